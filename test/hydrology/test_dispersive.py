"""D-infinity and multiple flow: against richdem, a slow second method and by hand; on cells that are not square too."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.errors import Cancelled
from rainshed.hydrology.flow.accumulation import outlet_sum
from rainshed.hydrology.flow.directions import COLUMN_STEP, ROW_STEP
from rainshed.hydrology.flow.dispersive import METHODS, dispersive_accumulation, way_widths
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.progress import Progress
from rainshed.hydrology.terrain.filling import fill_with_slope
from rainshed.test.hydrology.strategies import CELL_SIZES, Terrain, random_terrain, terrains

OBLONG = [size for size in CELL_SIZES if size[0] != size[1]]


def ways_out(z, dx=1.0, dy=1.0, valid=None, sinks=None, closed_edge=False):
    valid = np.ones(z.shape, bool) if valid is None else valid
    return through_depressions(build_hierarchy(z, valid, dx, dy, sinks, closed_edge))


def accumulate(z, method, weights=1.0, dx=1.0, dy=1.0, progress=None, **more):
    """The accumulation, and what leaves."""
    direction = ways_out(z, dx, dy, **more)
    found = dispersive_accumulation(z, direction, dx, dy, method, weights, progress)
    return found, outlet_sum(direction, found)


def plain_terrain(rows=60, columns=45) -> np.ndarray:
    """Ridges and valleys that fall steadily southward: neither a depression nor a flat."""
    r, c = np.mgrid[:rows, :columns]
    return 500 - 2.0 * r + 1.5 * np.sin(c / 4.0) * np.cos(r / 9.0) + 0.3 * np.cos(c * 1.7)


def rugged_terrain(seed, rows=60, columns=45) -> np.ndarray:
    """Random ground on which every cell has a lower neighbour and no two ways are equally steep."""
    z = random_terrain(seed, "rough", (rows, columns)).z
    z = np.nan_to_num(np.where(np.abs(z) < 1e4, z, 0.0))
    rng = np.random.default_rng(seed)
    return fill_with_slope(z, ways_out(z), 1.0, 1.0, 0.01) + 0.003 * rng.random(z.shape)


GROUNDS = [plain_terrain, *(lambda seed=seed: rugged_terrain(seed) for seed in range(5))]


@pytest.mark.parametrize("ground", GROUNDS, ids=["plain", *map(str, range(5))])
@pytest.mark.parametrize("weighted", [False, True], ids=["counted", "weighted"])
@pytest.mark.parametrize("method", METHODS)
def test_as_by_richdem_on_square_cells(method, weighted, ground):
    """richdem's shares are float32, hence the tolerance."""
    pytest.importorskip("richdem", reason="richdem2 is not installed")
    from rainshed.test.reference import peer

    z = ground()
    weights = np.random.default_rng(1).random(z.shape) if weighted else np.ones(z.shape)
    found, leaving = accumulate(z, method, weights, 5.0, 5.0)
    np.testing.assert_allclose(found, peer.disperse(z, weights, method), rtol=1e-5)
    assert leaving == pytest.approx(weights.sum(), rel=1e-12)


