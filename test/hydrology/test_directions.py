"""D8 directions: steepest descent, its ties, outlets and flats."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from rainshed.hydrology.flow.directions import COLUMN_STEP, ROW_STEP, encode, flow_directions
from rainshed.test.hydrology.strategies import FLOAT_KINDS, Terrain, random_terrain, terrains, tiny_terrains
from rainshed.test.reference import terrain as reference
from rainshed.test.reference.terrain import NODATA, OUTLET, PIT, STEPS, flats, neighbours, outlets, valid_cells, walk

E, SE, S, SW, W, NW, N, NE = range(8)


def directions_of(terrain: Terrain, **options) -> np.ndarray:
    z, valid, dx, dy, sinks = terrain
    return flow_directions(z, valid, dx, dy, sinks=sinks, **options)


def centre_direction(rows: list[list[float]], dx: float = 1.0, dy: float = 1.0) -> int:
    z = np.array(rows, dtype=float)
    direction = flow_directions(z, np.ones(z.shape, dtype=bool), dx, dy)
    assert direction.dtype == np.uint8
    return int(direction[1, 1])


def test_order_of_neighbours():
    assert list(zip(ROW_STEP, COLUMN_STEP)) == list(STEPS)


@pytest.mark.parametrize("place", range(8))
def test_points_to_the_only_lower_neighbour(place):
    z = np.full((3, 3), 5.0)
    down, right = STEPS[place]
    z[1 + down, 1 + right] = 4.0
    assert centre_direction(z) == place


@pytest.mark.parametrize("first", [E, S, W])
def test_equal_slopes_go_to_the_first_of_the_order(first):
    # all straight neighbours from `first` on are 1 lower over 1 m; diagonals are level
    z = np.full((3, 3), 5.0)
    for place in range(first, 8, 2):
        down, right = STEPS[place]
        z[1 + down, 1 + right] = 4.0
    assert centre_direction(z) == first


@pytest.mark.parametrize("first", [SE, SW, NW, NE])
def test_equal_diagonal_slopes_go_to_the_first_of_the_order(first):
    z = np.full((3, 3), 5.0)
    for place in range(first, 8, 2):
        down, right = STEPS[place]
        z[1 + down, 1 + right] = 4.0
    assert centre_direction(z) == first


def test_diagonal_drop_is_divided_by_its_length():
    # SE falls 1.4 over 1.414 m (0.990), E falls 1.0 over 1 m: E is steeper although SE is lower
    assert centre_direction([[9, 9, 9], [9, 5, 4], [9, 9, 3.6]]) == E
    # SE falls 1.5 over 1.414 m (1.06): now SE
    assert centre_direction([[9, 9, 9], [9, 5, 4], [9, 9, 3.5]]) == SE


def test_slope_on_cells_that_are_not_square():
    # cells 2 m wide and 1 m high: E falls 1.5 over 2 m (0.75), S falls 1 over 1 m
    z = [[9, 9, 9], [9, 5, 3.5], [9, 4, 9]]
    assert centre_direction(z, dx=2.0, dy=1.0) == S
    # turned: E falls 1.5 over 1 m, S falls 1 over 2 m
    assert centre_direction(z, dx=1.0, dy=2.0) == E
    # 3 x 4 m has a diagonal of exactly 5 m: E 3/3, SE 5/5, S 4/4 are equal, so is NE 5/5; E is first
    z = [[99, 99, 90], [99, 95, 92], [99, 91, 90]]
    assert centre_direction(z, dx=3.0, dy=4.0) == E
    # without E (level) the diagonal SE 5/5 comes before S 4/4
    z = [[99, 99, 90], [99, 95, 95], [99, 91, 90]]
    assert centre_direction(z, dx=3.0, dy=4.0) == SE


def test_edge_cells_leave_even_beside_lower_ground():
    z = np.full((4, 4), 5.0)
    z[1, 1] = 0.0
    direction = flow_directions(z, np.ones(z.shape, dtype=bool), 1.0, 1.0)
    edge = np.ones(z.shape, dtype=bool)
    edge[1:-1, 1:-1] = False
    assert (direction[edge] == OUTLET).all()
    assert direction[1, 1] == PIT


def test_cells_around_a_hole_leave():
    # a hole in the middle of 5 x 5 makes its 8 neighbours outlets; with the edge that is every cell
    z = np.arange(25, dtype=float).reshape(5, 5)
    valid = np.ones(z.shape, dtype=bool)
    valid[2, 2] = False
    direction = flow_directions(z, valid, 1.0, 1.0)
    assert direction[2, 2] == NODATA
    assert (direction[valid] == OUTLET).all()


@pytest.mark.parametrize("nodata", [np.nan, -9999.0, 1e30])
def test_elevation_of_nodata_cells_is_not_looked_at(nodata):
    z = np.full((5, 6), 5.0)
    z[2, 4] = 4.0
    z[0, 0] = nodata
    valid = np.ones(z.shape, dtype=bool)
    valid[0, 0] = False
    direction = flow_directions(z, valid, 1.0, 1.0)
    assert direction[0, 0] == NODATA
    assert direction[1, 1] == OUTLET  # beside the hole
    assert direction[2, 4] == PIT
    assert direction[2, 3] == E


def test_sink_cells_leave():
    z = np.array([[9, 9, 9, 9, 9], [9, 5, 4, 3, 9], [9, 9, 9, 9, 9]], dtype=float)
    valid = np.ones(z.shape, dtype=bool)
    sinks = np.zeros(z.shape, dtype=bool)
    sinks[1, 2] = True
    direction = flow_directions(z, valid, 1.0, 1.0, sinks=sinks)
    assert list(direction[1, 1:4]) == [E, OUTLET, PIT]
    assert list(flow_directions(z, valid, 1.0, 1.0)[1, 1:4]) == [E, E, PIT]


def test_closed_edge_drains_like_any_other_cell():
    # one row: falls to the east end, where nothing leaves
    z = np.array([[4.0, 3.0, 2.0, 1.0]])
    direction = flow_directions(z, np.ones(z.shape, dtype=bool), 1.0, 1.0, closed_edge=True)
    assert direction.tolist() == [[E, E, E, PIT]]


def test_flat_drains_to_its_only_exit():
    # the flat of 5s has one lower neighbour, the 4 at the east, itself the way to the edge cell 3
    z = np.array(
        [
            [9, 9, 9, 9, 9, 9],
            [9, 5, 5, 5, 9, 9],
            [9, 5, 5, 5, 4, 3],
            [9, 5, 5, 5, 9, 9],
            [9, 9, 9, 9, 9, 9],
        ],
        dtype=float,
    )
    direction = flow_directions(z, np.ones(z.shape, dtype=bool), 1.0, 1.0)
    assert not (direction == PIT).any()
    for r in (1, 2, 3):
        for c in (1, 2, 3):
            assert walk(direction, (r, c))[-2:] == [(2, 4), (2, 5)]


def test_flat_without_exit_is_one_pit():
    z = np.full((6, 7), 9.0)
    z[1:5, 1:6] = 5.0
    z[2, 2] = 7.0  # an island does not split it
    direction = flow_directions(z, np.ones(z.shape, dtype=bool), 1.0, 1.0)
    pits = valid_cells(direction == PIT)
    assert len(pits) == 1
    for cell in valid_cells(z == 5):
        assert walk(direction, cell)[-1] == pits[0]


def test_level_ground_drains_to_the_edge():
    z = np.full((7, 9), 2.0)
    direction = flow_directions(z, np.ones(z.shape, dtype=bool), 1.0, 1.0)
    assert not (direction == PIT).any()
    for cell in valid_cells(np.ones(z.shape, dtype=bool)):
        walk(direction, cell)


def check_rules(terrain: Terrain, direction: np.ndarray, closed_edge: bool = False) -> None:
    """Everything the definition fixes, cell by cell."""
    z, valid, dx, dy, sinks = terrain
    leaving = outlets(valid, sinks, closed_edge)
    assert ((direction == NODATA) == ~valid).all()
    assert ((direction == OUTLET) == leaving).all()
    for cell in valid_cells(valid & ~leaving):
        place = reference.steepest_place(z, valid, dx, dy, cell)
        if place is not None:
            assert direction[cell] == place
        elif direction[cell] != PIT:
            down, right = STEPS[direction[cell]]
            other = (cell[0] + down, cell[1] + right)
            assert z[other] == z[cell]  # along the flat, never up
    for cell in valid_cells(valid):
        walk(direction, cell)  # raises where water runs in a circle
    for flat in flats(z, valid):
        pits = sum(direction[cell] == PIT for cell in flat)
        has_exit = any(
            leaving[cell] or any(z[other] < z[cell] for _, other in neighbours(cell, valid)) for cell in flat
        )
        assert pits == (0 if has_exit else 1)


@settings(max_examples=150, deadline=None)
@given(terrains())
def test_rules_hold_on_random_terrain(terrain):
    check_rules(terrain, directions_of(terrain))


@settings(max_examples=150, deadline=None)
@given(tiny_terrains())
def test_rules_hold_on_tiny_terrain(terrain):
    check_rules(terrain, directions_of(terrain))


@settings(max_examples=60, deadline=None)
@given(terrains())
def test_rules_hold_with_a_closed_edge(terrain):
    check_rules(terrain, directions_of(terrain, closed_edge=True), closed_edge=True)


@pytest.mark.parametrize("seed", range(30))
def test_equals_reference_without_ties(seed):
    terrain = random_terrain(seed, kind=FLOAT_KINDS[seed % 3])
    np.testing.assert_array_equal(directions_of(terrain), reference.steepest(*terrain))


def test_input_is_not_changed():
    terrain = random_terrain(5)
    z, valid = terrain.z.copy(), terrain.valid.copy()
    directions_of(terrain)
    np.testing.assert_array_equal(terrain.z, z)
    np.testing.assert_array_equal(terrain.valid, valid)


def test_codes_of_direction_rasters():
    # E, SE, S, SW, W, NW, N, NE, leaves, pit, nodata
    direction = np.array([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255]], dtype=np.uint8)
    codes = encode(direction)
    assert codes.dtype == np.uint8
    # a pit of the unfilled terrain has no way on; it is coded like a sink
    assert codes.tolist() == [[1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 255]]
