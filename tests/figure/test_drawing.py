"""What is drawn within the outlines, in every pose: fine lines on the leg, shade under a hand, muscles that help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from hamstring_gui.domain.exercise import Exercise, Pose, Step
from hamstring_gui.domain.skeleton import joints, local
from hamstring_gui.figure.body import LIGHT, paint_near_arm, paint_near_leg
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.muscles import lit_muscle
from hamstring_gui.figure.picture import Frame, frame_of, place_in, placed
from hamstring_gui.figure.shapes import shapes
from tests.figure.conftest import load
from tests.pixels import number, pixels

pytestmark = pytest.mark.usefixtures("qapp")

SCALE, LOOK = 5, look_for(dark=False)


def poses(exercise: Exercise) -> list[Pose]:
    motion = [exercise.held_motion.pose] if exercise.held_motion else []
    steps: list[Step] = [*exercise.steps, exercise.between, exercise.switch]
    return [placed(pose, exercise.scene) for pose in dict.fromkeys([*(step.pose for step in steps), *motion]) if pose]


def at_pixel(frame: Frame, x: float, y: float) -> tuple[int, int]:
    """Row and column."""
    return round((frame.y + frame.h - y) * SCALE), round((x - frame.x) * SCALE)


def canvas(frame: Frame) -> tuple[QImage, QPainter]:
    image = QImage(round(frame.w * SCALE), round(frame.h * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    target = QRectF(0, 0, frame.w * SCALE, frame.h * SCALE)
    painter.setTransform(place_in(target, frame, mirrored=False))
    return image, painter


def test_toe_ankle_and_knee_cap_are_lines_on_the_leg(exercise: Exercise) -> None:
    """None of them stands out from it."""
    for pose in poses(exercise):
        parts = shapes(pose)
        points = [point for polygon in parts.near_lines.toSubpathPolygons() for point in polygon]
        outside = [(point.x(), point.y()) for point in points if not parts.near_leg.contains(point)]
        assert not outside
    assert points


@pytest.mark.parametrize("exercise_id", ["chair-hamstring-stretch", "half-kneeling-hamstring-stretch"])
def test_a_hand_throws_a_shade_on_the_leg_that_it_lies_on(exercise_id: str) -> None:
    exercise = load(exercise_id)
    pose, frame = placed(exercise.held.figure or pytest.fail("no pose"), exercise.scene), frame_of(exercise)
    image, painter = canvas(frame)
    paint_near_leg(painter, pose, LOOK, None, 0.0, 0.0)
    paint_near_arm(painter, pose, LOOK.person)
    painter.end()
    seen, at = pixels(image), joints(pose)
    for place in ((8.0, -1.0), (12.0, -1.5)):
        x, y = local(at.near_wrist, pose.near_arm[2], place)
        way = [at_pixel(frame, x - LIGHT[0] * away / 10, y - LIGHT[1] * away / 10) for away in range(60)]
        assert number(LOOK.person.skin_far) in {int(seen[row, column]) for row, column in way}, place


@pytest.mark.parametrize("exercise_id", ["knee-to-chest", "glute-bridge"])
def test_a_muscle_that_helps_begins_under_the_one_that_it_helps(exercise_id: str) -> None:
    """In a deep bend its beginning, on the pelvis, would look out behind the seat."""
    exercise = load(exercise_id)
    held = exercise.held.figure or pytest.fail("no pose")
    pose, frame = placed(held, exercise.scene), frame_of(exercise)
    pictures = []
    for lit in (0.0, 1.0):
        image, painter = canvas(frame)
        paint_near_leg(painter, pose, LOOK, "glutes", lit, 1.0)
        painter.end()
        pictures.append(pixels(image).copy())
    changed = pictures[0] != pictures[1]
    hip = joints(pose).hip
    corners = ((-20.0, -20.0), (3.0, -20.0), (3.0, 20.0), (-20.0, 20.0))
    above = QPainterPath()
    above.addPolygon([QPointF(*local(hip, pose.near_leg[0], corner)) for corner in corners])
    image, painter = canvas(frame)
    painter.fillPath(above, QColor("black"))
    painter.setPen(QPen(QColor("white"), 4 / SCALE))
    painter.setBrush(QColor("white"))
    painter.drawPath(lit_muscle(pose, "glutes").rim)
    painter.end()
    beside = pixels(image) == number(QColor("black"))
    assert beside.any()
    assert not (changed & beside).any()
