"""pondingpoints: places by hand, recorded points of every kind, and the built-in records of the sample town."""

from __future__ import annotations

import json

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import point, read_vector

DX = 5.0
# A pond of 4 cells, one of 1 deep cell, and water that is nowhere deep.
WATER = np.zeros((20, 40))
WATER[3:5, 4:6] = 0.3
WATER[4, 5] = 0.5
WATER[12, 30] = 3.0
WATER[17, 10:14] = 0.15


@pytest.fixture
def find(dem, tmp_path):
    def run(values=WATER, **more):
        path = dem(values, DX, name="depth.tif")
        if "RECORDED" in more:
            more["OUTPUT_RECORDED"] = tmp_path / "recorded_out.gpkg"
        done = support.run("pondingpoints", DEPTH=path, OUTPUT=tmp_path / "points.gpkg", **more)
        done.points = read_vector(done.OUTPUT)
        done.recorded = read_vector(done.OUTPUT_RECORDED) if "RECORDED" in more else None
        return done

    return run


def numbers(done) -> tuple[int, ...]:
    return done.POINTS, done.HITS, done.MISSES, done.FALSE_ALARMS, done.NOT_COMPARED


def test_points_by_hand(find):
    done = find()
    assert numbers(done) == (2, 0, 0, 0, 0)
    first, second = done.points
    assert (first["rank"], first["area_m2"]) == (1, 25) and first["vol_m3"] == pytest.approx(75)
    assert (second["rank"], second["area_m2"]) == (2, 100)
    assert second["vol_m3"] == pytest.approx(1.4 * 25) and second["depth_m"] == pytest.approx(0.5)
    assert second["shape"].GetPoint_2D() == pytest.approx(support.at(4, 5, DX))
    assert first["recorded"] is None and first["dist_m"] is None
    assert find(MIN_AREA=26).POINTS == 1 and find(MIN_DEPTH=0.1).POINTS == 3
    assert find(MIN_DEPTH=5).points == []


def test_hits_misses_and_false_alarms(find, vector):
    """W1 in the pond, W2 two cells beside it, W3 far off; nobody saw the deep cell."""
    places = vector(
        "seen", [point(3, 4, DX), point(3, 8, DX), point(17, 20, DX)],
        {"name": ["in", "beside", "far"], "point_id": ["W1", "W2", "W3"], "depth": [0.2, None, 0.4]},
    )  # fmt: skip
    done = find(RECORDED=places, MATCH_DISTANCE=12.5)
    assert numbers(done) == (2, 2, 1, 1, 0)
    assert [row["recorded"] for row in done.points] == [None, "W1, W2"]
    assert [row["dist_m"] for row in done.points] == [None, 0]
    assert [(row["point_id"], row["hit"], row["name"], row["depth"]) for row in done.recorded] == [
        ("W1", 1, "in", 0.2), ("W2", 1, "beside", None), ("W3", 0, "far", 0.4),
    ]  # fmt: skip
    east, south = 9.5 * 5, 4.5 * 5  # from the centre of W3 to the nearest corner of the deep cell
    assert [row["dist_m"] for row in done.recorded] == pytest.approx([0, 12.5, np.hypot(east, south)])
    assert any("ids from point_id" in info for info in done.infos)
    assert numbers(find(RECORDED=places, MATCH_DISTANCE=12.4)) == (2, 1, 2, 1, 0)
    assert numbers(find(RECORDED=places, MATCH_DISTANCE=100)) == (2, 3, 0, 0, 0)


def test_what_has_no_place_is_named_kept_and_not_compared(find, vector):
    values = WATER.copy()
    values[0, 0] = np.nan
    shapes = [point(3, 4, DX), None, point(-5, 2, DX), point(0, 0, DX), "POINT EMPTY"]
    places = vector("seen", shapes, {"编号": ["a", "b", "c", "d", "e"]})
    done = find(values, RECORDED=places)
    assert numbers(done) == (2, 1, 0, 1, 4)
    assert any("2 features without a usable geometry are not compared: b, e." in w for w in done.warnings)
    assert any("2 of 3 points lie off the raster or on cells without data" in w and "c, d." in w for w in done.warnings)
    found = {row["编号"]: (row["hit"], row["dist_m"]) for row in done.recorded}
    assert found == {"a": (1, 0)} | dict.fromkeys("bcde", (None, None))
    assert sum(row["shape"] is None or row["shape"].IsEmpty() for row in done.recorded) == 2


