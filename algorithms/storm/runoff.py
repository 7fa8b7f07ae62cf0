"""rainshed:runoff."""

from __future__ import annotations

import json
import math

import numpy as np

from ...gis.landcover import SOIL_GROUPS, Cover, Wanted, no_cover, read_cover, read_cover_raster, uncovered
from ...gis.raster import Dem
from ...hydrology.errors import HydrologyError
from ...hydrology.progress import Progress
from ...hydrology.storm.roofs import find_blocks, shed_roofs
from ...hydrology.storm.runoff import (
    ABSTRACTION_RATIO,
    MOISTURES,
    curve_number_runoff,
    moist_curve_number,
    runoff_depth,
)
from ...hydrology.storm.scenarios import MOST_RAIN
from ..base import RainshedAlgorithm
from ..run import Run

BY_COEFFICIENT, BY_CURVE_NUMBER = "coefficient", "curve_number"
UNKNOWN = "unknown"
ROOF_COEFFICIENT = 0.9
"""Upper end of 0.8 to 0.9 for hard roofs: Table E.0.1 不同下垫面的径流系数, see presets/landcover.json (A)."""
# Parameters that only one of the methods uses.
OWN = {
    BY_COEFFICIENT: ("COEFFICIENT", "DEFAULT_COEFFICIENT"),
    BY_CURVE_NUMBER: ("CURVE_NUMBER_FIELD", "SOIL_FIELD", "DEFAULT_CURVE_NUMBER"),
}


