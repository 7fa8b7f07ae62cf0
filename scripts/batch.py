"""Runs rainshed:assess for a list of towns, a CSV or a JSON file, each into its own folder, with one table of all.

Called by `make batch`; by itself: scripts/python scripts/batch.py towns.csv --out folder [RAIN=50 ...]. What a town may
be given is asked of the algorithm, so that every parameter and output that it has works here. Each town is a run of
qgis_process: the result is that of a single run, and one that crashes takes no other with it.
"""

from __future__ import annotations

import argparse
import difflib
import json
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from batch_list import TABLES, Mistakes, Town, read_list, safe_name
from batch_table import write_tables
from demo import ACROSS, BUILD, COMPARED, OUTPUTS, ROOT, SAMPLE, with_layer

ALGORITHM = "rainshed:assess"
EXAMPLE = SAMPLE / "towns.csv"
LAYER_TYPES = {"raster", "source", "vector", "layer", "file", "mesh", "pointcloud"}
OUTPUT_ENDINGS = {"rasterDestination": ".tif", "vectorDestination": ".gpkg", "sink": ".gpkg", "folderDestination": ""}
RECORD = "batch.json"  # in a town's folder, written last: what was run and how it ended
OURS = {RECORD, f"{RECORD}.part", "log.txt"}  # of a town's folder, so no names of outputs
YES, NO = {"yes", "true", "1", "是"}, {"no", "false", "0", "否"}
OWN = {"TOWNS", "OUT", "RESUME", "OVERWRITE", "PYTHON", "GIVEN"}  # settings of make that are no parameters


@dataclass(frozen=True)
class Parameter:
    """A parameter of the algorithm: its kind by QGIS's name, what it may be, and how an output is made."""

    kind: str
    options: tuple[str, ...] = ()
    low: float = -math.inf
    high: float = math.inf
    file: str | None = None  # of an output
    by_default: bool = True


@dataclass
class Algorithm:
    parameters: dict[str, Parameter]
    version: str = ""


def qgis_process(*words: str) -> tuple[int, dict, str]:
    """Exit code, the JSON printed, and what went to stderr."""
    command = [str(ROOT / "scripts" / "qgis_process"), "--json", *words]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        errors="replace", start_new_session=True,
    )  # fmt: skip
    try:
        out, errors = process.communicate()
    except BaseException:
        # In a session of its own it hears no Ctrl-C; what it was writing is staged and vanishes with it.
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        raise
    start = 0 if out.startswith("{") else out.find("\n{") + 1
    try:
        return process.returncode, json.loads(out[start:]), errors
    except ValueError:
        return process.returncode, {}, errors


def algorithm() -> Algorithm:
    """What the algorithm takes and makes, as it says itself."""
    code, about, errors = qgis_process("help", ALGORITHM)
    if code or "parameters" not in about:
        raise SystemExit(f"batch: {ALGORITHM} cannot be asked for its parameters: {error_of(code, errors)}")
    parameters = {}
    for name, said in about["parameters"].items():
        raw = said.get("raw_definition", {})
        kind = raw.get("parameter_type", "")
        low, high = (raw.get(key) for key in ("min", "max"))
        options = tuple(said.get("available_options", {}).values()) if kind == "enum" else ()
        file = None
        if said.get("is_destination"):
            ending = OUTPUT_ENDINGS.get(kind)
            if ending is None:
                found = re.search(r"\*(\.\w+)", raw.get("file_filter", ""))
                ending = found[1] if found else ".txt"
            file = (OUTPUTS | ACROSS | COMPARED).get(name, name.removeprefix("OUTPUT_").lower() + ending)
        parameters[name] = Parameter(
            kind,
            options,
            -math.inf if low is None else float(low),
            math.inf if high is None else float(high),
            file,
            bool(raw.get("create_by_default", True)),
        )
    version = str((about.get("provider_details") or {}).get("version") or "")
    return Algorithm(parameters, version)


# Checks before the first run


