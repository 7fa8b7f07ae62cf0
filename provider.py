"""The Processing provider: its name, its icon and its algorithms."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.assessment.assess import Assess
from .algorithms.drainage.drainagezones import DrainageZones
from .algorithms.drainage.inletcapacity import InletCapacity
from .algorithms.drainage.networkcheck import NetworkCheck
from .algorithms.drainage.networkgaps import NetworkGaps
from .algorithms.drainage.outfallbackwater import OutfallBackwater
from .algorithms.drainage.pipecapacity import PipeCapacity
from .algorithms.drainage.swmmexport import SwmmExport
from .algorithms.flow.flowaccumulation import FlowAccumulation
from .algorithms.flow.flowpaths import FlowPathLines
from .algorithms.flow.tracedownstream import TraceDownstream
from .algorithms.flow.upstreamarea import UpstreamArea
from .algorithms.inundation.floodprobability import FloodProbability
from .algorithms.inundation.inundation import StaticInundation
from .algorithms.inundation.pondingevent import PondingEvent
from .algorithms.inundation.pondingpoints import PondingPoints
from .algorithms.inundation.raintoflood import RainToFlood
from .algorithms.risk.controlline import ControlLine
from .algorithms.risk.copingrain import CopingRain
from .algorithms.risk.mapsheet import MapSheet
from .algorithms.risk.riskmap import RiskMap
from .algorithms.shipped import models
from .algorithms.storm.designstorm import DesignStorm
from .algorithms.storm.runoff import RunoffDepth
from .algorithms.terrain.checkinputs import CheckInputs
from .algorithms.terrain.conditiondem import ConditionDem
from .algorithms.terrain.depressions import DepressionInventory
from .algorithms.terrain.filldepressions import FillDepressions
from .gis.language import tr
from .gis.version import version

ALGORITHMS = (
    Assess,
    CheckInputs,
    ConditionDem,
    FillDepressions,
    DepressionInventory,
    DesignStorm,
    RunoffDepth,
    FlowAccumulation,
    FlowPathLines,
    TraceDownstream,
    UpstreamArea,
    DrainageZones,
    NetworkCheck,
    NetworkGaps,
    PipeCapacity,
    SwmmExport,
    InletCapacity,
    OutfallBackwater,
    StaticInundation,
    RainToFlood,
    PondingEvent,
    PondingPoints,
    FloodProbability,
    RiskMap,
    ControlLine,
    CopingRain,
    MapSheet,
)


class RainshedProvider(QgsProcessingProvider):
    """Rainshed (雨域): urban waterlogging analysis, 城市内涝分析."""

    def id(self) -> str:
        return "rainshed"

    def name(self) -> str:
        return "Rainshed"

    def longName(self) -> str:
        return f"Rainshed 雨域 {version()}: {tr('urban waterlogging analysis')}"

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(Path(__file__).resolve().parent / "resources" / "icons" / "rainshed.svg")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["tif"]

    def load(self) -> bool:
        _use_profile()
        return super().load()

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            self._add_models()

    def add_models(self) -> None:
        """Add the shipped models; once the provider is registered, since a model looks its steps up in the registry."""
        self._add_models()
        self.algorithmsLoaded.emit()

    def _add_models(self) -> None:
        for model in models():
            self.addAlgorithm(model)


def _use_profile() -> None:
    """Keep compiled kernels in the user's profile, and find packages put there by a dependency manager.

    qpip, which does that in the window, is not loaded under qgis_process.
    """
    profile = Path(QgsApplication.qgisSettingsDirPath())
    os.environ.setdefault(
        "RAINSHED_CACHE_DIR", os.environ.get("NUMBA_CACHE_DIR") or str(profile / "cache" / "rainshed")
    )
    folder = profile / "python" / "dependencies" / f"{sys.version_info.major}.{sys.version_info.minor}"
    if folder.is_dir() and str(folder) not in sys.path:
        sys.path.append(str(folder))
