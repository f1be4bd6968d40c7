"""What the history database looks like: its migrations, as data.

Migration n leads from `user_version` n to n + 1. A migration that was released is never edited; add another one.
Instants are ISO 8601 texts with their offset, days ISO dates, seconds REAL and not rounded.
"""

from __future__ import annotations

APPLICATION_ID = 0x48414D53
"""`HAMS`, in the file's header."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE session (
            id TEXT PRIMARY KEY NOT NULL,
            routine TEXT NOT NULL,
            routine_name TEXT NOT NULL,
            started_at TEXT NOT NULL,
            day TEXT NOT NULL,
            planned_s REAL NOT NULL CHECK (planned_s BETWEEN 0 AND 1e9),
            ended_at TEXT,
            outcome TEXT CHECK (outcome IN ('finished', 'ended early', 'interrupted')),
            tightness_left INTEGER CHECK (tightness_left BETWEEN 0 AND 10),
            tightness_right INTEGER CHECK (tightness_right BETWEEN 0 AND 10),
            note TEXT NOT NULL DEFAULT '',
            CHECK ((ended_at IS NULL) = (outcome IS NULL))
        )
        """,
        """
        CREATE TABLE hold (
            session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            exercise TEXT NOT NULL,
            side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
            set_number INTEGER NOT NULL CHECK (set_number >= 1),
            planned_s REAL NOT NULL CHECK (planned_s BETWEEN 0 AND 1e6),
            held_s REAL NOT NULL CHECK (held_s BETWEEN 0 AND 1e6),
            outcome TEXT NOT NULL CHECK (outcome IN ('held', 'ended early', 'skipped', 'stopped for pain')),
            started_at TEXT NOT NULL,
            PRIMARY KEY (session, position)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX session_by_day ON session (day)",
    ),
    (
        "ALTER TABLE session ADD COLUMN source TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE rest_week (monday TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE goal (
            since TEXT PRIMARY KEY NOT NULL,
            days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 7)
        ) WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE run (
            session TEXT PRIMARY KEY NOT NULL,
            machine TEXT NOT NULL,
            first_leg TEXT NOT NULL CHECK (first_leg IN ('left', 'right')),
            routine TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE reached (
            session TEXT PRIMARY KEY NOT NULL,
            noted_at TEXT NOT NULL,
            hold INTEGER NOT NULL CHECK (hold >= 0),
            held_s REAL NOT NULL CHECK (held_s BETWEEN 0 AND 1e6),
            length_s REAL CHECK (length_s BETWEEN 0 AND 1e6)
        ) WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE shared (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            mark TEXT NOT NULL,
            own TEXT NOT NULL,
            fields BLOB NOT NULL,
            PRIMARY KEY (kind, id)
        ) WITHOUT ROWID
        """,
        "CREATE TABLE shared_line (number INTEGER PRIMARY KEY, line TEXT NOT NULL)",
        """
        CREATE TABLE shared_file (
            name TEXT PRIMARY KEY NOT NULL,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            read_to INTEGER NOT NULL,
            digest TEXT NOT NULL,
            device TEXT NOT NULL,
            owner TEXT NOT NULL,
            newer INTEGER NOT NULL,
            known INTEGER NOT NULL
        ) WITHOUT ROWID
        """,
    ),
    (
        "ALTER TABLE hold ADD COLUMN kind TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE hold ADD COLUMN region TEXT NOT NULL DEFAULT ''",
        "UPDATE shared SET mark = '' WHERE kind = 'session'",
    ),
)
