"""Nearest points and nearest line segments within a distance, by a hash of square cells (numpy only)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

COINCIDENT = 0.001  # m: points this close are one point (coordinate noise of formats and of reprojection)
_ROUNDING = 1e-6  # m: keeps a distance that equals the tolerance inside it
_CHUNK = 1_000_000  # candidate pairs looked at in one go, which bounds the memory
_MAX_CELLS = 2**30  # cells along one axis, so that a cell's key fits in an int64
_NEIGHBOURHOOD = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def reach(snap_distance: float) -> float:
    """The distance (m) within which things count as touching: `snap_distance`, at least COINCIDENT."""
    return max(float(snap_distance), COINCIDENT) + _ROUNDING


class _Cells:
    """Points sorted by the square cell they lie in; the pairs of a query are those of its 3 x 3 cells."""

    def __init__(self, points: np.ndarray, size: float) -> None:
        self.origin = points.min(axis=0)
        self.size = max(size, float((points.max(axis=0) - self.origin).max()) / _MAX_CELLS)
        keys = self._keys(np.floor((points - self.origin) / self.size).astype(np.int64))
        self.order = np.argsort(keys, kind="stable")
        self.keys = keys[self.order]

    @staticmethod
    def _keys(cells: np.ndarray) -> np.ndarray:
        return (cells[:, 0] + 1) * (4 * _MAX_CELLS) + cells[:, 1] + 1

    def pairs(self, queries: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yields (query index, point index) arrays of candidates; all pairs of one query come together."""
        far = 2.0 * _MAX_CELLS
        cells = np.clip(np.floor((queries - self.origin) / self.size), -far, far - 2).astype(np.int64)
        inside = (cells >= -1).all(axis=1) & (cells <= _MAX_CELLS + 1).all(axis=1)
        cells = np.where(inside[:, None], cells, -3)
        first = np.empty((len(queries), 9), np.int64)
        count = np.empty((len(queries), 9), np.int64)
        for k, shift in enumerate(_NEIGHBOURHOOD):
            keys = self._keys(cells + np.array(shift))
            first[:, k] = np.searchsorted(self.keys, keys, side="left")
            count[:, k] = np.searchsorted(self.keys, keys, side="right") - first[:, k]
        count[~inside] = 0
        ends = np.cumsum(count.sum(axis=1))
        start = 0
        while start < len(queries):
            done = ends[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(ends, done + _CHUNK, side="right")))
            counts = count[start:stop].ravel()
            total = int(counts.sum())
            if total:
                within = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
                position = np.repeat(first[start:stop].ravel(), counts) + within
                query = np.repeat(np.repeat(np.arange(start, stop), 9), counts)
                yield query, self.order[position]
            start = stop


def _best(query: np.ndarray, keys: Sequence[np.ndarray]) -> np.ndarray:
    """Positions of the first pair of each query in the order of `keys` (the first key counts most)."""
    order = np.lexsort((*reversed(keys), query))
    sorted_query = query[order]
    return order[np.r_[True, sorted_query[1:] != sorted_query[:-1]]]


