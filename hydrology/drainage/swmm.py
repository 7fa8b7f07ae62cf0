"""A drainage network as the SWMM engine takes it: complete, with a stated default for all that the data leave open."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..errors import HydrologyError
from .capacity import EGG, RECTANGULAR, cross_section, is_pressure, is_virtual, network_capacities, section
from .design import DIAMETERS
from .network import OUTFALL, Network
from .sharing import network_limits

# All of these are own choices: of usual size, not taken from a standard.
SMALLEST = DIAMETERS[0] / 1000.0  # m, of a pipe of unknown size with none above it
COVER = 1.0  # m, ground over the highest pipe of a node of unknown ground
DEPTH_OF_NODE = 2.0  # m, from the ground to a node along whose way no level is known
SLOPE = 0.003  # m/m, from a known level to nodes beyond which there is none
SHORTEST = 1.0  # m, since shorter conduits force the engine to tiny steps
PUMP_VELOCITY = 1.0  # m/s in a pressure main while it pumps
PUMP_DEPTH = 0.5  # m of water at which a pump has come to its full rate
HAZEN_WILLIAMS = 120.0  # C of pressure mains that fall
LEAST_GROUND_SLOPE, GROUND_SLOPE = 0.001, 0.01  # m/m, least taken, and where it is not known

CONDUIT, PUMP = "conduit", "pump"
CIRCLE, BOX, OVOID, MAIN = "CIRCULAR", "RECT_CLOSED", "EGG", "FORCE_MAIN"
LINK, NODE, ZONE = "link", "node", "zone"  # what a note is about


@dataclass(frozen=True)
class Note:
    """Something taken for granted. A sentence of it is their number, `text`, a colon and the names of the elements.

    about : LINK, NODE or ZONE; which : int64, indices into the pipes, nodes or zones.
    """

    text: str
    about: str
    which: np.ndarray


@dataclass
class SwmmNetwork:
    """What is exported of a network.

    Of k links: pipe int64, kind object (CONDUIT or PUMP), shape object (CIRCLE ...), height and width float64 (m),
    start_z and end_z float64 (m), length float64 (m), rate float64 (L/s, of pumps), twin int64 (0, and 1, 2 ... where
    further links end at the same outfall, of which the engine lets each have one). Of all nodes of the network: used
    bool, invert and depth float64 (m), NaN if not used.
    """

    pipe: np.ndarray
    kind: np.ndarray
    shape: np.ndarray
    height: np.ndarray
    width: np.ndarray
    start_z: np.ndarray
    end_z: np.ndarray
    length: np.ndarray
    rate: np.ndarray
    twin: np.ndarray
    used: np.ndarray
    invert: np.ndarray
    depth: np.ndarray
    notes: list[Note] = field(default_factory=list)

    def note(self, text: str, about: str, which: np.ndarray) -> None:
        """Record it unless it is about nothing. Both numbers of a word: "pipe(s)"."""
        if len(which):
            self.notes.append(Note(text, about, np.asarray(which)))


def swmm_network(network: Network, ground: np.ndarray, roughness: float, unit: float = 1.0) -> SwmmNetwork:
    """The links and nodes to export, with defaults where the data leave something open, each told in `notes`.

    Parameters
    ----------
    ground : float64 (nodes,), m, NaN where not known. roughness : Manning's n. unit : metres per unit of coordinates.

    Raises HydrologyError without an outfall that a link reaches, or if no level at all is known, nor the ground.
    """
    pipes, nodes = network.pipes, network.nodes
    words = list(zip(pipes.shape, pipes.kind))
    virtual = np.array([is_virtual(*pair) for pair in words], bool)
    carried = network_capacities(network, roughness, unit)
    rises = carried.pressure & ~virtual
    main = np.array([is_pressure(*pair) for pair in words], bool) & ~virtual | rises
    height, size_notes = _sizes(network, virtual)
    keep, skip_notes = _exported(network)
    levels, invert, level_notes = _levels(network, keep, carried.length, ground)
    keep &= np.isfinite(levels).all(axis=0)
    link = np.flatnonzero(keep)
    if not link.size or not network.is_outfall[network.end[link]].any():
        raise HydrologyError(
            "No pipe reaches an outfall, without which the SWMM engine does not run: give OUTFALLS, or correct the "
            "ends of the pipes (see networkcheck)."
        )
    section_of = {EGG: OVOID, RECTANGULAR: BOX}
    shape = np.array([section_of.get(cross_section(word), CIRCLE) for word in pipes.shape] or [], object)
    shape[virtual] = CIRCLE
    shape[main] = MAIN
    width = np.where(np.isnan(pipes.width), height, pipes.width)
    count = len(nodes)
    used = np.zeros(count, bool)
    used[network.start[link]] = used[network.end[link]] = True
    length, short = _lengths(network, carried.length, unit)
    area, _ = section(height)
    made = SwmmNetwork(
        *(link, np.where(rises[link], PUMP, CONDUIT).astype(object), shape[link], height[link], width[link]),
        *(levels[0, link], levels[1, link], length[link], 1000 * PUMP_VELOCITY * area[link]),
        _twins(network, link),
        *(used, np.where(used, invert, np.nan), np.full(count, np.nan)),
        skip_notes,
    )
    for text, which in size_notes:
        made.note(text, LINK, np.flatnonzero(which & keep & ~rises))
    other = np.array([cross_section(word) is None for word in pipes.shape] or [], bool)
    text = "pipes have a shape that is neither circular, rectangular nor egg: taken as circular"
    made.note(text, LINK, np.flatnonzero(other & ~main & ~virtual & keep))
    text = f"pipes are shorter than {SHORTEST:g} m, or have no length: taken as {SHORTEST:g} m long"
    made.note(text, LINK, np.flatnonzero(short & keep))
    made.notes += level_notes
    _describe(made, network, rises & keep, main & ~rises & keep)
    _depths(made, network, ground)
    return made


def _exported(network: Network) -> tuple[np.ndarray, list[Note]]:
    """(bool (n,), notes): the pipes that can be links, and why the others cannot."""
    lost = (network.start < 0) | (network.end < 0)
    loop = ~lost & (network.start == network.end)
    back = ~network.followed & ~lost & ~loop
    reasons = (
        (lost, "pipes have no node at an end: left out"),
        (loop, "pipes begin and end at one node: left out"),
        (back, "pipes leave an outfall: left out"),
    )
    return network.followed.copy(), [Note(t, LINK, np.flatnonzero(w)) for w, t in reasons if w.any()]


def _sizes(network: Network, virtual: np.ndarray) -> tuple[np.ndarray, list[tuple[str, np.ndarray]]]:
    """Heights (m) of all pipes, and which are taken how."""
    height = np.where(virtual, np.nan, network.pipes.size)
    unknown = np.isnan(height) & ~virtual
    followed = network.followed
    for which, ends in (
        (unknown, ((network.start, network.end),)),
        (virtual, ((network.start, network.start), (network.start, network.end), (network.end, network.start),
                   (network.end, network.end))),
    ):  # fmt: skip
        # A row of such pipes is filled from its ends, one more at a time.
        while (todo := np.flatnonzero(which & followed & np.isnan(height))).size:
            found = np.zeros(height.size)
            known = np.flatnonzero(followed & np.isfinite(height))
            for mine, theirs in ends:
                largest = np.zeros(len(network.nodes))
                np.maximum.at(largest, theirs[known], height[known])
                found[todo] = np.maximum(found[todo], largest[mine[todo]])
            if not found.any():
                break
            height[found > 0] = found[found > 0]
    default = np.isnan(height)
    height[default] = SMALLEST
    return height, [
        ("pipes have no size: taken as large as the largest pipe that ends where they begin",
         unknown & ~default),
        (f"pipes have no size, and no pipe above them has: taken as DN {DIAMETERS[0]}",
         unknown & default),
        ("virtual links are taken as circular pipes as large as the largest pipe at their ends",
         virtual & ~default),
        (f"virtual links beside no pipe are taken as DN {DIAMETERS[0]}", virtual & default),
    ]  # fmt: skip


def _lengths(network: Network, length: np.ndarray, unit: float) -> tuple[np.ndarray, np.ndarray]:
    """(m, bool (n,)): lengths, of pipes without a line those between their nodes; which had to be lengthened."""
    xy = np.vstack([network.nodes.xy, [[np.nan, np.nan]]])
    straight = np.hypot(*(xy[network.end] - xy[network.start]).T) * unit
    length = np.where(length > 0, length, np.nan_to_num(straight))
    return np.maximum(length, SHORTEST), length < SHORTEST


def _levels(
    network: Network, keep: np.ndarray, length: np.ndarray, ground: np.ndarray
) -> tuple[np.ndarray, np.ndarray, list[Note]]:
    """(float64 (2, n) levels of the ends, float64 (m,) inverts, notes)."""
    nodes, count = network.nodes, len(network.nodes)
    levels = np.stack([network.level_start, network.level_end])
    ends = np.stack([network.start, network.end])
    lowest = np.full(count, np.inf)
    for level, end in zip(levels, ends):
        known = keep & np.isfinite(level)
        np.minimum.at(lowest, end[known], level[known])
    given = np.full(count, np.nan)
    np.fmin.at(given, network.canonical, nodes.invert)
    # No sump below the pipes: the engine does not count the water that stands in it, and misses it in its balance.
    invert = np.where(np.isfinite(lowest), lowest, given)
    touched = np.zeros(count, bool)
    touched[ends[:, keep]] = True
    inner = touched & ~network.is_outfall & np.isfinite(lowest)
    lower, sump = np.flatnonzero(inner & (lowest < given - 0.005)), np.flatnonzero(inner & (lowest > given + 0.005))
    unknown = touched & np.isnan(invert)
    between, beyond = _between(network, keep, np.nan_to_num(length), invert, unknown)
    below_ground = unknown & np.isnan(invert) & np.isfinite(ground)
    invert[below_ground] = ground[below_ground] - DEPTH_OF_NODE
    if not np.isfinite(invert).any():
        raise HydrologyError(
            "No level is known of any pipe, manhole or ground: give FROM_LEVEL_FIELD and TO_LEVEL_FIELD of PIPES "
            "(bottom of the pipe, m), without which there is no slope."
        )
    open_ends = keep & np.isnan(levels).any(axis=0)
    for level, end in zip(levels, ends):
        fill = keep & np.isnan(level)
        level[fill] = invert[end[fill]]
    made = [
        ("nodes have a pipe below their bottom: the bottom is lowered to it", NODE, lower),
        ("nodes have their bottom below all their pipes: raised to the lowest", NODE, sump),
        ("pipes lack a level: taken at the bottom of the node", LINK, np.flatnonzero(open_ends)),
        ("nodes have no level: between those of the nodes above and below", NODE, between),
        (f"nodes have no level, and none on one side: at a slope of {SLOPE:g} from the other", NODE,
         beyond),
        (f"nodes have no level, nor any along their way: {DEPTH_OF_NODE:g} m below the ground", NODE,
         np.flatnonzero(below_ground)),
        ("pipes have no level, nor any along their way: left out", LINK,
         np.flatnonzero(keep & np.isnan(levels).any(axis=0))),
    ]  # fmt: skip
    return levels, invert, [Note(*row) for row in made if row[2].size]


def _between(
    network: Network, keep: np.ndarray, length: np.ndarray, invert: np.ndarray, unknown: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Fill inverts between known ones along main ways; the nodes filled between two, and those beside one."""
    order = network_limits(network, np.full(keep.size, np.inf)).order
    order = order[keep[order]].tolist()
    low, down, high, up = _nearest_levels(network, order, length, invert)
    both = np.flatnonzero(unknown & np.isfinite(low) & np.isfinite(high))
    far = np.maximum(down[both] + up[both], 1e-9)
    invert[both] = (low[both] * up[both] + high[both] * down[both]) / far
    # Once more, since what joins from the side begins at those.
    low, down, high, up = _nearest_levels(network, order, length, invert)
    one = np.flatnonzero(unknown & np.isnan(invert) & (np.isfinite(low) | np.isfinite(high)))
    invert[one] = np.where(np.isfinite(low[one]), low[one] + SLOPE * down[one], high[one] - SLOPE * up[one])
    return both, one


