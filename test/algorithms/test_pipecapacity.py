"""pipecapacity on two branches that meet, worked by hand."""

from __future__ import annotations

import time

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_vector

CELL = 10.0
FORMULA = {"A1": 12, "C": 0.8, "B": 8, "N": 0.7, "RETURN_PERIOD": 10}


@pytest.fixture
def branches(qgis, tmp_path):
    """a > c and b > c of 100 m and 0.5 m, c > o of 200 m and 0.6 m, all at 1 %; zones of 0.5, 1 and 0.2 ha."""

    def layer(name, shapes, fields):
        return support.write_vector(tmp_path / f"{name}.gpkg", shapes, fields)

    places = {"a": (2, 2), "b": (12, 2), "c": (2, 12), "o": (2, 32)}
    ends = [("a", "c"), ("b", "c"), ("c", "o")]
    lines = [support.line(places[a], places[b], dx=CELL) for a, b in ends]
    lines[2] = support.line(places["o"], places["c"], dx=CELL)  # drawn against the flow
    return {
        "PIPES": layer(
            "pipes", lines,
            {
                "pipe_id": ["ac", "bc", "co"], "from_node": [a for a, _ in ends], "to_node": [b for _, b in ends],
                "from_level": [5.0, 5.414, 4.0], "to_level": [4.0, 4.0, 2.0], "dn": [500.0, 500.0, 600.0],
            },
        ),
        "MANHOLES": layer("manholes", [support.point(*places[n], CELL) for n in "abc"], {"node_id": list("abc")}),
        "OUTFALLS": layer("outfalls", [support.point(*places["o"], CELL)], {"node_id": ["o"]}),
        "ZONES": layer(
            "zones", [support.box(0, 0, 4, 9, CELL), support.box(8, 0, 17, 9, CELL), support.box(0, 10, 1, 19, CELL)],
            {
                "zone_id": [1, 2, 3], "outlet_id": ["a", "b", "c"], "outlet_t": ["node"] * 3, "psi": [0.5, 0.8, 1.0],
            },
        ),
    }  # fmt: skip


def pipes_of(done):
    return {pipe["pipe_id"]: pipe for pipe in read_vector(done.OUTPUT)}


def full(diameter, slope):
    """(L/s, m/s): Manning for a full circle, n = 0.013."""
    area = np.pi * diameter**2 / 4
    velocity = (diameter / 4) ** (2 / 3) * slope**0.5 / 0.013
    return area * velocity * 1000, velocity


def test_by_hand(branches, tmp_path):
    done = support.run(
        "pipecapacity", **branches, **FORMULA, RUNOFF_COEFFICIENT="psi", OUTPUT=tmp_path / "p.gpkg",
        OUTPUT_ZONES=tmp_path / "z.gpkg",
    )  # fmt: skip
    pipe = pipes_of(done)
    # DN 500 at 1 %: 0.19635 m2 x 0.125^(2/3) x 0.1 / 0.013 = 377.6 L/s at 1.923 m/s
    capacity, velocity = full(0.5, 0.01)
    assert (capacity, velocity) == pytest.approx((377.6, 1.923), abs=0.05)
    assert pipe["ac"]["cap_lps"] == pytest.approx(capacity) and pipe["ac"]["v_full"] == pytest.approx(velocity)
    assert pipe["co"]["cap_lps"] == pytest.approx(full(0.6, 0.01)[0])
    q = 3607.2 / 18**0.7  # at 10 min
    length = np.hypot(100, 100)  # of b > c, the longer way
    at_c = 10 + length / full(0.5, 1.414 / length)[1] / 60
    later = 3607.2 / (at_c + 8) ** 0.7
    flows = {"ac": 0.5 * 0.5 * q, "bc": 1.0 * 0.8 * q, "co": (0.25 + 0.8 + 0.2) * later}
    for name, area, minutes in (("ac", 5e3, 10), ("bc", 1e4, 10), ("co", 1.7e4, at_c)):
        found = pipe[name]
        assert found["area_m2"] == pytest.approx(area)
        assert found["t_min"] == pytest.approx(minutes)
        assert found["q_lps"] == pytest.approx(flows[name])
        assert found["load"] == pytest.approx(flows[name] / found["cap_lps"])
        assert found["ok"] == int(found["load"] <= 1)
    assert [pipe[name]["ok"] for name in ("ac", "bc", "co")] == [1, 0, 1]
    # 119 L/s need 0.324 m, 382 at 1 % just over 0.5 m, 584 L/s 0.589 m
    assert [pipe[name]["dn_need"] for name in ("ac", "bc", "co")] == [400, 600, 600]
    ends = pipe["co"]["shape"]
    assert ends.GetX(0) < ends.GetX(1), "drawn downstream"

    zones = {zone["zone_id"]: zone for zone in read_vector(done.OUTPUT_ZONES)}
    assert zones["2"]["neck_id"] == "bc" and zones["2"]["neck_m"] == 0 and zones["2"]["pipe_id"] == "bc"
    assert zones["2"]["q_lps"] == pytest.approx(flows["bc"])
    assert zones["2"]["neck_load"] == pytest.approx(pipe["bc"]["load"])
    assert zones["1"]["neck_id"] is None and zones["3"]["neck_id"] is None
    assert (done.PIPES_KNOWN, done.OVERLOADED) == (3, 1)
    assert done.AREA_M2 == pytest.approx(17_000) and done.HELD_BACK_M2 == pytest.approx(10_000)


