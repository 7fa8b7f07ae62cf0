"""Small inputs made by hand, runs of an algorithm in this process, and readers that share no code with the plugin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np

CRS = "EPSG:32649"
WEST, NORTH = 500_000.0, 3_800_000.0
HOLE = -9999.0


def grid(drawing: str) -> np.ndarray:
    """Rows of numbers as an array of elevations; `-` is a cell without data."""
    return np.array(
        [[np.nan if word == "-" else float(word) for word in line.split()] for line in drawing.strip().splitlines()]
    )


def write_raster(
    path: Path, values: np.ndarray, dx: float = 1.0, dy: float | None = None, *, crs: str | None = CRS,
    kind: str = "Float32", nodata: float | None = HOLE, options: Sequence[str] = (), scale: float | None = None,
    offset: float | None = None, unit: str | None = None, west: float = WEST, north: float = NORTH,
    transform: Sequence[float] | None = None,
) -> Path:  # fmt: skip
    """A GeoTIFF whose NaN cells hold `nodata`; `values` are stored as they are, whatever scale and offset say."""
    from osgeo import gdal, osr

    values = np.asarray(values, float)
    rows, columns = values.shape
    data = gdal.GetDriverByName("GTiff").Create(
        str(path), columns, rows, 1, getattr(gdal, f"GDT_{kind}"), list(options)
    )
    data.SetGeoTransform(transform or (west, dx, 0, north, 0, -(dx if dy is None else dy)))
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        data.SetProjection(reference.ExportToWkt())
    band = data.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
        values = np.where(np.isnan(values), nodata, values)
    if scale is not None:
        band.SetScale(scale)
    if offset is not None:
        band.SetOffset(offset)
    if unit is not None:
        band.SetUnitType(unit)
    band.WriteArray(values)
    return path


def write_vector(
    path: Path, shapes: Iterable[str | None], fields: dict[str, Sequence] | None = None, *, crs: str | None = CRS,
    layer: str | None = None, kind: str = "Unknown",
) -> Path:  # fmt: skip
    """A GeoPackage layer of WKT shapes; `fields` hold a value for each shape. A second layer is added to a file."""
    from osgeo import ogr, osr

    driver = ogr.GetDriverByName("GPKG")
    data = driver.Open(str(path), 1) if Path(path).exists() else driver.CreateDataSource(str(path))
    reference = None
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    table = data.CreateLayer(layer or Path(path).stem, reference, getattr(ogr, f"wkb{kind}"))
    fields = fields or {}
    for name, values in fields.items():
        types = {str: ogr.OFTString, int: ogr.OFTInteger64, float: ogr.OFTReal}
        known = next((v for v in values if v is not None), "")
        table.CreateField(ogr.FieldDefn(name, types[type(known)]))
    for k, wkt in enumerate(shapes):
        feature = ogr.Feature(table.GetLayerDefn())
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for name, values in fields.items():
            if values[k] is not None:
                feature.SetField(name, values[k])
        table.CreateFeature(feature)
    return path


def at(row: float, column: float, dx: float = 1.0, dy: float | None = None) -> tuple[float, float]:
    """Coordinates of a cell's centre, in a grid at the usual place."""
    return WEST + (column + 0.5) * dx, NORTH - (row + 0.5) * (dx if dy is None else dy)


def point(row: float, column: float, dx: float = 1.0) -> str:
    return "POINT ({} {})".format(*at(row, column, dx))


def line(*places: tuple[float, float], dx: float = 1.0) -> str:
    return "LINESTRING ({})".format(", ".join("{} {}".format(*at(r, c, dx)) for r, c in places))


def box(top: int, left: int, bottom: int, right: int, dx: float = 1.0) -> str:
    """The outline of whole cells, from row `top` and column `left` to the last ones given."""
    (x0, y0), (x1, y1) = at(top - 0.5, left - 0.5, dx), at(bottom + 0.5, right + 0.5, dx)
    return f"POLYGON (({x0} {y0}, {x1} {y0}, {x1} {y1}, {x0} {y1}, {x0} {y0}))"


def read_raster(path: str | Path) -> np.ndarray:
    """The first band as float64, NaN where it holds its no-data value."""
    from osgeo import gdal

    data = gdal.Open(str(path))
    band = data.GetRasterBand(1)
    values = band.ReadAsArray().astype(np.float64)
    values[values == band.GetNoDataValue()] = np.nan
    return values


def raster_tags(path: str | Path) -> dict[str, str]:
    from osgeo import gdal

    return gdal.Open(str(path)).GetMetadata()


