"""runoff: fields, classes, presets, buildings and what is refused, by hand on a few cells."""

from __future__ import annotations

import json

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import box, raster_tags, read_raster

LEFT, RIGHT = box(0, 0, 2, 1), box(0, 2, 2, 3)  # columns 0 and 1, 2 and 3 of 3 x 4 cells of 1 m


@pytest.fixture
def runoff(dem, tmp_path):
    path = dem(np.full((3, 4), 10.0))

    def run(**given):
        given = {"DEM": path, "RAIN": 100, **given}
        done = support.run("runoff", **given, OUTPUT=tmp_path / "runoff.tif")
        return read_raster(done.OUTPUT), done

    return run


@pytest.fixture
def refused(dem, tmp_path):
    path = dem(np.full((3, 4), 10.0))

    def run(**given):
        def there():
            return [name for name in support.left_in(tmp_path) if not name.endswith(".aux.xml")]

        before = there()
        message = support.refusal("runoff", **{"DEM": path, "OUTPUT": tmp_path / "runoff.tif", **given})
        assert there() == before
        return message

    return run


def rows(*values):
    return [list(values)] * 3


def test_coefficients_of_a_field(runoff, vector):
    land = vector("land", [LEFT, RIGHT], {"psi": [0.5, 0.25]})
    depth, done = runoff(LAND=land, LOSS=20)
    assert depth.tolist() == rows(40, 40, 20, 20)
    # 12 m2 x 0.1 m, and (6 x 40 + 6 x 20) mm
    assert (done.RAIN_M3, done.RUNOFF_M3) == (pytest.approx(1.2), pytest.approx(0.36))
    assert done.MEAN_COEFFICIENT == pytest.approx(0.3)
    tags = raster_tags(done.OUTPUT)
    assert tags["RAINSHED_RAIN_MM"] == "100" and tags["RAINSHED_LOSS_MM"] == "20"
    assert json.loads(tags["RAINSHED_LAND_COVER"]) == {"field": "psi"}


def test_a_field_that_is_named(runoff, vector):
    land = vector("land", [LEFT, RIGHT], {"psi": [0.5, 0.25], "mine": ["0,1", "1"]})
    assert runoff(LAND=land, COEFFICIENT="MINE")[0].tolist() == rows(10, 10, 100, 100)


def test_classes_of_a_preset_in_two_languages(runoff, vector):
    """surface_volume has 0.9 for paving and 0.15 for green; us_rational 0.25 for a park."""
    land = vector("land", [LEFT, RIGHT], {"地类名称": ["Paved", "绿地"], "psi": [0.0, 0.0]})
    depth, done = runoff(LAND=land, CLASS_FIELD="地类名称")
    assert depth == pytest.approx(np.array(rows(90, 90, 15, 15)))
    assert json.loads(raster_tags(done.OUTPUT)["RAINSHED_LAND_COVER"])["sure"] == "A"
    assert any("Preset surface_volume" in line and "Reliability: A" in line for line in done.infos)
    depth, _ = runoff(LAND=land, CLASS_FIELD="地类名称", COEFFICIENT="us_rational")
    assert depth == pytest.approx(np.array(rows(95, 95, 25, 25)))


def test_defaults_outside_and_for_polygons_without_a_value(runoff, vector, refused):
    land = vector("land", [box(0, 0, 2, 0), box(0, 1, 2, 1)], {"psi": [0.5, None]})
    depth, done = runoff(LAND=land, DEFAULT_COEFFICIENT=0.25)
    assert depth.tolist() == rows(50, 25, 25, 25)
    assert any("1 features without a value" in line for line in done.warnings)
    assert "feature 2 has no value in the field psi" in refused(LAND=land)
    half = vector("half", [LEFT], {"psi": [0.5]})
    assert "6 cells of the DEM have no land cover: give DEFAULT_COEFFICIENT" in refused(LAND=half)
    assert runoff(DEFAULT_COEFFICIENT=0.5)[0].tolist() == rows(50, 50, 50, 50)


def test_overlaps_go_to_the_smallest_in_any_order(runoff, vector):
    whole, small = box(0, 0, 2, 3), box(1, 1, 1, 2)
    for name, shapes, psi in (("a", [whole, small], [0.5, 1.0]), ("b", [small, whole], [1.0, 0.5])):
        depth, done = runoff(LAND=vector(name, shapes, {"psi": psi}))
        assert depth.tolist() == [[50] * 4, [50, 100, 100, 50], [50] * 4]
        assert any("2 cells lie in more than one polygon" in line for line in done.warnings)


