"""Backups that are made by themselves: when one is due, what is kept, and what keeps one from being made."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.storage import automatic
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.automatic import Made, back_up, made, superfluous
from hamstring_gui.storage.backup import write_backup
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.restoring import look
from tests.storage.making import listing

NOON = datetime(2026, 11, 23, 12, 0, 5)
A_DAY = timedelta(days=1)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Settings and data in folders of their own, with something of everything."""
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")
    want(paths, 5)
    for file in (paths.settings, paths.routines / "mine.toml", paths.exercises / "own-a" / "exercise.toml"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("first = 1")
    return paths


def want(paths: Paths, days: int) -> None:
    """Change something in the history."""
    with HistoryStore.open(paths.database) as store:
        store.set_goal(Goal(date(2026, 11, 23), days))


def names(paths: Paths) -> list[str]:
    return sorted(os.listdir(paths.backups)) if paths.backups.exists() else []


# -- when --------------------------------------------------------------------------------------------------------------
def test_one_a_day_where_something_changed(paths: Paths) -> None:
    first = back_up(paths, NOON)
    assert first == paths.backups / "automatic-2026-11-23-120005.zip"
    assert look(first, paths).sessions == 0
    want(paths, 2)
    assert back_up(paths, NOON + timedelta(hours=3)) is None, "there is one of this day"
    second = back_up(paths, NOON + A_DAY)
    assert second is not None
    assert back_up(paths, NOON + 2 * A_DAY) is None, "nothing has changed"
    assert names(paths) == [first.name, second.name]
    assert [stat & 0o777 for stat in (paths.backups.stat().st_mode,)] == [0o700]


def new_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("new")


@pytest.mark.parametrize(
    ("change", "changes"),
    [
        (lambda paths: want(paths, 3), True),
        (lambda paths: paths.settings.write_text("other"), True),
        pytest.param(lambda paths: paths.settings.unlink(), True, marks=pytest.mark.nightly),
        (lambda paths: (paths.routines / "mine.toml").write_text("other"), True),
        pytest.param(
            lambda paths: (paths.routines / "mine.toml").rename(paths.routines / "yours.toml"),
            True,
            marks=pytest.mark.nightly,
        ),
        pytest.param(
            lambda paths: new_file(paths.exercises / "own-b" / "exercise.toml"), True, marks=pytest.mark.nightly
        ),
        (lambda paths: new_file(paths.exercises / "own-a" / "picture.png"), True),
        (lambda paths: os.utime(paths.settings, (1, 1)), False),
        (lambda paths: HistoryStore.open(paths.database).close(), False),
        pytest.param(lambda paths: new_file(paths.kept_tables), False, marks=pytest.mark.nightly),
        pytest.param(lambda paths: new_file(paths.log_file), False, marks=pytest.mark.nightly),
        (lambda paths: new_file(paths.backups / "mine.zip"), False),
    ],
)
def test_what_counts_as_a_change(paths: Paths, change: Callable[[Paths], object], changes: bool) -> None:
    back_up(paths, NOON)
    change(paths)
    assert (back_up(paths, NOON + A_DAY) is not None) is changes


def test_a_change_that_was_taken_back_is_none(paths: Paths) -> None:
    back_up(paths, NOON)
    paths.settings.write_text("second")
    assert back_up(paths, NOON + A_DAY) is not None
    paths.settings.write_text("first = 1")
    assert back_up(paths, NOON + 2 * A_DAY) is None


def test_one_that_is_damaged_inside_does_not_stand_for_what_is_here(paths: Paths) -> None:
    first = back_up(paths, NOON)
    assert first is not None
    raw = bytearray(first.read_bytes())
    raw[300:310] = bytes(10)
    first.write_bytes(raw)
    assert back_up(paths, NOON + A_DAY) is not None


def test_what_is_not_yet_in_the_file_itself_is_in_the_backup(paths: Paths, tmp_path: Path) -> None:
    with HistoryStore.open(paths.database) as store:
        store.set_goal(Goal(date(2026, 11, 23), 1))
        assert paths.database.with_name("history.sqlite3-wal").stat().st_size > 0
        found = back_up(paths, NOON)
    assert found is not None
    with zipfile.ZipFile(found) as archive:
        (tmp_path / "copy.sqlite3").write_bytes(archive.read("history.sqlite3"))
    with HistoryStore.open_to_read(tmp_path / "copy.sqlite3") as copy:
        assert [goal.days for goal in copy.goals()] == [1]


# -- what is kept ------------------------------------------------------------------------------------------------------
def days_kept(ago: list[float]) -> list[float]:
    """Of backups that were made so many days ago, those that are not superfluous."""
    there = [Made(Path(str(days)), NOON - days * A_DAY) for days in sorted(ago)]
    gone = superfluous(there, NOON.date())
    return [float(str(one.path)) for one in there if one not in gone]


@pytest.mark.parametrize(
    ("ago", "kept"),
    [
        ([], []),
        ([0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6]),
        ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [0, 1, 2, 3, 4, 5, 6, 8, 15]),  # NOON is a Monday
        ([0.0, 0.1, 0.2, 1], [0.0, 1]),
        ([0, 10, 20, 30, 40, 50, 60, 70], [0, 10, 20, 30, 40, 50, 60, 70]),
        ([0, 30, 60, 90, 120, 150, 180, 210, 240, 270], [0, 30, 60, 90, 120, 150, 180, 210]),
    ],
)
def test_seven_days_and_eight_weeks_are_kept(ago: list[float], kept: list[float]) -> None:
    assert days_kept(ago) == kept


