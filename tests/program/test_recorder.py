"""When a set that is over is on record, and when on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.domain.moment import Moment
from hamstring_gui.domain.routine import unroll
from hamstring_gui.program.player import Player
from hamstring_gui.program.recorder import Recorder, Run, noted_of
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from tests.domain import samples


class Led:
    """A session of two sets a leg, led by a clock of its own; `waited` counts how often the disk was waited for."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.clock, self.waited = path, samples.HandClock(), 0
        self.session = samples.session(samples.routine(sets=2), self.clock)
        self.store = HistoryStore.open(path)
        self.recorder = Recorder(self.store)
        self.run = Run("new", samples.routine(sets=2), self.session, self.session.started_at.date(), 120.0)
        put = self.store.put_session

        def put_session(*given: object, **named: object) -> None:
            self.waited += 1
            put(*given, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(self.store, "put_session", put_session)

    def play(self) -> Player:
        """Its sets come on record as they do in the window; it is looked at by hand."""
        player = Player(lambda _: 1e6, lambda _: 1e6, lambda: self.clock.mono)
        player.holds_recorded.connect(lambda: self.recorder.put_soon(self.run, self.clock.wall))
        player.play(self.session, at_once=False)
        player.look()
        return player

    def go_on(self) -> int:
        """Until another set is over and put on record; gives how often the disk was waited for."""
        sets, waited = len(self.session.records), self.waited
        while len(self.session.records) == sets:
            samples.play(self.session, self.clock, 1, 1.0)
        self.recorder.put_soon(self.run, self.clock.wall)
        return self.waited - waited

    def on_record(self) -> list[float]:
        """The sets, as another program sees them."""
        with HistoryStore.open_to_read(self.path) as store:
            session = store.session("new")
            return [hold.held_s for hold in session.holds if hold.outcome == "held"] if session else []


@pytest.fixture
def led(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Led]:
    led = Led(tmp_path / "history.sqlite3", monkeypatch)
    yield led
    for timer in (led.recorder._timer, led.recorder._settling):
        timer.stop()
    led.store.close()


def test_a_set_is_on_record_before_the_disk_is_waited_for_and_the_disk_has_it_soon(led: Led, qtbot: QtBot) -> None:
    assert led.go_on() == 1, "the session is on no record before that"
    for sets in (2, 3):
        assert led.go_on() == 0
        assert led.on_record() == [30.0] * sets
        assert led.recorder.waiting == ()
    qtbot.waitUntil(lambda: led.waited == 2)
    assert led.recorder.waiting == ()
    assert not led.recorder._settling.isActive()
    assert led.go_on() == 1, "nothing is left, which no note can say"
    assert led.on_record() == [30.0] * 4


def test_what_was_put_on_the_disk_is_not_put_there_again(led: Led) -> None:
    led.go_on()
    led.go_on()
    led.recorder.put(led.run, led.clock.wall)
    assert not led.recorder._settling.isActive()
    led.go_on()
    waited = led.waited
    led.recorder.settle()
    led.recorder.end(led.run, "ended early", led.clock.wall)
    led.recorder.settle()
    assert led.waited == waited + 2


def test_what_can_not_be_noted_is_put_at_once(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    led.go_on()

    def refuse(*_: object) -> bool:
        raise StorageError("history.sqlite3: another program has it")

    monkeypatch.setattr(led.store, "note", refuse)
    assert led.go_on() == 1
    assert led.on_record() == [30.0, 30.0]
    assert not led.recorder._timer.isActive()


def test_a_disk_that_fails_later_is_told_of_then(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    led.go_on()
    led.go_on()

    def refuse(*_: object, **__: object) -> None:
        raise StorageError("history.sqlite3: the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(led.store, "put_session", refuse)
        led.recorder.settle()
        assert led.recorder.problem == "history.sqlite3: the disk is full"
        assert [one.id for one in led.recorder.waiting] == ["new"]
        assert led.recorder._timer.isActive()
    led.recorder.try_again()
    assert (led.recorder.problem, led.recorder.waiting) == ("", ())


def test_what_is_only_noted_is_no_set_that_is_not_on_disk(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes it, and what is held then: that alone is not on disk."""
    led.go_on()
    led.go_on()
    led.go_on()

    def refuse(*_: object, **__: object) -> None:
        raise StorageError("history.sqlite3: the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(led.store, "put_session", refuse)
        led.recorder.settle()
        assert (led.recorder.holds_waiting, led.on_record()) == (0, [30.0] * 3)
        led.recorder.put(led.run, led.clock.wall)
        assert (led.recorder.holds_waiting, len(led.recorder.waiting)) == (0, 1)
        led.go_on()
        assert (led.recorder.holds_waiting, led.on_record()) == (1, [30.0] * 3)
    led.recorder.try_again()
    assert (led.recorder.holds_waiting, led.recorder.waiting) == (0, ())
    assert led.on_record() == [30.0] * 4


def test_nothing_is_put_of_who_did_nothing_while_another_session_waits(led: Led) -> None:
    """Their only set was ended before it began."""
    led.recorder._timer.start(60_000)
    led.recorder.note(led.run, led.clock.wall)
    for _ in range(2):
        led.session.on()
        led.recorder.put_soon(led.run, led.clock.wall)
        led.recorder.note(led.run, led.clock.wall)
    assert led.session.records
    assert led.recorder.waiting == ()


# -- while another program has the file --------------------------------------------------------------------------------
@pytest.fixture
def locked(led: Led) -> Iterator[Callable[[], sqlite3.Connection]]:
    """Locks the history; a rollback unlocks it."""
    with closing(sqlite3.connect(led.path, isolation_level=None)) as other:
        yield lambda: other.execute("BEGIN IMMEDIATE").connection


@pytest.mark.parametrize(("sets", "hurts"), [(0, False), (1, False), (3, False), (3, True)])
def test_who_has_the_file_is_waited_for_once_what_comes_has_been_shown(
    led: Led, qtbot: QtBot, locked: Callable[[], sqlite3.Connection], sets: int, hurts: bool
) -> None:
    """Before the session is on record, and when it is; where nothing is left, too."""
    for _ in range(sets):
        led.go_on()
    player, out, waited = led.play(), list[str](), led.waited
    led.recorder.problem_changed.connect(out.append)
    player.happened.connect(lambda *_: out.append("voice"))
    samples.play(led.session, led.clock, led.session.due_in_s() or 0.0, 1.0)
    samples.play(led.session, led.clock, 29, 1.0)
    other = locked()

    def show(_: Moment) -> None:
        out.append("picture")
        other.execute("ROLLBACK")

    player.moment_changed.connect(show)
    led.clock.pass_time(1 - hurts)
    player.command("stop_for_pain" if hurts else "pause")
    assert out == ["voice", "picture"]
    assert led.on_record() == [30.0] * sets
    assert led.waited == waited + 1, "it was tried"
    ended = led.session.state == "ended"
    if ended:
        led.recorder.end(led.run, "finished", led.clock.wall)
    qtbot.waitUntil(lambda: not led.recorder.waiting)
    with HistoryStore.open_to_read(led.path) as store:
        session = store.session("new")
    assert session is not None
    assert [hold.held_s for hold in session.holds] == [30.0] * sets + [29.0 if hurts else 30.0]
    assert led.recorder.problem == ""


def settle(led: Led) -> None:
    led.recorder.settle()


def close(led: Led) -> None:
    led.session.pause()
    led.recorder.put(led.run, led.clock.wall)


def end(led: Led) -> None:
    led.session.end()
    led.recorder.end(led.run, "ended early", led.clock.wall)


def log_out(led: Led) -> None:
    led.recorder.leave()
    led.recorder.settle()
    assert led.on_record() == []
    led.recorder.write_now()


def stay(led: Led) -> None:
    led.recorder.leave()
    led.recorder.stay()


@pytest.mark.parametrize("happens", [settle, close, end, log_out, stay])
def test_nothing_is_lost_until_who_has_the_file_is_waited_for(
    led: Led, locked: Callable[[], sqlite3.Connection], happens: Callable[[Led], None]
) -> None:
    other = locked()
    led.go_on()
    other.execute("ROLLBACK")
    assert led.on_record() == []
    assert [record.id for record in led.recorder.waiting] == ["new"]
    happens(led)
    assert led.on_record() == [30.0]
    assert led.recorder.waiting == ()


def test_who_has_the_file_for_longer_is_told_of(led: Led, locked: Callable[[], sqlite3.Connection]) -> None:
    led.store._busy_s = 0.01
    led.go_on()
    locked()
    led.go_on()
    assert led.recorder.problem == ""
    led.recorder._settling.timeout.emit()
    assert "another program is using the history" in led.recorder.problem
    assert led.recorder.holds_waiting == 1
    assert led.recorder._timer.isActive()


def test_the_end_of_a_session_waits_for_no_other_program_and_tells_what_is_not_on_disk(
    led: Led, locked: Callable[[], sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that its page comes at once. Whatever was held is tried again, as ever."""
    led.go_on()
    other, put, waits_ms = locked(), led.store.put_session, list[int]()

    def put_session(*given: object, **named: object) -> None:
        waits_ms.append(led.store._connection.execute("PRAGMA busy_timeout").fetchone()[0])
        put(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(led.store, "put_session", put_session)
    led.session.end()
    led.recorder.end(led.run, "ended early", led.clock.wall)
    assert waits_ms == [0]
    assert "another program is using the history" in led.recorder.problem
    assert [record.outcome for record in led.recorder.waiting] == ["ended early"]
    assert led.recorder._timer.isActive()
    other.execute("ROLLBACK")
    led.recorder._timer.timeout.emit()
    assert (led.on_record(), led.recorder.waiting, led.recorder.problem) == ([30.0], (), "")
    assert waits_ms[1] > 0, "by then, who has it is waited for"


def test_what_makes_a_session_count_is_waited_for_as_it_ends(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page after it tells the week as it is on disk."""
    while not led.run.record("ended early", led.clock.wall).counts:
        led.go_on()
    waits_ms, put = list[int](), led.store.put_session

    def put_session(*given: object, **named: object) -> None:
        waits_ms.append(led.store._connection.execute("PRAGMA busy_timeout").fetchone()[0])
        put(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(led.store, "put_session", put_session)
    monkeypatch.setattr(led.recorder, "_on_disk", {})
    led.session.end()
    led.recorder.end(led.run, "ended early", led.clock.wall)
    assert led.recorder._newest[led.run.id].counts
    assert len(waits_ms) == 1
    assert waits_ms[0] > 0


@pytest.mark.parametrize(
    ("one_s", "other_s", "hold", "same"),
    [(0.0, 3.9, True, True), (3.9, 4.0, True, False), (4.0, 7.9, True, True), (7.9, 8.0, True, False),
     (0.0, 9.0, False, True)],
)  # fmt: skip
def test_of_a_hold_no_more_than_four_seconds_can_be_lost(one_s: float, other_s: float, hold: bool, same: bool) -> None:
    phases = unroll(samples.routine(), samples.EXERCISES)
    one, other = (Moment(phases, int(hold), "running", at_s, 30.0, ()) for at_s in (one_s, other_s))
    assert (noted_of(one) == noted_of(other)) is same
