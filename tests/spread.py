"""Of a kind's many cases, those of each run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def some(cases: Iterable[Any], count: int) -> list[Any]:
    """Cases for `parametrize` (a tuple is several arguments), of which each run has so many, from the first to the
    last; the rest wait for the night."""
    cases = [case if isinstance(case, tuple) else (case,) for case in cases]
    kept = {round(number * (len(cases) - 1) / max(1, count - 1)) for number in range(count)}
    return [pytest.param(*case) if number in kept else late(*case) for number, case in enumerate(cases)]


def late(*case: Any) -> Any:
    """A case that waits for the night."""
    return pytest.param(*case, marks=pytest.mark.nightly)
