"""checkinputs and networkcheck: findings in layers, broken data that never stop a run, and a DEM others refuse."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms import support

NAMES = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS")
SAMPLE_FAULTS = {
    ("adverse_slope", "pipes", "P067"),
    ("orphan_inlet", "inlets", "I901"),
    ("dem_hole", "DEM", ""),
    ("drawn_backwards", "pipes", "P041"),
    ("inlet_off_dem", "inlets", "I902"),
}


def slope(rows: int = 40, columns: int = 60) -> np.ndarray:
    """Ground that falls to the east by 1 cm a cell, with a gutter in row 20."""
    r, c = np.mgrid[:rows, :columns]
    return 30 - 0.01 * c + 0.02 * np.abs(r - 20)


@pytest.fixture
def parts(dem, vector, tmp_path):
    """The inputs of a sound network in the gutter, and the DEM under it."""
    inlets = {"inlet_id": ["a", "b"], "pipe_id": ["1", "2"], "top_elev": [29.9, 29.7]}
    pipes = {
        "pipe_id": ["1", "2"], "from_node": ["A", "B"], "to_node": ["B", "O"], "from_level": [28.0, 27.8],
        "to_level": [27.8, 27.6], "size_m": [0.4, 0.5],
    }  # fmt: skip
    return {
        "DEM": dem(slope()),
        "INLETS": vector("inlets", [support.point(20, 10), support.point(20, 30)], inlets),
        "PIPES": vector("pipes", [support.line((20, 9), (20, 25)), support.line((20, 25), (20, 50))], pipes),
        "MANHOLES": vector(
            "manholes", [support.point(20, 9), support.point(20, 25)], {"node_id": ["A", "B"], "rim_elev": [29.9, 29.7]}
        ),
        "OUTFALLS": vector("outfalls", [support.point(20, 50)], {"node_id": ["O"], "invert": [27.6]}),
    }


@pytest.fixture
def check(parts, tmp_path):
    """check(algorithm, **changes): a run on the sound parts with changes; .found (code, layer, fid) and the rest."""

    def make(name: str, **changes):
        out = tmp_path / f"{name}_{len(list(tmp_path.iterdir()))}.gpkg"
        given = {k: v for k, v in (parts | changes).items() if v is not None}
        if name == "checkinputs":
            given["OUTPUT_HTML"] = out.with_suffix(".html")
        else:
            given["OUTPUT_PIPES"] = out.with_name(f"{out.stem}_pipes.gpkg")
        done = support.run(name, **given, OUTPUT=out)
        rows = support.read_vector(out)
        return SimpleNamespace(
            rows=rows, found={(row["code"], row["layer"], row["fid"]) for row in rows}, **done.results, log=done.infos,
            results=done.results, html=getattr(done, "OUTPUT_HTML", None) and Path(done.OUTPUT_HTML).read_text("utf-8"),
        )  # fmt: skip

    return make


@pytest.mark.parametrize("name", ["checkinputs", "networkcheck"])
def test_nothing_is_found_in_sound_data(check, name):
    done = check(name)
    assert done.found == set() and done.ERRORS == done.WARNINGS == 0
    assert done.html is None or "Nothing was found" in done.html


def test_the_pipes_are_drawn_along_the_flow(check, vector):
    backwards = vector(
        "backwards", [support.line((20, 25), (20, 9)), support.line((20, 25), (20, 50)), None],
        {"pipe_id": ["1", "2", "3"], "from_node": ["A", "B", "B"], "to_node": ["B", "O", "O"],
         "from_level": [28.0, 27.8, 27.8], "to_level": [27.8, 27.6, None], "shape": [None, None, "force main"]},
    )  # fmt: skip
    done = check("networkcheck", PIPES=backwards)
    rows = support.read_vector(done.OUTPUT_PIPES)
    ends = [[row["from_node"], row["to_node"], row["system"], row["pressure"]] for row in rows]
    assert ends == [["A", "B", 1, 0], ["B", "O", 1, 0], ["B", "O", 1, 1]]
    assert [row["slope"] for row in rows] == [pytest.approx(0.2 / 16), pytest.approx(0.2 / 25), pytest.approx(0.2 / 25)]
    first, _, between = (row["shape"].GetGeometryRef(0) for row in rows)
    assert first.GetX(0) < first.GetX(1)
    assert between.GetX(0) == pytest.approx(support.at(20, 25)[0]), "without a geometry, from node to node"
    assert ("drawn_backwards", "pipes", 1) in done.found and ("null_geometry", "pipes", 3) in done.found


def test_fields_of_a_finding(check, vector):
    done = check("networkcheck", INLETS=vector("far", [support.point(5, 5)], {"inlet_id": ["far"], "top_elev": [35.0]}))
    rows = {row["code"]: row for row in done.rows}
    assert set(rows) == {"orphan_inlet", "inlet_level"}
    orphan = rows["orphan_inlet"]
    assert (orphan["severity"], orphan["layer"], orphan["fid"]) == ("error", "inlets", 1)
    assert orphan["message"] == "Inlet far: there is no pipe or node within 5 m."
    assert (orphan["shape"].GetX(), orphan["shape"].GetY()) == pytest.approx(support.at(5, 5))
    assert rows["inlet_level"]["severity"] == "warning"
    assert done.ORPHAN_INLET == 1 and done.INLET_LEVEL == 1 and done.CYCLE == 0
    assert (done.ERRORS, done.WARNINGS) == (1, 1)
    assert any("orphan_inlet" in line for line in done.log)


def test_inlet_on_a_ridge(check, dem):
    """Cells of 1 m2: a roof from which all water runs away."""
    z = slope()
    z[19:22, 29:32] = 31.0
    z[20, 30] = 31.5
    done = check("networkcheck", DEM=dem(z, name="roof.tif"))
    assert {("inlet_ridge", "inlets", 2), ("inlet_level", "inlets", 2)} <= done.found
    assert ("inlet_ridge", "inlets", 1) not in done.found


def test_receiving_level_and_type_field(check, vector):
    assert ("outfall_below_water", "outfalls", 1) in check("networkcheck", RECEIVING_LEVEL="27.7").found
    assert check("networkcheck", RECEIVING_LEVEL="27.5").found == set()
    assert ("outfall_below_water", "outfalls", 1) not in check("networkcheck", RECEIVING_LEVEL="invert").found
    typed = vector(
        "typed", [support.line((20, 9), (20, 25)), support.line((20, 25), (20, 50))],
        {"pipe_id": ["1", "2"], "from_level": [28.0, 27.8], "to_level": [27.8, 27.6], "what": ["rain", "foul"]},
    )  # fmt: skip
    assert check("networkcheck", PIPES=typed).found == set()
    assert check("networkcheck", PIPES=typed, TYPE_FIELD="what").found == {("storm_into_foul", "pipes", 1)}


def test_without_a_dem(check, vector):
    done = check("networkcheck", DEM=None, INLETS=vector("far", [support.point(-90, 5)], {"inlet_id": ["far"]}))
    assert done.found == {("orphan_inlet", "inlets", 1)}


def test_without_a_dem_in_degrees(vector, tmp_path):
    """Lengths are metres all the same: 0.0001 degrees are about ten."""
    pipes = vector(
        "pipes", ["LINESTRING (109 34, 109.001 34)", "LINESTRING (109.0011 34, 109.002 34)"], crs="EPSG:4326"
    )
    outfalls = vector("outfalls", ["POINT (109.002 34)"], crs="EPSG:4326")
    counts = {}
    for snap in (5, 15):
        done = support.run(
            "networkcheck", PIPES=pipes, OUTFALLS=outfalls, SNAP_DISTANCE=snap, OUTPUT=tmp_path / f"{snap}.gpkg",
            OUTPUT_PIPES=tmp_path / f"{snap}p.gpkg",
        )  # fmt: skip
        counts[snap] = {row["system"] for row in support.read_vector(done.OUTPUT_PIPES)}
        assert done.OTHER_CRS == 2 and done.NO_INVERT == 1
    assert counts == {5: {1, 2}, 15: {1}}


# Broken layers


@pytest.fixture
def broken(vector):
    """Layers in which every feature but the first is broken in its own way; the first pipe leads to the outfall."""
    lines = [
        support.line((20, 9), (20, 50)),  # 1 sound
        None,  # 2 no geometry
        support.line((10, 9), (10, 20)),  # 3 text for a level
        support.line((12, 9), (12, 20)),  # 4 no diameter
        support.line((14, 9), (14, 20)),  # 5 nodes that are not there
        "LINESTRING ({0} {1}, {0} {1})".format(*support.at(30, 30)),  # 6 no length
        "LINESTRING EMPTY",  # 7
        support.point(5, 5),  # 8 a point among lines
        "LINESTRING (nan nan, 1 1)",  # 9
        "MULTILINESTRING (({} {}, {} {}), ({} {}, {} {}))".format(
            *support.at(25, 9), *support.at(25, 12), *support.at(28, 9), *support.at(28, 12)
        ),  # 10 two parts
    ]
    sound = len(lines) - 4
    pipes = {
        "pipe_id": [str(k + 1) for k in range(len(lines))],
        "from_node": ["A", None, None, None, "nowhere", *[None] * (sound - 1)],
        "to_node": ["O", None, None, None, "no-one", *[None] * (sound - 1)],
        "from_level": ["28", "27", "deep", "27", "27", *["27"] * (sound - 1)],
        "to_level": ["27", "26", "26", "26", "26", *["26"] * (sound - 1)],
        "size_m": ["0.4", "0.4", "0.4", "0", "0.4", "wide", *["0.4"] * (sound - 2)],
    }
    return {
        "PIPES": vector("pipes_b", lines, pipes),
        "INLETS": vector(
            "inlets_b", [support.point(20, 20), None, support.point(20, 30), support.line((1, 1), (2, 2))],
            {"inlet_id": list("abcd"), "pipe_id": ["1", None, "77", None], "top_elev": ["29.8", "29", "x", "1e9"]},
        ),
        "MANHOLES": vector(
            "manholes_b", [support.point(20, 9), None, support.point(20, 9), support.point(30, 9)],
            {"node_id": ["A", "B", "A", "A"], "rim_elev": ["29.9", "?", "29.9", "29.9"]},
        ),
        "OUTFALLS": vector("outfalls_b", [support.point(20, 50), None], {"node_id": ["O", None]}),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["checkinputs", "networkcheck"])
def test_broken_features_are_findings_and_the_rest_is_worked(check, broken, name):
    done = check(name, **broken)
    wanted = {
        ("null_geometry", "pipes", 2),
        ("not_a_number", "pipes", 3),
        ("no_size", "pipes", 4),
        ("unknown_node", "pipes", 5),
        ("zero_length", "pipes", 6),
        ("not_a_number", "pipes", 6),
        ("null_geometry", "pipes", 7),
        ("wrong_geometry", "pipes", 8),
        ("multipart", "pipes", 10),
        ("null_geometry", "inlets", 2),
        ("unknown_pipe", "inlets", 3),
        ("not_a_number", "inlets", 3),
        ("wrong_geometry", "inlets", 4),
        ("no_level", "inlets", 4),
        ("null_geometry", "manholes", 2),
        ("not_a_number", "manholes", 2),
        ("duplicate_node", "manholes", 3),
        ("duplicate_node", "manholes", 4),
        ("null_geometry", "outfalls", 2),
    }
    assert wanted <= done.found, wanted - done.found
    assert not any(layer == "pipes" and fid == 1 for _, layer, fid in done.found), "the sound pipe is sound"
    assert ("orphan_inlet", "inlets", 1) not in done.found
    if name == "networkcheck":
        (first,) = [row for row in support.read_vector(done.OUTPUT_PIPES) if row["pipe_id"] == "1"]
        assert (first["from_node"], first["to_node"]) == ("A", "O") and first["slope"] > 0


def test_a_pipe_of_one_vertex(check, tmp_path):
    """No driver of ours would write one, but a memory layer holds it."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"LineString?crs={support.CRS}&field=pipe_id:string", "odd", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("LineString ({} {})".format(*support.at(9, 9))))
    feature.setAttributes(["x"])
    layer.dataProvider().addFeatures([feature])
    for name in ("checkinputs", "networkcheck"):
        assert ("one_vertex", "pipes", 1) in check(name, PIPES=layer).found


