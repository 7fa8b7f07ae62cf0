"""A rain event in time: ponds that fill, spill, merge, drain and fall apart, with inlets, pumps and infiltration.

The event runs over the graph of ponds and inlets, not over cells. Water reaches its pond at the moment it falls
(overland travel time is neglected); an inlet takes up to its capacity from the flow that passes it and, while the water
stands above its ground, from the pond; a pump takes its rate from the pond it stands in; what the inlets of a pipe take
together is at most what the pipe carries. Between two events (a pond full or empty, an inlet drowned or bare) all flows
are constant, so that ponds are followed exactly; what depends on the wet area or on the load of the pipes is found anew
at every step.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from ..drainage.sharing import PipeLimits
from ..errors import HydrologyError
from ..progress import Progress, silent
from ..storm.hyetograph import Hyetograph
from .dynamics import State, advance, allow, count_below, demands, finish, new_state, refresh, totals
from .graph import Graph, Layout, build_graph
from .hierarchy import NONE, Hierarchy
from .storage import Storage

MAX_STEPS = 1_000_000
EVENTS_AT_ONCE = 20_000  # between two looks at Cancel


@dataclass(frozen=True)
class InletDrains:
    """k inlets: cell int64, flat index; capacity float64, L/s, clogging counted; pipe int64, index into the limits of
    the pipes, -1 for none."""

    cell: np.ndarray
    capacity: np.ndarray
    pipe: np.ndarray | None = None


@dataclass(frozen=True)
class Pumps:
    """k pumps: cell int64, flat index; rate float64, m3/h."""

    cell: np.ndarray
    rate: np.ndarray


@dataclass(frozen=True)
class Series:
    """The event step by step. time: min, where each step ends; rain, inlet, infiltrated, pumped, outflow: m3 in the
    step; stored: m3 at its end."""

    time: np.ndarray
    rain: np.ndarray
    stored: np.ndarray
    inlet: np.ndarray
    infiltrated: np.ndarray
    pumped: np.ndarray
    outflow: np.ndarray


@dataclass(frozen=True)
class Ledger:
    """Where the water went, m3. `rain` is what the runoff coefficient leaves of the rain."""

    rain: float
    infiltrated: float
    inlets: float
    pumped: float
    left: float
    standing: float

    @property
    def error(self) -> float:
        """What is missing or too much, as a fraction of the rain, signed; 0 without rain."""
        rest = self.infiltrated + self.inlets + self.pumped + self.left + self.standing - self.rain
        return rest / self.rain if self.rain > 0 else 0.0


@dataclass(frozen=True)
class Event:
    """An event. The arrays of the first group are indexed by depression, those of the second by query.

    Attributes
    ----------
    level : float64, water level (m) at the end, -inf if dry.
    peak_level : float64, greatest level (m), -inf if it was never wet; of a depression that was part of a larger pond,
        that pond's.
    pond : int32, number of the pond (at its greatest) that a depression is part of, 0 if never wet.
    top : int32 per pond, the depression that it filled, from 1 (entry 0 is unused).
    peak_min : float64, when the greatest level was reached, NaN if never wet.
    start_min : float64, when the depth anywhere in it first exceeded the threshold, NaN if never.
    wet_min : float64, for how long it did where it did longest.
    drain_min : float64, from the end of the rain until it nowhere did any more; 0 if it did not at the end of the rain,
        -1 if it still did at the end of the event.
    spill_m3 : float64, passed on over the saddle while full, that from others counted.
    inlet_m3, pumped_m3, infiltrated_m3 : float64, taken from standing water in the depression and those inside it.

    query_cell : int64, flat index of the cells whose depth can exceed the threshold.
    query_above : float64, for how long it did, s.
    query_first : float64, when it first did, s; negative if never.

    inlet_taken, pump_taken : float64 in the order given, m3, from slopes and ponds.
    rain_end_min, end_min : when the rain and the event end.
    """

    level: np.ndarray
    peak_level: np.ndarray
    pond: np.ndarray
    top: np.ndarray
    peak_min: np.ndarray
    start_min: np.ndarray
    wet_min: np.ndarray
    drain_min: np.ndarray
    spill_m3: np.ndarray
    inlet_m3: np.ndarray
    pumped_m3: np.ndarray
    infiltrated_m3: np.ndarray
    query_cell: np.ndarray
    query_above: np.ndarray
    query_first: np.ndarray
    inlet_taken: np.ndarray
    pump_taken: np.ndarray
    rain_end_min: float
    end_min: float
    series: Series
    ledger: Ledger


def simulate(
    z: np.ndarray,
    hierarchy: Hierarchy,
    storage: Storage,
    cell_area: float,
    hyetograph: Hyetograph,
    coefficient: float | np.ndarray = 1.0,
    infiltration: float | np.ndarray = 0.0,
    inlets: InletDrains | None = None,
    pumps: Pumps | None = None,
    limits: PipeLimits | None = None,
    threshold: float = 0.15,
    after: float = 360.0,
    step: float = 60.0,
    progress: Progress | None = None,
) -> Event:
    """Follow an event from minute 0 until `after` the rain.

    Parameters
    ----------
    z : elevations (m); hierarchy, storage : of the same elevations; cell_area : m2.
    coefficient : runoff coefficient 0..1, a number or an array of the same shape.
    infiltration : mm/h, a number or an array; from dry ground at most what falls, and from under standing water.
    limits : of the pipes that `inlets.pipe` names.
    threshold : m, the depth whose duration is wanted.
    after : min, how long to go on after the rain.
    step : s, how often the wet areas and the load of the pipes are looked at.

    Raises HydrologyError for what cannot be worked with, naming it.
    """
    progress = silent(progress)
    valid = hierarchy.basin >= 0
    _check_numbers(threshold, after, step)
    coefficient = _checked("runoff coefficient", coefficient, valid, 1.0)
    infiltration = _checked("infiltration", infiltration, valid, np.inf) / 3.6e6  # m/s
    takers = _takers(inlets, pumps, limits, valid, cell_area)
    rain_end = hyetograph.end_s
    times = _step_times(hyetograph.edges_s, rain_end, rain_end + after * 60.0, step)
    layout = build_graph(z, hierarchy, storage, threshold, takers.cell, ~takers.is_pump)
    takers = takers.ordered(layout.order)
    progress.update(0.2)
    supply = _Supply(layout, hierarchy, coefficient, infiltration)
    state = new_state(layout.graph, takers.capacity, step if supply.soaks else np.inf)
    volumes = _follow(
        layout.graph, state, supply, takers, limits, hyetograph, times, cell_area, progress.part(0.2, 0.9)
    )
    series = Series(times[1:] / 60.0, *volumes)
    ledger = Ledger(
        rain=float(series.rain.sum()), infiltrated=float(series.infiltrated.sum()), inlets=float(series.inlet.sum()),
        pumped=float(series.pumped.sum()), left=float(series.outflow.sum()), standing=float(series.stored[-1:].sum()),
    )  # fmt: skip
    event = _results(hierarchy, storage, layout, state, takers, cell_area, rain_end, times[-1], series, ledger)
    progress.update(1)
    return event


def greatest_depth(z: np.ndarray, storage: Storage, event: Event) -> np.ndarray:
    """Greatest depth (m) in every cell, float64; 0 where it stays dry."""
    return _depth(z, storage, event.peak_level)


def final_depth(z: np.ndarray, storage: Storage, event: Event) -> np.ndarray:
    """Depth (m) in every cell at the end of the event, float64."""
    return _depth(z, storage, event.level)


def minutes_above(shape: tuple[int, int], event: Event) -> np.ndarray:
    """For how long the depth in each cell exceeded the threshold, min, float64; 0 where it never did."""
    minutes = np.zeros(shape)
    minutes.reshape(-1)[event.query_cell] = event.query_above / 60.0
    return minutes


def start_minute(shape: tuple[int, int], event: Event) -> np.ndarray:
    """When the depth in each cell first exceeded the threshold, min, float64; NaN where it never did."""
    minutes = np.full(shape, np.nan)
    some = event.query_first >= 0
    minutes.reshape(-1)[event.query_cell[some]] = event.query_first[some] / 60.0
    return minutes


def _depth(z: np.ndarray, storage: Storage, level: np.ndarray) -> np.ndarray:
    wet = storage.first_wet > 0
    depth = np.zeros(z.shape)
    depth[wet] = np.maximum(level[storage.first_wet[wet]] - z[wet], 0.0)
    return depth


# --- what is given -----------------------------------------------------------------------------------------------


def _check_numbers(threshold: float, after: float, step: float) -> None:
    if not (np.isfinite(step) and step > 0):
        raise HydrologyError(f"The step must be longer than 0 s; {step:g} was given.")
    if not (np.isfinite(after) and after >= 0):
        raise HydrologyError(f"The time after the rain cannot be negative; {after:g} min was given.")
    if not (np.isfinite(threshold) and threshold >= 0):
        raise HydrologyError(f"The threshold cannot be negative; {threshold:g} m was given.")


def _checked(name: str, value: float | np.ndarray, valid: np.ndarray, most: float) -> np.ndarray:
    """The value as float64, of no or of two dimensions, 0 where there is no data."""
    value = np.asarray(value, np.float64)
    if value.ndim and value.shape != valid.shape:
        raise HydrologyError(
            f"The {name} has {value.shape[0]} x {value.shape[-1]} cells, the elevations have {valid.shape[0]} x "
            f"{valid.shape[1]}."
        )
    if value.ndim:
        value = np.where(valid, value, 0.0)
    if np.isnan(value).any():
        raise HydrologyError(f"The {name} has no value in {np.count_nonzero(np.isnan(value)):,} cells with elevations.")
    if (value < 0).any() or not (value <= most).all() or not np.isfinite(value).all():
        limit = f"between 0 and {most:g}" if np.isfinite(most) else "0 or more"
        raise HydrologyError(f"The {name} must be {limit}; it is {value.min():g} to {value.max():g}.")
    return value


@dataclass(frozen=True)
class _Takers:
    """Inlets and pumps together: cell int64; capacity float64, cell-metres per second; is_pump bool; pipe int64."""

    cell: np.ndarray
    capacity: np.ndarray
    is_pump: np.ndarray
    pipe: np.ndarray

    def ordered(self, order: np.ndarray) -> _Takers:
        return _Takers(self.cell[order], self.capacity[order], self.is_pump[order], self.pipe[order])


def _takers(
    inlets: InletDrains | None, pumps: Pumps | None, limits: PipeLimits | None, valid: np.ndarray, cell_area: float
) -> _Takers:
    none = np.zeros(0)
    inlet_cell = np.asarray(none if inlets is None else inlets.cell, np.int64)
    pump_cell = np.asarray(none if pumps is None else pumps.cell, np.int64)
    capacity = np.asarray(none if inlets is None else inlets.capacity, np.float64)
    rate = np.asarray(none if pumps is None else pumps.rate, np.float64)
    pipe = np.full(inlet_cell.size, -1, np.int64)
    if limits is not None and inlets is not None and inlets.pipe is not None:
        pipe = np.asarray(inlets.pipe, np.int64)
        _refuse_any("Inlet", "names a pipe that is not there", (pipe < -1) | (pipe >= limits.following.size))
    for name, cell, given, of in (("Inlet", inlet_cell, capacity, "capacities"), ("Pump", pump_cell, rate, "rates")):
        if cell.size != given.size:
            raise HydrologyError(f"There are {cell.size} {name.lower()}s, but {given.size} {of}.")
        inside = (cell >= 0) & (cell < valid.size)
        inside[inside] = valid.reshape(-1)[cell[inside]]
        _refuse_any(name, "lies outside the elevations", ~inside)
    _refuse_any("Inlet", "has no capacity, or a negative one", ~(np.isfinite(capacity) & (capacity >= 0)))
    _refuse_any("Pump", "has no rate", ~(np.isfinite(rate) & (rate > 0)))
    return _Takers(
        np.r_[inlet_cell, pump_cell],
        np.r_[capacity / 1000.0, rate / 3600.0] / cell_area,
        np.r_[np.zeros(inlet_cell.size, bool), np.ones(pump_cell.size, bool)],
        np.r_[pipe, np.full(pump_cell.size, -1, np.int64)],
    )


def _refuse_any(name: str, what: str, wrong: np.ndarray) -> None:
    places = np.flatnonzero(wrong)
    if places.size:
        raise HydrologyError(f"{name} {places[0] + 1} of {wrong.size} {what}.")


def _step_times(edges: np.ndarray, rain_end: float, end: float, step: float) -> np.ndarray:
    """Ends of the steps, s, from 0: no longer than `step`, and one wherever the rain changes."""
    marks = np.unique(np.r_[0.0, edges[edges < end], rain_end, end])
    counts = np.ceil(np.diff(marks) / step - 1e-9).clip(1)
    if counts.sum() > MAX_STEPS:
        raise HydrologyError(
            f"Steps of {step:g} s are too short: {end / 60:,.10g} min would take {counts.sum():,.10g} of them, and "
            f"{MAX_STEPS:,} is the most."
        )
    parts = [np.linspace(a, b, int(n) + 1)[1:] for a, b, n in zip(marks[:-1], marks[1:], counts)]
    return np.concatenate([[0.0], *parts])


# --- the run -----------------------------------------------------------------------------------------------------


class _Supply:
    """What rain and infiltration give and take, in cell-metres per second."""

    def __init__(self, layout: Layout, hierarchy: Hierarchy, coefficient: np.ndarray, infiltration: np.ndarray) -> None:
        self.coefficient, self.infiltration = coefficient, infiltration
        self.own_cell, self.element = layout.own_cell, layout.element
        self.valid = hierarchy.basin.reshape(-1) >= 0
        self.leaves = hierarchy.leaves
        self.elements = hierarchy.leaves + 1 + layout.order.size
        self.uniform = coefficient.ndim == infiltration.ndim == 0
        self.cells = np.bincount(self.element[self.valid], minlength=self.elements).astype(np.float64)
        self.soaks = bool((infiltration > 0).any())

    def set_rain(self, graph: Graph, state: State, rate: float) -> tuple[float, float]:
        """Set the rain to `rate` (m/s); returns what falls, less the runoff coefficient, and what dry ground takes."""
        falls = self.coefficient * rate
        runoff = np.maximum(falls - self.infiltration, 0.0)
        if self.uniform:
            given = self.cells * float(runoff)
            whole, kept = (self.cells.sum() * float(part) for part in (falls, falls - runoff))
        else:
            shape = self.valid.size
            falls, runoff = (
                np.broadcast_to(part.reshape(-1) if part.ndim else part, shape)[self.valid] for part in (falls, runoff)
            )
            given = np.bincount(self.element[self.valid], runoff, self.elements)
            whole, kept = float(falls.sum()), float((falls - runoff).sum())
        state.leaf.rain[:] = given[: self.leaves + 1]
        state.taker.rain[:] = given[self.leaves + 1 :]
        if self.soaks:
            # Under water the ground takes what it takes anyhow; the rain that falls there gives a part of it.
            more = np.maximum(self.infiltration - self.coefficient * rate, 0.0)
            more = more.reshape(-1)[self.own_cell] if more.ndim else np.full(self.own_cell.size, float(more))
            _sum_soak(
                graph.node.start,
                graph.node.end,
                graph.node.left,
                graph.node.right,
                more,
                state.soak_own,
                state.node.soak_inside,
            )
        return whole, kept


def _follow(
    graph: Graph,
    state: State,
    supply: _Supply,
    takers: _Takers,
    limits: PipeLimits | None,
    hyetograph: Hyetograph,
    times: np.ndarray,
    cell_area: float,
    progress: Progress,
) -> tuple[np.ndarray, ...]:
    """Run the event; returns the columns of the series after the time."""
    middle = (times[1:] + times[:-1]) / 2
    row = np.searchsorted(hyetograph.edges_s, middle, "right") - 1
    rates = np.append(hyetograph.rates, 0.0)[np.where(row < 0, -1, row)]  # the last stands for before and after
    change = np.r_[True, np.diff(rates) != 0]
    lasts_to = times[np.append(np.flatnonzero(change)[1:], rates.size)][np.cumsum(change) - 1]
    bound = np.zeros(0, np.int64)
    litres = 1000.0 * cell_area
    if limits is not None:
        # Inlets whose pipes carry all that they and the others there can ever take need no further look.
        bound = np.flatnonzero(limits.shares(takers.pipe, takers.capacity * litres) < 1.0)
    wanted = np.zeros(takers.cell.size)
    demand = np.zeros(bound.size)
    volumes = np.zeros((rates.size + 1, 7))
    found = np.zeros(5)
    whole = kept = 0.0
    for i in range(rates.size):
        until = lasts_to[i]
        if change[i]:
            whole, kept = supply.set_rain(graph, state, float(rates[i]))
            refresh(graph, state, times[i], until)
        if bound.size:
            demands(graph, state, times[i], bound, takers.capacity, demand)
            wanted[:] = takers.capacity
            wanted[bound] = demand
            share = limits.shares(takers.pipe, wanted * litres)[bound]
            allow(graph, state, times[i], until, bound, demand * share)
        progress.update(i / rates.size)
        while not advance(graph, state, times[i + 1], until, EVENTS_AT_ONCE):
            progress.update(i / rates.size)
        totals(graph, state, times[i + 1], takers.is_pump, found)
        span = times[i + 1] - times[i]
        stored, inlet, soaked, pumped, left = found
        volumes[i + 1] = (whole * span, stored, inlet, soaked, pumped, left, kept * span)
    finish(graph, state, times[-1])
    volumes *= cell_area
    flows = np.diff(volumes, axis=0)
    return (
        volumes[1:, 0], volumes[1:, 1], flows[:, 2], flows[:, 3] + volumes[1:, 6], flows[:, 4], flows[:, 5]
    )  # fmt: skip


# --- what comes out ----------------------------------------------------------------------------------------------


def _results(
    h: Hierarchy,
    storage: Storage,
    layout: Layout,
    state: State,
    takers: _Takers,
    cell_area: float,
    rain_end: float,
    end: float,
    series: Series,
    ledger: Ledger,
) -> Event:
    graph = layout.graph

    def levels(water: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        level, pond = np.full(h.size, -np.inf), np.zeros(h.size, np.int32)
        inside = storage.cells - storage.own_cells
        count = _find_levels(graph, water, layout.level, layout.base, inside, h.spill_z, level, pond)
        top = np.zeros(count + 1, np.int32)
        np.maximum.at(top, pond, np.arange(h.size, dtype=np.int32))  # the outermost has the highest number
        top[0] = 0
        return level, pond, top

    peak_level, pond, top = levels(state.node.peak)
    query = np.full(h.basin.size, -1, np.int32)
    query[layout.query_cell] = np.arange(layout.query_cell.size)
    leaf = np.arange(1, h.leaves + 1)
    at_pit = query[h.pit[leaf]]
    leaf, at_pit = leaf[at_pit >= 0], at_pit[at_pit >= 0]
    before, above, last = (np.full(h.size, value) for value in (-np.inf, 0.0, -1.0))
    first = state.query.first_time[at_pit]
    before[leaf] = np.where(first >= 0, -first, -np.inf)
    above[leaf], last[leaf] = state.query.above[at_pit], state.query.last_time[at_pit]
    for greatest in (before, above, last):
        _greatest_up(h.parent, greatest)
    volumes = []
    node = np.maximum(storage.first_wet.reshape(-1)[takers.cell], 0)
    for amount in (state.taker.from_pond * ~takers.is_pump, state.taker.from_pond * takers.is_pump):
        volumes.append(np.bincount(node, amount, h.size).astype(np.float64))
    volumes.append(state.node.soaked.copy())
    for volume in volumes:
        _sum_up(h.parent, volume)
        volume[0] = 0.0
        volume *= cell_area
    taken = np.empty(takers.cell.size)
    taken[layout.order] = state.taker.taken * cell_area
    inlets = int(np.count_nonzero(~takers.is_pump))
    return Event(
        level=levels(state.node.water)[0], peak_level=peak_level, pond=pond, top=top,
        peak_min=np.where(pond > 0, state.node.peak_time[top[pond]] / 60.0, np.nan),
        start_min=np.where(np.isfinite(before), -before / 60.0, np.nan), wet_min=above / 60.0,
        drain_min=np.where(np.isinf(last), -1.0, np.maximum(last - rain_end, 0.0) / 60.0),
        spill_m3=state.node.spilled * cell_area, inlet_m3=volumes[0], pumped_m3=volumes[1], infiltrated_m3=volumes[2],
        query_cell=layout.query_cell, query_above=state.query.above, query_first=state.query.first_time,
        inlet_taken=taken[:inlets], pump_taken=taken[inlets:],
        rain_end_min=rain_end / 60.0, end_min=end / 60.0, series=series, ledger=ledger,
    )  # fmt: skip


@kernel
def _sum_soak(start, end, left, right, more, soak_own, soak_inside):
    for node in range(1, left.size):
        total = 0.0
        for i in range(start[node], end[node]):
            total += more[i]
            soak_own[i] = total
        inside = 0.0
        if left[node] != NONE:
            for side in range(2):
                part = left[node] if side == 0 else right[node]
                inside += soak_inside[part]
                if end[part] > start[part]:
                    inside += soak_own[end[part] - 1]
        soak_inside[node] = inside


@kernel
def _find_levels(g, water, height, base, inside, spill_z, level, pond):
    """Water level of every depression and the pond it is part of, from the outermost inwards; returns the ponds."""
    count = 0
    for node in range(g.node.parent.size - 1, 0, -1):
        up = g.node.parent[node]
        if up != NONE and pond[up] > 0:
            level[node] = level[up]
            pond[node] = pond[up]
            continue
        if water[node] <= 0.0:
            continue
        count += 1
        pond[node] = count
        first = g.node.start[node]
        wet = count_below(g.volume, first, g.node.end[node], water[node])
        if water[node] >= g.node.own[node]:
            level[node] = spill_z[node]
        elif wet == 0:
            level[node] = base[node] + water[node] / inside[node]
        else:
            i = first + wet - 1
            level[node] = height[i] + (water[node] - g.volume[i]) / (inside[node] + wet)
        level[node] = min(level[node], spill_z[node])
    return count


@kernel
def _greatest_up(parent, value):
    """Raise every depression's value to the greatest of those inside it."""
    for node in range(1, parent.size):
        if parent[node] != NONE:
            value[parent[node]] = max(value[parent[node]], value[node])


@kernel
def _sum_up(parent, value):
    """Add to every depression what those inside it have."""
    for node in range(1, parent.size):
        value[parent[node]] += value[node]
