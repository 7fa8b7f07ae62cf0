"""The report of an assessment and its pictures: whole, escaped, in one language, and true to the summary."""

from __future__ import annotations

import base64
import copy
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy
import pytest

CRS = "EPSG:32649"
VOID = {"meta", "img", "br", "link", "hr", "input"}
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
WIDTH, HEIGHT, CELL = 40, 30, 5.0
TRIANGLE = "Polygon ((500010 3799990, 500100 3799925, 500020 3799900, 500010 3799990))"

SUMMARY = {
    "title": "West town",
    "title_zh": "西镇",
    "software": "Rainshed 9.8.7",
    "date": "2026-11-24",
    "method": "event",
    "dem": {
        "file": "west_dem.tif", "crs": "EPSG:4545", "columns": 6200, "rows": 4100, "cell": "2 x 2 m",
        "valid_area_m2": 1_234_500.0, "date": "2024-06",
    },
    "layers": [{"role": "INLETS", "file": "net.gpkg", "features": 1240}],
    "runoff_coefficient": 0.73,
    "loss_mm": 4.5,
    "threshold_m": 0.15,
    "storm": {
        "name": "Xiport", "name_zh": "西港", "formula": "q = 2210.87 (1 + 2.915 lg P) / (t + 21.933)^0.974",
        "source": "Gazette 17, second-hand.", "source_zh": "公报第17号，转引。", "reliability": "B", "note": "",
        "duration_min": 120, "step_min": 5, "shape": "chicago", "peak_ratio": 0.405, "peak_source": "",
    },
    "scheme": {
        "name": "Limits Z", "name_zh": "界限甲", "unit": "m", "breaks": [0.15, 0.27, 0.4, 0.6], "source": "Memo 5.",
        "source_zh": "备忘录五。", "sure": "The limits are unverified.", "sure_zh": "界限未经核实。", "standard": False,
    },
    "matrix": {
        "name": "Grid Q", "name_zh": "矩阵乙", "source": "Memo 6.", "source_zh": "备忘录六。",
        "sure": "second-hand", "sure_zh": "转引",
        "likelihood": [
            {"name": "often", "name_zh": "频发", "to": 5}, {"name": "seldom", "name_zh": "偶发", "above": 5, "to": 20},
            {"name": "hardly", "name_zh": "罕遇", "above": 20},
        ],
        "severity": ["blue", "yellow", "orange", "red"],
        "classes": [
            ["yellow", "orange", "red", "red"], ["blue", "yellow", "orange", "red"],
            ["blue", "blue", "yellow", "orange"],
        ],
    },
    "conditioning": ["Gaps closed: 2 cells.", "Buildings raised by 5 m: 50,190 cells."],
    "depressions": {"count": 3317, "deeper_than_m": 0.05, "fill_volume_m3": 30558.846, "max_depth_m": 5.548},
    "flow_paths": {"count": 251, "length_m": 25373.06},
    "zones": {
        "count": 2, "area_m2": 1_234_500.0, "undrained_m2": 88_240.0,
        "by_outlet": [
            {"type": "outfall", "id": "O2", "inlets": 81, "area_m2": 1_146_260.0},
            {"type": "edge", "id": "", "inlets": 0, "area_m2": 88_240.0},
        ],
    },
    "inlets_by_outfall": {"O2": 1081, "": 3},
    "rains": [
        {
            "name": "P = 20 a", "kind": "return_period", "rain_mm": 82.64, "duration_min": 120, "return_period_a": 20,
            "likelihood": "seldom", "runoff_m3": 30129.0, "inlet_m3": 4103.0, "infiltrated_m3": 812.0,
            "pumped_m3": 77.0, "outflow_m3": 18495.0, "stored_m3": 6642.0, "balance_error": -3.2e-15, "ponds": 773,
            "wet_area_m2": 28_140.0, "max_depth_m": 3.669,
            "area_m2": {"blue": 5290.0, "yellow": 2537.0, "orange": 582.0, "red": 1384.0}, "longest_min": 143.2,
            "not_drained_m2": 1204.0, "points": 31, "hits": 5, "misses": 1, "false_alarms": 26,
        },
        {"name": "+20 %", "name_zh": "加两成", "kind": "beyond", "rain_mm": 70.0, "runoff_m3": 9000.0},
    ],
    "combined": {"area_m2": {"blue": 6290.0, "yellow": 3537.0, "orange": 1582.0, "red": 2384.0}},
    "ponding_points": {
        "scenario": "P = 20 a", "min_depth_m": 0.15, "points": 31,
        "top": [
            {
                "rank": k + 1, "x": 512345.6 + k, "y": 3801234.5, "depth_m": 1.83, "area_m2": 1840.0 - k,
                "vol_m3": 2211.4, "recorded": k == 0,
            }
            for k in range(25)
        ],
        "recorded": [{"id": "R1", "hit": True, "dist_m": 12.3}, {"id": "R2", "hit": False, "dist_m": 412.7}],
        "hits": 5, "misses": 1, "false_alarms": 26, "match_distance_m": 50,
    },
    "control_line": {"criterion": "level 3", "criterion_zh": "三级", "polygons": 7, "area_m2": 8421.0,
                     "length_m": 1460.2},
    "coping": {
        "wet_area_m2": 100, "duration_min": 120,
        "zones": [
            {"zone_id": 11, "outlet_id": "O7", "area_m2": 5000.0, "cope_mm": None, "cope_years": None,
             "note": "more than 200 mm"},
            {"zone_id": 12, "outlet_id": "O8", "area_m2": 6000.0, "cope_mm": 37.61, "cope_years": 2.34, "note": None},
        ],
        "least_mm": 37.61, "known": 1, "beyond": 1,
    },
    "findings": ["8 inlets: I902."],
    "presets": [{"name": "Xiport", "name_zh": "西港", "file": "s.json", "source": "Gazette 17.",
                 "source_zh": "公报第17号。", "sure": "unverified"}],
    "outputs": {"OUTPUT_RISK": "risk.tif", "OUTPUT_POINTS": "points.gpkg", "OUTPUT_SUMMARY": "summary.json"},
}  # fmt: skip

