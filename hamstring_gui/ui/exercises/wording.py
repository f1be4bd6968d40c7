"""Sentences about exercises, for the library and an exercise's own page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain import finding
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import just, unroll
from hamstring_gui.ui import wording

translate = QCoreApplication.translate

TITLE = re.compile("“.*?”")
"""What an article is called, within an exercise's source."""


def listed(texts: Iterable[str]) -> str:
    """`Mat, band or strap`; nothing where there are none."""
    together = wording.listed(texts)
    return together[:1].upper() + together[1:]


def dose(exercise: Exercise) -> str:
    """`Each leg · 3 × 30 s`, `2 × 10 reps`."""
    item = wording.item_dose(just(exercise).items[0])
    return translate("wording", "Each leg · {dose}").format(dose=item) if exercise.each_side else item


def what_it_takes(exercise: Exercise) -> str:
    """`Each leg · 3 × 30 s · about 5 min`."""
    exercises, routine = {exercise.id: exercise}, just(exercise)
    return wording.what_it_takes(routine, unroll(routine, exercises), exercises)


def searched(exercise: Exercise) -> tuple[str, ...]:
    """The texts of an exercise that a search looks through, but for the titles in its source."""
    steps = (step.text for step in exercise.steps)
    things = (*exercise.equipment, *exercise.optional, *exercise.muscles)
    texts = (exercise.name, *exercise.also, exercise.kind, exercise.region, *things, *steps)
    return (*map(wording.of_file, texts), TITLE.sub("", wording.of_file(exercise.source)))


def found(query: str, exercises: Iterable[Exercise]) -> list[str]:
    """The ids of the exercises that go by the words of a query: first those whose name does, then those whose other
    names, kind or part of the body do."""
    known = {exercise.id: exercise for exercise in exercises}
    texts = {key: searched(exercise) for key, exercise in known.items()}
    ids = finding.found(query, texts, {key: (wording.of_file(one.source),) for key, one in known.items()})
    return sorted((key for key in known if key in ids), key=lambda key: _place(query, known[key]))


def _place(query: str, exercise: Exercise) -> int:
    called = (*exercise.also, exercise.kind, exercise.region)
    return finding.place(query, (wording.of_file(exercise.name),), map(wording.of_file, called))


def numbered(number: int, text: str) -> str:
    """A step with its number, for a screen reader."""
    return translate("wording", "{number}. {text}").format(number=number, text=text)


REGIONS = ("hamstring", "calf", "glutes", "hip", "core", "thigh", "back", "neck and shoulders", "foot", "whole body")
"""The parts of the body that an own exercise can be for, as files name them."""


def texts_of_files() -> tuple[str, ...]:
    """Words of exercise files that come from no built-in exercise, for translators."""
    return (
        translate("exercise", "hip"),
        translate("exercise", "thigh"),
        translate("exercise", "back"),
        translate("exercise", "neck and shoulders"),
        translate("exercise", "foot"),
        translate("exercise", "whole body"),
    )
