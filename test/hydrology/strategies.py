"""Random terrains for the tests of the engine: small, and full of what breaks flow methods."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st


class Terrain(NamedTuple):
    """Arguments of the engine in its order: elevations, valid cells, cell width, cell height, sink cells or None."""

    z: np.ndarray
    valid: np.ndarray
    dx: float
    dy: float
    sinks: np.ndarray | None

    def __repr__(self) -> str:
        z, valid = self.z.tolist(), self.valid.astype(int).tolist()
        sinks = None if self.sinks is None else self.sinks.astype(int).tolist()
        return f"Terrain(z={z}, valid={valid}, dx={self.dx}, dy={self.dy}, sinks={sinks})"


CELL_SIZES = ((1.0, 1.0), (5.0, 5.0), (2.0, 3.0), (3.0, 4.0), (7.5, 2.5), (16.0, 15.957))
FLOAT_KINDS = ("noise", "rough", "bowls")
TIED_KINDS = ("steps", "terraces", "stepped bowls", "plain", "moat")
# what stands in the elevations of nodata cells; an engine that looks at it goes wrong in different ways
NODATA_VALUES = (np.nan, -9999.0, 1e30)


def _smooth(rng: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Noise on three scales, so that small bowls lie in larger ones."""
    total = np.zeros((rows, columns))
    for step, height in ((5, 3.0), (3, 1.5), (1, 1.0)):
        coarse = rng.random((rows // step + 2, columns // step + 2))
        total += height * np.kron(coarse, np.ones((step, step)))[:rows, :columns]
    return total


def _bowls(rng: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Cones cut into a plane, some within others, with a little noise."""
    down, right = np.mgrid[0:rows, 0:columns]
    surface = 6 + 0.2 * rng.random() * down + 0.2 * rng.random() * right
    for _ in range(int(rng.integers(1, 7))):
        r, c = rng.random() * rows, rng.random() * columns
        surface = np.minimum(surface, rng.random() * 4 + rng.uniform(0.3, 2) * np.hypot(down - r, right - c))
    return surface + 0.05 * rng.random((rows, columns))


def elevations(rng: np.random.Generator, kind: str, rows: int, columns: int) -> np.ndarray:
    """Elevations (m, float64) of one kind; FLOAT_KINDS have no equal heights, TIED_KINDS have many."""
    if kind == "noise":
        return rng.random((rows, columns)) * 10
    if kind == "rough":
        return _smooth(rng, rows, columns)
    if kind == "bowls":
        return _bowls(rng, rows, columns)
    if kind == "steps":
        return rng.integers(0, int(rng.integers(2, 9)), (rows, columns)).astype(float)
    if kind == "terraces":
        return np.floor(_smooth(rng, rows, columns) * rng.uniform(0.7, 3))
    if kind == "stepped bowls":
        return np.floor(_bowls(rng, rows, columns) * rng.uniform(0.7, 2))
    if kind == "plain":
        return np.full((rows, columns), float(rng.integers(-3, 4)))
    if kind == "moat":  # a flat in a wall, with a block in it
        z = np.full((rows, columns), 3.0)
        z[1:-1, 1:-1] = 0.0
        z[rows // 3 : rows // 2, columns // 3 : columns // 2] = float(rng.integers(-1, 3))
        z[rng.random((rows, columns)) < 0.1] += 1
        return z
    raise ValueError(kind)


def _holes(rng: np.random.Generator, kind: str, rows: int, columns: int) -> np.ndarray:
    """Valid cells: all of them, or with single holes, a patch or a ragged edge of nodata, or none."""
    valid = np.ones((rows, columns), dtype=bool)
    if kind == "holes":
        valid[rng.random((rows, columns)) < 0.05] = False
    elif kind == "patch":
        r, c = int(rng.integers(0, rows)), int(rng.integers(0, columns))
        valid[r : r + int(rng.integers(1, 5)), c : c + int(rng.integers(1, 5))] = False
    elif kind == "ragged":
        down, right = np.mgrid[0:rows, 0:columns]
        valid[down + rng.integers(0, 3, (rows, columns)) < rng.integers(0, 3)] = False
        valid[right - down > columns * rng.uniform(0.5, 1)] = False
    elif kind == "none":
        valid[:] = False
    return valid


def random_terrain(seed: int, kind: str | None = None, shape: tuple[int, int] | None = None) -> Terrain:
    """The terrain of one seed: always the same for the same arguments."""
    rng = np.random.default_rng(seed)
    kind = kind or str(rng.choice(FLOAT_KINDS + TIED_KINDS))
    rows, columns = shape or (int(rng.integers(3, 23)), int(rng.integers(3, 23)))
    holes = str(rng.choice(["full", "full", "holes", "patch", "ragged"]))
    return _assemble(rng, elevations(rng, kind, rows, columns), holes, bool(rng.random() < 0.4))


def _assemble(rng: np.random.Generator, z: np.ndarray, holes: str, with_sinks: bool) -> Terrain:
    valid = _holes(rng, holes, *z.shape)
    z = z + float(rng.choice([0.0, 0.0, 1000.0]))
    z[~valid] = rng.choice(NODATA_VALUES)
    sinks = (rng.random(z.shape) < 0.04) & valid if with_sinks else None
    dx, dy = CELL_SIZES[int(rng.integers(len(CELL_SIZES)))]
    return Terrain(z, valid, dx, dy, sinks)


@st.composite
def shapes(draw: st.DrawFn) -> tuple[int, int]:
    """Rows and columns, with the degenerate ones often."""
    long = st.integers(1, 14)
    return draw(
        st.one_of(
            st.tuples(st.integers(3, 14), st.integers(3, 14)),
            st.sampled_from([(1, 1), (2, 2), (1, 2), (2, 1), (3, 3)]),
            long.map(lambda n: (1, n)),
            long.map(lambda n: (n, 1)),
        )
    )


@st.composite
def terrains(draw: st.DrawFn, kinds: tuple[str, ...] = FLOAT_KINDS + TIED_KINDS, sinks: bool = True) -> Terrain:
    """Terrains of every kind, shape, cell size and nodata pattern; drawn by seed, so they shrink in size and kind."""
    rows, columns = draw(shapes())
    kind = draw(st.sampled_from(kinds))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    holes = draw(st.sampled_from(["full", "full", "holes", "patch", "ragged", "none"]))
    return _assemble(rng, elevations(rng, kind, rows, columns), holes, sinks and draw(st.booleans()))


@st.composite
def tiny_terrains(draw: st.DrawFn) -> Terrain:
    """Grids up to 6 x 6 of small integers drawn cell by cell: they shrink to the smallest failing picture."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    cells = draw(st.lists(st.integers(0, 5), min_size=rows * columns, max_size=rows * columns))
    z = np.array(cells, dtype=float).reshape(rows, columns)
    valid = np.ones(z.shape, dtype=bool)
    for hole in draw(st.lists(st.integers(0, rows * columns - 1), max_size=2)):
        valid.flat[hole] = False
    dx, dy = draw(st.sampled_from([(1.0, 1.0), (3.0, 4.0)]))
    return Terrain(z, valid, dx, dy, None)
