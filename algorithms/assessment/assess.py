"""rainshed:assess."""

from __future__ import annotations

import os

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFile

from ...gis.assessment import THRESHOLD, Assessment, Event, Plan, assess
from ...gis.matrix import Matrix, read_matrix
from ...gis.presets import RiskScheme, preset, read_scheme, scheme_ids
from ...gis.sheet_info import LANGUAGES, SHEET_ENDINGS, SHEET_FILES
from ...gis.summary import summarise, write_summary
from ...gis.system import DrainageLayers
from ...hydrology.drainage.capacity import ROUGHNESS
from ...hydrology.drainage.inlets import CAPACITIES, CLOGGING, GRATE
from ...hydrology.errors import HydrologyError
from ...hydrology.flow.paths import PATH_THRESHOLD
from ...hydrology.risk.coping import WET_AREA
from ...hydrology.risk.grading import COLOURS, class_areas
from ...hydrology.risk.matching import MATCH_DISTANCE
from ..base import RainshedAlgorithm, static_place
from ..run import Run
from .drawing import write_pictured_report, write_sheet_and_project
from .products import PRODUCTS, Products, Scenarios, scenario_files
from .rains import Rains, add_rains, read_rains, told

ROLES = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS", "BUILDINGS")
ACROSS = ("OUTPUT_COMBINED", "OUTPUT_COMBINED_ZONES")  # what needs return periods


