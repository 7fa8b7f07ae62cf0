"""Rules that a drainage network should keep: levels, sizes, systems, and inlets on the ground.

What is wrong with the graph itself is found where it is built (see `network.build_network`). How grave a finding is,
and what to do about it, stands with its code in resources/presets/findings.json.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .capacity import cross_section, is_pressure, is_virtual, section
from .elements import MANHOLE, OUTFALL, Finding, Nodes, node_finding, place_of
from .inlets import Inlets
from .network import BY_FIELDS, Network
from .snapping import nearest_points

# Own choices, all of them.
LEAST_COVER = 0.3  # m, ground over the top of a pipe
LEVEL_TOLERANCE = 0.3  # m, between a surveyed level of the ground and the DEM
LEAST_CATCHMENT = 5.0  # m2, of an inlet: below, it lies on a ridge or a roof
SAME_PLACE = 0.05  # m, between nodes: the accuracy of a survey
ROUNDING = 0.001  # m: levels are given to a millimetre

STORM, FOUL, COMBINED = "storm", "foul", "combined"
# What a word of a type field says: parts of words, then whole ones (the codes of Chinese and British surveys).
WATERS = {
    COMBINED: (("combin", "合"), ("hs", "h", "c")),
    STORM: (("storm", "rain", "surface water", "雨"), ("ys", "y", "s", "sw")),
    FOUL: (("foul", "sanit", "sewage", "waste", "污"), ("ws", "w", "f", "fw", "ww")),
}


def water_of(word: str | None) -> str | None:
    """What a pipe carries by its type: STORM, FOUL, COMBINED or None (not known)."""
    if word is None:
        return None
    word = word.strip().lower()
    for water, (parts, codes) in WATERS.items():
        if word in codes or any(part in word for part in parts):
            return water
    return None


class _Check:
    """A network with what its rules ask for, and the findings so far. Levels in m, NaN where not known."""

    def __init__(self, network: Network, ground: np.ndarray | None, receiving: np.ndarray | None) -> None:
        self.network, self.pipes, self.nodes = network, network.pipes, network.nodes
        self.findings: list[Finding] = []
        heights = np.full(len(self.nodes), np.nan) if ground is None else ground
        self.top = np.where(np.isnan(self.nodes.top), heights, self.nodes.top)
        self.receiving, self.lines = receiving, network.pipes.lines()
        self.own = network.canonical == np.arange(len(self.nodes))  # nodes that stand for themselves
        self.outfall = network.is_outfall & self.own
        words = list(zip(self.pipes.shape, self.pipes.kind))
        self.pressure = np.array([is_pressure(*pair) for pair in words], bool)
        self.virtual = np.array([is_virtual(*pair) for pair in words], bool)
        self.silent = np.array([pair == (None, None) for pair in words], bool)  # nothing says what kind of pipe it is
        self.bottom_start, self.bottom_end = bottom_levels(network)

    def pipe(self, code: str, message: str, pipe: int, node: int = -1) -> None:
        """A finding about a pipe, at a node or in the middle of it."""
        if node >= 0 and np.isfinite(self.nodes.xy[node]).all():
            place = self.nodes.xy[node]
        else:
            place = _middle(self.lines[pipe])
        text = f"Pipe {self.pipes.label(pipe)} {message}"
        self.findings.append(Finding(code, text, "pipes", int(self.pipes.fid[pipe]), place_of(place)))

    def node(self, code: str, message: str, node: int) -> None:
        kind = "Outfall" if self.nodes.kind[node] == OUTFALL else "Node"
        self.findings.append(node_finding(code, f"{kind} {self.nodes.label(node)} {message}", self.nodes, node))

    def ends(self) -> list[tuple[np.ndarray, np.ndarray, str]]:
        """(nodes, levels of the pipes' bottom, word) of both ends of the pipes."""
        return [(self.network.start, self.bottom_start, "start"), (self.network.end, self.bottom_end, "end")]


def check_network(
    network: Network, ground: np.ndarray | None = None, receiving: np.ndarray | None = None
) -> list[Finding]:
    """What is wrong with, or worth knowing of, the pipes and nodes of a network, beside `network.findings`.

    ground: float64 (m,), m, the DEM's height at each node, NaN where not known; a node's own top goes before it.
    receiving: float64 (m,), m, the receiving water's level at outfalls, NaN where not known.
    """
    check = _Check(network, ground, receiving)
    rules: tuple[Callable[[_Check], None], ...] = (
        *(_drawing, _slopes, _missing_levels, _ground_levels, _sizes, _waters, _branches, _systems, _places),
        _outfalls,
    )
    for rule in rules:
        rule(check)
    return check.findings


def bottom_levels(network: Network) -> tuple[np.ndarray, np.ndarray]:
    """Level (m) of each pipe's bottom where it begins and ends: its own, else the invert of the node there."""
    invert = np.append(network.nodes.invert, np.nan)  # the last serves -1
    levels = (network.level_start, network.level_end)
    start, end = (np.where(np.isnan(z), invert[node], z) for z, node in zip(levels, (network.start, network.end)))
    return start, end


def _drawing(check: _Check) -> None:
    network = check.network
    for pipe in np.flatnonzero(network.against & (network.direction == BY_FIELDS)).tolist():
        ends = " to ".join(check.nodes.label(node) for node in (network.start[pipe], network.end[pipe]) if node >= 0)
        check.pipe("drawn_backwards", f"is drawn against its fields, which say {ends}; the fields are followed.", pipe)


def _slopes(check: _Check) -> None:
    start, end = check.bottom_start, check.bottom_end
    rise = end - start
    for pipe in np.flatnonzero((rise > ROUNDING) & ~check.virtual).tolist():
        text = f"rises by {rise[pipe]:.2f} m along the flow ({start[pipe]:.2f} to {end[pipe]:.2f})"
        above = rise[pipe] > check.pipes.size[pipe]
        if check.pressure[pipe]:
            check.pipe("pressure_main", f"{text}, as a pressure main may.", pipe)
        elif above and check.silent[pipe]:
            check.pipe("rises_above_top", f"{text}, above its own top: a pressure main, or a wrong level.", pipe)
        else:
            check.pipe("adverse_slope", f"{text}.", pipe)


def _missing_levels(check: _Check) -> None:
    missing = [np.isnan(level) & ~check.virtual for _, level, _ in check.ends()]
    known = ~check.virtual & ~(missing[0] & missing[1])
    if len(check.pipes) and not known.any() and not check.virtual.all():
        text = "No pipe has levels, nor have their nodes: slopes and cover cannot be checked."
        check.findings.append(Finding("no_invert", text, "pipes", -1))
        return
    for pipe in np.flatnonzero(missing[0] | missing[1]).tolist():
        words = " and ".join(word for (_, _, word), gone in zip(check.ends(), missing) if gone[pipe])
        node = check.network.start[pipe] if missing[0][pipe] else check.network.end[pipe]
        check.pipe("no_invert", f"has no level at its {words}, nor has the node there.", pipe, int(node))


def _ground_levels(check: _Check) -> None:
    """Pipes above the ground or too near it. At an outfall the DEM shows the water's bed, not ground over the pipe."""
    nodes = check.nodes
    surface = np.append(np.where(check.network.is_outfall, nodes.top, check.top), np.nan)
    covered = np.append(~check.network.is_outfall, False)
    least = np.full(len(check.pipes), np.inf)
    where = np.full(len(check.pipes), -1)
    above = np.zeros(len(check.pipes), bool)
    for node, level, word in check.ends():
        high = (level > surface[node] + ROUNDING) & ~check.virtual
        above |= high
        for pipe in np.flatnonzero(high).tolist():
            text = (
                f"has its bottom at {level[pipe]:.2f} m at its {word}, above the ground of {surface[node[pipe]]:.2f} m."
            )
            check.pipe("invert_above_ground", text, pipe, int(node[pipe]))
        cover = np.where(covered[node], surface[node] - level - check.pipes.size, np.nan)
        closer = cover < least
        least[closer], where[closer] = cover[closer], node[closer]
    for pipe in np.flatnonzero((least < LEAST_COVER - ROUNDING) & ~above & ~check.virtual).tolist():
        node = int(where[pipe])
        text = (
            f"has {least[pipe]:.2f} m of ground over its top at node {nodes.label(node)}, less than {LEAST_COVER:g} m."
        )
        check.pipe("low_cover", text, pipe, node)
    own = np.flatnonzero((nodes.invert > nodes.top + ROUNDING) & (nodes.kind != OUTFALL))
    for node in own.tolist():
        text = f"has its invert at {nodes.invert[node]:.2f} m, above its own top of {nodes.top[node]:.2f} m."
        check.node("invert_above_ground", text, node)


def _sizes(check: _Check) -> None:
    network, pipes = check.network, check.pipes
    shapes = np.array([cross_section(word) for word in pipes.shape] or [], object)
    area = section(pipes.size, shapes, pipes.width)[0]
    area[check.pressure | check.virtual] = np.nan
    widest = np.full(len(check.nodes), -1)  # the largest pipe that ends at each node
    arriving = np.flatnonzero(network.followed & np.isfinite(area))
    arriving = arriving[np.argsort(area[arriving], kind="stable")]
    widest[network.end[arriving]] = arriving  # the last one holds
    for node in np.flatnonzero((widest >= 0) & (network.main_pipe >= 0)).tolist():
        below, above = int(network.main_pipe[node]), int(widest[node])
        if area[below] < area[above] * (1 - 1e-6):
            sizes = [f"{pipes.size[p]:.3g} m" for p in (below, above)]
            if sizes[0] == sizes[1]:
                sizes = [f"{area[p]:.3g} m2" for p in (below, above)]
            text = f"({sizes[0]}) is smaller than pipe {pipes.label(above)} above it ({sizes[1]})."
            check.pipe("smaller_pipe", text, below, node)


def _waters(check: _Check) -> None:
    network = check.network
    water = np.array([water_of(word) for word in check.pipes.kind] or [], object)
    first, outgoing = network.outgoing
    for carried, other in ((STORM, FOUL), (FOUL, STORM)):
        for pipe in np.flatnonzero((water == carried) & network.followed).tolist():
            node = int(network.end[pipe])
            wrong = [p for p in outgoing[first[node] : first[node + 1]].tolist() if water[p] == other]
            if wrong:
                text = f"carries {carried} water into the {other} pipe {check.pipes.label(wrong[0])}."
                check.pipe(f"{carried}_into_{other}", text, pipe, node)


def _branches(check: _Check) -> None:
    first, outgoing = check.network.outgoing
    for node in check.network.branching_nodes.tolist():
        names = [check.pipes.label(p) for p in outgoing[first[node] : first[node + 1]].tolist()]
        check.node("branching_node", f"has the outgoing pipes {', '.join(names)}; the first is followed.", node)


def _systems(check: _Check) -> None:
    """A system with several outfalls, told at the first node whose branches lead to different ones."""
    network = check.network
    outfalls: dict[int, list[int]] = {}
    for node in np.flatnonzero(check.outfall & (network.systems > 0)).tolist():
        outfalls.setdefault(int(network.systems[node]), []).append(node)
    several = {number for number, those in outfalls.items() if len(those) > 1}
    parting: dict[int, list[int]] = {}
    first, outgoing = network.outgoing
    for node in network.branching_nodes.tolist():
        number = int(network.systems[node])
        if number in several:
            reached = {network.reachable[network.end[p]] for p in outgoing[first[node] : first[node + 1]].tolist()}
            if len(reached) > 1:
                parting.setdefault(number, []).append(node)
    for number, nodes in parting.items():
        ends = ", ".join(check.nodes.label(node) for node in outfalls[number])
        text = f"joins the systems of the outfalls {ends}."
        if len(nodes) > 1:
            others = ", ".join(check.nodes.label(node) for node in nodes[1:11]) + (", ..." if len(nodes) > 11 else "")
            text = f"{text[:-1]}; there too: {others}."
        check.node("joined_systems", text, nodes[0])


def _places(check: _Check) -> None:
    """Nodes of one kind in one place under different ids."""
    nodes = check.nodes
    for kind in (MANHOLE, OUTFALL):
        those = np.flatnonzero(check.own & (nodes.kind == kind))
        nearest, _ = nearest_points(nodes.xy[those], nodes.xy[those], SAME_PLACE, exclude=np.arange(len(those)))
        for k in np.flatnonzero((nearest >= 0) & (nearest < np.arange(len(those)))).tolist():
            text = f"stands in the place of node {nodes.label(those[nearest[k]])}."
            check.node("coincident_nodes", text, int(those[k]))


def _outfalls(check: _Check) -> None:
    network, nodes = check.network, check.nodes
    arriving = np.flatnonzero(network.followed)
    reached = np.bincount(network.end[arriving], minlength=len(nodes)) > 0
    for node in np.flatnonzero(check.outfall & ~reached).tolist():
        check.node("outfall_without_pipe", "is reached by no pipe.", node)
    if check.receiving is None:
        return
    lowest = np.full(len(nodes), np.inf)
    np.fmin.at(lowest, network.end[arriving], check.bottom_end[arriving])
    level = np.where(np.isnan(nodes.invert), lowest, nodes.invert)
    for node in np.flatnonzero(check.outfall & np.isfinite(level) & (level < check.receiving)).tolist():
        text = f"lies at {level[node]:.2f} m, below the receiving water's level of {check.receiving[node]:.2f} m."
        check.node("outfall_below_water", text, node)


def check_tops(nodes: Nodes, ground: np.ndarray) -> list[Finding]:
    """Nodes whose own top lies off the DEM by more than LEVEL_TOLERANCE. ground: (m,), m, its height, NaN if none."""
    findings = []
    for node in np.flatnonzero(np.abs(nodes.top - ground) > LEVEL_TOLERANCE + ROUNDING).tolist():
        text = (
            f"Node {nodes.label(node)} has its top at {nodes.top[node]:.2f} m, {_off(nodes.top[node] - ground[node])}."
        )
        findings.append(node_finding("rim_level", text, nodes, node))
    return findings


def check_inlets(
    inlets: Inlets, names: list[str], cells: np.ndarray, ground: np.ndarray, catchment: np.ndarray
) -> list[Finding]:
    """What is wrong with k inlets on the DEM.

    names: how messages name them. cells: int64 (k,), -1 off the DEM or without data. ground: float64 (k,), m, the DEM's
    height. catchment: float64 (k,), m2, what drains to the cell of each. NaN where not known.
    """
    findings = []

    def record(code: str, message: str, inlet: int) -> None:
        place = place_of(inlets.xy[inlet])
        findings.append(Finding(code, f"Inlet {names[inlet]} {message}", "inlets", int(inlets.fid[inlet]), place))

    placed = np.isfinite(inlets.xy).all(axis=1)
    for inlet in np.flatnonzero(placed & (cells < 0)).tolist():
        record("inlet_off_dem", "lies off the DEM or where it has no data.", inlet)
    for inlet in np.flatnonzero(np.abs(inlets.top - ground) > LEVEL_TOLERANCE + ROUNDING).tolist():
        text = f"has its top at {inlets.top[inlet]:.2f} m, {_off(inlets.top[inlet] - ground[inlet])}."
        record("inlet_level", text, inlet)
    for inlet in np.flatnonzero(catchment < LEAST_CATCHMENT).tolist():
        text = f"has a catchment of {catchment[inlet]:.3g} m2: it lies on a ridge, a roof or a slope."
        record("inlet_ridge", text, inlet)
    return findings


def _middle(line: np.ndarray) -> np.ndarray:
    """The point halfway along a line (k, 2), NaN without one; gaps in it count for nothing."""
    line = line[np.isfinite(line).all(axis=1)]
    if len(line) < 2:
        return line[0] if len(line) else np.full(2, np.nan)
    along = np.r_[0.0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    return np.array([np.interp(along[-1] / 2, along, line[:, k]) for k in (0, 1)])


def _off(difference: float) -> str:
    return f"{abs(difference):.2f} m {'above' if difference > 0 else 'below'} the DEM"
