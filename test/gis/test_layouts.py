"""The map sheet: what stands on it, that nothing is cut off, and that it comes out as PNG and PDF."""

from __future__ import annotations

import json
import math
import shutil
import subprocess

import pytest

from rainshed.test.gis.sheets import (
    CELL,
    CRS,
    HEIGHT,
    SCENARIOS,
    WIDTH,
    assert_nothing_overlaps_or_is_clipped,
    one_line,
    page_box,
    picture,
    place,
    shown_in_legend,
    texts,
)


def test_sheet_holds_what_a_map_needs(build):
    from qgis.core import QgsLayoutItemPicture, QgsLayoutItemScaleBar

    sheet = build()

    assert sheet.itemById("map").layers() and sheet.itemById("map").frameEnabled()
    assert sheet.itemById("map").grid().enabled()
    assert sheet.itemById("legend").linkedMap() is sheet.itemById("map")
    assert isinstance(sheet.itemById("scale bar"), QgsLayoutItemScaleBar)
    assert isinstance(sheet.itemById("north arrow"), QgsLayoutItemPicture)
    assert not sheet.itemById("north arrow").isMissingImage()
    said = one_line(texts(sheet))
    for part in (
        "West town",
        "20, 60 mm (this map: 60 mm)",
        "0.7",
        "5 mm",
        "Road depth (practice)",
        "1 250 m²",
        "0.15 / 0.27 / 0.40 / 0.60 m",
        "newspaper",
        "Practice, not a standard",
        "unverified",
        "town_dem.tif, 5 x 5 m",
        CRS,
        "2026-11-24",
        "Rainshed 0.",
        "Screening only / 仅供筛查",
    ):
        assert part in said, part


def test_sheet_in_chinese(build):
    sheet = build(language="zh", title="城西内涝风险图", rain_mm=60.5)
    said = texts(sheet).replace("\n", "")
    for part in ("城西内涝风险图", "60.5 mm", "径流系数", "道路积水深度（实践值）", "未经核实", "仅供筛查", "坐标系"):
        assert part in said, part
    assert {"内涝风险等级", "积水深度（m）", "雨水口", "红 重大 Red major (≥ 0.60 m)"} <= set(shown_in_legend(sheet))


def test_what_is_not_known_is_said_to_be_so(build):
    said = texts(build(rain_mm=None, scheme=None, runoff_coefficient=None, loss_mm=None, dem="", cell=""))
    assert said.count("not recorded") == 4  # rain, storm, DEM and dates of the data
    assert "Runoff" not in said and "Risk scheme" not in said


def test_a_standard_is_called_one_and_a_matrix_has_no_limits(build, scheme):
    said = one_line(texts(build(scheme={**scheme, "standard": True, "sure": "read in it", "breaks": [[1, 2], [3, 4]]})))
    assert "From a standard. read in it" in said
    assert "Limits" not in said


def test_legend_names_classes_with_units_and_nothing_else(build):
    sheet = build()
    shown = shown_in_legend(sheet)
    assert shown[shown.index("Inundation risk") + 1 :][:4] == [
        "Blue 低 low (0.15 – 0.27 m)",
        "Yellow 一般 moderate (0.27 – 0.40 m)",
        "Orange 较大 considerable (0.40 – 0.60 m)",
        "Red 重大 major (≥ 0.60 m)",
    ]
    assert shown[shown.index("Water depth (m)") + 1] == "0.01 – 0.05 m"
    assert not [text for text in shown if "Band" in text or "dry" in text or "None" in text]
    assert "conditioned" not in shown, "the hillshade needs no legend"


def test_terrain_is_drawn_as_a_hillshade_and_the_layer_stays_as_it_was(build, town):
    sheet = build()
    assert sheet.itemById("map").layers()[-1].renderer().type() == "hillshade"
    assert town["conditioned"].renderer().type() == "singlebandpseudocolor"


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("shape", [(200, 150), (100, 150), (20, 150)])
def test_nothing_overlaps_or_leaves_the_page(build, paper, language, shape):
    from qgis.core import QgsRectangle

    extent = QgsRectangle(500000, 3799850, 500000 + shape[0], 3799850 + shape[1])
    sheet = build(extent=extent, paper=paper, language=language)
    page = page_box(sheet)
    assert sorted((page.width(), page.height())) == {"A4": [210, 297], "A3": [297, 420]}[paper]
    assert_nothing_overlaps_or_is_clipped(sheet)


