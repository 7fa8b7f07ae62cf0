"""What a control line encloses: cells of a class or depth, without specks and small holes (洪涝风险控制线)."""

from __future__ import annotations

import numpy as np

from ..patches import label_patches
from ..progress import Progress, silent

MIN_AREA, CLOSE_HOLES = 100.0, 100.0
"""m2, of a patch and of a hole; own choice: about a building's plot, below which a line is not drawn on a town map."""
SMOOTH = 5.0
"""m; own choice: about half the width of a street."""
_EXACT = 1e-9  # relative: an area given as a whole number of cells is that many, however it was divided
_STRIP = 1 << 22  # cells widened at once


def enclose(
    inside: np.ndarray, min_cells: float, hole_cells: float, progress: Progress | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """The patches that a control line goes round.

    First holes of up to `hole_cells` cells are closed, then patches of fewer than `min_cells` cells, their closed holes
    counted, are left out. Patches hang together at corners too (8-connected), hence holes only over sides
    (4-connected); a hole is ground outside that does not reach the raster's edge.

    Parameters
    ----------
    inside : bool, the cells to be enclosed.

    Returns
    -------
    (label, cells): int32 array with 1..n in reading order, 0 elsewhere; and the number of cells of each (int64).
    """
    progress = silent(progress)
    if hole_cells >= 1 - _EXACT:
        inside = _close_holes(inside, hole_cells, progress.part(0, 0.6))
    label, cells = label_patches(inside, progress.part(0.6, 1))
    kept = cells >= min_cells * (1 - _EXACT)
    number = np.concatenate(([0], np.where(kept, np.cumsum(kept), 0))).astype(np.int32)
    return number[label], cells[kept]


def _close_holes(inside: np.ndarray, hole_cells: float, progress: Progress) -> np.ndarray:
    label, cells = label_patches(~inside, progress, corners=False)
    hole = np.concatenate(([False], cells <= hole_cells * (1 + _EXACT)))
    for side in (label[0], label[-1], label[:, 0], label[:, -1]):
        hole[side] = False
    return inside | hole[label]


def near_groups(
    label: np.ndarray, reach: float, dx: float, dy: float, progress: Progress | None = None
) -> tuple[np.ndarray, int]:
    """Put patches together that may grow together when each is widened by `reach`.

    Parameters
    ----------
    label : int32, 0 outside the patches.
    reach : in the unit of dx and dy.

    Returns
    -------
    (group, count): int32 array, 1..count on the cells of the patches and 0 elsewhere. Patches of different groups are
    more than twice `reach` apart.
    """
    progress = silent(progress)
    wide = label > 0
    for axis, cell in ((0, dy), (1, dx)):
        wide = _widen(wide, int(reach // cell) + 1, axis, progress.part(0.2 * axis, 0.2 * axis + 0.2))
    group, cells = label_patches(wide, progress.part(0.4, 1))
    group[label == 0] = 0
    return group, cells.size


def _widen(mask: np.ndarray, by: int, axis: int, progress: Progress) -> np.ndarray:
    """True within `by` cells along one axis of a true cell."""
    lines = np.moveaxis(mask, axis, 1)
    wide = np.empty(mask.shape, bool)
    target = np.moveaxis(wide, axis, 1)
    count, length = lines.shape
    low = np.maximum(np.arange(length) - by, 0)
    high = np.minimum(np.arange(length) + by + 1, length)
    strip = max(1, _STRIP // max(length, 1))
    for first in range(0, count, strip):
        progress.update(first / count)
        sums = np.zeros((min(strip, count - first), length + 1), np.int32)
        np.cumsum(lines[first : first + strip], axis=1, out=sums[:, 1:])
        target[first : first + strip] = sums[:, high] > sums[:, low]
    return wide
