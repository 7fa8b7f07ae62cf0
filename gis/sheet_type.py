"""The type of a map sheet: a font with Chinese letters, the room that text takes, and where its lines break."""

from __future__ import annotations

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
        return ((lines - 1) * metrics.lineSpacing() + metrics.height()) / 100 * points * POINT + 0.3

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
                    cut = len(piece) - 1
                    while cut > 1 and self.width(piece[:cut], points, bold) > width:
                        cut -= 1
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
