"""Reminders while the window is open, or minimised: by a notification, or in the window where there are none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hamstring_gui.desktop.bus import UNSHOWN, Bus
from hamstring_gui.domain.consistency import Week
from hamstring_gui.domain.reminding import NOT_TODAY, OPEN, START, Look, look
from hamstring_gui.domain.settings import Settings
from hamstring_gui.program.days import Days
from hamstring_gui.program.parts import Parts
from hamstring_gui.storage.errors import StorageError
from hamstring_gui.storage.reminded import days_told, give_back, passed_over, take
from hamstring_gui.ui.reminding import in_one, words_of

log = logging.getLogger(__name__)
KEY = "reminder"
AT_THE_LATEST_S = 60.0
"""A timer knows nothing of sleep, nor of clocks that are set: it looks after a minute, too."""
AT_FIRST_MS = 10_000
"""After the start: who opens the program to stretch need not be reminded of it."""
OURS = ("reminder", "reminder_days", "reminder_at", "reminder_unless_met", "quiet_from", "quiet_until")
"""The settings that a reminder goes by."""


class Reminder(QObject):
    """`start_requested` and `wanted` (the window is) carry what lets a window come to the front."""

    start_requested = Signal(str)
    wanted = Signal(str)

    def __init__(self, parts: Parts, days: Days, folder: Path, bus: Bus, by_tray: Callable[[str, str], bool]) -> None:
        """`folder` is where the days are noted that had their reminder. `by_tray` has the icon in the system tray say
        title and text, and tells whether it can."""
        super().__init__(parts)
        self._parts, self._days, self._folder, self._bus, self._by_tray = parts, days, folder, bus, by_tray
        self._told: set[date] = set()
        self._known = days.preferences.settings
        self._week: Week | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        days.preferences.changed.connect(self._on_changed)
        bus.answered.connect(self._on_answered)
        parts.conductor.session_begins.connect(lambda _: bus.withdraw(KEY))
        self._timer.start(AT_FIRST_MS)

    def look(self) -> None:
        """Look whether to remind now, and when to look again."""
        found, week = self._found()
        if found.verdict == "now" and week is not None:
            self._remind(self._days.today, week)
        if found.verdict == "off":
            self._timer.stop()
            return
        left_s = found.again.timestamp() - self._days.now.timestamp() if found.again is not None else AT_THE_LATEST_S
        self._timer.start(round(1000 * min(AT_THE_LATEST_S, max(1.0, left_s))))

    def _found(self) -> tuple[Look, Week | None]:
        settings, now = self._days.preferences.settings, self._days.now
        if not settings.reminder:
            return Look("off"), None
        try:
            week = self._parts.records.this_week()
        except StorageError:
            return Look("later"), None  # that it can't be read is said elsewhere
        told = days_told(self._folder) | self._told
        return look(settings, now, week, told, running=self._parts.leads), week

    def _on_changed(self, settings: Settings) -> None:
        """Who sets a time that has passed today isn't reminded at once; who then sets a later one is reminded yet."""
        before, self._known = self._known, settings
        if any(getattr(before, field) != getattr(settings, field) for field in OURS):
            today = self._days.today
            if passed_over(self._folder, today):
                self._told.discard(today)
                give_back(self._folder, today)
            if self._found()[0].verdict == "now":
                self._take(today, passes_over=True)
            self.look()

    def _remind(self, today: date, week: Week) -> None:
        if not self._take(today):
            return
        self._week, words = week, words_of(week)
        actions = ((OPEN, words.open), (START, words.start), (NOT_TODAY, words.not_today))
        self._bus.notify(KEY, words.title, words.text, actions)

    def _take(self, today: date, *, passes_over: bool = False) -> bool:
        """Whether nobody else had reminded, as far as that can be known."""
        self._told.add(today)
        try:
            return take(self._folder, today, passes_over=passes_over)
        except StorageError as error:
            log.warning("%s", error)
            return True

    def _on_answered(self, key: str, action: str, token: str) -> None:
        if key != KEY:
            return
        if action == UNSHOWN:
            self._say_by_other_means()
        elif action == START:
            self.start_requested.emit(token)
        elif action == OPEN:
            self.wanted.emit(token)
        if action in (START, OPEN, NOT_TODAY):
            self._bus.withdraw(KEY)  # some desktops leave it there

    def _say_by_other_means(self) -> None:
        """Nobody here shows notifications with buttons."""
        if self._week is None:
            return
        words = words_of(self._week)
        if not self._by_tray(words.title, words.text):
            self._parts.deeds.say(in_one(words))
            QApplication.alert(self._parts.window)

    def stop(self) -> None:
        self._timer.stop()
        self._bus.withdraw(KEY)
