"""Writes resources/styles/*.qml.

Run with the oldest QGIS the plugin supports, so that every later version reads the files:
    QT_QPA_PLATFORM=offscreen /usr/bin/python3 scripts/make_styles.py
Breaks are fixed, so that two scenarios can be compared by eye. Rasters use a discrete ramp, because a layout's
legend shows the label of each class only then.
"""

import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_HASH_SEED", "0")  # the same order of attributes in every run

from qgis.core import (
    QgsApplication,
    QgsBasicNumericFormat,
    QgsCategorizedSymbolRenderer,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsFeatureRenderer,
    QgsField,
    QgsFillSymbol,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsGraduatedSymbolRenderer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRasterShader,
    QgsRendererCategory,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsTemplatedLineSymbolLayerBase,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QColor, QFont
from style_classes import (
    CLEAR,
    COPING,
    DEPTH_BREAKS,
    DEPTH_COLOURS,
    DIRECTIONS,
    DURATION,
    PROBABILITY,
    RAIN_TO_FLOOD,
    RISK_CLASSES,
    RUNOFF,
    START,
    UPSTREAM,
)
from style_fields import ALIASES, FIELDS, OWN_ALIASES, TEXT_FIELDS

MARKER = "<!-- rainshed style -->"
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "styles"


def save(layer: QgsMapLayer, name: str) -> None:
    """Save the layer's style and mark it as one of ours."""
    category = QgsMapLayer.StyleCategory
    kept = category.Symbology | category.Labeling | category.Fields | category.CustomProperties | category.Legend
    layer.setCustomProperty("rainshed/style", name)
    path = FOLDER / f"{name}.qml"
    message, saved = layer.saveNamedStyle(str(path), kept)
    if not saved:
        raise RuntimeError(message)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(<!DOCTYPE[^>]*>\n)", rf"\1{MARKER}\n", text, count=1), encoding="utf-8")


def raster_layer() -> QgsRasterLayer:
    """A one-cell raster to hang renderers on."""
    text = (
        "<VRTDataset rasterXSize='1' rasterYSize='1'><GeoTransform>0,1,0,1,0,-1</GeoTransform>"
        "<VRTRasterBand dataType='Float32' band='1'/></VRTDataset>"
    )
    layer = QgsRasterLayer(text, "style", "gdal")
    if not layer.isValid():
        raise RuntimeError("The raster that carries the styles is not valid")
    return layer


def discrete(name: str, items: list[tuple[float, QColor, str]]) -> None:
    """A pseudocolour style of fixed classes; each item holds the upper bound of its class."""
    layer = raster_layer()
    ramp = QgsColorRampShader(items[0][0], items[-2][0])
    ramp.setColorRampType(QgsColorRampShader.Type.Discrete)
    ramp.setClassificationMode(QgsColorRampShader.ClassificationMode.Continuous)
    ramp.setColorRampItemList([QgsColorRampShader.ColorRampItem(v, QColor(c), label) for v, c, label in items])
    pseudocolour(layer, ramp)
    save(layer, name)


def pseudocolour(layer: QgsRasterLayer, ramp: QgsColorRampShader) -> QgsSingleBandPseudoColorRenderer:
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(ramp.minimumValue())
    renderer.setClassificationMax(ramp.maximumValue())
    layer.setRenderer(renderer)
    return renderer


def depth_labels() -> list[str]:
    """The names of the depth classes, dry first."""
    text = [f"{b:.2f}" if b < 1 else f"{b:.1f}" for b in DEPTH_BREAKS]
    between = [f"{low} – {high} m" for low, high in zip(text, text[1:])]
    return [f"≤ {text[0]} m (dry)", *between, f"> {text[-1]} m"]


def depth_styles() -> None:
    bounds = (*DEPTH_BREAKS, float("inf"))
    items = list(zip(bounds, (CLEAR, *DEPTH_COLOURS), depth_labels()))
    discrete("depth", items)
    labels = [text.replace(" (dry)", " (not raised)") for text in depth_labels()]
    discrete("fill_depth", [(bound, colour, label) for (bound, colour, _), label in zip(items, labels)])


def stretched_origin() -> QgsRasterMinMaxOrigin:
    """Heights have no classes that suit every town, so they are stretched to what is in view."""
    origin = QgsRasterMinMaxOrigin()
    origin.setLimits(QgsRasterMinMaxOrigin.Limits.MinMax)
    origin.setExtent(QgsRasterMinMaxOrigin.Extent.UpdatedCanvas)
    origin.setStatAccuracy(QgsRasterMinMaxOrigin.StatAccuracy.Estimated)
    return origin


def bar_legend(suffix: str) -> QgsColorRampLegendNodeSettings:
    settings = QgsColorRampLegendNodeSettings()
    settings.setUseContinuousLegend(True)
    settings.setSuffix(suffix)
    tenths = QgsBasicNumericFormat()
    tenths.setNumberDecimalPlaces(1)
    tenths.setShowThousandsSeparator(False)
    settings.setNumericFormat(tenths)
    return settings


def stretched(name: str, low: str, high: str, stops: list[QgsGradientStop], suffix: str) -> None:
    layer = raster_layer()
    ramp = QgsColorRampShader(0.0, 100.0, QgsGradientColorRamp(QColor(low), QColor(high), False, stops))
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    ramp.setClassificationMode(QgsColorRampShader.ClassificationMode.Continuous)
    ramp.classifyColorRamp(5)
    ramp.setLegendSettings(bar_legend(suffix))
    pseudocolour(layer, ramp).setMinMaxOrigin(stretched_origin())
    save(layer, name)


def height_styles() -> None:
    blues = [QgsGradientStop(0.35, QColor("#6baed6")), QgsGradientStop(0.7, QColor("#2171b5"))]
    stretched("level", "#d6eaf8", "#08306b", blues, " m a.s.l.")
    # Light greys, so that whatever lies upon the terrain is seen.
    for name in ("conditioned", "filled"):
        stretched(name, "#8f8f8f", "#fafafa", [QgsGradientStop(0.4, QColor("#cfcfcf"))], " m")


def paletted(name: str, classes: list[tuple[int, QColor, str]]) -> None:
    layer = raster_layer()
    items = [QgsPalettedRasterRenderer.Class(value, QColor(colour), label) for value, colour, label in classes]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, items))
    save(layer, name)