# What a reader must find, as he would write it: the figures of SUMMARY rounded by hand.
FIGURES = (
    "0.73", "4.5 mm", "0.15 m", "120 min", "5 min", "0.405", "82.6", "143", "1,204", "2.81", "3.67", "5,290", "2,537",
    "582", "1,384", "9,793", "6,290", "0.51 %", "30,129", "6,642", "4,103", "812", "77", "18,495", "&lt; 0.0001 %",
    "512345.6", "3801234.5", "1.83", "1,840", "2,211.4", "412.7", "50 m", "8,421 m²", "1,460 m", "37.6", "2.3",
    "114.63", "8.82", "1,081", "3,317", "30,559 m³", "5.55 m", "25.4 km", "251", "6,200 × 4,100", "123.45 ha", "1,240",
    "2024-06", "west_dem.tif", "net.gpkg", "EPSG:4545", "2026-11-24", "Rainshed 9.8.7", "points.gpkg", "risk.tif",
    "0.27 – 0.40 m", "R2", "O7", "I902", "2210.87",
)  # fmt: skip


class Page(HTMLParser):
    """Checks that tags close in order, and keeps tags and text."""

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(self.words)


@pytest.fixture
def make(qgis, tmp_path):
    """make(language, pictures=(), **changes of SUMMARY) -> the file's text; summary=... takes another one."""
    from rainshed.gis.report import write_report

    def write(language="en", pictures=(), summary=None, **changes) -> str:
        given = copy.deepcopy(SUMMARY) | changes if summary is None else summary
        path = tmp_path / f"report_{language}.html"
        write_report(str(path), given, pictures, language)
        return path.read_text(encoding="utf-8")

    return write


