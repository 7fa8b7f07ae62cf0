"""The hierarchy of nested depressions.

Merging basins over the saddles of their minimum spanning tree, lowest first (Kruskal), gives a forest: a leaf is the
basin of one pit; two depressions that meet at a saddle are the children of the depression that they form when both are
full; a depression that meets the outside is an outermost one (Barnes, Callaghan and Wickert 2020,
doi 10.5194/esurf-8-431-2020; the basin graph after Cordonnier, Bovy and Braun 2019, doi 10.5194/esurf-7-549-2019).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel, zeros
from ..flow.basins import OUTSIDE, label_basins
from ..flow.directions import flow_directions
from ..progress import Progress, silent
from .saddles import Saddles, find, spanning_saddles

NONE = 0  # in place of a depression: none, or the outside


@dataclass(frozen=True)
class Hierarchy:
    """Nested depressions of a DEM.

    Depressions are numbered from 1: the leaves 1..`leaves` are the basins of the pits in reading order, merged ones
    follow in the order of merging, so that a parent's number is above its children's. Index 0 is the outside.

    Attributes
    ----------
    direction : uint8 (rows, columns), steepest descent on the bare DEM (see `flow_directions`).
    basin : int32 (rows, columns), the leaf each cell drains to, 0 outside, -1 no data.
    pit : int64, flat cell index of the lowest pit of each depression.
    pit_z : float64, its elevation (m).
    parent, left, right : int32, 0 = none.
    spill_z : float64, elevation (m) of the saddle that the depression spills over; infinite if it has no way out.
    saddle_from, saddle_to : int64, flat cell index of that saddle's cell inside and beyond; -1 = no way out.
    spills_to : int32, the leaf that receives the spill, 0 = outside.
    order : int32, place of the saddle among all saddles, ascending; the outermost saddle last.
    outer_z : float64, spill level of the outermost depression around.
    tree : the saddles of the spanning tree.
    """

    direction: np.ndarray
    basin: np.ndarray
    leaves: int
    pit: np.ndarray
    pit_z: np.ndarray
    parent: np.ndarray
    left: np.ndarray
    right: np.ndarray
    spill_z: np.ndarray
    saddle_from: np.ndarray
    saddle_to: np.ndarray
    spills_to: np.ndarray
    order: np.ndarray
    outer_z: np.ndarray
    tree: Saddles

    @property
    def size(self) -> int:
        """Number of depressions, plus one for the outside."""
        return self.parent.size

    @property
    def outermost(self) -> np.ndarray:
        """Numbers of the outermost depressions."""
        return np.flatnonzero(self.parent[1:] == NONE) + 1


def build_hierarchy(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    sinks: np.ndarray | None = None,
    closed_edge: bool = False,
    progress: Progress | None = None,
) -> Hierarchy:
    """Find all nested depressions of a DEM; the parameters are those of `flow_directions`.

    O(cells + basins log basins).
    """
    progress = silent(progress)
    direction = flow_directions(z, valid, dx, dy, sinks, closed_edge, progress.part(0, 0.35))
    basin, pits = label_basins(direction, progress.part(0.35, 0.5))
    saddles = spanning_saddles(z, basin, pits.size, dx, dy, progress.part(0.5, 0.9))

    size = 2 * pits.size + 1
    parent, left, right, spills_to, order = (zeros(size, np.int32) for _ in range(5))
    saddle_from, saddle_to, pit = (np.full(size, -1, np.int64) for _ in range(3))
    spill_z = np.full(size, np.inf)
    pit[1 : pits.size + 1] = pits
    pit_z = np.full(size, np.inf)
    pit_z[1 : pits.size + 1] = z.reshape(-1)[pits]
    pit_z[0] = 0.0
    count = _merge(
        pits.size, saddles.height, saddles.crest, saddles.other, saddles.crest_basin, saddles.other_basin,
        parent, left, right, spill_z, saddle_from, saddle_to, spills_to, order, pit, pit_z,
    )  # fmt: skip
    progress.update(0.95)
    outer_z = spill_z[:count].copy()
    outer_z[0] = -np.inf
    inherit(parent[:count], outer_z)
    progress.update(1)
    return Hierarchy(
        direction=direction, basin=basin, leaves=pits.size, pit=pit[:count], pit_z=pit_z[:count], parent=parent[:count],
        left=left[:count], right=right[:count], spill_z=spill_z[:count], saddle_from=saddle_from[:count],
        saddle_to=saddle_to[:count], spills_to=spills_to[:count], order=order[:count], outer_z=outer_z, tree=saddles,
    )  # fmt: skip


@kernel
def _merge(
    leaves, height, crest, other, crest_basin, other_basin,
    parent, left, right, spill_z, saddle_from, saddle_to, spills_to, order, pit, pit_z,
):  # fmt: skip
    """Kruskal's method; fills the arrays of the hierarchy and returns how many entries are in use."""
    group = np.arange(leaves + 1).astype(np.int32)
    top = group.copy()  # the depression that a group's root stands for
    count = leaves + 1
    for i in range(height.size):
        a = crest_basin[i]
        b = other_basin[i]
        root_a = find(group, a)
        root_b = find(group, b)
        for side in range(2):
            root = root_a if side == 0 else root_b
            if root == OUTSIDE:
                continue
            node = top[root]
            spill_z[node] = height[i]
            order[node] = i
            saddle_from[node] = crest[i] if side == 0 else other[i]
            saddle_to[node] = other[i] if side == 0 else crest[i]
            spills_to[node] = b if side == 0 else a
        if root_a == OUTSIDE or root_b == OUTSIDE:
            group[max(root_a, root_b)] = OUTSIDE
            continue
        one = top[root_a]
        two = top[root_b]
        parent[one] = count
        parent[two] = count
        left[count] = one
        right[count] = two
        lower = one if pit_z[one] < pit_z[two] or (pit_z[one] == pit_z[two] and pit[one] < pit[two]) else two
        pit[count] = pit[lower]
        pit_z[count] = pit_z[lower]
        order[count] = height.size  # until its own saddle is met
        group[root_b] = root_a
        top[root_a] = count
        count += 1
    return count


@kernel
def inherit(parent, value):
    """Hand every depression the value of the outermost one around it."""
    for node in range(parent.size - 1, 0, -1):
        if parent[node] != NONE:
            value[node] = value[parent[node]]
