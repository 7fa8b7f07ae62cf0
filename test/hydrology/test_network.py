"""The pipe graph: ends to nodes, directions, main branches, ways to outfalls, and inlets on it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rainshed.hydrology.drainage.inlets import BY_ID, BY_NODE, BY_PIPE, NONE, connect_inlets
from rainshed.hydrology.drainage.network import (
    AS_DIGITISED,
    BY_FIELDS,
    BY_LEVELS,
    CYCLE,
    DEAD_END,
    IMPLICIT,
    MANHOLE,
    OUTFALL,
    Nodes,
    Pipes,
    build_network,
    id_order,
)
from rainshed.hydrology.drainage.snapping import COINCIDENT, nearest_lines, nearest_points, reach

NAN = math.nan
# A(0,0) - B(100,0) - C(200,0), an outfall O(300,0), and D(100,100).
PLACES = {"A": (0, 0), "B": (100, 0), "C": (200, 0), "O": (300, 0), "D": (100, 100)}


def nodes_of(names="ABCOD", outfalls="O", **moved) -> Nodes:
    xy = [moved.get(name, PLACES.get(name)) for name in names]
    return Nodes(xy, list(names), [OUTFALL if name in outfalls else MANHOLE for name in names])


def pipes_of(*pairs, **columns) -> Pipes:
    """Pipes drawn from node to node: "AB" runs from A to B; without FROM and TO fields unless they are given."""
    return Pipes([PLACES[pair[0]] for pair in pairs], [PLACES[pair[1]] for pair in pairs], **columns)


def named(*pairs, **columns) -> Pipes:
    """The same with FROM and TO fields."""
    return pipes_of(*pairs, from_node=[p[0] for p in pairs], to_node=[p[1] for p in pairs], **columns)


def ways(network) -> list[str]:
    """Each pipe as "AB", "?" for an end without node, "*" for an implicit one."""

    def name(node):
        return "?" if node < 0 else network.nodes.id[node] or "*"

    return [name(start) + name(end) for start, end in zip(network.start, network.end)]


def codes(found) -> list[str]:
    return sorted(finding.code for finding in found.findings)


def outfall_names(network) -> dict[str, str | None]:
    pairs = zip(network.nodes.id, network.outfall)
    return {name: network.nodes.id[outfall] if outfall >= 0 else None for name, outfall in pairs}


# Directions


def test_fields_give_the_direction_whatever_levels_and_drawing_say():
    pipes = pipes_of("BA", from_node=["A"], to_node=["B"], from_level=[1.0], to_level=[5.0])
    network = build_network(pipes, nodes_of(), 5)
    assert ways(network) == ["AB"]
    assert list(network.direction) == [BY_FIELDS]
    assert list(network.against) == [True]
    assert (network.level_start[0], network.level_end[0]) == (1.0, 5.0)  # levels belong to FROM and TO


def test_levels_give_the_direction_where_no_field_does():
    pipes = pipes_of("AB", "BC", from_level=[1.0, 5.0], to_level=[5.0, 1.0])
    network = build_network(pipes, nodes_of(), 5)
    assert ways(network) == ["BA", "BC"]
    assert list(network.direction) == [BY_LEVELS] * 2
    assert list(network.against) == [True, False]
    assert list(network.level_start) == [5.0, 5.0] and list(network.level_end) == [1.0, 1.0]


@pytest.mark.parametrize(("upper", "lower"), [(NAN, NAN), (NAN, 5.0), (5.0, NAN), (5.0, 5.0)])
def test_drawing_gives_the_direction_where_levels_are_not_known_or_equal(upper, lower):
    network = build_network(pipes_of("AB", from_level=[upper], to_level=[lower]), nodes_of(), 5)
    assert ways(network) == ["AB"]
    assert list(network.direction) == [AS_DIGITISED]


@pytest.mark.parametrize(("start", "end"), [("A", None), (None, "B"), ("A", "nowhere"), ("nowhere", "B")])
@pytest.mark.parametrize("drawn", ["AB", "BA"])
def test_one_named_end_gives_the_direction(start, end, drawn):
    pipes = pipes_of(drawn, from_node=[start], to_node=[end], from_level=[1.0], to_level=[5.0])
    network = build_network(pipes, nodes_of(), 5)
    assert ways(network) == ["AB"]
    assert list(network.direction) == [BY_FIELDS]
    assert codes(network) == ["dead_end"] + ["unknown_node"] * ("nowhere" in (start, end))


def test_ids_that_point_nowhere_fall_back_on_place_and_levels():
    pipes = pipes_of("AB", from_node=["x"], to_node=["y"], from_level=[1.0], to_level=[5.0], fid=[7])
    network = build_network(pipes, nodes_of(), 5)
    assert ways(network) == ["BA"]
    unknown = [finding for finding in network.findings if finding.code == "unknown_node"]
    assert [(f.fid, f.layer, f.xy) for f in unknown] == [(7, "pipes", (0, 0)), (7, "pipes", (100, 0))]
    assert '"' not in unknown[0].message and "x" in unknown[0].message


# Ends and nodes


@pytest.mark.parametrize(("gap", "found"), [(0.0, True), (4.9, True), (5.0, True), (5.01, False)])
@pytest.mark.parametrize("origin", [0.0, 4_576_226.42128379])
def test_snapping_reaches_to_the_tolerance(gap, found, origin):
    nodes = Nodes([(origin, origin), (origin + 100, origin)], ["A", "B"])
    pipes = Pipes([(origin + 0.6 * gap, origin + 0.8 * gap)], [(origin + 100, origin)])
    network = build_network(pipes, nodes, 5)
    assert ways(network) == ["AB" if found else "*B"]
    assert ("end_without_node" in codes(network)) is not found


def test_no_snap_distance_still_joins_what_coincides():
    nodes = Nodes([(0, 0), (100, 0)], ["A", "B"])
    network = build_network(Pipes([(1e-7, 0)], [(100.1, 0)]), nodes, 0)
    assert ways(network) == ["A*"]


def test_nearest_node_wins_and_an_outfall_among_coincident_ones():
    nodes = Nodes([(0, 0), (3, 0), (100, 0), (100, 0)], ["far", "near", "M", "F"], [MANHOLE] * 3 + [OUTFALL])
    network = build_network(Pipes([(2, 0)], [(100, 0)]), nodes, 5)
    assert [network.nodes.id[n] for n in (network.start[0], network.end[0])] == ["near", "F"]


def test_ends_that_meet_share_an_implicit_node():
    # Two ends lie together at (100, 0), a third 3 m off, a fourth 6 m off; only B, D are missing as nodes.
    pipes = Pipes([(0, 0), (100, 0), (103, 0), (106, 0)], [(100, 0), (200, 0), (100, 100), (100, 200)])
    network = build_network(pipes, nodes_of("A"), 5)
    assert ways(network) == ["A*", "**", "**", "**"]
    assert network.end[0] == network.start[1] == network.start[2] != network.start[3]
    assert list(network.nodes.xy[network.end[0]]) == [100, 0]
    assert network.nodes.kind[network.end[0]] == IMPLICIT
    assert codes(network) == ["end_without_node"] * 7


def test_without_manholes_implicit_nodes_are_no_finding():
    network = build_network(pipes_of("AB", "BC", "CO"), nodes_of("O"), 5)
    assert len(network.nodes) == 4
    assert (network.outfall == 0).all()
    assert codes(network) == []


def test_a_chain_of_pipes_shorter_than_the_tolerance_does_not_shrink_to_a_point():
    x = 2.0 * np.arange(20)
    points = np.stack([x, 0 * x], axis=1)
    bare = build_network(Pipes(points[:-1], points[1:]), Nodes(np.empty((0, 2))), 5)
    assert len(bare.nodes) == 20
    assert codes(bare) == []
    manholes = build_network(Pipes(points[:-1], points[1:]), Nodes(points), 5)
    assert list(manholes.start) == list(range(19)) and list(manholes.end) == list(range(1, 20))
    one_missing = build_network(Pipes(points[:-1], points[1:]), Nodes(points[[0, 2]]), 5)
    assert (one_missing.start != one_missing.end).all()


def test_ids_make_the_nodes_where_no_manholes_are_given():
    pipes = named("AB", "CB", "DB", "BO")
    pipes.start_xy[0], pipes.end_xy[0] = PLACES["B"], PLACES["A"]  # drawn against its fields
    network = build_network(pipes, nodes_of("O"), 5)
    assert ways(network) == ["AB", "CB", "DB", "BO"]
    assert codes(network) == []
    assert {tuple(xy) for name, xy in zip(network.nodes.id, network.nodes.xy) if name == "B"} == {PLACES["B"]}
    assert (network.outfall == 0).all()


@pytest.mark.parametrize("manholes", ["ABC", ""])
def test_an_outfall_under_another_id_takes_the_place_of_the_last_node(manholes):
    nodes = Nodes.joined(
        Nodes([PLACES[name] for name in manholes], list(manholes)), Nodes([(202, 0)], ["out-1"], [OUTFALL])
    )
    network = build_network(named("AB", "BC"), nodes, 5)
    assert ways(network) == ["AB", "Bout-1"]
    assert codes(network) == ["outfall_joined"]
    assert set(outfall_names(network).values()) == {"out-1"}
    apart = build_network(named("AB", "BC"), nodes, 1)
    assert set(outfall_names(apart).values()) == ({None, "out-1"})
    assert codes(apart) == ["dead_end"]


def test_duplicate_node_ids():
    near, far = (100.0, 1.0), (500.0, 0.0)
    nodes = Nodes([(0, 0), PLACES["B"], near, far], ["A", "B", "B", "B"], fid=[1, 2, 3, 4])
    network = build_network(named("AB"), nodes, 5)
    assert list(network.end) == [1]  # of the two places the one at the pipe's end
    assert [(f.code, f.fid) for f in network.findings] == [("duplicate_node", 3), ("duplicate_node", 4)]
    assert list(network.canonical) == [0, 1, 1, 3]


def test_a_node_in_both_layers_is_one_outfall():
    nodes = Nodes([(0, 0), (100, 0), (100, 0)], ["A", "B", "B"], [MANHOLE, MANHOLE, OUTFALL])
    for pipes in (named("AB"), pipes_of("AB")):
        network = build_network(pipes, nodes, 5)
        assert list(network.end) == [2]
        assert list(network.outfall) == [2, 2, 2]
        assert codes(network) == []
        assert network.reachable == [frozenset([2])] * 3


# Broken data


def test_broken_pipes_become_findings_and_the_rest_is_worked():
    pipes = Pipes(
        [PLACES["A"], (NAN, NAN), (NAN, NAN), PLACES["C"], PLACES["D"], PLACES["B"]],
        [PLACES["B"], (NAN, NAN), (NAN, NAN), PLACES["C"], PLACES["D"], PLACES["C"]],
        id=["1", "2", "3", "4", "5", "1"],
        from_node=["A", "C", None, None, None, "B"],
        to_node=["B", "O", None, None, None, "C"],
        fid=[11, 12, 13, 14, 15, 16],
        vertices=[
            np.array([(0, 0), (100, 0)]),
            np.full((1, 2), NAN),
            np.full((1, 2), NAN),
            np.array([(200, 0)]),
            np.array([(100, 100), (150, 150), (100, 100)]),
            np.array([(100, 0), (200, 0)]),
        ],
    )
    network = build_network(pipes, nodes_of(), 5)
    assert ways(network) == ["AB", "CO", "??", "CC", "DD", "BC"]
    assert sorted((f.code, f.fid) for f in network.findings) == [
        ("duplicate_pipe", 16),
        ("self_loop", 15),
        ("unresolved_end", 13),
        ("unresolved_end", 13),
        ("zero_length", 14),
    ]
    assert outfall_names(network) == {"A": "O", "B": "O", "C": "O", "O": "O", "D": None}


def test_nothing_at_all():
    nothing = build_network(Pipes(np.empty((0, 2)), np.empty((0, 2))), Nodes(np.empty((0, 2))), 5)
    assert len(nothing.outfall) == len(nothing.reachable) == len(nothing.cycles) == 0
    assert codes(nothing) == []
    only_nodes = build_network(Pipes(np.empty((0, 2)), np.empty((0, 2))), nodes_of(), 5)
    assert list(only_nodes.end_type) == [DEAD_END] * 3 + [OUTFALL, DEAD_END]
    places_unknown = build_network(named("AB"), Nodes(np.full((2, 2), NAN), ["A", "B"], [MANHOLE, OUTFALL]), 5)
    assert list(places_unknown.outfall) == [1, 1]


def test_places_beyond_all_measure_do_not_stop_the_rest():
    pipes = Pipes([PLACES["A"], (1e300, -1e300)], [PLACES["O"], (1e9, 1e9)])
    for nodes in (nodes_of(), Nodes([(300, 0), (-1e200, 1e15)], None, [OUTFALL, MANHOLE]), nodes_of("O")):
        network = build_network(pipes, nodes, 5)
        assert network.outfall_of(network.start[0]) == network.end[0]
        assert network.start[1] != network.end[1]
        found = connect_inlets([(150, 1), (1e300, 1e300)], None, network, 5)
        assert list(found.pipe) == [0, -1]


# Branches and ways


def main_of(ids=None, level=None, size=None) -> str:
    """Which of B's two pipes, to C or to D, is its main branch."""
    network = build_network(named("BC", "BD", id=ids, from_level=level, size=size), nodes_of(), 5)
    return ways(network)[network.main_pipe[1]]


