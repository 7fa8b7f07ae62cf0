"""Saddles between basins, and the minimum spanning tree that they form.

A saddle is a pair of neighbouring cells of two basins; its height is that of the higher cell, its crest. Only the
saddles of the minimum spanning tree of the basin graph can ever be spilled over. The tree is found by Boruvka's method:
in each round every group of basins takes its lowest saddle, and the groups so joined become one (Cordonnier, Bovy and
Braun 2019, doi 10.5194/esurf-7-549-2019). Saddles are ordered strictly, so that the tree is unique: by height; then by
the steeper drop from the crest; then by the direction of the other cell seen from the crest; then by the crest's place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .. import threads
from ..compiled import block_cells, kernel
from ..flow.basins import OUTSIDE
from ..flow.directions import COLUMN_STEP, ROW_STEP, neighbour_distances
from ..progress import Progress, silent
from ..sorting import stable_order


@dataclass(frozen=True)
class Saddles:
    """Saddles in ascending order.

    Attributes (arrays of equal length)
    ----------
    height : float64, m.
    crest, other : int64, flat cell index of the higher cell and of its neighbour in the other basin.
    crest_basin, other_basin : int32, the basins of the two.
    """

    height: np.ndarray
    crest: np.ndarray
    other: np.ndarray
    crest_basin: np.ndarray
    other_basin: np.ndarray


def spanning_saddles(
    z: np.ndarray, basin: np.ndarray, basins: int, dx: float, dy: float, progress: Progress | None = None
) -> Saddles:
    """The saddles of the minimum spanning tree over `basins` basins and the outside.

    Parameters
    ----------
    z : elevations (m), shape (rows, columns).
    basin : int32 labels of `label_basins`.
    basins : their number.
    dx, dy : cell size (m).
    """
    progress = silent(progress)
    distance = neighbour_distances(dx, dy)
    one, two, height, pair = _candidates(z, basin, distance, progress.part(0, 0.6))
    group = np.arange(basins + 1, dtype=np.int32)
    tree = np.empty(basins, pair.dtype)
    joined = 0
    start = np.linspace(0, pair.size, threads.count() + 1).astype(np.int64)  # a share of the pairs for each thread
    stop = start[1:].copy()
    lowest = np.empty((stop.size, basins + 1), z.dtype)
    first = np.empty(lowest.shape, np.int64)
    watch = progress.watch()

    def choose(share: int) -> None:
        lowest[share] = np.inf
        first[share] = -1
        kept = start[share]
        for begin in range(kept, stop[share], block_cells()):
            watch.update(0)
            end = min(begin + block_cells(), stop[share])
            kept = _choose(z, distance, group, one, two, height, pair, begin, end, kept, lowest[share], first[share])
        stop[share] = kept

    left = pair.size
    while left:
        progress.update(0.9 - 0.3 * left / pair.size)
        threads.every(choose, range(stop.size), watch)
        left = int(np.sum(stop - start[:-1]))
        joined = _join(z, distance, group, one, two, pair, lowest, first, tree, joined)
    saddles = _in_order(z, basin, distance, tree[:joined], progress.part(0.9, 0.95))
    progress.update(1)
    return saddles


def _candidates(z: np.ndarray, basin: np.ndarray, distance: np.ndarray, progress: Progress) -> list[np.ndarray]:
    """Of every two neighbouring basins their first saddle, and some more: (one, two, height, pair).

    `pair` is the cell that sees the other in a forward direction (0..3) times 4, plus that direction.
    """
    columns = z.shape[1]
    packed = np.uint32 if z.size < 2**30 else np.uint64

    def collect(first: int, last: int) -> list[np.ndarray]:
        room = [np.empty(4 * (last - first) * columns, kind) for kind in (np.int32, np.int32, z.dtype, packed)]
        count = _collect(z, basin, distance, *room, first, last)
        return [array[:count].copy() for array in room]

    parts = threads.over_blocks(collect, *z.shape, progress)
    return [np.concatenate(arrays) for arrays in zip(*parts)]


def _in_order(z: np.ndarray, basin: np.ndarray, distance: np.ndarray, pair: np.ndarray, progress: Progress) -> Saddles:
    height, drop = np.empty(pair.size), np.empty(pair.size)
    step = np.empty(pair.size, np.uint8)
    crest, other = np.empty(pair.size, np.int64), np.empty(pair.size, np.int64)
    ends = np.empty(pair.size, np.int32), np.empty(pair.size, np.int32)
    described = pair, height, drop, step, crest, other, *ends
    threads.over_blocks(
        lambda first, last: _describe(z, basin, distance, *described, first, last), pair.size, 10, progress
    )
    order = stable_order(height, -drop, step, crest)
    return Saddles(*(array[order] for array in (height, crest, other, *ends)))


_PLACES = 1 << 14  # of the table of saddles seen lately: a few rows of basins


@kernel
def _collect(z, basin, distance, one, two, height, pair, first, last):
    """List pairs of neighbours in different basins. Of two pairs of the same basins the first is kept, as long as the
    table remembers them."""
    rows, columns = z.shape
    seen = np.full(_PLACES, -1, np.int64)  # two basins
    entry = np.empty(_PLACES, np.int32)  # and where they are listed
    count = 0
    for row in range(first, last):
        for column in range(columns):
            here = basin[row, column]
            if here < 0:
                continue
            inside = 0 < column < columns - 1 and row < rows - 1
            if (
                inside  # most cells lie inside their basin
                and basin[row, column + 1] == here
                and basin[row + 1, column - 1] == here
                and basin[row + 1, column] == here
                and basin[row + 1, column + 1] == here
            ):
                continue
            for k in range(4):
                r = row + min(k, 1)  # E, SE, S, SW: faster than a look into ROW_STEP
                c = column + (2 - k if k > 0 else 1)
                if not inside and (r >= rows or c < 0 or c >= columns):
                    continue
                there = basin[r, c]
                if there == here or there < 0:
                    continue
                a = int(min(here, there))  # Python's own numbers do not overflow below
                b = int(max(here, there))
                level = max(z[row, column], z[r, c])
                this = (row * columns + column) * 4 + k
                place = (a * 40503 + b * 7919) & (_PLACES - 1)
                i = entry[place]
                if seen[place] != (a << 32 | b):
                    seen[place] = a << 32 | b
                    entry[place] = count
                    i = count
                    count += 1
                    one[i] = a
                    two[i] = b
                elif level > height[i] or (level == height[i] and not _precedes(z, distance, this, pair[i])):
                    continue
                height[i] = level
                pair[i] = this
    return count


@kernel
def _saddle(z, distance, pair):
    """(drop, step, crest, other) of a pair; of two equal cells the one that sees the other forward is the crest."""
    columns = z.shape[1]
    step = int(pair) & 3
    crest = int(pair) >> 2
    row = crest // columns
    column = crest - row * columns
    r = row + ROW_STEP[step]
    c = column + COLUMN_STEP[step]
    other = r * columns + c
    fall = float(z[row, column]) - float(z[r, c])
    drop = abs(fall) / distance[step]
    if fall < 0.0:
        return drop, step + 4, other, crest
    return drop, step, crest, other


@kernel
def _precedes(z, distance, pair, rival):
    """Whether one of two pairs of the same height goes before the other."""
    drop, step, crest, _ = _saddle(z, distance, pair)
    rival_drop, rival_step, rival_crest, _ = _saddle(z, distance, rival)
    if drop != rival_drop:
        return drop > rival_drop
    if step != rival_step:
        return step < rival_step
    return crest < rival_crest


@kernel
def _choose(z, distance, group, one, two, height, pair, start, stop, kept, lowest, first):
    """Drop the pairs within one group from the lists and find the first saddle of each group, but for the outside's."""
    for i in range(start, stop):
        a = group[one[i]]
        b = group[two[i]]
        if a == b:
            continue
        level = height[i]
        one[kept] = a
        two[kept] = b
        height[kept] = level
        pair[kept] = pair[i]
        if a != OUTSIDE and level <= lowest[a] and (
            level < lowest[a] or _precedes(z, distance, pair[kept], pair[first[a]])
        ):  # fmt: skip
            lowest[a] = level
            first[a] = kept
        if b != OUTSIDE and level <= lowest[b] and (
            level < lowest[b] or _precedes(z, distance, pair[kept], pair[first[b]])
        ):  # fmt: skip
            lowest[b] = level
            first[b] = kept
        kept += 1
    return kept


