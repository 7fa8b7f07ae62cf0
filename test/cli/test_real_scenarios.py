"""assess with design storms by qgis_process: the sample town, a real town, and a DEM without depressions."""

from __future__ import annotations

import json
import time
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, raster_tags, read_raster, read_vector

COLOURS = ("blue", "yellow", "orange", "red")
PERIODS = (2, 5, 20, 50, 100)
FORMULA = {"A1": 12, "C": 0.8, "B": 12, "N": 0.75}
FILES = {
    "OUTPUT_COMBINED": "combined.tif", "OUTPUT_COMBINED_ZONES": "combined_zones.gpkg", "OUTPUT_RISK": "risk.tif",
    "OUTPUT_RISK_ZONES": "risk_zones.gpkg", "OUTPUT_DEPTH": "depth.tif", "OUTPUT_DURATION": "duration.tif",
    "OUTPUT_POINTS": "points.gpkg", "OUTPUT_CONTROL": "control.gpkg", "OUTPUT_CONTROL_LINE": "control_line.gpkg",
    "OUTPUT_COPING": "coping.gpkg", "OUTPUT_SCENARIOS": "情景", "OUTPUT_MAP": "map.pdf", "OUTPUT_PROJECT": "town.qgz",
    "OUTPUT_SUMMARY": "summary.json", "OUTPUT_REPORT": "report.html",
}  # fmt: skip


@pytest.fixture(scope="module")
def assess(qgis_process, tmp_path_factory):
    def run(name: str, **inputs) -> SimpleNamespace:
        folder = tmp_path_factory.mktemp("scenarios") / name
        began = time.monotonic()
        outcome = qgis_process("rainshed:assess", **inputs, **{key: folder / file for key, file in FILES.items()})
        seconds = time.monotonic() - began
        assert outcome.returncode == 0, outcome.text
        return SimpleNamespace(
            folder=folder, dem=inputs["DEM"], seconds=seconds, results=outcome.results, text=outcome.text,
            summary=json.loads((folder / "summary.json").read_text(encoding="utf-8")),
            report=(folder / "report.html").read_text(encoding="utf-8"),
        )  # fmt: skip

    return run


