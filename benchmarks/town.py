"""The DEM of the benchmark: ground of a town at 0.5 m, the same for the same seed.

    python benchmarks/town.py OUT.flt --size N [--ground DEM]
    python benchmarks/town.py OUT.flt --copy DEM

Coarse ground (5 m) is brought to 0.5 m by cubic splines; streets 12 cm below the blocks are cut into it, then relief of
a few centimetres and 2 cm of lidar noise are added. The ground is that of a real town where `--ground` names its 5 m
DEM, otherwise smooth hills. It is mirrored where the town is larger than the ground. `--copy` takes a DEM as it is.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from scipy import ndimage
from tools import Dem

CELL = 0.5  # m
FINER = 10  # fine cells along a coarse one
KERB = 0.12  # m
CARRIAGEWAY = 16  # cells
BLOCK = (120, 240)  # cells from street to street
TILE = 1024  # cells of relief before it repeats, mirrored
RELIEF, LONGEST = 0.06, 40  # standard deviation (m) and longest wave (cells) of the relief
NOISE = 0.02  # m
HILLSIDE = 0.06  # m/m


def mirrored(count: int, size: int) -> np.ndarray:
    """`count` indices that run to and fro over an axis of `size` cells."""
    there_and_back = np.concatenate([np.arange(size), np.arange(size)[::-1]])
    return np.resize(there_and_back, count)


def hills(size: int) -> np.ndarray:
    """Smooth ground (m) at the coarse cell: a hillside with waves from 2 km down to 100 m."""
    rng = np.random.default_rng(0)
    axis = np.arange(size) * CELL * FINER
    z = np.full((size, size), 40.0) + HILLSIDE * axis[:, None]
    for length, height in ((2000, 20), (700, 8), (250, 3), (100, 1)):
        for _ in range(3):
            turn, phase = rng.uniform(0, 2 * np.pi, 2)
            k = 2 * np.pi / (length * rng.uniform(0.7, 1.4))
            z += height / 3 * np.sin(k * np.cos(turn) * axis + (k * np.sin(turn) * axis + phase)[:, None])
    return z.astype(np.float32)


def streets(size: int, rng: np.random.Generator) -> np.ndarray:
    """A right-angled grid of streets: -KERB on the carriageways, 0 on the blocks."""
    z = np.zeros((size, size), np.float32)
    for lengthwise in (z, z.T):
        at = 0
        while at < size:
            at += int(rng.integers(*BLOCK))
            lengthwise[at : at + CARRIAGEWAY] = -KERB
    return z


def relief(size: int, rng: np.random.Generator) -> np.ndarray:
    """Fractal relief of short waves, mirrored tiles of it."""
    spectrum = np.fft.rfft2(rng.standard_normal((TILE, TILE)))
    k = np.hypot(np.fft.fftfreq(TILE)[:, None], np.fft.rfftfreq(TILE))
    spectrum *= np.where(k > 1 / LONGEST, np.maximum(k, 1 / TILE) ** -1.2, 0)
    tile = np.fft.irfft2(spectrum, s=(TILE, TILE))
    tile *= RELIEF / tile.std()
    along = mirrored(size, TILE)
    return tile[along][:, along].astype(np.float32)


def town_dem(size: int, ground: np.ndarray | None = None, seed: int = 1) -> np.ndarray:
    """Elevations (m), float32 (size, size), rounded to 1 mm; without nodata. `ground` is coarse ground (m)."""
    rng = np.random.default_rng(seed)
    coarse = size // FINER + 4
    if ground is None:
        ground = hills(coarse)
    ground = ground[mirrored(coarse, ground.shape[0])][:, mirrored(coarse, ground.shape[1])]
    z = ndimage.zoom(ground.astype(np.float32), FINER, order=3, mode="nearest", grid_mode=True)[:size, :size].astype(
        np.float32
    )
    z += streets(size, rng)
    z += relief(size, rng)
    z += rng.normal(0, NOISE, z.shape).astype(np.float32)
    return np.round(z, 3)


def from_file(path: str) -> tuple[np.ndarray, float]:
    """A DEM of one's own and its cell size; it must be whole."""
    import rasterio

    with rasterio.open(path) as source:
        z, whole, cell = source.read(1), source.dataset_mask().all(), source.transform.a
    if not whole:
        raise SystemExit(f"{path} has cells without data; the tools treat those differently, please crop it")
    return z, cell


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", type=int)
    parser.add_argument("--ground")
    parser.add_argument("--copy")
    options = parser.parse_args()
    if options.copy:
        z, cell = from_file(options.copy)
    else:
        ground = from_file(options.ground)[0] if options.ground else None
        z, cell = town_dem(options.size, ground), CELL
    Dem(options.out, *z.shape, cell).write(z)
    print(json.dumps({"rows": z.shape[0], "columns": z.shape[1], "cell": cell}))


if __name__ == "__main__":
    main()
