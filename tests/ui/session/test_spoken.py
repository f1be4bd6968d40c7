"""The words of what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.spoken import (
    UNASKED,
    Days,
    Named,
    Needed,
    Repeated,
    Said,
    SetOf,
    Switched,
    Told,
    Working,
    to_fetch,
)
from hamstring_gui.ui.session.spoken import ONE_OF, all_sentences, number, sentences_of, to_the_ear, words


@pytest.mark.parametrize(
    ("saying", "sentence"),
    [
        (SetOf(2, 3), "Set two of three."),
        (SetOf(10, 10), "Set ten of ten."),
        (SetOf(1, 11), ""),
        (Working("left"), "Left leg."),
        (Working("right"), "Right leg."),
        (Switched("left"), "Switch to your left leg."),
        (Needed("wall"), "You need a wall."),
        (Needed("Firm chair"), "You need a firm chair."),
        (Needed("Elastic band"), "You need: Elastic band."),
        (Needed("two cushions"), "You need: two cushions."),
        (Needed("uniform"), "You need: uniform."),
        (Needed("hour-glass (2 min)"), "You need: hour-glass."),
        (Repeated(1), "One repetition."),
        (Repeated(8), "Eight repetitions."),
        (Repeated(20), "Twenty repetitions."),
        (Repeated(21), "Begin."),
        (Days(3, 3), "That is three of three days."),
        (Days(5, 3), "That is five days this week."),
        (Told("Lean in. Hold 30 s."), "Lean in. Hold thirty seconds."),
        (Said("hold"), "Hold."),
    ],
)
def test_a_sentence(application, saying, sentence: str) -> None:
    assert words(saying) == sentence


def test_what_exercises_of_ours_need_has_an_article(exercises: dict[str, Exercise]) -> None:
    assert {thing for one in exercises.values() for thing in one.equipment} == {*ONE_OF, *UNASKED}


def test_what_is_at_hand_is_not_asked_for_whatever_its_capitals(exercises: dict[str, Exercise]) -> None:
    own = replace(exercises["legs-up-the-wall"], equipment=("Mat", "Wall", "Stool"), own=True)
    assert list(to_fetch(own, ["wall"])) == [Needed("Stool")]


def test_an_exercise_that_follows_is_next(application, exercises: dict[str, Exercise]) -> None:
    wall = exercises["legs-up-the-wall"]
    assert words(Named(wall, follows=False)) == "Legs up the wall."
    assert words(Named(wall, follows=True)) == "Next: legs up the wall."
    own = replace(wall, name="Anna’s stretch", own=True)
    assert words(Named(own, follows=True)) == "Next: Anna’s stretch."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("90/90 knee extension", "Ninety-ninety knee extension"),
        ("Bridge (hip extension)", "Bridge"),
        ("Bend the knee to 90°.", "Bend the knee to ninety degrees."),
        ("Do 3 × 10", "Do three times ten"),
        ("Hold 20–30 s", "Hold twenty to thirty seconds"),
        ("Arms out – palms up", "Arms out, palms up"),
        ("A strap, e.g. a belt", "A strap, for example a belt"),
        ("1 min each side", "one minute each side"),
        ("Lift the heel 5 cm.", "Lift the heel five centimetres."),
        ("Push & pull", "Push and pull"),
        ("Hip-width apart", "Hip-width apart"),
    ],
)
def test_what_is_written_short_is_said_in_full(application, written: str, said: str) -> None:
    assert to_the_ear(written) == said


def test_numbers_are_words(application) -> None:
    assert [number(n) for n in (0, 1, 12, 20, 30, 45, 90, 99, 100)] == [
        "zero", "one", "twelve", "twenty", "thirty", "forty-five", "ninety", "ninety-nine", "100",
    ]  # fmt: skip


def test_every_sentence_of_the_shipped_exercises_is_one(application, exercises: dict[str, Exercise]) -> None:
    every = all_sentences(exercises.values())
    assert len(set(every)) == len(every) > 200
    assert all(text[0].isupper() and text[-1] in ".!?" for text in every)
    assert [text for text in every if any(sign in text for sign in "0123456789°×–—()/&%")] == []
    for exercise in exercises.values():
        assert set(sentences_of(exercise)) <= set(every)
