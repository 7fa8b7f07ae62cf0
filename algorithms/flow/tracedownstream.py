"""rainshed:tracedownstream."""

from __future__ import annotations

from ...gis.points import read_points
from ...gis.products import write_traces
from ...hydrology.flow.tracing import trace_downstream
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.ponds.storage import measure_storage
from ...hydrology.terrain.filling import fill_depressions
from ..base import POINTS, SINKS, RainshedAlgorithm
from ..run import Run


class TraceDownstream(RainshedAlgorithm):
    """Follows water from points to where it leaves."""

    NAME = "tracedownstream"
    TITLE = "Trace downstream"
    GROUP = "flow"
    TAGS = ("raindrop", "flow path", "spill", "downstream", "径流追踪", "下游路径")
    STYLES = {"OUTPUT": "traces"}
    BYTES_PER_CELL = 65

    def define(self) -> None:
        self.add_dem()
        self.add_points("Points to start from")
        self.add_sinks()
        self.add_vector_output("OUTPUT", "Ways downstream", "line")
        self.add_number_output("COUNT", "Number of lines")

    def compute(self, run: Run) -> None:
        read, find, measure, write = run.progress.steps(
            ("Reading the DEM", 2), ("Finding depressions", 4), ("Measuring storage", 2), ("Following the water", 3)
        )
        dem = run.dem(read)
        grid = dem.grid
        points = read_points(POINTS, run.required(POINTS), dem, run.context.transformContext())
        run.tell((), points.warnings)
        sinks = run.cells(SINKS, dem)
        hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, sinks, progress=find)
        storage = measure_storage(dem.z, hierarchy, measure)
        filled = fill_depressions(dem.z, hierarchy)
        traces = trace_downstream(hierarchy, storage, points.cells, grid.dx, grid.dy)
        run.results["COUNT"] = write_traces(
            run.target("OUTPUT"), run.frame(dem), points.ids, traces, filled, sinks, write
        )
