"""What the pipes leave to each inlet."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.drainage.elements import MANHOLE, OUTFALL
from rainshed.hydrology.drainage.network import Nodes, Pipes, build_network
from rainshed.hydrology.drainage.sharing import PipeLimits, network_limits
from rainshed.hydrology.errors import HydrologyError

# 0 and 1 flow into 2, which flows into 3 with 4; 5 is apart.
FOREST = [2, 2, 3, -1, 3, -1]


def limits(capacity, factor=1.0) -> PipeLimits:
    return PipeLimits(FOREST, np.broadcast_to(capacity, 6).copy(), np.broadcast_to(factor, 6).copy())


def test_wide_pipes_leave_everything():
    np.testing.assert_array_equal(limits(np.inf).shares(np.array([0, 1, 4, -1]), np.full(4, 1e6)), 1)


def test_those_above_a_short_pipe_share_in_proportion():
    # 30 + 10 L/s come to pipe 2, which takes 20; with the 20 of pipe 4 there are 40 in pipe 3, which takes 30.
    share = limits([99, 99, 20, 30, 99, 5]).shares(np.array([0, 1, 4, 5, -1]), np.array([30.0, 10, 20, 10, 70]))
    np.testing.assert_allclose(share, [0.5 * 0.75, 0.5 * 0.75, 0.75, 0.5, 1])


def test_a_shut_outfall_leaves_nothing_and_a_slow_one_a_part():
    factor = [1, 1, 1, 0, 1, 0.25]
    share = limits(np.nan, factor).shares(np.array([0, 2, 4, 5]), np.full(4, 8.0))
    np.testing.assert_allclose(share, [0, 0, 0, 0.25])
    share = limits(10.0, factor).shares(np.array([5]), np.array([5.0]))
    np.testing.assert_allclose(share, [0.5])


def test_no_pipe_is_overloaded():
    rng = np.random.default_rng(3)
    for _ in range(50):
        following = np.array([rng.integers(-1, i) if i else -1 for i in range(12)])
        network = PipeLimits(following, rng.uniform(0, 20, 12), rng.choice([0.0, 0.3, 1.0], 12))
        pipe, demand = rng.integers(-1, 12, 20), rng.uniform(0, 10, 20)
        taken = network.shares(pipe, demand) * demand
        for p in range(12):
            above = np.zeros(20, bool)
            for i, at in enumerate(pipe):
                while at >= 0 and not above[i]:
                    above[i] = at == p
                    at = following[at]
            assert taken[above].sum() <= network.capacity[p] * network.factor[p] + 1e-9


def test_a_circle_is_cut():
    circle = PipeLimits([1, 2, 0, 0], np.array([5.0, 1, 5, 9]), np.ones(4))
    assert sorted(circle.order) == [0, 1, 2, 3]
    share = circle.shares(np.array([0, 3]), np.array([1.0, 1.0]))
    assert ((share > 0) & (share <= 1)).all()


def test_limits_of_a_network():
    nodes = Nodes([[0, 0], [10, 0], [20, 0]], id=["a", "b", "c"], kind=[MANHOLE, MANHOLE, OUTFALL])
    pipes = Pipes([[0, 0], [10, 0]], [[10, 0], [20, 0]], from_node=["a", "b"], to_node=["b", "c"])
    network = build_network(pipes, nodes, 1.0)
    found = network_limits(network, np.array([5.0, np.nan]), np.array([1.0, 1.0, 0.5]))
    np.testing.assert_array_equal(found.following, [1, -1])
    np.testing.assert_array_equal(found.capacity, [5, np.inf])
    np.testing.assert_array_equal(found.factor, [1, 0.5])
    np.testing.assert_array_equal(network_limits(network, np.array([5.0, 6.0])).factor, 1)


def test_refuses():
    with pytest.raises(HydrologyError, match="Pipe 1 has a negative capacity"):
        PipeLimits([-1, -1], [1, -1], [1, 1])
    with pytest.raises(HydrologyError, match="between 0"):
        PipeLimits([-1], [1], [1.5])


def test_where_the_ways_end():
    np.testing.assert_array_equal(PipeLimits([1, 2, -1, 2, -1], np.ones(5), np.ones(5)).last, [2, 2, 2, 2, 4])
    circle = PipeLimits([1, 2, 0], np.ones(3), np.ones(3))
    assert np.unique(circle.last).size == 1
