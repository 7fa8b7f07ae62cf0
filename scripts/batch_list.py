"""The list of towns of scripts/batch.py: a CSV or a JSON file."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

RESERVED = {"con", "prn", "aux", "nul", *(f"com{k}" for k in range(1, 10)), *(f"lpt{k}" for k in range(1, 10))}
TABLES = {"towns.csv", "scenarios.csv", "towns.json"}


@dataclass
class Town:
    """A town as given: its values by parameter as text, where it stands, and what its relative paths start from."""

    name: str
    place: str
    folder: Path
    values: dict[str, str] = field(default_factory=dict)
    base: dict[str, Path] = field(default_factory=dict)  # of values that come from elsewhere
    where: dict[str, str] = field(default_factory=dict)  # the place of a value that is not the town's own


class Mistakes:
    """Gathers mistakes, so that all are told at once; the same one is told once."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, place: str, what: str) -> None:
        line = f"  {place}: {what}"
        if line not in self.found:
            self.found.append(line)

    def stop(self, head: str) -> None:
        if self.found:
            raise SystemExit("\n".join([head, *self.found]))


def safe_name(name: str, taken: Collection[str]) -> bool:
    """Whether `name` can be one folder or file on every system, no way out of where it is put, and none of the names
    `taken` there."""
    bad = re.search(r'[/\\:*?"<>|\x00-\x1f\x7f]', name) or name != name.strip(" .") or len(name.encode("utf-8")) > 240
    return bool(name) and not bad and len(name) <= 80 and name.split(".")[0].lower() not in RESERVED and (
        name.lower() not in taken
    )  # fmt: skip


def read_list(path: Path, shared: dict[str, str]) -> list[Town]:
    """The towns of a file, each with the values that all share where it has none of its own."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SystemExit(f"batch: the list {path} cannot be read: {error.strerror}.") from None
    text = decoded(raw, path)
    towns, defaults = from_json(text, path) if text.lstrip()[:1] in ("{", "[") else (from_csv(text, path), {})
    if not towns:
        raise SystemExit(f"batch: {path} names no town.")
    here = Path.cwd()
    for town in towns:
        own = {name.upper() for name in town.values}
        for name, value in shared.items():
            if name.upper() not in own and value != "":
                town.values[name] = value
                town.base[name.upper()] = here
                town.where[name] = "the options"
                own.add(name.upper())
        for name, value in defaults.items():
            if name.upper() not in own and value != "":
                town.values[name] = value
                town.where[name] = f"{path.name}, defaults"
    return towns


def decoded(raw: bytes, path: Path) -> str:
    """UTF-8 with or without its mark, UTF-16 with it, else GB 18030, in which Chinese Excel writes (GBK)."""
    coding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for attempt in (coding, "gb18030"):
        try:
            return raw.decode(attempt)
        except UnicodeDecodeError:
            continue
    raise SystemExit(f"batch: {path} is neither UTF-8 nor GBK text: save it as CSV UTF-8.")


def from_csv(text: str, path: Path) -> list[Town]:
    """A row is a town, a column a parameter; separated by commas, semicolons or tabs."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(",;\t", key=first.count)
    mistakes = Mistakes()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    header: list[str] = []
    towns = []
    for cells in reader:
        cells = [unicodedata.normalize("NFC", cell.strip()) for cell in cells]
        if not any(cells):
            continue
        place = f"{path.name}, row {reader.line_num}"
        if not header:
            header = cells
            names = [name.upper() for name in header if name]
            for name in sorted({name for name in names if names.count(name) > 1}):
                mistakes.add(place, f"the column {name} stands there twice.")
            if "NAME" not in names:
                mistakes.add(place, "there is no column NAME.")
            continue
        if any(cells[len(header) :]):
            mistakes.add(
                place,
                f'there are more cells than columns: put a value with "{separator}" in it, such as several rains, in '
                "quotes.",
            )
        row = {name: value for name, value in zip(header, cells) if name and value}
        for value, name in zip(cells, header):
            if value and not name:
                mistakes.add(place, f'"{value}" stands in a column without a name.')
        names = [name for name in row if name.upper() == "NAME"]
        town = Town(row.pop(names[0]) if names else "", place, path.resolve().parent, row)
        town.where = dict.fromkeys(row, f"{path.name}, row 1")
        towns.append(town)
    mistakes.stop("batch: nothing was run. Mend the list first:")
    return towns


def from_json(text: str, path: Path) -> tuple[list[Town], dict[str, str]]:
    """{"defaults": {...}, "towns": [{"NAME": ..., "DEM": ...}, ...]}, or the list of towns alone."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise SystemExit(f"batch: {path} is no valid JSON: {error}.") from None
    except RecursionError:
        raise SystemExit(f"batch: {path} is no valid JSON: it is nested too deep.") from None
    data = {"towns": data} if isinstance(data, list) else data
    entries, defaults = data.get("towns"), data.get("defaults", {})
    unknown = sorted(set(data) - {"towns", "defaults"})
    if unknown:
        raise SystemExit(f'batch: {path} holds "{unknown[0]}"; it takes "defaults" and "towns".')
    if not isinstance(entries, list) or not isinstance(defaults, dict):
        raise SystemExit(f'batch: {path}: "towns" must be a list of entries, "defaults" names with values.')
    towns = []
    for number, entry in enumerate(entries, 1):
        place = f"{path.name}, town {number}"
        if not isinstance(entry, dict):
            raise SystemExit(f"batch: {place} must hold names with values.")
        values = {name: as_text(value) for name, value in entry.items()}
        names = [name for name in values if name.upper() == "NAME"]
        name = unicodedata.normalize("NFC", values.pop(names[0]).strip()) if names else ""
        towns.append(Town(name, place, path.resolve().parent, {n: v for n, v in values.items() if v != ""}))
    return towns, {name: as_text(value) for name, value in defaults.items()}


def as_text(value) -> str:
    """A value as a command takes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join(as_text(part) for part in value)
    return str(value)
