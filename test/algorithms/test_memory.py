"""Every algorithm says what memory it needs, and is refused before it reads a cell where that is not free."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.test_running import NAMES

WITH_RASTERS = tuple(name for name in NAMES if name != "designstorm")
ROOT = Path(__file__).resolve().parents[2]
# The raster that a run works on, if not the DEM.
FIRST = {
    "riskmap": "DEPTH",
    "mapsheet": "RISK",
    "controlline": "RISK",
    "pondingpoints": "DEPTH",
    "copingrain": "RAINTOFLOOD",
}


@pytest.fixture
def free(qgis, monkeypatch):
    """Sets how much memory is free: free(bytes)."""
    from rainshed.gis import memory

    return lambda amount: monkeypatch.setattr(memory, "free_memory", lambda: amount)


def bytes_per_cell(name: str, **parameters) -> float:
    from qgis.core import QgsApplication, QgsProcessingContext

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"rainshed:{name}")
    return algorithm.bytes_per_cell(support.plain(parameters), QgsProcessingContext())


@pytest.mark.parametrize("name", WITH_RASTERS)
def test_each_has_a_figure_of_its_own(qgis, town, tmp_path, name):
    """Measured, not taken over from the base class; with all outputs none needs more than its page says."""
    kind = type(qgis.provider.algorithm(name))
    assert "BYTES_PER_CELL" in vars(kind)
    assert 0 < bytes_per_cell(name, **town.every(name, tmp_path)) <= kind.BYTES_PER_CELL


def test_one_without_rasters_needs_nothing(free, town, tmp_path):
    free(1e6)
    done = support.run("designstorm", **town.every("designstorm", tmp_path))
    assert not [info for info in done.infos if info.startswith("Memory: ")]


@pytest.mark.parametrize("name", WITH_RASTERS)
def test_each_is_refused_without_the_memory(free, town, tmp_path, name):
    free(100e6)
    done = support.attempt(name, **town.every(name, tmp_path))
    assert not done.ok and not done.checked, "refused by the dialog already"
    assert re.match(r"Not enough memory: about 2\d\d MB needed for \w+ of 60 x 40 cells, 100 MB free", done.message)
    assert f" {FIRST.get(name, 'DEM')} of " in done.message
    assert support.left_in(tmp_path) == []


def test_of_two_rasters_the_given_one_is_named(free, town, tmp_path):
    free(100e6)
    depth = town.every("pondingpoints", tmp_path)["DEPTH"]
    message = support.refusal("controlline", DEPTH=depth, OUTPUT=tmp_path / "o.gpkg")
    assert "needed for DEPTH of 60 x 40 cells" in message


def test_memory_that_goes_between_the_dialog_and_the_run(free, town, tmp_path):
    """`run` without `checkParameterValues` before it."""
    from qgis.core import QgsApplication, QgsProcessingContext

    free(100e6)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rainshed:raintoflood")
    heard = support.feedback()
    results, ok = algorithm.run(support.plain(town.every("raintoflood", tmp_path)), QgsProcessingContext(), heard)
    assert not ok and results == {}
    assert any("Not enough memory" in error for error in heard.errors)
    assert support.left_in(tmp_path) == []


@pytest.mark.parametrize("name", ["filldepressions", "riskmap", "mapsheet"])
def test_the_log_says_what_is_needed_and_free(free, town, tmp_path, name):
    free(123.4e9)
    done = support.run(name, **town.every(name, tmp_path))
    (line,) = [info for info in done.infos if info.startswith("Memory: ")]
    assert re.fullmatch(r"Memory: about 2\d\d MB needed, 123\.4 GB free\.", line)


def test_a_run_goes_on_where_free_memory_is_not_known(free, town, tmp_path):
    free(None)
    done = support.run("filldepressions", **town.every("filldepressions", tmp_path))
    assert any("how much is free is not known" in info for info in done.infos)


def test_the_guide_lists_these_figures(qgis):
    """The largest figure of an algorithm is its BYTES_PER_CELL, and the column of 100 million cells follows from it."""
    from rainshed.gis.memory import COMPILER, amount

    text = (ROOT / "docs" / "index.md").read_text(encoding="utf-8").partition("\n## Memory\n")[2]
    rows = re.findall(r"^\| (`.*) \| (\d+) \| (.*) \|$", text, re.MULTILINE)
    largest: dict[str, int] = {}
    for names, figure, whole in rows:
        assert whole == amount(COMPILER + 100e6 * int(figure)), names
        for name in set(re.findall(r"`(\w+)`", names)) & set(NAMES):
            largest[name] = max(largest.get(name, 0), int(figure))
    figures = {a.name(): a.BYTES_PER_CELL for a in qgis.tools()}
    assert largest == {name: figures[name] for name in WITH_RASTERS} and figures["designstorm"] == 0
