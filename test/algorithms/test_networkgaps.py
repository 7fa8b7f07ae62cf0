"""rainshed:networkgaps by hand, against brute force, with layers that do not fit, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import at, box, burn, line, point, read_vector

DX = 5.0
EAST = np.tile(20 - np.arange(9.0), (7, 1))  # a plane that falls to the east; its edge drains at once
ALL = {"MIN_AREA": 0, "SNAP_DISTANCE": 0}


@pytest.fixture
def gaps(dem, vector, tmp_path):
    """A run on the plane with what is given; .label and .reason are cells, .rows the features by gap_id."""

    runs = iter(range(99))

    def run(z=EAST, dy=DX, **given):
        number = next(runs)
        path = given.pop("DEM", None) or dem(z, DX, dy, name=f"dem{number}.tif")
        for name, shapes in given.pop("layers", {}).items():
            given[name] = vector(f"{name.lower()}{number}", shapes)
        done = support.run("networkgaps", DEM=path, **{**ALL, **given}, OUTPUT=tmp_path / f"gaps{number}.gpkg")
        done.rows = {row["gap_id"]: row for row in read_vector(done.OUTPUT)}
        done.label = burn(done.OUTPUT, "gap_id", z, DX, dy)
        codes = {"no_inlet": 1, "no_pipe": 2, "both": 3}
        reason = np.zeros(len(done.rows) + 1, int)
        for number, row in done.rows.items():
            reason[number] = codes[row["reason"]]
        done.reason = reason[done.label]
        return done

    return run


def layers(**shapes):
    return {"layers": shapes}


INLET = [point(3, 6, DX)]
PIPE = [line((3, 1), (3, 7), dx=DX)]


def test_by_hand(gaps):
    """Row 3 runs to the inlet in column 6: within 15 m from column 3 on. The pipe serves the rows within 5 m of it."""
    done = gaps(**layers(INLETS=INLET, PIPES=[line((3, -5), (3, 20), dx=DX)]), DISTANCE=15)
    wanted = np.ones((7, 9), int)
    wanted[3, 3:7] = 0
    np.testing.assert_array_equal(done.reason, wanted)
    done = gaps(**layers(INLETS=INLET, PIPES=[line((3, -5), (3, 20), dx=DX)]), DISTANCE=5.01)
    wanted = np.full((7, 9), 3)
    wanted[2:5] = 1
    wanted[3, 5:7] = 0
    np.testing.assert_array_equal(done.reason, wanted)
    assert done.GAPS == len(done.rows) == 3
    assert done.AREA_M2 == (63 - 2) * 25 and done.BUILTUP_M2 == 63 * 25
    assert done.rows[1]["reason"] == "no_inlet" and done.rows[1]["area_m2"] == 25 * 25


def test_figures(gaps):
    """40 mm, 10 lost, half of the rest runs off: 15 mm. Upstream of the inlet the water gets there, if from too far."""
    done = gaps(**layers(INLETS=INLET), DISTANCE=15, RAIN=40, LOSS=10, RUNOFF_COEFFICIENT=0.5)
    (row,) = done.rows.values()
    assert row["reason"] == "no_inlet" and row["gap_id"] == 1
    assert row["area_m2"] == 59 * 25 == row["shape"].GetArea() == done.AREA_M2
    assert row["runoff_m3"] == pytest.approx(59 * 25 * 0.015) == pytest.approx(done.RUNOFF_M3)
    assert row["never_m2"] == (59 - 2) * 25  # columns 1 and 2 of row 3 are only too far
    assert row["shape"].IsValid()


def test_only_pipes_or_only_inlets(gaps):
    done = gaps(**layers(PIPES=[line((3, 0), (3, 8), dx=DX)]), DISTANCE=5.01)
    assert {row["reason"] for row in done.rows.values()} == {"no_pipe"} and done.GAPS == 2
    assert (done.reason[2:5] == 0).all() and all(row["never_m2"] == 0 for row in done.rows.values())
    done = gaps(**layers(INLETS=INLET), DISTANCE=1000)
    assert {row["reason"] for row in done.rows.values()} == {"no_inlet"}


def test_a_channel_drains_with_or_without_a_pipe(gaps):
    """The channel takes rows 1 to 5 in column 6; within 10 m it serves columns 4 and 5."""
    channel, pipe = [line((1, 6), (5, 6), dx=DX)], [line((0, 0), (0, 1), dx=DX)]
    given = layers(INLETS=[point(0, 0, DX)], PIPES=pipe, CHANNELS=channel)
    done = gaps(**given, DISTANCE=10)
    assert (done.reason[1:6, 4:7] == 0).all()
    assert (done.reason[3:6, 1:4] == 3).all() and (done.reason[:, 7:] == 3).all()
    without = gaps(**layers(PIPES=pipe, CHANNELS=channel), DISTANCE=10)
    assert (without.reason[1:6, 4:7] == 0).all() and (without.reason[3:6, 1:4] == 2).all()


def test_an_inlet_is_moved_to_the_flow(gaps):
    """A gutter along row 3; the inlet lies in row 2 beside it, where only its own row runs."""
    z = EAST.copy()
    z[3] -= 3
    shape = [point(2, 6, DX)]
    beside = gaps(z=z, **layers(INLETS=shape), DISTANCE=100, SNAP_DISTANCE=0)
    moved = gaps(z=z, **layers(INLETS=shape), DISTANCE=100, SNAP_DISTANCE=5)
    assert (beside.reason[3, 1:7] == 1).all()
    assert (moved.reason[3, 1:7] == 0).all()
    assert moved.AREA_M2 < beside.AREA_M2
    assert "1 of 1 inlets moved to the greatest flow within 5 m." in moved.infos


def test_an_inlet_is_not_moved_into_a_channel(gaps):
    """The greatest flow within reach is the channel's; of the rest it is row 1, which is drained only by this inlet."""
    z = EAST.copy()
    z[3] -= 3
    channel = [line((3, 1), (3, 7), dx=DX)]
    done = gaps(z=z, **layers(INLETS=[point(2, 6, DX)], CHANNELS=channel), DISTANCE=100, SNAP_DISTANCE=5)
    assert (done.reason[1, 1:7] == 0).all()


