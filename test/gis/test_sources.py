"""No number of resources/presets without its source and how sure it is, in whatever file and however deep."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

PRESETS = Path(__file__).resolve().parents[2] / "resources" / "presets"
FILES = sorted(PRESETS.rglob("*.json"))


def unsourced(value: object, told: bool = False, path: tuple = ()) -> Iterator[str]:
    """Where the numbers stand that neither they nor anything around them gives a `source` and a `sure`."""
    if isinstance(value, dict):
        told |= all(isinstance(value.get(key), str) and value[key].strip() for key in ("source", "sure"))
        for key, part in value.items():
            yield from unsourced(part, told, (*path, key))
    elif isinstance(value, list):
        for k, part in enumerate(value):
            yield from unsourced(part, told, (*path, k))
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and not told:
        yield "/".join(map(str, path))


def load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_number_has_a_source_and_a_reliability(path):
    assert list(unsourced(load(path))) == []


def test_the_files_are_looked_at():
    assert {"storms.json", "schemes.json", "landcover.json", "findings.json"} <= {path.name for path in FILES}


@pytest.mark.parametrize("lost", ["source", "sure"])
def test_a_value_that_loses_one_is_found(lost):
    about = load(PRESETS / "storms.json")
    about["wuhan"][lost] = " "
    del about["xian"][lost]
    found = list(unsourced(about))
    assert "wuhan/a" in found and "xian/a" in found and not any(name.startswith("shanghai") for name in found)
    assert list(unsourced({"a": [{"b": {"source": "S", "sure": "A", "c": [1]}}, 2, True]})) == ["a/1"]


def test_every_class_of_land_cover_has_its_own():
    for presets in load(PRESETS / "landcover.json").values():
        for name, preset in presets.items():
            for key, said in preset["classes"].items():
                assert said["sure"] in ("A", "B", "unverified") and said["source"].strip(), (name, key)
                assert said["name"] and said["name_zh"], (name, key)
                if "value" in said:
                    low, high = said["range"]
                    assert 0 <= low <= said["value"] == high <= 1, (name, key)
                else:
                    numbers = [said["values"][group] for group in "ABCD"]
                    assert numbers == sorted(numbers) and 30 <= numbers[0] and numbers[-1] <= 100, (name, key)


def test_no_name_of_land_cover_means_two_classes(qgis):
    from rainshed.gis.landcover import cover_presets

    for numbers, kind in ((False, "coefficients"), (True, "curve_numbers")):
        about = load(PRESETS / "landcover.json")[kind]
        assert list(cover_presets(numbers)) == list(about)
        for name, preset in cover_presets(numbers).items():
            for key, said in about[name]["classes"].items():
                for text in (key, said["name"], said["name_zh"], *said["aliases"]):
                    assert preset.find(text).id == key, (name, text)
            assert preset.find("水体").id == preset.find("Water").id == "water"
            assert set(preset.find("water").values.values()) == {100 if numbers else 1}
