"""Taking in files: what a person may have left out, what is refused with its place, and that it is all or nothing."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.storage import found, importing
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, carry_out, plan_import, take_back

Plan = Callable[[str], Import]
HOLD = {"exercise": "band", "side": "left", "held_s": 30}
WHOLE = {
    "id": "a",
    "started_at": "2026-11-22T19:42:05+01:00",
    "planned_s": 60.0,
    "holds": [HOLD | {"planned_s": 30.0, "outcome": "held", "set": 1, "started_at": "2026-11-22T19:42:25+01:00"}],
}


def document(*sessions: object, **other: object) -> str:
    return json.dumps({"format": "hamstring-history", "version": 1, "sessions": list(sessions), **other})


def only(found: Import) -> SessionRecord:
    assert found.problems == ()
    (session,) = found.new
    return session


# -- a second import, and what is here already -----------------------------------------------------------------------
def test_an_import_brings_everything_once(store: HistoryStore, plan: Plan) -> None:
    text = document(
        WHOLE, WHOLE | {"id": "b"}, rest_weeks=["2026-11-16"], goals=[{"since": "2026-11-16", "days": 4}]
    )  # fmt: skip
    first = plan(text)
    assert ([session.id for session in first.new], first.already_here, first.is_empty) == (["a", "b"], 0, False)
    assert store.sessions() == ()
    carry_out(first, store)
    assert store.sessions() == first.new
    assert (store.rest_weeks(), store.goals()) == ({date(2026, 11, 16)}, (Goal(date(2026, 11, 16), 4),))
    again = plan(text)
    assert (again.is_empty, again.already_here) == (True, 2)
    carry_out(again, store)
    store.put_session(replace(first.new[1], note="edited"))
    store.set_goal(Goal(date(2026, 11, 16), 7))
    carry_out(first, store)  # a plan from before
    assert [session.note for session in store.sessions()] == ["", "edited"]
    assert store.goals() == (Goal(date(2026, 11, 16), 7),)


def test_a_stored_export_comes_out_as_it_went_in(store: HistoryStore) -> None:
    """To the byte, as an earlier version wrote it."""
    file = Path(__file__).parent / "files" / "history-1.json"
    carry_out(plan_import(file, store), store)
    out = io.StringIO()
    write_history(store.sessions(), out, store.rest_weeks(), store.goals())
    assert out.getvalue().encode() == file.read_bytes()


def test_what_is_here_stays(store: HistoryStore, plan: Plan) -> None:
    carry_out(plan(document(WHOLE, goals=[{"since": "2026-11-16", "days": 4}])), store)
    before = store.sessions()
    carry_out(plan(document(WHOLE | {"note": "other"}, goals=[{"since": "2026-11-16", "days": 7}])), store)
    assert (store.sessions(), store.goals()) == (before, (Goal(date(2026, 11, 16), 4),))


def test_a_session_without_an_id_is_the_same_the_next_time(store: HistoryStore, plan: Plan) -> None:
    text = document({"day": "2026-11-20", "held_s": 180}, {"started_at": "2026-11-21T10:00", "holds": [HOLD]})
    carry_out(plan(text), store)
    assert (plan(text).already_here, plan(text).new) == (2, ())
    reordered = document({"holds": [HOLD], "started_at": "2026-11-21T10:00"}, {"held_s": 180.0, "day": "2026-11-20"})
    assert plan(reordered).already_here == 2


def test_the_same_session_twice_in_a_file_is_one(plan: Plan) -> None:
    found = plan(document(WHOLE, WHOLE))
    assert (len(found.new), found.already_here, found.problems) == (1, 1, ())
    (problem,) = plan(document(WHOLE, WHOLE | {"note": "x"})).problems
    assert problem == 'session 2, id: another session of this file is called "a" too'


# -- what may be missing ---------------------------------------------------------------------------------------------
def test_a_document_with_next_to_nothing_in_it(plan: Plan) -> None:
    session = only(plan('{"sessions": [{"started_at": "2026-11-23T00:30:00+01:00", "holds": []}]}'))
    assert (session.day, session.outcome, session.planned_s) == (date(2026, 11, 22), "finished", 0.0)
    assert (session.routine, session.routine_name, session.note, session.tightness) == ("", "", "", None)
    assert (session.ended_at, session.source, session.counts) == (session.started_at, "", False)


@pytest.mark.parametrize(
    ("hold", "expected"),
    [
        ({"held_s": 20}, (20, 20, "held")),
        ({"planned_s": 30}, (30, 30, "held")),
        ({"planned_s": 30, "held_s": 30}, (30, 30, "held")),
        ({"planned_s": 30, "held_s": 12.5}, (30, 12.5, "ended early")),
        ({"planned_s": 30, "held_s": 0}, (30, 0, "skipped")),
        ({"planned_s": 30, "outcome": "skipped"}, (30, 0, "skipped")),
        ({"planned_s": 30, "outcome": "held"}, (30, 30, "held")),
        ({"planned_s": 30, "held_s": 30, "outcome": "stopped for pain"}, (30, 30, "stopped for pain")),
    ],
)
def test_what_a_hold_leaves_out_follows_from_the_rest(
    plan: Plan, hold: dict[str, Any], expected: tuple[float, float, str]
) -> None:
    (read,) = only(plan(document({"day": "2026-11-22", "holds": [{"side": "left"} | hold]}))).holds
    assert (read.planned_s, read.held_s, read.outcome) == expected


def test_sets_are_counted_for_each_exercise_and_side(plan: Plan) -> None:
    sides = ["left", "right", "left", "left"]
    session = only(plan(document({"day": "2026-11-22", "holds": [HOLD | {"side": side} for side in sides]})))
    assert [(hold.side, hold.set, hold.position) for hold in session.holds] == [
        ("left", 1, 0), ("right", 1, 1), ("left", 2, 2), ("left", 3, 3),
    ]  # fmt: skip
    assert session.planned_s == 120.0


def test_the_end_is_that_of_the_last_hold(plan: Plan) -> None:
    session = only(plan(document(WHOLE)))
    assert session.ended_at == datetime(2026, 11, 22, 18, 42, 55, tzinfo=UTC)


def test_held_seconds_without_holds_are_not_lost(plan: Plan) -> None:
    session = only(plan(document({"day": "2026-11-22", "held_s": 180, "planned_s": 240})))
    assert (session.held_s, session.planned_s, session.counts) == (180, 240, True)


@pytest.mark.parametrize("text", ["2026-11-22T19:42:05", "2026-11-22 19:42:05", "20261122T194205"])
def test_an_instant_without_an_offset_is_local_time(plan: Plan, text: str) -> None:
    session = only(plan(document({"started_at": text})))
    assert session.started_at.replace(tzinfo=None) == datetime(2026, 11, 22, 19, 42, 5)
    assert session.started_at.utcoffset() == datetime(2026, 11, 22, 19, 42, 5).astimezone().utcoffset()


@pytest.mark.parametrize("given_", [{"day": "2026-11-22"}, {"started_at": "2026-11-22"}])
def test_a_day_alone_is_that_day(plan: Plan, given_: dict[str, str]) -> None:
    session = only(plan(document(given_)))
    assert (session.day, session.started_at.hour) == (date(2026, 11, 22), 12)


def test_nulls_are_as_good_as_nothing(plan: Plan) -> None:
    nulls = dict.fromkeys(("id", "day", "ended_at", "outcome", "tightness", "note", "planned_s", "routine"))
    session = only(plan(document(WHOLE | nulls)))
    assert (session.day, session.outcome, session.planned_s) == (date(2026, 11, 22), "finished", 30.0)
    rated = only(plan(document(WHOLE | {"tightness": {"left": None, "right": 3}})))
    assert rated.tightness == Tightness(None, 3)


def test_what_is_not_known_is_left_out_and_said(plan: Plan) -> None:
    found = plan(document(WHOLE | {"mood": 3, "holds": [HOLD | {"colour": "red"}]}, weather="fine"))
    assert set(found.left_out) == {"mood", "colour", "weather"}
    assert len(found.new) == 1


def test_any_date_of_a_week_marks_its_rest(plan: Plan) -> None:
    assert plan(document(rest_weeks=["2026-11-18", "2026-11-22"])).rest_weeks == {date(2026, 11, 16)}


def test_a_list_without_sessions_is_a_history_too(plan: Plan) -> None:
    for text in ('{"sessions": []}', '{"goals": []}', '{"rest_weeks": []}'):
        assert plan(text).is_empty


def test_the_first_week_can_be_a_rest_week_there_and_back(store: HistoryStore, plan: Plan) -> None:
    assert plan(document(rest_weeks=["1969-12-28"])).problems[0].startswith("rest_weeks 1: must be a date like")
    first = plan(document(rest_weeks=["1970-01-01", "2200-12-31"]))
    carry_out(first, store)
    out = io.StringIO()
    write_history((), out, store.rest_weeks())
    again = plan(out.getvalue())
    assert (again.problems, again.is_empty) == ((), True)
    take_back(first, store)
    assert plan(out.getvalue()).rest_weeks == {date(1969, 12, 29), date(2200, 12, 29)}


def test_half_a_character_is_not_the_end_of_it(store: HistoryStore, plan: Plan) -> None:
    carry_out(plan(document(WHOLE | {"note": "good \ud83d", "id": "\udc00", "routine": "\udc00"})), store)
    (session,) = store.sessions()
    assert (session.note, session.id) == ("good ?", "?")


# -- what is refused -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ({"started_at": "yesterday"}, "session 2, started_at: must be an instant like 2026-11-22T19:42:05+01:00"),
        ({"started_at": 3}, "session 2, started_at: must be text in quotes; it is 3"),
        ({"started_at": "9999-12-31T23:59:59-23:00"}, "session 2, started_at: must be an instant"),
        ({"started_at": "0001-01-01T00:00:00+23:00"}, "session 2, started_at: must be an instant"),
        ({"started_at": None}, "session 2, started_at: is missing"),
        ({"day": "2026-02-29"}, "session 2, day: must be a date like 2026-11-22, of the years 1970 to 2200"),
        ({"day": "1066-10-14"}, "session 2, day: must be a date"),
        ({"ended_at": "2026-11-22T25:00"}, "session 2, ended_at: must be an instant"),
        ({"outcome": "won"}, "session 2, outcome: must be one of"),
        ({"planned_s": -1}, "session 2, planned_s: must be at least 0"),
        ({"planned_s": float("nan")}, "session 2, planned_s: must be a number; it is nan"),
        ({"planned_s": float("inf")}, "session 2, planned_s: must be a number; it is inf"),
        ({"planned_s": "60"}, 'session 2, planned_s: must be a number; it is "60"'),
        ({"planned_s": True}, "session 2, planned_s: must be a number; it is true"),
        ({"planned_s": 10**400}, "session 2, planned_s: must be a number"),
        ({"tightness": {"left": 11}}, "session 2, tightness, left: must be at least 0 and at most 10; it is 11"),
        ({"tightness": 4}, "session 2, tightness: must be a table"),
        ({"note": "x" * 100_001}, "session 2, note: must be at most 100000 characters"),
        ({"id": 5}, "session 2, id: must be text"),
        ({"id": "x" * 501}, "session 2, id: must be at most 500 characters"),
        ({"holds": 3}, "session 2, holds: must be a list of tables; it is 3"),
        ({"holds": [3]}, "session 2, holds: must be a list of tables"),
        ({"holds": [HOLD, HOLD | {"held_s": -1}]}, "session 2, holds 2, held_s: must be at least 0"),
        ({"holds": [HOLD | {"held_s": "30"}]}, 'session 2, holds 1, held_s: must be a number; it is "30"'),
        ({"holds": [{"side": "left"}]}, "session 2, holds 1, held_s: is missing"),
        ({"holds": [{"held_s": 3}]}, "session 2, holds 1, side: is missing"),
        ({"holds": [HOLD | {"side": "up"}]}, "session 2, holds 1, side: must be one of"),
        ({"holds": [HOLD | {"set": 0}]}, "session 2, holds 1, set: must be at least 1"),
        ({"holds": [HOLD | {"outcome": []}]}, "session 2, holds 1, outcome: must be one of"),
        ({"holds": [HOLD | {"exercise": 1}]}, "session 2, holds 1, exercise: must be text"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_imported(
    store: HistoryStore, plan: Plan, bad: dict[str, Any], problem: str
) -> None:
    found = plan(document(WHOLE, WHOLE | {"id": "b"} | bad, WHOLE | {"id": "c"}))
    assert len(found.problems) == 1
    assert found.problems[0].startswith(problem)
    assert [session.id for session in found.new] == ["a", "c"]
    with pytest.raises(StorageError, match=r"in\.txt: nothing was imported: session 2"):
        carry_out(found, store)
    assert store.sessions() == ()


@pytest.mark.parametrize("digits", [400, 5000, 1_000_000])
def test_a_number_of_very_many_digits_is_told_with_its_place(plan: Plan, digits: int) -> None:
    text = document(WHOLE, WHOLE | {"id": "b"} | {"planned_s": 123}).replace("123", "9" * digits)
    assert plan(text).problems[0].startswith("session 2, planned_s: must be a number; it is ")
    text = document(WHOLE | {"holds": [HOLD | {"set": 123}]}).replace("123", "-" + "9" * digits)
    assert plan(text).problems[0].startswith("session 1, holds 1, set: must be ")


@pytest.mark.parametrize("depth", range(20, 1000, 35))
def test_nesting_is_refused_however_deep(plan: Plan, depth: int) -> None:
    """What is just not too deep for the parser may be too deep for the sentence about it."""
    text = document({"day": "2026-11-22", "note": 123}).replace("123", "[" * depth + "]" * depth)
    try:
        (problem,) = plan(text).problems
    except StorageError as error:
        assert str(error).endswith("in.txt: this is nested too deeply")  # noqa: PT017
    else:
        assert problem.startswith("session 1, note: must be text in quotes; it is [[[")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"sessions": [3]}', "session 1: must be an object"),
        ('{"sessions": 3}', "session 1: must be an object"),
        ('{"goals": 3}', "goals: must be a list of tables; it is 3"),
        ('{"goals": [{"since": "2026-11-16", "days": 8}]}', "goals 1, days: must be at least 1 and at most 7; it is 8"),
        ('{"goals": [{"days": 3}]}', "goals 1, since: is missing"),
        ('{"rest_weeks": ["2026-11-16", "soon"]}', "rest_weeks 2: must be a date"),
        ('{"rest_weeks": 3}', "rest_weeks 1: must be text"),
    ],
)
def test_lists_that_are_wrong_are_told(plan: Plan, text: str, problem: str) -> None:
    assert plan(text).problems[0].startswith(problem)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "there is nothing in it"),
        (b" \r\n\t\n", "there is nothing in it"),
        (b"Dear diary", "this is neither a history of Hamstring"),
        (b"\x89PNG\r\n\x1a\n", "this is not UTF-8 text"),
        (b"\xef\xbb\xbf", "there is nothing in it"),
        (b"\xff\xfe", "there is nothing in it"),
        (b"\xff\xfea", "this is not UTF-8 text"),
        (b'{"format": "other"}', 'this is not a Hamstring history; its format is "other"'),
        (b"{}", "this is no Hamstring history: it has no list of sessions"),
        (b'{"hello": 1}', "this is no Hamstring history"),
        (b'{"version": 2}', "this is of a newer program (version 2, known is 1)"),
        (b'{"version": "1"}', "this is of a newer program"),
        (b'{"sessions": [', "line 1: this is not JSON"),
        (b'{"sessions": [1\n,\n2\n3]}', "line 4: this is not JSON: Expecting ',' delimiter"),
        (b'{"sessions": [\r\n{},\r\n{"a": tru}]}', "line 3: this is not JSON: Expecting value"),
        (b'{"sessions": []}\n{"goals": []}', "line 2: this is not JSON: Extra data"),
        (b'{"sessions": [{"a": "x', "line 1: this is not JSON: Unterminated string"),
        (b'{"note": "\n"}', "line 1: this is not JSON: Invalid control character"),
        (b"{'sessions': []}", "line 1: this is not JSON: Expecting property name enclosed in double quotes"),
        (b'{"sessions": []}'.replace(b'"', b"\xe2\x80\x9c"), "line 1: this is not JSON"),
        ('{"sessions": []}'.encode("utf-16-le"), "line 1: this is not JSON"),
        ('{"sessions": ["\xfc"]}'.encode("latin-1"), "this is not UTF-8 text"),
        (b'{"sessions": [], "sessions": []}', '"sessions" is there twice in one object'),
        (b'{"sessions": [{"note": "a", "id": "b", "note": null}]}', '"note" is there twice in one object'),
        (b'{"version": ' + b"9" * 10_000 + b"}", "this is of a newer program (version inf"),
        (b'{"a": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' + b'{"a": ' * 100_000, "nested too deeply"),
        (b"day,held_s,note\n2026-11-22,3," + b"x" * 200_000, "this is not CSV: field larger than field limit"),
    ],
)
def test_another_kind_of_file_is_refused(store: HistoryStore, tmp_path: Path, raw: bytes, reason: str) -> None:
    path = tmp_path / "in"
    path.write_bytes(raw)
    with pytest.raises(StorageError) as caught:
        plan_import(path, store)
    assert str(caught.value).startswith(f"{path}: ")
    assert reason in str(caught.value)


def test_what_is_no_file_is_refused(store: HistoryStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no such file"):
        plan_import(tmp_path / "none", store)
    with pytest.raises(StorageError, match="this is not a file"):
        plan_import(tmp_path, store)


@pytest.mark.parametrize(
    ("where", "limit", "text", "reason"),
    [
        (importing, "MOST_BYTES", document(WHOLE), "this is too large; at most 0 MB are read"),
        (found, "MOST_SESSIONS", document(WHOLE, WHOLE | {"id": "b"}), "this is too large; at most 1 sessions"),
        (found, "MOST_HOLDS", document(WHOLE | {"holds": [HOLD] * 2}), "this is too large; at most 200000 sessions"),
        (found, "MOST_PROBLEMS", document(3), "something wrong in 1 places, first: session 1: must be an object"),
    ],
)
def test_more_than_is_read_is_refused(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, where: Any, limit: str, text: str, reason: str
) -> None:
    monkeypatch.setattr(where, limit, 1)
    with pytest.raises(StorageError, match=reason):
        plan(text)


@pytest.mark.parametrize("piece", ["{}", "[]", '""'])
def test_a_file_that_would_fill_the_memory_is_refused_at_once(plan: Plan, piece: str) -> None:
    with pytest.raises(StorageError, match="more than a history ever does"):
        plan('{"format": "hamstring-history", "sessions": [' + ",".join([piece] * 2_600_000) + "]}")


def test_what_came_meanwhile_is_not_taken_back(store: HistoryStore, plan: Plan) -> None:
    """Another device, or another program, brings the same before the plan is carried out; and before it is again."""
    text = document(
        WHOLE, WHOLE | {"id": "b"}, rest_weeks=["2026-11-16", "2026-11-09"],
        goals=[{"since": "2026-11-16", "days": 4}, {"since": "2026-11-09", "days": 3}],
    )  # fmt: skip
    coming = plan(text)
    mine = replace(coming.new[0], note="my own")
    store.put_all([mine], [Goal(date(2026, 11, 16), 7)], [date(2026, 11, 16)])
    for _ in range(2):
        brought = carry_out(coming, store)
        assert len(store.sessions()) == len(store.goals()) == len(store.rest_weeks()) == 2
        take_back(brought, store)
        assert store.sessions() == (mine,)
        assert (store.goals(), store.rest_weeks()) == ((Goal(date(2026, 11, 16), 7),), {date(2026, 11, 16)})
