"""All that is the user's gives way to other files: whole as before or whole as after, however it is interrupted.

What is to be moved is noted on disk first. Then everything is moved by renaming, and the note says that it is done.
Whoever comes next and finds a note goes back (it isn't done) or tidies up (it is): see `mend`.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile, ZipFile

from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.alone import alone
from hamstring_gui.storage.errors import HalfDone, StorageError, plain
from hamstring_gui.storage.on_disk import sync, sync_all
from hamstring_gui.storage.paths import HISTORY, RESCUED, UNFINISHED
from hamstring_gui.storage.replacing import replacing

NOTE, SCRATCH, LOOK = UNFINISHED
"""In the data folder: the note, and how folders begin in which a backup is unpacked: to be restored, or looked at."""
BACKUPS = "backups"
DATABASE = (HISTORY, f"{HISTORY}-wal", f"{HISTORY}-shm", f"{HISTORY}-journal")


@dataclass(frozen=True, slots=True)
class Mended:
    """What was found half done: it never "began", or went "back" to what was before, or was "done" and tidied up.

    `aside` is what was there before and is in no backup, if there is anything; `kept` the backup of the rest. Where
    everything was being deleted, `aside` is what could not be; where a history began `anew`, all that was there before.
    """

    outcome: Literal["began", "back", "done"]
    aside: Path | None = None
    kept: Path | None = None
    deleting: bool = False
    anew: bool = False


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
    where there is no backup, and nothing where `kept` is `aside` itself; gives whether something of it is left. When a
    move fails, all is as it was: `StorageError`; when even that fails, it is for the next start: `HalfDone`.
    """
    note = _Note(tuple(going), tuple(coming), aside, kept)
    try:
        if kept is not None:
            sync(kept.parent)
        _write(folder, note)
        for now, then in (*going, *coming):
            _move(now, then)
        for place in {path.parent for move in (*going, *coming) for path in move}:
            sync(place)
        _write(folder, replace(note, done=True))
    except OSError as error:
        _go_back(note)
        _forget(folder)
        raise StorageError(f"{folder}: nothing was changed: {plain(error)}") from error
    return _tidy(folder, note)


def mend(folder: Path, *others: Path) -> Mended | None:
    """End what was interrupted, if anything was; `others` are folders in which there are files of the user's, too.

    Raises `StorageError` when that can't be done.
    """
    try:
        if not any(name.startswith(UNFINISHED) for name in os.listdir(folder)):
            return None
        with alone(folder):  # or another program is at it, and nothing is interrupted
            found = settle(folder, *others)
            for name in os.listdir(folder):
                if name.startswith((SCRATCH, LOOK, f".{NOTE}.")):  # what was unpacked, and a note that was half written
                    with suppress(OSError):
                        _remove(folder / name)
            return found
    except OSError as error:
        raise StorageError(f"{folder}: what was interrupted here can't be ended: {plain(error)}") from error


def settle(folder: Path, *others: Path) -> Mended | None:
    """Do what the note says, for who is `alone` with this folder. Raises `StorageError` when that can't be done."""
    note = _note(folder)
    if note is not None:
        _refuse_what_is_elsewhere(note, folder, (folder, *others))
    if note is None:  # a history that still lies where it was unpacked never took the place of another
        return Mended("began") if any(folder.glob(f"{SCRATCH}*/{HISTORY}")) else None
    deleting, anew = note.kept is None, note.kept == note.aside
    if not note.done:
        _go_back(note)
        _forget(folder)
        return Mended("back", deleting=deleting, anew=anew)
    left = _tidy(folder, note)
    return Mended("done", note.aside if left else None, note.kept, deleting, anew)


# -- the note --------------------------------------------------------------------------------------------------------
def _write(folder: Path, note: _Note) -> None:
    """Paths in the folder are written as from there: it may be another one by the next start."""

    def said(path: Path) -> str:
        return str(path.relative_to(folder) if path.is_relative_to(folder) else path)

    moves = {"going": note.going, "coming": note.coming}
    written: dict[str, Any] = {way: [[said(now), said(then)] for now, then in some] for way, some in moves.items()}
    written |= {"aside": said(note.aside), "kept": said(note.kept) if note.kept else "", "done": note.done}
    with replacing(folder / NOTE) as out:
        json.dump(written, out)
    sync(folder)


