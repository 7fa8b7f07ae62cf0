"""This project: everything from one graph of basins."""

from __future__ import annotations

import configparser
from pathlib import Path

import numba
import numpy as np

from rainshed.hydrology.flow.accumulation import flow_accumulation
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.filling import rain_to_flood
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import inundate
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.terrain.filling import fill_depressions

from . import RAIN, Dem


def version() -> str:
    metadata = configparser.ConfigParser()
    metadata.read(Path(__file__).parents[2] / "metadata.txt", encoding="utf-8")
    return f"{metadata['general']['version']} (numba {numba.__version__}, NumPy {np.__version__})"


class Tool:
    external = False

    def __init__(self, dem: Dem, task: str) -> None:
        self.z, self.cell = dem.read(), dem.cell
        self.valid = np.ones(self.z.shape, bool)

    def _hierarchy(self):
        return build_hierarchy(self.z, self.valid, self.cell, self.cell)

    def fill(self) -> np.ndarray:
        return fill_depressions(self.z, self._hierarchy())

    def fill_directions_accumulation(self) -> np.ndarray:
        hierarchy = self._hierarchy()
        filled = fill_depressions(self.z, hierarchy)
        direction = through_depressions(hierarchy)
        del hierarchy
        accumulation = flow_accumulation(direction, 1.0)
        del filled  # held until here: it is part of the result
        return accumulation

    def hierarchy_event(self) -> np.ndarray:
        hierarchy = self._hierarchy()
        storage = measure_storage(self.z, hierarchy)
        return inundate(self.z, hierarchy, storage, RAIN, self.cell * self.cell).depth

    def rain_to_flood(self) -> np.ndarray:
        hierarchy = self._hierarchy()
        storage = measure_storage(self.z, hierarchy)
        return rain_to_flood(self.z, hierarchy, storage)
