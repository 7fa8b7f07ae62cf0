"""drainagezones on a ditch of five cells, with a network of four pipes.

The ditch falls eastward 4 3 2 1.5 1 between walls; its last cell is on the edge. Inlets stand in columns 2 (A) and
4 (B); A drains by P1 to manhole N1, B by P2 to N2; P3 and P4 lead from there to the outfall O1, which lies off the DEM.
"""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import burn, line, point, read_raster, read_vector

DITCH = support.grid("""
    9 9 9 9   9 9
    9 4 3 2 1.5 1
    9 9 9 9   9 9
""")
CELLS = DITCH.size


@pytest.fixture
def network(vector):
    def make(**changes) -> dict:
        inlets = {"inlet_id": ["A", "B"], "pipe_id": ["P1", "P2"]} | changes.get("inlets", {})
        return {
            "INLETS": vector("inlets", changes.get("places", [point(1, 2), point(1, 4)]), inlets),
            "PIPES": vector(
                "pipes",
                [line((1, 2), (5, 2)), line((1, 4), (5, 4)), line((5, 2), (9, 2)), line((5, 4), (9, 2))],
                {
                    "pipe_id": ["P1", "P2", "P3", "P4"],
                    "from_node": ["S1", "S2", "N1", "N2"],
                    "to_node": ["N1", "N2", "O1", "O1"],
                },
            ),
            "MANHOLES": vector(
                "manholes",
                [point(1, 2), point(1, 4), point(5, 2), point(5, 4)],
                {"node_id": ["S1", "S2", "N1", "N2"]},
            ),
            "OUTFALLS": vector("outfalls", [point(9, 2)], {"node_id": ["O1"], "water": [2.5]}),
        }

    return make


@pytest.fixture
def zones(dem, tmp_path):
    def run(z=DITCH, dx=1.0, **more):
        done = support.run(
            "drainagezones",
            DEM=dem(z, dx),
            OUTPUT=tmp_path / "zones.gpkg",
            OUTPUT_RASTER=tmp_path / "zones.tif",
            **more,
        )
        done.rows = {(row["outlet_t"], row["outlet_id"] or ""): row for row in read_vector(done.OUTPUT)}
        assert len(done.rows) == done.ZONES == len(read_vector(done.OUTPUT))
        tiles(done, z, dx)
        return done

    return run


def tiles(done, z, dx) -> None:
    """No gap and no overlap: the polygons rasterised back are the raster, and their areas add up."""
    valid = ~np.isnan(z)
    labels = np.nan_to_num(read_raster(done.OUTPUT_RASTER)).astype(int)
    np.testing.assert_array_equal(labels > 0, valid)
    np.testing.assert_array_equal(burn(done.OUTPUT, "zone_id", z, dx), labels)
    total = 0.0
    for row in done.rows.values():
        assert row["shape"].IsValid()
        assert row["shape"].Area() == pytest.approx(row["area_m2"], rel=1e-9)
        assert row["area_m2"] == pytest.approx(np.count_nonzero(labels == row["zone_id"]) * dx * dx)
        total += row["shape"].Area()
    assert total == pytest.approx(valid.sum() * dx * dx, rel=1e-9)
    assert done.AREA_M2 == pytest.approx(total, rel=1e-9)


def area_of(done) -> dict:
    return {key: row["area_m2"] for key, row in done.rows.items()}


def test_zones_of_the_inlets(zones, network):
    done = zones(**network())
    assert area_of(done) == {("inlet", "A"): 2, ("inlet", "B"): 2, ("edge", ""): CELLS - 4}
    assert done.UNDRAINED_M2 == CELLS - 4
    assert np.nan_to_num(read_raster(done.OUTPUT_RASTER))[1].tolist() == [3, 1, 1, 2, 2, 3]
    assert [done.rows["inlet", name]["inlets"] for name in "AB"] == [1, 1]
    assert done.rows["edge", ""]["inlets"] == 0


def test_figures_of_a_zone(zones, network):
    done = zones(dx=2.0, INLETS=network(places=[point(1, 2, 2.0), point(1, 4, 2.0)])["INLETS"])
    a = done.rows["inlet", "A"]
    assert (a["area_m2"], a["low_z"], a["mean_z"]) == (8, 3, 3.5)
    # Ground by central differences over 4 m: 9 to 3 and 4 to 2 along the ditch; across it wall and wall are level.
    assert a["slope"] == pytest.approx((6 / 4 + 2 / 4) / 2)


