"""The Rainshed menu and toolbar."""

from __future__ import annotations

import configparser
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from ..gis.language import language_of, locale, tr

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "resources" / "icons"


def documentation() -> QUrl:
    """The guide that came with the plugin, in the user's language, else the plugin's home page."""
    language = language_of(locale())
    for name in (f"README.{language}.md", "README.md"):
        if (ROOT / name).is_file():
            return QUrl.fromLocalFile(str(ROOT / name))
    return home_page()


def home_page() -> QUrl:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return QUrl(parser["general"]["homepage"])


class MenuEntries:
    """Adds the menu and the toolbar when made; `remove` takes both away."""

    def __init__(self, iface):
        self.iface = iface
        window = iface.mainWindow()
        self.assess = QAction(QIcon(str(ICONS / "assess.svg")), tr("Assess inundation risk…"), window)
        self.assess.setObjectName("RainshedAssess")
        self.assess.setToolTip(tr("From a DEM and the drainage network to zones, risk map, map sheet and project"))
        self.assess.triggered.connect(self.open_assess)
        self.help = QAction(QIcon(str(ICONS / "rainshed.svg")), tr("Help"), window)
        self.help.setObjectName("RainshedHelp")
        self.help.triggered.connect(self.open_help)
        self.actions = [self.assess, self.help]

        self.menu = QMenu("Rainshed", window)
        self.menu.setObjectName("RainshedMenu")
        self.menu.addActions(self.actions)
        window.menuBar().insertMenu(iface.firstRightStandardMenu().menuAction(), self.menu)

        self.toolbar = iface.addToolBar("Rainshed")
        self.toolbar.setObjectName("RainshedToolbar")
        self.toolbar.addAction(self.assess)

    def open_assess(self) -> None:
        import processing

        processing.execAlgorithmDialog("rainshed:assess", {})

    def open_help(self) -> None:
        if not any(QDesktopServices.openUrl(url) for url in (documentation(), home_page())):
            self.iface.messageBar().pushMessage("Rainshed", home_page().toString(), Qgis.MessageLevel.Info)

    def remove(self) -> None:
        window = self.iface.mainWindow()
        window.menuBar().removeAction(self.menu.menuAction())
        window.removeToolBar(self.toolbar)
        for part in (self.toolbar, self.menu, *self.actions):
            part.deleteLater()
        self.actions = []
