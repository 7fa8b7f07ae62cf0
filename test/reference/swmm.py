"""Runs the EPA SWMM engine on an input file and reads its report. Shares no code with the plugin."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

# In a process of its own: the engine is a C library that keeps its state.
_RUN = """
import sys
from pyswmm import Simulation

with Simulation(*sys.argv[1:]) as simulation:
    simulation.execute()
"""


@dataclass
class Report:
    """What the engine says: continuity errors (%), rain and runoff (mm), outflow and flooding (10^6 L), peaks (L/s) of
    outfalls, links and zones by name, and the greatest depth of links as a share of their height."""

    text: str
    runoff_error: float = 0.0
    routing_error: float = 0.0
    rain: float = 0.0
    runoff: float = 0.0
    outflow: float = 0.0
    flooding: float = 0.0
    outfalls: dict[str, float] = field(default_factory=dict)
    links: dict[str, float] = field(default_factory=dict)
    fullness: dict[str, float] = field(default_factory=dict)
    zones: dict[str, float] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def run_swmm(inp: str | Path, folder: Path) -> Report:
    """Run the engine; raises AssertionError with its own words where it refuses the file."""
    folder.mkdir(parents=True, exist_ok=True)
    report, out = folder / "swmm.rpt", folder / "swmm.out"
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(inp), str(report), str(out)], capture_output=True, text=True, timeout=250
    )
    text = report.read_text(errors="replace") if report.exists() else done.stderr
    assert not re.search(r"^\s*ERROR", text, re.M) and done.returncode == 0, text[:3000] + done.stderr[-2000:]
    found = Report(text)
    errors = [float(value) for value in re.findall(r"Continuity Error \(%\) \.+\s+(-?[\d.]+)", text)]
    found.runoff_error, found.routing_error = errors
    for name, label in (
        ("rain", "Total Precipitation"), ("runoff", "Surface Runoff"), ("outflow", "External Outflow"),
        ("flooding", "Flooding Loss"),
    ):  # fmt: skip
        setattr(found, name, float(re.search(rf"{label} \.+\s+-?[\d.]+\s+(-?[\d.]+)", text)[1]))
    found.outfalls = {row[0]: float(row[3]) for row in _table(text, "Outfall Loading Summary") if row[0] != "System"}
    for row in _table(text, "Link Flow Summary"):
        if row[1] == "CONDUIT":
            found.links[row[0]], found.fullness[row[0]] = float(row[2]), float(row[-1])
    found.zones = {row[0]: float(row[-2]) for row in _table(text, "Subcatchment Runoff Summary")}
    found.warnings = re.findall(r"^\s*(WARNING .*)$", text, re.M)
    return found


def _table(text: str, title: str) -> list[list[str]]:
    """The rows of a summary: those after the second rule below its title, until an empty line."""
    part = text.split(title, 1)[1]
    lines = part.splitlines()
    rules = [i for i, line in enumerate(lines) if re.fullmatch(r"\s*-{10,}\s*", line)]
    rows = []
    for line in lines[rules[1] + 1 :]:
        if not line.strip():
            break
        if not line.strip().startswith("---"):
            rows.append(line.split())
    return rows
