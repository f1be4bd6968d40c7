"""What has the keyboard can be seen: a ring of at least 2 px at 3:1, on every control of every page, in both themes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.text_area import TextArea
from hamstring_gui.ui.theme import theme_of
from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.contrast import contrast
from tests.ui.history.histories import weeks_of

pytestmark = [pytest.mark.thorough, pytest.mark.painted]
AROUND = 6
"""Px beyond a control in which its ring may lie."""
Open = Callable[..., Desk]


def stops(window: QWidget, page: QWidget) -> Iterator[QWidget]:
    """Where Tab stops on a page, in its order."""
    widget = window.nextInFocusChain()
    while widget is not window:
        stops_here = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if (
            stops_here
            and widget is not page
            and page.isAncestorOf(widget)
            and widget.isVisible()
            and widget.isEnabled()
        ):
            yield widget
        widget = widget.nextInFocusChain()


def bearer(widget: QWidget) -> QWidget:
    """What the ring goes round: a field, where a widget is only what is written in inside it."""
    parent = widget.parentWidget()
    return parent if isinstance(parent, TextArea) else widget


def picture_of(window: QWidget, widget: QWidget) -> QImage:
    """The window around a widget, as it is now."""
    around = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return window.grab(around).toImage()


def alike(one: QColor, other: QColor) -> bool:
    """Whether two colours differ by no more than the smoothing of a round edge."""
    return max(abs(a - b) for a, b in zip(one.toTuple()[:3], other.toTuple()[:3], strict=True)) < 48


def on_line(before: list[QColor], after: list[QColor], ring: QColor) -> str:
    """What is wrong with a ring where a line through its middle crosses it, or nothing."""
    came = [n for n, colour in enumerate(after) if alike(colour, ring) and not alike(colour, before[n])]
    if not came:
        return "nothing changes"
    for first, step in ((came[0], 1), (came[-1], -1)):
        if first + step not in came:
            return "less than 2 px"
        within, beyond = next(n for n in range(first, len(after) * step, step) if n not in came), first - step
        if any(contrast(ring, after[n]) < 3 and contrast(ring, after[n + way]) < 3
               for n, way in ((within, step), (beyond, -step)) if 0 <= n + way < len(after)):  # fmt: skip
            return "too faint"
    return "" if came[-1] - came[0] > 14 else "not all round"


def ring_in(before: QImage, after: QImage, colours: tuple[QColor, ...]) -> str:
    """What is wrong with the ring that came between two pictures, or nothing."""
    across = [QPoint(x, after.height() // 2) for x in range(after.width())]
    down = [QPoint(after.width() // 2, y) for y in range(after.height())]
    for ring in colours:
        problems = [
            on_line([before.pixelColor(at) for at in line], [after.pixelColor(at) for at in line], ring)
            for line in (across, down)
        ]
        if problems != ["nothing changes"] * 2:
            return problems[0] or problems[1]
    return "nothing changes"


def bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 40)
        parent = parent.parentWidget()


def few_of_a_kind(widgets: Iterable[QWidget]) -> list[QWidget]:
    """The first and the last of each class: they are painted by the same lines."""
    kinds: dict[type, list[QWidget]] = {}
    for widget in widgets:
        kinds.setdefault(type(widget), []).append(widget)
    return [widget for alike in kinds.values() for widget in dict.fromkeys((alike[0], alike[-1]))]


def without_ring(desk: Desk, page: QWidget, nightly: bool) -> list[str]:
    """The controls of a page that can have the keyboard without anybody seeing it."""
    window, wrong = desk.window, []
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 30_000)
    theme = theme_of(window.palette())
    seen = list(stops(window, page)) if nightly else few_of_a_kind(stops(window, page))
    assert seen, "nothing on the page takes the keyboard"
    for widget in seen:
        if isinstance(widget, QLineEdit):
            widget.setReadOnly(True)  # no cursor that blinks
        bring_into_view(bearer(widget))
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = picture_of(window, bearer(widget))
        assert widget.hasFocus()
        widget.clearFocus()
        QApplication.processEvents()
        problem = ring_in(picture_of(window, bearer(widget)), after, (theme.focus, theme.button_ink))
        if problem:
            wrong.append(f"{type(widget).__name__} {widget.accessibleName()!r}: {problem}")
    return wrong


PAGES: dict[str, tuple[str, ...]] = {
    "today": ("Today",),
    "history": ("History",),
    "routines": ("Routines",),
    "chooser": ("Routines", "Add exercise"),
    "exercises": ("Exercises",),
    "exercise": ("Exercises", "Supine band hamstring stretch"),
    "editor": ("Exercises", "New exercise"),
    "settings": ("Settings",),
    "session": ("Start",),
}


ALIKE = ("exercises", "chooser")
"""What has no control that other pages have not."""


def looks(names: Iterable[Any], in_the_dark: Container[Any] = ()) -> list[object]:
    """Each name in both themes: each run looks at one page in the dark, and at all but a few in the light."""
    names = tuple(names)
    light = [late(one, "light") if one in ALIKE else (one, "light") for one in names]
    return [*light, *((one, "dark") if one in in_the_dark else late(one, "dark") for one in names)]


@pytest.mark.parametrize(("page", "theme"), looks(PAGES, ("session",)), indirect=["theme"])
def test_every_control_shows_that_it_has_the_keyboard(open_desk: Open, theme: str, nightly: bool, page: str) -> None:
    desk = open_desk()
    weeks_of(desk.store, 1)  # else there is no chart to look at
    desk.window.resize(1180, 760)
    for press in PAGES[page]:
        desk.click(press)
    QApplication.processEvents()
    assert "\n".join(without_ring(desk, desk.window, nightly)) == ""


def test_a_question_too(open_desk: Open, theme: str, nightly: bool) -> None:
    desk = open_desk()
    desk.window.ask(questions.to_delete_everything(lambda: None))
    question = desk.window._question
    assert question is not None
    QApplication.processEvents()
    assert "\n".join(without_ring(desk, question, nightly)) == ""


@pytest.mark.parametrize(("card", "theme"), looks(["Add past session", "Export…"]), indirect=["theme"])
def test_cards_over_the_history_too(open_desk: Open, theme: str, nightly: bool, card: str) -> None:
    desk = open_desk()
    desk.click("History")
    desk.click(card)
    question = desk.window._question
    assert question is not None
    QApplication.processEvents()
    assert "\n".join(without_ring(desk, question, nightly)) == ""


def test_the_finish_page_too(open_desk: Open, theme: str, nightly: bool, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(25)
    QApplication.processEvents()
    assert desk.shows("Done")
    assert "\n".join(without_ring(desk, desk.window, nightly)) == ""


@pytest.mark.parametrize(("page", "theme"), looks([1, 2, 3]), indirect=["theme"])
def test_the_introduction_too(open_desk: Open, theme: str, nightly: bool, page: int) -> None:
    desk = open_desk(safe=False)
    for press in ("I understand", "Next")[: page - 1]:
        desk.click(press)
    QApplication.processEvents()
    assert "\n".join(without_ring(desk, desk.window, nightly)) == ""


@pytest.mark.parametrize(
    ("wide", "ring", "said"),
    [
        (2, "#1F6F78", ""),
        (1, "#1F6F78", "less than 2 px"),
        (2, "#9CC3BE", "too faint"),
        (0, "#1F6F78", "nothing changes"),
    ],
)
def test_a_ring_is_told_from_none(wide: int, ring: str, said: str) -> None:
    before, after = (QImage(40, 40, QImage.Format.Format_RGB32) for _ in range(2))
    for image in (before, after):
        image.fill(QColor("#FFFDF8"))
    painter = QPainter(after)
    for inset in range(4, 4 + wide):
        painter.setPen(QColor(ring))
        painter.drawRect(inset, inset, 39 - 2 * inset, 39 - 2 * inset)
    painter.end()
    assert ring_in(before, after, (QColor(ring),)) == said
