"""Merging is a join of a semilattice, and a change is newer than whatever its maker knew of."""

from __future__ import annotations

from functools import reduce
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.registers import (
    HERE,
    MOST_COUNT,
    MOST_MS,
    Entry,
    Register,
    changes,
    merged,
    newer,
    stamp_after,
    values_of,
)

stamps = st.tuples(st.integers(0, 3), st.integers(0, 2))
values = st.sampled_from([None, "", "a", "b", 0, 1.5, True, False, [], [{"a": 1}], {"b": 2}])
registers = st.tuples(stamps, values)
entries = st.dictionaries(st.sampled_from(["note", "day", HERE]), registers)


@given(entries, entries, entries)
def test_merging_is_commutative_associative_and_idempotent(one: Any, two: Any, three: Any) -> None:
    assert same(merged(one, two), merged(two, one))
    assert same(merged(merged(one, two), three), merged(one, merged(two, three)))
    assert same(merged(one, one), one)
    assert same(merged(merged(one, two), two), merged(one, two))


def same(one: Any, other: Any) -> bool:
    """Also `False` and 0 are two things here."""
    return in_order(one) == in_order(other)


def in_order(entry: Any) -> str:
    return repr(sorted(entry.items(), key=repr))


@pytest.mark.parametrize(
    ("one", "other", "wins"),
    [
        (((5, 0), "old"), ((6, 0), "new"), "new"),
        (((5, 1), "later"), ((5, 0), "sooner"), "later"),
        (((5, 9), "of a busy minute"), ((6, 0), "new"), "new"),
        (((5, 0), ""), ((5, 0), "something"), "something"),
        (((5, 0), None), ((5, 0), 0), 0),
        (((5, 0), []), ((5, 0), [1]), [1]),
        (((5, 0), "a"), ((5, 0), "b"), "b"),
    ],
)
def test_which_is_newer(one: Register, other: Register, wins: object) -> None:
    assert newer(one, other)[1] == newer(other, one)[1] == wins


def test_a_change_beats_what_its_maker_knew_of_even_from_a_clock_a_year_ahead() -> None:
    year = 365 * 86_400_000
    ahead = {"note": ((2 * year, 0), "from the future")}
    assert stamp_after(year, ahead) == (2 * year, 1)
    edited = merged(ahead, changes({HERE: ((0, 0), True), **ahead}, {"note": "corrected"}, year, 0))
    assert values_of(edited) == {"note": "corrected"}
    assert stamp_after(year, {"day": ((year - 1, 7), "")}) == (year, 0), "no other field has caught it"


def test_stamps_never_come_to_an_end() -> None:
    assert stamp_after(0, {"note": ((9, MOST_COUNT), "")}) == (10, 0)
    assert stamp_after(MOST_MS * 2, {}) == (MOST_MS, 0)
    assert stamp_after(-5, {}) == (0, 0)


def test_what_is_seen_for_the_first_time_is_as_old_as_the_thing() -> None:
    assert changes({}, {HERE: True, "note": "x"}, 900, 100) == {HERE: ((100, 0), True), "note": ((100, 0), "x")}
    assert changes({}, {HERE: True}, 900, 5000) == {HERE: ((900, 0), True)}, "but never of a time to come"
    known = {"note": ((150, 0), "somebody's")}
    assert changes(known, {HERE: True, "note": "x"}, 900, 100) == {HERE: ((100, 0), True)}


def test_a_field_that_this_program_is_the_first_to_know_is_as_old_as_the_thing() -> None:
    known = {HERE: ((100, 0), True), "note": ((100, 0), "x")}
    assert changes(known, {HERE: True, "note": "y", "mood": 3}, 900, 100) == {
        "note": ((900, 0), "y"), "mood": ((100, 0), 3)
    }  # fmt: skip


def test_what_is_as_before_is_no_change() -> None:
    known = {HERE: ((100, 0), True), "note": ((100, 0), "x")}
    assert changes(known, {HERE: True, "note": "x"}, 900, 100) == {}


class Device:
    """Edits one thing, by a clock that may be wrong."""

    def __init__(self, ahead: int) -> None:
        self.ahead, self.entry, self.sent = ahead, {HERE: ((0, 0), True)}, list[Entry]()

    def edit(self, field: str, value: object, now: int) -> None:
        change = changes(self.entry, {field: value}, now + self.ahead, 0)
        self.entry = merged(self.entry, change)
        self.sent.append(change)


edits = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["note", "day", HERE]), st.sampled_from(["a", "b", True, False])),
    max_size=12,
)


@given(edits, st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=6), st.permutations(range(40)))
def test_any_interleaving_and_any_order_of_delivery_ends_the_same(made: Any, heard: Any, order: list[int]) -> None:
    devices = [Device(0), Device(-7), Device(100)]
    for now, (who, field, value) in enumerate(made):
        devices[who].edit(field, value, now)
        for listener, speaker in heard[now : now + 1]:
            devices[listener].entry = merged(devices[listener].entry, devices[speaker].entry)
    sent = [change for device in devices for change in device.sent]
    shuffled = [sent[place] for place in order if place < len(sent)]
    ends = [reduce(merged, [*way, *way[:2]], device.entry) for device in devices for way in (sent, shuffled)]
    assert len({repr(sorted(end.items())) for end in ends}) == 1


def test_the_newest_of_three_wins_in_every_order() -> None:
    made: list[Entry] = [{"note": ((time, 0), f"of {time}")} for time in (5, 9, 7)]
    assert {reduce(merged, order)["note"][1] for order in permutations(made)} == {"of 9"}