def zone_colour(number: int) -> QColor:
    """Neighbouring ids get far hues: the golden angle, as in the style of the polygons."""
    return QColor.fromHslF((number * 137.508 % 360) / 360, 0.55, 0.78 - 0.06 * (number % 3))


def zones_raster_style() -> None:
    """A ramp with a stop at every id: ids are whole numbers, so nothing is interpolated where it matters.

    Beyond the last single stop the stops lie farther apart, and close ids get close colours.
    """
    layer = raster_layer()
    ids = [*range(1, 513), *(512 + 64 * step for step in range(1, 129)), *(2**power for power in range(14, 32))]
    items = [QgsColorRampShader.ColorRampItem(0, CLEAR, "none")]
    items += [QgsColorRampShader.ColorRampItem(min(i, 2**31 - 1), zone_colour(i), str(i)) for i in ids]
    ramp = QgsColorRampShader(0, 2**31 - 1)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    ramp.setClassificationMode(QgsColorRampShader.ClassificationMode.Continuous)
    ramp.setColorRampItemList(items)
    settings = bar_legend("")
    settings.setMinimumLabel("one colour a zone id")
    settings.setMaximumLabel(" ")
    ramp.setLegendSettings(settings)
    pseudocolour(layer, ramp)
    save(layer, "zones_raster")


def vector_layer(name: str, geometry: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(geometry, name, "memory")
    for field in FIELDS[name].split():
        kind = QVariant.String if field in TEXT_FIELDS else QVariant.Double
        layer.dataProvider().addAttributes([QgsField(field, kind)])
    layer.updateFields()
    for index, field in enumerate(layer.fields()):
        layer.setFieldAlias(index, OWN_ALIASES.get((name, field.name()), ALIASES[field.name()]))
    return layer


def fill(colour: str, outline: str, width: float = 0.2, style: str = "solid") -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": outline, "outline_width": str(width), "style": style, "joinstyle": "round"}
    )