def test_specks_are_left_out(gaps):
    given = layers(INLETS=INLET, PIPES=PIPE)
    everything = gaps(**given, DISTANCE=5.01)
    smallest = min(row["area_m2"] for row in everything.rows.values())
    at_limit = gaps(**given, DISTANCE=5.01, MIN_AREA=smallest)
    fewer = gaps(**given, DISTANCE=5.01, MIN_AREA=smallest + 1)
    assert at_limit.GAPS == everything.GAPS > fewer.GAPS
    assert fewer.AREA_M2 == sum(row["area_m2"] for row in everything.rows.values() if row["area_m2"] > smallest)


def test_built_up_land_by_the_centres_of_cells(gaps):
    (x0, y0), (x1, y1) = at(0.6, 0.6, DX), at(2.4, 2.4, DX)
    diagonal = f"POLYGON (({x0} {y0}, {x1} {y0}, {x1} {y1}, {x0} {y1}, {x0} {y0}))"  # covers centres 1 and 2
    done = gaps(**layers(INLETS=INLET, BUILTUP=[diagonal, None]), DISTANCE=15)
    assert done.BUILTUP_M2 == 4 * 25 == done.AREA_M2
    assert (done.label > 0).sum() == 4 and (done.label[1:3, 1:3] > 0).all()
    assert any("BUILTUP: 1 features without a usable geometry left out: 2." in w for w in done.warnings)


