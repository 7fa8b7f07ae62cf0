"""DEMs as people have them: any cell shape, data type, no-data value, CRS and unit; and layers that do not fit.

The bowl: all 9 inner cells run to the 1, the lowest way out is the 6 on the east edge. Filled to 6 it holds
9 x 6 - (3 + 2 + 5 + 4 + 1 + 5 + 5 + 5 + 5) = 19 m of depth, 5 m at the deepest; on cells of 2 x 3 m that is 114 m3.
"""

from __future__ import annotations

import json

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import box, line, point, read_raster

BOWL = support.grid("""
    9 9 9 9 9
    9 3 2 5 9
    9 4 1 5 6
    9 5 5 5 9
    9 9 9 9 9
""")
VOLUME, AREA = 114.0, 6.0
FILLED = np.where(np.pad(np.ones((3, 3), bool), 1), 6.0, BOWL)


@pytest.fixture
def fill(tmp_path):
    def run(path, **more):
        done = support.run("filldepressions", DEM=path, OUTPUT=tmp_path / "out.tif", **more)
        done.z = read_raster(done.OUTPUT)
        return done

    return run


def is_the_bowl(done) -> None:
    assert done.VOLUME_M3 == pytest.approx(VOLUME, rel=1e-6)
    assert done.MAX_DEPTH_M == pytest.approx(5, rel=1e-6)
    assert done.RAISED_CELLS == 9
    np.testing.assert_allclose(done.z, FILLED, rtol=1e-6)


@pytest.mark.parametrize("kind", ["Float32", "Float64", "Int16", "Int32", "UInt16", "Byte"])
def test_data_types(dem, fill, kind):
    is_the_bowl(fill(dem(BOWL, 2, 3, kind=kind, nodata=None)))


