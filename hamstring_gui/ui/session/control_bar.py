"""The buttons that steer a session, each with its key; in distance view they show while the mouse moves."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.moment import Moment
from hamstring_gui.ui.controls.buttons import KeyButton, Weight
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.session.commands import BY_WISH, Wish
from hamstring_gui.ui.theme import GAP, LEAST_CONTROL, LEAST_LETTER, theme_of

PANEL_RADIUS = 16
PAD = 16
"""How far a panel reaches at least beyond the buttons that lie on it."""


class ControlBar(QWidget):
    """Back, Pause, Skip on the left; +10 s, Stop for pain, End on the right. `wished` carries a `Wish`.

    Where it is `backed`, it lies over other things: on a panel, in two rows, with what else there is to press.
    """

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backed = self._veiled = False
        self._reps_added = 0
        self._arranged: tuple[QRect, float, int, int] | None = None
        self.back = self._button("back")
        self.pause = self._button("toggle", "primary")
        self.skip = self._button("on")
        self.extend = self._button("extend")
        self.pain = self._button("stop_for_pain")
        self.end = self._button("end")
        self.mute = self._button("mute")
        self.full_screen = self._button("full_screen")
        self.full_screen.set_words(self.tr("Leave full screen"))
        self.set_veiled(False, backed=False)

    @property
    def buttons(self) -> tuple[KeyButton, ...]:
        """Those that are always there."""
        return (self.back, self.pause, self.skip, self.extend, self.pain, self.end)

    @property
    def _rows(self) -> tuple[tuple[KeyButton, ...], ...]:
        """Where they lie on a panel."""
        upper = (self.back, self.pause, self.skip, self.extend)
        return upper, (self.pain, self.mute, self.full_screen, self.end)

    def _button(self, wish: Wish, weight: Weight = "plain") -> KeyButton:
        command = BY_WISH[wish]
        button = KeyButton(command.words(), command.cap(), weight, self)
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button

    def show_moment(self, moment: Moment) -> None:
        if moment.waiting and moment.state == "running":
            self.pause.set_words(self.tr("Begin"))
        elif moment.state in ("paused", "slept", "pain"):
            self.pause.set_words(self.tr("Resume"))
        else:
            self.pause.set_words(BY_WISH["toggle"].words())
        self._show_extend(moment.reps_added)

    def _show_extend(self, reps: int) -> None:
        """What the button adds; it stays within reach where nothing can be added, and then says why."""
        if reps == self._reps_added:
            return
        self._reps_added = reps
        self.extend.set_words(self.tr("+%n rep(s)", None, reps) if reps else BY_WISH["extend"].words())
        if self._arranged is not None:
            self.arrange(*self._arranged)

    def show_sound(self, words: str, *, possible: bool) -> None:
        """What pressing Mute does now, and whether it can be pressed."""
        self.mute.set_words(words)
        self.mute.setEnabled(possible)

    def set_veiled(self, veiled: bool, backed: bool) -> None:
        """Veiled buttons paint nothing; `backed` puts a panel behind them, where they lie over other things."""
        self._backed, self._veiled = backed, veiled
        for button in (*self.buttons, self.mute, self.full_screen):
            button.set_veiled(veiled)
        for button in (self.mute, self.full_screen):
            button.setVisible(backed)
        self.update()

    def arrange(self, place: QRect, letter_px: float, primary_height: int, height: int) -> None:
        """Lay the buttons out in `place`: in a row, or on a panel that lies in it."""
        self._arranged = place, letter_px, primary_height, height
        self.setGeometry(place)
        if self._backed:
            self._arrange_on_panel(letter_px)
        else:
            self._arrange_in_row(letter_px, primary_height, height)

    # -- in a row ----------------------------------------------------------------------------------------------------
    def _arrange_in_row(self, letter_px: float, primary_height: int, height: int) -> None:
        """With their keys if there is room, then without, then in smaller letters."""
        room = self.width() - 5 * GAP
        with_keys, size = True, letter_px
        while self._needed(with_keys, size) > room and size > LEAST_LETTER:
            if with_keys:
                with_keys = False
            else:
                size -= 1
        spare = max(0, room - self._needed(with_keys, size))
        left = 0
        for button in self.buttons:
            tall = primary_height if button is self.pause else height
            width = button.width_with(with_keys) + (min(spare, round(letter_px * 4)) if button is self.pause else 0)
            if button is self.extend:
                left = max(left, self.width() - self._right_width(with_keys))
            button.set_key_shown(with_keys)
            button.setGeometry(left, (self.height() - tall) // 2, width, tall)
            left += width + GAP

    def _needed(self, with_keys: bool, size: float) -> int:
        total = 0
        for button in self.buttons:
            button.set_letter_px(size + 3 if button is self.pause else size)
            total += button.width_with(with_keys)
        return total

    def _right_width(self, with_keys: bool) -> int:
        return sum(button.width_with(with_keys) for button in (self.extend, self.pain, self.end)) + 2 * GAP

    # -- on a panel --------------------------------------------------------------------------------------------------
    def _arrange_on_panel(self, letter_px: float) -> None:
        """In the middle of it; each has room for its words and its key, in smaller letters if need be."""
        room = self.width() - 2 * PAD - 3 * GAP
        size = letter_px
        while (wide := max(self._row_width(line, size) for line in self._rows)) > room and size > LEAST_LETTER:
            size -= 1
        height = max(LEAST_CONTROL, min((self.height() - 2 * PAD - GAP) // 2, round(size * 3)))
        width = min(room, wide)
        top = (self.height() - 2 * height - GAP) // 2
        for number, line in enumerate(self._rows):
            spare = (width - self._row_width(line, size)) // len(line)
            left = (self.width() - width - 3 * GAP) // 2
            for button in line:
                button.set_key_shown(True)
                button.setGeometry(left, top + number * (height + GAP), button.width_with(True) + spare, height)
                left += button.width() + GAP

    @staticmethod
    def _row_width(line: tuple[KeyButton, ...], size: float) -> int:
        for button in line:
            button.set_letter_px(size)
        return sum(button.width_with(True) for button in line)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._backed and not self._veiled:
            theme = theme_of(self.palette())
            paint_panel(QPainter(self), QRectF(self.rect()), theme.paper, theme.line, PANEL_RADIUS)
