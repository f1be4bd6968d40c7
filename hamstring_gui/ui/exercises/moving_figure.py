"""A figure that shows an exercise by itself: step after step, then the hold or the reps, over and over."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.demonstration import demonstrated, settled_s, start_s
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.figure.picture import shape_of
from hamstring_gui.ui.controls.figure_view import FigureView


class MovingFigure(FigureView):
    """Moves while it can be seen and is meant to; a figure that is `still` shows end poses only.

    `clock` gives seconds that only grow.
    """

    step_shown = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.clock = clock
        self._of: Exercise | None = None
        self._left = False
        self._still = False
        self._seen = True
        self._playing = False
        self._at_s = self._looked_at = 0.0
        self._stops_at_s = math.inf
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def playing(self) -> bool:
        """Whether it goes on from step to step."""
        return self._playing

    @property
    def moving(self) -> bool:
        """Whether its time passes."""
        wanted = self._playing or self._at_s < self._stops_at_s < math.inf
        return wanted and self._seen and not self._still and self.isVisible()

    @property
    def wide(self) -> float:
        """The picture's width over its height."""
        if self._of is None or not self._of.drawn:
            return 1.5
        return shape_of(self._of)

    # -- wishes ------------------------------------------------------------------------------------------------------
    def show_exercise(self, exercise: Exercise) -> None:
        """Show an exercise from its first step on; the right leg's."""
        self._of, self._left = exercise, False
        if self._still:
            self.show_step(len(exercise.steps) - 1)
            return
        self._at_s = 0.0
        self._set_playing(True)

    def show_step(self, number: int) -> None:
        """Show how a step (from 0) is reached, and stay there."""
        if self._of is not None:
            self._at_s, self._stops_at_s = start_s(number), settled_s(self._of, number)
            if self._still:
                self._at_s = self._stops_at_s
            self._set_playing(False)

    def show_left(self, left: bool) -> None:
        self._left = left
        self._show_now()

    def toggle(self) -> None:
        """Pause, or go on from the step that shows."""
        self.look()
        self._stops_at_s = self._at_s
        self._set_playing(not self._playing and not self._still)

    def set_still(self, still: bool) -> None:
        """Reduced motion: end poses only."""
        self._still = still
        if self._of is not None:
            self.show_exercise(self._of)

    def set_seen(self, seen: bool) -> None:
        """Whether the window is on the screen."""
        self.look()
        self._seen = seen
        self._go_on()

    # -- time --------------------------------------------------------------------------------------------------------
    def look(self) -> None:
        """Let the time pass that went by."""
        now = self.clock()
        if self.moving:
            self._at_s += now - self._looked_at
            if not self._playing:
                self._at_s = min(self._at_s, self._stops_at_s)
        self._looked_at = now
        self._go_on()

    def _set_playing(self, playing: bool) -> None:
        changed, self._playing = playing != self._playing, playing
        self._looked_at = self.clock()
        self._go_on()
        if changed:
            self.playing_changed.emit(playing)

    def _go_on(self) -> None:
        """Show how things are, and look again when that changes."""
        self._timer.stop()
        wait_s = self._show_now()
        if self.moving:
            self._timer.start(math.ceil(1000 * max(0.01, wait_s)))

    def _show_now(self) -> float:
        """Show the picture; gives the seconds until it changes."""
        if self._of is None:
            return math.inf
        now = demonstrated(self._of, self._at_s)
        self.show_figure(self._of, now.shown, mirrored=self._left)
        self.step_shown.emit(now.number)
        return now.changes_in_s

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looked_at = self.clock()
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
