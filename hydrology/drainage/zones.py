"""Drainage zones: the ground whose water reaches the same inlet, node, outfall, channel or edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from ..flow.accumulation import flow_accumulation
from ..flow.basins import catchments
from ..flow.directions import COLUMN_STEP, OUTLET, ROW_STEP
from ..flow.routing import through_depressions
from ..ponds.hierarchy import build_hierarchy
from ..ponds.inventory import outer_depressions
from ..ponds.storage import measure_storage
from ..progress import Progress, silent

LEVELS = ("inlet", "node", "outfall")


@dataclass(frozen=True)
class Collector:
    """Cells where water leaves the surface, with the zone that they make at each level.

    Attributes
    ----------
    cells : flat cell indices.
    zone : per level of LEVELS the (type, id) of the zone; type is inlet, node, outfall, channel or depression.
    also : ids of other outfalls that the water can reach, along side branches.
    """

    cells: np.ndarray
    zone: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Zones:
    """Zones that tile the valid cells. Arrays have an entry per zone.

    Attributes
    ----------
    label : int32 (rows, columns), index into the arrays, -1 without data.
    number : published number; the same for every run with the same collectors.
    outlet_type, outlet_id : what the zone drains to.
    parent : number of the zone one level up, 0 = none.
    collectors : number of collectors of the type inlet in the zone.
    dropped : indices of the collectors whose zone was too small and joined another.
    receiver : id of the outfall, channel or depression that takes the zone's water, "edge", or "" where pipes lead to
        no outfall.
    also : ids of other outfalls that its water can reach, along side branches; sorted.
    """

    label: np.ndarray
    number: np.ndarray
    outlet_type: list[str]
    outlet_id: list[str]
    parent: np.ndarray
    collectors: np.ndarray
    dropped: list[int]
    receiver: list[str]
    also: list[tuple[str, ...]]


def drainage_zones(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    collectors: Sequence[Collector],
    level: str = "inlet",
    min_area: float = 0.0,
    depression_volume: float | None = None,
    progress: Progress | None = None,
) -> Zones:
    """Delineate the zones of a DEM.

    Water runs by D8, fills depressions and spills on, until it meets a collector or leaves at the edge. What reaches no
    collector makes up one zone of the type edge.

    Parameters
    ----------
    z, valid, dx, dy : the DEM (m).
    collectors : where water leaves the surface; of two in a cell the first holds.
    level : which zones; see LEVELS.
    min_area : m2; a smaller zone joins the one that it drains to. Zones uphill are joined first, so that one which is
        large enough with them stays. It is applied from the level outfall down to `level`, so that the zones of each
        level make up those of the next: a zone of the level outfall that is too small is given up, its collectors are
        left out and its ground runs on; one below joins the next zone downhill within its parent, else the largest
        there.
    depression_volume : m3; a depression that holds at least this and has no collector keeps its water and is a zone of
        the type depression.
    """
    progress = silent(progress)
    collectors = list(collectors)
    rank = LEVELS.index(level)
    part = progress.part(0, 0.3) if depression_volume is not None else progress
    if depression_volume is not None:
        collectors += _undrained_depressions(z, valid, dx, dy, collectors, depression_volume, part)
        progress = progress.part(0.3, 1)
    top = len(LEVELS) - 1
    active = list(range(len(collectors)))
    dropped: list[int] = []
    downhill = None
    while True:
        label = _delineate(z, valid, dx, dy, collectors, active, progress)
        if min_area <= 0:
            break
        if downhill is None:
            downhill = _natural_flow(z, valid, dx, dy, progress)
        small = _too_small(label, collectors, active, top, min_area / (dx * dy), *downhill)
        if not small:
            break
        dropped += small
        active = sorted(set(active).difference(small))

    # Per level the zone that each belongs to: itself, or the one that it joined.
    joined: list[dict] = [{c.zone[r]: c.zone[r] for c in collectors} for r in range(len(LEVELS))]
    above = [{c.zone[r]: c.zone[min(r + 1, top)] for c in collectors} for r in range(len(LEVELS))]
    if min_area > 0:
        for r in reversed(range(rank, top)):
            parent = {zone: joined[r + 1][up] for zone, up in above[r].items()}
            joined[r] |= _join_small(label, collectors, active, r, parent, min_area / (dx * dy), *downhill)
        dropped += [i for i in active if joined[rank][collectors[i].zone[rank]] != collectors[i].zone[rank]]

    numbers = [_number(collectors, r) for r in range(len(LEVELS))]
    present = sorted({joined[rank][collectors[i].zone[rank]] for i in active}, key=numbers[rank].__getitem__)
    position = {zone: i for i, zone in enumerate(present)}
    lookup = np.full(len(collectors) + 2, len(present), np.int32)  # entry 0: the edge; the last: no data
    lookup[-1] = -1
    inlets = np.zeros(len(present) + 1, np.int64)
    also: list[set[str]] = [set() for _ in range(len(present) + 1)]
    last = {c.zone[rank]: c.zone[top] for c in collectors}
    for i in active:
        zone = position[joined[rank][collectors[i].zone[rank]]]
        lookup[i + 1] = zone
        inlets[zone] += collectors[i].zone[0][0] == "inlet"
        also[zone].update(collectors[i].also)
    parents = [numbers[rank + 1][joined[rank + 1][above[rank][zone]]] if rank < top else 0 for zone in present]
    edges = [len(n) + 1 for n in numbers]
    zones = Zones(
        label=lookup[label],
        number=np.array([numbers[rank][zone] for zone in present] + [edges[rank]], np.int64),
        outlet_type=[zone[0] for zone in present] + ["edge"],
        outlet_id=[zone[1] for zone in present] + [""],
        parent=np.array(parents + [edges[rank + 1] if rank < top else 0], np.int64),
        collectors=inlets,
        dropped=sorted(dropped),
        receiver=["" if last[zone][0] in ("inlet", "node") else last[zone][1] for zone in present] + ["edge"],
        also=[tuple(sorted(names)) for names in also],
    )
    return _without_empty(zones)


def zone_figures(
    z: np.ndarray, label: np.ndarray, count: int, dx: float, dy: float, progress: Progress | None = None
) -> dict[str, np.ndarray]:
    """Area (m2), lowest and mean elevation (m) and mean slope of the ground (m/m) of each zone.

    The slope is that of central differences, one-sided beside cells without data.
    """
    cells = np.zeros(count, np.int64)
    low = np.full(count, np.inf)
    total, slope = np.zeros(count), np.zeros(count)
    for first, last in silent(progress).blocks(*z.shape):
        _measure_zones(z, label, dx, dy, cells, low, total, slope, first, last)
    divisor = np.maximum(cells, 1)
    return {"area": cells * dx * dy, "low_z": low, "mean_z": total / divisor, "slope": slope / divisor}


def _delineate(z, valid, dx, dy, collectors, active, progress) -> np.ndarray:
    """Label every cell with its collector's index + 1; 0: the edge; -1: no data."""
    seeds = np.zeros(z.size, np.int32)
    for i in reversed(active):  # of two in a cell the first holds
        seeds[collectors[i].cells] = i + 1
    seeds = seeds.reshape(z.shape)
    seeds[~valid] = 0
    hierarchy = build_hierarchy(z, valid, dx, dy, seeds > 0, progress=progress.part(0, 0.8))
    return catchments(through_depressions(hierarchy), seeds, progress.part(0.8, 1))


