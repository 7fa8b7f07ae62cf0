"""The table of rain in time."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.storm.hyetograph import Hyetograph


def test_steps_last_until_the_next_one_begins():
    rain = Hyetograph([5, 15, 20], [6, 12, 0])
    np.testing.assert_allclose(rain.edges_s, [300, 900, 1200, 1500])
    np.testing.assert_allclose(rain.rates, [1e-5, 4e-5, 0])
    assert rain.end_s == 1200
    assert rain.total_mm == 18


def test_the_last_step_is_as_long_as_the_one_before():
    rain = Hyetograph([0, 10], [1, 3])
    assert rain.end_s == 1200
    assert (rain.rates * np.diff(rain.edges_s)).sum() == pytest.approx(0.004)


def test_no_rain_ends_at_once():
    assert Hyetograph([0, 10], [0, 0]).end_s == 0


@pytest.mark.parametrize(
    ("start", "rain", "words"),
    [
        ([0, -1], [1, 1], "negative time in row 2"),
        ([0, 10, 5], [1, 1, 1], "not after the one before it in row 3"),
        ([0, 10, 10], [1, 1, 1], "not after the one before it in row 3"),
        ([0, 10], [1, -2], "negative rain in row 2: -2"),
        ([0, np.nan], [1, 1], "time that is not a number in row 2"),
        ([0, 10], [np.inf, 1], "rain that is not a number in row 1"),
        ([0], [1], "two rows"),
        ([], [], "two rows"),
        ([0, 10], [1], "2 times, but 1 values"),
    ],
)
def test_refuses(start, rain, words):
    with pytest.raises(HydrologyError, match=words):
        Hyetograph(start, rain)
