"""Upstream areas against a walk down from every cell, and the snapping of points by hand."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.drainage.zones import zone_figures
from rainshed.hydrology.flow.accumulation import flow_accumulation
from rainshed.hydrology.flow.directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.flow.upstream import NONE, snap_points, upstream_areas
from rainshed.hydrology.grid import Grid
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.inventory import outer_depressions
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.test.hydrology.strategies import FLOAT_KINDS, TIED_KINDS, random_terrain


def upstream(direction: np.ndarray, outlet: int) -> np.ndarray:
    """The cells whose way leads through `outlet`, by walking down from each."""
    columns = direction.shape[1]
    mask = np.zeros(direction.size, bool)
    for start in np.flatnonzero(direction != NODATA):
        cell = start
        while cell != outlet and direction.flat[cell] < OUTLET:
            k = direction.flat[cell]
            cell = (cell // columns + ROW_STEP[k]) * columns + cell % columns + COLUMN_STEP[k]
        mask[start] = cell == outlet
    return mask.reshape(direction.shape)


@pytest.mark.parametrize("kind", FLOAT_KINDS + TIED_KINDS)
@pytest.mark.parametrize("seed", range(2))
def test_as_a_walk_from_every_cell(kind, seed):
    z, valid, dx, dy, _ = random_terrain(seed, kind, (13, 16))
    hierarchy = build_hierarchy(z, valid, dx, dy)
    storage = measure_storage(z, hierarchy)
    direction = through_depressions(hierarchy)
    accumulation = flow_accumulation(direction, dx * dy)
    outlet = np.unique(np.random.default_rng(seed).choice(np.flatnonzero(valid), 30))
    found = upstream_areas(z, hierarchy, storage, direction, outlet, dx, dy)

    np.testing.assert_allclose(found.area, accumulation.reshape(-1)[outlet])
    nodes = outer_depressions(hierarchy)
    place = {int(i): k for k, i in enumerate(found.order)}
    whole = {}
    for i in found.order:
        whole[i] = found.part == i
        for k in np.flatnonzero(found.parent == i):
            assert place[k] < place[i]
            whole[i] |= whole[k]
        mask = upstream(direction, outlet[i])
        np.testing.assert_array_equal(whole[i], mask)
        figures = zone_figures(z, np.where(valid, np.where(mask, 0, 1), -1), 2, dx, dy)
        assert found.slope[i] == pytest.approx(figures["slope"][0], rel=1e-9, abs=1e-12)
        inside = nodes[mask.reshape(-1)[hierarchy.pit[nodes]]]
        assert found.storage[i] == pytest.approx(storage.total[inside].sum() * dx * dy, abs=1e-12)
    if kind in FLOAT_KINDS:
        assert (found.parent != NONE).any()


ACCUMULATION = np.array([[1.0, 2.0, 8.0, 1.0, 9.0], [1.0, 3.0, 8.0, 1.0, 1.0], [8.0, 1.0, np.nan, 1.0, 1.0]])
GRID = Grid(ACCUMULATION.shape, (0.0, 2.0, 0.0, 6.0, 0.0, -2.0), "", ~np.isnan(ACCUMULATION))


NEAR, FAR = np.hypot(1.7, 0.2), np.hypot(5.7, 1.8)


@pytest.mark.parametrize(
    ("distance", "cell", "moved"),
    [
        (0, (1, 1), 0),
        (1.7, (1, 1), 0),  # no centre but its own is so near
        (1.72, (1, 2), NEAR),
        (4, (1, 2), NEAR),  # the other eights are farther away
        (5.9, (1, 2), NEAR),
        (6, (0, 4), FAR),
        (1000, (0, 4), FAR),
    ],
)
def test_snapping(distance, cell, moved):
    """The point lies in cell (1, 1) of 2 x 2 m, 0.3 m east and 0.2 m north of its centre."""
    cells, far = snap_points(ACCUMULATION, GRID, np.array([3.3]), np.array([3.2]), distance)
    assert cells[0] == cell[0] * 5 + cell[1]
    assert far[0] == pytest.approx(moved)


def test_a_point_stays_where_nothing_is_greater():
    cells, far = snap_points(ACCUMULATION, GRID, np.array([9.9]), np.array([5.9]), 5)
    assert cells[0] == 4 and far[0] == 0


def test_units_of_the_crs():
    """In a CRS in feet the distance is still in metres."""
    feet = Grid(ACCUMULATION.shape, GRID.transform, "", GRID.valid, 0.3048)
    _, far = snap_points(ACCUMULATION, feet, np.array([3.0]), np.array([3.0]), 2 * 0.3048)
    assert far[0] == pytest.approx(2 * 0.3048)
