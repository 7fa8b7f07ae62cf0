"""The Chicago pattern: its depth, its peak, and the depth-duration curve that it keeps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.storm.chicago import BLOCK, CHICAGO, design_hyetograph, storm_depth
from rainshed.hydrology.storm.intensity import MM_H, FormulaStorm, IntensityTable

STORM = FormulaStorm(11.98, 0.811, 8, 0.711, 50)


@given(
    st.floats(0, 1), st.floats(0.7, 30), st.floats(31, 1500), st.floats(0, 25), st.floats(0.3, 0.99),
    st.sampled_from([CHICAGO, BLOCK]),
)  # fmt: skip
def test_depth_is_kept(ratio, step, duration, b, n, shape):
    storm = FormulaStorm(10, 0.8, b, n, 20)
    rain = design_hyetograph(storm, duration, step, shape, ratio)
    assert rain.total_mm == pytest.approx(float(storm(duration)) / 167 * duration, rel=1e-9)
    assert rain.start_min[-1] == duration and rain.rain_mm[-1] == 0


def test_against_the_instant_formula():
    """In steps of 0.6 s the pattern is the instant one: i = a [(1 - n) x / r + b] / (x / r + b)^(n + 1)."""
    duration, step, r = 120.0, 0.01, 0.375
    rain = design_hyetograph(STORM, duration, step * 2, CHICAGO, r)
    middle = rain.start_min[:-1] + step
    a = 167 * 11.98 * (1 + 0.811 * np.log10(50)) / 167 * 60  # mm/h at 1 min
    x = np.where(middle < r * duration, (r * duration - middle) / r, (middle - r * duration) / (1 - r))
    instant = a * ((1 - 0.711) * x + 8) / (x + 8) ** 1.711
    assert rain.rain_mm[:-1] / (2 * step) * 60 == pytest.approx(instant, rel=2e-3)


def test_heaviest_part_has_the_depth_of_its_duration():
    """Of any length: r of it before the peak and 1 - r after."""
    rain = design_hyetograph(STORM, 100, 1, CHICAGO, 0.4)
    fallen = np.r_[0, np.cumsum(rain.rain_mm)]
    for length in (5, 10, 50, 100):
        first = 40 - int(0.4 * length)
        assert fallen[first + length] - fallen[first] == pytest.approx(float(storm_depth(STORM, np.array([length]))[0]))
    assert np.argmax(rain.rain_mm) in (39, 40)


def test_block_and_constant():
    block = design_hyetograph(STORM, 45, 10, BLOCK)
    assert block.start_min.tolist() == [0, 10, 20, 30, 40, 45]
    rate = float(STORM(45)) / 167
    assert block.rain_mm == pytest.approx([10 * rate] * 4 + [5 * rate, 0])
    constant = IntensityTable([0], [60 * MM_H])  # 1 mm/min, whatever the shape
    assert design_hyetograph(constant, 30, 10, CHICAGO, 0.4).rain_mm == pytest.approx([10, 10, 10, 0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"duration": 0}, "has no step"),
        ({"step": 0}, "has no step"),
        ({"peak_ratio": 1.5}, "must lie between 0 and 1"),
        ({"step": 0.001}, "has more than 10,000 steps"),
        ({"storm": IntensityTable([10, 60], [300, 10])}, "a longer rain would have less depth"),
    ],
)
def test_refused(change, message):
    with pytest.raises(HydrologyError, match=message):
        design_hyetograph(**{"storm": STORM, "duration": 120, "step": 5} | change)
