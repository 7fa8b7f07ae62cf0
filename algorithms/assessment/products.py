"""The layers that an assessment writes."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeatureSource, QgsVectorLayer

from ...gis.assessment import MAX_RAIN, Assessment, Outcome, Plan
from ...gis.controlline import enclosures, write_control_areas, write_control_lines
from ...gis.coping import measure_zones, write_coping_zones
from ...gis.ponding import write_ponding_points, write_recorded
from ...gis.products import (
    RISK_NAMES,
    RISK_NAMES_ZH,
    write_depressions,
    write_flow_paths,
    write_risk_zones,
    write_zones,
)
from ...gis.raster import write_raster
from ...gis.summary import control_figures, coping_figures
from ...hydrology.progress import Progress
from ...hydrology.risk.controlline import CLOSE_HOLES, MIN_AREA, SMOOTH, enclose
from ...hydrology.risk.coping import cells_of_area
from ...hydrology.risk.grading import CLASSES, COLOURS
from ...hydrology.storm.formula import years_of
from ...hydrology.storm.scenarios import Rain
from ..run import Run
from .rains import Rains


@dataclass(frozen=True)
class Product:
    """A layer: its style, its name in the project and on the sheet, its group, and whether it is shown at first, in
    the project and when a window loads it."""

    style: str
    label: str
    group: str
    visible: bool = False
    loads_visible: bool = False


PRODUCTS = {
    "OUTPUT_POINTS": Product("ponding_points", "Ponding points 积水点", "Risk", True, True),
    "OUTPUT_RECORDED": Product("recorded_points", "Recorded ponding points 历史积水点", "Risk", True, True),
    "OUTPUT_CONTROL_LINE": Product("control_lines", "Flood risk control line 洪涝风险控制线", "Risk", True, True),
    "OUTPUT_CONTROL": Product("control_areas", "Areas within the control line 控制线范围", "Risk"),
    "OUTPUT_COMBINED": Product("risk", "Risk by likelihood and severity 综合内涝风险", "Risk", True, True),
    "OUTPUT_COMBINED_ZONES": Product("risk_zones", "Risk zones by likelihood and severity 综合灾害风险区", "Risk"),
    "OUTPUT_RISK": Product("risk", "Inundation risk 内涝风险", "Risk", True, True),
    "OUTPUT_RISK_ZONES": Product("risk_zones", "Risk zones 灾害风险区", "Risk"),
    "OUTPUT_DEPTH": Product("depth", "Inundation depth (m) 积水深度", "Inundation"),
    "OUTPUT_DURATION": Product("duration", "Duration above the threshold (min) 积水历时", "Inundation"),
    "OUTPUT_DEPRESSIONS": Product("depressions", "Depressions 洼地", "Inundation"),
    "OUTPUT_RAINTOFLOOD": Product("raintoflood", "Rain to flood (mm) 致涝雨量", "Inundation"),
    "OUTPUT_PATHS": Product("flowpaths", "Overland flow paths 地表径流路径", "Flow", True, True),
    "OUTPUT_COPING": Product("coping_zones", "Rain that zones cope with 可应对降雨量", "Drainage zones"),
    "OUTPUT_ZONES": Product("zones", "Drainage zones 排水分区", "Drainage zones"),
    "OUTPUT_FILLED": Product("filled", "Filled DEM (m) 填洼后地形", "Terrain"),
    "OUTPUT_CONDITIONED": Product("conditioned", "Conditioned DEM (m) 修正后地形", "Terrain", True),
}
STILL, IN_TIME = (
    "static fill-spill-merge (after Barnes, Callaghan and Wickert 2021)",
    "ponds and inlets followed event by event in time",
)


def rain_tags(plan: Plan, outcome: Outcome) -> dict[str, str]:
    """What a raster of one rain says of it."""
    rain = outcome.rain
    tags = {
        "RAINSHED_RAIN_MM": f"{rain.amount:.6g}",
        "RAINSHED_RUNOFF_COEFFICIENT": f"{plan.coefficient:g}",
        "RAINSHED_LOSS_MM": f"{plan.loss:g}",
        "RAINSHED_SCHEME": json.dumps(plan.scheme.said, ensure_ascii=False),
    }
    if rain.return_period is not None:
        tags["RAINSHED_RETURN_PERIOD"] = f"{rain.return_period:.6g}"
    if plan.storm and plan.storm.get("formula"):
        said = plan.storm
        sure = said["reliability"].startswith("unverified")
        tags["RAINSHED_STORM_FORMULA"] = f"{said['name']}: {said['formula']}{'; UNVERIFIED' if sure else ''}"
        tags["RAINSHED_STORM_FORMULA_ZH"] = f"{said['name_zh']}：{said['formula_zh']}{'；未核实' if sure else ''}"
    if rain.hyetograph is not None:
        tags["RAINSHED_DURATION_MIN"] = f"{rain.hyetograph.end_s / 60:g}"
        tags["RAINSHED_THRESHOLD_M"] = f"{plan.threshold:g}"
    return tags


def risk_tags(found: Assessment, language: str = "en") -> dict[str, str]:
    """What the risk map says; across rains, all of them, by their names in the language, and the matrix."""
    tags = rain_tags(found.plan, found.last)
    if found.combined is None:
        return tags
    tags.pop("RAINSHED_RETURN_PERIOD", None)
    tags["RAINSHED_RAIN_MM"] = ",".join(f"{rain.amount:.6g}" for rain in found.plan.rains)
    tags["RAINSHED_MATRIX"] = json.dumps(found.plan.matrix.said, ensure_ascii=False)
    said = [[rain.names[language == "zh"], _depth_of(rain)] for rain in found.plan.rains]
    tags["RAINSHED_SCENARIOS"] = json.dumps(said, ensure_ascii=False)
    return tags


def _depth_of(rain) -> str:
    depth = f"{rain.amount:.1f} mm"
    return depth if rain.hyetograph is None else f"{depth} in {rain.hyetograph.end_s / 60:g} min"


def scenario_files(rain: Rain, timed: bool) -> dict[str, str]:
    """The names of the rasters of one rain, by quantity; `timed`: whether it is followed in time."""
    return {name: f"{name}_{rain.stem}.tif" for name in ("risk", "depth", "duration")[: 3 if timed else 2]}


class Scenarios:
    """Depth, duration and risk of each rain: in the folder that is asked for, for the report alone in a passing one.

    Use as a context manager. `files` is the style and the place of each raster, by rain and quantity.
    """

    def __init__(self, run: Run, plan: Plan) -> None:
        self.run, self.plan = run, plan
        self.files: list[dict[str, str]] = []
        self._passing: tempfile.TemporaryDirectory | None = None

    def __enter__(self) -> Scenarios:
        return self

    def __exit__(self, *_exception) -> None:
        if self._passing is not None:
            self._passing.cleanup()

    def write(self, outcome: Outcome, progress: Progress, dem) -> None:
        """Write the rasters of one rain, where they are wanted."""
        if not self.run.wants("OUTPUT_SCENARIOS") and not self.run.wants("OUTPUT_REPORT"):
            return
        quantities = {
            "risk": (outcome.classes, "risk class", "risk"),
            "depth": (outcome.depth, "inundation depth (m)", "depth"),
        }
        if outcome.minutes is not None:
            text = f"duration above {self.plan.threshold:g} m (min)"
            quantities["duration"] = (outcome.minutes, text, "duration")
        parts = [progress.part(k / len(quantities), (k + 1) / len(quantities)) for k in range(len(quantities))]
        method = STILL if outcome.minutes is None else IN_TIME
        tags = self.run.tags(dem, method, rain_tags(self.plan, outcome))
        files, places = scenario_files(outcome.rain, outcome.minutes is not None), {}
        for (name, (values, text, style)), part in zip(quantities.items(), parts):
            places[name] = self._place(files[name], style)
            write_raster(places[name], values, dem.grid, text, tags, part)
        self.files.append(places)

    def _place(self, file: str, style: str) -> str:
        if self.run.wants("OUTPUT_SCENARIOS"):
            return self.run.target_in("OUTPUT_SCENARIOS", file, style)
        if self._passing is None:
            self._passing = tempfile.TemporaryDirectory()
        return os.path.join(self._passing.name, file)


class Products:
    """Writes the layers; `paths` says where each now lies, `control` and `coping` what the summary says of them."""

    def __init__(self, run: Run, found: Assessment, rains: Rains) -> None:
        self.run, self.found, self.rains = run, found, rains
        self.frame = run.frame(found.dem)
        self.paths: dict[str, str] = {}
        self._rasters = self._rasters_of()
        self._vectors = {
            "OUTPUT_PATHS": self._write_paths,
            "OUTPUT_ZONES": self._write_zones,
            "OUTPUT_DEPRESSIONS": self._write_depressions,
            "OUTPUT_RISK_ZONES": self._write_risk_zones,
            "OUTPUT_COMBINED_ZONES": self._write_combined_zones,
            "OUTPUT_POINTS": self._write_points,
            "OUTPUT_RECORDED": self._write_recorded,
        }

    def write(self, progress: Progress) -> dict:
        """Write what is wanted; returns the parts of the summary that come of it."""
        layers, lines, coping = progress.part(0, 0.6), progress.part(0.6, 0.8), progress.part(0.8, 1)
        wanted = [name for name in (*self._rasters, *self._vectors) if self.run.wants(name)]
        for k, name in enumerate(wanted):
            part = layers.part(k / len(wanted), (k + 1) / len(wanted))
            if name in self._rasters:
                values, description, how, tags = self._rasters[name]
                self.paths[name] = self.run.write_raster(name, values, self.found.dem, description, how, part, tags)
            else:
                self.paths[name] = self.run.target(name)
                self._vectors[name](self.paths[name], part)
        return {"control_line": self._write_control(lines), "coping": self._write_coping(coping)}

    def _rasters_of(self) -> dict[str, tuple]:
        found = self.found
        last, plan = found.last, found.plan
        rain, method = rain_tags(plan, last), IN_TIME if plan.in_time else STILL
        graded = f"graded by {' and '.join(plan.scheme.measured)}"
        return {
            "OUTPUT_CONDITIONED": (found.dem.z, "conditioned elevation (m)", "conditioned DEM", {}),
            "OUTPUT_FILLED": (found.filled, "filled elevation (m)", "exact fill by the basin graph", {}),
            "OUTPUT_DEPTH": (last.depth, "inundation depth (m)", method, rain),
            "OUTPUT_DURATION": (last.minutes, f"duration above {plan.threshold:g} m (min)", method, rain),
            "OUTPUT_RISK": (last.classes, "risk class", graded, rain),
            "OUTPUT_COMBINED": (found.combined, "risk class", f"{graded}, and by likelihood", risk_tags(found)),
        }

    def _write_paths(self, path: str, progress: Progress) -> None:
        write_flow_paths(path, self.frame, self.found.paths, self.found.filled, progress)

    def _write_zones(self, path: str, progress: Progress) -> None:
        zones = self.found.delineation
        write_zones(path, self.frame, zones.zones, zones.figures, *zones.against(None, {}), progress)

    def _write_depressions(self, path: str, progress: Progress) -> None:
        found = self.found
        write_depressions(path, self.frame, found.hierarchy, found.storage, found.depressions, progress)

    def _write_risk_zones(self, path: str, progress: Progress) -> None:
        write_risk_zones(path, self.frame, self.found.last.classes, self.found.last.depth, progress)

    def _write_combined_zones(self, path: str, progress: Progress) -> None:
        write_risk_zones(path, self.frame, self.found.combined, self.found.last.depth, progress)

    def _write_points(self, path: str, progress: Progress) -> None:
        found, last = self.found, self.found.last
        write_ponding_points(path, self.frame, last.points, found.recorded, last.match, progress)

    def _write_recorded(self, path: str, progress: Progress) -> None:
        write_recorded(path, self.frame, self.found.recorded, self.found.last.match, progress)

    def _write_control(self, progress: Progress) -> dict | None:
        """The control line: about the risk across rains, else about that of the last rain."""
        run, grid = self.run, self.found.dem.grid
        wanted = [name for name in ("OUTPUT_CONTROL", "OUTPUT_CONTROL_LINE") if run.wants(name)]
        if not wanted and not run.wants("OUTPUT_REPORT"):
            return None
        lowest = CLASSES[COLOURS.index(run.choice("CONTROL_CLASS"))]
        criterion = f"risk {RISK_NAMES[lowest]}{'' if lowest == max(CLASSES) else ' and higher'}"
        classes = self.found.risk
        inside = (classes >= lowest) & (classes <= max(CLASSES))
        label, cells = enclose(inside, MIN_AREA / grid.cell_area, CLOSE_HOLES / grid.cell_area, progress.part(0, 0.3))
        lines = enclosures(label, cells, grid, SMOOTH, CLOSE_HOLES, progress.part(0.3, 0.9))
        source = self.found.last.figures["name"] if self.found.combined is None else "likelihood and severity"
        for name, writer in (("OUTPUT_CONTROL", write_control_areas), ("OUTPUT_CONTROL_LINE", write_control_lines)):
            if name in wanted:
                self.paths[name] = run.target(name)
                writer(self.paths[name], self.frame, lines, criterion, source, progress.part(0.9, 1))
        chinese = f"风险等级 {RISK_NAMES_ZH[lowest]}{'' if lowest == max(CLASSES) else ' 及以上'}"
        return control_figures(lines, criterion, chinese)

    def _write_coping(self, progress: Progress) -> dict | None:
        """The rain that each zone copes with, measured as the tool of that name does."""
        run, found = self.run, self.found
        if not any(run.wants(name) for name in ("OUTPUT_COPING", "OUTPUT_RAINTOFLOOD", "OUTPUT_REPORT")):
            return None
        rain = found.rain_to_flood(progress.part(0, 0.4))
        tags = rain_tags(found.plan, found.last)
        tags = {key: tags[key] for key in ("RAINSHED_RUNOFF_COEFFICIENT", "RAINSHED_LOSS_MM")}
        tags |= {"RAINSHED_MIN_DEPTH_M": f"{found.plan.threshold:g}", "RAINSHED_MAX_RAIN_MM": f"{MAX_RAIN:g}"}
        method = "filling of nested depressions followed event by event"
        if run.wants("OUTPUT_RAINTOFLOOD"):
            part = progress.part(0.4, 0.6)
            path = run.write_raster("OUTPUT_RAINTOFLOOD", rain, found.dem, "rain to flood (mm)", method, part, tags)
            self.paths["OUTPUT_RAINTOFLOOD"] = path
        wet_cells = cells_of_area(run.number("WET_AREA"), found.dem.grid.cell_area)
        with tempfile.TemporaryDirectory() as folder:
            zones = self.paths.get("OUTPUT_ZONES") or os.path.join(folder, "zones.gpkg")
            if "OUTPUT_ZONES" not in self.paths:
                self._write_zones(zones, progress.part(0.6, 0.7))
            layer = QgsVectorLayer(zones, "zones", "ogr")
            source = QgsProcessingFeatureSource(layer, run.context)
            measured = measure_zones(
                source, rain, found.dem.grid, found.dem.crs, self.frame.context, wet_cells, f"{MAX_RAIN:g}",
                progress.part(0.7, 0.9),
            )  # fmt: skip
            del source, layer
        years, minutes = np.full(measured.cope.size, np.nan), None
        if self.rains.formula is not None:
            minutes = self.rains.shape.duration
            years, _ = years_of(self.rains.formula, measured.cope, minutes)
        if run.wants("OUTPUT_COPING"):
            self.paths["OUTPUT_COPING"] = run.target("OUTPUT_COPING")
            write_coping_zones(self.paths["OUTPUT_COPING"], self.frame, measured, years, progress.part(0.9, 1))
        return coping_figures(measured, years, run.number("WET_AREA"), minutes)
