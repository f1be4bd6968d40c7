"""Shared by the tests of what happens beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamstring_gui.desktop.clips import Clips
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.storage.library import load_exercises
from tests.program.leading import Room


@pytest.fixture(scope="module")
def exercises(assets: Path) -> dict[str, Exercise]:
    return load_exercises(assets)


@pytest.fixture
def room(qapp, exercises: dict[str, Exercise], assets: Path) -> Room:
    return Room(exercises, Clips(assets / "voice" / "en"))