def test_main_branch_starts_lowest_then_is_larger_then_has_the_smaller_id():
    assert main_of(["1", "2"], [5.0, 4.0], [2.0, 1.0]) == "BD"
    assert main_of(["1", "2"], [5.0, 5.0], [1.0, 2.0]) == "BD"
    assert main_of(["2", "1"], [5.0, 5.0], [1.0, 1.0]) == "BD"
    assert main_of(["10", "9"], [5.0, 5.0], [1.0, 1.0]) == "BD"  # as numbers
    assert main_of(["P10", "P9"], [5.0, 5.0], [1.0, 1.0]) == "BC"  # as text
    assert main_of(["7", "7"], [5.0, 5.0], [1.0, 1.0]) == "BC"  # then the feature


def test_what_is_not_known_comes_after_what_is():
    assert main_of(["1", "2"], [NAN, 9.0], [1.0, 1.0]) == "BD"
    assert main_of(["1", "2"], [NAN, NAN], [NAN, 0.3]) == "BD"
    assert main_of([None, "2"]) == "BD"
    assert main_of() == "BC"


def test_levels_that_differ_by_rounding_only_are_equal():
    assert main_of(["1", "2"], [0.3, 0.1 + 0.2], [1.0, 2.0]) == "BD"


def test_order_of_ids_is_total():
    ids = ["10", "9", "1a", "b", None, "-3", "007", "7"]
    assert sorted(ids, key=id_order) == ["-3", "007", "7", "9", "10", "1a", "b", None]


