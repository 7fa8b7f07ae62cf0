"""The risk schemes of resources/presets and those of the user's own files: every value with its source and how sure
it is."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..hydrology.errors import HydrologyError
from ..hydrology.progress import Progress
from ..hydrology.risk.grading import CLASSES, COLOURS, check_breaks, grade_depth
from ..hydrology.risk.schemes import UNITS, Debris, Rule, Rules, Span, check_rules, grade

PRESETS = Path(__file__).resolve().parent.parent / "resources" / "presets"
_FILE = PRESETS / "schemes.json"
_FIRST = "road_depth"
LINE, _BREAKS = "\0line", "\0breaks"  # no keys of JSON: the lines of an object and of its "breaks"
_LIMITS = ("from", "above", "below", "to")
_TEXTS = ("name_zh", "source_zh", "sure_zh", "limits", "limits_zh")


@dataclass(frozen=True)
class RiskScheme:
    """A scheme: what is `said` of it, as in its file, and its `rules`; None where four depths part the classes."""

    said: dict
    rules: Rules | None = None

    @property
    def measured(self) -> tuple[str, ...]:
        return ("depth",) if self.rules is None else self.rules.measured

    def grade(self, values: Mapping[str, np.ndarray], progress: Progress | None = None) -> np.ndarray:
        """The class of each cell, uint8; `values` are the quantities `measured`."""
        if self.rules is None:
            return grade_depth(values["depth"], self.said["breaks"])
        return grade(self.rules, values, progress)


@functools.cache
def schemes() -> dict[str, dict]:
    """What is said of the risk schemes by id, in the order of the file; the first is the default."""
    return {name: without_lines(raw) for name, raw in _presets().items()}


@functools.cache
def storms() -> dict[str, dict]:
    """The storm formulas of places by id: `a` is 167 A1, as places publish it."""
    return json.loads((PRESETS / "storms.json").read_text(encoding="utf-8"))


@functools.cache
def landcover() -> dict[str, dict]:
    """The tables of runoff coefficients and of curve numbers by land cover."""
    return json.loads((PRESETS / "landcover.json").read_text(encoding="utf-8"))


def scheme_ids(*known: str) -> list[str]:
    """The ids of the presets that need no quantity but those `known`, of all without any.

    Of a file that cannot be read the first, whose use then tells what is wrong with it.
    """
    try:
        return [name for name in schemes() if not known or set(preset(name).measured) <= set(known)]
    except HydrologyError:
        return [_FIRST]


def preset(name: str) -> RiskScheme:
    """The preset of this id."""
    return parse_scheme(_presets()[name], f"{_FILE.name}: {name}")


def read_scheme(path: str) -> RiskScheme:
    """The scheme of the user's own file. HydrologyError names the line at fault."""
    where = f"SCHEME_FILE {Path(path).name}"
    raw = load_with_lines(Path(path), where)
    if "rules" not in raw and "breaks" not in raw:
        raise HydrologyError(f'{where} holds no scheme: it needs "rules", or "breaks", at its outermost level.')
    return parse_scheme(raw, where)


def own_scheme(breaks: list[float]) -> RiskScheme:
    """A scheme made of depths that the user gave."""
    return RiskScheme(
        {
            "name": "User's limits",
            "name_zh": "用户自定界限",
            "quantity": "depth",
            "unit": "m",
            "breaks": breaks,
            "source": "Given by the user.",
            "source_zh": "由用户给定。",
            "sure": "As sure as its user.",
            "sure_zh": "可靠性由用户负责。",
            "standard": False,
        }
    )


