"""A history that can't be opened is kept aside byte for byte, and held in memory meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.values import replace
from hamstring_gui.program.data import mended
from hamstring_gui.program.no_history import keep_aside
from hamstring_gui.storage.anew import begin_anew
from hamstring_gui.storage.aside import ASIDE
from hamstring_gui.storage.backup import delete_everything, history_is_whole, put_in_place, unpacked, write_backup
from hamstring_gui.storage.changeover import NOTE, mend
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import carry_out, plan_import
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.trouble import Trouble, diagnosed
from hamstring_gui.storage.unsaved import UnsavedStore
from tests.domain.samples import START
from tests.storage.damaging import (
    GOAL,
    MANY,
    REST,
    anybodys_folder,
    as_nobody,
    crashed,
    flipped,
    locked_by_another,
    many_transactions,
    recorded,
    root_of,
    sessions,
    sound_history,
    with_log,
    with_page,
)
from tests.storage.test_changeover import dies

pytestmark = pytest.mark.thorough

DAMAGED = StorageError("history.sqlite3: the history is damaged")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


def begun_anew(path: Path) -> Path:
    return begin_anew(path, diagnosed(path, DAMAGED).found, START)


# -- kept aside ------------------------------------------------------------------------------------------------------
def test_the_new_one_begins_with_what_could_be_read_and_the_old_one_is_as_it_was(path: Path) -> None:
    path.write_bytes(with_page(root_of("session")))
    aside = begun_anew(path)
    assert aside == path.parent / ASIDE / "2026-11-22-1942" / path.name
    assert aside.read_bytes() == with_page(root_of("session"))
    with HistoryStore.open(path) as store:
        assert {one.id: one for one in store.sessions()} == sessions()
        assert (store.goals(), store.rest_weeks()) == ((GOAL,), {REST})
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, ASIDE]


def test_its_log_goes_with_it_and_not_with_the_new_one(path: Path) -> None:
    crashed(path)
    log = Path(f"{path}-wal").read_bytes()
    aside = begun_anew(path)
    assert Path(f"{aside}-wal").read_bytes() == log
    with HistoryStore.open(path) as store:
        assert {one.note for one in store.sessions()} == {"changed and changed and changed"}


def test_two_in_one_minute_are_two(path: Path) -> None:
    asides = set()
    for data in (b"first", b"second"):
        path.write_bytes(data)
        asides.add(begun_anew(path))
    assert {one.read_bytes() for one in asides} == {b"first", b"second"}


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are another matter there")
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_moved(path: Path, make: Callable[[Path], object]) -> None:
    make(path)
    assert os.path.lexists(begun_anew(path))
    assert path.is_file()
    assert not path.is_symlink()


def test_a_link_is_moved_and_what_it_leads_to_stays(path: Path) -> None:
    there = path.with_name("there")
    there.write_bytes(sound_history())
    path.symlink_to(there)
    assert begun_anew(path).is_symlink()
    assert there.read_bytes() == sound_history()
    assert not path.is_symlink()


@pytest.mark.parametrize("call", ["rename", "replace", "mkdir"])
def test_when_it_fails_all_is_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path.write_bytes(with_page(2))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StorageError, match="this could not be kept aside: No space left on device"):
        begun_anew(path)
    assert path.read_bytes() == with_page(2)
    assert not list(path.parent.glob(".*"))


def test_killed_at_any_step_there_is_the_old_one_with_its_log_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its log were all sessions; without that, it could be opened, and was empty."""
    path, log = tmp_path / "history.sqlite3", flipped(many_transactions()[1], 32 + 3 * 4120 + 900)
    outcomes = set()
    for number in count(1):
        shutil.rmtree(tmp_path)
        tmp_path.mkdir()
        with_log(path, log)
        found = diagnosed(path, DAMAGED).found
        if not dies(monkeypatch, number, partial(begin_anew, path, found, START)):
            break
        mended_ = mend(tmp_path)
        assert mended_ is None or mended_.anew
        outcomes.add(mended_.outcome if mended_ else "")
        if path.read_bytes() == many_transactions()[0]:
            assert Path(f"{path}-wal").read_bytes() == log
            begin_anew(path, found, START)
        elif mended_ is not None:
            assert "begun" in mended(mended_)
            assert mended_.aside == tmp_path / ASIDE / "2026-11-22-1942"
        with HistoryStore.open(path) as store:
            assert len(store.session_ids()) == 12
        assert {one.name for one in tmp_path.iterdir()} <= {path.name, ASIDE}
        assert any(one.read_bytes() == log for one in (tmp_path / ASIDE).rglob("*-wal"))
    assert outcomes == {"", "back", "done"}


def test_it_waits_for_what_is_half_done(path: Path) -> None:
    path.write_bytes(with_page(2))
    (path.parent / NOTE).write_text("{}")
    with pytest.raises(StorageError, match="half done"):
        begun_anew(path)
    assert path.read_bytes() == with_page(2)


def test_what_was_written_after_it_was_looked_through_is_there_too(tmp_path: Path) -> None:
    """The question may stand for hours, beside a session."""
    path = tmp_path / "history.sqlite3"
    path.write_bytes(sound_history())
    trouble = diagnosed(path, DAMAGED)
    with HistoryStore.open(path) as store:
        store.put_session(NEW)
    with UnsavedStore.of(path, trouble) as held:
        assert held.session(NEW.id) == NEW
    assert f"{MANY + 1} of {MANY + 1}" in keep_aside(Paths.under(tmp_path), trouble)
    with HistoryStore.open(path) as store:
        assert store.session(NEW.id) == NEW


