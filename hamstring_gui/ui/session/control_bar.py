"""The buttons that steer a session, each with its key; in distance view they show while the mouse moves."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hamstring_gui.domain.moment import Moment
from hamstring_gui.ui.controls.buttons import KeyButton, Weight
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.session.commands import BY_WISH, Wish
from hamstring_gui.ui.theme import APART, GAP, LEAST_CONTROL, LEAST_LETTER, TIGHT, text_scale, theme_of

PANEL_RADIUS = 16
PAD = APART
"""How far a panel reaches at least beyond the buttons that lie on it."""
LOW, HIGH = 2.0, 3.0
"""How high a button on it is at least and at most, over its letters."""
Rows = tuple[tuple[KeyButton, ...], ...]


class ControlBar(QWidget):
    """Back, Pause, Skip on the left; +10 s, Stop for pain, End on the right. `wished` carries a `Wish`.

    Where it is `backed`, it lies over other things: on a panel, in two or three rows, with what else there is to press.
    """

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backed = self._veiled = False
        self._gap = GAP
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
    def _on_panel(self) -> tuple[Rows, ...]:
        """The rows in which they can lie on a panel: fewer of them are lower, more have larger letters."""
        led = (self.back, self.pause, self.skip)
        return (
            ((*led, self.extend), (self.pain, self.mute, self.full_screen, self.end)),
            (led, (self.extend, self.pain, self.mute), (self.full_screen, self.end)),
        )

    def _button(self, wish: Wish, weight: Weight = "plain") -> KeyButton:
        command = BY_WISH[wish]
        button = KeyButton(command.words(), command.cap(), weight, self)
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button

    def show_moment(self, moment: Moment) -> None:
        if moment.waiting and moment.state == "running":
            self._say(self.pause, self.tr("Begin"))
        elif moment.stands:
            self._say(self.pause, self.tr("Resume"))
        else:
            self._say(self.pause, BY_WISH["toggle"].words())
        reps = moment.reps_added
        self._say(self.extend, self.tr("+%n rep(s)", None, reps) if reps else BY_WISH["extend"].words())

    def show_sound(self, words: str, *, possible: bool) -> None:
        """What pressing Mute does now, and whether it can be pressed."""
        self._say(self.mute, words)
        self.mute.setEnabled(possible)

    def _say(self, button: KeyButton, words: str) -> None:
        """Have other words on a button, and as much room for them as they need."""
        if words != button.text():
            button.set_words(words)
            if self._arranged is not None:
                self.arrange(*self._arranged)

    def set_veiled(self, veiled: bool, backed: bool) -> None:
        """Veiled buttons paint nothing; `backed` puts a panel behind them, where they lie over other things."""
        self._backed, self._veiled = backed, veiled
        for button in (*self.buttons, self.mute, self.full_screen):
            button.set_veiled(veiled)
        for button in (self.mute, self.full_screen):
            button.setVisible(backed)
        self.update()

    def arrange(self, place: QRect, letter_px: float, primary_height: int, height: int) -> None:
        """Lay the buttons out in `place`: in one or two rows, or on a panel that is `place`."""
        self._arranged = place, letter_px, primary_height, height
        self.setGeometry(place)
        if self._backed:
            self._arrange_on_panel(letter_px)
        else:
            self._arrange_in_rows(place, letter_px, primary_height, height)

    # -- in rows -----------------------------------------------------------------------------------------------------
    def _arrange_in_rows(self, place: QRect, letter_px: float, primary_height: int, height: int) -> None:
        """With their keys if there is room, then without, then in smaller letters and closer together; in two rows
        where it is high enough for them. Letters that are large because the user wants them so give way first."""
        two = place.height() >= primary_height + GAP + height
        rows = (self.buttons[:3], self.buttons[3:]) if two else (self.buttons,)
        gaps = len(rows[0]) - 1
        room, usual = place.width() - gaps * GAP, letter_px / text_scale()
        with_keys, size = True, letter_px
        while (needed := self._needed(rows, with_keys, size)) > room and size > LEAST_LETTER:
            if with_keys and size <= usual:
                with_keys = False
            else:
                size = max(size - 1, usual if with_keys else LEAST_LETTER)
        self._gap = max(TIGHT, min(GAP, (place.width() - needed) // gaps))
        top = 0
        for line in rows:
            tall = place.height() if len(rows) == 1 else primary_height if self.pause in line else height
            spare = max(0, room - self._needed((line,), with_keys, size))
            heights = {button: primary_height if button is self.pause else height for button in line}
            self._place(line, QRect(0, top, place.width(), tall), with_keys, spare, letter_px, heights)
            top += tall + GAP

    def _place(
        self, line: tuple[KeyButton, ...], place: QRect, with_keys: bool, spare: int, letter_px: float,
        heights: Mapping[KeyButton, int],
    ) -> None:  # fmt: skip
        """A row: its first three at its beginning, the others at its end; a row of three fills it."""
        left = place.left()
        at_end = sum(button.width_with(with_keys) + self._gap for button in line[3:]) - self._gap
        for number, button in enumerate(line):
            wider = spare // 3 if len(line) == 3 else min(spare, round(letter_px * 4)) if button is self.pause else 0
            if number == 3:
                left = max(left, place.right() + 1 - at_end)
            button.set_key_shown(with_keys)
            width, tall = button.width_with(with_keys) + wider, heights[button]
            button.setGeometry(left, place.top() + (place.height() - tall) // 2, width, tall)
            left += width + self._gap

    def _needed(self, rows: tuple[tuple[KeyButton, ...], ...], with_keys: bool, size: float) -> int:
        """The width of the widest row without its gaps, in letters of a size, which the buttons have from then on."""
        for line in rows:
            for button in line:
                button.set_letter_px(size + 3 if button is self.pause else size)
        return max(sum(button.width_with(with_keys) for button in line) for line in rows)

    # -- on a panel --------------------------------------------------------------------------------------------------
    def _arrange_on_panel(self, letter_px: float) -> None:
        """In the middle of it; each has room for its words and its key, in letters as large as that allows."""
        few, *more = self._on_panel
        high = [few, *(rows for rows in more if self._row_height(rows) >= LEAST_CONTROL)]
        rows, size = max(((rows, self._size(rows, letter_px)) for rows in high), key=itemgetter(1))
        width = max(self._row_width(line, size) for line in rows)
        height = max(LEAST_CONTROL, min(self._row_height(rows), round(size * HIGH)))
        top = (self.height() - len(rows) * (height + GAP) + GAP) // 2
        for number, line in enumerate(rows):
            spare = (width - self._row_width(line, size)) // len(line)
            left = (self.width() - width) // 2
            for button in line:
                button.set_key_shown(True)
                button.setGeometry(left, top + number * (height + GAP), button.width_with(True) + spare, height)
                left += button.width() + GAP

    def _size(self, rows: Rows, letter_px: float) -> float:
        """Of the letters in so many rows."""
        size = max(LEAST_LETTER, min(letter_px, self._row_height(rows) / LOW))
        while max(self._row_width(line, size) for line in rows) > self.width() - 2 * PAD and size > LEAST_LETTER:
            size -= 1
        return size

    def _row_height(self, rows: Rows) -> int:
        return (self.height() - 2 * PAD + GAP) // len(rows) - GAP

    @staticmethod
    def _row_width(line: tuple[KeyButton, ...], size: float) -> int:
        for button in line:
            button.set_letter_px(size)
        return sum(button.width_with(True) + GAP for button in line) - GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._backed and not self._veiled:
            theme = theme_of(self.palette())
            paint_panel(QPainter(self), QRectF(self.rect()), theme.paper, theme.line, PANEL_RADIUS)
