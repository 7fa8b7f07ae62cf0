"""rainshed:depressions."""

from __future__ import annotations

from ...gis.products import write_curves, write_depressions, write_pour_points
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.ponds.inventory import MIN_DEPTH, list_depressions
from ...hydrology.ponds.storage import measure_storage
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..run import Run


class DepressionInventory(RainshedAlgorithm):
    """Lists depressions with their storage, catchment, nesting and the rain that fills them."""

    NAME = "depressions"
    TITLE = "Depressions"
    GROUP = "terrain"
    TAGS = ("bluespot", "storage", "depression", "pour point", "洼地", "调蓄")
    STYLES = {"OUTPUT": "depressions", "OUTPUT_POUR_POINTS": "pour_points"}
    BYTES_PER_CELL = 160

    def define(self) -> None:
        self.add_dem()
        self.add_sinks()
        self.add_number("MIN_DEPTH", "Keep those deeper than (m)", MIN_DEPTH)
        self.add_number("MIN_AREA", "Keep those wider than (m2)", 0.0)
        self.add_number("MIN_VOLUME", "Keep those holding more than (m3)", 0.0)
        self.add_choice("LEVELS", "Levels", ["outer", "all"])
        self.add_vector_output("OUTPUT", "Depressions")
        self.add_vector_output("OUTPUT_POUR_POINTS", "Pour points", "point", extra=True)
        self.add_vector_output("OUTPUT_CURVES", "Storage curves", "table", extra=True)
        self.add_closed_edge()
        self.add_number_output("COUNT", "Number of depressions")
        self.add_number_output("VOLUME_M3", "Volume of the outermost ones listed (m3)")

    def bytes_per_cell(self, parameters: dict, context) -> int:
        nested = self.parameterAsEnumString(parameters, "LEVELS", context) == "all"
        return self.BYTES_PER_CELL if nested else 70

    def compute(self, run: Run) -> None:
        read, find, measure, fill, write, curves = run.progress.steps(
            ("Reading the DEM", 2), ("Finding depressions", 3), ("Measuring storage", 1), ("Following the filling", 1),
            ("Writing", 3), ("", 1),
        )  # fmt: skip
        dem = run.dem(read)
        grid = dem.grid
        hierarchy = build_hierarchy(
            dem.z, grid.valid, grid.dx, grid.dy, run.cells(SINKS, dem), run.flag(CLOSED_EDGE), find
        )
        storage = measure_storage(dem.z, hierarchy, measure)
        inventory = list_depressions(
            hierarchy,
            storage,
            grid.cell_area,
            nested=run.choice("LEVELS") == "all",
            min_depth=run.number("MIN_DEPTH"),
            min_area=run.number("MIN_AREA"),
            min_volume=run.number("MIN_VOLUME"),
            progress=fill,
        )
        frame = run.frame(dem)
        run.results["COUNT"] = inventory.number.size
        run.results["VOLUME_M3"] = float(inventory.volume[inventory.parent == 0].sum())
        if run.wants("OUTPUT"):
            write_depressions(run.target("OUTPUT"), frame, hierarchy, storage, inventory, write)
        if run.wants("OUTPUT_POUR_POINTS"):
            write_pour_points(run.target("OUTPUT_POUR_POINTS"), frame, hierarchy, inventory)
        if run.wants("OUTPUT_CURVES"):
            write_curves(run.target("OUTPUT_CURVES"), frame, dem.z, hierarchy, storage, inventory, curves)
