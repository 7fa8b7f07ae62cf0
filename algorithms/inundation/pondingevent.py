"""rainshed:pondingevent."""

from __future__ import annotations

import numpy as np

from ...gis.event import (
    Drains,
    drains_of,
    hyetograph_fields,
    idle,
    read_hyetograph,
    read_pumps,
)
from ...gis.products import write_event_ponds, write_series
from ...gis.system import SNAP_DISTANCE, DrainageLayers, read_system
from ...hydrology.drainage.capacity import ROUGHNESS
from ...hydrology.drainage.inlets import CAPACITIES, CLOGGING, GRATE
from ...hydrology.errors import HydrologyError
from ...hydrology.ponds.hierarchy import build_hierarchy
from ...hydrology.ponds.storage import measure_storage
from ...hydrology.ponds.timeline import Event, greatest_depth, minutes_above, simulate, start_minute
from ...hydrology.progress import Progress
from ..base import CLOSED_EDGE, SINKS, RainshedAlgorithm
from ..drainage.fields import add_network_fields, given_fields
from ..run import Run

INLET_CAPACITY = CAPACITIES[GRATE]  # L/s


class PondingEvent(RainshedAlgorithm):
    """Follows ponds through a rain and its aftermath."""

    NAME = "pondingevent"
    TITLE = "Ponding event"
    GROUP = "inundation"
    TAGS = ("hyetograph", "duration", "drain-down", "inlets", "pumps", "内涝过程", "积水时间", "退水时间", "雨停后排干")
    BYTES_PER_CELL = 120
    STYLES = {"OUTPUT": "depth", "OUTPUT_DURATION": "duration", "OUTPUT_START": "start", "OUTPUT_PONDS": "event_ponds"}

    def define(self) -> None:
        self.add_dem()
        self.add_vector("HYETOGRAPH", "Hyetograph (table with t_min and rain_mm)", "table", optional=False)
        self.add_number_or_raster("RUNOFF_COEFFICIENT", "Runoff coefficient (number or raster)", 1.0, 0.0, 1.0)
        self.add_number_or_raster("INFILTRATION", "Infiltration (mm/h, number or raster)", 0.0)
        self.add_layers("INLETS")
        self.add_text("INLET_CAPACITY", "Capacity of an inlet (L/s, or a field)", f"{INLET_CAPACITY:g}")
        self.add_number("CLOGGING", "Clogging factor (share of the capacity that is left)", CLOGGING, 0.0, 1.0)
        self.add_layers("PIPES", "OUTFALLS")
        self.add_text("RECEIVING_LEVEL", "Receiving water level (m, or a field of the outfalls)")
        self.add_vector("PUMPS", "Pumps", "point")
        self.add_number("THRESHOLD", "Depth whose duration is wanted (m)", 0.15)
        self.add_number("AFTER", "Time to go on after the rain (min)", 360.0)
        self.add_number("STEP", "Longest time step (s)", 60.0)
        self.add_layers("MANHOLES")
        add_network_fields(self)
        self.add_field("PUMP_RATE", "Pump rate field (m3/h)", "PUMPS")
        self.add_number("ROUGHNESS", "Roughness of the pipes (Manning's n)", ROUGHNESS, 1e-4, 1.0, advanced=True)
        self.add_number("SNAP_DISTANCE", "Snapping distance (m)", SNAP_DISTANCE, advanced=True)
        self.add_sinks()
        self.add_closed_edge()
        self.add_raster_output("OUTPUT", "Greatest depth (m)")
        self.add_raster_output("OUTPUT_DURATION", "Duration above the threshold (min)", skippable=True)
        self.add_raster_output("OUTPUT_START", "Start of ponding (min)", extra=True)
        self.add_vector_output("OUTPUT_PONDS", "Ponds of the event", skippable=True)
        self.add_vector_output("OUTPUT_SERIES", "Water in time (table)", "table", extra=True)
        self.add_number_output("RAIN_M3", "Rain that runs off (m3)")
        self.add_number_output("INLET_M3", "Water taken by inlets (m3)")
        self.add_number_output("INFILTRATED_M3", "Water that infiltrated (m3)")
        self.add_number_output("PUMPED_M3", "Water pumped (m3)")
        self.add_number_output("OUTFLOW_M3", "Water that left (m3)")
        self.add_number_output("STORED_M3", "Water that stands at the end (m3)")
        self.add_number_output("BALANCE_ERROR", "Balance error (fraction of the rain)")

    def check(self, parameters, context) -> None:
        for name in ("STEP", "ROUGHNESS"):
            if self.parameterAsDouble(parameters, name, context) <= 0:
                raise HydrologyError(f"{name} must be above 0.")
        given = {name for name, value in parameters.items() if value not in (None, "")}
        for name in ("PIPES", "RECEIVING_LEVEL"):
            if name in given and "INLETS" not in given:
                raise HydrologyError(f"{name} limits what inlets take: give INLETS too.")

    def compute(self, run: Run) -> None:
        read, read_layers, find, measure, follow, write, outline = run.progress.steps(
            ("Reading the DEM", 2), ("Reading the drainage layers", 1), ("Finding depressions", 4),
            ("Measuring storage", 1), ("Following the event", 6), ("Writing", 4), ("", 2),
        )  # fmt: skip
        dem = run.dem(read)
        grid = dem.grid
        table = run.required("HYETOGRAPH")
        storm = read_hyetograph(table)
        time, rain = hyetograph_fields(table)
        run.log(
            f"HYETOGRAPH: {storm.total_mm:g} mm until minute {storm.end_s / 60:g}, at most "
            f"{storm.rates.max() * 3.6e6:.4g} mm/h; minutes of field {time}, mm of field {rain}."
        )
        coefficient = run.number_or_raster("RUNOFF_COEFFICIENT", dem, 0.0, 1.0)
        infiltration = run.number_or_raster("INFILTRATION", dem)
        drains = self._drains(run, dem, read_layers)
        pumps, pump_names = None, []
        if (source := run.source("PUMPS")) is not None:
            context = run.context.transformContext()
            pumps, pump_names, log, warnings = read_pumps(source, run.text("PUMP_RATE"), dem, context)
            run.tell(log, warnings)
        hierarchy = build_hierarchy(
            dem.z, grid.valid, grid.dx, grid.dy, run.cells(SINKS, dem), run.flag(CLOSED_EDGE), find
        )
        storage = measure_storage(dem.z, hierarchy, measure)
        threshold = run.number("THRESHOLD")
        event = simulate(
            dem.z, hierarchy, storage, grid.cell_area, storm, coefficient, infiltration, drains.inlets, pumps,
            drains.limits, threshold, run.number("AFTER"), run.number("STEP"), follow,
        )  # fmt: skip
        run.log(_told(event, threshold))
        run.tell(idle("INLETS", drains.names, event.inlet_taken), idle("PUMPS", pump_names, event.pump_taken))
        ledger = event.ledger
        run.results |= {
            "RAIN_M3": ledger.rain, "INLET_M3": ledger.inlets, "INFILTRATED_M3": ledger.infiltrated,
            "PUMPED_M3": ledger.pumped, "OUTFLOW_M3": ledger.left, "STORED_M3": ledger.standing,
            "BALANCE_ERROR": ledger.error,
        }  # fmt: skip
        tags = {
            "RAINSHED_RAIN_MM": f"{storm.total_mm:g}",
            "RAINSHED_RUNOFF_COEFFICIENT": _described(coefficient),
            "RAINSHED_INFILTRATION_MM_H": _described(infiltration),
            "RAINSHED_THRESHOLD_M": f"{threshold:g}",
        }
        method = "ponds and inlets followed event by event in time"
        depth = greatest_depth(dem.z, storage, event)
        parts = [write.part(k / 3, (k + 1) / 3) for k in range(3)]
        run.write_raster("OUTPUT", depth, dem, "greatest depth (m)", method, parts[0], tags)
        if run.wants("OUTPUT_DURATION"):
            minutes = minutes_above(dem.z.shape, event)
            text = f"duration above {threshold:g} m (min)"
            run.write_raster("OUTPUT_DURATION", minutes, dem, text, method, parts[1], tags)
        if run.wants("OUTPUT_START"):
            minutes = start_minute(dem.z.shape, event)
            text = f"start of depth above {threshold:g} m (min)"
            run.write_raster("OUTPUT_START", minutes, dem, text, method, parts[2], tags)
        if run.wants("OUTPUT_PONDS"):
            path, ponds = run.target("OUTPUT_PONDS"), outline.part(0, 0.8)
            write_event_ponds(path, run.frame(dem), depth, hierarchy, storage, event, ponds)
        if run.wants("OUTPUT_SERIES"):
            write_series(run.target("OUTPUT_SERIES"), run.frame(dem), event.series, outline.part(0.8, 1))

    def _drains(self, run: Run, dem, progress: Progress) -> Drains:
        """The inlets and the limits of their pipes."""
        names = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")
        layers = DrainageLayers(**{name.lower(): run.source(name) for name in names}, fields=given_fields(run))
        if layers.inlets is None:
            unused = [name for name in names if run.given(name)]
            run.tell((), [f"{', '.join(unused)}: not used, since water enters pipes by INLETS only."] if unused else ())
            return Drains()
        system = read_system(layers, dem, run.number("SNAP_DISTANCE"), run.context.transformContext(), progress)
        drains = drains_of(
            layers, system, dem, run.text("INLET_CAPACITY") or f"{INLET_CAPACITY:g}", run.number("CLOGGING"),
            run.number("ROUGHNESS"), run.text("RECEIVING_LEVEL"),
        )  # fmt: skip
        run.tell(system.log + drains.log, system.warnings() + drains.warnings)
        return drains


def _told(event: Event, threshold: float) -> str:
    """The ponds in one line."""
    wet, drain = event.wet_min[event.top[1:]], event.drain_min[event.top[1:]]
    if not (wet > 0).any():
        return f"Ponds: {wet.size}, none deeper than {threshold:g} m."
    return (
        f"Ponds: {wet.size}, of which {np.count_nonzero(wet > 0)} stood deeper than {threshold:g} m, for up to "
        f"{wet.max():.0f} min; {np.count_nonzero(drain < 0)} still do at minute {event.end_min:g}."
    )


def _described(value: float | np.ndarray) -> str:
    return f"{value:g}" if isinstance(value, float) else "raster"
