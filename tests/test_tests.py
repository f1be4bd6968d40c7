"""What holds for every test: it waits for what it expects, and leaves no process behind."""

from __future__ import annotations

import re
import subprocess
import sys
from weakref import WeakSet

import pytest

from tests.conftest import ROOT, left, started

WAITS_FOR_NOTHING = re.compile(
    r"^\s*\w+\.wait_?(?:Exposed|exposed|Active|active|Signals?|signals?|Callback|callback)\("
)
"""pytest-qt's, which only wait at the end of a `with`."""


def test_what_waits_at_the_end_of_a_with_stands_in_one() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number} waits for nothing: put it behind `with`"
        for path in (ROOT / "tests").rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if "qtbot" in line and WAITS_FOR_NOTHING.match(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "waits"),
    [("    qtbot.waitExposed(sheet)", False), ("    with qtbot.waitExposed(sheet):", True),
     ("qtbot.wait_signals([a, b])", False), ("qtbot.waitUntil(seen)", True), ("qtbot.wait(20)", True)],
)  # fmt: skip
def test_the_rule_about_waiting_sees(line: str, waits: bool) -> None:
    assert bool(WAITS_FOR_NOTHING.match(line)) is not waits


def test_a_process_that_is_left_is_noticed_until_its_end_is_known_and_its_pipes_are_closed() -> None:
    there, command = WeakSet(started), [sys.executable, "-S", "-c", "input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert left(there) == [command]
        assert left(WeakSet(started)) == [], "it was there before"
        process.kill()
        process.wait()
        assert left(there) == [command]
    assert left(there) == []
