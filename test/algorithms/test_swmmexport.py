"""swmmexport: what the file says, and what the SWMM engine makes of it."""

from __future__ import annotations

import json
import os
import re

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_vector

CELL = 10.0
FORMULA = {"A1": 12, "C": 0.8, "B": 8, "N": 0.7, "RETURN_PERIOD": 2}


@pytest.fixture
def engine(tmp_path):
    pytest.importorskip("pyswmm", reason="the package pyswmm is not installed")
    from rainshed.test.reference.swmm import run_swmm

    return lambda path: run_swmm(path, tmp_path / "swmm")


@pytest.fixture
def write(qgis, tmp_path):
    def layer(name, shapes, fields):
        return support.write_vector(tmp_path / f"{name}.gpkg", shapes, fields)

    return layer


@pytest.fixture
def branches(write):
    """a > c and b > c of 100 m and 0.5 m, c > o of 200 m and 0.8 m, all at 1 %; zones of 0.5, 1 and 0.2 ha."""
    places = {"a": (2, 2), "b": (12, 2), "c": (2, 12), "o": (2, 32)}
    ends = [("a", "c"), ("b", "c"), ("c", "o")]
    lines = [support.line(places[a], places[b], dx=CELL) for a, b in ends]
    lines[2] = support.line(places["o"], (5, 22), places["c"], dx=CELL)  # drawn against the flow, with a bend
    return {
        "PIPES": write(
            "pipes", lines,
            {
                "pipe_id": ["ac", "bc", "co"], "from_node": [a for a, _ in ends], "to_node": [b for _, b in ends],
                "from_level": [5.0, 5.414, 4.0], "to_level": [4.0, 4.0, 2.0], "dn": [500.0, 500.0, 800.0],
            },
        ),
        "MANHOLES": write(
            "manholes", [support.point(*places[n], CELL) for n in "abc"],
            {"node_id": list("abc"), "rim_elev": [7.0, 7.5, 6.5]},
        ),
        "OUTFALLS": write("outfalls", [support.point(*places["o"], CELL)], {"node_id": ["o"], "water": [2.4]}),
        "ZONES": write(
            "zones", [support.box(0, 0, 4, 9, CELL), support.box(8, 0, 17, 9, CELL), support.box(0, 10, 1, 19, CELL)],
            {
                "zone_id": [1, 2, 3], "outlet_id": ["a", "b", "c"], "outlet_t": ["node"] * 3, "psi": [0.5, 0.8, 1.0],
                "slope": [0.02, 0.01, None],
            },
        ),
    }  # fmt: skip


def sections(path) -> dict[str, list[list[str]]]:
    """The rows of each section, comments left out; the file must be ASCII."""
    found: dict[str, list[list[str]]] = {}
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith("["):
            rows = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith(";"):
            rows.append(line.split())
    return found


