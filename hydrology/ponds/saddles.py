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

from ..compiled import kernel
from ..flow.basins import OUTSIDE
from ..flow.directions import COLUMN_STEP, ROW_STEP, neighbour_distances
from ..progress import Progress, silent


@dataclass(frozen=True)
class Saddles:
    """Saddles in ascending order.

    Attributes (arrays of equal length)
    ----------
    height : float64, m.
    crest, other : int64, flat cell index of the higher cell and of its neighbour in the other basin.
    """

    height: np.ndarray
    crest: np.ndarray
    other: np.ndarray


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
    rows, columns = z.shape
    distance = neighbour_distances(dx, dy)
    group = np.arange(basins + 1, dtype=np.int32)
    best = _Best(basins + 1)
    crests: list[np.ndarray] = []
    steps: list[np.ndarray] = []
    if basins:
        # In each round the lowest heights come first, then the one saddle of each height that goes before the others.
        lowest, choosing, collecting, rest = (
            progress.part(*share) for share in ((0, 0.15), (0.15, 0.3), (0.3, 0.5), (0.5, 0.9))
        )
        for first, last in lowest.blocks(rows, columns):
            _lowest(z, basin, best.height, first, last)
        for first, last in choosing.blocks(rows, columns):
            _choose(z, basin, distance, *best.arrays, first, last)
        _take(best, group, basin, crests, steps)

        # What is left between the groups is kept as a list, packed (cell, forward direction); it shrinks each round.
        packed = np.uint32 if z.size < 2**30 else np.uint64
        pairs: list[np.ndarray] = []
        for first, last in collecting.blocks(rows, columns):
            room = np.empty(4 * (last - first) * columns, packed)
            count = _collect(z, basin, group, best.height, room, first, last)
            if count:
                pairs.append(room[:count].copy())
        total = left = sum(p.size for p in pairs)
        while left:
            for block in pairs:
                rest.update(1 - left / total)
                _choose_listed(z, basin, group, distance, *best.arrays, block)
            _take(best, group, basin, crests, steps)
            kept = []
            for block in pairs:
                rest.update(1 - left / total)
                count = _filter(z, basin, group, best.height, block)
                if count:
                    kept.append(block[:count].copy() if count < block.size // 2 else block[:count])
            pairs = kept
            left = sum(p.size for p in pairs)
    crest = np.concatenate(crests) if crests else np.empty(0, np.int64)
    step = np.concatenate(steps) if steps else np.empty(0, np.uint8)
    other = crest + ROW_STEP[step] * columns + COLUMN_STEP[step]
    height = z.reshape(-1)[crest].astype(np.float64)
    drop = (height - z.reshape(-1)[other]) / distance[step]
    progress.update(0.95)
    order = np.lexsort((crest, step, -drop, height))
    progress.update(1)
    return Saddles(height[order], crest[order], other[order])


class _Best:
    """The first saddle of each group, as arrays for the kernels. The outside, group 0, takes none."""

    def __init__(self, count: int) -> None:
        self.height = np.empty(count)
        self.drop = np.empty(count)
        self.step = np.zeros(count, np.uint8)
        self.crest = np.zeros(count, np.int64)
        self.clear()

    def clear(self) -> None:
        self.height[:] = np.inf
        self.height[OUTSIDE] = -np.inf
        self.drop[:] = -1.0  # no saddle chosen yet

    @property
    def arrays(self) -> tuple[np.ndarray, ...]:
        return self.height, self.drop, self.step, self.crest


def _take(best: _Best, group: np.ndarray, basin: np.ndarray, crests: list, steps: list) -> None:
    """Join the groups over their first saddles; those saddles belong to the tree."""
    crest = np.empty(group.size, np.int64)
    step = np.empty(group.size, np.uint8)
    count = _join(basin, group, best.height, best.step, best.crest, crest, step)
    best.clear()
    crests.append(crest[:count].copy())
    steps.append(step[:count].copy())


@kernel
def _lowest(z, basin, best_height, first, last):
    """The height of the lowest saddle of each basin."""
    rows, columns = z.shape
    for row in range(first, last):
        for column in range(columns):
            one = basin[row, column]
            if one < 0:
                continue
            for k in range(4):
                r = row + ROW_STEP[k]
                c = column + COLUMN_STEP[k]
                if r >= rows or c < 0 or c >= columns:
                    continue
                two = basin[r, c]
                if two == one or two < 0:
                    continue
                height = max(float(z[row, column]), float(z[r, c]))
                if height < best_height[one]:
                    best_height[one] = height
                if height < best_height[two]:
                    best_height[two] = height


@kernel
def _choose(z, basin, distance, best_height, best_drop, best_step, best_crest, first, last):
    """Of the saddles of that height, the one that goes before the others."""
    rows, columns = z.shape
    for row in range(first, last):
        for column in range(columns):
            one = basin[row, column]
            if one < 0:
                continue
            for k in range(4):
                r = row + ROW_STEP[k]
                c = column + COLUMN_STEP[k]
                if r >= rows or c < 0 or c >= columns:
                    continue
                two = basin[r, c]
                if two == one or two < 0:
                    continue
                height = max(float(z[row, column]), float(z[r, c]))
                if height == best_height[one] or height == best_height[two]:
                    _offer(
                        z, row, column, r, c, k, distance, one, two, best_height, best_drop, best_step, best_crest
                    )  # fmt: skip


@kernel
def _collect(z, basin, group, best_height, pairs, first, last):
    """List the pairs of neighbours in different groups, and find the lowest height of each group."""
    rows, columns = z.shape
    count = 0
    for row in range(first, last):
        for column in range(columns):
            b = basin[row, column]
            if b < 0:
                continue
            for k in range(4):
                r = row + ROW_STEP[k]
                c = column + COLUMN_STEP[k]
                if r >= rows or c < 0 or c >= columns:
                    continue
                b2 = basin[r, c]
                if b2 < 0 or b2 == b:
                    continue
                one = group[b]
                two = group[b2]
                if one != two:
                    pairs[count] = (row * columns + column) * 4 + k
                    count += 1
                    height = max(float(z[row, column]), float(z[r, c]))
                    if height < best_height[one]:
                        best_height[one] = height
                    if height < best_height[two]:
                        best_height[two] = height
    return count


@kernel
def _filter(z, basin, group, best_height, pairs):
    """As `_collect`, out of a list, from which pairs inside one group are dropped. Returns how many remain."""
    columns = z.shape[1]
    count = 0
    for i in range(pairs.size):
        packed = np.int64(pairs[i])
        k = packed % 4
        cell = packed // 4
        row = cell // columns
        column = cell - row * columns
        r = row + ROW_STEP[k]
        c = column + COLUMN_STEP[k]
        one = group[basin[row, column]]
        two = group[basin[r, c]]
        if one != two:
            pairs[count] = pairs[i]
            count += 1
            height = max(float(z[row, column]), float(z[r, c]))
            if height < best_height[one]:
                best_height[one] = height
            if height < best_height[two]:
                best_height[two] = height
    return count


@kernel
def _choose_listed(z, basin, group, distance, best_height, best_drop, best_step, best_crest, pairs):
    """As `_choose`, out of a list."""
    columns = z.shape[1]
    for i in range(pairs.size):
        packed = np.int64(pairs[i])
        k = packed % 4
        cell = packed // 4
        row = cell // columns
        column = cell - row * columns
        r = row + ROW_STEP[k]
        c = column + COLUMN_STEP[k]
        one = group[basin[row, column]]
        two = group[basin[r, c]]
        height = max(float(z[row, column]), float(z[r, c]))
        if height == best_height[one] or height == best_height[two]:
            _offer(z, row, column, r, c, k, distance, one, two, best_height, best_drop, best_step, best_crest)


@kernel
def _offer(z, row, column, r, c, k, distance, one, two, best_height, best_drop, best_step, best_crest):
    """Offer the saddle between (row, column) and its forward neighbour (r, c) to the groups of its height."""
    columns = z.shape[1]
    here = float(z[row, column])
    there = float(z[r, c])
    height = max(here, there)
    if here >= there:  # of two equal cells the one that sees the other in a forward direction is the crest
        step = k
        crest = row * columns + column
    else:
        step = k + 4
        crest = r * columns + c
    drop = abs(here - there) / distance[k]
    for group in (one, two):
        if height != best_height[group] or drop < best_drop[group]:
            continue
        later = step > best_step[group] or (step == best_step[group] and crest >= best_crest[group])
        if drop == best_drop[group] and later:
            continue
        best_drop[group] = drop
        best_step[group] = step
        best_crest[group] = crest


@kernel
def find(parent, i):
    """Root of `i` in a union-find forest, with path halving."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


@kernel
def _join(basin, group, best_height, best_step, best_crest, crest, step):
    """Join groups over their best saddles; list each such saddle once; leave `group` flat (every basin at its root)."""
    columns = basin.shape[1]
    parent = np.arange(group.size)
    count = 0
    for g in range(1, group.size):
        if best_height[g] == np.inf:
            continue
        row = best_crest[g] // columns
        column = best_crest[g] % columns
        k = best_step[g]
        one = find(parent, group[basin[row, column]])
        two = find(parent, group[basin[row + ROW_STEP[k], column + COLUMN_STEP[k]]])
        if one == two:
            continue
        crest[count] = best_crest[g]
        step[count] = k
        count += 1
        if one < two:  # the outside, 0, stays a root
            parent[two] = one
        else:
            parent[one] = two
    for b in range(group.size):
        group[b] = find(parent, group[b])
    return count
