"""What a routine is for, in a sentence: as high as it is long, and told once it is typed to its end."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.domain.routine import LONGEST_ABOUT
from hamstring_gui.ui.controls.keys import takes_back
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column
from hamstring_gui.ui.controls.text_area import TextArea
from hamstring_gui.ui.theme import HAIR, LEAST_LETTER, SMALL, TIGHT

MOST_LINES = 5


class AboutField(QWidget):
    """`told` carries another sentence once the keyboard leaves it, or Enter is pressed; Escape forgets it.

    What is longer than a sentence may be is said while it is written, and left out.
    """

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.area = _Area(self.tr("What it is for"))
        self.area.edit.setPlaceholderText(self.tr("What it is for, in a sentence"))
        self.area.edit.installEventFilter(self)
        self.area.changed.connect(self._on_changed)
        self.limit = Text(size=LEAST_LETTER, weight=600, name="about_limit", wrap=True)
        self.limit.hide()
        label = Text(self.area.edit.accessibleName(), SMALL, quiet=True, name="about_label")
        column(label, self.area, self.limit, gap=TIGHT, inside=self)

    def show_about(self, about: str) -> None:
        """Show a sentence; what is half typed gives way to it only when it is another one."""
        if about != self._shown:
            self._shown = about
            self.area.show_text(about)

    def _on_changed(self) -> None:
        too_long = len(self._written) > LONGEST_ABOUT
        words = self.tr("This is too long: its first %n letters are kept.", None, LONGEST_ABOUT)
        self.limit.show_text(words if too_long else "")
        self.limit.setVisible(too_long)

    @property
    def _written(self) -> str:
        return " ".join(self.area.text.split())

    def _tell(self) -> None:
        about = self._written[:LONGEST_ABOUT].strip()
        if about != self._shown:
            self._shown = about
            self.told.emit(about)
        self.area.show_text(about)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._tell()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            return True
        if event.key() == Qt.Key.Key_Escape and self.area.text != self._shown:
            self.area.show_text(self._shown)
            return True
        if takes_back(event) and self.area.text == self._shown:
            event.ignore()  # it is the page's
            return True
        return super().eventFilter(watched, event)


class _Area(TextArea):
    def __init__(self, name: str) -> None:
        super().__init__(name, 1)
        self.setFocusProxy(cast(QWidget, None))  # Tab would come by it a second time, from wherever it was made
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        lines = round(self.edit.document().size().height())
        return QSize(240, self._height(min(MOST_LINES, max(1, lines))) + HAIR)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
