"""From rain to the water that runs off."""

from __future__ import annotations

import numpy as np


def runoff_depth(rain: float, coefficient: float = 1.0, loss: float = 0.0) -> float:
    """Depth of runoff (m) from a rain (mm): what exceeds the loss (mm), times the runoff coefficient."""
    return coefficient * max(rain - loss, 0.0) / 1000.0


def rain_for_runoff(runoff: np.ndarray, coefficient: float = 1.0, loss: float = 0.0) -> np.ndarray:
    """Rain (mm) that gives each depth of runoff (m), the inverse of `runoff_depth`; infinite where none does."""
    if coefficient <= 0:
        return np.full(runoff.shape, np.inf)
    return loss + runoff * (1000.0 / coefficient)


def rational_flow(rain_rate: float, area: float, coefficient: float = 1.0) -> float:
    """Flow (L/s) of a steady rain (mm/h) from an area (m2): the rational method, 1 mm on 1 m2 being 1 L."""
    return coefficient * rain_rate * area / 3600.0
