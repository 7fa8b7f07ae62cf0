"""rainshed:raintoflood."""

from __future__ import annotations

import numpy as np

from ...hydrology.ponds.filling import rain_to_flood
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.ponds.storage import measure_storage
from ...hydrology.storm.runoff import rain_for_runoff
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..run import Run


class RainToFlood(RainshedAlgorithm):
    """Finds the rain that floods each cell."""

    NAME = "raintoflood"
    TITLE = "Rain to flood"
    GROUP = "inundation"
    TAGS = ("threshold rain", "ponding", "critical rain", "致涝雨量", "临界雨量")
    STYLES = {"OUTPUT": "raintoflood"}
    BYTES_PER_CELL = 65

    def define(self) -> None:
        self.add_dem()
        self.add_number("MIN_DEPTH", "Depth to be exceeded (m)", 0.0)
        self.add_number("RUNOFF_COEFFICIENT", "Runoff coefficient", 1.0, 0.0, 1.0)
        self.add_number("LOSS", "Loss (mm)", 0.0)
        self.add_number("MAX_RAIN", "Greatest rain to look at (mm)", 500.0)
        self.add_sinks()
        self.add_raster_output("OUTPUT", "Rain to flood (mm)")
        self.add_closed_edge()
        self.add_number_output("FLOODED_M2", "Area that floods up to the greatest rain (m2)")

    def compute(self, run: Run) -> None:
        read, find, measure, follow, write = run.progress.steps(
            ("Reading the DEM", 2), ("Finding depressions", 4), ("Measuring storage", 1), ("Following the filling", 3),
            ("Writing", 3),
        )  # fmt: skip
        dem = run.dem(read)
        grid = dem.grid
        sinks, closed_edge = run.cells(SINKS, dem), run.flag(CLOSED_EDGE)
        hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, sinks, closed_edge, find)
        storage = measure_storage(dem.z, hierarchy, measure)
        runoff = rain_to_flood(dem.z, hierarchy, storage, run.number("MIN_DEPTH"), follow)
        rain = rain_for_runoff(runoff, run.number("RUNOFF_COEFFICIENT"), run.number("LOSS"))
        rain[rain > run.number("MAX_RAIN")] = np.nan
        run.results["FLOODED_M2"] = float(np.count_nonzero(np.isfinite(rain))) * grid.cell_area
        tags = {
            "RAINSHED_MIN_DEPTH_M": f"{run.number('MIN_DEPTH'):g}",
            "RAINSHED_RUNOFF_COEFFICIENT": f"{run.number('RUNOFF_COEFFICIENT'):g}",
            "RAINSHED_LOSS_MM": f"{run.number('LOSS'):g}",
            "RAINSHED_MAX_RAIN_MM": f"{run.number('MAX_RAIN'):g}",
        }
        method = "filling of nested depressions followed event by event"
        run.write_raster("OUTPUT", rain, dem, "rain to flood (mm)", method, write, tags)