def picture(**changes):
    from rainshed.gis.pictures import Picture

    given = {"key": "risk", "title": "Map A", "png": PNG, "legend": [("#3d85d6", "low"), (PNG, "dot")], "caption": "C"}
    return Picture(**(given | changes))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_page_is_whole_and_needs_nothing_else(make, language):
    text = make(language, [picture()])
    page = Page(text)

    assert text.startswith("<!DOCTYPE html>")
    assert dict(page.tags[0][1])["lang"] == {"en": "en", "zh": "zh-CN"}[language]
    images = [attributes for tag, attributes in page.tags if tag == "img"]
    assert len(images) == 2
    for image in images:
        assert base64.b64decode(image["src"].removeprefix("data:image/png;base64,")) == PNG
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
    assert "http" not in text and "url(" not in text and "@import" not in text
    links = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert links == {"#" + attributes["id"] for tag, attributes in page.tags if tag == "section"}
    assert "@page{size:A4" in text and 'name="viewport"' in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_figures_of_the_summary_appear(make, language):
    text = make(language)
    assert [value for value in FIGURES if value not in text] == []
    assert not re.search(r"\b(None|nan|inf|True|False)\b", Page(text).text)


def test_each_language_has_its_names(make):
    english, chinese = Page(make("en")).text, Page(make("zh")).text
    for said, other in (("West town", "西镇"), ("Xiport", "西港"), ("seldom", "偶发"), ("Limits Z", "界限甲"),
                        ("Memo 6.", "备忘录六。"), ("level 3", "三级"), ("Screening only", "仅供筛查"),
                        ("Buildings raised by 5 m: 50,190 cells.", "建筑物抬高 5 m：50,190 个栅格。"),
                        ("more than 200 mm", "大于 200 mm")):  # fmt: skip
        assert said in english and other not in english, said
        assert other in chinese and said not in chinese, other


def test_every_text_is_in_both_languages(qgis):
    from rainshed.gis.report_text import LIMITS, TEXTS

    pairs = {**TEXTS, **{f"{method}{k}": pair for method, pairs in LIMITS.items() for k, pair in enumerate(pairs)}}
    for key, (english, chinese) in pairs.items():
        names = [sorted(re.findall(r"{(\w+)}", text)) for text in (english, chinese)]
        assert names[0] == names[1] or set(names[1]) == set(names[0]), key
        assert key == "as_logged" or english, key
        assert not re.search(r"[\u4e00-\u9fff]", english), key
        assert re.search(r"[\u4e00-\u9fff]", re.sub(r"{\w+}", "", chinese)) or not re.search(
            r"[a-z]{4}", re.sub(r"{\w+}", "", chinese)
        ), key


@pytest.mark.parametrize("method", ["static", "event"])
def test_no_english_text_in_the_chinese_report(make, method):
    from rainshed.gis.report_text import LIMITS, TEXTS

    text = Page(make("zh", method=method)).text
    english = [pair[0] for pair in TEXTS.values()] + [pair[0] for pairs in LIMITS.values() for pair in pairs]
    words = {word for said in english for word in re.findall(r"[A-Za-z]{4,}", re.sub(r"{\w+}", "", said))}
    # Names of files, fields and outputs stay what they are.
    plain = re.sub(r"\S*[._|]\S*|Rainshed|EPSG", " ", text)
    found = set(re.findall(r"[A-Za-z]{4,}", plain))
    assert {"depth", "Depth", "Scenario"} <= words
    assert found & words == {"inlets"}  # of the finding, which is told as it was logged


