"""The session's and the finish page as they are painted, near and far, small and large, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import SessionOutcome, SessionRecord, Tightness
from hamstring_gui.domain.offers import Offer
from hamstring_gui.domain.routine import Routine, read_routine, unroll
from hamstring_gui.domain.session import Session
from hamstring_gui.ui.session.control_bar import ControlBar
from hamstring_gui.ui.session.finish import FinishPage, Over
from hamstring_gui.ui.session.page import SessionPage
from tests.domain.samples import START, HandClock, play
from tests.goldens import Goldens, picture_of

Exercises = Mapping[str, Exercise]
RIGHT_HOLD_S, LEFT_HOLD_S = 20 + 30 + 10 + 11, 20 + 30 * 3 + 10 * 2 + 12 + 30 + 10 + 7
"""Seconds after which the second set of the right, and of the left leg is being held."""
TABLE = {"name": "Daily", "items": [{"exercise": "band-hamstring-stretch", "sets": 3, "hold_s": 30}]}


@pytest.fixture
def daily(exercises: Exercises) -> Routine:
    return read_routine("daily", TABLE, exercises)


def running_for(seconds: float, routine: Routine, exercises: Exercises) -> Session:
    clock = HandClock()
    running = Session(routine, unroll(routine, exercises), clock)
    play(running, clock, seconds)
    return running


@pytest.mark.parametrize(
    ("size", "seconds"), [((900, 640), RIGHT_HOLD_S), ((1180, 760), LEFT_HOLD_S)], ids=["right", "left"]
)
def test_close_view(
    golden: Goldens, theme: str, exercises: Exercises, daily: Routine, size: tuple[int, int], seconds: float
) -> None:
    page = SessionPage()
    page.show_exercises(exercises)
    page.resize(*size)
    page.show_moment(running_for(seconds, daily, exercises).moment())
    golden(picture_of(page, size), f"session/close-{size[0]}-{theme}")


@pytest.mark.parametrize(
    ("size", "seconds"), [((960, 600), RIGHT_HOLD_S), ((1280, 800), 20 + 30 + 4)], ids=["hold", "rest"]
)
def test_distance_view(
    golden: Goldens, theme: str, exercises: Exercises, daily: Routine, size: tuple[int, int], seconds: float
) -> None:
    page = SessionPage()
    page.show_exercises(exercises)
    page.resize(*size)
    page.set_distance_view(True)
    page.show_moment(running_for(seconds, daily, exercises).moment())
    golden(picture_of(page, size), f"session/distance-{size[0]}-{theme}")


def test_paused_and_muted(golden: Goldens, theme: str, exercises: Exercises, daily: Routine) -> None:
    running = running_for(RIGHT_HOLD_S, daily, exercises)
    running.pause()
    page = SessionPage()
    page.show_exercises(exercises)
    page.resize(900, 640)
    page.show_moment(running.moment())
    page.show_muted(True)
    golden(picture_of(page, (900, 640)), f"session/paused-{theme}")


@pytest.mark.parametrize(("width", "height"), [(640, 80), (1120, 150)])
def test_control_bar(
    golden: Goldens, theme: str, exercises: Exercises, daily: Routine, width: int, height: int
) -> None:
    """With keys where there is room for them, and lying over something in two rows; in the smaller one, without."""
    bar = ControlBar()
    bar.show_moment(running_for(RIGHT_HOLD_S, daily, exercises).moment())
    bar.set_veiled(False, backed=width > 1000)
    bar.arrange(QRect(0, 0, width, height), 17.0, 60, 48)
    golden(picture_of(bar, (width, height)), f"session/controls-{width}-{theme}")


def test_control_bar_while_waiting_and_veiled(golden: Goldens, theme: str, exercises: Exercises) -> None:
    waiting = read_routine("w", TABLE | {"setup_s": "wait"}, exercises)
    bar = ControlBar()
    bar.show_moment(running_for(1, waiting, exercises).moment())
    bar.arrange(QRect(0, 0, 1120, 80), 17.0, 60, 48)
    golden(picture_of(bar, (1120, 80)), f"session/controls-waiting-{theme}")
    bar.set_veiled(True, backed=True)
    golden(picture_of(bar), f"session/controls-veiled-{theme}")


def record_of(running: Session, outcome: SessionOutcome) -> SessionRecord:
    ended_at = START + timedelta(minutes=5)
    return SessionRecord(
        "s", "daily", "Daily", START, ended_at, START.date(), outcome, 180.0, running.records, Tightness(3, 6)
    )


@pytest.mark.parametrize("size", [(900, 640), (1180, 760)], ids=str)
def test_finish_page(golden: Goldens, theme: str, exercises: Exercises, daily: Routine, size: tuple[int, int]) -> None:
    """The smaller one was ended early and has an offer; the larger one went to its end."""
    early = size[0] == 900
    running = running_for(LEFT_HOLD_S if early else 400, daily, exercises)
    running.end()
    offer = Offer("daily", 0, "band-hamstring-stretch", 30.0, 20.0, "left") if early else None
    page = FinishPage()
    page.show_over(Over(record_of(running, "ended early" if early else "finished"), offer, exercises))
    golden(picture_of(page, size), f"session/finish-{size[0]}-{theme}")
