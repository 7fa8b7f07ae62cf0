"""Reads inlet, pipe, manhole and outfall layers into the arrays of hydrology.drainage."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..hydrology.drainage.capacity import is_virtual
from ..hydrology.drainage.inlets import Inlets
from ..hydrology.drainage.network import MANHOLE, OUTFALL, Finding, Nodes, Pipes
from ..hydrology.drainage.snapping import COINCIDENT
from ..hydrology.errors import HydrologyError
from ..hydrology.progress import Progress
from .vectors import LARGEST_COORDINATE

# The usual field names of each parameter, most telling first; upper and lower case are the same. Sources: Giswater
# (arc_id, node_1, elev1 ...), EPA SWMM exports (name, geom1), InfoWorks (us_node_id, us_invert ...), Chinese survey
# tables (起点编号 ...). docs/fields.md lists them. Those that do not end in _FIELD are no parameters.
NETWORK_FIELDS: dict[str, tuple[str, ...]] = {
    "PIPE_ID_FIELD": (
        *("pipe_id", "pipeid", "arc_id", "conduit_id", "link_id", "管线编号", "管段编号", "管道编号", "管线编码"),
        *("管段编码", "管道编码", "asset_id", "code", "name", "编号", "id"),
    ),
    "FROM_NODE_FIELD": (
        *("from_node", "fromnode", "node_1", "node1", "us_node", "us_node_id", "start_node", "startnode", "up_node"),
        *("upnode", "inlet_node", "inletnode", "s_point", "起点编号", "起点点号", "起始点号", "上游井号", "起点井号"),
        *("起始井号", "起点编码"),
    ),
    "TO_NODE_FIELD": (
        *("to_node", "tonode", "node_2", "node2", "ds_node", "ds_node_id", "end_node", "endnode", "down_node"),
        *(
            "downnode",
            "outlet_node",
            "outletnode",
            "e_point",
            "终点编号",
            "终点点号",
            "终止点号",
            "下游井号",
            "终点井号",
        ),
        *("终止井号", "终点编码"),
    ),
    "FROM_LEVEL_FIELD": (
        *("from_level", "fromlevel", "sys_elev1", "elev1", "elev_1", "us_invert", "us_inv", "us_il", "up_invert"),
        *(
            "upinvert",
            "start_inv",
            "start_z",
            "invert_1",
            "inv_1",
            "z_up",
            "起点管底标高",
            "起点管底高程",
            "起点管内底标高",
        ),
        *("起点管内底高程", "上游管底标高", "上游管底高程", "起始管底标高", "起点底标高"),
    ),
    "TO_LEVEL_FIELD": (
        *("to_level", "tolevel", "sys_elev2", "elev2", "elev_2", "ds_invert", "ds_inv", "ds_il", "down_invert"),
        *(
            "dninvert",
            "end_inv",
            "end_z",
            "invert_2",
            "inv_2",
            "z_down",
            "终点管底标高",
            "终点管底高程",
            "终点管内底标高",
        ),
        *("终点管内底高程", "下游管底标高", "下游管底高程", "终止管底标高", "终点底标高"),
    ),
    "SIZE_FIELD": (
        *(
            "size_m",
            "height_m",
            "diameter_m",
            "diam_m",
            "diameter",
            "diam",
            "dia",
            "dn",
            "size_mm",
            "diam_mm",
            "dia_mm",
        ),
        *("height", "geom1", "psize", "pipe_size", "size", "管径", "管径_mm", "断面尺寸", "断面高", "管高", "规格"),
    ),
    "SHAPE_FIELD": (
        *("shape", "shape_type", "shapetype", "xsection", "x_section", "section", "cross_sec", "断面形式", "断面形状"),
        *("管道断面", "断面类型", "截面形式"),
    ),
    "NODE_ID_FIELD": (
        *("node_id", "nodeid", "manhole_id", "outfall_id", "junction_id", "mh_id", "exp_no", "井编号", "检查井编号"),
        *("排水口编号", "排放口编号", "物探点号", "管点编号", "井号", "点号", "asset_id", "code", "name", "编号", "id"),
    ),
    "INLET_PIPE_FIELD": (
        *("pipe_id", "pipeid", "arc_id", "conduit_id", "link_id", "to_pipe", "管线编号", "管段编号", "管道编号"),
        *("接入管段", "所属管段"),
    ),
    "TYPE_FIELD": (
        *("pipe_type", "pipetype", "sewer_type", "sewertype", "water_type", "system_type", "drain_type", "effluent"),
        *("arc_type", "conduit_type", "type", "管线类型", "管道类型", "排水类型", "管线类别", "管道类别", "雨污类型"),
    ),
    "GROUND_FIELD": (
        *("rim_elev", "rim_level", "rim_z", "rim", "top_elev", "top_level", "cover_level", "cover_lvl", "ground_lev"),
        *("ground_level", "ground_z", "ground_m", "max_elev", "地面高程", "地面标高"),
        *("井盖高程", "井盖标高", "井口高程", "井口标高", "井面高程"),
    ),
    "NODE_INVERT": (
        *("invert", "invert_el", "inv_elev", "invertelev", "invert_lev", "inv_level", "inv", "bottom_z"),
        *("井底高程", "井底标高", "管底高程", "管底标高"),
    ),
    "INLET_TOP": (
        *("top_elev", "top_level", "grate_elev", "rim_elev", "rim_level", "rim", "cover_level", "ground_lev"),
        *("ground_z", "地面高程", "地面标高", "箅面高程", "箅面标高", "井口高程", "井口标高"),
    ),
    "INLET_TYPE": (
        *("inlet_type", "inlettype", "gully_type", "type", "kind", "雨水口类型", "雨水口形式", "类型", "形式"),
    ),
    "PIPE_WIDTH": ("width_m", "width", "geom2", "pipe_width", "管宽", "断面宽", "断面宽度"),
    "PUMP_RATE": ("rate", "rate_m3h", "pump_rate", "pump_m3h", "q_m3h", "抽排能力", "抽排流量", "流量"),
    "INLET_ID": (
        *("inlet_id", "inletid", "gully_id", "gullyid", "雨水口编号", "雨水篦编号", "asset_id", "code", "name"),
        *("编号", "id"),
    ),
    "RECORDED_ID": (
        *("point_id", "pointid", "ponding_id", "flood_id", "积水点编号", "易涝点编号", "内涝点编号", "易涝积水点编号"),
        *("点号", "asset_id", "code", "编号", "id", "积水点名称", "易涝点名称", "name", "名称"),
    ),
}

LARGEST_SIZE = 20.0  # m: no pipe is higher, so a larger number is in millimetres
LEVEL_RANGE = (-500.0, 9000.0)  # m: the ground of the Earth; what lies outside stands for "unknown"
_SIZE = re.compile(r"(?:dn|d|de|φ|ø)?\s*(\d+(?:\.\d+)?)(?:\s*[x×*]\s*(\d+(?:\.\d+)?))?\s*(?:mm)?", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_NODE_LEVELS = ("GROUND_FIELD", "NODE_INVERT")
_UPDATE_EVERY = 2000  # features between two looks at the progress

T = TypeVar("T")


@dataclass
class Reading(Generic[T]):
    """What a layer held: the data, the findings about its features and lines for the log."""

    data: T
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def pick_field(names: Sequence[str], given: str | None, parameter: str, layer: str) -> str | None:
    """The field to take for a parameter: the one given, else the first of the usual names, else None.

    names: the layer's fields; layer: its name, for the error. Raises HydrologyError if the given field does not exist.
    """
    by_lower = {name.lower(): name for name in reversed(names)}
    if given:
        if given in names:
            return given
        if given.lower() in by_lower:
            return by_lower[given.lower()]
        raise HydrologyError(f'Layer "{layer}" has no field "{given}" ({parameter}). Its fields: {", ".join(names)}.')
    return next((by_lower[usual] for usual in NETWORK_FIELDS[parameter] if usual in by_lower), None)


def read_pipes(
    source: QgsFeatureSource,
    fields: Mapping[str, str | None],
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    progress: Progress | None = None,
) -> Reading[Pipes]:
    """Reads a line layer, reprojected to `crs`. fields: parameter name -> the field given, if any.

    Parts of a multi-line that follow each other are one pipe. Other parts are one pipe too if FROM and TO fields name
    its nodes, else a pipe each (id, id/2, id/3 ...; levels at the outer ends). Sizes above LARGEST_SIZE are taken as
    millimetres. A feature without geometry stays, with NaN ends, since its fields may place it.
    """
    layer = _Layer(source, "pipes", QgsWkbTypes.GeometryType.LineGeometry, crs, transform_context, progress)
    layer.take(fields, "PIPE_ID_FIELD", "FROM_NODE_FIELD", "TO_NODE_FIELD", "FROM_LEVEL_FIELD", "TO_LEVEL_FIELD")
    layer.take(fields, "SIZE_FIELD", "SHAPE_FIELD", "PIPE_WIDTH", "TYPE_FIELD")
    columns: dict[str, list] = {name: [] for name in ("id", "from_node", "to_node", "from_level", "to_level")}
    columns |= {name: [] for name in ("size", "width", "shape", "kind", "fid", "vertices")}
    for feature, parts in layer.features():
        ends = [layer.text(feature, name) for name in ("FROM_NODE_FIELD", "TO_NODE_FIELD")]
        levels = [layer.level(feature, name) for name in ("FROM_LEVEL_FIELD", "TO_LEVEL_FIELD")]
        lines = _pipes_of(parts, one=None not in ends)
        if len(lines) > 1:
            layer.record("multipart", f"has {len(lines)} parts that do not join; each is taken as a pipe", feature)
        if parts and max(len(part) for part in parts) == 1:
            layer.record("one_vertex", "has one vertex only", feature)
        name = layer.text(feature, "PIPE_ID_FIELD")
        shape, kind = layer.text(feature, "SHAPE_FIELD"), layer.text(feature, "TYPE_FIELD")
        size, width = layer.size(feature, needed=not is_virtual(shape, kind))
        last = len(lines) - 1
        for k, line in enumerate(lines):
            columns["id"].append(name if k == 0 or name is None else f"{name}/{k + 1}")
            columns["from_node"].append(ends[0] if k == 0 else None)
            columns["to_node"].append(ends[1] if k == last else None)
            columns["from_level"].append(levels[0] if k == 0 else math.nan)
            columns["to_level"].append(levels[1] if k == last else math.nan)
            columns["size"].append(size)
            columns["width"].append(width)
            columns["shape"].append(shape)
            columns["kind"].append(kind)
            columns["fid"].append(feature.id())
            columns["vertices"].append(line)
    size, width = (np.array(columns.pop(name), np.float64) for name in ("size", "width"))
    millimetres = size > LARGEST_SIZE
    size, width = (np.where(values > LARGEST_SIZE, values / 1000, values) for values in (size, width))
    if millimetres.any():
        layer.notes.append(
            f'Layer "{layer.name}": {millimetres.sum()} of {np.isfinite(size).sum()} pipe sizes are above '
            f"{LARGEST_SIZE:g} and were taken as millimetres."
        )
    start = [line[0] for line in columns["vertices"]]
    end = [line[-1] for line in columns["vertices"]]
    return Reading(Pipes(start, end, size=size, width=width, **columns), layer.findings, layer.notes)


def read_nodes(
    manholes: QgsFeatureSource | None,
    outfalls: QgsFeatureSource | None,
    fields: Mapping[str, str | None],
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    progress: Progress | None = None,
) -> Reading[Nodes]:
    """Reads the point layers of manholes and outfalls, either of which may be None, reprojected to `crs`.

    A NODE_ID_FIELD that is given need be in one of them only; the other then takes a usual name. A GROUND_FIELD is one
    of the manholes.
    """
    given, ground = fields.get("NODE_ID_FIELD") or None, fields.get("GROUND_FIELD") or None
    sources = [(manholes, "manholes", MANHOLE), (outfalls, "outfalls", OUTFALL)]
    layers = [
        (_Layer(source, role, QgsWkbTypes.GeometryType.PointGeometry, crs, transform_context, progress), kind)
        for source, role, kind in sources
        if source is not None
    ]
    holders = [layer for layer, _ in layers if given and given.lower() in (name.lower() for name in layer.names)]
    reading = Reading(Nodes(np.empty((0, 2))))
    for layer, kind in layers:
        layer.take({"NODE_ID_FIELD": given if layer in holders or not holders else None}, "NODE_ID_FIELD")
        layer.take({"GROUND_FIELD": ground if kind == MANHOLE else None}, *_NODE_LEVELS)
        xy, fids, names, top, invert = layer.points(("NODE_ID_FIELD",), _NODE_LEVELS)
        reading.data = Nodes.joined(reading.data, Nodes(xy, names, [kind] * len(fids), fids, top, invert))
        reading.findings += layer.findings
        reading.notes += layer.notes
    return reading


def read_inlets(
    source: QgsFeatureSource,
    fields: Mapping[str, str | None],
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    progress: Progress | None = None,
) -> Reading[Inlets]:
    """Reads a point layer of inlets, reprojected to `crs`; each part of a multi-point is an inlet.

    An inlet without an id goes by its feature id.
    """
    layer = _Layer(source, "inlets", QgsWkbTypes.GeometryType.PointGeometry, crs, transform_context, progress)
    layer.take(fields, "INLET_PIPE_FIELD", "INLET_ID", "INLET_TOP")
    xy, fids, names, pipes, top = layer.points(("INLET_ID", "INLET_PIPE_FIELD"), ("INLET_TOP",))
    ids = np.array([str(fid) if name is None else name for name, fid in zip(names, fids)], object)
    places = np.array(xy, np.float64).reshape(-1, 2)
    inlets = Inlets(places, ids, np.array(pipes, object), np.array(fids, np.int64), np.array(top, np.float64))
    return Reading(inlets, layer.findings, layer.notes)


class _Layer:
    """One layer as it is read: its fields by parameter, its features with their parts, what was found."""

    def __init__(
        self,
        source: QgsFeatureSource,
        role: str,
        geometry_type: QgsWkbTypes.GeometryType,
        crs: QgsCoordinateReferenceSystem,
        transform_context: QgsCoordinateTransformContext,
        progress: Progress | None,
    ) -> None:
        self.source, self.role, self.geometry_type, self.progress = source, role, geometry_type, progress
        self.name = _called(source.sourceName(), role)
        self.names = [item.name() for item in source.fields()]
        self.field_of: dict[str, str | None] = {}
        self.findings: list[Finding] = []
        self.notes: list[str] = []
        kind = QgsWkbTypes.geometryType(source.wkbType())
        if kind not in (geometry_type, QgsWkbTypes.GeometryType.UnknownGeometry):
            wanted = "lines" if geometry_type == QgsWkbTypes.GeometryType.LineGeometry else "points"
            raise HydrologyError(f'Layer "{self.name}" does not hold {wanted}.')
        self.transform = None
        if source.sourceCrs().isValid() and crs.isValid() and source.sourceCrs() != crs:
            self.transform = QgsCoordinateTransform(source.sourceCrs(), crs, transform_context)

    def take(self, fields: Mapping[str, str | None], *parameters: str) -> None:
        """Picks the fields of these parameters and notes which."""
        for parameter in parameters:
            given = fields.get(parameter)
            self.field_of[parameter] = chosen = pick_field(self.names, given, parameter, self.name)
            if chosen and not given:
                self.notes.append(f'Layer "{self.name}": field "{chosen}" is taken for {parameter}, by its name.')

    def record(self, code: str, what: str, feature: QgsFeature) -> None:
        """A finding about a feature; `what` completes the sentence "Feature 7 of layer "pipes" ..."."""
        text = f'Feature {feature.id()} of layer "{self.name}" {what}.'
        box = feature.geometry().boundingBox() if feature.hasGeometry() else None
        xy = (box.center().x(), box.center().y()) if box is not None and box.isFinite() else None
        self.findings.append(Finding(code, text, self.role, feature.id(), xy))

    def features(self) -> Iterator[tuple[QgsFeature, list[np.ndarray]]]:
        """Each feature, its geometry reprojected, with its parts as arrays (k, 2); no part if it has no usable one."""
        request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        if isinstance(self.source, QgsProcessingFeatureSource):
            # Its own check would end the run at the first invalid geometry; here that becomes a finding.
            skip = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
            features = self.source.getFeatures(request, skip)
        else:
            features = self.source.getFeatures(request)
        total = max(self.source.featureCount(), 1)
        for number, feature in enumerate(features):
            if self.progress is not None and number % _UPDATE_EVERY == 0:
                self.progress.update(min(number / total, 1.0))
            yield feature, self._parts(feature)

    def _parts(self, feature: QgsFeature) -> list[np.ndarray]:
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            self.record("null_geometry", "has no geometry", feature)
            return []
        if self.transform is not None:
            try:
                geometry.transform(self.transform)
            except QgsCsException:
                feature.clearGeometry()  # its place is not known in the DEM's coordinates
                self.record("not_reprojected", "cannot be reprojected to the DEM's coordinate system", feature)
                return []
            feature.setGeometry(geometry)
        if geometry.type() != self.geometry_type:
            self.record("wrong_geometry", "has a geometry of another kind than its layer; it is not used", feature)
            return []
        parts = [part for part in coordinates(geometry) if len(part)]
        # not-a-number fails the comparison too
        if not parts or not all((np.abs(part) <= LARGEST_COORDINATE).all() for part in parts):
            feature.clearGeometry()
            self.record("null_geometry", "has coordinates that lie nowhere on Earth", feature)
            return []
        return parts

    def points(self, texts: Sequence[str], levels: Sequence[str] = ()) -> list[list]:
        """Lists of xy, of feature ids, then of the values of these parameters; one entry a point."""
        columns: list[list] = [[] for _ in range(2 + len(texts) + len(levels))]
        for feature, parts in self.features():
            places = np.concatenate(parts).tolist() if parts else [(math.nan, math.nan)]
            if len(places) > 1:
                self.record("multipart", f"has {len(places)} points; each is taken by itself", feature)
            values = [self.text(feature, name) for name in texts] + [self.level(feature, name) for name in levels]
            for place in places:
                for column, value in zip(columns, (place, feature.id(), *values)):
                    column.append(value)
        return columns

    def _value(self, feature: QgsFeature, parameter: str) -> object:
        name = self.field_of[parameter]
        value = feature[name] if name else None
        return None if value is None or value == NULL else value

    def text(self, feature: QgsFeature, parameter: str) -> str | None:
        """A field as an id or a word: None if empty; 7.0 is the id 7."""
        value = self._value(feature, parameter)
        if isinstance(value, float):
            return None if not math.isfinite(value) else f"{value:.0f}" if value.is_integer() else repr(value)
        return (str(value).strip() or None) if value is not None else None

    def level(self, feature: QgsFeature, parameter: str) -> float:
        """A field as a level in m, NaN if it is empty or no level."""
        value = self._value(feature, parameter)
        level = number_of(value)
        if level is None:
            self.record("not_a_number", f'has "{value}" in number field "{self.field_of[parameter]}"', feature)
        elif math.isfinite(level) and not LEVEL_RANGE[0] <= level <= LEVEL_RANGE[1]:
            self.record("no_level", f'has {level:g} in field "{self.field_of[parameter]}", which is no level', feature)
            return math.nan
        return math.nan if level is None else level

    def size(self, feature: QgsFeature, needed: bool = True) -> tuple[float, float]:
        """Height and width, NaN if not known: SIZE_FIELD and PIPE_WIDTH as they stand. "DN400" is a height of 400,
        "800x600" a width of 800 and a height of 600."""
        value = self._value(feature, "SIZE_FIELD")
        size = number_of(value)
        width = number_of(self._value(feature, "PIPE_WIDTH")) or math.nan
        if size is None and (found := _SIZE.fullmatch(str(value).strip())):
            size = float(found[2] or found[1])
            width = float(found[1]) if found[2] else width
        if size is None:
            self.record("not_a_number", f'has "{value}" in number field "{self.field_of["SIZE_FIELD"]}"', feature)
            return math.nan, math.nan
        if size <= 0:
            if needed:
                self.record("no_size", f'has {size:g} in size field "{self.field_of["SIZE_FIELD"]}"', feature)
            return math.nan, math.nan
        return size, width if width > 0 else math.nan


def number_of(value: object) -> float | None:
    """A field's value as a float: NaN if it is empty or not finite, None if it is no number."""
    if isinstance(value, (int, float)):
        return float(value) if math.isfinite(value) else math.nan
    text = "" if value is None else str(value).strip()
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    try:
        number = float(text) if text else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else math.nan


