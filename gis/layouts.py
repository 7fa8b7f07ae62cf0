"""A finished map sheet: map, legend with units, scale bar, north arrow, scenario, sources and "screening only".

The sheet is made from a template for a project of its own, never for the one that is open. What does not fit its place
in the template is set smaller or in more columns, until it does; nothing is left to be cut off.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsAbstractLayoutIterator,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutItemScaleBar,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF

from .sheet_blocks import InfoBlock, LegendBlock, MatrixBlock, draw_blocks, place_item, set_text
from .sheet_legend import SheetLegend
from .sheet_template import MAP, ORIENTATIONS, PAPERS, box_of, map_size, open_template, shipped
from .sheet_text import SheetInfo, text
from .sheet_type import Face, face_of
from .styles import TERRAIN, kind_of, style_role

SCALE_STEPS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5)
FIT = 1.02  # a little is seen around the extent
DPI = 200  # of what is no vector; lines and text of a PDF stay sharp
EDGE = 1.5  # mm between a scale bar and what is beside it
INSET_GAP = 1.0  # mm between the overview and the edge of the map


@dataclass
class Inset:
    """The overview on a page: what it shows, and the shape on the map that it must not cover."""

    extent: QgsRectangle
    layers: list[QgsMapLayer]
    shape: QgsGeometry


def round_scale(denominator: float) -> float:
    """The nearest round scale at which no less is seen: 1:9300 becomes 1:10 000."""
    power = 10.0
    while power * 10 <= denominator:
        power *= 10
    return next((step * power for step in SCALE_STEPS if step * power >= denominator * (1 - 1e-9)), 10 * power)


def nice_length(length: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not above the length."""
    power = 1e-6
    while power * 10 <= length:
        power *= 10
    return next(step * power for step in (5, 2, 1) if step * power <= length)


def better_orientation(paper: str, extents: Iterable[QgsRectangle]) -> str:
    """Whether more of the extents are seen larger on a page that lies or on one that stands."""
    lies = 0
    sizes = {name: map_size(shipped(paper, name)) for name in ORIENTATIONS[1:]}
    for extent in extents:
        worth = {}
        for name, (width, height) in sizes.items():
            metres = max(extent.width() / width, extent.height() / height) * 1000 * FIT
            worth[name] = (-round_scale(metres), (name == "landscape") == (extent.width() > extent.height()), -metres)
        lies += 1 if worth["landscape"] >= worth["portrait"] else -1
    return "landscape" if lies >= 0 else "portrait"


