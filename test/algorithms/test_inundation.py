"""inundation on the double bowl, by hand.

Column 0 1 2 3 4 5 6, cells of 10 m2 between walls of 20 m: A = 1..3 with 3 cells, B = 4..5 with 2. Per m2: A holds 4 m
up to 4 m, B 2 m; the two together hold 6 at 4 m and then rise over the 4 cells below 7 m, where they hold 18.
"""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import burn, read_raster, read_vector

GROUND = support.grid("""
    20 20 20 20 20 20 20
    20  3  1  4  2  7  6
    20 20 20 20 20 20 20
""")
DX, DY, CELL, CELLS = 2.0, 5.0, 10.0, 21


@pytest.fixture
def rain(dem, tmp_path):
    def run(mm=None, z=GROUND, **more):
        done = support.run(
            "inundation", DEM=dem(z, DX, DY), OUTPUT=tmp_path / "depth.tif", OUTPUT_LEVEL=tmp_path / "level.tif",
            OUTPUT_PONDS=tmp_path / "ponds.gpkg", **({} if mm is None else {"RAIN": mm}), **more,
        )  # fmt: skip
        done.depth = read_raster(done.OUTPUT)
        done.level = read_raster(done.OUTPUT_LEVEL)
        done.ponds = {row["depth_m"]: row for row in read_vector(done.OUTPUT_PONDS)}
        assert abs(done.BALANCE_ERROR) < 1e-9
        assert done.STORED_M3 + done.OUTFLOW_M3 == pytest.approx(done.RAIN_M3, rel=1e-9, abs=1e-9)
        return done

    return run


def shown(pond: dict) -> tuple:
    """Everything of a pond but the numbers that name it."""
    names = ("level_m", "depth_m", "mean_m", "area_m2", "vol_m3", "full", "spill_m3")
    return tuple(pytest.approx(pond[name]) for name in names)


def test_no_rain(rain):
    done = rain(0)
    assert (done.depth == 0).all()
    assert np.isnan(done.level).all()
    assert done.ponds == {}
    assert (done.RAIN_M3, done.STORED_M3, done.OUTFLOW_M3, done.BALANCE_ERROR) == (0, 0, 0, 0)


def test_half_a_metre_stays_in_the_pits(rain):
    # 1.5 m of water on the 1, 1 m on the 2
    done = rain(500)
    np.testing.assert_allclose(done.depth[1], [0, 0, 1.5, 0, 1, 0, 0])
    assert done.RAIN_M3 == pytest.approx(CELLS * 5)
    assert done.STORED_M3 == pytest.approx(25)
    assert done.OUTFLOW_M3 == pytest.approx(80)


def test_one_bowl_spills_into_the_other(rain):
    # 1.1 m: B gets 2.2, holds 2, sends 0.2 to A: 3.5 there, 2 up to the 3 and 1.5 over two cells: level 3.75
    done = rain(1100)
    np.testing.assert_allclose(done.depth[1], [0, 0.75, 2.75, 0, 2, 0, 0])
    np.testing.assert_allclose(done.level[1], [np.nan, 3.75, 3.75, np.nan, 4, np.nan, np.nan])
    a, b = done.ponds[2.75], done.ponds[2.0]
    assert shown(a) == (3.75, 2.75, 1.75, 20, 35, 0, 0)
    assert shown(b) == (4, 2, 2, 10, 20, 1, 2)
    assert b["flows_to"] == a["pond_id"]
    assert a["flows_to"] == 0
    assert done.STORED_M3 == pytest.approx(55)


def test_what_a_bowl_receives_and_keeps_is_no_spill(rain):
    """The same in a mirror: the figures do not depend on which of the two comes first."""
    done = rain(1100, z=GROUND[:, ::-1])
    assert shown(done.ponds[2.75]) == (3.75, 2.75, 1.75, 20, 35, 0, 0)
    assert shown(done.ponds[2.0]) == (4, 2, 2, 10, 20, 1, 2)


def test_two_full_bowls_rise_as_one(rain):
    # 2 m on 5 cells: 6 at 4 m, and 4 over four cells: 5 m
    done = rain(2000)
    np.testing.assert_allclose(done.depth[1], [0, 2, 4, 1, 3, 0, 0])
    (pond,) = done.ponds.values()
    assert shown(pond) == (5, 4, 2.5, 40, 100, 0, 0)
    assert pond["flows_to"] == 0


def test_a_flood_is_the_fill(rain, dem, tmp_path):
    done = rain(100_000)
    fill = support.run(
        "filldepressions", DEM=dem(GROUND, DX, DY), OUTPUT=tmp_path / "z.tif", OUTPUT_DEPTH=tmp_path / "fill.tif"
    )
    np.testing.assert_array_equal(done.depth, read_raster(fill.OUTPUT_DEPTH))
    (pond,) = done.ponds.values()
    assert shown(pond) == (7, 6, 4.5, 40, 180, 1, 5 * 1000 - 180)
    assert done.OUTFLOW_M3 == pytest.approx(CELLS * 1000 - 180)


def test_polygons_of_the_ponds(rain):
    done = rain(1100)
    covered = burn(done.OUTPUT_PONDS, "pond_id", GROUND, DX, DY)
    np.testing.assert_array_equal(covered > 0, done.depth > 0)
    assert covered[1, 1] == covered[1, 2] == done.ponds[2.75]["pond_id"]
    assert covered[1, 4] == done.ponds[2.0]["pond_id"]
    for pond in done.ponds.values():
        assert pond["shape"].IsValid()
        assert pond["shape"].Area() == pytest.approx(pond["area_m2"])


