"""runoff by qgis_process on the sample town and on Sant Boi, and its raster into inundation."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms.support import cell_area, read_raster


def chained(qgis_process, dem, tmp_path, **given):
    """A run, and inundation with its raster; the water of both is one."""
    made = qgis_process("rainshed:runoff", DEM=dem, **given, OUTPUT=tmp_path / "径流 runoff.tif")
    assert made.returncode == 0, made.text
    depth = read_raster(made.results["OUTPUT"])
    valid = np.isfinite(read_raster(dem))
    area = cell_area(dem)
    assert (np.isfinite(depth) == valid).all()
    assert made.results["RUNOFF_M3"] == pytest.approx(depth[valid].sum() / 1000 * area, rel=1e-12)
    assert made.results["RAIN_M3"] == pytest.approx(given["RAIN"] / 1000 * valid.sum() * area, rel=1e-12)
    wet = qgis_process("rainshed:inundation", DEM=dem, RUNOFF=made.results["OUTPUT"], OUTPUT=tmp_path / "depth.tif")
    assert wet.returncode == 0, wet.text
    assert wet.results["RAIN_M3"] == pytest.approx(made.results["RUNOFF_M3"], rel=1e-9)
    assert abs(wet.results["BALANCE_ERROR"]) < 1e-6
    return made, depth[valid]


def test_the_sample_town_with_its_buildings(qgis_process, sample, tmp_path):
    buildings = f"{sample / 'town_drainage.gpkg'}|layername=buildings"
    given = {"RAIN": 60, "DEFAULT_COEFFICIENT": 0.6, "BUILDINGS": buildings}
    made, depth = chained(qgis_process, sample / "town_dem.tif", tmp_path, **given)
    # 36 mm on the ground and 54 mm on roofs, wherever they went
    share = (made.results["MEAN_COEFFICIENT"] - 0.6) / 0.3
    roofs = (depth == 0).mean()
    assert 0 < roofs < 0.6 and share == pytest.approx(roofs, rel=1e-5)
    assert depth.max() > 36


def test_plots_of_a_real_town(qgis_process, shared_data, tmp_path):
    """As land of one curve number, and as if they were buildings."""
    folder = shared_data / "santboi"
    plots = f"{folder / 'drainage.gpkg'}|layername=plots"
    dem = folder / "dem_5m.tif"
    made, depth = chained(qgis_process, dem, tmp_path, RAIN=80, DEFAULT_COEFFICIENT=0.5, BUILDINGS=plots)
    share = (made.results["MEAN_COEFFICIENT"] - 0.5) / 0.4
    assert share == pytest.approx((depth == 0).mean(), rel=1e-4) and (depth == 0).any()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "Neither LAND nor LAND_RASTER is given"),
        ({"DEFAULT_COEFFICIENT": 2}, "DEFAULT_COEFFICIENT must not be above 1"),
    ],
)
def test_refusals(qgis_process, sample, tmp_path, given, message):
    outcome = qgis_process("rainshed:runoff", DEM=sample / "town_dem.tif", **given, OUTPUT=tmp_path / "r.tif")
    assert outcome.returncode == 1 and message in outcome.text
    assert not list(tmp_path.iterdir())
