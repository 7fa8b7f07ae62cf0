"""The template of a map sheet: a file of QGIS's layout designer whose items are known by their ids."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtXml import QDomDocument

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "layouts"
PAPERS = ("A4", "A3")
ORIENTATIONS = ("auto", "landscape", "portrait")
MAP = "map"
ITEMS: dict[str, type[QgsLayoutItem]] = {
    MAP: QgsLayoutItemMap,
    "title": QgsLayoutItemLabel,
    "subtitle": QgsLayoutItemLabel,
    "legend": QgsLayoutItemLegend,
    "scale bar": QgsLayoutItemScaleBar,
    "scale": QgsLayoutItemScaleBar,
    "north arrow": QgsLayoutItemPicture,
    "info": QgsLayoutItemLabel,
    "matrix": QgsLayoutItemLabel,
    "screening": QgsLayoutItemLabel,
    "caution": QgsLayoutItemLabel,
    "overview": QgsLayoutItemMap,
}
"""Id -> what the item must be. Items of other ids stay as they are."""
_DESIGNER = "save it from QGIS's layout designer (Layout, Save as Template)"


def shipped(paper: str, orientation: str) -> Path:
    """The template of a paper that lies or stands."""
    return FOLDER / f"{paper}_{orientation}.qpt"


def map_size(path: Path) -> tuple[float, float]:
    """Width and height (mm) of the map in a template of ours."""
    for item in ElementTree.parse(path).iter("LayoutItem"):
        if item.get("id") == MAP:
            width, height, _ = item.get("size").split(",")
            return float(width), float(height)
    raise ValueError(f"The template {path.name} has no map.")


def open_template(project: QgsProject, path: Path) -> tuple[QgsPrintLayout, dict[str, QgsLayoutItem], list[str]]:
    """A layout of `project` made from a template, its items by the ids of ITEMS, and the ids that it lacks.

    ValueError if the file is no template or has no map.
    """
    document = QDomDocument()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ValueError(f"The template {path} cannot be read: {error.strerror}.") from error
    if not document.setContent(content)[0] or document.documentElement().tagName() != "Layout":
        raise ValueError(f"The template {path.name} is no layout of QGIS: {_DESIGNER}.")
    layout = QgsPrintLayout(project)
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded or layout.pageCollection().pageCount() == 0:
        raise ValueError(f"The template {path.name} is no layout that this QGIS can open: {_DESIGNER}.")
    found = {}
    for item in layout.items():
        if isinstance(item, QgsLayoutItem) and isinstance(item, ITEMS.get(item.id(), ())):
            found.setdefault(item.id(), item)
    if MAP not in found:
        raise ValueError(
            f'The template {path.name} has no map with the item id "{MAP}": set it in the layout designer.'
        )
    return layout, found, [name for name in ITEMS if name not in found]


def box_of(item: QgsLayoutItem) -> QRectF:
    """Where an item lies in the layout (mm)."""
    return QRectF(item.pos(), item.rect().size())
