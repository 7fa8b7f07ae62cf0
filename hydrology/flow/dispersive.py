"""Flow that spreads over several neighbours: D-infinity and multiple flow directions, their shares by richdem.

richdem looks at a cell and its eight neighbours only, so it is handed a few rows at a time, within a rim of high
ground: the bar moves, Cancel answers, and it is decided here where water leaves. By itself richdem lets water run into
cells without data, and never along the DEM's edge.

richdem 2.4 gives the two shares of D-infinity the wrong way round: of a flow close to east, most goes northeast. After
Tarboton (1997) most goes to the nearer direction. The shares are put right where a probe finds them so.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import sys
import threading
from collections.abc import Iterator

import numpy as np

from ..compiled import block_cells, kernel
from ..errors import HydrologyError
from ..progress import Progress, silent
from ..terrain.filling import fill_with_slope
from .directions import COLUMN_STEP, NODATA, OUTLET, ROW_STEP

INSTALL_LINE = "python3 -m pip install richdem2"
LEAST_SLOPE = 1e-7
"""m/m; the fall given to filled depressions and flats, far below what a DEM resolves."""
MFD_EXPONENT = 1.1  # of the slope, by Freeman
_METHODS = {"dinf": ("Dinf", None), "mfd": ("Freeman", MFD_EXPONENT)}
METHODS = tuple(_METHODS)
_SQUARE = 1e-4  # relative difference of width and height that a cell may have
_NO_DATA = -1e300  # stands in no array: richdem has to be told some value
_GEOTRANSFORM = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
# richdem counts its neighbours from 1: W, NW, N, NE, E, SE, S, SW
_PLACES = np.array([5, 6, 7, 8, 1, 2, 3, 4])
_BLOCK_CELLS = 200_000
_quiet = threading.Lock()


def available() -> bool:
    """Whether richdem is installed. Does not import it."""
    return importlib.util.find_spec("richdem") is not None


def dispersive_accumulation(
    z: np.ndarray,
    direction: np.ndarray,
    dx: float,
    dy: float,
    method: str,
    weights: float | np.ndarray = 1.0,
    progress: Progress | None = None,
) -> tuple[np.ndarray, float]:
    """Sum of the weights of all cells upstream, the own cell counted, where a cell's flow may be shared out.

    The DEM is filled first, with a fall of `LEAST_SLOPE` towards the outlets in depressions and on flats, so that every
    cell has a lower neighbour. "dinf" sends water down the steepest of eight triangular facets, to the one or two cells
    that bound it (Tarboton 1997, doi 10.1029/96WR03137); "mfd" to all lower cells in proportion to slope^1.1 (Freeman
    1991, doi 10.1016/0098-3004(91)90048-I).

    Parameters
    ----------
    z : elevations (m).
    direction : directions whose OUTLET cells are where water leaves, see `through_depressions`.
    dx, dy : cell size (m); richdem knows square cells only.
    method : one of METHODS.
    weights : one number for every cell, or an array of the same shape.

    Returns
    -------
    (accumulation, sum over all cells where water leaves): float64 array, NaN without data; the sum equals that of the
    weights.

    Raises
    ------
    HydrologyError if the cells are not square.
    """
    if abs(dx - dy) > _SQUARE * max(dx, dy):
        raise HydrologyError(
            f"METHOD {method} needs square cells, not {dx:g} x {dy:g} m: resample the DEM, or take METHOD d8."
        )
    progress = silent(progress)
    filled = fill_with_slope(z, direction, dx, dy, LEAST_SLOPE, progress.part(0, 0.3))
    shares = _flow_shares(filled, direction, method, progress.part(0.3, 0.75))
    del filled
    return _accumulate(direction, shares, weights, progress.part(0.75, 1))


def _flow_shares(filled: np.ndarray, direction: np.ndarray, method: str, progress: Progress) -> np.ndarray:
    """Share of each cell's water that each neighbour gets, float32 (rows, columns, 8); 0 where water leaves."""
    turn = method == "dinf" and _shares_are_reversed()
    rows, columns = filled.shape
    shares = np.zeros((rows, columns, 8), np.float32)
    if np.isnan(filled).all():
        return shares
    wall = float(np.nanmax(filled)) + 1e4
    height = max(1, _BLOCK_CELLS // columns)
    for first in range(0, rows, height):
        progress.update(first / rows)
        last = min(first + height, rows)
        block = np.full((last - first + 2, columns + 2), wall)
        top, bottom = max(first - 1, 0), min(last + 1, rows)
        block[top - first + 1 : bottom - first + 1, 1:-1] = np.nan_to_num(filled[top:bottom], nan=wall)
        shares[first:last] = _richdem_shares(block, method)[1:-1, 1:-1]
        if turn:
            _turn(shares[first:last])
    shares[direction >= OUTLET] = 0
    progress.update(1)
    return shares


def _richdem_shares(z: np.ndarray, method: str) -> np.ndarray:
    """The shares as richdem gives them, in our order of the neighbours."""
    import richdem

    name, exponent = _METHODS[method]
    with _silence():
        found = richdem.FlowProportions(
            richdem.rdarray(z, no_data=_NO_DATA, geotransform=_GEOTRANSFORM), name, exponent
        )
    return np.maximum(np.asarray(found)[:, :, _PLACES], 0)  # it marks unused places by -1


@functools.cache
def _shares_are_reversed() -> bool:
    """Whether richdem, on a plane that falls to the east and a little to the south, sends less east than southeast."""
    shares = _richdem_shares(-np.add.outer(0.1 * np.arange(3.0), np.arange(3.0)), "dinf")[1, 1]
    return bool(shares[0] < shares[1])


def _turn(shares: np.ndarray) -> None:
    """Exchange the two shares of each cell that has two."""
    two = np.count_nonzero(shares, axis=2) == 2
    pair = shares[two]
    shares[two] = np.where(pair > 0, pair.sum(axis=1, keepdims=True) - pair, 0)


def _accumulate(
    direction: np.ndarray, shares: np.ndarray, weights: float | np.ndarray, progress: Progress
) -> tuple[np.ndarray, float]:
    if np.isscalar(weights):
        total = np.full(direction.shape, float(weights))
    else:
        total = np.array(weights, np.float64)
    total[direction == NODATA] = 0.0
    donors = np.zeros(direction.shape, np.uint8)
    for first, last in progress.part(0, 0.3).blocks(*direction.shape):
        _count_donors(shares, donors, first, last)
    queue = np.empty(direction.size, np.int64)
    heads = np.flatnonzero((donors == 0) & (direction != NODATA))
    head, tail = 0, heads.size
    queue[:tail] = heads
    leaving = 0.0
    while head < tail:
        progress.update(0.3 + 0.7 * head / direction.size)
        head, tail, out = _hand_on(shares, donors, total, queue, head, tail, block_cells())
        leaving += out
    total[direction == NODATA] = np.nan
    progress.update(1)
    return total, leaving


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keep richdem's progress bars, which C++ writes past Python, off the user's terminal."""
    with _quiet:  # of two runs at once, the second would take the first one's silence for the terminal
        kept = []
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
        except OSError:
            nowhere = -1
        try:
            for number, stream in ((1, sys.stdout), (2, sys.stderr)):
                with contextlib.suppress(OSError, ValueError, AttributeError):  # a window may have neither
                    stream.flush()
                    copy = os.dup(number)
                    kept.append((number, copy))
                    os.dup2(nowhere, number)
            yield
        finally:
            for number, copy in kept:
                os.dup2(copy, number)
                os.close(copy)
            if nowhere >= 0:
                os.close(nowhere)


@kernel
def _count_donors(shares, donors, first, last):
    for row in range(first, last):
        for column in range(shares.shape[1]):
            for k in range(8):
                if shares[row, column, k] > 0.0:
                    donors[row + ROW_STEP[k], column + COLUMN_STEP[k]] += 1


@kernel
def _hand_on(shares, donors, total, queue, head, tail, budget):
    """Pass on the water of up to `budget` cells, each after all that drain to it; also returns what left."""
    columns = shares.shape[1]
    stop = min(tail, head + budget)
    leaving = 0.0
    while head < stop:
        row = queue[head] // columns
        column = queue[head] % columns
        head += 1
        whole = 0.0  # float32 shares add up to 1 only nearly
        for k in range(8):
            whole += shares[row, column, k]
        if whole <= 0.0:
            leaving += total[row, column]
            continue
        for k in range(8):
            share = shares[row, column, k]
            if share > 0.0:
                r = row + ROW_STEP[k]
                c = column + COLUMN_STEP[k]
                total[r, c] += total[row, column] * (share / whole)
                donors[r, c] -= 1
                if donors[r, c] == 0:
                    queue[tail] = r * columns + c
                    tail += 1
    return head, tail, leaving
