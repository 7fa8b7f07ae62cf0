"""D8 flow directions by steepest slope, with flats resolved."""

from __future__ import annotations

import numpy as np

from ..compiled import block_cells, kernel
from ..progress import Progress, silent
from ..threads import over_blocks

# Neighbours in the order E, SE, S, SW, W, NW, N, NE; rows grow southward. A tie goes to the first in this order,
# and the neighbour opposite to k is (k + 4) % 8.
ROW_STEP = np.array([0, 1, 1, 1, 0, -1, -1, -1], np.int64)
COLUMN_STEP = np.array([1, 1, 0, -1, -1, -1, 0, 1], np.int64)

OUTLET = 8  # water leaves the DEM here
PIT = 9  # the lowest cell of a depression
NODATA = 255
_FLAT = 10  # no lower neighbour, but one as high: settled in a second step


def neighbour_distances(dx: float, dy: float) -> np.ndarray:
    """Distances (m) to the eight neighbours, in their order."""
    return np.hypot(COLUMN_STEP * dx, ROW_STEP * dy)


def flow_directions(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    sinks: np.ndarray | None = None,
    closed_edge: bool = False,
    progress: Progress | None = None,
) -> np.ndarray:
    """Direction of steepest descent of every cell.

    The steepest of the eight neighbours, diagonals divided by their length; a tie goes to the first in the order E, SE,
    S, SW, W, NW, N, NE. Cells on the DEM's edge, beside a cell without data, or marked in `sinks` are outlets. A flat
    with a lower neighbour at its rim drains towards it, away from the higher ground around (Garbrecht and Martz 1997;
    Barnes, Lehman and Mulla 2014); a flat without one is one pit, to which all its cells point.

    Parameters
    ----------
    z : elevations (m), float32 or float64, shape (rows, columns).
    valid : bool, false where there is no data.
    dx, dy : cell width and height (m).
    sinks : bool, true where water leaves; optional.
    closed_edge : no water leaves at the edge or at cells without data.

    Returns
    -------
    uint8 array: index 0..7 of the neighbour that water runs to, OUTLET, PIT or NODATA.
    """
    progress = silent(progress)
    rows, columns = z.shape
    direction = np.empty(z.shape, np.uint8)
    distance = neighbour_distances(dx, dy)
    if sinks is None:
        sinks = np.zeros((0, 0), bool)
    whole = bool(valid.all())

    def steepest(first: int, last: int) -> None:
        _steepest(z, valid, whole, sinks, closed_edge, distance, direction, first, last)

    over_blocks(steepest, rows, columns, progress.part(0, 0.7))
    _resolve_flats(z, direction, progress.part(0.7, 1))
    return direction


def encode(direction: np.ndarray) -> np.ndarray:
    """The published D8 code: E 1, SE 2, S 4, SW 8, W 16, NW 32, N 64, NE 128; 0 leaves (or a sink); 255 no data."""
    codes = np.zeros(256, np.uint8)
    codes[:8] = 1 << np.arange(8)
    codes[NODATA] = 255
    return codes[direction]


