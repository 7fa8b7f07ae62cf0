"""Wet areas and recorded places: by hand, and against a slow second method."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from rainshed.hydrology.patches import label_patches
from rainshed.hydrology.risk.matching import match_places, wet_areas

DEPTHS = arrays(
    np.float32,
    array_shapes(min_dims=2, max_dims=2, max_side=9),
    elements=st.sampled_from(list(np.float32([0, 0.15, 0.2, 0.5, np.nan]))),
)
# Two areas that touch only the ground between them, one of them joined at a corner.
WATER = np.array(
    [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [0.0, 0.3, 0.5, 0.0, 0.0, 0.0, 0.0],
        [0.0, 0.0, 0.0, 0.2, 0.0, 0.0, 0.0],
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.15, 2.0],
        [0.0, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0],
    ],
    np.float32,
)


def test_areas_by_hand():
    areas = wet_areas(WATER, 0.15, 1)
    assert len(areas) == 2
    assert areas.cell.tolist() == [3 * 7 + 6, 1 * 7 + 2], "the larger volume comes first, though it has one cell"
    np.testing.assert_allclose(areas.depth, [2.0, 0.5])
    assert areas.cells.tolist() == [1, 3]
    np.testing.assert_allclose(areas.volume, [2.0, 1.0], rtol=1e-6)
    assert areas.label[2, 3] == 2 and areas.label[3, 5] == 0, "0.15 m is not deeper than 0.15 m"
    assert len(wet_areas(WATER, 0.15, 2)) == 1 and len(wet_areas(WATER, 2.0, 0)) == 0
    assert len(wet_areas(WATER, 0.0, 0)) == 3


def test_equal_areas_go_by_depth_then_by_place():
    depth = np.array([[0.2, 0.2, 0.0, 0.4, 0.0, 0.2, 0.2]])
    areas = wet_areas(depth, 0.1, 0)
    assert areas.cell.tolist() == [3, 0, 5], "of equal depths the first cell"


def place(*xy, distance=2.0, areas=None):
    x, y = np.array(xy, float).T
    return match_places(wet_areas(WATER, 0.15, 1) if areas is None else areas, x, y, 1.0, 1.0, distance)


def test_distances_by_hand():
    """From inside, from beside, from a corner, and two misses."""
    match = place((2.5, 1.5), (0.5, 1.5), (4.6, 3.8), (0.5, 4.5), distance=0.5)
    np.testing.assert_allclose(match.distance, [0, 0.5, np.hypot(0.6, 0.8), np.hypot(0.5, 2.5)])
    assert match.hit.tolist() == [True, True, False, False], "the distance itself is a match"
    assert match.places == [[], [0, 1]] and match.false_alarms == 1
    np.testing.assert_array_equal(match.nearest, [np.nan, 0])


def test_one_place_may_match_two_areas_and_two_places_one():
    match = place((5.0, 2.8), (6.5, 3.5), distance=1.1)
    assert match.places == [[1, 0], [0]], "the nearest first"
    assert match.hit.all() and match.false_alarms == 0
    np.testing.assert_allclose(match.nearest, [0, 1.0])


def test_without_any_area_nothing_is_near():
    match = place((1, 1), areas=wet_areas(np.zeros((3, 3)), 0.1, 0))
    assert match.hit.tolist() == [False] and match.distance.tolist() == [np.inf] and match.places == []


@pytest.mark.parametrize("distance", [0.0, 1e300])
def test_extreme_distances(distance):
    match = place((2.5, 1.5), (0.5, 4.5), distance=distance)
    assert match.hit.tolist() == [True, distance > 0]
    np.testing.assert_allclose(match.distance, [0, np.hypot(0.5, 2.5)])


@given(DEPTHS)
def test_areas_keep_the_water(depth):
    areas = wet_areas(depth, 0.15, 2)
    label, cells = label_patches(np.nan_to_num(depth) > np.float32(0.15))
    kept = np.isin(label, np.flatnonzero(cells >= 2) + 1)
    np.testing.assert_array_equal(areas.label > 0, kept)
    assert areas.volume.sum() == pytest.approx(float(depth[kept].astype(float).sum()))
    assert areas.cells.sum() == kept.sum()
    assert (np.diff(areas.volume) <= 0).all()
    for k in range(len(areas)):
        inside = np.where(areas.label == k + 1, depth, -1).reshape(-1)
        assert areas.cell[k] == inside.argmax() and areas.depth[k] == inside.max()


@given(
    DEPTHS,
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4),
    st.sampled_from([(1.0, 1.0), (2.0, 0.5)]),
    st.floats(0, 8),
)
def test_distances_against_all_pairs(depth, shares, size, distance):
    dx, dy = size
    areas = wet_areas(depth, 0.15, 1)
    x = np.array([s * depth.shape[1] * dx for s, _ in shares])
    y = np.array([t * depth.shape[0] * dy for _, t in shares])
    match = match_places(areas, x, y, dx, dy, distance)
    far = np.full((x.size, len(areas)), np.inf)
    for row, column in np.argwhere(areas.label > 0):
        east = np.abs(x - (column + 0.5) * dx) - dx / 2
        south = np.abs(y - (row + 0.5) * dy) - dy / 2
        k = areas.label[row, column] - 1
        far[:, k] = np.minimum(far[:, k], np.hypot(np.maximum(east, 0), np.maximum(south, 0)))
    clear = np.abs(far - distance) > 1e-9
    np.testing.assert_allclose(match.distance, far.min(axis=1, initial=np.inf), atol=1e-9)
    for k in range(len(areas)):
        for p in range(x.size):
            assert not clear[p, k] or (p in match.places[k]) == (far[p, k] <= distance)
    assert match.false_alarms == sum(not found for found in match.places)
