"""The quiet word that guides the breath while holding."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from hamstring_gui.domain.exercise import Step
from hamstring_gui.domain.guidance import BREATH_IN_S, BREATH_OUT_S, Shown, breath
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.values import replace
from hamstring_gui.ui.controls.figure_view import _seen
from tests.ui.conftest import Desk

Open = Callable[..., Desk]


@pytest.fixture
def breathing(exercises) -> Routine:
    table = {"name": "B", "setup_s": 2, "items": [{"exercise": "legs-up-the-wall", "hold_s": 20}]}
    return read_routine("b", table, exercises)


def words(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.findChildren(QLabel, "breath") if label.isVisible()]


def test_in_and_out_while_holding_and_silence_otherwise(open_desk: Open, breathing: Routine) -> None:
    desk = open_desk(start=breathing)
    seen = [(0, words(desk))]
    for number in range(1, 22 * 2):
        desk.pass_time(0.5)
        if words(desk) != seen[-1][1]:
            seen.append((number / 2, words(desk)))
    assert seen == [
        (0, []),
        (2, ["Breathe in"]),
        (2 + BREATH_IN_S, ["Breathe out"]),
        (2 + BREATH_IN_S + BREATH_OUT_S, ["Breathe in"]),
        (2 + 2 * BREATH_IN_S + BREATH_OUT_S, ["Breathe out"]),
    ]


def test_no_word_while_paused_and_none_for_reps(open_desk: Open, breathing: Routine, exercises) -> None:
    desk = open_desk(start=breathing)
    desk.pass_time(3)
    desk.click("Pause")
    assert words(desk) == []
    desk.click("Resume")
    assert words(desk) == [], "one gets ready first"
    desk.pass_time(5)
    assert words(desk) == ["Breathe in"]


def test_no_word_for_reps(open_desk: Open, exercises) -> None:
    table = {"name": "R", "setup_s": 0, "items": [{"exercise": "legs-up-the-wall", "reps": 5, "rep_s": 4}]}
    desk = open_desk(start=read_routine("r", table, exercises))
    desk.pass_time(1)
    assert (desk.text("phase"), words(desk)) == ("REPS", [])


def test_b_switches_the_words_off_and_on_and_that_is_kept(open_desk: Open, breathing: Routine) -> None:
    desk = open_desk(start=breathing)
    desk.pass_time(3)
    places = [child.geometry() for child in desk.pages.session().findChildren(QWidget)]
    desk.press(Qt.Key.Key_B)
    assert words(desk) == []
    assert [child.geometry() for child in desk.pages.session().findChildren(QWidget)] == places, "nothing jumps"
    assert "breathing_words = false" in desk.paths.settings.read_text()
    desk.hamstring.close()
    again = open_desk(start=breathing)
    again.pass_time(3)
    assert words(again) == []
    again.press(Qt.Key.Key_B)
    assert words(again) == ["Breathe in"]
    assert "breathing_words = true" in again.paths.settings.read_text()


def test_the_word_can_be_read_in_distance_view(open_desk: Open, breathing: Routine) -> None:
    desk = open_desk(start=breathing)
    desk.pass_time(3)
    page = desk.pages.session()
    page.set_distance_view(True)
    desk.pass_time(0.5)
    assert words(desk) == ["Breathe in"]
    assert page.breath.letter_px >= 0.08 * page.height()
    page.set_distance_view(False)
    assert words(desk) == ["Breathe in"]
    assert page.breath.letter_px < 0.05 * page.height()


def test_reduced_motion_keeps_the_words(open_desk: Open, breathing: Routine) -> None:
    desk = open_desk(start=breathing)
    desk.parts.apply(desk.hamstring.preferences.settings, True)
    desk.pass_time(3)
    assert words(desk) == ["Breathe in"]


def test_a_breath_shows_in_steps_too_small_to_be_seen() -> None:
    still = Shown(Step("Hold.", None), None, None, 1.0)
    seen = [_seen(replace(still, breath=breath(tenths / 10))).breath for tenths in range(101)]
    assert len(set(seen)) > 24
    assert max(abs(one - other) for one, other in pairwise(seen)) < 0.1
