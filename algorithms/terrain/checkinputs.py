"""rainshed:checkinputs."""

from __future__ import annotations

from ...gis.checks import check_layers, check_raster, check_shapes, check_system, moved, working_place
from ...gis.findings import count_severities, said, write_findings, write_report
from ...gis.system import SNAP_DISTANCE, DrainageLayers
from ...hydrology.errors import HydrologyError
from ..base import RainshedAlgorithm
from ..run import Run

NETWORK = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")
SHAPES = ("CHANNELS", "BUILDINGS")


class CheckInputs(RainshedAlgorithm):
    """Checks the DEM and the layers, each by itself and against each other."""

    NAME = "checkinputs"
    TITLE = "Check inputs"
    GROUP = "terrain"
    TAGS = ("quality", "validation", "errors", "holes", "spikes", "数据检查", "质量检查")
    STYLES = {"OUTPUT": "findings"}
    ENDINGS = {"OUTPUT_HTML": (".html", ".htm")}
    ANY_DEM = True
    BYTES_PER_CELL = 35

    def define(self) -> None:
        self.add_dem()
        self.add_layers("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS", "BUILDINGS")
        self.add_vector_output("OUTPUT", "Findings", "point")
        self.add_file_output("OUTPUT_HTML", "Report", "HTML (*.html)", skippable=True)
        self.add_number_output("ERRORS", "Findings of severity error")
        self.add_number_output("WARNINGS", "Findings of severity warning")

    def check(self, parameters: dict, context) -> None:
        layer = self.parameterAsRasterLayer(parameters, "DEM", context)
        band = self.parameterAsInt(parameters, "BAND", context)
        if layer is not None and not 1 <= band <= layer.bandCount():
            raise HydrologyError(f"DEM {layer.name()} has no band {band}: it has {layer.bandCount()}.")

    def compute(self, run: Run) -> None:
        read, draw, network, write = run.progress.steps(
            ("Checking the DEM", 4), ("Checking channels and buildings", 1), ("Checking the network", 4), ("Writing", 2)
        )
        context = run.context.transformContext()
        raster = run.raster("DEM")
        checked = check_raster(raster, self.parameterAsInt(run.parameters, "BAND", run.context), read)
        sources = {name: run.source(name) for name in (*NETWORK, *SHAPES)}
        place = working_place(checked.dem, sources.values(), raster)
        findings = moved(checked.findings, raster.crs(), place.crs, context)
        given = [name for name in sources if run.given(name)]
        findings += check_layers({name: sources[name] for name in given}, place)
        for number, name in enumerate(SHAPES):
            if sources[name] is not None:
                part = draw.part(number / 2, (number + 1) / 2)
                findings += check_shapes(name.lower(), sources[name], place, context, part)
        layers = DrainageLayers(**{name.lower(): sources[name] for name in NETWORK})
        system, found = check_system(layers, place, SNAP_DISTANCE, "", context, network)
        findings += found
        run.tell([*system.log, *said(findings)], ())
        counts = count_severities(findings)
        run.results |= {"ERRORS": counts["error"], "WARNINGS": counts["warning"]}
        write_findings(run.target("OUTPUT"), findings, place.crs, context, write)
        if run.wants("OUTPUT_HTML"):
            inputs = [("DEM", f"{raster.name()}, {raster.width()} x {raster.height()} cells, {raster.crs().authid()}")]
            inputs += [(name, described(source)) for name, source in sources.items() if source is not None]
            write_report(run.target("OUTPUT_HTML"), "Check of the inputs", inputs, findings)


def described(source) -> str:
    return f"{source.sourceName()}, {source.featureCount()} features, {source.sourceCrs().authid() or 'no CRS'}"
