"""Where the history can't be read or written any more while its page shows: each wish is answered, nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.ui.conftest import Desk
from tests.ui.history.histories import visit, weeks_of

pytestmark = pytest.mark.nightly


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    desk.store._connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(desk.paths.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def in_place_of_it(desk: Desk, put: Callable[[Path], object]) -> Iterator[None]:
    """Something else lies there for a while."""
    there = [path for path in desk.paths.data.iterdir() if path.name.startswith(desk.paths.database.name)]
    aside = desk.paths.data / "aside"
    aside.mkdir()
    for path in there:
        path.rename(aside / path.name)
    put(desk.paths.database)
    yield
    desk.paths.database.rmdir() if desk.paths.database.is_dir() else desk.paths.database.unlink()
    for path in there:
        (aside / path.name).rename(path)


TROUBLES = {
    "locked": locked,
    "another file": lambda desk: in_place_of_it(desk, lambda path: path.write_bytes(b"garbage" * 1000)),
    "a folder": lambda desk: in_place_of_it(desk, Path.mkdir),
}


def _goal(desk: Desk) -> None:
    desk.pages.history().goal_requested.emit(5)


def _rest_week(desk: Desk) -> None:
    desk.click("Mark as a rest week")


def _delete(desk: Desk) -> None:
    page = desk.pages.history()
    page.delete_requested.emit(page._history.sessions[-1].id)


def _edit(desk: Desk) -> None:
    page = desk.pages.history()
    page.edit_requested.emit(page._history.sessions[-1].id)
    desk.input("Note").setPlainText("took minutes to write")
    desk.click("Save")


def _import(desk: Desk) -> None:
    file = desk.paths.data / "in.json"
    file.write_text('{"sessions": [{"day": "2026-11-01"}]}')
    desk.parts.history.exchange.look_at(file)
    desk.click("Import")


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("wish", [_goal, _rest_week, _delete, _edit, _import])
def test_each_wish_is_answered_and_nothing_is_lost(
    open_desk: Callable[..., Desk], trouble: str, wish: Callable[[Desk], None]
) -> None:
    desk = open_desk()
    weeks_of(desk.store, 2, 3, 1)
    visit(desk)
    page, sessions, goals = desk.pages.history(), desk.store.sessions(), desk.store.goals()
    with TROUBLES[trouble](desk):
        wish(desk)
        on_card = wish is _edit
        told = desk.text("card_problem" if on_card else "notice")
        assert told.startswith(f"{desk.paths.database}: ")
        assert not on_card or desk.input("Note").toPlainText() == "took minutes to write"
        assert page._history.sessions == sessions
        assert desk.text("this_week") == "1 of 3 days"
    assert (desk.store.sessions(), desk.store.goals(), desk.store.rest_weeks()) == (sessions, goals, frozenset())
    if wish is _edit:
        desk.click("Save")
        assert [one.note for one in desk.store.sessions()][-1] == "took minutes to write"
