"""Pages of HTML that need nothing else: the frame, the look and the tables that all of them share."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

FONT = "'Noto Sans','Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"
STYLE = f"""body{{font:15px/1.5 {FONT};color:#222;max-width:62em;margin:2em auto;padding:0 1em}}
h1{{font-size:1.5em;margin-bottom:.2em}}h2{{font-size:1.1em;margin:1.8em 0 .2em}}p{{margin:.3em 0}}
table{{border-collapse:collapse;margin:.6em 0}}th{{text-align:left;font-weight:600}}
td,th{{padding:.25em .8em .25em 0;border-bottom:1px solid #ddd;vertical-align:top}}td.number{{text-align:right}}
.small{{color:#666;font-size:.9em}}"""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def html(value: object) -> Markup:
    """The value as HTML: escaped, unless it is Markup."""
    return value if isinstance(value, Markup) else Markup(escape(str(value)))


def page(title: str, body: str, language: str = "en", style: str = "") -> str:
    """A whole page. body : HTML. style : rules of CSS beyond those that all pages have."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>\n'
        f"<style>\n{STYLE}\n{style}</style></head><body>\n{body}\n</body></html>\n"
    )


def write_page(path: str, title: str, body: str, language: str = "en", style: str = "") -> None:
    Path(path).write_text(page(title, body, language, style), encoding="utf-8")


def facts(rows: Sequence[tuple[object, object]]) -> Markup:
    """A table of names and values."""
    said = "".join(f"<tr><th>{html(name)}</th><td>{html(value)}</td></tr>" for name, value in rows)
    return Markup(f"<table>{said}</table>")
