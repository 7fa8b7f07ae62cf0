"""Areas that drain into the pipe network, read from a layer of zones, and the ground over its nodes."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.core import NULL, QgsCoordinateTransformContext, QgsGeometry, QgsProcessingFeatureSource

from ..hydrology.drainage.network import OUTFALL, Network, Nodes
from ..hydrology.errors import HydrologyError
from .network import number_of
from .raster import Dem
from .system import DrainageSystem
from .vectors import geometries, some

OUTLETS = ("inlet", "node", "outfall")  # outlets of zones that lead into the network


@dataclass
class Catchments:
    """k areas that drain into the network.

    id : object (k,). shape : their geometries. area : float64 (k,), m2. low_z : float64 (k,), m, NaN = not known.
    coefficient : float64 (k,), NaN where no field gives one. inlet, node, pipe : int64 (k,), where the water enters:
    the inlet that takes it, the node where that inlet's pipe begins, and the pipe; -1 for none.
    """

    id: np.ndarray
    shape: list[QgsGeometry]
    area: np.ndarray
    low_z: np.ndarray
    coefficient: np.ndarray
    inlet: np.ndarray
    node: np.ndarray
    pipe: np.ndarray
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

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

    outlet_id and outlet_t say where a zone drains to; area_m2 (else the geometry's area) and low_z are read if there.
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
    if coefficient_field and coefficient_field.lower() not in by_lower:
        raise HydrologyError(
            f'RUNOFF_COEFFICIENT must be a number or a field of ZONES, not "{coefficient_field}"; the fields of '
            f"{source.sourceName()} are {', '.join(by_lower.values())}."
        )
    skipped: list[int] = []
    rows, shapes, elsewhere, lost = [], [], 0, []
    inlets = {} if system.inlets is None else {name: i for i, name in reversed(list(enumerate(system.inlets.id)))}
    nodes = _nodes_by_label(system.network)
    for feature, geometry in geometries(source, dem.crs, context, skipped):
        kind, outlet = (_text(feature[by_lower[name]]) for name in ("outlet_t", "outlet_id"))
        name = _text(feature[by_lower["zone_id"]]) if "zone_id" in by_lower else str(feature.id())
        if kind not in OUTLETS:
            elsewhere += 1
            continue
        inlet = inlets.get(outlet, -1) if kind == "inlet" else -1
        node = nodes.get((kind == "outfall", outlet), -1)
        if kind == "inlet" and inlet < 0 or kind != "inlet" and node < 0 and system.network is not None:
            lost.append(f"{name} ({kind} {outlet})")
        area, low, share = (
            _number(feature, by_lower.get(wanted)) for wanted in ("area_m2", "low_z", coefficient_field.lower())
        )
        rows.append((name, geometry.area() * dem.grid.unit**2 if np.isnan(area) else area, low, share, inlet, node))
        shapes.append(geometry)
    found = Catchments(
        np.array([row[0] for row in rows], object),
        shapes,
        *(np.array([row[i] for row in rows], np.float64) for i in (1, 2, 3)),
        np.array([row[4] for row in rows], np.int64),
        np.array([row[5] for row in rows], np.int64),
        np.full(len(rows), -1),
    )
    place_in_network(found, system)
    found.log.append(f"ZONES: {len(rows)} zones drain to inlets, nodes and outfalls, {elsewhere} elsewhere.")
    if skipped:
        found.warnings.append(f"ZONES: {len(skipped)} features without a usable geometry left out: {some(skipped)}.")
    if lost:
        found.warnings.append(f"ZONES: the outlets of {len(lost)} zones are in none of the layers: {some(lost)}.")
    if not rows or len(lost) == len(rows):
        raise HydrologyError(
            f"ZONES: no zone of layer {source.sourceName()} drains to an inlet, node or outfall of the layers given "
            f"({', '.join(OUTLETS)} in outlet_t, their ids in outlet_id)."
        )
    return found


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
