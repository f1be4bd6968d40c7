"""The picture of an exercise: `frame_of` says which part of the world it shows, `paint` paints one moment of it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QTransform

from hamstring_gui.domain.exercise import Exercise, Pose, Scene
from hamstring_gui.domain.guidance import Shown
from hamstring_gui.domain.moving import blend
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure import body, props, room
from hamstring_gui.figure.ground_shade import paint_ground_shade
from hamstring_gui.figure.limits import circles, settle
from hamstring_gui.figure.look import Look

MARGIN_CM = 6.0
WALL_CM = 26.0
MOMENTS = 10
BREATHED_IN = 0.6
"""How much darker a lit muscle is when the chest is full: it glows with the out-breath."""
NARROWEST = 0.85
"""The least width of a picture to its height: somebody who stands alone still stands on a floor."""
MOST_WIDE, MAT_CM, WALL_LEFT = 2.0, 210.0, 0.75
"""No room is wider than so many times its height, no mat longer than that; of what a room with a wall has more, so much
is before the wall."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle of the world that a picture shows: left, bottom, width and height in cm, y up, floor at 0."""

    x: float
    y: float
    w: float
    h: float


NOBODY = Frame(-75.0, 0.0, 150.0, 100.0)
"""The frame of an exercise in which the figure never shows."""


@lru_cache(maxsize=64)
def frame_of(exercise: Exercise) -> Frame:
    """One rectangle for every pose of an exercise and for the ways between them, so that its picture never jumps."""
    there = {frozenset(way): way for way in ways(exercise)}.values()  # the way back is the same way
    ends = dict.fromkeys(pose for way in there for pose in way)
    between = [blend(a, b, i / MOMENTS) for a, b in there if a != b for i in range(1, MOMENTS)]
    return _frame_round([*ends, *between], exercise.scene) if ends else NOBODY


def shape_of(exercise: Exercise) -> float:
    """The width of its frame over its height."""
    frame = frame_of(exercise)
    return frame.w / frame.h


@lru_cache(maxsize=64)
def still_frame(pose: Pose, scene: Scene) -> Frame:
    """The rectangle of one pose with what it lies, sits or leans on: a picture that never moves can be nearer."""
    return _frame_round([pose], scene)


def _frame_round(poses: Iterable[Pose], scene: Scene) -> Frame:
    reaches = [room.extent(scene), *(_reach(placed(pose, scene)) for pose in poses)]
    left, right, top = zip(*reaches, strict=True)
    x, end = min(left) - MARGIN_CM, max(right) + MARGIN_CM
    if "wall" in scene.props:
        end = max(end, scene.wall_x + WALL_CM)
    bottom = -room.BELOW_CM
    height = max(top) + MARGIN_CM - bottom
    more = max(0.0, NARROWEST * height - (end - x))
    return Frame(x - more / 2, bottom, end - x + more, height)


def filling(frame: Frame, scene: Scene, wide: float) -> Frame:
    """The frame as wide, over its height, as the place that it is shown in: the room goes on at both sides.

    The body is no smaller for that. What is higher than the place's shape stays as it is.
    """
    most = MAT_CM if "mat" in scene.props else MOST_WIDE * frame.h
    more = min(most, wide * frame.h) - frame.w
    if more <= 0.0:
        return frame
    left = more * (WALL_LEFT if {"wall", "doorway"} & set(scene.props) else 0.5)
    return Frame(frame.x - left, frame.y, frame.w + more, frame.h)


def ways(exercise: Exercise) -> list[tuple[Pose, Pose]]:
    """From which pose to which the figure moves in a session, in the order in which it first does.

    Where only one end is the figure's, it stands still there.
    """
    poses = [step.figure for step in exercise.steps]
    held, between, switch = exercise.held.figure, exercise.between.figure, exercise.switch.figure
    rest = [(held, between), (between, poses[exercise.resume - 1])]
    change = [(held, switch), (switch, poses[exercise.resume_switched - 1])] if exercise.each_side else []
    motion = [(held, exercise.held_motion.pose)] if exercise.held_motion else []
    other = [(between, exercise.other_rep)] if exercise.other_rep else []
    both_ends = ((start or end, end or start) for start, end in [*pairwise(poses), *rest, *change, *motion, *other])
    return [(start, end) for start, end in both_ends if start and end]


