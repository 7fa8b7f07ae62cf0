"""The vector products, where they are more than the algorithms show."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.grid import Grid
from rainshed.hydrology.progress import Progress
from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_vector


@pytest.fixture
def products(qgis):
    from rainshed.gis import products

    return products


@pytest.fixture
def frame(qgis, products):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    def make(shape, dx=2.0, dy=3.0):
        transform = (support.WEST, dx, 0.0, support.NORTH, 0.0, -dy)
        grid = Grid(shape, transform, "", np.ones(shape, bool))
        return products.Frame(grid, QgsCoordinateReferenceSystem(support.CRS), QgsCoordinateTransformContext())

    return make


def test_field_names_fit_a_shapefile(products):
    for fields in (
        products.DEPRESSION_FIELDS, products.POUR_POINT_FIELDS, products.CURVE_FIELDS, products.PATH_FIELDS,
        products.ZONE_FIELDS, products.POND_FIELDS, products.RISK_ZONE_FIELDS,
    ):  # fmt: skip
        names = [name for name, _ in fields]
        assert len(set(names)) == len(names)
        assert all(len(name) <= 10 for name in names), names


def test_field_names_are_the_published_ones(products):
    published = {
        "DEPRESSION_FIELDS": "dep_id parent level pit_z spill_z depth_m area_m2 vol_m3 catch_m2 rain_mm flows_to",
        "CURVE_FIELDS": "dep_id z depth_m area_m2 vol_m3",
        "PATH_FIELDS": "path_id flows_to strahler length_m drop_m slope up_m2 end_type",
        "ZONE_FIELDS": "zone_id outlet_id outlet_t parent area_m2 slope low_z mean_z drain_mode head_m",
        "POND_FIELDS": "pond_id level_m depth_m mean_m area_m2 vol_m3 full flows_to spill_m3",
        "RISK_ZONE_FIELDS": "risk risk_name area_m2 max_depth",
    }
    for table, names in published.items():
        assert [name for name, _ in getattr(products, table)][: len(names.split())] == names.split()


def test_centre_of_a_cell(frame):
    place = frame((4, 5)).point(7).asPoint()  # row 1, column 2
    assert (place.x(), place.y()) == (support.WEST + 5, support.NORTH - 4.5)


def test_one_outline_per_label(products, frame):
    """Parts that touch by a corner are parts of one multi-polygon, a hole is a hole."""
    label = np.array([[1, 0, 0, 0], [0, 1, 1, 1], [0, 1, 2, 1], [0, 1, 1, 1]], np.int32)
    shapes = products.outlines(label, frame((4, 4)).grid)
    assert set(shapes) == {1, 2}
    assert shapes[1].isMultipart() and len(shapes[1].asMultiPolygon()) == 2
    assert (shapes[1].area(), shapes[2].area()) == (9 * 6, 6)
    assert shapes[1].isGeosValid()
    assert len(shapes[1].asMultiPolygon()[1]) + len(shapes[1].asMultiPolygon()[0]) == 3, "two outlines and a hole"


def test_risk_zones_of_one_class_apart(products, frame, tmp_path):
    classes = np.array([[1, 1, 0, 1], [255, 0, 0, 1], [4, 255, 255, 0]], np.uint8)
    depth = np.array([[0.2, 0.25, 0, 0.16], [np.nan, 0, 0, 0.18], [0.8, np.nan, np.nan, 0]])
    count = products.write_risk_zones(str(tmp_path / "z.gpkg"), frame((3, 4)), classes, depth, Progress())
    rows = sorted((r["risk"], r["area_m2"], r["max_depth"]) for r in read_vector(tmp_path / "z.gpkg"))
    # the depths in the precision of the raster that is written of them
    single = [float(np.float32(depth)) for depth in (0.18, 0.25, 0.8)]
    assert rows == [(1, 12, single[0]), (1, 12, single[1]), (4, 6, single[2])]
    assert count == 3


def test_nothing_graded_is_an_empty_layer(products, frame, tmp_path):
    classes = np.full((3, 4), 255, np.uint8)
    classes[1] = 0
    assert (
        products.write_risk_zones(str(tmp_path / "z.gpkg"), frame((3, 4)), classes, np.zeros((3, 4)), Progress()) == 0
    )
    assert read_vector(tmp_path / "z.gpkg") == []


def test_outlines_of_nested_depressions_in_their_windows(products, frame, tmp_path):
    """Of many nested depressions on random ground every outline covers the cells that are below its level around it."""
    from rainshed.hydrology.ponds.hierarchy import build_hierarchy
    from rainshed.hydrology.ponds.inventory import list_depressions
    from rainshed.hydrology.ponds.storage import measure_storage

    z = np.round(np.random.default_rng(12).random((24, 28)) * 30) / 10
    place = frame(z.shape)
    hierarchy = build_hierarchy(z, place.grid.valid, place.grid.dx, place.grid.dy)
    storage = measure_storage(z, hierarchy)
    inventory = list_depressions(hierarchy, storage, 6.0, nested=True)
    products.write_depressions(str(tmp_path / "d.gpkg"), place, hierarchy, storage, inventory, Progress())
    rows = read_vector(tmp_path / "d.gpkg")
    assert sum(row["parent"] > 0 for row in rows) > 10
    by_id = {row["dep_id"]: row for row in rows}
    for row in rows:
        assert row["shape"].IsValid()
        assert row["shape"].Area() == pytest.approx(row["area_m2"])
        ground = [z[cell] for cell in np.ndindex(z.shape) if row["shape"].Contains(centre(cell))]
        assert min(ground) == row["pit_z"] and max(ground) < row["spill_z"]
        assert sum(row["spill_z"] - h for h in ground) * 6 == pytest.approx(row["vol_m3"])
        if row["parent"]:
            assert by_id[row["parent"]]["shape"].Contains(row["shape"])


def centre(cell):
    from osgeo import ogr

    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(*support.at(*cell, 2.0, 3.0))
    return point


def test_cancel_while_writing_polygons(products, frame, tmp_path):
    from rainshed.hydrology.errors import Cancelled

    with pytest.raises(Cancelled):
        products.write_risk_zones(
            str(tmp_path / "z.gpkg"), frame((3, 4)), np.ones((3, 4), np.uint8), np.ones((3, 4)),
            Progress(cancelled=lambda: True),
        )  # fmt: skip


def test_a_series_of_many_steps_can_be_cancelled(products, frame, tmp_path):
    """A short step makes a million rows, which take ten seconds and more to write."""
    from rainshed.hydrology.errors import Cancelled
    from rainshed.hydrology.ponds.timeline import Series

    column = np.arange(2000.0)
    series = Series(*(column for _ in range(7)))
    looked = []
    progress = Progress(cancelled=lambda: looked.append(1) or len(looked) > 2)
    with pytest.raises(Cancelled):
        products.write_series(str(tmp_path / "series.csv"), frame((1, 1)), series, progress)