def test_deleting_everything_takes_it_along(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    paths.database.write_bytes(with_page(2))
    begun_anew(paths.database)
    delete_everything(paths)
    assert not (tmp_path / ASIDE).exists()


@pytest.mark.parametrize("data", [with_page(root_of("session")), with_page(1), b"a diary"])
def test_a_backup_can_take_its_place_and_the_file_is_kept(tmp_path: Path, data: bytes) -> None:
    paths, file, kept = Paths.under(tmp_path), tmp_path / "mine.zip", tmp_path / "before.zip"
    paths.database.write_bytes(sound_history())
    write_backup(paths, file)
    assert history_is_whole(paths)
    paths.database.write_bytes(data)
    assert not history_is_whole(paths)
    with unpacked(file, paths) as folder:
        write_backup(paths, kept, history_too=history_is_whole(paths))
        aside = put_in_place(folder, paths, kept)
    assert aside is not None
    assert (aside / "history.sqlite3").read_bytes() == data
    with HistoryStore.open(paths.database) as store:
        assert len(store.sessions()) == MANY


def test_the_journal_of_a_crash_is_not_left_to_what_takes_its_place(tmp_path: Path) -> None:
    """SQLite would write it over the backup."""
    paths, file, kept = Paths.under(tmp_path), tmp_path / "mine.zip", tmp_path / "before.zip"
    paths.database.write_bytes(sound_history())
    write_backup(paths, file)
    crashed(paths.database, journal="DELETE")
    paths.database.write_bytes(bytes(100) + paths.database.read_bytes()[100:])
    with unpacked(file, paths) as folder:
        write_backup(paths, kept, history_too=history_is_whole(paths))
        put_in_place(folder, paths, kept)
    assert not list(tmp_path.glob("*-journal"))
    with HistoryStore.open(paths.database) as store:
        assert {one.id: one for one in store.sessions()} == sessions()


# -- held in memory --------------------------------------------------------------------------------------------------
@pytest.fixture
def held(path: Path) -> UnsavedStore:
    path.write_bytes(with_page(root_of("session")))
    store = UnsavedStore.of(path, diagnosed(path, DAMAGED))
    yield store
    store.close()
    assert path.read_bytes() == with_page(root_of("session"))


NEW = replace(recorded(1), id="new", started_at=START + timedelta(days=1), day=date(2026, 11, 23))


def test_what_there_was_can_be_looked_at_and_what_is_new_is_held(held: UnsavedStore) -> None:
    assert {one.id for one in held.sessions()} == set(sessions())
    assert (held.lasting, held.reason, held.unsaved()) == (False, "damaged", ())
    held.put_session(NEW, running=True)
    held.put_session(NEW)
    assert held.unsaved() == (NEW,)
    held.note_saved((NEW,))
    assert held.unsaved() == ()
    held.put_session(replace(NEW, note="rated since"))
    assert [one.note for one in held.unsaved()] == ["rated since"]
    held.remove_all((NEW.id,), (), ())
    assert held.unsaved() == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.put_session(recorded(2)), lambda store: store.delete_session(recorded(2).id),
        lambda store: store.remove_all((recorded(2).id,), (), ()), lambda store: store.remove_all((), (GOAL,), ()),
        lambda store: store.put_all((), (GOAL,)), lambda store: store.put_all((), (), (REST,)),
        lambda store: store.set_goal(Goal(START.date(), 2)), lambda store: store.replace_goals(()),
        lambda store: store.mark_rest(date(2026, 10, 12), True),
    ],
)  # fmt: skip
def test_nothing_pretends_to_be_saved(held: UnsavedStore, change: Callable[[HistoryStore], object]) -> None:
    with pytest.raises(StorageError, match="nothing of this can be changed while nothing is saved"):
        change(held)
    assert {one.id: one for one in held.sessions()} == sessions()
    assert (held.goals(), held.rest_weeks()) == ((GOAL,), {REST})


def test_what_is_saved_elsewhere_can_be_imported_later(held: UnsavedStore, tmp_path: Path) -> None:
    held.put_session(NEW)
    with (tmp_path / "held.json").open("w") as out:
        write_history(held.unsaved(), out)
    with HistoryStore.open(tmp_path / "later" / "history.sqlite3") as later:
        carry_out(plan_import(tmp_path / "held.json", later), later)
        assert [one.id for one in later.sessions()] == ["new"]
    assert json.loads((tmp_path / "held.json").read_text())["sessions"][0]["held_s"] == NEW.held_s


def test_once_the_history_can_be_opened_it_is_put_there(path: Path) -> None:
    path.write_bytes(sound_history())
    with locked_by_another(path):
        store = UnsavedStore.of(path, Trouble("locked", "locked"))
        assert len(store.sessions()) == MANY
        store.put_session(NEW)
        with pytest.raises(StorageError, match="another program is using the history"):
            store.try_to_save()
        assert store.unsaved() == (NEW,)
    store.try_to_save()
    assert store.unsaved() == ()
    store.close()
    with HistoryStore.open(path) as there:
        assert there.session("new") == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_of_what_can_only_be_read_there_is_all(tmp_path: Path) -> None:
    with anybodys_folder() as folder:
        (folder / "history.sqlite3").write_bytes(sound_history())
        folder.chmod(0o555)
        with as_nobody(), UnsavedStore.of(folder / "history.sqlite3", Trouble("read-only", "")) as store:
            assert {one.id for one in store.sessions()} == set(sessions())
            store.put_session(NEW)
            assert store.unsaved() == (NEW,)
