"""The backups in the data folder, whoever made them: whether there are any, and what the last one holds."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.backup import KIND, LIMITS, is_backup
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import HISTORY
from hamstring_gui.storage.replacing import is_history
from hamstring_gui.storage.zips import unpack

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)-(\d{4})")


@dataclass(frozen=True, slots=True)
class Backup:
    """When it was made, by its name or, where that doesn't say, by its file; and how many sessions are in it."""

    path: Path
    at: datetime
    sessions: int


def has_backups(folder: Path) -> bool:
    return any(_holds_history(file) for _, file in _files(folder))


def last_backup(folder: Path) -> Backup | None:
    """The newest that can be read. Raises nothing."""
    for at, file in sorted(_files(folder), reverse=True):
        if _holds_history(file):
            with suppress(StorageError, OSError):
                return Backup(file, at, _sessions_in(file))
    return None


def _files(folder: Path) -> Iterator[tuple[datetime, Path]]:
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.endswith((".zip", ".sqlite3")) and not name.startswith("."):
                with suppress(OSError):
                    yield _made_at(folder / name), folder / name


def _made_at(file: Path) -> datetime:
    if found := _TIME.search(file.name):
        with suppress(ValueError):
            return datetime.strptime(" ".join(found.groups()), "%Y-%m-%d %H%M")
    return datetime.fromtimestamp(file.stat().st_mtime)


def _holds_history(file: Path) -> bool:
    with suppress(OSError):
        return is_history(file) or is_backup(file)
    return False


def _sessions_in(file: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="hamstring-") as scratch:
        history = file
        if not is_history(file):
            history = Path(scratch, HISTORY)
            for name, pieces in unpack(file, KIND, LIMITS, lambda _: LIMITS.unpacked):
                if name == HISTORY:
                    with history.open("wb") as out:
                        out.writelines(pieces)
        with HistoryStore.open_to_read(history) as store:
            return len(store.session_ids())
