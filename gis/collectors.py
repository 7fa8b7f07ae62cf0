"""From drainage layers to the places where water leaves the surface, and the zones that they stand for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsProcessingFeatureSource

from ..hydrology.drainage.interception import Interception, interception
from ..hydrology.drainage.network import OUTFALL, Network, Nodes
from ..hydrology.drainage.zones import LEVELS, Collector, Zones, drainage_zones, zone_figures
from ..hydrology.errors import HydrologyError
from ..hydrology.grid import Grid
from ..hydrology.progress import Progress
from .network import LEVEL_RANGE, number_of, numbers_by_feature
from .raster import Dem, burn
from .system import SNAP_DISTANCE, DrainageLayers, DrainageSystem, read_system
from .vectors import geometries, some


@dataclass
class Collectors:
    """What `read_collectors` found: the collectors, log lines and warnings, inlets by outfall id ("" = none), and the
    system that the layers make."""

    items: list[Collector]
    log: list[str]
    warnings: list[str]
    inlets_by_outfall: dict[str, int]
    outfalls: Nodes | None
    system: DrainageSystem


def read_collectors(
    layers: DrainageLayers, dem: Dem, snap_distance: float, context: QgsCoordinateTransformContext, progress: Progress
) -> Collectors:
    """Read the drainage layers and place inlets, outfalls and channels on the DEM.

    An inlet is a zone of its own at level inlet; at level node it belongs to the node where its pipe begins; at level
    outfall to the outfall that this node's water reaches along the main branches. Where a step fails it stays what it
    is one level below.
    """
    system = read_system(layers, dem, snap_distance, context, progress.part(0, 0.8))
    found = Collectors([], system.log, [], {}, system.nodes, system)
    if system.inlets is not None:
        _add_inlets(found, system, dem.grid)
    if system.nodes is not None:
        _add_outfalls(found, system.nodes, dem.grid)
    if layers.channels is not None:
        _add_channels(found, layers.channels, dem, context, progress.part(0.8, 1))
    found.warnings += system.warnings()
    progress.update(1)
    return found


@dataclass
class Delineation:
    """Drainage zones with their figures (see `zone_figures`) and what the log should say."""

    zones: Zones
    figures: dict[str, np.ndarray]
    grid: Grid
    collectors: Collectors

    @property
    def area(self) -> float:
        """Area of all zones (m2)."""
        return float(self.figures["area"].sum())

    @property
    def undrained(self) -> float:
        """Area (m2) whose water reaches no inlet, outfall or channel."""
        drained = np.isin(self.zones.outlet_type, ("inlet", "node", "outfall", "channel"))
        return float(self.figures["area"][~drained].sum())

    def numbers(self) -> np.ndarray:
        """The published zone number of every cell, int32, 0 without data."""
        return np.append(self.zones.number, 0)[self.zones.label].astype(np.int32)

    def against(
        self, level: float | None, by_outfall: Mapping[str, float]
    ) -> tuple[list[str | None], list[float | None]]:
        """How each zone drains against a receiving level, and its head over it.

        A zone whose lowest ground lies above the level drains by gravity; the others are low.
        """
        modes: list[str | None] = []
        heads: list[float | None] = []
        for receiving, low in zip(self.receiving(level, by_outfall), self.figures["low_z"]):
            modes.append(None if receiving is None else "gravity" if low > receiving else "low")
            heads.append(None if receiving is None else float(low) - receiving)
        return modes, heads

    def receiving(self, level: float | None, by_outfall: Mapping[str, float]) -> list[float | None]:
        """The level of the water (m) that each zone drains to: that of its outfall, else the one for all."""
        return [by_outfall.get(outfall, level) for outfall in self._outfalls()]

    def intercept(
        self, dem: Dem, level: float | None, by_outfall: Mapping[str, float], progress: Progress
    ) -> tuple[Interception, list[float]]:
        """Where runoff of ground above the receiving level enters ground below it, and that level (m) at each stretch.

        Outfalls and channels take the water that reaches them; inlets do not. See `interception`.
        """
        levels = np.array([np.nan if x is None else x for x in self.receiving(level, by_outfall)], float)
        water = np.zeros(self.grid.cells, bool)
        for collector in self.collectors.items:
            if collector.zone[0][0] in ("outfall", "channel"):
                water[collector.cells] = True
        found = interception(
            dem.z, self.grid.valid, self.grid.dx, self.grid.dy, self.zones.label, levels,
            water.reshape(self.grid.shape), progress,
        )  # fmt: skip
        return found, levels[found.to_zone].tolist()

    def _outfalls(self) -> list[str]:
        """Id of the outfall that each zone drains to, "" = none."""
        ends = {zone: c.zone[2] for c in self.collectors.items for zone in c.zone}
        found = [ends.get(zone, ("", "")) for zone in zip(self.zones.outlet_type, self.zones.outlet_id)]
        return [name if kind == "outfall" else "" for kind, name in found]


def delineate(
    layers: DrainageLayers,
    dem: Dem,
    context: QgsCoordinateTransformContext,
    progress: Progress,
    level: str = "inlet",
    snap_distance: float = SNAP_DISTANCE,
    min_area: float = 0.0,
    depression_volume: float | None = None,
    ground: np.ndarray | None = None,
) -> Delineation:
    """Read the drainage layers and delineate the zones of a DEM; see `drainage_zones`.

    The zones' elevations and slopes are those of `ground` (m), the DEM before buildings were raised, if it is given.
    """
    grid = dem.grid
    collectors = read_collectors(layers, dem, snap_distance, context, progress.part(0, 0.2))
    zones = drainage_zones(
        dem.z,
        grid.valid,
        grid.dx,
        grid.dy,
        collectors.items,
        level,
        min_area,
        depression_volume,
        progress.part(0.2, 0.9),
    )
    if zones.dropped:
        rank = LEVELS.index(level)
        names = [" ".join(collectors.items[i].zone[rank]) for i in zones.dropped if i < len(collectors.items)]
        collectors.log.append(f"Zones below {min_area:g} m2 joined another: {some(list(dict.fromkeys(names)))}.")
    if ground is None:
        ground = dem.z
    else:
        ground = np.where(np.isnan(ground), dem.z, ground)
    figures = zone_figures(ground, zones.label, zones.number.size, grid.dx, grid.dy, progress.part(0.9, 1))
    return Delineation(zones, figures, grid, collectors)


def receiving_levels(
    text: str, outfalls: QgsProcessingFeatureSource | None, nodes: Nodes | None
) -> tuple[float | None, dict[str, float], list[str]]:
    """(level, by_outfall, warnings): RECEIVING_LEVEL as one level (m) for all, or as levels by outfall id out of a
    field of OUTFALLS."""
    text = text.strip()
    if not text:
        return None, {}, []
    level = number_of(text)
    if level is not None and math.isfinite(level):
        if not LEVEL_RANGE[0] <= level <= LEVEL_RANGE[1]:
            low, high = LEVEL_RANGE
            raise HydrologyError(
                f"RECEIVING_LEVEL must lie between {low:g} and {high:g} m: {level:g} is no level in metres."
            )
        return level, {}, []
    if outfalls is None:
        raise HydrologyError(
            f'RECEIVING_LEVEL must be a level in metres, or a field of OUTFALLS where these are given, not "{text}".'
        )
    names = outfalls.fields().names()
    name = next((name for name in (text, *names) if name.lower() == text.lower() and name in names), None)
    if name is None:
        raise HydrologyError(f'RECEIVING_LEVEL: OUTFALLS has no field "{text}"; its fields are {", ".join(names)}.')
    low, high = LEVEL_RANGE
    by_fid = {fid: value for fid, value in numbers_by_feature(outfalls, name).items() if low <= value <= high}
    mask = np.flatnonzero(nodes.kind == OUTFALL)
    without = [nodes.fid[i] for i in mask if nodes.fid[i] not in by_fid]
    warnings = []
    if without:
        warnings.append(
            f"RECEIVING_LEVEL: {len(without)} of {mask.size} outfalls have no level in field {name}, so there is no "
            f"receiving water at them: features {some(without)}."
        )
    return None, {nodes.label(i): by_fid[nodes.fid[i]] for i in mask if nodes.fid[i] in by_fid}, warnings


def _add_inlets(found: Collectors, system: DrainageSystem, grid: Grid) -> None:
    network, connections = system.network, system.connections
    names, cells = system.names, system.inlet_cells
    holders: dict[int, str] = {}
    by_outfall: Counter[str] = Counter()
    side_ways: Counter[tuple[str, str]] = Counter()
    shared = []
    for i, (name, cell) in enumerate(zip(names, cells.tolist())):
        zone = [("inlet", name)] * 3
        outfall = ""
        also: tuple[str, ...] = ()
        if connections is not None and connections.node[i] >= 0:
            zone[1] = zone[2] = _node_zone(network, connections.node[i])
            others = network.reachable[connections.node[i]] - {connections.outfall[i]}
            also = tuple(sorted(network.nodes.label(k) for k in others))
        if connections is not None and connections.outfall[i] >= 0:
            zone[2] = _node_zone(network, connections.outfall[i])
            outfall = zone[2][1]
        by_outfall[outfall] += 1
        side_ways.update((outfall, other) for other in also)
        if cell < 0:
            continue
        if cell in holders:
            shared.append(f"{name} with {holders[cell]}")
        holders.setdefault(cell, name)
        found.items.append(Collector(np.array([cell]), tuple(zone), also))
    if shared:
        found.warnings.append(
            f"{len(shared)} of {len(names)} inlets share the cell of another, which gets the zone: {some(shared, 50)}."
        )
    if connections is not None:
        known = [network.nodes.label(i) for i in np.flatnonzero(network.is_outfall)]
        found.inlets_by_outfall = {name: by_outfall.get(name, 0) for name in known} | dict(by_outfall)
        for name, count in sorted(found.inlets_by_outfall.items(), key=lambda pair: (-pair[1], pair[0])):
            where = f"Outfall {name} gathers" if name else "No outfall is reached by"
            found.log.append(f"{where} {count} inlets along the main branches.")
        for (name, other), count in sorted(side_ways.items()):
            whose = f"the inlets of outfall {name}" if name else "the inlets that reach no outfall along main branches"
            found.log.append(f"Of {whose}, {count} can reach outfall {other} too, along side branches.")


def _node_zone(network: Network, node: int) -> tuple[str, str]:
    kind = "outfall" if network.is_outfall[node] else "node"
    return kind, network.nodes.label(node)


def _add_outfalls(found: Collectors, nodes: Nodes, grid: Grid) -> None:
    rows, columns = grid.locate(nodes.xy[:, 0], nodes.xy[:, 1])
    outside = []
    for i in np.flatnonzero(nodes.kind == OUTFALL):
        name = nodes.label(i)
        if rows[i] < 0 or not grid.valid[rows[i], columns[i]]:
            outside.append(name)
            continue
        zone = ("outfall", name)
        found.items.append(Collector(np.array([rows[i] * grid.columns + columns[i]]), (zone, zone, zone)))
    if outside:
        found.warnings.append(f"{len(outside)} outfalls lie off the DEM: {some(outside)}.")


def _add_channels(found: Collectors, source, dem: Dem, context, progress: Progress) -> None:
    skipped: list[int] = []
    names, fids, shapes = [], [], []
    id_field = next((n for n in source.fields().names() if n.lower() in ("channel_id", "id", "name", "编号")), None)
    for feature, geometry in geometries(source, dem.crs, context, skipped):
        value = feature[id_field] if id_field else None
        names.append("" if value is None or str(value) == "NULL" else str(value).strip())
        fids.append(feature.id())
        shapes.append((bytes(geometry.asWkb()), len(names)))
    taken = set(names)
    for k, fid in enumerate(fids):  # a feature without an id is no part of the channel that another one names
        names[k] = names[k] or (str(fid) if str(fid) not in taken else f"feature {fid}")
    label = burn(dem.grid, shapes, True, progress)
    label[~dem.grid.valid] = 0
    cells = np.flatnonzero(label)
    order = cells[np.argsort(label.reshape(-1)[cells], kind="stable")]
    bounds = np.searchsorted(label.reshape(-1)[order], np.arange(1, len(names) + 2))
    for k, name in enumerate(names):
        part = order[bounds[k] : bounds[k + 1]]
        if part.size:
            zone = ("channel", name)
            found.items.append(Collector(part, (zone, zone, zone)))
    if skipped:
        found.warnings.append(f"{len(skipped)} channels without a usable geometry left out: {some(skipped)}.")
