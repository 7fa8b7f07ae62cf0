"""What is refused by qgis_process: exit code 1, one sentence that names what is at fault, nothing written."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest

from rainshed.test.algorithms import support


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """Inputs, right and wrong ones."""
    folder = tmp_path_factory.mktemp("inputs")
    z = np.full((6, 8), 9.0)
    z[2:4, 2:6] = 5
    support.write_raster(folder / "dem.tif", z, 5.0)
    support.write_raster(folder / "degrees.tif", z, 1e-4, crs="EPSG:4326", west=113.2, north=23.1)
    support.write_raster(folder / "rotated.tif", z, transform=(500_000, 5, 0.7, 3_800_000, -0.7, -5))
    support.write_raster(folder / "empty.tif", np.full((6, 8), np.nan), 5.0)
    support.write_raster(folder / "small.tif", np.ones((3, 3)), 5.0)
    (folder / "text.tif").write_text("This is not a raster.\n")
    (folder / "table.csv").write_text("id,name\n1,a\n")
    (folder / "storm.csv").write_text("t_min,rain_mm\n0,9\n10,0\n")
    (folder / "unsorted.csv").write_text("t_min,rain_mm\n0,9\n10,3\n5,0\n")
    support.write_vector(folder / "inlets.gpkg", [support.point(2, 3, 5.0)], {"inlet_id": ["A"]}, kind="Point")
    support.write_vector(folder / "lines.gpkg", [support.line((1, 1), (3, 3), dx=5.0)], kind="LineString")
    (folder / "file").write_text("not a folder")
    return folder


ROOT = Path(__file__).resolve().parents[2]
FILL, WATER, ZONES = "rainshed:filldepressions", "rainshed:inundation", "rainshed:drainagezones"
EVENT = "rainshed:pondingevent"
CASES = {
    "no such file": (FILL, {"DEM": "{data}/missing.tif"}, ["DEM", "missing.tif", "no such file"]),
    "degrees": (FILL, {"DEM": "{data}/degrees.tif"}, ["degrees.tif", "EPSG:4326", "EPSG:4547"]),
    "rotated": (FILL, {"DEM": "{data}/rotated.tif"}, ["rotated.tif", "rotated"]),
    "text as tif": (FILL, {"DEM": "{data}/text.tif"}, ["DEM", "text.tif"]),
    "all without data": (FILL, {"DEM": "{data}/empty.tif"}, ["empty.tif", "no data"]),
    "negative rain": (WATER, {"RAIN": "-5"}, ["RAIN", "-5"]),
    "rain in words": (WATER, {"RAIN": "heavy"}, ["RAIN", "heavy"]),
    "rain of an assessment": ("rainshed:assess", {"RAIN": "20,-50"}, ["RAIN", "-50"]),
    "rain of an assessment in words": ("rainshed:assess", {"RAIN": "20,much"}, ["RAIN", "much"]),
    "below a file": (FILL, {"OUTPUT": "{data}/file/out.tif"}, ["OUTPUT", "{data}/file"]),
    "in /proc": (FILL, {"OUTPUT": "/proc/rainshed/out.tif"}, ["Cannot write", "/proc/rainshed"]),
    "no geometry": (ZONES, {"INLETS": "{data}/table.csv"}, ["INLETS", "table", "no geometry"]),
    "wrong geometry": (ZONES, {"INLETS": "{data}/lines.gpkg"}, ["INLETS", "lines", "points"]),
    "no such layer file": (ZONES, {"INLETS": "{data}/nowhere.gpkg"}, ["INLETS", "nowhere.gpkg"]),
    "no such layer": (ZONES, {"INLETS": "{data}/inlets.gpkg|layername=gullies"}, ["INLETS", "gullies"]),
    "no such field": (
        ZONES,
        {"INLETS": "{data}/inlets.gpkg", "INLET_PIPE_FIELD": "pipe_nr"},
        ["INLET_PIPE_FIELD", "inlets", "pipe_nr", "inlet_id"],
    ),
    "no rain in time": (EVENT, {"HYETOGRAPH": "{data}/table.csv"}, ["HYETOGRAPH", "table", "t_min"]),
    "rain before its time": (EVENT, {"HYETOGRAPH": "{data}/unsorted.csv"}, ["HYETOGRAPH", "row 3", "5"]),
    "infiltration on another grid": (
        EVENT,
        {"HYETOGRAPH": "{data}/storm.csv", "INFILTRATION": "{data}/small.tif"},
        ["INFILTRATION", "small.tif", "another grid"],
    ),
    "pumps without a rate": (
        EVENT,
        {"HYETOGRAPH": "{data}/storm.csv", "PUMPS": "{data}/inlets.gpkg"},
        ["PUMPS", "inlets", "rate"],
    ),
    "unknown parameter": (FILL, {"MIN_SLOP": "1"}, ["MIN_SLOP", "MIN_SLOPE"]),
    "unknown choice": (FILL, {"METHOD": "fil"}, ["METHOD", "fil", "fill_slope"]),
    "output on the input": (FILL, {"OUTPUT": "{data}/dem.tif"}, ["OUTPUT", "DEM"]),
    "no such band": (FILL, {"BAND": "2"}, ["band 2"]),
    "runoff in another CRS": (WATER, {"RUNOFF": "{data}/degrees.tif"}, ["RUNOFF", "degrees.tif", "EPSG:4326"]),
    "runoff in another size": (WATER, {"RUNOFF": "{data}/small.tif"}, ["RUNOFF", "small.tif", "3 x 3 cells"]),
}


@pytest.mark.parametrize("case", CASES)
def test_refused(qgis_process, data, tmp_path, case):
    algorithm, changes, words = CASES[case]
    outputs = {
        "rainshed:assess": ("OUTPUT_MAP", "map.pdf"),
        ZONES: ("OUTPUT", "zones.gpkg"),
    }
    name, file = outputs.get(algorithm, ("OUTPUT", "out.tif"))
    parameters = {"DEM": data / "dem.tif", name: tmp_path / file}
    parameters |= {key: value.format(data=data) for key, value in changes.items()}
    before = snapshot(data)

    outcome = qgis_process(algorithm, **parameters)

    assert outcome.returncode == 1, outcome.text
    said = sentence(outcome.text)
    for word in words:
        assert word.format(data=data) in said, said
    assert "Traceback" not in outcome.text
    assert support.left_in(tmp_path) == []
    assert snapshot(data) == before


def snapshot(folder: Path) -> dict:
    """What lies there; not what readers of a raster keep beside it."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file() and not p.name.endswith(".aux.xml")}


