"""Our `dataclass` does what that of the standard library does, and one class of each kind beside it says so."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from hamstring_gui.domain import values


@values.dataclass(frozen=True, slots=True)
class Ours:
    """A point."""

    x: float
    y: float = 2.0
    name: str = ""

    @property
    def both(self) -> float:
        return self.x + self.y


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """A point."""

    x: float
    y: float = 2.0
    name: str = ""

    @property
    def both(self) -> float:
        return self.x + self.y


@values.dataclass(frozen=True, slots=True)
class Single:
    only: tuple[int, ...]


def said_of(raised: Callable[[], Any]) -> type[Exception]:
    with pytest.raises(Exception) as caught:  # noqa: PT011 -- which one is what is compared
        raised()
    return caught.type


@pytest.mark.parametrize("given", [((1,), {}), ((1, 3, "a"), {}), ((), {"name": "b", "x": 4}), ((1,), {"name": "c"})])
def test_values_are_as_the_standard_library_makes_them(given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    ours, theirs = (made(*given[0], **given[1]) for made in (Ours, Theirs))
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert ours.both == theirs.both
    assert hash(ours) == hash(theirs)
    assert Ours.__doc__ == Theirs.__doc__
    assert Ours.__match_args__ == Theirs.__match_args__


def test_values_with_the_same_fields_are_equal() -> None:
    assert Ours(1) == Ours(1.0, 2)
    assert Ours(1) != Ours(2)
    assert Ours(1) != Theirs(1)
    assert Ours(1) != (1, 2.0, "")
    assert len({Ours(1), Ours(1), Ours(3)}) == 2
    assert (Single((1,)), repr(Single(()))) == (Single((1,)), "Single(only=())")
    assert hash(Single((1,))) == hash(Single((1,)))


@pytest.mark.parametrize("given", [((), {}), ((1, 2, "a", 4), {}), ((1,), {"x": 2}), ((1,), {"z": 2})])
def test_what_is_given_wrongly_is_refused(given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    args, named = given
    assert said_of(lambda: Ours(*args, **named)) is said_of(lambda: Theirs(*args, **named)) is TypeError


@pytest.mark.parametrize("name", ["x", "z"])
def test_values_never_change(name: str) -> None:
    value = Ours(1)
    assert said_of(lambda: setattr(value, name, 2)) is dataclasses.FrozenInstanceError
    assert said_of(lambda: delattr(value, name)) is dataclasses.FrozenInstanceError
    assert value == Ours(1)
    assert not hasattr(value, "__dict__")


def test_the_standard_library_takes_them() -> None:
    assert dataclasses.replace(Ours(1), name="a") == values.replace(Ours(1), name="a") == Ours(1, 2.0, "a")
    assert [(one.name, one.type) for one in dataclasses.fields(Ours)] == [
        (one.name, one.type) for one in dataclasses.fields(Theirs)
    ]
    for replace in (dataclasses.replace, values.replace):
        assert said_of(lambda replace=replace: replace(Ours(1), z=1)) is TypeError
    assert copy.copy(Ours(1)) == copy.deepcopy(Ours(1)) == pickle.loads(pickle.dumps(Ours(1))) == Ours(1)


def test_they_can_be_taken_apart() -> None:
    match Ours(1, 5):
        case Ours(x, y, name=""):
            assert (x, y) == (1, 5)
        case _:
            pytest.fail("no match")


def test_what_is_for_the_standard_library_is_refused() -> None:
    assert said_of(lambda: values.dataclass(frozen=False, slots=True)(Theirs)) is AssertionError
    assert said_of(lambda: values.dataclass(frozen=True, slots=True)(type("Heir", (Ours,), {}))) is AssertionError
