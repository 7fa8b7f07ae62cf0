"""The inventory of depressions: figures of each, a choice of them, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from ..progress import Progress, silent
from .filling import rain_to_fill
from .hierarchy import NONE, Hierarchy
from .storage import Storage

MIN_DEPTH = 0.05
"""m; shallower depressions are within the noise of a lidar DEM."""


@dataclass(frozen=True)
class Inventory:
    """Depressions chosen from a hierarchy, in reading order of their pits. Arrays of equal length; volumes in m3.

    `node` is the number in the hierarchy, `number` the published number (1..n); `parent` and `flows_to` are published
    numbers, 0 = none or outside; `level` is 1 for a depression without others inside.
    """

    node: np.ndarray
    number: np.ndarray
    parent: np.ndarray
    level: np.ndarray
    pit_z: np.ndarray
    spill_z: np.ndarray
    area: np.ndarray
    volume: np.ndarray
    catchment: np.ndarray
    rain: np.ndarray
    flows_to: np.ndarray

    @property
    def depth(self) -> np.ndarray:
        """Greatest depth (m)."""
        return self.spill_z - self.pit_z


def outer_depressions(hierarchy: Hierarchy) -> np.ndarray:
    """Numbers of the depressions that stand apart when all are full.

    These are the outermost ones, except that two which meet only at the level where they spill together are told apart.
    """
    h = hierarchy
    outer = np.zeros(h.size, bool)
    outer[h.outermost] = True
    _tell_apart(h.leaves, h.left, h.right, h.spill_z, outer)
    return np.flatnonzero(outer)


def list_depressions(
    hierarchy: Hierarchy,
    storage: Storage,
    cell_area: float,
    nested: bool = False,
    min_depth: float = 0.0,
    min_area: float = 0.0,
    min_volume: float = 0.0,
    progress: Progress | None = None,
) -> Inventory:
    """List depressions deeper than `min_depth` (m), wider than `min_area` (m2) and holding more than `min_volume` (m3).

    Parameters
    ----------
    nested : list those inside others too, not only the outermost.
    """
    h = hierarchy
    depth = h.spill_z - h.pit_z
    # A depression without a way out never spills: it has no level to measure at.
    chosen = (depth > min_depth) & (storage.cells * cell_area > min_area) & np.isfinite(h.spill_z)
    chosen &= storage.total * cell_area > min_volume
    chosen[0] = False
    outer = np.zeros(h.size, bool)
    outer[outer_depressions(h)] = True
    apart = np.zeros(h.size, bool)  # a merged depression no higher than its parts says nothing new
    apart[h.leaves + 1 :] = h.spill_z[h.leaves + 1 :] == h.spill_z[h.left[h.leaves + 1 :]]
    if nested:
        chosen &= ~apart
    else:
        chosen &= outer
    nodes = np.flatnonzero(chosen)
    nodes = nodes[np.lexsort((nodes, h.pit[nodes]))]
    number = np.zeros(h.size, np.int64)
    number[nodes] = np.arange(1, nodes.size + 1)

    around = np.zeros(h.size, np.int64)
    height = np.ones(h.size, np.int64)
    flows_to = np.zeros(nodes.size, np.int64)
    exits = h.basin.reshape(-1)[h.saddle_from]  # the leaf that holds each depression's own saddle
    _nest(h.parent, apart, number, around, height)
    parent = around[h.parent[nodes]]
    _trace_receivers(nodes, parent, h.parent, h.spills_to, h.spill_z, exits, number, flows_to)
    return Inventory(
        node=nodes,
        number=number[nodes],
        parent=parent,
        level=height[nodes],
        pit_z=h.pit_z[nodes],
        spill_z=h.spill_z[nodes],
        area=storage.cells[nodes] * cell_area,
        volume=storage.total[nodes] * cell_area,
        catchment=storage.catchment[nodes] * cell_area,
        rain=rain_to_fill(h, storage, progress)[nodes],
        flows_to=flows_to,
    )


def depression_members(hierarchy: Hierarchy, chosen: np.ndarray) -> np.ndarray:
    """Per depression of the hierarchy the chosen one that it is part of, 0 = none.

    Parameters
    ----------
    chosen : numbers of depressions none of which lies inside another.
    """
    member = np.zeros(hierarchy.size, np.int32)
    member[chosen] = chosen
    _hand_down(hierarchy.parent, member)
    return member


def preorder(hierarchy: Hierarchy) -> tuple[np.ndarray, np.ndarray]:
    """Ranks that make the insides of a depression a range: m lies inside n where rank[n] <= rank[m] <= last[n]."""
    h = hierarchy
    rank = np.zeros(h.size, np.int64)
    size = np.ones(h.size, np.int64)
    _rank(h.leaves, h.parent, h.left, h.right, size, rank)
    return rank, rank + size - 1


def depression_windows(hierarchy: Hierarchy, storage: Storage, progress: Progress | None = None) -> np.ndarray:
    """(top, bottom, left, right) of the cells of each depression, bounds included; int64 (depressions, 4)."""
    h = hierarchy
    window = np.tile(np.array([2**31, -1, 2**31, -1], np.int64), (h.size, 1))
    for first, last in silent(progress).blocks(*storage.first_wet.shape):
        _stretch(storage.first_wet, window, first, last)
    _stretch_around(h.leaves, h.left, h.right, window)
    return window


def nested_heights(
    z: np.ndarray, hierarchy: Hierarchy, storage: Storage, rank: np.ndarray, progress: Progress | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Elevations of the cells of all depressions, those of nested ones side by side.

    Returns
    -------
    (start, heights): the elevations of depression n, in no order, are heights[start[rank[n]]:start[last[n] + 1]], with
    the ranks of `preorder`.
    """
    start = np.zeros(hierarchy.size + 1, np.int64)
    start[rank + 1] = storage.own_cells
    start[1] = 0  # the outside has none
    np.cumsum(start, out=start)
    heights = np.empty(start[-1])
    place = start[:-1].copy()
    for first, last in silent(progress).blocks(*z.shape):
        _group_heights(z, storage.first_wet, rank, place, heights, first, last)
    return start, heights


