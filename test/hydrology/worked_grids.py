"""Terrains small enough to work out by hand, with everything that is known about their depressions.

All numbers follow from the drawings by the definitions; the lines beside them say how. Most are a trough of one row
between walls of 20 m, so that a row of numbers is the whole picture; the walls lie on the grid's edge, where water
leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

Cell = tuple[int, int]


@dataclass(frozen=True)
class Node:
    """One depression, told by its pits. `flows_to` is a pit of the depression that it spills into, None the outside."""

    pits: frozenset[Cell]
    pit_z: float
    spill_z: float
    area_m2: float  # wet when full: cells below the spill level
    vol_m3: float
    catch_m2: float
    rain_mm: float
    flows_to: Cell | None
    parent: frozenset[Cell] | None = None
    level: int = 1


@dataclass(frozen=True)
class Worked:
    name: str
    z: np.ndarray
    nodes: tuple[Node, ...]
    dx: float = 1.0
    dy: float = 1.0
    sinks: np.ndarray | None = None
    valid: np.ndarray = field(default=None)

    def __post_init__(self) -> None:
        if self.valid is None:
            object.__setattr__(self, "valid", np.ones(self.z.shape, dtype=bool))


def grid(drawing: str) -> np.ndarray:
    """Rows of numbers as an array of elevations."""
    return np.array([[float(word) for word in line.split()] for line in drawing.strip().splitlines()])


def trough(*row: float) -> np.ndarray:
    """One row of elevations between two walls of 20 m."""
    return np.array([[20.0] * len(row), row, [20.0] * len(row)], dtype=float)


def cells(z: np.ndarray, *marked: Cell) -> np.ndarray:
    mask = np.zeros(z.shape, dtype=bool)
    for cell in marked:
        mask[cell] = True
    return mask


def pits(*marked: Cell) -> frozenset[Cell]:
    return frozenset(marked)


# --- a bowl that spills over its edge -------------------------------------------------------------------------------
# The 9 inner cells all run to the 1. The way out with the lowest crest leads to the 6 at the east edge: spill 6.
# Volume 9 x 6 - (3 + 2 + 5 + 4 + 1 + 5 + 5 + 5 + 5) = 54 - 35 = 19 m of depth, on cells of 2 x 3 m: 114 m3.
# All 9 cells are below 6: 54 m2, wet and catchment. Full after 114 / 54 m = 2111.1 mm.
BOWL_GRID = grid("""
    9 9 9 9 9
    9 3 2 5 9
    9 4 1 5 6
    9 5 5 5 9
    9 9 9 9 9
