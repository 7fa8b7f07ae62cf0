"""The rain that an area copes with: by hand, and against counting the flooded cells."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.risk.coping import cells_of_area, coping_rain, smallest
from rainshed.hydrology.storm.intensity import FormulaStorm, return_period_of

RAIN = np.array([[30.0, 10.0, np.nan], [20.0, 20.0, 50.0]])


@pytest.mark.parametrize(
    ("cells", "rain"), [(1, 10), (2, 20), (3, 20), (4, 30), (5, 50), (6, math.nan), (99, math.nan)]
)
def test_by_hand(cells, rain):
    """At 20 mm one cell is flooded, that of 10 mm; a little above it three are."""
    np.testing.assert_equal(coping_rain(RAIN, cells), rain)


@pytest.mark.parametrize(
    ("area", "cell", "cells"),
    [(50, 25, 2), (50, 1, 50), (50, 12, 5), (0, 4, 1), (1, 4, 1), (0.3, 0.1, 3), (0.7, 0.1, 7), (50.1, 25, 3)],
)
def test_areas_in_cells(area, cell, cells):
    assert cells_of_area(area, cell) == cells


@given(st.lists(st.integers(0, 20) | st.just(math.nan), max_size=30), st.integers(1, 12))
def test_it_is_the_greatest_such_rain(values, cells):
    """Counted: at the rain fewer than so many cells are flooded, at any more so many or more."""
    rain = np.array(values, np.float64)
    found = coping_rain(rain, cells)
    if math.isnan(found):
        assert np.count_nonzero(rain < 1e9) < cells
    else:
        assert np.count_nonzero(rain < found) < cells <= np.count_nonzero(rain < np.nextafter(found, np.inf))


@given(st.lists(st.integers(0, 9) | st.just(math.nan), max_size=20), st.integers(1, 9), st.integers(0, 20))
def test_parts_of_an_area_give_what_the_whole_does(values, cells, cut):
    rain = np.array(values, np.float64)
    kept = smallest(np.concatenate([smallest(rain[:cut], cells), rain[cut:]]), cells)
    assert sorted(kept) == sorted(v for v in values if v == v)[:cells]
    np.testing.assert_equal(coping_rain(kept, cells), coping_rain(rain, cells))


def test_return_periods_by_hand():
    """A1 12, C 0.8, b 8, n 0.7, 12 min: 443.05 L/s per ha at P = 10 are 31.84 mm (q t / 167), 246.14 at P = 1 17.69."""
    found = return_period_of([31.836, 17.687, np.nan], 12, 12, 0.8, 8, 0.7)
    assert found[:2] == pytest.approx([10, 1], rel=1e-3)
    assert np.isnan(found[2])
    assert return_period_of(1e9, 12, 12, 0.8, 8, 0.7) == np.inf


@given(
    st.floats(0.5, 500), st.floats(1, 1440), st.floats(1, 40), st.floats(0.3, 3), st.floats(0, 40), st.floats(0.3, 1.1)
)
def test_the_formula_turned_round(period, minutes, a1, c, b, n):
    if 1 + c * math.log10(period) <= 0.01:
        return
    intensity = float(FormulaStorm(a1, c, b, n, period)(minutes))
    depth = intensity * minutes / 167  # as official tables work it
    assert float(return_period_of(depth, minutes, a1, c, b, n)) == pytest.approx(period, rel=1e-9)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ((10, 0, 12, 0.8, 8, 0.7), "duration above 0 min"),
        ((10, 12, 0, 0.8, 8, 0.7), "does not grow"),
        ((10, 12, 12, 0, 8, 0.7), "does not grow"),
    ],
)
def test_storms_without_return_periods(given_, message):
    with pytest.raises(HydrologyError, match=message):
        return_period_of(*given_)
