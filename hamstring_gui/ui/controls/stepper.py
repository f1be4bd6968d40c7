"""A number between − and +: changed by its buttons, arrow keys, the wheel, typing, or a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from hamstring_gui.domain.durations import read_seconds, stepped
from hamstring_gui.domain.values import dataclass
from hamstring_gui.ui.controls.keys import takes_back
from hamstring_gui.ui.controls.pressable import Pressable, paint_control
from hamstring_gui.ui.controls.scaled import Scaled, scale_around
from hamstring_gui.ui.durations import length
from hamstring_gui.ui.theme import BODY, INNER_RADIUS, LEAST_CONTROL, LEAST_LETTER, Theme, letters, theme_of

if TYPE_CHECKING:
    from hamstring_gui.ui.controls.hover_card import HoverCard

NARROW_BUTTON, WIDE_BUTTON = 28, 44
AT_ONCE_MS = 400
"""Turns of the wheel that follow each other faster than this are one change."""
NOTCH = 120
"""How far a usual wheel turns at once, in eighths of a degree."""

_gestures = count(1)


def _number(text: str) -> float | None:
    """A plain number as a person types it."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _written(value: float) -> str:
    """`30`, `1.5`; no thousands are set apart, as nobody types them so."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "g", 6)


LEFT_TO_THE_PAGE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
"""Keys that mean nothing to a number that nobody is typing."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How a number is counted: in `step`s, and by `fine` with Shift. `write` and `read` turn it into text and back.
    `widest` is the number whose text needs the most room, where that isn't the largest. Its bounds are told as it is
    written, unless `tell` does."""

    step: float = 1.0
    fine: float = 1.0
    write: Callable[[float], str] = _written
    read: Callable[[str], float | None] = _number
    widest: float | None = None
    tell: Callable[[float], str] | None = None


BY_ONE = Counting()
IN_SECONDS = Counting(5.0, write=length, read=read_seconds, widest=95.0)


class Stepper(Scaled, QDoubleSpinBox):
    """Its value moves as it is counted.

    `edited` carries the value after every change that a person made, and a number that is the same for all changes of
    one gesture: a button or key that is held down, a spin of the wheel. `show_value` emits nothing. Page Up and Down
    `leap` so many steps; with none, they are the page's. Of what was typed and can't be, it takes the nearest number,
    or keeps the one before, and says so beside it.
    """

    edited = Signal(float, int)
    leap = 6

    def __init__(
        self,
        name: str,
        least: float,
        most: float,
        counting: Counting = BY_ONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._measured: dict[tuple[str, float], float] = {}
        self._least, self._counting, self._write = least, counting, counting.write
        self._widest = self._write(most if counting.widest is None else counting.widest)
        self._showing = False
        self._said: HoverCard | None = None
        self._gesture, self._wheel_at, self._turned = 0, 0, 0
        self.less, self.more = _StepButton(-1, self), _StepButton(1, self)
        self.setDecimals(3)
        self.setRange(least, most)
        self.setFrame(False)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.lineEdit().setPalette(palette)
        self.lineEdit().installEventFilter(self)
        self.lineEdit().setAcceptDrops(False)  # a file that falls on it is the window's
        self.valueChanged.connect(self._on_value_changed)
        self.set_name(name)
        self.set_scale(scale_around(parent))
        self._refresh()

    def set_name(self, name: str) -> None:
        """The accessible name, for its buttons too."""
        self.setAccessibleName(name)
        self.less.setAccessibleName(self.tr("Less, {field}").format(field=name))
        self.more.setAccessibleName(self.tr("More, {field}").format(field=name))

    def show_value(self, value: float) -> None:
        """Show a value without having it reported. One below the usual least stays possible while it shows."""
        if value != self.value():
            self._unsay()
            self._showing = True
            self.setMinimum(min(self._least, value))
            self.setValue(value)
            self._showing = False

    def rescaled(self) -> None:
        self._fit()

    # -- the number and its text -------------------------------------------------------------------------------------
    def textFromValue(self, value: float) -> str:
        return self._write(value)

    def valueFromText(self, text: str) -> float:
        value = self._understood(text)
        if value is None:
            return self.value()
        taken = min(self.maximum(), max(self.minimum(), value))
        if taken != value:
            self._say_bounds(self.tr("It is {value} now.").format(value=self._write(taken)))
        return taken

    def fixup(self, text: str) -> str:
        """What was typed makes no sense."""
        self._say_bounds(self.tr("It stays at {value}.").format(value=self._write(self.value())))
        return text

    def _say_bounds(self, what_is: str) -> None:
        """Say within which bounds the number is, and what it is, until somebody does something here."""
        self._unsay()
        if self.isVisible():
            from hamstring_gui.ui.controls.hover_card import say_beside

            tell = self._counting.tell or self._write
            bounds = self.tr("This can be from {least} to {most}.")
            self._said = say_beside(self, bounds.format(least=tell(self._least), most=tell(self.maximum())), what_is)

    def _unsay(self) -> None:
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """What is half typed may stand; what still makes no sense when one is done gives way to the number before."""
        understood = self._understood(text) is not None
        return (QValidator.State.Acceptable if understood else QValidator.State.Intermediate), text, position

    def _understood(self, text: str) -> float | None:
        return self.value() if text == self._write(self.value()) else self._counting.read(text)

    def _on_value_changed(self, value: float) -> None:
        self._refresh()
        if not self._showing:
            self.setMinimum(self._least)
            self.edited.emit(value, self._gesture)

    def _refresh(self) -> None:
        self.less.setEnabled(self.value() > self.minimum())
        self.more.setEnabled(self.value() < self.maximum())
        self._fit()

    # -- hands -------------------------------------------------------------------------------------------------------
    def begin_gesture(self, at_ms: int = 0) -> None:
        self._unsay()
        self._gesture, self._wheel_at, self._turned = next(_gestures), at_ms, 0

    def step(self, steps: int, fine: bool) -> None:
        """So many steps up or down, fine ones or to the next round numbers."""
        size = self._counting.fine if fine else self._counting.step
        self.setValue(stepped(self.value(), steps, size, self._least, self.maximum()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if not event.isAutoRepeat():
            self.begin_gesture()
        leap = self.leap
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: leap, Qt.Key.Key_PageDown: -leap}.get(
            Qt.Key(key)
        )
        if modifiers & Qt.KeyboardModifier.AltModifier:
            self.interpretText()  # before the page moves the item that this number belongs to
            event.ignore()
        elif steps == 0 or (not self._half_typed and (takes_back(event) or key in LEFT_TO_THE_PAGE)):
            event.ignore()
        elif steps is not None:
            self.interpretText()
            self.step(steps, bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
            self.selectAll()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.selectAll()
        elif key == Qt.Key.Key_Escape and self._half_typed:
            self.lineEdit().setText(self._write(self.value()))
            self.selectAll()
        else:
            self._make_way_for(event.text())
            super().keyPressEvent(event)

    def _make_way_for(self, text: str) -> None:
        """What is typed takes the place of the number, unless somebody has begun to change that."""
        edit = self.lineEdit()
        at_an_end = edit.cursorPosition() in (0, len(edit.text()))
        if text.isprintable() and text.strip() and at_an_end and not self._half_typed:
            self.selectAll()

    @property
    def _half_typed(self) -> bool:
        return self.lineEdit().text() != self._write(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only the number that has the keyboard listens: nothing is changed in passing. What a touch pad or a fine
        wheel tells bit by bit adds up to the notches of a coarse one."""
        turned = event.angleDelta().y() or event.angleDelta().x()  # Shift makes some desktops turn it sideways
        if not turned or not self.hasFocus():
            event.ignore()
            return
        at_ms = event.timestamp()
        if not self._wheel_at or not 0 <= at_ms - self._wheel_at < AT_ONCE_MS:
            self.begin_gesture(at_ms)
        self._wheel_at = at_ms
        self._turned += turned
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self.interpretText()
            self.step(notches, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever clicks on the number can type another one at once."""
        if event.type() == QEvent.Type.MouseButtonRelease and not self._half_typed:
            self.selectAll()
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from hamstring_gui.ui.controls.menu import open_writing_menu

        open_writing_menu(self.lineEdit().createStandardContextMenu(), self, event)

    # -- the picture -------------------------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        return QSize(self._width_with(BODY - 1, WIDE_BUTTON - 6), self.px(LEAST_CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_with(LEAST_LETTER, NARROW_BUTTON), self.px(LEAST_CONTROL))

    def _width_with(self, size: float, button: int) -> int:
        key = self._widest, size * self.scale
        if key not in self._measured:
            self._measured[key] = QFontMetricsF(self._letters(size)).horizontalAdvance(self._widest)
        return round(self._measured[key] + 8 + 2 * button * self.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._unsay()
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._unsay()

    def _fit(self) -> None:
        """As much room for the buttons as the words leave; then smaller letters, where the words need them."""
        size = float(BODY - 1)
        narrow = self.px(NARROW_BUTTON)
        while size > LEAST_LETTER and self._words_width(size) > self.width() - 2 * narrow - 4:
            size -= 1
        spare = (self.width() - self._words_width(size) - 8) / 2
        across = round(max(narrow, min(WIDE_BUTTON * self.scale, spare)))
        self.less.setGeometry(0, 0, across, self.height())
        self.more.setGeometry(self.width() - across, 0, across, self.height())
        self.lineEdit().setTextMargins(across - 4, 0, across - 4, 0)
        self.setFont(self._letters(size))
        for button in (self.less, self.more):
            button.raise_()

    def _words_width(self, size: float) -> float:
        return QFontMetricsF(self._letters(size)).horizontalAdvance(self._write(self.value()))

    def _letters(self, size: float) -> QFont:
        return letters(size * self.scale, 600, tabular=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        off = not self.isEnabled()
        paint_control(QPainter(self), QRectF(self.rect()), "plain", theme, focused=self.hasFocus(), off=off)


class _StepButton(Pressable):
    """− or +; goes on while it is held down. The keyboard stays with the number."""

    look = "quiet"
    round_px = INNER_RADIUS

    def __init__(self, direction: int, stepper: Stepper) -> None:
        super().__init__("", stepper)
        self._direction, self._stepper = direction, stepper
        self._with_shift = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(400)
        self.setAutoRepeatInterval(90)
        self.clicked.connect(self._on_clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._stepper.begin_gesture()
        super().mousePressEvent(event)

    def _on_clicked(self) -> None:
        self._stepper.interpretText()
        self._stepper.step(self._direction, self._with_shift)

    def box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(3, 3, -3, -3)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        painter.setPen(QPen(ink, self.height() / 20, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, arm = QRectF(self.rect()).center(), self.height() / 11
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        if self._direction > 0:
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
