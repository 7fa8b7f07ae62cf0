"""The legend of a map sheet: units and classes in the sheet's language, in the size and columns that have room."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
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
from qgis.PyQt.QtCore import QSizeF, Qt

from ..hydrology.risk.grading import COLOURS
from ..hydrology.risk.schemes import UNITS
from . import sheet_text, style_text
from .sheet_type import face_of
from .styles import TERRAIN, kind_of

VEIL = "veil"  # over what lies around a zone
_KIND, _SIDE = QgsLegendStyle.Style, QgsLegendStyle.Side
STYLES = (_KIND.Title, _KIND.Group, _KIND.Subgroup, _KIND.Symbol, _KIND.SymbolLabel)
SIDES = (_SIDE.Top, _SIDE.Bottom, _SIDE.Left, _SIDE.Right)


class SheetLegend:
    """Fills and fits a legend item of a template. `scheme` gives the risk classes their limits."""

    def __init__(
        self,
        layout: QgsPrintLayout,
        item: QgsLayoutItemLegend,
        layers: list[QgsMapLayer],
        language: str,
        scheme: dict | None,
    ):
        self.layout, self.item, self.language = layout, item, language
        self.spans = class_spans(scheme or {}, language)
        self.item.setAutoUpdateModel(False)
        self.item.setResizeToContents(False)
        self.item.setLegendFilterByMapEnabled(False)
        self.item.setTitle(sheet_text.text("legend", language))
        self._faces = {kind: face_of(item.style(kind)) for kind in STYLES}
        if not hasattr(QgsLegendStyle, "textFormat"):  # before, one colour held for all
            self._faces = {kind: replace(face, colour=item.fontColor()) for kind, face in self._faces.items()}
        self._margins = {kind: [item.style(kind).margin(side) for side in SIDES] for kind in STYLES}
        self._symbol = (item.symbolWidth(), item.symbolHeight())
        self._space = item.columnSpace()
        root = self.item.model().rootGroup()
        root.removeAllChildren()
        shown = [layer for layer in layers if kind_of(layer) not in (*TERRAIN, VEIL)]
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
        """Set the legend `size` times as large as in the template, in so many columns; its width and height in mm."""
        settings = QgsLegendSettings()
        settings.setTitle(self.item.title())
        for kind in STYLES:
            style = settings.style(kind)
            self._faces[kind].at(size).put_on(style)
            for side, margin in zip(SIDES, self._margins[kind]):
                style.setMargin(side, margin * size)
            settings.setStyle(kind, style)
            self.item.setStyle(kind, style)
        for target in (settings, self.item):
            target.setColumnCount(columns)
            target.setSplitLayer(False)
            target.setEqualColumnWidth(False)
            target.setColumnSpace(self._space * size)
            target.setBoxSpace(0.0)
        width, height = (side * size for side in self._symbol)
        settings.setSymbolSize(QSizeF(width, height))
        self.item.setSymbolWidth(width)
        self.item.setSymbolHeight(height)
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
