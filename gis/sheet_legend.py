"""The legend of a map sheet: units and classes in the sheet's language, in the size and columns that have room."""

from __future__ import annotations

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendSettings,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsRasterLayer,
    QgsRasterSymbolLegendNode,
    QgsSimpleLegendNode,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..hydrology.risk.grading import COLOURS
from ..hydrology.risk.schemes import UNITS
from . import sheet_text, style_text
from .sheet_type import Type, set_font
from .styles import TERRAIN, kind_of

INK = QColor("#1b1b1b")
TITLE, LABEL = 7.0, 6.5  # points on A4


class SheetLegend:
    """A legend item and how to fit it. `scheme` gives the risk classes their limits."""

    def __init__(
        self, layout: QgsPrintLayout, layers: list[QgsMapLayer], language: str, scheme: dict | None, letters: Type
    ):
        self.layout, self.language, self.letters = layout, language, letters
        self.spans = class_spans(scheme or {}, language)
        self.item = QgsLayoutItemLegend(layout)
        self.item.setId("legend")
        layout.addLayoutItem(self.item)
        self.item.setAutoUpdateModel(False)
        root = self.item.model().rootGroup()
        root.removeAllChildren()
        shown = [layer for layer in layers if kind_of(layer) not in TERRAIN]
        classed = [layer for layer in shown if not _is_single(layer)]
        single = [layer for layer in shown if _is_single(layer)]
        for layer in classed:
            self._add(root, layer)
        # Layers of one symbol stand under a heading, so that none looks like a class of the layer above it.
        group = root.addGroup(sheet_text.text("features", language)) if classed and single else root
        for layer in single:
            self._add(group, layer)

    def _add(self, group: QgsLayerTreeGroup, layer: QgsMapLayer) -> None:
        node = group.addLayer(layer)
        kind = kind_of(layer)
        node.setCustomProperty("legend/title-label", sheet_text.legend_title(kind, layer.name(), self.language))
        self._trim(node, kind)

    def _trim(self, node: QgsLayerTreeLayer, kind: str) -> None:
        """Leave out the band's name and transparent classes; say the classes in the sheet's language."""
        model = self.item.model()
        spans = self.spans if kind in ("risk", "risk_zones") else []
        layer = node.layer()
        raster = isinstance(layer, QgsRasterLayer)
        colours = [colour for _, colour in layer.renderer().legendSymbologyItems()] if raster else []
        kept = []
        for index, entry in enumerate(model.layerOriginalLegendNodes(node)):
            if raster and isinstance(entry, QgsSimpleLegendNode):
                continue
            if isinstance(entry, QgsRasterSymbolLegendNode) and colours and colours.pop(0).alpha() == 0:
                continue
            label = str(entry.data(Qt.ItemDataRole.DisplayRole) or "")
            said = style_text.label(label, kind, self.language)
            if len(kept) < len(spans) and spans[len(kept)]:
                said = f"{said} ({spans[len(kept)]})"
            if said != label:
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, said)
            kept.append(index)
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, kept)
        model.refreshLayerLegend(node)

    def measure(self, size: float, columns: int) -> tuple[float, float]:
        """Set the legend `size` times as large as usual on A4, in so many columns; its width and height in mm."""
        settings = QgsLegendSettings()
        kinds, sides = QgsLegendStyle.Style, QgsLegendStyle.Side
        for kind, points, bold, above in (
            (kinds.Title, TITLE, True, 0.0),
            (kinds.Group, TITLE, True, 1.3),
            (kinds.Subgroup, TITLE, True, 1.3),
            (kinds.Symbol, LABEL, False, 0.7),
            (kinds.SymbolLabel, LABEL, False, 0.0),
        ):
            style = settings.style(kind)
            set_font(style, self.letters.font(points * size, bold), INK)
            style.setMargin(sides.Top, above * size)
            style.setMargin(sides.Bottom, 0.3 * size)
            style.setMargin(sides.Left, 1.5 * size if kind == kinds.SymbolLabel else 0.0)
            settings.setStyle(kind, style)
            self.item.setStyle(kind, style)
        for target in (settings, self.item):
            target.setColumnCount(columns)
            target.setSplitLayer(False)
            target.setEqualColumnWidth(False)
            target.setColumnSpace(4.0 * size)
            target.setBoxSpace(0.0)
        symbol = QgsLayoutSize(5.5 * size, 3.0 * size)
        settings.setSymbolSize(symbol.toQSizeF())
        self.item.setSymbolWidth(symbol.width())
        self.item.setSymbolHeight(symbol.height())
        context = QgsLayoutUtils.createRenderContextForLayout(self.layout, None, 300)
        needed = QgsLegendRenderer(self.item.model(), settings).minimumSize(context)
        return needed.width() * 1.02 + 0.5, needed.height() * 1.01 + 0.5


def _is_single(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.renderer().type() == "singleSymbol"


def class_spans(scheme: dict, language: str) -> list[str]:
    """What each of the four classes spans, if the scheme is made of limits or says it."""
    labels = scheme.get("labels_zh") if language == "zh" else None
    labels = labels or scheme.get("labels")
    if isinstance(labels, list) and len(labels) == 4:
        return [str(label) for label in labels]
    if isinstance(scheme.get("rules"), list):
        return _rule_spans(scheme["rules"])
    breaks = scheme.get("breaks") or []
    if len(breaks) != 4 or not all(isinstance(value, (int, float)) for value in breaks):
        return []
    return sheet_text.ranges(list(breaks), scheme.get("unit", ""))


def _rule_spans(rules: list[dict]) -> list[str]:
    """The spans of classes that have one rule each, all on the same quantity; none of others."""
    by_class = {rule["class"]: [name for name in rule if name != "class"] for rule in rules}
    names = {name for limited in by_class.values() for name in limited}
    if len(rules) != len(COLOURS) or len(by_class) != len(COLOURS) or len(names) != 1:
        return []
    quantity = names.pop()
    spans = {rule["class"]: sheet_text.span(rule[quantity], UNITS[quantity]) for rule in rules}
    return [spans[colour] for colour in COLOURS]