def test_roles_years_and_the_control_line_are_said_in_the_language(make):
    changes = {
        "layers": [{"role": "RECORDED", "file": "seen.gpkg", "features": 3}, {"role": "PUMPS", "file": "p.gpkg"}],
        "control_line": {"criterion": "risk orange 较大 and higher", "criterion_zh": "风险等级 橙 较大 及以上"},
    }
    english, chinese = (Page(make(language, **changes)).text for language in ("en", "zh"))
    assert "RECORDED" not in english + chinese and "PUMPS" not in english + chinese
    assert "历史积水点" in chinese and "水泵" in chinese and "橙 较大 及以上" in chinese and "and higher" not in chinese


def test_years_in_whole_numbers_have_no_decimals(qgis):
    from rainshed.gis.report_sections import _years

    assert [_years(years) for years in (0.5, 2.0, 7.25, 20.0, 33.4)] == ["0.5", "2", "7.2", "20", "33"]


def test_time_of_water_that_still_stood_in_the_end_is_a_least(qgis):
    from rainshed.gis.report_sections import longest_time

    assert longest_time({"longest_min": 480.0, "not_drained_m2": 25.0}) == "≥ 480"
    assert longest_time({"longest_min": 95.0, "not_drained_m2": 0.0}) == "95"
    assert longest_time({"not_drained_m2": 25.0}) == "–"


def test_dates_of_the_data_are_told(make):
    assert "DEM 2019; network 2024-05" in Page(make("en", data_dates="DEM 2019; network 2024-05")).text


def test_rules_without_a_line_of_limits_are_told(make):
    """Else nobody knows what a colour of the scheme means."""
    scheme = {"name": "Town", "source": "a", "sure": "b", "standard": False, "rules": [
        {"class": "blue", "depth": {"from": 0.1, "below": 0.3}},
        {"class": "orange", "depth": {"from": 0.3}, "duration": {"above": 60}},
    ]}  # fmt: skip
    english, chinese = (Page(make(language, scheme=scheme)).text for language in ("en", "zh"))
    assert "blue: depth 0.10 – 0.30 m; orange: depth ≥ 0.30 m, duration > 60 min" in english
    assert "蓝: 水深 0.10 – 0.30 m；橙: 水深 ≥ 0.30 m，历时 > 60 min" in chinese


def test_no_brackets_within_brackets(make):
    """A rain beyond the standard has a depth in its name, and in Chinese a bracket too."""
    beyond = {"name": "113 mm, beyond", "name_zh": "113 mm（超标准）", "rain_mm": 113.0}
    text = Page(make("zh", rains=[beyond], ponding_points={"points": 3, "scenario": "113 mm, beyond"})).text
    assert "（超标准）（" not in text and "（超标准））" not in text and "113 mm（超标准）" in text


def test_method_says_its_own_limits(make):
    event, static, unknown = (Page(make("en", method=method)).text for method in ("event", "static", None))
    assert "not hydrodynamic" in event and "No time." not in event
    assert "No time." in static and "not hydrodynamic" not in static
    assert "No time." in unknown  # the weaker method, so that nothing is promised
    for text in (event, static):
        assert "D8" in text and "replaces neither a hydraulic model nor a survey" in text


def test_everything_given_is_escaped(make):
    evil = '<script>alert("x")</script>'
    summary = json.loads(re.sub(r'"(name|file|id|source|sure|note|title|criterion|formula|role|type|kind|software|cell'
                                r'|outlet_id|name_zh|title_zh|scenario)": "[^"]*"',
                                lambda found: f'"{found[1]}": {json.dumps(evil)}', json.dumps(SUMMARY)))  # fmt: skip
    summary["findings"] = [evil]
    summary["inlets_by_outfall"] = {evil: 2}
    summary["outputs"] = {evil: evil}
    summary["matrix"]["classes"][0][0] = evil
    hostile = picture(key=f'"{evil}', title=evil, caption=evil, legend=[('red"><script>', evil), (PNG, evil)])
    for language in ("en", "zh"):
        text = make(language, [hostile], summary)
        page = Page(text)
        assert "script" not in {tag for tag, _ in page.tags}
        assert "<script" not in text
        assert page.text.count(evil) > 20


