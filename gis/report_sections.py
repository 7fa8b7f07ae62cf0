"""The sections of the report of an assessment. Each takes the summary and gives HTML, "" where nothing is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..hydrology.risk.grading import COLOURS
from .html_page import Markup, html
from .report_text import NONE, UNSURE, Words, area, area_unit, closing_error, figure, is_missing, length, percent
from .sheet_legend import class_spans
from .sheet_text import limits_said

ROWS = 20  # of a table; longer ones are cut, with a line that says where the rest stands
CLASS_COLOURS = {"blue": "#3d85d6", "yellow": "#ffd92f", "orange": "#f5821f", "red": "#d7191c"}  # as in risk.qml
_INK_ON = {"blue": "#ffffff", "yellow": "#222222", "orange": "#222222", "red": "#ffffff"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}")
# Where all rows of a table stand, the first that was written.
_POINTS, _RECORDED = ("OUTPUT_POINTS",), ("OUTPUT_RECORDED",)
_COPING, _ZONES = ("OUTPUT_COPING",), ("OUTPUT_ZONES",)


@dataclass(frozen=True)
class Parts:
    """The words and the summary that all sections draw upon."""

    words: Words
    summary: Mapping

    def block(self, key: str) -> Mapping:
        """A part of the summary; empty where it is missing or None."""
        return self.summary.get(key) or {}

    @property
    def rains(self) -> Sequence[Mapping]:
        return self.summary.get("rains") or ()

    def left(self, count: int, outputs: Iterable[str]) -> Markup:
        """How many rows a table has not, and where they stand."""
        if count <= 0:
            return Markup("")
        written = self.summary.get("outputs") or {}
        name = next((name for name in (*outputs, "OUTPUT_SUMMARY") if written.get(name)), None)
        said = self.words("more", count=figure(count))
        if name:
            said = self.words("more_in", count=figure(count), file=written[name], output=name)
        return Markup(f'<p class="small">… {html(said)}</p>')


def swatch_style(colour: str) -> str:
    """CSS of a patch of the colour; of what is no colour none."""
    return f"background:{colour}" if _COLOUR.fullmatch(colour) else ""


def table(columns: Sequence[tuple[str, bool]], rows: Sequence[Sequence[object]]) -> Markup:
    """A table that scrolls where it is too wide. columns : (heading, whether it holds numbers).

    A cell is text, or Markup; None is a dash, and a column of nothing else is left out.
    """
    kept = [k for k in range(len(columns)) if any(row[k] is not None and row[k] != NONE for row in rows)]
    if not rows or not kept:
        return Markup("")

    def cell(tag: str, value: object, number: bool) -> str:
        kind = ' class="number"' if number else ""
        return f"<{tag}{kind}>{html(NONE if value is None else value)}</{tag}>"

    head = "".join(cell("th", *columns[k]) for k in kept)
    body = "".join("<tr>" + "".join(cell("td", row[k], columns[k][1]) for k in kept) + "</tr>\n" for row in rows)
    return Markup(f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table></div>\n')


def facts(rows: Sequence[tuple[str, object]]) -> Markup:
    """Names and values; a value of nothing is left out."""
    said = "".join(
        f"<tr><th>{html(name)}</th><td>{html(value)}</td></tr>" for name, value in rows if value not in (None, "", NONE)
    )
    return Markup(f'<table class="facts">{said}</table>\n' if said else "")


def paragraph(text: str, small: bool = False) -> Markup:
    kind = ' class="small"' if small else ""
    return Markup(f"<p{kind}>{html(text)}</p>\n" if text else "")


def heading(text: str) -> Markup:
    return Markup(f"<h3>{html(text)}</h3>\n")


def bullets(lines: Iterable[object]) -> Markup:
    items = "".join(f"<li>{html(line)}</li>" for line in lines)
    return Markup(f"<ul>{items}</ul>\n" if items else "")


def marked(text: str) -> Markup:
    """The text with what it says of unread sources marked."""
    return Markup(UNSURE.sub(lambda found: f"<mark>{found[0]}</mark>", html(text)))


def reliability(text: str, words: Words) -> Markup:
    """How sure a source is; the letters of the storm formulas in words."""
    return marked(words.of("sure", text)) if text else Markup("")


def bar(areas: Mapping) -> Markup | None:
    """The four classes as a bar of their colours."""
    known = {colour: areas.get(colour) or 0.0 for colour in COLOURS if not is_missing(areas.get(colour))}
    total = sum(known.values())
    if total <= 0:
        return None
    pieces = "".join(
        f'<i style="width:{100 * value / total:.2f}%;background:{CLASS_COLOURS[colour]}"></i>'
        for colour, value in known.items()
    )
    return Markup(f'<div class="bar">{pieces}</div>')


def class_cell(colour: object, words: Words, tag: str = "td") -> str:
    if colour not in CLASS_COLOURS:
        return f'<{tag} class="class">{html(NONE if colour is None else colour)}</{tag}>'
    look = f"background:{CLASS_COLOURS[colour]};color:{_INK_ON[colour]}"
    return f'<{tag} class="class" style="{look}">{html(words(colour))}</{tag}>'


def _metres(value: object) -> str | None:
    return None if is_missing(value) else f"{figure(value)} m"


def _joined(words: Words, items: Iterable[str]) -> str:
    return ("；" if words.language == "zh" else "; ").join(item for item in items if item)


def scenarios(parts: Parts) -> str:
    words, summary = parts.words, parts.summary
    threshold = summary.get("threshold_m")
    rows = [
        (words("runoff"), figure(summary.get("runoff_coefficient"))),
        (words("loss"), None if is_missing(summary.get("loss_mm")) else f"{figure(summary['loss_mm'])} mm"),
        (words("threshold"), _metres(threshold)),
    ]
    return _scenario_table(parts, threshold) + _class_table(parts) + facts([*rows, *_storm(parts)])


def _storm(parts: Parts) -> list[tuple[str, object]]:
    words, storm = parts.words, parts.block("storm")
    if not storm:
        return []

    def minutes(key: str) -> str | None:
        return None if is_missing(storm.get(key)) else f"{figure(storm[key])} min"

    peak = storm.get("peak_ratio")
    shape = words.said(storm, "shape")
    return [
        (words("storm"), words.said(storm, "name")),
        (words("formula"), words.said(storm, "formula")),
        (words("storm_duration"), minutes("duration_min")),
        (words("step"), minutes("step_min")),
        (words("shape"), words.of("shape", shape) if shape else ""),
        (words("peak"), None if is_missing(peak) else words("peak_of", share=figure(peak))),
        (words("peak_source"), marked(words.said(storm, "peak_source"))),
        (words("source"), marked(words.said(storm, "source"))),
        (words("sure"), reliability(words.said(storm, "reliability"), words)),
        (words("note"), words.said(storm, "note")),
    ]


def _scenario_table(parts: Parts, threshold: object) -> Markup:
    words, rains = parts.words, parts.rains
    wet = area_unit(rain.get("wet_area_m2") for rain in rains)
    kept = area_unit(rain.get("not_drained_m2") for rain in rains)
    longest = (
        words("longest_plain") if is_missing(threshold) else words("longest", threshold=f"{figure(threshold)}\u00a0m")
    )
    columns = [
        (words("scenario"), False), (words("kind"), False), (words("rain"), True), (words("duration"), True),
        (words("return_period"), True), (words("likelihood"), False), (words("ponds"), True),
        (words.in_unit("wet_area", wet), True), (words("max_depth"), True), (longest, True),
        (words.in_unit("not_drained", kept), True),
    ]  # fmt: skip
    rows = [
        [
            words.scenario(rain), words.of("kind", rain["kind"]) if rain.get("kind") else None,
            figure(rain.get("rain_mm"), 1), figure(rain.get("duration_min")), _years(rain.get("return_period_a")),
            _likelihood(parts, rain.get("likelihood")), figure(rain.get("ponds")),
            area(rain.get("wet_area_m2"), wet), figure(rain.get("max_depth_m"), 2), longest_time(rain),
            area(rain.get("not_drained_m2"), kept),
        ]
        for rain in rains
    ]  # fmt: skip
    return table(columns, rows)


def longest_time(rain: Mapping) -> str:
    """Minutes; where water still stands in the end, no less than what was followed."""
    least = "≥ " if rain.get("not_drained_m2") else ""
    return NONE if is_missing(rain.get("longest_min")) else f"{least}{figure(rain['longest_min'], 0)}"


def _likelihood(parts: Parts, given: object) -> str | None:
    """The name of a class of likelihood, which a scenario gives by its name, its place from 0 on, or whole."""
    if is_missing(given) or given == "":
        return None
    known = parts.block("matrix").get("likelihood") or []
    if isinstance(given, int) and not isinstance(given, bool):
        given = known[given] if 0 <= given < len(known) else str(given)
    if isinstance(given, str):
        given = next((one for one in known if one.get("name") == given), given)
    return parts.words.said(given, "name") if isinstance(given, Mapping) else str(given)


def _class_table(parts: Parts) -> str:
    words, rains = parts.words, [rain for rain in parts.rains if rain.get("area_m2")]
    if not rains:
        return ""
    totals = [sum(a for a in rain["area_m2"].values() if not is_missing(a)) for rain in rains]
    unit = area_unit(totals)
    columns = [(words("scenario"), False), *((words(colour), True) for colour in COLOURS)]
    columns += [(words("all_classes"), True), (words("shares"), False)]
    rows = [
        [
            words.scenario(rain),
            *(area(rain["area_m2"].get(colour), unit) for colour in COLOURS),
            area(total, unit),
            bar(rain["area_m2"]),
        ]
        for rain, total in zip(rains, totals)
    ]
    return heading(words.in_unit("classes", unit)) + table(columns, rows)


def matrix(parts: Parts) -> str:
    words, given, combined = parts.words, parts.block("matrix"), parts.block("combined")
    out = ""
    if given.get("classes"):
        severity, likelihood = given.get("severity") or COLOURS, given.get("likelihood") or []
        head = "".join(class_cell(colour, words, "th") for colour in severity)
        rows = ""
        for k, classes in enumerate(given["classes"]):
            one = likelihood[k] if k < len(likelihood) else {}
            years, name = words.years(one), words.said(one, "name")
            first = f"{html(name or years)}" + (f'<br><span class="small">{html(years)}</span>' if name else "")
            rows += f"<tr><th>{first}</th>{''.join(class_cell(colour, words) for colour in classes)}</tr>\n"
        corner = f"{html(words('likelihood'))} \\ {html(words('severity'))}"
        out += (
            f'<div class="scroll"><table class="matrix"><thead><tr><th>{corner}</th>{head}</tr></thead><tbody>\n'
            f"{rows}</tbody></table></div>\n"
        )
    out += facts(_sources(given, words)) if given else ""
    areas = combined.get("area_m2") or {}
    if areas:
        whole = parts.block("dem").get("valid_area_m2")
        unit = area_unit(areas.values())
        rows = [
            [
                words(colour),
                area(areas.get(colour), unit),
                percent(areas[colour] / whole, 2) if whole and not is_missing(areas.get(colour)) else None,
            ]
            for colour in COLOURS
        ]
        columns = [(words("class"), False), (words.in_unit("area", unit), True), (words("share_of_area"), True)]
        out += heading(words("combined")) + table(columns, rows) + (bar(areas) or "")
    elif given:
        out += paragraph(words("not_combined"))
    return out


def _sources(preset: Mapping, words: Words) -> list[tuple[str, object]]:
    return [
        (words("source"), marked(words.said(preset, "source"))),
        (words("sure"), reliability(words.said(preset, "sure"), words)),
    ]


def ledger(parts: Parts) -> str:
    words = parts.words
    names = {
        "water_in": "runoff_m3",
        "stored": "stored_m3",
        "inlet": "inlet_m3",
        "infiltrated": "infiltrated_m3",
        "pumped": "pumped_m3",
        "outflow": "outflow_m3",
    }
    rows = [
        [
            words.scenario(rain),
            *(figure(rain.get(key), 0) for key in names.values()),
            closing_error(rain.get("balance_error")),
        ]
        for rain in parts.rains
    ]
    if all(set(row[1:]) == {NONE} for row in rows):
        return ""
    columns = [(words("scenario"), False), *((words(name), True) for name in names), (words("closing"), True)]
    return paragraph(words("ledger_note"), small=True) + table(columns, rows)


def points(parts: Parts) -> str:
    words, found = parts.words, parts.block("ponding_points")
    columns = [words("scenario"), words("points_count"), words("hits"), words("misses"), words("false_alarms")]
    keys = ("points", "hits", "misses", "false_alarms")
    counts = [[words.scenario(rain), *(figure(rain.get(key)) for key in keys)] for rain in parts.rains]
    known = any(cell != NONE for row in counts for cell in row[1:])
    out = str(table([(name, k > 0) for k, name in enumerate(columns)], counts)) if known else ""
    if not found:
        return out
    depth = _metres(found.get("min_depth_m"))
    if depth and found.get("scenario"):
        out += paragraph(words("points_of", name=words.scenario_named(parts.rains, found["scenario"]), depth=depth))
    else:
        out += paragraph(words("points_of_plain"))
    top = found.get("top") or []
    unit = area_unit(one.get("area_m2") for one in top[:ROWS])
    columns = [
        (words("rank"), True), ("x (m)", True), ("y (m)", True), (words("depth"), True),
        (words.in_unit("area", unit), True), (words("volume"), True), (words("recorded_here"), False),
    ]  # fmt: skip
    rows = [
        [
            figure(one.get("rank")), _coordinate(one.get("x")), _coordinate(one.get("y")),
            figure(one.get("depth_m"), 2), area(one.get("area_m2"), unit), figure(one.get("vol_m3"), 1),
            _yes(one.get("recorded"), words),
        ]
        for one in top[:ROWS]
    ]  # fmt: skip
    count = found.get("points")
    every = len(top) if is_missing(count) else max(int(count), len(top))
    out += table(columns, rows) + (parts.left(every - len(rows), _POINTS) if rows else "")
    return out + _recorded(parts, found)


def _coordinate(value: object) -> str | None:
    return None if is_missing(value) else f"{value:.1f}"


def _yes(value: object, words: Words) -> str | None:
    """Whether a place has a record; ids are told as they are."""
    if isinstance(value, (bool, int)):
        return words("yes" if value else "no")
    return _named(value)


def _recorded(parts: Parts, found: Mapping) -> str:
    words, recorded = parts.words, found.get("recorded") or []
    keys = ("hits", "misses", "false_alarms")
    counts = [f"{words(key)} {figure(found[key])}" for key in keys if not is_missing(found.get(key))]
    if not recorded and not counts:
        return ""
    distance = _metres(found.get("match_distance_m"))
    out = heading(words("recorded")) + paragraph(_joined(words, counts))
    out += paragraph(words("recorded_note", distance=distance) if distance else "", small=True)
    missed_first = sorted(recorded, key=lambda one: bool(one.get("hit")))
    rows = [
        [
            _named(one.get("id")),
            None if one.get("hit") is None else words("hit" if one["hit"] else "missed"),
            figure(one.get("dist_m"), 1),
        ]
        for one in missed_first[:ROWS]
    ]
    columns = [(words("id"), False), (words("result"), False), (words("distance"), True)]
    return out + table(columns, rows) + parts.left(len(recorded) - len(rows), _RECORDED)


def line(parts: Parts) -> str:
    words, found = parts.words, parts.block("control_line")
    return facts(
        [
            (words("criterion"), words.said(found, "criterion")),
            (words("polygons"), figure(found.get("polygons"))),
            (words("enclosed"), area(found.get("area_m2"))),
            (words("line_length"), length(found.get("length_m"))),
        ]
    )


def coping(parts: Parts) -> str:
    words, found = parts.words, parts.block("coping")
    if not found:
        return ""
    said = []
    if not is_missing(found.get("wet_area_m2")):
        said.append(words("coping_note", area=area(found["wet_area_m2"])))
    if not is_missing(found.get("duration_min")):
        said.append(words("coping_minutes", minutes=f"{figure(found['duration_min'])} min"))
    if not is_missing(found.get("known")) and not is_missing(found.get("beyond")):
        said.append(words("coping_known", known=figure(found["known"]), beyond=figure(found["beyond"])))
    if not is_missing(found.get("least_mm")):
        said.append(words("coping_least", least=f"{figure(found['least_mm'], 1)} mm"))
    zones_found = sorted(
        found.get("zones") or [], key=lambda zone: (is_missing(zone.get("cope_mm")), zone.get("cope_mm") or 0.0)
    )
    unit = area_unit(zone.get("area_m2") for zone in zones_found[:ROWS])
    columns = [
        (words("zone"), True), (words("outlet"), False), (words.in_unit("area", unit), True),
        (words("cope_mm"), True), (words("cope_years"), True), (words("note"), False),
    ]  # fmt: skip
    rows = [
        [
            _named(zone.get("zone_id")), _outlet(zone.get("outlet_id"), words),
            area(zone.get("area_m2"), unit), figure(zone.get("cope_mm"), 1), _years(zone.get("cope_years")),
            words.logged(zone["note"]) if zone.get("note") else None,
        ]
        for zone in zones_found[:ROWS]
    ]  # fmt: skip
    sentences = "".join(said) if words.language == "zh" else " ".join(said)
    return paragraph(sentences) + table(columns, rows) + parts.left(len(zones_found) - len(rows), _COPING)


def _named(value: object) -> str | None:
    """An id as it is, without thousands separators."""
    return None if is_missing(value) or value == "" else str(value)


def _years(value: object) -> str | None:
    return None if is_missing(value) else figure(value, 0 if value >= 10 or float(value).is_integer() else 1)


def _outlet(name: object, words: Words) -> str | None:
    return words.of("outlet", name) if name == "edge" else _named(name)


def zones(parts: Parts) -> str:
    words, found = parts.words, parts.block("zones")
    out = ""
    if not is_missing(found.get("count")) and not is_missing(found.get("area_m2")):
        said = {"count": figure(found["count"]), "area": area(found["area_m2"])}
        if is_missing(found.get("undrained_m2")):
            out += paragraph(words("zones_sum_plain", **said))
        else:
            out += paragraph(words("zones_sum", undrained=area(found["undrained_m2"]), **said))
    ordered = sorted(found.get("by_outlet") or [], key=lambda zone: -(zone.get("area_m2") or 0.0))
    unit = area_unit(zone.get("area_m2") for zone in ordered[:ROWS])
    rows = [
        [
            words.of("outlet", zone["type"]) if zone.get("type") else None,
            _named(zone.get("id")),
            figure(zone.get("inlets")),
            area(zone.get("area_m2"), unit),
        ]
        for zone in ordered[:ROWS]
    ]
    columns = [(words("outlet_type"), False), (words("id"), False), (words("inlets"), True)]
    out += table([*columns, (words.in_unit("area", unit), True)], rows) + parts.left(len(ordered) - len(rows), _ZONES)
    by_outfall = sorted(parts.block("inlets_by_outfall").items(), key=lambda item: (not item[0], -(item[1] or 0)))
    if by_outfall:
        rows = [[str(name) or words("no_outfall"), figure(count)] for name, count in by_outfall[:ROWS]]
        out += heading(words("by_outfall")) + table([(words("outfall"), False), (words("inlets"), True)], rows)
        out += parts.left(len(by_outfall) - len(rows), ())
    return out


def surface(parts: Parts) -> str:
    words, hollows, paths = parts.words, parts.block("depressions"), parts.block("flow_paths")
    count, least = hollows.get("count"), _metres(hollows.get("deeper_than_m"))
    deeper = words("deeper_than", count=figure(count), depth=least) if least and not is_missing(count) else None
    volume, depth, total = hollows.get("fill_volume_m3"), hollows.get("max_depth_m"), paths.get("length_m")
    lines = figure(paths.get("count"))
    return facts(
        [
            (words("depressions"), deeper or figure(count)),
            (words("fill_volume"), None if is_missing(volume) else f"{figure(volume, 0)} m³"),
            (words("deepest"), None if is_missing(depth) else f"{figure(depth, 2)} m"),
            (words("paths"), lines if is_missing(total) else words("path_length", count=lines, length=length(total))),
        ]
    )


def data(parts: Parts) -> str:
    words, dem = parts.words, parts.block("dem")
    size = None
    if all(dem.get(key) for key in ("columns", "rows", "cell")):
        size = words("cells", columns=figure(dem["columns"]), rows=figure(dem["rows"]), cell=dem["cell"])
    stated = words("not_stated") if dem else ""
    out = facts(
        [
            (words("dem"), words.said(dem, "file")),
            (words("data_dates"), parts.summary.get("data_dates") or words.said(dem, "date") or stated),
            (words("crs"), words.said(dem, "crs")),
            (words("size"), size),
            (words("valid_area"), area(dem.get("valid_area_m2"))),
        ]
    )
    layers = parts.summary.get("layers") or []
    rows = [
        [
            words.role(one.get("role") or NONE), words.said(one, "file") or None, figure(one.get("features")),
            words.said(one, "date") or None,
        ]
        for one in layers
    ]  # fmt: skip
    columns = [(words("layer"), False), (words("file"), False), (words("features"), True), (words("date"), False)]
    out += table(columns, rows)
    done = parts.summary.get("conditioning")
    if done:
        out += heading(words("conditioning")) + bullets(map(words.logged, done))
    return out


def presets(parts: Parts) -> str:
    """The scheme with its limits first, then all others, each once."""
    words, scheme = parts.words, parts.block("scheme")
    others = [one for one in parts.summary.get("presets") or [] if one.get("name") != scheme.get("name")]
    of_scheme = next((one for one in parts.summary.get("presets") or [] if one.get("name") == scheme.get("name")), {})
    out = ""
    if scheme:
        known = not any(is_missing(value) for value in scheme.get("breaks") or ())
        spans = class_spans(dict(scheme), words.language) if known else []
        limits = (
            limits_said(dict(scheme), words.language)
            or _joined(words, (f"{words(c)} {span}" for c, span in zip(COLOURS, spans) if span))
        )  # fmt: skip
        no_standard = "" if scheme.get("standard") else words("no_standard")
        sure = words.said(scheme, "sure")
        told = sure if sure.startswith(no_standard.rstrip(".。")) else f"{no_standard} {sure}".strip()
        rows = [
            (words("limits_of"), limits),
            (words("source"), marked(words.said(scheme, "source"))),
            (words("sure"), reliability(told, words)),
            (words("file"), words.said(of_scheme, "file")),
        ]
        out += heading(_titled(words, words("scheme"), words.said(scheme, "name"))) + facts(rows)
    for one in others:
        rows = [*_sources(one, words), (words("file"), words.said(one, "file"))]
        out += heading(words.said(one, "name") or NONE) + facts(rows)
    return paragraph(words("presets_note"), small=True) + out if out else ""


def _titled(words: Words, kind: str, name: str) -> str:
    return f"{kind}{'：' if words.language == 'zh' else ': '}{name}" if name else kind


def findings(parts: Parts) -> str:
    words, found = parts.words, parts.summary.get("findings")
    if found is None:
        return ""
    if not found:
        return paragraph(words("no_findings"))
    note = paragraph(words("as_logged"), small=True)
    return note + bullets(found[:ROWS]) + parts.left(len(found) - ROWS, ())


def limits(parts: Parts) -> str:
    return bullets(parts.words.limits(parts.summary.get("method")))


def outputs(parts: Parts) -> str:
    words, written = parts.words, parts.block("outputs")
    rows = [[name, words.output(name) or None, str(file)] for name, file in written.items() if file]
    return table([(words("output"), False), (words("layer"), False), (words("file"), False)], rows)


SECTIONS = {
    "scenarios": scenarios,
    "matrix": matrix,
    "ledger": ledger,
    "points": points,
    "line": line,
    "coping": coping,
    "zones": zones,
    "surface": surface,
    "data": data,
    "presets": presets,
    "findings": findings,
    "limits": limits,
    "outputs": outputs,
}
