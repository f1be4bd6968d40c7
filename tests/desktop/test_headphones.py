"""What counts as unplugged, of what PulseAudio says."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.desktop.headphones import Headphones, Outlet, unplugged

EARS = Outlet(3, "analog-output-headphones")
BOX = Outlet(3, "analog-output-speaker")


@pytest.mark.parametrize(
    ("before", "now", "is_unplugged"),
    [
        (EARS, None, True),
        (Outlet(5), None, True),
        (EARS, BOX, True),
        (Outlet(4, "headset-output"), Outlet(4, "headset-output", available=False), True),
        (EARS, Outlet(3, "analog-output-speaker", available=False), True),
        (EARS, EARS, False),
        (BOX, EARS, False),
        (BOX, BOX, False),
        (EARS, Outlet(3, "analog-output-headphones-2"), False),
        (Outlet(4, "headset-output", available=False), Outlet(4, "headset-output", available=False), False),
        (Outlet(4, "headset-output", available=False), Outlet(4, "headset-output"), False),
    ],
)
def test_unplugged(before: Outlet, now: Outlet | None, is_unplugged: bool) -> None:
    assert unplugged(before, now) == is_unplugged


def test_without_a_server_nothing_is_said() -> None:
    told: list[bool] = []
    headphones = Headphones(lambda: told.append(True))
    headphones._run()  # comes back at once: no server is begun for it
    assert told == []


@pytest.fixture
def sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Callable[..., None]]:
    """A sound server of the test's own, with two sinks; obeys `pactl`'s words."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        pytest.skip("needs pulseaudio and pactl")
    socket = tmp_path / "pulse"
    monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
    modules = [f"module-native-protocol-unix auth-anonymous=1 socket={socket}"]
    modules += [f"module-null-sink sink_name={name}" for name in ("box", "ears")]
    command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
               *(word for module in modules for word in ("-L", module))]  # fmt: skip
    environment = {**os.environ, "PULSE_RUNTIME_PATH": str(tmp_path), "PULSE_SERVER": ""}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            qtbot.waitUntil(lambda: subprocess.run(["pactl", "info"], capture_output=True).returncode == 0)
            yield lambda *words: subprocess.run(["pactl", *words], check=True, stdout=subprocess.DEVNULL)
        finally:
            server.terminate()


@pytest.mark.nightly
def test_who_no_longer_listens_leaves_the_server(sound_server: Callable[..., None], qtbot: QtBot) -> None:
    told: list[bool] = []
    sound_server("set-default-sink", "ears")
    for _ in range(2):  # each makes a connection of its own
        headphones = Headphones(lambda: told.append(True))
        before = threading.active_count()
        headphones.watch()
        qtbot.waitUntil(lambda one=headphones: one._outlet is not None)
        headphones.close()
        qtbot.waitUntil(lambda before=before: threading.active_count() == before)
        headphones.close()
    sound_server("unload-module", "module-null-sink")
    assert told == []


@pytest.mark.nightly
def test_a_server_that_goes_is_let_go_of(sound_server: Callable[..., None], qtbot: QtBot) -> None:
    before = threading.active_count()
    headphones = Headphones(lambda: None)
    headphones.watch()
    qtbot.waitUntil(lambda: headphones._outlet is not None)
    sound_server("exit")
    qtbot.waitUntil(lambda: threading.active_count() == before)
    headphones.close()


@pytest.mark.nightly
def test_a_default_sink_that_goes_is_unplugged_and_another_choice_is_not(
    sound_server: Callable[..., None], qtbot: QtBot
) -> None:
    told: list[bool] = []
    sound_server("set-default-sink", "ears")
    headphones = Headphones(lambda: told.append(True))
    headphones.watch()
    qtbot.waitUntil(lambda: headphones._outlet is not None)
    ears = headphones._outlet
    sound_server("set-default-sink", "box")
    qtbot.waitUntil(lambda: headphones._outlet not in (None, ears))
    assert told == []
    sound_server("set-default-sink", "ears")
    qtbot.waitUntil(lambda: headphones._outlet == ears)
    sound_server("unload-module", "module-null-sink")
    qtbot.waitUntil(lambda: told == [True])
    headphones.close()