def test_side_branches_count_for_what_can_be_reached_only():
    # B leads to O by way of C and, higher, to the outfall D.
    network = build_network(named("AB", "BC", "CO", "BD", from_level=[9, 5, 3, 6.0]), nodes_of(outfalls="OD"), 5)
    assert outfall_names(network) == {"A": "O", "B": "O", "C": "O", "O": "O", "D": "D"}
    assert network.outfall_of(0) == 3 and network.reason(0) is None
    both, first = frozenset([3, 4]), frozenset([3])
    assert network.reachable == [both, both, first, first, frozenset([4])]
    assert list(network.branching_nodes) == [1]
    assert list(network.upstream(4)) == [4]
    assert list(network.upstream(4, side_branches=True)) == [0, 1, 4]
    assert list(network.upstream(3)) == [0, 1, 2, 3]


def test_water_stops_at_an_outfall():
    network = build_network(named("AB", "BC", "CO"), nodes_of(outfalls="BO"), 5)
    assert outfall_names(network) == {"A": "B", "B": "B", "C": "O", "O": "O", "D": None}
    assert codes(network) == ["leaves_outfall"]


def test_a_cycle_has_no_outfall_and_ends():
    network = build_network(named("AB", "BC", "CD", "DB", id=list("wxyz")), nodes_of(), 5)
    assert outfall_names(network) == {"A": None, "B": None, "C": None, "O": "O", "D": None}
    assert list(network.end_type) == [CYCLE, CYCLE, CYCLE, OUTFALL, CYCLE]
    assert network.cycles == [[1, 2, 4]]
    assert "circle" in network.reason(0)
    cycle = next(f for f in network.findings if f.code == "cycle")
    assert all(name in cycle.message for name in "xyz")
    assert list(network.upstream(1)) == [0, 1, 2, 4]


