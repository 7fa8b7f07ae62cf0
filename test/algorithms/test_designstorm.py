"""designstorm: its table, its page, the return period of a depth, and what takes its table."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_vector

OWN = {"A1": 12, "C": 0.8, "B": 8, "N": 0.7}
DEPTH = float(12 * (1 + 0.8 * np.log10(5)) * 60 / 68**0.7)  # mm, P = 5, 60 min
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def storm(qgis, tmp_path):
    def make(**parameters):
        parameters = {"OUTPUT": tmp_path / "storm.gpkg", "OUTPUT_HTML": tmp_path / "storm.html"} | parameters
        done = support.run("designstorm", **parameters)
        done.rows = read_vector(done.OUTPUT)
        return done

    return make


def test_by_hand(storm):
    done = storm(**OWN, RETURN_PERIOD=5, DURATION=60, STEP=10, SHAPE="block")
    assert done.TOTAL_MM == pytest.approx(DEPTH, rel=1e-12) and done.PEAK_MMH == pytest.approx(DEPTH, rel=1e-12)
    assert done.RETURN_PERIOD_A == 5
    assert [row["t_min"] for row in done.rows] == [0, 10, 20, 30, 40, 50, 60]
    assert [row["rain_mm"] for row in done.rows] == pytest.approx([DEPTH / 6] * 6 + [0], rel=1e-12)
    assert [row["rate_mmh"] for row in done.rows] == pytest.approx([DEPTH] * 6 + [0], rel=1e-12)


def test_a_chicago_storm_holds_the_depths_of_all_durations(storm):
    """With the peak at 0.5, the middle 20 min of 60 have the depth of the storm of 20 min."""
    done = storm(**OWN, RETURN_PERIOD=5, DURATION=60, STEP=5, PEAK_RATIO=0.5)
    rain = [row["rain_mm"] for row in done.rows]
    strength = 12 * (1 + 0.8 * np.log10(5))
    for minutes in (10, 20, 40, 60):
        middle = rain[6 - minutes // 10 : 6 + minutes // 10]
        assert sum(middle) == pytest.approx(strength * minutes / (minutes + 8) ** 0.7, rel=1e-12)
    assert done.PEAK_MMH == pytest.approx(max(rain) * 12) == pytest.approx(rain[5] * 12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.floats(0, 1), st.floats(0.5, 40), st.floats(1, 600), st.floats(1, 100),
    st.sampled_from(["shenzhen_west", "guangzhou_centre", "xianyang"]),
)  # fmt: skip
def test_the_table_sums_to_the_formula(storm, tmp_path, ratio, step, minutes, period, city):
    done = storm(
        CITY=city, RETURN_PERIOD=period, DURATION=minutes, STEP=step, PEAK_RATIO=ratio, OUTPUT=tmp_path / "s.csv"
    )
    from rainshed.gis.storm import places

    expected = float(places()[city].formula.at(period)(minutes)) * minutes / 167
    assert done.TOTAL_MM == pytest.approx(expected, rel=1e-9)
    assert sum(float(row["rain_mm"]) for row in done.rows) == pytest.approx(expected, rel=1e-9)
    assert float(done.rows[-1]["t_min"]) == pytest.approx(minutes) and float(done.rows[-1]["rain_mm"]) == 0


def test_the_peak_of_a_city(storm):
    done = storm(CITY="beijing_old", RETURN_PERIOD=3, DURATION=100, STEP=1)
    rain = [row["rain_mm"] for row in done.rows]
    assert rain.index(max(rain)) == 35  # 0.355 of 100 min
    assert any("0.355 of the duration: that of Beijing" in line for line in done.infos)
    given = storm(CITY="beijing_old", RETURN_PERIOD=3, DURATION=100, STEP=1, PEAK_RATIO=0)
    assert given.rows[0]["rain_mm"] == max(row["rain_mm"] for row in given.rows)
    own = storm(**OWN, RETURN_PERIOD=3, DURATION=100, STEP=1)
    rain = [row["rain_mm"] for row in own.rows]
    assert rain.index(max(rain)) in (39, 40)  # 0.4


def test_the_return_period_of_a_depth(storm):
    done = storm(**OWN, DURATION=60, DEPTH=DEPTH)
    assert done.RETURN_PERIOD_A == pytest.approx(5, abs=1e-6)
    assert done.TOTAL_MM == pytest.approx(DEPTH, rel=1e-9), "the storm is that of the depth"
    both = storm(**OWN, RETURN_PERIOD=50, DURATION=60, DEPTH=DEPTH)
    assert both.RETURN_PERIOD_A == pytest.approx(5, abs=1e-6) and both.TOTAL_MM > DEPTH
    printed = storm(CITY="shenzhen_west", DURATION=60, DEPTH=99.719)
    assert printed.RETURN_PERIOD_A == pytest.approx(20, rel=1e-3) and not printed.warnings
    jump = storm(CITY="shenzhen_west", DURATION=60, DEPTH=92)
    assert 8 < jump.RETURN_PERIOD_A < 9
    assert any(re.search(r"gives 92 mm at 1[12]\.\d+ years as well", line) for line in jump.warnings)


def test_unverified_parameters_say_so(storm, tmp_path):
    done = storm(CITY="xian", RETURN_PERIOD=50)
    assert any("UNVERIFIED" in line for line in done.warnings)
    page = (tmp_path / "storm.html").read_text(encoding="utf-8")
    assert 'class="warning">xian: Xi&#x27;an 西安 (UNVERIFIED 未核实)' in page and "unverified 未核实." in page
    done = storm(CITY="shenzhen_east", RETURN_PERIOD=50)
    assert not done.warnings and "UNVERIFIED" not in (tmp_path / "storm.html").read_text(encoding="utf-8")


def test_the_list_of_a_window_says_which_are_unverified(qgis):
    for name in ("designstorm", "pipecapacity", "inletcapacity", "swmmexport"):
        definition = qgis.provider.algorithm(name).parameterDefinition("CITY")
        hints = definition.metadata()["widget_wrapper"]["value_hints"]
        assert definition.defaultValue() in (None, "")
        marked = {hint.partition(":")[0] for hint in hints if "UNVERIFIED" in hint}
        assert {"xian", "shanghai", "wuhan"} <= marked and not {"shenzhen_west", "beijing_old"} & marked


def test_an_entry_of_the_list_is_taken_as_it_is(storm, qgis):
    hints = qgis.provider.algorithm("designstorm").parameterDefinition("CITY").metadata()["widget_wrapper"]
    entry = next(hint for hint in hints["value_hints"] if hint.startswith("shenzhen_west"))
    assert storm(CITY=entry, RETURN_PERIOD=20, DURATION=60).TOTAL_MM == pytest.approx(99.719, abs=0.001)


def test_the_page(storm, tmp_path):
    """Its plot is drawn to scale: bars as high as the intensities, a line that ends at the depth."""
    done = storm(CITY="shenzhen_west", RETURN_PERIOD=20, DURATION=120, STEP=5)
    page = (tmp_path / "storm.html").read_text(encoding="utf-8")
    outside = page.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"src=|<link|@import|<script|url\(", outside)
    assert (
        "深圳西部" in page
        and f"{done.TOTAL_MM:.3f} mm" in page
        and "A, read in the source" in page
        and "q = 5013.67 / (t + 21.838)^0.657" in page
    )
    svg = ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
    paths = svg.findall(f"{SVG}path")
    bars = [float(y) for y in re.findall(r"V([\d.]+)H", paths[0].get("d"))]
    rates = np.array([row["rate_mmh"] for row in done.rows[:-1]])
    heights = 375 - np.array(bars)
    assert heights / heights.max() == pytest.approx(rates / rates.max(), abs=1e-3)
    line = [tuple(map(float, pair.split(","))) for pair in svg.find(f"{SVG}polyline").get("points").split()]
    fallen = np.r_[0, np.cumsum([row["rain_mm"] for row in done.rows[:-1]])]
    drawn = 375 - np.array([y for _, y in line])
    assert drawn / drawn[-1] == pytest.approx(fallen / fallen[-1], abs=1e-3)
    assert [x for x, _ in line][::24] == pytest.approx([70, 830])
    words = [text.text for text in svg.findall(f"{SVG}text")]
    assert "Time 历时 (min)" in words and {"0", "120"} <= set(words)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "No storm formula is given: give CITY, or A1, C, B and N (no city is taken as default)."),
        ({"CITY": "shenzen", "RETURN_PERIOD": 5}, 'there is no storm formula of "shenzen". Near it: shenzhen_'),
        ({"CITY": "wuhan", **OWN, "RETURN_PERIOD": 5}, "CITY and A1 are two storm formulas: give one."),
        ({"CITY": "wuhan"}, "RETURN_PERIOD is not given and has no default"),
        ({"A1": 12, "C": 0.8, "RETURN_PERIOD": 5}, "The storm formula lacks B, N: these have no default."),
        ({"CITY": "shenzhen_west", "RETURN_PERIOD": 0.5}, "must lie within the 1 to 100 years that the formula"),
        ({"CITY": "guangzhou_centre", "RETURN_PERIOD": 200}, "must lie within the 1 to 100 years that the formula"),
        ({**OWN, "RETURN_PERIOD": 0}, "The return period must be above 0 years: 0."),
        ({**OWN, "RETURN_PERIOD": 0.05}, "give no rain at a return period of 0.05 years"),
        ({**OWN, "RETURN_PERIOD": 5, "DURATION": 0}, "DURATION must not be below 1: 0."),
        ({**OWN, "RETURN_PERIOD": 5, "STEP": 0}, "STEP must not be below 0.05: 0."),
        ({**OWN, "RETURN_PERIOD": 5, "PEAK_RATIO": 1.2}, "PEAK_RATIO must not be above 1: 1.2."),
        ({**OWN, "RETURN_PERIOD": 5, "PEAK_RATIO": -0.1}, "PEAK_RATIO must not be below 0: -0.1."),
        ({**OWN, "RETURN_PERIOD": 5, "SHAPE": "triangle"}, 'SHAPE must be one of chicago, block, not "triangle".'),
        ({**OWN, "DEPTH": 0}, "A rain of 0 mm in 120 min has no return period"),
        ({"CITY": "shenzhen_west", "DEPTH": 500}, "at no return period: from 1 to 100 years it goes from"),
        ({**OWN, "RETURN_PERIOD": 5, "DURATION": 10_000, "STEP": 0.05}, "has more than 10,000 steps of 0.05 min"),
        ({**OWN, "N": 3, "RETURN_PERIOD": 5}, "a longer rain would have less depth"),
        ({**OWN, "RETURN_PERIOD": 5, "OUTPUT_HTML": "{folder}/page.pdf"}, "OUTPUT_HTML must end in .html or .htm"),
        ({**OWN, "RETURN_PERIOD": 5, "OUTPUT": "{folder}/storm.shp"}, "OUTPUT is a table, which no .shp holds"),
    ],
)
def test_refused(qgis, tmp_path, given, message):
    given = {k: v.format(folder=tmp_path) if isinstance(v, str) else v for k, v in given.items()}
    said = support.refusal("designstorm", **{"OUTPUT": tmp_path / "s.csv"} | given)
    assert message in said and "\n" not in said.strip()
    assert support.left_in(tmp_path) == []


def test_durations_outside_those_published_are_warned_of(storm):
    assert any("1 to 180 min, and 360 min lie outside" in w for w in storm(
        CITY="shenzhen_west", RETURN_PERIOD=5, DURATION=360
    ).warnings)  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "gpkg"])
def test_other_algorithms_take_its_table(town, tmp_path, storm, ending):
    done = storm(CITY="guangzhou_centre", RETURN_PERIOD=20, DURATION=63, STEP=5, OUTPUT=tmp_path / f"rain.{ending}")
    given = town.every("pondingevent", tmp_path) | {"HYETOGRAPH": done.OUTPUT, "INFILTRATION": 0}
    event = support.run("pondingevent", **given)
    cells = np.isfinite(support.read_raster(town.dem)).sum()
    assert event.RAIN_M3 == pytest.approx(done.TOTAL_MM / 1000 * cells * 25, rel=1e-9)
    given = town.every("swmmexport", tmp_path) | {"HYETOGRAPH": done.OUTPUT, "INTENSITY": None}
    model = support.run("swmmexport", **given)
    assert model.RAIN_MM == pytest.approx(done.TOTAL_MM, rel=1e-9)


def test_a_rain_in_time_is_no_table_of_intensities(town, tmp_path, storm):
    done = storm(**OWN, RETURN_PERIOD=5)
    given = town.every("pipecapacity", tmp_path) | {"INTENSITY": None, "STORM_TABLE": done.OUTPUT}
    assert "STORM_TABLE: layer storm is a rain in time" in support.refusal("pipecapacity", **given)


@pytest.mark.parametrize("name", ["pipecapacity", "inletcapacity", "swmmexport"])
def test_a_city_is_the_same_as_its_parameters(town, tmp_path, name):
    given = town.every(name, tmp_path) | {"INTENSITY": None, "RETURN_PERIOD": 5}
    by_city = support.run(name, **given, CITY="beijing_old")
    assert any(line.startswith("CITY beijing_old: Beijing") for line in by_city.infos)
    own = support.run(name, **given, A1=2001 / 167, C=0.811, B=8, N=0.711)
    numbers = {key for key, value in own.results.items() if isinstance(value, (int, float))}
    assert numbers and all(by_city.results[key] == pytest.approx(own.results[key], rel=1e-12) for key in numbers)
    assert "CITY and A1 are two storm formulas" in support.refusal(name, **given, CITY="wuhan", A1=3)
    assert "1 to 100 years" in support.refusal(name, **given | {"RETURN_PERIOD": 0.5}, CITY="shenzhen_west")
    assert "CITY needs a RETURN_PERIOD" in support.refusal(name, **given | {"RETURN_PERIOD": None}, CITY="wuhan")
    assert any("UNVERIFIED" in line for line in support.run(name, **given, CITY="wuhan").warnings)