class Assess(RainshedAlgorithm):
    """The main job in one go: from a DEM and the drainage layers to the risk map."""

    NAME = "assess"
    TITLE = "Assess inundation risk"
    GROUP = "assessment"
    TAGS = (
        "risk map",
        "waterlogging",
        "screening",
        "return period",
        "report",
        "内涝风险图",
        "城市内涝",
        "评估",
        "报告",
    )
    STYLES = {name: product.style for name, product in PRODUCTS.items()}
    UNSEEN = frozenset(name for name, product in PRODUCTS.items() if not product.loads_visible)
    ENDINGS = {
        "OUTPUT_MAP": SHEET_ENDINGS,
        "OUTPUT_PROJECT": (".qgz",),
        "OUTPUT_SUMMARY": (".json",),
        "OUTPUT_REPORT": (".html", ".htm"),
    }
    BYTES_PER_CELL = 110

    def define(self) -> None:
        self.add_dem()
        self.add_layers("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS", "BUILDINGS")
        self.add_text("RAIN", "Rain (mm; several separated by commas; empty = 20,50,100 without a storm formula)")
        self.add_number("RUNOFF_COEFFICIENT", "Runoff coefficient", 1.0, 0.0, 1.0)
        self.add_number("LOSS", "Loss (mm)", 0.0)
        self.add_choice("SCHEME", "Risk scheme", scheme_ids("depth", "duration"))
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
        add_rains(self)
        self._define_event()
        self.add_vector("RECORDED", "Recorded ponding points", "point")
        self.add_number("MATCH_DISTANCE", "Greatest distance of a match (m)", MATCH_DISTANCE, advanced=True)
        self.add_choice("CONTROL_CLASS", "Lowest risk class within the control line", list(COLOURS), True, "orange")
        self.add_number("WET_AREA", "Flooded area that a zone no longer copes with (m2)", WET_AREA, advanced=True)
        for name, label in (
            ("SCHEME_FILE", "Own scheme, instead of a preset"),
            ("MATRIX_FILE", "Own matrix of likelihood and severity"),
        ):
            parameter = QgsProcessingParameterFile(name, self.tr(label), optional=True, fileFilter="JSON (*.json)")
            self.add(parameter, advanced=True)
        self.add_choice("LANGUAGE", "Language of the map sheet and the report", list(LANGUAGES))
        self.add_text("DATA_DATES", "Dates of the data, for the map sheet and the report")
        self.add_raster_output("OUTPUT_DURATION", "Duration above the threshold (min) for the last rain", extra=True)
        self.add_raster_output("OUTPUT_COMBINED", "Risk by likelihood and severity", extra=True)
        self.add_vector_output("OUTPUT_COMBINED_ZONES", "Risk zones by likelihood and severity", extra=True)
        self.add_vector_output("OUTPUT_POINTS", "Ponding points for the last rain", "point", extra=True)
        self.add_vector_output("OUTPUT_RECORDED", "Recorded points, hit or missed", "point", extra=True)
        self.add_vector_output("OUTPUT_CONTROL", "Areas within the flood risk control line", extra=True)
        self.add_vector_output("OUTPUT_CONTROL_LINE", "Flood risk control line", "line", extra=True)
        self.add_raster_output("OUTPUT_RAINTOFLOOD", "Rain to flood (mm)", extra=True)
        self.add_vector_output("OUTPUT_COPING", "Rain that zones cope with", extra=True)
        self.add_folder_output("OUTPUT_SCENARIOS", "Folder with depth, duration and risk of each rain")
        self.add_file_output("OUTPUT_REPORT", "Report", "HTML (*.html)", skippable=True)
        for name, label in MORE_NUMBERS.items():
            self.add_number_output(name, label)

    def _define_event(self) -> None:
        """What the rains meet when they are followed in time."""
        self.add_number("THRESHOLD", "Depth above which water counts as ponding (m)", THRESHOLD, 0.0, 100.0)
        self.add_number("INFILTRATION", "Infiltration (mm/h; for rains in time)", 0.0)
        label = "Capacity of an inlet (L/s, or a field; for rains in time)"
        self.add_text("INLET_CAPACITY", label, f"{CAPACITIES[GRATE]:g}")
        self.add_number(
            "CLOGGING", "Clogging factor (share of the capacity that is left)", CLOGGING, 0.0, 1.0, advanced=True
        )
        self.add_text("RECEIVING_LEVEL", "Receiving water level (m, or a field of the outfalls; for rains in time)")
        self.add_vector("PUMPS", "Pumps (for rains in time)", "point")
        self.add_number("AFTER", "Time to go on after the rain (min)", 360.0, 0.0, 525_600.0, advanced=True)

    def flags(self):
        # The sheet is laid out at the end, which belongs to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def check(self, parameters, context) -> None:
        rains = read_rains(self, parameters, context)
        scheme = self._scheme(parameters, context)
        given = {name for name, value in parameters.items() if value not in (None, "")}
        self._matrix(parameters, context)
        if "duration" in scheme.measured and rains.shape is None:
            raise HydrologyError(
                f"The scheme {scheme.said['name']} needs durations: give DURATION or a storm formula, so that the "
                "rains are followed in time, or choose a scheme of depth alone, such as road_depth."
            )
        if "velocity" in scheme.measured:
            raise HydrologyError(
                f"The scheme {scheme.said['name']} needs velocities, which assess does not compute: choose a scheme of "
                "depth, such as road_depth, or run riskmap with a raster of velocities."
            )
        if rains.shape is None and (lacking := [name for name in ("OUTPUT_DURATION", "PUMPS") if name in given]):
            raise HydrologyError(f"{lacking[0]} needs rains in time: give DURATION, or a storm formula.")
        if (across := [name for name in ACROSS if name in given]) and not _periods_known(rains):
            raise HydrologyError(
                f"{across[0]} needs rains whose return periods are known: give CITY, or A1, C, B and N."
            )
        if "OUTPUT_RECORDED" in given and "RECORDED" not in given:
            raise HydrologyError("OUTPUT_RECORDED needs recorded points: give RECORDED, or leave that output out.")
        if "RECEIVING_LEVEL" in given and "INLETS" not in given:
            raise HydrologyError("RECEIVING_LEVEL limits what inlets take: give INLETS too.")

    def files_in(self, parameters, context) -> dict[str, list[str]]:
        if not static_place(parameters.get("OUTPUT_SCENARIOS")):
            return {}
        rains = read_rains(self, parameters, context)
        timed = rains.shape is not None
        return {"OUTPUT_SCENARIOS": [file for rain in rains.rains for file in scenario_files(rain, timed).values()]}

    def _scheme(self, parameters, context) -> RiskScheme:
        path = self.parameterAsString(parameters, "SCHEME_FILE", context) if parameters.get("SCHEME_FILE") else ""
        return read_scheme(path) if path else preset(self.parameterAsEnumString(parameters, "SCHEME", context))

    def _matrix(self, parameters, context) -> Matrix:
        given = parameters.get("MATRIX_FILE") not in (None, "")
        return read_matrix(self.parameterAsString(parameters, "MATRIX_FILE", context) if given else None)

    def compute(self, run: Run) -> None:
        read, work, write, sheet, report = run.progress.steps(
            ("Reading the DEM", 1), ("", 10), ("Writing", 6), ("Laying out the map sheet", 4), ("Writing the report", 3)
        )
        rains = read_rains(self, run.parameters, run.context)
        run.tell(rains.log, rains.warnings)
        run.log(told(rains.rains))
        layers = {name: run.source(name) for name in ROLES}
        recorded = run.required("RECORDED") if run.given("RECORDED") else None
        plan = self._plan(run, rains, recorded)
        drainage = DrainageLayers(**{name.lower(): layers[name] for name in ROLES[:5]})
        dem = run.dem(read)
        with Scenarios(run, plan) as scenarios:
            found = assess(
                dem, drainage, layers["BUILDINGS"], plan, run.context.transformContext(), work, scenarios.write
            )
            collectors = found.delineation.collectors
            run.tell((*found.notes, *collectors.log, *found.log), (*collectors.warnings, *found.warnings))
            _report(run, found)
            products = Products(run, found, rains)
            summary = summarise(
                found,
                run.text("TITLE"),
                _layers(run, layers | {"PUMPS": plan.event.pumps, "RECORDED": recorded}),
                run.text("DATA_DATES"),
            )
            summary |= products.write(write)
            given = [name for name in ROLES if layers[name] is not None]
            write_sheet_and_project(run, found, products, scenarios, given, sheet)
            wanted = [d.name() for d in self.destinationParameterDefinitions() if run.wants(d.name())]
            summary["outputs"] = {name: os.path.basename(run.final(name)) for name in wanted}
            if run.wants("OUTPUT_REPORT"):
                write_pictured_report(run, found, products, scenarios, summary, report)
            if run.wants("OUTPUT_SUMMARY"):
                write_summary(run.target("OUTPUT_SUMMARY"), summary)

    def _plan(self, run: Run, rains: Rains, recorded) -> Plan:
        event = Event(
            capacity=run.text("INLET_CAPACITY") or f"{CAPACITIES[GRATE]:g}",
            clogging=run.number("CLOGGING"),
            roughness=ROUGHNESS,
            receiving=run.text("RECEIVING_LEVEL"),
            infiltration=run.number("INFILTRATION"),
            pumps=run.source("PUMPS"),
            after=run.number("AFTER"),
        )
        return Plan(
            rains=rains.rains,
            coefficient=run.number("RUNOFF_COEFFICIENT"),
            loss=run.number("LOSS"),
            scheme=self._scheme(run.parameters, run.context),
            event=event,
            path_threshold=run.number("FLOWPATH_THRESHOLD"),
            threshold=run.number("THRESHOLD"),
            matrix=self._matrix(run.parameters, run.context) if _periods_known(rains) else None,
            recorded=recorded,
            match_distance=run.number("MATCH_DISTANCE"),
            storm=rains.storm,
        )


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
MORE_NUMBERS = {
    **{f"COMBINED_{c.upper()}_M2": f"{c.capitalize()} area by likelihood and severity (m2)" for c in COLOURS},
    "POINTS": "Ponding points, last rain",
    "HITS": "Recorded points that were hit, last rain",
    "MISSES": "Recorded points that were missed, last rain",
    "FALSE_ALARMS": "Ponding points that no recorded point matches, last rain",
}


