"""Design storms as intensity over duration: the Chinese formula, a constant, or a table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ..errors import HydrologyError

MM_H = 10_000 / 3600
"""L/s per ha in 1 mm/h: 1 mm on 1 ha is 10 m3."""
FORMULA_UNIT = 167.0
"""L/s per ha in 1 mm/min as storm formulas count it. Exact is 166.67; the explanation of Shenzhen's formulas (2024) has
depths worked with 167, as its tables are: reliability A."""


def formula_intensity(minutes: np.ndarray, a1: float, c: float, b: float, n: float, return_period: float) -> np.ndarray:
    """Intensity of a design storm by the Chinese formula, L/s per ha: q = 167 A1 (1 + C lg P) / (t + b)^n.

    The form and its units were read in several places (reliability B); for 167 see `FORMULA_UNIT`.

    Parameters
    ----------
    minutes : duration t, min, 0 or more. a1, c, b, n : of the place; b in min. Where a place publishes A = 167 A1, a1
        is A / 167. return_period : P, years.

    Raises HydrologyError for parameters that give no intensity.
    """
    minutes = np.asarray(minutes, np.float64)
    if return_period <= 0:
        raise HydrologyError(f"The return period must be above 0 years: {return_period:g}.")
    strength = FORMULA_UNIT * a1 * (1.0 + c * np.log10(return_period))
    if not strength > 0:
        raise HydrologyError(f"A1 {a1:g} and C {c:g} give no rain at a return period of {return_period:g} years.")
    if not (minutes + b > 0).all():
        raise HydrologyError(f"The duration and b ({b:g} min) must come to more than 0 min.")
    with np.errstate(over="ignore"):
        found = strength / (minutes + b) ** n
    if not (found > 0).all():
        raise HydrologyError(f"With N {n:g} and b {b:g} min there is no rain left in {minutes.max():g} min.")
    return found


def return_period_of(depth_mm: np.ndarray, duration: float, a1: float, c: float, b: float, n: float) -> np.ndarray:
    """Return period (years) at which `formula_intensity` gives a depth of rain in a duration, its inverse.

    With q = depth / duration the intensity, P = 10^((q (t + b)^n / (167 A1) - 1) / C). The formula is made for return
    periods of about 1 to 100 years; what lies beyond is carried on, to infinity where no number holds it.

    Parameters
    ----------
    depth_mm : mm, NaN gives NaN. duration : t, min. a1, c, b, n : as of `formula_intensity`.

    Raises HydrologyError for parameters of which the rain does not grow with the return period, or without a duration.
    """
    depth_mm = np.asarray(depth_mm, np.float64)
    if not duration > 0:
        raise HydrologyError(f"A rain needs a duration above 0 min to have a return period: {duration:g}.")
    if not (a1 > 0 and c > 0):
        raise HydrologyError(f"With A1 {a1:g} and C {c:g} the rain does not grow with the return period.")
    intensity = depth_mm / duration * FORMULA_UNIT
    log = (intensity / formula_intensity(duration, a1, c, b, n, 1.0) - 1.0) / c
    return np.where(log > 300, np.inf, 10.0 ** np.minimum(log, 300))


@dataclass(frozen=True)
class IntensityTable:
    """Intensity by duration, between the rows by a straight line; before the first and after the last row theirs.

    minutes : float64 (k,), min, ascending, 0 or more. intensity : float64 (k,), L/s per ha, 0 or more.

    Raises HydrologyError for a table that is none of this, naming the row.
    """

    minutes: np.ndarray
    intensity: np.ndarray
    unit: ClassVar[float] = 60.0 * MM_H
    """L/s per ha in 1 mm/min."""

    def __post_init__(self) -> None:
        minutes = np.array(self.minutes, np.float64).reshape(-1)
        intensity = np.array(self.intensity, np.float64).reshape(-1)
        object.__setattr__(self, "minutes", minutes)
        object.__setattr__(self, "intensity", intensity)
        if not minutes.size:
            raise HydrologyError("The table of intensities has no row.")
        for what, wrong, values in (
            ("a duration that is not 0 or more", ~(minutes >= 0), minutes),
            ("a duration that is not after the one before it", np.r_[False, np.diff(minutes) <= 0], minutes),
            ("an intensity that is not 0 or more", ~(intensity >= 0), intensity),
        ):
            if wrong.any():
                row = int(np.flatnonzero(wrong)[0])
                raise HydrologyError(f"The table of intensities has {what} in row {row + 1}: {values[row]:g}.")

    def __call__(self, minutes: np.ndarray) -> np.ndarray:
        """L/s per ha at durations in min."""
        return np.interp(np.asarray(minutes, np.float64), self.minutes, self.intensity)


@dataclass(frozen=True)
class FormulaStorm:
    """`formula_intensity` with its parameters."""

    a1: float
    c: float
    b: float
    n: float
    return_period: float
    unit: ClassVar[float] = FORMULA_UNIT
    """L/s per ha in 1 mm/min."""

    @property
    def strength(self) -> float:
        """A of q = A / (t + b)^n, L/s per ha."""
        return self.unit * self.a1 * (1.0 + self.c * math.log10(self.return_period))

    def __call__(self, minutes: np.ndarray) -> np.ndarray:
        """L/s per ha at durations in min."""
        return formula_intensity(minutes, self.a1, self.c, self.b, self.n, self.return_period)
