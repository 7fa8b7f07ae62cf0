"""SAGA: `saga_cmd` on its own raw grids; reading and writing them is inside the clock."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from . import Dem, NotHere

if not shutil.which("saga_cmd"):
    raise NotHere("SAGA is not installed")

HEADER = """NAME\t= dem
DATAFILE_OFFSET\t= 0
DATAFORMAT\t= FLOAT
BYTEORDER_BIG\t= FALSE
POSITION_XMIN\t= 0.0
POSITION_YMIN\t= 0.0
CELLCOUNT_X\t= {columns}
CELLCOUNT_Y\t= {rows}
CELLSIZE\t= {cell}
Z_FACTOR\t= 1.0
NODATA_VALUE\t= -99999.0
TOPTOBOTTOM\t= TRUE
"""


def version() -> str:
    done = subprocess.run(["saga_cmd", "--version"], capture_output=True, text=True)
    return done.stdout.split(":")[-1].strip()


class Tool:
    external = True

    def __init__(self, dem: Dem, task: str) -> None:
        self.dem = dem
        self.folder = Path(tempfile.mkdtemp(dir=dem.path.parent))
        shutil.copyfile(dem.path, self.folder / "dem.sdat")
        (self.folder / "dem.sgrd").write_text(HEADER.format(rows=dem.rows, columns=dem.columns, cell=dem.cell))

    def __del__(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, library: str, tool: int, *options: str) -> None:
        command = ["saga_cmd", "--flags=s", f"--cores={os.cpu_count()}", library, str(tool), *options]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError((done.stderr or done.stdout).strip())

    def _reader(self, name: str) -> Callable[[], np.ndarray]:
        # SAGA writes from the south; that does not matter to sums and maxima.
        return lambda: np.fromfile(self.folder / f"{name}.sdat", np.float32).reshape(self.dem.rows, self.dem.columns)

    def _fill(self, least_slope: float) -> None:
        self._run("ta_preprocessor", 5, "-ELEV=dem.sgrd", "-FILLED=filled.sgrd", f"-MINSLOPE={least_slope}")

    def fill(self) -> Callable[[], np.ndarray]:
        self._fill(0)
        return self._reader("filled")

    def fill_directions_accumulation(self) -> Callable[[], np.ndarray]:
        self._fill(0.01)
        self._run("ta_hydrology", 1, "-ELEVATION=filled.sgrd", "-FLOW=flow.sgrd", "-METHOD=0", "-FLOW_UNIT=0")
        return self._reader("flow")
