"""“Your hamstrings”: shown from where one is, and left to there; what it leads to, leads back to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hamstring_gui.program.library import Library
from hamstring_gui.program.stage import Late, Stage

if TYPE_CHECKING:
    from hamstring_gui.ui.hamstrings.page import HamstringsPage


class HamstringsKeeper(QObject):
    """Shows the page, and has `go_back` show the one before. What is requested is carried as an id; `come_back` is
    where that leads back to."""

    exercise_requested = Signal(str)
    routine_requested = Signal(str)
    toes_requested = Signal()

    def __init__(
        self, stage: Stage, late_page: Late[HamstringsPage], library: Library, go_back: Callable[[QWidget], None]
    ) -> None:
        super().__init__(library)
        self._show_before = go_back
        self._stage, self._late_page, self._library = stage, late_page, library
        self._before: QWidget | None = None
        self._led_to = ""

    @cached_property
    def _page(self) -> HamstringsPage:
        page = self._late_page()
        page.back_requested.connect(self._go_back)
        for wish in ("exercise_requested", "routine_requested"):
            getattr(page, wish).connect(self._on_left)
            getattr(page, wish).connect(getattr(self, wish))
        page.toes_requested.connect(self.toes_requested)
        return page

    def show(self) -> None:
        if not self._late_page.shows(self._stage):
            self._before = self._stage.page
        self._show()
        self._page.show_top()

    def _show(self) -> None:
        self._page.show_hamstrings(self._library.exercises, self._library.routines)
        self._stage.show_page(self._page, within=self._before)

    def _on_left(self, led_to: str) -> None:
        self._led_to = led_to

    def come_back(self) -> None:
        """Show the page as it was left."""
        self._show()
        self._page.return_to(self._led_to)

    def _go_back(self) -> None:
        if self._before is not None:
            self._show_before(self._before)
