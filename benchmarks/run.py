"""Times the project against its peers, in one run: a JSON line per figure, then a table and a plot in docs/.

    python benchmarks/run.py [--sizes 1000,2000] [--peers richdem,grass] [--tasks fill] [--dem FILE] [--limit SECONDS]

Every figure comes from a process of its own; the DEM is read and compiling is done before the clock starts. `seconds`
is the median of the repeats; `peak_mb` the greatest memory of the process, Python and the DEM included, or of the
greatest program that an external tool started; `threads` how many were busy (CPU time over time, rounded up). A tool
that is not installed, fails or exceeds the limit has `seconds: null` and says `why`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import re
import signal
import subprocess
import sys
from pathlib import Path

from tools import PEERS, TASKS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "benchmark"
FIGURES = BUILD / "figures.jsonl"
PEERS_PYTHON = BUILD / "venv" / "bin" / "python"
OURS = "rainshed"
SIZES = "1000,2000,4000,8000"


def peers_environment() -> dict:
    """Without this checkout's packages, which are built for another NumPy."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**mine, "NUMBA_CACHE_DIR": str(BUILD / "numba")}


def our_environment() -> dict:
    plugins = os.environ.get("RAINSHED_PLUGINS", str(ROOT / "build" / "plugins"))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [plugins, os.environ.get("PYTHONPATH")]))}


def by_peers(*command: object) -> str:
    """What a script answers that needs the packages of the benchmark's own venv."""
    return subprocess.run(
        [str(PEERS_PYTHON), *map(str, command)], check=True, stdout=subprocess.PIPE, text=True, env=peers_environment()
    ).stdout


def time_figure(tool: str, task: str, dem: dict, repeats: int, limit: float) -> dict:
    """The figures of one task, or why there are none."""
    ours = tool == OURS
    where = [dem["path"], dem["rows"], dem["columns"], dem["cell"]]
    command = [sys.executable if ours else PEERS_PYTHON, HERE / "work.py", tool, task, *where, repeats]
    work = subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace",
        env=our_environment() if ours else peers_environment(), start_new_session=True,
    )  # fmt: skip
    try:
        answer, complaint = work.communicate(timeout=limit)
    except BaseException as stopped:
        os.killpg(work.pid, signal.SIGKILL)  # with the programs that it started
        work.communicate()
        if isinstance(stopped, subprocess.TimeoutExpired):
            return {"seconds": None, "why": f"{repeats} runs take more than {limit:g} s"}
        raise
    if work.returncode == 0:
        return json.loads(answer.strip().splitlines()[-1])
    plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", complaint)  # what progress bars leave
    last = plain.strip().splitlines()[-1:] or [f"ended with code {work.returncode}"]
    return {"seconds": None, "why": "failed: " + last[0]}


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def prepare(options: argparse.Namespace) -> list[dict]:
    """Write the DEMs."""
    if options.dem:
        path = BUILD / "own.flt"
        shape = json.loads(by_peers(HERE / "town.py", path, "--copy", options.dem))
        return [{"path": path, "name": Path(options.dem).name, **shape}]
    data = Path(os.environ.get("RAINSHED_DATA") or ROOT.parent / "shared" / "data")
    ground = data / "santboi" / "dem_5m.tif"
    given, name = (["--ground", ground], "town on real ground") if ground.exists() else ([], "town on smooth hills")
    dems = []
    for size in map(int, options.sizes.split(",")):
        path = BUILD / f"town_{size}.flt"
        dems.append(
            {"path": path, "name": name, **json.loads(by_peers(HERE / "town.py", path, "--size", size, *given))}
        )
    return dems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=os.environ.get("SIZES") or SIZES, help="rows and columns of the DEMs")
    parser.add_argument("--peers", default=os.environ.get("PEERS") or ",".join(PEERS), help="some of them, or none")
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument(
        "--dem", default=os.environ.get("DEM") or None, help="a DEM without nodata, instead of made ones"
    )
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--limit", type=float, default=float(os.environ.get("LIMIT") or 900), help="seconds per figure")
    options = parser.parse_args()
    peers = [] if options.peers == "none" else options.peers.split(",")
    tasks = options.tasks.split(",")
    for name, known in [(peer, PEERS) for peer in peers] + [(task, TASKS) for task in tasks]:
        if name not in known:
            parser.error(f"{name} is none of {', '.join(known)}")
    BUILD.mkdir(parents=True, exist_ok=True)
    run = {"cores": len(os.sched_getaffinity(0)), "cpu": processor(), "date": datetime.date.today().isoformat()}
    given_up: dict[tuple[str, str], str] = {}
    with FIGURES.open("w", encoding="utf-8") as out:
        for dem in prepare(options):
            cells = dem["rows"] * dem["columns"]
            for task in tasks:
                for tool in [OURS, *peers]:
                    if (tool, task) in given_up:
                        figures = {"seconds": None, "why": given_up[tool, task]}
                    else:
                        figures = time_figure(tool, task, dem, options.repeats, options.limit)
                    if figures["seconds"] is None:
                        given_up[tool, task] = figures["why"]  # larger DEMs would be worse
                    head = {"tool": tool, "version": None, "task": task, "cells": cells}
                    line = json.dumps({**head, **figures, **run, "dem": dem["name"]})
                    print(line, flush=True)
                    out.write(line + "\n")
                    out.flush()
            dem["path"].unlink()
            dem["path"].with_suffix(".hdr").unlink()
    by_peers(HERE / "report.py", FIGURES)


if __name__ == "__main__":
    main()
