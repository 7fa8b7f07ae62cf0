"""rainshed:riskmap."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterMatrix, QgsRasterLayer

from ...gis.presets import RiskScheme, own_scheme, preset, read_scheme, scheme_ids
from ...gis.products import Frame, write_risk_zones
from ...gis.raster import read_matching, read_tags, write_raster
from ...hydrology.errors import HydrologyError
from ...hydrology.grid import Grid
from ...hydrology.risk.grading import MIN_AREA, check_breaks, class_areas, drop_small_patches
from ..base import RainshedAlgorithm, check_number
from ..run import Run


class RiskMap(RainshedAlgorithm):
    """Grades inundation into the four classes blue, yellow, orange and red."""

    NAME = "riskmap"
    TITLE = "Inundation risk map"
    GROUP = "risk"
    TAGS = ("risk", "hazard", "classes", "内涝风险图", "灾害风险区", "四色图")
    STYLES = {"OUTPUT": "risk", "OUTPUT_ZONES": "risk_zones"}
    BYTES_PER_CELL = 75

    def define(self) -> None:
        self.add_raster("DEPTH", "Inundation depth (m)", optional=False)
        self.add_raster("DURATION", "Duration (min; for schemes that use it)")
        self.add_raster("VELOCITY", "Velocity (m/s; for schemes that use it)")
        self.add_choice("SCHEME", "Risk scheme", scheme_ids())
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
        self.add(
            QgsProcessingParameterFile(
                "SCHEME_FILE", self.tr("Own scheme, instead of a preset"), optional=True, fileFilter="JSON (*.json)"
            ),
            advanced=True,
        )

    def check(self, parameters, context) -> None:
        scheme = self._scheme(parameters, context)
        lacking = [name.upper() for name in scheme.measured if parameters.get(name.upper()) in (None, "")]
        if lacking and lacking != ["DEPTH"]:
            raise HydrologyError(
                f"The scheme {scheme.said['name']} needs {' and '.join(lacking)}: give "
                f"{'it' if len(lacking) == 1 else 'them'}, or choose a scheme of depth alone, such as road_depth."
            )

    def compute(self, run: Run) -> None:
        read, grade, write, outline = run.progress.steps(("Reading", 2), ("Grading", 2), ("Writing", 2), ("", 3))
        layer = run.raster("DEPTH")
        grid, depth = run.depths("DEPTH", read)
        scheme = self._scheme(run.parameters, run.context)
        values = {"depth": depth} | self._measured(run, scheme, grid, depth)
        classes = scheme.grade(values, grade.part(0, 0.3))
        used = list(values)
        del values
        classes = drop_small_patches(classes, run.number("MIN_AREA") / grid.cell_area, grade.part(0.3, 1))
        said = dict(scheme.said)
        if scheme.rules is None:
            limits = " / ".join(f"{limit:.2f}" for limit in said["breaks"])
            run.log(f"Scheme: {said['name']}, lower limits {limits} m. {said['sure']} {said['source']}")
        else:
            said["graded_by"] = {name: _file_of(run.raster(name.upper())) for name in used}
            by = ", ".join(f"{name} ({file})" for name, file in said["graded_by"].items())
            run.log(f"Scheme: {said['name']}, graded by {by}. {said['sure']} {said['source']}")
        run.results |= {f"{c.upper()}_M2": area for c, area in class_areas(classes, grid.cell_area).items()}
        classes[np.isnan(depth)] = 255
        tags = {**read_tags(layer), **run.tags(None, f"graded by {' and '.join(used)}")}
        tags["RAINSHED_SCHEME"] = json.dumps(said, ensure_ascii=False)
        tags.setdefault("RAINSHED_CELL", grid.cell_text)
        tags.setdefault("RAINSHED_DEM", _file_of(layer))
        if run.wants("OUTPUT"):
            write_raster(run.target("OUTPUT"), classes, grid, "risk class", tags, write)
        if run.wants("OUTPUT_ZONES"):
            frame = Frame(grid, layer.crs(), run.context.transformContext())
            write_risk_zones(run.target("OUTPUT_ZONES"), frame, classes, depth, outline)

    @staticmethod
    def _measured(run: Run, scheme: RiskScheme, grid: Grid, depth: np.ndarray) -> dict[str, np.ndarray]:
        """Duration and velocity where the scheme uses them, known in every wet cell."""
        found = {}
        for name in ("DURATION", "VELOCITY"):
            if not run.given(name):
                continue
            values = read_matching(run.raster(name), 1, grid, name)
            if name.lower() not in scheme.measured:
                run.warn(f"{name} is not used by the scheme {scheme.said['name']}.")
                continue
            file = _file_of(run.raster(name))
            missing = np.count_nonzero(np.isnan(values) & (depth > 0))
            if missing:
                raise HydrologyError(f"{name} {file} has no value in {missing:,} cells where DEPTH is above 0.")
            if np.nanmin(values, initial=0.0) < 0:
                raise HydrologyError(f"{name} {file} holds negative values: give the {name.lower()} as 0 or more.")
            found[name.lower()] = values
        return found

    def _scheme(self, parameters, context) -> RiskScheme:
        given = self.parameterAsMatrix(parameters, "CLASSES", context) if parameters.get("CLASSES") else []
        path = self.parameterAsString(parameters, "SCHEME_FILE", context) if parameters.get("SCHEME_FILE") else ""
        if given and path:
            raise HydrologyError("CLASSES and SCHEME_FILE are two schemes: give one.")
        if path:
            return read_scheme(path)
        if not given:
            return preset(self.parameterAsEnumString(parameters, "SCHEME", context))
        breaks = [check_number("CLASSES", value, 0.0, 1e300) for value in given if value not in (None, "")]
        try:
            check_breaks(breaks)
        except HydrologyError as error:
            raise HydrologyError(f"CLASSES: {error}") from None
        return own_scheme(breaks)


def _file_of(layer: QgsRasterLayer) -> str:
    return Path(layer.source().split("|")[0]).name
