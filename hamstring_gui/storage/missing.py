"""A history that is gone, or has nothing in it, where there was one."""

from __future__ import annotations

import os
from pathlib import Path

from hamstring_gui.storage.errors import Missing, StorageError


def refuse_missing(database: Path) -> None:
    """Where there is no history, and there are backups of one, it isn't a new one that is wanted. Raises `Missing`, and
    `StorageError` for a file with nothing in it."""
    if not os.path.exists(database):
        if (folder := database.parent / "backups").is_dir():
            from hamstring_gui.storage.backups_here import has_backups

            if has_backups(folder):
                raise Missing(
                    f"{database}: the history is not there any more, but backups of it are; hamstring-gui offers to "
                    "restore one"
                )
    elif database.is_file() and database.stat().st_size == 0:
        raise StorageError(f"{database}: the history is damaged: there is nothing in it")
