"""The user's settings: frozen values, and how they are read from the tables of the settings file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, Literal, get_args

from hamstring_gui.domain.reading import ReadingError, Table

Theme = Literal["system", "light", "dark"]
Motion = Literal["system", "full", "reduced"]
BodyLook = Literal["teal", "plum", "moss"]
"""Who shows the exercises, by the colour of their shirt: skin, hair and clothes differ, the movements don't."""
FirstDay = Literal["system", "monday", "sunday", "saturday"]

LOUDEST = 100
LARGEST_WINDOW = 32767
FIRST_WEEKDAYS: Mapping[FirstDay, int] = {"monday": 0, "saturday": 5, "sunday": 6}
"""Python's number of the weekday; what "system" means, whoever knows the system says."""
LATEST_START = time(12)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. `volume` is in percent; a window size of 0 px is the program's own choice.

    `first_day` is what weeks start on, `day_starts_at` ("HH:MM", up to noon) when a new day begins.
    """

    safety_understood: bool = False
    volume: int = 70
    muted: bool = False
    theme: Theme = "system"
    motion: Motion = "system"
    window_width: int = 0
    window_height: int = 0
    half_way: bool = False
    breathing_words: bool = True
    first_day: FirstDay = "system"
    day_starts_at: str = "04:00"
    body: BodyLook = "teal"

    @property
    def day_starts(self) -> time:
        return time.fromisoformat(self.day_starts_at)


PLACES: Mapping[str, tuple[str, str]] = {
    "safety_understood": ("first_run", "safety_understood"),
    "volume": ("sound", "volume"),
    "muted": ("sound", "muted"),
    "theme": ("look", "theme"),
    "motion": ("look", "motion"),
    "window_width": ("window", "width"),
    "window_height": ("window", "height"),
    "half_way": ("sound", "half_way"),
    "breathing_words": ("session", "breathing_words"),
    "first_day": ("week", "first_day"),
    "day_starts_at": ("week", "day_starts_at"),
    "body": ("look", "body"),
}
"""The table and key of every setting in the settings file."""


def read_settings(data: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Read the settings from the tables of their file, and tell what was wrong (`sound, volume: must be …`).

    A bad value is that setting's default; keys that aren't known here are left alone.
    """
    problems: list[str] = []
    top = Table(data)
    tables: dict[str, Table] = {}
    for name in dict.fromkeys(table for table, _ in PLACES.values()):
        try:
            tables[name] = top.table(name) if name in top else Table({}, name)
        except ReadingError as error:
            tables[name] = Table({}, name)
            problems.append(str(error))
    values: dict[str, Any] = {}
    for field, (name, key) in PLACES.items():
        try:
            values[field] = _read(field, tables[name], key)
        except ReadingError as error:
            problems.append(str(error))
    return Settings(**values), tuple(problems)


def _read(field: str, table: Table, key: str) -> bool | int | str:
    usual = Settings()
    match field:
        case "safety_understood":
            return table.flag(key, usual.safety_understood)
        case "volume":
            return table.whole(key, usual.volume, least=0, most=LOUDEST)
        case "muted":
            return table.flag(key, usual.muted)
        case "half_way":
            return table.flag(key, usual.half_way)
        case "theme":
            return table.choice(key, get_args(Theme), usual.theme)
        case "motion":
            return table.choice(key, get_args(Motion), usual.motion)
        case "window_width":
            return table.whole(key, usual.window_width, least=0, most=LARGEST_WINDOW)
        case "window_height":
            return table.whole(key, usual.window_height, least=0, most=LARGEST_WINDOW)
        case "breathing_words":
            return table.flag(key, usual.breathing_words)
        case "body":
            return table.choice(key, get_args(BodyLook), usual.body)
        case "first_day":
            return table.choice(key, get_args(FirstDay), usual.first_day)
        case "day_starts_at":
            return _time_of_day(table, key, usual.day_starts_at)
    raise AssertionError(field)


def _time_of_day(table: Table, key: str, usual: str) -> str:
    text = table.text(key, usual)
    try:
        at = time.fromisoformat(text) if re.fullmatch(r"[0-9]{2}:[0-9]{2}", text) else None
    except ValueError:
        at = None
    if at is None or at > LATEST_START:
        table.refuse(key, f'must be a time like "04:00", at most "{LATEST_START:%H:%M}"; it is "{text[:60]}"')
    return text
