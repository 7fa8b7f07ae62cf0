"""What a map sheet says, in English and in Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from qgis.core import Qgis

from ..hydrology.risk.schemes import UNITS
from .language import said as in_language
from .version import version

_AMOUNT_IN_TIME = re.compile(r"([\d.,]+) mm in ([\d.,]+) min")

TEXTS = {
    "subtitle": ("Urban waterlogging analysis", "城市内涝分析"),
    "legend": ("Legend", "图例"),
    "features": ("Network and base map", "管网与底图"),
    "scenario": ("Scenario and sources", "情景与数据来源"),
    "rain": ("Rain", "降雨量"),
    "last": ("this map", "本图"),
    "runoff": ("Runoff coefficient", "径流系数"),
    "loss": ("Loss", "损失量"),
    "scheme": ("Risk scheme", "分级方案"),
    "limits": ("Limits", "分级界限"),
    "graded": ("Graded by", "分级所用数据"),
    "depth": ("depth", "水深"),
    "duration": ("duration", "历时"),
    "velocity": ("velocity", "流速"),
    "depth_velocity": ("depth x velocity", "水深×流速"),
    "hazard_rating": ("hazard rating", "危险度"),
    "source": ("Source", "依据"),
    "sure": ("Reliability", "可靠性"),
    "practice": ("Practice, not a standard.", "实践值，并非标准。"),
    "standard": ("From a standard.", "引自标准。"),
    "dem": ("DEM", "数字高程模型"),
    "cell": ("Cell size", "栅格大小"),
    "crs": ("CRS", "坐标系"),
    "data_dates": ("Data dates", "数据日期"),
    "date": ("Date of the map", "制图日期"),
    "storm": ("Storm", "设计暴雨"),
    "still": ("depths alone, without a duration", "仅雨量，不计历时"),
    "no_storm": ("return period, duration and formula not recorded", "重现期、历时与暴雨公式未记录"),
    "duration_of": ("duration {} min", "历时 {} min"),
    "matrix": ("Risk matrix", "风险矩阵"),
    "corner": ("Likelihood \\ severity", "可能性＼严重程度"),
    "years": ("a", "年"),
    "zone_title": ("{} · Zone {} ({})", "{} · 分区 {}（{}）"),
    "zone_area": ("Area of the zone", "分区面积"),
    "software": ("Software", "软件"),
    "unknown": ("not recorded", "未记录"),
    "screening": ("Screening only / 仅供筛查", "仅供筛查 / Screening only"),
    "caution": (
        "Shows where to look first. It replaces neither a hydraulic model nor a survey.",
        "用于初步识别内涝隐患，不能替代水力模型或实地勘测。",
    ),
}

# Kind of layer (role or style) -> title in the legend.
LEGEND_TITLES = {
    "risk": ("Inundation risk", "内涝风险等级"),
    "risk_zones": ("Risk zones", "灾害风险区"),
    "control_areas": ("Area within the control line", "洪涝风险控制线范围"),
    "control_lines": ("Flood risk control line", "洪涝风险控制线"),
    "ponding_points": ("Ponding points, rank by volume", "积水点（按积水量排序）"),
    "recorded_points": ("Recorded ponding points", "历史积水点"),
    "depth": ("Water depth (m)", "积水深度（m）"),
    "fill_depth": ("Depth of depressions (m)", "洼地深度（m）"),
    "floodprobability": ("Flood probability", "积水概率"),
    "raintoflood": ("Rain to flood (mm)", "致涝雨量（mm）"),
    "runoff": ("Runoff (mm)", "径流深（mm）"),
    "duration": ("Duration above the threshold", "超过阈值水深的历时"),
    "start": ("Start of ponding", "积水开始时间"),
    "event_ponds": ("Ponds, drained after the rain", "积水区雨后排干时间"),
    "level": ("Water level (m)", "水位（m）"),
    "ponds": ("Ponds, greatest depth (m)", "积水区最大水深（m）"),
    "depressions": ("Depressions, volume (m³)", "洼地容积（m³）"),
    "pour_points": ("Pour point", "溢出点"),
    "flowpaths": ("Flow paths", "地表径流路径"),
    "traces": ("Way downstream", "下游路径"),
    "upstream": ("Upstream area", "上游汇水区"),
    "backwater": ("Outfalls and receiving water", "排水口与受纳水位"),
    "backflow": ("Manholes flooded back", "倒灌检查井"),
    "inlet_limits": ("Limits of inlets", "雨水口收水能力"),
    "capacity": ("Load of pipes", "管道负荷（设计流量/过流能力）"),
    "bottlenecks": ("First bottleneck of zones", "分区下游首个卡脖子管段"),
    "coping_zones": ("Rain that zones cope with (mm)", "可应对降雨量（mm）"),
    "cutoff_zones": ("Zones cut off", "自排受阻分区"),
    "zones": ("Drainage zones", "排水分区"),
    "interception": ("Interception line, high runoff into low ground", "截流线（高水汇入低区）"),
    "zones_raster": ("Drainage zones", "排水分区"),
    "gaps": ("Gaps of the drainage network", "管网空白区"),
    "accumulation": ("Upstream area", "汇水面积"),
    "direction": ("Flow direction", "水流方向"),
    "page_zone": ("Zone of this page", "本页分区"),
    "all_zones": ("Boundaries of zones", "分区界线"),
    "findings": ("Findings in the data", "数据检查结果"),
    "systems": ("Drainage systems", "排水系统"),
    "inlets": ("Inlet", "雨水口"),
    "manholes": ("Manhole", "检查井"),
    "outfalls": ("Outfall", "排水口"),
    "pipes": ("Pipe", "雨水管道"),
    "channels": ("Channel", "河道沟渠"),
    "buildings": ("Building", "建筑物"),
}


CLASS_LABELS = {
    "blue": "Blue 低 low",
    "yellow": "Yellow 一般 moderate",
    "orange": "Orange 较大 considerable",
    "red": "Red 重大 major",
}


@dataclass
class SheetInfo:
    """What the sheet says beside the map.

    rain_mm : of several rains the last is the one that the map shows. storm : its return period, duration and formula
    in words. scenarios : (name, text) of each where the map is made of several; they stand in place of the rain.
    matrix : how likelihood and severity gave the classes, as `gis.sheet_info.check_matrix` wants it.
    """

    title: str
    rain_mm: float | Sequence[float] | None = None
    runoff_coefficient: float | None = None
    loss_mm: float | None = None
    scheme: dict | None = None
    cell: str = ""
    dem: str = ""
    date: str = field(default_factory=lambda: date.today().isoformat())
    language: str = "en"
    crs: str = ""
    figures: Sequence[tuple[str, str]] = ()
    data_dates: str = ""
    storm: str = ""
    scenarios: Sequence[tuple[str, str]] | None = None
    matrix: dict | None = None


@dataclass
class Row:
    """One item of the scenario block."""

    key: str
    value: str
    bold: bool = False


def text(key: str, language: str) -> str:
    """The text `key` in the language, `zh` or `en`."""
    return TEXTS[key][language == "zh"]


def legend_title(kind: str, name: str, language: str) -> str:
    """The legend's title of a layer of this kind, else the layer's own name."""
    titles = LEGEND_TITLES.get(kind)
    return titles[language == "zh"] if titles else name


def class_name(colour: str, language: str) -> str:
    """A risk class in both languages, that of the sheet first."""
    return in_language(CLASS_LABELS[colour], language)


def said(about: dict, key: str, language: str) -> str:
    """What is said under a key, in Chinese if the sheet is and there is such a text."""
    chinese = about.get(f"{key}_zh") if language == "zh" else ""
    return str(chinese or about.get(key) or "")


def return_period(limits: dict, language: str) -> str:
    """The return periods of a likelihood: "≤ 5 a", "5 – 20 a", "> 100 a"; an upper limit belongs to it."""
    low, high, unit = limits.get("above"), limits.get("to"), text("years", language)
    if low is not None and high is not None:
        return f"{number(low)} – {number(high)} {unit}"
    return f"> {number(low)} {unit}" if low is not None else f"≤ {number(high)} {unit}"


def scenario_text(told: str, language: str) -> str:
    """A scenario in the sheet's language: "65.3 mm in 120 min" is said so in Chinese too."""
    return _AMOUNT_IN_TIME.sub(r"\2 min 降雨 \1 mm", told) if language == "zh" else told


