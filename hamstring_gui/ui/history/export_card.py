"""The card that offers the ways in which the history can leave the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.theme import BODY, GAP, HEADING, SMALL, TIGHT, Theme, letters

translate = QCoreApplication.translate

WIDTH = 560
LEFT = 18
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
        self.column.addSpacing(TIGHT)
        self.column.addLayout(row(self.cancel_button, None))

    def _choose(self, way: str) -> None:
        self.leave()
        self.chosen.emit(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Q is the window's


class WayButton(KeyButton):
    """A choice, and in small letters below it what it is good for."""

    def __init__(self, words: str, what_for: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._what_for = what_for
        self.setAccessibleDescription(what_for)
        self.setFixedHeight(66)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        place = self.rect().adjusted(LEFT, 11, -LEFT, -11)
        for words, font, colour, where in (
            (self.text(), letters(BODY, 600), ink, Qt.AlignmentFlag.AlignTop),
            (self._what_for, letters(SMALL), theme.quiet, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, where.value, cut)
