"""A line at the edge of the window that says what went wrong, or was done and can be undone, until it is put away."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hamstring_gui.ui.controls.buttons import WRAP, KeyButton
from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import Text
from hamstring_gui.ui.controls.layouts import row
from hamstring_gui.ui.controls.pressable import Pressable
from hamstring_gui.ui.controls.sheet import STEP, usual_scale, wanted_scale
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import (
    BODY,
    BUTTON_RADIUS,
    FAR_LEAST,
    GAP,
    NOTICE_MARGINS,
    far_px,
    theme_of,
)

STAYS_MS = 15_000
FAR_LINES = 3
"""Of a notice over what is read from the mat: there is room for them below the picture."""
SMALLER = 0.94
MOST_LINES, LONGEST_LINE = 8, 600
"""Of a notice, in lines and characters: a folder may hold thousands of files that can't be read. The log has all."""
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
LEAST_WORDS = 220
"""Px that the words have beside the buttons."""
MOST_OF_WINDOW = 0.4
"""Of the window's height, before its letters are smaller: then there is room for it above or below any button."""


class Lasts(Enum):
    """How long a notice may stay that nobody puts away."""

    PAGE, UNTIL_SESSION, ALWAYS = range(3)


class _Ears(QObject):
    """Hear of moves of what these are put on, and where the keyboard goes; gone, they are off all of it."""

    moved = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self.moved.emit()
        return False


