"""Static inundation: fill, spill and merge for one rain."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import fill_spill_merge, pond_cells, pond_depth
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.test.hydrology.strategies import Terrain, elevations, random_terrain, terrains, tiny_terrains
from rainshed.test.hydrology.worked_grids import ALL, THREE, TIE_DROP, TIE_PLACE, TIE_ROW, TWO, TWO_WITH_SINK, Worked
from rainshed.test.reference import ponding
from rainshed.test.reference import terrain as reference
from rainshed.test.reference.terrain import neighbours, valid_cells

RAINS_MM = (1.0, 30.0, 150.0, 600.0, 2000.0, 7000.0)


def by_engine(terrain, runoff_mm, closed_edge: bool = False) -> tuple[np.ndarray, float]:
    """Depth (m) and outflow (m3) by the engine."""
    h = build_hierarchy(terrain.z, terrain.valid, terrain.dx, terrain.dy, terrain.sinks, closed_edge)
    storage = measure_storage(terrain.z, h)
    ponds = fill_spill_merge(terrain.z, h, storage, runoff_mm / 1000)
    return pond_depth(terrain.z, storage, ponds), ponds.outflow * terrain.dx * terrain.dy


def by_reference(terrain, runoff_mm, closed_edge: bool = False, shuffle=None) -> tuple[np.ndarray, float]:
    """The same by the reference, with the engine's directions: the definition leaves open which way a flat drains."""
    z, valid, dx, dy, sinks = terrain.z, terrain.valid, terrain.dx, terrain.dy, terrain.sinks
    direction = build_hierarchy(z, valid, dx, dy, sinks, closed_edge).direction
    rain = np.broadcast_to(runoff_mm, z.shape)
    return ponding.inundate(z, valid, dx, dy, rain, sinks, direction, closed_edge, shuffle)


BOTH = pytest.mark.parametrize("inundate", [by_engine, by_reference])


def rain_on(worked: Worked, **metres: float) -> np.ndarray:
    """Runoff in mm, given in metres for cells named as r1c3."""
    runoff = np.zeros(worked.z.shape)
    for name, depth in metres.items():
        row, column = name[1:].split("c")
        runoff[int(row), int(column)] = depth * 1000
    return runoff


# --- worked by hand; see the drawings in worked_grids ---------------------------------------------------------------


@BOTH
def test_two_bowls_partly_full(inundate):
    # 0.5 m on every cell: A (3 cells) has 1.5 m3: its 1 rises to 2.5; B (2 cells) has 1 m3 on one cell: the 2 to 3.
    # The other 16 cells lie on the edge: 8 m3 leave.
    depth, outflow = inundate(TWO, 500.0)
    np.testing.assert_allclose(depth[1], [0, 0, 1.5, 0, 1, 0, 0], atol=1e-12)
    assert outflow == pytest.approx(8)


@BOTH
def test_full_bowl_spills_into_its_neighbour(inundate):
    # 1.1 m: B has 2.2, holds 2, passes 0.2 to A, which has 3.5: 2 m3 up to the level 3, the rest over 2 cells: 3.75.
    depth, outflow = inundate(TWO, 1100.0)
    np.testing.assert_allclose(depth[1], [0, 0.75, 2.75, 0, 2, 0, 0], atol=1e-12)
    assert outflow == pytest.approx(16 * 1.1)


@BOTH
def test_both_full_rise_as_one(inundate):
    # 2 m: 10 m3, 6 of them up to the level 4, the other 4 on 4 cells: level 5.
    depth, outflow = inundate(TWO, 2000.0)
    np.testing.assert_allclose(depth[1], [0, 2, 4, 1, 3, 0, 0], atol=1e-12)
    assert outflow == pytest.approx(32)


@BOTH
def test_surplus_leaves(inundate):
    # 4 m: 20 m3, 18 fit below the 7; 2 leave, besides 16 x 4 from the edge.
    depth, outflow = inundate(TWO, 4000.0)
    np.testing.assert_allclose(depth[1], [0, 4, 6, 3, 5, 0, 0], atol=1e-12)
    assert outflow == pytest.approx(66)


@BOTH
def test_sink_takes_what_reaches_it(inundate):
    # A alone: 3 x 2 = 6 m3, 4 stay. The rest goes to the sink with the 2 x 2 of what was B, and 16 x 2 from the edge.
    depth, outflow = inundate(TWO_WITH_SINK, 2000.0)
    np.testing.assert_allclose(depth[1], [0, 1, 3, 0, 0, 0, 0], atol=1e-12)
    assert outflow == pytest.approx(2 + 4 + 32)


