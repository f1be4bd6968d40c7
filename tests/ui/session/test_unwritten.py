"""Sets that can't be written: tried again by themselves, asked about at the end, and never lost."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.commands import command_line as cli
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.rescue import rescued, take_in, write_rescue
from hamstring_gui.storage.schema import MIGRATIONS
from hamstring_gui.ui import file_dialogs
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[Desk, bool], None]:
    """Makes the disk full, or lets it be written to again."""

    def set_full(desk: Desk, is_full: bool) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise StorageError("history.sqlite3: the disk is full")

        real = partial(HistoryStore.put_session, desk.store)
        monkeypatch.setattr(desk.store, "put_session", refuse if is_full else real)

    return set_full


@pytest.fixture
def held(open_desk: Open, quick: Routine, full) -> Desk:
    """Two sets were held, and neither is on disk; then the session is ended."""
    desk = open_desk(start=quick)
    full(desk, True)
    desk.pass_time(2 + 4 + 2 + 4 + 1)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Return)
    return desk


def test_it_is_tried_again_by_itself(open_desk: Open, quick: Routine, full) -> None:
    desk = open_desk(start=quick)
    full(desk, True)
    desk.pass_time(2 + 4 + 1)
    timer = desk.parts.conductor.recorder._timer
    waits = []
    for _ in range(5):
        waits.append(timer.interval() // 1000)
        assert timer.isActive()
        timer.timeout.emit()
    assert waits == [1, 2, 5, 10, 10]
    assert "the disk is full" in desk.text("notice")
    full(desk, False)
    timer.timeout.emit()
    assert not timer.isActive()
    assert desk.records() == [("R", 1, "held", 4.0)]
    assert not desk.window.notice.isVisible()


def test_it_is_told_on_every_page_and_tried_with_every_other_change(held: Desk, full) -> None:
    held.click("Done")
    held.click("Exercises")
    assert "the disk is full" in held.text("notice")
    full(held, False)
    held.parts.records.mark_rest(held.parts.records.this_week().start, True)
    assert [one[2] for one in held.records()] == ["held", "held", "skipped", "skipped"]


def test_quitting_asks_and_trying_again_ends_it(held: Desk, full) -> None:
    assert not held.window.close()
    assert held.window.asking == "unwritten"
    assert "2 holds are not on disk yet" in held.text("question_title"), "of four that were planned"
    assert "the disk is full" in held.text("question_text")
    held.click("Stay")
    assert held.window.isVisible()
    assert not held.window.close()
    held.click("Try again")
    assert held.window.asking == "unwritten", "it is full as before"
    full(held, False)
    held.click("Try again")
    assert not held.window.isVisible()
    assert [one[2] for one in held.records()] == ["held", "held", "skipped", "skipped"]


def test_nothing_is_called_kept_that_is_not_on_disk(open_desk: Open, quick: Routine, full) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    desk.press(Qt.Key.Key_Escape)
    assert "is kept" in desk.text("question_text")
    desk.press(Qt.Key.Key_Space)
    full(desk, True)
    desk.pass_time(9)
    desk.press(Qt.Key.Key_Escape)
    assert "What you held so far is not on disk yet." in desk.text("question_text")
    desk.press(Qt.Key.Key_Return)
    assert desk.text("finish_hint") == "A short session is better than none."


def test_it_can_be_saved_elsewhere(held: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_dialogs, "ask_where_to", lambda *_: tmp_path / "mine.json")
    held.window.close()
    held.click("Save elsewhere…")
    assert not held.window.isVisible()
    (session,) = json.loads((tmp_path / "mine.json").read_text())["sessions"]
    assert [hold["held_s"] for hold in session["holds"]] == [4.0, 4.0, 0.0, 0.0]


def test_what_nobody_can_be_asked_about_comes_back_at_the_next_start(held: Desk, open_desk: Open, full) -> None:
    held.hamstring.leaving.give_up()
    assert held.window.close()
    said = held.hamstring.leaving.rescue()
    (file,) = rescued(held.paths)
    assert str(file) in said
    full(held, False)
    held.parts.conductor.recorder._newest.clear()
    again = open_desk()
    again.hamstring.leaving.take_in_rescued()
    assert again.text("notice") == "1 session that could not be written before is in your history now."
    assert [one[2] for one in again.records()] == ["held", "held", "skipped", "skipped"]
    assert rescued(held.paths) == []


def test_a_rescued_session_never_takes_the_place_of_a_longer_one(held: Desk, open_desk: Open, full) -> None:
    full(held, False)
    held.parts.conductor.recorder.try_again()
    (there,) = held.store.sessions()
    write_rescue([replace(there, holds=there.holds[:1])], held.paths)
    held.hamstring.leaving.take_in_rescued()
    assert held.store.sessions() == (there,)


def test_the_temporary_folder_where_the_log_s_can_not_be_written(held: Desk, tmp_path: Path, monkeypatch) -> None:
    folders = (held.paths.logs, tmp_path / "temporary")
    monkeypatch.setattr("hamstring_gui.storage.rescue._folders", lambda _: folders)
    held.paths.logs.parent.mkdir(exist_ok=True)
    held.paths.logs.write_text("no folder")
    assert str(tmp_path / "temporary") in held.hamstring.leaving.rescue()
    assert len(rescued(held.paths)) == 1
    (tmp_path / "temporary").rename(tmp_path / "gone")
    (tmp_path / "temporary").write_text("no folder either")
    assert "could not be written anywhere" in held.hamstring.leaving.rescue()


def test_what_the_user_wrote_since_is_not_written_over(held: Desk, full) -> None:
    """The end of the session waits; meanwhile its note is written in History, or it is deleted there."""
    recorder = held.parts.conductor.recorder
    (waiting,) = recorder.waiting
    full(held, False)
    held.parts.records.put_session(replace(waiting, holds=waiting.holds[:1], note="typed meanwhile"))
    recorder.try_again()
    (there,) = held.store.sessions()
    assert (there.note, there.outcome, len(there.holds)) == ("typed meanwhile", "ended early", 4)
    held.parts.records.put_session(replace(there, note="and again"))
    held.parts.records.delete_session(there.id)
    held.paths.database.unlink()
    held.parts.records.mark_rest(there.day, True)
    assert held.store.sessions() == (), "what was deleted doesn't come back"


def test_an_exchanged_file_is_noticed_whoever_writes_first(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 2 + 4 + 1)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Return)
    (before,) = desk.store.sessions()
    desk.paths.database.unlink()
    desk.parts.records.mark_rest(before.day, True)
    assert desk.store.sessions() == (before,)
    assert "deleted or exchanged" in desk.text("notice")


def test_a_log_out_that_is_called_off_leaves_the_program_as_it_was(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    desk.hamstring.beside.reach_out()
    over: list[bool] = []
    desk.parts.session_ended.connect(lambda: over.append(True))
    desk.hamstring._on_log_out()
    assert desk.records()[0] == ("R", 1, "held", 4.0)
    assert (over, desk.parts.bus._plays) == ([], False)
    desk.hamstring._still_here()
    assert (over, desk.parts.bus._plays) == ([True], False), "who gave way to it hears that it is over"
    assert desk.shows("Start")
    desk.click("Start")
    desk.pass_time(30)
    assert not desk.window.close(), "a session that runs is asked about, as ever"
    assert desk.window.asking == "end"


def test_two_rescues_of_one_number_of_a_process_are_two_files(held: Desk, full) -> None:
    (record,) = held.parts.conductor.recorder.waiting
    files = {write_rescue([replace(record, id=name)], held.paths) for name in ("first", "second")}
    assert len(files) == 2
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    full(held, False)
    held.hamstring.leaving.take_in_rescued()
    assert {one.id for one in held.store.sessions()} >= {"first", "second"}


@pytest.mark.parametrize("end", ["a signal", "a log-out"])
def test_the_file_comes_before_another_try_which_waits_for_nobody(
    open_desk: Open, quick: Routine, monkeypatch: pytest.MonkeyPatch, end: str,
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """The session runs; more of them wait, and each would be waited for."""
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    recorder, tries = desk.parts.conductor.recorder, list[tuple[int, int]]()
    (there,) = desk.store.sessions()
    recorder._newest |= {name: replace(there, id=name) for name in "abc"}

    def refuse(*_: object, **__: object) -> None:
        (busy_ms,) = desk.store._connection.execute("PRAGMA busy_timeout").fetchone()
        tries.append((len(rescued(desk.paths)), busy_ms))
        raise StorageError("history.sqlite3: another program is using the history")

    with monkeypatch.context() as patch:
        patch.setattr(desk.store, "put_session", refuse)
        desk.hamstring._on_signal() if end == "a signal" else desk.hamstring._on_log_out()
        assert set(tries) == {(1, 0)}
    said = f"what was held is in {rescued(desk.paths)[0]}"
    if end == "a signal":
        desk.hamstring.close()
        assert rescued(desk.paths) == [], "it could be written after all"
        return
    assert said in capsys.readouterr().err
    assert said in caplog.text
    desk.hamstring._still_here()
    assert desk.store._connection.execute("PRAGMA busy_timeout").fetchone() == (2000,)
    assert len(desk.store.sessions()) == 4, "what waited is written once it goes on"


@pytest.mark.parametrize("where", ["beside the data", "in the shared folder"])
def test_a_rescue_is_found_however_the_folder_is_named(held: Desk, tmp_path: Path, monkeypatch, where: str) -> None:
    (shared := tmp_path / "shared").mkdir()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(shared))
    (record,) = held.parts.conductor.recorder.waiting
    if where == "in the shared folder":
        monkeypatch.setattr("hamstring_gui.storage.rescue._folders", lambda _: (shared,))
    write_rescue([record], held.paths)
    (tmp_path / "link").symlink_to(held.paths.data)
    assert len(rescued(Paths.under(tmp_path / "link"))) == 1
    (other := tmp_path / "other").mkdir()
    assert rescued(Paths.under(other)) == [], "of other data"


def test_a_rescue_that_was_not_needed_goes(held: Desk, full) -> None:
    assert held.hamstring.leaving.rescue()
    assert len(rescued(held.paths)) == 1
    assert held.hamstring.leaving.rescue()
    assert len(rescued(held.paths)) == 1
    full(held, False)
    assert not held.hamstring.leaving.rescue()
    assert rescued(held.paths) == []


def test_what_was_written_after_a_rescue_stays(held: Desk, full) -> None:
    held.hamstring.leaving.rescue()
    full(held, False)
    recorder = held.parts.conductor.recorder
    recorder.try_again()
    (there,) = held.store.sessions()
    held.store.put_session(replace(there, note="typed later"))
    held.hamstring.leaving.take_in_rescued()
    assert held.store.sessions()[0].note == "typed later"


def test_a_history_that_is_deleted_meanwhile_has_the_whole_session_again(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 1)
    desk.paths.database.unlink()
    desk.pass_time(1 + 4 + 1)
    assert "deleted or exchanged. It was still open here" in desk.text("notice")
    assert [one[:3] for one in desk.records()] == [("R", 1, "held"), ("R", 2, "held")]
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Return)
    assert desk.window.notice.isVisible(), "it stays when the session is over"


ROUTINE = """
name = "Short"
setup_s = 0.1
rest_s = 60
[[items]]
exercise = "band-hamstring-stretch"
sets = 3
hold_s = 1.2
"""


def made(database: Path) -> bool:
    """Whether the history is there, and has all its tables."""
    if not database.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as reader:
            return reader.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    except sqlite3.Error:
        return False


def test_a_signal_while_the_history_is_locked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "short.toml").write_text(ROUTINE)
    (tmp_path / "settings.toml").write_text("[first_run]\nsafety_understood = true\n")
    arguments = ["--data-dir", str(tmp_path), "--start", str(tmp_path / "short.toml")]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "hamstring_gui", *arguments]
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    log = tmp_path / "logs" / "hamstring.log"
    try:
        while not made(tmp_path / "history.sqlite3"):
            assert program.poll() is None
            time.sleep(0.02)
        with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None, timeout=20)) as other:
            other.execute("BEGIN EXCLUSIVE")
            while not (log.exists() and "is not on disk yet" in log.read_text()):
                assert program.poll() is None
                time.sleep(0.02)
            program.send_signal(signal.SIGTERM)
            _, err = program.communicate(timeout=60)
    finally:
        program.kill()
        program.stderr.close()
    assert program.returncode == 1
    assert "what was held is in " in err
    paths = Paths.under(tmp_path)
    (file,) = rescued(paths)
    with HistoryStore.open(paths.database) as store:
        assert take_in(file, store) == 1
    assert cli.main(["export", "--data-dir", str(tmp_path)]) == 0
    (session,) = json.loads(capsys.readouterr().out)["sessions"]
    assert session["holds"][0]["held_s"] == 1.2
