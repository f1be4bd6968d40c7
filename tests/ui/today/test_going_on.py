"""A session that was interrupted, however the program ended: offered at the next start, gone on with, kept or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.routine import Routine
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
Key = Qt.Key


def kill(desk: Desk) -> None:
    """From now on, nothing that this program does reaches the disk."""
    desk.parts.conductor.player.drop()


@pytest.fixture
def killed(open_desk: Open, quick: Routine) -> Desk:
    """In the middle of the second hold of four; a new start, three minutes later."""
    desk = open_desk(start=quick)
    desk.pass_time(2 + 4 + 2 + 2)
    desk.parts.conductor.player.command("pause")
    kill(desk)
    again = open_desk()
    again.clock.pass_time(desk.clock.mono - 1000 + 180)
    again.parts.today.refresh()
    return again


def test_it_says_which_when_and_how_far_and_what_going_on_does(killed: Desk) -> None:
    assert killed.text("offer") == "Quick, interrupted at 19:42: 1 of 4 holds"
    assert killed.text("where_it_goes_on") == (
        "You have time to lie down, then it goes on: Set 2 of 2 · Right leg · 2 s left"
    )
    assert [killed.shows(name) for name in ("Go on", "Save as it is", "Discard", "Start")] == [True] * 4


def test_going_on_is_one_session_with_all_that_was_held(killed: Desk) -> None:
    (before,) = killed.store.sessions()
    assert killed.records() == [("R", 1, "held", 4.0), ("R", 2, "ended early", 2.0)]
    killed.press(Key.Key_Return)
    moment = killed.parts.conductor.player.session.moment()
    assert (moment.kind, moment.phase.side, moment.phase.set) == ("setup", "right", 2)
    killed.pass_time(5 + 2 + 2 + 4 + 2 + 4 + 1)
    (after,) = killed.store.sessions()
    assert killed.records() == [(side, n, "held", 4.0) for side in "RL" for n in (1, 2)]
    assert (after.id, after.started_at, after.day) == (before.id, before.started_at, before.day)
    assert (after.outcome, after.planned_s, after.held_s, after.counts) == ("finished", 16.0, 16.0, True)
    assert after.ended_at - after.started_at >= timedelta(seconds=180 + 22)
    assert killed.text("finish_title") == "Well done"
    killed.parts.today.show()
    assert not killed.shows("Go on")
    assert killed.store.underway_ids() == ()