def check(towns: list[Town], known: Algorithm) -> None:
    """Every mistake of the whole list at once, each with its place."""
    mistakes = Mistakes()
    names: dict[str, Town] = {}
    for town in towns:
        if not town.name:
            mistakes.add(town.place, "has no NAME.")
        elif not safe_name(town.name, TABLES):
            mistakes.add(
                town.place,
                f'NAME "{town.name}" cannot be a folder: no / \\ : * ? " < > |, no dot or space at its ends, no name '
                "that systems reserve, at most 80 characters.",
            )
        else:
            first = names.setdefault(town.name.casefold(), town)
            if first is not town:
                mistakes.add(town.place, f'NAME "{town.name}" stands in {first.place} already.')
        for name, value in list(town.values.items()):
            right = name.upper()
            parameter = known.parameters.get(right)
            if parameter is None:
                near = difflib.get_close_matches(right, ["NAME", *known.parameters], 1)
                hint = f" Did you mean {near[0]}?" if near else ""
                mistakes.add(town.where.get(name, town.place), f'{ALGORITHM} has no parameter "{name}".{hint}')
                continue
            del town.values[name]
            town.values[right] = value
            what_is_wrong = wrong(right, parameter, town, value)
            if what_is_wrong:
                mistakes.add(town.place, what_is_wrong)
        if not town.values.get("DEM"):
            mistakes.add(town.place, "has no DEM.")
    mistakes.stop("batch: nothing was run. Mend the list first:")


def wrong(name: str, parameter: Parameter, town: Town, value: str) -> str:
    """What is wrong with a value; a path is made absolute on the way."""
    if parameter.file is not None:
        if value.lower() in YES | NO or (safe_name(value, OURS) and not re.search(r"[/\\]", value)):
            return ""
        return (
            f"{name} must be yes, no or the name of a file inside the folder of the town, other than {RECORD} and "
            f'log.txt, not "{value}".'
        )
    if parameter.options and value not in parameter.options:
        return f'{name} must be one of {", ".join(parameter.options)}, not "{value}".'
    if parameter.kind == "number":
        try:
            number = float(value)
        except ValueError:
            return f'{name} must be a number, not "{value}".'
        if not parameter.low <= number <= parameter.high:
            return f"{name} must lie between {parameter.low:g} and {parameter.high:g}, not {value}."
    if parameter.kind in LAYER_TYPES:
        path, bar, rest = value.partition("|")
        if "://" in path or path.startswith(("/vsi", "postgres", "memory:")):
            return ""
        whole = Path(os.path.expanduser(path))
        whole = whole if whole.is_absolute() else town.base.get(name, town.folder) / whole
        if not whole.exists():
            return f"{name}: there is no file {whole}."
        town.values[name] = with_layer(str(whole.resolve()), name) if not bar else f"{whole.resolve()}|{rest}"
    return ""


# One town


def command_of(town: Town, known: Algorithm, folder: Path) -> dict[str, str]:
    """The parameters of the run, with outputs by their files."""
    inputs = {n: v for n, v in town.values.items() if known.parameters[n].file is None}
    outputs = {}
    for name, parameter in known.parameters.items():
        if parameter.file is None:
            continue
        asked = town.values.get(name, "")
        if asked.lower() in NO or (not asked and not parameter.by_default):
            continue
        file = parameter.file if not asked or asked.lower() in YES else asked
        outputs[name] = str(folder / file)
    return inputs | outputs


def fingerprint(parameters: dict[str, str], known: Algorithm) -> dict:
    """What decides a result: the parameters and, of files, their size and time."""
    files = {}
    for name, value in parameters.items():
        if known.parameters[name].kind in LAYER_TYPES and known.parameters[name].file is None:
            path = Path(value.partition("|")[0])
            if path.is_file():
                files[name] = [path.stat().st_size, path.stat().st_mtime_ns]
    outputs = {n: Path(v).name for n, v in parameters.items() if known.parameters[n].file is not None}
    return {"parameters": parameters | outputs, "files": files, "version": known.version}