@BOTH
def test_third_bowl_feeds_the_other_two(inundate):
    # Rain on C alone, 7 m3: 2 stay there, 5 run over the 7 to B: 2 stay, 3 run on to A: 2 up to level 3, 1 on 2 cells.
    depth, outflow = inundate(THREE, rain_on(THREE, r1c6=7))
    np.testing.assert_allclose(depth[1], [0, 0.5, 2.5, 0, 2, 0, 2, 0, 0], atol=1e-12)
    assert outflow == pytest.approx(0, abs=1e-12)
    # 23 m3: C 2, A and B up to their saddle with C 18; the last 3 raise the 5 cells below 7 and the crest to 7.5.
    depth, outflow = inundate(THREE, rain_on(THREE, r1c6=23))
    np.testing.assert_allclose(depth[1], [0, 4.5, 6.5, 3.5, 5.5, 0.5, 2.5, 0, 0], atol=1e-12)
    assert outflow == pytest.approx(0, abs=1e-12)


@BOTH
@pytest.mark.parametrize(
    ("worked", "first"),
    [(TIE_DROP, (1, 5)), (TIE_PLACE, (1, 5)), (TIE_ROW, (1, 3))],
    ids=lambda value: getattr(value, "name", None),
)
def test_equal_saddles_send_all_water_one_way(inundate, worked, first):
    # rain in the deep bowl only, 1.5 m3 more than it holds: all of it stands in the neighbour that comes first
    deep = worked.nodes[0]
    (pit,) = deep.pits
    runoff = np.zeros(worked.z.shape)
    runoff[pit] = (deep.vol_m3 + 1.5) * 1000
    depth, outflow = inundate(worked, runoff)
    expected = np.maximum(deep.spill_z - worked.z, 0)
    for other in worked.nodes[1:3]:
        (neighbour,) = other.pits
        expected[neighbour] = 1.5 if neighbour == first else 0
    np.testing.assert_allclose(depth, expected, atol=1e-12)
    assert outflow == pytest.approx(0, abs=1e-12)


@BOTH
@pytest.mark.parametrize("worked", ALL, ids=lambda worked: worked.name)
def test_rain_that_fills_each_depression(inundate, worked):
    for node in worked.nodes:
        levels = []
        for factor in (1 - 1e-4, 1 + 1e-9):
            depth, _ = inundate(worked, node.rain_mm * factor)
            levels.append(min(depth[pit] + worked.z[pit] for pit in node.pits))
        assert levels[0] < node.spill_z - 1e-6
        assert levels[1] >= node.spill_z - 1e-9


def test_spills_of_the_ponds():
    # TWO with rain in B only, 3 m3: B holds 2 and passes 1 to A, which lies in A's pit.
    h = build_hierarchy(TWO.z, TWO.valid, 1.0, 1.0)
    storage = measure_storage(TWO.z, h)
    ponds = fill_spill_merge(TWO.z, h, storage, rain_on(TWO, r1c4=3) / 1000)
    cells = pond_cells(pond_depth(TWO.z, storage, ponds), storage, ponds)
    a, b = cells[1, 2], cells[1, 4]
    assert len({0, a, b}) == 3
    assert np.count_nonzero(cells) == 2
    assert (ponds.full[a], ponds.full[b]) == (False, True)
    assert (ponds.flows_to[a], ponds.flows_to[b]) == (0, a)
    assert ponds.spill[b] == pytest.approx(1)
    assert ponds.spill[a] == 0
    assert (ponds.level[ponds.top[a]], ponds.level[ponds.top[b]]) == (2, 4)


# --- against the reference ------------------------------------------------------------------------------------------


