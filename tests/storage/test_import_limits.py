"""What is too much to import is refused before it is built; what is listed is listed in short; it can be called off."""

from __future__ import annotations

import io
import json
import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from hamstring_gui.storage import exchange_csv, exchange_json, found, importing, spread
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.found import MOST_NAMES, Found, TooMuch
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import Import, carry_out, plan_import
from hamstring_gui.storage.pulse import Cancelled
from hamstring_gui.storage.spread import MOST_COLUMNS

pytestmark = pytest.mark.thorough

HOLD = '{"side": "left", "held_s": 30}'
CSV = "day,session,side,held_s\n"


@pytest.fixture
def plan(store: HistoryStore, tmp_path: Path) -> Callable[[str | bytes], Import]:
    def plan_(text: str | bytes, name: str = "in.txt") -> Import:
        file = tmp_path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return plan_import(file, store)

    return plan_


def _json(holds: int, sessions: int = 1) -> str:
    of_one = ", ".join([HOLD] * (holds // sessions))
    listed = ", ".join(f'{{"id": "{n}", "day": "2026-11-22", "holds": [{of_one}]}}' for n in range(sessions))
    return f'{{"sessions": [{listed}]}}'


@pytest.mark.parametrize("form", ["json", "csv"])
def test_more_holds_than_are_read_are_counted_before_they_are_built(
    plan: Callable[[str], Import], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(found, "MOST_HOLDS", 50)
    rows = "2026-11-22,a,left,30\n"
    assert len(plan(_json(50) if form == "json" else CSV + rows * 50).new[0].holds) == 50

    def build(*_: object, **__: object) -> None:
        raise AssertionError("built")

    monkeypatch.setattr(exchange_json.json, "loads", build)
    monkeypatch.setattr(exchange_csv, "_take", build)
    with pytest.raises(StorageError, match=r"this is too large; at most .* 50 holds are read"):
        plan(_json(51) if form == "json" else CSV + rows * 51)


def test_the_limits_are_what_they_are_said_to_be() -> None:
    assert (found.MOST_HOLDS, spread.MOST_COLUMNS, importing.MOST_BYTES, found.MOST_NAMES) == (
        200_000, 1_000, 64_000_000, 100,
    )  # fmt: skip
    with pytest.raises(TooMuch, match="200000 holds"):
        Found().check(1, 200_001)


@pytest.mark.parametrize(("columns", "fits"), [(MOST_COLUMNS, True), (MOST_COLUMNS + 1, False)])
@pytest.mark.parametrize("where", ["the head", "a row"])
def test_columns_are_counted_before_there_are_cells(
    plan: Callable[[str], Import], columns: int, fits: bool, where: str
) -> None:
    more = columns - 4
    head = CSV.strip() + (",x" * more if where == "the head" else "") + "\n"
    row = "2026-11-22,a,left,30" + "," * more + "\n"
    if fits:
        assert len(plan(head + row).new) == 1
    else:
        with pytest.raises(StorageError, match="too many columns; at most 1000"):
            plan(head + row)


@pytest.mark.parametrize(
    ("note", "sessions"),
    [
        ("," * 100_000, 3),
        ("[" * 90_000 + "{" * 10_000, 3),
        ("\U0001f600" * 100_000, 1),
        ('é好\U0001f600\x01\\",' * 9, 9),
    ],
)
def test_a_note_in_our_own_export_may_hold_anything(
    plan: Callable[[str], Import], store: HistoryStore, note: str, sessions: int
) -> None:
    listed = [{"id": f"{n}", "day": "2026-11-22", "note": note, "holds": []} for n in range(sessions)]
    for escaped in (False, True):
        found = plan(json.dumps({"sessions": listed}, ensure_ascii=escaped)).new
        assert [one.note for one in found] == [note] * sessions


@pytest.mark.parametrize(
    "text",
    [
        '{"sessions": [], "x": ["' + "a" * 3_000_000 + '"]}',
        '{"sessions": [], "x": [' + ",".join(['{"a": "b"}'] * 160_000) + "]}",
        '{"sessions": [' + ",".join(['{"day": "2026-11-22", "x": [' + "[]," * 30 + "[]]}"] * 8_000) + "]}",
        '{"sessions": [], "x": "' + "[" * 160_000 + '", "y": ' + "[" * 160_000 + "]" * 160_000 + "}",
        pytest.param(
            '{"sessions": [], "x": [' + ",".join(['"' + "n" * 90_000 + '\U0001f600"'] * 230) + "]}",
            marks=pytest.mark.nightly,
        ),
    ],
    ids=["a text", "objects", "lists in sessions", "lists behind texts", "wide texts"],
)
def test_what_would_fill_the_memory_is_refused_before_it_is_built(
    plan: Callable[[str], Import], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(exchange_json.json, "loads", None)
    with pytest.raises(StorageError, match="more than a history ever does"):
        plan(text)


def test_one_wide_letter_does_not_widen_all_of_it() -> None:
    sessions = ", ".join(['{"day": "2026-11-22", "holds": [], "note": "' + "n" * 90_000 + '"}'] * 20)
    raw = f'{{"sessions": [{sessions}], "x": "\U0001f600"}}'.encode()
    tracemalloc.start()
    try:
        exchange_json.read_json(io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"), Found())
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 3 * len(raw), "the text and its parts, or the notes; four bytes a letter would be more"


def test_a_note_may_hold_as_many_commas_as_it_likes(plan: Callable[[str], Import]) -> None:
    note = ",\n".join([",,,, " * 400, '""quoted""' + "," * 1500, "end"])
    (session,) = plan(f'day,held_s,note\n2026-11-22,30,"{note}"\n').new
    assert session.note == note.replace('""', '"')


def test_few_names_are_told_and_none_is_long(plan: Callable[[str], Import]) -> None:
    keys = ", ".join(f'"key {n}": 1' for n in range(5000))
    left_out = plan(f'{{"sessions": [{{"day": "2026-11-22", "{"k" * 5000}": 1, {keys}}}]}}').left_out
    assert len(left_out) == MOST_NAMES + 1
    assert (len(left_out[0]), left_out[-1]) == (60, "…")
    columns = ",".join(f"column {n}" for n in range(900))
    assert len(plan(f"day,held_s,{columns}\n2026-11-22,30\n").left_out) == MOST_NAMES + 1


class _Enough:
    """Calls off after so many pulses."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, _: float | None) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled("enough")


@pytest.mark.parametrize("after", [0, 30, 120])
@pytest.mark.parametrize(
    "text",
    [_json(40, 40), CSV + "".join(f"2026-11-22,{n},left,30\n" for n in range(60)),
     "Date,Stretch,\n" + "".join(f"2026-{m:02}-{d:02},YES_MANUAL,\n" for m in range(1, 13) for d in range(1, 29))],
    ids=["json", "csv", "loop"],
)  # fmt: skip
def test_reading_can_be_called_off_anywhere(store: HistoryStore, tmp_path: Path, text: str, after: int) -> None:
    file = tmp_path / "in.txt"
    file.write_text(text)
    with pytest.raises(Cancelled, match=r"^enough$"):
        plan_import(file, store, _Enough(after))


def test_an_import_that_is_called_off_brings_nothing(store: HistoryStore, plan: Callable[[str], Import]) -> None:
    coming = plan(_json(40, 40))
    with pytest.raises(Cancelled):
        carry_out(coming, store, _Enough(20))
    assert store.sessions() == ()
    carry_out(coming, store)
    assert len(store.sessions()) == 40


HOSTILE = {
    "deep lists": b'{"sessions": ' + b"[" * 200_000,
    "deep objects": b'{"sessions": ' + b'{"a":' * 100_000,
    "a text without end": b'{"sessions": [], "x": ["' + b'\\"[' * 400_000,
    "a text of backslashes": b'{"sessions": [], "x": [' + b"[," * 200_000 + b'"' + b"\\" * 1_000_001,
    "a number without end": b'{"sessions": [{"day": "2026-11-22", "held_s": ' + b"9" * 1_000_000 + b"}]}",
    "a whole number without end": b'{"sessions": [{"day": "2026-11-22", "planned_s": -' + b"9" * 5000 + b"}]}",
    "NaN": b'{"sessions": [{"day": "2026-11-22", "held_s": NaN}]}',
    "Infinity": b'{"sessions": [{"day": "2026-11-22", "held_s": -Infinity}]}',
    "1e400": b'{"sessions": [{"day": "2026-11-22", "held_s": 1e400}]}',
    "year 1": b'{"sessions": [{"day": "0001-01-01"}]}',
    "year 9999": b'{"sessions": [{"started_at": "9999-12-31T23:59:59+00:00"}]}',
    "an offset at the end of time": b'{"sessions": [{"started_at": "0001-01-01T00:00:00+23:59"}]}',
    "keys that are there twice": b'{"sessions": [{"day": "2026-11-22", "day": "2026-11-23"}]}',
    "a lone quote": b'day,held_s\n2026-11-22,"30\n',
    "CSV of a number without end": b"day,held_s\n2026-11-22," + b"9" * 100_000 + b"\n",
    "CSV of NaN": b"day,held_s\n2026-11-22,nan\n",
    "CSV of nulls": b"day,held_s\n\x00\x00,\x00\n",
    "UTF-16 without its end": "day,held_s\n".encode("utf-16") + b"\x00",
    "Latin-1": b"day,held_s\n2026-11-22,\xff\xfe\n",
    "a mark alone": b"\xef\xbb\xbf",
    "two marks": b"\xef\xbb\xbf\xef\xbb\xbf{}",
    "nothing but nulls": bytes(1000),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_makes_no_sense_is_a_sentence_at_once(plan: Callable[[bytes], Import], raw: bytes) -> None:
    begun = time.process_time()
    try:
        said = plan(raw).problems
    except StorageError as error:
        said = (str(error),)
    assert said
    assert all(len(one) < 1000 for one in said)
    assert time.process_time() - begun < 2


def test_half_characters_and_nulls_come_in_as_what_can_be_kept(
    store: HistoryStore, plan: Callable[[str], Import]
) -> None:
    coming = plan(r'{"sessions": [{"day": "2026-11-22", "note": "a\ud800b\u0000c", "routine": "\udfff"}]}')
    carry_out(coming, store)
    (session,) = store.sessions()
    assert (session.note, session.routine) == ("a?b\x00c", "?")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
@pytest.mark.parametrize("kind", ["fifo", "folder", "socket", "/dev/zero", "loop of links"])
def test_what_never_ends_is_no_file(store: HistoryStore, tmp_path: Path, kind: str) -> None:
    import socket

    path = Path(kind) if kind.startswith("/") else tmp_path / "in.json"
    with socket.socket(socket.AF_UNIX) as server:
        if kind == "fifo":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        elif kind == "socket":
            server.bind(str(path))
        elif kind == "loop of links":
            path.symlink_to(path)
        with pytest.raises(StorageError) as error:
            plan_import(path, store)
    assert str(error.value).startswith(f"{path}: ")
    assert io.StringIO(str(error.value)).readline() == str(error.value)
