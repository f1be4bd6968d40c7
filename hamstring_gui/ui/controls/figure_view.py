"""The illustration: an exercise's figure, or the picture its owner gave it; repainted only when something moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.demonstration import posed
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown, unmoved
from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.domain.values import replace
from hamstring_gui.figure.look import Look, look_for
from hamstring_gui.figure.picture import Frame, frame_of, paint_shown, still_frame
from hamstring_gui.ui.theme import Theme, theme_of

if TYPE_CHECKING:
    from hamstring_gui.figure.breathing import AtRest, Breathing

AIR = 6
"""Pixels between a photo, which fills its box, and what stands above and below."""
BREATH_STEPS = 32
"""A breath is drawn in this many steps: finer ones would move nothing by a visible amount."""
_BODY = "hamstring_body"


def set_body(window: QWidget, body: BodyLook) -> None:
    """Let every figure in a window be of this body look: those that show now, and those that are made later.

    The window has it as a property, as it has the theme in its palette: a figure reads it when it is painted.
    """
    window.setProperty(_BODY, body)
    window.update()


def body_of(widget: QWidget) -> BodyLook:
    """The body look of the window that a widget is in."""
    return cast(BodyLook, widget.window().property(_BODY) or "teal")


def panel_of(theme: Theme) -> QColor:
    """The ground that a figure stands on: on a panel of that colour, its own is not to be seen."""
    return look_for(theme.dark).room.panel


class FigureView(QWidget):
    """Shows an exercise as it is at one instant; of whom, its window says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise: Exercise | None = None
        self._shown: Shown | None = None
        self._mirrored = False
        self._frame: Frame | None = None
        self._rest: AtRest | None = None
        self._box = QRect()
        self._breathing: Breathing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(self, exercise: Exercise, shown: Shown, mirrored: bool = False, frame: Frame | None = None) -> None:
        """Show an instant of an exercise, in a frame that has room for all its instants, or in one of its own."""
        breath = round(shown.breath * BREATH_STEPS) / BREATH_STEPS
        shown = replace(shown, breath=breath, progress=1.0 if shown.start == shown.end else shown.progress)
        now, before = (exercise, shown, mirrored, frame), (self._exercise, self._shown, self._mirrored, self._frame)
        if now == before:
            return
        self._exercise, self._shown, self._mirrored, self._frame = now
        if self._rests_since(before):
            self._breathe(exercise, shown)
        else:
            self._rest = self._breathing = None
            self.update()

    def _rests_since(self, before: tuple[Exercise | None, Shown | None, bool, Frame | None]) -> bool:
        """Whether nothing but a breath has gone."""
        exercise, then, mirrored, frame = before
        now = self._shown
        if now is None or then is None or now.end is None or now.progress < 1.0:
            return False
        as_then = (self._exercise, replace(now, breath=then.breath), self._mirrored, self._frame)
        return as_then == (exercise, then, mirrored, frame)

    def _breathe(self, exercise: Exercise, shown: Shown) -> None:
        """Have painted anew what a breath changes."""
        from hamstring_gui.figure.breathing import AtRest

        if shown.end is not None and (self._rest is None or self._rest.target != QRectF(self.rect())):
            frame = self._frame or frame_of(exercise)
            self._rest = AtRest(QRectF(self.rect()), frame, shown.end, exercise.scene, self._mirrored, shown.lit)
            self._box = self._rest.box()
        self.update(self._box)

    def show_held(self, exercise: Exercise) -> None:
        """The position that is held, still, as large as it can be."""
        self._show_still(exercise, posed(exercise, len(exercise.steps) - 1))

    def show_at_ease(self, exercise: Exercise) -> None:
        """The first step's pose, still."""
        self._show_still(exercise, unmoved(exercise, exercise.steps[0]))

    def _show_still(self, exercise: Exercise, shown: Shown) -> None:
        frame = still_frame(shown.end, exercise.scene) if shown.end is not None else None
        self.show_figure(exercise, shown, frame=frame)

    def sizeHint(self) -> QSize:
        return QSize(240, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._exercise is None or self._shown is None:
            return
        painter = QPainter(self)
        theme, target = theme_of(self.palette()), QRectF(self.rect())
        if self._shown.picture:
            from hamstring_gui.ui.controls.pictures import paint_picture

            mirrored = self._mirrored and self._exercise.mirror_pictures
            paint_picture(painter, target.adjusted(0, AIR, 0, -AIR), self._shown.picture, theme, mirrored=mirrored)
            return
        if self._shown.end is None:
            from hamstring_gui.ui.controls.pictures import paint_without

            paint_without(painter, target, theme)
            return
        look = look_for(theme.dark, body_of(self))
        if self._rest is not None and self._rest.target == target and self._box.contains(event.rect()):
            self._paint_breath(painter, self._rest, self._shown.breath, look)
        else:
            paint_shown(painter, target, self._exercise, self._shown, look, mirrored=self._mirrored, frame=self._frame)

    def _paint_breath(self, painter: QPainter, rest: AtRest, breath: float, look: Look) -> None:
        if self._breathing is None or not self._breathing.is_of(painter, rest, look):
            from hamstring_gui.figure.breathing import Breathing

            self._breathing = Breathing(painter, rest, look)
        self._breathing.paint(painter, breath)
