"""The zip that the plugin manager installs: what is in it, and that it runs from wherever it is unpacked."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from rainshed.test.cli.runner import QgisProcess

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    """The zip, built by the script that `make package` calls."""
    target = tmp_path_factory.mktemp("package") / "rainshed.zip"
    subprocess.run([sys.executable, str(ROOT / "scripts" / "package.py"), str(target)], check=True)
    return target


def names(package: Path) -> list[PurePosixPath]:
    with zipfile.ZipFile(package) as archive:
        return [PurePosixPath(name) for name in archive.namelist()]


def test_one_folder_named_as_the_package(package):
    assert {name.parts[0] for name in names(package)} == {"rainshed"}


def test_only_what_a_user_needs(package):
    for name in names(package):
        inside = name.relative_to("rainshed")
        assert inside.parts[0] not in {"test", "benchmarks", "scripts", "build", "Makefile"}, name
        assert not any(part.startswith((".", "__pycache__", "__MACOSX")) for part in inside.parts), name
        assert name.suffix not in {".pyc", ".so", ".pyd", ".dll", ".dylib", ".exe", ".whl", ".zip"}, name


def test_all_that_a_user_needs(package):
    inside = {str(name.relative_to("rainshed")) for name in names(package)}
    assert {"metadata.txt", "LICENSE", "README.md", "__init__.py", "plugin.py", "provider.py"} <= inside
    for folder in ("hydrology", "gis", "algorithms", "ui"):
        there = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*.py")}
        assert there and there <= inside
    for kind in ("qml", "qm", "qpt", "model3"):
        resources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob(f"*.{kind}")}
        assert resources and resources <= inside


def test_small_enough_for_the_plugin_site(package):
    assert package.stat().st_size < 25_000_000


def test_the_same_contents_make_the_same_zip(package, tmp_path):
    again = tmp_path / "again.zip"
    subprocess.run([sys.executable, str(ROOT / "scripts" / "package.py"), str(again)], check=True)
    assert again.read_bytes() == package.read_bytes()


def test_runs_from_a_folder_with_spaces_and_chinese(package, sample, tmp_path):
    plugins = tmp_path / "QGIS 插件 folder"
    with zipfile.ZipFile(package) as archive:
        archive.extractall(plugins)
    run = QgisProcess(profile=tmp_path / "profile 配置", plugins=plugins)
    target = tmp_path / "结果 result" / "filled.tif"
    target.parent.mkdir()

    outcome = run("rainshed:filldepressions", DEM=sample / "town_dem.tif", OUTPUT=target)

    assert outcome.returncode == 0, outcome.text
    assert target.stat().st_size > 0
    assert outcome.results["OUTPUT"] == str(target)
    assert sys.dont_write_bytecode or list(plugins.rglob("*.pyc")), "another copy than the unpacked one ran"
