"""copingrain and the schemes of riskmap by qgis_process, on the sample town."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, raster_tags, read_raster, read_vector

STORM = {"A1": 12, "C": 0.8, "B": 8, "N": 0.7, "DURATION": 60}


@pytest.fixture(scope="module")
def town(qgis_process, sample, tmp_path_factory):
    """Zones of the sample town and the rain that floods it 15 cm deep."""
    folder = tmp_path_factory.mktemp("coping 应对")
    drainage = sample / "town_drainage.gpkg"
    rain, zones, dem = folder / "rain.tif", folder / "zones.gpkg", sample / "town_dem.tif"
    layers = {name.upper(): f"{drainage}|layername={name}" for name in ("inlets", "pipes", "manholes", "outfalls")}
    for outcome in (
        qgis_process("rainshed:raintoflood", DEM=dem, MIN_DEPTH=0.15, MAX_RAIN=200, OUTPUT=rain),
        qgis_process("rainshed:drainagezones", DEM=dem, **layers, LEVEL="node", OUTPUT=zones),
    ):
        assert outcome.returncode == 0, outcome.text
    return {"rain": rain, "zones": zones, "folder": folder, "dem": dem}


def test_every_zone_of_the_sample_town(town, qgis_process):
    """Against the values of the cells that the zone's polygon covers, sorted here."""
    target = town["folder"] / "coping.gpkg"
    outcome = qgis_process("rainshed:copingrain", RAINTOFLOOD=town["rain"], ZONES=town["zones"], OUTPUT=target, **STORM)
    assert outcome.returncode == 0, outcome.text
    rows, before = read_vector(target), read_vector(town["zones"])
    assert [row["zone_id"] for row in rows] == [row["zone_id"] for row in before] and len(rows) > 20
    assert set(before[0]) - {"fid"} <= set(rows[0])
    number = burn_on(town["zones"], "zone_id", town["rain"])
    rain, cell = read_raster(town["rain"]), cell_area(town["rain"])
    known = []
    for row in rows:
        values = np.sort(rain[(number == row["zone_id"]) & ~np.isnan(rain)])
        wet = math.ceil(50 / cell)
        expected = float(values[wet - 1]) if values.size >= wet else None
        assert row["cope_mm"] == (None if expected is None else pytest.approx(expected, rel=1e-9))
        if expected is None:
            assert row["cope_note"] in ("more than 200 mm", "smaller than WET_AREA") and row["cope_years"] is None
        else:
            strength = expected / 60 * 68**0.7 / 12  # depth = q t / 167
            assert row["cope_years"] == pytest.approx(10 ** ((strength - 1) / 0.8), rel=1e-9)
            known.append(expected)
    assert outcome.results["ZONES_KNOWN"] == len(known) > 5
    assert outcome.results["LEAST_MM"] == pytest.approx(min(known))
    assert target.with_suffix(".qml").is_file()


@pytest.mark.parametrize("scheme", ["uk_hazard", "hazard_h1_h6", "swiss_intensity", "depth_duration"])
def test_a_scheme_is_refused_without_its_raster_and_agrees_in_all_outputs(town, qgis_process, scheme):
    folder = town["folder"]
    depth = folder / "depth.tif"
    if not depth.exists():
        assert qgis_process("rainshed:inundation", DEM=town["dem"], RAIN=60, OUTPUT=depth).returncode == 0
    wanted = "DURATION" if scheme == "depth_duration" else "VELOCITY"
    target = folder / f"{scheme}.tif"
    outcome = qgis_process("rainshed:riskmap", DEPTH=depth, SCHEME=scheme, OUTPUT=target)
    assert outcome.returncode == 1 and f"needs {wanted}: give it" in outcome.text
    assert not target.exists()
    polygons = folder / f"{scheme}.gpkg"
    # the depths themselves stand in for minutes and m/s
    other = depth
    outcome = qgis_process(
        "rainshed:riskmap", DEPTH=depth, SCHEME=scheme, MIN_AREA=0, OUTPUT=target, OUTPUT_ZONES=polygons,
        **{wanted: other},
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    classes = np.nan_to_num(read_raster(target))
    cell = cell_area(depth)
    for value, colour in enumerate(("BLUE", "YELLOW", "ORANGE", "RED"), 1):
        assert outcome.results[f"{colour}_M2"] == pytest.approx(np.count_nonzero(classes == value) * cell)
    np.testing.assert_array_equal(burn_on(polygons, "risk", depth), classes)
    by_class = dict.fromkeys(range(1, 5), 0.0)
    for row in read_vector(polygons):
        by_class[row["risk"]] += row["area_m2"]
    assert list(by_class.values()) == pytest.approx([np.count_nonzero(classes == v) * cell for v in by_class])
    assert raster_tags(target)["RAINSHED_METHOD"] == f"graded by depth and {wanted.lower()}"
