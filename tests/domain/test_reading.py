"""Reading one value of a table: what is taken, and how a refusal reads."""

import math
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.reading import ReadingError, Table

Get = Callable[[Table], Any]


def test_values_are_taken_as_they_are() -> None:
    table = Table(
        {"t": "text", "c": "left", "n": 2, "w": 3, "f": True, "ns": [1, 2.5], "ts": ["a"], "in": {"x": 1}, "l": [{}]}
    )
    assert table.text("t") == "text"
    assert table.choice("c", ("left", "right")) == "left"
    assert table.number("n") == 2.0
    assert isinstance(table.number("n"), float)
    assert table.whole("w", least=3, most=3) == 3
    assert table.flag("f", False) is True
    assert table.numbers("ns", (2, 3)) == (1.0, 2.5)
    assert table.texts("ts") == ("a",)
    assert table.table("in").whole("x", least=0, most=1) == 1
    assert len(list(table.tables("l", most=1))) == 1
    table.done()


@pytest.mark.parametrize(
    ("get", "value"),
    [
        (lambda table: table.text("key", ""), ""),
        (lambda table: table.choice("key", ("a", "b"), "b"), "b"),
        (lambda table: table.number("key", 1.5), 1.5),
        (lambda table: table.whole("key", 2, least=0, most=9), 2),
        (lambda table: table.flag("key", True), True),
        (lambda table: table.texts("key"), ()),
    ],
)
def test_a_missing_key_with_a_default(get: Get, value: object) -> None:
    assert get(Table({})) == value


@pytest.mark.parametrize(
    "get",
    [
        lambda table: table.text("key"),
        lambda table: table.choice("key", ("a",)),
        lambda table: table.number("key"),
        lambda table: table.whole("key", least=0, most=9),
        lambda table: table.numbers("key", (2,)),
        lambda table: table.table("key"),
        lambda table: list(table.tables("key", most=2)),
    ],
)
def test_a_missing_key_without_a_default(get: Get) -> None:
    with pytest.raises(ReadingError, match=r"^key: is missing$"):
        get(Table({}))


def _text(table: Table) -> str:
    return table.text("key", longest=5)


def _choice(table: Table) -> str:
    return table.choice("key", ("left", "right"))


def _number(table: Table) -> float:
    return table.number("key", above=0, most=3600)


def _whole(table: Table) -> int:
    return table.whole("key", least=1, most=50)


def _flag(table: Table) -> bool:
    return table.flag("key", False)


def _numbers(table: Table) -> tuple[float, ...]:
    return table.numbers("key", (2, 3))


def _texts(table: Table) -> tuple[str, ...]:
    return table.texts("key", ("mat", "wall"))


def _any_texts(table: Table) -> tuple[str, ...]:
    return table.texts("key")


def _few_texts(table: Table) -> tuple[str, ...]:
    return table.texts("key", most=2, longest=5)


def _table(table: Table) -> Table:
    return table.table("key")


def _tables(table: Table) -> list[Table]:
    return list(table.tables("key", most=2))


@pytest.mark.parametrize(
    ("get", "value", "reason"),
    [
        (_text, 5, "must be text in quotes; it is 5"),
        (_text, "", "must not be empty"),
        (_text, " \t", "must not be empty"),
        (_text, "sixsix", "must be at most 5 characters; it has 6"),
        (_choice, "both", 'must be one of "left", "right"; it is "both"'),
        (_choice, ["left"], 'must be one of "left", "right"; it is [\'left\']'),
        (_number, 0, "must be more than 0 and at most 3600; it is 0"),
        (_number, -1.5, "must be more than 0 and at most 3600; it is -1.5"),
        (_number, 3600.5, "must be more than 0 and at most 3600; it is 3600.5"),
        (_number, math.inf, "must be a number; it is inf"),
        (_number, math.nan, "must be a number; it is nan"),
        (_number, True, "must be a number; it is true"),
        (_number, "30", 'must be a number; it is "30"'),
        (_whole, 0, "must be at least 1 and at most 50; it is 0"),
        (_whole, 51, "must be at least 1 and at most 50; it is 51"),
        (_whole, 3.0, "must be a whole number; it is 3.0"),
        (_whole, True, "must be a whole number; it is true"),
        (_flag, 1, "must be true or false; it is 1"),
        (_numbers, [1], "must be a list of 2 or 3 numbers; it is [1]"),
        (_numbers, [1, True], "must be a list of 2 or 3 numbers; it is [1, True]"),
        (_numbers, [1, math.inf], "must be a list of 2 or 3 numbers; it is [1, inf]"),
        (_numbers, "12", 'must be a list of 2 or 3 numbers; it is "12"'),
        (_texts, "mat", 'must be a list of texts; it is "mat"'),
        (_texts, ["mat", 1], "must be a list of texts; it is ['mat', 1]"),
        (_texts, ["rug"], 'may hold "mat", "wall"; it holds "rug"'),
        (_texts, ["mat"] * 101, "must hold at most 100 texts; it holds 101"),
        (_any_texts, ["x" * 2001], "may hold texts of at most 2000 characters; one has 2001"),
        (_few_texts, ["a", "b", "c"], "must hold at most 2 texts; it holds 3"),
        (_few_texts, ["sixsix"], "may hold texts of at most 5 characters; one has 6"),
        (_table, [], "must be a table; it is []"),
        (_tables, {}, "must be a list of tables; it is {}"),
        (_tables, [1], "must be a list of tables; it is [1]"),
        (_tables, [], "must hold 1 to 2 tables; it holds 0"),
        (_tables, [{}, {}, {}], "must hold 1 to 2 tables; it holds 3"),
    ],
)
def test_a_refusal_names_the_key_and_the_reason(get: Get, value: object, reason: str) -> None:
    with pytest.raises(ReadingError) as refusal:
        get(Table({"key": value}))
    assert (refusal.value.where, refusal.value.reason) == ("key", reason)
    assert str(refusal.value) == f"key: {reason}"


def test_a_long_value_is_cut_in_the_reason() -> None:
    with pytest.raises(ReadingError) as refusal:
        _choice(Table({"key": "x" * 5000}))
    assert len(str(refusal.value)) < 200


def test_a_number_that_python_refuses_to_write_is_refused_in_words() -> None:
    """TOML has hexadecimal numbers, which may have any number of digits."""
    for get, value in ((_whole, 16**5000), (_text, 16**5000), (_texts, [16**5000])):
        with pytest.raises(ReadingError, match=r"^key: must be .*; it is a number of thousands of digits$"):
            get(Table({"key": value}))


def test_a_place_inside_a_list_is_told_as_a_person_would() -> None:
    entries = list(Table({"items": [{}, {"dose": {"sets": 0}}]}).tables("items", most=9))
    with pytest.raises(ReadingError, match=r"^items 2, dose, sets: must be at least 1"):
        entries[1].table("dose").whole("sets", least=1, most=50)


def test_a_key_that_nobody_asked_for_is_refused() -> None:
    table = Table({"name": "x", "nmae": "y"}, "items 1")
    table.text("name")
    with pytest.raises(ReadingError, match=r"^items 1, nmae: is not known here; known: name$"):
        table.done()


_scalars = st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.integers(-(2**63), 2**63)


@given(_scalars | st.lists(_scalars, max_size=3))
def test_any_value_is_either_in_range_or_refused(value: object) -> None:
    good = type(value) in (int, float) and 0 < value <= 3600  # type: ignore[operator]
    with nullcontext() if good else pytest.raises(ReadingError, match=r"^key: must be"):
        assert _number(Table({"key": value})) == value
