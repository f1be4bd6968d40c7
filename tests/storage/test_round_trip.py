"""Whatever the history can hold, its own export brings back: through JSON and CSV, to the millisecond."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamstring_gui.domain.exercise import Side
from hamstring_gui.domain.history import HoldOutcome, HoldRecord, SessionOutcome, SessionRecord, Tightness
from hamstring_gui.domain.reading import FIRST_YEAR, LAST_YEAR
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_csv import BYTE_ORDER_MARK, read_csv, write_csv
from hamstring_gui.storage.exchange_json import read_json
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.history_rows import (
    LONGEST_HOLD_S,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_SESSION_S,
    MOST_SET,
    hold_row,
    session_of,
    session_row,
)
from hamstring_gui.storage.importing import carry_out, plan_import

NIGHTLY = pytest.mark.nightly
FIRST, LAST = datetime(FIRST_YEAR, 1, 2), datetime(LAST_YEAR, 12, 30)
START = datetime(2026, 11, 22, 19, 42, 5, 123456, timezone(timedelta(hours=1)))

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["", " ", "=1+1", "'", "\r", "\n=", ";'@", "\ufeff", "\0", "1e400", "NaN", "null", '"', "x" * LONGEST_NAME]
)
_offsets = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))) | st.sampled_from(
    [timezone(timedelta(minutes=53, seconds=28)), timezone(-timedelta(hours=4, minutes=56, seconds=2))]
)
_instants = st.datetimes(FIRST, LAST, timezones=_offsets)
_seconds = st.floats(0, LONGEST_HOLD_S) | st.sampled_from([0.0, 1e-9, 0.0004, LONGEST_HOLD_S, 30.0])
_holds = st.builds(
    HoldRecord, position=st.just(0), exercise=_texts, side=st.sampled_from(get_args(Side)),
    set=st.integers(1, MOST_SET), planned_s=_seconds, held_s=_seconds, outcome=st.sampled_from(get_args(HoldOutcome)),
    started_at=_instants,
)  # fmt: skip
_legs = st.none() | st.integers(0, 10)
_sessions = st.builds(
    SessionRecord, id=_texts.filter(str.strip), routine=_texts, routine_name=_texts, started_at=_instants,
    ended_at=_instants, day=st.dates(FIRST.date(), LAST.date()), outcome=st.sampled_from(get_args(SessionOutcome)),
    planned_s=_seconds | st.floats(0, LONGEST_SESSION_S),
    holds=st.lists(_holds, max_size=4).map(lambda all: tuple(replace(one, position=n) for n, one in enumerate(all))),
    tightness=st.none() | st.builds(Tightness, _legs, _legs).filter(lambda legs: legs != Tightness()),
    note=_texts, source=_texts,
)  # fmt: skip


def _to_the_millisecond(session: SessionRecord) -> SessionRecord:
    def cut(instant: datetime) -> datetime:
        return instant.replace(microsecond=instant.microsecond // 1000 * 1000)

    holds = tuple(
        replace(
            one, planned_s=round(one.planned_s, 3), held_s=round(one.held_s, 3), started_at=cut(one.started_at)
        )
        for one in session.holds
    )  # fmt: skip
    return replace(
        session, started_at=cut(session.started_at), ended_at=cut(session.ended_at), holds=holds,
        planned_s=round(session.planned_s, 3),
    )  # fmt: skip


def _there_and_back(sessions: Iterable[SessionRecord], folder: Path, form: str) -> dict[str, SessionRecord]:
    """What comes of sessions that go through one history, a file, and another history."""
    file, here, there = folder / f"out.{form}", folder / "here.sqlite3", folder / "there.sqlite3"
    for old in (here, there):
        old.unlink(missing_ok=True)
    with HistoryStore.open(here) as store:
        store.put_all(sessions)
        with file.open("w", encoding="utf-8", newline="") as out:
            if form == "csv":
                write_csv(store.each_session(), out)
            else:
                write_history(store.each_session(), out, store.rest_weeks(), store.goals())
    with HistoryStore.open(there) as store:
        plan = plan_import(file, store)
        assert (plan.problems, plan.left_out) == ((), ())
        carry_out(plan, store)
        assert plan_import(file, store).is_empty
        return {session.id: session for session in store.sessions()}


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(sessions=st.lists(_sessions, min_size=1, max_size=3, unique_by=lambda one: one.id), as_csv=st.booleans())
def test_what_the_history_holds_comes_back(sessions: list[SessionRecord], as_csv: bool) -> None:
    _check(sessions, as_csv)


@pytest.mark.nightly
@settings(max_examples=1500, suppress_health_check=list(HealthCheck))
@given(sessions=st.lists(_sessions, min_size=1, max_size=3, unique_by=lambda one: one.id), as_csv=st.booleans())
def test_what_the_history_holds_comes_back_again_and_again(sessions: list[SessionRecord], as_csv: bool) -> None:
    _check(sessions, as_csv)


def _check(sessions: list[SessionRecord], as_csv: bool) -> None:
    """Without the disk: by the rows that a history has of them."""
    stored = [session_of(session_row(one), [hold_row(one.id, hold)[1:] for hold in one.holds]) for one in sessions]
    out, found = io.StringIO(newline=""), Found()
    if as_csv:
        write_csv(stored, out)
        out.seek(len(BYTE_ORDER_MARK))
        text = io.StringIO(out.read(), newline="")
        read_csv(text, found, ",")
    else:
        write_history(stored, out)
        read_json(io.StringIO(out.getvalue(), newline=""), found)
    assert (found.problems, found.unknown) == ([], {})
    came = found.new
    expected = {one.id: _to_the_millisecond(one) for one in sessions}
    if as_csv:  # an empty cell has its usual value
        expected = {key: replace(one, routine_name=one.routine_name or one.routine) for key, one in expected.items()}
    assert came == expected


def _session(*holds: HoldRecord, **other: object) -> SessionRecord:
    values = {
        "id": "one", "routine": "daily", "routine_name": "Daily", "started_at": START, "ended_at": START,
        "day": START.date(), "outcome": "finished", "planned_s": 30.0, "holds": holds,
    }  # fmt: skip
    return SessionRecord(**(values | other))  # type: ignore[arg-type]


def _hold(position: int, **other: object) -> HoldRecord:
    values = {"exercise": "band", "side": "left", "set": 1, "planned_s": 30.0, "held_s": 30.0, "outcome": "held",
              "started_at": START}  # fmt: skip
    return HoldRecord(position, **(values | other))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["json", pytest.param("csv", marks=NIGHTLY)])
@pytest.mark.parametrize(
    "session",
    [
        pytest.param(
            _session(*(_hold(n, held_s=LONGEST_HOLD_S, planned_s=LONGEST_HOLD_S) for n in range(3)), planned_s=3e6),
            id="held for longer than one hold can be",
        ),
        pytest.param(
            _session(_hold(0), ended_at=START - timedelta(hours=3)), id="ended before it began: the clock was set back"
        ),
        pytest.param(
            _session(_hold(0, started_at=START - timedelta(days=400)), day=date(2000, 1, 1)), id="a clock gone wrong"
        ),
        pytest.param(_session(note="\n=" * (LONGEST_NOTE // 2)), id="a long note of formulas"),
        pytest.param(
            _session(_hold(0, set=MOST_SET, held_s=0.0, outcome="skipped")), id="a set of many", marks=NIGHTLY
        ),
        pytest.param(
            _session(_hold(0, exercise=""), source="by hand", tightness=Tightness(None, 0)), id="by hand", marks=NIGHTLY
        ),
        pytest.param(
            _session(routine="", routine_name="", source="import:loop", planned_s=0.0), id="from elsewhere",
            marks=NIGHTLY,
        ),
        pytest.param(_session(planned_s=LONGEST_SESSION_S), id="planned without end", marks=NIGHTLY),
        pytest.param(_session(*(_hold(n) for n in range(60))), id="many holds"),
    ],
)  # fmt: skip
def test_our_own_export_can_always_be_imported(session: SessionRecord, form: str, tmp_path: Path) -> None:
    assert _there_and_back([session], tmp_path, form) == {"one": _to_the_millisecond(session)}


def test_a_half_character_is_stored_as_a_question_mark_and_comes_back(tmp_path: Path) -> None:
    half = _session(_hold(0, exercise="b\ud800"), routine="r\udfff", routine_name="n\ud800", note="x\ud83d")
    came = _there_and_back([half], tmp_path, "json")["one"]
    assert (came.routine, came.routine_name, came.note, came.holds[0].exercise) == ("r?", "n?", "x?", "b?")
