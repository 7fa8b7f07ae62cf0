"""rainshed:copingrain."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np

from ...gis.coping import measure_zones, write_coping_zones
from ...gis.products import Frame
from ...gis.raster import grid_of, read_tags, read_values
from ...hydrology.errors import HydrologyError
from ...hydrology.risk.coping import WET_AREA, cells_of_area
from ...hydrology.storm.formula import years_of
from ...hydrology.storm.intensity import return_period_of
from ..base import RainshedAlgorithm
from ..run import Run
from ..storm.formula import PARAMETERS, add_city, add_formula, read_formula

STORM = (*PARAMETERS, "DURATION")


class CopingRain(RainshedAlgorithm):
    """Finds the rain that every zone copes with."""

    NAME = "copingrain"
    TITLE = "Rain that zones cope with"
    GROUP = "risk"
    TAGS = ("capacity", "return period", "drainage zones", "assessment", "可应对降雨量", "重现期")
    STYLES = {"OUTPUT": "coping_zones"}
    BYTES_PER_CELL = 20

    def define(self) -> None:
        self.add_raster("RAINTOFLOOD", "Rain to flood (mm)", optional=False)
        self.add_vector("ZONES", "Zones", "polygon", optional=False)
        self.add_number("WET_AREA", "Flooded area that a zone no longer copes with (m2)", WET_AREA)
        add_formula(self, PARAMETERS)
        self.add_number("DURATION", "Duration of the rain, for its return period (min)", None, 0.0, optional=True)
        self.add_vector_output("OUTPUT", "Rain that zones cope with")
        self.add_number_output("ZONES_KNOWN", "Zones whose rain is known")
        self.add_number_output("ZONES_BEYOND", "Zones not flooded up to the greatest rain of the raster")
        self.add_number_output("LEAST_MM", "Least rain that a zone copes with (mm)")
        add_city(self)

    def check(self, parameters, context) -> None:
        given = [name for name in STORM if parameters.get(name) not in (None, "")]
        if parameters.get("CITY") not in (None, ""):
            read_formula(self, parameters, context, PARAMETERS)  # refuses a second formula and unknown places
            if not self.parameterAsDouble(parameters, "DURATION", context) > 0:
                raise HydrologyError("CITY needs a DURATION above 0 min, in which the rain of a zone falls.")
            return
        if not given:
            return
        if len(given) < len(STORM):
            missing = [name for name in STORM if name not in given]
            raise HydrologyError(
                f"For return periods {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing: give A1, C, "
                "B, N and DURATION of the place's storm formula, or CITY and DURATION (no city is the default), or "
                "none of them."
            )
        storm = {name: self.parameterAsDouble(parameters, name, context) for name in STORM}
        return_period_of(1.0, storm["DURATION"], storm["A1"], storm["C"], storm["B"], storm["N"])

    def compute(self, run: Run) -> None:
        read, measure, write = run.progress.steps(("Reading", 3), ("Measuring the zones", 5), ("Writing", 2))
        layer = run.raster("RAINTOFLOOD")
        zones = run.required("ZONES")
        grid = grid_of(layer, "RAINTOFLOOD")
        rain = read_values(layer, 1, "RAINTOFLOOD", read.part(0, 0.7))
        if np.nanmin(rain, initial=0.0) < 0:
            raise HydrologyError(
                f"RAINTOFLOOD {layer.name()} holds negative values: take the output of raintoflood, not a DEM."
            )
        read.update(1)
        tags = read_tags(layer)
        limit = _greatest_rain(tags, rain)
        wet_cells = cells_of_area(run.number("WET_AREA"), grid.cell_area)
        run.log(
            f"A zone copes with a rain as long as fewer than {wet_cells:,} of its cells "
            f"({wet_cells * grid.cell_area:g} m2) are flooded{_flooded(tags)}; the raster looks up to {limit} mm."
        )
        context = run.context.transformContext()
        found = measure_zones(zones, rain, grid, layer.crs(), context, wet_cells, limit, measure)
        run.tell((), found.warnings)
        years = np.full(found.cope.size, np.nan)
        if run.given("A1") or run.given("CITY"):
            place, formula = read_formula(self, run.parameters, run.context, PARAMETERS)
            minutes = run.number("DURATION")
            if place is not None:
                run.tell(*place.told(minutes))
            years, outside = years_of(formula, found.cope, minutes)
            if outside:
                run.warn(
                    f"{outside} zones cope with a rain outside the {formula.low:g} to {formula.high:g} years that the "
                    "formula is published for: their cope_years is empty."
                )
        else:
            run.log("cope_years stays empty: no storm formula (A1, C, B, N, or CITY, and DURATION) is given.")
        beyond = int(np.count_nonzero(found.beyond))
        if beyond:
            run.warn(f"{beyond} zones are not flooded up to {limit} mm: their cope_mm is empty, and cope_note says so.")
        known = np.isfinite(found.cope)
        run.results |= {
            "ZONES_KNOWN": int(np.count_nonzero(known)),
            "ZONES_BEYOND": beyond,
            "LEAST_MM": float(np.min(found.cope[known], initial=math.inf if known.any() else float(limit))),
        }
        frame = Frame(replace(grid, valid=~np.isnan(rain)), layer.crs(), context)
        write_coping_zones(run.target("OUTPUT"), frame, found, years, write)


def _greatest_rain(tags: dict[str, str], rain: np.ndarray) -> str:
    """The greatest rain (mm) that the raster was made for; of one that does not say it, the greatest that it holds."""
    said = tags.get("RAINSHED_MAX_RAIN_MM")
    if said is None:
        said = json.loads(tags.get("RAINSHED_PARAMETERS", "{}")).get("MAX_RAIN")
    try:
        return f"{float(said):g}"
    except (TypeError, ValueError):
        return f"{np.nanmax(rain, initial=0.0):g}"


def _flooded(tags: dict[str, str]) -> str:
    """What the raster counts as flooded, where it says it."""
    depth = tags.get("RAINSHED_MIN_DEPTH_M")
    return f" more than {depth} m deep" if depth else ""
