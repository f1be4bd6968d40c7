"""One undo and redo for everything that is done in the window: deeds in a line, the newest first to be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.storage.errors import StorageError


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done that can be taken back. `do` and `undo` may raise `StorageError`.

    `name` says what it is, as in "Taken back: {name}". `said` is the sentence that the notice says when it is done,
    with Undo beside it; without one it shows by itself. `place` is the page where it was done. Deeds that follow each
    other with the same `together` are one. `states` are what it leads from and to, where it sets the whole of
    something: of several together only the first and the last state count, and together they may come to nothing.
    """

    name: str
    do: Callable[[], object]
    undo: Callable[[], object]
    said: str = ""
    place: str = ""
    together: str = ""
    states: tuple[object, object] | None = None

    def joined_by(self, later: Deed) -> Deed:
        """Both as one deed."""
        if self.states is not None and later.states is not None:
            return replace(later, undo=self.undo, states=(self.states[0], later.states[1]))
        return replace(later, do=_one_after_the_other(self.do, later.do),
                       undo=_one_after_the_other(later.undo, self.undo))  # fmt: skip

    @property
    def comes_to_nothing(self) -> bool:
        return self.states is not None and self.states[0] == self.states[1]


class Deeds(QObject):
    """Does deeds, and walks back and forth along their line. A deed that can't be taken back stays where it is.

    `told` carries a sentence for the notice, whether Undo belongs beside it, and whether it passes by itself;
    `told_too` one that hides nothing which is said already.
    `overtaken` says that something newer was done than what the notice offers to undo; `hushed` that what it says is
    over. `changed` comes with every step, and every step is told.
    """

    told = Signal(str, bool, bool)
    told_too = Signal(str)
    overtaken = Signal()
    hushed = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._count = 0
        self._settled = True
        self._sayings = 0
        self._held = ""

    # -- saying ------------------------------------------------------------------------------------------------------
    def say(self, sentence: str, *, passing: bool = False) -> None:
        self._sayings += 1
        self.settle()
        self.told.emit(sentence, False, passing)

    def say_too(self, sentence: str) -> None:
        """Below what was said just now, if that still stands there."""
        self._sayings += 1
        self.settle()
        self.told_too.emit(sentence)

    def hush(self) -> None:
        """What was said last is no news any more."""
        self.hushed.emit()

    # -- doing -------------------------------------------------------------------------------------------------------
    def do(self, deed: Deed) -> bool:
        """Do it, say it, and remember it; whether it could be done. What went wrong is said."""
        try:
            deed.do()
        except StorageError as error:
            self.say(str(error))
            return False
        self.remember(deed)
        return True

    def remember(self, deed: Deed) -> None:
        """Take a deed that is done already into the line."""
        self._undone.clear()
        if self.joined(deed.together):
            deed = self._done.pop().joined_by(deed)
            self._count += 1
        else:
            self._count = 1
        self._settled = False
        if not deed.comes_to_nothing:
            self._done.append(deed)
        self.changed.emit()
        if deed.said:
            self.told.emit(deed.said, not deed.comes_to_nothing and self._can_step(deed), True)
        else:
            self.overtaken.emit()

    def take_up(self, deed: Deed, said: str, *, taken_back: bool) -> None:
        """Begin the line with a deed that was done, or taken back, before there was this line; and say what became of
        it until that is put away."""
        self.settle()
        (self._undone if taken_back else self._done).append(deed)
        self.changed.emit()
        self.told.emit(said, not taken_back, False)

    def joined(self, together: str) -> int:
        """How many deeds are one at the line's end, to which one more with this text would be added; 0 where none."""
        if not together or self._settled or not self._done or self._done[-1].together != together:
            return 0
        return self._count

    def hold(self, place: str) -> None:
        """Leave deeds of this place as they are, as while something is being written there; of none, with nothing."""
        self._held = place
        if place:
            self.overtaken.emit()

    def _can_step(self, deed: Deed) -> bool:
        return not self._held or deed.place != self._held

    def forget(self) -> None:
        """Nothing that was done until now can be taken back, or made again."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()
        self.overtaken.emit()

    def settle(self) -> None:
        """What comes next is a deed of its own."""
        self._settled = True

    # -- back and forth ----------------------------------------------------------------------------------------------
    @property
    def newest(self) -> str:
        """What would be taken back first, by its name; nothing where there is nothing."""
        return self._done[-1].name if self._done else ""

    def undo(self) -> None:
        if self._done:
            self._step(self._done, self._undone, lambda deed: deed.undo, self.tr("Taken back: {change}"))
        else:
            self.say(self.tr("There is nothing to take back."), passing=True)

    def redo(self) -> None:
        if self._undone:
            self._step(self._undone, self._done, lambda deed: deed.do, self.tr("Made again: {change}"))
        else:
            self.say(self.tr("There is nothing to make again."), passing=True)

    def _step(
        self, source: list[Deed], target: list[Deed], way: Callable[[Deed], Callable[[], object]], sentence: str
    ) -> None:
        self.settle()
        deed = source[-1]
        if not self._can_step(deed):
            self.say(self.tr("Save or leave the exercise first that you are writing."), passing=True)
            return
        self.hush()
        sayings = self._sayings
        try:
            way(deed)()
        except StorageError as error:
            self.told.emit(str(error), source is self._done, False)
            return
        target.append(source.pop())
        self.changed.emit()
        if sayings == self._sayings:
            self.say(sentence.format(change=deed.name), passing=True)


def _one_after_the_other(first: Callable[[], object], second: Callable[[], object]) -> Callable[[], None]:
    def both() -> None:
        first()
        second()

    return both
