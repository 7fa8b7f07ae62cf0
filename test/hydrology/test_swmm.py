"""Networks completed for the SWMM engine, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.drainage.network import MANHOLE, OUTFALL, Nodes, Pipes, build_network
from rainshed.hydrology.drainage.swmm import CONDUIT, PUMP, subcatchment_width, swmm_network
from rainshed.hydrology.errors import HydrologyError

NAN = np.nan


def chain(places, pipes, outfalls, invert=None, **columns):
    """A network of straight pipes (from, to) between named places."""
    names = list(places)
    kind = [OUTFALL if name in outfalls else MANHOLE for name in names]
    nodes = Nodes([places[name] for name in names], names, kind, invert=invert)
    ends = [(places[a], places[b]) for a, b in pipes]
    made = Pipes(
        [a for a, _ in ends], [b for _, b in ends], id=[a + b for a, b in pipes], from_node=[a for a, _ in pipes],
        to_node=[b for _, b in pipes], **columns,
    )  # fmt: skip
    return build_network(made, nodes, 1.0)


def row(names, spacing=100.0):
    return {name: (i * spacing, 0.0) for i, name in enumerate(names)}


def completed(network, ground=None):
    ground = np.full(len(network.nodes), NAN) if ground is None else np.asarray(ground, float)
    made = swmm_network(network, ground, 0.013)
    told = {
        note.text: [network.pipes.label(i) if note.about == "link" else network.nodes.label(i) for i in note.which]
        for note in made.notes
    }
    return made, told


def said(told, part):
    return next((names for text, names in told.items() if part in text), [])


def test_levels_between_and_beyond():
    """Known at a (10 m) and at the outfall (6 m), 400 m apart: 1 % between; x lies 100 m above c at 0.3 %."""
    places = row("abcde") | {"x": (200.0, 100.0)}
    network = chain(
        places, ["ab", "bc", "cd", "de", "xc"], "e", from_level=[10, NAN, NAN, NAN, NAN],
        to_level=[NAN, NAN, NAN, 6, NAN], size=[0.5] * 5,
    )  # fmt: skip
    made, told = completed(network)
    assert made.invert == pytest.approx([10, 9, 8, 7, 6, 8.3])
    assert made.start_z == pytest.approx([10, 9, 8, 7, 8.3]) and made.end_z == pytest.approx([9, 8, 7, 6, 8])
    assert said(told, "between those of the nodes") == ["b", "c", "d"]
    assert said(told, "none on one side") == ["x"]
    assert said(told, "lack a level") == ["ab", "bc", "cd", "de", "xc"]
    assert made.depth[:4] == pytest.approx([1.5] * 4, abs=0.01)  # the pipe and a metre of cover
    assert np.isnan(made.depth[4])
    assert said(told, "no ground level") == ["a", "b", "c", "d", "x"]


def test_bottoms_and_depths():
    """b's bottom is given above its pipe, c's 0.2 m below; c's ground is below the pipe's top."""
    network = chain(
        row("abco"), ["ab", "bc", "co"], "o", invert=[NAN, 9.5, 7.8, NAN], from_level=[10, 9, 8], to_level=[9, 8, 7],
        size=[0.5, 0.6, 0.6],
    )  # fmt: skip
    made, told = completed(network, [12, 11, 8.2, 9])
    assert made.invert == pytest.approx([10, 9, 8, 7])
    assert said(told, "pipe below their bottom") == ["b"]
    assert said(told, "bottom below all their pipes") == ["c"]
    assert made.depth[:3] == pytest.approx([2, 2, 0.6], abs=0.005)
    assert said(told, "ground below the top") == ["c"]


def test_sizes():
    """bc has none and takes ab's; xb, at the top, the smallest; the virtual cd the larger of its neighbours."""
    places = row("abcdo") | {"x": (100.0, 80.0)}
    network = chain(
        places, ["ab", "bc", "cd", "do", "xb"], "o", from_level=[10, 9, 8, 7, 9.5], to_level=[9, 8, 7, 6, 9],
        size=[0.8, NAN, 0.1, 1.2, NAN], shape=[None, "CIRCULAR", "VIRTUAL", "EGG", None],
    )  # fmt: skip
    made, told = completed(network)
    assert made.height == pytest.approx([0.8, 0.8, 1.2, 1.2, 0.3])
    assert made.shape.tolist() == ["CIRCULAR", "CIRCULAR", "CIRCULAR", "EGG", "CIRCULAR"]
    assert said(told, "largest pipe that ends where they begin") == ["bc"]
    assert said(told, "no pipe above them has") == ["xb"]
    assert said(told, "virtual links are taken") == ["cd"]