def same_inundation(terrain: Terrain, runoff_mm, closed_edge: bool = False) -> None:
    depth, outflow = by_engine(terrain, runoff_mm, closed_edge)
    expected, expected_outflow = by_reference(terrain, runoff_mm, closed_edge)
    np.testing.assert_allclose(depth, expected, rtol=1e-9, atol=1e-9)
    assert outflow == pytest.approx(expected_outflow, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("seed", range(200))
def test_equals_reference(seed):
    terrain = random_terrain(seed)
    for rain in RAINS_MM:
        same_inundation(terrain, rain)
    rng = np.random.default_rng(seed)
    same_inundation(terrain, rng.exponential(300, terrain.z.shape) * (rng.random(terrain.z.shape) < 0.4))


@pytest.mark.parametrize("seed", range(20))
def test_equals_reference_on_elevations_in_single_precision(seed):
    terrain = random_terrain(seed)
    terrain = terrain._replace(z=terrain.z.astype(np.float32))
    for rain in RAINS_MM:
        same_inundation(terrain, rain)


@settings(max_examples=200)
@given(tiny_terrains(), st.sampled_from(RAINS_MM), st.booleans())
def test_equals_reference_on_tiny_terrain(terrain, rain, closed_edge):
    same_inundation(terrain, rain, closed_edge)


@settings(max_examples=100)
@given(terrains(), st.floats(0, 5000))
def test_equals_reference_on_any_terrain(terrain, rain):
    same_inundation(terrain, rain)


@settings(max_examples=40)
@given(terrains(), st.sampled_from(RAINS_MM))
def test_equals_reference_with_a_closed_edge(terrain, rain):
    same_inundation(terrain, rain, closed_edge=True)


@pytest.mark.parametrize("seed", range(15))
def test_reference_does_not_depend_on_the_order_of_working(seed):
    terrain = random_terrain(seed)
    for rain in RAINS_MM:
        depth, outflow = by_reference(terrain, rain)
        again, outflow_again = by_reference(terrain, rain, shuffle=random.Random(seed))
        np.testing.assert_allclose(depth, again, rtol=1e-9, atol=1e-9)
        assert outflow == pytest.approx(outflow_again, rel=1e-9, abs=1e-9)


# --- what must hold whatever the method -----------------------------------------------------------------------------


@settings(max_examples=150)
@given(terrains(), st.lists(st.floats(0, 8000), min_size=2, max_size=4), st.integers(0, 2**32 - 1))
def test_invariants(terrain, rains, seed):
    z, valid, dx, dy, sinks = terrain
    capacity = np.where(valid, reference.fill(z, valid, sinks) - z, 0.0)
    pattern = np.random.default_rng(seed).random(z.shape)
    last = np.zeros(z.shape)
    for rain in sorted(rains):
        runoff = rain * pattern
        depth, outflow = by_engine(terrain, runoff)
        given_m3 = runoff[valid].sum() / 1000 * dx * dy
        assert depth.sum() * dx * dy + outflow == pytest.approx(given_m3, rel=1e-9, abs=1e-9)
        assert outflow >= 0
        assert (depth >= 0).all()
        assert (depth[~valid] == 0).all()
        assert (depth <= capacity + 1e-9).all()
        assert (depth >= last - 1e-9).all()
        wet = depth > 0
        level = z + depth
        for cell in valid_cells(wet):
            for _, other in neighbours(cell, valid):
                if wet[other]:
                    assert level[cell] == pytest.approx(level[other], abs=1e-9)
                else:  # water does not stand above dry ground beside it
                    assert z[other] >= level[cell] - 1e-9
        last = depth


@settings(max_examples=100)
@given(terrains())
def test_a_large_rain_gives_exactly_the_fill(terrain):
    z, valid, _, _, sinks = terrain
    depth, _ = by_engine(terrain, 1e9)
    filled = reference.fill(z, valid, sinks)
    np.testing.assert_array_equal(depth[valid], (filled - z)[valid])


@settings(max_examples=60)
@given(terrains())
def test_no_rain_no_water(terrain):
    for nothing in (0.0, np.zeros(terrain.z.shape)):
        depth, outflow = by_engine(terrain, nothing)
        assert not depth.any()
        assert outflow == 0


def test_rain_on_nodata_does_not_count():
    valid = np.ones((12, 12), dtype=bool)
    valid[3:5, 7] = False
    terrain = Terrain(elevations(np.random.default_rng(2), "rough", 12, 12), valid, 1.0, 1.0, None)
    runoff = np.where(terrain.valid, 200.0, np.nan)
    depth, outflow = by_engine(terrain, runoff)
    expected, expected_outflow = by_engine(terrain, 200.0)
    assert depth.any()
    np.testing.assert_allclose(depth, expected, atol=1e-12)
    assert outflow == pytest.approx(expected_outflow)


@settings(max_examples=100)
@given(terrains(), st.floats(1, 3000))
def test_water_of_every_pond_adds_up(terrain, rain):
    # own rain + spills of others = stored + spill, pond by pond; ponds are the connected water bodies or parts of them
    z, valid, dx, dy, sinks = terrain
    h = build_hierarchy(z, valid, dx, dy, sinks)
    storage = measure_storage(z, h)
    ponds = fill_spill_merge(z, h, storage, rain / 1000)
    depth = pond_depth(z, storage, ponds)
    cells = pond_cells(depth, storage, ponds)
    assert ((cells > 0) == (depth > 0)).all()
    to_pond = np.zeros(len(ponds.top))
    np.add.at(to_pond, ponds.flows_to[1:], ponds.spill[1:])
    pond_of_leaf = ponds.pond[: h.leaves + 1]
    for pond in range(1, len(ponds.top)):
        own = np.isin(h.basin, np.flatnonzero(pond_of_leaf == pond)).sum() * rain / 1000
        stored = depth[cells == pond].sum()
        assert own + to_pond[pond] == pytest.approx(stored + ponds.spill[pond], rel=1e-9, abs=1e-9)
        if not ponds.full[pond]:
            assert ponds.spill[pond] == 0
        level = ponds.level[ponds.top[pond]]
        np.testing.assert_allclose((z + depth)[cells == pond], level, rtol=0, atol=1e-9)
    straight = np.count_nonzero(h.basin == 0) * rain / 1000
    assert ponds.outflow == pytest.approx(straight + to_pond[0], rel=1e-9, abs=1e-9)
    assert ponds.rain == pytest.approx(valid.sum() * rain / 1000)
