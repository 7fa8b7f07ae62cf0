"""Parameters as the toolbox, a script and a project pass them: layers, temporary layers, selections, definitions."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import box, read_raster, read_vector

FLAT = np.full((6, 8), 10.0)


@pytest.fixture
def memory(qgis):
    """A temporary layer, as people draw one: memory("Polygon", wkt, ...)."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def make(kind: str, *wkts: str):
        layer = QgsVectorLayer(f"{kind}?crs={support.CRS}&field=id:string", "drawn", "memory")
        for k, wkt in enumerate(wkts):
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes([f"M{k}"])
            layer.dataProvider().addFeature(feature)
        return layer

    return make


def test_layers_instead_of_paths(dem, memory, tmp_path):
    from qgis.core import QgsRasterLayer

    raster = QgsRasterLayer(str(dem(FLAT)), "my dem")
    done = support.run(
        "conditiondem", DEM=raster, BUILDINGS=memory("Polygon", box(1, 1, 2, 2)), OUTPUT=tmp_path / "o.tif"
    )
    assert (read_raster(done.OUTPUT) == 15).sum() == 4


def test_the_crs_that_the_user_gave_a_layer_holds(dem, tmp_path):
    from osgeo import gdal
    from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

    raster = QgsRasterLayer(str(dem(FLAT, crs=None)), "my dem")
    raster.setCrs(QgsCoordinateReferenceSystem("EPSG:32650"))
    done = support.run("filldepressions", DEM=raster, OUTPUT=tmp_path / "o.tif")
    assert done.warnings == []
    assert gdal.Open(done.OUTPUT).GetSpatialRef().GetAuthorityCode(None) == "32650"


def test_selected_features_only(dem, memory, tmp_path):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = memory("Polygon", box(1, 1, 1, 1), box(3, 3, 3, 4))
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.selectByIds([2])
        selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        path = dem(FLAT)
        done = attempt_in_project("conditiondem", DEM=path, BUILDINGS=selected, OUTPUT=tmp_path / "o.tif")
        assert done.ok, done.message
        assert np.argwhere(read_raster(tmp_path / "o.tif") == 15).tolist() == [[3, 3], [3, 4]]
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


def attempt_in_project(name: str, **parameters):
    """A run that sees the layers of the open project, as in the window."""
    from types import SimpleNamespace

    from qgis.core import QgsApplication, QgsProcessingContext, QgsProject

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"rainshed:{name}")
    context, heard = QgsProcessingContext(), support.feedback()
    context.setProject(QgsProject.instance())
    results, ok = algorithm.run(support.plain(parameters), context, heard)
    return SimpleNamespace(ok=ok, results=results, message="\n".join(heard.errors))


@pytest.fixture
def definition(qgis):
    """An output as the dialog passes it."""
    from qgis.core import QgsProcessingOutputLayerDefinition

    return lambda path: QgsProcessingOutputLayerDefinition(str(path))


def test_outputs_as_the_dialog_passes_them(dem, definition, tmp_path):
    done = support.run("filldepressions", DEM=dem(FLAT), OUTPUT=definition(tmp_path / "o.tif"))
    assert done.OUTPUT == str(tmp_path / "o.tif")
    assert read_raster(done.OUTPUT).shape == FLAT.shape
    assert (
        "TEMPORARY" not in support.run("filldepressions", DEM=dem(FLAT), OUTPUT=definition("TEMPORARY_OUTPUT")).OUTPUT
    )


@pytest.mark.parametrize(
    ("place", "words"),
    [("dem.tif", "overwrite the input DEM"), ("file/o.tif", "cannot write"), ("o.png", ".tif")],
)
def test_outputs_of_the_dialog_are_checked_too(dem, definition, tmp_path, place, words):
    path = dem(FLAT)
    (tmp_path / "file").write_text("")
    before = path.read_bytes()
    message = support.refusal("filldepressions", DEM=path, OUTPUT=definition(tmp_path / place))
    assert words in message
    assert path.read_bytes() == before


def test_an_assessment_of_layers_that_lie_in_no_file(town, memory, tmp_path):
    """Drawn inlets and buildings count; the project, which could not open them again, does without and says so."""
    from qgis.core import QgsProject

    parameters = town.every("assess", tmp_path)
    parameters["INLETS"] = memory("Point", support.point(5, 10, 5.0), support.point(30, 45, 5.0))
    parameters["BUILDINGS"] = memory("Polygon", box(8, 30, 10, 34, 5.0))
    done = support.run("assess", **parameters)
    zones = read_vector(done.OUTPUT_ZONES)
    assert sum(zone["inlets"] for zone in zones) == 2
    assert any("INLETS" in warning and "project" in warning for warning in done.warnings)
    project = QgsProject()
    assert project.read(done.OUTPUT_PROJECT)
    layers = project.mapLayers().values()
    assert all(layer.isValid() for layer in layers)
    assert "Pipes" in {layer.name() for layer in layers} and "Inlets" not in {layer.name() for layer in layers}


def test_a_depth_raster_in_degrees_is_refused(dem, tmp_path):
    """Its areas would be square degrees."""
    path = dem(FLAT, 1e-4, crs="EPSG:4326", west=113.2, north=23.1, name="depth.tif")
    message = support.refusal("riskmap", DEPTH=path, OUTPUT=tmp_path / "o.tif")
    assert "DEPTH" in message and "EPSG:4326" in message and "EPSG:4547" in message


def test_runoff_without_data_counts_as_nothing_and_is_said(dem, tmp_path):
    runoff = np.full(FLAT.shape, 10.0)
    runoff[2, 3] = np.nan
    done = support.run("inundation", DEM=dem(FLAT), RUNOFF=dem(runoff, name="runoff.tif"), OUTPUT=tmp_path / "o.tif")
    assert done.RAIN_M3 == pytest.approx(47 * 0.01)
    assert any("RUNOFF" in warning and "1 cells" in warning for warning in done.warnings)


def test_a_relative_path_is_one_from_here(dem, tmp_path, monkeypatch):
    path = dem(FLAT)
    monkeypatch.chdir(tmp_path)
    support.run("filldepressions", DEM=path.name, OUTPUT="here.tif")
    assert read_raster(tmp_path / "here.tif").shape == FLAT.shape


def test_a_linked_input_is_not_overwritten(dem, tmp_path):
    path = dem(FLAT)
    link = tmp_path / "link.tif"
    link.symlink_to(path)
    assert "overwrite" in support.refusal("filldepressions", DEM=path, OUTPUT=link)
    assert shutil.copy(path, tmp_path / "copy.tif")
