"""Depressions filling up under a uniform rain, event by event."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import block_cells, kernel
from ..heap import pop, push
from ..progress import Progress, silent
from ..sorting import stable_order
from ..threads import over_blocks
from .hierarchy import NONE, Hierarchy
from .saddles import find
from .spill import pass_on
from .storage import Storage, link_jumps, own_heights


@dataclass(frozen=True)
class Filling:
    """How depressions fill under a steady uniform rain, as piecewise linear storage over rain.

    Attributes
    ----------
    full_at : float64 per depression, runoff (m) at which it is full; infinite if never.
    start : int64, the records of depression m are start[m]:start[m + 1], in order of rain.
    rain : float64 per record, runoff (m) from which it holds.
    water : float64 per record, what the depression's own part (see Storage.own) holds then, cell-metres.
    rate : float64 per record, how much that grows per metre of runoff, until the next record.
    """

    full_at: np.ndarray
    start: np.ndarray
    rain: np.ndarray
    water: np.ndarray
    rate: np.ndarray


def follow_filling(hierarchy: Hierarchy, storage: Storage, progress: Progress | None = None) -> Filling:
    """Follow all depressions as they fill, event by event.

    Rain falls at a steady rate; each depression takes the rain on its catchment and what full neighbours pass on. The
    only events are depressions becoming full, worked off in order of rain, so the figures are exact; O(n log n).
    """
    progress = silent(progress)
    h = hierarchy
    full_at = np.full(h.size, np.inf)
    records = 2 * h.size + 2
    node = np.empty(records, np.int64)
    rain, water, rate = np.empty(records), np.empty(records), np.empty(records)
    state = (
        np.arange(h.size), np.zeros(h.size, bool), np.zeros(h.size), np.zeros(h.size), np.zeros(h.size),
        np.full(h.size, np.inf), np.empty(records), np.empty(records, np.int64),
    )  # fmt: skip
    count, heap = _begin(h.leaves, storage.own, storage.catchment, *state, node, rain, water, rate)
    while heap:
        progress.update(count / records)
        count, heap = _fill_in_time(
            h.parent, h.left, h.right, h.spills_to, storage.own, full_at, *state, node, rain, water, rate, count, heap,
            max(block_cells() // 10, 1),
        )  # fmt: skip
    progress.update(1)
    order = stable_order(node[:count])
    start = np.searchsorted(node[:count][order], np.arange(h.size + 1))
    return Filling(full_at, start, rain[:count][order], water[:count][order], rate[:count][order])


def rain_to_fill(hierarchy: Hierarchy, storage: Storage, progress: Progress | None = None) -> np.ndarray:
    """Uniform rain (m of runoff) at which each depression is full, the inflow from spilling neighbours counted.

    Returns
    -------
    float64 array indexed by depression; infinite where it never fills.
    """
    return follow_filling(hierarchy, storage, progress).full_at


def rain_to_flood(
    z: np.ndarray,
    hierarchy: Hierarchy,
    storage: Storage,
    min_depth: float = 0.0,
    progress: Progress | None = None,
) -> np.ndarray:
    """Uniform runoff (m) at which the depth in each cell first exceeds `min_depth` (m); infinite where it never does.

    The depth exceeds the limit where the water level exceeds z + min_depth. Of the depression that reaches that level
    the storage below it is known, and from its filling the rain that brings this storage; so every cell is exact and
    the whole costs one pass.
    """
    progress = silent(progress)
    h = hierarchy
    filling = follow_filling(h, storage, progress.part(0, 0.4))
    start, heights = own_heights(z, h, storage, np.ones(h.size, bool), progress.part(0.4, 0.6))
    sums = np.concatenate(([0.0], heights))
    base = np.where(h.left != NONE, h.spill_z[h.left], h.pit_z)  # the level from which the own part fills
    _sum_heights(start, base, sums)
    jump = link_jumps(h)
    rain = np.empty(z.shape)

    def find_rain(first: int, last: int) -> None:
        rain[first:last] = np.inf
        _find_rain(
            z, h.basin, h.parent, jump, h.spill_z, h.outer_z, min_depth, start, heights, sums, base, storage.cells,
            storage.own_cells, filling.start, filling.rain, filling.water, filling.rate, rain, first, last,
        )  # fmt: skip

    over_blocks(find_rain, *z.shape, progress.part(0.6, 1))
    return rain


@kernel
def _begin(
    leaves, own, catchment, next_taker, full, rate, water, since, due, heap_time, heap_node,
    of_node, at_rain, with_water, with_rate,
):  # fmt: skip
    """Each leaf takes the rain on its catchment; returns the number of records and of waiting events."""
    heap = 0
    for leaf in range(1, leaves + 1):
        rate[leaf] = catchment[leaf]
        of_node[leaf - 1] = leaf
        at_rain[leaf - 1] = 0.0
        with_water[leaf - 1] = 0.0
        with_rate[leaf - 1] = rate[leaf]
        if own[leaf] < np.inf:
            due[leaf] = own[leaf] / rate[leaf]
            heap = push(heap_time, heap_node, heap, due[leaf], leaf)
    return leaves, heap


@kernel
def _fill_in_time(
    parent, left, right, spills_to, own, filled_at, next_taker, full, rate, water, since, due, heap_time, heap_node,
    of_node, at_rain, with_water, with_rate, records, heap, budget,
):  # fmt: skip
    """Up to `budget` events of `follow_filling`; returns the number of records and of waiting events."""
    for _ in range(budget):
        if heap == 0:
            break
        time = heap_time[0]
        node = heap_node[0]
        heap = pop(heap_time, heap_node, heap)
        if full[node] or time != due[node]:  # the entry was overtaken by a later one
            continue
        full[node] = True
        filled_at[node] = time
        next_taker[node] = pass_on(node, parent, left, right, spills_to, full)
        taker = find(next_taker, node)
        if taker == NONE:
            continue
        water[taker] += rate[taker] * (time - since[taker])
        since[taker] = time
        rate[taker] += rate[node]
        of_node[records] = taker
        at_rain[records] = time
        with_water[records] = water[taker]
        with_rate[records] = rate[taker]
        records += 1
        if own[taker] < np.inf:
            due[taker] = time + max(own[taker] - water[taker], 0.0) / rate[taker]
            heap = push(heap_time, heap_node, heap, due[taker], taker)
    return records, heap


@kernel
def _sum_heights(start, base, sums):
    """Turn heights into running sums above each depression's base; the first entry of `sums` is 0."""
    for node in range(start.size - 1):
        total = 0.0
        for i in range(start[node], start[node + 1]):
            total += sums[i + 1] - base[node]
            sums[i + 1] = total


