"""The Settings page in windows of every width: no text of it is cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.spread import late
from tests.ui.conftest import Desk
from tests.ui.test_long_texts import cut_off, settle

pytestmark = pytest.mark.thorough


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    desk = open_desk()
    desk.click("Settings")
    return desk


WIDTHS = (900, 952, 1180)
AT_NIGHT = [pytest.param(size, (913, 952, 1017, 1100), marks=pytest.mark.nightly) for size in (100, 112, 150)]


@pytest.mark.parametrize(("text_size", "widths"), [late(100, WIDTHS), (150, WIDTHS), *AT_NIGHT])
def test_nothing_is_cut_off_at_any_width(desk: Desk, text_size: int, widths: tuple[int, ...]) -> None:
    desk.hamstring.preferences.change(text_size=text_size)
    page = desk.pages.settings()
    for width in widths:
        desk.window.resize(width, 640)
        settle()
        assert cut_off(page) == []
        assert page.sheet.widget().width() <= page.sheet.viewport().width()


def test_text_that_is_too_large_for_the_window_becomes_smaller_and_large_again(desk: Desk) -> None:
    desk.hamstring.preferences.change(text_size=150)
    desk.window.resize(560, 640)
    desk.click("Exercises")
    sheet = desk.pages.exercises().exercises.sheet
    for _ in range(3):
        settle()
    assert sheet.widget().width() <= sheet.viewport().width()
    small = desk.pages.exercises().exercises.title.font().pixelSize()
    desk.window.resize(1180, 700)
    settle()
    assert desk.pages.exercises().exercises.title.font().pixelSize() > small