def _natural_flow(z, valid, dx, dy, progress) -> tuple[np.ndarray, np.ndarray]:
    """Directions and accumulation (cells) of the surface without collectors."""
    direction = through_depressions(build_hierarchy(z, valid, dx, dy, progress=progress.part(0, 0.8)))
    return direction, flow_accumulation(direction, 1.0, progress.part(0.8, 1))


def _too_small(label, collectors, active, rank, least_cells, direction, accumulation) -> list[int]:
    """Collectors of the zones that stay below `least_cells` when those uphill have joined the ones downhill."""
    members, size, lowest, order = _by_zone(label, collectors, active, rank, accumulation)
    small = []
    for zone in order:
        if size[zone] >= least_cells:
            continue
        small += members[zone]
        own = np.zeros(len(collectors) + 2, bool)
        own[[i + 1 for i in members[zone]]] = True
        below = _next_label(direction, label, own, lowest[zone])
        if below > 0:
            size[collectors[below - 1].zone[rank]] += size[zone]
    return small


def _join_small(label, collectors, active, rank, parent, least_cells, direction, accumulation) -> dict:
    """Of every zone of the level the one of the same parent that it belongs to when all below `least_cells` have
    joined another: the next such zone downhill, else the largest."""
    members, size, lowest, order = _by_zone(label, collectors, active, rank, accumulation)
    families = {family: k for k, family in enumerate(dict.fromkeys(parent[zone] for zone in order))}
    family = np.array([families[parent[zone]] for zone in order], np.int64)
    cells = np.array([size[zone] for zone in order], np.int64)
    holder = np.arange(len(order))  # the zone that each belongs to
    of_label = np.full(len(collectors) + 2, -1, np.int64)
    for k, zone in enumerate(order):
        of_label[[i + 1 for i in members[zone]]] = k
    for k, zone in enumerate(order):
        other = (family == family[k]) & (holder != k)
        if cells[k] >= least_cells or not other.any():
            continue
        elsewhere = np.append(~other, True)[of_label]
        below = _next_label(direction, label, elsewhere, lowest[zone])
        largest = np.argmax(np.where(other & (holder == np.arange(holder.size)), cells, -1))
        target = holder[of_label[below]] if below > 0 else largest
        cells[target] += cells[k]
        holder[holder == k] = target
    return {zone: order[k] for zone, k in zip(order, holder)}


