"""rainshed:controlline."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...gis.controlline import enclosures, write_control_areas, write_control_lines
from ...gis.products import RISK_NAMES, Frame
from ...gis.raster import grid_of, read_classes, read_tags
from ...hydrology.errors import HydrologyError
from ...hydrology.grid import Grid
from ...hydrology.risk.controlline import CLOSE_HOLES, MIN_AREA, SMOOTH, enclose
from ...hydrology.risk.grading import CLASSES, COLOURS
from ..base import RainshedAlgorithm
from ..run import Run


class ControlLine(RainshedAlgorithm):
    """Draws the line round the places of a risk class, or of a depth, and higher."""

    NAME = "controlline"
    TITLE = "Flood risk control line"
    GROUP = "risk"
    TAGS = ("outline", "boundary", "zoning", "smoothing", "洪涝风险控制线", "控制线")
    STYLES = {"OUTPUT": "control_areas", "OUTPUT_LINE": "control_lines"}
    BYTES_PER_CELL = 70

    def define(self) -> None:
        self.add_raster("RISK", "Inundation risk (this or a depth)")
        self.add_choice("CLASS", "Lowest risk class enclosed", list(COLOURS), default="orange")
        self.add_raster("DEPTH", "Inundation depth (m; instead of a risk)")
        self.add_number("MIN_DEPTH", "Least depth enclosed (m; with a depth)", 0.15)
        self.add_number("MIN_AREA", "Leave out specks smaller than (m2)", MIN_AREA)
        self.add_number("CLOSE_HOLES", "Close holes of up to (m2)", CLOSE_HOLES)
        self.add_number("SMOOTH", "Smoothing: the line stays within (m)", SMOOTH)
        self.add_vector_output("OUTPUT", "Enclosed areas")
        self.add_vector_output("OUTPUT_LINE", "Control line", "line", skippable=True)
        self.add_number_output("AREA_M2", "Enclosed area (m2)")
        self.add_number_output("LENGTH_M", "Length of the line (m)")
        self.add_number_output("POLYGONS", "Number of areas")

    def check(self, parameters, context) -> None:
        given = [name for name in ("RISK", "DEPTH") if parameters.get(name) not in (None, "")]
        if len(given) != 1:
            how = "both were given" if given else "none was given"
            raise HydrologyError(f"Give either RISK (with CLASS) or DEPTH (with MIN_DEPTH): {how}.")

    def compute(self, run: Run) -> None:
        read, gather, draw, write, write_line = run.progress.steps(
            ("Reading", 2), ("Enclosing the cells", 3), ("Drawing the line", 5), ("Writing", 1), ("", 1)
        )
        name = "RISK" if run.given("RISK") else "DEPTH"
        grid, inside, criterion = self._criterion(run, name, read)
        layer = run.raster(name)
        frame = Frame(grid, layer.crs(), run.context.transformContext())
        label, cells = enclose(
            inside, run.number("MIN_AREA") / grid.cell_area, run.number("CLOSE_HOLES") / grid.cell_area, gather
        )
        found = enclosures(label, cells, grid, run.number("SMOOTH"), run.number("CLOSE_HOLES"), draw)
        rain = read_tags(layer).get("RAINSHED_RAIN_MM")
        source = Path(layer.source().split("|")[0]).name + (f", rain {rain} mm" if rain else "")
        run.log(f"Enclosed: {criterion}, of {source}; {np.count_nonzero(inside):,} cells before specks and holes.")
        run.results |= {
            "AREA_M2": float(sum(one.area for one in found)),
            "LENGTH_M": float(sum(one.length for one in found)),
            "POLYGONS": len(found),
        }
        if not found:
            run.warn(f"No cells meet the criterion ({criterion}) in patches of MIN_AREA: the outputs are empty.")
        write_control_areas(run.target("OUTPUT"), frame, found, criterion, source, write)
        if run.wants("OUTPUT_LINE"):
            write_control_lines(run.target("OUTPUT_LINE"), frame, found, criterion, source, write_line)

    @staticmethod
    def _criterion(run: Run, name: str, progress) -> tuple[Grid, np.ndarray, str]:
        """The grid, the cells to be enclosed and why, in words."""
        if name == "RISK":
            classes = read_classes(run.raster(name), name, progress)
            lowest = CLASSES[COLOURS.index(run.choice("CLASS"))]
            more = "" if lowest == max(CLASSES) else " and higher"
            return grid_of(run.raster(name), name), classes >= lowest, f"risk {RISK_NAMES[lowest]}{more}"
        grid, depth = run.depths(name, progress)
        least = run.number("MIN_DEPTH")
        # as grades are given: a depth equal to the limit counts, in the precision of the depths; a dry cell never does
        inside = (depth >= np.asarray(least, depth.dtype)) & (depth > 0)
        return grid, inside, f"depth {least:g} m and more"
