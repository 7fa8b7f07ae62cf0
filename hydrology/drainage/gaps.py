"""Gaps of the drainage network: ground that no inlet and no pipe serves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..patches import label_patches
from ..progress import Progress, silent

NO_INLET, NO_PIPE = 1, 2
REASONS = {NO_INLET: "no_inlet", NO_PIPE: "no_pipe", NO_INLET | NO_PIPE: "both"}
INLET, CHANNEL = 1, 2
"""What may take the water on its way, as `distance_downstream` names it."""
_ROUNDING = 1e-6  # m: keeps a distance that equals the limit inside it


@dataclass(frozen=True)
class Gaps:
    """Patches of cells without drainage, the largest first; entry i of the arrays belongs to the label i + 1.

    Attributes
    ----------
    label : int32 (rows, columns), 1..n, 0 elsewhere.
    reason : uint8, a key of REASONS.
    cells : int64, their number.
    never : int64, number of those whose water nothing takes, however far it runs; 0 where inlets were not looked at.
    """

    label: np.ndarray
    reason: np.ndarray
    cells: np.ndarray
    never: np.ndarray


def network_gaps(
    ground: np.ndarray,
    limit: float,
    distance: np.ndarray | None,
    met: np.ndarray | None,
    inlets: bool,
    piped: np.ndarray | None,
    least_cells: float = 0.0,
    progress: Progress | None = None,
) -> Gaps:
    """Find the patches of `ground` that lack an inlet, a pipe, or both.

    Water that a channel takes within `limit` is drained, and its cell lacks nothing. Any other cell lacks an inlet
    where its water runs farther than `limit` before an inlet or channel takes it, and a pipe where `piped` is false. A
    patch is made of cells that lack the same and touch, also at corners.

    Parameters
    ----------
    ground : bool (rows, columns), the cells looked at; false without data.
    limit : m.
    distance, met : of `distance_downstream`, with the kinds INLET and CHANNEL; None where there is neither.
    inlets : whether an inlet may be lacking.
    piped : bool, cells near enough to a pipe; None where no pipe may be lacking.
    least_cells : smaller patches are left out.
    """
    progress = silent(progress)
    lacks = np.zeros(ground.shape, np.uint8)
    if piped is not None:
        lacks[~piped] = NO_PIPE
    if distance is not None:
        far = distance > limit + _ROUNDING
        lacks[~far & (met == CHANNEL)] = 0
        if inlets:
            lacks[far] |= NO_INLET
        del far
        progress.update(0.05)
    lacks[~ground] = 0
    progress.update(0.1)
    label = np.zeros(ground.shape, np.int32)
    cells, reasons = [np.zeros(0, np.int64)], [np.zeros(0, np.uint8)]
    count = 0
    for number, reason in enumerate(REASONS):
        patch, size = label_patches(lacks == reason, progress.part(0.1 + 0.25 * number, 0.35 + 0.25 * number))
        progress.update(0.35 + 0.25 * number)
        kept = np.flatnonzero(size >= least_cells)
        names = np.zeros(size.size + 1, np.int32)
        names[kept + 1] = np.arange(count + 1, count + 1 + kept.size)
        label += names[patch]
        del patch  # frees its memory
        count += kept.size
        cells.append(size[kept])
        reasons.append(np.full(kept.size, reason, np.uint8))
    progress.update(0.9)
    sizes = np.concatenate(cells)
    order = np.argsort(-sizes, kind="stable")
    rank = np.zeros(count + 1, np.int32)
    rank[order + 1] = np.arange(1, count + 1)
    label = rank[label]
    never = np.zeros(count, np.int64)
    if distance is not None and inlets:
        never = np.bincount(label[np.isinf(distance)], minlength=count + 1)[1:]
    progress.update(1)
    return Gaps(label, np.concatenate(reasons)[order], sizes[order], never)
