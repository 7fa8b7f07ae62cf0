"""What the level of the receiving water does to outfalls, manholes and zones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..compiled import kernel
from .capacity import outfall_crowns
from .network import Network

FREE, SUBMERGED, REVERSE = "free", "submerged", "reverse"


def outfall_inverts(network: Network) -> np.ndarray:
    """Bottom (m) of the lowest pipe that ends at each node, float64 (m,); NaN where no level is known."""
    invert = np.full(len(network.nodes), np.inf)
    pipe = np.flatnonzero(network.followed & np.isfinite(network.level_end))
    np.minimum.at(invert, network.end[pipe], network.level_end[pipe])
    return np.where(np.isfinite(invert), invert, np.nan)


@dataclass(frozen=True)
class Backflow:
    """How far receiving water stands back into m nodes: its level there (m), NaN where it does not come, and the
    outfall (a node index, -1 for none) through which it comes."""

    level: np.ndarray
    outfall: np.ndarray


def backflow(network: Network, water: np.ndarray) -> Backflow:
    """Follow receiving water up the pipes, along main and side branches, as a level surface.

    It enters where it stands above the bottom of a pipe, and goes on as long as it stands above the bottom at both ends
    of the next one. Bottoms that are not known do not hold it back. There are no flaps. Of several outfalls the one
    with the highest level counts. O(nodes + pipes).

    Parameters
    ----------
    water : float64 (m,), m, level of the receiving water; read at outfalls, NaN = not known.
    """
    level, outfall = np.full(len(network.nodes), np.nan), np.full(len(network.nodes), -1, np.int64)
    given = np.flatnonzero(network.is_outfall & np.isfinite(water) & (network.canonical == np.arange(level.size)))
    order = given[np.argsort(-water[given], kind="stable")]
    first, pipe = network.incoming
    if order.size and pipe.size:
        sill = np.fmax(network.level_start, network.level_end)
        _follow(order, np.asarray(water, np.float64), first, pipe, network.start, sill, level, outfall)
    return Backflow(level[network.canonical], outfall[network.canonical])


@kernel
def _follow(order, water, first, pipe, start, sill, level, outfall):
    stack = np.empty(level.size, np.int64)
    for source in order:
        if outfall[source] >= 0:
            continue
        stack[0] = source
        count = 1
        outfall[source] = source
        level[source] = water[source]
        while count > 0:
            count -= 1
            node = stack[count]
            for k in range(first[node], first[node + 1]):
                above = start[pipe[k]]
                if outfall[above] < 0 and not sill[pipe[k]] >= water[source]:  # unknown (NaN) lets it through
                    outfall[above] = source
                    level[above] = water[source]
                    stack[count] = above
                    count += 1


@dataclass(frozen=True)
class Backwater:
    """What the receiving water does, for the m nodes of a network and k zones.

    invert, crown, water : float64 (m,), m, at outfalls; NaN where not known, and at other nodes.
    state : object (m,), FREE (at the crown or below), SUBMERGED (above it), REVERSE (it would stand on the ground
        somewhere in the system); None where a level is not known, and at other nodes.
    back : how far the water stands back. flooded : bool (m,), nodes other than outfalls whose ground lies below it.
    cut_off : bool (k,), zones whose lowest ground does not lie above the level at their outfall.
    """

    invert: np.ndarray
    crown: np.ndarray
    water: np.ndarray
    state: np.ndarray
    back: Backflow
    flooded: np.ndarray
    cut_off: np.ndarray


def backwater(
    network: Network, water: np.ndarray, ground: np.ndarray, zone_node: np.ndarray, zone_low: np.ndarray
) -> Backwater:
    """Judge outfalls, nodes and zones against the receiving water. Losses of head in the pipes are not counted.

    Parameters
    ----------
    water : float64 (m,), m, level of the receiving water; read at outfalls, NaN = not known.
    ground : float64 (m,), m, at the nodes, NaN = not known.
    zone_node : int64 (k,), the node where the water of each zone enters, -1 for none.
    zone_low : float64 (k,), m, its lowest ground; where NaN, the ground of its node is taken.
    """
    nodes = np.arange(len(network.nodes))
    outfall = network.is_outfall & (network.canonical == nodes)
    crown = np.where(outfall, outfall_crowns(network), np.nan)
    invert = np.where(outfall, outfall_inverts(network), np.nan)
    water = np.where(outfall, water, np.nan)
    back = backflow(network, water)
    flooded = ~network.is_outfall & (ground < back.level) & (network.canonical == nodes)

    # A value more serves index -1.
    low = np.where(np.isnan(zone_low), np.append(ground, np.nan)[zone_node], zone_low)
    end = np.append(network.outfall, -1)[zone_node]
    cut_off = low <= np.append(water, np.nan)[end]

    top = np.where(np.isnan(crown), invert, crown)
    state = np.full(nodes.size, None, object)
    state[water <= top] = FREE
    state[water > top] = SUBMERGED
    # Water stands back to where the zone enters. The ground at an outfall itself, on the bank, says nothing.
    wet = zone_node[(low < np.append(back.level, np.nan)[zone_node]) & ~np.append(network.is_outfall, True)[zone_node]]
    state[back.outfall[flooded]] = state[back.outfall[wet]] = REVERSE
    return Backwater(invert, crown, water, state, back, flooded, cut_off)


def removal_modulus(runoff_mm: float, hours: float) -> float:
    """Drainage modulus, m3/s per km2, that removes a runoff (mm) evenly within a time (h): R / (3.6 T).

    The average-removal form q = R / (86.4 T) with T in days, of Chinese drainage practice; 1 mm on 1 km2 is 1000 m3.
    """
    return runoff_mm / (3.6 * hours)
