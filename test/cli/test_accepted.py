"""What qgis_process must take as it is: places with spaces and Chinese, other CRSs, multipoints, empty layers."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_raster, read_vector

DX = 5.0


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a space and Chinese in its name, and a valley that falls eastward with two inlets in it."""
    folder = tmp_path_factory.mktemp("accepted") / "数据 data é"
    folder.mkdir()
    z = np.full((9, 14), 20.0)
    z[4, 1:] = np.linspace(10, 8, 13)
    z[4, 6:8] = 8.5  # a dip
    dem = support.write_raster(folder / "地形 dem.tif", z, DX)
    places = [support.point(4, 4, DX), support.point(4, 9, DX)]
    inlets = support.write_vector(folder / "雨水口 inlets.gpkg", places, {"inlet_id": ["甲", "B"]}, kind="Point")
    return SimpleNamespace(folder=folder, dem=dem, z=z, inlets=inlets, places=places)


def transformed(wkts: list[str], code: str) -> list[str]:
    from osgeo import ogr, osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.SetFromUserInput(support.CRS)
    there.SetFromUserInput(code)
    there.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    found = []
    for wkt in wkts:
        shape = ogr.CreateGeometryFromWkt(wkt)
        shape.Transform(osr.CoordinateTransformation(here, there))
        found.append(shape.ExportToWkt())
    return found


@pytest.fixture(scope="module")
def zones_of(qgis_process, place):
    """The zones that a layer of inlets gives: (areas by outlet, all that was said)."""

    def zones(inlets) -> tuple[dict, str]:
        target = place.folder / "分区 zones.gpkg"
        outcome = qgis_process("rainshed:drainagezones", DEM=place.dem, INLETS=inlets, OUTPUT=target)
        assert outcome.returncode == 0, outcome.text
        assert outcome.results["OUTPUT"] == str(target)
        return {(r["outlet_t"], r["outlet_id"] or ""): r["area_m2"] for r in read_vector(target)}, outcome.stdout

    return zones


@pytest.fixture(scope="module")
def expected(zones_of, place):
    areas, _ = zones_of(place.inlets)
    assert set(areas) == {("inlet", "甲"), ("inlet", "B"), ("edge", "")}
    # the ditch's inner cells in columns 1 to 12 down to each inlet; walls beside them drain into it
    assert areas["inlet", "甲"] >= 4 * 25 and areas["inlet", "B"] >= 5 * 25
    assert sum(areas.values()) == place.z.size * 25
    return areas


def test_vectors_in_another_crs(zones_of, place, expected):
    for code in ("EPSG:4326", "EPSG:3857"):
        inlets = support.write_vector(
            place.folder / f"in {code[5:]}.gpkg", transformed(place.places, code), {"inlet_id": ["甲", "B"]}, crs=code
        )
        assert zones_of(inlets)[0] == expected


def test_multipoints(zones_of, place, expected):
    shapes = [f"MULTIPOINT ({wkt.removeprefix('POINT (')}" for wkt in place.places]
    inlets = support.write_vector(place.folder / "multi.gpkg", shapes, {"inlet_id": ["甲", "B"]}, kind="MultiPoint")
    assert zones_of(inlets)[0] == expected


def test_an_empty_inlet_layer_is_as_if_none_were_given(zones_of, place, expected):
    empty = support.write_vector(place.folder / "empty.gpkg", [], {"inlet_id": []}, kind="Point")
    areas, said = zones_of(empty)
    assert areas == {("edge", ""): place.z.size * 25}
    assert "empty" in said and "INLETS" in said


def test_all_of_the_chain_in_a_folder_with_spaces_and_chinese(qgis_process, place):
    target = place.folder / "成果 results"
    outcome = qgis_process(
        "rainshed:assess", DEM=place.dem, INLETS=place.inlets, RAIN="50", TITLE="雨 rain", FLOWPATH_THRESHOLD=100,
        OUTPUT_CONDITIONED=target / "修正.tif", OUTPUT_FILLED=target / "填洼.tif", OUTPUT_PATHS=target / "路径.gpkg",
        OUTPUT_ZONES=target / "分区.gpkg", OUTPUT_DEPRESSIONS=target / "洼地.gpkg", OUTPUT_DEPTH=target / "水深.tif",
        OUTPUT_RISK=target / "风险.tif", OUTPUT_RISK_ZONES=target / "风险区.gpkg", OUTPUT_MAP=target / "图 map.png",
        OUTPUT_PROJECT=target / "工程.qgz", OUTPUT_SUMMARY=target / "摘要.json",
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    outputs = {name: value for name, value in outcome.results.items() if name.startswith("OUTPUT")}
    assert len(outputs) == 11
    for value in outputs.values():
        assert value.startswith(str(target))
    assert {p.name for p in target.iterdir() if p.suffix != ".qml"} == {
        "修正.tif", "填洼.tif", "路径.gpkg", "分区.gpkg", "洼地.gpkg", "水深.tif", "风险.tif", "风险区.gpkg",
        "图 map.png", "图 map.pdf", "工程.qgz", "摘要.json",
    }  # fmt: skip
    raised = read_raster(target / "填洼.tif") - place.z.astype(np.float32)
    # the dip's two cells fill to the height of the cell after them
    assert np.argwhere(raised > 1e-6).tolist() == [[4, 6], [4, 7]]
    assert raised[4, 6] == pytest.approx(np.linspace(10, 8, 13)[7] - 8.5, abs=1e-5)


def test_outputs_that_are_not_named_are_temporary(qgis_process, place):
    outcome = qgis_process("rainshed:filldepressions", DEM=place.dem, OUTPUT="TEMPORARY_OUTPUT")
    assert outcome.returncode == 0, outcome.text
    assert outcome.results["RAISED_CELLS"] == 2


@pytest.mark.parametrize("method", ["d8", "dinf", "mfd"])
def test_flow_on_cells_that_are_not_square(qgis_process, place, method):
    """A plane that falls straight east: each row keeps its own water, but by mfd, where some runs off at the sides."""
    dem = support.write_raster(place.folder / "oblong.tif", np.tile(np.linspace(20, 10, 14), (9, 1)), 2, 3)
    target = place.folder / f"{method}.tif"
    outcome = qgis_process("rainshed:flowaccumulation", DEM=dem, METHOD=method, OUTPUT=target)
    assert outcome.returncode == 0, outcome.text
    assert outcome.results["OUTLET_SUM"] == pytest.approx(9 * 14 * 6)
    area, kept = read_raster(target)[4, 1:], 6.0 * np.arange(1, 14)
    if method == "mfd":
        assert (np.diff(area) > 0).all() and (area <= kept).all() and area[-1] < kept[-1]
    else:
        np.testing.assert_allclose(area, kept)
