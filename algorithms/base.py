"""What all algorithms share: parameters, checks, outputs that appear whole or not at all, errors as one sentence."""

from __future__ import annotations

import difflib
import importlib.util
import json
import math
import os
from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProperty,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from ..gis.language import tr
from ..gis.memory import check_memory
from ..gis.raster import check_dem, grid_of, value_type
from ..gis.staging import Staging, no_name
from ..gis.styles import load_styled, sidecar
from ..gis.vectors import has_format, holds_tables, layer_names
from ..hydrology.errors import Cancelled, HydrologyError
from .run import Run

ROOT = Path(__file__).resolve().parent.parent
GROUPS = {
    "terrain": "Terrain",
    "storm": "Storm",
    "flow": "Flow",
    "drainage": "Drainage",
    "inundation": "Inundation",
    "risk": "Risk",
    "assessment": "Assessment",
}
LAYER_KINDS = {  # label and kinds of geometry
    "INLETS": ("Inlets", "point"),
    "PIPES": ("Pipes", "line"),
    "MANHOLES": ("Manholes", "point"),
    "OUTFALLS": ("Outfalls", "point"),
    "CHANNELS": ("Channels", "line", "polygon"),
    "BUILDINGS": ("Buildings", "polygon"),
}
SINKS = "SINKS"
POINTS = "POINTS"
CLOSED_EDGE = "CLOSED_EDGE"
_LIMITS = "rainshed/limits"
VALUES_AT_ONCE = 4  # arrays of elevations in memory at the peak, which a DEM of float64 makes twice as large
_FLAG = QgsProcessingParameterDefinition.Flag
_POINT, _LINE, _POLYGON = (
    QgsProcessing.SourceType.TypeVectorPoint,
    QgsProcessing.SourceType.TypeVectorLine,
    QgsProcessing.SourceType.TypeVectorPolygon,
)
_GEOMETRY = {
    _POINT: (QgsWkbTypes.GeometryType.PointGeometry, "points"),
    _LINE: (QgsWkbTypes.GeometryType.LineGeometry, "lines"),
    _POLYGON: (QgsWkbTypes.GeometryType.PolygonGeometry, "polygons"),
}


