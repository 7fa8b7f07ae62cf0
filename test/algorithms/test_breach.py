"""filldepressions with the methods breach and breach_fill."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import raster_tags, read_raster

# Left a pit of 1 m behind a bank of 3 m, right one of 2 m behind a wall of 9 m.
TWO_PITS = support.grid("""
    20 20 20 20 20 20 20 20 20
     0  3  3  1 20 20  2 11  0
    20 20 20 20 20 20 20 20 20
""")
DX, DY = 2.0, 5.0


@pytest.fixture
def breach(dem, tmp_path):
    def run(z=TWO_PITS, method="breach", **more):
        done = support.run(
            "filldepressions", DEM=dem(z, DX, DY), METHOD=method, OUTPUT=tmp_path / "z.tif",
            OUTPUT_DEPTH=tmp_path / "d.tif", **more,
        )  # fmt: skip
        return done, read_raster(done.OUTPUT), read_raster(done.OUTPUT_DEPTH)

    return run


def test_breach_cuts_one_pit_and_keeps_the_other(breach):
    done, z, depth = breach()
    assert (z[1, [0, 3, 6, 7, 8]] == [0, 1, 2, 11, 0]).all()
    assert 0.999 < z[1, 1] < z[1, 2] < 1
    assert not depth.any()
    assert (done.VOLUME_M3, done.MAX_DEPTH_M, done.RAISED_CELLS) == (0, 0, 0)
    assert (done.CUT_CELLS, done.BREACHED, done.LEFT) == (2, 1, 1)
    assert done.CUT_M3 == pytest.approx(2 * 2 * DX * DY, rel=1e-4)
    assert done.MAX_CUT_M == pytest.approx(2, rel=1e-4)
    assert raster_tags(done.OUTPUT)["RAINSHED_METHOD"].startswith("least-cost breach up to 100 m long and 5 m deep")


def test_breach_fill_fills_the_other(breach):
    done, z, depth = breach(method="breach_fill")
    assert (z[1, [0, 3, 6, 7, 8]] == [0, 1, 11, 11, 0]).all()
    assert (depth[1] == [0, 0, 0, 0, 0, 0, 9, 0, 0]).all()
    assert (done.VOLUME_M3, done.MAX_DEPTH_M, done.RAISED_CELLS) == (9 * DX * DY, 9, 1)
    assert (done.CUT_CELLS, done.BREACHED, done.LEFT) == (2, 1, 1)
    assert "exact fill" in raster_tags(done.OUTPUT)["RAINSHED_METHOD"]


def test_limits(breach):
    assert breach(MAX_BREACH_DEPTH=9.1)[0].LEFT == 0
    assert breach(MAX_BREACH_LENGTH=4.0)[0].LEFT == 2, "6 m to the 0"
    assert breach(MAX_BREACH_LENGTH=6.0)[0].LEFT == 1
    assert breach(MAX_BREACH_LENGTH=6.0, MAX_BREACH_DEPTH=1.9)[0].LEFT == 2


def test_no_length_is_the_fill_and_the_dem(breach):
    plain, filled, _ = breach(method="fill")
    done, z, _ = breach(method="breach_fill", MAX_BREACH_LENGTH=0)
    np.testing.assert_array_equal(z, filled)
    assert (done.VOLUME_M3, done.CUT_CELLS, done.LEFT) == (plain.VOLUME_M3, 0, 2)
    assert (plain.CUT_M3, plain.MAX_CUT_M, plain.CUT_CELLS, plain.BREACHED, plain.LEFT) == (0, 0, 0, 0, 0)
    _, same, _ = breach(MAX_BREACH_LENGTH=0)
    np.testing.assert_array_equal(same, TWO_PITS)


def test_sinks_and_a_closed_edge(breach, vector):
    _, z, _ = breach(CLOSED_EDGE=True)
    assert z[1, 0] == 0 and z[1, 1] < 1
    x, y = support.at(1, 6, DX, DY)
    done, _, _ = breach(SINKS=vector("sinks", [f"POINT ({x} {y})"]))
    assert (done.BREACHED, done.LEFT) == (1, 0)


def test_negative_limits_are_refused(dem, tmp_path):
    for name in ("MAX_BREACH_LENGTH", "MAX_BREACH_DEPTH"):
        assert name in support.refusal(
            "filldepressions", DEM=dem(TWO_PITS), METHOD="breach", OUTPUT=tmp_path / "z.tif", **{name: -1}
        )


@pytest.mark.parametrize("kind", ["Float32", "Float64", "Int16"])
def test_what_is_written_has_no_depression(dem, tmp_path, kind):
    generator = np.random.default_rng(5)
    z = generator.integers(0, 60, (40, 50)) + (0 if kind == "Int16" else 400 + generator.random((40, 50)))
    path = dem(z, DX, DY, kind=kind)
    done = support.run("filldepressions", DEM=path, METHOD="breach_fill", OUTPUT=tmp_path / "z.tif")
    assert done.BREACHED > 0 and done.LEFT > 0
    again = support.run("filldepressions", DEM=done.OUTPUT, OUTPUT=tmp_path / "again.tif")
    assert again.RAISED_CELLS == 0
    plain = support.run("filldepressions", DEM=path, OUTPUT=tmp_path / "fill.tif")
    assert done.VOLUME_M3 < plain.VOLUME_M3
