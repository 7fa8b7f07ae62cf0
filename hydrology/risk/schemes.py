"""Risk schemes of several quantities: rules that say which class a depth, duration and velocity belong to."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import HydrologyError
from ..progress import Progress, silent
from .grading import CLASSES, COLOURS

MEASURED = ("depth", "duration", "velocity")
UNITS = {"depth": "m", "duration": "min", "velocity": "m/s", "depth_velocity": "m2/s", "hazard_rating": ""}
"""What a rule may limit, and its unit: what is measured, depth x velocity, and the hazard rating d (v + 0.5) + DF."""
_NEEDS = {"depth_velocity": ("depth", "velocity"), "hazard_rating": ("depth", "velocity")}
_DECIMALS = 6  # of derived quantities: 2 m/s x 0.3 m, as float32 0.300000012, is 0.6 m2/s
_MOST_PIECES = 2_000_000


@dataclass(frozen=True)
class Span:
    """From `low` to `high`; `with_low` and `with_high` say whether the limits themselves belong to it."""

    low: float = -math.inf
    high: float = math.inf
    with_low: bool = True
    with_high: bool = False

    def holds(self, values: np.ndarray) -> np.ndarray:
        """Bool array; NaN is in no span. Compared in the precision of the values, so 0.15 in float32 is 0.15."""
        low, high = np.asarray(self.low, values.dtype), np.asarray(self.high, values.dtype)
        above = values >= low if self.with_low else values > low
        return above & (values <= high if self.with_high else values < high)


@dataclass(frozen=True)
class Rule:
    """A class (1 to 4) and what a cell must hold for it, by quantity; `line` is where the rule stands in its file."""

    risk: int
    spans: Mapping[str, Span]
    line: int = 0


@dataclass(frozen=True)
class Debris:
    """The debris factor DF of the hazard rating: `factor` where the depth (m) or velocity (m/s) exceeds a limit,
    else 0."""

    factor: float
    depth_above: float
    velocity_above: float


@dataclass(frozen=True)
class Rules:
    """A scheme. A wet cell belongs to the highest class of the rules that it meets, a dry one to none.

    highest : whether rules may overlap; if not, they are to part the range of the quantities among them.
    unused : classes that the scheme does not have.
    """

    rules: Sequence[Rule]
    highest: bool = False
    debris: Debris | None = None
    unused: frozenset[int] = frozenset()

    @property
    def measured(self) -> tuple[str, ...]:
        """What must be measured: depth, and duration and velocity if a rule asks for them."""
        asked = {"depth"}
        for rule in self.rules:
            for name in rule.spans:
                asked.update(_NEEDS.get(name, (name,)))
        return tuple(name for name in MEASURED if name in asked)


def grade(rules: Rules, values: Mapping[str, np.ndarray], progress: Progress | None = None) -> np.ndarray:
    """Class of each cell, uint8, 0 for none.

    Parameters
    ----------
    values : the quantities `rules.measured`, all of one shape: depth (m; NaN and 0 count as dry), duration (min),
        velocity (m/s). A cell whose value is NaN meets no rule on it.
    """
    depth = values["depth"]
    classes = np.zeros(depth.shape, np.uint8)
    for first, last in silent(progress).blocks(*depth.shape):
        part = {name: values[name][first:last] for name in rules.measured}
        _derive(rules, part)
        best = classes[first:last]
        for rule in rules.rules:
            met = part["depth"] > 0
            for name, span in rule.spans.items():
                met &= span.holds(part[name])
            np.maximum(best, met * np.uint8(rule.risk), out=best)
    return classes


def _derive(rules: Rules, part: dict[str, np.ndarray]) -> None:
    asked = {name for rule in rules.rules for name in rule.spans}
    if not asked & set(_NEEDS):
        return
    depth, velocity = part["depth"].astype(np.float64), part["velocity"].astype(np.float64)
    if "depth_velocity" in asked:
        part["depth_velocity"] = np.round(depth * velocity, _DECIMALS)
    if "hazard_rating" in asked:
        carried = Span(rules.debris.depth_above, with_low=False).holds(part["depth"])
        carried |= Span(rules.debris.velocity_above, with_low=False).holds(part["velocity"])
        part["hazard_rating"] = np.round(depth * (velocity + 0.5) + carried * rules.debris.factor, _DECIMALS)


def check_rules(rules: Rules) -> None:
    """Raise HydrologyError, naming lines, if a class has no rule, or if rules that may not overlap do so, leave a gap
    or give a lower class to more of a quantity."""
    present = {rule.risk for rule in rules.rules}
    last = max((rule.line for rule in rules.rules), default=0)
    for risk, colour in zip(CLASSES, COLOURS):
        if risk in rules.unused and risk in present:
            line = next(rule.line for rule in rules.rules if rule.risk == risk)
            raise HydrologyError(f'line {line} has the class {colour}, which "unused" says the scheme does not have.')
        if risk not in present and risk not in rules.unused:
            raise HydrologyError(
                f"the class {colour} is missing: it has no rule up to the last one, in line {last}; add one, or name "
                f'the class in "unused".'
            )
    if any("hazard_rating" in rule.spans for rule in rules.rules) and rules.debris is None:
        raise HydrologyError(f'line {last}: hazard_rating needs "debris", with factor, depth_above and velocity_above.')
    if not rules.highest:
        _check_parting(rules)


def _check_parting(rules: Rules) -> None:
    names = [name for name in UNITS if any(name in rule.spans for rule in rules.rules)]
    pieces = {name: _pieces(name, [rule.spans[name] for rule in rules.rules if name in rule.spans]) for name in names}
    shape = tuple(len(pieces[name]) for name in names)
    if math.prod(shape) > _MOST_PIECES:
        raise HydrologyError("it has more limits than can be checked: use fewer rules.")
    owner = np.full(shape, -1)
    risk = np.zeros(shape, np.int64)

    def said(place: tuple[int, ...]) -> str:
        return " and ".join(f"{name} {pieces[name][i][1]}" for name, i in zip(names, place))

    for number, rule in enumerate(rules.rules):
        met = np.ones(shape, bool)
        for axis, name in enumerate(names):
            if name in rule.spans:
                inside = rule.spans[name].holds(np.array([value for value, _ in pieces[name]]))
                met &= inside.reshape([-1 if k == axis else 1 for k in range(len(names))])
        both = met & (risk > 0) & (risk != rule.risk)
        if both.any():
            place = tuple(np.argwhere(both)[0])
            other = rules.rules[owner[place]]
            raise HydrologyError(
                f"line {rule.line} overlaps line {other.line}: {said(place)} would be {_colour(rule)} and "
                f"{_colour(other)}."
            )
        owner[met], risk[met] = number, rule.risk
    most = risk
    for axis in range(len(names)):
        most = np.maximum.accumulate(most, axis)
    falls = np.argwhere(most > risk)
    if falls.size:
        place = tuple(falls[0])
        below = tuple(slice(0, i + 1) for i in place)
        before = tuple(np.argwhere(risk[below] == most[place])[-1])
        line = rules.rules[owner[before]].line
        if not risk[place]:
            raise HydrologyError(f"nothing follows line {line}: {said(place)} has no class.")
        own = rules.rules[owner[place]]
        raise HydrologyError(
            f"line {own.line} gives {_colour(own)} to {said(place)}, lower than {COLOURS[most[place] - 1]} in line "
            f"{line} for less of it."
        )


def _colour(rule: Rule) -> str:
    return COLOURS[CLASSES.index(rule.risk)]


def _pieces(name: str, spans: list[Span]) -> list[tuple[float, str]]:
    """What the limits part a quantity into, each limit a piece of its own: a value in it, and the piece in words."""
    limits = sorted({x for span in spans for x in (span.low, span.high) if math.isfinite(x) and x > 0})
    unit = f" {UNITS[name]}" if UNITS[name] else ""
    found = [] if name == "depth" else [(0.0, f"0{unit}")]
    for low, high in zip([0.0, *limits], limits):
        found += [((low + high) / 2, f"from {low:g} to {high:g}{unit}"), (high, f"{high:g}{unit}")]
    last = limits[-1] if limits else 0.0
    return [*found, (2 * last + 1, f"above {last:g}{unit}")]