def finish(layer: QgsVectorLayer, renderer: QgsFeatureRenderer, name: str) -> None:
    layer.setRenderer(renderer)
    save(layer, name)


def graduated(field: str, bounds: list[float], colours: list[str], labels: list[str], edge: str) -> QgsFeatureRenderer:
    ranges = [
        QgsRendererRange(low, high, fill(colour, edge), label)
        for low, high, colour, label in zip(bounds, bounds[1:], colours, labels)
    ]
    return QgsGraduatedSymbolRenderer(field, ranges)


def polygon_styles() -> None:
    layer = vector_layer("ponds", "MultiPolygon")
    bounds = [0.0, *DEPTH_BREAKS[1:], 1e6]
    labels = [f"≤ {DEPTH_BREAKS[1]:.2f} m", *depth_labels()[2:]]
    finish(layer, graduated("depth_m", bounds, list(DEPTH_COLOURS), labels, "#14519a"), "ponds")

    layer = vector_layer("event_ponds", "MultiPolygon")
    classes = [
        ('"wet_min" = 0', "Never above the threshold", fill("#eef3f7", "#9db4c6", 0.15)),
        ('"wet_min" > 0 AND "drain_min" = 0', "Drained when the rain ends", fill("#c7e9c0", "#41793c")),
        ('"drain_min" > 0 AND "drain_min" <= 30', "≤ 30 min after the rain", fill("#fee391", "#8c6d1f")),
        ('"drain_min" > 30 AND "drain_min" <= 60', "30 – 60 min after the rain", fill("#fec44f", "#8c5a10")),
        ('"drain_min" > 60 AND "drain_min" <= 120', "1 – 2 h after the rain", fill("#fe9929", "#7f4407")),
        ('"drain_min" > 120', "> 2 h after the rain", fill("#cc4c02", "#662506")),
        ('"drain_min" < 0', "Not drained in the time looked at", fill("#7a0177", "#3d003b")),
    ]
    finish(layer, rules(classes), "event_ponds")

    layer = vector_layer("depressions", "MultiPolygon")
    bounds = [0.0, 10.0, 100.0, 1000.0, 10000.0, 1e12]
    colours = ["242,240,247,150", "203,201,226,150", "158,154,200,150", "117,107,177,150", "84,39,143,150"]
    labels = ["≤ 10 m³", "10 – 100 m³", "100 – 1000 m³", "1000 – 10 000 m³", "> 10 000 m³"]
    finish(layer, graduated("vol_m3", bounds, colours, labels, "#54278f"), "depressions")

    layer = vector_layer("upstream", "MultiPolygon")  # nested areas lie upon each other: each lets the others show
    finish(layer, QgsSingleSymbolRenderer(fill("31,111,181,45", "#1f6fb5", 0.4)), "upstream")

    layer = vector_layer("risk_zones", "MultiPolygon")
    categories = [
        QgsRendererCategory(value, fill(colour, QColor(colour).darker(150).name(), 0.1), label)
        for value, colour, label in RISK_CLASSES
    ]
    finish(layer, QgsCategorizedSymbolRenderer("risk", categories), "risk_zones")


def control_styles() -> None:
    """The line as on plans: dashed and strong; its area shaded so lightly that the map below stays readable."""
    layer = vector_layer("control_areas", "MultiPolygon")
    finish(layer, QgsSingleSymbolRenderer(fill("142,36,110,40", "#8e246e", 0.3)), "control_areas")

    layer = vector_layer("control_lines", "MultiLineString")
    halo = QgsLineSymbol.createSimple({"color": "#ffffff", "width": "1.1", "joinstyle": "round"})
    dashes = {"color": "#8e246e", "width": "0.7", "use_custom_dash": "1", "customdash": "1.8;0.8", "joinstyle": "round"}
    halo.appendSymbolLayer(QgsLineSymbol.createSimple(dashes).takeSymbolLayer(0))
    finish(layer, QgsSingleSymbolRenderer(halo), "control_lines")


