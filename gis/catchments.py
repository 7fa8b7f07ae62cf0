"""Areas that drain into the pipe network, read from a layer of zones, and the ground over its nodes."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.core import NULL, QgsCoordinateTransformContext, QgsGeometry, QgsPointXY, QgsProcessingFeatureSource

from ..hydrology.drainage.network import OUTFALL, Network, Nodes
from ..hydrology.errors import HydrologyError
from ..hydrology.progress import Progress
from .collectors import delineate
from .network import number_of, numbers_by_feature
from .products import outlines
from .raster import Dem
from .system import DrainageLayers, DrainageSystem
from .vectors import geometries, some

OUTLETS = ("inlet", "node", "outfall")  # outlets of zones that lead into the network
CIRCLE_SEGMENTS = 12  # of a quarter of a circle


@dataclass
class Catchments:
    """k areas that drain into the network.

    id : object (k,). shape : their geometries. area : float64 (k,), m2. low_z : float64 (k,), m, NaN = not known.
    coefficient : float64 (k,), NaN where no field gives one. slope : float64 (k,), m/m, of the ground, NaN = not known.
    inlet, node, pipe : int64 (k,), where the water enters: the inlet that takes it, the node where that inlet's pipe
    begins, and the pipe; -1 for none.
    joined : inlets that zones of nodes and outfalls put together, by their field inlets.
    """

    id: np.ndarray
    shape: list[QgsGeometry]
    area: np.ndarray
    low_z: np.ndarray
    coefficient: np.ndarray
    slope: np.ndarray
    inlet: np.ndarray
    node: np.ndarray
    pipe: np.ndarray
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    joined: int = 0

    def __len__(self) -> int:
        return len(self.shape)


def read_zones(
    source: QgsProcessingFeatureSource,
    system: DrainageSystem,
    dem: Dem,
    context: QgsCoordinateTransformContext,
    coefficient_field: str = "",
) -> Catchments:
    """The zones of a layer as `drainagezones` writes it that drain into the network (or, without one, to an inlet).

    outlet_id and outlet_t say where a zone drains to; area_m2 (else the geometry's area), low_z and slope are read if
    there.
    Zones of other outlets (channel, depression, edge) are left out and counted. Raises HydrologyError if the layer has
    no such fields, or none of its zones drains into the network.
    """
    by_lower = {name.lower(): name for name in reversed(source.fields().names())}
    missing = [name for name in ("outlet_id", "outlet_t") if name not in by_lower]
    if missing:
        raise HydrologyError(
            f"ZONES: layer {source.sourceName()} has no field {' or '.join(missing)}, as zones of drainagezones have; "
            f"its fields are {', '.join(by_lower.values()) or 'none'}."
        )
    _check_coefficient(coefficient_field, "ZONES", source)
    skipped: list[int] = []
    rows, shapes = [], []
    joined = 0.0
    measured = []
    for feature, geometry in geometries(source, dem.crs, context, skipped):
        name = _text(feature[by_lower["zone_id"]]) if "zone_id" in by_lower else str(feature.id())
        kind, outlet = (_text(feature[by_lower[wanted]]) for wanted in ("outlet_t", "outlet_id"))
        area, low, share, slope = (
            _number(feature, by_lower.get(wanted))
            for wanted in ("area_m2", "low_z", coefficient_field.lower(), "slope")
        )
        if not area > 0:
            area = geometry.area() * dem.grid.unit**2
            if kind in OUTLETS and "area_m2" in by_lower:
                measured.append(name)
        rows.append((name, kind, outlet, area, low, share, slope))
        if kind in ("node", "outfall") and (inlets := _number(feature, by_lower.get("inlets"))) > 0:
            joined += inlets
        shapes.append(geometry)
    if skipped and not rows:
        raise HydrologyError(f"ZONES: no feature of layer {source.sourceName()} has a usable geometry.")
    found = _catchments(rows, shapes, system)
    found.joined = int(joined)
    if measured:
        found.warnings.append(
            f"ZONES: {len(measured)} zones have no area above 0 in {by_lower['area_m2']}, and are taken with that of "
            f"their polygons: {some(measured)}."
        )
    if skipped:
        found.warnings.append(f"ZONES: {len(skipped)} features without a usable geometry left out: {some(skipped)}.")
    if not (found.inlet >= 0).any() and not (found.node >= 0).any():
        raise HydrologyError(
            f"ZONES: no zone of layer {source.sourceName()} drains to an inlet, node or outfall of the layers given "
            f"({', '.join(OUTLETS)} in outlet_t, their ids in outlet_id)."
        )
    return found


def delineated_zones(
    layers: DrainageLayers,
    system: DrainageSystem,
    dem: Dem,
    snap_distance: float,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Catchments:
    """The zones of the inlets on the DEM, as `drainagezones` would make them."""
    made = delineate(layers, dem, context, progress.part(0, 0.8), snap_distance=snap_distance)
    zones, figures = made.zones, made.figures
    shapes = outlines(zones.label + 1, dem.grid, progress.part(0.8, 1))
    rows = [
        (str(number), kind, outlet, area, low, np.nan, slope)
        for number, kind, outlet, area, low, slope in zip(
            zones.number, zones.outlet_type, zones.outlet_id, figures["area"], figures["low_z"], figures["slope"]
        )
    ]
    return _catchments(rows, [shapes[k + 1] for k in range(len(rows))], system)


def read_inlet_areas(
    source: QgsProcessingFeatureSource, system: DrainageSystem, area_field: str, unit: float, coefficient_field: str
) -> Catchments:
    """The area of each inlet by a field of the inlets (m2), drawn as a circle of this area about it.

    unit : metres per unit of the coordinates. Raises HydrologyError if no inlet has an area above 0.
    """
    _check_coefficient(coefficient_field, "INLETS", source)
    area = numbers_by_feature(source, area_field)
    share = numbers_by_feature(source, coefficient_field) if coefficient_field else {}
    rows, shapes, without = [], [], []
    for name, fid, xy in zip(system.names, system.inlets.fid.tolist(), system.inlets.xy):
        if not area.get(fid, 0.0) > 0:
            without.append(name)
            continue
        rows.append((name, "inlet", name, area[fid], np.nan, share.get(fid, np.nan), np.nan))
        place = QgsGeometry.fromPointXY(QgsPointXY(*xy.tolist())) if np.isfinite(xy).all() else QgsGeometry()
        shapes.append(place.buffer((area[fid] / np.pi) ** 0.5 / unit, CIRCLE_SEGMENTS))
    if not rows:
        raise HydrologyError(f"INLETS: no inlet of layer {source.sourceName()} has an area above 0 in {area_field}.")
    found = _catchments(rows, shapes, system)
    if without:
        found.warnings.append(f"INLETS: {len(without)} inlets have no area above 0 in {area_field}: {some(without)}.")
    return found


def _catchments(rows: list[tuple], shapes: list[QgsGeometry], system: DrainageSystem) -> Catchments:
    """Those of the rows (name, outlet type and id, area, lowest ground, coefficient, slope) that
    drain into the network."""
    inlets = {name: i for i, name in reversed(list(enumerate(system.names)))}
    nodes = _nodes_by_label(system.network)
    kept = [k for k, row in enumerate(rows) if row[1] in OUTLETS]
    elsewhere = len(rows) - len(kept)
    rows, shapes = [rows[k] for k in kept], [shapes[k] for k in kept]
    inlet = np.array([inlets.get(outlet, -1) if kind == "inlet" else -1 for _, kind, outlet, *_ in rows], np.int64)
    node = np.array([nodes.get((kind == "outfall", outlet), -1) for _, kind, outlet, *_ in rows], np.int64)
    node[[row[1] == "inlet" for row in rows]] = -1
    found = Catchments(
        np.array([row[0] for row in rows] or [], object),
        shapes,
        *(np.array([row[i] for row in rows], np.float64) for i in (3, 4, 5, 6)),
        inlet,
        node,
        np.full(len(rows), -1),
    )
    lost = [f"{name} ({kind} {outlet})" for (name, kind, outlet, *_), i, n in zip(rows, inlet, node) if i < 0 and n < 0]
    if lost:
        found.warnings.append(f"The outlets of {len(lost)} zones are in none of the layers: {some(lost)}.")
    found.log.append(f"{len(rows)} zones drain to inlets, nodes and outfalls, {elsewhere} elsewhere.")
    place_in_network(found, system)
    return found


def _check_coefficient(name: str, layer: str, source: QgsProcessingFeatureSource) -> None:
    names = source.fields().names()
    if name and name.lower() not in [known.lower() for known in names]:
        raise HydrologyError(
            f'RUNOFF_COEFFICIENT must be a number or a field of {layer}, not "{name}"; the fields of '
            f"{source.sourceName()} are {', '.join(names)}."
        )


def place_in_network(catchments: Catchments, system: DrainageSystem) -> None:
    """Fill node and pipe: those of the inlet where there is one, and the main pipe out of a node."""
    network, connections = system.network, system.connections
    if network is None:
        return
    by_inlet = catchments.inlet >= 0
    if connections is not None:
        inlet = catchments.inlet[by_inlet]
        node, pipe = connections.node[inlet], connections.pipe[inlet]
        # A pipe whose upper end has no node still leads to its lower one.
        headless = (node < 0) & (pipe >= 0)
        node = np.where(headless, network.end[pipe], node)
        catchments.node[by_inlet], catchments.pipe[by_inlet] = node, pipe
    out = (catchments.pipe < 0) & (catchments.node >= 0)
    catchments.pipe[out] = network.main_pipe[catchments.node[out]]


def node_ground(nodes: Nodes, dem: Dem) -> np.ndarray:
    """m, of the ground over each node: its own top, else the DEM's cell; NaN where neither is known."""
    ground = np.full(len(nodes), np.nan)
    if dem.grid.cells:
        cell = dem.grid.cells_at(nodes.xy)
        ground[cell >= 0] = dem.z.reshape(-1)[cell[cell >= 0]]
    return np.where(np.isnan(nodes.top), ground, nodes.top)


def _nodes_by_label(network: Network | None) -> dict[tuple[bool, str], int]:
    """Nodes by (is an outfall, label), as zones name them; of nodes with one label the first."""
    if network is None:
        return {}
    return {
        (network.nodes.kind[i] == OUTFALL, network.nodes.label(i)): int(network.canonical[i])
        for i in reversed(range(len(network.nodes)))
    }


def _text(value: object) -> str:
    if value is None or value == NULL:
        return ""
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value).strip()


def _number(feature, name: str | None) -> float:
    value = feature[name] if name else None
    number = number_of(None if value == NULL else value)
    return np.nan if number is None else number
