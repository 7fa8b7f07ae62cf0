"""Threads over row blocks: same results with any number of them, and none is left behind."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from rainshed.hydrology import compiled, threads
from rainshed.hydrology.errors import Cancelled
from rainshed.hydrology.flow.accumulation import flow_accumulation
from rainshed.hydrology.flow.basins import catchments
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.filling import rain_to_flood
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import inundate
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.progress import Progress
from rainshed.hydrology.terrain.filling import fill_depressions
from rainshed.test.hydrology.strategies import FLOAT_KINDS, TIED_KINDS, random_terrain


def workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("ThreadPoolExecutor")]


def results(seed: int, kind: str, shape: tuple[int, int]) -> dict[str, bytes]:
    """The bytes of every result of the engine on one terrain."""
    z, valid, dx, dy, sinks = random_terrain(seed, kind, shape)
    rng = np.random.default_rng(seed)
    runoff = rng.exponential(0.2, z.shape)
    h = build_hierarchy(z, valid, dx, dy, sinks, closed_edge=seed % 3 == 0)
    storage = measure_storage(z, h)
    water = inundate(z, h, storage, runoff, dx * dy)
    direction = through_depressions(h)
    found = {
        "fill": fill_depressions(z, h),
        "through": direction,
        "accumulation": flow_accumulation(direction, runoff),
        "on the bare DEM": flow_accumulation(h.direction, dx * dy / 3),
        "catchments": catchments(direction, np.where(valid, rng.integers(0, 30, z.shape) == 1, 0).astype(np.int32)),
        "depth": water.depth,
        "rain": rain_to_flood(z, h, storage, 0.01),
    }
    for part in (h, h.tree, storage, water.ponds):
        for name, value in vars(part).items():
            if isinstance(value, np.ndarray):
                found[f"{type(part).__name__}.{name}"] = value
    return {name: array.tobytes() for name, array in found.items()}


@pytest.mark.parametrize("shape", [(41, 37), (90, 11), (7, 120), (1, 60), (60, 1), (1, 1)])
@pytest.mark.parametrize("kind", FLOAT_KINDS + TIED_KINDS)
def test_any_number_of_threads_and_blocks_gives_the_same_bits(kind, shape, monkeypatch):
    for seed in range(3):
        monkeypatch.setattr(threads, "count", lambda: 1)
        monkeypatch.setattr(compiled, "block_cells", lambda: 1_000_000)
        whole = results(seed, kind, shape)
        for number, cells in ((2, 100), (3, 250), (3, 20)):
            monkeypatch.setattr(threads, "count", lambda number=number: number)
            monkeypatch.setattr(compiled, "block_cells", lambda cells=cells: cells)
            divided = results(seed, kind, shape)
            assert whole.keys() == divided.keys()
            assert [name for name in whole if whole[name] != divided[name]] == []


def test_results_come_in_the_order_of_the_items():
    def slow_first(item: int) -> int:
        time.sleep(0.02 if item == 0 else 0)
        return item

    assert list(threads.in_order(slow_first, range(20), Progress(), 3)) == list(range(20))
    assert list(threads.in_order(slow_first, [], Progress(), 3)) == []
    assert workers() == []


def test_threads_start_no_threads_of_their_own(monkeypatch):
    monkeypatch.setattr(compiled, "available", lambda: True)
    assert list(threads.in_order(lambda _: threads.count(), range(6), Progress(), 2)) == [1] * 6
    monkeypatch.setattr(compiled, "available", lambda: False)
    assert threads.count() == 1


def test_an_error_in_a_thread_is_raised_and_ends_the_others():
    done = []

    def work(item: int) -> None:
        done.append(item)
        if item == 3:
            raise ValueError("three")

    with pytest.raises(ValueError, match="three"):
        list(threads.in_order(work, range(1000), Progress(), 2))
    assert len(done) < 20
    assert workers() == []


@pytest.mark.skipif(not compiled.available(), reason="numba is not installed: no threads are used")
def test_cancel_ends_all_threads_within_a_second(monkeypatch):
    monkeypatch.setattr(threads, "count", lambda: 3)
    z = np.random.default_rng(1).random((1500, 1500))
    valid = np.ones(z.shape, bool)

    def work(progress: Progress) -> None:
        hierarchy = build_hierarchy(z, valid, 1.0, 1.0, progress=progress.part(0, 0.7))
        fill_depressions(z, hierarchy, progress.part(0.7, 0.8))
        direction = through_depressions(hierarchy, progress.part(0.8, 0.9))
        flow_accumulation(direction, 1.0, progress.part(0.9, 1))

    work(Progress())  # compiles
    for share in (0.1, 0.4, 0.6, 0.75, 0.92):
        reached, asked = [], []

        def cancelled(share=share, reached=reached, asked=asked) -> bool:
            if reached and reached[-1] >= share:
                asked.append(time.perf_counter())
            return bool(asked)

        with pytest.raises(Cancelled):
            work(Progress(report=reached.append, cancelled=cancelled))
        assert time.perf_counter() - asked[0] < 1
        assert workers() == []
