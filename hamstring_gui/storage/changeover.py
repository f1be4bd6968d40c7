"""All that is the user's gives way to other files: whole as before or whole as after, however it is interrupted.

What is to be moved is noted on disk first. Then everything is moved by renaming, and the note says that it is done.
Whoever comes next and finds a note goes back (it isn't done) or tidies up (it is): see `mend`.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile, ZipFile

from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.paths import UNFINISHED
from hamstring_gui.storage.replacing import replacing

NOTE, SCRATCH = UNFINISHED
"""In the data folder: the note, and how folders begin in which a backup is unpacked."""
PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Mended:
    """What was found half done: it never "began", or went "back" to what was before, or was "done" and tidied up.

    `aside` is what was there before and is in no backup, if there is anything; `kept` the backup of the rest.
    """

    outcome: Literal["began", "back", "done"]
    aside: Path | None = None
    kept: Path | None = None


Move = tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class _Note:
    """The moves, and what is to be tidied up when they are `done`."""

    going: tuple[Move, ...]
    coming: tuple[Move, ...]
    aside: Path
    kept: Path | None
    done: bool = False


def change_over(folder: Path, going: Sequence[Move], coming: Sequence[Move], aside: Path, kept: Path | None) -> bool:
    """Move what is `going`, and then what is `coming`, each from a path to another one.

    `folder` is where the note lies. Afterwards that of `aside` which the backup `kept` holds is deleted, or all of it
    where there is no backup; gives whether something of it is left. When a move fails, all is as it was:
    `StorageError`.
    """
    note = _Note(tuple(going), tuple(coming), aside, kept)
    try:
        _write(folder, note)
        for now, then in (*going, *coming):
            _move(now, then)
    except OSError as error:
        _go_back(note)
        _forget(folder)
        raise StorageError(f"{folder}: nothing was changed: {plain(error)}") from error
    for place in {path.parent for move in (*going, *coming) for path in move}:
        _sync(place)
    try:
        _write(folder, replace(note, done=True))
    except OSError:
        _forget(folder)  # or the next start would go back, over what was done until then
    return _tidy(folder, note)


def mend(folder: Path) -> Mended | None:
    """End what was interrupted, if anything was. Raises `StorageError` when that can't be done."""
    if not any(name.startswith(UNFINISHED) for name in os.listdir(folder)):
        return None
    try:
        with alone(folder, patience_s=0.0):
            found = _mend(folder)
            for name in os.listdir(folder):
                if name.startswith((SCRATCH, f".{NOTE}.")):  # what was unpacked, and a note that was half written
                    _remove(folder / name)
            return found
    except BlockingIOError:
        return None  # it isn't interrupted: another program is at it


def _mend(folder: Path) -> Mended | None:
    note = _note(folder)
    if note is None:  # a history that still lies where it was unpacked never took the place of another
        return Mended("began") if any(folder.glob(f"{SCRATCH}*/{DATABASE[0]}")) else None
    if not note.done:
        _go_back(note)
        _forget(folder)
        return Mended("back")
    left = _tidy(folder, note)
    return Mended("done", note.aside if left else None, note.kept)


@contextmanager
def alone(folder: Path, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """No other program changes the data of this folder over in this block. Raises `BlockingIOError` when one does.

    Where the system knows no such lock, nothing keeps another program out.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    end = time.monotonic() + patience_s
    lock = os.open(folder, os.O_RDONLY)
    try:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= end:
                    raise
                time.sleep(0.05)
        yield
    finally:
        os.close(lock)


# -- the note --------------------------------------------------------------------------------------------------------
def _write(folder: Path, note: _Note) -> None:
    moves = {"going": note.going, "coming": note.coming}
    written: dict[str, Any] = {way: [[str(now), str(then)] for now, then in some] for way, some in moves.items()}
    written |= {"aside": str(note.aside), "kept": str(note.kept or ""), "done": note.done}
    with replacing(folder / NOTE) as out:
        json.dump(written, out)
    _sync(folder)


def _note(folder: Path) -> _Note | None:
    try:
        found: Mapping[str, Any] = json.loads((folder / NOTE).read_bytes())
        going, coming = (tuple((Path(now), Path(then)) for now, then in found[way]) for way in ("going", "coming"))
        kept = Path(found["kept"]) if found["kept"] else None
        return _Note(going, coming, Path(found["aside"]), kept, bool(found["done"]))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError(f"{folder / NOTE}: {plain(error)}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StorageError(f"{folder / NOTE}: this note of an interrupted restore can't be read: {error}") from error


def _forget(folder: Path) -> None:
    (folder / NOTE).unlink(missing_ok=True)
    _sync(folder)


# -- the moves -------------------------------------------------------------------------------------------------------
def _move(now: Path, then: Path) -> None:
    """Rename it; from one disk to another, copy it whole, rename the copy, and only then delete what was copied."""
    try:
        os.rename(now, then)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy = _copy_of(then)
        _remove(copy)
        if now.is_dir() and not now.is_symlink():
            shutil.copytree(now, copy, symlinks=True)
        else:
            shutil.copy2(now, copy, follow_symlinks=False)
        os.rename(copy, then)
        _remove(now)


def _copy_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.coming")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _go_back(note: _Note) -> None:
    """Undo those of the moves that were made, whole or half."""
    there = os.path.lexists
    aside = dict(note.going)
    try:
        for new, place in note.coming:
            if there(place) and (place not in aside or there(aside[place])):  # so it is what came, not what was here
                new.parent.mkdir(parents=True, exist_ok=True)
                _remove(place) if there(new) else _move(place, new)
            _remove(_copy_of(place))
        for place, away in note.going:
            if there(away):
                _remove(away) if there(place) else _move(away, place)
            _remove(_copy_of(away))
        if note.aside.is_dir():
            note.aside.rmdir()
    except OSError as error:
        raise StorageError(f"{note.aside}: what is here could not be put back: {plain(error)}") from error


def _tidy(folder: Path, note: _Note) -> bool:
    """Delete what was put aside as far as the backup holds it; gives whether something is left."""
    if note.kept is None:
        shutil.rmtree(note.aside, ignore_errors=True)
    else:
        _delete_what_is_kept(note.aside, note.kept)
    with suppress(OSError):
        _forget(folder)
    return note.aside.exists()


def _delete_what_is_kept(aside: Path, kept: Path) -> None:
    """Files of which the backup holds the same bytes, logs of the database that were taken in, and empty folders."""
    try:
        with ZipFile(kept) as archive:
            known = {entry.filename: (entry.file_size, entry.CRC) for entry in archive.infolist()}
    except (OSError, BadZipFile):
        return
    for path in sorted(aside.rglob("*"), reverse=True):
        name = path.relative_to(aside).as_posix()
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()  # only where it is empty
            elif name in DATABASE and DATABASE[0] in known:
                path.unlink()  # the backup has its contents, not its bytes
            elif not path.is_symlink() and known.get(name) == _measured(path):
                path.unlink()
    with suppress(OSError):
        aside.rmdir()


DATABASE = ("history.sqlite3", "history.sqlite3-wal", "history.sqlite3-shm")


def _measured(path: Path) -> tuple[int, int]:
    data = path.read_bytes()
    return len(data), zlib.crc32(data)


def _sync(folder: Path) -> None:
    """Have the names in a folder on disk, where a folder can be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
