"""The card on which keys of a foot pedal, a clicker or a remote are given commands of a session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.announce import announce
from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import Text, set_tip
from hamstring_gui.ui.controls.layouts import column, row
from hamstring_gui.ui.controls.options import Options
from hamstring_gui.ui.controls.overlay import Overlay
from hamstring_gui.ui.controls.pressable import paint_ring
from hamstring_gui.ui.controls.pressed_keys import name_of
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.theme import BODY, BUTTON_RADIUS, GAP, HEADING, PANEL, SMALL, SNUG, theme_of

WIDTH = 620
LEAVES = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
"""Keys that can't be given to anything, so that one finds out of here."""
NOTHING = ""


class KeyPlace(Scaled, QWidget):
    """While it has the keyboard, every key that is pressed is `pressed`, but for those that leave."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pressed_key_place")
        self.setAccessibleName(self.tr("Press a key, a pedal or a clicker"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = Text(self.accessibleName(), BODY, 600, name="pressed_key", wrap=True)
        self.meaning = Text("", SMALL, quiet=True, name="pressed_key_means", wrap=True)
        self._column = column(self.words, self.meaning, gap=SNUG, margins=(GAP, GAP, GAP, GAP), inside=self)

    def say(self, words: str, meaning: str) -> None:
        self.words.show_text(words)
        self.meaning.show_text(meaning)
        announce(self, f"{words} {meaning}".strip(), assertive=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take(event):
            super().keyPressEvent(event)

    def take(self, event: QKeyEvent) -> bool:
        """Whether that was a key that can be given something; a held one is pressed once."""
        name = name_of(event)
        if event.key() in LEAVES or not name or name == "Ctrl+Q":
            return False
        if not event.isAutoRepeat():
            self.pressed.emit(name)
        return True

    def mousePressEvent(self, event: object) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def sizeHint(self) -> QSize:
        width = self.px(WIDTH) - 2 * PANEL
        return QSize(width, self._column.heightForWidth(self.width() or width))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, box = theme_of(self.palette()), QPainter(self), QRectF(self.rect())
        paint_panel(painter, box, theme.track, theme.outline, BUTTON_RADIUS)
        if self.hasFocus():
            paint_ring(painter, box, theme.focus, BUTTON_RADIUS)


class GivenKey(QWidget):
    """One line: a key, what it means, and a button that takes that away."""

    taken_away = Signal()

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self.words = Text(self.tr("{key}: {command}").format(key=key, command=words), BODY, wrap=True)
        self.button = KeyButton(self.tr("Take away"))
        self.button.setAccessibleDescription(self.words.text())
        set_tip(self.button, self.words.text())
        self.button.clicked.connect(self.taken_away)
        row((self.words, 1), self.button, gap=GAP, inside=self)


class PedalsCard(Overlay):
    """`given` carries a key's name and the command that it is given, "" for none."""

    given = Signal(str, str)

    def __init__(self, commands: Sequence[tuple[str, str]], usual: Mapping[str, str], parent: QWidget) -> None:
        """`commands` with their words, as they are offered; `usual` are the commands that keys have anyway."""
        super().__init__(self.tr("Pedals and clickers"), WIDTH, PANEL, parent)
        self._words, self._usual = dict(commands), usual
        self._given: dict[str, str] = {}
        self._key = ""
        self.column.setSpacing(GAP)
        title = Text(self.accessibleName(), HEADING, 700, name="question_title", wrap=True)
        how = self.tr("Press the pedal or the button; then choose what it does in a session.")
        self.place = KeyPlace()
        self.place.pressed.connect(self._on_pressed)
        self.setFocusProxy(self.place)
        nothing = (NOTHING, self.tr("As usual"))
        self.command = Options(self.tr("What it does in a session"), (nothing, *commands))
        self.command.setObjectName("command")
        self.command.chosen.connect(lambda command: self.given.emit(self._key, command))
        self.none_given = Text(self.tr("No key has been given a command yet."), SMALL, quiet=True, wrap=True)
        self._lines: list[GivenKey] = []
        lines = QWidget()
        self._list = column(gap=SNUG, inside=lines)
        for part in (title, Text(how, BODY, wrap=True), self.place, self.command, self.none_given, lines):
            self.column.addWidget(part)
        self.done_button = KeyButton(self.tr("Done"), self.tr("Esc"))
        self.done_button.clicked.connect(self.leave)
        self.pin(row(self.done_button, None))
        self.command.setEnabled(False)

    def show_given(self, given: Iterable[tuple[str, str]], why_not: str = "") -> None:
        """Show which keys have which commands, and why the one that was pressed couldn't be given one."""
        self._given = dict(given)
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = []
        for key, command in self._given.items():
            line = GivenKey(key, self._words.get(command, command))
            line.taken_away.connect(lambda key=key: self._on_taken_away(key))
            self._list.addWidget(line)
            self._lines.append(line)
        self.none_given.setVisible(not self._lines)
        if self._key:
            self._show_key(why_not)

    def _on_taken_away(self, key: str) -> None:
        self.place.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self.given.emit(key, NOTHING)

    def _on_pressed(self, key: str) -> None:
        self._key = key
        self.command.setEnabled(True)
        self._show_key()

    def _show_key(self, why_not: str = "") -> None:
        self.command.show_value(self._given.get(self._key, NOTHING))
        self.place.say(self.tr("Pressed: {key}").format(key=self._key), why_not or self._meaning())

    def _meaning(self) -> str:
        if command := self._given.get(self._key):
            return self.tr("You gave it: {command}").format(command=self._words.get(command, command))
        if command := self._usual.get(self._key, ""):
            return self.tr("In a session it is: {command}").format(command=self._words.get(command, command))
        return self.tr("In a session it does nothing yet.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that what has the keyboard has no use for are pressed pedals as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif not self.place.take(event):
            event.ignore()
