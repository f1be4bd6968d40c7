"""The look of what can be pressed or written in, and the button that all our buttons are."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.scaled import Scaled, scale_around
from hamstring_gui.ui.theme import BODY, BUTTON_RADIUS, CLEAR, LEAST_CONTROL, RING, Theme, letters, theme_of

Look = Literal["primary", "plain", "card", "quiet", "entry"]
"""The one thing to do, any other, a whole card, words without a frame, an entry of a list that is lit when it shows."""

_LOOKS: dict[Look, tuple[str, str, str]] = {
    "primary": ("button", "", "button_ink"),
    "plain": ("card", "outline", "ink"),
    "card": ("card", "line", "ink"),
    "quiet": ("", "", "link"),
    "entry": ("", "", "quiet"),
}
"""What of a theme fills it, goes round it, and writes on it."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

WITHIN = 3
"""Px by which the ring lies inside an edge that has a colour of its own."""


def paint_control(
    painter: QPainter, box: QRectF, look: Look, theme: Theme, radius: float = BUTTON_RADIUS, *,
    over: bool = False, down: bool = False, focused: bool = False, lit: bool = False, off: bool = False,
) -> QColor:  # fmt: skip
    """Paint the body of a control as it is now; gives the colour for what is written on it."""
    fill, line, ink = (getattr(theme, name) if name else CLEAR for name in _LOOKS[look])
    if lit:
        fill, line, ink = theme.chip, CLEAR if look == "entry" else theme.lit_line, theme.chip_ink
    if off:
        fill, ink = theme.track if look == "primary" else CLEAR, theme.faint
        line = theme.line if line.alpha() else CLEAR
    edge = focused and look != "primary" and not lit
    paint_panel(painter, box, fill, theme.focus if edge else line, radius, RING if edge else 1.0)
    if not off:
        paint_touched(painter, box, theme, radius, over=over, down=down)
    if focused and not edge:
        inner = box.adjusted(WITHIN, WITHIN, -WITHIN, -WITHIN)
        paint_ring(painter, inner, ink if look == "primary" else theme.focus, radius - WITHIN)
    return ink


def paint_touched(painter: QPainter, box: QRectF, theme: Theme, radius: float, *, over: bool, down: bool) -> None:
    """What lies over a control that the pointer is over, or that is held down."""
    if over or down:
        paint_panel(painter, box, theme.pressed if down else theme.hover, CLEAR, radius)


def paint_ring(painter: QPainter, box: QRectF, colour: QColor, radius: float) -> None:
    """The ring round what has the keyboard, just inside `box`."""
    paint_panel(painter, box, CLEAR, colour, radius, RING)


def enter_goes_on(control: QWidget) -> bool:
    """Whether Enter on what holds a value is meant for another button: the page or card around says in an attribute
    `prints_enter` that one has it printed on."""
    around = control.parentWidget()
    while around is not None and not getattr(around, "prints_enter", False):
        around = around.parentWidget()
    return around is not None


class Pressable(Scaled, QPushButton):
    """A button in our looks; what it is for, a subclass paints inside. Its words are its accessible name.

    Enter presses it as Space does, on every desktop; one that `changes_value` leaves Enter to the button that it is
    printed on. Arrow keys are left to what it stands in. It is lit while it is checked, or as `set_lit` says; words
    that `lighten` are bold only then.
    """

    look: Look = "plain"
    letter_px: float = BODY
    letter_weight = 600
    round_px: float = BUTTON_RADIUS
    lightens = False
    changes_value = False

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)  # with words, PySide6 asks whether they are an icon, and makes the 150 names of icons
        self._measured: tuple[str, QFont | None, float] = ("", None, 0.0)
        self.setText(text)
        self._lit = False
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(scale_around(parent))

    def rescaled(self) -> None:
        self.setFont(letters(self.letter_px * self.scale, self.letter_weight))

    def setText(self, text: str) -> None:
        """An & in somebody's words is no key."""
        super().setText(text)
        if "&" in text:
            from PySide6.QtGui import QKeySequence  # whose enums nothing else here needs

            self.setShortcut(QKeySequence())

    def set_words(self, text: str) -> None:
        """Change the visible words and the accessible name together."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    @property
    def lit(self) -> bool:
        """Whether it stands for what is chosen, or for what shows."""
        return self._lit or self.isChecked()

    def set_lit(self, lit: bool, described: str = "") -> None:
        """Light it, and have a screen reader say what that means."""
        if lit != self._lit:
            self._lit = lit
            self.setAccessibleDescription(described if lit else "")
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in _ARROWS or (enter and self.changes_value and enter_goes_on(self)):
            event.ignore()
        elif enter:
            self.click()
        else:
            super().keyPressEvent(event)

    # -- the picture -------------------------------------------------------------------------------------------------
    def words_width(self) -> float:
        """Of the same words in the same letters it is measured once: layouts ask hundreds of times."""
        words, font = self.text(), self.font()
        if self._measured[:2] != (words, font):
            self._measured = (words, font, QFontMetricsF(font).horizontalAdvance(words))
        return self._measured[2]

    def sizeHint(self) -> QSize:
        return QSize(max(LEAST_CONTROL, round(self.words_width() + 26 * self.scale)), self.px(LEAST_CONTROL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def box(self) -> QRectF:
        """What is painted of the widget: the rest only makes it easier to hit."""
        return QRectF(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        ink = self.paint_body(painter, theme)
        painter.setPen(ink)  # without a pen, Qt finds that words take no room
        self.paint_inside(painter, theme, ink)

    def paint_body(self, painter: QPainter, theme: Theme) -> QColor:
        """Paint what it looks like in the state that it is in; gives the colour for what is inside."""
        return paint_control(
            painter, self.box(), self.look, theme, self.round_px, over=self.underMouse(), down=self.isDown(),
            focused=self.hasFocus(), lit=self.lit, off=not self.isEnabled(),
        )  # fmt: skip

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        """The words in the middle, cut short where there is no room for them."""
        self.paint_words(painter, self.rect(), ink)

    def paint_words(self, painter: QPainter, place: QRect, ink: QColor) -> None:
        """The words in the middle of a place, cut short where they don't fit; in light letters while it isn't lit."""
        font = self.font()
        if self.lightens and not self.lit:
            font.setWeight(QFont.Weight.Normal)
        painter.setPen(ink)
        painter.setFont(font)
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width() - 8)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, words)
