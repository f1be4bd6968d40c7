"""The Settings page: every setting is there, does at once what it says, and can be found and reset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.settings import Settings
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.qt_setup import languages
from hamstring_gui.ui.settings.described import Press
from hamstring_gui.ui.settings.rows import groups, language
from hamstring_gui.ui.theme import text_scale, theme_of
from tests.domain.samples import remembered
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk
from tests.ui.settings.conftest import begin_again

Key = Qt.Key
Open = Callable[..., Desk]
NOT_ON_THE_PAGE = {
    "safety_understood",
    "window_width",
    "window_height",
    "at_desk",
    "introduction_page",
    "asked_when_closed",
    "given_keys",
}


def option(desk: Desk, field: str, words: str) -> QWidget:
    control = desk.pages.settings().rows[field].control
    assert isinstance(control, Options)
    return next(button for button in control.buttons if button.text() == words)


def choose(desk: Desk, field: str, words: str) -> None:
    QTest.mouseClick(option(desk, field, words), Qt.MouseButton.LeftButton)


def switch(desk: Desk, field: str) -> None:
    QTest.mouseClick(desk.pages.settings().rows[field].control, Qt.MouseButton.LeftButton)


def on_disk(desk: Desk) -> Settings:
    settings, problems = SettingsStore(desk.paths.settings).load()
    assert problems == ()
    return settings


def shown_rows(desk: Desk) -> set[str]:
    return {field for field, row in desk.pages.settings().rows.items() if row.isVisible()}


def test_every_setting_has_a_row_and_every_row_an_effect() -> None:
    rows = [row for group in groups(["en"]) for row in group.rows]
    set_here = [row.field for row in rows if not isinstance(row.control, Press)]
    assert len(set(set_here)) == len(set_here)
    assert {*set_here} == {field.name for field in fields(Settings)} - NOT_ON_THE_PAGE | {"goal", "shared"}
    assert all(row.explanation or row.field == "folder" for row in rows)


def every_control_goes_by_the_name_of_its_row(desk: Desk) -> None:
    for row in desk.pages.settings().rows.values():
        if not isinstance(row.row.control, Press):
            assert row.control.accessibleName() == row.row.name
            interface = QAccessible.queryAccessibleInterface(row.control)
            assert interface.text(QAccessible.Text.Name) == row.row.name
    roles = {
        "muted": QAccessible.Role.CheckBox, "volume": QAccessible.Role.Slider, "theme": QAccessible.Role.Grouping
    }  # fmt: skip
    for field, role in roles.items():
        control = desk.pages.settings().rows[field].control
        assert QAccessible.queryAccessibleInterface(control).role() == role


def the_folder_can_be_selected_and_copied(desk: Desk) -> None:
    line = desk.pages.settings().rows["folder"].path
    line.selectAll()
    assert line.selectedText() == str(desk.paths.data)
    assert line.isReadOnly()


def the_page_says_what_is_set(desk: Desk) -> None:
    shown = {row.row.field for row in desk.pages.settings().rows.values() if row.reset.isVisible()}
    assert shown == set()
    assert asdict(desk.hamstring.preferences.settings)["safety_understood"]


def whoever_types_searches(desk: Desk) -> None:
    for key in (Key.Key_Z, Key.Key_I, Key.Key_P):
        desk.press(key)
    assert desk.pages.settings().search.text() == "zip"
    assert shown_rows(desk) == {"backup"}
    desk.press(Key.Key_Escape)


def a_search_that_finds_nothing_says_so(desk: Desk) -> None:
    desk.pages.settings().search.setText("xyz")
    assert desk.text("no_setting_found")
    assert shown_rows(desk) == set()
    desk.click("Show all settings")
    assert shown_rows(desk) == set(desk.pages.settings().rows)


def settings_changed_elsewhere_show(desk: Desk) -> None:
    desk.hamstring.preferences.change(breathing_words=False)
    assert not desk.pages.settings().rows["breathing_words"].control.isChecked()


FLAGS = (
    "wait_for_key",
    "distance_view",
    "breathing_words",
    "muted",
    "count_in",
    "half_way",
    "reference_lines",
    "keep_sound_open",
)


def a_switch_is_saved_at_once_and_reset(desk: Desk, subtests: pytest.Subtests) -> None:
    for field in FLAGS:
        with subtests.test(field):
            row, usual = desk.pages.settings().rows[field], getattr(Settings(), field)
            assert row.reset.isHidden()
            switch(desk, field)
            assert getattr(on_disk(desk), field) is not usual
            assert row.reset.isVisible()
            desk.click(f"Reset “{row.row.name}”")
            assert getattr(on_disk(desk), field) is usual
            assert row.control.isChecked() is usual
            assert row.reset.isHidden()


OPTIONS = (
    ("first_leg", "The tighter one", "tighter"), ("sleep_s", "30 s", 30), ("lead_in_s", "0 s", 0),
    ("theme", "Dark", "dark"), ("voice", "None", "none"), ("spoken_guidance", "Cues only", "cues"),
    ("speech_rate", "120 %", 120), ("captions", "On", "on"),
    ("text_size", "125 %", 125), ("body", "Moss shirt", "moss"), ("motion", "Reduced", "reduced"),
    ("language", "English", "en"), ("first_day", "Saturday", "saturday"), ("day_starts_at", "02:00", "02:00"),
)  # fmt: skip


def an_option_is_saved_at_once_and_reset(desk: Desk, subtests: pytest.Subtests) -> None:
    for field, words, value in OPTIONS:
        with subtests.test(field):
            row = desk.pages.settings().rows[field]
            choose(desk, field, words)
            assert getattr(on_disk(desk), field) == value
            assert [button.value for button in row.control.buttons if button.isChecked()] == [value]
            row.reset.click()
            assert getattr(on_disk(desk), field) == getattr(Settings(), field)
            assert row.reset.isHidden()


def a_screen_reader_can_choose(desk: Desk) -> None:
    interface = QAccessible.queryAccessibleInterface(option(desk, "theme", "Dark"))
    assert interface.role() == QAccessible.Role.RadioButton
    action = interface.actionInterface()
    action.doAction(action.toggleAction())
    assert on_disk(desk).theme == "dark"


def arrow_keys_choose_the_neighbour_and_tab_leaves(desk: Desk) -> None:
    option(desk, "theme", "As the system").setFocus()
    desk.press(Key.Key_Right)
    assert on_disk(desk).theme == "light"
    desk.press(Key.Key_Right)
    assert on_disk(desk).theme == "dark"
    for _ in range(2):  # the reset lies between
        desk.press(Key.Key_Tab)
    assert desk.window.focusWidget() is option(desk, "text_size", "100 %")


def the_volume_by_mouse_and_keys(desk: Desk) -> None:
    assert desk.parts.hearing.sounds is desk.services
    level = desk.pages.settings().rows["volume"].control
    track = level._track()
    QTest.mouseClick(level, Qt.MouseButton.LeftButton, pos=QPoint(round(track.left()), level.height() // 2))
    assert on_disk(desk).volume == 0
    assert ("set_volume", 0.0) in desk.services.calls
    assert desk.services.calls[-1] == ("play", "count")
    level.setFocus()
    desk.press(Key.Key_Right)
    assert on_disk(desk).volume == 5
    desk.press(Key.Key_End)
    assert on_disk(desk).volume == 100


def what_is_chosen_holds_at_once(desk: Desk) -> None:
    choose(desk, "theme", "Dark")
    QApplication.processEvents()
    assert theme_of(desk.window.palette()).dark
    before = desk.pages.settings().title.font().pixelSize()
    choose(desk, "text_size", "150 %")
    QApplication.processEvents()
    assert text_scale() == 1.5
    assert desk.pages.settings().title.font().pixelSize() == round(before * 1.5)
    desk.parts.conductor  # noqa: B018 -- a session was begun before
    switch(desk, "muted")
    assert desk.services.calls[-1] == ("set_muted", True)
    assert desk.pages.session().mute.accessibleName() == "Unmute"
    choose(desk, "motion", "Reduced")
    assert desk.pages.session()._still
    switch(desk, "half_way")
    switch(desk, "count_in")
    assert (desk.parts.conductor.player.half_way, desk.parts.conductor.player.count_in) == (True, False)
    desk.click("Play a tone")
    assert desk.services.played() == ["hold-start"]


def the_week_of_today_follows(desk: Desk) -> None:
    choose(desk, "first_day", "Sunday")
    desk.click("Today")
    assert desk.pages.today().week.dots._week.start.isoweekday() == 7
    desk.click("Settings")
    choose(desk, "goal", "5")
    desk.click("Today")
    assert "of 5 days" in desk.text("week_line")


def a_first_goal_leaves_the_weeks_before_it_as_they_were(desk: Desk, quick: Routine) -> None:
    desk.store.put_session(remembered("1", quick, desk.clock.wall - timedelta(days=30)))
    choose(desk, "goal", "6")
    today = desk.clock.wall.date()
    assert desk.store.goals() == (Goal(today - timedelta(days=7), 3), Goal(today, 6))
    choose(desk, "goal", "2")
    assert desk.store.goals()[1:] == (Goal(today, 2),)


def a_day_that_begins_late_takes_in_the_sessions_to_come_only(desk: Desk, quick: Routine) -> None:
    desk.clock.pass_time(0, asleep_s=10 * 3600)  # 05:42 on the 23rd
    desk.parts.conductor.begin(quick)
    desk.pass_time(2 + 4)
    desk.press(Key.Key_Escape)
    desk.click("End session")
    desk.click("Done")
    desk.click("Settings")
    choose(desk, "day_starts_at", "06:00")
    desk.parts.conductor.begin(quick)
    desk.pass_time(2 + 4)
    assert [session.day.day for session in desk.store.sessions()] == [23, 22]


def exercises_wait_for_a_key(desk: Desk, quick: Routine) -> None:
    switch(desk, "wait_for_key")
    desk.parts.conductor.begin(quick)
    desk.pass_time(60)
    assert desk.text("phase") == "GET READY"
    desk.press(Key.Key_Space)
    desk.pass_time(4)
    assert desk.text("phase") == "REST", "other gaps count down"


def sessions_begin_in_distance_view_and_leave_it(desk: Desk, quick: Routine) -> None:
    switch(desk, "distance_view")
    desk.parts.conductor.begin(quick)
    assert desk.window.isFullScreen()
    assert desk.pages.session()._distance
    desk.press(Key.Key_Escape)
    assert not desk.window.isFullScreen()
    desk.window.toggle_full_screen()
    desk.parts.conductor.begin(quick)
    desk.press(Key.Key_Escape)
    assert desk.window.isFullScreen(), "it was so before the session"
    desk.window.toggle_full_screen()


def without_count_in_no_tone_before_a_hold(desk: Desk, quick: Routine) -> None:
    switch(desk, "count_in")
    desk.parts.conductor.begin(quick)
    desk.pass_time(2.5)
    assert desk.services.played() == ["hold-start"]


def the_first_leg_is_that_of_the_settings_where_the_routine_has_none(desk: Desk, exercises: Mapping) -> None:
    choose(desk, "first_leg", "Left")
    for rule, leg in (("usual", "Left leg"), ("right", "Right leg")):
        item = {"exercise": "band-hamstring-stretch"}
        routine = read_routine("r", {"name": "R", "first_side": rule, "items": [item]}, exercises)
        desk.parts.conductor.begin(routine)
        assert desk.text("side") == leg


FOUND = {
    "LETTERS": {"text_size", "distance_view"}, "langüage": {"language"}, "sound volume": {"volume"}, "dark": {"theme"},
    "zip": {"backup"},
}  # fmt: skip


def search(desk: Desk, subtests: pytest.Subtests) -> None:
    for words, found in FOUND.items():
        with subtests.test(words):
            desk.pages.settings().search.setText(words)
            assert shown_rows(desk) == found
            desk.press(Key.Key_Escape)
            assert shown_rows(desk) == set(desk.pages.settings().rows)


def test_what_was_written_by_hand_is_one_more_option(open_desk: Open, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[session]\nsleep_s = 7\n[week]\nday_starts_at = "04:30"\n')
    desk = open_desk()
    desk.click("Settings")
    assert option(desk, "sleep_s", "7 s").isChecked()
    assert option(desk, "day_starts_at", "04:30").isChecked()
    assert desk.pages.settings().rows["sleep_s"].reset.toolTip() == "Usually: 5 s"


def what_could_not_be_saved_is_told_and_holds(desk: Desk) -> None:
    file = desk.paths.settings
    file.unlink(missing_ok=True)
    file.mkdir()
    (file / "x").touch()
    file.with_name("settings.toml.broken-1").write_text("")
    switch(desk, "half_way")
    assert "settings.toml" in desk.text("notice")
    assert desk.parts.conductor.player.half_way


def test_languages_are_those_there_are(assets: Path) -> None:
    assert languages(assets) == ("en",)
    names = {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "pt_BR": "Português"}
    assert {code: language(code) for code in names} == names


def test_eight_languages_find_room_in_the_smallest_window(application: QApplication, qtbot) -> None:
    codes = ["de", "en", "es", "fr", "it", "ja", "nl", "pt_BR"]
    options = Options("Language", [("system", "As the system"), *((code, language(code)) for code in codes)])
    qtbot.addWidget(options)
    options.resize(594, options.heightForWidth(594))
    options.show()
    assert max(button.geometry().right() for button in options.buttons) < 594
    assert max(button.geometry().bottom() for button in options.buttons) <= options.height()


test_settings_are_shown_found_and_changed = one_after_another(
    every_control_goes_by_the_name_of_its_row,
    the_folder_can_be_selected_and_copied,
    the_page_says_what_is_set,
    whoever_types_searches,
    a_search_that_finds_nothing_says_so,
    settings_changed_elsewhere_show,
    search,
    a_screen_reader_can_choose,
    arrow_keys_choose_the_neighbour_and_tab_leaves,
    a_switch_is_saved_at_once_and_reset,
    an_option_is_saved_at_once_and_reset,
    the_volume_by_mouse_and_keys,
    first=begin_again,
)
test_settings_do_what_they_say = one_after_another(
    what_is_chosen_holds_at_once,
    the_week_of_today_follows,
    a_first_goal_leaves_the_weeks_before_it_as_they_were,
    exercises_wait_for_a_key,
    sessions_begin_in_distance_view_and_leave_it,
    without_count_in_no_tone_before_a_hold,
    the_first_leg_is_that_of_the_settings_where_the_routine_has_none,
    a_day_that_begins_late_takes_in_the_sessions_to_come_only,
    what_could_not_be_saved_is_told_and_holds,
    first=begin_again,
)
