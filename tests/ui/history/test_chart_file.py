"""The chart as a file: read back as a picture, and as text."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from hamstring_gui.domain.consistency import Day, Legs, Week
from hamstring_gui.ui.history.chart_file import SHARPNESS, SIZE, drawn_chart
from hamstring_gui.ui.history.weeks_drawn import Measure, picture_of
from hamstring_gui.ui.theme import LIGHT
from tests.pixels import number, pixels
from tests.spread import some

pytestmark = pytest.mark.usefixtures("application")
MEASURES: tuple[Measure, ...] = ("active days", "minutes held", "tightness")


def weeks(count: int) -> list[Week]:
    first = date(2026, 11, 16) - timedelta(weeks=count - 1)
    return [
        Week(
            tuple(Day(first + timedelta(weeks=n, days=day), day < n % 6, False) for day in range(7)), 0.0,
            rest=n == 2, running=n == count - 1, partial=n % 2,
            stretched=Legs(60.0 * n, 50.0 * n), tightness=(n % 9, 3),
        )
        for n in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("measure", some(MEASURES, 1))
def test_a_png_is_sharp_and_shows_the_bars(tmp_path: Path, measure: Measure) -> None:
    (tmp_path / "chart.png").write_bytes(drawn_chart(".png", weeks(12), picture_of(weeks(12), measure, 12)))
    image = QImage(str(tmp_path / "chart.png"))
    assert image.size() == SIZE * SHARPNESS
    assert (pixels(image)[200:600:20] == number(LIGHT.met)).sum() > 100


@pytest.mark.parametrize("measure", MEASURES)
def test_an_svg_is_made_of_shapes_and_text(tmp_path: Path, measure: Measure) -> None:
    (tmp_path / "chart.svg").write_bytes(drawn_chart(".svg", weeks(12), picture_of(weeks(12), measure, 12)))
    text = (tmp_path / "chart.svg").read_text("utf-8")
    assert QSvgRenderer(str(tmp_path / "chart.svg")).isValid()
    assert "<image" not in text
    assert text.count("<text") > 8
    assert "this week" in text
    assert "week of 16 November" in text


@pytest.mark.parametrize("measure", MEASURES)
def test_many_years_are_months_in_the_file_too(tmp_path: Path, measure: Measure) -> None:
    shown = weeks(300)
    (tmp_path / "chart.svg").write_bytes(drawn_chart(".svg", shown, picture_of(shown, measure, 12)))
    text = (tmp_path / "chart.svg").read_text("utf-8")
    assert all(f">{year}<" in text for year in (2022, 2023, 2024, 2025, 2026))
    assert ">this week<" not in text
    assert "October 2026: " in text


def test_it_is_a_png_or_an_svg() -> None:
    with pytest.raises(ValueError, match=r"\.png or an \.svg, not \.gif"):
        drawn_chart(".gif", weeks(1), picture_of(weeks(1), "active days"))
