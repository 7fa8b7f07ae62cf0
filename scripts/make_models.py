"""Writes resources/models: the assessment as a Processing model of single tools.

    scripts/python scripts/make_models.py
    scripts/python scripts/make_models.py --picture     # docs/images/model.png, as the designer draws the model

Run it under the oldest QGIS that the plugin supports (3.22): later ones read its files, not the other way round. The
file is put into a canonical form, so that the same model is the same file whatever order Qt keeps attributes in.
"""

from __future__ import annotations

import os
import sys
import uuid
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "models" / "rainshed_assessment.model3"

PICTURE = ROOT / "docs" / "images" / "model.png"
TITLE = "Rainshed: inundation assessment by single tools / 内涝评估模型"
SUMMARY = (
    "Chains the single tools from a DEM and the drainage layers to the risk map, with the results of assess for one "
    "rain."
)
DESCRIPTION = (
    "The same steps as assess, each a tool of its own, to look into, to change and to extend. What assess writes too "
    "is equal to what it writes for RAIN of one value. Further steps give the rain that floods each cell, the rain "
    "that each zone copes with, ponding points and the control line. Only the DEM is needed; a layer left empty is "
    "left out."
)
ABOUT = {
    "DEM": ("DEM (m)", "Elevation model: ground levels on a north-up grid in a projected CRS."),
    "BAND": ("Band", "Band of the DEM that holds the elevations; default 1."),
    "INLETS": ("Inlets", "Optional points: inlets (gullies)."),
    "PIPES": ("Pipes", "Optional lines: storm drains. With them zones are those of outfalls, else those of inlets."),
    "MANHOLES": ("Manholes", "Optional points: manholes, the nodes between pipes."),
    "OUTFALLS": ("Outfalls", "Optional points: where pipes end and water leaves the network."),
    "CHANNELS": ("Channels", "Optional lines or polygons: open water. Lowered in the DEM; takes water."),
    "BUILDINGS": ("Buildings", "Optional polygons: raised in the DEM, so that water runs round them."),
    "RAIN": ("Rain (mm)", "Depth of the rain, mm; one value. For several run the model as a batch."),
    "RUNOFF_COEFFICIENT": ("Runoff coefficient", "Share of the rain that runs off, 0 to 1; default 1."),
    "LOSS": ("Loss (mm)", "Taken off the rain first, mm; default 0."),
    "SCHEME": ("Risk scheme", "Scheme of riskmap that grades by depth alone; default road_depth."),
    "FLOWPATH_THRESHOLD": (
        "Least upstream area of a flow path (m2)",
        "A flow path begins where this much ground drains to a cell, m2.",
    ),
    "RECORDED": ("Recorded ponding points", "Optional points: known ponding places, compared with those found."),
}
GROUND, WATER, ZONES, RISK, MORE = "#e8dfd0", "#d6e8f5", "#dfeedd", "#f7dfd0", "#ece6f2"