def scenario_name(name: str, language: str) -> str:
    """The name of a scenario in the sheet's language: rasters carry the English one, as in "113 mm, beyond"."""
    beyond = ", beyond"
    return f"{name[: -len(beyond)]}（超标准）" if language == "zh" and name.endswith(beyond) else name


def number(value: float) -> str:
    """A number as short as it can be said: 60, 0.7, 12.5."""
    return f"{value:.6g}"


def rain(value: object, language: str) -> str:
    """The rain in mm; of several, the last is the one that the map shows."""
    if value is None or value == [] or value == ():
        return text("unknown", language)
    if not isinstance(value, (list, tuple)):
        return f"{number(round(value, 2))} mm"
    amounts = [number(round(amount, 2)) for amount in value]
    if len(amounts) == 1:
        return f"{amounts[0]} mm"
    separator, colon = ("、", "：") if language == "zh" else (", ", ": ")
    return f"{separator.join(amounts)} mm ({text('last', language)}{colon}{amounts[-1]} mm)"


def _limit(value: float) -> str:
    """A limit with two decimals, or with as many as it has."""
    return f"{value:.2f}" if abs(value - round(value, 2)) < 1e-9 and value < 10 else number(value)


def ranges(breaks: list[float], unit: str) -> list[str]:
    """The span of each class above the first break: a value equal to a break belongs to the higher class."""
    shown = [_limit(value) for value in breaks]
    return [*(f"{low} – {high} {unit}" for low, high in zip(shown, shown[1:])), f"≥ {shown[-1]} {unit}"]


