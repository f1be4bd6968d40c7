"""Sessions that could not be written to the history when the program had to end: kept in a file of their own.

The file is an export like any other, beside the log, or where that can't be written either, in the system's folder for
temporary files. The next start puts the sessions on record and deletes the file.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_json import read_json
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import replacing


def write_rescue(sessions: Sequence[SessionRecord], paths: Paths) -> Path:
    """Write them where it is possible; gives the file. Raises `StorageError` where it is nowhere."""
    reasons = []
    for folder in _folders(paths):
        file = folder / f"{_beginning(paths)}{os.getpid()}.json"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(file) as out:
                write_history(sessions, out)
            return file
        except OSError as error:
            reasons.append(f"{file}: {plain(error)}")
    raise StorageError("; ".join(reasons))


def rescued(paths: Paths) -> list[Path]:
    """The files that wait to be taken in, of this user and these data."""
    beginning = _beginning(paths)
    found = []
    for folder in _folders(paths):
        try:
            entries = [entry for entry in os.scandir(folder) if entry.name.startswith(beginning)]
        except OSError:
            continue
        ours = (entry for entry in entries if entry.is_file(follow_symlinks=False) and _is_mine(entry))
        found += [Path(entry.path) for entry in ours if entry.name.endswith(".json")]
    return found


def take_in(file: Path, store: HistoryStore) -> int:
    """Put the sessions on record, unless more of them is there, and delete the file; gives how many they are.

    Raises `StorageError`, and leaves the file, where that can't be done.
    """
    found = Found(frozenset())
    try:
        with file.open(encoding="utf-8") as opened:
            read_json(opened, found)
    except (OSError, ValueError, RecursionError) as error:
        raise StorageError(f"{file}: {plain(error) if isinstance(error, OSError) else error}") from error
    if found.problems:
        raise StorageError(f"{file}: {found.problems[0]}")
    here = {key: store.session(key) for key in found.new}
    better = [one for one in found.new.values() if (there := here[one.id]) is None or there.held_s <= one.held_s]
    store.put_all(better)
    file.unlink(missing_ok=True)
    return len(found.new)


def _folders(paths: Paths) -> tuple[Path, Path]:
    return paths.logs, Path(tempfile.gettempdir())


def _beginning(paths: Paths) -> str:
    """Another one for other data, so that each program takes in its own."""
    return f"hamstring-rescued-{sha256(os.fsencode(paths.data)).hexdigest()[:12]}-"


def _is_mine(entry: os.DirEntry[str]) -> bool:
    return not hasattr(os, "getuid") or entry.stat(follow_symlinks=False).st_uid == os.getuid()
