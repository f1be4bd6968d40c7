"""How long the figure takes from pose to pose: as long as the longest way of a joint needs at a pace one can follow."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from hamstring_gui.domain.exercise import Pose
from hamstring_gui.domain.moving import blend
from hamstring_gui.domain.skeleton import JOINTS, joints

CM_A_SECOND, FASTEST = 45.0, 56.0
"""On the whole way, and in its fastest part; within that part none is faster than 60."""
LEAST_S, MOST_S = 1.2, 3.5
CAREFUL = 1.5
"""Out of a hold, and where a step says “slowly”, a move takes so many times as long."""
SAMPLES = 16


@lru_cache(maxsize=256)
def way_cm(start: Pose, end: Pose) -> tuple[float, float]:
    """The longest way of a joint from pose to pose, and the longest in one of `SAMPLES` equal parts of the time."""
    places = [joints(blend(start, end, i / SAMPLES)) for i in range(SAMPLES + 1)]
    ways = [[math.dist(getattr(a, name), getattr(b, name)) for a, b in pairwise(places)] for name in JOINTS]
    return max(map(sum, ways)), max(map(max, ways))


def move_s(start: Pose, end: Pose, *, careful: bool = False) -> float:
    """How long a move takes, in seconds."""
    whole, part = way_cm(start, end)
    seconds = min(MOST_S, max(LEAST_S, whole / CM_A_SECOND, part * SAMPLES / FASTEST))
    return seconds * CAREFUL if careful else seconds