def test_land_in_another_crs(runoff, vector, tmp_path):
    from osgeo import ogr, osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.ImportFromEPSG(32649)
    there.ImportFromEPSG(32648)
    turn, shapes = osr.CoordinateTransformation(here, there), []
    for wkt in (LEFT, RIGHT):
        shape = ogr.CreateGeometryFromWkt(wkt)
        shape.Transform(turn)
        shapes.append(shape.ExportToWkt())
    land = vector("land", shapes, {"psi": [0.5, 0.25]}, crs="EPSG:32648")
    assert runoff(LAND=land)[0].tolist() == rows(50, 50, 25, 25)


def test_curve_numbers_by_class_soil_and_moisture(runoff, vector):
    """Green on soil B is 61, C 74; S 162.39 and 89.24. Dry green on B is 39.6."""
    land = vector("land", [LEFT, RIGHT], {"class": ["green", "green"], "hsg": ["b", None]})
    by_hand = [(100 - 0.2 * s) ** 2 / (100 + 0.8 * s) for s in (25400 / 61 - 254, 25400 / 74 - 254)]
    depth, done = runoff(LAND=land, METHOD="curve_number", SOIL_GROUP="C")
    assert depth == pytest.approx(np.array(rows(by_hand[0], by_hand[0], by_hand[1], by_hand[1])), rel=1e-6)
    assert done.RUNOFF_M3 == pytest.approx(6 * sum(by_hand) / 1000, rel=1e-6)
    number = 4.2 * 61 / (10 - 0.058 * 61)
    s = 25400 / number - 254
    depth, _ = runoff(LAND=land, METHOD="curve_number", SOIL_GROUP="C", MOISTURE="dry", ABSTRACTION_RATIO=0.1)
    assert depth[0, 0] == pytest.approx((100 - 0.1 * s) ** 2 / (100 + 0.9 * s), rel=1e-6)
    numbers = vector("numbers", [LEFT, RIGHT], {"CN": [100, 80]})
    depth, _ = runoff(LAND=numbers, METHOD="curve_number", RAIN=101.6)
    assert depth[0] == pytest.approx([101.6, 101.6, 88.9**2 / 152.4, 88.9**2 / 152.4], rel=1e-6)


def test_a_raster_of_worldcover_codes(runoff, dem, refused):
    """Water 1, cropland 0.41; water has curve number 100 on any soil, cropland 78 on B."""
    codes = dem(np.array(rows(80, 80, 40, np.nan), float), name="codes.tif")
    depth, done = runoff(LAND_RASTER=codes, DEFAULT_COEFFICIENT=0)
    assert depth == pytest.approx(np.array(rows(100, 100, 41, 0)))
    assert any("UNVERIFIED" in line and "cropland" in line for line in done.warnings)
    s = 25400 / 78 - 254
    by_hand = (100 - 0.2 * s) ** 2 / (100 + 0.8 * s)
    depth, _ = runoff(LAND_RASTER=codes, METHOD="curve_number", SOIL_GROUP="B", DEFAULT_CURVE_NUMBER=100)
    assert depth == pytest.approx(np.array(rows(100, 100, by_hand, 100)), rel=1e-6)
    assert "depends on the soil: give SOIL_GROUP." in refused(
        LAND_RASTER=codes, METHOD="curve_number", DEFAULT_CURVE_NUMBER=100
    )
    message = refused(LAND_RASTER=dem(np.full((3, 4), 45.0), name="odd.tif"))
    assert 'the class "45", which the preset worldcover does not know; it knows tree_cover, ' in message
    assert "another grid" in refused(LAND_RASTER=dem(np.full((2, 2), 10.0), name="small.tif"))


def test_roofs(runoff, vector, dem):
    """One house of a cell in the middle of 3 x 3; 90 mm of its roof go to 8 cells."""
    house = vector("houses", [box(1, 1, 1, 1)])
    depth, done = runoff(DEM=dem(np.full((3, 3), 1.0), name="nine.tif"), DEFAULT_COEFFICIENT=0.5, BUILDINGS=house)
    wanted = np.full((3, 3), 50 + 90 / 8)
    wanted[1, 1] = 0
    assert depth == pytest.approx(wanted)
    assert done.RUNOFF_M3 == pytest.approx((8 * 50 + 90) / 1000, rel=1e-6)


