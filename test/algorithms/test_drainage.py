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


def test_receivers(zones, network):
    """At every level the zones of A and B say outfall O1, and the rest the edge."""
    layers = network()
    for level in ("inlet", "node", "outfall"):
        rows = zones(**layers, LEVEL=level).rows
        assert {row["receiver"] for key, row in rows.items() if key[0] != "edge"} == {"O1"}
        assert rows["edge", ""]["receiver"] == "edge"
        assert {row["also"] for row in rows.values()} == {None}


def test_other_outfalls_along_side_branches_are_named(zones, network, vector):
    """At N1 a second pipe starts higher and leads to O2: A's water may go there too."""
    layers = network()
    layers["PIPES"] = vector(
        "forked",
        [line((1, 2), (5, 2)), line((1, 4), (5, 4)), line((5, 2), (9, 2)), line((5, 4), (9, 2)), line((5, 2), (9, 4))],
        {
            "pipe_id": ["P1", "P2", "P3", "P4", "P5"],
            "from_node": ["S1", "S2", "N1", "N2", "N1"],
            "to_node": ["N1", "N2", "O1", "O1", "O2"],
            "from_level": [1.0, 1.0, 0.5, 0.5, 0.7],
            "to_level": [0.5, 0.5, 0.1, 0.1, 0.2],
        },
    )
    layers["OUTFALLS"] = vector("two", [point(9, 2), point(9, 4)], {"node_id": ["O1", "O2"]})
    done = zones(**layers)
    assert {key[1]: (row["receiver"], row["also"]) for key, row in done.rows.items()} == {
        "A": ("O1", "O2"),
        "B": ("O1", None),
        "": ("edge", None),
    }
    assert "Of the inlets of outfall O1, 1 can reach outfall O2 too, along side branches." in done.infos
    assert zones(**layers, LEVEL="outfall").rows["outfall", "O1"]["also"] == "O2"


def test_an_inlet_that_no_outfall_receives(zones, vector):
    inlets = vector("inlets", [point(1, 2)], {"inlet_id": ["A"]})
    assert zones(INLETS=inlets).rows["inlet", "A"]["receiver"] is None


def test_a_channel_without_an_id_is_not_the_one_that_has_its_number_for_an_id(zones, vector):
    """Feature 2 has no id; a feature of the id 2 is another channel. Two features of one id are one channel."""
    ways = [line((1, 4), (1, 4.2)), line((1, 1), (1, 1.2)), line((1, 5), (1, 5.2))]
    done = zones(CHANNELS=vector("channels", ways, {"id": ["2", None, "2"]}))
    assert {(key, row["receiver"]) for key, row in done.rows.items()} == {
        (("channel", "2"), "2"),
        (("channel", "feature 2"), "feature 2"),
        (("edge", ""), "edge"),
    }
    assert done.rows["channel", "2"]["area_m2"] == 4


PLANE = np.tile(10.0 - np.arange(8), (6, 1))  # falls eastward, 10 to 3; its edge cells drain outside


@pytest.fixture
def intercepted(zones, tmp_path):
    """Run on a plane; `done.lines` are the rows of the interception line."""

    def run(z=PLANE, dx=1.0, **more):
        done = zones(z, dx, OUTPUT_INTERCEPTION=tmp_path / "lines.gpkg", **more)
        done.lines = read_vector(done.OUTPUT_INTERCEPTION)
        numbers = {row["zone_id"] for row in done.rows.values()}
        for k, row in enumerate(done.lines):
            assert row["line_id"] == k + 1
            assert {row["from_zone"], row["to_zone"]} <= numbers
            assert row["shape"].IsValid() and row["shape"].GetGeometryName() == "MULTILINESTRING"
            assert row["shape"].Length() == pytest.approx(row["length_m"])
        assert sum(row["area_m2"] for row in done.lines) == pytest.approx(done.INTERCEPTED_M2)
        return done

    return run


def test_the_interception_line_of_a_plane(intercepted):
    """Cells of 10 m; level 5.5: columns 5 to 7 are low. Sixteen cells of rows 1 to 4 drain into them over 40 m.

    Of 90 mm/h of rain 80 % run off 1600 m2: 0.8 x 90 x 1600 / 3600 = 32 L/s.
    """
    done = intercepted(dx=10.0, RECEIVING_LEVEL="5.5", RAIN_RATE=90, RUNOFF_COEFFICIENT=0.8)
    (row,) = done.lines
    edge = done.rows["edge", ""]["zone_id"]
    assert (row["from_zone"], row["to_zone"], row["level_m"]) == (edge, edge, 5.5)
    assert (row["length_m"], row["area_m2"]) == (40, 1600)
    assert row["flow_lps"] == pytest.approx(32.0)
    assert (done.INTERCEPTED_M2, done.INTERCEPTED_LPS) == (1600, pytest.approx(32.0))
    (piece,) = row["shape"]
    x, y = support.WEST + 50, support.NORTH
    assert sorted(piece.GetPoints()) == [(x, y - 50), (x, y - 10)]


def test_without_a_rain_the_line_has_no_flow(intercepted):
    done = intercepted(RECEIVING_LEVEL="5.5")
    assert [row["flow_lps"] for row in done.lines] == [None]
    assert (done.INTERCEPTED_M2, done.INTERCEPTED_LPS) == (16, 0)