def span(limits: dict, unit: str) -> str:
    """What a rule spans by its limits from or above, and below or to: "0.10 – 0.30 m", "≥ 0.60 m", "< 0.75"."""
    low, high = limits.get("from", limits.get("above")), limits.get("below", limits.get("to"))
    if low is not None and high is not None:
        shown = f"{_limit(low)} – {_limit(high)}"
    elif low is not None:
        shown = f"{'≥' if 'from' in limits else '>'} {_limit(low)}"
    else:
        shown = f"{'≤' if 'to' in limits else '<'} {_limit(high)}"
    return f"{shown} {unit}".strip()


def limits_said(scheme: dict, language: str) -> str:
    """The line of limits that a scheme gives, else its rules in words; a map without limits says nothing."""
    given = said(scheme, "limits", language)
    if given or not isinstance(scheme.get("rules"), list):
        return given
    comma, end = ("，", "；") if language == "zh" else (", ", "; ")
    rules = []
    for rule in scheme["rules"]:
        limited = [
            f"{text(name, language) if name in TEXTS else name.replace('_', ' ')} {span(rule[name], UNITS[name])}"
            for name in rule
            if name in UNITS and isinstance(rule[name], dict)
        ]
        colour = class_name(rule["class"], language).split()[0]
        rules.append(f"{colour if language == 'zh' else colour.lower()}: {comma.join(limited)}")
    return end.join(rules)


def scenario_rows(info: SheetInfo, crs: str) -> list[Row]:
    """What the sheet says of the scenario and its sources; `crs` where the info names none."""
    language = info.language

    def word(key: str) -> str:
        return text(key, language)

    if info.scenarios:
        rows = [
            Row(scenario_name(name, language), scenario_text(told, language), True) for name, told in info.scenarios
        ]
        rows += [Row(word("storm"), info.storm)] if info.storm else []
    else:
        rows = [Row(word("rain"), rain(info.rain_mm, language), True)]
        rows.append(Row(word("storm"), info.storm or word("no_storm")))
    if info.runoff_coefficient is not None:
        rows.append(Row(word("runoff"), number(info.runoff_coefficient)))
    if info.loss_mm is not None:
        rows.append(Row(word("loss"), f"{number(info.loss_mm)} mm"))
    rows += [Row(label, value) for label, value in info.figures]
    if info.scheme:
        rows += _scheme_rows(info.scheme, language)
    dem = ", ".join(part for part in (info.dem, info.cell) if part)
    for key, value in (("dem", dem), ("crs", info.crs or crs)):
        rows.append(Row(word(key), value or word("unknown")))
    rows.append(Row(word("data_dates"), info.data_dates or word("unknown")))
    rows.append(Row(word("date"), info.date))
    rows.append(Row(word("software"), f"Rainshed {version()} (QGIS {Qgis.QGIS_VERSION.split('-')[0]})"))
    return rows


def _scheme_rows(scheme: dict, language: str) -> list[Row]:
    def word(key: str) -> str:
        return text(key, language)

    rows = [Row(word("scheme"), said(scheme, "name", language), True)]
    breaks = scheme.get("breaks")
    if breaks and all(isinstance(value, (int, float)) for value in breaks):
        limits = " / ".join(_limit(value) for value in breaks)
        rows.append(Row(word("limits"), f"{limits} {scheme.get('unit', '')}".strip()))
    elif limits_said(scheme, language):
        rows.append(Row(word("limits"), limits_said(scheme, language)))
    graded = scheme.get("graded_by")
    if isinstance(graded, dict):
        used = [f"{word(name) if name in TEXTS else name} ({file})" for name, file in graded.items()]
        rows.append(Row(word("graded"), ("、" if language == "zh" else ", ").join(used)))
    rows.append(Row(word("source"), said(scheme, "source", language) or word("unknown")))
    sure = said(scheme, "sure", language)
    kind = word("standard" if scheme.get("standard") else "practice")
    rows.append(Row(word("sure"), sure if sure.startswith(kind.rstrip(".。")) else f"{kind} {sure}".strip()))
    return rows
