"""Runs the whole assessment (rainshed:assess) headless, as a user would, and says where the results lie.

Called by `make demo`; the settings come from the environment: SITE, or DEM and the layers below, RAIN or a storm
formula, and OUT.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("RAINSHED_BUILD") or ROOT / "build")
SAMPLE = ROOT / "resources" / "sample"
LAYERS = ("INLETS", "PIPES", "MANHOLES", "OUTFALLS", "CHANNELS", "BUILDINGS", "RECORDED")
FORMULA = ("CITY", "A1", "C", "B", "N")
MORE = (
    *FORMULA, "RETURN_PERIODS", "BEYOND", "DURATION", "RUNOFF_COEFFICIENT", "LOSS", "SCHEME", "SCHEME_FILE",
    "MATRIX_FILE", "TITLE", "DATA_DATES", "LANGUAGE",
)  # passed on as they are  # fmt: skip
RAIN = "20,50,100"

# A real 400 x 400 m lidar DEM of 1 m cells that the wheel of a package on PyPI carries (MIT licence).
PRAIRIE_PACKAGE, PRAIRIE_DEM = "lidar==0.8.4", "lidar/data/dem.tif"

OUTPUTS = {
    "OUTPUT_CONDITIONED": "conditioned.tif",
    "OUTPUT_FILLED": "filled.tif",
    "OUTPUT_PATHS": "flowpaths.gpkg",
    "OUTPUT_ZONES": "zones.gpkg",
    "OUTPUT_DEPRESSIONS": "depressions.gpkg",
    "OUTPUT_DEPTH": "depth.tif",
    "OUTPUT_RISK": "risk.tif",
    "OUTPUT_RISK_ZONES": "risk_zones.gpkg",
    "OUTPUT_MAP": "map.pdf",
    "OUTPUT_PROJECT": "rainshed.qgz",
    "OUTPUT_SUMMARY": "summary.json",
    "OUTPUT_POINTS": "ponding_points.gpkg",
    "OUTPUT_CONTROL_LINE": "control_line.gpkg",
    "OUTPUT_COPING": "coping_rain.gpkg",
    "OUTPUT_REPORT": "report.html",
}
ACROSS = {"OUTPUT_COMBINED": "risk_combined.tif", "OUTPUT_SCENARIOS": "scenarios"}  # with a storm formula

COMPARED = {"OUTPUT_RECORDED": "recorded_points.gpkg"}  # with points to compare with


def town() -> dict[str, str]:
    """The inputs of the synthetic town that comes with the plugin."""
    drainage = SAMPLE / "town_drainage.gpkg"
    names = {layer: layer.lower() for layer in LAYERS} | {"CHANNELS": "channel", "RECORDED": "ponding_points"}
    return {"DEM": str(SAMPLE / "town_dem.tif")} | {
        layer: f"{drainage}|layername={name}" for layer, name in names.items()
    }


def prairie() -> dict[str, str]:
    """The inputs of the prairie site; its DEM is taken out of the package's wheel, nothing of which is run."""
    folder = BUILD / "sites" / "prairie"
    dem = folder / "dem.tif"
    if not dem.exists():
        print(f"Fetching the DEM out of the package {PRAIRIE_PACKAGE} ...", flush=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary=:all:", "--dest", str(folder), PRAIRIE_PACKAGE]
        folder.mkdir(parents=True, exist_ok=True)
        if subprocess.run(command, stdin=subprocess.DEVNULL).returncode:
            raise SystemExit("demo: the prairie DEM could not be fetched from PyPI.")
        with zipfile.ZipFile(next(folder.glob("lidar-*.whl"))) as wheel:
            data = wheel.read(PRAIRIE_DEM)
        part = dem.with_suffix(".part")
        part.write_bytes(data)
        part.replace(dem)
    return {"DEM": str(dem)}


SITES = {"town": town, "prairie": prairie}


def with_layer(source: str, parameter: str) -> str:
    """A GeoPackage named alone stands for its layer of the parameter's name, where it has one of that name."""
    if not source.lower().endswith(".gpkg") or not Path(source).is_file():
        return source
    with closing(sqlite3.connect(f"{Path(source).resolve().as_uri()}?mode=ro", uri=True)) as package:
        names = [row[0] for row in package.execute("SELECT table_name FROM gpkg_contents")]
    wanted = {parameter.lower(), parameter.lower().rstrip("s")}
    found = [name for name in names if name.lower() in wanted]
    return f"{source}|layername={found[0]}" if len(names) > 1 and found else source


def settings() -> tuple[dict[str, str], Path, bool]:
    """The inputs, the folder for the results, and whether what lies there may be overwritten."""
    known = ("DEM", *LAYERS, "RAIN", *MORE, "OUT", "SITE")
    unknown = set(os.environ.get("GIVEN", "").split()) - {*known, "PYTHON"}
    if unknown:
        raise SystemExit(f"demo: it takes no {', '.join(sorted(unknown))}, but {', '.join(known)}.")
    given = {name: os.environ[name] for name in ("DEM", *LAYERS) if os.environ.get(name)}
    site = os.environ.get("SITE") or ""
    if given and "DEM" not in given:
        raise SystemExit(f"demo: {', '.join(given)} given without DEM; name the DEM too, as in: make demo DEM=dem.tif")
    if site and given:
        raise SystemExit("demo: give either SITE or your own DEM and layers, not both.")
    if given:
        inputs = {name: with_layer(source, name) for name, source in given.items()}
        site = re.sub(r"[^\w-]+", "_", Path(given["DEM"]).stem)  # a folder name, never a way out of build/demo
    else:
        site = site or "town"
        if site not in SITES:
            raise SystemExit(f"demo: there is no site '{site}'; the sites are {', '.join(SITES)}.")
        inputs = SITES[site]()
    out = os.environ.get("OUT")
    return inputs, Path(out) if out else BUILD / "demo" / site, not out


def rains() -> dict[str, str]:
    """The rains: depths, or those of a storm formula."""
    named = os.environ.get("GIVEN", "").split()  # a shell has a LANGUAGE of its own, and perhaps an N
    given = {name: os.environ[name] for name in MORE if name in named and os.environ.get(name)}
    rain = os.environ.get("RAIN") or ("" if given.keys() & set(FORMULA) else RAIN)
    return given | ({"RAIN": rain} if rain else {})


def assess(inputs: dict[str, str], rain: dict[str, str], outputs: dict[str, str], folder: Path) -> tuple[int, str]:
    """Runs the algorithm, shows its messages and keeps them in log.txt; returns the exit code and the last error."""
    parameters = inputs | rain | {name: str(folder / file) for name, file in outputs.items()}
    command = [str(ROOT / "scripts" / "qgis_process"), "run", "rainshed:assess", "--"]
    command += [f"{name}={value}" for name, value in parameters.items()]
    said = f"rains of {rain['RAIN']} mm" if "RAIN" in rain else "the rains of a storm formula"
    print(f"Assessing {inputs['DEM']} for {said} ...", flush=True)

    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    error, wordy = "", False
    with open(folder / "log.txt", "w", encoding="utf-8") as log:
        process = subprocess.Popen(command, encoding="utf-8", errors="replace", **pipes)
        for line in process.stdout:
            log.write(line)
            text = line.rstrip()
            if text.startswith("ERROR:"):
                error = text[len("ERROR:") :].strip()
                continue
            if error and line.startswith("\t"):  # qgis_process says what is wrong below a general sentence
                detail = text.strip()
                error = detail if error.startswith("An error was encountered") else f"{error}: {detail}"
                continue
            # qgis_process lists all parameters and all results, each block under a heading; the log keeps them.
            if text in ("Inputs", "Results"):
                wordy = True
            elif wordy and text and not text.startswith("-") and ":\t" not in text:
                wordy = False
            if text and not wordy and not text.startswith("-----") and "setapi() is deprecated" not in text:
                print(f"  {text}", flush=True)
        process.wait()
    return process.returncode, error


def figures(summary: dict) -> list[str]:
    """The main figures of summary.json, a line each."""
    dem, depressions, zones = summary["dem"], summary["depressions"], summary["zones"]
    inlets = f"{'inlets':>11}" if "inlet_m3" in summary["rains"][0] else ""  # only rains in time have them
    lines = [
        f"DEM             {dem['columns']} x {dem['rows']} cells of {dem['cell']}, {dem['crs'] or 'no CRS'}",
        f"Depressions     {depressions['count']} deeper than {depressions['deeper_than_m']:g} m, "
        f"{depressions['fill_volume_m3']:,.0f} m3 to fill all, deepest {depressions['max_depth_m']:.2f} m",
        f"Flow paths      {summary['flow_paths']['count']}, {summary['flow_paths']['length_m']:,.0f} m",
        f"Drainage zones  {zones['count']} on {zones['area_m2']:,.0f} m2, "
        f"{zones['undrained_m2']:,.0f} m2 of which reach no inlet, outfall or channel",
        "",
        f"{'Rain':>9}{'runs off':>12}{'stands':>11}{inlets}{'leaves':>11}   |"
        f"{'blue':>11}{'yellow':>11}{'orange':>11}{'red':>11}",
    ]
    for rain in summary["rains"]:
        volumes = [rain[name] for name in ("runoff_m3", "stored_m3", "inlet_m3", "outflow_m3") if name in rain]
        lines.append(
            f"{round(rain['rain_mm'], 1):6g} mm{volumes[0]:9,.0f} m3"
            + "".join(f"{volume:8,.0f} m3" for volume in volumes[1:])
            + "   |"
            + "".join(f"{area:8,.0f} m2" for area in rain["area_m2"].values())
        )
    worst = max(abs(rain["balance_error"]) for rain in summary["rains"])
    return [*lines, f"Water balance closed to {worst:.1e} of the rain"]


def main() -> int:
    inputs, folder, ours = settings()
    rain = rains()
    outputs = OUTPUTS | (ACROSS if rain.keys() & set(FORMULA) else {}) | (COMPARED if "RECORDED" in inputs else {})
    results = [folder / file for file in (*outputs.values(), "map.png")]  # a log alone is what a failed run leaves
    if ours:
        for file in (*results, folder / "log.txt"):
            if file.is_dir():
                shutil.rmtree(file)
            file.unlink(missing_ok=True)
    elif any(file.exists() for file in results):
        raise SystemExit(f"demo: {folder} already holds results; name another folder with OUT=, or remove them first.")
    folder.mkdir(parents=True, exist_ok=True)

    code, error = assess(inputs, rain, outputs, folder.resolve())
    missing = [file for file in outputs.values() if not (folder / file).exists()]
    if code or missing:
        why = error or (f"qgis_process ended with code {code}" if code else f"not written: {', '.join(missing)}")
        print(f"\ndemo: the assessment failed: {why}\ndemo: all messages are in {folder / 'log.txt'}", file=sys.stderr)
        return code or 1

    print("\nMain figures")
    for line in figures(json.loads((folder / "summary.json").read_text(encoding="utf-8"))):
        print(f"  {line}".rstrip())
    print("\nResults")
    print(f"  map      {folder / 'map.pdf'}")
    if (folder / "map.png").exists():
        print(f"           {folder / 'map.png'}")
    print(f"  project  {folder / 'rainshed.qgz'}  (open in QGIS: every layer is in it, styled)")
    print(f"  report   {folder / 'report.html'}")
    print(f"  summary  {folder / 'summary.json'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
