"""The program's buttons. Each says what is inside; how it looks in which state, `Pressable` knows."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.controls.labels import set_tip
from hamstring_gui.ui.controls.pressable import Look, Pressable
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.icons import paint_icon
from hamstring_gui.ui.theme import (
    CLEAR,
    INNER_RADIUS,
    LEAST_CONTROL,
    LEAST_LETTER,
    RING_ROOM,
    SMALL,
    Theme,
    letters,
    see_through,
)

Weight = Literal["primary", "plain"]
WRAP_FROM_TOP = Qt.TextFlag.TextWordWrap.value
WRAP = WRAP_FROM_TOP | Qt.AlignmentFlag.AlignVCenter.value
"""How words are painted that may need several lines: from the top of their place on, or in its middle."""


class KeyButton(Pressable):
    """A button with its key printed on it: in letters that are so much smaller, on a cap so many times as high."""

    cap_share, cap_height = 0.78, 1.75
    pads, heights = (2.4, 3.4), (2.8, 3.2)
    """Beside the words of a plain and of a primary one, and how high they are, over the size of the letters."""

    _cap_measured = "", 0.0, 0.0

    def __init__(self, text: str, key: str = "", weight: Weight = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self.look: Look = weight
        self._show_key = True
        self._veiled = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_letter_px(self, size: float) -> None:
        self.letter_px = size
        self.rescaled()
        self.updateGeometry()

    @property
    def smallest_px(self) -> float:  # type: ignore[override]
        return self.letter_px * (self.cap_share if self._key else 1.0)

    def set_far(self, far: bool) -> None:
        """Be read from the mat: the key as large as the words, and little air round them."""
        usual = KeyButton
        self.cap_share, self.cap_height = (1.0, 1.25) if far else (usual.cap_share, usual.cap_height)
        self.pads, self.heights = ((1.2, 1.2), (1.55, 1.55)) if far else (usual.pads, usual.heights)
        self.updateGeometry()

    def set_key_shown(self, shown: bool) -> None:
        if shown != self._show_key:
            self._show_key = shown
            self.updateGeometry()
            self.update()

    def set_veiled(self, veiled: bool) -> None:
        """A veiled button is there for the mouse, the keyboard and a screen reader, but paints nothing."""
        if veiled != self._veiled:
            self._veiled = veiled
            self.update()

    def _em(self, share: float) -> float:
        """So many times the size of its letters, in px."""
        return self.letter_px * self.scale * share

    def width_with(self, key: bool) -> int:
        """The width that the words need, with or without the keycap."""
        pad = self._em(self.pads[0 if self.look == "plain" else 1])
        return round(self.words_width() + pad + (self._cap_width() + self._em(0.65) if key and self._key else 0))

    def sizeHint(self) -> QSize:
        height = self._em(self.heights[0 if self.look == "plain" else 1])
        return QSize(self.width_with(self._show_key), max(LEAST_CONTROL, round(height)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_with(False), LEAST_CONTROL)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The first touch of a button that nobody sees only shows it."""
        if self._veiled:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._veiled or self.hasFocus():
            super().paintEvent(event)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        metrics = QFontMetricsF(self.font())
        gap = self._em(0.65)
        cap = self._show_key and bool(self._key) and self.width() >= self.width_with(True) - 4
        cap_width = self._cap_width() + gap if cap else 0.0
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 12 - cap_width)
        width = metrics.horizontalAdvance(words)
        left = (self.width() - width - cap_width) / 2
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if cap:
            self._paint_cap(painter, left + width + gap, ink)

    def _paint_cap(self, painter: QPainter, left: float, ink: QColor) -> None:
        height = self._cap_px() * self.cap_height
        box = QRectF(left, (self.height() - height) / 2, self._cap_width(), height)
        paint_panel(painter, box, CLEAR, see_through(ink, 0.45), 5)
        painter.setPen(see_through(ink, 0.82))
        painter.setFont(letters(self._cap_px(), 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_px(self) -> float:
        return max(LEAST_LETTER, self._em(self.cap_share))

    def _cap_width(self) -> float:
        """Of the same key in the same size it is measured once, as words are."""
        size = self._cap_px()
        if self._cap_measured[:2] != (self._key, size):
            words = QFontMetricsF(letters(size, 600)).horizontalAdvance(self._key)
            self._cap_measured = self._key, size, max(words + size, size * 1.75)
        return self._cap_measured[2]


class IconButton(KeyButton):
    """A button that shows an icon and its key; its words are its accessible name and its tool tip."""

    def __init__(self, text: str, icon: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key, parent=parent)
        self._icon = icon
        set_tip(self, text)

    def show_icon(self, text: str, icon: str) -> None:
        self._icon = icon
        self.set_words(text)
        set_tip(self, text)
        self.update()

    def width_with(self, key: bool) -> int:
        return round(self._em(3.2) + (self._cap_width() if key and self._key else 0))

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        size, gap = self._em(1.45), self._em(0.45)
        cap = self._show_key and bool(self._key)
        left = (self.width() - size - (gap + self._cap_width() if cap else 0)) / 2
        paint_icon(painter, self._icon, ink, QRectF(left, (self.height() - size) / 2, size, size))
        if cap:
            self._paint_cap(painter, left + size + gap, ink)


class NavButton(Pressable):
    """An entry of the side bar: an icon and a word, lit for the page that shows. `key` is what chooses it, too."""

    look = "entry"

    def __init__(self, text: str, icon: str, key: str = "") -> None:
        super().__init__(text)
        self._icon, self._key = icon, key
        self._bare = False
        set_tip(self, key)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_bare(self, bare: bool) -> None:
        """Without its word, which its tool tip says then."""
        if bare != self._bare:
            self._bare = bare
            set_tip(self, f"{self.text()}\n{self._key}".strip() if bare else self._key)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = 0 if self._bare else round(self.words_width()) + 20
        return QSize(words + 24 + self.px(20), self.px(LEAST_CONTROL))

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        size = 20 * self.scale
        paint_icon(painter, self._icon, ink, QRectF(12, (self.height() - size) / 2, size, size))
        if not self._bare:
            painter.setPen(ink)
            painter.setFont(self.font())
            words = self.rect().adjusted(round(24 + size), 0, -8, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter.value, self.text())


class LinkButton(Pressable):
    """A quiet line of text that can be pressed; it wraps."""

    look = "quiet"
    letter_px, letter_weight = SMALL, 400
    round_px = INNER_RADIUS

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, width - 2 * RING_ROOM, 10_000)
        return max(30, round(QFontMetricsF(self.font()).boundingRect(room, WRAP, unbroken(self.text())).height()) + 10)

    def sizeHint(self) -> QSize:
        return QSize(400, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 30)

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        near = self.underMouse() or self.hasFocus()
        font = self.font()
        font.setUnderline(near)
        painter.setFont(font)
        painter.setPen(theme.ink if near else theme.quiet)
        painter.drawText(self.rect().adjusted(RING_ROOM, 0, -RING_ROOM, 0), WRAP, unbroken(self.text()))


class QuietButton(Pressable):
    """Words that can be pressed; what they lie on shows only under the pointer."""

    look = "quiet"
    letter_px = SMALL

    def box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1, 4, -1, -4)


