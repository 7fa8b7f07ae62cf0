"""Pipes, manholes and outfalls as one directed graph, with the main way of every node to its outfall.

The rules are those of the interface: a pipe runs from its FROM node to its TO node if fields give them, else from its
higher to its lower end if both levels are known, else as digitised. Of several pipes that leave a node the main branch
is the one that starts lowest, then the larger, then the one of the smaller id; water stops at an outfall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .elements import IMPLICIT, MANHOLE, OUTFALL, Finding, Nodes, Pipes, distances, node_finding, place_of
from .resolving import join_outfalls, merge_repeated, named_ends, nodes_named_by_pipes, snapped_ends
from .snapping import COINCIDENT, reach

__all__ = [
    "AS_DIGITISED",
    "BY_FIELDS",
    "BY_LEVELS",
    "CYCLE",
    "DEAD_END",
    "IMPLICIT",
    "MANHOLE",
    "OUTFALL",
    "Finding",
    "Network",
    "Nodes",
    "Pipes",
    "build_network",
    "id_order",
]

DEAD_END, CYCLE = "dead_end", "cycle"  # how a main way ends, beside OUTFALL
BY_FIELDS, BY_LEVELS, AS_DIGITISED = "fields", "levels", "digitised"  # what gave a pipe its direction


@dataclass
class Network:
    """The graph. Node indices point into `nodes`: those given, in their order, then the implicit ones.

    start, end: int64 (n,), the node where each pipe begins and ends in the direction of flow, -1 unresolved.
    level_start, level_end: float64 (n,), m, in the direction of flow. against: bool (n,), digitised against the flow.
    direction: object (n,), BY_FIELDS, BY_LEVELS or AS_DIGITISED. canonical: int64 (m,), the node that stands for each:
    itself, but for a node given twice (pipes refer to canonical nodes only).
    """

    pipes: Pipes
    nodes: Nodes
    start: np.ndarray
    end: np.ndarray
    level_start: np.ndarray
    level_end: np.ndarray
    against: np.ndarray
    direction: np.ndarray
    canonical: np.ndarray
    snap_distance: float
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def is_outfall(self) -> np.ndarray:
        """bool (m,)."""
        return self.nodes.kind == OUTFALL

    @cached_property
    def followed(self) -> np.ndarray:
        """bool (n,): pipes with two different ends that leave no outfall, along which water is followed."""
        ends = (self.start >= 0) & (self.end >= 0) & (self.start != self.end)
        return ends & ~self.is_outfall[self.start] if len(self.nodes) else ends

    @cached_property
    def pipe_rank(self) -> np.ndarray:
        """int64 (n,): the order of the pipes by id (see `id_order`), then by feature id."""
        order = sorted(range(len(self.pipes)), key=lambda pipe: (id_order(self.pipes.id[pipe]), self.pipes.fid[pipe]))
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        return rank

    @cached_property
    def outgoing(self) -> tuple[np.ndarray, np.ndarray]:
        """(first, pipe): the pipes that leave node i are pipe[first[i]:first[i + 1]], its main branch first.

        Levels and sizes that are not known come after those that are; levels are compared to a micrometre."""
        pipe = np.flatnonzero(self.followed)
        level = np.round(self.level_start[pipe], 6)  # NaN sorts last
        order = np.lexsort((self.pipe_rank[pipe], -self.pipes.size[pipe], level, self.start[pipe]))
        return _starts(self.start[pipe], len(self.nodes)), pipe[order]

    @cached_property
    def incoming(self) -> tuple[np.ndarray, np.ndarray]:
        """(first, pipe): the pipes that reach node i are pipe[first[i]:first[i + 1]]."""
        pipe = np.flatnonzero(self.followed)
        order = np.argsort(self.end[pipe], kind="stable")
        return _starts(self.end[pipe], len(self.nodes)), pipe[order]

    @cached_property
    def main_pipe(self) -> np.ndarray:
        """int64 (m,): the main branch out of each node, -1 for none (outfalls, dead ends)."""
        first, pipe = self.outgoing
        main = np.full(len(self.nodes), -1, np.int64)
        some = first[1:] > first[:-1]
        main[some] = pipe[first[:-1][some]]
        return main[self.canonical]

    @cached_property
    def branching_nodes(self) -> np.ndarray:
        """int64: the nodes that more than one pipe leaves."""
        return np.flatnonzero(np.diff(self.outgoing[0]) > 1)

    @cached_property
    def last_node(self) -> np.ndarray:
        """int64 (m,): where the main way from each node ends; of a way into a cycle, a node of that cycle."""
        last = self.canonical.copy()
        onward = self.main_pipe >= 0
        last[onward] = self.end[self.main_pipe[onward]]
        # Pointer doubling: 2^k steps at once, so that a cycle cannot hold the search.
        for _ in range(max(len(self.nodes), 1).bit_length() + 1):
            last = last[last]
        return last

    @cached_property
    def outfall(self) -> np.ndarray:
        """int64 (m,): the outfall that each node reaches along main branches, -1 for none."""
        last = self.last_node
        return np.where(self.is_outfall[last], last, -1)

    @cached_property
    def end_type(self) -> np.ndarray:
        """object (m,): how the main way of each node ends: OUTFALL, DEAD_END or CYCLE."""
        last = self.last_node
        kind = np.where(self.main_pipe[last] >= 0, CYCLE, DEAD_END).astype(object)
        kind[self.is_outfall[last]] = OUTFALL
        return kind

    @cached_property
    def systems(self) -> np.ndarray:
        """int64 (m,): the number of the system of each node, from 1 in the order of their first nodes: nodes that
        pipes join, in whichever direction these are followed. 0 for nodes at no followed pipe."""
        pipe = np.flatnonzero(self.followed)
        first = np.arange(len(self.nodes))  # of each node, the first one known to be in its system
        while True:
            ends = first[self.start[pipe]], first[self.end[pipe]]
            low, high = np.minimum(*ends), np.maximum(*ends)
            if (low == high).all():
                break
            np.minimum.at(first, high, low)
            while (first != first[first]).any():
                first = first[first]
        member = np.zeros(len(self.nodes), bool)
        member[self.start[pipe]] = member[self.end[pipe]] = True
        number = np.zeros(len(self.nodes), np.int64)
        number[member] = np.unique(first[member], return_inverse=True)[1].ravel() + 1
        return number[self.canonical]

    @cached_property
    def components(self) -> list[list[int]]:
        """The strongly connected sets of nodes (one node, or a cycle), each after all that it drains to."""
        first, pipe = self.outgoing
        return _strong_components(first.tolist(), self.end[pipe].tolist())

    @cached_property
    def cycles(self) -> list[list[int]]:
        """The sets of nodes from which water comes back along some branch, each sorted."""
        return [sorted(group) for group in self.components if len(group) > 1]

    @cached_property
    def reachable(self) -> list[frozenset[int]]:
        """Of each node the outfalls that it reaches along main or side branches."""
        first, pipe = self.outgoing
        target = self.end[pipe].tolist()
        first = first.tolist()
        sets: list[frozenset[int]] = [frozenset()] * len(self.nodes)
        for group in self.components:
            found = {sets[t] for node in group for t in target[first[node] : first[node + 1]]}
            found |= {frozenset([node]) for node in group if self.is_outfall[node]}
            found.discard(frozenset())
            # Equal sets stay one object: most nodes have one way on.
            union = found.pop() if len(found) == 1 else frozenset().union(*found)
            for node in group:
                sets[node] = union
        return [sets[node] for node in self.canonical]

    def outfall_of(self, node: int) -> int:
        """The outfall (a node index) that the node reaches along main branches, -1 for none."""
        return int(self.outfall[node])

    def reason(self, node: int) -> str | None:
        """Why the node reaches no outfall along main branches; None if it does."""
        if self.end_type[node] == OUTFALL:
            return None
        label = self.nodes.label(self.last_node[node])
        if self.end_type[node] == CYCLE:
            return f"The way down runs in a circle through node {label}."
        return f"The way down ends at node {label}, which is no outfall."

    def upstream(self, node: int, side_branches: bool = False) -> np.ndarray:
        """int64, sorted: the nodes whose water reaches `node` along main branches (or along any), itself included."""
        first, pipe = self.incoming
        seen = {int(self.canonical[node])}
        todo = list(seen)
        while todo:
            here = todo.pop()
            for p in pipe[first[here] : first[here + 1]]:
                above = int(self.start[p])
                if above not in seen and (side_branches or self.main_pipe[above] == p):
                    seen.add(above)
                    todo.append(above)
        return np.array(sorted(seen), np.int64)


def id_order(name: str | None) -> tuple:
    """Sort key of ids: integers by value, then other text, then those that are missing."""
    if name is None:
        return (2, 0, "")
    try:
        return (0, int(name), name)
    except ValueError:
        return (1, 0, name)


def build_network(pipes: Pipes, nodes: Nodes, snap_distance: float) -> Network:
    """Resolves pipe ends to nodes and directs the pipes.

    An end is the node that FROM_NODE or TO_NODE names, else the nearest node within `snap_distance` (m, inclusive; of
    coincident nodes an outfall comes first), else an implicit node that it shares with the other ends within that
    distance. Two ends of one pipe are joined only where they coincide. If no manholes are given, the ids of the FROM
    and TO fields make the nodes. Nothing in the data raises: what is wrong is recorded in `findings` and the rest is
    worked.
    """
    findings: list[Finding] = []
    nodes = nodes_named_by_pipes(pipes, nodes)
    canonical = merge_repeated(nodes, reach(snap_distance), findings)
    start, end, named = named_ends(pipes, nodes, canonical, findings)
    by_fields = named.any(axis=1)

    against = _drawn_against(pipes, nodes, start, end, named)
    a_xy = np.where(against[:, None], pipes.end_xy, pipes.start_xy)
    b_xy = np.where(against[:, None], pipes.start_xy, pipes.end_xy)
    nodes, start, end = snapped_ends(pipes, nodes, canonical, (start, end), (a_xy, b_xy), snap_distance, findings)
    canonical = np.r_[canonical, np.arange(len(canonical), len(nodes))]

    direction = np.full(len(pipes), AS_DIGITISED, object)
    direction[by_fields] = BY_FIELDS
    direction[~by_fields & (np.abs(pipes.from_level - pipes.to_level) > 0)] = BY_LEVELS  # NaN compares as False
    uphill = ~by_fields & (pipes.to_level > pipes.from_level)
    start, end = np.where(uphill, end, start), np.where(uphill, start, end)
    canonical, start, end = join_outfalls(nodes, canonical, start, end, reach(snap_distance), findings)
    network = Network(
        pipes,
        nodes,
        start,
        end,
        np.where(uphill, pipes.to_level, pipes.from_level),
        np.where(uphill, pipes.from_level, pipes.to_level),
        against ^ uphill,
        direction,
        canonical,
        float(snap_distance),
        findings,
    )
    _record_faults(network)
    return network


def _drawn_against(pipes: Pipes, nodes: Nodes, start: np.ndarray, end: np.ndarray, named: np.ndarray) -> np.ndarray:
    """bool (n,): pipes whose named node or nodes lie at the other digitised end than the fields' order says."""
    node_xy = np.vstack([nodes.xy, [[np.nan, np.nan]]])  # the last row serves -1
    kept = np.stack([distances(node_xy[start], pipes.start_xy), distances(node_xy[end], pipes.end_xy)])
    turned = np.stack([distances(node_xy[start], pipes.end_xy), distances(node_xy[end], pipes.start_xy)])
    known = np.isfinite(kept) & np.isfinite(turned) & named.T
    return np.where(known, turned, 0).sum(axis=0) < np.where(known, kept, 0).sum(axis=0)


