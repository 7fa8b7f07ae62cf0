"""Writes docs/algorithms.md from resources/help and from what the algorithm files say of themselves, and
docs/findings.md from resources/presets/findings.json.

The files are read, not imported, so that any Python can run this without QGIS:
    python3 scripts/make_docs.py
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "algorithms.md"
FINDINGS = ROOT / "docs" / "findings.md"
FIELD = re.compile(r"(\w+) \(([^()]*)\)([;.]) ?")
SECTIONS = (("Parameters", "parameters"), ("Outputs", "outputs"))

HEAD = """# Algorithms

<!-- Made by scripts/make_docs.py from resources/help; edit the help, then run the script. -->

The id is the name for `qgis_process`, models and scripts. Lengths and elevations are in metres, areas in m2, volumes in
m3, rain in mm. The rules that all algorithms share are in [method.md](method.md), files and styles in
[outputs.md](outputs.md), the field names of network layers in [fields.md](fields.md).
"""


FINDINGS_HEAD = """# Findings

<!-- Made by scripts/make_docs.py from resources/presets/findings.json; edit that, then run the script. -->

What `checkinputs` and `networkcheck` find in the data, and what to do about it. Codes do not change.

- **error**: results are wrong at that place until it is put right. **warning**: may be right, but look at it.
  **notice**: worth knowing.
- Codes marked * are found by `checkinputs` only; the rest by both. `networkcheck` has a number output for each of its
  codes, in upper case.
- A feature at fault is named by layer and feature id; what concerns a whole layer or the DEM has the feature id -1.

"""

OWN = "own choice"
FINDING_LIMITS = (
    ("`low_cover`", "0.3 m of ground over the top of the pipe, at its ends, not at outfalls", OWN),
    ("`inlet_level`, `rim_level`", "0.3 m between the level and the DEM", OWN),
    ("`inlet_ridge`", "catchment under 5 m2, as `drainagezones` has it; seen where cells are smaller than that", OWN),
    ("`dem_coarse`", "cells over 5 m", OWN),
    ("`coincident_nodes`", "0.05 m", f"{OWN}: accuracy of a survey"),
    ("`dem_spike`", "2 m above (or below) all neighbours; with wider cells, as much as they are wide", OWN),
    (
        "`dem_step`",
        "0.1 m, the same way in 90 % of a run of 32 cells; such runs along a quarter of the DEM's width or height",
        f"{OWN}: a low kerb",
    ),
    ("`smaller_pipe`", "area of the section; main branches only, without pressure mains", OWN),
    ("levels", "compared to 1 mm", OWN),
)
FINDINGS_TAIL = """
**Adverse slope or pressure main.** A pipe that rises along the flow is a `pressure_main` if its shape or type says so
(force main, pressure, pump, rising main, 压力, 泵). If neither field says anything and it ends above its own top, it is
`rises_above_top`: it may be one. Else it is an `adverse_slope`.

**Two systems joined.** A system is a set of pipes that hang together, whichever way they flow. If it has several
outfalls, `joined_systems` is told once, at the first node whose branches lead to different ones, and names the others.

**Storm and foul.** The words storm, rain, surface water, 雨 and the codes YS, Y, S, SW mean storm water; foul,
sanitary, sewage, waste, 污 and WS, W, F, FW, WW foul water; combined, 合 and HS, H, C both. Combined pipes may take
either.
"""


def findings() -> str:
    """The page of findings."""
    codes = json.loads((ROOT / "resources" / "presets" / "findings.json").read_text(encoding="utf-8"))
    lines = ["| Code | Severity | What it is | What to do |", "|---|---|---|---|"]
    for severity in ("error", "warning", "notice"):
        for code, about in codes.items():
            if about["severity"] == severity:
                mark = "*" if about["check"] == "inputs" else ""
                lines.append(f"| `{code}`{mark} | {severity} | {about['title']} | {about['do']} |")
    lines += ["", "## Limits of the rules", "", "| Rule | Limit | Source |", "|---|---|---|"]
    lines += [f"| {rule} | {limit} | {source} |" for rule, limit, source in FINDING_LIMITS]
    return FINDINGS_HEAD + "\n".join(lines) + "\n" + FINDINGS_TAIL


def algorithms() -> list[dict[str, str]]:
    """NAME, TITLE and GROUP of every registered algorithm, in the provider's order."""
    found = {}
    for path in sorted((ROOT / "algorithms").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found[node.name] = {
                    line.targets[0].id: line.value.value
                    for line in node.body
                    if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant)
                }
    provider = ast.parse((ROOT / "provider.py").read_text(encoding="utf-8"))
    registered = next(
        line.value.elts
        for line in provider.body
        if isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") == "ALGORITHMS"
    )
    return [found[name.id] for name in registered]


def groups() -> dict[str, str]:
    """Titles of the groups by id, out of algorithms/base.py."""
    base = ast.parse((ROOT / "algorithms" / "base.py").read_text(encoding="utf-8"))
    for line in base.body:
        if isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") == "GROUPS":
            return ast.literal_eval(line.value)
    raise LookupError("algorithms/base.py has no GROUPS")


def help_of(name: str) -> dict:
    return json.loads((ROOT / "resources" / "help" / f"{name}.json").read_text(encoding="utf-8"))


def split_fields(text: str) -> tuple[str, list[tuple[str, str]]]:
    """An output's text and its fields: "... Fields: a (m); b (x, y). More." names a and b with their meanings."""
    before, mark, listed = text.partition("Fields: ")
    fields = []
    while mark:
        field = FIELD.match(listed)
        if field is None:
            raise ValueError(f"Fields that cannot be read: {listed}")
        fields.append((field[1], field[2]))
        listed = listed[field.end() :]
        mark = field[3] == ";"
    return f"{before}{listed}".strip() if fields else text, fields


def section(algorithm: dict[str, str], group: str) -> list[str]:
    about = help_of(algorithm["NAME"])
    lines = [
        f"## {algorithm['TITLE']}",
        "",
        f"`rainshed:{algorithm['NAME']}` · {group}",
        "",
        f"**{about['summary']}**",
        "",
    ]
    for paragraph in about["text"]:
        lines += [paragraph, ""]
    for title, key in SECTIONS:
        lines += [f"### {title}", ""]
        for name, meaning in about[key].items():
            text, fields = split_fields(meaning)
            lines.append(f"- `{name}`: {text}")
            lines += [f"  - `{field}`: {what}" for field, what in fields]
        lines.append("")
    for title in ("Limits", "Method"):
        lines += [f"### {title}", "", about[title.lower()], ""]
    return [*lines, "### Example", "", "```sh", broken(about["example"]), "```", ""]


def broken(command: str) -> str:
    """A command with a line for each parameter."""
    start, *parameters = re.split(r" (?=[A-Z][A-Z_0-9]*=)", command)
    return " \\\n  ".join([start, *parameters])


def anchor(title: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")


def render() -> str:
    """The whole page."""
    titles = groups()
    found = algorithms()
    lines = [HEAD, "| Group | Algorithm | What it does |", "|---|---|---|"]
    for one in found:
        summary = help_of(one["NAME"])["summary"]
        lines.append(f"| {titles[one['GROUP']]} | [`{one['NAME']}`](#{anchor(one['TITLE'])}) | {summary} |")
    lines.append("")
    for one in found:
        lines += section(one, titles[one["GROUP"]])
    return "\n".join(lines)


if __name__ == "__main__":
    for page, text in ((PAGE, render()), (FINDINGS, findings())):
        page.write_text(text, encoding="utf-8")
        print(page)
    sys.exit(0)
