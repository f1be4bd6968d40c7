"""The wheel changes nothing in passing: on every page, whatever the pointer is over, it is the page's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QScrollBar, QWidget

from hamstring_gui.domain.history import by_hand
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui.controls.choice import Choice
from hamstring_gui.ui.controls.options import Options
from tests.domain.samples import START
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.test_tab_order import PAGES

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]


def turn(widget: QWidget) -> None:
    """Two notches down and one up, the pointer over a widget."""
    middle = QPointF(widget.rect().center())
    for way in (-120, -120, 120):
        event = QWheelEvent(
            middle, widget.mapToGlobal(middle), QPoint(0, way // 4), QPoint(0, way), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)


Set = QAbstractSpinBox | QAbstractSlider | Choice | Options
"""What has a value that can be changed."""


def value_of(one: Set) -> object:
    return one.value if isinstance(one, Choice | Options) else one.value()  # type: ignore[attr-defined]


def turn_over_everything(desk: Desk) -> None:
    there = [one for one in desk.window.findChildren(QWidget) if not isinstance(one, QScrollBar)]
    before = {one: value_of(one) for one in there if isinstance(one, Set)}
    for widget in there:
        if widget.isVisible() and not widget.hasFocus():
            turn(widget)
    QApplication.processEvents()
    changed = [one.accessibleName() for one, value in before.items() if value_of(one) != value]
    assert changed == []


SETTING = ("a routine", "between holds", "settings", "add", "session")
"""Where most is set that a wheel could change."""


@pytest.mark.parametrize("page", [page if page in SETTING else late(page) for page in PAGES])
def test_the_wheel_changes_nothing_in_passing(open_desk: Open, page: str) -> None:
    desk = open_desk()
    for n in range(3):
        at = START - timedelta(days=n)
        desk.store.put_session(by_hand(str(n), at, at.date(), left_s=60, right_s=60))
    for press in PAGES[page]:
        desk.click(press)
    QApplication.processEvents()
    library, settings = desk.parts.library, desk.hamstring.preferences.settings
    routines, goals = library.routines, desk.store.goals()
    turn_over_everything(desk)
    assert (library.routines, desk.hamstring.preferences.settings, desk.store.goals()) == (routines, settings, goals)


def test_nor_on_the_finish_page(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(25)
    assert desk.shows("Done")
    turn_over_everything(desk)
