"""The matrix of likelihood by severity, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.risk.likelihood import RiskMatrix, combine

# rows: up to 5 years, up to 20 years, rarer; columns: dry, blue, yellow, orange, red
TABLE = [[0, 2, 3, 4, 4], [0, 1, 2, 3, 4], [0, 0, 1, 2, 3]]
MATRIX = RiskMatrix((5.0, 20.0), np.array(TABLE))
ALL = np.array([[0, 1, 2], [3, 4, 255]], np.uint8)


@pytest.mark.parametrize(
    ("period", "row"), [(0.5, 0), (4.999, 0), (5, 0), (5.001, 1), (20, 1), (20.001, 2), (1e6, 2), (np.inf, 2)]
)
def test_rows_at_and_on_both_sides_of_each_limit(period, row):
    assert MATRIX.row(period) == row
    weighed = MATRIX.weigh(ALL, period)
    np.testing.assert_array_equal(weighed.reshape(-1), [*TABLE[row], 255])
    assert weighed.dtype == np.uint8


def test_the_highest_of_all_rains_counts():
    """Blue water of 2 years is yellow risk; red water of 100 years orange; both at one place make orange."""
    frequent = MATRIX.weigh(np.array([1, 1, 0, 0], np.uint8), 2)
    rare = MATRIX.weigh(np.array([4, 1, 4, 0], np.uint8), 100)
    np.testing.assert_array_equal(combine(combine(None, frequent), rare), [3, 2, 3, 0])


def test_one_row_is_a_matrix_too():
    np.testing.assert_array_equal(RiskMatrix((), [[0, 4, 4, 4, 4]]).weigh(ALL, 7)[0], [0, 4, 4])


@pytest.mark.parametrize(
    ("limits", "table", "message"),
    [
        ((5.0,), TABLE, "2 rows"),
        ((20.0, 5.0), TABLE, "overlap"),
        ((0.0, 5.0), TABLE, "overlap"),
        ((5.0, 20.0), [[1, 2, 3, 4, 4], *TABLE[1:]], "no water"),
        ((5.0, 20.0), [[0, 2, 3, 4, 5], *TABLE[1:]], "0 to 4"),
    ],
)
def test_what_is_no_matrix(limits, table, message):
    with pytest.raises(HydrologyError, match=message):
        RiskMatrix(limits, np.array(table))
