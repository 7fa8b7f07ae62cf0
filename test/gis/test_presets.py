"""The risk schemes: each by hand at and beside its limits, by a second method, and files that are refused."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainshed.gis import presets
from rainshed.hydrology.errors import HydrologyError

NONE, BLUE, YELLOW, ORANGE, RED = range(5)
# (depth, duration or velocity) -> class
DEPTH = [
    *((0.0, NONE), (0.1499, NONE), (0.15, BLUE), (0.1501, BLUE), (0.2699, BLUE), (0.27, YELLOW), (0.2701, YELLOW)),
    *((0.3999, YELLOW), (0.40, ORANGE), (0.4001, ORANGE), (0.5999, ORANGE), (0.60, RED), (0.6001, RED), (12.0, RED)),
]
DURATION = [
    *((0.0, 9999, NONE), (0.1499, 9999, NONE), (0.15, 0, BLUE), (0.15, 29.99, BLUE), (0.15, 30, BLUE)),
    *((0.15, 30.01, YELLOW), (0.15, 179.9, YELLOW), (0.15, 180, YELLOW), (0.15, 180.1, ORANGE), (0.2699, 30, BLUE)),
    *((0.27, 0, YELLOW), (0.27, 30, YELLOW), (0.27, 30.01, ORANGE), (0.27, 180, ORANGE), (0.27, 180.1, RED)),
    *((0.3999, 30, YELLOW), (0.3999, 180.1, RED), (0.40, 30, ORANGE), (0.40, 30.01, RED), (0.40, 181, RED)),
    *((0.5999, 30, ORANGE), (0.60, 0, RED), (0.6001, 0, RED), (9.0, 9999, RED)),
]
# d (v + 0.5) + DF: with DF 0 it comes to 0.625 at most, with DF 1 it begins at 1, so nothing lies about 0.75
UK = [
    *((0.0, 5, NONE), (0.001, 0, BLUE), (0.25, 0, BLUE), (0.25, 2, BLUE), (0.2501, 0, YELLOW), (0.001, 2.001, YELLOW)),
    *((0.25, 2.01, ORANGE), (0.4999, 0, YELLOW), (0.5, 0, ORANGE), (0.5001, 0, ORANGE), (0.5, 1.4999, ORANGE)),
    *((0.5, 1.5, ORANGE), (0.5, 1.5001, RED), (2.0, 0, ORANGE), (2.001, 0, RED), (1.999, 0, ORANGE)),
]
H1_H6 = [
    *((0.0, 9, NONE), (0.01, 0, BLUE), (0.2999, 0, BLUE), (0.3, 0, BLUE), (0.3001, 0, YELLOW)),
    *(
        (0.3, 0.999, BLUE),
        (0.3, 1, BLUE),
        (0.3, 1.001, YELLOW),
        (0.15, 2, BLUE),
        (0.15, 1.999, BLUE),
        (0.15, 2.001, RED),
    ),
    *((0.4999, 0, YELLOW), (0.5, 0, YELLOW), (0.5001, 0, ORANGE), (0.5, 1.199, YELLOW), (0.5, 1.2, YELLOW)),
    *(
        (0.5, 1.201, RED),
        (1.1999, 0, ORANGE),
        (1.2, 0, ORANGE),
        (1.2001, 0, RED),
        (1.2, 0.5, ORANGE),
        (1.2, 0.501, RED),
    ),
    *((0.01, 2, BLUE), (0.01, 2.001, RED), (5.0, 5, RED)),
]
SWISS = [
    *((0.0, 9, NONE), (0.001, 0, BLUE), (0.4999, 0, BLUE), (0.5, 0, ORANGE), (0.5001, 0, ORANGE), (1.999, 0, ORANGE)),
    *((2.0, 0, ORANGE), (2.001, 0, RED), (0.25, 1.999, BLUE), (0.25, 2, ORANGE), (0.25, 2.001, ORANGE)),
    *((1.0, 1.999, ORANGE), (1.0, 2, ORANGE), (1.0, 2.001, RED)),
]
BY_HAND = {
    "road_depth": ("duration", [(depth, 0, risk) for depth, risk in DEPTH]),
    "depth_duration": ("duration", DURATION),
    "uk_hazard": ("velocity", UK),
    "hazard_h1_h6": ("velocity", H1_H6),
    "swiss_intensity": ("velocity", SWISS),
}
NEEDS = {"road_depth": (), "depth_duration": ("duration",)}


def grade(name: str, depth, other, kind=np.float32) -> list[int]:
    values = {"depth": np.atleast_2d(np.asarray(depth, kind)), BY_HAND[name][0]: np.atleast_2d(np.asarray(other, kind))}
    return presets.preset(name).grade(values)[0].tolist()


def test_every_preset_is_worked_by_hand():
    assert list(presets.schemes()) == list(BY_HAND)


@pytest.mark.parametrize("kind", [np.float32, np.float64])
@pytest.mark.parametrize("name", BY_HAND)
def test_classes_at_and_beside_every_limit(name, kind):
    _, cases = BY_HAND[name]
    depth, other, risk = zip(*cases)
    assert grade(name, depth, other, kind) == list(risk)


@pytest.mark.parametrize("name", BY_HAND)
def test_every_preset_says_its_source_units_and_how_sure_it_is(name):
    said = presets.schemes()[name]
    for key in ("name", "source", "sure"):
        assert said[key].strip() and said[f"{key}_zh"].strip(), key
    assert said.get("unit") or said["units"]
    assert said["standard"] is False and "ractice, not a standard" in said["sure"]
    assert presets.preset(name).said == said
    assert presets.preset(name).measured == ("depth", *NEEDS.get(name, ("velocity",)))


@pytest.mark.parametrize("name", BY_HAND)
@pytest.mark.parametrize("key", ["name", "source", "sure"])
def test_a_preset_without_its_source_is_refused(tmp_path, name, key):
    said = {k: v for k, v in presets.schemes()[name].items() if k != key}
    path = tmp_path / "s.json"
    path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(HydrologyError, match=f'line 1: "{key}" is missing'):
        presets.read_scheme(str(path))


def test_depth_alone_is_graded_as_ever():
    """road_depth as it stood before there were others."""
    assert presets.schemes()["road_depth"]["breaks"] == [0.15, 0.27, 0.40, 0.60]
    assert presets.preset("road_depth").rules is None
    assert presets.scheme_ids("depth") == ["road_depth"]
    assert list(presets.schemes())[0] == "road_depth"


def test_an_edited_preset_file_with_a_slip_does_not_keep_the_plugin_from_loading(tmp_path, monkeypatch):
    text = (presets.PRESETS / "schemes.json").read_text(encoding="utf-8")
    path = tmp_path / "schemes.json"
    monkeypatch.setattr(presets, "_FILE", path)

    def edited(old: str, new: str) -> None:
        presets.schemes.cache_clear()
        presets._presets.cache_clear()
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    try:
        edited('"unit": "m",', '"unit": "m"')
        assert presets.scheme_ids() == presets.scheme_ids("depth") == ["road_depth"]
        with pytest.raises(HydrologyError, match=r"schemes\.json, line 7: no JSON"):
            presets.preset("road_depth")
        edited('"to": 30}', '"to": 20}')
        assert presets.scheme_ids() == list(BY_HAND)
        line = text[: text.index('"to": 30}')].count("\n") + 1
        with pytest.raises(HydrologyError, match=f"nothing follows line {line}: .* 20 to 30 min has no"):
            presets.preset("depth_duration")
    finally:
        presets.schemes.cache_clear()
        presets._presets.cache_clear()


# Second methods, in whole centimetres, cm/s and their products, without a rounding

centimetres, speeds = st.integers(0, 500), st.integers(0, 600)


@given(centimetres, speeds)
def test_h1_to_h6_read_as_its_table(d, v):
    """The first class all of whose limits hold: H1 0.3 m2/s, 0.3 m, 2 m/s; H2 0.6, 0.5, 2; H3 0.6, 1.2, 2."""
    expected = NONE if d == 0 else RED
    for risk, product, depth in ((ORANGE, 6000, 120), (YELLOW, 6000, 50), (BLUE, 3000, 30)):
        if 0 < d <= depth and d * v <= product and v <= 200:
            expected = risk
    assert grade("hazard_h1_h6", d / 100, v / 100) == [expected]


@given(centimetres, speeds)
def test_the_hazard_rating_in_whole_numbers(d, v):
    rating = d * (v + 50) + 10_000 * (d > 25 or v > 200)  # of a ten-thousandth
    expected = BLUE + (rating >= 7500) + (rating >= 12_500) + (rating > 20_000) if d else NONE
    assert grade("uk_hazard", d / 100, v / 100) == [expected]


@given(centimetres, speeds)
def test_the_swiss_intensity_in_whole_numbers(d, v):
    strongest = max(100 * d, d * v)
    expected = NONE if d == 0 else RED if strongest > 20_000 else ORANGE if strongest >= 5000 else BLUE
    assert grade("swiss_intensity", d / 100, v / 100) == [expected]


@given(centimetres, st.integers(0, 400))
def test_duration_raises_the_class_of_the_depth(d, minutes):
    """By 1 above 30 min and by 2 above 180 min, as far as there is a class to raise."""
    depth = sum(d >= limit for limit in (15, 27, 40, 60))
    expected = min(depth + (minutes > 30) + (minutes > 180), RED) if depth else NONE
    assert grade("depth_duration", d / 100, minutes) == [expected]


def test_a_cell_without_a_depth_or_the_quantity_has_no_class():
    assert grade("uk_hazard", [np.nan, 1.0], [1.0, np.nan]) == [NONE, NONE]


# A scheme of one's own

OWN = """{
  "name": "Town", "source": "Town, 2026", "sure": "Agreed",
  "rules": [
    {"class": "blue", "depth": {"from": 0.1, "below": 0.3}},
    {"class": "yellow", "depth": {"from": 0.3, "below": 0.5}, "duration": {"to": 60}},
    {"class": "orange", "depth": {"from": 0.3, "below": 0.5}, "duration": {"above": 60}},
    {"class": "red", "depth": {"from": 0.5}}
  ]
}
"""


@pytest.fixture
def own(tmp_path):
    def read(text: str):
        path = tmp_path / "方案 own.json"
        path.write_text(text, encoding="utf-8")
        return presets.read_scheme(str(path))

    return read


def test_a_scheme_of_ones_own(own):
    scheme = own(OWN)
    depth = np.array([[0.05, 0.1, 0.3, 0.3, 0.3, 0.5]], np.float32)
    minutes = np.array([[99, 99, 60, 61, 0, 0]], np.float32)
    found = scheme.grade({"depth": depth, "duration": minutes})
    assert found[0].tolist() == [NONE, BLUE, YELLOW, ORANGE, YELLOW, RED]
    assert scheme.measured == ("depth", "duration")
    assert scheme.said == json.loads(OWN), "nothing is added to what the file says"


def test_four_limits_of_ones_own(own):
    text = '{"name": "T", "source": "S", "sure": "U", "quantity": "velocity", "unit": "m/s", "breaks": [0.5, 1, 2, 3]}'
    scheme = own(text)
    values = {"depth": np.array([[0.0, 1, 1, 1, 1, 1]]), "velocity": np.array([[3.0, 0.4, 0.5, 1, 2, 3]])}
    assert scheme.grade(values)[0].tolist() == [NONE, NONE, BLUE, YELLOW, ORANGE, RED]
    assert own(text.replace("velocity", "depth").replace("m/s", "m")).rules is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"below": 0.3}}', '"below": 0.35}}', r"line 5 overlaps line 4: depth 0\.3 m .* would be yellow and blue"),
        ('"below": 0.3}}', '"to": 0.3}}', r"line 5 overlaps line 4: depth 0\.3 m and duration 0 min would be yellow"),
        ('"below": 0.3}}', '"below": 0.25}}', r"nothing follows line 4: depth 0\.25 m .* has no class"),
        ('"from": 0.5}', '"above": 0.5}', r"nothing follows line 5: depth 0\.5 m .* has no class"),
        ('"from": 0.5}', '"from": 0.5, "to": 2}', r"nothing follows line 7: depth above 2 m .* has no class"),
        ('"above": 60', '"above": 90', r"nothing follows line 5: depth 0\.3 m and duration from 60 to 90 min has no"),
        ('"to": 60', '"to": 60.5', r"line 6 overlaps line 5: .* would be orange and yellow"),
        ('"class": "red"', '"class": "orange"', r"the class red is missing: .* line 7"),
        ('"class": "red"', '"class": "blue"', r"the class red is missing"),
        ('"class": "red"', '"class": "green"', r'line 7: "class" is one of blue, yellow, orange, red, not \'green\''),
        ('"duration": {"to"', '"hours": {"to"', r'line 5: "hours" is no quantity'),
        ('{"to": 60}', "60", r'line 5: "duration" is limited by "from" or "above"'),
        ('{"to": 60}', '{"to": 60, "below": 70}', r'line 5: "duration" is limited by'),
        ('{"to": 60}', '{"to": "60"}', r'line 5: the limits of "duration" are numbers'),
        ('"from": 0.1, "below": 0.3', '"from": 0.3, "below": 0.3', r'line 4: no "depth" lies between'),
        (', "duration": {"above": 60}}', "}", r"line 6 overlaps line 5"),
        ('"depth": {"from": 0.5}', '"hazard_rating": {"from": 0.5}', r'"debris"'),
        ('"sure": "Agreed",', '"sure": "Agreed"', r"line 3: no JSON"),
        ('"rules": [', '"unused": ["red"], "rules": [', r'line 7 has the class red, which "unused" says'),
        ('"rules": [', '"units": {"depth": "cm"}, "rules": [', r"line 1: the unit 'cm' of \"depth\" is not one"),
        ('"rules": [', '"combine": "any", "rules": [', r'line 1: "combine" is "one" or "highest"'),
        ('"rules": [', '"breaks": [1, 2, 3, 4], "rules": [', r'line 1: a scheme has either "breaks" or "rules"'),
        ('"rules": [', '"unused": [["red"]], "rules": [', r'line 1: "unused" is a list of blue'),
        ('"rules": [', '"unused": [{}], "rules": [', r'line 1: "unused" is a list of blue'),
        ('"rules": [', '"name_zh": null, "rules": [', r'line 1: "name_zh" is a text, not None'),
        ('"rules": [', '"limits": [0.1], "rules": [', r'line 1: "limits" is a text, not \[0\.1\]'),
        ('"above": 60', '"above": 1' + 400 * "0", r" holds 10000000000000000000, which is no finite number"),
        ('"above": 60', '"above": ' + 5000 * "9", r" holds 99999999999999999999, which is no finite number"),
        ('"above": 60', '"above": -1e999', r" holds -1e999, which is no finite number"),
        ('"rules": [', '"note": NaN, "rules": [', r" holds NaN, which is no finite number"),
        ('"rules"', '"rule"', r'holds no scheme: it needs "rules", or "breaks"'),
    ],
)
def test_faults_are_named_with_their_line(own, old, new, message):
    assert old in OWN
    with pytest.raises(HydrologyError, match=message) as error:
        own(OWN.replace(old, new, 1))
    assert str(error.value).startswith("SCHEME_FILE 方案 own.json")


def test_more_of_a_quantity_never_gives_a_lower_class(own):
    swapped = OWN.replace("yellow", "x").replace("orange", "yellow").replace("x", "orange")
    with pytest.raises(HydrologyError, match=r"line 6 gives yellow to depth 0\.3 m and duration .* in line 5"):
        own(swapped)


@pytest.mark.parametrize(
    ("breaks", "message"),
    [
        ("[1, 2, 3]", "overlap or are missing"),
        ("[1, 3, 2, 4]", "line 1: the classes overlap"),
        ('["a"]', "four numbers"),
    ],
)
def test_limits_that_overlap_or_are_missing(own, breaks, message):
    with pytest.raises(HydrologyError, match=message):
        own(f'{{"name": "T", "source": "S", "sure": "U", "breaks": {breaks}}}')
    with pytest.raises(HydrologyError, match=r"own\.json, line 3: "):
        own(f'{{"name": "T", "source": "S",\n"sure": "U",\n "breaks": {breaks}}}')


@pytest.mark.parametrize("quantity", ['["depth"]', "{}", "null", '"hazard_rating"'])
def test_a_quantity_that_is_none(own, quantity):
    text = f'{{"name": "T", "source": "S", "sure": "U", "quantity": {quantity}, "breaks": [1, 2, 3, 4]}}'
    with pytest.raises(HydrologyError, match=r'own\.json, line 1: "quantity" is one of depth'):
        own(text)


@pytest.mark.parametrize("text", ["[]", "3", "", "\0", '{"a": ' * 5000])
def test_what_is_no_scheme_at_all(own, text):
    with pytest.raises(HydrologyError, match="SCHEME_FILE"):
        own(text)
    with pytest.raises(HydrologyError, match="cannot be read"):
        presets.read_scheme("/nowhere/s.json")


def test_overlaps_may_be_allowed(own):
    text = OWN.replace('"rules"', '"combine": "highest", "rules"').replace('"below": 0.3}}', '"below": 9}}')
    values = {"depth": np.array([[0.4, 0.6]]), "duration": np.array([[0.0, 0.0]])}
    assert own(text).grade(values)[0].tolist() == [YELLOW, RED]
