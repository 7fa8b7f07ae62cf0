"""Design flows by the rational method along the pipe graph, and what they ask of pipes and inlets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from .capacity import Capacities
from .network import Network
from .sharing import network_limits

RATIONAL_LIMIT = 2e6
"""m2; up to this area a peak may be worked by the rational method, above it by a model. Text that matches GB 50318-2017
5.2.6, read in a copy: reliability A."""
INLET_TIME = 10.0
"""min, of flow over the ground to an inlet. The middle of the 5 to 15 min of Chinese practice: shorter in dense or
steep districts, longer in flat or open ones; read in a text without an address: reliability B."""
UNKNOWN_VELOCITY = 1.0  # m/s, in pipes whose full flow is not known; own choice
DIAMETERS = (
    *(300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200, 1350, 1500, 1650, 1800, 2000, 2200, 2400, 2600, 2800, 3000),
)  # mm: usual sizes of concrete pipes; own list
FULL_CIRCLE = np.pi / 4 ** (5 / 3)  # Q n / (D^(8/3) S^(1/2)) of a full circular pipe, m and s


@dataclass(frozen=True)
class DesignFlows:
    """Of n pipes, float64 (n,): the area above (m2), the same times its runoff coefficient (m2), the time of
    concentration where the pipe begins (min, NaN without any area), and the design flow (L/s)."""

    area: np.ndarray
    effective: np.ndarray
    minutes: np.ndarray
    flow: np.ndarray

    @property
    def too_large(self) -> np.ndarray:
        """bool (n,): where the rational method does not hold."""
        return self.area > RATIONAL_LIMIT * (1 + 1e-9)


def rational_flow(effective: np.ndarray, intensity: np.ndarray) -> np.ndarray:
    """Q = psi q F (Kuichling 1889; the form of Chinese practice), L/s.

    effective : psi F, runoff coefficient times area, m2. intensity : q, L/s per ha.
    """
    return np.asarray(effective, np.float64) / 1e4 * intensity


def travel_minutes(carried: Capacities) -> np.ndarray:
    """Time of flow through each pipe at its full-flow velocity, min, float64 (n,); UNKNOWN_VELOCITY where that is not
    known."""
    velocity = np.where(carried.velocity > 0, carried.velocity, UNKNOWN_VELOCITY)
    return carried.length / velocity / 60.0


def design_flows(
    network: Network,
    pipe: np.ndarray,
    area: np.ndarray,
    coefficient: np.ndarray,
    inlet_minutes: float,
    travel: np.ndarray,
    storm: Callable[[np.ndarray], np.ndarray],
) -> DesignFlows:
    """Design flow of every pipe, Q = psi q F with q at t = t1 + t2.

    Areas add up along main branches. The time of concentration where a pipe begins is the longest of the ways there:
    the inlet time t1, or that of a pipe above plus the time of flow t2 through it. A pipe carries at least what the
    largest pipe above it does, since the intensity falls with time (usual in design). A circle of pipes is cut where it
    closes. O(pipes).

    Parameters
    ----------
    pipe : int64 (k,), where the water of each of k areas enters, -1 for none (it is left out).
    area, coefficient : float64 (k,), m2 and 0..1. inlet_minutes : t1, min.
    travel : float64 (n,), min, of `travel_minutes`.
    storm : intensity (L/s per ha) at durations (min).
    """
    forest = network_limits(network, np.full(travel.size, np.inf))
    enters = pipe >= 0
    above, effective = np.zeros(travel.size), np.zeros(travel.size)
    np.add.at(above, pipe[enters], area[enters])
    np.add.at(effective, pipe[enters], area[enters] * coefficient[enters])
    minutes = np.full(travel.size, -1.0)
    minutes[pipe[enters]] = inlet_minutes
    _gather(forest.following, forest.order, np.nan_to_num(travel), above, effective, minutes)
    wet = minutes >= 0
    flow = np.zeros(travel.size)
    flow[wet] = rational_flow(effective[wet], storm(minutes[wet]))
    _never_less(forest.following, forest.order, flow)
    return DesignFlows(above, effective, np.where(wet, minutes, np.nan), flow)


@kernel
def _gather(following, order, travel, area, effective, minutes):
    for pipe in order:
        below = following[pipe]
        if below >= 0:
            area[below] += area[pipe]
            effective[below] += effective[pipe]
            if minutes[pipe] >= 0:
                minutes[below] = max(minutes[below], minutes[pipe] + travel[pipe])


@kernel
def _never_less(following, order, flow):
    largest = np.zeros(flow.size)
    for pipe in order:
        flow[pipe] = max(flow[pipe], largest[pipe])
        below = following[pipe]
        if below >= 0:
            largest[below] = max(largest[below], flow[pipe])


def needed_diameter(flow: np.ndarray, slope: np.ndarray, roughness: float) -> np.ndarray:
    """The smallest of DIAMETERS (mm) that carries the flow (L/s) when full, at a slope (m/m), as a circular pipe by
    Manning, float64 (k,). NaN without flow or slope; infinite where none is large enough."""
    with np.errstate(divide="ignore", invalid="ignore"):
        exact = 1000.0 * (np.asarray(flow) / 1000.0 * roughness / (FULL_CIRCLE * np.sqrt(slope))) ** (3 / 8)
    sizes = np.append(np.array(DIAMETERS, np.float64), np.inf)
    found = sizes[np.searchsorted(sizes, np.nan_to_num(exact) * (1 - 1e-9))]
    return np.where((exact > 0) & np.isfinite(exact), found, np.nan)


def first_bottlenecks(network: Network, overloaded: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(pipe, distance) of the first overloaded pipe on the way down from each pipe, itself counted.

    overloaded : bool (n,). length : float64 (n,), m. Returns int64 (n,), -1 for none, and float64 (n,), m from the
    beginning of the one pipe to that of the other, NaN for none.
    """
    forest = network_limits(network, np.full(length.size, np.inf))
    pipe, distance = np.full(length.size, -1, np.int64), np.full(length.size, np.nan)
    _look_down(forest.following, forest.order, overloaded, np.nan_to_num(length), pipe, distance)
    return pipe, distance


