"""designstorm by qgis_process, and its table into an event and a SWMM model of the sample town."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from rainshed.test.algorithms.support import cell_area, read_raster

NETWORK = {"INLETS": "inlets", "PIPES": "pipes", "MANHOLES": "manholes", "OUTFALLS": "outfalls"}


@pytest.fixture(scope="module")
def made(qgis_process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("storm") / "暴雨 storm"
    outcome = qgis_process(
        "rainshed:designstorm", CITY="shenzhen_west", RETURN_PERIOD=20, DURATION=60, STEP=5,
        OUTPUT=folder / "storm.csv", OUTPUT_HTML=folder / "storm.html",
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    return outcome


def test_the_table(made):
    with open(made.results["OUTPUT"], encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["t_min", "rain_mm", "rate_mmh"] and len(rows) == 13
    assert sum(float(row["rain_mm"]) for row in rows) == pytest.approx(99.719, abs=0.001)
    assert made.results["TOTAL_MM"] == pytest.approx(99.719, abs=0.001)
    assert made.results["PEAK_MMH"] == pytest.approx(max(float(row["rate_mmh"]) for row in rows))
    assert made.results["RETURN_PERIOD_A"] == 20
    assert "<svg" in Path(made.results["OUTPUT_HTML"]).read_text(encoding="utf-8")
    assert "Reliability: A, read in the source." in made.text


def test_an_event_and_a_model_take_it(made, qgis_process, sample, tmp_path):
    layers = {name: f"{sample / 'town_drainage.gpkg'}|layername={layer}" for name, layer in NETWORK.items()}
    dem, rain = sample / "town_dem.tif", made.results["OUTPUT"]
    event = qgis_process("rainshed:pondingevent", DEM=dem, HYETOGRAPH=rain, **layers, OUTPUT=tmp_path / "d.tif")
    assert event.returncode == 0, event.text
    area = np.isfinite(read_raster(dem)).sum() * cell_area(dem)
    assert event.results["RAIN_M3"] == pytest.approx(made.results["TOTAL_MM"] / 1000 * area, rel=1e-9)
    assert abs(event.results["BALANCE_ERROR"]) < 1e-6
    model = qgis_process("rainshed:swmmexport", DEM=dem, HYETOGRAPH=rain, **layers, OUTPUT=tmp_path / "m.inp")
    assert model.returncode == 0, model.text
    assert model.results["RAIN_MM"] == pytest.approx(made.results["TOTAL_MM"], rel=1e-9)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"CITY": "Shenzhen", "RETURN_PERIOD": 5}, "Near it: shenzhen_west"),
        ({"CITY": "shenzhen_west", "RETURN_PERIOD": 0.5}, "must lie within the 1 to 100 years"),
        ({"CITY": "shenzhen_west", "RETURN_PERIOD": 5, "PEAK_RATIO": 2}, "PEAK_RATIO must not be above 1"),
        ({"RETURN_PERIOD": 5}, "No storm formula is given"),
    ],
)
def test_refusals(qgis_process, tmp_path, given, message):
    outcome = qgis_process("rainshed:designstorm", **given, OUTPUT=tmp_path / "s.csv")
    assert outcome.returncode == 1 and message in outcome.text
    assert not list(tmp_path.iterdir())
