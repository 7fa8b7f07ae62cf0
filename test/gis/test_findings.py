"""The table of codes: complete, well formed, and with the report and the layer made from it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from rainshed.hydrology.drainage.elements import Finding

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"[a-z]+(_[a-z]+)*")


@pytest.fixture(scope="module")
def findings(qgis):
    from rainshed.gis import findings

    return findings


def written_codes() -> set[str]:
    """The first words that the sources pass to whatever records a finding."""
    recorders = {"Finding", "record", "pipe", "node", "node_finding"}
    found = set()
    for path in [*(ROOT / "hydrology" / "drainage").glob("*.py"), *(ROOT / "gis").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                first = node.args[0]
                values = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                if name in recorders:
                    found |= {v.value for v in values if isinstance(v, ast.Constant) and CODE.fullmatch(str(v.value))}
    return found | {"storm_into_foul", "foul_into_storm"}  # put together from what the pipes carry


def test_the_table_holds_every_code_and_no_other(findings):
    assert set(findings.codes()) == written_codes()


def test_every_code_has_a_severity_a_title_and_a_sentence(findings):
    for code, about in findings.codes().items():
        assert CODE.fullmatch(code) and len(code) <= 24
        assert set(about) == {"severity", "check", "title", "do"}
        assert about["severity"] in findings.SEVERITIES and about["check"] in ("network", "inputs")
        assert about["title"][0].isupper() and not about["title"].endswith(".")
        assert len(about["do"]) > 20 and about["do"].endswith(".") and not set(about["do"]) & set("<>&|")


def test_networkcheck_counts_every_code_that_it_can_find(findings, qgis):
    algorithm = qgis.provider.algorithm("networkcheck")
    numbers = {o.name() for o in algorithm.outputDefinitions() if o.type() == "outputNumber"}
    assert numbers == set(findings.count_codes([])) | {"ERRORS", "WARNINGS"}
    assert set(findings.count_codes([]).values()) == {0}


def test_the_gravest_come_first(findings):
    given = [
        Finding("branching_node", "Three.", "manholes", 1),
        Finding("low_cover", "Two.", "pipes", 9),
        Finding("cycle", "One.", "pipes", 5),
        Finding("low_cover", "Two.", "pipes", 2),
    ]
    assert [(f.code, f.fid) for f in findings.ordered(given)] == [
        ("cycle", 5), ("low_cover", 2), ("low_cover", 9), ("branching_node", 1),
    ]  # fmt: skip
    assert findings.count_severities(given) == {"error": 1, "warning": 2, "notice": 1}
    assert findings.count_codes(given)["LOW_COVER"] == 2


def test_the_report_is_safe_and_short(findings):
    many = [Finding("low_cover", f"<b>Pipe {k}</b> & more.", "pipes", k) for k in range(findings.SHOWN + 7)]
    page = findings.report("Title", [("DEM", "a < b")], many)
    assert "<b>Pipe" not in page and "&lt;b&gt;Pipe 3&lt;/b&gt; &amp; more." in page and "a &lt; b" in page
    assert "7 more are in the layer" in page
    assert f"{findings.SHOWN + 7} warnings" in page and "0 errors" in page
