"""A question inside the window: a card over the dimmed page, a sentence or two, and the answers as buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.finding import folded
from hamstring_gui.domain.values import dataclass, replace
from hamstring_gui.ui.controls.buttons import WRAP, KeyButton, Weight
from hamstring_gui.ui.controls.field import Field
from hamstring_gui.ui.controls.flow import Flow
from hamstring_gui.ui.controls.keys import PLAIN
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.controls.ticks import TickList, Ticks
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import EVEN_MARGINS, GAP, OVER_MARGINS, STRONG, Theme

translate = QCoreApplication.translate

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NUMBERS = tuple(Qt.Key(Qt.Key.Key_1 + n) for n in range(9))


@dataclass(frozen=True, slots=True)
class Answer:
    """One way out: its words, what happens, the keys that choose it and the key that is printed on it. What is done
    `for_good`, and not taken back by undo, is done by no number that was meant for something else."""

    words: str
    chosen: Callable[[], None]
    keys: tuple[Qt.Key, ...] = ()
    key_label: str = ""
    weight: Weight = "plain"
    for_good: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a value. `topic` tells it from others; with a `word`, the first answer can be given only once the
    word is typed. With `ticks`, what is ticked belongs to the first answer. `far_text` is the text in short, for where
    it is read from the mat. `away` is what Esc does where it is no answer. One that comes `by_itself`, and not because
    a hand did something just now, has no numbers: it may lie over what digits are being typed in."""

    topic: str
    title: str
    text: str
    answers: tuple[Answer, ...]
    word: str = ""
    ticks: Ticks | None = None
    far_text: str = ""
    away: Callable[[], None] | None = None
    by_itself: bool = False


