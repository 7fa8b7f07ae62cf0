"""Network layers read into arrays: fields, coordinates, broken features; and the real network of Sant Boi."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from rainshed.hydrology.drainage.inlets import connect_inlets
from rainshed.hydrology.drainage.network import MANHOLE, OUTFALL, build_network
from rainshed.hydrology.errors import HydrologyError

DOCS = Path(__file__).resolve().parents[2] / "docs" / "fields.md"


@pytest.fixture(scope="module")
def network(qgis):
    """The module under test; it needs PyQGIS."""
    from rainshed.gis import network

    return network


@pytest.fixture
def layer(qgis):
    """Makes a memory layer: layer("LineString", "pipe_id:string, dn:double", [(wkt, "p1", 400), ...])."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def make(kind, columns="", rows=(), crs="EPSG:25831", name="my layer"):
        fields = "".join(f"&field={column.strip()}" for column in columns.split(",") if column)
        made = QgsVectorLayer(f"{kind}?crs={crs}{fields}", name, "memory")
        assert made.isValid()
        features = []
        for wkt, *values in rows:
            feature = QgsFeature(made.fields())
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(values)
            features.append(feature)
        assert made.dataProvider().addFeatures(features)[0]
        return made

    return make


@pytest.fixture
def read(network):
    """Reads as the algorithms do: read.pipes(layer), read.inlets(layer), read.nodes(manholes, outfalls)."""
    from types import SimpleNamespace

    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    def bound(function):
        def call(*layers, crs="EPSG:25831", **fields):
            return function(*layers, fields, QgsCoordinateReferenceSystem(crs), QgsCoordinateTransformContext())

        return call

    return SimpleNamespace(
        pipes=bound(network.read_pipes), inlets=bound(network.read_inlets), nodes=bound(network.read_nodes)
    )


def found(reading) -> list[tuple[str, int]]:
    return [(finding.code, finding.fid) for finding in reading.findings]


# Fields


def test_usual_names_are_found_in_order_and_in_any_case(network):
    assert network.pick_field(["fid", "NAME", "Arc_ID"], None, "PIPE_ID_FIELD", "pipes") == "Arc_ID"
    assert network.pick_field(["fid", "管径"], "", "SIZE_FIELD", "pipes") == "管径"
    assert network.pick_field(["fid", "y1"], None, "FROM_LEVEL_FIELD", "pipes") is None  # a depth, no level
    assert network.pick_field(["id", "mine"], "mine", "PIPE_ID_FIELD", "pipes") == "mine"
    assert network.pick_field(["id", "Mine"], "MINE", "PIPE_ID_FIELD", "pipes") == "Mine"


def test_a_given_field_that_is_not_there_is_named(network, layer, read):
    with pytest.raises(HydrologyError, match=r'Layer "my layer, pipes" has no field "nope" \(SIZE_FIELD\).*dn'):
        read.pipes(layer("LineString", "pipe_id:string,dn:double"), SIZE_FIELD="nope")


def test_names_of_the_two_ends_go_in_pairs(network):
    ends = ("FROM_NODE_FIELD", "TO_NODE_FIELD"), ("FROM_LEVEL_FIELD", "TO_LEVEL_FIELD")
    for first, second in ends:
        assert len(network.NETWORK_FIELDS[first]) == len(network.NETWORK_FIELDS[second])
        assert not set(network.NETWORK_FIELDS[first]) & set(network.NETWORK_FIELDS[second])
    for names in network.NETWORK_FIELDS.values():
        assert len(set(names)) == len(names) and all(name == name.lower() for name in names)


def test_the_docs_list_every_usual_name(network):
    lines = DOCS.read_text(encoding="utf-8").splitlines()
    for parameter, names in network.NETWORK_FIELDS.items():
        row = next(line for line in lines if line.startswith(f"| `{parameter}`"))
        assert row.split("|")[3].strip() == ", ".join(f"`{name}`" for name in names)


# Layers


