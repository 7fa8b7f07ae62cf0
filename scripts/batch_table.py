"""The tables of scripts/batch.py: a row per town, a row per town and rain, and both in one JSON file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

FIRST = ("town", "status", "error", "seconds")


def flat(value: dict, before: str = "") -> dict:
    """Nested figures as columns: {"area_m2": {"red": 1}} is area_m2_red; lists are joined by semicolons."""
    found = {}
    for name, part in value.items():
        if isinstance(part, dict):
            found |= flat(part, f"{before}{name}_")
        elif isinstance(part, (list, tuple)):
            found[before + name] = "; ".join(map(str, part))
        else:
            found[before + name] = part
    return found


def columns(rows: Iterable[dict]) -> list[str]:
    """All keys of all rows, in the order in which they come up."""
    return list(dict.fromkeys(name for row in rows for name in row))


def tables(records: list[dict]) -> tuple[list[dict], list[dict]]:
    """The rows of the towns and those of the scenarios."""
    towns, scenarios = [], []
    for record in records:
        head = {name: record.get(name, "") for name in FIRST}
        towns.append(head | record["results"])
        rains = record["summary"].get("rains", []) or [{}]
        scenarios += [{name: head[name] for name in FIRST[:3]} | flat(rain) for rain in rains]
    return towns, scenarios


def write_tables(out: Path, records: list[dict]) -> None:
    towns, scenarios = tables(records)
    _put(out / "towns.csv", _csv(towns))
    _put(out / "scenarios.csv", _csv(scenarios))
    kept = ("town", "status", "error", "seconds", "parameters", "results")
    whole = [
        {k: record[k] for k in kept if k in record} | {"rains": record["summary"].get("rains", [])}
        for record in records
    ]
    _put(out / "towns.json", json.dumps({"towns": whole}, ensure_ascii=False, indent=2) + "\n")


def _csv(rows: list[dict]) -> str:
    names = columns(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + text.getvalue()  # the mark by which Excel knows UTF-8


def _put(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8", newline="")
    part.replace(path)
