"""Names that the SWMM engine reads: ASCII, without spaces, of limited length, and each once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 31  # characters
# Characters that names in drainage data are made of, in pinyin; any other becomes its code point.
_PINYIN = {
    "雨": "Yu", "污": "Wu", "水": "Shui", "井": "Jing", "口": "Kou", "管": "Guan", "排": "Pai", "出": "Chu", "入": "Ru",
    "检": "Jian", "查": "Cha", "点": "Dian", "线": "Xian", "号": "Hao", "段": "Duan", "泵": "Beng", "站": "Zhan",
    "渠": "Qu", "河": "He", "路": "Lu", "街": "Jie", "道": "Dao", "东": "Dong", "西": "Xi", "南": "Nan", "北": "Bei",
    "中": "Zhong", "上": "Shang", "下": "Xia", "左": "Zuo", "右": "You",
}  # fmt: skip
_UNFIT = re.compile(r"[^A-Za-z0-9_.#/+-]+")  # a space ends a name, ; begins a comment, [ a section, " a quotation


def safe_name(label: str) -> str:
    """ASCII letters, digits and _ . # / + - of `label`; "" if nothing is left of it. 雨水井 12 is YuShuiJing_12."""
    spelled = "".join(_PINYIN.get(c, c) for c in unicodedata.normalize("NFKD", label.strip()))
    letters = (
        c if c.isascii() else "" if unicodedata.combining(c) else f"u{ord(c):04X}" if c.isalnum() else "_"
        for c in spelled
    )
    return _UNFIT.sub("_", "".join(letters)).strip("_")


class SafeNames:
    """Gives names that differ from all that it gave before; the engine takes upper and lower case as the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self.changed: dict[str, str] = {}

    def name(self, label: str | None, instead: str, prefix: str = "") -> str:
        """A name for `label`, or for `instead` where there is none; `prefix` is no change of a name."""
        wanted = prefix + (safe_name(label or "") or safe_name(instead))
        found, number = wanted[:LONGEST], 1
        while found.lower() in self._taken:
            number += 1
            ending = f"_{number}"
            found = wanted[: LONGEST - len(ending)] + ending
        self._taken.add(found.lower())
        if label is not None and found != prefix + label:
            self.changed[label] = found
        return found

    def names(self, labels: Iterable[str | None], instead: Iterable[str]) -> list[str]:
        return [self.name(label, other) for label, other in zip(labels, instead)]
