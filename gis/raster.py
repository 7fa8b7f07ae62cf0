"""Rasters in and out, through osgeo.gdal: QGIS's own copy, so that no second GDAL enters the process."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRectangle, QgsUnitTypes

from ..hydrology.errors import Cancelled, HydrologyError
from ..hydrology.grid import Grid
from ..hydrology.progress import Progress, silent
from ..hydrology.risk.grading import CLASSES

NODATA = -9999.0
_LARGEST_ELEVATION = 9000.0  # m; nothing on land is higher, so beyond it stands an undeclared no-data value
_LOWEST_ELEVATION = -11100.0
_STRIP = 512  # rows read at once
_FEET = {
    "ft": 0.3048,
    "feet": 0.3048,
    "foot": 0.3048,
    "us survey foot": 1200 / 3937,
    "us-ft": 1200 / 3937,
    "ftus": 1200 / 3937,
}
_DATE_TAGS = ("TIFFTAG_DATETIME", "ACQUISITION_DATE", "ACQUISITIONDATE", "ACQUISITION_DATETIME", "DATETIME", "DATE")


@dataclass(frozen=True)
class Dem:
    """A digital elevation model.

    `z` holds metres, float32 where the file's own numbers fit into it, else float64; NaN without data. `name` is the
    file's name, `notes` what the user should read about how it was taken.
    """

    z: np.ndarray
    grid: Grid
    crs: QgsCoordinateReferenceSystem
    name: str
    notes: tuple[str, ...]


def no_dem(crs: QgsCoordinateReferenceSystem) -> Dem:
    """A DEM without cells, in the CRS of the layers, for runs that are given none."""
    nothing = np.zeros((0, 0), bool)
    grid = Grid((0, 0), (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), crs.toWkt(), nothing, metres_per_unit(crs))
    return Dem(np.zeros((0, 0), np.float32), grid, crs, "", ())


def suggested_crs(longitude: float, latitude: float) -> str:
    """A projected CRS in metres for a place: CGCS2000 3-degree inside China's frame, else UTM; as "EPSG:n (name)"."""
    if 73.5 <= longitude <= 135.1 and 18.0 <= latitude <= 53.6:
        meridian = min(max(round(longitude / 3) * 3, 75), 135)
        return f"EPSG:{4534 + (meridian - 75) // 3} (CGCS2000 / 3-degree Gauss-Kruger CM {meridian}E)"
    zone = min(int((longitude + 180) // 6) + 1, 60)
    return (
        f"EPSG:{(32600 if latitude >= 0 else 32700) + zone} (WGS 84 / UTM zone {zone}{'N' if latitude >= 0 else 'S'})"
    )


def check_dem(layer: QgsRasterLayer, band: int) -> None:
    """Raise HydrologyError if `layer` cannot serve as a DEM; reads no pixels."""
    dataset = _open(layer, "DEM")
    if not 1 <= band <= dataset.RasterCount:
        raise HydrologyError(f"DEM {_name(layer)} has no band {band}: it has {dataset.RasterCount}.")
    if gdal.DataTypeIsComplex(dataset.GetRasterBand(band).DataType):
        raise HydrologyError(f"DEM {_name(layer)} holds complex numbers: elevations are needed.")
    _refuse_degrees(layer, "DEM")
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None:
        raise HydrologyError(f"DEM {_name(layer)} has no georeference: give it one before use.")
    if transform[2] != 0 or transform[4] != 0:
        raise HydrologyError(f"DEM {_name(layer)} is rotated: warp it to a north-up grid first (gdalwarp).")
    if transform[5] >= 0 or transform[1] <= 0:
        raise HydrologyError(f"DEM {_name(layer)} is stored south-up: warp it to a north-up grid first (gdalwarp).")


def _refuse_degrees(layer: QgsRasterLayer, parameter: str) -> None:
    refuse_degrees(layer.crs(), layer.extent(), f"{parameter} {_name(layer)}")


def refuse_degrees(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, what: str) -> None:
    """Raise HydrologyError for a CRS in degrees, with one to reproject `what` to."""
    if crs.isValid() and crs.isGeographic():
        centre = extent.center()
        raise HydrologyError(
            f"{what} is in degrees ({crs.authid()}): reproject it to a CRS in metres first, for "
            f"instance {suggested_crs(centre.x(), centre.y())}."
        )


def read_dem(layer: QgsRasterLayer, band: int, progress: Progress | None = None) -> Dem:
    """Read a DEM; the checks are those of `check_dem`, and that it holds elevations at all."""
    check_dem(layer, band)
    dataset = _open(layer, "DEM")
    transform = dataset.GetGeoTransform()
    crs = layer.crs()
    notes = []
    unit = metres_per_unit(crs)
    if not crs.isValid():
        notes.append(f"DEM {_name(layer)} has no CRS: its coordinates and elevations are taken as metres.")
    elif unit != 1.0:
        notes.append(f"DEM {_name(layer)} is in {QgsUnitTypes.toString(crs.mapUnits())}: taken as {unit:.9g} m each.")
    if crs.isValid() and crs.authid() in ("EPSG:3857", "EPSG:900913"):
        notes.append("Web Mercator stretches lengths by 1 / cos(latitude): areas and volumes will be too large.")
    values, valid = _read_band(dataset, band, progress)
    raster_band = dataset.GetRasterBand(band)
    vertical = _FEET.get((raster_band.GetUnitType() or "").strip().lower())
    if vertical is None:
        vertical = unit if not (raster_band.GetUnitType() or "").strip() else 1.0
    if vertical != 1.0:
        values *= values.dtype.type(vertical)
        notes.append(f"Elevations of {_name(layer)} are taken as feet of {vertical:.9g} m; results are in metres.")
    if not valid.any():
        raise HydrologyError(f"DEM {_name(layer)} holds no data at all: every cell of band {band} is no-data.")
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    for extreme in (low, high):
        usual = math.isclose(extreme, NODATA * vertical, rel_tol=1e-6)  # deep in a sea, but the usual no-data value
        if usual or not _LOWEST_ELEVATION <= extreme <= _LARGEST_ELEVATION:
            raise HydrologyError(
                f"DEM {_name(layer)} holds the value {extreme:.6g}, which is no elevation in metres: declare it as its "
                "no-data value (gdal_edit -a_nodata) or give the DEM's unit."
            )
    grid = Grid(values.shape, tuple(transform), crs.toWkt(), valid, unit)
    return Dem(values, grid, crs, _name(layer), tuple(notes))


def read_matching(
    layer: QgsRasterLayer, band: int, grid: Grid, parameter: str, progress: Progress | None = None
) -> np.ndarray:
    """Read a raster that must lie on `grid`; NaN without data. Refused otherwise, saying what differs."""
    dataset = _open(layer, parameter)
    _check_matching(layer, grid, parameter)
    values, _ = _read_band(dataset, band, progress)
    return values


def read_ground(
    layer: QgsRasterLayer, band: int, dem: Dem, parameter: str, progress: Progress | None = None
) -> np.ndarray:
    """Read a second raster of elevations, which must lie on the grid of `dem`; m, NaN without data."""
    _check_matching(layer, dem.grid, parameter)
    try:
        return read_dem(layer, band, progress).z
    except HydrologyError as error:
        raise HydrologyError(f"{parameter}: {error}") from error


def _check_matching(layer: QgsRasterLayer, grid: Grid, parameter: str) -> None:
    crs, wanted = layer.crs(), QgsCoordinateReferenceSystem.fromWkt(grid.crs)
    if crs.isValid() and wanted.isValid() and crs != wanted:
        raise HydrologyError(f"{parameter} {_name(layer)} is in {crs.authid()}, the DEM in {wanted.authid()}.")
    difference = grid.difference(grid_of(layer, parameter))
    if difference:
        raise HydrologyError(f"{parameter} {_name(layer)} lies on another grid than the DEM: {difference}.")


def grid_of(layer: QgsRasterLayer, parameter: str, degrees: bool = False) -> Grid:
    """The grid of a raster layer, all cells taken as valid; one in degrees is refused, unless `degrees`."""
    dataset = _open(layer, parameter)
    if not degrees:
        _refuse_degrees(layer, parameter)
    transform = dataset.GetGeoTransform()
    if transform[2] != 0 or transform[4] != 0 or transform[5] >= 0:
        raise HydrologyError(f"{parameter} {_name(layer)} is not a north-up raster: warp it first (gdalwarp).")
    shape = (dataset.RasterYSize, dataset.RasterXSize)
    valid = np.broadcast_to(np.True_, shape)
    return Grid(shape, tuple(transform), layer.crs().toWkt(), valid, metres_per_unit(layer.crs()))


def read_values(layer: QgsRasterLayer, band: int, parameter: str, progress: Progress | None = None) -> np.ndarray:
    """The values of any raster's band, NaN without data."""
    dataset = _open(layer, parameter)
    if not 1 <= band <= dataset.RasterCount:
        raise HydrologyError(f"{parameter} {_name(layer)} has no band {band}.")
    return _read_band(dataset, band, progress)[0]


def read_classes(layer: QgsRasterLayer, parameter: str, progress: Progress | None = None) -> np.ndarray:
    """The classes of a risk raster, uint8, 0 without data; HydrologyError if it holds anything but 0 to 4."""
    values = np.nan_to_num(read_values(layer, 1, parameter, progress))
    classes = values.astype(np.uint8)
    if (values != classes).any() or (classes > max(CLASSES)).any():
        raise HydrologyError(
            f"{parameter} {layer.name()} holds more than the classes 0 to 4: take the output of riskmap."
        )
    return classes


def value_type(layer: QgsRasterLayer, band: int, parameter: str) -> np.dtype:
    """What `read_dem` and `read_values` make of a band: float32 where its numbers fit into it, else float64."""
    dataset = _open(layer, parameter)  # a band dies with its dataset
    return _value_type(dataset.GetRasterBand(band))


def read_tags(layer: QgsRasterLayer) -> dict[str, str]:
    """The TIFF tags that our own outputs carry (RAINSHED_*)."""
    dataset = _open(layer, "Raster")
    return {k: v for k, v in (dataset.GetMetadata() or {}).items() if k.startswith("RAINSHED_")}


def date_of(layer: QgsRasterLayer) -> str:
    """The date that a raster's own tags say, as "2024-05-01"; empty if none does."""
    tags = _open(layer, "Raster").GetMetadata() or {}
    said = {name.upper(): value for name, value in tags.items()}
    found = next((said[name] for name in _DATE_TAGS if said.get(name, "").strip()), "").strip()
    day = found.split(" ")[0].split("T")[0]
    return day.replace(":", "-") if len(day) == 10 else found


def write_raster(
    path: str,
    values: np.ndarray,
    grid: Grid,
    description: str,
    tags: Mapping[str, str],
    progress: Progress | None = None,
) -> None:
    """Write a tiled, deflated GeoTIFF with statistics of none, the band's description and our tags.

    float arrays become float32 with nodata -9999 (NaN and cells without data), uint8 Byte with 255, int32 Int32 with 0.
    """
    kind, predictor, nodata = {
        "f": (gdal.GDT_Float32, 3, NODATA),
        "u": (gdal.GDT_Byte, 2, 255),
        "i": (gdal.GDT_Int32, 2, 0),
    }[values.dtype.kind]
    options = ["TILED=YES", "COMPRESS=DEFLATE", f"PREDICTOR={predictor}", "BIGTIFF=IF_SAFER", "ZLEVEL=6"]
    rows, columns = grid.shape
    dataset = _attempt(f"create {path}", gdal.GetDriverByName("GTiff").Create, path, columns, rows, 1, kind, options)
    dataset.SetGeoTransform(grid.transform)
    if grid.crs:
        reference = osr.SpatialReference()
        reference.ImportFromWkt(grid.crs)
        dataset.SetProjection(reference.ExportToWkt())
    dataset.SetMetadata({k: str(v) for k, v in tags.items()})
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(nodata)
    band.SetDescription(description)
    if description.endswith("(m)"):
        # or elevations in m would be taken for feet when a later step reads them back in a CRS in feet
        band.SetUnitType("m")
    progress = silent(progress)
    for first in range(0, rows, 256):  # whole rows of tiles: each block is written once
        progress.update(first / rows)
        last = min(first + 256, rows)
        block = values[first:last]
        if kind == gdal.GDT_Float32:
            known = grid.valid[first:last] & np.isfinite(block)
            block = np.where(known, block, NODATA).astype(np.float32)
        _attempt(f"write {path}", band.WriteArray, np.ascontiguousarray(block), 0, first)
        # At once, or GDAL would compress all of it at the end, out of reach of Cancel.
        _attempt(f"write {path}", _flush, dataset)
    gdal.ErrorReset()
    del band, dataset  # the last writes
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise HydrologyError(f"Cannot write {path}: {gdal.GetLastErrorMsg()}. Is the disk full?")
    progress.update(1)


def _flush(dataset: gdal.Dataset) -> bool | None:
    """Write what GDAL holds back; None if that failed, which GDAL itself does not tell."""
    dataset.FlushCache()
    return None if gdal.GetLastErrorType() >= gdal.CE_Failure else True


def burn(
    grid: Grid,
    shapes: Iterable[tuple[bytes, int]],
    all_touched: bool = False,
    progress: Progress | None = None,
    add: bool = False,
) -> np.ndarray:
    """Burn shapes into the grid.

    Parameters
    ----------
    shapes : (WKB geometry in the grid's CRS, value > 0); where two cover a cell the later one holds.
    all_touched : every cell that a shape touches, not only those whose centre it covers.
    add : where several cover a cell, their values are added up.

    Returns
    -------
    int32 array, 0 where there is no shape.
    """
    rows, columns = grid.shape
    target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Int32)
    target.SetGeoTransform(grid.transform)
    plane = osr.SpatialReference()  # one for both, or GDAL warns that there is none
    plane.SetLocalCS("plane")
    target.SetProjection(plane.ExportToWkt())
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("shapes", plane, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    for wkb, value in shapes:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        feature.SetField(0, int(value))
        layer.CreateFeature(feature)
    options = ["ATTRIBUTE=value"] + (["ALL_TOUCHED=TRUE"] if all_touched else [])
    options += ["MERGE_ALG=ADD"] if add else []
    _watched(progress, gdal.RasterizeLayer, target, [1], layer, options=options)
    return target.ReadAsArray()


def interpolate(z: np.ndarray, holes: np.ndarray, progress: Progress | None = None) -> None:
    """Fill the cells `holes` of `z` from their surroundings by inverse distance (gdal.FillNodata), in place."""
    rows, columns = z.shape
    known = ~np.isnan(z)
    driver = gdal.GetDriverByName("MEM")
    target = driver.Create("", columns, rows, 1, gdal.GDT_Float32 if z.dtype == np.float32 else gdal.GDT_Float64)
    target.GetRasterBand(1).WriteArray(np.where(known, z, 0))
    mask = driver.Create("", columns, rows, 1, gdal.GDT_Byte)
    mask.GetRasterBand(1).WriteArray(known.astype(np.uint8))
    reach = int(math.hypot(rows, columns)) + 1
    # Else GDAL keeps what it works with in files of the current folder, wherever that is.
    options = ["TEMP_FILE_DRIVER=MEM"]
    _watched(progress, gdal.FillNodata, target.GetRasterBand(1), mask.GetRasterBand(1), reach, 0, options=options)
    z[holes] = target.ReadAsArray()[holes]


def polygonise(label: np.ndarray, grid: Grid, progress: Progress | None = None) -> Iterator[tuple[int, bytes]]:
    """The outlines of the 4-connected patches of each label > 0, as (label, WKB polygon) (gdal.Polygonize)."""
    rows, columns = grid.shape
    source = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Int32)
    source.SetGeoTransform(grid.transform)
    source.GetRasterBand(1).WriteArray(label)
    mask = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    mask.GetRasterBand(1).WriteArray((label > 0).astype(np.uint8))
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("patches", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTInteger))
    progress = silent(progress)
    _watched(progress.part(0, 0.9), gdal.Polygonize, source.GetRasterBand(1), mask.GetRasterBand(1), layer, 0, [])
    del source, mask
    for number in range(layer.GetFeatureCount()):
        if number % 1000 == 0:
            progress.update(0.9)
        feature = layer.GetFeature(number)
        yield feature.GetFieldAsInteger(0), bytes(feature.GetGeometryRef().ExportToWkb())
        layer.DeleteFeature(number)  # or there would be each of a million outlines twice
    progress.update(1)


