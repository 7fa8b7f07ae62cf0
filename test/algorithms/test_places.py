"""tracedownstream and upstreamarea: what becomes of the water of single points, and what drains to them.

The trough: a row between walls that drain outwards. The 3 holds 2 m up to the 5 and takes two cells, the 1 holds 3 m up
to the 4 and takes two. The first is full at 1 m of rain; the second at 1.25 m, as it gets the water of four cells then.
"""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import at, point, read_raster, read_vector

TROUGH = support.grid("""
    99 99 99 99 99 99 99
    99  6  3  5  1  4  0
    99 99 99 99 99 99 99
""")
DX = 2.0


def multipoint(*places) -> str:
    return "MULTIPOINT ({})".format(", ".join("({} {})".format(*at(r, c, DX)) for r, c in places))


# tracedownstream


@pytest.fixture
def trace(dem, vector, tmp_path):
    def run(shapes, fields=None, z=TROUGH, **more):
        points = more.pop("POINTS", None) or vector("points", shapes, fields)
        done = support.run(
            "tracedownstream", DEM=dem(z, DX), POINTS=points, OUTPUT=tmp_path / "ways.gpkg", **more
        )  # fmt: skip
        rows = read_vector(done.OUTPUT)
        assert done.COUNT == len(rows)
        return rows, done

    return run


def vertices(row) -> list[tuple[float, float]]:
    return [row["shape"].GetPoint_2D(i) for i in range(row["shape"].GetPointCount())]


def figures(row) -> tuple:
    return row["length_m"], row["drop_m"], row["ponds"], round(row["rain_mm"], 6), row["end_type"]


def test_ways_by_hand(trace):
    rows, done = trace([point(1, c, DX) for c in (1, 4, 5, 6)], {"id": ["a", "b", "c", "d"]})
    assert [row["point_id"] for row in rows] == ["a", "b", "c", "d"]
    assert [figures(row) for row in rows] == [
        (10, 6, 2, 1250, "edge"),
        (4, 4, 1, 1250, "edge"),  # from the water's surface at 4 m
        (2, 4, 0, 0, "edge"),
        (0, 0, 0, 0, "edge"),
    ]
    assert vertices(rows[0]) == [at(1, c, DX) for c in range(1, 7)]
    assert rows[3]["shape"] is None or rows[3]["shape"].IsEmpty()
    assert done.warnings == []


def test_the_rain_is_that_of_inundation(trace, dem, tmp_path):
    """Just below it the last pond is not full and nothing that falls in the trough leaves; just above it is."""
    rows, _ = trace([point(1, 1, DX)])
    full = {}
    for share in (0.999, 1.001):
        done = support.run(
            "inundation", DEM=dem(TROUGH, DX), RAIN=rows[0]["rain_mm"] * share, OUTPUT=tmp_path / "d.tif",
            OUTPUT_PONDS=tmp_path / "p.gpkg",
        )  # fmt: skip
        ponds = sorted(read_vector(done.OUTPUT_PONDS), key=lambda pond: pond["level_m"])
        full[share] = [pond["full"] for pond in ponds]
    assert full == {0.999: [0, 1], 1.001: [1, 1]}


def test_a_sink_on_the_way_ends_it(trace, vector):
    rows, _ = trace([point(1, 1, DX)], SINKS=vector("sinks", [point(1, 3, DX)]))
    assert figures(rows[0]) == (4, 1, 1, 1000, "sink")
    assert vertices(rows[0])[-1] == at(1, 3, DX)


def test_ids_and_multipoints(trace, vector):
    """Each part is a point of its own; an empty id is replaced by the feature's."""
    rows, _ = trace([multipoint((1, 1), (1, 4)), point(1, 5, DX)], {"POINT_ID": [7, None], "id": [1, 2]})
    assert [row["point_id"] for row in rows] == ["7", "7", "2"]
    assert [row["length_m"] for row in rows] == [10, 4, 2]
    rows, _ = trace([point(1, 1, DX)], POINTS=vector("bare", [point(1, 1, DX)]))
    assert [row["point_id"] for row in rows] == ["1"]


def test_points_off_the_dem_are_named(trace, dem):
    z = TROUGH.copy()
    z[0, 0] = np.nan
    shapes = [point(1, 1, DX), point(0, 0, DX), point(1, 50, DX), None]
    rows, done = trace(shapes, {"id": ["on", "hole", "far", "none"]}, z=z)
    assert [row["point_id"] for row in rows] == ["on"]
    assert "POINTS: 2 of 3 points lie off the DEM or on cells without data and are left out: hole, far." in (
        done.warnings
    )
    assert any("1 features without a usable geometry" in warning for warning in done.warnings)


