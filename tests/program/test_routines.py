"""Which changes of a routine are taken back as one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hamstring_gui.domain.routine import Routine
from hamstring_gui.program.deeds import Deed
from hamstring_gui.program.routines import RoutineKeeper
from tests.domain.samples import routine


class Library(QObject):
    """Stands for that of the program."""

    def __init__(self, known: Routine) -> None:
        super().__init__()
        self.known_routines = {known.id: known}


class Deeds:
    def __init__(self) -> None:
        self.done: list[Deed] = []

    def do(self, deed: Deed) -> bool:
        self.done.append(deed)
        return True


def test_a_button_that_is_held_is_one_change(qapp) -> None:
    known, deeds = routine(), Deeds()
    library = Library(known)
    keeper = RoutineKeeper(None, None, library, deeds)  # type: ignore[arg-type]
    for hold_s, gesture in ((35, 7), (40, 7), (45, 8), (50, 0), (55, 0)):
        keeper.change_hold(known.id, 0, hold_s, gesture)
    keeper.change_hold(known.id, 1, 60, 7)
    held, still, again, *alone = [deed.together for deed in deeds.done]
    assert held == still != again
    assert alone == ["", ""], "there is no second exercise"
