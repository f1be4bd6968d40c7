"""`dev.py test` looks again, alone, at the few tests that failed beside thousands of others."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from tests import conftest

ROOT = Path(__file__).resolve().parent.parent
ONE, TWO = "tests/test_a.py::test_one[a b]", "tests/test_b.py::test_two"


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "FAILED", tmp_path / "failed")
    return module


@pytest.mark.parametrize(
    ("failed", "statuses", "looked_again"),
    [
        ([], [0], []),
        ([ONE], [1, 0], [ONE]),
        ([ONE], [1, 1], [ONE]),
        ([ONE, TWO], [1, 0], [ONE, TWO]),
        ([ONE, TWO, "tests/a.py::x", "tests/a.py::y"], [1], []),  # something is broken
        ([ONE, ""], [1], []),  # a worker crashed
        ([ONE], [2], []),  # somebody pressed Ctrl+C
        (None, [1], []),  # a file that was named: it ran alone
    ],
)
def test_a_second_look(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    failed: list[str] | None,
    statuses: list[int],
    looked_again: list[str],
) -> None:
    called, dev_failed = [], dev.FAILED
    dev_failed.write_text(json.dumps(["left from an earlier run"]))

    def call(command: Sequence[str | Path]) -> int:
        if not called and failed is not None:
            dev_failed.write_text(json.dumps(failed))
        called.append([str(word) for word in command[3:]])
        return statuses[len(called) - 1]

    monkeypatch.setattr(dev, "call", call)
    assert dev.tests(["--nightly", "--color=no"]) == statuses[-1]
    assert called == [["--nightly", "--color=no"], *([["--nightly", *looked_again]] if looked_again else [])]


def test_what_failed_is_noted_once_and_a_crash_as_no_test(monkeypatch: pytest.MonkeyPatch) -> None:
    noted: dict[str, None] = {}
    monkeypatch.setattr(conftest, "_failed", noted)
    for node, when, outcome in [
        (ONE, "call", "failed"), (ONE, "teardown", "failed"), (TWO, "call", "passed"), (TWO, "setup", "failed"),
    ]:  # fmt: skip
        conftest.pytest_runtest_logreport(pytest.TestReport(node, ("", None, ""), {}, outcome, None, when))  # type: ignore[arg-type]
    assert list(noted) == [ONE, TWO]
    crash = pytest.TestReport(TWO, ("", None, ""), {}, "failed", "worker 'gw1' crashed", "???")  # type: ignore[arg-type]
    conftest.pytest_runtest_logreport(crash)
    assert "" in noted
