"""rainshed:inletcapacity."""

from __future__ import annotations

import numpy as np

from ...gis.event import describe_capacities, inlet_capacities, typed_capacities
from ...gis.network_products import write_inlets
from ...gis.system import SNAP_DISTANCE, DrainageLayers, DrainageSystem, read_system
from ...gis.vectors import some
from ...hydrology.drainage.capacity import ROUGHNESS, network_capacities
from ...hydrology.drainage.design import (
    INLET,
    PIPE,
    RATIONAL_LIMIT,
    check_inlets,
    design_flows,
    pipe_share,
    rational_flow,
    travel_minutes,
)
from ...hydrology.drainage.inlets import CAPACITIES, CLOGGING, GRATE
from ...hydrology.errors import HydrologyError
from ..base import RainshedAlgorithm
from ..run import Run
from ..storm.formula import add_city
from .fields import add_network_fields, given_fields
from .storm import add_storm, catchments_of, check_areas, check_storm, storm_of


class InletCapacity(RainshedAlgorithm):
    """Sets the runoff that comes to every inlet against what it and its pipe take."""

    NAME = "inletcapacity"
    TITLE = "Inlet capacity"
    GROUP = "drainage"
    TAGS = ("gully", "grate", "clogging", "inlets to add", "雨水口", "收水能力", "雨水篦子", "堵塞系数")
    BYTES_PER_CELL = 45
    STYLES = {"OUTPUT": "inlet_limits"}

    def define(self) -> None:
        self.add_layers("INLETS", optional=False)
        self.add_dem(optional=True)
        self.add_vector("ZONES", "Drainage zones (polygons of drainagezones, at level inlet)", "polygon")
        add_storm(self)
        self.add_text("INLET_CAPACITY", "Capacity of an inlet (L/s, or a field; empty = by its type)")
        self.add_field("TYPE_FIELD", "Type field of the inlets", "INLETS")
        self.add_number("CLOGGING", "Clogging factor (share of the capacity that is left)", CLOGGING, 0.0, 1.0)
        self.add_layers("PIPES", "MANHOLES", "OUTFALLS")
        self.add_number("ROUGHNESS", "Roughness of the pipes (Manning's n)", ROUGHNESS, 1e-4, 1.0)
        self.add_field("AREA_FIELD", "Area field of the inlets (m2)", "INLETS")
        add_network_fields(self)
        self.add_number("SNAP_DISTANCE", "Snapping distance (m)", SNAP_DISTANCE, advanced=True)
        add_city(self)
        self.add_vector_output("OUTPUT", "Limits of inlets", "point")
        self.add_number_output("LIMIT_INLET", "Inlets that are too small")
        self.add_number_output("LIMIT_PIPE", "Inlets whose pipe is too small")
        self.add_number_output("ADD_N", "Inlets to add")
        self.add_number_output("SHORT_LPS", "Runoff that is not taken (L/s)")

    def check(self, parameters, context) -> None:
        check_storm(self, parameters, context)
        check_areas(parameters)

    def compute(self, run: Run) -> None:
        reading = "Reading the DEM" if run.given("DEM") else ""
        read, read_layers, gather, work, write = run.progress.steps(
            (reading, 1), ("Reading the drainage layers", 3), ("Gathering areas", 3),
            ("Working design flows", 1), ("Writing", 3),
        )  # fmt: skip
        dem = run.dem_or_frame_of("INLETS", read)
        run.required("INLETS")
        names = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")
        layers = DrainageLayers(**{name.lower(): run.source(name) for name in names}, fields=given_fields(run))
        system = read_system(layers, dem, run.number("SNAP_DISTANCE"), run.context.transformContext(), read_layers)
        run.tell(system.log, system.warnings())
        capacity = self._capacities(run, layers, system) * run.number("CLOGGING")
        zones, coefficient = catchments_of(run, system, layers, dem, gather)
        storm = storm_of(run)

        work.update(0)
        t1 = run.number("INLET_TIME")
        count = len(system.inlets)
        own = zones.inlet >= 0
        area, effective = np.zeros(count), np.zeros(count)
        np.add.at(area, zones.inlet[own], zones.area[own])
        np.add.at(effective, zones.inlet[own], (zones.area * coefficient)[own])
        if not own.any():
            raise HydrologyError("No zone drains to an inlet of INLETS: ZONES must be those of level inlet.")
        with_zone = np.unique(zones.inlet[own]).size
        if zones.joined > with_zone:
            raise HydrologyError(
                f"{zones.joined} inlets are joined at nodes or outfalls in ZONES, and only {with_zone} have zones of "
                "their own: make ZONES with LEVEL inlet."
            )
        large = [system.names[i] for i in np.flatnonzero(area > RATIONAL_LIMIT)]
        if large:
            raise HydrologyError(
                f"{len(large)} inlets gather more than {RATIONAL_LIMIT / 1e6:g} km2, above which the rational method "
                f"does not hold (practice after GB 50318-2017 5.2.6): {some(large)}."
            )
        flow = rational_flow(effective, storm(np.full(count, t1)))
        pipe, leaves = np.full(count, -1), np.full(count, np.nan)
        if (network := system.network) is not None:
            carried = network_capacities(network, run.number("ROUGHNESS"), dem.grid.unit)
            run.tell(*describe_capacities(network, carried, "they limit nothing"))
            flows = design_flows(network, zones.pipe, zones.area, coefficient, t1, travel_minutes(carried), storm)
            pipe = system.connections.pipe.copy()
            at_node = (pipe < 0) & (system.connections.node >= 0)
            pipe[at_node] = network.main_pipe[system.connections.node[at_node]]
            through = np.append(np.where(flows.too_large, np.nan, flows.flow), np.nan)[pipe]
            leaves = pipe_share(flow, through, np.append(carried.capacity, np.nan)[pipe])
            beyond = [system.names[i] for i in np.flatnonzero(np.append(flows.too_large, False)[pipe])]
            if beyond:
                run.warn(
                    f"The pipes of {len(beyond)} inlets gather more than {RATIONAL_LIMIT / 1e6:g} km2, above which the "
                    f"rational method does not hold: they limit nothing: {some(beyond)}."
                )
        checks = check_inlets(flow, capacity, leaves)
        without = [system.names[i] for i in np.flatnonzero(area == 0)]
        if without:
            run.warn(f"{len(without)} of {count} inlets have no zone and get no runoff: {some(without)}.")
        nothing = [system.names[i] for i in np.flatnonzero(np.isnan(checks.add))]
        if nothing:
            run.warn(
                f"{len(nothing)} inlets take nothing of their runoff (see INLET_CAPACITY and CLOGGING), so that no "
                f"number of them would do, and have no add_n: {some(nothing)}."
            )
        work.update(1)
        run.results |= {
            "LIMIT_INLET": int((checks.limit == INLET).sum()),
            "LIMIT_PIPE": int((checks.limit == PIPE).sum()),
            "ADD_N": int(np.nansum(checks.add)),
            "SHORT_LPS": float(checks.short.sum()),
        }
        write_inlets(run.target("OUTPUT"), run.frame(dem), system, area, flow, capacity, pipe, leaves, checks, write)

    def _capacities(self, run: Run, layers: DrainageLayers, system: DrainageSystem) -> np.ndarray:
        """L/s of each inlet when clean."""
        if run.text("INLET_CAPACITY").strip():
            values, warnings = inlet_capacities(
                run.text("INLET_CAPACITY"), layers.inlets, system.inlets.fid, CAPACITIES[GRATE]
            )
            run.tell([], warnings)
            return values
        values, log, warnings = typed_capacities(layers.inlets, system.inlets.fid, run.text("TYPE_FIELD"))
        run.tell(log, warnings)
        return values