# Step -> tool, its title in the designer, its place (column, row), colour, and what goes into it: the name of an input
# of the model, a pair (step, output), or [a fixed value].
STEPS = {
    "condition": ("conditiondem", "Condition the DEM", (1, 1.0), GROUND, {
        "DEM": "DEM", "BAND": "BAND", "BUILDINGS": "BUILDINGS", "CHANNELS": "CHANNELS", "CLOSE_GAPS": [True],
        "LARGEST_GAP": [25],
    }),
    "fill": ("filldepressions", "Fill depressions", (2, 0.0), GROUND, {
        "DEM": ("condition", "OUTPUT"), "METHOD": ["fill"],
    }),
    "depressions": ("depressions", "List depressions", (2, 1.0), GROUND, {"DEM": ("condition", "OUTPUT")}),
    "paths": ("flowpaths", "Trace overland flow paths", (2, 2.0), WATER, {
        "DEM": ("condition", "OUTPUT"), "THRESHOLD": "FLOWPATH_THRESHOLD",
    }),
    "zones": ("drainagezones", "Delineate drainage zones", (2, 3.6), ZONES, {
        "DEM": ("condition", "OUTPUT"), "INLETS": "INLETS", "PIPES": "PIPES", "MANHOLES": "MANHOLES",
        "OUTFALLS": "OUTFALLS", "CHANNELS": "CHANNELS", "LEVEL": ["auto"], "GROUND": "DEM", "GROUND_BAND": "BAND",
    }),
    "water": ("inundation", "Fill, spill, merge: water of the rain", (2, 7.0), WATER, {
        "DEM": ("condition", "OUTPUT"), "RAIN": "RAIN", "RUNOFF_COEFFICIENT": "RUNOFF_COEFFICIENT", "LOSS": "LOSS",
    }),
    "risk": ("riskmap", "Grade the risk", (3, 7.0), RISK, {"DEPTH": ("water", "OUTPUT"), "SCHEME": "SCHEME"}),
    "flood": ("raintoflood", "Rain that floods each cell", (2, 5.1), MORE, {
        "DEM": ("condition", "OUTPUT"), "MIN_DEPTH": [0.15], "RUNOFF_COEFFICIENT": "RUNOFF_COEFFICIENT",
        "LOSS": "LOSS",
    }),
    "coping": ("copingrain", "Rain that zones cope with", (3, 4.4), MORE, {
        "RAINTOFLOOD": ("flood", "OUTPUT"), "ZONES": ("zones", "OUTPUT"),
    }),
    "points": ("pondingpoints", "List ponding points", (3, 8.8), MORE, {
        "DEPTH": ("water", "OUTPUT"), "RECORDED": "RECORDED",
    }),
    "line": ("controlline", "Draw the control line", (4, 8.0), MORE, {"RISK": ("risk", "OUTPUT")}),
}  # fmt: skip
# Output of the model (with its step, as in zones:OUTPUT_ZONES) -> the step's output, label, and place.
OUTPUTS = {
    "condition:OUTPUT_CONDITIONED": ("OUTPUT", "Conditioned DEM (m)", (2, -1.0)),
    "fill:OUTPUT_FILLED": ("OUTPUT", "Filled DEM (m)", (3, 0.0)),
    "depressions:OUTPUT_DEPRESSIONS": ("OUTPUT", "Depressions", (3, 1.0)),
    "paths:OUTPUT_PATHS": ("OUTPUT", "Overland flow paths", (3, 2.0)),
    "zones:OUTPUT_ZONES": ("OUTPUT", "Drainage zones", (3, 3.4)),
    "water:OUTPUT_DEPTH": ("OUTPUT", "Inundation depth (m)", (3, 7.9)),
    "risk:OUTPUT_RISK": ("OUTPUT", "Inundation risk", (4, 6.6)),
    "risk:OUTPUT_RISK_ZONES": ("OUTPUT_ZONES", "Risk zones", (4, 7.2)),
    "flood:OUTPUT_RAINTOFLOOD": ("OUTPUT", "Rain to flood (mm)", (3, 5.2)),
    "coping:OUTPUT_COPING": ("OUTPUT", "Rain that zones cope with", (4, 4.4)),
    "points:OUTPUT_POINTS": ("OUTPUT", "Ponding points", (4, 8.9)),
    "points:OUTPUT_RECORDED": ("OUTPUT_RECORDED", "Recorded points, hit or missed", (4, 9.4)),
    "line:OUTPUT_CONTROL_AREAS": ("OUTPUT", "Areas inside the control line", (5, 7.8)),
    "line:OUTPUT_CONTROL_LINE": ("OUTPUT_LINE", "Control line", (5, 8.4)),
}
COMMENTS = {
    "condition": "Gaps of up to 25 cells are closed; larger ones are water or the edge of the survey and stay outlets.",
    "zones": "LEVEL auto: outfalls where pipes are given, else inlets. GROUND: slopes of the ground without buildings.",
    "flood": "Beyond assess: depths over 0.15 m count as flooded, here and in the ponding points.",
}
# Title, colour, and left, top, right, bottom in columns and rows.
GROUPS = (
    ("Inputs: only the DEM is needed", "#f4f4f4", (-0.5, -1.5, 0.5, 9.7)),
    ("Terrain and overland flow, on the conditioned DEM", "#fbf8f2", (0.6, -1.5, 3.5, 2.5)),
    ("Drainage zones and what they cope with", "#f4faf3", (1.55, 2.6, 4.5, 5.6)),
    ("Water of one rain, its risk, ponding points and control line", "#f1f7fc", (1.55, 5.75, 5.5, 9.7)),
)
COLUMN, ROW = 300.0, 110.0