def earlier(folder: Path) -> dict:
    try:
        return json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def run(town: Town, known: Algorithm, folder: Path) -> dict:
    """Run one town and write its record; a failure is part of the record."""
    parameters = command_of(town, known, folder)
    of_before = earlier(folder).get("wrote", [])
    (folder / RECORD).unlink(missing_ok=True)
    for name in of_before:
        (folder / Path(name).name).unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    there = {path.name for path in folder.iterdir()}
    decided = fingerprint(parameters, known)
    began = time.monotonic()
    try:
        code, said, errors = qgis_process("run", ALGORITHM, "--", *(f"{n}={v}" for n, v in parameters.items()))
    finally:
        for staged in folder.glob(".rainshed-*"):  # what an ended or crashed run was about to write
            shutil.rmtree(staged) if staged.is_dir() else staged.unlink()
    seconds = time.monotonic() - began
    log = [f"{kind}: {line}" for kind, lines in (said.get("log") or {}).items() for line in lines]
    (folder / "log.txt").write_text("\n".join([*log, errors.strip(), ""]), encoding="utf-8")
    record = {"town": town.name, "status": "done", "error": "", "seconds": round(seconds, 1)}
    record["results"] = {}
    results = said.get("results") or {}
    if code or not results:
        record |= {"status": "failed", "error": error_of(code, errors)}
    else:
        record["results"] = {n: v for n, v in results.items() if isinstance(v, (int, float)) and n not in parameters}
    record["summary"] = summary_of(parameters.get("OUTPUT_SUMMARY"))
    record |= decided
    record["wrote"] = sorted({path.name for path in folder.iterdir() if path.is_file()} - there | {"log.txt"})
    part = folder / (RECORD + ".part")
    part.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    part.replace(folder / RECORD)
    return record


def summary_of(path: str | None) -> dict:
    if path is None or not Path(path).is_file():
        return {}
    return json.loads(Path(path).read_text(encoding="utf-8"))


def error_of(code: int, errors: str) -> str:
    """The sentence of a failed run."""
    lines = [line.strip() for line in errors.splitlines() if line.strip() and "setapi() is deprecated" not in line]
    for k, line in enumerate(lines):
        if line.startswith("ERROR:"):
            general = line.removeprefix("ERROR:").strip()
            detail = " ".join(lines[k + 1 : k + 2])
            return detail if detail and general.startswith("An error was encountered") else general
    if code < 0:
        return f"qgis_process was ended by signal {-code} ({signal.Signals(-code).name})."
    if code >= 128:
        return f"qgis_process crashed (code {code})."
    return lines[-1] if lines else f"qgis_process ended with code {code} and said nothing."


# All towns


def plan(towns: list[Town], known: Algorithm, out: Path, resume: bool, overwrite: bool) -> dict[str, dict]:
    """The records of towns that need no run; refuses what would overwrite anything unasked."""
    if out.exists() and not out.is_dir():
        raise SystemExit(f"batch: {out} is a file; name a folder with OUT=.")
    if out.is_dir() and any(out.iterdir()) and not resume and not overwrite:
        raise SystemExit(
            f"batch: {out} is not empty. RESUME=1 (--resume) goes on with it, OVERWRITE=1 (--overwrite) runs all towns "
            "again; or name another folder with OUT=."
        )
    kept = {}
    if not resume:
        return kept
    for town in towns:
        record = earlier(out / town.name)
        if record.get("status") != "done":
            continue
        now = fingerprint(command_of(town, known, out / town.name), known)
        changed = [key for key in now if record.get(key) != now[key]]
        if not changed:
            kept[town.name] = record
        elif not overwrite:
            before, after = record.get("parameters", {}), now["parameters"]
            names = sorted(n for n in before.keys() | after.keys() if before.get(n) != after.get(n))
            names += [f"the file of {n}" for n in now["files"] if record.get("files", {}).get(n) != now["files"][n]]
            why = ", ".join(names) or "the plugin's version"
            raise SystemExit(
                f"batch: {town.name} was finished with another {why}. Give OVERWRITE=1 (--overwrite) beside RESUME=1 "
                "to run such towns again, or another folder with OUT=."
            )
    return kept


def tell(record: dict) -> str:
    if record["status"] != "done":
        return f"{record['status']}: {record['error']}"
    rains = record["summary"].get("rains", [])
    parts = []
    for rain in rains[-1:]:
        areas = rain.get("area_m2", {})
        parts.append(
            f"{round(rain.get('rain_mm', 0), 1):g} mm: " + ", ".join(f"{c} {a:,.0f} m2" for c, a in areas.items())
        )
    return "; ".join([f"done in {record['seconds']:g} s", *parts])


