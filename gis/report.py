"""The report of an assessment: one page of HTML, in English or Chinese, that needs nothing else and prints on A4."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

from . import html_page
from .html_page import Markup, html
from .report_sections import SECTIONS, Parts, longest_time, swatch_style
from .report_text import Words, area, figure, is_missing

STYLE = """body{max-width:66em}h1{font-size:1.7em;margin-top:0}h2{font-size:1.25em;margin:2em 0 .4em;
padding-bottom:.2em;border-bottom:2px solid #2e86c8}h3{font-size:1em;margin:1.3em 0 .2em}
header{border-bottom:3px solid #2e86c8;padding-bottom:.8em;margin-bottom:1em}
.badge{display:inline-block;background:#b00020;color:#fff;font-weight:600;padding:.15em .8em;border-radius:.2em}
.caution{color:#b00020}nav{columns:16em;font-size:.95em;margin:1em 0}nav a{display:block;color:#1f5f95;
text-decoration:none;padding:.1em 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(11.5em,1fr));gap:.6em;margin:.8em 0}
.tile{border:1px solid #cfd8df;border-left:4px solid #2e86c8;padding:.4em .7em;break-inside:avoid}
.tile b{display:block;font-size:1.35em;line-height:1.3}.tile span{color:#555;font-size:.9em;line-height:1.3}
.scroll{overflow-x:auto}.scroll table{min-width:100%}.scroll td,.scroll th{word-break:keep-all}
.scroll td:first-child:not(.number){min-width:4.8em}
td,th{overflow-wrap:break-word}
thead th{border-bottom:2px solid #9fb3c1;vertical-align:bottom}th.number{text-align:right}
td.number+td,th.number+th{padding-left:.6em}
td.number{white-space:nowrap;font-variant-numeric:tabular-nums}table.facts th{width:14em;padding-right:1.2em}
table.facts td,h1,h3,figcaption{overflow-wrap:anywhere}table.matrix .small{font-weight:400}
td.class,th.class{padding:.35em .7em;text-align:center;border:1px solid #fff}
.bar{display:flex;width:100%;min-width:9em;height:1.1em;background:#eef1f3}.bar i{display:block;height:100%}
mark{background:#ffe9a8;padding:0 .15em}
figure{margin:1.2em 0 2em;break-inside:avoid}figure img.map{display:block;width:100%;height:auto}
figcaption{font-weight:600;margin-bottom:.3em}.legend{display:flex;flex-wrap:wrap;gap:.25em 1.3em;margin:.5em 0;
padding:0;list-style:none;font-size:.9em}.legend li{display:flex;align-items:center;gap:.45em}
.legend .swatch{display:inline-block;width:26px;height:15px;border:1px solid #888;box-sizing:border-box}
.legend img{width:26px;height:15px}ul{padding-left:1.3em;margin:.4em 0}li{margin:.25em 0}
footer{margin-top:2.5em;border-top:1px solid #ccc;padding-top:.5em}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
@media (max-width:40em){body{margin:1em auto;font-size:14px}table.facts th{width:8.5em}td,th{padding-right:.6em}}
@media print{@page{size:A4;margin:15mm 14mm}body{margin:0;padding:0;max-width:none;font-size:9.5pt}nav{display:none}
.tiles{grid-template-columns:repeat(5,1fr)}.tile b{font-size:1.15em}
.scroll{overflow:visible}.scroll table{font-size:8.5pt}.scroll td:not(.number){overflow-wrap:anywhere}
h2,h3,figcaption{break-after:avoid}
thead{display:table-header-group}tr,.tile,li{break-inside:avoid}p{orphans:3;widows:3}
section.maps figure{break-after:page;margin:0}
section.maps figure:last-child{break-after:auto}section.maps{break-before:page}
figure img.map{width:auto;max-width:100%;max-height:205mm;margin:0 auto}a{color:inherit;text-decoration:none}}"""


def write_report(path: str, summary: Mapping, pictures: Sequence, language: str) -> None:
    """Write the report to the file `path`, in UTF-8.

    Parameters
    ----------
    summary : what `assess` writes as JSON. Keys that are missing or None leave out their row or section.
    pictures : `pictures.Picture`s, shown in this order under "Maps".
    language : "en" or "zh".

    Raises
    ------
    ValueError for another language, OSError if the file cannot be written.
    """
    words = Words(language)
    parts = Parts(words, summary)
    title = words.said(summary, "title") or words("subtitle")
    sections = [("maps", words("maps"), _maps(pictures))] + [
        (key, words(key), make(parts)) for key, make in SECTIONS.items()
    ]
    order = ["scenarios", "maps", *[key for key in SECTIONS if key != "scenarios"]]
    shown = sorted((section for section in sections if section[2]), key=lambda section: order.index(section[0]))
    body = "\n".join(
        [
            _head(words, summary, title),
            "<nav>" + "".join(f'<a href="#{key}">{html(name)}</a>' for key, name, _ in shown) + "</nav>",
            _key_figures(words, summary),
            *(
                f'<section id="{key}"{_maps_class(key)}><h2>{html(name)}</h2>\n{content}</section>'
                for key, name, content in shown
            ),
            _foot(words, summary),
        ]
    )
    html_page.write_page(path, title, body, "zh-CN" if language == "zh" else "en", STYLE)


def _maps_class(key: str) -> str:
    return ' class="maps"' if key == "maps" else ""


def _head(words: Words, summary: Mapping, title: str) -> str:
    method = summary.get("method")
    subtitle = "" if title == words("subtitle") else f"<p>{html(words('subtitle'))}</p>"
    said = [
        f"{html(words(key))}: {html(value)}" if words.language == "en" else f"{html(words(key))}：{html(value)}"
        for key, value in (
            ("method", words.of("method", method) if method else ""),
            ("date", words.said(summary, "date")),
            ("software", words.said(summary, "software")),
        )
        if value
    ]
    return (
        f"<header><h1>{html(title)}</h1>{subtitle}"
        f'<p><span class="badge">'
        f'{html(words("screening"))}</span></p><p class="caution">{html(words.caution())}</p>'
        f'<p class="small">{" &nbsp; ".join(said)}</p></header>'
    )


def _foot(words: Words, summary: Mapping) -> str:
    said = [words.said(summary, "software"), words.said(summary, "date"), words("screening")]
    return f'<footer class="small">{html(" · ".join(part for part in said if part))}</footer>'


def _key_figures(words: Words, summary: Mapping) -> str:
    """What a hurried reader needs: the greatest rain, what it does, and what was found besides."""
    rains = [rain for rain in summary.get("rains") or () if not is_missing(rain.get("rain_mm"))]
    tiles: list[tuple[str, str]] = []
    line = ""
    if rains:
        rain = max(rains, key=lambda one: one["rain_mm"])
        amount = words.rain(rain)
        name = words.said(rain, "name")
        if "mm" not in name:  # "113 mm, beyond" says its depth
            name = words.bracketed(name, amount) if name else amount
        line = f"<p>{html(words('greatest_rain', name=name))}</p>"
        tiles += _of_rain(words, summary, rain)
    points, line_of, coping = (summary.get(key) or {} for key in ("ponding_points", "control_line", "coping"))
    tiles.append((figure(points.get("points")), _in_scenario(words, words("tile_points"), summary, points)))
    if not is_missing(points.get("hits")) and not is_missing(points.get("misses")):
        every = figure(points["hits"] + points["misses"])
        tiles.append((words("of", part=figure(points["hits"]), all=every), words("tile_hits")))
    least = coping.get("least_mm")
    tiles.append(("–" if is_missing(least) else f"{figure(least, 1)} mm", words("tile_cope")))
    tiles.append((area(line_of.get("area_m2")), words("tile_line")))
    shown = "".join(
        f'<div class="tile"><b>{html(value)}</b><span>{html(label)}</span></div>'
        for value, label in tiles
        if value != "–"
    )
    return f'{line}<div class="tiles">{shown}</div>' if shown else line


def _in_scenario(words: Words, label: str, summary: Mapping, points: Mapping) -> str:
    """The label with the scenario that it is of, since it need not be the greatest rain."""
    name = words.scenario_named(summary.get("rains") or (), points.get("scenario"))
    if "（" in name:  # no brackets within brackets
        return f"{label}：{name}"
    return words.bracketed(label, name) if name else label


def _of_rain(words: Words, summary: Mapping, rain: Mapping) -> list[tuple[str, str]]:
    areas = rain.get("area_m2") or {}
    high = [areas[colour] for colour in ("orange", "red") if not is_missing(areas.get(colour))]
    threshold = summary.get("threshold_m")
    longest = words("tile_longest_plain")
    if not is_missing(threshold):
        longest = words("tile_longest", threshold=f"{figure(threshold)} m")
    depth, minutes, stored = rain.get("max_depth_m"), rain.get("longest_min"), rain.get("stored_m3")
    return [
        (area(rain.get("wet_area_m2")), words("tile_wet")),
        (area(sum(high)) if high else "–", words("tile_high")),
        ("–" if is_missing(depth) else f"{figure(depth, 2)} m", words("tile_depth")),
        ("–" if is_missing(minutes) else f"{longest_time(rain)} min", longest),
        ("–" if is_missing(stored) else f"{figure(stored, 0)} m³", words("tile_stored")),
    ]


def embedded(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


def _maps(pictures: Sequence) -> str:
    return "\n".join(map(_figure, pictures))


def _figure(picture) -> str:
    entries = "".join(f"<li>{_symbol(shown)}<span>{html(label)}</span></li>" for shown, label in picture.legend)
    legend = f'<ul class="legend">{entries}</ul>' if entries else ""
    caption = f'<p class="small">{html(picture.caption)}</p>' if picture.caption else ""
    return (
        f'<figure id="map-{html(picture.key)}"><figcaption>{html(picture.title)}</figcaption>'
        f'<img class="map" alt="{html(picture.title)}" src="{embedded(picture.png)}">{legend}{caption}</figure>'
    )


def _symbol(shown: str | bytes) -> Markup:
    if isinstance(shown, bytes):
        return Markup(f'<img alt="" src="{embedded(shown)}">')
    return Markup(f'<span class="swatch" style="{swatch_style(shown)}"></span>')
