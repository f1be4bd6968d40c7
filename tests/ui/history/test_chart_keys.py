"""The chart of the weeks by keyboard: what each key comes to, and that eye and ear are told of the same week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Desk
from tests.ui.history.histories import visit, weeks_of
from tests.ui.room import settle

Key = Qt.Key


def test_each_key_names_one_week_to_eye_and_ear(
    open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the week that the words name, also where the page has to be scrolled to the chart for it."""
    desk = open_desk()
    heard: list[str] = []
    monkeypatch.setattr("hamstring_gui.ui.history.week_chart.announce", lambda _, words, **__: heard.append(words))
    weeks_of(desk.store, *([3] * 30))
    desk.window.resize(900, 510)
    visit(desk)
    page = desk.pages.history()
    bar = page.sheet.verticalScrollBar()
    for chosen, key, named in (
        (None, Key.Key_Left, "9 November"), (None, Key.Key_Right, "16 November"),
        (None, Key.Key_Home, "25 May"), (None, Key.Key_End, "16 November"),
        (date(2026, 11, 2), Key.Key_Left, "26 October"), (date(2026, 11, 2), Key.Key_Right, "9 November"),
        (date(2026, 5, 25), Key.Key_Left, "25 May"),
    ):  # fmt: skip
        week = f"Week of {named}"
        page.choose((chosen, chosen + timedelta(days=6)) if chosen else None)
        page.setFocus()
        bar.setValue(bar.maximum())
        desk.press(key)
        named_to = desk.text("hover_title"), desk.text("week_words").partition(":")[0], heard[-1].partition(":")[0]
        assert named_to == (week, week, week), (chosen, key)
        marked = {page.chart._current, page.chart._chosen} - {None}
        assert len(marked) == 1, "the eye finds one week, too"
        card = page.chart_card
        assert card.visibleRegion().boundingRect() == card.rect(), "chart and words are in sight"
        page.chart.look_away()
    page.choose(None)
    settle()
    desk.press(Key.Key_Left)
    for key, named in (
        (Key.Key_PageUp, "12 October"),
        (Key.Key_PageDown, "9 November"),
        (Key.Key_PageDown, "16 November"),
    ):
        desk.press(key)
        assert desk.text("hover_title") == f"Week of {named}"
    desk.press(Key.Key_Escape)
    bar.setValue(0)
    desk.press(Key.Key_PageDown)
    assert bar.value() > 0, "where no week is looked at, it is the page's"
