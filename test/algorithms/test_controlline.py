"""controlline: what is enclosed, that the smoothed line keeps its promises, and what is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import NORTH, WEST, read_vector

# Cells of 5 m: a block with a hole of 2 cells and a red core, a yellow cell at its corner, a speck apart.
TOWN = np.array(
    [
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [0, 3, 3, 3, 3, 0, 0, 0, 0, 0],
        [0, 3, 0, 0, 3, 0, 0, 0, 3, 0],
        [0, 3, 3, 4, 4, 0, 0, 0, 0, 0],
        [0, 1, 0, 0, 0, 2, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
    float,
)
EXACT = {"MIN_AREA": 0, "CLOSE_HOLES": 0, "SMOOTH": 0}


@pytest.fixture
def draw(dem, tmp_path):
    def run(values, dx=5.0, dy=None, name="RISK", kind="Byte", **more):
        path = dem(np.asarray(values, float), dx, dy, name=f"{name.lower()}.tif", kind=kind, nodata=255)
        targets = {"OUTPUT": tmp_path / "areas.gpkg", "OUTPUT_LINE": tmp_path / "lines.gpkg"}
        done = support.run("controlline", **{name: path}, **targets, **more)
        done.areas, done.lines = read_vector(done.OUTPUT), read_vector(done.OUTPUT_LINE)
        return done

    return run


def cells_of(inside: np.ndarray, dx: float, dy: float | None = None):
    """The union of cells, by ogr from a box for each."""
    from osgeo import ogr

    dy = dx if dy is None else dy
    boxes = ogr.Geometry(ogr.wkbMultiPolygon)
    for row, column in np.argwhere(inside):
        x, y = WEST + column * dx, NORTH - row * dy
        boxes.AddGeometry(
            ogr.CreateGeometryFromWkt(f"POLYGON (({x} {y}, {x + dx} {y}, {x + dx} {y - dy}, {x} {y - dy}, {x} {y}))")
        )
    return boxes.UnionCascaded()


def together(rows: list[dict]):
    from osgeo import ogr

    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for row in rows:
        for part in row["shape"]:
            whole.AddGeometry(part)
    return whole


def check_promises(done, inside: np.ndarray, dx: float, dy: float, smooth: float, holes_closed: bool = False) -> None:
    """Every cell inside, the line within SMOOTH of the cells' outline, polygons valid and apart, numbers true."""
    areas = [row["shape"] for row in done.areas]
    assert all(area.IsValid() for area in areas)
    whole = together(done.areas).UnionCascaded()
    assert whole.Area() == pytest.approx(sum(area.Area() for area in areas), rel=1e-9), "overlap"
    cells = cells_of(inside, dx, dy)
    assert cells.Difference(whole).Area() < 1e-6, "a cell is cut off"
    outline = cells.Boundary()
    for row in done.lines:
        line = row["shape"].Clone()
        line.Segmentize(min(dx, dy) / 4)
        for part in line if line.GetGeometryCount() else [line]:
            for k in range(part.GetPointCount()):
                point = part.GetPoint_2D(k)
                far = outline.Distance(support_point(point))
                assert far <= smooth + 1e-6, f"the line is {far} m from the outline"
    if not holes_closed:
        assert whole.Difference(cells.Buffer(smooth + 1e-3, 64)).Area() < 1e-3 * smooth**2 + 1e-6
    by_id = {row["line_id"]: row for row in done.lines}
    assert [row["line_id"] for row in done.areas] == list(range(1, done.POLYGONS + 1))
    for row in done.areas:
        assert row["area_m2"] == pytest.approx(row["shape"].Area(), rel=1e-9)
        assert row["length_m"] == pytest.approx(by_id[row["line_id"]]["shape"].Length(), rel=1e-9)
        assert row["length_m"] == pytest.approx(row["shape"].Boundary().Length(), rel=1e-9)
    assert pytest.approx(sum(row["area_m2"] for row in done.areas)) == done.AREA_M2
    assert pytest.approx(sum(row["length_m"] for row in done.areas)) == done.LENGTH_M


def support_point(xy):
    from osgeo import ogr

    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(*xy)
    return point


