"""rainshed:mapsheet."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingAlgorithm, QgsProcessingParameterMultipleLayers, QgsProject

from ...gis.layouts import PAPERS, build_sheet, export_sheet
from ...gis.raster import read_tags
from ...gis.sheet_info import LANGUAGES, SHEET_ENDINGS, SHEET_FILES, area_figures, class_areas, sheet_info
from ...gis.styles import apply, in_drawing_order, kind_of
from ...hydrology.errors import HydrologyError
from ..base import RainshedAlgorithm
from ..run import Run


class MapSheet(RainshedAlgorithm):
    """Lays out a risk map as a sheet for print."""

    NAME = "mapsheet"
    TITLE = "Map sheet"
    GROUP = "risk"
    TAGS = ("layout", "print", "PDF", "legend", "制图", "出图")
    ENDINGS = {"OUTPUT": SHEET_ENDINGS}
    BYTES_PER_CELL = 12

    def define(self) -> None:
        self.add_raster("RISK", "Inundation risk", optional=False)
        self.add(
            QgsProcessingParameterMultipleLayers(
                "LAYERS", self.tr("Further layers"), QgsProcessing.SourceType.TypeMapLayer, None, True
            )
        )
        self.add_text("TITLE", "Title", "Inundation risk map 内涝风险图")
        self.add_number("SCALE", "Scale denominator (empty: what fits)", None, 1.0, optional=True)
        self.add_choice("PAPER", "Paper", list(PAPERS))
        self.add_choice("LANGUAGE", "Language", list(LANGUAGES))
        self.add_file_output("OUTPUT", "Map sheet", SHEET_FILES)

    def flags(self):
        # Layouts are made of widgets' kin, which belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def compute(self, run: Run) -> None:
        gather, lay_out, export = run.progress.steps(("Gathering layers", 1), ("Laying out", 2), ("Exporting", 3))
        layer = run.raster("RISK")
        language = run.choice("LANGUAGE")
        areas = class_areas(layer)
        risk = layer.clone()
        apply(risk, "risk")
        further = self.parameterAsLayerList(run.parameters, "LAYERS", run.context)
        layers = [risk, *(one.clone() for one in further)]
        for one in layers:
            if not kind_of(one):
                one.loadDefaultStyle()  # the style beside the file, which qgis_process leaves aside
        layers = in_drawing_order(layers)
        gather.update(1)
        project = QgsProject()
        project.setCrs(layer.crs())
        info = sheet_info(read_tags(layer), run.text("TITLE"), language, layer.crs(), area_figures(areas, language))
        scale = run.number("SCALE") if run.given("SCALE") else None
        try:
            layout = build_sheet(project, layers, layer.extent(), info, run.choice("PAPER"), scale)
            lay_out.update(1)
            export_sheet(layout, run.target("OUTPUT"))
        except (RuntimeError, ValueError) as error:
            raise HydrologyError(str(error)) from error
        export.update(1)
