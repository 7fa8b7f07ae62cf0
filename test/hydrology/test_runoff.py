"""Runoff by curve numbers, and roof water: by hand, printed values, a slow second method, and mass balance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from rainshed.hydrology.storm.roofs import find_blocks, shed_roofs
from rainshed.hydrology.storm.runoff import DRY, WET, curve_number_runoff, moist_curve_number


@pytest.mark.parametrize(
    ("rain", "number", "ratio", "depth"),
    [
        # CN 80: S 63.5, Ia 12.7: (101.6 - 12.7)^2 / (101.6 - 12.7 + 63.5), which is 2.0417 inches of 4
        (101.6, 80, 0.2, 88.9**2 / 152.4),
        (101.6, 80, 0.2, 2.0417 * 25.4),
        (12.7, 80, 0.2, 0.0),  # all of it abstracted
        (50, 100, 0.2, 50.0),
        (0, 100, 0.2, 0.0),
        (0, 80, 0.0, 0.0),
        (63.5, 80, 0.0, 31.75),  # P = S without abstraction: a half
        (60, 50, 0.2, (60 - 50.8) ** 2 / (60 - 50.8 + 254)),
    ],
)
def test_curve_numbers_by_hand(rain, number, ratio, depth):
    assert float(curve_number_runoff(rain, np.array(number), ratio)) == pytest.approx(depth, rel=2e-5, abs=1e-12)


@pytest.mark.parametrize(
    ("normal", "dry", "wet"),
    [
        *((100, 100, 100), (90, 78, 96), (80, 63, 91), (70, 51, 85), (60, 40, 78), (50, 31, 70), (40, 22, 60)),
        (30, 15, 50),
    ],
)
def test_moisture_against_the_printed_table(normal, dry, wet):
    """The SCS's table as Beven's Rainfall-Runoff Modelling prints it (table B6.3.2); the formulas only come near."""
    assert moist_curve_number(np.array(normal), DRY) == pytest.approx(dry, abs=1.6)
    assert moist_curve_number(np.array(normal), WET) == pytest.approx(wet, abs=1.6)
    assert moist_curve_number(np.array(normal)) == normal


@given(st.floats(0, 500), st.floats(1, 100), st.floats(0, 1))
def test_runoff_never_exceeds_the_rain_and_grows_with_the_number(rain, number, ratio):
    depth = float(curve_number_runoff(rain, np.array(number), ratio))
    assert 0 <= depth <= rain * (1 + 1e-12)
    assert depth <= float(curve_number_runoff(rain, np.array(min(number + 1, 100)), ratio)) + 1e-9
    dry, wet = (float(moist_curve_number(np.array(number), state)) for state in (DRY, WET))
    assert 0 < dry <= number * (1 + 1e-12) and number <= wet * (1 + 1e-12) <= 100 * (1 + 1e-9)


def shed(depth, building, valid, roof):
    depth = np.array(depth, float)
    blocks = find_blocks(np.array(building, bool), np.array(valid, bool))
    shed_roofs(depth, blocks, np.array(valid, bool), roof)
    return depth, blocks


def test_a_house_sheds_on_the_eight_cells_around_it():
    building = np.zeros((4, 5), bool)
    building[1, 1] = True
    depth, _ = shed(np.full((4, 5), 10.0), building, np.ones((4, 5)), 40)
    wanted = np.full((4, 5), 10.0)
    wanted[:3, :3] = 15
    wanted[1, 1] = 0
    assert depth.tolist() == wanted.tolist()


def test_blocks_of_corners_and_a_cell_between_two():
    #  B . C    B and the one at its corner are a block of two cells with 5 cells of ground, C one of 1 cell with 3;
    #  . B .    the ground between them has a share of both where it touches both
    building = np.array([[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 0, 0]])
    valid = np.ones((3, 4))
    depth, blocks = shed(np.zeros((3, 4)), building, valid, 30)
    assert blocks.cells.tolist() == [2, 1] and blocks.ring.tolist() == [7, 3]
    a, c = 60 / 7, 10.0
    wanted = [[0, a, a + c, 0], [a, 0, a + c, c], [a, a, a, 0]]
    assert depth == pytest.approx(np.array(wanted))


def test_no_ground_and_no_data():
    building = np.array([[1, 0, 1, 1]])
    valid = np.array([[1, 0, 1, 1]], bool)
    depth, blocks = shed([[0, -1, 0, 0]], building, valid, 20)
    assert blocks.enclosed.all() and depth.tolist() == [[20, -1, 20, 20]]
    depth, blocks = shed([[0, 5, 0, 5]], [[1, 0, 1, 0]], [[1, 1, 0, 1]], 20)
    assert depth.tolist() == [[0, 25, 0, 5]], "a roof without data sheds nothing"


def slowly(depth, building, valid, roof):
    """Blocks by flooding sets of cells, one after the other."""
    left = {tuple(cell) for cell in np.argwhere(building & valid)}
    ground = {tuple(cell) for cell in np.argwhere(valid & ~building)}
    depth = depth.copy()
    extra = np.zeros_like(depth)

    def near(cell):
        return {(cell[0] + i, cell[1] + k) for i in (-1, 0, 1) for k in (-1, 0, 1)} - {cell}

    while left:
        block, new = set(), {left.pop()}
        while new:
            block |= new
            new = set().union(*map(near, new)) & left
            left -= new
        ring = set().union(*map(near, block)) & ground
        for cell in block:
            depth[cell] = 0 if ring else roof
        for cell in ring:
            extra[cell] += roof * len(block) / len(ring)
    return depth + extra


@given(
    arrays.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))), st.randoms(use_true_random=False),
    st.floats(0, 200),
)  # fmt: skip
def test_water_is_kept_and_a_second_method_agrees(building, random, roof):
    valid = np.array([random.random() < 0.8 for _ in range(building.size)]).reshape(building.shape)
    ground = np.array([random.random() * 100 for _ in range(building.size)]).reshape(building.shape)
    depth, _ = shed(ground, building, valid, roof)
    expected = slowly(ground, building, valid, roof)
    assert depth[valid] == pytest.approx(expected[valid], rel=1e-12, abs=1e-12)
    before = ground[valid & ~building].sum() + roof * (building & valid).sum()
    assert depth[valid].sum() == pytest.approx(before, rel=1e-12, abs=1e-12)
