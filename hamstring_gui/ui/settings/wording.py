"""Sentences of the Settings page that are put together from what is the case."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.settings import Settings
from hamstring_gui.domain.values import dataclass

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Own:
    """Exercises of one's own that nothing says; `recordable` where hibari-tts could."""

    recordable: bool


def why_no_voice(
    settings: Settings, silent: bool, why_no_system: str | None, trouble: str = "", own: Own | None = None
) -> str:
    """What keeps a sentence that is asked for from being heard, and what to do about it; nothing where it is.

    `why_no_system` is why the system doesn't speak, where it should, as `desktop/system_voice.py` says it; `own` are
    exercises that it should say, since nothing was recorded for them.
    """
    if settings.voice == "none":
        return translate("settings", "No voice is wanted: sentences are shown as captions.")
    if silent:
        return translate("settings", "No sound on this computer: nothing can be heard.")
    if settings.muted:
        return translate("settings", "The sound is muted.")
    if not settings.speech_volume:
        return translate("settings", "The volume of the voice is at 0 %.")
    if trouble:
        return translate("settings", "The voice can’t be heard: {reason}.").format(reason=trouble.rstrip("."))
    if why_no_system is None:
        return ""
    return _what_to_do_about(why_no_system) if own is None else _what_to_do_for(own, why_no_system)


def _what_to_do_for(own: Own, why_no_system: str) -> str:
    sentences = [translate("settings", "Exercises of your own have no voice.")]
    if own.recordable:
        sentences.append(translate("settings", "Installing hamstring-gui[voice] records them."))
    if why_no_system == "not installed":
        sentences.append(
            translate(
                "settings",
                "Installing speech-dispatcher and speech-dispatcher-espeak-ng lets the system say them.",
            )
        )
    elif why_no_system == "no voice" and sys.platform == "linux":
        sentences.append(translate("settings", "Installing speech-dispatcher-espeak-ng lets the system say them."))
    elif why_no_system == "no voice":
        sentences.append(
            translate("settings", "Adding a voice for this language in the system’s settings lets it say them.")
        )
    else:
        sentences.append(translate("settings", "The system’s voice, which could say them, doesn’t answer."))
    return " ".join(sentences)


def _what_to_do_about(why_no_system: str) -> str:
    if why_no_system == "not installed":
        return translate(
            "settings",
            "This computer has no voice of its own. Install speech-dispatcher and speech-dispatcher-espeak-ng, or take "
            "the recorded voice.",
        )
    if why_no_system == "no voice" and sys.platform == "linux":
        return translate(
            "settings",
            "The system has no voice for this language. Install speech-dispatcher-espeak-ng, or take the recorded "
            "voice.",
        )
    if why_no_system == "no voice":
        return translate(
            "settings",
            "The system has no voice for this language. Add one in its settings, or take the recorded voice.",
        )
    return translate("settings", "The system’s voice doesn’t answer. Take the recorded voice instead.")
