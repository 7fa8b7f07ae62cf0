"""Checks of the inputs: the DEM, each layer, the drainage network, and how they fit together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
    QgsRectangle,
    QgsWkbTypes,
)

from ..hydrology.drainage.capacity import is_pressure
from ..hydrology.drainage.checks import bottom_levels, check_inlets, check_network, check_tops
from ..hydrology.drainage.elements import OUTFALL, Finding, node_finding, place_of
from ..hydrology.drainage.network import Network, Nodes
from ..hydrology.drainage.zones import Collector, drainage_zones
from ..hydrology.errors import HydrologyError
from ..hydrology.grid import Grid
from ..hydrology.progress import Progress
from ..hydrology.terrain.checks import check_terrain
from .collectors import receiving_levels
from .raster import Dem, grid_of, metres_per_unit, read_dem, read_values, suggested_crs
from .system import DrainageLayers, DrainageSystem, read_network
from .vectors import LARGEST_COORDINATE, write_vector

PIPE_FIELDS = (
    *(("pipe_id", "text"), ("from_node", "text"), ("to_node", "text"), ("slope", "float"), ("system", "int")),
    ("pressure", "int"),
)
DEGREE = 111_320.0  # m; what a degree of latitude measures, near enough to judge a cell by


@dataclass(frozen=True)
class Place:
    """Where the layers are looked at: a projected CRS, metres per unit of it, and the DEM if there is a usable one."""

    crs: QgsCoordinateReferenceSystem
    unit: float
    dem: Dem | None = None


@dataclass
class CheckedDem:
    """What `check_raster` found; `dem` is None where no other algorithm would take it. Findings lie in its own CRS."""

    dem: Dem | None
    findings: list[Finding] = field(default_factory=list)


def working_place(
    dem: Dem | None, sources: Iterable[QgsProcessingFeatureSource | None], raster: QgsRasterLayer | None = None
) -> Place:
    """The DEM's CRS; without a usable DEM that of the first layer in a projected one, else one that suits the place."""
    if dem is not None:
        return Place(dem.crs, dem.grid.unit, dem)
    given = [source for source in sources if source is not None]
    found = [source.sourceCrs() for source in given if source.sourceCrs().isValid()]
    crs = next((crs for crs in found if not crs.isGeographic()), None)
    if crs is None:
        holder = next((one for one in (raster, *given) if one is not None), None)
        known = holder.crs() if holder is raster and raster is not None else (found[0] if found else None)
        if known is None or not known.isValid():
            return Place(QgsCoordinateReferenceSystem(), 1.0)
        if not known.isGeographic():
            return Place(known, metres_per_unit(known))
        box = holder.extent() if holder is raster else holder.sourceExtent()
        crs = QgsCoordinateReferenceSystem(suggested_crs(box.center().x(), box.center().y()).split(" ")[0])
    return Place(crs, metres_per_unit(crs))


def check_raster(layer: QgsRasterLayer, band: int, progress: Progress) -> CheckedDem:
    """Read a DEM, whatever is wrong with it, and look for its faults."""
    middle = (layer.extent().center().x(), layer.extent().center().y())
    found: list[Finding] = []
    dem = None
    try:
        dem = read_dem(layer, band, progress.part(0, 0.4))
        z, grid = dem.z, dem.grid
    except HydrologyError as error:
        degrees = layer.crs().isValid() and layer.crs().isGeographic()
        found.append(Finding("dem_geographic" if degrees else "dem_unusable", str(error), "DEM", -1, middle))
        if not degrees:
            return CheckedDem(None, found)
        try:
            z, grid = _heights_in_degrees(layer, band, progress.part(0, 0.4))
        except HydrologyError as error:
            return CheckedDem(None, [*found, Finding("dem_unusable", str(error), "DEM", -1, middle)])
    if dem is not None and not dem.crs.isValid():
        found.append(Finding("no_crs", f"DEM {dem.name} has no coordinate system.", "DEM", -1, middle))
    return CheckedDem(dem, found + _faults_of(z, grid, middle, progress.part(0.4, 1)))


def _heights_in_degrees(layer: QgsRasterLayer, band: int, progress: Progress) -> tuple[np.ndarray, Grid]:
    z = read_values(layer, band, "DEM", progress)
    plain = grid_of(layer, "DEM", degrees=True)
    return z, Grid(plain.shape, plain.transform, plain.crs, np.isfinite(z), DEGREE)


