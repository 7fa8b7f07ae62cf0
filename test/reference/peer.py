"""The same quantities from richdem, brought to this project's rules. Importing it needs the package `richdem2`."""

from __future__ import annotations

import numpy as np
import richdem

from .terrain import NODATA, OUTLET, PIT, outlets

# richdem counts its neighbours from 1: W, NW, N, NE, E, SE, S, SW
_PLACE_TO_RICHDEM = (5, 6, 7, 8, 1, 2, 3, 4)
_GEOTRANSFORM = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
_HOLE = -9999.0


def _array(values: np.ndarray, no_data: float) -> richdem.rdarray:
    # it takes rows for columns in an array that is stored by columns, and may then not come to an end
    return richdem.rdarray(np.ascontiguousarray(values), no_data=no_data, geotransform=_GEOTRANSFORM)


def fill_to_edge(z: np.ndarray) -> np.ndarray:
    """Filled elevations of a grid without nodata, by `FillDepressions`: water leaves at the edge."""
    return np.array(richdem.FillDepressions(_array(np.array(z, dtype=np.float64), _HOLE)))


def fill(z: np.ndarray, valid: np.ndarray, sinks: np.ndarray | None = None) -> np.ndarray:
    """Filled elevations by richdem's depression hierarchy.

    `FillDepressions` raises cells beside a hole of nodata with the hole, so it cannot serve here. The hierarchy takes
    the cells where water leaves as an "ocean" of any shape: a cell is raised to the spill level of the outermost
    depression it lies in.
    """
    ocean, undecided = richdem.depression_hierarchy.OCEAN, richdem.depression_hierarchy.NO_DEP
    filled = np.where(valid, z, _HOLE).astype(np.float64)
    leaving = outlets(valid, sinks) | ~valid
    if leaving.all():
        return filled
    labels = _array(np.where(leaving, ocean, undecided).astype(np.uint32), no_data=2**32 - 3)
    depressions, _ = richdem.get_depression_hierarchy(_array(filled.copy(), _HOLE), labels)
    labels = np.asarray(labels)
    for cell in np.ndindex(z.shape):
        label = labels[cell]
        if label == ocean or leaving[cell]:
            continue
        while not depressions[label].ocean_parent and depressions[label].parent not in (ocean, undecided):
            label = depressions[label].parent
        filled[cell] = max(filled[cell], depressions[label].out_elev)
    return filled


def accumulate(direction: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Flow accumulation by `FlowAccumFromProps` for given directions (places 0..7, 8 leaves, 9 pit, 255 nodata)."""
    shares = np.zeros((*direction.shape, 9), dtype=np.float32)
    for cell in np.ndindex(direction.shape):
        place = direction[cell]
        if place == NODATA:
            shares[cell][0] = -2
        elif place >= OUTLET:
            shares[cell][0] = -1
        else:
            shares[cell][_PLACE_TO_RICHDEM[place]] = 1
    shares = richdem.rd3array(shares, no_data=-2)
    shares.geotransform, shares.metadata = _GEOTRANSFORM, {}
    return np.array(richdem.FlowAccumFromProps(shares, weights=_array(np.array(weights, dtype=np.float64), -1)))


def disperse(z: np.ndarray, weights: np.ndarray, method: str) -> np.ndarray:
    """Accumulation on square cells by D-infinity ("dinf") or Freeman's multiple flow ("mfd"); edge cells keep theirs.

    Every cell within the edge needs a lower neighbour. richdem 2.4 gives the two shares of D-infinity the wrong way
    round: of a flow close to east, most goes northeast. They are exchanged where a probe finds them so.
    """
    shares = _shares(z, method)
    if method == "dinf":
        probe = _shares(-np.add.outer(0.1 * np.arange(3.0), np.arange(3.0)), method)[1, 1]
        if probe[_PLACE_TO_RICHDEM[0]] < probe[_PLACE_TO_RICHDEM[1]]:  # on a plane that falls east and a little south
            for cell in np.ndindex(z.shape):
                pair = np.flatnonzero(shares[cell][1:] > 0) + 1
                if pair.size == 2:
                    shares[cell][pair] = shares[cell][pair[::-1]]
    return np.array(richdem.FlowAccumFromProps(shares, weights=_array(np.array(weights, dtype=np.float64), -1)))


def _shares(z: np.ndarray, method: str) -> richdem.rd3array:
    name, exponent = {"dinf": ("Dinf", None), "mfd": ("Freeman", 1.1)}[method]
    return richdem.FlowProportions(_array(np.array(z, dtype=np.float64), _HOLE), name, exponent)


def inundate(z: np.ndarray, rain: float) -> tuple[np.ndarray, np.ndarray]:
    """Depth (m) after `rain` (m) on every cell of a grid without nodata, by Fill-Spill-Merge; and richdem's directions.

    Water leaves at the edge. The directions are by the places 0..7, 8 leaves, 9 pit. They are those in which richdem's
    flood reached the cells, so that catchments differ from those of the steepest descent.
    """
    dem = _array(np.array(z, dtype=np.float64), _HOLE)
    labels = richdem.get_new_depression_hierarchy_labels(z.shape)
    depressions, towards = richdem.get_depression_hierarchy(dem, labels)
    depth = _array(np.full(z.shape, float(rain)), _HOLE)
    richdem.fill_spill_merge(dem, labels, towards, depressions, depth)
    place = np.empty(9, np.uint8)
    place[0] = PIT
    place[list(_PLACE_TO_RICHDEM)] = range(8)
    leaving = outlets(np.ones(z.shape, bool))
    direction = np.where(leaving, OUTLET, place[np.asarray(towards)]).astype(np.uint8)
    return np.where(leaving, 0.0, depth), direction
