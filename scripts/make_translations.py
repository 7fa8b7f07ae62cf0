"""Brings resources/i18n up to date with what the plugin says, and compiles it.

    scripts/python scripts/make_translations.py     new strings in, vanished ones marked, .qm compiled
        --check          change nothing; exit 1 if anything is missing, left over or not compiled
        --export FILE    write the strings without a translation as JSON, to be filled
        --import PLACE   take translations from a JSON file {English: translation}, or from a folder of them
        --drop           take vanished strings out
        --language de    begin (or work on) one language

The strings are those that the algorithms ask a translator for when QGIS makes them, literals given to `tr`, and the
texts of the styles. Compiling needs Qt's lrelease (Debian: qttools5-dev-tools).
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
COMPILERS = ("lrelease", "lrelease-qt5", "lrelease6", "/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease")
_HASHES, _ENTRY = 0x42, 8  # the section of a .qm that has an entry of so many bytes for each message
_MAGIC = 16


@dataclass
class Message:
    """A string and its translation; a vanished one is said no more."""

    source: str
    translation: str = ""
    vanished: bool = False


def gather() -> list[str]:
    """All strings that a user of the window or of `qgis_process help` reads; the package must be importable."""
    found = dict.fromkeys([*_asked(), *_literals(), *_of_projects(), *_of_styles()])
    return [text for text in found if text.strip()]


def _asked() -> list[str]:
    """What the provider and its algorithms have translated."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    from rainshed.algorithms.shipped import models
    from rainshed.gis.language import CONTEXT
    from rainshed.provider import ALGORITHMS, RainshedProvider

    asked = []

    class Listener(QTranslator):
        def isEmpty(self):
            return False

        def translate(self, context, text, disambiguation=None, n=-1):
            if context == CONTEXT:
                asked.append(text)
            return text

    provider = RainshedProvider()
    registry = QgsApplication.processingRegistry()
    known = registry.providerById(provider.id()) is not None
    if not known:
        registry.addProvider(provider)  # a model has its outputs from its steps, which it finds there
    listener = Listener()
    QCoreApplication.installTranslator(listener)
    try:
        RainshedProvider().longName()
        for made in (*(kind() for kind in ALGORITHMS), *models()):
            algorithm = made.create()
            for say in (algorithm.displayName, algorithm.group, algorithm.tags, algorithm.shortHelpString):
                say()
    finally:
        QCoreApplication.removeTranslator(listener)
        if not known:
            registry.removeProvider(provider)
    return asked


