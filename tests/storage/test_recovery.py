"""What can be read of a damaged history is, row by row, and nothing else."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from hamstring_gui.domain.values import replace
from hamstring_gui.storage.aside import ASIDE
from hamstring_gui.storage.database import new_in_memory, open_database
from hamstring_gui.storage.database_image import Image, left_out, read_image
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.recovery import Recovered, recover
from hamstring_gui.storage.schema import MIGRATIONS
from hamstring_gui.storage.torn_log import keep_torn
from hamstring_gui.storage.trouble import diagnosed
from hamstring_gui.storage.unsaved import put_recovered
from tests.spread import late
from tests.storage.damaging import (
    GOAL,
    MANY,
    PAGE,
    REST,
    after,
    crashed,
    flipped,
    many_transactions,
    recorded,
    root_of,
    sessions,
    sound_history,
    with_log,
    with_page,
)

pytestmark = pytest.mark.thorough

PAGES = range(1, len(sound_history()) // PAGE + 1)
SOME = (1, root_of("session"), root_of("hold"), PAGES[-2])


def recovered(data: bytes) -> Recovered:
    found = recover(Image(data, PAGE))
    assert len(found.sessions) <= found.known <= MANY
    for one in found.sessions:
        there = sessions()[one.id]
        assert set(one.holds) <= set(there.holds)
        assert one.holds != there.holds or one.day == there.day
    return found


def test_of_a_sound_one_all_is_read_and_nothing_that_was_deleted() -> None:
    found = recovered(sound_history())
    assert found.sessions == tuple(sorted(sessions().values(), key=lambda one: one.started_at))
    assert (found.known, found.in_part, found.goals, found.rest_weeks) == (MANY, 0, (GOAL,), {REST})


@pytest.mark.parametrize(
    "number", [page if page in SOME else pytest.param(page, marks=pytest.mark.nightly) for page in PAGES]
)
@pytest.mark.parametrize("how", [None, bytes(PAGE)], ids=["anything", "nothing"])
def test_one_damaged_page_costs_no_session(number: int, how: bytes | None) -> None:
    found = recovered(with_page(number, how))
    assert len(found.sessions) == found.known == MANY
    whole = sum(one == sessions()[one.id] for one in found.sessions)
    assert whole >= MANY // 3
    assert number != 1 or whole == MANY - found.in_part >= MANY - 1


def test_of_a_file_that_is_cut_off_there_is_what_came_before() -> None:
    found = recovered(sound_history()[: len(sound_history()) * 3 // 4])
    assert MANY // 2 <= len(found.sessions) <= found.known == MANY
    assert found.in_part > 0


def test_of_a_session_s_row_alone_there_is_the_session_of_its_holds_alone_the_holds() -> None:
    """Where the page of a session's row is gone, its holds say when it was and what was held."""
    leaf = next(page for page in PAGES[::-1] if sound_history()[(page - 1) * PAGE] == 13)
    found = recovered(with_page(leaf))
    rebuilt = [one for one in found.sessions if not one.routine]
    assert 0 < len(rebuilt) <= found.in_part
    for one in rebuilt:
        there = sessions()[one.id]
        assert (one.holds, one.day, one.started_at) == (there.holds, there.day, there.started_at)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(1, 200))])
