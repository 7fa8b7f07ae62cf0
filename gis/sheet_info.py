"""What a map sheet says of a risk map, out of the tags that the raster carries."""

from __future__ import annotations

import json
from collections.abc import Mapping

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

from ..hydrology.risk.grading import COLOURS, class_cells
from .layouts import SheetInfo
from .raster import grid_of, read_classes

LANGUAGES = ("en", "zh")
SHEET_ENDINGS = (".pdf", ".png")
SHEET_FILES = "PDF (*.pdf);;PNG (*.png)"
_COLOURS_ZH = {"blue": "蓝 低", "yellow": "黄 一般", "orange": "橙 较大", "red": "红 重大"}


def sheet_info(
    tags: Mapping[str, str],
    title: str,
    language: str,
    crs: QgsCoordinateReferenceSystem,
    figures: list[tuple[str, str]],
) -> SheetInfo:
    """The sheet's statements from RAINSHED_* tags; what a tag does not say stays open."""
    scheme = json.loads(tags["RAINSHED_SCHEME"]) if "RAINSHED_SCHEME" in tags else None
    rains = [_number(part) for part in tags.get("RAINSHED_RAIN_MM", "").split(",")]
    coefficient, loss = _number(tags.get("RAINSHED_RUNOFF_COEFFICIENT")), _number(tags.get("RAINSHED_LOSS_MM"))
    return SheetInfo(
        title=title,
        rain_mm=[rain for rain in rains if rain is not None] or None,
        runoff_coefficient=coefficient,
        loss_mm=loss,
        scheme=scheme,
        cell=tags.get("RAINSHED_CELL", ""),
        dem=tags.get("RAINSHED_DEM", ""),
        language=language,
        crs=f"{crs.authid()} {crs.description()}".strip() if crs.isValid() else "",
        figures=figures,
    )


def class_areas(layer: QgsRasterLayer) -> dict[str, float]:
    """The area (m2) of each class of a risk raster; HydrologyError if it holds anything but classes."""
    grid = grid_of(layer, "RISK")
    cells = class_cells(read_classes(layer, "RISK"))
    return {colour: count * grid.cell_area for colour, count in cells.items()}


def area_figures(areas: Mapping[str, float], language: str) -> list[tuple[str, str]]:
    """(name, area) of each class; in hectares if one is 1 ha or more."""
    names = _COLOURS_ZH if language == "zh" else {colour: colour.capitalize() for colour in COLOURS}
    large = max(areas.values()) >= 1e4
    return [(names[c], f"{area / 1e4:,.2f} ha" if large else f"{area:,.0f} m²") for c, area in areas.items()]


def _number(text: str | None) -> float | None:
    try:
        return float(text)
    except (TypeError, ValueError):
        return None
