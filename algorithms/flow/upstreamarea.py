"""rainshed:upstreamarea."""

from __future__ import annotations

import numpy as np

from ...gis.points import read_points
from ...gis.products import write_upstream_areas
from ...hydrology.flow.accumulation import flow_accumulation
from ...hydrology.flow.routing import through_depressions
from ...hydrology.flow.upstream import snap_points, upstream_areas
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.ponds.storage import measure_storage
from ..base import POINTS, RainshedAlgorithm
from ..run import Run


class UpstreamArea(RainshedAlgorithm):
    """Delineates what drains through points."""

    NAME = "upstreamarea"
    TITLE = "Upstream area"
    GROUP = "flow"
    TAGS = ("catchment", "watershed", "contributing area", "汇水区", "流域", "上游集水区")
    STYLES = {"OUTPUT": "upstream"}
    BYTES_PER_CELL = 65

    def define(self) -> None:
        self.add_dem()
        self.add_points("Points to drain through")
        self.add_number("SNAP_DISTANCE", "Snap to the greatest flow within (m)", 0.0)
        self.add_vector_output("OUTPUT", "Upstream areas")
        self.add_number_output("COUNT", "Number of areas")

    def compute(self, run: Run) -> None:
        read, find, measure, move, delineate, write = run.progress.steps(
            ("Reading the DEM", 2), ("Finding depressions", 4), ("Measuring storage", 2), ("Placing the points", 2),
            ("Delineating", 2), ("Writing", 3),
        )  # fmt: skip
        dem = run.dem(read)
        grid = dem.grid
        points = read_points(POINTS, run.required(POINTS), dem, run.context.transformContext())
        run.tell((), points.warnings)
        hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, progress=find)
        storage = measure_storage(dem.z, hierarchy, measure)
        direction = through_depressions(hierarchy)
        cells, moved = points.cells, np.zeros(points.cells.size)
        if run.number("SNAP_DISTANCE") > 0:
            accumulation = flow_accumulation(direction, 1.0, move.part(0, 0.7))
            cells, moved = snap_points(
                accumulation, grid, points.x, points.y, run.number("SNAP_DISTANCE"), move.part(0.7, 1)
            )
            del accumulation
        move.update(1)
        areas = upstream_areas(
            dem.z, hierarchy, storage, direction, np.unique(cells), grid.dx, grid.dy, delineate
        )  # fmt: skip
        run.results["COUNT"] = write_upstream_areas(
            run.target("OUTPUT"), run.frame(dem), points.ids, cells, moved, areas, write
        )
