"""Which pipe, node and outfall the water of each inlet goes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from .network import Finding, Network
from .snapping import COINCIDENT, nearest_lines, nearest_points, reach

GRATE, COMBINED = "grate", "combined"
CAPACITIES = {GRATE: 20.0, COMBINED: 30.0}
"""L/s of a clean inlet (平箅式, 联合式雨水口). Text of a Chinese road drainage code, read in a copy: reliability B."""
CLOGGING = 0.6  # share of it that leaves and litter leave, of the same text, which gives 0.5 to 0.7
TYPES = {COMBINED: ("combin", "联合"), GRATE: ("grat", "gully", "平箅", "平篦", "平蓖")}
BY_ID, BY_PIPE, BY_NODE, NONE = "id", "pipe", "node", "none"  # how an inlet was connected


def inlet_type(name: str | None) -> str | None:
    """The type that a field's word names: GRATE or COMBINED; None if it is neither."""
    word = (name or "").lower()
    return next((kind for kind, parts in TYPES.items() if any(part in word for part in parts)), None)


@dataclass
class Inlets:
    """k inlets as read: xy float64 (k, 2), m, NaN without geometry; id and pipe_id object (k,), str or None; fid int64
    (k,), feature ids; top float64 (k,), m, level of the grate, NaN if not known."""

    xy: np.ndarray
    id: np.ndarray
    pipe_id: np.ndarray
    fid: np.ndarray
    top: np.ndarray

    def __len__(self) -> int:
        return len(self.xy)


@dataclass
class InletConnections:
    """Of k inlets, as indices into the network, -1 for none: pipe, node (where the inlet's pipe begins) and outfall
    (reached from that node along main branches), int64 (k,). how: object (k,), BY_ID, BY_PIPE, BY_NODE or NONE.
    distance: float64 (k,), m, to the pipe or node found by place, NaN otherwise. reason: object (k,), why there is no
    outfall, None where there is one."""

    pipe: np.ndarray
    node: np.ndarray
    outfall: np.ndarray
    how: np.ndarray
    distance: np.ndarray
    reason: np.ndarray
    findings: list[Finding] = field(default_factory=list)


def connect_inlets(
    inlet_xy: np.ndarray,
    inlet_pipe_ids: Sequence[str | None] | None,
    network: Network,
    snap_distance: float,
    inlet_fids: Sequence[int] | None = None,
    inlet_names: Sequence[str] | None = None,
) -> InletConnections:
    """Connects every inlet to the pipe that its id names, else to the nearest pipe or node within `snap_distance`.

    inlet_xy: float64 (k, 2), m; inlet_pipe_ids: k pipe ids, None where not known; inlet_fids: feature ids for the
    findings, by default the position; inlet_names: how messages name the inlets, by default by their feature ids. Of
    pipes with the same id the nearest counts. An inlet no farther from a node than from every pipe (to a millimetre)
    stands on that node: it enters the node's main pipe, since the pipes that end there begin elsewhere.
    """
    inlet_xy = np.asarray(inlet_xy, np.float64).reshape(-1, 2)
    count = len(inlet_xy)
    fids = np.arange(count) if inlet_fids is None else np.asarray(inlet_fids, np.int64)
    names = fids if inlet_names is None else inlet_names
    result = InletConnections(
        pipe=np.full(count, -1, np.int64),
        node=np.full(count, -1, np.int64),
        outfall=np.full(count, -1, np.int64),
        how=np.full(count, NONE, object),
        distance=np.full(count, np.nan),
        reason=np.full(count, None, object),
    )

    def record(code: str, message: str, inlet: int) -> None:
        x, y = inlet_xy[inlet].tolist()
        place = (x, y) if np.isfinite([x, y]).all() else None
        result.findings.append(Finding(code, message, "inlets", int(fids[inlet]), place))

    for inlet, pipe_id in enumerate(inlet_pipe_ids if inlet_pipe_ids is not None else ()):
        if pipe_id is None:
            continue
        same = network.pipes.by_id.get(pipe_id)
        if same is None:
            record("unknown_pipe", f"Inlet {names[inlet]} names pipe {pipe_id}, and there is no such pipe.", inlet)
        else:
            result.pipe[inlet] = same[0] if len(same) == 1 else _nearest_of(inlet_xy[inlet], same, network)
            result.how[inlet] = BY_ID

    _connect_by_place(inlet_xy, network, reach(snap_distance), result)

    found = result.pipe >= 0
    result.node[found & (result.node < 0)] = network.start[result.pipe[found & (result.node < 0)]]
    # A pipe whose upper end has no node still leads to its lower one.
    entry = result.node.copy()
    entry[found & (entry < 0)] = network.end[result.pipe[found & (entry < 0)]]
    entered = entry >= 0
    result.outfall[entered] = network.outfall[entry[entered]]
    for inlet in np.flatnonzero(result.outfall < 0).tolist():
        if entry[inlet] >= 0:
            result.reason[inlet] = network.reason(int(entry[inlet]))
        elif result.pipe[inlet] >= 0:
            result.reason[inlet] = f"Neither end of pipe {network.pipes.label(result.pipe[inlet])} has a node."
        elif np.isfinite(inlet_xy[inlet]).all():
            result.reason[inlet] = f"There is no pipe or node within {snap_distance:g} m."
            record("orphan_inlet", f"Inlet {names[inlet]}: there is no pipe or node within {snap_distance:g} m.", inlet)
        else:
            result.reason[inlet] = "The inlet has neither a place nor a known pipe."
            record("orphan_inlet", f"Inlet {names[inlet]} has neither a place nor a known pipe.", inlet)
    return result


def _connect_by_place(inlet_xy: np.ndarray, network: Network, radius: float, result: InletConnections) -> None:
    """Fills pipe, node, how and distance of the inlets that have no pipe yet."""
    todo = np.flatnonzero(result.pipe < 0)
    usable = (network.start >= 0) | (network.end >= 0)
    lines = [line if ok else line[:0] for line, ok in zip(network.pipes.lines(), usable.tolist())]
    pipe, pipe_gap = nearest_lines(inlet_xy[todo], lines, radius, network.pipe_rank)
    own = network.canonical == np.arange(len(network.nodes))
    places = np.where(own[:, None], network.nodes.xy, np.nan)
    node, node_gap = nearest_points(inlet_xy[todo], places, radius, ~network.is_outfall)
    on_node = (node >= 0) & ((pipe < 0) | (node_gap <= pipe_gap + COINCIDENT))
    on_pipe = (pipe >= 0) & ~on_node

    result.pipe[todo[on_pipe]] = pipe[on_pipe]
    result.distance[todo[on_pipe]] = pipe_gap[on_pipe]
    result.how[todo[on_pipe]] = BY_PIPE
    result.node[todo[on_node]] = node[on_node]
    result.pipe[todo[on_node]] = network.main_pipe[node[on_node]]
    result.distance[todo[on_node]] = node_gap[on_node]
    result.how[todo[on_node]] = BY_NODE


def _nearest_of(place: np.ndarray, pipes: list[int], network: Network) -> int:
    """Of these pipes the nearest to the place; the first if the place is not known."""
    lines = network.pipes.lines()
    index, _ = nearest_lines(place[None], [lines[pipe] for pipe in pipes], np.finfo(np.float32).max)
    return pipes[max(int(index[0]), 0)]