def test_zones_of_the_nodes_and_their_parents(zones, network):
    layers = network()
    by_inlet, by_node, by_outfall = (zones(**layers, LEVEL=level) for level in ("inlet", "node", "outfall"))
    # a pipe that an inlet drains to begins at S1, S2
    assert area_of(by_node) == {("node", "S1"): 2, ("node", "S2"): 2, ("edge", ""): CELLS - 4}
    assert area_of(by_outfall) == {("outfall", "O1"): 4, ("edge", ""): CELLS - 4}
    assert by_outfall.rows["outfall", "O1"]["inlets"] == 2
    assert by_inlet.rows["inlet", "A"]["parent"] == by_node.rows["node", "S1"]["zone_id"]
    assert by_inlet.rows["inlet", "B"]["parent"] == by_node.rows["node", "S2"]["zone_id"]
    assert by_node.rows["node", "S2"]["parent"] == by_outfall.rows["outfall", "O1"]["zone_id"]
    assert {row["parent"] for row in by_outfall.rows.values()} == {0}
    assert any("Outfall O1 gathers 2 inlets" in info for info in by_outfall.infos)


def test_an_inlet_without_a_pipe_id_drains_to_the_pipe_within_reach(zones, network):
    layers = network(inlets={"pipe_id": [None, "P2"]}, places=[point(1.4, 2.3), point(1, 4)])
    done = zones(**layers, LEVEL="outfall", SNAP_DISTANCE=1)
    assert area_of(done)["outfall", "O1"] == 4
    layers["INLETS"] = support.write_vector(
        layers["INLETS"].with_name("far.gpkg"), [point(1, 2), point(1, 4)], {"inlet_id": ["A", "B"]}
    )
    layers["PIPES"] = support.write_vector(layers["PIPES"].with_name("far_pipes.gpkg"), [line((5, 4), (9, 2))])
    del layers["MANHOLES"]
    apart = zones(**layers, LEVEL="outfall", SNAP_DISTANCE=1)
    assert ("inlet", "A") in apart.rows, "what reaches no outfall stays a zone of its inlet"
    assert any("no pipe or node within 1 m" in warning for warning in apart.warnings)


def test_pipes_may_be_digitised_the_wrong_way(zones, network, vector):
    layers = network()
    fields = {"pipe_id": ["P1", "P2"], "from_node": ["S1", "S2"], "to_node": ["O1", "O1"]}
    layers["PIPES"] = vector("backwards", [line((9, 2), (1, 2)), line((9, 2), (1, 4))], fields)
    assert area_of(zones(**layers, LEVEL="outfall"))["outfall", "O1"] == 4


def test_named_fields(zones, vector):
    """Fields of unusual names are taken where they are named."""
    inlets = vector("inlets", [point(1, 2)], {"wo": ["Q"], "inlet_id": ["A"]})
    pipes = vector("pipes", [line((30, 30), (40, 40))], {"nr": ["Q"], "von": ["S"], "nach": ["E"]})
    nodes = vector("nodes", [point(30, 30)], {"kennung": ["S"]})
    outfalls = vector("outfalls", [point(40, 40)], {"kennung": ["E"]})
    done = zones(
        INLETS=inlets, PIPES=pipes, MANHOLES=nodes, OUTFALLS=outfalls, LEVEL="outfall", PIPE_ID_FIELD="nr",
        FROM_NODE_FIELD="von", TO_NODE_FIELD="nach", NODE_ID_FIELD="kennung", INLET_PIPE_FIELD="wo",
    )  # fmt: skip
    assert area_of(done)["outfall", "E"] == 2


def test_a_field_that_does_not_exist_is_refused(dem, network, tmp_path):
    message = support.refusal(
        "drainagezones", DEM=dem(DITCH), **network(), PIPE_ID_FIELD="pipe_nr", OUTPUT=tmp_path / "o.gpkg"
    )
    assert "PIPE_ID_FIELD" in message and "pipe_nr" in message and "pipes" in message and "from_node" in message


def test_a_field_of_a_layer_that_is_not_given_is_refused(dem, tmp_path):
    message = support.refusal("drainagezones", DEM=dem(DITCH), PIPE_ID_FIELD="id", OUTPUT=tmp_path / "o.gpkg")
    assert "PIPE_ID_FIELD" in message and "PIPES is not given" in message


