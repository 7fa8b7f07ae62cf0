"""Zones of the three levels, nested in each other, with and without a least area."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.drainage.zones import LEVELS, Collector, drainage_zones
from rainshed.test.hydrology.strategies import terrains


def town(valid, rng) -> list[Collector]:
    """Inlets at random cells, of which some share a node and some nodes an outfall; some reach none; a channel."""
    cells = rng.permutation(np.flatnonzero(valid))[: int(rng.integers(0, 12))]
    items = []
    for i, cell in enumerate(cells.tolist()):
        node = int(rng.integers(0, 5))
        inlet = ("inlet", f"I{i}")
        kind = rng.random()
        zone = (inlet, ("node", f"N{node}"), ("outfall", f"O{node % 2}"))
        if kind < 0.15:
            zone = (inlet, inlet, inlet)
        elif node == 4:
            zone = (inlet, ("node", "N4"), ("node", "N4"))
        elif kind > 0.9:
            zone = (("channel", "K"),) * 3
        items.append(Collector(np.array([cell]), zone, ("O7",) if zone[2][1] == "O0" else ()))
    return items


@given(terrains(sinks=False), st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.0, 2.0, 5.0, 20.0]))
@settings(max_examples=120)
def test_zones_of_a_level_are_unions_of_those_below(terrain, seed, cells):
    z, valid, dx, dy, _ = terrain
    items = town(valid, np.random.default_rng(seed))
    volume = 2.0 if seed % 3 == 0 else None
    least = cells * dx * dy
    levels = [drainage_zones(z, valid, dx, dy, items, level, least, volume) for level in LEVELS]
    for lower, upper in zip(levels, levels[1:]):
        assert set(lower.parent.tolist()) == set(upper.number.tolist())
        ground = lower.label >= 0
        np.testing.assert_array_equal(ground, valid)
        np.testing.assert_array_equal(lower.parent[lower.label[ground]], upper.number[upper.label[ground]])
        receiver = dict(zip(upper.number.tolist(), upper.receiver))
        assert [receiver[p] for p in lower.parent.tolist()] == lower.receiver
        # what reaches no inlet of the town is the same at every level
        edge = [set(np.flatnonzero(np.array([*x.outlet_type, ""])[x.label] == "edge")) for x in (lower, upper)]
        assert edge[0] == edge[1]
    for zones in levels:
        sizes = np.bincount(zones.label[valid], minlength=zones.number.size) * dx * dy
        assert zones.outlet_type.count("edge") <= 1
        for kind, size in zip(zones.outlet_type, sizes):
            assert size > 0 and (kind == "edge" or size >= least * (1 - 1e-9))


PLANE = np.tile(10.0 - np.arange(12.0), (3, 1))  # one row drains eastward between two edges


def inlet(column, name, node, outfall, also=()):
    return Collector(np.array([12 + column]), (("inlet", name), ("node", node), ("outfall", outfall)), also)


def test_small_zones_join_within_their_parent():
    """Inlets at columns 2 (B), 4 (C), 5 (D), 10 (A) of the middle row take 2, 2, 1 and 5 cells.

    D, of 1 cell, lies uphill of A, of another node and outfall. Its sibling at node N1 is B, uphill of it, and gets it.
    """
    items = [
        inlet(10, "A", "N2", "O2"),
        inlet(2, "B", "N1", "O1"),
        inlet(4, "C", "N3", "O1"),
        inlet(5, "D", "N1", "O1"),
    ]

    def of(level, least=0.0):
        zones = drainage_zones(PLANE, np.ones(PLANE.shape, bool), 1.0, 1.0, items, level, least)
        cells = np.bincount(zones.label.reshape(-1))
        return {name: (int(n), int(count)) for name, n, count in zip(zones.outlet_id, cells, zones.collectors) if name}

    assert of("inlet") == {"A": (5, 1), "B": (2, 1), "C": (2, 1), "D": (1, 1)}
    assert of("inlet", 2.0) == {"A": (5, 1), "B": (3, 2), "C": (2, 1)}
    assert of("node", 2.0) == {"N2": (5, 1), "N1": (3, 2), "N3": (2, 1)}
    # at 3 C's node joins the next node of its outfall, downhill of which it lies not: the largest there
    assert of("node", 3.0) == {"N2": (5, 1), "N1": (5, 3)}
    assert of("outfall", 3.0) == {"O2": (5, 1), "O1": (5, 3)}
    # at 6 both outfalls are too small: O1 runs on into O2, which has 10 cells then
    assert of("outfall", 6.0) == {"O2": (10, 1)}
    assert of("inlet", 6.0) == {"A": (10, 1)}


def test_receivers_and_other_outfalls():
    items = [
        inlet(2, "A", "N1", "O1", ("O9", "O3")),
        inlet(4, "B", "N2", "O1", ("O3",)),
        Collector(np.array([12 + 6]), (("inlet", "C"), ("node", "N5"), ("node", "N5"))),
        Collector(np.array([12 + 8]), (("channel", "river"),) * 3),
    ]
    for level, expected in (
        ("inlet", {"A": ("O1", ("O3", "O9")), "B": ("O1", ("O3",)), "C": ("", ()), "river": ("river", ())}),
        ("outfall", {"O1": ("O1", ("O3", "O9")), "N5": ("", ()), "river": ("river", ())}),
    ):
        zones = drainage_zones(PLANE, np.ones(PLANE.shape, bool), 1.0, 1.0, items, level)
        found = dict(zip(zones.outlet_id, zip(zones.receiver, zones.also)))
        assert found == expected | {"": ("edge", ())}


@pytest.mark.parametrize("level", LEVELS)
def test_a_depression_receives_its_own_water(level):
    z = np.full((5, 5), 5.0)
    z[1:4, 1:4] = 3.0
    zones = drainage_zones(z, np.ones(z.shape, bool), 1.0, 1.0, [], level, depression_volume=1.0)
    assert (zones.outlet_type, zones.receiver) == (["depression", "edge"], ["1", "edge"])
