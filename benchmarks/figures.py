"""Shows the moving figure as a session does, so many rounds of a kind of pictures, and ends.

python -m benchmarks.figures moving|breathing ROUNDS
"""

from __future__ import annotations

import os
import sys
import tomllib
from itertools import pairwise

from PySide6.QtWidgets import QApplication

from benchmarks.measuring import ROOT
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.domain.guidance import Shown
from hamstring_gui.ui.controls.figure_view import FigureView

EXERCISE, SIZE = "band-hamstring-stretch", (1000, 600)
PICTURES = 24
"""In a round, whatever it shows."""


def exercise_shown() -> Exercise:
    text = (ROOT / "assets" / "exercises" / f"{EXERCISE}.toml").read_text(encoding="utf-8")
    return read_exercise(EXERCISE, tomllib.loads(text))


def moving(exercise: Exercise) -> list[Shown]:
    """From step to step, evenly."""
    each = list(pairwise(exercise.steps))
    share = PICTURES // len(each)
    return [
        Shown(end, start.figure, end.figure, (i + 0.5) / share) for start, end in each for i in range(share)
    ]  # fmt: skip


def breathing(exercise: Exercise) -> list[Shown]:
    """The position that is held, from a chest that is empty to one that is full and back."""
    held = exercise.held
    full = PICTURES // 2
    return [
        Shown(held, held.figure, held.figure, 1.0, lit=1.0, breath=1.0 - abs(i - full) / full) for i in range(PICTURES)
    ]


def main(kind: str, rounds: int) -> None:
    application = QApplication(sys.argv)
    exercise, view = exercise_shown(), FigureView()
    pictures = {"moving": moving, "breathing": breathing}[kind](exercise)
    view.resize(*SIZE)
    view.set_ground("card")
    view.show()
    for _ in range(rounds):
        for shown in pictures:
            view.show_figure(exercise, shown)
            application.processEvents()
    os._exit(0)  # tidying up is not counted


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
