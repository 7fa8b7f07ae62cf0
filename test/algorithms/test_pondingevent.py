"""rainshed:pondingevent: a bowl worked by hand, what it shares with inundation, and what it refuses."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from . import support
from .support import read_raster, read_vector

# A floor of 9 cells at 0, a ring of 16 at 5 that runs to it, and a wall on the edge, where water leaves: spill at 10.
BASIN = np.full((7, 7), 10.0)
BASIN[1:6, 1:6] = 5.0
BASIN[2:5, 2:5] = 0.0
CELL = 10.0


@pytest.fixture
def storm(tmp_path):
    def make(*rows: tuple[float, float], name: str = "storm.csv") -> Path:
        path = tmp_path / name
        path.write_text("t_min,rain_mm\n" + "".join(f"{a},{b}\n" for a, b in rows), encoding="utf-8")
        return path

    return make


@pytest.fixture
def basin(dem) -> Path:
    return dem(BASIN, CELL)


@pytest.fixture
def inlet(vector):
    return vector("inlets", [support.point(3, 3, CELL)], {"inlet_id": ["A"], "pipe_id": ["P"], "cap": [50.0]})


def series(path) -> list[dict[str, float]]:
    with open(path, encoding="utf-8") as file:
        return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]


def test_a_bowl_by_hand(basin, storm, inlet, tmp_path):
    """25 cells of 100 m2 under 60 mm/h: 150 m3/h. The inlet takes 50 x 0.4 = 20 L/s = 72 m3/h; 78 stay on 900 m2."""
    done = support.run(
        "pondingevent", DEM=basin, HYETOGRAPH=storm((0, 120), (120, 0)), INLETS=inlet, INLET_CAPACITY=50, CLOGGING=0.4,
        AFTER=300, OUTPUT=tmp_path / "d.tif", OUTPUT_DURATION=tmp_path / "t.tif", OUTPUT_START=tmp_path / "s.tif",
        OUTPUT_PONDS=tmp_path / "p.gpkg", OUTPUT_SERIES=tmp_path / "w.csv",
    )  # fmt: skip
    begins, drains = 0.15 * 900 / 78 * 60, (156 - 0.15 * 900) / 72 * 60
    depth, minutes, start = (read_raster(path) for path in (done.OUTPUT, done.OUTPUT_DURATION, done.OUTPUT_START))
    floor = BASIN == 0
    assert depth[floor] == pytest.approx(156 / 900) and not depth[~floor].any()
    assert minutes[floor] == pytest.approx(120 - begins + drains) and not minutes[~floor].any()
    assert start[floor] == pytest.approx(begins) and np.isnan(start[~floor]).all()
    (pond,) = read_vector(done.OUTPUT_PONDS)
    assert pond["level_m"] == pond["depth_m"] == pond["mean_m"] == pytest.approx(156 / 900)
    assert (pond["area_m2"], pond["vol_m3"]) == pytest.approx((900, 156))
    assert (pond["full"], pond["flows_to"], pond["spill_m3"]) == (0, 0, 0)
    assert pond["peak_min"] == pytest.approx(120)
    assert pond["wet_min"] == pytest.approx(120 - begins + drains)
    assert pond["drain_min"] == pytest.approx(drains)
    assert (pond["inlet_m3"], pond["infil_m3"], pond["pump_m3"]) == pytest.approx((300, 0, 0))
    assert (done.RAIN_M3, done.INLET_M3, done.OUTFLOW_M3) == pytest.approx((588, 300, 288))
    assert (done.INFILTRATED_M3, done.PUMPED_M3) == (0, 0)
    assert done.STORED_M3 == pytest.approx(0, abs=1e-9)
    assert abs(done.BALANCE_ERROR) < 1e-12
    rows = series(done.OUTPUT_SERIES)
    assert rows[-1]["t_min"] == 420 and len(rows) == 420
    assert sum(row["inlet_m3"] for row in rows) == pytest.approx(300)
    assert rows[59]["stored_m3"] == pytest.approx(78)


def test_the_capacity_may_stand_in_a_field(basin, storm, inlet, tmp_path):
    given = {"DEM": basin, "HYETOGRAPH": storm((0, 120), (120, 0)), "INLETS": inlet, "CLOGGING": 0.4}
    one = support.run("pondingevent", **given, INLET_CAPACITY="cap", OUTPUT=tmp_path / "a.tif")
    two = support.run("pondingevent", **given, INLET_CAPACITY="50", OUTPUT=tmp_path / "b.tif")
    np.testing.assert_array_equal(read_raster(one.OUTPUT), read_raster(two.OUTPUT))


def test_a_pipe_limits_the_inlet(basin, storm, inlet, vector, tmp_path):
    """A circular pipe of 0.15 m at 1 %: A = 0.0176715, R = 0.0375, Q = A x 0.112033 x 0.1 / 0.013 = 15.229 L/s."""
    pipes = vector(
        "pipes", [support.line((3, 3), (3, 6), dx=CELL)],
        {"pipe_id": ["P"], "size_m": [0.15], "from_level": [-2.0], "to_level": [-2.3]},
    )  # fmt: skip
    outfalls = vector("outfalls", [support.point(3, 6, CELL)], {"node_id": ["O"], "water": [-1.0]})
    given = {
        "DEM": basin, "HYETOGRAPH": storm((0, 120), (120, 0)), "INLETS": inlet, "INLET_CAPACITY": 50, "PIPES": pipes,
        "OUTFALLS": outfalls, "AFTER": 0, "OUTPUT": tmp_path / "d.tif",
    }  # fmt: skip
    full = 15.229e-3 * 7200
    done = support.run("pondingevent", **given)
    assert done.INLET_M3 == pytest.approx(full, rel=1e-3)
    # The receiving water at -1 stands 1.15 m above the crown at -2.15, of 2.15 m from there to the ground at 0.
    slowed = support.run("pondingevent", **given, RECEIVING_LEVEL="water")
    assert slowed.INLET_M3 == pytest.approx(full * np.sqrt(1 / 2.15), rel=1e-3)
    shut = support.attempt("pondingevent", **given, RECEIVING_LEVEL="0")
    assert shut.ok and shut.results["INLET_M3"] == 0
    assert any("1 of 1 inlets lie at or below the receiving level" in line for line in shut.feedback.warnings)


def test_pipes_that_lie_nowhere_limit_nothing(basin, storm, inlet, vector, tmp_path):
    """No pipe has a place, so that there is not a single node."""
    pipes = vector("pipes", [None, None], {"pipe_id": ["P", "Q"]}, kind="LineString")
    given = {"DEM": basin, "HYETOGRAPH": storm((0, 60), (60, 0)), "INLETS": inlet, "RECEIVING_LEVEL": "-3"}
    done = support.attempt("pondingevent", **given, PIPES=pipes, OUTPUT=tmp_path / "d.tif")
    assert done.ok, done.message
    assert done.results["INLET_M3"] == support.run("pondingevent", **given, OUTPUT=tmp_path / "e.tif").INLET_M3
    assert any("null_geometry" in line for line in done.feedback.warnings)


def test_infiltration_and_pumps(basin, storm, vector, tmp_path):
    """60 mm/h, of which 10 soak away: 125 m3/h come to the floor, and a pump takes 26."""
    pumps = vector("pumps", [support.point(3, 3, CELL), support.point(80, 3, CELL)], {"rate": [26.0, 9.0]})
    given = {"DEM": basin, "HYETOGRAPH": storm((0, 60), (60, 0)), "PUMPS": pumps, "AFTER": 0}
    done = support.attempt("pondingevent", **given, INFILTRATION=10, OUTPUT=tmp_path / "d.tif")
    assert done.ok, done.message
    assert read_raster(done.results["OUTPUT"])[3, 3] == pytest.approx(99 / 900)
    assert done.results["PUMPED_M3"] == pytest.approx(26)
    assert done.results["INFILTRATED_M3"] == pytest.approx(49)
    assert any("1 of 2 points lie off the DEM" in line for line in done.feedback.warnings)
    rates = support.write_raster(tmp_path / "rates.tif", np.full(BASIN.shape, 10.0), CELL)
    again = support.run("pondingevent", **given, INFILTRATION=rates, OUTPUT=tmp_path / "e.tif")
    np.testing.assert_allclose(read_raster(again.OUTPUT), read_raster(done.results["OUTPUT"]))


def test_the_log_tells_of_ponds_and_of_idle_inlets_and_pumps(basin, storm, vector, tmp_path):
    """300 m3/h come, 19.44 go to the inlet and 5 to the pump: 0.1 m on 900 m2 are there after 19.6 of 30 min."""
    inlets = vector(
        "inlets", [support.point(3, 3, CELL), support.point(3, 4, CELL)], {"inlet_id": ["A", "B"], "l": [9, 0]}
    )
    pumps = vector(
        "pumps", [support.point(1, 3, CELL), support.point(3, 3, CELL)], {"id": ["dry", "wet"], "rate": [5, 5]}
    )
    given = {
        "DEM": basin,
        "HYETOGRAPH": storm((0, 60), (30, 0)),
        "INLETS": inlets,
        "INLET_CAPACITY": "l",
        "PUMPS": pumps,
    }
    done = support.run("pondingevent", **given, AFTER=0, THRESHOLD=0.1, OUTPUT=tmp_path / "d.tif")
    assert "Ponds: 1, of which 1 stood deeper than 0.1 m, for up to 10 min; 1 still do at minute 30." in done.infos
    assert "INLETS: 1 of 2 took no water: B." in done.infos
    assert "PUMPS: 1 of 2 took no water: dry." in done.warnings
    high = support.run("pondingevent", **given, THRESHOLD=9, OUTPUT=tmp_path / "e.tif")
    assert "Ponds: 1, none deeper than 9 m." in high.infos


def test_what_goes_unused_is_told(basin, storm, vector, tmp_path):
    outfalls = vector("outfalls", [support.point(3, 6, CELL)])
    given = {"DEM": basin, "HYETOGRAPH": storm((0, 60), (60, 0)), "OUTPUT": tmp_path / "d.tif"}
    done = support.attempt("pondingevent", **given, OUTFALLS=outfalls)
    assert "OUTFALLS: not used, since water enters pipes by INLETS only." in done.feedback.warnings
    assert not support.attempt("pondingevent", **given).feedback.warnings


def test_the_runoff_coefficient_may_be_a_raster(basin, storm, tmp_path):
    share = np.where(BASIN == 0, 0.0, 0.5)
    path = support.write_raster(tmp_path / "share.tif", share, CELL)
    rain = storm((0, 90), (60, 0))
    done = support.run("pondingevent", DEM=basin, HYETOGRAPH=rain, RUNOFF_COEFFICIENT=path, OUTPUT=tmp_path / "d.tif")
    assert read_raster(done.OUTPUT)[3, 3] == pytest.approx(16 * 0.045 / 9)
    assert done.RAIN_M3 == pytest.approx(40 * 100 * 0.045)


@pytest.mark.parametrize("rain", [10, 60, 400])
def test_without_sinks_it_ends_as_inundation(dem, storm, tmp_path, rain):
    z = np.round(np.random.default_rng(8).random((30, 40)) * 40) / 10
    z[7, 9] = np.nan
    path = dem(z, 2, 3)
    table = storm((0, rain * 0.2), (7, rain * 0.8), (20, 0))
    done = support.run("pondingevent", DEM=path, HYETOGRAPH=table, OUTPUT=tmp_path / "a.tif")
    still = support.run("inundation", DEM=path, RAIN=rain, OUTPUT=tmp_path / "b.tif")
    np.testing.assert_allclose(read_raster(done.OUTPUT), read_raster(still.OUTPUT), atol=1e-3)
    assert done.STORED_M3 == pytest.approx(still.STORED_M3)


def test_ponds_cover_the_depths(dem, storm, tmp_path):
    z = np.round(np.random.default_rng(9).random((30, 40)) * 40) / 10
    path = dem(z, 2)
    done = support.run(
        "pondingevent", DEM=path, HYETOGRAPH=storm((0, 200), (30, 0)), INFILTRATION=30, OUTPUT=tmp_path / "d.tif",
        OUTPUT_DURATION=tmp_path / "t.tif", OUTPUT_PONDS=tmp_path / "p.gpkg",
    )  # fmt: skip
    depth, minutes = read_raster(done.OUTPUT), read_raster(done.OUTPUT_DURATION)
    cover = support.burn(done.OUTPUT_PONDS, "pond_id", depth, 2)
    np.testing.assert_array_equal(cover > 0, depth > 0)
    ponds = read_vector(done.OUTPUT_PONDS)
    assert len(ponds) > 20
    for pond in ponds:
        inside = cover == pond["pond_id"]
        assert pond["depth_m"] == pytest.approx(depth[inside].max(), rel=1e-5)
        assert pond["wet_min"] == pytest.approx(minutes[inside].max(), rel=1e-5, abs=1e-5)
        assert pond["vol_m3"] == pytest.approx(depth[inside].sum() * 4, rel=1e-4)
        assert pond["infil_m3"] > 0


CASES = {
    "no table": ({"HYETOGRAPH": ""}, "HYETOGRAPH"),
    "pipes alone": ({"PIPES": "{lines}"}, "PIPES limits what inlets take: give INLETS too."),
    "level alone": ({"RECEIVING_LEVEL": "3"}, "RECEIVING_LEVEL limits what inlets take"),
    "level 0 alone": ({"RECEIVING_LEVEL": 0}, "RECEIVING_LEVEL limits what inlets take"),
    "field without pipes": (
        {"INLETS": "{points}", "OUTFALLS": "{points}", "RECEIVING_LEVEL": "water"},
        "PIPES are needed",
    ),
    "another grid": ({"INFILTRATION": "{small}"}, "INFILTRATION small.tif lies on another grid than the DEM"),
    "neither number nor raster": ({"INFILTRATION": "sandy"}, "INFILTRATION must be a number or a raster"),
    "too large a coefficient": ({"RUNOFF_COEFFICIENT": "1.5"}, "RUNOFF_COEFFICIENT must not be above 1"),
    "negative infiltration": ({"INFILTRATION": "-1"}, "INFILTRATION must not be below 0"),
    "raster out of range": (
        {"RUNOFF_COEFFICIENT": "{high}"},
        "RUNOFF_COEFFICIENT: high holds 3 to 3; it must be 0 to 1",
    ),
    "raster with gaps": ({"INFILTRATION": "{gaps}"}, "INFILTRATION: gaps has no value in 1 cells that have elevations"),
    "a table as a shapefile": ({"OUTPUT_SERIES": "{folder}/w.shp"}, "OUTPUT_SERIES is a table, which no .shp holds"),
    "a table in a database": ({"OUTPUT_SERIES": "{folder}/w.sqlite"}, "a table, which no .sqlite holds: use .csv"),
    "ponds as a table": ({"OUTPUT_PONDS": "{folder}/p.dbf"}, "OUTPUT_PONDS must end as a vector format does"),
    "no step": ({"STEP": 0}, "STEP must be above 0"),
    "no rate": ({"PUMPS": "{points}"}, "PUMPS: layer points has no field with the rate"),
    "output on the raster": (
        {"INFILTRATION": "{fits}", "OUTPUT": "{fits}"},
        "OUTPUT would overwrite the input INFILTRATION",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_refused(basin, storm, vector, tmp_path, case):
    given, message = CASES[case]
    made = {
        "folder": tmp_path,
        "lines": vector("lines", [support.line((1, 1), (3, 3), dx=CELL)]),
        "points": vector("points", [support.point(3, 3, CELL)], {"water": [1.0]}),
        "small": support.write_raster(tmp_path / "small.tif", np.zeros((3, 3)), CELL),
        "high": support.write_raster(tmp_path / "high.tif", np.full((7, 7), 3.0), CELL),
        "fits": support.write_raster(tmp_path / "fits.tif", np.full((7, 7), 3.0), CELL),
        "gaps": support.write_raster(tmp_path / "gaps.tif", np.where(np.eye(7) * np.arange(7) == 4, np.nan, 1), CELL),
    }
    given = {name: value.format(**made) if isinstance(value, str) else value for name, value in given.items()}
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    usual = {"DEM": basin, "HYETOGRAPH": storm((0, 20), (10, 0)), "OUTPUT": tmp_path / "out.tif"}
    done = support.attempt("pondingevent", **usual | given)
    assert not done.ok
    assert message in done.message
    # QGIS itself keeps statistics of rasters that it opens
    after = {path: path.read_bytes() for path in tmp_path.iterdir() if path.suffix not in (".csv", ".xml")}
    assert after == {path: data for path, data in before.items() if path.suffix != ".xml"}


def test_a_table_loaded_as_delimited_text_is_not_overwritten(basin, storm, tmp_path):
    """Its source is a URL, with the path encoded in it."""
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtCore import QUrl

    path = storm((0, 20), (10, 0), name="雨 1.csv")
    url = bytes(QUrl.fromLocalFile(str(path)).toEncoded()).decode() + "?delimiter=,&detectTypes=yes"
    layer = QgsVectorLayer(url, "rain", "delimitedtext")
    given = {"DEM": basin, "HYETOGRAPH": layer, "OUTPUT": tmp_path / "d.tif"}
    before = path.read_bytes()
    message = support.refusal("pondingevent", **given, OUTPUT_SERIES=path)
    assert "OUTPUT_SERIES would overwrite the input HYETOGRAPH" in message
    assert path.read_bytes() == before
    assert support.run("pondingevent", **given).RAIN_M3 == pytest.approx(49 * 100 * 0.02)