def _literals() -> list[str]:
    """Literals given to `tr`."""
    found = []
    for folder in ("ui", "gis", "algorithms"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "tr":
                    found += [part.value for part in node.args if isinstance(part, ast.Constant)]
    return found


def _of_projects() -> list[str]:
    from rainshed.gis.project import FIRST_GROUPS, LAST_GROUPS

    return [*FIRST_GROUPS, *LAST_GROUPS]


def _of_styles() -> list[str]:
    from rainshed.gis.style_text import texts
    from rainshed.gis.styles import style_names

    return [text for name in style_names() for text in texts(name)]


def read_ts(path: Path) -> list[Message]:
    """The messages of a .ts; none if there is no such file."""
    if not path.exists():
        return []
    messages = []
    for entry in ElementTree.parse(path).iter("message"):
        translation = entry.find("translation")
        state = translation.get("type", "")
        text = "" if state == "unfinished" else translation.text or ""
        messages.append(Message(entry.findtext("source"), text, state in ("vanished", "obsolete")))
    return messages


def write_ts(path: Path, language: str, messages: list[Message]) -> None:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="en">', "<context>", "    <name>Rainshed</name>"]
    for message in messages:
        state = ' type="vanished"' if message.vanished else "" if message.translation else ' type="unfinished"'
        lines += [
            "    <message>",
            f"        <source>{escape(message.source)}</source>",
            f"        <translation{state}>{escape(message.translation)}</translation>",
            "    </message>",
        ]
    lines += ["</context>", "</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def merge(strings: list[str], messages: list[Message], drop: bool = False) -> list[Message]:
    """The messages for these strings: translations are kept, of vanished strings at the end, unless they go."""
    known = {message.source: message.translation for message in messages}
    said = set(strings)
    merged = [Message(text, known.get(text, "")) for text in strings]
    left = [Message(text, there, True) for text, there in known.items() if text not in said and there]
    return merged if drop else merged + left


def take(place: Path, strings: list[str], messages: list[Message]) -> list[str]:
    """Put the translations of a JSON file, or of all in a folder, into `messages`; returns what there is to say."""
    notes, given = [], {}
    said = set(strings)
    for path in sorted(place.rglob("*.json")) if place.is_dir() else [place]:
        table = json.loads(path.read_text(encoding="utf-8"))
        unknown = [text for text in table if text not in said]
        if unknown:
            notes.append(f"{path.name}: {len(unknown)} strings are said nowhere: {unknown[0][:60]!r} ...")
        for text, there in table.items():
            if text in said and there and given.setdefault(text, there) != there:
                notes.append(f"{path.name} translates {text[:60]!r} otherwise than a file before it, which holds.")
    by_source = {message.source: message for message in messages}
    for text, there in given.items():
        if text in by_source:
            by_source[text].translation = there
        else:
            messages.append(Message(text, there))
    return notes


def faults(strings: list[str], messages: list[Message], compiled: Path) -> list[str]:
    """What is wrong with a translation: missing, left over, or other in the .qm than in the .ts."""
    live = {message.source: message.translation for message in messages if not message.vanished}
    said = set(strings)
    found = [f"not in the .ts: {text}" for text in strings if text not in live]
    found += [f"no translation: {text}" for text, there in live.items() if text in said and not there]
    found += [f"said nowhere: {message.source}" for message in messages if message.source not in said]
    return found + _compiled_faults({text: there for text, there in live.items() if there}, compiled)


def _compiled_faults(table: dict[str, str], compiled: Path) -> list[str]:
    from qgis.PyQt.QtCore import QTranslator

    translator = QTranslator()
    if not compiled.exists() or not translator.load(str(compiled)):
        return [f"{compiled.name} is missing or cannot be read"]
    found = []
    for text, there in table.items():
        if translator.translate("Rainshed", text.encode()) != there:  # PyQt takes a str of ASCII only
            found.append(f"other in the .qm: {text}")
    if count(compiled) != len(table):
        found.append(f"{compiled.name} holds {count(compiled)} messages, not {len(table)}")
    return found


def count(compiled: Path) -> int:
    """How many messages a .qm holds: after a magic number come sections of a kind, a length and so many bytes."""
    data = compiled.read_bytes()
    at = _MAGIC
    while at < len(data):
        kind, length = struct.unpack_from(">BI", data, at)
        if kind == _HASHES:
            return length // _ENTRY
        at += 5 + length
    return 0


def compile_ts(path: Path) -> bool:
    """Compile a .ts; False where there is no compiler."""
    compiler = next((found for found in map(shutil.which, COMPILERS) if found), None)
    if compiler is None:
        return False
    target = path.with_suffix(".qm")
    command = [compiler, "-silent", "-nounfinished", str(path), "-qm", str(target)]
    subprocess.run(command, check=True, env=os.environ | {"QT_SELECT": "5"})
    return True


def start_qgis():
    """QGIS without a window, and the package under its name."""
    from qgis.core import QgsApplication

    sys.path.insert(0, os.environ["QGIS_PLUGINPATH"])  # scripts/python sets it
    application = QgsApplication([], False)
    application.initQgis()
    return application


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language", help="its code, such as zh; all languages if left out")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if something is to be done")
    parser.add_argument("--import", dest="place", type=Path, help="JSON file or folder of them")
    parser.add_argument("--export", type=Path, help="JSON file to write the strings without a translation to")
    parser.add_argument("--drop", action="store_true", help="take vanished strings out")
    options = parser.parse_args()
    languages = [options.language] if options.language else _languages()
    if options.place and len(languages) != 1:
        parser.error("--import needs --language")
    application = start_qgis()
    strings = gather()
    bad = sum(_work(language, strings, options) for language in languages)
    application.exitQgis()
    return 1 if bad and options.check else 0


def _languages() -> list[str]:
    return sorted(path.stem.partition("_")[2] for path in FOLDER.glob("rainshed_*.ts"))


def _work(language: str, strings: list[str], options: argparse.Namespace) -> int:
    """Do what is asked for one language; returns how many faults it has."""
    path = FOLDER / f"rainshed_{language}.ts"
    messages = read_ts(path)
    if not options.check:
        if options.place:
            for note in take(options.place, strings, messages):
                print(note)
        messages = merge(strings, messages, options.drop)
        write_ts(path, language, messages)
        if not compile_ts(path):
            print("lrelease is not installed: the .qm stays as it was (Debian: qttools5-dev-tools)")
    missing = [message.source for message in messages if not message.translation]
    if options.export:
        options.export.write_text(
            json.dumps(dict.fromkeys(missing, ""), ensure_ascii=False, indent=1), encoding="utf-8"
        )
    found = faults(strings, messages, path.with_suffix(".qm"))
    for fault in found if options.check else []:
        print(fault)
    vanished = sum(message.vanished for message in messages)
    print(f"{path.name}: {len(messages)} strings, {len(missing)} unfinished, {vanished} vanished, {len(found)} faults")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
