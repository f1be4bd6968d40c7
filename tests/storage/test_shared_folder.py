"""The folder itself: gone, full, empty, or the wrong one; and how little is read and written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.domain.values import replace
from hamstring_gui.storage import journal, shared_folder
from hamstring_gui.storage.alone import SHARING, alone, sharing_alone
from hamstring_gui.storage.backup import delete_everything
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.journal import Position, Reading
from hamstring_gui.storage.sharing import (
    Sharing,
    load_sharing,
    save_sharing,
    share_through,
    stop_sharing,
    synced_by_itself,
)
from tests.spread import some
from tests.storage.devices import MONDAY, Device

Session = Callable[..., SessionRecord]


# -- the folder --------------------------------------------------------------------------------------------------------
def test_a_folder_that_is_gone_is_told_and_nothing_is_lost(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    away = one.folder.with_name("away")
    one.folder.rename(away)
    one.put(session("b", 1, 1))
    assert "the folder is not there; it is tried again" in one.merge().fault
    two.edit("a", note="at a time"), two.merge()
    away.rename(one.folder)
    one.merge(), two.merge(), one.merge()
    assert one.export() == two.export()
    assert one.ids() == {"a", "b"}


@pytest.mark.parametrize("failing", ["append", "write_anew"])
def test_a_folder_that_takes_nothing_still_gives(
    pair: tuple[Device, Device], session: Session, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    import errno

    one, two = pair
    two.put(session("c", 2, 1)), two.merge()
    one.put(session("b", 1, 1))
    if failing == "write_anew":
        one.journal.unlink()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shared_folder, failing, full)
        assert "the disk is full" in one.merge().fault
    assert one.ids() == {"a", "b", "c"}
    one.merge()
    assert two.merge().new == ("b",)


def test_an_empty_folder_on_another_disk_is_one_where_something_is_to_be_connected(pair: tuple[Device, Device]) -> None:
    one, _ = pair
    shutil.rmtree(one.folder)
    one.folder.mkdir()
    sharing = load_sharing(one.paths)
    assert sharing.disk == os.stat(one.folder).st_dev
    save_sharing(one.paths, Sharing(sharing.folder, sharing.device, sharing.written, sharing.whole, "", 12345))
    assert "not connected" in one.merge().fault
    assert list(one.folder.iterdir()) == []


def test_which_folders_can_be_chosen(quick_path: Path) -> None:
    device = Device(quick_path / "data", quick_path / "shared")
    inside, file = device.data / "inside", quick_path / "file"
    inside.mkdir(), file.write_text("")
    for folder in (device.data, inside, file, quick_path / "none", device.data / ".." / "data"):
        with pytest.raises(StorageError):
            share_through(device.paths, folder)
    before = load_sharing(device.paths)
    assert share_through(device.paths, quick_path / "data" / ".." / "shared") == before, "the same one again"
    assert share_through(device.paths, quick_path).device == before.device


def test_in_another_folder_it_says_what_nobody_says_there(
    pair: tuple[Device, Device], session: Session, quick_path: Path
) -> None:
    one, two = pair
    two.put(session("b", 1, 1))
    two.merge(), one.merge()
    other = quick_path / "other"
    other.mkdir()
    share_through(one.paths, other)
    one.merge()
    three = Device(quick_path / "three", other)
    assert set(three.merge().new) == {"a", "b"}
    before = three.journal.stat().st_size
    three.edit("b", note="mine")
    three.merge(), one.merge()
    assert three.journal.stat().st_size < before + 200, "and no more than that"
    assert one.export() == three.export()


def test_stopped_and_begun_again(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    stop_sharing(one.paths)
    assert one.merge().fault == "the history is not shared"
    one.put(session("b", 1, 1)), one.delete("a")
    share_through(one.paths, one.folder)
    one.merge(), two.merge()
    assert one.ids() == two.ids() == {"b"}
    assert len(two.merge().devices) == 1


@pytest.mark.parametrize("text", ["", "[]", "{", '{"folder": 5}', "null", "\x00"])
def test_settings_of_sharing_that_cannot_be_read_share_nothing(quick_path: Path, text: str) -> None:
    device = Device(quick_path / "data", quick_path / "shared")
    device.paths.sharing.write_text(text)
    assert not load_sharing(device.paths).is_on


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".nextcloudsync.log"])
def test_data_in_a_folder_that_is_synced_by_itself(quick_path: Path, mark: str) -> None:
    data = quick_path / "sync" / "deep" / "data"
    assert synced_by_itself(data) is None
    (quick_path / "sync").mkdir()
    (quick_path / "sync" / mark).mkdir()
    assert synced_by_itself(data) == quick_path / "sync"
    assert synced_by_itself(quick_path / "Dropbox" / "data") == quick_path / "Dropbox"


# -- little work -------------------------------------------------------------------------------------------------------
def test_only_what_was_added_is_read_and_written(
    pair: tuple[Device, Device], session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = pair
    read: list[int] = []
    reading = shared_folder.read_journal

    def noting(path: Path, known: object = None) -> object:
        found = reading(path, known)  # type: ignore[arg-type]
        read.append(len(found.state))
        return found

    one.merge(), two.merge(), one.merge()
    monkeypatch.setattr(shared_folder, "read_journal", noting)
    before = one.journal.read_bytes()
    one.put(session("b", 1, 1)), one.merge()
    assert one.journal.read_bytes().startswith(before)
    assert (two.merge().new, read) == (("b",), [1])
    assert (two.merge(changed_here=False), read) == (two.merge(), [1])


def test_a_journal_that_has_grown_is_written_anew(pair: tuple[Device, Device], monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = pair
    monkeypatch.setattr(shared_folder, "GROWN", 500)
    sizes = []
    for number in range(30):
        one.edit("a", note=f"{number}" * 50)
        one.merge()
        sizes.append(one.journal.stat().st_size)
    assert max(sizes) < 6000
    assert sizes != sorted(sizes)
    two.merge()
    assert one.export() == two.export()


def test_nothing_is_lost_when_the_history_is_read_while_it_is_written(
    pair: tuple[Device, Device], session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit between reading the folder and taking in what it says is one like any other."""
    one, two = pair
    two.edit("a", note="from two"), two.merge()
    take_in = shared_folder._Run.take_in

    def edit_first(run: shared_folder._Run) -> None:
        one.edit("a", tightness=Tightness(5, 5))
        take_in(run)

    monkeypatch.setattr(shared_folder._Run, "take_in", edit_first)
    one.merge()
    monkeypatch.undo()
    kept = one.session("a")
    assert kept is not None
    assert (kept.note, kept.tightness) == ("from two", Tightness(5, 5))
    two.merge()
    assert one.export() == two.export()


