"""conditiondem, filldepressions and depressions on ground drawn by hand."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import box, burn, line, point, read_raster, read_vector

# Column 0 1 2 3 4 5 6: A = 1..3 (the 4 falls 3 m to the 1, 2 m to the 2), B = 4..5 (the 7 runs to the 2).
# A spills at 4 to B: depths 1 + 3 + 0 = 4. B spills at 4 to A: 2. Together over the 7: 4 + 6 + 3 + 5 + 0 = 18.
DOUBLE_BOWL = support.grid("""
    20 20 20 20 20 20 20
    20  3  1  4  2  7  6
    20 20 20 20 20 20 20
""")
DX, DY, CELL = 2.0, 5.0, 10.0


# conditiondem


@pytest.fixture
def condition(tmp_path):
    def run(dem, **more):
        done = support.run("conditiondem", DEM=dem, OUTPUT=tmp_path / "conditioned.tif", **more)
        return read_raster(done.OUTPUT), done

    return run


def plain(rows: int = 7, columns: int = 9, z: float = 10.0) -> np.ndarray:
    return np.full((rows, columns), z)


def test_nothing_given_changes_nothing(dem, condition):
    z, _ = condition(dem(DOUBLE_BOWL))
    np.testing.assert_array_equal(z, DOUBLE_BOWL)


def test_buildings_are_raised_where_they_cover_a_centre(dem, vector, condition):
    expected = plain()
    expected[1:3, 2:5] += 5
    # 0.4 of a cell more on every side covers no further centre
    (x0, y0), (x1, y1) = support.at(0.5 - 0.4, 1.5 - 0.4), support.at(2.5 + 0.4, 4.5 + 0.4)
    outline = f"POLYGON (({x0} {y0}, {x1} {y0}, {x1} {y1}, {x0} {y1}, {x0} {y0}))"
    z, done = condition(dem(plain()), BUILDINGS=vector("buildings", [outline]))
    np.testing.assert_array_equal(z, expected)
    assert any("Buildings raised by 5 m: 6 cells" in info for info in done.infos)


def test_a_courtyard_stays_open(dem, vector, condition):
    outer, inner = box(1, 1, 5, 5)[len("POLYGON (") : -1], box(3, 3, 3, 3)[len("POLYGON (") : -1]
    z, _ = condition(dem(plain()), BUILDINGS=vector("b", [f"POLYGON ({outer}, {inner})"]), BUILDING_HEIGHT=3)
    assert z[3, 3] == 10
    assert (z[1:6, 1:6] == 13).sum() == 24


def test_overlapping_buildings_are_raised_once(dem, vector, condition):
    z, _ = condition(dem(plain()), BUILDINGS=vector("b", [box(1, 1, 2, 3), box(2, 2, 3, 4)]), BUILDING_HEIGHT=4)
    assert set(np.unique(z)) == {10, 14}


def test_channels_are_lowered_along_every_cell_they_touch(dem, vector, condition):
    expected = plain()
    expected[4, 1:8] -= 1.5
    z, _ = condition(dem(plain()), CHANNELS=vector("ch", [line((4, 1), (4, 7))]), CHANNEL_DEPTH=1.5)
    np.testing.assert_array_equal(z, expected)


@pytest.mark.parametrize("places", [((0, 0), (8, 8)), ((8, 0), (0, 8)), ((0, 0.3), (8, 7.1)), ((8, 1), (0, 5))])
def test_no_diagonal_step_passes_a_barrier(dem, vector, condition, places):
    """Also where the wall runs exactly through the corners of cells."""
    z, _ = condition(dem(plain(9, 9)), BARRIERS=vector("wall", [line(*places)]))
    free = z == 10
    assert set(np.unique(z)) == {10, 10.5}
    assert free.sum() > 60, "no more than the wall"
    (start, *_) = np.argwhere(free)
    assert flood(free, tuple(start)).sum() < free.sum(), "the two sides still touch"


def flood(free: np.ndarray, start: tuple[int, int]) -> np.ndarray:
    """The cells reached from `start` by the eight neighbours."""
    seen = np.zeros(free.shape, bool)
    todo = [start]
    while todo:
        r, c = todo.pop()
        if 0 <= r < free.shape[0] and 0 <= c < free.shape[1] and free[r, c] and not seen[r, c]:
            seen[r, c] = True
            todo += [(r + i, c + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return seen


ROAD = np.tile([5.2, 5.0, 5.0, 9.0, 9.0, 4.0, 3.8], (5, 1))  # a road embankment of 9 m across a ditch


@pytest.mark.parametrize("places", [((2, 1), (2, 5)), ((2, 5), (2, 1))], ids=["as it flows", "digitised backwards"])
def test_a_culvert_falls_from_end_to_end(dem, vector, condition, places):
    z, done = condition(dem(ROAD, 2.0), CULVERTS=vector("culverts", [line(*places, dx=2.0)]))
    along = z[2, 1:6]
    assert along[0] == 5 and along[-1] == 4, "the ends stay"
    assert (np.diff(along) < 0).all(), "it falls at every cell"
    # about evenly: a quarter of the fall from cell to cell, give or take the half cell at either end
    np.testing.assert_allclose(along, [5, 4.75, 4.5, 4.25, 4], atol=0.15)
    untouched = np.ones(ROAD.shape, bool)
    untouched[2, 1:6] = False
    np.testing.assert_array_equal(z[untouched], ROAD[untouched].astype(np.float32))
    assert any("Culverts cut: 1" in info for info in done.infos)


def test_water_runs_through_a_culvert(dem, vector, condition, tmp_path):
    blocked = ROAD.copy()
    blocked[:, 0] = 12
    blocked[[0, -1]] = 12  # a basin behind the embankment
    path = dem(blocked)
    before = support.run("filldepressions", DEM=path, OUTPUT=tmp_path / "before.tif")
    assert before.RAISED_CELLS == 6, "3 rows x 2 cells behind the embankment"
    _, done = condition(path, CULVERTS=vector("culverts", [line((2, 1), (2, 6))]))
    after = support.run("filldepressions", DEM=done.OUTPUT, OUTPUT=tmp_path / "after.tif")
    assert after.RAISED_CELLS == 0


def test_a_culvert_leaves_lower_ground_as_it_is(dem, vector, condition):
    z = plain(3, 7)
    z[1] = [6, 6, 1, 9, 9, 5, 5]
    found, _ = condition(dem(z), CULVERTS=vector("c", [line((1, 0), (1, 6))]))
    assert found[1, 2] == 1
    assert (found[1, 3:5] < 6).all() and (found[1, 3:5] > 5).all()


def test_multipart_culverts_are_cut_part_by_part(dem, vector, condition):
    parts = [line((1, 1), (1, 5)), line((3, 1), (3, 5))]
    both = "MULTILINESTRING ({})".format(", ".join(part.removeprefix("LINESTRING ") for part in parts))
    z, done = condition(dem(ROAD), CULVERTS=vector("c", [both]))
    assert (z[[1, 3], 3] < 5).all() and (z[[0, 2, 4], 3] == 9).all()
    assert any("Culverts cut: 2" in info for info in done.infos)


def test_a_culvert_off_the_dem_is_named(dem, vector, condition):
    z, done = condition(dem(ROAD), CULVERTS=vector("c", [line((50, 1), (50, 5))]))
    np.testing.assert_array_equal(z, ROAD.astype(np.float32))
    assert any("Left out" in info and "feature 1" in info for info in done.infos)


def test_a_culvert_passes_under_what_was_raised(dem, vector, condition):
    z, _ = condition(dem(ROAD), CULVERTS=vector("c", [line((2, 1), (2, 5))]), BUILDINGS=vector("b", [box(1, 3, 3, 4)]))
    assert (z[2, 3:5] < 5).all()
    assert (z[[1, 3], 3] == 14).all()


def test_gaps_inside_are_closed_and_those_at_the_edge_stay(dem, condition):
    r, c = np.mgrid[:7, :9]
    z = 10.0 + c
    z[3, 4:6] = np.nan
    z[0, :3] = np.nan
    same, _ = condition(dem(z))
    np.testing.assert_array_equal(same, z)
    closed, done = condition(dem(z), CLOSE_GAPS=True)
    np.testing.assert_array_equal(np.isnan(closed), (r == 0) & (c < 3))
    assert (closed[3, 4:6] > 13).all() and (closed[3, 4:6] < 16).all(), "between the values around"
    known = ~np.isnan(z)
    np.testing.assert_array_equal(closed[known], z[known])
    assert any("Gaps closed: 2 cells" in info for info in done.infos)


def test_layers_in_another_crs_are_reprojected(dem, vector, condition):
    from osgeo import ogr, osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.SetFromUserInput(support.CRS)
    there.SetFromUserInput("EPSG:3857")
    shape = ogr.CreateGeometryFromWkt(box(1, 1, 2, 2, dx=10.0))
    shape.Transform(osr.CoordinateTransformation(here, there))
    z, _ = condition(dem(plain(), 10.0), BUILDINGS=vector("b", [shape.ExportToWkt()], crs="EPSG:3857"))
    expected = plain()
    expected[1:3, 1:3] += 5
    np.testing.assert_array_equal(z, expected)


# filldepressions


def test_fill_of_the_double_bowl(dem, tmp_path):
    done = support.run(
        "filldepressions", DEM=dem(DOUBLE_BOWL, DX, DY), OUTPUT=tmp_path / "z.tif", OUTPUT_DEPTH=tmp_path / "d.tif"
    )
    assert (done.VOLUME_M3, done.MAX_DEPTH_M, done.RAISED_CELLS) == (180, 6, 4)
    np.testing.assert_array_equal(read_raster(done.OUTPUT)[1], [20, 7, 7, 7, 7, 7, 6])
    depth = read_raster(done.OUTPUT_DEPTH)
    np.testing.assert_array_equal(depth[1], [0, 4, 6, 3, 5, 0, 0])
    assert depth.sum() * CELL == done.VOLUME_M3


def test_fill_with_a_slope(dem, tmp_path):
    """45 degrees over cells of 1 m: every metre further from the outlet is a metre higher."""
    z = support.grid("""
        20 20 20 20 20
        20  1  1  1  2
        20 20 20 20 20
    """)
    done = support.run("filldepressions", DEM=dem(z), METHOD="fill_slope", MIN_SLOPE=45, OUTPUT=tmp_path / "z.tif")
    np.testing.assert_allclose(read_raster(done.OUTPUT)[1], [20, 5, 4, 3, 2])
    assert (done.VOLUME_M3, done.RAISED_CELLS) == (pytest.approx(4 + 3 + 2), 3)


def test_slope_beyond_45_degrees_is_refused(dem, tmp_path):
    for slope in (-1, 46):
        assert "MIN_SLOPE" in support.refusal(
            "filldepressions", DEM=dem(DOUBLE_BOWL), MIN_SLOPE=slope, OUTPUT=tmp_path / "z.tif"
        )


# depressions


@pytest.fixture
def listed(dem, tmp_path):
    def run(z=DOUBLE_BOWL, **more):
        return support.run("depressions", DEM=dem(z, DX, DY), OUTPUT=tmp_path / "dep.gpkg", **more)

    return run


def test_outermost_depressions(listed):
    done = listed()
    assert (done.COUNT, done.VOLUME_M3) == (1, 180)
    (one,) = read_vector(done.OUTPUT)
    shape = one.pop("shape")
    assert one | {"rain_mm": 0} == {
        "dep_id": 1, "parent": 0, "level": 2, "pit_z": 1, "spill_z": 7, "depth_m": 6, "area_m2": 40, "vol_m3": 180,
        "catch_m2": 50, "rain_mm": 0, "flows_to": 0,
    }  # fmt: skip
    assert one["rain_mm"] == pytest.approx(3600), "18 m of water from 5 cells"
    assert shape.Area() == pytest.approx(40)
    assert shape.IsValid()


def test_nested_depressions(listed):
    # in reading order of the pits: A, A + B (the same pit), B
    done = listed(LEVELS="all")
    assert (done.COUNT, done.VOLUME_M3) == (3, 180)
    rows = read_vector(done.OUTPUT)
    for field, values in {
        "dep_id": [1, 2, 3],
        "parent": [2, 0, 2],
        "level": [1, 2, 1],
        "flows_to": [3, 0, 1],
        "pit_z": [1, 1, 2],
        "spill_z": [4, 7, 4],
        "depth_m": [3, 6, 2],
        "area_m2": [20, 40, 10],
        "vol_m3": [40, 180, 20],
        "catch_m2": [30, 50, 20],
        # B: 2 m of water from 2 cells; then A gets 3R + (2R - 2) = 4
        "rain_mm": [1200, 3600, 1000],
    }.items():
        assert [row[field] for row in rows] == pytest.approx(values), field
    for row, columns in zip(rows, ([1, 2], [1, 2, 3, 4], [4])):
        shape = row["shape"]
        assert shape.IsValid() and shape.Area() == pytest.approx(row["area_m2"])
        assert covers(shape) == [(1, c) for c in columns]


def covers(shape) -> list[tuple[int, int]]:
    from osgeo import ogr

    inside = []
    for r, c in np.ndindex(DOUBLE_BOWL.shape):
        place = ogr.CreateGeometryFromWkt("POINT ({} {})".format(*support.at(r, c, DX, DY)))
        if shape.Contains(place):
            inside.append((r, c))
    return inside


@pytest.mark.parametrize(
    ("limits", "count"),
    [
        ({}, 3),
        ({"MIN_DEPTH": 2}, 2), ({"MIN_DEPTH": 1.99}, 3), ({"MIN_DEPTH": 6}, 0),
        ({"MIN_AREA": 10}, 2), ({"MIN_AREA": 9.9}, 3), ({"MIN_AREA": 20}, 1),
        ({"MIN_VOLUME": 20}, 2), ({"MIN_VOLUME": 19.9}, 3), ({"MIN_VOLUME": 40}, 1), ({"MIN_VOLUME": 180}, 0),
        ({"MIN_DEPTH": 2, "MIN_AREA": 20}, 1),
    ],
)  # fmt: skip
def test_limits_are_exclusive(listed, limits, count):
    done = listed(LEVELS="all", **limits)
    assert done.COUNT == count == len(read_vector(done.OUTPUT))


def test_default_depth_leaves_out_the_noise(listed):
    shallow = np.where(DOUBLE_BOWL == 20, 20, 6 + DOUBLE_BOWL / 200)  # 6 m is 3 cm now
    assert listed(shallow).COUNT == 0
    assert listed(shallow, MIN_DEPTH=0).COUNT == 1


def test_pour_points(listed, tmp_path):
    done = listed(LEVELS="all", OUTPUT_POUR_POINTS=tmp_path / "pour.gpkg")
    rows = {row["dep_id"]: row for row in read_vector(done.OUTPUT_POUR_POINTS)}
    assert set(rows) == {1, 2, 3}
    # A and B meet over the 4 in column 3, both leave over the 7 in column 5
    for number, column, z, to in ((1, 3, 4, 3), (3, 3, 4, 1), (2, 5, 7, 0)):
        place = rows[number]["shape"]
        assert (place.GetX(), place.GetY()) == pytest.approx(support.at(1, column, DX, DY))
        assert (rows[number]["spill_z"], rows[number]["flows_to"]) == (z, to)


def test_storage_curves(listed, tmp_path):
    done = listed(LEVELS="all", OUTPUT_CURVES=tmp_path / "curves.gpkg")
    rows = read_vector(done.OUTPUT_CURVES)
    bottoms = {1: [3, 1, 4], 2: [3, 1, 4, 2, 7], 3: [2, 7]}
    for number, pit, spill in ((1, 1, 4), (2, 1, 7), (3, 2, 4)):
        curve = [row for row in rows if row["dep_id"] == number]
        assert len(curve) >= 10
        assert [row["z"] for row in curve] == sorted(row["z"] for row in curve)
        assert (curve[0]["z"], curve[-1]["z"]) == (pit, spill)
        ground = np.array(bottoms[number], float)
        for row in curve:
            assert row["depth_m"] == pytest.approx(row["z"] - pit)
            assert row["vol_m3"] == pytest.approx(np.maximum(row["z"] - ground, 0).sum() * CELL, abs=1e-9)
            assert row["area_m2"] in (
                (ground < row["z"] - 1e-9).sum() * CELL,
                (ground <= row["z"] + 1e-9).sum() * CELL,
            )
    assert rows[0]["shape"] is None


def test_a_sink_takes_its_depression_away(listed, vector):
    """With a sink in B's pit A spills into it: 3 cells give 4 m of water after 4/3 m."""
    x, y = support.at(1, 4, DX, DY)
    done = listed(LEVELS="all", SINKS=vector("sinks", [f"POINT ({x} {y})"]))
    (one,) = read_vector(done.OUTPUT)
    assert (one["vol_m3"], one["catch_m2"], one["flows_to"]) == (40, 30, 0)
    assert one["rain_mm"] == pytest.approx(4000 / 3)


