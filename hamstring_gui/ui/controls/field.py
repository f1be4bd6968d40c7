"""One line of text to write in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from hamstring_gui.ui.controls.keys import is_left
from hamstring_gui.ui.controls.menu import open_writing_menu
from hamstring_gui.ui.controls.pressable import paint_control
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.icons import paint_icon
from hamstring_gui.ui.theme import BLOCK, BODY, LEAST_CONTROL, letters, theme_of

PAD = BLOCK
LONGEST_SEARCH = 100
SEARCH_WIDTH = 260


class Field(Scaled, QLineEdit):
    """A line of text in a panel of our own, `height` px high at the usual size; an icon may stand at its beginning."""

    def __init__(self, icon: str = "", height: int = 48) -> None:
        super().__init__()
        self._icon, self._usual_height = icon, height
        self.setFrame(False)
        self.setAcceptDrops(False)  # a file that falls on it is the window's
        self.set_scale(1.0)
        self.setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def rescaled(self) -> None:
        self.setFont(letters(BODY * self.scale))
        self.setMinimumHeight(self.px(self._usual_height))
        self.setTextMargins(PAD + (self.px(20) if self._icon else 0), 0, PAD, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_left(event, self):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_writing_menu(self.createStandardContextMenu(), self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        paint_control(painter, QRectF(self.rect()), "plain", theme, focused=self.hasFocus())
        if self._icon:
            size = 18 * self.scale
            place = QRectF(14, (self.height() - size) / 2, size, size)
            paint_icon(painter, self._icon, theme.quiet, place)
        painter.end()
        super().paintEvent(event)


class SearchField(Field):
    """The field of a page that is searched by its words; whoever types on the page types here."""

    def __init__(self, name: str) -> None:
        super().__init__("search", LEAST_CONTROL)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(LONGEST_SEARCH)

    def sizeHint(self) -> QSize:
        return QSize(self.px(SEARCH_WIDTH), super().sizeHint().height())

    def width_of_name(self) -> int:
        """The px in which its name shows whole."""
        margins = self.textMargins()
        return (
            self.fontMetrics().horizontalAdvance(self.placeholderText()) + margins.left() + margins.right() + PAD // 2
        )

    def take_words(self, words: str) -> None:
        """Write what was typed elsewhere, and go on here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.insert(words)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key that was pressed on the page was for the search: Ctrl+F, or the beginning of a word."""
        text, modifiers = event.text(), event.modifiers()
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.take_words("")
        elif text.isprintable() and text.strip() and not modifiers & commands:
            self.take_words(text)
        else:
            return False
        return True
