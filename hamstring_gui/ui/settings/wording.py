"""Sentences of the Settings page that are put together from what is the case."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.settings import Settings

translate = QCoreApplication.translate


def why_no_voice(settings: Settings, silent: bool, can_speak: bool, trouble: str = "") -> str:
    """What keeps a sentence that is asked for from being heard, and what to do about it; nothing where it is."""
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
    return "" if can_speak else _what_to_install()


def _what_to_install() -> str:
    if sys.platform == "linux":
        return translate(
            "settings",
            "This computer has no voice of its own. Install speech-dispatcher and speech-dispatcher-espeak-ng, or take "
            "the recorded voice.",
        )
    return translate(
        "settings",
        "This computer has no voice of its own for your language. Add one in the system’s settings, or take the "
        "recorded voice.",
    )
