"""Faults of a DEM that its cells show: holes, spikes, seams of tiles, heights in whole metres, cells too coarse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from ..patches import label_patches
from ..progress import Progress, silent

COARSEST_CELL = 5.0  # m; own choice: coarser cells show no streets
# Own choices.
SPIKE = 2.0  # m, by which one cell stands out of all its neighbours; with larger cells, as much as the cell is wide
STEP = 0.1  # m, of a seam: the height of a low kerb, enough to turn water
RUN = 32  # cells in a row, looked at together
NARROW = 9  # cells; a step and one back that are closer are a wall or a ditch
AGREE = 0.9  # share of them that must step the same way
SEAM = 0.25  # share of the DEM's width or height that a seam crosses


@dataclass
class TerrainFaults:
    """Cells are flat indices. holes: of each patch without data that lies inside, (a cell near its middle, number of
    cells). spikes: (cell, m above, or below if negative, the nearest of its neighbours in height). seams: (cell in its
    middle, True along a row, mean step in m). whole: all heights are whole metres. coarse: cells wider than
    COARSEST_CELL."""

    holes: list[tuple[int, int]] = field(default_factory=list)
    spikes: list[tuple[int, float]] = field(default_factory=list)
    seams: list[tuple[int, bool, float]] = field(default_factory=list)
    whole: bool = False
    coarse: bool = False


def check_terrain(
    z: np.ndarray, valid: np.ndarray, dx: float, dy: float, progress: Progress | None = None
) -> TerrainFaults:
    """Look for faults in a DEM.

    z : (rows, columns), m, NaN without data; valid : bool; dx, dy : m.
    """
    progress = silent(progress)
    return TerrainFaults(
        _holes(valid, progress.part(0, 0.2)),
        list(_spikes(z, max(SPIKE, dx, dy), progress.part(0.2, 0.5))),
        [(cell, True, step) for cell, step in _seams(z, progress.part(0.5, 0.7))]
        + [
            ((cell % z.shape[0]) * z.shape[1] + cell // z.shape[0], False, step)
            for cell, step in _seams(z.T, progress.part(0.7, 0.9))
        ],
        _whole(z, valid, progress.part(0.9, 1)),
        max(dx, dy) > COARSEST_CELL * (1 + 1e-6),
    )


def _holes(valid: np.ndarray, progress: Progress) -> list[tuple[int, int]]:
    if valid.all():
        return []
    label, cells = label_patches(~valid, progress)
    inside = np.ones(cells.size + 1, bool)
    inside[0] = False
    for edge in (label[0], label[-1], label[:, 0], label[:, -1]):
        inside[edge] = False
    place = np.flatnonzero(inside[label.reshape(-1)])
    number = label.reshape(-1)[place]
    order = np.argsort(number, kind="stable")  # by patch, within it in reading order
    place, number = place[order], number[order]
    first = np.flatnonzero(np.r_[True, number[1:] != number[:-1]]) if number.size else number
    return [
        (int(place[start + cells[n - 1] // 2]), int(cells[n - 1])) for start, n in zip(first.tolist(), number[first])
    ]


def _spikes(z: np.ndarray, least: float, progress: Progress) -> Iterator[tuple[int, float]]:
    """Cells that stand more than `least` above all of their neighbours, or below."""
    rows, columns = z.shape
    for first, last in progress.blocks(rows, columns):
        top, bottom = max(first - 1, 0), min(last + 1, rows)
        framed = np.pad(z[top:bottom], 1, constant_values=np.nan)
        high = np.full((bottom - top, columns), -np.inf, z.dtype)
        low = np.full((bottom - top, columns), np.inf, z.dtype)
        for i in range(3):
            for j in range(3):
                if (i, j) != (1, 1):
                    beside = framed[i : i + bottom - top, j : j + columns]
                    np.fmax(high, beside, out=high)
                    np.fmin(low, beside, out=low)
        inside = slice(first - top, last - top)
        high, low = high[inside], low[inside]
        here = z[first:last]
        stands = (np.isfinite(high)) & ((here - high > least) | (low - here > least))
        for row, column in np.argwhere(stands).tolist():
            z0 = float(here[row, column])
            over = z0 - float(high[row, column])
            yield (first + row) * columns + column, over if over > 0 else z0 - float(low[row, column])


def _seams(z: np.ndarray, progress: Progress) -> list[tuple[int, float]]:
    """Straight steps between two rows, as (cell in the middle, mean step in m).

    Between two tiles the ground steps by about the same height all along: its fall over that boundary lies beyond those
    over the boundaries before and after it, which a slope's does not, nor its foot. What steps back within NARROW cells
    is a wall or a ditch. Each run of RUN cells is looked at by itself, since tiles in a row step differently.
    """
    rows, columns = z.shape
    runs = columns // RUN
    if rows < 4 or not runs:
        return []
    step = np.zeros((rows - 1, runs), np.float32)  # median step of each run at each boundary, 0 if they disagree
    for first, last in progress.blocks(rows - 3, columns):
        fall = np.diff(z[first : last + 3, : runs * RUN], axis=0)
        before, here, after = fall[:-2], fall[1:-1], fall[2:]
        middle = np.maximum(np.minimum(before, after), np.minimum(here, np.maximum(before, after)))
        beyond = (here - middle).reshape(last - first, runs, RUN)
        agree = np.maximum((beyond > STEP / 2).mean(axis=2), (beyond < -STEP / 2).mean(axis=2)) >= AGREE
        if agree.any():
            step[first + 1 : last + 1][agree] = np.nanmedian(beyond[agree], axis=1)
    seam = np.abs(step) >= STEP
    for shift in range(1, min(NARROW, rows - 1)):
        back = step[shift:] * step[:-shift] < 0
        seam[shift:] &= ~back
        seam[:-shift] &= ~back
    found = []
    for row in np.flatnonzero(seam.sum(axis=1) >= SEAM * runs).tolist():
        part = np.flatnonzero(seam[row])
        if part.size:
            column = int(part[part.size // 2]) * RUN + RUN // 2
            found.append((row * columns + column, float(np.abs(step[row][part]).mean())))
    return found


def _whole(z: np.ndarray, valid: np.ndarray, progress: Progress) -> bool:
    """Whether all heights are whole numbers, and not all the same."""
    low, high = np.inf, -np.inf
    for first, last in progress.blocks(*z.shape):
        known = z[first:last][valid[first:last]]
        if known.size:
            if (known != np.rint(known)).any():
                return False
            low, high = min(low, known.min()), max(high, known.max())
    return bool(low < high)
