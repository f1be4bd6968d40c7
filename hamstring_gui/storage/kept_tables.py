"""What TOML files said when they were read last, kept as JSON: reading that takes a hundredth of the time.

A file's tables are known by its path, time, size and number on disk, so a file that was changed, replaced or moved is
read itself. What is kept is nothing that anybody needs: where it is missing or damaged, the files are read, and it is
written anew. Nobody should believe it more than the files: see `read_shelf`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.toml_file import read_toml

Read = Callable[[Path], dict[str, Any]]
"""Gives the tables of the TOML file at a path; raises `StorageError`."""

FORM = 1
MOST_BYTES = 20_000_000


class KeptTables:
    """The tables of the files that were asked for, kept in `file`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._before = _kept_in(file)
        self._now: dict[str, list[Any]] = {}
        self.helped = False

    def read(self, path: Path) -> dict[str, Any]:
        """The tables of the TOML file at `path`. Raises `StorageError`."""
        stamp = _stamp(path)
        match kept := self._before.get(str(path)):
            case [kept_stamp, dict(tables)] if kept is not None and stamp is not None and kept_stamp == stamp:
                self.helped = True
                self._now[str(path)] = kept
                return tables
        tables = read_toml(path)
        if stamp is not None and _is_kept_whole(tables):
            self._now[str(path)] = [stamp, tables]
        return tables

    def save(self) -> None:
        """Keep what was read, and no more, once the folder around it is there. Raises nothing."""
        if self._now == self._before:
            return
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, exist_ok=True)
            with replacing(self._file) as out:
                out.write(json.dumps({"form": FORM, "files": self._now}, separators=(",", ":")))
            self._before = dict(self._now)


def _stamp(path: Path) -> list[int] | None:
    """What is another number once the file is another one; `None` where there is no file."""
    try:
        stat = os.stat(path)
    except (OSError, ValueError):
        return None
    return [stat.st_mtime_ns, stat.st_size, stat.st_ino]


def _is_kept_whole(tables: dict[str, Any]) -> bool:
    """Whether JSON gives the same back: it knows no dates."""
    try:
        return bool(json.loads(json.dumps(tables)) == tables)
    except (TypeError, ValueError, RecursionError):
        return False


def _kept_in(file: Path) -> dict[str, list[Any]]:
    try:
        with file.open("rb") as opened:
            raw = opened.read(MOST_BYTES + 1)
        kept = json.loads(raw) if len(raw) <= MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        return {}
    match kept:
        case {"form": form, "files": dict(files)} if form == FORM:
            return files
    return {}
