"""riskmap and mapsheet on depths written by hand."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_raster, read_vector

NONE, BLUE, YELLOW, ORANGE, RED = range(5)
# depth -> class: on both sides of every limit, and at it
DEPTHS = {
    0.0: NONE, 0.1499: NONE, 0.15: BLUE, 0.1501: BLUE, 0.2699: BLUE, 0.27: YELLOW, 0.2701: YELLOW, 0.3999: YELLOW,
    0.40: ORANGE, 0.4001: ORANGE, 0.5999: ORANGE, 0.60: RED, 0.6001: RED, 12.0: RED,
}  # fmt: skip


@pytest.fixture
def grade(dem, tmp_path):
    def run(depth, dx=5.0, kind="Float32", **more):
        path = dem(np.atleast_2d(np.asarray(depth, float)), dx, name="depth.tif", kind=kind)
        done = support.run(
            "riskmap", DEPTH=path, OUTPUT=tmp_path / "risk.tif", OUTPUT_ZONES=tmp_path / "zones.gpkg", **more
        )
        done.classes = read_raster(done.OUTPUT)
        done.zones = read_vector(done.OUTPUT_ZONES)
        return done

    return run


def areas(done) -> tuple[float, float, float, float]:
    return done.BLUE_M2, done.YELLOW_M2, done.ORANGE_M2, done.RED_M2


@pytest.mark.parametrize("kind", ["Float32", "Float64"])
def test_classes_at_and_beside_every_limit(grade, kind):
    done = grade(list(DEPTHS), kind=kind)
    np.testing.assert_array_equal(done.classes[0], list(DEPTHS.values()))
    assert areas(done) == (3 * 25, 3 * 25, 3 * 25, 3 * 25)


def test_no_data_stays_no_data(grade):
    done = grade([[np.nan, 0.5], [0.0, np.nan]])
    np.testing.assert_array_equal(done.classes, [[np.nan, ORANGE], [NONE, np.nan]])
    from osgeo import gdal

    data = gdal.Open(done.OUTPUT)
    assert data.GetRasterBand(1).DataType == gdal.GDT_Byte
    assert data.ReadAsArray()[0, 0] == 255


def test_own_limits(grade):
    done = grade([0.05, 0.1, 0.25, 1.0, 3.0], CLASSES=[0.1, 0.2, 1, 2])
    np.testing.assert_array_equal(done.classes[0], [NONE, BLUE, YELLOW, ORANGE, RED])
    scheme = json.loads(support.raster_tags(done.OUTPUT)["RAINSHED_SCHEME"])
    assert scheme["breaks"] == [0.1, 0.2, 1, 2]


@pytest.mark.parametrize(
    "limits", [[0.1, 0.2, 0.3], [0.1, 0.3, 0.2, 0.4], [0, 0.1, 0.2, 0.3], ["a", 1, 2, 3], [-1, 1, 2, 3]]
)
def test_impossible_limits_are_refused(dem, tmp_path, limits):
    path = dem(np.ones((2, 2)))
    message = support.refusal("riskmap", DEPTH=path, CLASSES=limits, OUTPUT=tmp_path / "o.tif")
    assert message.startswith("CLASSES")
    assert not (tmp_path / "o.tif").exists()


@pytest.mark.parametrize(("least", "kept"), [(0, 5), (32, 5), (33, 3), (48, 3), (49, 0)])
def test_small_patches_are_left_out(grade, least, kept):
    """Cells of 16 m2: a patch of 3 cells in two classes, 48 m2, and one of 2 cells that touch by a corner, 32 m2."""
    depth = np.zeros((5, 7))
    depth[0, :2], depth[1, 0] = 0.2, 0.7
    depth[3, 4], depth[4, 5] = 0.5, 0.5
    done = grade(depth, 4.0, MIN_AREA=least)
    assert np.count_nonzero(done.classes) == kept
    assert sum(areas(done)) == kept * 16
    assert sum(row["area_m2"] for row in done.zones) == kept * 16


def test_one_cell_of_5_m_is_no_small_patch_by_default(grade):
    depth = np.zeros((3, 3))
    depth[1, 1] = 0.3
    assert grade(depth, 5.0).YELLOW_M2 == 25
    assert grade(depth, 4.9).YELLOW_M2 == 0


def test_risk_zones(grade):
    """A red square of 4 cells in a ring of 12 blue ones, and an orange cell apart."""
    depth = np.zeros((6, 9))
    depth[1:5, 1:5] = 0.2
    depth[2:4, 2:4] = 0.7
    depth[3, 3] = 0.9
    depth[2, 7] = 0.45
    done = grade(depth)
    rows = {row["risk"]: row for row in done.zones}
    assert len(done.zones) == 3
    assert {n: row["area_m2"] for n, row in rows.items()} == {BLUE: 12 * 25, ORANGE: 25, RED: 100}
    assert rows[RED]["max_depth"] == pytest.approx(0.9, rel=1e-6)
    assert rows[BLUE]["max_depth"] == pytest.approx(0.2, rel=1e-6)
    assert rows[ORANGE]["max_depth"] == pytest.approx(0.45, rel=1e-6)
    for number, word in {BLUE: "低", ORANGE: "较大", RED: "重大"}.items():
        assert word in rows[number]["risk_name"]
        assert rows[number]["shape"].IsValid()
        assert rows[number]["shape"].Area() == pytest.approx(rows[number]["area_m2"])


def test_duration_on_another_grid_is_refused_and_on_its_grid_said_to_be_unused(grade, dem, tmp_path):
    done = grade(np.full((3, 3), 0.3), DURATION=dem(np.ones((3, 3)), 5.0, name="duration.tif"))
    assert any("DURATION is not used" in warning for warning in done.warnings)
    other = dem(np.ones((3, 4)), 5.0, name="other.tif")
    depth = tmp_path / "depth.tif"
    assert "VELOCITY other.tif" in support.refusal("riskmap", DEPTH=depth, VELOCITY=other, OUTPUT=tmp_path / "o.tif")


@pytest.mark.parametrize(
    ("scheme", "lacking"),
    [
        *(("depth_duration", "DURATION"), ("uk_hazard", "VELOCITY"), ("hazard_h1_h6", "VELOCITY")),
        ("swiss_intensity", "VELOCITY"),
    ],
)
def test_schemes_of_two_rasters(grade, dem, tmp_path, scheme, lacking):
    """The classes of the preset, the same in the raster, the polygons and the numbers; said wherever they go."""
    from rainshed.gis import presets

    rng = np.random.default_rng(7)
    depth = np.round(rng.random((12, 15)) * 3, 2) * (rng.random((12, 15)) < 0.8)
    other = np.round(rng.random((12, 15)) * (300 if lacking == "DURATION" else 3), 2)
    path = dem(other, 5.0, name="other.tif")
    done = grade(depth, SCHEME=scheme, MIN_AREA=0, **{lacking: path})
    values = {"depth": np.float32(depth), lacking.lower(): np.float32(other)}
    expected = presets.preset(scheme).grade(values)
    np.testing.assert_array_equal(done.classes, expected)
    np.testing.assert_array_equal(support.burn(done.OUTPUT_ZONES, "risk", depth, 5.0), expected)
    assert areas(done) == tuple(float(np.count_nonzero(expected == value)) * 25 for value in range(1, 5))
    assert sum(row["area_m2"] for row in done.zones) == sum(areas(done))
    tags = support.raster_tags(done.OUTPUT)
    assert tags["RAINSHED_METHOD"] == f"graded by depth and {lacking.lower()}"
    said = json.loads(tags["RAINSHED_SCHEME"])
    assert said.pop("graded_by") == {"depth": "depth.tif", lacking.lower(): "other.tif"}
    assert said == presets.schemes()[scheme]
    assert any(f"graded by depth (depth.tif), {lacking.lower()} (other.tif)" in info for info in done.infos)
    assert support.refusal("riskmap", DEPTH=tmp_path / "depth.tif", SCHEME=scheme, OUTPUT=tmp_path / "o.tif") == (
        f"The scheme {said['name']} needs {lacking}: give it, or choose a scheme of depth alone, such as road_depth."
    )


def test_how_long_the_water_of_an_event_stands(town, tmp_path):
    """The duration that pondingevent writes raises the class of its depth, by one above 30 min and two above 180."""
    water = support.run("pondingevent", **town.every("pondingevent", tmp_path))
    given = {"DEPTH": water.OUTPUT, "DURATION": water.OUTPUT_DURATION, "MIN_AREA": 0}
    raised = read_raster(support.run("riskmap", SCHEME="depth_duration", OUTPUT=tmp_path / "a.tif", **given).OUTPUT)
    plain = read_raster(support.run("riskmap", OUTPUT=tmp_path / "b.tif", **given).OUTPUT)
    minutes = read_raster(water.OUTPUT_DURATION)
    wanted = np.where(plain > 0, np.minimum(plain + (minutes > 30) + (minutes > 180), RED), plain)
    np.testing.assert_array_equal(raised, wanted)
    assert np.nansum(raised) > np.nansum(plain) > 0


def test_a_raster_that_a_scheme_uses_must_be_known_where_it_is_wet(grade, dem, tmp_path):
    hole = np.full((2, 2), 1.0)
    hole[0, 0] = np.nan
    path = dem(np.array([[0.0, 1.0], [1.0, 1.0]]), 5.0, name="depth.tif")
    given = {"DEPTH": path, "SCHEME": "uk_hazard", "OUTPUT": tmp_path / "o.tif"}
    message = support.refusal("riskmap", VELOCITY=dem(hole[::-1], 5.0, name="w.tif"), **given)
    assert message == "VELOCITY w.tif has no value in 1 cells where DEPTH is above 0."
    assert "negative" in support.refusal("riskmap", VELOCITY=dem(hole - 2, 5.0, name="n.tif"), **given)
    assert not (tmp_path / "o.tif").exists()
    support.run("riskmap", VELOCITY=dem(hole, 5.0, name="v.tif"), **given)


def test_depth_alone_writes_what_it_always_wrote(grade, dem):
    """Whatever else is given: the same tags, but for the parameters, and the same classes."""
    plain = grade(list(DEPTHS))
    tags = support.raster_tags(plain.OUTPUT)
    assert tags["RAINSHED_METHOD"] == "graded by depth"
    assert list(json.loads(tags["RAINSHED_SCHEME"])) == [
        *("name", "name_zh", "quantity", "unit", "breaks", "source", "source_zh", "sure", "sure_zh", "standard"),
    ]
    other = grade(list(DEPTHS), VELOCITY=dem(np.full((1, len(DEPTHS)), 9.0), 5.0, name="v.tif"))
    np.testing.assert_array_equal(other.classes, plain.classes)
    assert any("VELOCITY is not used by the scheme Road depth" in warning for warning in other.warnings)


def test_a_scheme_file(grade, tmp_path):
    path = tmp_path / "own.json"
    path.write_text('{"name": "Town limits", "source": "Office", "sure": "Agreed", "breaks": [0.1, 0.2, 1, 2]}')
    done = grade([0.05, 0.1, 0.25, 1.0, 3.0], SCHEME_FILE=path)
    np.testing.assert_array_equal(done.classes[0], [NONE, BLUE, YELLOW, ORANGE, RED])
    assert json.loads(support.raster_tags(done.OUTPUT)["RAINSHED_SCHEME"])["name"] == "Town limits"
    target = {"DEPTH": tmp_path / "depth.tif", "OUTPUT": tmp_path / "o.tif"}
    both = support.refusal("riskmap", SCHEME_FILE=path, CLASSES=[1, 2, 3, 4], **target)
    assert both == "CLASSES and SCHEME_FILE are two schemes: give one."
    path.write_text(path.read_text().replace("0.2, 1", "1.2, 1"))
    assert "SCHEME_FILE own.json, line 1: the classes overlap" in support.refusal("riskmap", SCHEME_FILE=path, **target)
    assert "cannot be read" in support.refusal("riskmap", SCHEME_FILE=tmp_path / "no.json", **target)
    assert not (tmp_path / "o.tif").exists()


def test_provenance_comes_along(dem, tmp_path):
    z = np.full((5, 5), 9.0)
    z[1:4, 1:4] = 5
    water = support.run("inundation", DEM=dem(z, 5.0), RAIN=42, OUTPUT=tmp_path / "depth.tif")
    done = support.run("riskmap", DEPTH=water.OUTPUT, OUTPUT=tmp_path / "risk.tif")
    tags = support.raster_tags(done.OUTPUT)
    assert tags["RAINSHED_RAIN_MM"] == "42"
    assert tags["RAINSHED_DEM"] == "dem.tif"
    assert tags["RAINSHED_ALGORITHM"] == "rainshed:riskmap"
    scheme = json.loads(tags["RAINSHED_SCHEME"])
    assert scheme["standard"] is False and "ractice" in scheme["sure"]
    assert any("0.27" in info for info in done.infos)


def test_colours_are_the_four_of_the_standard(grade):
    """Blue, yellow, orange, red; nothing green, and no class without a label."""
    from qgis.core import QgsRasterLayer

    done = grade(list(DEPTHS))
    layer = QgsRasterLayer(done.OUTPUT)
    shown = {int(c.value): c for c in layer.renderer().classes() if c.color.alpha() > 0 and c.value > 0}
    assert set(shown) == {BLUE, YELLOW, ORANGE, RED}
    hues = {value: c.color.hue() for value, c in shown.items()}
    assert 200 <= hues[BLUE] <= 250 and 45 <= hues[YELLOW] <= 65
    assert 20 <= hues[ORANGE] <= 44 and (hues[RED] <= 15 or hues[RED] >= 345)
    for value, word in {BLUE: "低", YELLOW: "一般", ORANGE: "较大", RED: "重大"}.items():
        assert word in shown[value].label


# mapsheet


@pytest.fixture
def risk(grade):
    depth = np.zeros((40, 60))
    depth[5:15, 5:25] = 0.2
    depth[8:12, 10:20] = 0.7
    return grade(depth).OUTPUT


def test_sheet_as_pdf(risk, tmp_path):
    done = support.run("mapsheet", RISK=risk, TITLE="Testtown 试验镇", OUTPUT=tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", done.OUTPUT, "-"], capture_output=True, encoding="utf-8", check=True).stdout
        for words in ("Testtown", "Road depth (practice)", "5 x 5 m", "creening only"):
            assert words in " ".join(text.split()), words


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_sheet_as_picture(risk, tmp_path, paper, language):
    from qgis.PyQt.QtGui import QImage

    done = support.run("mapsheet", RISK=risk, PAPER=paper, LANGUAGE=language, OUTPUT=tmp_path / "sheet.png")
    image = QImage(done.OUTPUT)
    assert image.width() > 1000
    long, short = max(image.width(), image.height()), min(image.width(), image.height())
    assert long / short == pytest.approx(2**0.5, rel=0.01)
    seen = {image.pixel(x, y) for x in range(0, image.width(), 15) for y in range(0, image.height(), 15)}
    assert len(seen) > 10, "blank"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_sheet_says_what_the_risk_was_graded_by(grade, dem, tmp_path, language):
    depth = np.zeros((40, 60))
    depth[5:15, 5:25] = 0.2
    depth[8:12, 10:20] = 0.7
    risk = grade(depth, SCHEME="uk_hazard", VELOCITY=dem(np.full(depth.shape, 0.5), 5.0, name="v.tif")).OUTPUT
    done = support.run("mapsheet", RISK=risk, LANGUAGE=language, OUTPUT=tmp_path / "sheet.pdf")
    text = subprocess.run(["pdftotext", done.OUTPUT, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    words = {
        "en": ("Hazard rating", "Graded by", "velocity (v.tif)", "1.25 – 2.0"),
        "zh": ("危险度", "分级所用数据", "流速 (v.tif)", "1.25 – 2.0"),
    }
    shown = unicodedata.normalize("NFKC", " ".join(text.split())).replace("\u2012", "\u2013")  # pdftotext's dash
    for said in words[language]:
        assert said in shown, said


def test_the_legend_says_what_the_classes_of_ones_own_rules_span(qgis):
    from rainshed.gis.sheet_legend import class_spans

    rules = [
        {"class": "red", "depth": {"above": 1}},
        {"class": "blue", "depth": {"below": 0.3}},
        {"class": "yellow", "depth": {"from": 0.3, "below": 0.5}},
        {"class": "orange", "depth": {"from": 0.5, "to": 1}},
    ]
    assert class_spans({"rules": rules}, "en") == ["< 0.30 m", "0.30 – 0.50 m", "0.50 – 1.00 m", "> 1.00 m"]
    assert class_spans({"rules": [*rules, rules[0]]}, "en") == []
    assert class_spans({"rules": [*rules[:3], {"class": "orange", "duration": {"from": 5}}]}, "en") == []
    assert class_spans({"rules": rules, "labels": ["a", "b", "c", "d"]}, "en") == ["a", "b", "c", "d"]


def test_scale_is_kept_or_refused(risk, tmp_path):
    support.run("mapsheet", RISK=risk, SCALE=5000, OUTPUT=tmp_path / "sheet.pdf")
    assert "SCALE" in support.refusal("mapsheet", RISK=risk, SCALE=0, OUTPUT=tmp_path / "no.pdf")
    assert not (tmp_path / "no.pdf").exists()


def test_elevations_taken_for_depths_are_warned_about(dem, tmp_path):
    done = support.run("riskmap", DEPTH=dem(np.full((3, 3), 12.0)), OUTPUT=tmp_path / "r.tif")
    assert any("nowhere 0" in warning for warning in done.warnings)


def test_a_sheet_of_anything_but_classes_is_refused(dem, tmp_path):
    path = dem(np.array([[0.0, 1.5], [2.0, 3.0]]))
    done = support.attempt("mapsheet", RISK=path, OUTPUT=tmp_path / "s.pdf")
    assert not done.ok and "classes 0 to 4" in done.message
    assert not (tmp_path / "s.pdf").exists()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"below": 0.3', '"below": 0.4', "SCHEME_FILE own.json, line 4 overlaps line 3"),
        ('"below": 0.3', '"below": 0.2', "nothing follows line 3"),
        (
            '"class": "red"',
            '"class": "orange"',
            "the class red is missing: it has no rule up to the last one, in line 6",
        ),
        ('"sure"', '"surely"', 'line 1: "sure" is missing'),
    ],
)
def test_schemes_of_ones_own_that_overlap_or_lack_a_class(dem, tmp_path, old, new, message):
    text = """{"name": "T", "source": "S", "sure": "U",
"rules": [
{"class": "blue", "depth": {"from": 0.1, "below": 0.3}},
{"class": "yellow", "depth": {"from": 0.3, "below": 0.5}},
{"class": "orange", "depth": {"from": 0.5, "below": 0.7}},
{"class": "red", "depth": {"from": 0.7}}]}"""
    path = tmp_path / "own.json"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    depth = dem(np.ones((3, 3)), name="depth.tif")
    said = support.refusal("riskmap", DEPTH=depth, SCHEME_FILE=path, OUTPUT=tmp_path / "risk.tif")
    assert message in said.replace("own.json: line", "own.json, line") and not (tmp_path / "risk.tif").exists()


def test_a_depth_has_the_same_class_in_memory_and_from_a_file():
    """Just below a limit in double precision, the limit itself in that of rasters."""
    from rainshed.hydrology.risk.grading import grade_depth

    breaks = [0.15, 0.27, 0.4, 0.6]
    depth = np.nextafter(np.array(breaks), 0)
    assert (depth < breaks).all()
    np.testing.assert_array_equal(grade_depth(depth, breaks), grade_depth(depth.astype(np.float32), breaks))
    np.testing.assert_array_equal(grade_depth(depth, breaks), [1, 2, 3, 4])
