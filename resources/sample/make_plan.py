"""The plan of the sample town: where its streets, hollows, sewers and blocks lie, and how its frame is turned."""

from __future__ import annotations

import math

import numpy as np

SEED, EPSG, NODATA = 20210722, 4545, -9999.0
WEST, NORTH = 491000.0, 3800600.0
ROWS, COLUMNS, CELL = 600, 620, 1.0
TURN = math.radians(6.0)
TRANSFORM = (WEST, CELL, 0.0, NORTH, 0.0, -CELL)
TIMESTAMP = "2024-01-01T00:00:00.000Z"

KERB, FOOTWAY = 0.13, 3.0
RAILWAY_S, ARTERIAL_T, UNDERPASS_DEPTH = 130.0, 80.0, 4.0
CHANNEL_BED_HALF, CHANNEL_DEPTH, CHANNEL_SIDE = 3.0, 3.0, 1.5
MIN_COVER, MIN_SLOPE, PIPE_REACH, INLET_REACH = 1.0, 0.003, 40.0, 30.0
SIZES = ((0.4, 110), (0.5, 220), (0.6, 420), (0.8, 800), (1.0, math.inf))  # diameter, metres of sewer drained

# The five faults of real data that the sample contains on purpose; everything else is consistent.
FAULTS = {
    "adverse_slope": {"layer": "pipes", "pipe_id": "P067"},
    "inlet_without_pipe": {"layer": "inlets", "inlet_id": "I901"},
    "nodata_hole": {"layer": "town_dem.tif", "cells": [[95, 62], [95, 63]]},
    "digitised_backwards": {"layer": "pipes", "pipe_id": "P041"},
    "inlet_outside_dem": {"layer": "inlets", "inlet_id": "I902"},
}


# Streets: along s (at a fixed t) or along t, the fixed coordinate, start, end, half width of the carriageway.
STREETS = [
    ("s", 190, -205, 112, 5.0),
    ("s", 190, 150, 228, 4.0),
    ("s", ARTERIAL_T, -400, 228, 6.0),
    ("s", -40, -190, 112, 5.0),
    ("s", -40, 150, 228, 4.5),
    ("s", -225, -400, 112, 4.5),
    ("s", -225, 150, 228, 4.0),
    ("t", -190, -129, 190, 4.5),
    ("t", -70, -400, 400, 5.0),
    ("t", 30, -118, 400, 5.0),
    ("t", 228, -400, 400, 4.5),
]

# Bumps of the street level: s, t, height (negative: a sag), spread along s, spread along t.
SAGS = [
    (-20, -40, -0.70, 24, 15),
    (72, 190, -0.62, 22, 14),
    (-70, 18, -0.60, 14, 24),
    (-190, -12, -0.62, 14, 24),
    (188, -40, -0.80, 20, 16),
    (-185, -225, -0.56, 24, 15),
    (45, -225, -0.26, 18, 13),
    (228, 135, -0.42, 13, 22),
    (113, 140, -0.70, 13, 24),
    (-20, 30, -0.30, 27, 22),
    (-130, 22, -0.35, 40, 30),
]
CRESTS = [(-130, -40, 0.12, 20, 14), (-70, -80, 0.15, 14, 16), (228, 30, 0.15, 14, 25), (-36, 80, 0.28, 20, 15)]

# Sunken rectangles: s, t, half sizes, depth, slope of the sides; the first is the plaza, four are courtyards.
COURTS = [
    (-160, 138, 15, 17, 0.35, 0.1),
    (-104, 138, 15, 17, 0.3, 0.1),
    (-31, 250, 13, 15, 0.35, 0.1),
    (60, -264, 13, 15, 0.3, 0.1),
]
HOLLOWS = [(-20, 30, 16, 11, 1.6, 0.5), (-130, -262, 30, 18, 0.45, 0.25), (178, 20, 18, 13, 0.35, 0.06), *COURTS]
POND = (-130, 22, 27, 17, 1.9)

# Routes of the sewers (along, at, start, end, outfall), drawn downstream; each ends on another or at an outfall.
ROUTES = [
    ("t", -190, 190, -130.8, "O1"),
    ("s", ARTERIAL_T, -300, -190, None),
    ("t", 30, 288, -118.7, "O2"),
    ("s", 190, -160, 30, None),
    ("s", 190, 108, 30, None),
    ("t", -70, 290, 190, None),
    ("s", ARTERIAL_T, -160, 30, None),
    ("t", -70, 162, ARTERIAL_T, None),
    ("s", -40, -160, 30, None),
    ("t", -70, 52, -40, None),
    ("s", -40, 108, 30, None),
    ("t", -70, -225, -145.2, "O3"),
    ("s", -225, -300, -70, None),
    ("s", -225, 108, -70, None),
    ("t", -70, -282, -225, None),
    ("s", ARTERIAL_T, RAILWAY_S, 319, "O4"),
    ("t", 228, 262, ARTERIAL_T, None),
    ("t", 228, -98, ARTERIAL_T, None),
    ("s", 190, 156, 228, None),
    ("s", -40, 156, 228, None),
]