def test_the_file_by_hand(branches, tmp_path):
    out = tmp_path / "m.inp"
    done = support.run(
        "swmmexport", **branches, INTENSITY=100, STORM_SHAPE="block", DURATION=30, STEP=10, AFTER=45, OUTPUT=out,
        RUNOFF_COEFFICIENT="psi",
    )  # fmt: skip
    numbers = (done.SUBCATCHMENTS, done.JUNCTIONS, done.CONDUITS, done.OUTFALLS, done.PUMPS)
    assert numbers == (3, 3, 3, 1, 0)
    assert done.RAIN_MM == pytest.approx(18) and done.AREA_M2 == pytest.approx(17_000)
    found = sections(out)
    assert list(found) == [
        "TITLE", "OPTIONS", "EVAPORATION", "RAINGAGES", "SUBCATCHMENTS", "SUBAREAS", "INFILTRATION", "JUNCTIONS",
        "OUTFALLS", "CONDUITS", "XSECTIONS", "TIMESERIES", "REPORT", "MAP", "COORDINATES", "VERTICES", "Polygons",
        "SYMBOLS",
    ]  # fmt: skip
    assert found["TIMESERIES"] == [
        ["STORM", f"00:{minute}:00", rate] for minute, rate in (("00", "36.00000"), ("10", "36.00000"),
                                                               ("20", "36.00000"), ("30", "0.00000"))
    ]  # fmt: skip
    assert found["RAINGAGES"] == [["RAIN", "INTENSITY", "00:10:00", "1.0", "TIMESERIES", "STORM"]]
    options = dict(found["OPTIONS"])
    assert options["FLOW_UNITS"] == "LPS" and options["LINK_OFFSETS"] == "ELEVATION"
    assert (options["END_DATE"], options["END_TIME"]) == ("01/01/2000", "01:15:00")
    assert found["JUNCTIONS"] == [
        [name, f"{z:.3f}", f"{depth:.3f}", "0", "0", "0"]
        for name, z, depth in (("a", 5, 2), ("b", 5.414, 2.086), ("c", 4, 2.5))
    ]
    assert found["OUTFALLS"] == [["o", "2.000", "FREE", "NO"]]
    bend = 2 * np.hypot(100, 30)
    for row, length in zip(found["CONDUITS"], (100, 2**0.5 * 100, bend)):
        assert float(row[3]) == pytest.approx(length, abs=0.01) and row[4] == "0.013"
    assert [row[:3] + row[5:7] for row in found["CONDUITS"]] == [
        ["ac", "a", "c", "5.000", "4.000"], ["bc", "b", "c", "5.414", "4.000"], ["co", "c", "o", "4.000", "2.000"],
    ]  # fmt: skip
    assert [row[:3] for row in found["XSECTIONS"]] == [
        [name, "CIRCULAR", size] for name, size in (("ac", "0.5"), ("bc", "0.5"), ("co", "0.8"))
    ]
    # S1, 50 x 100 m: a lies 25 m from its west and 25 m from its north end, so the far corner 75 and 25 m away
    for row, area, psi, slope, farthest in zip(
        found["SUBCATCHMENTS"], (5000, 10_000, 2000), (50, 80, 100), (2, 1, 1),
        (np.hypot(75, 25), np.hypot(75, 55), np.hypot(75, 25)),
    ):  # fmt: skip
        width = area / farthest
        assert [float(x) for x in row[3:7]] == pytest.approx([area / 1e4, psi, width, slope], abs=1e-3)
    assert [row[:3] for row in found["SUBCATCHMENTS"]] == [["S" + k, "RAIN", n] for k, n in ("1a", "2b", "3c")]
    assert len(found["VERTICES"]) == 1 and found["VERTICES"][0][0] == "co"
    assert [row[0] for row in found["Polygons"]] == ["S1"] * 4 + ["S2"] * 4 + ["S3"] * 4
    assert any("1 zones have no known slope" in line and ": 3." in line for line in done.warnings)
    assert "zones have no known slope" in out.read_text() and "o." in out.read_text()


def test_long_block_rain_gives_rain_times_area_times_coefficient(branches, tmp_path, engine):
    """After two hours of 60 L/s per ha everything flows that runs off: within 1 %."""
    out = tmp_path / "m.inp"
    support.run(
        "swmmexport", **branches, INTENSITY=60, STORM_SHAPE="block", DURATION=120, OUTPUT=out, RUNOFF_COEFFICIENT="psi"
    )
    report = engine(out)
    assert abs(report.runoff_error) < 1 and abs(report.routing_error) < 1
    assert not report.warnings
    steady = {"ac": 0.5 * 0.5 * 60, "bc": 1.0 * 0.8 * 60, "co": (0.25 + 0.8 + 0.2) * 60}
    assert report.links == pytest.approx(steady, rel=0.01)
    assert report.outfalls == pytest.approx({"o": 75}, rel=0.01)
    assert report.zones == pytest.approx({"S1": 15, "S2": 48, "S3": 12}, rel=0.01)
    assert report.runoff / report.rain == pytest.approx(1.25 / 1.7, rel=0.01)
    assert report.flooding == 0


