"""inundation by qgis_process on a real town: what must hold for any rain."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, read_raster, read_vector

RAINS = (5, 20, 50, 100, 500, 100_000)  # mm
ROUNDING = 2e-5  # m; of float32 at 160 m, twice


@pytest.fixture(scope="module")
def town(qgis_process, shared_data, tmp_path_factory):
    """The DEM, its fill, and the outcome of each rain."""
    folder = tmp_path_factory.mktemp("inundation")
    dem = shared_data / "santboi" / "dem_5m.tif"
    fill = qgis_process("rainshed:filldepressions", DEM=dem, OUTPUT=folder / "f.tif", OUTPUT_DEPTH=folder / "fd.tif")
    assert fill.returncode == 0, fill.text
    waters = {}
    for mm in RAINS:
        outcome = qgis_process(
            "rainshed:inundation", DEM=dem, RAIN=mm, OUTPUT=folder / f"depth{mm}.tif",
            OUTPUT_LEVEL=folder / f"level{mm}.tif", OUTPUT_PONDS=folder / f"ponds{mm}.gpkg",
        )  # fmt: skip
        assert outcome.returncode == 0, outcome.text
        waters[mm] = SimpleNamespace(
            **outcome.results,
            depth=read_raster(folder / f"depth{mm}.tif"),
            level=read_raster(folder / f"level{mm}.tif"),
            ponds=read_vector(folder / f"ponds{mm}.gpkg"),
        )
    return SimpleNamespace(
        dem=dem, z=read_raster(dem), cell=cell_area(dem), fill=read_raster(folder / "fd.tif"), waters=waters,
        volume=fill.results["VOLUME_M3"],
    )  # fmt: skip


@pytest.fixture(params=RAINS)
def water(town, request):
    return SimpleNamespace(mm=request.param, **vars(town.waters[request.param]))


def test_balance(town, water):
    assert abs(water.BALANCE_ERROR) < 1e-9
    assert water.RAIN_M3 == pytest.approx(town.z.size * town.cell * water.mm / 1000, rel=1e-12)
    assert water.STORED_M3 + water.OUTFLOW_M3 == pytest.approx(water.RAIN_M3, rel=1e-9)
    assert water.depth.sum() * town.cell == pytest.approx(water.STORED_M3, rel=1e-6)
    assert sum(pond["vol_m3"] for pond in water.ponds) == pytest.approx(water.STORED_M3, rel=1e-9)


def test_surfaces_are_flat(town, water):
    covered = burn_on(water.OUTPUT_PONDS, "pond_id", town.dem)
    np.testing.assert_array_equal(covered > 0, water.depth > 0)
    surface = town.z + water.depth
    levels = np.zeros(covered.max() + 1)
    for pond in water.ponds:
        levels[pond["pond_id"]] = pond["level_m"]
    wet = covered > 0
    np.testing.assert_allclose(surface[wet], levels[covered[wet]], rtol=0, atol=ROUNDING)
    np.testing.assert_allclose(water.level[wet], levels[covered[wet]], rtol=0, atol=ROUNDING)
    assert np.isnan(water.level[~wet]).all()


def test_attributes_of_the_ponds(town, water):
    covered = burn_on(water.OUTPUT_PONDS, "pond_id", town.dem)
    cells = np.bincount(covered.ravel())
    numbers = {pond["pond_id"] for pond in water.ponds}
    assert numbers == set(np.unique(covered)) - {0}
    for pond in water.ponds:
        assert pond["area_m2"] == pytest.approx(cells[pond["pond_id"]] * town.cell)
        assert pond["shape"].Area() == pytest.approx(pond["area_m2"])
        assert pond["mean_m"] == pytest.approx(pond["vol_m3"] / pond["area_m2"])
        assert pond["depth_m"] >= pond["mean_m"] > 0
        assert pond["flows_to"] in numbers | {0}
        assert pond["full"] in (0, 1)
        if not pond["full"]:
            assert pond["spill_m3"] == pytest.approx(0, abs=1e-9)
    # what leaves the ponds for the outside is not more than all outflow, the rest ran off at once
    spilled = sum(pond["spill_m3"] for pond in water.ponds if pond["flows_to"] == 0)
    assert spilled <= water.OUTFLOW_M3 * (1 + 1e-9)


def test_never_above_the_fill(town, water):
    assert (water.depth <= town.fill + 1e-6).all()


def test_depth_grows_with_rain(town):
    for less, more in zip(RAINS, RAINS[1:]):
        assert (town.waters[less].depth <= town.waters[more].depth + 1e-6).all()
        assert town.waters[less].STORED_M3 <= town.waters[more].STORED_M3 * (1 + 1e-12)


def test_a_flood_is_the_fill(town):
    last = town.waters[RAINS[-1]]
    np.testing.assert_array_equal(last.depth, town.fill)
    assert last.STORED_M3 == pytest.approx(town.volume, rel=1e-9)
    assert all(pond["full"] for pond in last.ponds)
