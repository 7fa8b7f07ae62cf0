"""Styles: the ready .qml of each output, and simple symbols for the layers a user brings.

A post-processor styles only what a QGIS window loads. So each output also gets a .qml of its own name beside it,
which QGIS applies wherever the file is opened, and which styles the outputs of models and qgis_process too.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsBilinearRasterResampler,
    QgsContrastEnhancement,
    QgsFillSymbol,
    QgsHillshadeRenderer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsMessageLog,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from .style_text import STYLES, translated

MARKER = "<!-- rainshed style -->"
ROLE_PROPERTY = "rainshed/role"
STYLE_PROPERTY = "rainshed/style"
TERRAIN = ("dem", "conditioned", "filled")  # what a map sheet draws as a hillshade

# From the top of the map to its bottom; a layer of no known style or role goes above the polygons.
DRAWING_ORDER = (
    "findings",
    "backwater",
    "recorded_points",
    "ponding_points",
    "outfalls",
    "backflow",
    "inlet_limits",
    "inlets",
    "manholes",
    "pour_points",
    "systems",
    "capacity",
    "pipes",
    "interception",
    "traces",
    "flowpaths",
    "control_lines",
    "",
    "gaps",
    "control_areas",
    "risk_zones",
    "risk",
    "event_ponds",
    "ponds",
    "depth",
    "duration",
    "start",
    "level",
    "raintoflood",
    "runoff",
    "floodprobability",
    "fill_depth",
    "channels",
    "buildings",
    "cutoff_zones",
    "bottlenecks",
    "coping_zones",
    "depressions",
    "upstream",
    "zones",
    "zones_raster",
    "accumulation",
    "direction",
    "filled",
    "conditioned",
    "dem",
)

# QGIS keeps no reference to a post-processor, and the algorithm that made it is gone when its turn comes.
_STYLERS: dict[str, LayerStyler] = {}


def style_names() -> list[str]:
    """The names that `sidecar` and `apply` take."""
    return sorted(path.stem for path in STYLES.glob("*.qml"))


def sidecar(path: str, name: str) -> None:
    """Put the style `name` beside the output `path` (a file, or a QGIS source like `file.gpkg|layername=x`).

    Its labels and aliases are in the language of this QGIS.

    A .qml that is there already and is not ours (QGIS drops our marker when a user saves a style) stays as it is.
    A place that cannot be written to leaves the output unstyled; that is logged, not an error.
    """
    style = translated(name)
    target = Path(path.split("|", 1)[0]).with_suffix(".qml")
    part = target.with_name(f".{target.name}.part")
    try:
        if target.exists() and MARKER not in target.read_text(encoding="utf-8", errors="replace")[:2000]:
            return
        part.write_text(style, encoding="utf-8")
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        QgsMessageLog.logMessage(f"No style beside {path}: {error}", "Rainshed", Qgis.MessageLevel.Warning)


def apply(layer: QgsMapLayer, name: str) -> None:
    """Give the layer the style `name`, in the language of QGIS. RuntimeError if QGIS does not take it."""
    document = QDomDocument()
    document.setContent(translated(name))
    loaded, message = layer.importNamedStyle(document)
    if not loaded:
        raise RuntimeError(f"The style {name} could not be applied to {layer.name()}: {message}")
    layer.setCustomProperty(STYLE_PROPERTY, name)
    if isinstance(layer, QgsRasterLayer):
        _stretch(layer)
    layer.triggerRepaint()


def _stretch(layer: QgsRasterLayer) -> None:
    """Fit a style that follows the view to the whole layer, so that a legend made before the map says the same."""
    origin = layer.renderer().minMaxOrigin()
    if origin.extent() != QgsRasterMinMaxOrigin.Extent.UpdatedCanvas:
        return
    algorithm = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    layer.setContrastEnhancement(algorithm, QgsRasterMinMaxOrigin.Limits.MinMax)
    origin.setExtent(QgsRasterMinMaxOrigin.Extent.WholeRaster)
    layer.renderer().setMinMaxOrigin(origin)


class LayerStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles an output when the window loads it."""

    def __init__(self, name: str, visible: bool):
        super().__init__()
        self.name = name
        self.visible = visible

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        try:
            apply(layer, self.name)
        except (RuntimeError, ValueError) as error:
            feedback.pushWarning(str(error))
        node = context.project().layerTreeRoot().findLayer(layer.id()) if context.project() else None
        if node is not None and not self.visible:
            node.setItemVisibilityChecked(False)


