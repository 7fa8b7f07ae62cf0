"""The matrix of likelihood by severity: that of resources/presets, or the user's own file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..hydrology.risk.grading import COLOURS
from ..hydrology.risk.likelihood import RiskMatrix
from .presets import PRESETS, check_said, check_texts, fault, load_with_lines, without_lines

_FILE = PRESETS / "matrices.json"
_DEFAULT = "likelihood_severity"
_CLASSES = {"none": 0} | {colour: k for k, colour in enumerate(COLOURS, 1)}


@dataclass(frozen=True)
class Matrix:
    """A matrix: what is `said` of it, as in its file, and its `table`."""

    said: dict
    table: RiskMatrix

    def row_names(self, return_period: float) -> tuple[str, str]:
        """The name of the likelihood of a return period (years), in English and in Chinese."""
        row = self.said["likelihood"][self.table.row(return_period)]
        return row["name"], row.get("name_zh", row["name"])


def read_matrix(path: str | None = None) -> Matrix:
    """The matrix of the user's own file, else the preset. HydrologyError names the line at fault."""
    if path:
        where = f"MATRIX_FILE {Path(path).name}"
        return _parse(load_with_lines(Path(path), where), where)
    return _parse(load_with_lines(_FILE, _FILE.name)[_DEFAULT], f"{_FILE.name}: {_DEFAULT}")


def _parse(raw: dict, where: str) -> Matrix:
    check_said(raw, "matrix", where)
    if raw.get("severity") != list(COLOURS):
        raise fault(where, raw, f'"severity" is the list {", ".join(COLOURS)}.')
    rows, classes = raw.get("likelihood"), raw.get("classes")
    if not isinstance(rows, list) or len(rows) < 2 or not all(isinstance(row, dict) for row in rows):
        raise fault(where, raw, '"likelihood" is a list of two rows or more, each with a name and its return periods.')
    limits = _limits(rows, where)
    if not isinstance(classes, list) or len(classes) != len(rows):
        raise fault(where, raw, f'"classes" is a list of {len(rows)} rows, one for each likelihood.')
    table = np.zeros((len(rows), len(COLOURS) + 1), np.uint8)
    for k, (row, about) in enumerate(zip(classes, rows)):
        wrong = not isinstance(row, list) or len(row) != len(COLOURS)
        if wrong or not all(isinstance(name, str) and name in _CLASSES for name in row):
            what = f"four of {', '.join(_CLASSES)}, for blue to red water"
            raise fault(where, about, f'the "classes" of {about["name"]} are {what}.')
        table[k, 1:] = [_CLASSES[name] for name in row]
    return Matrix(without_lines(raw), RiskMatrix(limits, table))


def _limits(rows: list[dict], where: str) -> tuple[float, ...]:
    """The upper limits of all rows but the last, which has none; the rows follow each other without gap or overlap."""
    before, limits = None, []
    for k, row in enumerate(rows):
        if not isinstance(row.get("name"), str) or not row["name"].strip():
            raise fault(where, row, 'a row of "likelihood" has a "name".')
        check_texts(row, where)
        low, high = row.get("above"), row.get("to")
        numbers = [value for value in (low, high) if value is not None]
        if not all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in numbers):
            raise fault(where, row, f'the limits "above" and "to" of {row["name"]} are numbers of years.')
        if low != before:
            what = "no limit" if before is None else f"{before:g} years"
            raise fault(where, row, f'classes overlap or are missing: {row["name"]} must begin at {what} ("above").')
        if (high is None) != (k == len(rows) - 1):
            raise fault(where, row, 'every row of "likelihood" but the last ends at a return period ("to").')
        if high is not None:
            if high <= (before or 0):
                raise fault(where, row, f"{row['name']} ends before it begins.")
            limits.append(float(high))
        before = high
    return tuple(limits)
