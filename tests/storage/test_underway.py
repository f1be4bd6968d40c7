"""What it takes to go on with a session: put, noted in passing, read again, and left out of copies."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.going_on import Underway
from hamstring_gui.domain.history import HoldRecord, Tightness
from hamstring_gui.domain.moment import Reached
from hamstring_gui.domain.routine import unroll
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.backup import put_in_place, unpacked, write_backup
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.history_rows import MISFITS
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.rescue import take_in, write_rescue
from hamstring_gui.storage.restoring import restore
from hamstring_gui.storage.underway import reached_row, row_of, this_machine, underway_of
from tests.domain.samples import EXERCISES, exercise, remembered, routine

AT = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
BAND, OWN = exercise(), replace(exercise("own-calf", each_side=False), own=True)
KNOWN = {"band": BAND, "wall": EXERCISES["wall"]}
SAMPLE = routine(2, 30.0, wall_s=60.0, setup_s=None)
SAMPLE = replace(SAMPLE, items=(*SAMPLE.items, replace(SAMPLE.items[1], exercise="own-calf")))
UNDERWAY = Underway(SAMPLE, "left", {"own-calf": OWN}, Reached(1, 12.5, 30.0), AT, this_machine())
HELD = tuple(HoldRecord(n, "band", "left", n + 1, 30.0, 30.0 - 20 * n, ("held", "ended early")[n], AT) for n in (0, 1))
RECORD = remembered("one", SAMPLE, AT - timedelta(minutes=3), HELD)


@pytest.fixture
def store(tmp_path: Path) -> HistoryStore:
    with HistoryStore.open(tmp_path / "history.sqlite3", busy_s=60.0) as store:
        store.put_session(RECORD, running=True, underway=row_of("one", UNDERWAY))
        yield store


def test_it_is_read_as_it_was_put(store: HistoryStore, tmp_path: Path) -> None:
    assert store.underway_ids() == ("one",)
    found = underway_of(store.underway("one"), KNOWN, tmp_path)
    assert found == UNDERWAY
    assert found.unrolled(KNOWN) == unroll(SAMPLE, {**KNOWN, "own-calf": OWN}, "left")
    assert store.underway("another") is None


def test_an_own_exercise_keeps_the_pictures_that_are_still_there(tmp_path: Path) -> None:
    (folder := tmp_path / "own-calf").mkdir()
    (folder / "picture-1.png").write_bytes(b"")
    steps = tuple(replace(step, picture=str(folder / f"picture-{n}.png")) for n, step in enumerate(OWN.steps))
    row = row_of("one", replace(UNDERWAY, exercises={"own-calf": replace(OWN, steps=steps)}))
    found = underway_of(row, KNOWN, tmp_path).exercises["own-calf"]
    assert [Path(step.picture).name for step in found.steps] == ["", "picture-1.png", ""]


def test_a_note_is_two_rows_that_wait_for_nothing(store: HistoryStore, tmp_path: Path) -> None:
    further = replace(HELD[1], held_s=24.0)
    assert store.note("one", [further], reached_row(replace(UNDERWAY, reached=Reached(1, 24.0, 30.0))))
    with HistoryStore.open_to_read(tmp_path / "history.sqlite3") as reader:
        (session,) = reader.sessions()
        assert (session.outcome, [hold.held_s for hold in session.holds]) == ("interrupted", [30.0, 24.0])
    with closing(sqlite3.connect(tmp_path / "history.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        with pytest.raises(StorageError, match="another program"):
            store.note("one", [further], reached_row(UNDERWAY))
        assert time.monotonic() - begun < 50.0, "it would wait a minute"
        other.execute("ROLLBACK")
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert store._connection.execute("PRAGMA busy_timeout").fetchone() == (60_000,)


def test_a_note_on_what_is_not_there_says_so(store: HistoryStore) -> None:
    assert not store.note("another", [], reached_row(UNDERWAY))
    store.remove_all(("one",), (), ())
    with pytest.raises(StorageError, match="can't hold this"):
        store.note("one", HELD, reached_row(UNDERWAY))


def test_one_that_is_over_or_edited(store: HistoryStore) -> None:
    store.put_session(replace(RECORD, note="rated in History"))
    assert store.underway("one") is not None
    store.put_session(RECORD, over=True)
    assert store.underway_ids() == ()
    assert store.underway("one") is None


def changed(**tables: object) -> Callable[[list], list]:
    return lambda row: [*row[:3], json.dumps(json.loads(row[3]) | tables), *row[4:]]


@pytest.mark.parametrize("spoil", [
    lambda row: [*row[:2], "up", *row[3:]],
    lambda row: [*row[:3], "{", *row[4:]],
    lambda row: [*row[:3], "[" * 100_000, *row[4:]],
    lambda row: [*row[:3], "3", *row[4:]],
    lambda row: [*row[:3], None, *row[4:]],
    changed(routine={"name": "x"}), changed(exercises=[1]), changed(exercises={"own-calf": {}}), changed(routine=3),
    lambda row: [*row[:4], "2026-11-22T18:42:00", *row[5:]],
    lambda row: [*row[:4], "9999-11-22T18:42:00+00:00", *row[5:]],
    lambda row: [*row[:4], b"x", *row[5:]],
    lambda row: [*row[:5], 99, *row[6:]],
    lambda row: [*row[:5], "x", *row[6:]],
    lambda row: [*row[:6], 1e300, *row[7:]],
    lambda row: [*row[:6], "x", *row[7:]],
    lambda row: [*row[:7], -1.0],
])  # fmt: skip
def test_what_nobody_here_has_put_is_refused(spoil: Callable[[list], list], tmp_path: Path) -> None:
    with pytest.raises((*MISFITS, RecursionError, AttributeError)):
        underway_of(tuple(spoil(list(row_of("one", UNDERWAY)))), KNOWN, tmp_path)


def test_an_exercise_that_is_not_here_any_more(tmp_path: Path) -> None:
    known: dict[str, Exercise] = {"wall": EXERCISES["wall"]}
    with pytest.raises(MISFITS):
        underway_of(row_of("one", UNDERWAY), known, tmp_path)


def test_nothing_is_under_way_in_a_backup_nor_in_what_is_restored(store: HistoryStore, tmp_path: Path) -> None:
    here, there = Paths.under(tmp_path), Paths.under(tmp_path / "there")
    write_backup(here, tmp_path / "backup.zip")
    there.data.mkdir()
    with unpacked(tmp_path / "backup.zip", there) as folder:
        with HistoryStore.open(folder / "history.sqlite3") as copy:
            assert copy.underway_ids() == ()
            assert copy.sessions()[0].outcome == "interrupted"
            copy.put_session(RECORD, running=True, underway=row_of("one", UNDERWAY))  # by a backup of another program
        write_backup_as_it_is(folder, tmp_path / "other.zip")
    with unpacked(tmp_path / "other.zip", there) as folder:
        put_in_place(folder, there, there.data / "kept.zip")
    with HistoryStore.open(there.database) as restored:
        assert restored.underway_ids() == ()
        assert len(restored.sessions()) == 1


def test_a_restore_that_is_taken_back_leaves_what_was_under_way(store: HistoryStore, tmp_path: Path) -> None:
    paths, now = Paths.under(tmp_path), datetime(2026, 11, 23, 12)
    write_backup(paths, file := tmp_path / "backup.zip")
    store.put_session(RECORD, running=True, underway=row_of("one", UNDERWAY))
    store.close()
    before = restore(file, paths, now).before
    with HistoryStore.open(paths.database) as there:
        assert there.underway_ids() == ()
    restore(before, paths, now)
    with HistoryStore.open(paths.database) as there:
        assert there.underway("one") == row_of("one", UNDERWAY)


def write_backup_as_it_is(folder: Path, out: Path) -> None:
    from zipfile import ZipFile

    with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with ZipFile(out, "w") as archive:
        archive.write(folder / "history.sqlite3", "history.sqlite3")


def test_a_rescue_brings_it_too(store: HistoryStore, tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    store.put_session(replace(RECORD, holds=HELD[:1]), over=True)
    file = write_rescue([RECORD, replace(RECORD, id="over")], paths, {"one": UNDERWAY})
    assert take_in(file, store) == 2
    assert store.underway_ids() == ("one",)
    assert underway_of(store.underway("one"), KNOWN, tmp_path) == UNDERWAY
    assert sum(hold.held_s for hold in store.session("one").holds) == 40.0


def test_a_rescue_of_less_than_is_there_changes_nothing(store: HistoryStore, tmp_path: Path) -> None:
    store.put_session(RECORD, over=True)
    store.put_session(replace(RECORD, outcome="finished", holds=(HELD[0], replace(HELD[1], held_s=30.0))))
    file = write_rescue([RECORD], Paths.under(tmp_path), {"one": UNDERWAY})
    take_in(file, store)
    assert store.underway_ids() == ()


def test_a_session_that_was_finished_and_rescued_is_under_way_no_more(store: HistoryStore, tmp_path: Path) -> None:
    """The disk failed in its middle: what is on record of how far it had come is older than its end."""
    finished = replace(RECORD, outcome="finished", holds=(HELD[0], replace(HELD[1], held_s=30.0)))
    take_in(write_rescue([finished], Paths.under(tmp_path)), store)
    assert store.underway_ids() == ()
    assert store.session("one").outcome == "finished"


def test_what_was_written_to_a_session_stays_when_more_of_it_is_rescued(store: HistoryStore, tmp_path: Path) -> None:
    longer = replace(RECORD, holds=(HELD[0], replace(HELD[1], held_s=30.0)))
    for there, rescued, kept in (
        (("knee clicked", Tightness(3, None)), ("", Tightness(1, 2)), ("knee clicked", Tightness(3, 2))),
        (("", None), ("at its end", Tightness(1, None)), ("at its end", Tightness(1, None))),
        (("mine", None), ("at its end", None), ("mine", None)),
    ):
        store.put_session(replace(RECORD, note=there[0], tightness=there[1]))
        take_in(write_rescue([replace(longer, note=rescued[0], tightness=rescued[1])], Paths.under(tmp_path)), store)
        session = store.session("one")
        assert (session.note, session.tightness, len(session.holds)) == (*kept, 2)


@pytest.mark.parametrize(
    "underway",
    [5, None, True, "one", {"one": 1}, [5], [["one", 1, 2, 3, 4, 5, 6, {}]], [["one", [], 2, 3, 4, 5, 6, 7]],
     [["one", "m", "left", "{}", "2026", 10**30, 1.0, 1.0]], [[{}] * 8], [[None] * 8]],
)  # fmt: skip
def test_what_is_under_way_in_a_rescue_may_be_anything(store: HistoryStore, tmp_path: Path, underway: object) -> None:
    store.put_session(replace(RECORD, holds=HELD[:1]), over=True)
    file = write_rescue([RECORD], Paths.under(tmp_path))
    file.write_text(json.dumps(json.loads(file.read_text()) | {"underway": underway}))
    assert take_in(file, store) == 1
    assert len(store.session("one").holds) == 2
    assert store.underway_ids() == ()


def test_what_was_deleted_is_under_way_no_more_and_forgotten_when_the_next_begins(store: HistoryStore) -> None:
    """Until then, taking the deletion back brings back that it can be gone on with."""
    store.remove_all(("one",), (), ())
    assert store.underway_ids() == ()
    store.put_session(RECORD)
    assert store.underway_ids() == ("one",)
    store.delete_session("one")
    store.put_session(replace(RECORD, id="two"), running=True, underway=row_of("two", UNDERWAY))
    assert store.underway_ids() == ("two",)
    for table in ("run", "reached"):
        assert store._connection.execute(f"SELECT session FROM {table}").fetchall() == [("two",)]
