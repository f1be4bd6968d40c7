"""Whatever looks at the history's file while it is open here, other programs know that it is open."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hamstring_gui.storage.database_file import connected, is_open_here, opened
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from tests.storage.damaging import recorded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there, locks belong to who has the file open")

ROOT = Path(__file__).parent.parent.parent
WINDOW = """
import sys
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

from hamstring_gui.storage import automatic, backup, checking, restoring, trouble
from hamstring_gui.storage.anew import keep_copy
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.examining import examine
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.importing import plan_import
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.place import reason_of_place
from hamstring_gui.storage.replacing import is_history, replacing
from tests.storage.damaging import recorded

paths, NOW = Paths.under(Path(sys.argv[1])), datetime(2026, 11, 26, 9, 30, tzinfo=timezone.utc)
database = paths.database
store = HistoryStore.open(database)
store.put_session(recorded(0))


def saved_over():
    with replacing(database):
        raise AssertionError


DEEDS = {
    "nothing": lambda: None,
    "the automatic backup": lambda: automatic.back_up(paths, NOW),
    "a backup": lambda: backup.write_backup(paths, paths.data / "mine.zip"),
    "a look before a restore": lambda: (restoring.here(paths), backup.history_is_whole(paths)),
    "the weekly check": lambda: checking.Check(database).look(NOW),
    "a copy": lambda: keep_copy(database, NOW),
    "why it can't be written": lambda: (trouble.diagnosed(database, StorageError("")), reason_of_place(database)),
    "what file it is": lambda: is_history(database),
    "restoring itself": lambda: restoring.look(database, paths),
    "importing itself": lambda: plan_import(database, store),
    "saving over it": saved_over,
    "the doctor": lambda: examine(database),
    "a second store": lambda: HistoryStore.open(database).close(),
}
for number, line in enumerate(sys.stdin, start=1):
    with suppress(StorageError, FileExistsError):
        DEEDS[line.strip()]()
    store.put_session(recorded(number))
    print(f"done {number}", flush=True)
print(*DEEDS, sep="\\n")
"""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A program that has a history open, and the folder; it does what it is told, then puts one more on record."""
    folder = tmp_path_factory.mktemp("open")
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        yield process, folder
        process.kill()


@pytest.mark.parametrize(
    "deed",
    [
        "nothing", "the automatic backup", "a backup", "a look before a restore", "the weekly check", "a copy",
        "why it can't be written", "what file it is", "restoring itself", "importing itself", "saving over it",
        "the doctor", "a second store",
    ],
)  # fmt: skip
def test_another_program_leaves_the_log_to_who_has_it_open(
    window: tuple[subprocess.Popen[str], Path], deed: str
) -> None:
    process, folder = window
    assert process.stdin is not None
    assert process.stdout is not None
    database = Paths.under(folder).database
    process.stdin.write(f"{deed}\n")
    process.stdin.flush()
    number = int(process.stdout.readline().removeprefix("done "))
    log = os.stat(f"{database}-wal").st_ino
    for _ in range(2):  # as `stats` does, twice
        with HistoryStore.open_to_read(database) as store:
            assert recorded(number).id in store.session_ids()
    assert os.stat(f"{database}-wal").st_ino == log


def test_it_is_read_as_often_as_anybody_likes_and_all_is_closed_in_the_end(tmp_path: Path) -> None:
    database = tmp_path / "history.sqlite3"
    with closing(connected(database)) as one:
        one.execute("PRAGMA journal_mode = WAL")
        one.execute("CREATE TABLE t (a)")
        with closing(connected(database)) as other:
            with opened(database) as first, opened(database) as second:
                assert first.read(6) == b"SQLite"
                assert second.read() == database.read_bytes()
            before = len(os.listdir("/dev/fd"))
            for _ in range(20):
                with opened(database) as file:
                    assert file.read(6) == b"SQLite"
            assert len(os.listdir("/dev/fd")) == before
            other.execute("SELECT * FROM t")
        assert is_open_here(database)
        assert len(os.listdir("/dev/fd")) >= before - 4
    assert not is_open_here(database)
    assert not any(_leads_to(name, database) for name in os.listdir("/dev/fd"))


def _leads_to(descriptor: str, path: Path) -> bool:
    try:
        return os.path.samefile(f"/dev/fd/{descriptor}", path)
    except OSError:
        return False
