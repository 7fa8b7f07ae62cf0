"""What a pipe carries when it runs full."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .network import Network

CIRCULAR, RECTANGULAR, EGG = "circular", "rectangular", "egg"
SHAPES = {
    CIRCULAR: ("circ", "round", "圆"),
    RECTANGULAR: ("rect", "box", "square", "方", "矩"),
    EGG: ("egg", "ovoid", "蛋", "卵"),
}
EGG_AREA, EGG_PERIMETER = 0.510459, 2.643298
"""Area over height^2 and perimeter over height of the standard egg, 3 high and 2 wide: top of radius 1, sides of radius
3 and invert of radius 1/2 (in halves of its width). By geometry; the tests build it from its arcs."""
PRESSURE = ("force", "pressure", "pump", "rising", "压力", "泵")
VIRTUAL = ("virtual", "dummy", "虚拟")
ROUGHNESS = 0.013
"""Manning's n of concrete and clay pipes, of a table that gives 0.013 to 0.014, read in a copy: reliability B."""
LEAST_SLOPE = 0.0005
"""m/m; what a pipe that is level or rises is taken at. Own choice: such a pipe runs under the head of the water above
it, which is not worked out here."""


def cross_section(name: str | None) -> str | None:
    """The shape that a field's word names: CIRCULAR, RECTANGULAR or EGG; CIRCULAR if empty, None if it is no such (a
    force main, a weir)."""
    if name is None:
        return CIRCULAR
    word = name.lower()
    return next((shape for shape, parts in SHAPES.items() if any(part in word for part in parts)), None)


def is_pressure(*words: str | None) -> bool:
    """Whether the words of a pipe's shape and type say that it is a pressure main."""
    return any(part in word.lower() for word in words if word for part in PRESSURE)


def is_virtual(*words: str | None) -> bool:
    """Whether they say that there is no pipe in the ground, only a link in a model."""
    return any(part in word.lower() for word in words if word for part in VIRTUAL)


def full_flow(
    height: np.ndarray, slope: np.ndarray, roughness: float, shape: np.ndarray | None = None,
    width: np.ndarray | None = None,
) -> np.ndarray:  # fmt: skip
    """Full-flow capacity of pipes by Manning (1891), L/s: Q = A R^(2/3) S^(1/2) / n.

    Parameters
    ----------
    height, shape, width : as of `section`.
    slope : float64 (k,), m/m.
    roughness : Manning's n.

    Returns
    -------
    float64 (k,); NaN where height or slope is not known.
    """
    slope = np.maximum(np.asarray(slope, np.float64), 0.0)
    area, perimeter = section(height, shape, width)
    with np.errstate(divide="ignore", invalid="ignore"):
        radius = area / perimeter
    return 1000.0 / roughness * area * np.cbrt(radius) ** 2 * np.sqrt(slope)


def section(
    height: np.ndarray, shape: np.ndarray | None = None, width: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Area (m2) and perimeter (m) inside pipes, float64 (k,); parameters as of `full_flow`."""
    height = np.asarray(height, np.float64)
    area, perimeter = np.pi / 4 * height**2, np.pi * height
    if shape is not None:
        wide = height if width is None else np.where(np.isnan(width), height, width)
        box, egg = shape == RECTANGULAR, shape == EGG
        area = np.where(box, wide * height, np.where(egg, EGG_AREA * height**2, area))
        perimeter = np.where(box, 2 * (wide + height), np.where(egg, EGG_PERIMETER * height, perimeter))
    return area, perimeter


def tailwater_factor(ground: np.ndarray, crown: np.ndarray, level: np.ndarray) -> np.ndarray:
    """What a receiving level leaves of the flow through an outfall, 0..1, float64 (k,).

    A system that runs full is driven by the head from the ground, where water stands, to the outfall. The receiving
    water takes from it what it stands above the crown there, and full pipes carry as the square root of their head
    (Darcy and Weisbach): sqrt((ground - level) / (ground - crown)). 1 with the level at or below the crown, 0 at the
    ground and above.

    Parameters
    ----------
    ground : m, over the inlets; crown : m, top of the pipe at the outfall; level : m, of the receiving water.
    """
    ground, crown, level = (np.asarray(a, np.float64) for a in (ground, crown, level))
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.sqrt(np.clip((ground - level) / (ground - crown), 0.0, 1.0))
    return np.where(level >= ground, 0.0, np.where(level <= crown, 1.0, left))


@dataclass(frozen=True)
class Capacities:
    """Full-flow capacity of n pipes, L/s; NaN where it is not known, without size, levels or a shape of `cross_section`
    and in pressure mains. `flat`: bool, level or rising, taken at LEAST_SLOPE. `pressure`: bool, ends above its own
    top, so that water must be pumped through it. `slope`: m/m, as taken. `velocity`: m/s, when full. `length`: m."""

    capacity: np.ndarray
    flat: np.ndarray
    pressure: np.ndarray
    slope: np.ndarray
    velocity: np.ndarray
    length: np.ndarray


def network_capacities(network: Network, roughness: float, unit: float = 1.0) -> Capacities:
    """Full-flow capacity of every pipe at the slope between its own ends; `unit` is metres per unit of coordinates."""
    pipes = network.pipes
    shapes = np.array([cross_section(word) for word in pipes.shape] or [], object)
    length = np.array([np.nansum(np.hypot(*np.diff(line, axis=0).T)) for line in pipes.lines()]) * unit
    fall = network.level_start - network.level_end
    slope = fall / np.where(length > 0, length, np.nan)
    flat, pressure = slope < LEAST_SLOPE, -fall > pipes.size
    slope[flat] = LEAST_SLOPE
    slope[pressure | np.array([shape is None for shape in shapes], bool)] = np.nan
    capacity = full_flow(pipes.size, slope, roughness, shapes, pipes.width)
    area, _ = section(pipes.size, shapes, pipes.width)
    velocity = capacity / 1000.0 / area
    return Capacities(capacity, flat & np.isfinite(capacity), pressure, slope, velocity, length)


def outfall_crowns(network: Network) -> np.ndarray:
    """Top (m) of the highest pipe that ends at each node, float64 (m,); NaN where no pipe with level and size does."""
    crown = np.full(len(network.nodes), -np.inf)
    pipe = np.flatnonzero(network.followed)
    top = network.level_end[pipe] + network.pipes.size[pipe]
    known = np.isfinite(top)
    np.maximum.at(crown, network.end[pipe[known]], top[known])
    return np.where(np.isfinite(crown), crown, np.nan)
