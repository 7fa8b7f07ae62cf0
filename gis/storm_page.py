"""A design storm as a page of HTML with a plot that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np

from ..hydrology.storm.hyetograph import Hyetograph
from . import html_page
from .html_page import FONT, facts
from .version import version

WIDTH, HEIGHT = 900, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 830, 40, 375
_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440, 2880)  # steps that a clock has
_SEPARATE = 200  # steps up to which each bar has an outline
_BAR, _LINE, _INK, _GRID = "#2e86c8", "#d35400", "#34495e", "#dde3e8"
_STYLE = "th{white-space:nowrap}.warning{color:#b10f14;font-weight:600}svg{width:100%;height:auto}"


def write_page(path: str, rows: Sequence[tuple[str, str]], rain: Hyetograph, unverified: str = "") -> None:
    """Write the page. rows : (what, value) of the table. unverified : the place whose formula is."""
    warning = ""
    if unverified:
        warning = (
            f'<p class="warning">{escape(unverified)}: compare the parameters with the formula in force before use. '
            "参数未经核实，使用前请与现行公式核对。</p>"
        )
    title = "Design storm 设计暴雨"
    body = f'<h1>{title}</h1>{warning}\n{plot(rain)}\n{facts(rows)}\n<p class="small">Rainshed {version()}.</p>'
    html_page.write_page(path, title, body, style=_STYLE)


def plot(rain: Hyetograph) -> str:
    """The intensity of every step (mm/h) as bars, and the rain fallen until then (mm) as a line, in SVG."""
    edges, rate = rain.start_min, rain.rates[:-1] * 3.6e6
    fallen = np.append(0.0, np.cumsum(rain.rain_mm[:-1]))
    rate_ticks, rain_ticks = _ticks(float(rate.max())), _ticks(float(fallen[-1]))
    span = float(edges[-1] - edges[0])
    every = next((m for m in _MINUTES if span / m <= 13), _MINUTES[-1])
    x = _LEFT + (edges - edges[0]) / span * (_RIGHT - _LEFT)

    def height(value, ticks):
        return _BOTTOM - value / ticks[-1] * (_BOTTOM - _TOP)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{FONT}" font-size="14" fill="{_INK}">',
        f'<rect x="0" y="0" width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for tick in rate_ticks:
        y = height(tick, rate_ticks)
        parts.append(f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_RIGHT}" y2="{y:.1f}" stroke="{_GRID}"/>')
        parts.append(_text(_LEFT - 8, y + 5, f"{tick:g}", "end", _BAR))
    for tick in rain_ticks:
        y = height(tick, rain_ticks)
        parts.append(f'<line x1="{_RIGHT}" y1="{y:.1f}" x2="{_RIGHT + 5}" y2="{y:.1f}" stroke="{_LINE}"/>')
        parts.append(_text(_RIGHT + 8, y + 5, f"{tick:g}", "start", _LINE))
    bars = "".join(
        f"M{a:.2f} {_BOTTOM}V{y:.2f}H{b:.2f}V{_BOTTOM}Z" for a, b, y in zip(x, x[1:], height(rate, rate_ticks))
    )
    outline = ' stroke="#ffffff" stroke-width="0.8"' if rate.size <= _SEPARATE else ""
    parts.append(f'<path d="{bars}" fill="{_BAR}"{outline}/>')
    line = " ".join(f"{a:.2f},{y:.2f}" for a, y in zip(x, height(fallen, rain_ticks)))
    parts.append(f'<polyline points="{line}" fill="none" stroke="{_LINE}" stroke-width="2.5"/>')
    parts.append(f'<line x1="{_LEFT}" y1="{_BOTTOM}" x2="{_RIGHT}" y2="{_BOTTOM}" stroke="{_INK}" stroke-width="1.5"/>')
    for tick in np.arange(0.0, span + 1e-9, every):
        at = _LEFT + tick / span * (_RIGHT - _LEFT)
        parts.append(f'<line x1="{at:.1f}" y1="{_BOTTOM}" x2="{at:.1f}" y2="{_BOTTOM + 5}" stroke="{_INK}"/>')
        parts.append(_text(at, _BOTTOM + 21, f"{edges[0] + tick:g}", "middle", _INK))
    parts += [
        _text((_LEFT + _RIGHT) / 2, _BOTTOM + 48, "Time 历时 (min)", "middle", _INK),
        _text(10, 22, "Intensity 雨强 (mm/h)", "start", _BAR),
        _text(WIDTH - 10, 22, "Rain fallen 累积雨量 (mm)", "end", _LINE),
        "</svg>",
    ]
    return "\n".join(parts)


def _text(x: float, y: float, text: str, anchor: str, colour: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'


def _ticks(most: float) -> list[float]:
    """Round values from 0 on, of which the last is `most` or more."""
    if most <= 0:
        return [0.0, 1.0]
    power = 10.0 ** np.floor(np.log10(most / 5))
    step = next(m * power for m in (1, 2, 5, 10) if m * power * 6 >= most)
    return [float(f"{k * step:.10g}") for k in range(int(np.ceil(most / step - 1e-9)) + 1)]
