"""rainshed:drainagezones."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterBand

from ...gis.collectors import delineate, receiving_levels
from ...gis.products import write_interception, write_zones
from ...gis.raster import read_ground
from ...gis.system import DrainageLayers
from ...hydrology.drainage.zones import LEVELS
from ...hydrology.errors import HydrologyError
from ...hydrology.storm.runoff import rational_flow
from ..base import RainshedAlgorithm
from ..run import Run
from .fields import add_network_fields, given_fields

AUTO = "auto"  # as far down the network as the layers given allow


class DrainageZones(RainshedAlgorithm):
    """Delineates the zones that drain to each inlet, node or outfall."""

    NAME = "drainagezones"
    TITLE = "Drainage zones"
    GROUP = "drainage"
    TAGS = ("subcatchments", "sewershed", "inlets", "outfalls", "排水分区", "雨水口", "高水高排", "截流线")
    STYLES = {"OUTPUT": "zones", "OUTPUT_RASTER": "zones_raster", "OUTPUT_INTERCEPTION": "interception"}
    BYTES_PER_CELL = 45

    def define(self) -> None:
        self.add_dem()
        self.add_layers("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS")
        self.add_choice("LEVEL", "Zones of each", [*LEVELS, AUTO])
        self.add_number("SNAP_DISTANCE", "Snapping distance (m)", 5.0)
        self.add_number("MIN_AREA", "Least area of a zone (m2)", 0.0)
        self.add_text("RECEIVING_LEVEL", "Receiving water level (m, or a field)")
        add_network_fields(self)
        self.add_vector_output("OUTPUT", "Drainage zones")
        self.add_raster_output("OUTPUT_RASTER", "Drainage zones (raster)", extra=True)
        self.add_number(
            "DEPRESSION_VOLUME", "Undrained depressions of this volume are zones of their own (m3)", None,
            advanced=True, optional=True,
        )  # fmt: skip
        self.add_number("RAIN_RATE", "Rain intensity for the interception line (mm/h)", None, optional=True)
        self.add_number("RUNOFF_COEFFICIENT", "Runoff coefficient", 1.0, 0.0, 1.0)
        self.add_vector_output("OUTPUT_INTERCEPTION", "Interception line", "line", extra=True)
        self.add_raster("GROUND", "Ground before it was conditioned (m), for the zones' elevations and slopes")
        self.add(QgsProcessingParameterBand("GROUND_BAND", self.tr("Band of the ground"), 1, "GROUND", True))
        self.add_number_output("ZONES", "Number of zones")
        self.add_number_output("AREA_M2", "Area of all zones (m2)")
        self.add_number_output("UNDRAINED_M2", "Area that reaches no inlet, outfall or channel (m2)")
        self.add_number_output("INTERCEPTED_M2", "High ground whose runoff enters low ground (m2)")
        self.add_number_output("INTERCEPTED_LPS", "Runoff of high ground that enters low ground (L/s)")

    def check(self, parameters: dict, context) -> None:
        level = self.parameterAsString(parameters, "RECEIVING_LEVEL", context).strip()
        for name in ("OUTPUT_INTERCEPTION", "RAIN_RATE"):
            if parameters.get(name) not in (None, "") and not level:
                raise HydrologyError(
                    f"{name} needs RECEIVING_LEVEL: give the level of the receiving water, which parts high from low."
                )

    def compute(self, run: Run) -> None:
        intercepting = "Finding where high runoff enters low ground" if run.text("RECEIVING_LEVEL").strip() else ""
        read, work, intercept, write, write_raster, write_lines = run.progress.steps(
            ("Reading the DEM", 2), ("Delineating zones", 6), (intercepting, 3), ("Writing", 2), ("", 1), ("", 1),
        )  # fmt: skip
        dem = run.dem(read.part(0, 0.5))
        ground = None
        if run.given("GROUND"):
            band = self.parameterAsInt(run.parameters, "GROUND_BAND", run.context)
            ground = read_ground(run.raster("GROUND"), band, dem, "GROUND", read.part(0.5, 1))
        layers = DrainageLayers(
            **{name.lower(): run.source(name) for name in ("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS")},
            fields=given_fields(run),
        )
        level = run.choice("LEVEL")
        if level == AUTO:
            level = "inlet" if layers.pipes is None else "outfall"
            run.log(f"Zones of each {level}: {'no ' if layers.pipes is None else ''}pipes are given.")
        result = delineate(
            layers,
            dem,
            run.context.transformContext(),
            level=level,
            snap_distance=run.number("SNAP_DISTANCE"),
            min_area=run.number("MIN_AREA"),
            depression_volume=run.number("DEPRESSION_VOLUME") if run.given("DEPRESSION_VOLUME") else None,
            ground=ground,
            progress=work,
        )
        run.tell(result.collectors.log, result.collectors.warnings)
        level, by_outfall, warnings = receiving_levels(
            run.text("RECEIVING_LEVEL"), layers.outfalls, result.collectors.outfalls
        )
        run.tell([], warnings)
        drain_mode, head = result.against(level, by_outfall)
        lines, levels = result.intercept(dem, level, by_outfall, intercept)
        flow: list[float | None] = [None] * lines.area.size
        if run.given("RAIN_RATE"):
            rate, coefficient = run.number("RAIN_RATE"), run.number("RUNOFF_COEFFICIENT")
            flow = [rational_flow(rate, area, coefficient) for area in lines.area.tolist()]
        run.results |= {
            "ZONES": result.zones.number.size,
            "AREA_M2": result.area,
            "UNDRAINED_M2": result.undrained,
            "INTERCEPTED_M2": float(lines.area.sum()),
            "INTERCEPTED_LPS": sum(filter(None, flow), 0.0),
        }
        frame = run.frame(dem)
        write_zones(run.target("OUTPUT"), frame, result.zones, result.figures, drain_mode, head, write)
        run.write_raster(
            "OUTPUT_RASTER", result.numbers(), dem, "drainage zone", "D8 zones of collectors", write_raster
        )
        if run.wants("OUTPUT_INTERCEPTION"):
            target = run.target("OUTPUT_INTERCEPTION")
            write_interception(target, frame, result.zones, lines, flow, levels, write_lines)
