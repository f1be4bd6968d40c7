"""One line of deeds: what was done is taken back and made again, the newest first, whatever page it was done on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from hamstring_gui.program.deeds import Deed, Deeds
from hamstring_gui.storage.errors import StorageError


class Shelf:
    """Something that deeds are done to, and a line of them."""

    def __init__(self) -> None:
        self.deeds = Deeds()
        self.values: list[str] = []
        self.number = 0
        self.refuses = False
        self.told: list[tuple[str, bool, bool]] = []
        self.deeds.told.connect(lambda *said: self.told.append(said))

    def add(self, value: str, together: str = "", said: str = "", place: str = "history") -> Deed:
        def there() -> None:
            self._may()
            self.values.append(value)

        def away() -> None:
            self._may()
            self.values.remove(value)

        return Deed(f"Addition of {value}", there, away, said, place, together)

    def set(self, number: int, together: str = "") -> Deed:
        before = self.number
        put = partial(self._put)
        return Deed(
            f"Change to {number}", partial(put, number), partial(put, before), together=together,
            states=(before, number),
        )  # fmt: skip

    def _put(self, number: int) -> None:
        self._may()
        self.number = number

    def _may(self) -> None:
        if self.refuses:
            raise StorageError("the disk is full")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def test_the_newest_is_taken_back_first_and_made_again_last(shelf: Shelf) -> None:
    for value in "abc":
        shelf.deeds.do(shelf.add(value))
    shelf.deeds.undo()
    shelf.deeds.undo()
    assert (shelf.values, shelf.deeds.newest) == (["a"], "Addition of a")
    shelf.deeds.redo()
    assert shelf.values == ["a", "b"]
    shelf.deeds.redo()
    shelf.deeds.redo()
    assert shelf.values == ["a", "b", "c"]
    for _ in range(5):
        shelf.deeds.undo()
    assert (shelf.values, shelf.deeds.newest) == ([], "")


def test_a_new_deed_ends_what_could_be_made_again(shelf: Shelf) -> None:
    shelf.deeds.do(shelf.add("a"))
    shelf.deeds.undo()
    shelf.deeds.do(shelf.add("b"))
    shelf.deeds.redo()
    assert shelf.values == ["b"]


def test_what_cannot_be_done_is_said_and_not_remembered(shelf: Shelf) -> None:
    shelf.refuses = True
    assert not shelf.deeds.do(shelf.add("a"))
    assert (shelf.told, shelf.deeds.newest) == ([("the disk is full", False, False)], "")


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_what_cannot_be_taken_back_stays_on_top_and_says_why(shelf: Shelf, way: str) -> None:
    shelf.deeds.do(shelf.add("a"))
    if way == "redo":
        shelf.deeds.undo()
    step: Callable[[], None] = getattr(shelf.deeds, way)
    shelf.refuses = True
    shelf.told.clear()
    step()
    step()
    assert shelf.told == [("the disk is full", way == "undo", False)] * 2
    shelf.refuses = False
    step()
    assert shelf.values == ([] if way == "undo" else ["a"])


def test_what_is_done_is_said_with_its_undo_or_shows_by_itself(shelf: Shelf) -> None:
    overtaken: list[None] = []
    shelf.deeds.overtaken.connect(lambda: overtaken.append(None))
    shelf.deeds.do(shelf.add("a", said="a is here."))
    assert (shelf.told, overtaken) == ([("a is here.", True, True)], [])
    shelf.deeds.do(shelf.add("b"))
    assert (len(shelf.told), overtaken) == (1, [None]), "the notice no longer offers to undo the older one"


def test_every_step_is_said_by_its_name(shelf: Shelf) -> None:
    shelf.deeds.do(shelf.add("a", place="routines"))
    shelf.deeds.do(shelf.add("b"))
    for step in (shelf.deeds.undo, shelf.deeds.undo, shelf.deeds.redo):
        step()
    assert shelf.told == [
        ("Taken back: Addition of b", False, True),
        ("Taken back: Addition of a", False, True),
        ("Made again: Addition of a", False, True),
    ]


def test_where_nothing_is_left_that_is_said(shelf: Shelf) -> None:
    shelf.deeds.undo()
    shelf.deeds.redo()
    assert shelf.told == [
        ("There is nothing to take back.", False, True), ("There is nothing to make again.", False, True)
    ]  # fmt: skip


def test_deeds_that_belong_together_are_one(shelf: Shelf) -> None:
    counts = []
    for value in "abc":
        counts.append(shelf.deeds.joined("same"))
        shelf.deeds.do(shelf.add(value, "same"))
    assert counts == [0, 1, 2]
    shelf.deeds.undo()
    assert shelf.values == []
    shelf.deeds.redo()
    assert shelf.values == ["a", "b", "c"]


@pytest.mark.parametrize("between", ["settled", "another", "undone"])
def test_they_belong_together_only_while_nothing_comes_between(shelf: Shelf, between: str) -> None:
    shelf.deeds.do(shelf.add("a", "same"))
    if between == "settled":
        shelf.deeds.settle()
    elif between == "another":
        shelf.deeds.do(shelf.add("x"))
    else:
        shelf.deeds.do(shelf.add("x"))
        shelf.deeds.undo()
    assert shelf.deeds.joined("same") == 0
    shelf.deeds.do(shelf.add("b", "same"))
    shelf.deeds.undo()
    assert shelf.values == (["a", "x"] if between == "another" else ["a"])


def test_of_states_only_the_first_and_the_last_count(shelf: Shelf) -> None:
    for number in (5, 10, 15):
        shelf.deeds.do(shelf.set(number, "gesture"))
    shelf.deeds.undo()
    assert shelf.number == 0
    shelf.deeds.redo()
    assert shelf.number == 15


def test_there_and_back_in_one_gesture_is_no_deed(shelf: Shelf) -> None:
    shelf.deeds.do(shelf.set(5, "gesture"))
    shelf.deeds.do(shelf.set(0, "gesture"))
    assert shelf.deeds.newest == ""


def test_a_step_that_had_something_else_to_say_says_no_more(shelf: Shelf) -> None:
    shelf.deeds.do(Deed("Change", int, lambda: shelf.deeds.say("Not on disk."), place="routines"))
    shelf.deeds.undo()
    assert shelf.told == [("Not on disk.", False, False)]


def test_there_and_back_offers_no_undo_of_what_was_done_before(shelf: Shelf) -> None:
    shelf.deeds.do(shelf.add("a", said="a is here."))
    for number in (5, 0):
        shelf.deeds.do(replace(shelf.set(number, "gesture"), said=f"It is {number}."))
    assert shelf.told[-1] == ("It is 0.", False, True)


def test_another_sentence_ends_what_belongs_together(shelf: Shelf) -> None:
    shelf.deeds.do(shelf.add("a", "same"))
    shelf.deeds.say("Written: a.pdf")
    assert shelf.deeds.joined("same") == 0


def test_deeds_of_a_place_that_is_held_wait_and_others_don_t(shelf: Shelf) -> None:
    shelf.deeds.do(shelf.add("a", place="exercises"))
    shelf.deeds.hold("exercises")
    shelf.deeds.undo()
    assert shelf.values == ["a"]
    assert "Save or leave" in shelf.told[-1][0]
    shelf.deeds.do(shelf.add("b", said="b is here."))
    assert shelf.told[-1] == ("b is here.", True, True)
    shelf.deeds.undo()
    shelf.deeds.undo()
    assert shelf.values == ["a"]
    shelf.deeds.do(shelf.add("c", said="c is here.", place="exercises"))
    assert shelf.told[-1] == ("c is here.", False, True)
    shelf.deeds.hold("")
    shelf.deeds.undo()
    shelf.deeds.undo()
    assert shelf.values == []
