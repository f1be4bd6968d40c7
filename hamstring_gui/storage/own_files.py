"""What somebody wants to write never takes the place of a file of the program's own, by whatever name it goes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hamstring_gui.storage.paths import HISTORY, Paths

_LOGS = ("", "-wal", "-shm", "-journal")
"""What SQLite's files are called behind the name of the history."""
_NAMES = (HISTORY, "settings.toml", "hamstring-rescued-", "sharing.json", ".")
"""How our files begin that lie in the folders of data and settings themselves."""
_KEPT = ("draft", "kept-aside")
"""Other folders there."""


def why_not(path: Path, paths: Paths) -> str:
    """Why `path` can't be written: it is the history, or another file of our own. Nothing where it is none.

    Symbolic links, hard links, `..`, and letters of the other case where they make no difference, lead to the same
    file. A new file may lie among the backups, or beside ours in the folder of the data.
    """
    try:
        target = Path(os.path.realpath(path))
    except (OSError, ValueError):
        return ""  # nothing can be written there, and whoever tries says why
    if any(_same(target, paths.database.with_name(f"{HISTORY}{log}")) for log in _LOGS):
        return f"{path}: this is the history itself; export to another file"
    if _same(target, paths.settings) or _lies_among_ours(target, paths) or _is_a_link_to_ours(target, paths):
        return f"{path}: this belongs to Hamstring itself; choose another name or another place"
    return ""


def _same(one: Path, other: Path) -> bool:
    """Whether both lead to one place, which need not be there."""
    with suppress(OSError):
        return os.path.samefile(one, other)
    return one.name.casefold() == other.name.casefold() and one != one.parent and _same(one.parent, other.parent)


def _lies_among_ours(target: Path, paths: Paths) -> bool:
    ours = (
        paths.exercises,
        paths.routines,
        paths.kept_tables.parent,
        paths.logs,
        *(paths.data / name for name in _KEPT),
    )
    whole = {*ours} - {paths.data, paths.config}
    for folder in target.parents:
        if any(_same(folder, one) for one in whole):
            return True
        if _same(folder, paths.backups):
            return os.path.lexists(target)
        if _same(folder, paths.data) or _same(folder, paths.config):
            return target.relative_to(folder).parts[0].casefold().startswith(_NAMES)
    return False


def _is_a_link_to_ours(target: Path, paths: Paths) -> bool:
    """Whether one of our files has this as another name (a hard link)."""
    try:
        found = target.stat()
    except OSError:
        return False
    return found.st_nlink > 1 and any(os.path.samestat(found, one) for one in _stats(paths))


def _stats(paths: Paths) -> Iterator[os.stat_result]:
    for folder in {paths.data, paths.config, paths.logs}:
        for path in folder.rglob("*"):
            with suppress(OSError):
                yield path.stat()
