"""Changing what is remembered: pure functions from a session to the session as it should have been."""

from __future__ import annotations

import re
from datetime import date

from hamstring_gui.domain.history import SessionRecord, Tightness
from hamstring_gui.domain.values import replace

MOST_MINUTES = 600


def moved_to(session: SessionRecord, day: date) -> SessionRecord:
    """The session on another day: all its instants move by whole days and keep their time of day and their offset."""
    by = day - session.day
    return replace(
        session,
        day=day,
        started_at=session.started_at + by,
        ended_at=session.ended_at + by,
        holds=tuple(replace(hold, started_at=hold.started_at + by) for hold in session.holds),
    )


def edited(session: SessionRecord, day: date, tightness: Tightness | None, note: str) -> SessionRecord:
    """The session with its day, rating and note as the user wants them."""
    return replace(moved_to(session, day), tightness=tightness, note=note)


def rebased(wanted: SessionRecord, before: SessionRecord, there: SessionRecord) -> SessionRecord:
    """The session that is there, with what makes `wanted` another one than `before`: the rest may have been changed."""
    fields = SessionRecord.__match_args__
    changes = {name: getattr(wanted, name) for name in fields if getattr(wanted, name) != getattr(before, name)}
    return replace(there, **changes)


def understood_minutes(text: str) -> float | None:
    """Seconds from `3`, `2.5`, `2,5` or `2:30` minutes, up to ten hours; nothing typed is 0, nonsense `None`."""
    typed = text.strip()
    if not typed:
        return 0.0
    clock = re.fullmatch(r"(\d{1,3}):([0-5]?\d)", typed)
    if clock:
        seconds = int(clock[1]) * 60.0 + int(clock[2])
    elif re.fullmatch(r"\d{0,3}[.,]?\d{0,2}", typed) and re.search(r"\d", typed):
        seconds = round(float(typed.replace(",", ".")) * 60.0)
    else:
        return None
    return seconds if seconds <= MOST_MINUTES * 60 else None
