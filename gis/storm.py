"""Design storms out of tables and of places' formulas, and runoff coefficients out of fields."""

from __future__ import annotations

import difflib
import functools
import math
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsProcessingFeatureSource,
)

from ..hydrology.errors import HydrologyError
from ..hydrology.progress import Progress
from ..hydrology.storm.formula import GeneralFormula, Interval, IntervalFormula
from ..hydrology.storm.hyetograph import Hyetograph
from ..hydrology.storm.intensity import FORMULA_UNIT, MM_H, IntensityTable
from .catchments import Catchments
from .event import RAIN_FIELDS, TIME_FIELDS
from .network import number_of
from .presets import storms
from .vectors import TABLE, some, write_vector

UNVERIFIED = "unverified"
STORM_FIELDS = (("t_min", "float"), ("rain_mm", "float"), ("rate_mmh", "float"))

INTENSITY_FIELDS = {
    "q_lpsha": 1.0, "intensity": 1.0, "lps_ha": 1.0, "q": 1.0, "暴雨强度": 1.0,
    "rate_mmh": MM_H, "mm_h": MM_H, "mmh": MM_H,
}  # fmt: skip
"""Usual names of the intensity's field, and L/s per ha in one of its units."""


def read_intensities(source: QgsProcessingFeatureSource) -> IntensityTable:
    """A table of intensity by duration: t_min and intensity (L/s per ha) or rate_mmh (mm/h)."""
    names = {name.lower().strip(): name for name in reversed(source.fields().names())}
    time = next((names[usual] for usual in TIME_FIELDS if usual in names), None)
    value = next((usual for usual in INTENSITY_FIELDS if usual in names), None)
    if time is None or value is None:
        raise HydrologyError(
            f"STORM_TABLE: layer {source.sourceName()} must have the fields t_min and intensity (L/s per ha) or "
            f"rate_mmh (mm/h); its fields are {', '.join(names.values()) or 'none'}."
        )
    rows = []
    for feature in source.getFeatures(QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)):
        row = [number_of(None if feature[name] == NULL else feature[name]) for name in (time, names[value])]
        if any(number is None or math.isnan(number) for number in row):
            raise HydrologyError(f"STORM_TABLE: row {len(rows) + 1} does not hold two numbers.")
        rows.append(row)
    table = np.array(rows, np.float64).reshape(-1, 2)
    if len(table) and table[0, 0] == 0 and any(usual in names for usual in RAIN_FIELDS):
        raise HydrologyError(
            f"STORM_TABLE: layer {source.sourceName()} is a rain in time, as designstorm makes it, and not a table of "
            "intensities by duration."
        )
    try:
        return IntensityTable(table[:, 0], table[:, 1] * INTENSITY_FIELDS[value])
    except HydrologyError as error:
        raise HydrologyError(f"STORM_TABLE: {error}") from None


@dataclass(frozen=True)
class Place:
    """A storm formula of resources/presets/storms.json.

    id, name, name_zh : the last two in words. formula : what it is. minutes : durations it is published for, or None.
    peak_ratio : the peak's share of a storm there, or None; peak_source : of that. source, sure : where the parameters
    were read, and how sure they are: "A" read in the source, "B" second-hand, "unverified". note : more to know, or "".
    What ends in _zh : the same in Chinese, or "".
    """

    id: str
    name: str
    name_zh: str
    formula: GeneralFormula | IntervalFormula
    minutes: tuple[float, float] | None
    peak_ratio: float | None
    peak_source: str
    source: str
    sure: str
    note: str
    source_zh: str = ""
    note_zh: str = ""
    peak_source_zh: str = ""

    @property
    def verified(self) -> bool:
        return self.sure != UNVERIFIED

    @property
    def reliability(self) -> str:
        """`sure` in words."""
        return {"A": "A, read in the source", "B": "B, second-hand"}.get(self.sure, "unverified 未核实")

    @property
    def reliability_zh(self) -> str:
        """`sure` in Chinese words."""
        return {"A": "A，已读原文", "B": "B，转引"}.get(self.sure, "未核实")

    @property
    def label(self) -> str:
        """Its id and what a person must know to choose it."""
        return f"{self.id}: {self.name} {self.name_zh}{'' if self.verified else ' (UNVERIFIED 未核实)'}"

    def told(self, minutes: float) -> tuple[list[str], list[str]]:
        """(log, warnings): where the formula is from, and what speaks against taking it for this duration (min)."""
        note = f" {self.note}" if self.note else ""
        log = [
            f"CITY {self.id}: {self.name} {self.name_zh}. Source: {self.source} Reliability: {self.reliability}.{note}"
        ]
        warnings = []
        if not self.verified:
            warnings.append(
                f"CITY {self.id}: UNVERIFIED 未核实 parameters: compare them with the formula in force before use."
            )
        if isinstance(self.formula, GeneralFormula) and math.isinf(self.formula.high):
            log.append(f"CITY {self.id}: the source states no range of return periods.")
        if self.minutes is not None and not self.minutes[0] <= minutes <= self.minutes[1]:
            low, high = self.minutes
            warnings.append(
                f"CITY {self.id}: the formula is published for {low:g} to {high:g} min, and {minutes:g} min "
                "lie outside."
            )
        return log, warnings


