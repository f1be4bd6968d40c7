"""What is really painted: pixels of the pictures, on steps and between them."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from hamstring_gui.domain.exercise import Exercise, Muscle, Pose
from hamstring_gui.domain.moving import blend
from hamstring_gui.domain.skeleton import TRUNK, along, grips, joints, local, pull
from hamstring_gui.figure.ground_shade import paint_ground_shade
from hamstring_gui.figure.limits import circles
from hamstring_gui.figure.look import Look, look_for
from hamstring_gui.figure.muscles import lit_muscle
from hamstring_gui.figure.outline import FINE
from hamstring_gui.figure.picture import MAT_CM, Frame, filling, floor_ends, frame_of, paint, placed, still_frame
from hamstring_gui.figure.props import loose_end, strand
from hamstring_gui.figure.room import paint_door_frame, paint_room
from hamstring_gui.figure.shapes import SHIRT_BACK, SHIRT_FRONT, _leg, shapes
from hamstring_gui.figure.shorts import (
    HEM,
    HIP_CM,
    PELVIS_BACK,
    PELVIS_FRONT,
    SHORTS_BACK,
    THIGH_BACK,
    THIGH_FRONT,
    WAIST,
)
from tests.figure.conftest import blends, frames, load, unlike
from tests.pixels import channels_apart, number, pixels

SCALE = 4
"""Pixels a cm in most of these pictures."""
LIGHT, DARK = look_for(dark=False), look_for(dark=True)

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("qapp")]


def blank(frame: Frame, border: int = 0) -> QImage:
    image = QImage(round(frame.w * SCALE) + 2 * border, round(frame.h * SCALE) + 2 * border, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def picture(
    exercise: Exercise,
    pose: Pose,
    *,
    lit: float = 0.0,
    breath: float = 0.0,
    look: Look = LIGHT,
    border: int = 0,
) -> QImage:
    frame = frame_of(exercise)
    image = blank(frame, border)
    target = QRectF(border, border, frame.w * SCALE, frame.h * SCALE)
    painter = QPainter(image)
    paint(painter, target, frame, pose, exercise.scene, look, mirrored=False, lit=lit, breath=breath)
    painter.end()
    return image


def room(exercise: Exercise, pose: Pose, border: int) -> QImage:
    """Mat, wall, door and chair, and the shade that a body throws, without anybody."""
    frame = frame_of(exercise)
    image = blank(frame, border)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(border, border + frame.h * SCALE)
    painter.scale(SCALE, -SCALE)
    painter.translate(-frame.x, -frame.y)
    paint_room(painter, QRectF(frame.x, frame.y, frame.w, frame.h), exercise.scene, LIGHT.room)
    if {"mat", "floor"} & set(exercise.scene.props):
        paint_ground_shade(painter, placed(pose, exercise.scene), floor_ends(exercise.scene))
    if "doorway" in exercise.scene.props:
        paint_door_frame(painter, QRectF(frame.x, frame.y, frame.w, frame.h), exercise.scene.wall_x, LIGHT.room)
    painter.end()
    return image


def pixel(exercise: Exercise, x: float, y: float) -> tuple[int, int]:
    frame = frame_of(exercise)
    return int((x - frame.x) * SCALE), int((frame.h - y + frame.y) * SCALE)


def different(a: QImage, b: QImage) -> int:
    """How many pixels of two pictures differ by more than rounding."""
    return int(channels_apart(a, b, 24).sum())


BORDER = 10
"""Pixels round a painting, on which nothing should be."""


@dataclass(frozen=True)
class Painting:
    """A pose in its frame: what is painted, and where that is something else than the empty room."""

    name: str
    border: np.ndarray
    body: np.ndarray


@lru_cache(maxsize=1)
def paintings(exercise: Exercise, count: int) -> list[Painting]:
    """Of each pose on the figure's ways, `count` steps a way, for several tests: exercises come one after another."""
    found = []
    for name, pose in unlike(blends(exercise, count)):
        whole = pixels(picture(exercise, pose, border=BORDER))
        inside = (whole != pixels(room(exercise, pose, BORDER)))[BORDER:-BORDER, BORDER:-BORDER]
        rim = BORDER - 1  # The frame's edge falls within a pixel.
        edges = (whole[:rim], whole[-rim:], whole[:, :rim], whole[:, -rim:])
        found.append(Painting(name, np.unique(np.concatenate([edge.ravel() for edge in edges])), inside))
    return found


