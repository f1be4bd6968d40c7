"""Who should ask a doctor before an exercise: told as a session begins that leads through it for the first time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine
from hamstring_gui.program.deeds import Deeds
from hamstring_gui.program.records import Records
from hamstring_gui.ui import wording


def tell(routine: Routine, exercises: Mapping[str, Exercise], records: Records, deeds: Deeds) -> None:
    """It also stands beside what starts a session on a page; the command line and the tray have no page. Nothing waits
    for it: the history may be another program's for a moment."""

    def say() -> None:
        if notes := wording.asked_first(routine, exercises, done=records.times_held(but="")):
            deeds.say(notes, passing=True)

    QTimer.singleShot(0, deeds, say)
