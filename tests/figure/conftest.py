"""Exercises as they ship, and the moments between their poses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.figure.moving import blend
from hamstring_gui.figure.picture import placed, ways

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "exercises"
IDS = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load(exercise_id: str) -> Exercise:
    return read_exercise(exercise_id, tomllib.loads((FOLDER / f"{exercise_id}.toml").read_text(encoding="utf-8")))


def blends(exercise: Exercise, count: int) -> Iterator[tuple[str, Pose]]:
    """Every pose on the figure's ways through a session, `count` steps a way, with its name."""
    for number, (start, end) in enumerate(ways(exercise), start=1):
        for i in range(count + 1):
            yield f"way {number}, {i}/{count}", blend(start, end, i / count)


def frames(exercise: Exercise, count: int) -> Iterator[tuple[str, Pose]]:
    """The same, as they are painted."""
    for name, pose in blends(exercise, count):
        yield name, placed(pose, exercise.scene)


@pytest.fixture(params=IDS)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    return load(request.param)


@pytest.fixture
def band() -> Exercise:
    return load("band-hamstring-stretch")


@pytest.fixture
def wall() -> Exercise:
    return load("legs-up-the-wall")
