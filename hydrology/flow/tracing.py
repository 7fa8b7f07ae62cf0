"""The way of water from a place, down to where it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from ..ponds.filling import rain_to_fill
from ..ponds.hierarchy import Hierarchy
from ..ponds.inventory import depression_members, outer_depressions
from ..ponds.storage import Storage
from .directions import COLUMN_STEP, OUTLET, ROW_STEP, neighbour_distances
from .routing import through_depressions


@dataclass(frozen=True)
class Trace:
    """A way downstream.

    Attributes
    ----------
    cells : int64, flat cell indices from the start to where water leaves.
    length : m, between the centres of the cells.
    ponds : number of depressions crossed, those that stand apart when all are full.
    rain : uniform runoff (m) at which water from the start first reaches the end; 0 if no depression lies between.
    """

    cells: np.ndarray
    length: float
    ponds: int
    rain: float


def trace_downstream(
    hierarchy: Hierarchy, storage: Storage, starts: Iterable[int], dx: float, dy: float
) -> Iterator[Trace]:
    """Follow water from each of the cells `starts` (flat indices, with data) to where it leaves.

    The way is that of `through_depressions`. Water that enters a depression leaves it when the outermost one around is
    full, by its own catchment and by neighbours that spill into it; what spills may enter the next one. So it comes
    through once the last of those on the way has filled: the greatest of the rains of `rain_to_fill`.
    """
    h = hierarchy
    direction = through_depressions(h)
    outermost = depression_members(h, h.outermost)
    rain = rain_to_fill(h, storage)[outermost]
    rain[outermost == 0] = 0.0
    apart = depression_members(h, outer_depressions(h))
    steps = np.append(neighbour_distances(dx, dy), np.zeros(248))
    basin, flow = h.basin.reshape(-1), direction.reshape(-1)
    for start in starts:
        cells = np.empty(_follow(direction, start, np.empty(0, np.int64)), np.int64)
        _follow(direction, start, cells)
        basins = np.unique(basin[cells])
        members = np.unique(apart[basins])
        yield Trace(
            cells=cells,
            length=float(steps[flow[cells[:-1]]].sum()),
            ponds=int(np.count_nonzero(members)),
            rain=float(rain[basins].max()),
        )


@kernel
def _follow(direction, start, cells):
    """Number of cells on the way from `start`; they are listed where `cells` has room for them."""
    columns = direction.shape[1]
    row = start // columns
    column = start % columns
    count = 0
    while True:
        if cells.size > 0:
            cells[count] = row * columns + column
        count += 1
        k = direction[row, column]
        if k >= OUTLET:
            return count
        row += ROW_STEP[k]
        column += COLUMN_STEP[k]