class _Sheet:
    def __init__(
        self, project: QgsProject, layers: list[QgsMapLayer], extent: QgsRectangle, info: SheetInfo, template: Path
    ):
        self.project, self.layers, self.extent, self.info = project, layers, extent, info
        self.layout, self.items, self.missing = open_template(project, template)
        self.layout.setName(info.title or "Rainshed")

    def build(self, scale: float | None, inset: Inset | None) -> QgsPrintLayout:
        info = self.info
        self.map: QgsLayoutItemMap = self.items[MAP]
        self._fill_map(scale)
        title = info.title or text("subtitle", info.language)
        for name, said in (
            ("title", title),
            *((n, text(n, info.language)) for n in ("subtitle", "screening", "caution")),
        ):
            if name in self.items:
                self._fill_label(name, said)
        for name in ("scale bar", "scale"):
            if name in self.items:
                self._fill_bar(self.items[name], name == "scale bar")
        if "north arrow" in self.items:
            self.items["north arrow"].setLinkedMap(self.map)
        self._fill_blocks()
        if "overview" in self.items:
            self._fill_overview(inset)
        return self.layout

    def _fill_label(self, name: str, said: str) -> None:
        label = self.items[name]
        box = box_of(label)
        face, broken = face_of(label).fitted(
            said, box.width() - 2 * label.marginX(), box.height() - 2 * label.marginY()
        )
        set_text(label, broken, face)

    def _fill_map(self, scale: float | None) -> None:
        view, box = self.map, box_of(self.map)
        view.setCrs(self.project.crs())
        view.setFollowVisibilityPreset(False)
        view.setLayers(self.layers)
        view.setKeepLayerSet(True)
        view.setExtent(self.extent)  # changes the size
        place_item(view, box)
        view.zoomToExtent(self.extent)
        view.setScale(scale if scale else round_scale(view.scale() * FIT))
        step = nice_length(min(view.extent().width(), view.extent().height()) / 2.5)
        for number in range(view.grids().size()):
            grid = view.grids().grid(number)
            grid.setIntervalX(step)
            grid.setIntervalY(step)
            grid.setAnnotationPrecision(0 if step >= 1 else 4)
            grid.setAnnotationTextFormat(_own_letters(grid.annotationTextFormat()))

    def _fill_bar(self, bar: QgsLayoutItemScaleBar, drawn: bool) -> None:
        """A scale bar of two parts of a round length (or the scale in figures), as long as there is room for it.

        QGIS makes a scale bar as large as what it holds, so the box in the template says only where it begins.
        """
        corner = bar.pos()
        room = self._room_beside(bar)
        bar.setLinkedMap(self.map)
        bar.setTextFormat(_own_letters(bar.textFormat()))
        length = room
        for _ in range(60):
            if drawn:
                self._set_length(bar, length)
            bar.update()
            bar.attemptResize(QgsLayoutSize(1.0, 1.0))  # it grows by itself, but does not shrink
            if bar.rect().width() <= room:
                break
            if drawn and length > 0.3 * room:
                length *= 0.9
            else:
                form = QgsTextFormat(bar.textFormat())
                form.setSize(form.size() * 0.94)
                bar.setTextFormat(form)
        place_item(bar, QRectF(corner, bar.rect().size()))

    def _room_beside(self, item: QgsLayoutItem) -> float:
        """The width (mm) from the item's left edge to what encloses it or stands at its right, a sixth of the page at
        most."""
        left, middle = item.pos().x(), item.pos().y() + 1.0
        page = self.layout.pageCollection().page(0).rect()
        ends = [page.width(), left + max(page.width(), page.height()) / 6.0 + EDGE]
        for other in self.layout.items():
            if isinstance(other, QgsLayoutItem) and other is not item and other.isVisible():
                box = box_of(other)
                if box.top() <= middle <= box.bottom() and box.width() > 1.0:
                    if box.left() >= left + 5.0:
                        ends.append(box.left())
                    elif box.right() > left + 10.0 and box.left() <= left:
                        ends.append(box.right())
        return min(ends) - left - EDGE

    def _set_length(self, bar: QgsLayoutItemScaleBar, room: float) -> None:
        part = nice_length(room / 1000.0 * self.map.scale() / 2.0)
        kilometres = part >= 1000
        # By name: the enumeration moved to another class after 3.22.
        bar.setUnits(QgsUnitTypes.decodeDistanceUnit("km" if kilometres else "meters")[0])
        bar.setUnitLabel("km" if kilometres else "m")
        bar.setNumberOfSegments(2)
        bar.setNumberOfSegmentsLeft(0)
        bar.setUnitsPerSegment(part / 1000 if kilometres else part)

    def _fill_blocks(self) -> None:
        info, blocks = self.info, []
        if "legend" in self.items:
            legend = self.items["legend"]
            legend.setLinkedMap(self.map)
            filled = SheetLegend(self.layout, legend, self.layers, info.language, None if info.matrix else info.scheme)
            blocks.append((legend, LegendBlock(filled)))
        if "info" in self.items:
            label = self.items["info"]
            block = InfoBlock(self.layout, info, self.project.crs().authid(), face_of(label))
            blocks.append((label, block))
            label.setText("")
        if "matrix" in self.items:
            label = self.items["matrix"]
            if info.matrix:
                blocks.append((label, MatrixBlock(self.layout, info.matrix, info.language, face_of(label))))
                label.setText("")
            else:
                self._remove("matrix")
        draw_blocks(blocks)

    def _fill_overview(self, inset: Inset | None) -> None:
        """The whole area in a corner of the map where it covers nothing of the page's zone; else none."""
        view = self.items["overview"]
        place = self._free_place(box_of(view), inset) if inset else None
        if place is None:
            self._remove("overview")
            return
        view.setCrs(self.project.crs())
        view.setFollowVisibilityPreset(False)
        view.setLayers(inset.layers)
        view.setKeepLayerSet(True)
        view.setExtent(inset.extent)
        place_item(view, place)
        view.zoomToExtent(inset.extent)
        view.setScale(view.scale() * 1.05)
        if not view.overviews().size():
            view.overviews().addOverview(QgsLayoutItemMapOverview("page", view))
        window = view.overviews().overview(0)
        window.setLinkedMap(self.map)
        window.setFrameSymbol(
            QgsFillSymbol.createSimple({"style": "no", "outline_color": "#b00020", "outline_width": "0.35"})
        )

    def _free_place(self, box: QRectF, inset: Inset) -> QRectF | None:
        frame = box_of(self.map)
        if not frame.intersects(box):
            return box
        left, top = frame.left() + INSET_GAP, frame.top() + INSET_GAP
        right, bottom = frame.right() - INSET_GAP - box.width(), frame.bottom() - INSET_GAP - box.height()
        extent = self.map.extent()
        unit = extent.width() / frame.width()
        for x, y in ((box.left(), box.top()), (right, top), (left, top), (right, bottom), (left, bottom)):
            west, north = extent.xMinimum() + (x - frame.left()) * unit, extent.yMaximum() - (y - frame.top()) * unit
            covered = QgsRectangle(west, north - box.height() * unit, west + box.width() * unit, north)
            if not inset.shape.intersects(covered):
                return QRectF(x, y, box.width(), box.height())
        return None

    def _remove(self, name: str) -> None:
        item: QgsLayoutItem = self.items.pop(name)
        self.layout.removeLayoutItem(item)


