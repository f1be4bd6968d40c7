"""Letter heights and places of the session page at every window size; contrast of every colour that carries text."""

from __future__ import annotations

import math
from dataclasses import fields
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF

from hamstring_gui.ui.controls.fitted import DIGIT_PITCH, FittedText
from hamstring_gui.ui.session.countdown import RING_STROKE
from hamstring_gui.ui.session.layout import Places, close_view, distance_view
from hamstring_gui.ui.theme import DARK, LIGHT, Theme, letters, palette_for, theme_of

SIZES = [
    (900, 510),
    (911, 512),
    (960, 540),
    (1024, 600),
    (1093, 614),
    (900, 640),
    (1000, 640),
    (1180, 760),
    (1280, 800),
    (1366, 768),
    (1920, 1080),
    (3840, 2160),
    (900, 900),
]


def overlapping(places: Places, *ignored: str) -> list[tuple[str, str]]:
    rects = {
        field.name: getattr(places, field.name)
        for field in fields(places)
        if isinstance(getattr(places, field.name), QRect) and field.name not in ("card", "digits", *ignored)
    }
    names = [name for name, rect in rects.items() if not rect.isEmpty()]
    return [(a, b) for a in names for b in names if a < b and rects[a].intersects(rects[b])]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("digits", [2, 3])
def test_close_view(application, width: int, height: int, digits: int) -> None:
    places = close_view(width, height, digits)
    size = places.letters
    assert size.digits >= 0.25 * height
    assert size.phase >= 0.045 * height
    assert min(size.side, size.step_least) >= 0.03 * height
    assert min(size.set, size.next, size.exercise, size.time_left, size.control) >= 13
    assert overlapping(places) == []
    assert places.control_height >= 44
    window = QRect(0, 0, width, height)
    assert all(window.contains(r) for r in (places.ring, places.card, places.controls, places.phase, places.next))
    assert places.card.contains(places.figure)
    assert places.card.contains(places.step)


SCREEN_MM = 13.3 * 25.4 * 9 / (16**2 + 9**2) ** 0.5
"""The height of a 13-inch screen."""


def arc_minutes(letter_px: float, screen_px: int) -> float:
    """Of a capital on a 13-inch screen, from two metres."""
    capital = QFontMetricsF(letters(100, 600)).capHeight() / 100
    return math.degrees(math.atan(letter_px * capital / screen_px * SCREEN_MM / 2000)) * 60


@pytest.mark.parametrize(
    "screen",
    [(1093, 614), (1920, 1080), (960, 540)],
    ids=["1366 × 768 at 125 %", "1920 × 1080", "1920 × 1080 at 200 %"],
)
def test_phase_and_step_can_be_read_from_the_mat_in_the_close_view_too(
    application, exercises, screen: tuple[int, int]
) -> None:
    """As they are fitted, each step that comes with the program, in a window that has a frame and a bar beside it."""
    width, height = screen[0], screen[1] - round(screen[1] * 0.065)
    places = close_view(width, height)
    step, phase = FittedText("step"), FittedText("phase", 700)
    step.setWordWrap(True)
    step.resize(places.step.size())
    step.set_sizes(places.letters.step_least, places.letters.step)
    phase.resize(places.phase.size())
    phase.set_sizes(places.letters.phase * 0.62, places.letters.phase)
    for word in ("GET READY", "HOLD", "REPS", "REST", "SWITCH", "PAUSED"):
        phase.show_text(word)
        assert arc_minutes(phase.letter_px, screen[1]) >= 14, word
    texts = {
        one.text for exercise in exercises.values() for one in (*exercise.steps, exercise.between, exercise.switch)
    }
    small = {
        text: step.letter_px for text in texts if step.show_text(text) or arc_minutes(step.letter_px, screen[1]) < 11
    }
    assert small == {}
    step.show_text("Strecke das Knie langsam und schiebe dabei die Ferse zur Decke, so weit es angenehm ist.")
    assert step._fits(step._fitted), "a longer text becomes smaller"


@pytest.mark.parametrize(("width", "height"), SIZES[:-1])
@pytest.mark.parametrize("digits", [2, 3])
def test_the_digits_fit_the_ring(application, width: int, height: int, digits: int) -> None:
    places = close_view(width, height, digits)
    metrics = QFontMetricsF(letters(places.letters.digits, 700, tabular=True))
    span = metrics.horizontalAdvance("0") * (1 + (digits - 1) * DIGIT_PITCH)
    half_width = span / 2 - metrics.leftBearing("0")
    inner = places.ring.width() / 2 * (1 - 2 * RING_STROKE)
    assert half_width**2 + (metrics.capHeight() / 2) ** 2 <= inner**2


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("digits", [2, 3])
def test_distance_view(application, width: int, height: int, digits: int) -> None:
    places = distance_view(width, height, digits)
    size = places.letters
    assert size.digits >= 0.45 * height
    assert min(size.phase, size.step, size.side) >= 0.1 * height
    assert size.step_least >= 0.08 * height
    metrics = QFontMetricsF(letters(0.45 * height, 700, tabular=True))
    assert metrics.horizontalAdvance("0") * (1 + (digits - 1) * DIGIT_PITCH) <= places.digits.width()
    assert overlapping(places, "controls") == []
    assert QFontMetricsF(letters(size.step, 600)).height() * 2 <= places.step.height()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (900, 510), (3840, 2160)])