def _nearest_levels(network: Network, order: list[int], length: np.ndarray, invert: np.ndarray) -> list[np.ndarray]:
    """Of nodes without a level the nearest one down the main way and its distance, then the same from above; NaN and
    infinite for none. order : the pipes from the top down."""
    start, end, main = network.start.tolist(), network.end.tolist(), network.main_pipe.tolist()
    found = []
    for way, here, there in ((reversed(order), end, start), (order, start, end)):
        level, far = invert.copy(), np.where(np.isnan(invert), np.inf, 0.0)
        for p in way:
            new = far[here[p]] + length[p]
            if main[start[p]] == p and new < far[there[p]]:
                level[there[p]], far[there[p]] = level[here[p]], new
        found += [level, far]
    return found


def _twins(network: Network, link: np.ndarray) -> np.ndarray:
    """int64 (k,): how many links before each one end at the same outfall."""
    seen: dict[int, int] = {}
    twin = np.zeros(link.size, np.int64)
    for k, end in enumerate(network.end[link].tolist()):
        if network.is_outfall[end]:
            twin[k] = seen.get(end, 0)
            seen[end] = twin[k] + 1
    return twin


def _depths(made: SwmmNetwork, network: Network, ground: np.ndarray) -> None:
    """Fill depth: from the bottom to the ground, at least to the top of the highest pipe."""
    top = np.full(len(network.nodes), -np.inf)
    pipe, solid = made.pipe, made.kind == CONDUIT
    for end, level in ((network.start, made.start_z), (network.end, made.end_z)):
        np.maximum.at(top, end[pipe[solid]], (level + made.height)[solid])
    top = np.maximum(top, made.invert) + 0.002  # what rounding to millimetres may take away
    inner = made.used & ~network.is_outfall
    bare = inner & np.isnan(ground)
    low = inner & (ground < top - 0.01)
    made.depth[inner] = (np.where(bare, top + COVER, np.fmax(ground, top)) - made.invert)[inner]
    text = f"manholes have no ground level: {COVER:g} m above their highest pipe"
    made.note(text, NODE, np.flatnonzero(bare))
    text = "manholes have their ground below the top of a pipe: raised to it"
    made.note(text, NODE, np.flatnonzero(low))


