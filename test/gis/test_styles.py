"""The ready styles: fixed classes with units, the four risk colours, and the .qml beside an output."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ElementTree

import pytest

NAMES = [
    "backflow",
    "backwater",
    "bottlenecks",
    "capacity",
    "cutoff_zones",
    "accumulation",
    "conditioned",
    "control_areas",
    "control_lines",
    "coping_zones",
    "depressions",
    "depth",
    "direction",
    "duration",
    "event_ponds",
    "fill_depth",
    "filled",
    "findings",
    "floodprobability",
    "flowpaths",
    "inlet_limits",
    "interception",
    "gaps",
    "level",
    "ponding_points",
    "ponds",
    "pour_points",
    "raintoflood",
    "recorded_points",
    "risk",
    "risk_zones",
    "runoff",
    "start",
    "systems",
    "traces",
    "upstream",
    "zones",
    "zones_raster",
]
RASTERS = [
    *("accumulation", "conditioned", "depth", "direction", "fill_depth", "filled", "level", "raintoflood", "risk"),
    *("duration", "runoff", "start", "zones_raster"),
]
DIRECTIONS = ("E", "SE", "S", "SW", "W", "NW", "N", "NE")
RISK_COLOURS = {1: "#3d85d6", 2: "#ffd92f", 3: "#f5821f", 4: "#d7191c"}
GEOMETRIES = {
    "flowpaths": "LineString",
    "traces": "LineString",
    "interception": "MultiLineString",
    "systems": "LineString",
    "pour_points": "Point",
    "findings": "Point",
    "backflow": "Point",
    "backwater": "Point",
    "capacity": "LineString",
    "inlet_limits": "Point",
    "control_lines": "LineString",
    "ponding_points": "Point",
    "recorded_points": "Point",
}


@pytest.fixture
def styles(qgis):
    from rainshed.gis import styles

    return styles


@pytest.fixture
def surface(qgis, tmp_path):
    """Opens a raster of one row that holds the given values."""
    from osgeo import gdal

    def make(values, kind=gdal.GDT_Float32, name="surface"):
        import numpy

        path = tmp_path / f"{name}.tif"
        data = gdal.GetDriverByName("GTiff").Create(str(path), len(values), 1, 1, kind)
        data.SetGeoTransform((500000, 10, 0, 4000000, 0, -10))
        data.GetRasterBand(1).WriteArray(numpy.array([values]))
        data = None
        from qgis.core import QgsRasterLayer

        return QgsRasterLayer(str(path), name)

    return make


def features(fields: str, geometry: str = "MultiPolygon"):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(f"{geometry}?crs=EPSG:32649&{fields}", "features", "memory")


def ramp(layer):
    return layer.renderer().shader().rasterShaderFunction()


def drawn(layer) -> list:
    """The colour of each cell of a one-row raster, as it is drawn."""
    from qgis.PyQt.QtGui import QColor

    block = layer.renderer().block(1, layer.extent(), layer.width(), 1)
    return [QColor.fromRgba(block.color(0, column)) for column in range(layer.width())]


def test_every_output_has_a_style(styles):
    assert styles.style_names() == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_style_is_marked_and_loads(styles, surface, name):
    text = (styles.STYLES / f"{name}.qml").read_text(encoding="utf-8")
    assert styles.MARKER in text[:500]
    ElementTree.fromstring(text[text.index("<qgis") :])
    layer = surface([0, 1, 2]) if name in RASTERS else features("field=risk:integer", GEOMETRIES.get(name, "Polygon"))

    styles.apply(layer, name)

    assert styles.kind_of(layer) == name


def test_unknown_style_is_an_error(styles, surface, tmp_path):
    with pytest.raises(ValueError, match="no style named nothing"):
        styles.apply(surface([1]), "nothing")
    with pytest.raises(ValueError, match="no style named nothing"):
        styles.sidecar(str(tmp_path / "a.tif"), "nothing")


@pytest.mark.parametrize("name", ["depth", "fill_depth"])
def test_depth_has_fixed_breaks_with_units(styles, surface, name):
    from qgis.core import QgsColorRampShader

    for values in ([0, 0.2, 9], [0, 40, 900]):
        layer = surface(values)
        styles.apply(layer, name)
        assert ramp(layer).colorRampType() == QgsColorRampShader.Type.Discrete
        items = ramp(layer).colorRampItemList()
        assert [item.value for item in items] == [0.01, 0.05, 0.15, 0.3, 0.5, 1.0, 2.0, math.inf]
        assert items[0].color.alpha() == 0
        assert [item.label for item in items[1:]] == [
            "0.01 – 0.05 m",
            "0.05 – 0.15 m",
            "0.15 – 0.30 m",
            "0.30 – 0.50 m",
            "0.50 – 1.0 m",
            "1.0 – 2.0 m",
            "> 2.0 m",
        ]
        darkness = [item.color.lightness() for item in items[1:]]
        assert darkness == sorted(darkness, reverse=True)


def test_a_dry_cell_is_transparent_and_a_wet_one_is_not(styles, surface):
    layer = surface([0.0, 0.01, 0.02, 3.0])
    styles.apply(layer, "depth")
    assert [colour.alpha() for colour in drawn(layer)] == [0, 0, 255, 255]


def test_upstream_area_is_named_in_m2_and_ha(styles, surface):
    layer = surface([25.0, 5e7])
    styles.apply(layer, "accumulation")
    labels = [item.label for item in ramp(layer).colorRampItemList()]
    assert labels[1] == "100 – 1000 m²" and labels[-1] == "> 1000 ha"


def test_directions_are_named_by_the_compass(styles, surface):
    layer = surface([0, 1, 2, 4, 8, 16, 32, 64, 128])
    styles.apply(layer, "direction")
    named = {entry.value: entry.label for entry in layer.renderer().classes()}
    assert list(named) == [0, 1, 2, 4, 8, 16, 32, 64, 128]
    assert [named[code].split()[0] for code in (1, 2, 4, 8, 16, 32, 64, 128)] == list(DIRECTIONS)


def test_risk_has_the_four_colours_and_no_green(styles, surface):
    from osgeo import gdal

    layer = surface([0, 1, 2, 3, 4], gdal.GDT_Byte)
    styles.apply(layer, "risk")
    classes = {entry.value: entry for entry in layer.renderer().classes()}
    zones = features("field=risk:integer")
    styles.apply(zones, "risk_zones")
    zone_colours = {int(c.value()): c.symbol().color().name() for c in zones.renderer().categories()}

    assert classes.pop(0).color.alpha() == 0
    assert {value: entry.color.name() for value, entry in classes.items()} == RISK_COLOURS == zone_colours
    assert [classes[value].label for value in range(1, 5)] == [
        "Blue 低 low",
        "Yellow 一般 moderate",
        "Orange 较大 considerable",
        "Red 重大 major",
    ]
    assert not any(75 <= entry.color.hue() <= 170 for entry in classes.values())


def test_heights_are_stretched_to_the_layer_so_that_its_legend_is_true(styles, surface):
    layer = surface([412.0, 431.5, 420.0])
    styles.apply(layer, "level")
    assert (ramp(layer).minimumValue(), ramp(layer).maximumValue()) == (412.0, 431.5)
    assert ramp(layer).legendSettings().suffix() == " m a.s.l."


def test_neighbouring_zone_ids_have_different_colours(styles, surface):
    from osgeo import gdal

    layer = surface([1, 2, 3, 300, 301, 302], gdal.GDT_Int32)
    styles.apply(layer, "zones_raster")
    hues = [colour.hue() for colour in drawn(layer)]
    for one, other in zip(hues, hues[1:]):
        assert min(abs(one - other), 360 - abs(one - other)) > 60


def test_zones_without_drainage_are_hatched_and_others_labelled(styles):
    layer = features("field=zone_id:integer&field=outlet_id:string&field=outlet_t:string")
    styles.apply(layer, "zones")
    rules = layer.renderer().rootRule().children()
    kinds = [[part.layerType() for part in rule.symbol().symbolLayers()] for rule in rules]
    assert kinds == [["SimpleFill"], ["SimpleFill", "LinePatternFill"], ["SimpleFill", "LinePatternFill"]]
    assert layer.labelsEnabled() and "outlet_id" in layer.labeling().settings().fieldName


def test_fields_are_shown_with_their_units(styles):
    layer = features("field=dep_id:integer&field=vol_m3:double&field=rain_mm:double&field=other:double")
    styles.apply(layer, "depressions")
    assert [layer.attributeDisplayName(index) for index in range(4)] == [
        "Depression",
        "Volume (m³)",
        "Rain that fills it (mm)",
        "other",
    ]


def test_sidecar_styles_the_file_wherever_it_is_opened(styles, surface, tmp_path):
    from qgis.core import QgsRasterLayer

    layer = surface([0, 1], name="积水 depth")
    styles.sidecar(layer.source(), "depth")
    assert (tmp_path / "积水 depth.qml").is_file()
    assert len(ramp(QgsRasterLayer(layer.source(), "again")).colorRampItemList()) == 8


def test_sidecar_of_a_geopackage_layer(styles, tmp_path):
    styles.sidecar(f"{tmp_path / 'zones.gpkg'}|layername=zones", "zones")
    assert (tmp_path / "zones.qml").is_file()


def test_sidecar_replaces_ours_but_never_a_user_s(styles, surface, tmp_path):
    layer = surface([0, 1])
    target = tmp_path / "surface.qml"
    styles.sidecar(layer.source(), "depth")
    styles.sidecar(layer.source(), "risk")
    assert 'type="paletted"' in target.read_text(encoding="utf-8")

    styles.apply(layer, "accumulation")
    layer.saveNamedStyle(str(target))  # what a user does
    saved = target.read_bytes()
    styles.sidecar(layer.source(), "risk")
    assert target.read_bytes() == saved


def test_a_place_that_cannot_be_written_to_is_no_failure(styles, tmp_path):
    styles.sidecar(str(tmp_path / "missing" / "depth.tif"), "depth")
    assert not (tmp_path / "missing").exists()


def test_outputs_that_a_window_loads_are_styled(styles, surface):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    project, layers = QgsProject(), [surface([0, 1], name="one"), surface([0, 1], name="two")]
    context = QgsProcessingContext()
    details = QgsProcessingContext.LayerDetails
    for layer, given in zip(layers, ("OUTPUT", "named by the user")):
        context.addLayerToLoadOnCompletion(layer.source(), details(given, project, "OUTPUT"))

    for layer, name in zip(layers, ("depth", "risk")):
        styles.load_styled(context, layer.source(), name, f"Result {name}")
    styles.load_styled(context, "not loaded.tif", "risk", "Risk")

    loaded = [context.layerToLoadOnCompletionDetails(layer.source()) for layer in layers]
    assert [entry.name for entry in loaded] == ["Result depth", "named by the user"]
    for entry, layer in zip(loaded, layers):
        entry.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert [styles.kind_of(layer) for layer in layers] == ["depth", "risk"]


@pytest.mark.parametrize(
    ("role", "geometry"),
    [
        ("inlets", "Point"),
        ("manholes", "MultiPoint"),
        ("outfalls", "Point"),
        ("pipes", "LineString"),
        ("channels", "MultiLineString"),
        ("channels", "Polygon"),
        ("buildings", "MultiPolygon"),
    ],
)
def test_inputs_are_drawn_by_their_role(styles, role, geometry):
    layer = features("field=id:integer", geometry)
    styles.style_role(layer, role)
    assert styles.kind_of(layer) == role
    assert layer.renderer().type() == "singleSymbol"


def test_a_role_that_does_not_suit_is_an_error(styles, surface):
    with pytest.raises(RuntimeError, match="geometry that does not suit inlets"):
        styles.style_role(features("field=id:integer", "Polygon"), "inlets")
    with pytest.raises(RuntimeError, match="not a vector layer"):
        styles.style_role(surface([1]), "pipes")
    with pytest.raises(RuntimeError, match="not a raster"):
        styles.style_role(features("field=id:integer"), "dem")
    with pytest.raises(ValueError, match="no role named"):
        styles.style_role(surface([1]), "trees")


def test_layers_are_drawn_points_first_terrain_last(styles, surface):
    inlets, dem, risk = features("field=id:integer", "Point"), surface([1, 2], name="dem"), surface([1, 2], name="r")
    styles.style_role(inlets, "inlets")
    styles.style_role(dem, "dem")
    styles.apply(risk, "risk")
    other = features("field=id:integer")
    assert styles.in_drawing_order([dem, risk, other, inlets]) == [inlets, other, risk, dem]
