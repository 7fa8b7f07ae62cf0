"""Flow accumulation: what drains through every cell."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..progress import Progress, silent
from ..threads import blocks, every, over_blocks
from .directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP


def flow_accumulation(
    direction: np.ndarray, weights: float | np.ndarray = 1.0, progress: Progress | None = None
) -> np.ndarray:
    """Sum of the weights of all cells upstream, the own cell counted.

    Cells are worked off in topological order by counting donors (as in Barnes 2017, arXiv 1608.04431), O(cells): from
    each cell without donors, in reading order, down to the first that still waits for another donor. Row blocks are
    worked off side by side; what lies downstream of their edges is left for the end, and the walks into it are listed,
    so that all numbers are added in the same order, and round in the same way, however the rows are divided.

    Parameters
    ----------
    direction : uint8 directions, see `flow_directions`; must be free of cycles.
    weights : one number for every cell (for instance the cell area, m2), or an array of the same shape.

    Returns
    -------
    float64 array, NaN without data.
    """
    progress = silent(progress)
    rows, columns = direction.shape
    donors = np.empty(direction.shape, np.uint8)
    total = np.empty(direction.shape)
    weights = np.broadcast_to(weights, direction.shape)

    def prepare(first: int, last: int) -> None:
        _count_donors(direction, donors, first, last)
        total[first:last] = weights[first:last]

    def accumulate(block: tuple[int, int]) -> np.ndarray:
        waiting = np.empty((block[1] - block[0]) * columns, np.int64)
        return waiting[: _accumulate(direction, donors, total, waiting, *block)].copy()

    over_blocks(prepare, rows, columns, progress.part(0, 0.3))
    shares = blocks(rows, columns)
    for _, edge in shares[:-1]:
        _set_aside(direction, donors, edge)
    lists = every(accumulate, shares, progress.part(0.3, 0.9))
    for done, waiting in enumerate(lists):
        progress.update(0.9 + 0.1 * done / len(lists))
        _finish(direction, donors, total, waiting)
    progress.update(1)
    return total


def outlet_sum(direction: np.ndarray, accumulation: np.ndarray) -> float:
    """Sum of the accumulation over the cells where water ends (equals the sum of the weights)."""
    return float(accumulation[(direction >= OUTLET) & (direction != NODATA)].sum())


_DONE = 255  # no cell has so many donors
_ASIDE = 16  # added to the number of donors of a cell downstream of a block's edge


@kernel
def _count_donors(direction, donors, first, last):
    rows, columns = direction.shape
    for row in range(first, last):
        donors[row] = 0
        for k in range(8):
            r = row - ROW_STEP[k]
            if r < 0 or r >= rows:
                continue
            step = COLUMN_STEP[k]
            above = direction[r, max(-step, 0) : columns - max(step, 0)]
            here = donors[row, max(step, 0) : columns - max(-step, 0)]
            for i in range(here.size):
                here[i] += above[i] == k


@kernel
def _set_aside(direction, donors, edge):
    """Mark what lies downstream of the cells from which water crosses between the rows `edge` - 1 and `edge`."""
    columns = direction.shape[1]
    for side in range(2):
        for column in range(columns):
            r = edge - 1 + side
            c = column
            k = direction[r, c]
            if k >= OUTLET or ROW_STEP[k] != 1 - 2 * side:
                continue
            while k < OUTLET:
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]
                if donors[r, c] >= _ASIDE:
                    break
                donors[r, c] += _ASIDE
                k = direction[r, c]


@kernel
def _accumulate(direction, donors, total, waiting, first, last):
    """Walk down from the cells without donors; list those from which a walk would go on into a cell set aside."""
    columns = direction.shape[1]
    count = 0
    for row in range(first, last):
        for column in range(columns):
            r = row
            c = column
            while donors[r, c] == 0:
                donors[r, c] = _DONE
                k = direction[r, c]
                if k >= OUTLET:
                    if k == NODATA:
                        total[r, c] = np.nan
                    break
                below = r + ROW_STEP[k]
                beside = c + COLUMN_STEP[k]
                if donors[below, beside] >= _ASIDE:
                    waiting[count] = r * columns + c
                    count += 1
                    break
                total[below, beside] += total[r, c]
                donors[below, beside] -= 1
                r = below
                c = beside
    return count


@kernel
def _finish(direction, donors, total, waiting):
    """Go on with the walks that were left, in the order in which they came."""
    columns = direction.shape[1]
    for i in range(waiting.size):
        r = waiting[i] // columns
        c = waiting[i] % columns
        k = direction[r, c]
        while k < OUTLET:
            amount = total[r, c]
            r += ROW_STEP[k]
            c += COLUMN_STEP[k]
            total[r, c] += amount
            donors[r, c] -= 1
            if donors[r, c] != _ASIDE:
                break
            k = direction[r, c]
