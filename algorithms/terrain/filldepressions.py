"""rainshed:filldepressions."""

from __future__ import annotations

import math

import numpy as np

from ...hydrology.flow.routing import through_depressions
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.terrain.filling import fill_depressions, fill_with_slope
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..run import Run


class FillDepressions(RainshedAlgorithm):
    """Raises depressions to their spill level."""

    NAME = "filldepressions"
    TITLE = "Fill depressions"
    GROUP = "terrain"
    TAGS = ("fill", "sinks", "pits", "depression", "填洼")
    STYLES = {"OUTPUT": "filled", "OUTPUT_DEPTH": "fill_depth"}

    def define(self) -> None:
        self.add_dem()
        self.add_choice("METHOD", "Method", ["fill", "fill_slope"])
        self.add_number("MIN_SLOPE", "Least slope for fill_slope (degrees)", 0.01, 0.0, 45.0)
        self.add_sinks()
        self.add_raster_output("OUTPUT", "Filled DEM (m)")
        self.add_raster_output("OUTPUT_DEPTH", "Depth of fill (m)", extra=True)
        self.add_closed_edge()
        self.add_number_output("VOLUME_M3", "Volume of the fill (m3)")
        self.add_number_output("MAX_DEPTH_M", "Greatest depth of the fill (m)")
        self.add_number_output("RAISED_CELLS", "Raised cells")

    def compute(self, run: Run) -> None:
        read, find, fill, write, write_depth = run.progress.steps(
            ("Reading the DEM", 2), ("Finding depressions", 4), ("Filling", 1), ("Writing", 3), ("", 3)
        )
        dem = run.dem(read)
        grid = dem.grid
        hierarchy = build_hierarchy(
            dem.z, grid.valid, grid.dx, grid.dy, run.cells(SINKS, dem), run.flag(CLOSED_EDGE), find
        )
        if run.choice("METHOD") == "fill":
            filled = fill_depressions(dem.z, hierarchy, fill)
            method = "exact fill by the basin graph (Cordonnier et al. 2019)"
        else:
            slope = math.tan(math.radians(run.number("MIN_SLOPE")))
            filled = fill_with_slope(dem.z, through_depressions(hierarchy), grid.dx, grid.dy, slope, fill)
            method = f"fill with a least slope of {run.number('MIN_SLOPE'):g} degrees (Wang and Liu 2006)"
        raised = grid.valid & (filled > dem.z)
        depth = np.where(raised, filled.astype(np.float64) - dem.z, 0.0)
        run.results["VOLUME_M3"] = float(depth.sum()) * grid.cell_area
        run.results["MAX_DEPTH_M"] = float(depth.max())
        run.results["RAISED_CELLS"] = int(np.count_nonzero(raised))
        run.write_raster("OUTPUT", filled, dem, "filled elevation (m)", method, write)
        run.write_raster("OUTPUT_DEPTH", depth, dem, "depth of fill (m)", method, write_depth)
