"""The map sheet of an assessment, the project that holds all layers and the sheet, and the pictures of its report."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from qgis.core import QgsRectangle

from ...gis.assessment import Assessment
from ...gis.language import language_of, locale
from ...gis.layouts import build_sheet, export_sheet
from ...gis.pictures import Picture, draw_picture, legend_of
from ...gis.project import LayerEntry, open_layer, relocate, write_project
from ...gis.raster import write_raster
from ...gis.report import write_report
from ...gis.sheet_info import SHEET_ENDINGS, area_figures, sheet_info
from ...gis.sheet_text import text
from ...gis.styles import in_drawing_order
from ...gis.summary import rounded
from ...hydrology.errors import HydrologyError
from ...hydrology.progress import Progress
from ...hydrology.risk.grading import class_areas
from ..run import Run
from .products import PRODUCTS, Products, Scenarios, rain_tags, risk_tags

ON_SHEET = (
    *("OUTPUT_RISK", "OUTPUT_PATHS", "OUTPUT_CONDITIONED", "OUTPUT_CONTROL_LINE", "OUTPUT_POINTS"),
    *("OUTPUT_RECORDED", "OUTPUT_COMBINED"),
)


def write_sheet_and_project(
    run: Run, found: Assessment, products: Products, scenarios: Scenarios, roles: list[str], progress: Progress
) -> None:
    """The map sheet as PDF and PNG, and the project, where they are wanted. `roles`: the layers that are given."""
    if not run.wants("OUTPUT_MAP") and not run.wants("OUTPUT_PROJECT"):
        return
    entries = _entries(run, found, products, scenarios, roles)
    across = "OUTPUT_COMBINED" in products.paths
    shown = {PRODUCTS[name].label for name in ON_SHEET if name in products.paths} | {e.name for e in entries if e.role}
    if across:
        shown.discard(PRODUCTS["OUTPUT_RISK"].label)
    title, language, dem = run.text("TITLE"), run.choice("LANGUAGE"), found.dem
    classes = found.combined if across else found.last.classes
    figures = area_figures(class_areas(classes, dem.grid.cell_area), language)
    info = sheet_info(_sheet_tags(run, found, across), title, language, dem.crs, figures, run.text("DATA_DATES"))
    if not found.plan.in_time:
        info.storm = text("still", language)

    # A sheet of risk shows it even where its raster is not asked for; a project cannot hold what no file keeps.
    hidden = not {"OUTPUT_RISK", "OUTPUT_COMBINED"} & products.paths.keys()
    exported = False

    def lay_out(project, layers):
        nonlocal exported
        progress.update(0.3)
        drawn = in_drawing_order([layer for name, layer in layers.items() if name in shown])
        layout = build_sheet(project, drawn, QgsRectangle(*dem.grid.extent), info)
        if run.wants("OUTPUT_MAP") and not exported:
            exported = True
            target = Path(run.target("OUTPUT_MAP"))
            for suffix in SHEET_ENDINGS:
                progress.update(0.5)
                export_sheet(layout, str(target.with_suffix(suffix)))
        progress.update(0.9)
        return layout

    try:
        if hidden and run.wants("OUTPUT_MAP"):
            with tempfile.TemporaryDirectory() as folder:
                path, label = os.path.join(folder, "risk.tif"), PRODUCTS["OUTPUT_RISK"].label
                write_raster(path, found.last.classes, dem.grid, "risk class", rain_tags(found.plan, found.last))
                shown.add(label)
                whole = [LayerEntry(path, label, style="risk"), *entries]
                write_project(os.path.join(folder, "sheet.qgz"), dem.crs, whole, title, lay_out)
        if run.wants("OUTPUT_PROJECT"):
            if hidden:
                run.warn("OUTPUT_PROJECT holds no risk map: name OUTPUT_RISK, or OUTPUT_COMBINED, too.")
            place = run.beside("OUTPUT_PROJECT")
            write_project(place, dem.crs, entries, title, lay_out)
            relocate(place, run.staging.folders, Path(run.final("OUTPUT_PROJECT")).stem)
        elif not exported:
            with tempfile.TemporaryDirectory() as folder:
                write_project(os.path.join(folder, "sheet.qgz"), dem.crs, entries, title, lay_out)
    except (RuntimeError, ValueError) as error:
        raise HydrologyError(str(error)) from error


def _entries(
    run: Run, found: Assessment, products: Products, scenarios: Scenarios, roles: list[str]
) -> list[LayerEntry]:
    """The layers of the project: those given, the products, and the rasters of each rain."""
    entries = []
    for name in roles:
        source = run.file_source(name)
        if source is None:
            run.warn(f"{name} lies in no file: it is left out of the project and the map sheet. Save it first.")
        else:
            entries.append(LayerEntry(source, name.capitalize(), "Drainage network", role=name.lower()))
    across = "OUTPUT_COMBINED" in products.paths
    for name, product in PRODUCTS.items():
        if name not in products.paths:
            continue
        styled = {"role": "dem"} if product.style == "conditioned" else {"style": product.style}
        visible = product.visible and not (across and name == "OUTPUT_RISK")
        entries.append(LayerEntry(products.paths[name], product.label, product.group, visible=visible, **styled))
    if "OUTPUT_CONDITIONED" not in products.paths:
        entries.append(LayerEntry(run.raster("DEM").source(), "DEM", "Terrain", role="dem"))
    if run.wants("OUTPUT_SCENARIOS"):
        chinese = language_of(locale()).startswith("zh")
        for rain, files in zip(found.plan.rains, scenarios.files):
            entries += [
                LayerEntry(path, f"{QUANTITIES[name]}, {rain.names[chinese]}", "Scenarios", name, visible=False)
                for name, path in files.items()
            ]
    return entries


QUANTITIES = {"risk": "Risk 风险", "depth": "Depth (m) 水深", "duration": "Duration (min) 历时"}


def _sheet_tags(run: Run, found: Assessment, across: bool) -> dict[str, str]:
    tags = risk_tags(found, run.choice("LANGUAGE")) if across else rain_tags(found.plan, found.last)
    tags = run.tags(found.dem, f"graded by {' and '.join(found.plan.scheme.measured)}", tags)
    tags["RAINSHED_RAIN_MM"] = ",".join(f"{rain.amount:.6g}" for rain in found.plan.rains)
    return tags


def write_pictured_report(
    run: Run, found: Assessment, products: Products, scenarios: Scenarios, summary: dict, progress: Progress
) -> None:
    """The report, with maps of the risk across rains, of each rain's risk, and of the last one's depth and duration."""
    language = run.choice("LANGUAGE")
    target = run.target("OUTPUT_REPORT")
    with tempfile.TemporaryDirectory() as folder:
        wanted = _pictured(run, found, products, scenarios, folder, language)
        pictures = []
        for k, (title, entries, scheme) in enumerate(wanted):
            progress.update(k / len(wanted))
            pictures.append(_picture(f"map{k}", title, entries, scheme, found, language))
    write_report(target, rounded(summary), pictures, language)
    progress.update(1)


def _pictured(
    run: Run, found: Assessment, products: Products, scenarios: Scenarios, folder: str, language: str
) -> list[tuple[str, list[LayerEntry], dict | None]]:
    """Title, layers (the top one first) and scheme of each map; risk across rains is not in spans of a scheme."""

    def word(english: str, chinese: str) -> str:
        return chinese if language == "zh" else english

    def layer(name: str) -> list[LayerEntry]:
        product = PRODUCTS[name]
        return [LayerEntry(products.paths[name], product.label, style=product.style)] if name in products.paths else []

    sources = {name.lower(): run.file_source(name) for name in ("BUILDINGS", "CHANNELS")}
    base = [LayerEntry(source, role, role=role) for role, source in sources.items() if source]
    base.append(LayerEntry(run.raster("DEM").source(), "DEM", role="dem"))
    marks = [*layer("OUTPUT_RECORDED"), *layer("OUTPUT_POINTS"), *layer("OUTPUT_CONTROL_LINE")]
    maps, scheme = [], found.plan.scheme.said
    if found.combined is not None:
        title = word("Risk by likelihood and severity", "综合内涝风险（可能性与严重程度）")
        path = products.paths.get("OUTPUT_COMBINED")
        if path is None:
            path = os.path.join(folder, "combined.tif")
            write_raster(path, found.combined, found.dem.grid, "risk class", risk_tags(found))
        maps.append((title, [*marks, LayerEntry(path, title, style="risk"), *base], None))
    for rain, files in zip(found.plan.rains, scenarios.files):
        name = rain.names[language == "zh"]
        depth = "" if "mm" in name else f", {rain.amount:.1f} mm"
        title = f"{word('Risk', '内涝风险')}{word(': ', '：')}{name}{depth}"
        last = rain is found.plan.rains[-1] and found.combined is None
        maps.append((title, [*(marks if last else []), LayerEntry(files["risk"], title, style="risk"), *base], scheme))
    for quantity, words in (
        ("depth", ("Greatest depth" if found.plan.in_time else "Depth", "最大积水深度")),
        ("duration", ("Duration above the threshold", "超过阈值水深的历时")),
    ):
        if quantity in scenarios.files[-1]:
            title = f"{word(*words)}{word(': ', '：')}{found.last.rain.names[language == 'zh']}"
            maps.append((title, [LayerEntry(scenarios.files[-1][quantity], title, style=quantity), *base], None))
    if "OUTPUT_COPING" in products.paths:
        title = word("Rain that zones cope with", "各排水分区可应对降雨量")
        maps.append((title, [*layer("OUTPUT_COPING"), base[-1]], None))  # the zones cover buildings and channels
    return maps


def _picture(
    key: str, title: str, entries: list[LayerEntry], scheme: dict | None, found: Assessment, language: str
) -> Picture:
    layers = [open_layer(entry) for entry in entries]
    image = draw_picture(layers, QgsRectangle(*found.dem.grid.extent), found.dem.crs)
    return Picture(key, title, image, [entry for one in layers for entry in legend_of(one, language, scheme)])
