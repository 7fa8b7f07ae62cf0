"""Free memory as Linux, Windows and psutil tell it, and what is said to a run that needs more."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from rainshed.gis import memory
from rainshed.hydrology.errors import HydrologyError
from rainshed.hydrology.grid import Grid

GB = 10**9
MEMINFO = "MemTotal:       16000000 kB\nMemFree:         1000000 kB\nMemAvailable:    8000000 kB\nBuffers: 12 kB\n"
MACHINE = 8_000_000 * 1024


@pytest.fixture
def linux(tmp_path, monkeypatch):
    """A file tree as Linux shows it: linux({"proc/meminfo": text, ...}) gives the free memory."""
    monkeypatch.setitem(sys.modules, "psutil", None)
    monkeypatch.setattr(memory, "_left_to_process", lambda root: None)

    def free(files: dict[str, object]) -> int | None:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{text}\n")
        return memory.free_memory(tmp_path)

    return free


def test_the_machine_has_what_is_available_and_not_only_what_is_free(linux):
    assert linux({"proc/meminfo": MEMINFO}) == MACHINE


def test_nothing_known(linux):
    assert linux({}) is None
    assert linux({"proc/meminfo": "MemTotal: 16000000 kB"}) is None, "a kernel before 3.14"


@pytest.mark.parametrize(
    ("of_process", "group", "names"),
    [
        ("0::/job", "sys/fs/cgroup/job", ("memory.max", "memory.current", "inactive_file")),
        (
            "5:cpu:/\n4:cpuset,memory:/job\n0::/other",
            "sys/fs/cgroup/memory/job",
            ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
        ),
    ],
    ids=["version 2", "version 1"],
)
def test_a_control_group_leaves_its_limit_without_what_is_used_and_no_cache(linux, of_process, group, names):
    limit, usage, cache = names
    files = {"proc/meminfo": MEMINFO, "proc/self/cgroup": of_process}
    files |= {f"{group}/{limit}": 3 * GB, f"{group}/{usage}": 2 * GB}
    assert linux(files) == GB
    assert linux({f"{group}/memory.stat": f"anon 5\n{cache} {GB // 2}\nunevictable 0"}) == 1.5 * GB
    assert linux({f"{group}/{usage}": 4 * GB, f"{group}/memory.stat": f"{cache} 0"}) == 0, "beyond its limit"
    assert linux({f"{group}/{limit}": "max"}) == MACHINE
    assert linux({f"{group}/{limit}": 9223372036854771712}) == MACHINE


def test_a_group_has_the_limits_of_those_above_it(linux):
    files = {"proc/meminfo": MEMINFO, "proc/self/cgroup": "0::/a/b/c"}
    files |= {"sys/fs/cgroup/a/b/c/memory.max": "max", "sys/fs/cgroup/a/b/c/memory.current": 1}
    files |= {"sys/fs/cgroup/a/memory.max": 2 * GB, "sys/fs/cgroup/a/memory.current": GB}
    assert linux(files) == GB


def test_a_container_sees_its_group_at_the_root_under_the_path_of_the_host(linux):
    files = {"proc/meminfo": MEMINFO, "proc/self/cgroup": "0::/docker/8c1f"}
    assert linux(files | {"sys/fs/cgroup/memory.max": GB, "sys/fs/cgroup/memory.current": 0}) == GB


def test_psutil_is_asked_where_it_is_installed(monkeypatch, tmp_path):
    monkeypatch.setattr(memory, "_left_to_process", lambda root: None)
    told = SimpleNamespace(virtual_memory=lambda: SimpleNamespace(available=7 * GB))
    monkeypatch.setitem(sys.modules, "psutil", told)
    assert memory.free_memory(tmp_path) == 7 * GB


def test_windows_is_asked_by_its_own_function(linux, monkeypatch):
    class Kernel:
        def GlobalMemoryStatusEx(self, reference) -> int:
            raw = (ctypes.c_uint64 * 8).from_address(ctypes.addressof(reference._obj))
            assert raw[0] & 0xFFFFFFFF == 64, "its first field is its size"
            raw[1], raw[2] = 16 * GB, 6 * GB
            return 1

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=Kernel()), raising=False)
    assert linux({"proc/meminfo": MEMINFO}) == 6 * GB


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ulimit -v is of Linux")
def test_the_limit_of_the_process_counts():
    """In a process of its own, since a limit once lowered stays."""
    code = """