@pytest.mark.parametrize(("name", "cells"), [("blue", [12, 1]), ("yellow", [11, 1]), ("orange", [10, 1]), ("red", [2])])
def test_unsmoothed_areas_are_those_of_the_raster(draw, name, cells):
    """The yellow cell touches the block at a corner, the blue one on a side."""
    done = draw(TOWN, CLASS=name, **EXACT)
    assert [row["area_m2"] for row in done.areas] == [n * 25 for n in cells]
    assert done.AREA_M2 == sum(cells) * 25 and len(cells) == done.POLYGONS
    assert all(name in row["criterion"] for row in done.areas)
    value = {"blue": 1, "yellow": 2, "orange": 3, "red": 4}[name]
    check_promises(done, value <= TOWN, 5, 5, 0)
    np.testing.assert_array_equal(support.burn(done.OUTPUT, "line_id", TOWN, 5) > 0, value <= TOWN)


def test_orange_is_the_default_and_lengths_count_the_rims_of_holes(draw):
    done = draw(TOWN, **EXACT)
    assert [row["criterion"] for row in done.areas] == ["risk orange 较大 and higher"] * 2
    block, speck = done.areas
    assert block["length_m"] == (4 + 3) * 2 * 5 + 6 * 5 and speck["length_m"] == 20
    assert done.LENGTH_M == 100 + 20
    assert block["source"] == "risk.tif"


def test_specks_and_holes(draw):
    done = draw(TOWN, MIN_AREA=25, CLOSE_HOLES=49, SMOOTH=0)
    assert done.AREA_M2 == 11 * 25
    done = draw(TOWN, MIN_AREA=26, CLOSE_HOLES=50, SMOOTH=0)
    assert (done.AREA_M2, done.POLYGONS) == (12 * 25, 1)


def test_depth_instead_of_risk(draw):
    depth = np.array([[0.0, 0.1499, 0.15, 0.3, np.nan]])
    done = draw(depth, name="DEPTH", kind="Float32", **EXACT)
    assert done.AREA_M2 == 2 * 25
    assert done.areas[0]["criterion"] == "depth 0.15 m and more"
    assert draw(depth, name="DEPTH", kind="Float32", MIN_DEPTH=0, **EXACT).AREA_M2 == 3 * 25


def test_the_rain_is_said(dem, tmp_path):
    z = np.full((7, 7), 9.0)
    z[1:6, 1:6] = 5
    water = support.run("inundation", DEM=dem(z, 10.0), RAIN=42, OUTPUT=tmp_path / "depth.tif")
    support.run("controlline", DEPTH=water.OUTPUT, MIN_DEPTH=0.01, OUTPUT=tmp_path / "a.gpkg")
    (row,) = read_vector(tmp_path / "a.gpkg")
    assert row["source"] == "depth.tif, rain 42 mm" and row["area_m2"] > 2500 - 1e-6


def test_nothing_to_enclose_is_an_empty_layer_and_a_warning(draw):
    done = draw(np.zeros((4, 4)))
    assert done.areas == done.lines == [] and (done.POLYGONS, done.AREA_M2, done.LENGTH_M) == (0, 0, 0)
    assert any("outputs are empty" in warning for warning in done.warnings)


@pytest.mark.parametrize("smooth", [0.5, 3, 12])
def test_smoothing_by_hand(draw, smooth):
    """A right-angled notch of one cell: a closing by r leaves of it all but the corner between square and circle."""
    notch = np.zeros((9, 9))
    notch[2:7, 2:7] = 4
    notch[2, 2] = 0  # a step at the corner of the block
    done = draw(notch, MIN_AREA=0, CLOSE_HOLES=0, SMOOTH=smooth)
    check_promises(done, notch > 0, 5, 5, smooth)
    if smooth <= 5:
        added = (1 - np.pi / 4) * smooth**2  # the corner of the notch rounded by the circle
        assert pytest.approx(24 * 25 + added, abs=0.03 * smooth**2) == done.AREA_M2
    else:
        assert 24 * 25 < done.AREA_M2 < 24 * 25 + 12.5, "at most the triangle across the notch"