def test_closed_edge_leaves_no_outer_depression(listed):
    done = listed(CLOSED_EDGE=True)
    assert done.COUNT == len(read_vector(done.OUTPUT))
    assert all(row["spill_z"] < 20 for row in read_vector(done.OUTPUT)), "what never spills is not listed"


def test_polygons_rasterised_back_are_the_raised_cells(dem, tmp_path):
    generator = np.random.default_rng(7)
    z = np.round(generator.random((30, 40)) * 20) / 4
    path = dem(z, DX, DY)
    done = support.run("depressions", DEM=path, MIN_DEPTH=0, OUTPUT=tmp_path / "dep.gpkg")
    fill = support.run("filldepressions", DEM=path, OUTPUT=tmp_path / "z.tif")
    assert done.VOLUME_M3 == pytest.approx(fill.VOLUME_M3, rel=1e-9)
    np.testing.assert_array_equal(burn(done.OUTPUT, "dep_id", z, DX, DY) > 0, read_raster(fill.OUTPUT) > z)
    assert sum(row["vol_m3"] for row in read_vector(done.OUTPUT)) == pytest.approx(done.VOLUME_M3, rel=1e-9)


def test_a_layer_of_the_wrong_kind_is_refused(dem, vector, tmp_path):
    wrong = vector("points", [point(1, 1)], kind="Point")
    message = support.refusal("conditiondem", DEM=dem(DOUBLE_BOWL), BUILDINGS=wrong, OUTPUT=tmp_path / "o.tif")
    assert "BUILDINGS" in message and "points" in message and "polygons" in message


