"""The rains of an assessment: given depths or design storms of return periods, and one beyond the standard (超标准)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import HydrologyError
from .chicago import CHICAGO, PEAK_RATIO, design_hyetograph
from .formula import GeneralFormula, IntervalFormula
from .hyetograph import Hyetograph

RETURN_PERIODS = (2.0, 5.0, 20.0, 50.0, 100.0)
"""Years; own choice: of the return periods that Chinese practice designs pipes and flood defences for."""
DURATION = 120.0
"""min; own choice: the duration that storm formulas of Chinese cities are most often read for."""
MOST_RAIN = 1e5
"""mm; own choice, far above any rain: what is more is a slip of the pen."""
GIVEN, RETURN_PERIOD, BEYOND = "given", "return_period", "beyond"

Formula = GeneralFormula | IntervalFormula


@dataclass(frozen=True)
class Shape:
    """How a rain falls: over `duration` min in steps of `step` min, as `kind`, with its peak at `peak_ratio`."""

    duration: float
    step: float = 5.0
    kind: str = CHICAGO
    peak_ratio: float = PEAK_RATIO


@dataclass(frozen=True)
class Rain:
    """One rain.

    amount : mm. kind : GIVEN, RETURN_PERIOD or BEYOND (the standard). return_period : years, None where it is not
    known. hyetograph : how it falls, None where only its depth counts. by_period : whether it is named by its return
    period.
    """

    amount: float
    kind: str = GIVEN
    return_period: float | None = None
    hyetograph: Hyetograph | None = None
    by_period: bool = False

    @property
    def names(self) -> tuple[str, str]:
        """Its name in English and in Chinese."""
        name = f"P = {self.return_period:g} a" if self.by_period else f"{self.amount:.6g} mm"
        return (f"{name}, beyond", f"{name}（超标准）") if self.kind == BEYOND else (name, name)

    @property
    def stem(self) -> str:
        """The part of a file's name that stands for it: P20a, 50mm, beyond_P200a."""
        plain = f"P{self.return_period:g}a" if self.by_period else f"{self.amount:.6g}mm"
        return f"beyond_{plain}" if self.kind == BEYOND else plain


def design_rains(formula: Formula, periods: Sequence[float], shape: Shape) -> list[Rain]:
    """The design storm of each return period (years). Raises HydrologyError outside the formula's range."""
    return [_design_rain(formula, period, shape) for period in periods]


def given_rains(amounts: Sequence[float], formula: Formula | None, shape: Shape | None) -> tuple[list[Rain], list[str]]:
    """(rains, warnings): rains of given depths (mm).

    With a `shape` they fall in time: as the design storm of the formula that has this depth, without a formula as a
    block. Their return period is that of the formula.
    """
    if shape is None:
        return [Rain(amount) for amount in amounts], []
    rains, without = [], []
    for amount in amounts:
        period = None if formula is None else _period_of(formula, amount, shape.duration)
        if period is not None:
            rains.append(_scaled(_design_rain(formula, period, shape), amount, GIVEN, period))
            continue
        if formula is not None:
            without.append(f"{amount:g}")
        even = Hyetograph(np.array([0.0, shape.duration]), np.array([amount, 0.0]))
        rains.append(Rain(amount, GIVEN, None, even))
    warnings = []
    if without:
        warnings.append(
            f"RAIN: the storm formula gives {', '.join(without)} mm in {shape.duration:g} min at no return period: "
            "taken as even rain, and left out of the map of likelihood and severity."
        )
    return rains, warnings


def beyond_period(formula: Formula, period: float, shape: Shape) -> Rain:
    """The design storm of a return period (years) beyond the standard."""
    found = _design_rain(formula, period, shape)
    return Rain(found.amount, BEYOND, period, found.hyetograph, True)


def beyond_amount(rains: Sequence[Rain], amount: float, formula: Formula | None, shape: Shape | None) -> Rain:
    """A rain of `amount` mm beyond the standard, which falls as the greatest of `rains` does."""
    greatest = max(rains, key=lambda rain: rain.amount)
    if not amount > greatest.amount:
        raise HydrologyError(
            f"BEYOND: {amount:g} mm is no more than the greatest of the other rains, {greatest.amount:.6g} mm."
        )
    period = None if formula is None or shape is None else _period_of(formula, amount, shape.duration)
    return _scaled(greatest, amount, BEYOND, period)


def _design_rain(formula: Formula, period: float, shape: Shape) -> Rain:
    storm = formula.at(period)
    rain = design_hyetograph(storm, shape.duration, shape.step, shape.kind, shape.peak_ratio)
    return Rain(rain.total_mm, RETURN_PERIOD, period, rain, True)


def _scaled(rain: Rain, amount: float, kind: str, period: float | None) -> Rain:
    falls = rain.hyetograph
    if falls is not None:
        # of no rain at all there is no pattern: it then falls evenly
        share = falls.rain_mm / rain.amount if rain.amount > 0 else np.diff(falls.edges_s) / falls.edges_s[-1]
        falls = Hyetograph(falls.start_min, share * amount)
    return Rain(amount, kind, period, falls)


def _period_of(formula: Formula, amount: float, minutes: float) -> float | None:
    try:
        return formula.return_periods(float(amount), minutes)[0]
    except HydrologyError:
        return None