def test_a_cycle_with_a_side_way_out_reaches_the_outfall_by_it_only():
    network = build_network(named("AB", "BA", "BO", from_level=[3, 2, 5.0]), nodes_of(), 5)
    assert network.outfall_of(0) == -1
    assert network.reachable[0] == frozenset([3])


def test_a_dead_end_is_named():
    network = build_network(named("AB", "BC"), nodes_of(), 5)
    assert network.reason(0) == "The way down ends at node C, which is no outfall."
    assert [(f.code, f.layer, f.fid) for f in network.findings] == [("dead_end", "manholes", 2)]
    assert codes(build_network(named("AB", "BC"), nodes_of("ABCD"), 5)) == []  # no outfalls given: nothing to miss


# Inlets


def test_an_inlet_goes_to_the_pipe_its_id_names():
    network = build_network(named("AB", "BO", id=["p", "q"]), nodes_of(), 5)
    found = connect_inlets([(500, 500), (NAN, NAN)], ["q", "p"], network, 5)
    assert list(found.how) == [BY_ID] * 2
    assert list(found.pipe) == [1, 0] and list(found.node) == [1, 0] and list(found.outfall) == [3, 3]
    assert list(found.reason) == [None, None] and found.findings == []


def test_an_inlet_without_id_goes_to_the_nearest_pipe():
    pipes = named("AB", "BO")
    pipes.vertices = [np.array([(0, 0), (50, 40), (100, 0)]), np.array([(100, 0), (300, 0)])]
    network = build_network(pipes, nodes_of(), 5)
    found = connect_inlets([(50, 43), (250, -5), (50, 0), (250, 5.01)], None, network, 5)
    assert list(found.how) == [BY_PIPE, BY_PIPE, NONE, NONE]
    assert list(found.node) == [0, 1, -1, -1]
    assert found.distance[:2] == pytest.approx([3, 5])
    assert found.reason[2] == "There is no pipe or node within 5 m."
    assert codes(found) == ["orphan_inlet"] * 2


