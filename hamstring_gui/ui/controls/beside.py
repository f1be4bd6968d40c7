"""Parts that stand beside each other where there is room for that, and below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from hamstring_gui.ui.controls.scaled import Scaled


class Beside(Scaled):
    """Mixed into a widget that has its parts in a `box`: whether these have room beside each other is looked at
    whenever the widget has another size, or another scale."""

    box: QBoxLayout

    def fits_beside(self) -> bool:
        """Whether its width is enough. To be said by each."""
        raise NotImplementedError

    def stand(self, beside: bool) -> None:
        """Have the parts stand so."""
        way = QBoxLayout.Direction
        self.box.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Whichever way they stand now: below each other they need the least width."""
        parts = map(self.box.itemAt, range(self.box.count()))
        least = max(part.minimumSize().width() for part in parts if part is not None)
        margins = self.box.contentsMargins()
        return QSize(margins.left() + least + margins.right(), self.box.totalMinimumSize().height())

    def rescaled(self) -> None:
        self.stand(self.fits_beside())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stand(self.fits_beside())
