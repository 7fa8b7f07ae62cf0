"""Outputs that appear whole or not at all.

Everything is written under its final name into a hidden folder beside its place and moved there at the end, so that a
failed or cancelled run leaves nothing and an old file is never taken for a new one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from ..hydrology.errors import HydrologyError

_PREFIX = ".rainshed-"
_DERIVED = (".aux.xml", ".ovr", ".msk")  # made by readers of a file; those of the file replaced are stale


class Staging:
    """Collects the outputs of one run; use as a context manager, `commit` at the end."""

    def __init__(self) -> None:
        self._folders: dict[Path, Path] = {}
        self._made: list[Path] = []
        self._finals: list[Path] = []
        self._beside: dict[Path, Path] = {}
        self._passed: list[Path] = []  # folders that were hidden ones once

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_exception) -> None:
        self.discard()

    def path(self, final: str) -> str:
        """Where to write what shall stand at `final`."""
        place = Path(os.path.abspath(final))
        if os.path.isdir(place):
            raise HydrologyError(f"Cannot write {final}: there is a folder of that name.")
        try:
            if place.parent not in self._folders:
                self._make(place.parent)
                self._folders[place.parent] = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place.parent))
        except OSError as error:
            raise HydrologyError(f"Cannot write into the folder {place.parent}: {error.strerror or error}.") from error
        self._finals.append(place)
        return str(self._folders[place.parent] / place.name)

    def beside(self, final: str) -> str:
        """A hidden name in the same folder, for a file that must know where it stands (a project's relative paths)."""
        staged = Path(self.path(final))
        hidden = staged.parent.with_name(staged.parent.name + staged.suffix)
        self._beside[hidden] = staged
        return str(hidden)

    @property
    def folders(self) -> list[str]:
        """Names of the hidden folders, which must not remain in any file written."""
        return [folder.name for folder in self._folders.values()]

    def told(self, text: str) -> str:
        """A message with the places of files as the user knows them, and not the hidden folders."""
        for hidden, staged in self._beside.items():
            text = text.replace(str(hidden), str(staged))
        for folder in (*self._passed, *self._folders.values()):
            text = text.replace(f"{folder}{os.sep}", f"{folder.parent}{os.sep}")
        return text

    def commit(self) -> None:
        """Move all outputs to their places, each in one step."""
        for hidden, staged in self._beside.items():
            if hidden.exists():
                os.replace(hidden, staged)
        for final in self._finals:
            if not (self._folders[final.parent] / final.name).exists():
                raise HydrologyError(f"Output was not written: {final}.")
        try:
            for place, folder in self._folders.items():
                for part in sorted(folder.iterdir()):
                    if not part.name.endswith(_DERIVED):
                        os.replace(part, place / part.name)
            for final in self._finals:
                self._drop_derived(final)
        except OSError as error:
            raise HydrologyError(f"Cannot write {error.filename2 or error.filename}: {error.strerror}.") from error
        self._made.clear()

    def discard(self) -> None:
        """Remove what was not committed, and the folders made for it."""
        for hidden in self._beside:
            hidden.unlink(missing_ok=True)
        for folder in self._folders.values():
            shutil.rmtree(folder, ignore_errors=True)
            self._passed.append(folder)
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):  # somebody else has put something in
                folder.rmdir()
        self._folders.clear()
        self._made.clear()

    def _make(self, folder: Path) -> None:
        missing = [f for f in (folder, *folder.parents) if not f.exists()]
        for part in reversed(missing):
            part.mkdir()
            self._made.append(part)

    def _drop_derived(self, final: Path) -> None:
        for suffix in _DERIVED:
            final.with_name(final.name + suffix).unlink(missing_ok=True)


def no_name(path: str) -> str:
    """Why the system takes `path` for no name of a file, such as one that is too long; "" if it does."""
    try:
        os.stat(path)
    except ValueError as error:
        return str(error)
    except OSError as error:
        # that it is not there, or not for us, is no fault of the name
        fine = isinstance(error, (FileNotFoundError, NotADirectoryError, PermissionError))
        return "" if fine else str(error.strerror)
    return ""
