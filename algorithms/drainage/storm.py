"""The parameters of a design storm and of the areas it falls on, the same wherever peaks are worked."""

from __future__ import annotations

import math

import numpy as np
from qgis.core import QgsProcessingContext

from ...gis.catchments import Catchments, delineated_zones, read_inlet_areas, read_zones
from ...gis.raster import Dem
from ...gis.storm import read_intensities, runoff_coefficients
from ...gis.system import DrainageLayers, DrainageSystem
from ...hydrology.drainage.design import INLET_TIME
from ...hydrology.errors import HydrologyError
from ...hydrology.progress import Progress
from ...hydrology.storm.chicago import Storm
from ...hydrology.storm.intensity import MM_H, IntensityTable
from ..base import RainshedAlgorithm, check_number
from ..run import Run
from ..storm.formula import FORMULA, add_formula, read_formula

UNITS = {"lps_ha": 1.0, "mm_h": MM_H}  # L/s per ha in one of each


def add_storm(algorithm: RainshedAlgorithm) -> None:
    add_intensity(algorithm)
    algorithm.add_number("INLET_TIME", "Inlet time t1, over the ground (min)", INLET_TIME, 0.0)


def add_intensity(algorithm: RainshedAlgorithm) -> None:
    """The design storm and the runoff coefficient."""
    add_formula(algorithm)
    algorithm.add_number("INTENSITY", "Intensity, instead of the formula", None, 0.0, optional=True)
    algorithm.add_choice("INTENSITY_UNIT", "Unit of the intensity", list(UNITS))
    algorithm.add_vector("STORM_TABLE", "Table of intensities, instead of the formula (t_min, intensity)", "table")
    algorithm.add_text("RUNOFF_COEFFICIENT", "Runoff coefficient (a number, or a field of the zones)", "1")


def check_storm(
    algorithm: RainshedAlgorithm, parameters: dict, context: QgsProcessingContext, lasting: str = "INLET_TIME",
    table: str = "",
) -> None:  # fmt: skip
    """Raise HydrologyError unless one design storm is given, and whole.

    lasting : the parameter with the duration that its formula is first asked for. table : a further parameter that
    may give the rain.
    """
    given = [name for name in (*FORMULA, "CITY") if parameters.get(name) not in (None, "")]
    ways = [name for name in ("INTENSITY", "STORM_TABLE", table) if name and parameters.get(name) not in (None, "")]
    if not given and not ways:
        raise HydrologyError(
            "No design storm is given: give A1, C, B, N and RETURN_PERIOD of the place's storm formula (no city is "
            "taken as default), or CITY and RETURN_PERIOD, or INTENSITY, or STORM_TABLE"
            f"{f', or {table}' if table else ''}."
        )
    if len(ways) + bool(given) > 1:
        said = [*given[:1], *ways]
        raise HydrologyError(f"{' and '.join(said)} are two design storms: give one.")
    if "INTENSITY" in ways and not algorithm.parameterAsDouble(parameters, "INTENSITY", context) > 0:
        raise HydrologyError("INTENSITY must be above 0: without rain nothing runs off and no pipe would be too small.")
    if given:
        _, formula = read_formula(algorithm, parameters, context)
        minutes = algorithm.parameterAsDouble(parameters, lasting, context)
        if not minutes + (algorithm.parameterAsDouble(parameters, "B", context) if "B" in given else 1.0) > 0:
            raise HydrologyError(f"B and {lasting} must come to more than 0 min, the duration of the formula.")
        period = algorithm.parameterAsDouble(parameters, "RETURN_PERIOD", context)
        formula.at(period)(minutes)
    _coefficient(algorithm.parameterAsString(parameters, "RUNOFF_COEFFICIENT", context))


def storm_of(run: Run, lasting: str = "INLET_TIME") -> Storm:
    """The design storm: intensity (L/s per ha) at durations (min); the log tells that of the parameter `lasting`."""
    if (source := run.source("STORM_TABLE")) is not None:
        storm = read_intensities(source)
        run.log(f"STORM_TABLE: durations of {storm.minutes[0]:g} to {storm.minutes[-1]:g} min; beyond, as at its ends.")
        return storm
    if run.given("STORM_TABLE"):
        raise HydrologyError("STORM_TABLE is empty.")
    if run.given("INTENSITY"):
        return IntensityTable([0.0], [run.number("INTENSITY") * UNITS[run.choice("INTENSITY_UNIT")]])
    place, formula = read_formula(run.algorithm, run.parameters, run.context)
    minutes = run.number(lasting)
    if place is not None:
        run.tell(*place.told(minutes))
    storm = formula.at(run.number("RETURN_PERIOD"))
    run.log(f"Design storm: {float(storm(minutes)):.1f} L/s per ha at {minutes:g} min.")
    return storm


def add_areas(algorithm: RainshedAlgorithm) -> None:
    """What says which area drains where, beside ZONES and INLETS."""
    algorithm.add_dem(optional=True)
    algorithm.add_field("AREA_FIELD", "Area field of the inlets (m2)", "INLETS")


def check_areas(parameters: dict) -> None:
    """Raise HydrologyError unless ZONES, or INLETS with areas or with a DEM, are given."""
    given = {name for name in ("ZONES", "INLETS", "DEM", "AREA_FIELD") if parameters.get(name) not in (None, "")}
    if "ZONES" not in given and not ("INLETS" in given and given & {"DEM", "AREA_FIELD"}):
        raise HydrologyError(
            "What drains into the pipes is not known: give ZONES of drainagezones, or INLETS with an AREA_FIELD or "
            "with a DEM on which their zones are delineated."
        )


def catchments_of(
    run: Run, system: DrainageSystem, layers: DrainageLayers, dem: Dem, progress: Progress
) -> tuple[Catchments, np.ndarray]:
    """(areas, runoff coefficient of each): of ZONES, else of the AREA_FIELD of INLETS, else delineated on the DEM."""
    context = run.context.transformContext()
    coefficient = _coefficient(run.text("RUNOFF_COEFFICIENT"))
    by_field = coefficient if isinstance(coefficient, str) else ""
    if (source := run.source("ZONES")) is not None:
        found = read_zones(source, system, dem, context, by_field)
    elif run.given("ZONES") and not (run.given("AREA_FIELD") or run.given("DEM")):
        raise HydrologyError(
            "ZONES: the layer is empty: give zones, or INLETS with an AREA_FIELD or with a DEM on "
            "which their zones are delineated."
        )
    elif layers.inlets is None:
        raise HydrologyError("Neither ZONES nor INLETS hold a feature.")
    elif run.given("AREA_FIELD"):
        found = read_inlet_areas(layers.inlets, system, run.text("AREA_FIELD"), dem.grid.unit, by_field)
    elif by_field:
        raise HydrologyError(
            f'RUNOFF_COEFFICIENT must be a number where zones are delineated on the DEM, not "{by_field}".'
        )
    else:
        found = delineated_zones(layers, system, dem, run.number("SNAP_DISTANCE"), context, progress)
    progress.update(1)
    values, warnings = runoff_coefficients(found, None if by_field else coefficient)
    run.tell(found.log, found.warnings + warnings)
    return found, values


def _coefficient(text: str) -> float | str:
    """A number from 0 to 1, or the name of a field."""
    text = text.strip() or "1"
    try:
        value = float(text)
    except ValueError:
        return text
    if math.isnan(value):
        return text
    return check_number("RUNOFF_COEFFICIENT", value, 0.0, 1.0)
