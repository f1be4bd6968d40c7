"""The words of what a screen reader is told of a session: those of the voice, and of what it has no words for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hamstring_gui.domain.announced import Announced
from hamstring_gui.domain.spoken import Repeated, Saying, SetOf, Working
from hamstring_gui.ui.session.spoken import MOST_REPS_SAID, words

translate = QCoreApplication.translate


def told(announced: Announced) -> str:
    """Its sentences, one after another."""
    return " ".join(map(_sentence, announced.sayings))


def _sentence(saying: Saying) -> str:
    match saying:
        case Working("both"):
            return translate("spoken", "Both legs.")
        case Repeated(reps) if reps > MOST_REPS_SAID:
            return translate("spoken", "%n repetitions.", None, reps)
        case SetOf(n, sets):
            return words(saying) or translate("spoken", "Set {number} of {sets}.").format(number=n, sets=sets)
        case _:
            return words(saying)
