"""Measures the memory that every algorithm takes, by real runs of qgis_process: a JSON line for each case.

    scripts/python benchmarks/memory.py [--sizes 1000,3000] [--only ID] [--kind Float32]

Every optional output is asked for. `bytes_per_cell` is how much the peak grows between two DEMs of these sizes, and the
source of the figures BYTES_PER_CELL of the algorithms; `base_mb` is what is left of it for no cells at all.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "memory"
# Prints the greatest memory (kB) of the command that follows.
WATCH = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
WITHOUT_DEM = ("riskmap", "mapsheet", "controlline", "pondingpoints", "copingrain")
EVERY = 50  # cells from one feature to the next
# Case -> algorithm, parameters. {x} stands for the input x, and a name that starts with OUTPUT for a file's ending.
CASES = {
    "conditiondem": (
        "conditiondem",
        "BUILDINGS={boxes} CHANNELS={lines} CULVERTS={lines} BARRIERS={lines} CLOSE_GAPS=true OUTPUT=tif",
    ),
    "filldepressions fill": ("filldepressions", "METHOD=fill SINKS={points} OUTPUT=tif OUTPUT_DEPTH=tif"),
    "filldepressions fill_slope": ("filldepressions", "METHOD=fill_slope OUTPUT=tif OUTPUT_DEPTH=tif"),
    "filldepressions breach": ("filldepressions", "METHOD=breach OUTPUT=tif OUTPUT_DEPTH=tif"),
    "filldepressions breach_fill": ("filldepressions", "METHOD=breach_fill OUTPUT=tif OUTPUT_DEPTH=tif"),
    "depressions": ("depressions", "MIN_DEPTH=0.05 SINKS={points} OUTPUT=gpkg OUTPUT_POUR_POINTS=gpkg"),
    "depressions curves": ("depressions", "MIN_DEPTH=0.05 OUTPUT=gpkg OUTPUT_CURVES=gpkg"),
    "depressions all": ("depressions", "LEVELS=all OUTPUT=gpkg OUTPUT_POUR_POINTS=gpkg OUTPUT_CURVES=gpkg"),
    "flowaccumulation d8": (
        "flowaccumulation",
        "METHOD=d8 WEIGHTS={dem} SINKS={points} OUTPUT=tif OUTPUT_DIRECTION=tif",
    ),
    "flowaccumulation d8 bare": ("flowaccumulation", "METHOD=d8 OUTPUT=tif"),
    "flowaccumulation dinf": ("flowaccumulation", "METHOD=dinf WEIGHTS={dem} OUTPUT=tif"),
    "flowaccumulation mfd": ("flowaccumulation", "METHOD=mfd WEIGHTS={dem} OUTPUT=tif"),
    "flowpaths": ("flowpaths", "THRESHOLD=500 SINKS={points} OUTPUT=gpkg"),
    "tracedownstream": ("tracedownstream", "POINTS={few} SINKS={points} OUTPUT=gpkg"),
    "upstreamarea": ("upstreamarea", "POINTS={few} SNAP_DISTANCE=5 OUTPUT=gpkg"),
    "drainagezones": (
        "drainagezones",
        "INLETS={points} PIPES={lines} OUTFALLS={few} CHANNELS={channel} LEVEL=inlet DEPRESSION_VOLUME=10"
        " RECEIVING_LEVEL=55 RAIN_RATE=50 OUTPUT=gpkg OUTPUT_RASTER=tif OUTPUT_INTERCEPTION=gpkg",
    ),
    "drainagezones ground": (
        "drainagezones",
        "INLETS={points} PIPES={lines} OUTFALLS={few} CHANNELS={channel} LEVEL=inlet DEPRESSION_VOLUME=10"
        " RECEIVING_LEVEL=55 RAIN_RATE=50 GROUND={dem} OUTPUT=gpkg OUTPUT_RASTER=tif OUTPUT_INTERCEPTION=gpkg",
    ),
    "checkinputs": (
        "checkinputs",
        "INLETS={points} PIPES={lines} OUTFALLS={few} CHANNELS={channel} BUILDINGS={boxes} OUTPUT=gpkg"
        " OUTPUT_HTML=html",
    ),
    "networkcheck": (
        "networkcheck",
        "INLETS={points} PIPES={lines} OUTFALLS={few} OUTPUT=gpkg OUTPUT_PIPES=gpkg",
    ),
    "pipecapacity": (
        "pipecapacity",
        "PIPES={lines} INLETS={points} OUTFALLS={few} INTENSITY=300 LARGE_AREAS=skip OUTPUT=gpkg OUTPUT_ZONES=gpkg",
    ),
    "swmmexport": ("swmmexport", "PIPES={lines} INLETS={points} OUTFALLS={few} INTENSITY=300 OUTPUT=inp"),
    "inletcapacity": ("inletcapacity", "PIPES={lines} INLETS={points} OUTFALLS={few} INTENSITY=300 OUTPUT=gpkg"),
    "outfallbackwater": (
        "outfallbackwater",
        "OUTFALLS={few} PIPES={lines} RECEIVING_LEVEL=5 OUTPUT=gpkg OUTPUT_MANHOLES=gpkg",
    ),
    "networkgaps": (
        "networkgaps",
        "INLETS={points} PIPES={lines} CHANNELS={channel} BUILTUP={boxes} DISTANCE=20 OUTPUT=gpkg",
    ),
    "networkgaps all ground": ("networkgaps", "INLETS={points} PIPES={channel} DISTANCE=20 MIN_AREA=0 OUTPUT=gpkg"),
    "inundation": ("inundation", "SINKS={points} OUTPUT=tif OUTPUT_LEVEL=tif OUTPUT_PONDS=gpkg"),
    "inundation rasters": ("inundation", "RUNOFF={dem} OUTPUT=tif OUTPUT_LEVEL=tif"),
    "inundation bare": ("inundation", "OUTPUT=tif"),
    "pondingevent": (
        "pondingevent",
        "HYETOGRAPH={storm} INFILTRATION={depth} INLETS={points} PIPES={lines} OUTFALLS={few} OUTPUT=tif"
        " OUTPUT_DURATION=tif OUTPUT_START=tif OUTPUT_PONDS=gpkg OUTPUT_SERIES=csv",
    ),
    "pondingevent rasters": (
        "pondingevent",
        "HYETOGRAPH={storm} INFILTRATION={depth} INLETS={points} OUTPUT=tif OUTPUT_DURATION=tif OUTPUT_START=tif",
    ),
    "runoff": ("runoff", "LAND={boxes} BUILDINGS={boxes} DEFAULT_COEFFICIENT=0.5 OUTPUT=tif"),
    "runoff bare": ("runoff", "BUILDINGS={boxes} DEFAULT_COEFFICIENT=0.5 OUTPUT=tif"),
    "runoff raster": ("runoff", "LAND_RASTER={codes} BUILDINGS={boxes} OUTPUT=tif"),
    "raintoflood": ("raintoflood", "SINKS={points} OUTPUT=tif"),
    "floodprobability": ("floodprobability", "RUNS=3 SINKS={points} OUTPUT=tif OUTPUT_MEAN=tif"),
    "riskmap": ("riskmap", "DEPTH={depth} DURATION={depth} VELOCITY={depth} OUTPUT=tif OUTPUT_ZONES=gpkg"),
    "riskmap depth_duration": (
        "riskmap",
        "DEPTH={depth} DURATION={depth} SCHEME=depth_duration OUTPUT=tif OUTPUT_ZONES=gpkg",
    ),
    "riskmap uk_hazard": ("riskmap", "DEPTH={depth} VELOCITY={depth} SCHEME=uk_hazard OUTPUT=tif OUTPUT_ZONES=gpkg"),
    "copingrain": ("copingrain", "RAINTOFLOOD={depth} ZONES={boxes} OUTPUT=gpkg"),
    "copingrain one zone": ("copingrain", "RAINTOFLOOD={depth} ZONES={whole} WET_AREA=1e9 OUTPUT=gpkg"),
    "pondingpoints": ("pondingpoints", "DEPTH={depth} RECORDED={points} OUTPUT=gpkg OUTPUT_RECORDED=gpkg"),
    "controlline": ("controlline", "RISK={risk} CLASS=blue MIN_AREA=2 OUTPUT=gpkg OUTPUT_LINE=gpkg"),
    "controlline unsmoothed": ("controlline", "DEPTH={depth} MIN_AREA=2 SMOOTH=0 OUTPUT=gpkg OUTPUT_LINE=gpkg"),
    "mapsheet": ("mapsheet", "RISK={risk} OUTPUT=pdf"),
    "mapsheet atlas": ("mapsheet", "RISK={risk} ZONES={whole} OUTPUT=pdf"),
    "assess": (
        "assess",
        "INLETS={points} PIPES={lines} OUTFALLS={few} CHANNELS={channel} BUILDINGS={boxes} OUTPUT_CONDITIONED=tif"
        " OUTPUT_FILLED=tif OUTPUT_PATHS=gpkg OUTPUT_ZONES=gpkg OUTPUT_DEPRESSIONS=gpkg OUTPUT_DEPTH=tif"
        " OUTPUT_RISK=tif OUTPUT_RISK_ZONES=gpkg OUTPUT_MAP=pdf OUTPUT_PROJECT=qgz OUTPUT_SUMMARY=json",
    ),
    "assess storms": (
        "assess",
        "INLETS={points} PIPES={lines} OUTFALLS={few} CHANNELS={channel} BUILDINGS={boxes} RECORDED={few} A1=12 C=0.8"
        " B=12 N=0.75 RETURN_PERIODS=2,50 BEYOND=x1.5 OUTPUT_CONDITIONED=tif OUTPUT_FILLED=tif OUTPUT_PATHS=gpkg"
        " OUTPUT_ZONES=gpkg OUTPUT_DEPRESSIONS=gpkg OUTPUT_DEPTH=tif OUTPUT_RISK=tif OUTPUT_RISK_ZONES=gpkg"
        " OUTPUT_MAP=pdf OUTPUT_PROJECT=qgz OUTPUT_SUMMARY=json OUTPUT_DURATION=tif OUTPUT_COMBINED=tif"
        " OUTPUT_COMBINED_ZONES=gpkg OUTPUT_POINTS=gpkg OUTPUT_RECORDED=gpkg OUTPUT_CONTROL=gpkg"
        " OUTPUT_CONTROL_LINE=gpkg OUTPUT_RAINTOFLOOD=tif OUTPUT_COPING=gpkg OUTPUT_SCENARIOS=all OUTPUT_REPORT=html",
    ),
}


def make_inputs(size: int, kind: str) -> dict[str, str]:
    """Rasters of `size` x `size` cells and layers that lie on them, each made once."""
    from town import CELL, town_dem

    from rainshed.test.algorithms import support

    folder = BUILD / f"{kind}_{size}"
    names = ("dem.tif", "depth.tif", "risk.tif", "points.gpkg", "few.gpkg", "lines.gpkg", "channel.gpkg", "boxes.gpkg")
    names += ("storm.csv", "whole.gpkg", "codes.tif")
    if not folder.is_dir():
        made = Path(tempfile.mkdtemp(dir=BUILD))
        dx = CELL
        z = town_dem(size)
        z[size // 2 : size // 2 + 3, size // 2 : size // 2 + 3] = np.nan
        options = ["TILED=YES", "COMPRESS=DEFLATE"]
        support.write_raster(made / "dem.tif", z, dx, kind=kind, options=options)
        depth = np.clip(np.nan_to_num(z) % 1.0 - 0.4, 0, None)
        support.write_raster(made / "depth.tif", depth, dx, options=options)
        support.write_raster(made / "risk.tif", np.digitize(depth, [0.15, 0.3, 0.4, 0.5]), dx, kind="Byte", nodata=255)
        places = [(r, c) for r in range(EVERY, size - EVERY, EVERY) for c in range(EVERY, size - EVERY, EVERY)]
        support.write_vector(made / "points.gpkg", [support.point(r, c, dx) for r, c in places])
        support.write_vector(made / "few.gpkg", [support.point(r, c, dx) for r, c in places[:: len(places) // 20]])
        pipes = [support.line((r, c), (r, c + EVERY), dx=dx) for r, c in places]
        support.write_vector(made / "lines.gpkg", pipes)
        support.write_vector(made / "channel.gpkg", [support.line((size - 5, 3), (size - 5, size - 3), dx=dx)])
        support.write_vector(
            made / "boxes.gpkg",
            [support.box(r, c, r + 20, c + 20, dx) for r, c in places],
            {"cover": ["green"] * len(places)},
        )
        support.write_raster(made / "codes.tif", 10.0 * np.digitize(depth, [0.1, 0.2, 0.3]) + 10, dx, kind="Byte")
        support.write_vector(made / "whole.gpkg", [support.box(0, 0, size - 1, size - 1, dx)])
        (made / "storm.csv").write_text("t_min,rain_mm\n0,10\n20,30\n40,10\n60,0\n")
        made.rename(folder)
    return {name.split(".")[0]: str(folder / name) for name in names}


def peak(case: str, inputs: dict[str, str]) -> int:
    """The greatest memory (bytes) of one run."""
    algorithm, text = CASES[case]
    known = set(inputs)
    folder = Path(tempfile.mkdtemp(dir=BUILD))
    words = [] if algorithm in WITHOUT_DEM else [f"DEM={inputs['dem']}"]
    for word in text.split():
        name, value = word.split("=", 1)
        if name.startswith("OUTPUT"):
            value = folder / f"{name.lower()}.{value}"
        elif value.strip("{}") in known:
            value = inputs[value.strip("{}")]
        words.append(f"{name}={value}")
    command = [str(ROOT / "scripts" / "qgis_process"), "run", f"rainshed:{algorithm}", "--", *words]
    done = subprocess.run([sys.executable, "-c", WATCH, *command], capture_output=True, encoding="utf-8")
    shutil.rmtree(folder)
    if done.returncode:
        raise SystemExit(f"{case} failed:\n{done.stdout}\n{done.stderr}")
    return int(done.stdout.split()[-1]) * 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,3000")
    parser.add_argument("--only", default="", help="cases whose names begin so; several separated by commas")
    parser.add_argument("--kind", default="Float32", help="GDAL type of the DEM")
    given = parser.parse_args()
    sys.path.insert(0, os.environ["RAINSHED_PLUGINS"])
    small, large = (int(size) for size in given.sizes.split(","))
    BUILD.mkdir(parents=True, exist_ok=True)
    inputs = [make_inputs(size, given.kind) for size in (small, large)]
    for case in CASES:
        if case.startswith(tuple(given.only.split(","))):
            peak(case, inputs[0])  # compiles, which takes memory of its own
            low, high = (peak(case, each) for each in inputs)
            slope = (high - low) / (large**2 - small**2)
            figures = {"peak_mb": round(high / 1e6), "base_mb": round((low - slope * small**2) / 1e6)}
            print(json.dumps({"case": case, "bytes_per_cell": round(slope, 1), **figures}), flush=True)


if __name__ == "__main__":
    main()
