"""How far a session has come is noted while a hold lasts, so that little is lost whatever ends the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import just
from hamstring_gui.domain.values import replace
from tests.ui.conftest import Desk

Open = Callable[..., Desk]


def test_a_hold_is_noted_every_five_seconds(open_desk: Open, exercises: dict[str, Exercise]) -> None:
    long = replace(just(exercises["legs-up-the-wall"]), setup_s=1.0)
    desk = open_desk(start=long)
    for held in range(1, 110):
        desk.pass_time(1, step=1.0)
        on_disk = desk.store.sessions()
        held_s = on_disk[0].held_s if on_disk else 0.0
        assert held - 1 - held_s < 5.0
    assert on_disk[0].outcome == "interrupted"


def test_a_note_that_fails_holds_nothing_up(open_desk: Open, exercises: dict[str, Exercise]) -> None:
    desk = open_desk(start=replace(just(exercises["legs-up-the-wall"]), setup_s=1.0))
    desk.pass_time(8, step=1.0)
    recorder = desk.parts.conductor.recorder
    with closing(sqlite3.connect(desk.paths.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        desk.pass_time(20, step=1.0)
        assert recorder._timer.isActive()
        assert not recorder.problem, "nobody is told of a note that comes a little later"
        other.execute("ROLLBACK")
    recorder._timer.timeout.emit()
    assert desk.records()[0][3] >= 24.0
    desk.pass_time(8, step=1.0)
    assert desk.records()[0][3] >= 32.0
