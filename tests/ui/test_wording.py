"""Sentences put together from values."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from hamstring_gui.domain.consistency import Day, Week
from hamstring_gui.domain.exercise import Dose
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.domain.routine import Item, Routine, unroll
from hamstring_gui.storage.library import load_exercises, load_routines
from hamstring_gui.ui import wording
from tests.conftest import ROOT
from tests.domain.samples import START
from tests.domain.test_adding import EXERCISES

MONDAY = date(2026, 11, 16)


def week(active: str) -> Week:
    """A week from a picture of it: x active, o partial."""
    days = (Day(MONDAY + timedelta(days=n), mark == "x", mark == "o") for n, mark in enumerate(active))
    return Week(tuple(days), 90.0)


def test_every_counted_text_has_its_english_forms(assets: Path) -> None:
    root = ET.parse(assets / "translations" / "hamstring_en.ts").getroot()
    counted = [m for m in root.iter("message") if "%n" in m.findtext("source", "")]
    assert counted
    for message in counted:
        assert len([form for form in message.iter("numerusform") if form.text]) == 2, message.findtext("source")


def test_translators_are_given_what_exercises_and_routines_say(assets: Path) -> None:
    root = ET.parse(assets / "translations" / "hamstring_en.ts").getroot()
    (context,) = (one for one in root.iter("context") if one.findtext("name") == "exercise")
    given = {message.findtext("source", "") for message in context.iter("message")}
    exercises = load_exercises(assets)
    said = {text for one in load_routines(assets, exercises).values() for text in (one.name, one.about)}
    for one in exercises.values():
        said |= {one.name, one.kind, one.region, one.ask_first, one.source, *(step.text for step in one.steps)}
        said |= {one.between.text, one.switch.text, *one.cautions, *one.equipment, *one.optional, *one.muscles}
    assert said - given - {""} == set(), "run tools/translations.py"


THINGS = "day|week|month|session|hold|set|rep|exercise|file|leg|letter|character|minute|second"
NOT_COUNTED = re.compile(rf"\{{\w+\}} (?:of \{{\w+\}} )?(?:\w+ )?(?:{THINGS})s\b")
"""A number in a named place before what it counts: other languages have more forms for that than one."""


def test_what_is_counted_is_told_as_a_count(assets: Path) -> None:
    root = ET.parse(assets / "translations" / "hamstring_en.ts").getroot()
    sources = [message.findtext("source", "") for message in root.iter("message")]
    assert [one for one in sources if NOT_COUNTED.search(one) and "%n" not in one] == []
    assert NOT_COUNTED.search("{days} of {goal} days so far this week.")


@pytest.mark.parametrize(
    ("language", "listed"), [("en_GB", "a, b and c"), ("de_DE", "a, b und c"), ("ja_JP", "a、b、c")]
)
def test_a_list_is_written_as_in_the_language(application, language: str, listed: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert wording.enumerated("abc") == listed
    assert wording.enumerated("a") == "a"


def test_legs_are_told_in_one_text(application) -> None:
    assert [wording.both_legs(*legs) for legs in (("4", "5"), ("4", ""), ("", "5"), ("", ""))] == [
        "L 4 · R 5", "L 4", "R 5", "",
    ]  # fmt: skip
    assert wording.facts(("Set 1 of 3", "", "Left leg")) == "Set 1 of 3 · Left leg"


@pytest.mark.parametrize(
    ("active", "day", "line"),
    [
        (".......", 0, "Monday 16 November · 3 more days meet this week’s goal"),
        ("xx.....", 3, "Thursday 19 November · one more day meets this week’s goal"),
        ("xxx....", 3, "Thursday 19 November · this week’s goal is met"),
        (".......", 6, "Sunday 22 November · 0 of 3 days this week"),
        ("xx....x", 6, "Sunday 22 November · this week’s goal is met"),
        ("x.....x", 6, "Sunday 22 November · 2 of 3 days this week"),
    ],
)
def test_a_goal_is_wished_only_while_it_can_be_met(application, active: str, day: int, line: str) -> None:
    assert wording.today_line(week(active), MONDAY + timedelta(days=day)) == line


KNOWN = {**EXERCISES, "bridge": replace(EXERCISES["bridge"], dose=Dose(2, reps=10, rep_s=4.0))}


def session(*held: tuple[str, float, str], exercises: str = "band", outcome: str = "finished") -> SessionRecord:
    """Sets of these exercises by turns; each is held to its end, skipped, or what else is said of it."""
    named = exercises.split()
    holds = tuple(
        HoldRecord(n, named[n % len(named)], side, 1, 30.0, s, how, START) for n, (side, s, how) in enumerate(held)
    )
    return SessionRecord("id", "r", "R", START, START, START.date(), outcome, 60.0, holds)


R, L, B, CUT = ("right", 30.0, "held"), ("left", 30.0, "held"), ("both", 40.0, "held"), ("right", 12.4, "ended early")
SKIPPED = ("left", 0.0, "skipped")


@pytest.mark.parametrize(
    ("one", "lines"),
    [
        (session(R, L), ["2 of 2 holds, 1 min 0 s", "Left leg: 1 of 1 hold, 30 s", "Right leg: 1 of 1 hold, 30 s"]),
        (session(("both", 120, "held")), ["1 of 1 hold, 2 min 0 s"]),
        (
            session(R, CUT, L, SKIPPED),
            [
                "2 of 4 holds, 1 min 12 s", "Left leg: 1 of 2 holds, 30 s",
                "Right leg: 1 of 2 holds, 1 cut short, 42 s",
            ],
        ),
        (
            session(CUT, SKIPPED),
            ["1 hold cut short, 12 s", "Left leg: 0 of 1 hold, 0 s", "Right leg: 1 hold cut short, 12 s"],
        ),
        (
            session(("right", 1.6, "stopped for pain"), ("left", 1.6, "ended early")),
            ["2 holds cut short, 3 s", "Left leg: 1 hold cut short, 1 s", "Right leg: 1 hold cut short, 2 s"],
        ),
        (session(B, B, exercises="bridge"), ["2 of 2 sets, 1 min 20 s"]),
        (session(("both", 9, "ended early"), exercises="bridge"), ["1 set cut short, 9 s"]),
        (session(B, ("both", 9, "ended early"), exercises="bridge"), ["1 of 2 sets, 1 cut short, 49 s"]),
        (
            session(R, L, exercises="ball"),
            ["1 min 0 s of massage", "Left leg: 30 s of massage", "Right leg: 30 s of massage"],
        ),
        (
            session(R, B, exercises="ball bridge"),
            ["2 of 2 sets, 1 min 10 s", "Right leg: 1 of 1 set, 30 s", "Both legs: 1 of 1 set, 40 s"],
        ),
        (session(R, exercises="ball gone"), ["30 s of massage", "Right leg: 30 s of massage"]),
        (
            session(R, L, exercises="ball gone"),
            ["2 of 2 sets, 1 min 0 s", "Left leg: 1 of 1 set, 30 s", "Right leg: 1 of 1 set, 30 s"],
        ),
        (session(R, exercises="gone"), ["1 of 1 hold, 30 s", "Right leg: 1 of 1 hold, 30 s"]),
    ],
)  # fmt: skip
def test_what_was_held_is_counted_as_what_it_is_and_adds_up(application, one: SessionRecord, lines: list[str]) -> None:
    assert wording.summary(one, KNOWN).splitlines() == lines


def test_what_was_cut_short_is_a_count_in_every_language(monkeypatch) -> None:
    monkeypatch.setattr(wording, "translate", lambda _, text, __=None, n=-1: text.replace("%n", f"<{n}>"))
    assert wording.sets_counted(session(R, CUT, CUT).holds, "holds") == "1 of <3> hold(s), <2> cut short"


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (session(R, outcome="interrupted"), "interrupted after 1 hold, 30 s"),
        (session(CUT, outcome="interrupted"), "interrupted after 12 s"),
        (session(B, B, exercises="bridge", outcome="interrupted"), "interrupted after 2 sets, 1 min 20 s"),
        (session(R, exercises="ball", outcome="interrupted"), "interrupted after 30 s"),
        (session(CUT), "1 hold cut short, 12 s"),
        (session(R, ("left", 9, "stopped for pain")), "1 of 2 holds, 39 s, stopped for pain"),
        (session(("left", 9, "stopped for pain")), "1 hold cut short, 9 s, stopped for pain"),
        (replace(session(R, L), source="by hand"), "1 min 0 s"),
        (replace(session(), source="import:loop"), ""),
    ],
)
def test_the_last_session_is_told_as_far_as_it_is_known(application, one: SessionRecord, line: str) -> None:
    assert wording.last_held(one, KNOWN) == line


@pytest.mark.parametrize(
    ("rated", "line"),
    [
        (None, ""),
        (Tightness(4, 5), "Tightness: left 4, right 5"),
        (Tightness(None, 0), "Tightness: right 0"),
        (Tightness(10, None), "Tightness: left 10"),
    ],
)
def test_tightness(application, rated: Tightness | None, line: str) -> None:
    assert wording.tightness_line(replace(session(), tightness=rated)) == line


STATED = re.compile(r"longer hamstrings|lengthens? (?:the |your )?hamstrings", re.IGNORECASE)


def test_studies_found_more_range_of_motion_and_nothing_is_said_of_longer_hamstrings() -> None:
    texts = {path for suffix in (".py", ".md", ".toml", ".ts") for path in _texts(suffix)}
    assert len(texts) > 200
    assert [path for path in texts if STATED.search(" ".join(path.read_text(encoding="utf-8").split()))] == []


def _texts(suffix: str) -> list[Path]:
    folders = ("hamstring_gui", "assets", "docs")
    return [*ROOT.glob("*.md"), *(path for one in folders for path in (ROOT / one).rglob(f"*{suffix}"))]


@pytest.mark.parametrize(
    ("items", "credited"),
    [
        ([("band", 3, 30)], "1 min 30 s of stretching a leg"),
        (
            [("band", 3, 30), ("ball", 1, 60), ("bridge", 1, 60)],
            "1 min 30 s of stretching a leg, 3 min other",
        ),
        ([("both", 1, 60), ("band", 1, 30)], "1 min 30 s of stretching a leg"),
        ([("wall", 1, 600)], "10 min of rest poses"),
        ([("bridge", 2, 40)], "1 min 20 s of strength"),
        ([("ball", 1, 60)], "2 min of massage"),
        ([("calf", 1, 30)], "60 s of other stretches"),
        ([("calf", 1, 30), ("wall", 1, 60)], "2 min other, no hamstring stretch"),
    ],
)
def test_a_routine_promises_what_history_credits(
    application, items: list[tuple[str, int, float]], credited: str
) -> None:
    phases = unroll(Routine("r", "R", tuple(Item(one, Dose(sets, hold_s)) for one, sets, hold_s in items)), EXERCISES)
    assert wording.credited(phases, EXERCISES) == credited


@pytest.mark.parametrize(
    ("items", "asked"),
    [
        (["wall"], "Not with glaucoma."), (["band"], ""), (["band", "bridge"], ""),
        (["band", "wall"], "Legs up: Not with glaucoma."),
        (["ball", "band", "wall", "ball"], "Ball: Not on wounds.\nLegs up: Not with glaucoma."),
    ],
)  # fmt: skip
def test_who_should_ask_first_is_told_of_each_exercise_by_its_name(items: list[str], asked: str) -> None:
    notes = {"wall": ("Legs up", "Not with glaucoma."), "ball": ("Ball", "Not on wounds.")}
    known = {
        key: replace(one, name=name, ask_first=note)
        for key, one in EXERCISES.items()
        for name, note in (notes.get(key, (key, "")),)
    }
    assert wording.asked_first(Routine("r", "R", tuple(Item(key, Dose(1, 30)) for key in items)), known) == asked
