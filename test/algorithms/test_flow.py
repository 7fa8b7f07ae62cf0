"""flowaccumulation and flowpaths on valleys drawn by hand."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import line, point, read_raster, read_vector

SLOPE = support.grid("""
    9 9 9 9 9
    9 4 3 2 1
    9 9 9 9 9
""")
# Two arms of a Y that meet at the 6; what is no valley has no data, so with a closed edge nothing else flows.
VALLEY = support.grid("""
    8  -  -  -  -  -
    -  7  -  -  -  -
    -  -  6  5  4  3
    - 7.5 -  -  -  -
    9  -  -  -  -  -
""")
DX = 10.0
DIAGONAL = DX * 2**0.5


@pytest.fixture
def accumulate(dem, tmp_path):
    def run(z, dx=1.0, dy=None, **more):
        path = dem(z, dx, dy)
        done = support.run(
            "flowaccumulation", DEM=path, OUTPUT=tmp_path / "acc.tif", OUTPUT_DIRECTION=tmp_path / "dir.tif", **more
        )
        return read_raster(done.OUTPUT), read_raster(done.OUTPUT_DIRECTION), done

    return run


def test_accumulation_down_a_slope(accumulate):
    area, direction, done = accumulate(SLOPE, 2, 3)
    np.testing.assert_array_equal(area[1], [6, 6, 12, 18, 24])
    np.testing.assert_array_equal(area[[0, 2]], 6)
    np.testing.assert_array_equal(direction[1], [0, 1, 1, 1, 0])
    assert done.OUTLET_SUM == 15 * 6


def test_every_direction_has_its_code(accumulate):
    """A hole of one metre in each direction from the middle of a 3 x 3 grid: E 1, SE 2, S 4 ... NE 128."""
    codes = {(1, 2): 1, (2, 2): 2, (2, 1): 4, (2, 0): 8, (1, 0): 16, (0, 0): 32, (0, 1): 64, (0, 2): 128}
    for cell, code in codes.items():
        z = np.full((3, 3), 9.0)
        z[1, 1] = 5
        z[cell] = 1
        _, direction, _ = accumulate(z)
        assert direction[1, 1] == code


def test_diagonals_count_by_their_length(accumulate):
    z = np.full((3, 3), 9.0)
    z[1, 1], z[1, 2], z[2, 2] = 5, 4, 3.7  # 1 m over 1 m, 1.3 m over 1.41 m
    assert accumulate(z)[1][1, 1] == 1
    assert accumulate(z, 3.0, 1.0)[1][1, 1] == 2, "on cells of 3 x 1 m: 1 over 3, 1.3 over 3.16"


def test_a_tie_goes_to_the_first_in_order(accumulate):
    z = np.full((3, 3), 9.0)
    z[1, 1] = 5
    z[[0, 1, 2, 1], [1, 0, 1, 2]] = 4
    assert accumulate(z)[1][1, 1] == 1
    z[1, 2] = 9
    assert accumulate(z)[1][1, 1] == 4


def test_no_data_has_the_code_255(accumulate, tmp_path):
    from osgeo import gdal

    accumulate(VALLEY, DX)
    codes = gdal.Open(str(tmp_path / "dir.tif")).ReadAsArray()
    np.testing.assert_array_equal(codes == 255, np.isnan(VALLEY))


def test_flow_is_led_through_a_depression(accumulate):
    area, direction, done = accumulate(support.grid("""
        20 20 20 20 20 20
        20  6  3  5  4  1
        20 20 20 20 20 20
    """))  # fmt: skip
    np.testing.assert_array_equal(area[1], [1, 1, 2, 3, 4, 5])
    np.testing.assert_array_equal(direction[1], [0, 1, 1, 1, 1, 0])
    assert done.OUTLET_SUM == 18


def test_weights(accumulate, dem):
    weights = np.ones(SLOPE.shape)
    weights[1] = [1, 2, 0.5, 0, 1]
    area, _, done = accumulate(SLOPE, 2, 3, WEIGHTS=dem(weights, 2, 3, name="weights.tif"))
    np.testing.assert_allclose(area[1], [6, 12, 15, 15, 21])
    assert done.OUTLET_SUM == pytest.approx(weights.sum() * 6)


def test_weights_without_data_count_as_nothing_and_are_said(accumulate, dem):
    weights = np.ones(SLOPE.shape)
    weights[1, 2] = np.nan
    area, _, done = accumulate(SLOPE, WEIGHTS=dem(weights, name="weights.tif"))
    np.testing.assert_array_equal(area[1], [1, 1, 1, 2, 3])
    assert any("WEIGHTS" in w and "1 cells" in w for w in done.warnings)
    assert done.OUTLET_SUM == 14


def test_a_sink_takes_the_flow(accumulate, vector):
    area, direction, done = accumulate(SLOPE, SINKS=vector("sinks", [point(1, 2)]))
    np.testing.assert_array_equal(area[1], [1, 1, 2, 1, 2])
    assert direction[1, 2] == 0
    assert done.OUTLET_SUM == 15


def test_closed_edge(accumulate, vector):
    area, direction, done = accumulate(VALLEY, DX, CLOSED_EDGE=True, SINKS=vector("sinks", [point(2, 5, DX)]))
    expected = np.full(VALLEY.shape, np.nan)
    for cell, cells in {
        (0, 0): 1, (1, 1): 2, (4, 0): 1, (3, 1): 2, (2, 2): 5, (2, 3): 6, (2, 4): 7, (2, 5): 8,
    }.items():  # fmt: skip
        expected[cell] = cells * 100
    np.testing.assert_array_equal(area, expected)
    assert direction[0, 0] == 2 and direction[4, 0] == 128
    assert done.OUTLET_SUM == 800


@pytest.mark.parametrize("seed", range(4))
def test_no_cycles_and_nothing_lost_on_random_ground(accumulate, seed):
    generator = np.random.default_rng(seed)
    z = np.round(generator.random((25, 31)) * 8)  # many flats and pits
    z[generator.random(z.shape) < 0.05] = np.nan
    area, direction, done = accumulate(z, 3, 2)
    valid = ~np.isnan(z)
    assert done.OUTLET_SUM == pytest.approx(valid.sum() * 6, rel=1e-9)
    np.testing.assert_allclose(area[valid], walk(direction, valid)[valid] * 6)


RUGGED = np.round(np.random.default_rng(6).random((20, 30)) * 40) / 10
RUGGED[4, 5:8] = np.nan


@pytest.mark.parametrize("size", [(5, 5), (2, 3)])
@pytest.mark.parametrize(("method", "said"), [("dinf", "D-infinity"), ("mfd", "multiple flow")])
def test_water_that_spreads(dem, tmp_path, method, said, size):
    """Nothing is lost on ground with pits, flats and holes; with weights, their sum leaves."""
    dx, dy = size
    cell = dx * dy
    path, weights = dem(RUGGED, dx, dy), dem(np.arange(600.0).reshape(20, 30), dx, dy, name="weights.tif")
    plain = support.run("flowaccumulation", DEM=path, METHOD=method, OUTPUT=tmp_path / "a.tif")
    area = read_raster(plain.OUTPUT)
    assert plain.OUTLET_SUM == pytest.approx(597 * cell, rel=1e-9)
    assert np.array_equal(np.isnan(area), np.isnan(RUGGED)) and np.nanmin(area) == cell
    assert not np.allclose(area / cell, np.round(area / cell), atol=0.01, equal_nan=True)
    given = support.run("flowaccumulation", DEM=path, METHOD=method, WEIGHTS=weights, OUTPUT=tmp_path / "w.tif")
    assert given.OUTLET_SUM == pytest.approx((599 * 300 - (125 + 126 + 127)) * cell, rel=1e-9)
    assert said in support.raster_tags(plain.OUTPUT)["RAINSHED_METHOD"]


@pytest.mark.parametrize("method", ["dinf", "mfd"])
def test_what_only_d8_can_do_is_refused(dem, tmp_path, method):
    given = {"METHOD": method, "OUTPUT": tmp_path / "a.tif", "OUTPUT_DIRECTION": tmp_path / "d.tif"}
    message = support.refusal("flowaccumulation", DEM=dem(RUGGED, 5), **given)
    assert message == f"OUTPUT_DIRECTION is made by METHOD d8 only, not by {method}: leave it out."
    assert not (tmp_path / "a.tif").exists()


@pytest.mark.parametrize("method", ["dinf", "mfd"])
def test_water_spreads_without_any_further_package(dem, tmp_path, monkeypatch, method):
    monkeypatch.setitem(sys.modules, "richdem", None)
    done = support.run("flowaccumulation", DEM=dem(RUGGED, 5), METHOD=method, OUTPUT=tmp_path / "a.tif")
    assert done.OUTLET_SUM == pytest.approx(597 * 25, rel=1e-9)


STEPS = {1: (0, 1), 2: (1, 1), 4: (1, 0), 8: (1, -1), 16: (0, -1), 32: (-1, -1), 64: (-1, 0), 128: (-1, 1)}


def walk(direction: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Cells upstream of each, by walking down from every cell; fails on a cycle."""
    count = np.zeros(direction.shape)
    for start in np.argwhere(valid):
        r, c = start
        for _ in range(direction.size + 1):
            assert valid[r, c]
            count[r, c] += 1
            if direction[r, c] == 0:
                break
            step = STEPS[int(direction[r, c])]
            r, c = r + step[0], c + step[1]
        else:
            pytest.fail(f"a cycle below {start}")
    return count


