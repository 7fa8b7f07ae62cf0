"""One run of an algorithm: its inputs read, its outputs staged, its progress and log."""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsRasterLayer,
)

from ..gis.products import Frame
from ..gis.raster import (
    Dem,
    burn,
    grid_of,
    no_dem,
    read_dem,
    read_matching,
    read_values,
    refuse_degrees,
    write_raster,
)
from ..gis.staging import Staging
from ..gis.vectors import geometries, some
from ..gis.version import version
from ..hydrology import compiled
from ..hydrology.errors import HydrologyError
from ..hydrology.grid import Grid
from ..hydrology.progress import Progress

if TYPE_CHECKING:
    from .base import RainshedAlgorithm


class Run:
    """What `compute` works with. `results` is what QGIS gets back, `written` the files by output name,
    `styled` the style of each file of a folder."""

    def __init__(
        self,
        algorithm: RainshedAlgorithm,
        parameters: dict,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        staging: Staging,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.staging = staging
        self.results: dict = {}
        self.written: dict[str, str] = {}
        self.styled: dict[str, str] = {}
        self.progress = Progress(self._report, feedback.isCanceled, feedback.setProgressText)
        self._furthest = 0.0
        self._started = time.monotonic()
        self._finals = {}
        for definition in algorithm.destinationParameterDefinitions():
            if isinstance(definition, (QgsProcessingParameterFileDestination, QgsProcessingParameterFolderDestination)):
                final = algorithm.parameterAsFileOutput(parameters, definition.name(), context)
            else:
                final = algorithm.parameterAsOutputLayer(parameters, definition.name(), context)
            if final:
                self._finals[definition.name()] = final

    def _report(self, fraction: float) -> None:
        if fraction > self._furthest:
            self._furthest = fraction
            self.feedback.setProgress(100 * fraction)

    # Log

    def log(self, text: str) -> None:
        self.feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        self.feedback.pushWarning(text)

    def tell(self, log: Iterable[str], warnings: Iterable[str]) -> None:
        for line in log:
            self.log(line)
        for line in warnings:
            self.warn(line)

    def finish(self) -> None:
        """Log the key numbers and the time; complete the results with the files."""
        for name, value in self.results.items():
            self.log(f"{name}: {value:.10g}" if isinstance(value, float) else f"{name}: {value}")
        self.results.update({name: self._finals[name] for name in self.written})
        self.log(f"Done in {time.monotonic() - self._started:.1f} s.")

    # Inputs

    def number(self, name: str) -> float:
        return self.algorithm.parameterAsDouble(self.parameters, name, self.context)

    def given(self, name: str) -> bool:
        return self.parameters.get(name) not in (None, "")

    def text(self, name: str) -> str:
        return self.algorithm.parameterAsString(self.parameters, name, self.context)

    def choice(self, name: str) -> str:
        return self.algorithm.parameterAsEnumString(self.parameters, name, self.context)

    def flag(self, name: str) -> bool:
        return self.algorithm.parameterAsBoolean(self.parameters, name, self.context)

    def raster(self, name: str) -> QgsRasterLayer | None:
        return self.algorithm.parameterAsRasterLayer(self.parameters, name, self.context) if self.given(name) else None

    def depths(self, name: str, progress: Progress) -> tuple[Grid, np.ndarray]:
        """A raster of water depths: its grid, of which cells with a depth are valid, and the depths, NaN elsewhere."""
        layer = self.raster(name)
        grid = grid_of(layer, name)
        depth = read_values(layer, 1, name, progress)
        if depth.size and np.nanmin(depth, initial=np.inf) > 0:
            self.warn(f"{name} is nowhere 0: is it a raster of water depths, and not of elevations?")
        return replace(grid, valid=~np.isnan(depth)), depth

    def number_or_raster(self, name: str, dem: Dem, low: float = 0.0, high: float = math.inf) -> float | np.ndarray:
        """A number, or float64 values on the DEM's grid, of which each cell with elevations must have one."""
        found = self.algorithm.either(name, self.parameters, self.context)
        if isinstance(found, float):
            return found
        values = read_matching(found, 1, dem.grid, name).astype(np.float64)
        values[~dem.grid.valid] = 0.0
        missing = np.count_nonzero(np.isnan(values))
        if missing:
            raise HydrologyError(f"{name}: {found.name()} has no value in {missing:,} cells that have elevations.")
        if values.min() < low or values.max() > high:
            limits = f"{low:g} or more" if math.isinf(high) else f"{low:g} to {high:g}"
            raise HydrologyError(
                f"{name}: {found.name()} holds {values.min():g} to {values.max():g}; it must be {limits}."
            )
        return values

    def source(self, name: str) -> QgsProcessingFeatureSource | None:
        """A vector input; None if it is not given or holds no feature."""
        if not self.given(name):
            return None
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is not None and source.featureCount() == 0:
            self.warn(f"{name}: layer {source.sourceName()} is empty: taken as if none were given.")
            return None
        return source

    def required(self, name: str) -> QgsProcessingFeatureSource:
        """A vector input that must hold a feature."""
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None or source.featureCount() == 0:
            raise HydrologyError(f"{name}: the layer {source.sourceName() if source else ''} is empty.")
        return source

    def dem(self, progress: Progress) -> Dem:
        """Read the DEM and log what it is."""
        layer = self.raster("DEM")
        dem = read_dem(layer, self.algorithm.parameterAsInt(self.parameters, "BAND", self.context), progress)
        grid = dem.grid
        missing = grid.cells - int(np.count_nonzero(grid.valid))
        crs = dem.crs.authid() or "no CRS"
        self.log(
            f"DEM {dem.name}: {grid.columns} x {grid.rows} cells of {grid.cell_text}, {crs}, "
            f"{np.nanmin(dem.z):.2f} to {np.nanmax(dem.z):.2f} m, {missing:,} cells without data."
        )
        for note in dem.notes:
            self.warn(note)
        slow = compiled.notice(grid.cells)
        if slow:
            self.warn(slow)
        elif first := compiled.first_use():
            self.log(first)
        elif not compiled.available():
            self.log(
                f"The package numba is not installed: large DEMs take long. To install it: {compiled.INSTALL_LINE}."
            )
        return dem

    def dem_or_frame_of(self, name: str, progress: Progress) -> Dem:
        """The DEM if there is one, else a DEM without cells in the CRS of the vector input `name`."""
        if self.given("DEM"):
            return self.dem(progress)
        source = self.required(name)
        refuse_degrees(source.sourceCrs(), source.sourceExtent(), f"{name} {source.sourceName()}")
        progress.update(1)
        return no_dem(source.sourceCrs())

    def frame(self, dem: Dem) -> Frame:
        return Frame(dem.grid, dem.crs, self.context.transformContext())

    def cells(self, name: str, dem: Dem, all_touched: bool = True) -> np.ndarray | None:
        """The cells that the features of a vector input touch (or whose centres they cover), as a bool array."""
        source = self.source(name)
        if source is None:
            return None
        skipped: list[int] = []
        shapes = (
            (bytes(g.asWkb()), 1) for _, g in geometries(source, dem.crs, self.context.transformContext(), skipped)
        )
        mask = burn(dem.grid, shapes, all_touched) > 0
        if skipped:
            self.warn(f"{name}: {len(skipped)} features without a usable geometry left out: {some(skipped)}.")
        if not mask.any():
            self.warn(f"{name}: no feature of {source.sourceName()} lies on the DEM.")
        return mask

    # Outputs

    def wants(self, name: str) -> bool:
        return name in self._finals

    def target(self, name: str) -> str:
        """Where to write the output `name`; it is moved to its place at the end of the run."""
        self.written[name] = self._finals[name]
        return self.staging.path(self._finals[name])

    def target_in(self, name: str, file: str, style: str = "") -> str:
        """Where to write `file` of the folder that is the output `name`."""
        self.written[name] = self._finals[name]
        final = os.path.join(self._finals[name], file)
        if style:
            self.styled[final] = style
        return self.staging.path(final)

    def beside(self, name: str) -> str:
        """As `target`, for a file that must know where it will stand."""
        self.written[name] = self._finals[name]
        return self.staging.beside(self._finals[name])

    def file_source(self, name: str) -> str | None:
        """The QGIS source of a vector input; None if it lies in no file that a project could open again."""
        layer = self.algorithm.parameterAsVectorLayer(self.parameters, name, self.context)
        return layer.source() if layer is not None and layer.dataProvider().name() == "ogr" else None

    def final(self, name: str) -> str:
        return self._finals[name]

    def write_raster(
        self, name: str, values: np.ndarray, dem: Dem, description: str, method: str, progress: Progress,
        tags: Mapping[str, object] | None = None,
    ) -> str | None:  # fmt: skip
        """Write the output `name` if it is wanted; returns where it now lies."""
        if not self.wants(name):
            return None
        path = self.target(name)
        write_raster(path, values, dem.grid, description, self.tags(dem, method, tags), progress)
        return path

    def tags(self, dem: Dem | None, method: str, more: Mapping[str, object] | None = None) -> dict[str, str]:
        """The TIFF tags that say how a raster was made."""
        # Files by their names, and not those of outputs: the same run gives the same file anywhere.
        simple = {
            k: os.path.basename(v) if isinstance(v, str) else v
            for k, v in self.parameters.items()
            if isinstance(v, (str, int, float, bool)) and k not in self._finals
        }
        found = {
            "RAINSHED_ALGORITHM": self.algorithm.id(),
            "RAINSHED_VERSION": version(),
            "RAINSHED_METHOD": method,
            "RAINSHED_PARAMETERS": json.dumps(simple, ensure_ascii=False),
        }
        if dem is not None:
            found |= {"RAINSHED_DEM": dem.name, "RAINSHED_CELL": dem.grid.cell_text}
        return found | {k: str(v) for k, v in (more or {}).items()}
