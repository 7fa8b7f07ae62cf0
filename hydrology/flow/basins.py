"""Basins: which pit, outlet or marked cell the water of every cell reaches."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..progress import Progress, silent
from .directions import COLUMN_STEP, NODATA, OUTLET, PIT, ROW_STEP

OUTSIDE = 0  # drains outside without passing a depression
NOWHERE = -1  # no data
_UNKNOWN = -2


def label_basins(direction: np.ndarray, progress: Progress | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Label every cell with the pit it drains to.

    Returns
    -------
    (basin, pits): int32 array with 1..n for the pits in reading order, OUTSIDE, or NOWHERE; and the flat cell index
    (int64) of each pit, so that pits[i - 1] is the pit of basin i.
    """
    basin = np.full(direction.shape, _UNKNOWN, np.int32)
    pits = np.flatnonzero(direction == PIT)
    basin.reshape(-1)[pits] = np.arange(1, pits.size + 1, dtype=np.int32)
    _follow_all(direction, basin, progress)
    return basin, pits


def catchments(direction: np.ndarray, seeds: np.ndarray, progress: Progress | None = None) -> np.ndarray:
    """Label every cell with the first seed on its way downstream.

    Parameters
    ----------
    direction : directions that lead through depressions.
    seeds : int32 array, > 0 at the cells that collect.

    Returns
    -------
    int32 array: the seed's label, OUTSIDE where no seed is met, NOWHERE without data.
    """
    label = np.where(seeds > 0, seeds, _UNKNOWN).astype(np.int32)
    label[direction == NODATA] = NOWHERE
    _follow_all(direction, label, progress)
    return label


def _follow_all(direction: np.ndarray, label: np.ndarray, progress: Progress | None) -> None:
    for first, last in silent(progress).blocks(*direction.shape):
        _follow(direction, label, first, last)


@kernel
def _follow(direction, label, first, last):
    columns = direction.shape[1]
    for row in range(first, last):
        for column in range(columns):
            if label[row, column] != _UNKNOWN:
                continue
            if direction[row, column] == NODATA:
                label[row, column] = NOWHERE
                continue
            r = row
            c = column
            while label[r, c] == _UNKNOWN and direction[r, c] < OUTLET:
                k = direction[r, c]
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]
            found = label[r, c]
            if found == _UNKNOWN:  # an outlet, or a pit that is no seed
                found = OUTSIDE
                label[r, c] = OUTSIDE
            r = row
            c = column
            while label[r, c] == _UNKNOWN:
                label[r, c] = found
                k = direction[r, c]
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]
