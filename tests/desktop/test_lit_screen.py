"""Who keeps the screen lit, on a bus of the test's own and in whose process."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.desktop import bus_line
from hamstring_gui.desktop.awake import Awake
from hamstring_gui.desktop.bus import Bus
from hamstring_gui.desktop.bus_line import BusError, BusLine
from hamstring_gui.desktop.guest import Guest
from hamstring_gui.desktop.helper import Helper
from hamstring_gui.desktop.lit_screen import LitScreen
from hamstring_gui.desktop.sound import Sounds
from tests.desktop.buses import Service, bus_of_its_own, needs_dbus
from tests.desktop.conftest import Journal

SCREENSAVER, GNOME = "org.freedesktop.ScreenSaver", "org.gnome.SessionManager"


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Service]]:
    """Puts a service that keeps screens lit on a bus, until the test is over."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(bus_line, "ANSWERED_WITHIN_S", 60.0)
    with bus_of_its_own() as address, ExitStack() as open_ones:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
        yield lambda name: open_ones.enter_context(Service(address, name, {"Inhibit": ("u", (7,))}))


@needs_dbus
@pytest.mark.parametrize(("name", "back"), [(SCREENSAVER, "UnInhibit"), (GNOME, "Uninhibit")])
def test_the_desktop_that_is_there_is_asked_once_and_told_when_it_is_over(
    serve: Callable[[str], Service], name: str, back: str
) -> None:
    service = serve(name)
    with BusLine("SESSION") as line:
        screen = LitScreen(lambda: line)
        assert (screen.keep(), screen.keep()) == (name, name)
        screen.let_dark()
        screen.let_dark()
    assert [(member, *words[-1:]) for member, *words in service.calls[1:]] == [(back, 7)]
    assert service.calls[0][0] == "Inhibit"


def test_where_nobody_is_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_bus() -> BusLine:
        raise BusError("none")

    monkeypatch.delenv("DISPLAY", raising=False)
    screen = LitScreen(no_bus)
    assert screen.keep() == ""
    screen.let_dark()


def ends(helper: Helper, qtbot: QtBot, close: Callable[[], None]) -> None:
    """Until the process is over."""
    child, over = helper._child, []
    assert child is not None
    child.finished.connect(lambda: over.append(True))
    close()
    qtbot.waitUntil(lambda: bool(over))


@pytest.fixture
def sounds(qtbot: QtBot, assets: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sounds]:
    """A real helper, without a sound server."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    sounds = Sounds(assets / "sounds", 0.0, muted=True)
    sounds.prepare()
    yield sounds
    if sounds.helper.is_running:
        ends(sounds.helper, qtbot, sounds.close)


def lodger(sounds: Sounds) -> tuple[Bus, Awake]:
    bus = Bus(host=lambda: sounds.helper)
    return bus, Awake(bus=lambda: bus)


@needs_dbus
def test_in_a_session_one_process_does_it_all(serve: Callable[[str], Service], sounds: Sounds, qtbot: QtBot) -> None:
    service = serve(SCREENSAVER)
    bus, awake = lodger(sounds)
    assert isinstance(bus._helper, Guest)
    for _ in range(2):
        service.calls.clear()
        bus.begin(headphones=False)
        awake.hold()
        qtbot.waitUntil(lambda: [call[0] for call in service.calls] == ["Inhibit"])
        assert not bus._helper._own.is_running
        assert not awake._helper.is_running
        awake.release()
        qtbot.waitUntil(lambda: [call[0] for call in service.calls] == ["Inhibit", "UnInhibit"])
        bus.end()
        assert not bus._helper.is_running
        assert sounds.helper.is_running


@needs_dbus
def test_without_tones_the_bus_has_a_process_of_its_own(
    serve: Callable[[str], Service], assets: Path, qtbot: QtBot
) -> None:
    service = serve(SCREENSAVER)
    silent = Sounds(assets / "sounds", 0.0, muted=True)
    bus, awake = lodger(silent)
    awake.hold()
    qtbot.waitUntil(lambda: [call[0] for call in service.calls] == ["Inhibit"])
    assert not silent.helper.is_running
    assert isinstance(bus._helper, Guest)
    ends(bus._helper._own, qtbot, awake.release)
    assert [call[0] for call in service.calls] == ["Inhibit", "UnInhibit"]
    assert not bus._helper.is_running


@pytest.mark.parametrize("how", ["killed", "gone"])
def test_a_process_that_ends_has_another_keep_the_screen_lit(
    sounds: Sounds, qtbot: QtBot, journal: Journal, how: str
) -> None:
    """Of its own, by wakepy."""
    bus, awake = lodger(sounds)
    awake.hold()
    if how == "killed":
        assert sounds.helper._child is not None
        qtbot.waitUntil(lambda: sounds.helper._child.processId() > 0)  # type: ignore[union-attr]
        os.kill(sounds.helper._child.processId(), 9)
    else:
        sounds.helper.line_read.emit('{"gone": 1}')
    qtbot.waitUntil(lambda: len(journal.lines) == 1)
    assert not bus._helper.is_running
    ends(awake._helper, qtbot, awake.release)
    assert len(journal.lines) == 2


@pytest.fixture
def hung_bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Takes calls, and answers none."""
    with socket.socket(socket.AF_UNIX) as hangs:
        hangs.bind(str(tmp_path / "bus"))
        hangs.listen()
        for which in ("SESSION", "SYSTEM"):
            monkeypatch.setenv(f"DBUS_{which}_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        yield


@pytest.mark.nightly
def test_a_bus_that_hangs_holds_up_no_tone(hung_bus: None, sounds: Sounds, qtbot: QtBot) -> None:
    told: list[str] = []
    sounds.helper.line_read.connect(told.append)
    bus, _ = lodger(sounds)
    bus.begin(headphones=False)
    sounds.helper.send("say 7 0.0 []")
    qtbot.waitUntil(lambda: "dropped 7" in told)
    assert not [line for line in told if line.startswith("{")]
    qtbot.waitUntil(lambda: any("silent" in line for line in told if line.startswith("{")))
