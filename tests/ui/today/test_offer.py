"""What is said of a session that was interrupted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hamstring_gui.domain.exercise import Exercise, Step, Unit
from hamstring_gui.domain.going_on import Offer, Underway, offer_of
from hamstring_gui.domain.moment import Reached
from hamstring_gui.domain.routine import Phase, just
from hamstring_gui.domain.values import replace
from hamstring_gui.ui.today import offer as words_of
from hamstring_gui.ui.today.hero import Hero
from hamstring_gui.ui.today.offer import OfferCard, going_on, interrupted
from tests.domain.samples import START

BEGINS = {
    "lie down": (
        "active-knee-extension", "band-hamstring-stretch", "dead-bug", "doorway-hamstring-stretch", "glute-bridge",
        "knee-to-chest", "leg-curl", "legs-up-the-wall",
    ),
    "sit down": ("ball-hamstring-release", "chair-hamstring-stretch"),
    "kneel down": ("half-kneeling-hamstring-stretch", "hip-flexor-stretch"),
    "stand up": ("romanian-dead-lift", "wall-calf-stretch"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("held", "unit", "words"),
    [(0, "holds", "R, interrupted at 19:42"), (1, "holds", ": 1 of 4 holds"), (3, "sets", ": 3 of 4 sets")],
)
def test_how_far_it_came_is_told_from_the_first_whole_set_on(application, held: int, unit: Unit, words: str) -> None:
    coming = Phase("hold", 30.0, "band", "right", 1, 2, 0, 0)
    offer = Offer("R", START, held, 4, coming, begun=True, unit=unit)
    assert interrupted(offer, START).endswith(words)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "at 19:42"), (1, "yesterday at 19:42"), (2, "(Sunday 22 November, 19:42)")]
)
def test_when_it_was_interrupted(application, days: int, words: str) -> None:
    offer = Offer("R", START, 0, 4, Phase("hold", 30.0, "band", "right", 1, 2, 0, 0), begun=True)
    assert interrupted(offer, START + timedelta(days=days)) == f"R, interrupted {words}"


def test_after_a_stop_for_pain_a_doctor_is_asked_first(application) -> None:
    offer = Offer("R", START, 1, 4, Phase("hold", 30.0, "band", "right", 1, 2, 0, 0), begun=False)
    usual = going_on(offer)
    assert going_on(replace(offer, hurt=True)) == (
        f"You stopped for pain. If it stays or comes back, contact your doctor before you go on. {usual}"
    )
    assert "doctor" not in usual


@pytest.mark.parametrize("days", [0, 1, 2])
@pytest.mark.parametrize(("held", "unit"), [(0, "sets"), (1, "holds"), (1, "sets")])
def test_it_is_one_sentence_to_translate(monkeypatch, days: int, held: int, unit: Unit) -> None:
    monkeypatch.setattr(words_of, "translate", lambda _, text, *__: f"<{text}>")
    offer = Offer("R", START, held, 4, Phase("hold", 30.0, "band", "right", 1, 2, 0, 0), begun=True, unit=unit)
    assert interrupted(offer, START + timedelta(days=days)).count("<") == 1


def test_an_exercise_s_name_is_whole_in_its_lines(application) -> None:
    coming, card = Phase("hold", 30.0, "band", "right", 1, 2, 0, 0), OfferCard()
    card.show_offer(Offer("R", START, 1, 4, coming, begun=True, exercise="Stretch of mine · low"), START)
    text = card.where.text()
    width = card.where.fontMetrics().horizontalAdvance(text[: text.index("low")])
    assert "Stretch of mine · low" in card.where._in_lines(text, width)


def time_to(one: Exercise) -> str:
    """What going on with an exercise leaves time to do."""
    offer = offer_of(Underway(just(one), "right", {}, Reached(0), START), (), "Mine", {one.id: one})
    return going_on(offer).removeprefix("You have time to ").partition(",")[0]


def test_there_is_time_to_take_the_position_that_the_exercise_has(application, exercises: dict[str, Exercise]) -> None:
    expected = {one: words for words, several in BEGINS.items() for one in several}
    assert {one.id: time_to(one) for one in exercises.values()} == expected


def test_an_own_exercise_is_told_by_its_figure_or_not_at_all(application, exercises: dict[str, Exercise]) -> None:
    own = replace(exercises["romanian-dead-lift"], id="own-mine", own=True)
    more = replace(own, steps=(*own.steps, Step("Do it as your physiotherapist showed you.", None)))
    words = replace(own, steps=tuple(Step(step.text, None) for step in own.steps))
    pictured = replace(own, steps=tuple(replace(step, picture="a.png") for step in own.steps))
    assert [time_to(one) for one in (own, more)] == ["stand up"] * 2
    assert [time_to(one) for one in (words, pictured)] == ["get into position"] * 2


def test_enter_goes_on_and_start_steps_back(qtbot) -> None:
    hero = Hero()
    qtbot.addWidget(hero)
    looks = []
    for second in (False, True, False):
        hero.set_second(second)
        looks.append(hero.start.look)
    assert looks == ["primary", "plain", "primary"]
