"""The rain that an area copes with (可应对降雨量), out of the rain that floods each of its cells."""

from __future__ import annotations

import math

import numpy as np

WET_AREA = 50.0
"""m2; own choice: about two lanes of a street over the length of two cars."""
_EXACT = 1e-9  # relative: an area given as a whole number of cells is that many, however it was divided


def cells_of_area(area: float, cell_area: float) -> int:
    """The fewest cells that come to `area`; at least one. Both areas in the same unit."""
    return max(1, math.ceil(area / cell_area * (1 - _EXACT)))


def smallest(values: np.ndarray, count: int) -> np.ndarray:
    """The `count` smallest of the values that are numbers, in any order; all of them if there are no more."""
    known = values[np.isfinite(values)]
    return np.partition(known, count - 1)[:count] if known.size > count else known


def coping_rain(rain_to_flood: np.ndarray, wet_cells: int) -> float:
    """The greatest uniform rain at which fewer than `wet_cells` cells are flooded; NaN if that many never are.

    A cell is flooded by more rain than its value, so fewer than k cells are as long as the rain does not exceed the
    k-th smallest value: exact, and reached.

    Parameters
    ----------
    rain_to_flood : the values of the area's cells, any shape and unit, NaN where no rain floods the cell; the
        `smallest` k of them do.
    """
    first = smallest(rain_to_flood, wet_cells)
    return math.nan if first.size < wet_cells else float(first.max())
