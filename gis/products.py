"""The vector products: results of `hydrology` written as layers with the published fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry, QgsPointXY

from ..hydrology.drainage.interception import Interception
from ..hydrology.drainage.zones import Zones
from ..hydrology.flow.paths import EDGE, END_TYPES, SINK, FlowPaths
from ..hydrology.flow.tracing import Trace
from ..hydrology.flow.upstream import NONE, UpstreamAreas
from ..hydrology.grid import Grid
from ..hydrology.ponds.hierarchy import Hierarchy
from ..hydrology.ponds.inventory import Inventory, depression_members, depression_windows, nested_heights, preorder
from ..hydrology.ponds.spill import Ponds
from ..hydrology.ponds.storage import Storage, storage_curve
from ..hydrology.ponds.timeline import Event, Series
from ..hydrology.progress import Progress, silent
from .raster import burn, polygonise
from .vectors import LINE, LINES, POINT, POLYGON, TABLE, write_vector

CURVE_STEPS = 20  # levels of a storage curve, from the pit to the spill

DEPRESSION_FIELDS = (
    *(("dep_id", "int"), ("parent", "int"), ("level", "int"), ("pit_z", "float"), ("spill_z", "float")),
    *(("depth_m", "float"), ("area_m2", "float"), ("vol_m3", "float"), ("catch_m2", "float"), ("rain_mm", "float")),
    ("flows_to", "int"),
)
POUR_POINT_FIELDS = (("dep_id", "int"), ("flows_to", "int"), ("spill_z", "float"))
CURVE_FIELDS = (("dep_id", "int"), ("z", "float"), ("depth_m", "float"), ("area_m2", "float"), ("vol_m3", "float"))
PATH_FIELDS = (
    *(("path_id", "int"), ("flows_to", "int"), ("strahler", "int"), ("length_m", "float"), ("drop_m", "float")),
    *(("slope", "float"), ("up_m2", "float"), ("end_type", "text")),
)
TRACE_FIELDS = (
    *(("point_id", "text"), ("length_m", "float"), ("drop_m", "float"), ("ponds", "int"), ("rain_mm", "float")),
    ("end_type", "text"),
)
UPSTREAM_FIELDS = (
    *(("point_id", "text"), ("area_m2", "float"), ("snap_m", "float"), ("slope", "float"), ("storage_m3", "float")),
)
ZONE_FIELDS = (
    *(("zone_id", "int"), ("outlet_id", "text"), ("outlet_t", "text"), ("parent", "int"), ("area_m2", "float")),
    *(("slope", "float"), ("low_z", "float"), ("mean_z", "float"), ("drain_mode", "text"), ("head_m", "float")),
    *(("inlets", "int"), ("receiver", "text"), ("also", "text")),
)
INTERCEPTION_FIELDS = (
    *(("line_id", "int"), ("from_zone", "int"), ("to_zone", "int"), ("length_m", "float"), ("area_m2", "float")),
    *(("flow_lps", "float"), ("level_m", "float")),
)
POND_FIELDS = (
    *(("pond_id", "int"), ("level_m", "float"), ("depth_m", "float"), ("mean_m", "float"), ("area_m2", "float")),
    *(("vol_m3", "float"), ("full", "int"), ("flows_to", "int"), ("spill_m3", "float")),
)
EVENT_POND_FIELDS = (
    *POND_FIELDS,
    *(("peak_min", "float"), ("wet_min", "float"), ("drain_min", "float"), ("inlet_m3", "float")),
    *(("infil_m3", "float"), ("pump_m3", "float")),
)
SERIES_FIELDS = (
    *(("t_min", "float"), ("rain_m3", "float"), ("infil_m3", "float"), ("inlet_m3", "float"), ("pump_m3", "float")),
    *(("out_m3", "float"), ("stored_m3", "float")),
)
RISK_ZONE_FIELDS = (("risk", "int"), ("risk_name", "text"), ("area_m2", "float"), ("max_depth", "float"))
RISK_NAMES = {1: "blue 低", 2: "yellow 一般", 3: "orange 较大", 4: "red 重大"}
RISK_NAMES_ZH = {1: "蓝 低", 2: "黄 一般", 3: "橙 较大", 4: "红 重大"}


@dataclass(frozen=True)
class Frame:
    """Where products lie: the grid, its CRS and how to reproject."""

    grid: Grid
    crs: QgsCoordinateReferenceSystem
    context: QgsCoordinateTransformContext

    def write(self, path: str, kind, fields, records, progress: Progress | None = None, total: int = 0) -> int:
        return write_vector(path, kind, fields, records, self.crs, self.context, progress, total)

    def point(self, cell: int) -> QgsGeometry:
        """The centre of a cell, by its flat index."""
        x, y = self.grid.centre(cell // self.grid.columns, cell % self.grid.columns)
        return QgsGeometry.fromPointXY(QgsPointXY(float(x), float(y)))


def outlines(label: np.ndarray, grid: Grid, progress: Progress | None = None) -> dict[int, QgsGeometry]:
    """One multi-polygon per label > 0; its parts are 4-connected, so that each is valid."""
    parts: dict[int, list[QgsGeometry]] = defaultdict(list)
    progress = silent(progress)
    for value, wkb in polygonise(label, grid, progress):
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        parts[value].append(geometry)
    shapes = {}
    for done, value in enumerate(list(parts)):
        if done % 1000 == 0:
            progress.update(1)
        shapes[value] = _multi(parts.pop(value))
    return shapes


def _multi(parts: Sequence[QgsGeometry]) -> QgsGeometry:
    whole = QgsGeometry.collectGeometry(parts) if len(parts) > 1 else parts[0]
    whole.convertToMultiType()
    return whole


def write_depressions(
    path: str, frame: Frame, hierarchy: Hierarchy, storage: Storage, inventory: Inventory, progress: Progress
) -> int:
    """Polygons of the listed depressions at their spill levels."""
    i = inventory
    if (i.parent > 0).any():
        shapes = _nested_outlines(frame.grid, hierarchy, storage, inventory, progress.part(0, 0.8))
    else:
        published = np.zeros(hierarchy.size, np.int32)
        published[i.node] = i.number
        member = published[depression_members(hierarchy, i.node)]
        label = np.where(storage.first_wet > 0, member[np.maximum(storage.first_wet, 0)], 0).astype(np.int32)
        shapes = outlines(label, frame.grid, progress.part(0, 0.8))
    records = (
        (shapes[number], values)
        for number, *rest in zip(
            i.number, i.parent, i.level, i.pit_z, i.spill_z, i.depth, i.area, i.volume, i.catchment, i.rain * 1000,
            i.flows_to,
        )
        for values in [[number, *rest]]
    )  # fmt: skip
    return frame.write(path, POLYGON, DEPRESSION_FIELDS, records, progress.part(0.8, 1), i.number.size)


def _nested_outlines(
    grid: Grid, hierarchy: Hierarchy, storage: Storage, inventory: Inventory, progress: Progress
) -> dict[int, QgsGeometry]:
    """Outlines of depressions that lie inside each other, each from a window of the raster."""
    rank, last = preorder(hierarchy)
    windows = depression_windows(hierarchy, storage)
    shapes = {}
    x, dx, _, y, _, dy = grid.transform
    for done, (node, number) in enumerate(zip(inventory.node, inventory.number)):
        if done % 50 == 0:
            progress.update(done / inventory.number.size)
        top, bottom, left, right = windows[node]
        inside = storage.first_wet[top : bottom + 1, left : right + 1]
        place = rank[np.maximum(inside, 0)]
        mask = (inside > 0) & (place >= rank[node]) & (place <= last[node])
        window = Grid(mask.shape, (x + left * dx, dx, 0.0, y + top * dy, 0.0, dy), grid.crs, mask, grid.unit)
        shapes[number] = outlines(mask.astype(np.int32), window)[1]
    return shapes


def write_pour_points(path: str, frame: Frame, hierarchy: Hierarchy, inventory: Inventory) -> int:
    """Points at the crest of the saddle that each listed depression spills over."""
    i = inventory
    crest = hierarchy.tree.crest[hierarchy.order[i.node]]
    records = ((frame.point(cell), [n, to, z]) for cell, n, to, z in zip(crest, i.number, i.flows_to, i.spill_z))
    return frame.write(path, POINT, POUR_POINT_FIELDS, records)


def write_curves(
    path: str, frame: Frame, z: np.ndarray, hierarchy: Hierarchy, storage: Storage, inventory: Inventory, progress
) -> int:
    """Wet area and volume of each listed depression at even steps from its pit to its spill level."""
    area = frame.grid.cell_area
    rank, last = preorder(hierarchy)
    start, heights = nested_heights(z, hierarchy, storage, rank, progress.part(0, 0.3))

    def records():
        for number, node, low, high in zip(inventory.number, inventory.node, inventory.pit_z, inventory.spill_z):
            levels = low + (high - low) * np.linspace(0, 1, CURVE_STEPS + 1)
            levels[-1] = high
            inside = np.sort(heights[start[rank[node]] : start[last[node] + 1]])
            cells, volumes = storage_curve(inside, levels)
            for level, wet, volume in zip(levels, cells, volumes):
                yield None, [number, level, level - low, wet * area, volume * area]

    total = inventory.number.size * (CURVE_STEPS + 1)
    return frame.write(path, TABLE, CURVE_FIELDS, records(), progress.part(0.3, 1), total)


def write_flow_paths(path: str, frame: Frame, paths: FlowPaths, filled: np.ndarray, progress: Progress) -> int:
    """Lines through the cell centres, each drawn downstream; the drop is that of the filled DEM."""
    columns = frame.grid.columns
    heights = filled.reshape(-1)

    def records():
        for i, cells in enumerate(paths.cells):
            x, y = frame.grid.centre(cells // columns, cells % columns)
            line = QgsGeometry.fromPolylineXY([QgsPointXY(a, b) for a, b in zip(x.tolist(), y.tolist())])
            drop = max(float(heights[cells[0]]) - float(heights[cells[-1]]), 0.0)
            length = paths.length[i]
            yield (
                line,
                [
                    *(i + 1, paths.flows_to[i], paths.strahler[i], length, drop, drop / length),
                    *(paths.upstream[i], END_TYPES[paths.end[i]]),
                ],
            )

    return frame.write(path, LINE, PATH_FIELDS, records(), progress, len(paths.cells))


def write_traces(
    path: str,
    frame: Frame,
    ids: Sequence[str],
    traces: Iterable[Trace],
    filled: np.ndarray,
    sinks: np.ndarray | None,
    progress: Progress,
) -> int:
    """A line through cell centres for each point; none where water leaves in the point's own cell."""
    columns = frame.grid.columns
    heights = filled.reshape(-1)

    def records():
        for done, (point_id, trace) in enumerate(zip(ids, traces)):
            progress.update(done / len(ids))  # a way may be long: each asks whether to go on
            first, last = trace.cells[0], trace.cells[-1]
            x, y = frame.grid.centre(trace.cells // columns, trace.cells % columns)
            line = None
            if trace.cells.size > 1:
                line = QgsGeometry.fromPolylineXY([QgsPointXY(a, b) for a, b in zip(x.tolist(), y.tolist())])
            drop = max(float(heights[first]) - float(heights[last]), 0.0)
            end = SINK if sinks is not None and sinks.reshape(-1)[last] else EDGE
            yield line, [point_id, trace.length, drop, trace.ponds, trace.rain * 1000, END_TYPES[end]]

    count = frame.write(path, LINE, TRACE_FIELDS, records(), progress.watch(), len(ids))
    progress.update(1)
    return count


def write_upstream_areas(
    path: str,
    frame: Frame,
    ids: Sequence[str],
    cells: np.ndarray,
    moved: np.ndarray,
    areas: UpstreamAreas,
    progress: Progress,
) -> int:
    """The whole upstream area of each point; `cells` are its cell and `moved` how far it was moved there (m)."""
    count = areas.outlet.size
    parts = np.where(areas.part == count, 0, areas.part + 1)
    shapes = outlines(parts.astype(np.int32), frame.grid, progress.part(0, 0.5))
    above: dict[int, list[QgsGeometry]] = defaultdict(list)
    for done, i in enumerate(areas.order.tolist()):
        progress.update(0.5 + 0.3 * done / count)
        if i in above:
            shapes[i + 1] = _multi([QgsGeometry.unaryUnion([shapes[i + 1], *above.pop(i)])])
        if areas.parent[i] != NONE:
            above[int(areas.parent[i])].append(shapes[i + 1])
    records = (
        (shapes[i + 1], [point_id, areas.area[i], far, areas.slope[i], areas.storage[i]])
        for point_id, far, i in zip(ids, moved, np.searchsorted(areas.outlet, cells).tolist())
    )
    return frame.write(path, POLYGON, UPSTREAM_FIELDS, records, progress.part(0.8, 1), len(ids))


def write_zones(
    path: str,
    frame: Frame,
    zones: Zones,
    figures: dict[str, np.ndarray],
    drain_mode: Sequence[str | None],
    head: Sequence[float | None],
    progress: Progress,
) -> int:
    """Polygons of drainage zones; `figures` as of `zone_figures`."""
    shapes = outlines(zones.label + 1, frame.grid, progress.part(0, 0.7))
    records = (
        (
            shapes[k + 1],
            [
                *(zones.number[k], zones.outlet_id[k], zones.outlet_type[k], zones.parent[k], figures["area"][k]),
                *(figures["slope"][k], figures["low_z"][k], figures["mean_z"][k], drain_mode[k], head[k]),
                *(zones.collectors[k], zones.receiver[k] or None, ", ".join(zones.also[k]) or None),
            ],
        )
        for k in range(zones.number.size)
    )
    return frame.write(path, POLYGON, ZONE_FIELDS, records, progress.part(0.7, 1), zones.number.size)


def write_interception(
    path: str,
    frame: Frame,
    zones: Zones,
    found: Interception,
    flow: Sequence[float | None],
    level: Sequence[float],
    progress: Progress,
) -> int:
    """Lines along the sides of cells; of each stretch its flow (L/s) and receiving level (m)."""
    x0, dx, _, y0, _, dy = frame.grid.transform

    def records():
        for k, sides in enumerate(found.sides):
            x, y = x0 + sides[:, 1::2] * dx, y0 + sides[:, ::2] * dy
            pieces = [
                QgsGeometry.fromPolylineXY([QgsPointXY(a, b) for a, b in zip(*ends)])
                for ends in zip(x.tolist(), y.tolist())
            ]
            line = QgsGeometry.collectGeometry(pieces).mergeLines().simplify(1e-3 * min(dx, -dy))
            line.convertToMultiType()
            numbers = zones.number[[found.from_zone[k], found.to_zone[k]]]
            yield line, [k + 1, *numbers, found.length[k], found.area[k], flow[k], level[k]]

    return frame.write(path, LINES, INTERCEPTION_FIELDS, records(), progress, len(found.sides))


def write_ponds(path: str, frame: Frame, depth: np.ndarray, cover: np.ndarray, ponds: Ponds, progress: Progress) -> int:
    """Polygons of standing water. `depth` in m, `cover` the number of the pond over each cell."""
    level = ponds.level[ponds.top]
    spill = ponds.spill * frame.grid.cell_area
    more = np.zeros((ponds.top.size, 0))
    return _write_ponds(
        path, frame, POND_FIELDS, depth, cover, level, ponds.full, ponds.flows_to, spill, more, progress
    )


def write_event_ponds(
    path: str, frame: Frame, depth: np.ndarray, hierarchy: Hierarchy, storage: Storage, event: Event, progress: Progress
) -> int:
    """Polygons of the ponds of an event at their greatest extent. `depth` in m, the greatest."""
    top = event.top
    cover = np.where(depth > 0, event.pond[np.maximum(storage.first_wet, 0)], 0).astype(np.int32)
    level = event.peak_level[top]
    full = level >= hierarchy.spill_z[top]
    flows_to = np.where(event.spill_m3[top] > 0, event.pond[hierarchy.spills_to[top]], 0)
    minutes = (event.peak_min, event.wet_min, event.drain_min)
    volumes = (event.inlet_m3, event.infiltrated_m3, event.pumped_m3)
    more = np.stack([values[top] for values in (*minutes, *volumes)], axis=1)
    # How long a pond stood is asked of its deepest pit, where it stands longest.
    return _write_ponds(
        path, frame, EVENT_POND_FIELDS, depth, cover, level, full, flows_to, event.spill_m3[top], more, progress
    )


def _write_ponds(
    path: str, frame: Frame, fields, depth: np.ndarray, cover: np.ndarray, level: np.ndarray, full: np.ndarray,
    flows_to: np.ndarray, spill: np.ndarray, more: np.ndarray, progress: Progress,
) -> int:  # fmt: skip
    """All but depth and cover by the number of the pond, from 1; `more` are the values of the fields that follow."""
    area = frame.grid.cell_area
    count = level.size
    index = cover.reshape(-1)
    cells = np.bincount(index, minlength=count)
    volume = np.bincount(index, depth.reshape(-1), count) * area
    deepest = np.zeros(count)
    np.maximum.at(deepest, index, depth.reshape(-1))
    shapes = outlines(cover, frame.grid, progress.part(0, 0.6))
    present = [k for k in range(1, count) if cells[k]]
    records = (
        (
            shapes[k],
            [
                *(k, level[k], deepest[k], volume[k] / (cells[k] * area), cells[k] * area),
                *(volume[k], int(full[k]), flows_to[k], spill[k], *more[k]),
            ],
        )
        for k in present
    )
    return frame.write(path, POLYGON, fields, records, progress.part(0.6, 1), len(present))


def write_series(path: str, frame: Frame, series: Series, progress: Progress | None = None) -> int:
    """The ledger of an event step by step: t_min is the end of the step, stored_m3 what stands then."""
    s = series
    columns = (s.time, s.rain, s.infiltrated, s.inlet, s.pumped, s.outflow, s.stored)
    records = ((None, list(row)) for row in zip(*columns))
    return frame.write(path, TABLE, SERIES_FIELDS, records, progress, s.time.size)


def write_risk_zones(path: str, frame: Frame, classes: np.ndarray, depth: np.ndarray, progress: Progress) -> int:
    """A polygon per patch of one class, with its area and greatest depth."""
    graded = np.where(classes <= max(RISK_NAMES), classes, 0).astype(np.int32)
    shapes = []
    for risk, wkb in polygonise(graded, frame.grid, progress.part(0, 0.3)):
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        shapes.append((risk, geometry))
    numbered = ((bytes(geometry.asWkb()), k + 1) for k, (_, geometry) in enumerate(shapes))
    patch = burn(frame.grid, numbered, progress=progress.part(0.3, 0.5))
    deepest = np.zeros(len(shapes) + 1)
    # as float32, like the raster of depths: the same figures from memory and from the file
    np.maximum.at(deepest, patch.reshape(-1), np.nan_to_num(depth.astype(np.float32, copy=False)).reshape(-1))
    cells = np.bincount(patch.reshape(-1), minlength=len(shapes) + 1)
    records = (
        (_multi([geometry]), [risk, RISK_NAMES[risk], cells[k + 1] * frame.grid.cell_area, deepest[k + 1]])
        for k, (risk, geometry) in enumerate(shapes)
    )
    return frame.write(path, POLYGON, RISK_ZONE_FIELDS, records, progress.part(0.5, 1), len(shapes))
