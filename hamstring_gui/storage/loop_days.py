"""What the habits of another program come to in this history: a session, without a second held, for each day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.history import SessionRecord
from hamstring_gui.storage.history_rows import LONGEST_NAME
from hamstring_gui.storage.session_reading import NOON

SOURCE = "import:loop"
Habits = Mapping[str, frozenset[date]]
"""Habits by their names, each with the days on which it was done."""
_STRETCHING = tuple(
    folded(part)
    for part in (
        "stretch", "hamstring", "dehn", "étire", "ischio", "estir", "isquio", "alonga", "allunga", "rekken", "rekoef",
        "töj", "tøye", "tøyning", "stræk", "udspænd", "venyt", "venitt", "rozciąg", "protahov", "protažen",
        "strečink", "strečing", "naťah", "nyújt", "întinder", "растяж", "розтяж", "разтяг", "esnetme", "esneme",
        "διάταση", "διατάσε", "ストレッチ", "拉伸", "拉筋", "스트레칭", "מתיח", "إطالة", "تمدد", "स्ट्रेच", "giãn cơ",
        "peregangan",
    )
)  # fmt: skip


def is_stretching(habit: str) -> bool:
    """Whether a habit's name says so, in one of the languages that we know the word in."""
    name = folded(habit)
    return any(part in name for part in _STRETCHING)


def usually_chosen(habits: Habits) -> tuple[str, ...]:
    """The habits that are likely meant: the only one, or those whose names speak of stretching."""
    return tuple(name for name in habits if len(habits) == 1 or is_stretching(name))


def sessions_of(habits: Habits, chosen: Collection[str]) -> Iterator[SessionRecord]:
    """A session for each day on which a chosen habit was done, oldest first."""
    for day in sorted({day for name in chosen for day in habits[name]}):
        noon = datetime.combine(day, NOON).astimezone()
        name = ", ".join(name for name in habits if name in chosen and day in habits[name])[:LONGEST_NAME]
        yield SessionRecord(f"loop-{day.isoformat()}", "", name, noon, noon, day, "finished", 0.0, (), source=SOURCE)