def test_built_up_land_that_is_not_there(gaps, dem, vector, tmp_path):
    empty = gaps(**layers(INLETS=INLET), BUILTUP=vector("none", [], kind="Polygon"), DISTANCE=15)
    assert empty.BUILTUP_M2 == 63 * 25
    assert any(w.startswith("BUILTUP: layer none is empty") for w in empty.warnings)
    given = {"DEM": dem(EAST, DX), "INLETS": vector("i", INLET), "OUTPUT": tmp_path / "o.gpkg"}
    far = support.refusal("networkgaps", **given, BUILTUP=vector("far", [box(50, 50, 60, 60, DX)]))
    assert far.startswith("BUILTUP: no polygon covers the centre of a cell")
    assert not (tmp_path / "o.gpkg").exists()


def test_cells_without_data_are_no_gap(gaps):
    z = EAST.copy()
    z[1:3, 1:3] = np.nan
    done = gaps(z=z, **layers(INLETS=INLET), DISTANCE=15)
    assert done.BUILTUP_M2 == 59 * 25 and (done.label[1:3, 1:3] == 0).all()


def segment_distance(px, py, ax, ay, bx, by):
    vx, vy = bx - ax, by - ay
    share = np.clip(((px - ax) * vx + (py - ay) * vy) / (vx * vx + vy * vy), 0, 1)
    return np.hypot(px - ax - share * vx, py - ay - share * vy)


@pytest.mark.parametrize("limit", [0.5, 12.0, 40.0])
def test_distance_to_pipes_by_brute_force(gaps, limit):
    """Cells of 5 x 3 m and pipes of two parts, some beyond the DEM's edge."""
    rng = np.random.default_rng(7)
    z, dy = rng.random((30, 40)), 3.0
    ends = rng.uniform((500_000 - 60, 3_800_000 - 150), (500_000 + 260, 3_800_000 + 60), (12, 4, 2))
    shapes = ["MULTILINESTRING (({} {}, {} {}), ({} {}, {} {}))".format(*pipe.reshape(-1)) for pipe in ends]
    done = gaps(z=z, dy=dy, **layers(PIPES=shapes), DISTANCE=limit)
    rows, columns = np.mgrid[:30, :40]
    x, y = 500_000 + (columns + 0.5) * DX, 3_800_000 - (rows + 0.5) * dy
    nearest = np.min([segment_distance(x, y, *p[a], *p[a + 1]) for p in ends for a in (0, 2)], axis=0)
    sure = np.abs(nearest - limit) > 0.0004 * limit
    assert sure.mean() > 0.95
    np.testing.assert_array_equal((done.label > 0)[sure], (nearest > limit)[sure])


def test_a_long_pipe_serves_all_along(gaps):
    """A zigzag of 500 vertices is taken in pieces; no cell between them is lost."""
    z = np.random.default_rng(3).random((20, 40))
    zigzag = line(*((10 + 4 * (k % 2), 2 + 0.07 * k) for k in range(500)), dx=DX)
    done = gaps(z=z, **layers(PIPES=[zigzag]), DISTANCE=11)
    assert (done.label[8:17, 2:37] == 0).all() and (done.label[:7] > 0).all() and (done.label[17:] > 0).all()


def test_layers_in_other_systems(gaps, vector):
    from osgeo import osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.SetFromUserInput(support.CRS)
    there.SetFromUserInput("EPSG:4326")
    for reference in (here, there):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    turn = osr.CoordinateTransformation(here, there)

    def moved(wkt):
        from osgeo import ogr

        shape = ogr.CreateGeometryFromWkt(wkt)
        shape.Transform(turn)
        return shape.ExportToWkt()

    shapes = {
        "INLETS": INLET,
        "PIPES": PIPE,
        "BUILTUP": [box(1, 1, 5, 7, DX)],
        "CHANNELS": [line((5, 2), (5, 7), dx=DX)],
    }
    plain = gaps(**layers(**shapes), DISTANCE=6)
    degrees = {n: vector(f"deg_{n}", [moved(s) for s in each], crs="EPSG:4326") for n, each in shapes.items()}
    other = gaps(**degrees, DISTANCE=6)
    np.testing.assert_array_equal(plain.reason, other.reason)
    assert plain.AREA_M2 == other.AREA_M2 > 0


