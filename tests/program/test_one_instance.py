"""A second start with the same data hands its wish over to the first, and ends."""

from __future__ import annotations

import json
import select
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from hamstring_gui.app import LOCK
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.program import one_instance
from hamstring_gui.program.listening import QtListener, UnixListener
from hamstring_gui.program.one_instance import Instance, Wish, as_wished, hand_over, name_for, routine_of
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.library import load_exercises
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.shelf import read_shelf
from tests.spread import late

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def exercises(assets: Path) -> dict[str, Exercise]:
    return load_exercises(assets)


@pytest.fixture
def instance(qtbot: QtBot, qapp, tmp_path: Path) -> Iterator[Instance]:
    """The first start: it has the lock, and listens."""
    lock = QLockFile(str(tmp_path / LOCK))
    assert lock.tryLock(0)
    instance = Instance(tmp_path, qapp)
    yield instance
    instance.close()
    instance.deleteLater()
    lock.unlock()


@pytest.mark.parametrize(
    ("arguments", "fullscreen", "name"),
    [
        late([], False, ""),
        late(["--start"], False, ""),
        (["--start", "weekly-release", "--fullscreen", "--theme", "dark"], True, "Weekly release"),
    ],
)
def test_a_later_start_hands_over_and_ends(
    qtbot: QtBot, instance: Instance, tmp_path: Path, exercises: dict[str, Exercise], arguments, fullscreen, name
) -> None:
    wishes: list[Wish] = []
    instance.wished.connect(wishes.append)
    program = subprocess.Popen([sys.executable, "-m", "hamstring_gui", "--data-dir", str(tmp_path), *arguments])
    qtbot.waitUntil(lambda: program.poll() is not None)
    assert program.returncode == 0
    (wish,) = wishes
    assert (wish.start_requested, wish.fullscreen) == (bool(arguments), fullscreen)
    assert wish.theme == ("dark" if "--theme" in arguments else "")
    routine = routine_of(wish, exercises)
    assert (routine.name if routine else "") == name


def test_a_window_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp) -> None:
    monkeypatch.setattr(one_instance, "PATIENCE_S", 0.01)
    paths = Paths.under(tmp_path)
    theirs, mine = QLockFile(str(tmp_path / LOCK)), QLockFile(str(tmp_path / LOCK))
    assert theirs.tryLock(0)
    opening = Opening(paths, read_shelf(paths))
    assert hand_over(opening, mine) == "silent"
    theirs.unlock()
    monkeypatch.setattr(one_instance, "PATIENCE_S", 60.0)
    assert hand_over(opening, mine) == "ours", "it has closed meanwhile"


def test_a_lock_that_a_computer_of_another_name_left_behind_is_taken(tmp_path: Path, monkeypatch, qapp) -> None:
    monkeypatch.setattr(one_instance, "PATIENCE_S", 0.01)
    left_behind = tmp_path / LOCK
    left_behind.write_text("99999\nhamstring\nold-name.example\n\n\n")
    lock = QLockFile(str(left_behind))
    lock.setStaleLockTime(0)
    assert not lock.tryLock(0)
    paths = Paths.under(tmp_path)
    assert hand_over(Opening(paths, read_shelf(paths)), lock) == "ours"
    assert lock.isLocked()


def test_a_busy_window_does_it_once(qtbot: QtBot, instance: Instance, tmp_path: Path) -> None:
    wishes: list[Wish] = []
    instance.wished.connect(wishes.append)
    program = subprocess.Popen([sys.executable, "-m", "hamstring_gui", "--data-dir", str(tmp_path)])
    if isinstance(instance._listener, UnixListener):
        select.select([instance._listener._socket], [], [], 20)
    time.sleep(1.2)  # the window does something else, and hears nothing
    qtbot.waitUntil(lambda: program.poll() is not None)
    qtbot.wait(50)
    assert (program.returncode, wishes) == (0, [Wish(False, False)])


