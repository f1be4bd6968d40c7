"""How a session is led: what is set reaches it, what falls on it is left alone, and how often it is looked at."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from hamstring_gui import app
from hamstring_gui.desktop.screen_reader import OrcaAsked
from hamstring_gui.domain.history import HoldRecord, Tightness
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.tempo import LEAST_S, MOST_S
from hamstring_gui.domain.values import replace
from hamstring_gui.program.conductor import BETWEEN_CUES_MS
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.session.finish import FinishPage
from tests.domain.samples import START, remembered
from tests.spread import some
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

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


def test_one_session_begins_with_nothing_of_the_one_before(open_desk: Open, quick: Routine, qtbot) -> None:
    """Neither a view that was chosen in it, nor what was said of it a moment ago."""
    desk = open_desk(start=quick)
    desk.parts.preferences.change(at_desk=True)
    desk.press(Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: desk.pages.session().far)
    desk.pass_time(25)
    desk.pages.finish().tightness_left.setValue(4)
    desk.parts.begin(quick)
    assert desk.window.isFullScreen()
    assert not desk.pages.session().far, "who sits at a desk didn't ask for it in this session"
    assert [one.tightness for one in desk.store.sessions()] == [Tightness(4, None)]
    desk.pass_time(25)
    desk.click("Done")
    assert desk.window.isFullScreen(), "somebody filled it, and not the session"


def test_what_a_session_needs_is_there_as_long_as_it_lasts(open_desk: Open, quick: Routine, qtbot, monkeypatch) -> None:
    desk = open_desk()
    held = [HoldRecord(0, quick.items[0].exercise, "right", 1, 4, 4, "held", START)]
    desk.store.put_all([remembered(key, quick, START - timedelta(days=2), held) for key in "ab"], (), ())
    asked: list[object] = []
    monkeypatch.setattr(OrcaAsked, "ask", lambda orca: asked.append(orca))
    desk.parts.begin(quick)
    assert len(asked) == 1, "whether somebody listens who is told otherwise"
    qtbot.waitUntil(lambda: ("hold",) in desk.services.calls)
    assert ("prepare",) in desk.services.calls, "the first tone is to come at once"
    assert desk.parts.hearing.speaker._done == {quick.items[0].exercise: 2}, "who knows it is told less"
    assert ("release",) not in desk.services.calls
    desk.pass_time(25)
    assert ("release",) in desk.services.calls
    shown: list[object] = []
    monkeypatch.setattr(FinishPage, "show_routines", lambda _, routines: shown.append(routines))
    desk.parts.library.put_routine("mine", replace(quick, id="mine"))
    assert shown == [desk.parts.library.routines], "an offer that was taken may be taken back"


def test_of_two_tones_the_second_waits_for_the_first(open_desk: Open, exercises, monkeypatch) -> None:
    table = {
        "name": "R",
        "setup_s": 0,
        "switch_s": 0,
        "items": [{"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 4}],
    }
    desk = open_desk(start=read_routine("r", table, exercises))
    later: list[tuple[int, Callable[[], None]]] = []
    assert desk.services.played() == ["hold-start"], "it begins with a hold"
    desk.pass_time(3.75)
    before = len(desk.services.played())
    timer = SimpleNamespace(singleShot=lambda after_ms, _, then: later.append((after_ms, then)))
    monkeypatch.setattr("hamstring_gui.program.conductor.QTimer", timer)
    desk.pass_time(0.5)
    assert desk.services.played()[before:] == ["hold-end"]
    ((after_ms, then),) = later
    then()
    assert (after_ms, desk.services.played()[-1]) == (BETWEEN_CUES_MS, "hold-start")


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


def test_garbage_is_looked_for_again_once_the_window_stands(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    assert app.collect_again in open_desk().hamstring._to_do_afterwards()
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(not gc.isenabled()))
    gc.disable()
    try:
        app.collect_again()
        assert (frozen, gc.isenabled()) == ([True], True), "what is there is there to stay"
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
    assert 40 <= wait_ms(desk) <= 44, "on the way into the position"
    desk.pass_time(MOST_S)
    assert 100 <= wait_ms(desk) <= 110, "a breath"
    desk.window.seen_changed.emit(False)
    assert 1000 >= wait_ms(desk) > 100, "minimised: when the number changes"
    desk.window.seen_changed.emit(True)
    assert 100 <= wait_ms(desk) <= 110
    desk.parts.preferences.change(motion="reduced")
    assert wait_ms(desk) > 100, "nothing moves"
    desk.press(Qt.Key.Key_Space)
    assert not desk.parts.conductor.player._timer.isActive(), "paused: not at all"
    said_later = desk.parts.hearing.speaker._later_timer
    assert said_later.isActive(), "that it is paused"
    desk.parts.conductor.close()
    assert not said_later.isActive(), "nothing more is said once the window closes"


def test_where_nobody_sees_it_once_a_second_is_enough(open_desk: Open, exercises) -> None:
    """But for half of a hold, which is heard: words that come between the seconds aren't read."""
    table = {"name": "R", "setup_s": 17, "items": [{"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 33}]}
    desk, waits = open_desk(start=read_routine("r", table, exercises)), list[float]()
    desk.parts.preferences.change(spoken_guidance="off")
    desk.window.seen_changed.emit(False)
    while sum(waits) < 40:
        waits.append(wait_ms(desk) / 1000)
        desk.clock.pass_time(waits[-1])
        desk.parts.conductor.player.look()
    looks = [sum(waits[:n]) for n in range(len(waits))]
    assert any(abs(look - 17 - 16.5) < 0.05 for look in looks)
    assert len(waits) <= 40 + 4, "one more for half of it, and where one phase goes over into another"


def test_a_breath_is_painted_in_few_steps(open_desk: Open, long: Routine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds of breathing, looked at a thousand times, are at most 64 pictures."""
    desk = open_desk(start=long)
    desk.pass_time(2 + MOST_S + 1, step=0.1)
    painted: list[FigureView] = []
    monkeypatch.setattr(FigureView, "update", lambda figure, *_: painted.append(figure))
    desk.pass_time(10, step=0.01)
    assert 20 < len(painted) <= 64
