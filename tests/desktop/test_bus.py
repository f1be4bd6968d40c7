"""The desktop by D-Bus, on a bus of the test's own: what others see, and what comes of what they do."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any

import pytest
from jeepney import DBusAddress
from pytestqt.qtbot import QtBot

from hamstring_gui.desktop import bus_helper, bus_line, mpris
from hamstring_gui.desktop.bus import UNSHOWN, Bus
from hamstring_gui.desktop.bus_line import BUS, BusError, BusLine
from hamstring_gui.desktop.notifications import Answer, Notice, Notifications, as_shown
from tests.desktop.buses import Service, bus_of_its_own, needs_dbus, pipe_is_open

PLAYER = DBusAddress(mpris.PATH, mpris.NAME, mpris.PLAYER)
LOGIND, SESSION = "org.freedesktop.login1", "org.freedesktop.login1.Session"
NOTES = "org.freedesktop.Notifications"
HOLD = mpris.Playing("Playing", "phase1", "Strap", "Right leg · Set 1 of 2", "HOLD", 30.0, 4.0, at_s=0.0)


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with bus_of_its_own() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def line(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[BusLine]:
    monkeypatch.setattr(bus_line, "ANSWERED_WITHIN_S", 60.0)
    with BusLine("SESSION") as line:
        yield line


@pytest.fixture
def bus(qtbot: QtBot) -> Iterator[Bus]:
    bus = Bus()
    yield bus
    child = bus._helper._child
    over: list[bool] = []
    if child is not None:
        child.finished.connect(lambda: over.append(True))
    bus.close()
    qtbot.waitUntil(lambda: child is None or bool(over))


class Heard:
    """What a bus told, in order."""

    def __init__(self, bus: Bus) -> None:
        self.all: list[Any] = []
        bus.wished.connect(lambda wish, value: self.all.append(wish))
        bus.happened.connect(self.all.append)
        bus.answered.connect(lambda *answer: self.all.append(answer))


def names(line: BusLine) -> set[str]:
    return {str(name) for name in line.call(BUS, "ListNames")[0] if ".MediaPlayer2." in name}


@needs_dbus
def test_a_session_is_a_player_until_it_ends(line: BusLine, bus: Bus, qtbot: QtBot) -> None:
    heard = Heard(bus)
    bus.begin(headphones=False)
    bus.show(HOLD)
    qtbot.waitUntil(lambda: names(line) == {mpris.NAME})
    ((kind, status),) = line.call(
        DBusAddress(mpris.PATH, mpris.NAME, mpris.PROPERTIES), "Get", "ss", mpris.PLAYER, "PlaybackStatus"
    )
    assert (kind, status) == ("s", "Playing")
    for call in ("PlayPause", "Next", "Previous", "Stop"):
        line.call(PLAYER, call)
    with pytest.raises(BusError, match="UnknownMethod"):
        line.call(PLAYER, "Dance")
    qtbot.waitUntil(lambda: heard.all == ["toggle", "on", "back", "end"])
    bus.end()
    qtbot.waitUntil(lambda: names(line) == set())
    bus.begin(headphones=False)
    bus.show(HOLD)
    qtbot.waitUntil(lambda: names(line) == {mpris.NAME})


@needs_dbus
def test_a_name_that_is_taken_is_left_and_changes_are_told(line: BusLine, bus: Bus, qtbot: QtBot) -> None:
    line.call(BUS, "RequestName", "su", mpris.NAME, 0)
    line.listen_to(f"type='signal',path='{mpris.PATH}'")
    bus.begin(headphones=False)
    bus.show(HOLD)
    qtbot.waitUntil(lambda: any(name.startswith(f"{mpris.NAME}.instance") for name in names(line)))
    bus.show(mpris.Playing("Paused", "phase2", "Strap", "Left leg", "HOLD", 30.0, 9.0, at_s=time.monotonic()))
    told: dict[str, Any] = {}

    def all_told() -> bool:
        told.update({message.header.fields[3]: message.body for message in line.come()})
        return "Seeked" in told

    qtbot.waitUntil(all_told)
    interface, changed, _ = told["PropertiesChanged"]
    assert interface == mpris.PLAYER
    assert changed.keys() == {"PlaybackStatus", "Metadata"}
    assert told["Seeked"] == (9_000_000,)


@pytest.fixture
def serve(address: str) -> Iterator[Callable[..., Service]]:
    """Puts a service on the bus until the test is over."""
    with ExitStack() as open_ones:
        yield lambda name, **answers: open_ones.enter_context(Service(address, name, answers))


@needs_dbus
def test_the_computer_sleeps_only_once_the_session_stands_still(
    serve: Callable[..., Service], bus: Bus, qtbot: QtBot
) -> None:
    reading, writing = os.pipe()
    logind = serve(LOGIND, Inhibit=("h", (writing,)), Get=("v", (("(uo)", (os.getuid(), "/")),)))
    heard = Heard(bus)
    bus.begin(headphones=False)
    qtbot.waitUntil(lambda: logind.answered > 0 and logind.calls[-1][0] == "Inhibit")
    logind.answers["Inhibit"] = ("", ())  # there is one descriptor only
    os.close(writing)
    assert next(call for call in logind.calls if call[0] == "Inhibit")[1::3] == ("sleep", "delay")
    logind.signal("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "")  # says nothing
    logind.signal("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "b", True)
    qtbot.waitUntil(lambda: heard.all == ["sleep"])
    assert pipe_is_open(reading)
    bus.let_sleep()
    qtbot.waitUntil(lambda: not pipe_is_open(reading))
    logind.signal("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "b", False)
    logind.signal("/org/freedesktop/login1/session/_31", SESSION, "Lock", "")
    qtbot.waitUntil(lambda: heard.all == ["sleep", "woke", "locked"])
    hint = {"LockedHint": ("b", False)}
    logind.signal("/any", mpris.PROPERTIES, "PropertiesChanged", "sa{sv}as", SESSION, hint, [])
    qtbot.waitUntil(lambda: heard.all[3:] == ["unlocked"])
    os.close(reading)


def test_the_computer_may_sleep_where_the_bus_went_away(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    typed, nobody = os.pipe()

    class Line:
        """A system bus that goes away once it has let us hold the computer back."""

        def __init__(self, *_: object, **__: object) -> None: ...

        def fileno(self) -> int:
            return reading

        def listen_to(self, _: str) -> None: ...

        def call(self, *_: object) -> tuple[object]:
            return (SimpleNamespace(to_raw_fd=lambda: writing),)

        def come(self) -> list[object]:
            raise BusError("gone")

        def close(self) -> None: ...

    monkeypatch.setattr(bus_helper, "BusLine", Line)
    monkeypatch.setattr(bus_helper.Desk, "_on_session_bus", lambda _: Line())
    with os.fdopen(typed) as stdin, os.fdopen(nobody, "w"):
        monkeypatch.setattr(sys, "stdin", stdin)
        desk = bus_helper.Desk(bus_helper.Typed())
        desk._watch(headphones=False)
        assert pipe_is_open(reading)
        desk._listen()
        assert not pipe_is_open(reading)
        desk._selector.close()
    os.close(reading)


@needs_dbus
def test_screen_savers_lock_and_another_users_session_does_not(
    serve: Callable[..., Service], bus: Bus, qtbot: QtBot
) -> None:
    logind = serve(LOGIND, Get=("v", (("(uo)", (os.getuid() + 1, "/")),)))
    heard = Heard(bus)
    bus.begin(headphones=False)
    qtbot.waitUntil(lambda: any(call[0] == "Inhibit" for call in logind.calls))
    logind.signal("/org/freedesktop/login1/session/_32", SESSION, "Lock", "")
    qtbot.waitUntil(lambda: any(call[0] == "Get" for call in logind.calls))
    logind.signal("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", True)
    logind.signal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "", *())
    logind.signal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", False)
    qtbot.waitUntil(lambda: heard.all == ["locked", "unlocked"])


@needs_dbus
def test_a_notification_is_answered(serve: Callable[..., Service], bus: Bus, qtbot: QtBot) -> None:
    server = serve(NOTES, GetCapabilities=("as", (["body", "body-markup", "actions"],)), Notify=("u", (7,)))
    heard = Heard(bus)
    bus.notify("today", "Time to stretch", "A < B", (("start", "Start now"), ("no", "Not today")))
    qtbot.waitUntil(lambda: any(call[0] == "Notify" for call in server.calls))
    shown = server.calls[-1]
    buttons = ["start", "Start now", "no", "Not today"]
    assert shown[1:7] == ("Hamstring", 0, "hamstring", "Time to stretch", "A &lt; B", buttons)
    server.signal("/org/freedesktop/Notifications", NOTES, "ActivationToken", "us", 7, "token")
    server.signal("/org/freedesktop/Notifications", NOTES, "ActionInvoked", "us", 8, "start")
    server.signal("/org/freedesktop/Notifications", NOTES, "ActionInvoked", "us", 7, "start")
    server.signal("/org/freedesktop/Notifications", NOTES, "NotificationClosed", "uu", 7, 2)
    qtbot.waitUntil(lambda: heard.all == [("today", "start", "token"), ("today", "", "")])
    qtbot.waitUntil(lambda: not bus._helper.is_running)


def test_one_with_the_same_key_makes_way(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[int] = []

    class Server:
        def __init__(self, line: object) -> None:
            """Numbers them from 7 on."""

        def show(self, notice: Notice, instead_of: int) -> int:
            shown.append(instead_of)
            return 6 + len(shown)

    monkeypatch.setattr(bus_helper, "Notifications", Server)
    notices = bus_helper.Notices(None)  # type: ignore[arg-type]
    for key in ("today", "other", "today"):
        notices.show(key, Notice("Time to stretch"))
    assert shown == [0, 0, 7]


@needs_dbus
def test_a_notification_from_a_process_without_qt(line: BusLine, serve: Callable[..., Service]) -> None:
    server = serve(NOTES, GetCapabilities=("as", (["body"],)), Notify=("u", (9,)))
    notifications = Notifications(line)
    assert notifications.show(Notice("Title", "Text", (("a", "A"),))) == 9
    assert server.calls[-1][6] == []
    server.signal("/org/freedesktop/Notifications", NOTES, "NotificationClosed", "uu", 9, 2)
    heard: list[Answer] = []
    while not heard:
        heard += [answer for message in line.come(20.0) if (answer := notifications.heard(message)) is not None]
    assert heard == [Answer(9, "")]


@pytest.mark.parametrize(
    ("can", "shown"),
    [
        ({"body", "actions"}, ("T", "a & b", ["go", "Go"])),
        ({"body", "body-markup", "actions"}, ("T", "a &amp; b", ["go", "Go"])),
        ({"body"}, ("T", "a & b", [])),
        (set(), ("T a & b", "", [])),
    ],
)
def test_a_notification_is_as_the_server_can(can: set[str], shown: tuple[str, str, list[str]]) -> None:
    assert as_shown(Notice("T", "a & b", (("go", "Go"),)), frozenset(can)) == shown


def test_what_was_answered_or_withdrawn_is_not_said_by_other_means(bus: Bus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever becomes of the helper, or of the desktop's notifications, after that."""
    monkeypatch.setattr(bus, "_send", lambda *_, **__: None)
    heard = Heard(bus)
    for key in ("answered", "withdrawn", "stands"):
        bus.notify(key, "Time to stretch")
    bus._on_told({"key": "answered", "action": "no", "token": ""})
    bus.withdraw("answered")
    bus.withdraw("withdrawn")
    bus._on_told({"key": "withdrawn", "action": UNSHOWN, "token": ""})
    bus._on_lost("the helper process has ended")
    assert heard.all == [("answered", "no", ""), ("stands", UNSHOWN, "")]


