"""What is read of a map sheet, and the small town that the tests of sheets draw."""

from __future__ import annotations

from pathlib import Path

import numpy

ROOT = Path(__file__).resolve().parents[2]
SCHEMES = ROOT / "resources" / "presets" / "schemes.json"
CRS = "EPSG:32649"
WIDTH, HEIGHT, CELL = 40, 30, 5.0
SCENARIOS = [["P = 5 a", "45.1 mm in 120 min"], ["P = 20 a", "65.3 mm in 120 min"]]


def texts(sheet) -> str:
    from qgis.core import QgsLayoutItemLabel

    return "\n".join(item.text() for item in sheet.items() if isinstance(item, QgsLayoutItemLabel))


def one_line(text: str) -> str:
    return " ".join(text.split())


def shown_in_legend(sheet) -> list[str]:
    from qgis.PyQt.QtCore import Qt

    model = sheet.itemById("legend").model()
    names = []
    for node in model.rootGroup().findLayers():
        names.append(node.customProperty("legend/title-label"))
        names += [str(entry.data(Qt.ItemDataRole.DisplayRole)) for entry in model.layerLegendNodes(node)]
    return names


def page_box(sheet):
    from qgis.PyQt.QtCore import QRectF

    size = sheet.pageCollection().page(0).pageSize()
    return QRectF(0, 0, size.width(), size.height())


def picture(path: Path) -> numpy.ndarray:
    from qgis.PyQt.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    data = image.constBits()
    data.setsize(image.sizeInBytes())
    return numpy.frombuffer(data, numpy.uint8).reshape(image.height(), -1, 4)[:, : image.width(), 2::-1].copy()


def place(item):
    from qgis.PyQt.QtCore import QRectF

    return QRectF(item.pagePos(), item.rect().size())


def assert_nothing_overlaps_or_is_clipped(sheet):
    """Texts, legend and scale lie within the panel or the head of the page, apart from each other and whole."""
    from qgis.core import QgsLayoutItemLabel

    page = page_box(sheet)
    panel = place(sheet.itemById("panel"))
    blocks = [sheet.itemById(name) for name in ("north arrow", "scale bar", "scale", "legend")]
    labels = [item for item in sheet.items() if isinstance(item, QgsLayoutItemLabel) and item.text()]
    boxes = [(f"{item.id()}: {getattr(item, 'text', str)()}", place(item)) for item in blocks + labels]
    for item in labels:
        needed = item.sizeForText()  # QGIS's own measure, with the pen of a frame
        box = place(item)
        assert needed.height() <= box.height() + 1.0, (item.id(), item.text(), needed.height(), box.height())
        assert needed.width() <= box.width() + 1.5, (item.id(), item.text(), needed.width(), box.width())
    for name, box in boxes:
        inside = page if name.startswith(("title", "subtitle")) else panel
        assert inside.adjusted(0, 0, 0.5, 0.1).contains(box), name
    for index, (name, box) in enumerate(boxes):
        for other, second in boxes[index + 1 :]:
            common = box.intersected(second)
            assert common.width() < 0.5 or common.height() < 0.5, (name, other)
    assert page.contains(panel)
    assert not place(sheet.itemById("map")).intersects(panel)