def test_small_zones_join_the_one_that_they_drain_to(zones, vector):
    """A in column 1 has a cell of its own, B downstream of it three: A joins B, not the edge."""
    inlets = vector("inlets", [point(1, 1), point(1, 3)], {"inlet_id": ["A", "B"]})
    assert area_of(zones(INLETS=inlets)) == {("inlet", "A"): 1, ("inlet", "B"): 2, ("edge", ""): CELLS - 3}
    done = zones(INLETS=inlets, MIN_AREA=1.5)
    assert area_of(done) == {("inlet", "B"): 3, ("edge", ""): CELLS - 3}
    assert any("inlet A" in info and "1.5 m2" in info for info in done.infos)
    assert area_of(zones(INLETS=inlets, MIN_AREA=4)) == {("edge", ""): CELLS}


def test_a_zone_of_just_the_least_area_stays(zones, vector):
    inlets = vector("inlets", [point(1, 2)], {"inlet_id": ["A"]})
    assert area_of(zones(INLETS=inlets, MIN_AREA=2))["inlet", "A"] == 2


def test_receiving_level_for_all(zones, network):
    """A's lowest ground is at 3 m, B's at 1.5 m, the edge's at 1 m."""
    layers = network()
    done = zones(**layers, RECEIVING_LEVEL="2.5")
    shown = {key: (row["drain_mode"], row["head_m"]) for key, row in done.rows.items()}
    assert shown == {("inlet", "A"): ("gravity", 0.5), ("inlet", "B"): ("low", -1), ("edge", ""): ("low", -1.5)}
    at_level = zones(**layers, RECEIVING_LEVEL="3")
    assert at_level.rows["inlet", "A"]["drain_mode"] == "low", "no fall is no gravity"


def test_receiving_level_by_a_field_of_the_outfalls(zones, network):
    done = zones(**network(), RECEIVING_LEVEL="water")
    shown = {key: (row["drain_mode"], row["head_m"]) for key, row in done.rows.items()}
    assert shown == {("inlet", "A"): ("gravity", 0.5), ("inlet", "B"): ("low", -1), ("edge", ""): (None, None)}


def test_no_receiving_level_no_mode(zones, network):
    assert {row["drain_mode"] for row in zones(**network()).rows.values()} == {None}


@pytest.mark.parametrize(("level", "words"), [("high", "high"), ("nope", "water")])
def test_an_impossible_receiving_level_is_refused(dem, network, tmp_path, level, words):
    layers = network() if level == "nope" else {}
    message = support.refusal(
        "drainagezones", DEM=dem(DITCH), **layers, RECEIVING_LEVEL=level, OUTPUT=tmp_path / "o.gpkg"
    )
    assert "RECEIVING_LEVEL" in message and words in message
    assert not (tmp_path / "o.gpkg").exists()


def test_channels_take_water_too(zones, vector):
    done = zones(CHANNELS=vector("channels", [line((1, 4), (1, 5))], {"id": ["K"]}))
    # the channel's two cells and what runs into them
    assert area_of(done) == {("channel", "K"): 5, ("edge", ""): CELLS - 5}
    assert done.UNDRAINED_M2 == CELLS - 5


def test_an_outfall_on_the_dem_has_a_zone(zones, vector):
    done = zones(OUTFALLS=vector("outfalls", [point(1, 3)], {"node_id": ["O"]}))
    assert area_of(done) == {("outfall", "O"): 3, ("edge", ""): CELLS - 3}


def test_inlets_that_share_a_cell_or_lie_off_the_dem_are_named(zones, vector):
    places = [point(1, 2), point(1.2, 2.2), point(40, 40), point(1, 4)]
    done = zones(INLETS=vector("inlets", places, {"inlet_id": ["A", "B", "C", "D"]}))
    assert ("inlet", "A") in done.rows and ("inlet", "B") not in done.rows
    assert any("B with A" in warning for warning in done.warnings)
    assert any("1 of 4 inlets lie off the DEM" in warning and "C" in warning for warning in done.warnings)


def test_an_inlet_on_a_hole_is_off_the_dem(zones, vector):
    z = DITCH.copy()
    z[1, 2] = np.nan
    done = zones(z, INLETS=vector("inlets", [point(1, 2), point(1, 4)], {"inlet_id": ["A", "B"]}))
    assert set(done.rows) == {("inlet", "B"), ("edge", "")}
    assert any("off the DEM" in warning and "A" in warning for warning in done.warnings)


