"""Exercises that the figure shows in part or not at all: the frame, the ways, and nothing painted."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hamstring_gui.domain.demonstration import posed
from hamstring_gui.domain.exercise import PROPS, Exercise, Pose, Scene, Step
from hamstring_gui.domain.exercise_file import FARTHEST_CM, WIDEST_ANGLE
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.picture import frame_of, paint_shown, ways
from tests.figure.conftest import load

pytestmark = pytest.mark.usefixtures("qapp")

BAND = load("band-hamstring-stretch")
NOTHING = Step("Lie down.", None)
WORDS = replace(BAND, steps=(NOTHING,), between=NOTHING, switch=NOTHING, resume=1, resume_switched=1)
FRAMED = replace(BAND, steps=tuple(replace(step, picture="leg.png") for step in BAND.steps))
ONE_POSE = replace(WORDS, steps=(NOTHING, BAND.held, NOTHING))


def is_painted(exercise: Exercise, number: int) -> bool:
    image = QImage(160, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    empty = image.copy()
    painter = QPainter(image)
    paint_shown(painter, QRectF(0, 0, 160, 120), exercise, posed(exercise, number), look_for(dark=False), mirrored=True)
    painter.end()
    return image != empty


@pytest.mark.parametrize(("exercise", "painted"), [(BAND, True), (WORDS, False), (FRAMED, False), (ONE_POSE, True)])
def test_only_the_figure_is_painted(exercise: Exercise, painted: bool) -> None:
    assert is_painted(exercise, 0) == painted


@pytest.mark.parametrize("exercise", [BAND, WORDS, FRAMED, ONE_POSE])
def test_a_frame_has_a_size(exercise: Exercise) -> None:
    frame = frame_of(exercise)
    assert all(math.isfinite(side) and side > 0 for side in (frame.w, frame.h))


@pytest.mark.parametrize("props", [PROPS, tuple(prop for prop in PROPS if prop != "doorway")])
@pytest.mark.parametrize("x", [-FARTHEST_CM, FARTHEST_CM])
@pytest.mark.parametrize("y", [-FARTHEST_CM, FARTHEST_CM])
@pytest.mark.parametrize("angle", [-WIDEST_ANGLE, 1234.5, WIDEST_ANGLE])
def test_the_farthest_pose_that_can_be_read_is_painted(
    props: tuple[str, ...], x: float, y: float, angle: float
) -> None:
    angles, far = (angle, -angle, angle), ("near leg", "far leg")
    pose = Pose((x, y), angles, angles, angles, angles, angles, strap="taut", hands_on=far, grip=1.0, ball=-x)
    scene = Scene(props, wall_x=-x, chair_x=-x, towel_x=-x)
    exercise = replace(BAND, steps=(Step("Fly.", pose), BAND.held), resume=1, resume_switched=1, scene=scene)
    assert is_painted(exercise, 0)
    assert is_painted(exercise, 1)


def test_one_pose_among_words_is_in_the_frame() -> None:
    assert ways(WORDS) == []
    assert set(ways(ONE_POSE)) == {(BAND.held.pose, BAND.held.pose)}
    assert frame_of(ONE_POSE).h < frame_of(BAND).h