@pytest.mark.parametrize("template", ["A4_landscape", "A4_portrait", "A3_landscape", "A3_portrait"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_overlaps_with_scenarios_and_matrix(build, matrix, template, language):
    paper, orientation = template.split("_")
    sheet = build(
        paper=paper, language=language, matrix=matrix, scenarios=SCENARIOS, layout={"orientation": orientation},
        title="A title much longer than there is room for on a line of the sheet 城市内涝风险图 " * 2,
    )  # fmt: skip
    assert_nothing_overlaps_or_is_clipped(sheet)
    said = one_line(texts(sheet)) if language == "en" else texts(sheet).replace("\n", "")
    words = {
        "en": ("Frequent (≤ 5 a)", "Likely (5 – 20 a)", "Rare (> 20 a)", "Risk matrix: Own matrix", "own choice"),
        "zh": (
            "频繁 (≤ 5 年)",
            "(5 – 20 年)",
            "罕见 (> 20 年)",
            "风险矩阵：自拟矩阵",
            "自拟，未查阅标准",
            "120 min 降雨 65.3 mm",
        ),
    }
    for part in words[language]:
        assert part in said, part


def test_the_matrix_is_drawn_in_its_colours(build, matrix):
    """Cell by cell: the colour of the shape, and the class in words upon it, in the place of its row and column."""
    from qgis.core import QgsLayoutItemLabel, QgsLayoutItemShape

    from rainshed.gis.sheet_blocks import PALETTE

    sheet = build(matrix=matrix)
    labels = [item for item in sheet.items() if isinstance(item, QgsLayoutItemLabel) and item.id() == "matrix text"]
    cells = [item for item in sheet.items() if isinstance(item, QgsLayoutItemShape) and item.id() == "matrix cell"]
    assert len(cells) == 4 * 5  # a row of headings and three, each with its heading and four classes
    tops = sorted({round(place(cell).top(), 2) for cell in cells})
    lefts = sorted({round(place(cell).left(), 2) for cell in cells})
    for cell in cells:
        box = place(cell)
        row, column = tops.index(round(box.top(), 2)) - 1, lefts.index(round(box.left(), 2)) - 1
        if row >= 0 and column >= 0:
            colour = matrix["classes"][row][column]
            assert cell.symbol().color().name() == PALETTE[colour]
            (label,) = [one for one in labels if box.contains(place(one))]
            assert one_line(label.text()).lower().startswith("–" if colour == "none" else colour)


@pytest.mark.parametrize(
    "change",
    [
        {"severity": ["blue", "green", "orange", "red"]},
        {"classes": [["blue"] * 4] * 2},
        {"classes": [["blue"] * 3] * 3},
        {"likelihood": [{"name": "x"}] * 3},
        {"likelihood": None},
    ],
)
def test_a_matrix_of_another_form_is_refused(qgis, matrix, change):
    from rainshed.gis.sheet_info import check_matrix
    from rainshed.hydrology.errors import HydrologyError

    check_matrix(matrix)
    with pytest.raises(HydrologyError, match="RAINSHED_MATRIX"):
        check_matrix({**matrix, **change})


def test_what_the_tags_say_of_storm_scenarios_and_matrix(qgis, matrix):
    from qgis.core import QgsCoordinateReferenceSystem

    from rainshed.gis.sheet_info import sheet_info
    from rainshed.hydrology.errors import HydrologyError

    crs = QgsCoordinateReferenceSystem(CRS)
    tags = {
        "RAINSHED_RETURN_PERIOD": "20", "RAINSHED_DURATION_MIN": "120", "RAINSHED_STORM_FORMULA": "q = 1",
        "RAINSHED_SCENARIOS": json.dumps(SCENARIOS), "RAINSHED_MATRIX": json.dumps(matrix),
    }  # fmt: skip
    info = sheet_info(tags, "t", "en", crs, [])
    assert info.storm == "P = 20 a, duration 120 min, q = 1"
    assert info.scenarios == [tuple(row) for row in SCENARIOS] and info.matrix == matrix
    assert sheet_info({"RAINSHED_DURATION_MIN": "60"}, "t", "zh", crs, []).storm == "历时 60 min"
    broken = [("RAINSHED_MATRIX", "{"), ("RAINSHED_MATRIX", "[]"), ("RAINSHED_SCENARIOS", "[1]")]
    for tag, value in (*broken, ("RAINSHED_SCHEME", "{"), ("RAINSHED_SCHEME", "[1]")):
        with pytest.raises(HydrologyError, match=tag):
            sheet_info({tag: value}, "t", "en", crs, [])


def test_many_layers_are_set_smaller_rather_than_cut_off(build, town, layouts, project, info):
    from qgis.core import QgsLegendRenderer, QgsLegendSettings

    layers = [layer for layer in town.values() for _ in range(4)]
    layers = [layer.clone() for layer in layers]
    sheet = layouts.build_sheet(project, layers, town["risk"].extent(), info)
    legend, panel = sheet.itemById("legend"), sheet.itemById("panel")
    settings = QgsLegendSettings()
    assert QgsLegendRenderer(legend.model(), settings).minimumSize().height() > page_box(sheet).height()
    assert (
        legend.pagePos().y() + legend.sizeWithUnits().height() <= panel.pagePos().y() + panel.sizeWithUnits().height()
    )
    assert legend.sizeWithUnits().width() <= panel.sizeWithUnits().width()


def test_page_lies_or_stands_as_the_extent_does(build):
    from qgis.core import QgsRectangle

    flat = page_box(build(extent=QgsRectangle(500000, 3799850, 500400, 3799950)))
    tall = page_box(build(extent=QgsRectangle(500000, 3799600, 500100, 3800000)))
    assert flat.width() > flat.height() and tall.width() < tall.height()


def test_a_given_scale_is_kept_exactly(build):
    for scale in (1250, 20000):
        sheet = build(scale=scale)
        assert sheet.itemById("map").scale() == pytest.approx(scale, rel=1e-9)


def test_the_scale_is_the_largest_round_one_that_shows_all(build, town, layouts):
    sheet = build()
    view = sheet.itemById("map")
    assert view.extent().contains(town["risk"].extent())
    assert layouts.round_scale(view.scale()) == pytest.approx(view.scale())
    closer = [step for step in (500, 750, 1000, 1250) if step < view.scale() * 0.99]
    size = view.sizeWithUnits()
    for scale in closer:
        shown = (size.width() * scale / 1000, size.height() * scale / 1000)
        assert shown[0] < WIDTH * CELL * 1.02 or shown[1] < HEIGHT * CELL * 1.02


@pytest.mark.parametrize(
    ("asked", "given"),
    [(480, 500), (500, 500), (501, 600), (1001, 1250), (1999, 2000), (2100, 2500), (9300, 10000), (10001, 12500)],
)
def test_round_scales(layouts, asked, given):
    assert layouts.round_scale(asked) == given


@pytest.mark.parametrize("scale", [500, 1250, 10000, 25000, 100000])
def test_scale_bar_has_round_numbers_and_a_handy_length(build, scale):
    sheet = build(scale=scale)
    bar = sheet.itemById("scale bar")
    part = bar.unitsPerSegment()
    assert part / 10 ** math.floor(math.log10(part) + 1e-9) in (1, 2, 5)
    metres = 2 * part * (1000 if bar.unitLabel() == "km" else 1)
    assert 12 <= metres / scale * 1000 <= 60


def test_a_long_title_is_broken_and_stays_on_its_line(build):
    sheet = build(title="Waterlogging risk of the western town and all of its surroundings " * 3)
    title = sheet.itemById("title")
    assert "\n" in title.text()
    assert title.pagePos().y() + title.sizeWithUnits().height() < sheet.itemById("map").pagePos().y()


def test_lines_break_between_words_and_chinese_letters(layouts):
    from rainshed.gis.sheet_type import Type, font_family

    letters = Type(font_family())
    for text in (
        "practice, recalled (新京报, 2013-05-31) and not read",
        "凭对北京市积水内涝风险地图的记忆，未核对原文。",
        "x" * 90,
    ):
        lines = letters.wrap(text, 20.0, 7.0)
        assert len(lines) > 1
        assert all(letters.width(line, 7.0) <= 20.0 + letters.width("。", 7.0) for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert not any(line.startswith(("，", "。", ")", ",")) or line.endswith("(") for line in lines)


def test_a_line_without_a_blank_is_broken_at_once(layouts, monkeypatch):
    """Each line is found by halving: a letter at a time, 3000 letters in every size took minutes."""
    from rainshed.gis.sheet_type import Type, font_family

    letters, measured = Type(font_family()), []
    width = letters.width
    monkeypatch.setattr(letters, "width", lambda *what: measured.append(1) or width(*what))
    text = "ilWm" * 750
    lines = letters.wrap(text, 20.0, 7.0)
    assert "".join(lines) == text and len(lines) > 50
    assert all(width(line, 7.0) <= 20.0 < width(line + after[0], 7.0) for line, after in zip(lines, lines[1:]))
    assert len(measured) < 20 * len(lines)


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_png_shows_the_map_in_its_colours(build, layouts, tmp_path, paper):
    path = tmp_path / "图 sheet.png"
    layouts.export_sheet(build(names=["risk", "conditioned"], paper=paper), str(path))

    pixels = picture(path)
    long_side = {"A4": 297, "A3": 420}[paper]
    assert max(pixels.shape) == pytest.approx(long_side / 25.4 * 200, abs=3)
    for colour in ((0x3D, 0x85, 0xD6), (0xFF, 0xD9, 0x2F), (0xF5, 0x82, 0x1F), (0xD7, 0x19, 0x1C)):
        assert (abs(pixels.astype(int) - colour).max(axis=2) <= 3).sum() > 500
    assert (pixels.max(axis=2) < 80).sum() > 5000, "no text"
    assert [entry.name for entry in tmp_path.iterdir() if "sheet" in entry.name] == [path.name]


def test_pdf_holds_text_as_text(build, layouts, tmp_path):
    path = tmp_path / "sheet.pdf"
    layouts.export_sheet(build(names=["risk", "conditioned"]), str(path))
    assert path.read_bytes().startswith(b"%PDF")
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    said = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()
    for part in ("West town", "60 mm", "town_dem.tif", "Road depth (practice)", "Screening only", "Inundation risk"):
        assert part in one_line(said), part


def test_what_cannot_be_written_is_said_and_leaves_nothing(build, layouts, tmp_path):
    sheet = build(names=["risk"])
    (tmp_path / "file").write_text("a file is no folder")
    for name in ("file/sheet.png", "file/sheet.pdf"):
        with pytest.raises(RuntimeError, match=r"map sheet .* could not be written"):
            layouts.export_sheet(sheet, str(tmp_path / name))
    with pytest.raises(RuntimeError, match=r"\.pdf or \.png"):
        layouts.export_sheet(sheet, str(tmp_path / "sheet.docx"))
    assert not [entry for entry in tmp_path.iterdir() if "sheet" in entry.name]


def test_wrong_orders_are_refused(layouts, project, town, info):
    from qgis.core import QgsRectangle

    with pytest.raises(ValueError, match="A4 or A3"):
        layouts.build_sheet(project, [town["risk"]], town["risk"].extent(), info, "A5")
    with pytest.raises(ValueError, match="nothing to draw"):
        layouts.build_sheet(project, [town["risk"]], QgsRectangle(), info)
    with pytest.raises(ValueError, match="nothing to draw"):
        layouts.build_sheet(project, [], town["risk"].extent(), info)


def test_the_preset_says_that_it_is_no_standard(scheme):
    assert scheme["breaks"] == [0.15, 0.27, 0.40, 0.60]
    assert scheme["standard"] is False
    assert "not a standard" in scheme["sure"] and "unverified" in scheme["sure"]
    assert "second-hand" in scheme["source"]


def test_scenarios_and_storm_in_chinese(qgis):
    """A raster carries the English names; a sheet in Chinese says its own, and whether the formula was verified."""
    from rainshed.gis.sheet_info import _storm
    from rainshed.gis.sheet_text import scenario_name

    assert scenario_name("113 mm, beyond", "zh") == "113 mm（超标准）"
    assert scenario_name("113 mm, beyond", "en") == "113 mm, beyond"
    assert scenario_name("P = 20 a", "zh") == "P = 20 a"
    tags = {"RAINSHED_STORM_FORMULA": "Town: q; UNVERIFIED", "RAINSHED_STORM_FORMULA_ZH": "某镇：q；未核实"}
    assert (_storm(tags, "en"), _storm(tags, "zh")) == ("Town: q; UNVERIFIED", "某镇：q；未核实")
    del tags["RAINSHED_STORM_FORMULA_ZH"]
    assert _storm(tags, "zh") == "Town: q; UNVERIFIED"
