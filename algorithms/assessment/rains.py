"""The rains of an assessment: as depths, or as design storms of return periods, and one beyond the standard."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.core import QgsProcessingContext

from ...gis.storm import Place
from ...hydrology.errors import HydrologyError
from ...hydrology.storm.chicago import BLOCK, CHICAGO, PEAK_RATIO
from ...hydrology.storm.formula import GeneralFormula, IntervalFormula
from ...hydrology.storm.intensity import FORMULA_UNIT
from ...hydrology.storm.scenarios import (
    DURATION,
    MOST_RAIN,
    RETURN_PERIODS,
    Rain,
    Shape,
    beyond_amount,
    beyond_period,
    design_rains,
    given_rains,
)
from ..base import RainshedAlgorithm, check_number
from ..storm.formula import PARAMETERS, add_city, add_formula, peak_ratio, read_formula

LEAST_RAIN = 1e-3  # mm; a design storm of less is a slip in its formula
RAIN = (20.0, 50.0, 100.0)  # mm, where neither rains nor a storm formula are given
_NUMBER = r"(\d+(?:\.\d+)?)"
_FACTOR = re.compile(rf"[x×*]\s*{_NUMBER}|{_NUMBER}\s*[x×]|{_NUMBER}\s*倍")
_AMOUNT = re.compile(rf"{_NUMBER}\s*(?:mm|毫米)")
_YEARS = re.compile(rf"(?:p\s*=\s*)?{_NUMBER}\s*(?:a|years?|年)?")


@dataclass
class Rains:
    """The rains, and the storm formula that they are of (None without). shape : how they fall, None without time.
    storm : what is said of them in the summary, None without time."""

    rains: list[Rain]
    formula: GeneralFormula | IntervalFormula | None = None
    shape: Shape | None = None
    storm: dict | None = None
    log: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def add_rains(algorithm: RainshedAlgorithm) -> None:
    """The parameters beyond RAIN."""
    add_city(algorithm)
    add_formula(algorithm, PARAMETERS)
    periods = ",".join(f"{period:g}" for period in RETURN_PERIODS)
    algorithm.add_text("RETURN_PERIODS", f"Return periods (years, separated by commas; empty = {periods})")
    algorithm.add_text("BEYOND", "Rain beyond the standard: a return period (200), a factor (x1.5) or a depth (150mm)")
    label = "Duration of the rains (min; needed to follow them in time without a storm formula)"
    algorithm.add_number("DURATION", label, None, 1.0, 10_080.0, optional=True)
    algorithm.add_number("STEP", "Step of the design storms (min)", 5.0, 0.05, advanced=True)
    label = f"Where the peak lies, as a share of the duration (empty = the city's, else {PEAK_RATIO:g})"
    algorithm.add_number("PEAK_RATIO", label, None, 0.0, 1.0, optional=True, advanced=True)
    algorithm.add_choice("SHAPE", "Shape of the design storms", [CHICAGO, BLOCK], advanced=True)


def read_rains(algorithm: RainshedAlgorithm, parameters: dict, context: QgsProcessingContext) -> Rains:
    """The rains that the parameters ask for. Raises HydrologyError where they do not go together."""
    given = {name for name, value in parameters.items() if value not in (None, "")}
    formula, place = None, None
    if given & {"CITY", *PARAMETERS}:
        place, formula = read_formula(algorithm, parameters, context, PARAMETERS)
    amounts = _numbers("RAIN", algorithm.parameterAsString(parameters, "RAIN", context), 0.0, MOST_RAIN)
    periods = _numbers("RETURN_PERIODS", algorithm.parameterAsString(parameters, "RETURN_PERIODS", context), 1e-3)
    if periods and formula is None:
        raise HydrologyError("RETURN_PERIODS need a storm formula: give CITY, or A1, C, B and N.")
    if periods and amounts:
        raise HydrologyError("RAIN and RETURN_PERIODS are two lists of rains: give one.")
    shape, why = None, ("", "")
    if formula is not None or "DURATION" in given:
        own = algorithm.parameterAsDouble(parameters, "PEAK_RATIO", context) if "PEAK_RATIO" in given else None
        ratio, *why = peak_ratio(own, place)
        minutes = algorithm.parameterAsDouble(parameters, "DURATION", context) if "DURATION" in given else DURATION
        kind = BLOCK if formula is None else algorithm.parameterAsEnumString(parameters, "SHAPE", context)
        shape = Shape(minutes, algorithm.parameterAsDouble(parameters, "STEP", context), kind, ratio)
    found = Rains([], formula, shape)
    if formula is not None and not amounts:
        try:
            found.rains = design_rains(formula, periods or RETURN_PERIODS, shape)
        except HydrologyError as error:
            raise HydrologyError(f"RETURN_PERIODS: {error}") from None
        _check_formula(found.rains)
    else:
        found.rains, found.warnings = given_rains(amounts or RAIN, formula, shape)
    text = algorithm.parameterAsString(parameters, "BEYOND", context).strip()
    if text:
        found.rains.append(_beyond(text, found))
    stems = [rain.stem for rain in found.rains]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if twice:
        name = "RETURN_PERIODS" if formula is not None and not amounts else "RAIN"
        raise HydrologyError(f"{name}: {twice.removeprefix('P')} is named twice.")
    if shape is not None:
        found.storm = _said(place, found, why)
        if place is not None:
            log, warnings = place.told(shape.duration)
            found.log += log
            found.warnings += warnings
    return found


def _check_formula(rains: Sequence[Rain]) -> None:
    """Refuse a storm formula with a slip in its parameters."""
    for rain in rains:
        if not LEAST_RAIN <= rain.amount <= MOST_RAIN:
            raise HydrologyError(
                f"The storm formula gives {rain.amount:.6g} mm at {rain.names[0]}: that is no design storm; "
                "check A1, C, B and N."
            )


def _numbers(name: str, text: str, low: float, high: float = 1e300) -> list[float]:
    """The numbers of a list separated by commas, from `low` to `high`."""
    parts = [part.strip() for part in re.sub("[，、;；]", ",", text).split(",")]
    found = [check_number(name, part, low, high) for part in parts if part]
    if text.strip() and not found:
        raise HydrologyError(f"{name} holds no number: separate numbers by commas, for instance 20,50,100.")
    return found


def _beyond(text: str, found: Rains) -> Rain:
    greatest = max(rain.amount for rain in found.rains)
    plain = text.lower()
    if match := _FACTOR.fullmatch(plain):
        factor = check_number("BEYOND", next(filter(None, match.groups())), 0.0, math.inf)
        if factor <= 1:
            raise HydrologyError(f"BEYOND: a factor must be above 1, not {text}.")
        amount = factor * greatest
        return _beyond_amount(round(amount, 1) if amount >= 10 else float(f"{amount:.3g}"), found)
    if match := _AMOUNT.fullmatch(plain):
        return _beyond_amount(check_number("BEYOND", match[1], 0.0, math.inf), found)
    match = _YEARS.fullmatch(plain)
    if match is None:
        raise HydrologyError(
            f'BEYOND must be a return period in years (200), a factor (x1.5) or a depth (150mm), not "{text}".'
        )
    if found.formula is None:
        raise HydrologyError(
            f"BEYOND: a return period ({text}) needs a storm formula: give CITY, or A1, C, B and N, or a factor (x1.5) "
            "or a depth (150mm)."
        )
    years = check_number("BEYOND", match[1], 0.0, math.inf)
    try:
        rain = beyond_period(found.formula, years, found.shape)
    except HydrologyError as error:
        raise HydrologyError(f"BEYOND: {error} A factor (x1.5) or a depth (150mm) goes further.") from None
    if rain.amount <= greatest:
        raise HydrologyError(
            f"BEYOND: {text} years give {rain.amount:.1f} mm, no more than the greatest of the other rains, "
            f"{greatest:.1f} mm."
        )
    return rain


def _beyond_amount(amount: float, found: Rains) -> Rain:
    if amount > MOST_RAIN:
        raise HydrologyError(f"BEYOND: {amount:.6g} mm is more than {MOST_RAIN:,.0f} mm, which no rain comes near.")
    return beyond_amount(found.rains, amount, found.formula, found.shape)


def _said(place: Place | None, found: Rains, why: Sequence[str]) -> dict:
    """What the summary says of the storm; `why`: where its peak's place is from, in both languages."""
    shape, formula = found.shape, found.formula
    said: dict = {"duration_min": shape.duration, "shape": shape.kind}
    if formula is None:
        return {"name": "Even rain of the depths given", "name_zh": "按给定雨量均匀降雨", **said}
    if isinstance(formula, GeneralFormula):
        words = words_zh = (
            f"q = {FORMULA_UNIT * formula.a1:.6g} (1 + {formula.c:g} lg P) / (t + {formula.b:g})^{formula.n:g}"
        )
    else:
        words = "q = A / (t + b)^n, with A, b and n by return period P"
        words_zh = "q = A / (t + b)^n，A、b、n 随重现期 P 取值"
    said |= {"formula": words, "formula_zh": words_zh, "step_min": shape.step}
    if shape.kind == CHICAGO:
        said |= {"peak_ratio": shape.peak_ratio} | dict(zip(("peak_source", "peak_source_zh"), why))
    if place is None:
        names = {"name": "Storm formula of the user", "name_zh": "用户给定的暴雨强度公式"}
        source = {"source": "Given by the user.", "source_zh": "由用户给定。"}
        sure = {"reliability": "As sure as its user.", "reliability_zh": "可靠性由用户负责。"}
        note = {"note": ""}
    else:
        names = {"name": place.name, "name_zh": place.name_zh}
        source = {"source": place.source, "source_zh": place.source_zh}
        sure = {"reliability": place.reliability, "reliability_zh": place.reliability_zh}
        note = {"note": place.note, "note_zh": place.note_zh}
    return names | said | source | sure | note


def told(rains: Sequence[Rain]) -> str:
    """The rains in one line."""
    return "Rains: " + "; ".join(
        f"{rain.names[0]} {rain.amount:.1f} mm" if "mm" not in rain.names[0] else rain.names[0] for rain in rains
    )