def _note(folder: Path) -> _Note | None:
    try:
        found: Mapping[str, Any] = json.loads((folder / NOTE).read_bytes())
        going, coming = (
            tuple((folder / now, folder / then) for now, then in found[way]) for way in ("going", "coming")
        )
        kept = folder / found["kept"] if found["kept"] else None
        return _Note(going, coming, folder / found["aside"], kept, bool(found["done"]))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError(f"{folder / NOTE}: {plain(error)}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StorageError(f"{folder / NOTE}: this note of an interrupted restore can't be read: {error}") from error


def _refuse_what_is_elsewhere(note: _Note, folder: Path, folders: Sequence[Path]) -> None:
    """What moves and goes lies in the user's folders, whoever wrote the note. Raises `StorageError`."""
    roots = [Path(os.path.realpath(one)) for one in (*folders, folder / BACKUPS)]
    temporary = Path(os.path.realpath(tempfile.gettempdir()))

    def is_ours(path: Path) -> bool:
        parent = Path(os.path.realpath(path.parent))
        if parent == temporary and path.name.startswith(RESCUED):
            return True
        return path.name not in ("", "..") and any(parent.is_relative_to(root) for root in roots)

    named = [*(path for move in (*note.going, *note.coming) for path in move), note.aside]
    places = {path for path, _ in note.going} | {path for _, path in note.coming}
    if (found := next((path for path in named if not is_ours(path)), None)) is not None:
        raise StorageError(f"{folder / NOTE}: this note of an interrupted restore names what is elsewhere: {found}")
    if any(place == note.aside or note.aside in place.parents for place in places | set(roots)):
        raise StorageError(f"{folder / NOTE}: this note of an interrupted restore would delete what is yours")


def _forget(folder: Path) -> None:
    try:
        (folder / NOTE).unlink(missing_ok=True)
    except OSError as error:
        raise HalfDone(f"{folder / NOTE}: {plain(error)}") from error
    sync(folder)


# -- the moves -------------------------------------------------------------------------------------------------------
def _move(now: Path, then: Path) -> None:
    """Rename it. From one disk to another: copy it, and the whole one of the two always has a name that tells so."""
    try:
        os.rename(now, then)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy, gone = _coming(then), _gone(now)
        _remove(copy)
        if now.is_dir() and not now.is_symlink():
            shutil.copytree(now, copy, symlinks=True)
        else:
            shutil.copy2(now, copy, follow_symlinks=False)
        sync_all(copy)
        os.rename(now, gone)
        os.rename(copy, then)
        sync(then.parent)
        _remove(gone)


def _coming(path: Path) -> Path:
    """The name of a copy that may be half: it isn't wanted once the program has stopped."""
    return path.with_name(f".{path.name}.coming")


def _gone(path: Path) -> Path:
    """The name of what was copied. It is whole until the copy has its own name, and not wanted from then on."""
    return path.with_name(f".{path.name}.gone")


def _end_move(now: Path, then: Path) -> None:
    """It is whole at one of two places, and nothing else of it is left, if it was on its way, in either direction."""
    for one, other in ((now, then), (then, now)):
        if os.path.lexists(_gone(one)) and not (os.path.lexists(one) or os.path.lexists(other)):
            os.rename(_gone(one), one)
    for one in (now, then):
        _remove(_gone(one))
        _remove(_coming(one))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _go_back(note: _Note) -> None:
    """Undo those of the moves that were made, whole or half. What came is only a copy of what a backup holds."""
    aside = dict(note.going)
    try:
        for place, away in note.going:
            _end_move(place, away)
        for _, place in note.coming:
            if place not in aside or os.path.lexists(aside[place]):  # so it is what came, not what was here
                _remove(place)
            _remove(_coming(place))
        for place, away in note.going:
            if os.path.lexists(away):
                _move(away, place)
        if note.aside.is_dir():
            note.aside.rmdir()
    except OSError as error:
        raise HalfDone(f"{note.aside}: what is here could not be put back: {plain(error)}") from error


def _tidy(folder: Path, note: _Note) -> bool:
    """Delete what was put aside as far as the backup holds it; gives whether something is left.

    What was to be deleted altogether, and can't be, is for the next start: the note stays.
    """
    if note.kept is None:
        shutil.rmtree(note.aside, ignore_errors=True)
    elif note.kept != note.aside:
        _delete_what_is_kept(note.aside, note.kept)
    left = note.aside.exists()
    if not (left and note.kept is None):
        with suppress(StorageError):
            _forget(folder)
    return left


def _delete_what_is_kept(aside: Path, kept: Path) -> None:
    """Files that the backup holds too, logs of the database that were taken in, and empty folders."""
    with suppress(OSError, BadZipFile), ZipFile(kept) as archive:
        for path in sorted(aside.rglob("*"), reverse=True):
            with suppress(OSError):
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()  # only where it is empty
                elif not path.is_symlink() and _is_held(archive, path.relative_to(aside).as_posix(), path):
                    path.unlink()
        aside.rmdir()


def _is_held(archive: ZipFile, name: str, path: Path) -> bool:
    """Whether the backup has the same bytes; of the database it has the contents in other ones, which must be whole."""
    try:
        if name in DATABASE:
            return bool(archive.read(HISTORY))
        return archive.read(name) == path.read_bytes()
    except (OSError, KeyError, EOFError, BadZipFile, zlib.error):
        return False
