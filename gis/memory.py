"""How much memory this process can still get, and the sentence that refuses a run that needs too much of it."""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from ..hydrology.errors import HydrologyError
from ..hydrology.grid import Grid

try:
    import resource
except ImportError:  # Windows
    resource = None

SHARE = 0.7
"""A run may take this share of the free memory; the rest is for the window and for other programs."""
COMPILER = 250e6
"""Bytes that a run takes however small the raster is: mostly numba, and what it compiles (benchmarks/memory.py)."""


def check_memory(grid: Grid, parameter: str, bytes_per_cell: float) -> str:
    """What a run over `grid`, that of the raster `parameter`, needs and what is free, in words for the log.

    Raises
    ------
    HydrologyError : it needs more than `SHARE` of what is free.
    """
    need, free = COMPILER + grid.cells * bytes_per_cell, free_memory()
    if free is None:
        return f"Memory: about {amount(need)} needed; how much is free is not known."
    if need <= SHARE * free:
        return f"Memory: about {amount(need)} needed, {amount(free)} free."
    fitting = (SHARE * free - COMPILER) / bytes_per_cell / grid.cells
    advice = "close other programs"
    if fitting * grid.cells >= 1:
        larger = 1 / math.sqrt(fitting)
        cell = f"{_rounded(grid.dx * larger, math.ceil):g} x {_rounded(grid.dy * larger, math.ceil):g} m"
        share = f"{_rounded(100 * fitting, math.floor):g} %"
        advice += f", clip {parameter} to {share} of its area, or resample it to cells of {cell}"
    raise HydrologyError(
        f"Not enough memory: about {amount(need)} needed for {parameter} of {grid.columns} x {grid.rows} cells, "
        f"{amount(free)} free, of which a run may take {100 * SHARE:.0f} %; {advice}."
    )


def amount(number: float) -> str:
    """A number of bytes as people read it."""
    return f"{number / 1e6:,.0f} MB" if number < 1e9 else f"{number / 1e9:,.1f} GB"


def free_memory(root: Path = Path("/")) -> int | None:
    """Bytes that this process can still get; None where that cannot be found out.

    The least of what the machine has free, of what the control groups of the process leave it (a container, a batch
    system), and of what its own limit leaves it (ulimit -v). `root` is where Linux keeps its files.
    """
    found = [_left_on_machine(root), *_left_in_groups(root), _left_to_process(root)]
    known = [value for value in found if value is not None]
    return max(0, min(known)) if known else None


def _left_on_machine(root: Path) -> int | None:
    try:
        import psutil

        return int(psutil.virtual_memory().available)
    except Exception:  # not installed, as in most systems, or broken: then the system is asked directly
        pass
    if sys.platform == "win32":
        return _left_on_windows()
    for line in _read(root / "proc/meminfo").splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def _left_on_windows() -> int | None:
    class Status(ctypes.Structure):  # MEMORYSTATUSEX
        _fields_ = [("length", ctypes.c_uint32), ("load", ctypes.c_uint32)] + [
            (name, ctypes.c_uint64)
            for name in ("total", "free", "page_total", "page_free", "virtual_total", "virtual_free", "extended_free")
        ]

    status = Status(length=ctypes.sizeof(Status))
    return int(status.free) if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else None


def _left_in_groups(root: Path) -> Iterator[int]:
    """What each control group of this process leaves, of version 2 or 1; the groups above it have limits too."""
    for line in _read(root / "proc/self/cgroup").splitlines():
        number, controllers, place = line.split(":", 2)
        if number == "0":
            top, limit, usage, cache = "sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"
        elif "memory" in controllers.split(","):
            top, limit, usage = "sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes"
            cache = "total_inactive_file"
        else:
            continue
        # In a container the path may be that of the host, where only its last parts, or none, are to be seen.
        group = Path(place.lstrip("/"))
        for part in (group, *group.parents):
            folder = root / top / part
            allowed, used = _read(folder / limit).strip(), _read(folder / usage).strip()
            if allowed.isdigit() and used.isdigit():
                yield int(allowed) - int(used) + _entry(folder / "memory.stat", cache)


def _left_to_process(root: Path) -> int | None:
    if resource is None:
        return None
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    pages = _read(root / "proc/self/statm").split()
    if limit == resource.RLIM_INFINITY or not pages:
        return None
    return limit - int(pages[0]) * resource.getpagesize()


def _entry(path: Path, name: str) -> int:
    """The value of one line of a file of names and numbers; 0 without it."""
    found = (line.split() for line in _read(path).splitlines())
    return next((int(words[1]) for words in found if words[0] == name), 0)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _rounded(number: float, towards: Callable[[float], int]) -> float:
    """To two digits, by math.ceil or math.floor."""
    step = 10.0 ** (math.floor(math.log10(number)) - 1)
    return towards(number / step) * step
