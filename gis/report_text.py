"""What the report of an assessment says, in English and in Chinese, and how it says figures."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from .sheet_text import LEGEND_TITLES
from .sheet_text import TEXTS as SHEET_TEXTS

TEXTS = {
    # The head
    "subtitle": ("Waterlogging assessment", "城市内涝评估报告"),
    "screening": ("Screening only", "仅供筛查"),
    "software": ("Software", "软件"),
    "date": ("Date", "日期"),
    "method": ("Method", "方法"),
    "method_static": ("static: filling, spilling, merging", "静态：填洼、溢流、合并"),
    "method_event": ("in time, with inlets and pipes", "按时间过程，计雨水口与管道"),
    "greatest_rain": ("Under the greatest rain looked at: {name}", "计算的最大降雨：{name}"),
    "rain_in": ("{depth} in {minutes}", "{minutes} 降雨 {depth}"),
    "tile_wet": ("under water", "积水面积"),
    "tile_high": ("orange and red together", "橙、红两级面积合计"),
    "tile_depth": ("greatest depth", "最大积水深度"),
    "tile_longest": ("longest time deeper than {threshold}", "水深超过 {threshold} 的最长历时"),
    "tile_longest_plain": ("longest time under water", "最长积水历时"),
    "tile_stored": ("standing water", "滞留水量"),
    "tile_points": ("ponding points", "积水点数"),
    "tile_hits": ("recorded points found", "历史积水点命中"),
    "tile_cope": ("the least rain that a zone copes with, without its network", "分区可应对降雨量的最小值（不计管网）"),
    "tile_line": ("within the control line", "风险控制线内面积"),
    "of": ("{part} of {all}", "{part} / {all}"),
    # Scenarios
    "scenarios": ("Scenarios", "降雨情景"),
    "scenario": ("Scenario", "情景"),
    "kind": ("Rain from", "降雨来源"),
    "kind_given": ("given", "用户给定"),
    "kind_return_period": ("return period", "重现期"),
    "kind_beyond": ("beyond the design standard", "超标准降雨"),
    "rain": ("Rain (mm)", "降雨量（mm）"),
    "duration": ("Duration (min)", "历时（min）"),
    "return_period": ("Return period (years)", "重现期（年）"),
    "likelihood": ("Likelihood", "可能性"),
    "wet_area": ("Under water", "积水面积"),
    "ponds": ("Ponds", "积水区数"),
    "max_depth": ("Greatest depth (m)", "最大水深（m）"),
    "longest": ("Longest time deeper than {threshold} (min)", "超过 {threshold} 的最长历时（min）"),
    "longest_plain": ("Longest time (min)", "最长历时（min）"),
    "not_drained": ("Not drained in the end", "结束时未排干面积"),
    "classes": ("Area of the risk classes", "各风险等级面积"),
    "all_classes": ("Together", "合计"),
    "shares": ("Shares", "构成"),
    "blue": ("Blue, low", "蓝（低）"),
    "yellow": ("Yellow, moderate", "黄（一般）"),
    "orange": ("Orange, considerable", "橙（较大）"),
    "red": ("Red, major", "红（重大）"),
    "runoff": ("Runoff coefficient", "径流系数"),
    "loss": ("Loss", "损失量"),
    "threshold": ("Depth above which time counts", "计算历时的水深阈值"),
    "storm": ("Design storm", "设计暴雨"),
    "formula": ("Storm formula", "暴雨强度公式"),
    "shape": ("Shape", "雨型"),
    "shape_chicago": ("Chicago pattern", "芝加哥雨型"),
    "shape_block": ("even rain", "均匀降雨"),
    "peak": ("Peak at", "雨峰系数"),
    "peak_of": ("{share} of the duration", "{share}"),
    "peak_source": ("Source of the peak's place", "雨峰系数依据"),
    "step": ("Step", "时间步长"),
    "storm_duration": ("Duration", "降雨历时"),
    "source": ("Source", "依据"),
    "sure": ("Reliability", "可靠性"),
    "note": ("Note", "备注"),
    "sure_A": ("A: read in the source", "A：读自原始依据"),
    "sure_B": ("B: second-hand", "B：转引"),
    "sure_unverified": ("unverified", "未经核实"),
    # Pictures
    "maps": ("Maps", "图件"),
    # Likelihood and severity
    "matrix": ("Likelihood and severity", "可能性与严重程度矩阵"),
    "severity": ("Severity", "严重程度"),
    "years_to": ("up to {to} years", "≤ {to} 年"),
    "years_between": ("above {above}, up to {to} years", "{above} – {to} 年（不含 {above} 年）"),
    "years_above": ("above {above} years", "> {above} 年"),
    "combined": ("Combined risk of all scenarios", "各情景综合风险"),
    "class": ("Class", "等级"),
    "area": ("Area", "面积"),
    "share_of_area": ("Share of the area", "占评估范围"),
    "not_combined": ("Combined areas: not computed.", "综合风险面积：未计算。"),
    # The ledger
    "ledger": ("Water ledger", "水量平衡"),
    "ledger_note": (
        "Water in = standing + inlets + infiltrated + pumped + left the area. Volumes in m³; the error is what does "
        "not close, as a share of the water in.",
        "进水量 = 滞留 + 雨水口收水 + 下渗 + 抽排 + 流出。水量单位为 m³；误差为不闭合量占进水量的比例。",
    ),
    "water_in": ("Water in", "进水量"),
    "stored": ("Standing", "滞留"),
    "inlet": ("Inlets", "雨水口收水"),
    "infiltrated": ("Infiltrated", "下渗"),
    "pumped": ("Pumped", "抽排"),
    "outflow": ("Left the area", "流出"),
    "closing": ("Error", "误差"),
    # Ponding points
    "points": ("Ponding points", "积水点"),
    "points_of": (
        "Scenario {name}: places deeper than {depth}, ordered by volume.",
        "情景 {name}：水深超过 {depth} 的积水点，按积水量排序。",
    ),
    "points_of_plain": ("Places under water, ordered by volume.", "积水点，按积水量排序。"),
    "rank": ("Rank", "序号"),
    "depth": ("Depth (m)", "水深（m）"),
    "volume": ("Volume (m³)", "积水量（m³）"),
    "recorded_here": ("Recorded", "历史记录"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "recorded": ("Recorded ponding points", "历史积水点比对"),
    "recorded_note": (
        "A recorded point is hit if such a place lies within {distance}.",
        "历史积水点 {distance} 内有模拟积水点者为命中。",
    ),
    "id": ("Id", "编号"),
    "result": ("Result", "结果"),
    "hit": ("hit", "命中"),
    "missed": ("missed", "漏报"),
    "distance": ("Distance (m)", "距离（m）"),
    "hits": ("Hits", "命中"),
    "misses": ("Misses", "漏报"),
    "false_alarms": ("Without a record", "无记录对应"),
    "points_count": ("Points", "积水点数"),
    # Control line
    "line": ("Flood risk control line", "洪涝风险控制线"),
    "criterion": ("Encloses", "圈定条件"),
    "polygons": ("Areas", "区块数"),
    "enclosed": ("Enclosed area", "圈定面积"),
    "line_length": ("Length of the line", "线长"),
    # Coping
    "coping": ("Rain that zones cope with", "分区可应对降雨量"),
    "coping_note": (
        "The greatest rain at which less than {area} of a zone is flooded, without inlets and pipes: what they carry "
        "away comes on top.",
        "不计雨水口与管道、分区内积水面积不足 {area} 时的最大降雨量；管网排走的水量未计入。",
    ),
    "coping_minutes": ("Return periods are those of this depth in {minutes}.", "重现期按 {minutes} 历时计。"),
    "coping_known": (
        "Zones whose rain is known: {known}. Not flooded under the greatest rain looked at: {beyond}.",
        "已求得可应对降雨量的分区：{known} 个；最大计算雨量下未积水的分区：{beyond} 个。",
    ),
    "coping_least": ("Least: {least}.", "最小值：{least}。"),
    "zone": ("Zone", "分区"),
    "outlet": ("Outlet", "出口"),
    "cope_mm": ("Copes with (mm)", "可应对雨量（mm）"),
    "cope_years": ("Return period (years)", "重现期（年）"),
    # Zones
    "zones": ("Drainage zones", "排水分区"),
    "zones_sum": (
        "{count} zones, {area} in all. {undrained} of it reaches no inlet, outfall or channel.",
        "共 {count} 个分区，总面积 {area}；其中 {undrained} 不汇入任何雨水口、排水口或沟渠。",
    ),
    "zones_sum_plain": ("{count} zones, {area} in all.", "共 {count} 个分区，总面积 {area}。"),
    "outlet_type": ("Drains to", "排向"),
    "outlet_inlet": ("inlet", "雨水口"),
    "outlet_node": ("node", "检查井"),
    "outlet_outfall": ("outfall", "排水口"),
    "outlet_channel": ("channel", "沟渠"),
    "outlet_depression": ("depression", "洼地"),
    "outlet_edge": ("edge of the DEM", "范围边界"),
    "inlets": ("Inlets", "雨水口数"),
    "by_outfall": ("Inlets by outfall", "各排水口所接雨水口"),
    "outfall": ("Outfall", "排水口"),
    "no_outfall": ("reach none", "不通排水口"),
    # Depressions and paths
    "surface": ("Depressions and flow paths", "洼地与径流路径"),
    "depressions": ("Depressions", "洼地数"),
    "deeper_than": ("{count} deeper than {depth}", "{count} 个（深度超过 {depth}）"),
    "fill_volume": ("Volume to fill all", "填满总容积"),
    "deepest": ("Greatest depth", "最大深度"),
    "paths": ("Flow paths", "径流路径"),
    "path_length": ("{count}, {length} in all", "{count} 条，总长 {length}"),
    # Data
    "data": ("Data used", "所用数据"),
    "dem": ("DEM", "数字高程模型"),
    "data_dates": ("Dates of the data", "数据日期"),
    "crs": ("CRS", "坐标系"),
    "size": ("Size", "大小"),
    "cells": ("{columns} × {rows} cells of {cell}", "{columns} × {rows} 个栅格，单元 {cell}"),
    "valid_area": ("Area with data", "有效面积"),
    "not_stated": ("not stated", "未注明"),
    "layer": ("Layer", "图层"),
    "file": ("File", "文件"),
    "features": ("Features", "要素数"),
    "conditioning": ("What was done to the terrain", "地形修正"),
    "outputs": ("Files of this run", "本次输出文件"),
    "output": ("Output", "输出"),
    # Presets
    "presets": ("Presets and their sources", "预设值及其依据"),
    "presets_note": (
        "Marked words say what was not read in its source. Check such values against the rules in force.",
        "标出的字样表示该值未核对原始依据，使用前请与现行规定核对。",
    ),
    "scheme": ("Risk scheme", "分级方案"),
    "limits_of": ("Limits", "分级界限"),
    "no_standard": ("Practice, not a standard.", "实践值，并非标准。"),
    # Findings
    "findings": ("Findings in the data", "数据检查结果"),
    "no_findings": ("Nothing was found.", "未发现问题。"),
    "as_logged": ("", "以下为软件日志原文。"),
    # Limits
    "limits": ("Limits of the method", "方法的局限"),
    # Tables that are cut
    "more": ("{count} more", "另有 {count} 行"),
    "more_in": ("{count} more in {file} ({output})", "另有 {count} 行，见 {file}（{output}）"),
}

LIMITS = {
    "static": (
        (
            "No time. The water of a rain stands where it can run no further; how fast it comes, how long it stands "
            "and how it drains are not computed. A short and a long rain of the same depth give the same ponds.",
            "不含时间过程。降水停留在无法再流动之处，不计算来水快慢、积水历时与退水过程；雨量相同的短历时与长历时降雨结果相同。",
        ),
        (
            "No pipes, inlets or pumps take water off the ponds, and none comes back out of them. What soaks away is "
            "in the runoff coefficient and the loss alone. Where the drainage works, ponds are smaller than shown.",
            "管道、雨水口与泵不从积水中取水，也不产生冒溢；下渗仅由径流系数与损失量体现。排水设施正常时，实际积水小于图示。",
        ),
    ),
    "event": (
        (
            "In time, but not hydrodynamic. Water reaches its pond at the moment it falls; there is no travel time, "
            "velocity or momentum, and streets that carry fast water stay dry on the map.",
            "含时间过程，但并非水动力模型。降水即刻到达所属洼地，无汇流时间、流速与动量；行洪的街道在图上仍为干。",
        ),
        (
            "A pipe is full or it is not: where its full-flow capacity (Manning) is exceeded, the inlets above it take "
            "less. There is no backwater in the pipes but that of the receiving level, and nothing comes back out of "
            "manholes. Pipes of unknown size or levels limit nothing.",
            "管道仅判别是否满流：超过满流能力（曼宁公式）时，上游雨水口按比例减少收水。除受纳水位外不计管内壅水，检查井不冒溢；"
            "管径或高程不明的管道不作限制。",
        ),
        (
            "An inlet takes the water that crosses its cell, or stands over it. On a DEM without kerbs and gutters "
            "much water passes inlets by that would catch it in reality.",
            "雨水口只收取流经其所在栅格或淹没它的水。高程数据若不含路缘与边沟，许多实际可收的水会从旁流过。",
        ),
        (
            "Water soaks away where it falls and where it stands, not where it runs over dry ground from elsewhere.",
            "下渗只计降雨处与积水处，不计外来径流流经干地时的下渗。",
        ),
    ),
    "both": (
        (
            "Water follows the steepest of eight neighbours (D8): it does not spread on open ground, and on even "
            "slopes it runs in parallel lines.",
            "水流只流向八邻域中最陡的一格（D8）：在开阔地不扩散，在均匀坡面呈平行线。",
        ),
        (
            "The DEM is taken as true. Its cells are the finest detail: a kerb, a wall or a gap narrower than a cell "
            "is not there. Errors of height as large as the depths of interest make ponds or hide them, and what was "
            "built after the survey is missing.",
            "高程数据被视为真实。栅格即最小细节，窄于一格的路缘、围墙与缺口不存在；与积水深度相当的高程误差会造成或掩盖积水；"
            "测量之后的建设未反映。",
        ),
        (
            "Buildings are raised as solid blocks where they are given: water goes round them, and what enters "
            "basements and passages is not computed. Bridges, underpasses and culverts are only as good as the DEM "
            "shows them.",
            "所给建筑物按实体抬高：水绕行而过，不计进入地下室与通道的水；桥梁、下穿通道与涵洞的表现取决于高程数据。",
        ),
        (
            "Water that reaches the edge of the data leaves at once, and none comes in from outside: places near the "
            "edge are not reliable. Rivers and the sea enter only as a receiving level, if at all.",
            "到达数据边界的水即刻流出，外部无来水，故边界附近不可靠；江河与海洋至多以受纳水位体现。",
        ),
        (
            "One rain falls evenly on the whole area.",
            "全区采用同一均匀降雨。",
        ),
        (
            "Colours follow the scheme named in this report. A place without colour is not thereby safe.",
            "颜色按本报告所列方案划分；未着色之处并不等于安全。",
        ),
        (
            "The result shows where to look first. It replaces neither a hydraulic model nor a survey, nor records of "
            "past events.",
            "结果用于初步识别隐患，不能替代水力模型、实地勘测与历史积水记录。",
        ),
    ),
}

# What is not sure in a source is seen at once; a source that is said in one language alone stands in reports of both.
UNSURE = re.compile(
    r"unverified|not verified|second-hand|not read|recalled|\bweak\b|own choice|not a standard"
    r"|未经核实|未核实|未核对原文|未核对|转引|凭记忆|依据薄弱|自拟|并非标准",
    re.IGNORECASE,
)

# Sentences that a run logs in English -> Chinese.
_LOGGED_ZH = (
    (r"Gaps closed: none found\.", "无数据空洞：未发现。"),
    (r"Gaps closed: ([\d,]+) cells\.", r"填补无数据空洞：\1 个栅格。"),
    (r"Buildings raised by ([\d.]+) m: ([\d,]+) cells\.", r"建筑物抬高 \1 m：\2 个栅格。"),
    (r"Barriers raised by ([\d.]+) m: ([\d,]+) cells\.", r"挡水物抬高 \1 m：\2 个栅格。"),
    (r"Channels lowered by ([\d.]+) m: ([\d,]+) cells\.", r"沟渠降低 \1 m：\2 个栅格。"),
    (r"Culverts cut: ([\d,]+), at most ([\d.]+) m deep\.", r"打通涵洞：\1 处，最大挖深 \2 m。"),
    (r"Left out, no usable geometry on the DEM: feature (.+)\.", r"因无可用几何而略去的要素：\1。"),
    (r"no geometry", "无几何"),
    (r"off the raster", "在栅格范围之外"),
    (r"smaller than WET_AREA", "小于判定面积"),
    (r"more than ([\d.]+) mm", r"大于 \1 mm"),
)

# Output -> its kind of layer, whose title in the legend it has, or its name where it has none.
OUTPUTS = {
    "OUTPUT_CONDITIONED": ("Conditioned DEM", "修正后地形"),
    "OUTPUT_FILLED": ("Filled DEM", "填洼后地形"),
    "OUTPUT_PATHS": "flowpaths",
    "OUTPUT_ZONES": "zones",
    "OUTPUT_DEPRESSIONS": "depressions",
    "OUTPUT_DEPTH": "depth",
    "OUTPUT_RISK": "risk",
    "OUTPUT_RISK_ZONES": "risk_zones",
    "OUTPUT_MAP": ("Map sheet", "图件"),
    "OUTPUT_PROJECT": ("QGIS project", "QGIS 工程"),
    "OUTPUT_SUMMARY": ("Summary", "汇总数据"),
    "OUTPUT_DURATION": "duration",
    "OUTPUT_COMBINED": ("Risk by likelihood and severity", "综合内涝风险"),
    "OUTPUT_COMBINED_ZONES": ("Risk zones by likelihood and severity", "综合灾害风险区"),
    "OUTPUT_POINTS": "ponding_points",
    "OUTPUT_RECORDED": "recorded_points",
    "OUTPUT_CONTROL": "control_areas",
    "OUTPUT_CONTROL_LINE": "control_lines",
    "OUTPUT_RAINTOFLOOD": "raintoflood",
    "OUTPUT_COPING": "coping_zones",
    "OUTPUT_SCENARIOS": ("Folder of all rains", "各情景栅格文件夹"),
    "OUTPUT_REPORT": ("Report", "报告"),
}
_ROLES = {"recorded": LEGEND_TITLES["recorded_points"], "pumps": ("Pump", "水泵")}
NONE = "–"


class Words:
    """Texts and figures in one language, `en` or `zh`."""

    def __init__(self, language: str):
        if language not in ("en", "zh"):
            raise ValueError(f"The language of a report is en or zh, not {language}.")
        self.language = language
        self._zh = language == "zh"

    def __call__(self, key: str, **values: object) -> str:
        """The text `key`, with the values in their places."""
        return TEXTS[key][self._zh].format(**values)

    def in_unit(self, key: str, unit: str) -> str:
        """The heading of figures in a unit."""
        return self.bracketed(self(key), unit)

    def bracketed(self, text: str, more: str) -> str:
        return f"{text}（{more}）" if self._zh else f"{text} ({more})"

    def of(self, group: str, name: object) -> str:
        """The text of a word of a fixed list, such as kind_given; a word that is not in the list as it is."""
        key = f"{group}_{name}"
        return self(key) if key in TEXTS else str(name)

    def said(self, record: Mapping, key: str) -> str:
        """What the record says under the key, in the language if it has it; "" where it says nothing."""
        value = (record.get(f"{key}_zh") if self._zh else None) or record.get(key)
        return "" if value is None or is_missing(value) else str(value)

    def logged(self, sentence: object) -> str:
        """A sentence of the log; in Chinese if it is one of the usual ones."""
        text = str(sentence)
        if not self._zh:
            return text
        head, left_out, rest = text.partition(" Left out")
        return _in_chinese(head) + (_in_chinese(f"Left out{rest}") if left_out else "")

    def role(self, role: object) -> str:
        kind = str(role).lower()
        titles = _ROLES.get(kind) or LEGEND_TITLES.get(kind)
        return titles[self._zh] if titles else str(role)

    def output(self, name: str) -> str:
        kind = OUTPUTS.get(name, "")
        titles = LEGEND_TITLES.get(kind) if isinstance(kind, str) else kind
        return titles[self._zh] if titles else ""

    def caution(self) -> str:
        return SHEET_TEXTS["caution"][self._zh]

    def limits(self, method: object) -> list[str]:
        """What the method leaves out, sentence by sentence."""
        return [pair[self._zh] for pair in (*LIMITS["event" if method == "event" else "static"], *LIMITS["both"])]

    def years(self, likelihood: Mapping) -> str:
        """The return periods of a class of likelihood."""
        above, to = likelihood.get("above"), likelihood.get("to")
        if is_missing(above) and is_missing(to):
            return ""
        if is_missing(above):
            return self("years_to", to=figure(to))
        if is_missing(to):
            return self("years_above", above=figure(above))
        return self("years_between", above=figure(above), to=figure(to))

    def scenario(self, rain: Mapping) -> str:
        """The name of a scenario, else its depth of rain."""
        return self.said(rain, "name") or (NONE if is_missing(rain.get("rain_mm")) else f"{figure(rain['rain_mm'])} mm")

    def scenario_named(self, rains: Sequence[Mapping], name: object) -> str:
        """The scenario of this name, in the language if it has a name in it."""
        rain = next((rain for rain in rains if rain.get("name") == name), None)
        return self.scenario(rain) if rain and name else str(name or "")

    def rain(self, rain: Mapping) -> str:
        """The depth and duration of a rain."""
        depth = "" if is_missing(rain.get("rain_mm")) else f"{figure(rain['rain_mm'], 1)} mm"
        if not depth or is_missing(rain.get("duration_min")):
            return depth
        return self("rain_in", depth=depth, minutes=f"{figure(rain['duration_min'])} min")


def _in_chinese(sentence: str) -> str:
    for pattern, chinese in _LOGGED_ZH:
        found = re.fullmatch(pattern, sentence)
        if found:
            return found.expand(chinese)
    return sentence


def is_missing(value: object) -> bool:
    """Whether there is no such figure: None, not a number, or infinite."""
    return value is None or (isinstance(value, float) and not math.isfinite(value))


def figure(value: object, decimals: int | None = None) -> str:
    """A number with thousands separators; without decimals given as short as six digits say it. A value that is not
    zero is never said as zero: it becomes "< 0.01". A missing one is a dash."""
    if is_missing(value):
        return NONE
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return str(value)
    if decimals is None:
        decimals = 0 if float(value).is_integer() else min(6, max(0, 5 - math.floor(math.log10(abs(value)))))
        shown = f"{value:,.{decimals}f}"
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
        return f"{value:.3g}" if value and shown in ("0", "-0") else shown
    least = 10.0**-decimals
    if 0 < abs(value) < least / 2:
        return f"< {least:.{decimals}f}" if value > 0 else f"> -{least:.{decimals}f}"
    return f"{value:,.{decimals}f}"


def area_unit(areas) -> str:
    """The unit in which a column of areas (m2) is said."""
    known = [area for area in areas if not is_missing(area)]
    return "ha" if known and max(known) >= 1e4 else "m²"


def area(value: object, unit: str | None = None) -> str:
    """An area (m2) in m² or, from 1 ha on, in ha; with the unit unless one is given."""
    chosen = unit or area_unit([value])
    shown = figure(None if is_missing(value) else value / 1e4, 2) if chosen == "ha" else figure(value, 0)
    return shown if unit or shown == NONE else f"{shown} {chosen}"


def length(value: object) -> str:
    """A length (m) in m or, from 10 km on, in km."""
    if is_missing(value):
        return NONE
    return f"{figure(value / 1000, 1)} km" if value >= 1e4 else f"{figure(value, 0)} m"


def percent(value: object, decimals: int = 1) -> str:
    return NONE if is_missing(value) else f"{figure(100 * value, decimals)} %"


def closing_error(value: object) -> str:
    """The balance error, a fraction of the water in, in per cent; what is only rounding as less than a bound."""
    if is_missing(value):
        return NONE
    return "< 0.0001 %" if abs(value) < 1e-6 else f"{100 * value:.2g} %"