FAR = "LineString (1e18 1e18, 1e18 -1e18)", "LineString (-1.797e308 -1.797e308, 5 5)"


@pytest.mark.parametrize("name", ["checkinputs", "networkcheck"])
def test_coordinates_that_lie_nowhere(check, vector, name):
    """As corrupt files and empty shapes of some formats have them: no place, rather than a place far away."""
    lines = [support.line((20, 9), (20, 50)), *FAR]
    points = [support.point(20, 10), "Point (1e18 -1e18)", "Point (1e300 1)"]
    done = check(
        name, PIPES=vector("far_lines", lines), INLETS=vector("far_points", points),
        MANHOLES=vector("far_nodes", [support.point(20, 9), "Point (1e17 0)"], {"node_id": ["A", "X"]}),
    )  # fmt: skip
    wanted = {("null_geometry", "pipes", 2), ("null_geometry", "pipes", 3), ("null_geometry", "manholes", 2)}
    wanted |= {("null_geometry", "inlets", 2), ("null_geometry", "inlets", 3)}
    assert {one for one in done.found if one[0] == "null_geometry"} == wanted
    assert (
        not {("end_without_node", "pipes", 2), ("inlet_off_dem", "inlets", 2), ("off_dem", "manholes", 2)} & done.found
    )


def test_buildings_that_lie_nowhere(check, vector):
    houses = [support.box(2, 2, 4, 4), "POLYGON ((3 3, 2e300 1, 1e300 1e300, 3 3))"]
    assert check("checkinputs", BUILDINGS=vector("far_houses", houses)).found == {("null_geometry", "buildings", 2)}