@pytest.mark.parametrize(("kind", "predictor"), [("Float32", 2), ("Float32", 3), ("Float64", 3), ("Int16", 2)])
def test_predictors(dem, fill, kind, predictor):
    options = ["COMPRESS=DEFLATE", f"PREDICTOR={predictor}", "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]
    is_the_bowl(fill(dem(BOWL, 2, 3, kind=kind, options=options)))


def test_float64_keeps_its_digits(dem, fill):
    """A tenth of a millimetre at 8000 m is lost in float32."""
    done = fill(dem(8000 + BOWL * 1e-4, 2, 3, kind="Float64"))
    assert done.VOLUME_M3 == pytest.approx(VOLUME * 1e-4, rel=1e-6)
    assert done.RAISED_CELLS == 9


def test_scale_and_offset(dem, fill):
    """Stored in decimetres above 5 m."""
    path = dem(np.round((BOWL - 5) * 10), 2, 3, kind="Int16", scale=0.1, offset=5.0, nodata=-32768)
    is_the_bowl(fill(path))


def test_offset_alone(dem, fill):
    is_the_bowl(fill(dem(BOWL - 100, 2, 3, offset=100.0)))


@pytest.mark.parametrize("nodata", [float("nan"), -9999.0, 0.0, -3.4028234663852886e38, None])
def test_cells_without_data_on_the_rim(dem, fill, nodata):
    """A column of no data in the east: the 6 still is the way out, now because it lies beside them."""
    z = np.hstack([BOWL, np.full((5, 2), np.nan)])
    done = fill(dem(z, 2, 3, nodata=nodata))
    assert done.VOLUME_M3 == pytest.approx(VOLUME)
    np.testing.assert_array_equal(np.isnan(done.z), np.isnan(z))
    np.testing.assert_array_equal(done.z[:, :5], FILLED)


def test_water_leaves_at_a_hole(dem, fill):
    # the two 9 beside the hole drain into it: 2 is raised by 7, 1 by 8; without the hole all would stand at 20
    holed = fill(
        dem("""
        20 20 20 20 20 20 20
        20  2  9  -  9  1 20
        20 20 20 20 20 20 20
    """)
    )
    assert (holed.VOLUME_M3, holed.RAISED_CELLS, holed.MAX_DEPTH_M) == (15, 2, 8)
    np.testing.assert_array_equal(holed.z[1], [20, 9, 9, np.nan, 9, 9, 20])


@pytest.mark.parametrize("drawing", ["5 1 5 2 6", "7", "5\n1\n5"], ids=["one row", "one cell", "one column"])
def test_grids_that_are_all_edge(dem, tmp_path, drawing):
    path = dem(drawing, 2, 3)
    cells = support.grid(drawing).size
    fill = support.run("filldepressions", DEM=path, OUTPUT=tmp_path / "fill.tif")
    assert (fill.VOLUME_M3, fill.MAX_DEPTH_M, fill.RAISED_CELLS) == (0, 0, 0)
    flow = support.run("flowaccumulation", DEM=path, OUTPUT=tmp_path / "acc.tif", OUTPUT_DIRECTION=tmp_path / "dir.tif")
    assert flow.OUTLET_SUM == cells * AREA
    assert (read_raster(flow.OUTPUT) == AREA).all()
    assert (read_raster(flow.OUTPUT_DIRECTION) == 0).all()
    water = support.run(
        "inundation", DEM=path, RAIN=100, OUTPUT=tmp_path / "depth.tif", OUTPUT_LEVEL=tmp_path / "level.tif",
        OUTPUT_PONDS=tmp_path / "ponds.gpkg",
    )  # fmt: skip
    assert water.OUTFLOW_M3 == pytest.approx(cells * AREA * 0.1)
    assert water.STORED_M3 == 0
    assert np.isnan(read_raster(water.OUTPUT_LEVEL)).all()
    assert support.read_vector(water.OUTPUT_PONDS) == []
    none = support.run("depressions", DEM=path, OUTPUT=tmp_path / "dep.gpkg", OUTPUT_CURVES=tmp_path / "cur.gpkg")
    assert none.COUNT == 0 and support.read_vector(none.OUTPUT) == []
    paths = support.run("flowpaths", DEM=path, THRESHOLD=0, OUTPUT=tmp_path / "paths.gpkg")
    assert support.read_vector(paths.OUTPUT) == []
    zones = support.run("drainagezones", DEM=path, OUTPUT=tmp_path / "zones.gpkg")
    assert (zones.ZONES, zones.AREA_M2, zones.UNDRAINED_M2) == (1, cells * AREA, cells * AREA)
    risk = support.run("riskmap", DEPTH=water.OUTPUT, OUTPUT=tmp_path / "risk.tif", OUTPUT_ZONES=tmp_path / "rz.gpkg")
    assert risk.RED_M2 == 0 and support.read_vector(risk.OUTPUT_ZONES) == []
    support.run("conditiondem", DEM=path, CLOSE_GAPS=True, OUTPUT=tmp_path / "cond.tif")


def test_closed_row(dem, tmp_path):
    """5 1 4 2 6 between closed edges: the 2 drains to the 1 over the 4, from the 1 nothing leaves."""
    path = dem("5 1 4 2 6")
    fill = support.run("filldepressions", DEM=path, CLOSED_EDGE=True, OUTPUT=tmp_path / "fill.tif")
    assert (fill.VOLUME_M3, fill.RAISED_CELLS) == (2, 1)
    np.testing.assert_array_equal(read_raster(fill.OUTPUT)[0], [5, 1, 4, 4, 6])
    # 1 m: 3 m3 to the 1 and 2 m3 to the 2, which fills both to 4. 2 m: 10 m3, together 5 at 4, 3 more up to 5, and
    # 2 over four cells.
    for rain, depths in ((1000, [0, 3, 0, 2, 0]), (2000, [0.5, 4.5, 1.5, 3.5, 0])):
        water = support.run("inundation", DEM=path, RAIN=rain, CLOSED_EDGE=True, OUTPUT=tmp_path / "depth.tif")
        np.testing.assert_allclose(read_raster(water.OUTPUT)[0], depths, atol=1e-6)
        assert water.OUTFLOW_M3 == pytest.approx(0, abs=1e-12)
        assert water.STORED_M3 == pytest.approx(5 * rain / 1000)


def test_second_band(tmp_path, qgis):
    from osgeo import gdal

    path = tmp_path / "bands.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 5, 5, 2, gdal.GDT_Float32)
    data.SetGeoTransform((support.WEST, 2, 0, support.NORTH, 0, -3))
    data.GetRasterBand(1).WriteArray(np.full((5, 5), 3.0))
    data.GetRasterBand(2).WriteArray(BOWL)
    data = None
    assert support.run("filldepressions", DEM=path, BAND=2, OUTPUT=tmp_path / "o.tif").VOLUME_M3 == pytest.approx(
        VOLUME
    )
    assert support.run("filldepressions", DEM=path, OUTPUT=tmp_path / "o.tif").VOLUME_M3 == 0
    assert "no band 3" in support.refusal("filldepressions", DEM=path, BAND=3, OUTPUT=tmp_path / "p.tif")


# CRS and units


def test_no_crs_is_warned_and_taken_as_metres(dem, fill):
    done = fill(dem(BOWL, 2, 3, crs=None))
    is_the_bowl(done)
    assert any("no CRS" in warning and "metres" in warning for warning in done.warnings)


def test_a_dem_in_metres_is_not_warned_about(dem, fill):
    assert fill(dem(BOWL, 2, 3)).warnings == []


def test_feet_are_converted(dem, fill):
    """EPSG:2263 is in US survey feet, of 1200 / 3937 m; so are, where nothing else is said, its elevations."""
    foot = 1200 / 3937
    path = dem(BOWL, 2, 3, crs="EPSG:2263", west=980_000, north=200_000)
    done = fill(path)
    assert done.VOLUME_M3 == pytest.approx(VOLUME * foot**3, rel=1e-5)
    assert done.MAX_DEPTH_M == pytest.approx(5 * foot, rel=1e-5)
    np.testing.assert_allclose(done.z, FILLED * foot, rtol=1e-5)
    assert any("0.3048" in warning for warning in done.warnings)


def test_areas_and_lengths_of_a_dem_in_feet(dem, tmp_path):
    foot = 1200 / 3937
    path = dem("9 9 9 9 9\n9 4 3 2 1\n9 9 9 9 9", 10, crs="EPSG:2263", west=980_000, north=200_000)
    flow = support.run("flowaccumulation", DEM=path, OUTPUT=tmp_path / "acc.tif")
    assert flow.OUTLET_SUM == pytest.approx(15 * (10 * foot) ** 2)
    paths = support.run("flowpaths", DEM=path, THRESHOLD=1, OUTPUT=tmp_path / "paths.gpkg")
    (one,) = support.read_vector(paths.OUTPUT)
    assert one["length_m"] == pytest.approx(30 * foot)
    assert one["drop_m"] == pytest.approx(3 * foot, rel=1e-5)
    assert one["shape"].Length() == pytest.approx(30), "drawn in the CRS's own unit"


@pytest.mark.parametrize(
    ("unit", "metres"), [("ft", 0.3048), ("US survey foot", 1200 / 3937), ("m", 1.0), ("metre", 1.0)]
)
def test_elevations_in_another_unit_than_the_map(dem, fill, unit, metres):
    done = fill(dem(BOWL, 2, 3, unit=unit))
    assert done.VOLUME_M3 == pytest.approx(VOLUME * metres, rel=1e-5)
    assert bool(done.warnings) == (metres != 1)


def test_web_mercator_is_warned_about(dem, fill):
    done = fill(dem(BOWL, 2, 3, crs="EPSG:3857"))
    assert any("Mercator" in warning for warning in done.warnings)


@pytest.mark.parametrize(
    ("longitude", "latitude", "code"),
    [(2.0, 41.3, "EPSG:32631"), (108.9, 34.3, "EPSG:4545"), (-58.4, -34.6, "EPSG:32721"), (116.4, 39.9, "EPSG:4548")],
    ids=["Barcelona", "Xi'an", "Buenos Aires", "Beijing"],
)
def test_degrees_are_refused_with_the_code_to_use(dem, tmp_path, longitude, latitude, code):
    path = dem(BOWL, 1e-5, crs="EPSG:4326", west=longitude, north=latitude)
    out = tmp_path / "out"
    out.mkdir()
    message = support.refusal("filldepressions", DEM=path, OUTPUT=out / "o.tif")
    assert code in message and "dem.tif" in message
    assert support.left_in(out) == []


@pytest.mark.parametrize(
    ("transform", "word"),
    [
        ((500_000, 2, 0.5, 3_800_000, -0.5, -2), "rotated"),
        ((500_000, 2, 0, 3_800_000, 0, 2), "south-up"),
    ],
)
def test_turned_grids_are_refused(dem, tmp_path, transform, word):
    message = support.refusal("inundation", DEM=dem(BOWL, transform=transform), OUTPUT=tmp_path / "o.tif")
    assert word in message and "dem.tif" in message


def test_a_dem_without_any_data_is_refused(dem, tmp_path):
    message = support.refusal("filldepressions", DEM=dem(np.full((4, 4), np.nan)), OUTPUT=tmp_path / "o.tif")
    assert "dem.tif" in message and "no data" in message
    assert not (tmp_path / "o.tif").exists()


@pytest.mark.parametrize("value", [-32768.0, 3.4e38, 99999.0, -9999.0])
def test_an_undeclared_no_data_value_is_refused(dem, tmp_path, value):
    z = BOWL.copy()
    z[0, 0] = value
    message = support.refusal("filldepressions", DEM=dem(z, nodata=None), OUTPUT=tmp_path / "o.tif")
    assert "no-data" in message and "dem.tif" in message


# Layers beside the DEM


SINKS = {
    "point": point(2, 2, 1),
    "multipoint": "MULTIPOINT ({} {}, {} {})".format(*support.at(2, 2), *support.at(50, 50)),
    "line": line((2, 2), (2, 1)),
    "polygon": box(2, 2, 2, 2),
}


@pytest.mark.parametrize("kind", SINKS)
def test_sinks(dem, vector, fill, kind):
    """With a sink at the bottom nothing is left to fill: all inner cells touch the 1."""
    path = dem(BOWL)
    done = fill(path, SINKS=vector("sinks", [SINKS[kind]]))
    assert (done.VOLUME_M3, done.RAISED_CELLS) == (0, 0)
    np.testing.assert_array_equal(done.z, BOWL)


def test_a_sink_beside_the_bottom_drains_only_down_to_itself(dem, vector, fill):
    """A sink in the 2 north of the 1: the 1 fills to 2."""
    done = fill(dem(BOWL), SINKS=vector("sinks", [point(1, 2)]))
    assert (done.VOLUME_M3, done.RAISED_CELLS) == (1, 1)


def test_sinks_in_another_crs(dem, vector, fill):
    from osgeo import ogr, osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.SetFromUserInput(support.CRS)
    there.SetFromUserInput("EPSG:4326")
    there.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    shape = ogr.CreateGeometryFromWkt(point(2, 2, 10))
    shape.Transform(osr.CoordinateTransformation(here, there))
    done = fill(dem(BOWL, 10), SINKS=vector("sinks", [shape.ExportToWkt()], crs="EPSG:4326"))
    assert done.VOLUME_M3 == 0


def test_empty_and_distant_sinks_are_said(dem, vector, fill):
    empty = fill(dem(BOWL, 2, 3), SINKS=vector("none", [], kind="Point"))
    is_the_bowl(empty)
    assert any("empty" in w and "SINKS" in w for w in empty.warnings)
    far = fill(dem(BOWL, 2, 3), SINKS=vector("far", [point(900, 900)]))
    is_the_bowl(far)
    assert any("no feature of far lies on the DEM" in w for w in far.warnings)


def test_features_without_geometry_are_named(dem, vector, fill):
    done = fill(dem(BOWL), SINKS=vector("sinks", [None, point(2, 2)], {"n": [1, 2]}))
    assert done.VOLUME_M3 == 0
    assert any("1 features without a usable geometry" in w and "1." in w for w in done.warnings)


@pytest.mark.parametrize("algorithm", ["inundation", "flowaccumulation"])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"values": np.ones((5, 6))}, "6 x 5 cells instead of 5 x 5"),
        ({"values": np.ones((5, 5)), "dx": 3.0}, "cell size 3 x 3 m instead of 2 x 3 m"),
        ({"values": np.ones((5, 5)), "west": support.WEST + 1}, "origin shifted by 1 m"),
        ({"values": np.ones((5, 5)), "crs": "EPSG:32650"}, "EPSG:32650"),
    ],
    ids=["size", "cell", "origin", "crs"],
)
def test_rasters_on_another_grid_are_refused_with_what_differs(dem, tmp_path, algorithm, change, words):
    parameter = {"inundation": "RUNOFF", "flowaccumulation": "WEIGHTS"}[algorithm]
    values = change.pop("values")
    other = dem(values, **({"dx": 2, "dy": None if "dx" in change else 3} | change), name="other.tif")
    change["values"] = values
    parameters = {"DEM": dem(BOWL, 2, 3), parameter: other, "OUTPUT": tmp_path / "o.tif"}
    message = support.refusal(algorithm, **parameters)
    assert parameter in message and "other.tif" in message and words in message
    assert not (tmp_path / "o.tif").exists()


