"""The inventory of depressions: figures of each, a choice of them, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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
    for node in range(h.size - 1, h.leaves, -1):
        if outer[node] and h.spill_z[node] == h.spill_z[h.left[node]]:
            outer[[h.left[node], h.right[node]]] = True
            outer[node] = False
    return np.flatnonzero(outer)


def list_depressions(
    hierarchy: Hierarchy,
    storage: Storage,
    cell_area: float,
    nested: bool = False,
    min_depth: float = 0.0,
    min_area: float = 0.0,
    min_volume: float = 0.0,
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

    around = np.zeros(h.size, np.int64)  # the smallest chosen depression that holds it, itself counted
    height = np.ones(h.size, np.int64)
    for node in range(1, h.size):
        up = h.parent[node]
        if up != NONE:
            height[up] = max(height[up], height[node] + (not apart[up]))
    for node in range(h.size - 1, 0, -1):
        around[node] = number[node] or around[h.parent[node]]
    parent = around[h.parent[nodes]]
    # Of twins that meet just where both spill, the one at the common way out does not send water back to the other.
    starts = [node if up else _leading_out(h, node) for node, up in zip(nodes, parent)]
    flows_to = np.array([_receiver(h, node, number) for node in starts], np.int64)
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
        rain=rain_to_fill(h, storage)[nodes],
        flows_to=flows_to,
    )


def _receiver(h: Hierarchy, node: int, number: np.ndarray) -> int:
    """Published number of the next depression on the way of the spill; those not chosen are passed through."""
    while node != NONE:
        inside = h.spills_to[node]
        limit = h.parent[node]
        while inside != NONE and inside != limit:
            if number[inside]:
                return int(number[inside])
            last = inside
            inside = h.parent[inside]
        if limit != NONE and h.spills_to[node] != NONE:  # the neighbour is not listed: both rise as one
            if number[limit]:
                return int(number[limit])
            node = limit
        elif h.spills_to[node] == NONE:
            return 0
        else:
            node = last  # an outermost depression passed through
    return 0


def _leading_out(h: Hierarchy, node: int) -> int:
    """The outermost depression that is full just when `node` is, and whose way out lies inside `node`."""
    top = node
    while h.parent[top] != NONE and h.spill_z[h.parent[top]] == h.spill_z[node]:
        inside = h.basin.reshape(-1)[h.saddle_from[h.parent[top]]]
        while inside not in (node, NONE):
            inside = h.parent[inside]
        if inside != node:
            break
        top = h.parent[top]
    return top


def depression_members(hierarchy: Hierarchy, chosen: np.ndarray) -> np.ndarray:
    """Per depression of the hierarchy the chosen one that it is part of, 0 = none.

    Parameters
    ----------
    chosen : numbers of depressions none of which lies inside another.
    """
    member = np.zeros(hierarchy.size, np.int32)
    member[chosen] = chosen
    for node in range(hierarchy.size - 1, 0, -1):
        if member[node] == 0:
            member[node] = member[hierarchy.parent[node]]
    member[0] = 0
    return member


def nested_inside(hierarchy: Hierarchy, node: int) -> np.ndarray:
    """Numbers of all depressions inside `node`, itself counted."""
    found = [node]
    for this in found:
        if hierarchy.left[this] != NONE:
            found += (hierarchy.left[this], hierarchy.right[this])
    return np.array(found)


def depression_windows(hierarchy: Hierarchy, storage: Storage) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """How to find the cells of nested depressions quickly.

    Returns
    -------
    (rank, last, window): a depression m is inside n where rank[n] <= rank[m] <= last[n]; and window[n] is the
    (top, bottom, left, right) of its cells, bounds included.
    """
    h = hierarchy
    size = np.ones(h.size, np.int64)
    window = np.tile(np.array([2**31, -1, 2**31, -1], np.int64), (h.size, 1))
    rows, columns = np.nonzero(storage.first_wet > 0)
    node = storage.first_wet[rows, columns]
    for side, where, extreme in (
        (0, rows, np.minimum),
        (1, rows, np.maximum),
        (2, columns, np.minimum),
        (3, columns, np.maximum),
    ):
        extreme.at(window[:, side], node, where)
    for n in range(h.leaves + 1, h.size):
        one, two = h.left[n], h.right[n]
        size[n] += size[one] + size[two]
        window[n, ::2] = np.minimum(window[n, ::2], np.minimum(window[one, ::2], window[two, ::2]))
        window[n, 1::2] = np.maximum(window[n, 1::2], np.maximum(window[one, 1::2], window[two, 1::2]))
    rank = np.zeros(h.size, np.int64)
    at = 1
    for n in range(h.size - 1, 0, -1):  # a parent comes before its children
        if h.parent[n] == NONE:
            rank[n] = at
            at += size[n]
        if h.left[n] != NONE:
            rank[h.left[n]] = rank[n] + 1
            rank[h.right[n]] = rank[n] + 1 + size[h.left[n]]
    return rank, rank + size - 1, window