def test_gaps_beyond_the_largest_stay_open(dem, condition):
    """Gaps of one, two and four cells."""
    z = np.full((9, 12), 5.0)
    z[2, 2] = z[2, 5:7] = np.nan
    z[5:7, 5:7] = np.nan
    for largest, left in ((None, 0), (1, 6), (2, 4), (4, 0)):
        more = {} if largest is None else {"LARGEST_GAP": largest}
        made, _ = condition(dem(z), CLOSE_GAPS=True, **more)
        assert np.isnan(made).sum() == left, largest
        assert (made[~np.isnan(made)] == 5).all()


def test_a_chain_on_a_dem_in_feet_converts_once(dem, tmp_path):
    """US survey feet in the plane and in height, by the CRS: 1 ft = 1200/3937 m."""
    z = np.full((5, 6), 100.0)
    path = dem(z, 10.0, crs="EPSG:2263", west=980_000, north=200_000)
    first = support.run("conditiondem", DEM=path, OUTPUT=tmp_path / "first.tif")
    second = support.run("conditiondem", DEM=first.OUTPUT, OUTPUT=tmp_path / "second.tif")
    for done in (first, second):
        np.testing.assert_allclose(read_raster(done.OUTPUT), 100 * 1200 / 3937, rtol=1e-7)


def test_a_gap_smaller_than_a_cell_is_refused(dem, tmp_path):
    message = support.refusal("conditiondem", DEM=dem("1 1\n1 1"), LARGEST_GAP=0, OUTPUT=tmp_path / "o.tif")
    assert "LARGEST_GAP" in message
