"""Run by QGIS itself (--code) in its real window: loads Rainshed, looks at it, unloads it, writes a report and ends.

The environment names the report (RAINSHED_REPORT) and the folder for pictures (RAINSHED_PICTURES).
"""

import json
import os
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QCheckBox, QDialog, QDockWidget, QLabel, QToolBar
from qgis.utils import iface

PICTURES = Path(os.environ["RAINSHED_PICTURES"])
report = {"qgis": Qgis.QGIS_VERSION, "pictures": {}}


def menus() -> list:
    return [action.text().replace("&", "") for menu in all_menus() for action in menu.actions() if action.menu()]


def all_menus() -> list:
    """The menu bar, and the menus in which QGIS keeps those of plugins."""
    window = iface.mainWindow()
    return [window.menuBar(), iface.pluginMenu(), iface.rasterMenu(), iface.vectorMenu()]


def traces() -> dict:
    """What of Rainshed is to be seen now."""
    bars = [bar for bar in iface.mainWindow().findChildren(QToolBar) if bar.objectName() == "RainshedToolbar"]
    provider = QgsApplication.processingRegistry().providerById("rainshed")
    return {
        "provider": provider is not None,
        "algorithms": sorted(algorithm.id() for algorithm in provider.algorithms()) if provider else [],
        "menu": "Rainshed" in menus(),
        # In the menu bar, a menu with an icon shows the icon instead of its name.
        "bar_icons": sum(not action.icon().isNull() for action in iface.mainWindow().menuBar().actions()),
        "toolbar": len(bars),
        "buttons": [action.text() for bar in bars for action in bar.actions() if action.text()],
        "icons": [not action.icon().isNull() for bar in bars for action in bar.actions() if action.text()],
    }


def picture(widget, name: str) -> None:
    path = PICTURES / f"{name}.png"
    if widget.grab().save(str(path)):
        report["pictures"][name] = str(path)


def finish() -> None:
    target = Path(os.environ["RAINSHED_REPORT"])
    part = target.with_suffix(".part")
    part.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(target)
    sys.stdout.flush()
    # A window closed by a script may ask whether to save; there is nobody to answer.
    os._exit(0)


def step(action):
    """The step, with a failure of it put into the report and ending the session."""

    def run() -> None:
        try:
            action()
        except Exception:
            report["error"] = traceback.format_exc()
            finish()

    return run


def load() -> None:
    iface.mainWindow().resize(1400, 900)
    iface.newProject()  # an empty map instead of the page of recent projects
    report["before"] = traces()
    qgis.utils.updateAvailablePlugins()
    report["available"] = "rainshed" in qgis.utils.available_plugins
    report["loaded"] = qgis.utils.loadPlugin("rainshed")
    report["started"] = qgis.utils.startPlugin("rainshed")
    QTimer.singleShot(1000, step(look))


def toolbox() -> dict:
    """The groups under Rainshed in the Processing toolbox, which is opened, with their algorithms."""
    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    dock.show()
    dock.raise_()
    tree = dock.algorithmTree
    model = tree.model()
    found = {}
    for row in range(model.rowCount()):
        provider = model.index(row, 0)
        if provider.data() != "Rainshed":
            continue
        tree.expand(provider)
        for k in range(model.rowCount(provider)):
            group = model.index(k, 0, provider)
            tree.expand(group)
            children = [model.index(n, 0, group) for n in range(model.rowCount(group))]
            found[group.data()] = [child.data() for child in children]
        tree.scrollTo(provider, QAbstractItemView.ScrollHint.PositionAtTop)
    return found


def look() -> None:
    report["with"] = traces()
    report["toolbox"] = toolbox()
    QTimer.singleShot(1000, step(look_at_window))


def look_at_window() -> None:
    picture(iface.mainWindow(), "window")
    # The dialog may block the call that opens it, so the look at it is arranged first.
    QTimer.singleShot(2500, step(look_at_dialog))
    qgis.utils.plugins["rainshed"].actions[0].trigger()


def labels(dialog) -> list:
    """What the parameters of a dialog are called in it."""
    return [widget.text() for kind in (QLabel, QCheckBox) for widget in dialog.findChildren(kind) if widget.text()]


def look_at_dialog() -> None:
    dialogs = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible() and hasattr(widget, "algorithm")
    ]
    report["dialogs"] = [dialog.algorithm().id() for dialog in dialogs]
    report["labels"] = [text for dialog in dialogs for text in labels(dialog)]
    report["titles"] = [dialog.windowTitle() for dialog in dialogs]
    for dialog in dialogs:
        picture(dialog, "dialog")
        dialog.close()
    QTimer.singleShot(500, step(unload))


def unload() -> None:
    report["unloaded"] = qgis.utils.unloadPlugin("rainshed")
    # What deleteLater() removes is gone only after the event loop has turned.
    QTimer.singleShot(500, step(look_again))


def look_again() -> None:
    report["after"] = traces()
    picture(iface.mainWindow(), "unloaded")
    qgis.utils.loadPlugin("rainshed")
    report["again"] = qgis.utils.startPlugin("rainshed") and traces()
    qgis.utils.unloadPlugin("rainshed")
    finish()


QTimer.singleShot(1000, step(load))
