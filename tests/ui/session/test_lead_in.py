"""Getting ready before a hold goes on: what the page says, what sounds, and what is set for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.ui.theme import theme_of
from tests.ui.conftest import Desk

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.fixture
def long(exercises) -> Routine:
    """A hold of half a minute a leg, two seconds from the start."""
    item = {"exercise": "band-hamstring-stretch", "sets": 1, "hold_s": 30}
    return read_routine("long", {"name": "Long", "setup_s": 2, "switch_s": 2, "items": [item]}, exercises)


def holding(open_desk: Open, long: Routine, seconds: float = 12) -> Desk:
    desk = open_desk(start=long)
    desk.pass_time(2 + seconds)
    return desk


def test_it_is_shown_like_a_gap(open_desk: Open, long: Routine) -> None:
    desk = holding(open_desk, long)
    page = desk.pages.session()
    desk.press(Key.Key_Space)
    assert (desk.text("phase"), desk.text("countdown")) == ("PAUSED", "18")
    desk.press(Key.Key_Space)
    assert (desk.text("phase"), desk.text("countdown")) == ("GET READY", "5")
    assert desk.text("next") == "Next: set 1, right leg, 18 s"
    assert desk.text("time_left") == "55 s left"
    assert page.phase._colour == theme_of(page.palette()).phase("setup")
    assert (page.ring._share, page.ring._kind) == (1.0, "setup")
    assert page.figure._shown.lit == 0.0
    assert page.dots._shares == (pytest.approx(12 / 30),)
    desk.pass_time(2.5)
    assert page.ring._share == pytest.approx(0.5)
    desk.pass_time(2.5)
    assert (desk.text("phase"), desk.text("countdown")) == ("HOLD", "18")
    assert page.figure._shown.lit == 1.0


def test_it_counts_in_and_begins_with_the_tone_of_a_hold(open_desk: Open, long: Routine) -> None:
    desk = holding(open_desk, long)
    desk.press(Key.Key_Space)
    desk.services.calls.clear()
    desk.press(Key.Key_Space)
    desk.pass_time(5)
    assert desk.services.played() == ["count", "count", "count", "hold-start"]


def test_a_hold_that_is_repeated_ends_first(open_desk: Open, long: Routine) -> None:
    desk = holding(open_desk, long)
    desk.services.calls.clear()
    desk.press(Key.Key_Left)
    assert desk.services.played() == ["hold-end"]
    assert (desk.text("phase"), desk.text("next")) == ("GET READY", "Next: set 1, right leg, 30 s")


@pytest.mark.parametrize(("lead_in_s", "shown"), [(0, ("HOLD", "18")), (12, ("GET READY", "12"))])
def test_it_is_as_long_as_it_was_set(
    open_desk: Open, tmp_path: Path, long: Routine, lead_in_s: int, shown: tuple[str, str]
) -> None:
    (tmp_path / "settings.toml").write_text(f"[session]\nlead_in_s = {lead_in_s}\n")
    desk = holding(open_desk, long)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Space)
    assert (desk.text("phase"), desk.text("countdown")) == shown


def test_after_pain_the_other_leg_has_time(open_desk: Open, long: Routine) -> None:
    desk = holding(open_desk, long)
    desk.press(Key.Key_P)
    desk.clock.pass_time(60)
    desk.press(Key.Key_Space)
    assert (desk.text("phase"), desk.text("side"), desk.text("countdown")) == ("SWITCH", "Left leg next", "5")


def test_esc_asks_and_begins_it_anew(open_desk: Open, long: Routine) -> None:
    desk = holding(open_desk, long)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Space)
    desk.pass_time(3)
    desk.press(Key.Key_Escape)
    assert desk.window.asking == "end"
    desk.click("Keep going")
    assert (desk.text("phase"), desk.text("countdown")) == ("GET READY", "5")


def test_the_program_looks_again_when_it_is_over(open_desk: Open, long: Routine) -> None:
    desk = holding(open_desk, long)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Space)
    desk.window.seen_changed.emit(False)
    desk.clock.pass_time(4.5)
    desk.parts.conductor.player.look()
    assert desk.parts.conductor.player._timer.interval() == 500