def test_an_inlet_on_a_node_enters_there_and_not_above():
    network = build_network(named("AB", "BO", id=["1", "2"]), nodes_of(), 5)
    found = connect_inlets([(100, 2), (303, 0), (100, 102)], None, network, 5)
    assert list(found.how) == [BY_NODE] * 3
    assert list(found.node) == [1, 3, 4]
    assert list(found.pipe) == [1, -1, -1]
    assert list(found.outfall) == [3, 3, -1]
    assert "ends at node D" in found.reason[2]


def test_an_unknown_pipe_id_falls_back_on_place():
    network = build_network(named("AB", "BO", id=["1", "2"]), nodes_of(), 5)
    found = connect_inlets([(50, 1), (900, 0), (NAN, NAN)], ["9", "9", None], network, 5, inlet_fids=[21, 22, 23])
    assert list(found.how) == [BY_PIPE, NONE, NONE]
    expected = [("orphan_inlet", 22), ("orphan_inlet", 23), ("unknown_pipe", 21), ("unknown_pipe", 22)]
    assert sorted((f.code, f.fid) for f in found.findings) == expected
    assert found.reason[2] == "The inlet has neither a place nor a known pipe."


def test_of_pipes_with_one_id_an_inlet_takes_the_nearest():
    network = build_network(named("AB", "BO", id=["1", "1"]), nodes_of(), 5)
    assert list(connect_inlets([(250, 40), (NAN, NAN)], ["1", "1"], network, 5).pipe) == [1, 0]


