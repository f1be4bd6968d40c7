"""The figure that shows an exercise by itself, with a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.exercises.moving_figure import MovingFigure
from tests.domain.samples import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def figure(application, clock: HandClock, exercises: dict[str, Exercise]) -> Iterator[MovingFigure]:
    figure = MovingFigure(clock=lambda: clock.mono)
    figure.setUpdatesEnabled(False)
    figure.show()
    figure.show_exercise(exercises["band-hamstring-stretch"])
    yield figure
    figure.hide()
    figure.deleteLater()


def test_it_plays_and_pauses(figure: MovingFigure, clock: HandClock) -> None:
    steps: list[int] = []
    figure.step_shown.connect(steps.append)
    assert (figure.playing, figure.moving) == (True, True)
    clock.pass_time(5)
    figure.toggle()
    assert (figure.playing, figure.moving, steps[-1]) == (False, False, 1)
    clock.pass_time(60)
    figure.look()
    assert steps[-1] == 1
    figure.toggle()
    clock.pass_time(5)
    figure.look()
    assert (figure.playing, steps[-1]) == (True, 2)


def test_with_reduced_motion_it_shows_where_steps_end_and_never_plays(figure: MovingFigure) -> None:
    told: list[bool] = []
    figure.playing_changed.connect(told.append)
    figure.set_still(True)
    figure.toggle()
    assert (figure.playing, figure.moving, told) == (False, False, [False])
    figure.show_step(1)
    assert figure._shown is not None
    assert (figure._shown.progress, figure.moving) == (1.0, False)


def test_nothing_moves_where_nobody_looks(figure: MovingFigure, clock: HandClock) -> None:
    steps: list[int] = []
    figure.set_seen(False)
    figure.step_shown.connect(steps.append)
    clock.pass_time(60)
    figure.set_seen(True)
    assert (figure.moving, steps[-1]) == (True, 0)
