"""rainshed:inundation."""

from __future__ import annotations

import numpy as np

from ...gis.products import write_ponds
from ...gis.raster import read_matching
from ...hydrology.errors import HydrologyError
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.ponds.spill import inundate, pond_cells, pond_level
from ...hydrology.ponds.storage import measure_storage
from ...hydrology.storm.runoff import runoff_depth
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..run import Run


class StaticInundation(RainshedAlgorithm):
    """Finds where a given rain comes to rest."""

    NAME = "inundation"
    TITLE = "Inundation"
    GROUP = "inundation"
    TAGS = ("fill-spill-merge", "ponding", "flood depth", "waterlogging", "内涝", "积水")
    STYLES = {"OUTPUT": "depth", "OUTPUT_LEVEL": "level", "OUTPUT_PONDS": "ponds"}
    BYTES_PER_CELL = 160

    def define(self) -> None:
        self.add_dem()
        self.add_number("RAIN", "Rain (mm)", 50.0)
        self.add_number("RUNOFF_COEFFICIENT", "Runoff coefficient", 1.0, 0.0, 1.0)
        self.add_number("LOSS", "Loss (mm)", 0.0)
        self.add_raster("RUNOFF", "Runoff (mm, raster; replaces the three above)")
        self.add_sinks()
        self.add_raster_output("OUTPUT", "Inundation depth (m)")
        self.add_raster_output("OUTPUT_LEVEL", "Water level (m)", extra=True)
        self.add_vector_output("OUTPUT_PONDS", "Ponds", extra=True)
        self.add_closed_edge()
        self.add_number_output("RAIN_M3", "Rain that runs off (m3)")
        self.add_number_output("STORED_M3", "Standing water (m3)")
        self.add_number_output("OUTFLOW_M3", "Water that left (m3)")
        self.add_number_output("BALANCE_ERROR", "Balance error (fraction of the rain)")

    def bytes_per_cell(self, parameters: dict, context) -> int:
        return self.BYTES_PER_CELL if parameters.get("OUTPUT_PONDS") else 65

    def compute(self, run: Run) -> None:
        read, find, measure, pour, write, write_level, outline = run.progress.steps(
            ("Reading the DEM", 2), ("Finding depressions", 4), ("Measuring storage", 1),
            ("Filling, spilling, merging", 2), ("Writing", 2), ("", 2), ("", 2),
        )  # fmt: skip
        dem = run.dem(read)
        grid = dem.grid
        tags = {
            "RAINSHED_RAIN_MM": f"{run.number('RAIN'):g}",
            "RAINSHED_RUNOFF_COEFFICIENT": f"{run.number('RUNOFF_COEFFICIENT'):g}",
            "RAINSHED_LOSS_MM": f"{run.number('LOSS'):g}",
        }
        if run.given("RUNOFF"):
            values = read_matching(run.raster("RUNOFF"), 1, grid, "RUNOFF")
            missing = int(np.count_nonzero(np.isnan(values) & grid.valid))
            if missing:
                run.warn(f"RUNOFF: {missing:,} cells without data inside the DEM count as 0.")
            runoff = np.nan_to_num(values.astype(np.float64)) / 1000
            del values  # frees its memory
            runoff[~grid.valid] = 0.0
            if (runoff < 0).any():
                raise HydrologyError("RUNOFF holds negative depths: give the runoff in mm, not below 0.")
            tags = {"RAINSHED_RAIN_MM": f"raster, {runoff[grid.valid].mean() * 1000:.1f} on average"}
        else:
            runoff = runoff_depth(run.number("RAIN"), run.number("RUNOFF_COEFFICIENT"), run.number("LOSS"))
        hierarchy = build_hierarchy(
            dem.z, grid.valid, grid.dx, grid.dy, run.cells(SINKS, dem), run.flag(CLOSED_EDGE), find
        )
        storage = measure_storage(dem.z, hierarchy, measure)
        water = inundate(dem.z, hierarchy, storage, runoff, grid.cell_area, pour)
        del hierarchy, runoff  # frees their memory
        run.results |= {
            "RAIN_M3": water.rain,
            "STORED_M3": water.stored,
            "OUTFLOW_M3": water.outflow,
            "BALANCE_ERROR": water.balance_error,
        }
        method = "static fill-spill-merge (after Barnes, Callaghan and Wickert 2021)"
        run.write_raster("OUTPUT", water.depth, dem, "inundation depth (m)", method, write, tags)
        if run.wants("OUTPUT_LEVEL"):
            run.write_raster(
                "OUTPUT_LEVEL", pond_level(storage, water), dem, "water level (m)", method, write_level, tags
            )
        if run.wants("OUTPUT_PONDS"):
            cover = pond_cells(water.depth, storage, water.ponds)
            write_ponds(run.target("OUTPUT_PONDS"), run.frame(dem), water.depth, cover, water.ponds, outline)
