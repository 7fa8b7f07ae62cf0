"""The table and the plot in docs/ from the figures of a run; nothing is timed again.

python benchmarks/report.py [build/benchmark/figures.jsonl]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tools import PEERS, TASKS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
PLOT = ROOT / "docs" / "images" / "benchmarks.png"
BEGIN, END = "<!-- figures: benchmarks/report.py -->", "<!-- end of figures -->"
OURS = "rainshed"
NAMES = {OURS: "Rainshed", **PEERS}
COLOURS = {
    OURS: "#0b5cad", "richdem": "#c0392b", "whitebox": "#7d5ba6", "topotoolbox": "#d68910", "pyflwdir": "#3a8f5a",
    "grass": "#7f6a52", "saga": "#707b7c",
}  # fmt: skip
CHECKS = {
    "fill": "volume (m³)",
    "fill_directions_accumulation": "largest catchment (cells)",
    "hierarchy_event": "stored (m³)",
    "rain_to_flood": "flooded by 50 mm (m²)",
}
COMPARED = {"rain_to_flood": "fill"}  # no peer has it; the question is what it costs beyond a fill


def read_figures(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def render(figures: list[dict]) -> str:
    """Machine, versions, and a table per task, in Markdown."""
    first = figures[0]
    parts = [f"Run on {first['date']}, {first['cores']} cores ({first['cpu']}); DEM: {first['dem']}."]
    for task, title in TASKS.items():
        rows = [figure for figure in figures if figure["task"] == task]
        if rows:
            base = [row for row in figures if row["tool"] == OURS and row["task"] == COMPARED.get(task, task)]
            parts += [f"### {title}", _table(task, rows, {row["cells"]: row["seconds"] for row in base})]
    seen = {figure["tool"]: figure["version"] for figure in figures if figure["version"]}
    versions = [f"{NAMES[tool]} {version}" for tool, version in seen.items()]
    return "\n\n".join([*parts, "Versions: " + ", ".join(versions) + "."])


def _table(task: str, rows: list[dict], ours: dict[int, float | None]) -> str:
    times = "times our fill" if task in COMPARED else "times ours"
    lines = [
        f"| cells | tool | seconds | {times} | peak MB | B/cell | threads | {CHECKS[task]} |",
        "|---:|---|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        if row["seconds"] is not None:
            base = ours.get(row["cells"])
            name = f"**{NAMES[row['tool']]}**" if row["tool"] == OURS else NAMES[row["tool"]]
            ratio = f"{row['seconds'] / base:.1f}" if base else ""
            each = row["peak_mb"] * 2**20 / row["cells"]
            size, memory = _millions(row["cells"]), f"{row['peak_mb']} | {each:.0f}"
            values = f"{row['seconds']:.2f} | {ratio} | {memory} | {row['threads']} | {row['check']:,.0f}"
            lines.append(f"| {size} | {name} | {values} |")
    return "\n".join(lines) + _not_timed(rows)


def _not_timed(rows: list[dict]) -> str:
    """A sentence: which tools at which sizes, by reason."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        if row["seconds"] is None:
            sizes = reasons.setdefault(row["why"], {}).setdefault(NAMES[row["tool"]], [])
            sizes.append(_millions(row["cells"]))
    timed = {NAMES[row["tool"]] for row in rows if row["seconds"] is not None}
    notes = []
    for why, lacking in reasons.items():
        who = [f"{name} at {', '.join(sizes)}" if name in timed else name for name, sizes in lacking.items()]
        notes.append(f"{', '.join(who)} ({why})")
    return "\n\nNot timed: " + "; ".join(notes) + "." if notes else ""


def _millions(cells: int) -> str:
    return f"{cells / 1e6:.3g} M"


def write_page(figures: list[dict], page: Path) -> None:
    """Put the figures between the marks of the page; the text around them stays."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{render(figures)}\n\n{END}{after}", encoding="utf-8")


def write_plot(figures: list[dict], path: Path) -> None:
    """Seconds over cells, a panel per task; a tool that has one size is a point."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    plt, axes = pyplot.subplots(2, 2, figsize=(11, 8.5), sharex=True, sharey=True, layout="constrained")
    timed = [figure for figure in figures if figure["seconds"]]
    for (task, title), axis in zip(TASKS.items(), axes.flat):
        axis.set_title(title, loc="left", fontsize=12)
        axis.set(xscale="log", yscale="log")
        axis.grid(True, which="major", color="#dddddd", linewidth=0.8)
        axis.spines[["top", "right"]].set_visible(False)
        lines = {}
        for tool in NAMES:
            rows = [row for row in timed if row["task"] == task and row["tool"] == tool]
            if rows:
                lines[NAMES[tool], COLOURS[tool], "-", tool == OURS] = rows
        if task == "rain_to_flood":  # ours alone; what it costs beyond a fill
            rows = [row for row in timed if row["task"] == "fill" and row["tool"] == OURS]
            lines["Rainshed's fill", "#7fa8d1", "--", False] = rows
        ends = []
        for (name, colour, style, bold), rows in lines.items():
            x, y = [row["cells"] for row in rows], [row["seconds"] for row in rows]
            axis.plot(x, y, style, color=colour, marker="o", markersize=4, linewidth=2.6 if bold else 1.5)
            ends += [(x[-1], y[-1], name, colour, bold)] if rows else []
        _label(axis, ends)
    cells = sorted({row["cells"] for row in timed})
    for axis in axes.flat:
        axis.set_xticks(cells, [_millions(n) for n in cells])
        axis.minorticks_off()
        axis.set_xlim(cells[0] / 1.3, cells[-1] * 4)
        axis.yaxis.set_major_formatter("{x:g}")
    plt.supxlabel("cells", fontsize=11)
    plt.supylabel("seconds", fontsize=11)
    plt.savefig(path, dpi=110)


def _label(axis, ends: list[tuple]) -> None:
    """Names at the ends of the lines, moved apart where they would cover each other."""
    height, below = 1.32, 0.0  # a line of text as a factor of seconds
    for x, y, name, colour, bold in sorted(ends, key=lambda end: end[1]):
        below = max(y, below * height)
        axis.annotate(
            name, (x, y), xytext=(x * 1.15, below), textcoords="data", color=colour, fontsize=10, va="center",
            fontweight="bold" if bold else "normal",
        )  # fmt: skip


def main() -> None:
    given = sys.argv[1:] or [ROOT / "build" / "benchmark" / "figures.jsonl"]
    figures = read_figures(Path(given[0]))
    write_page(figures, PAGE)
    write_plot(figures, PLOT)
    print(f"wrote {PAGE.relative_to(ROOT)} and {PLOT.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
