"""rainshed:designstorm."""

from __future__ import annotations

import numpy as np

from ...gis.storm import Place, write_storm
from ...gis.storm_page import write_page
from ...hydrology.errors import HydrologyError
from ...hydrology.storm.chicago import BLOCK, CHICAGO, PEAK_RATIO, design_hyetograph
from ...hydrology.storm.hyetograph import Hyetograph
from ...hydrology.storm.intensity import FormulaStorm
from ..base import RainshedAlgorithm
from ..run import Run
from .formula import PARAMETERS, add_city, add_formula, peak_ratio, read_formula


class DesignStorm(RainshedAlgorithm):
    """Makes a design storm of a storm formula, and finds the return period of a depth."""

    NAME = "designstorm"
    TITLE = "Design storm"
    GROUP = "storm"
    TAGS = ("hyetograph", "Chicago", "return period", "IDF", "设计暴雨", "暴雨强度公式", "芝加哥雨型", "重现期")
    ENDINGS = {"OUTPUT_HTML": (".html", ".htm")}
    BYTES_PER_CELL = 0  # it works on no raster

    def define(self) -> None:
        add_city(self)
        add_formula(self)
        self.add_number("DURATION", "Duration (min)", 120.0, 1.0, 10_080.0)
        self.add_number("STEP", "Step (min)", 5.0, 0.05)
        label = f"Where the peak lies, as a share of the duration (empty = the city's, else {PEAK_RATIO:g})"
        self.add_number("PEAK_RATIO", label, None, 0.0, 1.0, optional=True)
        self.add_choice("SHAPE", "Shape", [CHICAGO, BLOCK])
        self.add_number("DEPTH", "Depth whose return period is sought (mm)", None, 0.0, optional=True)
        self.add_vector_output("OUTPUT", "Design storm (table)", "table")
        self.add_file_output("OUTPUT_HTML", "Plot of the storm", "HTML (*.html)", skippable=True)
        self.add_number_output("TOTAL_MM", "Depth of the storm (mm)")
        self.add_number_output("PEAK_MMH", "Greatest intensity of a step (mm/h)")
        self.add_number_output("RETURN_PERIOD_A", "Return period (years)")

    def check(self, parameters, context) -> None:
        given = {name for name, value in parameters.items() if value not in (None, "")}
        if not given & {"CITY", *PARAMETERS}:
            raise HydrologyError(
                "No storm formula is given: give CITY, or A1, C, B and N (no city is taken as default)."
            )
        _, formula = read_formula(self, parameters, context, PARAMETERS)
        minutes = self.parameterAsDouble(parameters, "DURATION", context)
        if not given & {"RETURN_PERIOD", "DEPTH"}:
            raise HydrologyError("RETURN_PERIOD is not given and has no default: give it, or the DEPTH of the storm.")
        if "RETURN_PERIOD" in given:
            formula.at(self.parameterAsDouble(parameters, "RETURN_PERIOD", context))(np.array([minutes]))
        if "DEPTH" in given:
            formula.return_periods(self.parameterAsDouble(parameters, "DEPTH", context), minutes)

    def compute(self, run: Run) -> None:
        work, write, draw = run.progress.steps(("Working the storm", 2), ("Writing the table", 2), ("Drawing", 2))
        work.update(0)
        place, formula = read_formula(self, run.parameters, run.context, PARAMETERS)
        minutes, shape = run.number("DURATION"), run.choice("SHAPE")
        if place is not None:
            run.tell(*place.told(minutes))
        work.update(0.3)
        sought = run.number("RETURN_PERIOD")
        if run.given("DEPTH"):
            depth = run.number("DEPTH")
            sought, *others = formula.return_periods(depth, minutes)
            run.log(f"{depth:g} mm in {minutes:g} min: a return period of {sought:.6g} years.")
            if others:
                also = " and ".join(f"{p:.6g}" for p in others)
                run.warn(f"The formula gives {depth:g} mm at {also} years as well: it jumps between its intervals.")
        work.update(0.6)
        period = run.number("RETURN_PERIOD") if run.given("RETURN_PERIOD") else sought
        storm = formula.at(period)
        own = run.number("PEAK_RATIO") if run.given("PEAK_RATIO") else None
        ratio, why, _ = peak_ratio(own, place)
        rain = design_hyetograph(storm, minutes, run.number("STEP"), shape, ratio)
        run.log(
            f"Design storm: P = {period:.6g} years, {rain.total_mm:.3f} mm in {minutes:g} min; q = A / (t + b)^n with "
            f"A = {storm.strength:.6g}, b = {storm.b:.6g}, n = {storm.n:.6g} is {float(storm(minutes)):.2f} L/s per ha."
        )
        if shape == CHICAGO:
            run.log(f"The peak lies at {ratio:g} of the duration: {why}.")
        work.update(1)
        write_storm(run.target("OUTPUT"), rain, run.context.transformContext(), write)
        draw.update(0)
        if run.wants("OUTPUT_HTML"):
            rows = _rows(run, place, storm, rain, shape, ratio, why)
            warning = "" if place is None or place.verified else place.label
            write_page(run.target("OUTPUT_HTML"), rows, rain, warning)
        draw.update(0.5)
        run.results |= {
            "TOTAL_MM": rain.total_mm,
            "PEAK_MMH": float(rain.rates.max() * 3.6e6),
            "RETURN_PERIOD_A": float(sought),
        }


def _rows(
    run: Run, place: Place | None, storm: FormulaStorm, rain: Hyetograph, shape: str, ratio: float, why: str
) -> list[tuple[str, str]]:
    """What the page says of the storm."""
    if place is None:
        words = ", ".join(f"{name} = {run.number(name):g}" for name in PARAMETERS)
        rows = [("Formula 暴雨强度公式", f"q = 167 A1 (1 + C lg P) / (t + b)^n: {words}")]
    else:
        note = f" {place.note}" if place.note else ""
        rows = [
            ("Formula 暴雨强度公式", f"{place.name} {place.name_zh} ({place.id})"),
            ("Source 来源", place.source),
            ("Reliability 可靠性", place.reliability + "." + note),
        ]
    minutes = run.number("DURATION")
    rows += [
        ("Return period 重现期", f"{storm.return_period:.6g} years"),
        ("Intensity 雨强", f"q = {storm.strength:.6g} / (t + {storm.b:.6g})^{storm.n:.6g}, L/s per ha, t in min"),
        ("Duration, step 历时、步长", f"{minutes:g} min, {run.number('STEP'):g} min"),
        ("Shape 雨型", "block: even rain" if shape == BLOCK else f"chicago, peak at {ratio:g} of the duration: {why}."),
        ("Rain 雨量", f"{rain.total_mm:.3f} mm"),
        ("Greatest step 最大雨强", f"{rain.rates.max() * 3.6e6:.2f} mm/h"),
    ]
    return rows