def test_unsure_sources_are_marked(make):
    for language, marks in (("en", {"second-hand", "unverified"}), ("zh", {"转引", "未经核实"})):
        assert marks <= set(re.findall(r"<mark>(.*?)</mark>", make(language)))
    only_english = make("zh", storm={"name": "X", "source": "Recalled by a clerk.", "reliability": "unverified"})
    assert {"Recalled", "未经核实"} <= set(re.findall(r"<mark>(.*?)</mark>", only_english))


def test_matrix_has_its_colours(make):
    from rainshed.gis.report_sections import CLASS_COLOURS

    rows = re.findall(r"<tr>.*?</tr>", make("en").split('class="matrix"')[1].split("</table>")[0], re.S)
    assert len(rows) == 4
    for row, classes in zip(rows[1:], SUMMARY["matrix"]["classes"]):
        assert re.findall(r"background:(#\w+)", row) == [CLASS_COLOURS[name] for name in classes]
    assert ["up to 5 years", "above 5, up to 20 years", "above 20 years"] == [
        re.search(r'class="small">(.*?)<', row)[1] for row in rows[1:]
    ]


def test_class_colours_are_those_of_the_style(qgis):
    from rainshed.gis.report_sections import CLASS_COLOURS
    from rainshed.gis.styles import STYLES

    text = (STYLES / "risk.qml").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text[text.index("<qgis") :])
    styled = [entry.get("color") for entry in root.iter("paletteEntry") if entry.get("alpha") != "0"]
    assert list(CLASS_COLOURS.values()) == styled


def test_long_tables_say_where_the_rest_stands(make):
    text = Page(make("en")).text
    assert "11 more in points.gpkg (OUTPUT_POINTS)" in text  # 31 points, of which 20 are shown
    assert "512364.6" in text and "512365.6" not in text
    short = Page(make("en", outputs={})).text
    assert "11 more" in short and "more in" not in short
    many = make("en", findings=[f"finding {k}" for k in range(45)])
    assert "25 more in summary.json" in many and "finding 19" in many and "finding 20" not in many


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("key", sorted(SUMMARY))
def test_each_key_may_be_missing_or_none(make, language, key):
    less = {name: value for name, value in SUMMARY.items() if name != key}
    texts = [make(language, (), summary) for summary in (less, less | {key: None})]
    assert texts[0] == texts[1]
    assert not re.search(r"\b(None|nan)\b", Page(texts[0]).text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_any_figure_may_be_missing(make, language):
    """Every leaf of the summary set to None, then to NaN, and everything left out."""

    def hollow(value, leaf):
        if isinstance(value, dict):
            return {key: hollow(part, leaf) for key, part in value.items()}
        if isinstance(value, list):
            return [hollow(part, leaf) for part in value]
        return leaf if not isinstance(value, str) or leaf is None else value

    for summary in (hollow(SUMMARY, None), hollow(SUMMARY, float("nan")), {}):
        if "findings" in summary:
            summary["findings"] = []
            summary["conditioning"] = []
        text = Page(make(language, (), summary)).text
        assert re.findall(r".{30}\b(?:None|nan)\b", text) == []
        assert {"en": "Screening only", "zh": "仅供筛查"}[language] in text


def test_combined_areas_are_said_to_be_missing(make):
    assert "not computed" in Page(make("en", combined=None)).text
    assert "未计算" in Page(make("zh", combined=None)).text


def test_other_language_is_refused(make):
    with pytest.raises(ValueError, match="en or zh, not fr"):
        make("fr")


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (1234567.0, 0, "1,234,567"), (0.004, 2, "< 0.01"), (-0.004, 2, "> -0.01"), (0, 2, "0.00"), (0.7, None, "0.7"),
        (1500, None, "1,500"), (None, 1, "–"), (float("nan"), None, "–"), (float("inf"), 2, "–"), (12.5, None, "12.5"),
        (1e-9, None, "1e-09"),
    ],
)  # fmt: skip
def test_figures(qgis, value, decimals, said):
    from rainshed.gis.report_text import figure

    assert figure(value, decimals) == said


