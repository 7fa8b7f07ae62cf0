"""pondingevent by qgis_process on a real town with its drainage system."""

from __future__ import annotations

import csv
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms.support import cell_area, read_raster, read_vector, write_vector

STORM = [
    (0, 2),
    (5, 3),
    (10, 5),
    (15, 9),
    (20, 14),
    (25, 9),
    (30, 6),
    (35, 4),
    (40, 3),
    (45, 2),
    (50, 2),
    (55, 1),
    (60, 0),
]
TOTAL = 60.0  # mm
NETWORK = {"INLETS": "inlets", "PIPES": "pipes", "MANHOLES": "manholes", "OUTFALLS": "outfalls"}
CASES = {
    "no sinks": {},
    "inlets": {"INLETS": "inlets"},
    "pipes": {**NETWORK, "INFILTRATION": 5},
    "half a step": {**NETWORK, "INFILTRATION": 5, "STEP": 30},
    "high water": {**NETWORK, "RECEIVING_LEVEL": 30, "PUMPS": True},
    "shut": {**NETWORK, "RECEIVING_LEVEL": 500},
}


@pytest.fixture(scope="module")
def events(qgis_process, shared_data, tmp_path_factory):
    """The outcome of each case, and of inundation for the same rain."""
    folder = tmp_path_factory.mktemp("events")
    town = shared_data / "santboi"
    (folder / "storm.csv").write_text("t_min,rain_mm\n" + "".join(f"{a},{b}\n" for a, b in STORM))
    pumps = write_vector(
        folder / "pumps.gpkg", ["POINT (419000 4577000)", "POINT (1 1)", "POINT (419100 4577500)"],
        {"rate": [300.0, 5.0, None]}, crs="EPSG:25831",
    )  # fmt: skip
    done = {}
    for k, (name, given) in enumerate(CASES.items()):
        given = {
            key: f"{town}/drainage.gpkg|layername={value}" if isinstance(value, str) else value
            for key, value in given.items()
        }
        if given.get("PUMPS"):
            given["PUMPS"] = pumps
        files = {
            "OUTPUT": f"d{k}.tif",
            "OUTPUT_DURATION": f"t{k}.tif",
            "OUTPUT_PONDS": f"p{k}.gpkg",
            "OUTPUT_SERIES": f"s{k}.csv",
        }
        outcome = qgis_process(
            "rainshed:pondingevent", DEM=town / "dem_5m.tif", HYETOGRAPH=folder / "storm.csv", RUNOFF_COEFFICIENT=0.7,
            **given, **{key: folder / value for key, value in files.items()},
        )  # fmt: skip
        assert outcome.returncode == 0, outcome.text
        done[name] = SimpleNamespace(text=outcome.text, **outcome.results)
    still = qgis_process(
        "rainshed:inundation", DEM=town / "dem_5m.tif", RAIN=TOTAL, RUNOFF_COEFFICIENT=0.7, OUTPUT=folder / "still.tif"
    )
    assert still.returncode == 0, still.text
    area = read_raster(town / "dem_5m.tif").size * cell_area(town / "dem_5m.tif")
    return SimpleNamespace(done=done, still=read_raster(folder / "still.tif"), area=area)


@pytest.mark.parametrize("name", CASES)
def test_the_ledger_closes(events, name):
    done = events.done[name]
    assert abs(done.BALANCE_ERROR) < 1e-9
    assert done.RAIN_M3 == pytest.approx(events.area * 0.7 * TOTAL / 1000)
    where = done.INLET_M3 + done.INFILTRATED_M3 + done.PUMPED_M3 + done.OUTFLOW_M3 + done.STORED_M3
    assert where == pytest.approx(done.RAIN_M3, rel=1e-9)
    with open(done.OUTPUT_SERIES, encoding="utf-8") as file:
        rows = [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]
    gained = [row["rain_m3"] - row["infil_m3"] - row["inlet_m3"] - row["pump_m3"] - row["out_m3"] for row in rows]
    np.testing.assert_allclose(np.cumsum(gained), [row["stored_m3"] for row in rows], atol=1e-6 * done.RAIN_M3)
    assert rows[-1]["t_min"] == 420


def test_without_sinks_it_ends_as_inundation(events):
    np.testing.assert_allclose(read_raster(events.done["no sinks"].OUTPUT), events.still, atol=1e-3)


def test_what_drains_helps(events):
    """Inlets, then pipes that limit them, then water before the outfalls."""
    taken = [events.done[name].INLET_M3 for name in ("inlets", "high water", "shut")]
    assert taken[0] > taken[1] > taken[2] == 0
    bare, drained = (read_raster(events.done[name].OUTPUT) for name in ("no sinks", "inlets"))
    assert (drained <= bare + 1e-6).all()
    assert (drained < bare - 0.01).any()


def test_what_is_odd_is_named(events):
    pipes = events.done["pipes"].text
    assert "2 of 193 pipes end above their own top, as pressure mains do: they limit nothing: 18966, 245." in pipes
    assert "1 of 193 pipes rise, or fall by less than 0.0005: they are taken at that slope: 100014." in pipes
    high = events.done["high water"].text
    assert "1 of 3 points lie off the DEM" in high
    assert "1 of 2 pumps have no rate above 0 in field rate and are left out: features 3." in high
    assert "231 of 231 inlets lie at or below the receiving level and take nothing" in events.done["shut"].text


def test_half_the_step_changes_the_drain_down_times_little(events):
    one, half = (read_vector(events.done[name].OUTPUT_PONDS) for name in ("pipes", "half a step"))
    assert len(one) == len(half) > 100
    times = np.array([(a["drain_min"], b["drain_min"]) for a, b in zip(one, half)])
    assert ((times[:, 0] == -1) == (times[:, 1] == -1)).all()
    drained = (times > 0).all(axis=1)
    assert drained.any()
    np.testing.assert_allclose(times[drained, 0], times[drained, 1], rtol=0.02)
