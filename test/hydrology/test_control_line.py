"""What a control line encloses: small grids by hand, and random ones against a slow second method."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from rainshed.hydrology import compiled
from rainshed.hydrology.errors import Cancelled
from rainshed.hydrology.patches import label_patches
from rainshed.hydrology.progress import Progress
from rainshed.hydrology.risk.controlline import enclose, near_groups

MASKS = arrays(bool, array_shapes(min_dims=2, max_dims=2, max_side=12))


def mask(drawing: str) -> np.ndarray:
    return np.array([[c == "#" for c in line.strip()] for line in drawing.strip().splitlines()])


def flood(inside: np.ndarray, corners: bool) -> list[set[tuple[int, int]]]:
    """Patches as sets of cells, by a search that shares nothing with the project."""
    left = {(int(r), int(c)) for r, c in zip(*np.nonzero(inside))}
    steps = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0) and (corners or a == 0 or b == 0)]
    found = []
    while left:
        start = min(left)
        patch, waiting = set(), [start]
        while waiting:
            cell = waiting.pop()
            if cell in left:
                left.remove(cell)
                patch.add(cell)
                waiting += [(cell[0] + a, cell[1] + b) for a, b in steps]
        found.append(patch)
    return found


RING = mask("""
    .......
    .#####.
    .#...#.
    .#.#.#.
    .#...#.
    .#####.
    .......
""")


def test_a_hole_is_closed_up_to_its_area_of_dry_ground():
    """Eight dry cells round an island."""
    label, cells = enclose(RING, 0, 7)
    assert sorted(cells) == [1, 16]
    label, cells = enclose(RING, 0, 8)
    assert cells.tolist() == [25] and (label[1:6, 1:6] == 1).all() and label.sum() == 25


def test_specks_are_left_out_with_their_closed_holes_counted():
    assert enclose(RING, 2, 0)[1].tolist() == [16]
    assert enclose(RING, 17, 0)[1].tolist() == []
    assert enclose(RING, 25, 8)[1].tolist() == [25]
    assert enclose(RING, 26, 8)[1].tolist() == []


def test_ground_that_reaches_the_edge_is_no_hole():
    bay = mask("""
        ###
        #..
        ###
    """)
    assert enclose(bay, 0, 99)[1].tolist() == [7]
    assert enclose(np.ones((3, 3), bool), 0, 99)[1].tolist() == [9]
    assert enclose(np.zeros((3, 3), bool), 0, 99)[1].tolist() == []


def test_a_gap_at_a_corner_keeps_cells_together_and_a_hole_closed_in():
    """Cells that meet at a corner are one patch; the ground between does not leak through there."""
    diamond = mask("""
        ....
        ..#.
        .#.#
        ..#.
    """)
    diamond = np.pad(diamond, 1)
    assert enclose(diamond, 0, 0)[1].tolist() == [4]
    assert enclose(diamond, 0, 1)[1].tolist() == [5]


def test_an_area_of_whole_cells_is_that_many_however_it_was_divided():
    line = np.array([[True, True, True, False]])
    assert enclose(line, 0.3 / 0.1, 0)[1].tolist() == [3]  # 2.9999999999999996
    assert enclose(line, 3 * (0.7 / 0.1) / 7.000000000000001, 0)[1].tolist() == [3]


@given(MASKS, st.integers(0, 10), st.integers(0, 10))
def test_against_a_slow_second_method(inside, least, hole):
    closed = inside.copy()
    for patch in flood(~inside, corners=False):
        edge = any(r in (0, inside.shape[0] - 1) or c in (0, inside.shape[1] - 1) for r, c in patch)
        if len(patch) <= hole and not edge:
            for cell in patch:
                closed[cell] = True
    wanted = [patch for patch in flood(closed, corners=True) if len(patch) >= least]
    label, cells = enclose(inside, least, hole)
    assert cells.tolist() == [len(patch) for patch in wanted]
    for number, patch in enumerate(wanted, 1):
        assert {(int(r), int(c)) for r, c in zip(*np.nonzero(label == number))} == patch
    again, same = enclose(label > 0, least, hole)
    np.testing.assert_array_equal(again, label)
    assert same.tolist() == cells.tolist()


def test_one_patch_as_large_as_the_raster_can_be_cancelled(monkeypatch):
    monkeypatch.setattr(compiled, "block_cells", lambda: 100)
    told: list[float] = []
    label_patches(np.ones((30, 40), bool), Progress(told.append))
    assert told == sorted(told) and len(told) > 20 and told[-1] == 1
    with pytest.raises(Cancelled):
        label_patches(np.ones((30, 40), bool), Progress(None, lambda: True))


@given(MASKS)
def test_patches_joined_over_sides(inside):
    label, cells = label_patches(inside, corners=False)
    found = flood(inside, corners=False)
    assert cells.tolist() == [len(patch) for patch in found]
    for number, patch in enumerate(found, 1):
        assert {(int(r), int(c)) for r, c in zip(*np.nonzero(label == number))} == patch


@given(MASKS, st.floats(0.1, 6), st.sampled_from([(1.0, 1.0), (2.0, 1.0), (0.5, 1.5)]))
def test_groups_are_further_apart_than_twice_the_reach(inside, reach, size):
    label, _ = label_patches(inside)
    dx, dy = size
    group, count = near_groups(label, reach, dx, dy)
    assert ((group > 0) == inside).all() and set(np.unique(group[inside])) == set(range(1, count + 1))
    for k in np.unique(label[inside]):
        assert np.unique(group[label == k]).size == 1, "a patch is not torn"
    cells = np.argwhere(inside)
    for a in cells:
        for b in cells:
            if group[tuple(a)] != group[tuple(b)]:
                apart = np.maximum(np.abs(a - b) - 1, 0) * (dy, dx)
                assert np.hypot(*apart) > 2 * reach