def _name(layer: QgsRasterLayer) -> str:
    source = layer.source().split("|")[0].replace("\\", "/")
    return source.rsplit("/", 1)[-1] or layer.name()


def _attempt(what: str, call, *arguments):
    """Call GDAL, which by version and setting returns None or raises; both become one sentence."""
    gdal.ErrorReset()
    try:
        result = call(*arguments)
    except RuntimeError as error:
        raise HydrologyError(f"Cannot {what}: {str(error).rstrip('.')}.") from error
    if result is None:
        raise HydrologyError(f"Cannot {what}: {gdal.GetLastErrorMsg().rstrip('.') or 'GDAL gives no reason'}.")
    return result


def _open(layer: QgsRasterLayer, parameter: str) -> gdal.Dataset:
    if layer.dataProvider() is None or layer.dataProvider().name() != "gdal":
        raise HydrologyError(f"{parameter} {layer.name()} is not a raster file: save it as GeoTIFF first.")
    source = layer.dataProvider().dataSourceUri() or layer.source()
    return _attempt(f"open {parameter} {_name(layer)}", gdal.OpenEx, source, gdal.OF_RASTER)


def metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    """Metres per unit of a projected CRS; 1 without one and for one in degrees."""
    if not crs.isValid() or crs.isGeographic():
        return 1.0
    reference = osr.SpatialReference()
    reference.ImportFromWkt(crs.toWkt())
    return reference.GetLinearUnits() or 1.0  # QGIS 3.22 takes the US survey foot for the international one


