"""From pipe ends to nodes: by the ids that fields give, else by place."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

import numpy as np

from .elements import (
    IMPLICIT,
    MANHOLE,
    OUTFALL,
    Finding,
    Nodes,
    Pipes,
    distances,
    node_finding,
    place_of,
    positions_by_id,
)
from .snapping import COINCIDENT, nearest_points, reach


def nodes_named_by_pipes(pipes: Pipes, nodes: Nodes) -> Nodes:
    """The nodes, and with no manhole among them implicit ones for the ids that only the pipes' FROM and TO fields hold.

    Such a node lies where most of the pipes that name it have an end; the end that its field stands for counts more.
    """
    if (nodes.kind == MANHOLE).any():
        return nodes
    known = set(nodes.id)
    votes: dict[str, Counter] = defaultdict(Counter)
    ends = (pipes.start_xy, pipes.end_xy)
    for names, (near, far) in zip((pipes.from_node, pipes.to_node), (ends, ends[::-1])):
        for name, likely, possible in zip(names, near.tolist(), far.tolist()):
            if name is not None and name not in known:
                votes[name][tuple(likely)] += 3
                votes[name][tuple(possible)] += 2
    places = []
    for count in votes.values():
        finite = [(number, place) for place, number in count.items() if np.isfinite(place).all()]
        places.append(max(finite, key=lambda item: item[0])[1] if finite else (np.nan, np.nan))
    named = Nodes(places, list(votes), [IMPLICIT] * len(places), [-1] * len(places))
    return Nodes.joined(nodes, named)


def merge_repeated(nodes: Nodes, radius: float, findings: list[Finding]) -> np.ndarray:
    """The canonical node of each: of nodes that share id and place the outfall, else the first."""
    canonical = np.arange(len(nodes))
    for name, group in positions_by_id(nodes.id, range(len(nodes))).items():
        if len(group) == 1:
            continue
        group.sort(key=lambda node: (nodes.kind[node] != OUTFALL, node))
        different = [group[0]]
        for node in group[1:]:
            same = next((d for d in different if distances(nodes.xy[[node]], nodes.xy[[d]])[0] <= radius), None)
            if same is None:
                different.append(node)
                text = f"Node {name} is there more than once, in different places."
                findings.append(node_finding("duplicate_node", text, nodes, node))
                continue
            canonical[node] = same
            if nodes.kind[node] == nodes.kind[same]:
                text = f"Node {name} is there more than once in one place; one is used."
                findings.append(node_finding("duplicate_node", text, nodes, node))
    return canonical


def named_ends(
    pipes: Pipes, nodes: Nodes, canonical: np.ndarray, findings: list[Finding]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The nodes that the FROM and TO fields name (-1 none) and a bool (n, 2) of which ends are so named."""
    by_name = positions_by_id(nodes.id, np.flatnonzero(canonical == np.arange(len(nodes))).tolist())
    ends = np.full((2, len(pipes)), -1, np.int64)
    for row, (names, word) in enumerate(((pipes.from_node, "start"), (pipes.to_node, "end"))):
        for pipe in np.flatnonzero(names != None).tolist():  # noqa: E711 (elementwise)
            found = by_name.get(names[pipe], ())
            if len(found) == 1:
                ends[row, pipe] = found[0]
            elif found:
                xy = nodes.xy[found]
                gap = np.fmin(distances(xy, pipes.start_xy[pipe]), distances(xy, pipes.end_xy[pipe]))
                ends[row, pipe] = found[int(np.argmin(np.where(np.isnan(gap), np.inf, gap)))]
            else:
                text = f"Pipe {pipes.label(pipe)} names node {names[pipe]} at its {word}, and there is no such node."
                place = place_of((pipes.start_xy, pipes.end_xy)[row][pipe])
                findings.append(Finding("unknown_node", text, "pipes", int(pipes.fid[pipe]), place))
    return ends[0], ends[1], (ends >= 0).T


