"""The language of the user's QGIS, and the texts of the plugin in it: resources/i18n/rainshed_<language>.qm."""

from __future__ import annotations

import functools
from pathlib import Path

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "Rainshed"
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"


def tr(text: str) -> str:
    """`text` in the language of the user's QGIS; as it is where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text)


def said(text: str, language: str) -> str:
    """`text` in `language`, whatever QGIS speaks; as it is where there is no translation."""
    found = _translator(language)
    return (found.translate(CONTEXT, text.encode()) if found else "") or text  # PyQt takes a str of ASCII only


def languages() -> list[str]:
    """The languages other than English that there are translations into."""
    return sorted(path.stem.partition("_")[2] for path in FOLDER.glob("rainshed_*.qm"))


def locale() -> str:
    """The locale of this QGIS: what its window speaks, else what its settings say, else the system's."""
    settings = QgsSettings()
    chosen = settings.value("locale/userLocale", "") if settings.value("locale/overrideFlag", False, type=bool) else ""
    application = QgsApplication.instance()
    # qgis_process has no translation of its own, and a plain QCoreApplication does not know the word.
    spoken = getattr(application, "translation", str)() or ""
    return spoken or chosen or QLocale().name()


def language_of(name: str) -> str:
    """The translation for a locale like zh_CN or zh-Hans, from its whole name to its first part; "" for English."""
    parts = name.partition(".")[0].replace("-", "_").split("_")
    known = {language.lower(): language for language in languages()}
    for length in range(len(parts), 0, -1):
        found = known.get("_".join(parts[:length]).lower())
        if found:
            return found
    return ""


class Translation:
    """The translation installed into QGIS, so that `tr` finds it; none is installed for English."""

    def __init__(self, name: str | None = None):
        self._translator = None
        language = language_of(locale() if name is None else name)
        if language:
            self._translator = _load(language)
            QCoreApplication.installTranslator(self._translator)

    def remove(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None


def _load(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(FOLDER / f"rainshed_{language}.qm"))
    return translator


@functools.cache
def _translator(language: str) -> QTranslator | None:
    return _load(language) if language in languages() else None
