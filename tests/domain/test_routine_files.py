"""Reading a routine from its tables: what may stand there, what the exercise fills in, and every refusal."""

import math
import tomllib
from typing import Any

import pytest

from hamstring_gui.domain.exercise import Dose, Exercise, Pose, Scene, Step
from hamstring_gui.domain.reading import ReadingError
from hamstring_gui.domain.routine import FIRST_SIDES, ORDERS, Item, Routine, read_routine


def _exercise(exercise_id: str, dose: Dose) -> Exercise:
    pose = Pose((0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0))
    step = Step("Lie down.", pose)
    return Exercise(
        exercise_id, exercise_id, "stretch", "hamstring", True, dose, (step,), step, step, 1, 1, Scene(("mat",))
    )


EXERCISES = {
    "stretch": _exercise("stretch", Dose(3, hold_s=30.0)),
    "bridge": _exercise("bridge", Dose(2, reps=10, rep_s=4.0)),
}


def read(text: str) -> Routine:
    return read_routine("mine", tomllib.loads(text), EXERCISES)


def test_a_short_file_takes_everything_else_from_the_exercise_and_the_usual_gaps() -> None:
    assert read('name = "Mine"\nitems = [{exercise = "stretch"}]') == Routine(
        "mine", "Mine", (Item("stretch", Dose(3, hold_s=30.0), 10.0, 12.0, ORDERS[0]),), "usual", 20.0
    )


def test_a_full_file() -> None:
    routine = read(
        """
        name = "Mine"
        first_side = "tighter"
        setup_s = "wait"
        rest_s = 5
        switch_s = 0

        [[items]]
        exercise = "stretch"
        sets = 2
        hold_s = 2.5
        order = "in turn"

        [[items]]
        exercise = "stretch"
        sets = 1
        reps = 8
        rep_s = 1.5
        rest_s = "wait"
        switch_s = 7
        """
    )
    assert routine.first_side == "tighter"
    assert routine.setup_s is None
    assert routine.items == (
        Item("stretch", Dose(2, hold_s=2.5), 5.0, 0.0, "in turn"),
        Item("stretch", Dose(1, reps=8, rep_s=1.5), None, 7.0, ORDERS[0]),
    )


@pytest.mark.parametrize("side", FIRST_SIDES)
def test_every_first_side(side: str) -> None:
    assert read(f'name = "Mine"\nfirst_side = "{side}"\nitems = [{{exercise = "stretch"}}]').first_side == side


@pytest.mark.parametrize(
    ("own", "dose"),
    [
        ("", Dose(2, reps=10, rep_s=4.0)),
        ("sets = 5", Dose(5, reps=10, rep_s=4.0)),
        ("reps = 3", Dose(2, reps=3, rep_s=4.0)),
        ("rep_s = 1", Dose(2, reps=10, rep_s=1.0)),
        ("hold_s = 20", Dose(2, hold_s=20.0)),
    ],
)
def test_what_an_item_leaves_out_comes_from_the_usual_dose(own: str, dose: Dose) -> None:
    assert read(f'name = "Mine"\n[[items]]\nexercise = "bridge"\n{own}').items[0].dose == dose


