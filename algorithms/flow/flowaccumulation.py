"""rainshed:flowaccumulation."""

from __future__ import annotations

import numpy as np

from ...gis.raster import read_matching
from ...hydrology.errors import HydrologyError
from ...hydrology.flow.accumulation import flow_accumulation, outlet_sum
from ...hydrology.flow.directions import encode
from ...hydrology.flow.dispersive import METHODS, dispersive_accumulation
from ...hydrology.flow.routing import through_depressions
from ...hydrology.ponds.hierarchy import build_hierarchy
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..run import Run

_METHODS = {
    "d8": "D8 by steepest slope, led through depressions over their spill points",
    "dinf": "D-infinity (Tarboton 1997) on the DEM filled with a slight fall",
    "mfd": "multiple flow directions (Freeman 1991, exponent 1.1) on the DEM filled with a slight fall",
}


class FlowAccumulation(RainshedAlgorithm):
    """Sums the area, or a weight, that drains through every cell."""

    NAME = "flowaccumulation"
    TITLE = "Flow accumulation"
    GROUP = "flow"
    TAGS = ("flow direction", "D8", "D-infinity", "multiple flow direction", "upslope area", "汇流累积量", "流向")
    STYLES = {"OUTPUT": "accumulation", "OUTPUT_DIRECTION": "direction"}
    BYTES_PER_CELL = 75

    def define(self) -> None:
        self.add_dem()
        self.add_choice("METHOD", "Method", ["d8", *METHODS])
        self.add_raster("WEIGHTS", "Weights (raster on the DEM's grid)")
        self.add_sinks()
        self.add_raster_output("OUTPUT", "Flow accumulation (m2)")
        self.add_raster_output("OUTPUT_DIRECTION", "Flow direction (D8)", extra=True)
        self.add_closed_edge()
        self.add_number_output("OUTLET_SUM", "Sum over all outlets (m2)")

    def check(self, parameters: dict, context) -> None:
        method = self.parameterAsEnumString(parameters, "METHOD", context)
        if method in METHODS and parameters.get("OUTPUT_DIRECTION"):
            raise HydrologyError(f"OUTPUT_DIRECTION is made by METHOD d8 only, not by {method}: leave it out.")

    def bytes_per_cell(self, parameters: dict, context) -> int:
        shared = self.parameterAsEnumString(parameters, "METHOD", context) in METHODS
        return self.BYTES_PER_CELL if shared else 50

    def compute(self, run: Run) -> None:
        read, route, work, write, write_direction = run.progress.steps(
            ("Reading the DEM", 2), ("Flow directions", 4), ("Accumulating", 2), ("Writing", 3), ("", 1)
        )
        dem = run.dem(read)
        grid = dem.grid
        weights = grid.cell_area
        if run.given("WEIGHTS"):
            values = read_matching(run.raster("WEIGHTS"), 1, grid, "WEIGHTS")
            missing = int(np.count_nonzero(np.isnan(values) & grid.valid))
            if missing:
                run.warn(f"WEIGHTS: {missing:,} cells without data inside the DEM count as 0.")
            weights = np.nan_to_num(values.astype(np.float64)) * grid.cell_area
            del values  # frees its memory
            weights[~grid.valid] = 0.0
        hierarchy = build_hierarchy(
            dem.z, grid.valid, grid.dx, grid.dy, run.cells(SINKS, dem), run.flag(CLOSED_EDGE), route
        )
        direction = through_depressions(hierarchy)
        del hierarchy
        choice = run.choice("METHOD")
        if choice == "d8":
            accumulation = flow_accumulation(direction, weights, work)
        else:
            accumulation = dispersive_accumulation(dem.z, direction, grid.dx, grid.dy, choice, weights, work)
        run.results["OUTLET_SUM"] = outlet_sum(direction, accumulation)
        run.write_raster("OUTPUT", accumulation, dem, "flow accumulation (m2)", _METHODS[choice], write)
        run.write_raster(
            "OUTPUT_DIRECTION", encode(direction), dem, "D8 flow direction", _METHODS["d8"], write_direction
        )