def test_against_the_rational_method(branches, tmp_path, engine):
    """A block storm as long as the time of concentration, with its intensity.

    Bound, reasoned beforehand: the rational method has the peak at exactly that time; the engine's surface answers as a
    reservoir, which has come near its steady flow by then or passed it, and is never above it. So between 0.7 and 1.0
    of the design flow, where no pipe is overloaded and the surfaces are small and hard.
    """
    given = {**branches, "RUNOFF_COEFFICIENT": "psi"}
    capacity = support.run("pipecapacity", **given, **FORMULA, OUTPUT=tmp_path / "p.gpkg")
    assert capacity.OVERLOADED == 0
    last = next(pipe for pipe in read_vector(capacity.OUTPUT) if pipe["pipe_id"] == "co")
    out = tmp_path / "m.inp"
    minutes = round(last["t_min"] * 60) / 60
    support.run("swmmexport", **given, **FORMULA, STORM_SHAPE="block", DURATION=minutes, STEP=minutes, OUTPUT=out)
    report = engine(out)
    assert abs(report.runoff_error) < 1 and abs(report.routing_error) < 1
    assert 0.7 <= report.outfalls["o"] / last["q_lps"] <= 1.01


def test_receiving_levels(branches, tmp_path, engine):
    """Water 0.4 m deep at the outfall, as a number and as a field: the steady flow passes it all the same.

    A long rain: the engine misjudges what stands in the last pipe at the start by some m3, 4 % of a short one.
    """
    stages = []
    for k, level in enumerate(("2.4", "water")):
        out = tmp_path / f"{k}.inp"
        support.run("swmmexport", **branches, INTENSITY=60, DURATION=240, RECEIVING_LEVEL=level, OUTPUT=out)
        stages.append(sections(out)["OUTFALLS"])
    assert stages[0] == stages[1] == [["o", "2.000", "FIXED", "2.400", "NO"]]
    report = engine(out)
    assert abs(report.routing_error) < 1
    assert report.outfalls == pytest.approx({"o": 1.7 * 60}, rel=0.01)


def test_chicago_and_tables(branches, tmp_path, engine):
    """The rain is the formula's depth, or the table's, whose steps are uneven and begin late."""
    storm = tmp_path / "chicago.inp"
    done = support.run("swmmexport", **branches, **FORMULA, DURATION=60, STEP=5, PEAK_RATIO=0.4, OUTPUT=storm)
    depth = 167 * 12 * (1 + 0.8 * np.log10(2)) / 68**0.7 * 60 / 167  # i = q / 167 for 60 min
    assert done.RAIN_MM == pytest.approx(depth)
    series = [float(row[2]) for row in sections(storm)["TIMESERIES"]]
    assert series.index(max(series)) in (4, 5) and sum(series) * 5 / 60 == pytest.approx(depth, abs=1e-3)
    assert engine(storm).rain == pytest.approx(depth, rel=0.005)

    (tmp_path / "rain.csv").write_text("t_min,rain_mm\n10,5\n15,12\n45,0\n")
    table = tmp_path / "table.inp"
    done = support.run("swmmexport", **branches, HYETOGRAPH=tmp_path / "rain.csv", OUTPUT=table)
    rows = sections(table)["TIMESERIES"]
    assert [row[1:] for row in rows] == [
        ["00:10:00", "60.00000"], *([f"00:{m}:00", "24.00000"] for m in range(15, 45, 5)), ["00:45:00", "0.00000"]
    ]  # fmt: skip
    assert done.RAIN_MM == 17 and engine(table).rain == pytest.approx(17, rel=0.005)