@pytest.mark.parametrize(
    ("line", "where", "reason"),
    [
        ("setup_s = -1", "setup_s", "at least 0 and at most 3600; it is -1"),
        ("rest_s = 3601", "rest_s", "at least 0 and at most 3600; it is 3601"),
        ("switch_s = nan", "switch_s", "must be a number; it is nan"),
        ("switch_s = inf", "switch_s", "must be a number; it is inf"),
        ("setup_s = true", "setup_s", "must be a number; it is true"),
        ('rest_s = "10"', "rest_s", 'must be seconds, or "wait"; it is "10"'),
        ("rest_s = [1]", "rest_s", "must be a number; it is [1]"),
        ('first_side = "both"', "first_side", 'must be one of "usual", "right", "left", "alternate", "tighter"'),
        ("first_side = 1", "first_side", "must be one of"),
        ("rest = 10", "rest", "is not known here"),
        ("[sound]", "sound", "is not known here"),
    ],
)
def test_a_wrong_line_at_the_top_is_refused(line: str, where: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refusal:
        read(f'name = "Mine"\nitems = [{{exercise = "stretch"}}]\n{line}')
    assert refusal.value.where == where
    assert reason in refusal.value.reason


@pytest.mark.parametrize(
    ("line", "key", "reason"),
    [
        ("sets = 0", "sets", "at least 1 and at most 50; it is 0"),
        ("sets = -3", "sets", "at least 1 and at most 50; it is -3"),
        ("sets = 51", "sets", "at least 1 and at most 50; it is 51"),
        ("sets = 2.0", "sets", "must be a whole number; it is 2.0"),
        ("sets = true", "sets", "must be a whole number; it is true"),
        ('sets = "3"', "sets", 'must be a whole number; it is "3"'),
        ("hold_s = 0", "hold_s", "at least 0.1 and at most 3600; it is 0"),
        ("hold_s = -0.0", "hold_s", "at least 0.1"),
        ("hold_s = -30", "hold_s", "at least 0.1"),
        ("hold_s = 3601", "hold_s", "at most 3600; it is 3601"),
        ("hold_s = 1e300", "hold_s", "at most 3600"),
        ("hold_s = inf", "hold_s", "must be a number; it is inf"),
        ("hold_s = nan", "hold_s", "must be a number; it is nan"),
        ("hold_s = true", "hold_s", "must be a number; it is true"),
        ('hold_s = "30"', "hold_s", 'must be a number; it is "30"'),
        ("hold_s = 2026-11-22", "hold_s", "must be a number"),
        ("hold_s = 30\nreps = 3", "hold_s", "can't stand beside reps"),
        ("reps = 0\nrep_s = 1", "reps", "at least 1 and at most 500; it is 0"),
        ("reps = 501\nrep_s = 1", "reps", "at most 500; it is 501"),
        ("reps = 10", "rep_s", "is missing"),
        ("rep_s = 4", "reps", "is missing"),
        ("reps = 2\nrep_s = 0", "rep_s", "at least 0.1 and at most 60; it is 0"),
        ("reps = 2\nrep_s = 61", "rep_s", "at most 60; it is 61"),
        ("reps = 500\nrep_s = 60", "reps", "at most 3600 seconds; it is 30000"),
        ("rest_s = -1", "rest_s", "at least 0"),
        ('switch_s = "never"', "switch_s", 'must be seconds, or "wait"; it is "never"'),
        ('order = "random"', "order", 'must be one of "one leg, then the other", "in turn"; it is "random"'),
        ("hold = 30", "hold", "is not known here; known: exercise, "),
    ],
)
def test_a_wrong_line_of_an_item_is_refused_with_the_number_of_the_item(line: str, key: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refusal:
        read(f'name = "Mine"\n[[items]]\nexercise = "stretch"\n[[items]]\nexercise = "stretch"\n{line}')
    assert refusal.value.where == f"items 2, {key}"
    assert reason in refusal.value.reason


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("", "name", "is missing"),
        ('name = ""', "name", "must not be empty"),
        ("name = 3", "name", "must be text in quotes"),
        (f'name = "{"x" * 81}"', "name", "at most 80 characters"),
        ('name = "Mine"', "items", "is missing"),
        ('name = "Mine"\nitems = []', "items", "must hold 1 to 100 tables; it holds 0"),
        ('name = "Mine"\nitems = "stretch"', "items", "must be a list of tables"),
        ('name = "Mine"\n[items]\nexercise = "stretch"', "items", "must be a list of tables"),
        ('name = "Mine"\nitems = ["stretch"]', "items", "must be a list of tables"),
        ('name = "Mine"\nitems = [{sets = 1}]', "items 1, exercise", "is missing"),
        ('name = "Mine"\nitems = [{exercise = 1}]', "items 1, exercise", "must be text in quotes"),
        ('name = "Mine"\nitems = [{exercise = "split"}]', "items 1, exercise", 'no exercise "split"; known: bridge'),
        ('name = "Mine"\n' + '[[items]]\nexercise = "stretch"\n' * 101, "items", "must hold 1 to 100 tables"),
    ],
)
def test_a_file_that_is_no_routine_is_refused(text: str, where: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refusal:
        read(text)
    assert refusal.value.where == where
    assert reason in refusal.value.reason


@pytest.mark.parametrize("bad", [None, [], {}, math.nan, object()])
def test_no_value_of_another_kind_gets_through(bad: Any) -> None:
    for key in ("name", "first_side", "setup_s", "rest_s", "switch_s", "items"):
        data = {"name": "Mine", "items": [{"exercise": "stretch"}], key: bad}
        with pytest.raises(ReadingError, match=rf"^{key}"):
            read_routine("mine", data, EXERCISES)
    for key in ("exercise", "sets", "hold_s", "reps", "rep_s", "rest_s", "switch_s", "order"):
        data = {"name": "Mine", "items": [{"exercise": "stretch", key: bad}]}
        with pytest.raises(ReadingError, match=r"^items 1, "):
            read_routine("mine", data, EXERCISES)