def facet_accumulation(z: np.ndarray, dx: float, dy: float) -> np.ndarray:
    """D-infinity after Tarboton (1997), cell by cell from the highest; edge cells keep their water."""
    ring = [(0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1), (1, 0), (1, 1)]  # counter-clockwise from the east
    total = np.ones(z.shape)
    for cell in np.argsort(-z, axis=None):
        r, c = divmod(int(cell), z.shape[1])
        if r in (0, z.shape[0] - 1) or c in (0, z.shape[1] - 1):
            continue
        steepest, place = 0.0, 0.0
        for k in range(8):
            one, other = (k, (k + 1) % 8) if k % 2 == 0 else ((k + 1) % 8, k)  # the straight and the diagonal one
            e0, e1, e2 = (z[r + a, c + b] for a, b in ((0, 0), ring[one], ring[other]))
            d1, d2 = (dx, dy) if one in (0, 4) else (dy, dx)
            s1, s2 = (e0 - e1) / d1, (e1 - e2) / d2
            slope, turn = np.hypot(s1, s2), np.arctan2(s2 / d2, s1 / d1)
            if turn < 0:
                slope, turn = s1, 0.0
            elif turn > np.pi / 4:
                slope, turn = (e0 - e2) / np.hypot(d1, d2), np.pi / 4
            if slope > steepest:
                steepest = slope
                place = one + (turn if k % 2 == 0 else -turn) / (np.pi / 4)
        assert steepest > 0
        for k, share in ((int(place // 1) % 8, 1 - place % 1), ((int(place // 1) + 1) % 8, place % 1)):
            total[r + ring[k][0], c + ring[k][1]] += total[r, c] * share
    return total


@pytest.mark.parametrize("size", [(1.0, 1.0), *OBLONG])
def test_d_infinity_as_by_a_slow_second_method(size):
    z = plain_terrain(30, 25)
    found, _ = accumulate(z, "dinf", 1.0, *size)
    np.testing.assert_allclose(found, facet_accumulation(z, *size), rtol=1e-9)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("size", OBLONG)
def test_turned_by_a_quarter(size, method):
    z = rugged_terrain(7, 25, 30)
    found, _ = accumulate(z, method, 1.0, *size)
    turned, _ = accumulate(np.ascontiguousarray(z.T), method, 1.0, *size[::-1])
    np.testing.assert_allclose(turned.T, found, rtol=1e-9)


def handed_on(z, method, dx, dy) -> np.ndarray:
    """What each neighbour gets of the middle of a 3 x 3 grid, in their order."""
    found, _ = accumulate(z, method, 1.0, dx, dy)
    assert found[1, 1] == 1
    return np.array([found[1 + r, 1 + c] - 1 for r, c in zip(ROW_STEP, COLUMN_STEP)])


def tilted(degrees, dx, dy) -> np.ndarray:
    """A plane of 3 x 3 cells that falls by 1 m/m, by the compass of mathematics: 0 = east, 90 = north."""
    r, c = np.mgrid[:3, :3]
    angle = np.radians(degrees)
    return 50 - np.round(np.cos(angle) * c * dx - np.sin(angle) * r * dy, 12)


def off_course(shares, degrees, dx, dy) -> float:
    """Degrees between the mean step of what is handed on and the direction in which the plane falls."""
    step = np.arctan2(shares @ (-ROW_STEP * dy), shares @ (COLUMN_STEP * dx))
    return abs((np.degrees(step) - degrees + 180) % 360 - 180)


@pytest.mark.parametrize("size", [(1.0, 1.0), (2.0, 6.0), *OBLONG])
@pytest.mark.parametrize("degrees", range(0, 360, 10))
def test_d_infinity_flows_as_the_plane_falls(degrees, size):
    """To the two neighbours on either side, shared by the angle in cells; by up to 4 degrees off on square cells."""
    dx, dy = size
    shares = handed_on(tilted(degrees, dx, dy), "dinf", dx, dy)
    angle = np.radians(degrees)
    ring = shares[[0, 7, 6, 5, 4, 3, 2, 1]]  # counter-clockwise, as the degrees
    k, share = divmod(np.round(np.arctan2(np.sin(angle) / dy, np.cos(angle) / dx) % (2 * np.pi) / (np.pi / 4), 9), 1)
    expected = np.zeros(8)
    expected[int(k) % 8] = 1 - share
    expected[(int(k) + 1) % 8] += share
    np.testing.assert_allclose(ring, expected, atol=1e-9)
    assert off_course(shares, degrees, dx, dy) < (4.2 if dx == dy else 6.5)


@pytest.mark.parametrize("size", [(1.0, 1.0), (2.0, 6.0), *OBLONG])
@pytest.mark.parametrize("degrees", range(0, 360, 10))
def test_multiple_flow_flows_as_the_plane_falls(degrees, size):
    shares = handed_on(tilted(degrees, *size), "mfd", *size)
    assert shares.sum() == pytest.approx(1)
    assert off_course(shares, degrees, *size) < 2.5


@pytest.mark.parametrize("size", [(3.0, 3.0), (2.0, 3.0), (2.0, 6.0), (6.0, 2.0)])
@pytest.mark.parametrize(("method", "deviation"), [("dinf", 0.13), ("mfd", 0.05)])
def test_the_same_area_per_width_on_a_cone_whatever_the_cells(method, deviation, size):
    """Around the top of a cone the area upstream, per metre across the flow, is half the distance everywhere.

    The width that a cell takes of the flow is its area by the length of the mean step. D-infinity strays by 12 % (root
    mean square) on square cells already, more water going straight and along the diagonals than between.
    """
    dx, dy = size
    columns, rows = 2 * int(200 / dx) + 1, 2 * int(200 / dy) + 1
    x, y = np.meshgrid(dx * (np.arange(columns) - columns // 2), dy * (rows // 2 - np.arange(rows)))
    away = np.hypot(x, y)
    area, leaving = accumulate(1000 - 0.1 * away, method, dx * dy, dx, dy)
    assert leaving == pytest.approx(columns * rows * dx * dy, rel=1e-12)
    degrees = np.arange(0, 361, 2)
    steps = []
    for tilt in degrees:
        shares = handed_on(tilted(tilt, dx, dy), method, dx, dy)
        steps.append(np.hypot(shares @ (ROW_STEP * dy), shares @ (COLUMN_STEP * dx)))
    step = np.interp(np.degrees(np.arctan2(y, x)) % 360, degrees, steps)
    ring = (away > 100) & (away < 190)
    ratio = (area * step / (dx * dy))[ring] / (away[ring] / 2)
    assert ratio.mean() == pytest.approx(1, abs=0.04)
    assert np.sqrt(np.mean((ratio - 1) ** 2)) < deviation


def test_multiple_flow_by_hand():
    """Three lower neighbours on the edge, 2 m and 1 m straight and 1 m over the diagonal; the rest is a wall."""
    z = np.array([[9.0, 9.0, 9.0], [9.0, 5.0, 3.0], [9.0, 4.0, 4.0]])
    shares = np.array([2.0, (1 / 2**0.5), 1.0]) ** 1.1
    assert handed_on(z, "mfd", 1.0, 1.0)[:3] == pytest.approx((shares / shares.sum()).tolist(), rel=1e-9)


def test_multiple_flow_by_hand_on_cells_that_are_not_square():
    """Cells of 3 x 4 m, so 5 m over the diagonal: slopes of 2, 1 and 0.5."""
    z = np.array([[19.0, 19.0, 19.0], [19.0, 10.0, 4.0], [19.0, 8.0, 5.0]])
    # sinh u = 1.41421 x (16 - 9) / 25 = 0.39598, so u = 0.38628: e^u = 1.47150, e^-u = 0.67958
    widths = np.array([1.47150 / 3, 1.41421 / 5, 0.67958 / 4])
    assert way_widths(3.0, 4.0)[:3] == pytest.approx(widths.tolist(), rel=1e-4)
    shares = widths * np.array([2.0, 1.0, 0.5]) ** 1.1
    assert handed_on(z, "mfd", 3.0, 4.0)[:3] == pytest.approx((shares / shares.sum()).tolist(), rel=1e-4)


@pytest.mark.parametrize("size", CELL_SIZES)
def test_widths_of_ways_move_water_down_the_slope(size):
    """Slope times width: the mean step on a plane falling to any side goes there."""
    away = np.stack((COLUMN_STEP * size[0], -ROW_STEP * size[1]), axis=1)
    distance = np.hypot(*away.T)
    for angle in np.radians(np.arange(0, 360, 7)):
        slope = np.maximum(away @ (np.cos(angle), np.sin(angle)) / distance, 0)
        step = (slope * way_widths(*size)) @ away
        assert np.arctan2(*step[::-1]) % (2 * np.pi) == pytest.approx(angle, abs=1e-9)
    assert np.ptp(way_widths(5.0, 5.0)) < 1e-15


@pytest.mark.parametrize("method", METHODS)
@given(terrain=terrains(), closed_edge=st.booleans())
@settings(max_examples=40)
def test_nothing_is_lost_on_any_ground(method, terrain: Terrain, closed_edge):
    z, valid, dx, dy, sinks = terrain
    weights = np.random.default_rng(2).random(z.shape)
    found, leaving = accumulate(z, method, weights, dx, dy, valid=valid, sinks=sinks, closed_edge=closed_edge)
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


def test_cancel_between_the_blocks(monkeypatch):
    monkeypatch.setattr("rainshed.hydrology.compiled.block_cells", lambda: 100)
    monkeypatch.setattr("rainshed.hydrology.flow.dispersive.block_cells", lambda: 100)
    asked = []
    progress = Progress(cancelled=lambda: asked.append(1) or len(asked) > 12)
    with pytest.raises(Cancelled):
        accumulate(plain_terrain(), "mfd", progress=progress)
    assert len(asked) == 13
