"""inletcapacity on a street of four inlets, worked by hand at 300 L/s per ha."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_vector

CELL = 10.0


@pytest.fixture
def street(qgis, tmp_path):
    """Pipe p of 0.3 m at 1 % takes inlets 1 and 2, pipe r of 0.6 m inlet 3; inlet 4 has no pipe near."""

    def layer(name, shapes, fields):
        return support.write_vector(tmp_path / f"{name}.gpkg", shapes, fields)

    return {
        "INLETS": layer(
            "inlets", [support.point(2, 3, CELL), support.point(2, 8, CELL), support.point(2, 15, CELL),
                       support.point(20, 3, CELL)],
            {
                "inlet_id": ["1", "2", "3", "4"], "pipe_id": ["p", "p", "r", None],
                "type": ["combined", "平箅式", "grate", "kerb"], "cap": [100.0, 100.0, 15.0, None],
            },
        ),
        "PIPES": layer(
            "pipes", [support.line((2, 2), (2, 12), dx=CELL), support.line((2, 12), (2, 22), dx=CELL)],
            {
                "pipe_id": ["p", "r"], "from_level": [5.0, 4.0], "to_level": [4.0, 3.0], "size_m": [0.3, 0.6],
            },
        ),
        "ZONES": layer(
            "zones", [support.box(0, 10 * k, 1, 10 * k + 9, CELL) for k in range(4)],
            {
                "outlet_id": ["1", "2", "3", "4"], "outlet_t": ["inlet"] * 4,
                "area_m2": [2000.0, 3000.0, 1500.0, 300.0], "psi": [0.5, 1.0, 1.0, 1.0],
            },
        ),
    }  # fmt: skip


def run(street, tmp_path, **given):
    usual = {"INTENSITY": 300, "RUNOFF_COEFFICIENT": "psi", "OUTPUT": tmp_path / "i.gpkg"}
    done = support.run("inletcapacity", **usual | street | given)
    return done, {inlet["inlet_id"]: inlet for inlet in read_vector(done.OUTPUT)}


def test_by_type(street, tmp_path):
    """Runoff 30, 90, 45 and 9 L/s. Taken at 0.6 of 30, 20, 20 and 20 L/s: 18, 12, 12, 12.

    Pipe p: DN 300 at 1 % carries 0.0706858 x 0.075^(2/3) x 0.1 / 0.013 = 96.70 L/s of 120: 24.18 to 1, 72.53 to 2.
    Inlet 1 needs ceil(min(30, 24.18) / 18) - 1 = 1 more, 2 ceil(72.53 / 12) - 1 = 6, 3 ceil(45 / 12) - 1 = 3.
    """
    done, inlets = run(street, tmp_path)
    assert [inlets[k]["q_lps"] for k in "1234"] == pytest.approx([30, 90, 45, 9])
    assert [inlets[k]["cap_lps"] for k in "1234"] == pytest.approx([18, 12, 12, 12])
    assert inlets["1"]["pipe_lps"] == pytest.approx(24.18, abs=0.01)
    assert inlets["2"]["pipe_lps"] == pytest.approx(72.53, abs=0.01)
    full = np.pi * 0.36 / 4 * 0.15 ** (2 / 3) * 0.1 / 0.013 * 1000  # of r, with 165 L/s
    assert inlets["3"]["pipe_lps"] == pytest.approx(full * 45 / 165)
    assert inlets["4"]["pipe_lps"] is None and inlets["4"]["pipe_id"] is None
    assert [inlets[k]["limit"] for k in "1234"] == ["inlet", "inlet", "inlet", "none"]
    assert [inlets[k]["add_n"] for k in "1234"] == [1, 6, 3, 0]
    assert [inlets[k]["short_lps"] for k in "1234"] == pytest.approx([12, 78, 33, 0])
    assert (done.LIMIT_INLET, done.LIMIT_PIPE, done.ADD_N) == (3, 0, 10)
    assert done.SHORT_LPS == pytest.approx(123)
    assert any("by field type 2 grate (20 L/s), 1 combined (30 L/s)" in line for line in done.infos)
    assert any("1 of other types are taken at 20 L/s, as grates: features 4" in line for line in done.warnings)


def test_a_field_of_capacities_and_the_pipe_as_limit(street, tmp_path):
    """Clean inlets of 100 L/s on the small pipe."""
    done, inlets = run(street, tmp_path, INLET_CAPACITY="cap", CLOGGING=1)
    assert [inlets[k]["limit"] for k in "1234"] == ["pipe", "pipe", "inlet", "none"]
    assert [inlets[k]["add_n"] for k in "1234"] == [0, 0, 2, 0]
    assert inlets["2"]["short_lps"] == pytest.approx(90 - 72.53, abs=0.01)
    assert (done.LIMIT_INLET, done.LIMIT_PIPE) == (1, 2)
    assert any("taken at 20 L/s: features 4" in line for line in done.warnings)


def test_without_pipes_and_without_capacity(street, tmp_path):
    _, inlets = run(street, tmp_path, PIPES=None, INLET_CAPACITY="30")
    assert all(inlet["pipe_lps"] is None for inlet in inlets.values())
    assert [inlets[k]["add_n"] for k in "1234"] == [1, 4, 2, 0]
    done, shut = run(street, tmp_path, PIPES=None, CLOGGING=0)
    assert any("4 inlets take nothing" in line and "no add_n: 1, 2, 3, 4" in line for line in done.warnings)
    assert [shut[k]["limit"] for k in "1234"] == ["inlet"] * 4
    assert [shut[k]["add_n"] for k in "1234"] == [None] * 4


def test_areas_by_a_field_and_on_a_dem(street, tmp_path):
    given = street | {"ZONES": None, "RUNOFF_COEFFICIENT": 0.5}
    z = 10 + 0.1 * np.abs(np.mgrid[:25, :34][0] - 2) + 0.02 * np.mgrid[:25, :34][1]
    dem = support.write_raster(tmp_path / "dem.tif", z, CELL)
    done, inlets = run(given, tmp_path, DEM=dem)
    zoned = support.run("drainagezones", DEM=dem, INLETS=street["INLETS"], OUTPUT=tmp_path / "z.gpkg")
    area = {zone["outlet_id"]: zone["area_m2"] for zone in read_vector(zoned.OUTPUT) if zone["outlet_t"] == "inlet"}
    assert {name: inlet["area_m2"] for name, inlet in inlets.items()} == pytest.approx(area)
    _, by_field = run(given, tmp_path, AREA_FIELD="cap")
    assert [by_field[k]["q_lps"] for k in "1234"] == pytest.approx([1.5, 1.5, 0.225, 0])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"INTENSITY": None}, "No design storm is given"),
        ({"ZONES": None}, "What drains into the pipes is not known"),
        ({"INTENSITY": 0}, "INTENSITY must be above 0"),
        (
            {"ZONES": "{joined}", "RUNOFF_COEFFICIENT": 1},
            "3 inlets are joined at nodes or outfalls in ZONES, and only 1 have zones of their own",
        ),
        ({"INLET_CAPACITY": "size"}, 'INLET_CAPACITY must be a number (L/s) or a field of INLETS, not "size"'),
        (
            {"ZONES": "{huge}", "RUNOFF_COEFFICIENT": 1},
            "1 inlets gather more than 2 km2, above which the rational method",
        ),
        ({"TYPE_FIELD": "sort"}, 'TYPE_FIELD: layer inlets has no field "sort"'),
        ({"ZONES": "{nodes}", "RUNOFF_COEFFICIENT": 1}, "ZONES: no zone of layer nodes drains to an inlet"),
    ],
)
def test_refused(street, tmp_path, given, message):
    made = {
        name: support.write_vector(
            tmp_path / f"{name}.gpkg", [support.box(0, 0, 4, 9, CELL)],
            {"outlet_id": ["1"], "outlet_t": [kind], "area_m2": [2.1e6]},
        )
        for name, kind in (("huge", "inlet"), ("nodes", "node"))
    }  # fmt: skip
    made["joined"] = support.write_vector(
        tmp_path / "joined.gpkg", [support.box(0, 0, 4, 9, CELL), support.box(0, 10, 4, 19, CELL)],
        {"outlet_id": ["1", "o"], "outlet_t": ["inlet", "outfall"], "inlets": [1, 3]},
    )  # fmt: skip
    given = {name: value.format(**made) if isinstance(value, str) else value for name, value in given.items()}
    usual = {"INTENSITY": 300, "RUNOFF_COEFFICIENT": "psi", "OUTPUT": tmp_path / "i.gpkg"}
    assert message in support.refusal("inletcapacity", **street | usual | given)
    assert not (tmp_path / "i.gpkg").exists()