def test_close_areas_grow_together_and_far_ones_do_not(draw):
    pair = np.zeros((5, 9))
    pair[1:4, 1:3] = pair[1:4, 4:6] = 3  # 5 m apart
    for smooth, count in ((2.4, 2), (2.6, 1)):
        done = draw(pair, MIN_AREA=0, CLOSE_HOLES=0, SMOOTH=smooth)
        assert count == done.POLYGONS
        check_promises(done, pair > 0, 5, 5, smooth)


def test_a_hole_that_smoothing_makes_small_is_closed_with_what_stands_in_it(draw):
    ring = np.zeros((15, 15))
    ring[1:14, 1:14] = 3
    ring[3:12, 3:12] = 0
    ring[7, 7] = 3
    # 80 dry cells round an island, 4 m wide; smoothing rounds the corners away, (4 - pi) r2 = 3.1 m2 of them
    open_ = draw(ring, 1.0, MIN_AREA=0, CLOSE_HOLES=79, SMOOTH=1.9)
    assert open_.POLYGONS == 1 and open_.areas[0]["shape"].Area() == pytest.approx(169, abs=1e-6)
    kept = draw(ring, 1.0, MIN_AREA=0, CLOSE_HOLES=40, SMOOTH=1.9)
    assert kept.POLYGONS == 2
    check_promises(kept, ring > 0, 1, 1, 1.9)


def test_random_risks_keep_the_promises(qgis):
    shapes = arrays(np.uint8, (8, 9), elements=st.sampled_from([0, 0, 3]))

    @given(shapes, st.sampled_from([0.0, 0.7, 2.0, 5.0]), st.sampled_from([(1.0, 1.0), (1.5, 0.7)]))
    @settings(max_examples=40)
    def hold(risk, smooth, size):
        dx, dy = size
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            path = support.write_raster(folder / "risk.tif", risk, dx, dy, kind="Byte", nodata=255)
            done = support.run(
                "controlline", RISK=path, MIN_AREA=0, CLOSE_HOLES=0, SMOOTH=smooth, OUTPUT=folder / "a.gpkg",
                OUTPUT_LINE=folder / "l.gpkg",
            )  # fmt: skip
            done.areas, done.lines = read_vector(done.OUTPUT), read_vector(done.OUTPUT_LINE)
            if not risk.any():
                assert done.POLYGONS == 0
                return
            check_promises(done, risk > 0, dx, dy, smooth)
            if smooth == 0:
                assert pytest.approx(np.count_nonzero(risk) * dx * dy) == done.AREA_M2

    hold()


def test_exactly_one_raster(dem, tmp_path):
    path = dem(np.ones((3, 3)))
    target = tmp_path / "o.gpkg"
    assert support.refusal("controlline", OUTPUT=target) == (
        "Give either RISK (with CLASS) or DEPTH (with MIN_DEPTH): none was given."
    )
    assert "both were given" in support.refusal("controlline", RISK=path, DEPTH=path, OUTPUT=target)
    assert not target.exists()


def test_a_raster_of_anything_but_classes_is_refused(dem, tmp_path):
    path = dem(np.array([[0.0, 1.5]]), name="odd.tif")
    message = support.refusal("controlline", RISK=path, OUTPUT=tmp_path / "o.gpkg")
    assert "RISK odd holds more than the classes 0 to 4" in message
    assert "CLASS must be one of blue" in support.refusal(
        "controlline", RISK=path, CLASS="green", OUTPUT=tmp_path / "o"
    )


def test_in_feet(dem, tmp_path):
    """Numbers in metres, the line in the units of the map."""
    path = dem(np.pad(np.full((4, 4), 3.0), 2), 10.0, name="r.tif", kind="Byte", nodata=255, crs="EPSG:2263")
    done = support.run("controlline", RISK=path, SMOOTH=1, OUTPUT=tmp_path / "a.gpkg")
    foot = 1200 / 3937
    assert pytest.approx(1600 * foot**2, rel=1e-6) == done.AREA_M2 and pytest.approx(160 * foot) == done.LENGTH_M
    assert read_vector(done.OUTPUT)[0]["shape"].Area() == pytest.approx(1600, rel=1e-6)
