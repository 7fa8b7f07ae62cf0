"""Flood probability: where nothing is unsure, the error fields themselves, and a case with a known probability."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rainshed.hydrology.errors import Cancelled, HydrologyError
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import inundate
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.ponds.uncertainty import elevation_error, flood_probability
from rainshed.hydrology.progress import Progress


def terrain(shape=(30, 40), seed=3):
    return np.round(np.random.default_rng(seed).random(shape) * 30) / 10


def test_without_error_it_is_inundation():
    z = terrain()
    valid = np.ones(z.shape, bool)
    probability, mean = flood_probability(z, valid, 2, 3, 0.08, 0.0, 10.0, 3, 1, 0.05)
    hierarchy = build_hierarchy(z, valid, 2, 3)
    depth = inundate(z, hierarchy, measure_storage(z, hierarchy), 0.08, 6).depth
    assert (probability == (depth > 0.05)).all()
    np.testing.assert_allclose(mean, depth, atol=1e-15)


@pytest.mark.parametrize(("length", "rows", "columns"), [(0.0, 500, 500), (12.0, 900, 901), (12.0, 901, 900)])
def test_errors_have_the_deviation_and_correlation_asked_for(length, rows, columns):
    """Over a field much wider than the correlation length; exp(-1) at that length, by cells of 2 x 3 m."""
    error = elevation_error((rows, columns), 2.0, 3.0, 0.25, length, np.random.default_rng(7))
    assert error.shape == (rows, columns)
    assert error.std() == pytest.approx(0.25, rel=0.05)
    steps = 6  # columns of 2 m: 12 m
    correlation = np.corrcoef(error[:, :-steps].ravel(), error[:, steps:].ravel())[0, 1]
    assert correlation == pytest.approx(math.exp(-1) if length else 0.0, abs=0.04)
    down = np.corrcoef(error[:-4].ravel(), error[4:].ravel())[0, 1]  # rows of 3 m: 12 m
    assert down == pytest.approx(math.exp(-1) if length else 0.0, abs=0.04)


def test_a_pit_that_is_there_in_half_of_the_cases():
    """A trough of three cells between high walls, the middle one as high as its neighbour to the outlet: it holds water
    just when its error is below that neighbour's, which independent errors make as likely as not."""
    z = np.full((3, 5), 9.0)
    z[1] = [9.0, 9.0, 5.0, 5.0, 0.0]
    probability, _ = flood_probability(z, np.ones(z.shape, bool), 1, 1, 10.0, 0.1, 0.0, 4000, 5)
    assert probability[1, 2] == pytest.approx(0.5, abs=4 * math.sqrt(0.25 / 4000))
    assert probability[1, 4] == 0


def test_one_seed_one_result():
    z = terrain((120, 130))  # wide enough for threads
    valid = np.ones(z.shape, bool)
    one, two, other = (flood_probability(z, valid, 1, 1, 0.05, 0.1, 4.0, 8, seed)[0] for seed in (1, 1, 2))
    assert (one == two).all() and (one != other).any()


@pytest.mark.parametrize("wrong", [{"runs": 0}, {"rmse": -0.1}, {"length": -1.0}])
def test_bad_input(wrong):
    given = {"rmse": 0.1, "length": 1.0, "runs": 2, "seed": 1} | wrong
    with pytest.raises(HydrologyError):
        flood_probability(np.ones((3, 3)), np.ones((3, 3), bool), 1, 1, 0.1, **given)


def test_cancel_between_and_inside_runs():
    z = terrain((120, 130))
    asked = []
    progress = Progress(cancelled=lambda: asked.append(1) or len(asked) > 30)
    with pytest.raises(Cancelled):
        flood_probability(z, np.ones(z.shape, bool), 1, 1, 0.05, 0.1, 4.0, 1000, 1, progress=progress)
    assert len(asked) < 200
