"""Flow accumulation along D8 directions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.flow.accumulation import flow_accumulation, outlet_sum
from rainshed.hydrology.flow.directions import flow_directions
from rainshed.test.hydrology.strategies import random_terrain, terrains
from rainshed.test.reference import terrain as reference
from rainshed.test.reference.terrain import NODATA, OUTLET, PIT, STEPS


def test_river_of_one_row():
    # 1 -> 2 -> 3 -> leaves, and a pit on its own: every cell counts itself
    direction = np.array([[0, 0, OUTLET, NODATA, PIT]], dtype=np.uint8)
    accumulation = flow_accumulation(direction, 1.0)
    assert accumulation.dtype == np.float64
    assert accumulation[direction != NODATA].tolist() == [1, 2, 3, 1]


def test_confluence_with_weights():
    # W and E cells flow to the middle, the middle to the S cell: 2 + 3 + 10, then + 100
    direction = np.array([[0, 2, 4], [NODATA, OUTLET, NODATA]], dtype=np.uint8)
    weights = np.array([[2.0, 10.0, 3.0], [7.0, 100.0, 7.0]])
    accumulation = flow_accumulation(direction, weights)
    assert accumulation[0].tolist() == [2, 15, 3]
    assert accumulation[1, 1] == 115
    assert outlet_sum(direction, accumulation) == 115


def test_scalar_weight_is_the_cell_area():
    direction = np.array([[0, 0, OUTLET]], dtype=np.uint8)
    assert flow_accumulation(direction, 25.0).tolist() == [[25, 50, 75]]


def test_sum_counts_pits_and_outlets_alike():
    direction = np.array([[0, PIT, 0, OUTLET]], dtype=np.uint8)
    assert outlet_sum(direction, flow_accumulation(direction, 1.0)) == 4


def test_long_line_does_not_lose_cells():
    # longer than any recursion or counter of 16 bit would bear
    direction = np.zeros((1, 70_000), dtype=np.uint8)
    direction[0, -1] = OUTLET
    accumulation = flow_accumulation(direction, 1.0)
    assert accumulation[0, -1] == 70_000
    assert (np.diff(accumulation[0]) == 1).all()


@settings(max_examples=120, deadline=None)
@given(terrains(), st.integers(0, 2**32 - 1))
def test_equals_reference_and_keeps_the_sum(terrain, seed):
    z, valid, dx, dy, sinks = terrain
    weights = np.random.default_rng(seed).random(z.shape)
    direction = flow_directions(z, valid, dx, dy, sinks=sinks)
    accumulation = flow_accumulation(direction, weights)
    np.testing.assert_allclose(accumulation[valid], reference.accumulate(direction, weights)[valid], rtol=1e-12)
    assert outlet_sum(direction, accumulation) == pytest.approx(weights[valid].sum(), rel=1e-9)
    area = flow_accumulation(direction, dx * dy)
    assert outlet_sum(direction, area) == pytest.approx(valid.sum() * dx * dy, rel=1e-9)


@settings(max_examples=80, deadline=None)
@given(terrains())
def test_grows_downstream(terrain):
    # with positive weights every cell carries strictly more than the cell above it: no circles
    z, valid, dx, dy, sinks = terrain
    direction = flow_directions(z, valid, dx, dy, sinks=sinks)
    accumulation = flow_accumulation(direction, 1.0)
    for r, c in zip(*np.nonzero(direction < 8)):
        down, right = STEPS[direction[r, c]]
        assert accumulation[r + down, c + right] >= accumulation[r, c] + 1


def test_nan_weight_in_nodata_does_not_spread():
    direction = np.array([[NODATA, 0, OUTLET]], dtype=np.uint8)
    accumulation = flow_accumulation(direction, np.array([[np.nan, 1.0, 1.0]]))
    assert accumulation[0, 1:].tolist() == [1, 2]
    assert outlet_sum(direction, accumulation) == 2


@pytest.mark.parametrize("seed", range(20))
def test_equals_richdem_for_the_same_directions(seed):
    pytest.importorskip("richdem", reason="richdem2 is not installed")
    from rainshed.test.reference import peer

    z, valid, dx, dy, sinks = random_terrain(seed)
    weights = np.random.default_rng(seed).random(z.shape)
    direction = flow_directions(z, valid, dx, dy, sinks=sinks)
    theirs = peer.accumulate(direction, weights)
    np.testing.assert_allclose(flow_accumulation(direction, weights)[valid], theirs[valid], rtol=1e-12)
