"""The rain that floods each cell against what inundation gives for that rain, an independent way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rainshed.hydrology.ponds.filling import rain_to_flood
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import inundate
from rainshed.hydrology.ponds.storage import measure_storage

from .strategies import terrains

TIE = 1e-9  # m of rain


def disagreements(z, valid, dx, dy, sinks, rains, min_depth) -> int:
    hierarchy = build_hierarchy(z, valid, dx, dy, sinks)
    storage = measure_storage(z, hierarchy)
    threshold = rain_to_flood(z, hierarchy, storage, min_depth)
    count = 0
    for rain in rains:
        depth = inundate(z, hierarchy, storage, rain, dx * dy).depth
        differ = ((depth > min_depth) != (threshold < rain)) & valid
        count += int((differ & (np.abs(threshold - rain) > TIE)).sum())
    return count


@given(terrains(), st.sampled_from([0.0, 0.15, 1.0]), st.lists(st.floats(0.001, 5), min_size=1, max_size=4))
def test_agrees_with_inundation(terrain, min_depth, rains):
    z, valid, dx, dy, sinks = terrain
    assert disagreements(z, valid, dx, dy, sinks, rains, min_depth) == 0


@pytest.mark.parametrize("min_depth", [0.0, 0.15])
@pytest.mark.parametrize("name", ["santboi/dem_5m.tif", "malstroem_dk/dtm.tif", "prairie_1m/dem.tif"])
def test_agrees_on_real_terrain(shared_data, name, min_depth):
    from osgeo import gdal

    data = gdal.Open(str(shared_data / name))
    z = data.ReadAsArray()
    transform = data.GetGeoTransform()
    nodata = data.GetRasterBand(1).GetNoDataValue()
    valid = np.ones(z.shape, bool) if nodata is None else z != nodata
    rains = np.linspace(0.001, 0.6, 40)
    assert disagreements(z, valid, transform[1], -transform[5], None, rains, min_depth) == 0