@kernel
def _look_down(following, order, overloaded, length, pipe, distance):
    for i in range(order.size - 1, -1, -1):
        here = order[i]
        below = following[here]
        if overloaded[here]:
            pipe[here] = here
            distance[here] = 0.0
        elif below >= 0 and pipe[below] >= 0:
            pipe[here] = pipe[below]
            distance[here] = distance[below] + length[here]


INLET, PIPE, NONE = "inlet", "pipe", "none"  # what limits an inlet


@dataclass(frozen=True)
class InletChecks:
    """Of k inlets: what limits each (object (k,): INLET, PIPE or NONE), how many of its kind to add (float64 (k,), NaN
    where no number would do), and the runoff that it does not take (L/s, float64 (k,))."""

    limit: np.ndarray
    add: np.ndarray
    short: np.ndarray


def pipe_share(flow: np.ndarray, pipe_flow: np.ndarray, capacity: np.ndarray) -> np.ndarray:
    """What the pipe of each inlet leaves to it, L/s, float64 (k,): its capacity, shared in proportion to the runoff.

    flow : runoff of each inlet; pipe_flow, capacity : design flow of its pipe and what that carries full, NaN = not
    known. All L/s. The whole capacity where nothing flows.
    """
    flow, pipe_flow, capacity = (np.asarray(a, np.float64) for a in (flow, pipe_flow, capacity))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(pipe_flow > 0, flow / pipe_flow, 1.0) * capacity + 0.0 * pipe_flow


def check_inlets(flow: np.ndarray, capacity: np.ndarray, pipe: np.ndarray) -> InletChecks:
    """Set the runoff of inlets against what they take and what their pipes leave to them (L/s, float64 (k,)).

    The smaller of the two limits, if it is below the runoff. Inlets are added up to the runoff, or to what the pipe
    leaves: more would only move the shortage. pipe : NaN = not known, no limit.
    """
    leaves = np.where(np.isnan(pipe), np.inf, pipe)
    least = np.minimum(capacity, leaves)
    held = flow > least * (1 + 1e-9)
    limit = np.where(~held, NONE, np.where(leaves < capacity, PIPE, INLET)).astype(object)
    with np.errstate(divide="ignore", invalid="ignore"):
        wanted = np.ceil(np.minimum(flow, leaves) / capacity * (1 - 1e-9)) - 1
    add = np.where(limit == INLET, np.where(capacity > 0, wanted, np.nan), 0.0)
    return InletChecks(limit, add, np.where(held, flow - least, 0.0))