def _resolve_flats(z: np.ndarray, direction: np.ndarray, progress: Progress) -> None:
    flat = np.flatnonzero(direction == _FLAT)
    if flat.size == 0:
        progress.update(1)
        return
    shape = z.shape
    # Of flat cells only, the others are never looked at.
    low = np.empty(shape, np.int32)  # steps to the way out of the flat; 0: not reached
    high = np.empty(shape, np.int32)  # steps from the higher ground around it
    queue = np.empty(flat.size, np.int64)
    for part, distance, towards_lower in ((progress.part(0, 0.3), low, True), (progress.part(0.3, 0.6), high, False)):

        def seed(first: int, last: int, distance=distance, towards_lower=towards_lower) -> np.ndarray:
            found = np.empty(last - first, np.int64)
            return found[: _seed_flats(z, direction, flat[first:last], distance, found, towards_lower)].copy()

        seeds = np.concatenate(over_blocks(seed, flat.size, 1, part.part(0, 0.3)))
        head, tail = 0, seeds.size
        queue[:tail] = seeds
        del seeds
        while head < tail:
            part.update(0.3 + 0.7 * head / flat.size)
            head, tail = _spread(z, direction, distance, queue, head, tail, block_cells())
    for first in range(0, flat.size, block_cells()):
        progress.update(0.6 + 0.2 * first / flat.size)
        _settle_pits(z, direction, low, high, flat[first : first + block_cells()], queue)
    settled = np.empty(flat.size, np.uint8)  # written back at the end: the kernel must see which cells are flat

    def point(first: int, last: int) -> None:
        _point_flats(z, direction, low, high, flat[first:last], settled[first:last])

    over_blocks(point, flat.size, 1, progress.part(0.8, 1))
    direction.reshape(-1)[flat] = settled
    progress.update(1)


@kernel
def _steepest(z, valid, whole, sinks, closed_edge, distance, direction, first, last):
    """Directions of a block of rows; `whole` says that no cell of the DEM is without data."""
    rows, columns = z.shape
    for row in range(first, last):
        inside = 0 < row < rows - 1
        if inside:
            _fall(z[row - 1], z[row], z[row + 1], distance, direction[row])
        if inside and whole and sinks.size == 0:
            for column in (0, columns - 1):
                direction[row, column] = _fall_at_rim(z, valid, row, column, closed_edge, distance)
            continue
        for column in range(columns):
            if not valid[row, column]:
                direction[row, column] = NODATA
            elif sinks.size > 0 and sinks[row, column]:
                direction[row, column] = OUTLET
            elif not inside or not 0 < column < columns - 1 or not (whole or _is_surrounded(valid, row, column)):
                direction[row, column] = _fall_at_rim(z, valid, row, column, closed_edge, distance)


@kernel
def _is_surrounded(valid, row, column):
    for r in range(row - 1, row + 2):
        for c in range(column - 1, column + 2):
            if not valid[r, c]:
                return False
    return True


@kernel
def _fall(above, row, below, distance, direction):
    """Directions of a row's cells with eight neighbours. Free of branches, so that a processor takes several cells at a
    time: seven times as fast."""
    dx = distance[0]
    dy = distance[2]
    dxy = distance[1]
    for column in range(1, row.size - 1):
        here = float(row[column])
        east = here - float(row[column + 1])
        southeast = here - float(below[column + 1])
        south = here - float(below[column])
        southwest = here - float(below[column - 1])
        west = here - float(row[column - 1])
        northwest = here - float(above[column - 1])
        north = here - float(above[column])
        northeast = here - float(above[column + 1])
        # of neighbours at the same distance the lowest is the steepest
        across = max(east, west)
        along = max(south, north)
        diagonal = max(max(southeast, southwest), max(northwest, northeast))
        slope_across = across / dx
        slope_along = along / dy
        slope_diagonal = diagonal / dxy
        slope = max(max(slope_across, slope_along), slope_diagonal)
        across = across if slope_across >= slope else np.inf
        along = along if slope_along >= slope else np.inf
        diagonal = diagonal if slope_diagonal >= slope else np.inf
        found = 7
        found = 6 if north >= along else found
        found = 5 if northwest >= diagonal else found
        found = 4 if west >= across else found
        found = 3 if southwest >= diagonal else found
        found = 2 if south >= along else found
        found = 1 if southeast >= diagonal else found
        found = 0 if east >= across else found
        found = _FLAT if slope == 0.0 else found
        direction[column] = PIT if slope < 0.0 else found


