"""What full pipes carry, and what a receiving level leaves of it."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.drainage.capacity import (
    CIRCULAR,
    EGG,
    EGG_AREA,
    EGG_PERIMETER,
    LEAST_SLOPE,
    RECTANGULAR,
    cross_section,
    full_flow,
    network_capacities,
    outfall_crowns,
    tailwater_factor,
)
from rainshed.hydrology.drainage.network import MANHOLE, OUTFALL, Nodes, Pipes, build_network


def test_circular_pipe_by_hand():
    # D = 1 m: A = 0.785398 m2, R = 0.25 m, R^(2/3) = 0.396850; S = 0.001, sqrt = 0.0316228; n = 0.013
    # Q = 0.785398 x 0.396850 x 0.0316228 / 0.013 = 0.758182 m3/s
    assert full_flow([1.0], [0.001], 0.013)[0] == pytest.approx(758.18, abs=0.01)
    # Four times the slope, twice the flow; twice the diameter, 2^(8/3) times.
    assert full_flow([1.0, 2.0], [0.004, 0.001], 0.013) == pytest.approx([1516.36, 758.18 * 2 ** (8 / 3)], rel=1e-5)


def test_textbook_pipe():
    """Mott, Applied Fluid Mechanics, practice problem 14.12: a 6 ft storm drain (n = 0.024) that falls 1 in 500 carries
    51.29 ft3/s half full, as worked in the examples of the R package iemisc (rdrr.io/cran/iemisc, Manning examples).

    Full, it has the same hydraulic radius and twice the area. By hand: A = 28.2743 ft2, R = 1.5 ft,
    R^(2/3) = 1.31037, sqrt(S) = 0.0447214: 1.486 / 0.024 x 28.2743 x 1.31037 x 0.0447214 = 102.59 ft3/s.
    """
    full = full_flow([6 * 0.3048], [1 / 500], 0.024)[0] / 1000 / 0.3048**3
    assert full == pytest.approx(2 * 51.29267, rel=1e-3)
    assert full == pytest.approx(102.59, rel=1e-3)


def test_rectangular_pipe_by_hand():
    # 2 m wide and 1 m high: A = 2, P = 6, R = 1/3, R^(2/3) = 0.480750; S = 0.01; n = 0.013: 7.39615 m3/s
    shapes = np.array([RECTANGULAR, RECTANGULAR], object)
    found = full_flow([1.0, 1.0], [0.01, 0.01], 0.013, shapes, [2.0, np.nan])
    assert found[0] == pytest.approx(7396.15, abs=0.02)
    # without a width 1 x 1 m: A = 1, R = 0.25: 0.396850 x 0.1 / 0.013
    assert found[1] == pytest.approx(3052.69, abs=0.02)


def test_egg_is_that_of_its_arcs():
    """Top of radius 1 about height 2, sides of radius 3 about the same height, invert of radius 1/2 about 1/2."""
    turn = np.arctan2(1.5, 2)  # where side and invert touch
    joint = 2 - 3 * np.sin(turn)
    z = (np.arange(3_000_000) + 0.5) / 1e6
    root = np.sqrt(np.maximum([1 - (z - 2) ** 2, 9 - (2 - z) ** 2, 0.25 - (z - 0.5) ** 2], 0))
    half_width = np.where(z >= 2, root[0], np.where(z >= joint, root[1] - 2, root[2]))
    assert EGG_AREA == pytest.approx(2 * half_width.mean() * 3 / 9, rel=1e-5)
    assert EGG_PERIMETER == pytest.approx((np.pi + 2 * 3 * turn + 2 * 0.5 * (np.pi / 2 - turn)) / 3, rel=1e-6)
    egg = full_flow([0.9], [0.004], 0.015, np.array([EGG], object))[0]
    area, radius = EGG_AREA * 0.81, EGG_AREA / EGG_PERIMETER * 0.9
    assert egg == pytest.approx(area * radius ** (2 / 3) * 0.004**0.5 / 0.015 * 1000)


def test_words_for_shapes():
    names = ["CIRCULAR", None, "圆形", "RECT_CLOSED", "方沟", "矩形", "Egg", "蛋形", "FORCE_MAIN", "VIRTUAL"]
    expected = [CIRCULAR] * 3 + [RECTANGULAR] * 3 + [EGG] * 2 + [None] * 2
    assert [cross_section(name) for name in names] == expected


def test_tailwater_by_hand():
    # Ground 5, crown 1: at 2 three of four metres are left.
    factor = tailwater_factor([5, 5, 5, 5, 5], [1, 1, 1, 1, 1], [0, 1, 2, 5, 9])
    np.testing.assert_allclose(factor, [1, 1, np.sqrt(0.75), 0, 0])
    assert tailwater_factor(3, 4, 3.5) == 0  # below the level, whatever the crown
    assert tailwater_factor(3, 4, 2) == 1


def test_capacities_of_a_network():
    """a-b falls 1 in 100 m, b-c rises a little, c-d is pumped over, d-o has no size, e-o has no levels."""
    names = ["a", "b", "c", "d", "o", "e"]
    xy = [[0, 0], [100, 0], [200, 0], [300, 0], [400, 0], [400, 90]]
    nodes = Nodes(xy, id=names, kind=[MANHOLE] * 4 + [OUTFALL, MANHOLE])
    ends = [(0, 1), (1, 2), (2, 3), (3, 4), (5, 4), (1, 4)]
    pipes = Pipes(
        [xy[i] for i, _ in ends], [xy[j] for _, j in ends],
        from_node=[names[i] for i, _ in ends], to_node=[names[j] for _, j in ends],
        from_level=[10, 9, 9.1, 12, np.nan, 9], to_level=[9, 9.1, 12, 8, np.nan, 8.7],
        size=[1, 1, 0.3, np.nan, 0.5, 0.4], shape=["round", None, None, None, None, "weir"],
    )  # fmt: skip
    network = build_network(pipes, nodes, 1.0)
    found = network_capacities(network, 0.013)
    steep = full_flow([1.0], [0.01], 0.013)[0]
    level = full_flow([1.0], [LEAST_SLOPE], 0.013)[0]
    np.testing.assert_allclose(found.capacity, [steep, level, np.nan, np.nan, np.nan, np.nan])
    assert found.flat.tolist() == [False, True, False, False, False, False]
    assert found.pressure.tolist() == [False, False, True, False, False, False]
    # in feet the pipe is shorter and steeper
    assert network_capacities(network, 0.013, 0.25).capacity[0] == pytest.approx(2 * steep)
    crown = outfall_crowns(network)
    assert crown[4] == pytest.approx(9.1)  # 8.7 + 0.4; the others there have no size or no level
    assert crown[1] == pytest.approx(10)
    assert np.isnan(crown[0])


def test_a_network_without_pipes():
    network = build_network(Pipes(np.empty((0, 2)), np.empty((0, 2))), Nodes(np.empty((0, 2))), 5)
    assert network_capacities(network, 0.013).capacity.size == 0
    assert outfall_crowns(network).size == 0
