"""The presets of resources/presets: every value with its source and how sure it is."""

from __future__ import annotations

import functools
import json
from pathlib import Path

PRESETS = Path(__file__).resolve().parent.parent / "resources" / "presets"


@functools.cache
def schemes() -> dict[str, dict]:
    """The risk schemes by id, in the order of the file; the first is the default."""
    return json.loads((PRESETS / "schemes.json").read_text(encoding="utf-8"))


@functools.cache
def storms() -> dict[str, dict]:
    """The storm formulas of places by id: `a` is 167 A1, as places publish it."""
    return json.loads((PRESETS / "storms.json").read_text(encoding="utf-8"))


def own_scheme(breaks: list[float]) -> dict:
    """A scheme made of limits that the user gave."""
    return {
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
