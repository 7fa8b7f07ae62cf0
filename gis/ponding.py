"""Predicted and recorded ponding places as layers (积水点)."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..hydrology.grid import Grid
from ..hydrology.progress import Progress
from ..hydrology.risk.matching import Match, WetAreas, match_places
from .points import Recorded
from .products import Frame
from .vectors import POINT

PONDING_FIELDS = (
    *(("depth_m", "float"), ("area_m2", "float"), ("vol_m3", "float"), ("rank", "int"), ("recorded", "text")),
    ("dist_m", "float"),
)
RECORDED_FIELDS = (("hit", "int"), ("dist_m", "float"))


def match_recorded(
    areas: WetAreas, recorded: Recorded, grid: Grid, distance: float, progress: Progress | None = None
) -> Match:
    """Compare wet areas with the recorded places on the grid: they match within `distance` (m)."""
    x = (recorded.xy[recorded.on, 0] - grid.transform[0]) * grid.unit
    y = (grid.transform[3] - recorded.xy[recorded.on, 1]) * grid.unit
    return match_places(areas, x, y, grid.dx, grid.dy, distance, progress)


def write_ponding_points(
    path: str, frame: Frame, areas: WetAreas, recorded: Recorded | None, match: Match | None, progress: Progress
) -> int:
    """A point at the deepest cell of each wet area, by rank, with the ids of the recorded places that match it, the
    nearest first, if they were compared."""
    area = frame.grid.cell_area
    ids = [] if recorded is None else recorded.compared

    def records():
        for k in range(len(areas)):
            figures = [areas.depth[k], areas.cells[k] * area, areas.volume[k] * area]
            near, away = (None, None) if match is None else (match.places[k], match.nearest[k])
            names = ", ".join(ids[i] for i in near or ())
            yield frame.point(int(areas.cell[k])), [*figures, k + 1, names or None, away]

    return frame.write(path, POINT, PONDING_FIELDS, records(), progress, len(areas))


def write_recorded(path: str, frame: Frame, recorded: Recorded, match: Match, progress: Progress) -> int:
    """The recorded places with their own fields, and whether each was hit; both empty where it was not compared.

    `match` is that of the places on the raster, in their order.
    """
    number = np.cumsum(recorded.on) - 1

    def records():
        for k, row in enumerate(recorded.rows):
            x, y = recorded.xy[k]
            point = QgsGeometry.fromPointXY(QgsPointXY(x, y)) if np.isfinite((x, y)).all() else None
            i = number[k]
            found = [int(match.hit[i]), match.distance[i]] if recorded.on[k] else [None, None]
            yield point, [*row, *found]

    fields = [*recorded.fields, *RECORDED_FIELDS]
    return frame.write(path, POINT, fields, records(), progress, len(recorded.rows))