def nearest_points(
    queries: np.ndarray,
    points: np.ndarray,
    radius: float,
    rank: np.ndarray | None = None,
    exclude: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """The nearest point of each query within `radius` (inclusive).

    queries (q, 2), points (p, 2): float64, m; rows with NaN match nothing. Of points equally near, to COINCIDENT, the
    one of the lowest `rank` (p,) wins, then the first. `exclude` (q,): index of a point the query must not take.
    Returns index int64 (q,), -1 for none, and distance float64 (q,), NaN for none.
    """
    index = np.full(len(queries), -1, np.int64)
    distance = np.full(len(queries), np.nan)
    usable = np.flatnonzero(np.isfinite(points).all(axis=1))
    todo = np.flatnonzero(np.isfinite(queries).all(axis=1))
    if not len(usable) or not len(todo):
        return index, distance
    rank = np.zeros(len(points)) if rank is None else np.asarray(rank)
    points = points[usable]
    rank = rank[usable]
    extent = points.max(axis=0) - points.min(axis=0)
    # Starting near the points' spacing and doubling keeps the candidates few however large the radius is.
    step = min(radius, max(math.sqrt(float(extent[0]) * float(extent[1]) / len(points)), COINCIDENT))
    while len(todo):
        cells = _Cells(points, step)
        for query, point in cells.pairs(queries[todo]):
            gap = np.hypot(*(queries[todo[query]] - points[point]).T)
            keep = gap <= step
            if exclude is not None:
                keep &= usable[point] != exclude[todo[query]]
            query, point, gap = query[keep], point[keep], gap[keep]
            if len(query):
                chosen = _best(query, (np.round(gap / COINCIDENT), rank[point], point))
                index[todo[query[chosen]]] = usable[point[chosen]]
                distance[todo[query[chosen]]] = gap[chosen]
        if step >= radius:
            break
        todo = todo[index[todo] < 0]
        step = min(radius, 2 * step)
    return index, distance


def nearest_lines(
    queries: np.ndarray, lines: Sequence[np.ndarray], radius: float, rank: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """The nearest polyline of each query within `radius` (inclusive), by the distance from point to segment.

    queries (q, 2): float64, m; lines: arrays (k, 2) of vertices. NaN rows and segments with a NaN match nothing. Of
    lines equally near, to COINCIDENT, the one of the lowest `rank` wins, then the first.
    Returns index int64 (q,), -1 for none, and distance float64 (q,), NaN for none.
    """
    index = np.full(len(queries), -1, np.int64)
    distance = np.full(len(queries), np.nan)
    todo = np.flatnonzero(np.isfinite(queries).all(axis=1))
    lengths = np.array([max(len(line) - 1, 0) for line in lines], np.int64)
    if not len(todo) or not lengths.sum():
        return index, distance
    rank = np.zeros(len(lines)) if rank is None else np.asarray(rank)
    start = np.concatenate([line[:-1] for line in lines if len(line) > 1])
    end = np.concatenate([line[1:] for line in lines if len(line) > 1])
    owner = np.repeat(np.arange(len(lines)), lengths)

    low, high = queries[todo].min(axis=0) - radius, queries[todo].max(axis=0) + radius
    with np.errstate(invalid="ignore"):
        near = (np.maximum(start, end) >= low).all(axis=1) & (np.minimum(start, end) <= high).all(axis=1)
    start, end, owner = start[near], end[near], owner[near]
    if not len(owner):
        return index, distance

    # Segments are cut into pieces no longer than a cell and hashed by their middle: a piece within `radius` of a query
    # has its middle within radius + size / 2 <= size of it, hence in the 3 x 3 cells around it.
    length = np.hypot(*(end - start).T)
    size = max(2 * radius, 2 * float(np.median(length)), float(length.sum()) / 1e6)
    pieces = np.maximum(np.ceil(length / size), 1).astype(np.int64)
    segment = np.repeat(np.arange(len(owner)), pieces)
    part = np.arange(len(segment)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    share = ((part + 0.5) / pieces[segment])[:, None]
    cells = _Cells(start[segment] + share * (end[segment] - start[segment]), size)
    for query, piece in cells.pairs(queries[todo]):
        line = segment[piece]
        gap = _distance(queries[todo[query]], start[line], end[line])
        keep = gap <= radius
        query, line, gap = query[keep], line[keep], gap[keep]
        if len(query):
            chosen = _best(query, (np.round(gap / COINCIDENT), rank[owner[line]], owner[line]))
            index[todo[query[chosen]]] = owner[line[chosen]]
            distance[todo[query[chosen]]] = gap[chosen]
    return index, distance


def _distance(point: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Distance from points to segments, row by row."""
    along = end - start
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        square = (along**2).sum(axis=1)
        share = np.where(square > 0, ((point - start) * along).sum(axis=1) / square, 0.0)
    nearest = start + np.clip(share, 0.0, 1.0)[:, None] * along
    return np.hypot(*(point - nearest).T)
