"""The documentation: complete for every algorithm, made from the present help, and without dead links."""

from __future__ import annotations

import configparser
import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HELP = sorted((ROOT / "resources" / "help").glob("*.json"))
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
KEYS = ["summary", "text", "parameters", "outputs", "limits", "method", "example"]
LARGEST_PICTURE = 500_000  # bytes


def load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def make_docs():
    """scripts/make_docs.py as a module."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_algorithm_page_is_up_to_date(make_docs):
    assert make_docs.PAGE.read_text(encoding="utf-8") == make_docs.render(), "run scripts/make_docs.py"


def test_the_page_of_findings_is_up_to_date(make_docs):
    """So every code has its sentence there on what to do."""
    assert make_docs.FINDINGS.read_text(encoding="utf-8") == make_docs.findings(), "run scripts/make_docs.py"


def test_the_page_holds_the_registered_algorithms(make_docs, qgis):
    registered = [(a.name(), a.displayName(), a.group()) for a in qgis.tools()]
    titles = make_docs.groups()
    page = [(a["NAME"], a["TITLE"], titles[a["GROUP"]]) for a in make_docs.algorithms()]
    assert sorted(page) == sorted(registered)
    assert sorted(name for name, _, _ in registered) == [path.stem for path in HELP]


def test_every_parameter_and_output_has_help(qgis):
    for algorithm in qgis.tools():
        about = load(ROOT / "resources" / "help" / f"{algorithm.name()}.json")
        inputs = [p.name() for p in algorithm.parameterDefinitions() if not p.isDestination()]
        outputs = [p.name() for p in algorithm.destinationParameterDefinitions()]
        outputs += [o.name() for o in algorithm.outputDefinitions() if o.name() not in outputs]
        assert sorted(about["parameters"]) == sorted(inputs), algorithm.name()
        assert sorted(about["outputs"]) == sorted(outputs), algorithm.name()
        for definition in algorithm.parameterDefinitions():
            assert definition.help(), f"{algorithm.name()} {definition.name()}"


def test_every_published_field_is_described(make_docs, qgis):
    from rainshed.gis import checks, controlline, coping, findings, gaps, ponding, products, storm

    published = {
        ("depressions", "OUTPUT"): products.DEPRESSION_FIELDS,
        ("depressions", "OUTPUT_POUR_POINTS"): products.POUR_POINT_FIELDS,
        ("depressions", "OUTPUT_CURVES"): products.CURVE_FIELDS,
        ("flowpaths", "OUTPUT"): products.PATH_FIELDS,
        ("tracedownstream", "OUTPUT"): products.TRACE_FIELDS,
        ("upstreamarea", "OUTPUT"): products.UPSTREAM_FIELDS,
        ("drainagezones", "OUTPUT"): products.ZONE_FIELDS,
        ("drainagezones", "OUTPUT_INTERCEPTION"): products.INTERCEPTION_FIELDS,
        ("checkinputs", "OUTPUT"): findings.FINDING_FIELDS,
        ("networkcheck", "OUTPUT"): findings.FINDING_FIELDS,
        ("networkcheck", "OUTPUT_PIPES"): checks.PIPE_FIELDS,
        ("networkgaps", "OUTPUT"): gaps.GAP_FIELDS,
        ("inundation", "OUTPUT_PONDS"): products.POND_FIELDS,
        ("designstorm", "OUTPUT"): storm.STORM_FIELDS,
        ("riskmap", "OUTPUT_ZONES"): products.RISK_ZONE_FIELDS,
        ("controlline", "OUTPUT"): controlline.CONTROL_FIELDS,
        ("controlline", "OUTPUT_LINE"): controlline.CONTROL_FIELDS,
        ("copingrain", "OUTPUT"): coping.COPING_FIELDS,
        ("pondingpoints", "OUTPUT"): ponding.PONDING_FIELDS,
        ("pondingpoints", "OUTPUT_RECORDED"): ponding.RECORDED_FIELDS,
        ("assess", "OUTPUT_PATHS"): products.PATH_FIELDS,
        ("assess", "OUTPUT_ZONES"): products.ZONE_FIELDS,
        ("assess", "OUTPUT_DEPRESSIONS"): products.DEPRESSION_FIELDS,
        ("assess", "OUTPUT_RISK_ZONES"): products.RISK_ZONE_FIELDS,
    }
    for (name, output), fields in published.items():
        _, described = make_docs.split_fields(make_docs.help_of(name)["outputs"][output])
        assert [field for field, _ in described] == [field for field, _ in fields], f"{name} {output}"
        assert all(meaning for _, meaning in described), f"{name} {output}"


@pytest.mark.parametrize("path", HELP, ids=lambda path: path.stem)
def test_the_help_is_well_formed(path):
    about = load(path)
    assert list(about) == KEYS
    summary = about["summary"]
    assert re.fullmatch(r"[A-Z][a-z]*s [^<>]*\.", summary), summary
    assert not summary.startswith("This algorithm")
    texts = [
        *about["text"],
        *about["parameters"].values(),
        *about["outputs"].values(),
        about["limits"],
        about["method"],
    ]
    for text in texts:
        assert text == text.strip() and text.endswith("."), text
        assert not set(text) & set("<>&"), f"would be read as HTML: {text}"


def test_examples_name_real_parameters_and_options(qgis):
    for algorithm in qgis.tools():
        command = load(ROOT / "resources" / "help" / f"{algorithm.name()}.json")["example"]
        assert command.startswith(f"qgis_process run {algorithm.id()} -- ")
        given = dict(re.findall(r"([A-Z][A-Z_0-9]*)=(\"[^\"]*\"|\S+)", command))
        known = {p.name(): p for p in algorithm.parameterDefinitions()}
        assert set(given) <= set(known)
        for name, definition in known.items():
            if not definition.flags() & definition.Flag.FlagOptional and definition.defaultValue() is None:
                assert name in given, f"{algorithm.name()}: the example lacks {name}"
            if name in given and definition.type() == "enum":
                assert given[name] in definition.options()


def links(page: Path) -> list[str]:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", text)


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_are_there(page):
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        place, _, anchor = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link
        if target.suffix == ".png":
            assert target.stat().st_size < LARGEST_PICTURE, link


def test_the_readme_opens_with_what_it_is_the_map_and_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    opening = text[: text.index("\n## ")]
    assert "docs/images/map.png" in opening and "make demo" in opening and "make test" in opening
    for target in set(re.findall(r"\bmake ([a-z]+)\b", " ".join(re.findall(r"`+[^`]*`+", text)))):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), target
    for path in HELP:
        assert f"`{path.stem}`" in text, f"README.md does not list {path.stem}"


def test_the_changelog_has_the_present_version():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    version = metadata["general"]["version"]
    assert re.search(
        rf"^## \[{re.escape(version)}\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
