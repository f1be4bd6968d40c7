"""Reminders while the window is open, the question about those while it is closed, and the icon in the tray."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hamstring_gui.commands import remind
from hamstring_gui.desktop.bus import UNSHOWN
from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.history import by_hand, day_of
from hamstring_gui.domain.routine import Routine
from hamstring_gui.program import reminder_entry
from hamstring_gui.program.beside import Beside
from hamstring_gui.program.reminder import Reminder
from hamstring_gui.program.reminder_entry import program_command
from hamstring_gui.storage.reminded import days_told, passed_over
from hamstring_gui.ui import reminding
from hamstring_gui.ui.icons import set_window_icon
from tests.domain.samples import START
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
TODAY = day_of(START)


def beside(desk: Desk) -> Beside:
    """What comes after the first picture and is for these tests, without all the rest of it."""
    desk.hamstring._afterwards.stop()  # type: ignore[union-attr]
    found = desk.hamstring.beside
    set_window_icon()
    for piece in (found.hear_later_starts, found.reach_out, found.stand_in_the_tray, found.remind):
        piece()
    return found


@pytest.fixture
def reminded(open_desk: Open, tmp_path: Path) -> Callable[..., tuple[Desk, Reminder]]:
    """The window, at 19:42 on a day whose reminder was due at 18:00, or at another time."""

    def open_(at: str = "18:00", **given: object) -> tuple[Desk, Reminder]:
        (tmp_path / "settings.toml").write_text(f'[reminder]\non = true\nasked_when_closed = true\nat = "{at}"\n')
        desk = open_desk(**given)
        reminder = beside(desk).reminder
        assert reminder is not None
        return desk, reminder

    return open_


def notified(desk: Desk) -> list[object]:
    return [sent["text"] for sent in desk.sent if sent["do"] == "notify"]


def answer(desk: Desk, action: str) -> None:
    assert desk.hamstring.beside.bus is not None
    desk.hamstring.beside.bus.answered.emit("reminder", action, "")


def test_it_reminds_once_a_day_and_start_now_begins_what_today_offers(reminded) -> None:
    desk, reminder = reminded()
    assert notified(desk) == [], "not at once, when somebody came to stretch"
    for _ in range(2):
        reminder.look()
    assert notified(desk) == ["0 of 3 days so far this week."]
    assert days_told(desk.paths.reminded) == {TODAY}
    answer(desk, "not-today")
    assert desk.sent[-1] == {"do": "withdraw", "key": "reminder"}, "some desktops leave it there"
    answer(desk, "")
    desk.clock.pass_time(3600)
    reminder.look()
    assert len(notified(desk)) == 1
    desk.window.showMinimized()
    answer(desk, "default")
    assert (desk.window.isMinimized(), desk.parts.leads) == (False, False), "a press on it opens the window alone"
    desk.window.showMinimized()
    answer(desk, "start")
    assert not desk.window.isMinimized()
    assert desk.parts.leads
    assert desk.text("exercise") == "Supine band hamstring stretch"
    assert {"do": "withdraw", "key": "reminder"} in desk.sent


def test_it_comes_late_after_sleep_and_not_in_a_session(reminded, quick: Routine) -> None:
    desk, reminder = reminded("20:00", start=quick)
    desk.clock.pass_time(600)
    reminder.look()
    desk.clock.pass_time(20, asleep_s=1800)
    reminder.look()
    assert notified(desk) == [], "a session runs"
    desk.parts.conductor.player.command("end")
    desk.store.delete_session(desk.store.sessions()[-1].id) if desk.store.sessions() else None
    reminder.look()
    assert len(notified(desk)) == 1
    desk.parts.begin(quick)
    assert {"do": "withdraw", "key": "reminder"} in desk.sent, "it is heeded"


def test_a_day_with_a_session_needs_none_and_where_nobody_shows_any_the_window_says_it(reminded, monkeypatch) -> None:
    desk, reminder = reminded()
    alerted: list[object] = []
    monkeypatch.setattr("hamstring_gui.program.reminder.QApplication.alert", alerted.append)
    desk.parts.records.put_session(by_hand("x", START, TODAY, left_s=60, right_s=60))
    reminder.look()
    assert notified(desk) == []
    desk.parts.records.put_session(by_hand("x", START, TODAY - timedelta(days=1), left_s=60, right_s=60))
    reminder.look()
    assert notified(desk) == ["1 of 2 days so far this week."]
    answer(desk, UNSHOWN)
    assert desk.text("notice") == "Time to stretch. 1 of 2 days so far this week."
    assert alerted == [desk.window], "which may be minimised"


def test_who_sets_a_time_that_has_passed_is_not_reminded_at_once(reminded) -> None:
    desk, reminder = reminded("23:00")
    change = desk.parts.preferences.change
    change(reminder_at="19:30")
    reminder.look()
    assert notified(desk) == []
    assert passed_over(desk.paths.reminded, TODAY), "which the next start knows as well"
    change(reminder_at="20:30")
    desk.clock.pass_time(3600)
    reminder.look()
    assert len(notified(desk)) == 1
    change(reminder_at="20:35")
    desk.clock.pass_time(3600)
    reminder.look()
    assert len(notified(desk)) == 1, "today had one"


def test_both_ways_say_the_same() -> None:
    week = Week(tuple(Day(TODAY + timedelta(days=n), n == 0, False) for n in range(7)), 0.0)
    assert remind.words_of(week) == reminding.words_of(week)


def test_a_goal_of_one_day_is_one(application: QApplication) -> None:
    week = Week(tuple(Day(TODAY + timedelta(days=n), False, False) for n in range(7)), 0.0, goal=1)
    assert remind.words_of(week).text == reminding.words_of(week).text == "0 of 1 day so far this week."


# -- while it is closed ------------------------------------------------------------------------------------------------
@pytest.fixture
def left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """What goes on when the program is gone."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    left: list[list[str]] = []
    monkeypatch.setattr(reminder_entry.Errand, "leave_behind", left.append)
    return left


