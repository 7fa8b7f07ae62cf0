"""Zones with the rain that they cope with (可应对降雨量)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..hydrology.errors import HydrologyError
from ..hydrology.grid import Grid
from ..hydrology.progress import Progress
from ..hydrology.risk.coping import coping_rain, smallest
from .products import Frame
from .raster import burn
from .vectors import POLYGON, CarriedFields, geometries, some

COPING_FIELDS = (("cope_mm", "float"), ("cope_years", "float"), ("cope_note", "text"))
NO_GEOMETRY, OFF, SMALL = "no geometry", "off the raster", "smaller than WET_AREA"
_AT_ONCE = 1 << 22  # cells of a zone burnt at once


@dataclass
class CopingZones:
    """Zones as their layer has them, those without a place last.

    shapes : in the CRS of the raster, None without a usable geometry. cope : float64, mm, NaN where a note says why.
    beyond : bool, whether the greatest rain that the raster holds does not flood the zone. fields, rows : the layer's.
    """

    fields: list[QgsField]
    rows: list[list] = field(default_factory=list)
    shapes: list[QgsGeometry | None] = field(default_factory=list)
    cope: np.ndarray = field(default_factory=lambda: np.zeros(0))
    notes: list[str | None] = field(default_factory=list)
    beyond: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))
    warnings: list[str] = field(default_factory=list)


def measure_zones(
    source: QgsProcessingFeatureSource,
    rain: np.ndarray,
    grid: Grid,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    wet_cells: int,
    limit: str,
    progress: Progress,
) -> CopingZones:
    """The rain that each zone of the parameter ZONES copes with; zones may lie upon each other.

    A cell belongs to the zone that covers its centre. All features and fields are kept, but for fields of the names
    that the output adds.

    Parameters
    ----------
    rain : mm that floods each cell of `grid`, NaN where none up to `limit` (mm, in words) does.

    Raises
    ------
    HydrologyError if no zone covers a cell of the raster.
    """
    carried = CarriedFields(source, [name for name, _ in COPING_FIELDS])
    found = CopingZones(carried.fields)
    cope, beyond, fids, outside = [], [], [], []
    skipped: list[int] = []
    total = max(source.featureCount(), 1)
    for number, (feature, geometry) in enumerate(geometries(source, crs, context, skipped)):
        part = progress.part(*(0.95 * min((number + k) / total, 1) for k in (0, 1)))
        part.update(0)
        if geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            skipped.append(feature.id())
            continue
        geometry = _plain_polygons(geometry)
        cells, values = _cells(geometry, rain, grid, wet_cells, part)
        amount = coping_rain(values, wet_cells)
        note = None
        if not cells:
            note = OFF
        elif cells < wet_cells:
            note = SMALL
        elif math.isnan(amount):
            note = f"more than {limit} mm"
        if cells and not _inside(geometry, grid):
            outside.append(feature.id())
        found.rows.append(carried.of(feature))
        found.shapes.append(geometry)
        cope.append(amount)
        found.notes.append(note)
        beyond.append(note is not None and note not in (OFF, SMALL))
        fids.append(feature.id())
    if not any(note != OFF for note in found.notes):
        raise HydrologyError(
            f"ZONES: no zone of layer {source.sourceName()} ({source.sourceCrs().authid() or 'no CRS'}) covers a cell "
            f"of RAINTOFLOOD ({crs.authid() or 'no CRS'}): take zones of the same place, and check the CRS of both."
        )
    if skipped:
        _add_unplaced(source, carried, found, skipped)
        cope += [math.nan] * len(skipped)
        beyond += [False] * len(skipped)
    found.cope, found.beyond = np.array(cope, np.float64), np.array(beyond, bool)
    for note, told in ((OFF, "cover no cell of the raster"), (SMALL, "are smaller than WET_AREA")):
        ids = [fid for fid, own in zip(fids, found.notes) if own == note]
        if ids:
            found.warnings.append(f"ZONES: {len(ids)} zones {told} and have no cope_mm: features {some(ids)}.")
    if outside:
        found.warnings.append(
            f"ZONES: {len(outside)} zones reach beyond the raster, and only their part on it counts: features "
            f"{some(outside)}."
        )
    found.warnings += [f"ZONES: the field {name} of the layer is replaced in the output." for name in carried.replaced]
    progress.update(1)
    return found


def _add_unplaced(source: QgsProcessingFeatureSource, carried: CarriedFields, found: CopingZones, fids: list[int]):
    found.warnings.append(
        f"ZONES: {len(fids)} features without a usable geometry have no cope_mm: features {some(sorted(fids))}."
    )
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(QgsFeatureRequest().setFilterFids(fids), flag):
        found.rows.append(carried.of(feature))
        found.shapes.append(None)
        found.notes.append(NO_GEOMETRY)


def _plain_polygons(shape: QgsGeometry) -> QgsGeometry:
    """The multi-polygon of a geometry, without arcs and heights, which not every format takes."""
    plain = QgsGeometry(shape.constGet().segmentize())
    plain.get().dropZValue()
    plain.get().dropMValue()
    plain.convertToMultiType()
    return plain


def _cells(shape: QgsGeometry, rain: np.ndarray, grid: Grid, count: int, progress: Progress) -> tuple[int, np.ndarray]:
    """How many cells a polygon covers by their centres, and the `count` smallest of their values; strip by strip, so
    that a zone as large as the raster takes no more memory than others."""
    x, dx, _, y, _, dy = grid.transform
    box = shape.boundingBox()
    edges = [(box.xMinimum() - x) / dx, (box.xMaximum() - x) / dx, (box.yMaximum() - y) / dy, (box.yMinimum() - y) / dy]
    cells, first = 0, np.zeros(0, rain.dtype)
    if not all(map(math.isfinite, edges)):
        return cells, first
    left, right = (min(max(v, 0), grid.columns) for v in (math.floor(edges[0]), math.ceil(edges[1])))
    top, bottom = (min(max(v, 0), grid.rows) for v in (math.floor(edges[2]), math.ceil(edges[3])))
    if left >= right or top >= bottom:
        return cells, first
    wkb = bytes(shape.asWkb())
    strip = max(1, _AT_ONCE // (right - left))
    for row in range(top, bottom, strip):
        part = rain[row : min(row + strip, bottom), left:right]
        valid = np.broadcast_to(np.True_, part.shape)
        window = Grid(part.shape, (x + left * dx, dx, 0.0, y + row * dy, 0.0, dy), grid.crs, valid, grid.unit)
        share = progress.part((row - top) / (bottom - top), min(row + strip - top, bottom - top) / (bottom - top))
        inside = burn(window, [(wkb, 1)], progress=share) > 0
        cells += int(np.count_nonzero(inside))
        first = smallest(np.concatenate([first, part[inside]]), count)
    return cells, first


def _inside(shape: QgsGeometry, grid: Grid) -> bool:
    """Whether a polygon lies on the grid, but for the thousandth of a cell that reprojecting may move it."""
    west, south, east, north = grid.extent
    box, slack = shape.boundingBox(), 1e-3 * abs(grid.transform[1])
    return (
        box.xMinimum() >= west - slack
        and box.xMaximum() <= east + slack
        and box.yMinimum() >= south - slack
        and box.yMaximum() <= north + slack
    )


def write_coping_zones(
    path: str, frame: Frame, found: CopingZones, years: Sequence[float | None], progress: Progress
) -> int:
    """The zones with all their fields, the rain that they cope with and its return period."""
    records = (
        (shape, [*row, amount, period, note])
        for shape, row, amount, period, note in zip(found.shapes, found.rows, found.cope, years, found.notes)
    )
    return frame.write(path, POLYGON, [*found.fields, *COPING_FIELDS], records, progress, len(found.rows))
