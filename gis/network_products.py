"""What is found about outfalls, pipes, inlets and the areas that drain to them, written as layers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..hydrology.drainage.backwater import Backwater
from ..hydrology.drainage.capacity import Capacities
from ..hydrology.drainage.design import DesignFlows, InletChecks
from ..hydrology.drainage.network import Network
from ..hydrology.progress import Progress
from .catchments import Catchments
from .products import Frame
from .system import DrainageSystem
from .vectors import LINE, POINT, POLYGON

OUTFALL_FIELDS = (
    *(("outfall_id", "text"), ("invert", "float"), ("crown", "float"), ("water_z", "float"), ("state", "text")),
    *(("pump_m3s", "float"), ("zones", "int"), ("cutoff_m2", "float"), ("flooded", "int")),
)
FLOODED_FIELDS = (
    *(("node_id", "text"), ("ground_z", "float"), ("water_z", "float"), ("over_m", "float"), ("outfall_id", "text")),
)
CUT_OFF_FIELDS = (
    *(("zone_id", "text"), ("outfall_id", "text"), ("area_m2", "float"), ("low_z", "float"), ("water_z", "float")),
    ("pump_m3s", "float"),
)


PIPE_FIELDS = (
    *(("pipe_id", "text"), ("area_m2", "float"), ("q_lps", "float"), ("cap_lps", "float"), ("load", "float")),
    *(("v_full", "float"), ("dn_need", "int"), ("ok", "int"), ("t_min", "float"), ("slope", "float")),
)
BOTTLENECK_FIELDS = (
    *(("zone_id", "text"), ("pipe_id", "text"), ("area_m2", "float"), ("q_lps", "float"), ("neck_id", "text")),
    *(("neck_load", "float"), ("neck_q", "float"), ("neck_cap", "float"), ("neck_m", "float")),
)


INLET_FIELDS = (
    *(("inlet_id", "text"), ("area_m2", "float"), ("q_lps", "float"), ("cap_lps", "float"), ("pipe_lps", "float")),
    *(("limit", "text"), ("add_n", "int"), ("short_lps", "float"), ("pipe_id", "text")),
)


def write_outfalls(
    path: str, frame: Frame, network: Network, found: Backwater, zones: Catchments | None, pump: np.ndarray
) -> int:
    """A point for each outfall; `pump` is what each of the zones needs, m3/s, NaN where not known."""
    count = len(network.nodes)
    cut, area, need = np.zeros(count, np.int64), np.zeros(count), np.zeros(count)
    if zones is not None:
        k = np.flatnonzero(found.cut_off)
        end = network.outfall[zones.node[k]]
        for total, values in ((cut, 1), (area, zones.area[k]), (need, pump[k])):
            np.add.at(total, end, values)
    flooded = np.bincount(found.back.outfall[found.flooded], minlength=count)
    nodes = network.nodes
    records = (
        (
            _point(nodes.xy[i]),
            [
                *(nodes.label(i), found.invert[i], found.crown[i], found.water[i], found.state[i]),
                *(None if zones is None else need[i], cut[i], area[i], flooded[i]),
            ],
        )
        for i in outfalls_of(network)
    )
    return frame.write(path, POINT, OUTFALL_FIELDS, records)


def write_flooded(path: str, frame: Frame, network: Network, found: Backwater, ground: np.ndarray) -> int:
    """A point for each node on whose ground the receiving water would stand."""
    nodes, back = network.nodes, found.back
    records = (
        (
            _point(nodes.xy[i]),
            [nodes.label(i), ground[i], back.level[i], back.level[i] - ground[i], nodes.label(back.outfall[i])],
        )
        for i in np.flatnonzero(found.flooded)
    )
    return frame.write(path, POINT, FLOODED_FIELDS, records)


def write_cut_off(
    path: str, frame: Frame, network: Network, found: Backwater, zones: Catchments, pump: np.ndarray, progress: Progress
) -> int:
    """The zones that the receiving water cuts off, with the pump rate that each needs (m3/s)."""
    which = np.flatnonzero(found.cut_off)
    end = network.outfall[zones.node[which]]
    records = (
        (
            _multi(zones.shape[k]),
            [zones.id[k], network.nodes.label(o), zones.area[k], zones.low_z[k], found.water[o], pump[k]],
        )
        for k, o in zip(which.tolist(), end.tolist())
    )
    return frame.write(path, POLYGON, CUT_OFF_FIELDS, records, progress, which.size)


def write_pipes(
    path: str, frame: Frame, network: Network, flows: DesignFlows, carried: Capacities, load: np.ndarray,
    need: np.ndarray, progress: Progress,
) -> int:  # fmt: skip
    """A line for each pipe, drawn downstream. `load` and `need` (mm) NaN where not known."""
    pipes = network.pipes
    records = (
        (
            _line(line[::-1] if against else line),
            [
                *(name, area, flow, capacity, share, speed, int(size) if np.isfinite(size) else None),
                *(None if np.isnan(share) else int(share <= 1), minutes, slope),
            ],
        )
        for line, against, name, area, flow, capacity, share, speed, size, minutes, slope in zip(
            pipes.lines(), network.against.tolist(), pipes.id, flows.area, flows.flow, carried.capacity, load,
            carried.velocity, need, flows.minutes, carried.slope,
        )
    )  # fmt: skip
    return frame.write(path, LINE, PIPE_FIELDS, records, progress, len(pipes))


def write_bottlenecks(
    path: str, frame: Frame, network: Network, zones: Catchments, own_flow: np.ndarray, neck: np.ndarray,
    distance: np.ndarray, flows: DesignFlows, carried: Capacities, load: np.ndarray, progress: Progress,
) -> int:  # fmt: skip
    """The areas with the first overloaded pipe downstream of each: `neck` (-1 for none), `distance` along the pipes."""
    ids = network.pipes.id

    def records():
        for k, (pipe, at) in enumerate(zip(zones.pipe.tolist(), neck.tolist())):
            found = [None] * 5 if at < 0 else [ids[at], load[at], flows.flow[at], carried.capacity[at], distance[k]]
            enters = None if pipe < 0 else ids[pipe]
            yield _multi(zones.shape[k]), [zones.id[k], enters, zones.area[k], own_flow[k], *found]

    return frame.write(path, POLYGON, BOTTLENECK_FIELDS, records(), progress, len(zones))


def write_inlets(
    path: str, frame: Frame, system: DrainageSystem, area: np.ndarray, flow: np.ndarray, capacity: np.ndarray,
    pipe: np.ndarray, leaves: np.ndarray, checks: InletChecks, progress: Progress,
) -> int:  # fmt: skip
    """A point for each inlet; `pipe` is its pipe (-1 for none), `leaves` what that leaves to it (L/s)."""
    ids = [None if p < 0 else system.network.pipes.id[p] for p in pipe.tolist()]
    records = (
        (
            _point(xy),
            [name, *values, limit, None if np.isnan(add) else int(add), short, pipe_id],
        )
        for xy, name, *values, limit, add, short, pipe_id in zip(
            system.inlets.xy, system.names, area, flow, capacity, leaves, checks.limit, checks.add, checks.short, ids
        )
    )
    return frame.write(path, POINT, INLET_FIELDS, records, progress, len(ids))


def outfalls_of(network: Network) -> Sequence[int]:
    """The outfalls, each once."""
    return np.flatnonzero(network.is_outfall & (network.canonical == np.arange(len(network.nodes)))).tolist()


def _point(xy: np.ndarray) -> QgsGeometry | None:
    return QgsGeometry.fromPointXY(QgsPointXY(*xy.tolist())) if np.isfinite(xy).all() else None


def _line(vertices: np.ndarray) -> QgsGeometry | None:
    places = vertices[np.isfinite(vertices).all(axis=1)].tolist()
    return QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in places]) if len(places) > 1 else None


def _multi(shape: QgsGeometry) -> QgsGeometry | None:
    if shape.isNull():
        return None
    whole = QgsGeometry(shape)
    whole.convertToMultiType()
    return whole
