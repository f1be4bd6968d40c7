"""Backups: what was written comes back, and what is hostile or broken changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.storage import backup, changeover
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.backup import (
    delete_everything,
    free,
    left_out,
    put_in_place,
    suggested_name,
    unpacked,
    write_backup,
)
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Settings and data in folders of their own, with something of everything."""
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")
    fill(paths, days=5, volume=35)
    return paths


def fill(paths: Paths, days: int, volume: int) -> None:
    with HistoryStore.open(paths.database) as store:
        store.set_goal(Goal(date(2026, 11, 23), days))
    paths.config.mkdir(exist_ok=True)
    paths.settings.write_text(f"[sound]\nvolume = {volume}\n")
    for name in ("routines/mine.toml", "exercises/own/exercise.toml", "exercises/.deleted/old/step-1.png"):
        path = paths.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(volume))


def listing(paths: Paths) -> dict[str, bytes]:
    root = paths.data.parent
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def restore(file: Path, paths: Paths) -> Path | None:
    """As the program does: what is here is backed up first. Gives the folder of what is in no backup."""
    kept = free(paths.data / backup.FOLDER / "before.zip")
    with unpacked(file, paths) as folder:
        kept.parent.mkdir(exist_ok=True)
        write_backup(paths, kept)
        return put_in_place(folder, paths, kept)


def goal(paths: Paths) -> int:
    with HistoryStore.open_to_read(paths.database) as store:
        return store.goals()[-1].days


