"""Connected patches of cells."""

from __future__ import annotations

import numpy as np

from . import compiled
from .compiled import kernel
from .flow.directions import COLUMN_STEP, ROW_STEP
from .progress import Progress, silent


def label_patches(
    mask: np.ndarray, progress: Progress | None = None, corners: bool = True
) -> tuple[np.ndarray, np.ndarray]:
    """Number the connected patches of true cells.

    Parameters
    ----------
    corners : whether cells that meet only at a corner hang together (8-connected), or only those with a common side.

    Returns
    -------
    (label, cells): int32 array with 1..n in reading order, 0 elsewhere; and the number of cells of each patch (int64),
    so that cells[i - 1] belongs to patch i.
    """
    progress = silent(progress)
    label = np.zeros(mask.shape, np.int32)
    queue = np.empty(int(np.count_nonzero(mask)), np.int64)
    state = np.zeros(4, np.int64)
    while state[_SCANNED] < mask.size or state[_DONE] < state[_SEEN]:
        progress.update((state[_SCANNED] + state[_SEEN]) / (mask.size + queue.size))
        _label(mask, label, queue, state, 1 if corners else 2, compiled.block_cells())
    progress.update(1)
    return label, np.bincount(label.reshape(-1), minlength=int(state[_COUNT]) + 1)[1:]


_COUNT, _SCANNED, _DONE, _SEEN = range(4)  # patches, cells looked at, and how far the queue was worked off and filled


@kernel
def _label(mask, label, queue, state, step, budget):
    """Go on for `budget` cells: even one patch may be as large as the raster."""
    rows, columns = mask.shape
    count, scanned, done, seen = state
    while budget > 0:
        budget -= 1
        if done < seen:
            cell = queue[done]
            done += 1
            for k in range(0, 8, step):
                r = cell // columns + ROW_STEP[k]
                c = cell % columns + COLUMN_STEP[k]
                if r < 0 or c < 0 or r >= rows or c >= columns or not mask[r, c] or label[r, c] != 0:
                    continue
                label[r, c] = count
                queue[seen] = r * columns + c
                seen += 1
        elif scanned < mask.size:
            r = scanned // columns
            c = scanned % columns
            if mask[r, c] and label[r, c] == 0:
                count += 1
                label[r, c] = count
                queue[seen] = scanned
                seen += 1
            scanned += 1
        else:
            break
    state[0] = count
    state[1] = scanned
    state[2] = done
    state[3] = seen
