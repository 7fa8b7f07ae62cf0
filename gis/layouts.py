"""A finished map sheet: map, legend with units, scale bar, north arrow, scenario, sources and "screening only".

The sheet is made for a project of its own, never for the one that is open. What does not fit its place is set smaller
or in more columns, until it does; nothing is left to be cut off.
"""

from __future__ import annotations

import base64
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from .sheet_legend import SheetLegend
from .sheet_text import SheetInfo, scenario_rows, text
from .sheet_type import Type, font_family, set_font
from .styles import TERRAIN, kind_of, style_role

ROOT = Path(__file__).resolve().parent.parent
NORTH = ROOT / "resources" / "icons" / "north.svg"
PAPERS = {"A4": (210.0, 297.0, 1.0), "A3": (297.0, 420.0, 1.3)}  # mm, and how much larger than on A4 things are
SCALE_STEPS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5)
SIZES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4)
FIT = 1.02  # a little is seen around the extent
MARGIN, GAP, GRID_BAND, TITLE_HEIGHT = 7.0, 2.5, 4.0, 13.0  # mm on A4
DPI = 200  # of what is no vector; lines and text of a PDF stay sharp
INK, GREY, RED = QColor("#1b1b1b"), QColor("#666666"), QColor("#b00020")


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


@dataclass
class _Cell:
    """A row as it is set: broken text, and where key and value begin (mm from the block's left edge)."""

    key: str
    value: str
    bold: bool
    key_at: float
    value_at: float


