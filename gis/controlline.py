"""Control lines: patches of cells as polygons whose outline is smoothed, and the lines round them (洪涝风险控制线)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsSpatialIndex, QgsWkbTypes

from ..hydrology.grid import Grid
from ..hydrology.progress import Progress
from ..hydrology.risk.controlline import near_groups
from .products import Frame, outlines
from .vectors import POLYGON

CONTROL_FIELDS = (
    *(("line_id", "int"), ("criterion", "text"), ("area_m2", "float"), ("length_m", "float"), ("source", "text")),
)
_LINES = QgsWkbTypes.Type.MultiLineString
_ARC = 8  # segments of a quarter circle: off the circle by half a per cent of its radius
_AT_ONCE = 300  # vertices widened at once; the time grows with the square of their number


@dataclass(frozen=True)
class Enclosure:
    """One polygon: `area` (m2) and `length` of its outline (m), which counts the rims of holes too."""

    shape: QgsGeometry
    area: float
    length: float


def enclosures(
    label: np.ndarray, cells: np.ndarray, grid: Grid, smooth: float, hole_area: float, progress: Progress
) -> list[Enclosure]:
    """The polygons round patches of cells, as of `enclose`.

    Unsmoothed they follow the cells, a multi-polygon for each patch. Smoothed, they are the cells widened by `smooth`
    and narrowed by as much (a closing), together with the cells themselves. Hence they hold every cell; they reach no
    further than `smooth` from a cell; patches closer than twice `smooth` may grow together; and as parts of one union
    they neither overlap nor cross themselves. Holes that are thereby left with `hole_area` or less are closed.

    Parameters
    ----------
    label, cells : the patch of each cell from 1, int32, and their numbers of cells.
    smooth : m; 0 for the outline of the cells.   hole_area : m2.
    """
    unit = grid.unit
    if smooth == 0 or cells.size == 0:
        shapes = outlines(label, grid, progress)
        return [
            Enclosure(shapes[k], float(n) * grid.cell_area, shapes[k].length() * unit) for k, n in enumerate(cells, 1)
        ]
    group, count = near_groups(label, smooth, grid.dx, grid.dy, progress.part(0, 0.15))
    shapes = outlines(group, grid, progress.part(0.15, 0.3))
    corner = QgsPointXY(grid.transform[0], grid.transform[3])
    parts: list[QgsGeometry] = []
    work = progress.part(0.3, 0.95)
    for done, number in enumerate(range(1, count + 1)):
        work.update(done / count)
        parts += _closed(shapes.pop(number), smooth / unit, corner, work.watch())
    parts = _without_small_holes(parts, hole_area / unit**2, progress.part(0.95, 1))
    return [Enclosure(part, part.area() * unit**2, part.length() * unit) for part in parts]


def _closed(cells: QgsGeometry, reach: float, corner: QgsPointXY, progress: Progress) -> Iterator[QgsGeometry]:
    """The polygons of a closing of `cells`."""
    shape = QgsGeometry(cells)
    shape.translate(-corner.x(), -corner.y())  # small coordinates: what is computed from them is exact to a nanometre
    wide = _widened(shape, reach, progress)
    box = wide.boundingBox().buffered(reach)
    outside = QgsGeometry.fromRect(box).difference(wide)
    narrowed = wide.difference(_widened(outside, reach, progress))
    # Arcs are polygons within their circles, so a corner may come out cut by a little: the cells are put back.
    whole = narrowed.combine(shape)
    if whole.isNull() or not whole.isGeosValid():
        whole = shape
    whole.translate(corner.x(), corner.y())
    return (part for part in whole.asGeometryCollection() if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry)


def _widened(shape: QgsGeometry, reach: float, progress: Progress) -> QgsGeometry:
    """Widened piece by piece, each of few vertices, and put together again: the same, but faster."""
    progress.update(0)
    if shape.constGet().nCoordinates() <= _AT_ONCE:
        return shape.buffer(reach, _ARC)
    box = shape.boundingBox()
    first, second = QgsRectangle(box), QgsRectangle(box)
    if box.width() > box.height():
        first.setXMaximum(box.center().x())
        second.setXMinimum(box.center().x())
    else:
        first.setYMaximum(box.center().y())
        second.setYMinimum(box.center().y())
    pieces = [shape.intersection(QgsGeometry.fromRect(half)) for half in (first, second)]
    widened = [_widened(piece, reach, progress) for piece in pieces if not piece.isEmpty()]
    return QgsGeometry.unaryUnion(widened)


def _without_small_holes(parts: list[QgsGeometry], area: float, progress: Progress) -> list[QgsGeometry]:
    """Polygons without holes of up to `area`; what stands in such a hole becomes part of the polygon round it."""
    if area <= 0:
        return parts
    index = QgsSpatialIndex()
    closed: list[QgsGeometry] = []
    hosts: list[int] = []
    for number, part in enumerate(parts):
        if number % 1000 == 0:
            progress.update(0.8 * number / len(parts))
        whole = part.removeInteriorRings(area * (1 + 1e-9))
        if whole.constGet().ringCount(0) < part.constGet().ringCount(0):
            hosts.append(number)
        closed.append(whole)
        index.addFeature(number, whole.boundingBox())
    swallowed: set[int] = set()
    for done, host in enumerate(hosts):
        progress.update(0.8 + 0.2 * done / len(hosts))
        for other in index.intersects(closed[host].boundingBox()):
            if other != host and closed[host].contains(closed[other].pointOnSurface()):
                swallowed.add(other)
    return [part for number, part in enumerate(closed) if number not in swallowed]


def write_control_areas(
    path: str, frame: Frame, found: list[Enclosure], criterion: str, source: str, progress: Progress
) -> int:
    """The polygons, by their line_id from 1."""

    def records():
        for number, one in enumerate(found, 1):
            shape = QgsGeometry(one.shape)
            shape.convertToMultiType()
            yield shape, [number, criterion, one.area, one.length, source]

    return frame.write(path, POLYGON, CONTROL_FIELDS, records(), progress, len(found))


def write_control_lines(
    path: str, frame: Frame, found: list[Enclosure], criterion: str, source: str, progress: Progress
) -> int:
    """The outlines of the polygons, rims of holes among them, under the same line_id."""

    def records():
        for number, one in enumerate(found, 1):
            line = QgsGeometry(one.shape.constGet().boundary())
            line.convertToMultiType()
            yield line, [number, criterion, one.area, one.length, source]

    return frame.write(path, _LINES, CONTROL_FIELDS, records(), progress, len(found))
