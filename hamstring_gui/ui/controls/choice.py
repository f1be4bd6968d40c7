"""One of a few words, chosen from a list that opens below it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.labels import harmless
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import BODY, LEAST_CONTROL, WIDE_GAP, Theme, letters

if TYPE_CHECKING:
    from hamstring_gui.ui.controls.menu import Menu

PAD, ARROW = WIDE_GAP, 26


class Choice(Pressable):
    """`chosen` carries the value that a person chose; `show_value` emits nothing.

    Words that are too long for its width take two lines. It is a button and not a combo box: of that, Qt tells a screen
    reader on Linux the chosen words instead of the name. Its description are the chosen words.
    """

    chosen = Signal(object)
    letter_px = BODY - 1
    changes_value = True

    def __init__(self, name: str, options: Iterable[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._options: tuple[tuple[object, str], ...] = ()
        self._index = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)
        self.set_options(options)

    def set_options(self, options: Iterable[tuple[object, str]]) -> None:
        """What there is to choose from: (value, words). The first one shows until `show_value` says otherwise."""
        self._options = tuple(options)
        self._show(0 if self._options else -1)

    @property
    def value(self) -> object:
        """What is chosen; `None` where what was to be shown is none of the options."""
        return self._options[self._index][0] if self._index >= 0 else None

    @property
    def words(self) -> str:
        return self._options[self._index][1] if self._index >= 0 else ""

    def show_value(self, value: object) -> None:
        """Show one of the values without having it reported."""
        values = [known for known, _ in self._options]
        self._show(values.index(value) if value in values else -1)

    def _show(self, index: int) -> None:
        self._index = index
        self.setAccessibleDescription(self.words)
        self.updateGeometry()
        self.update()

    def _choose(self, index: int) -> None:
        if index != self._index:
            self._show(index)
            self.chosen.emit(self.value)

    # -- hands -------------------------------------------------------------------------------------------------------
    @cached_property
    def list(self) -> Menu:
        """What opens below it. Most are never opened."""
        from hamstring_gui.ui.controls.menu import Menu

        return Menu(self, kept=True)

    def open(self) -> None:
        """Open the list, on what is chosen."""
        from hamstring_gui.ui.controls.menu import dress_menu

        self._fill()
        dress_menu(self.list, self, self.scale)
        self.list.setMinimumWidth(self.width())
        if self._index >= 0:
            self.list.setActiveAction(self.list.actions()[self._index])
        self.list.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _fill(self) -> None:
        from PySide6.QtGui import QAction, QActionGroup

        for old in self.list.findChildren(QActionGroup):
            old.deleteLater()
        self.list.clear()
        group = QActionGroup(self.list)
        for number, (_, words) in enumerate(self._options):
            action = QAction(harmless(words).replace("&", "&&").replace("\t", " "), group)
            action.setCheckable(True)
            action.setChecked(number == self._index)
            action.triggered.connect(lambda _=False, n=number: self._choose(n))
            self.list.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the one before or after, Alt and an arrow opens the list, a letter what begins with it."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        letter = event.text().casefold()
        if event.key() == Qt.Key.Key_F4 or (way and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.open()
        elif way is not None:
            self._choose(max(0, min(len(self._options) - 1, self._index + way)))
        elif letter.isalnum():
            turn = [(self._index + step) % len(self._options) for step in range(1, len(self._options) + 1)]
            found = [number for number in turn if self._options[number][1].casefold().startswith(letter)]
            self._choose(found[0] if found else self._index)
        else:
            super().keyPressEvent(event)

    # -- the picture -------------------------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        """Room for the longest words on one line."""
        return QSize(self._width_for(lines=1), self.px(LEAST_CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest words on two lines."""
        return QSize(self._width_for(lines=2), self.px(LEAST_CONTROL))

    def _width_for(self, lines: int) -> int:
        metrics = QFontMetrics(self.font() if lines == 1 else self._small())
        texts = [words for _, words in self._options] or [""]
        pieces = texts if lines == 1 else [line for text in texts for line in _in_two(metrics, text)]
        return max(map(metrics.horizontalAdvance, pieces)) + self.px(PAD + ARROW) + 4

    def _small(self) -> QFont:
        """The letters of two lines."""
        return letters((BODY - 2) * self.scale, 600)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        arrow, pad = self.px(ARROW), self.px(PAD)
        painter.setPen(ink)
        self._paint_words(painter, QRect(pad, 1, self.width() - pad - arrow, self.height() - 2))
        size = 4.0 * self.scale
        middle = QPointF(self.width() - arrow / 2 - 2, self.height() / 2 - size / 4)
        painter.setPen(QPen(ink, 1.6 * self.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip = [QPointF(-size, -size / 2), QPointF(0, size / 2), QPointF(size, -size / 2)]
        painter.drawPolyline(QPolygonF([middle + point for point in tip]))

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        """On one line if they fit, otherwise on two, and cut short if they don't fit there either."""
        lines: tuple[str, ...] = (self.words,)
        font = self.font()
        if QFontMetrics(font).horizontalAdvance(lines[0]) > place.width():
            font = self._small()
            lines = _in_two(QFontMetrics(font), lines[0])
        metrics = QFontMetrics(font)
        fitted = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, place.width()) for line in lines]
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value, "\n".join(fitted))


def _in_two(metrics: QFontMetrics, text: str) -> tuple[str, ...]:
    """The text in the two lines that need the least width; in one where it is a single word."""
    words = unbroken(text).split(" ")
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min(splits, key=lambda two: max(map(metrics.horizontalAdvance, two)), default=(text,))
