"""What the History page shows while there is no history: pale weeks that are plainly made up, and what they will be."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.history.week_chart import HEIGHT
from hamstring_gui.ui.theme import BODY, HEADING, theme_of

HEIGHTS = (2, 3, 1, 3, 2, 4, 3, 3, 0, 2, 4, 3, 5, 3)
GOAL = 3


class ExampleWeeks(Scaled, QWidget):
    """Dashed outlines of bars, and the words above them."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text(
            self.tr("Your weeks will stand here"), HEADING, 700, name="no_history", wrap=True, parent=self
        )
        self.words = Text(
            self.tr("Each week becomes a bar, as high as it has active days, beside the line of your goal. "
                    "Do your first session, and it begins."),
            BODY, quiet=True, name="no_history_words", wrap=True, parent=self,
        )  # fmt: skip
        for text in (self.title, self.words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def rescaled(self) -> None:
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(600, self.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = min(self.width() - 40, self.px(480))
        across = min(self.width(), max(width, self.title.sizeHint().width()))
        title, words = self.title.heightForWidth(across), self.words.heightForWidth(width)
        left, top = (self.width() - width) // 2, 10
        self.title.setGeometry((self.width() - across) // 2, top, across, title)
        self.words.setGeometry(left, top + title + 8, width, words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch, foot = self.width() / len(HEIGHTS), self.height() - 8.0
        unit = (foot - self.words.geometry().bottom() - 14) / max(HEIGHTS)
        painter.setPen(QPen(theme.soft(theme.below), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(theme.thin(theme.below))
        for place, height in enumerate(HEIGHTS):
            if height:
                painter.drawRoundedRect(
                    QRectF(place * pitch + pitch * 0.2, foot - height * unit, pitch * 0.6, height * unit), 5, 5
                )  # fmt: skip
        painter.setPen(QPen(theme.soft(theme.hold), 2.0, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(0, foot - GOAL * unit, self.width(), foot - GOAL * unit))
