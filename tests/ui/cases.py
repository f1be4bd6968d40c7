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