def test_whatever_a_network_may_hold(write, tmp_path, engine):
    """Pressure mains, virtual links, sizes and levels that lack, a rising conduit, a circle, a dead end, a twin
    outfall, null geometries, a diameter of zero, names of all sorts: the engine takes the file and loses no water."""
    rows = [  # from, to, levels, size, width, shape
        ("井 1", "b;2", 10.0, 9.5, 0.5, None, "CIRCULAR"),
        ("b;2", "c", 9.5, 9.0, 1.2, 1.5, "RECT_CLOSED"),
        ("c", "d", None, None, 1.2, None, "EGG"),
        ("d", "w", 8.0, 7.9, 0.0, None, "CIRCULAR"),
        ("w", "p", 7.5, 12.0, 0.2, None, "FORCE_MAIN"),
        ("p", "q", 12.0, 11.5, 0.3, None, "FORCE_MAIN"),
        ("q", "o", 9.0, 8.6, 0.6, None, "CIRCULAR"),
        ("d", "e", 8.2, 8.1, None, None, "VIRTUAL"),
        ("e", "o", 8.0, 8.05, 1.0, None, None),
        ("e", "ring", 8.0, 7.9, 0.4, None, None),
        ("ring", "e", 7.9, 8.0, 0.4, None, None),
        ("q", "dead", 9.0, 8.9, 0.3, None, None),
        ("o", "b;2", 8.0, 7.0, 0.3, None, None),
        ("B;2", "a name of more than thirty-one characters", 9.6, 9.5, 0.3, None, None),
    ]
    names = list(dict.fromkeys(name for row in rows for name in row[:2]))
    at = {name: (5 * (i % 4), 6 * (i // 4)) for i, name in enumerate(names)}
    lines = [support.line(at[a], at[b], dx=CELL) for a, b, *_ in rows]
    lines[1] = None
    manholes = [name for name in names if name != "o"]
    given = {
        "PIPES": write(
            "pipes", lines,
            {
                "pipe_id": [f"L{i % 13}" for i in range(len(rows))], "from_node": [row[0] for row in rows],
                "to_node": [row[1] for row in rows], "from_level": [row[2] for row in rows],
                "to_level": [row[3] for row in rows], "height_m": [row[4] for row in rows],
                "width_m": [row[5] for row in rows], "shape": [row[6] for row in rows],
            },
        ),
        "MANHOLES": write(
            "manholes", [support.point(*at[name], CELL) for name in manholes],
            {"node_id": manholes, "rim_elev": [None if name == "c" else 12.5 for name in manholes]},
        ),
        "OUTFALLS": write("outfalls", [support.point(*at["o"], CELL)], {"node_id": ["o"]}),
        "ZONES": write(
            "zones",
            [support.box(0, 0, 3, 3, CELL), None, support.box(5, 0, 8, 3, CELL), support.box(9, 0, 9, 9, CELL)],
            {
                "zone_id": ["1", "2", "东 3", "4"], "outlet_id": ["井 1", "c", "ring", "nowhere"],
                "outlet_t": ["node"] * 4,
            },
        ),
    }  # fmt: skip
    out = tmp_path / "m.inp"
    done = support.run("swmmexport", **given, INTENSITY=150, STORM_SHAPE="block", DURATION=60, OUTPUT=out)
    assert (done.SUBCATCHMENTS, done.PUMPS, done.CONDUITS, done.OUTFALLS) == (2, 1, 12, 2)
    found = sections(out)
    for section in ("JUNCTIONS", "OUTFALLS"):
        for row in found[section]:
            assert re.fullmatch(r"[\w.#/+-]{1,31}", row[0], re.ASCII)
    every = [row[0].lower() for section in ("JUNCTIONS", "OUTFALLS") for row in found[section]]
    assert len(set(every)) == len(every) == 14
    assert {"Jing_1", "b_2", "B_2_2", "o", "o_2"} <= {row[0] for s in ("JUNCTIONS", "OUTFALLS") for row in found[s]}
    assert [row[0] for row in found["SUBCATCHMENTS"]] == ["S1", "SDong_3"]
    sections_of = {row[0]: row[1:4] for row in found["XSECTIONS"]}
    assert sections_of["L1"] == ["RECT_CLOSED", "1.2", "1.5"] and sections_of["L2"][0] == "EGG"
    assert sections_of["L5"] == ["FORCE_MAIN", "0.3", "120"]
    assert len({row[0] for row in found["CONDUITS"]}) == 12
    assert found["PUMPS"][0][:3] == ["L4", "w", "p"] and len(found["CURVES"]) == 2
    told = "\n".join(done.warnings)
    for part in (
        "pipes have no size: taken as large as", "1 virtual links are taken", "1 pipes end above their own top",
        "1 pressure mains are taken as FORCE_MAIN", "rise against their direction", "lie on circles",
        "leave an outfall",
        "1 outfalls end several pipes", "names were changed to fit the engine: 井 1 -> Jing_1", "no ground level",
    ):  # fmt: skip
        assert part in told, part
    report = engine(out)
    assert abs(report.runoff_error) < 1 and abs(report.routing_error) < 1
    assert sum(report.outfalls.values()) > 0


def refused(branches, tmp_path, **given):
    message = support.refusal("swmmexport", **branches | {"OUTPUT": tmp_path / "m.inp", "INTENSITY": 60} | given)
    assert not (tmp_path / "m.inp").exists()
    return message


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"INTENSITY": None}, "No design storm is given: give A1, C, B, N and RETURN_PERIOD"),
        ({"INTENSITY": None}, "or STORM_TABLE, or HYETOGRAPH."),
        ({"HYETOGRAPH": "{rain}"}, "INTENSITY and HYETOGRAPH are two design storms: give one."),
        ({"INTENSITY": None, "HYETOGRAPH": "{bad}"}, "HYETOGRAPH: layer bad has no field t_min"),
        ({"INTENSITY": None, "HYETOGRAPH": "{dry}"}, "The rain holds no water"),
        ({"INTENSITY": 0}, "INTENSITY must be above 0"),
        ({"STEP": 0.333}, "The steps of the rain must be whole seconds"),
        ({"ZONES": None}, "What drains into the pipes is not known: give ZONES"),
        ({"RUNOFF_COEFFICIENT": "land"}, "RUNOFF_COEFFICIENT must be a number or a field of ZONES"),
        ({"RECEIVING_LEVEL": "tide"}, 'OUTFALLS has no field "tide"'),
        ({"OUTPUT": "{folder}/m.txt"}, "OUTPUT must end in .inp, not m.txt."),
    ],
)
def test_refused(branches, tmp_path, given, message):
    (tmp_path / "rain.csv").write_text("t_min,rain_mm\n0,5\n10,0\n")
    (tmp_path / "dry.csv").write_text("t_min,rain_mm\n0,0\n10,0\n")
    (tmp_path / "bad.csv").write_text("hour,rain_mm\n0,5\n1,0\n")
    made = {name: tmp_path / f"{name}.csv" for name in ("rain", "dry", "bad")} | {"folder": tmp_path}
    given = {name: value.format(**made) if isinstance(value, str) else value for name, value in given.items()}
    assert message in refused(branches, tmp_path, **given)