def test_multipoints_and_another_crs(zones, vector):
    from osgeo import ogr, osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.SetFromUserInput(support.CRS)
    there.SetFromUserInput("EPSG:4326")
    there.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    shapes = []
    for column in (2, 4):
        shape = ogr.CreateGeometryFromWkt("MULTIPOINT ({} {})".format(*support.at(1, column, 10.0)))
        shape.Transform(osr.CoordinateTransformation(here, there))
        shapes.append(shape.ExportToWkt())
    inlets = vector("inlets", shapes, {"inlet_id": ["A", "B"]}, crs="EPSG:4326", kind="MultiPoint")
    assert area_of(zones(dx=10.0, INLETS=inlets)) == {("inlet", "A"): 200, ("inlet", "B"): 200, ("edge", ""): 1400}


def test_an_empty_layer_is_as_if_none_were_given(zones, vector):
    done = zones(INLETS=vector("inlets", [], kind="Point"))
    assert area_of(done) == {("edge", ""): CELLS}
    assert any("INLETS" in warning and "empty" in warning for warning in done.warnings)


DOUBLE_BOWL = support.grid("""
    20 20 20 20 20 20 20
    20  3  1  4  2  7  6
    20 20 20 20 20 20 20
""")


@pytest.mark.parametrize(("least", "found"), [(17, True), (18, True), (18.1, False), (None, False)])
def test_large_undrained_depressions(zones, least, found):
    """The two bowls hold 18 m3 together; 5 cells drain to them."""
    done = zones(DOUBLE_BOWL, **({} if least is None else {"DEPRESSION_VOLUME": least}))
    by_type = {key[0]: row["area_m2"] for key, row in done.rows.items()}
    assert by_type == ({"depression": 5, "edge": 16} if found else {"edge": 21})
    assert done.UNDRAINED_M2 == 21, "a depression is no drain"


def test_a_drained_depression_is_no_zone(zones, vector):
    done = zones(
        DOUBLE_BOWL, INLETS=vector("i", [point(1, 2), point(1, 4)], {"inlet_id": ["A", "B"]}), DEPRESSION_VOLUME=1
    )
    assert area_of(done) == {("inlet", "A"): 3, ("inlet", "B"): 2, ("edge", ""): 16}


def test_zones_tile_random_ground(zones, vector):
    generator = np.random.default_rng(5)
    z = np.round(generator.random((30, 40)) * 20) / 4
    z[generator.random(z.shape) < 0.03] = np.nan
    places = [point(*generator.integers((0, 0), z.shape)) for _ in range(25)]
    inlets = vector("inlets", places, {"inlet_id": [f"I{k}" for k in range(25)]})
    for more in ({}, {"MIN_AREA": 20}, {"DEPRESSION_VOLUME": 5}):
        assert zones(z, INLETS=inlets, **more).ZONES >= 2


def test_small_zones_in_a_row_join_until_one_is_large_enough(zones, vector):
    """A and B of a cell each, then C: A joins B, and both together are large enough to stay."""
    inlets = vector("inlets", [point(1, 1), point(1, 2), point(1, 3)], {"inlet_id": ["A", "B", "C"]})
    assert area_of(zones(INLETS=inlets)) == {
        ("inlet", "A"): 1, ("inlet", "B"): 1, ("inlet", "C"): 1, ("edge", ""): CELLS - 3,
    }  # fmt: skip
    assert area_of(zones(INLETS=inlets, MIN_AREA=2)) == {("inlet", "B"): 2, ("edge", ""): CELLS - 2}


def test_a_file_of_several_layers_named_alone_is_refused(dem, sample, tmp_path):
    """QGIS would silently take the first layer for the manholes."""
    message = support.refusal(
        "drainagezones", DEM=dem(DITCH), MANHOLES=sample / "town_drainage.gpkg", OUTPUT=tmp_path / "z.gpkg"
    )
    assert "MANHOLES" in message and "several layers" in message and "|layername=" in message


def test_an_output_without_a_vector_format_is_refused(dem, tmp_path):
    assert ".gpkg" in support.refusal("drainagezones", DEM=dem(DITCH), OUTPUT=tmp_path / "zones")