def test_who_stands_is_larger_in_the_distance_view(application, width: int, height: int) -> None:
    usual, tall = distance_view(width, height, 2, 1.6), distance_view(width, height, 2, 0.85)
    assert tall.figure.height() > 1.24 * usual.figure.height()
    assert tall.figure.width() == usual.figure.width()
    assert overlapping(tall, "controls") == []
    assert QRect(0, 0, width, height).contains(tall.figure.united(tall.side).united(tall.ring))
    metrics = QFontMetricsF(letters(tall.letters.digits, 700, tabular=True))
    assert tall.letters.digits >= 0.45 * height
    assert metrics.capHeight() <= tall.digits.height()
    assert min(tall.letters.phase, tall.letters.side, tall.letters.step) >= 0.1 * height
    assert QFontMetricsF(letters(tall.letters.phase, 700)).height() <= tall.phase.height()
    assert distance_view(width, height, 3, 0.85) == distance_view(width, height, 3), "three digits leave no room"
    upright = distance_view(800, 1280)
    assert upright.figure.height() > 0.22 * 800
    assert upright.digits.height() >= metrics.capHeight() * 800 / height
    assert distance_view(height, width, 2, 0.85) == distance_view(height, width)


@pytest.mark.parametrize(("width", "height"), [(2256, 1504), (1500, 1000), (1024, 768), (1600, 1200), (1920, 1280)])
def test_who_stands_is_larger_on_a_screen_of_3_by_2_or_4_by_3_too(application, width: int, height: int) -> None:
    """The digits have the column that leg and sets need, the picture what is left of the width."""

    def picture(places: Places, shape: float) -> float:
        return min(places.figure.height(), places.figure.width() / shape)

    for shape in (0.85, 0.91):
        usual, tall = distance_view(width, height), distance_view(width, height, 2, shape)
        assert picture(tall, shape) > 1.15 * picture(usual, shape)
        assert overlapping(tall, "controls") == []
        assert QRect(0, 0, width, height).contains(tall.figure.united(tall.side).united(tall.ring))
        metrics = QFontMetricsF(letters(tall.letters.digits, 700, tabular=True))
        assert tall.letters.digits >= 0.45 * min(height, 0.76 * width) - 1
        assert metrics.capHeight() <= tall.digits.height()
        assert metrics.horizontalAdvance("0") * (1 + DIGIT_PITCH) <= tall.digits.width()
    for shape in (1.24, 1.5, 2.5):
        assert picture(distance_view(width, height, 2, shape), shape) >= picture(usual, shape), "nobody is smaller"


def test_where_the_picture_would_hardly_be_larger_the_digits_are(application) -> None:
    for size, shape in (((1280, 1024), 0.85), ((1024, 768), 1.02), ((1000, 980), 0.85)):
        assert distance_view(*size, 2, shape) == distance_view(*size)


@pytest.mark.parametrize("digits", [2, 3])
def test_on_an_upright_or_square_screen_nothing_lies_on_anything_else(digits: int) -> None:
    """However near to a square it is; and there is a picture."""
    found = list[str]()
    known = [(960, 1080), (768, 1024), (1200, 1600), (800, 1280), (900, 900), (1000, 960)]
    for width, height in [*known, *((width, round(width * (1 + n / 40))) for width in (540, 1080) for n in range(41))]:
        places, window = distance_view(width, height, digits), QRect(0, 0, width, height)
        parts = (places.side, places.phase, places.digits, places.ring, places.figure, places.step, places.next)
        pairs = combinations(parts, 2)
        found += [f"{width} × {height}: {one}, {other}" for one, other in pairs if one.intersects(other)]
        found += [f"{width} × {height}: {part}" for part in parts if part.isEmpty() or not window.contains(part)]
        if places.figure.height() < 0.19 * width or places.digits.height() < 0.23 * width:
            found.append(f"{width} × {height}: {places.figure}, {places.digits}")
        if places.letters.step_least < 0.08 * min(width, 0.76 * height):
            found.append(f"{width} × {height}: {places.letters}")
    assert found == []


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's contrast ratio."""

    def luminance(colour: QColor) -> float:
        def linear(part: float) -> float:
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast(theme: Theme) -> None:
    for far in (theme.ink, theme.far_hold, theme.far_rest, theme.far_setup):
        assert contrast(far, theme.paper) >= 7
    for paper in (theme.paper, theme.card):
        assert contrast(theme.quiet, paper) >= 4.5
        assert contrast(theme.hold, paper) >= 4.5
        assert contrast(theme.rest, paper) >= 4.5
        assert contrast(theme.setup, paper) >= 4.5
        assert contrast(theme.action, paper) >= 3
    assert contrast(theme.button_ink, theme.button) >= 4.5
    assert contrast(theme.chip_ink, theme.chip) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_theme_can_be_read_off_its_palette(theme: Theme) -> None:
    assert theme_of(palette_for(theme)) is theme