@pytest.mark.parametrize(
    ("given", "runoff"),
    [({"RUNOFF_COEFFICIENT": 0.5}, 1000), ({"LOSS": 900}, 1100), ({"RUNOFF_COEFFICIENT": 0.5, "LOSS": 1000}, 500)],
)
def test_coefficient_and_loss(rain, given, runoff):
    """Of 2 m of rain the loss goes first, then the coefficient's share."""
    done = rain(2000, **given)
    assert done.RAIN_M3 == pytest.approx(CELLS * CELL * runoff / 1000)
    np.testing.assert_allclose(done.depth, rain(runoff).depth)


def test_loss_above_the_rain_leaves_it_dry(rain):
    assert rain(20, LOSS=30).RAIN_M3 == 0


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"RAIN": -1}, "RAIN"), ({"RAIN": "much"}, "RAIN"), ({"RAIN": float("nan")}, "RAIN"),
        ({"RAIN": float("inf")}, "RAIN"), ({"RUNOFF_COEFFICIENT": 1.1}, "RUNOFF_COEFFICIENT"),
        ({"RUNOFF_COEFFICIENT": -0.1}, "RUNOFF_COEFFICIENT"), ({"LOSS": -1}, "LOSS"),
    ],
)  # fmt: skip
def test_impossible_rain_is_refused(dem, tmp_path, given, name):
    message = support.refusal("inundation", DEM=dem(GROUND), OUTPUT=tmp_path / "o.tif", **given)
    assert message.startswith(name)
    assert not (tmp_path / "o.tif").exists()


def test_runoff_raster(rain, dem):
    """2 m on the 4 alone: 2 m of water on the 1."""
    runoff = np.zeros(GROUND.shape)
    runoff[1, 3] = 2000
    done = rain(RUNOFF=dem(runoff, DX, DY, name="runoff.tif"))
    np.testing.assert_allclose(done.depth[1], [0, 0, 2, 0, 0, 0, 0], atol=1e-9)
    assert (done.RAIN_M3, done.OUTFLOW_M3) == (pytest.approx(20), pytest.approx(0, abs=1e-9))


def test_an_even_runoff_raster_is_the_same_as_rain(rain, dem):
    for mm in (500, 1100, 2000):
        even = rain(RUNOFF=dem(np.full(GROUND.shape, float(mm)), DX, DY, name="runoff.tif"))
        np.testing.assert_allclose(even.depth, rain(mm).depth, atol=1e-6)


def test_negative_runoff_is_refused(dem, tmp_path):
    runoff = dem(np.full(GROUND.shape, -1.0), DX, DY, name="runoff.tif")
    message = support.refusal("inundation", DEM=dem(GROUND, DX, DY), RUNOFF=runoff, OUTPUT=tmp_path / "o.tif")
    assert "RUNOFF" in message and "negative" in message


def test_a_sink_swallows_its_bowl(rain, vector):
    """A sink in B's pit: B stays dry, and what A cannot hold leaves there."""
    x, y = support.at(1, 4, DX, DY)
    done = rain(2000, SINKS=vector("sinks", [f"POINT ({x} {y})"]))
    np.testing.assert_allclose(done.depth[1], [0, 1, 3, 0, 0, 0, 0])
    (pond,) = done.ponds.values()
    assert shown(pond) == (4, 3, 2, 20, 40, 1, 20)
    assert pond["flows_to"] == 0


def test_depth_grows_with_rain_and_stays_below_the_fill(rain, dem, tmp_path):
    generator = np.random.default_rng(11)
    z = np.round(generator.random((20, 24)) * 30) / 10
    z[5, 5] = np.nan
    fill = support.run(
        "filldepressions", DEM=dem(z, DX, DY), OUTPUT=tmp_path / "z.tif", OUTPUT_DEPTH=tmp_path / "f.tif"
    )
    capacity = read_raster(fill.OUTPUT_DEPTH)
    last = np.zeros(z.shape)
    for mm in (1, 10, 50, 200, 1000, 1e6):
        done = rain(mm, z=z)
        depth = done.depth
        np.testing.assert_array_equal(np.isnan(depth), np.isnan(z))
        assert (np.nan_to_num(depth) >= np.nan_to_num(last) - 1e-6).all()
        assert (np.nan_to_num(depth) <= np.nan_to_num(capacity) + 1e-6).all()
        covered = burn(done.OUTPUT_PONDS, "pond_id", z, DX, DY)
        for number in np.unique(covered[covered > 0]):
            surface = (z + depth)[covered == number]
            assert np.ptp(surface) < 1e-5, "a pond is flat"
        last = depth
    np.testing.assert_allclose(last, capacity, atol=1e-6)


def test_tags_carry_the_scenario(rain):
    tags = support.raster_tags(rain(37.5, RUNOFF_COEFFICIENT=0.8, LOSS=3).OUTPUT)
    assert (tags["RAINSHED_RAIN_MM"], tags["RAINSHED_RUNOFF_COEFFICIENT"], tags["RAINSHED_LOSS_MM"]) == (
        "37.5",
        "0.8",
        "3",
    )
    assert tags["RAINSHED_DEM"] == "dem.tif" and tags["RAINSHED_CELL"] == "2 x 5 m"
