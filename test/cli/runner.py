"""Calls the real qgis_process, the way a user's script does."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """How one call ended: exit code, what it printed, and the results of a run that succeeded."""

    returncode: int
    stdout: str
    stderr: str
    results: dict = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All that a user could read of it."""
        return f"{self.stdout}\n{self.stderr}"


@dataclass(frozen=True)
class QgisProcess:
    """scripts/qgis_process with a profile, and with the plugin of the checkout or of another folder."""

    profile: Path
    plugins: Path | None = None

    def __call__(
        self, algorithm: str, timeout: float = 240, before: Sequence[str] = (), **parameters: object
    ) -> Outcome:
        """Runs an algorithm; a parameter that is None is left out, a list is given once for each of its items."""
        words = ["--json", "run", algorithm, "--"]
        for name, value in parameters.items():
            for item in value if isinstance(value, (list, tuple)) else [value]:
                if item is not None:
                    words.append(f"{name}={str(item).lower() if isinstance(item, bool) else item}")
        return self.call(*words, timeout=timeout, before=before)

    def call(self, *words: str, timeout: float = 240, before: Sequence[str] = ()) -> Outcome:
        """Runs qgis_process with these arguments as they are, under a command that comes `before` it."""
        environment = os.environ | {"RAINSHED_PROFILE": str(self.profile)}
        if self.plugins:
            environment["RAINSHED_PLUGINS"] = str(self.plugins)
        done = subprocess.run(
            [*before, str(ROOT / "scripts" / "qgis_process"), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            timeout=timeout,
        )
        return Outcome(done.returncode, done.stdout, done.stderr, results_of(done.stdout))


def results_of(text: str) -> dict:
    """The results in the JSON that --json prints; providers may print lines of their own before it."""
    start = 0 if text.startswith("{") else text.find("\n{") + 1
    try:
        return json.loads(text[start:]).get("results", {})
    except (ValueError, AttributeError):
        return {}
