"""Ways downstream: by hand, and the rain at which water gets through by adding a little water and watching it leave."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.flow.tracing import trace_downstream
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.inventory import outer_depressions
from rainshed.hydrology.ponds.spill import inundate
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.test.hydrology.strategies import FLOAT_KINDS, TIED_KINDS, random_terrain


def trough(*heights: float) -> np.ndarray:
    """A row of cells between walls that drain outwards; its last cell is on the edge."""
    z = np.full((3, len(heights)), 99.0)
    z[1] = heights
    return z


def trace(z, *columns, dx=2.0, dy=3.0):
    hierarchy = build_hierarchy(z, np.ones(z.shape, bool), dx, dy)
    storage = measure_storage(z, hierarchy)
    return list(trace_downstream(hierarchy, storage, [z.shape[1] + c for c in columns], dx, dy))


def test_two_depressions_in_a_row():
    """The 3 takes the rain of two cells and holds 2 m up to the 5; the 1 takes two cells and holds 3 m up to the 4.

    At a rain of 1 m the first is full and sends its water on; the second then holds 2 m and gains 4 m a metre of rain,
    so that it is full at 1.25 m.
    """
    z = trough(99, 6, 3, 5, 1, 4, 0)
    far, near, below = trace(z, 1, 4, 5)
    assert far.cells.tolist() == [7 + c for c in range(1, 7)]
    assert (far.length, far.ponds, far.rain) == (10, 2, pytest.approx(1.25))
    assert (near.length, near.ponds, near.rain) == (4, 1, pytest.approx(1.25))
    assert (below.length, below.ponds, below.rain) == (2, 0, 0)


def test_the_first_depression_may_be_the_last_to_fill():
    """Here the first holds 4 m for two cells (2 m of rain), while the second is full at 1.5 m."""
    far, near = trace(trough(99, 6, 1, 5, 1, 4, 0), 2, 4)
    assert far.rain == pytest.approx(2.0) and near.rain == pytest.approx(1.5)


def test_nested_depressions_let_water_through_when_the_outermost_is_full():
    """The 1 and the 2 meet at the 4 and spill together over the 6: 5 + 4 + 2 = 11 m for the rain of five cells."""
    z = trough(99, 7, 1, 4, 2, 6, 0)
    hierarchy = build_hierarchy(z, np.ones(z.shape, bool), 2, 3)
    (left,) = trace(z, 1)
    cells = int((hierarchy.basin > 0).sum())
    assert left.ponds == 1
    assert left.rain == pytest.approx(11 / cells)


def test_a_place_where_water_leaves_at_once():
    (end,) = trace(trough(99, 6, 3, 5, 1, 4, 0), 6)
    assert end.cells.tolist() == [13] and (end.length, end.ponds, end.rain) == (0, 0, 0)


@pytest.mark.parametrize("kind", FLOAT_KINDS + TIED_KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_a_little_more_water_leaves_from_that_rain_on(kind, seed):
    """With less rain a small extra amount poured on the start stays on the way, with more all of it leaves the DEM."""
    terrain = random_terrain(seed, kind, (14, 17))
    z, valid, dx, dy, _ = terrain
    hierarchy = build_hierarchy(*terrain)
    storage = measure_storage(z, hierarchy)
    direction = through_depressions(hierarchy)
    generator = np.random.default_rng(seed)
    starts = generator.choice(np.flatnonzero(valid), 25)

    def outflow(rain: float, extra: float = 0.0, at: int = 0) -> float:
        runoff = np.full(z.shape, rain)
        runoff.reshape(-1)[at] += extra
        return inundate(z, hierarchy, storage, runoff, 1.0).outflow

    apart = outer_depressions(hierarchy).size
    for start, way in zip(starts, trace_downstream(hierarchy, storage, starts, dx, dy)):
        assert way.cells[0] == start and direction.reshape(-1)[way.cells[-1]] == 8
        assert (way.ponds == 0) == (way.rain == 0) and way.ponds <= apart
        more = way.rain * 1.001 + 1e-6
        assert outflow(more, 0.01, start) - outflow(more) == pytest.approx(0.01, abs=1e-9)
        if way.rain > 0:
            less, extra = way.rain * 0.999, way.rain * 1e-4
            assert outflow(less, extra, start) - outflow(less) == pytest.approx(0.0, abs=extra * 1e-6)
