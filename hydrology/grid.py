"""The raster grid: the only place that knows a geotransform."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Grid:
    """A north-up raster grid.

    Attributes
    ----------
    shape : (rows, columns).
    transform : the six GDAL numbers (x of the west edge, cell width, 0, y of the north edge, 0, minus cell height), in
        units of the CRS.
    crs : coordinate reference system as WKT, "" if unknown.
    valid : bool array of `shape`, false where the DEM has no data.
    unit : metres per unit of the CRS.
    """

    shape: tuple[int, int]
    transform: tuple[float, float, float, float, float, float]
    crs: str
    valid: np.ndarray
    unit: float = 1.0

    @property
    def rows(self) -> int:
        return self.shape[0]

    @property
    def columns(self) -> int:
        return self.shape[1]

    @property
    def cells(self) -> int:
        return self.shape[0] * self.shape[1]

    @property
    def dx(self) -> float:
        """Cell width (m)."""
        return self.transform[1] * self.unit

    @property
    def dy(self) -> float:
        """Cell height (m), positive."""
        return -self.transform[5] * self.unit

    @property
    def cell_area(self) -> float:
        """Area of a cell (m2)."""
        return self.dx * self.dy

    @property
    def valid_area(self) -> float:
        """Area of the cells with data (m2)."""
        return float(np.count_nonzero(self.valid)) * self.cell_area

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """(x minimum, y minimum, x maximum, y maximum), in units of the CRS."""
        x, dx, _, y, _, dy = self.transform
        return x, y + dy * self.rows, x + dx * self.columns, y

    @property
    def cell_text(self) -> str:
        """The cell size for people, as "5 x 5 m"."""
        return f"{self.dx:.6g} x {self.dy:.6g} m"

    def centre(self, row, column):
        """Coordinates (x, y) of cell centres, in units of the CRS; takes numbers or arrays."""
        x, dx, _, y, _, dy = self.transform
        return x + (np.asarray(column) + 0.5) * dx, y + (np.asarray(row) + 0.5) * dy

    def locate(self, x, y) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of the cells that hold the points (x, y); -1 for points outside the grid or not finite."""
        x0, dx, _, y0, _, dy = self.transform
        column = np.floor((np.atleast_1d(np.asarray(x, float)) - x0) / dx)
        row = np.floor((np.atleast_1d(np.asarray(y, float)) - y0) / dy)
        inside = (column >= 0) & (column < self.columns) & (row >= 0) & (row < self.rows)
        return np.where(inside, row, -1).astype(np.int64), np.where(inside, column, -1).astype(np.int64)

    def cells_at(self, xy: np.ndarray) -> np.ndarray:
        """Flat indices (k,), int64, of the cells that hold the points xy (k, 2); -1 off the grid and without data."""
        rows, columns = self.locate(xy[:, 0], xy[:, 1])
        on = rows >= 0
        on[on] = self.valid[rows[on], columns[on]]
        return np.where(on, rows * self.columns + columns, -1)

    def difference(self, other: Grid) -> str | None:
        """What makes `other` another grid (size, cell size or origin), as words; None if the two agree."""
        if self.shape != other.shape:
            return f"size {other.columns} x {other.rows} cells instead of {self.columns} x {self.rows}"
        if not np.allclose((self.dx, self.dy), (other.dx, other.dy), rtol=1e-6, atol=0):
            return f"cell size {other.cell_text} instead of {self.cell_text}"
        shift = np.hypot(self.transform[0] - other.transform[0], self.transform[3] - other.transform[3]) * self.unit
        if shift > 0.01 * min(self.dx, self.dy):
            return f"origin shifted by {shift:.6g} m"
        return None
