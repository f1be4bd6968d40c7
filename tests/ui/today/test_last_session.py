"""What Today says of the last session: when it was, with its year, and never one that is still to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.history import by_hand
from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui.controls.labels import Facts
from tests.domain.samples import START, remembered
from tests.ui.cases import one_after_another
from tests.ui.conftest import Desk


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


def nothing_was_done(desk: Desk) -> None:
    desk.store.remove_all(desk.store.session_ids(), (), ())
    desk.click("Today")


WHEN = {0: "Today, ", 1: "Yesterday, ", 20: f"{START - timedelta(days=20):%A} ", 400: " 2025, "}


def when_it_was(desk: Desk, quick: Routine) -> None:
    for days, said in WHEN.items():
        at = START - timedelta(days=days, minutes=5)
        desk.store.put_session(remembered("one", quick, at))
        desk.click("Today")
        assert said in desk.text("last_when"), days
        assert (str(at.year) in desk.text("last_when")) is (days == 400)


def none_that_is_still_to_come(desk: Desk, quick: Routine) -> None:
    """Another clock was wrong, or a file brought it. It also doesn't say what is offered, or which leg begins."""
    routines = desk.parts.library.routines
    ahead = START + timedelta(days=500)
    desk.store.put_session(remembered("ahead", routines["desk-break"], ahead))
    desk.click("Today")
    assert desk.text("last_when") == "None yet"
    been = START - timedelta(days=3)
    desk.store.put_session(remembered("been", routines["weekly-release"], been))
    desk.click("Today")
    assert f"{been:%A}" in desk.text("last_when")
    assert desk.text("routine") == routines["weekly-release"].name


def a_stranger_s_name_is_whole_in_its_lines(desk: Desk, quick: Routine) -> None:
    desk.store.put_session(remembered("one", replace(quick, name="Mine · evening"), START - timedelta(minutes=5)))
    desk.click("Today")
    (what,) = desk.window.findChildren(Facts, "last_what")
    width = what.fontMetrics().horizontalAdvance("Mine · eve")
    assert what._in_lines(what.text(), width).startswith("Mine · evening\n")


def of_what_was_added_by_hand_only_the_day_is_known(desk: Desk) -> None:
    desk.store.put_session(by_hand("one", START, START.date(), left_s=60, right_s=60, routine_name="Mine"))
    desk.click("Today")
    assert desk.text("last_when") == "Today"


def test_the_leg_that_begins_by_turns_is_that_of_what_has_been(desk: Desk) -> None:
    desk.hamstring.preferences.change(first_leg="alternate")
    routine = desk.parts.library.routines["daily-band-stretch"]
    began: list[str] = []
    for _ in range(2):
        desk.parts.begin(routine)
        desk.pass_time(60)
        desk.parts.conductor.end()
        began.append(desk.records()[0][0])
        last = desk.store.sessions()[-1]
        if len(began) == 1:
            ahead = replace(last, id="ahead", day=last.day + timedelta(days=90),
                            started_at=last.started_at + timedelta(days=90),
                            ended_at=last.ended_at + timedelta(days=90))  # fmt: skip
            other = {"right": "left", "left": "right"}
            holds = tuple(replace(hold, side=other[hold.side]) for hold in ahead.holds)
            desk.store.put_session(replace(ahead, holds=holds))
            desk.clock.pass_time(3600)
        else:
            began[-1] = (
                next(one for one in reversed(desk.store.sessions()) if one.id != "ahead").holds[0].side[0].upper()
            )
    assert began[0] != began[1]


test_what_is_said_of_it = one_after_another(
    when_it_was,
    none_that_is_still_to_come,
    a_stranger_s_name_is_whole_in_its_lines,
    of_what_was_added_by_hand_only_the_day_is_known,
    first=nothing_was_done,
)


@pytest.mark.thorough
def test_after_a_session_from_elsewhere_that_routine_is_offered(desk: Desk) -> None:
    desk.parts.today.choose("desk-break")
    daily = desk.parts.library.routines["daily-band-stretch"]
    desk.parts.begin(daily)
    desk.press(Qt.Key.Key_Right)
    desk.pass_time(2)
    desk.parts.conductor.end()
    desk.click("Done")
    assert desk.text("routine") == daily.name
