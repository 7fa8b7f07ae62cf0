"""Work on several cores: kernels let the interpreter go, so that threads run them side by side.

What the threads work on must not depend on each other, so that every number of threads gives the same result.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from . import compiled
from .progress import Progress

MOST = 8  # memory keeps no more cores busy
_worker = threading.local()


def count() -> int:
    """Threads that this thread may start: one where kernels hold the interpreter, or within another such thread."""
    if not compiled.available() or getattr(_worker, "busy", False):
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST)


def _begin() -> None:
    _worker.busy = True


def in_order(work: Callable, items: Sequence, progress: Progress, threads: int | None = None) -> Iterator:
    """The results of work(item), in the order of the items; a few are worked on at a time.

    Progress and Cancel are looked at after every item. No thread outlives the call, however it ends.
    """
    threads = min(count() if threads is None else threads, len(items))
    progress.update(0)
    if threads < 2:
        for done, item in enumerate(items, 1):
            yield work(item)
            progress.update(done / len(items))
        return
    with ThreadPoolExecutor(threads, initializer=_begin) as pool:
        waiting = deque(pool.submit(work, item) for item in items[: threads + 1])
        try:
            for done in range(1, len(items) + 1):
                result = waiting.popleft().result()
                if done + threads < len(items):
                    waiting.append(pool.submit(work, items[done + threads]))
                yield result
                progress.update(done / len(items))
        finally:
            for future in waiting:
                future.cancel()


def blocks(rows: int, columns: int) -> list[tuple[int, int]]:
    """Row blocks (first, past-last), short enough to answer Cancel, and enough of them to share among the threads."""
    cells = compiled.block_cells()
    if count() > 1:
        cells = min(cells, max(rows * columns // (4 * count()), cells // 20))
    height = max(1, cells // max(columns, 1))
    return [(first, min(first + height, rows)) for first in range(0, rows, height)]


def every(work: Callable, items: Sequence, progress: Progress) -> list:
    """The results of work(item) for all items, in their order; see `in_order`."""
    return list(in_order(work, items, progress))


def over_blocks(work: Callable, rows: int, columns: int, progress: Progress) -> list:
    """Call work(first, last) for blocks of rows; returns the results in the order of the rows."""
    return every(lambda block: work(*block), blocks(rows, columns), progress)
