"""A session in words, and texts of unknown origin."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from hamstring_gui.domain.exercise import Dose
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, by_hand
from hamstring_gui.ui.history import wording_sessions as wording
from hamstring_gui.ui.history.sessions_model import COLUMNS, cell
from tests.domain.test_adding import EXERCISES

TODAY = date(2026, 11, 23)
ZONE = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 20, 19, 42, tzinfo=ZONE)


def session(*outcomes: tuple[str, float], day: date = date(2026, 11, 20), at: datetime = AT) -> SessionRecord:
    """Holds of 30 s planned, with what became of them."""
    holds = tuple(
        HoldRecord(n, "band", "right", n + 1, 30, held_s, outcome, at)  # type: ignore[arg-type]
        for n, (outcome, held_s) in enumerate(outcomes)
    )
    return SessionRecord("one", "daily", "Daily", at, at, day, "finished", 30.0 * len(holds), holds)


HELD, SKIPPED, PAIN = ("held", 30.0), ("skipped", 0.0), ("stopped for pain", 12.0)
CUT = ("ended early", 12.4)
BRIDGES = tuple(replace(hold, exercise="bridge") for hold in session(HELD, SKIPPED, SKIPPED).holds)
ADDED = by_hand("two", AT, AT.date(), left_s=120, right_s=90)


@pytest.fixture(autouse=True)
def british(application):
    """The tables are written in one locale."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("one", "completed", "held"),
    [
        (session(HELD, HELD), "2 of 2 holds", "1 min 0 s"),
        (session(HELD), "1 of 1 hold", "30 s"),
        (session(HELD, SKIPPED), "1 of 2 holds", "30 s"),
        (session(HELD, SKIPPED, SKIPPED), "Partial: 1 of 3 holds", "30 s"),
        (session(HELD, HELD, CUT), "2 of 3 holds", "1 min 12 s"),
        (session(CUT, SKIPPED), "Partial: 1 hold cut short", "12 s"),
        (session(("ended early", 20.0)), "1 hold cut short", "20 s"),
        (replace(session(HELD, SKIPPED, SKIPPED), holds=BRIDGES), "Partial: 1 of 3 sets", "30 s"),
        (session(HELD, PAIN, SKIPPED), "Stopped for pain", "42 s"),
        (replace(session(HELD, HELD), outcome="interrupted"), "Interrupted after 2 holds", "1 min 0 s"),
        (replace(session(HELD), outcome="interrupted", holds=BRIDGES[:1]), "Interrupted after 1 set", "30 s"),
        (replace(session(CUT), outcome="interrupted"), "Partial: 1 hold cut short", "12 s"),
        (session(), "Nothing held", "0 s"),
        (ADDED, "Added by hand", "3 min 30 s"),
        (replace(ADDED, holds=(), planned_s=0.0), "Added by hand", "–"),
        (replace(ADDED, holds=(), planned_s=0.0, source="import:loop"), "Imported", "–"),
    ],
)
def test_completed_and_time_held(one: SessionRecord, completed: str, held: str) -> None:
    known = {"bridge": replace(EXERCISES["bridge"], dose=Dose(2, reps=10, rep_s=4.0))}
    assert (wording.completed(one, known), wording.time_held(one)) == (completed, held)


def test_the_sets_of_an_opened_session_add_up_to_its_time() -> None:
    one = session(("ended early", 10.4), ("ended early", 10.4), ("ended early", 10.6))
    assert [cells[3] for cells in wording.rows_of(one.holds, EXERCISES, 3)] == [
        "10 s of 30 s",
        "10 s of 30 s",
        "11 s of 30 s",
    ]
    assert wording.time_held(one) == "31 s"


def test_of_many_sets_the_first_are_worded_and_all_share_the_seconds(monkeypatch) -> None:
    worded, name = [], wording.exercise_name
    monkeypatch.setattr(wording, "exercise_name", lambda *known: worded.append(known) or name(*known))
    holds = session(*[("ended early", 10.4)] * 4, ("ended early", 10.6)).holds
    assert [cells[3] for cells in wording.rows_of(holds, EXERCISES, 2)] == ["11 s of 30 s", "10 s of 30 s"]
    assert len(worded) == 2


