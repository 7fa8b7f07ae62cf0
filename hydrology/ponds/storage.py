"""Storage of nested depressions: which cells a depression wets first, its volume, and its volume against level.

Volumes in this module are in cell-metres (m of water over one cell); times the cell area they are m3.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel, zeros
from ..progress import Progress, silent
from ..threads import every, over_blocks
from .hierarchy import NONE, Hierarchy

DRY = -1  # a cell that no depression can wet
_BAND = 16  # rows that a share takes in turn


@dataclass(frozen=True)
class Storage:
    """What each depression of a hierarchy holds. Arrays are indexed by depression.

    Attributes
    ----------
    first_wet : int32 (rows, columns), the smallest depression whose spill level is above the cell; DRY if none.
    own_cells : int64, cells first wetted by the depression itself, not by one inside it.
    cells : int64, all cells below the spill level.
    own : float64, cell-metres between the spill level of the depressions inside (or the pit) and the own spill level;
        infinite without a way out.
    total : float64, cell-metres below the spill level.
    catchment : int64, cells that drain to the depression; entry 0: straight outside.
    """

    first_wet: np.ndarray
    own_cells: np.ndarray
    cells: np.ndarray
    own: np.ndarray
    total: np.ndarray
    catchment: np.ndarray


def measure_storage(z: np.ndarray, hierarchy: Hierarchy, progress: Progress | None = None) -> Storage:
    """Measure every depression of `hierarchy` on the elevations `z` (m) that it was built from."""
    progress = silent(progress)
    h = hierarchy
    first_wet = np.empty(z.shape, np.int32)
    jump = link_jumps(h)
    # two shares of the rows with sums of their own, whatever the number of threads: so rounding is the same for all
    sums = [(zeros(h.size, np.int64), zeros(h.size), zeros(h.size, np.int64)) for _ in range(2)]
    for first, last in progress.blocks(*z.shape):
        block = z, h.basin, h.parent, jump, h.spill_z, h.outer_z, first_wet, first, last
        every(lambda share, block=block: _assign(*block, *sums[share], share), range(2), progress.watch())
    own_cells, own, catchment = (np.add(one, two, out=one) for one, two in zip(*sums))
    cells = own_cells.copy()
    total = zeros(h.size)
    _sum_up(h.parent, h.left, h.right, h.spill_z, cells, own, total, catchment)
    return Storage(first_wet, own_cells, cells, own, total, catchment)


def link_jumps(hierarchy: Hierarchy) -> np.ndarray:
    """For each depression an ancestor far up (int32), so that a search upwards takes O(log depth) steps.

    Myers 1983, doi 10.1016/0020-0190(83)90106-0.
    """
    jump = np.zeros(hierarchy.size, np.int32)
    _link_jumps(hierarchy.parent, jump, np.zeros(hierarchy.size, np.int32))
    return jump


def own_heights(
    z: np.ndarray, hierarchy: Hierarchy, storage: Storage, wanted: np.ndarray, progress: Progress | None = None
) -> tuple:
    """Sorted elevations of the cells that each wanted depression wets first.

    Parameters
    ----------
    wanted : bool per depression.

    Returns
    -------
    (start, heights): the elevations of depression m are heights[start[m]:start[m + 1]], ascending.
    """
    start = np.zeros(hierarchy.size + 1, np.int64)
    np.cumsum(np.where(wanted, storage.own_cells, 0), out=start[1:])
    heights = np.empty(start[-1])
    place = start[:-1].copy()
    progress = silent(progress)
    for first, last in progress.part(0, 0.5).blocks(*z.shape):
        _gather(z, storage.first_wet, wanted, place, heights, first, last)
    each = heights.size // hierarchy.size + 1  # cells of a depression
    over_blocks(
        lambda first, last: _sort_each(start, heights, first, last), hierarchy.size, each, progress.part(0.5, 1)
    )
    return start, heights


def storage_curve(heights: np.ndarray, levels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Wet cells and volume (cell-metres) of a depression at each level.

    Parameters
    ----------
    heights : sorted elevations (m) of its cells.
    levels : water levels (m).
    """
    below = np.searchsorted(heights, levels, side="left")
    sums = np.concatenate(([0.0], np.cumsum(heights - heights[0]))) if heights.size else np.zeros(1)
    base = heights[0] if heights.size else 0.0
    return below, below * (levels - base) - sums[below]


@kernel
def _link_jumps(parent, jump, depth):
    for node in range(parent.size - 1, 0, -1):
        up = parent[node]
        if up == NONE:
            jump[node] = node
            continue
        depth[node] = depth[up] + 1
        far = jump[up]
        if depth[up] - depth[far] == depth[far] - depth[jump[far]]:
            jump[node] = jump[far]
        else:
            jump[node] = up


@kernel
def _assign(z, basin, parent, jump, spill_z, outer_z, first_wet, first, last, own_cells, own, catchment, share):
    for row in range(first, last):
        if row // _BAND % 2 != share:
            continue
        for column in range(z.shape[1]):
            leaf = basin[row, column]
            if leaf >= 0:
                catchment[leaf] += 1
            if leaf <= 0:
                first_wet[row, column] = DRY
                continue
            here = float(z[row, column])
            if here >= outer_z[leaf]:
                first_wet[row, column] = DRY
                continue
            node = leaf
            while spill_z[node] <= here:
                node = jump[node] if spill_z[jump[node]] <= here else parent[node]
            first_wet[row, column] = node
            own_cells[node] += 1
            own[node] += spill_z[node] - here


@kernel
def _sum_up(parent, left, right, spill_z, cells, own, total, catchment):
    for node in range(1, parent.size):
        one = left[node]
        if one != NONE:
            two = right[node]
            inside = cells[one] + cells[two]
            own[node] += inside * (spill_z[node] - spill_z[one])
            cells[node] += inside
            total[node] = total[one] + total[two]
            catchment[node] = catchment[one] + catchment[two]
        total[node] += own[node]


@kernel
def _gather(z, first_wet, wanted, place, heights, first, last):
    for row in range(first, last):
        for column in range(z.shape[1]):
            node = first_wet[row, column]
            if node > 0 and wanted[node]:
                heights[place[node]] = z[row, column]
                place[node] += 1


@kernel
def _sort_each(start, heights, first, last):
    for node in range(first, last):
        if start[node + 1] - start[node] > 1:
            heights[start[node] : start[node + 1]].sort()
