"""qgis_process in Chinese: by the settings of its profile, and by the environment; what scripts read stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .runner import QgisProcess

SETTINGS = "[PythonPlugins]\nrainshed=true\n\n[locale]\noverrideFlag={}\nuserLocale={}\n"


def profile(folder: Path, language: str, override: bool = True) -> QgisProcess:
    """qgis_process with a profile in which a user has chosen a language."""
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(str(override).lower(), language), encoding="utf-8")
    return QgisProcess(profile=folder)


def test_help_is_chinese_by_the_settings_of_the_profile(tmp_path):
    said = profile(tmp_path / "p", "zh-Hans").call("help", "rainshed:designstorm")
    assert said.returncode == 0, said.text
    assert "设计暴雨 (rainshed:designstorm)" in said.stdout
    for word in (
        "重现期 P（年）",
        "<h2>参数</h2>",
        "<h2>局限</h2>",
        "<b>RETURN_PERIOD</b>",
        "qgis_process run rainshed:",
    ):
        assert word in said.stdout
    assert "Return period" not in said.stdout


@pytest.mark.parametrize("name", ["LANG", "LC_ALL"])
def test_help_is_chinese_by_the_environment(tmp_path, monkeypatch, name):
    """Also where the system has not installed that locale, as on the machines that run the tests."""
    for other in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, "zh_CN.UTF-8")
    said = profile(tmp_path / "p", "", override=False).call("help", "rainshed:designstorm")
    assert said.returncode == 0, said.text
    assert "设计暴雨 (rainshed:designstorm)" in said.stdout and "重现期 P（年）" in said.stdout


def test_the_settings_come_before_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    said = profile(tmp_path / "p", "en").call("help", "rainshed:designstorm")
    assert "Design storm (rainshed:designstorm)" in said.stdout and "设计暴雨 (" not in said.stdout


def test_results_and_ids_are_the_same_and_the_style_is_chinese(tmp_path, qgis_process):
    found = {}
    for name, process in (("en", qgis_process), ("zh", profile(tmp_path / "p", "zh_CN"))):
        dem = Path(__file__).resolve().parents[2] / "resources" / "sample" / "town_dem.tif"
        target = tmp_path / name / "depressions.gpkg"
        said = process("rainshed:depressions", DEM=dem, OUTPUT=target)
        assert said.returncode == 0, said.text
        results = dict(said.results)
        assert results.pop("OUTPUT") == str(target)
        helped = process.call("--json", "help", "rainshed:depressions")
        about = json.loads(helped.stdout[helped.stdout.index("{") :])
        style = target.with_suffix(".qml").read_text(encoding="utf-8")
        found[name] = results, sorted(about["parameters"]), sorted(about["outputs"]), about, style
    assert found["en"][:3] == found["zh"][:3]
    assert found["zh"][3]["parameters"]["MIN_DEPTH"]["description"] == "保留深度大于（m）"
    assert 'name="洼地" field="dep_id"' in found["zh"][4] and 'name="Depression" field="dep_id"' in found["en"][4]
    assert "DEM" in found["zh"][3]["parameters"]


def test_errors_stay_english(tmp_path):
    said = profile(tmp_path / "p", "zh_CN")("rainshed:designstorm", RETURN_PERIOD=2, A1=10, OUTPUT=tmp_path / "a.csv")
    assert said.returncode == 1 and "The storm formula lacks C, B, N: these have no default." in said.text
