"""How a session is led: what is set reaches it, what falls on it is left alone, and how often it is looked at."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.tempo import LEAST_S, MOST_S
from hamstring_gui.ui.controls.figure_view import FigureView
from tests.spread import some
from tests.ui.conftest import Desk

Open = Callable[..., Desk]


@pytest.fixture
def long(exercises) -> Routine:
    """A hold of half a minute, two seconds from the start."""
    table = {"name": "Long", "setup_s": 2, "items": [{"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 30}]}
    return read_routine("long", table, exercises)


@pytest.mark.parametrize(("sleep_s", "phase"), [(5, "PAUSED"), (20, "GET READY")])
def test_how_long_a_sleep_pauses_is_as_it_was_set(
    open_desk: Open, tmp_path: Path, quick: Routine, sleep_s: int, phase: str
) -> None:
    (tmp_path / "settings.toml").write_text(f"[session]\nsleep_s = {sleep_s}\n")
    desk = open_desk(start=quick)
    desk.clock.pass_time(0.5, asleep_s=10)
    desk.parts.conductor.player.look()
    assert desk.text("phase") == phase


@pytest.mark.parametrize("name", some(["history.json", "photo.png", "mine.toml", "one.hamstring"], 2))
def test_files_that_fall_on_a_session_are_left_alone(
    open_desk: Open, quick: Routine, tmp_path: Path, name: str
) -> None:
    desk = open_desk(start=quick)
    told: list[object] = []
    desk.window.files_dropped.connect(told.append)
    (tmp_path / name).write_text("{}")
    assert not desk.drop(tmp_path / name)
    assert told == []
    assert (desk.window.asking, desk.window.notice.isVisible(), desk.text("phase")) == ("", False, "GET READY")
    desk.press(Qt.Key.Key_Escape)
    assert desk.drop(tmp_path / name), "elsewhere they are taken"


def test_garbage_is_looked_for_again_once_the_window_stands(open_desk: Open, qtbot) -> None:
    gc.disable()
    try:
        open_desk()
        qtbot.waitUntil(gc.isenabled)
    finally:
        gc.enable()


def wait_ms(desk: Desk) -> int:
    """How long the program waits until it looks at the session again."""
    timer = desk.parts.conductor.player._timer
    assert timer.isActive()
    return timer.interval()


def test_it_is_looked_at_as_often_as_something_moves(open_desk: Open, long: Routine) -> None:
    desk = open_desk(start=long)
    desk.pass_time(2 + LEAST_S / 2, step=0.1)
    assert wait_ms(desk) == 40, "on the way into the position"
    desk.pass_time(MOST_S)
    assert wait_ms(desk) == 100, "a breath"
    desk.window.seen_changed.emit(False)
    assert 1000 >= wait_ms(desk) > 100, "minimised: when the number changes"
    desk.window.seen_changed.emit(True)
    assert wait_ms(desk) == 100
    desk.press(Qt.Key.Key_Space)
    assert not desk.parts.conductor.player._timer.isActive(), "paused: not at all"


def test_a_breath_is_painted_in_few_steps(open_desk: Open, long: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds of breathing, looked at a thousand times, are at most 64 pictures."""
    desk = open_desk(start=long)
    desk.pass_time(2 + MOST_S + 1, step=0.1)
    painted: list[FigureView] = []
    monkeypatch.setattr(FigureView, "update", lambda figure, *_: painted.append(figure))
    desk.pass_time(10, step=0.01)
    assert 20 < len(painted) <= 64