def parse_scheme(raw: dict, where: str) -> RiskScheme:
    """A scheme as `load_with_lines` reads it. HydrologyError names `where` and the line."""
    check_said(raw, "scheme", where)
    if ("breaks" in raw) == ("rules" in raw):
        raise fault(where, raw, 'a scheme has either "breaks" or "rules".')
    said = without_lines(raw)
    if "breaks" in raw:
        return _parse_breaks(raw, said, where)
    _check_units(raw.get("units", {}), raw, where)
    if raw.get("combine", "one") not in ("one", "highest"):
        raise fault(where, raw, f'"combine" is "one" or "highest", not {raw["combine"]!r}.')
    if not isinstance(raw["rules"], list) or not raw["rules"]:
        raise fault(where, raw, '"rules" is a list of rules, each with its class.')
    unused = raw.get("unused", [])
    if not isinstance(unused, list) or not all(colour in COLOURS for colour in unused):
        raise fault(where, raw, f'"unused" is a list of {", ".join(COLOURS)}.')
    rules = Rules(
        tuple(_parse_rule(rule, raw, where) for rule in raw["rules"]),
        raw.get("combine", "one") == "highest",
        _parse_debris(raw["debris"], raw, where) if "debris" in raw else None,
        frozenset(CLASSES[COLOURS.index(colour)] for colour in unused),
    )
    return _checked(said, rules, where)


def _parse_breaks(raw: dict, said: dict, where: str) -> RiskScheme:
    quantity, breaks = raw.get("quantity", "depth"), raw["breaks"]
    if not isinstance(quantity, str) or quantity not in UNITS or quantity == "hazard_rating":
        known = ", ".join(name for name in UNITS if name != "hazard_rating")
        raise fault(where, raw, f'"quantity" is one of {known}, not {quantity!r}.')
    _check_units({quantity: raw.get("unit", UNITS[quantity])}, raw, where)
    if not isinstance(breaks, list) or not all(_is_number(value) for value in breaks):
        raise fault(where, {LINE: raw[_BREAKS]}, '"breaks" is a list of four numbers.')
    try:
        check_breaks(breaks)
    except HydrologyError as error:
        raise fault(where, {LINE: raw[_BREAKS]}, f"the classes overlap or are missing: {error}") from None
    if quantity == "depth":
        return RiskScheme(said)
    spans = [Span(low, high) for low, high in zip(breaks, [*breaks[1:], math.inf])]
    rules = Rules(tuple(Rule(risk, {quantity: span}, raw[LINE]) for risk, span in zip(CLASSES, spans)))
    return _checked(said, rules, where)


def _checked(said: dict, rules: Rules, where: str) -> RiskScheme:
    try:
        check_rules(rules)
    except HydrologyError as error:
        raise HydrologyError(f"{where}: {error}") from None
    return RiskScheme(said, rules)


def _parse_rule(rule: object, raw: dict, where: str) -> Rule:
    if not isinstance(rule, dict):
        raise fault(where, raw, f'"rules" holds {rule!r}, which is no rule: write {{"class": "blue", ...}}.')
    if rule.get("class") not in COLOURS:
        raise fault(where, rule, f'"class" is one of {", ".join(COLOURS)}, not {rule.get("class")!r}.')
    spans = {}
    for name, limits in rule.items():
        if name in ("class", LINE):
            continue
        if name not in UNITS:
            raise fault(where, rule, f'"{name}" is no quantity: the known ones are {", ".join(UNITS)}.')
        spans[name] = _parse_span(name, limits, rule, where)
    if not spans:
        raise fault(where, rule, f"the rule of {rule['class']} limits no quantity.")
    return Rule(CLASSES[COLOURS.index(rule["class"])], spans, rule[LINE])


def _parse_span(name: str, limits: object, rule: dict, where: str) -> Span:
    given = {key: value for key, value in limits.items() if key != LINE} if isinstance(limits, dict) else {}
    low, high = [key for key in ("from", "above") if key in given], [key for key in ("below", "to") if key in given]
    if not given or not set(given) <= set(_LIMITS) or len(low) > 1 or len(high) > 1:
        raise fault(
            where, rule, f'"{name}" is limited by "from" or "above", and "below" or "to", as in {{"from": 0.15}}.'
        )
    if not all(_is_number(value) and value >= 0 for value in given.values()):
        raise fault(where, rule, f'the limits of "{name}" are numbers of 0 or more.')
    span = Span(
        float(given[low[0]]) if low else -math.inf, float(given[high[0]]) if high else math.inf,
        "above" not in given, "to" in given,
    )  # fmt: skip
    if not span.holds(np.array([span.low, span.high, (max(span.low, 0) + min(span.high, 1e300)) / 2])).any():
        raise fault(where, rule, f'no "{name}" lies between the limits {span.low:g} and {span.high:g}.')
    return span


