"""Storm intensity over duration, against hand-worked and published numbers."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.storm.intensity import MM_H, FormulaStorm, IntensityTable, formula_intensity

# Depths q t / 167 (mm) of the official points of Shenzhen 2024 and the parameters of their basin and return period:
# A = 167 A1 (1 + C lg P), b, n, t (min), depth.
SHENZHEN = [
    (10533.525, 30.983, 0.926, 5, 11.426), (8777.687, 29.351, 0.821, 30, 55.182), (5013.674, 21.838, 0.657, 60, 99.719),
    (3487.962, 16.257, 0.537, 180, 220.739), (4728.605, 18.446, 0.770, 5, 12.475),
    (5226.599, 21.591, 0.703, 30, 58.706),
    (4111.874, 19.158, 0.594, 60, 110.095), (2004.835, 9.157, 0.534, 30, 50.807),
    (2331.153, 9.200, 0.463, 120, 176.409),
    (2423.337, 11.126, 0.580, 30, 50.423), (3120.729, 12.940, 0.572, 120, 136.770),
]  # fmt: skip


@pytest.mark.parametrize("row", SHENZHEN)
def test_published_depths(row):
    strength, b, n, minutes, depth = row
    q = formula_intensity(minutes, strength / 167, 0.8, b, n, 1)  # lg 1 = 0: C has no effect
    assert q * minutes / 167 == pytest.approx(depth, abs=0.0011)


def test_by_hand():
    # A1 = 12, C = 0.8, b = 8, n = 0.7, P = 10, t = 12: 167 x 12 x 1.8 / 20^0.7 = 3607.2 / 8.14181 = 443.05
    assert formula_intensity(12, 12, 0.8, 8, 0.7, 10) == pytest.approx(443.05, abs=0.01)
    assert FormulaStorm(12, 0.8, 8, 0.7, 10)([12, 12]) == pytest.approx([443.05] * 2, abs=0.01)
    assert 36 * MM_H == pytest.approx(100)  # 36 mm/h are 100 L/s per ha


def test_it_falls_with_duration_and_grows_with_return_period():
    t = np.linspace(0, 180, 50)
    assert (np.diff(formula_intensity(t, 12, 0.8, 8, 0.7, 2)) < 0).all()
    assert (formula_intensity(t, 12, 0.8, 8, 0.7, 5) > formula_intensity(t, 12, 0.8, 8, 0.7, 2)).all()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((5, 12, 0.8, 8, 0.7, 0), "return period must be above 0"),
        ((5, 12, 0.8, 8, 0.7, 0.01), "give no rain at a return period of 0.01"),
        ((5, -1, 0.8, 8, 0.7, 2), "give no rain"),
        ((0, 12, 0.8, 0, 0.7, 2), r"The duration and b \(0 min\) must come to more"),
    ],
)
def test_parameters_that_are_refused(given, message):
    with pytest.raises(HydrologyError, match=message):
        formula_intensity(*given)


def test_a_table():
    table = IntensityTable([5, 10, 30], [400, 300, 100])
    assert table([0, 5, 7.5, 10, 20, 30, 99]).tolist() == [400, 400, 350, 300, 200, 100, 100]
    assert IntensityTable([0], [80])([3, 70]).tolist() == [80, 80]
    for minutes, intensity, message in (
        ([], [], "has no row"),
        ([-1, 2], [3, 4], "duration that is not 0 or more in row 1: -1"),
        ([1, 1], [3, 4], "not after the one before it in row 2"),
        ([1, 2], [3, np.nan], "intensity that is not 0 or more in row 2"),
    ):
        with pytest.raises(HydrologyError, match=message):
            IntensityTable(minutes, intensity)
