"""The rows of the Settings page that are about the voice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hamstring_gui.ui.settings.described import Flag, Group, OneOf, Percent, Press, Row
from hamstring_gui.ui.wording import percent_of

translate = QCoreApplication.translate


def voice() -> Group:
    return Group(translate("settings", "Voice"), (*_what_is_said(), *_how_it_sounds(), _captions()))


def _what_is_said() -> tuple[Row, Row]:
    return (
        Row(
            "spoken_guidance",
            translate("settings", "Spoken guidance"),
            translate(
                "settings",
                "Full says each step; cues only the exercise, leg, set, ten seconds, rest. “Full at first” is in the "
                "first two sessions of an exercise.",
            ),
            OneOf(
                (
                    ("full at first", translate("settings", "Full at first")),
                    ("full", translate("settings", "Always full")),
                    ("cues", translate("settings", "Cues only")),
                    ("off", translate("settings", "Off")),
                )
            ),
            translate("settings", "speech talk say level coach"),
        ),
        Row(
            "voice",
            translate("settings", "Voice"),
            translate("settings", "What was never recorded, as exercises of your own, the system’s voice says."),
            OneOf(
                (
                    ("recorded", translate("settings", "Recorded")),
                    ("system", translate("settings", "The system’s")),
                    ("none", translate("settings", "None")),
                )
            ),
            translate("settings", "speech synthesis"),
        ),
    )


def _how_it_sounds() -> tuple[Row, ...]:
    return (
        Row(
            "speech_volume",
            translate("settings", "Speech volume"),
            translate("settings", "Of the voice, beside that of the tones."),
            Percent(),
            translate("settings", "loud quiet"),
        ),
        Row(
            "say",
            translate("settings", "How it sounds"),
            translate("settings", "Says a sentence."),
            Press(translate("settings", "Test voice")),
            translate("settings", "try hear"),
        ),
        Row(
            "speech_rate",
            translate("settings", "Speech rate"),
            translate("settings", "How fast the system’s voice speaks. The recorded one is as it is."),
            OneOf(tuple((rate, percent_of(rate)) for rate in (70, 85, 100, 120, 150)), percent_of),
            translate("settings", "speed slow fast"),
        ),
        Row(
            "keep_sound_open",
            translate("settings", "Keep headphones awake"),
            translate("settings", "In a session, so that they don’t swallow the first word. Off saves a little power."),
            Flag(),
            translate("settings", "bluetooth earphones"),
        ),
    )


def _captions() -> Row:
    return Row(
        "captions",
        translate("settings", "Captions"),
        translate("settings", "What is said, in words on the screen. “Automatic” is when it can’t be heard."),
        OneOf(
            (
                ("automatic", translate("settings", "Automatic")),
                ("on", translate("settings", "On")),
                ("off", translate("settings", "Off")),
            )
        ),
        translate("settings", "subtitles deaf hearing silent"),
    )
