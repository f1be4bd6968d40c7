"""The real window on a scratch folder, with a clock moved by hand and services that only note what they are told."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from math import ceil
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QLocale,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTranslator,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QCursor, QDragEnterEvent, QDropEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from hamstring_gui import app
from hamstring_gui.domain.exercise import Exercise
from hamstring_gui.domain.routine import Routine, read_routine
from hamstring_gui.program.days import Days
from hamstring_gui.program.opening import Opening
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.storage.library import load_exercises, load_routines
from hamstring_gui.storage.paths import Paths
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.storage.shelf import read_shelf
from hamstring_gui.ui.qt_setup import Colours, make_application
from tests.domain.samples import HandClock


class Voice:
    """Stands for the voice: remembers what it was to say, and that it was hushed; `mute` ones can't say a thing."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.saying: tuple[str, ...] = ()
        self.mute, self.trouble, self.why_no_system = False, "", None

    def say(self, sentences: tuple[str, ...], latest: float) -> bool:
        self.said.append(" ".join(sentences))
        return True

    def can_say(self, sentences: tuple[str, ...]) -> bool:
        return not self.mute

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_: None


class Services:
    """Stands for sounds and keep-awake: remembers every call."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []
        self.voice = Voice()

    def __call__(self, *_: object) -> Services:
        return self

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *values: self.calls.append((name, *values))

    def played(self) -> list[str]:
        return [str(call[1]) for call in self.calls if call[0] == "play"]


NEVER_MS = 86_400_000


def exposed(window: QWindow) -> bool:
    """Wait until a window is; QTest would look every 10 ms only."""
    end = QDeadlineTimer(30_000)
    while not window.isExposed() and not end.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    QCoreApplication.processEvents()
    return window.isExposed()


class Desk:
    """The open program, and hands to use it with."""

    def __init__(
        self, hamstring: app.Hamstring, clock: HandClock, services: Services, store: HistoryStore, paths: Paths
    ) -> None:
        self.paths = paths
        self.hamstring, self.clock, self.services, self.store = hamstring, clock, services, store
        self.window, self.parts, self.pages = hamstring.window, hamstring.parts, hamstring.parts.pages
        self.sent: list[dict[str, object]] = []
        """What the desktop was told by D-Bus, or would have been."""

    def text(self, name: str) -> str:
        """The text of the one label of that objectName that shows."""
        labels = [label for label in self.window.findChildren(QLabel, name) if label.isVisible()]
        assert len(labels) == 1, f"{len(labels)} labels named {name!r} show"
        return labels[0].text()

    def button(self, name: str) -> QPushButton:
        buttons = [b for b in self.window.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible()]
        assert len(buttons) == 1, f"{len(buttons)} buttons named {name!r} show"
        return buttons[0]

    def shows(self, name: str) -> bool:
        return any(b.accessibleName() == name and b.isVisible() for b in self.window.findChildren(QPushButton))

    def input(self, name: str) -> QWidget:
        return next(w for w in self.window.findChildren(QWidget) if w.accessibleName() == name and w.isVisible())

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """As the window system does: to the window, which hands it to whatever has the keyboard."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def drop(self, path: Path) -> bool:
        """Drop a file in the middle of the window; whether the window takes it."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        middle = self.window.rect().center()
        with warnings.catch_warnings():  # Qt 6.12 wants a QPointF there, 6.11 takes none
            warnings.simplefilter("ignore", DeprecationWarning)
            enter = QDragEnterEvent(QPoint(middle), copy, data, left, none)
        QApplication.sendEvent(self.window, enter)
        if enter.isAccepted():
            QApplication.sendEvent(self.window, QDropEvent(QPointF(middle), copy, data, left, none))
        return enter.isAccepted()

    def pass_time(self, seconds: float, step: float = 1.0) -> None:
        """In even steps that are no longer than this; the program looks after each."""
        for _ in range(steps := ceil(seconds / step)):
            self.clock.pass_time(seconds / steps)
            self.parts.conductor.player.look()

    def go_on_after_the_first_picture(self) -> None:
        """What waits for it begins, piece by piece; where nothing is painted, nothing of it comes by itself."""
        later = self.hamstring._afterwards
        assert later is not None
        later._begin()

    def records(self) -> list[tuple[str, int, str, float]]:
        """What the history on disk says of the last session: (R, 1, "held", 2.0) and so on."""
        session = self.store.sessions()[-1]
        return [(hold.side[0].upper(), hold.set, hold.outcome, round(hold.held_s, 3)) for hold in session.holds]


_shipped = cache(load_exercises)
"""Read once: values that nobody can change."""


@cache
def _shipped_routines(folder: Path) -> dict[str, Routine]:
    return load_routines(folder, _shipped(folder))


@pytest.fixture(scope="session")
def exercises(assets: Path) -> dict[str, Exercise]:
    return dict(_shipped(assets))


QUICK = {
    "name": "Quick",
    "setup_s": 2,
    "rest_s": 2,
    "switch_s": 2,
    "items": [{"exercise": "band-hamstring-stretch", "sets": 2, "hold_s": 4}],
}


@pytest.fixture
def quick(exercises: dict[str, Exercise]) -> Routine:
    """2 × 4 s on each leg, with gaps of 2 s: 22 s in all."""
    return read_routine("quick", QUICK, exercises)


@pytest.fixture(scope="session")
def colours(qapp: QApplication, assets: Path) -> Colours:
    """The application with our letters and language, in the light look. What Qt complains of still fails the test."""
    listening = qInstallMessageHandler(None)
    make_application(assets)
    qInstallMessageHandler(listening)
    return Colours(qapp, "light")


@pytest.fixture(autouse=True)
def no_widget_stays() -> Iterator[None]:
    """Neither windows that a test leaves behind nor menus, which pyqtgraph makes for no window: every later test would
    tell them of its letters and colours, and they would end in any order, whenever garbage is looked for."""
    there = set(map(_address, QApplication.topLevelWidgets()))
    yield
    for widget in QApplication.topLevelWidgets():
        if _address(widget) not in there:
            widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _address(widget: QWidget) -> int:
    """Of the widget that a wrapper stands for; nobody keeps a wrapper of what Qt deletes."""
    return int(shiboken6.getCppPointer(widget)[0])


@pytest.fixture
def application(qapp: QApplication, colours: Colours) -> Iterator[QApplication]:
    """The application as it is when the program starts, whatever a test makes of it. The mouse is in a corner, where
    few windows are: what lies under it hears so from the screen, whenever that comes to it."""
    font, there = qapp.font(), qapp.children()
    locale = QLocale()
    QCursor.setPos(qapp.primaryScreen().geometry().bottomRight() - QPoint(20, 20))
    yield qapp
    for child in qapp.children():
        if isinstance(child, QTranslator) and child not in there:
            qapp.removeTranslator(child)
        if isinstance(child, QTranslator | Colours) and child not in there:
            child.deleteLater()
    QLocale.setDefault(locale)
    if qapp.font() != font:
        qapp.setFont(font)
    colours.choose("light")


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, application: QApplication, colours: Colours) -> str:
    """Each of the two looks in turn, by name; what is painted is in its colours."""
    colours.choose(request.param)
    return str(request.param)


@pytest.fixture
def open_desk(
    application: QApplication, colours: Colours, assets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[Callable[..., Desk]]:  # fmt: skip
    """Opens the program; `start` begins a routine at once, `safe` skips the safety text, and what comes by a press can
    be pressed after `deaf_ms`; a session that isn't `ready` waits until somebody looks. The window is painted only for
    tests that are marked so: most of them don't look."""
    stores: list[HistoryStore] = []
    opened: list[Desk] = []

    painted = request.node.get_closest_marker("painted") is not None or "golden" in request.fixturenames

    def open_(start: Routine | None = None, safe: bool = True, deaf_ms: int = 0, ready: bool = True) -> Desk:
        services, clock = Services(), HandClock()
        sent: list[dict[str, object]] = []
        monkeypatch.setattr("hamstring_gui.desktop.sound.Sounds", services)
        monkeypatch.setattr("hamstring_gui.desktop.voice.Voice", lambda *_: services.voice)
        monkeypatch.setattr("hamstring_gui.desktop.awake.Awake", services)
        monkeypatch.setattr(
            "hamstring_gui.desktop.bus.Bus._send", lambda _, do, **what: sent.append({"do": do, **what})
        )
        monkeypatch.setattr("hamstring_gui.ui.session.finish.LOOK_MS", deaf_ms)
        monkeypatch.setattr("hamstring_gui.program.afterwards.AT_THE_LATEST_MS", NEVER_MS)
        monkeypatch.setattr("hamstring_gui.storage.library.load_exercises", lambda folder, _: dict(_shipped(folder)))
        monkeypatch.setattr("hamstring_gui.storage.shelf.load_routines", lambda folder, *_: _shipped_routines(folder))
        paths = Paths.under(tmp_path)
        opening = Opening(paths, read_shelf(paths), start, start is not None)
        store, settings_store = HistoryStore.open(paths.database), SettingsStore(paths.settings)
        stores.append(store)
        settings, _ = settings_store.load()
        if safe:
            settings = replace(settings, safety_understood=True)
        days = Days(Preferences(settings_store, settings), clock)
        monkeypatch.setattr("hamstring_gui.ui.hands.DEAF_MS", deaf_ms)
        monkeypatch.setattr(gc, "freeze", lambda: None)  # it would keep each test's garbage for good
        hamstring = app.Hamstring(application, opening, store, days, colours)
        hamstring.window.setUpdatesEnabled(painted)
        hamstring.open(opening.shelf.problems)
        hamstring.feel_hands()
        if ready:
            hamstring.get_session_ready()
        desk = Desk(hamstring, clock, services, store, paths)
        desk.sent = sent
        opened.append(desk)
        assert exposed(desk.window.windowHandle())
        return desk

    yield open_
    monkeypatch.setattr(SettingsStore, "save", lambda *_: ())  # nobody reads the window's last size any more
    for desk in reversed(opened):
        desk.hamstring.close()
        desk.window.deleteLater()
        desk.hamstring.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for store in stores:
        store.close()