""")
BOWL = Worked("bowl", BOWL_GRID, (Node(pits((2, 2)), 1, 6, 54, 114, 54, 1000 * 114 / 54, None),), dx=2.0, dy=3.0)

# --- a crest of its own: the catchment is larger than the pond ------------------------------------------------------
# 20 | 7 2 8 | 4: the 8 is 6 above the 2 and 4 above the edge cell 4, so it runs west. Its crest is the spill level: 8.
# Depths 1 + 6 + 0 = 7 m3 on 2 wet cells; catchment 3 cells; full after 7 / 3 m.
CREST = Worked("crest", trough(20, 7, 2, 8, 4), (Node(pits((1, 2)), 2, 8, 2, 7, 3, 7000 / 3, None),))

# --- spilling over a corner -----------------------------------------------------------------------------------------
# The 5 falls 3 m to the 2 over 1.41 m, and only 1 m to the corner cell 4. Water steps over the 5 diagonally: spill 5,
# not 9. The two 9 inside also run to the 2: catchment 4 cells, 1 of them wet, 3 m3, full after 3 / 4 m.
CORNER = Worked(
    "corner",
    grid("""
        9 9 9 9
        9 2 9 9
        9 9 5 9
        9 9 9 4
    """),
    (Node(pits((1, 1)), 2, 5, 1, 3, 4, 750, None),),
)

# --- two bowls that merge -------------------------------------------------------------------------------------------
# column   0  1 2 3  4 5  6
#         20  3 1 4  2 7  6
# A = columns 1..3 (the 4 falls 3 to the 1, 2 to the 2), B = 4..5 (the 7 falls 5 to the 2, 1 to the 6)
# A spills at 4 over its own crest to B: 1 + 3 + 0 = 4 m3 on 2 cells. B spills at 4 to A: 2 m3 on 1 cell.
# Together they spill over the 7 to the edge: 4 + 6 + 3 + 5 + 0 = 18 m3 on 4 cells.
# B has 2 cells: full at R = 2/2 = 1 m. Then A gets 3R + (2R - 2) = 4: R = 1.2 m. Both: 5R = 18: R = 3.6 m.
TWO_GRID = trough(20, 3, 1, 4, 2, 7, 6)
TWO = Worked(
    "two",
    TWO_GRID,
    (
        Node(pits((1, 2)), 1, 4, 2, 4, 3, 1200, (1, 4), parent=pits((1, 2), (1, 4))),
        Node(pits((1, 4)), 2, 4, 1, 2, 2, 1000, (1, 2), parent=pits((1, 2), (1, 4))),
        Node(pits((1, 2), (1, 4)), 1, 7, 4, 18, 5, 3600, None, level=2),
    ),
)

# --- the same with a sink in B's pit: B is gone, A spills to the sink -----------------------------------------------
# A has its own rain only: 3R = 4.
TWO_WITH_SINK = Worked(
    "two with sink", TWO_GRID, (Node(pits((1, 2)), 1, 4, 2, 4, 3, 4000 / 3, None),), sinks=cells(TWO_GRID, (1, 4))
)

# --- three nested ---------------------------------------------------------------------------------------------------
# column   0  1 2 3  4 5  6  7  8
#         20  3 1 4  2 7  5 10  9
# A = 1..3, B = 4..5 (the 7 falls 5 to the 2, 2 to the 5), C = 6..7 (the 10 falls 5 to the 5, 1 to the 9)
# C spills at 7 over B's crest: 2 m3 on 1 cell. A, B as above; together they spill at 7 into C, 18 m3.
# All three spill over the 10: 7 + 9 + 6 + 8 + 3 + 5 + 0 = 38 m3 on 6 cells.
# B and C (2 cells each) are both full at R = 1 m. From then on C's surplus 2R - 2 runs to B, which passes it on to A
# with its own: 3R + (2R - 2) + (2R - 2) = 4: R = 8/7. A and B: 5R + (2R - 2) = 18: R = 20/7. All: 7R = 38.
THREE = Worked(
    "three",
    trough(20, 3, 1, 4, 2, 7, 5, 10, 9),
    (
        Node(pits((1, 2)), 1, 4, 2, 4, 3, 8000 / 7, (1, 4), parent=pits((1, 2), (1, 4))),
        Node(pits((1, 4)), 2, 4, 1, 2, 2, 1000, (1, 2), parent=pits((1, 2), (1, 4))),
        Node(pits((1, 6)), 5, 7, 1, 2, 2, 1000, (1, 4), parent=pits((1, 2), (1, 4), (1, 6))),
        Node(pits((1, 2), (1, 4)), 1, 7, 4, 18, 5, 20_000 / 7, (1, 6), parent=pits((1, 2), (1, 4), (1, 6)), level=2),
        Node(pits((1, 2), (1, 4), (1, 6)), 1, 10, 6, 38, 7, 38_000 / 7, None, level=3),
    ),
)

# --- equal saddles: the steeper drop --------------------------------------------------------------------------------
# column   0 1 2 3 4 5  6
#         20 3 5 0 5 2 20            L = 1, M = 2..4 (both 5 fall 5 to the 0, 2 or 3 to the sides), R = 5
# M's saddles are both at 5, crests its own. To R the drop is 3, to L 2: M spills to R and merges with R, then with L.
# M: 5 m3 on 1 of 3 cells; L: 2 m3, R: 3 m3, 1 cell each. M+R: 8 m3 at 5 on 2 cells, spills at 5 to L.
# All: up to the walls, 17 + 15 + 20 + 15 + 18 = 85 m3 on 5 cells.
# M is full at R = 5/3 m; its surplus 3R - 5 runs to R: R + 3R - 5 = 3: R = 2 m; M+R then hold 4R = 8: full as well.
# L has its own rain: R = 2 m.
TIE_DROP = Worked(
    "tie by drop",
    trough(20, 3, 5, 0, 5, 2, 20),
    (
        Node(pits((1, 3)), 0, 5, 1, 5, 3, 5000 / 3, (1, 5), parent=pits((1, 3), (1, 5))),
        Node(pits((1, 5)), 2, 5, 1, 3, 1, 2000, (1, 3), parent=pits((1, 3), (1, 5))),
        Node(pits((1, 1)), 3, 5, 1, 2, 1, 2000, (1, 3), parent=pits((1, 1), (1, 3), (1, 5))),
        Node(pits((1, 3), (1, 5)), 0, 5, 2, 8, 4, 2000, (1, 1), parent=pits((1, 1), (1, 3), (1, 5)), level=2),
        Node(pits((1, 1), (1, 3), (1, 5)), 0, 20, 5, 85, 5, 17_000, None, level=3),
    ),
)

# --- equal saddles and drops: the place seen from the crest ---------------------------------------------------------
# 20 2 5 0 5 2 20: both drops are 3. From its crest R lies east, L west; east comes first.
# M: full at 5/3 m; R: R + 3R - 5 = 3: 2 m. L alone, 3 m3, would be full at 3 m; M+R are full at 2 m with 4R = 8 and
# pass on 4R - 8: R + 4R - 8 = 3: R = 2.2 m. All: 18 + 15 + 20 + 15 + 18 = 86 m3 on 5 cells.
TIE_PLACE = Worked(
    "tie by place",
    trough(20, 2, 5, 0, 5, 2, 20),
    (
        Node(pits((1, 3)), 0, 5, 1, 5, 3, 5000 / 3, (1, 5), parent=pits((1, 3), (1, 5))),
        Node(pits((1, 5)), 2, 5, 1, 3, 1, 2000, (1, 3), parent=pits((1, 3), (1, 5))),
        Node(pits((1, 1)), 2, 5, 1, 3, 1, 2200, (1, 3), parent=pits((1, 1), (1, 3), (1, 5))),
        Node(pits((1, 3), (1, 5)), 0, 5, 2, 8, 4, 2000, (1, 1), parent=pits((1, 1), (1, 3), (1, 5)), level=2),
        Node(pits((1, 1), (1, 3), (1, 5)), 0, 20, 5, 86, 5, 17_200, None, level=3),
    ),
)

# --- equal in all that: the crest's row -----------------------------------------------------------------------------
# The 0 (M) takes the 4s, the 5s (5 / 1.41 over the corner against 3 / 1) and the 20 beside it: 6 cells. Both 5 are
# crests with a drop of 3 to the east, in rows 1 and 3: row 1 first. The eastern 20 in row 2 falls 18 to either 2; S
# comes before N, so it runs to the lower 2, Q. P = the upper 2 alone.
# M at 5: 1 + 5 + 1 = 7 m3 on 3 cells. P, Q: 3 m3 on 1 cell each. M+P: 10 m3 on 4 cells, at 5. All to 20:
# M 16 + 20 + 16 + 15 + 15 + 0 = 82, P and Q 18 each: 118 m3 on 7 cells, catchment 9.
# M is full at 7/6 m. P: R + (6R - 7) = 3: R = 10/7 = 1.43 m, and M+P with it; Q, with 2 cells of its own, would be full
# at 1.5 m. From 10/7 m on Q gets their surplus 7R - 10: 2R + 7R - 10 = 3: R = 13/9 m. All: 9R = 118.
TIE_ROW = Worked(
    "tie by row",
    grid("""
        20 20 20 20 20
        20  4  5  2 20
        20  0 20 20 20
        20  4  5  2 20
        20 20 20 20 20
    """),
    (
        Node(pits((2, 1)), 0, 5, 3, 7, 6, 7000 / 6, (1, 3), parent=pits((2, 1), (1, 3))),
        Node(pits((1, 3)), 2, 5, 1, 3, 1, 10_000 / 7, (2, 1), parent=pits((2, 1), (1, 3))),
        Node(pits((3, 3)), 2, 5, 1, 3, 2, 13_000 / 9, (2, 1), parent=pits((2, 1), (1, 3), (3, 3))),
        Node(pits((2, 1), (1, 3)), 0, 5, 4, 10, 7, 10_000 / 7, (3, 3), parent=pits((2, 1), (1, 3), (3, 3)), level=2),
        Node(pits((2, 1), (1, 3), (3, 3)), 0, 20, 7, 118, 9, 118_000 / 9, None, level=3),
    ),
)

# --- a flat bottom is one depression --------------------------------------------------------------------------------
# Six cells of 2, the way out over the 8: 6 x 6 = 36 m3, 6 cells of 5 x 5 m: 900 m3 on 150 m2, full after 6 m.
FLAT = Worked(
    "flat",
    grid("""
        9 9 9 9 9
        9 2 2 2 9
        9 2 2 2 8
        9 9 9 9 9
    """),
    (Node(pits((1, 1)), 2, 8, 150, 900, 150, 6000, None),),
    dx=5.0,
    dy=5.0,
)

# --- a hole of nodata drains the cells around it --------------------------------------------------------------------
# Columns 3..5 touch the hole in column 4 and let water leave. What is left is columns 1 and 2: the 2 is the pit, the
# 3 falls to it, and beyond is the 4 of column 3: spill 4, 2 + 1 = 3 m3, full after 3 / 2 m.
HOLE_GRID = trough(20, 2, 3, 4, 1, 1, 20)
HOLE = Worked(
    "hole",
    HOLE_GRID,
    (Node(pits((1, 1)), 2, 4, 2, 3, 2, 1500, None),),
    valid=~cells(HOLE_GRID, (1, 4)),
)

# --- twins that meet only at the level where they leave together ----------------------------------------------------
# column   0  1 2 3 4 5
#         20  1 4 2 4 0
# A = 1..2 (the first 4 falls 3 to the 1, 2 to the 2), B = 3; the second 4 falls to the 0 and is outside.
# B's saddles are both at 4 with a drop of 2 to B: from the crest in column 2 it lies east, from that in column 4 west.
# East comes first: A and B merge at 4, together they leave at 4. A: 3 m3, B: 2 m3, together 5, and no more.
# A (2 cells) is full at 1.5 m, then B gets R + (2R - 3) = 2: R = 5/3 m, and so has A+B.
TWINS = Worked(
    "twins",
    trough(20, 1, 4, 2, 4, 0),
    (
        Node(pits((1, 1)), 1, 4, 1, 3, 2, 1500, (1, 3), parent=pits((1, 1), (1, 3))),
        Node(pits((1, 3)), 2, 4, 1, 2, 1, 5000 / 3, (1, 1), parent=pits((1, 1), (1, 3))),
        Node(pits((1, 1), (1, 3)), 1, 4, 2, 5, 3, 5000 / 3, None, level=2),
    ),
)

# --- no depression: everything falls to the east --------------------------------------------------------------------
SLOPE = Worked("slope", trough(20, 9, 7, 6, 3, 1), ())

ALL = (BOWL, CREST, CORNER, TWO, TWO_WITH_SINK, THREE, TIE_DROP, TIE_PLACE, TIE_ROW, FLAT, HOLE, TWINS, SLOPE)
