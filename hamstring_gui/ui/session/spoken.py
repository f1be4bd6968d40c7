"""The words of what is said in a session, in whole sentences: each is a clip, and is joined with others as it is.

A sentence is what an ear takes in, so numbers are words, and what is written short is said in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.spoken import (
    Days,
    Named,
    Needed,
    Repeated,
    Said,
    Saying,
    SetOf,
    Switched,
    Told,
    Word,
    Working,
    to_fetch,
)
from hamstring_gui.ui.wording import of_file

translate = QCoreApplication.translate

MOST_SETS_SAID, MOST_REPS_SAID, DAYS_OF_A_WEEK = 10, 20, 7
TO_THE_EAR: Mapping[str, str] = {
    "90/90 knee extension": "Ninety-ninety knee extension",
    "Dead lift (hip hinge)": "Dead lift",
    "Hip extension (bridge)": "Hip extension",
}
"""Names and steps of ours that are said otherwise than they are written."""
ONE_OF = ("band or strap", "doorway", "firm chair", "lacrosse ball", "wall")
"""What exercises of ours need. How many of what else, and which article that has, nobody knows."""
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), spoken)
    for pattern, spoken in (
        (r"\s*\([^)]*\)", ""),
        (r"(\d)\s*°", r"\1 degrees"),
        (r"(\d)\s*[×x]\s*(?=\d)", r"\1 times "),
        (r"(?<=\d)\s*[–-]\s*(?=\d)", " to "),
        (r"\s*[–—]\s*", ", "),
        (r"(\d)\s*s\b", r"\1 seconds"),
        (r"(\d)\s*min\b", r"\1 minutes"),
        (r"(\d)\s*cm\b", r"\1 centimetres"),
        (r"(\d)\s*%", r"\1 percent"),
        (r"\be\.\s?g\.", "for example"),
        (r"\bi\.\s?e\.", "that is"),
        (r"\bapprox\.", "about"),
        (r"\s*&\s*", " and "),
        (r"\b1 (degree|second|minute|centimetre)s\b", r"1 \1"),
    )
)


def number(n: int) -> str:
    """A number as a word, up to ninety-nine; above that as it is."""
    if n < len(small := _small_numbers()):
        return small[n]
    if n >= 100:
        return str(n)
    tens, ones = _tens()[n // 10], n % 10
    line = translate("spoken", "{tens}-{ones}")
    return line.format(tens=tens, ones=small[ones]) if ones else tens


def _small_numbers() -> tuple[str, ...]:
    return (
        translate("spoken", "zero"), translate("spoken", "one"), translate("spoken", "two"),
        translate("spoken", "three"), translate("spoken", "four"), translate("spoken", "five"),
        translate("spoken", "six"), translate("spoken", "seven"), translate("spoken", "eight"),
        translate("spoken", "nine"), translate("spoken", "ten"), translate("spoken", "eleven"),
        translate("spoken", "twelve"), translate("spoken", "thirteen"), translate("spoken", "fourteen"),
        translate("spoken", "fifteen"), translate("spoken", "sixteen"), translate("spoken", "seventeen"),
        translate("spoken", "eighteen"), translate("spoken", "nineteen"),
    )  # fmt: skip


def _tens() -> tuple[str, ...]:
    return (
        "", "", translate("spoken", "twenty"), translate("spoken", "thirty"), translate("spoken", "forty"),
        translate("spoken", "fifty"), translate("spoken", "sixty"), translate("spoken", "seventy"),
        translate("spoken", "eighty"), translate("spoken", "ninety"),
    )  # fmt: skip


def to_the_ear(text: str) -> str:
    """How a name or a step is said."""
    if text in TO_THE_EAR:
        return TO_THE_EAR[text]
    for pattern, spoken in _RULES:
        text = pattern.sub(spoken, text)
    text = re.sub(r"\b[0-9]{1,3}\b", lambda found: number(int(found[0])), text)
    return " ".join(text.split())


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?" else text + "."


def words(saying: Saying) -> str:
    """The sentence; empty where there is none, as for more sets than anyone has a clip of."""
    match saying:
        case Named(exercise, follows):
            return _named(exercise, follows)
        case Needed(thing):
            return _needed(thing)
        case Working("left"):
            return translate("spoken", "Left leg.")
        case Working():
            return translate("spoken", "Right leg.")
        case Switched("left"):
            return translate("spoken", "Switch to your left leg.")
        case Switched():
            return translate("spoken", "Switch to your right leg.")
        case SetOf(n, sets):
            line = translate("spoken", "Set {number} of {sets}.")
            return line.format(number=number(n), sets=number(sets)) if sets <= MOST_SETS_SAID else ""
        case Repeated(reps):
            return _repeated(reps)
        case Told(text):
            return _sentence(to_the_ear(of_file(text)))
        case Days(active, goal):
            return _days(active, goal)
        case Said(word):
            return _said(word)


def _named(exercise: Exercise, follows: bool) -> str:
    name = to_the_ear(of_file(exercise.name))
    if not follows:
        return _sentence(name)
    # "the band stretch" amid a sentence, where its name is "Band stretch"
    amid = name if exercise.own or name[1:2].isupper() else name[:1].lower() + name[1:]
    return _sentence(translate("spoken", "Next: {exercise}").format(exercise=amid, name=name))


def _needed(thing: str) -> str:
    if thing.lower() in ONE_OF:
        return translate("spoken", "You need a {thing}.").format(thing=of_file(thing.lower()))
    said = to_the_ear(of_file(thing))
    return _sentence(translate("spoken", "You need: {thing}").format(thing=said)) if said else ""


def _repeated(reps: int) -> str:
    if reps == 1:
        return translate("spoken", "One repetition.")
    if reps > MOST_REPS_SAID:
        return translate("spoken", "Begin.")
    return _sentence(to_the_ear(translate("spoken", "%n repetitions.", None, reps)))


def _days(active: int, goal: int) -> str:
    """Counted in digits, for their nouns have other forms in other languages."""
    if active > goal:
        return to_the_ear(translate("spoken", "That is %n days this week.", None, active))
    if goal == 1:
        return translate("spoken", "That is one of one day.")
    return to_the_ear(translate("spoken", "That is {active} of %n days.", None, goal).format(active=active))


def _said(word: Word) -> str:
    return {
        "get up": translate("spoken", "Roll to one side to get up."),
        "hold": translate("spoken", "Hold."),
        "half": translate("spoken", "Half way."),
        "ten": translate("spoken", "Ten seconds."),
        "rest": translate("spoken", "And rest."),
        "press": translate("spoken", "Press Space when you are ready."),
        "ready": translate("spoken", "Get ready."),
        "go on": translate("spoken", "Going on."),
        "more seconds": translate("spoken", "Ten seconds more."),
        "more reps": translate("spoken", "A few more."),
        "paused": translate("spoken", "Paused."),
        "slept": translate("spoken", "Paused while the computer slept."),
        "let go": translate("spoken", "Let go slowly."),
        "no more": translate(
            "spoken", "Numbness, tingling or sharp pain means: no more of this stretch on this leg today."
        ),
        "doctor": translate("spoken", "If it stays or comes back, contact your doctor."),
        "done": translate("spoken", "Well done."),
    }[word]


# -- all of them ---------------------------------------------------------------------------------------------------
def _cues() -> Iterator[Saying]:
    """What doesn't depend on the exercise."""
    yield from (Said(word) for word in get_args(Word))
    yield from (saying for side in ("left", "right") for saying in (Working(side), Switched(side)))
    yield from (SetOf(n, sets) for sets in range(2, MOST_SETS_SAID + 1) for n in range(1, sets + 1))
    yield from (Repeated(reps) for reps in range(1, MOST_REPS_SAID + 2))
    yield from (Days(active, goal) for goal in range(1, DAYS_OF_A_WEEK + 1) for active in range(1, DAYS_OF_A_WEEK + 1))


def _sayings_of(exercise: Exercise) -> Iterator[Saying]:
    """What can be said of an exercise."""
    yield Named(exercise, follows=False)
    yield Named(exercise, follows=True)
    yield from to_fetch(exercise)
    yield from (Told(step.text) for step in (*exercise.steps, exercise.between))
    if exercise.each_side:
        yield Told(exercise.switch.text)


def sentences_of(exercise: Exercise) -> tuple[str, ...]:
    """Every sentence that can be said of an exercise, each once."""
    return _each_once(_sayings_of(exercise))


def all_sentences(exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """Every sentence that can be said with these exercises, in order, each once."""
    return _each_once([*_cues(), *(saying for one in exercises for saying in _sayings_of(one))])


def _each_once(sayings: Iterable[Saying]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(words, sayings))))
