"""rainshed:outfallbackwater."""

from __future__ import annotations

import math

import numpy as np

from ...gis.catchments import node_ground, read_zones
from ...gis.collectors import receiving_levels
from ...gis.network_products import outfalls_of, write_cut_off, write_flooded, write_outfalls
from ...gis.system import SNAP_DISTANCE, DrainageLayers, read_system
from ...gis.vectors import some
from ...hydrology.drainage.backwater import FREE, REVERSE, SUBMERGED, backwater, removal_modulus
from ...hydrology.errors import HydrologyError
from ..base import RainshedAlgorithm
from ..run import Run
from .fields import add_network_fields, given_fields

GROUND_FIELD = "GROUND_FIELD"
REMOVAL_TIME = 24.0  # h; own choice: a day, the usual span of rural drainage practice; towns ask for less


class OutfallBackwater(RainshedAlgorithm):
    """Judges outfalls, manholes and zones against the level of the receiving water."""

    NAME = "outfallbackwater"
    TITLE = "Outfall backwater"
    GROUP = "drainage"
    TAGS = ("outfall", "tailwater", "backwater", "pumps", "receiving water", "排水口顶托", "外水顶托", "倒灌", "机排")
    BYTES_PER_CELL = 8
    STYLES = {"OUTPUT": "backwater", "OUTPUT_MANHOLES": "backflow", "OUTPUT_ZONES": "cutoff_zones"}

    def define(self) -> None:
        self.add_layers("OUTFALLS", "PIPES", optional=False)
        self.add_vector("ZONES", "Drainage zones (polygons of drainagezones)", "polygon")
        self.add_text("RECEIVING_LEVEL", "Receiving water level (m, or a field of the outfalls)", optional=False)
        self.add_layers("MANHOLES", "INLETS")
        self.add_dem(optional=True)
        self.add_number("MODULUS", "Drainage modulus (m3/s per km2)", None, optional=True)
        self.add_number("RUNOFF", "Runoff to be pumped, if no modulus is given (mm)", None, optional=True)
        self.add_number("REMOVAL_TIME", "Time to pump it in (h)", REMOVAL_TIME, 0.01)
        add_network_fields(self)
        self.add_field(GROUND_FIELD, "Ground level field (m)", "MANHOLES")
        self.add_number("SNAP_DISTANCE", "Snapping distance (m)", SNAP_DISTANCE, advanced=True)
        self.add_vector_output("OUTPUT", "Outfalls and receiving water", "point")
        self.add_vector_output("OUTPUT_MANHOLES", "Manholes flooded back", "point", skippable=True)
        self.add_vector_output("OUTPUT_ZONES", "Zones cut off", "polygon", extra=True)
        for name, label in (
            ("FREE", "Free outfalls"), ("SUBMERGED", "Submerged outfalls"), ("REVERSE", "Outfalls that flow back"),
            ("FLOODED", "Manholes flooded back"), ("CUT_OFF_M2", "Area of zones cut off (m2)"),
            ("PUMP_M3S", "Pump rate of all zones cut off (m3/s)"),
        ):  # fmt: skip
            self.add_number_output(name, label)

    def check(self, parameters, context) -> None:
        if not self.parameterAsString(parameters, "RECEIVING_LEVEL", context).strip():
            raise HydrologyError("RECEIVING_LEVEL: give a level in metres or a field of OUTFALLS.")
        if not parameters.get("ZONES"):
            for name in ("OUTPUT_ZONES", "MODULUS", "RUNOFF"):
                if parameters.get(name) not in (None, ""):
                    raise HydrologyError(f"{name} is about zones that are cut off: give ZONES too.")

    def compute(self, run: Run) -> None:
        reading = "Reading the DEM" if run.given("DEM") else ""
        read, read_layers, judge, write = run.progress.steps(
            (reading, 1), ("Reading the drainage layers", 4), ("Following the receiving water", 2),
            ("Writing", 3),
        )  # fmt: skip
        dem = run.dem_or_frame_of("PIPES", read)
        names = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")
        run.required("OUTFALLS")
        run.required("PIPES")
        fields = given_fields(run) | ({GROUND_FIELD: run.text(GROUND_FIELD)} if run.given(GROUND_FIELD) else {})
        layers = DrainageLayers(**{name.lower(): run.source(name) for name in names}, fields=fields)
        context = run.context.transformContext()
        system = read_system(layers, dem, run.number("SNAP_DISTANCE"), context, read_layers)
        network = system.network
        run.tell(system.log, system.warnings())
        ground = node_ground(network.nodes, dem)
        judge.update(0)

        zones = None
        if (source := run.source("ZONES")) is not None:
            zones = read_zones(source, system, dem, context)
            run.tell(zones.log, zones.warnings)
        nowhere = np.zeros(0)
        found = backwater(
            network, self._levels(run, system), ground, nowhere.astype(int) if zones is None else zones.node,
            nowhere if zones is None else zones.low_z,
        )  # fmt: skip
        judge.update(1)
        pump = nowhere if zones is None else zones.area / 1e6 * self._modulus(run)
        self._report(run, network, ground, found, zones, pump)

        frame = run.frame(dem)
        write.update(0)
        write_outfalls(run.target("OUTPUT"), frame, network, found, zones, pump)
        write.update(0.3)
        if run.wants("OUTPUT_MANHOLES"):
            write_flooded(run.target("OUTPUT_MANHOLES"), frame, network, found, ground)
        if run.wants("OUTPUT_ZONES"):
            if zones is None:
                raise HydrologyError("OUTPUT_ZONES: ZONES is empty.")
            path = run.target("OUTPUT_ZONES")
            write_cut_off(path, frame, network, found, zones, pump, write.part(0.5, 1))

    def _levels(self, run: Run, system) -> np.ndarray:
        """Receiving level (m) of each node that is an outfall; NaN where none is known."""
        level, by_outfall, warnings = receiving_levels(
            run.text("RECEIVING_LEVEL"), run.source("OUTFALLS"), system.nodes
        )
        run.tell([], warnings)
        nodes, ends = system.network.nodes, outfalls_of(system.network)
        water = np.full(len(nodes), np.nan)
        water[ends] = [by_outfall.get(nodes.label(i), np.nan) if level is None else level for i in ends]
        return water

    def _modulus(self, run: Run) -> float:
        """Drainage modulus, m3/s per km2; NaN if none is given."""
        if run.given("MODULUS"):
            return run.number("MODULUS")
        if not run.given("RUNOFF"):
            run.log("Neither MODULUS nor RUNOFF is given: no pump rates.")
            return math.nan
        modulus = removal_modulus(run.number("RUNOFF"), run.number("REMOVAL_TIME"))
        run.log(f"Drainage modulus: {modulus:.4g} m3/s per km2.")
        return modulus

    def _report(self, run: Run, network, ground: np.ndarray, found, zones, pump: np.ndarray) -> None:
        """Numbers of the run, and what could not be told."""
        ends = outfalls_of(network)
        states = [found.state[i] for i in ends]
        unknown = [network.nodes.label(i) for i, state in zip(ends, states) if state is None]
        if unknown:
            run.warn(
                f"OUTFALLS: {len(unknown)} of {len(ends)} have no state, since their level or that of the pipes that "
                f"end there is not known: {some(unknown)}."
            )
        if np.isnan(ground).all() and zones is None:
            run.warn(
                "No ground levels are known: whether water comes out of manholes (reverse) cannot be told. Give a DEM, "
                "or manholes with a field of ground levels."
            )
        cut = found.cut_off
        rates = pump[cut] if cut.any() else np.zeros(1)
        run.results |= {state.upper(): states.count(state) for state in (FREE, SUBMERGED, REVERSE)}
        run.results |= {
            "FLOODED": int(found.flooded.sum()),
            "CUT_OFF_M2": 0.0 if zones is None else float(zones.area[cut].sum()),
            "PUMP_M3S": float(np.nansum(rates)),
        }
