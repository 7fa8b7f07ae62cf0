"""rainshed:pondingpoints."""

from __future__ import annotations

from ...gis.points import read_recorded
from ...gis.ponding import RECORDED_FIELDS, match_recorded, write_ponding_points, write_recorded
from ...gis.products import Frame
from ...hydrology.errors import HydrologyError
from ...hydrology.risk.matching import MATCH_DISTANCE, MIN_AREA, MIN_DEPTH, wet_areas
from ..base import RainshedAlgorithm
from ..run import Run


class PondingPoints(RainshedAlgorithm):
    """Lists the places where water stands deep, and compares them with recorded ones."""

    NAME = "pondingpoints"
    TITLE = "Ponding points"
    GROUP = "inundation"
    TAGS = ("waterlogging", "validation", "hit rate", "hotspots", "积水点", "易涝点", "命中率")
    STYLES = {"OUTPUT": "ponding_points", "OUTPUT_RECORDED": "recorded_points"}
    BYTES_PER_CELL = 30

    def define(self) -> None:
        self.add_raster("DEPTH", "Inundation depth (m)", optional=False)
        self.add_number("MIN_DEPTH", "Depth to be exceeded (m)", MIN_DEPTH)
        self.add_number("MIN_AREA", "Leave out areas smaller than (m2)", MIN_AREA)
        self.add_vector("RECORDED", "Recorded ponding points", "point")
        self.add_number("MATCH_DISTANCE", "Greatest distance of a match (m)", MATCH_DISTANCE)
        self.add_vector_output("OUTPUT", "Ponding points", "point")
        self.add_vector_output("OUTPUT_RECORDED", "Recorded points, hit or missed", "point", extra=True)
        self.add_number_output("POINTS", "Ponding points")
        self.add_number_output("HITS", "Recorded points that were hit")
        self.add_number_output("MISSES", "Recorded points that were missed")
        self.add_number_output("FALSE_ALARMS", "Ponding points that no recorded point matches")
        self.add_number_output("NOT_COMPARED", "Recorded points without a place on the raster")

    def check(self, parameters, context) -> None:
        if parameters.get("OUTPUT_RECORDED") not in (None, "") and parameters.get("RECORDED") in (None, ""):
            raise HydrologyError("OUTPUT_RECORDED needs recorded points: give RECORDED, or leave that output out.")

    def compute(self, run: Run) -> None:
        read, find, compare, write = run.progress.steps(
            ("Reading", 2), ("Finding wet areas", 4), ("Comparing with recorded points", 2), ("Writing", 2)
        )
        grid, depth = run.depths("DEPTH", read)
        frame = Frame(grid, run.raster("DEPTH").crs(), run.context.transformContext())
        areas = wet_areas(depth, run.number("MIN_DEPTH"), run.number("MIN_AREA") / grid.cell_area, find)
        run.results["POINTS"] = len(areas)
        run.results |= {"HITS": 0, "MISSES": 0, "FALSE_ALARMS": 0, "NOT_COMPARED": 0}
        recorded = match = None
        if run.given("RECORDED"):
            names = [name for name, _ in RECORDED_FIELDS]
            source = run.required("RECORDED")
            recorded = read_recorded("RECORDED", source, grid, frame.crs, frame.context, names)
            run.tell(recorded.log, recorded.warnings)
            match = match_recorded(areas, recorded, grid, run.number("MATCH_DISTANCE"), compare)
            hits = int(match.hit.sum())
            run.results |= {"HITS": hits, "MISSES": match.hit.size - hits, "FALSE_ALARMS": match.false_alarms}
            run.results["NOT_COMPARED"] = len(recorded.ids) - match.hit.size
            if run.wants("OUTPUT_RECORDED"):
                write_recorded(run.target("OUTPUT_RECORDED"), frame, recorded, match, write.part(0, 0.4))
        else:
            run.log("No RECORDED was given: nothing is compared.")
        write_ponding_points(run.target("OUTPUT"), frame, areas, recorded, match, write.part(0.4, 1))
