"""Where runoff of high ground enters low ground: the line on which it could be caught (截流线; 高水高排、低水低排)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..flow.accumulation import flow_accumulation
from ..flow.directions import COLUMN_STEP, OUTLET, ROW_STEP
from ..flow.routing import through_depressions
from ..ponds.hierarchy import build_hierarchy
from ..progress import Progress, silent


@dataclass(frozen=True)
class Interception:
    """Stretches of the line, in reading order. Arrays with an entry per stretch.

    Attributes
    ----------
    from_zone, to_zone : the zones (labels) of the high and of the low ground.
    length : m, along the sides of cells.
    area : m2 of high ground whose water enters low ground there, and has not entered any before.
    sides : per stretch, int64 (n, 4): the cell sides that it runs along, each from corner to corner as row, column,
        row, column; corner (0, 0) is the north-west corner of the grid.
    """

    from_zone: np.ndarray
    to_zone: np.ndarray
    length: np.ndarray
    area: np.ndarray
    sides: list[np.ndarray]


def interception(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    label: np.ndarray,
    receiving: np.ndarray,
    water: np.ndarray,
    progress: Progress | None = None,
) -> Interception:
    """Find where the runoff of high ground enters low ground.

    Ground is low where it does not lie above the receiving level of its zone, high where it does. Ground of a zone
    without a level is neither: its water is not counted. Water runs by D8 through depressions (see
    `through_depressions`) and past inlets, which take only what they can carry; it stops in `water` and in low ground.
    So of each cell of high ground the first step into low ground counts, and the areas add up to the high ground whose
    way enters low ground, each cell once.

    Parameters
    ----------
    z, valid, dx, dy : the DEM (m).
    label : int32 (rows, columns), the zone of each cell, -1 without data.
    receiving : float64 (zones,), the level of the water that each zone drains to (m), NaN = none.
    water : bool (rows, columns), channels and outfalls, where water is received; neither high nor low.
    """
    progress = silent(progress)
    levels = np.append(receiving, np.nan)  # the last serves label -1
    low, high = np.zeros(z.shape, bool), np.zeros(z.shape, bool)
    for first, last in progress.part(0, 0.05).blocks(*z.shape):
        level = levels[label[first:last]]
        ground = valid[first:last] & ~water[first:last]
        low[first:last] = ground & (z[first:last] <= level)  # NaN compares as false
        high[first:last] = ground & (z[first:last] > level)
    if not low.any() or not high.any():
        progress.update(1)
        return _NOWHERE
    # Low ground takes what reaches it, so that what has entered is not counted again.
    direction = through_depressions(build_hierarchy(z, valid, dx, dy, low | water, progress=progress.part(0.05, 0.75)))
    count = flow_accumulation(direction, high, progress.part(0.75, 0.95))
    found = [_crossings(direction, count, low, *block) for block in progress.part(0.95, 1).blocks(*z.shape)]
    cell, step, cells = (np.concatenate(parts) for parts in zip(*found))
    if not cell.size:
        return _NOWHERE
    return _stretches(cell, step, cells, low, label, dx, dy)


_NOWHERE = Interception(*(np.zeros(0, np.int64),) * 2, *(np.zeros(0),) * 2, [])


def _crossings(direction, count, low, first, last) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of the rows: the cells from which counted water steps into low ground, the step, and how many cells' water."""
    columns = direction.shape[1]
    row, column = np.nonzero((direction[first:last] < OUTLET) & (count[first:last] > 0))
    row += first
    step = direction[row, column].astype(np.int64)
    enters = low[row + ROW_STEP[step], column + COLUMN_STEP[step]]
    row, column = row[enters], column[enters]
    return row * columns + column, step[enters], count[row, column]


