"""whitebox-workflows: Planchon and Darboux's fill, D8 pointer and accumulation, on rasters in memory."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable

import numpy as np
import whitebox_workflows

from . import Dem


def version() -> str:
    return importlib.metadata.version("whitebox-workflows")


class Tool:
    external = False

    def __init__(self, dem: Dem, task: str) -> None:
        environment = whitebox_workflows.WbEnvironment()
        environment.verbose = False
        self.fills = environment.hydrology.depressions_storage
        self.flows = environment.hydrology.flow_routing
        # A raster that was only opened is read from its file at every use; a copy is in memory.
        self.dem = environment.read_raster(str(dem.path)).deep_copy()

    def fill(self) -> Callable[[], np.ndarray]:
        filled = self.fills.fill_depressions_planchon_and_darboux(dem=self.dem, fix_flats=False)
        return filled.to_numpy

    def fill_directions_accumulation(self) -> Callable[[], np.ndarray]:
        filled = self.fills.fill_depressions_planchon_and_darboux(dem=self.dem, fix_flats=True)
        pointer = self.flows.d8_pointer(dem=filled)
        accumulation = self.flows.d8_flow_accum(input=pointer, input_is_pointer=True, out_type="cells")
        return accumulation.to_numpy