def test_layers_in_other_systems(check, vector, tmp_path):
    from osgeo import osr
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    there, here = osr.SpatialReference(), osr.SpatialReference()
    there.ImportFromEPSG(4326)
    there.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    here.SetFromUserInput(support.CRS)
    moved = osr.CoordinateTransformation(here, there).TransformPoint(*support.at(20, 10))
    mixed = vector(
        "mixed", ["POINT ({:.9f} {:.9f})".format(*moved), "POINT (500 95)"], {"pipe_id": ["1", "1"]}, crs="EPSG:4326"
    )
    bare = QgsVectorLayer("Point?field=node_id:string", "bare", "memory")
    outfall = QgsFeature(bare.fields())
    outfall.setGeometry(QgsGeometry.fromWkt(support.point(20, 50)))
    outfall.setAttributes(["O"])
    bare.dataProvider().addFeatures([outfall])
    bare.setCrs(QgsCoordinateReferenceSystem())
    for name in ("checkinputs", "networkcheck"):
        done = check(name, INLETS=mixed, OUTFALLS=bare)
        assert {("other_crs", "inlets", -1), ("no_crs", "outfalls", -1), ("not_reprojected", "inlets", 2)} <= done.found
        assert not any(layer == "inlets" and fid == 1 for _, layer, fid in done.found)


