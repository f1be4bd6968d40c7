"""The program, or an empty window, that says what happens and when: painted, hold, ended; obeys orders.

    python -m benchmarks.probe [--once] floor [Qt]
    python -m benchmarks.probe [--once] program [the program's arguments...]

The floor touches the `Qt` namespace if that is asked for. With `--once` the process ends as soon as the first
picture is out, without tidying up.

`painted` comes with a time of the monotonic clock, which all processes share; `hold` and `ended` with how many seconds
after its planned instant the program got to it. Orders are `minimise`, `edit` (of a session, as the program does it)
and the accessible names of buttons; the number that comes back is how many seconds it took until all was painted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

A_DAY_MS = 86_400_000

# Qt is not imported before the program does it: when and how is a part of what is measured.


def floor(touching_qt: bool) -> int:
    from PySide6.QtWidgets import QApplication, QWidget

    from benchmarks.observing import FirstPaint

    application = QApplication(sys.argv)
    window = QWidget()
    if touching_qt:
        from PySide6.QtCore import Qt

        window.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    FirstPaint(window)
    window.resize(1180, 760)
    window.show()
    return application.exec()


def program(arguments: list[str]) -> int:
    from hamstring_gui.__main__ import main
    from hamstring_gui.commands import command_line

    as_it_is = command_line.explaining_qt

    @contextmanager
    def importing_qt(what: str) -> Iterator[None]:
        with as_it_is(what):
            observe()
            yield

    command_line.explaining_qt = importing_qt
    return main(arguments)


def observe() -> None:
    """Have the program's window observed as soon as it shows."""
    from benchmarks.observing import ONCE, FirstPaint, Orders, say
    from hamstring_gui.domain.history import HoldRecord
    from hamstring_gui.program import afterwards
    from hamstring_gui.ui.controls import scroll
    from hamstring_gui.ui.window import Window

    def on_holds_recorded(records: tuple[HoldRecord, ...]) -> None:
        for record in records:
            say("hold", time.time() - record.started_at.timestamp() - record.held_s)

    def on_session_ended(outcome: str, at: datetime) -> None:
        say("ended", time.time() - at.timestamp())

    if ONCE in sys.argv:  # valgrind is so slow that what waits for time to pass would come before the first picture
        afterwards.AT_THE_LATEST_MS = scroll.A_MOMENT_MS = A_DAY_MS

    def show(window: Window) -> None:
        FirstPaint(window)
        if ONCE not in sys.argv:
            Orders(window)
        if "hamstring_gui.program.player" in sys.modules:
            from hamstring_gui.program.player import Player

            for player in window.findChildren(Player):
                player.holds_recorded.connect(on_holds_recorded)
                player.session_ended.connect(on_session_ended)
        window.setVisible(True)

    Window.show = show  # type: ignore[assignment, method-assign]


if __name__ == "__main__":
    from_here = [word for word in sys.argv[1:] if word != "--once"]
    sys.exit(floor("Qt" in from_here) if from_here[0] == "floor" else program(from_here[1:]))
