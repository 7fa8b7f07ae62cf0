"""Filling of depressions."""

from __future__ import annotations

import numpy as np

from ..compiled import block_cells, kernel
from ..flow.directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP, neighbour_distances
from ..heap import pop, push
from ..ponds.hierarchy import Hierarchy
from ..progress import Progress, silent
from ..threads import over_blocks


def fill_depressions(z: np.ndarray, hierarchy: Hierarchy, progress: Progress | None = None) -> np.ndarray:
    """Raise every depression to its outermost spill level.

    The level is the lowest height on the way out, so the result is exact: max(z, spill level), in the dtype of `z`.
    A part of the DEM without a way out is raised to the level at which its pits drain to the lowest one.
    """
    filled = np.empty_like(z)
    level = drain_level(hierarchy)
    over_blocks(lambda first, last: _raise(z, hierarchy.basin, level, filled, first, last), *z.shape, silent(progress))
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
    filled = np.full(z.shape, np.inf)
    settled = direction == NODATA
    seeds = np.flatnonzero(direction == OUTLET)
    seeds = seeds[np.argsort(z.reshape(-1)[seeds], kind="stable")]
    filled.reshape(-1)[seeds] = z.reshape(-1)[seeds]
    cells = int(np.count_nonzero(~settled))
    size = seeds.size
    room = size + 8 * block_cells()
    heap_z, heap_cell = np.empty(room), np.empty(room, np.int64)
    heap_z[:size] = filled.reshape(-1)[seeds]  # a sorted list is a heap
    heap_cell[:size] = seeds
    rise = slope * neighbour_distances(dx, dy)
    done = 0
    while size:
        progress.update(done / cells)
        budget = min(block_cells(), (heap_z.size - size) // 8)
        size, count = _flood(z, filled, settled, rise, heap_z, heap_cell, size, budget)
        done += count
        if heap_z.size - size < 8 * block_cells():
            heap_z, heap_cell = (np.concatenate((a, np.empty_like(a))) for a in (heap_z, heap_cell))
    progress.update(1)
    filled[direction == NODATA] = np.nan
    return filled


@kernel
def _raise(z, basin, level, filled, first, last):
    for row in range(first, last):
        for column in range(z.shape[1]):
            b = basin[row, column]
            here = z[row, column]
            filled[row, column] = level[b] if b > 0 and level[b] > here else here


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
def _flood(z, filled, settled, rise, heap_z, heap_cell, size, budget):
    """Take up to `budget` entries from the heap, lowest first; returns its new size and the cells settled.

    A cell that a lower way reaches later is entered again; its older entries are passed over.
    """
    rows, columns = filled.shape
    count = 0
    for _ in range(budget):
        if size == 0:
            break
        level = heap_z[0]
        cell = heap_cell[0]
        size = pop(heap_z, heap_cell, size)
        row = cell // columns
        column = cell % columns
        if settled[row, column]:
            continue
        settled[row, column] = True
        count += 1
        for k in range(8):
            r = row + ROW_STEP[k]
            c = column + COLUMN_STEP[k]
            if r < 0 or c < 0 or r >= rows or c >= columns or settled[r, c]:
                continue
            reached = max(float(z[r, c]), level + rise[k])
            if reached >= filled[r, c]:
                continue
            filled[r, c] = reached
            size = push(heap_z, heap_cell, size, reached, r * columns + c)
    return size, count
