"""What surrounds the countdown, as it is painted: the ring that empties, the dots of the sets, the strip of it all."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QRegion

from hamstring_gui.ui.controls.fitted import Digits
from hamstring_gui.ui.session.countdown import ProgressStrip, Ring, SetDots
from hamstring_gui.ui.theme import theme_of
from tests.domain.samples import HandClock, play, routine, session
from tests.goldens import Goldens, picture_of, shades_apart
from tests.pixels import pixels
from tests.spread import late

SMOOTHED = 40
"""So many shades Qt smooths an edge otherwise where it paints a part of it only."""


@pytest.mark.parametrize("side", [120, 380])
def test_the_ring_empties_from_the_top_clockwise(golden: Goldens, theme: str, side: int) -> None:
    ring = Ring()
    ring.show_share(0.7, "hold", still=False)
    golden(picture_of(ring, (side, side)), f"session/ring-{side}-{theme}")


@pytest.mark.parametrize("size", [(300, 12), (900, 24)], ids=str)
def test_as_a_bar_it_empties_from_the_right(golden: Goldens, theme: str, size: tuple[int, int]) -> None:
    bar = Ring()
    bar.set_as_bar(True)
    bar.show_share(0.3, "rest", still=False)
    golden(picture_of(bar, size), f"session/bar-{size[0]}-{theme}")


def test_a_ring_that_stands_still_is_grey_and_an_empty_one_a_track(golden: Goldens, theme: str) -> None:
    ring = Ring()
    ring.show_share(0.25, "setup", still=True)
    golden(picture_of(ring, (120, 120)), f"session/ring-paused-{theme}")
    ring.show_share(0.0, "hold", still=False)
    golden(picture_of(ring), f"session/ring-empty-{theme}")


@pytest.mark.parametrize("share", [0.98, 0.76, 0.74, 0.51, 0.49, 0.26, 0.24, 0.1, 0.003])
def test_of_a_ring_that_moves_the_quarters_round_its_tip_are_those_of_the_whole(application, share: float) -> None:
    ring, moved = Ring(), QRect()
    ring.resize(300, 300)
    ring.show_share(share + 0.02, "hold", still=False)
    image = picture_of(ring)
    ring.show_share(share, "hold", still=False)
    moved = ring._moved & ring.rect()
    assert 0 < moved.width() < 100
    with QPainter(image) as painter:
        painter.setClipRect(moved)
        painter.fillRect(moved, theme_of(ring.palette()).paper)
        ring.render(painter, moved.topLeft(), QRegion(moved), Ring.RenderFlag(0))
    assert shades_apart(image, picture_of(ring)).max() < SMOOTHED


@pytest.mark.parametrize(("as_bar", "size"), [(False, (240, 240)), (True, (400, 20))], ids=["ring", "bar"])
def test_all_that_changed_is_painted_again_and_little_more(
    application, monkeypatch: pytest.MonkeyPatch, as_bar: bool, size: tuple[int, int]
) -> None:
    ring = Ring()
    ring.set_as_bar(as_bar)
    ring.resize(*size)
    ring.show_share(1.0, "hold", still=False)
    asked: list[QRect] = []
    monkeypatch.setattr(Ring, "update", lambda self, rect=None: asked.append(rect or self.rect()))
    before = picture_of(ring)
    for share in (0.99, 0.97, 0.76, 0.75, 0.74, 0.5, 0.49, 0.02, 0.01):
        asked.clear()
        ring.show_share(share, "hold", still=False)
        after = picture_of(ring)
        changed = [QPoint(int(x), int(y)) for y, x in np.argwhere(shades_apart(before, after) > 64)]
        assert all(any(rect.contains(point) for rect in asked) for point in changed), share
        before = after
    assert sum(rect.width() * rect.height() for rect in asked) < 0.2 * size[0] * size[1]


@pytest.mark.parametrize("height", [24, 60])
def test_a_set_that_was_held_is_filled_and_this_one_is_ringed(golden: Goldens, theme: str, height: int) -> None:
    dots = SetDots()
    dots.show_sets((True, False, False, False), 2, holding=False)
    golden(picture_of(dots, (dots.width_for(height), height)), f"session/dots-{height}-{theme}")
    dots.show_sets((True, True, False, False), 3, holding=True)
    golden(picture_of(dots), f"session/dots-holding-{height}-{theme}")


def test_the_strip_is_filled_by_what_was_held(application) -> None:
    """Skipped, ended half way, gone back from, held: each hold by itself, and gaps by time."""
    clock = HandClock()
    running = session(routine(sets=3, hold_s=30, switch_s=0), clock)
    strip = ProgressStrip()
    strip.resize(1200, 10)

    def shares() -> list[float]:
        strip.show_phases(running.moment().phases, running.moment().shares_done())
        return [round(share, 1) for _, share, _ in strip._bars]

    play(running, clock, 20)
    running.on()
    assert shares()[:4] == [1, 0, 0, 0], "skipped"
    play(running, clock, 10 + 15)
    running.on()
    assert shares()[:5] == [1, 0, 1, 0.5, 0], "half of it held"
    play(running, clock, 10 + 30)
    assert shares()[:6] == [1, 0, 1, 0.5, 1, 1]
    running.back()
    assert shares()[:6] == [1, 0, 1, 0.5, 1, 1], "what was held before going back stays"
    play(running, clock, 30)
    running.extend()
    play(running, clock, 20)
    assert shares()[6] == 0.5, "20 of 40 s"


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_a_dot_is_filled_by_what_was_held(application, share: float) -> None:
    dots = SetDots()
    dots.show_sets((share, 0.0), 2, holding=False)
    picture = picture_of(dots, (dots.width_for(80), 80))
    hold, centre = theme_of(dots.palette()).hold.name(), dots.width() // 4
    column = [picture.pixelColor(centre, y).name() == hold for y in range(80)]
    assert sum(column) == pytest.approx(share * dots.width() / 2 * 0.54, abs=3)
    assert not any(column[:40]) or share > 0.5


def test_more_dots_than_can_be_told_apart_are_none(application) -> None:
    dots = SetDots()
    for sets, seen in ((8, True), (9, False)):
        dots.show_sets((1.0,) * sets, sets, holding=True)
        assert (len(np.unique(pixels(picture_of(dots, (240, 24))))) > 1, dots.width_for(24) > 0) == (seen, seen)


@pytest.mark.parametrize("size", [(500, 8), (1100, 12)], ids=str)
def test_the_strip_is_filled_up_to_now(golden: Goldens, theme: str, size: tuple[int, int]) -> None:
    clock = HandClock()
    running = session(routine(sets=2, wall_s=60), clock)
    play(running, clock, 20 + 30 + 10 + 12)
    strip = ProgressStrip()
    strip.resize(*size)
    strip.show_phases(running.moment().phases, running.moment().shares_done())
    golden(picture_of(strip, size), f"session/strip-{size[0]}-{theme}")


def test_dots_are_painted_when_a_set_begins_or_ends_and_not_with_every_tick(application, monkeypatch) -> None:
    dots, painted = SetDots(), []
    monkeypatch.setattr(SetDots, "update", lambda self: painted.append(1))
    for tick in range(30):
        dots.show_sets((1.0, tick / 30, 0.0), 2, holding=True)
    assert len(painted) == 1
    dots.show_sets((1.0, 0.97, 0.0), 2, holding=False)
    assert len(painted) == 2


@pytest.mark.parametrize(
    ("first", "then"), [("1:57", "1:56"), ("59:58", "59:57"), ("30", "29"), ("1:00:00", "2:34:56")]
)
def test_digits_are_fitted_once_for_their_places(application, monkeypatch, first: str, then: str) -> None:
    digits = Digits("countdown")
    digits.resize(600, 300)
    digits.set_sizes(20, 300)
    digits.show_text(first)
    size, tried = digits.letter_px, []
    fits = Digits._fits
    monkeypatch.setattr(Digits, "_fits", lambda self, font: tried.append(1) or fits(self, font))
    digits.show_text(then)
    assert (digits.text(), digits.letter_px, tried) == (then, size, [])
    digits.show_text("1:23:45:6")
    assert digits.letter_px < size
    assert 0 < len(tried) < 12, "found by halving"


@pytest.mark.parametrize("text", ["12", "1:57", "59:58"])
@pytest.mark.parametrize("width", [40, late(130), 477, late(2000)])
def test_the_size_is_the_largest_that_fits(application, text: str, width: int) -> None:
    digits = Digits("countdown")
    digits.resize(width, 200)
    digits.set_sizes(15, 240)
    digits.show_text(text)
    sizes = [size for size in range(15, 241) if digits._fits(digits._letters(size))]
    assert digits.letter_px == max(sizes, default=15)
