"""The countdown's surroundings: the ring that empties, the dots of the sets, and the strip of the whole session."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.routine import PhaseKind, Phases
from hamstring_gui.ui.theme import theme_of

STEP_PX = 2.0
"""The ring moves by so much at a time."""
QUARTER, TIP = 90 * 16, 30 * 16
"""Of a ring, in sixteenths of a degree, as Qt has them; and more than its tip takes to each side."""
RING_STROKE = 0.042
"""Over the ring's diameter."""
GAP_SHARE = 0.5
"""A gap is so much thinner than a hold: not everybody tells their colours apart."""


def thickness(kind: PhaseKind) -> float:
    """How thick a phase is painted, over the thickness of a hold."""
    return 1.0 if kind == "hold" else GAP_SHARE


class Ring(QWidget):
    """A ring (or, in distance view, a bar) that shows how much of a phase remains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 1.0
        self._kind: PhaseKind = "setup"
        self._still = False
        self._as_bar = False
        self._seen_step = -1
        self._moved = QRect()
        """Where its end was painted last, and is now, unless all of it changed."""

    def show_share(self, share: float, kind: PhaseKind, still: bool) -> None:
        """`share` 1 is a whole ring, 0 none; a `still` (paused) ring is grey. Repaints when it moved by a step."""
        steps = self._length() / STEP_PX
        step = round(share * max(1.0, steps))
        alike = (kind, still) == (self._kind, self._still)
        if alike and step == self._seen_step:
            return
        if alike and abs(step - self._seen_step) <= steps / 20:
            self._moved = self._tip(self._share).united(self._tip(share))
            self.update(self._moved)
        else:
            self._moved = QRect()
            self.update()
        self._seen_step, self._kind, self._still, self._share = step, kind, still, share

    def _tip(self, share: float) -> QRect:
        """Where the moving end of the ring or bar is painted: all that changes from one frame to the next."""
        if self._as_bar:
            return QRect(round(self.width() * share) - self.height() - 2, 0, 2 * self.height() + 4, self.height())
        side = min(self.width(), self.height())
        angle = math.radians(90 - 360 * share)
        radius, reach = side * (1 - RING_STROKE) / 2, side * RING_STROKE + 3
        x = self.width() / 2 + radius * math.cos(angle)
        y = self.height() / 2 - radius * math.sin(angle)
        return QRectF(x - reach, y - reach, 2 * reach, 2 * reach).toAlignedRect()

    def set_as_bar(self, as_bar: bool) -> None:
        self._as_bar = as_bar
        self._seen_step = -1
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 80)

    def _length(self) -> float:
        return float(self.width() if self._as_bar else 3.14 * min(self.width(), self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.quiet if self._still else theme.phase(self._kind)
        if self._as_bar:
            self._paint_bar(painter, theme.track, colour)
        else:
            self._paint_ring(painter, theme.track, colour, only_tip=self._moved.contains(event.rect()))

    def _paint_ring(self, painter: QPainter, track: QColor, colour: QColor, *, only_tip: bool) -> None:
        """All of it, or the quarters round its tip. Qt makes quarters of an arc from where that begins; so they are the
        same as in the whole ring, to the pixel."""
        side = min(self.width(), self.height())
        stroke = side * RING_STROKE
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        box.adjust(stroke / 2 + 1, stroke / 2 + 1, -stroke / 2 - 1, -stroke / 2 - 1)
        painter.setPen(QPen(track, stroke))
        left, first, last = round(4 * QUARTER * self._share), 0, 4 * QUARTER
        if only_tip and left < last - TIP:  # else it begins there, too
            first, last = (left - TIP) // QUARTER * QUARTER, left + TIP
        painter.drawArc(box, QUARTER - first, (first - last) // QUARTER * QUARTER)
        if self._share > 0:
            wide, begun = stroke * thickness(self._kind), max(0, first)
            painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(box, QUARTER - begun, begun - left)

    def _paint_bar(self, painter: QPainter, track: QColor, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(track)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._share > 0:
            painter.setBrush(colour)
            box = QRectF(0, 0, max(2 * radius, self.width() * self._share), self.height())
            thin = self.height() * (1 - thickness(self._kind)) / 2
            painter.drawRoundedRect(box.adjusted(thin, thin, -thin, -thin), radius - thin, radius - thin)


class SetDots(QWidget):
    """One dot a set: filled as far as it was held, ringed when it is this one's turn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[float, ...] = ()
        self._current = 0

    def show_sets(self, done: Sequence[float], current: int, holding: bool) -> None:
        """`done` is how much of every set was held, 0 to 1; `current` counts from 1 and is filled while `holding`."""
        shares = tuple([1.0 if holding and number == current else share for number, share in enumerate(done, start=1)])
        if (shares, current) != (self._shares, self._current):
            if len(shares) != len(self._shares):
                self.updateGeometry()
            self._shares, self._current = shares, current
            self.update()

    def width_for(self, height: int) -> int:
        """The width that the dots take in a row of this height; 0 for more dots than can be told apart."""
        return 0 if len(self._shares) > 8 else round(len(self._shares) * height * 0.94)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._shares or len(self._shares) > 8:
            return
        pitch = self.width() / len(self._shares)
        radius = min(pitch, self.height()) * 0.27
        for number, share in enumerate(self._shares, start=1):
            centre = QRectF((number - 1) * pitch, 0, pitch, self.height()).center()
            if number == self._current:
                painter.setPen(QPen(theme.halo, radius * 0.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, radius * 1.45, radius * 1.45)
            painter.setPen(Qt.PenStyle.NoPen)
            if share < 1.0:
                painter.setBrush(theme.track)
                painter.drawEllipse(centre, radius, radius)
            if share > 0:
                painter.setBrush(theme.hold)
                self._paint_share(painter, centre, radius, share)

    @staticmethod
    def _paint_share(painter: QPainter, centre: QPointF, radius: float, share: float) -> None:
        """So much of a dot, from below."""
        if share >= 1.0:
            painter.drawEllipse(centre, radius, radius)
            return
        half = math.degrees(math.acos(1 - 2 * share))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawChord(box, round(16 * (270 - half)), round(16 * 2 * half))


class ProgressStrip(QWidget):
    """The whole session as a row of bars, as long as their phases: a hold is filled as far as it was held, a gap as far
    as it is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[tuple[float, float, PhaseKind], ...] = ()

    def show_phases(self, phases: Phases, done: Sequence[float]) -> None:
        """The phases, and how much of each is done, 0 to 1."""
        bars = []
        for phase, share in zip(phases, done, strict=True):
            weight = phase.seconds if phase.seconds is not None else 6.0
            pixels = max(1.0, self.width() * weight / 200)
            bars.append((weight, min(1.0, math.ceil(share * pixels) / pixels), phase.kind))
        if tuple(bars) != self._bars:
            self._bars = tuple(bars)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total = sum(weight for weight, _, _ in self._bars)
        gap = min(5.0, self.width() / max(1, len(self._bars)) * 0.25)
        room = self.width() - gap * max(0, len(self._bars) - 1)
        left, radius = 0.0, self.height() / 2
        for weight, share, kind in self._bars:
            width = room * weight / total if total else 0.0
            thin = self.height() * (1 - thickness(kind)) / 2
            bar = QRectF(left, thin, width, self.height() - 2 * thin)
            self._paint_bar(painter, bar, radius - thin, theme.track, 1.0)
            if share:
                self._paint_bar(painter, bar, radius - thin, theme.phase(kind), share)
            left += width + gap

    @staticmethod
    def _paint_bar(painter: QPainter, bar: QRectF, radius: float, colour: QColor, share: float) -> None:
        painter.save()
        painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()))
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, min(radius, bar.width() / 2), radius)
        painter.restore()
