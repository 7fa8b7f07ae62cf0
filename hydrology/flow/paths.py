"""Overland flow paths as a network of links."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from ..ponds.hierarchy import Hierarchy
from ..progress import Progress, silent
from .accumulation import flow_accumulation
from .directions import COLUMN_STEP, OUTLET, ROW_STEP, neighbour_distances
from .routing import through_depressions

PATH_THRESHOLD = 10_000.0
"""m2; one hectare of upstream area makes a flow path."""
JUNCTION, EDGE, SINK = 0, 1, 2
END_TYPES = ("junction", "edge", "sink")


@dataclass(frozen=True)
class FlowPaths:
    """Links of the flow network; link i is entry i of each array, its flow path number is i + 1.

    Attributes
    ----------
    cells : list of int64 arrays, the flat cell indices of each link, downstream; it ends on the first cell of the link
        that it flows into, or where water leaves.
    flows_to : int64, number of the path that follows, 0 = none.
    strahler : int64, Strahler order.
    length : float64, m.
    upstream : float64, accumulation at the last cell of the link's own.
    end : int64, index into END_TYPES.
    """

    cells: list[np.ndarray]
    flows_to: np.ndarray
    strahler: np.ndarray
    length: np.ndarray
    upstream: np.ndarray
    end: np.ndarray


def overland_flow(
    hierarchy: Hierarchy,
    dx: float,
    dy: float,
    threshold: float,
    sinks: np.ndarray | None = None,
    progress: Progress | None = None,
) -> tuple[np.ndarray, FlowPaths]:
    """Flow accumulation (m2) led through depressions, and the flow paths of at least `threshold` (m2)."""
    progress = silent(progress)
    direction = through_depressions(hierarchy)
    accumulation = flow_accumulation(direction, dx * dy, progress.part(0, 0.5))
    return accumulation, flow_paths(direction, accumulation, threshold, dx, dy, sinks, progress.part(0.5, 1))


def flow_paths(
    direction: np.ndarray,
    accumulation: np.ndarray,
    threshold: float,
    dx: float,
    dy: float,
    sinks: np.ndarray | None = None,
    progress: Progress | None = None,
) -> FlowPaths:
    """Link up the cells whose accumulation reaches `threshold`.

    A link runs from a head or a junction to the next junction or to where water leaves. Order after Strahler (1957).

    Parameters
    ----------
    direction : directions free of cycles.
    accumulation : of those directions.
    threshold : least accumulation of a path's cells, in the same unit.
    dx, dy : cell size (m).
    sinks : bool, to tell a sink from the edge of the DEM; optional.
    """
    progress = silent(progress)
    rows, columns = direction.shape
    on_path = accumulation >= threshold
    donors = np.zeros(direction.shape, np.uint8)
    for first, last in progress.part(0, 0.3).blocks(rows, columns):
        _count_path_donors(direction, on_path, donors, first, last)
    heads = np.flatnonzero(on_path & (donors != 1) & (direction < OUTLET))
    number = np.zeros(direction.size, np.int64)
    number[heads] = np.arange(1, heads.size + 1)
    start = np.zeros(heads.size + 1, np.int64)
    step = 4096
    for first in range(0, heads.size, step):
        progress.update(0.3 + 0.2 * first / heads.size)
        _trace(
            direction, number, heads[first : first + step], start[first + 1 : first + 1 + step], np.empty(0, np.int64)
        )
    lengths = start[1:].copy()
    np.cumsum(start, out=start)
    cells = np.empty(start[-1], np.int64)
    for first in range(0, heads.size, step):
        progress.update(0.5 + 0.3 * first / heads.size)
        last = min(first + step, heads.size)
        _trace(direction, number, heads[first:last], lengths[first:last], cells[start[first] : start[last]])
    ends = cells[start[1:] - 1] if heads.size else np.empty(0, np.int64)
    flows_to = number[ends]
    order = np.argsort(accumulation.reshape(-1)[heads], kind="stable")
    strahler = np.zeros(heads.size, np.int64)
    _order(order, flows_to, strahler, np.zeros(heads.size, np.int64), np.zeros(heads.size, np.int64))
    # where paths meet at the end, each ends with the cell before
    alone = (flows_to == 0) & (donors.reshape(-1)[ends] < 2)
    last_own = np.where(alone, ends, cells[start[1:] - 2]) if heads.size else ends
    end = np.where(flows_to > 0, JUNCTION, EDGE)
    if sinks is not None:
        end[(flows_to == 0) & sinks.reshape(-1)[ends]] = SINK
    parts = np.split(cells, start[1:-1]) if heads.size else []
    progress.update(1)
    return FlowPaths(
        cells=parts,
        flows_to=flows_to,
        strahler=strahler,
        length=_lengths(parts, direction, neighbour_distances(dx, dy)),
        upstream=accumulation.reshape(-1)[last_own],
        end=end,
    )


def _lengths(parts: list[np.ndarray], direction: np.ndarray, distance: np.ndarray) -> np.ndarray:
    steps = np.append(distance, np.zeros(248))[direction.reshape(-1)]
    return np.array([steps[cells[:-1]].sum() for cells in parts])


@kernel
def _count_path_donors(direction, on_path, donors, first, last):
    for row in range(first, last):
        for column in range(direction.shape[1]):
            k = direction[row, column]
            if on_path[row, column] and k < OUTLET:
                donors[row + ROW_STEP[k], column + COLUMN_STEP[k]] += 1


@kernel
def _trace(direction, number, heads, lengths, cells):
    """Follow each link to its end. Counts its cells into `lengths`; lists them where `cells` has room for them."""
    columns = direction.shape[1]
    at = 0
    for i in range(heads.size):
        cell = heads[i]
        count = 1
        if cells.size > 0:
            cells[at] = cell
            at += 1
        while True:
            k = direction[cell // columns, cell % columns]
            if k >= OUTLET:
                break
            cell = (cell // columns + ROW_STEP[k]) * columns + cell % columns + COLUMN_STEP[k]
            count += 1
            if cells.size > 0:
                cells[at] = cell
                at += 1
            if number[cell] > 0:
                break
        lengths[i] = count


@kernel
def _order(order, flows_to, strahler, highest, times):
    """Strahler orders, from the smallest catchment to the largest."""
    for j in range(order.size):
        i = order[j]
        strahler[i] = 1
        if highest[i] > 0:
            strahler[i] = highest[i] + 1 if times[i] > 1 else highest[i]
        down = flows_to[i] - 1
        if down >= 0:
            if strahler[i] > highest[down]:
                highest[down] = strahler[i]
                times[down] = 1
            elif strahler[i] == highest[down]:
                times[down] += 1
