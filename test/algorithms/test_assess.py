"""assess with several rains: what is asked for together, and that its parts are those of the single tools."""

from __future__ import annotations

import json

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_raster, read_vector
from rainshed.test.gis.sheets import picture

FORMULA = {"A1": 12, "C": 0.8, "B": 8, "N": 0.7}
COLOURS = ("blue", "yellow", "orange", "red")


@pytest.fixture(scope="module")
def assessed(town, tmp_path_factory):
    out = tmp_path_factory.mktemp("assessed")
    return support.run("assess", **(town.every("assess", out) | {"RETURN_PERIODS": "2,20", "DURATION": 60}))


def summary_of(done) -> dict:
    with open(done.OUTPUT_SUMMARY, encoding="utf-8") as file:
        return json.load(file)


def test_each_rain_is_that_of_the_single_tools(assessed, town, tmp_path):
    """designstorm, pondingevent and riskmap, on the conditioned DEM, to the last bit."""
    given = town.every("assess", tmp_path)
    layers = {name: given[name] for name in ("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "PUMPS")}
    for period in (2, 20):
        storm = support.run(
            "designstorm", **FORMULA, RETURN_PERIOD=period, DURATION=60, OUTPUT=tmp_path / f"storm{period}.gpkg"
        )
        event = support.run(
            "pondingevent", DEM=assessed.OUTPUT_CONDITIONED, HYETOGRAPH=storm.OUTPUT, **layers, AFTER=60,
            OUTPUT=tmp_path / f"depth{period}.tif", OUTPUT_DURATION=tmp_path / f"minutes{period}.tif",
        )  # fmt: skip
        risk = support.run("riskmap", DEPTH=event.OUTPUT, OUTPUT=tmp_path / f"risk{period}.tif")
        folder = assessed.OUTPUT_SCENARIOS
        for name, single in (("depth", event.OUTPUT), ("duration", event.OUTPUT_DURATION), ("risk", risk.OUTPUT)):
            own = read_raster(f"{folder}/{name}_P{period}a.tif")
            np.testing.assert_array_equal(own, read_raster(single), err_msg=f"{name} {period}")
        (row,) = [rain for rain in summary_of(assessed)["rains"] if rain["return_period_a"] == period]
        assert row["rain_mm"] == pytest.approx(storm.TOTAL_MM, abs=5e-4)
        for key, number in (
            ("inlet_m3", event.INLET_M3),
            ("stored_m3", event.STORED_M3),
            ("pumped_m3", event.PUMPED_M3),
        ):
            assert row[key] == pytest.approx(number, abs=1e-3)
        assert list(row["area_m2"].values()) == [risk.BLUE_M2, risk.YELLOW_M2, risk.ORANGE_M2, risk.RED_M2]


def test_points_line_and_coping_rain_are_those_of_the_single_tools(assessed, town, tmp_path):
    recorded = town.every("assess", tmp_path)["RECORDED"]
    points = support.run(
        "pondingpoints", DEPTH=assessed.OUTPUT_DEPTH, RECORDED=recorded, OUTPUT=tmp_path / "p.gpkg",
        OUTPUT_RECORDED=tmp_path / "r.gpkg",
    )  # fmt: skip
    assert plain(assessed.OUTPUT_POINTS) == plain(points.OUTPUT)
    assert plain(assessed.OUTPUT_RECORDED) == plain(points.OUTPUT_RECORDED)
    for name in ("POINTS", "HITS", "MISSES", "FALSE_ALARMS"):
        assert getattr(assessed, name) == getattr(points, name)
    line = support.run(
        "controlline", RISK=assessed.OUTPUT_COMBINED, OUTPUT=tmp_path / "c.gpkg", OUTPUT_LINE=tmp_path / "l.gpkg"
    )
    for own, single in ((assessed.OUTPUT_CONTROL, line.OUTPUT), (assessed.OUTPUT_CONTROL_LINE, line.OUTPUT_LINE)):
        assert plain(own, "source") == plain(single, "source")
    flooded = support.run("raintoflood", DEM=assessed.OUTPUT_CONDITIONED, MIN_DEPTH=0.15, OUTPUT=tmp_path / "flood.tif")
    np.testing.assert_array_equal(read_raster(assessed.OUTPUT_RAINTOFLOOD), read_raster(flooded.OUTPUT))
    cope = support.run(
        "copingrain", RAINTOFLOOD=flooded.OUTPUT, ZONES=assessed.OUTPUT_ZONES, **FORMULA, DURATION=60,
        OUTPUT=tmp_path / "cope.gpkg",
    )  # fmt: skip
    assert plain(assessed.OUTPUT_COPING) == plain(cope.OUTPUT)


def plain(path, *without) -> list[dict]:
    rows = [{key: value for key, value in row.items() if key not in without} for row in read_vector(path)]
    return [row | {"shape": row["shape"] and row["shape"].ExportToWkt()} for row in rows]


def test_risk_across_rains_is_the_matrix_applied_by_hand(assessed):
    """2 years are frequent, 20 occasional, the one beyond has the period that the formula gives its depth."""
    table = {
        "Frequent": [0, 2, 3, 4, 4], "Occasional": [0, 1, 2, 3, 4], "Rare": [0, 1, 1, 2, 3], "Extreme": [0, 1, 1, 1, 2],
    }  # fmt: skip
    rains = summary_of(assessed)["rains"]
    assert [rain["likelihood"] for rain in rains[:2]] == ["Frequent", "Occasional"]
    period = rains[2]["return_period_a"]
    assert rains[2]["likelihood"] == ("Rare" if period <= 100 else "Extreme") and period > 20
    stems = ("P2a", "P20a", f"beyond_{rains[2]['rain_mm']:g}mm")
    expected = 0
    for rain, stem in zip(rains, stems):
        classes = read_raster(f"{assessed.OUTPUT_SCENARIOS}/risk_{stem}.tif")
        weighed = np.array(table[rain["likelihood"]], float)[np.nan_to_num(classes).astype(int)]
        expected = np.maximum(expected, np.where(np.isnan(classes), np.nan, weighed))
    found = read_raster(assessed.OUTPUT_COMBINED)
    np.testing.assert_array_equal(found, expected)
    assert np.nanmax(found) > 0
    for k, colour in enumerate(COLOURS, 1):
        assert getattr(assessed, f"COMBINED_{colour.upper()}_M2") == np.count_nonzero(found == k) * 25
        zones = [row["area_m2"] for row in read_vector(assessed.OUTPUT_COMBINED_ZONES) if row["risk"] == k]
        assert sum(zones) == pytest.approx(np.count_nonzero(found == k) * 25)


def test_the_ledger_of_every_rain_closes(assessed):
    for rain in summary_of(assessed)["rains"]:
        parts = [rain[key] for key in ("stored_m3", "inlet_m3", "infiltrated_m3", "pumped_m3", "outflow_m3")]
        assert sum(parts) == pytest.approx(rain["runoff_m3"], rel=1e-6)
        assert abs(rain["balance_error"]) < 1e-9


def test_every_preset_in_the_summary_says_its_source(assessed):
    presets = summary_of(assessed)["presets"]
    assert len(presets) == 4  # scheme, matrix, storm formula, inlets
    assert all(preset["source"] and preset["sure"] for preset in presets)


def test_depths_alone_are_static_as_ever(town, tmp_path):
    given = {name: value for name, value in town.every("assess", tmp_path).items() if name in ("DEM", "BUILDINGS")}
    done = support.run(
        "assess", **given, OUTPUT_DEPTH=tmp_path / "d.tif", OUTPUT_CONDITIONED=tmp_path / "c.tif",
        OUTPUT_SUMMARY=tmp_path / "s.json",
    )  # fmt: skip
    water = support.run("inundation", DEM=tmp_path / "c.tif", RAIN=100, OUTPUT=tmp_path / "w.tif")
    np.testing.assert_array_equal(read_raster(done.OUTPUT_DEPTH), read_raster(water.OUTPUT))
    summary = summary_of(done)
    assert [rain["rain_mm"] for rain in summary["rains"]] == [20, 50, 100]
    assert summary["method"] == "static" and summary["storm"] is None and summary["combined"] is None
    assert done.COMBINED_RED_M2 == 0


def test_a_factor_of_a_light_rain_is_not_rounded_away(town, tmp_path):
    done = support.run("assess", DEM=town.dem, RAIN="0.02", BEYOND="x1.5", OUTPUT_SUMMARY=tmp_path / "s.json")
    assert [rain["rain_mm"] for rain in summary_of(done)["rains"]] == [0.02, 0.03]


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"RETURN_PERIODS": "2,5"}, "RETURN_PERIODS need a storm formula"),
        ({**FORMULA, "RETURN_PERIODS": "2", "RAIN": "50"}, "RAIN and RETURN_PERIODS are two lists"),
        ({**FORMULA, "RETURN_PERIODS": "2,2"}, "RETURN_PERIODS: 2a is named twice"),
        ({"RAIN": "20,20"}, "RAIN: 20mm is named twice"),
        ({**FORMULA, "RETURN_PERIODS": "2,zwei"}, 'RETURN_PERIODS must be a number, not "zwei"'),
        ({**FORMULA, "RETURN_PERIODS": "0"}, "RETURN_PERIODS must not be below 0.001"),
        ({**FORMULA, "RETURN_PERIODS": ","}, "RETURN_PERIODS holds no number"),
        ({"A1": 12, "C": 0.8}, "lacks B, N"),
        ({"CITY": "xian", **FORMULA}, "two storm formulas"),
        ({"CITY": "atlantis"}, "CITY: there is no storm formula"),
        ({"CITY": "shenzhen_west", "RETURN_PERIODS": "0.5"}, "1 to 100 years"),
        ({"CITY": "shenzhen_west", "BEYOND": "5000"}, "BEYOND: .*A factor .* goes further"),
        ({**FORMULA, "BEYOND": "100"}, "BEYOND: 100 years give .* no more than the greatest"),
        ({**FORMULA, "BEYOND": "x0.9"}, "BEYOND: a factor must be above 1, not x0.9"),
        ({**FORMULA, "BEYOND": "x1"}, "BEYOND: a factor must be above 1, not x1"),
        ({"RAIN": "50.04", "BEYOND": "1.0倍"}, "BEYOND: a factor must be above 1, not 1.0倍"),
        ({"RAIN": "20,1e6"}, "RAIN must not be above 100000"),
        ({**FORMULA, "BEYOND": "x99999"}, "BEYOND: .* mm is more than 100,000 mm, which no rain comes near"),
        ({"DURATION": 60, "BEYOND": 400 * "9" + "mm"}, "BEYOND must be a finite number"),
        ({"DURATION": 60, "BEYOND": "x" + 400 * "9"}, "BEYOND must be a finite number"),
        ({**FORMULA, "BEYOND": 400 * "9"}, "BEYOND must be a finite number"),
        ({**FORMULA, "A1": 1e200}, "The storm formula gives .* mm at P = 2 a: .* check A1, C, B and N"),
        ({**FORMULA, "A1": 1e-200}, "The storm formula gives .* mm at P = 2 a: .* check A1, C, B and N"),
        ({**FORMULA, "N": 500}, "N 500 .* no rain"),
        ({"BEYOND": "200"}, "BEYOND: a return period .200. needs a storm formula"),
        ({"BEYOND": "much"}, "BEYOND must be a return period"),
        ({"DURATION": 0}, "DURATION must not be below 1"),
        ({**FORMULA, "PEAK_RATIO": 1.2}, "PEAK_RATIO must not be above 1"),
        ({**FORMULA, "AFTER": 1e9}, "AFTER must not be above 525600"),
        ({"THRESHOLD": 1e300}, "THRESHOLD must not be above 100"),
        ({"SCHEME": "depth_duration"}, "needs durations"),
        ({"OUTPUT_COMBINED": "c.tif"}, "OUTPUT_COMBINED needs rains whose return periods are known"),
        ({"OUTPUT_COMBINED": "c.tif", "DURATION": 60}, "OUTPUT_COMBINED needs rains whose return periods are known"),
        ({"OUTPUT_DURATION": "d.tif"}, "OUTPUT_DURATION needs rains in time"),
        ({"OUTPUT_RECORDED": "r.gpkg"}, "OUTPUT_RECORDED needs recorded points"),
        ({"RECEIVING_LEVEL": "3"}, "RECEIVING_LEVEL limits what inlets take"),
    ],
)
def test_what_does_not_go_together(town, tmp_path, parameters, message):
    import re

    given = {k: tmp_path / v if k.startswith("OUTPUT") else v for k, v in parameters.items()}
    refused = support.refusal("assess", DEM=town.dem, OUTPUT_DEPTH=tmp_path / "depth.tif", **given)
    assert re.search(message, refused), refused
    assert not support.left_in(tmp_path)


