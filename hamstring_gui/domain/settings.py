"""The user's settings: frozen values, and how they are read from the tables of the settings file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import time
from typing import Any, Literal, cast, get_args

from hamstring_gui.domain.reading import ReadingError, Table
from hamstring_gui.domain.values import dataclass

Theme = Literal["system", "light", "dark"]
Motion = Literal["system", "full", "reduced"]
BodyLook = Literal["teal", "plum", "moss"]
"""Who shows the exercises, by the colour of their shirt: skin, hair and clothes differ, the movements don't."""
FirstLeg = Literal["right", "left", "alternate", "tighter"]
SeenFrom = Literal["desk", "mat"]
FirstDay = Literal["system", "monday", "sunday", "saturday"]
VoiceKind = Literal["recorded", "system", "none"]
Guidance = Literal["full at first", "full", "cues", "off"]
Captions = Literal["automatic", "on", "off"]
GivenTo = Literal["toggle", "on", "back", "extend", "stop_for_pain", "mute", "breathing_words", "full_screen", "end"]
"""What a key can be given to: the wishes of a session."""

LOUDEST = 100
LARGEST_WINDOW = 32767
LEAST_SLEEP_S, MOST_SLEEP_S = 2, 60
LONGEST_LEAD_IN_S = 20
LEAST_TEXT_SIZE, LARGEST_TEXT_SIZE = 100, 150
SLOWEST_SPEECH, FASTEST_SPEECH = 50, 200
INTRODUCTION_PAGES = 3
AS_THE_SYSTEM = "system"
FIRST_WEEKDAYS: Mapping[FirstDay, int] = {"monday": 0, "saturday": 5, "sunday": 6}
"""Python's number of the weekday; what "system" means, whoever knows the system says."""
LATEST_START = time(12)
MOST_KEYS_GIVEN, LONGEST_KEY = 40, 40
LATEST_TIME = time(23, 59)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""As they stand in the file, in Python's order."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. `volume` and `text_size` are in percent; a window size of 0 px is the program's own choice.

    `first_day` is what weeks start on, `day_starts_at` ("HH:MM", up to noon) when a new day begins. `first_leg` is for
    routines that don't say. `sleep_s`: a tick more than these seconds after the one before means that the computer
    slept. `lead_in_s`: seconds to get ready in, before a hold goes on or begins again. `language` is "system", or the
    code of a translation: `en`, `pt_BR`. `distance_view` fills the screen when a session begins, `at_desk` keeps the
    close view where the screen is filled already. `introduction_page` is where the introduction was left unfinished, 0
    where it wasn't. `pause_unplugged`: a session pauses when headphones are unplugged. `given_keys` are keys of
    pedals and clickers that the user gave a command: ("F13", "toggle"). `reminder_at`, `quiet_from` and
    `quiet_until` are times like `day_starts_at`, of the whole day; quiet hours that begin when they end are none.
    `reminder_when_closed` was `asked_when_closed` about once. `spoken_guidance` is how much is said in a session
    ("full at first": in the first two sessions of an exercise), `speech_rate` how fast the system's voice speaks,
    in percent. `captions` show what is said, "automatic" where it isn't heard. `keep_sound_open` has headphones
    stay awake between two sentences.
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
    count_in: bool = True
    wait_for_key: bool = False
    first_leg: FirstLeg = "right"
    sleep_s: int = 5
    distance_view: bool = False
    text_size: int = LEAST_TEXT_SIZE
    language: str = AS_THE_SYSTEM
    reference_lines: bool = True
    lead_in_s: int = 5
    at_desk: bool = False
    introduction_page: int = 0
    voice: VoiceKind = "recorded"
    spoken_guidance: Guidance = "full at first"
    speech_volume: int = 80
    speech_rate: int = 100
    captions: Captions = "automatic"
    keep_sound_open: bool = True
    pause_unplugged: bool = True
    given_keys: tuple[tuple[str, GivenTo], ...] = ()
    reminder: bool = False
    reminder_days: tuple[str, ...] = WEEKDAYS
    reminder_at: str = "18:00"
    reminder_unless_met: bool = True
    quiet_from: str = "22:00"
    quiet_until: str = "07:00"
    reminder_when_closed: bool = False
    asked_when_closed: bool = False
    tray: bool = False

    @property
    def wants_introduction(self) -> bool:
        """Whether the introduction comes by itself: until it was finished, or skipped by choice."""
        return not self.safety_understood or self.introduction_page > 0

    @property
    def seen_from(self) -> SeenFrom | None:
        """Where the screen is seen from in a session, as far as the user said so."""
        return "mat" if self.distance_view else "desk" if self.at_desk else None

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
    "count_in": ("sound", "count_in"),
    "wait_for_key": ("session", "wait_for_key"),
    "first_leg": ("session", "first_leg"),
    "sleep_s": ("session", "sleep_s"),
    "distance_view": ("session", "distance_view"),
    "text_size": ("look", "text_size"),
    "language": ("look", "language"),
    "reference_lines": ("history", "reference_lines"),
    "lead_in_s": ("session", "lead_in_s"),
    "at_desk": ("session", "at_desk"),
    "introduction_page": ("first_run", "introduction_page"),
    "voice": ("speech", "voice"),
    "spoken_guidance": ("speech", "guidance"),
    "speech_volume": ("speech", "volume"),
    "speech_rate": ("speech", "rate"),
    "captions": ("speech", "captions"),
    "keep_sound_open": ("speech", "keep_open"),
    "pause_unplugged": ("session", "pause_unplugged"),
    "given_keys": ("session", "keys"),
    "reminder": ("reminder", "on"),
    "reminder_days": ("reminder", "days"),
    "reminder_at": ("reminder", "at"),
    "reminder_unless_met": ("reminder", "unless_goal_met"),
    "quiet_from": ("reminder", "quiet_from"),
    "quiet_until": ("reminder", "quiet_until"),
    "reminder_when_closed": ("reminder", "when_closed"),
    "asked_when_closed": ("reminder", "asked_when_closed"),
    "tray": ("window", "tray"),
}
"""The table and key of every setting in the settings file."""

