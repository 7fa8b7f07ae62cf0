"""The tools that are timed: a module each, with a class `Tool`.

`Tool(dem, task)` gets the DEM ready, outside the clock; the method named like the task is timed. It returns its grid
(filled DEM, accumulation in cells, water depth, rain in m), or a function that reads it after the clock has stopped.
`external` says that other programs do the work.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

TASKS = {
    "fill": "Fill",
    "fill_directions_accumulation": "Fill + directions + accumulation",
    "hierarchy_event": "Hierarchy + one event",
    "rain_to_flood": "Rain to flood",
}
PEERS = {
    "richdem": "richdem2",
    "whitebox": "whitebox-workflows",
    "topotoolbox": "topotoolbox",
    "pyflwdir": "pyflwdir",
    "grass": "GRASS",
    "saga": "SAGA",
}
RAIN = 0.05  # m, of the one event


class NotHere(Exception):
    """The tool is not installed, or has no such task."""


class Dem(NamedTuple):
    """Elevations (m) in a raw float32 file, row by row from the north, without nodata."""

    path: Path
    rows: int
    columns: int
    cell: float

    def read(self) -> np.ndarray:
        return np.fromfile(self.path, np.float32).reshape(self.rows, self.columns)

    def write(self, z: np.ndarray) -> None:
        """With the header that makes it a grid for GDAL and whitebox."""
        z.astype(np.float32).tofile(self.path)
        self.path.with_suffix(".hdr").write_text(
            f"ncols {self.columns}\nnrows {self.rows}\nxllcorner 0\nyllcorner 0\ncellsize {self.cell}\n"
            "NODATA_value -9999\nbyteorder LSBFIRST\n"
        )
