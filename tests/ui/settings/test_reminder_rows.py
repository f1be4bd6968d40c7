"""The rows about reminders: days that are chosen one by one, and times that are stepped or typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.settings import WEEKDAYS
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.controls.several import Several
from hamstring_gui.ui.dates import time_typed
from hamstring_gui.ui.settings.time_field import TimeField
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.settings.conftest import begin_again

pytestmark = pytest.mark.thorough

Key = Qt.Key


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("18:30", 1110), ("6:30 pm", 1110), ("6:30PM", 1110), ("6.30 p.m.", 1110), ("18", 1080), ("1830", 1110),
        ("18h30", 1110), (" 7 : 05 ", 425), ("12 am", 0), ("12pm", 720), ("0:00", 0), ("23:59", 1439),
        ("24:00", None), ("13 pm", None), ("0 am", None), ("18:60", None), ("", None), ("soon", None),
        ("1:2:3:4", None),
    ],
)  # fmt: skip
def test_times_as_people_type_them(application: QApplication, text: str, minutes: int | None) -> None:
    assert time_typed(text) == minutes


def days_and_times_are_changed_by_hand_and_saved(desk: Desk) -> None:
    rows = desk.pages.settings().rows
    days, at = rows["reminder_days"].control, rows["reminder_at"].control
    assert isinstance(days, Several)
    assert isinstance(at, TimeField)
    settings = desk.parts.preferences
    assert [button.text() for button in days.buttons] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    QTest.mouseClick(days.buttons[0], Qt.MouseButton.LeftButton)
    days.buttons[5].setFocus()
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Space)
    assert settings.settings.reminder_days == WEEKDAYS[1:5]
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Space)
    assert settings.settings.reminder_days == WEEKDAYS[:5]
    roles = {QAccessible.queryAccessibleInterface(button).role() for button in days.buttons}
    assert roles == {QAccessible.Role.CheckBox}
    assert rows["reminder_days"].reset.toolTip() == "Usually: every day"
    rows["reminder_days"].reset.click()
    assert settings.settings.reminder_days == WEEKDAYS
    assert all(button.isChecked() for button in days.buttons)
    at.setFocus()
    desk.press(Key.Key_Up)
    assert settings.settings.reminder_at == "18:15"
    QTest.keyClicks(at, "6:50")
    desk.press(Key.Key_Return)
    assert (settings.settings.reminder_at, at.text()) == ("06:50", "06:50")
    QTest.keyClicks(at, "soon")
    desk.press(Key.Key_Escape)
    assert (settings.settings.reminder_at, at.text()) == ("06:50", "06:50")
    assert rows["quiet_from"].control.accessibleName() == "Quiet from"


@pytest.fixture
def american(application: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def test_days_are_changed_where_weeks_begin_on_sunday(american: None, desk: Desk) -> None:
    days = desk.pages.settings().rows["reminder_days"].control
    assert isinstance(days, Several)
    assert [button.text() for button in days.buttons][::6] == ["Sun", "Sat"]
    for number in (3, 0, 0):
        days.buttons[number].click()
    assert desk.parts.preferences.settings.reminder_days == (*WEEKDAYS[:2], *WEEKDAYS[3:])
    saved, problems = SettingsStore(desk.paths.settings).load()
    assert (saved.reminder_days, problems) == (desk.parts.preferences.settings.reminder_days, ())
    assert list(desk.paths.data.glob("*.broken*")) == []


def quiet_hours_that_are_in_the_way_are_told(desk: Desk) -> None:
    words = desk.pages.settings().rows["reminder_at"].explanation
    usual = words.text()
    for at, said in (
        ("06:30", "These are quiet hours: it comes at their end, at 07:00."),
        ("23:30", "These are quiet hours: no reminder would come."),
        ("22:00", "These are quiet hours: no reminder would come."),
        ("07:00", usual),
        ("18:00", usual),
    ):
        desk.parts.preferences.change(reminder_at=at)
        assert words.text() == said, at


test_days_times_and_quiet_hours = one_after_another(
    days_and_times_are_changed_by_hand_and_saved,
    quiet_hours_that_are_in_the_way_are_told,
    first=begin_again,
)