def test_shapes_and_pressure():
    network = chain(
        row("abcdefo"), ["ab", "bc", "cd", "de", "ef", "fo"], "o", from_level=[10, 9, 8, 7, 20, 19],
        to_level=[9, 8, 7, 20, 19, 18.9], size=[1, 1, 0.2, 0.2, 0.5, 0.5], width=[2, NAN, NAN, NAN, NAN, NAN],
        shape=["RECT_CLOSED", "rect", "FORCE_MAIN", "force main", "ARCH", None],
    )  # fmt: skip
    made, told = completed(network)
    assert made.shape.tolist() == ["RECT_CLOSED", "RECT_CLOSED", "FORCE_MAIN", "FORCE_MAIN", "CIRCULAR", "CIRCULAR"]
    assert made.width[:2] == pytest.approx([2, 1])
    assert made.kind.tolist() == [CONDUIT, CONDUIT, CONDUIT, PUMP, CONDUIT, CONDUIT]
    assert made.rate[3] == pytest.approx(1000 * np.pi / 4 * 0.2**2)  # 1 m/s
    assert said(told, "end above their own top") == ["de"]
    assert said(told, "FORCE_MAIN of Hazen") == ["cd"]
    assert said(told, "neither circular") == ["ef"]


def test_what_is_kept_and_left_out():
    """An adverse conduit, two pipes into one outfall, one out of it, manholes without pipes."""
    places = row("abco") | {"x": (300.0, 50.0), "dead": (0.0, 90.0), "lone": (0.0, 500.0)}
    network = chain(
        places, ["ab", "bc", "co", "xo", "ox"], "o", from_level=[10, 9, 9.2, 9, 8],
        to_level=[9, 9.2, 8, 8, 7], size=[0.5] * 5,
    )  # fmt: skip
    made, told = completed(network)
    assert network.pipes.id[made.pipe].tolist() == ["ab", "bc", "co", "xo"]
    assert said(told, "leave an outfall") == ["ox"]
    assert said(told, "rise against") == ["bc"]
    assert made.twin.tolist() == [0, 0, 0, 1] and said(told, "outfalls end several pipes") == ["o"]
    assert said(told, "have no pipe") == ["dead", "lone"]


def test_dead_ends_circles_and_short_pipes():
    places = {"a": (0, 0), "b": (100, 0), "c": (100, 100), "o": (200, 0), "d": (0, 0.3), "e": (0, 90)}
    nodes = Nodes(list(places.values()), list(places), [OUTFALL if n == "o" else MANHOLE for n in places])
    ends = [("a", "b"), ("b", "c"), ("c", "b"), ("b", "o"), ("d", "a"), ("a", "e"), ("c", "c")]
    pipes = Pipes(
        [places[a] for a, _ in ends], [places[b] for _, b in ends], [a + b for a, b in ends], [a for a, _ in ends],
        [b for _, b in ends], [5, 4, 4, 4, 5.1, 4.8, 4], [4, 4, 4, 3, 5, 4.5, 4], [0.4] * 7,
    )  # fmt: skip
    network = build_network(pipes, nodes, 0.1)
    made, told = completed(network)
    assert made.length == pytest.approx([100, 100, 100, 100, 1, 90])
    assert said(told, "shorter than 1 m") == ["da"]
    assert said(told, "begin and end at one node") == ["cc"]
    assert said(told, "end a way without being outfalls") == ["e"]
    assert said(told, "lie on circles") == ["b", "c"]


def test_below_the_ground_or_left_out():
    """A way without any level lies 2 m below the ground, or stays out where that is not known either."""
    places = row("ao") | {"p": (0, 500), "q": (100, 500), "r": (0, 900), "s": (100, 900)}
    network = chain(places, ["ao", "pq", "rs"], "oqs", from_level=[5, NAN, NAN], to_level=[4, NAN, NAN], size=[0.5] * 3)
    made, told = completed(network, [NAN, NAN, 30, 29.5, NAN, NAN])
    assert network.pipes.id[made.pipe].tolist() == ["ao", "pq"]
    assert made.invert[2:4] == pytest.approx([28, 27.5])
    assert said(told, "2 m below the ground") == ["p", "q"] and said(told, "left out") == ["rs"]


def test_refused():
    network = chain(row("ab"), ["ab"], "b", size=[0.5])
    with pytest.raises(HydrologyError, match="No level is known"):
        swmm_network(network, np.full(2, NAN), 0.013)
    network = chain(row("ab"), ["ab"], "", from_level=[2], to_level=[1], size=[0.5])
    with pytest.raises(HydrologyError, match="No pipe reaches an outfall"):
        swmm_network(network, np.full(2, NAN), 0.013)


def test_width():
    area = np.array([5000.0, 5000.0, 5000.0, 40_000.0])
    width = subcatchment_width(area, np.array([100.0, NAN, 1.0, 900.0]), 150.0)
    assert width == pytest.approx([50, 5000**0.5, 5000 / (5000 / np.pi) ** 0.5, 40_000 / 150])