class Notice(QWidget):
    """Hidden while there is nothing to say. `gone` says that what was said is said no longer, `placed` that it has
    another place, or none."""

    undo_requested = Signal()
    gone, placed = Signal(), Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._above, self._lets_undo = False, True
        self._given_room = False
        self._beside: QWidget | None = None
        self._fresh, self._lasts = False, Lasts.PAGE
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_over)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.place)
        self._ears: _Ears | None = None
        self._laid_in: tuple[int, ...] | None = None
        self._pointer = QPoint()
        self.text = _Words(size=BODY, name="notice", wrap=True)
        self.undo = KeyButton(self.tr("Undo"), self.tr("Ctrl+Z"))
        self.undo.clicked.connect(self.undo_requested)
        self.close_button = KeyButton(self.tr("Close notice"))
        self.close_button.clicked.connect(self.hide)
        buttons = row(self.undo, self.close_button, gap=GAP)
        self._row = row((self.text, 1), buttons, gap=GAP, margins=NOTICE_MARGINS, inside=self)
        self._row.setAlignment(buttons, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_notice(self, sentence: str, undo: bool = False, passing: bool = False) -> None:
        """Say something; with `undo`, the button that takes the newest deed back stands beside it.

        What is `passing` goes away by itself after a while; what is wrong stays as long as the page.
        """
        self._fresh, self._lasts = not passing, Lasts.PAGE
        QTimer.singleShot(0, self, self._let_pass)  # what is wrong with a page is found just before it shows
        self._timer.start(STAYS_MS) if passing else self._timer.stop()
        self.undo.setVisible(undo and self._lets_undo)
        self.text.show_text(_in_short(sentence))
        self.place()
        self.show()
        self.raise_()
        if self._window.isVisible():
            from hamstring_gui.ui.controls.announce import announce  # which the first picture can do without

            announce(self, self.text.text())

    def show_too(self, sentence: str) -> None:
        """Say this below what stands there, unless that would have passed."""
        if self.isHidden() or self._timer.isActive():
            self.show_notice(sentence)
            return
        said, lasts = self.text.text(), self._lasts
        more = "" if sentence in said.split("\n") else f"\n{sentence}"
        self.show_notice(said + more, undo=not self.undo.isHidden())
        self.last(lasts)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ears = self._laid_in = None
        if not event.spontaneous():
            self.placed.emit()
            self.gone.emit()

    @property
    def far(self) -> bool:
        """Whether the page beneath it is read from the mat, and so is this: in few lines, below time, leg and phase,
        which are to be seen, too; its buttons are for who is near."""
        return bool(getattr(self._window, "far", False))

    @property
    def room(self) -> int:
        """How much of the upper edge it takes from a page that makes room for it, in px."""
        return self.height() if self._given_room and not self.isHidden() else 0

    def _on_time_over(self) -> None:
        """Not while somebody is about to press one of its buttons."""
        if self.underMouse() or self.undo.hasFocus() or self.close_button.hasFocus():
            self._timer.start(STAYS_MS)
        else:
            self.hide()

    def _let_pass(self) -> None:
        self._fresh = False

    def last(self, how_long: Lasts) -> None:
        """Have what was said last outlast its page."""
        self._lasts = how_long

    def pass_by(self, session: bool) -> None:
        """Another page shows, or a session: what was said on the one before goes."""
        stays = (Lasts.ALWAYS,) if session else (Lasts.ALWAYS, Lasts.UNTIL_SESSION)
        if not self._fresh and self._lasts not in stays:
            self.hide()

    def let_undo(self, wanted: bool) -> None:
        """Whether the page that shows lets anything be taken back."""
        self._lets_undo = wanted
        if not wanted:
            self.withdraw_undo()

    @property
    def offers_undo(self) -> bool:
        return self.isVisible() and not self.undo.isHidden()

    def withdraw_undo(self) -> None:
        """Something else was done since: that is what will be undone first."""
        self.undo.hide()

    def place(self) -> None:
        """Over the page, which keeps its size: along the window's lower edge or the upper one, where it hides no main
        control. In the pages' letters, or smaller ones where it would be too high."""
        left = self._beside.minimumWidth() if self._beside is not None else 0  # it may be about to become that
        room = self._window.size()
        width, scale = room.width() - left, wanted_scale(room.width(), room.height())
        height, usual = self._lay_out(width, scale), usual_scale(room.width(), room.height())
        while scale > usual and height > MOST_OF_WINDOW * room.height():
            scale = max(usual, scale - STEP)
            height = self._lay_out(width, scale)
        self.setGeometry(left, self._top(left, width, height), width, height)
        self.placed.emit()

    def _lay_out(self, width: int, scale: float) -> int:
        """Be so large, with the buttons below the words where they have no room beside them; gives the height."""
        for part in (self.text, self.undo, self.close_button):
            part.set_scale(scale)
        buttons = sum(part.sizeHint().width() for part in (self.undo, self.close_button) if not part.isHidden())
        self._fit_from_afar(scale, width - buttons - sum(NOTICE_MARGINS[::2]) - 2 * GAP)
        below = not self.far and width < 2 * buttons + self.text.px(LEAST_WORDS)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._row.invalidate()
        return max(self.close_button.sizeHint().height() + 24, self.heightForWidth(width))

    def _fit_from_afar(self, near: float, width: int) -> None:
        """Have the words in letters for two metres; smaller where they are too many for so few lines."""
        scale = far_px(FAR_LEAST, self._window.size()) / BODY if self.far else near
        self.text.set_scale(scale)
        self.text.most = FAR_LINES * self.text.fontMetrics().lineSpacing() if self.far else 0
        while self.far and scale > near and self.text.needed(width) > self.text.most:
            scale = max(near, scale * SMALLER)
            self.text.set_scale(scale)

    def _top(self, left: int, width: int, height: int) -> int:
        """Where it lies, as long as nothing has another size, and that is free or the pointer was moved onto it: one
        that rests where it came to lie wants nothing of it."""
        if self._given_room or not self.isVisible():
            return 0
        if self.far:
            return self._window.height() - height
        before, self._laid_in = self._laid_in, (left, width, height, self._window.height(), self._above)
        stays, pointer = before == self._laid_in, QCursor.pos()
        free = self._free_top(QRect(left, self.y(), width, height), stays)
        if stays and (free == self.y() or (self.underMouse() and pointer != self._pointer)):
            return self.y()
        self._pointer = pointer
        return free

    def _free_top(self, now: QRect, stays: bool) -> int:
        """Where it hides neither a main button nor what has the keyboard; or at least no main button."""
        ears = self._ears = _Ears()
        ears.moved.connect(self._look_soon)
        if (handle := self._window.windowHandle()) is not None:
            handle.focusObjectChanged.connect(ears.moved)
        mains = [one for one in self._window.findChildren(Pressable) if one.look == "primary"]
        held = self._window.focusWidget()
        main = [place for one in mains if (place := self._seen(one, ears)).isValid()]
        other = [] if held is None or self.isAncestorOf(held) else [self._seen(held, ears)]
        height, lowest = now.height(), self._window.height() - now.height()
        edges = (0, lowest) if self._above else (lowest, 0)
        sides = [top for place in (*main, *other) for top in (place.top() - height, place.bottom() + 1)]
        tops = (*([now.top()] if stays else []), *edges, *(top for top in sides if 0 <= top <= lowest))
        for kept in ([*main, *other], main):
            for top in tops:
                if not any(now.translated(0, top - now.top()).intersects(place) for place in kept):
                    return top
        return edges[0]

    def _seen(self, control: QWidget, ears: _Ears) -> QRect:
        """The part of the window in which a control shows, if it can be used. `ears` hear of it when that changes."""
        around: QWidget | None = control
        while around is not None and around is not self._window:
            around.installEventFilter(ears)
            around = around.parentWidget()
        if not control.isVisible() or not control.isEnabled():
            return QRect()
        seen = control.visibleRegion().boundingRect()
        return seen.translated(control.mapTo(self._window, QPoint()))

    def _look_soon(self) -> None:
        if self.isVisible():
            self._soon.start(0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._look_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    def set_place(self, above: bool, beside: QWidget | None, *, given_room: bool = False) -> None:
        """At the upper or the lower edge, all across or beside the side bar; at the upper one a page may give it room
        to lie above the page."""
        self._above, self._beside, self._given_room = above, beside, above and given_room
        self.place()
        self._soon.start(0)  # the page comes only now

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self.place)  # the side bar takes its new width first

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        paint_panel(painter, QRectF(self.rect()).adjusted(8, 4, -8, -8), theme.chip, theme.lit_line, BUTTON_RADIUS)


class _Words(Text):
    """Where they have at `most` so many px in height, dots say that there is more; the label's text is all of it."""

    most = 0

    def needed(self, width: int) -> int:
        """The height of all of it."""
        return super().heightForWidth(width)

    def heightForWidth(self, width: int) -> int:
        needed = self.needed(width)
        return min(needed, self.most) if self.most else needed

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.most or self.needed(self.width()) <= self.most:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), WRAP, cut_short(unbroken(self.text()), self.fontMetrics(), self.size()))


def cut_short(text: str, metrics: QFontMetrics, room: QSize) -> str:
    """As many words of a text as have room in lines there, and dots where these are not all."""
    words, room_below = text.split(" "), QRect(0, 0, room.width(), 100_000)

    def fits(count: int) -> bool:
        box = metrics.boundingRect(room_below, WRAP, first(count))
        return box.height() <= room.height() and box.width() <= room.width()

    def first(count: int) -> str:
        return text if count >= len(words) else " ".join(words[:count]) + "…"

    return first(1 + bisect_right(range(2, len(words) + 1), False, key=lambda count: not fits(count)))


def _in_short(sentence: str) -> str:
    """As many lines as a notice has room for, and how many there are besides."""
    lines = sentence.split("\n")
    if n := max(0, len(lines) - MOST_LINES):
        lines[MOST_LINES:] = [QCoreApplication.translate("questions", "and %n more", None, n)]
    return "\n".join(line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…" for line in lines)