def ponding_styles() -> None:
    layer = vector_layer("ponding_points", "Point")
    classes = [
        ('"recorded" IS NULL', "Ponding point, rank", marker("circle", "#14519a", 2.6)),
        ('"recorded" IS NOT NULL', "Ponding point with a record, rank", marker("circle", "#1a9850", 2.6)),
    ]
    labelled(layer, '"rank"', "#202020", QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint)
    finish(layer, rules(classes), "ponding_points")

    layer = vector_layer("recorded_points", "Point")
    classes = [
        ('"hit" = 1', "Recorded point, hit", marker("triangle", "#1a9850", 3.2)),
        ('"hit" = 0', "Recorded point, missed", marker("triangle", "#d7191c", 3.2)),
        ('"hit" IS NULL', "Recorded point, not compared", marker("triangle", "#9a9a9a", 2.8)),
    ]
    finish(layer, rules(classes), "recorded_points")


def rules(entries: list[tuple[str, str, object]]) -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    root.setRuleKey("root")
    for number, (filter_text, label, symbol) in enumerate(entries, 1):
        rule = QgsRuleBasedRenderer.Rule(symbol, 0, 0, filter_text, label)
        rule.setRuleKey(f"rule{number}")
        root.appendChild(rule)
    return QgsRuleBasedRenderer(root)


def hatched(angle: int, colour: str, outline: str, ground: str = "245,245,245,120") -> QgsFillSymbol:
    symbol = fill(ground, outline, 0.25)
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(angle)
    pattern.setDistance(1.6)
    pattern.setSubSymbol(QgsLineSymbol.createSimple({"color": colour, "width": "0.15"}))
    symbol.appendSymbolLayer(pattern)
    return symbol


def zones_style() -> None:
    layer = vector_layer("zones", "MultiPolygon")
    drained = fill("#d9c8e8", "#404040", 0.35)
    drained.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyFillColor,
        QgsProperty.fromExpression('color_hsla(("zone_id" * 137.508) % 360, 55, 78 - 6 * ("zone_id" % 3), 160)'),
    )
    renderer = rules(
        [
            ("\"outlet_t\" NOT IN ('edge', 'depression')", "Drained, one colour a zone", drained),
            ("\"outlet_t\" = 'depression'", "Not drained: stays in a depression", hatched(45, "#6e6e6e", "#404040")),
            ("\"outlet_t\" = 'edge'", "Not drained: leaves the DEM", hatched(135, "#a0a0a0", "#707070")),
        ]
    )
    expression = "CASE WHEN \"outlet_t\" NOT IN ('edge', 'depression') THEN \"outlet_id\" END"
    labelled(layer, expression, "#202020", QgsPalLayerSettings.Placement.Horizontal)
    finish(layer, renderer, "zones")


def labelled(layer: QgsVectorLayer, expression: str, colour: str, placement: QgsPalLayerSettings.Placement) -> None:
    text = QgsTextFormat()
    text.setFont(QFont("Sans Serif"))
    text.setSize(7)
    text.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.6)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    label = QgsPalLayerSettings()
    label.setFormat(text)
    label.isExpression = True
    label.fieldName = expression
    label.placement = placement
    if placement == QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint:
        label.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds  # beside its marker, not upon it
        label.dist = 0.3
    layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
    layer.setLabelsEnabled(True)


def gaps_style() -> None:
    """The more is lacking, the stronger; crossed where both are."""
    layer = vector_layer("gaps", "MultiPolygon")
    both = hatched(45, "#b30000", "#b30000", "252,187,161,120")
    across = hatched(135, "#b30000", "#b30000")  # a symbol owns its layers
    both.appendSymbolLayer(across.symbolLayer(1).clone())
    inlet = hatched(45, "#e6820e", "#b8650a", "254,230,190,110")
    pipe = hatched(135, "#6a51a3", "#54278f", "218,218,235,110")
    classes = [
        ("\"reason\" = 'both'", "Neither inlet nor pipe", both),
        ("\"reason\" = 'no_inlet'", "No inlet within the distance", inlet),
        ("\"reason\" = 'no_pipe'", "No pipe within the distance", pipe),
    ]
    finish(layer, rules(classes), "gaps")


