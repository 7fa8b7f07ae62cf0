"""While the engine works, other threads run: QGIS's window must not freeze."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from rainshed.hydrology import compiled
from rainshed.hydrology.flow.accumulation import flow_accumulation
from rainshed.hydrology.flow.dispersive import dispersive_accumulation
from rainshed.hydrology.flow.routing import through_depressions
from rainshed.hydrology.ponds.filling import rain_to_flood
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import inundate, pond_cells, pond_level
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.ponds.timeline import InletDrains, greatest_depth, minutes_above, simulate
from rainshed.hydrology.storm.hyetograph import Hyetograph
from rainshed.hydrology.terrain.breaching import breach_depressions
from rainshed.hydrology.terrain.filling import fill_depressions

LONGEST = 0.2  # s that one thread may hold the interpreter
TICK = 0.005

pytestmark = pytest.mark.skipif(
    not compiled.available(), reason="numba is not installed: uncompiled code holds the interpreter as Python does"
)


def engine(z: np.ndarray, runoff: np.ndarray) -> None:
    """All that a chain of tools does with a DEM."""
    hierarchy = build_hierarchy(z, np.ones(z.shape, bool), 1.0, 1.0)
    fill_depressions(z, hierarchy)
    flow_accumulation(through_depressions(hierarchy), runoff)
    storage = measure_storage(z, hierarchy)
    water = inundate(z, hierarchy, storage, runoff, 1.0)
    pond_cells(water.depth, storage, water.ponds)
    pond_level(storage, water)
    rain_to_flood(z, hierarchy, storage)
    inlets = InletDrains(np.arange(0, z.size, 997), np.full(-(-z.size // 997), 5.0))
    event = simulate(z, hierarchy, storage, 1.0, Hyetograph([0, 20], [50, 0]), 0.7, 5.0, inlets, after=30)
    greatest_depth(z, storage, event)
    minutes_above(z.shape, event)
    dispersive_accumulation(z, hierarchy.direction, 1.0, 1.0, "mfd")
    breach_depressions(z, np.ones(z.shape, bool), 1.0, 1.0, 20.0, 5.0)


def longest_gap(work) -> float:
    """Longest time (s) between two ticks of a clock in this thread while `work` runs in another."""
    worker = threading.Thread(target=work)
    worker.start()
    longest = 0.0
    last = time.perf_counter()
    while worker.is_alive():
        time.sleep(TICK)
        now = time.perf_counter()
        longest = max(longest, now - last)
        last = now
    return longest


def rough(shape: tuple[int, int]) -> np.ndarray:
    rng = np.random.default_rng(4)
    return (rng.random(shape) + np.hypot(*np.mgrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j])).astype(np.float32)


def stepped(shape: tuple[int, int]) -> np.ndarray:
    """Flats of many cells, so that none of the work is spared."""
    return np.floor(8 * np.kron(rough((shape[0] // 4, shape[1] // 4)), np.ones((4, 4), np.float32)))


@pytest.mark.parametrize("terrain", [rough, stepped])
def test_no_thread_holds_the_interpreter_for_long(terrain):
    small, runoff = terrain((400, 400)), np.full((400, 400), 0.05)
    engine(small, runoff)  # compiles; that does hold it
    z = terrain((1600, 1600))
    runoff = np.full(z.shape, 0.05)
    # A busy machine may stop any thread for a while; work that holds the interpreter does so every time.
    for _ in range(3):
        gap = longest_gap(lambda: engine(z, runoff))
        if gap < LONGEST:
            break
    assert gap < LONGEST
