"""rainshed:mapsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsPrintLayout,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...gis.layouts import Inset, better_orientation, build_sheet, export_pages, export_sheet
from ...gis.raster import date_of, grid_of, read_classes, read_tags
from ...gis.sheet_atlas import ZonePage, emphasis, file_names, outlines, page_extent, zone_pages
from ...gis.sheet_info import (
    LANGUAGES,
    LARGE,
    SHEET_ENDINGS,
    SHEET_FILES,
    area_figures,
    area_text,
    sheet_info,
)
from ...gis.sheet_template import ORIENTATIONS, PAPERS, open_template
from ...gis.sheet_text import SheetInfo, text
from ...gis.styles import apply, in_drawing_order, kind_of, known_by_name
from ...hydrology.errors import HydrologyError
from ...hydrology.grid import Grid
from ...hydrology.progress import Progress
from ...hydrology.risk.grading import class_areas
from ..base import RainshedAlgorithm
from ..run import Run


@dataclass
class _Plan:
    """What all pages have in common."""

    project: QgsProject
    layers: list[QgsMapLayer]
    info: SheetInfo
    grid: Grid
    paper: str
    orientation: str
    template: str
    scale: float | None


class MapSheet(RainshedAlgorithm):
    """Lays out a risk map as a sheet for print, or as an atlas of drainage zones."""

    NAME = "mapsheet"
    TITLE = "Map sheet"
    GROUP = "risk"
    TAGS = ("layout", "print", "PDF", "legend", "atlas", "template", "制图", "出图", "图集")
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
        self.add_choice("ORIENTATION", "Orientation", list(ORIENTATIONS))
        self.add(
            QgsProcessingParameterFile(
                "TEMPLATE", self.tr("Layout template of your own"),
                fileFilter=self.tr("Layout template (*.qpt)"), optional=True,
            )
        )  # fmt: skip
        self.add_text("DATA_DATES", "Dates of the data (empty: what RISK says)")
        self.add_vector("ZONES", "Zones, a page for each", "polygon")
        self.add_field("ZONE_FIELD", "Zone id field (empty: zone_id)", "ZONES")

    def flags(self):
        # Layouts are made of widgets' kin, which belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        template = self.parameterAsFile(parameters, "TEMPLATE", context)
        if template:
            try:
                open_template(QgsProject(), Path(template))
            except ValueError as error:
                raise HydrologyError(f"TEMPLATE: {error}") from None
        for layer in self.parameterAsLayerList(parameters, "LAYERS", context) or ():
            if isinstance(layer, QgsVectorLayer) and not layer.isSpatial():
                raise HydrologyError(f"LAYERS: layer {layer.name()} has no geometry: leave it out.")

    def compute(self, run: Run) -> None:
        gather, export = run.progress.steps(("Gathering layers", 1), ("Laying out", 2))
        layer = run.raster("RISK")
        language = run.choice("LANGUAGE")
        grid = grid_of(layer, "RISK")
        classes = read_classes(layer, "RISK", gather.part(0, 0.3))
        areas = class_areas(classes, grid.cell_area)
        dates = run.text("DATA_DATES").strip() or date_of(layer)
        info = sheet_info(
            read_tags(layer), run.text("TITLE"), language, layer.crs(), area_figures(areas, language), dates
        )
        source = run.source("ZONES")
        pages = []
        if source is not None:
            context = run.context.transformContext()
            pages, warnings = zone_pages(
                source, run.text("ZONE_FIELD"), classes, grid, layer.crs(), context, gather.part(0.3, 1)
            )
            run.tell([f"ZONES: {len(pages)} pages."], warnings)
        del classes
        template = self.parameterAsFile(run.parameters, "TEMPLATE", run.context)
        if template:
            run.log(f"TEMPLATE {Path(template).name} gives the page; PAPER and ORIENTATION are not used.")
        plan = _Plan(
            QgsProject(),
            self._layers(run, layer),
            info,
            grid,
            run.choice("PAPER"),
            run.choice("ORIENTATION"),
            template,
            run.number("SCALE") if run.given("SCALE") else None,
        )
        plan.project.setCrs(layer.crs())
        gather.update(1)
        try:
            if pages:
                _atlas(run, plan, pages, export)
            else:
                export.update(0)
                notes: list[str] = []
                sheet = build_sheet(
                    plan.project, plan.layers, layer.extent(), info, plan.paper, plan.scale, plan.orientation,
                    template, notes=notes,
                )  # fmt: skip
                run.tell(notes, ())
                export.update(0.5)
                export_sheet(sheet, run.target("OUTPUT"))
        except (RuntimeError, ValueError) as error:
            raise HydrologyError(str(error)) from error
        export.update(1)

    def _layers(self, run: Run, layer: QgsMapLayer) -> list[QgsMapLayer]:
        risk = layer.clone()
        apply(risk, "risk")
        layers = [risk, *(one.clone() for one in self.parameterAsLayerList(run.parameters, "LAYERS", run.context))]
        for one in layers:
            if not kind_of(one):
                one.loadDefaultStyle()  # the style beside the file, which qgis_process leaves aside
                known_by_name(one)
        return in_drawing_order(layers)


def _atlas(run: Run, plan: _Plan, pages: list[ZonePage], progress: Progress) -> None:
    """A page for each zone: in one PDF, or as PNGs beside OUTPUT, which then is the sheet of the whole area."""
    crs = plan.project.crs()
    whole = outlines(pages, crs)
    plan.project.addMapLayer(whole, False)
    extents = [page_extent(page, plan.grid) for page in pages]
    if plan.orientation == "auto" and not plan.template:
        plan.orientation = better_orientation(plan.paper, extents)
    final = Path(run.final("OUTPUT"))
    target = run.target("OUTPUT")
    if final.suffix.lower() == ".pdf":
        export_pages(_sheets(run, plan, pages, extents, whole, progress), len(pages), target)
        return
    places = [run.staging.path(str(final.with_name(name))) for name in file_names(pages, final.stem, final.suffix)]
    for sheet, place in zip(_sheets(run, plan, pages, extents, whole, progress), places):
        export_sheet(sheet, place)
    extent = _extent(plan.grid)
    layers = [whole, *plan.layers]
    export_sheet(
        build_sheet(
            plan.project, layers, extent, plan.info, plan.paper, plan.scale, plan.orientation, plan.template
        ),
        target,
    )  # fmt: skip
    run.log(f"OUTPUT shows all zones; their pages lie beside it, from {Path(places[0]).name} on.")


def _sheets(run: Run, plan: _Plan, pages, extents, whole, progress: Progress) -> Iterator[QgsPrintLayout]:
    """The sheets of the zones, each made when its turn comes; Cancelled between two."""
    language = plan.info.language
    told: set[str] = set()
    overview = [layer for layer in plan.layers if kind_of(layer) == "risk"]
    for number, (page, extent) in enumerate(zip(pages, extents)):
        progress.update(number / (len(pages) + 1))
        marks = emphasis(page, plan.project.crs())
        size = area_text(page.area, page.area >= LARGE)
        info = replace(
            plan.info,
            title=text("zone_title", language).format(plan.info.title or text("subtitle", language), page.name, size),
            figures=[(text("zone_area", language), size), *area_figures(page.classes, language)],
        )
        for mark in marks:
            plan.project.addMapLayer(mark, False)
        inset = Inset(_extent(plan.grid), [marks[0], whole, *overview], page.shape)
        notes: list[str] = []
        yield build_sheet(
            plan.project, [marks[0], whole, marks[1], *plan.layers], extent, info, plan.paper, plan.scale,
            plan.orientation, plan.template, inset, notes,
        )  # fmt: skip
        run.tell([note for note in notes if note not in told], ())
        told.update(notes)
        plan.project.removeMapLayers([mark.id() for mark in marks])


def _extent(grid: Grid) -> QgsRectangle:
    return QgsRectangle(*grid.extent)
