"""What is written never takes the place of the history or another file of our own, by whatever name it goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hamstring_gui.storage.endings import OF_FORMATS, contradicts
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_files import why_not
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import replacing

ITSELF, OURS, NOTHING = "this is the history itself", "this belongs to Hamstring itself", ""


@pytest.fixture(params=["apart", "together"])
def paths(request: pytest.FixtureRequest, tmp_path: Path) -> Paths:
    """Data and settings in folders of their own, or all in one."""
    apart = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "state" / "log")
    paths = apart if request.param == "apart" else Paths.under(tmp_path / "data")
    picture, notes = paths.exercises / "own-a" / "picture.png", paths.data / "notes.txt"
    routine, backup = paths.routines / "mine.toml", paths.backups / "b.zip"
    for file in (paths.database, paths.settings, routine, picture, backup, paths.log_file, notes):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("kept")
    return paths


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("data/history.sqlite3", ITSELF),
        ("data/history.sqlite3-wal", ITSELF),
        ("data/history.sqlite3-shm", ITSELF),
        ("data/routines/../history.sqlite3", ITSELF),
        ("data/./../data/history.sqlite3", ITSELF),
        ("data/HISTORY.SQLITE3", ITSELF),
        ("data/Settings.toml.broken-1", OURS),
        ("data/routines/mine.toml", OURS),
        ("data/routines/new.toml", OURS),
        ("data/exercises/own-a/picture.png", OURS),
        ("data/exercises/own-a/deep/er.json", OURS),
        ("data/cache/tables.json", OURS),
        ("data/.open", OURS),
        ("data/.changeover.json", OURS),
        ("data/backups/b.zip", OURS),
        ("data/backups/mine.zip", NOTHING),
        ("data/notes.txt", NOTHING),
        ("data/out.json", NOTHING),
        ("elsewhere/history.sqlite3", NOTHING),
        ("elsewhere/routines/mine.toml", NOTHING),
        ("out.json", NOTHING),
    ],
)
def test_by_its_name(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str) -> None:
    monkeypatch.chdir(tmp_path)
    for path in (Path(name), tmp_path / name):
        said = why_not(path, paths)
        assert said.startswith(f"{path}: {why}") if why else said == ""


def test_settings_and_logs_wherever_they_are(paths: Paths) -> None:
    assert [OURS in why_not(path, paths) for path in (paths.settings, paths.log_file, paths.logs / "new.pdf")] == [
        True, True, True,
    ]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="links are another matter there")
def test_by_links_of_both_kinds(paths: Paths, tmp_path: Path) -> None:
    hard, soft, folder, dangling = (tmp_path / name for name in ("hard.json", "soft.json", "folder", "dangling"))
    os.link(paths.database, hard)
    soft.symlink_to(paths.database)
    folder.symlink_to(paths.data)
    dangling.symlink_to(paths.routines / "new.toml")
    os.link(paths.routines / "mine.toml", tmp_path / "mine.json")
    for path in (hard, soft, folder / "history.sqlite3"):
        assert ITSELF in why_not(path, paths)
    for path in (dangling, folder / "routines" / "mine.toml", tmp_path / "mine.json"):
        assert OURS in why_not(path, paths)
    os.link(paths.data / "notes.txt", tmp_path / "notes.json")
    assert why_not(tmp_path / "soft.json.new", paths) == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="links are another matter there")
def test_folders_and_settings_that_are_links_themselves(paths: Paths, tmp_path: Path) -> None:
    away = tmp_path / "dotfiles"
    away.mkdir()
    paths.routines.rename(away / "routines")
    paths.routines.symlink_to(away / "routines")
    paths.settings.rename(away / "hamstring.toml")
    paths.settings.symlink_to(away / "hamstring.toml")
    for path in (away / "routines" / "mine.toml", away / "hamstring.toml"):
        assert OURS in why_not(path, paths)
    assert why_not(away / "other.toml", paths) == ""


def test_a_name_that_can_be_none_is_left_to_who_writes(paths: Paths) -> None:
    assert why_not(Path("a\0b"), paths) == ""


def test_no_history_at_all_is_written_over(tmp_path: Path) -> None:
    """Also where nobody knows whose it is: it says what it is."""
    elsewhere = tmp_path / "another.json"
    HistoryStore.open(elsewhere).close()
    before = elsewhere.read_bytes()
    with pytest.raises(FileExistsError, match="this is a history of Hamstring"), replacing(elsewhere):
        pass
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize(
    ("form", "name", "wrong"),
    [
        ("pdf", "weeks.pdf", False),
        ("pdf", "weeks.PDF", False),
        ("pdf", "weeks", False),
        ("pdf", "weeks.of.mine", False),
        ("pdf", "weeks.xlsx", True),
        ("csv", "weeks.ods", True),
        ("json", "b.zip", True),
        ("json", "mine.toml", True),
        ("picture", "chart.svg", False),
        ("picture", "chart.jpg", True),
        ("csv", "chart.png", True),
    ],
)
def test_what_a_file_is_called_fits_what_is_in_it(form: str, name: str, wrong: bool) -> None:
    assert contradicts(form, name) is wrong
    assert not contradicts(form, f"a.{OF_FORMATS[form][0]}")
