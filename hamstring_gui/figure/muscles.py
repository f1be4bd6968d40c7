"""The muscle that is lit, as an anatomist draws it: from bone to bone.

A muscle is a bundle along a smooth middle line through a few landmarks. Its beginning stays on the pelvis (or on the
bone above the joint), so it lengthens and thins as a hip bends or a knee straightens: that is the stretch, to be seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from hamstring_gui.domain.exercise import Muscle, Pose
from hamstring_gui.domain.skeleton import SHANK, THIGH, Point, joints, local, turn
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.outline import Profile, closed, lines, new_path, trace
from hamstring_gui.figure.shapes import shapes, shirt

SIT_BONE, SACRUM, CREST = (-5.4, -5.2), (4.6, -6.8), (8.4, -6.0)
"""From the hip joint in the trunk's axes: x to the head, y to the front (cm)."""
FIBULA = (4.4, -2.6)
"""The head of the fibula, from the knee in the shank's axes."""
HEEL_BONE = (-4.6, -2.6)
"""From the ankle in the foot's axes."""
PLACES = 22
"""Along a middle line, evenly spaced, a muscle's widths are taken."""
RIM_CM, EDGE_CM, ROUND_CM = 0.8, 0.5, 0.5
"""How far the rim and, half, the edge stand out, and how far between its corners the outline may."""
LEAST_CM, HALVINGS, INWARD, INSIDE_CM = 0.5, 5, 0.4, 0.15
"""As thin, at most, a side is for the limb's sake; how often the room there is halved to find its edge; what share of
what one side lacks the other has more; and how far within the limb's outline the edge stays."""
FIBRES, FIBRE_CM, SPLIT, SPLIT_CM = (-0.62, -0.22, 0.2, 0.6), 0.34, 0.16, 0.42
"""The fibres and the line that divides two heads: how far from the middle, as a share of the half-width."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a muscle is built: half-widths (cm) from its beginning to its end, its length where these are so, and from
    where to where it has a belly; the rest is tendon. `blunt` begins with its belly, as wide as it is."""

    half: Profile
    rest_cm: float
    belly: tuple[float, float]
    blunt: bool = False


