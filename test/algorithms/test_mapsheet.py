"""mapsheet as an algorithm: orientation, template, dates and the atlas of zones."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from rainshed.test.algorithms import support

CELL = 5.0
ROOT = Path(__file__).resolve().parents[2]
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed")


@pytest.fixture
def risk(qgis, tmp_path):
    """40 x 60 cells: blue in rows 5 to 14 and columns 5 to 24, red in the middle of that, yellow at the right."""
    classes = np.zeros((40, 60))
    classes[5:15, 5:25] = 1
    classes[8:12, 10:20] = 4
    classes[20:30, 40:50] = 2
    return support.write_raster(tmp_path / "risk.tif", classes, CELL, kind="Byte", nodata=255)


@pytest.fixture
def zones(tmp_path):
    """Three zones: the left half, the right half without its corner, and that corner."""
    x, y = support.WEST + 30 * CELL, support.NORTH
    right = support.WEST + 60 * CELL
    low, corner = y - 40 * CELL, right - 10 * CELL
    step = y - 10 * CELL
    rest = f"POLYGON (({x} {y}, {corner} {y}, {corner} {step}, {right} {step}, {right} {low}, {x} {low}, {x} {y}))"
    shapes = [support.box(0, 0, 39, 29, CELL), rest, support.box(0, 50, 9, 59, CELL)]
    names = ["城西/1", "B", "c:3"]
    return support.write_vector(tmp_path / "zones.gpkg", shapes, {"zone_id": [7, 8, 9], "name": names}, kind="Polygon")


def pdf_text(path, page: int | None = None) -> str:
    pages = ["-f", str(page), "-l", str(page)] if page else []
    done = subprocess.run(["pdftotext", "-raw", *pages, str(path), "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFKC", " ".join(done.stdout.decode().split()))


def pdf_pages(path) -> int:
    done = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True, encoding="utf-8")
    return int(next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("Pages:")))


@needs_poppler
def test_a_page_for_each_zone_with_what_is_in_it(risk, zones, tmp_path):
    done = support.run("mapsheet", RISK=risk, ZONES=zones, OUTPUT=tmp_path / "atlas.pdf")
    assert pdf_pages(done.OUTPUT) == 3 and not done.warnings
    first, second, third = (pdf_text(done.OUTPUT, page) for page in (1, 2, 3))
    # left: 40 x 30 cells of 25 m2; blue 200 - 40 cells, red 40
    for said in ("Zone 7 (3.00 ha)", "Blue 低 low 4,000 m2", "Red 重大 major 1,000 m2", "Area of the zone 3.00 ha"):
        assert said in first, said
    assert "Zone 8 (2.75 ha)" in second and "Yellow 一般 moderate 2,500 m2" in second
    assert "Zone 9 (2,500 m2)" in third and "Yellow 一般 moderate 0 m2" in third
    assert "Zone of this page" in first


@needs_poppler
def test_an_atlas_in_chinese_by_another_field(risk, zones, tmp_path):
    done = support.run(
        "mapsheet", RISK=risk, ZONES=zones, ZONE_FIELD="name", LANGUAGE="zh", TITLE="城西", OUTPUT=tmp_path / "集.pdf"
    )
    text = pdf_text(done.OUTPUT, 1)
    for said in ("城西 · 分区 城西/1(3.00 ha)", "分区面积", "分区界线", "设计暴雨", "数据日期 未记录", "制图日期"):
        assert unicodedata.normalize("NFKC", said).replace(" ", "") in text.replace(" ", ""), said
    for english in ("Zone", "Legend", "not recorded", "Scenario"):
        assert english not in text, english


def test_pages_as_pictures_beside_the_whole(risk, zones, tmp_path):
    out = tmp_path / "out"
    done = support.run("mapsheet", RISK=risk, ZONES=zones, ZONE_FIELD="name", OUTPUT=out / "map.png")
    assert support.left_in(out) == ["map.png", "map_B.png", "map_c_3.png", "map_城西_1.png"]
    assert Path(done.OUTPUT).name == "map.png"


def test_file_names_of_odd_ids(qgis):
    from rainshed.gis.sheet_atlas import ZonePage, file_names

    names = ["a", "A", "a/b", "a:b", "..", "长" * 100, "con\n1"]
    made = file_names([ZonePage(name, None, 0.0, {}) for name in names], "m", ".png")
    assert made == ["m_a.png", "m_A_2.png", "m_a_b.png", "m_a_b_2.png", "m__.png", f"m_{'长' * 60}.png", "m_con_1.png"]
    assert all(len(name.encode()) < 255 for name in made)


@needs_poppler
def test_zones_in_another_crs_and_of_one_id(risk, zones, tmp_path):
    """Reprojected, the zones hold the same cells; two features of one id share a page."""
    from osgeo import gdal

    there = str(tmp_path / "geographic.gpkg")
    gdal.VectorTranslate(there, str(zones), dstSRS="EPSG:4326", reproject=True)
    first = support.run("mapsheet", RISK=risk, ZONES=there, OUTPUT=tmp_path / "a.pdf").OUTPUT
    assert pdf_pages(first) == 3 and "Blue 低 low 4,000 m2" in pdf_text(first, 1)
    parts = [support.box(0, 0, 39, 14, CELL), support.box(0, 15, 39, 29, CELL)]
    same = support.write_vector(tmp_path / "same.gpkg", parts, {"zone_id": [1, 1]}, kind="Polygon")
    second = support.run("mapsheet", RISK=risk, ZONES=same, OUTPUT=tmp_path / "b.pdf").OUTPUT
    assert pdf_pages(second) == 1
    assert "Zone 1 (3.00 ha)" in pdf_text(second) and "Blue 低 low 4,000 m2" in pdf_text(second)


def test_zones_without_ids_and_off_the_raster(risk, tmp_path):
    shapes = [support.box(0, 0, 9, 9, CELL), support.box(100, 100, 110, 110, CELL)]
    zones = support.write_vector(tmp_path / "z.gpkg", shapes, kind="Polygon")
    done = support.run("mapsheet", RISK=risk, ZONES=zones, OUTPUT=tmp_path / "a.pdf")
    assert any("no field zone_id" in warning for warning in done.warnings)
    assert any("off RISK" in warning for warning in done.warnings)


def test_zones_elsewhere_are_refused_and_nothing_is_written(risk, tmp_path):
    zones = support.write_vector(
        tmp_path / "z.gpkg", [support.box(100, 100, 110, 110, CELL)], {"zone_id": [1]}, kind="Polygon"
    )
    out = tmp_path / "out"
    message = support.refusal("mapsheet", RISK=risk, ZONES=zones, OUTPUT=out / "a.pdf")
    assert message.startswith("ZONES") and "RISK" in message and message.count(".") <= 2
    assert support.left_in(out) == []
    assert "ZONE_FIELD" in support.refusal("mapsheet", RISK=risk, ZONES=zones, ZONE_FIELD="no", OUTPUT=out / "a.pdf")


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_cancel_between_pages_leaves_nothing(risk, zones, tmp_path, ending):
    out = tmp_path / "out"
    done = support.attempt("mapsheet", cancel_at=60, RISK=risk, ZONES=zones, OUTPUT=out / f"a.{ending}")
    assert not done.results and support.left_in(out) == []


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_orientation(risk, tmp_path, orientation):
    from qgis.PyQt.QtGui import QImage

    done = support.run("mapsheet", RISK=risk, ORIENTATION=orientation, OUTPUT=tmp_path / "s.png")
    image = QImage(done.OUTPUT)
    assert (image.width() > image.height()) == (orientation == "landscape")


@needs_poppler
def test_dates_of_the_data(risk, tmp_path):
    from osgeo import gdal

    given = support.run("mapsheet", RISK=risk, DATA_DATES="DEM 2019; network 2024-05", OUTPUT=tmp_path / "a.pdf")
    assert "Data dates DEM 2019; network 2024-05" in pdf_text(given.OUTPUT)
    assert "Data dates not recorded" in pdf_text(support.run("mapsheet", RISK=risk, OUTPUT=tmp_path / "b.pdf").OUTPUT)
    data = gdal.Open(str(risk), gdal.GA_Update)
    data.SetMetadataItem("TIFFTAG_DATETIME", "2024:05:01 10:00:00")
    data = None
    assert "Data dates 2024-05-01" in pdf_text(support.run("mapsheet", RISK=risk, OUTPUT=tmp_path / "c.pdf").OUTPUT)


@needs_poppler
def test_matrix_and_scenarios_of_the_tags(risk, tmp_path):
    from osgeo import gdal

    matrix = {
        "name": "Own", "source": "own choice", "likelihood": [{"name": "Any", "to": 100}],
        "severity": ["blue", "red"], "classes": [["blue", "red"]],
    }  # fmt: skip
    data = gdal.Open(str(risk), gdal.GA_Update)
    data.SetMetadataItem("RAINSHED_MATRIX", json.dumps(matrix))
    data.SetMetadataItem("RAINSHED_SCENARIOS", json.dumps([["P = 20 a", "65.3 mm in 120 min"]]))
    data = None
    text = pdf_text(support.run("mapsheet", RISK=risk, OUTPUT=tmp_path / "a.pdf").OUTPUT)
    for said in ("Risk matrix: Own", "Any (≤ 100 a)", "P = 20 a", "65.3 mm in 120 min"):
        assert said in text, said


def test_a_template_of_ones_own(risk, tmp_path):
    own = tmp_path / "own.qpt"
    text = (ROOT / "resources" / "layouts" / "A3_portrait.qpt").read_text(encoding="utf-8")
    own.write_text(text.replace('id="caution"', 'id="logo"'), encoding="utf-8")
    done = support.run("mapsheet", RISK=risk, TEMPLATE=own, OUTPUT=tmp_path / "a.png")
    assert any("PAPER and ORIENTATION are not used" in line for line in done.infos)
    assert any("no item of the id caution" in line for line in done.infos)
    own.write_text(text.replace('id="map"', 'id="picture"'), encoding="utf-8")
    message = support.refusal("mapsheet", RISK=risk, TEMPLATE=own, OUTPUT=tmp_path / "b.png")
    assert message.startswith("TEMPLATE") and 'item id "map"' in message
    assert "cannot be read" in support.refusal(
        "mapsheet", RISK=risk, TEMPLATE=tmp_path / "no.qpt", OUTPUT=tmp_path / "b.png"
    )
    assert not (tmp_path / "b.png").exists()


@needs_poppler
def test_layers_of_a_file_of_several_are_known_by_their_names(risk, tmp_path):
    """QGIS calls a layer that is given as text by its file alone."""
    package = tmp_path / "drainage.gpkg"
    support.write_vector(package, [support.point(3, 3, CELL)], layer="inlets", kind="Point")
    support.write_vector(package, [support.point(5, 5, CELL)], layer="wells", kind="Point")
    layers = [f"{package}|layername={name}" for name in ("inlets", "wells")]
    done = support.run("mapsheet", RISK=risk, LAYERS=layers, LANGUAGE="zh", OUTPUT=tmp_path / "a.pdf")
    text = pdf_text(done.OUTPUT)
    assert "雨水口" in text and "wells" in text and "drainage" not in text


def test_a_layer_without_geometry_is_refused(risk, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("id,name\n1,a\n")
    message = support.refusal("mapsheet", RISK=risk, LAYERS=[str(table)], OUTPUT=tmp_path / "m" / "a.pdf")
    assert message == "LAYERS: layer table has no geometry: leave it out."
    assert not (tmp_path / "m").exists()
