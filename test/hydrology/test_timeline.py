"""A rain event in time."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rainshed.hydrology.drainage.sharing import PipeLimits
from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import inundate
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.ponds.timeline import (
    Event,
    InletDrains,
    Pumps,
    final_depth,
    greatest_depth,
    minutes_above,
    simulate,
    start_minute,
)
from rainshed.hydrology.storm.hyetograph import Hyetograph
from rainshed.test.hydrology.strategies import Terrain, random_terrain, terrains
from rainshed.test.hydrology.test_real_data import MALSTROEM, PRAIRIE, SANTBOI, read
from rainshed.test.hydrology.worked_grids import TWO, trough
from rainshed.test.reference.event import Event as ShortSteps

STORM = Hyetograph([0, 10, 20, 35, 60], [4, 30, 18, 9, 0])


def run(terrain, hyetograph: Hyetograph = STORM, **given) -> tuple[Event, np.ndarray]:
    """The event on a terrain and its last depths."""
    h = build_hierarchy(terrain.z, terrain.valid, terrain.dx, terrain.dy, terrain.sinks)
    storage = measure_storage(terrain.z, h)
    event = simulate(terrain.z, h, storage, terrain.dx * terrain.dy, hyetograph, **given)
    return event, final_depth(terrain.z, storage, event)


def flat_terrain(z: np.ndarray, size: float = 1.0) -> Terrain:
    return Terrain(z, np.ones(z.shape, bool), size, size, None)


def steady(millimetres: float, minutes: float) -> Hyetograph:
    return Hyetograph([0, minutes], [millimetres, 0])


# --- without sinks the end is that of `inundate` ----------------------------------------------------------------


@pytest.mark.parametrize("name", [SANTBOI, MALSTROEM, PRAIRIE])
def test_without_sinks_ends_as_inundation_on_real_terrain(shared_data, name):
    terrain = read(shared_data / name)
    h = build_hierarchy(*terrain)
    storage = measure_storage(terrain.z, h)
    area = terrain.dx * terrain.dy
    for factor in (0.2, 1.0, 8.0):
        storm = Hyetograph(STORM.start_min, STORM.rain_mm * factor)
        event = simulate(terrain.z, h, storage, area, storm, after=1440)
        expected = inundate(terrain.z, h, storage, storm.total_mm / 1000, area).depth
        np.testing.assert_allclose(final_depth(terrain.z, storage, event), expected, atol=1e-6)
        np.testing.assert_allclose(greatest_depth(terrain.z, storage, event), expected, atol=1e-6)
        assert abs(event.ledger.error) < 1e-12


@given(terrains(), st.lists(st.floats(0, 3000), min_size=1, max_size=5), st.floats(0.1, 1))
def test_without_sinks_ends_as_inundation(terrain, rain_mm, coefficient):
    z, valid, dx, dy, sinks = terrain
    h = build_hierarchy(z, valid, dx, dy, sinks)
    storage = measure_storage(z, h)
    storm = Hyetograph(np.arange(len(rain_mm) + 1) * 7.0, [*rain_mm, 0])
    event = simulate(z, h, storage, dx * dy, storm, coefficient=coefficient, step=100)
    expected = inundate(z, h, storage, coefficient * storm.total_mm / 1000, dx * dy)
    np.testing.assert_allclose(final_depth(z, storage, event), expected.depth, atol=1e-6)
    assert event.ledger.left == pytest.approx(expected.outflow, rel=1e-9, abs=1e-9)


# --- closed forms -----------------------------------------------------------------------------------------------

# A floor of 9 cells at 0, a ring of 16 at 5 that runs to it, and a wall on the edge, where water leaves: spill at 10.
BASIN = np.full((7, 7), 10.0)
BASIN[1:6, 1:6] = 5.0
BASIN[2:5, 2:5] = 0.0
FLOOR, RING = 3 * 7 + 3, 1 * 7 + 3


def test_a_bowl_fills_and_drains_through_one_inlet():
    # 25 cells of 100 m2 under 60 mm/h: 150 m3/h. The inlet takes 20 L/s = 72 m3/h; 78 m3/h stay on 900 m2.
    event, depth = run(flat_terrain(BASIN, 10.0), steady(120, 120), inlets=InletDrains([FLOOR], [20.0]), after=300)
    assert event.peak_level[1] == pytest.approx(156 / 900)
    assert event.peak_min[1] == pytest.approx(120)
    assert event.start_min[1] == pytest.approx(0.15 * 900 / 78 * 60)
    assert event.drain_min[1] == pytest.approx((156 - 0.15 * 900) / 72 * 60)
    assert event.wet_min[1] == pytest.approx(120 - event.start_min[1] + event.drain_min[1])
    assert depth.max() == 0
    assert event.inlet_m3[1] == pytest.approx(300)
    assert event.inlet_taken == pytest.approx([300])
    assert event.ledger.left == pytest.approx(24 * 100 * 0.12)
    emptied = event.series.time[event.series.stored < 1e-9]
    assert emptied.min() == pytest.approx(120 + 156 / 72 * 60, abs=1)


def test_an_inlet_that_takes_all_that_comes_keeps_the_bowl_dry():
    event, _ = run(flat_terrain(BASIN, 10.0), steady(120, 120), inlets=InletDrains([FLOOR], [50.0]))
    assert event.peak_level[1] == -np.inf
    assert np.isnan(event.peak_min[1])
    assert event.drain_min[1] == 0
    assert event.inlet_taken == pytest.approx([300])


def test_an_inlet_on_the_slope_takes_what_passes_until_the_water_covers_it():
    # 3 m/h on cells of 1 m2. The inlet on the ring takes its own cell's 3 m3/h; 72 m3/h fill 45 m3 up to the 5 in
    # 37.5 min. Then it takes 3.6 m3/h in all and the rest, 71.4 m3/h, stands on 25 cells until the hour is over.
    event, depth = run(flat_terrain(BASIN), steady(3000, 60), inlets=InletDrains([RING], [1.0]), after=3000)
    pool = 71.4 * 22.5 / 60
    assert event.peak_level[1] == pytest.approx(5 + pool / 25)
    covered = pool / 3.6 + 22.5 / 60  # h
    assert event.inlet_taken == pytest.approx([3 * 37.5 / 60 + 3.6 * covered])
    assert event.inlet_m3[1] == pytest.approx(3.6 * covered)
    np.testing.assert_allclose(depth[2:5, 2:5], 5)  # what lies below the inlet stays
    assert depth.sum() == pytest.approx(45)
    assert event.drain_min[1] == -1


def test_water_rests_at_the_ground_of_an_inlet_that_can_take_more_than_comes():
    # Half as much rain later on: 37.5 m3/h come, the inlet could take 72 when covered.
    storm = Hyetograph([0, 30, 90], [1800, 1500, 0])
    event, depth = run(flat_terrain(BASIN), storm, inlets=InletDrains([RING], [20.0]), after=60)
    assert event.peak_level[1] == pytest.approx(5)
    np.testing.assert_allclose(depth[2:5, 2:5], 5)
    assert event.inlet_taken == pytest.approx([25 * 3.3 - 45])


def test_inlets_on_one_path_take_one_after_the_other():
    # Six cells slope to the pit at the end; inlets in the second and the fourth, 2 and 1 m3/h, rain 1 m/h.
    z = trough(20, 9, 8, 7, 6, 5, 0, 20)
    place = [8 + 2, 8 + 4]
    event, _ = run(flat_terrain(z), steady(1000, 60), inlets=InletDrains(place, np.array([2, 1]) / 3.6))
    np.testing.assert_allclose(event.inlet_taken, [2, 1])
    event, _ = run(flat_terrain(z), steady(1000, 60), inlets=InletDrains(place, np.array([1.5, 9]) / 3.6))
    np.testing.assert_allclose(event.inlet_taken, [1.5, 2.5])
    event, _ = run(flat_terrain(z), steady(1000, 60), inlets=InletDrains([place[0]] * 2, np.array([1.5, 9]) / 3.6))
    np.testing.assert_allclose(event.inlet_taken, [1.5, 0.5])


def test_infiltration_takes_at_most_what_falls_and_goes_on_under_water():
    # 60 mm/h fall and 12 soak away: 48 on 25 cells, 72 in all. Then the wet floor soaks the rest away.
    event, depth = run(flat_terrain(BASIN), steady(60, 60), infiltration=12.0, after=2000)
    assert event.peak_level[1] == pytest.approx(25 * 0.048 / 9)
    assert depth.max() == 0
    assert event.ledger.infiltrated == pytest.approx(49 * 0.012 + 25 * 0.048)
    event, _ = run(flat_terrain(BASIN), steady(60, 60), infiltration=np.full(BASIN.shape, 12.0), threshold=0.1)
    assert event.drain_min[1] == pytest.approx((25 * 0.048 / 9 - 0.1) / 0.012 * 60)
    event, depth = run(flat_terrain(BASIN), steady(60, 60), infiltration=80.0)
    assert event.ledger.infiltrated == pytest.approx(49 * 0.06)
    assert depth.max() == 0


def test_a_spill_passes_the_inlets_below():
    # The upper bowl, the 10, holds 2 m3. Under 4.5 m/h it is full after 4/9 h and 2.5 m3 run over the 12 and past the
    # inlet at the 9, to which the 12 and the 9 send 9 m3 of their own. The 9 m3 of the others stand below it.
    z = trough(30, 10, 12, 9, 8, 0, 30)
    at_9 = 7 + 3
    event, depth = run(flat_terrain(z), steady(4500, 60), inlets=InletDrains([at_9], [50 / 3.6]))
    assert event.inlet_taken == pytest.approx([11.5])
    np.testing.assert_allclose(depth[1, 1:6], [2, 0, 0, 0.5, 8.5])
    event, _ = run(flat_terrain(z), steady(4500, 60), inlets=InletDrains([at_9], [10 / 3.6]), after=0)
    assert event.inlet_taken == pytest.approx([9 * 4 / 9 + 10 * 5 / 9])


# --- two bowls that merge and fall apart ------------------------------------------------------------------------


def test_two_bowls_merge_and_fall_apart():
    # A holds 4 m3 and gets 6 m3/h, B 2 and 4; a pump takes 1 m3/h from A, another 0.5 from B. B is full after 2 / 3.5 h
    # and spills; A has 20 / 7 m3 then and gets 8.5 m3/h: joined at 12 / 17 h. On 4 cells the pool rises by 8.5 m3/h
    # until 1 h: 2.5 m3, level 4.625. It falls by 1.5 m3/h: empty after 5 / 3 h. Then A and B drain by themselves.
    width = TWO.z.shape[1]
    pit_a, pit_b = width + 2, width + 4
    pumps = Pumps([pit_a, pit_b], [1.0, 0.5])
    h = build_hierarchy(TWO.z, TWO.valid, 1, 1)
    storage = measure_storage(TWO.z, h)
    event = simulate(TWO.z, h, storage, 1.0, steady(2000, 60), pumps=pumps, threshold=0.0, after=600)
    joined, parted = 12 / 17 * 60, 60 + 100
    np.testing.assert_allclose(event.peak_level[1:4], 4.625)
    assert (event.pond[1:4] == 1).all()
    assert event.top[1] == 3
    np.testing.assert_allclose(greatest_depth(TWO.z, storage, event)[1, 1:5], [1.625, 3.625, 0.625, 2.625])
    above, start = minutes_above(TWO.z.shape, event)[1], start_minute(TWO.z.shape, event)[1]
    assert start[3] == pytest.approx(joined)  # the saddle between them
    assert above[3] == pytest.approx(parted - joined)
    assert above[2] == pytest.approx(parted + 4 * 60)  # A: 4 m3 at 1 m3/h
    assert start[1] == pytest.approx(2 / 5 * 60)
    assert above[1] == pytest.approx(parted + 2 * 60 - start[1])  # its other cell is dry at the level 3: 2 m3
    assert above[4] == pytest.approx(parted + 4 * 60)  # B: 2 m3 at 0.5 m3/h
    np.testing.assert_allclose(event.pump_taken, [parted / 60 + 4, parted / 60 / 2 + 2])
    assert event.pumped_m3[3] == pytest.approx(10)
    assert abs(event.ledger.error) < 1e-12


def test_only_the_drained_one_of_two_bowls_falls():
    width = TWO.z.shape[1]
    event, depth = run(flat_terrain(TWO.z), steady(2000, 60), pumps=Pumps([width + 2], [1.0]), after=900)
    np.testing.assert_allclose(depth[1, 1:5], [0, 0, 0, 2])  # B keeps its 2 m3
    assert event.drain_min[2] == -1
    assert event.drain_min[3] == -1  # of the pond that both were: a part of it still stands
    assert event.wet_min[3] == event.wet_min[2] > event.wet_min[1]
    assert event.pump_taken == pytest.approx([8])


# --- water is conserved -----------------------------------------------------------------------------------------


def adverse(terrain: Terrain, seed: int, infiltration: str, pipes: str, pumps: bool, inlets: bool) -> dict:
    """Sinks of every kind, some of them at pits and some where several lie in one cell."""
    rng = np.random.default_rng(seed)
    z, valid = terrain.z, terrain.valid
    h = build_hierarchy(z, valid, terrain.dx, terrain.dy, terrain.sinks)
    given = {"coefficient": rng.random(z.shape) if seed % 2 else 0.8}
    if infiltration == "number":
        given["infiltration"] = 25.0
    elif infiltration == "raster":
        given["infiltration"] = np.where(valid, rng.exponential(20, z.shape), np.nan)
    places = np.flatnonzero(valid)
    if not places.size:
        return given
    cells = rng.choice(places, min(40, places.size))
    pits = h.pit[1 : h.leaves + 1][:5]
    if inlets:
        cell = np.r_[cells, pits, pits]
        count = cell.size
        scale = terrain.dx * terrain.dy / 25
        given["inlets"] = InletDrains(cell, rng.exponential(0.3 * scale, count), rng.integers(-1, 10, count))
        if pipes != "none":
            following = np.array([int(rng.integers(-1, i)) if i else -1 for i in range(10)])
            factor = np.where(following < 0, 0.0 if pipes == "shut" else rng.choice([0.4, 1.0]), 1.0)
            given["limits"] = PipeLimits(following, rng.exponential(0.5 * scale, 10), factor)
    if pumps:
        given["pumps"] = Pumps(np.r_[cells[:3], pits], rng.exponential(2.0, cells[:3].size + pits.size) + 1e-3)
    return given


@pytest.mark.parametrize("pipes", ["none", "shared", "shut"])
@pytest.mark.parametrize("infiltration", ["none", "number", "raster"])
@pytest.mark.parametrize(("inlets", "pumps"), list(itertools.product([True, False], repeat=2)))
def test_ledger_with_every_combination(infiltration, pipes, inlets, pumps):
    for seed in range(12):
        terrain = random_terrain(seed, shape=(25, 25))
        check_balance(terrain, adverse(terrain, seed, infiltration, pipes, pumps, inlets), 20.0)


@settings(max_examples=200)
@given(terrains(), st.integers(0, 10**6), st.sampled_from([1.0, 20.0, 300.0]), st.sampled_from(["none", "shared"]))
def test_ledger_on_any_terrain(terrain, seed, factor, pipes):
    check_balance(terrain, adverse(terrain, seed, "raster", pipes, True, True), factor)


def check_balance(terrain: Terrain, given: dict, factor: float) -> None:
    storm = Hyetograph(STORM.start_min, STORM.rain_mm * factor)
    event, depth = run(terrain, storm, **given)
    ledger, area = event.ledger, terrain.dx * terrain.dy
    assert abs(ledger.error) < 1e-9
    assert ledger.standing == pytest.approx(depth.sum() * area, rel=1e-9, abs=1e-9 * max(ledger.rain, 1e-3))
    for part in (ledger.infiltrated, ledger.inlets, ledger.pumped, ledger.left, ledger.standing):
        assert part >= -1e-12 * max(ledger.rain, 1.0)
    scale = max(ledger.rain, 1e-9)
    assert event.inlet_taken.sum() == pytest.approx(ledger.inlets, abs=1e-9 * scale)
    assert event.pump_taken.sum() == pytest.approx(ledger.pumped, abs=1e-9 * scale)
    s = event.series
    change = np.diff(np.r_[0.0, s.stored])
    gained = s.rain - s.inlet - s.infiltrated - s.pumped - s.outflow
    np.testing.assert_allclose(change, gained, atol=1e-9 * scale)
    minutes = event.end_min
    if "inlets" in given:
        assert (event.inlet_taken <= given["inlets"].capacity * 0.06 * minutes * (1 + 1e-9) + 1e-9).all()
    if "limits" in given:
        check_pipes(event, given["inlets"].pipe, given["limits"], minutes)
    if "pumps" in given:
        assert (event.pump_taken <= given["pumps"].rate * minutes / 60 * (1 + 1e-9)).all()


def check_pipes(event: Event, pipe: np.ndarray, limits: PipeLimits, minutes: float) -> None:
    for p in range(limits.following.size):
        carried = 0.0
        for i, at in enumerate(pipe):
            while at >= 0:
                if at == p:
                    carried += event.inlet_taken[i]
                at = limits.following[at]
        assert carried <= limits.capacity[p] * limits.factor[p] * 0.06 * minutes * (1 + 1e-9) + 1e-9


def test_two_inlets_share_a_pipe():
    # 75 m3/h stand on each inlet's floor; both could take 72 m3/h and the pipe 72 in all, so each gets 36.
    two = np.hstack([BASIN, BASIN[:, 1:]])
    inlets = InletDrains([3 * 13 + 3, 3 * 13 + 9], [20.0, 20.0], [0, 1])
    limits = PipeLimits([2, 2, -1], [np.nan, np.nan, 20.0], [1, 1, 1])
    event, _ = run(flat_terrain(two), steady(3000, 60), inlets=inlets, limits=limits, after=0, step=1)
    np.testing.assert_allclose(event.inlet_taken, 36, rtol=2e-3)
    shut = PipeLimits([2, 2, -1], [np.nan, np.nan, 20.0], [1, 1, 0])
    event, _ = run(flat_terrain(two), steady(3000, 60), inlets=inlets, limits=shut)
    assert event.ledger.inlets == 0
    slow = PipeLimits([2, 2, -1], [np.nan, np.nan, 20.0], [1, 1, 0.5])
    event, _ = run(flat_terrain(two), steady(3000, 60), inlets=inlets, limits=slow, after=0, step=1)
    np.testing.assert_allclose(event.inlet_taken, 18, rtol=2e-3)


# --- against short steps, cell by cell --------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [0.02, 0.2])
@pytest.mark.parametrize("seed", range(1, 13))
def test_agrees_with_short_steps(seed, scale):
    rng = np.random.default_rng(seed)
    terrain = random_terrain(seed, "rough", (12, 12))
    h = build_hierarchy(*terrain)
    storage = measure_storage(terrain.z, h)
    area = terrain.dx * terrain.dy
    pits = h.pit[1 : h.leaves + 1][:3]
    cells = np.r_[rng.choice(np.flatnonzero(terrain.valid), 12), pits]
    capacity = rng.exponential(scale * area, cells.size)
    rates = rng.exponential(scale * area, pits.size) + 1e-3
    infiltration = np.where(terrain.valid, rng.exponential(15, terrain.z.shape), 0.0)
    storm = Hyetograph([0, 10, 20], [100, 250, 0])
    event = simulate(
        terrain.z, h, storage, area, storm, 0.9, infiltration, InletDrains(cells, capacity), Pumps(pits, rates),
        after=30, step=5,
    )  # fmt: skip
    reference = ShortSteps(terrain, h, storage, (cells, capacity), (pits, rates))
    seconds = 4.0
    for moment in np.arange(seconds / 2, 50 * 60, seconds):
        rate = 0.9 * storm.rates[min(int(moment // 600), 2)]
        reference.step(np.full(terrain.z.shape, rate), infiltration / 3.6e6, seconds)
    reference.levels()
    near = 2e-4 * event.ledger.rain
    assert event.ledger.standing == pytest.approx(reference.water.sum(), abs=near)
    assert event.ledger.infiltrated == pytest.approx(reference.soaked, abs=near)
    assert event.ledger.left == pytest.approx(reference.outflow, abs=near)
    np.testing.assert_allclose(np.r_[event.inlet_taken, event.pump_taken], reference.taken, atol=near)
    depth = greatest_depth(terrain.z, storage, event)
    np.testing.assert_allclose(depth[terrain.valid], reference.peak[terrain.valid], atol=2e-3)


# --- the cells' own history, and steps --------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 4, 5, 9])
def test_durations_are_those_of_the_depths_in_time(seed):
    """The depths of events that end earlier, one every 4 minutes, show when each cell stands above the threshold."""
    terrain = random_terrain(seed, "rough", (18, 18))
    given = adverse(terrain, seed, "none", "none", True, True)
    h = build_hierarchy(terrain.z, terrain.valid, terrain.dx, terrain.dy, terrain.sinks)
    storage = measure_storage(terrain.z, h)
    storm = Hyetograph([0, 20], [300, 0])
    whole = None
    seen, first, ends = np.zeros(terrain.z.shape), np.full(terrain.z.shape, np.nan), []
    for after in range(400, -1, -4):
        event = simulate(
            terrain.z, h, storage, terrain.dx * terrain.dy, storm, threshold=0.05, after=after, **given
        )  # fmt: skip
        depth = final_depth(terrain.z, storage, event)
        if whole is None:
            whole, greatest = event, greatest_depth(terrain.z, storage, event)
        assert (depth <= greatest + 1e-9).all()
        seen += np.where(depth > 0.05, 4.0, 0.0)
        first[depth > 0.05] = 20 + after
        ends.append(event.peak_level)
    assert (minutes_above(terrain.z.shape, whole) > 0).sum() > 5
    after_rain = minutes_above(terrain.z.shape, whole) - np.nan_to_num(
        np.maximum(20 - start_minute(terrain.z.shape, whole), 0)
    )
    # a cell may rise above the threshold and fall again several times: each time costs up to a sample
    np.testing.assert_allclose(after_rain[terrain.valid], seen[terrain.valid], atol=8.0)
    begun = start_minute(terrain.z.shape, whole)
    late = ~np.isnan(begun) & (begun > 20) & ~np.isnan(first)
    assert (np.abs(begun - first)[late] <= 4).all()


def santboi_event(shared_data, step: float) -> Event:
    terrain = read(shared_data / SANTBOI)
    rng = np.random.default_rng(7)
    h = build_hierarchy(*terrain)
    storage = measure_storage(terrain.z, h)
    cells = np.r_[rng.choice(terrain.z.size, 131), rng.choice(h.pit[1 : h.leaves + 1], 100)]
    inlets = InletDrains(cells, np.full(231, 12.0), rng.integers(0, 60, 231))
    following = np.array([-1 if i < 3 else i // 3 for i in range(60)])
    limits = PipeLimits(following, np.full(60, 60.0), np.where(following < 0, 0.7, 1.0))
    pumps = Pumps(h.pit[1:4], [30.0, 60.0, 90.0])
    return simulate(
        terrain.z, h, storage, 25.0, STORM, 0.8, 6.0, inlets, pumps, limits, after=1440, step=step
    )  # fmt: skip


def test_half_the_step_changes_the_drain_down_times_little(shared_data):
    one, half = santboi_event(shared_data, 60.0), santboi_event(shared_data, 30.0)
    drained = (one.drain_min > 0) & (half.drain_min > 0)
    assert drained.sum() > 15
    assert ((one.drain_min == -1) == (half.drain_min == -1)).all()
    np.testing.assert_allclose(one.drain_min[drained], half.drain_min[drained], rtol=0.02)
    assert abs(one.ledger.error) < 1e-12


# --- what is refused --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"step": 0.0}, "step must be longer than 0"),
        ({"step": -60.0}, "step must be longer than 0"),
        ({"step": 1e-4}, "too short"),
        ({"after": -1.0}, "after the rain cannot be negative"),
        ({"threshold": -0.1}, "threshold cannot be negative"),
        ({"coefficient": 1.2}, "runoff coefficient must be between 0 and 1"),
        ({"infiltration": -1.0}, "infiltration must be 0 or more"),
        ({"infiltration": np.zeros((3, 3))}, "infiltration has 3 x 3 cells, the elevations have 7 x 7"),
        ({"infiltration": np.where(BASIN > 9, np.nan, 1.0)}, "infiltration has no value in 24 cells"),
        ({"pumps": Pumps([FLOOR, FLOOR], [3.0, np.nan])}, "Pump 2 of 2 has no rate"),
        ({"pumps": Pumps([FLOOR], [0.0])}, "Pump 1 of 1 has no rate"),
        ({"inlets": InletDrains([FLOOR], [-1.0])}, "Inlet 1 of 1 has no capacity"),
        ({"pumps": Pumps([FLOOR], [1.0, 2.0])}, "1 pumps, but 2 rates"),
        ({"inlets": InletDrains([FLOOR, 49], [1.0, 1.0])}, "Inlet 2 of 2 lies outside"),
        (
            {"inlets": InletDrains([FLOOR], [1.0], [3]), "limits": PipeLimits([-1], [1.0], [1.0])},
            "Inlet 1 of 1 names a pipe",
        ),
    ],
)
def test_refuses(given, words):
    with pytest.raises(HydrologyError, match=words):
        run(flat_terrain(BASIN), **given)


def test_an_event_without_rain_is_dry():
    event, depth = run(flat_terrain(BASIN), Hyetograph([0, 10], [0, 0]), pumps=Pumps([FLOOR], [1.0]))
    assert depth.max() == 0
    assert event.ledger.error == 0
    assert event.ledger.pumped == 0
    assert event.end_min == 360


def test_an_event_without_rain_and_without_time():
    event, depth = run(flat_terrain(BASIN), Hyetograph([0, 10], [0, 0]), after=0.0)
    assert depth.max() == event.end_min == event.ledger.standing == event.series.stored.size == 0


@pytest.mark.parametrize("seed", range(12))
def test_every_duration_has_a_start(seed):
    """A pond that is wet from minute 0 starts there, not a rounding before."""
    rng = np.random.default_rng(seed)
    terrain = random_terrain(seed, shape=(14, 16))
    rain = Hyetograph([0, 0.5, 10.5, 20.5, 21], [*rng.uniform(0.1, 300, 4), 0])
    for threshold in (0.0, 0.1):
        event, _ = run(terrain, rain, pumps=Pumps([int(np.flatnonzero(terrain.valid)[5])], [1.0]), threshold=threshold)
        minutes, start = minutes_above(terrain.z.shape, event), start_minute(terrain.z.shape, event)
        np.testing.assert_array_equal(minutes > 0, np.isfinite(start))
        assert (np.nan_to_num(start) + minutes).max() <= event.end_min * (1 + 1e-12)


# --- what must hold between two events ---------------------------------------------------------------------------


@settings(max_examples=60)
@given(terrains(), st.integers(0, 10**6))
def test_more_drains_never_raise_a_pond_and_size_does_not_matter(terrain, seed):
    rng = np.random.default_rng(seed)
    assume(terrain.valid.any())
    cells = rng.choice(np.flatnonzero(terrain.valid), 4)
    capacity, rate = rng.choice([0.01, 0.5, 20.0], 2), rng.choice([0.1, 5.0, 1e6], 2)

    def depths(inlets: float, pumps: float, area: float = 1.0, rain: Hyetograph = STORM) -> np.ndarray:
        h = build_hierarchy(terrain.z, terrain.valid, terrain.dx, terrain.dy, terrain.sinks)
        storage = measure_storage(terrain.z, h)
        event = simulate(
            terrain.z, h, storage, area * terrain.dx * terrain.dy, rain,
            inlets=InletDrains(cells[:2], inlets * capacity), pumps=Pumps(cells[2:], pumps * rate),
        )  # fmt: skip
        return greatest_depth(terrain.z, storage, event)

    once = depths(1, 1)
    assert (depths(3, 1) <= once + 1e-6).all() and (depths(1, 3) <= once + 1e-6).all()
    np.testing.assert_allclose(depths(4, 4, area=4), once, atol=1e-6)
    # Rows cut in halves, and all of it an hour later, are the same rain.
    halves = Hyetograph([60, 65, 70, 75, 80, 87.5, 95, 107.5, 120], [2, 2, 15, 15, 9, 9, 4.5, 4.5, 0])
    np.testing.assert_allclose(depths(1, 1, rain=halves), once, atol=1e-6)
