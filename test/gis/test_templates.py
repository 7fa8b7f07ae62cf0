"""The templates of map sheets: ours, those of one's own, and where the overview goes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from rainshed.test.gis.sheets import ROOT, page_box, place, texts


@pytest.mark.parametrize("template", ["A4_landscape", "A4_portrait", "A3_landscape", "A3_portrait"])
def test_templates_hold_all_items_and_the_page_they_are_named_for(project, template):
    from rainshed.gis import sheet_template

    paper, orientation = template.split("_")
    path = sheet_template.shipped(paper, orientation)
    layout, items, missing = sheet_template.open_template(project, path)
    assert path.stem == template and not missing and set(items) == set(sheet_template.ITEMS)
    page = page_box(layout)
    assert (page.width() > page.height()) == (orientation == "landscape")
    assert sorted((page.width(), page.height())) == {"A4": [210, 297], "A3": [297, 420]}[paper]
    box = place(items["map"])
    assert sheet_template.map_size(path) == pytest.approx((box.width(), box.height()), abs=0.01)
    for place_in_work in ("/work", "/usr", "/home", "/tmp"):
        assert place_in_work not in path.read_text(encoding="utf-8")


def test_the_script_makes_the_templates_again(qgis, tmp_path):
    from qgis.core import Qgis

    if not Qgis.QGIS_VERSION.startswith("3.22"):
        pytest.skip("the templates are written by QGIS 3.22")
    command = ["/usr/bin/python3", str(ROOT / "scripts" / "make_layouts.py"), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (ROOT / "resources" / "layouts").iterdir()}


def changed_template(tmp_path, change) -> Path:
    """A copy of the A4 template, lying, after `change` of its XML."""
    from xml.etree import ElementTree

    tree = ElementTree.parse(ROOT / "resources" / "layouts" / "A4_landscape.qpt")
    change(tree.getroot())
    path = tmp_path / "own 模板.qpt"
    tree.write(path, encoding="utf-8")
    return path


def rename(**names):
    """Give items of these ids (blanks as underscores) another id."""

    def change(root):
        for item in root.iter("LayoutItem"):
            item.set("id", names.get(item.get("id").replace(" ", "_"), item.get("id")))

    return change


def test_a_template_of_ones_own_keeps_its_logo_and_lacks_what_it_lacks(build, tmp_path):
    path = changed_template(tmp_path, rename(panel_="x", title_line="logo", legend="no legend", caution="motto"))
    notes = []
    sheet = build(layout={"template": path, "notes": notes})
    assert sheet.itemById("logo") is not None and sheet.itemById("motto").text() == "[caution]"
    assert sheet.itemById("no legend").model().rootGroup().findLayers() == []
    (note,) = notes
    assert "own 模板.qpt" in note and "legend, caution" in note and "overview" not in note
    assert "West town" in texts(sheet)


def test_type_and_colour_are_those_of_the_template(build, tmp_path):
    from rainshed.gis.sheet_type import face_of

    def change(root):
        for item in root.iter("LayoutItem"):
            if item.get("id") == "subtitle":
                for colour in item.iter("FontColor"):
                    colour.attrib.update(red="200", green="0", blue="100")
                for font in item.iter("LabelFont"):
                    font.set("description", font.get("description").replace(",9,", ",5,", 1))

    sheet = build(layout={"template": changed_template(tmp_path, change)})
    face = face_of(sheet.itemById("subtitle"))
    assert face.points == pytest.approx(5) and face.colour.name() == "#c80064"


def test_a_template_that_cannot_be_used_is_refused(build, tmp_path):
    with pytest.raises(ValueError, match=r'own 模板\.qpt has no map with the item id "map"'):
        build(layout={"template": changed_template(tmp_path, rename(map="the map"))})
    with pytest.raises(ValueError, match='item id "map"'):
        build(layout={"template": changed_template(tmp_path, rename(map="x", title="map"))})
    (tmp_path / "bad.qpt").write_text("no template")
    with pytest.raises(ValueError, match="no layout of QGIS"):
        build(layout={"template": tmp_path / "bad.qpt"})
    with pytest.raises(ValueError, match="cannot be read"):
        build(layout={"template": tmp_path / "missing.qpt"})


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_the_orientation_asked_for(build, orientation):
    page = page_box(build(layout={"orientation": orientation}))
    assert (page.width() > page.height()) == (orientation == "landscape")


def test_the_overview_never_hides_the_zone(build, layouts, town):
    """A zone that leaves only one corner of the map free, and one that fills the map."""
    from qgis.core import QgsGeometry, QgsRectangle

    area = town["risk"].extent()
    bare = build()
    seen = bare.itemById("map").extent()
    corner = QgsRectangle(seen.xMinimum(), seen.yMinimum(), seen.center().x(), seen.center().y())
    everywhere = QgsGeometry.fromRect(seen)
    shape = everywhere.difference(QgsGeometry.fromRect(corner))
    sheet = build(layout={"inset": layouts.Inset(area, [town["risk"]], shape)})
    box, frame = place(sheet.itemById("overview")), place(sheet.itemById("map"))
    assert frame.contains(box) and box.right() < frame.center().x() and box.top() > frame.center().y()
    assert build(layout={"inset": layouts.Inset(area, [town["risk"]], everywhere)}).itemById("overview") is None
    assert build().itemById("overview") is None