@pytest.fixture
def layers(qgis, tmp_path):
    """A risk raster, a depth raster, terrain, and lines, styled as the algorithms style them."""
    from osgeo import gdal, osr
    from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsVectorLayer

    from rainshed.gis import styles

    reference = osr.SpatialReference()
    reference.SetFromUserInput(CRS)
    rows, columns = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    depth = numpy.clip(0.9 - numpy.hypot(rows - 15, columns - 20) / 10, 0, None)
    made = {}
    for name, values, kind in (
        ("risk", numpy.digitize(depth, [0.15, 0.27, 0.4, 0.6]), gdal.GDT_Byte),
        ("depth", depth, gdal.GDT_Float32),
        ("conditioned", 400 + rows * 0.1, gdal.GDT_Float32),
    ):
        path = tmp_path / f"{name}.tif"
        data = gdal.GetDriverByName("GTiff").Create(str(path), WIDTH, HEIGHT, 1, kind)
        data.SetGeoTransform((500000, CELL, 0, 3800000, 0, -CELL))
        data.SetProjection(reference.ExportToWkt())
        data.GetRasterBand(1).WriteArray(values)
        data = None
        made[name] = QgsRasterLayer(str(path), name)
        styles.apply(made[name], name)
    for name, fields, wkt, values in (
        ("flowpaths", "field=strahler:integer", "LineString (500010 3799990, 500100 3799925)", [2]),
        ("risk_zones", "field=risk:integer", TRIANGLE, [3]),
        ("depressions", "field=vol_m3:double", TRIANGLE, [50.0]),
        ("pipes", "field=id:integer", "LineString (500050 3799950, 500150 3799900)", [1]),
    ):  # fmt: skip
        layer = QgsVectorLayer(f"{wkt.split()[0]}?crs={CRS}&{fields}", name, "memory")
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        layer.dataProvider().addFeature(feature)
        styles.style_role(layer, name) if name == "pipes" else styles.apply(layer, name)
        made[name] = layer
    return made


def image(png: bytes):
    from qgis.PyQt.QtGui import QImage

    made = QImage()
    assert made.loadFromData(png, "PNG")
    return made


def colours(png: bytes) -> set[str]:
    made = image(png)
    return {made.pixelColor(x, y).name() for x in range(0, made.width(), 2) for y in range(0, made.height(), 2)}


def test_picture_shows_the_layers(layers):
    from rainshed.gis.pictures import draw_picture
    from rainshed.gis.report_sections import CLASS_COLOURS

    risk = layers["risk"]
    png = draw_picture([risk], risk.extent(), risk.crs(), 800)
    made = image(png)
    assert (made.width(), made.height()) == (800, 600)  # 200 x 150 m
    assert set(CLASS_COLOURS.values()) <= colours(png)
    assert made.pixelColor(0, 300).lightness() < 60  # the frame
    # The top layer is first: the risk hides the terrain in the middle of the pond, not at the rim.
    both = image(draw_picture([risk, layers["conditioned"]], risk.extent(), risk.crs(), 800))
    assert both.pixelColor(410, 300).name() == CLASS_COLOURS["red"]
    assert both.pixelColor(60, 60).name() != "#ffffff"


def test_picture_has_a_scale_bar_of_a_true_length(layers):
    """The dark half of the bar is as long as its label says: 200 m are seen on 800 px / 1.03."""
    from rainshed.gis.pictures import draw_picture

    risk = layers["risk"]
    made = image(draw_picture([], risk.extent(), risk.crs(), 800))
    runs = []
    for y in range(500, 595):
        dark = [made.pixelColor(x, y).lightness() < 60 for x in range(4, 300)]
        runs.append(max((len(run) for run in "".join("#" if d else " " for d in dark).split()), default=0))
    # The bar's lower edge runs along both halves, so its rows in the middle are the shorter of the two lengths.
    half = numpy.median([run for run in runs if run > 40])
    metres = half / (800 / (200 * 1.03))
    assert min(abs(metres - length) for length in (20, 50)) < 1.5