def _starts(group: np.ndarray, count: int) -> np.ndarray:
    return np.r_[0, np.cumsum(np.bincount(group, minlength=count))]


def _record_faults(network: Network) -> None:
    """Adds the faults of the finished graph to its findings."""
    pipes, nodes, findings = network.pipes, network.nodes, network.findings

    def record(code: str, message: str, pipe: int, place: np.ndarray) -> None:
        findings.append(Finding(code, message, "pipes", int(pipes.fid[pipe]), place_of(place)))

    for name, group in pipes.by_id.items():
        for pipe in group[1:]:
            record("duplicate_pipe", f"Pipe {name} is there more than once.", pipe, pipes.start_xy[pipe])
    lines = pipes.lines()
    closed = distances(pipes.start_xy, pipes.end_xy) <= COINCIDENT
    for pipe in np.flatnonzero(closed | ((network.start >= 0) & (network.start == network.end))).tolist():
        if closed[pipe] and np.ptp(lines[pipe], axis=0).max() <= COINCIDENT:
            record("zero_length", f"Pipe {pipes.label(pipe)} has no length.", pipe, pipes.start_xy[pipe])
        elif network.start[pipe] == network.end[pipe]:
            node = nodes.label(network.start[pipe])
            text = f"Pipe {pipes.label(pipe)} begins and ends at node {node}; it is not followed."
            record("self_loop", text, pipe, pipes.end_xy[pipe])
    if len(nodes):
        for pipe in np.flatnonzero((network.start >= 0) & network.is_outfall[network.start]).tolist():
            node = network.start[pipe]
            text = f"Pipe {pipes.label(pipe)} leaves outfall {nodes.label(node)}; it is not followed."
            record("leaves_outfall", text, pipe, nodes.xy[node])
    first, outgoing = network.outgoing
    for group in network.cycles:
        inside = set(group)
        ring = [int(p) for n in group for p in outgoing[first[n] : first[n + 1]] if int(network.end[p]) in inside]
        names = ", ".join(pipes.label(p) for p in ring[:10]) + (", ..." if len(ring) > 10 else "")
        text = f"Water can run in a circle along the pipes {names}."
        record("cycle", text, ring[0], nodes.xy[group[0]])
    if network.is_outfall.any():
        arrivals, incoming = network.incoming
        ends = (network.main_pipe < 0) & ~network.is_outfall & (np.diff(arrivals) > 0)
        for node in np.flatnonzero(ends).tolist():
            text = f"Pipes end at node {nodes.label(node)}, which is no outfall, and none leaves it."
            if nodes.kind[node] == IMPLICIT:
                pipe = incoming[arrivals[node]]
                record("dead_end", text, pipe, nodes.xy[node])
            else:
                findings.append(node_finding("dead_end", text, nodes, node))


def _strong_components(first: Sequence[int], target: Sequence[int]) -> list[list[int]]:
    """Strongly connected components in reverse topological order (Tarjan 1972, without recursion).

    The edges out of node i lead to target[first[i]:first[i + 1]].
    """
    count = len(first) - 1
    number, low = [-1] * count, [0] * count
    on_stack = [False] * count
    stack: list[int] = []
    groups: list[list[int]] = []
    edge = list(first[:-1])
    counter = 0
    for root in range(count):
        if number[root] >= 0:
            continue
        path = [root]
        while path:
            node = path[-1]
            if number[node] < 0:
                number[node] = low[node] = counter
                counter += 1
                stack.append(node)
                on_stack[node] = True
            if edge[node] < first[node + 1]:
                below = target[edge[node]]
                edge[node] += 1
                if number[below] < 0:
                    path.append(below)
                elif on_stack[below]:
                    low[node] = min(low[node], number[below])
                continue
            path.pop()
            if path:
                low[path[-1]] = min(low[path[-1]], low[node])
            if low[node] == number[node]:
                group = []
                while True:
                    member = stack.pop()
                    on_stack[member] = False
                    group.append(member)
                    if member == node:
                        break
                groups.append(group)
    return groups