class CrossButton(QuietButton):
    """A small ×; its words are its accessible name and its tool tip."""

    def set_words(self, text: str) -> None:
        self.setAccessibleName(text)
        set_tip(self, text)

    def sizeHint(self) -> QSize:
        return QSize(self.px(LEAST_CONTROL), self.px(LEAST_CONTROL))

    def paint_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        paint_cross(painter, QRectF(self.rect()).center(), 4.5 * self.scale, theme.quiet)


class SignButton(Pressable):
    """A small round button with one sign on it; `name` says what it does."""

    letter_px = SMALL

    def __init__(self, sign: str, name: str, size: int) -> None:
        super().__init__(sign)
        self._size = size
        self.setAccessibleName(name)
        set_tip(self, name)

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paint_body(self, painter: QPainter, theme: Theme) -> QColor:
        self.round_px = self.height() / 2
        return super().paint_body(painter, theme)


class FilterChip(Pressable):
    """A word on a lozenge that stays pressed: a filter that is on. `value` is what it stands for."""

    letter_px = SMALL
    round_px = 11
    lightens = changes_value = True
    HEIGHT = 36

    def __init__(self, text: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.value = value
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(round(self.words_width() + 30 * self.scale), self.px(self.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_CONTROL, self.px(self.HEIGHT))


def paint_cross(painter: QPainter, middle: QPointF, arm: float, colour: QColor) -> None:
    """A × whose arms are so long, in px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, arm * 0.42, c=Qt.PenCapStyle.RoundCap))
    for turn in (-1, 1):
        painter.drawLine(middle - QPointF(arm, turn * arm), middle + QPointF(arm, turn * arm))