def flow_line(width: float, head: float, colour: str = "#1f6fb5") -> QgsLineSymbol:
    """A line with a small arrow head where it ends, so that its direction is seen."""
    symbol = QgsLineSymbol.createSimple(
        {"color": colour, "width": str(width), "capstyle": "round", "joinstyle": "round"}
    )
    arrow = QgsMarkerLineSymbolLayer(True)
    arrow.setPlacement(QgsTemplatedLineSymbolLayerBase.Placement.LastVertex)
    arrow.setSubSymbol(
        QgsMarkerSymbol.createSimple(
            {"name": "filled_arrowhead", "color": colour, "outline_style": "no", "size": str(head)}
        )
    )
    symbol.appendSymbolLayer(arrow)
    return symbol


FLOW_LABEL = """CASE WHEN "flow_lps" >= 10 THEN round("flow_lps") || ' L/s'
WHEN "flow_lps" IS NULL AND "area_m2" >= 10000 THEN round("area_m2" / 10000, 1) || ' ha' END"""


def interception_line(width: float) -> QgsLineSymbol:
    """Magenta, which no other style has, with a white edge, so that it stays clear upon zones and depths."""
    symbol = QgsLineSymbol.createSimple({"color": "#ffffff", "width": str(width + 0.5), "capstyle": "round"})
    core = QgsLineSymbol.createSimple({"color": "#c2008f", "width": str(width), "capstyle": "round"})
    symbol.appendSymbolLayer(core.symbolLayer(0).clone())
    return symbol


def marker(shape: str, colour: str, size: float, outline: str = "#ffffff", angle: float = 0) -> QgsMarkerSymbol:
    look = {"name": shape, "color": colour, "outline_color": outline, "outline_width": "0.2", "size": str(size)}
    return QgsMarkerSymbol.createSimple(look | {"angle": str(angle)})


def dark_marker(shape: str, colour: str, size: float, angle: float = 0) -> QgsMarkerSymbol:
    return marker(shape, colour, size, "#222222", angle)