@pytest.mark.parametrize(
    ("planned_s", "held_s", "cells"),
    [
        (22.5, (22.5, 22.5), ["23 s", "22 s"]),
        (12.5, (12.5, 12.5, 12.5, 12.5), ["13 s", "13 s", "12 s", "12 s"]),
        (0.4, (0.4, 0.4), ["1 s", "0 s"]),
        (22.4, (22.3, 22.3), ["23 s", "22 s"]),
        (22.5, (22.4, 12.3), ["23 s", "12 s of 22 s"]),
        (22.5, (0.0, 22.5), ["0 s of 22 s", "22 s"]),
        (30.0, (35.0, 29.4, 29.4), ["35 s of 30 s", "30 s", "29 s of 30 s"]),
    ],
)
def test_no_set_was_held_for_longer_than_planned_by_rounding(
    planned_s: float, held_s: tuple[float, ...], cells: list[str]
) -> None:
    holds = session(*(("ended early", one) for one in held_s)).holds
    rows = wording.rows_of([replace(hold, planned_s=planned_s) for hold in holds], EXERCISES, len(holds))
    assert [row[3] for row in rows] == cells


@pytest.mark.parametrize(
    ("one", "brief", "words"),
    [
        (session(HELD), False, "Friday 20 Nov, 19:42"),
        (session(HELD), True, "Fri 20 Nov, 19:42"),
        (session(HELD, at=AT.replace(year=2025)), False, "Thursday 20 Nov 2025, 19:42"),
        (ADDED, False, "Friday 20 Nov"),
    ],
)
def test_when(one: SessionRecord, brief: bool, words: str) -> None:
    assert wording.when(one, TODAY, brief) == words


@pytest.mark.parametrize(
    ("rated", "words"),
    [
        (None, ""), (Tightness(), ""), (Tightness(5, 4), "L 5 · R 4"), (Tightness(0, None), "L 0"),
        (Tightness(None, 10), "R 10"),
    ],
)  # fmt: skip
def test_tightness(rated: Tightness | None, words: str) -> None:
    assert wording.tightness(replace(ADDED, tightness=rated)) == words


def test_a_session_after_midnight_says_which_day_it_counts_for() -> None:
    late = session(HELD, at=datetime(2026, 11, 21, 0, 30, tzinfo=ZONE))
    assert "It counts for Friday 20 Nov." in wording.remarks(late, TODAY)
    assert "It counts for" not in " ".join(wording.remarks(session(HELD), TODAY))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fine", "fine"),
        ("  two\r\nlines \n", "two\nlines"),
        ("bell\x07, null\x00.", "bell , null ."),
        ("\u202eevil\u202c \u2067left\u2069", "evil left"),
        ("שלום", "שלום"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("\ud800", ""),
        ("x" * 25, "x" * 24 + "\u200bx"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert wording.plain(text) == shown


def test_no_text_is_shown_without_end() -> None:
    assert len(wording.plain("ab " * 10_000)) <= wording.LONGEST_SHOWN
    assert len(wording.one_line("ab " * 10_000)) <= wording.LONGEST_LINE
    assert wording.plain("x" * 10_000).endswith("…")
    assert "\n" not in wording.one_line("a\nb\u2028c")


@pytest.mark.parametrize(
    ("ago", "said"), [(-1, "still to come"), (0, "today"), (1, "yesterday"), (2, "2 days ago"), (30, "30 days ago")]
)
def test_how_long_ago_a_day_was(ago: int, said: str) -> None:
    told = wording.day_described(TODAY - timedelta(days=ago), TODAY)
    assert re.split(r"2026[:,] ", told) == [told.partition("2026")[0], said]


def test_what_stands_in_which_column() -> None:
    one = replace(session(HELD, SKIPPED), tightness=Tightness(3, 7))
    cells = [cell(one, column, TODAY, {}) for column in range(COLUMNS)]
    assert cells == ["Friday 20 Nov, 19:42", "Daily", "1 of 2 holds", "30 s", "L 3 · R 7"]


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        (session(HELD, HELD), True), (session(HELD, SKIPPED, SKIPPED), False), (session(HELD, PAIN, SKIPPED), False),
        (replace(session(CUT, SKIPPED), outcome="interrupted"), False),
        (replace(session(CUT), source="import:x"), False),
        (session(), False), (ADDED, True),
    ],
)  # fmt: skip
def test_what_does_not_count_is_found_as_partial_and_says_why(one: SessionRecord, counts: bool) -> None:
    """`stats` leaves it out of its sessions."""
    assert one.counts == counts
    assert ("Partial" in wording.searched(one, TODAY, EXERCISES, {})) != counts
    assert any("doesn’t count" in remark for remark in wording.remarks(one, TODAY)) != counts


def test_of_an_imported_day_no_more_is_known_and_of_an_imported_session_its_holds() -> None:
    day = replace(ADDED, holds=(), planned_s=0.0, source="import:loop")
    assert wording.remarks(day, TODAY) == ("This day was imported from another program; no more is known of it.",)
    other = replace(session(HELD), source="import:x")
    assert wording.remarks(other, TODAY) == ("This session was imported from another program.",)