def test_a_year_of_days_leaves_no_more_than_both_together() -> None:
    there: list[Made] = []
    for day in range(365):
        today = NOON + day * A_DAY
        there.insert(0, Made(Path(str(day)), today))
        gone = superfluous(there, today.date())
        there = [one for one in there if one not in gone]
        assert min(day + 1, 7) <= len(there) <= 15
        assert day < 60 or there[0].at - there[-1].at >= 6 * 7 * A_DAY


def test_days_to_come_neither_go_nor_take_a_place() -> None:
    """The clock was wrong when they were made, or is wrong now."""
    ahead = [-400.0, -300.0, -200.0, -100.0, -50.0, -49.0, -48.0, -47.0, -46.0]
    assert days_kept([*ahead, 0, 1, 2]) == [*ahead, 0, 1, 2]
    been = [0, 1, 2, 3, 4, 5, 6, 7]
    assert days_kept([*ahead, *been]) == [*ahead, *days_kept(been)]


def test_a_clock_that_was_set_back_keeps_what_it_finds(paths: Paths) -> None:
    later = back_up(paths, NOON + 100 * A_DAY)
    want(paths, 2)
    now = back_up(paths, NOON)
    assert later is not None
    assert now is not None
    assert names(paths) == [now.name, later.name]


def test_only_what_was_made_by_itself_and_is_whole_is_deleted(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    paths.backups.mkdir()
    write_backup(paths, whole := paths.backups / "mine.zip")
    others = (
        "before-hamstring-2026-01-01-1200.zip", "automatic-2026-01-01.zip", "automatic-2026-13-01-120000.zip",
        "automatic-2026-01-01-120000.zip.old", "AUTOMATIC-2026-01-01-120000.zip", "x-automatic-2026-01-01-120000.zip",
    )  # fmt: skip
    for name in others:
        shutil.copy(whole, paths.backups / name)
    (paths.backups / "automatic-2026-01-02-120000.zip").write_bytes(whole.read_bytes()[:-5])
    (paths.backups / "automatic-2026-01-03-120000.zip").mkdir()
    (paths.backups / "automatic-2026-01-04-120000.zip").symlink_to(whole)
    with zipfile.ZipFile(paths.backups / "automatic-2026-01-05-120000.zip", "w") as archive:
        archive.writestr("notes.txt", "mine")
    before = set(names(paths))
    monkeypatch.setattr(automatic, "DAILY", 1)
    monkeypatch.setattr(automatic, "WEEKLY", 1)
    for day in range(3):
        paths.settings.write_text(str(day))
        last = back_up(paths, NOON + day * A_DAY)
    assert last is not None
    assert set(names(paths)) == before | {last.name}


def test_two_of_one_second_are_two(paths: Paths) -> None:
    """As where the day is another one by the time that is kept back."""
    paths.backups.mkdir()
    taken = paths.backups / "automatic-2026-11-23-120005.zip"
    taken.write_text("somebody's")
    found = back_up(paths, NOON)
    assert found == taken.with_name("automatic-2026-11-23-120005-2.zip")
    assert taken.read_text() == "somebody's"
    assert [one.path for one in made(paths.backups)] == [found]


# -- what keeps one from being made ------------------------------------------------------------------------------------
def test_without_a_history_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "new")
    assert back_up(paths, NOON) is None
    assert not paths.data.exists()


def test_a_history_that_went_away_makes_no_empty_backup(paths: Paths) -> None:
    back_up(paths, NOON)
    paths.database.unlink()
    assert back_up(paths, NOON + A_DAY) is None


