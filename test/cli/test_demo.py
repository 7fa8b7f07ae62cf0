"""What `make demo` takes and refuses (scripts/demo.py)."""

from __future__ import annotations

import sys

import pytest

from rainshed.test.cli.runner import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import demo


@pytest.fixture
def given(monkeypatch, tmp_path):
    """given(NAME=value, ...): settings as make passes them on; the results go to a folder of the user's."""

    def put(**values):
        values = {"DEM": str(tmp_path / "dem.tif"), "OUT": str(tmp_path / "out")} | values
        monkeypatch.setenv("GIVEN", " ".join(values))
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return put


def test_settings_of_assess_are_passed_on(given):
    given(RAIN="30", RUNOFF_COEFFICIENT="0.8", DATA_DATES="DEM 2019; network 2024")
    assert demo.rains() == {"RAIN": "30", "RUNOFF_COEFFICIENT": "0.8", "DATA_DATES": "DEM 2019; network 2024"}


def test_every_setting_is_a_parameter_that_make_exports(given):
    exported = [line.split()[1:] for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith("export ")]
    assert {*demo.MORE, *demo.LAYERS} <= {name for names in exported for name in names}


def test_a_failed_run_does_not_bar_the_next_one(given, monkeypatch, tmp_path, capsys):
    """It leaves its log, which is no result; what is a result is not overwritten."""
    given()
    out = tmp_path / "out"

    def fail(inputs, rain, outputs, folder):
        (folder / "log.txt").write_text("why")
        return 1, "why"

    monkeypatch.setattr(demo, "assess", fail)
    assert [demo.main(), demo.main()] == [1, 1]
    (out / "depth.tif").write_text("mine")
    with pytest.raises(SystemExit, match="already holds results"):
        demo.main()
