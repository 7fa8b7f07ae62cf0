"""The small town and its sheet."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy
import pytest

from rainshed.test.gis.sheets import CELL, CRS, HEIGHT, SCHEMES, WIDTH


@pytest.fixture
def layouts(qgis):
    from rainshed.gis import layouts

    return layouts


@pytest.fixture
def scheme() -> dict:
    return json.loads(SCHEMES.read_text(encoding="utf-8"))["road_depth"]


@pytest.fixture
def info(layouts, scheme):
    return layouts.SheetInfo(
        title="West town",
        rain_mm=[20, 60],
        runoff_coefficient=0.7,
        loss_mm=5,
        scheme=scheme,
        cell="5 x 5 m",
        dem="town_dem.tif",
        date="2026-11-24",
        figures=[("Red 重大", "1 250 m²")],
    )


@pytest.fixture
def town(qgis, tmp_path):
    """The layers of a small town, each styled as the algorithms style it, topmost first."""
    from osgeo import gdal, osr
    from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsVectorLayer

    from rainshed.gis import styles

    reference = osr.SpatialReference()
    reference.SetFromUserInput(CRS)

    def raster(name, values, kind=gdal.GDT_Float32):
        path = tmp_path / f"{name}.tif"
        data = gdal.GetDriverByName("GTiff").Create(str(path), WIDTH, HEIGHT, 1, kind)
        data.SetGeoTransform((500000, CELL, 0, 3800000, 0, -CELL))
        data.SetProjection(reference.ExportToWkt())
        data.GetRasterBand(1).WriteArray(values)
        data = None
        return QgsRasterLayer(str(path), name)

    def vector(name, fields, shapes):
        layer = QgsVectorLayer(f"{shapes[0][0].split()[0]}?crs={CRS}&{fields}", name, "memory")
        for wkt, *values in shapes:
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(values)
            layer.dataProvider().addFeature(feature)
        return layer

    rows, columns = numpy.mgrid[0:HEIGHT, 0:WIDTH]
    depth = numpy.clip(0.9 - numpy.hypot(rows - 15, columns - 20) / 10, 0, None)
    square = "500{0}00 3799{1}00"
    corners = ", ".join(square.format(*corner) for corner in ((0, 9), (1, 9), (1, 8), (0, 9)))
    layers = {
        "inlets": vector("inlets", "field=id:integer", [("Point (500050 3799950)", 1)]),
        "pipes": vector("pipes", "field=id:integer", [("LineString (500050 3799950, 500150 3799900)", 1)]),
        "flowpaths": vector("paths", "field=strahler:integer", [("LineString (500010 3799990, 500100 3799925)", 2)]),
        "risk": raster("risk", numpy.digitize(depth, [0.15, 0.27, 0.4, 0.6]).astype("uint8"), gdal.GDT_Byte),
        "depth": raster("depth", depth),
        "zones": vector(
            "zones",
            "field=zone_id:integer&field=outlet_id:string&field=outlet_t:string",
            [(f"Polygon (({corners}))", 1, "a", "inlet")],
        ),
        "conditioned": raster("conditioned", 400 + rows * 0.1 + numpy.sin(columns / 3)),
    }
    for name, layer in layers.items():
        assert layer.isValid()
        styles.style_role(layer, name) if name in ("inlets", "pipes") else styles.apply(layer, name)
    return layers


@pytest.fixture
def project(qgis):
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    return project


@pytest.fixture
def build(layouts, project, town, info):
    """Builds a sheet of the named layers (all of them without names)."""

    def make(names=(), extent=None, paper="A4", scale=None, layout=None, **changes):
        layers = [town[name] for name in (names or town)]
        extent = extent or town["risk"].extent()
        return layouts.build_sheet(project, layers, extent, replace(info, **changes), paper, scale, **(layout or {}))

    return make


@pytest.fixture
def matrix() -> dict:
    return {
        "name": "Own matrix", "name_zh": "自拟矩阵",
        "source": "own choice, no standard was read", "source_zh": "自拟，未查阅标准",
        "sure": "practice", "sure_zh": "实践值",
        "likelihood": [
            {"name": "Frequent", "name_zh": "频繁", "to": 5},
            {"name": "Likely", "name_zh": "较可能", "above": 5, "to": 20},
            {"name": "Rare", "name_zh": "罕见", "above": 20},
        ],
        "severity": ["blue", "yellow", "orange", "red"],
        "classes": [
            ["yellow", "orange", "red", "red"],
            ["blue", "yellow", "orange", "red"],
            ["none", "blue", "yellow", "orange"],
        ],
    }  # fmt: skip
