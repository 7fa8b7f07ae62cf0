"""The hierarchy of nested depressions, their storage, and the rain that fills them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from rainshed.hydrology.ponds.filling import rain_to_fill
from rainshed.hydrology.ponds.hierarchy import NONE, Hierarchy, build_hierarchy
from rainshed.hydrology.ponds.storage import Storage, measure_storage
from rainshed.test.hydrology.strategies import Terrain, random_terrain, terrains, tiny_terrains
from rainshed.test.hydrology.worked_grids import ALL, THREE, Cell, Node, Worked, grid
from rainshed.test.reference import ponding
from rainshed.test.reference import terrain as reference
from rainshed.test.reference.terrain import PIT, valid_cells, walk


def measured(terrain: Terrain | Worked) -> tuple[Hierarchy, Storage]:
    hierarchy = build_hierarchy(terrain.z, terrain.valid, terrain.dx, terrain.dy, sinks=terrain.sinks)
    return hierarchy, measure_storage(terrain.z, hierarchy)


def leaf_pits(hierarchy: Hierarchy) -> list[set[Cell]]:
    """Per depression the pits in it, gathered from the leaves up; entry 0 is the outside."""
    columns = hierarchy.basin.shape[1]
    inside = [set() for _ in range(hierarchy.size)]
    for leaf in range(1, hierarchy.leaves + 1):
        node = leaf
        while node != NONE:
            inside[node].add(divmod(int(hierarchy.pit[leaf]), columns))
            node = int(hierarchy.parent[node])
    return inside


def find_node(worked: Worked, hierarchy: Hierarchy, node: Node) -> int:
    """The engine's number of a worked depression; a flat's pit may be any cell of the flat."""
    flats = {cell: flat for flat in reference.flats(worked.z, worked.valid) for cell in flat}
    wanted = {frozenset(flats[pit]) for pit in node.pits}
    found = [
        number
        for number, inside in enumerate(leaf_pits(hierarchy))
        if number and {frozenset(flats[pit]) for pit in inside} == wanted
    ]
    assert len(found) == 1, f"depression {sorted(node.pits)} is there {len(found)} times"
    return found[0]


@pytest.mark.parametrize("worked", ALL, ids=lambda worked: worked.name)
def test_worked_grid(worked):
    hierarchy, storage = measured(worked)
    rain = rain_to_fill(hierarchy, storage)
    area = worked.dx * worked.dy
    inside = leaf_pits(hierarchy)
    assert hierarchy.size - 1 == len(worked.nodes)
    assert hierarchy.leaves == sum(node.level == 1 for node in worked.nodes)
    for node in worked.nodes:
        number = find_node(worked, hierarchy, node)
        assert hierarchy.pit_z[number] == node.pit_z
        assert hierarchy.spill_z[number] == node.spill_z
        assert storage.cells[number] * area == pytest.approx(node.area_m2)
        assert storage.total[number] * area == pytest.approx(node.vol_m3)
        assert storage.catchment[number] * area == pytest.approx(node.catch_m2)
        assert rain[number] * 1000 == pytest.approx(node.rain_mm, rel=1e-12)
        target = int(hierarchy.spills_to[number])
        if node.flows_to is None:
            assert target == NONE
        else:
            assert node.flows_to in inside[target]
        parent = int(hierarchy.parent[number])
        assert (set(node.parent) if node.parent else set()) == inside[parent]
    outermost = [node for node in worked.nodes if node.parent is None]
    assert len(hierarchy.outermost) == len(outermost)
    raised = reference.fill(worked.z, worked.valid, worked.sinks) - worked.z
    assert sum(node.vol_m3 for node in outermost) == pytest.approx(raised[worked.valid].sum() * area)


def test_saddle_cells_and_their_order():
    # THREE, row 1: 20 3 1 4 2 7 5 10 9. A-B over 4 | 2, B-C over 7 | 5, C-outside over 10 | 9
    hierarchy, _ = measured(THREE)
    saddles = {
        frozenset([(1, 2)]): ((1, 3), (1, 4)),
        frozenset([(1, 4)]): ((1, 4), (1, 3)),
        frozenset([(1, 6)]): ((1, 6), (1, 5)),
        frozenset([(1, 2), (1, 4)]): ((1, 5), (1, 6)),
        frozenset([(1, 2), (1, 4), (1, 6)]): ((1, 7), (1, 8)),
    }
    columns = THREE.z.shape[1]
    for number, inside in enumerate(leaf_pits(hierarchy)):
        if number:
            here, beyond = saddles[frozenset(inside)]
            assert divmod(int(hierarchy.saddle_from[number]), columns) == here
            assert divmod(int(hierarchy.saddle_to[number]), columns) == beyond
            # a child's saddle comes before its parent's
            parent = hierarchy.parent[number]
            assert parent == NONE or hierarchy.order[number] < hierarchy.order[parent]


def test_turned_and_mirrored_terrain_has_the_same_depressions():
    # without ties the result does not depend on how the grid lies
    terrain = random_terrain(17, kind="noise", shape=(16, 16))
    seen = set()
    for turns in range(4):
        for mirror in (False, True):
            arrays = [np.rot90(array, turns) for array in (terrain.z, terrain.valid)]
            if mirror:
                arrays = [array[:, ::-1] for array in arrays]
            z, valid = (np.ascontiguousarray(array) for array in arrays)
            hierarchy, storage = measured(Terrain(z, valid, 2.0, 2.0, None))
            rows = zip(hierarchy.pit_z[1:], hierarchy.spill_z[1:], storage.cells[1:], storage.catchment[1:])
            seen.add(tuple(sorted(rows)))
    assert len(seen) == 1
    assert len(seen.pop()) > 3


def test_no_valid_cell_and_no_depression():
    for worked in (
        Worked("no data", np.full((3, 4), np.nan), (), valid=np.zeros((3, 4), bool)),
        Worked("one cell", np.array([[3.0]]), ()),
        Worked("all edge", grid("1 2\n3 0"), ()),
    ):
        hierarchy, storage = measured(worked)
        assert hierarchy.size == 1
        assert hierarchy.leaves == 0
        assert list(hierarchy.outermost) == []
        assert rain_to_fill(hierarchy, storage).size == 1


def check_invariants(terrain: Terrain) -> None:
    z, valid, _, _, sinks = terrain
    hierarchy, storage = measured(terrain)
    h = hierarchy
    raised = np.where(valid, reference.fill(z, valid, sinks) - z, 0.0)
    assert storage.total[h.outermost].sum() == pytest.approx(raised.sum(), rel=1e-9, abs=1e-9)

    # basins by walking, leaves are the pits
    label = {divmod(int(h.pit[leaf]), z.shape[1]): leaf for leaf in range(1, h.leaves + 1)}
    assert set(label) == set(valid_cells(h.direction == PIT))
    for cell in valid_cells(valid):
        assert h.basin[cell] == label.get(walk(h.direction, cell)[-1], 0)
    assert (h.basin[~valid] == -1).all()

    # a tree: two children each, numbered below their parent, spilling into each other at the height where they merge
    children: dict[int, list[int]] = {}
    for node in range(1, h.size):
        if h.parent[node] != NONE:
            children.setdefault(int(h.parent[node]), []).append(node)
    assert set(children) == set(range(h.leaves + 1, h.size))
    inside = leaf_pits(h)
    for parent, pair in children.items():
        assert sorted(pair) == sorted([h.left[parent], h.right[parent]])
        one, two = pair
        assert max(pair) < parent
        assert h.spill_z[one] == h.spill_z[two] <= h.spill_z[parent]
        assert h.saddle_from[one] == h.saddle_to[two]
        assert h.saddle_from[two] == h.saddle_to[one]
        assert h.spills_to[one] in {label[pit] for pit in inside[two]}
        assert h.pit_z[parent] == min(h.pit_z[pair])
        assert storage.catchment[parent] == storage.catchment[pair].sum()
        assert storage.cells[parent] >= storage.cells[pair].sum()
        assert storage.total[parent] == pytest.approx(storage.total[pair].sum() + storage.own[parent])
        for child in pair:
            assert h.order[child] < h.order[parent]
    # an outermost depression spills outside, or into one whose own way out comes before its own
    outer = {leaf: node for node in h.outermost for leaf in (label[pit] for pit in inside[node])}
    for node in h.outermost:
        target = int(h.spills_to[node])
        assert target == NONE or h.order[outer[target]] < h.order[node]

    # volume and area from the cells, one depression at a time
    for node in range(1, h.size):
        leaves = [label[pit] for pit in inside[node]]
        heights = z[np.isin(h.basin, leaves)]
        below = heights[heights < h.spill_z[node]]
        assert storage.cells[node] == below.size
        assert storage.catchment[node] == heights.size
        assert storage.total[node] == pytest.approx((h.spill_z[node] - below).sum(), rel=1e-9)
        assert h.pit_z[node] < h.spill_z[node]


@settings(max_examples=100)
@given(terrains())
def test_invariants_on_random_terrain(terrain):
    check_invariants(terrain)


@settings(max_examples=150)
@given(tiny_terrains())
def test_invariants_on_tiny_terrain(terrain):
    check_invariants(terrain)


def lowest_saddle(terrain: Terrain, hierarchy: Hierarchy, leaves: set[int]) -> tuple:
    """The saddle that ranks lowest among all pairs of cells on the rim of basins: (rank, cell inside, cell beyond)."""
    z, valid, dx, dy, _ = terrain
    found = []
    for cell in valid_cells(np.isin(hierarchy.basin, list(leaves))):
        for place, other in reference.neighbours(cell, valid):
            if hierarchy.basin[other] not in leaves:
                found.append((ponding.saddle_key(z, dx, dy, cell, place, other), cell, other))
    return min(found)


@settings(max_examples=100)
@given(terrains(sinks=True))
def test_every_depression_spills_over_the_saddle_that_ranks_lowest(terrain):
    hierarchy, _ = measured(terrain)
    columns = terrain.z.shape[1]
    for node, inside in enumerate(leaf_pits(hierarchy)):
        if node == 0:
            continue
        leaves = {int(hierarchy.basin[pit]) for pit in inside}
        rank, here, beyond = lowest_saddle(terrain, hierarchy, leaves)
        assert hierarchy.spill_z[node] == rank[0]
        assert divmod(int(hierarchy.saddle_from[node]), columns) == here
        assert divmod(int(hierarchy.saddle_to[node]), columns) == beyond
        assert hierarchy.spills_to[node] == max(hierarchy.basin[beyond], 0)


@pytest.mark.parametrize("seed", range(24))
def test_rain_to_fill_agrees_with_ponding(seed):
    # just above that rain the pond stands at the spill level over each of its pits, just below over not all of them
    terrain = random_terrain(seed, shape=(12, 12))
    z, valid, dx, dy, sinks = terrain
    hierarchy, storage = measured(terrain)
    rain = rain_to_fill(hierarchy, storage)
    for node, inside in enumerate(leaf_pits(hierarchy)):
        if node == 0:
            continue
        assert 0 < rain[node] < np.inf
        surface = {}
        for factor in (1 - 1e-4, 1 + 1e-6):
            runoff = np.full(z.shape, rain[node] * 1000 * factor)
            depth, _ = ponding.inundate(z, valid, dx, dy, runoff, sinks, direction=hierarchy.direction)
            surface[factor] = min(z[pit] + depth[pit] for pit in inside)
        assert surface[1 + 1e-6] >= hierarchy.spill_z[node] - 1e-9
        assert surface[1 - 1e-4] < hierarchy.spill_z[node] - 1e-9
