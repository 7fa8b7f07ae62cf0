"""pondingpoints and controlline by qgis_process, on the sample town and on a real one."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, read_raster, read_vector


@pytest.fixture(scope="module", params=["sample", "santboi"])
def town(request, qgis_process, tmp_path_factory):
    """Depths of 60 mm of rain, and a risk raster: .depth, .risk, .folder."""
    if request.param == "sample":
        dem = request.getfixturevalue("sample") / "town_dem.tif"
    else:
        dem = request.getfixturevalue("shared_data") / "santboi" / "dem_5m.tif"
    folder = tmp_path_factory.mktemp("ponding 积水")
    depth, risk = folder / "depth.tif", folder / "risk.tif"
    for outcome in (
        qgis_process("rainshed:inundation", DEM=dem, RAIN=60, OUTPUT=depth),
        qgis_process("rainshed:riskmap", DEPTH=depth, MIN_AREA=0, OUTPUT=risk),
    ):
        assert outcome.returncode == 0, outcome.text
    return {"depth": depth, "risk": risk, "folder": folder, "cell": cell_area(dem)}


def test_ponding_points(town, qgis_process):
    target = town["folder"] / "points.gpkg"
    outcome = qgis_process("rainshed:pondingpoints", DEPTH=town["depth"], MIN_AREA=50, OUTPUT=target)
    assert outcome.returncode == 0, outcome.text
    rows = read_vector(target)
    assert len(rows) == outcome.results["POINTS"] > 5
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    volumes = [row["vol_m3"] for row in rows]
    assert volumes == sorted(volumes, reverse=True)
    assert all(row["depth_m"] > 0.15 and row["area_m2"] >= 50 for row in rows)
    depth = read_raster(town["depth"])
    deep = np.float32(depth) > np.float32(0.15)
    assert sum(volumes) <= depth[deep].sum() * town["cell"] * (1 + 1e-9)
    assert max(row["depth_m"] for row in rows) == pytest.approx(np.nanmax(depth))
    assert target.with_suffix(".qml").is_file()


def test_points_of_its_own_are_all_hit(town, qgis_process):
    """Each stands in its own area."""
    first, second, seen = (town["folder"] / f"{name}.gpkg" for name in ("first", "second", "seen"))
    assert qgis_process("rainshed:pondingpoints", DEPTH=town["depth"], OUTPUT=first).returncode == 0
    outcome = qgis_process(
        "rainshed:pondingpoints", DEPTH=town["depth"], RECORDED=first, MATCH_DISTANCE=0, OUTPUT=second,
        OUTPUT_RECORDED=seen,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    found = outcome.results
    assert found["HITS"] == found["POINTS"] and found["MISSES"] == found["FALSE_ALARMS"] == found["NOT_COMPARED"] == 0
    assert all(row["dist_m"] == 0 for row in read_vector(seen))


def test_the_unsmoothed_line_is_the_raster(town, qgis_process):
    target = town["folder"] / "exact.gpkg"
    outcome = qgis_process(
        "rainshed:controlline", RISK=town["risk"], CLASS="yellow", MIN_AREA=0, CLOSE_HOLES=0, SMOOTH=0, OUTPUT=target
    )
    assert outcome.returncode == 0, outcome.text
    inside = np.nan_to_num(read_raster(town["risk"])) >= 2
    assert outcome.results["AREA_M2"] == pytest.approx(np.count_nonzero(inside) * town["cell"])
    np.testing.assert_array_equal(burn_on(target, "line_id", town["risk"]) > 0, inside)


def test_the_smoothed_line_encloses_all_that_is_no_speck(town, qgis_process):
    areas, line = town["folder"] / "areas.gpkg", town["folder"] / "line.gpkg"
    outcome = qgis_process("rainshed:controlline", RISK=town["risk"], OUTPUT=areas, OUTPUT_LINE=line)
    exact = qgis_process("rainshed:controlline", RISK=town["risk"], SMOOTH=0, OUTPUT=town["folder"] / "rough.gpkg")
    assert outcome.returncode == exact.returncode == 0, outcome.text
    rough = burn_on(exact.results["OUTPUT"], "line_id", town["risk"]) > 0
    smooth = burn_on(areas, "line_id", town["risk"]) > 0
    assert rough.any() and smooth[rough].all()
    shapes = [row["shape"] for row in read_vector(areas)]
    assert all(shape.IsValid() for shape in shapes)
    for k, one in enumerate(shapes):
        assert not any(one.Overlaps(other) or one.Contains(other) for other in shapes[k + 1 :])
    lines = read_vector(line)
    assert sum(row["shape"].Length() for row in lines) == pytest.approx(outcome.results["LENGTH_M"])
    assert outcome.results["LENGTH_M"] < exact.results["LENGTH_M"], "steps are longer than a smooth line"


def test_one_of_risk_and_depth(town, qgis_process):
    target = town["folder"] / "never.gpkg"
    outcome = qgis_process("rainshed:controlline", RISK=town["risk"], DEPTH=town["depth"], OUTPUT=target)
    assert outcome.returncode == 1 and "Give either RISK (with CLASS) or DEPTH (with MIN_DEPTH)" in outcome.text
    assert not target.exists()
