"""checkinputs and networkcheck by qgis_process, on the sample town and on a real one."""

from __future__ import annotations

from collections import Counter

import pytest

from rainshed.test.algorithms.support import read_vector

NAMES = ("inlets", "pipes", "manholes", "outfalls")
BRANCHING = {"237", "238", "18828", "18836", "18852", "18854", "18856", "18860", "18867", "18876"}


def layers(path) -> dict[str, str]:
    return {name.upper(): f"{path}|layername={name}" for name in NAMES}


@pytest.fixture(scope="module")
def town(qgis_process, shared_data, tmp_path_factory):
    """networkcheck on Sant Boi: the outcome, the findings and the pipes."""
    folder = tmp_path_factory.mktemp("check")
    data = shared_data / "santboi"
    outcome = qgis_process(
        "rainshed:networkcheck", **layers(data / "drainage.gpkg"), DEM=data / "dem_5m.tif",
        OUTPUT=folder / "findings.gpkg", OUTPUT_PIPES=folder / "pipes.gpkg",
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    return outcome.results, read_vector(folder / "findings.gpkg"), read_vector(folder / "pipes.gpkg")


def test_all_pipes_of_a_real_town_resolve(town):
    results, _, pipes = town
    assert len(pipes) == 193
    assert all(row["from_node"] and row["to_node"] and row["system"] for row in pipes)
    assert results["END_WITHOUT_NODE"] == results["UNRESOLVED_END"] == results["UNKNOWN_NODE"] == 0


def test_the_one_adverse_pipe_is_told_from_the_pressure_mains(town):
    results, findings, pipes = town
    errors = [row for row in findings if row["severity"] == "error"]
    assert [row["code"] for row in errors] == ["adverse_slope"] and "Pipe 100014 " in errors[0]["message"]
    mains = [row["message"].split()[1] for row in findings if row["code"] == "pressure_main"]
    assert sorted(mains) == ["18966", "245"]
    assert results["ADVERSE_SLOPE"] == results["ERRORS"] == 1 and results["PRESSURE_MAIN"] == 2
    rising = {row["pipe_id"]: row["pressure"] for row in pipes if row["slope"] < 0}
    assert rising == {"100014": 0, "245": 1, "18966": 1}


def test_the_nodes_that_branch_are_listed(town):
    results, findings, _ = town
    assert {row["message"].split()[1] for row in findings if row["code"] == "branching_node"} == BRANCHING
    assert results["BRANCHING_NODE"] == 10
    joined = sorted(row["message"] for row in findings if row["code"] == "joined_systems")
    assert len(joined) == 2 and "236, 240" in joined[1] and "18967, 18888" in joined[0]


def test_the_sample_town(qgis_process, sample, tmp_path):
    outcome = qgis_process(
        "rainshed:checkinputs", DEM=sample / "town_dem.tif", **layers(sample / "town_drainage.gpkg"),
        CHANNELS=f"{sample / 'town_drainage.gpkg'}|layername=channel",
        BUILDINGS=f"{sample / 'town_drainage.gpkg'}|layername=buildings",
        OUTPUT=tmp_path / "findings.gpkg", OUTPUT_HTML=tmp_path / "findings.html",
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    errors = Counter(row["code"] for row in read_vector(tmp_path / "findings.gpkg") if row["severity"] == "error")
    assert errors == dict.fromkeys(("adverse_slope", "orphan_inlet", "dem_hole", "drawn_backwards", "inlet_off_dem"), 1)
    assert outcome.results["ERRORS"] == 5
    assert (tmp_path / "findings.qml").is_file() and (tmp_path / "findings.html").stat().st_size > 1000