# flowpaths


@pytest.fixture
def paths(dem, vector, tmp_path):
    def run(threshold, z=VALLEY, dx=DX, **more):
        path = dem(z, dx)
        done = support.run("flowpaths", DEM=path, THRESHOLD=threshold, OUTPUT=tmp_path / "paths.gpkg", **more)
        rows = read_vector(done.OUTPUT)
        assert done.PATHS == len(rows)
        return rows

    return run


def vertices(row) -> list[tuple[float, float]]:
    return [row["shape"].GetPoint_2D(i) for i in range(row["shape"].GetPointCount())]


def test_a_valley_shaped_like_a_y(paths, vector):
    rows = paths(100, CLOSED_EDGE=True, SINKS=vector("sinks", [point(2, 5, DX)]))
    by_start = {vertices(row)[0]: row for row in rows}
    north, south, stem = (by_start[support.at(*cell, DX)] for cell in ((0, 0), (4, 0), (2, 2)))
    assert len(rows) == 3
    assert sorted(row["path_id"] for row in rows) == [1, 2, 3]
    assert north["flows_to"] == south["flows_to"] == stem["path_id"]
    assert stem["flows_to"] == 0
    assert [row["strahler"] for row in (north, south, stem)] == [1, 1, 2]
    assert [row["end_type"] for row in (north, south, stem)] == ["junction", "junction", "sink"]
    assert [row["drop_m"] for row in (north, south, stem)] == [2, 3, 3]
    assert [row["length_m"] for row in (north, south, stem)] == pytest.approx([2 * DIAGONAL, 2 * DIAGONAL, 30])
    assert [row["slope"] for row in (north, south, stem)] == pytest.approx([2 / 2 / DIAGONAL, 3 / 2 / DIAGONAL, 0.1])
    # the arms before they meet; the stem with all 8 cells
    assert [row["up_m2"] for row in (north, south, stem)] == [200, 200, 800]
    # drawn downstream, through the centres
    assert vertices(north) == [support.at(*cell, DX) for cell in ((0, 0), (1, 1), (2, 2))]
    assert vertices(south) == [support.at(*cell, DX) for cell in ((4, 0), (3, 1), (2, 2))]
    assert vertices(stem) == [support.at(2, c, DX) for c in (2, 3, 4, 5)]


