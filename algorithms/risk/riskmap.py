"""rainshed:riskmap."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from qgis.core import QgsProcessingParameterMatrix

from ...gis.presets import own_scheme, schemes
from ...gis.products import Frame, write_risk_zones
from ...gis.raster import read_matching, read_tags, write_raster
from ...hydrology.errors import HydrologyError
from ...hydrology.risk.grading import MIN_AREA, check_breaks, class_cells, drop_small_patches, grade_depth
from ..base import RainshedAlgorithm, check_number
from ..run import Run


class RiskMap(RainshedAlgorithm):
    """Grades inundation into the four classes blue, yellow, orange and red."""

    NAME = "riskmap"
    TITLE = "Inundation risk map"
    GROUP = "risk"
    TAGS = ("risk", "hazard", "classes", "内涝风险图", "灾害风险区", "四色图")
    STYLES = {"OUTPUT": "risk", "OUTPUT_ZONES": "risk_zones"}
    BYTES_PER_CELL = 70

    def define(self) -> None:
        self.add_raster("DEPTH", "Inundation depth (m)", optional=False)
        self.add_raster("DURATION", "Duration (min; not used by the depth scheme)")
        self.add_raster("VELOCITY", "Velocity (m/s; not used by the depth scheme)")
        self.add_choice("SCHEME", "Risk scheme", list(schemes()))
        self.add(
            QgsProcessingParameterMatrix(
                "CLASSES", self.tr("Own lower limits (m) of blue, yellow, orange, red"), 4, True,
                [self.tr("Lower limit (m)")], None, True,
            ),
            advanced=True,
        )  # fmt: skip
        self.add_number("MIN_AREA", "Leave out patches smaller than (m2)", MIN_AREA)
        self.add_raster_output("OUTPUT", "Inundation risk")
        self.add_vector_output("OUTPUT_ZONES", "Risk zones", extra=True)
        for colour in ("Blue", "Yellow", "Orange", "Red"):
            self.add_number_output(f"{colour.upper()}_M2", f"{colour} area (m2)")

    def check(self, parameters, context) -> None:
        self._scheme(parameters, context)

    def compute(self, run: Run) -> None:
        read, grade, write, outline = run.progress.steps(("Reading", 2), ("Grading", 2), ("Writing", 2), ("", 3))
        layer = run.raster("DEPTH")
        grid, depth = run.depths("DEPTH", read)
        scheme = self._scheme(run.parameters, run.context)
        for name in ("DURATION", "VELOCITY"):
            if run.given(name):
                read_matching(run.raster(name), 1, grid, name)
                run.warn(f"{name} is not used by the scheme {scheme['name']}.")
        classes = grade_depth(depth, scheme["breaks"])
        classes = drop_small_patches(classes, run.number("MIN_AREA") / grid.cell_area, grade)
        limits = " / ".join(f"{limit:.2f}" for limit in scheme["breaks"])
        run.log(f"Scheme: {scheme['name']}, lower limits {limits} m. {scheme['sure']} {scheme['source']}")
        run.results |= {f"{c.upper()}_M2": n * grid.cell_area for c, n in class_cells(classes).items()}
        classes[np.isnan(depth)] = 255
        tags = {**read_tags(layer), **run.tags(None, "graded by depth")}
        tags["RAINSHED_SCHEME"] = json.dumps(scheme, ensure_ascii=False)
        tags.setdefault("RAINSHED_CELL", grid.cell_text)
        tags.setdefault("RAINSHED_DEM", Path(layer.source().split("|")[0]).name)
        if run.wants("OUTPUT"):
            write_raster(run.target("OUTPUT"), classes, grid, "risk class", tags, write)
        if run.wants("OUTPUT_ZONES"):
            frame = Frame(grid, layer.crs(), run.context.transformContext())
            write_risk_zones(run.target("OUTPUT_ZONES"), frame, classes, depth, outline)

    def _scheme(self, parameters, context) -> dict:
        given = self.parameterAsMatrix(parameters, "CLASSES", context) if parameters.get("CLASSES") else []
        if not given:
            return schemes()[self.parameterAsEnumString(parameters, "SCHEME", context)]
        breaks = [check_number("CLASSES", value, 0.0, 1e300) for value in given if value not in (None, "")]
        try:
            check_breaks(breaks)
        except HydrologyError as error:
            raise HydrologyError(f"CLASSES: {error}") from None
        return own_scheme(breaks)
