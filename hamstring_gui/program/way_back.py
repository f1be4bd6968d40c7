"""The way back from what was done: an undo that fails says why, and can be pressed again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hamstring_gui.storage.errors import StorageError
from hamstring_gui.ui.controls.notice import Notice


class WayBack:
    """Offers in the notice to take back what was done; `then` is called once it is taken back."""

    def __init__(self, notice: Notice, then: Callable[[], object]) -> None:
        self._notice, self._then = notice, then
        self._said = ""

    @property
    def stands(self) -> bool:
        """Whether what was offered last can still be taken back."""
        return self._notice.can_take_back and self._notice.text.text() == self._said

    def offer(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was done, with the button that takes it back. `undo` may raise `StorageError`."""
        self._said = sentence
        self._notice.show_notice(sentence, undo=partial(self._take, undo))

    def _take(self, undo: Callable[[], object]) -> None:
        try:
            undo()
        except StorageError as error:
            self.offer(str(error), undo)
        else:
            self._then()
