"""Widgets that are drawn larger in a large window, or for somebody who wants larger text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.theme import BODY

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Scaled(_Widget):
    """Mixed into a widget: `scale` times as large as usual.

    A sheet tells all that lie in it. What is made later is made with its parent, and takes the scale from there.
    """

    scale = 1.0
    smallest_px: float = BODY
    """Its smallest letters when it is not scaled."""

    def set_far(self, far: bool) -> None:
        """Waste no room on the air round letters that are read from the mat; for those that have some."""

    _told = False

    def set_scale(self, scale: float) -> None:
        """Be this large. Being told again changes nothing: layouts need not look anew."""
        if scale != self.scale or not self._told:
            self.scale, self._told = scale, True
            self.rescaled()
            self.updateGeometry()

    def rescaled(self) -> None:
        """Set here what doesn't read the scale when it is painted or measured: letters, what is placed by hand."""

    def px(self, size: float) -> int:
        """So many px as they are at this scale."""
        return round(size * self.scale)


def scale_around(parent: QWidget | None) -> float:
    """The scale of what a new widget is made in."""
    while parent is not None:
        if isinstance(parent, Scaled):
            return parent.scale
        parent = parent.parentWidget()
    return 1.0
