"""rainshed:floodprobability."""

from __future__ import annotations

from ...hydrology.errors import HydrologyError
from ...hydrology.ponds.uncertainty import flood_probability
from ...hydrology.storm.runoff import runoff_depth
from ..base import SINKS, RainshedAlgorithm
from ..run import Run


class FloodProbability(RainshedAlgorithm):
    """Estimates how probable standing water is, given the DEM's error."""

    NAME = "floodprobability"
    TITLE = "Flood probability"
    GROUP = "inundation"
    TAGS = ("Monte Carlo", "uncertainty", "DEM error", "积水概率", "不确定性")
    STYLES = {"OUTPUT": "floodprobability", "OUTPUT_MEAN": "depth"}
    BYTES_PER_CELL = 120

    def define(self) -> None:
        self.add_dem()
        self.add_number("RAIN", "Rain (mm)", 50.0)
        self.add_number("RUNOFF_COEFFICIENT", "Runoff coefficient", 1.0, 0.0, 1.0)
        self.add_number("LOSS", "Loss (mm)", 0.0)
        self.add_number("RMSE", "Error of the DEM, RMSE (m)", 0.1)
        self.add_number("RANGE", "Correlation length of the error (m)", 20.0)
        self.add_whole_number("RUNS", "Number of runs", 100, 1)
        self.add_whole_number("SEED", "Seed", 1, 0)
        self.add_number("MIN_DEPTH", "Depth to be exceeded (m)", 0.15)
        self.add_sinks()
        self.add_raster_output("OUTPUT", "Flood probability")
        self.add_raster_output("OUTPUT_MEAN", "Mean depth (m)", extra=True)
        self.add_number_output("LIKELY_M2", "Area with a probability of at least one half (m2)")

    def check(self, parameters, context) -> None:
        if self.parameterAsInt(parameters, "RUNS", context) < 1:
            raise HydrologyError("RUNS must be at least 1.")

    def compute(self, run: Run) -> None:
        read, work, write, write_mean = run.progress.steps(
            ("Reading the DEM", 1), ("Running likely DEMs", 20), ("Writing", 1), ("", 1)
        )
        dem = run.dem(read)
        grid = dem.grid
        names = ("RAIN", "RUNOFF_COEFFICIENT", "LOSS", "RMSE", "RANGE", "MIN_DEPTH")
        rain, coefficient, loss, rmse, length, min_depth = (run.number(name) for name in names)
        runs, seed = int(run.number("RUNS")), int(run.number("SEED"))
        runoff = runoff_depth(rain, coefficient, loss)
        sinks = run.cells(SINKS, dem)
        probability, mean = flood_probability(
            dem.z, grid.valid, grid.dx, grid.dy, runoff, rmse, length, runs, seed, min_depth, sinks, work
        )  # fmt: skip
        run.results["LIKELY_M2"] = float((probability >= 0.5).sum()) * grid.cell_area
        tags = {
            "RAINSHED_RAIN_MM": f"{rain:g}",
            "RAINSHED_RUNOFF_COEFFICIENT": f"{coefficient:g}",
            "RAINSHED_LOSS_MM": f"{loss:g}",
        }
        method = f"{runs} runs with errors of {rmse:g} m RMSE correlated over {length:g} m"
        run.write_raster("OUTPUT", probability, dem, "probability (0 to 1)", method, write, tags)
        run.write_raster("OUTPUT_MEAN", mean, dem, "mean depth (m)", method, write_mean, tags)