def test_intensities_alike(branches, tmp_path):
    """360 L/s per ha = 129.6 mm/h, as a number in both units and as a table."""
    (tmp_path / "t.csv").write_text("t_min,rate_mmh\n5,129.6\n60,129.6\n")
    flows = []
    for k, given in enumerate(
        ({"INTENSITY": 360}, {"INTENSITY": 129.6, "INTENSITY_UNIT": "mm_h"}, {"STORM_TABLE": tmp_path / "t.csv"})
    ):
        done = support.run("pipecapacity", **branches, **given, OUTPUT=tmp_path / f"{k}.gpkg")
        flows.append([pipe["q_lps"] for pipe in pipes_of(done).values()])
    for found in flows:
        assert found == pytest.approx([180, 360, 612])


def test_a_bottleneck_downstream(branches, tmp_path):
    done = support.run(
        "pipecapacity", **branches, INTENSITY=400, OUTPUT=tmp_path / "p.gpkg", OUTPUT_ZONES=tmp_path / "z.gpkg"
    )
    pipe = pipes_of(done)
    assert pipe["co"]["q_lps"] == pytest.approx(680) and pipe["co"]["load"] > 1 and pipe["ac"]["load"] < 1
    zones = {zone["zone_id"]: zone for zone in read_vector(done.OUTPUT_ZONES)}
    assert [zones[k]["neck_id"] for k in "123"] == ["co", "bc", "co"]
    assert zones["1"]["neck_m"] == pytest.approx(100) and zones["3"]["neck_m"] == 0
    assert zones["1"]["neck_q"] == pytest.approx(680) and zones["1"]["neck_cap"] == pytest.approx(pipe["co"]["cap_lps"])


