"""Changing a routine: each change, its limits, and names and ids of new ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hamstring_gui.domain import routine_edit as edit
from hamstring_gui.domain.exercise import Dose
from hamstring_gui.domain.routine import MOST_ITEMS, Item, Routine
from hamstring_gui.domain.values import replace
from tests.domain.samples import EXERCISES, routine

TWO = routine(3, 30, rest_s=8, switch_s=None, wall_s=60)
REPS = routine(2, reps=10)


def item(changed: Routine, number: int = 0) -> Item:
    return changed.items[number]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda: item(edit.with_sets(TWO, 0, 4)).dose.sets, 4),
        (lambda: item(edit.with_sets(TWO, 0, 0)).dose.sets, 1),
        (lambda: item(edit.with_sets(TWO, 0, 999)).dose.sets, 50),
        (lambda: item(edit.with_hold(TWO, 1, 45), 1).dose.hold_s, 45),
        (lambda: item(edit.with_hold(TWO, 0, 0)).dose.hold_s, 0.1),
        (lambda: item(edit.with_hold(TWO, 0, 9999)).dose.hold_s, 3600),
        (lambda: item(edit.with_hold(REPS, 0, 30)).dose.reps, 0),
        (lambda: item(edit.with_reps(REPS, 0, 12)).dose.reps, 12),
        (lambda: item(edit.with_reps(REPS, 0, 5000)).dose.reps, 500),
        (lambda: item(edit.with_reps(edit.with_rep_s(REPS, 0, 60), 0, 100)).dose.reps, 60),
        (lambda: item(edit.with_rep_s(REPS, 0, 5.5)).dose.rep_s, 5.5),
        (lambda: item(edit.with_rep_s(edit.with_reps(REPS, 0, 500), 0, 30)).dose.rep_s, 7.2),
        (lambda: item(edit.with_rest(TWO, 0, 15)).rest_s, 15),
        (lambda: item(edit.with_rest(TWO, 0, None)).rest_s, None),
        (lambda: item(edit.with_rest(TWO, 0, -3)).rest_s, 0),
        (lambda: item(edit.with_order(TWO, 0, "in turn")).order, "in turn"),
        (lambda: [one.rest_s for one in edit.with_rests(TWO, 5).items], [5, 5]),
        (lambda: [one.switch_s for one in edit.with_switches(TWO, None).items], [None, None]),
        (lambda: edit.with_setup(TWO, None).setup_s, None),
        (lambda: edit.with_setup(TWO, 4000).setup_s, 3600),
        (lambda: edit.with_first_side(TWO, "tighter").first_side, "tighter"),
    ],
)
def test_one_value(change: Callable[[], object], expected: object) -> None:
    assert change() == expected


def test_nothing_else_changes() -> None:
    changed = edit.with_hold(TWO, 0, 45)
    assert changed.items[1] is TWO.items[1]
    assert edit.with_hold(changed, 0, 30) == TWO


@pytest.mark.parametrize(
    ("number", "to", "expected"),
    [(0, 2, "bca"), (2, 0, "cab"), (1, 1, "abc"), (0, 99, "bca"), (2, -5, "cab"), (0, 1, "bac")],
)
def test_moving(number: int, to: int, expected: str) -> None:
    three = Routine("r", "R", tuple(Item(name, TWO.items[0].dose) for name in "abc"))
    assert "".join(one.exercise for one in edit.moved(three, number, to).items) == expected


def test_removing_and_adding() -> None:
    empty = edit.without(edit.without(TWO, 1), 0)
    assert empty.items == ()
    assert not edit.can_be_done(empty, EXERCISES)
    one = edit.with_exercise(empty, EXERCISES["band"])
    assert one.items == (Item("band", EXERCISES["band"].dose),)
    assert edit.can_be_done(one, EXERCISES)
    assert not edit.can_be_done(one, {})
    added = edit.with_exercise(edit.without(TWO, 1), EXERCISES["wall"])
    assert (added.items[1].rest_s, added.items[1].switch_s) == (8, None)


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_one_that_is_removed_takes_no_other_with_it(gone: int) -> None:
    three = Routine("r", "R", tuple(Item("band", Dose(sets, 30.0)) for sets in (1, 2, 3)))
    left = [item.dose.sets for item in edit.without(three, gone).items]
    assert left == [sets for sets in (1, 2, 3) if sets != gone + 1]


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True), ({"id": "other"}, True), ({"name": "R 2"}, True), ({"name": "R two"}, False),
        ({"name": "Q"}, False),
        ({"about": "Evenings"}, False), ({"name": "R 2", "items": ()}, False),
    ],
)  # fmt: skip
def test_a_routine_is_the_same_whatever_number_its_name_was_given(changes: dict[str, object], same: bool) -> None:
    one = Routine("r", "R", (Item("band", Dose(1, 30.0)),))
    assert edit.is_same(one, replace(one, **changes)) is same


def test_a_full_routine_takes_no_more() -> None:
    full = Routine("r", "R", TWO.items[:1] * MOST_ITEMS)
    assert edit.with_exercise(full, EXERCISES["band"]) is full


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Evening", "Evening"), ("  Two \n lines\t", "Two lines"), ("a\x00b\x7fc", "a b c"), ("x" * 99, "x" * 80)],
)
def test_names(typed: str, name: str) -> None:
    assert edit.renamed(TWO, typed).name == name
    assert edit.renamed(TWO, typed).id == TWO.id


def test_a_name_of_nothing_leaves_the_name() -> None:
    assert edit.renamed(TWO, " \n ") == TWO


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Evening", [], "Evening"),
        ("Evening", ["evening"], "Evening 2"),
        ("Évening", ["Evening", "Evening 2"], "Évening 3"),
    ],
)
def test_names_that_are_free(wanted: str, taken: list[str], name: str) -> None:
    assert edit.free_name(wanted, taken) == name


def test_a_long_name_with_a_number_is_not_too_long() -> None:
    assert len(edit.free_name("x" * 80, ["x" * 80])) <= 80


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("My evening!", [], "my-evening"),
        ("My evening", ["my-evening", "my-evening-2"], "my-evening-3"),
        ("Dehnübung", [], "dehnubung"),
        ("../../etc", [], "etc"),
        ("Растяжка", [], "routine"),
        ("Con", [], "con-routine"),
        ("x" * 80, [], "x" * 40),
    ],
)
def test_ids(name: str, taken: list[str], expected: str) -> None:
    assert edit.id_for(name, taken) == expected
