"""Depressions filling up under a uniform rain, event by event."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..heap import pop, push
from .hierarchy import NONE, Hierarchy
from .saddles import find
from .spill import pass_on
from .storage import Storage


def rain_to_fill(hierarchy: Hierarchy, storage: Storage) -> np.ndarray:
    """Uniform rain (m of runoff) at which each depression is full, the inflow from spilling neighbours counted.

    Rain falls at a steady rate; each depression takes the rain on its catchment and what full neighbours pass on. The
    only events are depressions becoming full, worked off in order of time, so the figures are exact; O(n log n).

    Returns
    -------
    float64 array indexed by depression; infinite where it never fills.
    """
    h = hierarchy
    filled_at = np.full(h.size, np.inf)
    _fill_in_time(h.leaves, h.parent, h.left, h.right, h.spills_to, storage.own, storage.catchment, filled_at)
    return filled_at


@kernel
def _fill_in_time(leaves, parent, left, right, spills_to, own, catchment, filled_at):
    size = parent.size
    next_taker = np.arange(size)
    full = np.zeros(size, np.bool_)
    rate = np.zeros(size)
    water = np.zeros(size)
    since = np.zeros(size)
    due = np.full(size, np.inf)
    heap_time = np.empty(2 * size + 2)
    heap_node = np.empty(2 * size + 2, np.int64)
    heap = 0
    for leaf in range(1, leaves + 1):
        rate[leaf] = catchment[leaf]
        if rate[leaf] > 0.0 and own[leaf] < np.inf:
            due[leaf] = own[leaf] / rate[leaf]
            heap = push(heap_time, heap_node, heap, due[leaf], leaf)
    while heap > 0:
        time = heap_time[0]
        node = heap_node[0]
        heap = pop(heap_time, heap_node, heap)
        if full[node] or time != due[node]:  # the entry was overtaken by a later one
            continue
        full[node] = True
        filled_at[node] = time
        next_taker[node] = pass_on(node, parent, left, right, spills_to, full)
        next_node = find(next_taker, node)
        if next_node == NONE:
            continue
        water[next_node] += rate[next_node] * (time - since[next_node])
        since[next_node] = time
        rate[next_node] += rate[node]
        if own[next_node] < np.inf:
            due[next_node] = time + max(own[next_node] - water[next_node], 0.0) / rate[next_node]
            heap = push(heap_time, heap_node, heap, due[next_node], next_node)
