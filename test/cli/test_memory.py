"""The guard of memory by real runs: a run that needs too much is refused, and one takes no more than it says."""

from __future__ import annotations

import re
import sys

import numpy as np
import pytest

from rainshed.hydrology import compiled
from rainshed.test.algorithms import support
from rainshed.test.cli.runner import Outcome
from rainshed.test.cli.test_refusals import sentence

# Prints the greatest memory (kB) of the command that follows, as its last word.
WATCHED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print("\\nPEAK", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
SIDE = 1500  # cells
HUGE = """<VRTDataset rasterXSize="200000" rasterYSize="300000"><SRS>EPSG:32649</SRS>
<GeoTransform>500000, 1, 0, 3800000, 0, -1</GeoTransform><VRTRasterBand dataType="Float32" band="1"/></VRTDataset>"""


@pytest.fixture(scope="module")
def rough(tmp_path_factory) -> str:
    """A DEM as rough as lidar gives it, with a pit in every twenty cells or so."""
    z = 20 + 0.1 * np.add.outer(np.sin(np.arange(SIDE) / 9), np.sin(np.arange(SIDE) / 7))
    z += np.random.default_rng(5).normal(0, 0.02, z.shape)
    return str(support.write_raster(tmp_path_factory.mktemp("rough") / "dem.tif", z))


@pytest.fixture(scope="module")
def huge(tmp_path_factory) -> str:
    """A DEM of 60 000 million cells, none of them written."""
    path = tmp_path_factory.mktemp("huge") / "huge.vrt"
    path.write_text(HUGE)
    return str(path)


def watched(qgis_process, algorithm: str, **parameters) -> tuple[Outcome, int]:
    """A run, and its greatest memory in bytes."""
    done = qgis_process(algorithm, before=(sys.executable, "-c", WATCHED), **parameters)
    return done, int(done.stdout.split("PEAK")[1]) * 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="measures as Linux does")
@pytest.mark.skipif(not compiled.available(), reason="takes minutes without numba")
@pytest.mark.parametrize(
    ("algorithm", "more"),
    [
        ("filldepressions", {"OUTPUT_DEPTH": "d.tif"}),
        ("raintoflood", {}),
        ("floodprobability", {"RUNS": 2, "OUTPUT_MEAN": "m.tif"}),
        ("inundation", {"OUTPUT_LEVEL": "l.tif", "OUTPUT_PONDS": "p.gpkg"}),
    ],
    ids=["filldepressions", "raintoflood", "floodprobability", "inundation"],
)
def test_a_run_takes_no_more_than_it_says(qgis_process, rough, huge, tmp_path, algorithm, more):
    """Beyond what QGIS has by itself when it looks at the parameters, which a refused run shows."""
    more = {name: tmp_path / value if name.startswith("OUTPUT") else value for name, value in more.items()}
    _, before = watched(qgis_process, f"rainshed:{algorithm}", DEM=huge, OUTPUT=tmp_path / "o.tif")
    done, peak = watched(qgis_process, f"rainshed:{algorithm}", DEM=rough, OUTPUT=tmp_path / "o.tif", **more)
    assert done.returncode == 0, done.text
    said = int(re.search(r"Memory: about ([\d,]+) MB needed, ", done.text)[1].replace(",", "")) * 1e6
    assert 0.5 * said < peak - before <= said


def test_a_run_that_needs_more_than_the_machine_has(qgis_process, huge, tmp_path):
    done = qgis_process("rainshed:raintoflood", DEM=huge, OUTPUT=tmp_path / "o.tif")
    assert done.returncode == 1, done.text
    said = sentence(done.text)
    assert said.startswith("Not enough memory: about ")
    for part in (" GB needed for DEM of 200000 x 300000 cells, ", " free, ", "70 %", "clip DEM to ", "resample it to "):
        assert part in said
    assert support.left_in(tmp_path) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ulimit -v is of Linux")
def test_a_process_that_may_take_little(qgis_process, rough, tmp_path):
    """A run that is told enough is free goes through; one that is left just what it needs, not 70 % of it, does not."""

    def limited(kilobytes: int):
        before = ("sh", "-c", f'ulimit -v {kilobytes}; exec "$@"', "sh")
        return qgis_process("rainshed:raintoflood", before=before, DEM=rough, OUTPUT=tmp_path / f"{kilobytes}.tif")

    much = 8_000_000
    done = limited(much)
    assert done.returncode == 0, done.text
    need, free = (
        int(float(number.replace(",", "")) * {"MB": 1e6, "GB": 1e9}[unit] / 1024)
        for number, unit in re.findall(r"([\d,.]+) (MB|GB) (?:needed|free)", done.text)
    )
    for path in tmp_path.glob(f"{much}.*"):
        path.unlink()
    done = limited(much - free + need)
    assert done.returncode == 1, done.text
    assert "Not enough memory" in sentence(done.text)
    assert support.left_in(tmp_path) == []