def test_picture_of_degrees_and_of_long_areas(layers):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from rainshed.gis.pictures import draw_picture, metres_across

    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    # A degree of longitude at the equator is 111.32 km, at 60 degrees half of it.
    assert metres_across(QgsRectangle(10, -0.5, 11, 0.5), degrees) == pytest.approx(111_320, rel=1e-3)
    assert metres_across(QgsRectangle(10, 59.5, 11, 60.5), degrees) == pytest.approx(55_800, rel=1e-3)
    feet = QgsCoordinateReferenceSystem("EPSG:2263")
    assert metres_across(QgsRectangle(0, 0, 1000, 10), feet) == pytest.approx(304.8006, rel=1e-5)
    for box, size in ((QgsRectangle(0, 0, 5000, 100), (400, 180)), (QgsRectangle(0, 0, 100, 5000), (400, 500))):
        made = image(draw_picture([], box, QgsCoordinateReferenceSystem(CRS), 400))
        assert (made.width(), made.height()) == size


def test_picture_refuses_what_cannot_be_drawn(layers):
    from qgis.core import QgsRectangle

    from rainshed.gis.pictures import draw_picture

    with pytest.raises(ValueError, match="extent"):
        draw_picture([], QgsRectangle(), layers["risk"].crs())
    with pytest.raises(ValueError, match="100 pixels"):
        draw_picture([], layers["risk"].extent(), layers["risk"].crs(), 20)


def style(name: str):
    from rainshed.gis.styles import STYLES

    text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
    return ElementTree.fromstring(text[text.index("<qgis") :])


def test_legend_of_a_raster_is_that_of_its_style(layers):
    from rainshed.gis.pictures import legend_of

    for name, tag in (("risk", "paletteEntry"), ("depth", "item")):
        expected = [(e.get("color"), e.get("label")) for e in style(name).iter(tag) if e.get("alpha") != "0"]
        assert legend_of(layers[name], "en") == expected
        assert len(expected) >= 4


def test_legend_of_a_vector_layer_is_that_of_its_style(layers):
    from rainshed.gis.pictures import legend_of

    for name, tag in (("risk_zones", "category"), ("depressions", "range")):
        expected = [entry.get("label") for entry in style(name).iter(tag)]
        legend = legend_of(layers[name], "en")
        assert [label for _, label in legend] == expected
        assert all(image(png).width() == 78 and len(colours(png)) > 1 for png, _ in legend)
    assert len(legend_of(layers["flowpaths"], "en")) == 4


def test_legend_in_chinese_and_with_limits(layers):
    from rainshed.gis.pictures import legend_of

    plain = legend_of(layers["risk"], "zh")
    assert [label for _, label in plain] == [
        "蓝 低 Blue low", "黄 一般 Yellow moderate", "橙 较大 Orange considerable", "红 重大 Red major",
    ]  # fmt: skip
    limited = legend_of(layers["risk"], "zh", SUMMARY["scheme"])
    assert [label for _, label in limited] == [
        f"{label} ({span})"
        for (_, label), span in zip(plain, ("0.15 – 0.27 m", "0.27 – 0.40 m", "0.40 – 0.60 m", "≥ 0.60 m"))
    ]
    assert [label for _, label in legend_of(layers["pipes"], "zh")] == ["雨水管道"]
    assert legend_of(layers["conditioned"], "en") == []


def test_a_see_through_layer_has_the_colour_that_it_has_on_paper(layers):
    from rainshed.gis.pictures import legend_of

    layers["risk"].setOpacity(0.5)
    assert legend_of(layers["risk"], "en")[3][0] == "#eb8c8e"  # half of #d7191c and half of white