def sentence(text: str) -> str:
    """What was said to the user, which must be one line; QGIS itself may say it twice."""
    # QGIS's own heading, and what QGIS and GDAL say of a raster that they open
    noise = re.compile(
        r"^ERROR:\s*(An error was encountered.*)?$|DeprecationWarning|^Logged warning:|^ERROR \d+:|^\s*$"
    )
    said = {line.strip() for line in text.splitlines() if not noise.search(line)}
    assert len(said) == 1, f"not one sentence but:\n{text}"
    (only,) = said
    assert only.endswith((".", "?")), only
    return only


def sentence_of_failure(text: str) -> str:
    return " ".join(line for line in text.splitlines() if "Cannot write" in line or "could not be written" in line)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(qgis_process, data, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    outcome = qgis_process(FILL, DEM=data / "dem.tif", OUTPUT=locked / "out.tif")
    assert outcome.returncode == 1
    assert str(locked) in sentence(outcome.text)


@pytest.mark.parametrize(
    ("algorithm", "more", "name", "blocks"),
    [
        ("rainshed:filldepressions", {}, "out.tif", 400),
        ("rainshed:depressions", {"MIN_DEPTH": 0.001}, "out.gpkg", 400),
        ("rainshed:assess", {}, None, 400),
        ("rainshed:assess", {}, "report.html", 400),
        ("rainshed:assess", {}, "project.qgz", 20),
        ("rainshed:assess", {}, "summary.json", 2),
    ],
)
def test_a_full_disk(qgis_process, sample, tmp_path, algorithm, more, name, blocks):
    """No file may grow beyond some blocks here, which to the writer is a disk that is full; the old output stays."""
    chain = {"OUTPUT_FILLED": "out.tif", "OUTPUT_SUMMARY": "s.json", "OUTPUT_MAP": "m.pdf"}
    names = {"OUTPUT": name} if name else chain
    if name and algorithm == "rainshed:assess":
        names = {f"OUTPUT_{Path(name).stem.upper()}": name}
    old = tmp_path / (name or "s.json")
    old.write_text("old")
    words = [f"DEM={sample / 'town_dem.tif'}", *(f"{key}={value}" for key, value in more.items())]
    words += [f"{output}={tmp_path / file}" for output, file in names.items()]
    limited = f"trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""  # blocks of 512 bytes; a signal ignored stays so
    done = subprocess.run(
        ["sh", "-c", limited, "sh", str(ROOT / "scripts" / "qgis_process"), "run", algorithm, "--", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"RAINSHED_PROFILE": str(qgis_process.profile)},
        timeout=240,
    )
    text = done.stdout + done.stderr
    assert done.returncode == 1, text
    assert "Cannot write" in text or "could not be written" in text, text
    assert "Traceback" not in text and ".rainshed-" not in sentence_of_failure(text), text
    assert old.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == [old.name]
