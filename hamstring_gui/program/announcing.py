"""Tells a screen reader of a session; what our own voice says of it at that moment is left to that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from hamstring_gui.domain.announced import Announced, announced, beginning
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.moment import Event, Moment
from hamstring_gui.program.speaker import Speaker
from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.session.announced import told
from hamstring_gui.ui.session.page import SessionPage


class Announcing(QObject):
    """What `domain/announced.py` tells of a session, as it happens. The voice hears of it first."""

    def __init__(
        self, page: SessionPage, speaker: Speaker, exercises: Callable[[], Mapping[str, Exercise]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._speaker, self._exercises = page, speaker, exercises
        self._moment: Moment | None = None
        speaker.fell_silent.connect(self._on_fell_silent)

    def begin(self, moment: Moment) -> None:
        """A session is at its first moment."""
        self._moment = moment
        self._tell(beginning(self._exercises(), moment), (), moment, moment)

    def hear(self, events: Sequence[Event], before: Moment, moment: Moment) -> None:
        """These things happened, if any did."""
        self._moment = moment
        self._tell(announced(self._exercises(), events, before, moment), events, before, moment)

    def _on_fell_silent(self) -> None:
        """Nothing was heard of what was left to the voice."""
        if self._moment is not None and self._moment.state == "running":
            self._tell(beginning(self._exercises(), self._moment), (), self._moment, self._moment)

    def _tell(self, what: Announced, events: Sequence[Event], before: Moment, moment: Moment) -> None:
        if what.sayings:
            what = what.without(self._speaker.takes_over(events, before, moment))
        if what.sayings:
            announce(self._page, told(what), assertive=what.assertive)
