"""The one error that storage raises: a sentence for the user, with the file that it is about."""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class StorageError(Exception):
    """A file that can't be read or written. The text reads `FILE: reason` or `FILE: KEY: reason`."""


class NotWritable(StorageError):
    """The history is there, and its rights or its disk let nobody write it."""


class Damaged(StorageError):
    """The history opens, and something in it is damaged all the same."""


class Missing(StorageError):
    """The history is not where it was."""


class HalfDone(StorageError):
    """The user's data are neither as before nor as after: nothing may be opened before that is mended."""


_REASONS = {
    sqlite3.SQLITE_ERROR: "the history is not as Hamstring makes it",
    sqlite3.SQLITE_BUSY: "another program is using the history; close it and try again",
    sqlite3.SQLITE_LOCKED: "another program is using the history; close it and try again",
    sqlite3.SQLITE_READONLY: "the history can be read but not written; check the rights of the file and its folder",
    sqlite3.SQLITE_IOERR: "the disk reported an error",
    sqlite3.SQLITE_CORRUPT: "the history is damaged",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "the history can't be opened",
    sqlite3.SQLITE_CONSTRAINT: "the history can't hold this",
    sqlite3.SQLITE_NOTADB: "this is not a Hamstring history; it was left as it is",
}


DAMAGE = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
LOCKS = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL))
_OF_THE_PLACE = {"full": sqlite3.SQLITE_FULL, "read-only": sqlite3.SQLITE_READONLY}
_VAGUE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every SQLite error about the database at `path` into a `StorageError` with a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        code = sqlite_code(error)
        if code in _VAGUE:  # a disk that is full or read-only shows in many ways
            from hamstring_gui.storage.place import reason_of_place

            code = _OF_THE_PLACE.get(reason_of_place(path) or "", code)
        reason = _REASONS.get(code) if code is not None else None
        raise StorageError(f"{path}: {reason} ({error})" if reason else f"{path}: {error}") from error
    except UnicodeDecodeError as error:  # what SQLite said has bytes of a damaged file in it
        raise StorageError(f"{path}: {_REASONS[sqlite3.SQLITE_CORRUPT]}") from error


def sqlite_code(error: BaseException | None) -> int | None:
    """SQLite's number for what went wrong, of an error of its own or of one that was made of that."""
    while error is not None and not isinstance(error, sqlite3.Error):
        error = error.__cause__
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if code is not None else None


def is_damage(error: StorageError) -> bool:
    """Whether the file of the history is to blame, not what is around it."""
    return isinstance(error, Damaged) or sqlite_code(error) in DAMAGE


FOLDER_REASONS = {
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "the folder is not there",
    errno.EACCES: "this may not be read, or not be written",
    errno.EROFS: "nothing can be written there",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
}
"""Of a folder that is shared through."""
_UNWRITTEN = {
    errno.ENOENT: "there is no such folder; choose one that is there",
    errno.ENOTDIR: "there is no such folder; choose one that is there",
    errno.EISDIR: "this is a folder; give a file in it a name",
    errno.EACCES: "you may not write there; choose another place",
    errno.EPERM: "you may not write there; choose another place",
    errno.EROFS: "nothing can be written there; choose another place",
    errno.ENOSPC: "the disk is full; make room on it, or choose another place",
    errno.EDQUOT: "you may keep no more there; make room, or choose another place",
    errno.ENAMETOOLONG: "this name is too long; choose a shorter one",
}


def all_reasons() -> tuple[str, ...]:
    """Why a file can't be read or written, in our words; there are those of the system, too."""
    return (*_REASONS.values(), *_UNWRITTEN.values(), *FOLDER_REASONS.values())


def not_written(path: object, error: OSError) -> str:
    """The sentence about a file that a person wanted, and that could not be written: why, and what to do."""
    reason = _UNWRITTEN.get(error.errno or 0, f"{plain(error)}; choose another place, or try again")
    return f"{path}: this was not written: {reason}"


def plain(error: OSError) -> str:
    """What the system said, without number and file name: `Permission denied`."""
    return error.strerror or str(error)


def tell(sentence: str) -> None:
    """Say it on standard error, in one line. Where that is closed, or a file on a full disk, nobody is told."""
    if sys.stderr is not None:
        line = "".join(character if character.isprintable() else "?" for character in sentence)
        with suppress(OSError, ValueError):
            print(f"hamstring-gui: {line}", file=sys.stderr, flush=True)
