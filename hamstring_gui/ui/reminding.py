"""What a reminder says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.reminding import Words

translate = QCoreApplication.translate


def words_of(week: Week) -> Words:
    so_far = translate("wording", "{days} of {goal} days so far this week.")
    return Words(
        translate("wording", "Time to stretch"),
        so_far.format(days=week.active_days, goal=week.goal),
        translate("wording", "Start now"),
        translate("wording", "Not today"),
        translate("wording", "Open Hamstring"),
    )