def _periods_known(rains: Rains) -> bool:
    return any(rain.return_period is not None for rain in rains.rains)


def _layers(run: Run, layers: dict) -> list[dict]:
    """Role, file and number of features of each layer that is used."""
    found = []
    for name, source in layers.items():
        if source is not None:
            file = (run.file_source(name) or source.sourceName()).split("|")
            layer = next((part.partition("=")[2] for part in file[1:] if part.startswith("layername=")), "")
            where = os.path.basename(file[0]) + (f" ({layer})" if layer else "")
            found.append({"role": name, "file": where, "features": int(source.featureCount())})
    return found


def _report(run: Run, found: Assessment) -> None:
    """The numbers, and the rains in the log."""
    last, cell_area = found.by_rain[-1], found.dem.grid.cell_area
    for rain in found.by_rain:
        areas = ", ".join(f"{colour} {area:,.0f} m2" for colour, area in rain["area_m2"].items())
        period = rain["kind"] != "given" or rain["return_period_a"] is not None
        name = f"Rain {round(rain['rain_mm'], 2):g} mm" + (f" ({rain['name']})" if period else "")
        run.log(f"{name}: {rain['stored_m3']:,.0f} m3 stand, {areas}.")
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
    across = dict.fromkeys(COLOURS, 0.0) if found.combined is None else class_areas(found.combined, cell_area)
    run.results |= {f"COMBINED_{colour.upper()}_M2": area for colour, area in across.items()}
    run.results["POINTS"] = last["points"]
    run.results |= {key.upper(): last.get(key, 0) for key in ("hits", "misses", "false_alarms")}
