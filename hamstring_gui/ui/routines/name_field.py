"""A name that looks like a heading until one begins to change it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from hamstring_gui.ui.controls.keys import takes_back
from hamstring_gui.ui.controls.labels import set_tip
from hamstring_gui.ui.controls.menu import open_writing_menu
from hamstring_gui.ui.controls.pressable import paint_control
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import GAP, HEADING, LEAST_CONTROL, letters, theme_of

PAD = GAP


class NameField(Scaled, QLineEdit):
    """`named` carries another name once it is typed to its end; Escape forgets it."""

    named = Signal(str)

    def __init__(self, name: str, longest: int) -> None:
        super().__init__()
        self._shown = ""
        self.setAccessibleName(name)
        set_tip(self, self.tr("Click to rename"))
        self.setMaxLength(longest)
        self.setFrame(False)
        self.setAcceptDrops(False)  # a file that falls on it is the window's
        self.setTextMargins(PAD, 0, PAD, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.editingFinished.connect(self._on_editing_finished)
        self.set_scale(1.0)

    def show_name(self, name: str) -> None:
        """Show a name; what is half typed gives way to it only when it is another one."""
        if name != self._shown:
            self._shown = name
            self.setText(name)
            self.setCursorPosition(0)

    def rescaled(self) -> None:
        self.setFont(letters(HEADING * self.scale, 700))

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + 3 * PAD, self.px(LEAST_CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.px(LEAST_CONTROL))

    def _on_editing_finished(self) -> None:
        name = self.text().strip()
        if name and name != self._shown:
            self.named.emit(name)
        elif name != self._shown:
            self.setText(self._shown)
        self.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if takes_back(event) and self.text() == self._shown:
            event.ignore()  # it is the page's
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.selectAll()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_writing_menu(self.createStandardContextMenu(), self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        here = self.hasFocus()
        painter = QPainter(self)
        paint_control(
            painter, QRectF(self.rect()), "plain" if here or self.underMouse() else "quiet", theme, focused=here
        )
        painter.end()
        super().paintEvent(event)