# What outputs are


def test_form_of_the_outputs(dem, tmp_path):
    from osgeo import gdal

    path = dem(np.hstack([BOWL, np.full((5, 1), np.nan)]), 2, 3)
    flow = support.run("flowaccumulation", DEM=path, OUTPUT=tmp_path / "acc.tif", OUTPUT_DIRECTION=tmp_path / "dir.tif")
    zones = support.run("drainagezones", DEM=path, OUTPUT=tmp_path / "zones.gpkg", OUTPUT_RASTER=tmp_path / "zones.tif")
    for file, kind, nodata in (
        (flow.OUTPUT, gdal.GDT_Float32, -9999),
        (flow.OUTPUT_DIRECTION, gdal.GDT_Byte, 255),
        (zones.OUTPUT_RASTER, gdal.GDT_Int32, 0),
    ):
        data = gdal.Open(file)
        band = data.GetRasterBand(1)
        assert (band.DataType, band.GetNoDataValue()) == (kind, nodata)
        assert data.GetMetadata("IMAGE_STRUCTURE")["COMPRESSION"] == "DEFLATE"
        assert band.GetBlockSize() == [256, 256]
        assert band.GetDescription()
        assert data.GetGeoTransform() == (support.WEST, 2, 0, support.NORTH, 0, -3)
        assert data.GetSpatialRef().GetAuthorityCode(None) == "32649"
        tags = data.GetMetadata()
        assert tags["RAINSHED_DEM"] == "dem.tif" and tags["RAINSHED_CELL"] == "2 x 3 m"
        assert tags["RAINSHED_VERSION"] and tags["RAINSHED_METHOD"]
        assert json.loads(tags["RAINSHED_PARAMETERS"])["DEM"] == path.name
        assert (band.ReadAsArray()[:, 5] == nodata).all()
    assert "(m2)" in gdal.Open(flow.OUTPUT).GetRasterBand(1).GetDescription()
    assert raster_id(flow.OUTPUT) == "rainshed:flowaccumulation"