def test_empty_layers(check, vector):
    from qgis.core import QgsVectorLayer

    done = check(
        "checkinputs", INLETS=vector("none", [], kind="Point"), BUILDINGS=vector("no_houses", [], kind="Polygon")
    )
    assert {("empty_layer", "inlets", -1), ("empty_layer", "buildings", -1)} <= done.found
    none = QgsVectorLayer(f"LineString?crs={support.CRS}", "no_pipes", "memory")
    message = support.refusal("networkcheck", PIPES=none, OUTPUT=Path(done.OUTPUT).with_name("x.gpkg"))
    assert "PIPES" in message and "empty" in message


# Channels, buildings and the DEM


def test_channels_and_buildings(check, vector):
    x, y = support.at(5, 5)
    bow = f"POLYGON (({x} {y}, {x + 4} {y - 4}, {x + 4} {y}, {x} {y - 4}, {x} {y}))"
    buildings = vector("houses", [support.box(2, 2, 4, 4), bow, None, support.box(500, 5, 510, 10)])
    channels = vector("channels", [support.line((30, 2), (30, 50)), support.line((-80, 2), (-90, 50))])
    done = check("checkinputs", BUILDINGS=buildings, CHANNELS=channels)
    assert done.found == {
        ("invalid_geometry", "buildings", 2),
        ("null_geometry", "buildings", 3),
        ("off_dem", "buildings", 4),
        ("off_dem", "channels", 2),
    }


