"""What the pipes leave to each inlet above them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..compiled import kernel
from ..errors import HydrologyError
from .network import Network


@dataclass
class PipeLimits:
    """How much n pipes carry, as a forest that drains along main branches.

    Attributes
    ----------
    following : int64 (n,), the pipe that each one flows into, -1 at an outfall or where the way ends.
    capacity : float64 (n,), full-flow capacity, L/s; infinite or NaN where it is not known.
    factor : float64 (n,), 0..1, what the receiving water leaves of the pipe's flow: 1 free, 0 shut.
    order : int64 (n,), the pipes from the top down. A circle of pipes is cut where it closes.
    """

    following: np.ndarray
    capacity: np.ndarray
    factor: np.ndarray
    order: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.following = np.array(self.following, np.int64)
        self.capacity = np.array(self.capacity, np.float64)
        self.factor = np.array(self.factor, np.float64)
        if (self.capacity < 0).any():
            raise HydrologyError(f"Pipe {np.flatnonzero(self.capacity < 0)[0]} has a negative capacity.")
        if not ((self.factor >= 0) & (self.factor <= 1)).all():
            raise HydrologyError("The factor of an outfall lies between 0 (shut) and 1 (free).")
        self.capacity[np.isnan(self.capacity)] = np.inf
        self.order = np.empty(self.following.size, np.int64)
        _order_downwards(self.following, self.order)

    @cached_property
    def last(self) -> np.ndarray:
        """int64 (n,): the pipe at the end of the way of each."""
        last = np.where(self.following >= 0, self.following, np.arange(self.following.size))
        for _ in range(max(last.size, 1).bit_length() + 1):  # 2^k steps at once
            last = last[last]
        return last

    def shares(self, pipe: np.ndarray, demand: np.ndarray) -> np.ndarray:
        """float64 (k,), 0..1: what each of k inlets may take of its `demand` (L/s), so that no pipe is overloaded.

        The inlets above a pipe that is short cut down in proportion to their demand. pipe: int64 (k,), the pipe of each
        inlet, -1 for none (it is not limited).
        """
        through = np.zeros(self.following.size)
        some = pipe >= 0
        np.add.at(through, pipe[some], demand[some])
        share = np.ones(self.following.size)
        _share(self.following, self.capacity, self.factor, self.order, through, share)
        result = np.ones(pipe.size)
        result[some] = share[pipe[some]]
        return result


def network_limits(network: Network, capacity: np.ndarray, outfall_factor: np.ndarray | None = None) -> PipeLimits:
    """The limits of a network.

    Parameters
    ----------
    capacity : float64 (pipes,), full-flow capacity, L/s; NaN = not known.
    outfall_factor : float64 (nodes,), 0..1; read at outfalls only. None: all are free.
    """
    end = network.end
    known = np.flatnonzero(end >= 0)
    following = np.full(end.size, -1, np.int64)
    following[known] = network.main_pipe[end[known]]
    factor = np.ones(end.size)
    if outfall_factor is not None:
        last = known[network.is_outfall[end[known]]]
        factor[last] = np.asarray(outfall_factor, np.float64)[end[last]]
    return PipeLimits(following, capacity, factor)


@kernel
def _order_downwards(following, order):
    """Pipes in the order of flow; `following` loses the links that close a circle."""
    donors = np.zeros(following.size, np.int64)
    for pipe in range(following.size):
        if following[pipe] >= 0:
            donors[following[pipe]] += 1
    done = np.zeros(following.size, np.bool_)
    count = 0
    for circles in range(2):  # what is left after the trees are circles
        for first in range(following.size):
            if done[first] or (circles == 0 and donors[first] > 0):
                continue
            pipe = first
            while True:
                done[pipe] = True
                order[count] = pipe
                count += 1
                below = following[pipe]
                if below < 0:
                    break
                if done[below]:
                    following[pipe] = -1
                    break
                donors[below] -= 1
                if donors[below] > 0 and circles == 0:
                    break
                pipe = below


@kernel
def _share(following, capacity, factor, order, through, share):
    for i in range(order.size):
        pipe = order[i]
        limit = capacity[pipe] * factor[pipe] if capacity[pipe] < np.inf else through[pipe] * factor[pipe]
        if through[pipe] > limit:
            share[pipe] = limit / through[pipe]
            through[pipe] = limit
        if following[pipe] >= 0:
            through[following[pipe]] += through[pipe]
    for i in range(order.size - 1, -1, -1):
        pipe = order[i]
        if following[pipe] >= 0:
            share[pipe] *= share[following[pipe]]
