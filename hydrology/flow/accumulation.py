"""Flow accumulation: what drains through every cell."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..progress import Progress, silent
from .directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP


def flow_accumulation(
    direction: np.ndarray, weights: float | np.ndarray = 1.0, progress: Progress | None = None
) -> np.ndarray:
    """Sum of the weights of all cells upstream, the own cell counted.

    Cells are worked off in topological order by counting donors (as in Barnes 2017, arXiv 1608.04431), O(cells).

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
    donors = np.zeros(direction.shape, np.uint8)
    for first, last in progress.part(0, 0.3).blocks(rows, columns):
        _count_donors(direction, donors, first, last)
    if np.isscalar(weights):
        total = np.full(direction.shape, float(weights))
    else:
        total = np.array(weights, np.float64)
    for first, last in progress.part(0.3, 1).blocks(rows, columns):
        _accumulate(direction, donors, total, first, last)
    total[direction == NODATA] = np.nan
    return total


def outlet_sum(direction: np.ndarray, accumulation: np.ndarray) -> float:
    """Sum of the accumulation over the cells where water ends (equals the sum of the weights)."""
    return float(accumulation[(direction >= OUTLET) & (direction != NODATA)].sum())


@kernel
def _count_donors(direction, donors, first, last):
    columns = direction.shape[1]
    for row in range(first, last):
        for column in range(columns):
            k = direction[row, column]
            if k < OUTLET:
                donors[row + ROW_STEP[k], column + COLUMN_STEP[k]] += 1


_DONE = 255  # no cell has so many donors


@kernel
def _accumulate(direction, donors, total, first, last):
    columns = direction.shape[1]
    for row in range(first, last):
        for column in range(columns):
            r = row
            c = column
            while donors[r, c] == 0 and direction[r, c] < OUTLET:
                donors[r, c] = _DONE
                k = direction[r, c]
                amount = total[r, c]
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]
                total[r, c] += amount
                donors[r, c] -= 1
