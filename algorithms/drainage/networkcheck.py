"""rainshed:networkcheck."""

from __future__ import annotations

from ...gis.checks import check_layers, check_system, working_place, write_pipes
from ...gis.findings import codes, count_codes, count_severities, said, write_findings
from ...gis.system import SNAP_DISTANCE, DrainageLayers
from ...hydrology.errors import HydrologyError
from ..base import RainshedAlgorithm
from ..run import Run
from .fields import add_network_fields, given_fields

TYPE_FIELD = "TYPE_FIELD"
LAYERS = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")


class NetworkCheck(RainshedAlgorithm):
    """Checks the drainage network: how it hangs together, its levels and sizes, and how it fits the ground."""

    NAME = "networkcheck"
    TITLE = "Check the drainage network"
    GROUP = "drainage"
    TAGS = ("quality", "validation", "topology", "sewer", "adverse slope", "管网检查", "拓扑检查", "逆坡")
    STYLES = {"OUTPUT": "findings", "OUTPUT_PIPES": "systems"}
    BYTES_PER_CELL = 35

    def define(self) -> None:
        self.add_layers("INLETS")
        self.add_layers("PIPES", optional=False)
        self.add_layers("MANHOLES", "OUTFALLS")
        self.add_raster("DEM", "DEM (m)")
        add_network_fields(self)
        self.add_vector_output("OUTPUT", "Findings", "point")
        self.add_vector_output("OUTPUT_PIPES", "Pipes along the flow", "line", skippable=True)
        self.add_band()
        self.add_number("SNAP_DISTANCE", "Snapping distance (m)", SNAP_DISTANCE)
        self.add_text("RECEIVING_LEVEL", "Receiving water level (m, or a field)")
        self.add_field(TYPE_FIELD, "Type field (storm, foul, combined)", "PIPES")
        self.add_number_output("ERRORS", "Findings of severity error")
        self.add_number_output("WARNINGS", "Findings of severity warning")
        for code, about in codes().items():
            if about["check"] == "network":
                self.add_number_output(code.upper(), about["title"])

    def compute(self, run: Run) -> None:
        read, work, write, write_lines = run.progress.steps(
            ("Reading the DEM", 2), ("Checking the network", 5), ("Writing findings", 2), ("Writing pipes", 2)
        )
        context = run.context.transformContext()
        dem = run.dem(read) if run.given("DEM") else None
        read.update(1)
        sources = {name: run.source(name) for name in LAYERS}
        if sources["PIPES"] is None:
            raise HydrologyError("PIPES: the layer is empty, so that there is no network to check.")
        place = working_place(dem, [sources["PIPES"], *sources.values()])
        fields = given_fields(run) | ({TYPE_FIELD: run.text(TYPE_FIELD)} if run.given(TYPE_FIELD) else {})
        layers = DrainageLayers(**{name.lower(): source for name, source in sources.items()}, fields=fields)
        findings = check_layers({name: sources[name] for name in LAYERS if run.given(name)}, place)
        system, found = check_system(
            layers, place, run.number("SNAP_DISTANCE"), run.text("RECEIVING_LEVEL"), context, work
        )
        findings += found
        run.tell([*system.log, *said(findings)], ())
        counts = count_severities(findings)
        run.results |= {"ERRORS": counts["error"], "WARNINGS": counts["warning"], **count_codes(findings)}
        write_findings(run.target("OUTPUT"), findings, place.crs, context, write)
        if run.wants("OUTPUT_PIPES"):
            write_pipes(run.target("OUTPUT_PIPES"), system.network, place, context, write_lines)
