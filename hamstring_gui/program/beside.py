"""What goes on beside the window, after the first picture: backups, other devices, reminders, the weekly look at the
history; and what comes from there."""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hamstring_gui.program.days import Days
from hamstring_gui.program.parts import Parts
from hamstring_gui.storage.paths import Paths
from hamstring_gui.ui.window import Window

if TYPE_CHECKING:
    from hamstring_gui.desktop.bus import Bus
    from hamstring_gui.program.automatic import AutomaticBackups
    from hamstring_gui.program.devices import DeviceKeeper
    from hamstring_gui.program.health import Health
    from hamstring_gui.program.own_voice import OwnVoice
    from hamstring_gui.program.presence import Presence
    from hamstring_gui.program.reminder import Reminder
    from hamstring_gui.program.reminder_entry import ReminderEntry
    from hamstring_gui.program.tray import TrayKeeper
    from hamstring_gui.program.wishes import Wishes

A_MOMENT_MS = 5000
"""After the first picture, when nobody waits for anything any more."""


class Beside(QObject):
    """Each part is made when there is something for it to do; where nothing is saved, there never is."""

    def __init__(self, window: Window, parts: Parts, paths: Paths, days: Days) -> None:
        super().__init__(window)
        self._window, self._parts, self._paths, self._days = window, parts, paths, days
        self._backups: AutomaticBackups | None = None
        self._own_voice: OwnVoice | None = None
        self._ended = self._drawings_wait = False
        self.bus: Bus | None = None
        self.presence: Presence | None = None
        self.wishes: Wishes | None = None
        self.reminder: Reminder | None = None
        self.reminder_entry: ReminderEntry | None = None
        self.tray: TrayKeeper | None = None
        parts.damage_met.connect(self.look_at_damage)
        parts.session_ended.connect(self._on_session_ended)
        parts.pages.settings.when_made(lambda _: self.devices.begin())

    @property
    def _idle(self) -> bool:
        return self._ended or not self._parts.records.store.lasting

    @cached_property
    def devices(self) -> DeviceKeeper:
        """What shares the history; made when it is shared, or can be."""
        from hamstring_gui.program.devices import DeviceKeeper

        window, parts = self._window, self._parts
        records, busy = parts.records, lambda: parts.leads or not parts.records.store.lasting
        keeper = DeviceKeeper(window, parts.pages.settings, self._paths, records, busy)
        keeper.told.connect(lambda sentence, passing: parts.deeds.say(sentence, passing=passing))
        window.came_back.connect(keeper.look_again)
        parts.session_ended.connect(keeper.look_soon)
        parts.exchange_requested.connect(keeper.close)
        return keeper

    def draw_old_drawings(self) -> None:
        """Pictures of own exercises that are drawings of an earlier version become pixels; few people have any. Tried
        once: after the session, where one runs, and not when the window is closed by then."""
        from hamstring_gui.storage.own_exercises import has_drawings

        parts, self._drawings_wait = self._parts, self._parts.leads
        if self._drawings_wait or not self._window.isVisible():
            return
        if any(map(has_drawings, parts.library.exercises.values())):
            parts.exercises.pictures.draw_old()

    def _on_session_ended(self) -> None:
        if self._drawings_wait:  # once what follows a session is done
            QTimer.singleShot(0, self, self.draw_old_drawings)

    def reach_out(self) -> None:
        """Media keys from anywhere, and who is here: from the first session on."""
        from hamstring_gui.program.presence import Presence
        from hamstring_gui.program.remote import Remote

        if not self._ended and self.bus is None:
            window, parts, preferences = self._window, self._parts, self._days.preferences
            self.bus, page = parts.bus, parts.pages.session()
            Remote(window, page, parts.conductor, preferences, self.bus)
            self.presence = Presence(parts.conductor, preferences, self.bus)
            self.presence.told.connect(page.say)

    def hear_later_starts(self) -> None:
        from hamstring_gui.program.wishes import Wishes

        if not self._ended:
            self.wishes = Wishes(self._window, self._parts, self._paths.data)

    def remind(self) -> None:
        """Remind of stretching while the window is open; what does it while it is closed is put in order."""
        if self._idle or self.bus is None or self.wishes is None or self.tray is None:
            return
        from hamstring_gui.program.reminder import Reminder
        from hamstring_gui.program.reminder_entry import ReminderEntry

        window, parts = self._window, self._parts
        self.reminder = Reminder(parts, self._days, self._paths.reminded, self.bus, self.tray.say)
        self.reminder.start_requested.connect(self.wishes.begin_offered)
        self.reminder.wanted.connect(self.wishes.come)
        self.reminder_entry = ReminderEntry(window, self._days.preferences, parts.deeds, self._paths)
        self.reminder_entry.put_in_order()

    def stand_in_the_tray(self) -> None:
        from hamstring_gui.program.tray import TrayKeeper

        if not self._ended and self.wishes is not None:
            self.tray = TrayKeeper(self._window, self._parts, self.wishes)

    def share(self) -> None:
        """Begin to share the history, if it is shared."""
        if not self._idle and self._paths.sharing.exists():
            self.devices.begin()

    def back_up_soon(self) -> None:
        """A while after the start, after each session, and when somebody comes back, maybe on another day."""
        from hamstring_gui.program.automatic import AutomaticBackups

        if not self._idle:
            parts, days = self._parts, self._days
            self._backups = AutomaticBackups(self._paths, lambda: days.now, lambda: parts.leads, self)
            parts.session_ended.connect(self._backups.after_session)
            self._window.came_back.connect(self._backups.soon)
            self._backups.damage_met.connect(self.look_at_damage_once)
            self._backups.soon()

    def give_own_exercises_a_voice(self) -> None:
        """Where that is installed."""
        if not self._idle and find_spec("hibari") is not None:
            from hamstring_gui.program.own_voice import OwnVoice

            parts, preferences = self._parts, self._days.preferences
            self._own_voice = OwnVoice(
                self._paths, parts.library, lambda: preferences.settings.language, lambda: parts.leads, self
            )
            parts.conductor.session_begins.connect(self._own_voice.make_room)
            parts.session_ended.connect(self._own_voice.soon)

    def look_at_health_soon(self) -> None:
        """Look through the history's file, if that is due; at once, where some of it can't be read."""
        wait_ms = A_MOMENT_MS if self._parts.records.are_readable() else 0
        QTimer.singleShot(wait_ms, self, self._look_at_health)

    def _look_at_health(self) -> None:
        if not self._idle:
            self.health.look()

    def look_at_damage(self) -> None:
        """Something met damage in the history: look through it now, and ask what is to be done."""
        if not self._idle:
            self.health.look_now()

    def look_at_damage_once(self) -> None:
        """The same, but who was asked in this run is not asked again."""
        if not self._idle and not self.health.asked:
            self.health.look_now()

    @cached_property
    def health(self) -> Health:
        from hamstring_gui.program.health import Health

        return Health(self._parts, self._paths)

    def end(self) -> None:
        """Let go of what works. Harmless when done twice."""
        self._ended = True
        if self._backups is not None:
            self._backups.stop()
        if "devices" in vars(self):
            self.devices.end()
        if "health" in vars(self):
            self.health.stop()
        if self._own_voice is not None:
            self._own_voice.end()
        if self.reminder is not None:
            self.reminder.stop()
        if self.tray is not None:
            self.tray.close()
        if "bus" in vars(self._parts):
            self._parts.bus.close()
        if "data" in vars(self._parts):
            self._parts.data.end()
        if self.wishes is not None:
            self.wishes.instance.close()