_RANGES: Mapping[str, tuple[int, int]] = {
    "volume": (0, LOUDEST),
    "window_width": (0, LARGEST_WINDOW),
    "window_height": (0, LARGEST_WINDOW),
    "sleep_s": (LEAST_SLEEP_S, MOST_SLEEP_S),
    "lead_in_s": (0, LONGEST_LEAD_IN_S),
    "text_size": (LEAST_TEXT_SIZE, LARGEST_TEXT_SIZE),
    "introduction_page": (0, INTRODUCTION_PAGES),
    "speech_volume": (0, LOUDEST),
    "speech_rate": (SLOWEST_SPEECH, FASTEST_SPEECH),
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": get_args(Theme),
    "motion": get_args(Motion),
    "body": get_args(BodyLook),
    "first_day": get_args(FirstDay),
    "first_leg": get_args(FirstLeg),
    "voice": get_args(VoiceKind),
    "spoken_guidance": get_args(Guidance),
    "captions": get_args(Captions),
}


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
            if field == "given_keys":
                values[field], wrong = _given_keys(tables[name], key)
                problems.extend(wrong)
            else:
                values[field] = _read(field, tables[name], key)
        except ReadingError as error:
            problems.append(str(error))
    return Settings(**values), tuple(problems)


def _read(field: str, table: Table, key: str) -> bool | int | str | tuple[str, ...]:
    """What a setting may be follows from its usual value: a flag, a whole number, some or one of a few words, or a
    text."""
    usual: bool | int | str | tuple[str, ...] = getattr(Settings(), field)
    if isinstance(usual, tuple):
        named = table.texts(key, usual) if key in table else usual
        return tuple(one for one in usual if one in named)
    if isinstance(usual, bool):
        return table.flag(key, usual)
    if isinstance(usual, int):
        least, most = _RANGES[field]
        return table.whole(key, usual, least=least, most=most)
    if field in _CHOICES:
        return table.choice(key, _CHOICES[field], usual)
    return _TEXTS[field](table, key, usual)


def _given_keys(table: Table, key: str) -> tuple[tuple[tuple[str, GivenTo], ...], list[str]]:
    """Keys with their commands, written `F13 = toggle`; those that can't be used are told of and left out."""
    given: dict[str, GivenTo] = {}
    problems = []
    for text in table.texts(key, most=MOST_KEYS_GIVEN):
        name, _, command = text.rpartition(" = ")
        if not name.strip() or not name.isprintable() or len(name) > LONGEST_KEY:
            why = "must be a key and its command"
        elif command not in get_args(GivenTo):
            why = f"a key can be given to {', '.join(get_args(GivenTo))}"
        elif name in given:
            why = "that key stands there twice"
        else:
            given[name] = cast(GivenTo, command)
            continue
        problems.append(f'{table.place(key)}: {why}, like "F13 = toggle"; it is "{_plain(text)}"')
    return tuple(given.items()), problems


def usable(settings: Settings) -> tuple[Settings, tuple[str, ...]]:
    """The settings as they come back from their file (days in the week's order, say), and what it can't hold."""
    tables: dict[str, dict[str, object]] = {}
    for field, (table, key) in PLACES.items():
        tables.setdefault(table, {})[key] = as_written(getattr(settings, field))
    return read_settings(tables)


def as_written(value: object) -> object:
    """A setting's value as it stands in the file."""
    if not isinstance(value, (tuple, list)):
        return value
    return [" = ".join(map(str, one)) if isinstance(one, (tuple, list)) else one for one in value]


def _plain(text: str) -> str:
    """The beginning of a stranger's text, in a line that can be shown."""
    return "".join(letter if letter.isprintable() else "�" for letter in text[:60])


def _time_of_day(table: Table, key: str, usual: str, latest: time = LATEST_TIME) -> str:
    text = table.text(key, usual)
    try:
        at = time.fromisoformat(text) if re.fullmatch(r"[0-9]{2}:[0-9]{2}", text) else None
    except ValueError:
        at = None
    if at is None or at > latest:
        table.refuse(key, f'must be a time like "04:00", at most "{latest:%H:%M}"; it is "{text[:60]}"')
    return text


def _start_of_day(table: Table, key: str, usual: str) -> str:
    return _time_of_day(table, key, usual, LATEST_START)


def _language(table: Table, key: str, usual: str) -> str:
    code = table.text(key, usual)
    if code != AS_THE_SYSTEM and not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", code):
        table.refuse(key, f'must be "{AS_THE_SYSTEM}" or a language\'s code like "en"; it is "{code[:60]}"')
    return code


_TEXTS: Mapping[str, Callable[[Table, str, str], str]] = {
    "day_starts_at": _start_of_day,
    "language": _language,
    "reminder_at": _time_of_day,
    "quiet_from": _time_of_day,
    "quiet_until": _time_of_day,
}
