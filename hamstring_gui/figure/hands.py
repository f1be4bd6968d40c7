"""A hand, relaxed or closed round a strap, and between the two while it moves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QPainterPath

from hamstring_gui.domain.skeleton import OPEN_ARM, Point, local
from hamstring_gui.domain.values import dataclass
from hamstring_gui.figure.outline import closed, lines

LINE_CM, FINGER_CM = 0.42, 0.34
WRIST_ROUND = ((-1.65, -1.65), (-2.33, 0.0), (-1.65, 1.65))
RELAXED = (
    (0.0, 2.33), (1.8, 2.45), (3.8, 2.7), (6.2, 2.6), (8.4, 2.1), (10.6, 1.3), (13.0, 0.3), (15.6, -1.2), (16.8, -2.2),
    (16.9, -3.0), (16.0, -3.3), (14.3, -3.1), (12.2, -2.95), (10.5, -2.95), (9.4, -3.2), (7.4, -3.4), (4.2, -3.0),
    (0.0, -2.33),
)  # fmt: skip
FIST = (
    (0.0, 2.33), (1.0, 2.6), (2.4, 3.2), (4.2, 3.9), (6.0, 4.2), (7.6, 4.0), (8.9, 3.1), (9.6, 1.7), (9.8, 0.2),
    (9.5, -1.4), (8.7, -2.8), (7.3, -3.7), (5.6, -3.8), (4.2, -3.4), (3.2, -3.1), (2.2, -2.8), (1.0, -2.5),
    (0.0, -2.33),
)  # fmt: skip
RELAXED_THUMB = ((3.2, -0.4), (5.0, -1.0), (6.8, -1.6), (8.2, -1.9), (9.3, -2.1))
RELAXED_FINGERS = ((10.6, 0.0), (12.8, -0.7), (15.0, -1.9)), ((10.2, -1.1), (12.4, -1.6), (14.0, -2.2))
FIST_FINGERS = ((6.9, 2.1), (9.2, 2.1)), ((7.2, 0.2), (9.6, 0.2)), ((6.6, -1.7), (9.0, -1.7))
FIST_THUMB = ((2.2, 1.5), (3.8, 0.9), (5.4, 0.7), (6.8, 1.0), (7.6, 2.0))


def _palm_up(line: Sequence[Point]) -> list[Point]:
    return [(x * OPEN_ARM, -y) for x, y in line]


OPEN = tuple(_palm_up(RELAXED[::-1]))
OPEN_THUMB = tuple(_palm_up(RELAXED_THUMB))
OPENING_FINGERS = [(line, _palm_up(line)) for line in RELAXED_FINGERS]
OPEN_TO, FAINT = 0.3, 0.75
"""Up to this much closed a hand shows the lines of its open fingers, of this strength; from there on, a fist's."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand's outline, the line of its thumb, those of its fingers, and how much these show (0..1)."""

    outline: QPainterPath
    thumb: QPainterPath
    fingers: QPainterPath
    strength: float


@lru_cache(maxsize=8)
def hand_at(wrist: Point, angle: float, grip: float, lies_open: float = 0.0) -> Hand:
    """A hand that points to `angle` degrees, 0 relaxed to 1 a fist, or with the palm up, of an arm that lies open."""

    def placed(line: Sequence[Point]) -> list[Point]:
        return [local(wrist, angle, point) for point in line]

    is_open = grip < OPEN_TO
    end, share = (OPEN, lies_open) if lies_open else (FIST, grip)
    thumb_end = OPEN_THUMB if lies_open else FIST_THUMB
    fingers = [_mixed(*ends, lies_open) for ends in OPENING_FINGERS] if is_open else FIST_FINGERS
    return Hand(
        outline=closed(placed([*_mixed(RELAXED, end, share), *WRIST_ROUND])),
        thumb=lines(LINE_CM, placed(_mixed(RELAXED_THUMB, thumb_end, share))),
        fingers=lines(FINGER_CM, *(placed(line) for line in fingers)),
        strength=FAINT * (1.0 - grip / OPEN_TO) if is_open else (grip - OPEN_TO) / (1.0 - OPEN_TO),
    )


def _mixed(a: Sequence[Point], b: Sequence[Point], share: float) -> Sequence[Point]:
    if share in (0.0, 1.0):
        return b if share else a
    return [(p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share) for p, q in zip(a, b, strict=True)]
