"""Exercises as they ship, and the moments between their poses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor

from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.domain.moving import blend
from hamstring_gui.domain.skeleton import JOINTS, joints
from hamstring_gui.figure.picture import placed, ways

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "exercises"
IDS = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load(exercise_id: str) -> Exercise:
    return read_exercise(exercise_id, tomllib.loads((FOLDER / f"{exercise_id}.toml").read_text(encoding="utf-8")))


@cache
def blends(exercise: Exercise, count: int) -> tuple[tuple[str, Pose], ...]:
    """Every pose on the figure's ways through a session, `count` steps a way, with its name."""
    return tuple(
        (f"way {number}, {i}/{count}", blend(start, end, i / count))
        for number, (start, end) in enumerate(ways(exercise), start=1)
        for i in range(count + 1)
    )


@cache
def frames(exercise: Exercise, count: int) -> tuple[tuple[str, Pose], ...]:
    """The same, as they are painted."""
    return tuple((name, placed(pose, exercise.scene)) for name, pose in blends(exercise, count))


@cache
def bodies(exercise: Exercise, count: int) -> dict[str, np.ndarray]:
    """Where each joint is in each of `frames`: way × step × x and y, in cm."""
    found = np.array([[getattr(joints(pose), name) for name in JOINTS] for _, pose in frames(exercise, count)])
    return {name: found[:, number].reshape(-1, count + 1, 2) for number, name in enumerate(JOINTS)}


def apart(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """How far points are from each other."""
    return np.hypot(*np.moveaxis(a - b, -1, 0))


def unlike(named: Iterable[tuple[str, Pose]]) -> list[tuple[str, Pose]]:
    """Each pose once: a way ends where the next one begins."""
    return [(name, pose) for pose, name in {pose: name for name, pose in named}.items()]


def contrast(a: QColor, b: QColor) -> float:
    """The contrast of two colours, 1 to 21, after WCAG 2."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05

    brighter, darker = max(light(a), light(b)), min(light(a), light(b))
    return brighter / darker


@pytest.fixture(params=IDS, scope="module")
def exercise(request: pytest.FixtureRequest) -> Exercise:
    """Each in turn: all tests of a file that look at one follow each other, and share what was painted of it."""
    return load(request.param)


@pytest.fixture
def band() -> Exercise:
    return load("band-hamstring-stretch")


@pytest.fixture
def wall() -> Exercise:
    return load("legs-up-the-wall")
