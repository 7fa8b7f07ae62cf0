"""Directions that lead water on through depressions, so that every cell drains outside."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..ponds.hierarchy import Hierarchy
from ..progress import Progress, silent
from ..threads import over_blocks
from .basins import OUTSIDE
from .directions import COLUMN_STEP, OUTLET, PIT, ROW_STEP


def through_depressions(hierarchy: Hierarchy, progress: Progress | None = None) -> np.ndarray:
    """The hierarchy's directions with the way from each pit to its spill turned round.

    Water that would end in a pit is led back up the steepest way to the saddle on the lowest way out (the minimum
    spanning tree), and over it. On the filled DEM these ways are level, elsewhere the direction is the steepest descent
    of the bare DEM (Cordonnier, Bovy and Braun 2019, "carving"). The result is free of cycles. A part of the DEM
    without a way out keeps its lowest pit, which becomes an outlet. The tree is walked from the outside inwards for the
    saddle over which each basin's water leaves it; the ways inside the basins are then turned side by side.

    Returns
    -------
    uint8 array as of `flow_directions`, without PIT.
    """
    progress = silent(progress)
    direction = hierarchy.direction.copy()
    leaves = hierarchy.leaves
    tree = hierarchy.tree
    closed = hierarchy.outermost
    closed = closed[np.isinf(hierarchy.spill_z[closed])]
    roots = np.concatenate(([OUTSIDE], hierarchy.basin.reshape(-1)[hierarchy.pit[closed]])).astype(np.int32)
    direction.reshape(-1)[hierarchy.pit[closed]] = OUTLET
    way_out = np.full(leaves + 1, _UNSEEN, np.int32)
    _orient(roots, tree.crest_basin, tree.other_basin, way_out)
    progress.update(0.5)
    each = direction.size // (leaves + 1) + 1  # cells in a basin

    def turn(first: int, last: int) -> None:
        _turn(direction, way_out, tree.crest, tree.other, tree.crest_basin, first, last)

    over_blocks(turn, leaves + 1, each, progress.part(0.5, 1))
    return direction


_UNSEEN = -2
_ROOT = -1


@kernel
def _orient(roots, one, two, way_out):
    """Walk the tree from the outside inwards: the edge over which each basin's water leaves it."""
    # The edges at each basin, as offsets into one list.
    start = np.zeros(way_out.size + 2, np.int32)
    for edge in range(one.size):
        start[one[edge] + 2] += 1
        start[two[edge] + 2] += 1
    for basin in range(2, start.size):
        start[basin] += start[basin - 1]
    edges = np.empty(2 * one.size, np.int32)
    for edge in range(one.size):
        for basin in (one[edge], two[edge]):
            edges[start[basin + 1]] = edge
            start[basin + 1] += 1
    queue = np.empty(way_out.size, np.int32)
    tail = roots.size
    for i in range(tail):
        queue[i] = roots[i]
        way_out[roots[i]] = _ROOT
    head = 0
    while head < tail:
        here = queue[head]
        head += 1
        for i in range(start[here], start[here + 1]):
            edge = edges[i]
            basin = two[edge] if one[edge] == here else one[edge]
            if way_out[basin] == _UNSEEN:
                way_out[basin] = edge
                queue[tail] = basin
                tail += 1


@kernel
def _step(cell, towards, columns):
    """Index of the neighbour of `cell` that is `towards`."""
    dr = towards // columns - cell // columns
    dc = towards % columns - cell % columns
    for k in range(8):
        if ROW_STEP[k] == dr and COLUMN_STEP[k] == dc:
            return k
    return PIT


@kernel
def _turn(direction, way_out, crest, other, crest_basin, first, last):
    """In each basin turn the way from its pit to the saddle on its way out; only its own cells are touched."""
    columns = direction.shape[1]
    for basin in range(first, last):
        edge = way_out[basin]
        if edge < 0:
            continue
        inside = crest_basin[edge] == basin
        cell = crest[edge] if inside else other[edge]
        beyond = other[edge] if inside else crest[edge]
        k = 0
        while k < OUTLET:
            r = cell // columns
            c = cell - r * columns
            k = direction[r, c]
            direction[r, c] = _step(cell, beyond, columns)
            beyond = cell
            if k < OUTLET:
                cell += ROW_STEP[k] * columns + COLUMN_STEP[k]
