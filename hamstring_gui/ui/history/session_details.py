"""What an opened session shows: its holds, its note, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def hold_columns(width: int, needed: Sequence[int], gap: int) -> list[int]:
    """The columns' widths (px): their shares, where those are enough, else what they need and as much more each; where
    that is too much, none for the exercise, which then has a line of its own."""
    wide = [round(width * share) for share in SHARES]
    if all(least + gap <= column for least, column in zip(needed, wide, strict=True)):
        return wide
    fits = sum(needed) + gap * len(needed) <= width
    columns = needed if fits else needed[1:]
    more = (width - sum(columns)) // len(columns)
    return [*([] if fits else [0]), *(least + more for least in columns)]


class HoldList(Scaled, QLabel):
    """One line for each hold, in columns; where they are too narrow, below the name of its exercise. It is one label,
    so that it is read out as one text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("session_holds")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._rows: list[tuple[HoldRecord, tuple[str, ...]]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._line_height())

    def heightForWidth(self, width: int) -> int:
        lines = len(self._rows)
        if self._rows and not self._columns(width)[0]:
            names = [cells[0] for _, cells in self._rows]
            lines += sum(name != before for name, before in zip(names, ["", *names], strict=False))
        return self._line_height() * lines

    def _line_height(self) -> int:
        return self.px(SMALL * 1.75)

    def _columns(self, width: int) -> list[int]:
        metrics = QFontMetrics(letters(SMALL * self.scale, 600, tabular=True))
        columns = zip(*(cells for _, cells in self._rows), strict=True)
        return hold_columns(width, [max(map(metrics.horizontalAdvance, words)) for words in columns], SNUG)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        theme = theme_of(self.palette())
        painter = QPainter(self)
        height, before, top = self._line_height(), "", 0
        widths = self._columns(self.width())
        for hold, cells in self._rows:
            if not widths[0] and cells[0] != before:
                self._paint(painter, QRect(0, top, self.width(), height), cells[0], self.font(), theme.ink)
                top += height
            left = 0
            for place, (words, width) in enumerate(zip(cells, widths, strict=True)):
                if place or (words != before and width):
                    last = place == len(cells) - 1
                    font, colour = self._look(hold, theme) if last else (self.font(), theme.ink)
                    self._paint(painter, QRect(left, top, width - SNUG, height), words, font, colour)
                left += width
            before = cells[0]
            top += height

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
