"""Filling of depressions."""

from __future__ import annotations

import numpy as np

from ..compiled import block_cells, kernel
from ..flow.directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP, neighbour_distances
from ..ponds.hierarchy import Hierarchy
from ..progress import Progress, silent


def fill_depressions(z: np.ndarray, hierarchy: Hierarchy, progress: Progress | None = None) -> np.ndarray:
    """Raise every depression to its outermost spill level.

    The level is the lowest height on the way out, so the result is exact: max(z, spill level), in the dtype of `z`.
    A part of the DEM without a way out is raised to the level at which its pits drain to the lowest one.
    """
    filled = z.copy()
    level = drain_level(hierarchy)
    for first, last in silent(progress).blocks(*z.shape):
        _raise(hierarchy.basin, level, filled, first, last)
    return filled


def drain_level(hierarchy: Hierarchy) -> np.ndarray:
    """Per depression the elevation (m) above which all its water drains: the outermost spill level.

    In a part without a way out, the highest saddle between a depression and the part's lowest pit; -inf for that pit.
    """
    level = hierarchy.outer_z.copy()
    if np.isinf(hierarchy.spill_z[hierarchy.outermost]).any():
        _towards_lowest_pit(hierarchy.parent, hierarchy.pit, hierarchy.spill_z, level)
    return level


def fill_with_slope(
    z: np.ndarray,
    direction: np.ndarray,
    dx: float,
    dy: float,
    slope: float,
    progress: Progress | None = None,
) -> np.ndarray:
    """The lowest surface, nowhere below `z`, from which every cell has a way out that falls by at least `slope`.

    Priority-flood from the outlets inwards with a rise per step (Wang and Liu 2006; Barnes, Lehman and Mulla 2014).

    Parameters
    ----------
    z : elevations (m).
    direction : directions whose OUTLET cells are where water leaves, see `through_depressions`.
    dx, dy : cell size (m).
    slope : least slope of the ways out (m/m).

    Returns
    -------
    float64 array.
    """
    progress = silent(progress)
    filled = z.astype(np.float64)
    closed = direction == NODATA
    seeds = np.flatnonzero(direction == OUTLET)
    closed.reshape(-1)[seeds] = True
    order = np.argsort(filled.reshape(-1)[seeds], kind="stable")
    cells = int(np.count_nonzero(direction != NODATA))
    heap_z = np.empty(cells, np.float64)
    heap_cell = np.empty(cells, np.int64)
    heap_z[: seeds.size] = filled.reshape(-1)[seeds][order]  # a sorted list is a heap
    heap_cell[: seeds.size] = seeds[order]
    rise = slope * neighbour_distances(dx, dy)
    size = seeds.size
    done = 0
    while size:
        progress.update(done / cells)
        before = size
        size, taken = _flood(filled, closed, rise, heap_z, heap_cell, before, block_cells())
        done += taken
    progress.update(1)
    return filled


@kernel
def _raise(basin, level, filled, first, last):
    for row in range(first, last):
        for column in range(filled.shape[1]):
            b = basin[row, column]
            if b > 0 and level[b] > filled[row, column]:
                filled[row, column] = level[b]


@kernel
def _towards_lowest_pit(parent, pit, spill_z, level):
    for node in range(parent.size - 1, 0, -1):
        up = parent[node]
        if up == 0:
            level[node] = spill_z[node] if spill_z[node] < np.inf else -np.inf
        elif level[up] == -np.inf:  # around the lowest pit
            level[node] = -np.inf if pit[node] == pit[up] else spill_z[node]
        else:
            level[node] = level[up]


@kernel
def _flood(filled, closed, rise, heap_z, heap_cell, size, budget):
    """Take up to `budget` cells from the heap, lowest first; returns its new size and the number taken."""
    rows, columns = filled.shape
    taken = 0
    while size > 0 and taken < budget:
        level = heap_z[0]
        cell = heap_cell[0]
        taken += 1
        size -= 1
        last_z = heap_z[size]
        last_cell = heap_cell[size]
        i = 0
        while True:
            child = 2 * i + 1
            if child >= size:
                break
            if child + 1 < size and heap_z[child + 1] < heap_z[child]:
                child += 1
            if heap_z[child] >= last_z:
                break
            heap_z[i] = heap_z[child]
            heap_cell[i] = heap_cell[child]
            i = child
        heap_z[i] = last_z
        heap_cell[i] = last_cell
        row = cell // columns
        column = cell % columns
        for k in range(8):
            r = row + ROW_STEP[k]
            c = column + COLUMN_STEP[k]
            if r < 0 or c < 0 or r >= rows or c >= columns or closed[r, c]:
                continue
            closed[r, c] = True
            filled[r, c] = max(filled[r, c], level + rise[k])
            i = size
            size += 1
            while i > 0:
                up = (i - 1) // 2
                if heap_z[up] <= filled[r, c]:
                    break
                heap_z[i] = heap_z[up]
                heap_cell[i] = heap_cell[up]
                i = up
            heap_z[i] = filled[r, c]
            heap_cell[i] = r * columns + c
    return size, taken
