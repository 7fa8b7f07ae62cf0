"""Filling of depressions: the exact fill and the fill with a slope."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.flow.directions import flow_directions
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.terrain.filling import fill_depressions, fill_with_slope
from rainshed.test.hydrology.strategies import Terrain, random_terrain, terrains, tiny_terrains
from rainshed.test.hydrology.worked_grids import ALL, grid
from rainshed.test.reference import terrain as reference
from rainshed.test.reference.terrain import distance, neighbours, outlets, valid_cells


def filled_by_engine(terrain: Terrain) -> np.ndarray:
    return fill_depressions(terrain.z, build_hierarchy(*terrain))


def same_fill(terrain: Terrain) -> None:
    before = terrain.z.copy()
    filled = filled_by_engine(terrain)
    expected = reference.fill(terrain.z, terrain.valid, terrain.sinks)
    np.testing.assert_array_equal(filled[terrain.valid], expected[terrain.valid])
    np.testing.assert_array_equal(filled[~terrain.valid], terrain.z[~terrain.valid])  # nodata stays as it came
    np.testing.assert_array_equal(terrain.z, before)


def test_bowl_is_raised_to_its_way_out():
    # the lowest way out of the 1 leads over the 4 and the 5 to the 3 at the edge; the 7 stands out of the water
    z = grid("""
        9 9 9 9 9
        9 2 1 7 9
        9 4 8 6 9
        9 9 5 9 9
        9 9 3 9 9
    """)
    expected = grid("""
        9 9 9 9 9
        9 5 5 7 9
        9 5 8 6 9
        9 9 5 9 9
        9 9 3 9 9
    """)
    np.testing.assert_array_equal(filled_by_engine(Terrain(z, np.ones(z.shape, bool), 1.0, 1.0, None)), expected)


@pytest.mark.parametrize("worked", ALL, ids=lambda worked: worked.name)
def test_worked_grids(worked):
    same_fill(Terrain(worked.z, worked.valid, worked.dx, worked.dy, worked.sinks))


@settings(max_examples=200)
@given(terrains())
def test_equals_priority_flood(terrain):
    same_fill(terrain)


@settings(max_examples=200)
@given(tiny_terrains())
def test_equals_priority_flood_on_tiny_terrain(terrain):
    same_fill(terrain)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_keeps_the_type_and_bits_of_the_elevations(dtype):
    terrain = random_terrain(3, kind="noise")
    terrain = terrain._replace(z=terrain.z.astype(dtype))
    filled = filled_by_engine(terrain)
    assert filled.dtype == dtype
    # every filled elevation is one that occurs in the DEM
    assert np.isin(filled[terrain.valid], terrain.z[terrain.valid]).all()
    expected = reference.fill(terrain.z, terrain.valid, terrain.sinks)
    np.testing.assert_array_equal(filled[terrain.valid], expected[terrain.valid].astype(dtype))


@settings(max_examples=100)
@given(terrains())
def test_invariants(terrain):
    z, valid, _, _, sinks = terrain
    filled = filled_by_engine(terrain)
    leaving = outlets(valid, sinks)
    assert (filled[valid] >= z[valid]).all()
    assert (filled[leaving] == z[leaving]).all()
    again = filled_by_engine(terrain._replace(z=filled))
    np.testing.assert_array_equal(again[valid], filled[valid])
    # nothing is left to fill: every valid cell has a way out that never rises
    drained = flow_directions(filled, valid, terrain.dx, terrain.dy, sinks=sinks)
    assert not (drained == reference.PIT).any()


@pytest.mark.parametrize("seed", range(50))
def test_equals_richdem(seed):
    pytest.importorskip("richdem", reason="richdem2 is not installed")
    from rainshed.test.reference import peer

    terrain = random_terrain(seed)
    expected = peer.fill(terrain.z, terrain.valid, terrain.sinks)
    np.testing.assert_array_equal(filled_by_engine(terrain)[terrain.valid], expected[terrain.valid])


@pytest.mark.parametrize("seed", range(10))
def test_equals_richdem_fill_without_nodata(seed):
    pytest.importorskip("richdem", reason="richdem2 is not installed")
    from rainshed.test.reference import peer

    z = random_terrain(seed).z
    z = np.where(np.abs(z) < 1e4, z, 0.0)  # the holes become ground
    z[np.isnan(z)] = 0.0
    terrain = Terrain(z, np.ones(z.shape, bool), 1.0, 1.0, None)
    np.testing.assert_array_equal(filled_by_engine(terrain), peer.fill_to_edge(z))


@settings(max_examples=100)
@given(terrains(), st.sampled_from([0.0, 1e-4, 0.01, 0.5]))
def test_fill_with_slope_descends_everywhere(terrain, slope):
    z, valid, dx, dy, sinks = terrain
    direction = flow_directions(z, valid, dx, dy, sinks=sinks)
    sloped = fill_with_slope(z, direction, dx, dy, slope)
    leaving = outlets(valid, sinks)
    exact = reference.fill(z, valid, sinks)
    assert (sloped[leaving] == z[leaving]).all()
    assert (sloped[valid] >= exact[valid]).all()
    for cell in valid_cells(valid & ~leaving):
        # a neighbour lower by the slope, up to the rounding of the elevations
        fall = max((sloped[cell] - sloped[o]) / distance(place, dx, dy) for place, o in neighbours(cell, valid))
        assert fall >= slope - 1e-9
        if slope > 0:
            assert fall > 0


@settings(max_examples=100)
@given(terrains(), st.sampled_from([1e-4, 0.01, 0.5]))
def test_fill_with_slope_raises_no_more_than_needed(terrain, slope):
    z, valid, dx, dy, sinks = terrain
    direction = flow_directions(z, valid, dx, dy, sinks=sinks)
    sloped = fill_with_slope(z, direction, dx, dy, slope)
    lowest = reference.fill_with_slope(z, valid, dx, dy, slope, sinks)
    np.testing.assert_allclose(sloped[valid], lowest[valid], rtol=0, atol=1e-9)


def test_fill_with_slope_by_hand():
    # A trough that leaves at the 2 in the east. Cells are 10 m, the slope 0.01: 0.1 m a step, 0.141 m a diagonal one.
    z = np.array([[9, 9, 9, 9, 9], [9, 1, 1, 1, 2], [9, 9, 9, 9, 9]], dtype=float)
    direction = flow_directions(z, np.ones(z.shape, bool), 10.0, 10.0)
    sloped = fill_with_slope(z, direction, 10.0, 10.0, 0.01)
    np.testing.assert_allclose(sloped[1], [9, 2.3, 2.2, 2.1, 2], rtol=0, atol=1e-12)
    np.testing.assert_array_equal(sloped[[0, 2]], z[[0, 2]])


def test_fill_without_slope_is_the_exact_fill():
    for seed in range(10):
        z, valid, dx, dy, sinks = random_terrain(seed)
        direction = flow_directions(z, valid, dx, dy, sinks=sinks)
        sloped = fill_with_slope(z, direction, dx, dy, 0.0)
        np.testing.assert_array_equal(sloped[valid], reference.fill(z, valid, sinks)[valid])
