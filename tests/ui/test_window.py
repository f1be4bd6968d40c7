"""The window round its pages: the side bar says which one shows, and it is never larger than the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QMoveEvent, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hamstring_gui.domain.history import by_hand
from hamstring_gui.program.opening import Opening
from hamstring_gui.storage.settings import SettingsStore
from hamstring_gui.ui.controls.buttons import KeyButton, NavButton
from hamstring_gui.ui.questions import about_toes
from hamstring_gui.ui.theme import BODY, SMALLEST_WINDOW_SIZE, STRONG, screen_of
from hamstring_gui.ui.window import Window
from tests.domain.samples import START
from tests.ui.cases import in_one_window
from tests.ui.conftest import Desk

pytestmark = pytest.mark.thorough

PAGES = ("Today", "History", "Routines", "Exercises", "Settings")


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


@pytest.fixture
def bare(application: QApplication) -> Iterator[Window]:
    """A window of no program. It goes at its test's end, and not when garbage is looked for, which takes its parts from
    it in any order."""
    window = Window()
    yield window
    if shiboken6.isValid(window):
        shiboken6.delete(window)


@in_one_window("name", PAGES)
def test_the_side_bar_lights_the_page_that_shows(desk: Desk, name: str) -> None:
    desk.click(name)
    entries = desk.window.findChildren(NavButton)
    assert [entry.text() for entry in entries] == list(PAGES)
    assert [entry.text() for entry in entries if entry.lit] == [name]
    assert [entry.text() for entry in entries if entry.accessibleDescription()] == [name]


SCREENS = (
    (911, 512), (960, 540), (1024, 600), (1093, 614), (1366, 768), (1920, 1080), (600, 1024), (540, 900), (480, 400),
)  # fmt: skip
PANEL = 32


class Screen:
    """A screen of another size than the one of the tests, with a panel along its lower edge."""

    def __init__(self, width: int, height: int) -> None:
        self._whole = QRect(0, 0, width, height)

    def geometry(self) -> QRect:
        return self._whole

    def availableGeometry(self) -> QRect:
        return self._whole.adjusted(0, 0, 0, -PANEL)


def put_on(window: QWidget, width: int, height: int) -> QRect:
    """Have the window's screen be another one from now on; gives the part of it that windows may use."""
    screen = Screen(width, height)
    window.screen = lambda: screen  # type: ignore[assignment, method-assign, return-value]
    return screen.availableGeometry()


@pytest.mark.parametrize("size", SCREENS)
def test_a_window_that_is_remembered_from_a_larger_screen_is_no_larger_than_this_one(bare: Window, size) -> None:
    room = put_on(bare, *size)
    bare.resize_within_screen(2560, 1440)
    assert bare.width() <= room.width()
    assert bare.height() + 20 < room.height(), "a title bar lies above it"
    assert bare.minimumWidth() <= bare.width()
    assert bare.minimumHeight() <= bare.height()


def test_the_screen_outlives_a_window(bare: Window) -> None:
    """What PySide takes for the child of a widget goes with it."""
    screen = QGuiApplication.primaryScreen()
    assert bare.screen() is screen
    shiboken6.delete(bare)
    assert shiboken6.isValid(screen)


def test_in_a_large_window_what_stands_beside_and_over_the_pages_grows_with_them(bare: Window) -> None:
    window = bare
    window.notice.show_notice("Something was done.")
    for size, scale in (((1180, 760), 1.0), ((1920, 1080), 1.4), ((2560, 1440), 1.9)):
        window.setMaximumSize(*size)
        window.resize(*size)
        QApplication.sendEvent(window, QResizeEvent(window.size(), window.size()))
        standing = window.stand("Nothing is saved now.", "Save")
        standing._place()
        window.ask(about_toes())
        texts = window.sidebar.brand, window.notice.text, standing.text, window._question._text
        usual = STRONG, BODY, BODY, STRONG
        assert [text.font().pixelSize() for text in texts] == [round(px * scale) for px in usual], size
        window.drop_question()