def line_and_point_styles() -> None:
    layer = vector_layer("flowpaths", "LineString")
    orders = [(f'"strahler" = {n}', f"Strahler order {n}", flow_line(0.1 + 0.16 * n, 1.3 + 0.3 * n)) for n in (1, 2, 3)]
    orders.append(('"strahler" >= 4', "Strahler order 4 and more", flow_line(0.85, 2.6)))
    finish(layer, rules(orders), "flowpaths")

    layer = vector_layer("traces", "LineString")
    classes = [
        ('"ponds" = 0', "Reaches the end at once", flow_line(0.45, 2.2, "#b2182b")),
        ('"ponds" > 0 AND "rain_mm" <= 30', "From a rain of up to 30 mm", flow_line(0.45, 2.2, "#ef6548")),
        ('"ponds" > 0 AND "rain_mm" > 30 AND "rain_mm" <= 100', "30 – 100 mm", flow_line(0.45, 2.2, "#8856a7")),
        ('"ponds" > 0 AND "rain_mm" > 100', "> 100 mm", flow_line(0.45, 2.2, "#54278f")),
    ]
    finish(layer, rules(classes), "traces")

    layer = vector_layer("systems", "MultiLineString")
    system = flow_line(0.5, 2.0)
    hue = QgsProperty.fromExpression('color_hsl(("system" * 137.508 + 200) % 360, 65, 42)')
    system.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeColor, hue)
    system.symbolLayer(1).subSymbol().symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyFillColor, hue
    )
    classes = [
        ('"pressure" = 0 AND coalesce("slope", 0) >= 0', "Falls or slope not known, one colour a system", system),
        ('"pressure" = 1', "Pressure main", flow_line(0.6, 2.2, "#222222")),
        ('"pressure" = 0 AND "slope" < 0', "Rises along the flow", flow_line(0.9, 3.0, "#d7191c")),
    ]
    finish(layer, rules(classes), "systems")

    layer = vector_layer("interception", "MultiLineString")
    classes = [
        ('"area_m2" <= 1000', "≤ 1000 m² of high ground", interception_line(0.4)),
        ('"area_m2" > 1000 AND "area_m2" <= 10000', "1000 m² – 1 ha of high ground", interception_line(0.8)),
        ('"area_m2" > 10000 AND "area_m2" <= 100000', "1 – 10 ha of high ground", interception_line(1.2)),
        ('"area_m2" > 100000', "> 10 ha of high ground", interception_line(1.8)),
    ]
    labelled(layer, FLOW_LABEL, "#7a0060", QgsPalLayerSettings.Placement.Line)
    finish(layer, rules(classes), "interception")

    layer = vector_layer("findings", "Point")
    classes = [
        ("\"severity\" = 'notice'", "Notice", marker("circle", "#4a90d9", 1.8)),
        ("\"severity\" = 'warning'", "Warning", marker("triangle", "#f5a623", 2.6)),
        ("\"severity\" = 'error'", "Error", marker("diamond", "#d7191c", 3.4)),
    ]
    renderer = rules(classes)
    for order, rule in enumerate(renderer.rootRule().children()):
        rule.symbol().symbolLayer(0).setRenderingPass(order)  # errors on top
    renderer.setUsingSymbolLevels(True)
    layer.setMapTipTemplate('<b>[% "severity" %]: [% "code" %]</b><br>[% "message" %]')
    finish(layer, renderer, "findings")

    layer = vector_layer("pour_points", "Point")
    triangle = QgsMarkerSymbol.createSimple(
        {
            "name": "triangle",
            "angle": "180",
            "color": "#ffffff",
            "outline_color": "#54278f",
            "outline_width": "0.4",
            "size": "2.2",
        }
    )
    finish(layer, QgsSingleSymbolRenderer(triangle), "pour_points")


def coping_style() -> None:
    """Classes of the rain to flood, and two for zones without a figure, which a graduated style would not draw."""
    layer = vector_layer("coping_zones", "MultiPolygon")
    edge = "#9a9ab4"  # to be seen on the darkest class and on white
    classes = [
        (f'"cope_mm" > {low:g} AND "cope_mm" <= {high:.0f}', label, fill(colour, edge))
        for low, high, colour, label in COPING
    ]
    classes += [
        (
            '"cope_mm" IS NULL AND "cope_note" LIKE \'more than%\'',
            "Copes with the greatest rain looked at",
            fill("#f7fbff", edge),
        ),
        (
            "\"cope_mm\" IS NULL AND coalesce(\"cope_note\", '') NOT LIKE 'more than%'",
            "Rain not known",
            hatched(45, "#9e9e9e", "#707070"),
        ),
    ]
    shown = 'CASE WHEN "cope_mm" < 0.05 THEN \'< 0.1\' ELSE round("cope_mm", if("cope_mm" < 10, 1, 0)) END'
    labelled(layer, shown, "#202020", QgsPalLayerSettings.Placement.Horizontal)
    finish(layer, rules(classes), "coping_zones")


