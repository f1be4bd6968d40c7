"""A question inside the window: a card over the dimmed page, a sentence or two, and the answers as buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hamstring_gui.domain.finding import folded
from hamstring_gui.ui.theme import STRONG
from hamstring_gui.ui.widgets.buttons import KeyButton, Weight
from hamstring_gui.ui.widgets.card import Card
from hamstring_gui.ui.widgets.field import Field
from hamstring_gui.ui.widgets.labels import Text


@dataclass(frozen=True)
class Answer:
    """One way out: its words, what happens, the keys that choose it and the key that is printed on it."""

    words: str
    chosen: Callable[[], None]
    keys: tuple[Qt.Key, ...] = ()
    key_label: str = ""
    weight: Weight = "plain"


class Question(QWidget):
    """Covers its parent until it is answered: by an answer's key, wherever the focus is, or by its button.

    `letter_px` is the size of its letters in pixels: a question on the mat is read from two metres. With a `word`, the
    first answer can be given only once the word stands in the field that is there for it.
    """

    answered = Signal()

    def __init__(
        self, title: str, text: str, answers: tuple[Answer, ...], letter_px: float, parent: QWidget, word: str = ""
    ) -> None:
        super().__init__(parent)
        self._answers, self._word = answers, word
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card = Card(self)
        card.setMaximumWidth(round(letter_px * 38))
        column = QVBoxLayout(card)
        pad = round(letter_px * 2)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(round(letter_px * 0.8))
        column.addWidget(Text(title, letter_px * 1.4, 700, wrap=True, name="question_title"))
        column.addWidget(Text(text, letter_px, wrap=True, name="question_text"))
        self.field: Field | None = None
        if word:
            self.field = Field()
            self.field.set_scale(letter_px / STRONG)
            self.field.setAccessibleName(self.tr("Type {word}").format(word=word))
            self.field.setPlaceholderText(self.field.accessibleName())
            self.field.textChanged.connect(self._on_typed)
            column.addWidget(self.field)
        column.addSpacing(round(letter_px * 0.5))
        row = QHBoxLayout()
        row.setSpacing(12)
        self._buttons = [self._button(answer, letter_px) for answer in answers]
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch()
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(card, 10)
        middle.addStretch()
        outer.addLayout(middle)
        outer.addStretch()
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        (self.field or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_typed()

    def _on_typed(self) -> None:
        self._buttons[0].setEnabled(self.field is None or folded(self.field.text().strip()) == folded(self._word))

    def _button(self, answer: Answer, letter_px: float) -> KeyButton:
        button = KeyButton(answer.words, answer.key_label, answer.weight)
        button.set_letter_px(letter_px * 0.85)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._choose(answer))
        return button

    def _choose(self, answer: Answer) -> None:
        self.close_question()
        self.answered.emit()
        answer.chosen()

    def close_question(self) -> None:
        """Take the question away unanswered."""
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for answer, button in zip(self._answers, self._buttons, strict=True):
            if event.key() in answer.keys and button.isEnabled() and not event.isAutoRepeat():
                self._choose(answer)
                return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Q is the window's

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round the answers and does not leave the question."""
        step = 1 if forward else -1
        stops: list[QWidget] = [self.field] if self.field is not None else []
        stops += [button for button in self._buttons if button.isEnabled()]
        focused = next((n for n, stop in enumerate(stops) if stop.hasFocus()), -1 if forward else 0)
        stops[(focused + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: object) -> None:
        """Clicks beside the card don't reach the page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(10, 16, 18, 150))
