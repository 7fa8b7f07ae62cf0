"""What a map sheet says, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from qgis.core import Qgis

from .version import version

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
    "source": ("Source", "依据"),
    "sure": ("Reliability", "可靠性"),
    "practice": ("Practice, not a standard.", "实践值，并非标准。"),
    "standard": ("From a standard.", "引自标准。"),
    "dem": ("DEM", "数字高程模型"),
    "cell": ("Cell size", "栅格大小"),
    "crs": ("CRS", "坐标系"),
    "date": ("Date", "日期"),
    "software": ("Software", "软件"),
    "figures": ("Figures", "统计"),
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
    "findings": ("Findings in the data", "数据检查结果"),
    "systems": ("Drainage systems", "排水系统"),
    "inlets": ("Inlet", "雨水口"),
    "manholes": ("Manhole", "检查井"),
    "outfalls": ("Outfall", "排水口"),
    "pipes": ("Pipe", "雨水管道"),
    "channels": ("Channel", "河道沟渠"),
    "buildings": ("Building", "建筑物"),
}

# Words in the labels of the styles -> Chinese; a label's numbers and units stay.
LABELS_ZH = {
    "Blue 低 low": "蓝 低 Blue low",
    "Yellow 一般 moderate": "黄 一般 Yellow moderate",
    "Orange 较大 considerable": "橙 较大 Orange considerable",
    "Red 重大 major": "红 重大 Red major",
    "Strahler order 1": "斯特拉勒 1 级",
    "Strahler order 2": "斯特拉勒 2 级",
    "Strahler order 3": "斯特拉勒 3 级",
    "Strahler order 4 and more": "斯特拉勒 4 级及以上",
    "Drained, one colour a zone": "有排水出路（每区一色）",
    "Not drained: stays in a depression": "无排水出路：滞留洼地",
    "Not drained: leaves the DEM": "无排水出路：流出范围",
    "≤ 1000 m² of high ground": "高区汇水 ≤ 1000 m²",
    "1000 m² – 1 ha of high ground": "高区汇水 1000 m² – 1 ha",
    "1 – 10 ha of high ground": "高区汇水 1 – 10 ha",
    "> 10 ha of high ground": "高区汇水 > 10 ha",
    "Leaves the DEM or a sink": "流出范围或汇点",
    "Never above the threshold": "未超过阈值水深",
    "Drained when the rain ends": "雨停时已排干",
    "≤ 30 min after the rain": "雨后 30 分钟内",
    "30 – 60 min after the rain": "雨后 30 – 60 分钟",
    "1 – 2 h after the rain": "雨后 1 – 2 小时",
    "> 2 h after the rain": "雨后 2 小时以上",
    "Not drained in the time looked at": "计算时段内未排干",
    "Takes the runoff": "满足收水",
    "Too small: add up to 1": "收水不足：增设 1 个",
    "Too small: add 2 or more": "收水不足：增设 2 个及以上",
    "Its pipe is too small": "受管道限制",
    "Load ≤ 0.5": "负荷 ≤ 0.5",
    "1.0 – 1.5 overloaded": "1.0 – 1.5（超负荷）",
    "> 1.5 overloaded": "> 1.5（超负荷）",
    "Load not known": "负荷未知",
    "No bottleneck downstream": "下游无卡脖子管段",
    "First bottleneck loaded ≤ 1.5": "首个卡脖子管段负荷 ≤ 1.5",
    "Copes with the greatest rain looked at": "最大计算雨量下未积水",
    "Rain not known": "无法判定",
    "Free outfall": "自由出流",
    "Submerged outfall": "淹没出流（顶托）",
    "Water flows back": "倒灌",
    "Not known": "未知",
    "≤ 0.15 m over the ground": "高出地面 ≤ 0.15 m",
    "> 1.0 m over the ground": "高出地面 > 1.0 m",
    "Neither inlet nor pipe": "距离内既无雨水口也无管道",
    "No inlet within the distance": "距离内无雨水口",
    "No pipe within the distance": "距离内无管道",
    "one colour a zone id": "每个分区一色",
    "Ponding point, rank": "模拟积水点（序号）",
    "Ponding point with a record, rank": "与记录吻合的模拟积水点（序号）",
    "Recorded point, hit": "历史积水点：命中",
    "Recorded point, missed": "历史积水点：漏报",
    "Recorded point, not compared": "历史积水点：未比对",
    "Notice": "提示",
    "Warning": "警告",
    "Error": "错误",
    "Falls or slope not known, one colour a system": "顺坡或坡度不明（每系统一色）",
    "Pressure main": "压力管",
    "Rises along the flow": "逆坡",
}


@dataclass
class SheetInfo:
    """What the sheet says beside the map. Of several rains the last is the one that the map shows."""

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


def class_label(label: str, language: str) -> str:
    """A class of a style, in the language."""
    return LABELS_ZH.get(label, label) if language == "zh" else label


def number(value: float) -> str:
    """A number as short as it can be said: 60, 0.7, 12.5."""
    return f"{value:.6g}"


def rain(value: object, language: str) -> str:
    """The rain in mm; of several, the last is the one that the map shows."""
    if value is None or value == [] or value == ():
        return text("unknown", language)
    if not isinstance(value, (list, tuple)):
        return f"{number(value)} mm"
    amounts = [number(amount) for amount in value]
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


def scenario_rows(info: SheetInfo, crs: str) -> list[Row]:
    """What the sheet says of the scenario and its sources; `crs` where the info names none."""
    language = info.language

    def word(key: str) -> str:
        return text(key, language)

    rows = [Row(word("rain"), rain(info.rain_mm, language), True)]
    if info.runoff_coefficient is not None:
        rows.append(Row(word("runoff"), number(info.runoff_coefficient)))
    if info.loss_mm is not None:
        rows.append(Row(word("loss"), f"{number(info.loss_mm)} mm"))
    rows += [Row(label, value) for label, value in info.figures]
    if info.scheme:
        rows += _scheme_rows(info.scheme, language)
    dem = ", ".join(part for part in (info.dem, info.cell) if part)
    for key, value in (("dem", dem), ("crs", info.crs or crs), ("date", info.date)):
        rows.append(Row(word(key), value or word("unknown")))
    rows.append(Row(word("software"), f"Rainshed {version()} (QGIS {Qgis.QGIS_VERSION.split('-')[0]})"))
    return rows


def _scheme_rows(scheme: dict, language: str) -> list[Row]:
    def word(key: str) -> str:
        return text(key, language)

    def said(key: str) -> str:
        chinese = scheme.get(f"{key}_zh") if language == "zh" else ""
        return str(chinese or scheme.get(key) or "")

    rows = [Row(word("scheme"), said("name"), True)]
    breaks = scheme.get("breaks")
    if breaks and all(isinstance(value, (int, float)) for value in breaks):
        limits = " / ".join(_limit(value) for value in breaks)
        rows.append(Row(word("limits"), f"{limits} {scheme.get('unit', '')}".strip()))
    elif said("limits"):
        rows.append(Row(word("limits"), said("limits")))
    graded = scheme.get("graded_by")
    if isinstance(graded, dict):
        used = [f"{word(name) if name in TEXTS else name} ({file})" for name, file in graded.items()]
        rows.append(Row(word("graded"), ("、" if language == "zh" else ", ").join(used)))
    rows.append(Row(word("source"), said("source") or word("unknown")))
    sure = said("sure")
    kind = word("standard" if scheme.get("standard") else "practice")
    rows.append(Row(word("sure"), sure if sure.startswith(kind.rstrip(".。")) else f"{kind} {sure}".strip()))
    return rows
