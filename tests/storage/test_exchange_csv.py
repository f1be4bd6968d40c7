"""The spreadsheet: as other programs open it, made by hand, with mistakes, and that exports come back whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, by_hand
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_csv import write_csv
from hamstring_gui.storage.importing import Import

Plan = Callable[[str], Import]


def test_the_table_as_spreadsheet_programs_open_it(evening: datetime) -> None:
    out = io.StringIO(newline="")
    write_csv([by_hand("=x", evening, date(2026, 11, 22), left_s=90, right_s=0, note="-1, böse")], out)
    header, row, end = out.getvalue().split("\r\n")
    assert header.startswith("\ufeffsession,day,time,started_at,")
    assert row.startswith("'=x,2026-11-22,19:42,2026-11-22T19:42:05+01:00,2026-11-22T19:43:35+01:00,,,finished,90")
    assert '"\'-1, böse",by hand,1,,left,1,90' in row
    assert end == ""


@pytest.mark.parametrize(
    ("note", "cell"),
    [
        ("well; =1+1", "well; '=1+1"),
        ("a\n=1\r\n@b", "a\n'=1\r\n'@b"),
        ('x;"=1', "x;\"'=1"),
        ("a;'b", "a;''b"),
        ("\n-1", "'\n'-1"),
        ("3-4; 5", "3-4; 5"),
    ],
)
def test_nothing_that_may_become_a_cell_is_a_formula(plan: Plan, evening: datetime, note: str, cell: str) -> None:
    session = by_hand("one", evening, date(2026, 11, 22), left_s=90, right_s=0, note=note)
    out = io.StringIO(newline="")
    write_csv([session], out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue().lstrip("\ufeff"), newline=""))
    assert row["note"] == cell
    assert plan(out.getvalue()).new == (session,)


def test_a_table_made_by_hand(plan: Plan) -> None:
    text = "day;exercise;side;held_s;mood\r\n2026-11-20;band;left;30,5;x\r\n\r\n2026-11-20;band;right;29\r\n"
    found = plan(text)
    (session,) = found.new
    assert [(hold.side, hold.held_s) for hold in session.holds] == [("left", 30.5), ("right", 29)]
    assert (session.day, found.left_out) == (date(2026, 11, 20), ("mood",))
    assert plan(text).new[0].id == session.id


def test_rows_in_any_order_come_back_in_the_order_of_the_holds(plan: Plan) -> None:
    rows = ["b,2026-11-21,2,left,4", "a,2026-11-20,2,left,2", "b,2026-11-21,1,left,3", "a,2026-11-20,1,left,1"]
    found = plan("\n".join(["session,day,hold,side,held_s", *rows]))
    assert [[hold.held_s for hold in session.holds] for session in found.new] == [[1, 2], [3, 4]]
    assert [hold.position for hold in found.new[0].holds] == [0, 1]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("a,2026-11-20,up,3,", "line 3, side: must be one of"),
        ("a,2026-11-20,left,much,", 'line 3, held_s: must be a number; it is "much"'),
        ("a,2026-11-20,left,nan,", "line 3, held_s: must be a number"),
        ("a,2026-11-20,left,1e999,", "line 3, held_s: must be a number"),
        ("b,20.11.2026,left,3,", 'line 3, session, day: must be a date like 2026-11-22, of the years 1970 to 2200; it'),
        ("a,2026-11-20,left,3,other", "line 3, note: differs from line 2, which is the same session"),
        ("a,2026-11-20,left,3,,7", "line 3: has 6 columns; the first line names 5"),
    ],
)  # fmt: skip
def test_a_row_that_is_wrong_is_told_with_its_line(plan: Plan, row: str, problem: str) -> None:
    found = plan(f"session,day,side,held_s,note\na,2026-11-20,left,30,\n{row}\nc,2026-11-21,left,3,\n")
    assert len(found.problems) == 1
    assert found.problems[0].startswith(problem)


# -- there and back --------------------------------------------------------------------------------------------------
_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
_formulas = st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\tx",
        "\rx",
        "'",
        "''=1",
        "'=1",
        "＝1",
        "a;=1",
        "a\n'=1",
        ";;'",
        "\r\n;=",
        'say "a,b"\r\nc',
        " x ",
    ]
)
_seconds = st.integers(0, 600_000).map(lambda ms: ms / 1000)
_instants = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(
    lambda instant: instant.replace(microsecond=0)
)
_holds = st.builds(
    HoldRecord,
    position=st.just(0),
    exercise=_texts | _formulas,
    side=st.sampled_from(["left", "right", "both"]),
    set=st.integers(1, 50),
    planned_s=_seconds,
    held_s=_seconds,
    outcome=st.sampled_from(["held", "ended early", "skipped", "stopped for pain"]),
    started_at=_instants,
)
_ratings = st.none() | st.sampled_from([Tightness(0, 10), Tightness(None, 3), Tightness(4, None)])


@st.composite
def _session(draw: st.DrawFn, number: int) -> SessionRecord:
    held = draw(st.lists(_holds, max_size=4))
    holds = [
        HoldRecord(n, h.exercise, h.side, h.set, h.planned_s, h.held_s, h.outcome, h.started_at)
        for n, h in enumerate(held)
    ]
    start = draw(_instants)
    return SessionRecord(
        f"{draw(_formulas)}{number}", draw(_texts | _formulas), draw(_texts | _formulas.map(str.upper)), start,
        start + timedelta(seconds=draw(st.integers(0, 5000))), draw(st.dates(date(1990, 1, 1), date(2100, 1, 1))),
        draw(st.sampled_from(["finished", "ended early", "interrupted"])), draw(_seconds), tuple(holds), draw(_ratings),
        draw(_texts | _formulas), draw(_texts | _formulas),
    )  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), count=st.integers(1, 4), as_csv=st.booleans())
def test_an_export_comes_back_whole(plan: Plan, data: st.DataObject, count: int, as_csv: bool) -> None:
    sessions = [data.draw(_session(n)) for n in range(count)]
    out = io.StringIO(newline="")
    (write_csv if as_csv else write_history)(sessions, out)
    found = plan(out.getvalue())
    assert (found.problems, found.left_out) == ((), ())

    if as_csv:  # an empty cell has its usual value
        sessions = [replace(session, routine_name=session.routine_name or session.routine) for session in sessions]
    assert sorted(found.new, key=lambda s: s.id) == sorted(sessions, key=lambda s: s.id)
