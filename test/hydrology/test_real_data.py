"""Figures of real DEMs that are known from elsewhere (GRASS, SAGA, richdem and malstroem agree on them)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rainshed.hydrology.flow.accumulation import flow_accumulation, outlet_sum
from rainshed.hydrology.flow.directions import PIT, flow_directions
from rainshed.hydrology.ponds.filling import rain_to_fill
from rainshed.hydrology.ponds.hierarchy import Hierarchy, build_hierarchy
from rainshed.hydrology.ponds.inventory import outer_depressions
from rainshed.hydrology.ponds.spill import fill_spill_merge, pond_depth
from rainshed.hydrology.ponds.storage import Storage, measure_storage
from rainshed.hydrology.terrain.breaching import breach_depressions
from rainshed.hydrology.terrain.filling import fill_depressions
from rainshed.test.hydrology.strategies import Terrain
from rainshed.test.reference import terrain as reference

SANTBOI = "santboi/dem_5m.tif"
MALSTROEM = "malstroem_dk/dtm.tif"
PRAIRIE = "prairie_1m/dem.tif"
NO_DEPRESSIONS = "no_depressions_25m/dem25.tif"

# file: depressions, volume (m3), deepest (m), each with the digits that are known
FIGURES = {
    SANTBOI: (163, 36_341, 0.5, 5.22, 0.005),
    MALSTROEM: (523, 1_818_817.93, 0.005, 7.6816, 0.00005),
    PRAIRIE: (102, 450_134, 0.5, 15.46, 0.005),
    NO_DEPRESSIONS: (0, 0, 0, 0, 0),
}
every_dem = pytest.mark.parametrize("name", FIGURES)


def read(path: Path) -> Terrain:
    rasterio = pytest.importorskip("rasterio", reason="rasterio is not installed")
    with rasterio.open(path) as source:
        valid = source.read_masks(1) > 0
        return Terrain(source.read(1), valid, source.transform.a, -source.transform.e, None)


def read_band(path: Path) -> np.ndarray:
    rasterio = pytest.importorskip("rasterio", reason="rasterio is not installed")
    with rasterio.open(path) as source:
        return source.read(1)


_measured: dict[Path, tuple[Terrain, Hierarchy, Storage]] = {}


@pytest.fixture
def measured(shared_data, name) -> tuple[Terrain, Hierarchy, Storage]:
    path = shared_data / name
    if path not in _measured:
        terrain = read(path)
        hierarchy = build_hierarchy(*terrain)
        _measured[path] = terrain, hierarchy, measure_storage(terrain.z, hierarchy)
    return _measured[path]


def outer_pools(hierarchy: Hierarchy) -> np.ndarray:
    """The depressions that are one sheet of water when everything is full.

    Depressions that meet at exactly the outermost spill level merge without the water ever covering their saddle: the
    figures count the two, not the one that encloses them.
    """
    h = hierarchy
    nodes = np.arange(1, h.size)
    at_top = h.spill_z[nodes] == h.outer_z[nodes]
    one_sheet = (h.left[nodes] == 0) | (h.spill_z[h.left[nodes]] < h.spill_z[nodes])
    return nodes[at_top & one_sheet]


def raised_regions(depth: np.ndarray) -> list[np.ndarray]:
    """Depths of the cells of each 8-connected region of raised cells."""
    regions, seen = [], np.zeros(depth.shape, dtype=bool)
    raised = depth > 0
    for start in reference.valid_cells(raised):
        if seen[start]:
            continue
        seen[start] = True
        region = [start]
        for cell in region:  # grows while it is walked
            for _, other in reference.neighbours(cell, raised):
                if not seen[other]:
                    seen[other] = True
                    region.append(other)
        regions.append(np.array([depth[cell] for cell in region], dtype=np.float64))
    return regions


@every_dem
def test_known_figures(measured, name):
    terrain, hierarchy, storage = measured
    count, volume, volume_digit, deepest, deepest_digit = FIGURES[name]
    area = terrain.dx * terrain.dy
    assert storage.total[hierarchy.outermost].sum() * area == pytest.approx(volume, abs=volume_digit)
    depth = fill_depressions(terrain.z, hierarchy).astype(np.float64) - terrain.z
    assert depth.sum() * area == pytest.approx(volume, abs=volume_digit)
    assert depth.max() == pytest.approx(deepest, abs=deepest_digit)
    assert len(raised_regions(depth)) == count
    outer = outer_pools(hierarchy)
    assert len(outer) == count
    np.testing.assert_array_equal(outer_depressions(hierarchy), outer)
    assert storage.total[outer].sum() * area == pytest.approx(volume, abs=volume_digit)
    depths = hierarchy.outer_z[outer] - hierarchy.pit_z[outer]
    assert (depths.max() if count else 0) == pytest.approx(deepest, abs=deepest_digit)


@pytest.mark.parametrize("name", [SANTBOI])
def test_santboi_has_108_depressions_deeper_than_5_cm(measured):
    _, hierarchy, _ = measured
    outer = outer_pools(hierarchy)
    assert np.count_nonzero(hierarchy.spill_z[outer] - hierarchy.pit_z[outer] > 0.05) == 108


@pytest.mark.parametrize("name", [MALSTROEM])
def test_malstroem_fill_is_the_published_one(measured, shared_data):
    terrain, hierarchy, _ = measured
    filled = fill_depressions(terrain.z, hierarchy)
    np.testing.assert_array_equal(filled, read_band(shared_data / "malstroem_dk" / "filled.tif"))
    np.testing.assert_array_equal(filled - terrain.z, read_band(shared_data / "malstroem_dk" / "depths.tif"))


@pytest.mark.parametrize("name", [MALSTROEM])
def test_malstroem_bluespots_are_the_published_104(measured, shared_data):
    # kept there: deeper than 5 cm, more than 5 cells, sum of depths above 1 m
    _, hierarchy, storage = measured
    outer = outer_pools(hierarchy)
    kept = outer[
        (hierarchy.spill_z[outer] - hierarchy.pit_z[outer] > 0.05)
        & (storage.cells[outer] > 5)
        & (storage.total[outer] > 1)
    ]
    assert len(kept) == 104
    label = read_band(shared_data / "malstroem_dk" / "labelled.tif")
    # the same cells, not only as many regions: each kept depression covers one label and nothing else
    top = np.zeros(hierarchy.size, dtype=np.int64)
    top[outer] = outer
    for node in range(hierarchy.size - 1, 0, -1):
        if top[node] == 0 and hierarchy.parent[node]:
            top[node] = top[hierarchy.parent[node]]
    ours = np.where(storage.first_wet > 0, top[np.maximum(storage.first_wet, 0)], 0)
    ours[~np.isin(ours, kept)] = 0
    assert ((ours > 0) == (label > 0)).all()
    pairs = {(int(a), int(b)) for a, b in zip(ours[label > 0], label[label > 0])}
    assert len(pairs) == 104


@every_dem
def test_fill_equals_priority_flood(measured, name):
    terrain, hierarchy, _ = measured
    expected = reference.fill(terrain.z, terrain.valid)
    filled = fill_depressions(terrain.z, hierarchy)
    assert filled.dtype == terrain.z.dtype
    np.testing.assert_array_equal(filled[terrain.valid], expected[terrain.valid].astype(terrain.z.dtype))


@every_dem
def test_outlet_sum_is_the_area(measured, name):
    terrain, hierarchy, _ = measured
    area = terrain.dx * terrain.dy
    accumulation = flow_accumulation(hierarchy.direction, area)
    total = outlet_sum(hierarchy.direction, accumulation)
    assert total == pytest.approx(np.count_nonzero(terrain.valid) * area, rel=1e-9)


@every_dem
def test_water_balance(measured, name):
    terrain, hierarchy, storage = measured
    capacity = fill_depressions(terrain.z, hierarchy).astype(np.float64) - terrain.z
    last = np.zeros(terrain.z.shape)
    for rain in (0.02, 0.1, 1.0, 1000.0):
        ponds = fill_spill_merge(terrain.z, hierarchy, storage, rain)
        depth = pond_depth(terrain.z, storage, ponds)
        whole = np.count_nonzero(terrain.valid) * rain
        assert depth.sum() + ponds.outflow == pytest.approx(whole, rel=1e-9)
        assert (depth >= last - 1e-9).all()
        assert (depth <= capacity + 1e-9).all()
        last = depth
    # the rain that fills the slowest depression gives the fill
    rain = rain_to_fill(hierarchy, storage)[1:].max(initial=0.0) * (1 + 1e-9) + 1e-9
    full = pond_depth(terrain.z, storage, fill_spill_merge(terrain.z, hierarchy, storage, rain))
    np.testing.assert_array_equal(full, capacity)


@pytest.mark.parametrize("name", [SANTBOI])
def test_inundation_equals_reference_on_a_real_town(measured):
    from rainshed.test.reference import ponding

    terrain, _, _ = measured
    window = (slice(120, 220), slice(100, 200))
    z = terrain.z[window].astype(np.float64)
    valid = np.ones(z.shape, dtype=bool)
    hierarchy = build_hierarchy(z, valid, 5.0, 5.0)
    assert hierarchy.leaves > 10
    storage = measure_storage(z, hierarchy)
    for rain_mm in (10.0, 50.0, 200.0):
        ponds = fill_spill_merge(z, hierarchy, storage, rain_mm / 1000)
        expected, outflow = ponding.inundate(
            z, valid, 5.0, 5.0, np.full(z.shape, rain_mm), direction=hierarchy.direction
        )
        np.testing.assert_allclose(pond_depth(z, storage, ponds), expected, rtol=1e-9, atol=1e-9)
        assert ponds.outflow * 25 == pytest.approx(outflow)


def test_breaching_leaves_less_to_fill(shared_data):
    terrain = read(shared_data / SANTBOI)
    plain = fill_depressions(terrain.z, build_hierarchy(*terrain))
    done = breach_depressions(*terrain[:4], 100.0, 5.0)
    whole = fill_depressions(done.z, build_hierarchy(done.z, *terrain[1:]))
    valid = terrain.valid
    assert (done.z[valid] <= terrain.z[valid]).all()
    assert (whole[valid] <= plain[valid]).all()
    assert done.breached > 0.9 * (done.breached + done.left)
    raised = [np.maximum(z[valid].astype(np.float64) - terrain.z[valid], 0).sum() for z in (whole, plain)]
    assert 0 < raised[0] < raised[1]
    assert (flow_directions(whole, *terrain[1:4]) != PIT).all()
