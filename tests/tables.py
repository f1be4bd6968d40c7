"""A table of cases for a plain function is one test where everything runs: pytest takes longer about thousands of tests
than they do. Whoever runs only some (a file, `-k`, one case) has each case as a test of its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable
from functools import wraps
from itertools import product
from typing import Any

import pytest

Function = Callable[..., None]
Collector = pytest.Module | pytest.Class
Case = dict[str, Any]

NO_MATTER = {"logging_as_before", "no_widget_stays", "no_process_stays", "application"}
"""What is made anew for each test and need not be for each case: it puts back what was changed, or finds what stays."""


def whole(collector: Collector, name: str, test: object) -> list[pytest.Function] | None:
    """The one test that a parametrized function becomes, where all that it asks for beside its cases is made once for
    many tests, and its tables say nothing but its cases; else `None`, and pytest goes on as usual."""
    marks = list(getattr(test, "pytestmark", ()))
    tables = [mark for mark in marks if mark.name == "parametrize"]
    plain = inspect.isfunction(test) and not hasattr(test, "hypothesis")
    if not tables or not plain or not all(map(_is_plain, tables)):
        return None
    cases = cases_of(tables)
    others = [one for one in inspect.signature(test).parameters if not cases or one not in cases[0]]
    if not cases or not all(_stays(collector, one) for one in {*others, *_unasked(collector, marks)} - NO_MATTER):
        return None
    run = in_one(test, others, cases)
    run.pytestmark = [mark for mark in marks if mark.name != "parametrize"]  # type: ignore[attr-defined]
    return [pytest.Function.from_parent(collector, name=name, callobj=run)]


def _is_plain(table: pytest.Mark) -> bool:
    """Whether no row is anything special; some may wait for the night."""
    if len(table.args) < 2 or not isinstance(table.args[1], Collection) or set(table.kwargs) - {"ids"}:
        return False
    return all(mark.name == "nightly" for row in table.args[1] for mark in getattr(row, "marks", ()))


def cases_of(tables: Iterable[pytest.Mark]) -> list[Case]:
    """The arguments of each combination of rows that doesn't wait for the night."""
    return [dict(pair for row in rows for pair in row.items()) for rows in product(*map(_rows, tables))]


def _rows(table: pytest.Mark) -> list[Case]:
    names = [name.strip() for name in table.args[0].split(",")] if isinstance(table.args[0], str) else table.args[0]
    return [dict(zip(names, values, strict=True)) for values in _values(table.args[1], alone=len(names) == 1)]


def _values(rows: Iterable[Any], alone: bool) -> Iterable[Iterable[Any]]:
    for row in rows:
        if not hasattr(row, "marks"):
            yield (row,) if alone else row
        elif not row.marks:
            yield row.values


def _unasked(collector: Collector, marks: Iterable[pytest.Mark]) -> Iterable[str]:
    """The fixtures that a test has without naming them."""
    for mark in (*marks, *collector.iter_markers()):
        if mark.name == "usefixtures":
            yield from mark.args
    yield from collector.session._fixturemanager._getautousenames(collector)


def _stays(collector: Collector, fixture: str) -> bool:
    """Whether a fixture is one and the same for all tests of a file, at least."""
    definitions = collector.session._fixturemanager.getfixturedefs(fixture, collector) or ()
    return bool(definitions) and all(one.scope != "function" and one.params is None for one in definitions)


def in_one(test: Function, others: list[str], cases: list[Case]) -> Function:
    """A test that tries all cases, and tells each that fails. It is skipped where each of them is."""

    @wraps(test)
    def all_cases(**shared: Any) -> None:
        failed: list[BaseException] = []
        skipped: list[BaseException] = []
        for case in cases:
            try:
                test(**shared, **case)
            except pytest.skip.Exception as reason:
                skipped.append(reason)
            except (Exception, pytest.fail.Exception) as problem:
                problem.add_note("The case is " + ", ".join(f"{name}={value!r}" for name, value in case.items()))
                failed.append(problem)
        if len(failed) > 1:
            raise BaseExceptionGroup(f"{test.__name__}, of {len(cases)} cases", failed)
        if failed or len(skipped) == len(cases):
            raise (failed or skipped)[0]

    named = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in others]
    all_cases.__signature__ = inspect.Signature(named)  # type: ignore[attr-defined]
    return all_cases