def test_pipes_with_their_attributes(layer, read):
    columns = "arc_id:integer,node_1:double,node_2:string,elev1:double,elev2:string,diameter:double,shape:string"
    rows = [
        ("LineString (0 0, 5 5, 10 0)", 7, 3.0, " B ", 5.5, "4,25", 0.4, "CIRCULAR"),
        ("LineString (10 0, 20 0)", None, None, "", None, None, None, None),
    ]
    reading = read.pipes(layer("LineString", columns, rows))
    pipes = reading.data
    assert list(pipes.id) == ["7", None] and list(pipes.from_node) == ["3", None] and list(pipes.to_node) == ["B", None]
    assert pipes.start_xy.tolist() == [[0, 0], [10, 0]] and pipes.end_xy.tolist() == [[10, 0], [20, 0]]
    assert [line.tolist() for line in pipes.vertices] == [[[0, 0], [5, 5], [10, 0]], [[10, 0], [20, 0]]]
    np.testing.assert_array_equal(pipes.from_level, [5.5, math.nan])
    np.testing.assert_array_equal(pipes.to_level, [4.25, math.nan])
    np.testing.assert_array_equal(pipes.size, [0.4, math.nan])
    assert list(pipes.shape) == ["CIRCULAR", None] and list(pipes.fid) == [1, 2]
    assert reading.findings == []
    assert 'Layer "my layer, pipes": field "elev1" is taken for FROM_LEVEL_FIELD, by its name.' in reading.notes
    assert len(reading.notes) == 7


def test_what_is_no_number_is_a_finding_with_its_feature(layer, read):
    line = "LineString (0 0, 10 0)"
    rows = [(line, "1.5", "0.4"), (line, "ca. 2", "big"), (line, "-9999", "0"), (line, "nan", "-1")]
    reading = read.pipes(layer("LineString", "from_level:string,diameter:string", rows))
    assert found(reading) == [
        *[("not_a_number", 2)] * 2,
        *[("no_level", 3), ("no_size", 3), ("no_size", 4)],
    ]
    message = 'Feature 2 of layer "my layer, pipes" has "ca. 2" in number field "from_level".'
    assert reading.findings[0].message == message
    assert reading.findings[0].xy == (5, 0)
    np.testing.assert_array_equal(reading.data.from_level, [1.5, math.nan, math.nan, math.nan])
    np.testing.assert_array_equal(reading.data.size, [0.4, math.nan, math.nan, math.nan])


def test_sizes_in_millimetres_and_as_written_on_plans(layer, read):
    texts = ["DN400", "d600", "1.2", "800x600", "2000×1500mm", "Φ300", "20"]
    reading = read.pipes(layer("LineString", "管径:string", [("LineString (0 0, 1 0)", text) for text in texts]))
    assert reading.data.size.tolist() == [0.4, 0.6, 1.2, 0.6, 1.5, 0.3, 20.0]
    assert reading.findings == []
    assert 'Layer "my layer, pipes": 5 of 7 pipe sizes are above 20 and were taken as millimetres.' in reading.notes


def test_broken_geometries_are_findings_and_keep_their_fields(layer, read):
    rows = [(None, "a"), ("LineString EMPTY", "b"), ("LineString (3 4)", "c"), ("LineString (0 0, 1e400 0)", "d")]
    reading = read.pipes(layer("LineString", "pipe_id:string", rows))
    assert found(reading) == [("null_geometry", 1), ("null_geometry", 2), ("one_vertex", 3), ("null_geometry", 4)]
    assert list(reading.data.id) == ["a", "b", "c", "d"]
    assert reading.data.start_xy.tolist()[2] == reading.data.end_xy.tolist()[2] == [3, 4]
    assert np.isnan(reading.data.start_xy[[0, 1, 3]]).all()


def test_invalid_geometry_does_not_stop_a_processing_source(qgis, layer, read):
    from qgis.core import QgsProcessingContext, QgsProcessingParameterFeatureSource, QgsProcessingParameters

    made = layer("LineString", "pipe_id:string", [("LineString (3 4)", "c"), ("LineString (0 0, 1 0)", "d")])
    parameter = QgsProcessingParameterFeatureSource("PIPES")
    source = QgsProcessingParameters.parameterAsSource(parameter, {"PIPES": made}, QgsProcessingContext())
    assert found(read.pipes(source)) == [("one_vertex", 1)]


def test_parts_of_a_multi_line(layer, read):
    columns = "pipe_id:string,from_node:string,to_node:string,from_level:double,to_level:double"
    rows = [
        ("MultiLineString ((0 0, 1 0), (1 0, 2 0))", "joined", None, None, 5, 4),
        ("MultiLineString ((0 0, 1 0), (5 0, 6 0))", "named", "A", "B", 5, 4),
        ("MultiLineString ((0 0, 1 0), (5 0, 6 0))", "apart", "A", None, 5, 4),
    ]
    reading = read.pipes(layer("MultiLineString", columns, rows))
    pipes = reading.data
    assert list(pipes.id) == ["joined", "named", "apart", "apart/2"]
    assert pipes.start_xy[:, 0].tolist() == [0, 0, 0, 5] and pipes.end_xy[:, 0].tolist() == [2, 6, 1, 6]
    assert list(pipes.from_node) == [None, "A", "A", None] and list(pipes.to_node) == [None, "B", None, None]
    np.testing.assert_array_equal(pipes.from_level, [5, 5, 5, math.nan])
    np.testing.assert_array_equal(pipes.to_level, [4, 4, math.nan, 4])
    assert [len(line) for line in pipes.vertices] == [3, 5, 2, 2]
    assert found(reading) == [("multipart", 3)]
    assert list(pipes.fid) == [1, 2, 3, 3]


