"""The formulas of cities that come with the plugin, against printed tables and each other."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.storm.chicago import storm_depth
from rainshed.hydrology.storm.formula import IntervalFormula

HERE = Path(__file__).resolve().parent
STORMS = json.loads((HERE.parents[1] / "resources" / "presets" / "storms.json").read_text(encoding="utf-8"))
RECALLED = ("xian", "xian_other", "xian_old", "xianyang", "shanghai", "beijing_zone2", "wuhan")
LINES = [line for line in (HERE / "shenzhen_2024.csv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
PRINTED = list(csv.DictReader(LINES))
# (place, P, min, mm) that were singled out before the table was typed in: a slip in it would show.
SINGLE = [
    ("west", 2, 5, 11.426), ("west", 5, 30, 55.182), ("west", 20, 60, 99.719), ("west", 100, 180, 220.739),
    ("centre", 2, 5, 12.475), ("centre", 10, 30, 58.706), ("centre", 100, 60, 110.095), ("east", 5, 30, 50.807),
    ("east", 100, 120, 176.409), ("shenshan", 5, 30, 50.423), ("shenshan", 20, 120, 136.770),
]  # fmt: skip


@pytest.fixture(scope="module")
def places(qgis):
    from rainshed.gis.storm import places

    return places()


def depths(place, period: float, minutes) -> np.ndarray:
    return storm_depth(place.formula.at(period), np.array(minutes, float))


@pytest.mark.parametrize("row", SINGLE)
def test_official_depths_of_shenzhen(places, row):
    basin, period, minutes, rain = row
    assert depths(places[f"shenzhen_{basin}"], period, [minutes])[0] == pytest.approx(rain, abs=0.001)


@pytest.mark.parametrize("row", PRINTED, ids=lambda row: f"{row['basin']}-{row['P']}")
def test_every_printed_depth_of_shenzhen(places, row):
    place, period = places[row["basin"]], float(row["P"])
    minutes = [float(name) for name in row if name.isdigit()]
    printed = [float(row[name]) for name in row if name.isdigit()]
    assert len(printed) == 11
    assert depths(place, period, minutes) == pytest.approx(printed, abs=0.001)
    for t, rain in zip(minutes, printed):
        assert place.formula.return_periods(rain, t)[0] == pytest.approx(period, rel=1.5e-3)


def test_the_table_is_whole():
    assert len(PRINTED) == 4 * 8 and {row["basin"] for row in PRINTED} <= set(STORMS)


def test_intervals_and_listed_parameters_are_one_formula(places):
    """Both were typed in: at each listed P the interval gives the listed parameters, rounded as they are."""
    for place in places.values():
        if isinstance(place.formula, IntervalFormula):
            for period, (a, b, n) in place.formula.listed.items():
                # at the border of the two the listed one is that of the second
                interval = place.formula.intervals[int(period >= 10)].at(period)
                assert interval.strength == pytest.approx(a, rel=2e-4), (place.id, period)
                assert interval.b == pytest.approx(b, abs=0.003) and interval.n == pytest.approx(n, abs=0.0015)


@pytest.mark.parametrize("period", [1.5, 7, 15, 44.4, 99])
@pytest.mark.parametrize("basin", ["west", "centre", "east", "shenshan"])
def test_there_and_back_between_the_listed_ones(places, basin, period):
    formula = places[f"shenzhen_{basin}"].formula
    for minutes in (5, 37, 180):
        rain = float(storm_depth(formula.at(period), np.array([minutes]))[0])
        found = formula.return_periods(rain, minutes)
        assert min(abs(p - period) for p in found) <= 1e-6


def test_other_published_depths(places):
    """Of the formula taken for Xi'an's, printed for 0.006 instead of 1 / 167: 0.2 % more."""
    for period, minutes, rain in ((2, 60, 20.5), (50, 120, 75.9), (100, 120, 87.1)):
        assert depths(places["xian"], period, [minutes])[0] == pytest.approx(rain / (0.006 * 167), abs=0.06)
    # Beijing's old one by hand: 2001 x 1.2441 / 68^0.711 = 123.92 L/s per ha for P = 2, 60 min, or 44.5 mm
    assert depths(places["beijing_old"], 2, [60])[0] == pytest.approx(44.52, abs=0.05)


def test_every_entry_says_where_it_is_from(places):
    assert list(places) == list(STORMS)
    for name, about in STORMS.items():
        assert about["sure"] in ("A", "B", "unverified") and about["source"].strip(), name
        assert places[name].verified == (name not in RECALLED)
        assert ("UNVERIFIED 未核实" in places[name].label) == (name in RECALLED)
        if "a" in about:
            assert places[name].formula.at(10).strength == pytest.approx(about["a"] * (1 + about["c"]), rel=1e-12)
        if name in RECALLED:
            assert not any(word in json.dumps(about) for word in ("DB11", "DB31", "GB 5"))
        assert (about["peak_ratio"] is None) == (about["peak_source"] == "")


def test_every_formula_is_a_storm(places):
    """Rain grows with its duration and, where the formula is one piece, with the return period."""
    minutes = np.array([1, 5, 10, 30, 60, 120, 180], float)
    for place in places.values():
        for period in (2, 5, 20, 100):
            assert (np.diff(depths(place, period, minutes)) > 0).all(), place.id
        by_period = [depths(place, period, [60])[0] for period in (2, 5, 20, 50, 100)]
        assert (np.diff(by_period) > 0).all(), place.id
        assert 15 < by_period[0] < 75 and by_period[-1] < 160, place.id


def test_finding_a_place(qgis, places):
    from rainshed.gis.storm import find_place

    for text in ("shenzhen_west", "SHENZHEN_WEST", "深圳西部流域和水系（2024）", places["shenzhen_west"].label):
        assert find_place(text).id == "shenzhen_west"
    for text, hint in (
        ("shenzhen", "Near it: shenzhen_west, shenzhen_centre, shenzhen_east, shenzhen_shenshan."),
        ("wuhann", "Near it: wuhan."),
        ("深圳", "Near it: shenzhen_west"),
        ("Atlantis", "There are beijing_old, nanning_old"),
    ):
        with pytest.raises(HydrologyError, match=f'CITY: there is no storm formula of "{text}". {hint}'):
            find_place(text)


def test_what_the_log_says(places):
    log, warnings = places["shenzhen_west"].told(60)
    assert "Reliability: A, read in the source." in log[0] and "2024版" in log[0] and not warnings
    assert "published for 1 to 180 min, and 240 min lie outside" in places["shenzhen_west"].told(240)[1][0]
    log, warnings = places["xian"].told(60)
    assert "UNVERIFIED" in warnings[0] and "states no range" in log[1]


def test_the_axis():
    from rainshed.gis.storm_page import _ticks

    assert _ticks(226.9) == [0, 50, 100, 150, 200, 250]
    assert _ticks(3) == [0, 0.5, 1, 1.5, 2, 2.5, 3]
    for most in (0.04, 1, 7, 12, 61, 999, 1234.5):
        ticks = _ticks(most)
        assert ticks[-2] < most <= ticks[-1] and 4 <= len(ticks) <= 8
