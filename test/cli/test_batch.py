"""Batches over several towns (scripts/batch.py): the list, the checks before the first run, and the runs themselves."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.cli.runner import ROOT
from rainshed.test.cli.test_models import exact_raster, exact_vector

sys.path.insert(0, str(ROOT / "scripts"))
import batch
from batch_list import TABLES, read_list, safe_name

QUICK = ["OUTPUT_MAP=no", "OUTPUT_PROJECT=no"]


@pytest.fixture(scope="module")
def call(qgis_process):
    def run(*words) -> subprocess.CompletedProcess:
        environment = {k: v for k, v in os.environ.items() if k not in ("GIVEN", "TOWNS", "OUT")}
        return subprocess.run(
            [str(ROOT / "scripts" / "python"), str(ROOT / "scripts" / "batch.py"), *map(str, words)],
            capture_output=True, encoding="utf-8", env=environment | {"RAINSHED_PROFILE": str(qgis_process.profile)},
        )  # fmt: skip

    return run


@pytest.fixture(scope="module")
def example(call, tmp_path_factory):
    """The example that comes with the plugin, without its sheets and projects, which take the time."""
    out = tmp_path_factory.mktemp("batch") / "结果 results"
    done = call(*QUICK, "--out", out)
    assert done.returncode == 0, done.stderr
    return out, done.stdout


def table(path: Path) -> list[dict]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_town_of_a_batch_is_the_single_run(example, qgis_process, sample, tmp_path):
    out, _ = example
    names = {p.name for p in (out / "bare_ground").iterdir()}
    files = {n: f for n, f in batch.OUTPUTS.items() if f in names}
    single = qgis_process(
        "rainshed:assess", DEM=sample / "town_dem.tif", RAIN="50,80", RUNOFF_COEFFICIENT=0.7,
        TITLE="Sample town without its drainage network", **{n: tmp_path / f for n, f in files.items()},
    )  # fmt: skip
    assert single.returncode == 0, single.text
    assert len(files) == 10
    for file in files.values():
        if file.endswith(".tif"):
            assert exact_raster(tmp_path / file) == exact_raster(out / "bare_ground" / file), file
        if file.endswith(".gpkg"):
            assert exact_vector(tmp_path / file) == exact_vector(out / "bare_ground" / file), file
    one, other = (json.loads((f / "summary.json").read_text("utf-8")) for f in (tmp_path, out / "bare_ground"))
    assert one == other
    (row,) = [r for r in table(out / "towns.csv") if r["town"] == "bare_ground"]
    numbers = {n: v for n, v in single.results.items() if isinstance(v, (int, float))}
    assert len(numbers) > 8
    assert {n: float(row[n]) for n in numbers} == {n: float(v) for n, v in numbers.items()}


def test_the_tables_hold_every_town_and_rain(example):
    out, said = example
    rows = table(out / "scenarios.csv")
    assert [(r["town"], float(r["rain_mm"])) for r in rows] == [
        *(("示例城镇", rain) for rain in (20, 50, 100)), *(("bare_ground", rain) for rain in (50, 80)),
    ]  # fmt: skip
    for row in rows:
        (rain,) = [
            rain
            for rain in json.loads((out / row["town"] / "summary.json").read_text("utf-8"))["rains"]
            if rain["rain_mm"] == float(row["rain_mm"])
        ]
        assert float(row["area_m2_red"]) == rain["area_m2"]["red"]
        assert float(row["stored_m3"]) == rain["stored_m3"]
    whole = json.loads((out / "towns.json").read_text("utf-8"))["towns"]
    assert [len(town["rains"]) for town in whole] == [3, 2]
    assert "[1/2] 示例城镇" in said and "100 mm" in said


def test_full_folders_are_refused_and_finished_towns_skipped(example, call):
    out, _ = example
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file() and p.parent != out}
    refused = call(*QUICK, "--out", out)
    assert refused.returncode == 1 and "is not empty" in refused.stderr
    changed = call(*QUICK, "--out", out, "--resume", "LOSS=3")
    assert changed.returncode == 1 and "示例城镇 was finished with another LOSS" in changed.stderr
    again = call(*QUICK, "--out", out, "--resume")
    assert again.returncode == 0 and again.stdout.count("skipped") == 2
    assert {p: p.stat().st_mtime_ns for p in before} == before


@pytest.fixture(scope="module")
def small(qgis, tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    r, c = np.mgrid[:30, :30]
    support.write_raster(folder / "dem.tif", 10 + 0.01 * c + np.sin(r / 3) * np.cos(c / 4), 2.0)
    support.write_raster(folder / "degrees.tif", 10 + 0.0 * c, 0.001, crs="EPSG:4326", west=113, north=23)
    return folder


def test_a_failed_town_stops_no_other(small, call, tmp_path):
    (small / "list.csv").write_text(
        "name;dem;rain\nlost;degrees.tif;50\n甲;dem.tif;50,80\n", encoding="gb18030"
    )  # a semicolon separates, a comma may stand in a cell; GBK as Chinese Excel writes
    done = call(small / "list.csv", *QUICK, "--out", tmp_path / "o")
    assert done.returncode == 1
    first, second = table(tmp_path / "o" / "towns.csv")
    assert first["status"] == "failed" and "is in degrees" in first["error"] and first["RED_M2"] == ""
    assert second["town"] == "甲" and second["status"] == "done"
    assert "1 of 2 towns failed" in done.stderr and "lost: " in done.stderr
    assert [p.name for p in (tmp_path / "o" / "lost").iterdir() if p.suffix in (".tif", ".gpkg")] == []
    shutil.copy(small / "dem.tif", small / "degrees.tif")
    again = call(small / "list.csv", *QUICK, "--out", tmp_path / "o", "--resume")
    assert again.returncode == 0 and again.stdout.count("skipped") == 1
    assert [row["status"] for row in table(tmp_path / "o" / "towns.csv")] == ["done", "done"]


def test_every_mistake_is_told_before_the_first_run(small, call, tmp_path):
    (small / "bad.csv").write_text(
        "NAME,DEM,RAINS,SCHEME,LOSS\na,dem.tif,5,,\nA,gone.tif,5,,\n../b,dem.tif,5,none,x\n,dem.tif,,,\n", "utf-8"
    )
    done = call(small / "bad.csv", "--out", tmp_path / "o")
    assert done.returncode == 1 and not (tmp_path / "o").exists()
    for words in (
        'row 1: rainshed:assess has no parameter "RAINS". Did you mean RAIN?',
        'row 3: NAME "A" stands in bad.csv, row 2 already.',
        "row 3: DEM: there is no file",
        'row 4: NAME "../b" cannot be a folder',
        'row 4: SCHEME must be one of road_depth, depth_duration, not "none".',
        'row 4: LOSS must be a number, not "x".',
        "row 5: has no NAME.",
    ):
        assert words in done.stderr, (words, done.stderr)


# The list


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_lists_of_any_coding_and_separator(tmp_path, coding, separator):
    rows = [["NAME", "DEM", "TITLE"], ["甲镇", "地形.tif", "内涝"], ["b", "b.tif", ""]]
    path = tmp_path / "towns.csv"
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(coding))
    first, second = read_list(path, {"RAIN": "30", "TITLE": "all"})
    assert (first.name, first.values) == ("甲镇", {"DEM": "地形.tif", "TITLE": "内涝", "RAIN": "30"})
    assert second.values == {"DEM": "b.tif", "RAIN": "30", "TITLE": "all"}


def test_defaults_of_json_come_last(tmp_path):
    path = tmp_path / "towns.json"
    path.write_text(
        json.dumps({
            "defaults": {"RAIN": [10, 20], "LOSS": 1, "DEM": "d.tif"},
            "towns": [{"NAME": "a", "LOSS": 2}, {"name": "b", "BUILDINGS": None}],
        })
    )  # fmt: skip
    a, b = read_list(path, {"RAIN": "30"})
    assert a.values == {"LOSS": "2", "RAIN": "30", "DEM": "d.tif"}
    assert b.values == {"LOSS": "1", "RAIN": "30", "DEM": "d.tif"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DEM\nd.tif\n", "no column NAME"),
        ("NAME,DEM,dem\na,b,c\n", "column DEM stands there twice"),
        ("NAME,DEM,RAIN\na,d.tif,20,50\n", "row 2: there are more cells than columns"),
        ("NAME,DEM\n", "names no town"),
        ('{"towns": 3}', '"towns" must be a list'),
        ('{"towns": [}', "no valid JSON"),
        ("[" * 100_000, "no valid JSON: it is nested too deep"),
        ('{"default": {}, "towns": []}', 'holds "default"'),
    ],
)
def test_lists_that_are_none(tmp_path, text, words):
    path = tmp_path / "list"
    path.write_text(text)
    with pytest.raises(SystemExit, match=words):
        read_list(path, {})


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", "con", "NUL.x", " a", "a.", "a:b", "towns.csv", "x" * 81]
)
def test_unsafe_names(name):
    assert not safe_name(name, TABLES)


@pytest.mark.parametrize("name", ["a", "圣博伊 5m", "New-Town_1", "a.b"])
def test_safe_names(name):
    assert safe_name(name, TABLES)


@pytest.mark.parametrize("name", ["batch.json", "LOG.txt"])
def test_an_output_is_none_of_the_files_that_a_batch_keeps_of_a_town(name):
    """The record of the run was once written over a summary of this name."""
    summary = batch.Parameter(kind="fileDestination", file="summary.json")
    town = batch.Town("a", "row 1", Path())
    assert "OUTPUT_SUMMARY must be" in batch.wrong("OUTPUT_SUMMARY", summary, town, name)
    assert batch.wrong("OUTPUT_SUMMARY", summary, town, "towns.csv") == ""


@pytest.mark.parametrize(
    ("code", "errors", "sentence"),
    [
        (1, "ERROR:\tAn error was encountered while checking parameter values\n\tRAIN is odd.\n", "RAIN is odd."),
        (1, "x\nERROR:\tThe disk is full.\n", "The disk is full."),
        (-11, "", "qgis_process was ended by signal 11 (SIGSEGV)."),
        (139, "", "qgis_process crashed (code 139)."),
        (3, "", "qgis_process ended with code 3 and said nothing."),
    ],
)
def test_the_sentence_of_a_failure(code, errors, sentence):
    assert batch.error_of(code, errors) == sentence


def test_the_two_examples_are_the_same_towns(sample):
    lists = [{t.name: t.values for t in read_list(sample / f"towns.{kind}", {})} for kind in ("csv", "json")]
    for values in lists[0].values():
        values.setdefault("RAIN", "")
    assert lists[0] == lists[1]


def test_interrupted_and_resumed(qgis_process, small, call, tmp_path):
    """Ctrl-C in the second town: the first is kept, the second leaves nothing, and both are there in the end."""
    (small / "two.csv").write_text("NAME,DEM,RAIN\na,dem.tif,50\nb,dem.tif,60\n", "utf-8")
    command = [str(ROOT / "scripts" / "python"), str(ROOT / "scripts" / "batch.py"), str(small / "two.csv"), *QUICK]
    process = subprocess.Popen(
        [*command, "--out", str(tmp_path / "o")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env=os.environ | {"RAINSHED_PROFILE": str(qgis_process.profile)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    )  # fmt: skip
    for line in process.stdout:
        if line.startswith("[2/2]"):
            break
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130 and "finished towns are kept" in errors
    assert [row["status"] for row in table(tmp_path / "o" / "towns.csv")] == ["done", "not run"]
    assert not (tmp_path / "o" / "b").exists() or list((tmp_path / "o" / "b").iterdir()) == []
    done = call(small / "two.csv", *QUICK, "--out", tmp_path / "o", "--resume")
    assert done.returncode == 0 and done.stdout.count("skipped") == 1
    assert [row["status"] for row in table(tmp_path / "o" / "towns.csv")] == ["done", "done"]