def test_what_was_backed_up_comes_back(paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / suggested_name(NOON)
    assert file.name == "hamstring-2026-11-23-1200.zip"
    with HistoryStore.open(paths.database):
        write_backup(paths, file)
    before = listing(paths)
    fill(paths, days=2, volume=90)
    (paths.routines / "later.toml").write_text("x")
    assert restore(file, paths) is None
    assert goal(paths) == 5
    (paths.data / backup.FOLDER / "before.zip").unlink()
    after = listing(paths)
    assert after.keys() - {"data/history.sqlite3"} == before.keys() - {"data/history.sqlite3"}
    assert {name: data for name, data in after.items() if "history" not in name} == {
        name: data for name, data in before.items() if "history" not in name
    }


def test_an_empty_program_can_be_backed_up_and_restored(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "new")
    file = tmp_path / "b.zip"
    write_backup(paths, file)
    assert not paths.data.exists()
    fill(paths, 5, 35)
    restore(file, paths)
    with HistoryStore.open_to_read(paths.database) as store:
        assert store.goals() == ()
    assert not paths.settings.exists()
    assert not paths.routines.exists()


def test_a_backup_is_written_whole_or_not_at_all(paths: Paths, tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "b.zip"
    file.write_text("older")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.ZipFile, "write", full)
    with pytest.raises(StorageError, match=r"b\.zip: the backup can't be written: No space left"):
        write_backup(paths, file)
    assert file.read_text() == "older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "config", "data"]


def good(paths: Paths, tmp_path: Path) -> dict[str, bytes]:
    write_backup(paths, tmp_path / "good.zip")
    with zipfile.ZipFile(tmp_path / "good.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(file: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file


def database(tmp_path: Path, *statements: str, of: bytes = b"") -> bytes:
    file = tmp_path / "made.sqlite3"
    file.write_bytes(of)
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return file.read_bytes()


HOSTILE: dict[str, tuple[Callable[[dict[str, bytes], Path], dict[str, bytes]], str]] = {
    "up": (lambda good, _: good | {"../evil": b""}, "no name of a file that belongs"),
    "up in a folder": (lambda good, _: good | {"exercises/../../evil": b""}, "no name"),
    "backslash": (lambda good, _: good | {"exercises\\..\\evil": b""}, "no name"),
    "absolute": (lambda good, _: good | {"/etc/evil": b""}, "no name"),
    "drive": (lambda good, _: good | {"C:evil": b""}, "no name"),
    "folder": (lambda good, _: good | {"routines/": b""}, "no name"),
    "hidden": (lambda good, _: good | {"routines/.mine.toml": b""}, "no name"),
    "line break": (lambda good, _: good | {"routines/a\n.toml": b""}, "no name"),
    "foreign": (lambda good, _: good | {"notes.txt": b""}, "no name"),
    "twice": (lambda good, _: good | {"routines/MINE.toml": b""}, "is there twice"),
    "no history": (lambda good, _: {"settings.toml": b""}, "it holds no history.sqlite3"),
    "nothing": (lambda good, _: {}, "this is not a backup of Hamstring"),
    "zeros": (lambda good, _: good | {"exercises/own/big": bytes(5_000_000)}, "grows too large"),
    "no database": (lambda good, _: good | {"history.sqlite3": b"hello" * 500}, "not a Hamstring history"),
    "cut off": (lambda good, _: good | {"history.sqlite3": good["history.sqlite3"][:9000]}, "history.sqlite3"),
    "another's": (
        lambda good, there: good | {"history.sqlite3": database(there, "CREATE TABLE t (x)")},
        "another program's database",
    ),
    "newer": (
        lambda good, there: (
            good | {"history.sqlite3": database(there, "PRAGMA user_version = 999", of=good["history.sqlite3"])}
        ),
        "from a newer program",
    ),
    "a trigger": (
        lambda good, there: (
            good
            | {
                "history.sqlite3": database(
                    there,
                    "CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM session; END",
                    of=good["history.sqlite3"],
                )
            }
        ),
        "not a history as Hamstring makes it",
    ),
    "a goal of words": (
        lambda good, there: (
            good | {"history.sqlite3": database(there, "UPDATE goal SET since = 'soon'", of=good["history.sqlite3"])}
        ),
        "history.sqlite3",
    ),
    "settings": (lambda good, _: good | {"settings.toml": b"[["}, "settings.toml: this is not TOML"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_hostile_or_broken_is_refused_and_changes_nothing(paths: Paths, tmp_path: Path, case: str) -> None:
    make, reason = HOSTILE[case]
    there = tmp_path.parent / f"{tmp_path.name}-scratch"
    there.mkdir()
    file = packed(there / "b.zip", make(good(paths, there), there))
    before = listing(paths)
    with pytest.raises(StorageError) as refused:
        restore(file, paths)
    assert str(refused.value).startswith(f"{file}: ")
    assert reason in str(refused.value)
    assert ".restoring-" not in str(refused.value)
    assert listing(paths) == before
    shutil.rmtree(there)


@pytest.mark.parametrize("raw", [b"", b"hello", b"PK\5\6" + bytes(18), b"PK\3\4" * 40])
def test_what_is_no_zip_is_refused(paths: Paths, tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "b.zip"
    file.write_bytes(raw)
    with pytest.raises(StorageError, match="not a backup of Hamstring"):
        restore(file, paths)
    assert goal(paths) == 5


def test_a_link_and_a_locked_entry_are_refused(paths: Paths, tmp_path: Path) -> None:
    entries = good(paths, tmp_path)
    link = zipfile.ZipInfo("routines/link.toml")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    file = packed(tmp_path / "link.zip", entries)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(StorageError, match="is a link"):
        restore(file, paths)
    file = packed(tmp_path / "locked.zip", entries)
    raw = bytearray(file.read_bytes())
    raw[raw.index(b"PK\1\2") + 8] |= 1
    file.write_bytes(raw)
    with pytest.raises(StorageError, match="is locked with a password"):
        restore(file, paths)


def test_a_missing_file_and_a_folder_are_told(paths: Paths, tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.zip", "No such file"), (tmp_path, "this is not a file")):
        with pytest.raises(StorageError, match=reason):
            restore(path, paths)


def test_an_exchange_that_fails_half_way_is_taken_back(paths: Paths, tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "b.zip"
    write_backup(paths, file)
    fill(paths, days=2, volume=90)
    before = listing(paths)
    real, left = os.rename, [0]

    def full(*where: Path) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(28, "No space left on device")
        real(*where)

    monkeypatch.setattr(changeover.os, "rename", full)
    for number in range(1, 8):
        left[0] = number
        with pytest.raises(StorageError, match="nothing was changed: No space left"):
            restore(file, paths)
        shutil.rmtree(paths.data / backup.FOLDER)
        assert listing(paths) == before
    assert goal(paths) == 2


def test_delete_everything_leaves_nothing_of_the_user(paths: Paths) -> None:
    (paths.data / backup.FOLDER).mkdir()
    (paths.data / backup.FOLDER / "before.zip").write_text("x")
    paths.settings.with_name("settings.toml.broken-1").write_text("x")
    paths.kept_tables.parent.mkdir()
    paths.kept_tables.write_text("what own exercises say")
    (paths.data / "a friend's file").write_text("stays")
    delete_everything(paths)
    assert listing(paths) == {"data/a friend's file": b"stays"}


def test_what_goes_into_no_backup_is_kept_aside(paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    write_backup(paths, file)
    odd = {
        "exercises/.hidden": b"1",
        "exercises/own/.kept-1/exercise.toml": b"2",
        "exercises/own/deep/er/picture.png": b"3",
        "routines/notes.txt": b"4",
        "routines/.mine.toml.kept-1": b"5",
    }
    for name, data in odd.items():
        (paths.data / name).parent.mkdir(parents=True, exist_ok=True)
        (paths.data / name).write_bytes(data)
    (tmp_path / "elsewhere.toml").write_text("linked")
    (paths.routines / "linked.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert {path.relative_to(paths.data).as_posix() for path in left_out(paths)} == {*odd, "routines/linked.toml"}
    aside = restore(file, paths)
    assert aside is not None
    assert {name: (aside / name).read_bytes() for name in odd} == odd
    assert (aside / "routines/linked.toml").is_symlink()
    assert sorted(path.name for path in aside.rglob("*") if path.is_file()) == sorted(
        [*(Path(name).name for name in odd), "linked.toml"]
    ), "what the safety copy holds is not kept twice"
    assert left_out(paths) == ()


def test_settings_that_are_a_link_stay_one_aside(paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    write_backup(paths, file)
    elsewhere = tmp_path / "dotfiles.toml"
    paths.settings.rename(elsewhere)
    paths.settings.symlink_to(elsewhere)
    aside = restore(file, paths)
    assert aside is not None
    assert (aside / "settings.toml").is_symlink()
    assert paths.settings.read_text() == elsewhere.read_text()
    assert not paths.settings.is_symlink()


@pytest.mark.usefixtures("impatient")
def test_only_one_program_restores_at_a_time(paths: Paths, tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    file = tmp_path / "b.zip"
    write_backup(paths, file)
    before = listing(paths)
    with alone(paths.data), pytest.raises(StorageError, match="another program is restoring"):
        restore(file, paths)
    assert listing(paths) == before
