"""What is wrong with a database, as SQLite finds it."""

from __future__ import annotations

import re
import sqlite3

OF_A_ROW = re.compile(r"(CHECK constraint failed in|(NULL|TEXT|NUMERIC|non-\w+) value in) ")
"""What SQLite says of a row that is whole, and that this program would not have written."""


def damage_of(connection: sqlite3.Connection, *, rows: bool) -> str:
    """What is damaged, or nothing. With `rows`, one that doesn't fit counts, too: it takes a connection that may write,
    for on others SQLite leaves that out. Raises what `sqlite3` does."""
    connection.execute(f"PRAGMA ignore_check_constraints = {'OFF' if rows else 'ON'}")
    for (found,) in connection.execute("PRAGMA integrity_check"):
        if found != "ok" and (rows or not OF_A_ROW.match(found)):
            return str(found)
    return ""
