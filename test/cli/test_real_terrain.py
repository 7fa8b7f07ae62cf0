"""filldepressions, depressions and flowaccumulation by qgis_process on real DEMs, against figures known from elsewhere.

GRASS, SAGA and richdem agree on these fills; the bluespots are those that malstroem publishes.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.test.algorithms.support import burn_on, cell_area, read_raster, read_vector

# DEM: volume (m3), how exact it is known, deepest (m), how exact
DEMS = {
    "santboi/dem_5m.tif": (36_341, 1, 5.22, 0.005),
    "malstroem_dk/dtm.tif": (1_818_817.93, 0.005, 7.6816, 0.00005),
    "prairie_1m/dem.tif": (450_134, 0.5, 15.46, 0.005),
    "no_depressions_25m/dem25.tif": (0, 0, 0, 0),
}


@pytest.fixture(scope="module")
def fills(qgis_process, shared_data, tmp_path_factory):
    """The fill of each DEM, made when first asked for."""
    folder = tmp_path_factory.mktemp("fills")
    done: dict[str, SimpleNamespace] = {}

    def fill(name: str) -> SimpleNamespace:
        if name not in done:
            out = folder / name.replace("/", "_")
            outcome = qgis_process(
                "rainshed:filldepressions",
                DEM=shared_data / name,
                OUTPUT=out,
                OUTPUT_DEPTH=out.with_suffix(".depth.tif"),
            )
            assert outcome.returncode == 0, outcome.text
            done[name] = SimpleNamespace(dem=shared_data / name, **outcome.results)
        return done[name]

    return fill


@pytest.fixture(scope="module", params=DEMS)
def filled(fills, request):
    return SimpleNamespace(**vars(fills(request.param)), figures=DEMS[request.param])


def test_known_volume_and_depth(filled):
    volume, volume_digit, deepest, deepest_digit = filled.figures
    assert filled.VOLUME_M3 == pytest.approx(volume, abs=volume_digit)
    assert filled.MAX_DEPTH_M == pytest.approx(deepest, abs=deepest_digit)
    assert (filled.RAISED_CELLS == 0) == (volume == 0)


def test_the_files_hold_what_the_numbers_say(filled):
    z, raised = read_raster(filled.dem), read_raster(filled.OUTPUT)
    known = ~np.isnan(z)
    np.testing.assert_array_equal(np.isnan(raised), ~known)
    assert (raised[known] >= z[known]).all()
    assert np.count_nonzero(raised[known] > z[known]) == filled.RAISED_CELLS
    assert (raised - z)[known].sum() * cell_area(filled.dem) == pytest.approx(filled.VOLUME_M3, rel=1e-9, abs=1e-6)
    np.testing.assert_allclose(read_raster(filled.OUTPUT_DEPTH), raised - z, atol=1e-6)


def test_malstroem_to_the_last_bit(fills, shared_data):
    found = fills("malstroem_dk/dtm.tif")
    published = read_raster(shared_data / "malstroem_dk" / "filled.tif")
    np.testing.assert_array_equal(read_raster(found.OUTPUT), published)


def test_malstroem_s_104_bluespots(qgis_process, fills, shared_data, tmp_path):
    """Published there: deeper than 5 cm, more than 5 cells, sum of depths above 1 m."""
    dem = shared_data / "malstroem_dk" / "dtm.tif"
    cell = cell_area(dem)
    outcome = qgis_process(
        "rainshed:depressions", DEM=dem, MIN_DEPTH=0.05, MIN_AREA=5 * cell, MIN_VOLUME=cell, OUTPUT=tmp_path / "d.gpkg"
    )
    assert outcome.returncode == 0, outcome.text
    assert outcome.results["COUNT"] == 104 == len(read_vector(tmp_path / "d.gpkg"))
    ours = burn_on(tmp_path / "d.gpkg", "dep_id", dem)
    theirs = np.nan_to_num(read_raster(shared_data / "malstroem_dk" / "labelled.tif")).astype(int)
    np.testing.assert_array_equal(ours > 0, theirs > 0)
    assert len(set(zip(ours[ours > 0].tolist(), theirs[ours > 0].tolist()))) == 104, "one of theirs for each of ours"


@pytest.mark.parametrize(
    ("name", "count"), [("santboi/dem_5m.tif", 163), ("malstroem_dk/dtm.tif", 523), ("prairie_1m/dem.tif", 102)]
)
def test_all_depressions_together_are_the_fill(qgis_process, fills, name, count, tmp_path):
    fill = fills(name)
    outcome = qgis_process("rainshed:depressions", DEM=fill.dem, MIN_DEPTH=0, OUTPUT=tmp_path / "d.gpkg")
    assert outcome.returncode == 0, outcome.text
    rows = read_vector(tmp_path / "d.gpkg")
    assert len(rows) == outcome.results["COUNT"] == count
    assert sum(row["vol_m3"] for row in rows) == pytest.approx(fill.VOLUME_M3, rel=1e-6)
    assert outcome.results["VOLUME_M3"] == pytest.approx(fill.VOLUME_M3, rel=1e-6)
    np.testing.assert_array_equal(
        burn_on(tmp_path / "d.gpkg", "dep_id", fill.dem) > 0, read_raster(fill.OUTPUT) > read_raster(fill.dem)
    )
    assert max(row["depth_m"] for row in rows) == pytest.approx(fill.MAX_DEPTH_M)


def test_santboi_has_108_deeper_than_5_cm(qgis_process, shared_data, tmp_path):
    outcome = qgis_process(
        "rainshed:depressions", DEM=shared_data / "santboi" / "dem_5m.tif", LEVELS="all", OUTPUT=tmp_path / "d.gpkg",
        OUTPUT_POUR_POINTS=tmp_path / "p.gpkg", OUTPUT_CURVES=tmp_path / "c.gpkg",
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.text
    rows = read_vector(tmp_path / "d.gpkg")
    assert sum(row["parent"] == 0 for row in rows) == 108
    assert len(rows) > 108, "some hold others"
    assert len(read_vector(tmp_path / "p.gpkg")) == len(rows)
    last = {row["dep_id"]: row for row in read_vector(tmp_path / "c.gpkg")}
    for row in rows:
        assert last[row["dep_id"]]["vol_m3"] == pytest.approx(row["vol_m3"])


def test_no_depressions_found_where_there_are_none(qgis_process, shared_data, tmp_path):
    dem = shared_data / "no_depressions_25m" / "dem25.tif"
    outcome = qgis_process("rainshed:depressions", DEM=dem, MIN_DEPTH=0, OUTPUT=tmp_path / "d.gpkg")
    assert (outcome.returncode, outcome.results["COUNT"]) == (0, 0)
    assert read_vector(tmp_path / "d.gpkg") == []


# flowaccumulation

CODES = (1, 2, 4, 8, 16, 32, 64, 128)
STEPS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))


@pytest.fixture(scope="module", params=["santboi/dem_5m.tif", "malstroem_dk/dtm.tif"])
def flow(qgis_process, shared_data, tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("flow")
    dem = shared_data / request.param
    outcome = qgis_process(
        "rainshed:flowaccumulation", DEM=dem, OUTPUT=folder / "acc.tif", OUTPUT_DIRECTION=folder / "dir.tif"
    )
    assert outcome.returncode == 0, outcome.text
    codes = np.nan_to_num(read_raster(folder / "dir.tif"), nan=255).astype(int)
    return SimpleNamespace(
        area=read_raster(folder / "acc.tif"), codes=codes, valid=~np.isnan(read_raster(dem)), cell=cell_area(dem),
        total=outcome.results["OUTLET_SUM"],
    )  # fmt: skip


def test_outlets_gather_the_whole_area(flow):
    whole = np.count_nonzero(flow.valid) * flow.cell
    assert flow.total == pytest.approx(whole, rel=1e-9)
    assert flow.area[flow.codes == 0].sum() == pytest.approx(whole, rel=1e-6), "the file itself is float32"


def test_no_cycles(flow):
    """Cells are taken away from the heads downstream; in a cycle none could ever be taken."""
    rows, columns = flow.codes.shape
    down = np.full(flow.codes.size, -1)
    index = np.arange(flow.codes.size).reshape(flow.codes.shape)
    for code, (r, c) in zip(CODES, STEPS):
        here = flow.codes == code
        at = np.argwhere(here) + (r, c)
        assert (at >= 0).all() and (at < (rows, columns)).all(), "flow off the grid"
        assert flow.valid[tuple(at.T)].all(), "flow into no data"
        down[index[here]] = index[tuple(at.T)]
    assert set(np.unique(flow.codes)) <= {0, 255, *CODES}
    waiting = np.bincount(down[down >= 0], minlength=down.size)
    heads = np.flatnonzero((waiting == 0) & flow.valid.ravel())
    taken = 0
    while heads.size:
        taken += heads.size
        below = down[heads]
        below = below[below >= 0]
        np.subtract.at(waiting, below, 1)
        heads = np.unique(below[waiting[below] == 0])
    assert taken == np.count_nonzero(flow.valid)


def test_richdem_accumulates_the_same_from_the_same_directions(flow):
    pytest.importorskip("richdem", reason="richdem is not installed")
    from rainshed.test.reference import peer

    places = np.full(flow.codes.shape, 255)
    places[flow.codes == 0] = 8
    for place, code in enumerate(CODES):
        places[flow.codes == code] = place
    theirs = peer.accumulate(places, np.ones(places.shape))
    np.testing.assert_allclose(flow.area[flow.valid], theirs[flow.valid] * flow.cell, rtol=1e-6)