@kernel
def _find_rain(
    z, basin, parent, jump, spill_z, outer_z, min_depth, start, heights, sums, base, cells, own_cells,
    record_start, record_rain, record_water, record_rate, rain, first, last,
):  # fmt: skip
    for row in range(first, last):
        for column in range(z.shape[1]):
            leaf = basin[row, column]
            if leaf <= 0:
                continue
            level = float(z[row, column]) + min_depth
            if level >= outer_z[leaf]:
                continue
            node = leaf
            while spill_z[node] <= level:
                node = jump[node] if spill_z[jump[node]] <= level else parent[node]
            low = start[node]
            high = start[node + 1]
            while low < high:  # the own cells below the level
                middle = (low + high) // 2
                if heights[middle] < level:
                    low = middle + 1
                else:
                    high = middle
            below = low - start[node]
            above_base = max(level - base[node], 0.0)
            wet = cells[node] - own_cells[node] + below
            needed = wet * above_base - (sums[low] if below > 0 else 0.0)
            if needed < 0.0:
                needed = 0.0
            low = record_start[node]
            high = record_start[node + 1]
            if low == high:  # no water ever comes
                continue
            while high - low > 1:  # the last record that holds no more than is needed
                middle = (low + high) // 2
                if record_water[middle] <= needed:
                    low = middle
                else:
                    high = middle
            if record_rate[low] > 0.0:
                rain[row, column] = record_rain[low] + (needed - record_water[low]) / record_rate[low]
