"""Pictures of styled layers with a frame, a scale bar and a north arrow, and their legends, for a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFeatureRenderer,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen
from qgis.PyQt.QtSvg import QSvgRenderer

from . import style_text
from .layouts import nice_length
from .raster import metres_per_unit
from .sheet_legend import class_spans
from .sheet_text import legend_title
from .sheet_type import Type, font_family
from .styles import TERRAIN, kind_of

NORTH = Path(__file__).resolve().parent.parent / "resources" / "icons" / "north.svg"
INK = QColor("#1b1b1b")
PRINTED = 180.0  # mm, how wide a picture is on A4: symbols get their size from it
MARGIN = 1.03  # a little is seen around the extent
TALLEST = 1.25  # height by width, so that picture and legend have room on a page
FLATTEST = 0.45
SYMBOL = (26, 15)  # px of a symbol in a legend
SHARP = 3  # times as many pixels, for paper and fine screens
METRE, KILOMETRE = 1.0, 1000.0


@dataclass(frozen=True)
class Picture:
    """A picture of a report. png : the file's bytes. legend : (colour or symbol as PNG, label), from the top."""

    key: str
    title: str
    png: bytes
    legend: Sequence[tuple[str | bytes, str]] = ()
    caption: str = ""


def draw_picture(
    layers: list[QgsMapLayer], extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, width: int = 1000
) -> bytes:
    """A PNG of the layers, the top one first, so many pixels wide and as high as the extent asks for.

    What is seen is the extent and a little more, so that the picture is neither a ribbon nor a column. To be called in
    the main thread, as QGIS draws symbols there.

    Raises
    ------
    ValueError for an empty extent or a picture too narrow for its scale bar; RuntimeError if no PNG can be made.
    """
    if extent.isEmpty() or not extent.isFinite():
        raise ValueError("A picture needs an extent that is not empty.")
    if width < 100:
        raise ValueError(f"A picture is at least 100 pixels wide, not {width}.")
    height = round(width * min(max(extent.height() / extent.width(), FLATTEST), TALLEST))
    seen = QgsRectangle(extent)
    seen.scale(MARGIN)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    settings = QgsMapSettings()
    settings.setDestinationCrs(crs)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setLayers(layers)
    settings.setOutputSize(QSize(width, height))
    settings.setOutputDpi(width / PRINTED * 25.4)
    settings.setExtent(seen)
    for flag in (QgsMapSettings.Flag.Antialiasing, QgsMapSettings.Flag.DrawLabeling):
        settings.setFlag(flag, True)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
        _draw_scale_bar(painter, width, height, metres_across(settings.visibleExtent(), crs) / width)
        _draw_north(painter, width)
        painter.setPen(QPen(INK, max(1.0, width / 600)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))
    finally:
        painter.end()
    return _png(image)


def metres_across(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> float:
    """The width of the extent (m) along its middle; units that are not known count as metres."""
    if crs.isValid() and crs.isGeographic():
        measure = QgsDistanceArea()
        measure.setSourceCrs(crs, QgsProject.instance().transformContext())
        measure.setEllipsoid(crs.ellipsoidAcronym() or "EPSG:7030")
        middle = extent.center().y()
        return measure.measureLine(QgsPointXY(extent.xMinimum(), middle), QgsPointXY(extent.xMaximum(), middle))
    return extent.width() * metres_per_unit(crs)


def _draw_scale_bar(painter: QPainter, width: int, height: int, metres: float) -> None:
    """Two parts of a round length on a light ground, in the lower left corner. metres : of a pixel."""
    unit = width / 100
    part = nice_length(metres * width * 0.14)
    size, name = (KILOMETRE, "km") if part >= KILOMETRE else (METRE, "m")
    labels = ["0", f"{part / size:g}", f"{2 * part / size:g} {name}"]
    font = Type(font_family()).font(10)
    font.setPixelSize(max(9, round(1.9 * unit)))
    letters = QFontMetricsF(font)
    step, bar, pad = part / metres, 0.8 * unit, 1.1 * unit
    wide = 2 * step + letters.horizontalAdvance(labels[0]) / 2 + letters.horizontalAdvance(labels[2]) + pad
    high = letters.height() + bar + 2.2 * pad
    left, top = unit, height - unit - high
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 215))
    painter.drawRect(QRectF(left, top, wide + pad, high))
    x, y = left + pad + letters.horizontalAdvance(labels[0]) / 2, top + high - pad - bar
    painter.setFont(font)
    painter.setPen(QPen(INK, max(1.0, unit / 8)))
    for k, label in enumerate(labels):
        shift = letters.horizontalAdvance(labels[2].split()[0] if k == 2 else label) / 2
        painter.drawText(QPointF(x + k * step - shift, y - 0.5 * pad - letters.descent() / 2), label)
    for k, colour in enumerate((INK, QColor("#ffffff"))):
        painter.setBrush(colour)
        painter.drawRect(QRectF(x + k * step, y, step, bar))