def test_broken_features_are_named_and_left_out(gaps, vector):
    x, y = at(3, 3, DX)
    pipes = [
        PIPE[0],
        None,
        f"LINESTRING ({x} {y})",
        "LINESTRING EMPTY",
        f"POINT ({x} {y})",
        "LINESTRING (nan nan, 1 2)",
    ]
    done = gaps(**layers(INLETS=[INLET[0], None, point(99, 99, DX)], PIPES=pipes), DISTANCE=5.01)
    assert any(w.startswith("PIPES: 4 features without a usable line left out: 2, 4, 5, 6") for w in done.warnings)
    assert any("INLETS: 1 of 2 points lie off the DEM" in w for w in done.warnings)
    np.testing.assert_array_equal(done.reason, gaps(**layers(INLETS=INLET, PIPES=PIPE), DISTANCE=5.01).reason)


def test_a_pipe_of_one_vertex_serves_its_surroundings(gaps):
    x, y = at(3, 3, DX)
    done = gaps(**layers(PIPES=[f"LINESTRING ({x} {y})"]), DISTANCE=5.01)
    served = np.zeros((7, 9), bool)
    served[3, 2:5] = served[2:5, 3] = True
    np.testing.assert_array_equal(done.label == 0, served)


def test_pipes_far_away_are_told(gaps):
    done = gaps(**layers(PIPES=[line((500, 0), (500, 9), dx=DX)]), DISTANCE=20)
    assert done.AREA_M2 == done.BUILTUP_M2
    assert any(w.startswith("PIPES: no cell of the DEM lies within 20 m of a pipe") for w in done.warnings)


def test_without_gaps_the_layer_is_empty(gaps):
    done = gaps(**layers(PIPES=PIPE), DISTANCE=1000)
    assert done.GAPS == 0 and done.AREA_M2 == done.RUNOFF_M3 == 0 and done.rows == {}


@pytest.mark.parametrize("value", [0, -1])
def test_distance_must_be_above_zero(dem, vector, tmp_path, value):
    message = support.refusal(
        "networkgaps", DEM=dem(EAST, DX), INLETS=vector("i", INLET), DISTANCE=value, OUTPUT=tmp_path / "o.gpkg"
    )
    assert message.startswith("DISTANCE must ")


def test_no_network_is_refused(dem, vector, tmp_path):
    given = {"DEM": dem(EAST, DX), "OUTPUT": tmp_path / "o.gpkg"}
    assert support.refusal("networkgaps", **given).startswith("Give INLETS, PIPES or both")
    empty = vector("empty", [], kind="Point")
    assert "hold no feature" in support.refusal("networkgaps", **given, INLETS=empty)
    far = support.refusal("networkgaps", **given, INLETS=vector("far", [point(99, 99, DX)]))
    assert far == "INLETS: no point of layer far lies on a cell of the DEM with data."
    bare = support.refusal("networkgaps", **given, PIPES=vector("bare", [None], kind="LineString"))
    assert bare == "PIPES: no feature of layer bare has a usable line."


def test_what_reaches_an_inlet_is_what_drainagezones_says(shared_data, tmp_path):
    """However long the way, with inlets in their own cells: the ground of no zone is the gap."""
    path, drainage = shared_data / "santboi" / "dem_5m.tif", shared_data / "santboi" / "drainage.gpkg"
    inlets = f"{drainage}|layername=inlets"
    zones = support.run("drainagezones", DEM=path, INLETS=inlets, OUTPUT=tmp_path / "z.gpkg")
    done = support.run("networkgaps", DEM=path, INLETS=inlets, DISTANCE=1e6, **ALL, OUTPUT=tmp_path / "g.gpkg")
    assert done.AREA_M2 == zones.UNDRAINED_M2 > 0
    edge = next(row["zone_id"] for row in read_vector(zones.OUTPUT) if row["outlet_t"] == "edge")
    label = support.burn_on(done.OUTPUT, "gap_id", path)
    np.testing.assert_array_equal(label > 0, support.burn_on(zones.OUTPUT, "zone_id", path) == edge)