def test_reminders_while_it_is_closed_are_asked_about_once(open_desk: Open, left_behind: list[list[str]]) -> None:
    desk = open_desk()
    keeper = beside(desk).reminder_entry
    assert keeper is not None
    change, entry = desk.parts.preferences.change, keeper.entry
    change(reminder=True)
    assert desk.window.asking == "remind when closed"
    desk.press(Qt.Key.Key_Return)
    assert entry.is_there()
    arguments = ["--data-dir", str(desk.paths.data), "remind"]
    assert left_behind == [arguments]
    assert f"Exec={' '.join([*program_command(), *arguments])}\n" in entry.file.read_text()
    change(reminder_when_closed=False)
    assert not entry.is_there()
    change(reminder_when_closed=True)
    change(reminder=False)
    assert not entry.is_there()
    change(reminder=True)
    assert (desk.window.asking, entry.is_there(), len(left_behind)) == ("", True, 3)


def test_who_says_no_is_not_asked_again(open_desk: Open, left_behind: list[list[str]]) -> None:
    desk = open_desk()
    beside(desk)
    desk.parts.preferences.change(reminder=True)
    desk.press(Qt.Key.Key_Escape)
    for on in (False, True):
        desk.parts.preferences.change(reminder=on)
    assert (desk.window.asking, left_behind) == ("", [])


