"""A rain in time, as a table of steps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import HydrologyError


@dataclass(frozen=True)
class Hyetograph:
    """Rain in steps: `rain_mm[i]` falls evenly from `start_min[i]` until the next start.

    The last step lasts as long as the one before it; a last row of 0 mm marks where the rain ends.

    Attributes
    ----------
    start_min : float64 (n,), n >= 2, minutes, ascending, not negative.
    rain_mm : float64 (n,), mm in the step, not negative.

    Raises HydrologyError for a table that is none of this, naming the row.
    """

    start_min: np.ndarray
    rain_mm: np.ndarray

    def __post_init__(self) -> None:
        start = np.array(self.start_min, np.float64).reshape(-1)
        rain = np.array(self.rain_mm, np.float64).reshape(-1)
        object.__setattr__(self, "start_min", start)
        object.__setattr__(self, "rain_mm", rain)
        if start.size != rain.size:
            raise HydrologyError(f"The hyetograph has {start.size} times, but {rain.size} values of rain.")
        if start.size < 2:
            raise HydrologyError(
                "The hyetograph needs two rows or more: how long a single step lasts is not known. "
                "Add a row of 0 mm where the rain ends."
            )
        _refuse("a time that is not a number", ~np.isfinite(start), start)
        _refuse("rain that is not a number", ~np.isfinite(rain), rain)
        _refuse("a negative time", start < 0, start)
        _refuse("negative rain", rain < 0, rain)
        _refuse("a time that is not after the one before it", np.r_[False, np.diff(start) <= 0], start)

    @property
    def edges_s(self) -> np.ndarray:
        """float64 (n + 1,): where the steps begin and the last one ends, seconds."""
        last = 2 * self.start_min[-1] - self.start_min[-2]
        return np.append(self.start_min, last) * 60.0

    @property
    def rates(self) -> np.ndarray:
        """float64 (n,): rain of each step, m/s."""
        return self.rain_mm / 1000.0 / np.diff(self.edges_s)

    @property
    def end_s(self) -> float:
        """When the rain ends: the end of the last step with rain, seconds; 0 without any."""
        wet = np.flatnonzero(self.rain_mm > 0)
        return float(self.edges_s[wet[-1] + 1]) if wet.size else 0.0

    @property
    def total_mm(self) -> float:
        """All rain, mm."""
        return float(self.rain_mm.sum())

    def after_loss(self, loss_mm: float) -> Hyetograph:
        """The rain without the first `loss_mm` of it; what is left of a step falls evenly over that step."""
        fallen = np.maximum(np.cumsum(self.rain_mm) - loss_mm, 0.0)
        return Hyetograph(self.start_min, np.diff(fallen, prepend=0.0))


def _refuse(what: str, wrong: np.ndarray, values: np.ndarray) -> None:
    rows = np.flatnonzero(wrong)
    if rows.size:
        raise HydrologyError(f"The hyetograph has {what} in row {rows[0] + 1}: {values[rows[0]]:g}.")