def network_styles() -> None:
    layer = vector_layer("backwater", "Point")
    classes = [
        ("\"state\" = 'free'", "Free outfall", dark_marker("triangle", "#1a9850", 4, angle=180)),
        ("\"state\" = 'submerged'", "Submerged outfall", dark_marker("triangle", "#fdae61", 4, angle=180)),
        ("\"state\" = 'reverse'", "Water flows back", dark_marker("triangle", "#d7191c", 4.6)),
        ('"state" IS NULL', "Not known", dark_marker("triangle", "#bdbdbd", 3.4, angle=180)),
    ]
    finish(layer, rules(classes), "backwater")

    layer = vector_layer("backflow", "Point")
    classes = [
        ('"over_m" <= 0.15', "≤ 0.15 m over the ground", dark_marker("circle", "#9ecae1", 1.8)),
        ('"over_m" > 0.15 AND "over_m" <= 0.5', "0.15 – 0.50 m", dark_marker("circle", "#4292c6", 2.2)),
        ('"over_m" > 0.5 AND "over_m" <= 1', "0.50 – 1.0 m", dark_marker("circle", "#08519c", 2.6)),
        ('"over_m" > 1', "> 1.0 m over the ground", dark_marker("circle", "#7a0177", 3.0)),
    ]
    finish(layer, rules(classes), "backflow")

    layer = vector_layer("inlet_limits", "Point")
    classes = [
        ("\"limit\" = 'none'", "Takes the runoff", dark_marker("circle", "#41ab5d", 1.8)),
        ('"limit" = \'inlet\' AND "add_n" <= 1', "Too small: add up to 1", dark_marker("circle", "#fdae61", 2.6)),
        (
            '"limit" = \'inlet\' AND coalesce("add_n", 2) > 1',
            "Too small: add 2 or more",
            dark_marker("circle", "#d7191c", 3.2),
        ),
        ("\"limit\" = 'pipe'", "Its pipe is too small", dark_marker("square", "#762a83", 2.8)),
    ]
    finish(layer, rules(classes), "inlet_limits")

    layer = vector_layer("capacity", "LineString")
    classes = [
        ('"load" <= 0.5', "Load ≤ 0.5", flow_line(0.5, 1.8, "#2c7bb6")),
        ('"load" > 0.5 AND "load" <= 0.8', "0.5 – 0.8", flow_line(0.5, 1.8, "#5aae61")),
        ('"load" > 0.8 AND "load" <= 1', "0.8 – 1.0", flow_line(0.6, 2.0, "#e0b400")),
        ('"load" > 1 AND "load" <= 1.5', "1.0 – 1.5 overloaded", flow_line(0.8, 2.4, "#f46d43")),
        ('"load" > 1.5', "> 1.5 overloaded", flow_line(1.0, 2.8, "#a50026")),
        ('"load" IS NULL', "Load not known", flow_line(0.4, 1.6, "#9e9e9e")),
    ]
    finish(layer, rules(classes), "capacity")

    layer = vector_layer("bottlenecks", "MultiPolygon")
    classes = [
        ('"neck_id" IS NULL', "No bottleneck downstream", fill("199,233,192,150", "#41793c", 0.15)),
        ('"neck_load" <= 1.5', "First bottleneck loaded ≤ 1.5", fill("254,227,145,150", "#8c6d1f", 0.15)),
        ('"neck_load" > 1.5 AND "neck_load" <= 2.5', "1.5 – 2.5", fill("253,174,97,150", "#8c5a10", 0.15)),
        ('"neck_load" > 2.5', "> 2.5", fill("215,48,39,150", "#7f0d0d", 0.15)),
    ]
    finish(layer, rules(classes), "bottlenecks")

    coping_style()

    layer = vector_layer("cutoff_zones", "MultiPolygon")
    finish(layer, QgsSingleSymbolRenderer(hatched(45, "#b2182b", "#b2182b")), "cutoff_zones")


def main() -> int:
    application = QgsApplication([], False)
    application.initQgis()
    FOLDER.mkdir(parents=True, exist_ok=True)
    depth_styles()
    height_styles()
    discrete("accumulation", list(UPSTREAM))
    discrete("raintoflood", list(RAIN_TO_FLOOD))
    discrete("runoff", list(RUNOFF))
    discrete("floodprobability", list(PROBABILITY))
    discrete("duration", list(DURATION))
    discrete("start", list(START))
    paletted("direction", list(DIRECTIONS))
    paletted("risk", [(0, CLEAR, "None 无"), *RISK_CLASSES])
    zones_raster_style()
    polygon_styles()
    zones_style()
    gaps_style()
    line_and_point_styles()
    network_styles()
    control_styles()
    ponding_styles()
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