def _by_zone(label, collectors, active, rank, accumulation):
    """Per zone of the level: its collectors, its cells, the cell of its collectors that most water reaches; and the
    zones, those uphill first."""
    cells = np.bincount(label.reshape(-1) + 1, minlength=len(collectors) + 2)[1:]
    members: dict[tuple[str, str], list[int]] = {}
    for i in active:
        members.setdefault(collectors[i].zone[rank], []).append(i)
    size = {zone: int(sum(cells[i + 1] for i in inside)) for zone, inside in members.items()}
    flow = accumulation.reshape(-1)
    lowest = {}
    for zone, inside in members.items():
        places = np.concatenate([collectors[i].cells for i in inside])
        lowest[zone] = int(places[np.argmax(np.nan_to_num(flow[places]))])
    return members, size, lowest, sorted(members, key=lambda name: flow[lowest[name]])


def _undrained_depressions(z, valid, dx, dy, collectors, volume, progress) -> list[Collector]:
    sinks = np.zeros(z.size, bool)
    for collector in collectors:
        sinks[collector.cells] = True
    hierarchy = build_hierarchy(z, valid, dx, dy, sinks.reshape(z.shape), progress=progress.part(0, 0.8))
    storage = measure_storage(z, hierarchy, progress.part(0.8, 1))
    nodes = outer_depressions(hierarchy)
    nodes = nodes[storage.total[nodes] * dx * dy >= volume]
    nodes = nodes[np.argsort(hierarchy.pit[nodes])]
    zones = [("depression", str(i + 1)) for i in range(nodes.size)]
    return [Collector(hierarchy.pit[[node]], (zone, zone, zone)) for node, zone in zip(nodes, zones)]


def _number(collectors: list[Collector], rank: int) -> dict[tuple[str, str], int]:
    """Number the zones of a level in reading order of their first cell."""
    first: dict[tuple[str, str], int] = {}
    for collector in collectors:
        if collector.cells.size:
            zone = collector.zone[rank]
            first[zone] = min(first.get(zone, collector.cells.min()), collector.cells.min())
    return {zone: i + 1 for i, zone in enumerate(sorted(first, key=lambda zone: (first[zone], zone)))}


def _without_empty(zones: Zones) -> Zones:
    """Leave out zones that no cell belongs to (their collectors share cells with others)."""
    count = len(zones.outlet_type)
    cells = np.bincount(zones.label.reshape(-1) + 1, minlength=count + 1)[1:]
    keep = np.flatnonzero(cells)
    place = np.full(count + 1, -1, np.int32)
    place[keep] = np.arange(keep.size)
    return Zones(
        label=place[zones.label],
        number=zones.number[keep],
        outlet_type=[zones.outlet_type[i] for i in keep],
        outlet_id=[zones.outlet_id[i] for i in keep],
        parent=zones.parent[keep],
        collectors=zones.collectors[keep],
        dropped=zones.dropped,
        receiver=[zones.receiver[i] for i in keep],
        also=[zones.also[i] for i in keep],
    )


@kernel
def _measure_zones(z, label, dx, dy, cells, low, total, slope, first, last):
    rows, columns = z.shape
    for row in range(first, last):
        for column in range(columns):
            zone = label[row, column]
            if zone < 0:
                continue
            here = float(z[row, column])
            cells[zone] += 1
            total[zone] += here
            low[zone] = min(low[zone], here)
            above = row - 1 if row > 0 and label[row - 1, column] >= 0 else row
            below = row + 1 if row + 1 < rows and label[row + 1, column] >= 0 else row
            west = column - 1 if column > 0 and label[row, column - 1] >= 0 else column
            east = column + 1 if column + 1 < columns and label[row, column + 1] >= 0 else column
            south = (float(z[below, column]) - float(z[above, column])) / (max(below - above, 1) * dy)
            across = (float(z[row, east]) - float(z[row, west])) / (max(east - west, 1) * dx)
            slope[zone] += np.sqrt(south * south + across * across)


@kernel
def _next_label(direction, label, own, cell):
    """The first label downhill of `cell` that is not one of its own; 0 where water leaves before."""
    columns = direction.shape[1]
    while own[label[cell // columns, cell % columns]]:
        k = direction[cell // columns, cell % columns]
        if k >= OUTLET:
            return 0
        cell = (cell // columns + ROW_STEP[k]) * columns + cell % columns + COLUMN_STEP[k]
    return label[cell // columns, cell % columns]
