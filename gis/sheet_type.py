"""The type of a map sheet: a font with Chinese letters, the room that text takes, and where its lines break."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from qgis.core import QgsTextFormat
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF

# Each holds Latin and Chinese letters; the first that is installed is taken.
FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "SimHei",
)
POINT = 25.4 / 72.0  # mm
LEAST_POINTS = 1.0
LEADING = 1.05  # newer versions of QGIS set lines a little farther apart than Qt says
CLEAR = 0.96  # share of a box that a line may take


def font_family() -> str:
    """A font that has Chinese letters too, else the application's own."""
    families = set(QFontDatabase().families())
    return next((name for name in FONTS if name in families), QFont().family())


class Type:
    """Measures and breaks text before it is set, so that every box is as high as its text needs."""

    def __init__(self, family: str):
        self.family = family

    def font(self, points: float, bold: bool = False) -> QFont:
        font = _plain(self.family, bold)
        font.setPointSizeF(points)
        return font

    def _metrics(self, bold: bool) -> QFontMetricsF:
        font = _plain(self.family, bold)
        font.setPixelSize(100)
        return QFontMetricsF(font)

    def width(self, text: str, points: float, bold: bool = False) -> float:
        return self._metrics(bold).horizontalAdvance(text) / 100 * points * POINT

    def height(self, lines: int, points: float, bold: bool = False) -> float:
        metrics = self._metrics(bold)
        exact = ((lines - 1) * metrics.lineSpacing() + metrics.height()) / 100 * points * POINT
        return LEADING * exact + 0.3

    def wrap(self, text: str, width: float, points: float, bold: bool = False) -> list[str]:
        """Lines no wider than the width: broken at blanks, between Chinese letters, else anywhere."""
        lines = []
        for paragraph in text.split("\n"):
            line = ""
            for piece in _pieces(paragraph):
                if line and self.width((line + piece).rstrip(), points, bold) > width:
                    lines.append(line.rstrip())
                    line = ""
                while self.width(piece.rstrip(), points, bold) > width and len(piece) > 1:
                    cut, most = 1, len(piece) - 1  # the longest beginning that has room, by halving
                    while cut < most:
                        middle = (cut + most + 1) // 2
                        if self.width(piece[:middle], points, bold) <= width:
                            cut = middle
                        else:
                            most = middle - 1
                    lines.append(piece[:cut])
                    piece = piece[cut:]
                line += piece
            lines.append(line.rstrip())
        return lines


def _plain(family: str, bold: bool) -> QFont:
    """Without shaping: it exchanges the digits of Noto Sans CJK beside Latin letters, and a PDF cannot be searched."""
    font = QFont(family)
    font.setBold(bold)
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


def _pieces(text: str) -> list[str]:
    """The parts between which a line may be broken. Chinese closing marks stay with the letter before them."""
    pieces: list[str] = []
    for letter in text:
        wide = ord(letter) >= 0x2E80
        glued = letter in "，。；：、）》”’％" or letter == " "
        before = pieces[-1][-1] if pieces else ""
        if not pieces or (not glued and (wide or before == " " or ord(before) >= 0x2E80) and before not in "（《“‘([/"):
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def set_font(target: object, font: QFont, colour: QColor) -> None:
    """QGIS moved labels and legends from fonts to text formats after 3.22."""
    if hasattr(target, "setTextFormat"):
        form = QgsTextFormat.fromQFont(font)
        form.setColor(colour)
        target.setTextFormat(form)
    else:
        target.setFont(font)
        if hasattr(target, "setFontColor"):
            target.setFontColor(colour)


@dataclass(frozen=True)
class Face:
    """How a text is set: letters, size (points), weight and colour."""

    letters: Type
    points: float
    bold: bool = False
    colour: QColor = field(default_factory=lambda: QColor("#1b1b1b"))

    def at(self, factor: float, bold: bool | None = None, colour: QColor | None = None) -> Face:
        """`factor` times as large; bold or of another colour if asked for."""
        return replace(
            self,
            points=self.points * factor,
            bold=self.bold if bold is None else bold,
            colour=self.colour if colour is None else colour,
        )

    def font(self) -> QFont:
        return self.letters.font(self.points, self.bold)

    def width(self, text: str) -> float:
        """Width (mm) of the widest line."""
        return max(self.letters.width(line, self.points, self.bold) for line in text.split("\n"))

    def height(self, lines: int) -> float:
        return self.letters.height(lines, self.points, self.bold)

    def wrap(self, text: str, width: float) -> list[str]:
        """Lines that keep clear of the width: newer versions of QGIS break again what they measure a hair too wide."""
        return self.letters.wrap(text, CLEAR * width, self.points, self.bold)

    def put_on(self, target: object) -> None:
        set_font(target, self.font(), self.colour)

    def fitted(self, text: str, width: float, height: float) -> tuple[Face, str]:
        """This face, or a smaller one, in which the text has room in width and height (mm), and the text broken."""
        face = self
        while True:
            lines = face.wrap(text, width)
            fits = face.height(len(lines)) <= height and not _is_torn(text, lines)
            if fits or face.points <= LEAST_POINTS:
                return face, "\n".join(lines)
            face = face.at(0.96)


def _is_torn(text: str, lines: list[str]) -> bool:
    """Whether a word had to be broken within; not so between Chinese letters, which may part anywhere."""
    pieces = [piece.strip() for paragraph in text.split("\n") for piece in _pieces(paragraph)]
    return not all(any(piece in line for line in lines) for piece in pieces if len(piece) < 30)


def face_of(target: object) -> Face:
    """The face that a label or a part of a legend has in a template; of a font that is not installed, our own."""
    if hasattr(target, "textFormat"):
        form = target.textFormat()
        font, colour = form.toQFont(), form.color()
    else:
        font = target.font()
        colour = target.fontColor() if hasattr(target, "fontColor") else QColor("#1b1b1b")
    family = font.family() if font.family() in QFontDatabase().families() else font_family()
    return Face(Type(family), font.pointSizeF() if font.pointSizeF() > 0 else 7.0, font.bold(), colour)