def test_schemes_that_need_velocities_are_refused(town, tmp_path):
    scheme = {
        "name": "Fast", "source": "S", "sure": "U", "quantity": "velocity", "unit": "m/s", "breaks": [0.5, 1, 2, 3],
    }  # fmt: skip
    path = tmp_path / "fast.json"
    path.write_text(json.dumps(scheme), encoding="utf-8")
    message = support.refusal("assess", DEM=town.dem, SCHEME_FILE=path, OUTPUT_DEPTH=tmp_path / "depth.tif")
    assert "Fast needs velocities" in message


def test_depth_and_duration_grade_rains_in_time(town, tmp_path):
    given = town.every("assess", tmp_path)
    done = support.run(
        "assess", DEM=given["DEM"], SCHEME="depth_duration", RAIN="80", DURATION=60, AFTER=120,
        OUTPUT_DEPTH=tmp_path / "d.tif", OUTPUT_DURATION=tmp_path / "t.tif", OUTPUT_RISK=tmp_path / "r.tif",
    )  # fmt: skip
    risk = support.run(
        "riskmap", DEPTH=done.OUTPUT_DEPTH, DURATION=done.OUTPUT_DURATION, SCHEME="depth_duration",
        OUTPUT=tmp_path / "single.tif",
    )  # fmt: skip
    np.testing.assert_array_equal(read_raster(done.OUTPUT_RISK), read_raster(risk.OUTPUT))


