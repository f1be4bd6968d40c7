"""What the open window does for a later start, and what that one says where no window answers it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt, QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hamstring_gui import app
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program import no_history, one_instance, wishes
from hamstring_gui.program.no_history import Instead
from hamstring_gui.program.one_instance import Wish
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.routine_files import write_routine
from hamstring_gui.storage.shelf import read_shelf
from hamstring_gui.ui import questions
from hamstring_gui.ui.theme import DARK, LIGHT, theme_of
from hamstring_gui.ui.window import Window
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

Open = Callable[..., Desk]
EVENING = {"name": "Evening", "items": [{"exercise": "band-hamstring-stretch", "sets": 1}]}


@pytest.fixture
def later(qtbot: QtBot) -> Callable[[Desk, Wish], None]:
    """A later start with this wish, which the window hears once it stands."""

    def start(desk: Desk, wish: Wish) -> None:
        desk.go_on_after_the_first_picture()
        qtbot.waitUntil(lambda: desk.hamstring.beside.wishes is not None)
        assert desk.hamstring.beside.wishes is not None
        desk.hamstring.beside.wishes.instance.wished.emit(wish)

    return start


def test_the_window_comes_to_the_front(open_desk: Open, later, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()
    later(desk, Wish(False, False))
    assert not desk.window.isFullScreen()
    assert desk.parts.conductor.player.session is None, "nothing was to be begun"
    asked = []
    for name in ("raise_", "activateWindow"):
        monkeypatch.setattr(desk.window, name, lambda name=name: asked.append(name))
    desk.window.showMinimized()
    later(desk, Wish(False, False))
    assert (desk.window.isMinimized(), desk.window.isVisible()) == (False, True)
    assert asked == ["raise_", "activateWindow"]
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "an older one")
    assert desk.hamstring.beside.wishes is not None
    desk.hamstring.beside.wishes.come("what Wayland asks for")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "what Wayland asks for"


@pytest.mark.parametrize(("asked", "name"), [(("mine", EVENING), "Evening"), ((), "Daily band stretch")])
def test_it_begins_what_was_asked_for_or_what_today_offers(
    open_desk: Open, later, asked: tuple[object, ...], name: str
) -> None:
    desk = open_desk()
    later(desk, Wish(True, False, *asked))
    desk.pass_time(60)
    assert [session.routine_name for session in desk.store.sessions()] == [name]


def test_it_fills_the_screen_once(open_desk: Open, later) -> None:
    desk = open_desk()
    for _ in range(2):
        later(desk, Wish(True, True))
        assert desk.window.isFullScreen()


def test_it_shows_the_theme_for_this_run(open_desk: Open, later, application: QApplication) -> None:
    desk = open_desk()
    before = application.palette()
    for theme, background in (("dark", DARK), ("", DARK), ("light", LIGHT)):
        later(desk, Wish(False, False, theme=theme))
        assert theme_of(application.palette()) == background
    assert application.palette() == before
    assert desk.hamstring.opening.theme == "light", "and keeps it when other data come"
    assert desk.hamstring.preferences.settings.theme == "system"


def test_a_session_that_runs_goes_on(open_desk: Open, later, quick: Routine) -> None:
    desk = open_desk(start=quick)
    desk.pass_time(3)
    later(desk, Wish(True, False, "mine", EVENING))
    assert desk.text("notice") == "A session is running; the other one was not begun."
    desk.pass_time(25)
    assert [session.routine_name for session in desk.store.sessions()] == ["Quick"]


def test_an_open_question_stays(open_desk: Open, later) -> None:
    desk = open_desk()
    desk.window.ask(questions.about_toes())
    asking = desk.window.asking
    later(desk, Wish(True, False, "mine", EVENING))
    assert desk.window.asking == asking
    assert desk.text("notice") == "A question is open; the session was not begun."
    assert desk.parts.conductor.player.session is None


def test_a_routine_that_is_none_here_is_told(open_desk: Open, later) -> None:
    desk = open_desk()
    later(desk, Wish(True, False, "mine", {"name": "Mine", "items": [{"exercise": "unknown"}]}))
    assert desk.text("notice").startswith("mine: items")
    assert desk.parts.conductor.player.session is None


def test_where_a_question_stands_in_the_window_s_place_it_comes_to_the_front_and_begins_afterwards(
    qtbot: QtBot, application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, window, came = Paths.under(tmp_path), Window(), list[Window]()
    opening, unopened = Opening(paths, read_shelf(paths)), StorageError("history.sqlite3: it is damaged")
    monkeypatch.setattr(Window, "come_to_front", lambda self: came.append(self))
    window.show()

    def asking(*of: object) -> Instead:
        assert of[-1] is unopened
        for routine in (
            None,
            ["mine", write_routine(opening.shelf.routines["weekly-release"])],
            ["none", "name = 'x'"],
        ):
            socket = QLocalSocket()
            socket.connectToServer(one_instance.name_for(tmp_path))
            wish = {"start_requested": bool(routine), "routine": routine, "fullscreen": not routine, "theme": "dark"}
            socket.write(json.dumps(wish).encode() + b"\n")
            qtbot.waitUntil(lambda socket=socket: socket.canReadLine())
            socket.abort()
        return Instead(None, "It was kept aside.", window)  # type: ignore[arg-type]

    monkeypatch.setattr(no_history, "opened_instead", asking)
    instead, then = wishes.opened_instead(application, opening, Settings(), unopened)
    assert len([one for one in came if one is window]) == 3
    assert (then.start.name, then.start_requested, then.fullscreen, then.theme) == (
        "Weekly release",
        True,
        True,
        "dark",
    )
    assert instead.said.startswith("It was kept aside.\nnone: ")
    window.hide()
    window.deleteLater()


def test_where_nobody_answers_it_is_told_and_nothing_opens(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "start_logging", lambda _: None)
    monkeypatch.setattr(one_instance, "PATIENCE_S", 0.01)
    paths, said, windows = Paths.under(tmp_path), [], []
    theirs = QLockFile(str(tmp_path / app.LOCK))
    assert theirs.tryLock(0)

    def answer() -> None:
        """Once somebody asks."""
        there = [one for one in application.topLevelWidgets() if isinstance(one, Window) and one.isVisible()]
        if not any(window.asking for window in there):
            QTimer.singleShot(20, answer)
            return
        (window,) = there
        windows.append(window)
        said.append(window.asking)
        said.extend(one.text() for one in window.findChildren(QLabel, "question_text"))
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    assert app.run(Opening(paths, read_shelf(paths))) == 1
    assert said[0] == "open elsewhere"
    assert str(tmp_path / app.LOCK) in said[1]
    assert str(tmp_path / app.LOCK) in capsys.readouterr().err
    assert not paths.database.exists()
    theirs.unlock()
    windows[0].hide()
    windows[0].deleteLater()


@pytest.mark.parametrize(("outcome", "status"), [("done", 0), ("ours", None)])
def test_it_opens_only_where_the_data_are_free(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outcome: str, status: int | None
) -> None:
    monkeypatch.setattr(one_instance, "hand_over", lambda *_: outcome)
    paths = Paths.under(tmp_path / "new")
    free, taken = (QLockFile(str(paths.data / app.LOCK)) for _ in range(2))
    assert not app._is_open_elsewhere(free, paths), "the folder is made for it"
    assert app._is_open_elsewhere(taken, paths)
    assert app._handed_over(Opening(paths, read_shelf(paths)), taken, application) == status
    free.unlock()


def test_where_no_lock_can_be_made_it_is_open_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    paths = Paths.under(tmp_path / "file" / "data")
    assert not app._is_open_elsewhere(QLockFile(str(paths.data / app.LOCK)), paths)
