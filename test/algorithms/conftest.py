"""A town of a few cells, with everything an algorithm may ask for."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms import support

DX = 5.0


@pytest.fixture
def dem(qgis, tmp_path):
    """Writes a DEM: dem("rows of numbers") or dem(array), and what `support.write_raster` takes."""

    def write(values, dx: float = 1.0, dy: float | None = None, name: str = "dem.tif", **how) -> Path:
        values = support.grid(values) if isinstance(values, str) else values
        return support.write_raster(tmp_path / name, values, dx, dy, **how)

    return write


@pytest.fixture
def vector(qgis, tmp_path):
    """Writes a vector layer: vector("inlets", [wkt, ...], {"id": [...]})."""

    def write(name: str, shapes, fields=None, **how) -> Path:
        return support.write_vector(tmp_path / f"{name}.gpkg", shapes, fields, **how)

    return write


@pytest.fixture(scope="session")
def town(qgis, tmp_path_factory) -> SimpleNamespace:
    """`folder` of the inputs, and `every(algorithm, out)`: parameters that ask an algorithm for all it can make."""
    folder = tmp_path_factory.mktemp("town")
    rows, columns = 40, 60
    r, c = np.mgrid[:rows, :columns]
    z = 30 - 0.02 * c + 0.6 * np.sin(r / 4.0) * np.cos(c / 5.0)
    z[20, 30:32] = np.nan
    path = support.write_raster(folder / "dem.tif", z, DX)
    depth = support.write_raster(folder / "depth.tif", np.where((r + c) % 9 < 4, 0.1 * (c % 10), 0.0), DX)
    risk = support.write_raster(folder / "risk.tif", (r // 8 + c // 8) % 5, DX, kind="Byte", nodata=255)
    floods = np.where((r + c) % 9 < 4, 10.0 + (r + c) % 40, np.nan)
    rain = support.write_raster(folder / "rain.tif", floods, DX)
    ones = support.write_raster(folder / "ones.tif", np.ones(z.shape), DX)

    def layer(name, shapes, fields=None):
        return support.write_vector(folder / f"{name}.gpkg", shapes, fields)

    inlets = layer(
        "inlets",
        [support.point(a, b, DX) for a, b in ((5, 10), (15, 20), (30, 45))],
        {"inlet_id": ["A", "B", "C"], "pipe_id": ["P1", "P1", "P2"]},
    )
    pipes = layer(
        "pipes",
        [support.line((10, 15), (20, 40), dx=DX), support.line((20, 40), (35, 55), dx=DX)],
        {
            "pipe_id": ["P1", "P2"],
            "from_node": ["N1", "N2"],
            "to_node": ["N2", "O1"],
            "from_level": [28.0, 27.6],
            "to_level": [27.6, 27.2],
            "size_m": [0.4, 0.5],
        },
    )
    manholes = layer(
        "manholes",
        [support.point(10, 15, DX), support.point(20, 40, DX)],
        {"node_id": ["N1", "N2"], "rim_elev": [29.5, 28.5]},
    )
    outfalls = layer("outfalls", [support.point(35, 55, DX)], {"node_id": ["O1"], "water": [29.0]})
    channels = layer("channels", [support.line((36, 2), (38, 58), dx=DX)], {"id": ["K"]})
    buildings = layer("buildings", [support.box(8, 30, 10, 34, DX), support.box(25, 10, 27, 12, DX)])
    land = layer("land", [support.box(0, 0, 39, 29, DX), support.box(5, 5, 12, 20, DX)], {"class": ["paved", "绿地"]})
    blocks = layer("blocks", [support.box(3, 4, 30, 50, DX)])
    sinks = layer("sinks", [support.point(12, 50, DX)])
    pumps = layer("pumps", [support.point(20, 25, DX)], {"rate": [30.0]})
    storm = layer("storm", [None] * 4, {"t_min": [0, 20, 40, 60], "rain_mm": [20, 40, 20, 0]})
    zones = layer(
        "zones", [support.box(2, 5, 12, 20, DX), support.box(13, 5, 33, 50, DX)],
        {"zone_id": [1, 2], "outlet_id": ["A", "C"], "outlet_t": ["inlet"] * 2, "low_z": [28.8, 29.4]},
    )  # fmt: skip
    points = layer("points", [support.point(a, b, DX) for a, b in ((9, 12), (20, 25), (33, 44))], {"id": [7, 8, 9]})
    network = {"INLETS": inlets, "PIPES": pipes, "MANHOLES": manholes, "OUTFALLS": outfalls, "CHANNELS": channels}
    inputs = {
        "checkinputs": {"DEM": path, **network, "BUILDINGS": buildings},
        "networkcheck": {
            "DEM": path, **{name: network[name] for name in list(network)[:4]}, "RECEIVING_LEVEL": "water",
        },
        "conditiondem": {
            "DEM": path, "BUILDINGS": buildings, "CHANNELS": channels, "CULVERTS": pipes, "BARRIERS": channels,
            "CLOSE_GAPS": True, "LARGEST_GAP": 25,
        },
        "filldepressions": {"DEM": path, "METHOD": "fill_slope", "SINKS": sinks},
        "depressions": {"DEM": path, "LEVELS": "all", "SINKS": sinks},
        "designstorm": {"CITY": "guangzhou_centre", "RETURN_PERIOD": 20, "DEPTH": 90},
        "runoff": {"DEM": path, "LAND": land, "BUILDINGS": buildings, "DEFAULT_COEFFICIENT": 0.6, "RAIN": 80},
        "flowaccumulation": {"DEM": path, "WEIGHTS": ones, "SINKS": sinks},
        "flowpaths": {"DEM": path, "THRESHOLD": 500, "SINKS": sinks},
        "tracedownstream": {"DEM": path, "POINTS": points, "SINKS": sinks},
        "upstreamarea": {"DEM": path, "POINTS": points, "SNAP_DISTANCE": 20},
        "drainagezones": {
            "DEM": path, **network, "LEVEL": "node", "MIN_AREA": 200, "RECEIVING_LEVEL": "water",
            "DEPRESSION_VOLUME": 50, "RAIN_RATE": 40, "GROUND": path,
        },
        "pipecapacity": {
            "DEM": path, **{name: network[name] for name in list(network)[:4]}, "INTENSITY": 300,
            "RUNOFF_COEFFICIENT": "0.7",
        },
        "swmmexport": {
            "DEM": path, **{name: network[name] for name in list(network)[:4]}, "INTENSITY": 300,
            "RUNOFF_COEFFICIENT": "0.7", "RECEIVING_LEVEL": "27.5",
        },
        "inletcapacity": {
            "DEM": path, **{name: network[name] for name in list(network)[:4]}, "INTENSITY": 300,
            "RUNOFF_COEFFICIENT": "0.7",
        },
        "outfallbackwater": {
            "DEM": path, **{name: network[name] for name in list(network)[:4]}, "ZONES": zones,
            "RECEIVING_LEVEL": "water", "RUNOFF": 80,
        },
        "networkgaps": {
            "DEM": path, "INLETS": inlets, "PIPES": pipes, "CHANNELS": channels, "DISTANCE": 30, "BUILTUP": blocks,
        },
        "inundation": {"DEM": path, "RAIN": 80, "SINKS": sinks},
        "floodprobability": {"DEM": path, "RAIN": 80, "RUNS": 6, "RMSE": 0.2, "RANGE": 5, "SINKS": sinks},
        "raintoflood": {"DEM": path, "MIN_DEPTH": 0.05, "SINKS": sinks},
        "pondingevent": {
            "DEM": path, "HYETOGRAPH": storm, **{name: network[name] for name in list(network)[:4]}, "PUMPS": pumps,
            "INFILTRATION": 3, "RECEIVING_LEVEL": "water", "SINKS": sinks,
        },
        "riskmap": {"DEPTH": depth},
        "mapsheet": {"RISK": risk},
        "controlline": {"RISK": risk, "CLASS": "yellow"},
        "copingrain": {
            "RAINTOFLOOD": rain, "ZONES": zones, "A1": 12, "C": 0.8, "B": 8, "N": 0.7, "DURATION": 60,
        },
        "pondingpoints": {"DEPTH": depth, "RECORDED": points},
        "assess": {
            "DEM": path, **network, "BUILDINGS": buildings, "FLOWPATH_THRESHOLD": 500, "A1": 12, "C": 0.8, "B": 8,
            "N": 0.7, "RETURN_PERIODS": "2,20", "BEYOND": "x1.4", "RECORDED": points, "PUMPS": pumps, "AFTER": 60,
        },
    }  # fmt: skip
    endings = {"OUTPUT_HTML": "html", "OUTPUT_MAP": "pdf", "OUTPUT_PROJECT": "qgz", "OUTPUT_SUMMARY": "json"} | {
        "OUTPUT_REPORT": "html"
    }

    def every(name: str, out: Path) -> dict:
        from qgis.core import QgsProcessingParameterRasterDestination

        made = qgis.provider.algorithm(name)
        targets = {}
        for definition in made.destinationParameterDefinitions():
            raster = isinstance(definition, QgsProcessingParameterRasterDestination)
            whole = {"mapsheet": "pdf", "swmmexport": "inp"}
            ending = whole.get(name) or endings.get(definition.name(), "tif" if raster else "gpkg")
            targets[definition.name()] = out / f"{definition.name().lower()}.{ending}"
        return {**inputs[name], **targets}

    return SimpleNamespace(folder=folder, every=every, names=sorted(inputs), dem=path)
