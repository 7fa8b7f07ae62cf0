"""outfallbackwater, pipecapacity and inletcapacity by qgis_process, on the sample town and on a real one."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from rainshed.test.algorithms.support import read_vector

ROOT = Path(__file__).resolve().parents[2]
NETWORK = {"INLETS": "inlets", "PIPES": "pipes", "MANHOLES": "manholes", "OUTFALLS": "outfalls"}
STORM = {"INTENSITY": 60, "INTENSITY_UNIT": "mm_h", "RUNOFF_COEFFICIENT": 0.7}
Q = 60 / 0.36 * 0.7  # L/s per ha that run off


@pytest.fixture(scope="module", params=["sample", "santboi"])
def town(request, qgis_process, tmp_path_factory):
    """Zones of the inlets, then all three algorithms on them."""
    if request.param == "sample":
        dem, drainage = (ROOT / "resources" / "sample" / name for name in ("town_dem.tif", "town_drainage.gpkg"))
        level = 385.5
    else:
        folder = request.getfixturevalue("shared_data") / "santboi"
        dem, drainage, level = folder / "dem_5m.tif", folder / "drainage.gpkg", 28.5
    out = tmp_path_factory.mktemp(request.param)
    layers = {name: f"{drainage}|layername={layer}" for name, layer in NETWORK.items()}

    def done(algorithm, **given):
        outcome = qgis_process(f"rainshed:{algorithm}", **layers, **given)
        assert outcome.returncode == 0, outcome.text
        return SimpleNamespace(text=outcome.text, **outcome.results)

    zones = done("drainagezones", DEM=dem, OUTPUT=out / "zones.gpkg").OUTPUT
    return SimpleNamespace(
        name=request.param,
        zones=read_vector(zones),
        pipes=done("pipecapacity", ZONES=zones, **STORM, OUTPUT=out / "p.gpkg", OUTPUT_ZONES=out / "z.gpkg"),
        on_dem=done("pipecapacity", DEM=dem, **STORM, OUTPUT=out / "d.gpkg"),
        inlets=done("inletcapacity", ZONES=zones, **STORM, OUTPUT=out / "i.gpkg"),
        water=done(
            "outfallbackwater", DEM=dem, ZONES=zones, RECEIVING_LEVEL=level, RUNOFF=100, OUTPUT=out / "o.gpkg",
            OUTPUT_MANHOLES=out / "m.gpkg", OUTPUT_ZONES=out / "c.gpkg",
        ),
        level=level,
    )  # fmt: skip


def test_pipes(town):
    pipes = read_vector(town.pipes.OUTPUT)
    assert (town.pipes.PIPES_KNOWN, town.pipes.OVERLOADED) == {"sample": (92, 19), "santboi": (183, 8)}[town.name]
    for pipe in pipes:
        if pipe["area_m2"]:
            assert pipe["q_lps"] == pytest.approx(pipe["area_m2"] / 1e4 * Q)  # a constant intensity
            assert pipe["t_min"] >= 10
        else:
            assert pipe["q_lps"] == 0 and pipe["t_min"] is None
        if pipe["load"] is not None:
            assert pipe["load"] == pytest.approx(pipe["q_lps"] / pipe["cap_lps"])
            assert pipe["ok"] == int(pipe["load"] <= 1)
    drained = sum(zone["area_m2"] for zone in town.zones if zone["outlet_t"] == "inlet")
    assert 0.9 * drained < town.pipes.AREA_M2 <= drained


def test_zones_delineated_in_the_run_are_the_same(town):
    """drainagezones, then pipecapacity; or pipecapacity alone."""
    assert town.on_dem.AREA_M2 == pytest.approx(town.pipes.AREA_M2)
    apart, at_once = (
        {pipe["pipe_id"]: pipe["area_m2"] for pipe in read_vector(path)}
        for path in (town.pipes.OUTPUT, town.on_dem.OUTPUT)
    )
    assert apart == pytest.approx(at_once)


def test_bottlenecks(town):
    load = {pipe["pipe_id"]: pipe["load"] for pipe in read_vector(town.pipes.OUTPUT)}
    zones = read_vector(town.pipes.OUTPUT_ZONES)
    held = [zone for zone in zones if zone["neck_id"]]
    assert held and len(held) < len(zones)
    for zone in held:
        assert zone["neck_load"] == pytest.approx(load[zone["neck_id"]]) and zone["neck_load"] > 1
        assert (zone["neck_m"] == 0) == (zone["neck_id"] == zone["pipe_id"])
    assert sum(zone["area_m2"] for zone in held) == pytest.approx(town.pipes.HELD_BACK_M2)


def test_inlets(town):
    zone = {zone["outlet_id"]: zone["area_m2"] for zone in town.zones if zone["outlet_t"] == "inlet"}
    inlets = read_vector(town.inlets.OUTPUT)
    for inlet in inlets:
        area = zone.get(inlet["inlet_id"], 0.0)
        assert inlet["area_m2"] == pytest.approx(area)
        assert inlet["q_lps"] == pytest.approx(area / 1e4 * Q)
        limits = [inlet["cap_lps"], *([] if inlet["pipe_lps"] is None else [inlet["pipe_lps"]])]
        assert (inlet["limit"] == "none") == (inlet["q_lps"] <= min(limits) * (1 + 1e-6))
        if inlet["limit"] == "inlet":
            assert inlet["cap_lps"] == min(limits)
            assert (inlet["add_n"] + 1) * inlet["cap_lps"] >= min([inlet["q_lps"], *limits[1:]]) * (1 - 1e-6)
    assert town.inlets.LIMIT_INLET + town.inlets.LIMIT_PIPE > 0


def test_receiving_water(town):
    outfalls = read_vector(town.water.OUTPUT)
    counts = [town.water.FREE, town.water.SUBMERGED, town.water.REVERSE]
    assert sum(counts) == len(outfalls) == 4
    assert len(set(counts)) > 1, "a level between the outfalls"
    for outfall in outfalls:
        assert (outfall["state"] == "free") == (outfall["crown"] >= town.level)
        assert (outfall["pump_m3s"] > 0) == (outfall["zones"] > 0)
    for manhole in read_vector(town.water.OUTPUT_MANHOLES):
        assert manhole["ground_z"] < town.level
    cut = read_vector(town.water.OUTPUT_ZONES)
    assert sum(zone["area_m2"] for zone in cut) == pytest.approx(town.water.CUT_OFF_M2)
    assert town.water.PUMP_M3S == pytest.approx(town.water.CUT_OFF_M2 * 0.1 / 86_400)
    low = {zone["outlet_id"] for zone in town.zones if zone["low_z"] <= town.level}
    assert cut and len(cut) <= len(low)


@pytest.mark.parametrize(
    ("algorithm", "given", "sentence"),
    [
        ("pipecapacity", {}, "No design storm is given"),
        ("inletcapacity", {"A1": 12, "C": 0.8}, "The storm formula lacks B, N, RETURN_PERIOD: these have no default."),
        ("outfallbackwater", {"RECEIVING_LEVEL": "lake"}, 'OUTFALLS has no field "lake"'),
    ],
)
def test_refusals(qgis_process, tmp_path, algorithm, given, sentence):
    sample = ROOT / "resources" / "sample"
    layers = {name: f"{sample}/town_drainage.gpkg|layername={layer}" for name, layer in NETWORK.items()}
    outcome = qgis_process(
        f"rainshed:{algorithm}", DEM=sample / "town_dem.tif", **layers, **given, OUTPUT=tmp_path / "o.gpkg"
    )
    assert outcome.returncode == 1
    assert sentence in outcome.text
    assert list(tmp_path.iterdir()) == []