def test_without_any_bus_there_is_one_line_in_the_log(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    heard = Heard(bus)
    with caplog.at_level(logging.INFO):
        bus.begin(headphones=True)
        bus.show(HOLD)
        bus.notify("today", "Time to stretch")
        qtbot.waitUntil(lambda: heard.all == [("today", UNSHOWN, "")])
    assert [record.levelname for record in caplog.records] == ["INFO"]


@needs_dbus
@pytest.mark.nightly
def test_a_bus_that_goes_away_comes_back_with_the_next_session(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        with bus_of_its_own() as address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
            with BusLine("SESSION") as line:
                bus.begin(headphones=False)
                bus.show(HOLD)
                qtbot.waitUntil(lambda line=line: names(line) == {mpris.NAME})
        bus.show(HOLD)
        bus.end()


def test_a_helper_that_ends_in_a_session_has_one_other(bus: Bus, said: list[str]) -> None:
    lost: list[bool] = []
    bus.lost.connect(lambda: lost.append(True))
    bus.begin(headphones=True)
    bus.show(HOLD)
    begun = said.copy()
    assert [json.loads(line)["do"] for line in begun[1:]] == ["watch", "play"]
    for left in (begun, []):
        said.clear()
        bus._helper.ended.emit()
        assert said == left
    assert len(lost) == 2
    bus.end()
    bus.begin(headphones=True)
    bus.end()
    said.clear()
    bus._helper.ended.emit()
    assert said == []


def test_without_jeepney_nothing_is_started(
    said: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("hamstring_gui.desktop.bus.find_spec", lambda _: None)
    bus = Bus()
    heard, lost = Heard(bus), []
    bus.lost.connect(lambda: lost.append(True))
    with caplog.at_level(logging.INFO):
        bus.begin(headphones=True)
        bus.show(HOLD)
        bus.keep_lit(True)
        bus.notify("today", "Time to stretch")
    assert said == []
    assert lost
    assert heard.all == [("today", UNSHOWN, "")]
    assert [record.levelname for record in caplog.records] == ["INFO"]


@needs_dbus
@pytest.mark.nightly
@pytest.mark.skipif(shutil.which("playerctl") is None, reason="needs playerctl")
def test_playerctl_sees_it(line: BusLine, bus: Bus, qtbot: QtBot) -> None:
    heard = Heard(bus)
    bus.begin(headphones=False)
    bus.show(HOLD)
    qtbot.waitUntil(lambda: names(line) == {mpris.NAME})
    said = subprocess.run(
        ["playerctl", "metadata", "--format", "{{status}}, {{title}}, {{artist}}, {{mpris:length}}"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    assert said == "Playing, Strap, Right leg · Set 1 of 2, 30000000"
    subprocess.run(["playerctl", "play-pause"], check=True)
    qtbot.waitUntil(lambda: heard.all == ["toggle"])
