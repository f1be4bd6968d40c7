"""The JSON document: its keys, their order, and numbers and instants as other programs read them."""

import io
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import HoldRecord, SessionRecord, Tightness
from hamstring_gui.storage.exchange import write_history

CET = timezone(timedelta(hours=1))
START = datetime(2026, 11, 22, 19, 42, 5, tzinfo=CET)


def session(**other: Any) -> SessionRecord:
    values: dict[str, Any] = {
        "id": "0b7e",
        "routine": "daily-band-stretch",
        "routine_name": "Daily band stretch",
        "started_at": START,
        "ended_at": START + timedelta(seconds=100.5),
        "day": date(2026, 11, 22),
        "outcome": "finished",
        "planned_s": 60.0,
        "holds": (
            HoldRecord(0, "band", "right", 1, 30.0, 30.0, "held", START + timedelta(seconds=20)),
            HoldRecord(1, "band", "left", 1, 30.0, 12.3456, "stopped for pain", START + timedelta(seconds=62.0625)),
        ),
        "tightness": Tightness(4, 5),
        "note": "",
    }
    return SessionRecord(**(values | other))


def written(*sessions: SessionRecord) -> str:
    out = io.StringIO()
    write_history(sessions, out)
    return out.getvalue()


EXPECTED = """\
{
  "format": "hamstring-history",
  "version": 1,
  "sessions": [
    {
      "id": "0b7e",
      "routine": "daily-band-stretch",
      "routine_name": "Daily band stretch",
      "started_at": "2026-11-22T19:42:05+01:00",
      "ended_at": "2026-11-22T19:43:45.500+01:00",
      "day": "2026-11-22",
      "outcome": "finished",
      "planned_s": 60.0,
      "held_s": 42.346,
      "tightness": {
        "left": 4,
        "right": 5
      },
      "note": "",
      "holds": [
        {
          "exercise": "band",
          "side": "right",
          "set": 1,
          "planned_s": 30.0,
          "held_s": 30.0,
          "outcome": "held",
          "started_at": "2026-11-22T19:42:25+01:00"
        },
        {
          "exercise": "band",
          "side": "left",
          "set": 1,
          "planned_s": 30.0,
          "held_s": 12.346,
          "outcome": "stopped for pain",
          "started_at": "2026-11-22T19:43:07.062+01:00"
        }
      ]
    }
  ],
  "rest_weeks": [],
  "goals": []
}
"""


def test_the_document_to_the_letter() -> None:
    assert written(session()) == EXPECTED


def test_no_sessions() -> None:
    assert json.loads(written()) == {
        "format": "hamstring-history",
        "version": 1,
        "sessions": [],
        "rest_weeks": [],
        "goals": [],
    }


def test_rest_weeks_and_goals_come_after_the_sessions() -> None:
    out = io.StringIO()
    goals = [Goal(date(2026, 1, 1), 2), Goal(date(2026, 11, 16), 5)]
    write_history([], out, rest_weeks=[date(2026, 11, 16), date(2026, 11, 9)], goals=goals)
    document = json.loads(out.getvalue())
    assert list(document) == ["format", "version", "sessions", "rest_weeks", "goals"]
    assert document["rest_weeks"] == ["2026-11-09", "2026-11-16"]
    assert document["goals"] == [{"since": "2026-01-01", "days": 2}, {"since": "2026-11-16", "days": 5}]
    assert out.getvalue() == json.dumps(document, indent=2) + "\n"


def test_only_a_session_of_somebody_else_says_its_source() -> None:
    assert '"source"' not in written(session())
    assert json.loads(written(session(source="by hand")))["sessions"][0]["source"] == "by hand"


@pytest.mark.parametrize(
    ("tightness", "shown"),
    [
        (None, None),
        (Tightness(), None),
        (Tightness(4, None), {"left": 4, "right": None}),
        (Tightness(None, 0), {"left": None, "right": 0}),
    ],
)
def test_tightness_is_null_where_nothing_was_rated(tightness: Tightness | None, shown: object) -> None:
    assert json.loads(written(session(tightness=tightness)))["sessions"][0]["tightness"] == shown


def test_whole_numbers_of_seconds_are_written_as_the_others() -> None:
    assert '"planned_s": 60.0' in written(session(planned_s=60))


_texts = st.text(st.characters(exclude_categories=["Cs"]))
_instants = st.datetimes(timezones=st.sampled_from([UTC, CET, timezone(-timedelta(hours=9, minutes=30))]))
_holds = st.builds(
    HoldRecord,
    position=st.just(0),
    exercise=_texts,
    side=st.sampled_from(["left", "right", "both"]),
    set=st.integers(1, 50),
    planned_s=st.floats(0, 3600),
    held_s=st.floats(0, 3600),
    outcome=st.sampled_from(["held", "skipped"]),
    started_at=_instants,
)
_sessions = st.builds(
    session,
    id=_texts,
    routine=_texts,
    routine_name=_texts,
    note=_texts,
    source=_texts,
    started_at=_instants,
    ended_at=_instants,
    holds=st.lists(_holds, max_size=3).map(tuple),
    tightness=st.none() | st.builds(Tightness, st.none() | st.integers(0, 10), st.none() | st.integers(0, 10)),
)


@given(st.lists(_sessions, max_size=3))
def test_the_text_is_what_json_would_write_and_holds_what_was_given(sessions: list[SessionRecord]) -> None:
    text = written(*sessions)
    document = json.loads(text)
    assert text == json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    for shown, record in zip(document["sessions"], sessions, strict=True):
        assert (shown["id"], shown["routine"], shown["note"]) == (record.id, record.routine, record.note)
        assert datetime.fromisoformat(shown["started_at"]) - record.started_at <= timedelta(milliseconds=1)
        assert datetime.fromisoformat(shown["ended_at"]).utcoffset() == record.ended_at.utcoffset()
        assert shown["held_s"] == pytest.approx(sum(hold["held_s"] for hold in shown["holds"]))
        for shown_hold, hold in zip(shown["holds"], record.holds, strict=True):
            assert shown_hold["held_s"] == pytest.approx(hold.held_s, abs=0.00051)
            assert (shown_hold["side"], shown_hold["set"]) == (hold.side, hold.set)
