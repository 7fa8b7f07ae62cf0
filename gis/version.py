"""The plugin's version, as metadata.txt gives it."""

from __future__ import annotations

import configparser
import functools
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@functools.cache
def version() -> str:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version", fallback="0")
