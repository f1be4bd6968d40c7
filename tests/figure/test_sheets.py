"""The contact sheets: every pose and twelve moments of every move of every exercise, right and left, light and dark."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from hamstring_gui.domain.exercise import Exercise, Pose
from hamstring_gui.domain.moving import blend
from hamstring_gui.figure.look import Look, look_for
from hamstring_gui.figure.picture import frame_of, paint, ways
from tests.conftest import SaveScreen

pytestmark = [pytest.mark.screens, pytest.mark.nightly, pytest.mark.usefixtures("qapp")]
"""They are for eyes: `dev.py screens` makes them."""

WIDTH, GAP, LINE = 480, 16, 44
THEMES = {
    "light": (look_for(dark=False), QColor("#f7f4ed"), QColor("#fffdf8"), QColor("#1f2e31")),
    "dark": (look_for(dark=True), QColor("#12191b"), QColor("#1a2427"), QColor("#e8e6df")),
}


def cells(exercise: Exercise) -> list[tuple[str, Pose, float]]:
    """What each cell says, shows and lights."""
    last = len(exercise.steps) - 1
    shown = [(f"{n + 1}. {step.text}", step.pose, float(n == last)) for n, step in enumerate(exercise.steps)]
    if exercise.held_motion:
        shown.append(("while holding", exercise.held_motion.pose, 1.0))
    shown.append((f"rest: {exercise.between.text}", exercise.between.pose, 0.0))
    if exercise.each_side:
        shown.append((f"switch: {exercise.switch.text}", exercise.switch.pose, 0.0))
    return shown


@pytest.mark.parametrize("theme", THEMES)
def test_contact_sheet(exercise: Exercise, theme: str, save_screen: SaveScreen) -> None:
    look, paper, card, ink = THEMES[theme]
    shown, frame = cells(exercise), frame_of(exercise)
    height = math.ceil((WIDTH - 2 * GAP) * frame.h / frame.w) + GAP + LINE
    sheet = QImage((WIDTH + GAP) * 2 + GAP, (height + GAP) * len(shown) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(paper)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, (text, pose, lit) in enumerate(shown):
        for column, mirrored in enumerate((False, True)):
            place = QRectF(GAP + column * (WIDTH + GAP), GAP + row * (height + GAP), WIDTH, height)
            painter.fillRect(place, card)
            painter.setPen(ink)
            painter.drawText(place.adjusted(GAP, 8, -GAP, 0), Qt.TextFlag.TextWordWrap, text)
            draw(painter, place.adjusted(GAP, LINE, -GAP, -GAP), exercise, pose, look, mirrored, lit)
    painter.end()
    save_screen(sheet, f"exercises/{exercise.id}{'-dark' if theme == 'dark' else ''}")
    colours = {sheet.pixel(x, y) for x in range(0, sheet.width(), 7) for y in range(0, sheet.height(), 7)}
    assert len(colours) > 12, "an empty sheet"


MOMENTS, SMALL = 12, 150


@pytest.mark.parametrize("theme", THEMES)
def test_sheet_of_moves(exercise: Exercise, theme: str, save_screen: SaveScreen) -> None:
    """A row for each move, and below it the other side's."""
    look, paper, *_ = THEMES[theme]
    moves, frame = list(dict.fromkeys(way for way in ways(exercise) if way[0] != way[1])), frame_of(exercise)
    high = math.ceil(SMALL * frame.h / frame.w) + GAP
    sheet = QImage((SMALL + GAP) * MOMENTS + GAP, 2 * high * len(moves) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(paper)
    painter = QPainter(sheet)
    for row, (start, end) in enumerate(moves):
        for column in range(MOMENTS):
            pose = blend(start, end, column / (MOMENTS - 1))
            for side in (0, 1):
                place = QRectF(GAP + column * (SMALL + GAP), GAP + (2 * row + side) * high, SMALL, high - GAP)
                draw(painter, place, exercise, pose, look, bool(side), 0.0)
    painter.end()
    save_screen(sheet, f"exercises/{exercise.id}-moves{'-dark' if theme == 'dark' else ''}")
    colours = {sheet.pixel(x, y) for x in range(0, sheet.width(), 7) for y in range(0, sheet.height(), 7)}
    assert len(colours) > 12, "an empty sheet"


def draw(
    painter: QPainter, place: QRectF, exercise: Exercise, pose: Pose, look: Look, mirrored: bool, lit: float
) -> None:
    frame = frame_of(exercise)
    paint(painter, place, frame, pose, exercise.scene, look, mirrored=mirrored, lit=lit, breath=0.3)
