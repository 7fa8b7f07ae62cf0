"""Builds the zip that QGIS's plugin manager installs: build/rainshed-<version>.zip.

The list of what belongs into it is kept here rather than taken from git, so that an exported folder gives the same zip.
"""

from __future__ import annotations

import configparser
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "rainshed"
FILES = (
    "metadata.txt",
    "LICENSE",
    "README.md",
    "README.zh.md",
    "CHANGELOG.md",
    "requirements.txt",
    "__init__.py",
    "plugin.py",
    "provider.py",
)
FOLDERS = ("hydrology", "gis", "algorithms", "ui", "resources", "docs")
SUFFIXES = {".py", ".json", ".svg", ".png", ".qml", ".qpt", ".model3", ".qm", ".ts", ".md", ".txt", ".html"}
SUFFIXES |= {".tif", ".gpkg", ".csv"}
# Scripts that made the resources, and what GDAL, SQLite, Python and editors leave behind.
LITTER = ("make_*.py", "*.pyc", "*.aux.xml", "*-wal", "*-shm", "*-journal", "*~", ".*")
LIMIT = 25_000_000  # bytes, the largest zip that plugins.qgis.org takes


def version() -> str:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def contents() -> list[Path]:
    """The files of the package, relative to the checkout; an unknown kind of file is an error, not left out."""
    files = [Path(name) for name in FILES]
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            relative = path.relative_to(ROOT)
            hidden = "__pycache__" in relative.parts or any(part.startswith(".") for part in relative.parts)
            if path.is_dir() or hidden or any(path.match(pattern) for pattern in LITTER):
                continue
            if path.suffix not in SUFFIXES:
                raise SystemExit(f"package: {relative} is of a kind that the package does not hold.")
            files.append(relative)
    return files


def build(target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for file in contents():
            # A fixed date makes equal contents an equal zip.
            entry = zipfile.ZipInfo(f"{NAME}/{file.as_posix()}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, (ROOT / file).read_bytes())
    if part.stat().st_size > LIMIT:
        size = part.stat().st_size
        part.unlink()
        raise SystemExit(f"package: {size:,} bytes are more than the {LIMIT:,} that plugins.qgis.org takes.")
    part.replace(target)


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / f"{NAME}-{version()}.zip"
    try:
        build(target)
    except FileNotFoundError as error:
        raise SystemExit(f"package: {error.filename} is missing.") from error
    print(f"{target} ({target.stat().st_size / 1e6:.2f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
