"""Works vector layers into a DEM."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsGeometry, QgsProcessingFeatureSource

from ..hydrology.grid import Grid
from ..hydrology.progress import Progress
from ..hydrology.terrain.conditioning import close_corners, cut_culvert, enclosed_gaps, lower_cells, raise_cells
from .raster import Dem, burn, interpolate
from .vectors import geometries

BUILDING_HEIGHT = 5.0  # m
CHANNEL_DEPTH = 1.0  # m
BARRIER_HEIGHT = 0.5  # m


@dataclass
class Features:
    """The layers to work in, each optional, and by how much (m)."""

    buildings: QgsProcessingFeatureSource | None = None
    channels: QgsProcessingFeatureSource | None = None
    culverts: QgsProcessingFeatureSource | None = None
    barriers: QgsProcessingFeatureSource | None = None
    building_height: float = BUILDING_HEIGHT
    channel_depth: float = CHANNEL_DEPTH
    barrier_height: float = BARRIER_HEIGHT
    close_gaps: bool = False
    largest_gap: int | None = None  # cells; larger gaps stay open


def condition(
    dem: Dem, features: Features, context: QgsCoordinateTransformContext, progress: Progress
) -> tuple[Dem, list[str]]:
    """A conditioned copy of `dem`, and what was done, in words.

    Gaps are closed first; then buildings and barriers are raised, channels lowered, and culverts cut last, so that they
    pass under what was raised.
    """
    z = dem.z.copy()
    valid = dem.grid.valid.copy()
    notes: list[str] = []
    gaps, raising, cutting = progress.part(0, 0.3), progress.part(0.3, 0.9), progress.part(0.9, 1)
    if features.close_gaps and not valid.all():
        holes = enclosed_gaps(valid, features.largest_gap, gaps.part(0, 0.3))
        if holes.any():
            interpolate(z, holes, gaps.part(0.3, 1))
            valid |= holes
        notes.append(f"Gaps closed: {int(holes.sum()):,} cells.")
    elif features.close_gaps:
        notes.append("Gaps closed: none found.")
    grid = Grid(dem.grid.shape, dem.grid.transform, dem.grid.crs, valid, dem.grid.unit)
    changes = (
        ("Buildings raised", features.buildings, features.building_height, raise_cells, False),
        ("Barriers raised", features.barriers, features.barrier_height, raise_cells, True),
        ("Channels lowered", features.channels, features.channel_depth, lower_cells, True),
    )
    for k, (what, source, amount, change, touched) in enumerate(changes):
        if source is None:
            continue
        skipped: list[int] = []
        shapes = ((bytes(g.asWkb()), 1) for _, g in geometries(source, dem.crs, context, skipped))
        mask = burn(grid, shapes, touched, raising.part(k / 3, (k + 1) / 3)) > 0
        if source is features.barriers:
            mask = close_corners(mask)
        mask &= valid
        change(z, mask, amount)
        notes.append(f"{what} by {amount:g} m: {int(mask.sum()):,} cells.{_left_out(skipped)}")
    if features.culverts is not None:
        notes.append(_cut_culverts(z, grid, dem, features.culverts, context, cutting))
    return Dem(z, grid, dem.crs, dem.name, dem.notes), notes


def _cut_culverts(z, grid: Grid, dem: Dem, source, context, progress: Progress) -> str:
    skipped: list[int] = []
    count, deepest = 0, 0.0
    for feature, geometry in geometries(source, dem.crs, context, skipped):
        progress.update(0.5)
        for part in geometry.asGeometryCollection() if geometry.isMultipart() else [geometry]:
            rows, columns, distance = _along(part, grid)
            inside = (rows >= 0) & grid.valid[rows, columns]
            if np.count_nonzero(inside) < 2:
                skipped.append(feature.id())
                continue
            deepest = max(deepest, cut_culvert(z, rows[inside], columns[inside], distance[inside]))
            count += 1
    return f"Culverts cut: {count}, at most {deepest:.2f} m deep.{_left_out(skipped)}"


def _along(line: QgsGeometry, grid: Grid) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The cells along a line in order, and their distance (m) from its start; -1 outside the grid."""
    step = 0.25 * min(grid.transform[1], -grid.transform[5])
    dense = line.densifyByDistance(step)  # must outlive the iterator over its vertices
    points = [(v.x(), v.y()) for v in dense.vertices()]
    xy = np.array(points, float).reshape(-1, 2)
    rows, columns = grid.locate(xy[:, 0], xy[:, 1])
    distance = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T)))) * grid.unit
    first = np.concatenate(([True], (np.diff(rows) != 0) | (np.diff(columns) != 0)))
    return rows[first], columns[first], distance[first]


def _left_out(skipped: list[int]) -> str:
    if not skipped:
        return ""
    named = ", ".join(map(str, skipped[:10])) + (" ..." if len(skipped) > 10 else "")
    return f" Left out, no usable geometry on the DEM: feature {named}."
