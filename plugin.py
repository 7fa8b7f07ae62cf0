"""The plugin: brings the algorithms into Processing, and a menu and a toolbar into the window."""

from __future__ import annotations

from qgis.core import QgsApplication

from .gis.language import Translation
from .provider import RainshedProvider


class Rainshed:
    """`iface` is None in qgis_process, which calls only `initProcessing`."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.actions = []
        self._entries = None
        self._translation = Translation()  # before the algorithms, which take their labels when they are made

    def initProcessing(self) -> None:
        if self.provider is None:
            self.provider = RainshedProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)
            self.provider.add_models()

    def initGui(self) -> None:
        self.initProcessing()
        from .ui import MenuEntries

        self._entries = MenuEntries(self.iface)
        self.actions = self._entries.actions

    def unload(self) -> None:
        if self._entries is not None:
            self._entries.remove()
            self._entries = None
        self.actions = []
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        self._translation.remove()