def _numbered(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Each has its number as a key, too, which is printed where no other is; but for what is done for good."""
    for key, answer in zip(NUMBERS, answers, strict=False):
        numbered = replace(answer, keys=(*answer.keys, key), key_label=answer.key_label or chr(key))
        yield answer if answer.for_good else numbered


def nothing() -> None:
    """Only the question goes."""


def on_enter(words: str, chosen: Callable[[], None]) -> Answer:
    """The answer that is meant."""
    return Answer(words, chosen, ENTER, translate("questions", "Enter"), "primary")


def on_escape(words: str, chosen: Callable[[], None] = nothing, weight: Weight = "plain") -> Answer:
    """The way back."""
    return Answer(words, chosen, (Qt.Key.Key_Escape,), translate("questions", "Esc"), weight)


def asking(
    topic: str, title: str, text: str, *answers: Answer, word: str = "", far_text: str = "",
    away: Callable[[], None] | None = None, by_itself: bool = False,
) -> Asked:  # fmt: skip
    """A question, with its answers as they stand side by side."""
    return Asked(topic, title, text, answers, word, far_text=far_text, away=away, by_itself=by_itself)


class _LatinField(Field):
    """Writes the letters that are printed on the keys: a Latin word can be typed on a Greek keyboard, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not event.text().isascii():
            self.insert(chr(event.key()).lower())
        else:
            super().keyPressEvent(event)


class Question(Overlay):
    """Covers its parent until it is answered: by an answer's key, wherever the focus is, by its number, or by its
    button. An answer that has no key of its own shows its number. There are none where a word has to be typed, or
    where the question came by itself.

    `letter_px` is the size of its letters in pixels. One that is read from the mat, `far`, has none that are smaller,
    and all the room that there is.
    """

    scales = False
    prints_enter = True

    def __init__(self, asked: Asked, letter_px: float, parent: QWidget, *, far: bool = False) -> None:
        near = letter_px * 38, min(letter_px * 2, parent.width() * 0.06)  # in a narrow window less, for long answers
        width, pad = (parent.width(), letter_px * 0.3) if far else near
        super().__init__(asked.title, round(width), round(pad), parent, EVEN_MARGINS if far else OVER_MARGINS)
        self._word, self._far, self._away = asked.word, far, asked.away
        self._answers = asked.answers if asked.word or asked.by_itself else tuple(_numbered(asked.answers))
        self.setAccessibleDescription(asked.text)
        self.column.setSpacing(round(letter_px * (0.2 if far else 0.8)))
        title, text = (letter_px, asked.far_text or asked.text) if far else (letter_px * 1.4, asked.text)
        self._title = Text(asked.title, title, 700, wrap=True, name="question_title")
        self.column.addWidget(self._title)
        self._text = Text(text, letter_px, wrap=True, name="question_text")
        self.column.addWidget(self._text)
        self._makes_sense = True
        if asked.ticks is not None:
            self._add_ticks(asked.ticks, letter_px)
        self.field: Field | None = self._field(letter_px) if asked.word else None
        make = self._far_button if far else self._button
        self._buttons = [make(answer, letter_px) for answer in self._answers]
        answers = Flow(GAP, even=True)
        for button in self._buttons:
            answers.add(button)
        above = round(letter_px * (0.3 if far else 1.3))
        if self.field is not None:
            self.pin(self.field, above - GAP, answers, above=GAP)
        else:
            self.pin(answers, above=above)
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
        return field

    def appear(self) -> None:
        if self._far and self.has_too_little_room():
            self._title.hide()  # on the mat nobody scrolls
        super().appear()

    def _first_field(self) -> QWidget:
        """Where nothing is to be typed, the keys are the answers'."""
        return self.field or self

    def _on_typed(self) -> None:
        typed = self.field is None or folded(self.field.text().strip()) == folded(self._word)
        self._buttons[0].setEnabled(typed and self._makes_sense)

    def _button(self, answer: Answer, letter_px: float) -> KeyButton:
        button = KeyButton(answer.words, answer.key_label, answer.weight)
        button.set_letter_px(letter_px * 0.85)
        return self._heard(button, answer)

    def _far_button(self, answer: Answer, letter_px: float) -> KeyButton:
        room = self._covered.width() - letter_px * 0.6 - 2 * EVEN_MARGINS[0]
        return self._heard(FarButton(answer, letter_px, round(room)), answer)

    def _heard(self, button: KeyButton, answer: Answer) -> KeyButton:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._choose(answer))
        return button

    def _choose(self, answer: Answer) -> None:
        self.leave()
        answer.chosen()

    def answer(self, key: int) -> bool:
        """Give the answer that a key stands for; whether there is one."""
        for answer, button in zip(self._answers, self._buttons, strict=True):
            if key in answer.keys and button.isEnabled():
                self._choose(answer)
                return True
        if key == Qt.Key.Key_Escape and self._away is not None:
            self.leave()
            self._away()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        numbers_a_page = event.key() in NUMBERS and event.modifiers() & ~PLAIN
        if event.isAutoRepeat() or numbers_a_page or not self.answer(event.key()):
            super().keyPressEvent(event)


class FarButton(KeyButton):
    """An answer that is read from the mat: its key is as large as its words, which wrap where the room (px) ends."""

    def __init__(self, answer: Answer, letter_px: float, room: int) -> None:
        super().__init__(answer.words, answer.key_label, answer.weight)
        self._room = room
        self.set_far(True)
        self.set_letter_px(letter_px)

    def _words(self) -> QRectF:
        room = self._room - self.width_with(True) + self.words_width()
        return QFontMetricsF(self.font()).boundingRect(QRectF(0, 0, room, 100_000), WRAP, unbroken(self.text()))

    def sizeHint(self) -> QSize:
        words = self._words()
        beside = self.width_with(True) - self.words_width()
        return QSize(min(self._room, round(words.width() + beside) + 4), round(words.height() + self._em(0.3)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        beside = self.width_with(True) - self.words_width()
        cap = self._cap_width() + self._em(0.65) if self._key else 0.0
        left = (beside - cap) / 2
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(QRectF(left, 0, self.width() - beside + 2, self.height()), WRAP, unbroken(self.text()))
        if cap:
            self._paint_cap(painter, self.width() - left - self._cap_width(), ink)
