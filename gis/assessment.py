"""The main job: from a DEM and drainage layers to every product, kept together for the map sheet and the summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsCoordinateTransformContext, QgsProcessingFeatureSource

from ..hydrology.flow.paths import PATH_THRESHOLD, FlowPaths, overland_flow
from ..hydrology.ponds.filling import rain_to_flood
from ..hydrology.ponds.hierarchy import Hierarchy, build_hierarchy
from ..hydrology.ponds.inventory import MIN_DEPTH, Inventory, list_depressions
from ..hydrology.ponds.spill import inundate
from ..hydrology.ponds.storage import Storage, measure_storage
from ..hydrology.ponds.timeline import final_depth, greatest_depth, minutes_above, simulate
from ..hydrology.progress import Progress
from ..hydrology.risk.grading import MIN_AREA, class_areas, drop_small_patches
from ..hydrology.risk.likelihood import NODATA, combine
from ..hydrology.risk.matching import MATCH_DISTANCE, Match, WetAreas, wet_areas
from ..hydrology.risk.matching import MIN_AREA as LEAST_POND
from ..hydrology.storm.runoff import rain_for_runoff, runoff_depth
from ..hydrology.storm.scenarios import BEYOND, Rain
from ..hydrology.terrain.filling import fill_depressions
from .collectors import Delineation, delineate
from .conditioning import Features, condition
from .event import Drains, drains_of, read_pumps
from .matrix import Matrix
from .points import Recorded, read_recorded
from .ponding import RECORDED_FIELDS, match_recorded
from .presets import RiskScheme
from .raster import Dem
from .system import DrainageLayers

LARGEST_GAP = 25  # cells; larger holes without data are water or the edge of the survey and stay outlets
THRESHOLD = 0.15
"""m; water deeper than this counts as ponding. The lowest limit of the scheme road_depth, whose preset says how sure
it is."""
MAX_RAIN = 500.0  # mm, up to which the rain that a zone copes with is looked for


@dataclass(frozen=True)
class Event:
    """How rains are followed in time, as in `simulate` and `drains_of`.

    capacity : INLET_CAPACITY. clogging : share of it left. roughness : Manning's n. receiving : RECEIVING_LEVEL, ""
    for none. infiltration : mm/h. pumps : their layer. after : min that are followed after the rain.
    """

    capacity: str
    clogging: float
    roughness: float
    receiving: str = ""
    infiltration: float = 0.0
    pumps: QgsProcessingFeatureSource | None = None
    after: float = 360.0


@dataclass(frozen=True)
class Plan:
    """The rains, in the user's order, and how they become runoff and risk.

    coefficient : runoff coefficient. loss : mm. path_threshold : m2. threshold : m, above which water counts as
    ponding. matrix : for rains whose return period is known, else None. recorded : layer of recorded ponding points.
    match_distance : m. storm : what is said of the storm formula.
    """

    rains: Sequence[Rain]
    coefficient: float
    loss: float
    scheme: RiskScheme
    event: Event
    path_threshold: float = PATH_THRESHOLD
    threshold: float = THRESHOLD
    matrix: Matrix | None = None
    recorded: QgsProcessingFeatureSource | None = None
    match_distance: float = MATCH_DISTANCE
    storm: dict | None = None

    @property
    def in_time(self) -> bool:
        """Whether the rains fall in time, so that ponds, inlets and pipes are followed."""
        return self.rains[0].hyetograph is not None


@dataclass
class Outcome:
    """What one rain does. depth : m, float32. minutes : above the threshold, float32, None without time. classes :
    uint8, 255 without data. figures : as the summary has them. points, match : places of deep water."""

    rain: Rain
    depth: np.ndarray
    minutes: np.ndarray | None
    classes: np.ndarray
    figures: dict
    points: WetAreas
    match: Match | None


Visit = Callable[[Outcome, Progress, Dem], None]


@dataclass
class Assessment:
    """Everything that one run found. `last` is the last rain; `combined` is None without a matrix."""

    dem: Dem
    plan: Plan
    hierarchy: Hierarchy
    filled: np.ndarray
    storage: Storage
    depressions: Inventory
    paths: FlowPaths
    delineation: Delineation
    last: Outcome
    combined: np.ndarray | None
    recorded: Recorded | None
    by_rain: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)

    @property
    def fill_volume(self) -> float:
        """m3."""
        depth = np.where(self.dem.grid.valid, self.filled.astype(np.float64) - self.dem.z, 0.0)
        return float(depth.sum()) * self.dem.grid.cell_area

    @property
    def risk(self) -> np.ndarray:
        """The risk across all rains, of a plan without a matrix that of the last rain."""
        return self.last.classes if self.combined is None else self.combined

    def rain_to_flood(self, progress: Progress) -> np.ndarray:
        """Rain (mm, float32) at which each cell is under more water than the threshold, NaN where none does it."""
        runoff = rain_to_flood(self.dem.z, self.hierarchy, self.storage, self.plan.threshold, progress)
        rain = rain_for_runoff(runoff, self.plan.coefficient, self.plan.loss)
        rain[rain > MAX_RAIN] = np.nan
        return rain.astype(np.float32)


def assess(
    dem: Dem,
    drainage: DrainageLayers,
    buildings,
    plan: Plan,
    context: QgsCoordinateTransformContext,
    progress: Progress,
    visit: Visit | None = None,
) -> Assessment:
    """Condition the DEM, then find depressions, flow paths, zones, the water of each rain and the risk classes.

    `visit` is called with each rain's outcome and the conditioned DEM; only the last one is kept.
    """
    conditioning, finding, measuring, flowing, zoning, raining = progress.steps(
        ("Conditioning the DEM", 2), ("Finding depressions", 3), ("Measuring storage", 1), ("Tracing flow paths", 2),
        ("Delineating drainage zones", 4), ("Following the rains" if plan.in_time else "Filling, spilling, merging", 8),
    )  # fmt: skip
    features = Features(buildings=buildings, channels=drainage.channels, close_gaps=True, largest_gap=LARGEST_GAP)
    ground = dem.z
    dem, notes = condition(dem, features, context, conditioning)
    grid = dem.grid
    hierarchy = build_hierarchy(dem.z, grid.valid, grid.dx, grid.dy, progress=finding)
    storage = measure_storage(dem.z, hierarchy, measuring)
    _, paths = overland_flow(hierarchy, grid.dx, grid.dy, plan.path_threshold, None, flowing)
    level = "outfall" if drainage.pipes is not None else "inlet"
    delineation = delineate(drainage, dem, context, zoning, level, ground=ground)

    rains = _Rains(dem, hierarchy, storage, plan, drainage, delineation, context)
    combined, outcome, by_rain = None, None, []
    parts = [raining.part(0.9 * k / len(plan.rains), 0.9 * (k + 1) / len(plan.rains)) for k in range(len(plan.rains))]
    for rain, part in zip(plan.rains, parts):
        outcome = rains.follow(rain, part.part(0, 0.7))
        by_rain.append(outcome.figures)
        if plan.matrix is not None and (period := _period(rain)) is not None:
            outcome.figures["likelihood"], outcome.figures["likelihood_zh"] = plan.matrix.row_names(period)
            combined = combine(combined, plan.matrix.table.weigh(outcome.classes, period))
        if visit is not None:
            visit(outcome, part.part(0.7, 1), dem)
    if combined is not None:
        combined = _without_specks(combined, grid, raining.part(0.9, 0.92))
    depressions = list_depressions(
        hierarchy, storage, grid.cell_area, min_depth=MIN_DEPTH, progress=raining.part(0.92, 1)
    )
    return Assessment(
        dem=dem,
        plan=plan,
        hierarchy=hierarchy,
        filled=fill_depressions(dem.z, hierarchy),
        storage=storage,
        depressions=depressions,
        paths=paths,
        delineation=delineation,
        last=outcome,
        combined=combined,
        recorded=rains.recorded,
        by_rain=by_rain,
        notes=notes,
        warnings=rains.warnings,
        log=rains.log,
    )


def _period(rain: Rain) -> float | None:
    """Years; infinite for a rain beyond all that the formula tells; None where it is not known."""
    return np.inf if rain.return_period is None and rain.kind == BEYOND else rain.return_period


def _without_specks(classes: np.ndarray, grid, progress: Progress) -> np.ndarray:
    """Without patches smaller than MIN_AREA, 255 without data."""
    found = drop_small_patches(np.where(classes == NODATA, 0, classes), MIN_AREA / grid.cell_area, progress)
    found[~grid.valid] = NODATA
    return found


class _Rains:
    """What all rains share."""

    def __init__(self, dem, hierarchy, storage, plan, drainage, delineation, context) -> None:
        self.dem, self.hierarchy, self.storage, self.plan = dem, hierarchy, storage, plan
        self.warnings: list[str] = []
        self.log: list[str] = []
        self.drains, self.pumps = Drains(), None
        if plan.in_time:
            self._read_drains(drainage, delineation.collectors.system, context)
        self.recorded = None
        if plan.recorded is not None:
            names = [name for name, _ in RECORDED_FIELDS]
            self.recorded = read_recorded("RECORDED", plan.recorded, dem.grid, dem.crs, context, names)
            self.log += self.recorded.log
            self.warnings += self.recorded.warnings

    def _read_drains(self, drainage: DrainageLayers, system, context) -> None:
        event = self.plan.event
        if drainage.inlets is not None:
            self.drains = drains_of(
                drainage, system, self.dem, event.capacity, event.clogging, event.roughness, event.receiving
            )
            self.log += self.drains.log
            self.warnings += self.drains.warnings
        if event.pumps is not None:
            self.pumps, _, log, warnings = read_pumps(event.pumps, None, self.dem, context)
            self.log += log
            self.warnings += warnings

    def follow(self, rain: Rain, progress: Progress) -> Outcome:
        grid, threshold = self.dem.grid, np.float32(self.plan.threshold)
        water = self._stand(rain, progress.part(0, 0.6)) if rain.hyetograph is None else self._flow(
            rain, progress.part(0, 0.6)
        )  # fmt: skip
        depth, minutes, ledger = water
        values = {"depth": depth} if minutes is None else {"depth": depth, "duration": minutes}
        classes = self.plan.scheme.grade(values, progress.part(0.6, 0.7))
        classes = _without_specks(classes, grid, progress.part(0.7, 0.85))
        points = wet_areas(depth, threshold, LEAST_POND / grid.cell_area, progress.part(0.85, 1))
        match = None
        if self.recorded is not None:
            match = match_recorded(points, self.recorded, grid, self.plan.match_distance)
        english, chinese = rain.names
        figures = {
            "name": english,
            "name_zh": chinese,
            "kind": rain.kind,
            "rain_mm": rain.amount,
            "return_period_a": rain.return_period,
            **ledger,
            "wet_area_m2": float(np.count_nonzero(depth > 0) * grid.cell_area),
            "max_depth_m": float(depth.max()),
            "area_m2": class_areas(classes, grid.cell_area),
            "points": len(points),
        }
        if match is not None:
            hits = int(match.hit.sum())
            figures |= {"hits": hits, "misses": match.hit.size - hits, "false_alarms": match.false_alarms}
        return Outcome(rain, depth, minutes, classes, figures, points, match)

    def _stand(self, rain: Rain, progress: Progress) -> tuple[np.ndarray, None, dict]:
        """All water of a rain where it comes to rest, as if nothing but the ground took it."""
        runoff = runoff_depth(rain.amount, self.plan.coefficient, self.plan.loss)
        water = inundate(self.dem.z, self.hierarchy, self.storage, runoff, self.dem.grid.cell_area, progress)
        return water.depth.astype(np.float32), None, {
            "runoff_m3": water.rain, "stored_m3": water.stored, "outflow_m3": water.outflow,
            "balance_error": water.balance_error, "ponds": int(water.ponds.top.size - 1),
        }  # fmt: skip

    def _flow(self, rain: Rain, progress: Progress) -> tuple[np.ndarray, np.ndarray, dict]:
        """A rain followed in time, with inlets, pipes and pumps."""
        plan, dem, drains = self.plan, self.dem, self.drains
        event = simulate(
            dem.z, self.hierarchy, self.storage, dem.grid.cell_area, rain.hyetograph.after_loss(plan.loss),
            plan.coefficient, plan.event.infiltration, drains.inlets, self.pumps, drains.limits, plan.threshold,
            plan.event.after, progress=progress,
        )  # fmt: skip
        minutes = minutes_above(dem.z.shape, event).astype(np.float32)
        left = final_depth(dem.z, self.storage, event) > plan.threshold
        ledger = event.ledger
        return greatest_depth(dem.z, self.storage, event).astype(np.float32), minutes, {
            "runoff_m3": ledger.rain, "inlet_m3": ledger.inlets, "infiltrated_m3": ledger.infiltrated,
            "pumped_m3": ledger.pumped, "outflow_m3": ledger.left, "stored_m3": ledger.standing,
            "balance_error": ledger.error, "ponds": int(event.top.size - 1), "longest_min": float(minutes.max()),
            "not_drained_m2": float(np.count_nonzero(left) * dem.grid.cell_area),
        }  # fmt: skip