def numbers_by_feature(source: QgsProcessingFeatureSource, name: str) -> dict[int, float]:
    """The numbers of a field by feature id; features without one are left out."""
    values = (
        (feature.id(), number_of(None if feature[name] == NULL else feature[name])) for feature in source.getFeatures()
    )
    return {fid: value for fid, value in values if value is not None and not math.isnan(value)}


def coordinates(geometry: QgsGeometry) -> list[np.ndarray]:
    """The parts of a line or point geometry as float64 arrays (k, 2); curves are cut into straight pieces."""
    if geometry.constGet().hasCurvedSegments():
        geometry.convertToStraightSegment()
    if geometry.type() == QgsWkbTypes.GeometryType.PointGeometry:
        parts = [[point] for point in (geometry.asMultiPoint() if geometry.isMultipart() else [geometry.asPoint()])]
    else:
        parts = geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]
    return [np.array([(point.x(), point.y()) for point in part], np.float64).reshape(-1, 2) for part in parts]


def _pipes_of(parts: list[np.ndarray], one: bool) -> list[np.ndarray]:
    """The pipes that the parts of a feature make: parts that follow each other joined; all as one if `one`, with a row
    of NaN in each gap, so that no pipe is seen there; a single NaN vertex if there is no part."""
    lines: list[np.ndarray] = []
    for part in parts:
        if lines and math.dist(lines[-1][-1], part[0]) <= COINCIDENT:
            lines[-1] = np.concatenate([lines[-1], part[1:]])
        else:
            lines.append(part)
    gap = np.full((1, 2), np.nan)
    if one and len(lines) > 1:
        return [np.concatenate([row for line in lines for row in (line, gap)][:-1])]
    return lines or [gap]


def _called(name: str, role: str) -> str:
    """How messages name a layer: a GeoPackage may lend its own name to all of its layers."""
    return name if name.lower() == role else f"{name}, {role}"
