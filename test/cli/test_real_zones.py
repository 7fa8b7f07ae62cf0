"""drainagezones by qgis_process on a real town with its pipes."""

from __future__ import annotations

import json
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, read_raster, read_vector

# The outfall that each inlet's water reaches along the main branches, counted by hand in the pipe graph.
INLETS_BY_OUTFALL = {"240": 128, "18888": 71, "18967": 32, "236": 0}


@pytest.fixture(scope="module")
def town(qgis_process, shared_data, tmp_path_factory):
    """Zones of each level: town.level["inlet"].rows, .label (cells), .log."""
    folder = tmp_path_factory.mktemp("zones")
    dem, drainage = shared_data / "santboi" / "dem_5m.tif", shared_data / "santboi" / "drainage.gpkg"
    layers = {name.upper(): f"{drainage}|layername={name}" for name in ("inlets", "pipes", "manholes", "outfalls")}
    levels = {}
    for level in ("inlet", "node", "outfall"):
        outcome = qgis_process(
            "rainshed:drainagezones", DEM=dem, **layers, LEVEL=level, OUTPUT=folder / f"{level}_zones.gpkg",
            OUTPUT_RASTER=folder / f"{level}_cells.tif",
        )  # fmt: skip
        assert outcome.returncode == 0, outcome.text
        log = json.loads(outcome.stdout)["log"]
        levels[level] = SimpleNamespace(
            **outcome.results,
            rows=read_vector(folder / f"{level}_zones.gpkg"),
            label=np.nan_to_num(read_raster(folder / f"{level}_cells.tif")).astype(int),
            log=[*log.get("info", []), *log.get("warning", [])],
        )
    return SimpleNamespace(level=levels, dem=dem, cell=cell_area(dem), inlets=read_vector(drainage, "inlets"))


@pytest.fixture(params=["inlet", "node", "outfall"])
def zones(town, request):
    return town.level[request.param]


def test_zones_tile_the_valid_area(town, zones):
    whole = np.count_nonzero(~np.isnan(read_raster(town.dem))) * town.cell
    assert (zones.label > 0).all()
    np.testing.assert_array_equal(burn_on(zones.OUTPUT, "zone_id", town.dem), zones.label)
    assert sum(row["shape"].Area() for row in zones.rows) == pytest.approx(whole, rel=1e-6)
    assert whole == pytest.approx(zones.AREA_M2, rel=1e-6)
    assert len({row["zone_id"] for row in zones.rows}) == len(zones.rows) == zones.ZONES


def test_zones_do_not_overlap(town, zones):
    """Their union is as large as their sum."""
    from osgeo import ogr

    everything = ogr.Geometry(ogr.wkbMultiPolygon)
    total = 0.0
    for row in zones.rows:
        assert row["shape"].IsValid()
        total += row["shape"].Area()
        for part in row["shape"]:
            everything.AddGeometry(part)
    assert everything.UnionCascaded().Area() == pytest.approx(total, rel=1e-6)


def test_attributes(town, zones):
    z = read_raster(town.dem)
    for row in zones.rows:
        inside = zones.label == row["zone_id"]
        assert row["area_m2"] == pytest.approx(np.count_nonzero(inside) * town.cell)
        assert row["low_z"] == pytest.approx(z[inside].min())
        assert row["mean_z"] == pytest.approx(z[inside].mean())
        assert row["slope"] >= 0
        assert row["drain_mode"] is None and row["head_m"] is None
    undrained = sum(row["area_m2"] for row in zones.rows if row["outlet_t"] in ("edge", "depression"))
    assert zones.UNDRAINED_M2 == pytest.approx(undrained)


def test_parents_are_zones_one_level_up(town):
    for lower, upper in (("inlet", "node"), ("node", "outfall")):
        above = {row["zone_id"]: row for row in town.level[upper].rows}
        for row in town.level[lower].rows:
            assert row["parent"] in above
            if row["outlet_t"] == "edge":
                assert above[row["parent"]]["outlet_t"] == "edge"
        # a zone lies wholly in its parent: the levels differ in what is put together, not in where water goes
        parent = np.zeros(town.level[lower].label.max() + 1, int)
        for row in town.level[lower].rows:
            parent[row["zone_id"]] = row["parent"]
        np.testing.assert_array_equal(parent[town.level[lower].label], town.level[upper].label)


def test_every_inlet_on_the_dem_has_a_zone_or_is_named(town):
    from osgeo import gdal

    data = gdal.Open(str(town.dem))
    west, width, _, north, _, height = data.GetGeoTransform()
    zones = town.level["inlet"]
    named = {row["outlet_id"]: row for row in zones.rows if row["outlet_t"] == "inlet"}
    log = "\n".join(zones.log)
    without = 0
    assert len(town.inlets) == 231
    for inlet in town.inlets:
        name = str(inlet["id"])
        row = int((inlet["shape"].GetY() - north) // height)
        column = int((inlet["shape"].GetX() - west) // width)
        assert 0 <= row < data.RasterYSize and 0 <= column < data.RasterXSize
        if name in named:
            assert zones.label[row, column] == named[name]["zone_id"], "an inlet lies in its zone"
        else:
            without += 1
            assert f"{name} with " in log
    assert len(named) == 231 - without


def test_outfalls_gather_the_inlets_of_the_pipe_graph(town):
    zones = town.level["outfall"]
    gathered = {row["outlet_id"]: row["inlets"] for row in zones.rows if row["outlet_t"] == "outfall"}
    for name, count in INLETS_BY_OUTFALL.items():
        assert gathered.get(name, 0) == count
        assert f"Outfall {name} gathers {count} inlets along the main branches." in zones.log
    assert {row["outlet_t"] for row in zones.rows} == {"outfall", "edge"}
