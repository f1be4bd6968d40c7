"""The muscle that is lit: hamstring, calf or glutes, as an outline with a lighter core and the place of its glow."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QPainterPath

from hamstring_gui.domain.exercise import Muscle, Pose
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.outline import Profile, closed
from hamstring_gui.figure.skeleton import SHANK, THIGH, Point, along, joints, local, turn

SPINDLE = (0.0, 0.015, 0.06, 0.13, 0.22, 0.33, 0.45, 0.58, 0.71, 0.83, 0.93, 1.0)
HAMSTRING_CM, CALF_CM, GLUTES_CM = 3.1, 2.6, 3.6
CORE = 0.42
HAMSTRING_MIDDLE = Profile((0.1, 5.0), (0.4, 4.6), (0.75, 3.6), (1.0, 3.1))
CALF_MIDDLE = Profile((0.0, 2.6), (0.25, 3.5), (0.5, 2.7), (0.9, 1.3))
GLUTES_MIDDLE = Profile((0.0, 3.2), (0.4, 5.0), (0.7, 5.2), (1.0, 4.4))
EDGE_CM, EDGE_ENDS = 0.65, 0.012
"""How far the dark edge stands out: at the sides (cm), and at the ends (of the bone's length)."""
GLUTES = (-8.5, 19.0)
"""Where they begin, along the line from waist to thigh with the hip at 0, and how long they are (cm)."""
GLOW_MIDDLE = {"hamstring": (0.42 * THIGH, -4.5), "calf": (0.3 * SHANK, -3.2), "glutes": (-1.0, -3.4)}
GLOW_CM = {"hamstring": (25.0, 9.5), "calf": (18.0, 8.5), "glutes": (14.0, 12.0)}


@dataclass(frozen=True, slots=True)
class LitMuscle:
    """A muscle's outline, its edge and its core; the ellipse of its glow: middle, half-axes (cm) and direction (°)."""

    edge: QPainterPath
    outline: QPainterPath
    core: QPainterPath
    glow_middle: Point
    glow_cm: Point
    angle: float


@lru_cache(maxsize=8)
def lit_muscle(pose: Pose, muscle: Muscle) -> LitMuscle:
    """The muscle of the near leg in a pose."""
    at = joints(pose)
    root, end = (at.near_knee, at.near_ankle) if muscle == "calf" else (at.hip, at.near_knee)
    top, angle = root, math.degrees(math.atan2(end[1] - root[1], end[0] - root[0]))
    if muscle == "hamstring":
        length, middle, half, ends, core = THIGH, HAMSTRING_MIDDLE, HAMSTRING_CM, (0.10, 1.0), (0.2, 0.84)
    elif muscle == "calf":
        length, middle, half, ends, core = SHANK, CALF_MIDDLE, CALF_CM, (0.0, 0.82), (0.07, 0.58)
    else:
        angle = pose.trunk[0] + 180.0 + turn(pose.trunk[0] + 180.0, pose.near_leg[0]) / 2
        top = along(root, angle, GLUTES[0])
        length, middle, half, ends, core = GLUTES[1], GLUTES_MIDDLE, GLUTES_CM, (0.0, 1.0), (0.1, 0.82)
    wider = ends[0] - EDGE_ENDS, ends[1] + EDGE_ENDS
    return LitMuscle(
        edge=_spindle(top, angle, length, middle, half + EDGE_CM, wider),
        outline=_spindle(top, angle, length, middle, half, ends),
        core=_spindle(top, angle, length, middle, CORE * half, core),
        glow_middle=local(root, angle, GLOW_MIDDLE[muscle]),
        glow_cm=GLOW_CM[muscle],
        angle=angle,
    )


def _spindle(
    root: Point, angle: float, length: float, middle: Profile, half_cm: float, ends: tuple[float, float]
) -> QPainterPath:
    """A spindle along the back of a bone, thickest at a third of its own length."""
    outer, inner = [], []
    for place in SPINDLE:
        u = ends[0] + (ends[1] - ends[0]) * place
        half = half_cm * (3 * place) ** 0.65 * (1.5 * (1 - place)) ** 1.15
        outer.append(local(root, angle, (u * length, -middle(u) - half)))
        inner.append(local(root, angle, (u * length, -middle(u) + half)))
    return closed([*outer, *inner[-2:0:-1]])
