"""Sessions that could not be written to the history when the program had to end: kept in a file of their own.

The file is an export like any other, with what it takes to go on with a session that was not over. It lies beside the
log, or where that can't be written either, in the system's folder for temporary files. The next start puts the sessions
on record and deletes the file.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

from hamstring_gui.domain.going_on import Underway
from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.domain.values import replace
from hamstring_gui.storage.database import new_in_memory
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.exchange import write_history
from hamstring_gui.storage.exchange_json import read_json
from hamstring_gui.storage.found import Found
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.history_rows import MISFITS, UNDERWAY, Row, put_underway
from hamstring_gui.storage.paths import RESCUED, Paths, id_of_folder
from hamstring_gui.storage.underway import row_of


def write_rescue(
    sessions: Sequence[SessionRecord], paths: Paths, underway: Mapping[str, Underway] | None = None
) -> Path:
    """Write them where it is possible, for this user alone; gives the file. Raises `StorageError` where it isn't."""
    reasons = []
    for folder in dict.fromkeys(_folders(paths)):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(".tmp", _beginning(paths), folder)
        except OSError as error:
            reasons.append(f"{folder}: {plain(error)}")
            continue
        try:
            with open(handle, "w", encoding="utf-8") as out:
                out.write(_document(sessions, underway or {}))
                out.flush()
                os.fsync(out.fileno())
            return Path(name).replace(Path(name).with_suffix(".json"))  # what is half written is taken in by nobody
        except OSError as error:
            with suppress(OSError):
                Path(name).unlink()
            reasons.append(f"{folder}: {plain(error)}")
    raise StorageError("; ".join(reasons))


def _document(sessions: Sequence[SessionRecord], underway: Mapping[str, Underway]) -> str:
    text = io.StringIO()
    write_history(sessions, text)
    document = json.loads(text.getvalue())
    rows = [row_of(one.id, underway[one.id]) for one in sessions if one.id in underway]
    return json.dumps(document | ({KEY: rows} if rows else {}), indent=2)


def rescued(paths: Paths) -> list[Path]:
    """The files that wait to be taken in, of this user and these data."""
    found: list[Path] = []
    for folder in dict.fromkeys(_folders(paths)):
        beginning = _BEGINNING if folder != _shared() else _beginning(paths)
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
        text = file.read_text(encoding="utf-8")
        read_json(io.StringIO(text), found)
    except (OSError, ValueError, RecursionError) as error:
        raise StorageError(f"{file}: {plain(error) if isinstance(error, OSError) else error}") from error
    if found.problems:
        raise StorageError(f"{file}: {found.problems[0]}")
    here = {key: store.session(key) for key in found.new}
    better = [_with_what_was_said(one, here[one.id]) for one in found.new.values() if _is_better(one, here[one.id])]
    store.put_all(better, underway=_rows(text, {one.id for one in better}))
    file.unlink(missing_ok=True)
    return len(found.new)


def _rows(text: str, of: set[str]) -> list[Row]:
    """What it takes to go on with these sessions; it is looked at when somebody wants to. What the history can't hold
    is left out: the sessions are worth more."""
    rows = json.loads(text).get(KEY)
    fitting = []
    with closing(new_in_memory()) as scratch:
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, list) and len(row) == len(UNDERWAY) and isinstance(row[0], str) and row[0] in of:
                with suppress(sqlite3.Error, *MISFITS):
                    put_underway(scratch, tuple(row))
                    fitting.append(tuple(row))
    return fitting


def _with_what_was_said(rescued: SessionRecord, there: SessionRecord | None) -> SessionRecord:
    """With the note and the ratings that the one on record has: they were written there later."""
    if there is None:
        return rescued
    rated = there.tightness or rescued.tightness
    if there.tightness is not None and rescued.tightness is not None:
        left, right = there.tightness.left, there.tightness.right
        rated = Tightness(
            rescued.tightness.left if left is None else left, rescued.tightness.right if right is None else right
        )
    return replace(rescued, note=there.note or rescued.note, tightness=rated)


def _is_better(rescued: SessionRecord, there: SessionRecord | None) -> bool:
    """Whether more of it was held, or it was as good as lost; what somebody wrote to it since stays."""
    if there is None or there.held_s < rescued.held_s:
        return True
    touched = there.outcome != "interrupted" or there.note or there.tightness is not None
    return there.held_s == rescued.held_s and not touched


KEY = "underway"
_BEGINNING = RESCUED


def _folders(paths: Paths) -> tuple[Path, ...]:
    """The shared one last: it may be emptied before the next start."""
    return paths.logs, paths.data, paths.config, _shared()


def _shared() -> Path:
    return Path(tempfile.gettempdir())


def _beginning(paths: Paths) -> str:
    """Where files of several data folders lie, each program takes in its own, however the folder is spelt."""
    return f"{_BEGINNING}{id_of_folder(paths.data)}-"


def _is_mine(entry: os.DirEntry[str]) -> bool:
    return not hasattr(os, "getuid") or entry.stat(follow_symlinks=False).st_uid == os.getuid()
