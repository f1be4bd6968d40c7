"""Pieces are missing in SQLite's log: is it damaged, or did a power cut come while a session ran?

Each write waits for the disk, but for the notes on how far a running session has come (`HistoryStore.note`): some of
them wait in the system at any time, and the disk may get the later ones first. So where nothing but notes, and the
transaction after them, would be left out behind the first missing piece, all that was promised is there.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Literal

from hamstring_gui.storage.aside import ASIDE, new_folder
from hamstring_gui.storage.database_file import opened
from hamstring_gui.storage.database_image import USUAL_PAGE, left_out, read_image
from hamstring_gui.storage.database_pages import Pages
from hamstring_gui.storage.on_disk import sync

_NOTED = ("hold", "reached")
"""The tables that a note changes."""


def state_of_log(path: Path) -> Literal["whole", "torn", "damaged"]:
    """What became of the log beside a database. One last transaction is torn by any power cut, and SQLite leaves it
    out: so it is "whole". One that is being written is, too."""
    try:
        with open(f"{os.path.realpath(path)}-wal", "rb") as file:
            before, log, after = os.fstat(file.fileno()), file.read(), os.fstat(file.fileno())
    except OSError:
        return "whole"
    if before.st_mtime_ns != after.st_mtime_ns:
        return "whole"
    lost = left_out(log, USUAL_PAGE)
    if len(lost) <= 1:
        return "whole"
    *notes, _ = lost
    return "torn" if _are_noted(path, frozenset().union(*notes)) else "damaged"


def _are_noted(path: Path, pages: frozenset[int]) -> bool:
    """Whether none of these is a page of anything that a note doesn't change, as of the first missing piece. One that
    is of nothing yet is a new one, and the very first says how many there are."""
    try:
        image = read_image(path)
        with closing(image.opened()) as connection:
            roots = connection.execute("SELECT tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall()
    except (OSError, sqlite3.Error, UnicodeDecodeError):
        return False
    others = Pages(image)
    for root in (root for table, root in roots if table not in _NOTED):
        others.tree(root)
    return bool(roots) and not others.torn and not pages & others.reached


def keep_torn(path: Path) -> Path:
    """Copy the database and its log aside, as they are, unless that was done; gives the folder. Raises `OSError`."""
    path = Path(os.path.realpath(path))
    log = path.with_name(f"{path.name}-wal")
    for one in (path.parent / ASIDE).glob(f"*/{log.name}"):
        if filecmp.cmp(one, log, shallow=False):
            return one.parent
    folder = new_folder(path, datetime.now())
    for name in (path.name, log.name):  # who has both has all, so the log is last
        with opened(path.with_name(name)) as file, (folder / name).open("wb") as copy:
            shutil.copyfileobj(file, copy)
        sync(folder / name)
    return folder
