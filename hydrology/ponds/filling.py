"""Depressions filling up under a uniform rain, event by event."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import block_cells, kernel, zeros
from ..heap import pop, push
from ..progress import Progress, silent
from ..sorting import stable_order
from ..threads import over_blocks
from .hierarchy import NONE, Hierarchy, inherit
from .saddles import find
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
    only events are depressions becoming full and their water arriving, so the figures are exact.

    Outermost depressions are worked off one after the other, the highest saddle first, so that all that can spill into
    one is known before. Each is followed in order of rain by itself, which keeps to what lies near in memory. What has
    become full passes on its own water, and later what comes from further up: those arrivals wait in a pairing heap
    (Fredman, Sedgewick, Sleator and Tarjan 1986, doi 10.1007/BF01840439), and all that come before the next one below
    is full are one arrival from there on; so the whole is O(n log n).
    """
    progress = silent(progress)
    h = hierarchy
    outermost, roots, first_leaf, leaves = _by_outermost(h)
    progress.update(0.1)
    full_at = np.full(h.size, np.inf)
    records = 2 * h.size + 2
    node = np.empty(records, np.int32)
    rain, water, rate = np.empty(records), np.empty(records), np.empty(records)
    state = np.zeros(4, np.int64)
    fill = (
        h.parent, h.left, h.right, h.spills_to, outermost, storage.own, storage.catchment, roots, first_leaf, leaves,
        full_at, np.arange(h.size, dtype=np.int32), zeros(h.size), zeros(h.size), zeros(h.size),
        np.full(h.size, np.inf), zeros(h.size, np.int32), zeros(h.size, np.int32), zeros(h.size, np.int32),
        zeros(h.size, np.int32), zeros(h.size, np.int32), np.empty(records), np.empty(records, np.int64),
        node, rain, water, rate, state,
    )  # fmt: skip
    while _fill_in_time(*fill, max(block_cells() // 10, 1)):
        progress.update(0.1 + 0.9 * state[_POSITION] / max(roots.size, 1))
    progress.update(1)
    count = state[_RECORDS]
    del fill
    start = np.zeros(h.size + 1, np.int64)
    np.cumsum(np.bincount(node[:count], minlength=h.size), out=start[1:])
    grouped = np.empty((3, count))
    _group(node[:count], rain, water, rate, start[:-1].copy(), *grouped)
    return Filling(full_at, start, *grouped)


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


def _by_outermost(hierarchy: Hierarchy) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(outermost, roots, first, leaves): the outermost depression around each depression; all of them, the highest
    saddle first; the leaves of roots[i] are leaves[first[i]:first[i + 1]]."""
    h = hierarchy
    outermost = np.arange(h.size, dtype=np.int32)
    inherit(h.parent, outermost)
    roots = h.outermost
    roots = roots[stable_order(h.leaves - h.order[roots])]
    place = np.empty(h.size, np.int32)
    place[roots] = np.arange(roots.size, dtype=np.int32)
    of_leaf = place[outermost[1 : h.leaves + 1]]
    first = np.zeros(roots.size + 1, np.int64)
    np.cumsum(np.bincount(of_leaf, minlength=roots.size), out=first[1:])
    return outermost, roots, first, stable_order(of_leaf) + 1


_POSITION, _ROOT, _WAITING, _RECORDS = range(4)  # of the state between two calls


@kernel
def _fill_in_time(
    parent, left, right, spills_to, outermost, own, catchment, roots, first_leaf, leaves,
    filled_at, next_taker, rate, water, since, due, source, next_source, arrivals, below, beside, heap_time, heap_item,
    of_node, at_rain, with_water, with_rate, state, budget,
):  # fmt: skip
    """About `budget` events of `follow_filling`; returns whether there are more.

    `source` and `next_source` list the outermost depressions that spill into each; `arrivals` is what comes from one
    that is full: a pairing heap of outermost depressions by when they became full, with links `below` and `beside`.
    An entry of the other heap is a depression that becomes full, or, negative, one whose next arrival is due.
    """
    root = state[_ROOT]
    heap = state[_WAITING]
    records = state[_RECORDS]
    while budget > 0:
        if root == NONE:
            if state[_POSITION] == roots.size:
                break
            root = roots[state[_POSITION]]
            for i in range(first_leaf[state[_POSITION]], first_leaf[state[_POSITION] + 1]):
                leaf = leaves[i]
                rate[leaf] = catchment[leaf]
                of_node[records] = leaf
                at_rain[records] = 0.0
                with_water[records] = 0.0
                with_rate[records] = rate[leaf]
                records += 1
                budget -= 1
                if own[leaf] < np.inf:
                    due[leaf] = own[leaf] / rate[leaf]
                    heap = push(heap_time, heap_item, heap, due[leaf], leaf)
            upper = source[root]
            while upper != NONE:
                heap = push(heap_time, heap_item, heap, filled_at[arrivals[upper]], -upper)
                upper = next_source[upper]
            state[_POSITION] += 1
        budget -= 1
        if heap == 0:  # it never becomes full
            root = NONE
            continue
        time = heap_time[0]
        node = heap_item[0]
        heap = pop(heap_time, heap_item, heap)
        if node < 0:
            upper = -node
            arrival = arrivals[upper]
            more = rate[arrival]
            arrivals[upper] = _without_first(arrival, filled_at, below, beside)
            if arrivals[upper] != NONE:
                heap = push(heap_time, heap_item, heap, filled_at[arrivals[upper]], node)
            taker = find(next_taker, spills_to[upper])
        else:
            if next_taker[node] != node or time != due[node]:  # full, or the entry was overtaken by a later one
                continue
            filled_at[node] = time
            if node == root:
                water_on = root
                upper = source[root]
                while upper != NONE:
                    water_on = _meld(water_on, arrivals[upper], filled_at, below, beside)
                    upper = next_source[upper]
                arrivals[root] = water_on
                to = outermost[spills_to[root]]
                if to != NONE:
                    next_source[root] = source[to]
                    source[to] = root
                root = NONE
                heap = 0
                continue
            more = rate[node]
            up = parent[node]
            sibling = right[up] if left[up] == node else left[up]
            next_taker[node] = up if next_taker[sibling] != sibling else spills_to[node]
            taker = find(next_taker, node)
        water[taker] += rate[taker] * (time - since[taker])
        since[taker] = time
        rate[taker] += more
        of_node[records] = taker
        at_rain[records] = time
        with_water[records] = water[taker]
        with_rate[records] = rate[taker]
        records += 1
        if own[taker] < np.inf:
            due[taker] = time + max(own[taker] - water[taker], 0.0) / rate[taker]
            heap = push(heap_time, heap_item, heap, due[taker], taker)
    state[_ROOT] = root
    state[_WAITING] = heap
    state[_RECORDS] = records
    return budget <= 0


@kernel
def _meld(one, two, key, below, beside):
    """One pairing heap of two; 0 is an empty one."""
    if one == NONE or two == NONE:
        return max(one, two)
    if key[two] < key[one]:
        one, two = two, one
    beside[two] = below[one]
    below[one] = two
    return one


@kernel
def _without_first(first, key, below, beside):
    """A pairing heap without its first entry: the heaps below it are melded in pairs, and these from the last on."""
    pairs = NONE
    one = below[first]
    while one != NONE:
        two = beside[one]
        rest = beside[two] if two != NONE else NONE
        beside[one] = NONE
        if two != NONE:
            beside[two] = NONE
        pair = _meld(one, two, key, below, beside)
        beside[pair] = pairs
        pairs = pair
        one = rest
    result = NONE
    while pairs != NONE:
        rest = beside[pairs]
        beside[pairs] = NONE
        result = _meld(result, pairs, key, below, beside)
        pairs = rest
    return result


@kernel
def _group(node, rain, water, rate, place, rain_of, water_of, rate_of):
    """Put the records of each depression together, in order of rain."""
    for i in range(node.size):
        at = place[node[i]]
        rain_of[at] = rain[i]
        water_of[at] = water[i]
        rate_of[at] = rate[i]
        place[node[i]] += 1


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
