"""riskmap and mapsheet on depths written by hand."""

from __future__ import annotations

import json
import shutil
import subprocess

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