KINDS: dict[Muscle, Kind] = {
    "hamstring": Kind(
        Profile(
            (0.0, 0.6), (0.08, 1.0), (0.2, 2.2), (0.36, 3.3), (0.5, 3.35), (0.66, 2.5), (0.8, 1.2), (0.9, 0.8),
            (1.0, 0.5),
        ),
        43.0,
        (0.07, 0.84),
    ),
    "calf": Kind(
        Profile(
            (0.0, 0.9), (0.08, 1.6), (0.22, 2.7), (0.34, 2.75), (0.5, 1.7), (0.62, 0.95), (0.75, 0.75), (1.0, 1.0)
        ),
        45.0,
        (0.03, 0.5),
    ),
    "glutes": Kind(
        Profile((0.0, 1.8), (0.12, 3.2), (0.35, 5.2), (0.55, 5.2), (0.75, 3.8), (0.9, 2.2), (1.0, 1.3)),
        22.0,
        (0.0, 0.95),
        True,
    ),
    "hip": Kind(
        Profile((0.0, 1.6), (0.12, 2.4), (0.3, 2.6), (0.5, 2.8), (0.7, 2.0), (0.85, 1.0), (1.0, 0.5)), 46.0, (0.02, 0.8)
    ),
    "core": Kind(Profile((0.0, 1.2), (0.15, 2.2), (0.5, 2.5), (0.85, 2.0), (1.0, 0.9)), 36.0, (0.04, 0.94)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LitMuscle:
    """The pale rim and the dark edge, each to be painted under what it goes round: the whole bundle, tendons too; its
    belly, a lighter strip, its fibres and the line that divides it. `inside`: all of it lies within the limb."""

    rim: QPainterPath
    edge: QPainterPath
    outline: QPainterPath
    belly: QPainterPath
    shine: QPainterPath
    fibres: QPainterPath
    split: QPainterPath
    inside: bool


Place = tuple[Point, Point]
"""A point of a middle line, with the line's direction there as a vector of length 1."""


@lru_cache(maxsize=8)
def lit_muscle(pose: Pose, muscle: Muscle) -> LitMuscle:
    """The muscle of the near leg in a pose."""
    return built(muscle, landmarks(pose, muscle), room_of(pose, muscle))


def built(muscle: Muscle, points: Sequence[Point], room: QPainterPath) -> LitMuscle:
    """A muscle along a line through these points, in a limb of that outline."""
    kind = KINDS[muscle]
    middle, length = _evenly(points)
    thin = math.sqrt(kind.rest_cm / length)
    bundle = _Bundle(middle, kind.half, thin, room)
    start, end = kind.belly
    return LitMuscle(
        rim=bundle.whole(RIM_CM),
        edge=bundle.whole(EDGE_CM / 2),
        outline=bundle.whole(-EDGE_CM / 2),
        belly=bundle.part(start, end, blunt=kind.blunt),
        shine=bundle.part(start + 0.1, end - 0.16, share=0.34, aside=0.34),
        fibres=lines(
            FIBRE_CM, *(bundle.line(f, start + 0.09 + 0.09 * abs(f), end - 0.09 - 0.09 * abs(f)) for f in FIBRES)
        ),
        split=lines(SPLIT_CM, bundle.line(SPLIT, start + 0.12, 0.93)),
        inside=all(room.contains(QPointF(*point)) for point in bundle.corners(RIM_CM + ROUND_CM)),
    )


@lru_cache(maxsize=8)
def room_of(pose: Pose, muscle: Muscle) -> QPainterPath:
    """The outline that nothing of a muscle leaves: of the near leg, or of the trunk."""
    parts = shapes(pose)
    if muscle != "core":
        return parts.limb
    trunk = QPainterPath(shirt(parts.joints.hip, parts.joints.shoulder, pose.trunk[0], 0.0))
    trunk.addPath(parts.near_shorts.outline.toReversed())  # as the shirt winds, or they would cut each other out
    return trunk


def muscle_cm(pose: Pose, muscle: Muscle) -> float:
    """How long the near leg's muscle is in a pose, from bone to bone."""
    return _through(landmarks(pose, muscle)).length()


def landmarks(pose: Pose, muscle: Muscle) -> list[Point]:
    """What the middle of the near leg's muscle goes through, from bone to bone."""
    at = joints(pose)
    trunk, (thigh, shank, foot) = pose.trunk[0], pose.near_leg

    def on_pelvis(x: float, front: float) -> Point:
        return local(at.hip, trunk, (x, -front))

    def on_thigh(u: float, back: float) -> Point:
        return local(at.hip, thigh, (u * THIGH, -back))

    def on_shank(u: float, back: float) -> Point:
        return local(at.near_knee, shank, (u * SHANK, -back))

    if muscle == "hamstring":
        bent = min(1.0, max(0.0, turn(shank, thigh)) / 90.0)
        above_knee = 0.93 - 0.06 * bent, 3.2 - 0.3 * bent  # or it would fold back to the fibula
        femur = [on_thigh(u, back) for u, back in ((0.2, 4.9), (0.45, 4.5), (0.72, 3.7), above_knee)]
        return [on_pelvis(*SIT_BONE), *femur, local(at.near_knee, shank, FIBULA)]
    if muscle == "calf":
        tibia = [on_shank(u, back) for u, back in ((0.06, 3.0), (0.25, 3.5), (0.45, 2.9), (0.75, 1.9), (0.92, 2.0))]
        return [on_thigh(0.95, 2.9), *tibia, local(at.near_ankle, foot, HEEL_BONE)]
    if muscle == "hip":
        femur = [on_thigh(u, -front) for u, front in ((0.12, 5.9), (0.4, 5.3), (0.7, 4.0), (0.94, 3.4))]
        return [on_pelvis(9.0, 3.6), on_pelvis(3.0, 5.0), *femur]
    if muscle == "core":
        return [on_pelvis(x, front) for x, front in ((32.0, 6.6), (22.0, 5.0), (11.0, 4.2), (3.0, 4.2), (-4.0, 4.4))]
    above, below = on_pelvis(0.2, -6.2), on_thigh(0.1, 6.4)
    over_the_joint = (above[0] + below[0]) / 2, (above[1] + below[1]) / 2
    return [on_pelvis(*CREST), on_pelvis(*SACRUM), over_the_joint, on_thigh(0.19, 5.2), on_thigh(0.3, 3.6)]


def _through(points: Sequence[Point]) -> QPainterPath:
    path = new_path()
    trace(path, points)
    return path


def _evenly(points: Sequence[Point]) -> tuple[list[Place], float]:
    """Places along a curve through the points, and the curve's length (cm)."""
    path = _through(points)
    length = path.length()
    found = []
    for i in range(PLACES + 1):
        at = path.percentAtLength(length * i / PLACES)
        here, a, b = (path.pointAtPercent(t) for t in (at, max(0.0, at - 0.01), min(1.0, at + 0.01)))
        dx, dy = b.x() - a.x(), b.y() - a.y()
        size = math.hypot(dx, dy) or 1.0
        found.append(((here.x(), here.y()), (dx / size, dy / size)))
    return found, length


class _Bundle:
    """Outlines along a middle line; positions go from 0, where the muscle begins, to 1.

    On each side it is as wide as it is built, or as the limb has room for it."""

    def __init__(self, middle: list[Place], half: Profile, thin: float, room: QPainterPath) -> None:
        widths = [half(i / PLACES) * thin for i in range(len(middle))]
        left, right = (_fitted(middle, widths, side, room) for side in (1.0, -1.0))
        self._places = []
        for i, (place, width, a, b) in enumerate(zip(middle, widths, left, right, strict=True)):
            a, b = a + INWARD * (width - b), b + INWARD * (width - a)
            self._places.append((i / PLACES, place, (a - b) / 2, (a + b) / 2))

    def whole(self, more: float = 0.0) -> QPainterPath:
        """All of it, or so many cm wider."""
        return _round([(_off(p, aside + w + more), _off(p, aside - w - more)) for _, p, aside, w in self._places])

    def part(
        self, start: float, end: float, *, share: float = 1.0, aside: float = 0.0, blunt: bool = False
    ) -> QPainterPath:
        """From one position to another, round at both ends: a share of the width, aside from the middle."""
        chosen = [(p, middle, w) for u, p, middle, w in self._places if start - 1e-6 <= u <= end + 1e-6]
        sides = []
        for n, (place, middle, width) in enumerate(chosen):
            s = n / (len(chosen) - 1)
            s = 0.5 + s / 2 if blunt else s
            w = width * share * min(1.0, 1.25 * math.sqrt(4 * s * (1 - s)))
            sides.append((_off(place, middle + aside * width + w), _off(place, middle + aside * width - w)))
        return _round(sides)

    def line(self, share: float, start: float, end: float) -> list[Point]:
        """Along the middle, aside from it by a share of the half-width."""
        return [_off(p, aside + w * share) for u, p, aside, w in self._places if start <= u <= end]

    def corners(self, more: float) -> list[Point]:
        """What the outline, so many cm wider, goes through."""
        return [_off(p, by) for _, p, aside, w in self._places for by in (aside + w + more, aside - w - more)]


def _fitted(middle: list[Place], widths: list[float], side: float, room: QPainterPath) -> list[float]:
    """The half-widths on the left (1) or right (-1) side: less, and evenly so, where the edge would leave the limb."""
    every = range(0, len(middle), 2)
    shares = [_share(middle[i], widths[i], side, room) for i in every]
    if min(shares) == 1.0:
        return widths
    least = [min(_near(shares, i)) for i in range(len(shares))]
    even = [sum(near := _near(least, i)) / len(near) for i in range(len(least))]
    between = [(a + b) / 2 for a, b in pairwise(even)]
    return [width * (between if i % 2 else even)[i // 2] for i, width in enumerate(widths)]


def _near(shares: list[float], i: int) -> list[float]:
    return shares[max(0, i - 1) : i + 2]


def _share(place: Place, width: float, side: float, room: QPainterPath) -> float:
    """How much of a half-width there is room for."""
    edge = EDGE_CM / 2 + INSIDE_CM
    least, most = 0.0, width + edge
    if room.contains(QPointF(*_off(place, side * most))):
        return 1.0
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        if room.contains(QPointF(*_off(place, side * middle))):
            least = middle
        else:
            most = middle
    return max(min(width, LEAST_CM), least - edge) / width


def _off(place: Place, by: float) -> Point:
    (x, y), (tx, ty) = place
    return x - ty * by, y + tx * by


def _round(sides: Sequence[tuple[Point, Point]]) -> QPainterPath:
    return closed([*(left for left, _ in sides), *(right for _, right in reversed(sides))])
