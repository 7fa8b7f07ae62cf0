"""Points of interest that a user gives, as cells of the DEM."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from qgis.core import NULL, QgsCoordinateTransformContext, QgsFeature, QgsProcessingFeatureSource

from ..hydrology.errors import HydrologyError
from .raster import Dem
from .vectors import geometries, some

ID_FIELDS = ("point_id", "id")


@dataclass(frozen=True)
class Points:
    """Points on cells with data: their ids, coordinates in the DEM's CRS, flat cell indices and feature ids; with
    `warnings`."""

    ids: list[str]
    x: np.ndarray
    y: np.ndarray
    cells: np.ndarray
    fids: list[int]
    warnings: list[str]


def read_points(
    name: str, source: QgsProcessingFeatureSource, dem: Dem, context: QgsCoordinateTransformContext
) -> Points:
    """Read the points of the parameter `name`; each part of a multipoint is a point with the id of the feature.

    The id is that of the field point_id or id, else the feature's own. Points off the DEM or on cells without data are
    left out, with a warning that names them.

    Raises
    ------
    HydrologyError if none is left.
    """
    found = {field.lower(): field for field in reversed(source.fields().names())}
    field = next((found[wanted] for wanted in ID_FIELDS if wanted in found), None)
    skipped: list[int] = []
    ids, places, fids = [], [], []
    for feature, geometry in geometries(source, dem.crs, context, skipped):
        for vertex in geometry.vertices():
            ids.append(_id(feature, field))
            places.append((vertex.x(), vertex.y()))
            fids.append(feature.id())
    xy = np.array(places, float).reshape(-1, 2)
    cells = dem.grid.cells_at(xy)
    on = cells >= 0
    warnings = []
    if skipped:
        warnings.append(f"{name}: {len(skipped)} features without a usable geometry left out: {some(skipped)}.")
    if not on.all():
        off = [ids[i] for i in np.flatnonzero(~on)]
        warnings.append(
            f"{name}: {len(off)} of {len(ids)} points lie off the DEM or on cells without data and are left out: "
            f"{some(off)}."
        )
    if not on.any():
        raise HydrologyError(f"{name}: no point of layer {source.sourceName()} lies on a cell of the DEM with data.")
    kept = np.flatnonzero(on)
    return Points([ids[i] for i in kept], xy[kept, 0], xy[kept, 1], cells[kept], [fids[i] for i in kept], warnings)


def _id(feature: QgsFeature, field: str | None) -> str:
    value = feature[field] if field else None
    if value is None or value == NULL or str(value).strip() == "":
        return str(feature.id())
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return f"{value:.0f}"
    return str(value).strip()
