"""Vector layers in and out."""

from __future__ import annotations

import math

import numpy as np
import pytest

CRS = "EPSG:32649"


@pytest.fixture
def vectors(qgis):
    from rainshed.gis import vectors

    return vectors


@pytest.fixture
def world(qgis):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    return QgsCoordinateReferenceSystem(CRS), QgsCoordinateTransformContext()


def rows(path) -> list[dict]:
    from osgeo import ogr

    data = ogr.Open(str(path))
    found = []
    for feature in data.GetLayer(0):
        shape = feature.GetGeometryRef()
        found.append(feature.items() | {"wkt": shape.ExportToWkt() if shape else None})
    return found


@pytest.fixture
def source_of(qgis):
    """What an algorithm gets for a vector input."""
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingParameterFeatureSource

    class Reader(QgsProcessingAlgorithm):
        def name(self):
            return "reader"

        displayName = name

        def createInstance(self):
            return Reader()

        def initAlgorithm(self, config=None):
            self.addParameter(QgsProcessingParameterFeatureSource("IN", "in"))

    reader = Reader()
    reader.initAlgorithm()
    context = QgsProcessingContext()
    alive = [reader, context]  # a source holds none of them

    def make(layer):
        source = reader.parameterAsSource({"IN": layer}, "IN", context)
        alive.extend([layer, source])
        return source

    return make


def memory(kind: str, *wkts: str | None, crs: str = CRS):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=n:integer", "things", "memory")
    for n, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([n])
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def test_every_type_of_value(vectors, world, tmp_path):
    from qgis.core import QgsGeometry

    path = tmp_path / "out.gpkg"
    fields = [("whole", "int"), ("real", "float"), ("word", "text")]
    records = [
        (QgsGeometry.fromWkt("Point (1 2)"), [np.int64(7), np.float32(0.5), "内涝"]),
        (None, [None, float("nan"), None]),
        (QgsGeometry.fromWkt("Point (3 4)"), [np.int32(2**31 - 1), np.float64(math.inf), ""]),
    ]
    assert vectors.write_vector(str(path), vectors.POINT, fields, records, *world) == 3
    found = rows(path)
    assert [row["whole"] for row in found] == [7, None, 2**31 - 1]
    assert [row["real"] for row in found] == [0.5, None, None]
    assert found[0]["word"] == "内涝"
    assert [row["wkt"] for row in found] in (
        ["POINT (1 2)", missing, "POINT (3 4)"] for missing in (None, "POINT EMPTY")
    )


def test_the_crs_is_written(vectors, world, tmp_path):
    from osgeo import ogr

    path = tmp_path / "out.gpkg"
    vectors.write_vector(str(path), vectors.POINT, [("n", "int")], [], *world)
    data = ogr.Open(str(path))
    layer = data.GetLayer(0)
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "32649"
    assert layer.GetName() == "out"
    assert layer.GetFeatureCount() == 0, "a layer without features is a layer"


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson", "fgb", "csv"])
def test_the_format_follows_the_extension(vectors, world, tmp_path, ending):
    from qgis.core import QgsGeometry

    path = tmp_path / f"out.{ending}"
    records = [(QgsGeometry.fromWkt("Point (500000 3800000)"), [k]) for k in range(3)]
    vectors.write_vector(str(path), vectors.POINT, [("n", "int")], records, *world)
    assert [int(row["n"]) for row in rows(path)] == [0, 1, 2]


def test_an_unknown_extension_is_refused(vectors, world, tmp_path):
    from rainshed.hydrology.errors import HydrologyError

    with pytest.raises(HydrologyError, match=r"out\.xyz"):
        vectors.write_vector(str(tmp_path / "out.xyz"), vectors.POINT, [("n", "int")], [], *world)


def test_a_place_that_cannot_be_written_is_an_error(vectors, world, tmp_path):
    from rainshed.hydrology.errors import HydrologyError

    with pytest.raises(HydrologyError, match=r"out\.gpkg"):
        vectors.write_vector(str(tmp_path / "no" / "out.gpkg"), vectors.POINT, [("n", "int")], [], *world)


def test_cancel_while_writing(vectors, world, tmp_path):
    from qgis.core import QgsGeometry

    from rainshed.hydrology.errors import Cancelled
    from rainshed.hydrology.progress import Progress

    given = []

    def records():
        for k in range(10_000):
            given.append(k)
            yield QgsGeometry.fromWkt("Point (1 2)"), [k]

    progress = Progress(cancelled=lambda: len(given) > 100)
    with pytest.raises(Cancelled):
        vectors.write_vector(
            str(tmp_path / "o.gpkg"), vectors.POINT, [("n", "int")], records(), *world, progress, 10_000
        )
    assert len(given) < 2000


def test_geometries_are_reprojected(vectors, world, source_of):
    # the central meridian of zone 49 is 111 E; there x is 500 000
    source = source_of(memory("Point", "Point (111 0)", crs="EPSG:4326"))
    skipped = []
    ((feature, geometry),) = vectors.geometries(source, world[0], world[1], skipped)
    assert (geometry.asPoint().x(), geometry.asPoint().y()) == pytest.approx((500_000, 0), abs=1e-3)
    assert skipped == [] and feature["n"] == 0


def test_features_without_a_usable_geometry_are_left_out_and_named(vectors, world, source_of):
    from qgis.core import QgsCoordinateReferenceSystem

    layer = memory(
        "Polygon", None, "Polygon EMPTY", "Polygon ((0 0, 1 0, 1 1, 0 0))", "Polygon ((0 0, 1 1, 1 0, 0 1, 0 0))"
    )
    source = source_of(layer)
    skipped = []
    found = list(vectors.geometries(source, world[0], world[1], skipped))
    assert [feature["n"] for feature, _ in found] == [2, 3], "an invalid polygon can still be burned"
    assert len(skipped) == 2

    source = source_of(memory("Point", "Point (111 91)", "Point (111 10)", crs="EPSG:4326"))
    skipped = []
    mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    found = list(vectors.geometries(source, mercator, world[1], skipped))
    assert [feature["n"] for feature, _ in found] == [1], "there is no place north of the pole"
    assert len(skipped) == 1


def test_a_layer_without_crs_is_taken_as_it_is(vectors, world, source_of):
    from qgis.core import QgsCoordinateReferenceSystem

    layer = memory("Point", "Point (3 4)")
    layer.setCrs(QgsCoordinateReferenceSystem())
    source = source_of(layer)
    ((_, geometry),) = vectors.geometries(source, world[0], world[1], [])
    assert geometry.asPoint().x() == 3
