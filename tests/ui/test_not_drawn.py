"""Exercises without a figure in the widgets that show one: no crash, and nothing that keeps the program awake."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import READING_S
from hamstring_gui.ui.controls.figure_view import FigureView
from hamstring_gui.ui.exercises.moving_figure import MovingFigure
from tests.domain.samples import exercise

STEP = replace(exercise().held, pose=None)
WORDS = replace(exercise(), steps=(STEP, replace(STEP, text="Hold on.")), between=STEP, switch=STEP)
FRAMED = replace(WORDS, steps=(replace(STEP, picture="leg.png"), STEP))


@pytest.mark.parametrize("of", [WORDS, FRAMED])
def test_a_still_view_shows_it(qtbot: QtBot, of: Exercise) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.show()
    for show in (view.show_held, view.show_at_ease):
        show(of)
        assert not view.grab().isNull()


@pytest.mark.parametrize("of", [WORDS, FRAMED])
def test_a_moving_view_looks_again_only_at_the_next_step(qtbot: QtBot, of: Exercise) -> None:
    now = [0.0]
    figure = MovingFigure(clock=lambda: now[0])
    qtbot.addWidget(figure)
    shown: list[int] = []
    figure.step_shown.connect(shown.append)
    figure.show()
    figure.show_exercise(of)
    assert figure.wide > 0
    assert figure._timer.interval() == pytest.approx(1000 * READING_S, abs=5)
    now[0] = READING_S
    figure.look()
    assert shown[-1] == 1
    figure.set_still(True)
    assert not figure.moving
