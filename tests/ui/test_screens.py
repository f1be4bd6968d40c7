"""The pictures of the documentation, taken of the real window; and that each shows something of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hamstring_gui.domain.guidance import READING_S
from hamstring_gui.domain.history import HoldRecord, Tightness
from hamstring_gui.domain.routine import Routine
from hamstring_gui.domain.tempo import MOST_S
from hamstring_gui.storage.history import HistoryStore
from hamstring_gui.ui.qt_setup import Colours
from tests.conftest import SaveScreen
from tests.domain.samples import START, remembered
from tests.pixels import pixels
from tests.ui.conftest import Desk

pytestmark = [pytest.mark.screens, pytest.mark.painted, pytest.mark.nightly]

SIZE = (1180, 760)


def remember(store: HistoryStore, routine: Routine, started_at: datetime, held_s: float) -> None:
    """Put a session of six holds into the history."""
    holds = (
        HoldRecord(
            position, "band-hamstring-stretch", "right" if position < 3 else "left", position % 3 + 1, 30.0, held_s,
            "held", started_at,
        )
        for position in range(6)
    )  # fmt: skip
    store.put_session(
        remembered(
            started_at.isoformat(), routine, started_at, holds,
            ended_at=started_at + timedelta(minutes=5), outcome="finished", tightness=Tightness(5, 4),
        )
    )  # fmt: skip


@pytest.fixture(params=["light", pytest.param("dark", marks=pytest.mark.nightly)])
def theme(request: pytest.FixtureRequest, application: QApplication, colours: Colours) -> str:
    """Each run looks at them in the light."""
    colours.choose(request.param)
    return str(request.param)


@pytest.fixture
def take(save_screen: SaveScreen, theme: str) -> Callable[[Desk, str], QImage]:
    def take_(desk: Desk, name: str) -> QImage:
        desk.window.resize(*SIZE)
        for _ in range(4):
            QApplication.processEvents()
        image = desk.window.grab().toImage()
        save_screen(image, f"{name}{'-dark' if theme == 'dark' else ''}")
        assert len(set(pixels(image)[::9, ::9].ravel().tolist())) > 20, "an empty page"
        return image

    return take_


def test_screens(open_desk: Callable[..., Desk], take: Callable[[Desk, str], QImage], theme: str) -> None:
    desk = open_desk(safe=False)
    daily = desk.parts.library.routines["daily-band-stretch"]
    for days in (19, 17, 15, 12, 10, 8, 5, 3, 2):
        remember(desk.store, daily, START - timedelta(days=days), 12.0 if days == 3 else 30.0)
    desk.press(Qt.Key.Key_Escape)
    desk.parts.today.look_back()
    pictures = [take(desk, "today")]
    desk.click("Start")
    pictures.append(take(desk, "safety"))
    desk.click("I understand")
    desk.pass_time(8.5)
    pictures.append(take(desk, "get-ready"))
    desk.pass_time(20 - 8.5 + 30 + 10 + 11.5)
    pictures.append(take(desk, "session"))
    desk.pass_time(30 - 11.5 + 3)
    pictures.append(take(desk, "rest"))
    desk.click("Stop for pain")
    pictures.append(take(desk, "pain"))
    desk.click("Go on with the left leg")
    desk.pass_time(6)
    pictures.append(take(desk, "switch"))
    desk.pass_time(6 + 110)
    pictures.append(take(desk, "finish"))
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])
    assert len(desk.records()) == 6


def test_distance_view(open_desk, take, theme: str) -> None:
    desk = open_desk()
    desk.click("Start")
    desk.pass_time(20 + 11.5)
    desk.pages.session().set_distance_view(True)
    far = take(desk, "distance-view")
    desk.pages.session().set_distance_view(False)
    assert far != desk.window.grab().toImage()


def test_routines(open_desk: Callable[..., Desk], take: Callable[[Desk, str], QImage], theme: str) -> None:
    desk = open_desk()
    desk.click("Routines")
    pictures = [take(desk, "routines")]
    desk.click("Weekly release")
    pictures.append(take(desk, "routines-long"))
    desk.click("Add exercise")
    pictures.append(take(desk, "add-exercise"))
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])


def test_library(open_desk: Callable[..., Desk], take: Callable[[Desk, str], QImage], theme: str) -> None:
    desk = open_desk()
    desk.pages.exercises().exercise.figure.clock = lambda: desk.clock.mono
    desk.click("Exercises")
    library = take(desk, "exercises")
    desk.click("Supine band hamstring stretch")
    for seconds in (4 * READING_S, MOST_S):
        desk.clock.pass_time(seconds)
        desk.pages.exercises().exercise.figure.look()
    exercise = take(desk, "exercise")
    desk.press(Qt.Key.Key_Escape)
    desk.click("Why we don’t reach for the toes standing")
    toes = take(desk, "toes")
    assert library != exercise
    assert toes not in (library, exercise)


def test_history(open_desk: Callable[..., Desk], take: Callable[[Desk, str], QImage], theme: str) -> None:
    desk = open_desk()
    desk.click("History")
    empty = take(desk, "history-empty")
    daily = desk.parts.library.routines["daily-band-stretch"]
    for weeks, active in enumerate((2, 4, 1, 3, 5, 3, 2, 3, 1, 4, 5, 3, 3, 3, 2, 2, 0, 3, 1, 4, 3, 3, 3, 2, 3, 2)):
        for number in range(active):
            days = 7 * weeks + (0 if weeks == 0 else 6 - 2 * (number % 4)) + (number if weeks == 0 else number // 4)
            remember(desk.store, daily, START - timedelta(days=days), 30.0 if days % 5 else 36.0)
    remember(desk.store, daily, START - timedelta(days=7 * 8 + 1), 9.0)
    desk.store.mark_rest(START.date() - timedelta(days=7 * 16 + 6), True)
    desk.parts.history.refresh()
    pictures = [empty, take(desk, "history")]
    for measure in ("Minutes held", "Tightness"):
        desk.click(measure)
        pictures.append(take(desk, f"history-{measure.split()[0].lower()}"))
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])


def test_settings(open_desk: Callable[..., Desk], take: Callable[[Desk, str], QImage], theme: str) -> None:
    desk = open_desk()
    desk.click("Settings")
    upper = take(desk, "settings")
    rows = desk.pages.settings().rows
    desk.pages.settings().sheet.ensureWidgetVisible(rows["language"], 0, 40)
    assert take(desk, "settings-look") != upper


def test_introduction(open_desk: Callable[..., Desk], take: Callable[[Desk, str], QImage], theme: str) -> None:
    desk = open_desk(safe=False)
    pictures = [take(desk, "introduction-1")]
    desk.click("I understand")
    pictures.append(take(desk, "introduction-2"))
    desk.click("Next")
    pictures.append(take(desk, "introduction-3"))
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])