def place(column: float, row: float) -> tuple[float, float]:
    return 200 + column * COLUMN, 250 + row * ROW


def inputs() -> list:
    """The parameters of the model, in their order."""
    from qgis.core import (
        QgsProcessing,
        QgsProcessingParameterBand,
        QgsProcessingParameterEnum,
        QgsProcessingParameterFeatureSource,
        QgsProcessingParameterNumber,
        QgsProcessingParameterRasterLayer,
    )

    from rainshed.gis.presets import scheme_ids
    from rainshed.hydrology.flow.paths import PATH_THRESHOLD

    types = QgsProcessing.SourceType
    point, line, polygon = types.TypeVectorPoint, types.TypeVectorLine, types.TypeVectorPolygon
    real = QgsProcessingParameterNumber.Type.Double

    def layer(name, *kinds):
        return QgsProcessingParameterFeatureSource(name, ABOUT[name][0], list(kinds), None, True)

    def number(name, default, high=1e300):
        return QgsProcessingParameterNumber(name, ABOUT[name][0], real, default, False, 0.0, high)

    schemes = scheme_ids("depth")
    return [
        QgsProcessingParameterRasterLayer("DEM", ABOUT["DEM"][0]),
        QgsProcessingParameterBand("BAND", ABOUT["BAND"][0], 1, "DEM", True),
        layer("INLETS", point),
        layer("PIPES", line),
        layer("MANHOLES", point),
        layer("OUTFALLS", point),
        layer("CHANNELS", line, polygon),
        layer("BUILDINGS", polygon),
        number("RAIN", 50.0),
        number("RUNOFF_COEFFICIENT", 1.0, 1.0),
        number("LOSS", 0.0),
        QgsProcessingParameterEnum("SCHEME", ABOUT["SCHEME"][0], schemes, False, schemes[0], False, True),
        number("FLOWPATH_THRESHOLD", PATH_THRESHOLD),
        layer("RECORDED", point),
    ]


def build():
    """The model."""
    from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingModelGroupBox, QgsProcessingModelParameter
    from qgis.PyQt.QtCore import QPointF, QSizeF
    from qgis.PyQt.QtGui import QColor

    model = QgsProcessingModelAlgorithm(TITLE, "Rainshed")
    parameters = inputs()
    for row, definition in enumerate(parameters):
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(*place(0, -1 + 0.77 * row)))
        component.setSize(QSizeF(230, 30))
        model.addModelParameter(definition, component)
    model.setParameterOrder([definition.name() for definition in parameters])
    for step in STEPS:
        model.addChildAlgorithm(child(step))
    for title, colour, (left, top, right, bottom) in GROUPS:
        box = QgsProcessingModelGroupBox(title)
        # An id that stays the same, where QGIS would draw one by lot.
        box.loadVariant(box.toVariant() | {"uuid": f"{{{uuid.uuid5(uuid.NAMESPACE_OID, title)}}}"})
        (x0, y0), (x1, y1) = place(left, top), place(right, bottom)
        box.setPosition(QPointF((x0 + x1) / 2, (y0 + y1) / 2))
        box.setSize(QSizeF(x1 - x0, y1 - y0))
        box.setColor(QColor(colour))
        model.addGroupBox(box)
    about = {name: text for name, (_, text) in ABOUT.items()}
    about |= {
        name: f"{label}; from the step {STEPS[name.partition(':')[0]][0]}." for name, (_, label, _) in OUTPUTS.items()
    }
    model.setHelpContent(
        about | {"SHORT_DESCRIPTION": SUMMARY, "ALG_DESC": DESCRIPTION, "ALG_CREATOR": "Rainshed contributors"}
    )
    model.updateDestinationParameters()
    return model


