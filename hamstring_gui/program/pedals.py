"""Keys of pedals and clickers that the user gave commands: given on a card in Settings, and heard as what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from hamstring_gui.domain.settings import LONGEST_KEY, MOST_KEYS_GIVEN, GivenTo
from hamstring_gui.program.pages import Pages
from hamstring_gui.program.preferences import Preferences
from hamstring_gui.ui.controls.pressed_keys import key_name, name_of
from hamstring_gui.ui.printed_keys import printed_key
from hamstring_gui.ui.session.commands import BY_WISH, COMMANDS
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.ui.settings.page import SettingsPage

Kind = QEvent.Type
translate = QCoreApplication.translate


class Pedals(QObject):
    """Where a key with a command is pressed, another is: in a session all of them, on Today and after a session those
    that start, pause and go on, after one also that which ends, unless that page knows the key itself. Where one types,
    and everywhere else, a key is what it is."""

    def __init__(self, window: Window, pages: Pages, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._pages, self._preferences = window, pages, preferences
        self._pressing = False
        pages.settings.when_made(self._on_settings_made)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (Kind.KeyPress, Kind.KeyRelease) or self._pressing or not isinstance(event, QKeyEvent):
            return False
        given = dict(self._preferences.settings.given_keys)
        key = printed_key(event) if given else 0
        command = given.get(name_of(event, key)) if given else None
        if command is None or not self._is_heard(command, event, key):
            return False
        self._pressing = True
        try:
            QCoreApplication.sendEvent(watched, _as(BY_WISH[command].pedal, event))
        finally:
            self._pressing = False
        return True

    def _is_heard(self, command: GivenTo, event: QKeyEvent, key: int) -> bool:
        focused = self._window.focusWidget()
        if focused is not None and focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            return False
        pages, page = self._pages, self._window.page
        if page is pages.session.made:
            return True
        if self._window.asking or command not in ("toggle", "end"):
            return False
        if pages.finish.shows(self._window):
            return not pages.finish().means(event, key)
        return command == "toggle" and page is pages.today.made

    def _on_settings_made(self, page: SettingsPage) -> None:
        page.key_given.connect(self._give)

    # -- the card ----------------------------------------------------------------------------------------------------
    def show_card(self) -> None:
        words = [(one.wish, one.words() or translate("settings", "Breathing words")) for one in COMMANDS]
        usual = {key_name(key): one.wish for one in COMMANDS for key in one.keys}
        self._pages.settings().show_pedals_card(words, usual, self._preferences.settings.given_keys)

    def _give(self, key: str, command: str) -> None:
        """Give a key a command, or "" to take it away; and show what is given then, and what was in the way."""
        given: dict[str, str] = dict(self._preferences.settings.given_keys)
        if command:
            given[key] = command
        else:
            given.pop(key, None)
        why_not = _too_much(given, key)
        if not why_not:
            self._preferences.change(given_keys=tuple(given.items()))
        self._pages.settings().show_given_keys(self._preferences.settings.given_keys, why_not)


def _too_much(given: Mapping[str, str], key: str) -> str:
    """What keeps these from being given, the key among them; "" for nothing."""
    if len(given) > MOST_KEYS_GIVEN:
        return translate("settings", "No more keys can be given a command: take one away first.")
    if key in given and len(key) > LONGEST_KEY:
        return translate("settings", "This key can’t be given a command: its name is too long.")
    return ""


def _as(key: Qt.Key, event: QKeyEvent) -> QKeyEvent:
    """The same press, of another key; it types nothing."""
    pressed = QKeyEvent(
        event.type(), key, Qt.KeyboardModifier.NoModifier, event.nativeScanCode(), event.nativeVirtualKey(),
        event.nativeModifiers(), "", event.isAutoRepeat(), event.count(),
    )  # fmt: skip
    pressed.setTimestamp(event.timestamp())
    return pressed
