"""The two pelves: what is pulled where, and that bones lie in the body and joints on each other."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure import pelvis
from hamstring_gui.figure.look import look_for
from hamstring_gui.figure.outline import closed
from hamstring_gui.figure.pelvis import PULLED, UPRIGHT, Posture, marks, paint_pelvis
from hamstring_gui.figure.standing import paint_standing
from tests.pixels import number, pixels

pytestmark = pytest.mark.usefixtures("qapp")
TARGET = QRectF(0, 0, 400, 940)
BOTH = pytest.mark.parametrize("posture", [UPRIGHT, PULLED], ids=["upright", "pulled"])


def bend(posture: Posture) -> float:
    """How far the low back is bent, from the fifth lumbar vertebra to the first (degrees)."""
    return posture.leans[0] - posture.leans[4]


def test_who_is_pulled_backward_has_the_sit_bone_forward_the_crest_back_and_a_flat_low_back() -> None:
    upright, pulled = marks(TARGET, UPRIGHT), marks(TARGET, PULLED)
    assert pulled.sit_bone.x() > upright.sit_bone.x() + 10, "the body looks right"
    assert pulled.crest.x() < upright.crest.x() - 20
    assert pulled.hip == upright.hip
    assert 35 <= bend(UPRIGHT) <= 60
    assert bend(PULLED) <= 15


@BOTH
def test_the_plate_of_the_sacrum_carries_the_spine(posture: Posture) -> None:
    (first, _), *_ = pelvis._vertebrae(posture)
    plate = pelvis._turned(pelvis.PLATE, posture.tilt)
    assert math.dist(first, plate) == pytest.approx(pelvis.FIRST_PITCH)
    slope = 38.0 - posture.tilt
    assert posture.leans[0] == pytest.approx(slope, abs=6), "the lowest vertebra leans as the plate does"


@BOTH
def test_all_bones_lie_in_the_body(posture: Posture) -> None:
    body = closed([*pelvis.FRONT, *posture.back, *pelvis.UNDER_BACK])
    bones = [pelvis._turned(point, posture.tilt) for point in (*pelvis.HIP_BONE, *pelvis.SACRUM)]
    for reach, (middle, lean) in zip(pelvis.SPINOUS, pelvis._vertebrae(posture), strict=True):
        bones += [pelvis._turned((x * reach if x < -2 else x, y), lean, middle) for x, y in pelvis.VERTEBRA]
    assert [point for point in bones if not body.contains(QPointF(*point))] == []


@BOTH
def test_the_hamstring_begins_on_the_sit_bone(posture: Posture) -> None:
    bone = closed([pelvis._turned(point, posture.tilt) for point in pelvis.HIP_BONE])
    assert bone.contains(QPointF(*pelvis._turned(pelvis.SIT_BONE, posture.tilt)))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("look", ["teal", "plum", "moss"])
def test_they_are_painted_in_the_colours_of_theme_and_body(dark: bool, look: BodyLook) -> None:
    colours = look_for(dark, look)
    image = QImage(200, 470, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    paint_pelvis(painter, QRectF(image.rect()), PULLED, colours)
    painter.end()
    found = {*pixels(image).ravel().tolist()}
    assert {*map(number, (colours.room.panel, colours.room.bone, colours.room.disc))} <= found
    painter = QPainter(image)
    paint_standing(painter, QRectF(image.rect()), colours, line=True)
    painter.end()
    found = {*pixels(image).ravel().tolist()}
    assert {*map(number, (colours.room.muscle, colours.person.shirt, colours.person.skin))} <= found