def test_no_place_at_all_is_refused(dem, vector, tmp_path):
    depth, none = dem(WATER, DX), vector("empty", [], {"id": []}, kind="Point")
    away = vector("away", [point(-5, 2, DX), None])
    target = tmp_path / "o.gpkg"
    assert "RECORDED: no point of layer away" in support.refusal(
        "pondingpoints", DEPTH=depth, RECORDED=away, OUTPUT=target
    )
    assert "is empty" in support.refusal("pondingpoints", DEPTH=depth, RECORDED=none, OUTPUT=target)
    message = support.refusal("pondingpoints", DEPTH=depth, OUTPUT=target, OUTPUT_RECORDED=tmp_path / "r.gpkg")
    assert message.startswith("OUTPUT_RECORDED needs recorded points")
    assert not target.exists()


def test_another_crs_and_multipoints(find, vector):
    from osgeo import ogr, osr

    utm, world = osr.SpatialReference(), osr.SpatialReference()
    utm.ImportFromEPSG(32649)
    world.ImportFromEPSG(4326)
    for reference in (utm, world):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    (x0, y0), (x1, y1) = support.at(4, 5, DX), support.at(17, 20, DX)
    shape = ogr.CreateGeometryFromWkt(f"MULTIPOINT (({x0} {y0}), ({x1} {y1}))")
    shape.Transform(osr.CoordinateTransformation(utm, world))
    done = find(RECORDED=vector("seen", [shape.ExportToWkt()], {"id": [7]}, crs="EPSG:4326"), MATCH_DISTANCE=1)
    assert numbers(done) == (2, 1, 1, 1, 0), "each part is a point"
    assert [(row["id"], row["hit"]) for row in done.recorded] == [(7, 1), (7, 0)]
    assert done.recorded[0]["shape"].GetPoint_2D() == pytest.approx((x0, y0), abs=1e-3)
    assert done.points[1]["recorded"] == "7"


def test_its_own_output_can_be_compared_again(find, vector, tmp_path):
    """With other water: hit and dist_m are replaced, a key called fid and a date stay."""
    done = find(RECORDED=vector("seen", [point(3, 4, DX), point(12, 30, DX)], {"FID_1": [5, 6], "seen": ["x", "y"]}))
    assert [row["hit"] for row in done.recorded] == [1, 1]
    kept = tmp_path / "kept.gpkg"
    (tmp_path / "recorded_out.gpkg").rename(kept)
    less = WATER.copy()
    less[12, 30] = 0
    again = find(less, RECORDED=kept, MATCH_DISTANCE=10)
    assert [row["hit"] for row in again.recorded] == [1, 0]
    assert [row["FID_1"] for row in again.recorded] == [5, 6]
    assert any("the field hit of the layer is replaced" in warning for warning in again.warnings)


def test_field_types_are_kept(qgis, find, tmp_path):
    x, y = support.at(3, 4, DX)
    feature = {
        "type": "Feature", "properties": {"when": "2021-07-22", "sure": True, "times": [1, 2]},
        "geometry": {"type": "Point", "coordinates": [x, y]},
    }  # fmt: skip
    crs = {"type": "name", "properties": {"name": support.CRS}}
    (tmp_path / "seen.geojson").write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    (row,) = find(RECORDED=tmp_path / "seen.geojson").recorded
    assert str(row["when"]).replace("/", "-") == "2021-07-22" and row["hit"] == 1
    assert bool(row["sure"]) is True and "1" in str(row["times"]) and "2" in str(row["times"])


def test_elevations_taken_for_depths_are_warned_about(find):
    assert any("nowhere 0" in warning for warning in find(np.full((5, 5), 12.0)).warnings)


@pytest.mark.parametrize(("rain", "distance"), [(20, 50), (100, 0)])
def test_the_recorded_points_of_the_sample_town_are_all_hit(sample, tmp_path, rain, distance):
    """At the least and at the mapped rain of the demo, by which all of them stand in water: they were built in."""
    support.run("inundation", DEM=sample / "town_dem.tif", RAIN=rain, OUTPUT=tmp_path / "depth.tif")
    done = support.run(
        "pondingpoints", DEPTH=tmp_path / "depth.tif", OUTPUT=tmp_path / "p.gpkg", OUTPUT_RECORDED=tmp_path / "r.gpkg",
        RECORDED=f"{sample / 'town_drainage.gpkg'}|layername=ponding_points", MATCH_DISTANCE=distance,
    )  # fmt: skip
    assert (done.HITS, done.MISSES, done.NOT_COMPARED) == (8, 0, 0)
    rows = read_vector(tmp_path / "r.gpkg")
    assert [row["point_id"] for row in rows] == [f"W{k}" for k in range(1, 9)]
    assert all(row["hit"] == 1 and row["name_zh"] for row in rows)