@kernel
def _tell_apart(leaves, left, right, spill_z, outer):
    for node in range(outer.size - 1, leaves, -1):
        if outer[node] and spill_z[node] == spill_z[left[node]]:
            outer[left[node]] = True
            outer[right[node]] = True
            outer[node] = False


@kernel
def _hand_down(parent, member):
    for node in range(parent.size - 1, 0, -1):
        if member[node] == 0 and parent[node] != NONE:
            member[node] = member[parent[node]]


@kernel
def _nest(parent, apart, number, around, height):
    """The smallest chosen depression that holds each, itself counted; and the levels inside each, itself counted."""
    for node in range(1, parent.size):
        up = parent[node]
        if up != NONE:
            height[up] = max(height[up], height[node] + (0 if apart[up] else 1))
    for node in range(parent.size - 1, 0, -1):
        around[node] = number[node] if number[node] != 0 else around[parent[node]]


@kernel
def _is_inside(leaf, node, parent):
    while leaf != node and leaf != NONE:
        leaf = parent[leaf]
    return leaf == node


@kernel
def _trace_receivers(nodes, inside_of, parent, spills_to, spill_z, exits, number, flows_to):
    """Published number of the next depression on the way of the spill; those not chosen are passed through."""
    for i in range(nodes.size):
        node = nodes[i]
        if inside_of[i] == NONE:
            # Of twins that meet just where both spill, the one at the common way out does not send water back.
            up = parent[node]
            while up != NONE and spill_z[up] == spill_z[node] and _is_inside(exits[up], nodes[i], parent):
                node = up
                up = parent[node]
        while node != NONE and spills_to[node] != NONE:
            limit = parent[node]
            inside = spills_to[node]
            last = inside
            while inside != NONE and inside != limit and number[inside] == 0:
                last = inside
                inside = parent[inside]
            if inside != NONE:  # a chosen one on the way, or the depression that both are part of
                node = inside
                if number[inside] != 0:
                    flows_to[i] = number[inside]
                    break
            else:
                node = last  # an outermost one that was not chosen


@kernel
def _rank(leaves, parent, left, right, size, rank):
    for node in range(leaves + 1, parent.size):
        size[node] += size[left[node]] + size[right[node]]
    at = 1
    for node in range(parent.size - 1, 0, -1):  # a parent comes before its children
        if parent[node] == NONE:
            rank[node] = at
            at += size[node]
        if left[node] != NONE:
            rank[left[node]] = rank[node] + 1
            rank[right[node]] = rank[node] + 1 + size[left[node]]


@kernel
def _stretch(first_wet, window, first, last):
    for row in range(first, last):
        for column in range(first_wet.shape[1]):
            node = first_wet[row, column]
            if node > 0:
                window[node, 0] = min(window[node, 0], row)
                window[node, 1] = max(window[node, 1], row)
                window[node, 2] = min(window[node, 2], column)
                window[node, 3] = max(window[node, 3], column)


@kernel
def _stretch_around(leaves, left, right, window):
    for node in range(leaves + 1, window.shape[0]):
        for child in (left[node], right[node]):
            window[node, 0] = min(window[node, 0], window[child, 0])
            window[node, 1] = max(window[node, 1], window[child, 1])
            window[node, 2] = min(window[node, 2], window[child, 2])
            window[node, 3] = max(window[node, 3], window[child, 3])


@kernel
def _group_heights(z, first_wet, rank, place, heights, first, last):
    for row in range(first, last):
        for column in range(z.shape[1]):
            node = first_wet[row, column]
            if node > 0:
                heights[place[rank[node]]] = z[row, column]
                place[rank[node]] += 1
