"""copingrain: by hand, zones of every kind, and against inundation."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import box, read_raster, read_vector

# Cells of 5 m. West half: 10, 20, ... 60 mm and three dry cells; east half all flooded by 40 mm or never.
RAIN = np.array(
    [
        [10.0, 20.0, 30.0, 40.0, 40.0, 40.0],
        [40.0, 50.0, 60.0, 40.0, np.nan, np.nan],
        [np.nan, np.nan, np.nan, np.nan, np.nan, np.nan],
    ]
)
WEST_HALF, EAST_HALF = box(0, 0, 2, 2, 5), box(0, 3, 2, 5, 5)
STORM = {"A1": 12, "C": 0.8, "B": 8, "N": 0.7, "DURATION": 12}


@pytest.fixture
def cope(dem, vector, tmp_path):
    def run(shapes, fields=None, how=None, rain=RAIN, **more):
        path = dem(rain, 5.0, name="rain.tif")
        zones = vector("zones", shapes, fields or {"name": [f"Z{k}" for k in range(len(shapes))]}, **(how or {}))
        done = support.run("copingrain", RAINTOFLOOD=path, ZONES=zones, OUTPUT=tmp_path / "o.gpkg", **more)
        done.rows = read_vector(done.OUTPUT)
        return done

    return run


@pytest.mark.parametrize(
    ("area", "west", "east"),
    [
        (0, 10, 40),
        (25, 10, 40),
        (26, 20, 40),
        (50, 20, 40),
        (75, 30, 40),
        (100, 40, 40),
        (101, 50, None),
        (150, 60, None),
    ],
)
def test_by_hand(cope, area, west, east):
    done = cope([WEST_HALF, EAST_HALF], WET_AREA=area)
    assert [row["cope_mm"] for row in done.rows] == [west, east]
    assert [row["name"] for row in done.rows] == ["Z0", "Z1"]
    assert all(row["cope_years"] is None for row in done.rows)
    assert done.LEAST_MM == west and done.ZONES_KNOWN == 2 - (east is None)
    assert done.ZONES_BEYOND == (east is None)
    assert done.rows[1]["cope_note"] == (None if east else "more than 60 mm"), "the greatest value of an unknown raster"


def test_a_zone_read_in_strips(cope, monkeypatch):
    """One row at a time, as zones of millions of cells are."""
    from rainshed.gis import coping

    monkeypatch.setattr(coping, "_AT_ONCE", 1)
    done = cope([WEST_HALF, EAST_HALF, box(0, 1, 1, 4, 5)], WET_AREA=75)
    assert [row["cope_mm"] for row in done.rows] == [30, 40, 40]


def test_return_periods(cope):
    """31.836 mm in 12 min are those of 10 years, 17.687 of 1: 10^((depth / 17.687 - 1) / 0.8)."""
    done = cope([WEST_HALF, EAST_HALF], WET_AREA=50, **STORM)
    for row in done.rows:
        assert row["cope_years"] == pytest.approx(10 ** ((row["cope_mm"] / 17.687 - 1) / 0.8), rel=2e-3)


def test_zones_that_are_nested_off_small_partly_off_or_without_geometry(cope):
    shapes = [box(0, 0, 2, 5, 5), WEST_HALF, box(0, 0, 0, 0, 5), box(50, 50, 52, 52, 5), None, box(-2, 3, 0, 9, 5)]
    done = cope(shapes, WET_AREA=50)
    found = {row["name"]: (row["cope_mm"], row["cope_note"]) for row in done.rows}
    assert found == {
        "Z0": (20, None),
        "Z1": (20, None),
        "Z2": (None, "smaller than WET_AREA"),
        "Z3": (None, "off the raster"),
        "Z4": (None, "no geometry"),
        "Z5": (40, None),
    }
    said = " ".join(done.warnings)
    assert "1 features without a usable geometry have no cope_mm: features 5" in said
    assert "1 zones cover no cell of the raster and have no cope_mm: features 4" in said
    assert "1 zones are smaller than WET_AREA and have no cope_mm: features 3" in said
    assert "1 zones reach beyond the raster, and only their part on it counts: features 6" in said
    bare = next(row for row in done.rows if row["name"] == "Z4")["shape"]
    assert bare is None or bare.IsEmpty()
    assert (done.ZONES_KNOWN, done.ZONES_BEYOND, done.LEAST_MM) == (3, 0, 20)


def test_fields_are_kept_and_old_figures_replaced(cope):
    done = cope([WEST_HALF], {"zone_id": [7], "outlet_id": ["甲"], "COPE_MM": [3.5], "area_m2": [225.0]})
    (row,) = done.rows
    assert (row["zone_id"], row["outlet_id"], row["area_m2"], row["cope_mm"]) == (7, "甲", 225.0, 20)
    assert "COPE_MM" not in row
    assert any("the field COPE_MM of the layer is replaced" in warning for warning in done.warnings)
    assert row["shape"].GetGeometryName() == "MULTIPOLYGON"


def test_zones_in_another_crs(cope):
    from osgeo import ogr, osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.SetFromUserInput(support.CRS)
    there.SetFromUserInput("EPSG:4326")
    there.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    shapes = []
    for wkt in (WEST_HALF, EAST_HALF):
        shape = ogr.CreateGeometryFromWkt(wkt)
        shape.Transform(osr.CoordinateTransformation(here, there))
        shapes.append(shape.ExportToWkt())
    done = cope(shapes, how={"crs": "EPSG:4326"}, WET_AREA=75)
    assert [row["cope_mm"] for row in done.rows] == [30, 40]
    x, y = done.rows[0]["shape"].Centroid().GetPoint_2D()
    assert (x, y) == pytest.approx((support.WEST + 7.5, support.NORTH - 7.5), abs=0.01)
    assert not any("beyond the raster" in warning for warning in done.warnings)


def refused(dem, vector, tmp_path, values=RAIN, shapes=(WEST_HALF,), crs=support.CRS, **more) -> str:
    message = support.refusal(
        "copingrain", RAINTOFLOOD=dem(values, 5.0, name="rain.tif"), ZONES=vector("zones", shapes, crs=crs),
        OUTPUT=tmp_path / "o.gpkg", **more,
    )  # fmt: skip
    assert not (tmp_path / "o.gpkg").exists()
    return message


@pytest.mark.parametrize(("shape", "crs"), [(box(90, 90, 95, 95, 5), support.CRS), (WEST_HALF, "EPSG:32650")])
def test_zones_of_another_place_are_refused(dem, vector, tmp_path, shape, crs):
    message = refused(dem, vector, tmp_path, shapes=[shape], crs=crs)
    assert f"no zone of layer zones ({crs}) covers a cell of RAINTOFLOOD (EPSG:32649)" in message


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"A1": 12, "C": 0.8}, "For return periods B, N, DURATION are missing"),
        ({**STORM, "DURATION": None}, "For return periods DURATION is missing"),
        ({**STORM, "C": 0}, "does not grow with the return period"),
        ({**STORM, "DURATION": 0}, "duration above 0 min"),
        ({"WET_AREA": -1}, "WET_AREA must not be below 0"),
    ],
)
def test_impossible_parameters(dem, vector, tmp_path, more, message):
    assert message in refused(dem, vector, tmp_path, **more)


def test_a_dem_in_place_of_the_rain_is_refused(dem, vector, tmp_path):
    assert "RAINTOFLOOD" in refused(dem, vector, tmp_path, values=RAIN - 30)


def test_the_rain_is_that_of_inundation(dem, vector, tmp_path):
    """At cope_mm less than WET_AREA of the zone is flooded, at a thousandth more it is."""
    z = np.round(np.random.default_rng(3).random((40, 50)) * 30) / 10
    path = dem(z, 2.0)
    rain = support.run("raintoflood", DEM=path, MIN_DEPTH=0.1, MAX_RAIN=300, OUTPUT=tmp_path / "r.tif").OUTPUT
    boxes = [(0, 0, 19, 24), (0, 25, 19, 49), (20, 0, 39, 24), (20, 25, 39, 49)]
    zones = vector("zones", [box(*corners, 2.0) for corners in boxes])
    done = support.run("copingrain", RAINTOFLOOD=rain, ZONES=zones, WET_AREA=200, OUTPUT=tmp_path / "o.gpkg")
    for (top, left, bottom, right), row in zip(boxes, read_vector(done.OUTPUT)):
        wet = []
        for amount in (row["cope_mm"] * 0.999, row["cope_mm"] * 1.001):
            depth = read_raster(
                support.run("inundation", DEM=path, RAIN=amount, OUTPUT=tmp_path / f"{len(wet)}.tif").OUTPUT
            )
            wet.append(np.count_nonzero(depth[top : bottom + 1, left : right + 1] > 0.1) * 4)
        assert wet[0] < 200 <= wet[1]


def test_the_greatest_rain_is_that_of_the_raster(dem, vector, tmp_path):
    z = np.full((9, 9), 5.0)
    z[1:8, 1:8] = 0
    rain = support.run("raintoflood", DEM=dem(z, 5.0), MIN_DEPTH=3, MAX_RAIN=123, OUTPUT=tmp_path / "r.tif").OUTPUT
    zones = vector("zones", [box(0, 0, 8, 8, 5)])
    done = support.run("copingrain", RAINTOFLOOD=rain, ZONES=zones, OUTPUT=tmp_path / "o.gpkg", **STORM)
    (row,) = read_vector(done.OUTPUT)
    assert (row["cope_mm"], row["cope_years"], row["cope_note"]) == (None, None, "more than 123 mm")
    assert (done.LEAST_MM, done.ZONES_KNOWN, done.ZONES_BEYOND) == (123, 0, 1)
    assert any("1 zones are not flooded up to 123 mm" in warning for warning in done.warnings)


def test_the_formula_of_a_city_by_hand(cope):
    """Guangzhou's centre, q = 13290.6 (1 + 0.607 lg P) / (t + 39.12)^0.956, depth q t / 167, for P of 1 to 100.

    In 60 min P = 1 has 13290.6 / 99.12^0.956 x 60 / 167 = 58.97 mm, and 10 years 1.607 times as much.
    """
    once = 13290.6 / 99.12**0.956 * 60 / 167
    assert once == pytest.approx(58.97, abs=0.01)
    rain = np.full((3, 6), once * 1.607)
    rain[:, 3:] = once * (1 + 0.607 * np.log10(50))
    done = cope([WEST_HALF, EAST_HALF], rain=rain, WET_AREA=0, CITY="guangzhou_centre", DURATION=60)
    assert [row["cope_years"] for row in done.rows] == pytest.approx([10, 50], rel=1e-5)
    assert any("CITY guangzhou_centre" in line and "Reliability: B" in line for line in done.infos)


def test_a_city_by_intervals(cope):
    """A printed depth of Shenzhen's west, 99.719 mm in 60 min, is that of 20 years; 10 mm lie below 1 year."""
    rain = np.full((3, 6), 99.719)
    rain[:, 3:] = 10
    done = cope([WEST_HALF, EAST_HALF], rain=rain, WET_AREA=0, CITY="shenzhen_west", DURATION=60)
    assert done.rows[0]["cope_years"] == pytest.approx(20, rel=1.5e-3)
    assert done.rows[1]["cope_years"] is None
    assert any("1 zones cope with a rain outside the 1 to 100 years" in line for line in done.warnings)


def test_an_unverified_city_says_so(cope):
    done = cope([WEST_HALF], CITY="wuhan", DURATION=60)
    assert any("UNVERIFIED" in line for line in done.warnings)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"CITY": "guangzhou_centre", "A1": 12, "DURATION": 60}, "CITY and A1 are two storm formulas: give one."),
        ({"CITY": "guangzhou_centre"}, "CITY needs a DURATION above 0 min"),
        ({"CITY": "guangzhou_centre", "DURATION": 0}, "CITY needs a DURATION above 0 min"),
        ({"CITY": "Atlantis", "DURATION": 60}, 'CITY: there is no storm formula of "Atlantis"'),
        ({**STORM, "DURATION": 0}, "A rain needs a duration above 0 min"),
    ],
)
def test_refusals_of_formulas(dem, vector, tmp_path, given, message):
    path, zones = dem(RAIN, 5.0, name="rain.tif"), vector("zones", [WEST_HALF], {"name": ["a"]})
    said = support.refusal("copingrain", RAINTOFLOOD=path, ZONES=zones, OUTPUT=tmp_path / "o.gpkg", **given)
    assert message in said and not (tmp_path / "o.gpkg").exists()