def _own_letters(form: QgsTextFormat) -> QgsTextFormat:
    """The text format, in our own letters if its font is not installed."""
    face: Face = face_of(form)
    changed = QgsTextFormat(form)
    changed.setFont(face.letters.font(max(face.points, 1.0), face.bold))
    return changed


def build_sheet(
    project: QgsProject,
    layers: list[QgsMapLayer],
    extent: QgsRectangle,
    info: SheetInfo,
    paper: str = "A4",
    scale: float | None = None,
    orientation: str = "auto",
    template: str | Path | None = None,
    inset: Inset | None = None,
    notes: list[str] | None = None,
) -> QgsPrintLayout:
    """The map sheet of `layers` (the topmost first) as a layout of `project`, which must have a CRS of its own.

    `extent` is in the project's CRS. `scale` is the denominator (10000 for 1:10 000), kept exactly; without it the
    largest round one that shows the whole extent. Terrain (role dem, style conditioned or filled) is drawn as a light
    hillshade and not listed in the legend. The project keeps the layers alive; keep the project.

    Parameters
    ----------
    orientation : "landscape", "portrait", or "auto" for the one that shows the extent larger.
    template : a file to take in place of our template of paper and orientation.
    inset : an overview to draw if the template has one.
    notes : takes what the template has no place for.

    Raises
    ------
    ValueError for an unknown paper or orientation, an empty extent, no layer or a template that cannot be used.
    """
    if paper not in PAPERS:
        raise ValueError(f"The paper {paper} is unknown; take {' or '.join(PAPERS)}.")
    if orientation not in ORIENTATIONS:
        raise ValueError(f"The orientation {orientation} is unknown; take {', '.join(ORIENTATIONS)}.")
    if extent.isEmpty() or not layers:
        raise ValueError("There is nothing to draw: the extent is empty or no layer was given.")
    if template:
        path = Path(template)
    else:
        path = shipped(paper, better_orientation(paper, [extent]) if orientation == "auto" else orientation)
    drawn = []
    for layer in layers:
        if kind_of(layer) in TERRAIN[1:]:
            layer = layer.clone()
            style_role(layer, "dem")
        if project.mapLayer(layer.id()) is None:
            project.addMapLayer(layer, False)
        drawn.append(layer)
    sheet = _Sheet(project, drawn, extent, info, path)
    unused = [name for name in sheet.missing if (name != "overview" or inset) and (name != "matrix" or info.matrix)]
    if unused and notes is not None:
        notes.append(f"The template {path.name} has no item of the id {', '.join(unused)}: left out.")
    return sheet.build(scale, inset)


