"""Backing up, restoring and deleting in the window; and how the program goes on with other data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hamstring_gui import app
from hamstring_gui.commands.command_line import main
from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.values import replace
from hamstring_gui.program.data import Back, restored
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage import backup, restoring
from hamstring_gui.storage.changeover import NOTE, Mended
from hamstring_gui.storage.errors import HalfDone, StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.theme import theme_of
from tests.domain.samples import HandClock
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.settings.conftest import begin_again
from tests.ui.settings.walking import Walk, click, shown, windows

pytestmark = pytest.mark.thorough

Key = Qt.Key


def back_up_now(desk: Desk, answered, tmp_path: Path) -> None:
    answered(None)
    desk.click("Back up now…")
    assert not desk.window.notice.isVisible()
    answered(tmp_path / "b.zip")
    desk.click("Back up now…")
    assert desk.text("notice") == f"Everything is backed up in {tmp_path / 'b.zip'}."
    answered(tmp_path / "none" / "b.zip")
    desk.click("Back up now…")
    assert "the backup can't be written" in desk.text("notice")


def a_broken_backup_is_refused_before_anybody_is_asked(desk: Desk, answered, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("hello")
    answered(tmp_path / "b.zip")
    desk.click("Restore…")
    assert "not a backup of Hamstring" in desk.text("notice")
    assert not desk.window.asking


def a_backup_is_put_back_only_when_that_is_wanted(desk: Desk, answered, tmp_path: Path) -> None:
    answered(tmp_path / "b.zip")
    desk.click("Back up now…")
    wishes: list[object] = []
    desk.parts.data.exchange_requested.connect(wishes.append)
    desk.click("Restore…")
    assert desk.window.asking == "restore"
    assert str(tmp_path / "b.zip") in desk.text("question_text")
    desk.click("Cancel")
    assert (wishes, desk.window.asking) == ([], "")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".restoring")] == []


def what_was_looked_through_in_the_window_is_not_while_there_is_none(
    desk: Desk, answered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.write_backup(desk.paths, file := tmp_path / "b.zip")
    answered(file)
    wishes: list[Callable[[], str]] = []
    marks: list[str] = []
    stay = desk.hamstring._on_exchange_requested  # else no later test could wait for anything in Qt's event loop
    desk.parts.exchange_requested.disconnect(stay)
    desk.parts.data.exchange_requested.connect(wishes.append)
    desk.click("Restore…")
    desk.click("Restore this backup")
    desk.parts.data.take_up(Back(file, taken_back=False), "Restored.")
    desk.click("Undo")

    def restore(*_: object, looked_at: str) -> NoReturn:
        marks.append(looked_at)
        raise StorageError("only this was wanted")

    monkeypatch.setattr(restoring, "restore", restore)
    for wish in wishes:
        wish()
    assert marks == [restoring.mark_of(file, desk.paths)] * 2


def deleting_everything_wants_a_word(desk: Desk) -> None:
    wishes: list[object] = []
    desk.parts.data.exchange_requested.connect(wishes.append)
    desk.click("Delete everything…")
    assert not desk.button("Delete everything for good").isEnabled()
    desk.press(Key.Key_Return)
    assert (wishes, desk.window.asking) == ([], "delete everything")
    for key in (Key.Key_D, Key.Key_E, Key.Key_L, Key.Key_E, Key.Key_T):
        desk.press(key)
    assert not desk.button("Delete everything for good").isEnabled()
    desk.press(Key.Key_Escape)
    assert (wishes, desk.window.asking) == ([], "")


def open_folder(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or len(opened) == 1)
    folder = str(desk.paths.data)
    desk.click("Open folder")
    assert opened == [folder]
    assert not desk.window.notice.isVisible()
    desk.click("Open folder")
    assert folder in desk.text("notice")


# -- the whole program, over an exchange of its data -----------------------------------------------------------------


def test_a_backup_is_restored_while_the_program_runs(options: Opening, answered, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    answered(file)
    told: list[str] = []
    looks: list[tuple[tuple[int, int], bool]] = []

    def change() -> bool:
        windows()[0].resize(900, 650)
        options.paths.settings.write_text("[first_run]\nsafety_understood = true\n[sound]\nvolume = 90\n")
        with HistoryStore.open(options.paths.database) as store:
            store.set_goal(Goal(date(2020, 1, 2), 2))
        return True

    def look() -> bool:
        lines = [label.text() for label in shown(QLabel, "week_line")]
        notices = [label.text() for label in shown(QLabel, "notice")]
        told.extend([*lines, *notices])
        looks.extend((one.size().toTuple(), theme_of(one.palette()).dark) for one in windows())
        return bool(lines) and windows()[0].close()

    steps = [click("Settings"), click("Back up now…"), change, click("Restore…"), click("Restore this backup"), look]
    walk = Walk(steps)
    status = app.run(replace(options, theme="dark"))
    walk.stop()
    assert (status, walk.problem, walk.steps) == (0, "", [])
    assert looks[-1] == ((900, 650), True), "the window is where it was, in the colours for this run"
    assert "of 5 days" in told[0]
    (kept,) = (options.paths.data / "backups").iterdir()
    assert told[1] == f"This is what {file} held. What was here before is in {kept}."
    assert "volume = 35" in options.paths.settings.read_text()
    with HistoryStore.open_to_read(options.paths.database) as store:
        assert [goal.days for goal in store.goals()] == [5]


def test_after_deleting_everything_it_is_the_first_day(options: Opening) -> None:
    told: list[str] = []

    def type_the_word() -> bool:
        fields = shown(QWidget, "Type delete")
        for field in fields:
            QTest.keyClicks(field, "Delete")
        return bool(fields)

    def look() -> bool:
        numbers = [label.text() for label in shown(QLabel, "safety_number")]
        told.extend([*numbers, *(label.text() for label in shown(QLabel, "notice"))])
        return bool(numbers) and windows()[0].close()

    steps = [
        click("Settings"), click("Delete everything…"), type_the_word, click("Delete everything for good"), look,
    ]  # fmt: skip
    walk = Walk(steps)
    status = app.run(options)
    walk.stop()
    assert (status, walk.problem, walk.steps) == (0, "", [])
    assert told == ["1 of 3", "Everything was deleted."]
    with HistoryStore.open_to_read(options.paths.database) as store:
        assert store.goals() == ()
    assert "volume = 70" in options.paths.settings.read_text()


def test_a_restore_that_was_interrupted_is_told(options: Opening) -> None:
    told: list[str] = []

    def look() -> bool:
        told.extend(label.text() for label in shown(QLabel, "notice"))
        return bool(shown(QLabel, "week_line")) and windows()[0].close()

    walk = Walk([look])
    assert app.run(replace(options, mended=Mended("back"))) == 0
    walk.stop()
    assert told == ["Restoring a backup was interrupted. Everything is as it was before."]


def test_a_note_that_can_not_be_read_is_told_in_a_window(options: Opening) -> None:
    told: list[str] = []
    (options.paths.data / NOTE).write_text("{")

    def look() -> bool:
        told.extend(label.text() for label in shown(QLabel, "question_text"))
        return bool(told) and windows()[0].close()

    walk = Walk([look])
    assert main(["--data-dir", str(options.paths.data)]) == 1
    walk.stop()
    assert (walk.problem, len(told)) == ("", 1)
    assert "this note of an interrupted restore can't be read" in told[0]


def test_what_can_not_be_put_back_is_told_and_nothing_is_opened(
    options: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(backup, "delete_everything", lambda _: fails())

    def fails() -> None:
        raise HalfDone("here: what is here could not be put back")

    def type_the_word() -> bool:
        fields = shown(QWidget, "Type delete")
        for field in fields:
            QTest.keyClicks(field, "Delete")
        return bool(fields)

    def look() -> bool:
        told.extend(label.text() for label in shown(QLabel, "question_text") if label.text().startswith("here"))
        return bool(told) and windows()[0].close()

    walk = Walk(
        [click("Settings"), click("Delete everything…"), type_the_word, click("Delete everything for good"), look]
    )
    status = app.run(options)
    walk.stop()
    assert (status, walk.problem, told) == (1, "", ["here: what is here could not be put back"])


def test_two_restores_in_one_minute_keep_both_safety_copies(options: Opening, tmp_path: Path) -> None:
    paths, now = options.paths, HandClock()()
    backup.write_backup(paths, file := tmp_path / "b.zip")
    with HistoryStore.open(paths.database) as store:
        store.set_goal(Goal(date(2020, 1, 2), 2))
    said = [restored(file, paths, now), restored(file, paths, now)]
    kept = sorted((paths.data / "backups").iterdir())
    assert [str(one) in sentence for one, sentence in zip(kept, reversed(said), strict=True)] == [True, True]
    goals = []
    for one in kept:
        restored(one, paths, now)
        with HistoryStore.open_to_read(paths.database) as store:
            goals.append([goal.days for goal in store.goals()])
    assert sorted(goals) == [[5], [5, 2]], "what was here before the first restore is still there"


def back_up_now_says_what_it_leaves_out(desk: Desk, answered, tmp_path: Path) -> None:
    answered(tmp_path / "b.zip")
    odd = desk.paths.routines / "notes.txt"
    odd.parent.mkdir(parents=True, exist_ok=True)
    odd.write_text("mine")
    desk.click("Back up now…")
    assert desk.text("notice") == (
        f"Backed up in {tmp_path / 'b.zip'}. Left out: 1 file that Hamstring doesn't know, {odd} for one."
    )


def test_a_report_is_copied_and_one_that_fails_is_said(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the command says, from a process of its own; a stand-in that is as quick as a test should be."""
    code = "import sys; print('report of', sys.argv[2:])"
    monkeypatch.setattr("hamstring_gui.program.report._AS_A_COMMAND", code)
    desk.click("Copy a report")
    desk.click("Copy a report")
    qtbot.waitUntil(lambda: "on the clipboard" in desk.text("notice"))
    assert QApplication.clipboard().text().strip() == f"report of ['--data-dir', '{desk.paths.data}', 'doctor']"
    monkeypatch.setattr("hamstring_gui.program.report._AS_A_COMMAND", "raise SystemExit(3)")
    desk.click("Copy a report")
    qtbot.waitUntil(lambda: "could not be put together" in desk.text("notice"))


def test_a_report_that_is_on_its_way_ends_with_the_window(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hamstring_gui.program.report._AS_A_COMMAND", "import time; time.sleep(600)")
    desk.click("Copy a report")
    process = desk.parts.data._reporter._process
    assert process is not None
    desk.hamstring.close()
    assert process.returncode is not None
    assert desk.parts.data._reporter.stop() == "", "a second time does no harm"


test_backups_and_folders = one_after_another(
    back_up_now,
    a_broken_backup_is_refused_before_anybody_is_asked,
    a_backup_is_put_back_only_when_that_is_wanted,
    deleting_everything_wants_a_word,
    open_folder,
    back_up_now_says_what_it_leaves_out,
    what_was_looked_through_in_the_window_is_not_while_there_is_none,
    first=begin_again,
)