def snapped_ends(
    pipes: Pipes,
    nodes: Nodes,
    canonical: np.ndarray,
    ends: tuple[np.ndarray, np.ndarray],
    places: tuple[np.ndarray, np.ndarray],
    snap_distance: float,
    findings: list[Finding],
) -> tuple[Nodes, np.ndarray, np.ndarray]:
    """Fills the ends that no field names, by nearest node, then by implicit nodes, which it appends to `nodes`."""
    count = len(pipes)
    end, xy = np.concatenate(ends), np.concatenate(places)  # (2n,): first ends, then second ends
    other = np.r_[np.arange(count, 2 * count), np.arange(count)]
    radius = reach(snap_distance)
    targets = np.where((canonical == np.arange(len(nodes)))[:, None], nodes.xy, np.nan)
    rank = (nodes.kind != OUTFALL).astype(int)
    free = np.flatnonzero(end < 0)
    gap = np.full(2 * count, -1.0)  # named ends are nearer than any snapped one
    end[free], gap[free] = nearest_points(xy[free], targets, radius, rank)

    # A pipe shorter than the tolerance must not end where it begins: its farther end looks for another node.
    long = np.tile(distances(places[0], places[1]) > COINCIDENT, 2)
    twice = (end >= 0) & (end == end[other]) & long
    loser = twice & (gap >= 0) & ((gap > gap[other]) | ((gap == gap[other]) & (np.arange(2 * count) >= count)))
    again = np.flatnonzero(loser)
    end[again], gap[again] = nearest_points(xy[again], targets, radius, rank, exclude=end[other[again]])

    loose = np.flatnonzero((end < 0) & np.isfinite(xy).all(axis=1))
    for place in np.flatnonzero((end < 0) & ~np.isfinite(xy).all(axis=1)).tolist():
        pipe, word = place % count, "start" if place < count else "end"
        text = f"The {word} of pipe {pipes.label(pipe)} has no node: it has neither a place nor a node's id."
        findings.append(Finding("unresolved_end", text, "pipes", int(pipes.fid[pipe])))
    if (nodes.kind == MANHOLE).any():
        for place in loose.tolist():
            pipe, word = place % count, "start" if place < count else "end"
            text = f"The {word} of pipe {pipes.label(pipe)} lies on no node within {snap_distance:g} m."
            findings.append(Finding("end_without_node", text, "pipes", int(pipes.fid[pipe]), place_of(xy[place])))
    if len(loose):
        group, centres = _meeting_points(xy[loose], loose, other, long, radius)
        end[loose] = len(nodes) + group
        implicit = Nodes(centres, None, [IMPLICIT] * len(centres), np.full(len(centres), -1))
        nodes = Nodes.joined(nodes, implicit)
    return nodes, end[:count], end[count:]


def _meeting_points(
    xy: np.ndarray, loose: np.ndarray, other: np.ndarray, long: np.ndarray, radius: float
) -> tuple[np.ndarray, np.ndarray]:
    """Groups loose ends that meet. Where most ends coincide is a centre; the rest join the nearest centre in reach.

    Centres, not chains of neighbours: a chain of short pipes would shrink to a point. For the same reason what short
    pipes already join stays apart. Returns the group of each end and the centres.
    """
    _, spot = np.unique(np.round(xy / COINCIDENT), axis=0, return_inverse=True)
    spot = spot.ravel()
    members = np.bincount(spot)
    first = np.full(len(members), len(xy))
    np.minimum.at(first, spot, np.arange(len(xy)))
    points = xy[first].tolist()
    spot_of = dict(zip(loose.tolist(), spot.tolist()))
    partners = defaultdict(list)  # the spots at the other end of the pipes that end here
    joined = list(range(len(points)))  # union-find over short pipes

    def root(here: int) -> int:
        while joined[here] != here:
            joined[here] = here = joined[joined[here]]
        return here

    for end, here in spot_of.items():
        there = spot_of.get(int(other[end]))
        if there is not None and long[end]:
            partners[here].append(there)
            if math.dist(points[here], points[there]) <= radius:
                joined[root(here)] = root(there)
    group = [-1] * len(members)
    centres: list[int] = []
    roots: list[set[int]] = []  # what short pipes join to each centre
    cells = defaultdict(list)
    for here in np.lexsort((first, -members)).tolist():
        column, row = (int(value // radius) for value in points[here])
        barred = {group[there] for there in partners[here]}
        meeting, near = members[here] > 1, root(here)
        best, least = -1, math.inf
        for cell in ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
            for centre in cells.get(cell, ()):
                gap = math.dist(points[centres[centre]], points[here])
                if gap > radius or gap >= least or centre in barred:
                    continue
                # A lone end may meet the centre of a group that an end of its own cluster has joined before.
                if near in roots[centre] if meeting else near == root(centres[centre]):
                    continue
                best, least = centre, gap
        if best < 0:
            best = len(centres)
            centres.append(here)
            roots.append(set())
            cells[column, row].append(best)
        group[here] = best
        roots[best].add(near)
    return np.array(group)[spot], xy[first[centres]]


def join_outfalls(
    nodes: Nodes, canonical: np.ndarray, start: np.ndarray, end: np.ndarray, radius: float, findings: list[Finding]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Lets an outfall that no pipe reaches take the place of the nearest node within reach where pipes end.

    So a network whose last manhole is also drawn in the outfall layer, under another id, finds its outfall. Returns
    canonical, start and end anew.
    """
    count = len(nodes)
    arrives, leaves = (np.bincount(ends[ends >= 0], minlength=count) > 0 for ends in (end, start))
    lone = np.flatnonzero((nodes.kind == OUTFALL) & ~arrives & ~leaves & (canonical == np.arange(count)))
    last = np.flatnonzero((nodes.kind != OUTFALL) & arrives & ~leaves)
    if not len(lone) or not len(last):
        return canonical, start, end
    found, gap = nearest_points(nodes.xy[lone], nodes.xy[last], radius)
    stands_for = np.arange(count)
    taken: set[int] = set()
    for k in np.argsort(gap, kind="stable").tolist():
        if found[k] < 0 or int(last[found[k]]) in taken:
            continue
        node, outfall = int(last[found[k]]), int(lone[k])
        taken.add(node)
        stands_for[node] = outfall
        text = f"Outfall {nodes.label(outfall)} lies {gap[k]:.2f} m from node {nodes.label(node)}, where pipes end; "
        findings.append(node_finding("outfall_joined", text + "they are taken as one.", nodes, outfall))
    start, end = (np.where(ends >= 0, stands_for[ends], -1) for ends in (start, end))
    return stands_for[canonical], start, end
