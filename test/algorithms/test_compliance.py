"""What QGIS and the published interface ask of every algorithm."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

NETWORK_FIELDS = (
    "PIPE_ID_FIELD FROM_NODE_FIELD TO_NODE_FIELD FROM_LEVEL_FIELD TO_LEVEL_FIELD SIZE_FIELD SHAPE_FIELD NODE_ID_FIELD "
    "INLET_PIPE_FIELD"
)
# The published interface: inputs in their order, then outputs. Models and scripts store these names: additions may
# come at the end, nothing may go.
INTERFACE = {
    "checkinputs": (
        "DEM BAND INLETS PIPES MANHOLES OUTFALLS CHANNELS BUILDINGS",
        "OUTPUT OUTPUT_HTML ERRORS WARNINGS",
    ),
    "conditiondem": (
        "DEM BAND BUILDINGS BUILDING_HEIGHT CHANNELS CHANNEL_DEPTH CULVERTS BARRIERS BARRIER_HEIGHT CLOSE_GAPS",
        "OUTPUT",
    ),
    "filldepressions": (
        "DEM BAND METHOD MIN_SLOPE MAX_BREACH_LENGTH MAX_BREACH_DEPTH SINKS CLOSED_EDGE",
        "OUTPUT OUTPUT_DEPTH VOLUME_M3 MAX_DEPTH_M RAISED_CELLS CUT_M3 MAX_CUT_M CUT_CELLS BREACHED LEFT",
    ),
    "depressions": (
        "DEM BAND SINKS MIN_DEPTH MIN_AREA MIN_VOLUME LEVELS CLOSED_EDGE",
        "OUTPUT OUTPUT_POUR_POINTS OUTPUT_CURVES COUNT VOLUME_M3",
    ),
    "designstorm": (
        "CITY A1 C B N RETURN_PERIOD DURATION STEP PEAK_RATIO SHAPE DEPTH",
        "OUTPUT OUTPUT_HTML TOTAL_MM PEAK_MMH RETURN_PERIOD_A",
    ),
    "runoff": (
        "DEM BAND LAND LAND_RASTER COEFFICIENT CLASS_FIELD RAIN LOSS METHOD CURVE_NUMBER_FIELD SOIL_FIELD SOIL_GROUP "
        "MOISTURE ABSTRACTION_RATIO DEFAULT_COEFFICIENT DEFAULT_CURVE_NUMBER BUILDINGS ROOF_COEFFICIENT",
        "OUTPUT RUNOFF_M3 RAIN_M3 MEAN_COEFFICIENT",
    ),
    "flowaccumulation": ("DEM BAND METHOD WEIGHTS SINKS CLOSED_EDGE", "OUTPUT OUTPUT_DIRECTION OUTLET_SUM"),
    "flowpaths": ("DEM BAND THRESHOLD SINKS CLOSED_EDGE", "OUTPUT"),
    "tracedownstream": ("DEM BAND POINTS SINKS", "OUTPUT COUNT"),
    "upstreamarea": ("DEM BAND POINTS SNAP_DISTANCE", "OUTPUT COUNT"),
    "drainagezones": (
        "DEM BAND INLETS PIPES MANHOLES OUTFALLS CHANNELS LEVEL SNAP_DISTANCE MIN_AREA RECEIVING_LEVEL "
        + NETWORK_FIELDS,
        "OUTPUT OUTPUT_RASTER OUTPUT_INTERCEPTION ZONES AREA_M2 UNDRAINED_M2 INTERCEPTED_M2 INTERCEPTED_LPS",
    ),
    "networkcheck": (
        f"INLETS PIPES MANHOLES OUTFALLS DEM {NETWORK_FIELDS} BAND SNAP_DISTANCE RECEIVING_LEVEL TYPE_FIELD",
        "OUTPUT OUTPUT_PIPES ERRORS WARNINGS ADVERSE_SLOPE ORPHAN_INLET END_WITHOUT_NODE DUPLICATE_NODE CYCLE "
        "JOINED_SYSTEMS SMALLER_PIPE NO_INVERT INVERT_ABOVE_GROUND LOW_COVER INLET_RIDGE INLET_LEVEL "
        "OUTFALL_BELOW_WATER OUTFALL_WITHOUT_PIPE STORM_INTO_FOUL BRANCHING_NODE PRESSURE_MAIN",
    ),
    "pipecapacity": (
        "PIPES ZONES INLETS A1 C B N RETURN_PERIOD INTENSITY INTENSITY_UNIT STORM_TABLE RUNOFF_COEFFICIENT INLET_TIME "
        "ROUGHNESS " + NETWORK_FIELDS,
        "OUTPUT OUTPUT_ZONES PIPES_KNOWN OVERLOADED AREA_M2 HELD_BACK_M2",
    ),
    "swmmexport": (
        "PIPES ZONES INLETS A1 C B N RETURN_PERIOD INTENSITY INTENSITY_UNIT STORM_TABLE RUNOFF_COEFFICIENT HYETOGRAPH "
        "DURATION STEP STORM_SHAPE PEAK_RATIO AFTER ROUGHNESS MANHOLES OUTFALLS RECEIVING_LEVEL DEM BAND AREA_FIELD "
        + NETWORK_FIELDS + " SNAP_DISTANCE FLOW_LENGTH",
        "OUTPUT SUBCATCHMENTS JUNCTIONS CONDUITS OUTFALLS PUMPS RAIN_MM AREA_M2",
    ),
    "inletcapacity": (
        "INLETS DEM BAND ZONES A1 C B N RETURN_PERIOD INTENSITY INTENSITY_UNIT STORM_TABLE RUNOFF_COEFFICIENT "
        "INLET_TIME INLET_CAPACITY TYPE_FIELD CLOGGING PIPES " + NETWORK_FIELDS,
        "OUTPUT LIMIT_INLET LIMIT_PIPE ADD_N SHORT_LPS",
    ),
    "outfallbackwater": (
        "OUTFALLS PIPES ZONES RECEIVING_LEVEL " + NETWORK_FIELDS,
        "OUTPUT OUTPUT_MANHOLES OUTPUT_ZONES FREE SUBMERGED REVERSE FLOODED CUT_OFF_M2 PUMP_M3S",
    ),
    "networkgaps": (
        "DEM BAND INLETS PIPES BUILTUP DISTANCE CHANNELS RAIN RUNOFF_COEFFICIENT LOSS MIN_AREA SNAP_DISTANCE",
        "OUTPUT GAPS AREA_M2 RUNOFF_M3 BUILTUP_M2",
    ),
    "inundation": (
        "DEM BAND RAIN RUNOFF_COEFFICIENT LOSS RUNOFF SINKS CLOSED_EDGE",
        "OUTPUT OUTPUT_LEVEL OUTPUT_PONDS RAIN_M3 STORED_M3 OUTFLOW_M3 BALANCE_ERROR",
    ),
    "floodprobability": (
        "DEM BAND RAIN RUNOFF_COEFFICIENT LOSS RMSE RANGE RUNS SEED MIN_DEPTH SINKS",
        "OUTPUT OUTPUT_MEAN LIKELY_M2",
    ),
    "pondingevent": (
        "DEM BAND HYETOGRAPH RUNOFF_COEFFICIENT INFILTRATION INLETS INLET_CAPACITY CLOGGING PIPES OUTFALLS "
        "RECEIVING_LEVEL PUMPS THRESHOLD AFTER STEP " + NETWORK_FIELDS,
        "OUTPUT OUTPUT_DURATION OUTPUT_START OUTPUT_PONDS OUTPUT_SERIES RAIN_M3 INLET_M3 INFILTRATED_M3 PUMPED_M3 "
        "OUTFLOW_M3 STORED_M3 BALANCE_ERROR",
    ),
    "raintoflood": ("DEM BAND MIN_DEPTH RUNOFF_COEFFICIENT LOSS MAX_RAIN SINKS CLOSED_EDGE", "OUTPUT FLOODED_M2"),
    "pondingpoints": (
        "DEPTH MIN_DEPTH MIN_AREA RECORDED MATCH_DISTANCE",
        "OUTPUT OUTPUT_RECORDED POINTS HITS MISSES FALSE_ALARMS NOT_COMPARED",
    ),
    "controlline": (
        "RISK CLASS DEPTH MIN_DEPTH MIN_AREA CLOSE_HOLES SMOOTH",
        "OUTPUT OUTPUT_LINE AREA_M2 LENGTH_M POLYGONS",
    ),
    "copingrain": (
        "RAINTOFLOOD ZONES WET_AREA A1 C B N DURATION CITY",
        "OUTPUT ZONES_KNOWN ZONES_BEYOND LEAST_MM",
    ),
    "riskmap": (
        "DEPTH DURATION VELOCITY SCHEME CLASSES MIN_AREA SCHEME_FILE",
        "OUTPUT OUTPUT_ZONES BLUE_M2 YELLOW_M2 ORANGE_M2 RED_M2",
    ),
    "mapsheet": (
        "RISK LAYERS TITLE SCALE PAPER LANGUAGE ORIENTATION TEMPLATE DATA_DATES ZONES ZONE_FIELD",
        "OUTPUT",
    ),
    "assess": (
        "DEM BAND INLETS PIPES MANHOLES OUTFALLS CHANNELS BUILDINGS RAIN RUNOFF_COEFFICIENT LOSS SCHEME "
        "FLOWPATH_THRESHOLD TITLE CITY A1 C B N RETURN_PERIODS BEYOND DURATION STEP PEAK_RATIO SHAPE THRESHOLD "
        "INFILTRATION INLET_CAPACITY CLOGGING RECEIVING_LEVEL PUMPS AFTER RECORDED MATCH_DISTANCE CONTROL_CLASS "
        "WET_AREA SCHEME_FILE MATRIX_FILE LANGUAGE DATA_DATES",
        "OUTPUT_CONDITIONED OUTPUT_FILLED OUTPUT_PATHS OUTPUT_ZONES OUTPUT_DEPRESSIONS OUTPUT_DEPTH OUTPUT_RISK "
        "OUTPUT_RISK_ZONES OUTPUT_MAP OUTPUT_PROJECT OUTPUT_SUMMARY VOLUME_M3 RAIN_M3 STORED_M3 OUTFLOW_M3 "
        "BALANCE_ERROR BLUE_M2 YELLOW_M2 ORANGE_M2 RED_M2 OUTPUT_DURATION OUTPUT_COMBINED OUTPUT_COMBINED_ZONES "
        "OUTPUT_POINTS OUTPUT_RECORDED OUTPUT_CONTROL OUTPUT_CONTROL_LINE OUTPUT_RAINTOFLOOD OUTPUT_COPING "
        "OUTPUT_SCENARIOS OUTPUT_REPORT COMBINED_BLUE_M2 COMBINED_YELLOW_M2 COMBINED_ORANGE_M2 COMBINED_RED_M2 POINTS "
        "HITS MISSES FALSE_ALARMS",
    ),
}  # fmt: skip
CHOICES = {
    ("filldepressions", "METHOD"): ["fill", "fill_slope", "breach", "breach_fill"],
    ("depressions", "LEVELS"): ["outer", "all"],
    ("flowaccumulation", "METHOD"): ["d8", "dinf", "mfd"],
    ("drainagezones", "LEVEL"): ["inlet", "node", "outfall", "auto"],
    ("pipecapacity", "INTENSITY_UNIT"): ["lps_ha", "mm_h"],
    ("inletcapacity", "INTENSITY_UNIT"): ["lps_ha", "mm_h"],
    ("pipecapacity", "LARGE_AREAS"): ["refuse", "skip"],
    ("swmmexport", "INTENSITY_UNIT"): ["lps_ha", "mm_h"],
    ("swmmexport", "STORM_SHAPE"): ["chicago", "block"],
    ("designstorm", "SHAPE"): ["chicago", "block"],
    ("runoff", "METHOD"): ["coefficient", "curve_number"],
    ("runoff", "SOIL_GROUP"): ["unknown", "A", "B", "C", "D"],
    ("runoff", "MOISTURE"): ["normal", "dry", "wet"],
    ("riskmap", "SCHEME"): ["road_depth", "depth_duration", "uk_hazard", "hazard_h1_h6", "swiss_intensity"],
    ("controlline", "CLASS"): ["blue", "yellow", "orange", "red"],
    ("mapsheet", "PAPER"): ["A4", "A3"],
    ("mapsheet", "ORIENTATION"): ["auto", "landscape", "portrait"],
    ("assess", "SCHEME"): ["road_depth", "depth_duration"],
    ("assess", "SHAPE"): ["chicago", "block"],
    ("assess", "CONTROL_CLASS"): ["blue", "yellow", "orange", "red"],
    ("assess", "LANGUAGE"): ["en", "zh"],
}
OTHER_DEFAULTS = {
    ("controlline", "CLASS"): "orange",
    ("assess", "CONTROL_CLASS"): "orange",
}  # of choices; of all others the first is the default
DEFAULTS = {
    ("conditiondem", "BUILDING_HEIGHT"): 5,
    ("conditiondem", "CHANNEL_DEPTH"): 1,
    ("conditiondem", "BARRIER_HEIGHT"): 0.5,
    ("filldepressions", "MIN_SLOPE"): 0.01,
    ("filldepressions", "MAX_BREACH_LENGTH"): 100,
    ("filldepressions", "MAX_BREACH_DEPTH"): 5,
    ("depressions", "MIN_DEPTH"): 0.05,
    ("depressions", "MIN_AREA"): 0,
    ("depressions", "MIN_VOLUME"): 0,
    ("flowpaths", "THRESHOLD"): 10_000,
    ("upstreamarea", "SNAP_DISTANCE"): 0,
    ("drainagezones", "SNAP_DISTANCE"): 5,
    ("drainagezones", "MIN_AREA"): 0,
    ("networkcheck", "SNAP_DISTANCE"): 5,
    ("outfallbackwater", "REMOVAL_TIME"): 24,
    ("inletcapacity", "CLOGGING"): 0.6,
    ("designstorm", "DURATION"): 120,
    ("designstorm", "STEP"): 5,
    ("runoff", "RAIN"): 50,
    ("runoff", "LOSS"): 0,
    ("runoff", "ABSTRACTION_RATIO"): 0.2,
    ("runoff", "ROOF_COEFFICIENT"): 0.9,
    ("pipecapacity", "INLET_TIME"): 10,
    ("pipecapacity", "ROUGHNESS"): 0.013,
    ("pipecapacity", "RUNOFF_COEFFICIENT"): "1",
    ("swmmexport", "DURATION"): 120,
    ("swmmexport", "STEP"): 5,
    ("swmmexport", "PEAK_RATIO"): 0.4,
    ("swmmexport", "AFTER"): 120,
    ("swmmexport", "ROUGHNESS"): 0.013,
    ("networkgaps", "DISTANCE"): 100,
    ("networkgaps", "RAIN"): 50,
    ("networkgaps", "RUNOFF_COEFFICIENT"): 1,
    ("networkgaps", "LOSS"): 0,
    ("networkgaps", "MIN_AREA"): 100,
    ("networkgaps", "SNAP_DISTANCE"): 5,
    ("inundation", "RUNOFF_COEFFICIENT"): 1,
    ("inundation", "LOSS"): 0,
    ("pondingevent", "RUNOFF_COEFFICIENT"): "1",
    ("pondingevent", "INFILTRATION"): "0",
    ("pondingevent", "INLET_CAPACITY"): "20",
    ("pondingevent", "CLOGGING"): 0.6,
    ("pondingevent", "THRESHOLD"): 0.15,
    ("pondingevent", "AFTER"): 360,
    ("pondingevent", "STEP"): 60,
    ("riskmap", "MIN_AREA"): 25,
    ("copingrain", "WET_AREA"): 50,
    ("pondingpoints", "MIN_DEPTH"): 0.15,
    ("pondingpoints", "MIN_AREA"): 10,
    ("pondingpoints", "MATCH_DISTANCE"): 50,
    ("controlline", "MIN_DEPTH"): 0.15,
    ("controlline", "MIN_AREA"): 100,
    ("controlline", "CLOSE_HOLES"): 100,
    ("controlline", "SMOOTH"): 5,
}
OPTIONAL_OUTPUTS = {
    ("filldepressions", "OUTPUT_DEPTH"),
    ("depressions", "OUTPUT_POUR_POINTS"),
    ("depressions", "OUTPUT_CURVES"),
    ("flowaccumulation", "OUTPUT_DIRECTION"),
    ("drainagezones", "OUTPUT_RASTER"),
    ("outfallbackwater", "OUTPUT_ZONES"),
    ("drainagezones", "OUTPUT_INTERCEPTION"),
    ("inundation", "OUTPUT_LEVEL"),
    ("inundation", "OUTPUT_PONDS"),
    ("floodprobability", "OUTPUT_MEAN"),
    ("pondingevent", "OUTPUT_START"),
    ("pondingevent", "OUTPUT_SERIES"),
    ("riskmap", "OUTPUT_ZONES"),
    ("pondingpoints", "OUTPUT_RECORDED"),
}


@pytest.fixture(params=sorted(INTERFACE))
def algorithm(qgis, request):
    found = qgis.provider.algorithm(request.param)
    assert found is not None, f"{request.param} is not registered"
    return found


def test_all_algorithms_are_registered(qgis):
    assert {a.name() for a in qgis.tools()} >= set(INTERFACE)


def test_none_is_registered_that_this_file_does_not_know(qgis):
    assert {a.name() for a in qgis.tools()} <= set(INTERFACE), "add the new algorithm to INTERFACE"


def test_names_and_groups(algorithm):
    assert re.fullmatch(r"[a-z]+", algorithm.name())
    assert algorithm.id() == f"rainshed:{algorithm.name()}"
    title = algorithm.displayName()
    assert title and title[0].isupper() and not title.endswith(".")
    assert algorithm.group() and re.fullmatch(r"[a-z]+", algorithm.groupId())
    assert algorithm.tags()
    assert all(tag.strip() for tag in algorithm.tags())


def test_groups_are_those_of_the_interface(qgis):
    groups = {a.name(): a.groupId() for a in qgis.tools()}
    assert {n for n, g in groups.items() if g == "terrain"} == {
        *("checkinputs", "conditiondem", "filldepressions", "depressions")
    }
    assert {n for n, g in groups.items() if g == "flow"} == {
        *("flowaccumulation", "flowpaths", "tracedownstream", "upstreamarea")
    }
    assert {n for n, g in groups.items() if g == "storm"} == {"designstorm", "runoff"}
    assert groups["drainagezones"] == groups["networkcheck"] == groups["networkgaps"] == "drainage"
    assert groups["inundation"] == groups["pondingpoints"] == "inundation"
    assert groups["riskmap"] == groups["mapsheet"] == groups["controlline"] == groups["copingrain"] == "risk"


def test_icon(algorithm):
    path = Path(algorithm.svgIconPath())
    assert path.is_file() and path.suffix == ".svg"
    assert path.name != "rainshed.svg", "the provider's icon does for none of its algorithms"
    assert not algorithm.icon().isNull()


def test_inputs_keep_their_names_and_order(algorithm):
    wanted = INTERFACE[algorithm.name()][0].split()
    inputs = [d.name() for d in algorithm.parameterDefinitions() if not d.isDestination()]
    assert [n for n in inputs if n in wanted] == wanted
    later = [n for n in inputs if n not in wanted]
    optional = {d.name() for d in algorithm.parameterDefinitions() if is_optional(d) or d.defaultValue() is not None}
    assert set(later) <= optional, "an added parameter needs a default"


def test_outputs_keep_their_names(algorithm):
    outputs = [o.name() for o in algorithm.outputDefinitions()]
    assert set(INTERFACE[algorithm.name()][1].split()) <= set(outputs)
    assert len(set(outputs)) == len(outputs)


def test_names_are_upper_case(algorithm):
    for definition in [*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()]:
        assert re.fullmatch(r"[A-Z][A-Z0-9_]*", definition.name())
        assert definition.description().strip(), definition.name()


def test_choices_are_static_strings_with_a_known_default(qgis):
    from qgis.core import QgsProcessingParameterEnum

    found = {}
    for algorithm in qgis.tools():
        for definition in algorithm.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterEnum):
                assert definition.usesStaticStrings(), (algorithm.name(), definition.name())
                key = algorithm.name(), definition.name()
                assert definition.defaultValue() == OTHER_DEFAULTS.get(key, definition.options()[0]), key
                found[key] = definition.options()
    for key, options in CHOICES.items():
        assert found[key][: len(options)] == options, key


def test_defaults(qgis):
    for (name, parameter), value in DEFAULTS.items():
        definition = qgis.provider.algorithm(name).parameterDefinition(parameter)
        assert definition.defaultValue() == value, (name, parameter)


def test_secondary_outputs_are_optional_and_off(qgis):
    for name, parameter in OPTIONAL_OUTPUTS:
        definition = qgis.provider.algorithm(name).parameterDefinition(parameter)
        assert is_optional(definition), (name, parameter)
        assert not definition.createByDefault(), (name, parameter)


def test_closed_edge_is_advanced_and_off(qgis):
    from qgis.core import QgsProcessingParameterDefinition

    seen = 0
    for algorithm in qgis.tools():
        definition = algorithm.parameterDefinition("CLOSED_EDGE")
        if definition is not None:
            seen += 1
            assert definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced
            assert definition.defaultValue() in (False, None)
    assert seen >= 5


def test_band_defaults_to_the_first(qgis):
    for algorithm in qgis.tools():
        definition = algorithm.parameterDefinition("BAND")
        if definition is not None:
            assert definition.defaultValue() == 1


# Help


def test_short_description(algorithm):
    text = algorithm.shortDescription()
    first = text.split()[0] if text else ""
    assert re.fullmatch(r"[A-Z][a-z]+s", first), f'begins with "{first}", not with a verb like "Calculates"'
    assert text.endswith(".") and "<" not in text
    assert not text.startswith("This")


def test_short_help(algorithm):
    text = algorithm.shortHelpString()
    assert algorithm.shortDescription() in text
    # qgis_process prints the source as it is: nothing but the simplest tags
    assert set(re.findall(r"</?(\w+)", text)) <= {"p", "b", "h2", "h3", "br", "i", "ul", "li"}
    assert len(re.sub(r"<[^>]+>", "", text)) > 200


def test_every_parameter_has_help(algorithm):
    silent = [d.name() for d in algorithm.parameterDefinitions() if len(d.help().strip()) < 10]
    assert not silent, f"no help for {', '.join(silent)}"


def test_help_file_names_only_what_there_is(algorithm):
    text = json.loads((ROOT / "resources" / "help" / f"{algorithm.name()}.json").read_text(encoding="utf-8"))
    known = {d.name() for d in [*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()]}
    assert set(text.get("parameters", {})) | set(text.get("outputs", {})) <= known
    numbers = {o.name() for o in algorithm.outputDefinitions()}
    assert numbers <= set(text.get("outputs", {})), "every output is explained"


def test_units_are_in_the_labels(qgis):
    """A length, level, area, volume or rain says its unit where the user types it."""
    from qgis.core import QgsProcessingParameterNumber

    bare = {
        "LARGEST_GAP",
        "A1",
        "C",
        "N",
        "INTENSITY",
        "CLOGGING",
        "ROUGHNESS",
        "RUNOFF_COEFFICIENT",
        "DEFAULT_COEFFICIENT",
        "ROOF_COEFFICIENT",
        "DEFAULT_CURVE_NUMBER",
        "ABSTRACTION_RATIO",
        "SCALE",
        "RUNS",
        "SEED",
        "PEAK_RATIO",
    }
    for algorithm in qgis.tools():
        for definition in algorithm.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterNumber) and definition.name() not in bare:
                assert re.search(r"\((m|m2|m3|mm|min|s|h|years|degrees)\b", definition.description()), (
                    definition.description()
                )


def is_optional(definition) -> bool:
    from qgis.core import QgsProcessingParameterDefinition

    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional)