def _describe(made: SwmmNetwork, network: Network, pumped: np.ndarray, pressed: np.ndarray) -> None:
    """Notes about links and nodes that are as the data have them, but may surprise."""
    inner = made.pipe[made.kind == CONDUIT]
    level = dict(zip(made.pipe.tolist(), (made.end_z - made.start_z).tolist()))
    text = (
        f"pipes end above their own top, as pressure mains do: taken as pumps of {PUMP_VELOCITY:g} m/s in the pipe, "
        f"in full from a depth of {PUMP_DEPTH:g} m on"
    )
    made.note(text, LINK, np.flatnonzero(pumped))
    text = f"pressure mains are taken as FORCE_MAIN of Hazen and Williams's C = {HAZEN_WILLIAMS:g}"
    made.note(text, LINK, np.flatnonzero(pressed))
    text = "conduits rise against their direction: kept as they are"
    made.note(text, LINK, np.array([p for p in inner.tolist() if level[p] > 1e-6], np.int64))
    ends = made.used & ~network.is_outfall
    ends[network.start[made.pipe]] = False
    text = "nodes end a way without being outfalls: kept; what cannot leave floods there"
    made.note(text, NODE, np.flatnonzero(ends))
    ring = np.array(sorted(n for group in network.cycles for n in group), np.int64)
    text = "nodes lie on circles of pipes: kept, the dynamic wave finds the way"
    made.note(text, NODE, ring[made.used[ring]] if ring.size else ring)
    several = np.unique(network.end[made.pipe[made.twin > 0]])
    text = "outfalls end several pipes: an outfall of its own for each further one"
    made.note(text, NODE, several)
    alone = (network.nodes.kind != OUTFALL) & ~made.used & (network.canonical == np.arange(len(network.nodes)))
    made.note("manholes have no pipe: left out", NODE, np.flatnonzero(alone))


def subcatchment_width(area: np.ndarray, farthest: np.ndarray, longest: float) -> np.ndarray:
    """Width (m) of the engine's rectangular plane: the area (m2) over the length of flow.

    farthest : m, from the outlet to the farthest point of the outline, NaN = not known: then the square root of the
    area. The length is `longest` (m) at most, where flow has found a gutter, and at least the radius of a circle of the
    area, which no outline can undercut.
    """
    length = np.where(np.isfinite(farthest), farthest, np.sqrt(area))
    return area / np.clip(length, np.minimum(np.sqrt(area / np.pi), longest), longest)
