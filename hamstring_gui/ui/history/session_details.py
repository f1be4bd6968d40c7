"""What an opened session shows: its holds, its note, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.history import HoldRecord, SessionRecord
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.history import wording_sessions as wording
from hamstring_gui.ui.theme import BODY, GAP, HAIR, LOW_CARD_MARGINS, SMALL, SNUG, WIDE_GAP, Theme, letters, theme_of

MOST_HOLDS = 60
SHARES = (0.40, 0.14, 0.10, 0.19, 0.17)
"""Of the width, for exercise, leg, set, seconds, outcome."""


class HoldList(Scaled, QLabel):
    """One line for each hold, in columns. It is one label, so that it is read out as one text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("session_holds")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._rows: list[tuple[HoldRecord, tuple[str, ...]]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rescaled()

    def show_holds(self, holds: tuple[HoldRecord, ...], exercises: Mapping[str, Exercise]) -> None:
        cells = wording.rows_of(holds, exercises, MOST_HOLDS)
        self._rows = list(zip(holds[:MOST_HOLDS], cells, strict=True))
        self.setText("\n".join(wording.in_a_row(cells) for _, cells in self._rows))
        self.updateGeometry()
        self.update()

    def rescaled(self) -> None:
        self.setFont(letters(SMALL * self.scale, tabular=True))

    def sizeHint(self) -> QSize:
        return QSize(400, self._line_height() * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _line_height(self) -> int:
        return self.px(SMALL * 1.75)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        height, before = self._line_height(), ""
        for number, (hold, cells) in enumerate(self._rows):
            left = 0
            for place, (words, share) in enumerate(zip(cells, SHARES, strict=True)):
                width = round(self.width() * share)
                if place or words != before:
                    last = place == len(cells) - 1
                    font, colour = self._look(hold, theme) if last else (self.font(), theme.ink)
                    self._paint(painter, QRect(left, number * height, width - 8, height), words, font, colour)
                left += width
            before = cells[0]

    def _look(self, hold: HoldRecord, theme: Theme) -> tuple[QFont, QColor]:
        """Of the outcome: pain is told by word, weight and colour."""
        if hold.outcome == "stopped for pain":
            return letters(SMALL * self.scale, 600), theme.hold
        return self.font(), theme.ink if hold.outcome == "held" else theme.quiet

    @staticmethod
    def _paint(painter: QPainter, place: QRect, words: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value, cut)


class SessionDetails(QWidget):
    """`edit_requested` and `delete_requested` carry the session's id."""

    edit_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = ""
        self.holds = HoldList()
        self.more = Text(size=SMALL, quiet=True, name="more_holds")
        self.remarks = Text(size=SMALL, quiet=True, name="session_remarks", wrap=True)
        self.note = Text(size=BODY, name="session_note", wrap=True)
        self.edit_button = KeyButton(self.tr("Edit"), self.tr("F2"))
        self.edit_button.clicked.connect(lambda: self.edit_requested.emit(self._id))
        self.delete_button = KeyButton(self.tr("Delete"), self.tr("Del"))
        self.delete_button.clicked.connect(lambda: self.delete_requested.emit(self._id))
        for button in (self.edit_button, self.delete_button):
            button.set_letter_px(SMALL)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        buttons = row(self.edit_button, self.delete_button, None, gap=GAP)
        column(
            self.holds, self.more, self.remarks, self.note, HAIR, buttons,
            gap=SNUG, margins=LOW_CARD_MARGINS, inside=card,
        )  # fmt: skip
        column(card, margins=(0, 0, 0, WIDE_GAP), inside=self)

    def set_keys_shown(self, shown: bool) -> None:
        """Print the keys on the buttons, while they are for this session."""
        for button in (self.edit_button, self.delete_button):
            button.set_key_shown(shown)

    def show_session(self, session: SessionRecord, exercises: Mapping[str, Exercise], today: date) -> None:
        self._id = session.id
        self.holds.show_holds(session.holds, exercises)
        n = max(0, len(session.holds) - MOST_HOLDS)
        self.more.show_text(self.tr("and %n more", None, n) if n else "")
        self.remarks.show_text(" ".join(wording.remarks(session, today)))
        self.note.show_text(wording.plain(session.note))
        for label in (self.holds, self.more, self.remarks, self.note):
            label.setVisible(bool(label.text()))
