"""A rest week looks like one, whatever was done in it: it has neither met its goal nor stayed below it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from hamstring_gui.ui.history.chart_painting import paint_picture, placed_in
from hamstring_gui.ui.history.weeks_drawn import picture_of
from hamstring_gui.ui.theme import LIGHT
from tests.domain.test_looking_back import weeks_of


def colours(rest: bool, days: int) -> set[str]:
    """The colours that a week before the running one is painted in."""
    week, running = weeks_of(f"{days} 0")
    picture = picture_of([replace(week, rest=rest), running], "active days")
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(LIGHT.card)
    painter = QPainter(image)
    paint_picture(painter, placed_in(QRectF(image.rect()), picture), picture, LIGHT)
    painter.end()
    return {QColor(image.pixel(50, y)).name() for y in range(120)}


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize(("days", "colour"), [(2, LIGHT.below), (4, LIGHT.met)])
def test_a_bar_is_that_of_a_rest_week(days: int, colour: QColor) -> None:
    assert colour.name() in colours(False, days)
    resting = colours(True, days)
    assert LIGHT.rest_day.name() in resting
    assert not resting & {LIGHT.below.name(), LIGHT.met.name()}