@pytest.mark.parametrize("name", ["tracedownstream", "upstreamarea"])
def test_no_point_at_all_is_refused(dem, vector, tmp_path, name):
    given = {"DEM": dem(TROUGH, DX), "OUTPUT": tmp_path / "o.gpkg"}
    far = support.refusal(name, **given, POINTS=vector("far", [point(9, 9, DX)]))
    assert far == "POINTS: no point of layer far lies on a cell of the DEM with data."
    assert "POINTS: the layer empty" in support.refusal(name, **given, POINTS=vector("empty", [], kind="Point"))
    assert not (tmp_path / "o.gpkg").exists()


def test_points_in_another_crs(trace, vector):
    from osgeo import osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.SetFromUserInput(support.CRS)
    there.SetFromUserInput("EPSG:4326")
    for reference in (here, there):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y, _ = osr.CoordinateTransformation(here, there).TransformPoint(*at(1, 1, DX))
    rows, _ = trace([], POINTS=vector("degrees", [f"POINT ({x:.12f} {y:.12f})"], crs="EPSG:4326"))
    assert vertices(rows[0])[0] == at(1, 1, DX)


# upstreamarea


@pytest.fixture
def areas(dem, vector, tmp_path):
    def run(shapes, fields=None, z=TROUGH, **more):
        done = support.run(
            "upstreamarea", DEM=dem(z, DX), POINTS=vector("points", shapes, fields), OUTPUT=tmp_path / "a.gpkg", **more
        )
        rows = read_vector(done.OUTPUT)
        assert done.COUNT == len(rows)
        return rows

    return run


def test_nested_areas_by_hand(areas):
    """All of the trough drains through its end, 6 cells of 4 m2; its depressions hold 2 m and 3 m over a cell each."""
    rows = areas([point(1, c, DX) for c in (6, 3, 5, 3)], {"id": list("abcd")})
    assert [(row["point_id"], row["area_m2"], row["storage_m3"]) for row in rows] == [
        *(("a", 24, 20), ("b", 12, 8), ("c", 20, 20), ("d", 12, 8))
    ]
    for row in rows:
        assert row["shape"].GetArea() == pytest.approx(row["area_m2"]) and row["shape"].IsValid()
        assert row["snap_m"] == 0
    assert rows[0]["shape"].Contains(rows[1]["shape"])


def test_slope_is_the_mean_of_the_ground(areas):
    """On a plane of 1 in 4 it is that everywhere."""
    rows = areas([point(2, 3, DX)], z=np.add.outer(np.zeros(5), -0.5 * np.arange(6.0)))
    assert rows[0]["slope"] == pytest.approx(0.25)
    assert rows[0]["area_m2"] == 12  # the edge cell in the west drains outside


@pytest.mark.parametrize(("distance", "area", "moved"), [(1, 4, 0), (2.1, 16, 2), (100, 24, 20**0.5)])
def test_snapping_to_the_stream(areas, distance, area, moved):
    """From the wall above the fifth cell: nowhere, into that cell, to the end of the trough."""
    (row,) = areas([point(0, 4, DX)], SNAP_DISTANCE=distance)
    assert (row["area_m2"], row["snap_m"]) == (area, pytest.approx(moved))


def test_fifty_places_of_a_town(shared_data, vector, tmp_path):
    """On a real DEM each area is the accumulation of the cell that its point was moved to."""
    path = shared_data / "santboi" / "dem_5m.tif"
    flow = read_raster(support.run("flowaccumulation", DEM=path, OUTPUT=tmp_path / "acc.tif").OUTPUT)
    from osgeo import gdal

    data = gdal.Open(str(path))
    west, dx, _, north, _, dy = data.GetGeoTransform()
    cells = np.random.default_rng(4).choice(np.flatnonzero(~np.isnan(flow)), 50, replace=False)
    rows, columns = np.divmod(cells, flow.shape[1])
    places = [f"POINT ({west + (c + 0.5) * dx} {north + (r + 0.5) * dy})" for r, c in zip(rows, columns)]
    points = vector("places", places, {"id": list(range(50))}, crs=data.GetProjection())
    for reach in (0, 3):
        done = support.run(
            "upstreamarea", DEM=path, POINTS=points, SNAP_DISTANCE=reach * dx, OUTPUT=tmp_path / f"{reach}.gpkg"
        )
        found = read_vector(done.OUTPUT)
        assert [row["point_id"] for row in found] == [str(i) for i in range(50)]
        for row, r, c in zip(found, rows, columns):
            best = 0.0
            for a in range(max(r - reach, 0), min(r + reach + 1, flow.shape[0])):
                for b in range(max(c - reach, 0), min(c + reach + 1, flow.shape[1])):
                    if np.hypot(a - r, b - c) <= reach and flow[a, b] > best:
                        best = flow[a, b]
            assert row["area_m2"] == pytest.approx(best, rel=1e-6)
            assert row["shape"].GetArea() == pytest.approx(row["area_m2"], rel=1e-9)
            assert row["shape"].IsValid()
