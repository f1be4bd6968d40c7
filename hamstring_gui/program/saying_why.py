"""A window that says why there is no other one, and nothing else."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.question import Asked
from hamstring_gui.ui.icons import set_window_icon
from hamstring_gui.ui.outside_signals import OutsideSignals
from hamstring_gui.ui.window import Window


def say_that_there_is_no_history(application: QApplication, sentence: str) -> int:
    return say_and_end(application, questions.no_history(sentence, application.quit), sentence)


def say_and_end(application: QApplication, question: Asked, sentence: str) -> int:
    """Why the program can't open, in a window and on standard error; gives the exit status."""
    print(f"hamstring-gui: {sentence}", file=sys.stderr)
    set_window_icon()
    window = Window()
    signals = OutsideSignals(application.quit, window)
    window.ask(question)
    window.show()
    application.exec()
    signals.stop()
    return 1