class RainshedAlgorithm(QgsProcessingAlgorithm):
    """Base of all algorithms.

    A subclass sets the attributes below, adds its parameters in `define` and does its work in `compute`.
    `check` holds what its parameters must satisfy beyond their own limits.
    """

    NAME = ""
    TITLE = ""
    GROUP = ""
    TAGS: tuple[str, ...] = ()
    REQUIRES: tuple[str, ...] = ()
    STYLES: dict[str, str] = {}
    UNSEEN: frozenset[str] = frozenset()  # outputs that a window loads switched off
    ENDINGS: dict[str, tuple[str, ...]] = {}  # what the file of an output must end in
    ANY_DEM = False  # takes a DEM that cannot be used, too: what is wrong with it is its result
    BYTES_PER_CELL = 100  # memory at the peak of a run for each cell of its raster; see benchmarks/memory.py

    def define(self) -> None:
        raise NotImplementedError

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        """Raise HydrologyError where the parameters do not go together."""

    def bytes_per_cell(self, parameters: dict, context: QgsProcessingContext) -> float:
        """Memory for each cell of the first raster, where it depends on the parameters; BYTES_PER_CELL is the most."""
        return self.BYTES_PER_CELL

    def files_in(self, parameters: dict, context: QgsProcessingContext) -> dict[str, list[str]]:
        """The files that a run writes into the folders that are its outputs, by the outputs' names."""
        return {}

    def compute(self, run: Run) -> None:
        raise NotImplementedError

    def tr(self, text: str) -> str:
        return tr(text)

    # What QGIS asks

    def createInstance(self):
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.TITLE)

    def group(self) -> str:
        return tr(GROUPS[self.GROUP])

    def groupId(self) -> str:
        return self.GROUP

    def tags(self) -> list[str]:
        """In English and in the language of QGIS: people search in both."""
        return list(dict.fromkeys((*self.TAGS, *(tr(tag) for tag in self.TAGS if tag.isascii()))))

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(ROOT / "resources" / "icons" / f"{self.NAME}.svg")

    def shortDescription(self) -> str:
        return tr(self._help().get("summary", ""))

    def shortHelpString(self) -> str:
        text = self._help()
        parts = [f"<p>{tr(text.get('summary', ''))}</p>"]
        parts += [f"<p>{tr(paragraph)}</p>" for paragraph in text.get("text", [])]
        for title, key in (("Parameters", "parameters"), ("Outputs", "outputs")):
            if text.get(key):
                rows = "\n".join(f"<p><b>{name}</b>: {tr(about)}</p>" for name, about in text[key].items())
                parts.append(f"<h2>{tr(title)}</h2>\n{rows}")
        for title, key in (("Limits", "limits"), ("Method", "method")):
            if text.get(key):
                parts.append(f"<h2>{tr(title)}</h2><p>{tr(text[key])}</p>")
        if text.get("example"):  # a command is the same in every language
            parts.append(f"<h2>{tr('Example')}</h2><p>{text['example']}</p>")
        return "\n".join(parts)

    def helpUrl(self) -> str:
        return (ROOT / "docs" / "algorithms.md").as_uri()

    def _help(self) -> dict:
        path = ROOT / "resources" / "help" / f"{self.NAME}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def initAlgorithm(self, config=None) -> None:
        self.define()
        about = self._help()
        for definition in self.parameterDefinitions():
            text = (about.get("parameters", {}) | about.get("outputs", {})).get(definition.name())
            if text:
                definition.setHelp(tr(text))

    def canExecute(self):
        missing = self._missing_packages()
        return (not missing, missing)

    def checkParameterValues(self, parameters, context):
        try:
            self._check_all(parameters, context)
            self._check_memory(parameters, context)
        except HydrologyError as error:
            return False, str(error)
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback) -> bool:
        try:
            self._check_all(parameters, context)
            memory = self._check_memory(parameters, context)  # again: what is free changes
        except HydrologyError as error:
            raise QgsProcessingException(str(error)) from error
        if memory:
            feedback.pushInfo(memory)
        return True

    def processAlgorithm(self, parameters, context, feedback: QgsProcessingFeedback) -> dict:
        staging = Staging()
        try:
            with staging:
                run = Run(self, parameters, context, feedback, staging)
                self.compute(run)
                run.progress.update(1)
                self._check_outputs(run)
                if feedback.isCanceled():  # at the last moment
                    raise Cancelled()
                staging.commit()
                run.finish()
        except Cancelled:
            feedback.pushInfo("Cancelled: nothing was written.")
            return {}
        except HydrologyError as error:
            raise QgsProcessingException(staging.told(str(error))) from error
        except OSError as error:
            what = staging.told(str(error.filename)) if error.filename else "the outputs"
            raise QgsProcessingException(
                f"Cannot write {what}: {error.strerror or error}. Is the disk full? Free some space or choose another "
                "place."
            ) from error
        except MemoryError as error:
            raise QgsProcessingException(
                "Not enough memory for this DEM: clip it to the area of interest or resample it to larger cells."
            ) from error
        self._style(run)
        return run.results

    def _style(self, run: Run) -> None:
        """A style beside each output, and on the layer where a window loads it."""
        stems: dict[Path, str] = {}
        for name, path in run.written.items():
            if name not in self.STYLES:
                continue
            holder = stems.setdefault(Path(path).with_suffix(""), name)
            if holder == name:
                sidecar(os.path.abspath(path), self.STYLES[name])
            else:
                run.warn(f"{name} has no style beside it: {Path(path).stem}.qml is that of {holder}.")
            if run.context.willLoadLayerOnCompletion(path):
                label = self.parameterDefinition(name).description()
                load_styled(run.context, path, self.STYLES[name], label, name not in self.UNSEEN)
        for path, style in run.styled.items():
            sidecar(os.path.abspath(path), style)

    # Parameters

    def add(self, parameter: QgsProcessingParameterDefinition, advanced: bool = False) -> None:
        if advanced:
            parameter.setFlags(parameter.flags() | _FLAG.FlagAdvanced)
        self.addParameter(parameter)

    def add_dem(self, optional: bool = False) -> None:
        self.add_raster("DEM", "DEM (m)", optional)
        self.add_band()

    def add_band(self) -> None:
        # optional, since QGIS 3.22 asks for a band even where there is a default
        self.add(QgsProcessingParameterBand("BAND", tr("Band"), 1, "DEM", True))

    def add_number(
        self, name: str, label: str, default: float | None, low: float | None = 0.0, high: float | None = None,
        advanced: bool = False, optional: bool = False,
    ) -> None:  # fmt: skip
        parameter = QgsProcessingParameterNumber(
            name, tr(label), QgsProcessingParameterNumber.Type.Double, default, optional,
            -1e300 if low is None else low, 1e300 if high is None else high,
        )  # fmt: skip
        self.add(parameter, advanced)

    def add_whole_number(self, name: str, label: str, default: int, low: int) -> None:
        kind = QgsProcessingParameterNumber.Type.Integer
        self.add(QgsProcessingParameterNumber(name, tr(label), kind, default, False, low, 2**31 - 1))

    def add_choice(
        self, name: str, label: str, options: list[str], advanced: bool = False, default: str | None = None
    ) -> None:
        """One of `options`, by default the first."""
        default = options[0] if default is None else default
        self.add(
            QgsProcessingParameterEnum(name, tr(label), options, defaultValue=default, usesStaticStrings=True),
            advanced,
        )

    def add_text(self, name: str, label: str, default: str | None = None, optional: bool = True) -> None:
        self.add(QgsProcessingParameterString(name, tr(label), default, False, optional))

    def add_flag(self, name: str, label: str, default: bool = False, advanced: bool = False) -> None:
        self.add(QgsProcessingParameterBoolean(name, tr(label), default), advanced)

    def add_raster(self, name: str, label: str, optional: bool = True) -> None:
        self.add(QgsProcessingParameterRasterLayer(name, tr(label), None, optional))

    def add_number_or_raster(
        self, name: str, label: str, default: float, low: float = 0.0, high: float | None = None
    ) -> None:
        """A number within limits, or a raster (layer or file) on the DEM's grid; `Run.number_or_raster` reads it."""
        parameter = QgsProcessingParameterString(name, tr(label), f"{default:g}")
        parameter.setMetadata({_LIMITS: [low, 1e300 if high is None else high]})
        self.add(parameter)

    def add_vector(self, name: str, label: str, *kinds: str, advanced: bool = False, optional: bool = True) -> None:
        """A vector layer of the kinds "point", "line", "polygon" and "table" given."""
        types = {"point": _POINT, "line": _LINE, "polygon": _POLYGON, "table": QgsProcessing.SourceType.TypeVector}
        wanted = [types[kind] for kind in kinds]
        self.add(QgsProcessingParameterFeatureSource(name, tr(label), wanted, None, optional), advanced)

    def add_layers(self, *names: str, optional: bool = True) -> None:
        """Layers of the town, each with the label and the geometry that it has everywhere."""
        for name in names:
            self.add_vector(name, *LAYER_KINDS[name], optional=optional)

    def add_points(self, label: str) -> None:
        self.add_vector(POINTS, label, "point", optional=False)

    def add_sinks(self) -> None:
        self.add_vector(SINKS, "Sinks (points, lines or polygons where water leaves)", "point", "line", "polygon")

    def add_closed_edge(self) -> None:
        self.add_flag(CLOSED_EDGE, "No water leaves at the DEM's edge", advanced=True)

    def add_field(self, name: str, label: str, layer: str) -> None:
        self.add(
            QgsProcessingParameterField(
                name, tr(label), None, layer, QgsProcessingParameterField.DataType.Any, False, True
            ),
            advanced=True,
        )

    # An `extra` output is made only if asked for; a `skippable` one in the window unless it is switched off.

    def add_raster_output(self, name: str, label: str, extra: bool = False, skippable: bool = False) -> None:
        self.add(QgsProcessingParameterRasterDestination(name, tr(label), None, extra or skippable, not extra))

    def add_vector_output(
        self, name: str, label: str, kind: str = "polygon", extra: bool = False, skippable: bool = False
    ) -> None:
        types = {"point": _POINT, "line": _LINE, "polygon": _POLYGON, "table": QgsProcessing.SourceType.TypeVector}
        optional = extra or skippable
        self.add(QgsProcessingParameterVectorDestination(name, tr(label), types[kind], None, optional, not extra))

    def add_file_output(self, name: str, label: str, filters: str, skippable: bool = False) -> None:
        self.add(QgsProcessingParameterFileDestination(name, tr(label), tr(filters), None, skippable, True))

    def add_folder_output(self, name: str, label: str) -> None:
        self.add(QgsProcessingParameterFolderDestination(name, tr(label), None, True, False))

    def add_number_output(self, name: str, label: str) -> None:
        self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    # Checks

    def _missing_packages(self) -> str:
        missing = [package for package in self.REQUIRES if importlib.util.find_spec(package) is None]
        if not missing:
            return ""
        names = " ".join(missing)
        return f"{self.TITLE} needs the Python package {names}: python3 -m pip install {names}"

    def _check_all(self, parameters: dict, context: QgsProcessingContext) -> None:
        missing = self._missing_packages()
        if missing:
            raise HydrologyError(missing)
        definitions = {d.name(): d for d in self.parameterDefinitions()}
        for name in parameters:
            if name not in definitions:
                near = difflib.get_close_matches(name.upper(), definitions, 1)
                hint = f' Did you mean "{near[0]}"?' if near else ""
                raise HydrologyError(f'{self.id()} has no parameter "{name}".{hint}')
        inputs: dict[str, str] = {}
        for name, definition in definitions.items():
            value = parameters.get(name)
            if value is None or value == "":
                continue
            if isinstance(definition, QgsProcessingParameterRasterLayer):
                self._check_raster(name, parameters, context, inputs)
            elif isinstance(definition, QgsProcessingParameterFeatureSource):
                self._check_source(definition, parameters, context, inputs)
            elif isinstance(definition, QgsProcessingParameterField):
                self._check_field(definition, parameters, context)
            elif isinstance(definition, QgsProcessingParameterFile):
                inputs[_file_of(self.parameterAsFile(parameters, name, context))] = name
            elif isinstance(definition, QgsProcessingParameterEnum):
                if isinstance(value, str) and value not in definition.options():
                    raise HydrologyError(f'{name} must be one of {", ".join(definition.options())}, not "{value}".')
            elif isinstance(definition, QgsProcessingParameterNumber):
                self._check_number(definition, value, parameters, context)
            elif _LIMITS in definition.metadata():
                self._check_number_or_raster(definition, parameters, context, inputs)
        outputs: dict[str, str] = {}
        for name, definition in definitions.items():
            if definition.isDestination() and parameters.get(name) not in (None, ""):
                self._check_destination(definition, parameters, inputs, outputs)
        for name, files in self.files_in(parameters, context).items():
            for file in files:
                _claim(name, os.path.join(static_place(parameters[name]), file), inputs, outputs)
        dem = self.parameterAsRasterLayer(parameters, "DEM", context) if parameters.get("DEM") else None
        if dem is not None and not self.ANY_DEM:
            check_dem(dem, self.parameterAsInt(parameters, "BAND", context))
        self.check(parameters, context)

    def _check_memory(self, parameters: dict, context: QgsProcessingContext) -> str:
        """What the run needs and what is free; HydrologyError if it needs too much."""
        names = [d.name() for d in self.parameterDefinitions() if isinstance(d, QgsProcessingParameterRasterLayer)]
        # The raster that a run works on comes first; where one of two may be given, it is the one given.
        name = next((name for name in names if parameters.get(name) not in (None, "")), None) or next(iter(names), "")
        layer = self.parameterAsRasterLayer(parameters, name, context) if name else None
        if layer is None:
            return ""  # not given; QGIS itself refuses that where it must be
        band = self.parameterAsInt(parameters, "BAND", context) if name == "DEM" else 1
        try:
            grid = grid_of(layer, name, degrees=self.ANY_DEM)
            wider = value_type(layer, band, name).itemsize - 4
        except HydrologyError:
            if self.ANY_DEM:
                return ""  # it will not be read
            raise
        bytes_per_cell = self.bytes_per_cell(parameters, context) + wider * VALUES_AT_ONCE
        return check_memory(grid, name, bytes_per_cell)

    def _check_raster(self, name: str, parameters: dict, context, inputs: dict[str, str]) -> None:
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None or not layer.isValid():
            raise HydrologyError(f"{name}: {_why_unreadable(parameters[name], 'raster')}")
        inputs[_file_of(layer.source())] = name

    def _check_source(self, definition, parameters: dict, context, inputs: dict[str, str]) -> None:
        name = definition.name()
        _check_one_layer(name, parameters[name])
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise HydrologyError(f"{name}: {_why_unreadable(parameters[name], 'vector layer')}")
        kind = QgsWkbTypes.geometryType(source.wkbType())
        table = QgsProcessing.SourceType.TypeVector in definition.dataTypes()
        if kind == QgsWkbTypes.GeometryType.NullGeometry and not table:
            raise HydrologyError(f"{name}: layer {source.sourceName()} has no geometry: choose a layer with one.")
        wanted = [_GEOMETRY[t] for t in definition.dataTypes() if t in _GEOMETRY]
        if wanted and kind not in [geometry for geometry, _ in wanted] + [QgsWkbTypes.GeometryType.UnknownGeometry]:
            words = " or ".join(word for _, word in wanted)
            raise HydrologyError(f"{name}: layer {source.sourceName()} must hold {words}.")
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is not None:
            inputs[_file_of(_path_of(layer))] = name

    def _check_field(self, definition, parameters: dict, context) -> None:
        name, parent = definition.name(), definition.parentLayerParameterName()
        layers = [parent, "OUTFALLS"] if parent == "MANHOLES" else [parent]  # a node id may stand in either
        sources = [self.parameterAsSource(parameters, layer, context) for layer in layers if parameters.get(layer)]
        sources = [source for source in sources if source is not None]
        if not sources:
            raise HydrologyError(f"{name} names a field, but {' or '.join(layers)} is not given.")
        known = [field for source in sources for field in source.fields().names()]
        field = self.parameterAsString(parameters, name, context)
        if field.lower() not in [f.lower() for f in known]:
            layer, names = sources[0].sourceName(), ", ".join(known)
            raise HydrologyError(f'{name}: layer {layer} has no field "{field}"; its fields are {names}.')

    def _check_number(self, definition, value, parameters: dict, context) -> None:
        name = definition.name()
        if isinstance(value, QgsProperty):
            value = self.parameterAsDouble(parameters, name, context)
        check_number(name, value, definition.minimum(), definition.maximum())

    def _check_number_or_raster(self, definition, parameters: dict, context, inputs: dict[str, str]) -> None:
        name = definition.name()
        number = self.either(name, parameters, context)
        if isinstance(number, float):
            check_number(name, number, *definition.metadata()[_LIMITS])
        elif number is None or not number.isValid():
            raise HydrologyError(
                f'{name} must be a number or a raster on the DEM\'s grid, and "{parameters[name]}" is neither.'
            )
        else:
            inputs[_file_of(number.source())] = name

    def either(self, name: str, parameters: dict, context) -> float | QgsRasterLayer | None:
        """A parameter of `add_number_or_raster`; None if there is no such raster."""
        try:
            return float(self.parameterAsString(parameters, name, context))
        except ValueError:
            return self.parameterAsRasterLayer(parameters, name, context)

    def _check_destination(self, definition, parameters: dict, inputs: dict[str, str], outputs: dict[str, str]) -> None:
        name = definition.name()
        value = static_place(parameters[name])
        if not value:
            return
        if value.lower().startswith(("memory:", "ogr:", "postgres:", "spatialite:", "postgis:")):
            raise HydrologyError(f"{name} must be a file, not {value}.")
        if why := no_name(value):
            raise HydrologyError(f"{name}: {value} cannot be written: {why}. Choose another place.")
        _claim(name, value, inputs, outputs)
        raster = isinstance(definition, QgsProcessingParameterRasterDestination)
        endings = (".tif", ".tiff") if raster else self.ENDINGS.get(name, ())
        if endings and Path(value).suffix.lower() not in endings:
            raise HydrologyError(f"{name} must end in {' or '.join(endings)}, not {Path(value).name}.")
        if isinstance(definition, QgsProcessingParameterVectorDestination):
            if not has_format(value):
                raise HydrologyError(
                    f"{name} must end as a vector format does, for instance .gpkg, not {Path(value).name}."
                )
            table = definition.dataType() == QgsProcessing.SourceType.TypeVector
            if table and not holds_tables(value):
                raise HydrologyError(f"{name} is a table, which no {Path(value).suffix} holds: use .csv or .gpkg.")
        if isinstance(definition, QgsProcessingParameterFolderDestination) and Path(value).is_file():
            raise HydrologyError(f"{name}: {value} is a file: choose a folder.")
        folder = Path(os.path.abspath(value)).parent
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise HydrologyError(f"{name}: cannot write into the folder {folder}: choose another place.")

    def _check_outputs(self, run: Run) -> None:
        for definition in self.destinationParameterDefinitions():
            name = definition.name()
            if run.wants(name) and name not in run.written:
                raise HydrologyError(f"No value was produced for {name}.")
        for output in self.outputDefinitions():
            if isinstance(output, QgsProcessingOutputNumber) and output.name() not in run.results:
                raise HydrologyError(f"No value was produced for {output.name()}.")


