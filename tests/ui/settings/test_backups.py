"""Backups in the window: taken back, counted, found again, and made by themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from hamstring_gui import app
from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import by_hand
from hamstring_gui.program.data import Back
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage import backup
from hamstring_gui.storage.automatic import back_up
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui import file_dialogs
from hamstring_gui.ui.dates import clock
from tests.domain.samples import START
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.settings.conftest import begin_again
from tests.ui.settings.walking import Walk, click, shown, windows

pytestmark = pytest.mark.thorough

Key = Qt.Key


def test_a_restore_is_taken_back_and_made_again(options: Opening, answered, tmp_path: Path) -> None:
    """Each time everything gives way to other data, in a window of its own."""
    file = tmp_path / "b.zip"
    backup.write_backup(options.paths, file)
    answered(file)
    with HistoryStore.open(options.paths.database) as store:
        store.set_goal(Goal(date(2020, 1, 2), 2))
    told: list[str] = []

    def says(beginning: str, goal: int, then: Callable[[], object]) -> Callable[[], bool]:
        def step() -> bool:
            lines = [label.text() for label in shown(QLabel, "week_line")]
            notices = [label.text() for label in shown(QLabel, "notice")]
            if not (len(windows()) == 1 and notices and lines and f"of {goal} days" in lines[0]):
                return False
            if not notices[0].startswith(beginning):
                return False
            told.append(notices[0])
            then()
            return True

        return step

    def press(key: Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(windows()[0].windowHandle(), key, Qt.KeyboardModifier.ControlModifier | more)

    restored_, as_before = f"This is what {file} held.", "All is as it was before the restore."
    again = f"This is what {options.paths.backups}"
    walk = Walk(
        [
            click("Settings"), click("Restore…"), click("Restore this backup"),
            says(restored_, 5, lambda: press(Key.Key_Z)),
            says(as_before, 2, lambda: press(Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)),
            says(again, 5, lambda: windows()[0].close()),
        ]
    )  # fmt: skip
    status = app.run(options)
    walk.stop()
    assert (status, walk.problem, walk.steps) == (0, "", [])
    assert len(list(options.paths.backups.glob("before-*.zip"))) == 3
    assert all("is in " in one for one in told)


@pytest.mark.nightly
@pytest.mark.parametrize("settings", ["", "[first_run]\nsafety_understood = true\nintroduction_page = 2\n"])
def test_one_from_before_the_introduction_is_taken_back_where_that_shows(
    options: Opening, answered, tmp_path: Path, settings: str
) -> None:
    file, used = tmp_path / "b.zip", options.paths.settings.read_text()
    options.paths.settings.write_text(settings)
    backup.write_backup(options.paths, file)
    options.paths.settings.write_text(used)
    answered(file)

    def press(name: str, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[], bool]:
        def step() -> bool:
            there = len(windows()) == 1 and shown(QLabel, "notice") and shown(QWidget, name)
            if there:
                QTest.keyClick(windows()[0].windowHandle(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier | more)
            return bool(there)

        return step

    introduction = "Skip" if settings else "I understand"
    walk = Walk(
        [
            click("Settings"), click("Restore…"), click("Restore this backup"), press(introduction),
            press("week_line", Qt.KeyboardModifier.ShiftModifier), click("Undo"),
            lambda: bool(shown(QLabel, "week_line")) and windows()[0].close(),
        ]
    )  # fmt: skip
    status = app.run(options)
    walk.stop()
    assert (status, walk.problem, walk.steps) == (0, "", [])
    assert "introduction_page" not in options.paths.settings.read_text()


def what_takes_a_restore_back_may_be_gone(desk: Desk) -> None:
    wishes: list[object] = []
    desk.parts.data.exchange_requested.connect(wishes.append)
    desk.parts.data.take_up(Back(gone := desk.paths.backups / "before.zip", taken_back=False), "Restored.")
    assert desk.text("notice") == "Restored."
    desk.click("Undo")
    assert desk.text("notice").startswith(f"{gone}: ")
    assert (wishes, desk.parts.deeds.newest) == ([], "Restoring a backup")


def settings_say_where_automatic_backups_are_and_when_the_last_was_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    row = desk.pages.settings().rows["backups"]
    assert row.path.text() == str(desk.paths.backups)
    assert row.explanation.text().endswith(" There is none yet.")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True)
    desk.click("Open backups")
    assert desk.text("notice") == f"There are no backups yet. They will be in {desk.paths.backups}."
    back_up(desk.paths, desk.clock().wall)
    desk.click("Today")
    desk.click("Settings")
    assert row.explanation.text().endswith(f" The last one: Today, {clock(desk.clock().wall)}.")
    desk.click("Open backups")
    assert opened == [str(desk.paths.backups)]
    _a_restore_says_how_much_there_is(desk, monkeypatch, tmp_path)


def _a_restore_says_how_much_there_is(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[object, ...]] = []
    files = [tmp_path / "b.zip", tmp_path / "other.sqlite3"]
    monkeypatch.setattr(file_dialogs, "ask_for_file", lambda *said: asked.append(said) or files[len(asked) - 1])
    backup.write_backup(desk.paths, files[0])
    HistoryStore.open(files[1]).close()
    desk.store.put_session(by_hand("a", START, START.date(), left_s=60, right_s=60))
    for stays in (False, True):
        desk.click("Restore…")
        assert asked[-1][-1] == desk.paths.backups, "the dialog begins there"
        assert "It holds 0 sessions. Here is 1 now." in desk.text("question_text")
        assert ("settings stay" in desk.text("question_text")) is stays
        desk.press(Key.Key_Escape)


test_backups_by_themselves = one_after_another(
    settings_say_where_automatic_backups_are_and_when_the_last_was_made,
    what_takes_a_restore_back_may_be_gone,
    first=begin_again,
)
