"""What is tested each time, in a thorough run, at night, and where only some tests are wanted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import pytest_collection_modifyitems

TIERS = ("plain", "thorough", "nightly")


class Item:
    def __init__(self, name: str) -> None:
        self.name, self.callspec = name, None

    def iter_markers(self) -> list[pytest.Mark]:
        return [] if self.name == "plain" else [getattr(pytest.mark, self.name).mark]


@pytest.mark.parametrize(
    ("options", "named", "run"),
    [
        ((), False, ["plain"]),
        (("--thorough",), False, ["plain", "thorough"]),
        (("--nightly",), False, ["plain", "thorough", "nightly"]),
        (("--screens",), False, ["plain", "thorough", "nightly"]),
        ((), True, ["plain", "thorough"]),
    ],
)
def test_each_run_has_its_tests(options: tuple[str, ...], named: bool, run: list[str]) -> None:
    sources: Any = pytest.Config.ArgsSource
    left_out: list[Item] = []
    config: Any = SimpleNamespace(
        getoption=lambda name, default=None: name in options,
        args_source=sources.ARGS if named else sources.TESTPATHS,
        ArgsSource=sources,
        option=SimpleNamespace(keyword="", markexpr="", refresh_goldens=False),
        hook=SimpleNamespace(pytest_deselected=lambda items: left_out.extend(items)),
    )
    items: list[Any] = [Item(name) for name in TIERS]
    pytest_collection_modifyitems(config, items)
    assert [item.name for item in items] == run
    assert [item.name for item in left_out] == [name for name in TIERS if name not in run]