def test_areas_of_inlets_and_zones_on_a_dem(branches, tmp_path):
    inlets = support.write_vector(
        tmp_path / "inlets.gpkg", [support.point(2, 3, CELL), support.point(9, 5, CELL), support.point(2, 20, CELL)],
        {"inlet_id": ["i", "j", "k"], "pipe_id": ["ac", "bc", "co"], "ha": [2000.0, 3000.0, None]},
    )  # fmt: skip
    given = branches | {"ZONES": None, "INLETS": inlets, "INTENSITY": 100}
    done = support.run(
        "pipecapacity", **given, AREA_FIELD="ha", OUTPUT=tmp_path / "p.gpkg", OUTPUT_ZONES=tmp_path / "z.gpkg"
    )
    assert [pipe["area_m2"] for pipe in pipes_of(done).values()] == pytest.approx([2000, 3000, 5000])
    zones = read_vector(done.OUTPUT_ZONES)
    assert [zone["shape"].GetArea() for zone in zones] == pytest.approx([2000, 3000], rel=0.02)
    assert any("1 inlets have no area above 0 in ha: k" in line for line in done.warnings)

    z = 10 + 0.1 * np.abs(np.mgrid[:15, :34][0] - 2) + 0.02 * np.mgrid[:15, :34][1]
    dem = support.write_raster(tmp_path / "dem.tif", z, CELL)
    on_dem = support.run("pipecapacity", **given, DEM=dem, OUTPUT=tmp_path / "q.gpkg", OUTPUT_ZONES=tmp_path / "y.gpkg")
    zones = read_vector(on_dem.OUTPUT_ZONES)
    assert {zone["pipe_id"] for zone in zones} == {"ac", "bc", "co", None}  # None: of the outfall itself
    assert on_dem.AREA_M2 == pytest.approx(sum(zone["area_m2"] for zone in zones if zone["pipe_id"]))
    assert pipes_of(on_dem)["co"]["area_m2"] == pytest.approx(on_dem.AREA_M2)
    layers = {name: given[name] for name in ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")}
    zoned = support.run("drainagezones", DEM=dem, **layers, OUTPUT=tmp_path / "drained.gpkg")
    again = support.run("pipecapacity", **given | {"ZONES": zoned.OUTPUT}, OUTPUT=tmp_path / "r.gpkg")
    assert again.AREA_M2 == pytest.approx(on_dem.AREA_M2)


def test_more_than_2_km2(branches, tmp_path):
    big = support.write_vector(
        tmp_path / "big.gpkg", [support.box(0, 0, 4, 9, CELL), support.box(8, 0, 17, 9, CELL)],
        {"outlet_id": ["a", "b"], "outlet_t": ["node"] * 2, "area_m2": [1.5e6, 6e5]},
    )  # fmt: skip
    given = branches | {"ZONES": big, "INTENSITY": 100, "OUTPUT": tmp_path / "p.gpkg"}
    message = support.refusal("pipecapacity", **given)
    assert "1 pipes gather more than 2 km2 (up to 2.10 km2), above which the rational method does not hold" in message
    assert "GB 50318-2017 5.2.6" in message and ": co." in message
    done = support.run("pipecapacity", **given, LARGE_AREAS="skip")
    pipe = pipes_of(done)
    assert pipe["co"]["q_lps"] is None and pipe["co"]["ok"] is None and pipe["co"]["area_m2"] == 2.1e6
    assert pipe["ac"]["q_lps"] == pytest.approx(15_000)


def test_zones_whose_area_is_no_area(branches, tmp_path):
    """Areas below 0, of 0 and unreadable ones are those of the polygons, 0.5, 1 and 0.2 ha, and named."""
    zones = support.write_vector(
        tmp_path / "odd.gpkg", [support.box(0, 0, 4, 9, CELL), support.box(8, 0, 17, 9, CELL),
                                support.box(0, 10, 1, 19, CELL)],
        {
            "zone_id": [1, 2, 3], "outlet_id": ["a", "b", "c"], "outlet_t": ["node"] * 3,
            "area_m2": ["-5", "0", "lots"],
        },
    )  # fmt: skip
    done = support.run("pipecapacity", **branches | {"ZONES": zones}, INTENSITY=100, OUTPUT=tmp_path / "p.gpkg")
    assert pipes_of(done)["co"]["area_m2"] == pytest.approx(17_000)
    assert any("3 zones have no area above 0 in area_m2" in line and ": 1, 2, 3." in line for line in done.warnings)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "No design storm is given: give A1, C, B, N and RETURN_PERIOD"),
        ({"A1": 12, "C": 0.8, "B": 8}, "The storm formula lacks N, RETURN_PERIOD: these have no default."),
        ({**FORMULA, "INTENSITY": 3}, "A1 and INTENSITY are two design storms: give one."),
        ({**FORMULA, "RETURN_PERIOD": 0}, "The return period must be above 0 years"),
        ({**FORMULA, "RETURN_PERIOD": 0.01}, "give no rain at a return period"),
        ({"INTENSITY": 3, "ZONES": None}, "What drains into the pipes is not known: give ZONES"),
        ({"INTENSITY": 3, "RUNOFF_COEFFICIENT": "1.2"}, "RUNOFF_COEFFICIENT must not be above 1"),
        ({"INTENSITY": 3, "RUNOFF_COEFFICIENT": "land"}, "RUNOFF_COEFFICIENT must be a number or a field of ZONES"),
        ({"STORM_TABLE": "{bad}"}, "STORM_TABLE: layer bad must have the fields t_min and intensity"),
        ({**FORMULA, "N": 0}, "N of the storm formula must be above 0"),
        ({**FORMULA, "B": 0, "INLET_TIME": 0}, "B and INLET_TIME must come to more than 0 min"),
        ({**FORMULA, "RETURN_PERIOD": -1}, "RETURN_PERIOD"),
        ({"INTENSITY": 0}, "INTENSITY must be above 0"),
        ({"INTENSITY": 3, "ZONES": "{outfall}"}, "no zone enters a pipe: make ZONES with LEVEL inlet or node"),
        ({"INTENSITY": 3, "ZONES": "{empty}"}, "ZONES: the layer is empty: give zones, or INLETS with"),
        ({"INTENSITY": 3, "ZONES": "{shapeless}"}, "ZONES: no feature of layer shapeless has a usable geometry"),
        ({"STORM_TABLE": "{order}"}, "STORM_TABLE: The table of intensities has a duration that is not after"),
    ],
)
def test_refused(branches, tmp_path, given, message):
    (tmp_path / "bad.csv").write_text("minute,strength\n5,3\n")
    (tmp_path / "order.csv").write_text("t_min,intensity\n5,3\n5,2\n")
    made = {name: tmp_path / f"{name}.csv" for name in ("bad", "order")}
    made["outfall"] = support.write_vector(
        tmp_path / "outfall.gpkg", [support.box(0, 0, 4, 9, CELL)], {"outlet_id": ["o"], "outlet_t": ["outfall"]}
    )
    fields = {"outlet_id": ["a"], "outlet_t": ["node"]}
    made["shapeless"] = support.write_vector(tmp_path / "shapeless.gpkg", [None], fields, kind="Polygon")
    made["empty"] = support.write_vector(tmp_path / "empty.gpkg", [], {"outlet_id": [], "outlet_t": []}, kind="Polygon")
    if "{empty}" in given.values():
        given = given | {"INLETS": support.write_vector(tmp_path / "inlets.gpkg", [support.point(2, 2, CELL)], {})}
    given = {name: value.format(**made) if isinstance(value, str) else value for name, value in given.items()}
    assert message in support.refusal("pipecapacity", **branches | {"OUTPUT": tmp_path / "p.gpkg"} | given)
    assert not (tmp_path / "p.gpkg").exists()