def test_faults_of_the_dem(check, dem):
    z = slope(80, 96)
    z[60, 70:72] = np.nan
    z[70, 30] += 5
    z[:, 64:] += 0.5
    done = check("checkinputs", DEM=dem(z, name="faults.tif"))
    assert Counter(code for code, layer, _ in done.found if layer == "DEM") == {
        "dem_hole": 1,
        "dem_spike": 1,
        "dem_step": 1,
    }
    places = {row["code"]: (row["shape"].GetX(), row["shape"].GetY()) for row in done.rows}
    assert places["dem_hole"] == pytest.approx(support.at(60, 71))
    assert places["dem_spike"] == pytest.approx(support.at(70, 30))
    assert places["dem_step"][0] == pytest.approx(support.at(0, 63)[0])
    messages = {row["code"]: row["message"] for row in done.rows}
    assert "2 cells" in messages["dem_hole"] and "row 60, column 71" in messages["dem_hole"]


def test_whole_metres_and_coarse_cells(check, dem):
    done = check("checkinputs", DEM=dem(np.rint(slope() * 3), dx=6.0, name="coarse.tif"))
    assert {("dem_whole", "DEM", -1), ("dem_coarse", "DEM", -1)} <= done.found


def test_a_dem_in_degrees_is_a_finding(check, dem):
    """So are its holes, and the network is checked in metres all the same."""
    z = slope()
    z[5, 5] = np.nan
    degrees = dem(z, crs="EPSG:4326", transform=(109.0, 1e-5, 0, 34.3, 0, -1e-5), name="degrees.tif")
    done = check("checkinputs", DEM=degrees)
    assert {("dem_geographic", "DEM", -1), ("dem_hole", "DEM", -1)} <= done.found
    assert done.ERRORS == 2
    (row,) = [row for row in done.rows if row["code"] == "dem_geographic"]
    assert "reproject it" in row["message"]
    assert row["shape"].GetX() > 1000, "in the system of the layers"


def test_only_a_dem_in_degrees(dem, tmp_path):
    degrees = dem(slope(), crs="EPSG:4326", transform=(109.0, 0.01, 0, 34.3, 0, -0.01))
    done = support.run("checkinputs", DEM=degrees, OUTPUT=tmp_path / "o.gpkg", OUTPUT_HTML=tmp_path / "o.html")
    codes = {row["code"] for row in support.read_vector(done.OUTPUT)}
    assert codes == {"dem_geographic", "dem_coarse"}
    assert "DEM in degrees" in Path(done.OUTPUT_HTML).read_text("utf-8")


