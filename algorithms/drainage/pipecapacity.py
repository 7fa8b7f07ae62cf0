"""rainshed:pipecapacity."""

from __future__ import annotations

import numpy as np

from ...gis.event import describe_capacities
from ...gis.network_products import write_bottlenecks, write_pipes
from ...gis.system import SNAP_DISTANCE, DrainageLayers, read_system
from ...gis.vectors import some
from ...hydrology.drainage.capacity import ROUGHNESS, network_capacities
from ...hydrology.drainage.design import (
    DIAMETERS,
    RATIONAL_LIMIT,
    UNKNOWN_VELOCITY,
    DesignFlows,
    design_flows,
    first_bottlenecks,
    needed_diameter,
    rational_flow,
    travel_minutes,
)
from ...hydrology.drainage.network import Network
from ...hydrology.errors import HydrologyError
from ..base import RainshedAlgorithm
from ..run import Run
from ..storm.formula import add_city
from .fields import add_network_fields, given_fields
from .storm import add_areas, add_storm, catchments_of, check_areas, check_storm, storm_of

_REMEDY = {
    True: "make ZONES with LEVEL inlet or node, and give the INLETS and MANHOLES to which they belong",
    False: "correct the pipes' ends and the inlets' pipes (see networkcheck)",
}
"""What to do where no zone enters a pipe, by whether ZONES are given."""


