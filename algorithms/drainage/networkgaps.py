"""rainshed:networkgaps."""

from __future__ import annotations

import numpy as np

from ...gis.gaps import near_lines, write_gaps
from ...gis.points import Points, read_points
from ...gis.raster import Dem
from ...gis.system import SNAP_DISTANCE
from ...gis.vectors import some
from ...hydrology.drainage.gaps import CHANNEL, INLET, REASONS, network_gaps
from ...hydrology.errors import HydrologyError
from ...hydrology.flow.accumulation import flow_accumulation
from ...hydrology.flow.distance import distance_downstream
from ...hydrology.flow.routing import through_depressions
from ...hydrology.flow.upstream import snap_points
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.progress import Progress
from ...hydrology.storm.runoff import runoff_depth
from ..base import RainshedAlgorithm
from ..run import Run


class NetworkGaps(RainshedAlgorithm):
    """Finds built-up land that the drainage network does not serve."""

    NAME = "networkgaps"
    TITLE = "Gaps of the drainage network"
    GROUP = "drainage"
    TAGS = ("sewer", "coverage", "unserved", "inlets", "pipes", "管网空白区", "排水盲区", "雨水口", "覆盖")
    STYLES = {"OUTPUT": "gaps"}
    BYTES_PER_CELL = 50

    def define(self) -> None:
        self.add_dem()
        self.add_layers("INLETS", "PIPES")
        self.add_vector("BUILTUP", "Built-up land", "polygon")
        self.add_number("DISTANCE", "Greatest distance to an inlet and to a pipe (m)", 100.0)
        self.add_layers("CHANNELS")
        self.add_number("RAIN", "Rain (mm)", 50.0)
        self.add_number("RUNOFF_COEFFICIENT", "Runoff coefficient", 1.0, 0.0, 1.0)
        self.add_number("LOSS", "Loss (mm)", 0.0)
        self.add_number("MIN_AREA", "Leave out gaps smaller than (m2)", 100.0)
        self.add_number("SNAP_DISTANCE", "Move inlets to the greatest flow within (m)", SNAP_DISTANCE)
        self.add_vector_output("OUTPUT", "Gaps of the network")
        self.add_number_output("GAPS", "Number of gaps")
        self.add_number_output("AREA_M2", "Area of all gaps (m2)")
        self.add_number_output("RUNOFF_M3", "Water that runs off the gaps (m3)")
        self.add_number_output("BUILTUP_M2", "Built-up land looked at (m2)")

    def check(self, parameters: dict, context) -> None:
        if self.parameterAsDouble(parameters, "DISTANCE", context) <= 0:
            raise HydrologyError("DISTANCE must be above 0 m.")
        if not (parameters.get("INLETS") or parameters.get("PIPES")):
            raise HydrologyError("Give INLETS, PIPES or both: without them there is no network that could have gaps.")

    def compute(self, run: Run) -> None:
        read, land, near, follow, compare, write = run.progress.steps(
            ("Reading the DEM", 2), ("Finding built-up land", 1), ("Measuring distances to pipes", 2),
            ("Following the water to inlets", 6), ("Finding gaps", 2), ("Writing", 2),
        )  # fmt: skip
        dem = run.dem(read)
        grid, limit = dem.grid, run.number("DISTANCE")
        inlets, pipes = run.source("INLETS"), run.source("PIPES")
        if inlets is None and pipes is None:
            raise HydrologyError("INLETS and PIPES hold no feature: there is no network that could have gaps.")
        ground = self._ground(run, dem, land)
        piped = None if pipes is None else self._piped(run, pipes, dem, limit, near)
        near.update(1)
        distance, met = self._ways(run, inlets, dem, follow)
        follow.update(1)
        least_cells = run.number("MIN_AREA") / grid.cell_area - 1e-9
        gaps = network_gaps(ground, limit, distance, met, inlets is not None, piped, least_cells, compare)
        del distance, met, piped  # frees their memory
        runoff = runoff_depth(run.number("RAIN"), run.number("RUNOFF_COEFFICIENT"), run.number("LOSS"))
        area = float(gaps.cells.sum()) * grid.cell_area
        run.results |= {
            "GAPS": int(gaps.cells.size),
            "AREA_M2": area,
            "RUNOFF_M3": area * runoff,
            "BUILTUP_M2": float(np.count_nonzero(ground)) * grid.cell_area,
        }
        for code, reason in REASONS.items():
            those = gaps.cells[gaps.reason == code]
            run.log(f"{reason}: {those.size} gaps, {those.sum() * grid.cell_area:,.0f} m2.")
        write_gaps(run.target("OUTPUT"), run.frame(dem), gaps, runoff, write)

    def _ground(self, run: Run, dem: Dem, progress: Progress) -> np.ndarray:
        """The built-up cells with data."""
        progress.update(0)
        built = run.cells("BUILTUP", dem, all_touched=False)
        progress.update(1)
        if built is None:
            return dem.grid.valid
        built &= dem.grid.valid
        if not built.any():
            raise HydrologyError(
                "BUILTUP: no polygon covers the centre of a cell of the DEM with data, so there is no land to look at."
            )
        return built

    def _piped(self, run: Run, pipes, dem: Dem, limit: float, progress: Progress) -> np.ndarray:
        """The cells within `limit` of a pipe."""
        piped, skipped, used = near_lines(pipes, dem, limit, run.context.transformContext(), progress)
        if not used:
            raise HydrologyError(f"PIPES: no feature of layer {pipes.sourceName()} has a usable line.")
        if skipped:
            run.warn(f"PIPES: {len(skipped)} features without a usable line left out: {some(skipped)}.")
        if not piped.any():
            run.warn(f"PIPES: no cell of the DEM lies within {limit:g} m of a pipe: is this the right layer?")
        return piped

    def _ways(self, run: Run, inlets, dem: Dem, progress: Progress) -> tuple[np.ndarray | None, np.ndarray | None]:
        """How far the water of each cell runs until an inlet or a channel takes it, and which of the two."""
        grid = dem.grid
        channels = run.cells("CHANNELS", dem)
        if inlets is None and channels is None:
            return None, None
        kind = np.zeros(grid.shape, np.uint8)
        if inlets is not None:
            points = read_points("INLETS", inlets, dem, run.context.transformContext())
            run.tell((), points.warnings)
            cells = points.cells
            if run.number("SNAP_DISTANCE") > 0:
                cells = self._moved(run, points, channels, dem, progress.part(0, 0.5))
            kind.reshape(-1)[cells] = INLET
        if channels is not None:
            kind[channels & grid.valid] = CHANNEL
        hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, kind > 0, progress=progress.part(0.5, 0.8))
        direction = through_depressions(hierarchy, progress.part(0.8, 0.9))
        del hierarchy  # frees its memory
        return distance_downstream(direction, kind, grid.dx, grid.dy, progress.part(0.9, 1))

    def _moved(self, run: Run, points: Points, channels: np.ndarray | None, dem: Dem, progress: Progress) -> np.ndarray:
        """The cells of the inlets, each that of the greatest flow within SNAP_DISTANCE that is no channel."""
        grid, distance = dem.grid, run.number("SNAP_DISTANCE")
        hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, progress=progress.part(0, 0.6))
        direction = through_depressions(hierarchy, progress.part(0.6, 0.7))
        del hierarchy  # frees its memory
        flow = flow_accumulation(direction, 1.0, progress.part(0.7, 0.9))
        if channels is not None:
            flow[channels & grid.valid] = 0.0
        cells, _ = snap_points(flow, grid, points.x, points.y, distance, progress.part(0.9, 1))
        count = np.count_nonzero(cells != points.cells)
        run.log(f"{count} of {cells.size} inlets moved to the greatest flow within {distance:g} m.")
        return cells