def _read_band(dataset: gdal.Dataset, number: int, progress: Progress | None) -> tuple[np.ndarray, np.ndarray]:
    """Values with NaN without data, and the mask of cells with data."""
    band = dataset.GetRasterBand(number)
    mask_band = band.GetMaskBand()
    masked = not band.GetMaskFlags() & gdal.GMF_ALL_VALID
    scale, offset = band.GetScale(), band.GetOffset()
    scaled = _is_scaled(band)
    rows, columns = dataset.RasterYSize, dataset.RasterXSize
    values = np.empty((rows, columns), _value_type(band))
    valid = np.empty((rows, columns), bool)
    for first in range(0, rows, _STRIP):
        silent(progress).update(first / rows)
        height = min(_STRIP, rows - first)
        block = _attempt(f"read band {number}", band.ReadAsArray, 0, first, columns, height)
        known = np.isfinite(block)
        if masked:
            known &= mask_band.ReadAsArray(0, first, columns, height) != 0
        block = block.astype(values.dtype)
        if scaled:
            block = block * (1.0 if scale is None else scale) + (0.0 if offset is None else offset)
        block[~known] = np.nan
        values[first : first + height] = block
        valid[first : first + height] = known
    silent(progress).update(1)
    return values, valid


def _is_scaled(band: gdal.Band) -> bool:
    return band.GetScale() not in (None, 1.0) or band.GetOffset() not in (None, 0.0)


def _value_type(band: gdal.Band) -> np.dtype:
    exact = band.DataType in (gdal.GDT_Byte, gdal.GDT_Int16, gdal.GDT_UInt16, gdal.GDT_Float32)
    return np.dtype(np.float32 if exact and not _is_scaled(band) else np.float64)


def _watched(progress: Progress | None, call, *arguments, **options) -> None:
    """Run a GDAL function with `progress`; a cancelled one ends as Cancelled, whether GDAL then raises or not."""
    progress = silent(progress)

    def step(fraction: float, _message, _data) -> int:
        try:
            progress.update(fraction)
        except Cancelled:  # must not travel through C
            return 0
        return 1

    try:
        call(*arguments, callback=step, **options)
    except RuntimeError as error:
        progress.update(0)
        raise HydrologyError(f"GDAL failed: {error}.") from error
    progress.update(1)