def run_all(towns: list[Town], known: Algorithm, out: Path, kept: dict[str, dict]) -> list[dict]:
    """Run what is to be run; the tables on disk hold every town that is finished, at any moment."""
    records: dict[str, dict] = dict(kept)

    def ordered() -> list[dict]:
        waiting = {"status": "not run", "error": "", "results": {}, "summary": {}}
        return [records.get(town.name, {"town": town.name} | waiting) for town in towns]

    out.mkdir(parents=True, exist_ok=True)
    try:
        for number, town in enumerate(towns, 1):
            head = f"[{number}/{len(towns)}] {town.name}"
            if town.name in kept:
                print(f"{head}: finished before, skipped", flush=True)
                continue
            print(f"{head}: {town.values['DEM']} ...", flush=True)
            records[town.name] = run(town, known, out / town.name)
            print(f"{' ' * wide(head)}  {tell(records[town.name])}", flush=True)
            write_tables(out, ordered())
    except KeyboardInterrupt:
        write_tables(out, ordered())
        print(f"\nbatch: interrupted; finished towns are kept. To go on: RESUME=1 OUT={out}", file=sys.stderr)
        raise SystemExit(130) from None
    write_tables(out, ordered())
    return ordered()


def wide(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def report(records: list[dict], out: Path) -> int:
    failed = [record for record in records if record["status"] != "done"]
    width = max(16, *(2 + wide(record["town"]) for record in records))
    print(f"\n{'town':<{width}}{'rain':>9}{'stands':>13}{'blue':>13}{'yellow':>13}{'orange':>13}{'red':>13}")
    for record in records:
        for rain in record["summary"].get("rains", []) or [{}]:
            areas = rain.get("area_m2", {})
            cells = [f"{areas[c]:,.0f} m2" if c in areas else "-" for c in ("blue", "yellow", "orange", "red")]
            what = f"{round(rain['rain_mm'], 1):g} mm" if "rain_mm" in rain else record["status"]
            stored = f"{rain['stored_m3']:,.0f} m3" if "stored_m3" in rain else "-"
            print(
                record["town"]
                + " " * (width - wide(record["town"]))
                + f"{what:>9}{stored:>13}"
                + "".join(f"{cell:>13}" for cell in cells)
            )
    print(f"\nTables: {out / 'towns.csv'}, {out / 'scenarios.csv'}, {out / 'towns.json'}")
    if failed:
        print(f"\nbatch: {len(failed)} of {len(records)} towns failed:", file=sys.stderr)
        for record in failed:
            print(f"  {record['town']}: {record['error']}", file=sys.stderr)
    return 1 if failed else 0


def settings(words: list[str] | None = None) -> argparse.Namespace:
    """Options of the command line, else those of make, which come through the environment."""
    parser = argparse.ArgumentParser(prog="batch", description="Assess several towns from one list.")
    parser.add_argument("towns", nargs="?", help="CSV or JSON file; without it the example of the sample town")
    parser.add_argument("values", nargs="*", help="NAME=value: for all towns that do not give it themselves")
    parser.add_argument("--out", help="folder for the results")
    parser.add_argument("--resume", action="store_true", help="skip towns finished with the same parameters")
    parser.add_argument("--overwrite", action="store_true", help="run towns again and replace their results")
    given = parser.parse_intermixed_args(words)
    made = os.environ.get("GIVEN", "").split()
    if given.towns and "=" in given.towns:
        given.towns, given.values = None, [given.towns, *given.values]
    given.towns = given.towns or os.environ.get("TOWNS")
    given.out = given.out or os.environ.get("OUT")
    for name in ("resume", "overwrite"):
        flag = os.environ.get(name.upper(), "").lower() not in {"", *NO}
        setattr(given, name, getattr(given, name) or flag)
    given.values += [f"{name}={os.environ.get(name, '')}" for name in made if name not in OWN]
    return given


def main(words: list[str] | None = None) -> int:
    given = settings(words)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    shared = {}
    for pair in given.values:
        name, sign, value = pair.partition("=")
        if not sign:
            raise SystemExit(f'batch: "{pair}" is neither the list nor NAME=value.')
        shared[name] = value
    path = Path(given.towns) if given.towns else EXAMPLE
    towns = read_list(path, shared)
    known = algorithm()
    check(towns, known)
    out = Path(given.out) if given.out else BUILD / "batch"
    ours = not given.out and not given.resume and not given.towns
    kept = plan(towns, known, out.resolve(), given.resume, given.overwrite or ours)
    return report(run_all(towns, known, out.resolve(), kept), out)


if __name__ == "__main__":
    sys.exit(main())
