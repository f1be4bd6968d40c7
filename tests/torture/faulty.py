"""What is written, with a disk that fails at the first call that changes a file, at the second, and so on.

Run as a program under `faults.c`: `python -m tests.torture.faulty SCENARIO KIND FOLDER EVERY`. It prints how many calls
there were, or what went wrong at which. After each fault, what is on disk is whole, old or new; the fault is told in a
sentence; nothing is lost in memory: once the disk works again, it can be written.
"""

from __future__ import annotations

import ctypes
import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.consistency import Goal
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.recorder import Recorder, Run
from hamstring_gui.storage import backup
from hamstring_gui.storage.changeover import mend
from hamstring_gui.storage.database import open_database
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.rescue import rescued, take_in, write_rescue
from hamstring_gui.storage.routine_files import OwnRoutines
from hamstring_gui.storage.schema import MIGRATIONS
from hamstring_gui.storage.settings import SettingsStore
from tests.domain import samples

KINDS = {"full": ("n", 1), "no room once": ("n", 0), "broken": ("i", 1), "broken once": ("i", 0), "cut short": ("s", 1),
         "never synced": ("f", 1), "read-only": ("r", 1), "killed": ("k", 0)}  # fmt: skip
START = datetime(2026, 11, 22, 19, 42, tzinfo=UTC)
HOLD = HoldRecord(0, "band", "right", 1, 30.0, 30.0, "held", START)
OLD = SessionRecord("old", "daily", "Daily", START, START, START.date(), "finished", 30.0, (HOLD,))
Check = Callable[[str], None]
KILLED = "killed"
"""Instead of the sentence that nobody could say."""


class Disk:
    """The switch of `faults.c`. `calls` are how many could have failed the last time."""

    def __init__(self, kind: str) -> None:
        self.calls = 0
        self._library = ctypes.CDLL(None)
        self._library.fault_count.restype = ctypes.c_long
        self._kind, self._stays = KINDS[kind]

    @contextmanager
    def failing(self, at: int, under: Path) -> Iterator[None]:
        self._set(at, under)
        try:
            yield
        finally:
            self.calls = int(self._library.fault_count())
            self._set(0, Path("/nowhere"))

    def _set(self, at: int, under: Path) -> None:
        self._library.fault_set(ctypes.c_long(at), ord(self._kind), self._stays, str(under).encode())


def sessions(database: Path) -> dict[str, SessionRecord]:
    with open_database_to_check(database), HistoryStore.open_to_read(database) as store:
        return {one.id: one for one in store.sessions()}


