"""The safety text: shown before the first session, and one click away later."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.ui import wording
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.sheet import Sheet
from hamstring_gui.ui.theme import BLOCK, EVEN_MARGINS, GAP, LEAF_MARGINS, SMALL, SNUG, STRONG, TITLE


class SafetyPage(QWidget):
    """Three short paragraphs and "I understand"."""

    understood = Signal()
    dismissed = Signal()
    prints_enter = True

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.understand = KeyButton(self.tr("I understand"), self.tr("Enter"), "primary")
        self.understand.set_letter_px(19)
        self.understand.clicked.connect(self.understood)
        self.back = KeyButton(self.tr("Not now"), self.tr("Esc"))
        self.back.set_letter_px(17)
        self.back.clicked.connect(self.dismissed)
        self.number = Text(size=SMALL, quiet=True, name="safety_number")
        self.notes = Text(size=STRONG + 1, weight=600, wrap=True, name="safety_notes")
        self._lay_out()
        self.setAccessibleName(self.title.text())
        self.show_notes(())

    def _lay_out(self) -> None:
        card, sheet = Card(), QWidget()
        self.title = Text(self.tr("Before you stretch"), TITLE, 700, name="safety_title")
        self._told = self._paragraphs()
        column(
            self.number, self.title, *self._told, self.notes, SNUG, row(self.understand, self.back, None, gap=GAP),
            gap=BLOCK, margins=LEAF_MARGINS, inside=card,
        )  # fmt: skip
        column(None, card, None, margins=EVEN_MARGINS, inside=sheet)
        column(Sheet(sheet, 720), inside=self)

    def _paragraphs(self) -> list[Text]:
        stop = self.tr(
            "Stop when you feel numbness, tingling or sharp pain, or when symptoms come back, and contact "
            "your doctor. A stretch may pull; it must not hurt."
        )
        texts = {
            "safety_ask": self.tr("Ask your doctor before you start an exercise program."),
            "safety_stop": stop,
            "safety_key": self.tr("If it hurts during a session, press P or the full stop: the stretch ends at once."),
        }
        return [Text(text, STRONG + 1, wrap=True, name=name) for name, text in texts.items()]

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """The "ask first" notes of the exercises that are about to begin."""
        self.notes.show_text("\n".join(wording.of_file(note) for note in notes))
        self.notes.setVisible(bool(notes))
        self.setAccessibleDescription("\n".join(text.text() for text in (*self._told, self.notes) if text.text()))

    def show_number(self, number: int) -> None:
        """Which page of the introduction this is; 0 where it stands by itself."""
        self.number.show_text(wording.introduction_page(number) if number else "")
        self.number.setVisible(bool(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.understood.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)
