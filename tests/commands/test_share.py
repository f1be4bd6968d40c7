"""The command `share`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hamstring_gui.commands import share
from hamstring_gui.commands.command_line import PROBLEM, USAGE, main
from hamstring_gui.domain.routine import Routine
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.shared_folder import Shared
from tests.domain.samples import START, remembered

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """Two data folders, of which the first one has a session, and one to share."""
    names = [str(tmp_path / name) for name in ("one", "two", "shared")]
    Path(names[2]).mkdir()
    with HistoryStore.open(Path(names[0], "history.sqlite3")) as store:
        store.put_session(remembered("a", Routine("daily", "Daily", ()), START))
    return names


def test_two_histories_become_one(folders: list[str], capsys: Capture) -> None:
    one, two, shared = folders
    for data in (one, two):
        assert main(["share", "--data-dir", data]) == 0
        assert capsys.readouterr().out == "The history is not shared.\n"
        assert main(["share", "--folder", shared, "--data-dir", data]) == 0
    assert main(["share", "--now", "--data-dir", one]) == main(["share", "--now", "--data-dir", two]) == 0
    assert "New sessions: 1. Other changes: 0." in capsys.readouterr().out
    exports = []
    for data in (one, two):
        main(["export", "--data-dir", data])
        exports.append(capsys.readouterr().out)
    assert exports[0] == exports[1]
    assert [session["id"] for session in json.loads(exports[0])["sessions"]] == ["a"]
    assert main(["share", "--data-dir", two]) == 0
    assert f"shared through {shared}; last read at 20" in capsys.readouterr().out
    assert main(["share", "--stop", "--data-dir", two]) == 0
    assert main(["share", "--now", "--data-dir", two]) == PROBLEM
    assert "the history is not shared" in capsys.readouterr().err


def test_a_newer_program_is_told_of(folders: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(share, "share", lambda *_: Shared(devices=("phone", "desk"), newer=("desk",)))
    assert main(["share", "--now", "--data-dir", folders[0]]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "desk: written by a newer Hamstring; what this one does not know waits there."
    ]


def test_what_makes_no_sense(folders: list[str], capsys: Capture) -> None:
    one, _, shared = folders
    assert main(["share", "--now", "--stop", "--data-dir", one]) == USAGE
    assert main(["share", "--folder", one, "--data-dir", one]) == PROBLEM
    assert main(["--fullscreen", "share", "--data-dir", one]) == USAGE
    main(["share", "--folder", shared, "--data-dir", one])
    Path(shared).rmdir()
    capsys.readouterr()
    assert main(["share", "--now", "--data-dir", one]) == PROBLEM
    out, err = capsys.readouterr()
    assert "the folder is not there" in err
    assert out == "", "nothing was shared with anybody"


def test_what_was_done_is_told_beside_what_could_not_be(
    folders: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Shared(new=("a", "b"), devices=("laptop",), fault="the disk is full")
    monkeypatch.setattr("hamstring_gui.commands.share.share", lambda *_: done)
    assert main(["share", "--now", "--data-dir", folders[0]]) == PROBLEM
    out, err = capsys.readouterr()
    assert out == "Shared with: laptop.\nNew sessions: 2. Other changes: 0.\n"
    assert err == "hamstring-gui: the disk is full\n"