@contextmanager
def open_database_to_check(database: Path) -> Iterator[None]:
    with closing(open_database(database)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
        assert found == "ok", found
        yield


def visible(folder: Path, said: str) -> list[str]:
    """What is there; of who was killed, or whose disk can't even remove a file, hidden files may be left."""
    may_be_left = said == KILLED or "Input/output" in said or "Read-only" in said
    return [path.name for path in folder.iterdir() if not (may_be_left and path.name.startswith("."))]


def an_old_history(paths: Paths) -> None:
    with HistoryStore.open(paths.database) as store:
        store.put_session(OLD)


# -- what is done, and what must be true afterwards ----------------------------------------------------------------
def a_session(paths: Paths) -> tuple[Callable[[], object], Check]:
    """Two holds, each put on record as it ends, by what puts them on record in the program."""
    an_old_history(paths)
    clock, routine = samples.HandClock(), samples.routine(sets=1)
    store = HistoryStore.open(paths.database)
    recorder = Recorder(store)
    session = samples.session(routine, clock)
    run = Run("new", routine, session, START.date(), 120.0)
    states: list[SessionRecord] = []
    on_disk: list[int] = [0]

    def act() -> None:
        while session.state == "running":
            if samples.play(session, clock, 5, 5.0):
                recorder.put(run, clock.wall)
                states.append(run.record("interrupted", clock.wall))
                assert bool(recorder.waiting) == bool(recorder.problem), "what waits is told, and nothing else"
                on_disk.append(len(states) if states[-1].holds and not recorder.problem else on_disk[-1])
        recorder.end(run, "finished", clock.wall)
        states.append(run.record("finished", clock.wall))
        if recorder.problem:
            raise StorageError(recorder.problem)

    def check(_: str) -> None:
        there = sessions(paths.database)
        assert there["old"] == OLD
        held = [(), *(state.holds for state in states)]
        assert "new" not in there or there["new"].holds in held[max(1, on_disk[-1]) :], (
            "whole, as it was at some moment"
        )
        assert "new" in there or not on_disk[-1], "what was on disk stays there"
        recorder.try_again()
        assert (recorder.waiting, recorder.problem) == ((), ""), recorder.problem
        assert sessions(paths.database) == {"old": OLD, "new": states[-1]}
        store.close()
        assert sessions(paths.database) == {"old": OLD, "new": states[-1]}

    return act, check


def closing_it(paths: Paths) -> tuple[Callable[[], object], Check]:
    an_old_history(paths)
    store = HistoryStore.open(paths.database)
    store.put_session(replace(OLD, id="new"))

    def check(_: str) -> None:
        assert sessions(paths.database).keys() == {"old", "new"}

    return store.close, check


def opening_a_new_one(paths: Paths) -> tuple[Callable[[], object], Check]:
    def check(_: str) -> None:
        an_old_history(paths)
        assert sessions(paths.database) == {"old": OLD}

    return lambda: HistoryStore.open(paths.database).close(), check


def a_migration(paths: Paths) -> tuple[Callable[[], object], Check]:
    with closing(open_database(paths.database, migrations=MIGRATIONS[:1])) as older:
        older.execute(
            "INSERT INTO session (id, routine, routine_name, started_at, day, planned_s, ended_at, outcome) "
            f"VALUES ('old', 'daily', 'Daily', '{START.isoformat()}', '2026-11-22', 30.0, '{START.isoformat()}', "
            "'finished')"
        )

    def check(_: str) -> None:
        assert sessions(paths.database) == {"old": replace(OLD, holds=())}

    return lambda: HistoryStore.open(paths.database).close(), check


def settings(paths: Paths) -> tuple[Callable[[], object], Check]:
    store = SettingsStore(paths.settings)
    old = replace(Settings(), volume=10)
    store.save(old)
    new = replace(old, volume=90, muted=True)

    def check(said: str) -> None:
        there, problems = SettingsStore(paths.settings).load()
        assert (there in (old, new), problems) == (True, ()), there
        assert said or there == new
        store.save(new)
        assert SettingsStore(paths.settings).load() == (new, ())
        assert visible(paths.config, said) == ["settings.toml"]

    return lambda: store.save(new), check


def a_routine(paths: Paths) -> tuple[Callable[[], object], Check]:
    store = OwnRoutines(paths.routines)
    old, new = samples.routine(sets=2), samples.routine(sets=3)
    store.save(old)

    def there() -> Routine:
        routines, problems = OwnRoutines(paths.routines).load(samples.EXERCISES)
        assert problems == ()
        return routines["sample"]

    def check(said: str) -> None:
        assert there() in (old, new)
        store.load(samples.EXERCISES)
        store.save(new)
        assert there() == new
        assert len(visible(paths.routines, said)) == 1

    return lambda: store.save(new), check


def a_restore(paths: Paths) -> tuple[Callable[[], object], Check]:
    an_old_history(paths)
    SettingsStore(paths.settings).save(replace(Settings(), volume=10))
    OwnRoutines(paths.routines).save(samples.routine(sets=2))
    file = paths.data.parent / "backup.zip"
    backup.write_backup(paths, file)
    with HistoryStore.open(paths.database) as store:
        store.put_session(replace(OLD, id="since"))
        store.set_goal(Goal(date(2026, 11, 22), 5))
    SettingsStore(paths.settings).save(replace(Settings(), volume=90))

    def act() -> None:
        kept = backup.free(paths.data / backup.FOLDER / "before.zip")
        try:
            with backup.unpacked(file, paths) as folder:
                kept.parent.mkdir(exist_ok=True)
                backup.write_backup(paths, kept)
                backup.put_in_place(folder, paths, kept)
        except OSError as error:
            raise StorageError(str(error)) from error

    def check(_: str) -> None:
        mend(paths.data, paths.config, paths.logs)
        ids, (found, problems) = sessions(paths.database).keys(), SettingsStore(paths.settings).load()
        assert problems == ()
        assert (ids, found.volume) in (({"old"}, 10), ({"old", "since"}, 90)), (ids, found.volume)
        act()
        assert sessions(paths.database) == {"old": OLD}

    return act, check


def a_rescue(paths: Paths) -> tuple[Callable[[], object], Check]:
    """There is another place, which works."""
    paths.data.mkdir()

    def check(_: str) -> None:
        (file,) = rescued(paths)
        with HistoryStore.open(paths.database) as store:
            assert take_in(file, store) == 1
        assert sessions(paths.database) == {"old": OLD}

    return lambda: write_rescue([OLD], paths), check


def an_export(paths: Paths) -> tuple[Callable[[], object], Check]:
    file = paths.data / "export.json"
    paths.data.mkdir()
    file.write_text("old")

    def act() -> None:
        try:
            with replacing(file) as out:
                write_history([OLD], out)
        except OSError as error:
            raise StorageError(str(error)) from error

    def check(said: str) -> None:
        assert said or file.read_text() != "old"
        text = file.read_text()
        assert text == "old" or (text.startswith("{") and text.endswith("}\n"))
        assert visible(paths.data, said) == ["export.json"]

    return act, check


SCENARIOS = {
    found.__name__: found
    for found in (
        a_session, closing_it, opening_a_new_one, a_migration, settings, a_routine, a_restore, a_rescue, an_export
    )
}  # fmt: skip


def told(act: Callable[[], object], disk: Disk, number: int, folder: Path) -> str:
    """The sentence about the fault, if there was one."""
    with disk.failing(number, folder):
        try:
            act()
        except StorageError as error:
            said = str(error)
        else:
            return ""
    assert said.strip(), "in a sentence"
    return said


def killed(act: Callable[[], object], disk: Disk, number: int, folder: Path) -> str:
    """Done by a child, which is killed at that call if it comes so far."""
    child = os.fork()
    if not child:
        with disk.failing(number, folder):
            act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0
    disk.calls = number if status else number - 1
    return KILLED if status else ""


def try_all(scenario: str, kind: str, root: Path, every: int = 1) -> int:
    """How many calls there were to fail; each of them fails once, or every so-manieth."""
    disk = Disk(kind)
    for number in count(1, every):
        folder = root / str(number)
        paths = Paths(folder / "data", folder / "config", folder / "logs")
        folder.mkdir()
        act, check = SCENARIOS[scenario](paths)
        said = ""
        try:
            said = (killed if kind == "killed" else told)(act, disk, number, folder)
            assert bool(said) <= (disk.calls >= number)
            check(said)
        except Exception as error:
            raise AssertionError(f"{scenario}, {kind}, call {number}: it said {said!r}") from error
        with suppress(OSError):
            shutil.rmtree(folder)
        if disk.calls < number:
            return disk.calls
    raise AssertionError


if __name__ == "__main__":
    application = QCoreApplication([])
    gc.disable()
    scenarios, kind, root, every = sys.argv[1:]
    print(*(try_all(scenario, kind, Path(root), int(every)) for scenario in scenarios.split(",")))
