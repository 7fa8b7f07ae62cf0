"""The matrix as a file: the preset, and what is wrong with a user's own, by its line."""

from __future__ import annotations

import json

import pytest

from rainshed.hydrology.errors import HydrologyError

OWN = """{
 "name": "Own", "source": "Town, 2026", "sure": "Agreed",
 "severity": ["blue", "yellow", "orange", "red"],
 "likelihood": [
  {"name": "Often", "to": 10},
  {"name": "Seldom", "above": 10}
 ],
 "classes": [
  ["blue", "yellow", "orange", "red"],
  ["none", "blue", "yellow", "orange"]
 ]
}"""


@pytest.fixture
def read(qgis, tmp_path):
    from rainshed.gis.matrix import read_matrix

    def own(text: str):
        path = tmp_path / "矩阵.json"
        path.write_text(text, encoding="utf-8")
        return read_matrix(str(path))

    return own


def test_the_preset(qgis):
    from rainshed.gis.matrix import read_matrix

    matrix = read_matrix()
    assert (
        matrix.said["source"] and matrix.said["standard"] is False and "ractice, not a standard" in matrix.said["sure"]
    )
    assert [matrix.row_names(p)[0] for p in (2, 5, 20, 50, 100, 101)] == [
        "Frequent", "Frequent", "Occasional", "Rare", "Rare", "Extreme",
    ]  # fmt: skip
    table = matrix.table.classes
    assert (table[:, 1:] >= table[:, :-1]).all(), "more severe water is no less risk"
    assert (table[1:] <= table[:-1]).all(), "a rarer rain is no more risk"


def test_an_own_matrix(read):
    matrix = read(OWN)
    assert matrix.said == json.loads(OWN)
    assert matrix.table.limits == (10.0,)
    assert matrix.table.classes.tolist() == [[0, 1, 2, 3, 4], [0, 0, 1, 2, 3]]
    assert matrix.row_names(11) == ("Seldom", "Seldom")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"source": "Town, 2026", ', "", r'line 1: "source" is missing'),
        ('"above": 10', '"above": 20', r"line 6: classes overlap or are missing: Seldom must begin at 10 years"),
        ('"above": 10', '"above": 5', r"line 6: classes overlap or are missing"),
        ('{"name": "Often", "to": 10}', '{"name": "Often", "above": 1, "to": 10}', r"line 5: .*must begin at no limit"),
        ('"above": 10', '"above": 10, "to": 100', r"line 6: every row of .* but the last"),
        ('"to": 10', '"to": "ten"', r"line 5: the limits"),
        ('["none", "blue", "yellow", "orange"]', '["none", "blue", "yellow"]', r"line 6: the .classes. of Seldom"),
        (
            '["none", "blue", "yellow", "orange"]',
            '["none", "blue", "green", "red"]',
            r"line 6: the .classes. of Seldom",
        ),
        (',\n  ["none", "blue", "yellow", "orange"]', "", r'line 1: "classes" is a list of 2 rows'),
        ('"severity": ["blue", ', '"severity": [', r'line 1: "severity"'),
        ('"name": "Seldom", ', "", r'line 6: a row of "likelihood" has a "name"'),
        ('"Agreed",', '"Agreed"', r"line 3: no JSON"),
        ('"name": "Seldom"', '"name": "Seldom", "name_zh": 5', r'line 6: "name_zh" is a text, not 5'),
    ],
)
def test_faults_name_the_line(read, old, new, message):
    assert old in OWN
    with pytest.raises(HydrologyError, match=rf"^MATRIX_FILE 矩阵.json, {message}"):
        read(OWN.replace(old, new))


@pytest.mark.parametrize("limit", ["NaN", "Infinity", "1e999", 400 * "9", 5000 * "9"])
def test_a_limit_that_is_not_finite(read, limit):
    with pytest.raises(HydrologyError, match=rf"^MATRIX_FILE 矩阵.json holds {limit[:20]}, which is no finite number"):
        read(OWN.replace('"to": 10', f'"to": {limit}').replace('"above": 10', f'"above": {limit}'))