# Recorded ponding: point_id, names, date, depth, nominal place and reach; the point is put on the lowest cell there.
PONDING = [
    ("W1", "Railway underpass", "铁路下穿通道", "2021-07-22", 1.80, 130, 80, 9),
    ("W2", "Market Road", "集市路低洼段", "2021-07-22", 0.30, -20, -40, 10),
    ("W3", "North Road school gate", "北大街学校门口", "2022-08-09", 0.25, 72, 190, 10),
    ("W4", "Station forecourt", "站前路", "2021-07-22", 0.40, 188, -40, 10),
    ("W5", "South Bank Road", "南滨路", "2023-07-28", 0.35, -185, -225, 10),
    ("W6", "Sunken plaza", "下沉广场", "2023-07-28", 0.15, -20, 30, 12),
    ("W7", "Railway-side lane", "铁路西侧便道", "2022-08-09", 0.15, 113, 140, 12),
    ("W8", "East Street", "东环路", "2024-08-03", 0.20, 228, 135, 10),
]

# Kinds of buildings: width, depth, gaps within and between rows, storeys.
KINDS = {
    "slabs": (33.0, 12.0, (7.0, 15.0), (6, 11)),
    "shops": (17.0, 11.0, (4.0, 9.0), (2, 4)),
    "houses": (11.0, 10.0, (6.0, 9.0), (1, 3)),
    "halls": (29.0, 21.0, (9.0, 12.0), (2, 3)),
    "towers": (20.0, 18.0, (14.0, 14.0), (15, 28)),
}
# Blocks: kind, extent (s0, t0, s1, t1), share of the places that is built on.
BLOCKS = [
    ("slabs", (-62, 89, 22, 182), 1.0),
    ("slabs", (38, 96, 116, 182), 1.0),
    ("halls", (38, -32, 116, 66), 1.0),
    ("towers", (-62, -32, 22, 70), 1.0),
    ("shops", (-182, 90, -78, 182), 1.0),
    ("slabs", (-182, -108, -78, -48), 1.0),
    ("shops", (-62, -108, 22, -48), 1.0),
    ("slabs", (38, -105, 114, -48), 1.0),
    ("houses", (-182, 198, -78, 330), 1.0),
    ("shops", (-62, 198, 22, 330), 1.0),
    ("slabs", (38, 198, 114, 330), 1.0),
    ("halls", (146, 200, 221, 330), 1.0),
    ("slabs", (146, 92, 221, 183), 1.0),
    ("halls", (146, -32, 221, 68), 1.0),
    ("shops", (146, -105, 221, -48), 1.0),
    ("houses", (236, -330, 275, 330), 1.0),
    ("houses", (-330, -330, -78, -233), 0.8),
    ("slabs", (-330, -217, -78, -155), 1.0),
    ("shops", (-62, -330, 112, -233), 1.0),
    ("houses", (-62, -217, 112, -155), 1.0),
    ("halls", (146, -330, 221, -155), 1.0),
    ("houses", (-330, 20, -198, 70), 0.7),
    ("houses", (-330, 90, -198, 150), 0.6),
    ("houses", (-240, -100, -198, 20), 1.0),
]


def to_map(s: np.ndarray, t: np.ndarray) -> tuple:
    """Map coordinates of a place in the town frame."""
    east, north = np.cos(TURN) * s - np.sin(TURN) * t, np.sin(TURN) * s + np.cos(TURN) * t
    return WEST + COLUMNS * CELL / 2 + east, NORTH - ROWS * CELL / 2 + north


def to_cell(s: float, t: float) -> tuple:
    """Row and column of a place in the town frame; may lie outside the DEM."""
    x, y = to_map(s, t)
    return int(math.floor((NORTH - y) / CELL)), int(math.floor((x - WEST) / CELL))


def cell_centre(row: int, column: int) -> tuple:
    """Map coordinates of a cell's centre."""
    return WEST + (column + 0.5) * CELL, NORTH - (row + 0.5) * CELL


def smoothstep(value: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 below low, 1 above high, smooth between them."""
    share = np.clip((value - low) / (high - low), 0.0, 1.0)
    return share * share * (3.0 - 2.0 * share)


def smooth_noise(random: np.random.RandomState, spacing: float) -> np.ndarray:
    """Value noise of about unit deviation whose lattice has the given spacing in cells."""
    lattice = random.standard_normal((int(ROWS / spacing) + 3, int(COLUMNS / spacing) + 3))
    row, column = np.arange(ROWS)[:, None] / spacing, np.arange(COLUMNS)[None, :] / spacing
    i, j = row.astype(int), column.astype(int)
    v, u = smoothstep(row - i, 0, 1), smoothstep(column - j, 0, 1)
    top = lattice[i, j] * (1 - u) + lattice[i, j + 1] * u
    bottom = lattice[i + 1, j] * (1 - u) + lattice[i + 1, j + 1] * u
    return 1.4 * (top * (1 - v) + bottom * v)


def channel_axis(s: np.ndarray) -> np.ndarray:
    """t of the channel's axis: it winds a little."""
    return -130.0 + 10.0 * np.sin(s / 75.0) + 4.0 * np.sin(s / 31.0)
