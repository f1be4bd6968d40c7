"""Exercises as they are painted: all of them, and one with a step lit, for the right and for the left leg."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.ui.exercises.exercise import ExercisePage
from hamstring_gui.ui.exercises.overview import ExercisesPage
from tests.goldens import Goldens, picture_of

Exercises = Mapping[str, Exercise]


@pytest.mark.parametrize("size", [(716, 640), (1096, 760)], ids=str)
def test_all(golden: Goldens, theme: str, exercises: Exercises, size: tuple[int, int]) -> None:
    page = ExercisesPage()
    page.show_exercises(exercises)
    golden(picture_of(page, size), f"exercises/all-{size[0]}-{theme}")


@pytest.mark.parametrize(("size", "left"), [((716, 640), False), ((1096, 760), True)], ids=["right", "left"])
def test_one(golden: Goldens, theme: str, exercises: Exercises, size: tuple[int, int], left: bool) -> None:
    page = ExercisePage()
    page.figure.set_still(True)
    page.show_exercise(exercises["band-hamstring-stretch"])
    page.steps.buttons[4].click()
    page.picture.leg.buttons[0 if left else 1].click()
    golden(picture_of(page, size), f"exercises/one-{size[0]}-{theme}")
