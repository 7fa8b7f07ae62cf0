"""The translations: complete, true to the names and numbers of the English, compiled; they change nothing else."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TABLES = sorted((ROOT / "resources" / "i18n").glob("rainshed_*.ts"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# What a translation must keep as it is: ids, names of parameters and fields, placeholders, file endings, numbers.
KEPT = re.compile(
    r"rainshed:\w+|[A-Za-z]+(?:_[A-Za-z0-9]+)+|\b[A-Z][A-Z0-9]{2,}\b|\{\w*\}|\.[a-z]{2,4}\b|10\.\d{4}/[\w./()-]*\w"
    r"|(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\w)"
)
UNIT = re.compile(r"\((m|m2|m3|m²|m³|mm|min|s|h|mm/h|L/s|m3/s|m/m|m/s)\b")


@pytest.fixture(scope="module")
def make_translations():
    """scripts/make_translations.py as a module."""
    spec = importlib.util.spec_from_file_location("make_translations", ROOT / "scripts" / "make_translations.py")
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)  # dataclasses look it up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def strings(qgis, make_translations) -> list[str]:
    return make_translations.gather()


@pytest.fixture
def chinese(qgis):
    """QGIS speaks Chinese as long as the test runs."""
    from rainshed.gis.language import Translation

    translation = Translation("zh_CN")
    yield translation
    translation.remove()


def texts(algorithm) -> list[str]:
    """All that a user reads of an algorithm before it runs, help apart."""
    definitions = [*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()]
    said = [algorithm.displayName(), algorithm.group(), algorithm.shortDescription()]
    said += [definition.description() for definition in definitions]
    return said + [definition.help() for definition in algorithm.parameterDefinitions()]


def shape(algorithm) -> list[tuple]:
    """What scripts and models know of an algorithm."""
    parameters = [
        (d.name(), d.type(), d.defaultValue(), int(d.flags()), getattr(d, "options", list)())
        for d in algorithm.parameterDefinitions()
    ]
    outputs = [(d.name(), d.type()) for d in algorithm.outputDefinitions()]
    return [(algorithm.id(), algorithm.groupId(), int(algorithm.flags())), *parameters, *outputs]


@pytest.mark.parametrize("table", TABLES, ids=[path.stem for path in TABLES])
def test_every_string_is_translated_and_compiled(make_translations, strings, table):
    faults = make_translations.faults(strings, make_translations.read_ts(table), table.with_suffix(".qm"))
    assert not faults, "make translations, then fill resources/i18n; " + "\n".join(faults)


def test_the_strings_hold_all_help_and_all_texts_of_styles(qgis, strings):
    """By another way than the script's: the help as it lies in its files, the aliases as they stand in the styles."""
    wanted = set()
    for path in (ROOT / "resources" / "help").glob("*.json"):
        about = json.loads(path.read_text(encoding="utf-8"))
        wanted |= {about["summary"], about["limits"], about["method"], *about["text"]}
        wanted |= set(about["parameters"].values()) | set(about["outputs"].values())
    for path in (ROOT / "resources" / "styles").glob("*.qml"):
        wanted |= set(re.findall(r'<alias[^>]* name="([^"&]+)"', path.read_text(encoding="utf-8")))
    for algorithm in qgis.provider.algorithms():
        wanted |= set(texts(algorithm))
    assert wanted - set(strings) - {""} == set()


@pytest.mark.parametrize("table", TABLES, ids=[path.stem for path in TABLES])
def test_names_numbers_and_units_stay(make_translations, table):
    for message in make_translations.read_ts(table):
        lost = set(KEPT.findall(message.source)) - set(KEPT.findall(message.translation))
        assert not lost, f"{lost} of: {message.source}"
        for unit in UNIT.findall(message.source) if len(message.source) < 80 else []:
            assert unit in message.translation, message.source
        holes = (message.source.count("{}"), message.translation.count("{}"))
        assert holes[0] == holes[1], message.source


def test_a_tag_of_html_stays(make_translations):
    for table in TABLES:
        for message in make_translations.read_ts(table):
            tags = re.findall(r"</?[a-z]\w*>", message.source)
            assert tags == re.findall(r"</?[a-z]\w*>", message.translation), message.source


def test_merging_keeps_translations_and_marks_what_vanished(make_translations, tmp_path):
    Message, merge = make_translations.Message, make_translations.merge
    old = [Message("a <b>", "甲 & 乙"), Message("gone", "没了"), Message("never translated")]
    table = tmp_path / "rainshed_zh.ts"

    make_translations.write_ts(table, "zh", merge(["new", "a <b>"], old))
    read = make_translations.read_ts(table)

    assert read == [Message("new"), Message("a <b>", "甲 & 乙"), Message("gone", "没了", True)]
    faults = make_translations.faults(["new", "a <b>", "newer"], read, tmp_path / "rainshed_zh.qm")
    assert [fault.split(":")[0] for fault in faults[:3]] == ["not in the .ts", "no translation", "said nowhere"]
    assert "missing" in faults[3]
    assert merge(["new", "a <b>"], read, drop=True) == read[:2]
    assert merge(["gone"], read)[0] == Message("gone", "没了"), "what comes back has its translation"


