"""The project file: opens anywhere with every layer valid and styled, in groups, on the terrain, with its sheet."""

from __future__ import annotations

import shutil
import zipfile

import numpy
import pytest

CRS = "EPSG:32649"


@pytest.fixture
def project(qgis):
    from rainshed.gis import project

    return project


@pytest.fixture
def crs(qgis):
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(CRS)


@pytest.fixture
def folder(qgis, tmp_path):
    """A folder as a run leaves it: rasters, a GeoPackage and, elsewhere in it, the inputs."""
    from osgeo import gdal, ogr, osr

    reference = osr.SpatialReference()
    reference.SetFromUserInput(CRS)
    place = tmp_path / "结果 results"
    (place / "inputs").mkdir(parents=True)

    def raster(name, kind=gdal.GDT_Float32):
        data = gdal.GetDriverByName("GTiff").Create(str(place / name), 8, 6, 1, kind)
        data.SetGeoTransform((500000, 5, 0, 3800000, 0, -5))
        data.SetProjection(reference.ExportToWkt())
        data.GetRasterBand(1).WriteArray(numpy.arange(48).reshape(6, 8) % 5)

    def vector(name, layer, kind, wkt, fields):
        path = str(place / name)
        driver = ogr.GetDriverByName("GPKG")
        data = driver.Open(path, 1) if (place / name).exists() else driver.CreateDataSource(path)
        table = data.CreateLayer(layer, reference, kind)
        for field in fields:
            table.CreateField(ogr.FieldDefn(field, ogr.OFTInteger))
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        table.CreateFeature(feature)

    raster("risk.tif", gdal.GDT_Byte)
    raster("depth.tif")
    raster("inputs/dem.tif")
    vector(
        "zones.gpkg",
        "zones",
        ogr.wkbPolygon,
        "POLYGON((500000 3800000,500040 3800000,500040 3799970,500000 3800000))",
        ["zone_id"],
    )
    vector("inputs/net.gpkg", "inlets", ogr.wkbPoint, "POINT(500010 3799990)", ["id"])
    vector("inputs/net.gpkg", "pipes", ogr.wkbLineString, "LINESTRING(500010 3799990,500900 3799100)", ["id"])
    return place


@pytest.fixture
def entries(project, folder):
    entry = project.LayerEntry
    return [
        entry(str(folder / "inputs" / "dem.tif"), "Hillshade", "Terrain", role="dem"),
        entry(str(folder / "depth.tif"), "Water depth (m)", "Inundation", style="depth", visible=False),
        entry(str(folder / "risk.tif"), "Risk class", "Risk", style="risk"),
        entry(f"{folder / 'zones.gpkg'}|layername=zones", "Zones", "Drainage zones", style="zones"),
        entry(f"{folder / 'inputs' / 'net.gpkg'}|layername=inlets", "Inlets", "Drainage network", role="inlets"),
        entry(f"{folder / 'inputs' / 'net.gpkg'}|layername=pipes", "Pipes", "Drainage network", role="pipes"),
        entry(f"{folder / 'inputs' / 'net.gpkg'}|layername=inlets", "Plain points", "Own group"),
        entry(str(folder / "inputs" / "dem.tif"), "Plain raster"),
    ]


def read(path):
    from qgis.core import QgsProject

    opened = QgsProject()
    assert opened.read(str(path))
    return opened


def test_the_folder_can_be_moved_and_the_project_opens_as_it_was(project, folder, entries, crs):
    from rainshed.gis.styles import kind_of

    project.write_project(str(folder / "town.qgz"), crs, entries, "West town")
    moved = folder.with_name("moved")
    shutil.move(str(folder), str(moved))

    opened = read(moved / "town.qgz")

    layers = {layer.name(): layer for layer in opened.mapLayers().values()}
    assert set(layers) == {entry.name for entry in entries}
    assert all(layer.isValid() and str(moved) in layer.source() for layer in layers.values())
    assert {name: kind_of(layer) for name, layer in layers.items() if kind_of(layer)} == {
        "Hillshade": "dem",
        "Water depth (m)": "depth",
        "Risk class": "risk",
        "Zones": "zones",
        "Inlets": "inlets",
        "Pipes": "pipes",
    }
    assert layers["Risk class"].renderer().type() == "paletted"
    assert layers["Hillshade"].renderer().type() == "hillshade"
    assert opened.title() == "West town" and opened.crs().authid() == CRS


