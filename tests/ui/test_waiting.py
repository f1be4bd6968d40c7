"""While a stranger's file is read, the window lives; what takes long is told, and can be called off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar

from hamstring_gui.program import foreign, waiting
from hamstring_gui.storage.exercise_text import write_exercise
from hamstring_gui.storage.pulse import Pulse
from tests.storage.making import own_exercise, zipped
from tests.ui.conftest import Desk

Open = Callable[..., Desk]
LOOKS = 60
CALLED_OFF = "This was called off: nothing was changed."


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_S", 0.0)
    monkeypatch.setattr(waiting, "BETWEEN_S", 0.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A shared exercise."""
    path = tmp_path / "towel.hamstring"
    path.write_bytes(zipped([("exercise.toml", write_exercise(own_exercise("Towel")).encode())]))
    return path


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Reading a shared file takes so many looks at the window, unless it is called off; gives what was done."""
    done: list[float] = []
    read = foreign.shared_in

    def shared_in(path: Path, exercises: object, pulse: Pulse) -> foreign.Shared:
        for n in range(LOOKS):
            pulse(n / LOOKS)
            done.append(n / LOOKS)
        return read(path, exercises, pulse)  # type: ignore[arg-type]

    monkeypatch.setattr(foreign, "shared_in", shared_in)
    return done


def _when_it_shows(desk: Desk, act: Callable[[], None]) -> QTimer:
    """Does something as soon as the card is there, in the midst of what is waited for."""
    timer = QTimer(desk.window)

    def look() -> None:
        if desk.window.asking == waiting.TOPIC and desk.shows("Cancel"):
            timer.stop()
            act()

    timer.timeout.connect(look)
    timer.start(0)
    return timer


@pytest.mark.parametrize("way", ["button", pytest.param("key", marks=pytest.mark.nightly)])
def test_what_takes_long_can_be_called_off(
    open_desk: Open, impatient: None, slow: list[float], file: Path, way: str
) -> None:
    desk, done = open_desk(), slow
    seen: list[object] = []

    def call_off() -> None:
        bar = next(one for one in desk.window.findChildren(QProgressBar) if one.accessibleName() == "Progress")
        seen.extend((desk.text("waiting"), 0 <= bar.value() < 100))
        if way == "button":
            desk.click("Cancel")
        else:
            desk.press(Qt.Key.Key_Escape)

    timer = _when_it_shows(desk, call_off)
    desk.drop(file)
    timer.stop()
    assert seen == ["Looking at towel.hamstring …", True]
    assert len(done) < LOOKS - 1
    assert desk.text("notice") == CALLED_OFF
    assert not desk.window.asking
    assert not (desk.paths.exercises).exists()


@pytest.mark.nightly
def test_what_comes_to_its_end_leaves_no_card(open_desk: Open, impatient: None, slow: list[float], file: Path) -> None:
    desk, done = open_desk(), slow
    desk.drop(file)
    assert len(done) == LOOKS
    assert not desk.window.asking
    assert not desk.shows("Cancel")
    assert desk.text("notice") == "“Towel” is among your exercises now."


def test_what_is_quick_is_not_spoken_of_and_nothing_pressed_arrives(
    open_desk: Open, slow: list[float], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_S", 1000.0)
    monkeypatch.setattr(waiting, "BETWEEN_S", 0.0)
    desk = open_desk()
    shown = []
    monkeypatch.setattr(desk.window, "show_waiting", lambda *_: shown.append(1))
    ticks = []
    timer = QTimer(desk.window)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(0)
    desk.drop(file)
    timer.stop()
    assert shown == []
    assert len(ticks) > 10, "the window stood still"


@pytest.mark.nightly
def test_nothing_else_is_taken_meanwhile(open_desk: Open, impatient: None, slow: list[float], file: Path) -> None:
    desk = open_desk()
    said: list[str] = []

    def drop_again() -> None:
        desk.parts.sharing.take_all([str(file)], desk.parts.history)
        said.append(desk.text("notice"))

    timer = _when_it_shows(desk, drop_again)
    desk.drop(file)
    timer.stop()
    assert said == ["Another file is being looked at. Drop this here again afterwards."]
    assert [one.name for one in desk.parts.library.exercises.values() if one.own] == ["Towel"]