class _Pages(QgsAbstractLayoutIterator):
    """Layouts one after another, made when their turn comes."""

    def __init__(self, layouts: Iterator[QgsPrintLayout], count: int):
        super().__init__()
        self._layouts, self._count = layouts, count
        self._layout: QgsPrintLayout | None = None
        self.failure: Exception | None = None

    def layout(self) -> QgsPrintLayout | None:
        return self._layout

    def beginRender(self) -> bool:
        return True

    def endRender(self) -> bool:
        return True

    def count(self) -> int:
        return self._count

    def next(self) -> bool:
        try:
            self._layout = next(self._layouts, None)
        except Exception as failure:  # QGIS calls this and would lose it
            self.failure, self._layout = failure, None
        return self._layout is not None

    def filePath(self, base: str, extension: str) -> str:
        return base


def export_sheet(layout: QgsLayout, path: str) -> None:
    """Write the sheet as PDF (vectors, text as text) or as PNG, as the file's name ends.

    It is written under another name first, so that a failure leaves no half a file. RuntimeError with the reason.
    """
    kind = Path(path).suffix.lower()
    exporter = QgsLayoutExporter(layout)

    def write(part: str) -> tuple:
        if kind == ".pdf":
            return exporter.exportToPdf(part, _pdf_settings()), _message(exporter)
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = DPI
        settings.generateWorldFile = False
        # QGIS tries to note the place of the map in the PNG, which GDAL refuses with an error that means nothing.
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            return exporter.exportToImage(part, settings), _message(exporter)
        finally:
            gdal.PopErrorHandler()

    if kind not in (".pdf", ".png"):
        raise RuntimeError(f"A map sheet is written as .pdf or .png, not as {Path(path).name}.")
    _write(path, write)


def export_pages(layouts: Iterator[QgsPrintLayout], count: int, path: str) -> None:
    """Write `count` sheets as the pages of one PDF. What the iterator raises is raised, RuntimeError otherwise."""
    pages = _Pages(layouts, count)

    def write(part: str) -> tuple:
        result, message = QgsLayoutExporter.exportToPdf(pages, part, _pdf_settings())
        if pages.failure is not None:
            raise pages.failure
        return result, message

    _write(path, write)


def _pdf_settings() -> QgsLayoutExporter.PdfExportSettings:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = DPI
    settings.forceVectorOutput = True
    settings.rasterizeWholeImage = False
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return settings


def _write(path: str, write) -> None:
    target = Path(path)
    part = target.with_name(f"{target.stem}.part{target.suffix.lower()}")
    try:
        result, message = write(str(part))
        if result != QgsLayoutExporter.ExportResult.Success:
            raise RuntimeError(f"The map sheet {path} could not be written: {message or _reason(result)}")
        os.replace(part, target)
    except OSError as error:
        raise RuntimeError(f"The map sheet {path} could not be written: {error}") from error
    finally:
        with suppress(OSError):
            part.unlink()


def _message(exporter: QgsLayoutExporter) -> str:
    return getattr(exporter, "errorMessage", str)()  # 3.22 has none


def _reason(result: QgsLayoutExporter.ExportResult) -> str:
    results = QgsLayoutExporter.ExportResult
    reasons = {
        results.MemoryError: "not enough memory",
        results.FileError: "the file cannot be written",
        results.PrintError: "the printer failed",
        results.SvgLayerError: "a layer could not be drawn",
        results.IteratorError: "a page could not be drawn",
        results.Canceled: "it was cancelled",
    }
    return reasons.get(result, f"QGIS reported {result}")
