"""Writes resources/layouts/*.qpt, the templates of map sheets.

Run with the oldest QGIS the plugin supports, so that every later version reads the files:
    QT_QPA_PLATFORM=offscreen /usr/bin/python3 scripts/make_layouts.py
The items are known by their ids; what stands in them here only shows a designer what will be put there.
"""

from __future__ import annotations

import base64
import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_HASH_SEED", "0")  # the same order of attributes in every run

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

ROOT = Path(__file__).resolve().parent.parent
NORTH = ROOT / "resources" / "icons" / "north.svg"
FOLDER = ROOT / "resources" / "layouts"
FONT = "Noto Sans CJK SC"
PAPERS = {"A4": (210.0, 297.0, 1.0), "A3": (297.0, 420.0, 1.3)}  # mm, and how much larger than on A4 things are
MARGIN, GAP, GRID_BAND, TITLE_HEIGHT = 7.0, 2.5, 4.0, 13.0  # mm on A4
PANEL = {"landscape": 70.0, "portrait": 88.0}  # its width, its height
HEAD, APART = 14.0, 2.0  # height of arrow and scale; room between two blocks
INK, GREY, RED, BLUE = QColor("#1b1b1b"), QColor("#666666"), QColor("#b00020"), QColor("#2e86c8")


class Template:
    def __init__(self, paper: str, orientation: str):
        self.project = QgsProject()
        self.layout = QgsPrintLayout(self.project)
        self.layout.initializeDefaults()
        self.layout.setName(f"Rainshed {paper} {orientation}")
        short, long, self.k = PAPERS[paper]
        lies = orientation == "landscape"
        self.width, self.height = (long, short) if lies else (short, long)
        page = QgsLayoutItemPage.Orientation
        self.layout.pageCollection().page(0).setPageSize(paper, page.Landscape if lies else page.Portrait)
        k = self.k
        left, top, right, bottom = MARGIN * k, MARGIN * k, self.width - MARGIN * k, self.height - MARGIN * k
        self._title(QRectF(left, top, right - left, TITLE_HEIGHT * k))
        top += (TITLE_HEIGHT + GAP) * k
        band, gap, size = GRID_BAND * k, GAP * k, PANEL[orientation] * k
        if lies:
            panel = QRectF(right - size, top, size, bottom - top)
            frame = QRectF(left + band, top + band, right - size - gap - left - 2 * band, bottom - top - 2 * band)
        else:
            panel = QRectF(left, bottom - size, right - left, size)
            frame = QRectF(left + band, top + band, right - left - 2 * band, bottom - size - gap - top - 2 * band)
        self._map(frame)
        self._shape("panel", panel, {"style": "no", "outline_color": INK.name(), "outline_width": "0.25"})
        inner = panel.adjusted(gap, gap, -gap, -gap)
        self._lying(inner) if lies else self._standing(panel, inner)
        edge = QRectF(MARGIN * k / 2, MARGIN * k / 2, self.width - MARGIN * k, self.height - MARGIN * k)
        self._shape("page frame", edge, {"style": "no", "outline_color": INK.name(), "outline_width": "0.4"})

    def _lying(self, inner: QRectF) -> None:
        """Everything in one column, whose blocks share its room."""
        k = self.k
        self._head(QRectF(inner.left(), inner.top(), inner.width(), HEAD * k))
        note = QRectF(inner.left(), inner.bottom() - 13.0 * k, inner.width(), 13.0 * k)
        self._note(note)
        self._blocks(
            QRectF(inner.left(), inner.top() + HEAD * k, inner.width(), note.top() - inner.top() - (HEAD + APART) * k),
            (("legend", 0.45), ("info", 0.35), ("matrix", 0.2)),
        )

    def _standing(self, panel: QRectF, inner: QRectF) -> None:
        """Legend and matrix at the left, the rest at the right."""
        k = self.k
        share = 0.42 * inner.width()
        self._blocks(
            QRectF(inner.left(), inner.top(), share, inner.height()),
            (("legend", 0.6), ("matrix", 0.4)),
        )
        line = inner.left() + share + GAP * k
        self._shape(
            "panel line",
            QRectF(line, panel.top(), 0.2, panel.height()),
            {"color": INK.name(), "outline_style": "no"},
        )
        rest = QRectF(line + GAP * k, inner.top(), inner.right() - line - GAP * k, inner.height())
        self._head(QRectF(rest.left(), rest.top(), rest.width(), HEAD * k))
        note = QRectF(rest.left(), rest.bottom() - 11.0 * k, rest.width(), 11.0 * k)
        self._note(note)
        self._blocks(
            QRectF(rest.left(), rest.top() + HEAD * k, rest.width(), note.top() - rest.top() - (HEAD + APART) * k),
            (("info", 1.0),),
        )

    def _blocks(self, place: QRectF, shares: tuple) -> None:
        top = place.top()
        apart = APART * self.k
        room = place.height() - apart * (len(shares) - 1)
        for name, share in shares:
            box = QRectF(place.left(), top, place.width(), room * share)
            self._legend(box) if name == "legend" else self._label(name, f"[{name}]", box, 6.5)
            top += box.height() + apart

    def _title(self, place: QRectF) -> None:
        k = self.k
        height = place.height() - 2 * k
        subtitle = 48.0 * k
        middle = Qt.AlignmentFlag.AlignVCenter
        self._label(
            "title",
            "[title]",
            QRectF(place.left(), place.top(), place.width() - subtitle - 4 * k, height),
            17.0,
            bold=True,
            down=middle,
        )
        self._label(
            "subtitle",
            "[subtitle]",
            QRectF(place.right() - subtitle, place.top(), subtitle, height),
            9.0,
            colour=GREY,
            down=middle,
            across=Qt.AlignmentFlag.AlignRight,
        )
        line = QRectF(place.left(), place.bottom() - 1.2 * k, place.width(), 0.5 * k)
        self._shape("title line", line, {"color": BLUE.name(), "outline_style": "no"})

    def _map(self, frame: QRectF) -> None:
        k = self.k
        view = self._add(QgsLayoutItemMap(self.layout), "map", frame)
        view.setExtent(QgsRectangle(0, 0, frame.width() * 10, frame.height() * 10))
        self._place(view, frame)
        view.setKeepLayerSet(True)
        view.setBackgroundColor(QColor("#ffffff"))
        view.setFrameEnabled(True)
        view.setFrameStrokeColor(INK)
        grid = QgsLayoutItemMapGrid("grid", view)
        grid.setIntervalX(500)
        grid.setIntervalY(500)
        grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Cross)
        grid.setCrossLength(1.6 * k)
        grid.setLineSymbol(QgsLineSymbol.createSimple({"color": "#7a7a7a", "width": "0.12"}))
        grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
        grid.setFrameWidth(1.0 * k)
        grid.setFramePenSize(0.2)
        grid.setAnnotationEnabled(True)
        grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.Decimal)
        grid.setAnnotationPrecision(0)
        grid.setAnnotationFrameDistance(0.3)
        grid.setAnnotationTextFormat(self._form(5.0, GREY))
        side, direction = QgsLayoutItemMapGrid.BorderSide, QgsLayoutItemMapGrid.AnnotationDirection
        grid.setAnnotationDirection(direction.Vertical, side.Left)
        grid.setAnnotationDirection(direction.VerticalDescending, side.Right)
        view.grids().addGrid(grid)
        size = (34.0 * k, 28.0 * k)
        place = QRectF(frame.right() - size[0] - k, frame.top() + k, *size)
        inset = self._add(QgsLayoutItemMap(self.layout), "overview", place)
        inset.setExtent(QgsRectangle(0, 0, size[0] * 100, size[1] * 100))
        self._place(inset, place)
        inset.setKeepLayerSet(True)
        inset.setBackgroundColor(QColor("#ffffff"))
        inset.setFrameEnabled(True)
        inset.setFrameStrokeColor(INK)

    def _head(self, place: QRectF) -> None:
        """North arrow, scale bar and the scale in figures."""
        k = self.k
        arrow = QgsLayoutItemPicture(self.layout)
        self._add(arrow, "north arrow", QRectF(place.left(), place.top(), 11 * k, 12.5 * k))
        # The picture itself, not its path: a saved project shall show it where the plugin is not installed.
        drawing = base64.b64encode(NORTH.read_bytes()).decode()
        arrow.setPicturePath(f"base64:{drawing}", QgsLayoutItemPicture.Format.FormatSVG)
        left = place.left() + 13 * k
        for name, style, top, height in (("scale bar", "Single Box", 0.0, 8.0), ("scale", "Numeric", 8.0, 5.0)):
            box = QRectF(left, place.top() + top * k, place.right() - left, height * k)
            bar = self._add(QgsLayoutItemScaleBar(self.layout), name, box)
            bar.setStyle(style)
            bar.setTextFormat(self._form(7.0, INK))
            bar.setBoxContentSpace(0.3)
            bar.setHeight(1.6 * k)
            bar.setLabelBarSpace(0.6 * k)
            bar.setUnits(QgsUnitTypes.decodeDistanceUnit("meters")[0])
            bar.setUnitLabel("m")
            bar.setNumberOfSegments(2)
            bar.setNumberOfSegmentsLeft(0)
            bar.setUnitsPerSegment(100.0)
            self._place(bar, box)

    def _note(self, place: QRectF) -> None:
        k = self.k
        outline = {"style": "no", "outline_color": RED.name(), "outline_width": "0.35"}
        self._shape("screening frame", place, outline)
        inner = place.adjusted(1.5 * k, 0.8 * k, -1.5 * k, -0.6 * k)
        first = 4.6 * k
        box = QRectF(inner.left(), inner.top(), inner.width(), first)
        self._label("screening", "[screening]", box, 8.5, bold=True, colour=RED)
        rest = QRectF(inner.left(), inner.top() + first, inner.width(), inner.height() - first)
        self._label("caution", "[caution]", rest, 6.0)

    def _legend(self, place: QRectF) -> None:
        k = self.k
        legend = self._add(QgsLayoutItemLegend(self.layout), "legend", place)
        legend.setAutoUpdateModel(False)
        legend.setResizeToContents(False)
        legend.setTitle("[legend]")
        kinds, sides = QgsLegendStyle.Style, QgsLegendStyle.Side
        for kind, points, bold, above in (
            (kinds.Title, 8.5, True, 0.0),
            (kinds.Group, 7.0, True, 1.3),
            (kinds.Subgroup, 7.0, True, 1.3),
            (kinds.Symbol, 6.5, False, 0.7),
            (kinds.SymbolLabel, 6.5, False, 0.0),
        ):
            style = legend.style(kind)
            style.setFont(self._font(points, bold))
            style.setMargin(sides.Top, above * k)
            style.setMargin(sides.Bottom, 0.3 * k)
            style.setMargin(sides.Left, 1.5 * k if kind == kinds.SymbolLabel else 0.0)
            legend.setStyle(kind, style)
        legend.setFontColor(INK)
        legend.setSplitLayer(False)
        legend.setEqualColumnWidth(False)
        legend.setColumnSpace(4.0 * k)
        legend.setBoxSpace(0.0)
        legend.setSymbolWidth(5.5 * k)
        legend.setSymbolHeight(3.0 * k)
        self._place(legend, place)

    # Items

    def _font(self, points: float, bold: bool = False) -> QFont:
        font = QFont(FONT)
        font.setPointSizeF(points * self.k)
        font.setBold(bold)
        return font

    def _form(self, points: float, colour: QColor) -> QgsTextFormat:
        form = QgsTextFormat.fromQFont(self._font(points))
        form.setColor(colour)
        return form

    def _add(self, item, name: str, place: QRectF):
        item.setId(name)
        self.layout.addLayoutItem(item)
        self._place(item, place)
        return item

    def _place(self, item, place: QRectF) -> None:
        item.attemptMove(QgsLayoutPoint(round(place.left(), 3), round(place.top(), 3)))
        item.attemptResize(QgsLayoutSize(round(place.width(), 3), round(place.height(), 3)))

    def _label(
        self,
        name: str,
        text: str,
        place: QRectF,
        points: float,
        bold: bool = False,
        colour: QColor = INK,
        down: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
        across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        label = self._add(QgsLayoutItemLabel(self.layout), name, place)
        label.setMarginX(0.0)
        label.setMarginY(0.0)
        label.setText(text)
        label.setFont(self._font(points, bold))
        label.setFontColor(colour)
        label.setHAlign(across)
        label.setVAlign(down)

    def _shape(self, name: str, place: QRectF, properties: dict[str, str]) -> None:
        shape = self._add(QgsLayoutItemShape(self.layout), name, place)
        shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        shape.setSymbol(QgsFillSymbol.createSimple(properties))

    def save(self, path: Path) -> None:
        if not self.layout.saveAsTemplate(str(path), QgsReadWriteContext()):
            raise RuntimeError(f"{path} could not be written.")
        path.write_text(_steady(path.read_text(encoding="utf-8")), encoding="utf-8")


def _steady(text: str) -> str:
    """The same ids in every run, in place of random ones."""
    known: dict[str, str] = {}

    def number(found: re.Match) -> str:
        return known.setdefault(found.group(), f"{{00000000-0000-4000-8000-{len(known) + 1:012d}}}")

    return re.sub(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", number, text)


def main(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        for orientation in PANEL:
            Template(paper, orientation).save(folder / f"{paper}_{orientation}.qpt")


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main(*(Path(argument) for argument in sys.argv[1:2]))
    application.exitQgis()
