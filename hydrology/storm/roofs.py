"""Roof water: what buildings shed goes to the ground beside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from ..flow.directions import COLUMN_STEP, ROW_STEP
from ..patches import label_patches
from ..progress import Progress, silent


@dataclass(frozen=True)
class Blocks:
    """Buildings that adjoin, by a side or a corner, as one block each.

    label : int32 (rows, columns), 1..n on the blocks, 0 elsewhere. cells, ring : int64 (n,), the cells of each block,
    and those of the ground that touch it.
    """

    label: np.ndarray
    cells: np.ndarray
    ring: np.ndarray

    @property
    def enclosed(self) -> np.ndarray:
        """Bool (n,): blocks without any ground beside them."""
        return self.ring == 0


def find_blocks(building: np.ndarray, valid: np.ndarray, progress: Progress | None = None) -> Blocks:
    """The blocks of the cells of buildings with data, and how much ground rings them.

    Ground is every cell with data and without a building; it touches a block by a side or a corner, and may touch
    several.
    """
    progress = silent(progress)
    label, cells = label_patches(building & valid, progress.part(0, 0.6))
    ring = np.zeros(cells.size + 1, np.int64)
    for first, last in progress.part(0.6, 1).blocks(*label.shape):
        _count(label, valid, ring, first, last)
    return Blocks(label, cells, ring[1:])


def shed_roofs(depth: np.ndarray, blocks: Blocks, valid: np.ndarray, roof: float, progress: Progress | None = None):
    """Put the runoff of roofs on the ground beside them, in place: a block's water in equal shares on all its ring.

    The roofs are left with 0. A block without ground beside it keeps its own. Water is neither made nor lost.

    Parameters
    ----------
    depth : float32 or float64 (rows, columns), runoff of each cell, mm; what it holds on the blocks is replaced.
    valid : bool (rows, columns), as given to `find_blocks`. roof : runoff of a roof, mm.
    """
    progress = silent(progress)
    share = np.concatenate([[0.0], roof * blocks.cells / np.maximum(blocks.ring, 1)])
    kept = np.concatenate([[0.0], np.where(blocks.enclosed, roof, 0.0)])
    for first, last in progress.blocks(*depth.shape):
        _shed(depth, blocks.label, valid, share, kept, first, last)


@kernel
def _touching(label, row, column, found):
    """The blocks that a cell touches, each once, into `found`; returns how many."""
    rows, columns = label.shape
    count = 0
    for k in range(8):
        r = row + ROW_STEP[k]
        c = column + COLUMN_STEP[k]
        if r < 0 or c < 0 or r >= rows or c >= columns or label[r, c] == 0:
            continue
        new = True
        for i in range(count):
            if found[i] == label[r, c]:
                new = False
        if new:
            found[count] = label[r, c]
            count += 1
    return count


@kernel
def _count(label, valid, ring, first, last):
    found = np.zeros(8, np.int32)
    for r in range(first, last):
        for c in range(label.shape[1]):
            if valid[r, c] and label[r, c] == 0:
                for i in range(_touching(label, r, c, found)):
                    ring[found[i]] += 1


@kernel
def _shed(depth, label, valid, share, kept, first, last):
    found = np.zeros(8, np.int32)
    for r in range(first, last):
        for c in range(label.shape[1]):
            if not valid[r, c]:
                continue
            if label[r, c] != 0:
                depth[r, c] = kept[label[r, c]]
                continue
            total = 0.0 + depth[r, c]  # in float64, and rounded once
            for i in range(_touching(label, r, c, found)):
                total += share[found[i]]
            depth[r, c] = total
