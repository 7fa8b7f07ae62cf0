"""Storm formulas over all return periods, and the return period of a depth."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.storm.chicago import storm_depth
from rainshed.hydrology.storm.formula import GeneralFormula, Interval, IntervalFormula

# A / 167 grows from 10 + 5 ln 1 at P = 1; at 10 the depth falls by a tenth, and one return period is listed apart.
STEPPED = IntervalFormula(
    {5.0: (3000.0, 8.0, 0.7)},
    (
        Interval(1, 10, (10.0, 5.0, 0.0), (8.0, 0.0, 0.0), (0.7, 0.0, 0.0)),
        Interval(10, 100, (9.0, 4.5, 0.0), (8.0, 0.0, 0.0), (0.7, 0.0, 0.0)),
    ),
)


def depth(formula, period: float, minutes: float) -> float:
    return float(storm_depth(formula.at(period), np.array([minutes]))[0])


@given(
    st.floats(1, 100), st.floats(0.2, 3), st.floats(0, 40), st.floats(0.3, 1.05), st.floats(0.8, 1000),
    st.floats(1, 1440),
)  # fmt: skip
def test_there_and_back(a1, c, b, n, period, minutes):
    formula = GeneralFormula(a1, c, b, n)
    (found,) = formula.return_periods(depth(formula, period, minutes), minutes)
    assert found == pytest.approx(period, abs=1e-6, rel=1e-9)


@given(st.floats(1, 100), st.floats(1, 180))
def test_there_and_back_through_intervals(period, minutes):
    there = depth(STEPPED, period, minutes)
    found = STEPPED.return_periods(there, minutes)
    assert min(abs(p - period) for p in found) <= 1e-6
    assert [depth(STEPPED, p, minutes) for p in found] == pytest.approx([there] * len(found), abs=1e-3)
    assert len(found) == len(set(found)) <= 3


def test_by_hand():
    # 167 x 12 x 1.8 / 20^0.7 = 443.05 L/s per ha for 12 min: 443.05 x 12 / 167 = 31.836 mm, once in 10 years
    formula = GeneralFormula(12, 0.8, 8, 0.7)
    assert depth(formula, 10, 12) == pytest.approx(31.836, abs=1e-3)
    assert formula.return_periods(12 * 1.8 / 20**0.7 * 12, 12) == [pytest.approx(10, abs=1e-9)]
    # A = 10 + 5 ln 4 = 16.931: 16.931 x 12 / 20^0.7 = 24.955 mm
    assert depth(STEPPED, 4, 12) == pytest.approx(24.955, abs=1e-3)
    assert depth(STEPPED, 20, 12) == pytest.approx((9 + 4.5 * math.log(20)) * 12 / 20**0.7)
    assert STEPPED.at(20).strength == pytest.approx(167 * (9 + 4.5 * math.log(20)))


def test_listed_parameters_come_first():
    assert depth(STEPPED, 5, 12) == pytest.approx(3000 * 12 / 167 / 20**0.7)
    assert depth(STEPPED, 5 + 1e-9, 12) == pytest.approx((10 + 5 * math.log(5)) * 12 / 20**0.7)
    between = math.exp((3000 / 167 - 10) / 5)  # where the interval has the depth of the listed one
    assert STEPPED.return_periods(depth(STEPPED, 5, 12), 12) == [5, pytest.approx(between, abs=1e-9)]


def test_a_depth_across_a_jump_has_two_return_periods():
    rain = depth(STEPPED, 9.5, 60)
    low, high = STEPPED.return_periods(rain, 60)
    assert low == pytest.approx(9.5, abs=1e-9)
    assert high == pytest.approx(math.exp((10 + 5 * math.log(9.5) - 9) / 4.5), abs=1e-9)


def test_ends_of_the_range():
    for period in (1, 10, 100):
        assert period in [pytest.approx(p, abs=1e-9) for p in STEPPED.return_periods(depth(STEPPED, period, 30), 30)]
    ranged = GeneralFormula(12, 0.8, 8, 0.7, 1, 100)
    for period in (1, 100):
        assert ranged.return_periods(depth(ranged, period, 30), 30) == [pytest.approx(period, abs=1e-9)]


@pytest.mark.parametrize(
    ("formula", "period"),
    [(STEPPED, 0.99), (STEPPED, 100.1), (GeneralFormula(12, 0.8, 8, 0.7, 1, 50), 51), (STEPPED, float("nan"))],
)
def test_periods_outside_the_range(formula, period):
    with pytest.raises(HydrologyError, match="must lie within the 1 to (100|50) years that the formula is published"):
        formula.at(period)


@pytest.mark.parametrize(
    ("formula", "rain", "minutes", "message"),
    [
        (STEPPED, 500, 60, "500 mm in 60 min at no return period: from 1 to 100 years it goes from 31.3 to 93.0 mm"),
        (STEPPED, 1, 60, "at no return period"),
        (STEPPED, 0, 60, "both must be above 0"),
        (GeneralFormula(12, 0.8, 8, 0.7), 20, 0, "both must be above 0"),
        (GeneralFormula(12, 0.8, 8, 0.7), 1e9, 1, "at no return period"),
        (GeneralFormula(12, 0.0, 8, 0.7), 20, 10, "does not grow with the return period"),
    ],
)
def test_depths_without_a_return_period(formula, rain, minutes, message):
    with pytest.raises(HydrologyError, match=message):
        formula.return_periods(rain, minutes)
