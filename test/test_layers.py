"""The architecture's rules that a machine can check: who may import whom, and what must not occur at all."""

from __future__ import annotations

import ast
import configparser
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("hydrology", "gis", "algorithms", "ui")
OTHER_GIS = {"rasterio", "fiona", "pyproj", "geopandas", "shapely"}  # bring a second GDAL, GEOS or PROJ along
BOUND_QT = {"PyQt5", "PyQt6", "PySide2", "PySide6"}
REACHING_OUT = {"subprocess", "multiprocessing", "urllib", "requests", "http", "socket", "pip", "ensurepip"}

# Layer -> what it must not import.
FORBIDDEN = {
    "hydrology": {"qgis", "osgeo", "gis", "algorithms", "ui", "plugin", "provider", "processing"} | OTHER_GIS,
    "gis": {"algorithms", "ui", "plugin", "provider", "processing"} | OTHER_GIS,
    "algorithms": {"ui", "plugin", "provider", "processing"} | OTHER_GIS,
    "ui": OTHER_GIS,
}


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def package() -> list[Path]:
    return [*sorted(ROOT.glob("*.py")), *sources(*LAYERS)]


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), shown(path))


def imported(nodes: ast.AST, path: Path) -> set[str]:
    """The modules imported anywhere below `nodes`; those of this package by their place in it ("gis.raster")."""
    names = set()
    for node in ast.walk(nodes):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module.split(".") if node.module else []
            if node.level:
                here = path.relative_to(ROOT).with_suffix("").parts
                base = [*here[: len(here) - node.level], *base]
            # What is imported from a package may itself be a module.
            names.update(".".join([*base, alias.name]) for alias in node.names)
            names.add(".".join(base))
    return {name[len("rainshed.") :] if name.startswith("rainshed.") else name for name in names if name}


def offences(paths: list[Path], forbidden: set[str]) -> list[str]:
    return [
        f"{shown(path)} imports {name}"
        for path in paths
        for name in sorted(imported(tree(path), path))
        if name.split(".")[0] in forbidden
    ]


def test_imports_are_recognised_in_every_form():
    text = "import os, osgeo.gdal\nfrom ..grid import Grid\nfrom ... import gis\ndef f():\n    from . import paths\n"
    found = imported(ast.parse(text), ROOT / "hydrology" / "flow" / "probe.py")
    assert {"os", "osgeo.gdal", "hydrology.grid", "gis", "hydrology.flow.paths"} <= found


@pytest.mark.parametrize("layer", LAYERS)
def test_data_goes_one_way(layer):
    assert sources(layer), f"{layer}/ holds no source"
    assert offences(sources(layer), FORBIDDEN[layer]) == []


def test_qt_comes_through_qgis_everywhere():
    assert offences([*package(), *sources("test", "scripts", "benchmarks")], BOUND_QT) == []


def test_the_plugin_starts_no_program_and_downloads_nothing():
    assert offences(package(), REACHING_OUT) == []


def test_the_package_can_be_imported_without_qgis():
    assert offences([ROOT / "__init__.py"], {"osgeo"}) == []
    top = ast.Module([node for node in tree(ROOT / "__init__.py").body if not isinstance(node, ast.FunctionDef)], [])
    assert not {name.split(".")[0] for name in imported(top, ROOT / "__init__.py")} & {"qgis", "plugin", "provider"}


def test_the_window_s_parts_are_imported_only_where_there_is_a_window():
    plugin = ROOT / "plugin.py"
    headless = [node for node in tree(plugin).body if not isinstance(node, ast.ClassDef)]
    headless += [
        node
        for node in ast.walk(tree(plugin))
        if isinstance(node, ast.FunctionDef) and node.name in ("__init__", "initProcessing")
    ]
    names = imported(ast.Module(headless, []), plugin) | imported(tree(ROOT / "provider.py"), ROOT / "provider.py")
    assert [name for name in sorted(names) if name.split(".")[0] == "ui"] == []


def test_no_algorithm_imports_another():
    def is_algorithm(path: Path) -> bool:
        bases = [base for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef) for base in node.bases]
        return path.name != "base.py" and any(ast.unparse(base).endswith("Algorithm") for base in bases)

    files = [path for path in sources("algorithms") if is_algorithm(path)]
    assert files
    modules = {shown(path)[: -len(".py")].replace("/", ".") for path in files}
    found = {shown(path): imported(tree(path), path) & modules for path in files}
    assert {name: others for name, others in found.items() if others} == {}


def test_no_kernel_runs_in_parallel():
    """numba's work queue aborts the process when two threads use it: two runs at once would end QGIS."""
    found = [
        f"{shown(path)}:{node.value.lineno}"
        for path in package()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.keyword) and node.arg == "parallel" and getattr(node.value, "value", None) is True
    ]
    assert found == []


def metadata() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


REQUIRED_METADATA = """
    name description version qgisMinimumVersion qgisMaximumVersion author email about tracker repository homepage
    license tags icon category hasProcessingProvider experimental
"""


def test_metadata_has_what_the_plugin_site_requires():
    data = metadata()
    assert [key for key in REQUIRED_METADATA.split() if not data.get(key, "").strip()] == []


def test_metadata_is_consistent():
    data = metadata()
    assert data["name"] == "Rainshed"
    assert re.fullmatch(r"\d+\.\d+\.\d+", data["version"])
    assert data["hasProcessingProvider"] == "yes", "without it qgis_process never loads the plugin"
    assert data.getboolean("experimental") is True
    assert (ROOT / data["icon"]).is_file()
    assert data["about"].isascii() and data["description"].isascii(), "the plugin site takes English only"
    assert data["homepage"].rstrip("/") != data["repository"].rstrip("/")
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")
