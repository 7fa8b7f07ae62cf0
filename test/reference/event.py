"""A rain event by short steps: rain runs cell by cell to its pond, then the sinks take their share of the step.

No events and no rates: every cell's water of a step is walked down, past the inlets, and poured; what the sinks take is
taken afterwards. Right as the step goes to zero.
"""

from __future__ import annotations

import numpy as np

from .terrain import OUTLET, walk


class Event:
    """Water (m3) by depression, on the hierarchy and the own heights of each depression."""

    def __init__(self, terrain, hierarchy, storage, inlets, pumps) -> None:
        self.z, self.h = terrain.z, hierarchy
        self.area = terrain.dx * terrain.dy
        self.own = storage.own * self.area
        self.first_wet = storage.first_wet
        self.inside = storage.cells - storage.own_cells
        self.heights = [np.sort(self.z[self.first_wet == node]).astype(float) for node in range(hierarchy.size)]
        self.water = np.zeros(hierarchy.size)
        self.outflow = self.soaked = 0.0
        self.takers = [
            *((int(c), rate / 1000, True) for c, rate in zip(*inlets)),
            *((int(c), rate / 3600, False) for c, rate in zip(*pumps)),
        ]
        self.taken = np.zeros(len(self.takers))
        self.inlets_at: dict[tuple[int, int], list[int]] = {}
        for i, (cell, _, is_inlet) in enumerate(self.takers):
            if is_inlet:
                self.inlets_at.setdefault(divmod(cell, self.z.shape[1]), []).append(i)
        self.ways: dict[tuple[int, int], tuple[list[int], int]] = {}
        self.peak = np.full(self.z.shape, 0.0)

    def way(self, cell: tuple[int, int]) -> tuple[list[int], int]:
        """The inlets that water from a cell passes, and the leaf it comes to."""
        if cell not in self.ways:
            path = walk(self.h.direction, cell)
            leaf = 0 if self.h.direction[path[-1]] == OUTLET else int(self.h.basin[path[-1]])
            self.ways[cell] = [i for step in path for i in self.inlets_at.get(step, [])], leaf
        return self.ways[cell]

    def pour(self, cell: tuple[int, int], volume: float) -> None:
        h = self.h
        while True:
            inlets, node = self.way(cell)
            for i in inlets:
                part = min(volume, self.room[i])
                self.room[i] -= part
                self.taken[i] += part
                volume -= part
            while node and volume > 0:
                part = min(volume, self.own[node] - self.water[node])
                self.water[node] = self.own[node] if part < volume else self.water[node] + part
                volume -= part
                if volume <= 0:
                    return
                up = h.parent[node]
                if not (up and self.full(h.left[up]) and self.full(h.right[up])):
                    break
                node = up
            if node == 0 or volume <= 0:
                self.outflow += volume
                return
            if h.spills_to[node] == 0 and h.saddle_to[node] < 0:
                raise AssertionError("no way out")
            cell = divmod(int(h.saddle_to[node]), self.z.shape[1])

    def full(self, node: int) -> bool:
        return self.water[node] >= self.own[node]

    def surface(self, node: int) -> int:
        """The outermost depression around that holds water of its own, or the depression itself."""
        top = node
        while self.h.parent[node]:
            node = self.h.parent[node]
            if self.water[node] > 0:
                top = node
        return top

    def level(self, node: int) -> float:
        heights, inside, water = self.heights[node], self.inside[node], self.water[node] / self.area
        at = self.h.spill_z[self.h.left[node]] if inside else heights[0]
        for wet in range(heights.size + 1):
            above = heights[wet] if wet < heights.size else np.inf
            room = (inside + wet) * (above - at) if inside + wet else 0.0
            if room >= water:
                return at + water / (inside + wet) if inside + wet else at
            water -= room
            at = above
        return at

    def draw(self, node: int, volume: float) -> float:
        """Take up to a volume from the pond over a depression."""
        top = self.surface(node)
        part = min(volume, self.water[top])
        self.water[top] -= part
        return part

    def step(self, runoff: np.ndarray, infiltration: np.ndarray, seconds: float) -> None:
        """One step: rain less runoff coefficient and infiltration, both in m per second and cell."""
        self.room = np.array([rate for _, rate, _ in self.takers]) * seconds
        levels = self.levels()
        with np.errstate(invalid="ignore"):
            wet = levels > self.z
        dry = np.minimum(runoff, infiltration)
        self.soaked += dry[self.h.basin >= 0].sum() * self.area * seconds
        for row, column in zip(*np.nonzero(self.h.basin >= 0)):
            volume = (runoff[row, column] - dry[row, column]) * self.area * seconds
            if volume > 0:
                self.pour((row, column), volume)
        for row, column in zip(*np.nonzero(wet)):
            more = (infiltration[row, column] - dry[row, column]) * self.area * seconds
            self.soaked += self.draw(int(self.first_wet[row, column]), more)
        for i, (cell, _, _) in enumerate(self.takers):
            place = divmod(cell, self.z.shape[1])
            node = int(self.first_wet[place])
            top = self.surface(node) if node > 0 else 0
            if top and self.water[top] > 0:
                over = (self.level(top) - self.z[place]) * self.area if self.level(top) > self.z[place] else 0.0
                part = self.draw(node, min(self.room[i], over)) if over > 0 else 0.0
                self.taken[i] += part

    def levels(self) -> np.ndarray:
        by_node = np.full(self.h.size, -np.inf)
        for node in range(1, self.h.size):
            top = self.surface(node)
            if self.water[top] > 0:
                by_node[node] = self.level(top)
        levels = np.where(self.first_wet > 0, by_node[np.maximum(self.first_wet, 0)], -np.inf)
        self.peak = np.maximum(self.peak, np.where(levels > self.z, levels - self.z, 0))
        return levels
