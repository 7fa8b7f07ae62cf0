"""richdem2: priority-flood; depression hierarchy and fill-spill-merge.

Its D8 accumulation stops on flats, so the chain fills with an epsilon slope. The hierarchy takes float64 only.
"""

from __future__ import annotations

import importlib.metadata

import numpy as np
import richdem

from . import RAIN, Dem


def version() -> str:
    return importlib.metadata.version("richdem2")


class Tool:
    external = False

    def __init__(self, dem: Dem, task: str) -> None:
        self.transform = (0, dem.cell, 0, 0, 0, -dem.cell)
        z = dem.read()
        self.z = self._array(z.astype(np.float64) if task == "hierarchy_event" else z)

    def _array(self, values: np.ndarray) -> richdem.rdarray:
        return richdem.rdarray(values, no_data=-9999, geotransform=self.transform)

    def fill(self) -> np.ndarray:
        return np.asarray(richdem.FillDepressions(self.z))

    def fill_directions_accumulation(self) -> np.ndarray:
        filled = richdem.FillDepressions(self.z, epsilon=True)
        return np.asarray(richdem.FlowAccumulation(filled, method="D8"))

    def hierarchy_event(self) -> np.ndarray:
        labels = richdem.get_new_depression_hierarchy_labels(self.z.shape)
        depressions, directions = richdem.get_depression_hierarchy(self.z, labels)
        water = self._array(np.full(self.z.shape, RAIN))
        richdem.fill_spill_merge(self.z, labels, directions, depressions, water)
        return np.asarray(water)