def test_curves_and_heights(layer, read):
    bow = layer("CompoundCurveZ", "id:integer", [("CompoundCurveZ (CircularStringZ (0 0 9, 1 1 9, 2 0 9))", 1)])
    line = read.pipes(bow).data.vertices[0]
    assert len(line) > 10
    np.testing.assert_allclose(np.hypot(line[:, 0] - 1, line[:, 1]), 1)


def test_inlets_and_their_pipes(layer, read):
    columns = "gully_id:integer,arc_id:integer"
    rows = [("MultiPoint ((0 0), (1 0))", 5, 7), ("MultiPoint ((2 0))", None, None), (None, 6, 8)]
    reading = read.inlets(layer("MultiPoint", columns, rows))
    assert list(reading.data.id) == ["5", "5", "2", "6"] and list(reading.data.pipe_id) == ["7", "7", None, "8"]
    assert reading.data.xy[:3].tolist() == [[0, 0], [1, 0], [2, 0]] and np.isnan(reading.data.xy[3]).all()
    assert list(reading.data.fid) == [1, 1, 2, 3]
    assert found(reading) == [("multipart", 1), ("null_geometry", 3)]


def test_manholes_and_outfalls(layer, read):
    manholes = layer("Point", "node_id:string", [("Point (0 0)", "A"), ("Point (9 0)", None)], name="wells")
    outfalls = layer("Point", "code:string,id:integer", [("Point (20 0)", "F", 1)], name="ends")
    nodes = read.nodes(manholes, outfalls).data
    assert list(nodes.id) == ["A", None, "F"] and list(nodes.kind) == [MANHOLE, MANHOLE, OUTFALL]
    assert list(read.nodes(manholes, outfalls, NODE_ID_FIELD="ID").data.id) == ["A", None, "1"]
    assert list(read.nodes(None, outfalls).data.id) == ["F"]
    assert len(read.nodes(None, None).data) == 0
    with pytest.raises(HydrologyError, match='Layer "wells, manholes" has no field "nope"'):
        read.nodes(manholes, outfalls, NODE_ID_FIELD="nope")


def test_layers_without_features_and_of_another_kind(layer, read):
    assert len(read.pipes(layer("LineString")).data) == len(read.inlets(layer("Point")).data) == 0
    assert len(read.nodes(layer("Point"), layer("Point")).data) == 0
    with pytest.raises(HydrologyError, match=r'Layer "my layer, pipes" does not hold lines'):
        read.pipes(layer("Polygon"))
    with pytest.raises(HydrologyError, match=r'Layer "my layer, inlets" does not hold points'):
        read.inlets(layer("None"))


def test_layers_are_reprojected(layer, read):
    rows = [("Point (2.0353 41.3413)", 1), ("Point (2 95)", 2)]
    reading = read.inlets(layer("Point", "inlet_id:integer", rows, crs="EPSG:4326"))
    np.testing.assert_allclose(reading.data.xy[0], [419_320, 4_577_040], atol=200)
    assert np.isnan(reading.data.xy[1]).all()
    assert [fid for _, fid in found(reading)] == [2] and reading.findings[0].xy is None
    unknown = read.inlets(layer("Point", "", [("Point (7 8)",)], crs=""))
    assert unknown.data.xy.tolist() == [[7, 8]]


def test_a_cancelled_reading_stops(network, layer):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from rainshed.hydrology.errors import Cancelled
    from rainshed.hydrology.progress import Progress

    made = layer("Point", "", [("Point (7 8)",)])
    progress = Progress(cancelled=lambda: True)
    with pytest.raises(Cancelled):
        network.read_inlets(made, {}, QgsCoordinateReferenceSystem(), QgsCoordinateTransformContext(), progress)


# Sant Boi


