"""Findings about data: their severities and advice, the layer and the report that hold them."""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry, QgsPointXY

from ..hydrology.drainage.elements import Finding
from ..hydrology.progress import Progress
from .html_page import facts, page
from .presets import PRESETS
from .vectors import POINT, write_vector
from .version import version

ERROR, WARNING, NOTICE = SEVERITIES = ("error", "warning", "notice")
FINDING_FIELDS = (("severity", "text"), ("code", "text"), ("message", "text"), ("layer", "text"), ("fid", "int"))
SHOWN = 200  # findings of one code in the report; the layer has all


@functools.cache
def codes() -> dict[str, dict[str, str]]:
    """Of each code its severity, its title, what to do about it, and the check that can find it: "network", which
    `checkinputs` makes too, or "inputs", which only that one makes."""
    return json.loads((PRESETS / "findings.json").read_text(encoding="utf-8"))


def severity(finding: Finding) -> str:
    return codes()[finding.code]["severity"]


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """The gravest first, then by code, layer and feature."""
    place = {code: (SEVERITIES.index(about["severity"]), k) for k, (code, about) in enumerate(codes().items())}
    return sorted(findings, key=lambda f: (place[f.code], f.layer, f.fid))


def count_severities(findings: Sequence[Finding]) -> dict[str, int]:
    found = Counter(map(severity, findings))
    return {name: found[name] for name in SEVERITIES}


def count_codes(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of every code that the network check can find, as number outputs."""
    found = Counter(f.code for f in findings)
    return {code.upper(): found[code] for code, about in codes().items() if about["check"] == "network"}


def said(findings: Sequence[Finding]) -> list[str]:
    """A line for each code found, for the log."""
    found = Counter(f.code for f in ordered(findings))
    return [
        f"{number} x {codes()[code]['title']} ({codes()[code]['severity']}: {code})" for code, number in found.items()
    ]


def write_findings(
    path: str, findings: Sequence[Finding], crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext, progress: Progress,
) -> int:  # fmt: skip
    """Points of the findings; those without a place have no geometry."""
    records = (
        (
            None if f.xy is None else QgsGeometry.fromPointXY(QgsPointXY(*f.xy)),
            [severity(f), f.code, f.message, f.layer, f.fid],
        )
        for f in ordered(findings)
    )
    return write_vector(path, POINT, FINDING_FIELDS, records, crs, context, progress, len(findings))


_STYLE = ".error{color:#b10f14}.warning{color:#a65300}.notice{color:#2a6496}"


def report(title: str, inputs: Sequence[tuple[str, str]], findings: Sequence[Finding]) -> str:
    """The findings as a page of HTML that needs nothing else. inputs: (parameter, what was read)."""
    counts = count_severities(findings)
    total = ", ".join(
        f'<span class="{name}">{number} {name}{"" if number == 1 else "s"}</span>' for name, number in counts.items()
    )
    groups: dict[str, list[Finding]] = {}
    for finding in ordered(findings):
        groups.setdefault(finding.code, []).append(finding)
    parts = [
        f"<h1>{escape(title)}</h1><p>{total}</p>",
        facts(inputs),
    ]
    if groups:
        rows = "".join(
            f'<tr><td class="{_of(code)}">{_of(code)}</td>'
            f'<td><a href="#{code}">{escape(codes()[code]["title"])}</a></td>'
            f'<td class="number">{len(those)}</td><td>{escape(codes()[code]["do"])}</td></tr>'
            for code, those in groups.items()
        )
        parts.append(
            f"<table><tr><th>Severity</th><th>Finding</th><th>Count</th><th>What to do</th></tr>{rows}</table>"
        )
    else:
        parts.append("<p>Nothing was found.</p>")
    parts += [_group(code, those) for code, those in groups.items()]
    parts.append(f'<p class="small">Rainshed {version()}. Codes: docs/findings.md.</p>')
    return page(title, "\n".join(parts), style=_STYLE)


def write_report(path: str, title: str, inputs: Sequence[tuple[str, str]], findings: Sequence[Finding]) -> None:
    Path(path).write_text(report(title, inputs, findings), encoding="utf-8")


def _of(code: str) -> str:
    return codes()[code]["severity"]


def _group(code: str, findings: Sequence[Finding]) -> str:
    about = codes()[code]
    rows = "".join(
        f"<tr><td>{escape(f.layer)}</td><td class='number'>{f.fid if f.fid >= 0 else ''}</td>"
        f"<td>{escape(f.message)}</td></tr>"
        for f in findings[:SHOWN]
    )
    more = len(findings) - SHOWN
    rest = f'<p class="small">{more} more are in the layer of findings.</p>' if more > 0 else ""
    return (
        f'<h2 id="{code}"><span class="{about["severity"]}">{escape(about["title"])}</span> '
        f'<span class="small">{code}, {len(findings)}</span></h2><p>{escape(about["do"])}</p>'
        f"<table><tr><th>Layer</th><th>Feature</th><th>What was found</th></tr>{rows}</table>{rest}"
    )
