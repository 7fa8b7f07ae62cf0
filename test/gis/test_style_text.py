"""Styles and projects in the language of QGIS, and map sheets in their own."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def chinese(qgis):
    """QGIS speaks Chinese as long as the test runs."""
    from rainshed.gis.language import Translation

    translation = Translation("zh_CN")
    yield translation
    translation.remove()


def polygons(fields: str):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(f"MultiPolygon?crs=EPSG:32649&{fields}", "features", "memory")


def aliases(layer) -> list[str]:
    return [layer.attributeDisplayName(index) for index in range(layer.fields().count())]


FIELDS = "field=dep_id:integer&field=vol_m3:double&field=rain_mm:double&field=other:double"
ALIASES = ["洼地", "容积（m³）", "填满所需雨量（mm）", "other"]


def test_aliases_are_chinese_and_field_names_stay(chinese):
    from rainshed.gis.styles import apply

    layer = polygons(FIELDS)
    apply(layer, "depressions")
    assert aliases(layer) == ALIASES
    assert [field.name() for field in layer.fields()] == ["dep_id", "vol_m3", "rain_mm", "other"]


def test_the_style_beside_an_output_is_chinese(chinese, tmp_path):
    from rainshed.gis.styles import MARKER, sidecar

    sidecar(str(tmp_path / "洼地.gpkg"), "depressions")

    text = (tmp_path / "洼地.qml").read_text(encoding="utf-8")
    assert MARKER in text[:500]
    layer = polygons(FIELDS)
    assert layer.loadNamedStyle(str(tmp_path / "洼地.qml"))[1]
    assert aliases(layer) == ALIASES


def test_without_a_translation_the_style_is_the_file_itself(qgis, tmp_path):
    from rainshed.gis.styles import STYLES, sidecar, style_names

    for name in style_names():
        sidecar(str(tmp_path / f"{name}.tif"), name)
        assert (tmp_path / f"{name}.qml").read_bytes() == (STYLES / f"{name}.qml").read_bytes()


def test_every_style_is_whole_xml_and_speaks_chinese(chinese):
    from rainshed.gis.style_text import speaks, translated
    from rainshed.gis.styles import style_names

    for name in style_names():
        text = translated(name)
        root = ElementTree.fromstring(text[text.index("<qgis") :])
        shown = [node.get("label") for node in root.iter() if node.tag in ("rule", "category", "range", "item")]
        shown += [node.get("label") for node in root.iter("paletteEntry")]
        shown += [node.get("name") for node in root.iter("alias")]
        for label in filter(None, shown):
            assert CHINESE.search(label) or not speaks(label), f"{name}: {label}"


def test_only_texts_change_in_a_style(chinese):
    """Filters, expressions, values and field names are the same in every language."""
    from rainshed.gis.style_text import style_file, translated
    from rainshed.gis.styles import style_names

    texts = {"label", "name", "suffix"}
    for name in style_names():
        english, there = (
            list(ElementTree.fromstring(text[text.index("<qgis") :]).iter())
            for text in (style_file(name).read_text(encoding="utf-8"), translated(name))
        )
        assert len(english) == len(there)
        for one, other in zip(english, there):
            changed = {key for key in one.attrib if one.get(key) != other.get(key)}
            assert changed <= texts and (one.tag == "alias" or "name" not in changed), (name, one.tag, changed)


@pytest.mark.parametrize(
    ("text", "words"),
    [("0.05 – 0.15 m", False), ("> 4 h", False), ("30 – 60 min", False), ("8704", False), ("> 1000 ha", False),
     ("≤ 0.01 m (dry)", True), ("E (1)", True), (" m a.s.l.", True)],
)  # fmt: skip
def test_numbers_and_units_are_no_words(qgis, text, words):
    from rainshed.gis.style_text import speaks

    assert speaks(text) is words


def test_no_two_labels_of_a_style_are_one_in_chinese(qgis):
    """Else the sheet could not tell which class a Chinese label means."""
    from rainshed.gis.language import said
    from rainshed.gis.style_text import texts
    from rainshed.gis.styles import style_names

    for name in style_names():
        assert len({said(text, "zh") for text in texts(name)}) == len(texts(name)), name


@pytest.mark.parametrize("qgis_speaks", ["en", "zh"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_sheet_has_its_own_language_whatever_qgis_speaks(qgis, language, qgis_speaks):
    from qgis.core import QgsLayoutItemLegend, QgsPrintLayout, QgsProject
    from qgis.PyQt.QtCore import Qt

    from rainshed.gis.language import Translation
    from rainshed.gis.sheet_legend import SheetLegend
    from rainshed.gis.styles import apply

    translation = Translation(qgis_speaks)
    try:
        layer = polygons("field=zone_id:integer&field=outlet_id:string&field=outlet_t:string")
        apply(layer, "zones")
        assert bool(CHINESE.search(layer.renderer().rootRule().children()[0].label())) == (qgis_speaks == "zh")
        project = QgsProject()
        project.addMapLayer(layer)
        layout = QgsPrintLayout(project)
        item = QgsLayoutItemLegend(layout)
        layout.addLayoutItem(item)
        SheetLegend(layout, item, [layer], language, None)
        model = item.model()
        node = model.rootGroup().findLayer(layer.id())
        labels = [entry.data(Qt.ItemDataRole.DisplayRole) for entry in model.layerLegendNodes(node)]
    finally:
        translation.remove()
    assert (
        labels
        == {
            "en": ["Drained, one colour a zone", "Not drained: stays in a depression", "Not drained: leaves the DEM"],
            "zh": ["有排水出路（每区一色）", "无排水出路：滞留洼地", "无排水出路：流出 DEM 范围"],
        }[language]
    )


def test_a_label_that_a_user_wrote_stays(qgis):
    from rainshed.gis.style_text import label

    assert label("my class", "zones", "zh") == "my class" == label("my class", "no style", "en")


def test_a_project_has_chinese_groups_layers_and_aliases(chinese, tmp_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorFileWriter

    from rainshed.gis.project import LayerEntry, write_project

    options = QgsVectorFileWriter.SaveVectorOptions()
    source = polygons(FIELDS)
    for name in ("depressions", "outfalls"):
        QgsVectorFileWriter.writeAsVectorFormatV3(
            source, str(tmp_path / f"{name}.gpkg"), source.transformContext(), options
        )
    entries = [
        LayerEntry(str(tmp_path / "outfalls.gpkg"), "Buildings", "Drainage network", role="buildings"),
        LayerEntry(str(tmp_path / "depressions.gpkg"), "Depressions 洼地", "Inundation", "depressions"),
    ]
    named = {}
    write_project(
        str(tmp_path / "town.qgz"), QgsCoordinateReferenceSystem("EPSG:32649"), entries, "Town",
        lambda project, layers: named.update(layers) or _sheet(project),
    )  # fmt: skip

    project = QgsProject()
    assert project.read(str(tmp_path / "town.qgz"))
    root = project.layerTreeRoot()
    assert [group.name() for group in root.findGroups()] == ["排水管网", "积水"]
    assert [node.layer().name() for node in root.findLayers()] == ["建筑物", "Depressions 洼地"]
    assert aliases(root.findLayers()[1].layer())[-3:] == ALIASES[1:]
    assert list(named) == ["Buildings", "Depressions 洼地"], "the sheet finds layers by the names of their entries"


def _sheet(project):
    from qgis.core import QgsPrintLayout

    layout = QgsPrintLayout(project)
    layout.setName("sheet")
    return layout