def test_the_history_is_still_one_that_other_tools_take(pair: tuple[Device, Device]) -> None:
    one, _ = pair
    with HistoryStore.open_to_read(one.paths.database) as store:
        assert store.unfit == {}
        assert len(store.sessions()) == 1


# -- meanwhile ---------------------------------------------------------------------------------------------------------
def exchanged(device: Device) -> None:
    """A program that syncs folders, or a restore, puts another history there."""
    other = device.data / "other"
    with HistoryStore.open(other) as store:
        store.mark_rest(MONDAY, True)
    device.paths.database.with_name("history.sqlite3-wal").unlink(missing_ok=True)
    os.replace(other, device.paths.database)


def deleted(device: Device) -> None:
    delete_everything(device.paths)


@pytest.mark.parametrize("moment", some(["sharing_alone", "journals", "read_journal", "append"], 2))
@pytest.mark.parametrize("deed", [deleted, exchanged])
def test_what_was_read_never_comes_into_another_history(
    pair: tuple[Device, Device],
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    deed: Callable[[Device], None],
    moment: str,
) -> None:
    one, two = pair
    two.put(session("b", 1, 1)), two.merge(), one.edit("a", note="mine")
    step, done = getattr(shared_folder, moment), list[bool]()

    def meanwhile(*of: object) -> object:
        if not done:
            done.append(True)
            deed(one)
        return step(*of)

    with monkeypatch.context() as patch:
        patch.setattr(shared_folder, moment, meanwhile)
        if moment == "sharing_alone":
            assert one.merge().new == (("b",) if deed is exchanged else ())
        else:
            with pytest.raises(StorageError, match="was exchanged"):
                one.merge()
    if deed is deleted:
        assert not one.paths.database.exists()
        assert not load_sharing(one.paths).is_on
        assert list(one.data.iterdir()) == ([one.data / SHARING] if moment == "sharing_alone" else [])
    else:
        assert one.merge().fault == ""
        assert one.ids() == {"a", "b"}, "and then it is read from its beginning"


def test_one_program_shares_at_a_time(pair: tuple[Device, Device], monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = pair
    monkeypatch.setattr(shared_folder, "sharing_alone", partial(sharing_alone, patience_s=0.0))
    writing, refused = shared_folder.write_anew, list[str]()

    def meanwhile(*of: object) -> object:
        one.edit("a", note="while it is written")
        with pytest.raises(StorageError, match="sharing this history already") as caught:
            one.merge()
        refused.append(str(caught.value))
        return writing(*of)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(shared_folder, "write_anew", meanwhile)
        one.journal.unlink(), one.merge()
    assert refused
    one.merge(), two.merge()
    assert two.session("a").note == "while it is written"


@pytest.mark.parametrize("killed_after", [0, 1, 3])
def test_a_long_journal_is_taken_in_part_by_part(
    pair: tuple[Device, Device], session: Session, monkeypatch: pytest.MonkeyPatch, killed_after: int
) -> None:
    one, two = pair
    two.put(*(session(f"b{n}", 1, 1) for n in range(9)), replace(session("long", 1, 1), note="n" * 9_000)), two.merge()
    monkeypatch.setattr(journal, "AT_ONCE", 1_500)
    parts, read = list[int](), shared_folder.read_journal

    def one_part(path: Path, known: Position | None = None) -> Reading:
        if len(parts) == killed_after > 0:
            raise KeyboardInterrupt
        reading = read(path, known)
        parts.append(len(reading.state))
        return reading

    monkeypatch.setattr(shared_folder, "read_journal", one_part)
    if killed_after:
        with pytest.raises(KeyboardInterrupt):
            one.merge()
        assert len(one.ids()) > 1
        killed_after = 0
    assert one.merge().fault == ""
    assert one.export() == two.export()
    assert max(parts) < 9
    before = len(parts)
    one.merge()
    assert len(parts) == before, "all of it was read"


def test_who_waits_for_a_share_is_told_of_it(pair: tuple[Device, Device]) -> None:
    one, _ = pair
    with alone(one.data), pytest.raises(StorageError, match="or sharing the history there"):  # noqa: SIM117
        with alone(one.data, 0.0):
            pass
