"""The blocks of a map sheet whose text is as long as it is: the scenario with its sources, and the risk matrix.

A block says how high it is at a width and a size of type, and draws itself into a place of that height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from qgis.core import (
    QgsFillSymbol,
    QgsLayout,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..hydrology.risk.grading import COLOURS
from .sheet_legend import SheetLegend
from .sheet_template import box_of
from .sheet_text import SheetInfo, class_name, return_period, said, scenario_rows, text
from .sheet_type import Face

SIZES = tuple(0.97**step for step in range(62))  # times the type of the template; the last is a sixth
HEADING = 1.3  # times the text of a block
APART = 1.6  # mm between two blocks of a column, at A4's 6.5 points
SAME, NEAR = 1.0, 8.0  # mm: blocks of one column begin and end alike, and lie no farther apart
GREY = QColor("#666666")
PALETTE = {"blue": "#3d85d6", "yellow": "#ffd92f", "orange": "#f5821f", "red": "#d7191c", "none": "#ffffff"}
WHITE_ON = ("blue", "red")


def place_item(item: QgsLayoutItem, place: QRectF) -> None:
    item.attemptMove(QgsLayoutPoint(place.left(), place.top()), False)
    item.attemptResize(QgsLayoutSize(place.width(), place.height()))


def set_text(label: QgsLayoutItemLabel, text: str, face: Face) -> None:
    label.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    label.setText(text)
    face.put_on(label)


def add_text(layout: QgsLayout, name: str, text: str, place: QRectF, face: Face, middle: bool = False) -> None:
    """A label; `middle` sets it into the middle of its place."""
    label = QgsLayoutItemLabel(layout)
    label.setId(name)
    layout.addLayoutItem(label)
    label.setMarginX(0.0)
    label.setMarginY(0.0)
    set_text(label, text, face)
    label.setHAlign(Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft)
    label.setVAlign(Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop)
    place_item(label, place)


def _add_cell(layout: QgsLayout, place: QRectF, colour: str) -> None:
    shape = QgsLayoutItemShape(layout)
    shape.setId("matrix cell")
    layout.addLayoutItem(shape)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    shape.setSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_color": "#4a4a4a", "outline_width": "0.1"}))
    place_item(shape, place)


@dataclass
class _Cell:
    """A row as it is set: broken text, and where key and value begin (mm from the block's left edge)."""

    key: str
    value: str
    bold: bool
    key_at: float
    value_at: float


class InfoBlock:
    """What the sheet says of the scenario and its sources, in the face of the template's item."""

    def __init__(self, layout: QgsLayout, info: SheetInfo, crs: str, face: Face):
        self.layout, self.face = layout, face
        self.heading = text("scenario", info.language)
        self.rows = scenario_rows(info, crs)

    def height(self, width: float, size: float, columns: int = 1) -> float:
        return self._head(size).height(1) + 0.5 + sum(height for height, _ in self._lines(width, size))

    def draw(self, place: QRectF, size: float, columns: int = 1) -> None:
        head, face = self._head(size), self.face.at(size, bold=False)
        top = place.top()
        add_text(
            self.layout, "info title", self.heading, QRectF(place.left(), top, place.width(), head.height(1)), head
        )
        top += head.height(1) + 0.5
        for height, cells in self._lines(place.width(), size):
            for cell in cells:
                key = QRectF(place.left() + cell.key_at, top, cell.value_at - cell.key_at, height)
                add_text(self.layout, "key", cell.key, key, face.at(1.0, colour=GREY))
                room = cells[1].key_at - cell.value_at if cell is not cells[-1] else place.width() - cell.value_at
                value = QRectF(place.left() + cell.value_at, top, room, height)
                add_text(self.layout, "value", cell.value, value, face.at(1.0, bold=cell.bold))
            top += height

    def _head(self, size: float) -> Face:
        return self.face.at(size * HEADING, bold=True)

    def _lines(self, width: float, size: float) -> list[tuple[float, list[_Cell]]]:
        """The rows with their text broken: the height of each line, and what stands in it.

        Where the block is wide, two short rows share a line.
        """
        plain = self.face.at(size, bold=False)
        bold = plain.at(1.0, bold=True)
        blank = plain.height(1)
        keys = min(max(plain.width(row.key) for row in self.rows) + 0.8 * blank, 0.42 * width)
        half = width / 2 if width > 32 * blank else 0.0
        lines: list[tuple[float, list[_Cell]]] = []
        free = False
        for row in self.rows:
            face = bold if row.bold else plain
            short = keys + face.width(row.value) < half - 0.8 * blank and plain.width(row.key) < keys
            if short and free:
                lines[-1][1].append(_Cell(row.key, row.value, row.bold, half, half + keys))
                free = False
                continue
            key = plain.wrap(row.key, keys - 0.4 * blank)
            value = face.wrap(row.value, width - keys - 0.5)
            height = max(face.height(len(value)), plain.height(len(key)))
            lines.append((height, [_Cell("\n".join(key), "\n".join(value), row.bold, 0.0, keys)]))
            free = short
        return lines


class MatrixBlock:
    """The table of likelihood and severity that gave the classes, with its name and source."""

    def __init__(self, layout: QgsLayout, matrix: dict, language: str, face: Face):
        self.layout, self.matrix, self.language, self.face = layout, matrix, language, face
        colon = "：" if language == "zh" else ": "
        self.name = f"{text('matrix', language)}{colon}{said(matrix, 'name', language)}"
        source = said(matrix, "source", language) or text("unknown", language)
        self.notes = [f"{text('source', language)}{colon}{source}"]
        if said(matrix, "sure", language):
            self.notes.append(f"{text('sure', language)}{colon}{said(matrix, 'sure', language)}")
        self.corner = text("corner", language)
        self.columns = [class_name(colour, language) for colour in matrix["severity"]]
        self.rows = [
            f"{said(row, 'name', language)} ({return_period(row, language)})".strip() for row in matrix["likelihood"]
        ]

    def height(self, width: float, size: float, columns: int = 1) -> float:
        head, rows, notes = self._parts(width, size)
        return sum(head[1:]) + sum(height for _, height in rows) + notes[1] + 1.0

    def draw(self, place: QRectF, size: float, columns: int = 1) -> None:
        (name, name_height, first_height), rows, (notes, notes_height) = self._parts(place.width(), size)
        head, face, note = self._faces(size)
        top = place.top()
        add_text(self.layout, "matrix title", name, QRectF(place.left(), top, place.width(), name_height), head)
        top += name_height + 0.5
        edge, step = self._widths(place.width())
        table = [(self.corner, first_height, [None] * len(self.columns))]
        table += [(row, height, colours) for (row, height), colours in zip(rows, self.matrix["classes"])]
        for number, (title, height, colours) in enumerate(table):
            box = QRectF(place.left(), top, edge, height)
            _add_cell(self.layout, box, "#f2f2f2")
            self._cell_text(title, box, face)
            for column, colour in enumerate(colours):
                box = QRectF(place.left() + edge + column * step, top, step, height)
                _add_cell(self.layout, box, "#f2f2f2" if number == 0 else PALETTE[colour])
                said_there = self.columns[column] if number == 0 else self._class(colour)
                ink = QColor("#ffffff") if colour in WHITE_ON else QColor("#1b1b1b")
                self._cell_text(said_there, box, face.at(1.0, colour=ink))
            top += height
        box = QRectF(place.left(), top + 0.5, place.width(), notes_height)
        add_text(self.layout, "matrix notes", notes, box, note)

    def _faces(self, size: float) -> tuple[Face, Face, Face]:
        plain = self.face.at(size, bold=False)
        return plain.at(HEADING * 0.9, bold=True), plain.at(0.92), plain.at(0.9, colour=GREY)

    def _widths(self, width: float) -> tuple[float, float]:
        edge = 0.3 * width
        return edge, (width - edge) / len(self.columns)

    def _class(self, colour: str) -> str:
        return "–" if colour == "none" else class_name(colour, self.language)

    def _cell_text(self, said_there: str, box: QRectF, face: Face) -> None:
        inner = box.adjusted(0.4, 0.2, -0.4, -0.2)
        face, broken = face.fitted(said_there, inner.width(), inner.height())
        add_text(self.layout, "matrix text", broken, inner, face, middle=True)

    def _parts(self, width: float, size: float) -> tuple:
        """(name broken, its height, height of the headings), (row, height) of each, (notes broken, height)."""
        head, face, note = self._faces(size)
        edge, step = self._widths(width)
        name = head.wrap(self.name, width)
        classes = max(len(face.wrap(self._class(c), step - 0.8)) for c in (*COLOURS, "none"))
        first = max(len(face.wrap(self.corner, edge - 0.8)), *(len(face.wrap(c, step - 0.8)) for c in self.columns))
        rows = [(row, face.height(max(classes, len(face.wrap(row, edge - 0.8)))) + 0.6) for row in self.rows]
        notes = [line for one in self.notes for line in note.wrap(one, width)]
        return (
            ("\n".join(name), head.height(len(name)), face.height(first) + 0.6),
            rows,
            ("\n".join(notes), note.height(len(notes)) + 0.5),
        )


class LegendBlock:
    """The legend, which may stand in several columns."""

    def __init__(self, legend: SheetLegend):
        self.legend = legend

    def height(self, width: float, size: float, columns: int = 1) -> float:
        needed = self.legend.measure(size, columns)
        return needed[1] if needed[0] <= width else float("inf")

    def draw(self, place: QRectF, size: float, columns: int = 1) -> None:
        self.legend.measure(size, columns)
        place_item(self.legend.item, place)


class Block(Protocol):
    """What stands in a column; sizes are times the type of the template, lengths in mm."""

    def height(self, width: float, size: float, columns: int = 1) -> float: ...

    def draw(self, place: QRectF, size: float, columns: int = 1) -> None: ...


def draw_blocks(blocks: Sequence[tuple[QgsLayoutItem, Block]]) -> None:
    """Draw each block into the box of its item in the template; those of one column share the room of all.

    The type is the largest at which all of a column has room.
    """
    for place, column in _columns([(box_of(item), block) for item, block in blocks]):
        size, columns = _fit(place, column)
        top = place.top()
        for block in column:
            height = block.height(place.width(), size, columns)
            block.draw(QRectF(place.left(), top, place.width(), height), size, columns)
            top += height + APART * size


def _columns(boxes: list[tuple[QRectF, Block]]) -> list[tuple[QRectF, list[Block]]]:
    """Blocks that lie close below each other and are alike in width, with the box around them."""
    columns: list[tuple[QRectF, list[Block]]] = []
    for box, block in sorted(boxes, key=lambda one: one[0].top()):
        for number, (place, column) in enumerate(columns):
            alike = abs(place.left() - box.left()) < SAME and abs(place.right() - box.right()) < SAME
            if alike and 0 <= box.top() - place.bottom() + SAME < NEAR + SAME:
                columns[number] = (place.united(box), [*column, block])
                break
        else:
            columns.append((box, [block]))
    return columns


def _fit(place: QRectF, column: list[Block]) -> tuple[float, int]:
    """The largest size, and the fewest columns of the legend, at which the blocks have room."""
    size = SIZES[0]
    for size in SIZES:
        for columns in (1, 2, 3):
            needed = sum(block.height(place.width(), size, columns) for block in column)
            if needed + APART * size * (len(column) - 1) <= place.height():
                return size, columns
    return size, 1
