"""Predicted ponding places, and how they agree with recorded ones (积水点)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from ..patches import label_patches
from ..progress import Progress, silent

MIN_DEPTH = 0.15
"""m; own choice: the lowest limit of the scheme road_depth, whose source and reliability its preset holds."""
MIN_AREA = 10.0
"""m2; own choice: about what a car covers."""
MATCH_DISTANCE = 50.0
"""m; own choice: about half a block, as recorded places are often told by a crossing or a house number."""


@dataclass(frozen=True)
class WetAreas:
    """Patches of deep water, in the order of their ranks.

    label : int32, 1..n on the cells of a patch, which is its rank, 0 elsewhere.
    cell : int64, flat index of the deepest cell of each; of equal ones the first in reading order.
    depth : greatest depth (m).   cells : number of cells.   volume : sum of the depths (m times cells).
    """

    label: np.ndarray
    cell: np.ndarray
    depth: np.ndarray
    cells: np.ndarray
    volume: np.ndarray

    def __len__(self) -> int:
        return self.cell.size


@dataclass(frozen=True)
class Match:
    """How places agree with wet areas; distances in m.

    hit : bool of each place, whether an area lies within the distance.
    distance : of each place to the nearest cell of any area, 0 in it; inf where there is no area.
    places : indices of the places within the distance of each area, the nearest first.
    nearest : distance of each area to the nearest of its places; NaN where there is none.
    """

    hit: np.ndarray
    distance: np.ndarray
    places: list[list[int]]
    nearest: np.ndarray

    @property
    def false_alarms(self) -> int:
        """Areas that no place lies near."""
        return sum(not places for places in self.places)


def wet_areas(depth: np.ndarray, min_depth: float, min_cells: float, progress: Progress | None = None) -> WetAreas:
    """The 8-connected patches of cells deeper than `min_depth` that have at least `min_cells` cells.

    They are ranked by volume, the largest first; of equal ones the deeper, then the first in reading order.

    Parameters
    ----------
    depth : m, NaN counts as dry.
    """
    progress = silent(progress)
    # compared in the precision of the depths: 0.15 read from a float32 raster is not deeper than 0.15
    label, cells = label_patches(depth > np.asarray(min_depth, depth.dtype), progress.part(0, 0.6))
    volume, deepest = np.zeros(cells.size + 1), np.full(cells.size + 1, -np.inf)
    cell = np.zeros(cells.size + 1, np.int64)
    for first, last in progress.part(0.6, 0.9).blocks(*depth.shape):
        _measure(depth, label, volume, deepest, cell, first, last)
    found = np.flatnonzero(cells >= min_cells * (1 - 1e-9)) + 1
    found = found[np.lexsort((found, -deepest[found], -volume[found]))]
    rank = np.zeros(cells.size + 1, np.int32)
    rank[found] = np.arange(1, found.size + 1)
    progress.update(1)
    return WetAreas(rank[label], cell[found], deepest[found], cells[found - 1], volume[found])


def match_places(
    areas: WetAreas, x: np.ndarray, y: np.ndarray, dx: float, dy: float, distance: float,
    progress: Progress | None = None,
) -> Match:  # fmt: skip
    """Compare places with wet areas: they match where the nearest cell of the area is within `distance` (m).

    A place may match several areas, and an area several places.

    Parameters
    ----------
    x, y : m, from the grid's north-west corner to the east and to the south; on the grid.
    dx, dy : size of a cell (m).
    """
    progress = silent(progress)
    count = len(areas)
    away = np.full(count + 1, np.inf)
    seen = np.zeros(count + 1, np.int64)
    nearest = np.full(x.size, np.inf)
    pairs: list[list[tuple[float, int]]] = [[] for _ in range(count)]
    whole = float(np.hypot(areas.label.shape[0] * dy, areas.label.shape[1] * dx))
    for place in range(x.size if count else 0):
        progress.update(place / x.size)
        reach = distance
        while True:
            n = _reach(areas.label, x[place], y[place], dx, dy, reach, away, seen)
            if n or reach > whole:
                break
            reach = max(2 * reach, dx, dy)  # a miss, of which we want to know by how far
        for area in seen[:n].tolist():
            nearest[place] = min(nearest[place], away[area])
            if away[area] <= distance:
                pairs[area - 1].append((float(away[area]), place))
            away[area] = np.inf
    progress.update(1)
    ordered = [sorted(found) for found in pairs]
    return Match(
        nearest <= distance,
        nearest,
        [[place for _, place in found] for found in ordered],
        np.array([found[0][0] if found else np.nan for found in ordered]),
    )


@kernel
def _measure(depth, label, volume, deepest, cell, first, last):
    columns = depth.shape[1]
    for row in range(first, last):
        for column in range(columns):
            k = label[row, column]
            if k > 0:
                volume[k] += depth[row, column]
                if depth[row, column] > deepest[k]:
                    deepest[k] = depth[row, column]
                    cell[k] = row * columns + column


@kernel
def _reach(label, x, y, dx, dy, reach, away, seen):
    """The distance of each area within `reach` of a place into `away`, its number into `seen`; returns how many."""
    rows, columns = label.shape
    # clipped before they become whole numbers: a distance may be beyond any of these; a cell more for equal distances
    top = int(max(0.0, (y - reach) / dy - 1.0))
    bottom = int(min(rows - 1.0, (y + reach) / dy + 1.0))
    left = int(max(0.0, (x - reach) / dx - 1.0))
    right = int(min(columns - 1.0, (x + reach) / dx + 1.0))
    count = 0
    for row in range(top, bottom + 1):
        south = max(row * dy - y, y - (row + 1) * dy, 0.0)
        for column in range(left, right + 1):
            k = label[row, column]
            if k == 0:
                continue
            east = max(column * dx - x, x - (column + 1) * dx, 0.0)
            far = np.sqrt(south * south + east * east)
            if far <= reach and far < away[k]:
                if away[k] == np.inf:
                    seen[count] = k
                    count += 1
                away[k] = far
    return count
