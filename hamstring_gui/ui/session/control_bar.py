"""The row of buttons that steer a session, each with its key; in distance view they show while the mouse moves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.moment import Moment
from hamstring_gui.ui.controls.buttons import KeyButton, Weight
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.session.commands import BY_WISH, Wish
from hamstring_gui.ui.session.layout import ROW_GAP
from hamstring_gui.ui.theme import LEAST_LETTER, theme_of

GAP = 10


class ControlBar(QWidget):
    """Back, Pause, Skip on the left; +10 s, Stop for pain, End on the right. `wished` carries a `Wish`."""

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backed = False
        self._reps_added = 0
        self._arranged: tuple[QRect, float, int, int] | None = None
        self.back = self._button("back")
        self.pause = self._button("toggle", "primary")
        self.skip = self._button("on")
        self.extend = self._button("extend")
        self.pain = self._button("stop_for_pain")
        self.end = self._button("end")

    @property
    def buttons(self) -> tuple[KeyButton, ...]:
        return (self.back, self.pause, self.skip, self.extend, self.pain, self.end)

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

    def set_veiled(self, veiled: bool, backed: bool) -> None:
        """Veiled buttons paint nothing; `backed` puts a panel behind them, where they lie over other things."""
        self._backed = backed and not veiled
        for button in self.buttons:
            button.set_veiled(veiled)
        self.update()

    def arrange(self, place: QRect, letter_px: float, primary_height: int, height: int) -> None:
        """Lay the buttons out in `place`: with their keys if there is room, then without, then in smaller letters; in
        two rows where it is high enough for them."""
        self._arranged = place, letter_px, primary_height, height
        self.setGeometry(place)
        pad = 10 if self._backed else 0
        two = place.height() >= primary_height + ROW_GAP + height
        rows = (self.buttons[:3], self.buttons[3:]) if two and not self._backed else (self.buttons,)
        room = place.width() - 2 * pad - (len(rows[0]) - 1) * GAP
        with_keys, size = True, letter_px
        while self._needed(rows, with_keys, size) > room and size > LEAST_LETTER:
            if with_keys:
                with_keys = False
            else:
                size -= 1
        top = 0
        for line in rows:
            tall = place.height() if len(rows) == 1 else primary_height if self.pause in line else height
            spare = max(0, room - self._needed((line,), with_keys, size))
            heights = {button: primary_height if button is self.pause else height for button in line}
            self._place(line, QRect(pad, top, place.width() - 2 * pad, tall), with_keys, spare, letter_px, heights)
            top += tall + ROW_GAP

    def _place(
        self, line: tuple[KeyButton, ...], place: QRect, with_keys: bool, spare: int, letter_px: float,
        heights: Mapping[KeyButton, int],
    ) -> None:  # fmt: skip
        """A row: its first three at its beginning, the others at its end; a row of three fills it."""
        left = place.left()
        at_end = sum(button.width_with(with_keys) + GAP for button in line[3:]) - GAP
        for number, button in enumerate(line):
            wider = spare // 3 if len(line) == 3 else min(spare, round(letter_px * 4)) if button is self.pause else 0
            if number == 3:
                left = max(left, place.right() + 1 - at_end)
            button.set_key_shown(with_keys)
            width, tall = button.width_with(with_keys) + wider, heights[button]
            button.setGeometry(left, place.top() + (place.height() - tall) // 2, width, tall)
            left += width + GAP

    def _needed(self, rows: tuple[tuple[KeyButton, ...], ...], with_keys: bool, size: float) -> int:
        """The width of the widest row without its gaps, in letters of a size, which the buttons have from then on."""
        for line in rows:
            for button in line:
                button.set_letter_px(size + 3 if button is self.pause else size)
        return max(sum(button.width_with(with_keys) for button in line) for line in rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._backed:
            theme = theme_of(self.palette())
            paint_panel(QPainter(self), QRectF(self.rect()), theme.paper, theme.line, 16)