def _stretches(cell, step, cells, low, label, dx, dy) -> Interception:
    """Join crossings between the same zones whose cell sides touch."""
    columns = low.shape[1]
    row, column = cell // columns, cell % columns
    below = (row + ROW_STEP[step]) * columns + column + COLUMN_STEP[step]
    zones = np.stack([label.reshape(-1)[cell], label.reshape(-1)[below]], axis=1).reshape(-1, 2)
    pairs, pair = np.unique(zones, axis=0, return_inverse=True)
    pair = pair.reshape(-1)
    owner, side = _sides(row, column, step, low)
    # A corner stands once for each pair of zones that meet at it.
    corners = (low.shape[0] + 1) * (columns + 1)
    start = side // 2
    end = start + np.where(side % 2, columns + 1, 1)
    corner, index = np.unique(
        np.concatenate([pair[owner] * corners + start, pair[owner] * corners + end]), return_inverse=True
    )
    one, two = index.reshape(-1)[: side.size], index.reshape(-1)[side.size :]
    group = _connected(corner.size, one, two)
    of_side = group[one]
    entry = np.unique(np.stack([of_side, side], axis=1).reshape(-1, 2), axis=0)  # each side once in its stretch
    lowest = np.full(corner.size, np.iinfo(np.int64).max)
    np.minimum.at(lowest, of_side, side)
    present = np.unique(of_side)
    present = present[np.argsort(lowest[present], kind="stable")]  # stable: by pair where two begin at one side
    position = np.full(corner.size, -1, np.int64)
    position[present] = np.arange(present.size)
    of_crossing = np.full(cell.size, -1, np.int64)
    of_crossing[owner] = position[of_side]  # all sides of a crossing touch
    where = position[entry[:, 0]]
    upright = entry[:, 1] % 2
    at = entry[:, 1] // 2
    r, c = at // (columns + 1), at % (columns + 1)
    shape = np.stack([r, c, r + upright, c + 1 - upright], axis=1)
    order = np.argsort(where, kind="stable")
    bounds = np.searchsorted(where[order], np.arange(present.size + 1))
    pair_of = np.zeros(present.size, np.int64)
    pair_of[of_crossing] = pair
    return Interception(
        from_zone=pairs[pair_of, 0],
        to_zone=pairs[pair_of, 1],
        length=np.bincount(where, np.where(upright, dy, dx), present.size),
        area=np.bincount(of_crossing, cells, present.size) * dx * dy,
        sides=[shape[order[a:b]] for a, b in zip(bounds, bounds[1:])],
    )


def _sides(row, column, step, low) -> tuple[np.ndarray, np.ndarray]:
    """(crossing, side): the sides that stand for each crossing.

    Those of its cell that border low ground and face the step: towards it and beside it. Of a diagonal step between two
    cells that are not low, which passes a corner only, the two sides of the low cell that meet at the corner. A side is
    twice the index of its north-west corner, plus one if it runs southward.
    """
    rows, columns = low.shape
    owner, side = [], []

    def add(which, r, c, k):
        """Side k (0 E, 2 S, 4 W, 6 N) of the cells."""
        corner = (r + (k == 2)) * (columns + 1) + c + (k == 0)
        owner.append(which)
        side.append(2 * corner + (k % 4 == 0))

    diagonal = step % 2 == 1
    bare = diagonal.copy()
    for turn in (-2, -1, 0, 1, 2):
        which = np.flatnonzero(diagonal == (turn % 2 == 1))
        k = (step[which] + turn) % 8
        r, c = row[which] + ROW_STEP[k], column[which] + COLUMN_STEP[k]
        inside = (r >= 0) & (r < rows) & (c >= 0) & (c < columns)
        borders = np.zeros(which.size, bool)
        borders[inside] = low[r[inside], c[inside]]
        which, k = which[borders], k[borders]
        bare[which] = False
        add(which, row[which], column[which], k)
    which = np.flatnonzero(bare)
    for turn in (-1, 1):  # seen from the low cell, backwards
        k = (step[which] + 4 + turn) % 8
        add(which, row[which] + ROW_STEP[step[which]], column[which] + COLUMN_STEP[step[which]], k)
    return np.concatenate(owner), np.concatenate(side)


def _connected(count, one, two) -> np.ndarray:
    """Per node the first of those that edges `one`-`two` join it to."""
    first = np.arange(count)
    while True:
        low, high = np.minimum(first[one], first[two]), np.maximum(first[one], first[two])
        if (low == high).all():
            return first
        np.minimum.at(first, high, low)
        while (first != first[first]).any():
            first = first[first]
