"""The shipped model by the real qgis_process: by its steps the same, to the last bit, as assess in one go."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.cli.runner import ROOT

MODEL = ROOT / "resources" / "models" / "rainshed_assessment.model3"
RASTERS = {
    "OUTPUT_CONDITIONED": "condition",
    "OUTPUT_FILLED": "fill",
    "OUTPUT_DEPTH": "water",
    "OUTPUT_RISK": "risk",
}
VECTORS = {
    "OUTPUT_PATHS": "paths",
    "OUTPUT_ZONES": "zones",
    "OUTPUT_DEPRESSIONS": "depressions",
    "OUTPUT_RISK_ZONES": "risk",
}
MORE = {
    "flood:OUTPUT_RAINTOFLOOD": "flood.tif",
    "coping:OUTPUT_COPING": "coping.gpkg",
    "points:OUTPUT_POINTS": "points.gpkg",
    "line:OUTPUT_CONTROL_AREAS": "areas.gpkg",
    "line:OUTPUT_CONTROL_LINE": "lines.gpkg",
}


def both(qgis_process, folder: Path, model="rainshed:assessmodel", **inputs) -> None:
    """Run assess and the model on the same inputs and compare all that both write."""
    names = {name: f"{name.lower()}.tif" for name in RASTERS} | {name: f"{name.lower()}.gpkg" for name in VECTORS}
    one = qgis_process("rainshed:assess", **inputs, **{n: folder / "one" / file for n, file in names.items()})
    assert one.returncode == 0, one.text
    steps = {f"{(RASTERS | VECTORS)[n]}:{n}": folder / "steps" / file for n, file in names.items()}
    steps |= {name: folder / "steps" / file for name, file in MORE.items()}
    chain = qgis_process(str(model), **inputs, **steps)
    assert chain.returncode == 0, chain.text
    for name, file in names.items():
        if name in RASTERS:
            assert exact_raster(folder / "one" / file) == exact_raster(folder / "steps" / file), name
        else:
            rows = exact_vector(folder / "one" / file)
            assert rows == exact_vector(folder / "steps" / file), name
            assert rows
    for name, file in MORE.items():
        assert (folder / "steps" / file).stat().st_size > 0, name


def exact_raster(path: Path) -> tuple:
    from osgeo import gdal

    data = gdal.Open(str(path))
    values = data.ReadAsArray()
    return values.dtype, values.shape, values.tobytes(), data.GetGeoTransform(), data.GetProjection()


def exact_vector(path: Path) -> list:
    from osgeo import ogr

    data = ogr.Open(str(path))
    return [(f.GetFID(), f.items(), bytes(f.GetGeometryRef().ExportToWkb())) for f in data.GetLayer(0)]


def network(path: Path, **others) -> dict:
    layers = ("inlets", "pipes", "manholes", "outfalls")
    names = {name.upper(): name for name in layers} | others
    return {parameter: f"{path}|layername={name}" for parameter, name in names.items()}


def test_with_all_layers(qgis, qgis_process, sample, tmp_path):
    layers = network(sample / "town_drainage.gpkg", CHANNELS="channel", BUILDINGS="buildings")
    both(
        qgis_process, tmp_path, DEM=sample / "town_dem.tif", **layers, RAIN=80, RUNOFF_COEFFICIENT=0.9, LOSS=2,
        SCHEME="road_depth", FLOWPATH_THRESHOLD=5000,
    )  # fmt: skip


def test_with_the_dem_alone_and_by_its_file(qgis, qgis_process, sample, tmp_path):
    """All that is left out is left at its default, as assess has it."""
    both(qgis_process, tmp_path, model=MODEL, DEM=sample / "town_dem.tif", RAIN=50)


def test_inlets_without_pipes_on_gaps_and_feet(qgis, qgis_process, tmp_path):
    """Zones of inlets; a gap that is closed and one too large; a DEM in feet, which must be converted once only."""
    r, c = np.mgrid[:40, :60]
    z = 100 - 0.05 * c + 2.0 * np.sin(r / 4.0) * np.cos(c / 5.0)
    z[20, 30:32] = np.nan
    z[5:12, 40:47] = np.nan
    dem = support.write_raster(tmp_path / "dem.tif", z, 20.0, crs="EPSG:2263", west=980000, north=200000)
    places = [f"POINT ({980000 + 20 * x + 10} {200000 - 20 * y - 10})" for x, y in ((10, 10), (33, 21), (50, 30))]
    inlets = support.write_vector(tmp_path / "inlets.gpkg", places, {"inlet_id": ["A", "B", "C"]}, crs="EPSG:2263")
    x, y = 980000 + 400, 200000 - 400
    house = support.write_vector(
        tmp_path / "house.gpkg", [f"POLYGON (({x} {y},{x + 100} {y},{x + 100} {y - 80},{x} {y - 80},{x} {y}))"],
        crs="EPSG:2263",
    )  # fmt: skip
    both(qgis_process, tmp_path, DEM=dem, INLETS=inlets, BUILDINGS=house, RAIN=150)
    assert len(exact_vector(tmp_path / "one" / "output_zones.gpkg")) >= 3


def test_real_town(qgis, qgis_process, shared_data, tmp_path):
    layers = network(shared_data / "santboi" / "drainage.gpkg")
    both(qgis_process, tmp_path, DEM=shared_data / "santboi" / "dem_5m.tif", **layers, RAIN=100)


# The file and how it is offered


def test_the_file_is_what_its_script_makes(qgis, tmp_path):
    from qgis.core import Qgis

    if Qgis.QGIS_VERSION_INT >= 32300:
        pytest.skip("the file is made by the oldest QGIS supported; a later one writes more into it")
    made = tmp_path / "made.model3"
    command = [str(ROOT / "scripts" / "python"), str(ROOT / "scripts" / "make_models.py"), str(made)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ | {"QT_HASH_SEED": "7"})
    assert made.exists(), done.stderr
    assert made.read_text(encoding="utf-8") == MODEL.read_text(encoding="utf-8"), "run scripts/make_models.py"


def test_it_is_offered_beside_the_tools(qgis):
    model = qgis.provider.algorithm("assessmodel")
    assert model.id() == "rainshed:assessmodel" and model.group() == "Assessment"
    assert model.displayName().startswith("Rainshed") and Path(model.svgIconPath()).is_file()
    made = model.create()
    assert made.id() == model.id() and made.provider() is not None
    for held in (model, made):
        outputs = {d.name() for d in held.destinationParameterDefinitions()}
        assert outputs == {f"{s}:{n}" for n, s in (RASTERS | VECTORS).items()} | {*MORE, "points:OUTPUT_RECORDED"}
    fine, why = made.canExecute()
    assert fine, why


def test_it_stays_when_the_provider_is_read_anew(qgis):
    qgis.provider.refreshAlgorithms()
    assert qgis.provider.algorithm("assessmodel").create().canExecute()[0]


def test_inputs_are_explained_and_known_to_assess(qgis):
    model = qgis.provider.algorithm("assessmodel")
    assess = qgis.provider.algorithm("assess")
    for definition in model.parameterDefinitions():
        if not definition.isDestination():
            assert definition.help(), definition.name()
            same = assess.parameterDefinition(definition.name())
            if same is not None and definition.name() != "RAIN":
                assert definition.defaultValue() == same.defaultValue(), definition.name()
                assert definition.type() == same.type()
