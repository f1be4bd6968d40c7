"""A card over the dimmed page, that has the window to itself until it is answered or put away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from hamstring_gui.ui.controls.card import Card
from hamstring_gui.ui.controls.layouts import Part, column, row
from hamstring_gui.ui.controls.scaled import Scaled
from hamstring_gui.ui.controls.scroll import BAR, Scroll, bring_into_view
from hamstring_gui.ui.controls.sheet import STEP, scale_all, usual_scale, wanted_scale
from hamstring_gui.ui.controls.under_hand import tell_window
from hamstring_gui.ui.theme import EVEN_MARGINS, FAR_LEAST, GAP, LOW_OVER_MARGINS, OVER_MARGINS, SHADE, Margins, far_px

LOW = 600
"""A card in a window lower than this (px) lies nearer to its edges."""
LEAST_SEEN = 80
"""Px of its content that show in any window."""
FAR_PAD = 0.3
"""Round what is read from the mat, over its letters."""


class Overlay(QDialog):
    """Covers its parent. What it says and asks goes into `column`, at most `width` px wide; what has to show also where
    that is scrolled is pinned below it.

    It is as large as the pages are: what is `Scaled` in it is told how much larger than usual that is, as far as there
    is room for that across. One that `scales` not brings its own size.

    It is a dialog so that a screen reader says its title and its description; it is no window of its own.

    It opens with its top shown and the keyboard in its first field; Page Up and Page Down, ↑ and ↓, Home and End show
    what has to be scrolled.

    `answered` comes when it goes away by itself. Tab goes round what is in it and does not leave it.
    """

    answered = Signal()
    scales = True
    _far = False

    def __init__(
        self, title: str, width: int, pad: int, parent: QWidget, margins: Margins = OVER_MARGINS
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._covered = parent
        self._width, self._pad = width, pad
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = Card(self)
        self._content = QWidget()
        self.column = column(margins=(0, 0, BAR, 0), inside=self._content)  # so that a bar that comes touches nothing
        self._scrolled = _Scrolled(self._content, self._card)
        self._scrolled.show_cuts(lambda theme: theme.card)
        self._foot = QWidget(self._card)
        self._foot.hide()
        self._pinned = True
        self._inner = column(self._scrolled, self._foot, inside=self._card)
        self._outer = column(None, row(None, (self._card, 1000), None), None, margins=margins, inside=self)
        self._margins = margins
        self._fit(1.0)
        self.hide()

    def set_far(self, far: bool) -> None:
        """Lie over a page that is read from the mat: with all the window, and no letters that can't be read there."""
        if far == self._far or not self.scales:
            return
        self._far = far
        self._outer.setContentsMargins(*self._margins_in(self.height()))
        for part in self._scaled_parts():
            part.set_far(far)
        if self.isVisible():
            self._scale()
            self._place_foot()

    def _scaled_parts(self) -> list[Scaled]:
        return [part for part in self._card.findChildren(QWidget) if isinstance(part, Scaled)]

    def _fit_from_afar(self) -> None:
        least = far_px(FAR_LEAST, self.size())
        pad = round(least * FAR_PAD)
        self._inner.setContentsMargins(pad, pad, pad - BAR, pad)
        self._card.setMaximumWidth(self.width())
        for part in self._scaled_parts():
            part.set_scale(least / part.smallest_px)

    def pin(self, *parts: Part, above: int = GAP) -> None:
        """Have these below what scrolls, so many px `above` them."""
        column(*parts, gap=GAP, margins=(0, above, BAR, 0), inside=self._foot)
        self._foot.show()

    def _fit(self, scale: float) -> None:
        """Be so much larger than usual."""
        pad = round(self._pad * scale)
        self._inner.setContentsMargins(pad, pad, pad - BAR, pad)
        self._card.setMaximumWidth(round(self._width * scale))
        if self.scales:
            scale_all(self._card.findChildren(QWidget), scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As the window and the user's letters are, or a little smaller where that is too wide."""
        super().resizeEvent(event)
        self._outer.setContentsMargins(*self._margins_in(self.height()))
        self._scale()
        self._place_foot()

    def _margins_in(self, height: int) -> Margins:
        if self._far:
            return EVEN_MARGINS
        return LOW_OVER_MARGINS if height < LOW and self._margins == OVER_MARGINS else self._margins

    def _scale(self) -> None:
        if not self.scales:
            return
        if self._far:
            self._fit_from_afar()
            return
        usual = usual_scale(self.width(), self.height())
        scale = wanted_scale(self.width(), self.height())
        self._fit(scale)
        left, _, right, _ = OVER_MARGINS
        while scale > usual and self._needed() + left + right + BAR > self.width():
            scale = max(usual, scale - STEP)
            self._fit(scale)

    def _place_foot(self) -> None:
        """What is pinned has its room first, but scrolls with the rest where that would hardly show above it."""
        room = self._room()
        foot = 0 if self._foot.isHidden() else self._foot.heightForWidth(room.width())
        pinned = not foot or foot + 2 * LEAST_SEEN <= room.height()
        self._scrolled.setMaximumHeight(room.height() - foot if pinned else self.height())
        if pinned != self._pinned:
            self._pinned = pinned
            here = self.window().focusWidget()
            (self._inner if pinned else self.column).addWidget(self._foot)
            if here is not None and self._foot.isAncestorOf(here):
                here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _room(self) -> QSize:
        """What the card has for all that is in it."""
        outside, inside = self._outer.contentsMargins(), self._inner.contentsMargins()
        width = min(self._card.maximumWidth(), self.width() - outside.left() - outside.right())
        height = self.height() - outside.top() - outside.bottom() - inside.top() - inside.bottom()
        return QSize(width - inside.left() - inside.right(), max(LEAST_SEEN, height))

    def _needed(self) -> int:
        """The least width of the card, in px."""
        for part in self._card.findChildren(QWidget):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
                part.updateGeometry()
        self.column.invalidate()
        least = max(self.column.minimumSize().width(), self._foot.minimumSizeHint().width())
        return least + 2 * self._inner.contentsMargins().left()

    def appear(self) -> None:
        """Lie over the parent and take the keyboard."""
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self._first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._scrolled.verticalScrollBar().setValue(0)
        tell_window(self)

    def _first_field(self) -> QWidget:
        """What has the keyboard as it opens."""
        return next((stop for stop in self._stops() if not self._foot.isAncestorOf(stop)), self)

    def has_too_little_room(self) -> bool:
        """Whether its content would have to be scrolled in what it covers."""
        left, above, right, below = self._margins_in(self._covered.height())
        room = self._covered.size() - QSize(left + right + 2 * self._pad, above + below + 2 * self._pad)
        foot = 0 if self._foot.isHidden() else self._foot.heightForWidth(room.width())
        return self._scrolled.heightForWidth(room.width()) + foot > room.height()

    def leave(self) -> None:
        """Go away, answered."""
        self.close_question()
        self.answered.emit()

    def close_question(self) -> None:
        """Take the question away unanswered."""
        self.hide()
        self.deleteLater()
        tell_window(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if stops:
            step, here = 1 if forward else -1, self.window().focusWidget()
            focused = next((n for n, stop in enumerate(stops) if stop is here), -1 if forward else 0)
            stop = stops[(focused + step) % len(stops)]
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(stop)
        return True

    def _stops(self) -> list[QWidget]:
        """Where Tab stops, in its order: in what scrolls, then in what is pinned below it."""
        tab = Qt.FocusPolicy.TabFocus
        stops = [one for one in self._card.findChildren(QWidget) if one.focusPolicy() & tab]
        return [one for one in stops if one.isVisible() and one.isEnabled() and one.focusProxy() is None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A dialog would take Enter and Esc for itself."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Q is the window's
        else:
            self._scrolled.keyPressEvent(event)  # which knows no Home and End
            bar = self._scrolled.verticalScrollBar()
            ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
            bar.setValue(ends.get(Qt.Key(event.key()), bar.value()))
            event.accept()

    def mousePressEvent(self, event: object) -> None:
        """Clicks beside the card don't reach the page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), SHADE)


class _Scrolled(Scroll):
    """As high as its content needs to be at its width; it scrolls only where the window is too small for that."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), min(LEAST_SEEN, self.heightForWidth(self.width())))

    def heightForWidth(self, width: int) -> int:
        height = self._content.heightForWidth(width)
        return height if height > 0 else self._content.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What grows or shrinks inside changes the height of the card."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