def test_translations_come_from_json(make_translations, tmp_path):
    Message = make_translations.Message
    (tmp_path / "a.json").write_text('{"one": "一", "two": "", "lost": "失"}', encoding="utf-8")
    (tmp_path / "b.json").write_text('{"one": "壹"}', encoding="utf-8")
    messages = [Message("one", "old"), Message("two", "二")]

    notes = make_translations.take(tmp_path, ["one", "two"], messages)

    assert messages == [Message("one", "一"), Message("two", "二")]
    assert len(notes) == 2 and "lost" in notes[0] and "'one'" in notes[1]


def test_the_check_sees_another_qm(make_translations, tmp_path):
    """The .qm of the plugin against tables that say something else."""
    compiled = TABLES[0].with_suffix(".qm")
    messages = make_translations.read_ts(TABLES[0])
    live = [message.source for message in messages]
    assert make_translations.count(compiled) == len(messages)

    messages[0].translation += "！"
    assert [fault.split(":")[0] for fault in make_translations.faults(live, messages, compiled)] == ["other in the .qm"]
    fewer = make_translations.faults(live[1:], messages[1:], compiled)
    assert fewer == [f"{compiled.name} holds {len(messages)} messages, not {len(messages) - 1}"]


@pytest.mark.parametrize(
    ("name", "language"),
    [
        *((name, "zh") for name in ("zh", "zh_CN", "zh-Hans", "zh_TW", "zh_Hant_HK", "zh_CN.UTF-8", "ZH_cn")),
        *((name, "") for name in ("en", "en_US", "C", "C.UTF-8", "", "de_DE", "zhx")),
    ],
)
def test_the_language_of_a_locale(qgis, name, language):
    from rainshed.gis.language import language_of

    assert language_of(name) == language


def test_settings_choose_the_locale_where_they_override_the_system(qgis):
    from qgis.core import QgsSettings

    from rainshed.gis.language import language_of, locale

    settings = QgsSettings()
    assert language_of(locale()) == "", "the tests run in English"
    try:
        settings.setValue("locale/userLocale", "zh-Hans")
        settings.setValue("locale/overrideFlag", False)
        assert language_of(locale()) == "", "what is not switched on does not count"
        settings.setValue("locale/overrideFlag", True)
        assert locale() == "zh-Hans"
    finally:
        settings.remove("locale/userLocale")
        settings.remove("locale/overrideFlag")


def test_every_text_of_every_algorithm_is_chinese(qgis, chinese):
    for algorithm in qgis.provider.algorithms():
        there = algorithm.create()
        for text in texts(there):
            assert not text or CHINESE.search(text) or text == "DEM（m）", f"{there.id()}: {text}"
        help_text = there.shortHelpString().partition("<h2>示例</h2>")[0]
        for paragraph in re.findall(r"<(?:p|h2)>(?:<b>\w+</b>: )?(.*?)</(?:p|h2)>", help_text):
            own = paragraph in ("Input parameters", "Outputs")
            assert own or CHINESE.search(paragraph), f"{there.id()}: {paragraph}"  # own: QGIS says it, of a model


def test_names_defaults_and_choices_are_the_same_in_every_language(qgis):
    from rainshed.gis.language import Translation

    algorithms = qgis.provider.algorithms()
    english = [shape(algorithm.create()) for algorithm in algorithms]
    titles = [algorithm.displayName() for algorithm in algorithms]
    translation = Translation("zh")
    try:
        assert [shape(algorithm.create()) for algorithm in algorithms] == english
        assert not set(titles) & {algorithm.displayName() for algorithm in algorithms}
    finally:
        translation.remove()
    assert [algorithm.displayName() for algorithm in algorithms] == titles, "English again once it is removed"


def test_an_algorithm_is_found_by_english_and_chinese_words(qgis, chinese):
    tags = qgis.provider.algorithm("outfallbackwater").create().tags()
    assert {"backwater", "顶托", "排水口顶托"} <= set(tags)
    assert len(set(tags)) == len(tags)


def test_the_provider_says_what_it_is_in_chinese(qgis, chinese):
    assert "城市内涝分析" in qgis.provider.longName() and qgis.provider.name() == "Rainshed"


def test_english_needs_no_translation(qgis):
    from rainshed.gis.language import Translation, tr

    for name in ("en_US", "xx"):
        translation = Translation(name)
        assert tr("Depressions") == "Depressions"
        translation.remove()


def test_a_text_in_a_language_whatever_qgis_speaks(qgis, chinese):
    from rainshed.gis.language import said, tr

    assert tr("Depressions") == said("Depressions", "zh") == "洼地"
    assert said("Depressions", "en") == "Depressions" and said("of no table", "zh") == "of no table"
    assert said("≤ 0.01 m (dry)", "zh") == "≤ 0.01 m（无积水）", "also where the text is not ASCII"


def test_the_chinese_readme_says_what_the_english_one_does():
    """The same sections, commands, tables and algorithms, in the same order."""

    def outline(name: str) -> dict:
        text = (ROOT / name).read_text(encoding="utf-8")
        commands = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
        return {
            "levels": re.findall(r"^(#+) ", text, re.M),
            "commands": [re.sub(r" *#.*", "", block) for block in commands],
            "rows": re.findall(r"^\| (`[^|、,]*?`)", text, re.M),
            "items": len(re.findall(r"^(?:- |\d\. )", text, re.M)),
            "links": sorted(set(re.findall(r"\]\(((?:docs|resources|http)[^)#]*)", text))),
        }

    assert outline("README.zh.md") == outline("README.md")
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.zh.md").read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target
