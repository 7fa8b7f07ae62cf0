"""Writes a QGIS project that opens with all results styled, in groups, and with the map sheet as a layout."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtXml import QDomDocument

from .language import tr
from .styles import ROLES, apply, style_role

# From the top of the layer tree; other groups follow as they come, above the terrain.
FIRST_GROUPS = ("Drainage network", "Risk", "Inundation", "Flow", "Drainage zones", "Scenarios")
LAST_GROUPS = ("Terrain", "Base map")
RASTER_STYLES = {
    "accumulation",
    "conditioned",
    "depth",
    "direction",
    "duration",
    "fill_depth",
    "filled",
    "level",
    "raintoflood",
    "floodprobability",
    "risk",
    "runoff",
    "start",
    "zones_raster",
}


@dataclass
class LayerEntry:
    """A layer of the project: a file or QGIS source, its name and group, its style (or the role of an input)."""

    path: str
    name: str
    group: str = ""
    style: str = ""
    role: str = ""
    visible: bool = True


SheetBuilder = Callable[[QgsProject, "dict[str, QgsMapLayer]"], QgsPrintLayout]


def open_layer(entry: LayerEntry) -> QgsMapLayer:
    """The layer of the entry, styled. RuntimeError if QGIS cannot open it or it is not kept in a file."""
    raster = entry.style in RASTER_STYLES or entry.role == "dem"
    vector = bool(entry.style or entry.role in ROLES) and not raster
    layer = None if vector else QgsRasterLayer(entry.path, entry.name)
    if layer is None or (not layer.isValid() and not raster):
        layer = QgsVectorLayer(entry.path, entry.name, "ogr")
    if not layer.isValid():
        raise RuntimeError(f"The layer {entry.name} cannot be opened for the project: {entry.path}")
    if entry.role:
        style_role(layer, entry.role)
    elif entry.style:
        apply(layer, entry.style)
    return layer


def write_project(
    path: str,
    crs: QgsCoordinateReferenceSystem,
    layers: list[LayerEntry],
    title: str,
    layout: SheetBuilder | None = None,
) -> None:
    """Write `path` (.qgz or .qgs), with relative paths, so that the folder can be moved as a whole.

    Groups and layers are named in the language of QGIS. Within a group the first entry is drawn on top. The view opens
    on the terrain (style conditioned or filled, role dem), without any on all layers. `layout` is called with the
    project and its layers by the names of their entries and returns the sheet.
    RuntimeError if a layer cannot be opened or the project cannot be written.
    """
    project = QgsProject()
    project.setTitle(title)
    project.setCrs(crs)
    project.setEllipsoid(crs.ellipsoidAcronym())
    project.writeEntryBool("Paths", "/Absolute", False)
    project.setFileName(path)
    named: dict[str, QgsMapLayer] = {}
    groups: dict[str, QgsLayerTreeGroup] = {}
    for name in _group_order([entry.group for entry in layers]):
        groups[name] = project.layerTreeRoot().addGroup(tr(name)) if name else project.layerTreeRoot()
    for entry in layers:
        layer = open_layer(entry)
        layer.setName(tr(entry.name))
        project.addMapLayer(layer, False)
        node = groups[entry.group].addLayer(layer)
        node.setItemVisibilityChecked(entry.visible)
        node.setExpanded(entry.visible and entry.style != "zones_raster")
        named[entry.name] = layer
    _set_view(project, _extent(project, layers, named))
    if layout is not None and not project.layoutManager().addLayout(layout(project, named)):
        raise RuntimeError(f"The map sheet could not be added to the project {path}.")
    if not project.write(path):
        raise RuntimeError(f"The project {path} could not be written: {project.error()}")


def relocate(path: str, folders: Sequence[str], stem: str) -> None:
    """Make a project that was written over layers in passing folders name the places that they will have.

    The names `folders` are taken out of all paths of the .qgz at `path`; the .qgs in it is called `stem`.
    """
    part = f"{path}.part"
    try:
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                data = source.read(name)
                if name.endswith(".qgs"):
                    text = data.decode("utf-8")
                    for folder in folders:
                        text = text.replace(f"/{folder}/", "/")
                    data = text.encode("utf-8")
                # by the last dot: QGIS calls the project of a file whose name begins with one just ".qgs"
                target.writestr(f"{stem}.{name.rpartition('.')[2]}", data)
        os.replace(part, path)
    finally:
        Path(part).unlink(missing_ok=True)


def _group_order(names: list[str]) -> list[str]:
    given = list(dict.fromkeys(names))
    known = [name for name in FIRST_GROUPS if name in given]
    last = [name for name in LAST_GROUPS if name in given]
    return [*known, *(name for name in given if name not in (*FIRST_GROUPS, *LAST_GROUPS)), *last]


def _extent(project: QgsProject, layers: list[LayerEntry], named: dict[str, QgsMapLayer]) -> QgsRectangle:
    terrain = [e.name for e in layers if e.style in ("conditioned", "filled") or e.role == "dem"]
    extent = QgsRectangle()
    for name in terrain[:1] or list(named):
        layer = named[name]
        transform = QgsCoordinateTransform(layer.crs(), project.crs(), project.transformContext())
        extent.combineExtentWith(transform.transformBoundingBox(layer.extent()))
    return extent


def _set_view(project: QgsProject, extent: QgsRectangle) -> None:
    """Let the project open on the extent: the window looks for its own entry, and other readers for the default."""
    if extent.isEmpty():
        return
    extent = extent.buffered(0.02 * max(extent.width(), extent.height()))
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, project.crs()))
    view = QgsMapSettings()
    view.setDestinationCrs(project.crs())
    view.setOutputSize(QSize(1200, 800))
    view.setExtent(extent)

    def add_canvas(document: QDomDocument) -> None:
        node = document.createElement("mapcanvas")
        node.setAttribute("name", "theMapCanvas")
        view.writeXml(node, document)
        document.documentElement().appendChild(node)

    project.writeProject.connect(add_canvas)
