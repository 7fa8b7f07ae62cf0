"""What is found about outfalls, pipes, inlets and the areas that drain to them, written as layers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..hydrology.drainage.backwater import Backwater
from ..hydrology.drainage.network import Network
from ..hydrology.progress import Progress
from .catchments import Catchments
from .products import Frame
from .vectors import POINT, POLYGON

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


def outfalls_of(network: Network) -> Sequence[int]:
    """The outfalls, each once."""
    return np.flatnonzero(network.is_outfall & (network.canonical == np.arange(len(network.nodes)))).tolist()


def _point(xy: np.ndarray) -> QgsGeometry | None:
    return QgsGeometry.fromPointXY(QgsPointXY(*xy.tolist())) if np.isfinite(xy).all() else None


def _multi(shape: QgsGeometry) -> QgsGeometry:
    whole = QgsGeometry(shape)
    whole.convertToMultiType()
    return whole
