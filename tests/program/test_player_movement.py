"""Between two looks at a session only what moves goes on."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.program.player import Player
from tests.domain.samples import EXERCISES, HandClock, routine

pytestmark = pytest.mark.usefixtures("qapp")
LOOKS_S, MOVES_S = 0.5, 0.04


class Watched:
    """A player by hand: the moments at which the session was looked at, and those that were only moved on to."""

    def __init__(self, setup_s: float = 20.0, lead_in_s: float = 0.0) -> None:
        self.clock, self.looked, self.moved = HandClock(), [], []
        session = Session(
            one := routine(1, setup_s=setup_s), unroll(one, EXERCISES), self.clock, lead_in_s=lead_in_s
        )  # fmt: skip
        self.player = Player(lambda _: LOOKS_S, self._move, lambda: self.clock.mono)
        self.player.moment_changed.connect(lambda moment: self.looked.append(round(moment.elapsed_s, 3)))
        self.player.play(session)
        self.player._timer.timeout.disconnect()
        self._forget()

    def _move(self, moment: Moment) -> float:
        self.moved.append(round(moment.elapsed_s, 3))
        return MOVES_S

    def _forget(self) -> None:
        self.looked.clear()
        self.moved.clear()

    def wake(self, times: int) -> None:
        """Let the time pass that it wanted to wait, so often."""
        for _ in range(times):
            self.clock.pass_time(self.player._timer.interval() / 1000)
            self.player._go_on()


def test_what_moves_goes_on_more_often_than_the_session_is_looked_at() -> None:
    watched = Watched()
    watched.wake(26)
    assert watched.looked == pytest.approx([0.005, 0.505, 1.005], abs=0.002), "just after a half second began"
    assert len(watched.moved) == 26, "it moves when it is looked at, too"
    steps = [b - a for a, b in pairwise(watched.moved)][:-1]
    assert MOVES_S <= min(steps) <= max(steps) <= 1.1 * MOVES_S
    watched.player.drop()


def test_the_end_of_a_phase_is_looked_at_when_it_comes() -> None:
    watched = Watched(setup_s=0.21)
    watched.wake(7)
    session = watched.player.session
    assert session is not None
    assert session.moment().kind == "hold"
    assert watched.looked[-1] == pytest.approx(0.0, abs=0.002), "its last waits are shorter"
    watched.player.drop()


def test_a_moment_goes_on_through_its_lead_in() -> None:
    hold = unroll(routine(1), EXERCISES)[1]
    leads_in = Moment((hold,), 0, "running", 3.0, 30.0, (), 1.0, 5.0)
    assert (leads_in.later(0.4).ready_in_s, leads_in.later(0.4).elapsed_s) == (pytest.approx(0.6), 3.0)
    assert (leads_in.later(1.5).ready_in_s, leads_in.later(1.5).elapsed_s) == (0.0, pytest.approx(3.5))


@pytest.mark.parametrize("wished", ["", "extend", "pause"])
def test_what_a_window_takes_to_show_is_nobodys_time(wished: str) -> None:
    clock, one = HandClock(), routine(1)
    session = Session(one, unroll(one, EXERCISES), clock)
    player = Player(lambda _: LOOKS_S, lambda _: MOVES_S, lambda: clock.mono)
    player.play(session, at_once=False)
    clock.pass_time(8.0)
    player.command(wished) if wished else player.look()
    assert (session.started_at, session.moment().elapsed_s) == (clock.wall, 0.0)
    assert session.state == ("paused" if wished == "pause" else "running"), "it didn't sleep"
    clock.pass_time(2.0)
    player.look()
    assert session.moment().elapsed_s == (0.0 if wished == "pause" else 2.0), "it begins once"
    player.drop()


@pytest.mark.parametrize("looks_s", [0.5, 1.0])
def test_what_comes_between_the_seconds_is_looked_at_when_it_comes(looks_s: float) -> None:
    """And the seconds with it, though something else comes soon after one."""
    clock, one, looked, comes = HandClock(), routine(1), [], [0.33, 1.7, 2.1, 2.503, 3.0, 4.75]

    def pace(moment: Moment) -> float:
        return min([looks_s, *(at_s - moment.elapsed_s for at_s in comes if at_s - moment.elapsed_s > 1e-6)])

    session = Session(one, unroll(one, EXERCISES), clock)
    player = Player(pace, lambda _: 60.0, lambda: clock.mono)
    player.play(session)
    player._timer.timeout.disconnect()
    player.moment_changed.connect(lambda moment: looked.append(moment.elapsed_s))
    while clock.mono < 1005.2:
        clock.pass_time(player._timer.interval() / 1000)
        player._go_on()
    for at_s in (*comes, *range(1, 5)):
        assert any(at_s <= look_s < at_s + 0.011 for look_s in looked), at_s
    assert len(looked) <= 16, "once for what comes together"
    player.drop()


def test_a_set_that_is_over_is_heard_then_on_record_then_told_then_shown() -> None:
    """What comes next is said and shown after that: who waits for that waits for no disk."""
    clock, one, order = HandClock(), routine(1, setup_s=1.0), []
    player = Player(lambda _: LOOKS_S, lambda _: MOVES_S, lambda: clock.mono)
    for signal, name in (
        (player.cues_due, "heard"), (player.holds_recorded, "on record"), (player.happened, "told"),
        (player.moment_changed, "shown"),
    ):  # fmt: skip
        signal.connect(lambda *_, name=name: order.append(name))
    player.play(Session(one, unroll(one, EXERCISES), clock))
    while "on record" not in order:
        order.clear()
        clock.pass_time(1.0)
        player.look()
    assert order == ["heard", "on record", "told", "shown"]
    player.drop()
