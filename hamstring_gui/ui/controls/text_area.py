"""Several lines of text to write in; written lines are numbered where each of them is one thing."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from hamstring_gui.ui.controls.finger import Finger
from hamstring_gui.ui.controls.keys import is_left
from hamstring_gui.ui.controls.menu import open_writing_menu
from hamstring_gui.ui.controls.pressable import paint_control
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import dress
from hamstring_gui.ui.theme import BODY, SMALL, WIDE_GAP, letters, theme_of

PAD = WIDE_GAP
GUTTER = 26


class TextArea(Scaled, QWidget):
    """`edit` is what is written in; its accessible name is `name`. As high as `lines` lines, or more.

    `line_entered` carries the number, from 0, that the line with the cursor has among those that are not empty.
    """

    changed = Signal()
    line_entered = Signal(int)

    def __init__(self, name: str, lines: int, *, numbered: bool = False) -> None:
        super().__init__()
        self._lines, self._numbered = lines, numbered
        self.edit = _Edit(self)
        self.edit.setAccessibleName(name)
        self.edit.textChanged.connect(self.changed)
        self.edit.updateRequest.connect(lambda *_: self.update())
        self.edit.cursorPositionChanged.connect(self._on_cursor_moved)
        self._line = 0
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rescaled()

    @property
    def text(self) -> str:
        return self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Replace what is written, unless it is that already; the cursor goes to its beginning."""
        if text != self.text:
            self.edit.setPlainText(text)

    def rescaled(self) -> None:
        self.edit.setFont(letters(BODY * self.scale))
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._height(min(3, self._lines)))

    def _height(self, lines: int) -> int:
        return ceil(QFontMetricsF(self.edit.font()).lineSpacing()) * lines + 2 * self.px(PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        pad, gutter = self.px(PAD), self.px(GUTTER) if self._numbered else 0
        self.edit.setGeometry(self.rect().adjusted(pad + gutter - 4, pad - 4, -pad + 8, -pad + 4))

    def _on_cursor_moved(self) -> None:
        block = self.edit.textCursor().block()
        line = sum(bool(words.strip()) for words in self.text.split("\n")[: block.blockNumber()])
        if line != self._line:
            self._line = line
            self.line_entered.emit(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        paint_control(painter, QRectF(self.rect()), "plain", theme, focused=self.edit.hasFocus())
        if self._numbered:
            painter.setPen(theme.quiet)
            painter.setFont(letters(SMALL * self.scale, 600, tabular=True))
            for number, place in self.edit.numbered_lines():
                box = QRect(self.px(PAD), self.edit.y() + place.y(), self.px(18), place.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, str(number))


class _Edit(QPlainTextEdit):
    def __init__(self, area: TextArea) -> None:
        super().__init__(area)
        self._area = area
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        dress(self.verticalScrollBar(), theme_of(self.viewport().palette()))
        Finger(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            dress(self.verticalScrollBar(), theme_of(self.viewport().palette()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_left(event, self.document()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_writing_menu(self.createStandardContextMenu(), self, event)

    def numbered_lines(self) -> list[tuple[int, QRect]]:
        """The number of every written line that shows, and the box of its first row in this widget."""
        found: list[tuple[int, QRect]] = []
        number = 0
        block = self.document().firstBlock()
        first = self.firstVisibleBlock().blockNumber()
        row = QFontMetrics(self.font()).lineSpacing()
        while block.isValid():
            if block.text().strip():
                number += 1
                if block.blockNumber() >= first:
                    top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
                    if top > self.viewport().height() - row * 0.5:
                        break
                    found.append((number, QRect(0, round(top), self.width(), row)))
            block = block.next()
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._area.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._area.update()
