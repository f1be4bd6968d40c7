"""What stands on the Settings page, as data: groups of rows, each with its words and the control that changes it.

A new setting is one row here. `field` is the setting's name in `Settings`; "goal" is kept in the history.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import QCoreApplication, QLocale

from hamstring_gui.ui import wording
from hamstring_gui.ui.dates import clock, weekday_named
from hamstring_gui.ui.durations import seconds_of
from hamstring_gui.ui.settings.described import Flag, Group, OneOf, Percent, Pictured, Press, Row
from hamstring_gui.ui.settings.rows_of_data import data, introduction, report
from hamstring_gui.ui.settings.rows_of_reminders import reminder_group, tray_row
from hamstring_gui.ui.settings.rows_of_voice import voice

translate = QCoreApplication.translate

_WITHOUT_A_COUNTRY = {"en": "English", "es": "Español"}
"""Qt knows these only as spoken somewhere."""


def groups(languages: Sequence[str]) -> tuple[Group, ...]:
    """The page from top to bottom. `languages` are the codes of the translations that there are."""
    return (
        _session(),
        _sound(),
        voice(),
        _look(languages),
        _week(),
        reminder_group(),
        data(),
        introduction(),
        report(),
    )


def _session() -> Group:
    return Group(
        translate("settings", "Session"),
        (
            *_getting_ready(),
            Row(
                "first_leg",
                translate("settings", "First leg"),
                translate("settings", "For routines that don’t have a rule of their own."),
                OneOf(wording.first_legs()),
            ),
            Row(
                "distance_view",
                translate("settings", "Start in distance view"),
                translate("settings", "Sessions fill the screen with letters for two metres. F11 switches any time."),
                Flag(),
                translate("settings", "full screen large mat"),
            ),
            Row(
                "breathing_words",
                translate("settings", "Breathing words"),
                translate("settings", "“Breathe in” and “Breathe out” while you hold. In a session, B switches them."),
                Flag(),
            ),
            Row(
                "sleep_s",
                translate("settings", "Pause after sleep"),
                translate("settings", "A session pauses when the computer stood still for longer than this."),
                OneOf(tuple((seconds, _seconds(seconds)) for seconds in (3, 5, 10, 30)), _seconds),
                translate("settings", "suspend lid threshold"),
            ),
            *_from_the_mat(),
        ),
    )


def _getting_ready() -> tuple[Row, Row]:
    return (
        Row(
            "wait_for_key",
            translate("settings", "Wait for a key before each exercise"),
            translate("settings", "Take as long as you need to get into position, then press Space or a clicker."),
            Flag(),
            translate("settings", "auto-advance gap get ready setup"),
        ),
        Row(
            "lead_in_s",
            translate("settings", "Get ready before going on"),
            translate("settings", "How long a hold waits when it goes on after a pause, or begins again."),
            OneOf(tuple((seconds, _seconds(seconds)) for seconds in (0, 3, 5, 10, 20)), _seconds),
            translate("settings", "lead-in pause resume back repeat countdown"),
        ),
    )


def _from_the_mat() -> tuple[Row, Row]:
    return (
        Row(
            "pause_unplugged",
            translate("settings", "Pause when headphones are unplugged"),
            translate("settings", "A session pauses when they are pulled out, switched off or out of reach."),
            Flag(),
            translate("settings", "headset bluetooth earphones disconnect"),
        ),
        Row(
            "pedals",
            translate("settings", "Pedals and clickers"),
            translate("settings", "See what a foot pedal, a clicker or a remote sends, and say what it does."),
            Press(translate("settings", "Set up keys…")),
            translate("settings", "keyboard shortcut remote control gamepad headset media button"),
        ),
    )


def _sound() -> Group:
    return Group(
        translate("settings", "Sound"),
        (
            Row(
                "volume",
                translate("settings", "Volume"),
                translate("settings", "Of the tones, beside your computer’s own volume."),
                Percent(),
                translate("settings", "loud quiet"),
            ),
            Row(
                "tone",
                translate("settings", "Sound check"),
                translate("settings", "Plays the tone that begins a hold."),
                Press(translate("settings", "Play a tone")),
                translate("settings", "test"),
            ),
            Row(
                "muted",
                translate("settings", "Mute"),
                translate("settings", "No tones and no voice. In a session, M switches them."),
                Flag(),
                translate("settings", "silent"),
            ),
            Row(
                "count_in",
                translate("settings", "Count in"),
                translate("settings", "Three short tones before a countdown ends."),
                Flag(),
                translate("settings", "three two one"),
            ),
            Row(
                "half_way",
                translate("settings", "Half-way tone"),
                translate("settings", "In the middle of holds of 30 seconds and longer; the voice says it, too."),
                Flag(),
            ),
        ),
    )


def _look(languages: Sequence[str]) -> Group:
    as_system = _as_the_system()
    return Group(
        translate("settings", "Look"),
        (
            Row(
                "theme",
                translate("settings", "Theme"),
                translate("settings", "The colours of the program."),
                OneOf((as_system, ("light", translate("settings", "Light")), ("dark", translate("settings", "Dark")))),
            ),
            Row(
                "text_size",
                translate("settings", "Text size"),
                translate("settings", "Of the pages. A session’s letters always fill the room that there is."),
                OneOf(tuple((size, wording.percent_of(size)) for size in (100, 112, 125, 150)), wording.percent_of),
                translate("settings", "letters font zoom larger"),
            ),
            *_figure(),
            tray_row(),
            Row(
                "language",
                translate("settings", "Language"),
                translate("settings", "A change shows when the program starts the next time."),
                OneOf((as_system, *((code, language(code)) for code in languages)), language),
            ),
        ),
    )


def _as_the_system() -> tuple[object, str]:
    return "system", translate("settings", "As the system")


def _figure() -> tuple[Row, Row]:
    """Who shows the exercises, and how."""
    return (
        Row(
            "body",
            translate("settings", "Figure"),
            translate("settings", "Who shows the exercises."),
            Pictured(
                (
                    ("teal", translate("settings", "Teal shirt")),
                    ("plum", translate("settings", "Plum shirt")),
                    ("moss", translate("settings", "Moss shirt")),
                )
            ),
            translate("settings", "person body skin hair clothes"),
        ),
        Row(
            "motion",
            translate("settings", "Motion"),
            translate("settings", "How the figure shows an exercise: moving, or in its positions only."),
            OneOf(
                (
                    _as_the_system(),
                    ("full", translate("settings", "Moving")),
                    ("reduced", translate("settings", "Reduced")),
                )
            ),
            translate("settings", "animation movement figure"),
        ),
    )


def _week() -> Group:
    days = [("monday", 1), ("sunday", 7), ("saturday", 6)]
    return Group(
        translate("settings", "Your weeks"),
        (
            Row(
                "goal",
                translate("settings", "Goal"),
                translate("settings", "Active days a week, from this week on. Past weeks keep the goal they had."),
                OneOf(tuple((days, QLocale().toString(days)) for days in range(1, 8))),
            ),
            Row(
                "first_day",
                translate("settings", "Weeks start on"),
                translate("settings", "The first day of the week, here and in the history."),
                OneOf(
                    (
                        _as_the_system(),
                        *((name, weekday_named(number, whole=True)) for name, number in days),
                    )
                ),
            ),
            Row(
                "day_starts_at",
                translate("settings", "A day begins at"),
                translate("settings", "A session before this time belongs to the evening before. Past ones stay put."),
                OneOf(tuple((f"{hour:02}:00", _clock(f"{hour:02}:00")) for hour in (0, 2, 3, 4, 5, 6)), _clock),
                translate("settings", "midnight night"),
            ),
            Row(
                "reference_lines",
                translate("settings", "Reference lines"),
                translate("settings", "At 5 and 10 minutes a week and leg, in the chart of the minutes held."),
                Flag(),
                translate("settings", "chart history study"),
            ),
        ),
    )


def language(code: object) -> str:
    """A language's name in itself: `English`, `Deutsch`."""
    name = _WITHOUT_A_COUNTRY.get(str(code)) or QLocale(str(code)).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else str(code)


def _seconds(seconds: object) -> str:
    return seconds_of(float(str(seconds)))


def _clock(at: object) -> str:
    return clock(time.fromisoformat(str(at)))
