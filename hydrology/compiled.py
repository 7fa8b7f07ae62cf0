"""The one place that knows numba.

A function marked `@kernel` is compiled by numba at its first call; where numba is absent, broken or switched off by
NUMBA_DISABLE_JIT=1, the same function runs as plain Python, about a hundred times slower. Numba is not imported
before that first call, so that it can neither slow the start of QGIS nor keep the plugin from loading.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import os
import pathlib
import tempfile
import threading
import types
import warnings
from collections.abc import Callable

import numpy as np

CELLS_PER_SECOND_UNCOMPILED = 30_000
"""Cells a second of a whole chain without numba, measured on one core; only for the estimate shown to the user."""
WARN_CELLS = 1_000_000
INSTALL_LINE = "python3 -m pip install numba (for QGIS's own Python; on Debian: apt install python3-numba)"


@functools.cache
def available() -> bool:
    """Whether kernels are compiled in this process. Does not import numba."""
    if os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0"):
        return False
    return importlib.util.find_spec("numba") is not None


def block_cells() -> int:
    """Cells a kernel may work on before progress and Cancel are looked at (about 0.1 s)."""
    return 1_000_000 if available() else 10_000


def notice(cells: int) -> str | None:
    """What to tell the user before a long uncompiled run over `cells` cells, or None."""
    if available() or cells < WARN_CELLS:
        return None
    minutes = cells / CELLS_PER_SECOND_UNCOMPILED / 60
    return (
        f"The package numba is not installed: this run over {cells:,} cells will take about {minutes:.0f} min "
        f"instead of seconds. To install it: {INSTALL_LINE}."
    )


def first_use() -> str | None:
    """What to tell the user where nothing is compiled yet, or None."""
    if not available() or pathlib.Path(cache_folder()).exists():
        return None
    return (
        "First run: the engine is compiled, which takes up to half a minute. What is compiled is kept for later runs."
    )


def _sources_key() -> str:
    """A hash of the sources: numba's own cache does not see a change in a kernel called from another file."""
    digest = hashlib.sha256()
    for path in sorted(pathlib.Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@functools.cache
def cache_folder() -> str:
    """Where compiled kernels are kept: a writable folder of its own for every state of the sources."""
    folder = pathlib.Path(
        os.environ.get("RAINSHED_CACHE_DIR")
        or os.environ.get("NUMBA_CACHE_DIR")
        or pathlib.Path(tempfile.gettempdir()) / f"rainshed-{os.getuid() if hasattr(os, 'getuid') else 0}"
    )
    return str(folder / _sources_key())


@functools.cache
def _numba():
    """The numba module, or None where it cannot be imported."""
    try:
        import numba
    except Exception as error:  # a broken numba must not stop the tool
        warnings.warn(f"numba cannot be used and is left out: {error}", stacklevel=2)
        return None
    return numba


_making = threading.RLock()  # numba is imported, and a kernel made ready, by one thread only


class Kernel:
    """A function that is compiled at its first call; see `kernel`."""

    def __init__(self, function: Callable) -> None:
        self.function = function
        self._ready: Callable | None = None
        functools.update_wrapper(self, function)

    def __call__(self, *args):
        return self.ready()(*args)

    def ready(self) -> Callable:
        """The function to call: compiled where numba is there, with the kernels that it calls made ready too."""
        if self._ready is None:
            with _making:
                self._make()
        return self._ready

    def _make(self) -> None:
        if self._ready is None:  # no other thread came first
            scope = dict(self.function.__globals__)
            for name in self.function.__code__.co_names:
                if isinstance(scope.get(name), Kernel):
                    scope[name] = scope[name].ready()
            function = types.FunctionType(
                self.function.__code__, scope, self.function.__name__, self.function.__defaults__
            )
            function.__qualname__ = self.function.__qualname__
            function.__module__ = self.function.__module__
            numba = _numba() if available() else None
            self._ready = function if numba is None else self._compile(numba, function)

    @staticmethod
    def _compile(numba, function: Callable) -> Callable:
        # numba reads its settings anew whenever it compiles, and the folder only here
        before, numba.config.CACHE_DIR = numba.config.CACHE_DIR, cache_folder()
        # Never parallel=True: two runs at once would abort the process.
        try:
            return numba.njit(nogil=True, cache=True)(function)
        except RuntimeError:  # no folder for the cache can be written
            return numba.njit(nogil=True)(function)
        finally:
            numba.config.CACHE_DIR = before


def kernel(function: Callable) -> Kernel:
    """Mark a function to be compiled by numba (nopython, without the interpreter lock) at its first call."""
    return Kernel(function)


def zeros(size: int, kind=np.float64) -> np.ndarray:
    """Like numpy.zeros, in large pages of memory where the system has them: four times as fast to touch first."""
    return np.full(size, 0, kind)


def table(rows: int, **columns):
    """Columns for kernels, `made.name[row]`, filled with a number or with the array given for each.

    Compiled code gets one structured array, since a kernel of dozens of arguments compiles for minutes and is slow to
    call. Python, which is slow to read a column of one, gets a namespace of arrays.
    """
    kinds = {name: np.asarray(value).dtype for name, value in columns.items()}
    if available():
        made = np.zeros(rows, list(kinds.items())).view(np.recarray)
        for name, value in columns.items():
            made[name] = value
        return made
    return types.SimpleNamespace(**{name: np.full(rows, value, kinds[name]) for name, value in columns.items()})
