"""From drainage layers to collectors and zones, on the sample town and its five known faults."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.grid import Grid
from rainshed.hydrology.progress import Progress
from rainshed.test.algorithms import support


@pytest.fixture(scope="module")
def collectors(qgis):
    from rainshed.gis import collectors

    return collectors


@pytest.fixture(scope="module")
def layers(qgis, sample):
    """The layers of the sample town as an algorithm gets them; layers(inlets=..., pipes=...) for those of a file."""
    from qgis.core import QgsProcessingContext

    from rainshed.algorithms.drainage.drainagezones import DrainageZones
    from rainshed.gis.system import DrainageLayers

    reader, context = DrainageZones(), QgsProcessingContext()
    reader.initAlgorithm()
    alive = [reader, context]

    def make(fields=None, **files):
        names = {"channels": "channel"}
        roles = ("inlets", "pipes", "manholes", "outfalls", "channels")
        given = files or {role: f"{sample / 'town_drainage.gpkg'}|layername={names.get(role, role)}" for role in roles}
        found = {
            role: reader.parameterAsSource({role.upper(): str(file)}, role.upper(), context)
            for role, file in given.items()
        }
        assert all(found.values())
        alive.extend(found.values())
        return DrainageLayers(**found, fields=fields or {})

    return make


@pytest.fixture(scope="module")
def dem(qgis, sample):
    from qgis.core import QgsRasterLayer

    from rainshed.gis.raster import read_dem

    return read_dem(QgsRasterLayer(str(sample / "town_dem.tif")), 1)


@pytest.fixture(scope="module")
def town(collectors, layers, dem, qgis):
    from qgis.core import QgsCoordinateTransformContext

    return collectors.read_collectors(layers(), dem, 5.0, QgsCoordinateTransformContext(), Progress())


@pytest.fixture(scope="module")
def tables(sample):
    """The layers as lists of fields, read apart from the plugin."""
    path = sample / "town_drainage.gpkg"
    return {name: support.read_vector(path, name) for name in ("inlets", "pipes", "manholes", "outfalls", "channel")}


def outfall_of(inlet: dict, pipes: list[dict], outfalls: set[str]) -> str:
    """Follow the pipes; at a fork the one that starts lowest, then the larger, then the smaller id."""
    known = {pipe["pipe_id"]: pipe for pipe in pipes}
    leaving: dict[str, list[dict]] = {}
    for pipe in pipes:
        leaving.setdefault(pipe["from_node"], []).append(pipe)
    if inlet["pipe_id"] not in known:
        return ""
    node = known[inlet["pipe_id"]]["from_node"]
    for _ in range(1000):
        if node in outfalls:
            return node
        if node not in leaving:
            return ""
        node = min(leaving[node], key=lambda p: (p["from_level"], -p["size_m"], p["pipe_id"]))["to_node"]
    raise AssertionError("the pipes run in a circle")


def test_inlets_by_outfall_as_the_pipe_graph_gives(town, tables):
    outfalls = {row["node_id"] for row in tables["outfalls"]}
    by_hand = Counter(outfall_of(inlet, tables["pipes"], outfalls) for inlet in tables["inlets"])
    assert sum(by_hand.values()) == len(tables["inlets"])
    assert {k: v for k, v in town.inlets_by_outfall.items() if v} == dict(by_hand)
    assert outfalls <= set(town.inlets_by_outfall), "also those that gather nothing"
    for name in outfalls:
        assert any(f"Outfall {name} gathers {by_hand[name]} inlets" in line for line in town.log)


def test_the_faults_that_matter_to_zones_are_named_and_no_other(town):
    """The inlet on no pipe and the one off the DEM; levels are no business of zones where fields name the nodes."""
    lines = [line for line in town.warnings if "share their cell" not in line]
    assert len(lines) == 2
    assert any("I901" in line and "no pipe" in line for line in lines)
    assert any("I902" in line and "off the DEM" in line for line in lines)


def test_every_inlet_on_the_dem_is_a_collector_or_shares_its_cell(town, tables, dem):
    zones = {c.zone[0][1] for c in town.items if c.zone[0][0] == "inlet"}
    cells: dict[tuple[int, int], list[str]] = {}
    for inlet in tables["inlets"]:
        x, y = inlet["shape"].GetX(), inlet["shape"].GetY()
        west, width, _, north, _, height = dem.grid.transform
        row, column = int((y - north) // height), int((x - west) // width)
        if 0 <= row < dem.grid.rows and 0 <= column < dem.grid.columns and dem.grid.valid[row, column]:
            cells.setdefault((row, column), []).append(inlet["inlet_id"])
            assert inlet["inlet_id"] in zones
        else:
            assert inlet["inlet_id"] == "I902"
    for names in cells.values():
        for second in names[1:]:
            assert any(second in line and "share their cell" in line for line in town.warnings)


def test_the_usual_field_names_are_said(town):
    text = "\n".join(town.log)
    for field in ("pipe_id", "from_node", "to_node", "from_level", "to_level", "node_id", "size_m"):
        assert field in text, field


def test_channels_are_collectors_of_their_own(town, tables):
    found = {c.zone[0][1]: c for c in town.items if c.zone[0][0] == "channel"}
    assert set(found) == {str(row["channel_id"]) for row in tables["channel"]}
    for row in tables["channel"]:
        assert found[str(row["channel_id"])].cells.size > row["shape"].Length(), "every metre, and corners"


def test_a_long_list_of_one_finding_is_cut(collectors, layers, qgis, tmp_path):
    """50 inlets name pipes that do not exist: 20 are listed, and that there are more."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from rainshed.gis.raster import Dem
    from rainshed.gis.vectors import LISTED

    grid = Grid((10, 10), (support.WEST, 1.0, 0.0, support.NORTH, 0.0, -1.0), "", np.ones((10, 10), bool))
    dem = Dem(np.ones((10, 10)), grid, QgsCoordinateReferenceSystem(support.CRS), "z.tif", ())
    places = [support.point(k // 10, k % 10) for k in range(50)]
    inlets = support.write_vector(tmp_path / "inlets.gpkg", places, {"pipe_id": [f"X{k}" for k in range(50)]})
    pipes = support.write_vector(tmp_path / "pipes.gpkg", [support.line((50, 50), (60, 60))], {"pipe_id": ["P"]})
    found = collectors.read_collectors(
        layers(inlets=inlets, pipes=pipes), dem, 5.0, QgsCoordinateTransformContext(), Progress()
    )
    named = [line for line in found.warnings if "unknown_pipe" in line]
    assert len([line for line in named if "X" in line]) == LISTED == 20
    assert len([line for line in named if "more of the same" in line]) == 1
    assert found.inlets_by_outfall == {"": 50}


@pytest.mark.parametrize(
    ("text", "level"), [("", None), ("  ", None), ("3.5", 3.5), (" -0.25 ", -0.25), ("12,5", 12.5), ("0", 0.0)]
)
def test_one_receiving_level(collectors, text, level):
    assert collectors.receiving_levels(text, None, None) == (level, {}, [])


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "high"])
def test_what_is_no_receiving_level(collectors, text):
    with pytest.raises(HydrologyError, match=f'RECEIVING_LEVEL must be .* not "{text}"'):
        collectors.receiving_levels(text, None, None)


def test_receiving_levels_of_a_field(collectors, layers, tmp_path):
    """As all numbers of fields: also as text with a decimal comma; what is no level is named."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from rainshed.gis.network import read_nodes

    water = ["-1,5", None, "low", "nan", "99999", "2"]
    outfalls = support.write_vector(
        tmp_path / "outfalls.gpkg", [support.point(1, k) for k in range(6)], {"node_id": list("ABCDEF"), "Water": water}
    )
    source = layers(outfalls=outfalls).outfalls
    crs = QgsCoordinateReferenceSystem(support.CRS)
    nodes = read_nodes(None, source, {}, crs, QgsCoordinateTransformContext(), Progress()).data
    level, by_outfall, (warning,) = collectors.receiving_levels("water", source, nodes)
    assert (level, by_outfall) == (None, {"A": -1.5, "F": 2.0})
    assert "4 of 6 outfalls have no level in field Water" in warning and "features 2, 3, 4, 5." in warning
