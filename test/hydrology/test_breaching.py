"""Breaching of depressions: ditches by hand, limits, and what must hold on any terrain."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.flow.directions import OUTLET, PIT, flow_directions
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.terrain.breaching import Breach, breach_depressions, least_fall
from rainshed.hydrology.terrain.filling import fill_depressions
from rainshed.test.hydrology.strategies import Terrain, random_terrain, terrains, tiny_terrains
from rainshed.test.hydrology.worked_grids import grid
from rainshed.test.reference.terrain import neighbours, outlets, valid_cells

FALL = 2.0**-20  # of all grids below 8 m


def terrain_of(z: np.ndarray, dx: float = 1.0, dy: float = 1.0, sinks: np.ndarray | None = None) -> Terrain:
    return Terrain(z, ~np.isnan(z), dx, dy, sinks)


def breached(terrain: Terrain, length: float = 100.0, depth: float = 5.0, closed_edge: bool = False) -> Breach:
    return breach_depressions(*terrain[:4], length, depth, terrain.sinks, closed_edge)


def filled(terrain: Terrain) -> np.ndarray:
    return fill_depressions(terrain.z, build_hierarchy(*terrain))


# A road embankment across a valley: the 5 in it is the lowest place of the crest, but two cells wide; in the row of the
# pit the road is 6 high and one cell wide.
ROAD = grid("""
    7 7 7 7 7 7 7
    7 4 3 5 5 2 1
    7 3 2 6 1 1 1
    7 4 3 7 7 7 7
    7 7 7 7 7 7 7
