"""Files that are held over the window are shown where they may fall, and what for."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from hamstring_gui.domain.routine import Routine
from hamstring_gui.ui import questions
from hamstring_gui.ui.controls.drop_place import DropPlace, Fall
from hamstring_gui.ui.theme import LIGHT
from tests.goldens import picture_of
from tests.pixels import number, pixels
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Held:
    """Files over the middle of a desk's window, as a file manager holds them."""

    def __init__(self, desk: Desk, *names: str) -> None:
        self.desk, self._middle = desk, desk.window.rect().center()
        self._data = QMimeData()
        self._data.setUrls([QUrl.fromLocalFile(f"/nowhere/{name}") for name in names])
        with warnings.catch_warnings():  # Qt 6.12 wants a QPointF there, 6.11 takes none
            warnings.simplefilter("ignore", DeprecationWarning)
            self._send(QDragEnterEvent(QPoint(self._middle), COPY, self._data, LEFT, NONE))

    def _send(self, event) -> None:
        QApplication.sendEvent(self.desk.window, event)
        QApplication.processEvents()

    def leave(self) -> None:
        self._send(QDragLeaveEvent())

    def fall(self) -> None:
        self._send(QDropEvent(QPointF(self._middle), COPY, self._data, LEFT, NONE))

    @property
    def told(self) -> str:
        """What is said of them, or nothing."""
        return next((one.words.text() for one in self.desk.window.findChildren(DropPlace) if one.isVisible()), "")


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()


@in_one_window(
    ("names", "presses", "told"),
    [
        (["mine.toml"], ["Today"], "to your routines"),
        (["one.hamstring", "MINE.TOML"], ["Settings"], "to your routines and exercises"),
        (["history.json"], ["Exercises"], "add to your history"),
        (["old.CSV"], ["History"], "add to your history"),
        (["photo.png"], ["Exercises"], "Nothing here can be done"),
        (["notes.odt", "noending"], ["Today"], "Nothing here can be done"),
        (["notes.odt", "old.csv"], ["Today"], "can be used"),
        (["photo.png"], ["Exercises", "New exercise"], "for the step"),
    ],
)
def test_where_they_may_fall_and_what_for(desk: Desk, names: list[str], presses: list[str], told: str) -> None:
    for press in presses:
        desk.click(press)
    held = Held(desk, *names)
    assert told in held.told
    place = desk.window.findChild(DropPlace)
    assert place.geometry() == desk.window._pages.geometry()
    assert place._useful is ("Nothing" not in told)
    held.leave()
    assert held.told == ""


@pytest.mark.usefixtures("application")
@pytest.mark.parametrize("useful", [True, False])
def test_only_where_they_may_fall_there_are_dashes(useful: bool) -> None:
    sheet = QWidget()
    place = DropPlace(sheet)
    place.show_fall(Fall("Here", useful), QRect(0, 0, 300, 200))
    dashes = pixels(picture_of(place))[:, :14] == number(LIGHT.focus)
    assert (dashes.any(axis=1).sum() in range(60, 160)) == useful, "rows with and without"
    assert dashes.any() == useful


def test_once_they_have_fallen_it_goes(open_desk: Open, tmp_path: Path) -> None:
    held = Held(open_desk(), "broken.toml")
    held.fall()
    assert held.told == ""
    assert "broken.toml" in held.desk.text("notice")


def test_nothing_is_said_where_they_may_not_fall(open_desk: Open, quick: Routine) -> None:
    desk = open_desk()
    desk.window.ask(questions.to_delete_everything(lambda: None))
    assert Held(desk, "mine.toml").told == "", "under a question"
    desk.window.drop_question()
    desk.parts.begin(quick)
    assert Held(desk, "mine.toml").told == "", "in a session"


@in_one_window("presses", [["Today"], ["Routines"], ["History"], ["Settings"], ["Exercises", "New exercise"]])
def test_no_field_takes_them_for_words(desk: Desk, presses: list[str]) -> None:
    for press in presses:
        desk.click(press)
    fields = [*desk.window.findChildren(QLineEdit), *desk.window.findChildren(QPlainTextEdit)]
    assert [one.accessibleName() for one in fields if one.acceptDrops() and one.isVisible()] == []
