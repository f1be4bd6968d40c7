"""What folders, the programs that sync them, and strangers do to journals."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage import shared_folder
from hamstring_gui.storage.history_rows import MISFITS
from hamstring_gui.storage.journal import understood
from hamstring_gui.storage.sharing import (
    load_sharing,
)
from tests.storage.devices import Device

Session = Callable[..., SessionRecord]

# -- what happens to files ---------------------------------------------------------------------------------------------
CONFLICTS = [
    "{}.sync-conflict-20261120-101010-ABCDEFG{}", "{} (conflicted copy 2026-11-20){}", "{} (1){}", "{}{}.conflict1",
    "{} (Anna's conflicted copy 2026-11-20){}", "{}-LAPTOP{}", "{} 2{}", "{}_conflict-20261120-101010{}",
    "{} (SFConflict anna 2026-11-20-10-10-10){}",
]  # fmt: skip


@pytest.mark.parametrize(
    "name", [*CONFLICTS[:2], *(pytest.param(one, marks=pytest.mark.nightly) for one in CONFLICTS[2:])]
)
def test_a_conflict_copy_is_a_journal_too(pair: tuple[Device, Device], session: Session, name: str) -> None:
    one, two = pair
    lost = one.journal
    one.put(session("b", 1, 1))
    one.merge()
    lost.rename(lost.with_name(name.format(lost.stem, lost.suffix)))
    assert two.merge().new == ("b",)
    assert len(two.merge().devices) == 1
    one.merge()
    assert lost.exists(), "ours is written anew"
    assert (two.merge().new, two.ids()) == ((), {"a", "b"})


@pytest.mark.parametrize("name", [".syncthing.{}.tmp", pytest.param("~syncthing~{}.tmp", marks=pytest.mark.nightly)])
def test_what_is_half_there_under_another_name_is_left_alone(pair: tuple[Device, Device], name: str) -> None:
    one, two = pair
    hidden = one.folder / name.format(one.journal.name)
    shutil.move(one.journal, hidden)
    assert two.merge().devices == ()


def test_a_last_line_that_is_half_there_is_read_once_it_is_whole(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    one.put(session("b", 1, 3))
    one.merge()
    whole = one.journal.read_bytes()
    for end in (len(whole) - 1, len(whole) - 200, len(whole)):
        one.journal.write_bytes(whole[:end])
        two.merge()
        assert two.ids() == ({"a", "b"} if end == len(whole) else {"a"})


def test_our_journal_is_written_anew_where_it_is_gone_or_older(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    old = one.journal.read_bytes()
    one.put(session("b", 1, 1))
    one.merge()
    device = load_sharing(one.paths).device
    for spoil in (one.journal.unlink, lambda: one.journal.write_bytes(old), lambda: one.journal.write_bytes(old[:50])):
        spoil()
        one.merge()
        assert len(one.journal.read_bytes()) > len(old)
    assert load_sharing(one.paths).device == device
    assert two.merge().fault == ""
    assert two.ids() == {"a", "b"}


def test_a_copy_of_the_data_becomes_a_device_of_its_own(
    pair: tuple[Device, Device], session: Session, quick_path: Path
) -> None:
    one, two = pair
    shutil.copytree(one.data, quick_path / "copy")
    copy = Device(quick_path / "copy", one.folder)
    assert load_sharing(copy.paths).device == load_sharing(one.paths).device
    one.put(session("b", 1, 1)), copy.put(session("c", 2, 1))
    one.merge(), copy.merge()
    assert load_sharing(copy.paths).device != load_sharing(one.paths).device
    for device in (one, two, copy):
        device.merge()
    assert one.ids() == two.ids() == copy.ids() == {"a", "b", "c"}
    assert one.export() == copy.export()


def test_a_history_from_a_backup_gets_back_what_the_others_and_it_did_since(
    pair: tuple[Device, Device], session: Session
) -> None:
    one, two = pair
    shutil.copy(one.paths.database, one.data / "backup")
    one.put(session("b", 1, 1)), two.put(session("c", 2, 1))
    one.edit("a", note="edited since")
    one.merge(), two.merge(), one.merge()
    device = load_sharing(one.paths).device
    shutil.copy(one.data / "backup", one.paths.database)
    assert one.ids() == {"a"}
    shared = one.merge()
    assert (shared.new, one.ids()) == (("c",), {"a", "b", "c"})
    two.merge()
    assert one.export() == two.export()
    assert "edited since" in one.export()
    assert load_sharing(one.paths).device == device


@pytest.mark.parametrize("shared_before", [True, False])
def test_an_old_history_deletes_nothing_of_others_and_deletions_stay(
    device: Callable[..., Device], session: Session, shared_before: bool
) -> None:
    one, two = device("one"), device("two")
    one.put(session("a", 0, 1), session("b", 1, 1))
    if shared_before:
        one.merge()
    with one.store():
        pass
    shutil.copy(one.paths.database, one.data / "backup")
    one.merge(), two.put(session("c", 2, 1)), two.merge(), one.merge()
    one.later(days=30).delete("b")
    one.merge()
    shutil.copy(one.data / "backup", one.paths.database)
    one.merge(), two.merge(), one.merge()
    assert one.ids() == two.ids() == {"a", "c"}


def test_a_new_history_in_the_place_of_a_deleted_one_gets_everything_back(pair: tuple[Device, Device]) -> None:
    one, two = pair
    one.paths.database.unlink()
    one.merge(), two.merge()
    assert one.ids() == two.ids() == {"a"}


def test_what_was_deleted_altogether_here_stays_with_the_others(pair: tuple[Device, Device]) -> None:
    from hamstring_gui.storage.backup import delete_everything

    one, two = pair
    two.merge()
    delete_everything(two.paths)
    assert not load_sharing(two.paths).is_on
    one.merge()
    assert one.ids() == {"a"}


# -- hostile and newer -------------------------------------------------------------------------------------------------
LINE = {"kind": "session", "id": "a", "at": [9_000_000_000_00, 0], "set": {"note": "x"}}


LINES = [
        "nonsense", "[]", "null", "[" * 100_000, '{"kind": "session"}', json.dumps(LINE | {"at": "now"}),
        json.dumps(LINE | {"at": [10**30, 0]}), json.dumps(LINE | {"at": [True, False]}),
        json.dumps(LINE | {"at": [1]}),
        json.dumps(LINE | {"id": ""}), json.dumps(LINE | {"id": "x" * 5000}), json.dumps(LINE | {"id": 5}),
        json.dumps(LINE | {"set": {"note": 5}}), json.dumps(LINE | {"set": {"note": "x" * 200_000}}),
        json.dumps(LINE | {"set": {"day": "0001-01-01"}}), json.dumps(LINE | {"set": {"planned_s": float("nan")}}),
        json.dumps(LINE | {"set": {"holds": [{}]}}), json.dumps(LINE | {"set": {"holds": [[]] * 9}}),
        json.dumps(LINE | {"set": {"ended_at": None}}), json.dumps(LINE | {"set": {"outcome": None}}),
        json.dumps(LINE | {"set": {"tightness_left": 11}}), json.dumps(LINE | {"set": {"here": "no"}}),
        json.dumps(LINE | {"set": {"started_at": "2026-11-22T10:00:00"}}), json.dumps(LINE | {"set": []}),
        json.dumps({"kind": "goal", "id": "x", "at": [1, 0], "set": {"here": True, "days": 3}}),
        json.dumps({"kind": "goal", "id": "2026-11-23", "at": [1, 0], "set": {"days": 0}}),
        json.dumps({"kind": "rest week", "id": "2026-11-24", "at": [1, 0], "set": {"here": True}}),
        json.dumps({"kind": "rest week", "id": "9999-12-27", "at": [1, 0], "set": {"here": True}}),
        "\x00" * 500, '{"kind": "session", "id": "a", "at": [5, 0], "set": {"planned_s": 1e999}}',
    ]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_is_none(line: str) -> None:
    with pytest.raises(MISFITS):
        understood(line.encode())


def test_a_line_that_is_none_hides_only_itself(pair: tuple[Device, Device], session: Session) -> None:
    one, two = pair
    before = two.export()
    with one.journal.open("a") as out:
        out.writelines(f"{line}\n" for line in LINES)
    shared = two.merge()
    assert (shared.fault, shared.newer, two.export()) == ("", (), before)
    one.put(session("b", 1, 1))
    one.merge()
    assert two.merge().new == ("b",)


def test_half_of_a_pair_of_surrogates_is_a_question_mark(pair: tuple[Device, Device]) -> None:
    one, two = pair
    with one.journal.open("a") as out:
        out.write(json.dumps(LINE | {"at": [4_000_000_000_000, 0], "set": {"note": "\ud83d\ude00 \ud800"}}) + "\n")
    two.merge()
    assert two.session("a").note == "😀 ?"  # type: ignore[union-attr]
    two.edit("a", note="mine"), two.merge()
    assert one.merge().fault == ""


@pytest.mark.parametrize(
    "line",
    [
        {"kind": "mood", "id": "a", "at": [1, 0], "set": {"good": True}},
        LINE | {"set": {"mood": 3, "note": "known"}, "at": [4_000_000_000_000, 0]},
    ],
)
def test_what_a_newer_program_says_waits_and_is_told(pair: tuple[Device, Device], line: dict[str, object]) -> None:
    one, two = pair
    with one.journal.open("a") as out:
        out.write(json.dumps(line) + "\n")
    before = one.journal.read_bytes()
    assert two.merge().newer == two.merge().newer == two.merge().devices
    assert one.journal.read_bytes() == before
    assert ("known" in two.export()) == (line["kind"] == "session")


def test_a_journal_of_a_newer_format_is_passed_over_whole(pair: tuple[Device, Device]) -> None:
    one, two = pair
    head = {"format": "hamstring-journal", "version": 2, "device": "new", "name": "new one"}
    path = one.folder / "hamstring-new.jsonl"
    path.write_text(
        json.dumps(head) + "\n" + json.dumps(LINE | {"set": {"here": False}, "at": [5_000_000_000_000, 0]}) + "\n"
    )
    shared = two.merge()
    assert "new one" in shared.devices
    assert shared.newer == ("new one",)
    assert two.ids() == {"a"}


def test_a_program_that_learns_more_reads_again(pair: tuple[Device, Device], monkeypatch: pytest.MonkeyPatch) -> None:
    _, two = pair
    assert two.merge().fault == ""
    read: list[object] = []
    reading = shared_folder.read_journal
    monkeypatch.setattr(shared_folder, "read_journal", lambda *of: read.append(of[1:]) or reading(*of))
    two.merge()
    assert read == []
    monkeypatch.setattr("hamstring_gui.storage.shared_history.READS", 3)
    two.merge()
    assert [known for (known,) in read if known is not None] == []
    assert read


@pytest.mark.parametrize(
    "text", ["", "\n", "{}\n", '{"format": "x"}\n', "\x00" * 99, '{"format": "hamstring-journal"}\n']
)
def test_files_that_are_something_else_are_left_alone(pair: tuple[Device, Device], text: str) -> None:
    one, two = pair
    (one.folder / "hamstring-x.jsonl").write_text(text)
    (one.folder / "hamstring-folder.jsonl").mkdir()
    (one.folder / "notes.txt").write_text("mine")
    assert two.merge().fault == ""
    assert len(two.merge().devices) == 1
