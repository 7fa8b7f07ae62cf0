"""The plugin in QGIS's real window, under a screen that exists only in memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ["RAINSHED_BUILD"])
PROGRAM = shutil.which("qgis.bin") or shutil.which("qgis")
LIMIT = 180  # seconds; a window that does not end by itself is ended


@pytest.fixture(scope="module")
def screen():
    """A display of its own, e.g. ":3"; Xvfb picks a free number and says it."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield f":{server.stdout.readline().strip()}"
    server.terminate()
    server.wait(timeout=20)


@pytest.fixture(scope="module")
def report(screen, tmp_path_factory) -> dict:
    """What session.py saw in the window."""
    return look(screen, tmp_path_factory.mktemp("window"), "en")


@pytest.fixture(scope="module")
def chinese(screen, tmp_path_factory) -> dict:
    """What it saw in a window that speaks Chinese."""
    return look(screen, tmp_path_factory.mktemp("chinese"), "zh-Hans")


def look(screen: str, folder: Path, language: str) -> dict:
    """The report of session.py in a window of that language."""
    if not PROGRAM:
        pytest.skip("QGIS is not installed")
    target = folder / "report.json"
    pictures = BUILD / "screenshots" / language
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    (folder / "runtime").mkdir(mode=0o700)
    environment = os.environ | {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(folder / "runtime"),
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "RAINSHED_REPORT": str(target),
        "RAINSHED_PICTURES": str(pictures),
    }
    # It would take precedence over --profiles-path.
    environment.pop("QGIS_CUSTOM_CONFIG_PATH", None)
    command = [PROGRAM, "--noversioncheck", "--nologo", "--profiles-path", str(folder / "profiles")]
    command += ["--lang", language, "--code", str(Path(__file__).with_name("session.py"))]
    log = folder / "qgis.log"
    with open(log, "w", encoding="utf-8") as output:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            timeout=LIMIT,
        )
    assert target.exists(), log.read_text(encoding="utf-8", errors="replace")[-3000:]
    seen = json.loads(target.read_text(encoding="utf-8"))
    assert "error" not in seen, seen["error"]
    return seen


def colours(picture: str) -> int:
    """How many colours a picture has: one or two would mean that nothing was drawn."""
    from osgeo import gdal

    image = gdal.Open(picture).ReadAsArray()[:3]
    return len(set(zip(*(band[::3, ::3].ravel().tolist() for band in image))))


def test_loads_and_starts(report):
    assert report["available"] and report["loaded"] and report["started"]


def test_brings_provider_menu_and_toolbar(report):
    assert not report["before"]["provider"] and not report["before"]["menu"] and not report["before"]["toolbar"]
    seen = report["with"]
    assert seen["provider"] and seen["menu"] and seen["toolbar"] == 1
    assert seen["bar_icons"] == 0, "the menu shows its icon instead of its name"
    assert "rainshed:assess" in seen["algorithms"]
    assert seen["buttons"] and all(seen["icons"])


def test_the_toolbox_shows_every_algorithm_in_its_group(report):
    groups = report["toolbox"]
    assert set(groups) == {"Assessment", "Drainage", "Flow", "Inundation", "Risk", "Storm", "Terrain"}
    shown = [name for names in groups.values() for name in names]
    assert len(shown) == len(report["with"]["algorithms"]) and "Assess inundation risk" in groups["Assessment"]


def test_first_button_opens_the_assessment(report):
    assert report["dialogs"] == ["rainshed:assess"]


def test_leaves_no_trace(report):
    assert report["unloaded"]
    assert report["after"] == report["before"]


def test_can_be_loaded_again(report):
    assert report["again"] == report["with"]


@pytest.mark.parametrize("name", ["window", "dialog"])
def test_pictures_show_something(report, name):
    assert colours(report["pictures"][name]) > 20


def test_the_toolbox_is_chinese(chinese):
    groups = chinese["toolbox"]
    assert set(groups) == {"综合评估", "排水", "汇流", "积水", "风险", "暴雨", "地形"}
    assert "内涝风险评估" in groups["综合评估"] and "排水分区" in groups["排水"]
    assert len([name for names in groups.values() for name in names]) == len(chinese["with"]["algorithms"])


def test_the_dialog_is_chinese(chinese):
    assert chinese["dialogs"] == ["rainshed:assess"]
    assert chinese["titles"][0].endswith("内涝风险评估")  # after its group, in newer versions
    said = " ".join(chinese["labels"])
    for label in ("DEM（m）", "雨水口", "降雨量（mm；多个以逗号分隔", "径流系数", "填洼后 DEM（m）"):
        assert label in said
    assert chinese["with"]["buttons"] == ["内涝风险评估…"]


def test_ids_are_the_same_in_chinese_and_nothing_stays_behind(chinese, report):
    assert chinese["with"]["algorithms"] == report["with"]["algorithms"]
    assert chinese["after"] == chinese["before"] and chinese["again"] == chinese["with"]
