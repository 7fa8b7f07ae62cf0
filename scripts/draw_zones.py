"""Draws docs/images/zones.png: zones of manholes beside zones drawn by hand, on a real town.

QT_QPA_PLATFORM=offscreen /usr/bin/python3 scripts/draw_zones.py [FOLDER OF SANT BOI'S DATA]
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT, TITLE = 720, 760, 44


def zones_of(data: Path, folder: Path) -> Path:
    drainage = data / "drainage.gpkg"
    layers = [f"{name.upper()}={drainage}|layername={name}" for name in ("inlets", "pipes", "manholes", "outfalls")]
    given = [f"DEM={data / 'dem_5m.tif'}", *layers, "LEVEL=node", f"OUTPUT={folder / 'zones.gpkg'}"]
    command = [ROOT / "scripts" / "qgis_process", "run", "rainshed:drainagezones", "--", *given]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / "zones.gpkg"


def by_manhole(layer: QgsVectorLayer, known: list[str]) -> QgsVectorLayer:
    """One colour for each manhole, the same on both maps; grey where the water reaches none."""
    categories = []
    for i, name in enumerate(known):
        colour = QColor.fromHsv(i * 137 % 360, 90 + i * 53 % 110, 235 - i * 29 % 60).name()
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": "#ffffff", "outline_width": "0.15"})
        categories.append(QgsRendererCategory(name, symbol, name))
    other = QgsFillSymbol.createSimple({"color": "#e4e4e4", "outline_color": "#cfcfcf", "outline_width": "0.1"})
    categories.append(QgsRendererCategory(None, other, ""))
    layer.setLabelsEnabled(False)
    layer.setRenderer(QgsCategorizedSymbolRenderer("outlet_id", categories))
    return layer


def picture(layers: list[QgsVectorLayer], extent) -> QImage:
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("#ffffff"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def draw(data: Path) -> None:
    drainage = data / "drainage.gpkg"
    hand = QgsVectorLayer(f"{drainage}|layername=subcatchments_reference", "hand", "ogr")
    inlets = QgsVectorLayer(f"{drainage}|layername=inlets", "inlets", "ogr")
    dot = {"name": "circle", "color": "#202020", "outline_style": "no", "size": "1.1"}
    inlets.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(dot)))
    known = sorted({str(feature["outlet_id"]) for feature in hand.getFeatures()})
    extent = hand.extent()
    extent.grow(60)
    with tempfile.TemporaryDirectory() as folder:
        ours = QgsVectorLayer(str(zones_of(data, Path(folder))), "ours", "ogr")
        panels = [
            ("Drawn by hand: nearest manhole", picture([inlets, by_manhole(hand, known)], extent)),
            ("drainagezones, LEVEL = node: along the surface", picture([inlets, by_manhole(ours, known)], extent)),
        ]
        del ours
    sheet = QImage(2 * WIDTH + 12, HEIGHT + TITLE, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#ffffff"))
    painter = QPainter(sheet)
    painter.setFont(QFont("DejaVu Sans", 15))
    for i, (title, image) in enumerate(panels):
        painter.drawText(i * (WIDTH + 12), 0, WIDTH, TITLE, int(Qt.AlignmentFlag.AlignCenter), title)
        painter.drawImage(i * (WIDTH + 12), TITLE, image)
    painter.end()
    sheet.save(str(ROOT / "docs" / "images" / "zones.png"))


def main() -> None:
    app = QgsApplication([], False)
    app.initQgis()
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "santboi")
    app.exitQgis()


if __name__ == "__main__":
    main()
