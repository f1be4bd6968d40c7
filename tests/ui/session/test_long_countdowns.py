"""From 100 seconds on a countdown reads as a clock does; and what one press of “+10 s” adds, or why it adds nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from hamstring_gui.domain.routine import read_routine
from hamstring_gui.ui.controls.fitted import Digits
from hamstring_gui.ui.durations import on_a_clock
from hamstring_gui.ui.session.countdown import RING_STROKE
from tests.spread import late
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0"), (9, "9"), (60, "60"), (99, "99"), (100, "1:40"), (117, "1:57"), (120, "2:00"), (600, "10:00"),
        (3598, "59:58"), (3600, "1:00:00"), (3661, "1:01:01"),
    ],
)  # fmt: skip
def test_on_a_clock(seconds: int, shown: str) -> None:
    assert on_a_clock(seconds) == shown


def wall(open_desk: Open, exercises, **dose: object) -> Desk:
    table = {"name": "W", "setup_s": 2, "items": [{"exercise": "legs-up-the-wall", "sets": 1, **dose}]}
    return open_desk(start=read_routine("w", table, exercises))


def test_the_page_reads_so_and_has_room_for_it(open_desk: Open, exercises) -> None:
    desk = wall(open_desk, exercises, hold_s=101)
    desk.pass_time(2)
    assert desk.text("countdown") == "1:41"
    page = desk.pages.session()
    place = page.countdown.geometry()
    desk.pass_time(2)
    assert desk.text("countdown") == "99"
    assert page.countdown.geometry() == place, "nothing jumps within a phase"


@pytest.mark.parametrize("size", [(900, 640), (1180, 760), (1920, 1080)], ids=str)
@pytest.mark.parametrize("hold_s", [117, late(719), late(3598), 3600])
def test_what_it_reads_lies_inside_the_ring(open_desk: Open, exercises, size: tuple[int, int], hold_s: int) -> None:
    desk = wall(open_desk, exercises, hold_s=hold_s)
    page = desk.pages.session()
    desk.pass_time(2)
    page.resize(*size)
    shown: Digits = page.countdown
    assert shown.text() == on_a_clock(hold_s)
    font, inner = shown._fitted, page.ring.width() / 2 * (1 - 2 * RING_STROKE)
    metrics = QFontMetricsF(font)
    half_width = shown._span(font) / 2 - metrics.leftBearing("0")
    assert half_width**2 + (metrics.capHeight() / 2) ** 2 <= inner**2
    assert shown.letter_px >= (0.2 if hold_s < 600 else 0.11) * size[1]
    assert shown._span(font) <= shown.width()


def test_reps_stay_a_number_of_reps(open_desk: Open, exercises) -> None:
    desk = wall(open_desk, exercises, reps=120, rep_s=4)
    desk.pass_time(2)
    assert desk.text("countdown") == "120"


@pytest.mark.parametrize(("rep_s", "words", "more"), [(4, "+3 reps", 3), (10, "+1 rep", 1), (20, "+1 rep", 1)])
def test_on_reps_the_button_says_what_it_adds(open_desk: Open, exercises, rep_s: int, words: str, more: int) -> None:
    desk = wall(open_desk, exercises, reps=5, rep_s=rep_s)
    assert desk.shows("+10 s"), "in the gap before"
    desk.pass_time(2)
    assert not desk.shows("+10 s")
    desk.click(words)
    assert desk.text("countdown") == str(5 + more)


def test_what_can_not_be_added_says_why(open_desk: Open, exercises) -> None:
    desk = wall(open_desk, exercises, hold_s=3595)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Plus)
    assert desk.text("countdown") == "59:55"
    assert "an hour is the longest" in desk.text("step")
    assert desk.pages.session()._said_timer.interval() >= 5000, "it is read from the mat"
    desk.pages.session()._said_timer.timeout.emit()
    assert "hour" not in desk.text("step")


def test_what_waits_says_that_it_waits(open_desk: Open, exercises) -> None:
    item = {"exercise": "legs-up-the-wall", "sets": 1}
    desk = open_desk(start=read_routine("w", {"name": "W", "setup_s": "wait", "items": [item]}, exercises))
    desk.click("+10 s")
    assert "Press Space when you are ready" in desk.text("step")
