"""The figure's golden pictures: positions that are held, a moment of a move, a thumbnail, every body."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.moving import blend
from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.picture import frame_of, paint
from hamstring_gui.ui import theme
from tests.figure.conftest import load
from tests.goldens import Goldens

pytestmark = pytest.mark.usefixtures("qapp")

BODIES: tuple[BodyLook, ...] = get_args(BodyLook)


def picture(
    exercise: Exercise,
    pose: Pose,
    *,
    size: tuple[int, int] = (480, 320),
    dark: bool = False,
    body: BodyLook = "teal",
    lit: float = 1.0,
    left: bool = False,
) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor((theme.DARK if dark else theme.LIGHT).card))
    painter = QPainter(image)
    target, frame, look = QRectF(0, 0, *size), frame_of(exercise), look_for(dark, body)
    paint(painter, target, frame, pose, exercise.scene, look, mirrored=left, lit=lit, breath=0.5)
    painter.end()
    return image


@pytest.mark.parametrize(("exercise_id", "dark"), [
    ("band-hamstring-stretch", False), ("glute-bridge", True), ("chair-hamstring-stretch", True),
    ("wall-calf-stretch", False), ("leg-curl", False),
])  # fmt: skip
def test_a_position_that_is_held(golden: Goldens, exercise_id: str, dark: bool) -> None:
    exercise = load(exercise_id)
    assert exercise.held.pose is not None
    golden(picture(exercise, exercise.held.pose, dark=dark), f"figure/{exercise_id}{'-dark' if dark else ''}")


@pytest.mark.parametrize("body", BODIES)
def test_a_body(golden: Goldens, body: BodyLook) -> None:
    exercise = load("half-kneeling-hamstring-stretch")
    start, end = exercise.steps[0].pose, exercise.steps[1].pose
    assert start is not None
    assert end is not None
    pose = blend(start, end, 0.5)
    golden(picture(exercise, pose, size=(320, 360), body=body, lit=0.0, left=True), f"figure/half-way-{body}")


def test_a_thumbnail(golden: Goldens) -> None:
    exercise = load("legs-up-the-wall")
    assert exercise.held.pose is not None
    golden(picture(exercise, exercise.held.pose, size=(96, 72)), "figure/thumbnail")