def test_groups_are_in_order_and_layers_shown_as_asked(project, folder, entries, crs):
    project.write_project(str(folder / "town.qgz"), crs, entries, "")

    opened = read(folder / "town.qgz")
    root = opened.layerTreeRoot()

    assert [child.name() for child in root.children()] == [
        "Drainage network",
        "Risk",
        "Inundation",
        "Drainage zones",
        "Own group",
        "Terrain",
        "Plain raster",
    ]
    assert [child.name() for child in root.children()[0].children()] == ["Inlets", "Pipes"]
    shown = {node.name(): node.itemVisibilityChecked() for node in root.findLayers()}
    assert shown.pop("Water depth (m)") is False and all(shown.values())


def test_the_view_opens_on_the_terrain(project, folder, entries, crs):
    from qgis.core import QgsRectangle

    project.write_project(str(folder / "town.qgz"), crs, entries, "")

    terrain = QgsRectangle(500000, 3799970, 500040, 3800000)
    opened = read(folder / "town.qgz")
    view = opened.viewSettings().defaultViewExtent()
    assert view.contains(terrain) and view.width() < 1.1 * terrain.width(), "the pipe reaches far beyond the DEM"
    with zipfile.ZipFile(folder / "town.qgz") as archive:
        text = archive.read("town.qgs").decode()
    assert text.count('<mapcanvas name="theMapCanvas"') == 1


def test_without_terrain_the_view_shows_all_layers(project, folder, entries, crs):
    project.write_project(str(folder / "town.qgz"), crs, [entries[4], entries[5]], "")
    opened = read(folder / "town.qgz")
    view = opened.viewSettings().defaultViewExtent()
    assert view.width() > 890


def test_the_sheet_is_a_layout_of_the_project(project, folder, entries, crs, tmp_path):
    from rainshed.gis import layouts

    def sheet(owner, layers):
        drawn = [layers["Inlets"], layers["Risk class"], layers["Hillshade"]]
        info = layouts.SheetInfo("West town", rain_mm=60)
        return layouts.build_sheet(owner, drawn, layers["Hillshade"].extent(), info)

    project.write_project(str(folder / "town.qgz"), crs, entries, "", sheet)

    opened = read(folder / "town.qgz")
    (layout,) = opened.layoutManager().layouts()
    assert layout.name() == "West town"
    assert [layer.name() for layer in layout.itemById("map").layers()] == ["Inlets", "Risk class", "Hillshade"]
    assert not layout.itemById("north arrow").isMissingImage()
    layouts.export_sheet(layout, str(tmp_path / "again.png"))
    assert (tmp_path / "again.png").stat().st_size > 20_000


@pytest.mark.parametrize("bad", [{"style": "risk"}, {"style": "zones"}, {"role": "pipes"}, {"role": "dem"}, {}])
def test_a_layer_that_cannot_be_opened_is_named_and_nothing_written(project, folder, crs, bad):
    entry = project.LayerEntry(str(folder / "missing.tif"), "Lost layer", "Risk", **bad)
    with pytest.raises(RuntimeError, match="Lost layer"):
        project.write_project(str(folder / "town.qgz"), crs, [entry], "")
    assert not (folder / "town.qgz").exists()


def test_a_place_that_cannot_be_written_to_is_said(project, folder, entries, crs):
    with pytest.raises(RuntimeError, match="could not be written"):
        project.write_project(str(folder / "depth.tif" / "town.qgz"), crs, entries, "")


def test_a_disk_that_is_full_leaves_no_half_project(project, tmp_path, monkeypatch):
    path = tmp_path / "p.qgz"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("p.qgs", "<qgis source='.rainshed-1/a.tif'/>")
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space left"):
        patched.setattr(zipfile.ZipFile, "writestr", full)
        project.relocate(str(path), [".rainshed-1"], "p")
    assert [one.name for one in tmp_path.iterdir()] == ["p.qgz"] and path.read_bytes() == before
    project.relocate(str(path), [".rainshed-1"], "own")
    with zipfile.ZipFile(path) as file:
        assert file.namelist() == ["own.qgs"] and [one.name for one in tmp_path.iterdir()] == ["p.qgz"]