def _parse_debris(debris: object, raw: dict, where: str) -> Debris:
    keys = ("factor", "depth_above", "velocity_above")
    if not isinstance(debris, dict) or not all(_is_number(debris.get(key)) and debris[key] >= 0 for key in keys):
        raise fault(where, raw, f'"debris" holds the numbers {", ".join(keys)}.')
    return Debris(*(float(debris[key]) for key in keys))


def _check_units(units: object, raw: dict, where: str) -> None:
    if not isinstance(units, dict):
        raise fault(where, raw, '"units" names the unit of each quantity.')
    for name, unit in units.items():
        if name != LINE and (name not in UNITS or unit != UNITS[name]):
            wanted = ", ".join(f"{known} in {of}" for known, of in UNITS.items() if of)
            raise fault(where, raw, f'the unit {unit!r} of "{name}" is not one that is taken: {wanted}.')


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def check_said(raw: dict, kind: str, where: str) -> None:
    """Refuse a scheme or a matrix that does not say what it is and where it is from, in words."""
    for key in ("name", "source", "sure"):
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            raise fault(where, raw, f'"{key}" is missing: a {kind} says its name, its source and how sure it is.')
    check_texts(raw, where)


def check_texts(part: dict, where: str) -> None:
    """Refuse what is shown to people and is no text."""
    for key in _TEXTS:
        if not isinstance(part.get(key, ""), str):
            raise fault(where, part, f'"{key}" is a text, not {part[key]!r}.')


def fault(where: str, part: dict, text: str) -> HydrologyError:
    """An error that names the line of a part as `load_with_lines` reads it."""
    return HydrologyError(f"{where}, line {part[LINE]}: {text}")


@functools.cache
def _presets() -> dict[str, dict]:
    found = load_with_lines(_FILE, _FILE.name)
    return {name: raw for name, raw in found.items() if name != LINE}


class _Decoder(json.JSONDecoder):
    """Keeps with every object the line that it begins in; takes finite numbers alone."""

    def __init__(self) -> None:
        super().__init__(parse_float=_finite, parse_int=_finite, parse_constant=_finite)
        self.parse_object = self._object
        self.scan_once = json.scanner.py_make_scanner(self)

    @staticmethod
    def _object(text_and_start, *arguments):
        text, start = text_and_start
        values, end = json.decoder.JSONObject(text_and_start, *arguments)
        values[LINE] = text.count("\n", 0, start) + 1
        if "breaks" in values:
            values[_BREAKS] = text.count("\n", 0, text.rfind('"breaks"', start, end)) + 1
        return values, end


def _finite(text: str) -> int | float:
    number = float(text)
    if not math.isfinite(number):  # NaN and Infinity, which are no JSON, and what no float can hold
        raise _NotFinite(text)
    return int(text) if text.lstrip("-").isdigit() else number


class _NotFinite(ValueError):
    """A number that cannot be reckoned with."""


def load_with_lines(path: Path, where: str) -> dict:
    """The object of a JSON file; each object in it holds its line under LINE. HydrologyError names `where`."""
    try:
        raw = _Decoder().decode(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise HydrologyError(f"{where} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise HydrologyError(f"{where} is not text in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise HydrologyError(f"{where}, line {error.lineno}: no JSON: {error.msg}.") from None
    except _NotFinite as error:
        raise HydrologyError(f"{where} holds {str(error):.20}, which is no finite number.") from None
    except RecursionError:
        raise HydrologyError(f"{where} is nested too deep.") from None
    if not isinstance(raw, dict):
        raise HydrologyError(f"{where}, line 1: an object is wanted, in {{ }}.")
    return raw


def without_lines(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_lines(part) for key, part in value.items() if key not in (LINE, _BREAKS)}
    return [without_lines(part) for part in value] if isinstance(value, list) else value