def test_the_figures_need_no_output(zones):
    done = zones(PLANE, RECEIVING_LEVEL="5.5", RAIN_RATE=36)
    assert (done.INTERCEPTED_M2, done.INTERCEPTED_LPS) == (16, pytest.approx(0.16))
    assert zones(PLANE).INTERCEPTED_M2 == 0


def test_inlets_do_not_hold_back_what_they_cannot_carry(intercepted, vector):
    """An inlet on the slope has its zone, and the water of a great rain passes it into the low ground."""
    done = intercepted(RECEIVING_LEVEL="5.5", INLETS=vector("inlets", [point(2, 3)], {"inlet_id": ["A"]}))
    assert done.rows["inlet", "A"]["area_m2"] == 3
    assert done.INTERCEPTED_M2 == 16


def test_levels_by_outfall_part_high_from_low_in_their_own_zones(intercepted, vector):
    """Rows 1 and 2 drain to inlets of O1, at 5.5 m; rows 3 and 4 to O2, without a level: those are neither."""
    places = [point(r, 6) for r in (1, 2, 3, 4)]
    layers = {
        "INLETS": vector("inlets", places, {"inlet_id": list("ABCD"), "pipe_id": ["P1", "P1", "P2", "P2"]}),
        "PIPES": vector(
            "pipes",
            [line((20, 2), (20, 9)), line((30, 2), (30, 9))],
            {"pipe_id": ["P1", "P2"], "from_node": ["N1", "N2"], "to_node": ["O1", "O2"]},
        ),
        "OUTFALLS": vector("outfalls", [point(20, 9), point(30, 9)], {"node_id": ["O1", "O2"], "water": [5.5, None]}),
    }
    done = intercepted(**layers, LEVEL="outfall", RECEIVING_LEVEL="water")
    (row,) = done.lines
    assert (row["area_m2"], row["length_m"]) == (8, 2)
    assert row["from_zone"] == row["to_zone"] == done.rows["outfall", "O1"]["zone_id"]


def test_a_level_above_or_below_all_ground_gives_an_empty_layer(intercepted):
    for level in ("-5", "500"):
        done = intercepted(RECEIVING_LEVEL=level, RAIN_RATE=50)
        assert (done.lines, done.INTERCEPTED_M2, done.INTERCEPTED_LPS) == ([], 0, 0)


@pytest.mark.parametrize("name", ["OUTPUT_INTERCEPTION", "RAIN_RATE"])
def test_an_interception_line_needs_a_receiving_level(dem, tmp_path, name):
    more = {"OUTPUT_INTERCEPTION": tmp_path / "lines.gpkg"} if name != "RAIN_RATE" else {"RAIN_RATE": 50}
    message = support.refusal("drainagezones", DEM=dem(PLANE), OUTPUT=tmp_path / "zones.gpkg", **more)
    assert message.startswith(f"{name} needs RECEIVING_LEVEL")
    assert not (tmp_path / "zones.gpkg").exists()


def test_a_small_zone_joins_within_its_outfall(zones, network):
    """A and B take 2 cells each and drain to nodes of the same outfall: at 3 m2 node S1 joins S2, not the edge."""
    layers = network()
    for level, zone in (("inlet", ("inlet", "B")), ("node", ("node", "S2"))):
        done = zones(**layers, LEVEL=level, MIN_AREA=3)
        assert area_of(done) == {zone: 4, ("edge", ""): CELLS - 4}
        assert done.rows[zone]["inlets"] == 2
    assert area_of(zones(**layers, LEVEL="outfall", MIN_AREA=3))["outfall", "O1"] == 4


def test_auto_is_the_outfalls_with_pipes_and_the_inlets_without(zones, network):
    layers = network()
    for given, level in ((layers, "outfall"), ({"INLETS": layers["INLETS"]}, "inlet")):
        auto, named = zones(LEVEL="auto", **given), zones(LEVEL=level, **given)
        assert {k: row["area_m2"] for k, row in auto.rows.items()} == {
            k: row["area_m2"] for k, row in named.rows.items()
        }
        assert any(f"Zones of each {level}" in line for line in auto.infos)


def test_figures_of_the_ground_before_it_was_conditioned(zones, network, dem):
    """Ground one metre lower, level; then known in one cell only: elsewhere the DEM counts."""
    ground = np.full(DITCH.shape, -1.0)
    inlets = network()["INLETS"]
    plain = zones(INLETS=inlets)
    found = zones(INLETS=inlets, GROUND=dem(ground, name="ground.tif"))
    assert found.rows.keys() == plain.rows.keys()
    for key, row in found.rows.items():
        assert row["area_m2"] == plain.rows[key]["area_m2"]
        assert (row["low_z"], row["mean_z"], row["slope"]) == (-1, -1, 0)
    ground[:] = np.nan
    ground[0, 0] = -50
    (changed,) = [
        key
        for key, row in zones(INLETS=inlets, GROUND=dem(ground, name="ground.tif")).rows.items()
        if row["low_z"] != plain.rows[key]["low_z"]
    ]
    assert changed in plain.rows


def test_ground_on_another_grid_is_refused(dem, network, tmp_path):
    message = support.refusal(
        "drainagezones", DEM=dem(DITCH), INLETS=network()["INLETS"], GROUND=dem("1 2\n3 4", name="ground.tif"),
        OUTPUT=tmp_path / "o.gpkg",
    )  # fmt: skip
    assert "GROUND ground.tif lies on another grid" in message
