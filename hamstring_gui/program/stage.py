"""What the parts of the program may want of the window, and no more; and pages that are made when they are wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from hamstring_gui.ui.controls.question import Asked
    from hamstring_gui.ui.controls.waiting import WaitingCard


class Stage(Protocol):
    """The window as the parts of the program see it: it shows a page, asks, closes. Nothing is found through it."""

    @property
    def page(self) -> QWidget | None:
        """The page that shows."""

    @property
    def asking(self) -> str:
        """The topic of the question that stands, or nothing."""

    def show_page(self, page: QWidget, within: QWidget | None = None) -> None:
        """Show a page, `within` another one: the side bar then lights that one's entry."""

    def ask(self, question: Asked) -> None:
        """Lay a question over the page; one that is there already makes way."""

    def show_waiting(self, topic: str, words: str) -> WaitingCard:
        """Lay a card over the page that says what is waited for."""

    def drop_question(self) -> None: ...

    def answer(self, key: int) -> bool:
        """Give the answer that a key stands for; whether there was one."""

    def ask_for_file(self, title: str, patterns: str, folder: Path | None = None) -> Path | None:
        """The file that was chosen, or `None`; looked for in the `folder` at first."""

    def ask_for_folder(self, title: str) -> Path | None:
        """The folder that was chosen, or `None`."""

    def ask_where_to(self, title: str, suggested: str, patterns: str) -> Path | None:
        """The file to write, or `None`; also where it was one of our own, which is said."""

    def isFullScreen(self) -> bool: ...

    def toggle_full_screen(self) -> None: ...

    def close(self) -> bool: ...


P = TypeVar("P", bound=QWidget)


class Late(Generic[P]):
    """A page that is made when it is first wanted: the first window need not wait for it."""

    def __init__(self, make: Callable[[], P]) -> None:
        self._make = make
        self._waiting: list[Callable[[P], None]] = []
        self.made: P | None = None

    def __call__(self) -> P:
        if self.made is None:
            self.made = self._make()
            for wait in self._waiting:
                wait(self.made)
        return self.made

    def when_made(self, then: Callable[[P], None]) -> None:
        """Do something with the page as soon as there is one."""
        if self.made is None:
            self._waiting.append(then)
        else:
            then(self.made)

    def shows(self, stage: Stage) -> bool:
        """Whether it is the page that shows now."""
        return self.made is not None and stage.page is self.made
