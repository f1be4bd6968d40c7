"""Many cases of a test in one window, which takes longer to open than most of them take."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def in_one_window(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Test], Test]:
    """As pytest's `parametrize`, for a test that leaves the window as each of its cases can begin with it.

    Every case is run, and each that fails is told.
    """
    arguments = [names] if isinstance(names, str) else list(names)

    def of_all(test: Test) -> Test:
        wanted = inspect.signature(test).parameters

        @wraps(test)
        def all_cases(subtests: pytest.Subtests, **fixtures: Any) -> None:
            for case in cases:
                values = [case] if isinstance(names, str) else case
                with subtests.test(", ".join(map(str, values))):
                    test(
                        **_only(wanted, {**fixtures, "subtests": subtests}), **dict(zip(arguments, values, strict=True))
                    )

        others = [one for name, one in wanted.items() if name not in (*arguments, "subtests")]
        own = inspect.Parameter("subtests", inspect.Parameter.KEYWORD_ONLY)
        all_cases.__signature__ = inspect.Signature([*others, own])  # type: ignore[attr-defined]
        return all_cases

    return of_all


def _only(wanted: Iterable[str], values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in wanted}


def one_after_another(*ways: Test, first: Test | None = None) -> Test:
    """A test that goes all these ways in one window, each with the fixtures that it asks for, and each behind `first`,
    which puts things as all of them begin.

    What a way patches holds for that way alone. Every way is gone, and each that fails is told.
    """
    steps = [way for way in (first, *ways) if way is not None]
    wanted = {name: one for way in steps for name, one in inspect.signature(way).parameters.items()}

    def all_ways(subtests: pytest.Subtests, **fixtures: Any) -> None:
        for way in ways:
            with subtests.test(way.__name__.replace("_", " ")), pytest.MonkeyPatch.context() as patch:
                for step in (first, way):
                    if step is not None:
                        given = {**fixtures, "monkeypatch": patch, "subtests": subtests}
                        step(**_only(inspect.signature(step).parameters, given))

    own = inspect.Parameter("subtests", inspect.Parameter.KEYWORD_ONLY)
    ours = ("monkeypatch", "subtests")
    others = [one for name, one in wanted.items() if name not in ours and one.kind is not one.VAR_POSITIONAL]
    all_ways.__signature__ = inspect.Signature([*others, own])  # type: ignore[attr-defined]
    all_ways.__doc__ = "\n".join(way.__name__.replace("_", " ") for way in ways)
    return all_ways