def read_vector(path: str | Path, layer: str | None = None) -> list[dict]:
    """The features as dicts of their fields, with the geometry as `shape` (an ogr.Geometry or None)."""
    from osgeo import ogr

    data = ogr.Open(str(path))
    table = data.GetLayerByName(layer) if layer else data.GetLayer(0)
    features = []
    for feature in table:
        shape = feature.GetGeometryRef()
        features.append(feature.items() | {"shape": None if shape is None else shape.Clone()})
    return features


def burn(path: str | Path, field: str, like: np.ndarray, dx: float, dy: float | None = None) -> np.ndarray:
    """A vector output rasterised back by cell centres, by the value of `field` (0 = no feature)."""
    from osgeo import gdal, ogr

    rows, columns = like.shape
    target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Int32)
    target.SetGeoTransform((WEST, dx, 0, NORTH, 0, -(dx if dy is None else dy)))
    source = ogr.Open(str(path))
    target.SetProjection(source.GetLayer(0).GetSpatialRef().ExportToWkt())
    gdal.RasterizeLayer(target, [1], source.GetLayer(0), options=[f"ATTRIBUTE={field}"])
    return target.ReadAsArray()


def feedback(cancel_at: float | None = None):
    """A feedback that keeps what it is told, and cancels once progress (0..100) has come to `cancel_at`."""
    from qgis.core import QgsProcessingFeedback

    class Feedback(QgsProcessingFeedback):
        def __init__(self) -> None:
            super().__init__(False)
            self.progressed: list[float] = []
            self.infos: list[str] = []
            self.warnings: list[str] = []
            self.errors: list[str] = []
            self.steps: list[tuple[float, str]] = []  # each with the progress made when it began
            self.progressChanged.connect(self._moved)

        def _moved(self, percent: float) -> None:
            self.progressed.append(percent)
            if cancel_at is not None and percent >= cancel_at:
                self.cancel()

        def pushInfo(self, info: str) -> None:
            self.infos.append(info)

        def pushWarning(self, warning: str) -> None:
            self.warnings.append(warning)

        def reportError(self, error: str, fatalError: bool = False) -> None:
            self.errors.append(error)

        def setProgressText(self, text: str) -> None:
            self.steps.append((self.progress(), text))

    made = Feedback()
    if cancel_at is not None and cancel_at <= 0:
        made.cancel()
    return made


def plain(parameters: dict) -> dict:
    """Paths as text, as a dialog or a script passes them."""
    return {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}


def attempt(algorithm, cancel_at: float | None = None, **parameters) -> SimpleNamespace:
    """One run as the toolbox does it: .ok, .results, .feedback, and .message, why it was refused or failed."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

    if isinstance(algorithm, str):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"rainshed:{algorithm}")
    context, heard = QgsProcessingContext(), feedback(cancel_at)
    context.setFeedback(heard)
    parameters = plain(parameters)
    fine, message = algorithm.checkParameterValues(parameters, context)
    if not fine:
        return SimpleNamespace(ok=False, results={}, feedback=heard, message=message, checked=False)
    try:
        results, ok = algorithm.run(parameters, context, heard, {}, False)
    except QgsProcessingException as error:
        return SimpleNamespace(ok=False, results={}, feedback=heard, message=str(error), checked=True)
    return SimpleNamespace(ok=ok, results=results, feedback=heard, message="\n".join(heard.errors), checked=True)


def run(algorithm, **parameters) -> SimpleNamespace:
    """A run that must succeed; its results as attributes, its log as `warnings` and `infos`."""
    done = attempt(algorithm, **parameters)
    assert done.ok and not done.feedback.errors, done.message
    return SimpleNamespace(
        **done.results, results=done.results, warnings=done.feedback.warnings, infos=done.feedback.infos
    )


def refusal(algorithm, **parameters) -> str:
    """The sentence with which a run is refused or fails."""
    done = attempt(algorithm, **parameters)
    assert not done.ok, f"not refused: {done.results}"
    assert done.message, "refused without a word"
    return done.message


def left_in(folder: Path) -> list[str]:
    """Everything in a folder, hidden files too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def burn_on(path: str | Path, field: str, raster: str | Path, layer: str | int = 0) -> np.ndarray:
    """As `burn`, onto the grid of a raster; `layer` by its name or place in the file."""
    from osgeo import gdal, ogr

    like = gdal.Open(str(raster))
    target = gdal.GetDriverByName("MEM").Create("", like.RasterXSize, like.RasterYSize, 1, gdal.GDT_Int32)
    target.SetGeoTransform(like.GetGeoTransform())
    target.SetProjection(like.GetProjection())
    source = ogr.Open(str(path))
    gdal.RasterizeLayer(target, [1], source.GetLayer(layer), options=[f"ATTRIBUTE={field}"])
    return target.ReadAsArray()


def cell_area(path: str | Path) -> float:
    from osgeo import gdal

    transform = gdal.Open(str(path)).GetGeoTransform()
    return -transform[1] * transform[5]
