"""The spreadsheet: as other programs open it, made by hand, with mistakes, and that exports come back whole."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness, by_hand
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_csv import write_csv
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, plan_import

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


@pytest.mark.parametrize("names", ["day,day,side,held_s", "started_at,day,day,side,held_s"])
def test_two_columns_of_one_name_are_no_riddle(plan: Plan, names: str) -> None:
    days = {"day": "25.11.2026", "started_at": "25.11.2026 19:42"}
    row = ",".join([*(days[name] for name in names.split(",")[:-2]), "left", "30"])
    assert [session.day for session in plan(f"{names}\n{row}\n").new] == [date(2026, 11, 25)]


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
        ("b,20.13.2026,left,3,", 'line 3, session, day: must be a date like 2026-11-22, of the years 1970 to 2200; it'),
        ("a,2026-11-20,left,3,other", "line 3, note: differs from line 2, which is the same session"),
        ("a,2026-11-20,left,3,,7", "line 3: has 6 columns; the first line names 5"),
    ],
)  # fmt: skip
def test_a_row_that_is_wrong_is_told_with_its_line(plan: Plan, row: str, problem: str) -> None:
    found = plan(f"session,day,side,held_s,note\na,2026-11-20,left,30,\n{row}\nc,2026-11-21,left,3,\n")
    assert len(found.problems) == 1
    assert found.problems[0].startswith(problem)


# -- saved again by a spreadsheet program ------------------------------------------------------------------------------
EVENINGS = [datetime(2026, 11, day, 19, 42, 5, tzinfo=timezone(timedelta(hours=1))) for day in (5, 25)]
SAVED = [
    by_hand(
        f"s{at.day}", at, at.date(), left_s=90.5, right_s=29.876, note='stiff; "left", -1', tightness=Tightness(3, 4)
    )
    for at in EVENINGS
]


def saved_again(
    sessions: Sequence[SessionRecord], day: str = "%Y-%m-%d", *, delimiter: str = ",", comma: bool = False,
    quoting: Any = csv.QUOTE_MINIMAL, before: str = "", extra: int = 0, backwards: bool = False,
) -> str:  # fmt: skip
    """Our CSV as a spreadsheet program writes it: the same cells, in its own way."""
    out = io.StringIO(newline="")
    write_csv(sessions, out)
    header, *rows = csv.reader(io.StringIO(out.getvalue().lstrip("\ufeff"), newline=""))
    for row in rows:
        row[header.index("day")] = date.fromisoformat(row[header.index("day")]).strftime(day)
        if comma:
            row[:] = [cell.replace(".", ",") if re.fullmatch(r"[0-9]+\.[0-9]+", cell) else cell for cell in row]
    again = io.StringIO(newline="")
    writer = csv.writer(again, delimiter=delimiter, quoting=quoting)
    for row in (header, *rows, *[[""] * len(header)] * extra):
        writer.writerow((row[::-1] if backwards else row) + [""] * extra)
    return before + again.getvalue()


@pytest.mark.parametrize(
    "how",
    [
        {"day": "%m/%d/%Y"},
        {"day": "%d.%m.%Y", "delimiter": ";", "comma": True},
        {"day": "%d/%m/%y", "delimiter": "\t", "comma": True},
        {"day": "%Y/%m/%d"},
        {"day": "%Y-%m-%d 00:00:00"},
        {"quoting": csv.QUOTE_ALL, "comma": True},
        {"before": "sep=;\r\n", "delimiter": ";"},
        {"before": "sep=,\n", "day": "%d.%m.%Y"},
        {"before": '"sep=\t"\r\n', "delimiter": "\t"},
        {"before": "\ufeff\r\n", "extra": 3},
        {"backwards": True, "extra": 2, "delimiter": ";"},
    ],
)
def test_our_table_saved_by_a_spreadsheet_program_is_the_same_history(plan: Plan, how: dict[str, Any]) -> None:
    found = plan(saved_again(SAVED, **how))
    assert (found.problems, found.left_out, list(found.new)) == ((), (), SAVED)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_its_encoding_is_known_by_its_mark(store: HistoryStore, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "weeks.txt"
    sessions = [replace(session, note="Dähnübung ✓") for session in SAVED]
    file.write_bytes(saved_again(sessions, "%d.%m.%Y", delimiter="\t", comma=True).encode(encoding))
    assert list(plan_import(file, store).new) == sessions


def test_another_encoding_is_refused_with_what_to_do(store: HistoryStore, tmp_path: Path) -> None:
    file = tmp_path / "weeks.csv"
    file.write_bytes(saved_again([replace(SAVED[0], note="Dähnübung")]).encode("cp1252"))
    with pytest.raises(StorageError, match="this is not UTF-8 text; a spreadsheet program can save it as “CSV UTF-8”"):
        plan_import(file, store)


@pytest.mark.parametrize("day", ["%m/%d/%Y", "%d.%m.%Y", "%d/%m/%y", "%m-%d-%y"])
def test_the_start_tells_which_number_is_the_month(plan: Plan, day: str) -> None:
    """Also where both could be, and where the session after midnight belongs to the day before."""
    night = datetime(2026, 11, 6, 0, 30, tzinfo=UTC)
    sessions = [SAVED[0], by_hand("night", night, date(2026, 11, 5), left_s=60, right_s=60)]
    assert [session.day for session in plan(saved_again(sessions, day)).new] == [date(2026, 11, 5)] * 2


def test_a_session_moved_to_another_day_by_hand_does_not_keep_the_others_from_being_read(plan: Plan) -> None:
    sessions = [replace(SAVED[0], day=date(2026, 10, 31)), SAVED[1]]
    assert list(plan(saved_again(sessions, "%d.%m.%Y")).new) == sessions


def test_a_start_before_all_years_tells_nothing_of_the_order(plan: Plan) -> None:
    text = "day,started_at,side,held_s\n25.11.2026,0001-01-01T19:42:00+01:00,left,30\n"
    assert "of the years 1970 to 2200" in plan(text).problems[0]


def test_a_start_that_lost_its_offset_is_read_in_the_order_of_the_days(plan: Plan) -> None:
    text = "day,started_at,side,held_s\n11/25/2026,11/25/2026 7:42 PM,left,30\n11/5/2026,11/5/2026 12:05:09 AM,left,3\n"
    first, second = plan(text).new
    assert first.started_at.replace(tzinfo=None) == datetime(2026, 11, 5, 0, 5, 9)
    assert second.started_at.replace(tzinfo=None) == datetime(2026, 11, 25, 19, 42)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (["5/11/2026,left,30"], 'line 2, day: "5/11/2026" may be 2026-05-11 or 2026-11-05, and nothing in the'),
        (["25/11/2026,left,30", "11/26/2026,left,30"], 'line 2, session, day: must be a date like 2026-11-22'),
        (["2026-11-25,left,30", "26/11/2026,left,30"], 'line 3, session, day: must be a date like 2026-11-22'),
        (["31/11/2026,left,30"], 'line 2, session, day: must be a date'),
        (["46351,left,30"], 'line 2, session, day: must be a date'),
        (["2026-11-25,left,1.234,5"], "line 2: has 4 columns; the first line names 3"),
        (['2026-11-25,left,"1.234,5"'], 'line 2, held_s: must be a number; it is "1.234,5"'),
    ],
)  # fmt: skip
def test_what_nobody_can_tell_is_refused(plan: Plan, rows: list[str], problem: str) -> None:
    assert plan("\n".join(["day,side,held_s", *rows])).problems[0].startswith(problem)


def test_a_quotation_mark_that_never_ends_loses_no_rows(plan: Plan) -> None:
    with pytest.raises(StorageError, match="this is not CSV: unexpected end of data"):
        plan('day,held_s,note\n2026-11-20,30,"well\n2026-11-21,30,\n2026-11-22,30,\n')


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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
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
