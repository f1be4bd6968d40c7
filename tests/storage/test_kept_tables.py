"""Tables that are kept from one start to the next: right whatever happens to the files, harmless whatever they hold."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from hamstring_gui.storage import kept_tables, shelf
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.kept_tables import KeptTables
from hamstring_gui.storage.paths import Paths, assets_dir
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.storage.shelf import Shelf

BUILT_IN = assets_dir() / "exercises" / "glute-bridge.toml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "one.toml"
    file.write_text('name = "One"\n')
    return file


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "tables.json"


def read(kept: Path, *files: Path) -> tuple[list[object], bool]:
    """What a start reads, and whether something kept helped."""
    tables = KeptTables(kept)
    found: list[object] = [tables.read(file)["name"] for file in files]
    tables.save()
    return found, tables.helped


def test_a_file_is_read_once(file: Path, kept: Path) -> None:
    assert read(kept, file) == (["One"], False)
    assert read(kept, file) == (["One"], True)


@pytest.mark.parametrize("change", ["longer", "later", "replaced"])
def test_a_file_that_was_changed_is_read_again(change: str, file: Path, kept: Path) -> None:
    read(kept, file)
    before = file.stat()
    if change == "replaced":
        file.with_suffix(".new").write_text('name = "Two"\n')
        file.with_suffix(".new").replace(file)
    else:
        file.write_text('name = "Two"\n' + ("# more\n" if change == "longer" else ""))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + (change == "later")))
    assert read(kept, file) == (["Two"], False)
    assert read(kept, file) == (["Two"], True)


def test_what_is_there_no_more_is_kept_no_more(file: Path, kept: Path) -> None:
    other = file.with_name("two.toml")
    other.write_text('name = "Two"\n')
    read(kept, file, other)
    assert str(other) in kept.read_text()
    read(kept, file)
    assert str(other) not in kept.read_text()
    file.unlink()
    with pytest.raises(StorageError, match="there is no such file"):
        KeptTables(kept).read(file)


def test_a_file_that_json_can_not_hold_does_not_keep_the_others_out(file: Path, kept: Path) -> None:
    dated = file.with_name("dated.toml")
    dated.write_text('name = "Dated"\nsince = 2026-01-02\nodd = nan\n')
    read(kept, dated, file)
    assert read(kept, file, dated) == (["One", "Dated"], True)
    assert str(dated) not in kept.read_text()


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '{"form": 1}', '{"form": 1, "files": []}', '{"form": 0, "files": {}}', "[" * 100_000,
        '{"form": 1, "files": {FILE: null}}', '{"form": 1, "files": {FILE: [STAMP]}}', "\udcff",
        '{"form": 1, "files": {FILE: [STAMP, ["name"]]}}', '{"form": 1, "files": {FILE: [STAMP, {}, {}]}}',
    ],
)  # fmt: skip
def test_whatever_is_kept_is_harmless(text: str, file: Path, kept: Path) -> None:
    stamp = json.dumps(kept_tables._stamp(file))
    kept.parent.mkdir()
    text = text.replace("FILE", json.dumps(str(file))).replace("STAMP", stamp)
    kept.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read(kept, file) == (["One"], False)
    assert read(kept, file) == (["One"], True)


def test_where_nothing_can_be_kept_all_is_read(file: Path, tmp_path: Path) -> None:
    for kept in (tmp_path / "not" / "there" / "tables.json", file / "tables.json"):
        assert read(kept, file) == read(kept, file) == (["One"], False)
    assert not (tmp_path / "not").exists(), "the data folder is made by the history, for this user alone"


def start(paths: Paths) -> Shelf:
    """What a start reads, and keeps."""
    read = shelf.read_shelf(paths)
    read.tables.save()
    return read


# -- the shelf ---------------------------------------------------------------------------------------------------------
def test_a_second_start_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths.under(tmp_path)
    own = paths.exercises / "own-bridge"
    own.mkdir(parents=True)
    shutil.copy(BUILT_IN, own / "exercise.toml")
    shutil.copytree(own, paths.exercises / ".deleted" / "own-gone")
    first = start(paths)
    for module in (kept_tables, shelf):
        monkeypatch.setattr(module, "read_toml", lambda path: pytest.fail(f"{path} was parsed"))
    again = start(paths)
    assert (again.exercises, again.built_in, again.problems) == (first.exercises, first.built_in, ())
    assert again.exercises["own-bridge"].own
    assert again.kinds["own-gone"] == again.kinds["own-bridge"] == ("strength", "glutes")


@pytest.mark.parametrize("wrong", [{}, {"name": None}, {"name": "A", "poses": [[]]}])
def test_the_files_have_the_last_word(wrong: dict[str, object], tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    exercises = start(paths).exercises
    kept = json.loads(paths.kept_tables.read_text())
    kept["files"][str(BUILT_IN)][1] = wrong
    paths.kept_tables.write_text(json.dumps(kept))
    assert start(paths).exercises == exercises


def test_what_is_wrong_with_a_file_is_said_at_every_start(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    (paths.exercises / "own-broken").mkdir(parents=True)
    (paths.exercises / "own-broken" / "exercise.toml").write_text('name = "Broken"\n')
    first, again = start(paths), start(paths)
    assert len(first.problems) == 1
    assert first.problems == again.problems


def test_settings_are_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths.under(tmp_path)
    paths.settings.write_text("[sound]\nvolume = 33\n")
    tables = start(paths).tables
    assert SettingsStore(paths.settings).load(tables.read)[0].volume == 33
    tables.save()
    monkeypatch.setattr(kept_tables, "read_toml", lambda path: pytest.fail(f"{path} was parsed"))
    assert SettingsStore(paths.settings).load(shelf.read_shelf(paths).tables.read)[0].volume == 33


def test_the_settings_file_has_the_last_word(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    paths.settings.write_text("[sound]\nvolume = 33\n")
    found, problems = SettingsStore(paths.settings).load(lambda path: {"sound": {"volume": "loud"}})
    assert (found.volume, problems) == (33, ())
