"""The rains of an assessment: depths, storms of return periods, and one beyond the standard."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.storm.formula import GeneralFormula, years_of
from rainshed.hydrology.storm.hyetograph import Hyetograph
from rainshed.hydrology.storm.scenarios import (
    BEYOND,
    Rain,
    Shape,
    beyond_amount,
    beyond_period,
    design_rains,
    given_rains,
)

# q = 1670 (1 + lg P) / (t + 10)^1: 60 min of P = 10 give q = 3340 / 70 L/s per ha, and q t / 167 mm
FORMULA = GeneralFormula(10.0, 1.0, 10.0, 1.0)
SHAPE = Shape(60.0, 5.0)


def depth(period: float, minutes: float = 60.0) -> float:
    return 1670 * (1 + math.log10(period)) / (minutes + 10) * minutes / 167


def test_design_rains_have_the_depth_of_the_formula():
    two, ten = design_rains(FORMULA, [2, 10], SHAPE)
    assert two.amount == pytest.approx(depth(2), rel=1e-12)
    assert ten.amount == pytest.approx(3340 / 70 * 60 / 167, rel=1e-12)
    assert (two.names, two.stem) == (("P = 2 a", "P = 2 a"), "P2a")
    assert ten.hyetograph.total_mm == ten.amount and ten.hyetograph.end_s == 3600
    assert ten.return_period == 10


def test_depths_without_time_are_only_depths():
    rains, warnings = given_rains([20.0, 33.3], None, None)
    assert rains == [Rain(20.0), Rain(33.3)] and not warnings
    assert [rain.stem for rain in rains] == ["20mm", "33.3mm"]
    assert rains[1].names == ("33.3 mm", "33.3 mm")


def test_depths_without_a_formula_fall_evenly():
    (rain,), warnings = given_rains([30.0], None, SHAPE)
    assert not warnings and rain.return_period is None
    np.testing.assert_allclose(rain.hyetograph.rates[0], 30 / 1000 / 3600)
    assert rain.hyetograph.end_s == 3600


def test_depths_with_a_formula_have_its_return_period_and_pattern():
    (rain, none), warnings = given_rains([depth(20), 0.0], FORMULA, SHAPE)
    assert rain.return_period == pytest.approx(20, rel=1e-9)
    np.testing.assert_allclose(
        rain.hyetograph.rain_mm, design_rains(FORMULA, [20], SHAPE)[0].hyetograph.rain_mm, rtol=1e-9
    )
    assert rain.kind == "given" and rain.stem.endswith("mm")
    assert none.return_period is None and none.hyetograph.total_mm == 0
    assert len(warnings) == 1 and "0 mm" in warnings[0] and "no return period" in warnings[0]


def test_beyond_by_return_period_and_by_depth():
    rains = design_rains(FORMULA, [2, 100], SHAPE)
    rarer = beyond_period(FORMULA, 500, SHAPE)
    assert (rarer.kind, rarer.return_period, rarer.stem) == (BEYOND, 500, "beyond_P500a")
    assert rarer.names == ("P = 500 a, beyond", "P = 500 a（超标准）")
    more = beyond_amount(rains, 1.5 * rains[1].amount, FORMULA, SHAPE)
    np.testing.assert_allclose(more.hyetograph.rain_mm, 1.5 * rains[1].hyetograph.rain_mm, rtol=1e-12)
    assert depth(more.return_period) == pytest.approx(more.amount, rel=1e-9)
    assert more.stem.startswith("beyond_") and more.stem.endswith("mm")
    with pytest.raises(HydrologyError, match="BEYOND.*no more than the greatest"):
        beyond_amount(rains, rains[1].amount, FORMULA, SHAPE)


def test_beyond_a_formula_that_ends_is_rarer_than_all_it_tells():
    ends = GeneralFormula(10.0, 1.0, 10.0, 1.0, 2.0, 100.0)
    more = beyond_amount(design_rains(ends, [100], SHAPE), 2 * depth(100), ends, SHAPE)
    assert more.return_period is None
    with pytest.raises(HydrologyError, match="2 to 100 years"):
        beyond_period(ends, 200, SHAPE)


def test_years_of_depths():
    found, outside = years_of(FORMULA, np.array([depth(7), np.nan]), 60.0)
    assert found[0] == pytest.approx(7, rel=1e-9) and np.isnan(found[1]) and outside == 0


def test_a_loss_is_taken_from_the_beginning():
    rain = Hyetograph(np.array([0.0, 5, 10, 15]), np.array([2.0, 6, 4, 0]))
    np.testing.assert_allclose(rain.after_loss(5).rain_mm, [0, 3, 4, 0])
    np.testing.assert_allclose(rain.after_loss(0).rain_mm, rain.rain_mm)
    assert rain.after_loss(50).total_mm == 0


@given(st.lists(st.floats(0, 50), min_size=2, max_size=20), st.floats(0, 200))
def test_what_is_left_after_a_loss(amounts, loss):
    """No step gains, and as a whole what exceeds the loss is left."""
    rain = Hyetograph(np.arange(len(amounts)) * 5.0, np.array(amounts))
    left = rain.after_loss(loss)
    assert (left.rain_mm <= rain.rain_mm + 1e-9).all() and (left.rain_mm >= 0).all()
    assert left.total_mm == pytest.approx(max(rain.total_mm - loss, 0), abs=1e-9)
