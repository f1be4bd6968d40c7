"""What in the history can't be read is named once, and everything else shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hamstring_gui.commands import command_line
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from tests.ui.conftest import Desk
from tests.ui.history.test_page import weeks_of


def spoil(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(Paths.under(folder).database, isolation_level=None)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            other.execute(statement)


def test_one_bad_row_is_named_and_the_page_is_as_it_was(open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    with HistoryStore.open(Paths.under(tmp_path).database) as store:
        weeks_of(store, 3)
    spoil(tmp_path, "UPDATE session SET day = 'one bad day' WHERE rowid = 1", "INSERT INTO goal VALUES ('x', 0)")
    desk = open_desk()
    desk.click("History")
    notice = desk.text("notice")
    assert notice.startswith("2 entries of the history can't be read")
    assert "one bad day" in notice
    assert desk.text("this_week") == "2 of 3 days"
    desk.window.notice.hide()
    desk.click("Today")
    desk.parts.history.refresh()
    desk.click("History")
    assert not desk.window.notice.isVisible(), "it is said once"


@pytest.mark.parametrize("command", [["stats"], ["stats", "--json"], ["export"], ["export", "--format", "csv"]])
def test_commands_name_it_too(tmp_path: Path, command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with HistoryStore.open(Paths.under(tmp_path).database) as store:
        weeks_of(store, 3)
    spoil(tmp_path, "UPDATE hold SET held_s = 'long' WHERE session = (SELECT id FROM session WHERE rowid = 2)")
    assert command_line.main([*command, "--data-dir", str(tmp_path)]) == 0
    out, err = capfd.readouterr()
    assert out
    assert err.count("can't be read and is left out") == 1
