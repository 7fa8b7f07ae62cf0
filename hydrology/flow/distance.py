"""How far water runs over the ground before something takes it."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..progress import Progress, silent
from .directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP, neighbour_distances

_UNKNOWN = 255


def distance_downstream(
    direction: np.ndarray, kind: np.ndarray, dx: float, dy: float, progress: Progress | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Length of the way of water from each cell to the first cell downstream that takes it.

    Every cell is walked down from until a cell is met whose length is known, so that each is passed twice, O(cells).

    Parameters
    ----------
    direction : uint8 directions that lead through depressions, see `through_depressions`; must be free of cycles.
    kind : uint8, 1..254 at cells that take water, by what takes it; 0 elsewhere.
    dx, dy : cell width and height (m).

    Returns
    -------
    (distance, met): float64, m, between the centres of the cells, 0 where the cell itself takes water, infinite where
    the water leaves before anything takes it, NaN without data; and uint8, the kind of what takes it, 0 = nothing.
    """
    distance = np.empty(direction.shape)
    met = np.full(direction.shape, _UNKNOWN, np.uint8)
    steps = neighbour_distances(dx, dy)
    for first, last in silent(progress).blocks(*direction.shape):
        _follow(direction, kind, steps, distance, met, first, last)
    return distance, met


@kernel
def _follow(direction, kind, steps, distance, met, first, last):
    columns = direction.shape[1]
    for row in range(first, last):
        for column in range(columns):
            r = row
            c = column
            length = 0.0
            while met[r, c] == _UNKNOWN and kind[r, c] == 0 and direction[r, c] < OUTLET:
                k = direction[r, c]
                length += steps[k]
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]
            if met[r, c] == _UNKNOWN:
                if direction[r, c] == NODATA:
                    met[r, c] = 0
                    distance[r, c] = np.nan
                else:
                    met[r, c] = kind[r, c]
                    distance[r, c] = 0.0 if kind[r, c] > 0 else np.inf
            found = met[r, c]
            length += distance[r, c]
            r = row
            c = column
            while met[r, c] == _UNKNOWN:
                met[r, c] = found
                distance[r, c] = length
                k = direction[r, c]
                length -= steps[k]
                r += ROW_STEP[k]
                c += COLUMN_STEP[k]
