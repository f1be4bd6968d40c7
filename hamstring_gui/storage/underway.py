"""What it takes to go on with a session, between rows of the history (`history_rows`) and a value of the domain.

The routine and the user's own exercises in it are JSON of what stands in their files, with what was made longer since;
pictures stay where they are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, get_args

from hamstring_gui.domain.exercise import LONGEST_HOLD_S, Exercise
from hamstring_gui.domain.exercise_file import read_exercise
from hamstring_gui.domain.going_on import Underway
from hamstring_gui.domain.moment import Reached
from hamstring_gui.domain.reading import FIRST_YEAR, LAST_YEAR
from hamstring_gui.domain.routine import More, PhaseKind, read_routine
from hamstring_gui.storage.digests import sha256
from hamstring_gui.storage.exercise_text import exercise_tables
from hamstring_gui.storage.history_rows import Row
from hamstring_gui.storage.routine_files import routine_tables


def reached_row(underway: Underway) -> Row:
    reached = underway.reached
    return underway.at.isoformat(), reached.hold, reached.held_s, reached.length_s


def row_of(session_id: str, underway: Underway) -> Row:
    routine = {
        "id": underway.routine.id,
        "routine": routine_tables(underway.routine),
        "exercises": {key: exercise_tables(one) for key, one in underway.exercises.items()},
        "more": [(*phase, seconds) for phase, seconds in underway.more.items()],
    }
    return session_id, underway.machine, underway.first, json.dumps(routine), *reached_row(underway)


def underway_of(row: Row, known: Mapping[str, Exercise], folder: Path) -> Underway:
    """What is in a row of `FIND`. `folder` is that of the user's own exercises, where their pictures are.

    What is nothing of ours raises one of `MISFITS` (`history_rows`), or `RecursionError`.
    """
    _, machine, first, text, noted_at, hold, held_s, length_s = row
    at = datetime.fromisoformat(noted_at)
    tables = json.loads(text)
    exercises = {key: _own(key, table, folder) for key, table in tables["exercises"].items()}
    routine = read_routine(tables["id"], tables["routine"], {**known, **exercises})
    if first not in ("left", "right") or at.tzinfo is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError("no leg, or no instant")
    if type(hold) is not int or not 0 <= held_s <= LONGEST_HOLD_S or not 0 <= (length_s or 0) <= LONGEST_HOLD_S:
        raise ValueError("it can't have come so far")
    more = _more(tables.get("more", []))  # sessions of earlier versions have none
    underway = Underway(routine, first, exercises, Reached(hold, held_s, length_s), at, machine, more)
    if not 0 <= hold < sum(phase.is_hold for phase in underway.unrolled(known)):
        raise ValueError("there is no such set")
    return underway


def _more(entries: Any) -> More:
    more = {(kind, hold): float(seconds) for kind, hold, seconds in entries}
    if not all(kind in get_args(PhaseKind) and 0 < seconds <= LONGEST_HOLD_S for (kind, _), seconds in more.items()):
        raise ValueError("no phase can be so much longer")
    return more


def _own(exercise_id: str, tables: Mapping[str, Any], folder: Path) -> Exercise:
    exercise = read_exercise(exercise_id, tables, str(folder / exercise_id))
    return exercise.with_pictures({path: path for path in exercise.pictures if Path(path).is_file()})


@cache
def this_machine() -> str:
    """The same as long as the system stays installed, and says nothing about it."""
    for file in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            name = Path(file).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            continue
        if name:
            break
    else:
        import platform

        name = platform.node()
    return sha256(f"hamstring {name}".encode()).hexdigest()[:16]
