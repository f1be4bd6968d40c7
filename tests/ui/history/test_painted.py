"""The chart of the weeks and the calendar as they are painted, in the window and as a picture file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from hamstring_gui.domain.consistency import Day, Legs, Week
from hamstring_gui.ui.history.calendar import Calendar
from hamstring_gui.ui.history.chart_file import SIZE, drawn_chart
from hamstring_gui.ui.history.week_chart import WeekChart
from hamstring_gui.ui.history.weeks_drawn import Measure, picture_of
from tests.goldens import Goldens
from tests.goldens import picture_of as widget_painted

MONDAY = date(2026, 11, 16)
TODAY = date(2026, 11, 20)
SIZES = {"narrow": ((420, 216), 14), "wide": ((760, 216), 26)}
ACTIVE = (3, 2, 4, 0, 1, 5, 3, 6, 2, 0, 3, 7, 1)


def weeks(count: int) -> list[Week]:
    """Weeks of all kinds, oldest first: met and not, empty, at rest, with partial sessions, another goal, running."""
    return [_week(count - 1 - ago, ago) for ago in range(count - 1, -1, -1)]


def _week(number: int, ago: int) -> Week:
    active, start = ACTIVE[number % len(ACTIVE)] if ago else 2, MONDAY - timedelta(weeks=ago)
    days = tuple(
        Day(
            start + timedelta(days=n),
            n < active,
            n == 6 and number % 4 == 2,
            75.0 * n * (number % 5),
            int(n < active),
            180.0,
        )
        for n in range(7)
    )
    return Week(
        days, 0.0, 3 if ago > 5 else 4, rest=number % 13 == 9, running=not ago, partial=int(number % 4 == 2),
        stretched=Legs(110.0 * active, 150.0 * active),
        tightness=(None, None) if number % 7 == 3 else (7 - number / 6, 5.5 - number / 8),
    )  # fmt: skip


@pytest.mark.parametrize("measure", get_args(Measure))
@pytest.mark.parametrize("size", SIZES)
def test_the_chart(golden: Goldens, theme: str, measure: Measure, size: str) -> None:
    pixels, count = SIZES[size]
    chart = WeekChart()
    shown = weeks(count)
    chart.show_weeks(shown, picture_of(shown, measure, count + 2))
    chart.plot.point_at(9, 6)
    golden(widget_painted(chart, pixels), f"history/{measure.replace(' ', '-')}-{size}-{theme}")


@pytest.mark.parametrize("width", [520, 760])
def test_the_calendar(golden: Goldens, theme: str, width: int) -> None:
    calendar = Calendar()
    calendar.show_year(weeks(26), TODAY, TODAY.year)
    golden(widget_painted(calendar, (width, calendar.heightForWidth(width))), f"history/calendar-{width}-{theme}")


@pytest.mark.usefixtures("application")
def test_names_in_large_letters_stay_apart(golden: Goldens) -> None:
    calendar = Calendar()
    calendar.set_scale(1.5)
    calendar.show_year(weeks(26), TODAY, TODAY.year)
    golden(widget_painted(calendar, (520, calendar.heightForWidth(520))), "history/calendar-large")


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("measure", get_args(Measure))
def test_the_picture_file(golden: Goldens, tmp_path: Path, measure: Measure) -> None:
    shown = weeks(12)
    (tmp_path / "chart.png").write_bytes(drawn_chart(".png", shown, picture_of(shown, measure)))
    image = QImage(SIZE * 0.6, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(image.rect(), QImage(str(tmp_path / "chart.png")))
    painter.end()
    golden(image, f"history/file-{measure.replace(' ', '-')}")


@pytest.mark.usefixtures("application")
def test_years_in_large_letters(golden: Goldens) -> None:
    chart, shown = WeekChart(), weeks(200)
    chart.set_scale(1.5)
    chart.show_weeks(shown, picture_of(shown, "active days"))
    golden(widget_painted(chart, (760, 324)), "history/years")
