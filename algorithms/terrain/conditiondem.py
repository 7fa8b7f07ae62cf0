"""rainshed:conditiondem."""

from __future__ import annotations

from ...gis.conditioning import BARRIER_HEIGHT, BUILDING_HEIGHT, CHANNEL_DEPTH, Features, condition
from ..base import RainshedAlgorithm
from ..run import Run


class ConditionDem(RainshedAlgorithm):
    """Works buildings, channels, culverts and barriers into a DEM and closes its gaps."""

    NAME = "conditiondem"
    TITLE = "Condition DEM"
    GROUP = "terrain"
    TAGS = ("burn", "buildings", "culverts", "hydro-enforcement", "地形修正")
    STYLES = {"OUTPUT": "conditioned"}
    BYTES_PER_CELL = 30

    def define(self) -> None:
        self.add_dem()
        self.add_layers("BUILDINGS")
        self.add_number("BUILDING_HEIGHT", "Raise buildings by (m)", BUILDING_HEIGHT)
        self.add_layers("CHANNELS")
        self.add_number("CHANNEL_DEPTH", "Lower channels by (m)", CHANNEL_DEPTH)
        self.add_vector("CULVERTS", "Culverts", "line")
        self.add_vector("BARRIERS", "Barriers (walls, kerbs, dykes)", "line", "polygon")
        self.add_number("BARRIER_HEIGHT", "Raise barriers by (m)", BARRIER_HEIGHT)
        self.add_flag("CLOSE_GAPS", "Close gaps: interpolate cells without data inside the DEM")
        self.add_raster_output("OUTPUT", "Conditioned DEM (m)")
        self.add_number("LARGEST_GAP", "Largest gap to close (cells; empty: any)", None, 1.0, optional=True)

    def compute(self, run: Run) -> None:
        read, work, write = run.progress.steps(("Reading the DEM", 2), ("Conditioning", 5), ("Writing", 3))
        features = Features(
            buildings=run.source("BUILDINGS"),
            channels=run.source("CHANNELS"),
            culverts=run.source("CULVERTS"),
            barriers=run.source("BARRIERS"),
            building_height=run.number("BUILDING_HEIGHT"),
            channel_depth=run.number("CHANNEL_DEPTH"),
            barrier_height=run.number("BARRIER_HEIGHT"),
            close_gaps=run.flag("CLOSE_GAPS"),
            largest_gap=int(run.number("LARGEST_GAP")) if run.given("LARGEST_GAP") else None,
        )
        dem, notes = condition(run.dem(read), features, run.context.transformContext(), work)
        for note in notes:
            run.log(note)
        run.write_raster("OUTPUT", dem.z, dem, "conditioned elevation (m)", "conditioned DEM", write)
