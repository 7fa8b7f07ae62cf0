"""The main job: from a DEM and drainage layers to every product, kept together for the map sheet and the summary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from qgis.core import QgsCoordinateTransformContext

from ..hydrology.flow.paths import PATH_THRESHOLD, FlowPaths, overland_flow
from ..hydrology.ponds.hierarchy import Hierarchy, build_hierarchy
from ..hydrology.ponds.inventory import MIN_DEPTH, Inventory, list_depressions
from ..hydrology.ponds.spill import Inundation, inundate
from ..hydrology.ponds.storage import Storage, measure_storage
from ..hydrology.progress import Progress
from ..hydrology.risk.grading import MIN_AREA, class_cells, drop_small_patches, grade_depth
from ..hydrology.storm.runoff import runoff_depth
from ..hydrology.terrain.filling import fill_depressions
from .collectors import Delineation, delineate
from .conditioning import Features, condition
from .raster import Dem
from .system import DrainageLayers
from .version import version

LARGEST_GAP = 25  # cells; larger holes without data are water or the edge of the survey and stay outlets


@dataclass(frozen=True)
class Scenario:
    """The rains (mm, in the user's order) and how they become runoff and risk."""

    rains: Sequence[float]
    coefficient: float
    loss: float
    scheme: dict
    path_threshold: float = PATH_THRESHOLD


@dataclass
class Assessment:
    """Everything that one run found. `water` and `classes` are those of the last rain."""

    dem: Dem
    scenario: Scenario
    hierarchy: Hierarchy
    filled: np.ndarray
    storage: Storage
    depressions: Inventory
    paths: FlowPaths
    delineation: Delineation
    water: Inundation
    classes: np.ndarray
    by_rain: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def fill_volume(self) -> float:
        """m3."""
        depth = np.where(self.dem.grid.valid, self.filled.astype(np.float64) - self.dem.z, 0.0)
        return float(depth.sum()) * self.dem.grid.cell_area


def assess(
    dem: Dem,
    drainage: DrainageLayers,
    buildings,
    scenario: Scenario,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> Assessment:
    """Condition the DEM, then find depressions, flow paths, zones, standing water of each rain and the risk classes."""
    conditioning, finding, measuring, flowing, zoning, raining = progress.steps(
        ("Conditioning the DEM", 2), ("Finding depressions", 3), ("Measuring storage", 1), ("Tracing flow paths", 2),
        ("Delineating drainage zones", 4), ("Filling, spilling, merging", 2),
    )  # fmt: skip
    features = Features(buildings=buildings, channels=drainage.channels, close_gaps=True, largest_gap=LARGEST_GAP)
    ground = dem.z
    dem, notes = condition(dem, features, context, conditioning)
    grid = dem.grid
    hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, progress=finding)
    storage = measure_storage(dem.z, hierarchy, measuring)
    _, paths = overland_flow(hierarchy, grid.dx, grid.dy, scenario.path_threshold, None, flowing)
    level = "outfall" if drainage.pipes is not None else "inlet"
    delineation = delineate(drainage, dem, context, zoning, level, ground=ground)

    by_rain = []
    for k, rain in enumerate(scenario.rains):
        part = raining.part(0.9 * k / len(scenario.rains), 0.9 * (k + 1) / len(scenario.rains))
        runoff = runoff_depth(rain, scenario.coefficient, scenario.loss)
        water = inundate(dem.z, hierarchy, storage, runoff, grid.cell_area, part.part(0, 0.7))
        classes = grade_depth(water.depth, scenario.scheme["breaks"])
        classes = drop_small_patches(classes, MIN_AREA / grid.cell_area, part.part(0.7, 1))
        by_rain.append(_figures(rain, water, classes, grid.cell_area))
    classes[~grid.valid] = 255
    depressions = list_depressions(
        hierarchy, storage, grid.cell_area, min_depth=MIN_DEPTH, progress=raining.part(0.9, 1)
    )
    return Assessment(
        dem=dem,
        scenario=scenario,
        hierarchy=hierarchy,
        filled=fill_depressions(dem.z, hierarchy),
        storage=storage,
        depressions=depressions,
        paths=paths,
        delineation=delineation,
        water=water,
        classes=classes,
        by_rain=by_rain,
        notes=notes,
    )


def _figures(rain: float, water: Inundation, classes: np.ndarray, cell_area: float) -> dict:
    return {
        "rain_mm": rain,
        "runoff_m3": water.rain,
        "stored_m3": water.stored,
        "outflow_m3": water.outflow,
        "balance_error": water.balance_error,
        "ponds": int(water.ponds.top.size - 1),
        "wet_area_m2": float(np.count_nonzero(water.depth > 0) * cell_area),
        "max_depth_m": float(water.depth.max()),
        "area_m2": {colour: cells * cell_area for colour, cells in class_cells(classes).items()},
    }


def write_summary(path: str, found: Assessment, title: str, outputs: dict[str, str]) -> None:
    """The figures of a run as JSON; `outputs` names the files written."""
    grid, scenario = found.dem.grid, found.scenario
    zones, figures = found.delineation.zones, found.delineation.figures
    summary = {
        "title": title,
        "software": f"Rainshed {version()}",
        "date": date.today().isoformat(),
        "note": "Screening only: static fill-spill-merge without pipes, infiltration or time; check on the ground.",
        "dem": {
            "file": found.dem.name,
            "crs": found.dem.crs.authid(),
            "columns": grid.columns,
            "rows": grid.rows,
            "cell": grid.cell_text,
            "valid_area_m2": grid.valid_area,
        },
        "runoff_coefficient": scenario.coefficient,
        "loss_mm": scenario.loss,
        "scheme": scenario.scheme,
        "conditioning": found.notes,
        "depressions": {
            "count": int(found.depressions.number.size),
            "deeper_than_m": MIN_DEPTH,
            "fill_volume_m3": found.fill_volume,
            "max_depth_m": float(found.depressions.depth.max(initial=0.0)),
        },
        "flow_paths": {"count": len(found.paths.cells), "length_m": float(found.paths.length.sum())},
        "zones": {
            "count": int(zones.number.size),
            "area_m2": found.delineation.area,
            "undrained_m2": found.delineation.undrained,
            "by_outlet": [
                {"type": kind, "id": name, "inlets": int(inlets), "area_m2": float(area)}
                for kind, name, inlets, area in zip(
                    zones.outlet_type, zones.outlet_id, zones.collectors, figures["area"]
                )
            ],
        },
        "inlets_by_outfall": found.delineation.collectors.inlets_by_outfall,
        "rains": found.by_rain,
        "findings": found.delineation.collectors.warnings,
        "outputs": outputs,
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(_rounded(summary), file, ensure_ascii=False, indent=2)
        file.write("\n")


def _rounded(value):
    """Figures to a thousandth; those below it, such as a balance error, to three digits."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(part) for part in value]
    if isinstance(value, float):
        return round(value, 3) if abs(value) >= 1e-3 else float(f"{value:.3g}")
    return value