def child(step: str):
    """A step of the model, with the outputs of the model that come from it."""
    from qgis.core import (
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
    )
    from qgis.PyQt.QtCore import QPointF, QSizeF
    from qgis.PyQt.QtGui import QColor

    source = QgsProcessingModelChildParameterSource
    tool, title, where, colour, values = STEPS[step]
    made = QgsProcessingModelChildAlgorithm(f"rainshed:{tool}")
    made.setChildId(step)
    made.setDescription(title)
    made.setPosition(QPointF(*place(*where)))
    made.setSize(QSizeF(230, 30))
    made.setColor(QColor(colour))
    if step in COMMENTS:
        comment = made.comment()
        comment.setDescription(COMMENTS[step])
        comment.setPosition(QPointF(place(*where)[0], place(*where)[1] - 76))
        comment.setSize(QSizeF(230, 46))
        made.setComment(comment)
    for parameter, value in values.items():
        if isinstance(value, tuple):
            given = source.fromChildOutput(*value)
        elif isinstance(value, list):
            given = source.fromStaticValue(value[0])
        else:
            given = source.fromModelParameter(value)
        made.addParameterSources(parameter, [given])
    outputs = {}
    for name, (produced, label, spot) in OUTPUTS.items():
        of, _, short = name.partition(":")
        if of != step:
            continue
        output = QgsProcessingModelOutput(short, label)
        output.setChildId(step)
        output.setChildOutputName(produced)
        output.setPosition(QPointF(*place(*spot)))
        output.setSize(QSizeF(230, 30))
        outputs[short] = output
    made.setModelOutputs(outputs)
    return made


def canonical(path: Path) -> str:
    """The file's XML with attributes in their alphabetical order."""
    root = ET.parse(path).getroot()
    for element in root.iter():
        ordered = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(ordered)
    text = ET.tostring(root, encoding="unicode")
    return f"<!DOCTYPE model>\n{text}\n"


def write(target: Path) -> None:
    part = target.with_name(target.name + ".part")
    if not build().toFile(str(part)):
        raise SystemExit(f"make_models: {part} cannot be written.")
    text = canonical(part)
    part.unlink()
    target.write_text(text, encoding="utf-8", newline="\n")


def draw(target: Path, width: int = 1800) -> None:
    """The model as the designer draws it."""
    from qgis.core import QgsProcessingContext, QgsProcessingModelAlgorithm
    from qgis.gui import QgsModelGraphicsScene
    from qgis.PyQt.QtCore import QRectF
    from qgis.PyQt.QtGui import QColor, QImage, QPainter

    model, scene = QgsProcessingModelAlgorithm(), QgsModelGraphicsScene()
    model.fromFile(str(TARGET))
    scene.setModel(model)
    scene.createItems(model, QgsProcessingContext())
    whole = scene.itemsBoundingRect().adjusted(-20, -20, 20, 20)
    image = QImage(width, round(width * whole.height() / whole.width()), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(image.rect()), whole)
    painter.end()
    if not image.save(str(target)):
        raise SystemExit(f"make_models: {target} cannot be written.")


def start() -> None:
    """QGIS with Processing and the plugin, in this process."""
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    sys.path[:0] = [str(Path(application.pkgDataPath()) / "python" / "plugins"), os.environ["QGIS_PLUGINPATH"]]
    from processing.core.Processing import Processing

    from rainshed.plugin import Rainshed

    Processing.initialize()
    start.kept = application, Rainshed(None)  # or Python would destroy them
    start.kept[1].initProcessing()


def main() -> int:
    start()
    if sys.argv[1:] == ["--picture"]:
        target = PICTURE
        draw(target)
    else:
        target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
        write(target)
    print(target)
    sys.stdout.flush()
    os._exit(0)  # past the destructors, which PyQGIS does not survive


if __name__ == "__main__":
    main()