def test_when_the_program_starts_entry_and_setting_agree(
    open_desk: Open, left_behind: list[list[str]], subtests: pytest.Subtests
) -> None:
    """An entry that somebody took away elsewhere isn't put back, and one that leads nowhere any more leads here."""
    desk = open_desk()
    keeper = beside(desk).reminder_entry
    assert keeper is not None
    desk.parts.preferences.changed.disconnect(keeper._on_changed)
    for wanted, there in ((True, True), (True, False), (False, True), (False, False)):
        with subtests.test(wanted=wanted, there=there):
            desk.parts.preferences.change(reminder=wanted, reminder_when_closed=wanted)
            keeper._known = desk.parts.preferences.settings
            keeper.entry.remove()
            left_behind.clear()
            desk.parts.deeds.say("nothing")
            if there:
                keeper.entry.file.parent.mkdir(parents=True, exist_ok=True)
                keeper.entry.file.write_text("[Desktop Entry]\nExec=/gone/hamstring-gui remind\n")
            keeper.put_in_order()
            assert keeper.entry.is_there() == (wanted and there)
            assert desk.parts.preferences.settings.reminder_when_closed == (wanted and there)
            assert len(left_behind) == int(wanted and there)
            assert desk.text("notice").startswith("Reminders come only while") == (wanted and not there)
            assert not (wanted and there) or "/gone/" not in keeper.entry.file.read_text()


def test_an_entry_that_can_not_be_made_is_told(open_desk: Open, left_behind, tmp_path: Path) -> None:
    desk = open_desk()
    beside(desk)
    (tmp_path / "xdg").touch()
    desk.parts.preferences.change(asked_when_closed=True, reminder=True, reminder_when_closed=True)
    assert desk.text("notice").startswith("Hamstring can’t be started when you log in: ")
    assert not desk.parts.preferences.settings.reminder_when_closed
    assert left_behind == []


def test_windows_starts_the_program_from_its_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In a folder of its own choice, and where the program isn't installed."""
    monkeypatch.setattr(reminder_entry.sys, "platform", "win32")
    python, *words = program_command()
    monkeypatch.undo()
    command = [python, "-S", *words, "remind", "--check", "--data-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout[:30], done.stderr) == (0, "Nothing: reminders are off; th", "")


# -- the tray ----------------------------------------------------------------------------------------------------------
def test_the_icon_in_the_tray_tells_the_time_left_pauses_and_quits(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    keeper = beside(desk).tray
    assert keeper is not None
    assert keeper.tray is None, "as nobody asked for it"
    desk.parts.preferences.change(tray=True)
    tray = keeper.tray
    assert tray is not None
    assert tray.time.text() == "GET READY · 2 s · 24 s left", "at once"
    desk.pass_time(3)
    assert (tray.time.text(), tray.pause.text()) == ("HOLD · 3 s · 21 s left", "Pause")
    tray.pause.trigger()
    assert (tray.time.text(), tray.pause.text()) == ("PAUSED · 3 s · 21 s left", "Go on")
    tray.pause.trigger()
    desk.window.showMinimized()
    tray.open.trigger()
    assert not desk.window.isMinimized()
    for answers in (tray.quit, tray.pause):
        desk.window.showMinimized()
        answers.trigger()
        assert (desk.window.asking, desk.window.isMinimized()) == ("end", False), "the question stays, and is seen"
    desk.press(Qt.Key.Key_Return)
    assert tray.time.text() == "No session is running"
    desk.parts.preferences.change(tray=False)
    assert keeper.tray is None


def test_where_there_is_no_tray_the_setting_says_so(open_desk: Open, monkeypatch) -> None:
    there, asked = [False], list[bool]()
    monkeypatch.setattr("hamstring_gui.program.tray.has_tray", lambda: asked.append(True) or there[0])
    desk = open_desk()
    beside(desk)
    desk.click("Settings")
    words = desk.pages.settings().rows["tray"].explanation
    assert words.text() == "This desktop has no system tray now. It would show in one."
    asked.clear()
    desk.parts.preferences.change(volume=11)
    assert asked == [], "it takes a call to the desktop"
    there[0] = True
    desk.click("Today")
    desk.click("Settings")
    assert words.text().startswith("Tells the time left")
    there[0] = False
    desk.parts.preferences.change(tray=True)
    assert words.text().startswith("This desktop has no")
    there[0] = True
    desk.parts.preferences.change(tray=False)
    assert words.text().startswith("Tells the time left")
