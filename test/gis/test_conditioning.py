"""Conditioning, where it is more than the algorithm of that name shows."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.grid import Grid
from rainshed.hydrology.progress import Progress


@pytest.fixture
def condition(qgis):
    """condition(z, **features): the conditioned elevations, the grid and the notes."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from rainshed.gis.conditioning import Features, condition
    from rainshed.gis.raster import Dem

    def run(z, unit=1.0, **features):
        z = np.asarray(z, np.float32)
        grid = Grid(z.shape, (0.0, 1.0, 0.0, float(z.shape[0]), 0.0, -1.0), "", ~np.isnan(z), unit)
        dem = Dem(z, grid, QgsCoordinateReferenceSystem(), "z.tif", ("a note",))
        before = z.copy()
        done, notes = condition(dem, Features(**features), QgsCoordinateTransformContext(), Progress())
        np.testing.assert_array_equal(dem.z, before)
        assert done.notes == dem.notes and done.name == dem.name
        return done.z, done.grid, notes

    return run


@pytest.fixture
def source(qgis):
    from qgis.core import QgsFeature, QgsGeometry, QgsProcessingContext, QgsProcessingUtils, QgsVectorLayer

    from rainshed.algorithms.terrain.conditiondem import ConditionDem

    reader, context = ConditionDem(), QgsProcessingContext()
    reader.initAlgorithm()
    alive = [reader, context, QgsProcessingUtils]

    def make(role: str, kind: str, *wkts: str):
        layer = QgsVectorLayer(kind, role, "memory")
        for wkt in wkts:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            layer.dataProvider().addFeature(feature)
        found = reader.parameterAsSource({role: layer}, role, context)
        alive.extend([layer, found])
        return found

    return make


def holed(*holes) -> np.ndarray:
    z = np.full((9, 9), 4.0)
    for rows, columns in holes:
        z[rows, columns] = np.nan
    return z


def test_gaps_up_to_a_size(condition):
    small, large = (slice(1, 3), slice(1, 3)), (slice(4, 8), slice(4, 6))  # 4 and 8 cells
    z = holed(small, large)
    for largest, left in ((None, 0), (8, 0), (7, 8), (4, 8), (3, 12)):
        done, grid, notes = condition(z, close_gaps=True, largest_gap=largest)
        assert np.isnan(done).sum() == left
        np.testing.assert_array_equal(grid.valid, ~np.isnan(done))
        assert notes == [f"Gaps closed: {12 - left} cells."]
    assert np.nanmax(done) == 4 == np.nanmin(done)


def test_gaps_that_touch_by_a_corner_are_one(condition):
    """Water runs diagonally, so does the hole."""
    done, _, _ = condition(holed((2, 2), (3, 3)), close_gaps=True, largest_gap=1)
    assert np.isnan(done).sum() == 2


def test_a_gap_at_the_edge_stays(condition):
    done, _, _ = condition(holed((slice(0, 2), 4), (8, 0)), close_gaps=True)
    assert np.isnan(done).sum() == 3


def test_gaps_are_closed_before_anything_is_raised(condition, source):
    done, _, _ = condition(
        holed((4, 4)), close_gaps=True, buildings=source("BUILDINGS", "Polygon", "Polygon ((3 3, 6 3, 6 6, 3 6, 3 3))")
    )
    assert done[4, 4] == 9, "4 m of ground and 5 m of building"
    assert (done == 9).sum() == 9


def test_cells_without_data_are_not_raised(condition, source):
    buildings = source("BUILDINGS", "Polygon", "Polygon ((3 3, 6 3, 6 6, 3 6, 3 3))")
    done, grid, notes = condition(holed((4, 4)), buildings=buildings)
    assert np.isnan(done[4, 4]) and not grid.valid[4, 4]
    assert notes == ["Buildings raised by 5 m: 8 cells."]


def test_barriers_in_feet_are_raised_by_metres(condition, source):
    """Elevations are metres by now, whatever the unit of the map."""
    done, _, _ = condition(
        holed(),
        unit=0.3048,
        barriers=source("BARRIERS", "LineString", "LineString (0.5 4.5, 8.5 4.5)"),
        barrier_height=2,
    )
    assert (done[4] == 6).all() and (done == 6).sum() == 9


@pytest.mark.parametrize("kind", ["LineStringZ", "CompoundCurve"])
def test_culverts_with_levels_or_arcs(condition, source, kind):
    wkt = {
        "LineStringZ": "LineStringZ (0.5 4.5 7, 8.5 4.5 7)",
        "CompoundCurve": "CompoundCurve ((0.5 4.5, 4.5 4.5), (4.5 4.5, 8.5 4.5))",
    }[kind]
    z = holed()
    z[:, 4] = 8
    done, _, notes = condition(z, culverts=source("CULVERTS", kind, wkt))
    assert done[4, 4] == 4
    assert notes == ["Culverts cut: 1, at most 4.00 m deep."]


def test_a_culvert_partly_off_the_dem_is_cut_where_it_lies_on_it(condition, source):
    z = holed()
    z[:, 4] = 8
    done, _, _ = condition(z, culverts=source("CULVERTS", "LineString", "LineString (-5 4.5, 20 4.5)"))
    assert done[4, 4] == 4
