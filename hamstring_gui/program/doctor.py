"""A report on the program and where it runs, for who is to help: plain text, in English, with nothing personal in it.

It is put together without a display and without Qt in this process, makes no file, and waits for nothing for long.
"""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from hamstring_gui import __version__
from hamstring_gui.desktop.probes import abilities
from hamstring_gui.domain.values import dataclass
from hamstring_gui.storage.backups_here import has_backups
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.examining import NEWEST, Examined, examine
from hamstring_gui.storage.paths import UNFINISHED, Paths
from hamstring_gui.storage.rescue import rescued
from hamstring_gui.storage.scrubbing import Scrub
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.storage.shelf import read_shelf

PACKAGES = ("PySide6-Addons", "shiboken6", "Pillow", "platformdirs", "pyqtgraph", "numpy", "tomlkit", "wakepy")
LAST = 10
LEAST_ROOM = 20_000_000
"""Bytes that should be free where the data are."""
_WHY = {
    "damaged": "The history is damaged",
    "newer": "The history is from a newer program: install that",
    "foreign": "What lies in the history's place is another program's database",
    "locked": "Another program has the history locked",
    "unreadable": "The history can't be read",
    "too large": "The history could not be looked over in time",
}


@dataclass(frozen=True, slots=True)
class Report:
    text: str
    is_well: bool


def _examined(paths: Paths) -> Examined:
    """Where the program was used before, a file with nothing in it is no new history."""
    found = examine(paths.database)
    if found.state == "none" and os.path.lexists(paths.database):
        with suppress(StorageError):
            if SettingsStore(paths.settings).load()[0].safety_understood:
                return Examined("damaged", "nothing in it", 0)
    return found


def report(paths: Paths) -> Report:
    """All that can be said. Raises nothing that a file or a disk could bring about."""
    scrub = Scrub(paths)
    examined = _examined(paths)
    troubles = [*_of_history(examined, paths), *_of_folders(paths), *_of_files(paths)]
    parts = (
        ("Versions", _versions(scrub)),
        ("Paths", _places(paths, scrub)),
        ("History", _history(examined)),
        ("Abilities", _abilities(paths)),
        (f"Last {LAST} warnings and errors", scrub.last_of_the_log(paths.log_file, LAST) or ("none",)),
        ("Needs attention", troubles or ("nothing",)),
    )
    told = "\n\n".join("\n".join((title, *(f"  {line}" for line in lines))) for title, lines in parts)
    return Report(f"Hamstring {__version__}: report of the doctor\n\n{told}\n", not troubles)


# -- what is said --------------------------------------------------------------------------------------------------
def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{name:<16}{value}" for name, value in rows)


def _versions(scrub: Scrub) -> Iterator[str]:
    yield from _rows(
        (
            ("Hamstring", __version__),
            ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
            ("Qt", _qt()),
            ("PySide", _installed("PySide6-Essentials")),
            ("SQLite", sqlite3.sqlite_version),
            ("System", scrub.without_names(f"{platform.system()} {platform.release()}{_distribution()}")),
            ("Machine", platform.machine()),
        )
    )
    yield from _rows((name, _installed(name)) for name in PACKAGES)


def _qt() -> str:
    try:
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return f"can't be loaded: {error.name or 'a library is missing'}"
    return str(qVersion())


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not there"


def _distribution() -> str:
    with suppress(OSError, KeyError):
        return f", {platform.freedesktop_os_release()['PRETTY_NAME']}"
    return ""


def _places(paths: Paths, scrub: Scrub) -> Iterator[str]:
    places = [("data", paths.data), ("settings", paths.settings), ("log", paths.log_file)]
    with suppress(StorageError):
        places.append(("assets", paths.assets))
    places.append(("program", Path(__file__).parent.parent))
    for name, path in places:
        yield from _rows([(name, f"{scrub.path(path)}: {_size(path)}")])
    with suppress(OSError):
        yield from _rows([("free", _bytes(shutil.disk_usage(_there(paths.data)).free))])