def load_styled(
    context: QgsProcessingContext, output_path: str, name: str, layer_name: str, visible: bool = True
) -> None:
    """If the window will load this output, let it come with the style `name` and as `layer_name`, switched on or off.

    A name that the user or a model gave the output is kept.
    """
    if not context.willLoadLayerOnCompletion(output_path):
        return
    details = context.layerToLoadOnCompletionDetails(output_path)
    if details.name in ("", details.outputName):
        details.name = layer_name
    styler = _STYLERS[output_path] = LayerStyler(name, visible)
    details.setPostProcessor(styler)
    context.addLayerToLoadOnCompletion(output_path, details)


def _marker(shape: str, colour: str, size: float, outline: str = "#ffffff") -> QgsSymbol:
    return QgsMarkerSymbol.createSimple(
        {"name": shape, "color": colour, "outline_color": outline, "outline_width": "0.15", "size": str(size)}
    )


def _line(colour: str, width: float) -> QgsSymbol:
    return QgsLineSymbol.createSimple({"color": colour, "width": str(width), "capstyle": "round", "joinstyle": "round"})


def _fill(colour: str, outline: str, width: float) -> QgsSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": str(width)})


# Role -> the symbol of each kind of geometry that the role comes as.
ROLES = {
    "inlets": {"Point": lambda: _marker("circle", "#222222", 1.1)},
    "manholes": {"Point": lambda: _marker("circle", "#ffffff", 1.3, "#555555")},
    "outfalls": {"Point": lambda: _marker("triangle", "#111111", 3.0)},
    "pipes": {"Line": lambda: _line("#4a4a4a", 0.18)},
    "channels": {"Line": lambda: _line("#1f78b4", 0.6), "Polygon": lambda: _fill("#a6cee3", "#1f78b4", 0.2)},
    "buildings": {"Line": lambda: _line("#8c8c8c", 0.2), "Polygon": lambda: _fill("#c8c8c8", "#8c8c8c", 0.1)},
}


def style_role(layer: QgsMapLayer, role: str) -> None:
    """A plain style for an input: inlets, pipes, manholes, outfalls, channels, buildings, or dem (a light hillshade).

    RuntimeError if the layer's geometry does not suit the role, ValueError for an unknown role.
    """
    if role == "dem":
        if not isinstance(layer, QgsRasterLayer):
            raise RuntimeError(f"{layer.name()} is not a raster and cannot be drawn as terrain.")
        _hillshade(layer)
    elif role in ROLES:
        if not isinstance(layer, QgsVectorLayer):
            raise RuntimeError(f"{layer.name()} is not a vector layer and cannot be drawn as {role}.")
        make = ROLES[role].get(QgsWkbTypes.geometryDisplayString(layer.geometryType()))
        if make is None:
            raise RuntimeError(f"{layer.name()} has a geometry that does not suit {role}.")
        layer.setRenderer(QgsSingleSymbolRenderer(make()))
        layer.setLabelsEnabled(False)
    else:
        raise ValueError(f"There is no role named {role}.")
    layer.setCustomProperty(ROLE_PROPERTY, role)
    layer.removeCustomProperty(STYLE_PROPERTY)
    layer.triggerRepaint()


def known_by_name(layer: QgsMapLayer) -> None:
    """Name and style a layer of a file of several, which qgis_process calls by the file's name alone."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    name, path = parts.get("layerName"), parts.get("path")
    if kind_of(layer) or not name or not path or layer.name() != Path(path).stem:
        return
    layer.setName(name)
    if name.lower() in ROLES:
        with contextlib.suppress(RuntimeError):  # other geometry than the name lets expect
            style_role(layer, name.lower())


def _hillshade(layer: QgsRasterLayer) -> None:
    """Terrain under a map: light enough that blue and yellow upon it stay clear."""
    renderer = QgsHillshadeRenderer(layer.dataProvider(), 1, 315.0, 45.0)
    renderer.setZFactor(2.0)  # towns are flat
    renderer.setMultiDirectional(True)
    layer.setRenderer(renderer)
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    layer.resampleFilter().setZoomedOutResampler(QgsBilinearRasterResampler())
    tone = layer.brightnessFilter()
    tone.setBrightness(60)
    tone.setContrast(-25)


def kind_of(layer: QgsMapLayer) -> str:
    """The role or style that was given to the layer; empty if none was."""
    return layer.customProperty(ROLE_PROPERTY) or layer.customProperty(STYLE_PROPERTY) or ""


def in_drawing_order(layers: list[QgsMapLayer]) -> list[QgsMapLayer]:
    """The layers from the top of the map to its bottom: points, lines, risk, depth, zones, terrain."""

    def rank(layer: QgsMapLayer) -> int:
        kind = kind_of(layer)
        return DRAWING_ORDER.index(kind if kind in DRAWING_ORDER else "")

    return sorted(layers, key=rank)
