"""Exercises with pictures of their own, or with words alone: what shows when, and that nothing moves then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hamstring_gui.domain.demonstration import demonstrated, posed, round_s, start_s
from hamstring_gui.domain.exercise import Dose, Exercise, Step
from hamstring_gui.domain.guidance import READING_S, Shown, final_pose, shown
from hamstring_gui.domain.routine import just, unroll
from tests.domain.samples import exercise, pose

LIE, LIFT, HOLD = Step("Lie.", None, "lie.png"), Step("Lift.", None), Step("Hold.", None, "hold.png")
REST, CHANGE = Step("Rest.", None), Step("Change.", None, "change.png")
FRAMED = replace(exercise(), steps=(LIE, LIFT, HOLD), between=REST, switch=CHANGE)
WORDS = replace(FRAMED, steps=(LIFT,), between=LIFT, switch=LIFT, resume=1, resume_switched=1)
MIXED = replace(
    FRAMED, steps=(Step("Lie.", pose(0)), LIFT, replace(HOLD, pose=pose(9))), between=Step("Rest.", pose(3))
)


def repeated(of: Exercise) -> Exercise:
    return replace(of, dose=Dose(2, reps=4, rep_s=4.0))


def pictures(of: Exercise) -> list[tuple[str, str, str]]:
    """Kind, step and picture of every phase of a routine, at its beginning and near its end."""
    found = []
    for phase in unroll(just(of), {of.id: of}):
        for at_s in (0.0, phase.seconds - 0.01):
            now = shown(of, phase, at_s, phase.seconds)
            assert (now.start, now.end, now.progress, now.lit, now.breath) == (None, None, 1.0, 0.0, 0.0)
            if (phase.kind, now.step.text, now.picture) not in found:
                found.append((phase.kind, now.step.text, now.picture))
    return found


@pytest.mark.parametrize("of", [FRAMED, repeated(FRAMED)])
def test_pictures_in_a_session(of: Exercise) -> None:
    last = ("setup", "Lift.", "lie.png") if of.dose.reps else ("setup", "Hold.", "hold.png")
    way_back = ("rest", "Lift.", "lie.png")
    assert pictures(of) == [
        ("setup", "Lie.", "lie.png"),
        last,
        ("hold", "Hold.", "hold.png"),
        ("rest", "Rest.", "hold.png"),
        way_back,
        ("switch", "Change.", "change.png"),
        ("switch", "Lift.", "lie.png"),
    ]


def test_a_hold_without_a_picture_shows_the_last_steps_that_has_one() -> None:
    of = replace(FRAMED, steps=(LIE, LIFT))
    assert ("hold", "Lift.", "lie.png") in pictures(of)
    only_the_last = replace(FRAMED, steps=(LIFT, HOLD))
    assert pictures(only_the_last)[0] == ("setup", "Lift.", "hold.png")


@pytest.mark.parametrize("of", [WORDS, repeated(WORDS)])
def test_words_alone_show_nothing(of: Exercise) -> None:
    assert {picture for _, _, picture in pictures(of)} == {""}
    assert demonstrated(of, 0.0).shown == posed(of, 0) == Shown(LIFT, None, None, 1.0)


def test_the_figure_and_pictures_take_turns() -> None:
    setup, hold, rest, *_ = unroll(just(MIXED), {MIXED.id: MIXED})
    lying = shown(MIXED, setup, setup.seconds / 2, setup.seconds)
    assert (lying.step, lying.start, lying.end, lying.picture) == (LIFT, pose(0), pose(0), "")
    assert shown(MIXED, hold, 5.0, 30.0).picture == "hold.png", "a picture goes before a pose"
    assert final_pose(MIXED, hold) is None
    resting = shown(MIXED, rest, 0.0, 10.0, before=None)
    assert (resting.start, resting.end) == (pose(3), pose(3))


@pytest.mark.parametrize("of", [FRAMED, repeated(FRAMED), MIXED, repeated(MIXED), WORDS])
def test_a_demonstration_wakes_up_for_every_step_and_comes_round(of: Exercise) -> None:
    now_s, seen = 0.0, []
    while now_s < 2 * round_s(of) - 0.001:
        now = demonstrated(of, now_s)
        assert (now.shown.start is None) == (now.shown.end is None)
        assert not (now.shown.picture and now.shown.end)
        if not seen or seen[-1] != now.number:
            seen.append(now.number)
        assert now.changes_in_s > 0
        now_s += now.changes_in_s
    assert seen == ([0] if of is WORDS else [0, 1, 2, 0, 1, 2])


def test_pictures_are_looked_at_once_a_step() -> None:
    assert demonstrated(FRAMED, 1.0).changes_in_s == pytest.approx(READING_S - 1.0)
    assert demonstrated(FRAMED, start_s(2)).changes_in_s > READING_S


@pytest.mark.parametrize(
    ("of", "drawn"),
    [(exercise(), True), (FRAMED, False), (WORDS, False), (MIXED, False), (replace(exercise(), between=REST), False)],
)
def test_drawn_is_what_the_figure_shows_throughout(of: Exercise, drawn: bool) -> None:
    assert of.drawn == drawn