@pytest.fixture(scope="module")
def sample_run(assess, sample):
    drainage = sample / "town_drainage.gpkg"
    names = {"CHANNELS": "channel", "RECORDED": "ponding_points"}
    names |= {name: name.lower() for name in ("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "BUILDINGS")}
    layers = {name: f"{drainage}|layername={layer}" for name, layer in names.items()}
    return assess(
        "示例", DEM=sample / "town_dem.tif", **layers, **FORMULA, BEYOND="200", LANGUAGE="zh", TITLE="示例城镇"
    )


@pytest.fixture(scope="module")
def santboi(assess, shared_data):
    drainage = shared_data / "santboi" / "drainage.gpkg"
    layers = {name.upper(): f"{drainage}|layername={name}" for name in ("inlets", "pipes", "manholes", "outfalls")}
    return assess("santboi", DEM=shared_data / "santboi" / "dem_5m.tif", **layers, **FORMULA, BEYOND="x1.3")


@pytest.fixture(params=["sample_run", "santboi"])
def town(request):
    return request.getfixturevalue(request.param)


def test_all_return_periods_and_one_beyond_in_a_minute(town):
    rains = town.summary["rains"]
    assert [rain["return_period_a"] for rain in rains[:5]] == list(PERIODS)
    assert rains[5]["kind"] == "beyond" and rains[5]["rain_mm"] > rains[4]["rain_mm"]
    for rain in rains[:5]:  # q t / 167 with q = 167 A1 (1 + C lg P) / (t + b)^n
        assert rain["rain_mm"] == pytest.approx(
            12 * (1 + 0.8 * np.log10(rain["return_period_a"])) / 132**0.75 * 120, abs=1e-3
        )
    assert town.seconds < 60 or "compil" in town.text  # kernels that a machine compiles once do not count


def test_more_rain_is_no_less_water(town):
    rains = town.summary["rains"]
    for key in ("max_depth_m", "wet_area_m2", "runoff_m3"):
        values = [rain[key] for rain in rains]
        assert values == sorted(values), key
    for rain in rains:
        assert abs(rain["balance_error"]) < 1e-9


def test_numbers_are_the_cells_of_the_rasters(town):
    area = cell_area(town.dem)
    for name, prefix in (("combined", "COMBINED_"), ("risk", "")):
        classes = read_raster(town.folder / f"{name}.tif")
        for k, colour in enumerate(COLOURS, 1):
            assert town.results[f"{prefix}{colour.upper()}_M2"] == pytest.approx(np.count_nonzero(classes == k) * area)
        zones = town.folder / f"{name}_zones.gpkg"
        burnt = burn_on(zones, "risk", town.dem)
        np.testing.assert_array_equal(burnt, np.nan_to_num(classes))
    for rain, stem in zip(town.summary["rains"], ("P2a", "P5a", "P20a", "P50a", "P100a")):
        classes = read_raster(town.folder / "情景" / f"risk_{stem}.tif")
        assert list(rain["area_m2"].values()) == [np.count_nonzero(classes == k) * area for k in (1, 2, 3, 4)]
        assert raster_tags(town.folder / "情景" / f"risk_{stem}.tif")["RAINSHED_RETURN_PERIOD"] == stem[1:-1]


def test_the_control_line_holds_every_orange_and_red_place(town):
    classes = read_raster(town.folder / "combined.tif")
    inside = burn_on(town.folder / "control.gpkg", "line_id", town.dem) > 0
    outside = np.nan_to_num(classes >= 3) & ~inside
    # specks of less than 100 m2 have no line
    from rainshed.hydrology.patches import label_patches

    label, cells = label_patches(np.nan_to_num(classes) >= 3)
    small = np.append(False, cells * cell_area(town.dem) < 100)[label]
    assert not (outside & ~small).any()


def test_the_report_says_the_figures_and_their_sources(town):
    assert town.report.count("data:image/png;base64,") >= 9  # across, six rains, depth, duration, coping
    for preset in town.summary["presets"]:
        assert preset["source"] and preset["sure"]
    assert "P = 100 a" in town.report and "<img" in town.report


def test_recorded_points_of_the_sample_are_all_hit(sample_run):
    assert (sample_run.results["HITS"], sample_run.results["MISSES"]) == (8, 0)
    assert sum(one["hit"] for one in sample_run.summary["ponding_points"]["recorded"]) == 8
    for rain in sample_run.summary["rains"]:
        assert rain["hits"] + rain["misses"] == 8


def test_a_report_in_chinese(sample_run):
    assert 'lang="zh' in sample_run.report and "仅供筛查" in sample_run.report and "水量平衡" in sample_run.report
    for words in ("Screening only", "Water ledger", "Scenarios"):
        assert words not in sample_run.report


def test_zones_cope_with_a_rain_and_its_return_period(town):
    rows = read_vector(town.folder / "coping.gpkg")
    known = [row for row in rows if row["cope_mm"] is not None]
    assert known
    for row in known:
        if row["cope_years"] is not None:
            depth = 12 * (1 + 0.8 * np.log10(row["cope_years"])) / 132**0.75 * 120
            assert depth == pytest.approx(row["cope_mm"], rel=1e-6)


def test_ground_without_depressions_has_no_risk(assess, shared_data):
    done = assess("control", DEM=shared_data / "no_depressions_25m" / "dem25.tif", **FORMULA, BEYOND="x1.5")
    for file in ("risk_zones", "combined_zones", "control", "points"):
        assert read_vector(done.folder / f"{file}.gpkg") == [], file
    assert all(sum(rain["area_m2"].values()) == 0 for rain in done.summary["rains"])
    assert not np.nan_to_num(read_raster(done.folder / "combined.tif")).any()