def damaged(paths: Paths) -> None:
    with paths.database.open("r+b") as file:
        file.seek(36)
        file.write((7).to_bytes(4, "big"))  # only a check of the whole file finds that


def full(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(automatic.shutil, "disk_usage", lambda _: SimpleNamespace(free=automatic.ROOM))


def fills_up(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(automatic, "pack", fail)


def changed_meanwhile(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = automatic.pack

    def change(*asked: object) -> None:
        pack(*asked)  # type: ignore[arg-type]
        (paths.routines / "mine.toml").write_text("other words")

    monkeypatch.setattr(automatic, "pack", change)


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (lambda paths, _: damaged(paths), "no backup was made: the history is damaged"),
        (full, "no backup was made: there is too little room on the disk"),
        (fills_up, "no backup was made: No space left on device"),
        (changed_meanwhile, "no backup was made: something was changed meanwhile"),
        (lambda paths, _: (shutil.rmtree(paths.backups), paths.backups.touch()), "no backup was made: File exists"),
    ],
    ids=["damaged", "full", "fills up", "changed meanwhile", "a file in the folder's place"],
)  # fmt: skip
def test_what_keeps_it_from_being_made_is_told_and_nothing_is_left(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, fault: Callable[..., object], why: str
) -> None:
    back_up(paths, NOON)
    want(paths, 1)
    fault(paths, monkeypatch)
    before = listing(paths.data)
    with pytest.raises(StorageError, match=why):
        back_up(paths, NOON + A_DAY)
    after = {name: data for name, data in listing(paths.data).items() if name != "routines/mine.toml"}
    assert after == {name: data for name, data in before.items() if name != "routines/mine.toml"}


def test_a_bad_row_is_no_damage(paths: Paths) -> None:
    with HistoryStore.open(paths.database) as store:
        store._connection.execute("PRAGMA ignore_check_constraints = ON")
        store._connection.execute("INSERT INTO goal VALUES ('soon', 99)")
    assert back_up(paths, NOON) is not None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are another matter there")
def test_a_folder_that_can_not_be_written_is_told(paths: Paths) -> None:
    paths.backups.mkdir(mode=0o755)
    for folder in (paths.backups, paths.data):
        folder.chmod(0o555)
    root = os.geteuid() == 0
    reachable = [paths.data.parent, *list(paths.data.parent.parents)[:3]]
    rights = [folder.stat().st_mode for folder in reachable]
    for folder in reachable:
        folder.chmod(0o755)
    if root:
        os.seteuid(65534)
    try:
        with pytest.raises(StorageError, match=r"Permission denied|can be read but not written"):
            back_up(paths, NOON)
    finally:
        if root:
            os.seteuid(0)
        for folder, right in zip(reachable, rights, strict=True):
            folder.chmod(right)
        for folder in (paths.backups, paths.data):
            folder.chmod(0o755)


def test_two_are_never_made_at_once(paths: Paths) -> None:
    pytest.importorskip("fcntl")
    with alone(paths.data), pytest.raises(StorageError, match="another program is"):
        back_up(paths, NOON)
    assert names(paths) == []


@pytest.mark.parametrize("steps", [1, *(pytest.param(steps, marks=pytest.mark.nightly) for steps in (0, 2, 3, 4))])
def test_what_is_stopped_leaves_nothing_and_what_was_left_behind_goes(paths: Paths, steps: int) -> None:
    paths.backups.mkdir()
    (paths.backups / ".automatic").mkdir()
    (paths.backups / ".automatic" / "new.zip").write_text("of a program that was killed")
    left = [steps]

    def go_on() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(paths, NOON, go_on)
    assert names(paths) == []
    assert back_up(paths, NOON) is not None


def test_of_large_files_it_asks_again_and_again(paths: Paths) -> None:
    (paths.exercises / "own-a" / "picture.png").write_bytes(bytes(5_500_000))
    asked: list[int] = []
    back_up(paths, NOON, lambda: asked.append(1))
    assert len(asked) >= 8


def test_another_program_writes_meanwhile(paths: Paths) -> None:
    """The copy is of one moment; nobody waits for it."""
    writes = iter(range(1, 6))
    with closing(HistoryStore.open(paths.database, busy_s=0)) as store:

        def go_on() -> None:
            if days := next(writes, 0):
                store.set_goal(Goal(date(2026, 11, 23), days))

        assert back_up(paths, NOON, go_on) is not None
