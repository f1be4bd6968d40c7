"""Text on the pages: labels in the program's letters, and tool tips.

Any of it may be a stranger's: nothing here is ever read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from hamstring_gui.ui.controls.scaled import Scaled, scale_around
from hamstring_gui.ui.durations import unbroken
from hamstring_gui.ui.theme import BODY, letters
from hamstring_gui.ui.wording import between_facts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSystemTrayIcon

LONGEST_TIP, LONGEST_TIP_LINE = 600, 90
"""Characters."""
_KEPT = "\ufdd0"
"""Of no text: in place of what is between facts where it is in a name."""
_UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_AS_GOOD_AS_SEEN = str.maketrans("", "", "\n\u00a0")
"""What isn't printable to Python and yet harmless; all of ours has no more than that."""
_TAG = "<|&(?=lt;)"
_WRAPPED = Qt.TextFlag.TextWordWrap.value


def harmless(text: str) -> str:
    """Any text without control characters, half characters, and what turns the direction of what stands beside it."""
    return text if text.translate(_AS_GOOD_AS_SEEN).isprintable() else re.sub(_UNSEEN, "", text)


def tip_of(text: str) -> str:
    """Any text as a tool tip, which Qt takes for HTML where it looks like that: it would open files and addresses.

    A word joiner, which nobody sees, makes a tag none.
    """
    lines = harmless(text if len(text) <= LONGEST_TIP else text[: LONGEST_TIP - 1] + "…").split("\n")
    if any(len(line) > LONGEST_TIP_LINE for line in lines):  # Qt wraps HTML alone
        from textwrap import fill

        lines = [fill(unbroken(line), LONGEST_TIP_LINE).replace("\u00a0", " ") for line in lines]
    return re.sub(_TAG, "\\g<0>\u2060", "\n".join(lines))


def set_tip(widget: QWidget | QSystemTrayIcon, text: str) -> None:
    """Have a widget say this while the pointer rests on it; the one way to give anything a tool tip."""
    widget.setToolTip(tip_of(text))


class Text(Scaled, QLabel):
    """A plain label. `name` becomes its objectName: it has no accessible name, which would hide its text."""

    def __init__(
        self, text: str = "", size: float = BODY, weight: int = 400, *, quiet: bool = False, name: str = "",
        wrap: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(harmless(text), parent)
        self._size = self.smallest_px = size
        self._weight, self._wraps = weight, wrap
        self._laid_out = "", ""
        self._sizes, self._heights = dict[int, QSize](), dict[int, int]()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.set_scale(scale_around(parent))
        self.setWordWrap(wrap)
        if name:
            self.setObjectName(name)
        self._quiet = quiet
        self.set_far(False)

    def set_far(self, far: bool) -> None:
        """Quiet ink is too faint for the mat."""
        if self._quiet:
            roles = QPalette.ColorRole
            self.setForegroundRole(roles.WindowText if far else roles.PlaceholderText)

    def show_text(self, text: str) -> None:
        if (text := harmless(text)) != self.text():
            self.setText(text)

    # -- lines that don't end within an amount -----------------------------------------------------------------------
    def _together(self) -> str:
        """The text as its lines are laid out; nothing where Qt does that just as well. The label's own text stays as it
        is, for who reads it."""
        if not self._wraps:
            return ""
        if (text := self.text()) != self._laid_out[0]:
            together = unbroken(text)
            self._laid_out, self._sizes, self._heights = (text, together if together != text else ""), {}, {}
        return self._laid_out[1]

    def _needed(self, together: str, width: int) -> QSize:
        """By so much width. Layouts ask for the same one again and again."""
        if width not in self._sizes:
            margins = self.contentsMargins()
            across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
            room = QRect(0, 0, width - across, 100_000)
            lines = self.fontMetrics().boundingRect(room, _WRAPPED, self._in_lines(together, room.width()))
            self._sizes[width] = QSize(lines.width() + across, lines.height() + down)
        return self._sizes[width]

    def _in_lines(self, together: str, width: int) -> str:
        """What Qt lays out in lines so wide."""
        return together

    def heightForWidth(self, width: int) -> int:
        if together := self._together():
            return self._needed(together, width).height()
        if not self._wraps:
            return super().heightForWidth(width)
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if together := self._together():
            return QSize(self._needed(together, 0).width(), hint.height())
        return hint

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if together := self._together():
            width = max(hint.width(), self._needed(together, 0).width())
            return QSize(width, self._needed(together, width).height())
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if together := self._together():
            painter = QPainter(self)
            painter.setPen(self.palette().color(self.foregroundRole()))
            room = self.contentsRect()
            painter.drawText(room, self.alignment().value | _WRAPPED, self._in_lines(together, room.width()))
        else:
            super().paintEvent(event)

    def rescaled(self) -> None:
        self._sizes, self._heights = {}, {}
        self.setFont(letters(self._size * self.scale, self._weight))


class Facts(Text):
    """What is told side by side, `3 of 3 days · 2 min held`: where there is no room for that, each begins a line."""

    _names: tuple[str, ...] = ()

    def show_facts(self, text: str, *names: str) -> None:
        """Show facts, with the names in them that others gave: whatever these have in them, they are whole."""
        self._names = tuple(map(harmless, names))
        self.show_text(text)

    def _together(self) -> str:
        return super()._together() or (self.text() if between_facts() in self.text() else "")

    def _in_lines(self, together: str, width: int) -> str:
        return facts_in_lines(together, self.fontMetrics(), width, map(unbroken, self._names))


def facts_in_lines(text: str, metrics: QFontMetrics, width: int, names: Iterable[str] = ()) -> str:
    """A text with a line's end before each fact that has no room on its line; the dot between them goes for it, unless
    it is one of these names'. Of a fact that is too long itself, a line ends at its comma. The text as it is where that
    would take more lines."""
    between, kept = between_facts(), text
    for name in names:
        kept = kept.replace(name, name.replace(between, _KEPT)) if between in name else kept
    given = [[fact.replace(_KEPT, between) for fact in line.split(between)] for line in kept.split("\n")]
    lines = [line for facts in given for line in _fitting(facts, between, "", metrics, width)]
    apart = "\n".join(part for line in lines for part in _fitting(line.split(", "), ", ", ",", metrics, width))
    if apart == text:
        return text  # as nearly all are: what it takes is looked at only where lines end elsewhere
    room = QRect(0, 0, width, 100_000)
    heights = (metrics.boundingRect(room, _WRAPPED, told).height() for told in (apart, text))
    return apart if next(heights) <= next(heights) else text


def _fitting(parts: list[str], between: str, end: str, metrics: QFontMetrics, width: int) -> list[str]:
    """The parts of a text on as few lines as have room for them; each but the last has this `end`."""
    first, *more = parts
    lines = [first]
    for part in more:
        longer = lines[-1] + between + part
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines[-1] += end
            lines.append(part)
    return lines
