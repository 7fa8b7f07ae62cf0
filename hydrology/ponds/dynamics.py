"""Ponds that fill, spill, merge, drain and fall apart: the events of `timeline`, in compiled code.

Between two events every flow is constant and every pond's water a straight line in time. An event is a pond that
becomes full or empty or passes the level of an inlet; it changes the flows of that pond and of those below it only, so
the others are left alone. Volumes are cell-metres (m of water over one cell), flows cell-metres per second.

Terms: a depression is a surface if its own part (see `Storage.own`) holds the top of a pond: a leaf, or one that is
joined, that is, whose two parts are full and rise or fall as one. A taker is an inlet or a pump.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from ..compiled import kernel, table
from ..heap import pop, push
from .graph import Graph
from .hierarchy import NONE

OPEN, BRIMFUL, APART = 0, 1, 2  # what `_rate` says of a surface: neither, full and not falling, emptied by its sinks
NOISE = 1e-12  # of the flows of a surface; a smaller balance is rounding and neither joins nor parts ponds


class State(NamedTuple):
    """What changes, in tables (see `table`) whose columns `new_state` names."""

    node: Any  # per depression
    leaf: Any
    taker: Any
    query: Any
    run: Any  # of one row
    stack: np.ndarray
    soak_own: np.ndarray  # per own cell, infiltration under water of the cells up to it
    heap_time: np.ndarray
    heap_node: np.ndarray


def new_state(graph: Graph, allowance: np.ndarray, look: float) -> State:
    """A dry state.

    Parameters
    ----------
    allowance : float64 per taker, the most it takes.
    look : s, how long the infiltration of a pond is kept while its wet area changes; infinite without infiltration.
    """
    size, takers, queries = graph.node.parent.size, allowance.size, graph.query.size
    leaves = graph.leaf_at.size
    surface = np.zeros(size, bool)
    surface[1 : leaves + 1] = True
    room = 2 * size + 64
    return State(
        node=table(
            size,
            water=0.0, since=0.0,  # `since` is the time that `water` is of
            inflow=0.0, soak=0.0, net=0.0, out=0.0,  # flows
            soaked=0.0, spilled=0.0, out_since=0.0,
            due=np.inf, goal=0.0, reach=0.0,  # the next event; `reach` of its goal, `due` of an earlier look
            peak=0.0, peak_time=0.0,
            soak_inside=0.0,  # infiltration under water of the cells of the depressions inside
            top=0, full=False, joined=False, surface=surface, waiting=False,
        ),
        leaf=table(leaves + 1, rain=0.0, inflow=0.0),
        taker=table(
            takers,
            allowance=allowance,  # the rest per taker
            rain=0.0, passing=0.0,
            caught=0.0, extra=0.0,  # taken from the flow down the slope, and from the pond besides
            covered=False, taken=0.0, from_pond=0.0, since=0.0,
        ),
        query=table(
            queries,
            above=0.0, above_all=0.0,  # the time that the water stood above it; above it and all lower ones
            first_time=-1.0, last_time=-1.0,
        ),
        run=table(1, heap=0, look=look, outside=0.0, outside_since=0.0, left=0.0),
        stack=np.zeros(size + 1, np.int64), soak_own=np.zeros(graph.volume.size),
        heap_time=np.zeros(room), heap_node=np.zeros(room, np.int64),
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
    before = s.node.water[node]
    span = time - s.node.since[node]
    s.node.water[node] = water
    s.node.since[node] = time
    if water > s.node.peak[node]:
        s.node.peak[node] = water
        s.node.peak_time[node] = time
    if span <= 0.0:
        return
    s.node.soaked[node] += s.node.soak[node] * span
    first = g.node.query_start[node]
    last = g.node.query_end[node]
    if first == last:
        return
    low = first + count_below(g.query, first, last, min(before, water))
    if low > first:
        s.query.above_all[low - 1] += span
    for i in range(low, last):
        if g.query[i] >= max(before, water):
            break
        if water > before:
            part = span * ((water - g.query[i]) / (water - before))  # never longer than the span
            if s.query.first_time[i] < 0.0:
                s.query.first_time[i] = time - part
        else:
            part = span * ((before - g.query[i]) / (before - water))
            s.query.last_time[i] = time - span + part
        s.query.above[i] += part


@kernel
def _water_at(s, node, time):
    """What a depression holds if nothing happens until then."""
    water = s.node.water[node] + s.node.net[node] * (time - s.node.since[node])
    if s.node.net[node] > 0.0:
        return min(water, s.node.goal[node])
    if s.node.net[node] < 0.0:
        return max(water, s.node.goal[node])
    return water


@kernel
def _settle_taker(s, i, time):
    """Bring a taker to `time`, before its flow changes."""
    volume = (s.taker.caught[i] + s.taker.extra[i]) * (time - s.taker.since[i])
    s.taker.taken[i] += volume
    if s.taker.covered[i]:
        s.taker.from_pond[i] += volume
    s.taker.since[i] = time


@kernel
def _set_extra(s, i, extra, covered, time):
    if s.taker.extra[i] != extra or s.taker.covered[i] != covered:
        _settle_taker(s, i, time)
        s.taker.extra[i] = extra
        s.taker.covered[i] = covered


@kernel
def _set_out(s, node, out, time):
    """Change what a surface passes on."""
    s.node.spilled[node] += s.node.out[node] * (time - s.node.out_since[node])
    s.node.out_since[node] = time
    s.node.out[node] = out


@kernel
def _rate(g, s, node, time):
    """Find the flows of a surface from its inflow; returns what it is and what it passes on if it is full."""
    water = s.node.water[node]
    own = g.node.own[node]
    first = g.node.start[node]
    last = g.node.end[node]
    wet = first + count_below(g.volume, first, last, water)
    if water <= 0.0 and g.node.left[node] == NONE:  # what comes to a dry pit soaks into it first
        while wet < last and g.volume[wet] <= 0.0:
            wet += 1
    soak = s.node.soak_inside[node]
    if wet > first:
        soak += s.soak_own[wet - 1]

    own_first = g.node.own_first[node]
    own_last = g.node.own_last[node]
    under = own_first + count_below(g.taker.at, own_first, own_last, water)
    balance = s.node.inflow[node] - soak
    size = abs(s.node.inflow[node]) + soak
    for i in range(g.node.inside_first[node], under):
        extra = s.taker.allowance[i] - s.taker.caught[i]
        _set_extra(s, i, extra, True, time)
        balance -= extra
        size += extra
    noise = NOISE * size
    # Takers with the water just at their ground: they drown, or take exactly what comes.
    i = under
    while i < own_last and g.taker.at[i] <= water and balance > 0.0:
        extra = s.taker.allowance[i] - s.taker.caught[i]
        if extra > balance:
            extra = balance
        else:
            under = i + 1
        _set_extra(s, i, extra, True, time)
        balance -= extra
        i += 1
    for j in range(i, own_last):
        _set_extra(s, j, 0.0, False, time)

    s.node.due[node] = np.inf
    s.node.net[node] = 0.0
    s.node.soak[node] = soak
    if water <= 0.0 and balance < 0.0:
        if g.node.left[node] == NONE:
            s.node.soak[node] = max(soak + balance, 0.0)
        elif balance < -noise:
            return APART, 0.0
        balance = 0.0
    if water >= own and balance >= -noise:
        return BRIMFUL, max(balance, 0.0)
    s.node.net[node] = balance
    if balance > 0.0:
        s.node.goal[node] = min(g.taker.at[under], own) if under < own_last else own
    elif balance < 0.0:
        s.node.goal[node] = g.taker.at[under - 1] if under > own_first else 0.0
    else:
        return OPEN, 0.0
    s.node.reach[node] = time + (s.node.goal[node] - water) / balance
    s.node.due[node] = s.node.reach[node]
    if s.run.look[0] < np.inf:
        next_cell = wet if balance > 0.0 else wet - 1
        if first <= next_cell < last:
            change = time + (g.volume[next_cell] - water) / balance
            s.node.due[node] = min(s.node.reach[node], max(change, time + s.run.look[0]))
    return OPEN, 0.0


@kernel
def _run_down(g, s, inlets, leaf):
    """Let what comes to a leaf, or outside, run down the slopes past the inlets there, the highest first."""
    for i in inlets:
        s.taker.caught[i] = min(s.taker.allowance[i], s.taker.passing[i])
        rest = s.taker.passing[i] - s.taker.caught[i]
        if g.taker.below[i] >= 0:
            s.taker.passing[g.taker.below[i]] += rest
        else:
            s.leaf.inflow[leaf] += rest


@kernel
def refresh(g, s, time, until):
    """Find all flows anew, from the highest surface down, after the rain has changed.

    Ponds that must join or part are put on the heap for `time`; later events are kept up to `until`.
    """
    size = g.node.parent.size
    for i in range(s.taker.passing.size):
        _settle_taker(s, i, time)
        s.taker.passing[i] = s.taker.rain[i]
    for leaf in range(s.leaf.inflow.size):
        s.leaf.inflow[leaf] = s.leaf.rain[leaf]
    s.run.left[0] += s.run.outside[0] * (time - s.run.outside_since[0])
    s.run.outside_since[0] = time
    donors = np.zeros(size, np.int64)
    for node in range(size - 1, 0, -1):
        up = g.node.parent[node]
        s.node.top[node] = s.node.top[up] if up != NONE and s.node.joined[up] else node
    for node in range(1, size):
        s.node.due[node] = np.inf
        _set_out(s, node, 0.0, time)
        if s.node.surface[node] and s.node.full[node]:
            donors[s.node.top[g.node.spills_to[node]]] += 1
    count = 0
    for node in range(1, size):
        if s.node.surface[node] and donors[node] == 0:
            s.stack[count] = node
            count += 1
    s.run.heap[0] = 0
    while count > 0:
        count -= 1
        node = s.stack[count]
        _close(g, s, node, time, _water_at(s, node, time))
        inflow = 0.0
        for rank in range(g.node.leaf_first[node], g.node.leaf_last[node]):
            leaf = g.leaf_at[rank]
            _run_down(g, s, g.slope[g.slope_start[rank] : g.slope_start[rank + 1]], leaf)
            inflow += s.leaf.inflow[leaf]
        s.node.inflow[node] = inflow
        kind, out = _rate(g, s, node, time)
        was_full = s.node.full[node]
        if kind == BRIMFUL and was_full:
            _set_out(s, node, out, time)
            if g.node.entry[node] >= 0:
                s.taker.passing[g.node.entry[node]] += out
            else:
                s.leaf.inflow[g.node.spills_to[node]] += out
        elif kind != OPEN:
            s.node.due[node] = time
            s.node.goal[node] = s.node.water[node]
            s.node.reach[node] = time
        else:
            s.node.full[node] = False
        if was_full:
            target = s.node.top[g.node.spills_to[node]]
            donors[target] -= 1
            if target != NONE and donors[target] == 0:
                s.stack[count] = target
                count += 1
        if s.node.due[node] <= until:
            s.run.heap[0] = push(s.heap_time, s.heap_node, s.run.heap[0], s.node.due[node], node)
    _run_down(g, s, g.slope_outside, NONE)
    s.run.outside[0] = s.leaf.inflow[0]


@kernel
def _wait(s, node, count):
    """Put a surface on the stack of those whose flows are to be found."""
    if s.node.waiting[node]:
        return count
    s.node.waiting[node] = True
    s.stack[count] = node
    return count + 1


@kernel
def _surface_over(g, s, node):
    """The surface of the pond that a depression is part of."""
    while g.node.parent[node] != NONE and s.node.joined[g.node.parent[node]]:
        node = g.node.parent[node]
    return node


@kernel
def _send(g, s, i, leaf, change, time, count):
    """Change the flow down the slope of a leaf from inlet `i` (-1: none) on; returns the size of the stack."""
    while i >= 0:
        _settle_taker(s, i, time)
        s.taker.passing[i] += change
        caught = min(s.taker.allowance[i], s.taker.passing[i])
        change -= caught - s.taker.caught[i]
        s.taker.caught[i] = caught
        i = g.taker.below[i]
    if leaf == NONE:
        s.run.left[0] += s.run.outside[0] * (time - s.run.outside_since[0])
        s.run.outside_since[0] = time
        s.run.outside[0] += change
        return count
    s.leaf.inflow[leaf] += change
    target = _surface_over(g, s, leaf)
    s.node.inflow[target] += change
    return _wait(s, target, count)


@kernel
def _spill(g, s, node, out, time, count):
    """Change what a full surface passes on; returns the size of the stack."""
    change = out - s.node.out[node]
    _set_out(s, node, out, time)
    if change == 0.0:
        return count
    return _send(g, s, g.node.entry[node], g.node.spills_to[node], change, time, count)


@kernel
def _join(g, s, up, time, count):
    """Two full neighbours become one."""
    for side in range(2):
        node = g.node.left[up] if side == 0 else g.node.right[up]
        count = _spill(g, s, node, 0.0, time, count)
    s.node.inflow[up] = 0.0
    for side in range(2):
        node = g.node.left[up] if side == 0 else g.node.right[up]
        _close(g, s, node, time, s.node.water[node])
        s.node.inflow[up] += s.node.inflow[node]
        s.node.surface[node] = False
        s.node.net[node] = 0.0
        s.node.soak[node] = 0.0
        s.node.due[node] = np.inf
    s.node.joined[up] = True
    s.node.surface[up] = True
    s.node.since[up] = time
    return _wait(s, up, count)


@kernel
def _part(g, s, up, time, count):
    """A common pool is empty: its two parts, both full, drain each by itself."""
    count = _spill(g, s, up, 0.0, time, count)
    s.node.full[up] = False
    s.node.joined[up] = False
    s.node.surface[up] = False
    s.node.net[up] = 0.0
    s.node.soak[up] = 0.0
    s.node.due[up] = np.inf
    for i in range(g.node.own_first[up], g.node.own_last[up]):
        _set_extra(s, i, 0.0, False, time)
    for side in range(2):
        node = g.node.left[up] if side == 0 else g.node.right[up]
        s.node.surface[node] = True
        s.node.full[node] = False
        inflow = 0.0
        for rank in range(g.node.leaf_first[node], g.node.leaf_last[node]):
            inflow += s.leaf.inflow[g.leaf_at[rank]]
        s.node.inflow[node] = inflow
        count = _wait(s, node, count)
    return count


@kernel
def _settle(g, s, count, time, until):
    """Find the flows of the surfaces on the stack and of all that change with them."""
    while count > 0:
        count -= 1
        node = s.stack[count]
        s.node.waiting[node] = False
        if not s.node.surface[node]:
            continue
        _close(g, s, node, time, _water_at(s, node, time))
        kind, out = _rate(g, s, node, time)
        if kind == APART:
            count = _part(g, s, node, time, count)
            continue
        if kind == BRIMFUL and not s.node.full[node]:
            s.node.full[node] = True
            up = g.node.parent[node]
            if up != NONE and s.node.full[g.node.left[up]] and s.node.full[g.node.right[up]]:
                count = _join(g, s, up, time, count)
                continue
        elif kind == OPEN:
            s.node.full[node] = False
        count = _spill(g, s, node, out, time, count)
        if s.node.due[node] <= until:
            if s.run.heap[0] == s.heap_time.size:
                _tidy(s, until)
            else:
                s.run.heap[0] = push(s.heap_time, s.heap_node, s.run.heap[0], s.node.due[node], node)


@kernel
def _tidy(s, until):
    """Build the heap anew without the entries that were overtaken."""
    s.run.heap[0] = 0
    for node in range(1, s.node.due.size):
        if s.node.surface[node] and s.node.due[node] <= until:
            s.run.heap[0] = push(s.heap_time, s.heap_node, s.run.heap[0], s.node.due[node], node)


@kernel
def advance(g, s, to, until, events):
    """Work off the events up to the time `to`, at most so many; returns whether all are done.

    until : up to when later events are kept, the time of the next refresh.
    """
    while s.run.heap[0] > 0 and s.heap_time[0] <= to:
        if events == 0:
            return False
        events -= 1
        time = s.heap_time[0]
        node = s.heap_node[0]
        s.run.heap[0] = pop(s.heap_time, s.heap_node, s.run.heap[0])
        if not s.node.surface[node] or time != s.node.due[node]:  # overtaken by a later entry
            continue
        _close(g, s, node, time, s.node.goal[node] if time >= s.node.reach[node] else _water_at(s, node, time))
        _settle(g, s, _wait(s, node, 0), time, until)
    return True


@kernel
def demands(g, s, time, bound, capacity, result):
    """What each of the inlets `bound` would take now if only its own capacity limited it."""
    for j in range(bound.size):
        i = bound[j]
        wanted = s.taker.passing[i]
        if s.taker.covered[i]:
            node = _surface_over(g, s, g.taker.node[i])
            wanted = capacity[i]
            if node == g.taker.node[i] and _water_at(s, node, time) <= g.taker.at[i]:
                wanted = s.taker.caught[i] + s.taker.extra[i] + max(s.node.net[node], 0.0)
        result[j] = min(max(wanted, 0.0), capacity[i])


@kernel
def allow(g, s, time, until, bound, allowance):
    """Change what each of the inlets `bound` may take."""
    count = 0
    for j in range(bound.size):
        i = bound[j]
        if allowance[j] == s.taker.allowance[i]:
            continue
        _settle_taker(s, i, time)
        s.taker.allowance[i] = allowance[j]
        caught = min(s.taker.allowance[i], s.taker.passing[i])
        change = s.taker.caught[i] - caught
        s.taker.caught[i] = caught
        if s.taker.covered[i]:
            count = _wait(s, _surface_over(g, s, g.taker.node[i]), count)
        if change != 0.0:
            count = _send(g, s, g.taker.below[i], g.taker.leaf[i], change, time, count)
    _settle(g, s, count, time, until)


@kernel
def totals(g, s, time, pump, result):
    """Volumes up to a time: standing, taken by inlets, infiltrated under water, pumped, left."""
    result[:] = 0.0
    for node in range(1, g.node.parent.size):
        result[0] += _water_at(s, node, time)
        result[2] += s.node.soaked[node] + s.node.soak[node] * (time - s.node.since[node])
    for i in range(pump.size):
        volume = s.taker.taken[i] + (s.taker.caught[i] + s.taker.extra[i]) * (time - s.taker.since[i])
        result[3 if pump[i] else 1] += volume
    result[4] = s.run.left[0] + s.run.outside[0] * (time - s.run.outside_since[0])


@kernel
def finish(g, s, time):
    """Bring everything to the last moment and sum up the queries; `last_time` is infinite where water still stands."""
    for node in range(1, g.node.parent.size):
        _close(g, s, node, time, _water_at(s, node, time))
        _set_out(s, node, s.node.out[node], time)
        whole = 0.0
        for i in range(g.node.query_end[node] - 1, g.node.query_start[node] - 1, -1):
            whole += s.query.above_all[i]
            s.query.above[i] += whole
            if s.node.water[node] > g.query[i]:
                s.query.last_time[i] = np.inf
    for i in range(s.taker.passing.size):
        _settle_taker(s, i, time)