@pytest.mark.parametrize(
    "line",
    [b"hello\n", b"{}\n", b"[1]\n", b"\xff\xfe\n", b'{"start_requested": 1, "fullscreen": 0, "routine": ["a"]}\n',
     b'{"start_requested": 1, "fullscreen": 0, "routine": ["a", "no = toml ="]}\n', b"[" * 100_000 + b"\n"],
)  # fmt: skip
def test_what_a_stranger_says_is_left_alone(qtbot: QtBot, instance: Instance, tmp_path: Path, line: bytes) -> None:
    wishes: list[Wish] = []
    instance.wished.connect(wishes.append)
    stranger, friend = QLocalSocket(), QLocalSocket()
    for socket, said in ((stranger, line), (friend, b'{"start_requested": 0, "fullscreen": 1, "routine": null}\n')):
        socket.connectToServer(name_for(tmp_path))
        socket.write(said)
        socket.flush()
    qtbot.waitUntil(lambda: bool(wishes))
    assert wishes == [Wish(False, True)]


def test_a_routine_that_is_none_here_is_told(exercises: dict[str, Exercise]) -> None:
    with pytest.raises(StorageError, match="mine: items"):
        routine_of(Wish(True, False, "mine", {"name": "Mine", "items": [{"exercise": "unknown"}]}), exercises)


@pytest.mark.parametrize("theme", ["pink", 5, None, ["dark"], {}])
def test_a_theme_that_is_none_is_left_alone(theme: object) -> None:
    said = {"start_requested": 0, "fullscreen": 0, "routine": None, "theme": theme}
    assert one_instance._understood(json.dumps(said).encode()) == Wish(False, False)


def test_what_was_wished_before_the_window_was_there(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    opening = Opening(paths, read_shelf(paths), theme="light")
    tables = {"name": "Evening", "items": [{"exercise": "band-hamstring-stretch", "sets": 1}]}
    assert as_wished(opening, Wish(False, False)) == opening
    wished = as_wished(opening, Wish(True, True, "mine", tables, "dark"))
    assert (wished.start.name, wished.start_requested, wished.fullscreen, wished.theme) == (
        "Evening", True, True, "dark",
    )  # fmt: skip
    assert as_wished(wished, Wish(True, False)).start is None, "the one that Today offers, as was asked for last"


def test_each_folder_and_user_has_a_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert name_for(tmp_path) == name_for(tmp_path / "link") != name_for(tmp_path / "other")
    assert len(name_for(tmp_path)) < 90


@pytest.mark.skipif(sys.platform == "win32", reason="there, Qt listens")
def test_only_the_user_can_say_anything_and_nothing_is_left_behind(
    qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    place = Path(name_for(tmp_path))
    place.write_text("left behind by one that crashed")
    instance = Instance(tmp_path, qapp)
    assert stat.filemode(place.stat().st_mode) == "srw-------"
    instance.close()
    instance.close()
    assert not place.exists()


@pytest.mark.parametrize("listener", [UnixListener, QtListener])
def test_who_says_too_much_is_let_go(qtbot: QtBot, qapp, tmp_path: Path, listener: type[UnixListener]) -> None:
    """Another one is heard, also when it ends it all."""
    heard: list[bytes] = []

    def hear(line: bytes, answer: Callable[[bytes], object]) -> None:
        heard.append(line.rstrip())
        answer(b"done\n")
        one.close()

    one = listener(str(tmp_path / "socket"), hear, qapp)
    chatterbox, friend = QLocalSocket(), QLocalSocket()
    for caller in (chatterbox, friend):
        caller.connectToServer(str(tmp_path / "socket"))
    chatterbox.write(b"x" * 1_200_000)
    qtbot.waitUntil(lambda: chatterbox.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    friend.write(b"hello\n")
    qtbot.waitUntil(lambda: friend.canReadLine())
    assert (heard, friend.readLine().data()) == ([b"hello"], b"done\n")
    one.deleteLater()
