"""A name that looks like a heading until one begins to change it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.stepper import takes_back
from hamstring_gui.ui.theme import HEADING, LEAST_CONTROL, letters, mixed, theme_of

PAD = 10


class NameField(QLineEdit):
    """`named` carries another name once it is typed to its end; Escape forgets it."""

    named = Signal(str)

    def __init__(self, name: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Click to rename"))
        self.setMaxLength(longest)
        self.setFrame(False)
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

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters(HEADING * scale, 700))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + 3 * PAD, round(LEAST_CONTROL * self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, round(LEAST_CONTROL * self._scale))

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

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        clear = QColor(0, 0, 0, 0)
        over, here = self.underMouse(), self.hasFocus()
        line = theme.action if here else mixed(theme.line, theme.ink, 0.12) if over else clear
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()), theme.card if here or over else clear, line, 10, 2.0 if here else 1.0)
        painter.end()
        super().paintEvent(event)
