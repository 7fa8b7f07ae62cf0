"""How far receiving water stands back into the pipes, and what that makes of outfalls and zones."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.drainage.backwater import (
    FREE,
    REVERSE,
    SUBMERGED,
    backflow,
    backwater,
    outfall_inverts,
    removal_modulus,
)
from rainshed.hydrology.drainage.network import MANHOLE, OUTFALL, Nodes, Pipes, build_network


def network_of(links, nodes, outfalls, size=1.0):
    """links: (from, to, level at its start, level at its end)."""
    names = [*nodes, *outfalls]
    places = {name: (10.0 * i, 7.0 * (i % 3)) for i, name in enumerate(names)}
    pipes = Pipes(
        [places[a] for a, *_ in links], [places[b] for _, b, *_ in links],
        id=[f"{a}-{b}" for a, b, *_ in links], from_node=[a for a, *_ in links], to_node=[b for _, b, *_ in links],
        from_level=[link[2] for link in links], to_level=[link[3] for link in links],
        size=np.broadcast_to(size, len(links)),
    )  # fmt: skip
    kinds = [MANHOLE] * len(nodes) + [OUTFALL] * len(outfalls)
    return build_network(pipes, Nodes([places[name] for name in names], names, kinds), 0.5)


LINE = [("c", "b", 4.0, 3.0), ("b", "a", 3.0, 2.0), ("a", "o", 2.0, 1.0), ("d", "a", np.nan, np.nan)]
NONE = (np.zeros(0, int), np.zeros(0))


@pytest.fixture
def line():
    """c 4 - b 3 - a 2 - o 1, and d by a pipe of unknown levels to a."""
    return network_of(LINE, "abcd", "o")


def test_water_stands_back_as_a_level(line):
    for level, reached in ((0.5, "o"), (1.0, "o"), (2.0, "o"), (2.5, "oad"), (3.5, "oadb"), (4.5, "oadbc")):
        water = np.where(line.is_outfall, level, np.nan)
        found = backflow(line, water)
        names = {line.nodes.id[i] for i in np.flatnonzero(np.isfinite(found.level))}
        assert names == set(reached), level
        assert (found.level[found.outfall >= 0] == level).all()


def test_states_manholes_and_zones(line):
    """Crown at the outfall 2 (bottom 1, 1 m high); ground 3.2 at a, 2.9 at b, 5 at c and d."""
    ground = np.array([3.2, 2.9, 5.0, 5.0, np.nan])
    zones = np.array([0, 2, -1]), np.array([3.1, np.nan, 0.0])
    assert outfall_inverts(line)[4] == 1

    def judged(level):
        return backwater(line, np.where(line.is_outfall, level, np.nan), ground, *zones)

    for level, state, flooded, cut in (
        (2.0, FREE, "", [False, False, False]),
        (2.5, SUBMERGED, "", [False, False, False]),
        (3.1, REVERSE, "b", [True, False, False]),  # 3.1 is above the ground of b, to which the pipe leads at 3
        (3.15, REVERSE, "b", [True, False, False]),
        (3.3, REVERSE, "ab", [True, False, False]),
        (5.5, REVERSE, "abcd", [True, True, False]),
    ):
        found = judged(level)
        assert found.state[4] == state, level
        assert {line.nodes.id[i] for i in np.flatnonzero(found.flooded)} == set(flooded), level
        assert found.cut_off.tolist() == cut, level
        assert found.crown[4] == 2 and found.invert[4] == 1
    assert judged(np.nan).state[4] is None
    assert not judged(np.nan).cut_off.any()


def test_without_sizes_the_bottom_counts(line):
    bare = network_of(LINE, "abcd", "o", size=np.nan)
    ground = np.full(5, 99.0)
    states = [backwater(bare, np.where(bare.is_outfall, z, np.nan), ground, *NONE).state[4] for z in (1.0, 1.2)]
    assert states == [FREE, SUBMERGED]


def test_a_zone_lower_than_its_manhole_makes_the_water_come_out(line):
    found = backwater(line, np.where(line.is_outfall, 2.5, np.nan), np.full(5, 9.0), np.array([0]), np.array([2.4]))
    assert found.state[4] == REVERSE and found.cut_off[0] and not found.flooded.any()
    bank = backwater(line, np.where(line.is_outfall, 2.5, np.nan), np.full(5, 9.0), np.array([4]), np.array([1.1]))
    assert bank.state[4] == SUBMERGED and bank.cut_off[0]  # the zone of the outfall itself


def test_the_higher_of_two_outfalls_counts_and_side_branches_are_followed():
    """a drains to p by its main branch (the lower) and to q by a side branch."""
    net = network_of([("b", "a", 2.0, 1.5), ("a", "p", 1.0, 0.5), ("a", "q", 1.2, 0.5)], "ab", "pq")
    water = np.array([np.nan, np.nan, 3.0, 4.0])
    found = backflow(net, water)
    assert found.level.tolist() == [4, 4, 3, 4]
    assert found.outfall.tolist() == [3, 3, 2, 3]
    judged = backwater(net, water, np.array([3.5, 9.0, np.nan, np.nan]), np.array([0]), np.array([3.5]))
    assert judged.state[2] == SUBMERGED and judged.state[3] == REVERSE
    assert not judged.cut_off[0]  # its water goes to p, whose level is lower


def test_circles_end():
    net = network_of([("a", "b", 1.0, 1.0), ("b", "a", 1.0, 1.0), ("b", "o", 1.0, 0.5)], "ab", "o")
    assert backflow(net, np.array([np.nan, np.nan, 2.0])).level.tolist() == [2, 2, 2]


def test_against_a_slow_reference():
    """Passes over all pipes until nothing changes, outfall by outfall."""
    random = np.random.default_rng(3)
    for _ in range(20):
        names = [f"n{i}" for i in range(40)]
        outfalls = ["x", "y", "z"]
        pairs = {(int(a), int(b)) for a, b in random.integers(0, 43, (70, 2)) if a != b and a < 40}
        everything = names + outfalls
        links = [(everything[a], everything[b], *np.round(random.random(2) * 5, 1)) for a, b in sorted(pairs)]
        net = network_of(links, names, outfalls)
        water = np.where(net.is_outfall, np.r_[np.zeros(40), random.random(3) * 6], np.nan)
        wanted = np.full(43, np.nan)
        for outfall in (40, 41, 42):
            reached = {outfall}
            for _ in range(50):
                for pipe in np.flatnonzero(net.followed):
                    sill = max(net.level_start[pipe], net.level_end[pipe])
                    if net.end[pipe] in reached and sill < water[outfall]:
                        reached.add(int(net.start[pipe]))
            for node in reached:
                wanted[node] = np.nanmax([wanted[node], water[outfall]])
        np.testing.assert_array_equal(backflow(net, water).level, wanted)


def test_modulus_by_hand():
    # 100 mm on 1 km2 are 100 000 m3; within 24 h = 86 400 s: 1.1574 m3/s
    assert removal_modulus(100, 24) == pytest.approx(1.15741, abs=1e-5)