@pytest.fixture
def town(shared_data, qgis, read):
    """Reads Sant Boi's layers, without the fields named in `hide`: town("FROM_NODE_FIELD", ...)."""
    from qgis.core import QgsVectorLayer

    def source(name, hidden):
        made = QgsVectorLayer(f"{shared_data / 'santboi' / 'drainage.gpkg'}|layername={name}", name, "ogr")
        if not hidden:
            return made
        kept = ", ".join(f'"{item.name()}"' for item in made.fields() if item.name() not in (*hidden, "fid"))
        query = f"SELECT fid, geom, {kept} FROM {name}" if kept else f"SELECT fid, geom FROM {name}"
        made.setSubsetString(query)
        return made

    def make(*hidden, crs="EPSG:25831", manholes=True):
        pipes = read.pipes(source("pipes", hidden), crs=crs)
        nodes = read.nodes(source("manholes", hidden) if manholes else None, source("outfalls", hidden), crs=crs)
        inlets = read.inlets(source("inlets", hidden), crs=crs)
        assert pipes.findings == [f for f in pipes.findings if f.code == "no_size"]
        assert nodes.findings == inlets.findings == []
        return pipes, nodes.data, inlets.data

    return make


def outfalls_of(graph, found) -> Counter:
    return Counter(graph.nodes.id[outfall] if outfall >= 0 else None for outfall in found.outfall)


EXPECTED = {"240": 128, "18888": 71, "18967": 32}


@pytest.mark.parametrize("manholes", [True, False])
def test_sant_boi_by_its_fields(town, manholes):
    reading, nodes, inlets = town(manholes=manholes)
    graph = build_network(reading.data, nodes, 5)
    assert graph.findings == []
    assert len(reading.data) == 193 and len(graph.nodes) == 186
    assert (graph.start >= 0).all() and (graph.end >= 0).all()
    assert set(graph.direction) == {"fields"}
    assert len(graph.branching_nodes) == 10
    rising = graph.level_end > graph.level_start
    assert set(reading.data.id[rising]) == {"18966", "245", "100014"}
    connected = connect_inlets(inlets.xy, inlets.pipe_id, graph, 5, inlets.fid)
    assert connected.findings == [] and set(connected.how) == {"id"}
    assert outfalls_of(graph, connected) == EXPECTED
    reached = Counter(
        (graph.nodes.id[outfall], *sorted(graph.nodes.id[other] for other in graph.reachable[node] - {outfall}))
        for node, outfall in zip(connected.node, connected.outfall)
    )
    assert reached == {("240", "236"): 128, ("18888",): 71, ("18967", "18888"): 32}
    assert reading.findings == [], "six virtual links have size zero, and need none"
    notes = " ".join(reading.notes)
    assert all(f'"{name}"' in notes for name in ("arc_id", "node_1", "node_2", "elev1", "elev2", "height_m", "shape"))


@pytest.mark.parametrize("manholes", [True, False])
def test_sant_boi_by_place_and_drawing(town, manholes):
    reading, nodes, inlets = town("node_1", "node_2", "elev1", "elev2", manholes=manholes)
    assert all(name is None for name in reading.data.from_node)
    graph = build_network(reading.data, nodes, 5)
    assert graph.findings == []
    assert len(graph.nodes) == 186 and len(graph.branching_nodes) == 10
    assert outfalls_of(graph, connect_inlets(inlets.xy, inlets.pipe_id, graph, 5)) == EXPECTED
    # By place alone 95 inlets lie within 5 m of a pipe; most kerbs are further from the sewer.
    near = connect_inlets(inlets.xy, None, graph, 5)
    assert outfalls_of(graph, near) == {None: 136, "240": 52, "18888": 35, "18967": 6, "236": 2}
    wide = connect_inlets(inlets.xy, None, graph, 20)
    assert outfalls_of(graph, wide) == {None: 2, "240": 120, "18888": 71, "18967": 32, "236": 6}


def test_sant_boi_by_levels_turns_its_pressure_mains(town):
    # By levels the three rising pipes, two of them pressure mains, run the wrong way, and a circle forms.
    reading, nodes, inlets = town("node_1", "node_2")
    graph = build_network(reading.data, nodes, 5)
    assert set(reading.data.id[graph.against]) == {"18966", "245", "100014"}
    assert Counter(finding.code for finding in graph.findings) == {"dead_end": 2, "cycle": 1}
    found = connect_inlets(inlets.xy, inlets.pipe_id, graph, 5)
    assert outfalls_of(graph, found) == {None: 128, "18888": 71, "18967": 32}


def test_sant_boi_in_another_coordinate_system(town):
    reading, nodes, inlets = town("node_1", "node_2", "elev1", "elev2", crs="EPSG:25830")
    graph = build_network(reading.data, nodes, 5)
    assert graph.findings == []
    assert outfalls_of(graph, connect_inlets(inlets.xy, inlets.pipe_id, graph, 5)) == EXPECTED