@pytest.mark.parametrize(
    "how",
    [
        {"transform": (500_000, 0.7, 0.7, 3_800_000, 0.7, -0.7)},
        {"transform": (500_000, 1, 0, 3_800_000, 0, 1)},
    ],
    ids=["rotated", "south-up"],
)
def test_a_dem_that_cannot_be_used(check, dem, vector, how):
    far = vector("far", [support.point(-90, 5)], {"inlet_id": ["far"]})
    done = check("checkinputs", DEM=dem(slope(), name="odd.tif", **how), INLETS=far)
    assert done.found == {("dem_unusable", "DEM", -1), ("orphan_inlet", "inlets", 1)}


def test_a_dem_without_heights_or_with_impossible_ones(check, dem):
    empty = check("checkinputs", DEM=dem(np.full((5, 5), np.nan), name="empty.tif"))
    assert ("dem_unusable", "DEM", -1) in empty.found
    z = slope()
    z[3, 3] = 1e6
    assert ("dem_unusable", "DEM", -1) in check("checkinputs", DEM=dem(z, name="high.tif")).found


def test_a_band_that_is_not_there_is_refused(parts, tmp_path):
    assert "no band 3" in support.refusal("checkinputs", DEM=parts["DEM"], BAND=3, OUTPUT=tmp_path / "o.gpkg")


def test_networkcheck_refuses_a_dem_in_degrees(parts, dem, tmp_path):
    degrees = dem(slope(), crs="EPSG:4326", transform=(109.0, 1e-5, 0, 34.3, 0, -1e-5), name="degrees.tif")
    assert "degrees" in support.refusal("networkcheck", **parts | {"DEM": degrees}, OUTPUT=tmp_path / "o.gpkg")


# The sample town


@pytest.fixture
def sample_layers(sample) -> dict:
    names = {name: name.lower() for name in NAMES} | {"CHANNELS": "channel", "BUILDINGS": "buildings"}
    return {name: f"{sample / 'town_drainage.gpkg'}|layername={layer}" for name, layer in names.items()}


def test_the_faults_of_the_sample_town_and_no_other_error(sample, sample_layers, tmp_path):
    done = support.run(
        "checkinputs", DEM=sample / "town_dem.tif", **sample_layers, OUTPUT=tmp_path / "o.gpkg",
        OUTPUT_HTML=tmp_path / "o.html",
    )  # fmt: skip
    errors = [row for row in support.read_vector(done.OUTPUT) if row["severity"] == "error"]
    named = [(e["code"], e["layer"], "".join(re.findall(r"^(?:Pipe|Inlet) (\w+)", e["message"]))) for e in errors]
    assert len(named) == 5 == done.ERRORS and set(named) == SAMPLE_FAULTS
    (hole,) = [e for e in errors if e["code"] == "dem_hole"]
    assert "2 cells" in hole["message"] and "row 95, column 63" in hole["message"]
    html = Path(done.OUTPUT_HTML).read_text("utf-8")
    assert "5 errors" in html and "CLOSE_GAPS of conditiondem" in html and "P067" in html
    assert not re.search(r"(src|href)=\"?https?:", html), "the page needs nothing else"


def test_networkcheck_on_the_sample_town(sample, sample_layers, tmp_path):
    layers = {name: sample_layers[name] for name in NAMES}
    done = support.run(
        "networkcheck", **layers, DEM=sample / "town_dem.tif", OUTPUT=tmp_path / "o.gpkg",
        OUTPUT_PIPES=tmp_path / "p.gpkg",
    )  # fmt: skip
    assert done.ERRORS == 4
    assert [done.results[c] for c in ("ADVERSE_SLOPE", "ORPHAN_INLET", "DRAWN_BACKWARDS", "INLET_OFF_DEM")] == [1] * 4
    pipes = support.read_vector(done.OUTPUT_PIPES)
    assert len(pipes) == 92 and {row["system"] for row in pipes} == {1, 2, 3, 4}
    assert [row["pipe_id"] for row in pipes if row["slope"] < 0] == ["P067"]
