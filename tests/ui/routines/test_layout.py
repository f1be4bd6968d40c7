"""The Routines page in little room, and the field of what a routine is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk
from tests.ui.room import settle


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    desk = open_desk()
    desk.click("Routines")
    return desk


def test_on_a_small_laptop_the_page_scrolls_and_not_its_exercises(desk: Desk) -> None:
    """1366 × 768 at 125 %."""
    desk.window.resize(1093, 614)
    desk.pages.routines().choose("three-daily-habits")
    settle()
    page = desk.pages.routines()
    assert page.editor.sheet.verticalScrollBar().maximum() == 0
    assert page.editor.sheet.height() > 614


def test_a_new_one_is_in_sight_in_the_list(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(1180, 730)
    settle()
    desk.click("New routine")
    page = desk.pages.routines()
    assert page.list.height() > page._routines.height(), "the list has to be scrolled"
    entry = page.list.entry
    assert entry is not None
    qtbot.waitUntil(lambda: entry.visibleRegion().boundingRect() == entry.rect())


def test_what_it_is_for_says_so_and_is_as_high_as_its_words(desk: Desk) -> None:
    desk.window.resize(1180, 760)
    settle()
    assert desk.text("about_label") == "What it is for"
    area = desk.pages.routines().editor.about.area
    area.show_text("Short.")
    settle()
    line = area.edit.fontMetrics().lineSpacing()
    edit, written = area.edit, round(area.edit.document().size().height())
    assert written == 1
    room = edit.height() - 2 * edit.document().documentMargin()
    assert line <= room < 1.5 * line
    assert edit.verticalScrollBar().maximum() == 0
    area.show_text("Long. " * 40)
    settle()
    assert edit.height() > 2 * line