@kernel
def find(parent, i):
    """Root of `i` in a union-find forest, with path halving."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


@kernel
def _join(z, distance, group, one, two, pair, lowest, first, tree, count):
    """Join groups over their first saddles (row: share), which are put into the tree once; leave `group` flat."""
    for g in range(1, group.size):
        share = 0
        for rival in range(1, first.shape[0]):
            if first[rival, g] < 0 or lowest[rival, g] > lowest[share, g]:
                continue
            if lowest[rival, g] < lowest[share, g] or _precedes(
                z, distance, pair[first[rival, g]], pair[first[share, g]]
            ):
                share = rival
        i = first[share, g]
        if i < 0:
            continue
        a = find(group, one[i])
        b = find(group, two[i])
        if a == b:
            continue
        tree[count] = pair[i]
        count += 1
        group[max(a, b)] = min(a, b)  # the outside, 0, stays a root
    for g in range(group.size):
        group[g] = find(group, g)
    return count


@kernel
def _describe(z, basin, distance, pair, height, drop, step, crest, other, crest_basin, other_basin, first, last):
    columns = z.shape[1]
    for i in range(first, last):
        drop[i], step[i], crest[i], other[i] = _saddle(z, distance, pair[i])
        height[i] = z[crest[i] // columns, crest[i] % columns]
        crest_basin[i] = basin[crest[i] // columns, crest[i] % columns]
        other_basin[i] = basin[other[i] // columns, other[i] % columns]