def raster_id(path) -> str:
    return support.raster_tags(path)["RAINSHED_ALGORITHM"]


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson"])
def test_vector_formats_keep_the_field_names(dem, tmp_path, ending):
    done = support.run("depressions", DEM=dem(BOWL, 2, 3), OUTPUT=tmp_path / f"dep.{ending}")
    (one,) = support.read_vector(done.OUTPUT)
    fields = {"dep_id", "parent", "level", "pit_z", "spill_z", "depth_m", "area_m2", "vol_m3", "catch_m2", "rain_mm"}
    assert fields | {"flows_to"} <= set(one)
    assert one["vol_m3"] == pytest.approx(VOLUME)


def test_outputs_of_another_kind_are_refused(dem, tmp_path):
    path = dem(BOWL)
    assert ".tif" in support.refusal("filldepressions", DEM=path, OUTPUT=tmp_path / "o.png")
    assert "o.xyz" in support.refusal("depressions", DEM=path, OUTPUT=tmp_path / "o.xyz")
    assert ".pdf" in support.refusal("mapsheet", RISK=path, OUTPUT=tmp_path / "o.txt")
    assert {p.name.split(".")[0] for p in tmp_path.iterdir()} == {"dem"}


def test_two_outputs_in_one_file_are_refused(dem, tmp_path):
    same = tmp_path / "o.tif"
    message = support.refusal("filldepressions", DEM=dem(BOWL), OUTPUT=same, OUTPUT_DEPTH=same)
    assert "OUTPUT_DEPTH" in message
    assert not same.exists()