def static_place(value) -> str:
    """Where an output goes; "" for one that QGIS finds a place for, or that is not made."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):  # so the dialog passes them
        value = value.sink.staticValue()
    return value if isinstance(value, str) and value.upper() != QgsProcessing.TEMPORARY_OUTPUT.upper() else ""


def _claim(name: str, path: str, inputs: dict[str, str], outputs: dict[str, str]) -> None:
    """Note that the output `name` is written to `path`; refuse it over an input or another output."""
    file = _file_of(path)
    if file in inputs:
        raise HydrologyError(f"{name} would overwrite the input {inputs[file]}: choose another place.")
    if outputs.setdefault(file, name) != name:
        raise HydrologyError(f"{name} would overwrite {outputs[file]}: choose another place.")


def check_number(name: str, value, low: float, high: float) -> float:
    """`value` as a number between the limits, or HydrologyError."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise HydrologyError(f'{name} must be a number, not "{value}".') from None
    if not math.isfinite(number):
        raise HydrologyError(f"{name} must be a finite number, not {value}.")
    if number < low:
        raise HydrologyError(f"{name} must not be below {low:g}: {value}.")
    if number > high:
        raise HydrologyError(f"{name} must not be above {high:g}: {value}.")
    return number


def _file_of(source: str) -> str:
    return os.path.realpath(source.split("|")[0])


def _path_of(layer: QgsVectorLayer) -> str:
    """The file of a layer, which is a part of its source: that of delimited text is a URL."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return parts.get("path") or layer.source()


def _why_unreadable(value, kind: str) -> str:
    text = str(value)
    path = text.split("|")[0]
    if ("/" in path or "\\" in path or "." in path) and not os.path.exists(path):
        return f"there is no such file: {path}."
    return f"{text} is not a {kind} that can be read."


def _check_one_layer(name: str, value) -> None:
    """Refuse a file of several layers named alone, of which QGIS would silently take the first."""
    if not isinstance(value, str) or "|" in value or not os.path.isfile(value):
        return
    layers = layer_names(value)
    if len(layers) > 1:
        raise HydrologyError(
            f"{name}: {Path(value).name} holds several layers ({', '.join(layers)}): "
            f"name one, as in {Path(value).name}|layername={layers[0]}."
        )
