"""The file of the history, looked through whole: that takes its time, and finds what no page shows."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.anew import keep_copy
from hamstring_gui.storage.damage import OF_A_ROW
from hamstring_gui.storage.database_file import connected
from hamstring_gui.storage.errors import StorageError, explained
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.trouble import Trouble, diagnosed

EVERY = timedelta(days=7)
BUSY_S = 2.0
"""How long another program's lock is waited for."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, with what can be read of a damaged file, or where a copy is of one that was mended."""

    outcome: Literal["whole", "mended", "damaged", "unknown"]
    trouble: Trouble | None = None
    copy: Path | None = None


def is_due(paths: Paths, now: datetime) -> bool:
    """Whether it was a week ago, or never; or is yet to come, which it can't be: the clock was set back."""
    try:
        last = datetime.fromisoformat(_stamp(paths).read_text("ascii").strip())
        return not now - EVERY < last <= now
    except (OSError, ValueError, TypeError):
        return True


def note_checked(paths: Paths, now: datetime) -> None:
    """Remember when it was, beside the log. Where nothing can be written, it is looked through at each start."""
    with suppress(OSError):
        paths.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(_stamp(paths)) as out:
            out.write(now.isoformat() + "\n")


def _stamp(paths: Paths) -> Path:
    return paths.logs / "history-checked"


class Check:
    """One look through the file, by whichever thread; `stop` ends it from another one."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._connection: sqlite3.Connection | None = None
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True
        with suppress(sqlite3.Error, AttributeError):
            self._connection.interrupt()  # type: ignore[union-attr]

    def look(self, now: datetime) -> Verdict:
        """Look through it. A damaged index alone is made anew, after a copy was kept."""
        try:
            real = Path(os.path.realpath(self._database))
            to_write = "mode=rw"  # read only, CHECKs are left out
            with (
                explained(self._database),
                closing(connected(real, to_write, timeout=BUSY_S, check_same_thread=False)) as self._connection,
            ):
                self._connection.text_factory = lambda text: text.decode("utf-8", "replace")
                if self._is_whole(self._connection):
                    return Verdict("whole")
                copy = self._mended(self._connection, now)
                if copy is not None:
                    return Verdict("mended", copy=copy)
            raise StorageError(f"{self._database}: the history is damaged")
        except StorageError as error:
            if self._stopped:
                return Verdict("unknown")
            trouble = diagnosed(self._database, error)
            return Verdict("damaged" if trouble.reason == "damaged" else "unknown", trouble)

    def _is_whole(self, connection: sqlite3.Connection) -> bool:
        found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check")]
        return all(line == "ok" or OF_A_ROW.match(line) for line in found)

    def _mended(self, connection: sqlite3.Connection, now: datetime) -> Path | None:
        """Where a copy is of what was here, if the indexes alone were damaged; otherwise all is as it was."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            with suppress(sqlite3.DatabaseError):
                connection.execute("REINDEX")
                if self._is_whole(connection):
                    copy = keep_copy(self._database, now)
                    connection.execute("COMMIT")
                    return copy
            return None
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