@functools.cache
def places() -> dict[str, Place]:
    """The places with a storm formula, by id, in the order of the file."""
    return {name: _place(name, about) for name, about in storms().items()}


def find_place(text: str) -> Place:
    """The place of an id, a name in either language, or a label. Raises HydrologyError naming near ones."""
    wanted = text.partition(":")[0].strip().lower()
    names = {key.lower(): place for place in places().values() for key in (place.id, place.name, place.name_zh)}
    if wanted in names:
        return names[wanted]
    within = [place.id for key, place in names.items() if wanted and wanted in key]
    alike = [names[key].id for key in difflib.get_close_matches(wanted, names, 4, 0.6)]
    near = list(dict.fromkeys(within + alike))
    hint = f"Near it: {', '.join(near)}." if near else f"There are {', '.join(places())}."
    raise HydrologyError(
        f'CITY: there is no storm formula of "{text.strip()}". {hint} For another place give A1, C, B and N.'
    )


def _place(name: str, about: dict) -> Place:
    low, high = about["years"] or (0.0, math.inf)
    if "listed" in about:
        formula = IntervalFormula(
            {float(p): tuple(values) for p, values in about["listed"].items()},
            tuple(Interval(*part["years"], *(tuple(part[key]) for key in "abn")) for part in about["intervals"]),
        )
    else:
        formula = GeneralFormula(about["a"] / FORMULA_UNIT, about["c"], about["b"], about["n"], low, high)
    minutes = tuple(about["minutes"]) if about["minutes"] else None
    plain = {key: about[key] for key in ("name", "name_zh", "peak_ratio", "peak_source", "source", "sure", "note")}
    plain |= {key: about.get(key, "") for key in ("source_zh", "note_zh", "peak_source_zh")}
    return Place(name, formula=formula, minutes=minutes, **plain)


def write_storm(path: str, rain: Hyetograph, context: QgsCoordinateTransformContext, progress: Progress) -> int:
    """A row per step: its start, its rain, and its intensity. The last row, of 0 mm, is where the rain ends."""
    records = ((None, row) for row in zip(rain.start_min, rain.rain_mm, rain.rates * 3.6e6))
    crs = QgsCoordinateReferenceSystem()
    return write_vector(path, TABLE, STORM_FIELDS, records, crs, context, progress, rain.start_min.size)


def runoff_coefficients(catchments: Catchments, single: float | None) -> tuple[np.ndarray, list[str]]:
    """(coefficient, warnings): of each area, the single one or that of its field; 1 where the field has none."""
    if single is not None:
        return np.full(len(catchments), single), []
    found, warnings = catchments.coefficient.copy(), []
    outside = [str(name) for name, value in zip(catchments.id, found) if not 0 <= value <= 1]
    if outside:
        warnings.append(
            f"RUNOFF_COEFFICIENT: {len(outside)} of {found.size} zones have no value from 0 to 1 and are taken at 1: "
            f"{some(outside)}."
        )
    return np.where((found >= 0) & (found <= 1), found, 1.0), warnings
