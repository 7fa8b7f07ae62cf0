"""Design storms out of tables, and runoff coefficients out of fields."""

from __future__ import annotations

import math

import numpy as np
from qgis.core import NULL, QgsFeatureRequest, QgsProcessingFeatureSource

from ..hydrology.errors import HydrologyError
from ..hydrology.storm.intensity import MM_H, IntensityTable
from .catchments import Catchments
from .event import TIME_FIELDS
from .network import number_of
from .vectors import some

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
    try:
        return IntensityTable(table[:, 0], table[:, 1] * INTENSITY_FIELDS[value])
    except HydrologyError as error:
        raise HydrologyError(f"STORM_TABLE: {error}") from None


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
