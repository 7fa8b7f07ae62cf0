"""Conditioning of a DEM: what a terrain model leaves out or closes off is worked into it."""

from __future__ import annotations

import numpy as np

from ..patches import label_patches
from ..progress import Progress


def raise_cells(z: np.ndarray, mask: np.ndarray, height: float) -> None:
    """Raise the masked cells of `z` by `height` (m), in place. For buildings, walls and kerbs."""
    z[mask] += z.dtype.type(height)


def lower_cells(z: np.ndarray, mask: np.ndarray, depth: float) -> None:
    """Lower the masked cells of `z` by `depth` (m), in place. For channels."""
    z[mask] -= z.dtype.type(depth)


def close_corners(mask: np.ndarray) -> np.ndarray:
    """A copy of `mask` with one cell more wherever two of its cells touch only by a corner.

    A wall drawn exactly through corners would otherwise let a diagonal step pass between them.
    """
    closed = mask.copy()
    nw, ne, sw, se = mask[:-1, :-1], mask[:-1, 1:], mask[1:, :-1], mask[1:, 1:]
    closed[:-1, 1:] |= nw & se & ~ne & ~sw
    closed[:-1, :-1] |= ne & sw & ~nw & ~se
    return closed


def cut_culvert(z: np.ndarray, rows: np.ndarray, columns: np.ndarray, distance: np.ndarray) -> float:
    """Cut the cells of a culvert down to a level that falls evenly from its higher to its lower end, in place.

    Cells already lower stay as they are.

    Parameters
    ----------
    rows, columns : the cells along the culvert, from end to end.
    distance : m from the first end, ascending.

    Returns
    -------
    The deepest cut (m).
    """
    if rows.size < 2:
        return 0.0
    here = z[rows, columns].astype(np.float64)
    length = distance[-1] - distance[0]
    share = (distance - distance[0]) / length if length > 0 else np.zeros(rows.size)
    level = here[0] + (here[-1] - here[0]) * share
    z[rows, columns] = np.minimum(here, level)
    return float(np.max(here - level))


def enclosed_gaps(valid: np.ndarray, largest: int | None = None, progress: Progress | None = None) -> np.ndarray:
    """The cells without data that data surround: patches of them that do not reach the edge of the raster.

    Patches of more than `largest` cells are left out.
    """
    label, cells = label_patches(~valid, progress)
    enclosed = np.ones(cells.size + 1, bool)
    enclosed[0] = False
    if largest is not None:
        enclosed[1:] = cells <= largest
    for edge in (label[0], label[-1], label[:, 0], label[:, -1]):
        enclosed[edge] = False
    return enclosed[label]
