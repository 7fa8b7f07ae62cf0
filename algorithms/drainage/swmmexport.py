"""rainshed:swmmexport."""

from __future__ import annotations

import numpy as np

from ...gis.catchments import node_ground
from ...gis.collectors import receiving_levels
from ...gis.event import read_hyetograph
from ...gis.swmm import SwmmModel, write_swmm
from ...gis.system import SNAP_DISTANCE, DrainageLayers, read_system
from ...gis.version import version
from ...hydrology.drainage.capacity import ROUGHNESS
from ...hydrology.drainage.network import Network
from ...hydrology.drainage.swmm import swmm_network
from ...hydrology.errors import HydrologyError
from ...hydrology.storm.chicago import BLOCK, CHICAGO, PEAK_RATIO, design_hyetograph
from ...hydrology.storm.hyetograph import Hyetograph
from ..base import RainshedAlgorithm
from ..run import Run
from ..storm.formula import add_city
from .fields import add_network_fields, given_fields
from .storm import add_areas, add_intensity, catchments_of, check_areas, check_storm, storm_of


class SwmmExport(RainshedAlgorithm):
    """Writes the network, its areas and a rain as an input file of EPA SWMM."""

    NAME = "swmmexport"
    TITLE = "Export to SWMM"
    GROUP = "drainage"
    TAGS = ("EPA SWMM", "inp", "dynamic wave", "hydraulic model", "暴雨洪水管理模型", "水力模型", "导出", "管网模型")
    BYTES_PER_CELL = 45
    ENDINGS = {"OUTPUT": (".inp",)}

    def define(self) -> None:
        self.add_layers("PIPES", optional=False)
        self.add_vector("ZONES", "Drainage zones (polygons of drainagezones)", "polygon")
        self.add_layers("INLETS")
        add_intensity(self)
        self.add_vector("HYETOGRAPH", "Table of rain, instead of a design storm (t_min, rain_mm)", "table")
        self.add_number("DURATION", "Duration of the design storm (min)", 120.0, 1.0, 10_080.0)
        self.add_number("STEP", "Step of the design storm (min)", 5.0, 0.05)
        self.add_choice("STORM_SHAPE", "Shape of the design storm", [CHICAGO, BLOCK])
        self.add_number("PEAK_RATIO", "Where its peak lies, as a share of the duration", PEAK_RATIO, 0.0, 1.0)
        self.add_number("AFTER", "How long to go on after the rain (min)", 120.0, 0.0, 10_080.0)
        self.add_number("ROUGHNESS", "Roughness of the pipes (Manning's n)", ROUGHNESS, 1e-4, 1.0)
        self.add_layers("MANHOLES", "OUTFALLS")
        self.add_text("RECEIVING_LEVEL", "Receiving level (m, or a field of the outfalls)")
        add_areas(self)
        add_network_fields(self)
        self.add_number("SNAP_DISTANCE", "Snapping distance (m)", SNAP_DISTANCE, advanced=True)
        self.add_number("FLOW_LENGTH", "Longest flow over the ground of a zone (m)", 150.0, 1.0, advanced=True)
        add_city(self)
        self.add_file_output("OUTPUT", "SWMM model", "SWMM input files (*.inp)")
        self.add_number_output("SUBCATCHMENTS", "Subcatchments")
        self.add_number_output("JUNCTIONS", "Junctions")
        self.add_number_output("CONDUITS", "Conduits")
        self.add_number_output("OUTFALLS", "Outfalls")
        self.add_number_output("PUMPS", "Pumps")
        self.add_number_output("RAIN_MM", "Rain (mm)")
        self.add_number_output("AREA_M2", "Area that drains into the pipes (m2)")

    def check(self, parameters, context) -> None:
        check_storm(self, parameters, context, "DURATION", "HYETOGRAPH")
        check_areas(parameters)

    def compute(self, run: Run) -> None:
        reading = "Reading the DEM" if run.given("DEM") else ""
        read, read_layers, gather, work = run.progress.steps(
            (reading, 1),
            ("Reading the drainage layers", 3),
            ("Gathering areas", 3),
            ("Writing", 3),
        )
        rain = _rain_of(run)
        dem = run.dem_or_frame_of("PIPES", read)
        run.required("PIPES")
        names = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")
        layers = DrainageLayers(**{name.lower(): run.source(name) for name in names}, fields=given_fields(run))
        context = run.context.transformContext()
        system = read_system(layers, dem, run.number("SNAP_DISTANCE"), context, read_layers)
        run.tell(system.log, system.warnings())
        network, roughness = system.network, run.number("ROUGHNESS")
        made = swmm_network(network, node_ground(network.nodes, dem), roughness, dem.grid.unit)
        level, by_outfall, warnings = receiving_levels(run.text("RECEIVING_LEVEL"), layers.outfalls, system.nodes)
        run.tell([], warnings)
        zones, coefficient = catchments_of(run, system, layers, dem, gather)

        work.update(0)
        model = SwmmModel(
            system, made, zones, coefficient, rain, _stages(network, level, by_outfall), roughness,
            run.number("AFTER"), run.number("FLOW_LENGTH"), dem.grid.unit,
            (f"Rainshed {version()}: pipes {run.required('PIPES').sourceName()}, {dem.crs.authid() or 'no CRS'}.",),
        )  # fmt: skip
        written = write_swmm(run.target("OUTPUT"), model, work)
        run.tell(written.log, written.warnings)
        run.results |= {
            "SUBCATCHMENTS": written.subcatchments,
            "JUNCTIONS": written.junctions,
            "CONDUITS": written.conduits,
            "OUTFALLS": written.outfalls,
            "PUMPS": written.pumps,
            "RAIN_MM": rain.total_mm,
            "AREA_M2": written.area,
        }


def _rain_of(run: Run) -> Hyetograph:
    """The table of rain, or the design storm in time."""
    if (source := run.source("HYETOGRAPH")) is not None:
        return read_hyetograph(source)
    if run.given("HYETOGRAPH"):
        raise HydrologyError("HYETOGRAPH is empty.")
    rain = design_hyetograph(
        storm_of(run, "DURATION"), run.number("DURATION"), run.number("STEP"), run.choice("STORM_SHAPE"),
        run.number("PEAK_RATIO"),
    )  # fmt: skip
    run.log(f"Design storm: {rain.total_mm:.2f} mm in {run.number('DURATION'):g} min.")
    return rain


def _stages(network: Network, level: float | None, by_outfall: dict[str, float]) -> np.ndarray:
    """m, the receiving level at each node that is an outfall; NaN where there is none."""
    stage = np.full(len(network.nodes), np.nan)
    for i in np.flatnonzero(network.is_outfall).tolist():
        found = by_outfall.get(network.nodes.label(i), level)
        stage[i] = np.nan if found is None else found
    return stage
