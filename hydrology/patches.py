"""Connected patches of cells."""

from __future__ import annotations

import numpy as np

from .compiled import kernel
from .flow.directions import COLUMN_STEP, ROW_STEP
from .progress import Progress, silent


def label_patches(mask: np.ndarray, progress: Progress | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Number the 8-connected patches of true cells.

    Returns
    -------
    (label, cells): int32 array with 1..n in reading order, 0 elsewhere; and the number of cells of each patch (int64),
    so that cells[i - 1] belongs to patch i.
    """
    label = np.zeros(mask.shape, np.int32)
    queue = np.empty(int(np.count_nonzero(mask)), np.int64)
    count = 0
    for first, last in silent(progress).blocks(*mask.shape):
        count = _label(mask, label, queue, count, first, last)
    return label, np.bincount(label.reshape(-1), minlength=count + 1)[1:]


@kernel
def _label(mask, label, queue, count, first, last):
    rows, columns = mask.shape
    for row in range(first, last):
        for column in range(columns):
            if not mask[row, column] or label[row, column] != 0:
                continue
            count += 1
            label[row, column] = count
            queue[0] = row * columns + column
            head = 0
            tail = 1
            while head < tail:
                cell = queue[head]
                head += 1
                for k in range(8):
                    r = cell // columns + ROW_STEP[k]
                    c = cell % columns + COLUMN_STEP[k]
                    if r < 0 or c < 0 or r >= rows or c >= columns or not mask[r, c] or label[r, c] != 0:
                        continue
                    label[r, c] = count
                    queue[tail] = r * columns + c
                    tail += 1
    return count
