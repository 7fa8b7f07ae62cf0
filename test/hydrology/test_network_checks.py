"""The rules for a drainage network, each on a few pipes: told where it is broken, and not where it holds."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rainshed.hydrology.drainage.checks import (
    COMBINED,
    FOUL,
    STORM,
    bottom_levels,
    check_inlets,
    check_network,
    check_tops,
    water_of,
)
from rainshed.hydrology.drainage.inlets import Inlets
from rainshed.hydrology.drainage.network import MANHOLE, OUTFALL, Nodes, Pipes, build_network

PLACES = {"A": (0, 0), "B": (100, 0), "C": (200, 0), "D": (100, 100), "E": (200, 100), "O": (300, 0), "P": (300, 100)}


def network(*pipes: str, nodes: str | None = None, tops=None, inverts=None, **columns):
    """A network out of "AB" (a pipe from A to B); pipes fall from 10 m by 0.1 m each unless columns say otherwise.

    O and P are outfalls, all others manholes with their tops at 12 m."""
    names = nodes or "".join(sorted({name for pipe in pipes for name in pipe}))
    kinds = [OUTFALL if name in "OP" else MANHOLE for name in names]
    tops, inverts = tops or {}, inverts or {}
    made = Nodes(
        [PLACES[name] for name in names], list(names), kinds, range(10, 10 + len(names)),
        [tops.get(name, 12.0) for name in names], [inverts.get(name, math.nan) for name in names],
    )  # fmt: skip
    count = len(pipes)
    given = {
        "id": list(pipes),
        "from_node": [pipe[0] for pipe in pipes],
        "to_node": [pipe[1] for pipe in pipes],
        "from_level": [10 - 0.1 * k for k in range(count)],
        "to_level": [9.9 - 0.1 * k for k in range(count)],
        "size": [0.5] * count,
    } | columns
    start, end = ([PLACES[pipe[k]] for pipe in pipes] for k in (0, 1))
    return build_network(Pipes(start, end, **given), made, 5.0)


def found(network, **how) -> list[tuple[str, str, int]]:
    """(code, layer, fid) of the findings of the rules; each message is a sentence."""
    findings = check_network(network, **how)
    assert all(finding.message.endswith(".") for finding in findings)
    return sorted((finding.code, finding.layer, finding.fid) for finding in findings)


def test_nothing_is_found_in_a_sound_network():
    assert found(network("AB", "BC", "CO")) == []


def test_nothing_in_no_network():
    empty = build_network(Pipes(np.empty((0, 2)), np.empty((0, 2))), Nodes(np.empty((0, 2))), 5.0)
    assert check_network(empty, np.zeros(0), np.zeros(0)) == []


# Slopes


def test_adverse_slope():
    rising = network("AB", "BC", "CO", to_level=[9.9, 10.1, 9.7])
    assert found(rising) == [("adverse_slope", "pipes", 1)]
    (finding,) = check_network(rising)
    assert finding.xy == (150, 0) and "rises by 0.20 m" in finding.message


def test_a_level_pipe_and_a_millimetre_are_no_adverse_slope():
    assert found(network("AB", "BC", "CO", from_level=[10, 9.9, 9.8], to_level=[10, 9.901, 9.7])) == []


@pytest.mark.parametrize(("column", "word"), [("shape", "FORCE_MAIN"), ("kind", "rising main"), ("kind", "压力管")])
@pytest.mark.parametrize("level", [10.1, 15.0])
def test_pressure_mains_are_told_apart_by_their_words(column, word, level):
    main = network("AB", "BC", "CO", to_level=[9.9, level, 9.7], tops={"C": 20.0}, **{column: ["", word, ""]})
    assert found(main) == [("pressure_main", "pipes", 1)]


def test_a_pipe_that_ends_above_its_own_top_may_be_a_pressure_main_if_nothing_says_what_it_is():
    levels = {"to_level": [9.9, 10.5, 9.7]}
    assert found(network("AB", "BC", "CO", **levels)) == [("rises_above_top", "pipes", 1)]
    assert found(network("AB", "BC", "CO", shape=["CIRCULAR"] * 3, **levels)) == [("adverse_slope", "pipes", 1)]


def test_a_virtual_link_has_no_levels_to_check():
    virtual = network("AB", "BC", "CO", to_level=[9.9, 13, 9.7], size=[0.5, math.nan, 0.5], shape=["", "VIRTUAL", ""])
    assert found(virtual) == []


def test_drawn_backwards():
    pipes = Pipes(
        [PLACES["B"], PLACES["B"]], [PLACES["A"], PLACES["O"]], ["AB", "BO"], ["A", "B"], ["B", "O"], [10, 9], [9, 8],
        [0.5, 0.5],
    )  # fmt: skip
    nodes = Nodes([PLACES[name] for name in "ABO"], list("ABO"), [MANHOLE, MANHOLE, OUTFALL])
    assert found(build_network(pipes, nodes, 5.0)) == [("drawn_backwards", "pipes", 0)]
    by_levels = Pipes([PLACES["O"]], [PLACES["A"]], None, None, None, [9], [10], [0.5])
    assert found(build_network(by_levels, nodes, 5.0)) == [], "levels gave the direction: nothing contradicts them"


# Levels


def test_no_invert():
    missing = network("AB", "BC", "CO", to_level=[9.9, math.nan, 9.7])
    assert found(missing) == [("no_invert", "pipes", 1)]
    assert check_network(missing)[0].xy == PLACES["C"]


def test_the_invert_of_the_node_serves_instead():
    missing = network("AB", "BC", "CO", to_level=[9.9, math.nan, 9.7], inverts={"C": 9.5})
    assert found(missing) == []
    assert bottom_levels(missing)[1].tolist() == [9.9, 9.5, 9.7]


def test_no_levels_at_all_are_one_finding():
    bare = network("AB", "BC", "CO", from_level=[math.nan] * 3, to_level=[math.nan] * 3)
    assert found(bare) == [("no_invert", "pipes", -1)]


def test_invert_above_ground():
    assert found(network("AB", "BC", "CO", tops={"B": 9.8})) == [
        ("invert_above_ground", "pipes", 0), ("invert_above_ground", "pipes", 1),
    ]  # fmt: skip
    assert found(network("AB", "BC", "CO", inverts={"B": 12.5})) == [("invert_above_ground", "manholes", 11)]


def test_the_dem_stands_for_tops_that_are_not_known():
    bare = network("AB", "BC", "CO", tops=dict.fromkeys("ABCO", math.nan))
    assert found(bare) == []
    ground = np.array([12.0, 9.0, 12.0, 9.0])  # of A, B, C and the outfall, where it is the bed of the water
    assert {code for code, _, fid in found(bare, ground=ground)} == {"invert_above_ground"}
    assert {fid for _, _, fid in found(bare, ground=ground)} == {0, 1}


def test_low_cover():
    assert found(network("AB", "BC", "CO", tops={"B": 10.69})) == [("low_cover", "pipes", 0), ("low_cover", "pipes", 1)]
    assert found(network("AB", "BC", "CO", tops={"B": 10.70})) == [], "0.3 m are enough"
    assert found(network("AB", "BC", "CO", tops={"O": 9.9})) == [], "not at the outfall"


# Sizes


def test_smaller_pipe():
    assert found(network("AB", "BC", "CO", size=[0.5, 0.4, 0.5])) == [("smaller_pipe", "pipes", 1)]


def test_sections_are_compared_not_heights():
    wide = {"size": [0.5, 0.4, 0.5], "width": [math.nan, 1.0, 1.0], "shape": ["circular", "rect", "rect"]}
    assert found(network("AB", "BC", "CO", **wide)) == []
    assert found(network("AB", "BC", "CO", size=[1.0, 1.0, 1.0], shape=["rect", "circular", "circular"])) == [
        ("smaller_pipe", "pipes", 1)
    ]


def test_side_branches_pressure_mains_and_unknown_sizes_may_be_smaller():
    branch = network("AB", "BO", "BP", size=[0.5, 0.5, 0.2], from_level=[10, 9.7, 9.9])
    assert "smaller_pipe" not in {code for code, _, _ in found(branch)}
    assert found(network("AB", "BC", "CO", size=[0.5, 0.2, 0.5], shape=["", "force main", ""])) == []
    assert found(network("AB", "BC", "CO", size=[0.5, math.nan, 0.5])) == []


# What pipes carry


@pytest.mark.parametrize(
    ("word", "water"),
    [
        *[("Storm sewer", STORM), ("雨水", STORM), ("YS", STORM), ("surface water", STORM), (" s ", STORM)],
        *[("foul", FOUL), ("污水管", FOUL), ("ws", FOUL), ("SANITARY", FOUL), ("F", FOUL)],
        *[
            ("combined", COMBINED),
            ("雨污合流", COMBINED),
            ("HS", COMBINED),
            ("CONDUIT", None),
            ("", None),
            (None, None),
        ],
    ],
)
def test_words_of_water(word, water):
    assert water_of(word) == water


def test_storm_into_foul_and_the_reverse():
    assert found(network("AB", "BC", "CO", kind=["storm", "foul", "foul"])) == [("storm_into_foul", "pipes", 0)]
    assert found(network("AB", "BC", "CO", kind=["污水", "污水", "雨水"])) == [("foul_into_storm", "pipes", 1)]


@pytest.mark.parametrize("kinds", [["storm", "combined", "combined"], ["foul", "combined", "combined"], ["storm"] * 3,
                                   ["storm", "main", "foul"], [None] * 3])  # fmt: skip
def test_what_may_be_joined(kinds):
    assert found(network("AB", "BC", "CO", kind=kinds)) == []


# Systems


def test_branching_node_without_joining_systems():
    ring = network("AB", "BC", "BE", "CO", "EO", size=[0.5] * 5)
    assert found(ring) == [("branching_node", "manholes", 11)]


def test_joined_systems():
    two = network("AB", "BO", "BP", "DE", "EP")
    assert found(two) == [("branching_node", "manholes", 11), ("joined_systems", "manholes", 11)]
    message = next(f.message for f in check_network(two) if f.code == "joined_systems")
    assert message == "Node B joins the systems of the outfalls O, P."


def test_a_system_is_told_once_and_names_the_other_nodes():
    two = network("AB", "BC", "BD", "CO", "CE", "DP", "EP", size=[0.5] * 7)
    (finding,) = [f for f in check_network(two) if f.code == "joined_systems"]
    assert finding.message == "Node B joins the systems of the outfalls O, P; there too: C."


def test_systems_that_are_apart():
    apart = network("AB", "BO", "DE", "EP")
    assert found(apart) == []
    names = dict(zip(apart.nodes.id, apart.systems.tolist()))
    assert names == {"A": 1, "B": 1, "O": 1, "D": 2, "E": 2, "P": 2}


def test_a_node_at_no_pipe_is_in_no_system():
    assert network("AB", "BO", nodes="ABCO").systems.tolist() == [1, 1, 0, 1]


# Places and outfalls


def test_coincident_nodes():
    nodes = Nodes([(0, 0), (0.03, 0), (100, 0)], ["A", "B", "O"], [MANHOLE, MANHOLE, OUTFALL], [7, 8, 9])
    pipes = Pipes([(0, 0)], [(100, 0)], ["p"], ["A"], ["O"], [10], [9], [0.5])
    assert found(build_network(pipes, nodes, 5.0)) == [("coincident_nodes", "manholes", 8)]
    nodes = Nodes([(0, 0), (0.1, 0), (100, 0)], ["A", "B", "O"], [MANHOLE, MANHOLE, OUTFALL])
    assert found(build_network(pipes, nodes, 5.0)) == []


def test_outfall_without_pipe():
    assert found(network("AB", "BO", nodes="ABOP")) == [("outfall_without_pipe", "outfalls", 13)]


@pytest.mark.parametrize(("level", "told"), [(9.79, False), (9.8, False), (9.81, True), (math.nan, False)])
def test_outfall_below_the_receiving_water(level, told):
    drains = network("AB", "BO")  # to 9.8 m
    codes = [code for code, _, _ in found(drains, receiving=np.array([math.nan, math.nan, level]))]
    assert codes == ["outfall_below_water"] * told


def test_the_outfall_s_own_invert_counts_before_its_pipe():
    drains = network("AB", "BO", inverts={"O": 9.0})
    assert found(drains, receiving=np.array([math.nan, math.nan, 9.5])) == [("outfall_below_water", "outfalls", 12)]


# Inlets and tops on the DEM


def inlets(**columns):
    given = {
        "xy": np.array([[0.0, 0.0], [10.0, 0.0]]),
        "id": np.array(["a", "b"], object),
        "pipe_id": np.array([None, None], object),
        "fid": np.array([3, 4]),
        "top": np.array([10.0, 10.0]),
    }
    return Inlets(**given | columns)


def told(cells=(0, 1), ground=(10.0, 10.0), catchment=(50.0, 50.0), **columns) -> list[tuple[str, int]]:
    findings = check_inlets(inlets(**columns), ["a", "b"], *(np.array(v) for v in (cells, ground, catchment)))
    return [(finding.code, finding.fid) for finding in findings]


def test_sound_inlets():
    assert told() == []


def test_inlet_off_the_dem():
    assert told(cells=(0, -1), ground=(10, math.nan), catchment=(50, math.nan)) == [("inlet_off_dem", 4)]


def test_an_inlet_without_a_place_is_not_off_the_dem():
    """It is a feature without geometry already."""
    nowhere = np.array([[0.0, 0.0], [math.nan, math.nan]])
    assert told(cells=(0, -1), ground=(10, math.nan), catchment=(50, math.nan), xy=nowhere) == []


@pytest.mark.parametrize(("top", "off"), [(10.3, False), (10.31, True), (9.7, False), (9.69, True), (math.nan, False)])
def test_inlet_level(top, off):
    assert told(top=np.array([10.0, top])) == [("inlet_level", 4)] * off


def test_inlet_on_a_ridge():
    assert told(catchment=(4.99, 5.0)) == [("inlet_ridge", 3)]


def test_tops_of_nodes():
    nodes = Nodes([(0, 0), (1, 0), (2, 0)], None, [MANHOLE, OUTFALL, MANHOLE], [5, 6, 7], [10.5, 10.5, math.nan])
    findings = check_tops(nodes, np.array([10.1, 10.3, 10.0]))
    assert [(f.code, f.layer, f.fid) for f in findings] == [("rim_level", "manholes", 5)]
    assert "0.40 m above the DEM" in findings[0].message
