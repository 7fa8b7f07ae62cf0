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
    shares = [(first * columns, last * columns) for first, last in blocks(rows, columns)]
    step = ROW_STEP * columns + COLUMN_STEP
    direction, label = direction.reshape(-1), label.reshape(-1)
    every(lambda share: _follow(direction, label, step, *share), shares, progress.part(0, 0.8))
    for first, last in shares:
        _settle(label, first, first + columns)
        _settle(label, last - columns, last)
    every(lambda share: _settle(label, share[0] + columns, share[1] - columns), shares, progress.part(0.8, 1))


@kernel
def _follow(direction, label, step, first, last):
    """Label the cells of a block; _ENTERS - i where the water leaves the block and enters the cell i."""
    for start in range(first, last):
        if label[start] != _UNKNOWN:
            continue
        if direction[start] == NODATA:
            label[start] = NOWHERE
            continue
        cell = start
        while first <= cell < last and label[cell] == _UNKNOWN and direction[cell] < OUTLET:
            cell += step[direction[cell]]
        if not first <= cell < last:
            found = _ENTERS - cell
        elif label[cell] == _UNKNOWN:  # an outlet, or a pit that is no seed
            found = OUTSIDE
            label[cell] = OUTSIDE
        else:
            found = label[cell]
        cell = start
        while first <= cell < last and label[cell] == _UNKNOWN:
            label[cell] = found
            cell += step[direction[cell]]


@kernel
def _settle(label, first, last):
    """Give these cells the labels of the cells that their water enters."""
    for start in range(first, last):
        found = label[start]
        if found > _ENTERS:
            continue
        while found <= _ENTERS:
            found = label[_ENTERS - found]
        cell = start
        while label[cell] <= _ENTERS:
            entered = _ENTERS - label[cell]
            label[cell] = found
            cell = entered
