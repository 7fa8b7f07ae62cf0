"""Ponds that fill, spill, merge, drain and fall apart: the events of `timeline`, in compiled code.

Between two events every flow is constant and every pond's water a straight line in time. An event is a pond that
becomes full or empty or passes the level of an inlet; it changes the flows of that pond and of those below it only, so
the others are left alone. Volumes are cell-metres (m of water over one cell), flows cell-metres per second.

Terms: a depression is a surface if its own part (see `Storage.own`) holds the top of a pond: a leaf, or one that is
joined, that is, whose two parts are full and rise or fall as one. A taker is an inlet or a pump.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..compiled import kernel
from ..heap import pop, push
from .graph import Graph
from .hierarchy import NONE

OPEN, BRIMFUL, APART = 0, 1, 2  # what `_rate` says of a surface: neither, full and not falling, emptied by its sinks
NOISE = 1e-12  # of the flows of a surface; a smaller balance is rounding and neither joins nor parts ponds


class State(NamedTuple):
    """What changes."""

    water: np.ndarray
    inflow: np.ndarray
    net: np.ndarray
    out: np.ndarray
    out_since: np.ndarray
    spilled: np.ndarray
    soak: np.ndarray
    soaked: np.ndarray
    since: np.ndarray  # the time that `water` is of
    due: np.ndarray  # the time of the next event
    goal: np.ndarray
    reach: np.ndarray  # when `goal` is reached; `due` is earlier where the wet area is looked at before
    peak: np.ndarray
    peak_time: np.ndarray
    full: np.ndarray
    joined: np.ndarray
    surface: np.ndarray
    top: np.ndarray
    waiting: np.ndarray
    stack: np.ndarray
    leaf_rain: np.ndarray
    leaf_in: np.ndarray
    look: np.ndarray  # s, how long the infiltration of a pond holds at least; infinite if none is
    soak_own: np.ndarray  # per own cell, infiltration under water of the cells up to it
    soak_inside: np.ndarray  # per depression, of the cells of the depressions inside
    allowance: np.ndarray  # the rest per taker
    rain: np.ndarray
    passing: np.ndarray
    caught: np.ndarray  # taken from the flow down the slope
    extra: np.ndarray  # taken from the pond besides
    covered: np.ndarray
    taken: np.ndarray
    from_pond: np.ndarray
    taker_since: np.ndarray
    outside: np.ndarray  # flow, time, volume
    above: np.ndarray  # per query, the time that the water stood above
    above_all: np.ndarray  # the same for it and all lower ones of its depression
    first_time: np.ndarray
    last_time: np.ndarray
    heap_time: np.ndarray
    heap_node: np.ndarray
    heap_size: np.ndarray


def new_state(graph: Graph, allowance: np.ndarray, look: float) -> State:
    """A dry state.

    Parameters
    ----------
    allowance : float64 per taker, the most it takes.
    look : s, how long the infiltration of a pond is kept while its wet area changes; infinite without infiltration.
    """
    size, takers, queries = graph.parent.size, allowance.size, graph.query.size

    def per_node(value: float = 0.0) -> np.ndarray:
        return np.full(size, value)

    def flags(count: int) -> np.ndarray:
        return np.zeros(count, bool)

    def per_taker() -> np.ndarray:
        return np.zeros(takers)

    leaves = graph.leaf_at.size
    surface = flags(size)
    surface[1 : leaves + 1] = True
    room = 2 * size + 64
    return State(
        water=per_node(), inflow=per_node(), net=per_node(), out=per_node(), out_since=per_node(),
        spilled=per_node(), soak=per_node(), soaked=per_node(),
        since=per_node(), due=per_node(np.inf), goal=per_node(), reach=per_node(),
        peak=per_node(), peak_time=per_node(),
        full=flags(size), joined=flags(size), surface=surface, top=np.zeros(size, np.int64), waiting=flags(size),
        stack=np.zeros(size + 1, np.int64), leaf_rain=np.zeros(leaves + 1), leaf_in=np.zeros(leaves + 1),
        look=np.array([look]), soak_own=np.zeros(graph.volume.size), soak_inside=per_node(),
        allowance=allowance.copy(), rain=per_taker(), passing=per_taker(), caught=per_taker(), extra=per_taker(),
        covered=flags(takers), taken=per_taker(), from_pond=per_taker(), taker_since=per_taker(), outside=np.zeros(3),
        above=np.zeros(queries), above_all=np.zeros(queries),
        first_time=np.full(queries, -1.0), last_time=np.full(queries, -1.0),
        heap_time=np.zeros(room), heap_node=np.zeros(room, np.int64), heap_size=np.zeros(1, np.int64),
    )  # fmt: skip


@kernel
def count_below(values, first, last, limit):
    """How many of the ascending values[first:last] are below the limit."""
    low = first
    high = last
    while low < high:
        middle = (low + high) // 2
        if values[middle] < limit:
            low = middle + 1
        else:
            high = middle
    return low - first


@kernel
def _close(g, s, node, time, water):
    """Bring a depression to `time`, when it holds `water`, and note what that means for the queries."""
    before = s.water[node]
    span = time - s.since[node]
    s.water[node] = water
    s.since[node] = time
    if water > s.peak[node]:
        s.peak[node] = water
        s.peak_time[node] = time
    if span <= 0.0:
        return
    s.soaked[node] += s.soak[node] * span
    first = g.query_start[node]
    last = g.query_start[node + 1]
    if first == last:
        return
    low = first + count_below(g.query, first, last, min(before, water))
    if low > first:
        s.above_all[low - 1] += span
    for i in range(low, last):
        if g.query[i] >= max(before, water):
            break
        if water > before:
            part = span * (water - g.query[i]) / (water - before)
            if s.first_time[i] < 0.0:
                s.first_time[i] = time - part
        else:
            part = span * (before - g.query[i]) / (before - water)
            s.last_time[i] = time - span + part
        s.above[i] += part


@kernel
def _water_at(s, node, time):
    """What a depression holds if nothing happens until then."""
    water = s.water[node] + s.net[node] * (time - s.since[node])
    if s.net[node] > 0.0:
        return min(water, s.goal[node])
    if s.net[node] < 0.0:
        return max(water, s.goal[node])
    return water


@kernel
def _settle_taker(s, i, time):
    """Bring a taker to `time`, before its flow changes."""
    volume = (s.caught[i] + s.extra[i]) * (time - s.taker_since[i])
    s.taken[i] += volume
    if s.covered[i]:
        s.from_pond[i] += volume
    s.taker_since[i] = time


@kernel
def _set_extra(s, i, extra, covered, time):
    if s.extra[i] != extra or s.covered[i] != covered:
        _settle_taker(s, i, time)
        s.extra[i] = extra
        s.covered[i] = covered


@kernel
def _set_out(s, node, out, time):
    """Change what a surface passes on."""
    s.spilled[node] += s.out[node] * (time - s.out_since[node])
    s.out_since[node] = time
    s.out[node] = out


@kernel
def _rate(g, s, node, time):
    """Find the flows of a surface from its inflow; returns what it is and what it passes on if it is full."""
    water = s.water[node]
    own = g.own[node]
    first = g.start[node]
    last = g.start[node + 1]
    wet = first + count_below(g.volume, first, last, water)
    if water <= 0.0 and g.left[node] == NONE:  # what comes to a dry pit soaks into it first
        while wet < last and g.volume[wet] <= 0.0:
            wet += 1
    soak = s.soak_inside[node]
    if wet > first:
        soak += s.soak_own[wet - 1]

    own_first = g.own_first[node]
    own_last = g.own_last[node]
    under = own_first + count_below(g.at, own_first, own_last, water)
    balance = s.inflow[node] - soak
    size = abs(s.inflow[node]) + soak
    for i in range(g.inside_first[node], under):
        extra = s.allowance[i] - s.caught[i]
        _set_extra(s, i, extra, True, time)
        balance -= extra
        size += extra
    noise = NOISE * size
    # Takers with the water just at their ground: they drown, or take exactly what comes.
    i = under
    while i < own_last and g.at[i] <= water and balance > 0.0:
        extra = s.allowance[i] - s.caught[i]
        if extra > balance:
            extra = balance
        else:
            under = i + 1
        _set_extra(s, i, extra, True, time)
        balance -= extra
        i += 1
    for j in range(i, own_last):
        _set_extra(s, j, 0.0, False, time)

    s.due[node] = np.inf
    s.net[node] = 0.0
    s.soak[node] = soak
    if water <= 0.0 and balance < 0.0:
        if g.left[node] == NONE:
            s.soak[node] = max(soak + balance, 0.0)
        elif balance < -noise:
            return APART, 0.0
        balance = 0.0
    if water >= own and balance >= -noise:
        return BRIMFUL, max(balance, 0.0)
    s.net[node] = balance
    if balance > 0.0:
        s.goal[node] = min(g.at[under], own) if under < own_last else own
    elif balance < 0.0:
        s.goal[node] = g.at[under - 1] if under > own_first else 0.0
    else:
        return OPEN, 0.0
    s.reach[node] = time + (s.goal[node] - water) / balance
    s.due[node] = s.reach[node]
    if s.look[0] < np.inf:
        next_cell = wet if balance > 0.0 else wet - 1
        if first <= next_cell < last:
            change = time + (g.volume[next_cell] - water) / balance
            s.due[node] = min(s.reach[node], max(change, time + s.look[0]))
    return OPEN, 0.0


@kernel
def _run_down(g, s, rank):
    """Let what comes to a leaf run down its slopes past the inlets."""
    for j in range(g.slope_start[rank], g.slope_start[rank + 1]):
        i = g.slope[j]
        s.caught[i] = min(s.allowance[i], s.passing[i])
        rest = s.passing[i] - s.caught[i]
        if g.below[i] >= 0:
            s.passing[g.below[i]] += rest
        else:
            s.leaf_in[g.leaf_at[rank]] += rest


@kernel
def refresh(g, s, time, until):
    """Find all flows anew, from the highest surface down, after the rain has changed.

    Ponds that must join or part are put on the heap for `time`; later events are kept up to `until`.
    """
    size = g.parent.size
    for i in range(s.passing.size):
        _settle_taker(s, i, time)
        s.passing[i] = s.rain[i]
    for leaf in range(s.leaf_in.size):
        s.leaf_in[leaf] = s.leaf_rain[leaf]
    s.outside[2] += s.outside[0] * (time - s.outside[1])
    s.outside[1] = time
    donors = np.zeros(size, np.int64)
    for node in range(size - 1, 0, -1):
        up = g.parent[node]
        s.top[node] = s.top[up] if up != NONE and s.joined[up] else node
    for node in range(1, size):
        s.due[node] = np.inf
        _set_out(s, node, 0.0, time)
        if s.surface[node] and s.full[node]:
            donors[s.top[g.spills_to[node]]] += 1
    count = 0
    for node in range(1, size):
        if s.surface[node] and donors[node] == 0:
            s.stack[count] = node
            count += 1
    s.heap_size[0] = 0
    while count > 0:
        count -= 1
        node = s.stack[count]
        _close(g, s, node, time, _water_at(s, node, time))
        inflow = 0.0
        for rank in range(g.leaf_first[node], g.leaf_last[node]):
            _run_down(g, s, rank)
            inflow += s.leaf_in[g.leaf_at[rank]]
        s.inflow[node] = inflow
        kind, out = _rate(g, s, node, time)
        was_full = s.full[node]
        if kind == BRIMFUL and was_full:
            _set_out(s, node, out, time)
            if g.entry[node] >= 0:
                s.passing[g.entry[node]] += out
            else:
                s.leaf_in[g.spills_to[node]] += out
        elif kind != OPEN:
            s.due[node] = time
            s.goal[node] = s.water[node]
            s.reach[node] = time
        else:
            s.full[node] = False
        if was_full:
            target = s.top[g.spills_to[node]]
            donors[target] -= 1
            if target != NONE and donors[target] == 0:
                s.stack[count] = target
                count += 1
        if s.due[node] <= until:
            s.heap_size[0] = push(s.heap_time, s.heap_node, s.heap_size[0], s.due[node], node)
    for j in range(g.slope_outside.size):
        i = g.slope_outside[j]
        s.caught[i] = min(s.allowance[i], s.passing[i])
        rest = s.passing[i] - s.caught[i]
        if g.below[i] >= 0:
            s.passing[g.below[i]] += rest
        else:
            s.leaf_in[0] += rest
    s.outside[0] = s.leaf_in[0]


@kernel
def _wait(s, node, count):
    """Put a surface on the stack of those whose flows are to be found."""
    if s.waiting[node]:
        return count
    s.waiting[node] = True
    s.stack[count] = node
    return count + 1


@kernel
def _surface_over(g, s, node):
    """The surface of the pond that a depression is part of."""
    while g.parent[node] != NONE and s.joined[g.parent[node]]:
        node = g.parent[node]
    return node


@kernel
def _send(g, s, i, leaf, change, time, count):
    """Change the flow down the slope of a leaf from inlet `i` (-1: none) on; returns the size of the stack."""
    while i >= 0:
        _settle_taker(s, i, time)
        s.passing[i] += change
        caught = min(s.allowance[i], s.passing[i])
        change -= caught - s.caught[i]
        s.caught[i] = caught
        i = g.below[i]
    if leaf == NONE:
        s.outside[2] += s.outside[0] * (time - s.outside[1])
        s.outside[1] = time
        s.outside[0] += change
        return count
    s.leaf_in[leaf] += change
    target = _surface_over(g, s, leaf)
    s.inflow[target] += change
    return _wait(s, target, count)


@kernel
def _spill(g, s, node, out, time, count):
    """Change what a full surface passes on; returns the size of the stack."""
    change = out - s.out[node]
    _set_out(s, node, out, time)
    if change == 0.0:
        return count
    return _send(g, s, g.entry[node], g.spills_to[node], change, time, count)


@kernel
def _join(g, s, up, time, count):
    """Two full neighbours become one."""
    for side in range(2):
        node = g.left[up] if side == 0 else g.right[up]
        count = _spill(g, s, node, 0.0, time, count)
    s.inflow[up] = 0.0
    for side in range(2):
        node = g.left[up] if side == 0 else g.right[up]
        _close(g, s, node, time, s.water[node])
        s.inflow[up] += s.inflow[node]
        s.surface[node] = False
        s.net[node] = 0.0
        s.soak[node] = 0.0
        s.due[node] = np.inf
    s.joined[up] = True
    s.surface[up] = True
    s.since[up] = time
    return _wait(s, up, count)


@kernel
def _part(g, s, up, time, count):
    """A common pool is empty: its two parts, both full, drain each by itself."""
    count = _spill(g, s, up, 0.0, time, count)
    s.full[up] = False
    s.joined[up] = False
    s.surface[up] = False
    s.net[up] = 0.0
    s.soak[up] = 0.0
    s.due[up] = np.inf
    for i in range(g.own_first[up], g.own_last[up]):
        _set_extra(s, i, 0.0, False, time)
    for side in range(2):
        node = g.left[up] if side == 0 else g.right[up]
        s.surface[node] = True
        s.full[node] = False
        inflow = 0.0
        for rank in range(g.leaf_first[node], g.leaf_last[node]):
            inflow += s.leaf_in[g.leaf_at[rank]]
        s.inflow[node] = inflow
        count = _wait(s, node, count)
    return count


@kernel
def _settle(g, s, count, time, until):
    """Find the flows of the surfaces on the stack and of all that change with them."""
    while count > 0:
        count -= 1
        node = s.stack[count]
        s.waiting[node] = False
        if not s.surface[node]:
            continue
        _close(g, s, node, time, _water_at(s, node, time))
        kind, out = _rate(g, s, node, time)
        if kind == APART:
            count = _part(g, s, node, time, count)
            continue
        if kind == BRIMFUL and not s.full[node]:
            s.full[node] = True
            up = g.parent[node]
            if up != NONE and s.full[g.left[up]] and s.full[g.right[up]]:
                count = _join(g, s, up, time, count)
                continue
        elif kind == OPEN:
            s.full[node] = False
        count = _spill(g, s, node, out, time, count)
        if s.due[node] <= until:
            if s.heap_size[0] == s.heap_time.size:
                _tidy(s, until)
            else:
                s.heap_size[0] = push(s.heap_time, s.heap_node, s.heap_size[0], s.due[node], node)


@kernel
def _tidy(s, until):
    """Build the heap anew without the entries that were overtaken."""
    s.heap_size[0] = 0
    for node in range(1, s.due.size):
        if s.surface[node] and s.due[node] <= until:
            s.heap_size[0] = push(s.heap_time, s.heap_node, s.heap_size[0], s.due[node], node)


@kernel
def advance(g, s, to, until, events):
    """Work off the events up to the time `to`, at most so many; returns whether all are done.

    until : up to when later events are kept, the time of the next refresh.
    """
    while s.heap_size[0] > 0 and s.heap_time[0] <= to:
        if events == 0:
            return False
        events -= 1
        time = s.heap_time[0]
        node = s.heap_node[0]
        s.heap_size[0] = pop(s.heap_time, s.heap_node, s.heap_size[0])
        if not s.surface[node] or time != s.due[node]:  # overtaken by a later entry
            continue
        _close(g, s, node, time, s.goal[node] if time >= s.reach[node] else _water_at(s, node, time))
        _settle(g, s, _wait(s, node, 0), time, until)
    return True


@kernel
def demands(g, s, time, bound, capacity, result):
    """What each of the inlets `bound` would take now if only its own capacity limited it."""
    for j in range(bound.size):
        i = bound[j]
        wanted = s.passing[i]
        if s.covered[i]:
            node = _surface_over(g, s, g.node[i])
            wanted = capacity[i]
            if node == g.node[i] and _water_at(s, node, time) <= g.at[i]:
                wanted = s.caught[i] + s.extra[i] + max(s.net[node], 0.0)
        result[j] = min(max(wanted, 0.0), capacity[i])


@kernel
def allow(g, s, time, until, bound, allowance):
    """Change what each of the inlets `bound` may take."""
    count = 0
    for j in range(bound.size):
        i = bound[j]
        if allowance[j] == s.allowance[i]:
            continue
        _settle_taker(s, i, time)
        s.allowance[i] = allowance[j]
        caught = min(s.allowance[i], s.passing[i])
        change = s.caught[i] - caught
        s.caught[i] = caught
        if s.covered[i]:
            count = _wait(s, _surface_over(g, s, g.node[i]), count)
        if change != 0.0:
            count = _send(g, s, g.below[i], g.leaf[i], change, time, count)
    _settle(g, s, count, time, until)


@kernel
def totals(g, s, time, pump, result):
    """Volumes up to a time: standing, taken by inlets, infiltrated under water, pumped, left."""
    result[:] = 0.0
    for node in range(1, g.parent.size):
        result[0] += _water_at(s, node, time)
        result[2] += s.soaked[node] + s.soak[node] * (time - s.since[node])
    for i in range(pump.size):
        volume = s.taken[i] + (s.caught[i] + s.extra[i]) * (time - s.taker_since[i])
        result[3 if pump[i] else 1] += volume
    result[4] = s.outside[2] + s.outside[0] * (time - s.outside[1])


@kernel
def finish(g, s, time):
    """Bring everything to the last moment and sum up the queries; `last_time` is infinite where water still stands."""
    for node in range(1, g.parent.size):
        _close(g, s, node, time, _water_at(s, node, time))
        _set_out(s, node, s.out[node], time)
        whole = 0.0
        for i in range(g.query_start[node + 1] - 1, g.query_start[node] - 1, -1):
            whole += s.above_all[i]
            s.above[i] += whole
            if s.water[node] > g.query[i]:
                s.last_time[i] = np.inf
    for i in range(s.passing.size):
        _settle_taker(s, i, time)
