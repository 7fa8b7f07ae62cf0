"""What a map sheet says of a risk map, out of the tags that the raster carries."""

from __future__ import annotations

import json
from collections.abc import Mapping

from qgis.core import QgsCoordinateReferenceSystem

from ..hydrology.errors import HydrologyError
from ..hydrology.risk.grading import COLOURS
from .sheet_text import SheetInfo, class_name, text

LANGUAGES = ("en", "zh")
SHEET_ENDINGS = (".pdf", ".png")
LARGE = 1e4  # m2, from which areas are said in hectares
SHEET_FILES = "PDF (*.pdf);;PNG (*.png)"


def sheet_info(
    tags: Mapping[str, str],
    title: str,
    language: str,
    crs: QgsCoordinateReferenceSystem,
    figures: list[tuple[str, str]],
    data_dates: str = "",
) -> SheetInfo:
    """The sheet's statements from RAINSHED_* tags; what a tag does not say stays open.

    HydrologyError if a tag that must be JSON of a form (scheme, matrix, scenarios) is not.
    """
    scheme = _json(tags, "RAINSHED_SCHEME")
    if scheme is not None and not isinstance(scheme, dict):
        raise HydrologyError("RISK: its tag RAINSHED_SCHEME is no scheme: make the raster anew.")
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
        data_dates=data_dates,
        storm=_storm(tags, language),
        scenarios=_scenarios(tags),
        matrix=_matrix(tags),
    )


def _storm(tags: Mapping[str, str], language: str) -> str:
    """Return period, duration and formula, as far as the tags say them."""
    zh = language == "zh"
    period, minutes = _number(tags.get("RAINSHED_RETURN_PERIOD")), _number(tags.get("RAINSHED_DURATION_MIN"))
    parts = [
        f"P = {round(period, 1):g} {text('years', language)}" if period is not None else "",
        text("duration_of", language).format(f"{minutes:g}") if minutes is not None else "",
        (zh and tags.get("RAINSHED_STORM_FORMULA_ZH")) or tags.get("RAINSHED_STORM_FORMULA", ""),
    ]
    return ("，" if zh else ", ").join(part for part in parts if part)


def _json(tags: Mapping[str, str], tag: str) -> object:
    if not tags.get(tag):
        return None
    try:
        return json.loads(tags[tag])
    except ValueError as error:
        raise HydrologyError(f"RISK: its tag {tag} is no JSON ({error}): make the raster anew.") from None


def _scenarios(tags: Mapping[str, str]) -> list[tuple[str, str]] | None:
    rows = _json(tags, "RAINSHED_SCENARIOS")
    if rows is None:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == 2 for row in rows):
        raise HydrologyError("RISK: its tag RAINSHED_SCENARIOS is no list of [name, text]: make the raster anew.")
    return [(str(name), str(told)) for name, told in rows]


def _matrix(tags: Mapping[str, str]) -> dict | None:
    matrix = _json(tags, "RAINSHED_MATRIX")
    if matrix is not None:
        check_matrix(matrix)
    return matrix


def check_matrix(matrix: object) -> None:
    """HydrologyError unless `matrix` says a class, or "none", for each likelihood (row) and severity (column).

    Its form: {"name", "likelihood": [{"name", "to": years}, {"name", "above": years, "to": years}, ...],
    "severity": colours, "classes": [a row of colours for each likelihood]}, and "source", "sure" with texts; names and
    texts may have a Chinese version, as "name_zh".
    """
    try:
        colours = matrix["severity"]
        rows = matrix["classes"]
        known = {*COLOURS, "none"}
        fine = bool(colours) and set(colours) <= set(COLOURS) and len(rows) == len(matrix["likelihood"]) > 0
        fine = fine and all(len(row) == len(colours) and set(row) <= known for row in rows)
        limits = [row.get(key) for row in matrix["likelihood"] for key in ("above", "to")]
        fine = fine and all(limit is None or isinstance(limit, (int, float)) for limit in limits)
        fine = fine and all(row.get("above") is not None or row.get("to") is not None for row in matrix["likelihood"])
    except (TypeError, KeyError, AttributeError):
        fine = False
    if not fine:
        raise HydrologyError(
            "RISK: its tag RAINSHED_MATRIX is no matrix of likelihood and severity: make the raster anew."
        )


def area_text(area: float, large: bool) -> str:
    """An area (m2) in ha if it is `large`, else in m²."""
    return f"{area / 1e4:,.2f} ha" if large else f"{area:,.0f} m²"


def area_figures(areas: Mapping[str, float], language: str) -> list[tuple[str, str]]:
    """(name, area) of each class; in hectares if one is 1 ha or more."""
    large = max(areas.values()) >= LARGE
    return [(class_name(colour, language), area_text(area, large)) for colour, area in areas.items()]


def _number(text: str | None) -> float | None:
    try:
        return float(text)
    except (TypeError, ValueError):
        return None
