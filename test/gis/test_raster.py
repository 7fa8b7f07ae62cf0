"""Rasters in and out: what is read, burned, interpolated, outlined and written."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.errors import Cancelled, HydrologyError
from rainshed.hydrology.grid import Grid
from rainshed.hydrology.progress import Progress
from rainshed.test.algorithms import support


@pytest.fixture
def raster(qgis):
    from rainshed.gis import raster

    return raster


@pytest.fixture
def opened(qgis):
    from qgis.core import QgsRasterLayer

    return lambda path: QgsRasterLayer(str(path), "layer")


def unit_grid(rows: int, columns: int, dx: float = 1.0, dy: float = 1.0, crs: str = "") -> Grid:
    return Grid((rows, columns), (0.0, dx, 0.0, rows * dy, 0.0, -dy), crs, np.ones((rows, columns), bool))


def wkb(wkt: str) -> bytes:
    from osgeo import ogr

    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())


# The CRS suggested for a DEM in degrees; codes from the EPSG registry


@pytest.mark.parametrize(
    ("longitude", "latitude", "code", "name"),
    [
        (2.04, 41.34, 32631, "UTM zone 31N"), (-179.9, 51.0, 32601, "UTM zone 1N"),
        (179.9, -18.0, 32760, "UTM zone 60S"),
        (180.0, 10.0, 32660, "UTM zone 60N"), (0.0, 5.0, 32631, "UTM zone 31N"), (-0.01, 51.5, 32630, "UTM zone 30N"),
        (116.39, 39.91, 4548, "CM 117E"), (113.3, 23.1, 4547, "CM 114E"), (87.6, 43.8, 4538, "CM 87E"),
        (108.94, 34.34, 4545, "CM 108E"), (121.47, 31.23, 4549, "CM 120E"), (75.99, 39.47, 4534, "CM 75E"),
        (135.0, 48.0, 4554, "CM 135E"),
    ],
)  # fmt: skip
def test_suggested_crs(raster, longitude, latitude, code, name):
    from osgeo import osr

    suggestion = raster.suggested_crs(longitude, latitude)
    assert suggestion.startswith(f"EPSG:{code} ") and name in suggestion
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    assert name in reference.GetName(), "the code is that of the name"


# Reading


def test_reading_across_strips(raster, opened, tmp_path, monkeypatch):
    generator = np.random.default_rng(2)
    z = generator.random((37, 11)).astype(np.float32)
    z[generator.random(z.shape) < 0.2] = np.nan
    path = support.write_raster(tmp_path / "z.tif", z)
    monkeypatch.setattr(raster, "_STRIP", 5)
    dem = raster.read_dem(opened(path), 1)
    np.testing.assert_array_equal(dem.z, z)
    np.testing.assert_array_equal(dem.grid.valid, ~np.isnan(z))
    assert dem.z.dtype == np.float32
    assert dem.name == "z.tif" and dem.notes == ()


@pytest.mark.parametrize(
    ("kind", "dtype"),
    [
        ("Byte", np.float32),
        ("Int16", np.float32),
        ("UInt16", np.float32),
        ("Int32", np.float64),
        ("Float64", np.float64),
    ],
)
def test_numbers_are_kept_exactly(raster, opened, tmp_path, kind, dtype):
    """Integers of 32 bits do not fit into float32."""
    path = support.write_raster(tmp_path / "z.tif", np.arange(12.0).reshape(3, 4), kind=kind)
    assert raster.read_dem(opened(path), 1).z.dtype == dtype


def test_an_alpha_or_mask_band_counts(raster, opened, tmp_path):
    from osgeo import gdal

    path = support.write_raster(tmp_path / "z.tif", np.full((3, 3), 5.0), nodata=None)
    data = gdal.Open(str(path), gdal.GA_Update)
    data.CreateMaskBand(gdal.GMF_PER_DATASET)
    mask = np.full((3, 3), 255, np.uint8)
    mask[1, 1] = 0
    data.GetRasterBand(1).GetMaskBand().WriteArray(mask)
    data = None
    assert np.isnan(raster.read_dem(opened(path), 1).z[1, 1])


def test_infinity_is_no_data(raster, opened, tmp_path):
    z = np.full((3, 3), 5.0)
    z[0, 0] = np.inf
    path = support.write_raster(tmp_path / "z.tif", z, nodata=None)
    assert np.isnan(raster.read_dem(opened(path), 1).z[0, 0])


def test_complex_numbers_are_refused(raster, opened, tmp_path):
    path = support.write_raster(tmp_path / "z.tif", np.ones((3, 3)), kind="CFloat32")
    with pytest.raises(HydrologyError, match=r"z\.tif.*complex"):
        raster.check_dem(opened(path), 1)


def test_cancel_while_reading(raster, opened, tmp_path):
    path = support.write_raster(tmp_path / "z.tif", np.ones((3, 3)))
    with pytest.raises(Cancelled):
        raster.read_dem(opened(path), 1, Progress(cancelled=lambda: True))


def test_a_matching_raster_may_say_its_origin_with_rounding(raster, opened, tmp_path):
    grid = raster.read_dem(opened(support.write_raster(tmp_path / "z.tif", np.ones((3, 4)), 5.0)), 1).grid
    near = support.write_raster(tmp_path / "near.tif", np.full((3, 4), 7.0), 5.0, west=support.WEST + 0.04)
    assert (raster.read_matching(opened(near), 1, grid, "RUNOFF") == 7).all()
    far = support.write_raster(tmp_path / "far.tif", np.full((3, 4), 7.0), 5.0, west=support.WEST + 0.06)
    with pytest.raises(HydrologyError, match=r"RUNOFF far\.tif.*origin shifted by 0\.06 m"):
        raster.read_matching(opened(far), 1, grid, "RUNOFF")


# Burning


def test_burn_by_centres_and_by_touch(raster):
    grid = unit_grid(4, 5)
    # x 0.6..2.4: of columns 0, 1 and 2 only the centre of column 1 lies in it; rows 1 and 2 counted from y = 4
    shape = (wkb("POLYGON ((0.6 1.2, 2.4 1.2, 2.4 2.8, 0.6 2.8, 0.6 1.2))"), 3)
    by_centre = np.zeros((4, 5), int)
    by_centre[1:3, 1] = 3
    np.testing.assert_array_equal(raster.burn(grid, [shape]), by_centre)
    by_touch = np.zeros((4, 5), int)
    by_touch[1:3, 0:3] = 3
    np.testing.assert_array_equal(raster.burn(grid, [shape], all_touched=True), by_touch)


def test_the_later_of_two_shapes_holds(raster):
    grid = unit_grid(1, 3)
    shapes = [(wkb("LINESTRING (0.5 0.5, 2.5 0.5)"), 1), (wkb("POINT (1.5 0.5)"), 2)]
    assert raster.burn(grid, shapes, True).tolist() == [[1, 2, 1]]
    assert raster.burn(grid, shapes[::-1], True).tolist() == [[1, 1, 1]]
    assert not raster.burn(grid, []).any()


def test_cancel_while_burning(raster):
    with pytest.raises(Cancelled):
        raster.burn(unit_grid(4, 4), [(wkb("POINT (1.5 1.5)"), 1)], progress=Progress(cancelled=lambda: True))


# Interpolating


def test_interpolation_changes_the_holes_alone(raster):
    z = np.full((7, 7), 10.0, np.float32)
    z[:, 4:] = 20
    z[3, 3] = np.nan
    holes = np.isnan(z)
    before = z.copy()
    raster.interpolate(z, holes)
    assert 10 < z[3, 3] < 20
    np.testing.assert_array_equal(z[~holes], before[~holes])


def test_interpolation_of_a_wide_hole_in_a_level_plane(raster):
    z = np.full((40, 40), 3.25)
    z[2:38, 2:38] = np.nan
    raster.interpolate(z, np.isnan(z))
    np.testing.assert_allclose(z, 3.25)


def test_filling_needs_no_file(raster, tmp_path):
    """A folder for what GDAL keeps aside may not be there, not writable, or full."""
    from osgeo import gdal

    z = np.full((40, 50), 3.0, np.float32)
    z[10:14, 20:26] = np.nan
    before = gdal.GetConfigOption("CPL_TMPDIR")
    gdal.SetConfigOption("CPL_TMPDIR", str(tmp_path / "missing"))
    try:
        raster.interpolate(z, np.isnan(z))
    finally:
        gdal.SetConfigOption("CPL_TMPDIR", before)
    np.testing.assert_array_equal(z, 3.0)


# Outlining


def test_outlines_are_4_connected_and_valid(raster):
    from osgeo import ogr

    label = np.array([[1, 0, 2, 2], [0, 1, 2, 0], [0, 0, 0, 2]], np.int32)
    found = list(raster.polygonise(label, unit_grid(3, 4, 2.0, 3.0)))
    # the two 1 touch by a corner only, and so does the last 2
    assert sorted(value for value, _ in found) == [1, 1, 2, 2]
    area = {1: 0.0, 2: 0.0}
    for value, shape in found:
        geometry = ogr.CreateGeometryFromWkb(shape)
        assert geometry.IsValid()
        area[value] += geometry.Area()
    assert area == {1: 12, 2: 24}


def test_cancel_while_outlining(raster):
    with pytest.raises(Cancelled):
        list(raster.polygonise(np.ones((4, 4), np.int32), unit_grid(4, 4), Progress(cancelled=lambda: True)))


# Writing


@pytest.mark.parametrize(
    ("dtype", "stored", "nodata"),
    [(np.float64, "Float32", -9999), (np.float32, "Float32", -9999), (np.uint8, "Byte", 255), (np.int32, "Int32", 0)],
)
def test_written_types(raster, tmp_path, dtype, stored, nodata):
    from osgeo import gdal

    path = tmp_path / "o.tif"
    values = np.arange(12).reshape(3, 4).astype(dtype)
    raster.write_raster(str(path), values, unit_grid(3, 4), "thing (m)", {"RAINSHED_X": "雨"})
    data = gdal.Open(str(path))
    band = data.GetRasterBand(1)
    assert gdal.GetDataTypeName(band.DataType) == stored
    assert band.GetNoDataValue() == nodata
    assert band.GetDescription() == "thing (m)"
    assert data.GetMetadataItem("RAINSHED_X") == "雨"
    np.testing.assert_array_equal(band.ReadAsArray(), values)


def test_cells_without_data_are_written_as_such(raster, tmp_path):
    grid = unit_grid(2, 2)
    grid.valid[0, 0] = False
    raster.write_raster(str(tmp_path / "o.tif"), np.array([[1.0, np.nan], [3, 4]]), grid, "z", {})
    np.testing.assert_array_equal(support.read_raster(tmp_path / "o.tif"), [[np.nan, np.nan], [3, 4]])


def test_many_strips_of_tiles(raster, tmp_path):
    generator = np.random.default_rng(4)
    values = generator.random((700, 300))
    seen = []
    raster.write_raster(str(tmp_path / "o.tif"), values, unit_grid(700, 300), "z", {}, Progress(report=seen.append))
    np.testing.assert_array_equal(support.read_raster(tmp_path / "o.tif"), values.astype(np.float32))
    assert len(seen) == 4 and seen == sorted(seen) and seen[-1] == 1


@pytest.mark.parametrize("exceptions", [True, False])
def test_a_file_that_cannot_be_created(raster, tmp_path, exceptions):
    """GDAL returns None or raises, as the version and other plugins have it."""
    from osgeo import gdal

    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        with pytest.raises(HydrologyError, match="Cannot create .*no/o.tif"):
            raster.write_raster(str(tmp_path / "no" / "o.tif"), np.ones((2, 2)), unit_grid(2, 2), "z", {})
        assert gdal.GetUseExceptions() == exceptions, "a setting of all plugins"
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def test_a_full_disk_is_an_error(raster):
    """/dev/full takes nothing."""
    import os

    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full on this system")
    with pytest.raises(HydrologyError, match="/dev/full"):
        raster.write_raster("/dev/full", np.random.default_rng(1).random((600, 600)), unit_grid(600, 600), "z", {})