def _size(path: Path) -> str:
    """Of a file, or of all files in a folder."""
    try:
        if path.is_dir():
            there = [os.lstat(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names]
            files = [one.st_size for one in there if stat.S_ISREG(one.st_mode)]
            writable = "" if os.access(path, os.W_OK) else ", can't be written"
            return f"{len(files)} files, {_bytes(sum(files))}{writable}"
        return _bytes(path.stat().st_size)
    except FileNotFoundError:
        return "not there"
    except OSError as error:
        return error.strerror or "can't be read"


def _bytes(number: int) -> str:
    size, unit = float(number), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if size < 1000:
            break
        size, unit = size / 1000, larger
    return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"


def _there(path: Path) -> Path:
    """The folder itself, or the one in which it would be made."""
    return next((one for one in (path, *path.parents) if one.is_dir()), Path("/"))


def _history(found: Examined) -> Iterator[str]:
    if found.state == "none":
        return iter(("There is none yet.",))
    why = f" ({found.why})" if found.why else ""
    left_out = ", ".join(f"{what}: {n}" for what, n in found.left_out) or "nothing"
    return _rows(
        (
            ("integrity", "ok" if found.state == "well" else f"{found.state}{why}"),
            ("version", f"{found.version}, this program's is {NEWEST}"),
            ("sessions", str(found.sessions)),
            ("left out", left_out),
            ("written now", "yes" if found.being_written else "no"),
        )
    )


def _abilities(paths: Paths) -> Iterator[str]:
    with suppress(StorageError):
        yield from _rows(abilities(paths.assets).items())
    yield from _rows((("locks", _locks(paths.data)), ("language", _language())))


def _locks(folder: Path) -> str:
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return "not asked here"
    try:
        handle = os.open(_there(folder), os.O_RDONLY)
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        finally:
            os.close(handle)
    except BlockingIOError:
        return "another program holds the one on the data folder"
    except OSError as error:
        return f"none: {error.strerror}"
    return "folders can be locked"


def _language() -> str:
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    said = next((os.environ[name] for name in names if os.environ.get(name)), "not set")
    return f"{said}, file names are {sys.getfilesystemencoding()}"


# -- what needs attention ------------------------------------------------------------------------------------------
def _of_history(found: Examined, paths: Paths) -> Iterator[str]:
    if found.state in _WHY:
        yield f"{_WHY[found.state]}."
    if found.state == "damaged" and has_backups(paths.backups):
        yield "The last backup has what the history was."
    if found.state == "none" and has_backups(paths.backups):
        yield "The history is not there any more, but backups of it are: the window offers to restore one."
    if found.left_out:
        yield "Some of the history can't be read and is left out; it is kept."
    if found.state not in ("none", "unreadable") and not os.access(paths.database, os.W_OK):
        yield "The history can be read but not written."
    if found.being_written:
        yield "Another program was writing to the history at this moment; if it still is, it has it locked."


def _of_folders(paths: Paths) -> Iterator[str]:
    try:
        paths.assets  # noqa: B018
    except StorageError:
        yield "Files that came with the program are missing: install it again."
    there = _there(paths.data)
    if os.path.lexists(paths.data) and not paths.data.is_dir():
        yield "Where the data should be is something that is no folder."
    if not os.access(there, os.W_OK | os.X_OK):
        yield "Nothing can be written where the data are."
    with suppress(OSError):
        if shutil.disk_usage(there).free < LEAST_ROOM:
            yield "The disk is full, or nearly."


def _of_files(paths: Paths) -> Iterator[str]:
    """How many are wrong, not which: their names are nobody else's business."""
    with suppress(OSError):
        if any(name.startswith(UNFINISHED) for name in os.listdir(paths.data)):
            yield "A restore was interrupted; the next start ends it."
    if n := len(rescued(paths)):
        yield f"{n} files with what was held are not in the history yet; the next start puts it there."
    if SettingsStore(paths.settings).load()[1]:
        yield "Something in the settings file is wrong."
    with suppress(StorageError):
        if n := len(read_shelf(paths).problems):
            yield f"{n} of your exercises and routines can't be read."
