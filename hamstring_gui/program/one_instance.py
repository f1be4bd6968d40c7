"""One window for each folder of data: a second start has the first one come to the front, and hands over its wish.

Who holds the lock on the data has the window. It listens on a local socket, whose name tells user and folder.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.reading import ReadingError
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.domain.settings import Theme
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.program.listening import LISTENER
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import id_of_folder
from hamstring_gui.storage.routine_files import write_routine
from hamstring_gui.storage.toml_file import parse

PATIENCE_S = 5.0
_DONE = b"done\n"
THEMES = get_args(Theme)


def name_for(folder: Path) -> str:
    """Another one for every user and folder, where only the user can make one if there is such a place; short, for some
    systems have room for a hundred letters only."""
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    name = f"hamstring-{user}-{id_of_folder(folder)}"
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return f"{place}/{name}" if os.path.isabs(place) and os.path.isdir(place) else name


@dataclass(frozen=True, slots=True)
class Wish:
    """What a later start was to do: begin a routine, by its id and its file's tables, or the one that Today offers;
    fill the screen, and show another theme, where it has one."""

    start_requested: bool
    fullscreen: bool
    routine_id: str = ""
    tables: dict[str, Any] | None = None
    theme: str = ""


def hand_over(opening: Opening, lock: QLockFile) -> Literal["done", "ours", "silent"]:
    """Have the window that is open do what was asked for. The lock is "ours" where that window closed meanwhile, or
    where it was left behind by a computer of another name, on which nobody answers."""
    from PySide6.QtNetwork import QLocalSocket

    wish = {
        "start_requested": opening.start_requested,
        "routine": [opening.start.id, write_routine(opening.start)] if opening.start is not None else None,
        "fullscreen": opening.fullscreen,
        "theme": opening.theme or "",
    }
    end = time.monotonic() + PATIENCE_S
    while (left_s := end - time.monotonic()) > 0:
        socket = QLocalSocket()
        socket.connectToServer(name_for(opening.paths.data))
        if socket.waitForConnected(200):
            socket.write(json.dumps(wish).encode() + b"\n")
            socket.waitForBytesWritten(500)
            if socket.waitForReadyRead(round(1000 * left_s)):  # once: it may be busy, and would do it again
                return "done" if socket.readLine(64).data() == _DONE else "silent"
        elif lock.tryLock(100):
            return "ours"
    _, host, _ = lock.getLockInfo()
    elsewhere = host != QSysInfo.machineHostName() and lock.removeStaleLockFile() and lock.tryLock(0)
    return "ours" if elsewhere else "silent"


def routine_of(wish: Wish, exercises: Mapping[str, Exercise]) -> Routine | None:
    """The routine that was asked for by name; `None` where it is the one that Today offers. Raises `StorageError`."""
    if wish.tables is None:
        return None
    try:
        return read_routine(wish.routine_id, wish.tables, exercises)
    except ReadingError as error:
        raise StorageError(f"{wish.routine_id}: {error}") from error


def as_wished(opening: Opening, wish: Wish) -> Opening:
    """What the window is opened with, where a later start wished something before it was. Raises `StorageError`."""
    start, requested = opening.start, opening.start_requested
    if wish.start_requested:
        start, requested = routine_of(wish, opening.shelf.exercises), True
    return replace(
        opening, start=start, start_requested=requested, fullscreen=opening.fullscreen or wish.fullscreen,
        theme=wish.theme or opening.theme,
    )  # fmt: skip


class Instance(QObject):
    """Hears later starts. `wished` carries what was asked for, a `Wish`."""

    wished = Signal(object)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._listener = LISTENER(name_for(folder), self._hear, self)

    def _hear(self, line: bytes, answer: Callable[[bytes], object]) -> None:
        wish = _understood(line)
        if wish is not None:
            answer(_DONE)
            self.wished.emit(wish)

    def close(self) -> None:
        self._listener.close()


def _understood(line: bytes) -> Wish | None:
    """The wish; nothing where it is none."""
    try:
        said = json.loads(line)
        start, fullscreen, routine = bool(said["start_requested"]), bool(said["fullscreen"]), said["routine"]
        theme = said.get("theme") if said.get("theme") in THEMES else ""
        if routine is None:
            return Wish(start, fullscreen, theme=theme)
        routine_id, text = routine
        return Wish(start, fullscreen, str(routine_id), parse(str(text), Path("routine")), theme)
    except (ValueError, KeyError, TypeError, RecursionError, StorageError):
        return None