def test_a_pipe_without_upper_node_still_leads_down():
    pipes = Pipes([(NAN, NAN)], [PLACES["O"]], id=["1"])
    found = connect_inlets([(0, 0)], ["1"], build_network(pipes, nodes_of(), 5), 5)
    assert (found.node[0], found.outfall[0], found.reason[0]) == (-1, 3, None)
    lost = Pipes([(NAN, NAN)], [(NAN, NAN)], id=["1"])
    found = connect_inlets([(0, 0)], ["1"], build_network(lost, nodes_of(), 5), 5)
    assert found.reason[0] == "Neither end of pipe 1 has a node."


# Nearest things, against all pairs

coordinates = st.integers(-8, 8).map(float) | st.sampled_from([NAN, 1e7])
places = st.lists(st.tuples(coordinates, coordinates), max_size=12)


@given(places, places, st.sampled_from([0.5, 1.0, 3.0, 50.0]))
def test_nearest_points_are_those_of_all_pairs(queries, points, distance):
    queries, points = (np.array(rows, float).reshape(-1, 2) for rows in (queries, points))
    index, gap = nearest_points(queries, points, reach(distance))
    for k, query in enumerate(queries):
        every = [math.dist(query, point) for point in points]
        best = min((d for d in every if d <= reach(distance)), default=None)
        assert index[k] == (-1 if best is None else every.index(best))
        assert math.isnan(gap[k]) if best is None else gap[k] == best


@given(places, st.lists(places, max_size=6), st.sampled_from([0.5, 1.0, 3.0, 50.0]))
@example([(1.0, 3.0)], [[(0.0, 0.0), (1e7, -1.0)]], 3.0)  # 3 m but for rounding
def test_nearest_lines_are_those_of_all_pairs(queries, lines, distance):
    queries = np.array(queries, float).reshape(-1, 2)
    lines = [np.array(line, float).reshape(-1, 2) for line in lines]
    _, gap = nearest_lines(queries, lines, reach(distance))
    for k, query in enumerate(queries):
        every = [to_segment(query, a, b) for line in lines for a, b in zip(line[:-1], line[1:])]
        best = min((d for d in every if d <= reach(distance)), default=NAN)
        assert gap[k] == pytest.approx(best, abs=2 * COINCIDENT, nan_ok=True)


def to_segment(point, start, end) -> float:
    along = end - start
    share = 0.0 if not along.any() else float(np.clip(((point - start) @ along) / (along @ along), 0, 1))
    return math.dist(point, start + share * along)


# Large and random networks


