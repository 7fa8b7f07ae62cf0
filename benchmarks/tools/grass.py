"""GRASS: its modules without the shell around them, on a map imported before."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from . import Dem, NotHere

if not shutil.which("grass"):
    raise NotHere("GRASS is not installed")


def _answer(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def version() -> str:
    return _answer("grass", "--config", "version").strip().split("\n")[0]


class Tool:
    external = True

    def __init__(self, dem: Dem, task: str) -> None:
        self.dem = dem
        self.folder = Path(tempfile.mkdtemp(dir=dem.path.parent))
        base = _answer("grass", "--config", "path").strip()
        _answer("grass", "-c", "XY", "-e", str(self.folder / "town"))
        session = self.folder / "rc"
        session.write_text(f"GISDBASE: {self.folder}\nLOCATION_NAME: town\nMAPSET: PERMANENT\nGUI: text\n")
        self.environment = {
            **os.environ,
            "GISBASE": base,
            "GISRC": str(session),
            "PATH": f"{base}/bin:{base}/scripts:{os.environ['PATH']}",
            "LD_LIBRARY_PATH": f"{base}/lib",
            "GRASS_COMPRESSOR": "LZ4",  # the quickest; there is none without compression
        }
        size = (f"rows={dem.rows}", f"cols={dem.columns}")
        corners = (f"north={dem.rows * dem.cell}", "south=0", f"east={dem.columns * dem.cell}", "west=0")
        self._run("r.in.bin", "-f", f"input={dem.path}", "output=dem", "bytes=4", *corners, *size)
        self._run("g.region", "raster=dem")

    def __del__(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, *command: str) -> None:
        done = subprocess.run(
            [*command, "--quiet", "--overwrite"], env=self.environment, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(done.stderr.strip())

    def _reader(self, name: str) -> Callable[[], np.ndarray]:
        def read() -> np.ndarray:
            out = self.folder / "out.bin"
            self._run("r.out.bin", "-f", f"input={name}", f"output={out}", "bytes=4")
            return np.fromfile(out, np.float32).reshape(self.dem.rows, self.dem.columns)

        return read

    def fill(self) -> Callable[[], np.ndarray]:
        self._run("r.fill.dir", "input=dem", "output=filled", "direction=direction")
        return self._reader("filled")

    def fill_directions_accumulation(self) -> Callable[[], np.ndarray]:
        # Leads water through depressions by least cost; needs no filled DEM and writes none.
        self._run("r.watershed", "-s", "-a", "elevation=dem", "accumulation=accumulation", "drainage=drainage")
        return self._reader("accumulation")