def test_a_window_is_no_smaller_than_anyone_can_use(bare: Window) -> None:
    put_on(bare, 1920, 1080)
    bare.resize_within_screen(10, 10)
    assert bare.size().toTuple() == SMALLEST_WINDOW_SIZE


@pytest.mark.parametrize(
    "size",
    [pytest.param(size, marks=() if number % 3 == 0 else pytest.mark.nightly) for number, size in enumerate(SCREENS)],
)
def test_full_screen_is_the_screen_and_the_window_is_itself_again_after_it(open_desk, qtbot, size) -> None:
    window = open_desk().window
    put_on(window, *size)
    window.stay_within_screen()
    before = window.size()
    window.toggle_full_screen()
    qtbot.waitUntil(lambda: window.geometry() == QRect(0, 0, *size))
    window.toggle_full_screen()
    qtbot.waitUntil(lambda: window.size() == before)


def test_a_window_follows_its_screen(open_desk, qtbot) -> None:
    """As a projector is plugged in, a laptop is turned, or the scaling is set."""
    window = open_desk().window
    screen = window.windowHandle().screen()
    window.move(300, 200)
    for size in ((800, 1280), (1024, 600)):
        room = put_on(window, *size)
        screen.availableGeometryChanged.emit(room)
        qtbot.waitUntil(lambda room=room: room.contains(window.frameGeometry()))


@pytest.mark.parametrize("size", [(1280, 720), (911, 512), (800, 1280)])
def test_full_screen_follows_the_screen(open_desk, qtbot, size) -> None:
    window = open_desk().window
    put_on(window, 1024, 600)
    window.toggle_full_screen()
    qtbot.waitUntil(lambda: window.geometry() == QRect(0, 0, 1024, 600))
    put_on(window, *size)
    window.windowHandle().screen().geometryChanged.emit(QRect(0, 0, *size))
    qtbot.waitUntil(lambda: window.geometry() == QRect(0, 0, *size))


def test_the_frame_that_the_desktop_puts_round_it_counts(open_desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_desk().window
    room = put_on(window, 1024, 600)
    frame = QMargins(5, 60, 5, 5)
    handle = SimpleNamespace(frameMargins=lambda: frame)
    monkeypatch.setattr(window, "windowHandle", lambda: handle)
    QApplication.sendEvent(window, QMoveEvent(QPoint(5, 60), QPoint()))
    assert window.height() <= room.height() - 65
    assert window.width() <= room.width() - 10


def test_a_maximised_window_stays_so_as_its_screen_changes(open_desk) -> None:
    """The desktop makes it larger or smaller itself; whoever else does has it no longer maximised."""
    window = open_desk().window
    window.showMaximized()
    QApplication.processEvents()
    before = window.geometry()
    room = put_on(window, before.width(), before.height())
    window.stay_within_screen()
    QApplication.processEvents()
    assert (window.isMaximized(), window.geometry()) == (True, before)
    assert window.minimumHeight() <= room.height()


def test_the_side_bar_tells_its_keys_before_and_after_the_window_was_narrow(open_desk) -> None:
    desk = open_desk()
    history = desk.window.findChildren(NavButton)[1]
    desk.window.resize(1100, 600)
    assert history.toolTip() == "Ctrl+2"
    desk.window.resize(700, 600)
    assert history.toolTip() == "History\nCtrl+2"
    desk.window.resize(1100, 600)
    assert history.toolTip() == "Ctrl+2"


@pytest.fixture
def history(open_desk, qtbot) -> Desk:
    """With more sessions than the page has room for; its year has the keyboard, and its end shows."""
    desk: Desk = open_desk()
    for n in range(30):
        at = START - timedelta(days=n)
        desk.store.put_session(by_hand(str(n), at, at.date(), left_s=60, right_s=60))
    desk.click("History")
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window, 30_000)
    page = desk.pages.history()
    page.numbers.steps.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(50)
    page.sheet.verticalScrollBar().setValue(page.sheet.verticalScrollBar().maximum())
    return desk


