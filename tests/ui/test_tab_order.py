"""Tab goes over every page as the eye does, along the lines and down the columns; and what it reaches can be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.domain.history import by_hand
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import questions
from hamstring_gui.ui.routines.item import RoutineItem
from tests.domain.samples import START
from tests.spread import some
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
MOST = 300
"""Presses of Tab after which a round that has not closed never will."""
ENOUGH = 40
"""Px of a control by which one knows where the keyboard is."""
WAYS = {"on": (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        "back": (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)}  # fmt: skip


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def place(window: QWidget, widget: QWidget) -> QRect:
    """Where a widget stands in the window, seen or not."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def unseen(widget: QWidget) -> bool:
    """Whether it lies under the edge of what it scrolls in."""
    seen = widget.visibleRegion().boundingRect()
    return seen.height() < min(widget.height(), ENOUGH) or seen.width() < min(widget.width(), ENOUGH)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"


def item_of(widget: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    return parent if parent is None or isinstance(parent, RoutineItem) else item_of(parent)


def goes_back(one: QRect, other: QRect) -> bool:
    """Whether an eye that reads would go back from one place to the other: to the left on a line, or up a column."""
    on_a_line = other.top() < one.center().y() < other.bottom() or one.top() < other.center().y() < one.bottom()
    if on_a_line:
        return other.center().x() < one.center().x()
    return other.center().y() < one.center().y() and other.left() < one.right()


def round_of(desk: Desk, way: str) -> Iterator[QWidget]:
    """What has the keyboard, one after the other, until it is where it was first."""
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window, 30_000)
    desk.window.setUpdatesEnabled(False)
    seen: list[QWidget] = []
    for _ in range(MOST):
        desk.press(*WAYS[way])
        settle()
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in seen:
            assert widget is seen[0], f"{told(widget)} comes before the round is closed"
            break
        seen.append(widget)
        yield widget
    assert len(seen) > 1, "nothing on the page takes the keyboard"


def wrong_in_a_round(desk: Desk, way: str) -> str:
    """Where the order goes back more often than the once that closes a round, and what has the keyboard unseen."""
    hidden: list[str] = []
    backs: list[str] = []
    before: QWidget | None = None
    for widget in round_of(desk, way):
        if unseen(widget):
            hidden.append(f"{told(widget)} can’t be seen")
        if before is not None:
            places = [place(desk.window, one) for one in (before, widget)]
            together = item_of(before) is not None and item_of(before) is item_of(widget)
            if goes_back(*(places if way == "on" else reversed(places))) and not together:
                backs.append(f"{way} from {told(before)} to {told(widget)}")
        before = widget
    return "\n".join(hidden + (backs if len(backs) > 1 else []))


PAGES: dict[str, tuple[str, ...]] = {
    "today": ("Today",),
    "history": ("History",),
    "routines": ("Routines",),
    "a routine": ("Routines", "Weekly release"),
    "between holds": ("Routines", "Weekly release", "Between holds…"),
    "chooser": ("Routines", "Add exercise"),
    "exercises": ("Exercises",),
    "hamstrings": ("Your hamstrings",),
    "exercise": ("Exercises", "Supine band hamstring stretch"),
    "editor": ("Exercises", "New exercise"),
    "settings": ("Settings",),
    "session": ("Start",),
    "add": ("History", "Add past session"),
    "export": ("History", "Export…"),
    "pedals": ("Settings", "Set up keys…"),
}
SIZES = [(900, 510), (1180, 760)]


def sized(desk: Desk, size: tuple[int, int]) -> Desk:
    desk.window.setMinimumSize(1, 1)
    desk.window.resize(*size)
    settle()
    return desk


ROUNDS = [(SIZES[0], "on"), (SIZES[1], "on"), (SIZES[0], "back")]
EACH_RUN = {"large": ("history",), "back": ("today", "add")}
"""Every page in the small window, one in the large one that is laid out differently there, two the other way."""


def a_round(page: str, size: tuple[int, int], way: str) -> object:
    kind = way if way == "back" else "large" if size == SIZES[1] else "small"
    marks = [pytest.mark.nightly] if page == "pedals" or page not in EACH_RUN.get(kind, PAGES) else []
    marks += [] if page in ("today", "settings", "session") else [pytest.mark.thorough]
    return pytest.param(page, size, way, marks=marks, id=f"{page}, {size[0]}, {way}")


@pytest.mark.parametrize(("page", "size", "way"), [a_round(page, *one) for page in PAGES for one in ROUNDS])
def test_tab_follows_the_eye(open_desk: Open, page: str, size: tuple[int, int], way: str) -> None:
    desk = sized(open_desk(), size)
    for n in range(3):
        at = START - timedelta(days=n)
        desk.store.put_session(by_hand(str(n), at, at.date(), left_s=60, right_s=60))
    for press in PAGES[page]:
        desk.click(press)
    settle()
    assert wrong_in_a_round(desk, way) == ""


@pytest.mark.parametrize("size", some([(size,) for size in SIZES], 1), ids=str)
@pytest.mark.parametrize("page", [1, 2, 3])
def test_in_the_introduction_too(open_desk: Open, page: int, size: tuple[int, int]) -> None:
    desk = sized(open_desk(safe=False), size)
    for press in ("I understand", "Next")[: page - 1]:
        desk.click(press)
    settle()
    assert wrong_in_a_round(desk, "on") == ""


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_on_the_finish_page_too(open_desk: Open, quick: Routine, size: tuple[int, int]) -> None:
    desk = sized(open_desk(start=quick), size)
    desk.pass_time(25)
    settle()
    assert desk.shows("Done")
    assert wrong_in_a_round(desk, "on") == ""


def test_in_a_question_too(open_desk: Open) -> None:
    desk = open_desk()
    desk.window.ask(questions.to_delete_everything(lambda: None))
    settle()
    assert wrong_in_a_round(desk, "on") == ""


def test_what_the_keyboard_is_sent_to_is_scrolled_to_as_well(open_desk: Open) -> None:
    """Not only Tab: the arrow keys go to the chart from wherever the page was scrolled to."""
    desk = sized(open_desk(), (900, 510))
    desk.store.put_session(by_hand("one", START, START.date(), left_s=60, right_s=60))
    desk.click("History")
    settle()
    bar = desk.pages.history().sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window, 30_000)
    desk.press(Qt.Key.Key_Left)
    settle()
    chart = desk.pages.history().chart
    assert chart.hasFocus()
    assert chart.visibleRegion().boundingRect().height() > chart.height() - 2
