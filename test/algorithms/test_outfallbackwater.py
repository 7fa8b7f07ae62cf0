"""outfallbackwater on a street of four manholes that falls to an outfall."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.test.algorithms import support
from rainshed.test.algorithms.support import read_vector

CELL = 10.0
GROUND = [8.0, 7.0, 6.0, 5.0]


@pytest.fixture
def street(qgis, tmp_path):
    """Manholes M1 to M4 every 50 m along row 2, 1 m of fall each, pipes 2 m deep of 0.5 m; O at the end."""

    def layer(name, shapes, fields):
        return support.write_vector(tmp_path / f"{name}.gpkg", shapes, fields)

    ends = ["M1", "M2", "M3", "M4", "O"]
    places = [(2, 2 + 5 * i) for i in range(5)]
    pipes = layer(
        "pipes", [support.line(a, b, dx=CELL) for a, b in zip(places, places[1:])],
        {
            "pipe_id": [f"P{i}" for i in range(1, 5)], "from_node": ends[:4], "to_node": ends[1:],
            "from_level": [6.0, 5.0, 4.0, 3.0], "to_level": [5.0, 4.0, 3.0, 2.0], "size_m": [0.5] * 4,
        },
    )  # fmt: skip
    return {
        "PIPES": pipes,
        "OUTFALLS": layer("outfalls", [support.point(*places[4], CELL)], {"node_id": ["O"], "river": [5.5]}),
        "MANHOLES": layer(
            "manholes", [support.point(*p, CELL) for p in places[:4]], {"node_id": ends[:4], "rim_elev": GROUND}
        ),
        "ZONES": layer(
            "zones",
            [support.box(0, 5 * i, 4, 5 * i + 4, CELL) for i in range(4)] + [support.box(5, 0, 9, 9, CELL)],
            {
                "zone_id": [1, 2, 3, 4, 5], "outlet_id": ["M1", "M2", "M3", "O", ""],
                "outlet_t": ["node", "node", "node", "outfall", "edge"], "area_m2": [2e5, 2e5, 5e5, 2.5e5, 9e9],
                "low_z": [7.8, 6.8, 5.9, 4.9, 0.0],
            },
        ),
    }  # fmt: skip


def run(street, tmp_path, **given):
    return support.run(
        "outfallbackwater", **street | {"OUTPUT": tmp_path / "o.gpkg", "OUTPUT_MANHOLES": tmp_path / "m.gpkg"} | given
    )


def test_free_submerged_and_reverse(street, tmp_path):
    for level, state in ((2.5, "free"), (2.51, "submerged"), (4.95, "submerged"), (5.5, "reverse")):
        done = run(street | {"ZONES": None}, tmp_path, RECEIVING_LEVEL=str(level))
        (outfall,) = read_vector(done.OUTPUT)
        assert outfall["state"] == state
        assert (outfall["invert"], outfall["crown"], outfall["water_z"]) == (2, 2.5, level)
        assert outfall["outfall_id"] == "O" and outfall["pump_m3s"] is None
        assert done.results[state.upper()] == 1


def test_manholes_and_pumps_by_a_field(street, tmp_path):
    """At 5.5 only M4 (ground 5) lies below; the zone of O (lowest 4.9) too: 0.25 km2 x 100 mm / 12 h."""
    done = run(street, tmp_path, RECEIVING_LEVEL="river", RUNOFF=100, REMOVAL_TIME=12, OUTPUT_ZONES=tmp_path / "z.gpkg")
    (manhole,) = read_vector(done.OUTPUT_MANHOLES)
    assert (manhole["node_id"], manhole["ground_z"], manhole["water_z"], manhole["outfall_id"]) == ("M4", 5, 5.5, "O")
    assert manhole["over_m"] == pytest.approx(0.5)
    rate = 25_000 / 43_200
    (outfall,) = read_vector(done.OUTPUT)
    assert outfall["pump_m3s"] == pytest.approx(rate) == done.PUMP_M3S
    assert (outfall["zones"], outfall["cutoff_m2"], outfall["flooded"]) == (1, 2.5e5, 1)
    (zone,) = read_vector(done.OUTPUT_ZONES)
    assert (zone["zone_id"], zone["outfall_id"], zone["low_z"]) == ("4", "O", 4.9)
    assert zone["pump_m3s"] == pytest.approx(rate)
    assert done.FLOODED == 1 and done.CUT_OFF_M2 == 2.5e5
    assert any("4 zones drain to inlets, nodes and outfalls, 1 elsewhere" in line for line in done.infos)


def test_two_zones_and_a_modulus(street, tmp_path):
    done = run(street, tmp_path, RECEIVING_LEVEL="6.2", MODULUS=2)
    assert done.PUMP_M3S == pytest.approx(2 * (0.5 + 0.25))
    assert done.FLOODED == 2


def test_ground_of_the_dem_where_manholes_have_none(street, tmp_path):
    z = np.repeat(np.linspace(8.4, 4.4, 25)[None], 6, 0)
    dem = support.write_raster(tmp_path / "dem.tif", z, CELL)
    given = street | {"ZONES": None, "MANHOLES": None, "DEM": dem}
    done = run(given, tmp_path, RECEIVING_LEVEL="5.6")
    (manhole,) = read_vector(done.OUTPUT_MANHOLES)
    assert manhole["node_id"] == "M4" and manhole["ground_z"] == pytest.approx(z[2, 17], abs=1e-5)
    blind = run(given | {"DEM": None}, tmp_path, RECEIVING_LEVEL="5.5")
    assert blind.SUBMERGED == 1
    assert any("No ground levels are known" in line for line in blind.warnings)


def test_layers_in_another_crs(street, tmp_path):
    """Zones are taken to the CRS of the pipes; the areas are those of the field."""
    from osgeo import gdal

    gdal.VectorTranslate(str(tmp_path / "degrees.gpkg"), str(street["ZONES"]), dstSRS="EPSG:4326", reproject=True)
    done = run(street | {"ZONES": tmp_path / "degrees.gpkg"}, tmp_path, RECEIVING_LEVEL="6.2", MODULUS=2)
    assert done.PUMP_M3S == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"RECEIVING_LEVEL": " "}, "RECEIVING_LEVEL: give a level in metres or a field of OUTFALLS"),
        ({"RECEIVING_LEVEL": "381000"}, "RECEIVING_LEVEL must lie between -500 and 9000 m: 381000"),
        ({"RECEIVING_LEVEL": "lake"}, 'RECEIVING_LEVEL: OUTFALLS has no field "lake"'),
        ({"ZONES": None, "MODULUS": 1}, "MODULUS is about zones that are cut off: give ZONES too."),
        ({"ZONES": "{outfalls}"}, "ZONES: layer outfalls must hold polygons"),
        ({"ZONES": "{bare}"}, "ZONES: layer bare has no field outlet_id or outlet_t"),
        ({"ZONES": "{strange}"}, "ZONES: no zone of layer strange drains to an inlet, node or outfall"),
        ({"PIPES": "{degrees}"}, "PIPES degrees is in degrees (EPSG:4326): reproject it"),
        ({"GROUND_FIELD": "lid"}, 'GROUND_FIELD: layer manholes has no field "lid"'),
    ],
)
def test_refused(street, tmp_path, given, message):
    made = {
        "outfalls": street["OUTFALLS"],
        "bare": support.write_vector(tmp_path / "bare.gpkg", [support.box(0, 0, 2, 2)], {"zone_id": [1]}),
        "strange": support.write_vector(
            tmp_path / "strange.gpkg", [support.box(0, 0, 2, 2)], {"outlet_id": ["X"], "outlet_t": ["node"]}
        ),
        "degrees": support.write_vector(
            tmp_path / "degrees.gpkg", ["LINESTRING (111 34, 111.1 34)"], {"pipe_id": ["a"]}, crs="EPSG:4326"
        ),
    }
    given = {name: value.format(**made) if isinstance(value, str) else value for name, value in given.items()}
    usual = {"RECEIVING_LEVEL": "5", "OUTPUT": tmp_path / "o.gpkg"}
    assert message in support.refusal("outfallbackwater", **street | usual | given)
    assert not (tmp_path / "o.gpkg").exists()
