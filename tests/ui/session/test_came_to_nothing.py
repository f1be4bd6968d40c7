"""A session in which nothing was held and nothing hurt leaves no record and asks nothing, however it ends."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.routine import Routine
from tests.spread import late
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Key = Qt.Key
Open = Callable[..., Desk]


def rows(desk: Desk) -> int:
    """Sessions in the file, as another program sees them."""
    with closing(sqlite3.connect(desk.paths.database)) as connection:
        return int(connection.execute("SELECT count(*) FROM session").fetchone()[0])


@pytest.mark.parametrize("held_s", [0, 0.5, 2.75])
def test_esc_leads_back_to_today(open_desk: Open, quick: Routine, held_s: float) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(held_s)
    desk.press(Key.Key_Escape)
    assert not desk.window.asking
    assert desk.shows("Start")
    assert rows(desk) == 0
    assert ("release",) in desk.services.calls
    assert desk.pages.finish.made is None or not desk.pages.finish().isVisible()


def test_skipping_everything_leads_back_to_today(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    for _ in range(8):
        desk.press(Key.Key_Right)
        desk.pass_time(0.25)
    assert desk.shows("Start")
    assert rows(desk) == 0


def test_the_end_of_a_paused_session_asks_nothing_either(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_Space)
    desk.click("End")
    assert desk.shows("Start")
    assert rows(desk) == 0


def test_the_window_closes_without_a_question(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(1)
    assert desk.window.close()
    assert rows(desk) == 0


def leave_out_what_is_ignored(number: signal.Signals) -> None:
    """Under `nohup` a hang-up is nobody's wish, and the program leaves it so."""
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"{number.name} is ignored here")


@pytest.mark.parametrize("number", [signal.SIGTERM, late(signal.SIGINT), late(signal.SIGHUP)])
def test_a_signal_leaves_nothing(open_desk: Open, quick: Routine, qtbot, number: signal.Signals) -> None:
    leave_out_what_is_ignored(number)
    desk = open_desk(start=quick)
    desk.pass_time(2.5)
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: desk.hamstring._signals is not None)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert rows(desk) == 0


@pytest.mark.parametrize("number", [late(signal.SIGTERM), signal.SIGHUP])
def test_a_signal_keeps_what_was_held(open_desk: Open, quick: Routine, qtbot, number: signal.Signals) -> None:
    leave_out_what_is_ignored(number)
    desk = open_desk(start=quick)
    desk.pass_time(2 + 3)
    desk.go_on_after_the_first_picture()
    qtbot.waitUntil(lambda: desk.hamstring._signals is not None)
    os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert desk.records()[0] == ("R", 1, "ended early", 3)


def test_a_crash_before_anything_was_held_leaves_nothing(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(2)
    desk.press(Key.Key_Right)
    desk.pass_time(2.5)
    assert rows(desk) == 0, "as it would be on disk if the program were killed now"
    desk.pass_time(4)
    assert rows(desk) == 1


def test_what_is_on_record_has_all_of_its_sets(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Right)
    desk.pass_time(2 + 4)
    assert desk.records() == [("R", 1, "skipped", 0), ("R", 2, "held", 4)]


def test_a_session_that_hurt_is_kept_and_has_a_finish_page(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_P)
    desk.click("End here")
    assert "stopped for pain" in desk.text("finish_hint")
    assert desk.records()[0] == ("R", 1, "stopped for pain", 0)


def test_a_session_after_one_that_came_to_nothing_is_a_session(open_desk: Open, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.press(Key.Key_Escape)
    desk.parts.conductor.begin(quick)
    desk.pass_time(25)
    assert desk.text("finish_title") == "Well done"
    assert rows(desk) == 1
