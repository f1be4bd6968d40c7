"""While something takes long, the window goes on painting; after a second it says so, and lets it be called off.

What takes long calls the pulse that `waiting` gives (`storage.pulse`). Until the card shows, nothing that is pressed
arrives: what is pressed later than that is for the card.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop

from hamstring_gui.program.stage import Stage
from hamstring_gui.storage.pulse import Cancelled, Pulse

if TYPE_CHECKING:
    from hamstring_gui.ui.controls.waiting import WaitingCard

PATIENCE_S = 1.0
"""What takes no longer is not spoken of."""
BETWEEN_S = 0.03
"""From one look at the window to the next."""
TOPIC = "waiting"

_waited_for: list[_Waiting] = []


@contextmanager
def waiting(stage: Stage, words: str) -> Iterator[Pulse]:
    """A pulse that keeps the window alive; `words` say what is waited for. Raises `Cancelled`, out of the pulse.

    What is waited for within something else belongs to that.
    """
    if _waited_for:
        yield _waited_for[0]
        return
    one = _Waiting(stage, words)
    _waited_for.append(one)
    try:
        yield one
    finally:
        _waited_for.clear()
        one.end()


def is_waiting() -> bool:
    """Whether something is waited for just now: nothing else can be begun."""
    return bool(_waited_for)


class _Waiting:
    def __init__(self, stage: Stage, words: str) -> None:
        self._stage, self._words = stage, words
        self._began = self._looked = time.monotonic()
        self._card: WaitingCard | None = None

    def __call__(self, share: float | None = None) -> None:
        now = time.monotonic()
        if now - self._looked < BETWEEN_S:
            return
        if self._card is None and now - self._began >= PATIENCE_S and not self._stage.asking:
            self._card = self._stage.show_waiting(TOPIC, self._words)
        wanted = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        if self._card is not None:
            self._card.progress.show_share(share)
            wanted = QEventLoop.ProcessEventsFlag.AllEvents
        QCoreApplication.processEvents(wanted)
        self._looked = time.monotonic()
        if self._card is not None and (self._card.cancelled or self._stage.asking != TOPIC):
            raise Cancelled(QCoreApplication.translate("waiting", "This was called off: nothing was changed."))

    def end(self) -> None:
        if self._card is not None and self._stage.asking == TOPIC:
            self._stage.drop_question()
