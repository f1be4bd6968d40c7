"""What a reminder says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.reminding import Words

translate = QCoreApplication.translate


def words_of(week: Week) -> Words:
    n = week.goal
    so_far = translate("wording", "{days} of %n days so far this week.", None, n)
    return Words(
        translate("wording", "Time to stretch"),
        so_far.format(days=week.active_days),
        translate("wording", "Start now"),
        translate("wording", "Not today"),
        translate("wording", "Open Hamstring"),
    )


def in_one(words: Words) -> str:
    """What it says, where there is one line for it."""
    return translate("wording", "{title}. {text}").format(title=words.title, text=words.text)
