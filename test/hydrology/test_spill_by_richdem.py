"""Static inundation against richdem's hierarchy and Fill-Spill-Merge, a program by others, on ground of sensible size.

richdem sends a cell's water where its flood came from, not down the steepest slope: one cell in ten drains to another
pit. With its directions in place of ours, both give the same depths. With each its own, the stored volume is compared,
where many ponds share the water: a single large pond takes what its own catchment brings, which can differ by more.
"""

from __future__ import annotations

import numpy as np
import pytest

from rainshed.hydrology.ponds import hierarchy
from rainshed.hydrology.ponds.hierarchy import build_hierarchy
from rainshed.hydrology.ponds.spill import fill_spill_merge, pond_depth
from rainshed.hydrology.ponds.storage import measure_storage
from rainshed.hydrology.terrain.filling import fill_depressions

pytest.importorskip("richdem", reason="richdem2 is not installed")

RAINS = (0.03, 0.1, 0.3, 0.6, 1.0)
"""Parts of what all depressions together hold."""


def ground(seed: int, smoothness: float, rows: int = 200, columns: int = 200) -> np.ndarray:
    """Random hills of all sizes, 10 m from the lowest to the highest point; the smoother, the fewer small ones."""
    rng = np.random.default_rng(seed)
    frequency = np.hypot.outer(np.fft.fftfreq(rows), np.fft.fftfreq(columns))
    frequency[0, 0] = 1.0
    z = np.fft.ifft2(np.fft.fft2(rng.standard_normal((rows, columns))) / frequency**smoothness).real
    return 10 * (z - z.min()) / np.ptp(z) + 0.1 * rng.random((rows, columns))


def compare(z: np.ndarray, monkeypatch=None):
    """Our depth and richdem's for each of the rains, from our own directions or, with `monkeypatch`, from richdem's."""
    from rainshed.test.reference import peer

    if monkeypatch is not None:
        monkeypatch.setattr(hierarchy, "flow_directions", lambda *_args: peer.inundate(z, 0.0)[1])
    h = build_hierarchy(z, np.ones(z.shape, bool), 1.0, 1.0)
    storage = measure_storage(z, h)
    room = (fill_depressions(z, h) - z).sum()
    for part in RAINS:
        rain = part * room / z.size
        depth = pond_depth(z, storage, fill_spill_merge(z, h, storage, np.full(z.shape, rain)))
        assert 0 < depth.sum() < part * room
        yield depth, peer.inundate(z, rain)[0]


@pytest.mark.parametrize("seed", range(5))
def test_the_stored_volume(seed):
    for ours, theirs in compare(ground(seed, smoothness=1.4)):
        assert ours.sum() == pytest.approx(theirs.sum(), rel=0.005)


@pytest.mark.parametrize("smoothness", [1.4, 1.8])
@pytest.mark.parametrize("seed", range(5))
def test_every_depth_with_the_same_directions(seed, smoothness, monkeypatch):
    """But where three basins meet at a crest: two saddles are then equally low, and either may be taken first."""
    for ours, theirs in compare(ground(seed, smoothness), monkeypatch):
        assert ours.sum() == pytest.approx(theirs.sum(), rel=0.005)
        assert np.mean(np.abs(ours - theirs) < 1e-9) > 0.95
