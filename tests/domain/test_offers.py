"""When a session gives reason to offer another hold, and when it does not."""

from __future__ import annotations

import pytest

from hamstring_gui.domain.history import HoldOutcome, HoldRecord
from hamstring_gui.domain.offers import Offer, offer_after
from hamstring_gui.domain.routine import Routine, unroll
from tests.domain.samples import EXERCISES, START, HandClock, play, routine, session

THREE = routine(3, 30)


def done(of: Routine, *held: float, outcomes: dict[int, HoldOutcome] | None = None) -> list[HoldRecord]:
    """The records of a session in which the holds took these seconds, in order."""
    phases = [phase for phase in unroll(of, EXERCISES) if phase.is_hold]
    return [
        HoldRecord(
            phase.hold, phase.exercise, phase.side, phase.set, phase.seconds or 0.0, seconds,
            (outcomes or {}).get(
                phase.hold, "held" if seconds >= (phase.seconds or 0) else "ended early" if seconds else "skipped"
            ),
            START,
        )
        for phase, seconds in zip(phases, held, strict=False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "hold_s"),
    [
        ((30, 30, 30, 30, 30, 30), None),
        ((40, 30, 30, 30, 30, 30), None),
        ((40, 30, 30, 40, 30, 30), 40),
        ((50, 30, 30, 30, 30, 30), 40),
        ((50, 50, 30, 30, 30, 30), 50),
        ((50, 40, 40, 30, 30, 30), 40),
        ((39.9, 39.9, 30, 30, 30, 30), None),
        ((40, 40), 40),
        ((50, 50), 50),
    ],
)
def test_longer(held: tuple[float, ...], hold_s: float | None) -> None:
    expected = Offer("sample", 0, "band", 30, hold_s) if hold_s else None
    assert offer_after(THREE, EXERCISES, done(THREE, *held)) == expected


@pytest.mark.parametrize(
    ("held", "hold_s", "side"),
    [
        ((18, 14, 30, 30, 30, 30), 15, "right"),
        ((30, 30, 18, 14, 30, 30), None, ""),
        ((18, 30, 14, 30, 30, 30), None, ""),
        ((30, 30, 30, 21, 12, 12), 20, "left"),
        ((4, 4, 4, 30, 30, 30), None, ""),
        ((0, 0, 0, 30, 30, 30), None, ""),
        ((18, 0, 14, 30, 30, 30), None, ""),
        ((29, 29, 30, 30, 30, 30), 25, "right"),
    ],
)
def test_shorter(held: tuple[float, ...], hold_s: float | None, side: str) -> None:
    offer = offer_after(THREE, EXERCISES, done(THREE, *held))
    assert (offer.hold_s if offer else None, offer.side if offer else "") == (hold_s, side)
    assert offer is None or not offer.longer


def test_both_at_once_say_nothing() -> None:
    assert offer_after(THREE, EXERCISES, done(THREE, 40, 40, 40, 10, 10, 10)) is None


def test_nothing_is_offered_after_pain() -> None:
    holds = done(THREE, 18, 14, 5, outcomes={2: "stopped for pain"})
    assert offer_after(THREE, EXERCISES, holds) is None
    assert offer_after(THREE, EXERCISES, done(THREE, 18, 14, 5)) is not None


def test_legs_in_turn_count_for_themselves() -> None:
    in_turn = routine(3, 30, order="in turn")
    offer = offer_after(in_turn, EXERCISES, done(in_turn, 30, 12, 30, 14, 30, 30))
    assert offer is not None
    assert (offer.side, offer.hold_s) == ("left", 10)


def test_a_session_of_another_dose_says_nothing_about_this_one() -> None:
    holds = done(THREE, 40, 40, 40)
    assert offer_after(routine(3, 45), EXERCISES, holds) is None
    assert offer_after(routine(1, 30), EXERCISES, holds) is None


def test_reps_have_no_hold() -> None:
    reps = routine(2, reps=10)
    assert offer_after(reps, EXERCISES, done(reps, 52, 52, 52, 52)) is None


def test_the_second_exercise() -> None:
    two = routine(1, 30, wall_s=60)
    offer = offer_after(two, EXERCISES, done(two, 30, 30, 80))
    assert offer == Offer("sample", 1, "wall", 60, 70)


def test_pressing_plus_in_a_real_session_leads_to_the_offer() -> None:
    clock, brief = HandClock(), routine(2, 30, setup_s=0, rest_s=0, switch_s=0)
    running = session(brief, clock)
    running.extend()
    play(running, clock, 41)
    running.extend()
    play(running, clock, 40)
    offer = offer_after(brief, EXERCISES, running.records)
    assert offer == Offer("sample", 0, "band", 30, 40)
