"""What the question after a stop for pain offers: each answer says what it does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hamstring_gui.domain.routine import read_routine
from tests.spread import late
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]
BAND = {"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 4}


def opened(open_desk: Open, exercises, *items: dict[str, object], first: str = "right") -> Desk:
    table = {"name": "P", "setup_s": 2, "switch_s": 2, "first_side": first, "items": list(items)}
    return open_desk(start=read_routine("p", table, exercises))


def answers(desk: Desk) -> list[str]:
    return [button.accessibleName() for button in desk.window._question._buttons]


@pytest.mark.parametrize(("first", "other"), [("right", "left"), ("left", "right")])
def test_the_other_leg_is_named(open_desk: Open, exercises, first: str, other: str) -> None:
    desk = opened(open_desk, exercises, BAND, first=first)
    desk.press(Key.Key_P)
    assert answers(desk) == [f"Go on with the {other} leg", "End here"]


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        ("glute-bridge", "Go on with the hip extension (bridge)"),
        ("legs-up-the-wall", "Go on with the legs up the wall"),
        ("active-knee-extension", "Go on with the 90/90 knee extension"),
    ],
)
def test_the_next_exercise_is_named(open_desk: Open, exercises, exercise: str, words: str) -> None:
    desk = opened(open_desk, exercises, BAND, {"exercise": exercise, "sets": 1})
    desk.pass_time(2 + 4 + 2 + 1)
    desk.press(Key.Key_P)
    assert answers(desk) == [words, "End here"]
    desk.click(words)
    assert desk.pages.session().figure._exercise.id == exercise


@pytest.mark.parametrize(
    "key", [Key.Key_Space, late(Key.Key_Return), late(Key.Key_Escape), late(Key.Key_Right), Key.Key_PageDown]
)
def test_where_nothing_comes_there_is_one_way_on(open_desk: Open, exercises, key: Key) -> None:
    desk = opened(open_desk, exercises, BAND)
    desk.pass_time(2 + 4 + 2 + 1)
    desk.press(Key.Key_P)
    assert answers(desk) == ["Finish"]
    desk.press(key)
    assert desk.shows("Done")
    assert desk.records() == [("R", 1, "held", 4), ("L", 1, "stopped for pain", 1)]


def test_what_to_do_is_read_from_further_away_than_a_page(open_desk: Open, exercises) -> None:
    desk = opened(open_desk, exercises, BAND)
    desk.press(Key.Key_P)
    text = desk.window.findChild(QLabel, "question_text")
    assert text.font().pixelSize() >= 0.04 * desk.window.height()