def test_a_folder_of_that_name_keeps_what_else_it_holds(town, tmp_path):
    folder = tmp_path / "各情景"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    support.run("assess", DEM=town.dem, RAIN="20,50", OUTPUT_SCENARIOS=folder)
    ours = {f"{name}_{mm}mm.{end}" for name in ("depth", "risk") for mm in (20, 50) for end in ("tif", "qml")}
    assert {path.name for path in folder.iterdir()} == {"notes.txt", *ours}


def test_a_file_is_no_folder(town, tmp_path):
    file = tmp_path / "scenarios"
    file.write_text("mine")
    message = support.refusal("assess", DEM=town.dem, OUTPUT_SCENARIOS=file)
    assert "OUTPUT_SCENARIOS" in message and "is a file" in message
    assert file.read_text() == "mine"


@pytest.mark.parametrize("project", [False, True])
def test_a_sheet_shows_the_risk_though_its_raster_is_not_asked_for(town, tmp_path, project):
    """A risk map without its colours would say that nothing is flooded. A project holds only what a file keeps."""
    given = {"DEM": town.every("assess", tmp_path)["DEM"], "RAIN": "20,90"}
    outputs = {"OUTPUT_MAP": tmp_path / "alone.png"} | ({"OUTPUT_PROJECT": tmp_path / "p.qgz"} if project else {})
    done = support.run("assess", **given, **outputs)
    whole = support.run("assess", **given, OUTPUT_MAP=tmp_path / "both.png", OUTPUT_RISK=tmp_path / "risk.tif")

    colours = [np.array(colour) for colour in ((61, 133, 214), (255, 217, 51), (245, 130, 32), (215, 25, 28))]
    counts = [
        [int((np.abs(picture(sheet).astype(int) - colour).max(axis=2) <= 6).sum()) for colour in colours]
        for sheet in (done.OUTPUT_MAP, whole.OUTPUT_MAP)
    ]
    assert done.RED_M2 + done.BLUE_M2 > 0 and sum(counts[1]) > 2000
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["risk_50mm.tif", "depth_20mm.tif"])
def test_files_of_the_folder_are_not_those_of_other_outputs(town, tmp_path, name):
    folder = tmp_path / "情景"
    more = {"OUTPUT_RISK": folder / name, "OUTPUT_SCENARIOS": folder}
    message = support.refusal("assess", DEM=town.dem, RAIN="20,50", **more)
    assert message == "OUTPUT_SCENARIOS would overwrite OUTPUT_RISK: choose another place."
    assert not folder.exists()


