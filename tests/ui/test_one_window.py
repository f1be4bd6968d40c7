"""Whatever page is made, nothing but the one window is ever a window: not for a moment, while it has no parent yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from hamstring_gui.domain.history import by_hand
from hamstring_gui.ui.window import Window
from tests.domain.samples import START
from tests.ui.conftest import Desk


class Windows(QObject):
    """Notes what shows as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shows and not isinstance(watched, Window):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def windows(application: QApplication) -> Iterator[Windows]:
    windows = Windows()
    application.installEventFilter(windows)
    yield windows
    application.removeEventFilter(windows)


def test_no_page_flashes_windows(open_desk: Callable[..., Desk], windows: Windows) -> None:
    desk = open_desk(safe=False)
    parts = desk.parts
    desk.store.put_session(by_hand("one", START, START.date(), left_s=60, right_s=60))
    parts.introduction._show_habit()
    for name in ("today", "history", "routines", "exercises", "settings"):
        parts.show_page(name)
        QApplication.processEvents()
    desk.pages.history().table.edit_requested.emit("one")
    desk.pages.history().table.add_requested.emit()
    desk.pages.history().table.export_requested.emit()
    desk.pages.exercises().show_editor(parts.library.exercises["leg-curl"])
    desk.hamstring.preferences.change(safety_understood=True)
    parts.begin(parts.today.routine())
    desk.pass_time(30)
    parts.conductor.end()
    QApplication.processEvents()
    assert windows.seen == []
