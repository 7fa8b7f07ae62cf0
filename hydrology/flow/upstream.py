"""What lies upstream of given cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..drainage.zones import zone_figures
from ..grid import Grid
from ..ponds.hierarchy import Hierarchy
from ..ponds.inventory import outer_depressions
from ..ponds.storage import Storage
from ..progress import Progress, silent
from .basins import catchments
from .directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP

NONE = -1


@dataclass(frozen=True)
class UpstreamAreas:
    """Areas upstream of some cells. Entry i of each array belongs to the cell `outlet[i]`.

    The raster shows parts that do not overlap: what drains to an outlet before any other. A whole area is its part
    and, again and again, the areas whose `parent` it is.

    Attributes
    ----------
    outlet : int64, flat cell indices, ascending.
    part : int32 (rows, columns), index of the part, the number of outlets where a cell is in none, -1 without data.
    parent : int64, index of the next outlet downstream, NONE if there is none.
    order : int64, the indices, each after all upstream of it.
    area : float64, m2, of the whole area; so too the next two.
    slope : float64, mean slope of the ground (m/m).
    storage : float64, m3, of the outermost depressions whose pit lies in it.
    """

    outlet: np.ndarray
    part: np.ndarray
    parent: np.ndarray
    order: np.ndarray
    area: np.ndarray
    slope: np.ndarray
    storage: np.ndarray


def snap_points(
    accumulation: np.ndarray,
    grid: Grid,
    x: np.ndarray,
    y: np.ndarray,
    distance: float,
    progress: Progress | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Move points to the cell of greatest accumulation within a distance; of equal ones the nearest is taken.

    Parameters
    ----------
    accumulation : NaN without data.
    x, y : coordinates, in units of the CRS, of points on cells with data.
    distance : m, from the point to the centre of a cell; the point's own cell always counts, as one at no distance.

    Returns
    -------
    (cells, moved): flat cell indices, and the distances (m) to their centres, 0 for a point that stays in its cell.
    """
    progress = silent(progress)
    row, column = grid.locate(x, y)
    cells = row * grid.columns + column
    moved = np.zeros(cells.size)
    if distance <= 0:
        return cells, moved
    down, right = int(distance / grid.dy) + 1, int(distance / grid.dx) + 1
    for i in range(cells.size):
        progress.update(i / cells.size)
        rows = np.arange(max(row[i] - down, 0), min(row[i] + down + 1, grid.rows))
        columns = np.arange(max(column[i] - right, 0), min(column[i] + right + 1, grid.columns))
        centre_x, centre_y = grid.centre(rows[:, None], columns[None, :])
        away = np.hypot(centre_x - x[i], centre_y - y[i]) * grid.unit
        own = (row[i] - rows[0], column[i] - columns[0])
        away[own] = 0.0
        flow = accumulation[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        near = (away <= distance) & ~np.isnan(flow)
        best = np.flatnonzero(near & (flow == flow[near].max()))
        best = best[np.argmin(away.reshape(-1)[best])]
        cells[i] = rows[best // columns.size] * grid.columns + columns[best % columns.size]
        moved[i] = away.reshape(-1)[best]
    return cells, moved


def upstream_areas(
    z: np.ndarray,
    hierarchy: Hierarchy,
    storage: Storage,
    direction: np.ndarray,
    outlet: np.ndarray,
    dx: float,
    dy: float,
    progress: Progress | None = None,
) -> UpstreamAreas:
    """The areas that drain through each of the cells `outlet`, all of them in one pass over the raster.

    Parameters
    ----------
    z : elevations (m) that hierarchy and storage were built from.
    direction : of `through_depressions`.
    outlet : flat indices of different cells with data, ascending.
    """
    progress = silent(progress)
    count = outlet.size
    rows, columns = direction.shape
    seeds = np.zeros(direction.shape, np.int32)
    seeds.reshape(-1)[outlet] = np.arange(1, count + 1)
    part = catchments(direction, seeds, progress.part(0, 0.5)) - 1
    part[part < 0] = count
    part[direction == NODATA] = -1
    flow = direction.reshape(-1)[outlet]
    below = outlet.copy()
    runs_on = flow < OUTLET
    below[runs_on] += ROW_STEP[flow[runs_on]] * columns + COLUMN_STEP[flow[runs_on]]
    parent = np.where(runs_on, part.reshape(-1)[below], NONE).astype(np.int64)
    parent[parent == count] = NONE

    figures = zone_figures(z, part, count + 1, dx, dy, progress.part(0.5, 1))
    area = figures["area"][:count]
    fall = figures["slope"][:count] * area
    nodes = outer_depressions(hierarchy)
    nodes = nodes[np.isfinite(hierarchy.spill_z[nodes])]
    holder = part.reshape(-1)[hierarchy.pit[nodes]]
    held = np.bincount(holder, storage.total[nodes], count + 1)[:count] * dx * dy
    order = _upstream_first(parent)
    for i in order:
        if parent[i] != NONE:
            for figure in (area, fall, held):
                figure[parent[i]] += figure[i]
    return UpstreamAreas(outlet, part, parent, order, area, fall / area, held)


def _upstream_first(parent: np.ndarray) -> np.ndarray:
    """An order in which each index comes before its parent."""
    waiting = np.bincount(parent[parent != NONE], minlength=parent.size)
    order = np.flatnonzero(waiting == 0).tolist()
    for i in order:  # grows while it is walked
        if parent[i] != NONE:
            waiting[parent[i]] -= 1
            if waiting[parent[i]] == 0:
                order.append(int(parent[i]))
    return np.array(order, np.int64)
