"""Directions that lead water on through depressions, so that every cell drains outside."""

from __future__ import annotations

import numpy as np

from ..compiled import kernel
from ..ponds.hierarchy import Hierarchy
from .basins import OUTSIDE
from .directions import COLUMN_STEP, OUTLET, PIT, ROW_STEP


def through_depressions(hierarchy: Hierarchy) -> np.ndarray:
    """The hierarchy's directions with the way from each pit to its spill turned round.

    Water that would end in a pit is led back up the steepest way to the saddle on the lowest way out (the minimum
    spanning tree), and over it. On the filled DEM these ways are level, elsewhere the direction is the steepest descent
    of the bare DEM (Cordonnier, Bovy and Braun 2019, "carving"). The result is free of cycles. A part of the DEM
    without a way out keeps its lowest pit, which becomes an outlet.

    Returns
    -------
    uint8 array as of `flow_directions`, without PIT.
    """
    direction = hierarchy.direction.copy()
    columns = direction.shape[1]
    leaves = hierarchy.leaves
    tree = hierarchy.tree
    flat = hierarchy.basin.reshape(-1)
    one = flat[tree.crest].astype(np.int64)
    two = flat[tree.other].astype(np.int64)
    # The tree's edges at each basin, as offsets into one list.
    ends = np.concatenate((one, two))
    edges = np.argsort(ends, kind="stable")
    start = np.searchsorted(ends[edges], np.arange(leaves + 2))
    edges %= max(tree.crest.size, 1)
    closed = hierarchy.outermost
    closed = closed[np.isinf(hierarchy.spill_z[closed])]
    roots = np.concatenate(([OUTSIDE], flat[hierarchy.pit[closed]])).astype(np.int64)
    direction.reshape(-1)[hierarchy.pit[closed]] = OUTLET
    _turn(direction, columns, leaves, roots, start, edges, tree.crest, tree.other, one, two)
    return direction


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
def _turn(direction, columns, leaves, roots, start, edges, crest, other, one, two):
    """Walk the tree from the outside inwards; at each basin turn the way from its pit to the saddle."""
    queue = np.empty(leaves + 1, np.int64)
    seen = np.zeros(leaves + 1, np.bool_)
    tail = 0
    for i in range(roots.size):
        queue[tail] = roots[i]
        seen[roots[i]] = True
        tail += 1
    head = 0
    while head < tail:
        here = queue[head]
        head += 1
        for i in range(start[here], start[here + 1]):
            edge = edges[i]
            if one[edge] == here:
                basin = two[edge]
                cell = other[edge]
                beyond = crest[edge]
            else:
                basin = one[edge]
                cell = crest[edge]
                beyond = other[edge]
            if seen[basin]:
                continue
            seen[basin] = True
            queue[tail] = basin
            tail += 1
            while True:
                r = cell // columns
                c = cell % columns
                k = direction[r, c]
                direction[r, c] = _step(cell, beyond, columns)
                if k >= OUTLET:
                    break
                beyond = cell
                cell = (r + ROW_STEP[k]) * columns + c + COLUMN_STEP[k]
