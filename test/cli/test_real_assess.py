"""assess by qgis_process on a real town with all its layers: every product, the project, the sheet and the summary."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, raster_tags, read_raster, read_vector

NAMES = {
    "OUTPUT_CONDITIONED": "conditioned.tif",
    "OUTPUT_FILLED": "filled.tif",
    "OUTPUT_PATHS": "flowpaths.gpkg",
    "OUTPUT_ZONES": "zones.gpkg",
    "OUTPUT_DEPRESSIONS": "depressions.gpkg",
    "OUTPUT_DEPTH": "depth.tif",
    "OUTPUT_RISK": "risk.tif",
    "OUTPUT_RISK_ZONES": "risk_zones.gpkg",
    "OUTPUT_MAP": "map.pdf",
    "OUTPUT_PROJECT": "town.qgz",
    "OUTPUT_SUMMARY": "summary.json",
}
BREAKS = (0.15, 0.27, 0.40, 0.60)
COLOURS = ("blue", "yellow", "orange", "red")


@pytest.fixture(scope="module")
def town(qgis_process, shared_data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("assess") / "圣博伊 results"
    dem, drainage = shared_data / "santboi" / "dem_5m.tif", shared_data / "santboi" / "drainage.gpkg"
    layers = {name.upper(): f"{drainage}|layername={name}" for name in ("inlets", "pipes", "manholes", "outfalls")}
    began = time.monotonic()
    outcome = qgis_process(
        "rainshed:assess", DEM=dem, **layers, RAIN="20,50,100", TITLE="Sant Boi",
        **{name: folder / file for name, file in NAMES.items()},
    )  # fmt: skip
    seconds = time.monotonic() - began
    assert outcome.returncode == 0, outcome.text
    return SimpleNamespace(
        folder=folder, dem=dem, seconds=seconds, results=outcome.results, text=outcome.text,
        summary=json.loads((folder / "summary.json").read_text(encoding="utf-8")),
        z=read_raster(dem), filled=read_raster(folder / "filled.tif"), depth=read_raster(folder / "depth.tif"),
        risk=read_raster(folder / "risk.tif"), cell=cell_area(dem),
    )  # fmt: skip


def test_every_output_is_there_and_no_other_file(town):
    for name, file in NAMES.items():
        assert town.results[name] == str(town.folder / file)
        assert (town.folder / file).stat().st_size > 0
    styles = {Path(file).with_suffix(".qml").name for file in NAMES.values() if file.endswith((".tif", ".gpkg"))}
    assert {p.name for p in town.folder.iterdir()} == {*NAMES.values(), "map.png", *styles}


def test_it_takes_a_moment_and_no_more(town):
    assert town.seconds < 120


def test_terrain(town):
    np.testing.assert_array_equal(read_raster(town.folder / "conditioned.tif"), town.z)
    assert (town.filled - town.z).sum() * town.cell == pytest.approx(36_341, abs=1)
    assert town.results["VOLUME_M3"] == pytest.approx(36_341, abs=1)
    rows = read_vector(town.folder / "depressions.gpkg")
    assert len(rows) == town.results["COUNT"] == 108


def test_water(town):
    assert abs(town.results["BALANCE_ERROR"]) < 1e-9
    assert town.results["RAIN_M3"] == pytest.approx(town.z.size * town.cell * 0.1)
    assert town.depth.sum() * town.cell == pytest.approx(town.results["STORED_M3"], rel=1e-6)
    assert (town.depth <= town.filled - town.z + 1e-6).all()


def test_risk_is_the_depth_graded(town):
    """Every class that is shown is right, and what is left out is smaller than one cell of 25 m2: nothing."""
    expected = sum((town.depth.astype(np.float32) >= np.float32(limit)).astype(int) for limit in BREAKS)
    np.testing.assert_array_equal(town.risk, expected)
    areas = {colour: np.count_nonzero(town.risk == k + 1) * town.cell for k, colour in enumerate(COLOURS)}
    assert all(areas.values())
    for colour, area in areas.items():
        assert town.results[f"{colour.upper()}_M2"] == pytest.approx(area)
    zones = read_vector(town.folder / "risk_zones.gpkg")
    for k, colour in enumerate(COLOURS):
        assert sum(z["area_m2"] for z in zones if z["risk"] == k + 1) == pytest.approx(areas[colour])
    np.testing.assert_array_equal(burn_on(town.folder / "risk_zones.gpkg", "risk", town.dem), town.risk)
    tags = raster_tags(town.folder / "risk.tif")
    assert tags["RAINSHED_RAIN_MM"] == "100" and json.loads(tags["RAINSHED_SCHEME"])["breaks"] == list(BREAKS)


def test_zones_and_paths(town):
    zones = read_vector(town.folder / "zones.gpkg")
    assert sum(z["shape"].Area() for z in zones) == pytest.approx(town.z.size * town.cell, rel=1e-6)
    gathered = {z["outlet_id"]: z["inlets"] for z in zones if z["outlet_t"] == "outfall"}
    assert (gathered["240"], gathered["18888"], gathered["18967"], gathered.get("236", 0)) == (128, 71, 32, 0)
    paths = read_vector(town.folder / "flowpaths.gpkg")
    assert len(paths) > 50
    assert all(p["up_m2"] >= 10_000 - 1e-6 for p in paths)


def test_summary_agrees_with_the_files(town):
    summary = town.summary
    assert summary["title"] == "Sant Boi"
    assert summary["dem"] | {"cell": ""} == {
        "file": "dem_5m.tif", "crs": "EPSG:25831", "columns": 299, "rows": 420, "cell": "",
        "valid_area_m2": 299 * 420 * 25,
    }  # fmt: skip
    assert [rain["rain_mm"] for rain in summary["rains"]] == [20, 50, 100]
    for rain in summary["rains"]:
        assert rain["stored_m3"] + rain["outflow_m3"] == pytest.approx(rain["runoff_m3"], rel=1e-9)
        assert abs(rain["balance_error"]) < 1e-9
        assert rain["runoff_m3"] == pytest.approx(299 * 420 * 25 * rain["rain_mm"] / 1000)
    last = summary["rains"][-1]
    assert last["max_depth_m"] == pytest.approx(town.depth.max(), rel=1e-6)
    assert last["wet_area_m2"] == pytest.approx(np.count_nonzero(town.depth) * town.cell)
    for k, colour in enumerate(COLOURS):
        assert last["area_m2"][colour] == pytest.approx(np.count_nonzero(town.risk == k + 1) * town.cell)
    assert summary["depressions"]["fill_volume_m3"] == pytest.approx(town.results["VOLUME_M3"])
    assert summary["inlets_by_outfall"] == {"240": 128, "18888": 71, "18967": 32, "236": 0}
    assert summary["zones"]["area_m2"] == pytest.approx(299 * 420 * 25)
    assert "creening only" in summary["note"]
    for name, file in summary["outputs"].items():
        assert file == NAMES[name]
    assert set(summary["outputs"]) >= set(NAMES) - {"OUTPUT_SUMMARY"}


# The project


@pytest.fixture(scope="module")
def project(town, qgis):
    from qgis.core import QgsProject

    opened = QgsProject()
    assert opened.read(str(town.folder / "town.qgz"))
    return opened


def test_every_layer_of_the_project_is_valid(project):
    layers = list(project.mapLayers().values())
    files = {(Path(layer.source().split("|")[0]).name, layer.source().partition("layername=")[2]) for layer in layers}
    products = {file for file in NAMES.values() if file.endswith((".tif", ".gpkg"))}
    assert {file for file, _ in files} == products | {"drainage.gpkg"}
    assert {name for file, name in files if file == "drainage.gpkg"} == {"inlets", "pipes", "manholes", "outfalls"}
    for layer in layers:
        assert layer.isValid(), layer.name()
        assert layer.crs().authid() == "EPSG:25831"
    assert project.title() == "Sant Boi"
    assert project.crs().authid() == "EPSG:25831"


def test_every_product_of_the_project_is_styled(project, town):
    """Not as QGIS would draw it by itself: grey rasters, vectors of one colour taken by chance."""
    found = {}
    for layer in project.mapLayers().values():
        found[Path(layer.source().split("|")[0]).name] = layer.renderer().type()
    for file in ("conditioned.tif", "filled.tif", "depth.tif", "risk.tif"):
        assert found[file] not in ("singlebandgray", "multibandcolor"), file
    for file in ("risk_zones.gpkg", "flowpaths.gpkg", "zones.gpkg", "depressions.gpkg"):
        assert found[file] not in ("singleSymbol", "nullSymbol"), file


def test_the_project_names_no_passing_place(town):
    with zipfile.ZipFile(town.folder / "town.qgz") as archive:
        (name,) = [n for n in archive.namelist() if n.endswith(".qgs")]
        text = archive.read(name).decode("utf-8")
    assert name == "town.qgs"
    assert ".rainshed-" not in text
    sources = re.findall(r"<datasource>(.+?)</datasource>", text)
    assert len(sources) >= 12
    # the network lies on another branch of the disk, where a relative way would be of no use
    assert all(source.startswith("./") for source in sources if "drainage.gpkg" not in source), sources


def test_the_project_can_be_moved_with_its_folder(town, tmp_path, qgis):
    from qgis.core import QgsProject

    # the network lies elsewhere and is named by a way from here
    moved = town.folder.parent / "moved 移动"
    shutil.copytree(town.folder, moved)
    opened = QgsProject()
    assert opened.read(str(moved / "town.qgz"))
    sources = {Path(layer.source().split("|")[0]).parent for layer in opened.mapLayers().values() if layer.isValid()}
    assert moved in sources and town.folder not in sources


def test_the_project_holds_the_sheet(project):
    layouts = project.layoutManager().printLayouts()
    assert len(layouts) == 1
    from qgis.core import QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemPicture, QgsLayoutItemScaleBar

    items = layouts[0].items()
    for kind in (QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemPicture, QgsLayoutItemScaleBar):
        assert any(isinstance(item, kind) for item in items), kind.__name__


# The sheet


def test_text_of_the_pdf(town):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (poppler-utils)")
    text = subprocess.run(
        ["pdftotext", "-layout", str(town.folder / "map.pdf"), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    text = " ".join(text.split())
    for words in (
        "Sant Boi", "100 mm", "20, 50, 100 mm", "Road depth (practice)", "0.15 / 0.27 / 0.40 / 0.60 m", "dem_5m.tif",
        "5 x 5 m", "EPSG:25831", "Screening only", "Practice, not a standard", "Legend", "EPSG:25831",
        "0.60 m", "Outfall", "Inlet", "depths alone, without a duration",
    ):  # fmt: skip
        assert words in text, words


def test_picture_of_the_sheet(town, qgis):
    from qgis.PyQt.QtGui import QColor, QImage

    image = QImage(str(town.folder / "map.png"))
    long, short = max(image.width(), image.height()), min(image.width(), image.height())
    assert long > 1500 and long / short == pytest.approx(2**0.5, rel=0.01)
    counts: dict[str, int] = {}
    for x in range(0, image.width(), 3):
        for y in range(0, image.height(), 3):
            colour = QColor(image.pixel(x, y))
            if colour.saturation() > 150 and colour.value() > 120:
                hue = colour.hue()
                name = "red" if hue <= 15 or hue >= 345 else "orange" if hue < 45 else "yellow" if hue <= 65 else (
                    "green" if 80 <= hue <= 160 else "blue" if 195 <= hue <= 250 else "other")  # fmt: skip
                counts[name] = counts.get(name, 0) + 1
    for colour in COLOURS:
        assert counts.get(colour, 0) > 20, (colour, counts)
    assert counts.get("green", 0) < 20, counts