@pytest.mark.thorough
def test_nothing_is_painted_into_the_mat_or_the_wall(exercise: Exercise, nightly: bool) -> None:
    _, floor = pixel(exercise, 0, -0.7)
    wall, _ = pixel(exercise, exercise.scene.wall_x + 0.7, 0)
    for painting in paintings(exercise, 20 if nightly else 2):
        assert not painting.body[floor:].any(), f"{painting.name}: something is under the mat's surface"
        if "wall" in exercise.scene.props:
            assert not painting.body[:, wall:].any(), f"{painting.name}: in the wall"


def test_the_body_rests_on_the_mat_and_does_not_float(exercise: Exercise, nightly: bool) -> None:
    _, just_above = pixel(exercise, 0, 0.8)
    for painting in paintings(exercise, 20 if nightly else 2):
        touching = painting.body[just_above].sum() / SCALE
        assert touching > 4, f"{painting.name}: {touching:.1f} cm of the body touch the mat"


def test_nothing_reaches_the_edge_of_the_frame_or_beyond(exercise: Exercise, nightly: bool) -> None:
    edge = 3 * SCALE
    for painting in paintings(exercise, 20 if nightly else 2):
        assert list(painting.border) == [0xFFFFFF], f"{painting.name}: painted outside the frame"
        assert not painting.body[:edge].any(), f"{painting.name}: too high"
        assert not painting.body[:, :edge].any(), f"{painting.name}: too far left"
        assert not painting.body[:, -edge:].any(), f"{painting.name}: too far right"


def test_the_hair_lies_on_the_mat(band: Exercise) -> None:
    for step in (band.steps[0], band.held):
        image = picture(band, step.pose)
        middle, _ = pixel(band, joints(step.pose).head[0], 0)
        hair = [y for y in range(image.height()) if image.pixelColor(middle, y) == LIGHT.person.hair]
        assert hair[-1] == pytest.approx(pixel(band, 0, 0)[1], abs=0.5 * SCALE)


def test_one_frame_holds_every_moment(exercise: Exercise) -> None:
    frame = frame_of(exercise)
    assert frame_of(replace(exercise)) is frame
    for name, pose in frames(exercise, 60):
        for x, y, radius in circles(pose):
            assert frame.x < x - radius, name
            assert x + radius < frame.x + frame.w, name
            assert y + radius < frame.y + frame.h, name


@pytest.mark.parametrize("wide", [0.5, 1.4, 1.6, 5.0])
def test_a_room_goes_on_at_both_sides_where_there_is_place(exercise: Exercise, wide: float) -> None:
    own, scene = frame_of(exercise), exercise.scene
    shown = filling(own, scene, wide)
    assert (shown.y, shown.h) == (own.y, own.h), "nobody is smaller for that"
    assert shown.x <= own.x < own.x + own.w <= shown.x + shown.w + 1e-9
    longest = MAT_CM if "mat" in scene.props else 2 * own.h
    assert shown.w == pytest.approx(max(own.w, min(wide * own.h, longest)))
    if "wall" in scene.props and shown.w > own.w:
        assert own.x - shown.x > 2 * (shown.x + shown.w - own.x - own.w), "a wall is no thicker than the room is wide"


def test_a_still_is_framed_by_its_own_pose(exercise: Exercise) -> None:
    whole = frame_of(exercise)
    for step in (*exercise.steps, exercise.between):
        own = still_frame(step.pose, exercise.scene)
        assert own.w <= whole.w + 1e-6
        assert own.h <= whole.h + 1e-6
        for x, y, radius in circles(step.pose):
            assert own.x < x - radius < x + radius < own.x + own.w
            assert y + radius < own.y + own.h