@kernel
def _fall_at_rim(z, valid, row, column, closed_edge, distance):
    """Direction of a cell on the DEM's edge or beside cells without data."""
    rows, columns = z.shape
    if not closed_edge:
        return OUTLET
    best = 0.0
    found = PIT
    for k in range(8):
        r = row + ROW_STEP[k]
        c = column + COLUMN_STEP[k]
        if r < 0 or c < 0 or r >= rows or c >= columns or not valid[r, c]:
            continue
        drop = float(z[row, column]) - float(z[r, c])
        if drop > 0.0 and drop / distance[k] > best:
            best = drop / distance[k]
            found = k
        elif drop == 0.0 and found == PIT:
            found = _FLAT
    return found


@kernel
def _seed_flats(z, direction, flat, distance, queue, towards_lower):
    """List in `queue` the flat cells beside a way out (an equally high cell that drains) or beside higher ground."""
    rows, columns = z.shape
    tail = 0
    for i in range(flat.size):
        row = flat[i] // columns
        column = flat[i] % columns
        distance[row, column] = 0
        for k in range(8):
            r = row + ROW_STEP[k]
            c = column + COLUMN_STEP[k]
            if r < 0 or c < 0 or r >= rows or c >= columns or direction[r, c] == NODATA:
                continue
            if towards_lower:
                edge = z[r, c] == z[row, column] and direction[r, c] <= OUTLET
            else:
                edge = z[r, c] > z[row, column]
            if edge:
                distance[row, column] = 1
                queue[tail] = flat[i]
                tail += 1
                break
    return tail


@kernel
def _spread(z, direction, distance, queue, head, tail, budget):
    """Breadth-first steps over cells of the same flat; at most `budget` cells a call."""
    rows, columns = z.shape
    stop = min(head + budget, queue.size)
    while head < tail and head < stop:
        row = queue[head] // columns
        column = queue[head] % columns
        head += 1
        for k in range(8):
            r = row + ROW_STEP[k]
            c = column + COLUMN_STEP[k]
            if r < 0 or c < 0 or r >= rows or c >= columns:
                continue
            if direction[r, c] == _FLAT and distance[r, c] == 0 and z[r, c] == z[row, column]:
                distance[r, c] = distance[row, column] + 1
                queue[tail] = r * columns + c
                tail += 1
    return head, tail


@kernel
def _settle_pits(z, direction, low, high, flat, queue):
    """Flats that no way out reached: their first cell is the pit, the steps to it take the place of `low`."""
    rows, columns = z.shape
    for i in range(flat.size):
        row = flat[i] // columns
        column = flat[i] % columns
        if low[row, column] != 0:
            continue
        low[row, column] = 1
        high[row, column] = -1  # marks the pit itself
        queue[0] = flat[i]
        head = 0
        tail = 1
        while head < tail:
            row = queue[head] // columns
            column = queue[head] % columns
            head += 1
            for k in range(8):
                r = row + ROW_STEP[k]
                c = column + COLUMN_STEP[k]
                if r < 0 or c < 0 or r >= rows or c >= columns:
                    continue
                if direction[r, c] == _FLAT and low[r, c] == 0 and z[r, c] == z[row, column]:
                    low[r, c] = low[row, column] + 1
                    high[r, c] = 0  # only the shortest way counts here
                    queue[tail] = r * columns + c
                    tail += 1


@kernel
def _point_flats(z, direction, low, high, flat, settled):
    """Point each flat cell down the sum of both gradients, 2 low - high, which falls in every step (Barnes 2014)."""
    rows, columns = z.shape
    for i in range(flat.size):
        row = flat[i] // columns
        column = flat[i] % columns
        if high[row, column] == -1:
            settled[i] = PIT
            continue
        best = 2 * low[row, column] - high[row, column]
        found = 255
        for k in range(8):
            r = row + ROW_STEP[k]
            c = column + COLUMN_STEP[k]
            if r < 0 or c < 0 or r >= rows or c >= columns or direction[r, c] == NODATA:
                continue
            if z[r, c] != z[row, column]:
                continue
            if direction[r, c] == _FLAT:
                mask = 2 * low[r, c] - max(high[r, c], 0)
            else:
                mask = -2147483647  # the way out
            if mask < best:
                best = mask
                found = k
        settled[i] = found
