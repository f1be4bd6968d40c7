"""What `import` says is what it did: of nothing that wasn't taken it says that it is new."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hamstring_gui.commands.command_line import PROBLEM, main
from hamstring_gui.storage import importing
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore

DAYS = ("2026-11-16", "2026-11-17")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A history of two sessions."""
    held = {"exercise": "band-hamstring-stretch", "side": "left", "planned_s": 90, "held_s": 90}
    sessions = [{"started_at": f"{day}T19:00:00+01:00", "planned_s": 90, "holds": [held]} for day in DAYS]
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"sessions": sessions}))
    return file


def brought(file: Path, folder: Path) -> int:
    return main(["import", str(file), "--data-dir", str(folder)])


def test_an_import_that_fails_tells_of_nothing_new(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr(HistoryStore, "put_all", fail)
    assert brought(file, tmp_path / "data") == PROBLEM
    assert capsys.readouterr() == ("", f"hamstring-gui: {file}: nothing was imported: the disk is full\n")


def test_what_fails_once_it_is_imported_does_not_say_that_it_was_not(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    closes, imported = HistoryStore.close, False
    put_all = HistoryStore.put_all

    def put(store: HistoryStore, *given: Any) -> None:
        nonlocal imported
        put_all(store, *given)
        imported = True

    def close(store: HistoryStore) -> None:
        closes(store)
        if imported:
            raise StorageError("the disk reported an error")

    monkeypatch.setattr(HistoryStore, "put_all", put)
    monkeypatch.setattr(HistoryStore, "close", close)
    assert brought(file, tmp_path / "data") == PROBLEM
    assert capsys.readouterr() == ("", "hamstring-gui: the disk reported an error\n")
    monkeypatch.undo()
    with HistoryStore.open_to_read(tmp_path / "data" / "history.sqlite3") as store:
        assert len(store.sessions()) == len(DAYS)


def test_what_came_meanwhile_is_not_told_as_new(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, planned = tmp_path / "data", importing.plan_import

    def plan_and_wait(path: Path, store: HistoryStore) -> importing.Import:
        plan = planned(path, store)
        with HistoryStore.open(folder / "history.sqlite3") as other:
            other.put_session(plan.new[0])
        return plan

    folder.mkdir()
    monkeypatch.setattr(importing, "plan_import", plan_and_wait)
    assert brought(file, folder) == 0
    assert capsys.readouterr().out == "1 new, 1 already here\n"


def test_a_file_that_is_not_all_understood_says_that_nothing_was_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.csv"
    file.write_text("session,day,side,held_s\na,2026-11-16,left,30\nb,2026-11-16,left,much\n")
    assert brought(file, tmp_path / "data") == PROBLEM
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "nothing was changed: all of the file has to be understood first"
    assert not (tmp_path / "data").exists()
