"""Names and rain as the SWMM engine reads them."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.storm.hyetograph import Hyetograph


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("M-12.b", "M-12.b"),
        ("雨水井 12", "YuShuiJing_12"),
        ("林7", "u67977"),
        ("Pozo Nº 3", "Pozo_No_3"),
        ("épée", "epee"),
        ('a;b"c[d]', "a_b_c_d"),
        (" \t", ""),
        ("***", ""),
    ],
)
def test_safe_name(qgis, label, name):
    from rainshed.gis.swmm_names import safe_name

    assert safe_name(label) == name


def test_names_are_given_once(qgis):
    from rainshed.gis.swmm_names import LONGEST, SafeNames

    names = SafeNames()
    long = "x" * 40
    given = [names.name(label, "N1") for label in ("a", "A", "a b", "a_b", long, long, None, "*")]
    assert given == ["a", "A_2", "a_b", "a_b_2", "x" * 31, "x" * 29 + "_2", "N1", "N1_2"]
    assert len({name.lower() for name in given}) == len(given) and max(map(len, given)) == LONGEST
    assert names.changed == {"A": "A_2", "a b": "a_b", "a_b": "a_b_2", long: "x" * 29 + "_2", "*": "N1_2"}


def test_rain_series(qgis):
    from rainshed.gis.swmm import rain_series

    # 6 mm in 10 min, 6 mm in 15, nothing in 5, then 1 mm in 5: the interval is 5 min
    rain = Hyetograph(np.array([0, 10, 25, 30, 35]), np.array([6, 6, 0, 1, 0]))
    interval, series = rain_series(rain)
    assert interval == 300
    assert [second for second, _ in series] == list(range(0, 2101, 300))
    assert [rate for _, rate in series] == pytest.approx([36, 36, 24, 24, 24, 0, 12, 0])
    assert sum(rate for _, rate in series) * 300 / 3600 == pytest.approx(rain.total_mm)
    with pytest.raises(HydrologyError, match="whole seconds"):
        rain_series(Hyetograph(np.array([0, 0.33, 0.66]), np.array([1, 1, 0])))
    with pytest.raises(HydrologyError, match="no water"):
        rain_series(Hyetograph(np.array([0, 5]), np.array([0, 0])))
    with pytest.raises(HydrologyError, match="so uneven"):
        rain_series(Hyetograph(np.array([0, 1 / 60, 4000]), np.array([1, 1, 0])))


def test_the_engine_takes_such_names(qgis, tmp_path):
    """Those of all permitted characters, in a file of two nodes."""
    pytest.importorskip("pyswmm", reason="the package pyswmm is not installed")
    from rainshed.test.reference.swmm import run_swmm

    inp = tmp_path / "names.inp"
    inp.write_text(
        "[OPTIONS]\nFLOW_UNITS LPS\nFLOW_ROUTING DYNWAVE\nEND_TIME 00:10\n"
        "[RAINGAGES]\nR INTENSITY 0:05 1.0 TIMESERIES T\n[TIMESERIES]\nT 0:00 36\nT 0:05 0\n"
        "[SUBCATCHMENTS]\nS-1/#+.x R #1+2/3-.4 1 100 50 1 0\n[SUBAREAS]\nS-1/#+.x 0.01 0.1 0 0 0 OUTLET\n"
        "[INFILTRATION]\nS-1/#+.x 3 1 4 7 0\n[JUNCTIONS]\n#1+2/3-.4 5 2 0 0 0\n[OUTFALLS]\n-o_+ 4 FREE NO\n"
        "[CONDUITS]\n.p/1 #1+2/3-.4 -o_+ 100 0.013 0 0 0 0\n[XSECTIONS]\n.p/1 CIRCULAR 0.5 0 0 0 1\n"
    )
    report = run_swmm(inp, tmp_path / "out")
    assert set(report.outfalls) == {"-o_+"} and set(report.zones) == {"S-1/#+.x"}
