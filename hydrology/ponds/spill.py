"""Fill, spill, merge: where a given runoff comes to rest.

Rain on a cell runs down to the pit of its depression. A depression fills level; what does not fit spills over its
lowest saddle into the neighbour there; two neighbours that are both full merge and rise as one; from an outermost
depression water leaves (Barnes, Callaghan and Wickert 2021, doi 10.5194/esurf-9-105-2021, define the outcome). Every
depression that is full points to the one that takes its water next, with paths shortened as in a union-find forest, so
that the whole costs little more than one step per depression.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel, zeros
from ..progress import Progress, silent
from ..sorting import stable_order
from ..threads import over_blocks
from .hierarchy import NONE, Hierarchy
from .storage import Storage, own_heights


@dataclass(frozen=True)
class Ponds:
    """Standing water after a rain. Arrays of the first group are indexed by depression, of the second by pond.

    Attributes
    ----------
    level : float64, water level (m), -inf if dry.
    pond : int32, number of the pond that a depression is part of, 0 if dry.

    top : int32, the depression that a pond fills (entry 0 is unused).
    full : bool, the pond stands at its spill level.
    spill : float64, water that left the pond over its saddle (cell-metres).
    flows_to : int32, pond that took it, 0 = outside or none.

    outflow : water that left the DEM (cell-metres).
    rain : water given (cell-metres).
    """

    level: np.ndarray
    pond: np.ndarray
    top: np.ndarray
    full: np.ndarray
    spill: np.ndarray
    flows_to: np.ndarray
    outflow: float
    rain: float


def fill_spill_merge(
    z: np.ndarray,
    hierarchy: Hierarchy,
    storage: Storage,
    runoff: float | np.ndarray,
    progress: Progress | None = None,
) -> Ponds:
    """Let `runoff` run down, fill, spill and merge.

    Parameters
    ----------
    z : elevations (m).
    hierarchy, storage : of the same elevations.
    runoff : depth of water (m) on every cell; a number or an array of the same shape.
    """
    progress = silent(progress)
    h = hierarchy
    given = leaf_inflow(hierarchy, storage, runoff, progress.part(0, 0.3))
    water, room = zeros(h.size), np.empty(h.size)
    full = zeros(h.size, bool)
    links = np.empty((h.size, 4), np.int32)
    _link(h.parent, h.left, h.right, h.spills_to, storage.own, links, room)
    outflow = given[0] + _pour(given, h.leaves, links, room, storage.own, water, full)
    del links, room
    progress.update(0.5)
    partly = (water > 0) & ~full
    start, heights = own_heights(z, h, storage, partly, progress.part(0.5, 0.8))
    level = np.full(h.size, -np.inf)
    pond = zeros(h.size, np.int32)
    top = zeros(h.size, np.int32)
    ponds = _settle(h.parent, h.left, h.spill_z, storage.cells, water, full, start, heights, level, pond, top)
    top = top[: ponds + 1].copy()
    spill = np.zeros(ponds + 1)
    flows_to = np.zeros(ponds + 1, np.int32)
    stored = zeros(h.size)
    _hold(h.left, h.right, water, given, h.leaves, stored)
    by_order = stable_order(h.leaves - h.order[top[1:]]) + 1
    _trace_spills(by_order, top, full, pond, h.spills_to, given, stored, spill, flows_to)
    progress.update(1)
    return Ponds(
        level, pond, top, full[top], spill, flows_to, float(outflow), float(given[0] + given[1 : h.leaves + 1].sum())
    )


def leaf_inflow(
    hierarchy: Hierarchy, storage: Storage, runoff: float | np.ndarray, progress: Progress | None = None
) -> np.ndarray:
    """Water (cell-metres) that runs to each leaf by itself; entry 0: straight outside; the rest of the entries is 0."""
    h = hierarchy
    given = zeros(h.size)
    if np.isscalar(runoff):
        given[: h.leaves + 1] = storage.catchment[: h.leaves + 1] * float(runoff)
        return given
    for first, last in silent(progress).blocks(*h.basin.shape):
        _sum_runoff(h.basin, runoff, given, first, last)
    return given


def pond_depth(z: np.ndarray, storage: Storage, ponds: Ponds, progress: Progress | None = None) -> np.ndarray:
    """Depth of water (m) in every cell, float64; 0 where dry."""
    depth = np.empty(z.shape)
    over_blocks(
        lambda first, last: _measure_depth(z, storage.first_wet, ponds.level, depth, first, last),
        *z.shape,
        silent(progress),
    )
    return depth


def pond_cells(depth: np.ndarray, storage: Storage, ponds: Ponds) -> np.ndarray:
    """Number of the pond that covers each cell, int32, 0 where dry."""
    return np.where(depth > 0, ponds.pond[np.maximum(storage.first_wet, 0)], 0).astype(np.int32)


@kernel
def _sum_runoff(basin, runoff, given, first, last):
    for row in range(first, last):
        for column in range(basin.shape[1]):
            if basin[row, column] >= 0:
                given[basin[row, column]] += runoff[row, column]


_TAKER, _PARENT, _SIBLING, _SPILLS_TO = range(4)  # what belongs together lies together: memory is read in lines


@kernel
def _link(parent, left, right, spills_to, own, links, room):
    for node in range(parent.size):
        links[node, _TAKER] = node
        links[node, _PARENT] = parent[node]
        links[node, _SPILLS_TO] = spills_to[node]
        if left[node] != NONE:
            links[left[node], _SIBLING] = right[node]
            links[right[node], _SIBLING] = left[node]
        room[node] = own[node]


@kernel
def _taker(links, node):
    """The depression that takes what comes to `node`, with path halving; that is another one where `node` is full."""
    while links[node, _TAKER] != node:
        links[node, _TAKER] = links[links[node, _TAKER], _TAKER]
        node = links[node, _TAKER]
    return node


@kernel
def _pour(given, leaves, links, room, own, water, full):
    """Place the water of every leaf; returns what left over the outermost saddles."""
    outflow = 0.0
    for leaf in range(1, leaves + 1):
        rest = given[leaf]
        if rest <= 0.0:
            continue
        node = _taker(links, leaf)
        while node != NONE:
            if rest < room[node]:
                room[node] -= rest
                water[node] += rest
                rest = 0.0
                break
            rest -= room[node]
            up = links[node, _PARENT]
            sibling = links[node, _SIBLING]
            if up != NONE and links[sibling, _TAKER] != sibling:  # both are full and merge
                links[node, _TAKER] = up
            else:
                links[node, _TAKER] = links[node, _SPILLS_TO]
            node = _taker(links, node)
        outflow += rest
    for node in range(own.size):
        full[node] = links[node, _TAKER] != node
        if full[node]:
            water[node] = own[node]
    return outflow


@kernel
def _settle(parent, left, spill_z, cells, water, full, start, heights, level, pond, top):
    """Water level of every depression and the pond it is part of, from the outermost inwards; returns the ponds."""
    count = 0
    for node in range(parent.size - 1, 0, -1):
        up = parent[node]
        if up != NONE and (full[up] or water[up] > 0.0):
            level[node] = level[up]
            pond[node] = pond[up]
            continue
        if full[node]:
            level[node] = spill_z[node]
        elif water[node] > 0.0:
            one = left[node]
            if one != NONE:
                wet = cells[node] - (start[node + 1] - start[node])
                at = spill_z[one]
            else:
                wet = 0
                at = heights[start[node]]
            level[node] = _rise(heights, start[node], start[node + 1], wet, at, water[node], spill_z[node])
        else:
            continue
        count += 1
        pond[node] = count
        top[count] = node
    return count


@kernel
def _rise(heights, first, last, wet, at, water, top):
    """Level that `water` reaches from the level `at` with `wet` cells under it and the cells `heights` above."""
    rest = water
    for i in range(first, last):
        step = wet * (heights[i] - at)
        if step >= rest:
            break
        rest -= step
        at = heights[i]
        wet += 1
    return min(at + rest / wet, top)


@kernel
def _hold(left, right, water, given, leaves, stored):
    """Sum what is stored and what was given from the leaves outwards."""
    for node in range(1, stored.size):
        stored[node] = water[node]
        if left[node] != NONE:
            stored[node] += stored[left[node]] + stored[right[node]]
            given[node] = given[left[node]] + given[right[node]]


@kernel
def _trace_spills(by_order, top, full, pond, spills_to, given, stored, spill, flows_to):
    """Send what a full pond cannot hold to the next, from the highest saddle down."""
    for i in range(by_order.size):
        this = by_order[i]
        node = top[this]
        if not full[node]:
            continue
        spill[this] += given[node] - stored[node]
        if spill[this] < 0.0:  # full to the brim, but for rounding
            spill[this] = 0.0
        target = pond[spills_to[node]]
        flows_to[this] = target
        if target > 0 and full[top[target]]:  # one that is not full keeps what others send
            spill[target] += spill[this]


@kernel
def _measure_depth(z, first_wet, level, depth, first, last):
    for row in range(first, last):
        for column in range(z.shape[1]):
            node = first_wet[row, column]
            wet = node > 0 and level[node] > z[row, column]
            depth[row, column] = level[node] - z[row, column] if wet else 0.0


@dataclass(frozen=True)
class Inundation:
    """Standing water after a rain, with the balance of all water.

    Attributes
    ----------
    depth : float64 (rows, columns), m; 0 where dry.
    ponds : see Ponds.
    rain, stored, outflow : m3; `stored` is the sum of `depth`, so that the balance is a check and no definition.
    """

    depth: np.ndarray
    ponds: Ponds
    rain: float
    stored: float
    outflow: float

    @property
    def balance_error(self) -> float:
        """(stored + outflow - rain) / rain; 0 without rain."""
        return (self.stored + self.outflow - self.rain) / self.rain if self.rain > 0 else 0.0


def inundate(
    z: np.ndarray,
    hierarchy: Hierarchy,
    storage: Storage,
    runoff: float | np.ndarray,
    cell_area: float,
    progress: Progress | None = None,
) -> Inundation:
    """Fill, spill and merge `runoff` (m, number or array) over cells of `cell_area` (m2)."""
    progress = silent(progress)
    ponds = fill_spill_merge(z, hierarchy, storage, runoff, progress.part(0, 0.6))
    depth = pond_depth(z, storage, ponds, progress.part(0.6, 1))
    return Inundation(depth, ponds, ponds.rain * cell_area, float(depth.sum()) * cell_area, ponds.outflow * cell_area)


def pond_level(storage: Storage, water: Inundation) -> np.ndarray:
    """Water level (m) over each wet cell, float64; NaN where dry."""
    return np.where(water.depth > 0, water.ponds.level[np.maximum(storage.first_wet, 0)], np.nan)
