"""The graph of ponds, inlets and pumps that an event in time runs over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from ..compiled import kernel, table
from ..flow.basins import catchments
from ..flow.directions import COLUMN_STEP, OUTLET, ROW_STEP
from .hierarchy import NONE, Hierarchy
from .storage import Storage, link_jumps


class Graph(NamedTuple):
    """What does not change in an event. Volumes are cell-metres.

    Depressions go by their number, leaves also by rank: those of a depression are one range of ranks. Takers are inlets
    and pumps, in an order in which those of a depression are one range: first those of the depressions inside it, then
    its own, the lowest first.
    """

    node: Any  # per depression, a table (see `table`) whose columns `build_graph` names
    taker: Any
    volume: np.ndarray  # per own cell: what the own part holds when the water reaches it
    leaf_at: np.ndarray  # per rank, the leaf
    slope_start: np.ndarray  # the inlets in the leaf of rank r, highest first, are slope[slope_start[r]:...]
    slope: np.ndarray
    slope_outside: np.ndarray  # inlets on cells that drain outside
    query: np.ndarray  # volumes of the own part, ascending, at which the time is wanted


@dataclass(frozen=True)
class Layout:
    """The graph and how it lies on the cells.

    Attributes
    ----------
    graph : see Graph.
    order : int64 per taker, its place among the cells given.
    own_cell : int64, flat index of each own cell.
    query_cell : int64, flat index of the cell that each query is of.
    element : int32 per cell (flat), where its runoff first comes to: the outside (0), a leaf, or `leaves` + 1 + taker;
        -1 without data.
    level : float64 per own cell, its elevation (m).
    base : float64 per depression, the level (m) from which its own part fills.
    """

    graph: Graph
    order: np.ndarray
    own_cell: np.ndarray
    query_cell: np.ndarray
    element: np.ndarray
    level: np.ndarray
    base: np.ndarray


def build_graph(
    z: np.ndarray, hierarchy: Hierarchy, storage: Storage, threshold: float, cell: np.ndarray, is_inlet: np.ndarray
) -> Layout:
    """Lay out the graph.

    Parameters
    ----------
    z : elevations (m); hierarchy, storage : of the same elevations.
    threshold : m; each cell that can stand deeper has a query.
    cell : int64, flat index of the cell of each inlet and pump; is_inlet : bool, false for a pump.
    """
    h = hierarchy
    flat = z.reshape(-1)
    base = np.where(h.left != NONE, h.spill_z[h.left], h.pit_z)
    inside = storage.cells - storage.own_cells
    start, own_cell = _by_node(storage.first_wet.reshape(-1), flat, h.size)
    level = flat[own_cell].astype(np.float64)
    volume, sums = np.empty(level.size), np.empty(level.size)
    _fill_volumes(start, level, base, inside, storage.own, volume, sums)

    def held(node: np.ndarray, at: np.ndarray) -> np.ndarray:
        result = np.zeros(node.size)
        _hold(start, level, sums, base, inside, storage.own, node, at, result)
        return result

    wanted = np.zeros(z.shape, np.int32)
    _choose_queries(z, h.basin, h.parent, link_jumps(h), h.spill_z, h.outer_z, float(threshold), wanted)
    query_start, query_cell = _by_node(wanted.reshape(-1), flat, h.size)
    query = held(wanted.reshape(-1)[query_cell], flat[query_cell] + float(threshold))

    leaf_first, leaf_last, place, spread = (np.zeros(h.size, np.int64) for _ in range(4))
    leaf_at = np.zeros(h.leaves, np.int64)
    _order_tree(h.parent, h.left, h.right, h.leaves, leaf_first, leaf_last, leaf_at, place, spread)
    node = np.maximum(storage.first_wet.reshape(-1)[cell], 0).astype(np.int64)
    key = np.where(node > 0, place[node], h.size)
    order = np.lexsort((np.arange(cell.size), flat[cell], key))
    cell, node, key, is_inlet = cell[order], node[order], key[order], is_inlet[order]
    slopes = _lay_slopes(h, cell, is_inlet, leaf_first)
    element = np.where(slopes.label > 0, h.leaves + slopes.label, h.basin.reshape(-1)).astype(np.int32)
    entry = np.full(h.size, -1, np.int64)
    spills = h.saddle_to >= 0
    entry[spills] = np.maximum(slopes.label[h.saddle_to[spills]], 0) - 1
    graph = Graph(
        node=table(
            h.size,
            parent=h.parent, left=h.left, right=h.right, spills_to=h.spills_to, own=storage.own,
            start=start[:-1], end=start[1:],  # its own cells, lowest first
            query_start=query_start[:-1], query_end=query_start[1:],
            leaf_first=leaf_first, leaf_last=leaf_last,
            entry=entry,  # the first inlet that its spill passes, -1 = none
            inside_first=np.searchsorted(key, place - spread + 1), own_first=np.searchsorted(key, place),
            own_last=np.searchsorted(key, place, "right"),
        ),
        taker=table(
            cell.size,
            below=slopes.below,  # the next inlet down the slope, -1 = none
            node=node, leaf=h.basin.reshape(-1)[cell].astype(np.int64),  # that wets it first, 0 = none; where it lies
            at=held(node, flat[cell].astype(np.float64)),  # held by its own part when the water stands at its ground
        ),
        volume=volume, leaf_at=leaf_at, slope_start=slopes.start, slope=slopes.inlet, slope_outside=slopes.outside,
        query=query,
    )  # fmt: skip
    return Layout(graph, order, own_cell, query_cell, element, level, base)


class _Slopes(NamedTuple):
    label: np.ndarray  # per cell (flat), 1 + the first inlet on its way down, 0 = none
    start: np.ndarray
    inlet: np.ndarray
    outside: np.ndarray
    below: np.ndarray


def _lay_slopes(h: Hierarchy, cell: np.ndarray, is_inlet: np.ndarray, leaf_first: np.ndarray) -> _Slopes:
    """How the inlets follow each other down the slopes; several in one cell follow each other as they come."""
    count = cell.size
    below = np.full(count, -1, np.int64)
    inlet = np.flatnonzero(is_inlet)
    by_cell = inlet[np.argsort(cell[inlet], kind="stable")]
    same = np.flatnonzero(cell[by_cell][1:] == cell[by_cell][:-1])
    first = np.ones(by_cell.size, bool)
    first[same + 1] = False
    seeds = np.zeros(h.direction.shape, np.int32)
    seeds.reshape(-1)[cell[by_cell[first]]] = by_cell[first] + 1
    if not by_cell.size:
        label = np.zeros(seeds.size, np.int32)
    else:
        label = catchments(h.direction, seeds).reshape(-1)
    below[by_cell[same]] = by_cell[same + 1]
    ends = np.ones(by_cell.size, bool)
    ends[same] = False
    for i in by_cell[ends]:
        k = int(h.direction.reshape(-1)[cell[i]])
        if k < OUTLET:
            onward = label[cell[i] + int(ROW_STEP[k]) * h.direction.shape[1] + int(COLUMN_STEP[k])]
            below[i] = onward - 1 if onward > 0 else -1
    steps = np.zeros(count, np.int64)
    ahead = below.copy()
    while (ahead >= 0).any():
        steps[ahead >= 0] += 1
        ahead = np.where(ahead >= 0, below[ahead], -1)
    leaf = h.basin.reshape(-1)[cell]
    rank = np.where(leaf > 0, leaf_first[leaf], -1)
    downwards = inlet[np.lexsort((-steps[inlet], rank[inlet]))]
    within = downwards[rank[downwards] >= 0]
    start = np.searchsorted(rank[within], np.arange(h.leaves + 1))
    return _Slopes(label, start, within, downwards[rank[downwards] < 0], below)


def _by_node(node: np.ndarray, z: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """(start, cells): the cells of depression m are cells[start[m]:start[m + 1]], the lowest first."""
    start = np.zeros(size + 1, np.int64)
    _count(node, start)
    start = np.cumsum(start)
    cells = np.empty(start[-1], np.int64)
    _gather(node, start[:-1].copy(), cells)
    _sort_each(start, z, cells)
    return start, cells


@kernel
def _count(node, start):
    for cell in range(node.size):
        if node[cell] > 0:
            start[node[cell] + 1] += 1


@kernel
def _gather(node, place, cells):
    for cell in range(node.size):
        m = node[cell]
        if m > 0:
            cells[place[m]] = cell
            place[m] += 1


@kernel
def _sort_each(start, z, cells):
    for m in range(start.size - 1):
        if start[m + 1] - start[m] > 1:
            part = cells[start[m] : start[m + 1]].copy()
            cells[start[m] : start[m + 1]] = part[np.argsort(z[part], kind="mergesort")]


@kernel
def _fill_volumes(start, level, base, inside, own, volume, sums):
    """Volume of the own part when the water reaches each own cell; the heights of the cells before it, summed."""
    for m in range(start.size - 1):
        total = 0.0
        for i in range(start[m], start[m + 1]):
            above = level[i] - base[m]
            volume[i] = min(max((inside[m] + i - start[m]) * above - total, 0.0), own[m])
            sums[i] = total
            total += above


@kernel
def _hold(start, level, sums, base, inside, own, node, at, result):
    """What the own part of each depression holds when its water stands at a level, less than when it is full."""
    for q in range(node.size):
        m = node[q]
        if m == NONE:
            continue
        low = start[m]
        high = start[m + 1]
        while low < high:
            middle = (low + high) // 2
            if level[middle] < at[q]:
                low = middle + 1
            else:
                high = middle
        wet = low - start[m]
        total = 0.0
        if wet > 0:
            total = sums[low - 1] + level[low - 1] - base[m]
        held = max((inside[m] + wet) * (at[q] - base[m]) - total, 0.0)
        result[q] = min(held, np.nextafter(own[m], 0.0))


@kernel
def _choose_queries(z, basin, parent, jump, spill_z, outer_z, threshold, wanted):
    """The depression whose own part holds the level at which each cell stands at the threshold."""
    for row in range(z.shape[0]):
        for column in range(z.shape[1]):
            leaf = basin[row, column]
            if leaf <= 0:
                continue
            level = float(z[row, column]) + threshold
            if level >= outer_z[leaf]:
                continue
            node = leaf
            while spill_z[node] <= level:
                node = jump[node] if spill_z[jump[node]] <= level else parent[node]
            wanted[row, column] = node


@kernel
def _order_tree(parent, left, right, leaves, leaf_first, leaf_last, leaf_at, place, spread):
    """Number the leaves so that those of a depression are one range, and the depressions from the inside outwards.

    `place` comes after the places of all depressions inside; `spread` counts those and the depression itself.
    """
    size = parent.size
    count = np.zeros(size, np.int64)
    for node in range(1, size):
        spread[node] = 1
        count[node] = 1
        if node > leaves:
            spread[node] += spread[left[node]] + spread[right[node]]
            count[node] = count[left[node]] + count[right[node]]
    ranks = 0
    places = 0
    for node in range(size - 1, 0, -1):
        up = parent[node]
        if up == NONE:
            leaf_first[node] = ranks
            ranks += count[node]
            places += spread[node]
            place[node] = places - 1
        elif node == left[up]:
            leaf_first[node] = leaf_first[up]
            place[node] = place[up] - 1 - spread[right[up]]
        else:
            leaf_first[node] = leaf_first[up] + count[left[up]]
            place[node] = place[up] - 1
        leaf_last[node] = leaf_first[node] + count[node]
        if node <= leaves:
            leaf_at[leaf_first[node]] = node
