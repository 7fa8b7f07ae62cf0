"""How sure standing water is, given the error of the DEM: Monte Carlo over likely elevations."""

from __future__ import annotations

import numpy as np

from ..compiled import block_cells
from ..errors import HydrologyError
from ..progress import Progress, silent
from ..threads import count as threads_to_use
from ..threads import in_order
from .hierarchy import build_hierarchy
from .spill import fill_spill_merge, pond_depth
from .storage import measure_storage

THREADS = 2  # each holds a whole run's arrays


def elevation_error(
    shape: tuple[int, int], dx: float, dy: float, rmse: float, length: float, random: np.random.Generator
) -> np.ndarray:
    """A field of elevation errors (m), normal with standard deviation `rmse` (m) and correlated over `length` (m).

    White noise smoothed by a Gaussian kernel in the frequency domain; the correlation of two errors is
    exp(-(distance / length)^2). The field is made larger than asked for and cut, since it would else repeat at its rim.
    """
    if rmse == 0:
        return np.zeros(shape)
    if length <= 0:
        return random.normal(0.0, rmse, shape)
    margin = [int(np.ceil(2 * length / step)) for step in (dy, dx)]
    rows, columns = (size + extra for size, extra in zip(shape, margin))
    spread = length / 2  # of the kernel, m: two of them convolved give the correlation
    frequency = np.hypot(np.fft.fftfreq(rows, dy)[:, None], np.fft.rfftfreq(columns, dx)[None, :])
    response = np.exp(-2 * (np.pi * spread * frequency) ** 2)
    noise = np.fft.irfft2(np.fft.rfft2(random.standard_normal((rows, columns))) * response, (rows, columns))
    full = np.concatenate((response, response[:, 1 : (columns + 1) // 2]), axis=1)  # the half that rfft2 leaves out
    noise *= rmse / np.sqrt(np.mean(full**2))
    return noise[: shape[0], : shape[1]]


def flood_probability(
    z: np.ndarray,
    valid: np.ndarray,
    dx: float,
    dy: float,
    runoff: float,
    rmse: float,
    length: float,
    runs: int,
    seed: int,
    min_depth: float = 0.0,
    sinks: np.ndarray | None = None,
    progress: Progress | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Probability that the depth exceeds `min_depth` (m), and the mean depth, over `runs` likely DEMs.

    Each run adds a field of errors (see `elevation_error`) and lets `runoff` (m) fill, spill and merge (as Lindsay and
    Creed 2005, doi 10.1002/hyp.5781, for depressions; here for the water of a rain).

    Returns
    -------
    (probability 0..1, mean depth m), float64 (rows, columns).
    """
    if runs < 1:
        raise HydrologyError(f"RUNS must be at least 1, not {runs}.")
    if rmse < 0 or length < 0:
        raise HydrologyError("RMSE and RANGE must not be negative.")
    progress = silent(progress)
    count = np.zeros(z.shape, np.int32)
    total = np.zeros(z.shape)
    inner = progress.watch()

    def run(state: np.random.SeedSequence) -> np.ndarray:
        changed = z + elevation_error(z.shape, dx, dy, rmse, length, np.random.default_rng(state))
        hierarchy = build_hierarchy(changed, valid, dx, dy, sinks, progress=inner)
        storage = measure_storage(changed, hierarchy, inner)
        ponds = fill_spill_merge(changed, hierarchy, storage, runoff, inner)
        return pond_depth(changed, storage, ponds, inner)

    threads = 1 if z.size < block_cells() // 100 else min(THREADS, threads_to_use())
    for depth in in_order(run, np.random.SeedSequence(seed).spawn(runs), progress, threads):
        count += depth > min_depth  # in the order of the runs, so that the same seed gives the same sums
        total += depth
    return count / runs, total / runs
