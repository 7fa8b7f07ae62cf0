"""Faults of a DEM, each put into a plain piece of ground by hand."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.terrain.checks import SPIKE, STEP, check_terrain

ROWS, COLUMNS = 80, 96


@pytest.fixture
def ground() -> np.ndarray:
    """Rolling ground with a fine roughness, all within a metre from cell to cell."""
    r, c = np.mgrid[:ROWS, :COLUMNS]
    random = np.random.default_rng(7)
    return 50 + 0.03 * r - 0.02 * c + 0.8 * np.sin(r / 9) * np.cos(c / 7) + random.normal(0, 0.01, r.shape)


def check(z: np.ndarray, dx: float = 1.0, dy: float = 1.0):
    return check_terrain(z, np.isfinite(z), dx, dy)


def test_nothing_in_sound_ground(ground):
    faults = check(ground)
    assert (faults.holes, faults.spikes, faults.seams, faults.whole, faults.coarse) == ([], [], [], False, False)


def test_holes_inside_but_not_at_the_edge(ground):
    ground[10, 20:22] = ground[11, 22] = np.nan  # one patch: 8-connected
    ground[40, 40] = np.nan
    ground[:5, :30] = ground[60:, 90:] = np.nan  # the DEM simply ends there
    holes = check(ground).holes
    assert [(divmod(cell, COLUMNS), count) for cell, count in holes] == [((10, 21), 3), ((40, 40), 1)]


def test_no_data_at_all():
    faults = check(np.full((6, 7), np.nan))
    assert faults.holes == [] and faults.spikes == [] and not faults.whole


@pytest.mark.parametrize("height", [SPIKE + 1.5, -SPIKE - 1.5])
@pytest.mark.parametrize("cell", [(30, 30), (0, 0), (ROWS - 1, 50)])
def test_spikes(ground, height, cell):
    ground[cell] += height
    ((place, over),) = check(ground).spikes
    assert divmod(place, COLUMNS) == cell
    assert over == pytest.approx(height, abs=0.5) and (over > 0) == (height > 0)


def test_two_cells_or_a_low_one_are_no_spike(ground):
    ground[30, 30:32] += 5
    ground[50, 50] += SPIKE / 2
    assert check(ground).spikes == []


def test_a_spike_is_measured_by_the_cell(ground):
    ground[30, 30] += 6
    assert len(check(ground, 5, 5).spikes) == 1
    assert check(ground, 10, 10).spikes == []


def test_the_block_of_work_does_not_matter(ground, monkeypatch):
    from rainshed.hydrology import compiled

    ground[31, 30] += 5
    ground[40:] += 0.5
    whole = check(ground)
    monkeypatch.setattr(compiled, "block_cells", lambda: 3 * COLUMNS)
    assert check(ground) == whole
    assert len(whole.spikes) == 1 and len(whole.seams) == 1


def test_seam_between_rows(ground):
    ground[40:] += 0.5
    ((cell, along_row, step),) = check(ground).seams
    assert cell // COLUMNS == 39 and along_row
    assert step == pytest.approx(0.5, abs=0.1)


def test_seam_between_columns(ground):
    ground[:, 50:] -= 0.3
    ((cell, along_row, step),) = check(ground).seams
    assert cell % COLUMNS == 49 and not along_row
    assert step == pytest.approx(0.3, abs=0.1)


def test_seam_of_tiles_that_step_differently(ground):
    ground[40:, :48] += 0.4
    ground[40:, 48:] -= 0.4
    rows = {cell // COLUMNS for cell, along_row, _ in check(ground).seams if along_row}
    assert rows == {39}


@pytest.mark.parametrize(
    "change",
    [
        lambda z, r, c: z + np.where(r >= 40, STEP / 3, 0),  # too low
        lambda z, r, c: z + np.where((r >= 40) & (c < 20), 1.0, 0),  # too short
        lambda z, r, c: z + np.where(r >= 40 + c // 8, 1.0, 0),  # not straight along the cells
        lambda z, r, c: z + 0.5 * np.clip(r - 36, 0, 8),  # a slope
        lambda z, r, c: z - np.where((r >= 40) & (r < 43), 1.0, 0),  # a ditch
        lambda z, r, c: z + np.where(r == 40, 1.0, 0),  # a wall
    ],
    ids=["low", "short", "slanting", "slope", "ditch", "wall"],
)
def test_what_is_no_seam(ground, change):
    r, c = np.mgrid[:ROWS, :COLUMNS]
    assert check(change(ground, r, c)).seams == []


def test_whole_metres(ground):
    assert check(np.rint(ground)).whole
    assert check(np.rint(ground).astype(np.float32)).whole
    assert not check(np.full((9, 9), 5.0)).whole, "a plane at 5 m may be"
    almost = np.rint(ground)
    almost[3, 3] += 0.5
    assert not check(almost).whole


@pytest.mark.parametrize(("dx", "dy", "coarse"), [(5, 5, False), (5.01, 5.01, True), (4, 6, True), (1, 1, False)])
def test_coarse_cells(ground, dx, dy, coarse):
    assert check(ground, dx, dy).coarse == coarse
