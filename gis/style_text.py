"""The texts of a style that people read: labels of classes, aliases of fields, units of a colour bar."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

from .language import languages, said, tr

STYLES = Path(__file__).resolve().parent.parent / "resources" / "styles"
_TEXT = re.compile(r'(<alias\b[^>]*?\sname="|\slabel="|\ssuffix=")([^"]+)(?=")')
_UNITS = {"m", "mm", "h", "ha", "min"}


def style_file(name: str) -> Path:
    """The file of a style. ValueError if there is none."""
    path = STYLES / f"{name}.qml"
    if not path.is_file():
        raise ValueError(f"There is no style named {name}.")
    return path


def translated(name: str, translate: Callable[[str], str] = tr) -> str:
    """The XML of a style with its texts in the language of QGIS."""

    def replace(found: re.Match) -> str:
        text = unescape(found[2])
        there = translate(text) if speaks(text) else text
        return found[0] if there == text else found[1] + escape(there, {'"': "&quot;"})

    return _TEXT.sub(replace, style_file(name).read_text(encoding="utf-8"))


def speaks(text: str) -> bool:
    """Whether a text holds words, and not numbers and units alone."""
    return any(word not in _UNITS for word in re.findall(r"[A-Za-z]+", text))


@functools.cache
def texts(name: str) -> tuple[str, ...]:
    """The texts of a style that hold words, in English."""
    found = (unescape(text) for _, text in _TEXT.findall(style_file(name).read_text(encoding="utf-8")))
    return tuple(dict.fromkeys(text for text in found if speaks(text)))


def label(text: str, kind: str, language: str) -> str:
    """The label `text` of a layer of style `kind`, in `language`; the layer may have been styled in any other."""
    return said(_english(kind).get(text, text), language)


@functools.cache
def _english(kind: str) -> dict[str, str]:
    """A label of the style in any language -> in English."""
    if not (STYLES / f"{kind}.qml").is_file():
        return {}
    return {said(text, language): text for language in languages() for text in texts(kind)}
