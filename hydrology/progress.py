"""Progress and cancellation, free of any user interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import compiled
from .errors import Cancelled


class Progress:
    """A share of a run's progress, from `start` to `end` (fractions of the whole).

    Parameters
    ----------
    report : called with the fraction 0..1 of the whole run; never with less than before.
    cancelled : called without arguments; true stops the run at the next update.
    log : called with the name of a step.
    """

    def __init__(
        self,
        report: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        log: Callable[[str], None] | None = None,
        start: float = 0.0,
        end: float = 1.0,
        begin: Callable[[], None] | None = None,
    ) -> None:
        self._report = report
        self._cancelled = cancelled
        self._log = log
        self._start = start
        self._end = end
        self._begin = begin  # called before every report: a step names itself when work on it begins

    def update(self, fraction: float) -> None:
        """Report `fraction` (0..1) of this share; raise Cancelled if the user asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled()
        if self._begin is not None:
            self._begin()
        if self._report is not None:
            self._report(min(self._start + (self._end - self._start) * max(fraction, 0.0), self._end))

    def watch(self) -> Progress:
        """One that only looks for Cancel, for work whose progress is told as a whole."""
        return Progress(None, self._cancelled)

    def part(self, start: float, end: float) -> Progress:
        """The share of this share from `start` to `end`."""
        return self._part(start, end, self._begin)

    def steps(self, *steps: tuple[str, float]) -> list[Progress]:
        """One part per (name, weight), in order; each logs its name, unless empty, when it is first updated."""
        total = sum(weight for _, weight in steps)
        parts = []
        done = 0.0
        for name, weight in steps:
            parts.append(self._part(done / total, (done + weight) / total, self._announcement(name)))
            done += weight
        return parts

    def _part(self, start: float, end: float, begin: Callable[[], None] | None) -> Progress:
        width = self._end - self._start
        first, last = self._start + width * start, self._start + width * end
        return Progress(self._report, self._cancelled, self._log, first, last, begin)

    def _announcement(self, name: str) -> Callable[[], None] | None:
        """A function that logs `name` at its first call, after whatever announces this share itself."""
        if not name or self._log is None:
            return self._begin
        waiting = [name]

        def begin() -> None:
            if self._begin is not None:
                self._begin()
            if waiting:
                self._log(waiting.pop())

        return begin

    def blocks(self, rows: int, columns: int) -> Iterator[tuple[int, int]]:
        """Row blocks (first, past-last) small enough to answer Cancel between two of them."""
        height = max(1, compiled.block_cells() // max(columns, 1))
        for first in range(0, rows, height):
            self.update(first / rows)
            yield first, min(first + height, rows)
        self.update(1.0)


def silent(progress: Progress | None) -> Progress:
    """`progress`, or one that reports nothing."""
    return Progress() if progress is None else progress
