"""rainshed:raintoflood agrees with rainshed:inundation for every rain, and with a bowl worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from . import support
from .support import read_raster

# A bowl of one cell, 2 m below its rim, in a ring of 3 x 3 that drains into it; all around lower ground leads outside.
#   rain R on 9 cells fills the pit first: 9 R = depth, until the water is 1 m deep and reaches the ring's level.
BOWL = np.full((7, 7), 0.0)
BOWL[1:6, 1:6] = 5.0
BOWL[2:5, 2:5] = 4.0
BOWL[3, 3] = 3.0


def test_bowl_by_hand(dem, tmp_path):
    """The 25 cells above 0 m: the rim cells (5 m) fall outwards; 9 cells drain to the pit.

    1 m fills the pit alone: 9 R = 1 m, R = 111.1 mm. Then all nine rise together to the rim at 5 m.
    """
    done = support.run("raintoflood", DEM=dem(BOWL), MAX_RAIN=1e6, OUTPUT=tmp_path / "r.tif")
    rain = read_raster(done.OUTPUT)
    assert rain[3, 3] == pytest.approx(0, abs=1e-6)
    assert rain[2, 2] == rain[4, 3] == pytest.approx(1000 / 9)
    assert np.isnan(rain[1, 1]) and np.isnan(rain[0, 0])
    assert done.FLOODED_M2 == 9
    half = read_raster(
        support.run("raintoflood", DEM=dem(BOWL), MIN_DEPTH=0.5, MAX_RAIN=1e6, OUTPUT=tmp_path / "h.tif").OUTPUT
    )
    assert half[3, 3] == pytest.approx(500 / 9)
    assert half[2, 2] == pytest.approx((1000 + 9 * 500) / 9)


def test_runoff_and_greatest_rain(dem, tmp_path):
    """With a coefficient of 0.5 and 10 mm of loss it takes 2 R + 10 mm; what takes more than MAX_RAIN has no value."""
    more = {"RUNOFF_COEFFICIENT": 0.5, "LOSS": 10}
    rain = read_raster(support.run("raintoflood", DEM=dem(BOWL), **more, OUTPUT=tmp_path / "r.tif").OUTPUT)
    assert rain[3, 3] == pytest.approx(10) and rain[2, 2] == pytest.approx(10 + 2000 / 9)
    less = support.run("raintoflood", DEM=dem(BOWL), **more, MAX_RAIN=200, OUTPUT=tmp_path / "s.tif")
    assert less.FLOODED_M2 == 1 and np.isnan(read_raster(less.OUTPUT)[2, 2])


@pytest.mark.parametrize("min_depth", [0.0, 0.15])
def test_agrees_with_inundation(dem, tmp_path, min_depth):
    z = np.round(np.random.default_rng(5).random((30, 40)) * 40) / 10
    z[7, 9] = np.nan
    path = dem(z, 2, 3)
    rain = read_raster(
        support.run("raintoflood", DEM=path, MIN_DEPTH=min_depth, MAX_RAIN=1e6, OUTPUT=tmp_path / "r.tif").OUTPUT
    )
    seen = set()
    for amount in (1, 7, 30, 77, 150, 444, 3000):
        depth = read_raster(support.run("inundation", DEM=path, RAIN=amount, OUTPUT=tmp_path / "d.tif").OUTPUT)
        apart = np.abs(rain - amount) > 1e-3  # the rasters hold float32
        flooded = rain < amount
        assert ((depth > min_depth) == flooded)[apart & np.isfinite(rain)].all()
        assert not (depth > min_depth)[np.isnan(rain)].any()
        seen.add(int(flooded.sum()))
    assert len(seen) > 4


def test_the_same_run_gives_the_same_file_anywhere(dem, tmp_path):
    path = dem(BOWL)
    for place in ("one", "two"):
        support.run("raintoflood", DEM=path, OUTPUT=tmp_path / place / "r.tif")
    assert (tmp_path / "one" / "r.tif").read_bytes() == (tmp_path / "two" / "r.tif").read_bytes()
    assert str(tmp_path) not in str(support.raster_tags(tmp_path / "one" / "r.tif"))
