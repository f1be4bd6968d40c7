"""The way out of full screen for whoever doesn't know the key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hamstring_gui.ui.controls.buttons import KeyButton
from hamstring_gui.ui.theme import LEAST_LETTER, WIDE_GAP


class WayOut(KeyButton):
    """Lies over the window: at the foot of its side bar, or in the corner where there is none."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("", "F11", parent=window)
        self.set_words(self.tr("Leave full screen"))
        self.set_letter_px(LEAST_LETTER)

    def place(self, beside: int) -> None:
        """Beside a page that begins `beside` px from the window's left edge."""
        window = self.window()
        self.set_key_shown(not beside)
        size = self.sizeHint()
        if beside:
            self.setGeometry(
                WIDE_GAP, window.height() - WIDE_GAP - size.height(), beside - 2 * WIDE_GAP, size.height()
            )  # fmt: skip
        else:
            self.setGeometry(window.width() - WIDE_GAP - size.width(), WIDE_GAP, size.width(), size.height())