def test_who_stands_up_first_is_not_small_when_lying_or_bending() -> None:
    lift = load("romanian-dead-lift")
    assert still_frame(lift.held.pose, lift.scene).h < 0.75 * frame_of(lift).h


def test_the_other_side_is_the_mirror_image(exercise: Exercise) -> None:
    frame, scene = frame_of(exercise), exercise.scene
    for pose in (exercise.steps[0].pose, exercise.held.pose):
        right, left = QImage(360, 230, QImage.Format.Format_RGB32), QImage(360, 230, QImage.Format.Format_RGB32)
        for image, mirrored in ((right, False), (left, True)):
            image.fill(QColor("white"))
            painter = QPainter(image)
            paint(painter, QRectF(image.rect()), frame, pose, scene, LIGHT, mirrored=mirrored, lit=1.0, breath=0.5)
            painter.end()
        assert different(right, left) > 1000
        assert different(right, left.flipped(Qt.Orientation.Horizontal)) < 10


def test_light_and_dark_differ(exercise: Exercise) -> None:
    assert different(picture(exercise, exercise.held.pose), picture(exercise, exercise.held.pose, look=DARK)) > 1000


def test_every_step_looks_different_even_as_a_thumbnail(exercise: Exercise) -> None:
    frame = frame_of(exercise)
    thumbnails = []
    for step in exercise.steps:
        image = QImage(96, 72, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        scene = exercise.scene
        paint(painter, QRectF(0, 0, 96, 72), frame, step.pose, scene, LIGHT, mirrored=False, lit=0.0, breath=0.0)
        painter.end()
        thumbnails.append(image)
    for a, b in combinations(range(len(thumbnails)), 2):
        assert different(thumbnails[a], thumbnails[b]) > 40, f"steps {a + 1} and {b + 1} look alike"


def test_the_strap_touches_foot_and_hands_on_every_way(band: Exercise) -> None:
    with_strap = [(name, pose) for name, pose in frames(band, 20) if pull(pose) > -0.5]
    assert len(with_strap) > 100
    for name, pose in with_strap:
        ankle, foot = joints(pose).near_ankle, pose.near_leg[2]
        hands = (shapes(pose).near_hand.outline, shapes(pose).far_hand.outline)
        for grip, hand in zip(grips(pose), hands, strict=True):
            ribbon = strand(pose, grip)
            assert ribbon.contains(QPointF(*local(ankle, foot, (12.6, -6.5)))), f"{name}: off the foot"
            assert shapes(pose).near_leg.contains(QPointF(*local(ankle, foot, (12.6, -6.5)))), name
            assert ribbon.intersects(hand), f"{name}: out of the hand"
            assert hand.contains(QPointF(*grip)), f"{name}: the fist is not round the strap"
        assert loose_end(grips(pose)[0]).boundingRect().top() > 0.5, f"{name}: the loose end is in the mat"


def test_the_strap_comes_out_of_the_hands_and_never_shines_through(band: Exercise) -> None:
    """On the way to a pose that has it, and back: its colours are its own, there is more of it from moment to moment,
    and what is there hangs from the hand."""
    lying, banded = band.steps[0].pose, band.steps[1].pose
    straps, amounts = [number(LIGHT.room.strap), number(LIGHT.room.strap_stripe)], []
    for i in range(9):
        pose = blend(lying, banded, i / 8)
        seen = pixels(picture(band, pose))
        amounts.append([(seen == strap).sum() for strap in straps])
        if -0.5 < pull(pose) < 0.0:
            out = strand(pose, grips(pose)[0], 1.0 + 2.0 * pull(pose))
            assert out.intersects(shapes(pose).near_hand.outline)
            assert out.boundingRect().width() < strand(pose, grips(pose)[0]).boundingRect().width()
    assert amounts[:4] == [[0, 0]] * 4
    assert sum(amounts[5]) < 0.6 * sum(amounts[8])
    assert [sum(amount) for amount in amounts[4:8]] == sorted(sum(amount) for amount in amounts[4:8])
    assert min(amounts[6] + amounts[8]) > 100


def test_the_strap_is_painted_only_where_a_pose_has_it(band: Exercise, wall: Exercise) -> None:
    banded = band.steps[1].pose
    assert different(picture(band, banded), picture(band, replace(banded, strap="none"))) > 200
    bare = replace(wall.scene, props=("mat",))
    image = picture(replace(wall, scene=bare), replace(wall.held.pose, strap="taut"))
    straps = (LIGHT.room.strap, LIGHT.room.strap_far, LIGHT.room.strap_stripe)
    assert not np.isin(pixels(image), [number(strap) for strap in straps]).any()


def test_the_muscle_glows_only_when_lit_and_only_on_the_thigh(band: Exercise) -> None:
    pose = band.held.pose
    dark, half, full = (picture(band, pose, lit=lit) for lit in (0.0, 0.5, 1.0))
    thigh = along(pose.hip, pose.near_leg[0], 0.4 * 41.5)
    x, y = pixel(band, *along(thigh, pose.near_leg[0] - 90, 7.0))
    reds = [image.pixelColor(x, y).red() for image in (dark, half, full)]
    assert reds[0] < reds[1] < reds[2]
    assert full.pixelColor(x, y) == LIGHT.room.muscle
    assert full.copy(0, 0, pixel(band, -20, 0)[0], full.height()) == dark.copy(
        0, 0, pixel(band, -20, 0)[0], full.height()
    )


@pytest.mark.parametrize(("exercise_id", "muscle"), [("wall-calf-stretch", "calf"), ("glute-bridge", "glutes")])
def test_where_another_muscle_works_that_one_is_lit(exercise_id: str, muscle: Muscle) -> None:
    exercise = load(exercise_id)
    pose = exercise.held.pose
    lit = lit_muscle(pose, muscle)
    at, parts = joints(pose), shapes(pose)
    middle = lit.shine.boundingRect().center()
    where = parts.near_leg if muscle == "calf" else parts.near_shorts.outline
    assert where.contains(middle)
    near = at.near_knee if muscle == "calf" else at.hip
    assert math.dist((middle.x(), middle.y()), near) < 20
    x, y = pixel(exercise, middle.x(), middle.y())
    assert picture(exercise, pose, lit=1.0).pixelColor(x, y) == LIGHT.room.muscle_core
    assert picture(exercise, pose, lit=0.0).pixelColor(x, y) != LIGHT.room.muscle_core
    unlit = replace(exercise, scene=replace(exercise.scene, muscle=None))
    assert different(picture(unlit, pose, lit=1.0), picture(exercise, pose, lit=0.0)) == 0


def test_a_breath_moves_the_chest_and_nothing_else(band: Exercise) -> None:
    pose = band.steps[0].pose
    empty, full = (pixels(picture(band, pose, breath=breath)) for breath in (0.0, 1.0))
    changed = [(x, y) for y, x in np.argwhere(empty != full)]
    assert len(changed) > 30
    left, top = pixel(band, joints(pose).shoulder[0] - 5, 25)
    right, bottom = pixel(band, pose.hip[0], 12)
    assert all(left <= x <= right and top <= y <= bottom for x, y in changed)


def test_shorts_have_no_hole_at_the_groin(exercise: Exercise, nightly: bool) -> None:
    for name, pose in unlike(frames(exercise, 10 if nightly else 2)):
        parts = shapes(pose)
        hip = pose.hip
        inside = [along(hip, pose.trunk[0], u * TRUNK) for u in (0.02, 0.1, 0.18)]
        inside += [along(hip, pose.near_leg[0], u * HEM * 41.5) for u in (0.1, 0.3, 0.5, 0.7, 0.9)]
        for point in inside:
            assert parts.near_shorts.outline.contains(QPointF(*point)), f"{name}: {point}"


def test_outlines_have_no_corners(exercise: Exercise, nightly: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each Bézier piece of a leg goes on in the direction in which the one before it ended."""
    monkeypatch.setattr("hamstring_gui.figure.shapes.straightened", lambda curved: curved)
    for name, pose in unlike(frames(exercise, 6 if nightly else 2)):
        at = joints(pose)
        for chain, foot in (
            ((at.hip, at.near_knee, at.near_ankle, at.near_toe), pose.near_leg[2]),
            ((at.hip, at.far_knee, at.far_ankle, at.far_toe), pose.far_leg[2]),
        ):
            leg = _leg.__wrapped__(chain, foot)
            elements = [leg.elementAt(i) for i in range(leg.elementCount())]
            for i in range(3, len(elements) - 4, 3):
                before, at, after = elements[i - 1], elements[i], elements[i + 1]
                ax, ay, bx, by = at.x - before.x, at.y - before.y, after.x - at.x, after.y - at.y
                across, onward = ax * by - ay * bx, ax * bx + ay * by
                assert onward > 0, name
                assert abs(across) < 0.02 * onward, name


def test_straight_lines_are_as_good_as_the_curves(band: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nowhere an eighth of a pixel off on a figure as tall as a 4K screen."""
    pose = band.held.figure
    assert pose is not None
    at = joints(pose)
    chain = (at.hip, at.near_knee, at.near_ankle, at.near_toe)
    straight = _leg.__wrapped__(chain, pose.near_leg[2])
    monkeypatch.setattr("hamstring_gui.figure.shapes.straightened", lambda curved: curved)
    curved = _leg.__wrapped__(chain, pose.near_leg[2])
    assert straight.elementCount() > curved.elementCount() / 3
    corners = [straight.elementAt(i) for i in range(straight.elementCount())]
    middles = [QPointF((a.x + b.x) / 2, (a.y + b.y) / 2) for a, b in pairwise(corners)]
    pixel = QPointF(0.25 / FINE, 0.25 / FINE)
    for middle in middles:
        assert curved.intersects(QRectF(middle - pixel, middle + pixel)), middle
        assert not curved.contains(QRectF(middle - pixel, middle + pixel)), middle


def test_the_shorts_go_on_where_the_shirt_ends() -> None:
    """Neither a step nor a corner in the outline at the waist, nor at the hip of somebody who stands."""
    for pelvis, thigh, shirt_side in ((PELVIS_FRONT, THIGH_FRONT, SHIRT_FRONT), (PELVIS_BACK, THIGH_BACK, SHIRT_BACK)):
        assert pelvis(0.0) == pytest.approx(shirt_side(WAIST), abs=0.25)
        assert pelvis(1.0) == pytest.approx(thigh(0.0), abs=0.01)
    assert pytest.approx(THIGH_BACK(HEM), abs=0.05) == SHORTS_BACK(1.0 + HEM)
    assert max(PELVIS_BACK(1.0), THIGH_BACK(0.0)) <= HIP_CM, "their corners show behind the seat of a bent hip"


def test_painting_leaves_the_painter_and_none_as_they_were(band: Exercise) -> None:
    """PySide6 6.12 on Python 3.11 loses a reference to None in every void call, and dies of it."""
    frame = frame_of(band)
    image = QImage(96, 72, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    pose, target = band.held.pose, QRectF(0, 0, 96, 72)
    paint(painter, target, frame, pose, band.scene, LIGHT, mirrored=False, lit=1.0, breath=0.0)
    before = sys.getrefcount(None)
    for i in range(300):
        paint(painter, target, frame, pose, band.scene, LIGHT, mirrored=False, lit=1.0, breath=i % 50 / 50)
    assert sys.getrefcount(None) > before - 150
    assert painter.transform().isIdentity()
    assert painter.opacity() == 1.0
    painter.end()
    assert QGuiApplication.instance() is not None
