"""The storm formula of a place for all its return periods, and the return period of a depth."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from ..errors import HydrologyError
from .chicago import storm_depth
from .intensity import FORMULA_UNIT, FormulaStorm, return_period_of

PRINTED = 1e-3
"""mm: by how much depths of listed parameters miss printed ones at most, measured on the 352 of Shenzhen of 2024."""
_NEAR = 1e-3  # share of a return period within which two of them are the same place of a table
_SAMPLES = 400  # points at which a range of return periods is searched for a depth


@dataclass(frozen=True)
class GeneralFormula:
    """q = 167 A1 (1 + C lg P) / (t + b)^n, one set of parameters for all P.

    Attributes
    ----------
    a1, c, b, n : as in `formula_intensity`. low, high : the return periods (years) it is published for; where its
        source states none, 0 and infinity.
    """

    a1: float
    c: float
    b: float
    n: float
    low: float = 0.0
    high: float = math.inf

    def at(self, return_period: float) -> FormulaStorm:
        """The design storm of a return period (years). Raises HydrologyError outside the range."""
        _refuse_outside(return_period, self.low, self.high)
        return FormulaStorm(self.a1, self.c, self.b, self.n, return_period)

    def return_periods(self, depth: float, minutes: float) -> list[float]:
        """The return period (years) at which `minutes` of rain have this depth (mm), in a list of one.

        Raises HydrologyError if there is none.
        """
        _check(depth, minutes)
        found = float(return_period_of(depth, minutes, self.a1, self.c, self.b, self.n))
        if math.isfinite(found) and self.low * (1 - 1e-12) <= found <= self.high * (1 + 1e-12):
            return [min(max(found, self.low), self.high)]
        raise _none_found(self.at, depth, minutes, self.low, self.high)


@dataclass(frozen=True)
class Interval:
    """Between two return periods (years) A, b and n are p1 + p2 ln(P - p3), each with its own three numbers."""

    low: float
    high: float
    a: tuple[float, float, float]
    b: tuple[float, float, float]
    n: tuple[float, float, float]

    def at(self, return_period: float) -> FormulaStorm:
        """The design storm of a return period, q = 167 A / (t + b)^n."""
        a, b, n = (p1 + p2 * math.log(return_period - p3) for p1, p2, p3 in (self.a, self.b, self.n))
        return _by_strength(a, b, n, return_period)


@dataclass(frozen=True)
class IntervalFormula:
    """A formula with parameters of its own for some return periods, and parameters by intervals for those between.

    Attributes
    ----------
    listed : return period (years) to (A, b, n) of q = A / (t + b)^n, 167 within A. intervals : ascending, without gaps.

    The form and the order (listed ones first) are those of Shenzhen's explanation of 2024: reliability A. At the border
    of two intervals depths may jump, so several return periods can have one depth.
    """

    listed: Mapping[float, tuple[float, float, float]]
    intervals: tuple[Interval, ...]

    @property
    def low(self) -> float:
        """The least return period, years."""
        return self.intervals[0].low

    @property
    def high(self) -> float:
        """The greatest return period, years."""
        return self.intervals[-1].high

    def at(self, return_period: float) -> FormulaStorm:
        """The design storm of a return period (years). Raises HydrologyError outside the range."""
        _refuse_outside(return_period, self.low, self.high)
        if return_period in self.listed:
            a, b, n = self.listed[return_period]
            return _by_strength(a / FORMULA_UNIT, b, n, return_period)
        return next(part for part in self.intervals if return_period <= part.high).at(return_period)

    def return_periods(self, depth: float, minutes: float) -> list[float]:
        """All return periods (years) at which `minutes` of rain have this depth (mm).

        A listed one whose depth is this one as printed (to 0.001 mm) comes first, then the others ascending.
        Raises HydrologyError if there is none.
        """
        _check(depth, minutes)

        def excess(at: Callable[[float], FormulaStorm], return_period: float) -> float:
            return float(storm_depth(at(return_period), np.array([minutes]))[0]) - depth

        roots: list[float] = []
        for part in self.intervals:
            periods, depths = _sampled(part, minutes)
            roots += _roots(lambda p, part=part: excess(part.at, p), periods, [d - depth for d in depths])
        first: list[float] = []
        for listed in sorted(self.listed):
            apart = abs(excess(self.at, listed))
            if apart <= PRINTED:
                near = [root for root in roots if abs(root - listed) <= _NEAR * listed]
                first.append(listed if apart <= 1e-9 * depth or not near else near[0])
        others = [root for root in roots if all(abs(root - p) > 2 * _NEAR * p for p in first)]
        if not first and not others:
            raise _none_found(self.at, depth, minutes, self.low, self.high)
        return first + sorted(others)


def years_of(formula: GeneralFormula | IntervalFormula, depths: np.ndarray, minutes: float) -> tuple[np.ndarray, int]:
    """(years of each depth (mm), how many lie outside the range of the formula and are NaN).

    Of several return periods of one depth it is the least, the careful one.
    """
    if isinstance(formula, GeneralFormula):
        years = return_period_of(depths, minutes, formula.a1, formula.c, formula.b, formula.n)
        beyond = (years < formula.low * (1 - 1e-12)) | (years > formula.high * (1 + 1e-12))
        return np.where(beyond, np.nan, years), int(np.count_nonzero(beyond))
    years, outside = np.full(depths.size, np.nan), 0
    for k, depth in enumerate(depths):
        if not np.isfinite(depth):
            continue
        try:
            years[k] = min(formula.return_periods(float(depth), minutes))
        except HydrologyError:  # at none
            outside += 1
    return years, outside


def _by_strength(a: float, b: float, n: float, return_period: float) -> FormulaStorm:
    return FormulaStorm(a, 0.0, b, n, return_period)  # without C it is the same for all P


def _check(depth: float, minutes: float) -> None:
    if not (depth > 0 and minutes > 0):
        raise HydrologyError(f"A rain of {depth:g} mm in {minutes:g} min has no return period: both must be above 0.")


def _refuse_outside(return_period: float, low: float, high: float) -> None:
    if not low <= return_period <= high:
        raise HydrologyError(
            f"The return period must lie within the {low:g} to {high:g} years that the formula is published for: "
            f"{return_period:g}."
        )


def _none_found(
    at: Callable[[float], FormulaStorm], depth: float, minutes: float, low: float, high: float
) -> HydrologyError:
    if low <= 0 or math.isinf(high):
        return HydrologyError(f"The formula gives {depth:g} mm in {minutes:g} min at no return period.")
    least, most = (float(storm_depth(at(p), np.array([minutes]))[0]) for p in (low, high))
    return HydrologyError(
        f"The formula gives {depth:g} mm in {minutes:g} min at no return period: from {low:g} to {high:g} years it "
        f"goes from {least:.1f} to {most:.1f} mm."
    )


@functools.lru_cache(maxsize=64)
def _sampled(part: Interval, minutes: float) -> tuple[list[float], list[float]]:
    """(return periods, depths (mm) of `minutes` of rain): a fine division of an interval, the same for every depth
    that is sought."""
    at = np.geomspace(part.low, part.high, _SAMPLES)
    at[0], at[-1] = part.low, part.high
    periods = at.tolist()
    return periods, [float(storm_depth(part.at(p), np.array([minutes]))[0]) for p in periods]


def _roots(f: Callable[[float], float], at: list[float], values: list[float]) -> list[float]:
    """Where f is 0, by halving every step of a fine division `at`, with its `values`, in which it changes its sign."""
    found = []
    for k, (left, right) in enumerate(zip(values, values[1:])):
        if left == 0 or left * right < 0:
            found.append(at[k] if left == 0 else _halved(f, at[k], at[k + 1], left))
    if values[-1] == 0:
        found.append(at[-1])
    return found


def _halved(f: Callable[[float], float], left: float, right: float, at_left: float) -> float:
    for _ in range(200):
        middle = (left + right) / 2
        if middle in (left, right):
            break
        if f(middle) * at_left > 0:
            left = middle
        else:
            right = middle
    return (left + right) / 2