class RunoffDepth(RainshedAlgorithm):
    """Makes a raster of runoff from land cover."""

    NAME = "runoff"
    TITLE = "Runoff by land cover"
    GROUP = "storm"
    TAGS = ("runoff coefficient", "curve number", "SCS", "land cover", "roof", "径流系数", "产流", "曲线数", "下垫面")
    STYLES = {"OUTPUT": "runoff"}
    BYTES_PER_CELL = 35

    def define(self) -> None:
        self.add_dem()
        self.add_vector("LAND", "Land cover", "polygon")
        self.add_raster("LAND_RASTER", "Land cover (raster of class codes)")
        self.add_text("COEFFICIENT", "Runoff coefficient (field of the land cover, or a preset)")
        self.add_field("CLASS_FIELD", "Class field of the land cover", "LAND")
        self.add_number("RAIN", "Rain (mm)", 50.0, 0.0, MOST_RAIN)
        self.add_number("LOSS", "Loss (mm)", 0.0)
        self.add_choice("METHOD", "Method", [BY_COEFFICIENT, BY_CURVE_NUMBER])
        self.add_field("CURVE_NUMBER_FIELD", "Curve number field of the land cover", "LAND")
        self.add_field("SOIL_FIELD", "Hydrologic soil group field of the land cover", "LAND")
        self.add_choice("SOIL_GROUP", "Hydrologic soil group", [UNKNOWN, *SOIL_GROUPS])
        self.add_choice("MOISTURE", "Antecedent moisture, for curve numbers", list(MOISTURES))
        label = "Initial abstraction ratio, for curve numbers"
        self.add_number("ABSTRACTION_RATIO", label, ABSTRACTION_RATIO, 0.0, 1.0, advanced=True)
        label = "Runoff coefficient where there is no land cover"
        self.add_number("DEFAULT_COEFFICIENT", label, None, 0.0, 1.0, optional=True)
        label = "Curve number where there is no land cover"
        self.add_number("DEFAULT_CURVE_NUMBER", label, None, 0.0, 100.0, optional=True)
        self.add_layers("BUILDINGS")
        self.add_number("ROOF_COEFFICIENT", "Runoff coefficient of roofs", ROOF_COEFFICIENT, 0.0, 1.0)
        self.add_raster_output("OUTPUT", "Runoff (mm)")
        self.add_number_output("RUNOFF_M3", "Water that runs off (m3)")
        self.add_number_output("RAIN_M3", "Rain (m3)")
        self.add_number_output("MEAN_COEFFICIENT", "Runoff as a share of the rain")

    def check(self, parameters, context) -> None:
        given = {name for name, value in parameters.items() if value not in (None, "")}
        if {"LAND", "LAND_RASTER"} <= given:
            raise HydrologyError("LAND and LAND_RASTER are two land covers: give one.")
        method = self.parameterAsEnumString(parameters, "METHOD", context)
        for other, names in OWN.items():
            wrong = [name for name in names if name in given]
            if other != method and wrong:
                raise HydrologyError(f"{wrong[0]} is not used by METHOD={method}: leave it out, or set METHOD={other}.")
        default = "DEFAULT_CURVE_NUMBER" if method == BY_CURVE_NUMBER else "DEFAULT_COEFFICIENT"
        if default not in given and not given & {"LAND", "LAND_RASTER"}:
            raise HydrologyError(f"Neither LAND nor LAND_RASTER is given: give one, or {default} for all of the DEM.")
        if "DEFAULT_CURVE_NUMBER" in given and not self.parameterAsDouble(parameters, default, context) > 0:
            raise HydrologyError(f"{default} must be above 0.")

    def compute(self, run: Run) -> None:
        read, look, work, shed, write = run.progress.steps(
            ("Reading the DEM", 2), ("Reading the land cover", 4), ("Working the runoff", 1),
            ("Leading roof water to the ground", 2), ("Writing", 2),
        )  # fmt: skip
        dem = run.dem(read)
        grid, wanted = dem.grid, self._wanted(run)
        cover = self._cover(run, dem, wanted, look)
        run.tell(cover.log, cover.warnings)
        work.update(0)
        bare = uncovered(cover, dem, wanted)
        if bare and (run.given("LAND") or run.given("LAND_RASTER")):
            run.log(f"{bare:,} cells without land cover take {wanted.default_name}, {wanted.default:g}.")
        each = self._runoff(run, wanted, cover.values).astype(np.float32)
        depth = np.zeros(grid.shape, np.float32)
        for first, last in work.blocks(*grid.shape):
            np.take(each, cover.piece[first:last], out=depth[first:last])
        tag = cover.tag
        del cover  # frees its memory
        self._shed(run, dem, depth, shed)
        depth[~grid.valid] = 0.0
        area = grid.cell_area
        rain = run.number("RAIN") / 1000 * area * int(np.count_nonzero(grid.valid))
        water = float(depth.sum(dtype=np.float64)) / 1000 * area
        run.results |= {
            "RUNOFF_M3": water,
            "RAIN_M3": rain,
            "MEAN_COEFFICIENT": water / rain if rain > 0 else 0.0,
        }
        tags = {
            "RAINSHED_RAIN_MM": f"{run.number('RAIN'):g}",
            "RAINSHED_LOSS_MM": f"{run.number('LOSS'):g}",
            "RAINSHED_LAND_COVER": json.dumps(tag, ensure_ascii=False),
        }
        method = "SCS curve number" if wanted.numbers else "runoff coefficient"
        run.write_raster("OUTPUT", depth, dem, "runoff (mm)", f"{method} by land cover", write, tags)

    @staticmethod
    def _wanted(run: Run) -> Wanted:
        numbers = run.choice("METHOD") == BY_CURVE_NUMBER
        default = "DEFAULT_CURVE_NUMBER" if numbers else "DEFAULT_COEFFICIENT"
        group = run.choice("SOIL_GROUP")
        return Wanted(
            numbers,
            run.text("CURVE_NUMBER_FIELD" if numbers else "COEFFICIENT").strip(),
            run.text("CLASS_FIELD"),
            run.text("SOIL_FIELD"),
            "" if group == UNKNOWN else group,
            run.number(default) if run.given(default) else math.nan,
        )

    @staticmethod
    def _cover(run: Run, dem: Dem, wanted: Wanted, progress: Progress) -> Cover:
        progress.update(0)
        if run.given("LAND_RASTER"):
            return read_cover_raster(run.raster("LAND_RASTER"), dem, wanted, progress)
        if (source := run.source("LAND")) is not None:
            return read_cover(source, dem, wanted, run.context.transformContext(), progress)
        progress.update(1)
        return no_cover(dem, wanted)

    @staticmethod
    def _runoff(run: Run, wanted: Wanted, values: np.ndarray) -> np.ndarray:
        """mm of each coefficient or curve number."""
        rain, loss = run.number("RAIN"), run.number("LOSS")
        if not wanted.numbers:
            return runoff_depth(rain, values, loss) * 1000
        values = moist_curve_number(values, run.choice("MOISTURE"))
        return curve_number_runoff(max(rain - loss, 0.0), values, run.number("ABSTRACTION_RATIO"))

    @staticmethod
    def _shed(run: Run, dem: Dem, depth: np.ndarray, progress: Progress) -> None:
        """Lead the water of the roofs to the ground beside them."""
        progress.update(0)
        building = run.cells("BUILDINGS", dem, all_touched=False)
        if building is not None:
            valid = dem.grid.valid
            blocks = find_blocks(building, valid, progress.part(0.2, 0.6))
            del building
            roof = runoff_depth(run.number("RAIN"), run.number("ROOF_COEFFICIENT"), run.number("LOSS")) * 1000
            shed_roofs(depth, blocks, valid, roof, progress.part(0.6, 1))
            enclosed = int(np.count_nonzero(blocks.enclosed))
            run.log(
                f"BUILDINGS: {blocks.cells.size:,} blocks of {int(blocks.cells.sum()):,} cells shed {roof:g} mm each "
                f"on the ground beside them."
            )
            if enclosed:
                run.warn(f"BUILDINGS: {enclosed} blocks have no ground beside them and keep their water.")
        progress.update(1)