""")


def test_road_is_cut_where_it_costs_least():
    # by the 6: 1 m x (0 + 4)/2 + 1 m x (4 + 0)/2 = 4; over the two 5s: 1.41 x 1.5 + 3 + 1.41 x 1.5 = 7.2
    done = breached(terrain_of(ROAD))
    expected = ROAD.copy()
    expected[2, 3] = 2 - FALL
    np.testing.assert_array_equal(done.z, expected)
    assert (done.breached, done.left) == (1, 0)


def test_road_is_cut_elsewhere_where_the_cheapest_place_is_too_deep():
    # 6 - 2 = 4 m exceed the limit. Over one 5, and from there to the 1 below it: 1.41 x 1.5 twice.
    z = ROAD.copy()
    done = breached(terrain_of(z), depth=3.5)
    expected = z.copy()
    expected[1, 3] = 2 - FALL
    np.testing.assert_array_equal(done.z, expected)


def test_wide_bank_is_cut_from_end_to_end():
    z = grid("""
        7 7 7 7 7 7
        7 2 5 6 4 1
        7 7 7 7 7 7
    """)
    done = breached(terrain_of(z))
    np.testing.assert_array_equal(done.z[1], [7, 2, 2 - FALL, 2 - 2 * FALL, 2 - 3 * FALL, 1])
    np.testing.assert_array_equal(done.z[[0, 2]], z[[0, 2]])


def test_limits_just_met_and_just_exceeded():
    z = grid("""
        7 7 7 7 7 7
        7 2 5 6 4 1
        7 7 7 7 7 7
    """)
    deepest = 6 - (2 - 2 * FALL)
    terrain = terrain_of(z, 2.5, 4.0)
    for length, depth, left in (
        (10, deepest, 0), (9.99, deepest, 1), (10, deepest - FALL, 1), (10, 4, 1), (0, 5, 1), (100, 0, 1),
    ):  # fmt: skip
        done = breached(terrain, length, depth)
        assert (done.breached, done.left) == (1 - left, left), (length, depth)
        assert (done.z == z).all() == bool(left)


def test_length_is_measured_along_diagonals():
    z = np.full((5, 5), 7.0)
    z[1, 1], z[4, 4] = 3, 1
    diagonal = 3 * math.hypot(3, 4)
    z[0], z[:, 0] = 9, 9
    terrain = terrain_of(z, 3.0, 4.0)
    # the nearest way out is the edge of the same height: two rows of 4 m or two columns of 3 m further
    assert breached(terrain, 12.0).left == 0
    assert breached(terrain, 8.99).left == 1
    z[1:4, 4] = z[4, 1:4] = 30
    z[1, 2:4] = z[2:4, 1] = z[2, 3] = z[3, 2] = 30
    assert breached(terrain_of(z, 3.0, 4.0), diagonal).left == 0
    assert breached(terrain_of(z, 3.0, 4.0), diagonal - 1e-6).left == 1


def test_nested_pits_drain_through_each_other():
    # the 1 leaves first, over the 6 to the edge; the 2 then runs into it through the 4
    z = grid("""
        7 7 7 7 7 7 7
        7 2 4 1 6 6 0
        7 7 7 7 7 7 7
    """)
    done = breached(terrain_of(z), depth=5.5)
    np.testing.assert_array_equal(done.z[1], [7, 2, 2 - FALL, 1, 1 - FALL, 1 - 2 * FALL, 0])
    assert (done.breached, done.left) == (2, 0)


def test_inner_pit_drains_though_the_outer_one_is_left():
    z = grid("""
        9 9 9 9 9 9 9
        9 2 4 1 9 9 0
        9 9 9 9 9 9 9
    """)
    done = breached(terrain_of(z))
    np.testing.assert_array_equal(done.z[1], [9, 2, 2 - 2 * FALL, 1, 9, 9, 0])  # twice the fall above 8 m
    assert (done.breached, done.left) == (1, 1)


def test_pit_in_the_ditch_of_another_is_gone():
    # the cheapest way out of the 1 leads through the pit of the 2
    z = grid("""
        7 7 7 7 7 7
        7 1 4 2 4 0
        7 7 7 7 7 7
    """)
    done = breached(terrain_of(z))
    np.testing.assert_array_equal(done.z[1], [7, 1, 1 - FALL, 1 - 2 * FALL, 1 - 3 * FALL, 0])
    assert (done.breached, done.left) == (2, 0)


def test_flat_pit_is_left_from_its_nearest_cell():
    # one pit of eight cells, whose first lies 4 m from the way out
    z = grid("""
        7 7 7 7 7 7 7
        7 2 2 2 2 5 1
        7 2 2 2 2 7 7
        7 7 7 7 7 7 7
    """)
    done = breached(terrain_of(z), length=2.0)
    expected = z.copy()
    expected[1, 5] = 2 - FALL
    np.testing.assert_array_equal(done.z, expected)
    assert (done.breached, done.left) == (1, 0)
    assert breached(terrain_of(z), length=1.99).left == 1


def test_edge_above_the_pit_is_cut_too():
    z = np.full((3, 3), 5.0)
    z[1, 1] = 2
    done = breached(terrain_of(z, 2.0, 3.0), length=2.0)
    expected = z.copy()
    expected[1, 2] = 2 - FALL  # the first of the two nearest
    np.testing.assert_array_equal(done.z, expected)


def test_water_leaves_beside_cells_without_data():
    z = np.full((7, 7), 5.0)
    z[3, 3], z[3, 5] = 2, np.nan
    done = breached(terrain_of(z), length=1.0)
    assert done.z[3, 4] == 2 - FALL
    assert np.isnan(done.z[3, 5])
    assert np.count_nonzero(done.z < z) == 1
    closed = breached(terrain_of(z), closed_edge=True)
    np.testing.assert_array_equal(closed.z, z)
    assert (closed.breached, closed.left) == (0, 1)


def test_sink_is_a_way_out():
    z = np.full((9, 9), 5.0)
    z[4, 4] = 2
    sinks = np.zeros(z.shape, bool)
    sinks[4, 6] = True
    done = breached(terrain_of(z, sinks=sinks), length=2.0)
    assert done.left == 0
    np.testing.assert_array_equal(done.z[4, 4:8], [2, 2 - FALL, 2 - 2 * FALL, 5])
    z[4, 6] = 1  # below the ditch: it stays
    done = breached(terrain_of(z, sinks=sinks), length=2.0, closed_edge=True)
    np.testing.assert_array_equal(done.z[4, 4:8], [2, 2 - FALL, 1, 5])


@pytest.mark.parametrize("shape", [(1, 7), (7, 1), (1, 1), (2, 2)])
def test_grids_without_an_inner_cell(shape):
    z = np.arange(shape[0] * shape[1], dtype=float).reshape(shape) % 3
    done = breached(terrain_of(z))
    np.testing.assert_array_equal(done.z, z)
    assert (done.breached, done.left) == (0, 0)


def test_one_row_closed_at_its_edge():
    z = np.array([[3.0, 1, 4, 2, 5, 0, 6]])
    done = breached(terrain_of(z), closed_edge=True)
    np.testing.assert_array_equal(done.z, [[3, 1, 1 - 2 * FALL, 1 - 3 * FALL, 1 - 4 * FALL, 0, 6]] + np.array(
        [[0, 0, FALL, FALL, FALL, 0, 0]]
    ))  # fmt: skip
    assert (done.breached, done.left) == (2, 1)


def test_ditch_falls_in_float32_on_high_ground():
    z = np.full((3, 60), 4007.0, np.float32)
    z[1, 1:59] = 4005
    z[1, 1], z[1, 59] = 4001.3, 4001
    done = breached(terrain_of(z))
    assert done.z.dtype == np.float32
    assert (np.diff(done.z[1, 1:]) < 0).all()
    assert least_fall(z, ~np.isnan(z)) == 2 * np.spacing(np.float32(4007))


def steps_of_cuts(terrain: Terrain, done: Breach) -> None:
    """Every lowered cell has a lower neighbour or is a place where water leaves."""
    leaving = outlets(terrain.valid, terrain.sinks)
    for cell in valid_cells(terrain.valid & (done.z < terrain.z) & ~leaving):
        assert min(done.z[o] for _, o in neighbours(cell, terrain.valid)) < done.z[cell]


LIMITS = st.tuples(st.sampled_from([0.0, 3.0, 8.0, 25.0, 1e6]), st.sampled_from([0.0, 0.5, 2.0, 5.0, 1e6]))
TERRAINS = st.one_of(terrains(), tiny_terrains())


@settings(max_examples=300)
@given(TERRAINS, LIMITS, st.sampled_from([np.float32, np.float64]))
def test_invariants(terrain, limits, dtype):
    terrain = terrain._replace(z=terrain.z.astype(dtype))
    z, valid, dx, dy, sinks = terrain
    length, depth = limits
    before = z.copy()
    done = breached(terrain, length, depth)
    np.testing.assert_array_equal(z, before)
    assert done.z.dtype == dtype
    np.testing.assert_array_equal(done.z[~valid], z[~valid])
    assert (done.z[valid] <= z[valid]).all(), "breaching never raises"
    cut = z.astype(np.float64)[valid] - done.z[valid]
    rounding = np.spacing(np.abs(z[valid]).max(initial=1)).astype(np.float64)
    assert (cut <= depth + rounding).all()
    pits = flow_directions(z, valid, dx, dy, sinks) == PIT
    remaining = flow_directions(done.z, valid, dx, dy, sinks)
    np.testing.assert_array_equal(done.direction, remaining)
    assert not ((remaining == PIT) & ~pits).any(), "no pit where there was none"
    assert (done.left, done.breached + done.left) == ((remaining == PIT).sum(), pits.sum())
    if 0 in limits:
        np.testing.assert_array_equal(done.z[valid], z[valid])
    steps_of_cuts(terrain, done)


@settings(max_examples=200)
@given(TERRAINS, LIMITS)
def test_breach_and_fill_leaves_no_pit(terrain, limits):
    z, valid, dx, dy, sinks = terrain
    after = terrain._replace(z=breached(terrain, *limits).z)
    whole = terrain._replace(z=filled(after))
    assert not (flow_directions(whole.z, valid, dx, dy, sinks) == PIT).any()
    np.testing.assert_array_equal(filled(whole)[valid], whole.z[valid])
    plain = filled(terrain)
    assert (whole.z[valid] <= plain[valid]).all(), "it raises no more than the fill"
    if 0 in limits:
        np.testing.assert_array_equal(whole.z[valid], plain[valid])
    again = breached(whole, *limits)
    np.testing.assert_array_equal(again.z[valid], whole.z[valid])
    assert (again.breached, again.left) == (0, 0)


@settings(max_examples=100)
@given(TERRAINS)
def test_without_limits_every_pit_is_breached(terrain):
    done = breached(terrain, 1e6, 1e6)
    assert done.left == 0
    again = breached(terrain._replace(z=done.z), 1e6, 1e6)
    np.testing.assert_array_equal(again.z[terrain.valid], done.z[terrain.valid])


@pytest.mark.parametrize("seed", range(60))
def test_no_ditch_is_longer_than_the_limit(seed):
    """A lone pit in noise: the ditch in the order of its levels, measured from the pit to the last lowered cell."""
    terrain = with_one_pit(np.random.default_rng(seed))
    z = terrain.z
    assert np.argwhere(flow_directions(*terrain) == PIT).tolist() == [[8, 8]]
    for length in (4.0, 9.0, 16.0, 20.0, 24.0):
        done = breached(terrain, length, 1e6)
        assert done.left == (length < 16), "16 m are the shortest way to the edge"
        ditch = np.argwhere(done.z < z)
        ditch = ditch[np.argsort(-done.z[tuple(ditch.T)])]
        steps = np.diff(np.concatenate(([[8, 8]], ditch)), axis=0)
        assert (np.abs(steps) <= 1).all()
        assert np.hypot(steps[:, 0] * 3.0, steps[:, 1] * 2.0).sum() <= length + 1e-6


def with_one_pit(rng: np.random.Generator) -> Terrain:
    """17 x 17 cells of 2 x 3 m that drain to the 1 in the middle; everything else is filled, nothing is lower."""
    z = 2 + 0.2 * np.hypot(*np.mgrid[-8:9, -8:9]) + rng.random((17, 17))
    z[8, 8] = 1
    sinks = np.zeros(z.shape, bool)
    sinks[8, 8] = True
    terrain = Terrain(z, np.ones(z.shape, bool), 2.0, 3.0, sinks)
    return terrain._replace(z=filled(terrain), sinks=None)


@pytest.mark.parametrize("seed", range(6))
def test_cheaper_than_any_other_way(seed):
    """The cut of a lone pit costs what a plain search over all cells finds."""
    rng = np.random.default_rng(seed)
    z = np.round(rng.uniform(4, 7, (9, 9)), 2)
    z[4, 4] = 1
    z[rng.integers(0, 9), 0] = 0
    terrain = terrain_of(z, 2.0, 3.0)
    direction = flow_directions(*terrain)
    lowest = breach_depressions(*terrain[:4], 1e6, 1e6)
    cost = np.full(z.shape, np.inf)
    cost[4, 4] = 0
    lift = np.maximum(z - 1, 0)
    for _ in range(z.size):  # Bellman and Ford
        for cell in np.ndindex(z.shape):
            if direction[cell] == OUTLET:
                continue
            for _, other in neighbours(cell, terrain.valid):
                step = math.hypot((other[0] - cell[0]) * 3.0, (other[1] - cell[1]) * 2.0)
                cost[other] = min(cost[other], cost[cell] + step * (lift[cell] + lift[other]) / 2)
    alone = breach_of_one(terrain, lowest)
    assert alone == pytest.approx(cost[direction == OUTLET].min(), abs=1e-3)


def breach_of_one(terrain: Terrain, done: Breach) -> float:
    """Cost of the ditch that leaves the pit in the middle, followed by its levels."""
    z, valid, dx, dy, _ = terrain
    cell, cost = (4, 4), 0.0
    while True:
        lower = [o for _, o in neighbours(cell, valid) if 0 < done.z[cell] - done.z[o] < 3 * FALL]
        on = min(lower, key=lambda o: -done.z[o], default=None)
        if on is None:
            on = min((o for _, o in neighbours(cell, valid)), key=lambda o: done.z[o])
            on = on if done.z[on] < done.z[cell] else None
        if on is None:
            return cost
        step = math.hypot((on[0] - cell[0]) * dy, (on[1] - cell[1]) * dx)
        cut = sum(max(z[o] - done.z[o], 0) for o in (cell, on))
        cost += step * cut / 2
        cell = on


@pytest.mark.parametrize("seed", range(10))
def test_full_arrays_and_small_budgets_change_nothing(seed, monkeypatch):
    from rainshed.hydrology.terrain import breaching

    terrain = random_terrain(seed, shape=(60, 90))
    whole = breached(terrain, 1e6, 3.0)
    monkeypatch.setattr(breaching, "block_cells", lambda: 40)
    monkeypatch.setattr(breaching, "_ROOM", 9)
    pieces = breached(terrain, 1e6, 3.0)
    np.testing.assert_array_equal(pieces.z[terrain.valid], whole.z[terrain.valid])