def test_a_page_stays_where_it_was_scrolled_to_while_another_window_has_the_keyboard(history: Desk, qtbot) -> None:
    bar, focused = history.pages.history().sheet.verticalScrollBar(), QApplication.focusWidget()
    assert bar.value() > 0
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    history.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is focused)
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab], ids=["at once", "from within"])
def test_the_keyboard_is_where_it_was_when_a_card_has_gone(history: Desk, qtbot, key: Qt.Key) -> None:
    page, bar = history.pages.history(), history.pages.history().sheet.verticalScrollBar()
    history.click("Export…")
    assert not page.isEnabled(), "what is under a card can't be pressed"
    history.press(key)
    history.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not history.window.asking)
    assert page.numbers.steps.hasFocus()
    assert bar.value() == bar.maximum(), "it doesn't jump there"


def test_what_had_the_keyboard_may_be_gone_when_a_card_has(history: Desk, qtbot) -> None:
    button = KeyButton("Goes", parent=history.pages.history())
    for go in (button.hide, button.deleteLater):
        button.show()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        history.click("Export…")
        go()
        qtbot.wait(20)
        history.press(Qt.Key.Key_Escape)
        focused = history.window.focusWidget()
        assert focused is not None
        assert history.pages.history().isAncestorOf(focused) or focused is history.pages.history()


def test_a_window_that_was_full_at_first_has_its_frame_in_sight_afterwards(application, qtbot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.showFullScreen()
    qtbot.waitUntil(window.isFullScreen)
    window.toggle_full_screen()
    qtbot.waitUntil(lambda: not window.isFullScreen())
    room = window.screen().availableGeometry()
    assert room.contains(window.geometry())
    assert window.geometry().top() - 30 >= room.top(), "where the desktop puts the title bar"


def test_a_frame_that_the_desktop_left_above_the_screen_comes_into_sight(open_desk) -> None:
    window = open_desk().window
    window.move(40, -30)
    window._bring_its_frame_into_sight()
    assert window.frameGeometry().top() == 0
    window.move(40, 60)
    window._bring_its_frame_into_sight()
    assert (window.x(), window.y()) == (40, 60), "what is in sight stays where it is"


@pytest.mark.parametrize(
    ("opener", "pinned"), [("Add past session", {"Save", "Cancel"}), ("Export…", {"Cancel"})], ids=["add", "export"]
)
def test_tab_goes_round_a_card_and_what_is_pinned_below_it(open_desk, opener: str, pinned: set[str]) -> None:
    desk = open_desk()
    desk.click("History")
    desk.click(opener)
    card = desk.window._question
    stops = []
    for _ in range(40):
        desk.press(Qt.Key.Key_Tab)
        stops.append(desk.window.focusWidget())
    assert pinned <= {stop.accessibleName() for stop in stops}
    assert all(card.isAncestorOf(stop) for stop in stops), "it does not leave the card"


def test_the_size_is_kept_but_not_that_of_the_full_screen(open_desk, qtbot) -> None:
    desk = open_desk()
    for full in (False, True):
        if full:
            desk.press(Qt.Key.Key_F11)
            qtbot.waitUntil(lambda: desk.window.size() == screen_of(desk.window).size())
        else:
            desk.window.resize(960, 700)
        desk.hamstring._settle()
        kept, _ = SettingsStore(desk.paths.settings).load()
        assert (kept.window_width, kept.window_height) == (960, 700)
    desk.click("Leave full screen")
    qtbot.waitUntil(lambda: not desk.window.isFullScreen())
    assert not desk.shows("Leave full screen")


def test_it_opens_in_full_screen_where_that_was_asked_for(open_desk, monkeypatch: pytest.MonkeyPatch, qtbot) -> None:
    monkeypatch.setattr("tests.ui.conftest.Opening", partial(Opening, fullscreen=True))
    desk = open_desk()
    qtbot.waitUntil(desk.window.isFullScreen)
