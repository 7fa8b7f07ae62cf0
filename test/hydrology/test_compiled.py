"""Compiled by numba or not, the engine gives the same bits."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rainshed.hydrology import compiled
from rainshed.hydrology.flow.accumulation import flow_accumulation
from rainshed.hydrology.flow.dispersive import METHODS, dispersive_accumulation
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.filling import rain_to_fill
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import fill_spill_merge, pond_cells, pond_depth
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.terrain.breaching import breach_depressions
from rainshed.hydrology.terrain.filling import fill_depressions, fill_with_slope
from rainshed.test.hydrology.strategies import random_terrain

SEEDS = range(8)


def digests(seed: int) -> dict[str, str]:
    """A hash of every result of the engine on one terrain."""
    z, valid, dx, dy, sinks = random_terrain(seed)
    h = build_hierarchy(z, valid, dx, dy, sinks)
    storage = measure_storage(z, h)
    runoff = np.random.default_rng(seed).exponential(0.3, z.shape)
    ponds = fill_spill_merge(z, h, storage, runoff)
    depth = pond_depth(z, storage, ponds)
    results = {
        "fill": fill_depressions(z, h),
        "fill with slope": fill_with_slope(z, h.direction, dx, dy, 0.01),
        "breach": breach_depressions(z, valid, dx, dy, 20.0, 5.0, sinks).z,
        "accumulation": flow_accumulation(h.direction, runoff),
        "rain to fill": rain_to_fill(h, storage),
        "depth": depth,
        "ponds of cells": pond_cells(depth, storage, ponds),
    }
    for method in METHODS:
        results[method] = dispersive_accumulation(z, through_depressions(h), dx, dy, method, runoff)
    for part in (h, storage, ponds, h.tree):
        for name, value in vars(part).items():
            if isinstance(value, (np.ndarray, float)):
                results[f"{type(part).__name__}.{name}"] = np.asarray(value)
    return {
        name: hashlib.sha256(str(array.dtype).encode() + np.ascontiguousarray(array).tobytes()).hexdigest()
        for name, array in results.items()
    }


def printed_by(disable: str) -> list[str]:
    """The digests from a process of its own, one line each, after a line that says whether numba was used."""
    return lines_of(
        "from rainshed.test.hydrology import test_compiled as t\n"
        "print(t.compiled.available())\n"
        "for seed in t.SEEDS:\n"
        "    for name, digest in sorted(t.digests(seed).items()):\n"
        "        print(seed, name, digest)\n",
        NUMBA_DISABLE_JIT=disable,
    )


def lines_of(code: str, **environment: str) -> list[str]:
    """What the code prints in a process of its own."""
    folder = Path(compiled.__file__).parents[2]
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": path, **environment}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_uncompiled_engine_gives_the_same_bits():
    if importlib.util.find_spec("numba") is None:
        pytest.skip("numba is not installed: there is nothing to compare with")
    plain = printed_by("1")
    fast = printed_by("0")
    assert (plain[0], fast[0]) == ("False", "True")
    assert len(plain) > 8 * 20
    assert plain[1:] == fast[1:]


def test_every_kernel_is_kept_in_the_folder_of_these_sources(tmp_path):
    """numba looks at the age of a kernel's own file only: without the folder a changed callee would go unseen."""
    if importlib.util.find_spec("numba") is None:
        pytest.skip("numba is not installed: nothing is compiled")
    (folder,) = lines_of(
        "import numpy as np\n"
        "from rainshed.hydrology import compiled, heap\n"
        "from rainshed.hydrology.ponds import dynamics, saddles\n"
        "dynamics.count_below(np.arange(3.0), 0, 3, 1.0)\n"
        "heap.push(np.zeros(4), np.zeros(4, np.int64), 0, 1.0, 2)\n"
        "saddles.find(np.arange(4), 2)\n"
        "print(compiled.cache_folder())\n",
        RAINSHED_CACHE_DIR=str(tmp_path),
    )
    assert Path(folder).parent == tmp_path
    kept = {path.name.split("-")[0] for path in Path(folder).rglob("*.nbi")}
    assert kept == {"dynamics.count_below", "heap.push", "saddles.find"}


def test_compiling_is_told_before_the_first_run_only(tmp_path):
    if importlib.util.find_spec("numba") is None:
        pytest.skip("numba is not installed: nothing is compiled")
    code = (
        "import numpy as np\n"
        "from rainshed.hydrology import compiled, heap\n"
        "print(compiled.first_use())\n"
        "heap.push(np.zeros(4), np.zeros(4, np.int64), 0, 1.0, 2)\n"
        "print(compiled.first_use())\n"
    )
    told = lines_of(code, RAINSHED_CACHE_DIR=str(tmp_path))
    assert "compiled" in told[0]
    assert told[1] == "None"
    assert lines_of(code, RAINSHED_CACHE_DIR=str(tmp_path)) == ["None", "None"]
    assert lines_of(code, RAINSHED_CACHE_DIR=str(tmp_path / "other"), NUMBA_DISABLE_JIT="1") == ["None", "None"]


def test_notice_only_for_long_uncompiled_runs(monkeypatch):
    monkeypatch.setattr(compiled, "available", lambda: False)
    assert compiled.notice(999_999) is None
    assert "1,000,000 cells will take about 1 min" in compiled.notice(1_000_000)
    text = compiled.notice(18_000_000)
    assert "numba" in text
    assert compiled.INSTALL_LINE in text
    assert "18,000,000" in text
    monkeypatch.setattr(compiled, "available", lambda: True)
    assert compiled.notice(18_000_000) is None
