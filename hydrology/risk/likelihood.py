"""Risk across rains: how severe the water of each is, weighed by how likely that rain is (a risk matrix)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import HydrologyError
from .grading import CLASSES

NODATA = 255


@dataclass(frozen=True)
class RiskMatrix:
    """A matrix of likelihood by severity.

    Attributes
    ----------
    limits : greatest return period (years) of each row but the last, ascending; the last row has no limit. A return
        period equal to a limit belongs to the row above it, the more likely one.
    classes : uint8 (rows, 5), the risk class 0..4 of each severity 0..4; without water (0) there is no risk.

    Raises HydrologyError for a table that is none of this.
    """

    limits: tuple[float, ...]
    classes: np.ndarray

    def __post_init__(self) -> None:
        classes = np.asarray(self.classes, np.uint8)
        object.__setattr__(self, "classes", classes)
        if classes.shape != (len(self.limits) + 1, len(CLASSES) + 1):
            raise HydrologyError(
                f"A matrix of {len(self.limits) + 1} rows and {len(CLASSES)} severities is wanted, not one of "
                f"{classes.shape[0]} rows."
            )
        if any(b <= a for a, b in zip((0.0, *self.limits), self.limits)):
            raise HydrologyError("The rows of the matrix overlap or are not in the order of their return periods.")
        if classes.max() > max(CLASSES) or classes[:, 0].any():
            raise HydrologyError("The classes of a matrix are 0 to 4, and 0 where there is no water.")

    def row(self, return_period: float) -> int:
        """The row of a return period (years); infinity for a rain rarer than any that is known."""
        return int(np.searchsorted(self.limits, return_period, side="left"))

    def weigh(self, severity: np.ndarray, return_period: float) -> np.ndarray:
        """The risk class of each cell, uint8, for one rain; `severity` holds classes 0..4, or 255 without data."""
        table = np.full(NODATA + 1, NODATA, np.uint8)
        table[: len(CLASSES) + 1] = self.classes[self.row(return_period)]
        return table[severity]


def combine(risk: np.ndarray | None, more: np.ndarray) -> np.ndarray:
    """The higher class of two maps, uint8; 255 in either stays 255. `risk` is None before the first rain."""
    return more if risk is None else np.maximum(risk, more)
