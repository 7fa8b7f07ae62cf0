"""In a process of its own: time one task of one tool, and print the figures as JSON.

python benchmarks/work.py TOOL TASK DEM ROWS COLUMNS CELL REPEATS
"""

from __future__ import annotations

import importlib
import json
import math
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from tools import Dem, NotHere

WARM_UP = 200  # rows and columns of the corner that compiles everything


def time_task(name: str, task: str, dem: Dem, repeats: int) -> dict:
    """The figures of one task: see `run.py`."""
    module = importlib.import_module(f"tools.{name}")
    if not hasattr(module.Tool, task):
        raise NotHere("has no such task")
    with tempfile.TemporaryDirectory(dir=dem.path.parent) as folder:
        getattr(module.Tool(_corner(dem, Path(folder)), task), task)()
    tool = module.Tool(dem, task)
    who = resource.RUSAGE_CHILDREN if tool.external else resource.RUSAGE_SELF
    run, seconds, busy = getattr(tool, task), [], 0.0
    result = None
    for _ in range(repeats):
        del result  # of the round before
        start, before = time.perf_counter(), _cpu(who)
        result = run()
        seconds.append(time.perf_counter() - start)
        busy += _cpu(who) - before
    peak = resource.getrusage(who).ru_maxrss / 1024
    check = _check(task, np.asarray(result() if callable(result) else result), dem)
    cores = len(os.sched_getaffinity(0))
    return {
        "version": module.version(),
        "seconds": round(statistics.median(seconds), 3),
        "peak_mb": round(peak),
        "threads": min(cores, max(1, math.ceil(busy / sum(seconds) - 0.15))),
        "runs": [round(one, 3) for one in seconds],
        "cpu_seconds": round(busy / repeats, 3),
        "check": check,
    }


def _corner(dem: Dem, folder: Path) -> Dem:
    rows, columns = min(dem.rows, WARM_UP), min(dem.columns, WARM_UP)
    z = np.memmap(dem.path, np.float32, "r", shape=(dem.rows, dem.columns))[:rows, :columns]
    path = folder / "corner.flt"
    corner = Dem(path, rows, columns, dem.cell)
    corner.write(np.ascontiguousarray(z))
    return corner


def _cpu(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def _check(task: str, grid: np.ndarray, dem: Dem) -> float:
    """What all tools should agree on, roughly."""
    area = dem.cell * dem.cell
    if task == "fill":
        return round((np.sum(grid, dtype=np.float64) - np.sum(dem.read(), dtype=np.float64)) * area, 1)
    if task == "fill_directions_accumulation":
        return float(np.abs(grid).max())
    if task == "hierarchy_event":
        return round(float(np.sum(grid, dtype=np.float64)) * area, 1)
    return float(np.count_nonzero(grid <= 0.05)) * area


def main() -> None:
    name, task, path, rows, columns, cell, repeats = sys.argv[1:]
    try:
        figures = time_task(name, task, Dem(Path(path), int(rows), int(columns), float(cell)), int(repeats))
    except (NotHere, ModuleNotFoundError) as error:
        figures = {"seconds": None, "why": str(error)}
    print("\n" + json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
