"""One of a few words, chosen from a list that opens below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hamstring_gui.ui.theme import BODY, LEAST_CONTROL, letters, mixed, theme_of
from hamstring_gui.ui.widgets.card import paint_panel

PAD, ARROW = 14, 26
WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value

_LIST = """
QComboBox QAbstractItemView {{ background: {card}; border: 1px solid {line}; outline: 0; padding: 4px; }}
"""


class Choice(QComboBox):
    """`chosen` carries the value that a person chose; `show_value` emits nothing.

    Words that are too long for its width take two lines.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Iterable[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setItemDelegate(_Row(self))
        self.view().setFrameShape(QFrame.Shape.NoFrame)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)
        self.currentIndexChanged.connect(self._on_index_changed)
        self.set_options(options)
        self.set_scale(1.0)
        self._style_list()

    def set_options(self, options: Iterable[tuple[object, str]]) -> None:
        """What there is to choose from: (value, words). The first one shows until `show_value` says otherwise."""
        self._showing = True
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self._showing = False
        self.updateGeometry()

    @property
    def value(self) -> object:
        return self.currentData()

    def show_value(self, value: object) -> None:
        """Show one of the values without having it reported."""
        values = [self.itemData(index) for index in range(self.count())]
        self._showing = True
        self.setCurrentIndex(values.index(value) if value in values else -1)
        self._showing = False

    def _on_index_changed(self, index: int) -> None:
        self.updateGeometry()
        self.update()
        if index >= 0 and not self._showing:
            self.chosen.emit(self.itemData(index))

    # -- hands -------------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: nothing is chosen in passing."""
        event.ignore()

    def showPopup(self) -> None:
        """The list is as wide as its longest words."""
        words = max(
            (QFontMetrics(self.font()).horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0
        )
        self.view().setMinimumWidth(max(self.width(), words + 2 * PAD + 24))
        super().showPopup()

    # -- the picture -------------------------------------------------------------------------------------------------
    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters((BODY - 1) * scale, 600))
        self.view().setFont(self.font())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the longest words on one line."""
        return QSize(self._width_for(lines=1), round(LEAST_CONTROL * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest words on two lines."""
        return QSize(self._width_for(lines=2), round(LEAST_CONTROL * self._scale))

    def _width_for(self, lines: int) -> int:
        metrics = QFontMetrics(self.font())
        texts = [self.itemText(index) for index in range(self.count())] or [""]
        widest = max(min(_split_width(metrics, text), metrics.horizontalAdvance(text)) if lines > 1
                     else metrics.horizontalAdvance(text) for text in texts)  # fmt: skip
        return widest + round((PAD + ARROW) * self._scale) + 4

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._style_list()

    def _style_list(self) -> None:
        theme = theme_of(self.palette())
        line = mixed(theme.line, theme.ink, 0.12).name()
        self.view().setStyleSheet(_LIST.format(card=theme.card.name(), line=line).replace("QComboBox ", ""))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        fill = mixed(theme.card, theme.ink, 0.05) if self.underMouse() and self.isEnabled() else theme.card
        line = theme.action if self.hasFocus() else mixed(theme.line, theme.ink, 0.12)
        paint_panel(painter, QRectF(self.rect()), fill, line, 10, 2.0 if self.hasFocus() else 1.0)
        arrow = round(ARROW * self._scale)
        pad = round(PAD * self._scale)
        place = QRect(pad, 1, self.width() - pad - arrow, self.height() - 2)
        font = self.font()
        if QFontMetrics(font).horizontalAdvance(self.currentText()) > place.width():
            font.setPixelSize(max(13, font.pixelSize() - 1))
        painter.setFont(font)
        painter.setPen(theme.ink if self.isEnabled() else mixed(theme.card, theme.ink, 0.5))
        painter.drawText(place, WRAP, self.currentText())
        size = 4.0 * self._scale
        middle = QPointF(self.width() - arrow / 2 - 2, self.height() / 2 - size / 4)
        painter.setPen(QPen(theme.ink, 1.6 * self._scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([middle + QPointF(-size, -size / 2), middle + QPointF(0, size / 2),
                                        middle + QPointF(size, -size / 2)]))  # fmt: skip


def _split_width(metrics: QFontMetrics, text: str) -> int:
    """The narrowest width in which the text takes no more than two lines."""
    words = text.split()
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min((max(map(metrics.horizontalAdvance, two)) for two in splits), default=metrics.horizontalAdvance(text))


class _Row(QStyledItemDelegate):
    """One line of the list: the words, on a lozenge where the pointer or the keyboard is."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice)
        self._choice = choice

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * PAD, round(LEAST_CONTROL * self._choice._scale))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = theme_of(self._choice.palette())
        rect: QRect = option.rect
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, theme.card)
        clear = QColor(0, 0, 0, 0)
        paint_panel(painter, rect.toRectF().adjusted(2, 1, -2, -1), theme.chip if lit else clear, clear, 8)
        painter.setPen(theme.chip_ink if lit else theme.ink)
        painter.setFont(self._choice.font())
        words = rect.adjusted(PAD, 0, -PAD, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter.value, index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.restore()
