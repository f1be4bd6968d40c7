"""How the program ends, whoever ends it: nothing is lost, what would be is asked about, and what was saved elsewhere is
taken in at the next start."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hamstring_gui.storage.paths import Paths

if TYPE_CHECKING:
    from hamstring_gui.program.parts import Parts
    from hamstring_gui.program.unwritten import Unwritten


class Leaving:
    """Asks only the parts that were made: the others have nothing to lose."""

    def __init__(self, parts: Parts, paths: Paths) -> None:
        self._parts, self._paths = parts, paths

    def may_close(self) -> bool:
        """Whether nothing would be lost when the window closed now; what would be is asked about, once."""
        made = vars(self._parts)
        if "conductor" in made or self._parts.records.store.unsaved():
            if not self._parts.conductor.may_close():
                return False
            self._parts.conductor.end()
            if not self.unwritten.may_close(self._parts.library.exercises):
                return False
        return "exercises" not in made or self._parts.exercises.may_close()

    def settle(self) -> None:
        """End the session that runs, with what was held, what others see of it, and what sounds."""
        if "conductor" in vars(self._parts):
            self._parts.conductor.close()
        if "bus" in vars(self._parts):
            self._parts.bus.close()
        if "hearing" in vars(self._parts):
            self._parts.hearing.close()

    def give_up(self) -> None:
        """Leave everything without asking, as when the system ends the program: at any moment, so that what is on no
        disk comes first."""
        if "conductor" in vars(self._parts):
            self.unwritten.leave()
            self._parts.conductor.close()
            self.unwritten.rescue()
        self.settle()
        if "exercises" in vars(self._parts):
            self._parts.exercises.give_up()

    def stay(self) -> None:
        """Go on after `give_up`, since nothing came of it."""
        if "exercises" in vars(self._parts):
            self._parts.exercises.stay()
        if "conductor" in vars(self._parts):
            self._parts.conductor.stay()
            self.unwritten.stay()
            self._parts.today.look_for_left()
            self._parts.today.show()

    def rescue(self) -> str:
        """Put what is not on disk in a file, at the very end; gives a sentence about it, or nothing."""
        return (
            self.unwritten.rescue() if "conductor" in vars(self._parts) or self._parts.records.store.unsaved() else ""
        )

    def take_in_rescued(self) -> None:
        from hamstring_gui.program.unwritten import take_in_rescued

        if self._parts.records.store.lasting and take_in_rescued(
            self._paths, self._parts.records.store, self._parts.deeds
        ):
            if not self._parts.leads:
                self._parts.today.look_for_left()
            self._parts.come_back()

    @cached_property
    def unwritten(self) -> Unwritten:
        from hamstring_gui.program.unwritten import Unwritten

        return Unwritten(
            self._parts.window,
            self._parts.conductor.recorder,
            self._parts.records.store,
            self._paths,
            self._parts.deeds,
        )
