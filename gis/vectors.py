"""Vector layers in and out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..hydrology.errors import HydrologyError
from ..hydrology.progress import Progress, silent

_TYPES = {"int": QVariant.LongLong, "float": QVariant.Double, "text": QVariant.String}
INDEXED_UP_TO = 200_000
"""Features; for more, SQLite works seconds on the spatial index and cannot be cancelled. QGIS makes it on demand."""
LISTED = 20  # names in a message
LARGEST_COORDINATE = 1e9
"""Units of a CRS; on Earth none is larger. What lies beyond comes from corrupt files and empty shapes."""
POINT = QgsWkbTypes.Type.Point
LINE = QgsWkbTypes.Type.LineString
LINES = QgsWkbTypes.Type.MultiLineString
POLYGON = QgsWkbTypes.Type.MultiPolygon
TABLE = QgsWkbTypes.Type.NoGeometry
# Fields of other types (lists, binary data) are written as text, which every format holds.
_PLAIN_TYPES = {
    *(QVariant.Bool, QVariant.Int, QVariant.UInt, QVariant.LongLong, QVariant.ULongLong, QVariant.Double),
    *(QVariant.String, QVariant.Date, QVariant.Time, QVariant.DateTime),
}


class CarriedFields:
    """The fields of a layer as an output carries them on, but for those that it writes anew.

    fields : to be written. replaced : names of those left out, which are the ones of `names` in any case of letters.
    """

    def __init__(self, source: QgsProcessingFeatureSource, names: Iterable[str]) -> None:
        wanted = {name.lower() for name in names}
        present = source.fields().names()
        self.replaced = [name for name in present if name.lower() in wanted]
        self._kept = [k for k, name in enumerate(present) if name.lower() not in wanted]
        own = [source.fields().at(k) for k in self._kept]
        self._plain = [field.type() in _PLAIN_TYPES for field in own]
        self.fields = [
            field if fine else QgsField(field.name(), QVariant.String) for field, fine in zip(own, self._plain)
        ]

    def of(self, feature: QgsFeature) -> list:
        """The values of a feature."""
        values = (feature.attribute(k) for k in self._kept)
        return [v if fine or v is None or v == NULL else str(v) for v, fine in zip(values, self._plain)]


def geometries(
    source: QgsProcessingFeatureSource,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    skipped: list[int],
) -> Iterator[tuple[QgsFeature, QgsGeometry]]:
    """The features of `source` with their geometries in `crs`.

    Features without a geometry, or whose geometry cannot be reprojected, are left out; their ids go to `skipped`.
    """
    transform = None
    if source.sourceCrs().isValid() and crs.isValid() and source.sourceCrs() != crs:
        transform = QgsCoordinateTransform(source.sourceCrs(), crs, context)
    request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        geometry = QgsGeometry(feature.geometry())
        if geometry.isNull() or geometry.isEmpty():
            skipped.append(feature.id())
            continue
        if transform is not None:
            try:
                geometry.transform(transform)
            except QgsCsException:
                skipped.append(feature.id())
                continue
        yield feature, geometry


def some(names: Sequence, most: int = LISTED) -> str:
    """Up to `most` names, for a message."""
    return ", ".join(map(str, names[:most])) + (" ..." if len(names) > most else "")


def write_vector(
    path: str,
    kind: QgsWkbTypes.Type,
    fields: Sequence[tuple[str, str] | QgsField],
    records: Iterable[tuple[QgsGeometry | None, Sequence]],
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    progress: Progress | None = None,
    total: int = 0,
) -> int:
    """Write a layer in the format that the file's extension names; returns the number of features.

    Parameters
    ----------
    fields : (name, "int" | "float" | "text"), or a field as another layer has it.
    records : (geometry or None, values in the order of the fields).
    total : expected number of records, for the progress.
    """
    table = QgsFields()
    for field in fields:
        table.append(field if isinstance(field, QgsField) else QgsField(field[0], _TYPES[field[1]]))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(Path(path).suffix.lstrip("."))
    options.layerName = Path(path).stem
    options.fileEncoding = "UTF-8"
    if not options.driverName:
        raise HydrologyError(f"No vector format has the extension of {Path(path).name}: use .gpkg, for instance.")
    indexed = options.driverName == "GPKG" and kind != TABLE
    if indexed:
        options.layerOptions = ["SPATIAL_INDEX=NO"]  # made at the end: a cancelled run would wait for it
    if options.driverName == "GPKG" and "fid" in table.names():
        options.layerOptions = [*options.layerOptions, "FID=ogc_fid"]  # or ours would be taken for the key
    writer = QgsVectorFileWriter.create(path, table, kind, crs, context, options)
    try:
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise HydrologyError(f"Cannot write {Path(path).name}: {_reason(writer)}.")
        count = 0
        for geometry, values in records:
            if count % 500 == 0:
                silent(progress).update(count / total if total else 0.5)
            feature = QgsFeature(table)
            if geometry is not None:
                feature.setGeometry(geometry)
            feature.setAttributes([_plain(value) for value in values])
            if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise HydrologyError(f"Cannot write {Path(path).name}: {_reason(writer)}. Is the disk full?")
            count += 1
        if not writer.flushBuffer():
            raise HydrologyError(f"Cannot write {Path(path).name}: {_reason(writer)}. Is the disk full?")
    finally:
        del writer  # closes the file, also before a failed run removes it
    _verify(path, count)
    if indexed and count <= INDEXED_UP_TO:
        silent(progress).update(1)
        _index(path, options.layerName)
    silent(progress).update(1)
    return count


def _reason(writer: QgsVectorFileWriter) -> str:
    """Why writing failed; of a message that quotes a whole SQL statement only its end."""
    message = writer.errorMessage().strip().rstrip(".")
    return message if len(message) < 300 else message.rsplit("failed: ", 1)[-1].rstrip(")")


def layer_names(path: str) -> list[str]:
    """Names of the layers in a file, none if it is no vector file."""
    with contextlib.suppress(RuntimeError):
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            source = ogr.Open(path)
        finally:
            gdal.PopErrorHandler()
        if source is not None:
            return [source.GetLayer(i).GetName() for i in range(source.GetLayerCount())]
    return []


def has_format(path: str) -> bool:
    """Whether a vector format has the extension of `path`."""
    ending = Path(path).suffix.lstrip(".")
    # The table beside a shapefile is no layer of its own.
    return bool(ending and ending.lower() != "dbf" and QgsVectorFileWriter.driverForExtension(ending))


def holds_tables(path: str) -> bool:
    """Whether QGIS writes a layer without geometry into a file of this extension, and under its name."""
    return Path(path).suffix.lower() not in (".shp", ".shz", ".sqlite")


def _verify(path: str, count: int) -> None:
    """Raise HydrologyError unless the file holds all features: what fails on closing it, nobody tells."""
    found = -1
    with contextlib.suppress(RuntimeError):  # as newer bindings say that it cannot be opened
        source = ogr.Open(path)
        if source is not None and source.GetLayerCount():
            found = source.GetLayer(0).GetFeatureCount()
    if found != count:
        raise HydrologyError(f"Cannot write {Path(path).name}: not all of it arrived. Is the disk full?")


def _index(path: str, layer: str) -> None:
    """Give a layer of a GeoPackage its spatial index."""
    name = layer.replace("'", "''")
    with contextlib.suppress(RuntimeError):  # the layer is whole without it
        package = ogr.Open(path, 1)
        if package is not None:
            package.ExecuteSQL(f"SELECT CreateSpatialIndex('{name}', 'geom')")


def _plain(value):
    """A value that Qt knows: NumPy's own numbers are not; not-a-number and infinity are no value."""
    if value is None or isinstance(value, (str, int)):
        return value
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return None
    return value
