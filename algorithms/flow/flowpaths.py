"""rainshed:flowpaths."""

from __future__ import annotations

from ...gis.products import write_flow_paths
from ...hydrology.flow.paths import PATH_THRESHOLD, overland_flow
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.terrain.filling import fill_depressions
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..run import Run


class FlowPathLines(RainshedAlgorithm):
    """Traces overland flow paths as a network of lines."""

    NAME = "flowpaths"
    TITLE = "Overland flow paths"
    GROUP = "flow"
    TAGS = ("streams", "flow path", "Strahler", "overland flow", "地表径流路径", "行泄通道")
    STYLES = {"OUTPUT": "flowpaths"}
    BYTES_PER_CELL = 60

    def define(self) -> None:
        self.add_dem()
        self.add_number("THRESHOLD", "Least upstream area (m2)", PATH_THRESHOLD, 0.0)
        self.add_sinks()
        self.add_vector_output("OUTPUT", "Overland flow paths", "line")
        self.add_closed_edge()
        self.add_number_output("PATHS", "Number of flow paths")

    def compute(self, run: Run) -> None:
        read, route, work, write = run.progress.steps(
            ("Reading the DEM", 2), ("Flow directions", 4), ("Tracing flow paths", 3), ("Writing", 2)
        )
        dem = run.dem(read)
        grid = dem.grid
        sinks = run.cells(SINKS, dem)
        hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, sinks, run.flag(CLOSED_EDGE), route)
        _, paths = overland_flow(hierarchy, grid.dx, grid.dy, run.number("THRESHOLD"), sinks, work)
        run.results["PATHS"] = len(paths.cells)
        filled = fill_depressions(dem.z, hierarchy)
        write_flow_paths(run.target("OUTPUT"), run.frame(dem), paths, filled, write)
