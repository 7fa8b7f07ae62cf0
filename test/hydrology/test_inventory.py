"""The list of depressions: choice, numbers, and who flows to whom."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.inventory import (
    Inventory,
    depression_members,
    list_depressions,
    outer_depressions,
    preorder,
)
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.test.hydrology.strategies import terrains, tiny_terrains
from rainshed.test.hydrology.worked_grids import HOLE, SLOPE, THREE, TIE_DROP, TWINS, TWO, Worked, trough
from rainshed.test.reference import terrain as reference


def listed(worked: Worked, cell_area: float = 1.0, **choice) -> Inventory:
    hierarchy = build_hierarchy(worked.z, worked.valid, worked.dx, worked.dy, worked.sinks)
    return list_depressions(hierarchy, measure_storage(worked.z, hierarchy), cell_area, **choice)


def test_two_bowls_with_their_parts():
    # In reading order of the lowest pit: A (pit in column 2), A+B (the same pit), B (column 4); cells of 10 m2
    found = listed(TWO, cell_area=10.0, nested=True)
    assert found.number.tolist() == [1, 2, 3]
    assert found.parent.tolist() == [2, 0, 2]
    assert found.level.tolist() == [1, 2, 1]
    assert found.flows_to.tolist() == [3, 0, 1]
    assert found.pit_z.tolist() == [1, 1, 2]
    assert found.spill_z.tolist() == [4, 7, 4]
    assert found.depth.tolist() == [3, 6, 2]
    assert found.area.tolist() == [20, 40, 10]
    assert found.volume.tolist() == [40, 180, 20]
    assert found.catchment.tolist() == [30, 50, 20]
    np.testing.assert_allclose(found.rain, [1.2, 3.6, 1.0])


def test_outermost_only():
    found = listed(THREE)
    assert found.number.tolist() == [1]
    assert found.volume.tolist() == [38]
    assert found.parent.tolist() == [0]
    assert found.flows_to.tolist() == [0]
    assert found.level.tolist() == [3]


def test_twins_are_told_apart():
    # full, the water of the two never covers the crest between them: two depressions, not one
    for nested in (False, True):
        found = listed(TWINS, nested=nested)
        assert found.pit_z.tolist() == [1, 2]
        assert found.volume.tolist() == [3, 2]
        assert found.parent.tolist() == [0, 0]
        assert found.flows_to.tolist() == [2, 0]  # the second is at the common way out


def test_step_that_adds_nothing_is_not_listed():
    # M+R is no higher than M and R: listed are L, M, the whole (its pit is M's) and R
    found = listed(TIE_DROP, nested=True)
    assert found.pit_z.tolist() == [3, 0, 0, 2]
    assert found.spill_z.tolist() == [5, 5, 20, 5]
    assert found.parent.tolist() == [3, 3, 0, 3]
    assert found.flows_to.tolist() == [2, 4, 0, 2]


def test_spill_into_a_lower_depression():
    # 20 | 6 9 | 3 7 | 5: the west bowl spills at 9 into the east one, whose own way out at 7 comes first
    found = listed(Worked("cascade", trough(20, 6, 9, 3, 7, 5), ()))
    assert found.pit_z.tolist() == [6, 3]
    assert found.spill_z.tolist() == [9, 7]
    assert found.flows_to.tolist() == [2, 0]


def test_choice_by_size():
    # A: 3 m deep, 2 m2, 4 m3. B: 2, 1, 2. C: 2, 1, 2. A+B: 6, 4, 18. All: 9, 6, 38. The limits themselves do not pass.
    def volumes(**choice):
        return sorted(listed(THREE, nested=True, **choice).volume.tolist())

    assert volumes() == [2, 2, 4, 18, 38]
    assert volumes(min_depth=2.0) == [4, 18, 38]
    assert volumes(min_area=1.0) == [4, 18, 38]
    assert volumes(min_area=3.9) == [18, 38]
    assert volumes(min_volume=4.0) == [18, 38]
    assert volumes(min_depth=9.0) == []


def test_nothing_to_list():
    assert listed(SLOPE).number.size == 0
    assert listed(HOLE).number.size == 1
    z = np.full((3, 3), 5.0)
    z[1, 1] = 1.0
    closed = build_hierarchy(z, np.ones(z.shape, bool), 1.0, 1.0, closed_edge=True)
    # without a way out there is no level at which it would be full
    assert list_depressions(closed, measure_storage(z, closed), 1.0).number.size == 0


def test_parts_of_a_depression():
    hierarchy = build_hierarchy(THREE.z, THREE.valid, 1.0, 1.0)
    (outermost,) = outer_depressions(hierarchy)
    rank, last = preorder(hierarchy)
    inside = (rank >= rank[outermost]) & (rank <= last[outermost])
    assert np.flatnonzero(inside).tolist() == [1, 2, 3, 4, 5]
    assert depression_members(hierarchy, np.array([outermost])).tolist() == [0] + [outermost] * 5
    assert depression_members(hierarchy, np.array([3])).tolist() == [0, 0, 0, 3, 0, 0]


def regions(raised: np.ndarray) -> int:
    """Number of 8-connected regions."""
    level = np.where(raised, 1.0, 0.0)
    return sum(level[next(iter(flat))] > 0 for flat in reference.flats(level, np.ones(level.shape, bool)))


def check_outer(terrain) -> None:
    z, valid, dx, dy, sinks = terrain
    hierarchy = build_hierarchy(z, valid, dx, dy, sinks)
    storage = measure_storage(z, hierarchy)
    found = list_depressions(hierarchy, storage, 1.0)
    depth = np.where(valid, reference.fill(z, valid, sinks) - z, 0.0)
    assert found.number.size == regions(depth > 0)
    assert found.volume.sum() == pytest.approx(depth.sum(), rel=1e-9, abs=1e-9)
    assert found.area.sum() == np.count_nonzero(depth > 0)
    assert (found.parent == 0).all()
    nested = list_depressions(hierarchy, storage, 1.0, nested=True)
    assert nested.number.tolist() == list(range(1, nested.number.size + 1))
    assert np.count_nonzero(nested.parent == 0) == found.number.size
    for i in np.flatnonzero(nested.parent):
        around = nested.parent[i] - 1
        assert nested.spill_z[around] > nested.spill_z[i]
        assert nested.volume[around] > nested.volume[i]
        assert nested.level[around] > nested.level[i]
        assert nested.rain[around] >= nested.rain[i] * (1 - 1e-12)


@settings(max_examples=100)
@given(terrains())
def test_outer_depressions_are_the_regions_of_raised_cells(terrain):
    check_outer(terrain)


@settings(max_examples=150)
@given(tiny_terrains())
def test_outer_depressions_on_tiny_terrain(terrain):
    check_outer(terrain)
