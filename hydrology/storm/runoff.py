"""From rain to the water that runs off."""

from __future__ import annotations


def runoff_depth(rain: float, coefficient: float = 1.0, loss: float = 0.0) -> float:
    """Depth of runoff (m) from a rain (mm): what exceeds the loss (mm), times the runoff coefficient."""
    return coefficient * max(rain - loss, 0.0) / 1000.0