class _Sheet:
    def __init__(
        self, project: QgsProject, layers: list[QgsMapLayer], extent: QgsRectangle, info: SheetInfo, paper: str
    ):
        self.project, self.layers, self.extent, self.info = project, layers, extent, info
        self.short, self.long, self.k = PAPERS[paper]
        self.paper = paper
        self.type = Type(font_family())
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self.layout.setName(info.title or "Rainshed")

    def word(self, key: str) -> str:
        return text(key, self.info.language)

    def build(self, scale: float | None) -> QgsPrintLayout:
        k = self.k
        self.legend = SheetLegend(self.layout, self.layers, self.info.language, self.info.scheme, self.type)
        plan = max((self._plan(landscape) for landscape in (True, False)), key=self._worth)
        self.landscape, frame, panel, self.panel_fit = plan
        orientation = QgsLayoutItemPage.Orientation
        page = self.layout.pageCollection().page(0)
        page.setPageSize(self.paper, orientation.Landscape if self.landscape else orientation.Portrait)
        width, height = self._page()
        self.map = self._make_map(frame, scale)
        self._make_title(QRectF(MARGIN * k, MARGIN * k, width - 2 * MARGIN * k, TITLE_HEIGHT * k))
        self.legend.item.setLinkedMap(self.map)
        self._fill_panel(panel)
        self._frame("page frame", QRectF(MARGIN * k / 2, MARGIN * k / 2, width - MARGIN * k, height - MARGIN * k), 0.4)
        return self.layout

    def _page(self) -> tuple[float, float]:
        return (self.long, self.short) if self.landscape else (self.short, self.long)

    # Where things go

    def _plan(self, landscape: bool) -> tuple[bool, QRectF, QRectF, tuple]:
        """Map frame and panel of a sheet that lies or stands, with the panel just as large as its text needs."""
        k = self.k
        width, height = (self.long, self.short) if landscape else (self.short, self.long)
        top = (MARGIN + TITLE_HEIGHT + GAP) * k
        left, right, bottom = MARGIN * k, width - MARGIN * k, height - MARGIN * k
        band, gap = GRID_BAND * k, GAP * k
        if landscape:
            sizes = [share * k for share in (62.0, 70.0, 80.0, 92.0)]
            size, fit = self._fit_panel([(size, bottom - top, False) for size in sizes])
            panel = QRectF(right - size, top, size, bottom - top)
            frame = QRectF(left + band, top + band, right - size - gap - left - 2 * band, bottom - top - 2 * band)
        else:
            sizes = [share * k for share in (58.0, 68.0, 78.0, 90.0, 105.0, 120.0)]
            size, fit = self._fit_panel([(right - left, size, True) for size in sizes])
            panel = QRectF(left, bottom - size, right - left, size)
            frame = QRectF(left + band, top + band, right - left - 2 * band, bottom - size - gap - top - 2 * band)
        return landscape, frame, panel, fit

    def _worth(self, plan: tuple) -> tuple[float, bool, float]:
        """The sheet that shows the extent at the larger round scale is better, then the one that lies as it lies."""
        landscape, frame = plan[0], plan[1]
        metres = max(self.extent.width() / frame.width(), self.extent.height() / frame.height()) * 1000 * FIT
        return -round_scale(metres), landscape == (self.extent.width() > self.extent.height()), -metres

    def _fit_panel(self, places: list[tuple[float, float, bool]]) -> tuple[float, tuple]:
        """The smallest place and the largest type at which all of the panel's text has room.

        A small panel with type a little smaller is better than a small map.
        """
        for sizes in (SIZES[:4], SIZES[4:]):
            for width, height, wide in places:
                for size in sizes:
                    fit = self._try_panel(width, height, wide, size)
                    if fit:
                        return (height if wide else width), fit
        width, height, wide = places[-1]
        legend_width = width / 2 if wide else width
        return (height if wide else width), (SIZES[-1], 1, legend_width, self.legend.measure(SIZES[-1] * self.k, 1))

    def _try_panel(self, width: float, height: float, wide: bool, size: float) -> tuple | None:
        k = self.k
        inner = width - 2 * GAP * k
        head = self._head_height(size)
        for columns in (1, 2, 3):
            legend = self.legend.measure(size * k, columns)
            if wide:
                share = max(legend[0] + 2 * GAP * k, 0.3 * inner)
                rest = inner - share - GAP * k
                if share > 0.6 * inner:
                    break
                needed = max(legend[1] + self._heading_height(size), head + self._info_height(rest, size))
            else:
                share = inner
                if legend[0] > inner:
                    break
                needed = head + legend[1] + self._heading_height(size) + self._info_height(inner, size) + GAP * k
            if needed <= height - 2 * GAP * k:
                return size, columns, share, legend
        return None

    def _head_height(self, size: float) -> float:
        return 15.0 * self.k

    def _heading_height(self, size: float) -> float:
        return self.type.height(1, 8.5 * self.k * size, True) + 0.8 * self.k

    # Title and map

    def _make_title(self, place: QRectF) -> None:
        k, points = self.k, 17.0 * self.k
        title = self.info.title or self.word("subtitle")
        room = place.width() - self.type.width(self.word("subtitle"), 9 * k) - 6 * k
        while points > 12 * k and self.type.width(title, points, True) > room:
            points -= 0.5
        lines = self.type.wrap(title, room, points, True)
        while points > 5 * k and self.type.height(len(lines), points, True) > place.height() - 2 * k:
            points -= 0.5
            lines = self.type.wrap(title, room, points, True)
        self._text(
            "title",
            "\n".join(lines),
            QRectF(place.left(), place.top(), room + 2 * k, place.height() - 2 * k),
            points,
            bold=True,
            middle=True,
        )
        self._text(
            "subtitle",
            self.word("subtitle"),
            QRectF(place.left(), place.top(), place.width(), place.height() - 2 * k),
            9 * k,
            colour=GREY,
            middle=True,
            align=Qt.AlignmentFlag.AlignRight,
        )
        self._rule(
            "title line", QRectF(place.left(), place.bottom() - 1.2 * k, place.width(), 0.5 * k), QColor("#2e86c8")
        )

    def _make_map(self, frame: QRectF, scale: float | None) -> QgsLayoutItemMap:
        view = QgsLayoutItemMap(self.layout)
        view.setId("map")
        self.layout.addLayoutItem(view)
        view.setCrs(self.project.crs())
        view.setLayers(self.layers)
        view.setKeepLayerSet(True)
        # An empty map cannot be zoomed, and setting the extent needs a size and changes it.
        self._place(view, frame)
        view.setExtent(self.extent)
        self._place(view, frame)
        view.zoomToExtent(self.extent)
        view.setScale(scale if scale else round_scale(view.scale() * FIT))
        view.setBackgroundColor(QColor("#ffffff"))
        view.setFrameEnabled(True)
        view.setFrameStrokeColor(INK)
        self._make_grid(view)
        return view

    def _make_grid(self, view: QgsLayoutItemMap) -> None:
        k = self.k
        step = nice_length(min(view.extent().width(), view.extent().height()) / 2.5)
        grid = QgsLayoutItemMapGrid("grid", view)
        grid.setIntervalX(step)
        grid.setIntervalY(step)
        grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Cross)
        grid.setCrossLength(1.6 * k)
        grid.setLineSymbol(QgsLineSymbol.createSimple({"color": "#7a7a7a", "width": "0.12"}))
        grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
        grid.setFrameWidth(1.0 * k)
        grid.setFramePenSize(0.2)
        grid.setAnnotationEnabled(True)
        grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.Decimal)
        grid.setAnnotationPrecision(0 if step >= 1 else 4)
        grid.setAnnotationFrameDistance(0.3)
        form = QgsTextFormat.fromQFont(self.type.font(5.0 * k))
        form.setColor(GREY)
        grid.setAnnotationTextFormat(form)
        side, direction = QgsLayoutItemMapGrid.BorderSide, QgsLayoutItemMapGrid.AnnotationDirection
        grid.setAnnotationDirection(direction.Vertical, side.Left)
        grid.setAnnotationDirection(direction.VerticalDescending, side.Right)
        view.grids().addGrid(grid)

    # The panel

    def _fill_panel(self, panel: QRectF) -> None:
        k = self.k
        size, columns, share, legend = self.panel_fit
        pad = GAP * k
        self._frame("panel", panel, 0.25)
        inner = panel.adjusted(pad, pad, -pad, -pad)
        self.legend.measure(size * k, columns)
        if self.landscape:
            head = QRectF(inner.left(), inner.top(), inner.width(), self._head_height(size))
            legend_top = head.bottom()
            info = QRectF(inner)
            info.setTop(inner.bottom() - self._info_height(inner.width(), size))
        else:
            legend_top = inner.top()
            info = QRectF(inner)
            info.setLeft(inner.left() + share + pad)
            head = QRectF(info.left(), inner.top(), info.width(), self._head_height(size))
            info.setTop(head.bottom())
            self._rule("panel line", QRectF(info.left() - pad, panel.top(), 0.2, panel.height()), INK)
        self._make_head(head)
        heading = QRectF(inner.left(), legend_top, share, self._heading_height(size))
        self._text("legend title", self.word("legend"), heading, 8.5 * k * size, bold=True)
        box = QRectF(inner.left(), heading.bottom(), legend[0], legend[1])
        self.legend.item.setResizeToContents(False)
        self._place(self.legend.item, box)
        self._make_info(info, size)

    def _make_head(self, place: QRectF) -> None:
        """North arrow, scale bar and the scale in figures."""
        k = self.k
        arrow = QgsLayoutItemPicture(self.layout)
        arrow.setId("north arrow")
        self.layout.addLayoutItem(arrow)
        # The picture itself, not its path: a saved project shall show it where the plugin is not installed.
        drawing = base64.b64encode(NORTH.read_bytes()).decode()
        arrow.setPicturePath(f"base64:{drawing}", QgsLayoutItemPicture.Format.FormatSVG)
        arrow.setLinkedMap(self.map)
        self._place(arrow, QRectF(place.left(), place.top(), 11 * k, 12.5 * k))
        room = place.width() - 14 * k
        top = place.top()
        for name, style in (("scale bar", "Single Box"), ("scale", "Numeric")):
            bar = QgsLayoutItemScaleBar(self.layout)
            bar.setId(name)
            self.layout.addLayoutItem(bar)
            bar.setStyle(style)
            bar.setLinkedMap(self.map)
            form = QgsTextFormat.fromQFont(self.type.font(7.0 * k))
            form.setColor(INK)
            bar.setTextFormat(form)
            bar.setBoxContentSpace(0.3)
            if style == "Single Box":
                self._size_bar(bar, min(room - 14 * k, 50 * k))
            bar.update()
            bar.attemptMove(QgsLayoutPoint(place.left() + 13 * k, top))
            bar.attemptResize(QgsLayoutSize(1.0, 1.0))  # it grows by itself, but does not shrink
            top += bar.sizeWithUnits().height()

    def _size_bar(self, bar: QgsLayoutItemScaleBar, room: float) -> None:
        """Two parts of a round length that together stay within the room (mm)."""
        k = self.k
        metres = room / 1000.0 * self.map.scale()
        part = nice_length(metres / 2.0)
        kilometres = part >= 1000
        # By name: the enumeration moved to another class after 3.22.
        bar.setUnits(QgsUnitTypes.decodeDistanceUnit("km" if kilometres else "meters")[0])
        bar.setUnitLabel("km" if kilometres else "m")
        bar.setNumberOfSegments(2)
        bar.setNumberOfSegmentsLeft(0)
        bar.setUnitsPerSegment(part / 1000 if kilometres else part)
        bar.setHeight(1.6 * k)
        bar.setLabelBarSpace(0.6 * k)

    def _info_lines(self, width: float, size: float) -> list[tuple[float, list[_Cell]]]:
        """The rows with their text broken: the height of each line, and what stands in it.

        Where the block is wide, two short rows share a line.
        """
        points = 6.5 * self.k * size
        rows = scenario_rows(self.info, self.project.crs().authid())
        keys = min(max(self.type.width(row.key, points) for row in rows) + 2 * self.k, 0.45 * width)
        half = width / 2 if width > 80 * self.k * size else 0.0
        lines: list[tuple[float, list[_Cell]]] = []
        free = False
        for row in rows:
            short = keys + self.type.width(row.value, points, row.bold) < half - 2 * self.k
            if short and free:
                lines[-1][1].append(_Cell(row.key, row.value, row.bold, half, half + keys))
                free = False
                continue
            key = self.type.wrap(row.key, keys - 1.0, points)
            value = self.type.wrap(row.value, width - keys - 0.5, points, row.bold)
            height = max(self.type.height(len(value), points, row.bold), self.type.height(len(key), points))
            lines.append((height, [_Cell("\n".join(key), "\n".join(value), row.bold, 0.0, keys)]))
            free = short
        return lines

    def _note_lines(self, width: float, size: float) -> tuple[list[str], list[str], float]:
        points = self.k * size
        head = self.type.wrap(self.word("screening"), width - 3 * self.k, 8.5 * points, True)
        body = self.type.wrap(self.word("caution"), width - 3 * self.k, 6.0 * points)
        height = self.type.height(len(head), 8.5 * points, True) + self.type.height(len(body), 6.0 * points)
        return head, body, height + 2 * self.k

    def _info_height(self, width: float, size: float) -> float:
        rows = sum(height for height, _ in self._info_lines(width, size))
        return self._heading_height(size) + rows + self._note_lines(width, size)[2] + 1.5 * self.k

    def _make_info(self, place: QRectF, size: float) -> None:
        k = self.k
        points = 6.5 * k * size
        top = place.top()
        heading = self._heading_height(size)
        self._text(
            "scenario title",
            self.word("scenario"),
            QRectF(place.left(), top, place.width(), heading),
            8.5 * k * size,
            bold=True,
        )
        top += heading
        for height, cells in self._info_lines(place.width(), size):
            for cell in cells:
                key = QRectF(place.left() + cell.key_at, top, cell.value_at - cell.key_at, height)
                self._text("key", cell.key, key, points, colour=GREY)
                room = cells[1].key_at - cell.value_at if cell is not cells[-1] else place.width() - cell.value_at + 1.0
                value = QRectF(place.left() + cell.value_at, top, room, height)
                self._text("value", cell.value, value, points, bold=cell.bold)
            top += height
        head, body, height = self._note_lines(place.width(), size)
        note = QRectF(place.left(), place.bottom() - height, place.width(), height)
        self._frame("screening frame", note, 0.35, RED)
        first = self.type.height(len(head), 8.5 * k * size, True)
        self._text(
            "screening",
            "\n".join(head),
            QRectF(note.left() + 1.5 * k, note.top() + k, note.width(), first),
            8.5 * k * size,
            bold=True,
            colour=RED,
        )
        self._text(
            "caution",
            "\n".join(body),
            QRectF(note.left() + 1.5 * k, note.top() + k + first, note.width(), height - first - k),
            6.0 * k * size,
        )

    # Items

    def _place(self, item: QgsLayoutItem, place: QRectF) -> None:
        item.attemptMove(QgsLayoutPoint(place.left(), place.top()))
        item.attemptResize(QgsLayoutSize(place.width(), place.height()))

    def _text(
        self,
        name: str,
        text: str,
        place: QRectF,
        points: float,
        bold: bool = False,
        colour: QColor = INK,
        middle: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        label = QgsLayoutItemLabel(self.layout)
        label.setId(name)
        self.layout.addLayoutItem(label)
        label.setMarginX(0.0)
        label.setMarginY(0.0)
        label.setText(text)
        set_font(label, self.type.font(points, bold), colour)
        label.setHAlign(align)
        label.setVAlign(Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop)
        self._place(label, place)

    def _frame(self, name: str, place: QRectF, width: float, colour: QColor = INK) -> None:
        self._shape(name, place, {"style": "no", "outline_color": colour.name(), "outline_width": str(width)})

    def _rule(self, name: str, place: QRectF, colour: QColor) -> None:
        self._shape(name, place, {"color": colour.name(), "outline_style": "no"})

    def _shape(self, name: str, place: QRectF, properties: dict[str, str]) -> None:
        shape = QgsLayoutItemShape(self.layout)
        shape.setId(name)
        self.layout.addLayoutItem(shape)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(QgsFillSymbol.createSimple(properties))
        self._place(shape, place)


def build_sheet(
    project: QgsProject,
    layers: list[QgsMapLayer],
    extent: QgsRectangle,
    info: SheetInfo,
    paper: str = "A4",
    scale: float | None = None,
) -> QgsPrintLayout:
    """The map sheet of `layers` (the topmost first) as a layout of `project`, which must have a CRS of its own.

    `extent` is in the project's CRS. The page lies or stands, whichever shows the extent larger. `scale` is the
    denominator (10000 for 1:10 000), kept exactly; without it the largest round one that shows the whole extent.
    Terrain (role dem, style conditioned or filled) is drawn as a light hillshade and not listed in the legend.
    ValueError for an unknown paper, an empty extent or no layer. The project keeps the layers alive; keep the project.
    """
    if paper not in PAPERS:
        raise ValueError(f"The paper {paper} is unknown; take {' or '.join(PAPERS)}.")
    if extent.isEmpty() or not layers:
        raise ValueError("There is nothing to draw: the extent is empty or no layer was given.")
    drawn = []
    for layer in layers:
        if kind_of(layer) in TERRAIN[1:]:
            layer = layer.clone()
            style_role(layer, "dem")
        if project.mapLayer(layer.id()) is None:
            project.addMapLayer(layer, False)
        drawn.append(layer)
    return _Sheet(project, drawn, extent, info, paper).build(scale)


def export_sheet(layout: QgsLayout, path: str) -> None:
    """Write the sheet as PDF (vectors, text as text) or as PNG, as the file's name ends.

    It is written under another name first, so that a failure leaves no half a file. RuntimeError with the reason.
    """
    target = Path(path)
    kind = target.suffix.lower()
    part = target.with_name(f"{target.stem}.part{kind}")
    exporter = QgsLayoutExporter(layout)
    if kind == ".pdf":
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = DPI
        settings.forceVectorOutput = True
        settings.rasterizeWholeImage = False
        settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        result = exporter.exportToPdf(str(part), settings)
    elif kind == ".png":
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = DPI
        settings.generateWorldFile = False
        # QGIS tries to note the place of the map in the PNG, which GDAL refuses with an error that means nothing.
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            result = exporter.exportToImage(str(part), settings)
        finally:
            gdal.PopErrorHandler()
    else:
        raise RuntimeError(f"A map sheet is written as .pdf or .png, not as {target.name}.")
    try:
        if result != QgsLayoutExporter.ExportResult.Success:
            reason = getattr(exporter, "errorMessage", str)() or _reason(result)  # 3.22 has no message
            raise RuntimeError(f"The map sheet {path} could not be written: {reason}")
        os.replace(part, target)
    except OSError as error:
        raise RuntimeError(f"The map sheet {path} could not be written: {error}") from error
    finally:
        with suppress(OSError):
            part.unlink()


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
