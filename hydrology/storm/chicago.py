"""Design storms in time: a block of one intensity, or the Chicago pattern in steps that keep the depth exactly."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from ..errors import HydrologyError
from .hyetograph import Hyetograph

CHICAGO, BLOCK = "chicago", "block"
PEAK_RATIO = 0.4
"""Where in the storm the peak lies, as a share of its duration. Of the 0.3 to 0.4 of most Chinese cities, read in a
vendor's manual: reliability B."""
MOST_STEPS = 10_000


class Storm(Protocol):
    """A design storm: intensity (L/s per ha) at durations (min)."""

    unit: float
    """L/s per ha in 1 mm/min."""

    def __call__(self, minutes: np.ndarray) -> np.ndarray: ...


def storm_depth(storm: Storm, minutes: np.ndarray) -> np.ndarray:
    """Depth (mm) of the design storm of each duration (min): its intensity (mm/min) times the duration."""
    minutes = np.asarray(minutes, np.float64)
    depth = np.zeros(minutes.shape)
    wet = minutes > 0  # without b the formula has no intensity at 0
    depth[wet] = np.asarray(storm(minutes[wet])) / storm.unit * minutes[wet]
    return depth


def design_hyetograph(
    storm: Storm, duration: float, step: float, shape: str = CHICAGO, peak_ratio: float = PEAK_RATIO
) -> Hyetograph:
    """A design storm in steps, followed by a row of 0 mm where it ends.

    `BLOCK`: the mean intensity of the duration T throughout. `CHICAGO` (Keifer and Chu 1957): the heaviest part of any
    length has the depth S of the design storm of that length. With r, the peak's share of T, the depth up to time t is
    r [S(T) - S((rT - t) / r)] before the peak and r S(T) + (1 - r) S((t - rT) / (1 - r)) after it. Steps are
    differences of it, so that they sum to S(T) whatever r and step are.

    Parameters
    ----------
    storm : of any duration. duration, step : min; a last step may be shorter, and the row
        of 0 mm then ends it. peak_ratio : r, 0 to 1.

    Raises HydrologyError for parameters that make no storm, and for a storm of which a longer rain has less depth.
    """
    if not (duration > 0 and step > 0):
        raise HydrologyError(f"A storm of {duration:g} min in steps of {step:g} min has no step: both must be above 0.")
    if not 0 <= peak_ratio <= 1:
        raise HydrologyError(f"The peak's share of the duration must lie between 0 and 1: {peak_ratio:g}.")
    if duration / step > MOST_STEPS:
        raise HydrologyError(f"A storm of {duration:g} min has more than {MOST_STEPS:,} steps of {step:g} min.")
    edges = np.append(np.arange(0.0, duration - 1e-9 * duration, step), duration)
    if shape == BLOCK:
        fallen = storm_depth(storm, np.array([duration]))[0] * edges / duration
    else:
        total = storm_depth(storm, np.array([duration]))[0]
        before, after = edges <= peak_ratio * duration, edges >= peak_ratio * duration
        fallen = np.zeros(edges.size)
        if peak_ratio > 0:
            left = (peak_ratio * duration - edges[before]) / peak_ratio
            fallen[before] = peak_ratio * (total - storm_depth(storm, left))
        if peak_ratio < 1:
            since = (edges[after] - peak_ratio * duration) / (1 - peak_ratio)
            fallen[after] = peak_ratio * total + (1 - peak_ratio) * storm_depth(storm, since)
    rain = np.diff(fallen)
    if (rain < -1e-9).any():
        raise HydrologyError("The storm's intensities fall so steeply that a longer rain would have less depth.")
    return Hyetograph(edges, np.append(np.maximum(rain, 0.0), 0.0))
