"""Where a notice lies: at an edge of the window, over nothing that one may want to press."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

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


@pytest.mark.nightly
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_nor_on_any_page_at_any_size(open_desk: Callable[..., Desk], application: QApplication, page: Page) -> None:
    assert looked_for(open_desk, application, page, SIZES) == []
