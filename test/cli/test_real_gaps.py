"""networkgaps by qgis_process on a real town: what the layer says, counted again cell by cell."""

from __future__ import annotations

import json
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, read_raster, read_vector

LIMIT = 100.0


@pytest.fixture(scope="module")
def town(qgis_process, shared_data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("gaps")
    dem, drainage = shared_data / "santboi" / "dem_5m.tif", shared_data / "santboi" / "drainage.gpkg"
    outcome = qgis_process(
        "rainshed:networkgaps", DEM=dem, INLETS=f"{drainage}|layername=inlets", PIPES=f"{drainage}|layername=pipes",
        BUILTUP=f"{drainage}|layername=plots", DISTANCE=LIMIT, RAIN=60, LOSS=10, MIN_AREA=0,
        OUTPUT=folder / "空白区.gpkg",
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    return SimpleNamespace(
        **outcome.results, rows=read_vector(folder / "空白区.gpkg"), dem=dem, drainage=drainage, folder=folder,
        log="\n".join(json.loads(outcome.stdout)["log"]["info"]),
    )  # fmt: skip


def pipe_distance(town) -> np.ndarray:
    """Distance (m) from every cell's centre to the nearest segment of a pipe."""
    from osgeo import gdal

    west, dx, _, north, _, dy = gdal.Open(str(town.dem)).GetGeoTransform()
    rows, columns = np.indices(read_raster(town.dem).shape)
    x, y = west + (columns + 0.5) * dx, north + (rows + 0.5) * dy
    nearest = np.full(x.shape, np.inf)
    for pipe in read_vector(town.drainage, "pipes"):
        shape = pipe["shape"]
        for part in [shape] if shape.GetGeometryCount() == 0 else shape:
            points = np.array(part.GetPoints())[:, :2]
            for (ax, ay), (bx, by) in zip(points, points[1:]):
                vx, vy = bx - ax, by - ay
                square = vx * vx + vy * vy
                share = 0 if square == 0 else np.clip(((x - ax) * vx + (y - ay) * vy) / square, 0, 1)
                nearest = np.minimum(nearest, np.hypot(x - ax - share * vx, y - ay - share * vy))
    return nearest


def test_reasons_follow_from_the_distance_to_pipes(town):
    """Where a pipe is near nothing lacks a pipe, and elsewhere every gap does; nothing lies off the plots."""
    label = burn_on(town.OUTPUT, "gap_id", town.dem)
    reason = np.array(["", *(row["reason"] for row in sorted(town.rows, key=lambda row: row["gap_id"]))])[label]
    distance = pipe_distance(town)
    lacks_pipe = np.isin(reason, ("no_pipe", "both"))
    built = burn_on(plots(town), "one", town.dem) > 0
    assert not (label[~built] > 0).any()
    sure = np.abs(distance - LIMIT) > 0.001 * LIMIT
    np.testing.assert_array_equal(lacks_pipe[built & sure], (distance > LIMIT)[built & sure])
    assert town.BUILTUP_M2 == np.count_nonzero(built) * cell_area(town.dem)


def plots(town):
    """The plots with a field to burn."""
    from osgeo import ogr

    path = town.folder / "plots.gpkg"
    if not path.exists():
        source = ogr.Open(str(town.drainage))
        target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = target.CreateLayer("plots", source.GetLayerByName("plots").GetSpatialRef(), ogr.wkbUnknown)
        layer.CreateField(ogr.FieldDefn("one", ogr.OFTInteger))
        for plot in read_vector(town.drainage, "plots"):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(plot["shape"])
            feature.SetField("one", 1)
            layer.CreateFeature(feature)
    return path


def test_areas_add_up(town):
    label = burn_on(town.OUTPUT, "gap_id", town.dem)
    area = cell_area(town.dem)
    assert town.GAPS == len(town.rows) > 0
    for row in town.rows:
        cells = np.count_nonzero(label == row["gap_id"])
        assert row["area_m2"] == pytest.approx(cells * area) == pytest.approx(row["shape"].Area())
        assert row["runoff_m3"] == pytest.approx(row["area_m2"] * 0.05)
        assert 0 <= row["never_m2"] <= row["area_m2"]
        assert row["shape"].IsValid()
    assert town.AREA_M2 == pytest.approx(np.count_nonzero(label) * area)
    assert town.RUNOFF_M3 == pytest.approx(sum(row["runoff_m3"] for row in town.rows))
    sizes = [row["area_m2"] for row in sorted(town.rows, key=lambda row: row["gap_id"])]
    assert sizes == sorted(sizes, reverse=True)
    assert town.AREA_M2 < town.BUILTUP_M2


def test_the_log_tells_the_area_of_each_reason(town):
    for reason in ("no_inlet", "no_pipe", "both"):
        those = [row["area_m2"] for row in town.rows if row["reason"] == reason]
        assert f"{reason}: {len(those)} gaps, {sum(those):,.0f} m2." in town.log


def test_a_longer_distance_leaves_fewer_gaps(qgis_process, town):
    done = qgis_process(
        "rainshed:networkgaps", DEM=town.dem, INLETS=f"{town.drainage}|layername=inlets",
        PIPES=f"{town.drainage}|layername=pipes", BUILTUP=f"{town.drainage}|layername=plots", DISTANCE=2 * LIMIT,
        MIN_AREA=0, OUTPUT=town.folder / "longer.gpkg",
    )  # fmt: skip
    more = burn_on(town.OUTPUT, "gap_id", town.dem) > 0
    fewer = burn_on(town.folder / "longer.gpkg", "gap_id", town.dem) > 0
    assert done.returncode == 0 and not (fewer & ~more).any() and fewer.sum() < more.sum()


def test_nothing_is_left_of_a_refused_run(qgis_process, town, tmp_path):
    done = qgis_process(
        "rainshed:networkgaps", DEM=town.dem, PIPES=f"{town.drainage}|layername=pipes", DISTANCE=0,
        OUTPUT=tmp_path / "o.gpkg",
    )  # fmt: skip
    assert done.returncode == 1 and "DISTANCE must be above 0 m." in done.text
    assert not list(tmp_path.iterdir())
