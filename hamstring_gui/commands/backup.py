"""`hamstring-gui backup` and `restore`: everything of the user's in one file, and back."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from hamstring_gui.program.foreign import picture_of
from hamstring_gui.program.opening import LOCK, is_open_elsewhere
from hamstring_gui.storage.backup import in_peace, left_out, suggested_name, write_new_backup
from hamstring_gui.storage.errors import StorageError, is_damage, plain, tell
from hamstring_gui.storage.missing import refuse_missing
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.replacing import is_history
from hamstring_gui.storage.restoring import Contents, Restored, here, look, mark_of
from hamstring_gui.storage.restoring import restore as put_back

ENDING = ".zip"


# -- backup ------------------------------------------------------------------------------------------------------------
def file_meant(output: str | None) -> Path | None:
    """The file that a backup is to be written to, with its ending; nothing where none was named.

    Raises `ValueError` for one that is there already, and for what is no name of a file.
    """
    if output is None:
        return None
    if output in ("", "-") or output.endswith(("/", os.sep)) or os.path.isdir(output):
        raise ValueError(f"{output or '-o'}: this is no name of a file; give one, such as backup.zip")
    file = Path(output if output.lower().endswith(ENDING) else f"{output}{ENDING}")
    if os.path.lexists(file):
        raise ValueError(f"{file}: this is there already, and nothing is written over; give another name")
    return file


@contextmanager
def _pointing_to_the_window() -> Iterator[None]:
    try:
        yield
    except StorageError as error:
        if not is_damage(error):
            raise
        raise StorageError(f"{error}; hamstring-gui offers what can be done") from error


def back_up(paths: Paths, file: Path | None, out: TextIO) -> None:
    """Write it, print where it is, and say on standard error what isn't in it. Raises `StorageError`."""
    if not paths.data.is_dir():
        raise StorageError(f"{paths.data}: there is no such folder, so there is nothing to back up")
    refuse_missing(paths.database)
    with in_peace(paths), _pointing_to_the_window():
        if file is None:
            try:
                paths.backups.mkdir(mode=0o700, exist_ok=True)
            except OSError as error:
                raise StorageError(f"{paths.backups}: {plain(error)}") from error
        new = file or paths.backups / suggested_name(datetime.now())
        made = write_new_backup(paths, new, just_there=file is not None)
        left, empty = left_out(paths), not paths.database.exists()
    out.write(f"{made}\n")
    if empty:
        tell(f"{paths.database}: there is no history here, so the one in the backup is empty")
    for path in left:
        why = "Hamstring doesn't know this" if os.access(path, os.R_OK) else "this can't be read"
        tell(f"{path}: {why}, so it is left out")


# -- restore -----------------------------------------------------------------------------------------------------------
def can_ask() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def restore(file: Path, paths: Paths, out: TextIO, *, sure: bool) -> bool:
    """Ask, unless one is `sure`, and put the backup in the place of everything; print what came back, and how that is
    taken back. Gives whether it was done. Raises `StorageError`."""
    with _nothing_open(paths):
        mark = "" if sure else mark_of(file, paths)
        if not sure and not _is_wanted(file, paths):
            tell("nothing was changed")
            return False
        done = put_back(file, paths, datetime.now(), picture_of, looked_at=mark)
    out.writelines(f"{line}\n" for line in _told(done, paths, only_history=is_history(file)))
    return True


def _is_wanted(file: Path, paths: Paths) -> bool:
    found, now = look(file, paths, picture_of), here(paths)
    what = "your history" if is_history(file) else "everything here"
    print(
        f"This replaces {what} ({_counted(now)}) by {file} ({_counted(found)}); "
        f"a safety copy is kept in {paths.backups}.\nRestore it? [y/N] ",
        end="", file=sys.stderr, flush=True,
    )  # fmt: skip
    return sys.stdin.readline().strip().lower() in ("y", "yes")


@contextmanager
def _nothing_open(paths: Paths) -> Iterator[None]:
    """No window has these data, and none gets them meanwhile. Raises `StorageError` where one has."""
    from hamstring_gui.commands.qt import explaining_qt

    with explaining_qt("whether a window is open can't be found out"):
        from PySide6.QtCore import QLockFile
    lock = QLockFile(str(paths.data / LOCK))
    if is_open_elsewhere(lock, paths):
        raise StorageError(
            f"{paths.data}: Hamstring is open with these data; close its window, or restore there. If it is open "
            f"nowhere, delete {lock.fileName()}"
        )
    try:
        yield
    finally:
        lock.unlock()


def _told(done: Restored, paths: Paths, *, only_history: bool) -> Iterator[str]:
    yield f"restored: {_counted(done.now)}" + ("" if only_history or not done.now.settings else ", and settings")
    yield f"what was here before is in {done.before}"
    if done.aside is not None:
        yield f"files that go into no backup are in {done.aside}"
    if done.whole:
        folder = "" if paths == Paths.standard() else f"--data-dir {shlex.quote(str(paths.data))} "
        yield f"to take this back: hamstring-gui {folder}restore {shlex.quote(str(done.before))}"


def _counted(some: Contents) -> str:
    sessions = "a history that can't be read" if some.sessions is None else _number(some.sessions, "session")
    return ", ".join((sessions, _number(some.exercises, "own exercise"), _number(some.routines, "own routine")))


def _number(n: int, what: str) -> str:
    return f"{n} {what}" + ("" if n == 1 else "s")
