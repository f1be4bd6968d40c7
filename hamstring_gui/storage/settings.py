"""The settings file: TOML that a person may edit as well; their comments and keys stay."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from hamstring_gui.domain.settings import PLACES, Settings, as_written, read_settings, usable
from hamstring_gui.storage.errors import StorageError, plain
from hamstring_gui.storage.kept_tables import Read
from hamstring_gui.storage.replacing import replacing
from hamstring_gui.storage.toml_file import parse, read_text, read_toml

FIRST_TEXT = """\
# Settings of Hamstring. The program keeps what you write here; it reads the file when it starts.

[sound]
volume = 70       # of the tones, 0 to 100
muted = false
half_way = false  # a tone in the middle of a hold
count_in = true   # three tones before a countdown ends

[speech]
guidance = "full at first" # what is said: "full", "cues", "off"; or all of an exercise in its first two sessions
voice = "recorded"  # or "system", "none"
volume = 80         # of the voice, 0 to 100
rate = 100          # of the system's voice, 50 to 200 percent
captions = "automatic" # what is said in words on the screen: "on", "off", or where it isn't heard
keep_open = true    # headphones stay awake between two sentences

[look]
theme = "system"  # "system", "light" or "dark"
motion = "system" # of the figure: "system", "full" or "reduced"
body = "teal"     # who shows the exercises: "teal", "plum" or "moss", by the shirt
text_size = 100   # percent, 100 to 150
language = "system" # or a code such as "en"; holds from the next start on

[session]
breathing_words = true # "Breathe in" and "Breathe out" while holding
wait_for_key = false   # before each exercise, instead of a countdown
lead_in_s = 5          # to get ready in, 0 to 20 seconds, before a hold goes on or begins again
first_leg = "right"    # of routines that don't say: "right", "left", "alternate" or "tighter"
distance_view = false  # a session fills the screen when it begins
at_desk = false        # a session keeps the close view, also where the screen is filled already
pause_unplugged = true # when headphones are unplugged
keys = []              # of a pedal or clicker, with a command each: ["F13 = toggle", "F14 = on"]
sleep_s = 5            # a gap longer than this (2 to 60 seconds) means that the computer slept

[week]
first_day = "system"   # that weeks start on: "system", "monday", "sunday" or "saturday"
day_starts_at = "04:00" # what is done before belongs to the day before

[history]
reference_lines = true # at 5 and 10 minutes a week

[reminder]
on = false
days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
at = "18:00"           # or later on the same day, once the computer is awake
unless_goal_met = true # none once the week's goal is met; never where the day has a session
quiet_from = "22:00"   # no reminder from then on,
quiet_until = "07:00"  # until then
when_closed = false    # also while the program is closed; the program makes an entry for that
asked_when_closed = false # whether the program asked about it

[window]
width = 0         # pixels; 0 for the usual size
height = 0
tray = false      # an icon in the system tray

[first_run]
safety_understood = false
introduction_page = 0 # where the introduction was left unfinished, and comes back
"""

MOST_KEYS, MOST_CHARACTERS = 200, 100_000
"""Of a file that is changed in its place: the time that takes grows with the square of the keys. We have 43."""


class SettingsStore:
    """The settings in one TOML file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: Settings | None = None

    def load(self, read: Read = read_toml) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and a sentence for everything that was wrong with the file, which is left as it is.

        What can't be read is as it usually is. Without a file, everything is, and nothing is wrong.
        """
        try:
            settings, problems = read_settings(read(self._path) if self._is_there() else {})
            if problems and read is not read_toml:
                return self.load()
        except StorageError as error:
            return Settings(), (f"{error}; the usual settings are used",)
        self._known = settings
        return settings, tuple(f"{self._path}: {problem}" for problem in problems)

    def save(self, settings: Settings) -> tuple[str, ...]:
        """Write the settings that changed since they were loaded or saved, all at once or not at all.

        Comments, other keys, and what somebody else changed in the file meanwhile stay.

        A file that can't be changed this way is kept beside the new one as `settings.toml.broken-1` (2, 3, …), and a
        sentence about it is given back. Raises `StorageError` when the file can't be written, or can't hold one of the
        settings; it is as it was then.
        """
        settings, refused = usable(settings)
        if refused:
            raise StorageError(f"{self._path}: this can't be saved: {'; '.join(refused)}")
        kept: Path | None = None
        problems: tuple[str, ...] = ()
        try:
            text = self._edited(self._text(), self._known, settings)
        except StorageError as error:
            text = self._edited(FIRST_TEXT, None, settings)  # before the old file is touched
            kept = self._keep_aside()
            problems = (f"{error}; it was kept as {kept.name}, and a new file was begun",)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(self._path) as out:
                out.write(text)
        except OSError as error:
            if kept is not None:
                with suppress(OSError):
                    kept.rename(self._path)
            raise StorageError(f"{self._path}: the settings can't be saved: {plain(error)}") from error
        self._known = settings
        return problems

    def _text(self) -> str:
        """The text of the file, or of the first one."""
        return read_text(self._path) if self._is_there() else FIRST_TEXT

    def _is_there(self) -> bool:
        try:
            return self._path.exists()
        except OSError as error:
            raise StorageError(f"{self._path}: {plain(error)}") from error

    def _edited(self, text: str, known: Settings | None, settings: Settings) -> str:
        """The text with the settings put in that differ from the known ones, or from those that it has.

        Raises `StorageError` when it can't be edited.
        """
        from dataclasses import asdict

        tables = parse(text, self._path)
        if (count := _keys_in(tables)) > MOST_KEYS or len(text) > MOST_CHARACTERS:
            raise StorageError(f"{self._path}: this is too much to be edited: {count} keys, at most {MOST_KEYS} are")
        in_file, _ = read_settings(tables)
        old, new = asdict(known or in_file), asdict(settings)
        changed = [field for field in PLACES if old[field] != new[field]]
        if changed:
            text = _put(text, {PLACES[field]: as_written(new[field]) for field in changed}, self._path)
        written = asdict(read_settings(parse(text, self._path))[0])
        if any(written[field] != new[field] for field in changed):
            raise StorageError(f"{self._path}: this can't be edited")
        return text

    def _keep_aside(self) -> Path:
        number = 1
        while (aside := self._path.with_name(f"{self._path.name}.broken-{number}")).exists():
            number += 1
        try:
            return self._path.rename(aside)
        except OSError as error:
            raise StorageError(f"{self._path}: the settings can't be saved: {plain(error)}") from error


def _keys_in(value: Any) -> int:
    """How many keys there are in tables and lists, at whatever depth."""
    if isinstance(value, dict):
        return len(value) + sum(map(_keys_in, value.values()))
    return sum(map(_keys_in, value)) if isinstance(value, list) else 0


def _put(text: str, values: dict[tuple[str, str], object], path: Path) -> str:
    """The TOML text with these values; everything else stays, to the blank."""
    import tomlkit  # 17 ms that only saving pays
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        for (table, key), value in values.items():
            if not isinstance(document.get(table), dict):
                document[table] = tomlkit.table()
            document[table][key] = value
        return document.as_string()
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise StorageError(f"{path}: this can't be edited: {error}") from error
