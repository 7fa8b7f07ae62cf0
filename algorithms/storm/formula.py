"""The parameters of a storm formula, the same wherever a design storm is taken."""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProcessingParameterString

from ...gis.storm import Place, find_place, places
from ...hydrology.errors import HydrologyError
from ...hydrology.storm.chicago import PEAK_RATIO
from ...hydrology.storm.formula import GeneralFormula, IntervalFormula
from ..base import RainshedAlgorithm, tr

PARAMETERS = ("A1", "C", "B", "N")
FORMULA = (*PARAMETERS, "RETURN_PERIOD")


def add_formula(algorithm: RainshedAlgorithm, names: tuple[str, ...] = FORMULA) -> None:
    for name, label, low in (
        ("A1", "A1 of the storm formula q = 167 A1 (1 + C lg P) / (t + b)^n", 0.0),
        ("C", "C of the storm formula", None),
        ("B", "b of the storm formula (min)", 0.0),
        ("N", "n of the storm formula", 0.0),
        ("RETURN_PERIOD", "Return period P (years)", 0.0),
    ):
        if name in names:
            algorithm.add_number(name, label, None, low, optional=True)


def add_city(algorithm: RainshedAlgorithm) -> None:
    """The place whose formula is taken; a window offers a list that says which are unverified."""
    parameter = QgsProcessingParameterString(
        "CITY", tr("City with a known storm formula, instead of A1, C, B and N"), None, False, True
    )
    hints = [place.label for place in places().values()]
    parameter.setMetadata({"widget_wrapper": {"value_hints": hints}})
    algorithm.add(parameter)


def read_formula(
    algorithm: RainshedAlgorithm, parameters: dict, context: QgsProcessingContext, needed: tuple[str, ...] = FORMULA
) -> tuple[Place | None, GeneralFormula | IntervalFormula]:
    """(place, formula) of CITY, or (None, formula) of A1, C, B and N.

    needed : the parameters without which a formula is not whole. Raises HydrologyError unless one is given, and whole.
    """
    given = {name for name in ("CITY", *FORMULA) if parameters.get(name) not in (None, "")}
    if "CITY" in given:
        own = [name for name in PARAMETERS if name in given]
        if own:
            raise HydrologyError(f"CITY and {own[0]} are two storm formulas: give one.")
        if "RETURN_PERIOD" in needed and "RETURN_PERIOD" not in given:
            raise HydrologyError("CITY needs a RETURN_PERIOD: it has no default.")
        place = find_place(algorithm.parameterAsString(parameters, "CITY", context))
        return place, place.formula
    missing = [name for name in needed if name not in given]
    if missing:
        raise HydrologyError(f"The storm formula lacks {', '.join(missing)}: these have no default.")
    if not algorithm.parameterAsDouble(parameters, "N", context) > 0:
        raise HydrologyError("N of the storm formula must be above 0: else the rain is as heavy however long it lasts.")
    return None, GeneralFormula(*(algorithm.parameterAsDouble(parameters, name, context) for name in PARAMETERS))


def peak_ratio(own: float | None, place: Place | None) -> tuple[float, str, str]:
    """(ratio, where it is from, the same in Chinese): the peak's share of a storm, be it the user's own, that of the
    place, or the default."""
    if own is not None:
        return own, "as given", "用户给定"
    if place is not None and place.peak_ratio is not None:
        why = f"that of {place.name} ({place.peak_source.rstrip('.')})"
        return place.peak_ratio, why, place.peak_source_zh or why
    english = "the default, within the 0.3 to 0.4 of most Chinese cities: second-hand (B)"
    return PEAK_RATIO, english, "默认值，在我国多数城市的 0.3–0.4 之间：转引（B）"
