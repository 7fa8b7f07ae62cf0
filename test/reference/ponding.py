"""Static inundation by letting water stand on cells, one pond at a time.

A pond is an explicit set of wet cells with one level. It starts in a pit and takes in the next cell of its own basins
as the level reaches it. At its lowest saddle it is full: what comes then runs down D8 from the cell beyond. Where the
pond met there is full up to the very same saddle, both become one. There is no graph of basins and no tree: saddles are
looked for among the cells around the water.
"""

from __future__ import annotations

import heapq
import math
import random
from dataclasses import dataclass, field

import numpy as np

from .terrain import OUTLET, PIT, Cell, distance, neighbours, steepest, valid_cells, walk

SaddleKey = tuple[float, float, int, int, int]


def saddle_key(z: np.ndarray, dx: float, dy: float, cell: Cell, place: int, other: Cell) -> SaddleKey:
    """Rank of the saddle between two neighbours: height, steeper drop, place seen from the crest, crest row and column.

    Of two equal cells either could be the crest; the one that ranks lower is.
    """
    here, there = float(z[cell]), float(z[other])
    length = distance(place, dx, dy)
    keys = []
    if here >= there:
        keys.append((here, -(here - there) / length, place, *cell))
    if there >= here:
        keys.append((there, -(there - here) / length, (place + 4) % 8, *other))
    return min(keys)


@dataclass
class _Pond:
    pits: set[Cell]
    cells: set[Cell]
    level: float
    pending: float = 0.0
    full: bool = False
    rim: list[tuple[float, Cell]] = field(default_factory=list)  # heap of dry cells of its own basins beside the water
    queued: set[Cell] = field(default_factory=set)
    saddle: SaddleKey | None = None
    beyond: Cell | None = None  # the cell on the other side of the saddle


class _Landscape:
    """The terrain, the end of every cell's way, and the ponds on it."""

    def __init__(self, z: np.ndarray, valid: np.ndarray, dx: float, dy: float, direction: np.ndarray) -> None:
        self.z, self.valid, self.dx, self.dy = z, valid, dx, dy
        self.area = dx * dy
        self.direction = direction
        self.end = {cell: walk(direction, cell)[-1] for cell in valid_cells(valid)}
        self.pond_at: dict[Cell, _Pond] = {}
        for pit in {end for end in self.end.values() if direction[end] == PIT}:
            pond = _Pond({pit}, {pit}, float(z[pit]))
            self.pond_at[pit] = pond
            self._look_around(pond, pit)
        self.outflow = 0.0

    def _look_around(self, pond: _Pond, cell: Cell) -> None:
        for place, other in neighbours(cell, self.valid):
            if self.end[other] in pond.pits:
                if other not in pond.cells and other not in pond.queued:
                    pond.queued.add(other)
                    heapq.heappush(pond.rim, (float(self.z[other]), other))
            else:
                key = saddle_key(self.z, self.dx, self.dy, cell, place, other)
                if pond.saddle is None or key < pond.saddle:
                    pond.saddle, pond.beyond = key, other

    def add_water(self, cell: Cell, volume: float) -> None:
        """Let a volume (m3) run down from a cell; it waits at the pond it comes to."""
        end = walk(self.direction, cell)[-1]
        if self.direction[end] == OUTLET:
            self.outflow += volume
        else:
            self.pond_at[end].pending += volume

    def rise(self, pond: _Pond) -> float:
        """Place the pond's waiting water as far as it holds it; returns what is left over when it is full."""
        water, pond.pending = pond.pending, 0.0
        while True:
            rim = pond.rim[0][0] if pond.rim else math.inf
            # cells as high as the saddle are taken in first: a saddle beside one of them may rank lower
            at_saddle = pond.saddle is not None and pond.saddle[0] < rim
            target = pond.saddle[0] if at_saddle else rim
            wet_area = len(pond.cells) * self.area
            room = (target - pond.level) * wet_area
            if water <= room:
                pond.level = min(pond.level + water / wet_area, target)
                return 0.0
            water -= room
            pond.level = target
            if at_saddle:
                pond.full = True
                return water
            _, cell = heapq.heappop(pond.rim)
            pond.cells.add(cell)
            self._look_around(pond, cell)

    def merge(self, first: _Pond, second: _Pond) -> _Pond:
        pond = _Pond(first.pits | second.pits, first.cells | second.cells, first.level)
        pond.pending = first.pending + second.pending
        for cell in pond.cells:
            self._look_around(pond, cell)
        for pit in pond.pits:
            self.pond_at[pit] = pond
        return pond

    def settle(self, shuffle: random.Random | None) -> None:
        """Work off all waiting water, in any order."""
        while True:
            waiting = [pit for pit in sorted(self.pond_at) if self.pond_at[pit].pending > 0]
            if not waiting:
                return
            pond = self.pond_at[shuffle.choice(waiting) if shuffle else waiting[0]]
            left = self.rise(pond)
            if left <= 0:
                continue
            met = self.pond_at.get(self.end[pond.beyond])
            if met is not None and met.full and met.saddle == pond.saddle:
                self.merge(pond, met).pending += left
            else:
                self.add_water(pond.beyond, left)


def inundate(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    runoff_mm: np.ndarray,
    sinks: np.ndarray | None = None,
    direction: np.ndarray | None = None,
    closed_edge: bool = False,
    shuffle: random.Random | None = None,
) -> tuple[np.ndarray, float]:
    """Depth of standing water (m, 0 where dry or nodata) and the volume that left (m3) for a runoff in mm on each cell.

    `direction` (places 0..7, 8 leaves, 9 pit, 255 nodata) decides which way flats drain, which the definition leaves
    open; without it `terrain.steepest` is used. `shuffle` picks the ponds in random order: the outcome must not depend
    on it.
    """
    if direction is None:
        direction = steepest(z, valid, dx, dy, sinks, closed_edge)
    land = _Landscape(z, valid, dx, dy, direction)
    for cell in valid_cells(valid):
        land.add_water(cell, float(runoff_mm[cell]) / 1000 * land.area)
    land.settle(shuffle)
    depth = np.zeros(z.shape, dtype=np.float64)
    for pond in land.pond_at.values():
        for cell in pond.cells:
            depth[cell] = max(pond.level - float(z[cell]), 0.0)
    return depth, land.outflow
