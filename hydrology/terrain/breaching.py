"""Breaching of depressions: ditches cut along the cheapest ways out of the pits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import block_cells, kernel
from ..flow.directions import COLUMN_STEP, NODATA, OUTLET, PIT, ROW_STEP, flow_directions, neighbour_distances
from ..heap import pop, push
from ..progress import Progress, silent

_LEAST_FALL = 2.0**-20  # m a cell
_LENGTH_SLACK = 1 + 1e-9  # sums of diagonals are rounded
_ROOM = 4096  # cells of a search at first
_NEXT, _NODES, _QUEUED = 0, 1, 2  # places in the state of the search


@dataclass(frozen=True)
class Breach:
    """A breached DEM.

    Attributes
    ----------
    z : elevations (m), nowhere above those given, in their dtype.
    direction : uint8, its flow directions.
    breached, left : number of pits that are gone and that remain.
    """

    z: np.ndarray
    direction: np.ndarray
    breached: int
    left: int


def breach_depressions(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    max_length: float,
    max_depth: float,
    sinks: np.ndarray | None = None,
    closed_edge: bool = False,
    progress: Progress | None = None,
) -> Breach:
    """Cut a ditch from every pit along the least-cost way to lower ground or to where water leaves.

    Pits are taken from the lowest to the highest, so that a ditch never runs into a pit that is still to be breached,
    and higher pits find the ditches of lower ones. The way is the cheapest found by Dijkstra's method over the eight
    neighbours, the cost of a step being its length times the mean of the cuts at its two ends. It starts from any cell
    of a pit that is flat, and ends at the first cell below the bottom of the ditch, which stays as it is, or at an
    outlet (DEM edge, beside no data, sink), which is lowered to the bottom if it lies above. The bottom falls from cell
    to cell by the least step that float32 holds at the greatest height of the DEM (`least_fall`), so nothing is cut
    deeper than needed. The limits bound each search: of two ways to a cell only the cheaper is followed, although a
    dearer one might be short enough (Lindsay and Dhun 2015, doi 10.1080/13658816.2014.975715; Lindsay 2016, doi
    10.1002/hyp.10648).

    A pit that has no such way is left as it is. O(cells + visited log visited); 4 bytes a cell beside the surface and
    its directions.

    Parameters
    ----------
    z, valid, dx, dy, sinks, closed_edge : as of `flow_directions`.
    max_length : greatest length (m) of a way, from the pit to the lower cell.
    max_depth : greatest cut (m) of a cell, against `z`.
    """
    progress = silent(progress)
    direction = flow_directions(z, valid, dx, dy, sinks, closed_edge, progress.part(0, 0.1))
    pits = np.flatnonzero(direction == PIT)
    surface = z.copy()
    if max_length <= 0 or max_depth <= 0 or pits.size == 0:
        progress.update(1)
        return Breach(surface, direction, 0, pits.size)
    pits = pits[np.argsort(z.reshape(-1)[pits], kind="stable")]
    _search(z, surface, direction, pits, dx, dy, max_length, max_depth, progress.part(0.1, 0.9))
    direction = flow_directions(surface, valid, dx, dy, sinks, closed_edge, progress.part(0.9, 1))
    left = int(np.count_nonzero(direction == PIT))
    return Breach(surface, direction, pits.size - left, left)


def least_fall(z: np.ndarray, valid: np.ndarray) -> float:
    """The fall (m) of a ditch per cell: twice the spacing of float32 at the greatest height, at least a micrometre.

    Twice, because two elevations that are one spacing apart may be rounded to the same one.
    """
    greatest = max(z.max(where=valid, initial=0.0), -z.min(where=valid, initial=0.0))
    return max(2.0 * float(np.spacing(np.float32(greatest))), _LEAST_FALL)


def _search(
    z: np.ndarray,
    surface: np.ndarray,
    direction: np.ndarray,
    pits: np.ndarray,
    dx: float,
    dy: float,
    max_length: float,
    max_depth: float,
    progress: Progress,
) -> None:
    """Breach `pits` in their order; `surface` is cut in place."""
    fall = least_fall(z, direction != NODATA)
    distance = neighbour_distances(dx, dy)
    # The cells of one search are numbered as it meets them. `number` is never cleared: an entry holds only if the cell
    # of that number in `cells` is the one that asks.
    number = np.zeros(z.shape, np.int32)
    nodes = [np.empty(_ROOM, kind) for kind in (np.int64, np.int32, np.int32, np.float64, np.float64, np.bool_)]
    heap = [np.empty(_ROOM, np.float64), np.empty(_ROOM, np.int64)]
    state = np.zeros(3, np.int64)
    while state[_NEXT] < pits.size:
        progress.update(state[_NEXT] / pits.size)
        _breach(
            z, surface, direction, distance, pits, fall, max_length * _LENGTH_SLACK, max_depth, number, *nodes, *heap,
            state, max(block_cells() // 4, 1),
        )  # fmt: skip
        if nodes[0].size - state[_NODES] < 8:
            nodes = [np.concatenate((a, np.empty_like(a))) for a in nodes]
        if heap[0].size - state[_QUEUED] < 8:
            heap = [np.concatenate((a, np.empty_like(a))) for a in heap]
    progress.update(1)


@kernel
def _breach(
    z, surface, direction, distance, pits, fall, max_length, max_depth, number,
    cells, came, steps, cost, length, settled, keys, items, state, budget,
):  # fmt: skip
    """Take up to `budget` steps, from where `state` says; stops early where the arrays of a search are full.

    A node has its cell, the node it was reached from, its steps and way (m) from the pit, the cost of that way, and
    whether it is settled. A cell of a flat pit has no steps.
    """
    rows, columns = z.shape
    p = state[_NEXT]
    count = state[_NODES]
    size = state[_QUEUED]
    for _ in range(budget):
        if p >= pits.size or cells.size - count < 8 or keys.size - size < 8:
            break
        row = pits[p] // columns
        column = pits[p] % columns
        pit_z = float(surface[row, column])
        if count == 0:
            if pit_z < z[row, column]:  # a ditch runs through it
                p += 1
                continue
            cells[0] = pits[p]
            number[row, column] = 0
            came[0] = -1
            steps[0] = 0
            cost[0] = 0.0
            length[0] = 0.0
            settled[0] = False
            count = 1
            size = push(keys, items, size, 0.0, 0)
        if size == 0:  # no way out
            p += 1
            count = 0
            continue
        node = items[0]
        size = pop(keys, items, size)
        if settled[node]:
            continue
        settled[node] = True
        row = cells[node] // columns
        column = cells[node] % columns
        bottom = pit_z - steps[node] * fall
        if steps[node] > 0:
            lower = surface[row, column] < pit_z - (steps[node] - 1) * fall
            if lower or direction[row, column] == OUTLET:
                last = came[node] if lower else node
                _cut(surface, cells, came, steps, last, pit_z, fall)
                p += 1
                count = 0
                size = 0
                continue
        cut = float(surface[row, column]) - bottom  # 0 in the pit
        for k in range(8):
            r = row + ROW_STEP[k]
            c = column + COLUMN_STEP[k]
            if r < 0 or c < 0 or r >= rows or c >= columns or direction[r, c] == NODATA:
                continue
            there = float(surface[r, c])
            other = number[r, c]
            known = 0 <= other < count and cells[other] == r * columns + c
            if known and settled[other]:
                continue
            if steps[node] == 0 and there == pit_z and direction[r, c] != OUTLET:
                taken = 0
                way = 0.0
                price = 0.0
            else:
                taken = steps[node] + 1
                way = length[node] + distance[k]
                if way > max_length:
                    continue
                price = cost[node] + 0.5 * distance[k] * cut
                if there >= bottom:
                    if float(z[r, c]) - (bottom - fall) > max_depth:
                        continue
                    price += 0.5 * distance[k] * (there - (bottom - fall))
            if not known:
                other = count
                count += 1
                number[r, c] = other
                cells[other] = r * columns + c
                settled[other] = False
            elif price >= cost[other]:
                continue
            came[other] = node
            steps[other] = taken
            length[other] = way
            cost[other] = price
            size = push(keys, items, size, price, other)
    state[_NEXT] = p
    state[_NODES] = count
    state[_QUEUED] = size


@kernel
def _cut(surface, cells, came, steps, node, pit_z, fall):
    """Lower the way that ends at `node`."""
    columns = surface.shape[1]
    while steps[node] > 0:
        surface[cells[node] // columns, cells[node] % columns] = pit_z - steps[node] * fall
        node = came[node]
