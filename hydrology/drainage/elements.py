"""What a drainage system is read into: pipes, nodes and the findings about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

MANHOLE, OUTFALL, IMPLICIT = "manhole", "outfall", "implicit"  # kinds of a node


class Finding(NamedTuple):
    """Something found in the data: `code` is stable, `message` is a sentence, `fid` the feature's id (-1 if none)."""

    code: str
    message: str
    layer: str  # pipes, manholes, outfalls or inlets
    fid: int
    xy: tuple[float, float] | None = None


def _objects(values: Iterable | None, count: int) -> np.ndarray:
    """An object array of the values, all None if there are none."""
    array = np.full(count, None, object)
    if values is not None:
        array[:] = list(values)
    return array


def _floats(values: Iterable | None, count: int) -> np.ndarray:
    return np.full(count, np.nan) if values is None else np.asarray(values, np.float64)


def _points(values: Iterable) -> np.ndarray:
    return np.asarray(values, np.float64).reshape(-1, 2)


@dataclass
class Pipes:
    """n pipes as read. Only the ends are needed; what is left out is filled with None or NaN (= unknown).

    start_xy, end_xy: float64 (n, 2), ends as digitised, NaN without geometry. id, from_node, to_node, shape: object
    (n,), str or None. from_level, to_level: float64 (n,), m, bottom of the pipe at its FROM and TO end. size: float64
    (n,), m, height or diameter. width: float64 (n,), m, where it is another than the height. kind: object (n,), str or
    None, what it carries (storm, foul ...), as the data say it. fid: int64 (n,), feature ids, by default the position.
    vertices: None or n arrays (k, 2), as digitised.
    """

    start_xy: np.ndarray
    end_xy: np.ndarray
    id: np.ndarray | None = None
    from_node: np.ndarray | None = None
    to_node: np.ndarray | None = None
    from_level: np.ndarray | None = None
    to_level: np.ndarray | None = None
    size: np.ndarray | None = None
    shape: np.ndarray | None = None
    width: np.ndarray | None = None
    kind: np.ndarray | None = None
    fid: np.ndarray | None = None
    vertices: list[np.ndarray] | None = None

    def __post_init__(self) -> None:
        self.start_xy, self.end_xy = _points(self.start_xy), _points(self.end_xy)
        count = len(self.start_xy)
        for name in ("id", "from_node", "to_node", "shape", "kind"):
            setattr(self, name, _objects(getattr(self, name), count))
        for name in ("from_level", "to_level", "size", "width"):
            setattr(self, name, _floats(getattr(self, name), count))
        self.fid = np.arange(count) if self.fid is None else np.asarray(self.fid, np.int64)

    def __len__(self) -> int:
        return len(self.start_xy)

    @cached_property
    def by_id(self) -> dict[str, list[int]]:
        """The pipes of each id, in order."""
        return positions_by_id(self.id, range(len(self)))

    def label(self, pipe: int) -> str:
        """How messages name a pipe: its id, else its feature id."""
        return str(self.fid[pipe]) if self.id[pipe] is None else self.id[pipe]

    def lines(self) -> list[np.ndarray]:
        """The vertices of each pipe; the straight line between its ends where there are none."""
        if self.vertices is not None:
            return self.vertices
        return list(np.stack([self.start_xy, self.end_xy], axis=1))


@dataclass
class Nodes:
    """m nodes: xy float64 (m, 2), NaN without geometry; id object (m,), str or None; kind object (m,), MANHOLE or
    OUTFALL (IMPLICIT only in a Network); fid int64 (m,), the feature's id in the layer of its kind; top and invert
    float64 (m,), m, levels of its top (the ground) and of its bottom, NaN if not known."""

    xy: np.ndarray
    id: np.ndarray | None = None
    kind: np.ndarray | None = None
    fid: np.ndarray | None = None
    top: np.ndarray | None = None
    invert: np.ndarray | None = None

    def __post_init__(self) -> None:
        self.xy = _points(self.xy)
        count = len(self.xy)
        self.id = _objects(self.id, count)
        self.kind = _objects([MANHOLE] * count if self.kind is None else self.kind, count)
        self.top, self.invert = _floats(self.top, count), _floats(self.invert, count)
        self.fid = np.arange(count) if self.fid is None else np.asarray(self.fid, np.int64)

    def __len__(self) -> int:
        return len(self.xy)

    @classmethod
    def joined(cls, *parts: Nodes) -> Nodes:
        """The nodes of all parts, in order."""
        names = ("id", "kind", "fid", "top", "invert")
        return cls(
            np.concatenate([part.xy for part in parts]),
            *(np.concatenate([getattr(part, name) for part in parts]) for name in names),
        )

    def label(self, node: int) -> str:
        """How messages name a node: its id, else its feature id, else that it is a meeting of pipes."""
        if self.id[node] is not None:
            return self.id[node]
        if self.kind[node] == IMPLICIT:
            return "at ({:.2f}, {:.2f})".format(*self.xy[node])
        return f"of feature {self.fid[node]}"


def positions_by_id(names: np.ndarray, positions: Iterable[int]) -> dict[str, list[int]]:
    """The positions of each id, in order; ids that are None are left out."""
    groups = defaultdict(list)
    for position in positions:
        if names[position] is not None:
            groups[names[position]].append(position)
    return dict(groups)


def place_of(point: np.ndarray) -> tuple[float, float] | None:
    """The point (2,) as a finding's xy: None if it has a NaN."""
    return (float(point[0]), float(point[1])) if np.isfinite(point).all() else None


def node_finding(code: str, message: str, nodes: Nodes, node: int) -> Finding:
    """A finding about a manhole or outfall."""
    layer = "outfalls" if nodes.kind[node] == OUTFALL else "manholes"
    return Finding(code, message, layer, int(nodes.fid[node]), place_of(nodes.xy[node]))


def distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Distances between the points of a and b (k, 2), row by row; NaN where a point is not known."""
    return np.hypot(*(a - b).T)
