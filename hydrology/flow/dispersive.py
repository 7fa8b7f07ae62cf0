"""Flow that spreads over several neighbours: D-infinity and multiple flow directions.

Both methods were published for square cells. Taken over to others with true lengths and angles alone, they turn water
towards the longer side of the cell, as a step that way goes further. Here what a cell hands on goes, on the mean, down
the slope as nearly as on square cells.
"""

from __future__ import annotations

import math

import numpy as np

from ..compiled import block_cells, kernel
from ..progress import Progress, silent
from ..terrain.filling import fill_with_slope
from .directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP, neighbour_distances

METHODS = ("dinf", "mfd")
LEAST_SLOPE = 1e-7
"""m/m; the fall given to filled depressions and flats, far below what a DEM resolves."""
MFD_EXPONENT = 1.1  # of the slope, by Freeman


def dispersive_accumulation(
    z: np.ndarray,
    direction: np.ndarray,
    dx: float,
    dy: float,
    method: str,
    weights: float | np.ndarray = 1.0,
    progress: Progress | None = None,
) -> np.ndarray:
    """Sum of the weights of all cells upstream, the own cell counted, where a cell's flow may be shared out.

    The DEM is filled first, with a fall of `LEAST_SLOPE` towards the outlets in depressions and on flats, so that every
    cell has a lower neighbour. "dinf" sends water down the steepest of eight triangular facets, to the one or two cells
    that bound it, in proportion to how near the direction of fall is to each (Tarboton 1997, doi 10.1029/96WR03137);
    that nearness is an angle drawn in units of cells. "mfd" sends it to all lower cells in proportion to slope^1.1
    (Freeman 1991, doi 10.1016/0098-3004(91)90048-I) times the width of the way there, see `way_widths`.

    Parameters
    ----------
    z : elevations (m).
    direction : directions whose OUTLET cells are where water leaves, see `through_depressions`.
    dx, dy : cell size (m).
    method : one of METHODS.
    weights : one number for every cell, or an array of the same shape.

    Returns
    -------
    float64 array, NaN without data; its sum over the OUTLET cells equals that of the weights.
    """
    progress = silent(progress)
    by_facet = method == "dinf"
    filled = fill_with_slope(z, direction, dx, dy, LEAST_SLOPE, progress.part(0, 0.4))
    filled[direction == NODATA] = np.inf  # a wall, as beyond the edge: nothing runs there
    ways = np.stack((neighbour_distances(dx, dy), way_widths(dx, dy)))
    donors = np.zeros(direction.shape, np.uint8)
    for first, last in progress.part(0.4, 0.6).blocks(*direction.shape):
        _count_donors(filled, direction, ways, by_facet, donors, first, last)
    if np.isscalar(weights):
        total = np.full(direction.shape, float(weights))
    else:
        total = np.array(weights, np.float64)
    queue = np.empty(direction.size, np.int64)
    heads = np.flatnonzero((donors == 0) & (direction != NODATA))
    head, tail = 0, heads.size
    queue[:tail] = heads
    while head < tail:
        progress.update(0.6 + 0.4 * head / direction.size)
        head, tail = _hand_on(filled, direction, ways, by_facet, donors, total, queue, head, tail, block_cells())
    total[direction == NODATA] = np.nan
    progress.update(1)
    return total


def way_widths(dx: float, dy: float) -> np.ndarray:
    """Relative widths of the ways to the eight neighbours, in their order: all the same where dx = dy.

    On a plane, shares in proportion to slope times width move water straight down the slope if width times distance is
    e^u to the east and west, e^-u to the south and north and sqrt(2) along the diagonals, with
    sinh u = sqrt(2) (dy^2 - dx^2) / (dx^2 + dy^2): then the sum of width * distance * direction x direction is the same
    along both axes.
    """
    u = math.asinh(2**0.5 * (dy * dy - dx * dx) / (dx * dx + dy * dy))
    return np.tile((math.exp(u), 2**0.5, math.exp(-u), 2**0.5), 2) / neighbour_distances(dx, dy)


@kernel
def _count_donors(z, direction, ways, by_facet, donors, first, last):
    height = np.empty(8)
    shares = np.empty(8)
    for row in range(first, last):
        for column in range(z.shape[1]):
            if direction[row, column] >= OUTLET:
                continue
            _share_out(z, row, column, ways, by_facet, height, shares)
            for k in range(8):
                if shares[k] > 0.0:
                    donors[row + ROW_STEP[k], column + COLUMN_STEP[k]] += 1


@kernel
def _hand_on(z, direction, ways, by_facet, donors, total, queue, head, tail, budget):
    """Pass on the water of up to `budget` cells, each after all that drain to it."""
    height = np.empty(8)
    shares = np.empty(8)
    columns = z.shape[1]
    stop = min(tail, head + budget)
    while head < stop:
        row = queue[head] // columns
        column = queue[head] % columns
        head += 1
        if direction[row, column] >= OUTLET:
            continue
        _share_out(z, row, column, ways, by_facet, height, shares)
        for k in range(8):
            if shares[k] > 0.0:
                r = row + ROW_STEP[k]
                c = column + COLUMN_STEP[k]
                total[r, c] += total[row, column] * shares[k]
                donors[r, c] -= 1
                if donors[r, c] == 0:
                    queue[tail] = r * columns + c
                    tail += 1
    return head, tail


@kernel
def _share_out(z, row, column, ways, by_facet, height, shares):
    """Set the share of the cell's water that each neighbour gets; `height` is room for theirs."""
    for k in range(8):
        r = row + ROW_STEP[k]
        c = column + COLUMN_STEP[k]
        inside = 0 <= r < z.shape[0] and 0 <= c < z.shape[1]
        height[k] = z[r, c] if inside else np.inf
        shares[k] = 0.0
    if by_facet:
        _share_by_facet(z[row, column], ways[0], height, shares)
    else:
        _share_by_slope(z[row, column], ways[0], ways[1], height, shares)


@kernel
def _share_by_facet(own, distance, height, shares):
    steepest = 0.0
    near = far = 0
    turn = 0.0
    for k in range(8):  # the facet between the neighbours k and k + 1
        straight = (k + 1) // 2 * 2 % 8
        diagonal = k // 2 * 2 + 1
        along = distance[straight]
        across = distance[(straight + 2) % 8]
        fall = (own - height[straight]) / along
        aside = 0.0
        slope = fall
        if height[diagonal] < height[straight]:
            aside = (height[straight] - height[diagonal]) / across
            if aside * along < fall * across:
                slope = math.sqrt(fall * fall + aside * aside)
            else:
                slope = (own - height[diagonal]) / distance[diagonal]
        if slope > steepest:
            steepest = slope
            near = straight
            far = diagonal
            turn = math.atan2(aside / across, fall / along) / (math.pi / 4)
    share = min(turn, 1.0)  # a direction beyond the facet counts as its edge
    shares[near] = 1.0 - share
    shares[far] = share


@kernel
def _share_by_slope(own, distance, width, height, shares):
    whole = 0.0
    for k in range(8):
        if height[k] < own:
            shares[k] = width[k] * ((own - height[k]) / distance[k]) ** MFD_EXPONENT
            whole += shares[k]
    for k in range(8):
        shares[k] /= whole