import resource
from rainshed.gis.memory import free_memory
before = free_memory()
resource.setrlimit(resource.RLIMIT_AS, (2 * 10**9, 2 * 10**9))
print(before, free_memory())
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(Path(memory.__file__).parents[2]), "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    before, after = map(int, done.stdout.split())
    assert 0 < after < 2 * 10**9
    assert after < before


def grid(rows: int, columns: int, dx: float = 0.5, dy: float = 0.5, unit: float = 1.0) -> Grid:
    return Grid((rows, columns), (0.0, dx, 0.0, 0.0, 0.0, -dy), "", np.broadcast_to(True, (rows, columns)), unit)


def refused(monkeypatch, free: float, shape: Grid, bytes_per_cell: float) -> str:
    monkeypatch.setattr(memory, "free_memory", lambda: free)
    with pytest.raises(HydrologyError) as caught:
        memory.check_memory(shape, "DEM", bytes_per_cell)
    return str(caught.value)


def test_a_run_that_fits_is_told_what_it_takes(monkeypatch):
    monkeypatch.setattr(memory, "free_memory", lambda: 4 * GB)
    said = memory.check_memory(grid(5000, 10_000), "DEM", 40)
    assert said == "Memory: about 2.2 GB needed, 4.0 GB free."


def test_seventy_per_cent_is_allowed_and_no_more(monkeypatch):
    need = 2_000_000_000 + memory.COMPILER
    monkeypatch.setattr(memory, "free_memory", lambda: need / 0.7 * 1.0001)
    memory.check_memory(grid(5000, 10_000), "DEM", 40)
    refused(monkeypatch, need / 0.7 * 0.9999, grid(5000, 10_000), 40)


def test_a_refusal_names_the_need_what_is_free_and_what_would_fit(monkeypatch):
    said = refused(monkeypatch, 1.53 * GB, grid(10_000, 20_000, 0.5, 0.25), 50)
    assert said == (
        "Not enough memory: about 10.2 GB needed for DEM of 20000 x 10000 cells, 1.5 GB free, of which a run may take "
        "70 %; close other programs, clip DEM to 8.2 % of its area, or resample it to cells of 1.8 x 0.88 m."
    )


@pytest.mark.parametrize("free", [0.5 * GB, 3 * GB, 40 * GB])
@pytest.mark.parametrize("unit", [1.0, 0.3048])
def test_what_is_advised_fits(monkeypatch, free, unit):
    said = refused(monkeypatch, free, grid(30_000, 40_000, unit=unit), 60)
    share, width, height = map(float, re.search(r"clip DEM to (\S+) % .* of (\S+) x (\S+) m", said).groups())
    cells = 30_000 * 40_000
    for advised in (cells * share / 100, cells * (0.5 * unit) ** 2 / (width * height)):
        need = memory.COMPILER + 60 * advised
        assert 0.5 * 0.7 * free < need <= 0.7 * free


def test_where_no_raster_would_fit_none_is_advised(monkeypatch):
    said = refused(monkeypatch, memory.COMPILER, grid(10, 10), 50)
    assert said.endswith("; close other programs.")


def test_nothing_is_refused_where_nothing_is_known(monkeypatch):
    monkeypatch.setattr(memory, "free_memory", lambda: None)
    said = memory.check_memory(grid(10**6, 10**6), "DEM", 100)
    assert said == "Memory: about 100,000.2 GB needed; how much is free is not known."
