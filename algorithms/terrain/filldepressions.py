"""rainshed:filldepressions."""

from __future__ import annotations

import math

import numpy as np

from ...gis.raster import Dem
from ...hydrology.flow.routing import through_depressions
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.progress import Progress
from ...hydrology.terrain.breaching import breach_depressions
from ...hydrology.terrain.filling import fill_depressions, fill_with_slope
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..run import Run


class FillDepressions(RainshedAlgorithm):
    """Raises depressions to their spill level, or cuts ways out of them."""

    NAME = "filldepressions"
    TITLE = "Fill depressions"
    GROUP = "terrain"
    TAGS = ("fill", "sinks", "pits", "depression", "breach", "填洼")
    STYLES = {"OUTPUT": "filled", "OUTPUT_DEPTH": "fill_depth"}
    BYTES_PER_CELL = 80

    def define(self) -> None:
        self.add_dem()
        self.add_choice("METHOD", "Method", ["fill", "fill_slope", "breach", "breach_fill"])
        self.add_number("MIN_SLOPE", "Least slope for fill_slope (degrees)", 0.01, 0.0, 45.0)
        self.add_number("MAX_BREACH_LENGTH", "Greatest length of a breach (m)", 100.0)
        self.add_number("MAX_BREACH_DEPTH", "Greatest depth of a breach (m)", 5.0)
        self.add_sinks()
        self.add_raster_output("OUTPUT", "Filled DEM (m)")
        self.add_raster_output("OUTPUT_DEPTH", "Depth of fill (m)", extra=True)
        self.add_closed_edge()
        self.add_number_output("VOLUME_M3", "Volume of the fill (m3)")
        self.add_number_output("MAX_DEPTH_M", "Greatest depth of the fill (m)")
        self.add_number_output("RAISED_CELLS", "Raised cells")
        self.add_number_output("CUT_M3", "Volume of the cut (m3)")
        self.add_number_output("MAX_CUT_M", "Greatest depth of the cut (m)")
        self.add_number_output("CUT_CELLS", "Lowered cells")
        self.add_number_output("BREACHED", "Breached pits")
        self.add_number_output("LEFT", "Pits that could not be breached")

    def bytes_per_cell(self, parameters: dict, context) -> int:
        heaped = self.parameterAsEnumString(parameters, "METHOD", context) == "fill_slope"
        return self.BYTES_PER_CELL if heaped else 45

    def compute(self, run: Run) -> None:
        read, work, write, write_depth = run.progress.steps(("Reading the DEM", 2), ("", 5), ("Writing", 3), ("", 3))
        dem = run.dem(read)
        run.results["BREACHED"] = run.results["LEFT"] = 0
        if run.choice("METHOD").startswith("breach"):
            z, method, description = _breach(run, dem, work)
        else:
            z, method, description = _fill(run, dem, work)
        valid = dem.grid.valid
        depth, *fill = _difference(z, dem.z, valid)
        cut = _difference(dem.z, z, valid)[1:]
        for names, (total, greatest, cells) in (
            (("VOLUME_M3", "MAX_DEPTH_M", "RAISED_CELLS"), fill),
            (("CUT_M3", "MAX_CUT_M", "CUT_CELLS"), cut),
        ):
            run.results.update(zip(names, (total * dem.grid.cell_area, greatest, cells)))
        run.write_raster("OUTPUT", z, dem, description, method, write)
        run.write_raster("OUTPUT_DEPTH", depth, dem, "depth of fill (m)", method, write_depth)


def _fill(run: Run, dem: Dem, progress: Progress) -> tuple[np.ndarray, str, str]:
    """The filled DEM, the method and what the raster holds."""
    find, fill = progress.steps(("Finding depressions", 4), ("Filling", 1))
    grid = dem.grid
    hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, run.cells(SINKS, dem), run.flag(CLOSED_EDGE), find)
    if run.choice("METHOD") == "fill":
        z = fill_depressions(dem.z, hierarchy, fill)
        method = "exact fill by the basin graph (Cordonnier et al. 2019)"
    else:
        slope = math.tan(math.radians(run.number("MIN_SLOPE")))
        direction = through_depressions(hierarchy)
        del hierarchy  # frees its memory
        z = fill_with_slope(dem.z, direction, grid.dx, grid.dy, slope, fill)
        method = f"fill with a least slope of {run.number('MIN_SLOPE'):g} degrees (Wang and Liu 2006)"
    return z, method, "filled elevation (m)"


def _breach(run: Run, dem: Dem, progress: Progress) -> tuple[np.ndarray, str, str]:
    """As `_fill`, breached, and filled where the method says so."""
    breach, find, fill = progress.steps(("Breaching", 6), ("Finding depressions", 4), ("Filling", 1))
    grid = dem.grid
    sinks, closed = run.cells(SINKS, dem), run.flag(CLOSED_EDGE)
    length, depth = run.number("MAX_BREACH_LENGTH"), run.number("MAX_BREACH_DEPTH")
    done = breach_depressions(dem.z, grid.valid, grid.dx, grid.dy, length, depth, sinks, closed, breach)
    run.results["BREACHED"], run.results["LEFT"] = done.breached, done.left
    method = f"least-cost breach up to {length:g} m long and {depth:g} m deep (Lindsay and Dhun 2015)"
    if run.choice("METHOD") == "breach" or done.left == 0:
        return done.z, method, "breached elevation (m)"
    hierarchy = build_hierarchy(done.z, grid.valid, grid.dx, grid.dy, sinks, closed, find)
    return fill_depressions(done.z, hierarchy, fill), f"{method}, then exact fill", "breached and filled elevation (m)"


def _difference(upper: np.ndarray, lower: np.ndarray, valid: np.ndarray) -> tuple[np.ndarray, float, float, int]:
    """By how much (m) `upper` lies above `lower`, 0 where it does not; its sum, its greatest value, and how many."""
    above = valid & (upper > lower)
    depth = np.where(above, upper.astype(np.float64) - lower, 0.0)
    return depth, float(depth.sum()), float(depth.max()), int(np.count_nonzero(above))
