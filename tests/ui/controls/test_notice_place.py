"""Where a notice lies: at an edge of the window, over nothing that one may want to press."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.ui.controls.notice import MOST_OF_WINDOW, Notice, _Ears
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.controls.scroll import Scroll
from hamstring_gui.ui.qt_setup import set_text_size
from tests.ui.conftest import Desk
from tests.ui.room import settle

SAID = "“Daily band stretch” is in your history as it is, and so is all that you held in it."
SMALLEST = (900, 510, 100)
SIZES = (
    SMALLEST, (900, 510, 125), (900, 510, 150), (540, 480, 100), (1093, 576, 100), (960, 520, 150), (1180, 760, 150),
    (1920, 1080, 100),
)  # fmt: skip
Page = Callable[[Desk], object]


def today(desk: Desk) -> None:
    desk.parts.today.choose("weekly-release")


def routines(desk: Desk) -> None:
    desk.parts.routines.show()


def exercise(desk: Desk) -> None:
    desk.parts.exercises.show()
    desk.pages.exercises().show_exercise("band-hamstring-stretch")


def own_exercise(desk: Desk) -> None:
    desk.parts.exercises.show()
    library = desk.pages.exercises()
    library.show_editor(desk.parts.library.exercises["leg-curl"])
    library.editor._first = library.editor._draft


def introduction(desk: Desk) -> None:
    desk.parts.introduction.show()


def session(desk: Desk) -> None:
    desk.parts.begin(desk.parts.library.routines["daily-band-stretch"])


def finish(desk: Desk) -> None:
    session(desk)
    desk.pass_time(40, 1.0)
    desk.parts.conductor.end()


PAGES = (today, routines, exercise, own_exercise, introduction, session, finish)


def place_of(desk: Desk, part: QWidget) -> QRect:
    """The part of the window where something shows."""
    return part.visibleRegion().boundingRect().translated(part.mapTo(desk.window, QPoint()))


def main_controls(desk: Desk) -> list[QWidget]:
    found = [one for one in desk.window.findChildren(Pressable) if one.look == "primary" and one.isEnabled()]
    return [one for one in found if one.isVisible()]


def covered(desk: Desk) -> Iterator[str]:
    """The main controls that a notice lies on, as the page is, and where it is scrolled to its end."""
    notice = desk.window.notice
    for far in (False, True):
        for area in desk.window.findChildren(Scroll):
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() if far else 0)
        settle()
        for one in main_controls(desk):
            if notice.geometry().intersects(place_of(desk, one)):
                yield f"{one.accessibleName()}{' at the end' if far else ''}"


def looked_for(
    open_desk: Callable[..., Desk], application: QApplication, page: Page, sizes: tuple[tuple[int, int, int], ...]
) -> list[str]:
    desk, found = open_desk(), list[str]()
    page(desk)
    assert main_controls(desk)
    for width, height, text_size in sizes:
        for undo in (True, False):
            desk.window.notice.hide()
            set_text_size(application, text_size)
            desk.window.resize(width, height)
            settle()
            desk.window.notice.show_notice(SAID if undo else "\n".join([SAID] * 3), undo=undo)
            settle()
            found += [f"{one}, {width} × {height}, {text_size} %, {undo=}" for one in covered(desk)]
            assert desk.window.rect().contains(desk.window.notice.geometry())
    return found


def test_it_covers_no_main_control(open_desk: Callable[..., Desk], application: QApplication) -> None:
    assert looked_for(open_desk, application, today, (SMALLEST,)) == []


def test_a_high_one_has_smaller_letters(application: QApplication) -> None:
    """So that there is room for it above or below a button, wherever that stands."""
    set_text_size(application, 150)
    window = QWidget()
    window.resize(700, 510)
    notice = Notice(window)
    for sentence, fits in ((SAID, True), ("\n".join([SAID] * 3), True), ("\n".join([SAID] * 8), False)):
        notice.show_notice(sentence)
        assert (notice.height() <= MOST_OF_WINDOW * window.height()) == fits
        assert (notice.text.scale < 1.5) == (sentence != SAID)
        assert notice.text.scale >= 1.0


@pytest.mark.nightly
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_nor_on_any_page_at_any_size(open_desk: Callable[..., Desk], application: QApplication, page: Page) -> None:
    assert looked_for(open_desk, application, page, SIZES) == []


def shown_over(desk: Desk, page: Page) -> Notice:
    page(desk)
    desk.window.resize(900, 510)
    settle()
    desk.window.notice.show_notice(SAID, undo=True)
    settle()
    return desk.window.notice


def lies_on_the_keyboard(desk: Desk) -> str:
    """What has the keyboard and lies under the notice, by its name."""
    focused, notice = desk.window.focusWidget(), desk.window.notice
    if focused is None or notice.isAncestorOf(focused) or not place_of(desk, focused).isValid():
        return ""
    return focused.accessibleName() if place_of(desk, focused).intersects(notice.geometry()) else ""


def walk(desk: Desk, tabs: int) -> list[str]:
    found = []
    for _ in range(tabs):
        desk.press(Qt.Key.Key_Tab)
        settle()
        found.append(lies_on_the_keyboard(desk))
    return list(filter(None, found))


def test_it_leaves_what_gets_the_keyboard(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    notice, hold = shown_over(desk, today), desk.pages.today().hero.hold.hold
    notice.move(notice.x(), place_of(desk, hold).top())
    hold.setFocus()
    assert lies_on_the_keyboard(desk)
    settle()
    assert lies_on_the_keyboard(desk) == ""


@pytest.mark.nightly
@pytest.mark.parametrize("page", PAGES[:5], ids=lambda page: page.__name__)
def test_on_a_walk_with_tab_it_lies_on_nothing_that_has_the_keyboard(
    open_desk: Callable[..., Desk], page: Page
) -> None:
    desk = open_desk()
    shown_over(desk, page)
    assert walk(desk, 60) == []


def test_it_stays_while_its_place_is_free_or_the_pointer_comes_to_it(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    notice, start = shown_over(desk, today), desk.pages.today().hero.start
    usual, free = notice.y(), place_of(desk, start).bottom() + 1
    notice.move(notice.x(), free)  # as if something else had been in its way
    notice.place()
    assert notice.y() == free, "nothing is in its way here"
    on_start = place_of(desk, start).top() - 1
    for under in (True, False):
        notice.move(notice.x(), on_start)
        notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under)
        QCursor.setPos(QCursor.pos() + QPoint(1, 1))
        notice.place()
        assert (notice.y() == on_start) == under
    notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    notice.move(notice.x(), on_start)
    notice.place()
    assert notice.y() != on_start, "the pointer only rests where it came to lie"
    QCursor.setPos(QCursor.pos() + QPoint(1, 1))
    notice.move(notice.x(), on_start)
    notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))
    settle()
    assert notice.y() != on_start, "the pointer has left it"
    notice.hide()
    notice.show_notice(SAID, undo=True)
    assert notice.y() == usual


def test_it_hears_of_nothing_once_it_is_hidden(open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch) -> None:
    heard = list[object]()
    monkeypatch.setattr(_Ears, "eventFilter", lambda _, watched, event: bool(heard.append((watched, event.type()))))
    desk = open_desk()
    notice, start = shown_over(desk, today), desk.pages.today().hero.start
    for hidden in (False, True):
        notice.setHidden(hidden)
        heard.clear()
        start.move(start.pos() + QPoint(1, 0))
        assert (heard == []) == hidden
