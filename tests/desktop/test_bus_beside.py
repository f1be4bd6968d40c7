"""D-Bus in a thread of the process that plays the tones: however it ends, it leaves nothing, and another can begin."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.desktop import bus_helper, mpris
from hamstring_gui.desktop.bus_beside import BusBeside, Handed
from hamstring_gui.desktop.bus_helper import Desk
from hamstring_gui.desktop.bus_line import BUS, BusError, BusLine
from hamstring_gui.desktop.guest import Guest
from hamstring_gui.desktop.helper import Helper
from tests.desktop.buses import Service, bus_of_its_own, needs_dbus

PLAY = {"do": "play", "status": "Playing", "track": "1", "title": "Strap", "artist": "", "album": "HOLD"}
SCREENSAVER = "org.freedesktop.ScreenSaver"


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[BusBeside]:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(sys, "path", sys.path.copy())
    beside = BusBeside()
    yield beside
    beside.close()
    if beside._thread is not None:
        beside._thread.join(15)


def ask(beside: BusBeside, **what: object) -> None:
    beside.take(json.dumps(what))


def begin(beside: BusBeside, number: int) -> None:
    ask(beside, do="begin", lodging=number, jeepney="/nowhere")


def end(beside: BusBeside) -> None:
    assert beside._thread is not None
    beside._thread.join(15)
    assert not beside._thread.is_alive()


@needs_dbus
@pytest.mark.parametrize("how", ["rest", "fails"])
def test_what_a_thread_has_taken_is_given_back_before_it_is_gone(
    beside: BusBeside, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], how: str
) -> None:
    with bus_of_its_own() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with Service(address, SCREENSAVER, {"Inhibit": ("u", (7,))}) as service, BusLine("SESSION") as line:
            begin(beside, 3)
            ask(beside, **PLAY)
            ask(beside, do="light", on=True)
            ask(beside, do=how)
            end(beside)
            assert mpris.NAME not in line.call(BUS, "ListNames")[0]
            assert [call[0] for call in service.calls] == ["Inhibit", "UnInhibit"]
    told = [json.loads(one) for one in capfd.readouterr().out.splitlines()]
    assert told == [{"lit": SCREENSAVER}, *([{"gone": 3}] if how == "fails" else [])]


def test_lines_in_flight_begin_nothing(beside: BusBeside, capfd: pytest.CaptureFixture[str]) -> None:
    ask(beside, do="light", on=True)
    assert beside._thread is None
    begin(beside, 1)
    ask(beside, do="fails")
    end(beside)
    failed = beside._thread
    ask(beside, do="light", on=True)
    assert beside._thread is failed
    begin(beside, 2)
    assert beside._thread is not failed
    ask(beside, do="fails")
    end(beside)
    assert capfd.readouterr().out.splitlines() == ['{"gone": 1}', '{"gone": 2}']


def test_no_line_is_lost_or_torn_however_long_nobody_takes_any() -> None:
    lines = [f"{number} {'word' * 2000}" for number in range(100)]
    handed = Handed()
    for line in lines:
        handed.hand(line)
    for _ in range(70_000):  # more than a pipe takes
        handed.hand("")
    handed.end()
    taken: list[str] = []
    while (come := handed.come()) is not None:
        taken += come
    handed.close()
    assert taken[:100] == lines
    assert len(taken) == 70_100


class Ears:
    """Headphones that note who watches them."""

    watched: list[Ears]

    def __init__(self, _: Callable[[], None]) -> None:
        self.closed = False

    def watch(self) -> None:
        self.watched.append(self)

    def close(self) -> None:
        self.closed = True


def no_bus(*_: object, **__: object) -> BusLine:
    raise BusError("none")


def test_headphones_are_watched_anew_in_each_session_and_between_them_not(monkeypatch: pytest.MonkeyPatch) -> None:
    Ears.watched = []
    monkeypatch.setattr(bus_helper, "Headphones", Ears)
    monkeypatch.setattr(bus_helper, "BusLine", no_bus)
    handed = Handed()
    desk = Desk(handed)
    for session in (1, 2):
        for asked in ({"do": "watch", "headphones": True}, {"do": "stop"})[: 3 - session]:
            handed.hand(json.dumps(asked))
        desk._read()
        assert [one.closed for one in Ears.watched] == [True, False][:session]
    handed.end()
    desk.run()
    assert [one.closed for one in Ears.watched] == [True, True]
    handed.close()


def test_a_session_bus_that_goes_away_has_the_screen_kept_by_who_is_left(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Line:
        """A bus with a desktop that keeps the screen lit, and goes away."""

        def fileno(self) -> int:
            return out_of

        def call(self, *_: object) -> tuple[int]:
            return (7,)

        def come(self) -> list[object]:
            raise BusError("gone")

        def close(self) -> None: ...

    out_of, into = os.pipe()
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(bus_helper, "BusLine", lambda _: Line())
    handed = Handed()
    desk = Desk(handed)
    desk._light(on=True)
    monkeypatch.setattr(bus_helper, "BusLine", no_bus)
    desk._listen()
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [one["lit"] for one in told if "lit" in one] == [SCREENSAVER, ""]
    handed.end()
    desk.run()
    for descriptor in (out_of, into):
        os.close(descriptor)
    handed.close()


# -- the guest in the window's process ---------------------------------------------------------------------------------
class Host(Helper):
    """Runs when it is told to, and notes what is sent."""

    def __init__(self) -> None:
        super().__init__("nothing.py")
        self.runs, self.sent = True, list[str]()

    @property
    def is_running(self) -> bool:
        return self.runs

    def start(self) -> None:
        self.runs = True

    def send(self, line: str) -> None:
        self.sent.append(line)


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    return Host()


@pytest.fixture
def own(qtbot: QtBot) -> Host:
    own = Host()
    own.runs = False
    return own


def test_a_host_that_is_closed_and_runs_again_is_begun_with_anew(own: Host, host: Host) -> None:
    ended: list[bool] = []
    guest = Guest(own, lambda: host, {"jeepney": "/there"})
    guest.ended.connect(lambda: ended.append(True))
    guest.start()
    host.closed.emit()
    assert not guest.is_running
    guest.start()
    begun = [json.loads(line) for line in host.sent]
    assert begun == [{"do": "begin", "lodging": number, "jeepney": "/there"} for number in (1, 2)]
    assert not ended
    assert not own.runs


def test_closing_a_helper_says_so_once(qtbot: QtBot) -> None:
    helper, told = Helper("awake_helper.py"), []
    helper.closed.connect(lambda: told.append(True))
    helper.close()
    assert told == []
    helper.start()
    child, over = helper._child, []
    assert child is not None
    child.finished.connect(lambda: over.append(True))
    helper.close()
    helper.close()
    assert told == [True]
    qtbot.waitUntil(lambda: bool(over))


def test_a_guest_that_ended_has_a_process_of_its_own_until_it_is_closed(own: Host, host: Host) -> None:
    ended: list[bool] = []
    guest = Guest(own, lambda: host, {})
    guest.ended.connect(lambda: ended.append(True))
    guest.start()
    guest.close()
    guest.start()
    host.line_read.emit('{"gone": 1}')  # late: of the one before
    assert guest.is_running
    assert not ended
    host.line_read.emit('{"gone": 2}')
    assert not guest.is_running
    assert ended == [True]
    guest.start()
    assert own.runs
    own.runs = False
    guest.close()
    guest.start()
    assert not own.runs