def test_without_an_outfall(branches, tmp_path):
    assert "No pipe reaches an outfall" in refused(branches, tmp_path, OUTFALLS=None)


def test_zones_of_other_places(branches, write, tmp_path):
    """Zones whose inlets are in no layer, and zones whose inlet has no pipe."""
    far = write("far", [support.box(0, 0, 4, 9, CELL)], {"outlet_id": ["zz"], "outlet_t": ["inlet"]})
    assert "ZONES: no zone of layer far drains to an inlet, node or outfall" in refused(branches, tmp_path, ZONES=far)
    inlets = write("inlets", [support.point(90, 90, CELL)], {"inlet_id": ["zz"]})
    message = refused(branches, tmp_path, ZONES=far, INLETS=inlets)
    assert "No area drains to a node of the pipes" in message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(branches, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert "cannot write into the folder" in refused(branches, tmp_path, OUTPUT=closed / "m.inp")


def test_no_such_place(branches, tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot write into the folder" in refused(branches, tmp_path, OUTPUT=tmp_path / "file" / "m.inp")


def test_same_file_again(branches, tmp_path):
    given = {**branches, **FORMULA}
    for name in ("a.inp", "b.inp"):
        support.run("swmmexport", **given, OUTPUT=tmp_path / name)
    assert (tmp_path / "a.inp").read_bytes() == (tmp_path / "b.inp").read_bytes()
    assert not json.dumps(support.left_in(tmp_path)).count(".rainshed-")
