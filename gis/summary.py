"""What an assessment found, as one table of figures: written as JSON, and told by the report."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from ..hydrology.drainage.inlets import CAPACITIES, CLOGGING, COMBINED, GRATE
from ..hydrology.ponds.inventory import MIN_DEPTH
from ..hydrology.risk.grading import class_areas
from .assessment import Assessment, Outcome
from .controlline import Enclosure
from .coping import CopingZones
from .version import version

STILL = (
    "Screening only: static fill-spill-merge without pipes, infiltration or time; check on the ground.",
    "仅供筛查：静态填洼—溢流—合并，不计管道、下渗与时间；须现场核实。",
)
IN_TIME = (
    "Screening only: ponds, inlets and pipe capacities in time, without the hydraulics of surface and pipe flow; check "
    "on the ground.",
    "仅供筛查：随时间计算积水、雨水口收水与管道过流能力，不计地表与管道水力过程；须现场核实。",
)
TOP = 20  # ponding points that are listed


def summarise(
    found: Assessment,
    title: str,
    layers: Sequence[Mapping[str, object]],
    data_dates: str,
) -> dict:
    """The figures of a run, JSON's types only. `layers`: role, file and number of features of each layer given;
    `data_dates`: what is said of the age of the data.

    Outputs, control line and coping rain are added by whoever has made them.
    """
    grid, plan = found.dem.grid, found.plan
    zones, figures = found.delineation.zones, found.delineation.figures
    matrix = plan.matrix if found.combined is not None else None
    return {
        "title": title,
        "software": f"Rainshed {version()}",
        "date": date.today().isoformat(),
        "note": (IN_TIME if plan.in_time else STILL)[0],
        "note_zh": (IN_TIME if plan.in_time else STILL)[1],
        "method": "event" if plan.in_time else "static",
        "dem": {
            "file": found.dem.name,
            "crs": found.dem.crs.authid(),
            "columns": grid.columns,
            "rows": grid.rows,
            "cell": grid.cell_text,
            "valid_area_m2": grid.valid_area,
        },
        "data_dates": data_dates or None,
        "layers": list(layers),
        "runoff_coefficient": plan.coefficient,
        "loss_mm": plan.loss,
        "threshold_m": plan.threshold,
        "storm": plan.storm,
        "scheme": plan.scheme.said,
        "matrix": None if matrix is None else matrix.said,
        "conditioning": found.notes,
        "depressions": {
            "count": int(found.depressions.number.size),
            "deeper_than_m": MIN_DEPTH,
            "fill_volume_m3": found.fill_volume,
            "max_depth_m": float(found.depressions.depth.max(initial=0.0)),
        },
        "flow_paths": {"count": len(found.paths.cells), "length_m": float(found.paths.length.sum())},
        "zones": {
            "count": int(zones.number.size),
            "area_m2": found.delineation.area,
            "undrained_m2": found.delineation.undrained,
            "by_outlet": [
                {"type": kind, "id": name, "inlets": int(inlets), "area_m2": float(area)}
                for kind, name, inlets, area in zip(
                    zones.outlet_type, zones.outlet_id, zones.collectors, figures["area"]
                )
            ],
        },
        "inlets_by_outfall": found.delineation.collectors.inlets_by_outfall,
        "rains": found.by_rain,
        "combined": None if found.combined is None else {"area_m2": class_areas(found.combined, grid.cell_area)},
        "ponding_points": _points(found),
        "control_line": None,
        "coping": None,
        "findings": list(dict.fromkeys([*found.delineation.collectors.warnings, *found.warnings])),
        "presets": _presets(found),
    }


def control_figures(lines: Sequence[Enclosure], criterion: str, criterion_zh: str) -> dict:
    return {
        "criterion": criterion,
        "criterion_zh": criterion_zh,
        "polygons": len(lines),
        "area_m2": float(sum(one.area for one in lines)),
        "length_m": float(sum(one.length for one in lines)),
    }


def coping_figures(zones: CopingZones, years: np.ndarray, wet_area: float, minutes: float | None) -> dict:
    names = [one.name() for one in zones.fields]
    at = {name: names.index(name) for name in ("zone_id", "outlet_id", "area_m2")}
    known = np.isfinite(zones.cope)
    return {
        "wet_area_m2": wet_area,
        "duration_min": minutes,
        "known": int(known.sum()),
        "beyond": int(zones.beyond.sum()),
        "least_mm": float(zones.cope[known].min()) if known.any() else None,
        "zones": [
            {name: row[place] for name, place in at.items()}
            | {"cope_mm": _number(mm), "cope_years": _number(period), "note": note}
            for row, mm, period, note in zip(zones.rows, zones.cope, years, zones.notes)
        ],
    }


def write_summary(path: str, summary: dict) -> None:
    """The figures as JSON, to a thousandth."""
    with open(path, "w", encoding="utf-8") as file:
        json.dump(rounded(summary), file, ensure_ascii=False, indent=2)
        file.write("\n")


def rounded(value):
    """Figures to a thousandth; those below it, such as a balance error, to three digits."""
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(part) for part in value]
    if isinstance(value, float):
        return round(value, 3) if abs(value) >= 1e-3 else float(f"{value:.3g}")
    return value


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _points(found: Assessment) -> dict:
    """The places of deep water of the last rain, and the recorded ones."""
    last, grid, recorded = found.last, found.dem.grid, found.recorded
    transform = grid.transform
    rows, columns = np.divmod(last.points.cell[:TOP], grid.columns)
    ids = [] if recorded is None else recorded.compared
    by_area = [[]] * len(last.points) if last.match is None else last.match.places
    said = {
        "scenario": last.figures["name"],
        "scenario_zh": last.figures["name_zh"],
        "min_depth_m": found.plan.threshold,
        "points": len(last.points),
        "top": [
            {
                "rank": k + 1,
                "x": float(transform[0] + (columns[k] + 0.5) * transform[1]),
                "y": float(transform[3] + (rows[k] + 0.5) * transform[5]),
                "depth_m": float(last.points.depth[k]),
                "area_m2": float(last.points.cells[k] * grid.cell_area),
                "vol_m3": float(last.points.volume[k] * grid.cell_area),
                "recorded": ", ".join(ids[i] for i in by_area[k]) or None,
            }
            for k in range(rows.size)
        ],
        "recorded": None,
    }
    return said if last.match is None else said | _recorded(last, ids, found.plan.match_distance)


def _recorded(last: Outcome, ids: list[str], distance: float) -> dict:
    match = last.match
    return {
        "match_distance_m": distance,
        "recorded": [
            {"id": name, "hit": bool(hit), "dist_m": _number(away)}
            for name, hit, away in zip(ids, match.hit, match.distance)
        ],
        **{key: last.figures[key] for key in ("hits", "misses", "false_alarms")},
    }


def _presets(found: Assessment) -> list[dict]:
    """Every number that came out of the program and not from the user, with its source and how sure it is."""
    plan, storm = found.plan, found.plan.storm
    keys = ("name", "name_zh", "source", "source_zh", "sure", "sure_zh")
    used = [{key: plan.scheme.said.get(key) for key in keys}]
    if found.combined is not None:
        used.append({key: plan.matrix.said.get(key) for key in keys})
    if storm is not None and storm.get("source"):
        sure = {"sure": storm["reliability"], "sure_zh": storm.get("reliability_zh")}
        used.append({key: storm.get(key) for key in keys} | sure)
    if plan.in_time and found.delineation.collectors.system.inlets is not None:
        used.append(
            {
                "name": f"Inlets: {CAPACITIES[GRATE]:g} L/s a grate, {CAPACITIES[COMBINED]:g} L/s a combined inlet; "
                f"{CLOGGING:g} of it is left by leaves and litter. Taken unless the user gave others.",
                "name_zh": f"雨水口：平箅式 {CAPACITIES[GRATE]:g} L/s，联合式 {CAPACITIES[COMBINED]:g} L/s，"
                f"堵塞后余 {CLOGGING:g}；用户未给定时采用。",
                "source": "Text of a Chinese road drainage code, read in a copy.",
                "source_zh": "国内道路排水规范文本，转引自抄本。",
                "sure": "B, second-hand",
                "sure_zh": "B，转引",
            }
        )
    return used
