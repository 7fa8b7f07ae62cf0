"""Outputs that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rainshed.gis.staging import Staging
from rainshed.hydrology.errors import HydrologyError


def put(path: str, text: str = "new") -> None:
    Path(path).write_text(text)


def everything(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def test_a_file_appears_at_commit_and_not_before(tmp_path):
    final = tmp_path / "out.tif"
    with Staging() as staging:
        place = Path(staging.path(str(final)))
        assert place.name == "out.tif", "formats are told by the name"
        assert place.parent.parent == tmp_path, "beside its place, so that the move is one step"
        put(place)
        assert not final.exists()
        staging.commit()
        assert final.read_text() == "new"
    assert everything(tmp_path) == ["out.tif"]


def test_without_commit_nothing_remains(tmp_path):
    with Staging() as staging:
        put(staging.path(str(tmp_path / "deep" / "er" / "out.tif")))
    assert everything(tmp_path) == []


def test_an_error_leaves_the_old_file(tmp_path):
    final = tmp_path / "out.tif"
    put(final, "old")
    with pytest.raises(KeyError), Staging() as staging:
        put(staging.path(str(final)))
        raise KeyError
    assert final.read_text() == "old"
    assert everything(tmp_path) == ["out.tif"]


def test_what_was_claimed_and_not_written_stops_all(tmp_path):
    one, two = tmp_path / "one.tif", tmp_path / "two.tif"
    put(one, "old")
    put(two, "old")
    with pytest.raises(HydrologyError, match=r"two\.tif"), Staging() as staging:
        put(staging.path(str(one)))
        staging.path(str(two))
        staging.commit()
    assert one.read_text() == two.read_text() == "old"


def test_files_made_beside_an_output_come_along(tmp_path):
    """A shapefile is several files."""
    with Staging() as staging:
        place = Path(staging.path(str(tmp_path / "out.shp")))
        for suffix in (".shp", ".dbf", ".shx", ".prj"):
            put(place.with_suffix(suffix))
        staging.commit()
    assert everything(tmp_path) == ["out.dbf", "out.prj", "out.shp", "out.shx"]


def test_what_readers_derived_from_the_old_file_goes(tmp_path):
    for name in ("out.tif", "out.tif.aux.xml", "out.tif.ovr", "out.tif.msk", "other.tif.aux.xml"):
        put(tmp_path / name, "old")
    with Staging() as staging:
        put(staging.path(str(tmp_path / "out.tif")))
        staging.commit()
    assert everything(tmp_path) == ["other.tif.aux.xml", "out.tif"]


def test_folders_are_made_and_kept_only_on_success(tmp_path):
    with Staging() as staging:
        put(staging.path(str(tmp_path / "a" / "b" / "out.tif")))
        staging.commit()
    assert everything(tmp_path) == ["a", "a/b", "a/b/out.tif"]


def test_a_folder_made_in_passing_stays_if_somebody_used_it(tmp_path):
    with Staging() as staging:
        put(staging.path(str(tmp_path / "a" / "b" / "out.tif")))
        put(tmp_path / "a" / "note.txt")
    assert everything(tmp_path) == ["a", "a/note.txt"]


def test_outputs_in_several_folders(tmp_path):
    with Staging() as staging:
        for name in ("a/one.tif", "b/two.tif", "a/three.tif"):
            put(staging.path(str(tmp_path / name)), name)
        assert len(staging.folders) == 2
        staging.commit()
    assert everything(tmp_path) == ["a", "a/one.tif", "a/three.tif", "b", "b/two.tif"]


def test_a_file_that_must_know_where_it_stands(tmp_path):
    final = tmp_path / "project.qgz"
    with Staging() as staging:
        place = Path(staging.beside(str(final)))
        assert place.parent == tmp_path and place.suffix == ".qgz" and place != final
        put(place)
        staging.commit()
    assert everything(tmp_path) == ["project.qgz"]
    with Staging() as staging:
        put(staging.beside(str(tmp_path / "other.qgz")))
    assert everything(tmp_path) == ["project.qgz"]


def test_a_message_names_places_as_the_user_knows_them(tmp_path):
    with Staging() as staging:
        one, two = staging.path(str(tmp_path / "one.tif")), staging.beside(str(tmp_path / "p.qgz"))
        texts = [f"Cannot write {one}.", f"The project {two} could not be written."]
        wanted = [f"Cannot write {tmp_path}/one.tif.", f"The project {tmp_path}/p.qgz could not be written."]
        assert [staging.told(text) for text in texts] == wanted
    assert [staging.told(text) for text in texts] == wanted, "at the end of a run too"


def test_a_folder_of_the_output_s_name(tmp_path):
    (tmp_path / "out.tif").mkdir()
    with pytest.raises(HydrologyError, match=r"out\.tif.*folder"), Staging() as staging:
        staging.path(str(tmp_path / "out.tif"))


def test_a_place_below_a_file_cannot_be_written(tmp_path):
    put(tmp_path / "file")
    with pytest.raises(HydrologyError, match="Cannot write into the folder"), Staging() as staging:
        staging.path(str(tmp_path / "file" / "out.tif"))
    assert everything(tmp_path) == ["file"]


def test_half_a_commit_says_what_failed(tmp_path, monkeypatch):
    def refuse(source, target):
        raise OSError(28, "No space left on device", str(source), None, str(target))

    with pytest.raises(HydrologyError, match="No space left on device"), Staging() as staging:
        put(staging.path(str(tmp_path / "out.tif")))
        monkeypatch.setattr(os, "replace", refuse)
        staging.commit()
    assert everything(tmp_path) == []
