"""The benchmark's report from figures that are made up; nothing is timed here."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def report(monkeypatch):
    """benchmarks/report.py as a module."""
    monkeypatch.syspath_prepend(FOLDER)
    return importlib.import_module("report")


def figure(tool, task, cells, seconds, **more) -> dict:
    run = {"cores": 2, "cpu": "a processor", "date": "2026-01-31", "dem": "town"}
    timed = {"version": "1.0", "peak_mb": 100, "threads": 1, "check": 1234.5}
    return {"tool": tool, "task": task, "cells": cells, "seconds": seconds, **(timed if seconds else {}), **run, **more}


FIGURES = [
    figure("rainshed", "fill", 1_000_000, 0.5),
    figure("richdem", "fill", 1_000_000, 1.25),
    figure("saga", "fill", 1_000_000, None, version=None, why="SAGA is not installed"),
    figure("rainshed", "fill", 4_000_000, 2.0),
    figure("richdem", "fill", 4_000_000, None, version=None, why="too slow"),
    figure("saga", "fill", 4_000_000, None, version=None, why="SAGA is not installed"),
    figure("rainshed", "rain_to_flood", 1_000_000, 0.75),
]


def test_a_row_holds_ratio_and_bytes_per_cell(report):
    text = report.render(FIGURES)
    assert "| 1 M | richdem2 | 1.25 | 2.5 | 100 | 105 | 1 | 1,234 |" in text
    assert "| 4 M | **Rainshed** | 2.00 | 1.0 | 100 | 26 | 1 | 1,234 |" in text
    assert "Versions: Rainshed 1.0, richdem2 1.0." in text
    assert "2 cores (a processor)" in text


def test_rain_to_flood_is_compared_with_our_fill(report):
    assert "| 1 M | **Rainshed** | 0.75 | 1.5 |" in report.render(FIGURES)


def test_what_was_not_timed_is_told_with_its_reason(report):
    text = report.render(FIGURES)
    assert "Not timed: SAGA (SAGA is not installed); richdem2 at 4 M (too slow)." in text


def test_the_text_around_the_figures_stays(report, tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n", encoding="utf-8")
    report.write_page(FIGURES, page)
    once = page.read_text(encoding="utf-8")
    report.write_page(FIGURES, page)
    assert page.read_text(encoding="utf-8") == once
    assert once.startswith("before\n") and once.endswith("after\n") and "old" not in once


def test_the_page_has_the_marks(report):
    text = report.PAGE.read_text(encoding="utf-8")
    assert text.count(report.BEGIN) == text.count(report.END) == 1


def test_every_tool_has_a_module_with_known_tasks(report):
    modules = {path.stem: path for path in (FOLDER / "tools").glob("*.py") if path.stem != "__init__"}
    assert set(modules) == set(report.NAMES) == set(report.COLOURS)
    for name, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        (tool,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Tool"]
        methods = {node.name for node in tool.body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"}
        assert methods and methods <= set(report.TASKS), name


def test_the_town_is_the_same_for_the_same_seed(monkeypatch):
    pytest.importorskip("scipy")
    monkeypatch.syspath_prepend(FOLDER)
    town = importlib.import_module("town")
    z = town.town_dem(300)
    assert z.shape == (300, 300) and z.dtype == "float32"
    assert (z == town.town_dem(300)).all()
    assert (z != town.town_dem(300, seed=2)).any()
