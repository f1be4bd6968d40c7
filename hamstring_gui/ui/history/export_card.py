"""The card that offers the ways in which the history can leave the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.buttons import WRAP_FROM_TOP, KeyButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import GAP, HAIR, HEADING, LEAST_CONTROL, SMALL, Theme, letters

translate = QCoreApplication.translate

WIDTH = 560
LEFT, ABOVE = 18, 11
PERIODS = (4, 12, 26, 52)
USUAL_PERIOD = 12


def weeks_of(n: int) -> str:
    return translate("sessions", "%n week(s)", None, n)


class ExportCard(Overlay):
    """`chosen` carries "json", "csv", "pdf" or "picture"; `period.value` is how many weeks the PDF is to be of."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, with_picture: bool) -> None:
        super().__init__(translate("sessions", "Export your history"), WIDTH, 26, parent)
        self.column.setSpacing(GAP)
        self.column.addWidget(Text(self.accessibleName(), HEADING, 700, name="question_title", wrap=True))
        ways = [
            ("pdf", self.tr("PDF summary"), self.tr("One or two pages to show or send, for a physiotherapist.")),
            ("csv", self.tr("Spreadsheet (CSV)"), self.tr("One row for each hold, for a table program.")),
            ("json", self.tr("Everything (JSON)"), self.tr("Complete: to keep safe, or to import elsewhere.")),
        ]
        if with_picture:
            ways.append(("picture", self.tr("Picture of the chart"), self.tr("PNG or SVG, as it shows now.")))
        self.period = Options(self.tr("Weeks in the PDF"), ((n, weeks_of(n)) for n in PERIODS))
        self.period.show_value(USUAL_PERIOD)
        for way, words, what_for in ways:
            button = WayButton(words, what_for)
            button.clicked.connect(lambda _=False, chosen=way: self._choose(chosen))
            self.column.addWidget(button)
            if way == "pdf":
                self.column.addWidget(self.period)
        self.cancel_button = KeyButton(self.tr("Cancel"), self.tr("Esc"))
        self.cancel_button.clicked.connect(self.leave)
        self.pin(row(self.cancel_button, None))

    def _choose(self, way: str) -> None:
        self.leave()
        self.chosen.emit(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class WayButton(KeyButton):
    """A choice, and in small letters below it what it is good for, in as many lines as they need."""

    def __init__(self, words: str, what_for: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._what_for = what_for
        self.setAccessibleDescription(what_for)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _places(self, width: int) -> tuple[tuple[str, QFont, QRect], ...]:
        """The two texts in their letters, and where they stand."""
        across, top, places = width - 2 * self.px(LEFT), self.px(ABOVE), []
        for text, font in ((self.text(), self.font()), (self._what_for, letters(SMALL * self.scale))):
            words = unbroken(text)
            height = QFontMetrics(font).boundingRect(QRect(0, 0, across, 10_000), WRAP_FROM_TOP, words).height()
            places.append((words, font, QRect(self.px(LEFT), top, across, height)))
            top += height + HAIR
        return tuple(places)

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1][2].bottom() + 1 + self.px(ABOVE)

    def sizeHint(self) -> QSize:
        return QSize(self.px(WIDTH), self.heightForWidth(self.px(WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(LEAST_CONTROL * 4), self.px(LEAST_CONTROL))

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        for (words, font, place), colour in zip(self._places(self.width()), (ink, theme.quiet), strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(place, WRAP_FROM_TOP, words)
