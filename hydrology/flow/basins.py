"""Basins: which pit, outlet or marked cell the water of every cell reaches."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..progress import Progress, silent
from ..threads import blocks, every
from .directions import COLUMN_STEP, NODATA, OUTLET, PIT, ROW_STEP

OUTSIDE = 0  # drains outside without passing a depression
NOWHERE = -1  # no data
_UNKNOWN = -2
_ENTERS = -3


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
    """Row blocks are labelled side by side. What leaves a block takes the cell that it enters for its label, until the
    blocks' first and last rows, where all such cells lie, are settled."""
    progress = silent(progress)
    rows, columns = direction.shape
    shares = blocks(rows, columns)
    every(lambda block: _follow(direction, label, *block), shares, progress.part(0, 0.8))
    for first, last in shares:
        _settle(label, first, first + 1)
        _settle(label, last - 1, last)
    every(lambda block: _settle(label, block[0] + 1, block[1] - 1), shares, progress.part(0.8, 1))


@kernel
def _follow(direction, label, first, last):
    """Label the rows of a block; _ENTERS - i where the water leaves the block and enters the cell i."""
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
            while first <= r < last and label[r, c] == _UNKNOWN and direction[r, c] < OUTLET:
                k = direction[r, c]
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]
            if not first <= r < last:
                found = _ENTERS - (r * columns + c)
            elif label[r, c] == _UNKNOWN:  # an outlet, or a pit that is no seed
                found = OUTSIDE
                label[r, c] = OUTSIDE
            else:
                found = label[r, c]
            r = row
            c = column
            while first <= r < last and label[r, c] == _UNKNOWN:
                label[r, c] = found
                k = direction[r, c]
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]


@kernel
def _settle(label, first, last):
    """Give the cells of these rows the labels of the cells that their water enters."""
    columns = label.shape[1]
    for row in range(first, last):
        for column in range(columns):
            found = label[row, column]
            if found > _ENTERS:
                continue
            while found <= _ENTERS:
                cell = _ENTERS - found
                found = label[cell // columns, cell % columns]
            r = row
            c = column
            while label[r, c] <= _ENTERS:
                cell = _ENTERS - label[r, c]
                label[r, c] = found
                r = cell // columns
                c = cell % columns
