"""An exercise being written: its lines keep what belongs to them, and an unchanged one comes out as it went in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hamstring_gui.domain.drafting import Draft, Fault, Line, draft_of, faults, finished, rewritten
from hamstring_gui.domain.exercise import SHORTEST_HOLD_S, Dose, Exercise
from hamstring_gui.storage.library import load_exercises
from tests.conftest import ROOT

EXERCISES = load_exercises(ROOT / "assets")
LINES = (Line("Lie down.", picture="1"), Line("Lift the leg.", picture="2"), Line("Hold.", picture="3"))


def written(text: str) -> list[tuple[str, str]]:
    return [(line.text, line.picture) for line in rewritten(LINES, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lie down.\nLift the leg.\nHold.", [("Lie down.", "1"), ("Lift the leg.", "2"), ("Hold.", "3")]),
        ("Lie down.\nHold.", [("Lie down.", "1"), ("Hold.", "3")]),
        ("Hold.", [("Hold.", "3")]),
        ("Lie down.\nLift it.\nHold.", [("Lie down.", "1"), ("Lift it.", "2"), ("Hold.", "3")]),
        ("Sit.\nLie down.\nLift the leg.\nHold.",
         [("Sit.", ""), ("Lie down.", "1"), ("Lift the leg.", "2"), ("Hold.", "3")]),
        ("Lie down.\n\n  Lift \t the leg. \nHold.\nBreathe.\n",
         [("Lie down.", "1"), ("Lift the leg.", "2"), ("Hold.", "3"), ("Breathe.", "")]),
        ("", []),
        ("Entirely\nother\nwords", [("Entirely", "1"), ("other", "2"), ("words", "3")]),
    ],
)  # fmt: skip
def test_a_picture_follows_its_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert written(text) == expected


def test_a_new_line_takes_the_pose_of_the_one_before() -> None:
    lines = draft_of(EXERCISES["band-hamstring-stretch"]).lines
    longer = rewritten(lines, "\n".join(["New first.", *(line.text for line in lines), "New last."]))
    assert [line.pose for line in longer] == [lines[0].pose, *(line.pose for line in lines), lines[-1].pose]


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_what_nobody_changed_stays(exercise: Exercise) -> None:
    draft = draft_of(exercise)
    assert rewritten(draft.lines, draft.text) == draft.lines
    assert finished(draft, exercise, "", "") == replace(exercise, own=True)


def test_a_step_more_in_front_leads_back_into_the_same_step() -> None:
    band = EXERCISES["band-hamstring-stretch"]
    draft = draft_of(band)
    longer = finished(replace(draft, lines=rewritten(draft.lines, "Roll out the mat.\n" + draft.text)), band, "", "")
    assert longer.steps[longer.resume - 1] == band.steps[band.resume - 1]
    assert longer.steps[longer.resume_switched - 1] == band.steps[band.resume_switched - 1]
    alone = finished(replace(draft, lines=draft.lines[-1:]), band, "", "")
    assert (alone.resume, alone.resume_switched) == (1, 1)


def test_one_picture_for_all_steps_but_those_with_their_own() -> None:
    draft = Draft("Mine", (Line("Sit."), Line("Bend.", picture="bend.png"), Line("Hold.")), picture="all.png")
    exercise = finished(draft, None, "Let go.", "Change.")
    assert [step.picture for step in exercise.steps] == ["all.png", "bend.png", "all.png"]
    assert (exercise.between.text, exercise.between.picture) == ("Let go.", "all.png")
    assert (exercise.switch.text, exercise.switch.picture) == ("Change.", "all.png")
    assert exercise.own
    assert draft_of(exercise) == draft


def test_a_new_picture_of_the_first_step_is_the_gaps_too() -> None:
    draft = Draft("Mine", (Line("Sit."), Line("Hold.")), picture="old.png")
    old = finished(draft, None, "Let go.", "Change.")
    new = finished(replace(draft_of(old), picture="new.png"), old, "", "")
    assert (new.between.text, new.between.picture, new.switch.picture) == ("Let go.", "new.png", "new.png")


def test_a_picture_of_all_steps_goes_before_the_figure() -> None:
    band = EXERCISES["band-hamstring-stretch"]
    exercise = finished(replace(draft_of(band), picture="all.png"), band, "", "")
    assert {step.picture for step in exercise.steps} == {"all.png"}
    assert [step.pose for step in exercise.steps] == [step.pose for step in band.steps]
    without = finished(replace(draft_of(exercise), picture=""), exercise, "", "")
    assert [step.figure for step in without.steps] == [step.pose for step in band.steps]


@pytest.mark.parametrize("pictures", [("p", "p", ""), ("p", "q", ""), ("", "p", "p"), ("p", "q", "p"), ("p", "q", "r")])
def test_every_picture_is_where_it_was(pictures: tuple[str, ...]) -> None:
    for pose in (None, EXERCISES["glute-bridge"].steps[0].pose):
        lines = tuple(Line(str(number), pose, picture) for number, picture in enumerate(pictures))
        exercise = finished(Draft("Mine", lines), None, "Let go.", "Change.")
        again = finished(draft_of(exercise), exercise, "", "")
        assert [step.picture for step in again.steps] == list(pictures)


def test_a_line_that_was_cut_is_pasted_with_what_belongs_to_it() -> None:
    remembered = {line.text: line for line in LINES}
    cut = rewritten(LINES, "Lie down.\nHold.", remembered)
    pasted = rewritten(cut, "Lift the leg.\nLie down.\nHold.", remembered)
    assert pasted == (LINES[1], LINES[0], LINES[2])
    assert rewritten(rewritten(LINES, "", remembered), "Lie down.\nLift the leg.\nHold.", remembered) == LINES


def test_a_figure_stays_where_there_is_no_picture_of_its_own() -> None:
    band = EXERCISES["band-hamstring-stretch"]
    lines = draft_of(band).lines
    draft = replace(draft_of(band), lines=(replace(lines[0], picture=str(Path("mat.png"))), *lines[1:]))
    exercise = finished(draft, band, "", "")
    assert exercise.steps[0].figure is None
    assert [step.figure for step in exercise.steps[1:]] == [step.figure for step in band.steps[1:]]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ()),
        ({"name": "  "}, ("no name",)),
        ({"name": "x" * 81}, ("long name",)),
        ({"lines": ()}, ("no steps",)),
        ({"lines": (Line("x"),) * 21}, ("many steps",)),
        ({"lines": (Line("x" * 201),)}, ("long step",)),
        ({"cautions": ("x" * 2001,)}, ("long text",)),
        ({"cautions": ("x",) * 101}, ("many texts",)),
        ({"dose": Dose(0, 30)}, ("sets",)),
        ({"dose": Dose(51, 30)}, ("sets",)),
        ({"dose": Dose(1, 0)}, ("hold",)),
        ({"dose": Dose(1, 3601)}, ("hold",)),
        ({"dose": Dose(1, SHORTEST_HOLD_S)}, ()),
        ({"dose": Dose(1, reps=10, rep_s=SHORTEST_HOLD_S)}, ()),
        ({"dose": Dose(1, reps=10, rep_s=SHORTEST_HOLD_S / 2)}, ("rep",)),
        ({"dose": Dose(1, reps=501, rep_s=4)}, ("reps",)),
        ({"dose": Dose(1, reps=100, rep_s=60)}, ("long set",)),
        ({"name": "", "lines": ()}, ("no name", "no steps")),
    ],
)
def test_faults(changes: dict[str, object], expected: tuple[Fault, ...]) -> None:
    draft = Draft("Mine", (Line("Hold."),))
    assert faults(replace(draft, **changes)) == expected  # type: ignore[arg-type]
