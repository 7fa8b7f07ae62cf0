"""The way of water through depressions, and the network of flow paths."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rainshed.hydrology.flow.accumulation import flow_accumulation, outlet_sum
from rainshed.hydrology.flow.paths import EDGE, JUNCTION, SINK, flow_paths
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.test.hydrology.strategies import Terrain, terrains, tiny_terrains
from rainshed.test.hydrology.worked_grids import THREE, cells
from rainshed.test.reference import terrain as reference
from rainshed.test.reference.terrain import NODATA, OUTLET, PIT, distance, outlets, valid_cells, walk

# Two heads (row 0) join in the middle; a third joins from the west; water leaves in the south. As codes:
#   SE  .  SW
#    .  S  .
#    E  S  .
#    . out .
CONFLUENCE = np.array([[1, 255, 3], [255, 2, 255], [0, 2, 255], [255, 8, 255]], dtype=np.uint8)


def test_water_leaves_three_bowls_in_turn():
    # row 1: 20 3 1 4 2 7 5 10 9; all of it leaves in the east, by the 10
    direction = through_depressions(build_hierarchy(THREE.z, THREE.valid, 1.0, 1.0))
    assert walk(direction, (1, 1)) == [(1, c) for c in range(1, 9)]


def check_way_out(terrain: Terrain) -> None:
    z, valid, dx, dy, sinks = terrain
    hierarchy = build_hierarchy(z, valid, dx, dy, sinks)
    direction = through_depressions(hierarchy)
    assert ((direction == NODATA) == ~valid).all()
    assert not (direction == PIT).any()
    assert ((direction == OUTLET) == outlets(valid, sinks)).all()
    filled = reference.fill(z, valid, sinks)
    for cell in valid_cells(valid):
        way = walk(direction, cell)  # raises where water runs in a circle
        # the highest point on the way is as low as any way out allows
        assert max(z[c] for c in way) == filled[cell]
    total = outlet_sum(direction, flow_accumulation(direction, dx * dy))
    assert total == pytest.approx(valid.sum() * dx * dy)


@settings(max_examples=120)
@given(terrains())
def test_every_cell_has_the_lowest_way_out(terrain):
    check_way_out(terrain)


@settings(max_examples=150)
@given(tiny_terrains())
def test_every_cell_has_the_lowest_way_out_on_tiny_terrain(terrain):
    check_way_out(terrain)


@settings(max_examples=60)
@given(terrains(sinks=False))
def test_closed_edge_leads_to_the_lowest_pit(terrain):
    z, valid, dx, dy, _ = terrain
    direction = through_depressions(build_hierarchy(z, valid, dx, dy, closed_edge=True))
    ends = {cell: walk(direction, cell)[-1] for cell in valid_cells(valid)}
    level = np.where(valid, 0.0, np.nan)
    for part in reference.flats(level, valid):  # connected parts of the valid cells
        (end,) = {ends[cell] for cell in part}
        assert z[end] == min(z[cell] for cell in part)


def test_links_of_a_confluence():
    accumulation = flow_accumulation(CONFLUENCE, 1.0)
    paths = flow_paths(CONFLUENCE, accumulation, 1.0, dx=3.0, dy=4.0)
    # flat cell indices row * 3 + column; heads in reading order
    assert [link.tolist() for link in paths.cells] == [[0, 4], [2, 4], [4, 7], [6, 7], [7, 10]]
    assert paths.flows_to.tolist() == [3, 3, 5, 5, 0]
    # 1 and 1 make 2; 2 and 1 stay 2
    assert paths.strahler.tolist() == [1, 1, 2, 1, 2]
    assert paths.length.tolist() == [5, 5, 4, 3, 4]
    # cells upstream of each link's end: short of the next link's first cell, or the outlet counted
    assert paths.upstream.tolist() == [1, 1, 3, 1, 6]
    assert paths.end.tolist() == [JUNCTION] * 4 + [EDGE]


def test_threshold_leaves_the_trunk():
    accumulation = flow_accumulation(CONFLUENCE, 1.0)
    paths = flow_paths(CONFLUENCE, accumulation, 3.0, dx=3.0, dy=4.0, sinks=cells(CONFLUENCE, (3, 1)))
    assert [link.tolist() for link in paths.cells] == [[4, 7, 10]]
    assert paths.strahler.tolist() == [1]
    assert paths.length.tolist() == [8]
    assert paths.upstream.tolist() == [6]
    assert paths.end.tolist() == [SINK]


def test_threshold_above_everything():
    accumulation = flow_accumulation(CONFLUENCE, 1.0)
    paths = flow_paths(CONFLUENCE, accumulation, 7.0, dx=1.0, dy=1.0)
    assert paths.cells == []
    assert paths.flows_to.size == paths.strahler.size == paths.length.size == 0


@settings(max_examples=100)
@given(terrains(), st.integers(1, 12))
def test_links_cover_the_network_once(terrain, threshold):
    z, valid, dx, dy, sinks = terrain
    direction = through_depressions(build_hierarchy(z, valid, dx, dy, sinks))
    accumulation = flow_accumulation(direction, 1.0)
    paths = flow_paths(direction, accumulation, float(threshold), dx, dy, sinks)
    # every link ends on a cell that is not its own: the next link's first, or where water leaves. Nodata is NaN.
    on_path = np.flatnonzero((accumulation >= threshold) & (direction != OUTLET))
    own = [link[:-1] for link in paths.cells]
    assert sorted(np.concatenate(own).tolist() if own else []) == on_path.tolist()
    codes = direction.reshape(-1)
    for i, link in enumerate(paths.cells):
        way = [divmod(int(cell), z.shape[1]) for cell in link]
        assert walk(direction, way[0])[: len(way)] == way
        steps = sum(distance(int(codes[cell]), dx, dy) for cell in link[:-1])
        assert paths.length[i] == pytest.approx(steps)
        follower = int(paths.flows_to[i])
        if follower:
            assert paths.cells[follower - 1][0] == link[-1]
            assert paths.end[i] == JUNCTION
        else:
            assert codes[link[-1]] == OUTLET
            assert paths.end[i] == (SINK if sinks is not None and sinks[way[-1]] else EDGE)
        # where others end on the same cell, what comes through this link is counted one cell before
        alone = not follower and sum(other[-1] == link[-1] for other in paths.cells) == 1
        assert paths.upstream[i] == accumulation.reshape(-1)[link[-1] if alone else own[i][-1]]
        # Strahler, from its definition
        above = sorted((int(paths.strahler[j]) for j in np.flatnonzero(paths.flows_to == i + 1)), reverse=True)
        if not above:
            assert paths.strahler[i] == 1
        elif len(above) > 1 and above[0] == above[1]:
            assert paths.strahler[i] == above[0] + 1
        else:
            assert paths.strahler[i] == above[0]
