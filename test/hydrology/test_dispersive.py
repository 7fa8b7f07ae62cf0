"""D-infinity and multiple flow: against richdem called directly, by hand, and nothing lost on any ground."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.errors import Cancelled, HydrologyError
from rainshed.hydrology.flow import dispersive
from rainshed.hydrology.flow.dispersive import METHODS, dispersive_accumulation
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.progress import Progress
from rainshed.test.hydrology.strategies import Terrain, terrains

richdem = pytest.importorskip("richdem", reason="richdem is not installed")


def accumulate(z, method, weights=1.0, valid=None, dx=1.0, sinks=None, closed_edge=False, progress=None):
    valid = np.ones(z.shape, bool) if valid is None else valid
    direction = through_depressions(build_hierarchy(z, valid, dx, dx, sinks, closed_edge))
    return dispersive_accumulation(z, direction, dx, dx, method, weights, progress)


def plain_terrain(rows=60, columns=45) -> np.ndarray:
    """Ridges and valleys that fall steadily southward: neither a depression nor a flat."""
    r, c = np.mgrid[:rows, :columns]
    return 500 - 2.0 * r + 1.5 * np.sin(c / 4.0) * np.cos(r / 9.0) + 0.3 * np.cos(c * 1.7)


PLACE = {"no_data": -9999.0, "geotransform": (0, 1, 0, 0, 0, -1)}


@pytest.fixture(params=[False, True], ids=["counted", "weighted"])
def weights(request) -> np.ndarray:
    shape = plain_terrain().shape
    return np.random.default_rng(1).random(shape) if request.param else np.ones(shape)


def test_multiple_flow_as_by_richdem_itself(weights, monkeypatch):
    """On plain ground; here five rows at a time. richdem lets no water go on from an edge cell either."""
    monkeypatch.setattr(dispersive, "_BLOCK_CELLS", 5 * 45)
    z = plain_terrain()
    alone = richdem.FlowAccumulation(
        richdem.rdarray(z.copy(), **PLACE), "Freeman", 1.1, richdem.rdarray(weights.copy(), **PLACE)
    )
    found, leaving = accumulate(z, "mfd", weights)
    np.testing.assert_allclose(found, np.asarray(alone), rtol=2e-6)
    assert leaving == pytest.approx(weights.sum(), rel=1e-12)


def test_d_infinity_as_by_richdem_with_its_two_shares_exchanged(weights, monkeypatch):
    monkeypatch.setattr(dispersive, "_BLOCK_CELLS", 5 * 45)
    z = plain_terrain()
    shares = richdem.FlowProportions(richdem.rdarray(z.copy(), **PLACE), "Dinf")
    for cell in np.ndindex(z.shape):
        pair = np.flatnonzero(shares[cell][1:] > 0) + 1
        if pair.size == 2 and dispersive._shares_are_reversed():
            shares[cell][pair] = shares[cell][pair[::-1]]
    alone = richdem.FlowAccumFromProps(shares, richdem.rdarray(weights.copy(), **PLACE))
    found, leaving = accumulate(z, "dinf", weights)
    np.testing.assert_allclose(found, np.asarray(alone), rtol=2e-6)
    assert leaving == pytest.approx(weights.sum(), rel=1e-12)


def facet_accumulation(z: np.ndarray) -> np.ndarray:
    """D-infinity after Tarboton (1997), cell by cell from the highest; edge cells keep their water."""
    ring = [(0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1), (1, 0), (1, 1)]  # by 45 degrees from the east
    total = np.ones(z.shape)
    for cell in np.argsort(-z, axis=None):
        r, c = divmod(int(cell), z.shape[1])
        if r in (0, z.shape[0] - 1) or c in (0, z.shape[1] - 1):
            continue
        steepest, angle = 0.0, 0.0
        for k in range(8):
            one, other = (k, (k + 1) % 8) if k % 2 == 0 else ((k + 1) % 8, k)  # the straight and the diagonal one
            e0, e1, e2 = (z[r + a, c + b] for a, b in ((0, 0), ring[one], ring[other]))
            s1, s2 = e0 - e1, e1 - e2
            slope, turn = np.hypot(s1, s2), np.arctan2(s2, s1)
            if turn < 0:
                slope, turn = s1, 0.0
            elif turn > np.pi / 4:
                slope, turn = (e0 - e2) / 2**0.5, np.pi / 4
            if slope > steepest:
                steepest, angle = slope, one * np.pi / 4 + (turn if k % 2 == 0 else -turn)
        assert steepest > 0
        place = (angle / (np.pi / 4)) % 8
        for k, share in ((int(place) % 8, 1 - place % 1), ((int(place) + 1) % 8, place % 1)):
            total[r + ring[k][0], c + ring[k][1]] += total[r, c] * share
    return total


def test_d_infinity_as_by_a_slow_second_method():
    z = plain_terrain()
    found, _ = accumulate(z, "dinf")
    np.testing.assert_allclose(found, facet_accumulation(z), rtol=1e-5)


@pytest.mark.parametrize("degrees", range(0, 360, 10))
def test_d_infinity_sends_most_to_the_nearer_direction(degrees):
    """A plane that falls by the compass of mathematics: 0 = east, 90 = north."""
    angle = np.radians(degrees)
    r, c = np.mgrid[:3, :3]
    found, _ = accumulate(50 - np.round(np.cos(angle) * c - np.sin(angle) * r, 12), "dinf")
    ring = [found[1, 2], found[0, 2], found[0, 1], found[0, 0], found[1, 0], found[2, 0], found[2, 1], found[2, 2]]
    k, share = divmod(degrees / 45, 1)
    expected = np.ones(8)
    expected[int(k)] += 1 - share
    expected[(int(k) + 1) % 8] += share
    np.testing.assert_allclose(ring, expected, atol=1e-6)


def test_multiple_flow_by_hand():
    """Three lower neighbours on the edge, 2 m and 1 m straight and 1 m over the diagonal; the rest is a wall."""
    z = np.array([[9.0, 9.0, 9.0], [9.0, 5.0, 3.0], [9.0, 4.0, 4.0]])
    found, _ = accumulate(z, "mfd", 10.0)
    shares = np.array([2.0, 1.0, 1.0 / 2**0.5]) ** 1.1
    shares *= 10 / shares.sum()
    assert found[1, 1] == 10
    assert [found[1, 2], found[2, 1], found[2, 2]] == pytest.approx((10 + shares).tolist(), rel=1e-6)


@pytest.mark.parametrize("method", METHODS)
@given(terrain=terrains(), closed_edge=st.booleans())
@settings(max_examples=40)
def test_nothing_is_lost_on_any_ground(method, terrain: Terrain, closed_edge):
    z, valid, dx, _, sinks = terrain
    weights = np.random.default_rng(2).random(z.shape)
    found, leaving = accumulate(z, method, weights, valid, dx, sinks, closed_edge)
    assert np.array_equal(np.isnan(found), ~valid)
    assert leaving == pytest.approx(weights[valid].sum(), rel=1e-9)
    assert (found[valid] >= weights[valid] * (1 - 1e-12)).all()
    if sinks is not None and sinks.any():
        assert leaving >= found[sinks].sum() * (1 - 1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_water_leaves_beside_a_hole_and_not_into_it(method):
    """All around the hole runs off the map at once: below it, a cell has no more than without the hole."""
    z = plain_terrain(20, 9)
    valid = np.ones(z.shape, bool)
    valid[8, 4] = False
    whole, _ = accumulate(z, method)
    holed, leaving = accumulate(z, method, valid=valid)
    assert leaving == pytest.approx(valid.sum(), rel=1e-12)
    assert holed[10, 4] < whole[10, 4]
    np.testing.assert_allclose(holed[:7], whole[:7])


def test_richdem_is_not_heard(capfd):
    accumulate(plain_terrain(), "dinf")
    heard = capfd.readouterr()
    assert heard.out == "" and heard.err == ""
    print("still here")
    assert capfd.readouterr().out == "still here\n"


def test_cells_that_are_not_square_are_refused():
    z = plain_terrain(6, 6)
    direction = through_depressions(build_hierarchy(z, np.ones(z.shape, bool), 2.0, 3.0))
    with pytest.raises(HydrologyError, match="needs square cells, not 2 x 3 m"):
        dispersive_accumulation(z, direction, 2.0, 3.0, "dinf")


def test_cancel_between_the_blocks(monkeypatch):
    monkeypatch.setattr(dispersive, "_BLOCK_CELLS", 100)
    asked = []
    progress = Progress(cancelled=lambda: asked.append(1) or len(asked) > 12)
    with pytest.raises(Cancelled):
        accumulate(plain_terrain(), "mfd", progress=progress)
    assert len(asked) == 13
