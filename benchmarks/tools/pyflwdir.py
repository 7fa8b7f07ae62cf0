"""pyflwdir: Wang and Liu's fill, which gives the directions too."""

from __future__ import annotations

import importlib.metadata

import numpy as np
import pyflwdir

from . import Dem


def version() -> str:
    return importlib.metadata.version("pyflwdir")


class Tool:
    external = False

    def __init__(self, dem: Dem, task: str) -> None:
        self.z = dem.read()

    def fill(self) -> np.ndarray:
        return pyflwdir.dem.fill_depressions(self.z)[0]

    def fill_directions_accumulation(self) -> np.ndarray:
        return pyflwdir.from_dem(self.z).upstream_area()
