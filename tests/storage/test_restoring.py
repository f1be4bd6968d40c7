"""Restoring from beginning to end: counted, taken back, with what is broken here and in the backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage import restoring
from hamstring_gui.storage.backup import suggested_name, unpacked, write_backup
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.own_exercises import OwnExercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.pictures import Picture
from hamstring_gui.storage.restoring import Contents, here, look, mark_of, restore
from tests.storage.making import listing, own_exercise, photo, png_that_claims, svg

NOON = datetime(2026, 11, 23, 12)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")


@pytest.fixture
def backed_up(paths: Paths, session: Callable[..., SessionRecord], tmp_path: Path) -> Path:
    """A backup of two sessions; since then there is a third one, and a routine."""
    with HistoryStore.open(paths.database) as store:
        store.put_all([session("one", holds=1), session("two", days=1, holds=1)])
        write_backup(paths, file := tmp_path / "b.zip")
        store.put_session(session("three", days=2, holds=1))
    (paths.routines).mkdir()
    (paths.routines / "mine.toml").write_text("mine")
    return file


def test_it_is_counted_taken_there_and_taken_back(backed_up: Path, paths: Paths) -> None:
    assert (look(backed_up, paths), here(paths)) == (Contents(2, 0, 0, False), Contents(3, 0, 1, False))
    done = restore(backed_up, paths, NOON)
    assert (here(paths), done.now, done.whole, done.aside) == (look(backed_up, paths), here(paths), True, None)
    again = restore(done.before, paths, NOON)
    assert here(paths) == Contents(3, 0, 1, False)
    restore(again.before, paths, NOON)
    assert here(paths) == Contents(2, 0, 0, False)


@pytest.mark.parametrize("raw", [b"", b"Dear diary, today I stretched.\n" * 100], ids=["empty", "no database"])
def test_a_history_that_can_not_be_read_gives_way_and_is_kept_as_it_is(
    backed_up: Path, paths: Paths, raw: bytes
) -> None:
    paths.database.write_bytes(raw)
    done = restore(backed_up, paths, NOON)
    assert here(paths).sessions == 2
    assert done.whole is (not raw)
    if raw:
        assert done.aside is not None
        assert (done.aside / "history.sqlite3").read_bytes() == raw


def test_a_row_that_does_not_fit_comes_back_with_what_was_here_and_from_nowhere_else(
    backed_up: Path, paths: Paths, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE hold SET held_s = 'long' WHERE session = 'one'")
        connection.execute("INSERT INTO goal VALUES ('soon', 99)")
    done = restore(backed_up, paths, NOON)
    elsewhere = tmp_path / "mine.zip"
    elsewhere.write_bytes(done.before.read_bytes())
    with pytest.raises(StorageError, match=r"mine\.zip: history\.sqlite3: .*(CHECK constraint|can't be read)"):
        restore(elsewhere, paths, NOON)
    restore(done.before, paths, NOON)
    with closing(sqlite3.connect(paths.database)) as connection:
        assert connection.execute("SELECT days FROM goal").fetchall() == [(99,)]


def test_where_no_safety_copy_can_be_made_nothing_changes(backed_up: Path, paths: Paths) -> None:
    paths.backups.write_text("no folder")
    before = listing(paths.data)
    with pytest.raises(StorageError, match="backups: nothing was changed"):
        restore(backed_up, paths, NOON)
    assert listing(paths.data) == before


# -- pictures ----------------------------------------------------------------------------------------------------------
def with_picture(paths: Paths, name: str, data: bytes) -> None:
    """An exercise of one's own that shows a picture of this name and these bytes, as they may lie on a disk."""
    own = OwnExercises(paths.exercises)
    stored: Exercise = own.add(own_exercise("Towel", name), {name: Picture(photo(), ".jpg")})
    folder = paths.exercises / stored.id
    text = (folder / "exercise.toml").read_text()
    (folder / "exercise.toml").write_text(text.replace(Path(stored.pictures[0]).name, name))
    (folder / name).write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("picture.png", photo(kind="PNG"), ""),
        pytest.param("picture.jpg", photo(), "", marks=pytest.mark.nightly),
        pytest.param("picture.webp", photo(kind="WEBP"), "", marks=pytest.mark.nightly),
        pytest.param("picture.png", photo(), "", marks=pytest.mark.nightly),
        pytest.param("picture.png", b"", "this file is empty", marks=pytest.mark.nightly),
        ("picture.png", b"hello", "this is not a PNG, JPEG, WebP or SVG picture"),
        pytest.param(
            "picture.png", photo(kind="GIF"), "this is not a PNG, JPEG, WebP or SVG picture", marks=pytest.mark.nightly
        ),
        ("picture.png", png_that_claims(60000, 60000), "this picture is too large"),
        ("picture.png", photo(kind="PNG")[:-30], "this picture is damaged"),
        ("picture.png", svg(), "an SVG can't be taken in here"),
        ("picture.svg", svg(), ""),
    ],
    ids=str.split("png jpeg webp another-ending empty no-picture gif huge cut-off svg-as-png old-drawing"),
)
def test_pictures_of_a_backup_are_read_as_on_import(
    paths: Paths, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    with_picture(paths, name, data)
    write_backup(paths, file := tmp_path / "b.zip")
    before = listing(paths.data)
    if why:
        with pytest.raises(StorageError, match=rf"b\.zip: exercises/own-towel/{name}: {why}"), unpacked(file, paths):
            pass
    else:
        restore(file, paths, NOON)
        assert (paths.exercises / "own-towel" / name).read_bytes() == data
    after = listing(paths.data)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("folder", ["own-towel", "Own Towel"])
def test_pictures_of_an_exercise_that_can_not_be_read_are_looked_at(paths: Paths, tmp_path: Path, folder: str) -> None:
    """Once it is mended, it shows them."""
    with_picture(paths, "picture.png", png_that_claims(60000, 60000))
    (paths.exercises / "own-towel" / "exercise.toml").write_text("name = ")
    (paths.exercises / "own-towel").rename(paths.exercises / folder)
    write_backup(paths, file := tmp_path / "b.zip")
    with pytest.raises(StorageError, match=rf"b\.zip: exercises/{folder}/picture\.png: this picture is too large"):
        look(file, paths)


def test_more_pixels_than_are_read_of_one_file_are_refused_before_any_is(paths: Paths, tmp_path: Path) -> None:
    """As many pictures as are stored here may be there."""
    with_picture(paths, "picture.png", png_that_claims(4000, 6000))
    folder = paths.exercises / "own-towel"
    text = (folder / "exercise.toml").read_text()
    for n in range(60):
        (paths.exercises / f"own-{n}").mkdir()
        (paths.exercises / f"own-{n}" / "exercise.toml").write_text(text)
        (paths.exercises / f"own-{n}" / "picture.png").write_bytes(png_that_claims(1600, 1600))
    write_backup(paths, file := tmp_path / "b.zip")
    taken: list[Path] = []
    look(file, paths, taken.append)
    assert len(taken) == 61
    for n in range(4):
        (paths.exercises / f"own-{n}" / "picture.png").write_bytes(png_that_claims(4000, 6000))
    write_backup(paths, file)
    with pytest.raises(StorageError, match=r"b\.zip: its pictures have 120 megapixels together; at most 100"):
        look(file, paths, lambda _: pytest.fail("none is decoded"))


def test_what_no_exercise_shows_is_not_looked_at(paths: Paths, tmp_path: Path) -> None:
    with_picture(paths, "picture.png", photo(kind="PNG"))
    (paths.exercises / "own-towel" / "other.png").write_bytes(b"hello")
    write_backup(paths, file := tmp_path / "b.zip")
    with unpacked(file, paths) as folder:
        assert (folder / "exercises" / "own-towel" / "other.png").read_bytes() == b"hello"


# -- safety copies -----------------------------------------------------------------------------------------------------
def test_two_restores_at_once_keep_both_safety_copies(
    backed_up: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one waits for the first, and then knows what names there are; nor does it write over one that comes
    from elsewhere at that moment."""
    real, made = restoring.write_backup, []

    def meanwhile(*given: Any, **named: Any) -> None:
        real(*given, **named)
        made.append(paths.backups / f"before-{suggested_name(NOON)}")
        made[-1].write_text("of another program")

    monkeypatch.setattr(restoring, "write_backup", meanwhile)
    done = restore(backed_up, paths, NOON)
    assert made[0].read_text() == "of another program"
    assert (done.before.name, done.whole) == ("before-hamstring-2026-11-23-1200-2.zip", True)
    monkeypatch.undo()
    restore(done.before, paths, NOON)
    assert here(paths) == Contents(3, 0, 1, False)


def test_no_name_is_taken_before_the_data_are_ones_own(
    backed_up: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def other_first(*given: Any, **named: Any) -> Iterator[Path]:
        paths.backups.mkdir(exist_ok=True)
        (paths.backups / f"before-{suggested_name(NOON)}").write_text("of the first")
        with unpacked(*given, **named) as folder:
            yield folder

    monkeypatch.setattr(restoring, "unpacked", other_first)
    assert restore(backed_up, paths, NOON).before.name == "before-hamstring-2026-11-23-1200-2.zip"
    assert (paths.backups / f"before-{suggested_name(NOON)}").read_text() == "of the first"


def test_where_the_safety_copy_would_not_come_back_the_file_is_kept(
    backed_up: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a history with a column of another program's."""
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE session ADD COLUMN mood TEXT")
    done = restore(backed_up, paths, NOON)
    assert (done.whole, here(paths).sessions) == (False, 2)
    assert done.aside is not None
    with closing(sqlite3.connect(done.aside / "history.sqlite3")) as connection:
        assert connection.execute("SELECT count(mood), count(*) FROM session").fetchone() == (0, 3)


def test_what_was_looked_at_is_not_looked_through_again(backed_up: Path, paths: Paths) -> None:
    """Unless it is another one by then."""
    taken: list[Path] = []
    with_picture(paths, "picture.png", photo(kind="PNG"))
    write_backup(paths, backed_up)
    mark = mark_of(backed_up, paths)
    restore(backed_up, paths, NOON, taken.append, looked_at=mark)
    assert taken == []
    with_picture(paths, "picture.png", photo(colour="blue", kind="PNG"))
    write_backup(paths, backed_up)
    restore(backed_up, paths, NOON, taken.append, looked_at=mark)
    assert len(taken) > 0
    assert mark_of(paths.data / "none", paths) != mark
    assert mark_of(backed_up, paths) not in ("", mark)
    assert mark_of(paths.database, paths) == ""
