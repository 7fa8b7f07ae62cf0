"""Progress and Cancel of the engine."""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology import compiled
from rainshed.hydrology.errors import Cancelled
from rainshed.hydrology.flow.accumulation import flow_accumulation
from rainshed.hydrology.flow.directions import flow_directions
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.filling import rain_to_flood
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import fill_spill_merge
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.progress import Progress
from rainshed.hydrology.terrain.breaching import breach_depressions
from rainshed.hydrology.terrain.filling import fill_depressions, fill_with_slope
from rainshed.test.hydrology.strategies import random_terrain

TERRAIN = random_terrain(8, kind="terraces", shape=(40, 30))
HIERARCHY = build_hierarchy(*TERRAIN)
STORAGE = measure_storage(TERRAIN.z, HIERARCHY)
WORK = {
    "directions": lambda p: flow_directions(*TERRAIN, progress=p),
    "accumulation": lambda p: flow_accumulation(HIERARCHY.direction, 1.0, progress=p),
    "hierarchy": lambda p: build_hierarchy(*TERRAIN, progress=p),
    "storage": lambda p: measure_storage(TERRAIN.z, HIERARCHY, progress=p),
    "spill": lambda p: fill_spill_merge(TERRAIN.z, HIERARCHY, STORAGE, np.full(TERRAIN.z.shape, 0.1), progress=p),
    "rain to flood": lambda p: rain_to_flood(TERRAIN.z, HIERARCHY, STORAGE, progress=p),
    "through depressions": lambda p: through_depressions(HIERARCHY, p),
    "fill": lambda p: fill_depressions(TERRAIN.z, HIERARCHY, progress=p),
    "fill with slope": lambda p: fill_with_slope(TERRAIN.z, HIERARCHY.direction, TERRAIN.dx, TERRAIN.dy, 0.01, p),
    "breach": lambda p: breach_depressions(*TERRAIN[:4], 50.0, 9.0, TERRAIN.sinks, progress=p).z,
}
every_work = pytest.mark.parametrize("work", WORK.values(), ids=WORK)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    """Blocks of a few rows, as if the terrain were large."""
    from rainshed.hydrology.flow import directions
    from rainshed.hydrology.ponds import filling as rising
    from rainshed.hydrology.ponds import saddles
    from rainshed.hydrology.terrain import breaching, filling

    for module in (compiled, directions, saddles, rising, breaching, filling):
        monkeypatch.setattr(module, "block_cells", lambda: 100)


@every_work
def test_progress_only_grows(work):
    seen = []
    work(Progress(report=seen.append))
    assert len(seen) > 5
    assert seen == sorted(seen)
    assert seen[0] >= 0
    assert 0.9 < seen[-1] <= 1


@every_work
def test_cancel_is_answered_wherever_it_comes(work):
    asked = []
    work(Progress(cancelled=lambda: asked.append(1) is not None))  # never cancels; counts how often it is asked
    for stop in {1, len(asked) // 2, len(asked)}:
        left = iter(range(stop))
        with pytest.raises(Cancelled):
            work(Progress(cancelled=lambda left=left, stop=stop: next(left) == stop - 1))


@every_work
def test_blocks_do_not_change_the_result(work, monkeypatch):
    by_blocks = work(Progress())
    monkeypatch.undo()
    whole = work(Progress())
    if not isinstance(whole, np.ndarray):
        names = [name for name, value in vars(whole).items() if isinstance(value, np.ndarray)]
        whole, by_blocks = ([getattr(part, name) for name in names] for part in (whole, by_blocks))
        assert len(names) > 4
    else:
        whole, by_blocks = [whole], [by_blocks]
    for one, other in zip(whole, by_blocks):
        np.testing.assert_array_equal(one, other)


def test_parts_and_steps_share_the_whole():
    seen, names = [], []
    progress = Progress(report=seen.append, log=names.append).part(0.5, 1.0)
    for step in progress.steps(("first", 1), ("", 1), ("third", 2)):
        step.update(0.5)
    # shares of the second half: 0.5..0.625, ..0.75, ..1
    np.testing.assert_allclose(seen, [0.5625, 0.6875, 0.875])
    assert names == ["first", "third"]


def test_steps_taken_all_at_once_report_and_name_themselves_only_when_work_begins():
    seen, names = [], []
    first, second = Progress(report=seen.append, log=names.append).steps(("first", 1), ("second", 3))
    assert seen == names == []
    first.part(0, 0.5).update(1)
    first.update(1)
    assert names == ["first"]
    inner, other = second.steps(("inner", 1), ("", 1))
    inner.update(1)
    other.update(1)
    assert names == ["first", "second", "inner"]
    np.testing.assert_allclose(seen, [0.125, 0.25, 0.625, 1.0])


def test_blocks_cover_all_rows_once():
    rows = [row for first, last in Progress().blocks(23, 40) for row in range(first, last)]
    assert rows == list(range(23))
    assert list(Progress().blocks(0, 40)) == []
