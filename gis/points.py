"""Points of interest that a user gives, as cells of the DEM."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsProcessingFeatureSource,
)

from ..hydrology.errors import HydrologyError
from ..hydrology.grid import Grid
from .network import pick_field
from .raster import Dem
from .vectors import CarriedFields, geometries, some

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


@dataclass(frozen=True)
class Recorded:
    """Recorded places as a layer has them, a row for each part of a multi-point and for each feature without a place.

    ids : of each row. xy : (k, 2), in the CRS of the grid, NaN without a usable geometry. on : bool, on a cell with
    data. fields : those of the layer, and rows : their values. log, warnings : what the user should read.
    """

    ids: list[str]
    xy: np.ndarray
    on: np.ndarray
    fields: list[QgsField]
    rows: list[list]
    log: list[str]
    warnings: list[str]

    @property
    def compared(self) -> list[str]:
        """The ids of those on a cell with data."""
        return [name for name, on in zip(self.ids, self.on) if on]


def read_recorded(
    name: str, source: QgsProcessingFeatureSource, grid: Grid, crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext, replaced: Sequence[str],
) -> Recorded:  # fmt: skip
    """Read the recorded places of the parameter `name`, reprojected to `crs`.

    The id is that of the first field of a usual name (RECORDED_ID of `gis.network`), else the feature's own. Fields of
    the names `replaced` are left out, for those that the caller writes. All other fields and all features are kept,
    and warnings name the features that have no place on a cell with data.

    Raises
    ------
    HydrologyError if none has.
    """
    layer, names = source.sourceName(), source.fields().names()
    field = pick_field(names, None, "RECORDED_ID", layer)
    log = [f'{name}: layer "{layer}": ids from {field or "the feature ids"}.']
    carried = CarriedFields(source, replaced)
    warnings = [f"{name}: the field {taken} of the layer is replaced in the output." for taken in carried.replaced]
    ids, places, rows = [], [], []

    def add(feature: QgsFeature, place: tuple[float, float]) -> None:
        rows.append(carried.of(feature))
        ids.append(_id(feature, field))
        places.append(place)

    skipped: list[int] = []
    for feature, geometry in geometries(source, crs, context, skipped):
        for vertex in geometry.vertices():
            add(feature, (vertex.x(), vertex.y()))
    placed = len(ids)
    request = QgsFeatureRequest().setFilterFids(skipped)
    if skipped:  # of no ids QGIS would take all
        for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
            add(feature, (np.nan, np.nan))
    xy = np.array(places, float).reshape(-1, 2)
    on = grid.cells_at(xy) >= 0
    if skipped:
        unplaced = some(ids[placed:])
        warnings.append(f"{name}: {len(skipped)} features without a usable geometry are not compared: {unplaced}.")
    off = [ids[k] for k in np.flatnonzero(~on[:placed])]
    if off:
        warnings.append(
            f"{name}: {len(off)} of {placed} points lie off the raster or on cells without data and are not compared: "
            f"{some(off)}."
        )
    if not on.any():
        raise HydrologyError(f"{name}: no point of layer {layer} lies on a cell of the raster with data.")
    return Recorded(ids, xy, on, carried.fields, rows, log, warnings)


def _id(feature: QgsFeature, field: str | None) -> str:
    value = feature[field] if field else None
    if value is None or value == NULL or str(value).strip() == "":
        return str(feature.id())
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return f"{value:.0f}"
    return str(value).strip()