def test_flipped_bits_stop_nothing(seed: int) -> None:
    chance, data = random.Random(seed), bytearray(sound_history())
    for _ in range(chance.choice((1, 20, 400))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    found = recover(Image(bytes(data), PAGE))
    assert len(found.sessions) > MANY // 4


def test_what_was_deleted_stays_away_where_its_pages_are_not_used_again(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    after("PRAGMA secure_delete = OFF", "PRAGMA foreign_keys = ON", "DELETE FROM session WHERE rowid > 8")(path)
    data, root = path.read_bytes(), root_of("session")
    left = {one.id for one in recovered(data).sessions}
    assert len(left) < 9
    damaged = data[: (root - 1) * PAGE] + bytes(PAGE) + data[root * PAGE :]
    assert {one.id for one in recovered(damaged).sessions} == left
    free = damaged[:32] + bytes(4) + damaged[36:]
    assert len(recovered(free).sessions) > len(left), "they are there to be found"


@pytest.mark.parametrize("size", [0, 1, 99, 100, 600, PAGE - 1, PAGE + 7])
def test_of_hardly_anything_there_is_nothing(size: int) -> None:
    assert recover(Image(sound_history()[:size], PAGE)).is_empty


def test_a_circle_of_pages_has_an_end() -> None:
    """Of two branches that say of each other that they lie below."""
    root = root_of("hold")
    page = bytearray(sound_history()[(root - 1) * PAGE : root * PAGE])
    page[8:12] = root.to_bytes(4, "big")
    assert len(recovered(with_page(root, bytes(page))).sessions) == MANY


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_the_image_is_what_sqlite_would_open(tmp_path: Path, journal: str) -> None:
    """What was on record before the crash, without what was never ended, and no file was changed for it."""
    path = tmp_path / "history.sqlite3"
    crashed(path, journal=journal)
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}
    assert len(before) > 1, "there is a log beside it"
    found = recover(read_image(path))
    assert ({one.note.startswith("changed and") for one in found.sessions}, len(found.sessions)) == (
        {journal == "WAL"}, MANY
    )  # fmt: skip
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


FRAME = 24 + PAGE
DAMAGED_AT = {
    "its header": 5, "its salt": 17, "its sum": 26, "a frame's page": 32 + 9 * FRAME + 24 + 900,
    "a frame's number": 32 + 9 * FRAME + 3, "a frame's salt": 32 + 9 * FRAME + 9, "a frame's sum": 32 + 9 * FRAME + 17,
}  # fmt: skip


@pytest.mark.parametrize("what", DAMAGED_AT)
def test_one_damaged_bit_of_a_log_costs_no_session(tmp_path: Path, what: str) -> None:
    """SQLite would leave out, and delete, all that comes after it: of a first run that crashed, everything."""
    path, (_, log) = tmp_path / "history.sqlite3", many_transactions()
    damaged = flipped(log, DAMAGED_AT[what])
    with_log(path, damaged)
    assert len(left_out(damaged, PAGE)) > 1
    assert len(recover(read_image(path)).sessions) < 12
    found = recover(read_image(path, all_that_fits=True))
    assert [one.id for one in found.sessions] == [recorded(number).id for number in range(11, -1, -1)]
    for open_it in (HistoryStore.open_to_read, HistoryStore.open):
        with pytest.raises(StorageError, match="the history is damaged: its log is"):
            open_it(path)
    assert Path(f"{path}-wal").read_bytes() == damaged


@pytest.mark.parametrize("cut", [0, 1, PAGE, 3 * FRAME, 200_000])
def test_a_log_that_a_power_cut_tore_is_not_damaged(tmp_path: Path, cut: int) -> None:
    path, (_, log) = tmp_path / "history.sqlite3", many_transactions()
    with_log(path, log[: len(log) - cut] + bytes(cut))
    with HistoryStore.open(path) as store:
        assert (len(store.sessions()) == 12) == (cut == 0)


def test_a_log_says_no_page_that_can_not_be(tmp_path: Path) -> None:
    """Its sums may be right and the page far away: who writes it there would write gigabytes."""
    path, (_, log) = tmp_path / "history.sqlite3", many_transactions()
    with_log(path, log[: 32 + FRAME] + b"\x00\xff\xff\xff" + log[32 + FRAME + 4 :])
    assert len(read_image(path, all_that_fits=True).data) < 1_000_000


def test_what_stands_in_a_log_after_a_damaged_piece_is_left_out(tmp_path: Path) -> None:
    path, log = tmp_path / "history.sqlite3", tmp_path / "history.sqlite3-wal"
    crashed(path)
    data = bytearray(log.read_bytes())
    data[32 + 24 + 100] ^= 1
    log.write_bytes(data)
    assert not any(one.note.startswith("changed and") for one in recover(read_image(path)).sessions)


# -- a power cut in a session ----------------------------------------------------------------------------------------
RUNNING = replace(recorded(0), id="running", outcome="interrupted", holds=recorded(0).holds[:2])
UNDERWAY = ("running", "m", "left", "{}", "2026-11-22T19:42:00+00:00", 0, 1.0, 30.0)


@cache
def noted(*, older: int, notes: int, edited: bool = False) -> tuple[bytes, bytes, int]:
    """The file, the log, and how much of that was waited for, when the power went in a session that was noted so often;
    `older` sessions were there. With `edited`, something else was changed amid that."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "history.sqlite3")
        with HistoryStore.open(path) as store:
            store.put_all(map(recorded, range(1, older + 1)))
            store.put_session(RUNNING, running=True, underway=UNDERWAY)
            waited_for = Path(f"{path}-wal").stat().st_size
            for number in range(notes):
                if edited and number == 1:
                    store.set_goal(GOAL)
                hold = replace(RUNNING.holds[1], held_s=4.0 * number)
                assert store.note("running", [hold], (f"2026-11-22T19:42:{number:02}+00:00", 1, 4.0 * number, 30.0))
            return path.read_bytes(), Path(f"{path}-wal").read_bytes(), waited_for


def without(log: bytes, frames: Iterable[int], since: int) -> bytes:
    """The disk had not got these frames yet, of those that were not waited for; but later ones."""
    lost = bytearray(log)
    for number in frames:
        at = since + number * FRAME
        lost[at : at + FRAME] = bytes(FRAME)
    return bytes(lost)


@pytest.mark.parametrize("frames", [(0,), (1,), (2,), (1, 4, 5), (0, 7), (3,), (8,), tuple(range(3, 9))])
@pytest.mark.parametrize("older", [late(0), 60])
def test_after_a_power_cut_in_a_hold_all_that_was_waited_for_is_there(
    tmp_path: Path, frames: tuple[int, ...], older: int, caplog: pytest.LogCaptureFixture
) -> None:
    path, (data, log, waited_for) = tmp_path / "history.sqlite3", noted(older=older, notes=8)
    torn = without(log, frames, waited_for)
    assert len(left_out(torn, PAGE)) > 1
    path.write_bytes(data)
    Path(f"{path}-wal").write_bytes(torn)
    with HistoryStore.open_to_read(path) as store:
        assert len(store.sessions()) == older + 1
    assert Path(f"{path}-wal").read_bytes() == torn, "who only reads leaves it as it is"
    with HistoryStore.open(path) as store:
        assert store.underway_ids() == ("running",)
        assert (session := store.session("running")) is not None
        assert len(session.holds) == 2
        store.put_session(recorded(99))
        assert left_out(Path(f"{path}-wal").read_bytes(), PAGE) == [], "nor is it found behind what is written now"
    (kept,) = (tmp_path / ASIDE).iterdir()
    assert (kept / "history.sqlite3-wal").read_bytes() == torn
    assert str(kept) in caplog.text
    found = recover(read_image(kept / "history.sqlite3", all_that_fits=True))
    assert (len(found.sessions), [row[:4] for row in found.underway]) == (older + 1, [UNDERWAY[:4]])


def test_it_is_kept_once_however_often_it_can_not_be_opened(tmp_path: Path) -> None:
    path, (data, log, waited_for) = tmp_path / "history.sqlite3", noted(older=0, notes=8)
    path.write_bytes(data)
    Path(f"{path}-wal").write_bytes(without(log, (1,), waited_for))
    assert keep_torn(path) == keep_torn(path)
    assert len(list((tmp_path / ASIDE).iterdir())) == 1


@pytest.mark.parametrize(("edited", "frame"), [(True, 0), (False, -8), (False, -1)])
def test_where_anything_else_would_be_lost_too_it_is_damaged(tmp_path: Path, edited: bool, frame: int) -> None:
    """A goal among the notes, or what the disk was waited for."""
    path, (data, log, waited_for) = tmp_path / "history.sqlite3", noted(older=60, notes=8, edited=edited)
    path.write_bytes(data)
    Path(f"{path}-wal").write_bytes(without(log, (frame,), waited_for))
    with pytest.raises(StorageError, match="the history is damaged: its log is") as refused:
        HistoryStore.open(path)
    found = diagnosed(path, refused.value).found
    with closing(HistoryStore(new_in_memory(), path)) as anew:
        put_recovered(anew, found)
        assert anew.underway_ids() == ("running",)


def test_rows_are_as_short_as_they_were_when_they_were_written(tmp_path: Path) -> None:
    path, at = tmp_path / "history.sqlite3", "2026-11-16T12:00:00+00:00"
    with closing(open_database(path, migrations=MIGRATIONS[:1])) as first:
        first.execute(
            "INSERT INTO session VALUES ('one', 'daily', 'Daily', ?, '2026-11-16', 30, ?, 'finished', 1, 2, '')",
            (at, at),
        )
        first.execute("INSERT INTO hold VALUES ('one', 0, 'own-towel', 'left', 1, 30, 29.5, 'held', ?)", (at,))
    with HistoryStore.open(path) as store:
        there = store.session("one")
        store.put_session(replace(there, id="two", holds=(replace(there.holds[0], kind="stretch", region="calf"),)))
        two = store.session("two")
    found = recover(read_image(path))
    assert {one.id: one for one in found.sessions} == {"one": there, "two": two}
    assert found.in_part == 0
