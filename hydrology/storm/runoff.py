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