def test_it_is_what_inundation_takes(runoff, vector, dem, tmp_path):
    z = np.full((3, 4), 10.0)
    z[1, 1] = np.nan
    path = dem(z, name="hole.tif")
    land = vector("land", [LEFT, RIGHT], {"psi": [0.3, 0.7]})
    house = vector("houses", [box(0, 3, 0, 3)])
    _, done = runoff(DEM=path, LAND=land, BUILDINGS=house, RAIN=73)
    wet = support.run("inundation", DEM=path, RUNOFF=done.OUTPUT, OUTPUT=tmp_path / "depth.tif")
    assert wet.RAIN_M3 == pytest.approx(done.RUNOFF_M3, rel=1e-9)
    assert done.RAIN_M3 == pytest.approx(11 * 0.073)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"LAND": "land", "LAND_RASTER": "dem"}, "LAND and LAND_RASTER are two land covers: give one."),
        ({}, "Neither LAND nor LAND_RASTER is given: give one, or DEFAULT_COEFFICIENT"),
        ({"METHOD": "curve_number"}, "or DEFAULT_CURVE_NUMBER for all"),
        ({"METHOD": "curve_number", "DEFAULT_CURVE_NUMBER": 0}, "DEFAULT_CURVE_NUMBER must be above 0."),
        ({"LAND": "land", "METHOD": "curve_number", "COEFFICIENT": "psi"}, "COEFFICIENT is not used by METHOD=curve"),
        ({"LAND": "land", "SOIL_FIELD": "soil"}, "SOIL_FIELD is not used by METHOD=coefficient"),
        ({"LAND": "land", "COEFFICIENT": "psy"}, 'COEFFICIENT: "psy" is no field of LAND land and no preset; the pre'),
        ({"LAND": "land", "COEFFICIENT": "over"}, "LAND land: feature 2 has the runoff coefficient 1.2: it must lie"),
        ({"LAND": "land", "COEFFICIENT": "class"}, 'feature 1 has "paved" in the field class: it must be a number'),
        (
            {"LAND": "land", "CLASS_FIELD": "class"},
            'LAND land: feature 2 has the class "swamp", which the preset surface_volume does not know; it knows roof,',
        ),
        (
            {"LAND": "land", "METHOD": "curve_number", "CURVE_NUMBER_FIELD": "over"},
            "feature 1 has the curve number 0: it must be above 0 and not above 100.",
        ),
        (
            {"LAND": "land", "METHOD": "curve_number", "CLASS_FIELD": "kind", "SOIL_GROUP": "A"},
            'feature 1 has the soil group "E": it must be one of A, B, C and D.',
        ),
        ({"RAIN": -1, "DEFAULT_COEFFICIENT": 1}, "RAIN must not be below 0"),
        ({"RAIN": 1e300, "DEFAULT_COEFFICIENT": 1}, "RAIN must not be above 100000"),
        ({"DEFAULT_COEFFICIENT": 1.5}, "DEFAULT_COEFFICIENT must not be above 1"),
    ],
)
def test_refusals(refused, vector, dem, given, message):
    fields = {
        "psi": [0.1, 0.2], "over": [0.0, 1.2], "class": ["paved", "swamp"], "kind": ["green"] * 2,
        "soil": ["E", "A"],
    }  # fmt: skip
    files = {"land": vector("land", [LEFT, RIGHT], fields), "dem": dem(np.full((3, 4), 10.0), name="codes.tif")}
    said = refused(**{k: files[v] if k in ("LAND", "LAND_RASTER") else v for k, v in given.items()})
    assert message in said and "Traceback" not in said


def test_features_off_the_dem_are_not_looked_at(runoff, vector):
    land = vector("land", [box(0, 0, 2, 3), box(50, 50, 60, 60)], {"class": ["water", "swamp"]})
    assert runoff(LAND=land)[0].tolist() == rows(100, 100, 100, 100)


def test_the_usual_field_names_are_listed(qgis):
    from pathlib import Path

    from rainshed.gis.landcover import LAND_FIELDS

    text = (Path(__file__).resolve().parents[2] / "docs" / "fields.md").read_text(encoding="utf-8")
    for names in LAND_FIELDS.values():
        assert ", ".join(f"`{name}`" for name in names) + " |" in text
