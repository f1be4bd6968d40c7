"""The illustration: an exercise's figure, or the picture its owner gave it; repainted only when something moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.demonstration import posed
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.guidance import Shown, nearest, unmoved
from hamstring_gui.domain.settings import BodyLook
from hamstring_gui.figure.look import Look, look_for
from hamstring_gui.figure.picture import NOBODY, Frame, box_in, filling, frame_of, paint_shown, still_frame
from hamstring_gui.ui.theme import Theme, theme_of

if TYPE_CHECKING:
    from hamstring_gui.figure.kept import Kept, Part

AIR = 6
"""Pixels between a photo, which fills its box, and what stands above and below."""
BREATH_STEPS = 32
"""A breath is drawn in this many steps: finer ones would move nothing by a visible amount."""
Ground = Literal["paper", "card"]
_BODY = "hamstring_body"


def set_body(window: QWidget, body: BodyLook) -> None:
    """Let every figure in a window be of this body look: those that show now, and those that are made later.

    The window has it as a property, as it has the theme in its palette: a figure reads it when it is painted.
    """
    if window.property(_BODY) != body:
        window.setProperty(_BODY, body)
        for view in (window, *window.findChildren(FigureView)):
            if isinstance(view, FigureView):
                view.forget()
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
        self._room = NOBODY
        self._ground: Ground | None = None
        self._kept: Kept | None = None
        self._part: Part | None = None
        """Of what is kept, what shows."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_ground(self, ground: Ground) -> None:
        """Say what it stands on, for one that moves: it paints that itself, and keeps what shows again and again."""
        self._ground = ground
        self.forget()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.update()

    def show_figure(self, exercise: Exercise, shown: Shown, mirrored: bool = False, frame: Frame | None = None) -> None:
        """Show an instant of an exercise, in a frame that has room for all its instants, or in one of its own."""
        if exercise is self._exercise and (mirrored, frame) == (self._mirrored, self._frame):
            self._show_next(_seen(shown))
            return
        self._exercise, self._shown, self._mirrored, self._frame = exercise, _seen(shown), mirrored, frame
        self.forget()
        self._room = frame or frame_of(exercise)
        self.update()

    def _show_next(self, shown: Shown) -> None:
        """Show another instant of what shows."""
        before, self._shown = self._shown, shown
        was, self._part = self._part, self._find(shown)
        if was is not None and self._part is not None:
            if self._part is not was:
                self.update(was.points | self._part.points)
        elif shown != before:
            if before is None or before.end is None or shown.end is None:
                self.update()
            else:
                self.update(box_in(QRectF(self.rect()), self._here()))

    def _find(self, shown: Shown) -> Part | None:
        return self._kept.find(shown) if self._kept is not None and _shows_again(shown) else None

    def forget(self) -> None:
        """Keep nothing of what was painted: it looks different from now on."""
        self._kept = self._part = None

    def show_held(self, exercise: Exercise) -> None:
        """The position that is held, still, as large as it can be."""
        self._show_still(exercise, posed(exercise, len(exercise.steps) - 1))

    def show_at_ease(self, exercise: Exercise) -> None:
        """The first step's pose, still."""
        self._show_still(exercise, unmoved(exercise, exercise.steps[0]))

    def _show_still(self, exercise: Exercise, shown: Shown) -> None:
        frame = still_frame(shown.end, exercise.scene) if shown.end is not None else None
        self.show_figure(exercise, shown, frame=frame)

    @property
    def shape(self) -> float:
        """How many times as wide as high what shows is; about so, where that is a picture."""
        return self._room.w / self._room.h

    def sizeHint(self) -> QSize:
        return QSize(240, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._kept is not None and not self._kept.lies_as(painter):
            self.forget()
        if self._kept is not None and self._part is not None and self._kept.points.contains(event.rect()):
            self._kept.put(painter, self._part)  # most pictures of a session: nothing else is looked at
            return
        theme, target = theme_of(self.palette()), QRectF(self.rect())
        if self._ground is not None:
            painter.fillRect(event.rect(), self._ground_of(theme))
        if self._exercise is None or self._shown is None:
            return
        if self._shown.picture:
            from hamstring_gui.ui.controls.pictures import paint_picture

            mirrored = self._mirrored and self._exercise.mirror_pictures
            paint_picture(painter, target.adjusted(0, AIR, 0, -AIR), self._shown.picture, theme, mirrored=mirrored)
            return
        if self._shown.end is None:
            from hamstring_gui.ui.controls.pictures import paint_without

            paint_without(painter, target, theme, self._exercise.name)
            return
        look = look_for(theme.dark, body_of(self))
        if self._ground is not None and _shows_again(self._shown):
            self._paint_kept(painter, self._exercise, self._shown, look)
        else:
            paint_shown(painter, target, self._exercise, self._shown, look, mirrored=self._mirrored, frame=self._here())

    def _paint_kept(self, painter: QPainter, exercise: Exercise, shown: Shown, look: Look) -> None:
        if self._kept is None:
            from hamstring_gui.figure.kept import Kept, Seen

            ground = self._ground_of(theme_of(self.palette()))
            seen = Seen(QRectF(self.rect()), self._here(), exercise.scene, self._mirrored, look, ground)
            self._kept = Kept(painter, seen)
        if self._part is not None:
            self._kept.put(painter, self._part)
            return
        self._kept.paint(painter, shown)
        self._part = self._kept.find(shown)

    def _ground_of(self, theme: Theme) -> QColor:
        return theme.card if self._ground == "card" else theme.paper

    def _here(self) -> Frame:
        """The part of the world that shows: an exercise's own frame is as wide as there is room for."""
        if self._frame is not None or self._exercise is None:
            return self._room
        return filling(self._room, self._exercise.scene, self.width() / max(1, self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.forget()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.forget()
        super().hideEvent(event)


def _seen(shown: Shown) -> Shown:
    """The nearest of the moments that are told apart."""
    progress = 1.0 if shown.start == shown.end else nearest(shown.progress, shown.places)
    breath = round(shown.breath * BREATH_STEPS) / BREATH_STEPS
    return Shown(
        shown.step, shown.start, shown.end, progress, round(shown.lit, 3), breath, shown.slow, shown.picture,
        shown.other_side, shown.places,
    )  # fmt: skip


def _shows_again(shown: Shown) -> bool:
    """Whether a moment comes back: of a way that is gone again and again, or of a breath."""
    return shown.places > 0 or (shown.progress >= 1.0 and shown.lit >= 1.0)
