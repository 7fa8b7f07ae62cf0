"""The drainage layers read as one system: nodes, pipes and inlets, how they hang together and where they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsProcessingFeatureSource

from ..hydrology.drainage.inlets import InletConnections, Inlets, connect_inlets
from ..hydrology.drainage.network import Finding, Network, Nodes, build_network
from ..hydrology.progress import Progress
from .network import read_inlets, read_nodes, read_pipes
from .raster import Dem
from .vectors import LISTED, some

SNAP_DISTANCE = 5.0  # m


@dataclass
class DrainageLayers:
    """The layers of the drainage system, each optional, and the fields given by parameter name."""

    inlets: QgsProcessingFeatureSource | None = None
    pipes: QgsProcessingFeatureSource | None = None
    manholes: QgsProcessingFeatureSource | None = None
    outfalls: QgsProcessingFeatureSource | None = None
    channels: QgsProcessingFeatureSource | None = None
    fields: Mapping[str, str | None] = field(default_factory=dict)


@dataclass
class DrainageSystem:
    """What `read_system` found; None for what was not given.

    names : how messages name the inlets. inlet_cells : int64, flat index of the cell of each inlet, -1 off the DEM or
    without data; empty if the DEM has no cells. connections : of the inlets to the network.
    """

    nodes: Nodes | None = None
    network: Network | None = None
    inlets: Inlets | None = None
    connections: InletConnections | None = None
    names: list[str] = field(default_factory=list)
    inlet_cells: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    log: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def warnings(self) -> list[str]:
        """What the user should read about the data, as sentences; of each kind the first LISTED."""
        lines = []
        outside = [name for name, cell in zip(self.names, self.inlet_cells) if cell < 0]
        if outside:
            lines.append(
                f"{len(outside)} of {len(self.names)} inlets lie off the DEM and are left out: {some(outside)}."
            )
        if self.connections is not None:
            named = {finding.fid for finding in self.connections.findings}
            lost: dict[str, list[str]] = {}
            for name, fid, reason in zip(self.names, self.inlets.fid, self.connections.reason):
                if reason and fid not in named:
                    lost.setdefault(reason.rstrip("."), []).append(name)
            for reason, those in lost.items():
                lines.append(f"No outfall for {len(those)} of {len(self.names)} inlets ({reason}): {some(those)}.")
        seen: Counter[str] = Counter()
        for finding in self.findings:
            seen[finding.code] += 1
            if seen[finding.code] <= LISTED:
                lines.append(f"{finding.layer} {finding.fid}: {finding.message} ({finding.code})")
            elif seen[finding.code] == LISTED + 1:
                lines.append(f"... and more of the same ({finding.code}).")
        return lines


def read_system(
    layers: DrainageLayers, dem: Dem, snap_distance: float, context: QgsCoordinateTransformContext, progress: Progress
) -> DrainageSystem:
    """Read nodes, pipes and inlets, connect them and place the inlets on the DEM; `snap_distance` in m."""
    system = read_network(layers, dem.crs, dem.grid.unit, snap_distance, context, progress)
    if system.inlets is not None and dem.grid.cells:
        system.inlet_cells = dem.grid.cells_at(system.inlets.xy)
    return system


def read_network(
    layers: DrainageLayers, crs: QgsCoordinateReferenceSystem, unit: float, snap_distance: float,
    context: QgsCoordinateTransformContext, progress: Progress,
) -> DrainageSystem:  # fmt: skip
    """As `read_system`, without a DEM: in a projected `crs` of `unit` metres."""
    system = DrainageSystem()
    snap = snap_distance / unit
    if layers.outfalls is not None or layers.manholes is not None or layers.pipes is not None:
        reading = read_nodes(layers.manholes, layers.outfalls, layers.fields, crs, context, progress.part(0, 0.25))
        system.nodes = reading.data
        system.findings += reading.findings
        system.log += reading.notes
    if layers.pipes is not None:
        reading = read_pipes(layers.pipes, layers.fields, crs, context, progress.part(0.25, 0.6))
        system.network = build_network(reading.data, system.nodes, snap)
        system.findings += reading.findings + system.network.findings
        system.log += reading.notes
    if layers.inlets is not None:
        reading = read_inlets(layers.inlets, layers.fields, crs, context, progress.part(0.6, 1))
        system.inlets = inlets = reading.data
        system.findings += reading.findings
        system.log += reading.notes
        counts = Counter(inlets.id)
        system.names = [n if counts[n] == 1 else f"{n} (feature {fid})" for n, fid in zip(inlets.id, inlets.fid)]
        if system.network is not None:
            system.connections = connect_inlets(
                inlets.xy, inlets.pipe_id, system.network, snap, inlets.fid, system.names
            )
            system.findings += system.connections.findings
    progress.update(1)
    return system
