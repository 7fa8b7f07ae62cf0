"""Writes docs/algorithms.md from resources/help and from what the algorithm files say of themselves.

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
FIELD = re.compile(r"(\w+) \(([^()]*)\)([;.]) ?")
SECTIONS = (("Parameters", "parameters"), ("Outputs", "outputs"))

HEAD = """# Algorithms

<!-- Made by scripts/make_docs.py from resources/help; edit the help, then run the script. -->

The id is the name for `qgis_process`, models and scripts. Lengths and elevations are in metres, areas in m2, volumes in
m3, rain in mm. The rules that all algorithms share are in [method.md](method.md), files and styles in
[outputs.md](outputs.md), the field names of network layers in [fields.md](fields.md).
"""


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
    PAGE.write_text(render(), encoding="utf-8")
    print(PAGE)
    sys.exit(0)
