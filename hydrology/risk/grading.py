"""Grading of hazard into the four classes 1 blue, 2 yellow, 3 orange, 4 red (0 = none)."""

from __future__ import annotations

import numpy as np

from ..errors import HydrologyError
from ..patches import label_patches
from ..progress import Progress

CLASSES = (1, 2, 3, 4)
COLOURS = ("blue", "yellow", "orange", "red")
MIN_AREA = 25.0
"""m2; smaller patches are left out of a risk map: about a car, and one cell of a 5 m DEM."""


def check_breaks(breaks: list[float]) -> None:
    """Raise HydrologyError unless there are four positive, ascending lower limits (m)."""
    if len(breaks) != 4:
        raise HydrologyError(f"The classes need four lower limits in metres, not {len(breaks)}.")
    if not all(np.isfinite(breaks)) or breaks[0] <= 0 or any(b <= a for a, b in zip(breaks, breaks[1:])):
        raise HydrologyError(f"The lower limits of the classes must be positive and ascending: {breaks}.")


def grade_depth(depth: np.ndarray, breaks: list[float]) -> np.ndarray:
    """Class of each depth (m), uint8.

    Parameters
    ----------
    depth : m, NaN counts as dry.
    breaks : lower limits (m) of the four classes, ascending; a depth equal to a limit belongs to the higher class.
    """
    check_breaks(breaks)
    classes = np.zeros(depth.shape, np.uint8)
    # Compared as float32, the precision of rasters: 0.15 read from a file is 0.15, and a depth has the same class
    # whether it comes from memory or out of the file that was written of it.
    depth = depth.astype(np.float32, copy=False)
    for limit in breaks:
        classes += depth >= np.float32(limit)
    return classes


def drop_small_patches(classes: np.ndarray, min_cells: float, progress: Progress | None = None) -> np.ndarray:
    """Set 8-connected patches of any class with fewer than `min_cells` cells to 0; returns a new array."""
    label, cells = label_patches(classes > 0, progress)
    kept = np.concatenate(([False], cells >= min_cells))
    return np.where(kept[label], classes, 0).astype(np.uint8)


def class_areas(classes: np.ndarray, cell_area: float) -> dict[str, float]:
    """The area (m2) of each class, by colour; `classes` uint8, `cell_area` m2."""
    counts = np.bincount(classes.reshape(-1), minlength=256)
    return {colour: int(counts[value]) * cell_area for value, colour in zip(CLASSES, COLOURS)}
