"""What `hamstring-gui figure` can be told."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

SMALLEST, LARGEST = 16, 8192
"""Of a picture's sides, in pixels."""


def add_figure_command(commands: Any, folder: argparse.ArgumentParser, bodies: Sequence[str]) -> None:
    """Add `figure` to the subparsers; `bodies` are those that it can be shown by."""
    figure = commands.add_parser(
        "figure", help="draw an exercise, without a display", parents=[folder], allow_abbrev=False
    )
    figure.add_argument("exercise", metavar="EXERCISE", help="the id or name of an exercise")
    figure.add_argument("--step", metavar="N", type=int, help="a step, from 1; without it, the position that is held")
    figure.add_argument(
        "--frame", metavar="SECONDS", type=float, help="a moment of its movement, or of the step's, as a still"
    )
    figure.add_argument("--side", choices=("left", "right"), default="right", help="the leg that works")
    figure.add_argument("--theme", dest="figure_theme", choices=("light", "dark"), default="light", help="colours")
    figure.add_argument("--body", choices=bodies, default=bodies[0], help="who shows it, by the colour of the shirt")
    figure.add_argument("--size", metavar="WxH", type=_size, default=(1200, 900), help="pixels; usually 1200x900")
    figure.add_argument(
        "-o", "--output", metavar="FILE", required=True,
        help="FILE.png or FILE.svg for a still, FILE.gif or FILE.webp for the movement",
    )  # fmt: skip


def _size(text: str) -> tuple[int, int]:
    parts = text.lower().split("x")
    sizes = tuple(int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 6)
    if len(parts) != 2 or len(sizes) != 2 or not all(SMALLEST <= size <= LARGEST for size in sizes):
        raise argparse.ArgumentTypeError(
            f"give WIDTHxHEIGHT in pixels, each {SMALLEST} to {LARGEST}, for example 1200x900"
        )
    return sizes[0], sizes[1]
