"""When a set that is over is on record, and when on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.program.recorder import Recorder, Run
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
