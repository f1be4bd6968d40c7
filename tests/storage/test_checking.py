"""The weekly look through the file: when it is due, and what it finds and mends."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from hamstring_gui.storage.checking import Check, is_due, note_checked
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from tests.domain.samples import START
from tests.storage.damaging import (
    MANY,
    after,
    crashed,
    index_damaged,
    locked_by_another,
    root_of,
    sound_history,
    with_page,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.mark.parametrize(
    ("days", "due"), [(0, False), (6.9, False), (7, True), (400, True), (-0.1, True), (-4000, True)]
)
def test_it_is_due_a_week_after_the_last_or_when_the_clock_was_set_back(tmp_path: Path, days: float, due: bool) -> None:
    paths = Paths.under(tmp_path)
    assert is_due(paths, START), "it never was"
    note_checked(paths, START)
    assert is_due(paths, START + timedelta(days=days)) == due


@pytest.mark.parametrize("said", ["", "yesterday", "2026-11-20", "2026-11-20T10:00:00", "\0" * 30])
def test_a_note_that_makes_no_sense_is_none(tmp_path: Path, said: str) -> None:
    paths = Paths.under(tmp_path)
    note_checked(paths, START)
    next(paths.logs.iterdir()).write_text(said)
    assert is_due(paths, START)


def test_where_no_note_can_be_made_nothing_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("no folder")
    note_checked(Paths.under(tmp_path), START)
    assert is_due(Paths.under(tmp_path), START)


def test_a_sound_one_is_whole_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(sound_history())
    assert Check(path).look(START).outcome == "whole"
    assert path.read_bytes() == sound_history()


def test_a_row_of_other_values_is_no_damage(path: Path) -> None:
    """It hides only itself: whoever reads it says so."""
    after("PRAGMA ignore_check_constraints = ON", "UPDATE hold SET held_s = -1 WHERE position = 2")(path)
    assert Check(path).look(START).outcome == "whole"


def test_a_damaged_index_is_made_anew_after_a_copy(path: Path) -> None:
    index_damaged(path)
    before = path.read_bytes()
    verdict = Check(path).look(START)
    assert verdict.outcome == "mended"
    assert verdict.copy is not None
    assert verdict.copy.read_bytes()[100:] == before[100:], "but for what counts changes in its header"
    assert Check(path).look(START).outcome == "whole"
    with HistoryStore.open(path) as store:
        assert len(store.sessions_since(START.date() - timedelta(days=1000))) == MANY


@pytest.mark.parametrize("page", [root_of("session"), root_of("hold"), root_of("session_by_day")])
def test_a_damaged_page_is_found_and_left_as_it_is(path: Path, page: int) -> None:
    path.write_bytes(with_page(page))
    verdict = Check(path).look(START)
    assert verdict.outcome == "damaged"
    assert verdict.trouble is not None
    assert len(verdict.trouble.found.sessions) == MANY
    assert path.read_bytes() == with_page(page)


def test_of_one_that_is_locked_nothing_is_known(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(sound_history())
    with locked_by_another(path):
        monkeypatch.setattr("hamstring_gui.storage.checking.BUSY_S", 0)
        assert Check(path).look(START).outcome == "unknown"


def test_it_ends_when_it_is_told_to(path: Path) -> None:
    path.write_bytes(with_page(root_of("session")))
    check = Check(path)
    check.stop()
    assert check.look(START).outcome == "unknown"


def test_what_a_crash_left_is_looked_through_too(path: Path) -> None:
    crashed(path)
    assert Check(path).look(START).outcome == "whole"