def random_tree(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Nodes on a jittered grid, each draining to its left or lower neighbour; node 0 is the outfall."""
    random = np.random.default_rng(seed)
    side = math.isqrt(count)
    node = np.arange(side * side)
    column, row = node % side, node // side
    left = ((random.random(len(node)) < 0.5) & (column > 0)) | (row == 0)
    xy = np.stack([column, row], axis=1) * 40.0 + random.uniform(-5, 5, (len(node), 2))
    return xy, np.where(left, node - 1, node - side)


@pytest.mark.parametrize("given", ["ids", "places", "levels", "nothing"])
def test_a_hundred_thousand_pipes(given):
    xy, below = random_tree(317**2, seed=3)
    start, end = np.arange(1, len(xy)), below[1:]
    random = np.random.default_rng(4)
    shifts = random.uniform(-1, 1, (2, len(start), 2))
    columns = {}
    if given == "ids":
        columns = {"from_node": start.astype(str), "to_node": end.astype(str)}
    flip = random.random(len(start)) < (0.5 if given == "levels" else 0.0)
    if given == "levels":
        steps = xy.sum(axis=1)
        columns = {"from_level": steps[np.where(flip, end, start)], "to_level": steps[np.where(flip, start, end)]}
    kinds = np.full(len(xy), MANHOLE, object)
    kinds[0] = OUTFALL
    nodes = Nodes(xy, np.arange(len(xy)).astype(str), kinds)
    if given == "nothing":
        nodes = Nodes(xy[:1], ["0"], [OUTFALL])
    first, last = np.where(flip, end, start), np.where(flip, start, end)
    network = build_network(Pipes(xy[first] + shifts[0], xy[last] + shifts[1], **columns), nodes, 5)
    assert network.findings == []
    assert len(network.nodes) == len(xy)
    assert (network.outfall == 0).all()
    assert len(network.cycles) == len(network.branching_nodes) == 0
    assert len(network.upstream(0)) == len(xy)
    assert set(network.reachable) == {frozenset([0])}
    if given != "nothing":
        assert (network.start == start).all() and (network.end == end).all()
    places = xy[start] + 0.5 * (xy[end] - xy[start])
    assert (connect_inlets(places, None, network, 5).pipe == np.arange(len(start))).all()


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 2)), max_size=20),
    st.sets(st.integers(0, 7), max_size=3),
)
def test_ways_are_those_of_following_pipe_by_pipe(edges, outfalls):
    xy = [(100.0 * k, 0.0) for k in range(8)]
    nodes = Nodes(xy, [str(k) for k in range(8)], [OUTFALL if k in outfalls else MANHOLE for k in range(8)])
    columns = [[str(edge[k]) for edge in edges] for k in (0, 1)]
    pipes = Pipes(
        [xy[edge[0]] for edge in edges],
        [xy[edge[1]] for edge in edges],
        from_node=columns[0],
        to_node=columns[1],
        from_level=[float(edge[2]) for edge in edges],
    )
    network = build_network(pipes, nodes, 5)
    out = {k: [e for e in edges if e[0] == k != e[1]] for k in range(8) if k not in outfalls}
    for node in range(8):
        here, seen = node, set()
        while here not in seen and out.get(here):
            seen.add(here)
            here = min(out[here], key=lambda edge: edge[2])[1]
        kind = CYCLE if out.get(here) else OUTFALL if here in outfalls else DEAD_END
        assert network.end_type[node] == kind
        assert network.outfall_of(node) == (here if kind == OUTFALL else -1)
        todo, met = [node], {node}
        while todo:
            for edge in out.get(todo.pop(), ()):
                if edge[1] not in met:
                    met.add(edge[1])
                    todo.append(edge[1])
        assert network.reachable[node] == met & outfalls
    for node in range(8):
        drained = [above for above in range(8) if node in way(network, above)]
        assert list(network.upstream(node)) == drained


def way(network, node) -> set[int]:
    """The nodes on the main way from a node."""
    seen = set()
    while node not in seen:
        seen.add(node)
        if network.main_pipe[node] >= 0:
            node = int(network.end[network.main_pipe[node]])
    return seen