class PipeCapacity(RainshedAlgorithm):
    """Sets the design flow of every pipe against what it carries when full."""

    NAME = "pipecapacity"
    TITLE = "Pipe capacity"
    GROUP = "drainage"
    TAGS = ("rational method", "Manning", "sewer", "bottleneck", "管道过流能力", "推理公式", "卡脖子", "设计流量")
    BYTES_PER_CELL = 45
    STYLES = {"OUTPUT": "capacity", "OUTPUT_ZONES": "bottlenecks"}

    def define(self) -> None:
        self.add_layers("PIPES", optional=False)
        self.add_vector("ZONES", "Drainage zones (polygons of drainagezones)", "polygon")
        self.add_layers("INLETS")
        add_storm(self)
        self.add_number("ROUGHNESS", "Roughness of the pipes (Manning's n)", ROUGHNESS, 1e-4, 1.0)
        self.add_layers("MANHOLES", "OUTFALLS")
        add_areas(self)
        self.add_choice("LARGE_AREAS", "Pipes with more than 2 km2 above them", ["refuse", "skip"])
        add_network_fields(self)
        self.add_number("SNAP_DISTANCE", "Snapping distance (m)", SNAP_DISTANCE, advanced=True)
        add_city(self)
        self.add_vector_output("OUTPUT", "Pipe capacity", "line")
        self.add_vector_output("OUTPUT_ZONES", "First bottleneck of each zone", "polygon", skippable=True)
        self.add_number_output("PIPES_KNOWN", "Pipes whose load is known")
        self.add_number_output("OVERLOADED", "Pipes that are overloaded")
        self.add_number_output("AREA_M2", "Area that drains into the pipes (m2)")
        self.add_number_output("HELD_BACK_M2", "Area of the zones with a bottleneck downstream (m2)")

    def check(self, parameters, context) -> None:
        check_storm(self, parameters, context)
        check_areas(parameters)

    def compute(self, run: Run) -> None:
        reading = "Reading the DEM" if run.given("DEM") else ""
        read, read_layers, gather, work, write, write_zones = run.progress.steps(
            (reading, 1), ("Reading the drainage layers", 3), ("Gathering areas", 3),
            ("Working design flows", 2), ("Writing", 3), ("", 2),
        )  # fmt: skip
        dem = run.dem_or_frame_of("PIPES", read)
        run.required("PIPES")
        names = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")
        layers = DrainageLayers(**{name.lower(): run.source(name) for name in names}, fields=given_fields(run))
        snap, roughness = run.number("SNAP_DISTANCE"), run.number("ROUGHNESS")
        system = read_system(layers, dem, snap, run.context.transformContext(), read_layers)
        network = system.network
        run.tell(system.log, system.warnings())
        zones, coefficient = catchments_of(run, system, layers, dem, gather)
        if not (zones.pipe >= 0).any():
            raise HydrologyError(
                f"No flow would load the pipes, since no zone enters a pipe: {_REMEDY[run.given('ZONES')]}."
            )
        storm = storm_of(run)

        work.update(0)
        carried = network_capacities(network, roughness, dem.grid.unit)
        log, warnings = describe_capacities(network, carried, "their load is not known")
        run.tell(log, warnings)
        t1 = run.number("INLET_TIME")
        flows = design_flows(network, zones.pipe, zones.area, coefficient, t1, travel_minutes(carried), storm)
        flow = self._within_the_limit(run, network, flows)
        load = flow / np.where(carried.capacity > 0, carried.capacity, np.nan)
        need = needed_diameter(flow, carried.slope, roughness)
        own_flow = rational_flow(zones.area * coefficient, storm(np.full(len(zones), t1)))
        neck, distance = first_bottlenecks(network, load > 1, carried.length)
        enters = zones.pipe >= 0
        neck = np.where(enters, neck[zones.pipe], -1)
        distance = np.where(enters, distance[zones.pipe], np.nan)
        work.update(1)
        self._report(run, network, zones, load, need, neck, carried)

        shown = DesignFlows(flows.area, flows.effective, flows.minutes, flow)
        frame = run.frame(dem)
        write_pipes(run.target("OUTPUT"), frame, network, shown, carried, load, need, write)
        if run.wants("OUTPUT_ZONES"):
            path = run.target("OUTPUT_ZONES")
            write_bottlenecks(path, frame, network, zones, own_flow, neck, distance, shown, carried, load, write_zones)

    def _within_the_limit(self, run: Run, network: Network, flows: DesignFlows) -> np.ndarray:
        """The design flows, NaN where the rational method does not hold; refuses such pipes unless they are skipped."""
        large = np.flatnonzero(flows.too_large)
        if not large.size:
            return flows.flow
        names = some([network.pipes.label(i) for i in large])
        most = flows.area.max() / 1e6
        reason = (
            f"{large.size} pipes gather more than {RATIONAL_LIMIT / 1e6:g} km2 (up to {most:.2f} km2), above which the "
            f"rational method does not hold and a model is needed (practice after GB 50318-2017 5.2.6): {names}"
        )
        if run.choice("LARGE_AREAS") == "refuse":
            raise HydrologyError(f"{reason}. LARGE_AREAS=skip leaves these pipes out.")
        run.warn(f"{reason}. They have no design flow.")
        return np.where(flows.too_large, np.nan, flows.flow)

    def _report(self, run: Run, network: Network, zones, load, need, neck, carried) -> None:
        pipes = network.pipes
        guessed = (~(carried.velocity > 0)).sum()
        if guessed:
            run.log(f"Water runs through {guessed} pipes of unknown full flow at {UNKNOWN_VELOCITY:g} m/s.")
        nowhere = [str(name) for name, pipe in zip(zones.id, zones.pipe) if pipe < 0]
        if nowhere:
            run.warn(
                f"{len(nowhere)} of {len(zones)} zones drain to no pipe (to an outfall itself, or by an inlet without "
                f"one) and load none: {some(nowhere)}."
            )
        huge = [pipes.label(i) for i in np.flatnonzero(np.isinf(need))]
        if huge:
            run.warn(f"{len(huge)} pipes need more than DN {DIAMETERS[-1]} and have no dn_need: {some(huge)}.")
        run.results |= {
            "PIPES_KNOWN": int(np.isfinite(load).sum()),
            "OVERLOADED": int((load > 1).sum()),
            "AREA_M2": float(zones.area[zones.pipe >= 0].sum()),
            "HELD_BACK_M2": float(zones.area[neck >= 0].sum()),
        }