def test_100_000_pipes(qgis, tmp_path):
    """400 streets of 250 pipes, read, worked and written; an inlet on every tenth pipe."""
    streets, pipes = 400, 250
    names, shapes, start, end, high, low, size = [], [], [], [], [], [], []
    for street in range(streets):
        for k in range(pipes):
            last = k == pipes - 1
            names.append(f"{street}/{k}")
            shapes.append(support.line((street, k), (street, k + 1), dx=CELL))
            start.append(f"n{street}/{k}")
            end.append(f"o{street}" if last else f"n{street}/{k + 1}")
            high.append(100 - 0.05 * k)
            low.append(100 - 0.05 * (k + 1))
            size.append(0.3 + 0.1 * (k // 25))
    layer = {
        "pipe_id": names, "from_node": start, "to_node": end, "from_level": high, "to_level": low, "size_m": size,
    }  # fmt: skip
    drains = support.write_vector(tmp_path / "pipes.gpkg", shapes, layer)
    some = range(0, streets * pipes, 10)
    inlets = support.write_vector(
        tmp_path / "inlets.gpkg", [support.point(i // pipes, i % pipes, CELL) for i in some],
        {"pipe_id": [names[i] for i in some], "area": [1000.0 for _ in some]},
    )  # fmt: skip
    began = time.monotonic()
    done = support.run(
        "pipecapacity", PIPES=drains, INLETS=inlets, AREA_FIELD="area", **FORMULA, OUTPUT=tmp_path / "p.gpkg"
    )
    assert time.monotonic() - began < 30
    assert done.PIPES_KNOWN == 100_000
    assert done.AREA_M2 == pytest.approx(1000.0 * len(some))
