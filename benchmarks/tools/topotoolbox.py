"""topotoolbox: hybrid reconstruction for the fill; its flow object fills inside and carves through depressions."""

from __future__ import annotations

import importlib.metadata

import numpy as np
import topotoolbox

from . import Dem


def version() -> str:
    return importlib.metadata.version("topotoolbox")


class Tool:
    external = False

    def __init__(self, dem: Dem, task: str) -> None:
        self.grid = topotoolbox.read_tif(str(dem.path))

    def fill(self) -> np.ndarray:
        return self.grid.fillsinks().z

    def fill_directions_accumulation(self) -> np.ndarray:
        return topotoolbox.FlowObject(self.grid).flow_accumulation().z
