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


ABSTRACTION_RATIO = 0.2
"""Initial abstraction as a share of the retention S, for which the published curve numbers were made: reliability B."""
NORMAL, DRY, WET = "normal", "dry", "wet"
MOISTURES = (NORMAL, DRY, WET)


def moist_curve_number(curve_number: np.ndarray, moisture: str = NORMAL) -> np.ndarray:
    """Curve numbers of average antecedent moisture, turned into those of dry or wet ground.

    Dry 4.2 CN / (10 - 0.058 CN), wet 23 CN / (10 + 0.13 CN), which Chow, Maidment and Mays 1988 are cited for
    (second-hand, reliability B). They meet the table of the SCS, as Beven's primer prints it, to 1.6.

    Parameters
    ----------
    curve_number : of any shape, above 0 and up to 100. moisture : one of `MOISTURES`.
    """
    curve_number = np.asarray(curve_number, np.float64)
    if moisture == DRY:
        return 4.2 * curve_number / (10.0 - 0.058 * curve_number)
    if moisture == WET:
        return 23.0 * curve_number / (10.0 + 0.13 * curve_number)
    return curve_number


def curve_number_runoff(rain: float, curve_number: np.ndarray, ratio: float = ABSTRACTION_RATIO) -> np.ndarray:
    """Depth of runoff (mm) from a rain (mm) by the SCS curve number method.

    Q = (P - Ia)^2 / (P - Ia + S) where P exceeds Ia = ratio x S, else 0; S = 25400 / CN - 254 mm. The equations were
    read in chapter 2 of TR-55 (inches; reliability A).

    Parameters
    ----------
    rain : P, mm, 0 or more. curve_number : CN of any shape, above 0 and up to 100. ratio : 0 to 1.
    """
    retention = 25400.0 / np.asarray(curve_number, np.float64) - 254.0
    beyond = np.maximum(rain - ratio * retention, 0.0)
    # Where nothing exceeds the abstraction the sum below may be 0 / 0: no rain on ground that retains nothing.
    return beyond**2 / np.where(beyond > 0, beyond + retention, 1.0)


def rational_flow(rain_rate: float, area: float, coefficient: float = 1.0) -> float:
    """Flow (L/s) of a steady rain (mm/h) from an area (m2): the rational method, 1 mm on 1 m2 being 1 L."""
    return coefficient * rain_rate * area / 3600.0
