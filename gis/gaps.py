"""Drainage layers as cells of the DEM that they serve, and the gaps between them as a layer."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsGeometry, QgsPointXY, QgsProcessingFeatureSource, QgsWkbTypes

from ..hydrology.drainage.gaps import REASONS, Gaps
from ..hydrology.progress import Progress, silent
from .network import coordinates
from .products import Frame, outlines
from .raster import Dem, burn
from .vectors import POLYGON, geometries

GAP_FIELDS = (
    *(("gap_id", "int"), ("reason", "text"), ("area_m2", "float"), ("runoff_m3", "float")),
    ("never_m2", "float"),
)
SEGMENTS = 32
"""Corners of a quarter circle: a distance comes out short by at most 1 - cos(pi / 128), 0.03 %."""
_TOGETHER = 50  # pieces of lines whose surroundings GEOS joins in one go, out of reach of Cancel
_PIECE = 20  # vertices of such a piece at most
_LISTED_EVERY = 500


def near_lines(
    source: QgsProcessingFeatureSource,
    dem: Dem,
    distance: float,
    context: QgsCoordinateTransformContext,
    progress: Progress | None = None,
) -> tuple[np.ndarray, list[int], int]:
    """The cells whose centre lies within `distance` (m) of a line, also of one beyond the DEM's edge.

    Returns
    -------
    (near, skipped, used): bool on the DEM's grid; the ids of features without a usable line; the number of the others.
    """
    progress = silent(progress)
    skipped: list[int] = []
    used = [0]
    radius = distance / dem.grid.unit
    shapes = _surroundings(source, dem, radius, context, skipped, used, progress.part(0, 0.7))
    near = burn(dem.grid, shapes, progress=progress.part(0.7, 1)) > 0
    return near, sorted(skipped), used[0]


def _surroundings(source, dem: Dem, radius: float, context, skipped: list[int], used: list[int], progress: Progress):
    """The surroundings of lines that lie in one square of the plane, joined, so that each cell is burnt a few times."""
    west, south, east, north = dem.grid.extent
    squares: dict[tuple[int, int], list] = defaultdict(list)
    total = max(source.featureCount(), 1)
    for number, (feature, geometry) in enumerate(geometries(source, dem.crs, context, skipped)):
        if number % _LISTED_EVERY == 0:
            progress.update(0.5 * min(number / total, 1))
        parts = list(_lines(geometry))
        if not parts:
            skipped.append(feature.id())
            continue
        used[0] += 1
        for part in parts:
            low, high = part.min(axis=0) - radius, part.max(axis=0) + radius
            if low[0] > east or low[1] > north or high[0] < west or high[1] < south:
                continue
            middle = (low + high) / 2
            key = tuple(math.floor(v / (4 * radius)) for v in middle)
            squares[key].append(part)
    lines = sum(map(len, squares.values()))
    done = 0
    for parts in squares.values():
        for first in range(0, len(parts), _TOGETHER):
            progress.update(0.5 + 0.5 * done / lines)
            some = parts[first : first + _TOGETHER]
            done += len(some)
            shape = QgsGeometry.fromMultiPolylineXY([[QgsPointXY(x, y) for x, y in part] for part in some])
            yield bytes(shape.buffer(radius, SEGMENTS).asWkb()), 1
    progress.update(1)


def _lines(geometry: QgsGeometry) -> Iterator[np.ndarray]:
    """The parts of a line in pieces, arrays (k, 2) of two to _PIECE vertices; none of another geometry."""
    if geometry.type() != QgsWkbTypes.GeometryType.LineGeometry:
        return
    for part in coordinates(geometry):
        if not len(part) or not np.isfinite(part).all():
            continue
        if len(part) == 1:
            part = np.repeat(part, 2, axis=0)  # GEOS takes no line of one vertex
        for first in range(0, len(part) - 1, _PIECE - 1):
            yield part[first : first + _PIECE]


def write_gaps(path: str, frame: Frame, gaps: Gaps, runoff: float, progress: Progress) -> int:
    """Polygons of the gaps; `runoff` (m) is what runs off them."""
    area = frame.grid.cell_area
    shapes = outlines(gaps.label, frame.grid, progress.part(0, 0.7))
    records = (
        (shapes[k + 1], [k + 1, REASONS[int(reason)], cells * area, cells * area * runoff, never * area])
        for k, (reason, cells, never) in enumerate(zip(gaps.reason, gaps.cells, gaps.never))
    )
    return frame.write(path, POLYGON, GAP_FIELDS, records, progress.part(0.7, 1), gaps.cells.size)
