"""How long the lines of an SVG are, and how fine their dashes: very many dashes take minutes to paint."""

from __future__ import annotations

import re
from itertools import chain

_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_DASHES = re.compile(r"stroke-dasharray\s*:\s*([^;}]*)", re.IGNORECASE)
_LARGEST = 1e9
"""Larger numbers count as this: sums stay finite."""
_LARGEST_UNIT = 100
"""Of cm, in and the like, in the drawing's own units, roughly."""
LENGTHS = frozenset(("width", "height", "r", "rx", "ry", "x1", "y1", "x2", "y2"))
"""Attributes whose numbers together are about as long as the outline."""


def length_of(attribute: str, value: str) -> float:
    """About how long the line is that an attribute describes, in its own units; rather too long than too short."""
    if attribute == "points":
        return _between_points(_numbers(value))
    if attribute == "d":
        return 2 * _along(value)
    unit = 1 if value.strip().removesuffix("px")[-1:].isdecimal() else _LARGEST_UNIT
    return 2 * unit * sum(map(abs, _numbers(value))) if attribute in LENGTHS else 0.0


def dashes_per_unit(attribute: str, value: str) -> float | None:
    """How many dashes and gaps one unit of length has; 0 for a line without any, nothing where that isn't said."""
    if attribute == "style":
        found = [_rate(dashes) for dashes in _DASHES.findall(value)]
        return max(found, default=None)
    return _rate(value) if attribute == "stroke-dasharray" else None


def _rate(value: str) -> float:
    lengths = [abs(number) for number in _numbers(value)]
    return min(_LARGEST, len(lengths) / sum(lengths)) if sum(lengths) else 0.0


def _along(path: str) -> float:
    length, points = 0.0, list[float]()
    for command, text in _COMMAND.findall(path):
        numbers = _numbers(text)
        if command in "MLCSQT":
            points += numbers
        else:
            length += _between_points(points) + sum(map(abs, numbers))
            points = []
    return length + _between_points(points)


def _between_points(numbers: list[float]) -> float:
    """From 0 to the first point, and on from each to the next: x and y by turns."""
    return sum(abs(b - a) for a, b in zip(chain((0.0, 0.0), numbers), numbers, strict=False))


def _numbers(text: str) -> list[float]:
    return [max(-_LARGEST, min(_LARGEST, float(number))) for number in _NUMBER.findall(text)]