def _faults_of(z: np.ndarray, grid: Grid, middle: tuple[float, float], progress: Progress) -> list[Finding]:
    faults = check_terrain(z, grid.valid, grid.dx, grid.dy, progress)
    found = []

    def record(code: str, message: str, cell: int | None = None) -> None:
        place = middle
        if cell is not None:
            place = tuple(float(v) for v in grid.centre(cell // grid.columns, cell % grid.columns))
        found.append(Finding(code, message, "DEM", -1, place))

    def where(cell: int) -> str:
        return f"row {cell // grid.columns}, column {cell % grid.columns}, counted from 0"

    if faults.coarse:
        record("dem_coarse", f"Cells of {grid.cell_text} are too coarse for streets.")
    if faults.whole:
        record("dem_whole", "All heights are whole metres: the DEM was rounded.")
    for cell, count in faults.holes:
        text = f"A hole of {count} cell{'' if count == 1 else 's'} without data ({where(cell)})."
        record("dem_hole", text, cell)
    for cell, height in faults.spikes:
        word = "above" if height > 0 else "below"
        record("dem_spike", f"One cell stands {abs(height):.2f} m {word} all of its neighbours ({where(cell)}).", cell)
    for cell, along_row, step in faults.seams:
        line = f"below row {cell // grid.columns}" if along_row else f"right of column {cell % grid.columns}"
        record("dem_step", f"The ground steps by {step:.2f} m along a straight line {line}, counted from 0.", cell)
    return found


def check_layers(sources: Mapping[str, QgsProcessingFeatureSource | None], place: Place) -> list[Finding]:
    """What is to be said of layers as a whole, by parameter name; None where a layer was given that holds nothing."""
    found = []
    for name, source in sources.items():
        if source is None:
            found.append(Finding("empty_layer", f"The layer given as {name} has no features.", name.lower(), -1))
            continue
        crs, layer = source.sourceCrs(), source.sourceName()
        if not crs.isValid():
            text = f'Layer "{layer}" has no coordinate system; its coordinates are taken as they are.'
            found.append(Finding("no_crs", text, name.lower(), -1))
        elif place.crs.isValid() and crs != place.crs:
            text = f'Layer "{layer}" is in {crs.authid()} and was reprojected to {place.crs.authid()}.'
            found.append(Finding("other_crs", text, name.lower(), -1))
    return found


def check_shapes(
    name: str, source: QgsProcessingFeatureSource, place: Place, context: QgsCoordinateTransformContext,
    progress: Progress,
) -> list[Finding]:  # fmt: skip
    """Features of a layer that is only drawn onto the DEM (channels, buildings): geometry, outline, place."""
    findings: list[Finding] = []
    transform = None
    if source.sourceCrs().isValid() and place.crs.isValid() and source.sourceCrs() != place.crs:
        transform = QgsCoordinateTransform(source.sourceCrs(), place.crs, context)
    covered = QgsRectangle(*place.dem.grid.extent) if place.dem is not None else None
    request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    total = max(source.featureCount(), 1)
    layer = source.sourceName()
    skip = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for number, feature in enumerate(source.getFeatures(request, skip)):
        if number % 500 == 0:
            progress.update(min(number / total, 1.0))

        def record(code: str, what: str, box: QgsRectangle | None = None, fid: int = feature.id()) -> None:
            xy = None if box is None else place_of(np.array([box.center().x(), box.center().y()]))
            findings.append(Finding(code, f'Feature {fid} of layer "{layer}" {what}.', name, fid, xy))

        geometry = QgsGeometry(feature.geometry())
        if geometry.isNull() or geometry.isEmpty() or not geometry.boundingBox().isFinite():
            record("null_geometry", "has no usable geometry")
            continue
        if transform is not None:
            try:
                geometry.transform(transform)
            except QgsCsException:
                record("not_reprojected", "cannot be reprojected to the DEM's coordinate system")
                continue
        box = geometry.boundingBox()
        if max(map(abs, (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()))) > LARGEST_COORDINATE:
            record("null_geometry", "has coordinates that lie nowhere on Earth")
            continue
        if geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry and not geometry.isGeosValid():
            record("invalid_geometry", "has an outline that crosses itself or is not closed", box)
        if covered is not None and not box.intersects(covered):
            record("off_dem", "lies off the DEM", box)
    progress.update(1)
    return findings


def check_system(
    layers: DrainageLayers, place: Place, snap_distance: float, receiving: str,
    context: QgsCoordinateTransformContext, progress: Progress,
) -> tuple[DrainageSystem, list[Finding]]:  # fmt: skip
    """Read the drainage layers and apply all rules; `receiving` as the parameter RECEIVING_LEVEL."""
    system = read_network(layers, place.crs, place.unit, snap_distance, context, progress.part(0, 0.5))
    findings = list(system.findings)
    dem = place.dem
    nodes = system.network.nodes if system.network is not None else system.nodes
    ground = None
    if nodes is not None and dem is not None:
        ground = _heights(dem, dem.grid.cells_at(nodes.xy))
        findings += check_tops(nodes, ground) + _nodes_off(nodes, ground)
    level, by_outfall, untold = receiving_levels(receiving, layers.outfalls, system.nodes)
    system.log += untold
    progress.update(0.55)
    if system.network is not None:
        findings += check_network(system.network, ground, _at_outfalls(system.network.nodes, level, by_outfall))
    progress.update(0.6)
    if system.inlets is not None and dem is not None:
        cells = system.inlet_cells = dem.grid.cells_at(system.inlets.xy)
        catchment = _catchments(dem, cells, progress.part(0.6, 1))
        findings += check_inlets(system.inlets, system.names, cells, _heights(dem, cells), catchment)
    progress.update(1)
    return system, findings


def write_pipes(
    path: str, network: Network, place: Place, context: QgsCoordinateTransformContext, progress: Progress
) -> int:
    """Lines of the pipes, each drawn along the flow, with their nodes, slope (m/m) and the number of their system."""
    pipes, nodes = network.pipes, network.nodes
    start, end = bottom_levels(network)
    where = np.vstack([nodes.xy, [[np.nan, np.nan]]])
    numbers = np.append(network.systems, 0)

    def records():
        for p, line in enumerate(pipes.lines()):
            a, b = int(network.start[p]), int(network.end[p])
            if np.isnan(line).all():
                line = where[[a, b]]
            elif network.against[p]:
                line = line[::-1]
            parts = _parts(line)
            length = sum(float(np.hypot(*np.diff(part, axis=0).T).sum()) for part in parts) * place.unit
            slope = (start[p] - end[p]) / length if length > 0 else None
            geometry = None
            if parts:
                geometry = QgsGeometry.fromMultiPolylineXY([[QgsPointXY(*xy) for xy in part] for part in parts])
            names = [nodes.label(n) if n >= 0 else None for n in (a, b)]
            pressure = int(is_pressure(pipes.shape[p], pipes.kind[p]))
            yield geometry, [pipes.id[p], *names, slope, max(numbers[a], numbers[b]), pressure]

    kind = QgsWkbTypes.Type.MultiLineString
    return write_vector(path, kind, PIPE_FIELDS, records(), place.crs, context, progress, len(pipes))


def moved(
    findings: Iterable[Finding], source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> list[Finding]:  # fmt: skip
    """The findings with their places in another CRS."""
    if source == target or not source.isValid() or not target.isValid():
        return list(findings)
    transform = QgsCoordinateTransform(source, target, context)

    def place(xy: tuple[float, float] | None) -> tuple[float, float] | None:
        try:
            point = None if xy is None else transform.transform(QgsPointXY(*xy))
        except QgsCsException:
            return None
        return None if point is None else (point.x(), point.y())

    return [finding._replace(xy=place(finding.xy)) for finding in findings]


def _parts(line: np.ndarray) -> list[np.ndarray]:
    """The pieces of a line between rows of NaN, those of one vertex left out."""
    gaps = np.flatnonzero(np.isnan(line).any(axis=1))
    pieces = np.split(line, np.unique(np.r_[gaps, gaps + 1])) if gaps.size else [line]
    return [piece for piece in pieces if len(piece) > 1 and np.isfinite(piece).all()]


def _heights(dem: Dem, cells: np.ndarray) -> np.ndarray:
    """The DEM's height (m) in cells by flat index, NaN for -1."""
    return np.where(cells >= 0, dem.z.reshape(-1)[np.maximum(cells, 0)].astype(np.float64), np.nan)


def _nodes_off(nodes: Nodes, ground: np.ndarray) -> list[Finding]:
    off = np.flatnonzero(np.isnan(ground) & np.isfinite(nodes.xy).all(axis=1) & (nodes.fid >= 0))
    return [
        node_finding("off_dem", f"Node {nodes.label(n)} lies off the DEM or where it has no data.", nodes, n)
        for n in off.tolist()
    ]


def _at_outfalls(nodes: Nodes, level: float | None, by_outfall: Mapping[str, float]) -> np.ndarray | None:
    """The receiving level (m) at each node that is an outfall, NaN elsewhere and where none is given."""
    if level is None and not by_outfall:
        return None
    values = np.full(len(nodes), np.nan)
    for node in np.flatnonzero(nodes.kind == OUTFALL).tolist():
        found = by_outfall.get(nodes.label(node), level)
        values[node] = np.nan if found is None else found
    return values


def _catchments(dem: Dem, cells: np.ndarray, progress: Progress) -> np.ndarray:
    """What drains to the cell of each inlet (m2), as `drainagezones` works it out; NaN off the DEM."""
    area = np.full(len(cells), np.nan)
    on = cells >= 0
    if not on.any():
        return area
    zones = [(np.array([cell]), (("inlet", str(cell)),) * 3) for cell in np.unique(cells[on]).tolist()]
    grid = dem.grid
    label = drainage_zones(
        dem.z, grid.valid, grid.dx, grid.dy, [Collector(*zone) for zone in zones], progress=progress
    ).label.reshape(-1)
    count = np.bincount(label + 1)
    area[on] = count[label[cells[on]] + 1] * grid.cell_area
    return area
