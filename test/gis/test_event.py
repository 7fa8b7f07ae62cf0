"""What an event is given: the table of rain, capacities of inlets, pumps, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rainshed.hydrology.errors import HydrologyError
from rainshed.test.algorithms import support


@pytest.fixture(scope="module")
def event(qgis):
    """The module under test; it needs PyQGIS."""
    from rainshed.gis import event

    return event


@pytest.fixture
def source(qgis, tmp_path):
    """Opens a file as a Processing algorithm gets it."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsVectorLayer

    kept = []

    def make(path):
        layer = QgsVectorLayer(str(path), "given", "ogr")
        assert layer.isValid()
        context = QgsProcessingContext()
        kept.extend((layer, context))
        return QgsProcessingFeatureSource(layer, context)

    return make


@pytest.fixture
def table(source, tmp_path):
    """A .csv of the text given."""

    def make(text: str):
        path = tmp_path / f"storm{len(list(tmp_path.iterdir()))}.csv"
        path.write_text(text, encoding="utf-8")
        return source(path)

    return make


def test_a_table_of_rain(event, table):
    storm = event.read_hyetograph(table("t_min,rain_mm\n0,2\n5,8.5\n15,0\n"))
    np.testing.assert_array_equal(storm.start_min, [0, 5, 15])
    np.testing.assert_array_equal(storm.rain_mm, [2, 8.5, 0])
    assert storm.total_mm == 10.5
    assert storm.end_s == 900


@pytest.mark.parametrize(
    "heads",
    ["T_MIN,Rain_mm", "历时,雨量", "minute,depth_mm", "rain,time", "历时(min),降雨量（mm）", "Time [min], Rain (mm)"],
)
def test_usual_names(event, table, heads):
    rows = "0,3\n10,0" if not heads.startswith("rain") else "3,0\n0,10"
    assert event.read_hyetograph(table(f"{heads}\n{rows}\n")).total_mm == 3


def test_the_fields_that_are_taken(event, table):
    fields = event.hyetograph_fields(table("note,Rain (mm),t\n,3,0\n,0,10\n"))
    assert fields == ["t", "Rain (mm)"]


@pytest.mark.parametrize("unit", ["h", "s", "mm/h"])
def test_other_units_are_not_taken(event, table, unit):
    with pytest.raises(HydrologyError, match="has no field"):
        event.read_hyetograph(table(f"time({unit}),rain ({unit})\n0,3\n10,0\n"))


def test_the_docs_list_every_usual_name(event):
    text = (Path(event.__file__).resolve().parents[1] / "docs" / "fields.md").read_text(encoding="utf-8")
    for names in (event.TIME_FIELDS, event.RAIN_FIELDS):
        assert f"| {', '.join(f'`{name}`' for name in names)} |" in text


def test_rows_without_anything_are_passed_over(event, table):
    """As a spreadsheet leaves them at the end."""
    storm = event.read_hyetograph(table("t_min,rain_mm\n0,2\n,\n15,0\n,\n , \n"))
    assert storm.start_min.tolist() == [0, 15]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("minutes_of,rain_mm\n0,1\n", "HYETOGRAPH: layer .* has no field t_min; its fields are minutes_of, rain_mm"),
        ("t_min,depth\n0,1\n", "has no field rain_mm"),
        ("t_min,rain_mm\n0,1\n5,much\n", 'HYETOGRAPH: row 2 has t_min "5" and rain_mm "much": both must be numbers'),
        ("t_min,rain_mm\n0,1\n5,\n", "row 2 has"),
        ("t_min,rain_mm\n0,1\nnan,nan\n", 'row 2 has t_min "nan"'),
        ("t_min,rain_mm\n-5,1\n5,0\n", "HYETOGRAPH: .*negative time in row 1: -5"),
        ("t_min,rain_mm\n0,1\n10,2\n5,0\n", "not after the one before it in row 3: 5"),
        ("t_min,rain_mm\n0,1\n10,-2\n", "negative rain in row 2"),
        ("t_min,rain_mm\n0,1\n", "two rows or more"),
    ],
)
def test_tables_that_are_refused(event, table, text, message):
    with pytest.raises(HydrologyError, match=message):
        event.read_hyetograph(table(text))


def test_capacities_of_inlets(event, source, tmp_path):
    path = support.write_vector(
        tmp_path / "inlets.gpkg", [support.point(1, k) for k in range(4)], {"cap": [35.0, None, -4.0, 0.0]}
    )
    inlets, fids = source(path), np.array([1, 2, 3, 4])
    assert event.inlet_capacities(" 12.5 ", inlets, fids, 20.0)[0].tolist() == [12.5] * 4
    capacity, warnings = event.inlet_capacities("CAP", inlets, fids, 20.0)
    assert capacity.tolist() == [35, 20, 20, 0]
    assert len(warnings) == 1 and "2 inlets" in warnings[0] and "features 2, 3" in warnings[0]
    with pytest.raises(HydrologyError, match="must not be below 0"):
        event.inlet_capacities("-3", inlets, fids, 20.0)
    with pytest.raises(HydrologyError, match='field of INLETS, not "size"; the fields of given are fid, cap'):
        event.inlet_capacities("size", inlets, fids, 20.0)


def read_pumps(event, source, tmp_path, fields, given=None):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from rainshed.gis.raster import Dem
    from rainshed.hydrology.grid import Grid

    grid = Grid((10, 10), (support.WEST, 1.0, 0.0, support.NORTH, 0.0, -1.0), "", np.ones((10, 10), bool))
    dem = Dem(np.ones((10, 10)), grid, QgsCoordinateReferenceSystem(support.CRS), "z.tif", ())
    places = [support.point(2, 3), support.point(4, 4), support.point(5, 5), support.point(50, 50)]
    path = support.write_vector(tmp_path / "pumps.gpkg", places, fields)
    return event.read_pumps(source(path), given, dem, QgsCoordinateTransformContext())


def test_pumps(event, source, tmp_path):
    pumps, names, log, warnings = read_pumps(event, source, tmp_path, {"rate": [60.0, None, 0.0, 5.0]})
    assert pumps.cell.tolist() == [23] and pumps.rate.tolist() == [60] and names == ["1"]
    assert log == ["PUMPS: the rates (m3/h) are those of field rate."]
    assert any(
        "2 of 3 pumps have no rate above 0 in field rate" in line and "features 2, 3" in line for line in warnings
    )
    assert any("1 of 4 points lie off the DEM" in line for line in warnings)


def test_pumps_without_any_rate(event, source, tmp_path):
    with pytest.raises(HydrologyError, match="PUMPS: layer given has no field with the rate in m3/h"):
        read_pumps(event, source, tmp_path, {"kind": ["a", "b", "c", "d"]})
    (tmp_path / "pumps.gpkg").unlink()
    with pytest.raises(HydrologyError, match="PUMPS: no pump .* that lies on the DEM has a rate above 0 in field q"):
        read_pumps(event, source, tmp_path, {"q": [None, 0.0, -1.0, 9.0]}, given="Q")
