"""The interception line by arithmetic, and against a walk down from every cell.

Cells on the DEM's edge are outlets: their own water leaves there and enters no other cell.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.drainage.interception import interception
from rainshed.hydrology.flow.directions import COLUMN_STEP, NODATA, OUTLET, PIT, ROW_STEP, flow_directions
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.storm.runoff import rational_flow
from rainshed.test.hydrology.strategies import FLOAT_KINDS, random_terrain, terrains

PLANE = np.tile(10.0 - np.arange(8), (6, 1))  # falls eastward, 10 to 3


def lines(z, level, dx=1.0, dy=1.0, label=None, water=None, valid=None):
    z = np.asarray(z, float)
    valid = np.ones(z.shape, bool) if valid is None else valid
    label = np.zeros(z.shape, np.int32) if label is None else label
    water = np.zeros(z.shape, bool) if water is None else water
    return interception(z, valid, dx, dy, label, np.atleast_1d(np.asarray(level, float)), water)


def test_a_plane_with_a_low_half():
    """At level 5.5 columns 5 to 7 are low. Rows 1 to 4 of columns 1 to 4 drain into them: 16 cells of 2 x 3 m."""
    found = lines(PLANE, 5.5, 2.0, 3.0)
    assert found.area.tolist() == [16 * 6]
    assert found.length.tolist() == [4 * 3]
    np.testing.assert_array_equal(found.sides[0], [[r, 5, r + 1, 5] for r in (1, 2, 3, 4)])
    assert (found.from_zone.tolist(), found.to_zone.tolist()) == ([0], [0])


def test_ground_at_the_level_is_low():
    """As in drain_mode: gravity only above the level. Column 4 holds 6.0."""
    assert lines(PLANE, 6.0).area.tolist() == [4 * 3]
    assert lines(PLANE, 5.999).area.tolist() == [4 * 4]


@pytest.mark.parametrize("level", [2.0, 50.0, np.nan])
def test_no_line_without_high_and_low_ground(level):
    found = lines(PLANE, level)
    assert found.area.size == found.length.size == len(found.sides) == 0


def test_a_bowl_is_ringed():
    """Five by five; only the centre is low: all eight cells around it drain into it, over a line of four sides."""
    z = np.full((5, 5), 5.0)
    z[1:4, 1:4] = 3.0
    z[2, 2] = 1.0
    found = lines(z, 2.0)
    assert found.area.tolist() == [8.0]
    assert found.length.tolist() == [4.0]


def test_a_step_over_a_corner_takes_the_sides_that_meet_there():
    """Water steps south-east from (1, 1) to (2, 2), the only low cell; its north and west sides stand for it."""
    z = np.full((5, 5), 9.0)
    z[1, 1], z[2, 2] = 5.0, 1.0
    water = z == 9.0
    water[2, 2] = False
    found = lines(z, 2.0, water=water)
    assert found.area.tolist() == [1.0]
    np.testing.assert_array_equal(found.sides[0], [[2, 2, 2, 3], [2, 2, 3, 2]])


def test_water_counts_where_it_enters_first():
    """In a ditch 9 3 6 2 the cell 3 fills and spills over 6 into 2: there only the water of 6 itself counts."""
    z = np.full((3, 6), 99.0)
    z[1] = [10, 9, 3, 6, 2, 1]
    found = lines(z, 5.0)
    assert found.area.tolist() == [1.0, 1.0]
    assert [s.tolist() for s in found.sides] == [[[1, 2, 2, 2]], [[1, 4, 2, 4]]]


def test_zones_have_levels_of_their_own():
    """Rows 1 and 2 drain to water at 5.5, row 3 to water at 3.5, row 4 to none: its ground is neither high nor low."""
    label = np.zeros(PLANE.shape, np.int32)
    label[3], label[4:] = 1, 2
    found = lines(PLANE, [5.5, 3.5, np.nan], label=label)
    assert list(zip(found.from_zone, found.to_zone, found.area)) == [(0, 0, 2 * 4.0), (1, 1, 6.0)]


def test_high_water_of_one_zone_enters_the_low_ground_of_another():
    label = np.zeros(PLANE.shape, np.int32)
    label[:, 5:] = 1
    found = lines(PLANE, [1.0, 5.5], label=label)
    assert list(zip(found.from_zone, found.to_zone, found.area)) == [(0, 1, 16.0)]


def test_channels_receive_water():
    """A channel along column 5 takes what comes from above; column 6 is low, with no high ground behind it."""
    water = np.zeros(PLANE.shape, bool)
    water[:, 5] = True
    assert lines(PLANE, 5.5, water=water).area.size == 0


def walk(z, valid, dx, dy, label, receiving, water) -> Counter:
    """(from_zone, to_zone) -> cells of high ground whose way enters low ground, by a walk down from each."""
    levels = np.append(receiving, np.nan)[label]
    low = valid & ~water & (np.where(valid, z, 0.0) <= levels)
    direction = through_depressions(build_hierarchy(z, valid, dx, dy, low | water))
    found: Counter = Counter()

    def above(cell) -> float:
        return z[cell] - receiving[label[cell]]

    for start in zip(*np.nonzero(valid & ~water)):
        if not above(start) > 0:
            continue
        here = start
        while direction[here] < OUTLET:
            k = direction[here]
            there = (here[0] + ROW_STEP[k], here[1] + COLUMN_STEP[k])
            assert direction[there] != NODATA
            if not water[there] and above(there) <= 0:
                found[int(label[here]), int(label[there])] += 1
                break
            here = there
    return found


def pour(z, valid, dx, dy, label, receiving, water) -> int:
    """Cells of high ground whose water enters low ground, poured out on the bare DEM cell by cell.

    Water runs down to a pit, where it rises over the lowest ground around until it finds a lower cell that does not
    lead back to a pit already full. Heights must differ from cell to cell.
    """
    rows, columns = z.shape
    bare = flow_directions(z, valid, dx, dy, water)
    levels = np.append(receiving, np.nan)[label]
    low = valid & ~water & (z <= levels)

    def descend(cell):
        """Where water from here stops: in low ground, open water, at the edge or in a pit."""
        while not low[cell] and bare[cell] < OUTLET:
            k = bare[cell]
            cell = (cell[0] + ROW_STEP[k], cell[1] + COLUMN_STEP[k])
        return cell

    def rise(pit, full):
        """Where the water goes on that fills the pit."""
        seen, heap, surface = {pit}, [(z[pit], pit)], -np.inf
        while heap:
            height, cell = heapq.heappop(heap)
            if low[cell] or bare[cell] == OUTLET or (height < surface and descend(cell) not in full):
                return cell
            surface = max(surface, height)
            for k in range(8):
                beside = (cell[0] + ROW_STEP[k], cell[1] + COLUMN_STEP[k])
                if 0 <= beside[0] < rows and 0 <= beside[1] < columns and valid[beside] and beside not in seen:
                    seen.add(beside)
                    heapq.heappush(heap, (z[beside], beside))
        return pit

    count = 0
    for start in zip(*np.nonzero(valid & ~water & (z > levels))):
        full: set = set()
        cell = descend(start)
        while not low[cell] and bare[cell] == PIT and cell not in full:
            full.add(cell)
            cell = descend(rise(cell, full))
        count += low[cell]
    return count


@pytest.mark.parametrize("kind", FLOAT_KINDS)
@pytest.mark.parametrize("seed", range(12))
def test_as_water_poured_on_every_cell(kind, seed):
    arguments = case(random_terrain(seed, kind, (14, 17)), seed)
    z, valid, dx, dy = arguments[:4]
    found = interception(*arguments)
    assert found.area.sum() == pytest.approx(pour(np.where(valid, z, 0.0), *arguments[1:]) * dx * dy)


def case(terrain, seed):
    """A terrain with random zones, levels (some have none) and open water."""
    rng = np.random.default_rng(seed)
    z, valid, dx, dy, _ = terrain
    count = int(rng.integers(1, 4))
    label = np.where(valid, rng.integers(0, count, z.shape), -1).astype(np.int32)
    if rng.random() < 0.5:  # in bands, as true zones are of a piece
        label = np.where(valid, np.arange(z.shape[0])[:, None] * count // z.shape[0], -1).astype(np.int32)
    known = z[valid]
    receiving = np.array([np.quantile(known, rng.random()) if known.size else 0.0 for _ in range(count)])
    receiving[rng.random(count) < 0.2] = np.nan
    water = valid & (rng.random(z.shape) < rng.choice([0, 0.05]))
    return z, valid, dx, dy, label, receiving, water


def agrees(z, valid, dx, dy, label, receiving, water):
    found = interception(z, valid, dx, dy, label, receiving, water)
    by_pair: defaultdict = defaultdict(float)
    for a, b, area in zip(found.from_zone.tolist(), found.to_zone.tolist(), found.area.tolist()):
        by_pair[a, b] += area
    expected = {pair: n * dx * dy for pair, n in walk(z, valid, dx, dy, label, receiving, water).items()}
    assert dict(by_pair) == pytest.approx(expected)
    assert (found.area > 0).all()

    levels = np.append(receiving, np.nan)[label]
    low = valid & ~water & (np.where(valid, z, 0.0) <= levels)
    corners: defaultdict = defaultdict(list)
    for a, b, length, sides in zip(found.from_zone, found.to_zone, found.length, found.sides):
        r0, c0, r1, c1 = sides.T
        assert (((r1 - r0) == 0) ^ ((c1 - c0) == 0)).all() and ((r1 - r0) + (c1 - c0) == 1).all()
        assert length == pytest.approx(((r1 - r0) * dy + (c1 - c0) * dx).sum())
        assert len({tuple(s) for s in sides.tolist()}) == len(sides)
        for s in sides.tolist():  # between low ground and what is not
            beside = (s[0] - 1, s[1]) if s[0] == s[2] else (s[0], s[1] - 1)
            assert low[beside] != low[s[0], s[1]]
        own = {(r, c) for r, c in sides.reshape(-1, 2).tolist()}
        for other in corners[a, b]:
            assert not own & other, "stretches of the same zones do not touch"
        corners[a, b].append(own)


@given(terrains(), st.integers(0, 2**32 - 1))
@settings(max_examples=150)
def test_as_a_walk_from_every_cell(terrain, seed):
    agrees(*case(terrain, seed))


@pytest.mark.parametrize("seed", range(4))
def test_as_a_walk_from_every_cell_of_a_larger_terrain(seed):
    agrees(*case(random_terrain(seed, "rough", (60, 45)), seed))


def test_flow_of_a_rain():
    """36 mm/h on a hectare is 360 m3 in 3600 s: 100 L/s."""
    assert rational_flow(36.0, 1e4) == pytest.approx(100.0)
    assert rational_flow(36.0, 1e4, 0.5) == pytest.approx(50.0)