def test_the_dem_may_not_be_a_file_of_the_folder(town, tmp_path):
    import shutil

    dem = tmp_path / "duration_P2a.tif"
    shutil.copy(town.dem, dem)
    before = dem.read_bytes()
    given = {"DEM": dem, "OUTPUT_SCENARIOS": tmp_path, "RETURN_PERIODS": "2,5", **FORMULA}
    message = support.refusal("assess", **given)
    assert message == "OUTPUT_SCENARIOS would overwrite the input DEM: choose another place."
    assert dem.read_bytes() == before
    support.run("assess", **(given | {"RETURN_PERIODS": "3"}))
    assert dem.read_bytes() == before


@pytest.mark.parametrize(("name", "preset"), [("SCHEME_FILE", "schemes"), ("MATRIX_FILE", "matrices")])
def test_own_presets_are_not_overwritten(town, tmp_path, name, preset):
    from rainshed.gis.presets import PRESETS

    known = json.loads((PRESETS / f"{preset}.json").read_text(encoding="utf-8"))
    own = tmp_path / "own.json"
    own.write_text(json.dumps(next(iter(known.values()))), encoding="utf-8")
    before = own.read_bytes()
    message = support.refusal("assess", DEM=town.dem, OUTPUT_SUMMARY=own, **{name: own})
    assert message == f"OUTPUT_SUMMARY would overwrite the input {name}: choose another place."
    assert own.read_bytes() == before


@pytest.mark.parametrize(("name", "place"), [("OUTPUT_SCENARIOS", "中" * 100), ("OUTPUT_DEPTH", "x" * 300 + ".tif")])
def test_a_name_that_is_too_long(town, tmp_path, name, place):
    message = support.refusal("assess", DEM=town.dem, **{name: tmp_path / place})
    assert message.startswith(f"{name}: ") and "too long" in message and "Choose another place" in message
    assert not support.left_in(tmp_path)


def test_styles_of_a_folder_named_in_a_roundabout_way(town, tmp_path):
    support.run("assess", DEM=town.dem, RAIN="20", OUTPUT_SCENARIOS=f"{tmp_path}/missing/../sc")
    assert {path.name for path in (tmp_path / "sc").glob("*.qml")} == {"depth_20mm.qml", "risk_20mm.qml"}
