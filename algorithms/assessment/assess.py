"""rainshed:assess."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsRectangle

from ...gis.assessment import Assessment, Scenario, assess, write_summary
from ...gis.layouts import build_sheet, export_sheet
from ...gis.presets import depth_scheme_ids, preset
from ...gis.products import write_depressions, write_flow_paths, write_risk_zones, write_zones
from ...gis.project import LayerEntry, relocate, write_project
from ...gis.sheet_info import SHEET_ENDINGS, SHEET_FILES, area_figures, sheet_info
from ...gis.styles import in_drawing_order
from ...gis.system import DrainageLayers
from ...hydrology.errors import HydrologyError
from ...hydrology.flow.paths import PATH_THRESHOLD
from ..base import RainshedAlgorithm, check_number
from ..run import Run

ROLES = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS", "BUILDINGS")
# Output -> its style, its name in the project and on the sheet, its group, and whether it is shown at first.
PRODUCTS = {
    "OUTPUT_RISK": ("risk", "Inundation risk 内涝风险", "Risk", True),
    "OUTPUT_RISK_ZONES": ("risk_zones", "Risk zones 灾害风险区", "Risk", False),
    "OUTPUT_DEPTH": ("depth", "Inundation depth (m) 积水深度", "Inundation", False),
    "OUTPUT_DEPRESSIONS": ("depressions", "Depressions 洼地", "Inundation", False),
    "OUTPUT_PATHS": ("flowpaths", "Overland flow paths 地表径流路径", "Flow", True),
    "OUTPUT_ZONES": ("zones", "Drainage zones 排水分区", "Drainage zones", False),
    "OUTPUT_FILLED": ("filled", "Filled DEM (m) 填洼后地形", "Terrain", False),
    "OUTPUT_CONDITIONED": ("conditioned", "Conditioned DEM (m) 修正后地形", "Terrain", True),
}
ON_SHEET = {"OUTPUT_RISK", "OUTPUT_PATHS", "OUTPUT_CONDITIONED"}


class Assess(RainshedAlgorithm):
    """The main job in one go: from a DEM and the drainage layers to the risk map."""

    NAME = "assess"
    TITLE = "Assess inundation risk"
    GROUP = "assessment"
    TAGS = ("risk map", "waterlogging", "screening", "内涝风险图", "城市内涝", "评估")
    STYLES = {name: style for name, (style, *_) in PRODUCTS.items()}
    UNSEEN = frozenset(PRODUCTS) - {"OUTPUT_RISK", "OUTPUT_PATHS"}
    ENDINGS = {"OUTPUT_MAP": SHEET_ENDINGS, "OUTPUT_PROJECT": (".qgz",), "OUTPUT_SUMMARY": (".json",)}
    BYTES_PER_CELL = 100

    def define(self) -> None:
        self.add_dem()
        self.add_layers("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS", "BUILDINGS")
        self.add_text("RAIN", "Rain (mm; several separated by commas)", "20,50,100", optional=False)
        self.add_number("RUNOFF_COEFFICIENT", "Runoff coefficient", 1.0, 0.0, 1.0)
        self.add_number("LOSS", "Loss (mm)", 0.0)
        self.add_choice("SCHEME", "Risk scheme", depth_scheme_ids())
        self.add_number("FLOWPATH_THRESHOLD", "Least upstream area of a flow path (m2)", PATH_THRESHOLD, 0.0)
        self.add_text("TITLE", "Title of the map sheet", "Inundation risk map 内涝风险图")
        self.add_raster_output("OUTPUT_CONDITIONED", "Conditioned DEM (m)", skippable=True)
        self.add_raster_output("OUTPUT_FILLED", "Filled DEM (m)", skippable=True)
        self.add_vector_output("OUTPUT_PATHS", "Overland flow paths", "line", skippable=True)
        self.add_vector_output("OUTPUT_ZONES", "Drainage zones", skippable=True)
        self.add_vector_output("OUTPUT_DEPRESSIONS", "Depressions", skippable=True)
        self.add_raster_output("OUTPUT_DEPTH", "Inundation depth (m) for the last rain", skippable=True)
        self.add_raster_output("OUTPUT_RISK", "Inundation risk for the last rain", skippable=True)
        self.add_vector_output("OUTPUT_RISK_ZONES", "Risk zones for the last rain", skippable=True)
        self.add_file_output("OUTPUT_MAP", "Map sheet (PDF and PNG)", SHEET_FILES, skippable=True)
        self.add_file_output("OUTPUT_PROJECT", "QGIS project", "QGIS project (*.qgz)", skippable=True)
        self.add_file_output("OUTPUT_SUMMARY", "Summary", "JSON (*.json)", skippable=True)
        for name, label in NUMBERS.items():
            self.add_number_output(name, label)

    def flags(self):
        # The sheet is laid out at the end, which belongs to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def check(self, parameters, context) -> None:
        parse_rains(self.parameterAsString(parameters, "RAIN", context))
        preset(self.parameterAsEnumString(parameters, "SCHEME", context))

    def compute(self, run: Run) -> None:
        read, work, write, sheet = run.progress.steps(
            ("Reading the DEM", 1), ("", 8), ("Writing", 5), ("Laying out the map sheet", 4)
        )
        layers = {name: run.source(name) for name in ROLES}
        scenario = Scenario(
            rains=parse_rains(run.text("RAIN")),
            coefficient=run.number("RUNOFF_COEFFICIENT"),
            loss=run.number("LOSS"),
            scheme=preset(run.choice("SCHEME")).said,
            path_threshold=run.number("FLOWPATH_THRESHOLD"),
        )
        drainage = DrainageLayers(**{name.lower(): layers[name] for name in ROLES[:5]})
        dem = run.dem(read)
        found = assess(dem, drainage, layers["BUILDINGS"], scenario, run.context.transformContext(), work)
        collectors = found.delineation.collectors
        run.tell((*found.notes, *collectors.log), collectors.warnings)
        _report(run, found)
        paths = _write_products(run, found, write)
        _write_sheet_and_project(run, found, paths, [name for name in ROLES if layers[name] is not None], sheet)
        if run.wants("OUTPUT_SUMMARY"):
            target = run.target("OUTPUT_SUMMARY")
            named = {name: os.path.basename(run.final(name)) for name in run.written}
            write_summary(target, found, run.text("TITLE"), named)


NUMBERS = {
    "VOLUME_M3": "Volume of all depressions (m3)",
    "COUNT": "Depressions deeper than 5 cm",
    "ZONES": "Number of drainage zones",
    "UNDRAINED_M2": "Area that reaches no inlet, outfall or channel (m2)",
    "RAIN_M3": "Rain that runs off, last rain (m3)",
    "STORED_M3": "Standing water, last rain (m3)",
    "OUTFLOW_M3": "Water that left, last rain (m3)",
    "BALANCE_ERROR": "Largest balance error of all rains (fraction of the rain)",
    "BLUE_M2": "Blue area, last rain (m2)",
    "YELLOW_M2": "Yellow area, last rain (m2)",
    "ORANGE_M2": "Orange area, last rain (m2)",
    "RED_M2": "Red area, last rain (m2)",
}


def parse_rains(text: str) -> list[float]:
    """The rains (mm) of a list separated by commas."""
    parts = [part.strip() for part in text.replace("，", ",").replace("、", ",").replace(";", ",").split(",")]
    rains = [check_number("RAIN", part, 0.0, 1e300) for part in parts if part]
    if not rains:
        raise HydrologyError("RAIN is empty: give at least one rain in mm, for instance 20,50,100.")
    return rains


def _report(run: Run, found: Assessment) -> None:
    last = found.by_rain[-1]
    for rain in found.by_rain:
        areas = ", ".join(f"{colour} {area:,.0f} m2" for colour, area in rain["area_m2"].items())
        run.log(f"Rain {rain['rain_mm']:g} mm: {rain['stored_m3']:,.0f} m3 stand, {areas}.")
    run.results |= {
        "VOLUME_M3": found.fill_volume,
        "COUNT": int(found.depressions.number.size),
        "ZONES": int(found.delineation.zones.number.size),
        "UNDRAINED_M2": found.delineation.undrained,
        "RAIN_M3": last["runoff_m3"],
        "STORED_M3": last["stored_m3"],
        "OUTFLOW_M3": last["outflow_m3"],
        "BALANCE_ERROR": max((rain["balance_error"] for rain in found.by_rain), key=abs),
    }
    run.results |= {f"{colour.upper()}_M2": area for colour, area in last["area_m2"].items()}


def _write_products(run: Run, found: Assessment, progress) -> dict[str, str]:
    """Write the layers; returns where each now lies."""
    dem, frame = found.dem, run.frame(found.dem)
    parts = dict(zip(PRODUCTS, progress.steps(*(("", 1) for _ in PRODUCTS))))
    rain = _rain_tags(found)
    method = "static fill-spill-merge (after Barnes, Callaghan and Wickert 2021)"
    rasters = {
        "OUTPUT_CONDITIONED": (dem.z, "conditioned elevation (m)", "conditioned DEM", {}),
        "OUTPUT_FILLED": (found.filled, "filled elevation (m)", "exact fill by the basin graph", {}),
        "OUTPUT_DEPTH": (found.water.depth, "inundation depth (m)", method, rain),
        "OUTPUT_RISK": (found.classes, "risk class", "graded by depth", rain),
    }
    zones, hierarchy = found.delineation, found.hierarchy
    vectors = {
        "OUTPUT_PATHS": lambda path, part: write_flow_paths(path, frame, found.paths, found.filled, part),
        "OUTPUT_ZONES": lambda path, part: write_zones(
            path, frame, zones.zones, zones.figures, *zones.against(None, {}), part
        ),
        "OUTPUT_DEPRESSIONS": lambda path, part: write_depressions(
            path, frame, hierarchy, found.storage, found.depressions, part
        ),
        "OUTPUT_RISK_ZONES": lambda path, part: write_risk_zones(path, frame, found.classes, found.water.depth, part),
    }
    paths = {}
    for name, part in parts.items():
        if not run.wants(name):
            continue
        if name in rasters:
            values, description, how, tags = rasters[name]
            paths[name] = run.write_raster(name, values, dem, description, how, part, tags)
        else:
            paths[name] = run.target(name)
            vectors[name](paths[name], part)
    return paths


def _rain_tags(found: Assessment) -> dict[str, str]:
    scenario = found.scenario
    return {
        "RAINSHED_RAIN_MM": f"{scenario.rains[-1]:g}",
        "RAINSHED_RUNOFF_COEFFICIENT": f"{scenario.coefficient:g}",
        "RAINSHED_LOSS_MM": f"{scenario.loss:g}",
        "RAINSHED_SCHEME": json.dumps(scenario.scheme, ensure_ascii=False),
    }


def _write_sheet_and_project(run: Run, found: Assessment, paths: dict[str, str], roles: list[str], progress) -> None:
    """The map sheet as PDF and PNG, and the project that holds all layers and the sheet."""
    if not run.wants("OUTPUT_MAP") and not run.wants("OUTPUT_PROJECT"):
        return
    dem = found.dem
    entries = []
    for name in roles:
        source = run.file_source(name)
        if source is None:
            run.warn(f"{name} lies in no file: it is left out of the project and the map sheet. Save it first.")
        else:
            entries.append(LayerEntry(source, name.capitalize(), "Drainage network", role=name.lower()))
    entries += [
        LayerEntry(paths[name], label, group, *(("", "dem") if style == "conditioned" else (style,)), visible=visible)
        for name, (style, label, group, visible) in PRODUCTS.items()
        if name in paths
    ]
    if "OUTPUT_CONDITIONED" not in paths:
        entries.append(LayerEntry(run.raster("DEM").source(), "DEM", "Terrain", role="dem"))
    shown = {PRODUCTS[name][1] for name in ON_SHEET if name in paths} | {e.name for e in entries if e.role}
    title = run.text("TITLE")
    info = sheet_info(_sheet_tags(run, found), title, "en", dem.crs, area_figures(found.by_rain[-1]["area_m2"], "en"))

    def lay_out(project, layers):
        progress.update(0.3)
        drawn = in_drawing_order([layer for name, layer in layers.items() if name in shown])
        layout = build_sheet(project, drawn, QgsRectangle(*dem.grid.extent), info)
        if run.wants("OUTPUT_MAP"):
            target = Path(run.target("OUTPUT_MAP"))
            for suffix in SHEET_ENDINGS:
                progress.update(0.5)
                export_sheet(layout, str(target.with_suffix(suffix)))
        progress.update(0.9)
        return layout

    try:
        if run.wants("OUTPUT_PROJECT"):
            place = run.beside("OUTPUT_PROJECT")
            write_project(place, dem.crs, entries, title, lay_out)
            relocate(place, run.staging.folders, Path(run.final("OUTPUT_PROJECT")).stem)
        else:
            with tempfile.TemporaryDirectory() as folder:
                write_project(os.path.join(folder, "sheet.qgz"), dem.crs, entries, title, lay_out)
    except (RuntimeError, ValueError) as error:
        raise HydrologyError(str(error)) from error


def _sheet_tags(run: Run, found: Assessment) -> dict[str, str]:
    tags = run.tags(found.dem, "graded by depth", _rain_tags(found))
    tags["RAINSHED_RAIN_MM"] = ",".join(f"{rain:g}" for rain in found.scenario.rains)
    return tags
