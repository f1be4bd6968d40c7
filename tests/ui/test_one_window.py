"""Nothing but the one window is ever a window: not for a moment, while it has no parent yet.

The program is walked through as a whole: every button of every page, of every card and of every question that comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from hamstring_gui.domain.history import HoldRecord, SessionRecord, by_hand
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.buttons import KeyButton, LinkButton, SignButton
from hamstring_gui.ui.window import Window
from tests.domain.samples import START
from tests.ui.conftest import Desk
from tests.ui.test_drops import Held

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
"""Menus and tips are windows of their own, and go by themselves."""
LEFT_ALONE = {"Open folder"}
"""What would start another program."""
ENTRIES = ("Today", "History", "Routines", "Exercises", "Settings")
MOST = 400
"""Presses, after which the walk goes round in circles."""
OF_A_KIND = 2
"""How many options, steppers, cards and the like of a page are pressed in each run, and every button; all at night."""
ALL_OF_THEM = (KeyButton, LinkButton, SignButton)


class Windows(QObject):
    """Notes what shows as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shows and not isinstance(watched, Window) and watched.windowType() not in PASSING:
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def windows(application: QApplication) -> Iterator[Windows]:
    windows = Windows()
    application.installEventFilter(windows)
    yield windows
    application.removeEventFilter(windows)


class Walker:
    """Presses everything there is to press, each once, and notes what that was."""

    def __init__(self, desk: Desk, of_a_kind: int = OF_A_KIND) -> None:
        self.desk, self.window = desk, desk.window
        self.pressed: list[str] = []
        self._of_a_kind, self._kinds = of_a_kind, Counter[tuple[str, type]]()
        self.window.setUpdatesEnabled(False)  # what shows is what matters, not how it looks
        for ask in ("ask_for_file", "ask_where_to"):
            setattr(desk.window, ask, lambda *_: None)

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
        while popup := QApplication.activePopupWidget():
            popup.close()

    def go_to(self, entry: str) -> None:
        """Wherever it is, be on a page of the side bar."""
        self.window.drop_question()
        if self.desk.parts.conductor.player.session is not None:
            self.desk.parts.conductor.end()
            self.settle()
        for _ in range(9):
            if self.window.sidebar.isVisible():
                break
            done = next((b for b in self.buttons() if b.accessibleName() in ("Done", "Not now", "Skip")), None)
            done.click() if done is not None else self.desk.press(Qt.Key.Key_Escape)
            self.settle()
        self.desk.click(entry)
        self.window.drop_question()
        self.settle()

    def buttons(self) -> list[QAbstractButton]:
        """What can be pressed now: of a question that stands, or else of the page."""
        within: QWidget = self.window._question or self.window
        found = [one for one in within.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        return [one for one in found if not self.window.sidebar.isAncestorOf(one)]

    def fresh(self) -> QAbstractButton | None:
        """The first button here that has not been pressed."""
        here = f"{type(self.window.page).__name__} {self.window.asking}".strip()
        for button in self.buttons():
            name, kind = f"{here}: {button.accessibleName()}", (here, type(button))
            enough = self._kinds[kind] >= self._of_a_kind and not isinstance(button, ALL_OF_THEM)
            if name not in self.pressed and button.accessibleName() not in LEFT_ALONE and not enough:
                self.pressed.append(name)
                self._kinds[kind] += 1
                return button
        return None

    def press_all(self, entry: str) -> None:
        """Press what is on a page of the side bar, and everything that comes of it."""
        while (button := self.fresh()) or (self.go_to(entry), button := self.fresh())[1]:
            assert len(self.pressed) < MOST, self.pressed
            button.click()
            self.settle()

    def point_at_everything(self) -> None:
        """What says something under the pointer; and the menu of every field."""
        for widget in self.window.findChildren(QWidget):
            if widget.isVisible() and widget.hasMouseTracking():
                QTest.mouseMove(widget, QPoint(widget.width() // 2, widget.height() // 2))
        self.settle()
        for field in [*self.window.findChildren(QLineEdit), *self.window.findChildren(QPlainTextEdit)]:
            if field.isVisible():
                at = field.rect().center()
                menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
                QApplication.sendEvent(field, menu)
                self.settle()


def remember(desk: Desk) -> None:
    for days in range(40):
        at = START - timedelta(days=3 * days)
        desk.store.put_session(by_hand(f"h{days}", at, at.date(), left_s=60, right_s=60))
    hold = HoldRecord(0, "leg-curl", "left", 1, 30.0, 10.0, "stopped for pain", START)
    desk.store.put_session(
        SessionRecord("hurt", "r", "Mine", START, START, START.date(), "finished", 30.0, (hold,), note="Au")
    )


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_page_flashes_windows(open_desk: Open, windows: Windows, entry: str, pytestconfig: pytest.Config) -> None:
    desk = open_desk()
    remember(desk)
    walker = Walker(desk, MOST if pytestconfig.getoption("--nightly") else OF_A_KIND)
    walker.go_to(entry)
    if entry == "History":
        desk.pages.history().table.go_to("hurt")
    walker.point_at_everything()
    walker.press_all(entry)
    Held(desk, "mine.toml", "photo.png").leave()
    assert windows.seen == []
    assert len(walker.pressed) > 20, walker.pressed


def test_the_first_start_and_a_whole_session_flash_none(open_desk: Open, windows: Windows, quick: Routine) -> None:
    desk = open_desk(safe=False)
    walker = Walker(desk)
    for press in ("I understand", "Next", "All set"):
        desk.click(press)
        walker.point_at_everything()
    desk.parts.begin(quick)
    walker.settle()
    desk.window.toggle_full_screen()
    desk.pass_time(25)
    walker.settle()
    walker.point_at_everything()
    assert desk.shows("Done")
    walker.press_all("Today")
    assert windows.seen == []


def test_no_question_flashes_one(open_desk: Open, windows: Windows, tmp_path: Path) -> None:
    desk = open_desk()
    walker = Walker(desk)
    (tmp_path / "weeks.csv").write_text("Date,Habit\n2026-11-02,2\n", "utf-8")
    desk.window.files_dropped.emit([str(tmp_path / "weeks.csv"), str(tmp_path / "nothing.toml")])
    walker.settle()
    desk.click("Exercises")
    desk.click("New exercise")
    desk.pages.exercises().editor.form.steps.edit.setPlainText("Sit")
    desk.press(Qt.Key.Key_Escape)
    walker.settle()
    nothing = partial(int)
    for question in (
        questions.to_restore("a.zip", nothing), questions.to_delete_everything(nothing),
        questions.no_history("It can’t be read.", nothing), questions.about_unsaved(nothing, nothing),
        questions.to_end(nothing, nothing), questions.about_toes(),
    ):  # fmt: skip
        desk.window.ask(question)
        walker.settle()
    assert windows.seen == []


def test_a_window_that_flashes_is_noticed(application: QApplication, windows: Windows) -> None:
    label = QLabel("for a moment")
    label.show()
    label.close()
    assert windows.seen == ["QLabel "]