def _draw_north(painter: QPainter, width: int) -> None:
    """An arrow in the upper right corner: the pictures are drawn with the north of their grid up."""
    side = 0.06 * width
    ground = QRectF(width - 0.01 * width - side, 0.01 * width, side, side * 1.1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(255, 255, 255, 215))
    painter.drawRect(ground)
    QSvgRenderer(str(NORTH)).render(painter, QRectF(ground.left(), ground.top() + 0.05 * side, side, side))


def legend_of(layer: QgsMapLayer, language: str, scheme: dict | None = None) -> list[tuple[str | bytes, str]]:
    """The legend of a layer: of each class its colour (or its symbol as PNG) and its label in the language.

    scheme : that of the risk classes, whose limits are told with their names. Terrain has no legend.
    """
    kind = kind_of(layer)
    if kind in TERRAIN:
        return []
    if isinstance(layer, QgsRasterLayer):
        entries: list[tuple[str | bytes, str]] = [
            (_over_white(colour, layer.opacity()), style_text.label(label, kind, language))
            for label, colour in layer.renderer().legendSymbologyItems()
            if colour.alpha() > 0
        ]
    elif isinstance(layer, QgsVectorLayer) and layer.renderer() is not None:
        items = _legend_symbols(layer.renderer())
        entries = [
            (_symbol_png(symbol, layer.opacity()), style_text.label(label, kind, language) or _title(layer, language))
            for symbol, label in items
        ]
    else:
        return []
    spans = class_spans(scheme or {}, language) if kind in ("risk", "risk_zones") else []
    if len(spans) == len(entries):
        entries = [(shown, f"{label} ({span})" if span else label) for (shown, label), span in zip(entries, spans)]
    return entries


def _title(layer: QgsMapLayer, language: str) -> str:
    return legend_title(kind_of(layer), layer.name(), language)


def _legend_symbols(renderer: QgsFeatureRenderer) -> list[tuple[QgsSymbol, str]]:
    """Copies of the symbols that the legend of QGIS has, which go with its items, and their labels."""
    items = renderer.legendSymbolItems()
    return [(item.symbol().clone(), item.label()) for item in items if item.symbol() is not None]


def _over_white(colour: QColor, opacity: float) -> str:
    """What the colour looks like on white paper."""
    share = colour.alphaF() * opacity
    parts = (255 - (255 - part) * share for part in (colour.red(), colour.green(), colour.blue()))
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def _symbol_png(symbol: QgsSymbol, opacity: float) -> bytes:
    width, height = (SHARP * side for side in SYMBOL)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(opacity)
        context = QgsRenderContext.fromQPainter(painter)
        context.setScaleFactor(SHARP * 96 / 25.4)
        symbol.drawPreviewIcon(painter, QSize(width, height), context)
    finally:
        painter.end()
    return _png(image)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise RuntimeError("QGIS could not make a PNG of the picture.")
    return bytes(data)