def test_a_higher_threshold_begins_further_down(paths, vector):
    sink = vector("sinks", [point(2, 5, DX)])
    rows = paths(200, CLOSED_EDGE=True, SINKS=sink)
    assert {vertices(row)[0] for row in rows} == {support.at(*cell, DX) for cell in ((1, 1), (3, 1), (2, 2))}
    (one,) = paths(201, CLOSED_EDGE=True, SINKS=sink)
    assert (one["strahler"], one["length_m"], one["up_m2"]) == (1, 30, 800)
    assert paths(801, CLOSED_EDGE=True, SINKS=sink) == []


def test_a_path_over_the_edge_and_through_a_depression(paths):
    """The 3 fills to 5, so the path falls from 6 to 1 and rises nowhere."""
    (one,) = paths(1, z="20 20 20 20 20 20\n20 6 3 5 4 1\n20 20 20 20 20 20", dx=1.0)
    assert vertices(one) == [support.at(1, c) for c in (1, 2, 3, 4, 5)]
    assert (one["end_type"], one["flows_to"], one["length_m"], one["drop_m"], one["up_m2"]) == ("edge", 0, 4, 5, 5)


def test_no_gap_between_paths(dem, tmp_path):
    """On random ground every path ends where the next begins, order never falls, and areas add up."""
    generator = np.random.default_rng(3)
    z = np.add.outer(np.arange(30.0), np.zeros(40)) + generator.random((30, 40)) * 3
    done = support.run("flowpaths", DEM=dem(z), THRESHOLD=5, OUTPUT=tmp_path / "p.gpkg")
    rows = {row["path_id"]: row for row in read_vector(done.OUTPUT)}
    assert len(rows) > 20
    joined = 0
    for row in rows.values():
        if row["flows_to"]:
            below = rows[row["flows_to"]]
            assert vertices(row)[-1] == vertices(below)[0]
            assert below["strahler"] >= row["strahler"]
            assert below["up_m2"] > row["up_m2"]
            assert row["end_type"] == "junction"
            joined += 1
        else:
            assert row["end_type"] == "edge"
        assert row["length_m"] == pytest.approx(row["shape"].Length())
        assert row["drop_m"] >= 0
    assert joined > 5


def test_sinks_as_a_line(paths, vector):
    """A ditch across the lower valley: the stem ends at its first cell."""
    rows = paths(100, CLOSED_EDGE=True, SINKS=vector("ditch", [line((2, 4), (2, 5), dx=DX)]))
    (stem,) = [row for row in rows if row["flows_to"] == 0]
    assert vertices(stem)[-1] == support.at(2, 4, DX)
    assert stem["end_type"] == "sink"
