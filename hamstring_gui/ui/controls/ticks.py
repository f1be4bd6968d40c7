"""Things to choose any number of, each with a tick before its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.pressable import enter_goes_on, paint_ring, paint_touched
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import BODY, GAP, INNER_RADIUS, LEAST_CONTROL, SNUG, letters, theme_of

BOX = 24
_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
"""Of the box's side."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is to be chosen as a value: words and whether they are ticked. `changed` says what the choice comes to, and
    whether that makes sense."""

    prompt: str
    choices: tuple[tuple[str, bool], ...]
    changed: Callable[[Sequence[bool]], tuple[str, bool]]


class CheckBox(Scaled, QCheckBox):
    """Yes or no, pressed anywhere on it. Enter is Space where it is printed on no button, on every desktop."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint_box(self, painter: QPainter, box: QRectF, radius: float, fill: QColor, line: QColor) -> None:
        """The box that says whether it is on; `fill` and `line` are for while it isn't."""
        theme, on = theme_of(self.palette()), self.isChecked()
        paint_panel(painter, box, theme.button if on else fill, theme.link if on else line, radius, 1.5)
        paint_touched(painter, box, theme, radius, over=self.underMouse(), down=self.isDown())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif enter_goes_on(self):
            event.ignore()
        else:
            self.click()


class TickBox(CheckBox):
    """A tick, with its words."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setText(words.replace("&", "&&"))  # no letter of somebody's words is a key
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rescaled()

    def rescaled(self) -> None:
        self.setFont(letters(BODY * self.scale))

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self._words)
        return QSize(round(words) + self.px(BOX + 4 * SNUG), self.px(LEAST_CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = theme_of(self.palette()), self.isChecked()
        painter = QPainter(self)
        side = BOX * self.scale
        box = QRectF(SNUG, (self.height() - side) / 2, side, side)
        self.paint_box(painter, box, INNER_RADIUS, theme.card, theme.outline)
        if on:
            pen = QPen(theme.button_ink, side / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK]))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.focus, INNER_RADIUS)
        painter.setPen(theme.ink)
        painter.setFont(self.font())
        place = self.rect().adjusted(round(box.right()) + GAP, 0, -SNUG, 0)
        words = QFontMetricsF(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, (Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft).value, words)


class TickList(Flow):
    """`retold` carries what the choice comes to now, and whether that makes sense."""

    retold = Signal(str, bool)

    def __init__(self, ticks: Ticks, letter_px: float) -> None:
        super().__init__(SNUG)
        self._ticks = ticks
        self._boxes = [TickBox(words, self) for words, _ in ticks.choices]
        for box, (_, on) in zip(self._boxes, ticks.choices, strict=True):
            box.set_scale(letter_px / BODY)
            box.setChecked(on)
            box.toggled.connect(self._on_toggled)
            self.add(box)

    @property
    def ticked(self) -> list[bool]:
        return [box.isChecked() for box in self._boxes]

    def _on_toggled(self) -> None:
        self.retold.emit(*self._ticks.changed(self.ticked))
