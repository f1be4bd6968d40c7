"""Buttons that show their key: the words, and a little keycap beside them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hamstring_gui.ui.controls.card import paint_panel
from hamstring_gui.ui.icons import paint_icon
from hamstring_gui.ui.theme import BODY, BUTTON_RADIUS, LEAST_CONTROL, SMALL, Theme, letters, mixed, theme_of

Weight = Literal["primary", "plain"]


class Pressable(QPushButton):
    """A button that Enter presses as Space does, on every desktop; arrow keys are left to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class KeyButton(Pressable):
    """A button with its key printed on it. Its accessible name is its visible words."""

    def __init__(self, text: str, key: str = "", weight: Weight = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self._weight = weight
        self._letter_px = self._base_px = float(BODY)
        self._show_key = True
        self._veiled = False
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(letters(self._letter_px, 600))

    def set_words(self, text: str) -> None:
        """Change the visible words and the accessible name together."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def set_letter_px(self, size: float) -> None:
        self._base_px = size
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        self._letter_px = self._base_px * scale
        self.setFont(letters(self._letter_px, 600))
        self.updateGeometry()

    def set_key_shown(self, shown: bool) -> None:
        self._show_key = shown
        self.update()

    def set_veiled(self, veiled: bool) -> None:
        """A veiled button is there for the mouse, the keyboard and a screen reader, but paints nothing."""
        if veiled != self._veiled:
            self._veiled = veiled
            self.update()

    def width_with(self, key: bool) -> int:
        """The width that the words need, with or without the keycap."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        pad = self._letter_px * (2.4 if self._weight == "plain" else 3.4)
        return round(words + pad + (self._cap_width() + self._gap() if key and self._key else 0))

    def sizeHint(self) -> QSize:
        height = self._letter_px * (2.8 if self._weight == "plain" else 3.2)
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
        if self._veiled and not self.hasFocus():
            return
        theme = theme_of(self.palette())
        painter = QPainter(self)
        ink = self._paint_body(painter, theme)
        self._paint_words(painter, ink)

    def _paint_body(self, painter: QPainter, theme: Theme) -> QColor:
        primary = self._weight == "primary"
        fill = theme.button if primary else theme.card
        ink = theme.button_ink if primary else theme.ink
        if not self.isEnabled():
            fill, ink = mixed(fill, theme.paper, 0.6), mixed(ink, theme.paper, 0.5)
        elif self.isDown():
            fill = mixed(fill, theme.ink, 0.14)
        elif self.underMouse():
            fill = mixed(fill, theme.ink, 0.05)
        line = fill if primary else mixed(theme.line, theme.ink, 0.12)
        paint_panel(painter, QRectF(self.rect()), fill, line, BUTTON_RADIUS)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            paint_panel(painter, ring, QColor(0, 0, 0, 0), theme.button_ink if primary else theme.action, 9, 2.0)
        return ink

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        metrics = QFontMetricsF(self.font())
        cap = self._show_key and bool(self._key) and self.width() >= self.width_with(True) - 4
        cap_width = self._cap_width() + self._gap() if cap else 0.0
        room = self.width() - 12 - cap_width
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        left = (self.width() - width - cap_width) / 2
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if cap:
            self._paint_cap(painter, left + width + self._gap(), ink)

    def _paint_cap(self, painter: QPainter, left: float, ink: QColor) -> None:
        height = self._cap_px() * 1.75
        box = QRectF(left, (self.height() - height) / 2, self._cap_width(), height)
        faint = QColor(ink)
        faint.setAlphaF(0.45)
        paint_panel(painter, box, QColor(0, 0, 0, 0), faint, 5)
        soft = QColor(ink)
        soft.setAlphaF(0.82)
        painter.setPen(soft)
        painter.setFont(letters(self._cap_px(), 600))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_px(self) -> float:
        return max(13.0, self._letter_px * 0.78)

    def _cap_width(self) -> float:
        words = QFontMetricsF(letters(self._cap_px(), 600)).horizontalAdvance(self._key)
        return max(words + self._cap_px(), self._cap_px() * 1.75)

    def _gap(self) -> float:
        return self._letter_px * 0.65


class IconButton(KeyButton):
    """A button that shows an icon and its key; its words are its accessible name and its tool tip."""

    def __init__(self, text: str, icon: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, key, parent=parent)
        self._icon = icon
        self.setToolTip(text)

    def show_icon(self, text: str, icon: str) -> None:
        self._icon = icon
        self.set_words(text)
        self.setToolTip(text)
        self.update()

    def width_with(self, key: bool) -> int:
        return round(self._letter_px * 3.2 + (self._cap_width() if key and self._key else 0))

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        size = self._letter_px * 1.45
        cap = self._show_key and bool(self._key)
        content = size + (self._gap() * 0.7 + self._cap_width() if cap else 0)
        left = (self.width() - content) / 2
        paint_icon(painter, self._icon, ink, QRectF(left, (self.height() - size) / 2, size, size))
        if cap:
            self._paint_cap(painter, left + size + self._gap() * 0.7, ink)


class NavButton(Pressable):
    """An entry of the side bar: an icon and a word, lit for the page that shows."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._lit = True
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFont(letters(BODY * scale, 600))
        self.setMinimumHeight(round(LEAST_CONTROL * scale))

    def set_lit(self, lit: bool) -> None:
        self._lit = lit
        self.setAccessibleDescription(self.tr("This page shows.") if lit else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        clear = QColor(0, 0, 0, 0)
        fill = theme.chip if self._lit else mixed(theme.sidebar, theme.chip, 0.5) if self.underMouse() else clear
        paint_panel(painter, QRectF(self.rect()), fill, theme.action if self.hasFocus() else clear, 10, 2.0)
        ink = theme.chip_ink if self._lit else theme.quiet
        size = 20 * self._scale
        paint_icon(painter, self._icon, ink, QRectF(12, (self.height() - size) / 2, size, size))
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(
            self.rect().adjusted(round(24 + size), 0, -8, 0), Qt.AlignmentFlag.AlignVCenter.value, self.text()
        )


class LinkButton(Pressable):
    """A quiet line of text that can be pressed."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(letters(SMALL))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_scale(self, scale: float) -> None:
        self.setFont(letters(SMALL * scale))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        box = QFontMetricsF(self.font()).boundingRect(QRectF(0, 0, width, 10_000), self._flags(), self.text())
        return max(30, round(box.height()) + 10)

    def sizeHint(self) -> QSize:
        return QSize(400, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 30)

    @staticmethod
    def _flags() -> int:
        return Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(theme.ink if self.underMouse() or self.hasFocus() else theme.quiet)
        painter.drawText(self.rect(), self._flags(), self.text())
