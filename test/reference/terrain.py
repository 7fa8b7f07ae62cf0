"""Filling, steepest descent and accumulation, cell by cell, from their definitions.

Nothing here is fast or shares a line with the engine. Arrays only store: every rule is written out for one cell.
"""

from __future__ import annotations

import heapq
import math

import numpy as np

# (row step, column step) in the order that breaks ties: E, SE, S, SW, W, NW, N, NE. Rows grow southward.
STEPS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))
OUTLET = 8
PIT = 9
NODATA = 255

Cell = tuple[int, int]


def neighbours(cell: Cell, valid: np.ndarray) -> list[tuple[int, Cell]]:
    """(place, cell) of the valid neighbours, in the order that breaks ties."""
    found = []
    for place, (down, right) in enumerate(STEPS):
        r, c = cell[0] + down, cell[1] + right
        if 0 <= r < valid.shape[0] and 0 <= c < valid.shape[1] and valid[r, c]:
            found.append((place, (r, c)))
    return found


def distance(place: int, dx: float, dy: float) -> float:
    """Distance in metres between a cell's centre and that of its neighbour at this place."""
    down, right = STEPS[place]
    if down == 0:
        return dx
    if right == 0:
        return dy
    return math.sqrt(dx * dx + dy * dy)


def valid_cells(valid: np.ndarray) -> list[Cell]:
    """All valid cells, row by row."""
    return [(int(r), int(c)) for r, c in zip(*np.nonzero(valid))]


def outlets(valid: np.ndarray, sinks: np.ndarray | None = None, closed_edge: bool = False) -> np.ndarray:
    """Cells where water leaves: sinks, and unless the edge is closed those that lack one of their 8 neighbours."""
    mask = np.zeros(valid.shape, dtype=bool)
    for cell in valid_cells(valid):
        open_to_outside = len(neighbours(cell, valid)) < 8 and not closed_edge
        mask[cell] = open_to_outside or (sinks is not None and bool(sinks[cell]))
    return mask


def fill(z: np.ndarray, valid: np.ndarray, sinks: np.ndarray | None = None, closed_edge: bool = False) -> np.ndarray:
    """Lowest surface from which water leaves everywhere, by priority flood from the outlets (Barnes et al. 2014).

    Cells no outlet can be reached from keep their elevation; nodata cells are returned as they came.
    """
    filled = np.array(z, dtype=np.float64)
    leaving = outlets(valid, sinks, closed_edge)
    queue = [(filled[cell], cell) for cell in valid_cells(leaving)]
    heapq.heapify(queue)
    seen = leaving.copy()
    while queue:
        level, cell = heapq.heappop(queue)
        for _, other in neighbours(cell, valid):
            if not seen[other]:
                seen[other] = True
                filled[other] = max(level, filled[other])
                heapq.heappush(queue, (filled[other], other))
    return filled


def fill_with_slope(z: np.ndarray, valid: np.ndarray, dx: float, dy: float, slope: float, sinks=None) -> np.ndarray:
    """Lowest surface, nowhere below z, from which every cell has a way out that falls by at least `slope`.

    The way that asks for the least height is found as by Dijkstra: a cell is settled when taken, not when first seen.
    """
    settled: dict[Cell, float] = {}
    queue = [(float(z[cell]), cell) for cell in valid_cells(outlets(valid, sinks))]
    heapq.heapify(queue)
    while queue:
        level, cell = heapq.heappop(queue)
        if cell in settled:
            continue
        settled[cell] = level
        for place, other in neighbours(cell, valid):
            if other not in settled:
                heapq.heappush(queue, (max(float(z[other]), level + slope * distance(place, dx, dy)), other))
    filled = np.array(z, dtype=np.float64)
    for cell, level in settled.items():
        filled[cell] = level
    return filled


def steepest_place(z: np.ndarray, valid: np.ndarray, dx: float, dy: float, cell: Cell) -> int | None:
    """Place of the steepest strictly lower neighbour, the first of equals; None if no neighbour is lower."""
    best, best_slope = None, 0.0
    for place, other in neighbours(cell, valid):
        slope = (float(z[cell]) - float(z[other])) / distance(place, dx, dy)
        if slope > best_slope:
            best, best_slope = place, slope
    return best


def flats(z: np.ndarray, valid: np.ndarray) -> list[set[Cell]]:
    """Connected sets of valid cells of one height; a cell without an equal neighbour is a set of its own."""
    found: list[set[Cell]] = []
    seen: set[Cell] = set()
    for start in valid_cells(valid):
        if start in seen:
            continue
        flat, todo = {start}, [start]
        while todo:
            cell = todo.pop()
            for _, other in neighbours(cell, valid):
                if other not in flat and z[other] == z[cell]:
                    flat.add(other)
                    todo.append(other)
        seen |= flat
        found.append(flat)
    return found


def steepest(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    sinks: np.ndarray | None = None,
    closed_edge: bool = False,
) -> np.ndarray:
    """D8 directions: place 0..7 of the neighbour, 8 where water leaves, 9 in a pit, 255 nodata.

    On a flat the cells with a lower neighbour (or where water leaves) are its exits; the others go by the fewest steps
    to an exit, or without one to the flat's first cell, its only pit. Which of several exits is taken, the definition
    leaves open.
    """
    direction = np.full(valid.shape, NODATA, dtype=np.uint8)
    leaving = outlets(valid, sinks, closed_edge)
    for cell in valid_cells(valid):
        place = steepest_place(z, valid, dx, dy, cell)
        direction[cell] = OUTLET if leaving[cell] else PIT if place is None else place
    for flat in flats(z, valid):
        exits = [cell for cell in sorted(flat) if direction[cell] != PIT]
        reached = exits or [min(flat)]
        settled = set(reached)
        for cell in reached:  # grows while it is walked: breadth first
            for place, other in neighbours(cell, valid):
                if other in flat and other not in settled:
                    settled.add(other)
                    direction[other] = (place + 4) % 8
                    reached.append(other)
    return direction


def walk(direction: np.ndarray, start: Cell) -> list[Cell]:
    """The way of water from a cell, itself first, to the pit or outlet; raises ValueError if it runs in a circle."""
    way = [start]
    while direction[way[-1]] < 8:
        down, right = STEPS[direction[way[-1]]]
        way.append((way[-1][0] + down, way[-1][1] + right))
        if len(way) > direction.size:
            raise ValueError(f"water from {start} runs in a circle")
    return way


def accumulate(direction: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Sum of the weights of all cells whose way passes a cell, its own included; 0 in nodata."""
    total = np.zeros(direction.shape, dtype=np.float64)
    for start in valid_cells(direction != NODATA):
        for cell in walk(direction, start):
            total[cell] += weights[start]
    return total
