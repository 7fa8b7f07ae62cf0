"""Map sheets zone by zone: which pages there are, what is in each zone, and the layers that mark it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsInvertedPolygonRenderer,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..hydrology.errors import HydrologyError
from ..hydrology.grid import Grid
from ..hydrology.progress import Progress
from ..hydrology.risk.grading import class_areas
from .raster import burn
from .styles import ROLE_PROPERTY
from .vectors import geometries, some

USUAL_FIELD = "zone_id"
AROUND, LEAST_CELLS = 0.06, 12.0  # what is seen around a zone: share of its size; and the least seen, in cells
_AT_ONCE = 1 << 22  # cells of a zone burnt at once
_LONGEST = 60  # letters of a zone's id in a file name
_OUTLINE = {"style": "no", "outline_color": "#4b2e83", "outline_width": "0.2"}


@dataclass
class ZonePage:
    """A zone with a page of its own.

    name : its id. shape : its polygons in the raster's CRS. area : m2. classes : m2 of each class of the risk within.
    """

    name: str
    shape: QgsGeometry
    area: float
    classes: dict[str, float]


def zone_pages(
    source: QgsProcessingFeatureSource,
    field: str,
    classes: np.ndarray,
    grid: Grid,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> tuple[list[ZonePage], list[str]]:
    """The pages in the order of the layer, and warnings. Features of one id share a page.

    A cell belongs to a zone that covers its centre, so zones may lie upon each other.

    Parameters
    ----------
    field : the field of the id; "" takes `zone_id`, and where there is none, the feature's number.
    classes : uint8, class of each cell of `grid`.

    Raises
    ------
    HydrologyError if no zone lies on the raster.
    """
    warnings: list[str] = []
    names = {name.lower(): name for name in reversed(source.fields().names())}
    column = names.get((field or USUAL_FIELD).lower())
    if column is None:
        warnings.append(f"ZONES: layer {source.sourceName()} has no field {USUAL_FIELD}: zones are named by number.")
    shapes: dict[str, list[QgsGeometry]] = {}
    skipped: list[int] = []
    west, south, east, north = grid.extent
    raster = QgsGeometry.fromRect(QgsRectangle(west, south, east, north))
    off: list[str] = []
    for feature, geometry in geometries(source, crs, context, skipped):
        progress.update(0)
        if geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
            skipped.append(feature.id())
            continue
        name = _name(feature, column)
        shape = _plain(geometry)
        if raster.intersects(shape):
            shapes.setdefault(name, []).append(shape)
        else:
            off.append(name)
    if not shapes:
        raise HydrologyError(
            f"ZONES: no zone of layer {source.sourceName()} ({source.sourceCrs().authid() or 'no CRS'}) lies on RISK "
            f"({crs.authid() or 'no CRS'}): take zones of the same place, and check the CRS of both."
        )
    if skipped:
        warnings.append(f"ZONES: {len(skipped)} features without a usable polygon left out: {some(skipped)}.")
    if off:
        warnings.append(f"ZONES: {len(off)} zones off RISK have no page: {some(off)}.")
    pages = []
    for number, (name, parts) in enumerate(shapes.items()):
        share = progress.part(number / len(shapes), (number + 1) / len(shapes))
        shape = parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts)
        cells = _cells(shape, classes, grid, share)
        pages.append(ZonePage(name, shape, shape.area() * grid.unit**2, class_areas(cells, grid.cell_area)))
    return pages, warnings


def _name(feature: QgsFeature, column: str | None) -> str:
    value = feature[column] if column is not None else feature.id()
    if value is None or value == NULL or not str(value).strip():
        return f"#{feature.id()}"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return " ".join(str(value).split())


def _plain(shape: QgsGeometry) -> QgsGeometry:
    """Polygons without arcs, heights and self-crossings."""
    plain = QgsGeometry(shape.constGet().segmentize())
    plain.get().dropZValue()
    plain.get().dropMValue()
    if not plain.isGeosValid():
        mended = plain.makeValid()
        parts = [part for part in mended.asGeometryCollection() if part.type() == shape.type()]
        plain = QgsGeometry.unaryUnion(parts) if parts else plain
    plain.convertToMultiType()
    return plain


def _cells(shape: QgsGeometry, classes: np.ndarray, grid: Grid, progress: Progress) -> np.ndarray:
    """The classes of the cells whose centres a polygon covers, strip by strip to spare memory."""
    x, dx, _, y, _, dy = grid.transform
    box = shape.boundingBox()
    left, right = max(math.floor((box.xMinimum() - x) / dx), 0), min(math.ceil((box.xMaximum() - x) / dx), grid.columns)
    top, bottom = max(math.floor((box.yMaximum() - y) / dy), 0), min(math.ceil((box.yMinimum() - y) / dy), grid.rows)
    found = [np.zeros(0, classes.dtype)]
    if left >= right or top >= bottom:
        return found[0]
    wkb = bytes(shape.asWkb())
    strip = max(1, _AT_ONCE // (right - left))
    for row in range(top, bottom, strip):
        progress.update((row - top) / (bottom - top))
        part = classes[row : min(row + strip, bottom), left:right]
        valid = np.broadcast_to(np.True_, part.shape)
        window = Grid(part.shape, (x + left * dx, dx, 0.0, y + row * dy, 0.0, dy), grid.crs, valid, grid.unit)
        found.append(part[burn(window, [(wkb, 1)], progress=progress.watch()) > 0])
    return np.concatenate(found)


def page_extent(page: ZonePage, grid: Grid) -> QgsRectangle:
    """What a page shows: the zone and a little around it."""
    box = page.shape.boundingBox()
    around = AROUND * max(box.width(), box.height())
    least = LEAST_CELLS * max(grid.transform[1], -grid.transform[5])
    width, height = (max(side + 2 * around, least) for side in (box.width(), box.height()))
    centre = box.center()
    return QgsRectangle(
        centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2
    )


def outlines(pages: list[ZonePage], crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    """A layer of the boundaries of all zones."""
    layer = _layer([page.shape for page in pages], crs, "all_zones")
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(_OUTLINE)))
    return layer


def emphasis(page: ZonePage, crs: QgsCoordinateReferenceSystem) -> list[QgsVectorLayer]:
    """Layers that bring out a zone, the topmost first: its outline, and a veil over what lies around it."""
    outline = _layer([page.shape], crs, "page_zone")
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#4b2e83", "outline_width": "0.7"})
    outline.setRenderer(QgsSingleSymbolRenderer(symbol))
    veil = _layer([page.shape], crs, "veil")
    shade = QgsFillSymbol.createSimple({"color": "255,255,255,150", "outline_style": "no"})
    veil.setRenderer(QgsInvertedPolygonRenderer(QgsSingleSymbolRenderer(shade)))
    return [outline, veil]


def _layer(shapes: list[QgsGeometry], crs: QgsCoordinateReferenceSystem, role: str) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon", role, "memory")
    layer.setCrs(crs)
    features = []
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(shape)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.setCustomProperty(ROLE_PROPERTY, role)
    return layer


def file_names(pages: list[ZonePage], stem: str, ending: str) -> list[str]:
    """`<stem>_<zone><ending>` of each page, without what no file name may hold; equal ones are numbered."""
    taken = {f"{stem}{ending}".lower()}
    names = []
    for page in pages:
        plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", page.name)[:_LONGEST].strip(" .") or "_"
        name, number = f"{stem}_{plain}{ending}", 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}_{plain}_{number}{ending}"
        taken.add(name.lower())
        names.append(name)
    return names