def placed(pose: Pose, scene: Scene) -> Pose:
    """The pose as it is painted: on its way from one step to the next the body goes through no floor and no wall."""
    if "doorway" in scene.props:
        return settle(pose, scene.wall_x, doorway=True)
    return settle(pose, scene.wall_x) if "wall" in scene.props else settle(pose)


def floor_ends(scene: Scene) -> float:
    return scene.wall_x if "wall" in scene.props else math.inf


def _reach(pose: Pose) -> tuple[float, float, float]:
    """How far a pose reaches to the left, to the right and up, in cm."""
    left, right, top = zip(*((x - r, x + r, y + r) for x, y, r in circles(pose)), strict=True)
    return min(left), max(right), max(top)


def paint(
    painter: QPainter,
    target: QRectF,
    frame: Frame,
    pose: Pose,
    scene: Scene,
    look: Look,
    *,
    mirrored: bool,
    lit: float,
    breath: float,
) -> None:
    """Paint one moment into `target`, as large as it fits, in the middle and down at its lower edge.

    `mirrored` shows the left side; `lit` (0..1) is how brightly the muscle glows, `breath` (0..1) how full the chest
    is. Nothing outside the fitted frame is painted.
    """
    pose = placed(pose, scene)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(place_in(target, frame, mirrored=mirrored), combine=True)
    paint_under(painter, frame, pose, scene, look)
    body.paint_shirt(painter, pose, look.person, breath)
    paint_over(painter, pose, scene, look, lit, lit * (1.0 - BREATHED_IN * breath))
    painter.restore()


def place_in(target: QRectF, frame: Frame, *, mirrored: bool) -> QTransform:
    """From cm into `target`."""
    scale = min(target.width() / frame.w, target.height() / frame.h)
    place = QTransform.fromTranslate(target.center().x(), target.bottom())
    return place.scale(-scale if mirrored else scale, -scale).translate(-frame.x - frame.w / 2, -frame.y)


def box_in(target: QRectF, frame: Frame) -> QRect:
    """The part of `target` that a picture covers; its pixels, whole ones."""
    world = QRectF(frame.x, frame.y, frame.w, frame.h)
    return place_in(target, frame, mirrored=False).mapRect(world).toAlignedRect()


def paint_under(painter: QPainter, frame: Frame, pose: Pose, scene: Scene, look: Look) -> None:
    """What is behind the shirt, of a pose as it is `placed`."""
    world = QRectF(frame.x, frame.y, frame.w, frame.h)
    room.paint_room(painter, world, scene, look.room)
    if {"mat", "floor"} & set(scene.props):
        paint_ground_shade(painter, pose, floor_ends(scene))
    props.paint_behind(painter, pose, scene, look.room)
    body.paint_far_limbs(painter, pose, look.person)
    props.paint_between_the_legs(painter, world, pose, scene, look.room)
    body.paint_neck_and_head(painter, pose, look.person)


def paint_over(painter: QPainter, pose: Pose, scene: Scene, look: Look, lit: float, glow: float) -> None:
    """What is before the shirt, of a pose as it is `placed`; `glow` is how bright the belly of a lit muscle is."""
    body.paint_near_leg(painter, pose, look, scene.muscle, lit, glow)
    props.paint_in_front(painter, pose, scene, look.room)
    body.paint_near_arm(painter, pose, look.person)


def paint_shown(
    painter: QPainter,
    target: QRectF,
    exercise: Exercise,
    shown: Shown,
    look: Look,
    *,
    mirrored: bool,
    frame: Frame | None = None,
) -> None:
    """Paint the figure that `guidance` says that shows, if one does, in the exercise's frame or another."""
    if shown.start is None or shown.end is None:
        return
    pose = blend(shown.start, shown.end, shown.progress)
    frame = frame or frame_of(exercise)
    paint(
        painter, target, frame, pose, exercise.scene, look, mirrored=mirrored, lit=shown.lit, breath=shown.breath
    )  # fmt: skip
