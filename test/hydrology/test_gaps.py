"""Ways to the next inlet and gaps of the network: by arithmetic, and against a walk from every cell."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainshed.hydrology import progress as progress_module
from rainshed.hydrology.drainage.gaps import CHANNEL, INLET, NO_INLET, NO_PIPE, network_gaps
from rainshed.hydrology.errors import Cancelled
from rainshed.hydrology.flow.directions import NODATA
from rainshed.hydrology.flow.distance import distance_downstream
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.test.hydrology.strategies import terrains
from rainshed.test.reference.terrain import distance, walk

INF = math.inf


def ways(z, kind, dx=1.0, dy=1.0, valid=None):
    valid = ~np.isnan(z) if valid is None else valid
    direction = through_depressions(build_hierarchy(z, valid, dx, dy, kind > 0))
    return (*distance_downstream(direction, kind, dx, dy), direction)


def test_on_a_plane_the_way_is_counted_in_cells():
    """The plane falls to the east, and water on the edge leaves at once."""
    z = np.tile(-np.arange(7.0), (5, 1))
    kind = np.zeros(z.shape, np.uint8)
    kind[2, 4] = 7
    length, met, _ = ways(z, kind, 2.0, 3.0)
    np.testing.assert_array_equal(length[2], [INF, 6, 4, 2, 0, INF, INF])
    np.testing.assert_array_equal(met[2], [0, 7, 7, 7, 7, 0, 0])
    assert np.isinf(np.delete(length, 2, axis=0)).all()


def test_diagonals_count_with_their_length():
    """Cells of 3 x 4 m: down the plane to the south-east a step is 5 m."""
    z = -np.add.outer(np.arange(6.0), np.arange(6.0))
    kind = np.zeros(z.shape, np.uint8)
    kind[4, 4] = 1
    length, _, _ = ways(z, kind, 3.0, 4.0)
    np.testing.assert_allclose(np.diagonal(length), [INF, 15, 10, 5, 0, INF])


def test_the_way_leads_through_depressions_and_ends_at_the_first():
    """A trough between walls, with two pits; water passes the second pit to come to the end of the trough."""
    z = np.full((3, 7), 99.0)
    z[1, 1:] = 6, 3, 5, 1, 4, 0
    kind = np.zeros(z.shape, np.uint8)
    kind[1, 5] = 1
    length, _, _ = ways(z, kind)
    np.testing.assert_array_equal(length[1], [INF, 4, 3, 2, 1, 0, INF])
    kind[1, 3] = 2
    length, met, _ = ways(z, kind)
    np.testing.assert_array_equal(length[1], [INF, 2, 1, 0, 1, 0, INF])
    np.testing.assert_array_equal(met[1], [0, 2, 2, 2, 1, 1, 0])


def test_without_data_there_is_no_way():
    z = np.tile(-np.arange(7.0), (5, 1))
    z[2, 2] = np.nan
    kind = np.zeros(z.shape, np.uint8)
    kind[2, 4] = 1
    length, met, _ = ways(z, kind)
    assert np.isnan(length[2, 2]) and met[2, 2] == 0
    assert length[2, 4] == 0 and np.isinf(length[2, 3])  # beside the hole water leaves


@given(terrains(), st.integers(0, 2**32 - 1))
def test_as_a_walk_from_every_cell(terrain, seed):
    z, valid, dx, dy, _ = terrain
    rng = np.random.default_rng(seed)
    kind = np.where(valid & (rng.random(z.shape) < 0.1), rng.integers(1, 4, z.shape), 0).astype(np.uint8)
    length, met, direction = ways(z, kind, dx, dy, valid)
    for row, column in np.ndindex(z.shape):
        if direction[row, column] == NODATA:
            assert np.isnan(length[row, column]) and met[row, column] == 0
            continue
        total, taken = 0.0, 0
        for cell in walk(direction, (row, column)):
            taken = kind[cell]
            if taken:
                break
            if direction[cell] < 8:
                total += distance(direction[cell], dx, dy)
        assert met[row, column] == taken
        assert length[row, column] == (pytest.approx(total, abs=1e-9) if taken else INF)


def lacking(ground, limit, length, met, piped) -> np.ndarray:
    """What each cell lacks, spelt out for one cell at a time."""
    found = np.zeros(ground.shape, int)
    for cell in np.ndindex(ground.shape):
        if not ground[cell] or (met[cell] == CHANNEL and length[cell] <= limit):
            continue
        if not length[cell] <= limit:
            found[cell] += NO_INLET
        if not piped[cell]:
            found[cell] += NO_PIPE
    return found


def patches(mask) -> list[set]:
    todo = set(zip(*np.nonzero(mask)))
    found = []
    while todo:
        heap, patch = [todo.pop()], set()
        while heap:
            r, c = heap.pop()
            patch.add((r, c))
            beside = {(r + a, c + b) for a in (-1, 0, 1) for b in (-1, 0, 1)} & todo
            todo -= beside
            heap += beside
        found.append(patch)
    return found


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("least", [0, 4])
def test_reasons_and_patches(seed, least):
    rng = np.random.default_rng(seed)
    shape = (12, 17)
    ground, piped = rng.random(shape) < 0.8, rng.random(shape) < 0.5
    length = rng.choice([0.0, 30.0, 100.0, 100.5, INF], shape)
    met = np.where(np.isinf(length), 0, rng.choice([INLET, CHANNEL], shape)).astype(np.uint8)
    wanted = lacking(ground, 100.0, length, met, piped)
    gaps = network_gaps(ground, 100.0, length, met, True, piped, least)
    found = np.concatenate([[0], gaps.reason])[gaps.label]
    expected = [(reason, patch) for reason in (1, 2, 3) for patch in patches(wanted == reason) if len(patch) >= least]
    assert sorted(gaps.cells, reverse=True) == gaps.cells.tolist()
    assert sorted((r, sorted(zip(*np.nonzero(gaps.label == k + 1)))) for k, r in enumerate(gaps.reason)) == sorted(
        (reason, sorted(patch)) for reason, patch in expected
    )
    if least == 0:
        np.testing.assert_array_equal(found, wanted)
    for k in range(gaps.cells.size):
        inside = gaps.label == k + 1
        assert gaps.cells[k] == np.count_nonzero(inside)
        assert gaps.never[k] == np.count_nonzero(inside & np.isinf(length))


def test_what_is_not_asked_is_not_lacking():
    ground = np.ones((3, 3), bool)
    none = network_gaps(ground, 10.0, None, None, False, np.zeros((3, 3), bool))
    assert none.reason.tolist() == [NO_PIPE] and none.never.tolist() == [0]
    length = np.full((3, 3), INF)
    met = np.zeros((3, 3), np.uint8)
    assert network_gaps(ground, 10.0, length, met, True, None).reason.tolist() == [NO_INLET]
    met[:], length[:] = CHANNEL, 5.0
    assert network_gaps(ground, 10.0, length, met, False, np.zeros((3, 3), bool)).reason.size == 0


def test_a_way_as_long_as_the_limit_is_no_gap():
    """Three steps of 0.1 m are 0.30000000000000004 to the machine."""
    z = np.tile(-np.arange(6.0), (3, 1))
    kind = np.zeros(z.shape, np.uint8)
    kind[1, 4] = INLET
    length, met, _ = ways(z, kind, 0.1, 0.1)
    gaps = network_gaps(np.ones(z.shape, bool), 0.3, length, met, True, None)
    assert gaps.label[1].tolist() == [1, 0, 0, 0, 0, 1]


def test_cancel_ends_the_walk():
    direction = np.full((40, 40), 0, np.uint8)
    direction[:, -1] = 8
    stop = progress_module.Progress(cancelled=lambda: True)
    with pytest.raises(Cancelled):
        distance_downstream(direction, np.zeros(direction.shape, np.uint8), 1.0, 1.0, stop)
