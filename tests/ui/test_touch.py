"""A finger scrolls every page, and what it lay on is not pressed by that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScroller, QWidget
from shiboken6 import isValid

from hamstring_gui.domain.history import by_hand
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.finger import Finger
from hamstring_gui.ui.controls.scroll import Scroll
from tests.domain.samples import START
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.room import settle

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
NOTHING: Mapping[int, Callable[[], None]] = MappingProxyType({})


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


class Hand:
    """A finger on the window of a desk."""

    def __init__(self, desk: Desk, screen: QPointingDevice, qtbot) -> None:
        self.desk, self.window, self._screen, self._qtbot = desk, desk.window, screen, qtbot

    def on(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.window, widget.rect().center())

    def swipe(self, start: QPoint, way: int, meanwhile: Mapping[int, Callable[[], None]] = NOTHING) -> None:
        """Up, by so many px, quickly (`meanwhile`: what happens after how many of its 12 moves); and
        then the page is held."""
        handle = self.window.windowHandle()
        QTest.touchEvent(handle, self._screen).press(0, start, handle).commit()
        for n in range(1, 13):
            meanwhile.get(n - 1, lambda: None)()
            self._qtbot.wait(4)
            to = start - QPoint(0, way * n // 12)
            QTest.touchEvent(handle, self._screen).move(0, to, handle).commit()
        QTest.touchEvent(handle, self._screen).release(0, start - QPoint(0, way), handle).commit()
        areas = [
            area for area in self.window.findChildren(QAbstractScrollArea) if QScroller.hasScroller(area.viewport())
        ]
        for area in areas:
            QScroller.scroller(area.viewport()).stop()

    def tap(self, at: QPoint) -> None:
        self.swipe(at, 0)


@pytest.fixture
def hand(open_desk: Open, screen: QPointingDevice, qtbot, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """In a small window, with sessions in the history; fingers need not wait a moment."""
    monkeypatch.setattr("hamstring_gui.ui.controls.scroll.A_MOMENT_MS", 0)
    desk = open_desk()
    for n in range(12):
        at = START - timedelta(days=n)
        desk.store.put_session(by_hand(str(n), at, at.date(), left_s=60, right_s=60))
    desk.window.setMinimumSize(1, 1)
    desk.window.resize(760, 420)
    return Hand(desk, screen, qtbot)


def scrolled(hand: Hand, *presses: str) -> Scroll:
    """Go somewhere; gives what scrolls there, once it hears fingers."""
    for press in presses:
        hand.desk.click(press)

    def areas() -> list[Scroll]:
        return [
            one for one in hand.window.findChildren(Scroll) if one.isVisible() and one.verticalScrollBar().maximum()
        ]

    settle()
    hand._qtbot.waitUntil(lambda: bool(areas()) and all(one.findChild(Finger) for one in areas()))
    return areas()[-1]


@pytest.mark.parametrize(
    "presses",
    [("Today",), ("History",), ("Routines",), late(("Routines", "Weekly release")), late(("Routines", "Add exercise")),
     ("Exercises",), late(("Exercises", "Supine band hamstring stretch")), late(("Exercises", "New exercise")),
     ("Settings",), ("History", "Add past session"), late(("History", "Export…"))],
    ids=" ".join,
)  # fmt: skip
def test_a_finger_scrolls(hand: Hand, presses: tuple[str, ...]) -> None:
    area = scrolled(hand, *presses)
    hand.swipe(hand.on(area) + QPoint(0, min(80, area.height() // 2 - 10)), 120)
    assert area.verticalScrollBar().value() > 0


def test_what_the_finger_lay_on_is_not_pressed(hand: Hand) -> None:
    area = scrolled(hand, "Settings")
    switch, pressed = hand.desk.input("Wait for a key before each exercise"), []
    assert isinstance(switch, QAbstractButton)
    switch.clicked.connect(lambda: pressed.append(1))
    hand.swipe(hand.on(switch), 120)
    assert area.verticalScrollBar().value() > 0
    assert (pressed, switch.isDown()) == ([], False)
    area.verticalScrollBar().setValue(0)
    hand.tap(hand.on(switch))
    assert pressed == [1], "a tap still is"


def test_a_row_of_the_sessions_is_not_opened_either(hand: Hand) -> None:
    area = scrolled(hand, "History")
    view = hand.desk.pages.history().table.view
    area.verticalScrollBar().setValue(view.mapTo(area.widget(), QPoint(0, 0)).y() - 20)
    before = area.verticalScrollBar().value()

    def row(number: int) -> QPoint:
        return view.viewport().mapTo(hand.window, view.visualRect(view.model().index(number, 1)).center())

    hand.swipe(row(5), 100)
    assert area.verticalScrollBar().value() > before
    assert view.open_id == ""
    hand.tap(row(7))
    assert view.open_id == "7"


def test_a_finger_on_a_handle_drags_it(hand: Hand) -> None:
    area = scrolled(hand, "Routines", "Three daily habits")
    items = hand.desk.pages.routines().editor.items.items
    first = items[0].title.text()
    area.verticalScrollBar().setValue(0)
    hand.swipe(items[0].handle.mapTo(hand.window, QPoint(8, 20)), -items[0].height() - 30)
    assert area.verticalScrollBar().value() == 0
    assert items[0].title.text() != first


@pytest.mark.parametrize("close", [Qt.Key.Key_Escape, Qt.Key.Key_Return], ids=["put away", "answered"])
def test_a_finger_scrolls_where_a_card_lay(hand: Hand, close: Qt.Key) -> None:
    area = scrolled(hand, "History")
    if close == Qt.Key.Key_Escape:
        hand.desk.click("Export…")
    else:
        hand.window.ask(questions.about_toes())
    for key in (Qt.Key.Key_Tab, close):
        settle()
        hand.desk.press(key)
    hand._qtbot.waitUntil(lambda: not hand.window.asking)
    settle()
    hand.swipe(hand.on(area), 150)
    assert area.verticalScrollBar().value() > 0


@pytest.mark.parametrize("moved", [0, late(4), 8])
def test_what_the_finger_lies_on_may_go(hand: Hand, moved: int) -> None:
    """As a row does that is made anew while the finger moves: before the page begins to move, and after that."""
    area = scrolled(hand, "Settings")
    button = KeyButton("Goes", parent=area.widget())
    button.setGeometry(20, 100, 200, 100)
    button.show()
    with hand._qtbot.capture_exceptions() as raised:
        hand.swipe(hand.on(button), 120, {moved: button.deleteLater})
    assert (raised, isValid(button)) == ([], False)
    assert area.verticalScrollBar().value() > 0
