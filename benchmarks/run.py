"""Times the engine against its peers, in one run: a JSON line per figure.

    python benchmarks/run.py [--sizes 1000,4000] [--tools rainshed,richdem] [--repeats 3] [--dem FILE]

Every tool works in a process of its own on the same DEM in memory; compiling is done before the clock starts. A figure
is the median of the repeats; `peak_mb` is the greatest memory of the process, Python and the DEM included.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "benchmark"
CELL = 0.5  # m


def urban_dem(size: int, seed: int = 1) -> np.ndarray:
    """A town-like DEM, float32: rolling ground, streets 12 cm below the blocks, micro-relief and lidar noise."""
    rng = np.random.default_rng(seed)
    z = np.zeros((size, size))
    axis = np.arange(size) * CELL
    for wavelength, height in ((2000, 12.0), (700, 4.0), (250, 1.0), (60, 0.15), (12, 0.05)):
        for _ in range(3):
            turn, phase = rng.uniform(0, 2 * np.pi, 2)
            k = 2 * np.pi / (wavelength * rng.uniform(0.7, 1.4))
            across = k * np.cos(turn) * axis[None, :]
            z += height / 3 * np.sin(across + k * np.sin(turn) * axis[:, None] + phase)
    for lengthwise in (False, True):
        at = 0
        while at < size:
            at += int(rng.integers(120, 240))
            street = (slice(at, at + 16), slice(None))
            z[street[::-1] if lengthwise else street] -= 0.12
    z += 0.02 * rng.standard_normal(z.shape)
    return np.round(50 + z, 3).astype(np.float32)


class Rainshed:
    """This project: fill, directions through depressions and accumulation, from one basin graph."""

    package = None

    def __init__(self) -> None:
        folder = tempfile.mkdtemp()
        os.symlink(ROOT, os.path.join(folder, "rainshed"))
        sys.path.insert(0, folder)
        os.environ.setdefault("RAINSHED_CACHE_DIR", str(ROOT / "build" / "numba"))
        self.accumulation = importlib.import_module("rainshed.hydrology.flow.accumulation")
        self.routing = importlib.import_module("rainshed.hydrology.flow.routing")
        self.hierarchy = importlib.import_module("rainshed.hydrology.ponds.hierarchy")
        self.filling = importlib.import_module("rainshed.hydrology.terrain.filling")

    def fill_directions_accumulation(self, z: np.ndarray) -> float:
        hierarchy = self.hierarchy.build_hierarchy(z, np.ones(z.shape, bool), CELL, CELL)
        filled = self.filling.fill_depressions(z, hierarchy)
        direction = self.routing.through_depressions(hierarchy)
        del hierarchy
        self.accumulation.flow_accumulation(direction, CELL * CELL)
        return float(np.sum(filled, dtype=np.float64) - np.sum(z, dtype=np.float64))


class Richdem:
    """richdem's fill and D8 accumulation on the filled DEM."""

    package = "richdem2"

    def __init__(self) -> None:
        self.richdem = importlib.import_module("richdem")

    def fill_directions_accumulation(self, z: np.ndarray) -> float:
        dem = self.richdem.rdarray(z, no_data=-9999)
        dem.geotransform = [0, CELL, 0, 0, 0, -CELL]
        filled = self.richdem.FillDepressions(dem, epsilon=False, in_place=False)
        self.richdem.FlowAccumulation(filled, method="D8")
        return float(np.sum(filled, dtype=np.float64) - np.sum(z, dtype=np.float64))


TOOLS = {"rainshed": Rainshed, "richdem": Richdem}
TASKS = ("fill_directions_accumulation",)


def work(tool: str, task: str, dem: str, repeats: int) -> None:
    """In a process of its own: time one task and print the figures."""
    engine = TOOLS[tool]()
    getattr(engine, task)(urban_dem(200))  # compiles
    z = np.load(dem)
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        check = getattr(engine, task)(z)
        seconds.append(time.perf_counter() - start)
    version = importlib.metadata.version(engine.package) if engine.package else "checkout"
    figure = {
        "tool": tool,
        "version": version,
        "task": task,
        "cells": int(z.size),
        "seconds": round(statistics.median(seconds), 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "threads": 1,
        "cores": os.cpu_count(),
        "fill_m": round(check, 3),
    }
    print(json.dumps(figure), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=os.environ.get("SIZES") or "1000,2000,4000")
    parser.add_argument("--tools", default=os.environ.get("PEERS") or ",".join(TOOLS))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--dem", help="a DEM (any GDAL raster) instead of made ones")
    parser.add_argument("--work", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        tool, task, dem, repeats = options.work
        work(tool, task, dem, int(repeats))
        return
    BUILD.mkdir(parents=True, exist_ok=True)
    made = []
    if options.dem:
        import rasterio

        with rasterio.open(options.dem) as source:
            made.append(BUILD / "dem.npy")
            np.save(made[0], source.read(1))
    else:
        for size in map(int, options.sizes.split(",")):
            made.append(BUILD / f"dem_{size}.npy")
            if not made[-1].exists():
                np.save(made[-1], urban_dem(size))
    for dem in made:
        for task in TASKS:
            for tool in options.tools.split(","):
                command = [sys.executable, __file__, "--work", tool, task, str(dem), str(options.repeats)]
                done = subprocess.run(command, capture_output=True, text=True)
                line = [part for part in done.stdout.splitlines() if part.startswith("{")]
                print(line[-1] if line else f"{tool} failed: {done.stderr.strip().splitlines()[-1:]}", flush=True)


if __name__ == "__main__":
    main()
