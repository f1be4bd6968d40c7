"""A question inside the window: a card over the dimmed page, a sentence or two, and the answers as buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.buttons import KeyButton, Weight
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.controls.ticks import TickList, Ticks
from hamstring_gui.ui.theme import GAP, STRONG

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Answer:
    """One way out: its words, what happens, the keys that choose it and the key that is printed on it."""

    words: str
    chosen: Callable[[], None]
    keys: tuple[Qt.Key, ...] = ()
    key_label: str = ""
    weight: Weight = "plain"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a value. `topic` tells it from others; with a `word`, the first answer can be given only once the
    word is typed. With `ticks`, what is ticked belongs to the first answer."""

    topic: str
    title: str
    text: str
    answers: tuple[Answer, ...]
    word: str = ""
    ticks: Ticks | None = None


def asking(topic: str, title: str, text: str, *answers: Answer, word: str = "") -> Asked:
    """A question, with its answers as they stand side by side."""
    return Asked(topic, title, text, answers, word)


class _LatinField(Field):
    """Writes the letters that are printed on the keys: a Latin word can be typed on a Greek keyboard, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not event.text().isascii():
            self.insert(chr(event.key()).lower())
        else:
            super().keyPressEvent(event)


class Question(Overlay):
    """Covers its parent until it is answered: by an answer's key, wherever the focus is, or by its button.

    `letter_px` is the size of its letters in pixels: a question on the mat is read from two metres.
    """

    scales = False

    def __init__(self, asked: Asked, letter_px: float, parent: QWidget) -> None:
        super().__init__(asked.title, round(letter_px * 38), round(letter_px * 2), parent)
        self._answers, self._word = asked.answers, asked.word
        self.setAccessibleDescription(asked.text)
        self.column.setSpacing(round(letter_px * 0.8))
        self.column.addWidget(Text(asked.title, letter_px * 1.4, 700, wrap=True, name="question_title"))
        self._text = Text(asked.text, letter_px, wrap=True, name="question_text")
        self.column.addWidget(self._text)
        self._makes_sense = True
        if asked.ticks is not None:
            self._add_ticks(asked.ticks, letter_px)
        self.field: Field | None = self._field(letter_px) if asked.word else None
        self.column.addSpacing(round(letter_px * 0.5))
        self._buttons = [self._button(answer, letter_px) for answer in asked.answers]
        answers = Flow(GAP)
        for button in self._buttons:
            answers.add(button)
        self.column.addWidget(answers)
        self._on_typed()

    def _add_ticks(self, ticks: Ticks, letter_px: float) -> None:
        self.column.addWidget(Text(ticks.prompt, letter_px, 600, wrap=True, name="question_ticks"))
        boxes = TickList(ticks, letter_px)
        self.column.addWidget(boxes)
        _, self._makes_sense = ticks.changed(boxes.ticked)
        boxes.retold.connect(self._on_retold)

    def _on_retold(self, text: str, makes_sense: bool) -> None:
        self._text.show_text(text)
        self.setAccessibleDescription(text)
        self._makes_sense = makes_sense
        self._on_typed()

    def _field(self, letter_px: float) -> Field:
        field = _LatinField() if self._word.isascii() else Field()
        field.set_scale(letter_px / STRONG)
        field.setAccessibleName(self.tr("Type {word}").format(word=self._word))
        field.setPlaceholderText(field.accessibleName())
        field.textChanged.connect(self._on_typed)
        self.column.addWidget(field)
        return field

    def appear(self) -> None:
        super().appear()
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        typed = self.field is None or folded(self.field.text().strip()) == folded(self._word)
        self._buttons[0].setEnabled(typed and self._makes_sense)

    def _button(self, answer: Answer, letter_px: float) -> KeyButton:
        button = KeyButton(answer.words, answer.key_label, answer.weight)
        button.set_letter_px(letter_px * 0.85)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._choose(answer))
        return button

    def _choose(self, answer: Answer) -> None:
        self.leave()
        answer.chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for answer, button in zip(self._answers, self._buttons, strict=True):
            if event.key() in answer.keys and button.isEnabled() and not event.isAutoRepeat():
                self._choose(answer)
                return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Q is the window's
