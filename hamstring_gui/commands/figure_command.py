"""The command `figure`: what it can be told, and doing it."""

from __future__ import annotations

import argparse
from typing import Any

from hamstring_gui.commands.asked import Refusal, paths_of, refuse_own, refuse_what_is_the_windows
from hamstring_gui.commands.qt import explaining_qt
from hamstring_gui.storage.errors import StorageError, tell

BODIES = ("teal", "plum", "moss")
SMALLEST, LARGEST = 16, 8192
"""Of a picture's sides, in pixels."""


def add_figure_command(commands: Any, common: argparse.ArgumentParser) -> None:
    figure = commands.add_parser(
        "figure", help="draw an exercise, without a display", parents=[common], allow_abbrev=False
    )
    figure.add_argument("exercise", metavar="EXERCISE", help="the id or name of an exercise, or a part of it")
    figure.add_argument("--step", metavar="N", type=int, help="a step, from 1; without it, the position that is held")
    figure.add_argument(
        "--frame", metavar="SECONDS", type=float, help="a moment of its movement, or of the step's, as a still"
    )
    figure.add_argument("--side", choices=("left", "right"), default="right", help="the leg that works")
    figure.add_argument("--theme", dest="figure_theme", choices=("light", "dark"), default="light", help="colours")
    figure.add_argument("--body", choices=BODIES, default=BODIES[0], help="who shows it, by the colour of the shirt")
    figure.add_argument("--size", metavar="WxH", type=_size, default=(1200, 900), help="pixels; usually 1200x900")
    figure.add_argument(
        "-o", "--output", metavar="FILE", required=True,
        help="FILE.png or FILE.svg for a still, FILE.gif or FILE.webp for the movement",
    )  # fmt: skip
    figure.set_defaults(run=_draw_figure)


def _size(text: str) -> tuple[int, int]:
    parts = text.lower().split("x")
    sizes = tuple(int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 6)
    if len(parts) != 2 or len(sizes) != 2 or not all(SMALLEST <= size <= LARGEST for size in sizes):
        raise argparse.ArgumentTypeError(
            f"give WIDTHxHEIGHT in pixels, each {SMALLEST} to {LARGEST}, for example 1200x900"
        )
    return sizes[0], sizes[1]


def _draw_figure(asked: argparse.Namespace) -> int:
    refuse_what_is_the_windows(asked)
    from hamstring_gui.storage import library
    from hamstring_gui.storage.own_exercises import OwnExercises

    paths = paths_of(asked)
    refuse_own(asked.output, paths)
    exercises, problems = library.load_all(paths.assets, OwnExercises(paths.exercises))
    for problem in problems:
        tell(problem)
    with explaining_qt("the figure can't be drawn"):
        from hamstring_gui.commands import figure
    try:
        wish = figure.understood(
            exercises, asked.exercise, asked.step, asked.side == "left", asked.figure_theme == "dark",
            asked.size, asked.output, asked.body, asked.frame,
        )  # fmt: skip
    except StorageError as error:
        raise Refusal(str(error)) from error
    figure.draw(wish)
    return 0
